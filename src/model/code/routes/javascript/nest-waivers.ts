import { evaluate } from '../../../../code/startup/expressions.js'
import type { Run } from '../../../../code/startup/run.js'
import { type ClassValue, type Outside, stringOf, truthOf } from '../../../../code/startup/values.js'
import type { Call, Expression, FunctionNode, Node, Statement } from '../../../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../../../code/walk.js'
import type { Decorator } from './nest-decorators.js'

/** The guard lets pass what has (or lacks) some metadata. */
export interface Waiver {
  readonly key: string | Call
  readonly when: 'present' | 'absent'
  readonly of: 'handler' | 'class' | 'both'
}

/** Metadata that `SetMetadata(key, value)` or a decorator of `Reflector.createDecorator` puts on a method or class. */
interface Metadata {
  readonly key: string | Call
  readonly isSet: boolean
}

/** What `if (reflector.get(KEY, …)) return true` and the like let through. */
export function waiversOf(run: Run, home: ClassValue, fn: FunctionNode): readonly Waiver[] {
  const read = new Map<string, Omit<Waiver, 'when'>>()
  const found: Waiver[] = []
  const test = (node: Expression, when: Waiver['when']): void => {
    const inner = peel(node)
    if (inner.kind === 'unary' && inner.operator === '!') test(inner.value, when === 'present' ? 'absent' : 'present')
    else if (inner.kind === 'binary') {
      const compared = peel(inner.right)
      if (inner.operator === '===' && compared.kind === 'literal' && compared.value === true) test(inner.left, when)
      else if (inner.operator === '||' || inner.operator === '&&') {
        // Of `a || b` either one is enough; of `a && b` neither.
        if ((inner.operator === '||') === (when === 'present'))
          for (const side of [inner.left, inner.right]) test(side, when)
      }
    } else if (inner.kind === 'name') {
      const known = read.get(inner.name)
      if (known) found.push({ ...known, when })
    } else if (inner.kind === 'call') {
      const known = metadataRead(run, home, inner)
      if (known) found.push({ ...known, when })
    }
  }
  walk(fn.body, node => {
    if (node.kind === 'declare' && node.target.kind === 'name' && node.value) {
      const value = peel(node.value)
      const known = value.kind === 'call' ? metadataRead(run, home, value) : undefined
      if (known) read.set(node.target.name, known)
    } else if (node.kind === 'if' && returnsTrue(node.consequent)) test(node.test, 'present')
    else if (node.kind === 'return' && node.value) returned(node.value, test)
    return undefined
  })
  return found
}

function returned(node: Expression, test: (node: Expression, when: Waiver['when']) => void): void {
  const inner = peel(node)
  if (inner.kind === 'binary' && inner.operator === '||') test(inner.left, 'present')
  if (inner.kind === 'conditional' && isTrue(inner.consequent)) test(inner.test, 'present')
  // `shouldSkip` answers with the metadata itself.
  if (inner.kind === 'name' || inner.kind === 'call') test(inner, 'present')
}

function isTrue(node: Expression): boolean {
  const inner = peel(node)
  return inner.kind === 'literal' && inner.value === true
}

function returnsTrue(statements: readonly Statement[]): boolean {
  const last = statements.at(-1)
  return last?.kind === 'return' && last.value !== undefined && isTrue(last.value)
}

/** Whether a guard asks for metadata whose key is not known: something may let routes pass. */
export function readsUnknownMetadata(run: Run, home: ClassValue, fn: FunctionNode): boolean {
  return holds(fn.body, node => node.kind === 'call' && isMetadataRead(node) && !metadataRead(run, home, node))
}

function isMetadataRead(call: Call): boolean {
  const path = pathOf(call.callee)
  return READS.has(path?.at(-1) ?? '') && path?.slice(0, -1).some(part => /reflect/i.test(part)) === true
}

const READS = new Set(['get', 'getAll', 'getAllAndOverride', 'getAllAndMerge', 'getMetadata'])

function metadataRead(run: Run, home: ClassValue, call: Call): Omit<Waiver, 'when'> | undefined {
  const [key, target] = call.arguments
  if (!key || !isMetadataRead(call)) return undefined
  const value = evaluate(run, key, home.scope)
  const known = stringOf(value) ?? (value.kind === 'outside' ? createdDecorator(value) : undefined)
  return known === undefined ? undefined : { key: known, of: targetOf(target) }
}

function targetOf(node: Expression | undefined): Waiver['of'] {
  let handler = false
  let owner = false
  walk(node ? [node as Node] : [], one => {
    if (one.kind === 'member' && one.property === 'getHandler') handler = true
    if (one.kind === 'member' && one.property === 'getClass') owner = true
    return undefined
  })
  return handler === owner ? 'both' : handler ? 'handler' : 'class'
}

/** The call that made a decorator: `Reflector.createDecorator<boolean>()`. */
function createdDecorator(value: Outside): Call | undefined {
  const index = value.steps.findIndex(step => step.kind === 'member' && step.name === 'createDecorator')
  const call = value.steps[index + 1]
  return index !== -1 && call?.kind === 'call' ? call.site.node : undefined
}

/** Whether the metadata of a route lets it pass a guard. */
export function isWaived(
  waivers: readonly Waiver[],
  handler: readonly Decorator[],
  owner: readonly Decorator[],
): boolean {
  if (waivers.length === 0) return false
  const ofHandler = handler.flatMap(metadataOf)
  const ofClass = owner.flatMap(metadataOf)
  return waivers.some(waiver => {
    const seen = waiver.of === 'handler' ? ofHandler : waiver.of === 'class' ? ofClass : [...ofHandler, ...ofClass]
    const set = seen.find(one => one.key === waiver.key)
    return waiver.when === 'present' ? set?.isSet === true : !set?.isSet
  })
}

function metadataOf(decorator: Decorator): readonly Metadata[] {
  const created = createdDecorator(decorator.value)
  const [first, second] = decorator.site.arguments
  if (created) return [{ key: created, isSet: first === undefined || truthOf(first) !== false }]
  if (decorator.name === 'SetMetadata' || decorator.name === 'metadata') {
    const key = stringOf(first)
    return key === undefined ? [] : [{ key, isSet: second !== undefined && truthOf(second) !== false }]
  }
  return decorator.name === 'SkipThrottle' ? [{ key: '@nestjs/throttler', isSet: true }] : []
}
