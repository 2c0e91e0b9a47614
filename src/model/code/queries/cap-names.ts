import { argumentFor, callersOf } from '../../../code/calls.js'
import { definitionOf, nameDefinition } from '../../../code/definitions.js'
import type { ExpressionIn, FunctionIn, Program } from '../../../code/program.js'
import { type Binding, bindingsAt } from '../../../code/scopes.js'
import type { Entry, Expression, FunctionNode, Name, Parameter, Spread } from '../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../code/values.js'
import { peel } from '../../../code/walk.js'
import type { Span } from '../../../source.js'
import { type Cap, type CapTrace, trace, unknownCap } from './cap.js'
import { returnedPart } from './cap-calls.js'
import { asksForNothing, assignmentsBefore, checkedBefore, compares } from './cap-checks.js'
import { memberCap, parameterCap } from './declared-cap.js'
import { goMemberCap } from './go-cap.js'
import { isRequestBag } from './request-values.js'

/** What a name or member holds: a constant, what a client gave, a parameter, a field of a class of parameters. */
export function nameCap(run: CapTrace, at: ExpressionIn, span: Span, steps: number): Cap {
  const { program } = run
  const { file } = at
  const node = peel(at.node)
  const declared =
    file.language === 'go' && node.kind === 'member'
      ? goMemberCap(program, { file, node })
      : memberCap(program, { file, node })
  if (declared) return declared
  if (node.kind === 'member') {
    const object = peel(node.object)
    const found = definitionOf(program, { file, node })
    if (found.kind === 'expression' && found.node !== node) return trace(run, found, steps - 1)
    if (object.kind === 'name') return memberOfParameter(run, file, object, node.property)
    const returned = object.kind === 'call' ? returnedPart(run, { file, node: object }, [node.property]) : undefined
    if (returned) return returned
    return unknownCap('it is not known')
  }
  if (node.kind !== 'name') return unknownCap('it is not known')
  const { held } = run
  if (held?.name === node.name && isInside(span, held.within)) return held.cap
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? []
  const first = firstValue(run, file, binding, span, steps)
  if (first) {
    const checked = checkedBefore(program, { file, node }, first)
    return checked === first ? afterAssignments(run, { file, node }, first) : checked
  }
  const definition = nameDefinition(program, file, node.name, node.start)
  return definition.kind === 'expression' && definition.node !== node
    ? trace(run, definition, steps - 1)
    : unknownCap('it is not known')
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.path === outer.path && outer.start <= inner.start && inner.end <= outer.end
}

/** What a name is bound to where it is declared; undefined where that is no value or parameter. */
function firstValue(
  run: CapTrace,
  file: ExpressionIn['file'],
  binding: Binding | undefined,
  span: Span,
  steps: number,
): Cap | undefined {
  if (binding?.kind === 'parameter') return ofParameter(run, file, binding.node, binding.owner, binding.bound.path)
  if (binding?.kind !== 'value' || !binding.node.value) return undefined
  const value = partOf(binding.node.value, binding.bound.path) ?? firstResult(file, binding)
  if (!value) return requestPart(run.program, { file, node: binding.node.value }, binding.bound, span, run)
  const cap = trace(run, { file, node: value }, steps - 1)
  const { fallback } = binding.bound
  return withFallback(cap, fallback && numberOf(evaluateExpression(run.program, { file, node: fallback })))
}

function withFallback(cap: Cap, fallback: number | undefined): Cap {
  const isClients = cap.kind === 'uncapped' || cap.kind === 'capped'
  return fallback !== undefined && isClients ? { ...cap, fallback: cap.fallback ?? fallback } : cap
}

/** What a name holds once the assignments between its declaration and its use are counted in, in the order of the text. */
function afterAssignments(run: CapTrace, at: { file: ExpressionIn['file']; node: Name }, first: Cap): Cap {
  const { file, node } = at
  let cap = first
  for (const { value, test } of assignmentsBefore(file, node)) {
    const within: Span = { path: file.path, start: value.start, end: value.end }
    const now = trace({ ...run, held: { name: node.name, within, cap } }, { file, node: value }, 12)
    if (test === undefined) cap = now
    // `if (!limit) limit = 20`
    else if (now.kind === 'fixed' && asksForNothing(test, node.name)) cap = withFallback(cap, now.value)
    // `let limit = 20; if (req.query.limit) limit = Number(req.query.limit)`
    else if (cap.kind === 'fixed' && now.kind === 'uncapped' && !compares(test)) cap = withFallback(now, cap.value)
    else if (now.kind !== cap.kind) cap = unknownCap('it is given different values')
  }
  return cap
}

/** `const { limit = 20 } = req.query`: what the client gives. */
function requestPart(
  program: Program,
  at: ExpressionIn,
  bound: { readonly path: readonly (string | number)[]; readonly fallback?: Expression },
  span: Span,
  run: CapTrace,
): Cap {
  const [key] = bound.path
  if (typeof key !== 'string' || bound.path.length !== 1) return unknownCap('it is taken out of what is not known')
  const fallback = bound.fallback && numberOf(evaluateExpression(program, { file: at.file, node: bound.fallback }))
  if (isRequestBag(program, at)) return { kind: 'uncapped', parameter: key, fallback, at: span }
  const object = peel(at.node)
  const declared =
    object.kind === 'name' || object.kind === 'member' || object.kind === 'call'
      ? memberCap(program, {
          file: at.file,
          node: {
            kind: 'member',
            object,
            property: key,
            propertyStart: object.start,
            start: object.start,
            end: object.end,
          },
        })
      : undefined
  if (declared)
    return declared.kind === 'uncapped' || declared.kind === 'capped'
      ? { ...declared, fallback: declared.fallback ?? fallback }
      : declared
  if (object.kind === 'name') return memberOfParameter(run, at.file, object, key)
  const returned = object.kind === 'call' ? returnedPart(run, { file: at.file, node: object }, [key]) : undefined
  return returned ? withFallback(returned, fallback) : unknownCap('it is taken out of what is not known')
}

