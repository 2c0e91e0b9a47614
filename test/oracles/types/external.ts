import { ts } from 'ts-morph'
import type { TypeOf } from '../../../src/code/written-types.js'
import type { Checker } from './checker.js'

type Step = { readonly symbol: ts.Symbol } | { readonly type: ts.Type }

/** What a path from a package stands for (`pg` and `Pool`, `connect`, `()`), followed by the compiler. */
export function externalTypes(
  { types, modulesOf }: Checker,
  ours: Extract<TypeOf, { kind: 'external' }>,
): readonly ts.Type[] {
  let found: readonly Step[] = modulesOf(ours.package).map(symbol => ({ symbol }))
  for (const part of ours.path) found = found.flatMap(one => stepInto(types, one, part))
  return found.flatMap(one => typesOf(types, one)).flatMap(one => partsOf(types, one))
}

function stepInto(types: ts.TypeChecker, from: Step, part: string): readonly Step[] {
  if (part === '()') {
    const plain = typesOf(types, from).flatMap(one => partsOf(types, one))
    const signatures = plain.flatMap(one => [...one.getCallSignatures(), ...one.getConstructSignatures()])
    return signatures.map(signature => ({ type: signature.getReturnType() }))
  }
  const isModule = 'symbol' in from && (from.symbol.flags & ts.SymbolFlags.Module) !== 0
  const exported = isModule ? types.getExportsOfModule(from.symbol).find(one => one.name === part) : undefined
  if (exported) return [{ symbol: resolved(types, exported) }]
  const members = typesOf(types, from).flatMap(one => partsOf(types, one))
  return members.flatMap(one => types.getPropertyOfType(one, part) ?? []).map(symbol => ({ symbol }))
}

/** Whose members a type has: its own, what it promises, makes read-only or optional, what it is bound to. */
export function partsOf(types: ts.TypeChecker, type: ts.Type, depth = 0): readonly ts.Type[] {
  const plain = types.getNonNullableType(types.getBaseConstraintOfType(type) ?? type)
  const awaited = types.getAwaitedType(plain)
  const wrapped = /^(?:Readonly|Required|Partial|NonNullable|Awaited)$/.test(plain.aliasSymbol?.name ?? '')
    ? (plain.aliasTypeArguments ?? [])
    : []
  const inside = [
    ...(plain.isIntersection() ? plain.types : []),
    ...wrapped,
    ...(awaited && awaited !== plain ? [awaited] : []),
  ]
  return [types.getApparentType(plain), ...(depth < 4 ? inside.flatMap(one => partsOf(types, one, depth + 1)) : [])]
}

function typesOf(types: ts.TypeChecker, one: Step, isWhole = false): readonly ts.Type[] {
  if ('type' in one) return [one.type]
  const inner = resolved(types, one.symbol)
  const all = [types.getTypeOfSymbol(inner), types.getDeclaredTypeOfSymbol(inner)]
  // Of a module that is one thing (`export =`) that thing.
  const whole =
    inner.exports?.get(ts.InternalSymbolName.ExportEquals) ?? inner.exports?.get(ts.InternalSymbolName.Default)
  return [
    ...all.filter(type => !(type.flags & ts.TypeFlags.Any)),
    ...(whole && !isWhole ? typesOf(types, { symbol: whole }, true) : []),
  ]
}

/** What an imported name stands for. */
export function resolved(types: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? types.getAliasedSymbol(symbol) : symbol
}
