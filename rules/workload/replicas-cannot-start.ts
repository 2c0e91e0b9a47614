import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'workload/replicas-cannot-start',
  title: 'Replicas share a name or a host port that only one can have',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A container name and a host port can be taken once. The second replica cannot be created or cannot bind, so the scaling that the file promises never happens.',
  fix: 'Remove `container_name`, and publish the port on a proxy in front instead of on the replicas (or give a range that is wide enough, `"8080-8082:8080"`).',
  refs: [
    'https://docs.docker.com/reference/compose-file/services/#container_name',
    'https://docs.docker.com/reference/compose-file/services/#ports',
  ],
  check({ system, pass, fail }) {
    for (const workload of system.workloads) {
      const count = workload.replicas?.known ? workload.replicas.value : 1
      // A swarm names its tasks itself and publishes through its routing mesh.
      if (count < 2 || workload.platform !== 'compose') continue
      pass(workload)
      const { fixedName } = workload
      if (fixedName)
        fail(workload, fixedName, `${workload.name} asks for ${count} replicas under one container_name`, {
          key: 'name',
        })
      for (const port of workload.published) {
        if (!port.host?.known) continue
        const room = (port.hostEnd ?? port.host.value) - port.host.value + 1
        if (room >= count) continue
        const what = `${workload.name} asks for ${count} replicas, and host port ${port.host.value}${port.hostEnd ? `-${port.hostEnd}` : ''} has room for ${room}`
        fail(workload, port, what, { key: `port.${port.host.value}` })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            api:
              image: ghcr.io/acme/api:1.4.0
              ports:
                - "3000:3000" #! 3 replicas, and host port 3000 has room for 1
              deploy: { replicas: 3 }
            worker:
              image: ghcr.io/acme/worker:1.4.0
              container_name: worker #! 2 replicas under one container_name
              scale: 2
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            api: { image: "ghcr.io/acme/api:1.4.0", ports: ["3000-3002:3000"], deploy: { replicas: 3 } }
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["3000"], scale: 2 }
            worker: { image: "ghcr.io/acme/worker:1.4.0", expose: ["9100"], deploy: { replicas: 4 } }
            single: { image: "ghcr.io/acme/single:1.4.0", container_name: single, ports: ["80:80"] }
        `,
      },
    ],
  },
})
