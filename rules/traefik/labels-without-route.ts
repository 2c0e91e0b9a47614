import type { Workload } from '../../src/model/system.js'
import { traefiksOf } from '../../src/model/traefik/judging.js'
import { type LabelReader, labelReader, lostRoute } from '../../src/model/traefik/lost-routes.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'traefik/labels-without-route',
  title: 'Traefik makes no route of the labels of a service',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Traefik leaves a service out whose labels it does not see or that lack what it needs, and says so in its own log at most: users get "404 page not found" while the containers are healthy.',
  fix: 'Put the labels where this Traefik reads them, with all that it needs, and look for the router in its dashboard.',
  refs: [
    'https://doc.traefik.io/traefik/v3.3/providers/swarm/#routing-configuration-with-labels',
    'https://doc.traefik.io/traefik/v3.3/providers/swarm/#port-detection',
    'https://doc.traefik.io/traefik/v3.3/providers/docker/#exposedbydefault',
  ],
  reads: ['compose', 'traefik'],
  check({ system, pass, fail, unverified }) {
    const readers = traefiksOf(system).flatMap(traefik => labelReader(traefik) ?? [])
    for (const workload of system.workloads) {
      const lost = lostRoute(workload, readersOf(workload, readers))
      if (lost === undefined) continue
      if (lost === 'none') pass(workload)
      else if (lost.hidden) unverified(workload, lost.hidden, lost.hidden.because)
      else fail(workload, lost.at, `${workload.name}: ${lost.what}`, { fix: lost.fix })
    }
  },
  examples: {
    bad: [
      {
        'deploy.sh': 'docker stack deploy -c stack.yml erp\n',
        'stack.yml': `
          services:
            edge:
              image: traefik:v3.5
              command:
                - --providers.swarm.endpoint=unix:///var/run/docker.sock
                - --providers.swarm.exposedbydefault=false
                - --entrypoints.web.address=:80
              ports: ["80:80"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                - traefik.enable=true
                - traefik.http.routers.api.rule=Host(\`erp.acme.com\`) #! api: Traefik (edge) reads the labels of services, and these are labels of the containers
                - traefik.http.services.api.loadbalancer.server.port=3000
            web:
              image: ghcr.io/acme/web:1.4.0
              deploy:
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.web.rule: Host(\`acme.com\`) #! web: no label tells the port, and a swarm tells Traefik none
            shop:
              image: ghcr.io/acme/shop:1.4.0
              labels: { traefik.enable: "true" }
              deploy:
                labels:
                  traefik.http.routers.shop.rule: Host(\`shop.acme.com\`) #! shop: Traefik (edge) leaves out what has no label traefik.enable=true
                  traefik.http.services.shop.loadbalancer.server.port: "80"
        `,
      },
      {
        // The provider for single hosts sees the containers of its own node.
        'deploy.sh': 'docker stack deploy -c stack.yml erp\n',
        'stack.yml': `
          services:
            edge:
              image: traefik:v3.5
              command: [--providers.docker=true, "--entrypoints.web.address=:80"]
              ports: ["80:80"]
            api:
              image: ghcr.io/acme/api:1.4.0
              deploy:
                labels:
                  - traefik.http.routers.api.rule=Host(\`erp.acme.com\`) #! api: Traefik (edge) reads the labels of containers, and these are labels of the service
                  - traefik.http.services.api.loadbalancer.server.port=3000
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: [--providers.docker.exposedbydefault=false, "--entrypoints.web.address=:80"]
              ports: ["80:80"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                - traefik.http.routers.api.rule=Host(\`erp.acme.com\`) #! api: Traefik (edge) leaves out what has no label traefik.enable=true
        `,
      },
      {
        // A Traefik of another stack, which reads the labels of services like every one that reads these.
        'deploy.sh': 'docker stack deploy -c stack.yml erp\n',
        'stack.yml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              networks: [proxy]
              deploy:
                labels:
                  - traefik.http.routers.api.rule=Host(\`erp.acme.com\`) #! api: no label tells the port
                  - traefik.http.routers.api.entrypoints=websecure
          networks: { proxy: { external: true } }
        `,
      },
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: [--providers.docker=true, "--entrypoints.web.address=:80"]
              ports: ["80:80"]
            store:
              image: ghcr.io/acme/store:1.4.0
              labels:
                traefik.http.routers.files.rule: Host(\`files.acme.com\`) #! store: the router files does not say which of the services files and board it leads to
                traefik.http.services.files.loadbalancer.server.port: "9000"
                traefik.http.routers.board.rule: Host(\`board.acme.com\`)
                traefik.http.routers.board.service: board
                traefik.http.services.board.loadbalancer.server.port: "9001"
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            edge:
              image: traefik:v3.5
              command: [--providers.docker=true, "--entrypoints.web.address=:80"]
              ports: ["80:80"]
            store:
              image: ghcr.io/acme/store:1.4.0
              labels:
                traefik.http.routers.files.rule: Host(\`files.acme.com\`)
                traefik.http.routers.files.service: files
                traefik.http.services.files.loadbalancer.server.port: "9000"
                traefik.http.routers.board.rule: Host(\`board.acme.com\`)
                traefik.http.routers.board.service: board
                traefik.http.services.board.loadbalancer.server.port: "9001"
                traefik.http.services.board.loadbalancer.passhostheader: "true"
                traefik.tcp.routers.raw.rule: HostSNI(\`raw.acme.com\`)
                traefik.tcp.services.raw.loadbalancer.server.port: "9002"
            two:
              image: ghcr.io/acme/two:1.4.0
              labels:
                traefik.http.routers.one.rule: Host(\`one.acme.com\`)
                traefik.http.routers.two.rule: Host(\`two.acme.com\`)
                traefik.http.services.web.loadbalancer.server.port: "80"
        `,
      },
      {
        'deploy.sh': 'docker stack deploy -c stack.yml erp\n',
        'stack.yml': `
          services:
            edge:
              image: traefik:v2.11
              command: [--providers.docker.swarmMode=true, --providers.docker.exposedByDefault=false, "--entrypoints.web.address=:80"]
              ports: ["80:80"]
              deploy:
                labels:
                  traefik.enable: "true"
                  traefik.http.routers.board.rule: Host(\`edge.acme.com\`)
                  traefik.http.routers.board.service: api@internal
                  traefik.http.services.nothing.loadbalancer.server.port: "9"
            api:
              image: ghcr.io/acme/api:1.4.0
              deploy:
                labels:
                  - traefik.enable=true
                  - traefik.http.routers.\${STACK}-api.rule=Host(\`erp.acme.com\`)
                  - traefik.http.services.\${STACK}-api.loadbalancer.server.port=\${PORT}
            queue:
              image: ghcr.io/acme/queue:1.4.0
              deploy:
                labels:
                  traefik.enable: "true"
                  traefik.tcp.routers.queue.rule: HostSNI(\`*\`)
                  traefik.tcp.services.queue.loadbalancer.server.port: "5672"
            both:
              image: ghcr.io/acme/both:1.4.0
              labels: &labels
                traefik.enable: "true"
                traefik.http.routers.both.rule: Host(\`both.acme.com\`)
                traefik.http.services.both.loadbalancer.server.port: "80"
              deploy: { labels: *labels }
            off:
              image: ghcr.io/acme/off:1.4.0
              deploy:
                labels:
                  traefik.enable: "false"
                  traefik.http.routers.off.rule: Host(\`off.acme.com\`)
        `,
      },
      {
        // Containers of each node, on each node; and two providers at once.
        'deploy.sh': 'docker stack deploy -c stack.yml erp\n',
        'stack.yml': `
          services:
            edge:
              image: traefik:v3.5
              command: [--providers.docker=true, --providers.swarm=true, "--entrypoints.web.address=:80"]
              ports: [{ target: 80, published: 80, mode: host }]
              deploy: { mode: global }
            api:
              image: ghcr.io/acme/api:1.4.0
              labels:
                - traefik.http.routers.api.rule=Host(\`erp.acme.com\`)
            shop:
              image: ghcr.io/acme/shop:1.4.0
              deploy:
                labels:
                  - traefik.http.routers.shop.rule=Host(\`shop.acme.com\`)
                  - traefik.http.services.shop.loadbalancer.server.port=80
        `,
      },
      {
        // Exposed by the one that is for it; and the default is to leave nothing out.
        'compose.yaml': `
          services:
            inner:
              image: traefik:v3.5
              command: [--providers.docker=true, "--entrypoints.web.address=:8080"]
              ports: ["8080:8080"]
            outer:
              image: traefik:v3.5
              command: [--providers.docker.exposedbydefault=false, "--entrypoints.web.address=:80"]
              ports: ["80:80"]
            api:
              image: ghcr.io/acme/api:1.4.0
              labels: [traefik.http.routers.api.rule=Host(\`erp.acme.com\`)]
            web:
              image: ghcr.io/acme/web:1.4.0
              labels: { traefik.enable: "\${PUBLIC}", traefik.http.routers.web.rule: Host(\`acme.com\`) }
        `,
      },
    ],
  },
})

/** The Traefiks that a workload may be meant for. */
function readersOf(workload: Workload, readers: readonly LabelReader[]): readonly LabelReader[] {
  return readers.filter(reader => reader.mayRead(workload))
}
