import { definitionOf, externalName } from '../../code/definitions.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile } from '../../code/syntax.js'
import { pathOf, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'

/** The log lines that a service writes to its output as plain text. */
export interface PrintedLines {
  readonly count: number
  /** The first of them, and what writes it: `console.error`, `print`, `log.Printf`. */
  readonly by: string
  readonly at: Span
}

/** Where code writes plain lines to its output; undefined where it does nowhere. */
export function printedLines(program: Program, code: readonly CodeFile[]): PrintedLines | undefined {
  let count = 0
  let first: { readonly by: string; readonly at: Span } | undefined
  for (const file of code) {
    walk(file.body, node => {
      const by = node.kind === 'call' ? printer(program, file, node) : undefined
      if (by === undefined) return undefined
      count++
      first ??= { by, at: { path: file.path, start: node.start, end: node.end } }
      return undefined
    })
  }
  return first && { count, ...first }
}

function printer(program: Program, file: CodeFile, call: Call): string | undefined {
  const path = pathOf(call.callee)?.join('.')
  if (path === undefined) return undefined
  switch (file.language) {
    case 'typescript':
    case 'javascript':
      return /^console\.(?:log|info|warn|error|debug)$/.test(path) ? path : undefined
    case 'python':
      return path === 'print' ? path : undefined
    case 'go': {
      if (!/^(?:log|fmt)\.Print(?:f|ln)?$/.test(path)) return undefined
      const name = externalName(definitionOf(program, { file, node: call.callee }))
      return name === path ? path : undefined
    }
  }
}
