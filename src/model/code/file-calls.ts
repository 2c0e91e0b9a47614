import type { Call, CodeFile } from '../../code/syntax.js'
import { walk } from '../../code/walk.js'

/** What a file calls, gathered by one walk for all questions. */
export interface FileCalls {
  /** Every call, in the order of the text. */
  readonly calls: readonly Call[]
  /** The names of signals that stand in it as texts: `SIGTERM`. */
  readonly signals: ReadonlySet<string>
  /** The names of the methods that its classes have. */
  readonly methods: ReadonlySet<string>
}

const known = new WeakMap<CodeFile, FileCalls>()

/** The calls of a file; the walk is done once. */
export function fileCalls(file: CodeFile): FileCalls {
  const found = known.get(file)
  if (found) return found
  const calls: Call[] = []
  const signals = new Set<string>()
  const methods = new Set<string>()
  walk(file.body, node => {
    if (node.kind === 'call') calls.push(node)
    else if (node.kind === 'literal' && typeof node.value === 'string' && /^SIG[A-Z0-9]+$/.test(node.value))
      signals.add(node.value)
    else if (node.kind === 'class')
      for (const member of node.members) if (member.kind === 'function' && member.name) methods.add(member.name)
    return undefined
  })
  const all = { calls, signals, methods }
  known.set(file, all)
  return all
}
