import { nginxOf } from '../../src/model/nginx/facts.js'
import { rejections } from '../../src/model/nginx/verdict.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'nginx/configuration-rejected',
  title: 'nginx would not start with this configuration',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'nginx reads its whole configuration before it does anything else. One thing that it refuses and the container ends at once: everything behind the proxy is unreachable, or, on a reload, the old configuration silently stays.',
  fix: 'Correct the line, and check the result before it is deployed: `nginx -t` in the container, or `docker run --rm -v ./nginx.conf:/etc/nginx/nginx.conf:ro nginx nginx -t`.',
  refs: [
    'https://nginx.org/en/docs/dirindex.html',
    'https://nginx.org/en/docs/control.html',
    'https://nginx.org/en/docs/syntax.html',
    'https://nginx.org/en/CHANGES',
  ],
  reads: ['nginx'],
  check({ system, pass, fail, unverified }) {
    for (const proxy of nginxOf(system)) {
      const { tree } = proxy.nginx
      const found = rejections(tree, proxy.version)
      for (const { kind, at, message, fix, other } of found) {
        fail(proxy, at, message, {
          key: `${kind} ${message}`,
          ...(fix && { fix }),
          ...(other && { related: [other] }),
        })
      }
      if (found.length > 0) continue
      const unread = tree.files.flatMap(file => file.problems).find(problem => problem.code !== undefined)
      if (unread) unverified(proxy, unread, unread.message)
      else pass(proxy)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.29.7-alpine
              volumes: ["./nginx/site.conf:/etc/nginx/conf.d/default.conf:ro"]
        `,
        'nginx/site.conf': `
          upstream orders {
            least_conn;
            server orders:8080;
          }

          server {
            listen 80;
            server_name orders.example.com;

            limit_req_zone $binary_remote_addr zone=orders:10m rate=50r/s; #! limit_req_zone is not allowed in server: it belongs in http
            limit_req zone=orders burst=100 nodelay;
            limit_conn_zone $binary_remote_addr zone=clients:10m; #! limit_conn_zone is not allowed in server
            limit_conn clients 30;

            location / {
              proxy_pass http://orders;
            }

            location /ready {
              limit_req off; #! limit_req has no "off"
              proxy_pass http://orders;
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: nginx:1.24.0
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
        `,
        'nginx.conf': `
          worker_processes many; #! worker_processes takes a number or auto, not "many"
          events { worker_connections 1024; }
          http {
            include mime.types;
            gzip yes; #! gzip takes on or off, not "yes"
            client_max_body_size 10MB; #! takes a size (8k, 10m, 1g), not "10MB"
            proxy_read_timeout 60 s; #! proxy_read_timeout takes one argument, not 2
            access_log /var/log/nginx/access.log json; #! the log format json is not defined before this
            server {
              listen 80;
              location / { proxy_pass http://127.0.0.1:3000; }
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: nginx:1.24.0
              volumes: ["./conf.d:/etc/nginx/conf.d:ro"]
        `,
        'conf.d/api.conf': `
          upstream api {
            ip_hash;
            server api-1:3000;
            server api-2:3000 backup; #! ip_hash knows no backup server
          }
          server {
            listen 80 default_server;
            location / {
              limit_req zone=api burst=20; #! the zone api is made nowhere
              proxy_pass http://api:3000; #! api is an upstream, which has its ports itself
            }
            location ~ ^/v1/ {
              proxy_pass http://api/v1/; #! proxy_pass cannot have the path /v1/ in a location given by a regular expression
            }
            location / { #! the location / is there twice
              return 404;
            }
          }
        `,
        'conf.d/web.conf': `
          server {
            listen 80 default_server; #! two servers are the default of 0.0.0.0:80
            server_name web.example.com;
            root /srv/web;
            root /srv/www; #! root stands twice in server
            add_header Content-Security-Policy default-src 'self'; #! behind its value add_header takes only always
          }
          server {
            listen 443 ssl; #! this server listens with TLS and has no ssl_certificate
            http2 on; #! nginx 1.24.0 does not know http2: it came with 1.25.1
            location / {
              proxy_buffer_size 128k; #! the proxy buffers do not fit each other
              proxy_pass http://api;
            }
          }
        `,
      },
      {
        'web/Dockerfile': `
          FROM nginx:1.27-alpine
          COPY site.conf /etc/nginx/conf.d/default.conf
        `,
        'compose.yaml': `
          services:
            web: { build: web }
        `,
        'web/site.conf': `
          sendfile on; #! sendfile stands twice in http: the image's own /etc/nginx/nginx.conf sets it
          keepalive_timeout 30; #! keepalive_timeout stands twice in http
          log_format main '$remote_addr'; #! the log_format main is defined twice
          server {
            listen 80 #! the ";" behind listen is missing: nginx takes server_name, on the next line, for one of its arguments
            server_name shop.example.com;
            location / {
              root /usr/share/nginx/html;
              try_files $uri /index.html;
            }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge: { image: "nginx:1.29.7", volumes: ["./nginx/nginx.conf:/etc/nginx/nginx.conf:ro"] }
        `,
        'nginx/nginx.conf': `
          events {}
          http {
            server {
              listen 80;
              location / {
                proxy_pass http://app:3000 #! proxy_pass is not ended by ";"
              }
            }
          }
        `,
      },
      {
        // Mounted where nginx reads it, and not where the image fills it in.
        'compose.yaml': `
          services:
            web:
              image: nginx:1.29.1
              ports: ["80:80"]
              environment: { API_HOST: api, DOMAIN: erp.example.com }
              volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"]
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server {
            listen 80;
            server_name \${DOMAIN};
            location / { proxy_pass http://\${API_HOST}:3000; } #! nothing fills in $API_HOST before nginx reads it
          }
        `,
      },
    ],
    good: [
      {
        // Filled in by the image, by the start command, by a script before the deployment.
        'compose.yaml': `
          services:
            one: { image: "nginx:1.29.1", ports: ["80:80"], environment: { API_HOST: api }, volumes: ["./one.conf:/etc/nginx/templates/default.conf.template:ro"] }
            two:
              image: nginx:1.29.1
              ports: ["81:80"]
              environment: { API_HOST: api }
              volumes: ["./two.conf:/tmp/two.conf:ro"]
              command: ["sh", "-c", "envsubst '$$API_HOST' < /tmp/two.conf > /etc/nginx/conf.d/default.conf && exec nginx -g 'daemon off;'"]
            three: { image: "nginx:1.29.1", ports: ["82:80"], volumes: ["./three.conf:/etc/nginx/conf.d/default.conf:ro"] }
            four: { image: "nginx:1.29.1", ports: ["83:80"], configs: [{ source: site, target: /etc/nginx/conf.d/default.conf }] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
          configs:
            site:
              content: |
                server { listen 80; location / { proxy_pass http://\${API_HOST}:3000/four; } }
        `,
        'one.conf': `
          server { listen 80; location / { proxy_pass http://\${API_HOST}:3000; } }
        `,
        'two.conf': `
          server { listen 80; location / { proxy_pass http://\${API_HOST}:3000/two; } }
        `,
        'three.conf': `
          server { listen 80; location / { proxy_pass http://\${API_HOST}:3000/three; } }
        `,
        'deploy.sh': `
          #!/bin/sh
          sed -i "s/\\\${API_HOST}/$API_HOST/" three.conf && docker compose up -d
        `,
      },
      {
        // Everything is in its place: limits in http, used in the locations that need them.
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.29.7-alpine
              volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro", "./tls:/etc/nginx/tls:ro"]
        `,
        'site.conf': `
          limit_req_zone $binary_remote_addr zone=orders:10m rate=50r/s;
          map $http_upgrade $connection_upgrade {
            default upgrade;
            '' '';
          }
          upstream orders {
            zone orders_servers 64k;
            server orders:8080 resolve;
            keepalive 16;
          }
          resolver 127.0.0.11;
          server {
            listen 80 default_server;
            return 301 https://$host$request_uri;
          }
          server {
            listen 443 ssl default_server;
            http2 on;
            ssl_certificate /etc/nginx/tls/full.pem;
            ssl_certificate_key /etc/nginx/tls/key.pem;
            keepalive_timeout 30s;
            location / {
              limit_req zone=orders burst=100 nodelay;
              proxy_set_header Connection $connection_upgrade;
              proxy_pass http://orders;
            }
            location = /ready { proxy_pass http://orders; }
          }
        `,
      },
      {
        // What another module brings, what is included from elsewhere, and what is put in when the container starts.
        'compose.yaml': `
          services:
            proxy:
              image: nginx:1.29.7
              environment: { PORT: "8080", API: "api:3000" }
              volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro", "./templates:/etc/nginx/templates:ro", "letsencrypt:/etc/letsencrypt:ro"]
          volumes: { letsencrypt: {} }
        `,
        'nginx.conf': `
          load_module modules/ngx_http_brotli_filter_module.so;
          include /etc/nginx/modules-enabled/*.conf;
          events {}
          http {
            brotli on;
            vhost_traffic_status_zone;
            more_set_headers "Server: acme";
            include /etc/nginx/conf.d/*.conf;
          }
        `,
        'templates/default.conf.template': `
          upstream api { server \${API}; }
          server {
            listen \${PORT};
            listen 443 ssl;
            include /etc/letsencrypt/options-ssl-nginx.conf;
            client_max_body_size \${MAX_BODY};
            location / {
              limit_req zone=elsewhere;
              proxy_pass http://api;
              content_by_lua_block { if a then return { b = 1 } end }
            }
          }
        `,
      },
      {
        // Words that only look wrong.
        'compose.yaml': `
          services:
            edge: { image: "nginx:1.29.7", volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"] }
        `,
        'nginx.conf': `
          user www-data;
          events { use epoll; }
          http {
            log_format json escape=json '{"uri":"$uri","status":$status}';
            access_log /dev/stdout json;
            proxy_buffers 4 256k;
            proxy_buffer_size 128k;
            server {
              listen 80;
              server_name ~^(?<tenant>.+)\\\\.example\\\\.com$;
              location ~ "^/[0-9]{3}/" { return 200 "a;b}c"; }
              location @app { proxy_pass http://127.0.0.1:8080; }
              location /files { alias /srv; }
              error_page 404 = @app;
              if ($request_method !~ ^(GET|HEAD)$) { return 405; }
              set $ID 1;
              add_header X-Request $ID always;
            }
          }
        `,
      },
    ],
  },
})
