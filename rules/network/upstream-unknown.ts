import { edgesOfProxies } from '../../src/model/edges.js'
import { mayBeUnseen } from '../../src/model/kubernetes/doubts.js'
import { isStandardRoute, missingService } from '../../src/model/kubernetes/matches.js'
import { isPeer } from '../../src/model/peers.js'
import type { Edge, Subject, System } from '../../src/model/system.js'
import { type CheckContext, defineRule } from '../../src/rule.js'
import { didYouMean } from '../../src/suggest.js'

export default defineRule({
  id: 'network/upstream-unknown',
  title: 'Something is sent to a host that nothing answers to',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'The name of the host is looked up among the containers of the network, and none has it: nginx does not even start ("host not found in upstream"), other programs fail on every call.',
  fix: 'Write the name of the service, or give the container that is meant a network alias of this name.',
  refs: [
    'https://docs.docker.com/compose/how-tos/networking/',
    'https://docs.docker.com/reference/compose-file/services/#aliases',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy', 'kubernetes', 'prometheus'],
  check(context) {
    const elsewhere = namesOutsideProduction(context.system)
    for (const [proxy, edges] of edgesOfProxies(context.system)) {
      if (edges.every(({ from }) => from.kind === 'proxy')) continue
      context.pass(proxy)
      for (const edge of edges) judge(edge, proxy, `${edge.from.name} sends to ${edge.host}`, elsewhere, context)
    }
    judgeClusters(context)
    judgeRenamed(context)
    for (const edge of context.system.edges) {
      const { from, host, variable, what = '' } = edge
      if (edge.via === 'configuration' && from.kind === 'workload') {
        // Also what is set outside the network may be right: only what a container answers to is known to be.
        if (edge.answer.kind === 'workload') context.pass(from)
        if (edge.answer.kind === 'nobody')
          judge(edge, from, `${from.name} sends to ${host} (${what})`, elsewhere, context)
        continue
      }
      if (edge.via !== 'environment' || from.kind !== 'workload' || !isPeer(edge)) continue
      // What a variable names may as well be outside: only what a container answers to is known to be right.
      if (edge.answer.kind === 'workload') context.pass(from)
      if (edge.answer.kind === 'nobody')
        judge(edge, from, `${from.name} connects to ${host} (${variable?.name})`, elsewhere, context)
    }
  },
  examples: {
    bad: [
      {
        'k8s/base/kustomization.yaml': 'resources: [api.yaml, cache.yaml]\n',
        'k8s/base/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers: [{ name: api, image: "acme/api:1.4", envFrom: [{ configMapRef: { name: api } }] }]
                initContainers: [{ name: migrate, image: "acme/api:1.4", command: [./migrate], envFrom: [{ configMapRef: { name: api } }] }]
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: { name: api }
          data:
            REDIS_URL: redis://cache:6379 #! prod-api connects to cache (REDIS_URL), which kustomize calls prod-cache here
            SEARCH_URL: http://search:9200
        `,
        'k8s/base/cache.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template: { metadata: { labels: { app: cache } }, spec: { containers: [{ name: cache, image: "redis:8.0" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: cache }
          spec: { selector: { app: cache }, ports: [{ port: 6379 }] }
        `,
        'k8s/overlays/production/kustomization.yaml': 'resources: [../../base]\nnamePrefix: prod-\nnamespace: shop\n',
      },
      {
        // What collects logs and what shows them say themselves whom they send to and ask.
        'compose.yaml': `
          services:
            loki: { image: "grafana/loki:3.5" }
            grafana: { image: "grafana/grafana:12.1", volumes: ["./datasources:/etc/grafana/provisioning/datasources:ro"] }
            promtail: { image: "grafana/promtail:3.5", volumes: ["./promtail.yml:/etc/promtail/config.yml:ro", "/var/log:/var/log:ro"] }
        `,
        'promtail.yml': `
          clients:
            - url: http://lokki:3100/loki/api/v1/push #! promtail sends to lokki (its client), and no container on its networks has that name; did you mean "loki"?
        `,
        'datasources/all.yaml': `
          apiVersion: 1
          datasources:
            - { name: Loki, type: loki, url: "http://loki:3100" }
            - name: Prometheus
              type: prometheus
              url: http://prometheus:9090 #! grafana sends to prometheus (the data source Prometheus)
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", network_mode: host }
            web:
              image: ghcr.io/acme/web:1.4.0
              environment:
                API_URL: http://api:3000 #! web connects to api (API_URL), which is on the network of the host
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              environment:
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@postgress:5432/erp #! api connects to postgress (DATABASE_URL), and no container on its networks has that name; did you mean "postgres"?
                REDIS_HOST: cache #! api connects to cache (REDIS_HOST)
                REDIS_PORT: "6379"
                SEARCH_URL: \${SEARCH_URL:-http://elasticsearch:9200} #! api connects to elasticsearch (SEARCH_URL)
            postgres: { image: "postgres:17.2" }
            edge:
              image: traefik:v3.5
              command: ["--providers.file.filename=/routes.toml"]
              volumes: ["./routes.toml:/routes.toml"]
        `,
        'nginx.conf': `
          upstream backend {
            server backend:3000; #! web sends to backend, and no container on its networks has that name
          }
          server { listen 80; location / { proxy_pass http://backend; } }
        `,
        'routes.toml': `
          [http.routers.api]
          rule = "PathPrefix(\`/\`)"
          service = "api"
          [[http.services.api.loadBalancer.servers]]
          url = "http://app:3000" #! edge sends to app, and no container on its networks has that name
        `,
      },
      {
        'compose.yaml': `
          services:
            lb: { image: "haproxy:3.2", volumes: ["./haproxy.cfg:/usr/local/etc/haproxy/haproxy.cfg"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'haproxy.cfg': `
          backend api
            server a apy:3000 check #! lb sends to apy, and no container on its networks has that name; did you mean "api"?
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "caddy:2.10", volumes: ["./Caddyfile:/etc/caddy/Caddyfile"], ports: ["443:443"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        Caddyfile: `
          erp.acme.com {
            handle_path /api/* {
              reverse_proxy backend:3000 #! edge sends to backend, and no container on its networks has that name
            }
          }
        `,
      },
      {
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ port: 80 }] }
          ---
          apiVersion: traefik.io/v1alpha1
          kind: IngressRoute
          metadata: { name: erp }
          spec:
            routes:
              - { match: "PathPrefix(\`/\`)", kind: Rule, services: [{ name: apis, port: 80 }] } #! IngressRoute erp sends requests to the Service apis, which is not there
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: shop }
          spec:
            rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: apis, port: { number: 80 } } } }] } }]
        `,
      },
    ],
    good: [
      {
        // The overlay says the name that it makes.
        'k8s/base/kustomization.yaml': 'resources: [all.yaml]\n',
        'k8s/base/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "acme/api:1.4", envFrom: [{ configMapRef: { name: api } }] }] } }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: cache }
          spec:
            selector: { matchLabels: { app: cache } }
            template: { metadata: { labels: { app: cache } }, spec: { containers: [{ name: cache, image: "redis:8.0" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: cache }
          spec: { selector: { app: cache }, ports: [{ port: 6379 }] }
        `,
        'k8s/overlays/production/kustomization.yaml': `
          resources: [../../base]
          namePrefix: prod-
          namespace: shop
          configMapGenerator: [{ name: api, literals: ["REDIS_URL=redis://prod-cache:6379"] }]
        `,
      },
      {
        // What Traefik serves itself is no Service.
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0" }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ port: 80 }] }
          ---
          apiVersion: traefik.io/v1alpha1
          kind: IngressRoute
          metadata: { name: erp }
          spec:
            routes:
              - { match: "PathPrefix(\`/\`)", kind: Rule, services: [{ name: api, port: 80 }] }
              - { match: "PathPrefix(\`/dashboard\`)", kind: Rule, services: [{ name: api@internal, kind: TraefikService }] }
        `,
      },
      {
        // Aliases, container names, hosts outside, the host, variables, addresses, names for others, tools on request.
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"], extra_hosts: ["legacy:10.0.0.7"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: { default: { aliases: [backend] } }
              environment:
                DATABASE_URL: postgresql://erp:\${DB_PASSWORD}@erp-db:5432/erp
                CACHE_URL: redis://\${REDIS_HOST}:6379
                PARTNER_URL: https://partner.example.com/api
                PRINT_URL: http://host.docker.internal:631
                JWT_ISSUER: http://erp
                SMTP_HOST: mailhub
                IMAGE: builder:1.2
                BUCKET: s3://documents
                VITE_API_URL: http://api:3000
                DEBUG_URL: http://debug:9000
                HOST: erp
            postgres: { image: "postgres:17.2", container_name: erp-db }
            debug: { image: "ghcr.io/acme/debug:1.0.0", profiles: [debug] }
        `,
        'nginx.conf': `
          upstream app { server backend:3000; server legacy:3000 backup; server 10.0.0.8:3000; }
          server {
            listen 80;
            resolver 127.0.0.11;
            location / { proxy_pass http://app; }
            location /files/ { proxy_pass http://$arg_store:9000; }
            location /partner/ { proxy_pass https://partner.example.com; }
          }
        `,
      },
      {
        // Two projects that meet on a network.
        'edge/compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"], networks: [edge] }
          networks: { edge: { name: edge } }
        `,
        'edge/nginx.conf': `
          server { listen 80; location / { proxy_pass http://api:3000; } }
        `,
        'api/compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", networks: [edge] }
          networks: { edge: { external: true } }
        `,
      },
    ],
  },
})

