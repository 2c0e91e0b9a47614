import { child, itemsOf, type Node, textOf } from '../../parse/node.js'
import { parseYaml } from '../../parse/yaml.js'
import { fileName } from '../../paths.js'
import { type Fact, known, type Source, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { Subject } from '../system.js'
import { isApartFromProduction } from './places.js'

/** A database that a platform runs for the programs that it runs. */
export interface PlatformDatabase extends Subject {
  readonly kind: 'object'
  readonly engine: 'postgres'
  /** The connections that it takes, by its plan. */
  readonly maximum: Fact<number>
}

/** The databases of the `render.yaml` files. https://render.com/docs/blueprint-spec#databases */
export function platformDatabases(tree: Tree): readonly PlatformDatabase[] {
  return tree.files.flatMap(({ path }) => {
    if (!/^render\.ya?ml$/.test(fileName(path)) || isApartFromProduction(path)) return []
    const source = tree.read(path)
    return source ? databasesIn(source) : []
  })
}

function databasesIn(source: Source): readonly PlatformDatabase[] {
  return parseYaml(source).documents.flatMap(({ root }) =>
    itemsOf(child(root, 'databases')).flatMap((node): PlatformDatabase[] => {
      const name = child(node, 'name')
      const text = textOf(name)
      if (!name || text === undefined) return []
      const maximum = connectionsOf(child(node, 'plan'), node)
      const subject = {
        id: databaseId(source.path, text),
        name: text,
        weight: 3 as const,
        at: name.at,
        files: [source.path],
      }
      return [{ ...subject, kind: 'object', engine: 'postgres', maximum }]
    }),
  )
}

/** The id of the database that a file calls so. */
export function databaseId(path: string, name: string): string {
  return `platform:${path}#${name}`
}

/**
 * By the memory that the name of a plan tells: `basic-1gb`, `pro-8gb`. Older plans take other numbers.
 * https://render.com/tutorials/postgres-on-render/connection-limits-and-pooling (read 2026-11)
 */
function connectionsOf(plan: Node | undefined, database: Node): Fact<number> {
  const text = textOf(plan) ?? ''
  const [, amount, unit] = /^(?:basic|pro|accelerated)-(\d{1,4})(mb|gb)$/.exec(text) ?? []
  const at = plan?.at ?? database.at
  if (amount === undefined) return unknown(at, plan ? `the plan ${text} does not tell` : 'its plan is not written')
  const gigabytes = Number(amount) / (unit === 'mb' ? 1024 : 1)
  const [, most] = BY_MEMORY.find(([least]) => gigabytes >= least) ?? [0, 100]
  return known(most, at)
}

const BY_MEMORY: readonly (readonly [gigabytes: number, connections: number])[] = [
  [32, 500],
  [16, 400],
  [8, 200],
]

/** What to write for a plan that takes so many. */
export function planFor(connections: number): string {
  const [gigabytes = 32] = BY_MEMORY.findLast(([, most]) => most >= connections) ?? []
  return `plan: pro-${gigabytes}gb`
}
