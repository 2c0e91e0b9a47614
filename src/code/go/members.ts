import type { FunctionIn } from '../program.js'
import { constantOf } from './constants.js'
import { packageOf, typeNamed } from './packages.js'
import { type GoRun, zeroOf } from './run.js'
import { packageValue } from './start.js'
import { type GoStruct, type GoValue, pointed, UNKNOWN } from './values.js'

/** What `value.name` is: of a package, a struct with what it embeds, something from outside. */
export function memberOf(run: GoRun, of: GoValue, name: string): GoValue {
  const object = pointed(of)
  switch (object.kind) {
    case 'outside': {
      const whole = `${object.name}.${name}`
      return constantOf(whole) ?? run.knowledge.variable(run, whole) ?? { kind: 'outside', name: whole }
    }
    case 'package':
      return ofPackage(run, object, name)
    case 'struct':
      return (
        ofStruct(run, object, name, 6) ?? (isMethodOutside(object, name) ? { kind: 'method', object, name } : UNKNOWN)
      )
    case 'host':
      return { kind: 'method', object, name }
    case 'map':
      return object.entries.get(name) ?? UNKNOWN
    case 'type': {
      const method = methodOf(run, object, name)
      return method ? { kind: 'closure', ...method } : UNKNOWN
    }
    case 'closure':
    case 'wrapped':
      return object.kind === 'closure' && name === 'ServeHTTP' ? object : UNKNOWN
    default:
      return UNKNOWN
  }
}

/** Fields of a struct from outside that nobody set are told from its methods by what servers are started with. */
function isMethodOutside({ outside }: GoStruct, name: string): boolean {
  return outside !== undefined && /^(?:Listen|Serve|Start|Run)/.test(name)
}

function ofPackage(run: GoRun, { files }: Extract<GoValue, { kind: 'package' }>, name: string): GoValue {
  const [file] = files
  if (!file) return UNKNOWN
  const inside = packageOf(run.program, file)
  const fn = inside.functions.get(name)
  if (fn) return { kind: 'closure', ...fn }
  const variable = packageValue(run, file, name)
  if (variable) return variable.value
  const type = inside.structs.get(name) ?? inside.types.get(name)
  if (!type) return UNKNOWN
  const resolved = typeNamed(run.program, type.file, name)
  return resolved.kind === 'outside'
    ? { kind: 'outside', name: resolved.name }
    : { kind: 'type', file: type.file, name }
}

/** A method that a type of the repository declares itself. */
function methodOf(
  run: GoRun,
  { file, name }: { readonly file: FunctionIn['file']; readonly name: string },
  method: string,
): FunctionIn | undefined {
  return packageOf(run.program, file).methods.get(`${name}.${method}`)
}

/** A field, a method, or either of what is embedded. */
function ofStruct(run: GoRun, struct: GoStruct, name: string, steps: number): GoValue | undefined {
  const held = struct.fields.get(name)
  if (held) return held
  if (steps <= 0 || !struct.type) return undefined
  const method = methodOf(run, struct.type, name)
  if (method) return { kind: 'closure', ...method, receiver: struct }
  const declared = packageOf(run.program, struct.type.file).structs.get(struct.type.name)
  if (!declared) return undefined
  const field = declared.node.members.find(one => one.kind === 'field' && one.name === name)
  if (field?.kind === 'field') return struct.isOpen ? UNKNOWN : fieldZero(run, struct, field.name)
  for (const base of declared.node.baseTypes) {
    const inner = pointed(
      struct.fields.get(base.name.slice(base.name.lastIndexOf('.') + 1)) ??
        embedded(run, struct, declared.file, base.name),
    )
    if (inner.kind === 'host' || inner.kind === 'result') continue
    const found = inner.kind === 'struct' ? ofStruct(run, inner, name, steps - 1) : undefined
    if (found && found.kind !== 'unknown') return found
  }
  return undefined
}

/** What is embedded and was never given: a struct of the repository still has its methods. */
function embedded(run: GoRun, struct: GoStruct, file: FunctionIn['file'], name: string): GoValue {
  const type = typeNamed(run.program, file, name)
  if (type.kind !== 'own') return UNKNOWN
  return { kind: 'struct', type, fields: new Map(), at: struct.at, isOpen: struct.isOpen }
}

function fieldZero(run: GoRun, struct: GoStruct, name: string): GoValue {
  const declared = struct.type && packageOf(run.program, struct.type.file).structs.get(struct.type.name)
  const field = declared?.node.members.find(one => one.kind === 'field' && one.name === name)
  if (!declared || field?.kind !== 'field' || !field.type) return UNKNOWN
  const zero = zeroOf(field.type)
  if (zero.kind !== 'unknown') {
    struct.fields.set(name, zero)
    return zero
  }
  const type = typeNamed(run.program, declared.file, field.type.name)
  const isStruct = type.kind === 'own' && packageOf(run.program, type.file).structs.has(type.name)
  if (type.kind === 'built-in' || (type.kind === 'own' && !isStruct)) return UNKNOWN
  const bare = { kind: 'struct', fields: new Map<string, GoValue>(), at: struct.at, isOpen: struct.isOpen } as const
  const made: GoStruct = type.kind === 'own' ? { ...bare, type } : { ...bare, outside: type.name }
  const value = type.kind === 'own' ? made : (run.knowledge.filled(run, made) ?? made)
  struct.fields.set(name, value)
  return value
}

/** What is embedded in a struct and comes from outside: routers, servers. */
export function embeddedHosts(run: GoRun, struct: GoStruct): readonly GoValue[] {
  const declared = struct.type && packageOf(run.program, struct.type.file).structs.get(struct.type.name)
  if (!declared) return []
  return declared.node.baseTypes.flatMap(base => {
    const held = struct.fields.get(base.name.slice(base.name.lastIndexOf('.') + 1))
    const inner = held && pointed(held)
    return inner?.kind === 'host' || inner?.kind === 'result' ? [inner] : []
  })
}