/** An Ingress or a route, and the Services that it names; those of the standard kinds another rule reports. */
/** Addresses in texts of a kustomization that puts a prefix before the name of the Service which they mean. */
function judgeRenamed({ system, fail, implied }: CheckContext): void {
  if (system.renamedServices.length === 0) return
  const said = new Set<string>()
  // What serves before what only prepares it.
  const stays = ({ from }: Edge) => (from.kind === 'workload' && from.longRunning ? 0 : 1)
  for (const edge of [...system.edges].sort((one, other) => stays(one) - stays(other))) {
    const { from, host, variable, at } = edge
    if (edge.via !== 'environment' || from.kind !== 'workload' || edge.answer.kind !== 'unknown' || !isPeer(edge))
      continue
    const renamed = system.renamedServices.find(one => one.deployment === from.deployment && one.written === host)
    if (!renamed || from.pod?.namespace !== renamed.namespace || isServed(host, renamed.namespace, system)) continue
    // Several containers take it from the same place: one line to change, one finding.
    const place = `${at.path}:${at.start}:${host}`
    if (said.has(place)) {
      implied(from, 'network/upstream-unknown')
      continue
    }
    said.add(place)
    const message = `${from.name} connects to ${host} (${variable?.name}), which kustomize calls ${renamed.name} here`
    fail(from, edge, message, {
      key: `${variable?.name}.${host}`,
      fix: `Give ${variable?.name} the name in the overlay: \`${renamed.name}\`, by a patch or a generator, or by \`replacements\` from the name of the Service. Kustomize changes names in references between objects, never in texts.`,
      why: 'The overlay puts a prefix before the names of all objects, and the address in the text keeps the old one: nothing answers to it in this namespace, or what another environment has left there.',
    })
  }
}

