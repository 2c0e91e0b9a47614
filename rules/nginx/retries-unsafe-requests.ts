import { answersOf, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { balancedPasses } from '../../src/model/nginx/peers.js'
import { setting } from '../../src/model/nginx/scopes.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'nginx/retries-unsafe-requests',
  title: 'nginx sends a POST again that may already have been carried out',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'After an error or a timeout nobody knows how far the first server came. With `non_idempotent` the next one gets the same POST, and the invoice is written twice.',
  fix: 'Take `non_idempotent` out of `proxy_next_upstream`, and bound the retries that are safe: `proxy_next_upstream error timeout;`, `proxy_next_upstream_tries 2;`. Where clients must be able to repeat a POST, give it an idempotency key.',
  refs: ['https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_next_upstream'],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const passes = balancedPasses(proxy, answers)
      const unsafe = passes.flatMap(({ scope, protocol, location }) => {
        const prefix = protocol === 'http' ? 'proxy' : protocol
        const retries = setting(scope, `${prefix}_next_upstream`)
        return retries?.args.some(({ text }) => text === 'non_idempotent') ? [{ retries, location }] : []
      })
      const [first, ...others] = unsafe
      if (first) {
        const what = `${first.retries.name} sends POST requests of ${nameOf(first.location)} again (non_idempotent)`
        const related = others.filter(({ retries }) => retries !== first.retries)
        fail(proxy, first.retries, what, {
          related: related.slice(0, 10).map(({ retries, location }) => ({
            at: retries.at,
            message: `those of ${nameOf(location)}, too`,
          })),
        })
      } else if (passes.length > 0) pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0", deploy: { replicas: 2 } }
        `,
        'site.conf': `
          server {
            listen 80;
            location /api/ {
              proxy_next_upstream error timeout http_502 non_idempotent; #! proxy_next_upstream sends POST requests of location /api/ again (non_idempotent)
              proxy_pass http://api:3000;
            }
          }
        `,
      },
    ],
    good: [
      {
        // Without it nginx repeats what may be repeated; with one server there is nobody to send it to.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0", deploy: { replicas: 2 } }
            one: { image: "ghcr.io/acme/one:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 80;
            location /api/ { proxy_next_upstream error timeout; proxy_pass http://api:3000; }
            location /one/ { proxy_next_upstream error non_idempotent; proxy_pass http://one:3000; }
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
    ],
  },
})
