import { importedNames } from '../../../code/go/packages.js'
import type { Program } from '../../../code/program.js'
import { bindingsAt } from '../../../code/scopes.js'
import type { Call, CodeFile, Expression } from '../../../code/syntax.js'
import { pathOf, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'

/** A call or composite literal of something from outside: `http.Get(…)`, `http.Client{…}`. */
export interface OutsideCall {
  /** By import path and name: `net/http.Get`, `github.com/redis/go-redis/v9.NewClient`. */
  readonly name: string
  readonly file: CodeFile
  readonly node: Call
  readonly at: Span
}

const callsOf = new WeakMap<CodeFile, readonly OutsideCall[]>()

/** Every call of a package from outside in a file of Go, in the order of the text. */
export function outsideCalls(program: Program, file: CodeFile): readonly OutsideCall[] {
  const known = callsOf.get(file)
  if (known) return known
  const found: OutsideCall[] = []
  walk(file.body, node => {
    if (node.kind !== 'call') return undefined
    const name = outsideName(program, file, node.callee)
    if (name !== undefined) found.push({ name, file, node, at: { path: file.path, start: node.start, end: node.end } })
    return undefined
  })
  callsOf.set(file, found)
  return found
}

/** The name that something from outside has: of `http.DefaultClient` `net/http.DefaultClient`. */
export function outsideName(program: Program, file: CodeFile, node: Expression): string | undefined {
  const [first, ...rest] = pathOf(node) ?? []
  if (first === undefined || rest.length === 0) return undefined
  const imported = importedNames(program, file).get(first)
  if (imported?.kind !== 'outside') return undefined
  // A variable of that name hides the package.
  const bound = bindingsAt(file, first, node.start)?.bindings ?? []
  return bound.every(one => one.kind === 'import') ? [imported.name, ...rest].join('.') : undefined
}

/** The files of Go among paths, tests left out. */
export function goFiles(program: Program, paths: readonly string[]): readonly CodeFile[] {
  return paths.flatMap(path => {
    const file = program.files.get(path)
    return file?.language === 'go' && !path.endsWith('_test.go') ? [file] : []
  })
}
