import { count, type OperatorRecipe } from './recipe.js'

/** What the Prometheus Operator runs. */
export const MONITORING: readonly OperatorRecipe[] = [
  {
    // https://prometheus-operator.dev/docs/api-reference/api/
    kind: 'monitoring.coreos.com/Prometheus',
    operator: 'Prometheus Operator',
    software: 'prom/prometheus',
    nodes: count('replicas')(1),
    names: () => ['prometheus-operated'],
    resources: ['resources'],
    image: ['image'],
  },
  {
    kind: 'monitoring.coreos.com/Alertmanager',
    operator: 'Prometheus Operator',
    software: 'prom/alertmanager',
    nodes: count('replicas')(1),
    names: () => ['alertmanager-operated'],
    resources: ['resources'],
    image: ['image'],
  },
]
