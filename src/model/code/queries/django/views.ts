import { classMember } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { ClassNode, FunctionNode } from '../../../../code/syntax.js'
import { walk } from '../../../../code/walk.js'
import type { Route } from '../../route.js'
import type { ServiceQuery } from '../../service.js'
import type { ServiceCode } from '../../services.js'
import { paginationOf } from './pagination.js'
import { type QuerySet, querySetsOf } from './query-set.js'
import { leastBounded, readOf } from './read.js'

/** What the views of REST framework list by themselves: `ListAPIView`, `ModelViewSet` and the like, with their pages. */
export function listedByViews(
  program: Program,
  service: ServiceCode,
  routes: readonly Route[],
): readonly ServiceQuery[] {
  const views = new Map<ClassNode, { readonly view: In<ClassNode>; readonly routes: Route[] }>()
  for (const route of routes) {
    if (!route.lists) continue
    const known = views.get(route.lists.node)
    if (known) known.routes.push(route)
    else views.set(route.lists.node, { view: route.lists, routes: [route] })
  }
  return [...views.values()].flatMap(one => listOf(program, service, one.view, one.routes) ?? [])
}

function listOf(
  program: Program,
  service: ServiceCode,
  view: In<ClassNode>,
  routes: readonly Route[],
): ServiceQuery | undefined {
  const { file, node } = view
  // A list that is made by code of its own is read where that code is.
  if (classMember(program, view, 'list') || classMember(program, view, 'filter_queryset')) return undefined
  const read = leastBounded((setsOf(program, view) ?? []).flatMap(one => readOf(program, one) ?? []))
  if (!read) return undefined
  const limit = read.limit ?? paginationOf(program, service, view)
  const name = node.name ?? ''
  return {
    ...read,
    ...(limit && { limit }),
    isReturned: true,
    routes,
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length },
  }
}

/** What `get_queryset` gives, over what the class says. */
function setsOf(program: Program, view: In<ClassNode>): readonly QuerySet[] | undefined {
  const method = classMember(program, view, 'get_queryset')
  const said = () => {
    const field = classMember(program, view, 'queryset')
    return field?.kind === 'field' && field.node.value
      ? querySetsOf(program, { file: field.file, node: field.node.value })
      : undefined
  }
  if (!method) return said()
  if (method.kind !== 'function') return undefined
  const given = returnedBy(method).map(one => querySetsOf(program, one, said))
  return given.length > 0 && given.every(one => one !== undefined) ? given.flat() : undefined
}

function returnedBy({ file, node }: In<FunctionNode>): readonly ExpressionIn[] {
  const found: ExpressionIn[] = []
  walk(node.body, one => {
    if (one.kind === 'return' && one.value) found.push({ file, node: one.value })
    return one.kind === 'function' || one.kind === 'class' ? false : undefined
  })
  return found
}
