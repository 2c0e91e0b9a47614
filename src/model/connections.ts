import { type Address, addressesIn } from './addresses.js'
import { type HostAnswer, type HostNames, LOOPBACK } from './host-names.js'
import type { Connection, EnvironmentVariable, Workload } from './system.js'

/** An address in the environment of a workload, and who answers there. */
export interface EnvironmentAddress {
  readonly from: Workload
  readonly variable: EnvironmentVariable
  readonly address: Address
  readonly answer: HostAnswer
}

/** What a server listens on, not what a client connects to. */
const EVERYWHERE = /^(?:0\.0\.0\.0|::|\*|\+)$/

/** Every address in the environment of workloads: URLs, lists of hosts, host variables. */
export function environmentAddresses(workloads: readonly Workload[], names: HostNames): readonly EnvironmentAddress[] {
  return workloads.flatMap(from =>
    [...from.environment.values()].flatMap(variable =>
      addressesIn(variable, from.environment).flatMap(address =>
        address.host.includes('$') || EVERYWHERE.test(address.host)
          ? []
          : [{ from, variable, address, answer: names.answer(address.host, address.port, from) }],
      ),
    ),
  )
}

/** Who connects to whom: addresses in the environment, without those of the workload itself and texts that only look like one. */
export function connectionsOf(addresses: readonly EnvironmentAddress[], names: HostNames): readonly Connection[] {
  return addresses.flatMap(({ from, variable, address: { form, ...address }, answer }) => {
    const found = answer.kind === 'workload' ? answer.workload : undefined
    // Nobody else answers there: what is meant is not known.
    const to = found === from && LOOPBACK.test(address.host) ? undefined : found
    if (to === from || (!to && form !== 'url' && !isHost(address.host, form, from, names))) return []
    return [{ from, ...(to ? { to } : {}), ...address, variable, at: variable.at }]
  })
}

/** Whether a bare text is a host all the same: a workload that cannot be reached from here, or a name of the outside world. */
function isHost(host: string, form: Address['form'], from: Workload, names: HostNames): boolean {
  if (names.namesakes(host, from).length > 0) return true
  return form === 'named' && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(host) && host !== 'host.docker.internal'
}
