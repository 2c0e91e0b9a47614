import type { FunctionIn } from '../../../code/program.js'
import type { Call, ClassNode, Node } from '../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../code/walk.js'
import type { Route } from '../route.js'
import { type Door, isGuarded, isMeantForAll, resourceOf } from './doors.js'
import { isHarmless, isRefusal, namesGuard } from './handler-checks.js'

/**
 * Views of Django and of REST framework that change something and ask nobody, beside others that ask. A view is judged where
 * its text shows that it changes what is there: to which methods it answers is often not said.
 */
export function djangoDoors(all: readonly Route[]): readonly Door[] {
  const changes = all.filter(one => /^django(?:-ninja)?$/.test(one.framework) && isChange(one))
  const beside = besideGuarded(changes)
  const known = new Set(beside.map(({ route }) => route))
  return [...beside, ...openViewSets(all, changes).filter(({ route }) => !known.has(route))]
}

function besideGuarded(changes: readonly Route[]): readonly Door[] {
  const guarded = changes.filter(isGuarded)
  if (guarded.length < 2) return []
  return changes.flatMap(route => {
    if (isGuarded(route) || isMeantForAll(route) || route.guards.some(one => one.purpose === 'public')) return []
    const neighbour = neighbourOf(route, guarded, changes)
    const answer = neighbour && answerOf(route)
    if (!answer || answer === 'asks') return []
    return [{ route, neighbour, ...(answer !== 'open' && { doubt: answer.because }) }]
  })
}

/** What REST framework gives a view set or view by itself. https://www.django-rest-framework.org/api-guide/viewsets/ */
const GENERATED = /^(?:\w*ViewSet|\w+ModelMixin|\w*APIView)$/

/**
 * Changes that REST framework makes by itself for a view that names no permission, where none is the default either
 * (`AllowAny` is: https://www.django-rest-framework.org/api-guide/permissions/#setting-the-permission-policy), in a project
 * that knows who people are and asks elsewhere.
 */
function openViewSets(all: readonly Route[], changes: readonly Route[]): readonly Door[] {
  const neighbour = changes.find(isGuarded) ?? all.find(one => one.framework === 'django' && isGuarded(one))
  if (!neighbour) return []
  return changes.flatMap(route => {
    const { handler, view = [], guards } = route
    if (handler || view.length === 0 || guards.some(one => one.purpose !== 'other') || isMeantForAll(route)) return []
    const own = new Set(view.map(({ node }) => node.name))
    const bases = view.flatMap(({ node }) => node.bases.map(base => pathOf(base)?.at(-1) ?? ''))
    if (!bases.every(base => own.has(base) || GENERATED.test(base))) return []
    return answerOf(route) === 'open' ? [{ route, neighbour }] : []
  })
}

const CHANGES = /^(?:PUT|PATCH|DELETE)$/

/** `def delete(…)`, what REST framework does by itself, `UpdateView`, and functions that find a row and change it. */
function isChange(route: Route): boolean {
  const { method, handler, view } = route
  const bases = (view ?? []).flatMap(({ node }) => node.bases.flatMap(base => pathOf(base)?.at(-1) ?? []))
  if (handler && (method === 'POST' || method === '*'))
    return changesRow(handler, method === 'POST' || isGuarded(route))
  if (handler) return CHANGES.test(method)
  if (bases.some(base => /(?:Update|Delete)View$/.test(base))) return method === 'POST'
  return CHANGES.test(method) && !bases.some(base => /(?:Create|Form)View$/.test(base))
}

/** Clients and stores whose `delete` is not that of a row. */
const NO_ROW = /requests|client|http|session|cache|redis|request|cookie|os|storage|response|messages/i

/**
 * Whether a function finds a row and deletes it, or changes it by what was sent. A page that counts who looks at it changes a
 * row as well, and so does one of which it is not said that it takes anything.
 */
function changesRow({ node }: FunctionIn, isSent: boolean): boolean {
  let finds = false
  let deletes = false
  let changes = false
  let takes = isSent
  let counts = false
  walk(node.body, one => {
    if (one.kind === 'assign' && one.operator === '+=') counts = true
    if (one.kind === 'member' && /^(?:POST|method|is_valid)$/.test(one.property)) takes = true
    if (one.kind !== 'call') return undefined
    const path = pathOf(one.callee)
    const name = path?.at(-1) ?? (one.callee.kind === 'member' ? one.callee.property : '')
    const isQuery = path?.includes('objects') ?? true
    if (name === 'F') counts = true
    if (/^a?get_object(?:_or_404)?$/.test(name) || (/^(?:get|filter)$/.test(name) && isQuery)) finds = true
    if ((path ?? []).slice(0, -1).some(part => NO_ROW.test(part))) return undefined
    if (/^a?delete$/.test(name)) deletes = true
    if (/^(?:update|a?save)$/.test(name)) changes = true
    return undefined
  })
  return finds && (deletes || (changes && takes && !counts))
}

