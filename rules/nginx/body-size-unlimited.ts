import { answersOf, isForUsers, isPublic, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { setting } from '../../src/model/nginx/scopes.js'
import { nginxBytes } from '../../src/model/nginx/values.js'
import type { NginxDirective } from '../../src/parse/nginx.js'
import { defineRule } from '../../src/rule.js'

/** Stores and registries take what is larger than any limit that one would set. */
const STORES = /^(?:minio|registry|gitea|gitlab|nexus|artifactory|harbor|verdaccio|nextcloud|seafile|seaweedfs)/

export default defineRule({
  id: 'nginx/body-size-unlimited',
  title: 'Requests of any size are accepted',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.3,
  since: '0.1.0',
  effort: 'minutes',
  why: '`client_max_body_size 0` switches the check off. nginx buffers request bodies on its disk before it passes them on, so that one upload without end fills it, and the application after it.',
  fix: 'Set what the largest honest request needs: `client_max_body_size 20m;`, and more only in the location of the uploads.',
  refs: ['https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size'],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const passes = proxy.nginx.passes.filter(
        one =>
          isForUsers(one) &&
          !one.upstream.servers.some(server => {
            const answer = answers.get(server)
            return answer?.kind === 'workload' && STORES.test(answer.workload.software?.id ?? answer.workload.name)
          }),
      )
      if (passes.length === 0 || !isPublic(proxy)) continue
      pass(proxy)
      const found = new Map<NginxDirective, string[]>()
      for (const { scope, location } of passes) {
        const size = setting(scope, 'client_max_body_size')
        if (size && nginxBytes(size.args[0]?.text ?? '') === 0)
          found.set(size, [...(found.get(size) ?? []), nameOf(location)])
      }
      for (const [directive, [location = '', ...others]] of found) {
        const more = others.length > 0 ? ` (and ${others.length} more)` : ''
        fail(proxy, directive, `client_max_body_size 0 lets requests of any size into ${location}${more}`, {
          key: location,
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          client_max_body_size 0; #! client_max_body_size 0 lets requests of any size into location /api/ (and 1 more)
          server {
            listen 80;
            location /api/ { proxy_pass http://api:3000; }
            location /files/ { client_max_body_size 100m; proxy_pass http://api:3000; }
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
    ],
    good: [
      {
        // Unlimited is what a store of files is for; the rest has a limit, or that of nginx: 1 MiB.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            inner: { image: "nginx:1.30.0", volumes: ["./inner.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
            files: { image: "minio/minio:RELEASE.2025-04-22T22-12-26Z", command: server /data }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; }
            location /uploads/ { client_max_body_size 100m; proxy_pass http://api:3000; }
            location /files/ { client_max_body_size 0; proxy_pass http://files:9000; }
          }
        `,
        'inner.conf': 'server { listen 80; client_max_body_size 0; location / { proxy_pass http://api:3000; } }',
      },
    ],
  },
})
