import type { System, Workload } from '../../src/model/system.js'
import type { StaticSource } from '../../src/model/traefik/static.js'
import { defineRule } from '../../src/rule.js'

/** What to write instead, by setting, for the platform that does not read it. */
const INSTEAD: Readonly<Record<string, string>> = {
  'deploy.update_config':
    'Deploy with `docker stack deploy` if you need rolling updates; `docker compose up` replaces containers at once.',
  'deploy.rollback_config': 'Deploy with `docker stack deploy` if you need automatic rollback.',
  'deploy.placement': 'Use a swarm or Kubernetes to place tasks on nodes; Compose knows one host.',
  'deploy.labels': 'Write them under `labels`: Compose puts no others on its containers.',
  'deploy.endpoint_mode': 'Remove it; Compose has no virtual addresses for services.',
  'deploy.resources.reservations.cpus': 'Use `deploy.resources.limits.cpus`, or `cpu_shares` for a share under load.',
  'deploy.restart_policy.delay': 'Remove it; Docker waits 100 ms and doubles that with each restart.',
  'deploy.restart_policy.window': 'Remove it, or deploy to a swarm.',
  ports:
    'Remove it where only other services connect. Where people are to reach it, attach it to a network without `internal: true` as well.',
  build: 'Build and push the image first, and name it in `image:`.',
  restart: 'Use `deploy.restart_policy: { condition: any }`.',
  container_name: 'Remove it; a swarm names its tasks itself.',
  'the address of a port':
    'Take the port out of `ports` where only other services connect; a swarm publishes on every address of every node, and only a firewall keeps others out (the chain DOCKER-USER).',
  expose: 'Remove it; services of one network reach each other on every port.',
  mem_limit: 'Write `deploy: { resources: { limits: { memory: 512M } } }`, which Compose reads, too.',
  memswap_limit: 'Remove it; a swarm has no setting for swap in a stack file.',
  cpu_quota: 'Write `deploy: { resources: { limits: { cpus: "0.5" } } }`, which Compose reads, too.',
  cpu_shares: 'Write `deploy: { resources: { reservations: { cpus: "0.25" } } }`.',
  cpuset: 'Write `deploy: { resources: { limits: { cpus: "1.0" } } }`, which Compose reads, too.',
  volumes_from: 'Declare the volume under the top-level `volumes`, and mount it in both services.',
  volume_driver: 'Name the driver at the volume, under the top-level `volumes`.',
}

