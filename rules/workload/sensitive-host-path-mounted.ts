import { servesTheNode, wordsFor } from '../../src/model/platform-words.js'
import type { Mount, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

/** Directories of the host that hold its accounts, devices, kernel settings or other containers. */
const SENSITIVE =
  /^\/($|etc$|etc\/(passwd|shadow|sudoers(\.d)?|ssh)$|root$|root\/\.ssh$|proc$|sys$|boot$|dev$|home$|var$|var\/lib$|usr$|var\/lib\/docker(\/.*)?$|var\/lib\/containerd$|run$|var\/run$)/

export default defineRule({
  id: 'workload/sensitive-host-path-mounted',
  title: 'A sensitive directory of the host is mounted into a container',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.9,
  since: '0.1.0',
  effort: 'hours',
  why: 'Through a mount of the root file system, /etc or the data of the Docker daemon, a compromised container reads the secrets of the whole machine, and with write access changes its accounts.',
  fix: 'Mount the one file that is needed, read-only (`/etc/localtime:/etc/localtime:ro`), or keep the data in a named volume.',
  refs: [
    'https://docs.docker.com/engine/storage/bind-mounts/',
    'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      pass(workload)
      for (const mount of workload.mounts) {
        const source = mount.source?.known ? mount.source.value : undefined
        if (
          mount.type !== 'bind' ||
          source === undefined ||
          !SENSITIVE.test(normal(source)) ||
          belongsToItsJob(workload, mount) ||
          servesTheNode(workload)
        )
          continue
        const access = mount.readOnly ? '' : ' with write access'
        fail(workload, mount, `${workload.name} mounts ${normal(source)} of the host${access}`, {
          key: normal(source),
          ...wordsFor(workload, {
            kubernetes: {
              fix: 'Keep data in a PersistentVolumeClaim, settings in a ConfigMap, and mount of the host only the one file that is needed, with `readOnly: true`.',
            },
          }),
        })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            backup:
              image: ghcr.io/acme/backup:1.4.0
              volumes:
                - /:/host:ro #! backup mounts / of the host
                - /etc:/etc #! /etc of the host with write access
        `,
      },
      {
        'k8s/backup.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: backup }
          spec:
            selector: { matchLabels: { app: backup } }
            template:
              metadata: { labels: { app: backup } }
              spec:
                volumes: [{ name: root, hostPath: { path: / } }]
                containers:
                  - name: backup
                    image: ghcr.io/acme/backup:1.4.0
                    volumeMounts:
                      - { name: root, mountPath: /host, readOnly: true } #! backup mounts / of the host
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              volumes: ["/etc/localtime:/etc/localtime:ro", "/etc/ssl/certs:/etc/ssl/certs:ro", "./etc:/etc/app", "/srv/erp/uploads:/uploads"]
            node-exporter:
              image: prom/node-exporter:v1.9.1
              volumes: ["/proc:/host/proc:ro", "/sys:/host/sys:ro", "/:/rootfs:ro"]
            promtail:
              image: grafana/promtail:3.5.0
              volumes: ["/var/lib/docker/containers:/var/lib/docker/containers:ro"]
        `,
      },
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                volumes: [{ name: data, persistentVolumeClaim: { claimName: api } }, { name: zone, hostPath: { path: /etc/localtime } }]
                containers:
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
                    volumeMounts: [{ name: data, mountPath: /data }, { name: zone, mountPath: /etc/localtime, readOnly: true }]
          ---
          apiVersion: apps/v1
          kind: DaemonSet
          metadata: { name: node-exporter }
          spec:
            selector: { matchLabels: { app: node-exporter } }
            template:
              metadata: { labels: { app: node-exporter } }
              spec:
                volumes: [{ name: root, hostPath: { path: / } }]
                containers:
                  - name: node-exporter
                    image: quay.io/prometheus/node-exporter:v1.9.1
                    volumeMounts: [{ name: root, mountPath: /host/root, readOnly: true }]
        `,
      },
    ],
  },
})

function normal(path: string): string {
  const clean = path.replace(/\/{2,}/g, '/')
  return clean.length > 1 ? clean.replace(/\/$/, '') : clean
}

/** Exporters, agents and log collectors read the host; cAdvisor needs /var/run. Read-only is part of that job. */
function belongsToItsJob(workload: Workload, mount: Mount): boolean {
  const kind = workload.software?.kind
  const watches = kind === 'exporter' || kind === 'agent' || kind === 'logs'
  const target = mount.target.known ? mount.target.value : ''
  return watches && (mount.readOnly || target === '/var/run' || target === '/dev')
}
