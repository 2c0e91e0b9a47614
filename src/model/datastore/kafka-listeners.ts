import { kafkaProperty } from '../../knowledge/engines/kafka.js'
import { LOOPBACK } from '../host-names.js'
import { serviceFactsOf } from '../service-facts.js'
import type { Workload } from '../system.js'

/** Where a Kafka server takes connections of clients, and where it sends those who have connected. */
export interface KafkaListener {
  /** In upper case. */
  readonly name: string
  /** Inside the container. */
  readonly port: number
  /** The host that clients are told, as written. */
  readonly host: string
  readonly advertisedPort: number
}

/**
 * The listeners that a Kafka server advertises to clients. Undefined when its environment does not tell all of them: nothing
 * is advertised there, a value comes from outside, or a file or a script decides. Confluent's image takes the ports of
 * `advertised.listeners` where `listeners` is not set.
 * https://docs.confluent.io/platform/current/installation/docker/config-reference.html
 */
export function kafkaListenersOf(workload: Workload): readonly KafkaListener[] | undefined {
  const facts = serviceFactsOf(workload)
  if (!facts || workload.software?.id !== 'kafka' || facts.configMounted || workload.start?.script) return undefined
  const advertised = kafkaProperty(facts, 'advertised.listeners').value
  const written = kafkaProperty(facts, 'listeners').value
  if (!advertised || written === null) return undefined
  const bound = written || (facts.distribution.id === 'confluent' ? advertised : undefined)
  const told = addressesIn(advertised)
  const own = bound === undefined ? undefined : addressesIn(bound)
  if (!told || !own) return undefined
  const listeners: KafkaListener[] = []
  for (const { name, host, port } of told) {
    const listener = own.find(one => one.name === name)
    if (!listener) return undefined
    listeners.push({ name, port: listener.port, host, advertisedPort: port })
  }
  return listeners
}

/** `PLAINTEXT://kafka:29092,HOST://localhost:9092`; undefined for anything else. */
function addressesIn(text: string) {
  const found = text.split(',').map(part => {
    const [, name, host, port] = /^\s*([\w.-]+):\/\/(\[[^\]]*\]|[^:/\s]*):(\d{1,5})\s*$/.exec(part) ?? []
    return name === undefined ? undefined : { name: name.toUpperCase(), host: host ?? '', port: Number(port) }
  })
  const known = found.filter(one => one !== undefined)
  return known.length === found.length ? known : undefined
}

/** Whether who follows what a listener advertises gets to itself, in whatever container it is. */
export function sendsHome({ host }: KafkaListener): boolean {
  return LOOPBACK.test(host.replace(/^\[|\]$/g, ''))
}
