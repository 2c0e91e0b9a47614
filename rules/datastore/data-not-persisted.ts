import { dataPathsOf, mountKeeps } from '../../src/knowledge/data.js'
import { isYes, type ServiceFacts } from '../../src/knowledge/facts.js'
import { isDataMount, otherDataMount } from '../../src/model/datastore/data-mounts.js'
import { redisServersOf, redisSetting } from '../../src/model/datastore/redis.js'
import { isEmptyClaim, type Node, nodesOf, peersOf } from '../../src/model/nodes.js'
import { wordsFor } from '../../src/model/platform-words.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Mount, PodPlace, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'datastore/data-not-persisted',
  title: 'A datastore keeps its data in the container',
  category: 'disaster-recovery',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Data without a volume of its own goes with the container: after the next `docker compose down` the database is empty, and where the image declares no volume an update of it is enough.',
  fix: 'Mount a named volume at the data directory of the image and declare it under `volumes:`.',
  refs: ['https://docs.docker.com/engine/storage/volumes/', 'https://docs.docker.com/reference/compose-file/volumes/'],
  check({ system, pass, fail, unverified, implied }) {
    const nodes = nodesOf(system)
    const logs = logsOf(system)
    for (const workload of system.workloads) {
      if (workload.stateful && workload.pod?.operator) judgeOperated(workload, workload.pod)
      const isLog = !workload.stateful && logs.has(workload)
      const facts = workload.stateful || isLog ? serviceFactsOf(workload) : undefined
      if (!facts || facts.distribution.dataPaths.length === 0) continue
      const keeps = facts.distribution.keepsData?.(facts)
      if (keeps === 'no') continue
      const instead = reportedBy(workload, facts, nodes)
      if (instead) {
        implied(workload, instead)
        continue
      }
      const data = dataPathsOf(facts)
      const unclear = workload.mounts.find(mount => !mount.target.known)
      if (!data) {
        if (workload.mounts.some(isDataMount))
          unverified(workload, workload.at, 'where this version of the image keeps its data is not known')
        else
          fail(
            workload,
            workload.at,
            `${workload.name} (${workload.software?.name}) has no volume at all`,
            wordsOf(workload, 'its data directory'),
          )
        continue
      }
      for (const path of data.paths) {
        const mount = workload.mounts.find(one => one.target.known && mountKeeps(one.target.value, path, data.volumes))
        const place = data.mountAt ?? path
        const words = isLog ? logWords(workload, place) : wordsOf(workload, place, data.paths.length > 1)
        if (mount && isDataMount(mount)) pass(workload)
        else if (mount)
          fail(
            workload,
            mount,
            `${workload.name} (${workload.software?.name}) keeps ${place} on ${PASSING[mount.type] ?? 'a nameless volume that goes with the container'}`,
            { key: path, ...words },
          )
        else if (otherDataMount(workload)) implied(workload, 'datastore/data-path-wrong')
        else if (unclear) unverified(workload, unclear, 'the target of a mount is not known')
        else if (keeps === 'unknown')
          unverified(workload, workload.at, 'whether it keeps anything on disk is not known')
        else
          fail(workload, workload.at, `${workload.name} (${workload.software?.name}) keeps ${place} in the container`, {
            key: path,
            ...words,
          })
      }
    }

    /** An operator claims volumes unless its resource says that it need not. */
    function judgeOperated(workload: Workload, pod: PodPlace): void {
      if (!pod.forgets) pass(workload)
      else
        fail(
          workload,
          pod.forgets,
          `${workload.name} (${workload.software?.name}) keeps its data in the pod: ${pod.operator} is asked for no volume`,
          {
            fix: `Ask for a persistent volume in the ${pod.kind}: ${pod.operator} claims it for each node.`,
            why: 'Storage of the pod is deleted with it: when the nodes are replaced or all pods are started anew at once, nothing is left.',
          },
        )
    }
  },
  examples: {
    bad: [
      {
        // Scripts that call clients beside the server, or hand on to it.
        'compose.yaml': `
          services:
            db: #! db (PostgreSQL) keeps /var/lib/postgresql/data in the container
              image: postgres:17.2
              entrypoint: [/bin/bash, /scripts/start.sh]
              volumes: ["./start.sh:/scripts/start.sh:ro"]
            second: #! second (PostgreSQL) keeps /var/lib/postgresql/data in the container
              image: postgres:17.2
              entrypoint: [/scripts/wait.sh]
              command: [postgres, -c, max_connections=200]
              volumes: ["./wait.sh:/scripts/wait.sh:ro"]
        `,
        'start.sh': `
          #!/bin/bash
          (sleep 20; psql -U erp -c 'select 1') &
          exec gosu postgres docker-entrypoint.sh postgres
        `,
        'wait.sh': `
          #!/bin/bash
          until pg_isready -h primary; do sleep 1; done
          exec "$@"
        `,
      },
      {
        'compose.yaml': `
          services:
            db: #! db (PostgreSQL) keeps /var/lib/postgresql/data in the container
              image: postgres:17.2
            documents:
              image: mongo:8.0
              tmpfs:
                - /data/db #! a tmpfs, in memory
              volumes: ["config:/data/configdb"]
            events:
              image: rabbitmq:4.1
              volumes:
                - /var/lib/rabbitmq #! a nameless volume
          volumes: { config: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            new: #! new (PostgreSQL) keeps /var/lib/postgresql in the container
              image: postgres:18.0
            work: #! work (Redis) keeps /data in the container
              image: redis:8.0
              command: redis-server --appendonly yes
            moved: #! moved (PostgreSQL) keeps /srv/pg in the container
              image: postgres:17.2
              environment: { PGDATA: /srv/pg }
              volumes: ["./init:/docker-entrypoint-initdb.d:ro"]
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { QUEUE_URL: "redis://work:6379" } }
        `,
      },
      {
        'k8s/cache.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: store }
          spec:
            selector: { matchLabels: { app: store } }
            template:
              metadata: { labels: { app: store } }
              spec:
                volumes: [{ name: data, emptyDir: {} }]
                containers:
                  - name: store
                    image: redis:8.0
                    command: [redis-server, --appendonly, "yes"]
                    volumeMounts:
                      - { name: data, mountPath: /data } #! store (Redis) keeps /data on an emptyDir, which is deleted with the pod
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                volumes: [{ name: data, emptyDir: {} }]
                containers:
                  - name: db
                    image: postgres:17.2
                    volumeMounts:
                      - { name: data, mountPath: /var/lib/postgresql/data } #! db (PostgreSQL) keeps /var/lib/postgresql/data on an emptyDir, which is deleted with the pod
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: documents }
          spec:
            selector: { matchLabels: { app: documents } }
            template:
              metadata: { labels: { app: documents } }
              spec:
                containers:
                  - name: documents #! documents (MongoDB) keeps /data/db in the container
                    image: mongo:8.0
          ---
          apiVersion: kafka.strimzi.io/v1
          kind: Kafka
          metadata: { name: events }
          spec:
            kafka:
              replicas: 3
              storage:
                type: ephemeral #! events (Apache Kafka) keeps its data in the pod: Strimzi is asked for no volume
        `,
      },
    ],
    good: [
      {
        // The image of a server, for its clients: dumps in a loop or by the clock, and the set-up of a replica set.
        'compose.yaml': `
          services:
            dump: { image: "postgres:17.2-alpine", entrypoint: [/bin/sh, /scripts/run.sh], volumes: ["./backup:/scripts:ro", "dumps:/dumps"] }
            built: { build: ./backup }
            nightly: { build: { context: ./backup, dockerfile: Dockerfile.cron } }
            initiate: { image: "mongo:8.0", command: [bash, /initiate.sh], volumes: ["./initiate.sh:/initiate.sh"] }
            stored: { image: "rabbitmq:4.1", hostname: stored, volumes: ["messages:/var/lib/rabbitmq/mnesia"] }
          volumes: { dumps: {}, messages: {} }
        `,
        'backup/Dockerfile': `
          FROM postgres:17.2-alpine
          COPY run.sh /usr/local/bin/run.sh
          ENTRYPOINT ["/usr/local/bin/run.sh"]
        `,
        'backup/Dockerfile.cron': `
          FROM postgres:17.2
          RUN apt-get update && apt-get install -y cron
          COPY run.sh /run.sh
          COPY dumps /etc/cron.d/dumps
          CMD ["cron", "-f"]
        `,
        'backup/dumps': '0 3 * * * root /run.sh',
        'backup/run.sh': `
          #!/bin/sh
          set -eu
          while true; do
            pg_dump -h db -U erp -Fc -f /dumps/erp.dump erp
            sleep 86400
          done
        `,
        'initiate.sh': `
          until mongosh --host documents --eval "rs.initiate()"; do sleep 2; done
        `,
      },
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            new: { image: "postgres:18.0", volumes: ["./pgdata:/var/lib/postgresql"] }
            moved: { image: "postgres:17.2", environment: { PGDATA: /data/pg }, volumes: ["data:/data"] }
            cache: { image: "redis:8.0" }
            kept: { image: "redis:8.0", command: "redis-server --appendonly yes", volumes: ["kept:/data"] }
            silent: { image: "redis:8.0", command: ["redis-server", "--appendonly", "no"] }
            given: { image: "bitnami/redis:8.0" }
            deep: { image: "mongo:8.0", volumes: ["./deep:/data/db"] }
            tuned: { image: "mysql:8.4", volumes: ["data:/var/lib/mysql", "./my.cnf:/etc/mysql/conf.d/my.cnf:ro"] }
            watcher: { image: "redis:8.0", command: redis-sentinel /etc/sentinel.conf }
          volumes: { data: {}, kept: {} }
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: db }
          spec:
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                volumes: [{ name: data, persistentVolumeClaim: { claimName: db } }]
                containers:
                  - name: db
                    image: postgres:17.2
                    volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
          ---
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: ledger }
          spec:
            volumeClaimTemplates: [{ metadata: { name: data }, spec: { accessModes: [ReadWriteOnce] } }]
            selector: { matchLabels: { app: ledger } }
            template:
              metadata: { labels: { app: ledger } }
              spec:
                containers:
                  - name: ledger
                    image: postgres:17.2
                    volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: { name: orders }
          spec: { instances: 3, storage: { size: 10Gi } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template:
              metadata: { labels: { app: cache } }
              spec:
                containers:
                  - name: cache
                    image: redis:8.0
        `,
      },
    ],
  },
})

