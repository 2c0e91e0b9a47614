import type { Source, Span } from '../../../source.js'
import { child, type MapNode, type Node, textOf } from '../../node.js'
import { parseYaml } from '../../yaml.js'
import { type Building, refuse } from './building.js'
import { innerText } from './inner-text.js'
import { type Operation, operationsOf } from './json-patch.js'
import type { Kustomization } from './kustomization.js'
import { objectsIn } from './objects.js'
import { readBelow } from './read.js'

/** What a patch says: objects to merge, or operations. */
export interface PatchContent {
  readonly merges?: readonly MergePatch[]
  readonly operations?: readonly Operation[]
}

/** An object that is merged into others. */
export interface MergePatch {
  readonly node: MapNode
  readonly relocate: (span: Span) => Span
}

/** The patch of an entry: from a file, or inline. What is none is refused. */
export function patchOf(entry: Node, kustomization: Kustomization, building: Building): PatchContent | undefined {
  const path = child(entry, 'path')
  const inline = child(entry, 'patch')
  const isGiven = (node: Node | undefined) => (textOf(node) ?? '').trim() !== ''
  if (isGiven(path) === isGiven(inline)) {
    refuse(building, entry.at, 'patch', 'a patch has either a path or a patch')
    return undefined
  }
  if (path && isGiven(path)) return fileContent(kustomization, path, building)
  if (inline?.kind !== 'scalar') return undefined
  const { source, relocate } = innerText(inline, building.read(kustomization.path))
  const content = contentOf(source, relocate)
  if (!content) refuse(building, inline.at, 'patch', 'it is neither a strategic merge patch nor a JSON patch')
  return content
}

/** The patch in a file that a kustomization names. */
export function fileContent(kustomization: Kustomization, name: Node, building: Building): PatchContent | undefined {
  const source = readBelow(kustomization, textOf(name) ?? '', name.at, building)
  if (!source) return undefined
  const { documents, problems } = building.parse(source)
  building.problems.push(...problems)
  const content = isBrokenJson(source.text)
    ? undefined
    : documentsContent(
        documents.flatMap(({ root }) => root ?? []),
        span => span,
      )
  if (!content) refuse(building, name.at, 'patch', `${source.path} is neither a strategic merge patch nor a JSON patch`)
  return content
}

/** The patch in a text; undefined where it is none. */
export function contentOf(source: Source, relocate: (span: Span) => Span): PatchContent | undefined {
  const { documents, problems } = parseYaml(source)
  if (isBrokenJson(source.text) || problems.some(problem => problem.kind === 'syntax')) return undefined
  return documentsContent(
    documents.flatMap(({ root }) => root ?? []),
    relocate,
  )
}

function documentsContent(roots: readonly Node[], relocate: (span: Span) => Span): PatchContent | undefined {
  const [first] = roots
  const operations = first ? operationsOf(first, relocate) : undefined
  if (operations) return { operations }
  const objects = roots.map(root => objectsIn(root))
  if (objects.includes(undefined)) return undefined
  return { merges: objects.flatMap(found => found ?? []).map(node => ({ node, relocate })) }
}

/** What begins with a bracket has to be JSON, not only YAML. */
function isBrokenJson(text: string): boolean {
  if (!text.startsWith('[')) return false
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
