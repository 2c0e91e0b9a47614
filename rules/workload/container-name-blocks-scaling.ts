import { hasTwin } from '../../src/model/twins.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/container-name-blocks-scaling',
  title: 'A fixed container name keeps a user-facing service at one instance',
  category: 'infrastructure-stability',
  severity: 'low',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A container name must be unique on the host, so Compose refuses `--scale` and more than one replica for a service that has one. The service name already works as a host name.',
  fix: 'Remove `container_name`; use the service name to reach the container, and `docker compose exec` to enter it.',
  refs: ['https://docs.docker.com/reference/compose-file/services/#container_name'],
  check({ system, pass, fail, implied }) {
    for (const workload of system.workloads) {
      if (workload.role !== 'user-facing' || workload.stateful || workload.platform !== 'compose') continue
      const replicated = workload.replicas?.known === true && workload.replicas.value > 1
      // Instances that are written out have a name each.
      if (!workload.fixedName || hasTwin(workload, system)) pass(workload)
      else if (replicated) implied(workload)
      else fail(workload, workload.fixedName, `${workload.name} has a fixed container_name, so it cannot be scaled`)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            web:
              image: ghcr.io/acme/web:1.4.0
              container_name: erp-web #! web has a fixed container_name
              ports: ["8080:8080"]
        `,
      },
      {
        'compose.yaml': `
          services:
            proxy: { build: ./edge, container_name: erp-proxy, ports: ["80:80"] }
            api:
              image: ghcr.io/acme/api:1.4.0
              container_name: erp-api #! api has a fixed container_name
        `,
        'edge/Dockerfile': `
          FROM nginx:1.29.1
          COPY site.conf /etc/nginx/conf.d/default.conf
        `,
        'edge/site.conf': `
          server { listen 80; location /api/ { proxy_pass http://api:3000; } }
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.29.1", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
            api-1: { image: "ghcr.io/acme/api:1.4.0", container_name: erp-api-1 }
            api-2: { image: "ghcr.io/acme/api:1.4.0", container_name: erp-api-2 }
        `,
        'site.conf': `
          upstream api { server api-1:3000; server api-2:3000; }
          server { listen 80; location /api/ { proxy_pass http://api; } }
        `,
      },
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["8080:8080"] }
            db: { image: "postgres:17.2", container_name: erp-db }
            proxy: { image: "nginx:1.29.1", container_name: erp-proxy, ports: ["80:80"] }
        `,
      },
    ],
  },
})
