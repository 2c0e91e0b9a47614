import type { Import } from '../../code/syntax.js'
import { type ConcreteNode, part } from '../concrete-tree.js'
import { type Reader, stringValue } from './reader.js'

/** The imports of a file. Each takes the package as a whole; `_` binds nothing, `.` every name. */
export function importsOf(reader: Reader, node: ConcreteNode): readonly Import[] {
  return node.children
    .flatMap(child => (child.type === 'import_spec_list' ? child.children : [child]))
    .filter(child => child.type === 'import_spec')
    .flatMap(spec => {
      const path = part(spec, 'path')
      if (!path) return []
      const from = stringValue(reader, path)
      const alias = part(spec, 'name')
      const written = alias && reader.textOf(alias)
      const shared = { start: spec.start, end: spec.end, from, typeOnly: false, deferred: false }
      if (written === '_') return [shared]
      if (written === '.') return [{ ...shared, name: '*' }]
      return [{ ...shared, name: '*', local: written ?? packageNameOf(from) }]
    })
}

/**
 * What a package is most likely called, by its path: the last segment that is no version, without what people write around
 * the word `go` (`go-redis`, `nats.go`). Only the package's own files know for sure.
 */
export function packageNameOf(path: string): string {
  const segments = path.split('/')
  const last = segments.at(-1) ?? path
  const name = /^v\d+$/.test(last) && segments.length > 1 ? (segments.at(-2) ?? last) : last
  return name
    .replace(/\.v\d+$/, '')
    .replace(/^go-|[-.]go$/, '')
    .replaceAll(/[^\p{L}\p{N}_]/gu, '')
}
