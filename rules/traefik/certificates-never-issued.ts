import { isDataMount } from '../../src/model/datastore/data-mounts.js'
import { encryptionOfEntries } from '../../src/model/entry-encryption.js'
import { publicEntries } from '../../src/model/public-entries.js'
import type { System, Workload } from '../../src/model/system.js'
import type { CertificateResolver, EntryPoint, Router } from '../../src/model/traefik/configuration.js'
import { entryPointsOfRouter } from '../../src/model/traefik/entry-points.js'
import { reachOf, type Traefik, traefiksOf } from '../../src/model/traefik/judging.js'
import { find } from '../../src/model/traefik/settings.js'
import { isWithin } from '../../src/paths.js'
import { defineRule } from '../../src/rule.js'
import type { Span } from '../../src/source.js'

export default defineRule({
  id: 'traefik/certificates-never-issued',
  title: 'Traefik is set up for certificates that it never gets or keeps',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.2,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Where no certificate can be issued, Traefik answers with one that it signed itself: browsers refuse it, and other clients learn not to check. Where certificates are not kept, each new container asks for them again until Let’s Encrypt refuses for a week.',
  fix: 'Give the resolver a challenge, keep its storage on a volume, name it in the routers or on the entry point of port 443, and publish that port.',
  refs: ['https://doc.traefik.io/traefik/v3.3/https/acme/', 'https://letsencrypt.org/docs/rate-limits/'],
  reads: ['traefik'],
  check({ system, pass, fail, implied, unverified }) {
    for (const traefik of traefiksOf(system)) {
      const { proxy, configuration, hidden } = traefik
      const { resolvers, routers } = configuration
      const asked =
        routers.some(router => router.certResolver) || configuration.entryPoints.some(point => point.certResolver)
      if (resolvers.length === 0 && !asked) {
        if (hidden) unverified(proxy, hidden, hidden.because)
        else if (isUnencrypted(proxy.workloads, system)) implied(proxy, 'network/tls-missing')
        else pass(proxy)
        continue
      }
      pass(proxy)
      for (const { at, key, what, fix } of obstacles(traefik)) fail(proxy, at, `${proxy.name}: ${what}`, { key, fix })
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
              ports: ["80:80", "443:443"]
              command:
                - --providers.docker=true
                - --entrypoints.web.address=:80
                - --entrypoints.websecure.address=:443
                - --certificatesresolvers.le.acme.email=ops@acme.com #! edge: the resolver le has no challenge
                - --certificatesresolvers.spare.acme.tlschallenge=true #! edge: no router and no entry point takes certificates from the resolver spare
                - --certificatesresolvers.le.acme.storage=/acme/acme.json #! edge: the resolver le keeps its certificates in /acme/acme.json, which is on no volume
                - --certificatesresolvers.spare.acme.storage=/letsencrypt/spare.json
              volumes: ["letsencrypt:/letsencrypt"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                - traefik.http.routers.api.rule=Host(\`erp.acme.com\`)
                - traefik.http.routers.api.entrypoints=websecure
                - traefik.http.routers.api.tls.certresolver=le
            shop:
              image: ghcr.io/acme/shop:1.4.0
              labels:
                - traefik.http.routers.shop.rule=Host(\`shop.acme.com\`)
                - traefik.http.routers.shop.entrypoints=websecure
                - traefik.http.routers.shop.tls.certresolver=letsencrypt #! edge: the router shop takes certificates from letsencrypt, which is no resolver
          volumes: { letsencrypt: {} }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              ports: ["80:80"]
              volumes: ["./traefik.yml:/etc/traefik/traefik.yml", "acme:/acme"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                - traefik.http.routers.api.rule=Host(\`erp.acme.com\`)
                - traefik.http.routers.api.entrypoints=web
          volumes: { acme: {} }
        `,
        'traefik.yml': `
          providers: { docker: {} }
          entryPoints:
            web: { address: ":80" }
            websecure:
              address: ":443" #! edge: no published port leads to an entry point with TLS
              http: { tls: { certResolver: le } }
          certificatesResolvers:
            le:
              acme:
                storage: /acme/acme.json
                httpChallenge: { entryPoint: http } #! edge: the challenge of the resolver le uses the entry point http, which is not defined
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              ports: ["80:80", "443:443"]
              command:
                - --providers.docker=true
                - --entrypoints.web.address=:80
                - --entrypoints.websecure.address=:443
                - --entrypoints.websecure.http.tls.certresolver=LE
                - --certificatesresolvers.le.acme.httpchallenge.entrypoint=web
                - --certificatesresolvers.le.acme.storage=/acme.json
              volumes: ["./acme.json:/acme.json"]
            api: { image: "ghcr.io/acme/api:1.4.0", labels: ["traefik.http.routers.api.rule=Host(\`erp.acme.com\`)"] }
        `,
        'acme.json': '{}',
      },
      {
        // Certificates of one's own; a challenge that is told elsewhere; routers that are defined elsewhere.
        'compose.yaml': `
          services:
            own: { image: "traefik:v3.5", ports: ["443:443"], command: ["--entrypoints.s.address=:443", "--entrypoints.s.http.tls", "--providers.file.filename=/tls.yml"], volumes: ["./tls.yml:/tls.yml"] }
            edge:
              image: traefik:v3.5
              ports: ["444:443"]
              command: ["--providers.consul", "--entrypoints.s.address=:443", "--certificatesresolvers.le.acme.dnschallenge.provider=\${DNS}", "--certificatesresolvers.le.acme.storage=/d/acme.json"]
              volumes: ["data:/d"]
          volumes: { data: {} }
        `,
        'tls.yml': `
          tls: { certificates: [{ certFile: /certs/a.pem, keyFile: /certs/a.key }] }
        `,
      },
    ],
  },
})

interface Obstacle {
  readonly at: Span
  readonly key: string
  readonly what: string
  readonly fix: string
}

function isUnencrypted(workloads: readonly Workload[], system: System): boolean {
  const encryptionOf = encryptionOfEntries(system)
  const ids = new Set(workloads.map(({ id }) => id))
  return publicEntries(system).some(entry => ids.has(entry.subject.id) && encryptionOf(entry).state === 'plain')
}

/** Everything that keeps certificates from being issued, kept or used. */
function obstacles(traefik: Traefik): readonly Obstacle[] {
  const { configuration } = traefik
  const known = new Set(configuration.resolvers.map(({ name }) => name.toLowerCase()))
  return [
    ...configuration.resolvers.flatMap(resolver => [
      ...withoutChallenge(resolver, traefik),
      ...withoutStorage(resolver, traefik),
      ...withoutUse(resolver, traefik),
    ]),
    ...configuration.routers.flatMap(router => withoutResolver(router, known, traefik)),
    ...unreachable(traefik),
  ]
}

function withoutChallenge(
  { name, challenge, entryPoint, settings, at }: CertificateResolver,
  traefik: Traefik,
): readonly Obstacle[] {
  if (traefik.hidden) return []
  if (challenge === 'none') {
    const fix = `Add \`--certificatesresolvers.${name}.acme.tlschallenge=true\` (or an HTTP or DNS challenge).`
    return [{ at, key: `${name}.challenge`, what: `the resolver ${name} has no challenge`, fix }]
  }
  if (challenge !== 'http' || traefik.configuration.entryPoints.some(point => point.name === entryPoint)) return []
  const place = find(settings, 'acme', 'httpchallenge')?.at ?? at
  const what = `the challenge of the resolver ${name} uses the entry point ${entryPoint}, which is not defined`
  return [{ at: place, key: `${name}.entrypoint`, what, fix: 'Name the entry point that listens on port 80.' }]
}

function withoutStorage(
  { name, storage, challenge, settings, at }: CertificateResolver,
  { proxy }: Traefik,
): readonly Obstacle[] {
  if (!storage.known || challenge === 'other') return []
  const path = storage.value
  const isKept = (workload: Workload) =>
    workload.mounts.some(
      mount => !mount.target.known || (isDataMount(mount) && isWithin(mount.target.value.replace(/\/+$/, ''), path)),
    )
  if (proxy.workloads.every(isKept)) return []
  const place = find(settings, 'acme', 'storage')?.at ?? at
  const what = `the resolver ${name} keeps its certificates in ${path}, which is on no volume`
  const fix = `Put \`storage\` on a volume: \`volumes: ["letsencrypt:/letsencrypt"]\` and \`--certificatesresolvers.${name}.acme.storage=/letsencrypt/acme.json\`.`
  return [{ at: place, key: `${name}.storage`, what, fix }]
}

function withoutUse({ name, at }: CertificateResolver, { configuration, hidden }: Traefik): readonly Obstacle[] {
  const { routers, entryPoints, routersComplete } = configuration
  const wanted = name.toLowerCase()
  const isUsed =
    hidden !== undefined ||
    !routersComplete ||
    entryPoints.some(point => point.certResolver?.toLowerCase() === wanted) ||
    routers.some(
      ({ certResolver }) => certResolver && (!certResolver.known || certResolver.value.toLowerCase() === wanted),
    )
  if (isUsed) return []
  const what = `no router and no entry point takes certificates from the resolver ${name}`
  const fix = `Add \`--entrypoints.websecure.http.tls.certresolver=${name}\`, or the label \`traefik.http.routers.<name>.tls.certresolver=${name}\`.`
  return [{ at, key: `${name}.use`, what, fix }]
}

function withoutResolver(
  { name, certResolver }: Router,
  known: ReadonlySet<string>,
  { hidden }: Traefik,
): readonly Obstacle[] {
  if (hidden || !certResolver?.known || known.has(certResolver.value.toLowerCase())) return []
  const { value, at } = certResolver
  const what = `the router ${name} takes certificates from ${value}, which is no resolver`
  return [
    { at, key: `router.${name}`, what, fix: `Name one of: ${[...known].join(', ') || 'define a resolver first'}.` },
  ]
}

/** Entry points with TLS that none of the published ports leads to. */
function unreachable({ proxy, configuration, hidden }: Traefik): readonly Obstacle[] {
  const { entryPoints, routers, static: fixed } = configuration
  const used = new Set(
    routers.filter(({ tls }) => tls).flatMap(router => entryPointsOfRouter(router, entryPoints, fixed.settings)),
  )
  const encrypted = entryPoints.filter(point => point.tls || used.has(point))
  const published = proxy.workloads.some(workload => workload.published.length > 0)
  const isClosed = ({ port }: EntryPoint) =>
    port?.known === true && proxy.workloads.every(workload => reachOf(workload, port.value) === 'network')
  const [first] = encrypted
  if (hidden || !published || !first || !encrypted.every(isClosed) || proxy.workloads.some(isElsewhere)) return []
  const what = 'no published port leads to an entry point with TLS'
  return [{ at: first.at, key: 'published', what, fix: 'Publish its port: `ports: ["443:443"]`.' }]
}

/** In a cluster or a swarm others bring requests to it. */
function isElsewhere({ platform }: Workload): boolean {
  return platform !== 'compose'
}
