import { isForUsers, isPublic, nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { openOrigins } from '../../src/model/nginx/open-origins.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'nginx/cors-open-with-credentials',
  title: 'nginx lets any website call the service with the login of its visitors',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'With credentials, the browser sends the cookies of the visitor and lets the page read the answer. When the origin that asks is repeated whatever it is, so is every page that a signed-in user happens to open let in.',
  fix: 'Name your own pages in a `map $http_origin $allowed { default ""; "https://erp.example.com" $http_origin; }`, and add `$allowed` in place of `$http_origin`; or leave CORS to the application.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
    'https://nginx.org/en/docs/http/ngx_http_map_module.html',
    'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS',
  ],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      if (!isPublic(proxy) || !proxy.nginx.passes.some(isForUsers)) continue
      const [first, ...others] = openOrigins(proxy)
      if (first)
        fail(
          proxy,
          first.directive,
          `${nameOf(first.location)} lets any website call what is behind it with the login of its visitors: nginx repeats the origin that asks, and allows credentials`,
          {
            key: 'cors',
            related: others.slice(0, 10).map(({ directive }) => ({ at: directive.at, message: 'so does this one' })),
          },
        )
      else pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            front: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 443 ssl;
            location /api/ {
              proxy_pass http://api:3000;
              add_header Access-Control-Allow-Origin $http_origin always; #! location /api/ lets any website call what is behind it with the login of its visitors
              add_header Access-Control-Allow-Credentials true always;
            }
          }
        `,
      },
      {
        // In the server, for all of its locations.
        'compose.yaml': `
          services:
            front: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 443 ssl;
            add_header 'Access-Control-Allow-Origin' "$http_origin"; #! lets any website call what is behind it
            add_header 'Access-Control-Allow-Credentials' 'true';
            location / { proxy_pass http://api:3000; }
            location /files/ { proxy_pass http://api:3000; }
          }
        `,
      },
    ],
    good: [
      {
        // A map of known origins, an origin that is asked for, no credentials, and one origin.
        'compose.yaml': `
          services:
            front: { image: "nginx:1.30.0", ports: ["443:443"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          map $http_origin $allowed {
            default "";
            "https://erp.example.com" $http_origin;
          }
          server {
            listen 443 ssl;
            location /a/ {
              proxy_pass http://api:3000;
              add_header Access-Control-Allow-Origin $allowed always;
              add_header Access-Control-Allow-Credentials true always;
            }
            location /b/ {
              proxy_pass http://api:3000;
              if ($http_origin !~ "^https://erp\\.example\\.com$") { return 403; }
              add_header Access-Control-Allow-Origin $http_origin always;
              add_header Access-Control-Allow-Credentials true always;
            }
            location /c/ {
              proxy_pass http://api:3000;
              add_header Access-Control-Allow-Origin $http_origin always;
            }
            location /d/ {
              proxy_pass http://api:3000;
              add_header Access-Control-Allow-Origin https://erp.example.com always;
              add_header Access-Control-Allow-Credentials true always;
            }
          }
        `,
      },
    ],
  },
})