/** Whether any deployment makes a Service of that name in that namespace. */
function isServed(host: string, namespace: string | undefined, { deployments }: System): boolean {
  return deployments.some(({ cluster }) =>
    cluster?.services.some(({ object }) => object.name === host && object.namespace === namespace),
  )
}

function judgeClusters({ system, pass, fail, implied, unverified }: CheckContext): void {
  const services = system.clusters.flatMap(one => one.services)
  const unseen = new Map(system.clusters.map(cluster => [cluster, mayBeUnseen(system, cluster)]))
  for (const proxy of system.proxies) {
    if (!proxy.kubernetes) continue
    pass(proxy)
    for (const route of proxy.kubernetes.routes) {
      const missing = missingService(route, services)
      if (!missing) continue
      if (unseen.get(proxy.kubernetes.cluster))
        unverified(proxy, route, `something that is not in the manifests may make the Service ${route.service}`)
      else if (isStandardRoute(route)) implied(proxy, 'kubernetes/selector-matches-nothing')
      else fail(proxy, missing.at, missing.message, { key: missing.part, fix: missing.fix })
    }
  }
}

/** Names of workloads that production does not start: of development sets, and those on request. */
function namesOutsideProduction({ deployments }: System): ReadonlySet<string> {
  const outside = deployments.flatMap(one => (one.purpose === 'production' ? [] : [...one.workloads, ...one.onRequest]))
  return new Set(outside.flatMap(({ name, networks }) => [name, ...networks.flatMap(network => network.aliases)]))
}

