import type { Source, Span } from '../source.js'
import { child, entriesOf, itemsOf, type Node, type Problem } from './node.js'
import { type Written, writtenAt, writtenItems } from './prometheus/written.js'
import { parseYaml } from './yaml.js'

/** A configuration of Alertmanager: https://prometheus.io/docs/alerting/latest/configuration/ */
export interface AlertmanagerConfig {
  readonly path: string
  readonly root: Node | undefined
  /** The top of the tree. */
  readonly route?: AlertRoute
  readonly receivers: readonly AlertReceiver[]
  /** Patterns of template files. */
  readonly templates: readonly Written[]
  /** Where a finding about the whole file points: its first key. */
  readonly at: Span
  /** What is wrong with the YAML. */
  readonly problems: readonly Problem[]
}

/** A route of the tree that alerts go down. */
export interface AlertRoute {
  /** Absent: that of the route above. */
  readonly receiver?: Written
  /** Whether it takes every alert that reaches it. */
  readonly takesAll: boolean
  readonly continues: boolean
  readonly routes: readonly AlertRoute[]
  readonly at: Span
}

/** Who is told of an alert. */
export interface AlertReceiver {
  readonly name: string
  readonly integrations: readonly AlertIntegration[]
  /** Its name. */
  readonly at: Span
}

/** One way to reach somebody. */
export interface AlertIntegration {
  /** `slack`, `email`, `webhook` … */
  readonly kind: string
  /** Where it sends to, when the integration has a URL of its own. */
  readonly url?: Written
  readonly at: Span
}

/** Reads a configuration. Never throws: what is not as it should be is left out (`checkAlertmanagerConfig` says it). */
export function readAlertmanagerConfig(source: Source): AlertmanagerConfig {
  const { documents, problems } = parseYaml(source)
  const root = documents[0]?.root
  const route = child(root, 'route')
  return {
    path: source.path,
    root,
    ...(route ? { route: routeOf(route, 0) } : {}),
    receivers: itemsOf(child(root, 'receivers')).map(receiverOf),
    templates: writtenItems(child(root, 'templates')),
    at: entriesOf(root)[0]?.[2] ?? { path: source.path, start: 0, end: 0 },
    problems,
  }
}

const DEEPEST = 50

function routeOf(node: Node, depth: number): AlertRoute {
  const receiver = writtenAt(node, 'receiver')
  const matchers = ['match', 'match_re', 'matchers'].flatMap((key): readonly unknown[] => {
    const section = child(node, key)
    return section?.kind === 'map' ? [...section.entries.keys()] : itemsOf(section)
  })
  return {
    ...(receiver ? { receiver } : {}),
    takesAll: matchers.length === 0,
    continues: writtenAt(node, 'continue')?.text === 'true',
    routes: depth < DEEPEST ? itemsOf(child(node, 'routes')).map(inner => routeOf(inner, depth + 1)) : [],
    at: node.at,
  }
}

function receiverOf(node: Node): AlertReceiver {
  const name = writtenAt(node, 'name')
  return {
    name: name?.text ?? '',
    integrations: entriesOf(node).flatMap(([key, section]) => {
      const kind = /^(\w+)_configs$/.exec(key)?.[1]
      return kind === undefined ? [] : itemsOf(section).map(item => integrationOf(kind, item))
    }),
    at: name?.at ?? node.at,
  }
}

function integrationOf(kind: string, node: Node): AlertIntegration {
  const url = writtenAt(node, kind === 'email' ? 'smarthost' : kind === 'webhook' ? 'url' : 'api_url')
  return { kind, ...(url ? { url } : {}), at: node.at }
}

/** The names of the receivers that some alert can reach, by the routes. */
export function reachableReceivers({ route }: AlertmanagerConfig): ReadonlySet<string> {
  const names = new Set<string>()
  if (route) reach(route, route.receiver?.text, names)
  return names
}

/** A route takes what none of its own routes takes; behind one that takes all and does not go on, nothing is left. */
function reach(route: AlertRoute, inherited: string | undefined, names: Set<string>): void {
  const receiver = route.receiver?.text ?? inherited
  for (const inner of route.routes) {
    reach(inner, receiver, names)
    if (inner.takesAll && !inner.continues) return
  }
  if (receiver !== undefined) names.add(receiver)
}
