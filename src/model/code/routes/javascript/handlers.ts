import type { FunctionIn } from '../../../../code/program.js'
import { methodOf } from '../../../../code/startup/members.js'
import type { Run } from '../../../../code/startup/run.js'
import { alternatives, type Closure, type Scope, type Value } from '../../../../code/startup/values.js'
import { peel, walk } from '../../../../code/walk.js'

/** The function of the repository that answers: what is wrapped around it is taken off. */
export function handlerOf(run: Run, value: Value | undefined, depth = 0): FunctionIn | undefined {
  if (!value || depth > 4) return undefined
  switch (value.kind) {
    case 'closure': {
      const wrapped = wrappedIn(value)
      return wrapped ? handlerOf(run, wrapped, depth + 1) : { file: value.file, node: value.fn }
    }
    case 'outside': {
      const last = value.steps.at(-1)
      const given = last?.kind === 'call' ? last.site.arguments.findLast(one => one.kind === 'closure') : undefined
      return handlerOf(run, given, depth + 1)
    }
    case 'class': {
      const method = methodOf(run, value, 'handle')
      return method && { file: method.home.file, node: method.fn }
    }
    case 'either':
      return alternatives(value)
        .map(one => handlerOf(run, one, depth + 1))
        .find(one => one !== undefined)
    case 'list':
      return handlerOf(run, value.elements.at(-1), depth + 1)
    default:
      return undefined
  }
}

/** The function that a wrapper around it calls: `fn` of `fn => (req, res, next) => fn(req, res, next).catch(next)`. */
function wrappedIn(closure: Closure): Closure | undefined {
  const { scope } = closure
  if (!scope.parent || !scope.fn) return undefined
  const given = new Map<string, Value>()
  for (let at: Scope | undefined = scope; at?.parent; at = at.parent)
    for (const parameter of at.fn?.parameters ?? []) {
      if (parameter.target.kind !== 'name') continue
      const value = at.names.get(parameter.target.name)
      if (value?.kind === 'closure' && !given.has(parameter.target.name)) given.set(parameter.target.name, value)
    }
  if (given.size === 0) return undefined
  let found: Closure | undefined
  walk(closure.fn.body, node => {
    if (found || node.kind !== 'call') return !found
    const callee = peel(node.callee)
    const name =
      callee.kind === 'member' && (callee.property === 'call' || callee.property === 'apply')
        ? peel(callee.object)
        : callee
    const value = name.kind === 'name' ? given.get(name.name) : undefined
    if (value?.kind === 'closure') found = value
    return !found
  })
  return found
}
