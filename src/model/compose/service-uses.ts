import type { ComposeProject } from '../../parse/compose/project.js'
import { child, type Node, textOf } from '../../parse/node.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { hostsOfQueueClients } from '../datastore/queue-clients.js'
import { textAt } from '../read-node.js'

/** What the services of a project say of each other, by service name. Read once, so that no service looks at all others. */
export interface ServiceUses {
  /** Others wait until it has ended well. */
  readonly awaited: ReadonlySet<string>
  /** Hosts that a variable about queues, jobs or sessions, or a program with a library for them, points at. */
  readonly workHosts: ReadonlySet<string>
}

const WORK_NAME = /queue|session|broker|celery|bull|store|jobs?\b/i
const WORK_VARIABLE = /(BROKER|QUEUE|CELERY|BULL|SIDEKIQ|SESSION|JOBS?|RESULT_BACKEND)/
/** What stands where a host stands in a URL, in a list of `host:port`, or alone; not the scheme of a URL. */
const HOST = /(?<=^|[/@,])[^/@,:]+(?=[:/,]|$)(?!:\/\/)/g

/** Reads what the services of a project, and the programs that it builds, say of each other. */
export function serviceUses(project: ComposeProject, tree: Tree): ServiceUses {
  const awaited = new Set<string>()
  const workHosts = new Set<string>(hostsOfQueueClients(project, tree))
  for (const { node } of project.services.values()) {
    for (const [name, dependency] of entriesOf(child(node, 'depends_on'))) {
      if (knownValue(textAt(dependency.node, 'condition')) === 'service_completed_successfully') awaited.add(name)
    }
    for (const [name, variable] of entriesOf(child(node, 'environment'))) {
      if (!WORK_VARIABLE.test(name)) continue
      for (const [host] of (textOf(variable.node) ?? '').matchAll(HOST)) workHosts.add(host)
    }
  }
  return { awaited, workHosts }
}

function entriesOf(node: Node | undefined): Iterable<[string, { readonly node: Node }]> {
  return node?.kind === 'map' ? node.entries : []
}

/** Whether clients keep queues or sessions in a service, by its name and the names of the variables that point at it. */
export function keepsWork(name: string, uses: ServiceUses): boolean {
  return WORK_NAME.test(name) || uses.workHosts.has(name)
}
