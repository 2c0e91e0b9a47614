import { localServerOf } from '../../src/model/process/loopback-servers.js'
import type { System, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

export default defineRule({
  id: 'network/listens-on-loopback',
  title: 'A server listens inside its own container alone',
  category: 'infrastructure-stability',
  severity: 'critical',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: '127.0.0.1 is the container itself: neither the proxy nor a published port gets there, and every connection is refused. A check that runs inside the container passes all the same.',
  fix: 'Let it listen on every address of its container: `uvicorn main:app --host 0.0.0.0`, `gunicorn --bind 0.0.0.0:8000 …`.',
  refs: [
    'https://uvicorn.dev/settings/',
    'https://docs.gunicorn.org/en/stable/settings.html#bind',
    'https://docs.docker.com/engine/network/',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (workload.platform === 'pm2' || !workload.longRunning) continue
      const server = localServerOf(workload)
      if (!server) continue
      const { program, run, option, isLocal, isWritten, mayBeTold } = server
      const clients = clientsOf(workload, system)
      if (!isLocal || isShared(workload, system)) pass(workload)
      else if (mayBeTold)
        unverified(
          workload,
          mayBeTold.at,
          `${mayBeTold.path} is not in the repository; it may set ${mayBeTold.variable}`,
        )
      else if (clients === undefined) unverified(workload, run.at, `who connects to ${workload.name} is not known`)
      else {
        const where = isWritten ? 'is told to listen on 127.0.0.1' : 'listens on 127.0.0.1 unless it is told otherwise'
        fail(workload, run.at, `${program} of ${workload.name} ${where}, and ${clients}`, {
          key: program,
          fix: `Add \`${option}\` to the command${isWritten ? ' in its place' : ''}.`,
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              build: .
              ports: ["8000:8000"]
            admin:
              image: ghcr.io/acme/admin:1.4.0
              command: gunicorn admin.wsgi -b 127.0.0.1:8000 -w 4 #! gunicorn of admin is told to listen on 127.0.0.1, and web connects to it
            shop:
              image: ghcr.io/acme/shop:1.4.0
              command: python manage.py runserver 8000 #! runserver of shop listens on 127.0.0.1 unless it is told otherwise, and its port 8000 is published
              ports: ["8001:8000"]
            web: { image: "nginx:1.29.1", volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"], ports: ["80:80"] }
        `,
        'site.conf': `
          server {
            listen 80;
            location / { proxy_pass http://admin:8000; }
          }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          COPY . .
          RUN pip install -r requirements.txt
          CMD ["uvicorn", "main:app", "--port", "8000"] #! uvicorn of api listens on 127.0.0.1 unless it is told otherwise, and its port 8000 is published
        `,
        'requirements.txt': 'uvicorn==0.37.0',
        'main.py': 'app = None',
      },
    ],
    good: [
      {
        // Told by a variable or a file, beside a proxy in the same network, on the network of the host.
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", command: "uvicorn main:app --host 0.0.0.0 --port 8000", ports: ["8000:8000"] }
            told: { image: "ghcr.io/acme/api:1.4.0", command: "uvicorn main:app", environment: { UVICORN_HOST: 0.0.0.0 }, ports: ["8001:8000"] }
            filed: { image: "ghcr.io/acme/api:1.4.0", command: "gunicorn -c gunicorn.conf.py erp.wsgi", ports: ["8002:8000"] }
            socket: { image: "ghcr.io/acme/api:1.4.0", command: "uvicorn main:app --uds /run/api.sock", ports: ["8003:8000"] }
            host: { image: "ghcr.io/acme/api:1.4.0", command: "uvicorn main:app", network_mode: host }
            both: { image: "ghcr.io/acme/api:1.4.0", command: "gunicorn -b 127.0.0.1:8001 -b 0.0.0.0:8000 erp.wsgi", ports: ["8004:8000"] }
            inner: { image: "ghcr.io/acme/api:1.4.0", command: "uvicorn main:app", ports: ["80:80"] }
            front: { image: "nginx:1.29.1", network_mode: "service:inner" }
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - { name: api, image: "ghcr.io/acme/api:1.4.0", command: [uvicorn, "main:app"] }
                  - { name: proxy, image: "ghcr.io/acme/proxy:1.4.0", ports: [{ containerPort: 80 }] }
        `,
      },
    ],
  },
})

/** Whether others are in its network, for which 127.0.0.1 is the same place. */
function isShared(workload: Workload, { workloads }: System): boolean {
  if (workload.networkMode) return true
  return workloads.some(other => {
    if (other === workload || other.deployment !== workload.deployment) return false
    if (workload.pod)
      return other.longRunning && other.pod?.kind === workload.pod.kind && other.pod.name === workload.pod.name
    return /^(?:service|container):/.test(knownValue(other.networkMode) ?? '')
  })
}

/** Who is to reach it, as a clause; undefined when nothing tells that anybody is. */
function clientsOf(workload: Workload, { edges }: System): string | undefined {
  const edge = edges.find(
    ({ from, answer, via }) =>
      via !== 'dependency' && answer.kind === 'workload' && answer.workload === workload && from !== workload,
  )
  if (edge) return `${edge.from.name} connects to it`
  const port = workload.published.find(({ protocol }) => protocol === 'tcp')
  if (!port) return undefined
  return port.container.known ? `its port ${port.container.value} is published` : 'a port of it is published'
}
