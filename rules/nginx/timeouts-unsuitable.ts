import type { NginxPass } from '../../src/model/nginx/configuration.js'
import { isForUsers, isStreaming, nginxOf } from '../../src/model/nginx/facts.js'
import { setting } from '../../src/model/nginx/scopes.js'
import { nginxSeconds } from '../../src/model/nginx/values.js'
import type { NginxDirective } from '../../src/parse/nginx.js'
import { defineRule } from '../../src/rule.js'

/** The kernel gives up on a handshake after about this many seconds. */
const LONGEST_CONNECT = 75
const HOUR = 3_600

export default defineRule({
  id: 'nginx/timeouts-unsuitable',
  title: 'nginx waits for the application as if it were never to fail',
  category: 'performance',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'While nginx waits, the client waits, and a connection on each side is taken. An application that hangs then takes all of them, instead of being answered for with 504 and passed over for the next server.',
  fix: 'Set `proxy_connect_timeout 5s;` and read and send timeouts of a little more than the slowest honest answer takes (`proxy_read_timeout 60s;`). Keep long ones in the locations of WebSockets and exports.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_connect_timeout',
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout',
  ],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      const passes = proxy.nginx.passes.filter(one => isForUsers(one) && one.protocol !== 'scgi')
      if (passes.length === 0) continue
      pass(proxy)
      const seen = new Set<NginxDirective>()
      for (const { directive, what } of passes.flatMap(unsuitable)) {
        if (seen.has(directive)) continue
        seen.add(directive)
        fail(proxy, directive, `${directive.name} ${directive.args[0]?.text} ${what}`, {
          key: `${directive.name}.${directive.args[0]?.text}`,
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
          proxy_read_timeout 24h; #! proxy_read_timeout 24h holds a request of an application that hangs for an hour and more
          server {
            listen 80;
            location /api/ { proxy_pass http://api:3000; }
            location /ws/ {
              proxy_set_header Upgrade $http_upgrade;
              proxy_set_header Connection "upgrade";
              proxy_connect_timeout 7d; #! proxy_connect_timeout 7d is more than the 75 s after which the kernel gives up
              proxy_read_timeout 7d;
              proxy_pass http://api:3000;
            }
          }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/templates/default.conf.template:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          proxy_connect_timeout 75s;
          proxy_send_timeout 1m 30s;
          server {
            listen 80;
            location / { proxy_read_timeout \${READ_TIMEOUT}; proxy_pass http://api:3000; }
            location /plain/ { proxy_pass http://api:3000; }
            location /socket.io/ { proxy_read_timeout 7d; proxy_send_timeout 7d; proxy_pass http://api:3000; }
            location /feed/ { proxy_buffering off; proxy_read_timeout 12h; proxy_pass http://api:3000; }
          }
        `,
      },
    ],
  },
})

/** The timeouts of a pass that are too long, where they are written. */
function unsuitable(one: NginxPass): readonly { readonly directive: NginxDirective; readonly what: string }[] {
  const prefix = one.protocol === 'http' ? 'proxy' : one.protocol
  const seconds = (directive: NginxDirective) => nginxSeconds(directive.args.map(({ text }) => text).join(' ')) ?? 0
  const connect = setting(one.scope, `${prefix}_connect_timeout`)
  const long = isStreaming(one)
    ? []
    : [setting(one.scope, `${prefix}_read_timeout`), setting(one.scope, `${prefix}_send_timeout`)]
  return [
    ...(connect && seconds(connect) > LONGEST_CONNECT
      ? [{ directive: connect, what: `is more than the ${LONGEST_CONNECT} s after which the kernel gives up` }]
      : []),
    ...long.flatMap(directive =>
      directive && seconds(directive) >= HOUR
        ? [{ directive, what: 'holds a request of an application that hangs for an hour and more' }]
        : [],
    ),
  ]
}