/** Mounts whose content goes with the container or the pod. */
const PASSING: Partial<Record<Mount['type'], string>> = {
  tmpfs: 'a tmpfs, in memory',
  'empty-dir': 'an emptyDir, which is deleted with the pod',
}

/** `several`: the image keeps data in more than one place, so each volume is named after its own. */
function wordsOf(workload: Workload, place: string, several = false): { readonly fix: string; readonly why?: string } {
  const { name } = workload
  const kubernetes = {
    fix: `Run ${name} as a StatefulSet with \`volumeClaimTemplates\`, and mount the claim at ${place}; or let the operator of this database run it.`,
    why: 'What is written into a container or an emptyDir is deleted with the pod: at the next rollout, when its node is drained, or when it needs too much memory, the database starts empty.',
  }
  const volume = `${name}-${several ? place.slice(place.lastIndexOf('/') + 1) : 'data'}`
  const fix = `Add \`volumes: ["${volume}:${place}"]\` to ${name}, and \`${volume}:\` under the top-level \`volumes:\`.`
  return { fix, ...wordsFor(workload, { kubernetes }) }
}

/** Caches that are told to log what is written into them: somebody wants to find it again. A default of the image tells nothing. */
function logsOf(system: System): ReadonlySet<Workload> {
  const told = redisServersOf(system).filter(server => {
    const set = redisSetting(server, 'appendonly')
    return server.workload.distribution?.id === 'official' && set.given === 'yes' && isYes(set.value)
  })
  return new Set(told.map(({ workload }) => workload))
}

function logWords(workload: Workload, place: string) {
  const { fix } = wordsOf(workload, place)
  return {
    severity: 'medium',
    fix: `${fix} If nobody misses what is in it, leave \`appendonly\` out instead.`,
    why: 'The log of what is written (`appendonly yes`) is there to bring everything back after a restart. Where it goes with the container or the pod it costs writes and brings nothing back: sessions, carts and jobs are gone at the next deployment.',
  } as const
}

/** What no volume would help: a mode that keeps nothing on disk, and a server that only looks like a replica and is empty. */
function reportedBy(workload: Workload, facts: ServiceFacts, nodes: readonly Node[]): string | undefined {
  if (workload.mounts.some(isDataMount)) return undefined
  if (facts.distribution.memoryMode?.(facts)) return 'datastore/in-memory-mode'
  const node = nodes.find(one => one.workload === workload)
  const empty = node && node.replication.role !== 'primary' && isEmptyClaim(node, peersOf(node, nodes))
  return empty ? 'datastore/replica-not-wired' : undefined
}
