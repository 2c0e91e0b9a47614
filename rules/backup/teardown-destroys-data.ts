import { wordsFor } from '../../src/model/platform-words.js'
import { protectionsOf } from '../../src/model/protection.js'
import type { Deployment, System, Teardown, Workload } from '../../src/model/system.js'
import { isDefaultFileOf, resolvedFiles } from '../../src/model/teardown-files.js'
import { nameWords } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'

/** What people type every day. */
const USUAL =
  /^(?:down|stop|halt|shutdown|clean|cleanup|restart|redeploy|deploy|undeploy|up|start|update|upgrade|rebuild|build|run)$/
/** Names that say that everything goes, or that it is no production. */
const DELIBERATE =
  /^(?:all|nuke|reset|purge|destroy|wipe|fresh|prune|volumes?|data|db|database|hard|full|deep|force|delete|remove|rm|drop|uninstall|distclean|scratch|tests?|testing|e2e|it|integration|ci|dev|devel|development|local|demo|example|examples|sandbox|bench|perf|smoke)$/

export default defineRule({
  id: 'backup/teardown-destroys-data',
  title: 'The usual stop command deletes the data',
  category: 'disaster-recovery',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Whoever stops or redeploys the system with the command that the repository offers deletes the volumes of its databases with it, and nothing asks whether that is meant.',
  fix: 'Take the deletion out of it (`docker compose down` without `-v`), and give it a name of its own that says so and asks first, for example `make destroy-data`.',
  refs: [
    'https://docs.docker.com/reference/cli/docker/compose/down/',
    'https://docs.docker.com/reference/cli/docker/volume/prune/',
    'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#reclaiming',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'script'],
  check({ system, pass, fail }) {
    const stores = protectionsOf(system).map(({ store }) => store)
    for (const deployment of system.deployments) {
      const own = stores.filter(store => store.deployment === deployment.id)
      if (deployment.purpose !== 'production' || own.length === 0) continue
      pass(deployment)
      for (const teardown of system.teardowns) {
        const name = usualName(teardown)
        const lost = name === undefined ? [] : own.filter(store => deletes(teardown, store, deployment, system))
        const [first] = lost
        if (!first) continue
        const more = lost.length > 1 ? ` and ${lost.length - 1} more` : ''
        fail(
          deployment,
          teardown,
          `"${name}" runs "${teardown.text.slice(0, 80)}", which deletes the data of ${first.name} (${first.software?.name})${more}`,
          {
            key: `${teardown.names.join('/')}.${teardown.deletes}`,
            ...wordsFor(deployment, {
              kubernetes: {
                fix: 'Delete or scale down the workloads alone (`kubectl scale --replicas=0`), keep the claims and the namespace, and give what deletes them a name of its own that says so and asks first.',
              },
            }),
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
          volumes: { data: {} }
        `,
        Makefile: `
          up:
          \tdocker compose up -d
          down:
          \tdocker compose down -v --remove-orphans #! "down" runs "docker compose down -v --remove-orphans", which deletes the data of db (PostgreSQL)
        `,
        'package.json': `
          {
            "scripts": {
              "docker:stop": "docker-compose down --volumes" //! "docker:stop" runs "docker-compose down --volumes"
            }
          }
        `,
        'scripts/deploy.sh': `
          #!/bin/sh
          set -e
          docker compose pull
          docker compose down
          docker volume rm -f shop_data #! "deploy.sh" runs "docker volume rm -f shop_data"
          docker compose up -d
        `,
        'scripts/redeploy.sh': `
          ssh deploy@shop "cd /opt/shop && docker compose down -v && docker compose up -d" #! "redeploy.sh" runs "docker compose down -v", which deletes the data of db (PostgreSQL)
        `,
      },
      {
        'docker-compose.yml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
          volumes: { data: {} }
        `,
        'docker-compose.prod.yml': `
          services:
            db: { restart: always }
        `,
        Makefile: `
          COMPOSE = docker compose -f docker-compose.yml -f docker-compose.prod.yml
          deploy:
          \t$(COMPOSE) up -d
          stop:
          \t$(COMPOSE) down -v #! which deletes the data of db (PostgreSQL)
        `,
      },
      {
        'k8s/db.yaml': `
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: { name: db, namespace: erp }
          spec:
            serviceName: db
            selector: { matchLabels: { app: db } }
            template:
              metadata: { labels: { app: db } }
              spec:
                containers:
                  - name: db
                    image: postgres:17.2
                    volumeMounts: [{ name: data, mountPath: /var/lib/postgresql/data }]
            volumeClaimTemplates:
              - metadata: { name: data }
                spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 10Gi } } }
        `,
        'redeploy.sh': `
          #!/bin/sh
          kubectl delete namespace erp #! "redeploy.sh" runs "kubectl delete namespace erp"
          kubectl create namespace erp
          kubectl apply -f k8s/
        `,
      },
    ],
    good: [
      {
        // Names that say it, other files, a question, and pipelines whose machines are thrown away.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
          volumes: { data: {} }
        `,
        'compose.test.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["data:/var/lib/postgresql/data"] }
          volumes: { data: {} }
        `,
        Makefile: `
          down:
          \tdocker compose down
          clean-all:
          \tdocker compose down -v
          nuke:
          \tdocker compose down -v && docker volume prune -af
          test:
          \tdocker compose -f compose.test.yaml up --exit-code-from db
          \tdocker compose -f compose.test.yaml down -v
          clean:
          \tdocker compose -f compose.test.yaml down -v
          \tdocker volume prune -f
        `,
        'stop.sh': `
          #!/bin/bash
          read -p "Delete all data? [y/N] " answer
          [ "$answer" = y ] && docker compose down -v
        `,
        'down.sh': `
          #!/bin/bash
          if [ "$1" = --volumes ]; then
            docker compose down -v
          else
            docker compose down
          fi
        `,
        '.github/workflows/test.yml': `
          on: push
          jobs:
            test: { runs-on: ubuntu-latest, steps: [{ run: docker compose up -d }, { run: docker compose down -v }] }
        `,
      },
      {
        // What stays: a folder of the host, a volume that was made elsewhere, another system.
        'compose.yaml': `
          services:
            db: { image: "postgres:17.2", volumes: ["./data:/var/lib/postgresql/data"] }
            documents: { image: "mongo:8.0", volumes: ["kept:/data/db"] }
          volumes: { kept: { external: true } }
        `,
        Makefile: `
          down:
          \tdocker compose down -v
          clean:
          \tdocker volume rm node_modules_cache
          stop:
          \tkubectl delete namespace preview
        `,
      },
    ],
  },
})

/** The name by which people run it, when that is an everyday one; the innermost that says anything decides. */
function usualName({ names }: Teardown): string | undefined {
  for (const name of names) {
    const words = nameWords(name.replace(/\.(?:sh|bash)$/, ''))
    if (words.some(word => DELIBERATE.test(word))) return undefined
    if (words.some(word => USUAL.test(word))) return name
  }
  return undefined
}

function deletes(teardown: Teardown, store: Workload, deployment: Deployment, system: System): boolean {
  if (teardown.deletes !== 'volumes') return store.platform === 'kubernetes' && deletesInCluster(teardown, store)
  const volumes = store.mounts.flatMap(({ type, source }) => (type === 'volume' && source?.known ? [source.value] : []))
  const own = volumes.filter(name => !deployment.volumes.some(volume => volume.name === name && volume.external))
  if (store.platform === 'kubernetes' || own.length === 0) return false
  if (teardown.named.length > 0)
    return teardown.named.some(
      name => name === '*' || own.some(volume => name === volume || name.endsWith(`_${volume}`)),
    )
  const files = resolvedFiles(teardown, deployment)
  return files ? files.every(file => deployment.files.includes(file)) : isDefaultFileOf(teardown, deployment, system)
}

/** A claim is named after the store (`data-db-0`); with --all, a selector or a variable it may be any. */
function deletesInCluster({ deletes: kind, named }: Teardown, store: Workload): boolean {
  if (!store.mounts.some(mount => mount.type === 'claim')) return false
  if (kind === 'namespace') return named.some(name => name.includes('$') || name === store.pod?.namespace)
  const claims = store.mounts.flatMap(({ source }) => (source?.known ? [source.value] : []))
  return (
    named.length === 0 ||
    named.some(
      name => name.includes('$') || name === '--all' || claims.includes(name) || name.includes(`-${store.name}-`),
    )
  )
}
