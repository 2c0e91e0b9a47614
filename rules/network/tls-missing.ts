import { encryptionOfEntries } from '../../src/model/entry-encryption.js'
import { type PublicEntry, publicEntries } from '../../src/model/public-entries.js'
import type { Workload } from '../../src/model/system.js'
import { plainRouters } from '../../src/model/traefik/plain-routers.js'
import { defineRule } from '../../src/rule.js'

const FIX =
  'Let the proxy listen on 443 with a certificate (nginx: `listen 443 ssl` with certbot; Traefik: an entry point with a certificate resolver; Caddy does it by itself) and redirect port 80. If a load balancer, CDN or tunnel in front encrypts, say so in erp-audit.yml: `proxies: { tlsTerminatedUpstream: true }`.'

export default defineRule({
  id: 'network/tls-missing',
  title: 'Users are served without encryption',
  category: 'security',
  severity: 'high',
  confidence: 'B',
  security: 7.4,
  since: '0.1.0',
  effort: 'hours',
  why: 'Passwords, sessions and everything that is shown travel in clear text: whoever is on the way reads and changes them.',
  fix: `${FIX} ${onLoopback(8080, 8080)}`,
  refs: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    'https://letsencrypt.org/docs/',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail, unverified, implied }) {
    const encryptionOf = encryptionOfEntries(system)
    const said = new Set<string>()
    const broken = system.unreadable.find(file => file.production)
    for (const entry of publicEntries(system)) {
      const { subject, at, through } = entry
      const found = encryptionOf(entry)
      if (found.state === 'encrypted') pass(subject)
      else if (broken) unverified(subject, at, `${broken.path} could not be read`)
      else if (found.state === 'unknown') unverified(subject, at, found.because)
      else if (isSaidOf(entry, said)) implied(subject, 'network/tls-missing')
      else {
        const rest = found.beside
          ? `unencrypted: what ${found.beside} encrypts does not lead there`
          : 'and nothing in the repository encrypts that'
        const what = `${subject.name} serves users through ${through}${found.beside ? ' ' : ', '}${rest}`
        fail(subject, at, what, fixFor(entry))
      }
    }
    if (broken || !system.proxies.some(({ traefik }) => traefik)) return
    for (const { workload, proxy, host, entryPoint, at } of plainRouters(system)) {
      const what = `${proxy} serves ${host} through the entry point ${entryPoint} unencrypted, and no router with TLS has that host`
      fail(workload, at, what, { key: `router.${host}`, fix: ROUTER_FIX })
    }
  },
  examples: {
    bad: [
      {
        // Two parts of one host: one certificate is missing.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0", ports: [{ containerPort: 8080 }] }] } }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: api }
          spec: { selector: { app: api }, ports: [{ port: 8080 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: api } #! api serves users through the Ingress api
          spec: { rules: [{ host: erp.acme.com, http: { paths: [{ path: /api, pathType: Prefix, backend: { service: { name: api, port: { number: 8080 } } } }] } }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: docs }
          spec: { rules: [{ host: erp.acme.com, http: { paths: [{ path: /docs, pathType: Prefix, backend: { service: { name: api, port: { number: 8080 } } } }] } }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: shop } #! shop serves users through the Ingress shop
          spec: { rules: [{ host: shop.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: api, port: { number: 8080 } } } }] } }] }
        `,
      },
      {
        // A gateway in code: what it calls is open, too, and is no way in. Whoever tells browsers an address calls nobody.
        'compose.yaml': `
          services:
            gateway:
              image: ghcr.io/acme/gateway:1.4.0
              environment: { ORDERS_TARGET: "http://orders:8101", STOCK_TARGET: "http://stock:8102" }
              ports:
                - "8099:8099" #! gateway serves users through port 8099
            orders: { image: "ghcr.io/acme/orders:1.4.0", environment: { STOCK_URL: "http://stock:8102" }, ports: ["8101:8101"] }
            stock: { image: "ghcr.io/acme/stock:1.4.0", environment: { FRONTEND_URL: "http://web:3000" }, ports: ["8102:8102"] }
            web:
              image: ghcr.io/acme/web:1.4.0
              ports:
                - "3000:3000" #! web serves users through port 3000
        `,
        // Two that call each other.
        'chat/compose.yaml': `
          services:
            rooms:
              image: ghcr.io/acme/rooms:1.4.0
              environment: { TALK: "http://talk:4002" }
              ports:
                - "4001:4001" #! rooms serves users through port 4001
            talk:
              image: ghcr.io/acme/talk:1.4.0
              environment: { ROOMS: "http://rooms:4001" }
              ports:
                - "4002:4002" #! talk serves users through port 4002
        `,
      },
      {
        // One of two routers is on the plain entry point alone.
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.web.address=:80", "--entrypoints.s.address=:443", "--certificatesresolvers.le.acme.tlschallenge=true"]
              ports: ["80:80", "443:443"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                traefik.http.routers.api.rule: Host(\`erp.acme.com\`)
                traefik.http.routers.api.entrypoints: s
                traefik.http.routers.api.tls.certresolver: le
            shop:
              image: ghcr.io/acme/shop:1.4.0
              labels:
                traefik.http.routers.shop.rule: Host(\`shop.acme.com\`) #! edge serves shop.acme.com through the entry point web unencrypted
                traefik.http.routers.shop.entrypoints: web
        `,
      },
      {
        'compose.yaml': `
          services:
            web:
              image: nginx:1.29.1
              volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"]
              ports:
                - "80:80" #! web serves users through port 80, and nothing in the repository encrypts that
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["3000:3000"] }
        `,
        'shop/compose.yaml': `
          services:
            shop:
              image: ghcr.io/acme/shop:1.4.0
              ports:
                - "3001:3001" #! shop serves users through port 3001
            flow: { image: "temporalio/auto-setup:1.29.0", ports: ["7233:7233"] }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://api:3000; }
          }
          # server { listen 443 ssl; }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.web.address=:80"]
              ports:
                - "80:80" #! edge serves users through port 80
                - "443:443"
            api: { image: "ghcr.io/acme/api:1.4.0", labels: ["traefik.http.routers.api.rule=Host(\`erp.acme.com\`)"] }
        `,
      },
      {
        'compose.yaml': `
          services:
            web:
              image: caddy:2.10
              volumes: ["./Caddyfile:/etc/caddy/Caddyfile"]
              ports:
                - "80:80" #! web serves users through port 80
                - "443:443"
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        Caddyfile: `
          :80 {
            reverse_proxy api:3000
          }
        `,
      },
      {
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec: { containers: [{ name: web, image: "ghcr.io/acme/web:1.4.0", ports: [{ containerPort: 80 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { selector: { app: web }, ports: [{ port: 80 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: erp #! erp serves users through the Ingress erp
          spec:
            rules: [{ host: erp.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
        `,
      },
      {
        // What people open in their browser beside the proxy, and nothing leads to.
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.s.address=:443", "--entrypoints.s.http.tls.certresolver=le", "--certificatesresolvers.le.acme.tlschallenge=true"]
              ports: ["443:443"]
            api: { image: "ghcr.io/acme/api:1.4.0", labels: ["traefik.http.routers.api.rule=Host(\`erp.acme.com\`)"] }
            flows:
              image: n8nio/n8n:1.110.0
              ports:
                - "5678:5678" #! flows serves users through port 5678 unencrypted: what edge encrypts does not lead there
        `,
      },
      {
        // Each system of a repository, and each proxy of a system, by itself.
        'erp/compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.s.address=:443", "--entrypoints.s.http.tls.certresolver=le", "--certificatesresolvers.le.acme.tlschallenge=true"]
              ports: ["443:443"]
            api: { image: "ghcr.io/acme/api:1.4.0", labels: ["traefik.http.routers.api.rule=Host(\`erp.acme.com\`)"] }
            portal:
              image: nginx:1.29.1
              volumes: ["./portal.conf:/etc/nginx/conf.d/default.conf:ro"]
              ports:
                - "8080:80" #! portal serves users through port 8080 unencrypted: what edge encrypts does not lead there
            suppliers: { image: "ghcr.io/acme/suppliers:1.4.0" }
        `,
        'erp/portal.conf': `
          server { listen 80; location / { proxy_pass http://suppliers:3000; } }
        `,
        'shop/compose.yaml': `
          services:
            shop:
              image: ghcr.io/acme/shop:1.4.0
              ports:
                - "3001:3001" #! shop serves users through port 3001
        `,
      },
      {
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec: { containers: [{ name: web, image: "ghcr.io/acme/web:1.4.0", ports: [{ containerPort: 80 }] }] }
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: reports }
          spec:
            selector: { matchLabels: { app: reports } }
            template:
              metadata: { labels: { app: reports } }
              spec: { containers: [{ name: reports, image: "ghcr.io/acme/reports:1.4.0", ports: [{ containerPort: 8000 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { selector: { app: web }, ports: [{ port: 80 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: reports }
          spec:
            type: LoadBalancer #! reports serves users through the LoadBalancer reports unencrypted: what the Ingress erp encrypts does not lead there
            selector: { app: reports }
            ports: [{ port: 80, targetPort: 8000 }]
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: erp }
          spec:
            tls: [{ hosts: [erp.acme.com], secretName: erp-tls }]
            rules: [{ host: erp.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: portal #! portal serves users through the Ingress portal
          spec:
            rules: [{ host: portal.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
          ---
          apiVersion: traefik.io/v1alpha1
          kind: IngressRoute
          metadata:
            name: old #! old serves users through the IngressRoute old
          spec:
            entryPoints: [web]
            routes: [{ match: "Host(\`old.acme.com\`)", kind: Rule, services: [{ name: web, port: 80 }] }]
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: Gateway
          metadata: { name: plain }
          spec: { gatewayClassName: envoy, listeners: [{ name: http, port: 80, protocol: HTTP }] }
          ---
          apiVersion: gateway.networking.k8s.io/v1
          kind: HTTPRoute
          metadata:
            name: docs #! docs serves users through the HTTPRoute docs
          spec: { parentRefs: [{ name: plain }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }
          ---
          apiVersion: networking.istio.io/v1
          kind: Gateway
          metadata: { name: mesh-plain }
          spec: { servers: [{ hosts: ["*"], port: { number: 80, name: http, protocol: HTTP } }] }
          ---
          apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata:
            name: blog #! blog serves users through the VirtualService blog
          spec: { hosts: ["blog.acme.com"], gateways: [mesh-plain], http: [{ route: [{ destination: { host: web } }] }] }
        `,
      },
    ],
    good: [
      {
        // The same host with TLS; a redirect of its own; one that is defined elsewhere; names of the machine itself.
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.web.address=:80", "--entrypoints.s.address=:443", "--certificatesresolvers.le.acme.tlschallenge=true"]
              ports: ["80:80", "443:443"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                traefik.http.routers.api.rule: Host(\`erp.acme.com\`)
                traefik.http.routers.api.entrypoints: s
                traefik.http.routers.api.tls.certresolver: le
                traefik.http.routers.plain.rule: Host(\`erp.acme.com\`)
                traefik.http.routers.plain.entrypoints: web
                traefik.http.routers.own.rule: Host(\`www.acme.com\`)
                traefik.http.routers.own.entrypoints: web
                traefik.http.routers.own.middlewares: secure
                traefik.http.middlewares.secure.redirectscheme.scheme: https
                traefik.http.routers.other.rule: Host(\`old.acme.com\`)
                traefik.http.routers.other.entrypoints: web
                traefik.http.routers.other.middlewares: secure@file
                traefik.http.routers.near.rule: Host(\`erp.localhost\`)
                traefik.http.routers.near.entrypoints: web
        `,
        // An entry point that sends everything on.
        'shop/compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.web.address=:80", "--entrypoints.web.http.redirections.entrypoint.to=s", "--entrypoints.s.address=:443", "--certificatesresolvers.le.acme.tlschallenge=true"]
              ports: ["80:80", "443:443"]
            api: { image: "ghcr.io/acme/api:1.4.0", labels: ["traefik.http.routers.a.rule=Host(\`a.acme.com\`)", "traefik.http.routers.a.tls.certresolver=le"] }
            shop: { image: "ghcr.io/acme/shop:1.4.0", labels: ["traefik.http.routers.b.rule=Host(\`b.acme.com\`)", "traefik.http.routers.b.entrypoints=web"] }
        `,
      },
      {
        // Voice and video are encrypted by their protocol; signals go through the proxy of the host. A program calls the flows.
        'compose.yaml': `
          services:
            calls: { image: "livekit/livekit-server:v1.9.1", ports: ["127.0.0.1:7880:7880", "7881:7881", "7882:7882/udp"] }
            edge: { image: "nginx:1.29.1", volumes: ["./edge.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["443:443"] }
            api: { image: "ghcr.io/acme/api:1.4.0", environment: { FLOWS_URL: "http://flows:5678" } }
            flows: { image: "n8nio/n8n:1.110.0", ports: ["5678:5678"] }
        `,
        'edge.conf': `
          server { listen 443 ssl; location / { proxy_pass http://api:3000; } }
        `,
        'calls/compose.yaml': `
          services:
            calls: { image: "livekit/livekit-server:v1.9.1", ports: ["127.0.0.1:7880:7880", "7881:7881", "7882:7882/udp"] }
        `,
      },
      {
        // Port 80 in a container of its own that only sends on; a proxy that stands behind the one with the certificate.
        'compose.yaml': `
          services:
            edge: { image: "nginx:1.29.1", volumes: ["./edge.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["443:443"] }
            redirect: { image: "nginx:1.29.1", volumes: ["./redirect.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80"] }
            pages: { image: "nginx:1.29.1", volumes: ["./pages.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["8080:80"] }
        `,
        'edge.conf': `
          server { listen 443 ssl; location / { proxy_pass http://pages; } }
        `,
        'redirect.conf': `
          server { listen 80; return 301 https://$host$request_uri; }
        `,
        'pages.conf': `
          server { listen 80; root /usr/share/nginx/html; location / { try_files $uri /index.html; } }
        `,
      },
      {
        // Traefik in a project of its own; what it is told of by labels has a port for developers.
        'traefik/compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.s.address=:443", "--entrypoints.s.http.tls.certresolver=le", "--certificatesresolvers.le.acme.tlschallenge=true"]
              ports: ["443:443"]
        `,
        'shop/compose.yaml': `
          services:
            shop: { image: "ghcr.io/acme/shop:1.4.0", labels: ["traefik.http.routers.shop.rule=Host(\`shop.acme.com\`)"], ports: ["3001:3001"] }
        `,
      },
      {
        // nginx of the host, with its certificate, before a container.
        'compose.yaml': `
          services:
            shop: { image: "ghcr.io/acme/shop:1.4.0", ports: ["3001:3001"] }
        `,
        'deploy/nginx/shop.conf': `
          server {
            listen 443 ssl;
            ssl_certificate /etc/letsencrypt/live/shop.example/fullchain.pem;
            ssl_certificate_key /etc/letsencrypt/live/shop.example/privkey.pem;
            location / { proxy_pass http://127.0.0.1:3001; }
          }
        `,
      },
      {
        // A cluster, and the same programs with one more on a machine of their own.
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["80:80"] }
            notes: { image: "ghcr.io/acme/notes:1.4.0" }
        `,
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec: { containers: [{ name: web, image: "ghcr.io/acme/web:1.4.0", ports: [{ containerPort: 80 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { type: NodePort, selector: { app: web }, ports: [{ port: 80 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: erp, annotations: { alb.ingress.kubernetes.io/group.name: erp } }
          spec:
            tls: [{ hosts: [erp.acme.com, "*.shop.acme.com"], secretName: erp-tls }]
            rules: [{ host: erp.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
          ---
          # The host of another Ingress, which brings the certificate.
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: paths }
          spec:
            rules: [{ host: eu.shop.acme.com, http: { paths: [{ path: /docs, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
          ---
          # One load balancer with the first.
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: grouped, annotations: { alb.ingress.kubernetes.io/group.name: erp, alb.ingress.kubernetes.io/scheme: internet-facing } }
          spec:
            ingressClassName: alb
            rules: [{ http: { paths: [{ path: /grouped, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
          ---
          # Inner networks, and some addresses.
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: inner }
          spec: { ingressClassName: nginx-internal, defaultBackend: { service: { name: web, port: { number: 80 } } } }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: balanced }
          spec: { ingressClassName: alb, defaultBackend: { service: { name: web, port: { number: 80 } } } }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: office, annotations: { nginx.ingress.kubernetes.io/whitelist-source-range: "10.0.0.0/8,203.0.113.7/32" } }
          spec: { defaultBackend: { service: { name: web, port: { number: 80 } } } }
          ---
          # Sends on to the other of the two.
          apiVersion: traefik.io/v1alpha1
          kind: IngressRoute
          metadata: { name: web-http }
          spec:
            entryPoints: [web]
            routes: [{ match: "Host(\`web.acme.com\`)", kind: Rule, middlewares: [{ name: to-https }], services: [{ name: web, port: 80 }] }]
          ---
          apiVersion: traefik.io/v1alpha1
          kind: Middleware
          metadata: { name: to-https }
          spec: { redirectScheme: { scheme: https, permanent: true } }
        `,
      },
      {
        // A load balancer with a certificate before the controller that serves all routes.
        'k8s/erp.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec: { containers: [{ name: web, image: "ghcr.io/acme/web:1.4.0", ports: [{ containerPort: 80 }] }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: web }
          spec: { selector: { app: web }, ports: [{ port: 80 }] }
          ---
          apiVersion: v1
          kind: Service
          metadata: { name: ingress-nginx-controller, annotations: { service.beta.kubernetes.io/aws-load-balancer-ssl-cert: "arn:aws:acm:eu-central-1:1:certificate/1" } }
          spec: { type: LoadBalancer, selector: { app.kubernetes.io/name: ingress-nginx }, ports: [{ port: 443, targetPort: 80 }] }
          ---
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata: { name: erp }
          spec:
            rules: [{ host: erp.acme.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { number: 80 } } } }] } }]
        `,
      },
      {
        // HAProxy before databases of an image that nobody knows; a pooler of the repository's own making.
        'docker-stack.yml': `
          services:
            haproxy:
              image: haproxy:3.2
              configs: [{ source: haproxy, target: /usr/local/etc/haproxy/haproxy.cfg }]
              ports: ["5000:5000", "5001:5001"]
              networks: [data]
            pg1: { image: "ghcr.io/acme/patroni:17", networks: [data] }
            pg2: { image: "ghcr.io/acme/patroni:17", networks: [data] }
            pooler: { image: "ghcr.io/acme/pooler:1", ports: ["6432:6432"], networks: [data] }
          networks: { data: {} }
          configs: { haproxy: { file: ./haproxy.cfg } }
        `,
        'haproxy.cfg': `
          defaults
            mode tcp
            timeout connect 5s
          frontend write
            bind *:5000
            default_backend primary
          backend primary
            option httpchk GET /primary
            server pg1 pg1:5432 check port 8008
            server pg2 pg2:5432 check port 8008
            server far pg3.acme.internal:5432 check port 8008
        `,
        'shop/compose.yaml': 'services: { web: { image: "kong:3.9.1", ports: ["80:8000", "443:8443"] } }',
      },
      {
        // A port of both protocols serves names, calls or games.
        'compose.yaml': `
          services:
            names: { image: "ghcr.io/acme/names:1.4.0", ports: ["5054:5054/tcp", "5054:5054/udp"] }
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["443:8443/tcp", "443:8443/udp"] }
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "nginx:1.29.1", volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80", "443:443"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        'site.conf': `
          server { listen 80; return 301 https://$host$request_uri; }
          server {
            listen 443 ssl;
            ssl_certificate /etc/nginx/certs/site.pem;
            ssl_certificate_key /etc/nginx/certs/site.key;
            location / { proxy_pass http://api:3000; }
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: ["--providers.docker", "--entrypoints.s.address=:443", "--entrypoints.s.http.tls.certresolver=le", "--certificatesresolvers.le.acme.tlschallenge=true"]
              ports: ["443:443"]
            api: { image: "ghcr.io/acme/api:1.4.0", labels: ["traefik.http.routers.api.rule=Host(\`erp.acme.com\`)"] }
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "kong:3.9.1", ports: ["80:8000", "443:8443"] }
        `,
      },
      {
        // With a host name Caddy asks for a certificate by itself.
        'compose.yaml': `
          services:
            web: { image: "caddy:2.10", ports: ["80:80", "443:443"], volumes: ["./Caddyfile:/etc/caddy/Caddyfile"] }
            api: { image: "ghcr.io/acme/api:1.4.0" }
        `,
        Caddyfile: `
          {$DOMAIN:erp.acme.com} {
            reverse_proxy api:3000
          }
        `,
      },
      {
        // A tunnel; infrastructure as code; nginx on the host; a database behind a proxy.
        'compose.yaml': `
          services:
            tunnel: { image: "cloudflare/cloudflared:2025.9.1", command: tunnel run }
            web: { image: "nginx:1.29.1", ports: ["80:80"] }
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["80:3000"] }
        `,
        'infra/alb.tf': `
          resource "aws_lb_listener" "https" {
            port            = 443
            certificate_arn = aws_acm_certificate.erp.arn
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["3000:3000"] }
        `,
        'tools/compose.yaml': `
          services:
            vault: { image: "ghcr.io/acme/vault:1.4.0", ports: ["8443:8443"] }
        `,
        'deploy/setup.sh': `
          #!/bin/sh
          certbot --nginx -d erp.acme.com
        `,
      },
    ],
  },
})

/** Whether it is said already of all hosts of a route: parts of one host want one certificate. */
function isSaidOf({ route, deployment }: PublicEntry, said: Set<string>): boolean {
  const routes = route?.cluster.routes.filter(({ object }) => object === route.object) ?? []
  const hosts = new Set(routes.flatMap(one => one.hosts.map(host => `${deployment} ${host}`)))
  const isSaid = hosts.size > 0 && [...hosts].every(host => said.has(host))
  for (const host of hosts) said.add(host)
  return isSaid
}

const ROUTER_FIX =
  'Put the router on the entry point of port 443 with `tls.certresolver`, and let the one of port 80 send everything on: `--entrypoints.web.http.redirections.entrypoint.to=websecure`.'

const KUBERNETES_FIX =
  'Lead users through an Ingress with `tls: [{ hosts: [erp.example.com], secretName: erp-tls }]`, or a Gateway with a listener `protocol: HTTPS` (Istio: `tls: { mode: SIMPLE, credentialName: erp-tls }`), let cert-manager fill the Secret, and redirect port 80; the Service behind it needs no LoadBalancer of its own. If a load balancer or CDN in front encrypts, say so in erp-audit.yml: `proxies: { tlsTerminatedUpstream: true }`.'

/** A swarm ignores an address before a port. */
function fixFor({ subject, port }: PublicEntry): { readonly fix?: string } {
  const { platform } = subject as Partial<Workload>
  if (subject.kind === 'object' || platform === 'kubernetes') return { fix: KUBERNETES_FIX }
  if (platform === 'swarm') return { fix: FIX }
  const { host, container } = port ?? {}
  return host?.known && container?.known && port?.hostEnd === undefined
    ? { fix: `${FIX} ${onLoopback(host.value, container.value)}` }
    : {}
}

function onLoopback(host: number, container: number): string {
  return `What only this machine is to reach is bound to it: \`"127.0.0.1:${host}:${container}"\`.`
}