/** Says what is wrong with one edge. What is on no network in common is for network/networks-disjoint to say. */
function judge(
  edge: Edge,
  subject: Subject,
  what: string,
  elsewhere: ReadonlySet<string>,
  { system, fail, unverified }: CheckContext,
): void {
  const { answer, host, variable } = edge
  if (answer.kind === 'unknown' && /^[\w-]+$/.test(host))
    unverified(subject, edge, `who answers to ${host} is not known: ${answer.because}`)
  if (answer.kind !== 'nobody' || answer.namesake) return
  if (elsewhere.has(host)) {
    unverified(subject, edge, `only a development set has a container of the name ${host}`)
    return
  }
  const hosted = onHost(edge, system)
  if (hosted) {
    const fix = `Send to \`host.docker.internal\` with \`extra_hosts: ["host.docker.internal:host-gateway"]\` in ${edge.from.name}, or take \`network_mode: host\` from ${host}.`
    const message = `${what}, which is on the network of the host, where containers have no name`
    fail(subject, edge, message, {
      key: variable ? `${variable.name}.${host}` : edge.what ? `${edge.what}.${host}` : host,
      fix,
    })
    return
  }
  const beside = namesBeside(edge, system)
  const replica = host.replace(/[-_]?\d+$/, '')
  const fix =
    replica !== host && beside.includes(replica)
      ? `Send to \`${replica}\`, which is the name of all its replicas: Compose calls no container \`${host}\`.`
      : undefined
  const message = `${what}, and no container on its networks has that name${fix ? '' : didYouMean(host, beside)}`
  fail(subject, edge, message, {
    key: variable ? `${variable.name}.${host}` : edge.what ? `${edge.what}.${host}` : host,
    ...(fix ? { fix } : {}),
  })
}

/** Whether the name is that of a service on the network of the host, which Docker's name service does not know. */
function onHost({ from, host }: Edge, { workloads }: System): boolean {
  const deployment = from.kind === 'workload' ? from.deployment : undefined
  const namesake = workloads.find(other => other.deployment === deployment && other.name === host)
  return namesake?.networkMode?.known === true && namesake.networkMode.value === 'host'
}

/** Names beyond this many are not compared with. */
const MOST_NAMES = 200

function namesBeside({ from }: Edge, { workloads }: System): readonly string[] {
  const deployment = from.kind === 'workload' ? from.deployment : undefined
  const beside = workloads.filter(other => other.deployment === deployment && other !== from)
  return beside.slice(0, MOST_NAMES).map(other => other.name)
}
