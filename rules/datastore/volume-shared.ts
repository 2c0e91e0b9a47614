import { sharedVolumes } from '../../src/model/datastore/shared-volumes.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'datastore/volume-shared',
  title: 'Two database servers write into one directory',
  category: 'disaster-recovery',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'A data directory belongs to one server. A second one does not start, or, where the lock does not hold across containers, both write over each other and the data is lost.',
  fix: 'Give each server a volume of its own. Copies come from replication, never from the files.',
  refs: [
    'https://www.postgresql.org/docs/current/creating-cluster.html',
    'https://docs.docker.com/reference/compose-file/deploy/#replicas',
  ],
  check({ system, pass, fail }) {
    for (const { workload, at, others, count } of sharedVolumes(system.workloads)) {
      pass(workload)
      if (!at) continue
      const name = `${workload.name} (${workload.software?.name})`
      const what =
        others.length > 0
          ? `${name} keeps its data in the same directory as ${listOf(others.map(one => one.name))}`
          : `${count} servers of ${name} keep their data in the same directory`
      fail(workload, at, what, {
        related: others.map(other => ({ at: other.at, message: other.name })),
      })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              volumes: ["data:/var/lib/postgresql/data"] #! db (PostgreSQL) keeps its data in the same directory as replica
            replica:
              image: postgres:17.2
              volumes: ["data:/var/lib/postgresql/data"] #! replica (PostgreSQL) keeps its data in the same directory as db
            events:
              image: mongo:8.0
              volumes: ["events:/data/db"] #! 3 servers of events (MongoDB) keep their data in the same directory
              deploy: { replicas: 3 }
            crm:
              image: mysql:8.4
              volumes: ["./data:/var/lib/mysql"] #! crm (MySQL) keeps its data in the same directory as shop
            shop:
              image: mysql:8.4
              volumes: ["./data/:/var/lib/mysql"] #! shop (MySQL) keeps its data in the same directory as crm
          volumes: { data: {}, events: {} }
        `,
      },
    ],
    good: [
      {
        // Each its own; tools that look into the files; a part of a volume; something else than the data.
        'compose.yaml': `
          services:
            db:
              image: postgres:17.2
              volumes: ["data:/var/lib/postgresql/data", "backups:/backups", "./init:/docker-entrypoint-initdb.d:ro"]
            replica:
              image: postgres:17.2
              volumes: ["copy:/var/lib/postgresql/data", "backups:/backups", "./init:/docker-entrypoint-initdb.d:ro"]
            backup:
              image: postgres:17.2
              command: sh -c "pg_basebackup -h db -D /backups/base"
              volumes: ["data:/var/lib/postgresql/data:ro"]
            one:
              image: redis:8.2
              volumes: [{ type: volume, source: cache, target: /data, volume: { subpath: one } }]
            two:
              image: redis:8.2
              volumes: [{ type: volume, source: cache, target: /data, volume: { subpath: two } }]
            crm:
              image: mysql:8.4
              volumes: ["./data/crm:/var/lib/mysql"]
            shop:
              image: mysql:8.4
              volumes: ["./data/shop:/var/lib/mysql"]
          volumes: { data: {}, copy: {}, backups: {}, cache: {} }
        `,
      },
      {
        // Of other sets, which never run together with this one.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
          volumes: { data: {} }
        `,
        'other/compose.yaml': `
          services:
            store: { image: "postgres:16.4", volumes: ["data:/var/lib/postgresql/data"] }
          volumes: { data: {} }
        `,
      },
      {
        // A volume for each task, and a node for each.
        'deploy.sh': 'docker stack deploy -c stack.yml erp\\n',
        'stack.yml': `
          services:
            db:
              image: mongo:8.0
              command: mongod --replSet rs0
              volumes:
                - "db-{{.Task.Slot}}:/data/db"
              deploy: { replicas: 3 }
        `,
      },
    ],
  },
})