/** A guarded change of the same resource, or one of the same file where hardly any is not guarded. */
function neighbourOf(route: Route, guarded: readonly Route[], changes: readonly Route[]): Route | undefined {
  const resource = resourceOf(route.path)
  if (resource === '') return undefined
  const file = fileOf(route)
  const beside = guarded.find(one => resourceOf(one.path) === resource && fileOf(one) === file)
  if (beside) return beside
  const isRule = guarded.length >= 3 && guarded.length >= changes.length * 0.75
  return isRule ? guarded.find(one => fileOf(one) === file) : undefined
}

function fileOf({ handler, view }: Route): string | undefined {
  return view?.[0]?.file.path ?? handler?.file.path
}

type Answer = 'asks' | 'open' | { readonly because: string }

/** Whether a view asks by itself. What it hands the request to, and guards that are not known, may. */
function answerOf({ guards, handler, view = [] }: Route): Answer {
  const unknown = guards.find(one => !isHarmless(one))
  const bodies = [...(handler ? [handler.node.body] : []), ...view.map(({ node }) => node.members.filter(isBefore))]
  if (bodies.some(body => asksFor(body))) return 'asks'
  if (unknown) return { because: `what ${unknown.name} asks is not known` }
  const rest: readonly (readonly Node[])[] = [
    ...(handler ? [[handler.node]] : []),
    ...view.map(({ node }) => classNodes(node)),
  ]
  return rest.some(nodes => mayAsk(nodes)) ? { because: 'whether a function that it calls asks is not known' } : 'open'
}

/** What runs before or beneath every method of a class, and decides what it finds. */
function isBefore(member: ClassNode['members'][number]): boolean {
  return /^(?:dispatch|setup|initial|get_queryset|queryset|get_object|test_func|has_\w+|check_\w+|perform_\w+|form_valid)$/.test(
    member.name ?? '',
  )
}

function classNodes(node: ClassNode): readonly Node[] {
  return [...node.members, ...node.statements]
}

const PERSON = /^(?:user|is_authenticated|is_staff|is_superuser|has_perms?|has_module_perms|auth)$/
const REFUSES =
  /^(?:PermissionDenied|HttpResponseForbidden|NotAuthenticated|AuthenticationFailed|redirect_to_login|handle_no_permission)$/

/** `request.user`, `raise PermissionDenied`, `HttpResponseForbidden()`, 401 and 403. */
function asksFor(nodes: readonly Node[]): boolean {
  return holds(nodes, node => {
    if (node.kind === 'member' && PERSON.test(node.property)) return true
    const name = node.kind === 'name' ? node.name : node.kind === 'member' ? node.property : ''
    return REFUSES.test(name) || isRefusal(node)
  })
}

/** What everybody asks a request for. Anything else was put there by middleware, and may belong to somebody. */
const OF_REQUEST =
  /^(?:POST|GET|FILES|data|query_params|method|body|path|path_info|is_ajax|content_type|encoding|build_absolute_uri|get_host|get_full_path|is_secure|resolver_match|accepts|_messages|LANGUAGE_CODE)$/
/** Functions that get the request and ask nobody. */
const HARMLESS_CALL =
  /^(?:render\w*|redirect|reverse|get_object_or_404|get_list_or_404|success|error|info|warning|debug|add_message|TemplateResponse|RequestContext|Response|\w*HttpResponse\w*|JsonResponse|getattr|paginate_queryset|get_paginated_response|build_absolute_uri|get_current_site)$/

const NAMES_GUARD = /permission|login|role|require|access|auth/i

function mayAsk(nodes: readonly Node[]): boolean {
  let may = false
  let count = 0
  walk(nodes, node => {
    if (may || ++count > 5_000) {
      may = true
      return false
    }
    if (node.kind === 'member' && isRequest(node.object) && !OF_REQUEST.test(node.property)) may = true
    // `permission_required = …`: what reads it, a default permission or a middleware, may ask.
    if (node.kind === 'field' && node.name !== undefined && NAMES_GUARD.test(node.name)) may = true
    if (namesGuard(node) || (node.kind === 'call' && handsOn(node))) may = true
    return undefined
  })
  return may
}

function isRequest(node: Node): boolean {
  return (node.kind === 'name' && node.name === 'request') || (node.kind === 'member' && node.property === 'request')
}

function handsOn({ callee, arguments: given }: Call): boolean {
  if (!given.some(one => isRequest(peel(one)))) return false
  // `super().post(request)`: what is above is looked at, too.
  if (callee.kind === 'member' && callee.object.kind === 'call' && pathOf(callee.object.callee)?.at(-1) === 'super')
    return false
  return !HARMLESS_CALL.test(pathOf(callee)?.at(-1) ?? '')
}
