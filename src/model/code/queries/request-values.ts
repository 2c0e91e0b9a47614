import type { ExpressionIn, Program } from '../../../code/program.js'
import { bindingsAt } from '../../../code/scopes.js'
import type { Expression } from '../../../code/syntax.js'
import { evaluateExpression } from '../../../code/values.js'
import { pathOf, peel } from '../../../code/walk.js'

/** What clients fill in: `req.query`, `ctx.query`, `request.args`, `searchParams`, `c.req.query()`. */
const REQUEST_BAG =
  /^(?:req|request|ctx|context|c|event)(?:\.request|\.req)?\.(?:query|params|body|args|query_params|GET|form|json|data|queryStringParameters|validated)$|^(?:searchParams|queryParams|query_params|urlParams)$/
const REQUEST_READ =
  /^(?:req|request|ctx|context|c|r|event|url|new_url)?(?:\.\w+)*\.?(?:searchParams|query_params|args|GET|query|URL\.Query|FormValue|QueryParam|Query|DefaultQuery|QueryInt|Queries)(?:\.get|\.getlist|\.Get)?$/

/** https://lodash.com/docs/4.17.15#pick, and what people write in its place. */
const PICKS = /^(?:(?:_|lodash|R|utils?)\.)?pick$/

/** Whether an expression is the whole of what a client gives as a query or body. */
export function isRequestBag(program: Program, { file, node }: ExpressionIn): boolean {
  const inner = peel(node)
  const path = pathOf(inner)
    ?.join('.')
    .replace(/^this\./, '')
  if (path !== undefined && REQUEST_BAG.test(path)) return true
  if (inner.kind === 'call') {
    const callee = pathOf(inner.callee)?.join('.') ?? ''
    // `pick(req.query, ['limit', 'page'])`: a part of it, as it is.
    const [first] = inner.arguments
    if (PICKS.test(callee)) return first !== undefined && isRequestBag(program, { file, node: first })
    return (
      inner.arguments.length === 0 &&
      /^(?:c|ctx|context)\.req\.(?:query|json|parseBody)$|^(?:request|req)\.(?:json|get_json)$/.test(callee)
    )
  }
  if (inner.kind === 'name') {
    const [binding] = bindingsAt(file, inner.name, inner.start)?.bindings ?? []
    if (binding?.kind === 'value' && binding.node.value && binding.bound.path.length === 0)
      return isRequestBag(program, { file, node: binding.node.value })
    // `({ query }, res) => …`
    return (
      binding?.kind === 'parameter' &&
      binding.bound.path.length === 1 &&
      /^(?:query|body|params)$/.test(String(binding.bound.path[0]))
    )
  }
  return false
}

/**
 * The name that a client gives a value under, where an expression reads it from the request; undefined elsewhere. `given`: what
 * a parameter holds in the call that is looked at.
 */
export function requestValue(
  program: Program,
  { file, node }: ExpressionIn,
  given: (name: Expression) => ExpressionIn | undefined = () => undefined,
): string | undefined {
  if (node.kind === 'member') return isRequestBag(program, { file, node: node.object }) ? node.property : undefined
  if (node.kind === 'index') {
    const key = evaluateExpression(program, given(node.index) ?? { file, node: node.index })
    return key.kind === 'known' && isRequestBag(program, { file, node: node.object }) ? String(key.value) : undefined
  }
  if (node.kind !== 'call') return undefined
  const callee =
    pathOf(node.callee)
      ?.join('.')
      .replace(/^this\./, '') ?? calleeText(node.callee)
  const [first] = node.arguments
  const key = first && evaluateExpression(program, given(first) ?? { file, node: first })
  if (!REQUEST_READ.test(callee) || key?.kind !== 'known' || typeof key.value !== 'string') return undefined
  return key.value
}

/** `new URL(req.url).searchParams.get` as a path: calls in it are passed by. */
function calleeText(callee: Expression): string {
  const parts: string[] = []
  let node = peel(callee)
  for (let steps = 0; steps < 10; steps++) {
    if (node.kind === 'member') {
      parts.push(node.property)
      node = peel(node.object)
    } else if (node.kind === 'call') node = peel(node.callee)
    else break
  }
  if (node.kind === 'name') parts.push(node.name === 'URL' ? 'url' : node.name)
  return parts.reverse().join('.')
}