/** `limit, err := strconv.Atoi(…)`: the first of several results is what was asked for. */
function firstResult(
  file: ExpressionIn['file'],
  {
    node,
    bound,
  }: { readonly node: { readonly value?: Expression }; readonly bound: { readonly path: readonly unknown[] } },
): Expression | undefined {
  return file.language === 'go' && bound.path[0] === 0 && node.value?.kind === 'call' ? node.value : undefined
}

/** A part of an object or list that is written out. */
export function partOf(value: Expression, path: readonly (string | number)[]): Expression | undefined {
  let part: Expression | undefined = value
  for (const key of path) {
    const inner: Expression | undefined = part && peel(part)
    if (inner?.kind === 'object') {
      const entry: Entry | Spread | undefined = inner.entries.find(
        one => one.kind === 'entry' && one.key === String(key),
      )
      part = entry?.kind === 'entry' ? entry.value : undefined
    } else if (inner?.kind === 'array' && typeof key === 'number') part = inner.elements[key]
    else return undefined
  }
  return part
}

/** A parameter of a handler is what its annotation says; of another function, what all its callers give. */
function ofParameter(
  run: CapTrace,
  file: ExpressionIn['file'],
  parameter: Parameter,
  owner: FunctionNode,
  path: readonly (string | number)[],
): Cap {
  const declared = parameterCap(run.program, { file, node: parameter }, owner, path)
  if (declared) return declared
  return fromCallers(run, { file, node: owner }, given => memberAt(given, path), parameter)
}

/** `options.limit` where `options` is a parameter that callers give objects to. */
function memberOfParameter(
  run: CapTrace,
  file: ExpressionIn['file'],
  object: Extract<Expression, { kind: 'name' }>,
  property: string,
): Cap {
  const [binding] = bindingsAt(file, object.name, object.start)?.bindings ?? []
  // `const page = pageOf(query)`, `take: page.limit`
  const value = binding?.kind === 'value' && binding.node.value ? peel(binding.node.value) : undefined
  if (binding?.kind === 'value' && value?.kind === 'call') {
    const path = [...binding.bound.path, property]
    return returnedPart(run, { file, node: value }, path) ?? unknownCap('it is not known')
  }
  if (binding?.kind !== 'parameter') return unknownCap('it is not known')
  const path = [...binding.bound.path, property]
  const declared = parameterCap(run.program, { file, node: binding.node }, binding.owner, path)
  if (declared) return declared
  return fromCallers(run, { file, node: binding.owner }, given => memberAt(given, path), binding.node)
}

/** A part of what a caller gives: taken out of objects that are written out, else asked of what stands there. */
function memberAt({ file, node }: ExpressionIn, path: readonly (string | number)[]): ExpressionIn | undefined {
  for (let length = path.length; length >= 0; length--) {
    const found = partOf(node, path.slice(0, length))
    if (!found) continue
    // An object that is written out has no more than what it says.
    if (length < path.length && peel(found).kind === 'object') return undefined
    let part = found
    for (const key of path.slice(length)) {
      if (typeof key !== 'string') return undefined
      const { start, end } = part
      part = { kind: 'member', object: part, property: key, propertyStart: start, start, end }
    }
    return { file, node: part }
  }
  return undefined
}

function fromCallers(
  run: CapTrace,
  fn: FunctionIn,
  pick: (given: ExpressionIn) => ExpressionIn | undefined,
  parameter: Parameter,
): Cap {
  if (run.depth <= 0) return unknownCap('it is handed on too often')
  const own = run.call?.fn === fn.node ? run.call : undefined
  const { calls, complete } = own ? { calls: [own.at], complete: true } : callersOf(run.program, fn)
  const caps = calls.map(({ file, node }): Cap => {
    const given = argumentFor(node, fn.node, parameter)
    if (!given)
      return parameter.fallback
        ? {
            kind: 'fixed',
            value: numberOf(evaluateExpression(run.program, { file: fn.file, node: parameter.fallback })),
            at: { path: fn.file.path, start: parameter.start, end: parameter.end },
          }
        : unknownCap('a caller gives nothing')
    const picked = pick({ file, node: given })
    return picked
      ? trace({ ...(own?.outer ?? run), depth: run.depth - 1 }, picked, 16)
      : unknownCap('a caller gives what is not known')
  })
  const uncapped = caps.find(cap => cap.kind === 'uncapped')
  if (uncapped) return uncapped
  if (!complete || caps.length === 0) return unknownCap('not all callers are known')
  return (
    caps.find(cap => cap.kind === 'unknown') ??
    caps.find(cap => cap.kind === 'capped') ??
    caps[0] ??
    unknownCap('it is not known')
  )
}
