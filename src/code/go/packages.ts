import { packageNameOf } from '../../parse/go/imports.js'
import { directoryOf } from '../../paths.js'
import type { FunctionIn, Program } from '../program.js'
import type { ClassNode, CodeFile, Declare, TypeReference } from '../syntax.js'
import type { GoValue } from './values.js'

/** What a package of the repository declares. */
export interface GoPackage {
  readonly files: readonly CodeFile[]
  readonly functions: ReadonlyMap<string, FunctionIn>
  /** By `Type.Method`. */
  readonly methods: ReadonlyMap<string, FunctionIn>
  readonly structs: ReadonlyMap<string, { readonly file: CodeFile; readonly node: ClassNode }>
  /** Types that are no structs. */
  readonly types: ReadonlyMap<string, { readonly file: CodeFile; readonly type: TypeReference }>
  readonly values: ReadonlyMap<string, { readonly file: CodeFile; readonly node: Declare; readonly index: number }>
  readonly initialisers: readonly FunctionIn[]
}

const packagesOf = new WeakMap<Program, Map<string, GoPackage>>()
const importsOf = new WeakMap<CodeFile, ReadonlyMap<string, GoValue>>()

/** The package that a file belongs to. */
export function packageOf(program: Program, file: CodeFile): GoPackage {
  const known = packagesOf.get(program) ?? new Map<string, GoPackage>()
  packagesOf.set(program, known)
  const key = `${directoryOf(file.path)}:${file.packageName ?? ''}:${file.path.endsWith('_test.go')}`
  const found = known.get(key) ?? readPackage([file, ...program.siblings(file)])
  known.set(key, found)
  return found
}

function readPackage(files: readonly CodeFile[]): GoPackage {
  const functions = new Map<string, FunctionIn>()
  const methods = new Map<string, FunctionIn>()
  const structs = new Map<string, { file: CodeFile; node: ClassNode }>()
  const types = new Map<string, { file: CodeFile; type: TypeReference }>()
  const values = new Map<string, { file: CodeFile; node: Declare; index: number }>()
  const initialisers: FunctionIn[] = []
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    for (const node of file.body) {
      if (node.kind === 'function' && node.receiver) {
        if (node.receiver.type && node.name !== undefined)
          methods.set(`${node.receiver.type.name}.${node.name}`, { file, node })
      } else if (node.kind === 'function' && node.name === 'init') initialisers.push({ file, node })
      else if (node.kind === 'function' && node.name !== undefined) functions.set(node.name, { file, node })
      else if (node.kind === 'class' && node.name !== undefined) structs.set(node.name, { file, node })
      else if (node.kind === 'type') types.set(node.name, { file, type: node.type })
      else if (node.kind === 'declare') {
        const targets = node.target.kind === 'array' ? node.target.elements : [node.target]
        for (const [index, target] of targets.entries())
          if (target.kind === 'name' && target.name !== '_') values.set(target.name, { file, node, index })
      }
    }
  }
  return { files, functions, methods, structs, types, values, initialisers }
}

/** What the imports of a file are called there. */
export function importedNames(program: Program, file: CodeFile): ReadonlyMap<string, GoValue> {
  const known = importsOf.get(file)
  if (known) return known
  const names = new Map<string, GoValue>()
  for (const one of file.imports) {
    if (one.local === undefined) continue
    const target = program.target(file, one.from)
    if (target.kind === 'files') {
      // A name that nobody wrote is the package's own.
      const isGuessed = one.local === packageNameOf(one.from)
      const [first] = target.files
      names.set(isGuessed ? (first?.packageName ?? one.local) : one.local, { kind: 'package', files: target.files })
    } else names.set(one.local, { kind: 'outside', name: target.kind === 'package' ? target.name : one.from })
  }
  importsOf.set(file, names)
  return names
}

/** What a written type is: one of the repository, one from outside by its name, or one of the language. */
export type GoType =
  | { readonly kind: 'own'; readonly file: CodeFile; readonly name: string }
  | { readonly kind: 'outside'; readonly name: string }
  | { readonly kind: 'built-in'; readonly name: string }

/** What a name of a type stands for in a file: `Order`, `http.Client`. */
export function typeNamed(program: Program, file: CodeFile, name: string): GoType {
  const [first = '', second] = name.split('.')
  if (second !== undefined) {
    const imported = importedNames(program, file).get(first)
    if (imported?.kind === 'outside') return { kind: 'outside', name: `${imported.name}.${second}` }
    const [target] = imported?.kind === 'package' ? imported.files : []
    if (target) return alias(program, target, second)
    return { kind: 'outside', name }
  }
  return alias(program, file, first)
}

/** `type Router = chi.Router` and types declared as others from outside are those. */
function alias(program: Program, file: CodeFile, name: string, steps = 4): GoType {
  const inside = packageOf(program, file)
  const struct = inside.structs.get(name)
  if (struct) return { kind: 'own', file: struct.file, name }
  const declared = inside.types.get(name)
  if (!declared) return { kind: 'built-in', name }
  if (steps > 0 && declared.type.name.includes('.')) {
    const aliased = typeNamed(program, declared.file, declared.type.name)
    if (aliased.kind === 'outside') return aliased
  }
  return { kind: 'own', file: declared.file, name }
}
