import { answersOf, isHealth, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { rateLimitsOf } from '../../src/model/nginx/limits.js'
import { inForce } from '../../src/model/nginx/scopes.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'nginx/health-rate-limited',
  title: 'The rate limit of users counts for health checks, too',
  category: 'service-health',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A limit on the server holds in every location without one of its own. Behind a load balancer its checks come from the address that all users come from: under load they are answered with 503, and the healthy instance is taken out.',
  fix: 'Move `limit_req` out of the server into the locations of the application. There is no `limit_req off`.',
  refs: ['https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req'],
  reads: ['nginx'],
  check({ system, pass, fail, implied }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const limits = rateLimitsOf(proxy, answers)?.state
      for (const { locations } of proxy.nginx.servers) {
        for (const location of locations.filter(isHealth)) {
          const { directives, level } = inForce(location.scope, 'limit_req')
          const [limit] = directives
          // `return` answers before limits are asked.
          if (!limit || !level || level === location.scope || location.scope.byName.has('return')) {
            if (limits === 'none') implied(proxy, 'nginx/rate-limit-missing')
            else if (limits === 'unused') implied(proxy, 'nginx/rate-limit-unused')
            else pass(proxy)
            continue
          }
          const words = limit.args.map(({ text }) => text).join(' ')
          fail(proxy, limit, `${nameOf(location)} inherits \`limit_req ${words}\``, {
            key: nameOf(location),
            related: [{ at: location.scope.at, message: 'health checks are answered here' }],
          })
        }
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
          limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;
          server {
            listen 80;
            limit_req zone=api burst=20; #! location /health inherits \`limit_req zone=api burst=20\`
            location /health { proxy_pass http://api:3000; }
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          limit_req_zone $binary_remote_addr zone=api:10m rate=10r/s;
          limit_req_zone $binary_remote_addr zone=checks:1m rate=100r/s;
          server {
            listen 80;
            location /health { proxy_pass http://api:3000; }
            location / { limit_req zone=api burst=20; proxy_pass http://api:3000; }
          }
          server {
            listen 8080;
            limit_req zone=api burst=20;
            location = /healthz { return 200 "ok"; }
            location /readyz { limit_req zone=checks; proxy_pass http://api:3000; }
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
    ],
  },
})
