import type { Program } from '../../../../code/program.js'
import { functionsAround } from '../../../../code/scopes.js'
import type { CodeFile, Expression, Node } from '../../../../code/syntax.js'
import { pathOf, walk } from '../../../../code/walk.js'
import { capOf } from '../cap.js'
import type { Query } from '../query.js'
import { querySetsOf } from './query-set.js'
import { leastBounded, readOf } from './read.js'

/**
 * The bulk reads of a file through Django: where a set of rows is gone through, given to a serializer, made a list or split
 * into pages. A set that is only built or returned is not read yet.
 */
export function djangoQueries(program: Program, file: CodeFile): readonly Query[] {
  if (file.language !== 'python' || !file.imports.some(({ from }) => /^(?:django|rest_framework)\b/.test(from)))
    return []
  const found: Query[] = []
  walk(file.body, node => {
    for (const one of gone(node)) found.push(...readAt(program, file, node, one))
    const pages = pagesOf(program, file, node)
    if (pages) found.push(pages)
    return undefined
  })
  return found
}

/** Functions that read all that they are given. */
const READS = /^(?:list|tuple|set|sorted|Response|JsonResponse)$/

/** What a node goes through, if that is a set of rows. */
function gone(node: Node): readonly Expression[] {
  if (node.kind === 'comprehension') return node.clauses.map(({ iterated }) => iterated)
  if (node.kind === 'loop') return node.iterated ? [node.iterated] : []
  if (node.kind !== 'call') return []
  const name = pathOf(node.callee)?.at(-1) ?? ''
  const [first] = node.arguments
  if (!first || first.kind === 'keyword') return []
  const isMany = node.arguments.some(
    one => one.kind === 'keyword' && one.name === 'many' && one.value.kind === 'literal' && one.value.value === true,
  )
  return READS.test(name) || (/Serializer$/.test(name) && isMany) ? [first] : []
}

function readAt(program: Program, file: CodeFile, node: Node, rows: Expression): readonly Query[] {
  const [within] = functionsAround(file, node.start)
  // What a view lists is read by the framework, page by page.
  if (within?.name === 'get_queryset') return []
  const sets = querySetsOf(program, { file, node: rows }) ?? []
  const read = leastBounded(sets.flatMap(one => readOf(program, one) ?? []))
  if (!read) return []
  const place = node.kind === 'loop' ? rows : node
  const at = { path: file.path, start: place.start, end: place.end }
  return [{ ...read, ...(within && { within: { file, node: within } }), at }]
}

/** `Paginator(orders, 25)`: https://docs.djangoproject.com/en/5.2/topics/pagination/ */
function pagesOf(program: Program, file: CodeFile, node: Node): Query | undefined {
  if (node.kind !== 'call' || pathOf(node.callee)?.at(-1) !== 'Paginator') return undefined
  const [rows, second] = node.arguments
  const said = node.arguments.find(one => one.kind === 'keyword' && one.name === 'per_page')
  const size = said?.kind === 'keyword' ? said.value : second
  const [set] = (rows && rows.kind !== 'keyword' && querySetsOf(program, { file, node: rows })) || []
  const read = set && readOf(program, set)
  if (!read || !size || size.kind === 'keyword') return undefined
  const [within] = functionsAround(file, node.start)
  return {
    ...read,
    limit: capOf(program, { file, node: size }),
    ...(within && { within: { file, node: within } }),
    at: { path: file.path, start: node.start, end: node.end },
  }
}
