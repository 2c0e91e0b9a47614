import { wordsFor } from '../../src/model/platform-words.js'
import type { Mount } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/docker-socket-mounted',
  title: 'A container can command the Docker daemon of its host',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 8.2,
  since: '0.1.0',
  effort: 'hours',
  why: 'Whoever can talk to the Docker socket can start a container with the host file system mounted. Mounting the socket read-only protects the file, not the daemon behind it.',
  fix: 'Put a socket proxy between (an image that passes only the calls that are needed, such as `CONTAINERS=1`), or give the tool a TLS endpoint with rights of its own.',
  refs: [
    'https://docs.docker.com/engine/security/#docker-daemon-attack-surface',
    'https://doc.traefik.io/traefik/providers/docker/#docker-api-access',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const watches = workload.software?.kind === 'exporter' || workload.software?.kind === 'agent'
      // What watches containers is told to mount the folder: https://github.com/google/cadvisor/blob/v0.52.1/docs/running.md
      const mount =
        workload.mounts.find(isDockerSocket) ?? (watches ? undefined : workload.mounts.find(isFolderOfSocket))
      // A socket proxy is the remedy: it has to hold the real socket.
      if (!mount || workload.software?.id === 'docker-socket-proxy') {
        pass(workload)
        continue
      }
      const severity = workload.role === 'proxy' && mount.readOnly ? 'medium' : 'high'
      const kubernetes = {
        fix: 'Build images with BuildKit or Kaniko in a pod of their own, and give what manages workloads a ServiceAccount with just the rights that it needs.',
      }
      const note = mount.readOnly ? ' (read-only does not limit what it can ask for)' : ''
      const what = isDockerSocket(mount) ? 'the Docker socket' : `${sourceOf(mount)}, and with it the Docker socket`
      fail(workload, mount, `${workload.name} mounts ${what}${note}`, {
        severity,
        ...wordsFor(workload, { kubernetes }),
      })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            deployer:
              image: ghcr.io/acme/deployer:1.4.0
              volumes:
                - //var/run/docker.sock:/var/run/docker.sock #! deployer mounts the Docker socket
            traefik:
              image: traefik:v3.5.0
              volumes:
                - /var/run/docker.sock:/var/run/docker.sock:ro #! read-only does not limit
            runner:
              image: ghcr.io/acme/runner:1.4.0
              volumes:
                - /var/run:/var/run #! runner mounts /var/run, and with it the Docker socket
        `,
      },
      {
        'k8s/builder.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: builder }
          spec:
            selector: { matchLabels: { app: builder } }
            template:
              metadata: { labels: { app: builder } }
              spec:
                volumes: [{ name: docker, hostPath: { path: /var/run/docker.sock } }]
                containers:
                  - name: builder
                    image: ghcr.io/acme/builder:1.4.0
                    volumeMounts:
                      - { name: docker, mountPath: /var/run/docker.sock } #! builder mounts the Docker socket
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            socket-proxy:
              image: tecnativa/docker-socket-proxy:0.3.0
              volumes: ["/var/run/docker.sock:/var/run/docker.sock:ro"]
            traefik:
              image: traefik:v3.5.0
              command: [--providers.docker.endpoint=tcp://socket-proxy:2375]
            cadvisor:
              image: gcr.io/cadvisor/cadvisor:v0.52.1
              volumes: ["/var/run:/var/run:ro"]
            cache:
              image: ghcr.io/acme/cache:1.4.0
              volumes: ["/run/cache:/run/cache"]
        `,
      },
    ],
  },
})

function isDockerSocket(mount: Mount): boolean {
  return mount.type === 'bind' && /^\/(var\/)?run\/docker\.sock$/.test(sourceOf(mount))
}

function isFolderOfSocket(mount: Mount): boolean {
  return mount.type === 'bind' && /^\/(var\/)?run\/?$/.test(sourceOf(mount))
}

function sourceOf({ source }: Mount): string {
  return source?.known ? source.value.replace(/\/{2,}/g, '/') : ''
}
