import type { NginxGroup } from '../../src/model/nginx/configuration.js'
import { answersOf, nginxOf } from '../../src/model/nginx/facts.js'
import { peersOf } from '../../src/model/nginx/peers.js'
import type { NginxDirective } from '../../src/parse/nginx.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'
import { listOf } from '../../src/words.js'

export default defineRule({
  id: 'nginx/single-upstream-server',
  title: 'An upstream has one server, so that there is nothing to fail over to',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'nginx never takes the only server of a group out, and has no other to ask: while it restarts or hangs, users get 502 and 504. `max_fails` and `fail_timeout` are ignored there, and `max_fails=0` switches them off anywhere.',
  fix: 'Run the application at least twice and let the group know: two `server` lines, or one name with several addresses (`deploy.replicas: 2`, and `server api:3000 resolve;` with a `zone` and a `resolver`).',
  refs: ['https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server'],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const used = new Set(proxy.nginx.passes.flatMap(({ group }) => group ?? []))
      const found: { readonly at: NginxDirective['at']; readonly what: string }[] = []
      for (const group of used) {
        const [first, ...others] = group.upstream.servers
        if (!first) continue
        const peers = peersOf(first, answers)
        if (others.length === 0 && peers.count === 'unknown') continue
        pass(proxy)
        const host = knownValue(first.host)
        const ignored = others.length === 0 && peers.count === 'one' ? failoverOf(group) : []
        const tail = ignored.length > 0 ? `, and ignores ${listOf(ignored)}` : ''
        if (others.length === 0 && peers.count === 'one')
          found.push({ at: first.at, what: `the upstream ${group.name} has one server, ${host}${tail}` })
        else if (others.length > 0 && group.upstream.servers.every(server => neverFails(server.at, group)))
          found.push({ at: first.at, what: `no server of ${group.name} is ever taken out: all have max_fails=0` })
      }
      const [first, ...others] = found
      const related = others.slice(0, 10).map(({ at, what }) => ({ at, message: what }))
      // Under plain Compose a service is one container by design: worth knowing, as with workload/single-replica.
      const severity = proxy.workloads.some(({ platform }) => platform === 'compose') ? 'low' : 'medium'
      if (first) fail(proxy, first.at, first.what, { related, severity })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
            web: { image: "ghcr.io/acme/web:1.4.0" }
        `,
        'site.conf': `
          upstream api {
            server api:3000 max_fails=3 fail_timeout=30s; #! the upstream api has one server, api, and ignores max_fails=3 and fail_timeout=30s
          }
          upstream web { server web:8080; }
          server {
            listen 80;
            location /api/ { proxy_pass http://api; }
            location / { proxy_pass http://web; }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api-1: { image: "ghcr.io/acme/api:1.4.0" }
            api-2: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          upstream api {
            server api-1:3000 max_fails=0; #! no server of api is ever taken out: all have max_fails=0
            server api-2:3000 max_fails=0;
          }
          server { listen 80; location / { proxy_pass http://api; } }
        `,
      },
    ],
    good: [
      {
        // Several servers, one with a spare, one name for several instances; local sockets, behind which there may be many.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0", deploy: { replicas: 3 } }
            web: { image: "ghcr.io/acme/web:1.4.0", deploy: { replicas: "\${WEB_REPLICAS}" } }
            old: { image: "ghcr.io/acme/old:1.4.0" }
        `,
        'site.conf': `
          resolver 127.0.0.11 valid=10s;
          upstream api { zone api 64k; server api:3000 resolve; }
          upstream web { zone web 64k; server web:8080 resolve; }
          upstream old { server old:3000; server web:8080 backup; }
          upstream two { server old:3000 max_fails=0; server web:8080; }
          upstream sockets { server unix:/run/gunicorn.sock fail_timeout=0; }
          upstream local { server 127.0.0.1:3000; }
          upstream partner { server 192.0.2.7:443; }
          upstream unused { server old:3000; }
          server {
            listen 80;
            location /api/ { proxy_pass http://api; }
            location /old/ { proxy_pass http://old; }
            location /two/ { proxy_pass http://two; }
            location /py/ { proxy_pass http://sockets; }
            location /js/ { proxy_pass http://local; }
            location /partner/ { proxy_pass https://partner; }
            location / { proxy_pass http://web; }
          }
        `,
      },
    ],
  },
})

/** The parameters of a group's servers that are about other servers; a zero asks for what happens anyway. */
function failoverOf({ scope }: NginxGroup): readonly string[] {
  const parameters = (scope.byName.get('server') ?? []).flatMap(({ args }) => args.slice(1).map(({ text }) => text))
  return parameters.filter(text => /^(?:max_fails|fail_timeout|slow_start)=(?!0)/.test(text))
}

function neverFails(at: NginxDirective['at'], { scope }: NginxGroup): boolean {
  const directive = scope.byName.get('server')?.find(one => one.at === at)
  return directive?.args.some(({ text }) => text === 'max_fails=0') === true
}
