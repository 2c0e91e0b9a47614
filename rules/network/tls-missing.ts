import { publicEntries } from '../../src/model/public-entries.js'
import type { Subject, System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

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
  fix: 'Let the proxy listen on 443 with a certificate (nginx: `listen 443 ssl` with certbot; Traefik: an entry point with a certificate resolver; Caddy does it by itself) and redirect port 80. If a load balancer, CDN or tunnel in front encrypts, say so in erp-audit.yml: `proxies: { tlsTerminatedUpstream: true }`. What only this machine is to reach is bound to it: `"127.0.0.1:8080:8080"`.',
  refs: [
    'https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    'https://letsencrypt.org/docs/',
  ],
  reads: ['nginx', 'traefik', 'haproxy', 'caddy'],
  check({ system, pass, fail, unverified }) {
    const { upstream, at: places, own } = system.encryption
    const hidden = hiddenPart(system)
    for (const { subject, at, through } of publicEntries(system)) {
      if (upstream || places.length > 0 || own.has(subject.id)) pass(subject)
      else if (hidden) unverified(subject, at, hidden)
      else
        fail(
          subject,
          at,
          `${subject.name} serves users through ${through}, and nothing in the repository encrypts that`,
          isOnCluster(subject) ? { fix: KUBERNETES_FIX } : {},
        )
    }
  },
  examples: {
    bad: [
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
    ],
    good: [
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
            web: { image: "caddy:2.10", ports: ["80:80", "443:443"] }
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

/** What cannot be read may be the listener that encrypts: why, or undefined. */
function hiddenPart({ proxies, unreadable }: System): string | undefined {
  const broken = unreadable.find(file => file.production)
  if (broken) return `${broken.path} could not be read`
  const proxy = proxies.find(one => one.weight > 0 && !one.complete)
  return proxy && `the configuration of ${proxy.name} is not known in full`
}

const KUBERNETES_FIX =
  'Lead users through an Ingress with `tls: [{ hosts: [erp.example.com], secretName: erp-tls }]`, or a Gateway with a listener `protocol: HTTPS` (Istio: `tls: { mode: SIMPLE, credentialName: erp-tls }`), let cert-manager fill the Secret, and redirect port 80; the Service behind it needs no LoadBalancer of its own. If a load balancer or CDN in front encrypts, say so in erp-audit.yml: `proxies: { tlsTerminatedUpstream: true }`.'

function isOnCluster(subject: Subject): boolean {
  return subject.kind === 'object' || (subject as Partial<Workload>).platform === 'kubernetes'
}