export default defineRule({
  id: 'config/setting-without-effect',
  title: 'A setting is written that the platform in use does not read',
  category: 'infrastructure-stability',
  severity: 'medium',
  worst: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The file promises rolling updates, reservations or placement that never happen, and nobody looks for the gap because the setting is there.',
  fix: 'Remove it, or deploy with the platform that reads it.',
  refs: [
    'https://docs.docker.com/reference/compose-file/deploy/',
    'https://docs.docker.com/reference/cli/docker/stack/deploy/',
    'https://docs.docker.com/reference/compose-file/networks/#internal',
    'https://docs.docker.com/reference/compose-file/merge/#reset-value',
  ],
  reads: ['compose', 'traefik'],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      if (workload.platform !== 'compose' && workload.platform !== 'swarm') continue
      pass(workload)
      for (const { setting, at, overruledBy, empties, stops } of workload.inert) {
        if (stops) {
          const what = `${workload.name}: docker stack deploy refuses the whole file because of ${setting}`
          fail(workload, at, what, {
            key: setting,
            severity: 'high',
            why: 'It ends with "Compose file contains unsupported options" and deploys nothing, neither this service nor the others.',
            ...(INSTEAD[setting] ? { fix: INSTEAD[setting] } : {}),
          })
          continue
        }
        if (empties) {
          const why = 'has no effect: an empty list takes nothing away from what the files before it say'
          fail(workload, at, `${workload.name}: ${setting}: [] ${why}`, {
            key: `${setting} []`,
            why: 'Compose joins the lists of its files. What the override was to take away stays: the port is published and the folder is mounted in production, too.',
            fix: `Write \`${setting}: !reset []\`, or \`${setting}: !override\` with what is to be there instead (Compose 2.24 and newer).`,
          })
          continue
        }
        const fix = overruledBy ? `Keep one of the two: Compose reads ${overruledBy}.` : INSTEAD[setting]
        const what = overruledBy ? `has no effect: ${overruledBy} wins` : reader(workload, setting)
        fail(workload, at, `${workload.name}: ${setting} ${what}`, {
          key: setting,
          ...(fix ? { fix } : {}),
          ...(setting === 'ports' && isOnlyWayIn(workload, system) ? UNREACHABLE : {}),
        })
      }
    }
    for (const { workloads, traefik } of system.proxies) {
      for (const ignored of traefik?.static.ignored ?? []) {
        const read = traefik?.static.source
        const fix = `Write all of it in one place: Traefik reads ${nameOf(read)} alone.`
        const what = `${nameOf(ignored)} ${ignored.kind === 'environment' ? 'have' : 'has'} no effect: Traefik takes its configuration from ${nameOf(read)}`
        for (const workload of workloads)
          fail(workload, ignored, `${workload.name}: ${what}`, { key: `traefik.${ignored.kind}`, fix })
      }
    }
  },
  examples: {
    bad: [
      {
        'docker-compose.yml': `
          services:
            db: { image: "postgres:17.2", ports: ["5432:5432"], volumes: ["data:/var/lib/postgresql/data"] }
            api: { build: ., volumes: ["./src:/app/src"], ports: ["8000:8000"] }
          volumes: { data: {} }
        `,
        'docker-compose.prod.yml': `
          services:
            db:
              ports: [] #! db: ports: [] has no effect: an empty list takes nothing away from what the files before it say
            api:
              volumes: [] #! api: volumes: [] has no effect
              restart: always
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              deploy:
                replicas: 3
                update_config: { parallelism: 1, delay: 10s } #! deploy.update_config is read by a swarm only, and this set is started with docker compose
                placement: { constraints: [node.role == worker] } #! deploy.placement
                resources: { reservations: { cpus: "0.5" } } #! deploy.resources.reservations.cpus
            worker:
              image: ghcr.io/acme/worker:1.4.0
              restart: always #! restart has no effect: deploy.restart_policy.condition: on-failure wins
              deploy:
                restart_policy:
                  condition: on-failure
                  delay: 5s #! deploy.restart_policy.delay
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command:
                - --accesslog=true #! edge: the command has no effect: Traefik takes its configuration from traefik.yml
                - --entrypoints.web.address=:80
              environment:
                TRAEFIK_LOG_LEVEL: ERROR #! edge: the TRAEFIK_… variables have no effect
              volumes: ["./traefik.yml:/etc/traefik/traefik.yml:ro"]
            api:
              image: ghcr.io/acme/api:1.4.0
              deploy:
                labels: #! api: deploy.labels is read by a swarm only
                  traefik.http.routers.api.rule: Host(\`erp.acme.com\`)
        `,
        'traefik.yml': `
          providers: { docker: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            queue:
              image: rabbitmq:4.1-management
              networks: [back]
              ports: ["15672:15672"] #! queue: ports has no effect: it is on internal networks alone
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [back, front], ports: ["8080:8080"] }
          networks: { back: { internal: true }, front: {} }
        `,
      },
      {
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              restart: always #! restart is not read by docker stack deploy
              ports:
                - "127.0.0.1:9000:9000" #! the address of a port is not read by docker stack deploy
                - "0.0.0.0:8080:8080"
              deploy: { update_config: { order: start-first } }
            worker:
              image: ghcr.io/acme/worker:1.4.0
              mem_limit: 512m #! worker: docker stack deploy refuses the whole file because of mem_limit
              cpuset: "0,1" #! docker stack deploy refuses the whole file because of cpuset
        `,
      },
    ],
    good: [
      {
        // What is reset is gone, and an empty list over nothing, or over a command, is what it says.
        'docker-compose.yml': `
          services:
            db: { image: "postgres:17.2", ports: ["5432:5432"] }
            api: { build: ., command: [npm, run, dev], ports: ["8000:8000"] }
        `,
        'docker-compose.prod.yml': `
          services:
            db:
              ports: !reset []
            api:
              command: []
              volumes: []
              ports: !override ["127.0.0.1:8000:8000"]
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              restart: unless-stopped
              deploy: { replicas: 2, resources: { limits: { cpus: "1", memory: 512M }, reservations: { memory: 256M } } }
            worker: { image: "ghcr.io/acme/worker:1.4.0", restart: unless-stopped, deploy: { restart_policy: { condition: any } } }
            edge: { image: "traefik:v3.5", command: ["--configfile=/traefik.yml"], environment: { TRAEFIK_VERSION: "3" }, volumes: ["./traefik.yml:/traefik.yml"] }
            both: { image: "ghcr.io/acme/both:1.4.0", labels: { tier: web }, deploy: { labels: { tier: web } } }
            queue: { image: "ghcr.io/acme/queue:1.4.0", deploy: { restart_policy: { condition: on-failure, max_attempts: 5 } } }
        `,
        'traefik.yml': `
          providers: { docker: {} }
        `,
      },
      {
        // One file for building and pushing, and for the swarm.
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          services:
            api:
              build: ./api
              image: ghcr.io/acme/api:1.4.0
              restart: always
              deploy: { update_config: { order: start-first }, restart_policy: { condition: any } }
        `,
      },
    ],
  },
})

const UNREACHABLE = {
  severity: 'high',
  why: 'Every request is to come in through this proxy, and none does: from outside the host nothing listens on these ports, and from inside it fetches no certificate.',
  fix: 'Attach it to a second network without `internal: true`; the services behind it may stay on the internal one.',
} as const

/** Whether it is a proxy beside which nothing else of the deployment can be reached from outside. */
function isOnlyWayIn(workload: Workload, system: System): boolean {
  const { workloads = [] } = system.deployments.find(({ id }) => id === workload.deployment) ?? {}
  return (
    system.proxies.some(proxy => proxy.workloads.some(({ id }) => id === workload.id)) &&
    !workloads.some(({ published }) => published.some(({ reach }) => reach !== 'loopback'))
  )
}

/** What people call a source of the configuration of Traefik. */
function nameOf(source: StaticSource | undefined): string {
  return source?.name ?? 'nothing'
}

function reader(workload: Workload, setting: string): string {
  if (setting === 'ports')
    return 'has no effect: it is on internal networks alone, and Docker publishes no port of such a container'
  return workload.platform === 'swarm'
    ? 'is not read by docker stack deploy'
    : 'is read by a swarm only, and this set is started with docker compose'
}
