import type { Router } from '../../src/model/traefik/configuration.js'
import { type Traefik, traefiksOf } from '../../src/model/traefik/judging.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'traefik/reference-undefined',
  title: 'A router of Traefik names something that does not exist',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Traefik writes an error into its log and leaves the router out: users get "404 page not found" while the container is healthy. Without its entry point a router serves nobody, and one whose middleware is missing serves nobody either.',
  fix: 'Name an entry point of the static configuration and services and middlewares that exist; those of another provider bear its name: `auth@file`.',
  refs: [
    'https://doc.traefik.io/traefik/v3.3/routing/routers/#entrypoints',
    'https://doc.traefik.io/traefik/v3.3/providers/overview/#provider-namespace',
  ],
  reads: ['traefik'],
  check({ system, pass, fail, unverified }) {
    for (const traefik of traefiksOf(system)) {
      const { proxy, configuration, hidden } = traefik
      if (configuration.routers.length === 0) continue
      pass(proxy)
      for (const router of configuration.routers) {
        for (const { what, fix, at, key } of missingOf(router, traefik))
          fail(proxy, at, `the router ${router.name} names ${what}`, { key: `${router.name}.${key}`, fix })
      }
      if (hidden) unverified(proxy, hidden, hidden.because)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command:
                - --providers.docker=true
                - --providers.file.filename=/etc/traefik/routes.yml
                - --entrypoints.web.address=:80
                - --entrypoints.websecure.address=:443
              volumes: ["./routes.yml:/etc/traefik/routes.yml"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                - traefik.http.routers.api.rule=Host(\`erp.acme.com\`)
                - traefik.http.routers.api.entrypoints=https #! the router api names the entry point https, and Traefik has web and websecure
                - traefik.http.routers.api.middlewares=auth #! the router api names the middleware auth, which no label and no file defines
                - traefik.http.services.api.loadbalancer.server.port=3000
            web:
              image: ghcr.io/acme/web:1.4.0
              labels:
                traefik.http.routers.web.rule: Host(\`acme.com\`)
                traefik.http.routers.web.service: frontend #! the router web names the service frontend, which no label and no file defines
                traefik.http.services.web.loadbalancer.server.port: "80"
        `,
        'routes.yml': `
          http:
            middlewares:
              auth: { basicAuth: { users: ["admin:$apr1$x"] } }
            routers:
              legacy:
                rule: Host(\`old.acme.com\`)
                service: legacy #! the router legacy names the service legacy, which no label and no file defines
        `,
      },
    ],
    good: [
      {
        // Of another provider by its name, made by Traefik itself, or for a container without one.
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: [--providers.docker=true, --providers.file.filename=/etc/traefik/routes.yml, "--entrypoints.Web.address=:80"]
              volumes: ["./routes.yml:/etc/traefik/routes.yml"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                traefik.http.routers.api.rule: Host(\`erp.acme.com\`)
                traefik.http.routers.api.entrypoints: web
                traefik.http.routers.api.middlewares: auth@file,limit
                traefik.http.routers.board.rule: Host(\`edge.acme.com\`)
                traefik.http.routers.board.service: api@internal
                traefik.http.middlewares.limit.ratelimit.average: "100"
            web:
              image: ghcr.io/acme/web:1.4.0
              labels:
                traefik.http.routers.web.rule: Host(\`acme.com\`)
                traefik.http.routers.web.service: api-shop
        `,
        'routes.yml': `
          http:
            middlewares:
              auth: { basicAuth: { users: ["admin:$apr1$x"] } }
        `,
      },
      {
        // Another provider may have what these name.
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: [--providers.docker=true, --providers.consulcatalog=true, "--entrypoints.web.address=:80"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                traefik.http.routers.api.rule: Host(\`erp.acme.com\`)
                traefik.http.routers.api.middlewares: auth@consulcatalog
                traefik.http.routers.api.service: orders
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "traefik:v3.5", command: [--providers.docker=true, "--entrypoints.web.address=:80"], networks: [proxy] }
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: [proxy]
              labels:
                traefik.http.routers.api.rule: Host(\`erp.acme.com\`)
                traefik.http.routers.api.middlewares: login
          networks: { proxy: { external: true } }
        `,
      },
    ],
  },
})

interface Missing {
  readonly what: string
  readonly fix: string
  readonly key: string
  readonly at: Span
}

function missingOf(router: Router, { proxy, configuration, hidden }: Traefik): readonly Missing[] {
  const { entryPoints, routersComplete } = configuration
  const names = new Set(entryPoints.map(({ name }) => name.toLowerCase()))
  const own = entryPoints.filter(({ name }) => name !== 'traefik').map(({ name }) => name)
  const closed = hidden ? [] : router.entryPoints.filter(name => !names.has(name.toLowerCase()) && !name.includes('$'))
  // On a network that several projects share, labels of another one may define it.
  const isShared = proxy.workloads.some(({ networks }) => networks.some(one => one.network.startsWith('external:')))
  const isKnown = (name: string) =>
    !name.includes('$') && (!isShared || (name.includes('@') ? name.endsWith('@file') : router.provider === 'file'))
  const missing = routersComplete ? router.missing.filter(({ name }) => isKnown(name)) : []
  return [
    ...closed.map(name => ({
      what: `the entry point ${name}, and Traefik has ${listOf(own)}`,
      key: `entrypoint.${name}`,
      fix: `Name ${own.length === 1 ? 'it' : 'one of them'}, or add \`--entrypoints.${name}.address\`.`,
      at: router.entryPointsAt ?? router.at,
    })),
    ...missing.map(({ kind, name, at }) => ({
      what: `the ${kind} ${name}, which no label and no file defines`,
      key: `${kind}.${name}`,
      fix: `Define the ${kind}, or name one that there is; what a file defines is \`${name.replace(/@.*/, '')}@file\` in a label.`,
      at,
    })),
  ]
}
