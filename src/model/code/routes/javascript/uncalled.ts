import { callClosure } from '../../../../code/startup/calls.js'
import { startModule } from '../../../../code/startup/modules.js'
import { closureOf } from '../../../../code/startup/run.js'
import { fields, NOTHING, type Value } from '../../../../code/startup/values.js'
import type { CodeFile, FunctionNode, Statement, TypeReference } from '../../../../code/syntax.js'
import { expressHost } from './express.js'
import { fastifyHost } from './fastify.js'
import { spanOf } from './path.js'
import { asValue, type Startup } from './startup.js'

/** Types of what a function takes in order to add routes to it, and of functions that do so. */
const FASTIFY = /^(?:Fastify\.)?Fastify(?:Instance|TypedInstance|Plugin(?:Async|Callback)?(?:\w*)?)$/
const EXPRESS = /^(?:express\.|core\.)?(?:Express|Application|Router|IRouter)$/

/** Follows functions that add routes to what they are given and that nothing calls: what they add answers nothing. */
export function followUncalled(startup: Startup, file: CodeFile): void {
  for (const { name, fn, type } of functionsOf(file.body)) {
    const given = type ?? fn.parameters[0]?.type
    if (given === undefined || startup.run.called.has(fn)) continue
    const at = spanOf(file, { start: fn.nameStart, end: fn.end })
    const host = FASTIFY.test(given.name)
      ? fastifyHost(startup, at, undefined, undefined, name)
      : EXPRESS.test(given.name) && type === undefined
        ? expressHost(startup, at, false, name)
        : undefined
    if (!host) continue
    const closure = closureOf(fn, file, startModule(startup.run, file))
    if (startup.run.called.has(fn)) continue
    const values: readonly Value[] = [asValue(host), fields([], true), NOTHING]
    callClosure(startup.run, closure, values)
  }
}

interface Named {
  readonly name: string
  readonly fn: FunctionNode
  /** The type that is written at the variable that holds it. */
  readonly type?: TypeReference
}

function functionsOf(statements: readonly Statement[]): readonly Named[] {
  return statements.flatMap((statement): readonly Named[] => {
    if (statement.kind === 'function') return [{ name: statement.name ?? 'default', fn: statement }]
    if (statement.kind === 'expression' && statement.value.kind === 'function')
      return [{ name: statement.value.name ?? 'default', fn: statement.value }]
    if (statement.kind !== 'declare' || statement.value?.kind !== 'function' || statement.target.kind !== 'name')
      return []
    const { type } = statement
    return [{ name: statement.target.name, fn: statement.value, ...(type && { type }) }]
  })
}
