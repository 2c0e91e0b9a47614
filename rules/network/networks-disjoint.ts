import type { Edge, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/networks-disjoint',
  title: 'Two workloads that must talk share no network',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: "Docker's name service answers for a service only on the networks that both sides join: on separate ones the host name is unknown and every connection fails.",
  fix: "Add one of the target's networks to the `networks:` of the service that connects.",
  refs: ['https://docs.docker.com/compose/how-tos/networking/'],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail }) {
    for (const { from, to, host, variable } of system.connections) {
      // Every pod of a cluster reaches every other.
      if (from.platform === 'kubernetes') continue
      if (to) {
        pass(from)
        continue
      }
      if (from.networkMode || from.networks.some(network => network.network.startsWith('external:'))) continue
      const target = system.workloads.find(
        other =>
          other.deployment === from.deployment &&
          other !== from &&
          !other.networkMode &&
          other.networks.some(network => network.aliases.includes(host)),
      )
      if (!target || mayBeOne(from, target)) continue
      const what = `${from.name} connects to ${target.name} (${variable.name}), and they share no network: ${namesOf(from)} against ${namesOf(target)}`
      fail(from, variable, what, {
        key: `${target.name}.${variable.name}`,
        related: [{ at: target.at, message: `${target.name} is on ${namesOf(target)}` }],
      })
    }
    for (const { id, externalNetworks = [] } of system.deployments) {
      for (const { name, at, meant } of externalNetworks) {
        const joining = system.workloads.filter(
          one => one.deployment === id && one.networks.some(({ network }) => network === `external:${name}`),
        )
        for (const workload of joining) pass(workload)
        const [first] = joining
        if (!meant || !first) continue
        const what = `${first.name} joins the external network ${name}, which no project creates: the one of ${meant.at.path} is called ${meant.name}`
        fail(first, at, what, {
          key: `external.${name}`,
          why: 'Compose puts the name of the project in front of the networks that it creates. Asked for one that is not there, it ends with "network declared as external, but could not be found" and starts nothing.',
          fix: `Write \`name: ${meant.name}\` beside \`external: true\`, or give the network there a name of its own: \`name: ${name}\`.`,
          related: [{ at: meant.at, message: `${meant.name} is created here` }],
        })
      }
    }
    for (const edge of system.edges) {
      if (edge.from.kind !== 'workload' || !edge.proxy) continue
      const target = outOfReach(edge, edge.from)
      if (edge.answer.kind === 'workload' && !target) pass(edge.from)
      if (!target) continue
      const what = `${edge.from.name} sends to ${target.name}, and they share no network: ${namesOf(edge.from)} against ${namesOf(target)}`
      fail(edge.from, edge, what, {
        key: `${target.name}.${edge.proxy.id}`,
        related: [{ at: target.at, message: `${target.name} is on ${namesOf(target)}` }],
      })
    }
  },
  examples: {
    bad: [
      {
        // Compose puts the name of the project in front of the networks that it creates.
        'proxy/compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--providers.docker"], networks: [web] }
          networks: { web: {} }
        `,
        'shop/compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [web] }
          networks:
            web: #! api joins the external network web, which no project creates: the one of proxy/compose.yaml is called proxy_web
              external: true
        `,
      },
      {
        // Whatever else is on the external network of the target, the proxy is not.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", networks: [front], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [backend] }
          networks: { front: {}, backend: { external: true } }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; } #! web sends to api, and they share no network: front against backend
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: [frontend]
              environment:
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@db:5432/erp #! api connects to db (DATABASE_URL), and they share no network: frontend against backend
            db:
              image: postgres:17.2
              networks: [backend]
          networks: { frontend: {}, backend: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            web:
              image: nginx:1.29.1
              networks: [front]
              volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"]
            edge: { image: "traefik:v3.5", command: ["--providers.docker"], networks: [front] }
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: [back]
              labels:
                - traefik.http.routers.api.rule=Host(\`erp.acme.com\`) #! edge sends to api, and they share no network: front against back
          networks: { front: {}, back: {} }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; } #! web sends to api, and they share no network: front against back
          }
        `,
      },
    ],
    good: [
      {
        // By the name that it has, by a name that is written, and one that people create by hand.
        'proxy/compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--providers.docker"], networks: [web, inner, hand] }
          networks: { web: {}, inner: { name: inner-net }, hand: {} }
        `,
        'shop/compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [web, inner, hand] }
          networks:
            web: { external: true, name: proxy_web }
            inner: { external: true, name: inner-net }
            hand: { external: true }
        `,
        'README.md': 'Before the first start: docker network create hand',
      },
      {
        // The external network is the other one's by the name that Compose gives it.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", networks: [front], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [shared, front] }
            docs: { image: "ghcr.io/acme/docs:1.4.0", networks: [shared] }
          networks: { front: {}, shared: { external: true, name: erp_front } }
        `,
        'site.conf': `
          server { listen 80; location / { proxy_pass http://api:3000; } location /docs { proxy_pass http://docs:3000; } }
        `,
      },
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: [frontend, backend]
              environment: { DATABASE_URL: "postgresql://erp:\${DB_PASSWORD}@db:5432/erp", PARTNER_URL: "https://partner.example.com/api" }
            worker:
              image: ghcr.io/acme/worker:1.4.0
              networks: [backend]
              environment: { DATABASE_URL: "postgresql://erp:\${DB_PASSWORD}@primary.db:5432/erp" }
            db: { image: "postgres:17.2", networks: { backend: { aliases: [primary.db] } } }
          networks: { frontend: {}, backend: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [front, shared], environment: { REDIS_HOST: cache, DATABASE_HOST: db } }
            agent: { image: "ghcr.io/acme/agent:1.4.0", network_mode: host, environment: { DATABASE_HOST: db } }
            cache: { image: "redis:8.0", networks: [front] }
            db: { image: "postgres:17.2", networks: [shared] }
          networks: { front: {}, shared: { external: true } }
        `,
      },
      {
        // Traefik on the network of the host reaches every container; an external network may join them.
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: ["--providers.docker"], network_mode: host }
            other: { image: "traefik:v3.5", command: ["--providers.docker"], networks: [shared, front] }
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [shared], labels: ["traefik.http.routers.api.rule=Host(\`erp.acme.com\`)"] }
            app: { image: "ghcr.io/acme/app:1.4.0", network_mode: host, labels: ["traefik.http.routers.app.rule=Host(\`app.acme.com\`)"] }
          networks: { front: {}, shared: { external: true } }
        `,
      },
    ],
  },
})

/** Who a proxy means and cannot reach: by a name that another network knows, or by a label. */
function outOfReach({ answer, via, networks }: Edge, from: Workload): Workload | undefined {
  const target =
    answer.kind === 'nobody'
      ? answer.namesake
      : answer.kind === 'workload' && via === 'label'
        ? answer.workload
        : undefined
  if (!target || target === from || networks.length > 0) return undefined
  const isOpen = (workload: Workload) =>
    workload.networkMode !== undefined || workload.networks.length === 0 || workload.platform === 'kubernetes'
  const isForeign = from.networks.some(({ network }) => network.startsWith('external:'))
  return isOpen(from) || isOpen(target) || isForeign || mayBeOne(from, target) ? undefined : target
}

/** Whether an external network of the target may be one that the other is on, by the name that Compose gives to that. */
function mayBeOne(from: Workload, target: Workload): boolean {
  const external = target.networks.flatMap(({ network }) => /^external:(.*)$/.exec(network)?.[1] ?? [])
  return external.some(name => from.networks.some(one => name === one.identity || name.endsWith(`_${one.network}`)))
}

function namesOf({ networks }: Workload): string {
  return networks.map(one => one.network.replace(/^external:/, '')).join(', ')
}
