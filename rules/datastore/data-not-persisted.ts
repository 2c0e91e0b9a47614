import { dataPathsOf, mountKeeps } from '../../src/knowledge/data.js'
import type { ServiceFacts } from '../../src/knowledge/facts.js'
import { isDataMount, otherDataMount } from '../../src/model/data-mounts.js'
import { isEmptyClaim, type Node, nodesOf, peersOf } from '../../src/model/nodes.js'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import type { Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'datastore/data-not-persisted',
  title: 'A datastore keeps its data in the container',
  category: 'disaster-recovery',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Data without a volume goes with the container: the next `docker compose down`, image update or `--force-recreate` starts with an empty database.',
  fix: 'Mount a named volume at the data directory of the image and declare it under `volumes:`.',
  refs: ['https://docs.docker.com/engine/storage/volumes/', 'https://docs.docker.com/reference/compose-file/volumes/'],
  check({ system, pass, fail, unverified, implied }) {
    const nodes = nodesOf(system)
    for (const workload of system.workloads) {
      const facts = workload.stateful ? serviceFactsOf(workload) : undefined
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
        else fail(workload, workload.at, `${workload.name} (${workload.software?.name}) has no volume at all`)
        continue
      }
      for (const path of data.paths) {
        const mount = workload.mounts.find(one => one.target.known && mountKeeps(one.target.value, path, data.volumes))
        const place = data.mountAt ?? path
        const fix = `Add \`volumes: ["${workload.name}-data:${place}"]\` to ${workload.name}, and \`${workload.name}-data:\` under the top-level \`volumes:\`.`
        if (mount && isDataMount(mount)) pass(workload)
        else if (mount)
          fail(
            workload,
            mount,
            `${workload.name} (${workload.software?.name}) keeps ${place} on ${mount.type === 'tmpfs' ? 'a tmpfs, in memory' : 'a nameless volume that goes with the container'}`,
            { key: path, fix },
          )
        else if (otherDataMount(workload)) implied(workload, 'datastore/data-path-wrong')
        else if (unclear) unverified(workload, unclear, 'the target of a mount is not known')
        else if (keeps === 'unknown')
          unverified(workload, workload.at, 'whether it keeps anything on disk is not known')
        else
          fail(workload, workload.at, `${workload.name} (${workload.software?.name}) keeps ${place} in the container`, {
            key: path,
            fix,
          })
      }
    }
  },
  examples: {
    bad: [
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
    ],
    good: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
            new: { image: "postgres:18.0", volumes: ["./pgdata:/var/lib/postgresql"] }
            moved: { image: "postgres:17.2", environment: { PGDATA: /data/pg }, volumes: ["data:/data"] }
            cache: { image: "redis:8.0" }
            deep: { image: "mongo:8.0", volumes: ["./deep:/data/db"] }
            tuned: { image: "mysql:8.4", volumes: ["data:/var/lib/mysql", "./my.cnf:/etc/mysql/conf.d/my.cnf:ro"] }
            watcher: { image: "redis:8.0", command: redis-sentinel /etc/sentinel.conf }
          volumes: { data: {} }
        `,
      },
    ],
  },
})

/** What no volume would help: a mode that keeps nothing on disk, and a server that only looks like a replica and is empty. */
function reportedBy(workload: Workload, facts: ServiceFacts, nodes: readonly Node[]): string | undefined {
  if (workload.mounts.some(isDataMount)) return undefined
  if (facts.distribution.memoryMode?.(facts)) return 'datastore/in-memory-mode'
  const node = nodes.find(one => one.workload === workload)
  const empty = node && node.replication.role !== 'primary' && isEmptyClaim(node, peersOf(node, nodes))
  return empty ? 'datastore/replica-not-wired' : undefined
}
