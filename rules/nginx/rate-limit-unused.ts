import { answersOf, nginxOf } from '../../src/model/nginx/facts.js'
import { rateLimitsOf, unusedZones } from '../../src/model/nginx/limits.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'nginx/rate-limit-unused',
  title: 'A zone for limits is declared, and nothing is counted in it',
  category: 'security',
  severity: 'medium',
  confidence: 'A',
  security: 5.3,
  since: '0.1.0',
  effort: 'minutes',
  why: '`limit_req_zone` and `limit_conn_zone` only reserve memory. Until a `limit_req` or `limit_conn` names the zone nothing is limited, and the configuration looks as if it were.',
  fix: 'Name it where it is meant: `limit_req zone=login burst=5 nodelay;` in the location of the login. Or take the declaration away.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req',
    'https://nginx.org/en/docs/http/ngx_http_limit_conn_module.html#limit_conn',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system)
    for (const proxy of nginxOf(system)) {
      const limits = rateLimitsOf(proxy, answers)
      if (!limits) continue
      const unused = unusedZones(proxy)
      const [first] = unused
      if (!first) {
        if (limits.state === 'none') implied(proxy, 'nginx/rate-limit-missing')
        else if (limits.state === 'unknown') unverified(proxy, proxy, 'what is included or called may limit requests')
        else pass(proxy)
      }
      if (first && !proxy.complete)
        unverified(proxy, first, `what is included from outside the repository may use the zone ${first.name}`)
      for (const { kind, name, rate, at } of proxy.complete ? unused : []) {
        const what = kind === 'requests' ? `limits requests${rate ? ` to ${rate}` : ''}` : 'limits connections'
        const use = kind === 'requests' ? `limit_req zone=${name}` : `limit_conn ${name}`
        fail(proxy, at, `the zone ${name} ${what}, and no \`${use}\` uses it`, {
          key: `${kind}.${name}`,
          fix: `Write \`${use}${kind === 'requests' ? ' burst=5 nodelay' : ' 20'};\` into the locations that it is meant for, or take the declaration away.`,
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.30.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          events {}
          http {
            limit_req_zone $binary_remote_addr zone=api:10m rate=20r/s;
            limit_req_zone $binary_remote_addr zone=login:10m rate=5r/m; #! the zone login limits requests to 5r/m, and no \`limit_req zone=login\` uses it
            limit_conn_zone $binary_remote_addr zone=each:10m; #! the zone each limits connections
            server {
              listen 80;
              location / {
                limit_req zone=api burst=40;
                proxy_pass http://api:3000;
              }
            }
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.30.0-alpine
              ports: ["80:80"]
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro", "./conf.d:/etc/nginx/conf.d:ro"]
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'nginx.conf': `
          events {}
          http {
            limit_req_zone $binary_remote_addr zone=api:10m rate=20r/s;
            limit_req_zone $binary_remote_addr zone=login:10m rate=5r/m;
            limit_conn_zone $binary_remote_addr zone=each:10m;
            limit_conn each 20;
            include /etc/nginx/conf.d/*.conf;
          }
        `,
        'conf.d/api.conf': `
          server {
            listen 80;
            limit_req zone=api burst=40;
            location / {
              proxy_pass http://api:3000;
              location /login { limit_req zone=login burst=5; proxy_pass http://api:3000; }
            }
          }
        `,
      },
    ],
  },
})
