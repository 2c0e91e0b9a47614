import type { HostAnswer } from '../../src/model/host-names.js'
import { answersOf, isForUsers, isSince, type NginxProxy, nginxOf } from '../../src/model/nginx/facts.js'
import { peersOf } from '../../src/model/nginx/peers.js'
import type { UpstreamServer, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'nginx/upstream-resolved-once',
  title: 'nginx looks up a scaled service only when it starts',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Docker gives each container of a service an address when it starts. nginx keeps those of its own start: containers that are added later get no requests, and those that are replaced get them still, which ends in 502 until somebody reloads nginx.',
  fix: 'From nginx 1.27.3 on: `resolver 127.0.0.11 valid=10s;` in `http`, and in the upstream `zone api 64k;` and `server api:3000 resolve;`. Before: `set $api api; proxy_pass http://$api:3000;` with the same resolver.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_upstream_module.html#resolve',
    'https://docs.docker.com/engine/network/#dns-services',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, implied }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const scaled = scaledServers(proxy, answers)
      const [first, ...others] = scaled.filter(({ server }) => server.resolved === 'start')
      if (first) {
        const { server, workload } = first
        const count = knownValue(workload.replicas)
        const many = count === undefined ? 'a number of containers that may change' : `${count} containers`
        fail(proxy, server, `nginx looks ${knownValue(server.host)} up once, and ${workload.name} is ${many}`, {
          ...(isSince(proxy, 1, 27, 3) === false && { fix: BEFORE }),
          related: others.slice(0, 10).map(other => ({
            at: other.server.at,
            message: `${other.workload.name} is looked up once, too`,
          })),
        })
      } else if (scaled.length > 0) pass(proxy)
      else if (hasSingleGroup(proxy, answers)) implied(proxy, 'nginx/single-upstream-server')
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0", deploy: { replicas: 3 } }
            web: { image: "ghcr.io/acme/web:1.4.0", deploy: { replicas: "\${WEB_REPLICAS}" } }
        `,
        'site.conf': `
          upstream api {
            server api:3000; #! nginx looks api up once, and api is 3 containers
          }
          server {
            listen 80;
            location /api/ { proxy_pass http://api; }
            location / { proxy_pass http://web:8080; }
          }
        `,
      },
      {
        // An nginx that has no `resolve` yet.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.26.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            web: { image: "ghcr.io/acme/web:1.4.0", scale: 2 }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://web:8080; } #! nginx looks web up once, and web is 2 containers
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0", deploy: { replicas: 3 } }
            web: { image: "ghcr.io/acme/web:1.4.0", deploy: { replicas: 2 } }
            one: { image: "ghcr.io/acme/one:1.4.0" }
        `,
        'site.conf': `
          resolver 127.0.0.11 valid=10s;
          upstream api { zone api 64k; server api:3000 resolve; }
          server {
            listen 80;
            set $web web;
            location /api/ { proxy_pass http://api; }
            location /one/ { proxy_pass http://one:3000; }
            location / { proxy_pass http://$web:8080; }
          }
        `,
      },
    ],
  },
})

const BEFORE =
  'Write `resolver 127.0.0.11 valid=10s;` into `http`, and name the service by a variable: `set $api api; proxy_pass http://$api:3000;`. From nginx 1.27.3 on `server api:3000 resolve;` in an upstream with a `zone` does it.'

interface Scaled {
  readonly server: UpstreamServer
  readonly workload: Workload
}

/** Servers that are services of Compose with several containers: swarm and Kubernetes give such a name one address that stays. */
function scaledServers({ nginx }: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): readonly Scaled[] {
  const servers = new Set(nginx.passes.filter(isForUsers).flatMap(({ upstream }) => upstream.servers))
  return [...servers].flatMap((server): Scaled[] => {
    const peers = peersOf(server, answers)
    return peers.count === 'many' && peers.workload.platform === 'compose' ? [{ server, workload: peers.workload }] : []
  })
}

/** What cannot be looked up anew while there is one of it. */
function hasSingleGroup({ nginx }: NginxProxy, answers: ReadonlyMap<UpstreamServer, HostAnswer>): boolean {
  return nginx.passes.some(
    ({ group }) =>
      group?.upstream.servers.length === 1 &&
      group.upstream.servers.some(server => server.resolved === 'start' && peersOf(server, answers).count === 'one'),
  )
}
