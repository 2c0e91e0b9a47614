import { directoryOf } from '../paths.js'
import { indexOf } from './file-index.js'
import { standsAside } from './paths.js'
import type { In, Program } from './program.js'
import type { ClassNode, CodeFile, Field, FunctionNode, TypeDeclaration, TypeReference } from './syntax.js'
import { holds } from './walk.js'
import { resolveType } from './written-types.js'

/** Interfaces that embed others deeper than this are not followed. */
const DEEPEST = 8
/** What stands in for the real one where nothing is to be done. */
const STAND_IN = /^_?(?:mock|fake|stub|noop|nop|spy|dummy)|(?:mock|fake|stub)$/i

/**
 * The struct that stands behind an interface of Go: the one that a function makes which says that it gives the interface
 * (`func NewOrders(db *gorm.DB) ports.Orders { return &orders{db} }`), else the only one of the program that has every
 * method which the interface asks for, with the same types. Those of tests, stand-ins, and structs that hold one of the
 * kind themselves do not count. Undefined where there are none or several, or where the interface asks for nothing.
 */
export function goImplementerOf(program: Program, of: In<TypeDeclaration>): In<ClassNode> | undefined {
  const known = answers.get(program) ?? new Map<TypeDeclaration, In<ClassNode> | null>()
  answers.set(program, known)
  const answer = known.get(of.node)
  if (answer !== undefined) return answer ?? undefined
  const found = onlyOne(program, of)
  known.set(of.node, found ?? null)
  return found
}

const answers = new WeakMap<Program, Map<TypeDeclaration, In<ClassNode> | null>>()

function onlyOne(program: Program, of: In<TypeDeclaration>): In<ClassNode> | undefined {
  const asked = methodsAsked(program, of, DEEPEST)
  const [first, ...rest] = asked ?? []
  if (!first) return undefined
  const all = methodsOf(program)
  const found = (all.byName.get(first.name) ?? []).flatMap(({ owner, node }) => {
    const own = all.byOwner.get(owner)
    const hasAll = isSame(first, node) && rest.every(one => isSame(one, own?.methods.get(one.name)))
    return own?.struct && hasAll && !holdsOne(program, own.struct, of) ? [own.struct] : []
  })
  const made = found.length > 1 ? found.filter(struct => isMade(program, struct, of)) : found
  return made.length === 1 ? made[0] : undefined
}

/** Whether a struct has a field of an interface: it hands on to what stands behind it. */
function holdsOne(program: Program, { file, node }: In<ClassNode>, of: In<TypeDeclaration>): boolean {
  return node.members.some(one => one.kind === 'field' && isType(program, file, one.type, of))
}

function isType(
  program: Program,
  file: CodeFile,
  written: TypeReference | undefined,
  of: In<TypeDeclaration>,
): boolean {
  const type = written && resolveType(program, file, written)
  return type?.kind === 'type' && type.node === of.node
}

/** Whether a function beside a struct makes one, and says that it gives the interface. */
function isMade(program: Program, { file, node: struct }: In<ClassNode>, of: In<TypeDeclaration>): boolean {
  return [file, ...program.siblings(file)].some(one =>
    one.body.some(
      node =>
        node.kind === 'function' &&
        !node.receiver &&
        resultsOf(node).some(type => isType(program, one, type, of)) &&
        holds(node.body, inner => inner.kind === 'name' && inner.name === struct.name),
    ),
  )
}

function resultsOf({ returns }: FunctionNode): readonly TypeReference[] {
  return returns?.name === 'tuple' ? returns.arguments : returns ? [returns] : []
}

/** What an interface asks for, with what it embeds; undefined where something of it is not in the repository. */
function methodsAsked(
  program: Program,
  { file, node }: In<TypeDeclaration>,
  depth: number,
): readonly Field[] | undefined {
  if (depth <= 0) return undefined
  const found = [...(node.type.members ?? [])]
  for (const base of node.bases) {
    const above = resolveType(program, file, base)
    if (above?.kind !== 'type') return undefined
    const more = methodsAsked(program, above, depth - 1)
    if (!more) return undefined
    found.push(...more)
  }
  return found.filter(one => one.type?.name === '()')
}

/** Whether a method takes what the interface says. Types are compared by their own names: each package has its own for others. */
function isSame({ type }: Field, method: FunctionNode | undefined): boolean {
  const taken = method?.parameters.map(one => shapeOf(one.type)) ?? []
  const asked = type?.arguments.map(shapeOf) ?? []
  return taken.length === asked.length && asked.every((one, index) => one === taken[index])
}

function shapeOf(type: TypeReference | undefined): string {
  if (!type) return ''
  const name = type.name.replace(/^\*/, '')
  return `${name.slice(name.lastIndexOf('.') + 1)}(${type.arguments.map(shapeOf).join()})`
}

interface Methods {
  readonly byName: ReadonlyMap<string, readonly { readonly owner: string; readonly node: FunctionNode }[]>
  readonly byOwner: ReadonlyMap<string, Owner>
}

/** A struct, and the methods that are written for it. */
interface Owner {
  struct?: In<ClassNode>
  readonly methods: Map<string, FunctionNode>
}

const methods = new WeakMap<Program, Methods>()

/** All methods of the program, by their names and by what they belong to. */
function methodsOf(program: Program): Methods {
  const known = methods.get(program)
  if (known) return known
  const byName = new Map<string, { owner: string; node: FunctionNode }[]>()
  const byOwner = new Map<string, Owner>()
  for (const file of program.files.values()) {
    if (file.language !== 'go' || standsAside(file.path)) continue
    for (const node of indexOf(file).classes) {
      if (node.name === undefined || STAND_IN.test(node.name)) continue
      const owner = ownerOf(byOwner, file, node.name)
      owner.struct = { file, node }
    }
    for (const node of file.body) {
      if (node.kind !== 'function' || node.name === undefined || !node.receiver?.type) continue
      const name = node.receiver.type.name.replace(/^\*/, '')
      ownerOf(byOwner, file, name).methods.set(node.name, node)
      const list = byName.get(node.name) ?? []
      byName.set(node.name, list)
      list.push({ owner: keyOf(file, name), node })
    }
  }
  const found = { byName, byOwner }
  methods.set(program, found)
  return found
}

function ownerOf(byOwner: Map<string, Owner>, file: CodeFile, name: string): Owner {
  const key = keyOf(file, name)
  const owner = byOwner.get(key) ?? { methods: new Map() }
  byOwner.set(key, owner)
  return owner
}

function keyOf({ path, packageName = '' }: CodeFile, name: string): string {
  return `${directoryOf(path)}|${packageName}|${name}`
}
