import { reachOf, type Traefik, traefiksOf } from '../../src/model/traefik/judging.js'
import { openDashboards } from '../../src/model/traefik/open-dashboards.js'
import { find, switchAt } from '../../src/model/traefik/settings.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'traefik/api-insecure',
  title: 'Traefik serves its API and dashboard without a login',
  category: 'security',
  severity: 'critical',
  confidence: 'A',
  security: 9.1,
  since: '0.1.0',
  effort: 'minutes',
  why: 'With api.insecure, port 8080 shows every route, host, service address and middleware to whoever reaches it: a map of the system for an attacker, and of what is not protected.',
  fix: 'Remove `api.insecure`. Route the dashboard to people only, with a login: `traefik.http.routers.dashboard.rule=Host(`traefik.example.com`)`, `.service=api@internal`, `.middlewares=<a basicAuth or forwardAuth middleware>`.',
  refs: ['https://doc.traefik.io/traefik/v3.3/operations/api/#insecure'],
  reads: ['traefik'],
  check({ system, pass, fail, unverified }) {
    for (const traefik of traefiksOf(system)) {
      const { proxy, settings, hidden } = traefik
      const insecure = switchAt(settings, 'api', 'insecure')
      if (insecure?.known === true && insecure.value) {
        const reached = reachedBy(traefik)
        const at = find(settings, 'api', 'insecure')?.at ?? proxy.at
        fail(proxy, at, `${proxy.name} shows its API and dashboard to ${reached.who} (api.insecure)`, reached.options)
      }
      const dashboards = openDashboards(traefik)
      for (const { router, because } of dashboards) {
        const key = `router.${router.name}`
        const what = `${proxy.name} shows its API and dashboard to everybody, through the router ${router.name}: no middleware asks for a login`
        if (because === undefined) fail(proxy, router.at, what, { key, fix: loginFor(router.name) })
        else unverified(proxy, router.at, because)
      }
      if ((insecure?.known === true && insecure.value) || dashboards.length > 0) continue
      if (insecure?.known === false) unverified(proxy, insecure, 'api.insecure is set outside the repository')
      else if (hidden && !insecure) unverified(proxy, hidden, hidden.because)
      else pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--api.dashboard=true", "--entrypoints.s.address=:443"]
              ports: ["443:443"]
              labels:
                traefik.http.routers.dash.rule: Host(\`traefik.example.com\`) #! edge shows its API and dashboard to everybody, through the router dash
                traefik.http.routers.dash.entrypoints: s
                traefik.http.routers.dash.tls: "true"
                traefik.http.routers.dash.service: api@internal
                traefik.http.routers.dash.middlewares: compressed
                traefik.http.middlewares.compressed.compress: "true"
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command:
                - --providers.docker=true
                - --API.Insecure=true #! edge shows its API and dashboard to everybody who reaches port 8080 of the host
              ports: ["80:80", "8080:8080"]
            inner:
              image: traefik:v2.11
              ports: ["8000:80"]
              command:
                - --api
                - --api.insecure #! inner shows its API and dashboard to every container on its networks
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", ports: ["80:80", "9000:9000"], volumes: ["./traefik.toml:/etc/traefik/traefik.toml:ro"] }
        `,
        'traefik.toml': `
          [entryPoints.traefik]
          address = ":9000"
          [api]
          insecure = true #! edge shows its API and dashboard to everybody who reaches port 9000 of the host
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              network_mode: host
              environment:
                TRAEFIK_API_INSECURE: "true" #! edge shows its API and dashboard to everybody who reaches port 8080 of the host
        `,
      },
    ],
    good: [
      {
        // By address; by the entry point; through a chain; on an entry point that only the machine itself reaches; without the API.
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command:
                - --providers.docker=true
                - --api.dashboard=true
                - --entrypoints.web.address=:80
                - --entrypoints.admin.address=:9000
                - --entrypoints.admin.http.middlewares=login@docker
                - --entrypoints.own.address=:9001
              ports: ["80:80", "9000:9000", "127.0.0.1:9001:9001"]
              labels:
                - traefik.http.routers.one.rule=Host(\`traefik.example.com\`) && ClientIP(\`10.0.0.0/8\`)
                - traefik.http.routers.one.service=api@internal
                - traefik.http.routers.two.rule=PathPrefix(\`/api\`)
                - traefik.http.routers.two.entrypoints=admin
                - traefik.http.routers.two.service=api@internal
                - traefik.http.routers.three.rule=Host(\`three.example.com\`)
                - traefik.http.routers.three.service=dashboard@internal
                - traefik.http.routers.three.middlewares=people
                - traefik.http.middlewares.people.chain.middlewares=login
                - traefik.http.routers.four.rule=PathPrefix(\`/\`)
                - traefik.http.routers.four.entrypoints=own
                - traefik.http.routers.four.service=api@internal
                - traefik.http.middlewares.login.basicauth.usersfile=/run/secrets/users
            plain:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.web.address=:80"]
              ports: ["8000:80"]
              labels: ["traefik.http.routers.none.rule=Host(\`a.example.com\`)", "traefik.http.routers.none.service=api@internal"]
        `,
      },
      {
        // The dashboard behind a router with a login; a flag that is off; a variable that nothing reads beside flags.
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--api.dashboard=true", "--api.insecure=false", "--entrypoints.web.address=:80"]
              environment: { TRAEFIK_API_INSECURE: "true" }
              ports: ["80:80", "8080:8080"]
              labels:
                - traefik.http.routers.dashboard.rule=Host(\`traefik.example.com\`)
                - traefik.http.routers.dashboard.service=api@internal
                - traefik.http.routers.dashboard.middlewares=login
                - traefik.http.middlewares.login.basicauth.usersfile=/run/secrets/users
            health: { image: "traefik:v3.5", command: traefik healthcheck --api.insecure, restart: "no" }
        `,
      },
      {
        // Flags have no effect beside a file.
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: --api.insecure=true, volumes: ["./traefik:/etc/traefik"] }
        `,
        'traefik/traefik.yml': `
          api: { dashboard: true }
        `,
      },
    ],
  },
})

function loginFor(router: string): string {
  return `Give the router a login: \`traefik.http.routers.${router}.middlewares=login\`, and \`traefik.http.middlewares.login.basicauth.usersfile=/run/secrets/traefik_users\` (or a forwardAuth to what knows your people, or an ipAllowList).`
}

/** Whether the port is published is up to other settings, and no fix of this one changes it. */
function reachedBy({ proxy, configuration }: Traefik) {
  const entryPoint = configuration.entryPoints.find(({ name }) => name === 'traefik')
  const port = entryPoint?.port?.known ? entryPoint.port.value : 8080
  const reach = proxy.workloads.map(workload => reachOf(workload, port))
  if (reach.every(one => one === 'network'))
    return { who: 'every container on its networks', options: { severity: 'medium' } } as const
  return { who: `everybody who reaches port ${hostPort(proxy.workloads, port)} of the host` }
}

function hostPort(workloads: Traefik['proxy']['workloads'], port: number): number {
  const published = workloads
    .flatMap(one => one.published)
    .find(one => one.container.known && one.container.value === port)
  return published?.host?.known ? published.host.value : port
}
