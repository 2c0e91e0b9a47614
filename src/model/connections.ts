import { credentialsIn } from '../knowledge/secrets.js'
import type { Connection, EnvironmentVariable, Workload } from './system.js'

const HOST_VARIABLE =
  /(^|_|^PG)(HOST|HOSTNAME|SERVER|SERVERS|ADDR|ADDRESS|ADDRESSES|BROKERS?|BOOTSTRAP_SERVERS|ENDPOINT|SEEDS|NODES|HOSTS)$/
const HOST_PORT = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?$/

/** Who connects to whom: URLs and host variables in the environment, resolved over the networks that both join. */
export function connectionsOf(workloads: readonly Workload[]): readonly Connection[] {
  const found: Connection[] = []
  const hosts = hostsOf(workloads)
  for (const from of workloads) {
    for (const variable of from.environment.values()) found.push(...connectionsIn(from, variable, hosts))
  }
  return found
}

/** Workloads by the names that they answer to on any network. */
type Hosts = ReadonlyMap<string, readonly Workload[]>

function hostsOf(workloads: readonly Workload[]): Hosts {
  const hosts = new Map<string, Workload[]>()
  for (const workload of workloads) {
    for (const alias of new Set(workload.networks.flatMap(network => network.aliases))) {
      const others = hosts.get(alias)
      if (others) others.push(workload)
      else hosts.set(alias, [workload])
    }
  }
  return hosts
}

function connectionsIn(from: Workload, variable: EnvironmentVariable, hosts: Hosts): readonly Connection[] {
  const text = variable.value.known ? variable.value.value : variable.raw
  if (text === undefined || text.length > 2_048) return []
  return text.includes('://')
    ? urlConnections(from, variable, text, hosts)
    : hostConnections(from, variable, text, hosts)
}

function urlConnections(
  from: Workload,
  variable: EnvironmentVariable,
  text: string,
  hosts: Hosts,
): readonly Connection[] {
  const url = credentialsIn(text)
  if (!url || url.host === '' || url.host.includes('$')) return []
  const to = workloadAt(from, url.host, hosts)
  return [
    {
      from,
      ...(to ? { to } : {}),
      scheme: url.scheme,
      host: url.host,
      ...(url.port === undefined ? {} : { port: url.port }),
      ...(url.user === undefined ? {} : { user: url.user }),
      password: url.password,
      ...(url.database === undefined ? {} : { database: url.database }),
      variable,
      at: variable.at,
    },
  ]
}

/** `kafka:9092,kafka2:9092` or a bare host: only where the name says host, or the value is the address of a workload. */
function hostConnections(
  from: Workload,
  variable: EnvironmentVariable,
  text: string,
  hosts: Hosts,
): readonly Connection[] {
  return text.split(',').flatMap(part => {
    const match = HOST_PORT.exec(part.trim())
    const host = match?.[1]
    if (!host) return []
    const to = workloadAt(from, host, hosts)
    if (!to || to === from || (!HOST_VARIABLE.test(variable.name) && match[2] === undefined)) return []
    return [
      {
        from,
        to,
        host,
        ...(match[2] ? { port: Number(match[2]) } : {}),
        password: 'unknown' as const,
        variable,
        at: variable.at,
      },
    ]
  })
}

/** The workload that answers to a name for `from`: same deployment, a network in common. */
function workloadAt(from: Workload, host: string, hosts: Hosts): Workload | undefined {
  return hosts
    .get(host)
    ?.find(
      to =>
        sharesNetwork(from, to) &&
        to.networks.some(
          network => network.aliases.includes(host) && from.networks.some(own => own.network === network.network),
        ),
    )
}

/** Whether two workloads are on one network. External networks join deployments. */
function sharesNetwork(one: Workload, other: Workload): boolean {
  return one.networks.some(a =>
    other.networks.some(
      b => a.network === b.network && (one.deployment === other.deployment || a.network.startsWith('external:')),
    ),
  )
}
