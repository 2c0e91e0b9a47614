import { isSet, type ServiceFacts } from '../../src/knowledge/facts.js'
import { keepsDataOnMount } from '../../src/model/datastore/data-mounts.js'
import { wordsFor } from '../../src/model/platform-words.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'rabbitmq/hostname-unstable',
  title: 'RabbitMQ looks for its data under a host name that changes',
  category: 'disaster-recovery',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'RabbitMQ names its data directory after the node, rabbit@<hostname>, and a container without a hostname gets a random one: each time it is created anew it starts with an empty directory beside the old one, without queues, users and messages.',
  fix: 'Add `hostname: rabbitmq` to the service (container_name does not set it), or set RABBITMQ_NODENAME to rabbit@localhost for a single node.',
  refs: ['https://hub.docker.com/_/rabbitmq', 'https://www.rabbitmq.com/docs/clustering#node-names'],
  check({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const facts = serviceFactsOf(workload)
      if (!facts || workload.software?.id !== 'rabbitmq' || facts.distribution.id !== 'official') continue
      const file = environmentFileOf(workload)
      if (hasStableName(workload, facts)) pass(workload)
      else if (!keepsDataOnMount(workload)) implied(workload, 'datastore/data-not-persisted')
      else if (file) unverified(workload, file, 'rabbitmq-env.conf may set NODENAME')
      else
        fail(
          workload,
          workload.at,
          `${workload.name} (RabbitMQ) keeps its data under rabbit@<${workload.pod ? 'name of the pod' : 'container id'}>: it has neither a hostname nor RABBITMQ_NODENAME`,
          wordsFor(workload, {
            kubernetes: {
              fix: 'Run it as a StatefulSet, whose pods keep their names, or let the RabbitMQ Cluster Operator run it.',
              why: 'RabbitMQ names its data directory after the node, rabbit@<hostname>, and each new pod of a Deployment has another name: after every rollout it starts with an empty directory beside the old one, without queues, users and messages.',
            },
          }),
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            rabbitmq: #! rabbitmq (RabbitMQ) keeps its data under rabbit@<container id>
              image: rabbitmq:4.1-management-alpine
              container_name: erp-rabbitmq
              volumes: ["rabbitmq:/var/lib/rabbitmq", "./rabbitmq.conf:/etc/rabbitmq/rabbitmq.conf:ro"]
          volumes: { rabbitmq: {} }
        `,
      },
      {
        'k8s/queue.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: queue }
          spec:
            selector: { matchLabels: { app: queue } }
            template:
              metadata: { labels: { app: queue } }
              spec:
                volumes: [{ name: data, persistentVolumeClaim: { claimName: queue } }]
                containers:
                  - name: queue #! queue (RabbitMQ) keeps its data under rabbit@<name of the pod>
                    image: rabbitmq:4.1-management
                    volumeMounts: [{ name: data, mountPath: /var/lib/rabbitmq }]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            named: { image: "rabbitmq:4.1", hostname: rabbitmq, volumes: ["a:/var/lib/rabbitmq"] }
            local: { image: "rabbitmq:4.1", environment: { RABBITMQ_NODENAME: rabbit@localhost }, volumes: ["b:/var/lib/rabbitmq"] }
            host: { image: "rabbitmq:4.1", network_mode: host, volumes: ["c:/var/lib/rabbitmq"] }
            bitnami: { image: "bitnami/rabbitmq:4.1", volumes: ["d:/bitnami/rabbitmq/mnesia"] }
          volumes: { a: {}, b: {}, c: {}, d: {} }
        `,
      },
      {
        'k8s/queue.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: queue }
          spec:
            selector: { matchLabels: { app: queue } }
            template:
              metadata: { labels: { app: queue } }
              spec:
                volumes: [{ name: data, persistentVolumeClaim: { claimName: queue } }]
                containers:
                  - name: queue
                    image: rabbitmq:4.1-management
                    volumeMounts: [{ name: data, mountPath: /var/lib/rabbitmq }]
        `,
      },
    ],
  },
})

/** StatefulSets number their pods; a container on the host's network has the host's name. */
function hasStableName(workload: Workload, facts: ServiceFacts): boolean {
  if (workload.hostname || isSet(facts, 'RABBITMQ_NODENAME')) return true
  return workload.pod?.kind === 'StatefulSet' || knownValue(workload.networkMode) === 'host'
}

/** A mounted rabbitmq-env.conf, or the whole directory that it would lie in. */
function environmentFileOf(workload: Workload) {
  return workload.mounts.find(mount => /^\/etc\/rabbitmq\/?$|rabbitmq-env\.conf$/.test(knownValue(mount.target) ?? ''))
}
