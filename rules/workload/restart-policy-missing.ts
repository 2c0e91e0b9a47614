import type { PodPlace, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/restart-policy-missing',
  title: 'A long-running workload stays down after a crash',
  category: 'infrastructure-stability',
  severity: 'medium',
  worst: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'Docker does not restart a container by default: after a crash, an out-of-memory kill or a reboot of the host it stays down until somebody notices.',
  fix: 'Add `restart: unless-stopped` to the service, or `deploy.restart_policy: { condition: on-failure }` in a swarm.',
  refs: [
    'https://docs.docker.com/engine/containers/start-containers-automatically/',
    'https://docs.docker.com/reference/compose-file/services/#restart',
    'https://pm2.keymetrics.io/docs/usage/restart-strategies/',
    'https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs',
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue
      if (workload.pod) {
        judgePod(workload, workload.pod)
        continue
      }
      const { policy, at, written } = workload.restart
      if (policy === 'unknown') unverified(workload, at, 'its restart policy is set outside the repository')
      else if (policy !== 'none') pass(workload)
      else {
        const what = written
          ? 'says not to restart it'
          : 'has no restart policy, and Docker restarts nothing by default'
        fail(workload, at, `${workload.name} ${what}`, {
          severity: workload.stateful ? 'high' : 'medium',
          ...(workload.platform === 'pm2'
            ? { fix: 'Remove `autorestart: false`: PM2 then starts it again when it ends.' }
            : workload.platform === 'swarm'
              ? { fix: 'Write `deploy: { restart_policy: { condition: any } }`: a swarm does not read `restart`.' }
              : { fix: `Add \`restart: unless-stopped\` to ${workload.name}.` }),
        })
      }
    }

    /** The kubelet restarts containers, and what made a pod makes another one when its node is lost: unless nothing made it. */
    function judgePod(workload: Workload, pod: PodPlace): void {
      if (pod.part !== 'main') return
      if (pod.kind !== 'Pod') pass(workload)
      else
        fail(workload, pod, `${workload.name} is a Pod that nothing makes anew when its node fails or is drained`, {
          severity: workload.stateful ? 'high' : 'medium',
          fix: `Let a Deployment make it (a StatefulSet if it keeps data): put its \`metadata.labels\` and \`spec\` below \`spec.template\`.`,
          why: 'A Pod belongs to the node that it was placed on. When that is drained, replaced or out of memory, the Pod is deleted and stays away until somebody notices.',
        })
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api: #! api has no restart policy
              image: ghcr.io/acme/api:1.4.0
            db:
              image: postgres:17.2
              restart: "no" #! db says not to restart it
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              {
                name: 'api',
                script: 'dist/main.js',
                autorestart: false, //! api says not to restart it
                env: { PORT: 3000 },
              },
            ],
          }
        `,
      },
      {
        'k8s/api.yaml': `
          apiVersion: v1
          kind: Pod
          metadata:
            name: api #! api is a Pod that nothing makes anew
            labels: { app: api }
          spec:
            containers: [{ name: api, image: "ghcr.io/acme/api:1.4.0" }]
        `,
      },
    ],
    good: [
      {
        // PM2 restarts what ends; what runs once, or on a schedule, is a job.
        'ecosystem.config.js': `
          module.exports = {
            apps: [
              { name: 'api', script: 'dist/main.js', env: { PORT: 3000 } },
              { name: 'cleanup', script: 'dist/cleanup.js', autorestart: false, cron_restart: '0 3 * * *' },
            ],
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", restart: unless-stopped }
            worker: { image: "ghcr.io/acme/worker:1.4.0", restart: "on-failure:5" }
            db: { image: "postgres:17.2", deploy: { restart_policy: { condition: any } } }
            migrate: { image: "ghcr.io/acme/api:1.4.0", command: ["alembic", "upgrade", "head"] }
        `,
      },
      {
        // A swarm restarts tasks unless it is told not to.
        Makefile: `
          deploy:
          \tdocker stack deploy -c stack.yml erp
        `,
        'stack.yml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
        `,
      },
      {
        // Kubernetes restarts what ends, and a Pod that is to run once is a job.
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
                  - name: api
                    image: ghcr.io/acme/api:1.4.0
          ---
          apiVersion: v1
          kind: Pod
          metadata: { name: debug }
          spec:
            restartPolicy: Never
            containers: [{ name: debug, image: "ghcr.io/acme/debug:1.4.0" }]
        `,
      },
    ],
  },
})
