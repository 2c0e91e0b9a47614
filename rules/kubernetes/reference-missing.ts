import type { Cluster } from '../../src/model/cluster.js'
import { mayBeUnseen } from '../../src/model/kubernetes/doubts.js'
import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { type DanglingReference, madeKinds } from '../../src/model/kubernetes/references.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/reference-missing',
  title: 'Pods need an object that no manifest makes',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A pod whose ConfigMap, Secret or claim is not there waits in CreateContainerConfigError or Pending, and one without its service account is not created at all: the rollout hangs.',
  fix: 'Correct the name, add the manifest beside its siblings, or write `optional: true` where the pod can do without. What something else creates is accepted with that reason.',
  refs: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/',
    'https://kubernetes.io/docs/concepts/configuration/secret/',
    'https://kubernetes.io/docs/concepts/security/service-accounts/',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      pass(deployment)
      const made = madeKinds(system.clusters.flatMap(one => one.objects))
      const unseen = mayBeUnseen(system, cluster)
      for (const reference of oncePerName(cluster)) {
        const { kind, name, key, by, at, saidIn } = reference
        const lacksKey = key !== undefined
        // Where none of the kind is in the manifests, all of them are made elsewhere.
        if (!lacksKey && (unseen || !made.has(kind))) continue
        const [unread] = cluster.missingFiles
        if (lacksKey && unread) {
          unverified(
            deployment,
            at,
            `${unread.path} is not in the repository, and may give the ${kind} ${name} the key ${key}`,
          )
          continue
        }
        if (saidIn !== undefined) {
          unverified(deployment, at, `the ${kind} ${name} is made by hand, as ${saidIn} says`)
          continue
        }
        const needs = `${by.kind} ${by.name} needs the ${kind} ${name}`
        fail(deployment, at, lacksKey ? `${needs}, which has no key ${key}` : `${needs}, which no manifest makes`, {
          key: [kind, by.namespace ?? '', name, key ?? ''].join('.'),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/api.yaml': `
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: api-settings }
          data: { LOG_LEVEL: info }
          ---
          apiVersion: v1
          kind: ServiceAccount
          metadata: { name: api }
          ---
          apiVersion: bitnami.com/v1alpha1
          kind: SealedSecret
          metadata: { name: api-secrets }
          spec: { encryptedData: { TOKEN: AgBy3 } }
          ---
          apiVersion: v1
          kind: PersistentVolumeClaim
          metadata: { name: uploads }
          spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                serviceAccountName: api-runner #! Deployment api needs the ServiceAccount api-runner, which no manifest makes
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4
                    envFrom:
                      - configMapRef: { name: api-setings } #! needs the ConfigMap api-setings
                      - secretRef: { name: api-secrets }
                    env:
                      - name: LEVEL
                        valueFrom:
                          configMapKeyRef: { name: api-settings, key: LEVEL } #! needs the ConfigMap api-settings, which has no key LEVEL
                      - { name: TOKEN, valueFrom: { secretKeyRef: { name: api-secret, key: TOKEN } } } #! needs the Secret api-secret
                volumes:
                  - { name: uploads, persistentVolumeClaim: { claimName: upload } } #! needs the PersistentVolumeClaim upload
        `,
      },
      {
        'k8s/kustomization.yaml': `
          resources: [api.yaml]
          configMapGenerator: [{ name: settings, literals: [LOG_LEVEL=info], files: [app.conf] }]
          secretGenerator: [{ name: database, envs: [database.env] }]
        `,
        'k8s/app.conf': 'x=1\n',
        'k8s/database.env': 'username=api\npassword=\n',
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4
                    env:
                      - { name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LOGLEVEL } } } #! which has no key LOGLEVEL
                      - { name: PASSWORD, valueFrom: { secretKeyRef: { name: database, key: DB_PASSWORD } } } #! which has no key DB_PASSWORD
                volumes:
                  - { name: conf, configMap: { name: settings, items: [{ key: nginx.conf, path: nginx.conf }] } } #! which has no key nginx.conf
        `,
      },
    ],
    good: [
      {
        // A file of the generator is not here, and a controller adds keys; the rest is there.
        'k8s/kustomization.yaml': `
          resources: [api.yaml]
          configMapGenerator: [{ name: settings, literals: [LOG_LEVEL=info], files: [app.conf] }]
        `,
        'k8s/app.conf': 'x=1\n',
        'k8s/api.yaml': `
          apiVersion: v1
          kind: Secret
          metadata: { name: made, annotations: { secret-generator.v1.mittwald.de/autogenerate: password } }
          stringData: { username: api }
          ---
          apiVersion: v1
          kind: Secret
          metadata: { name: database }
          stringData: { username: api }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4
                    env:
                      - { name: LEVEL, valueFrom: { configMapKeyRef: { name: settings, key: LOG_LEVEL } } }
                      - { name: USER, valueFrom: { secretKeyRef: { name: database, key: username } } }
                      - { name: OTHER, valueFrom: { secretKeyRef: { name: database, key: other, optional: true } } }
                      - { name: PASSWORD, valueFrom: { secretKeyRef: { name: made, key: password } } }
                volumes:
                  - { name: conf, configMap: { name: settings, items: [{ key: app.conf, path: app.conf }] } }
        `,
      },
      {
        'k8s/kustomization.yaml': `
          resources: [api.yaml, certificate.yaml]
          configMapGenerator: [{ name: settings, literals: [LOG_LEVEL=info] }]
        `,
        'k8s/certificate.yaml': `
          apiVersion: cert-manager.io/v1
          kind: Certificate
          metadata: { name: api }
          spec: { secretName: api-tls, dnsNames: [api.example.org] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: api, annotations: { cert-manager.io/cluster-issuer: letsencrypt } }
          spec: { tls: [{ hosts: [www.example.org], secretName: www-tls }] }
        `,
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                serviceAccountName: made-by-terraform
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4
                    envFrom:
                      - configMapRef: { name: settings }
                      - configMapRef: { name: overrides, optional: true }
                    env:
                      - { name: PASSWORD, valueFrom: { secretKeyRef: { name: database, key: password } } }
                volumes:
                  - { name: tls, secret: { secretName: api-tls } }
                  - { name: www, secret: { secretName: www-tls } }
                  - { name: roots, configMap: { name: kube-root-ca.crt } }
        `,
        'deploy.sh': 'kubectl create secret generic database --from-literal=password="$DATABASE_PASSWORD"\n',
      },
    ],
  },
})

/** Several containers may need the same. */
function oncePerName({ dangling }: Cluster): readonly DanglingReference[] {
  const seen = new Set<string>()
  return dangling.filter(({ kind, name, key, by }) => {
    const id = [kind, by.namespace ?? '', name, key ?? ''].join('\n')
    return !seen.has(id) && seen.add(id)
  })
}
