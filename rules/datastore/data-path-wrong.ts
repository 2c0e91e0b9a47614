import { dataPathsOf } from '../../src/knowledge/data.js'
import type { DataPaths, Distribution } from '../../src/knowledge/software.js'
import { otherDataMount } from '../../src/model/datastore/data-mounts.js'
import { volumeRoot } from '../../src/model/datastore/volume-roots.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import { defineRule } from '../../src/rule.js'

const ROOT_WHY =
  'On a new volume the server ends as soon as it starts, for ever: it only begins in an empty directory, and the file system has put a folder of its own there.'

export default defineRule({
  id: 'datastore/data-path-wrong',
  title: 'A volume is mounted where this image does not keep its data',
  category: 'disaster-recovery',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The volume looks right and stays empty, or the server refuses to start: the data is written to another directory and goes with the container.',
  fix: 'Mount the volume at the data directory of this version of the image.',
  refs: [
    'https://hub.docker.com/_/postgres',
    'https://hub.docker.com/r/apache/kafka',
    'https://docs.docker.com/engine/storage/volumes/',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const facts = workload.stateful ? serviceFactsOf(workload) : undefined
      if (!facts || facts.distribution.dataPaths.length === 0) continue
      const data = dataPathsOf(facts)
      if (!data) {
        unverified(workload, workload.at, 'where this version of the image keeps its data is not known')
        continue
      }
      const wrong = otherDataMount(workload)
      const root = volumeRoot(workload, system)
      if (root)
        fail(
          workload,
          root.mount,
          `${workload.name} begins at the root of a volume of the class ${root.storageClass}, which has a folder lost+found: initdb refuses a directory that is not empty`,
          {
            key: 'volume-root',
            severity: 'high',
            why: ROOT_WHY,
            fix: `Set \`PGDATA\` to a folder below it (\`${data.paths[0]}/pgdata\`), or mount the volume with \`subPath: pgdata\`. Move data that is already there before you switch.`,
          },
        )
      else if (!wrong?.target.known) pass(workload)
      else {
        const right = data.volumes?.[0] ?? data.paths[0] ?? ''
        const reference = workload.image?.reference?.known ? workload.image.reference.value : undefined
        const image = reference?.text ?? workload.software?.name
        // The tag does not show the release by which it is judged.
        const since = /\d/.test(reference?.tag ?? '') ? undefined : newLayoutSince(facts.distribution, data)
        const today = since ? `, which is ${since} or newer today,` : ''
        fail(
          workload,
          wrong,
          `${workload.name} mounts a volume at ${wrong.target.value}, and ${image}${today} keeps its data in ${data.paths.join(', ')}`,
          {
            fix: `Mount it at \`${right}\`${since ? `, or name a release before ${since}` : ''}. Copy data that is already there before you switch.`,
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            serviceName: db
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    volumeMounts:
                      - { name: data, mountPath: /var/lib/postgresql/data } #! db begins at the root of a volume of the class gp3
            volumeClaimTemplates:
              - metadata: { name: data }
                spec: { storageClassName: gp3, accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
        `,
      },
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:18.0
              volumes:
                - data:/var/lib/postgresql/data #! db mounts a volume at /var/lib/postgresql/data
            old:
              image: postgres:16.4
              volumes:
                - old:/var/lib/postgresql #! old mounts a volume at /var/lib/postgresql
            newest:
              image: postgres:alpine
              volumes:
                - newest:/var/lib/postgresql/data #! and postgres:alpine, which is 18 or newer today, keeps its data in
            events:
              image: apache/kafka:4.1.1
              environment: { KAFKA_NODE_ID: 1, KAFKA_PROCESS_ROLES: "broker,controller", KAFKA_CONTROLLER_QUORUM_VOTERS: "1@events:9093" }
              volumes:
                - events:/var/lib/kafka/data #! events mounts a volume at /var/lib/kafka/data, and apache/kafka:4.1.1 keeps its data in /tmp/kafka-logs
            cache:
              image: bitnami/redis:8.0
              volumes:
                - cache:/data #! cache mounts a volume at /data
            work: { image: "ghcr.io/acme/worker:1.4.0", environment: { QUEUE_HOST: cache } }
          volumes: { data: {}, old: {}, newest: {}, events: {}, cache: {} }
        `,
      },
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db }
          spec:
            volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce] } }]
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    volumeMounts:
                      - { name: data, mountPath: /var/lib/postgresql } #! db mounts a volume at /var/lib/postgresql, and postgres:17.2 keeps
        `,
      },
    ],
    good: [
      {
        // Below the root; a part of the volume; a folder of the node; whatever class is the default.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: below }
          spec:
            serviceName: below
            selector: { matchLabels: { app: below } }
            template:
              metadata: { labels: { app: below } }
              spec:
                containers:
                  - name: below
                    image: postgres:17.2
                    env: [{ name: PGDATA, value: /var/lib/postgresql/data/pgdata }]
                    volumeMounts:
                      - { name: data, mountPath: /var/lib/postgresql/data }
            volumeClaimTemplates:
              - metadata: { name: data }
                spec: { storageClassName: gp3, accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: part }
          spec:
            serviceName: part
            selector: { matchLabels: { app: part } }
            template:
              metadata: { labels: { app: part } }
              spec:
                containers:
                  - name: part
                    image: postgres:17.2
                    volumeMounts:
                      - { name: data, mountPath: /var/lib/postgresql/data, subPath: pgdata }
            volumeClaimTemplates:
              - metadata: { name: data }
                spec: { storageClassName: gp3, accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: local }
          spec:
            serviceName: local
            selector: { matchLabels: { app: local } }
            template:
              metadata: { labels: { app: local } }
              spec:
                containers:
                  - name: local
                    image: postgres:17.2
                    volumeMounts:
                      - { name: data, mountPath: /var/lib/postgresql/data }
            volumeClaimTemplates:
              - metadata: { name: data }
                spec: { storageClassName: local-path, accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: usual }
          spec:
            serviceName: usual
            selector: { matchLabels: { app: usual } }
            template:
              metadata: { labels: { app: usual } }
              spec:
                containers:
                  - name: usual
                    image: postgres:17.2
                    volumeMounts:
                      - { name: data, mountPath: /var/lib/postgresql/data }
            volumeClaimTemplates:
              - metadata: { name: data }
                spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 20Gi } } }
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data", "./init:/docker-entrypoint-initdb.d:ro"] }
            new: { image: "postgres:18.0", volumes: ["new:/var/lib/postgresql"] }
            pinned: { image: "postgres:18.0", environment: { PGDATA: /var/lib/postgresql/data/pg }, volumes: ["pinned:/var/lib/postgresql/data"] }
            events: { image: "apache/kafka:4.1.1", environment: { KAFKA_NODE_ID: 1, KAFKA_LOG_DIRS: /var/lib/kafka/data }, volumes: ["events:/var/lib/kafka/data"] }
            vectors: { image: "pgvector/pgvector:0.8.0-pg17", volumes: ["vectors:/var/lib/postgresql/data", "./postgresql.conf:/etc/postgresql/postgresql.conf:ro"] }
          volumes: { data: {}, new: {}, pinned: {}, events: {}, vectors: {} }
        `,
      },
    ],
  },
})

/** The version from which on the image keeps its data there: the bound of the layout before. */
function newLayoutSince({ dataPaths }: Distribution, data: DataPaths): string | undefined {
  return dataPaths[dataPaths.indexOf(data) - 1]?.before?.join('.')
}
