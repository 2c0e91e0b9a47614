import type { ts } from 'ts-morph'
import type { Program } from '../code/program.js'
import type { ClassNode, CodeFile, TypeDeclaration, TypeReference } from '../code/syntax.js'
import { walk } from '../code/walk.js'
import { NOWHERE, type TypeOf } from '../code/written-types.js'
import type { Compiler } from './compiler.js'
import { compilerLibrary } from './compiler-library.js'

/** A type of the compiler as one of ours; undefined where it is nothing in particular, or one of several things. */
export function translate(program: Program, compiler: Compiler, type: ts.Type, depth = 0): TypeOf | undefined {
  const { TypeFlags } = compilerLibrary()
  const { checker } = compiler
  if (depth > 8 || type.flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never)) return undefined
  const promised = promisedBy(compiler, type)
  if (promised) return translate(program, compiler, promised, depth + 1)
  if (type.isUnion()) {
    const all = type.types.map(one => translate(program, compiler, one, depth + 1))
    const [first] = all
    return first && all.every(one => one && isSame(one, first)) ? first : undefined
  }
  if (type.isIntersection()) {
    for (const one of type.types) {
      const found = translate(program, compiler, one, depth + 1)
      if (found) return found
    }
    return undefined
  }
  if (type.flags & TypeFlags.TypeParameter) {
    const bound = checker.getBaseConstraintOfType(type)
    return bound && bound !== type ? translate(program, compiler, bound, depth + 1) : undefined
  }
  return named(program, compiler, type)
}

/** What a promise holds. */
function promisedBy({ checker }: Compiler, type: ts.Type): ts.Type | undefined {
  const isPromise = /^Promise(?:Like)?$/.test(type.symbol?.name ?? '')
  return isPromise ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined
}

function isSame(one: TypeOf, other: TypeOf): boolean {
  if (one.kind === 'external' && other.kind === 'external')
    return one.package === other.package && one.path.join('.') === other.path.join('.')
  if (one.kind === 'builtin' && other.kind === 'builtin') return one.name === other.name
  return 'node' in one && 'node' in other && one.node === other.node
}

function named(program: Program, compiler: Compiler, type: ts.Type): TypeOf | undefined {
  const [declaration] = type.symbol?.declarations ?? []
  if (!declaration) return undefined
  const file = declaration.getSourceFile()
  const outside = compiler.packageOf(file)
  if (outside) {
    const path = outside.path(type.symbol.name)
    return path && { kind: 'external', package: outside.name, path, ...argumentsOf(program, compiler, type) }
  }
  const path = compiler.pathOf(file)
  if (path === undefined) return { kind: 'builtin', name: type.symbol.name, ...argumentsOf(program, compiler, type) }
  const code = program.files.get(path)
  const node = code && namedNodes(code).get(declaration.end)
  if (!code || !node || node.name !== declaredName(declaration)) return undefined
  return node.kind === 'class'
    ? { kind: 'class', file: code, node, arguments: [] }
    : { kind: 'type', file: code, node, arguments: [] }
}

function declaredName(declaration: ts.Declaration): string | undefined {
  return compilerLibrary().getNameOfDeclaration(declaration)?.getText()
}

/** The first type in the brackets, where it is a class or interface of the repository: `Repository<Order>`. */
function argumentsOf(
  program: Program,
  compiler: Compiler,
  type: ts.Type,
): { readonly arguments: readonly TypeReference[]; readonly file: CodeFile } {
  const [first] = compiler.checker.getTypeArguments(type as ts.TypeReference) ?? []
  const found = first && translate(program, compiler, first, 1)
  if (found?.kind !== 'class' && found?.kind !== 'type') return { arguments: [], file: NOWHERE }
  const { node, file } = found
  const given = node.name === undefined ? [] : [{ name: node.name, arguments: [], start: node.start, end: node.end }]
  return { arguments: given, file }
}

const nodes = new WeakMap<CodeFile, ReadonlyMap<number, ClassNode | TypeDeclaration>>()

/** The classes and interfaces of a file by where they end. */
function namedNodes(file: CodeFile): ReadonlyMap<number, ClassNode | TypeDeclaration> {
  const known = nodes.get(file)
  if (known) return known
  const found = new Map<number, ClassNode | TypeDeclaration>()
  walk(file.body, node => {
    if (node.kind === 'class' || node.kind === 'type') found.set(node.end, node)
    return undefined
  })
  nodes.set(file, found)
  return found
}
