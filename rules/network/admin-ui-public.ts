import type { PublishedPort, Workload } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'network/admin-ui-public',
  title: 'An administration interface is open to any host',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.8,
  since: '0.1.0',
  effort: 'minutes',
  why: 'Consoles of brokers, proxies and stores can change and read everything, are attacked with default passwords, and are meant for the operator alone.',
  fix: 'Bind the port to 127.0.0.1 and reach it through SSH or a VPN, or route it through the proxy with authentication in front.',
  refs: ['https://docs.docker.com/engine/network/port-publishing/'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      // Development tools are asked about by workload/development-tool-deployed.
      if (workload.role === 'tool' || !workload.software?.ports.some(port => isAdministration(workload, port.port))) continue
      pass(workload)
      for (const port of workload.published) {
        const number = port.container.known ? port.container.value : undefined
        if (number === undefined || !isAdministration(workload, number)) continue
        if (port.reach === 'unknown') unverified(workload, port, 'the bind address of a published port is set outside the repository')
        else if (port.reach === 'any') fail(workload, port, `the administration interface of ${workload.name} (${workload.software?.name}) answers any host${onPort(port)}`, { key: `port.${number}` })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            queue:
              image: rabbitmq:4.1-management
              ports:
                - "15672:15672" #! the administration interface of queue (RabbitMQ) answers any host on host port 15672
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            queue: { image: "rabbitmq:4.1-management", ports: ["127.0.0.1:15672:15672"] }
            web: { image: "ghcr.io/acme/web:1.4.0", ports: ["15672:15672"] }
        `,
      },
    ],
  },
})

function isAdministration(workload: Workload, port: number): boolean {
  const purpose = workload.software?.ports.find(one => one.port === port)?.purpose
  return purpose === 'admin' || (purpose === 'web' && workload.software?.access?.byDefault === 'none')
}

function onPort(port: PublishedPort): string {
  return port.host?.known ? ` on host port ${port.host.value}` : ''
}
