import { environmentRead, fieldRead } from '../../../code/environment-reads.js'
import { taggedRead } from '../../../code/go-settings.js'
import { isProcessEnvironment } from '../../../code/process-environment.js'
import type { Program } from '../../../code/program.js'
import type { CodeFile, Expression, Node } from '../../../code/syntax.js'
import { peel, walk } from '../../../code/walk.js'
import type { Span } from '../../../source.js'

/** A place where code reads a variable. */
export interface VariableRead {
  readonly variable: string
  readonly alternatives: readonly string[]
  readonly at: Span
}

const VARIABLE = /^[A-Z][A-Z0-9_]*$/

/** Every variable that files read, where it is first read. */
export function readsIn(program: Program, files: readonly CodeFile[]): readonly VariableRead[] {
  const reads = new Map<string, VariableRead>()
  const add = (file: CodeFile, node: Node, variable: string, alternatives: readonly string[]) => {
    if (!reads.has(variable))
      reads.set(variable, { variable, alternatives, at: { path: file.path, start: node.start, end: node.end } })
  }
  for (const file of files) {
    walk(file.body, node => {
      for (const [variable, alternatives] of readAt(program, file, node)) add(file, node, variable, alternatives)
      return undefined
    })
  }
  return [...reads.values()]
}

type Named = readonly (readonly [variable: string, alternatives: readonly string[]])[]

function readAt(program: Program, file: CodeFile, node: Node): Named {
  switch (node.kind) {
    case 'member':
      return VARIABLE.test(node.property) ? readOf(program, file, node) : []
    case 'call': {
      const [first] = node.arguments
      const isNamed = first?.kind === 'literal' && typeof first.value === 'string' && VARIABLE.test(first.value)
      return isNamed ? readOf(program, file, node) : []
    }
    case 'declare': {
      if (node.target.kind !== 'object' || !node.value) return []
      if (!isProcessEnvironment(program, { file, node: node.value })) return []
      return node.target.entries.flatMap(one => (one.kind === 'entry' && one.key !== undefined ? [[one.key, []]] : []))
    }
    case 'entry': {
      const value = node.key !== undefined && VARIABLE.test(node.key) ? peel(node.value) : undefined
      return value?.kind === 'call' && value.callee.kind === 'member' && isSchema(value) ? [[node.key ?? '', []]] : []
    }
    case 'class':
      return node.members.flatMap(member => {
        if (member.kind !== 'field') return []
        const read =
          file.language === 'go'
            ? taggedRead(file, member, '')
            : file.language === 'python'
              ? fieldRead(program, { kind: 'field', file, node: member, owner: node })
              : undefined
        return read ? [[read.variable, read.alternatives] as const] : []
      })
    default:
      return []
  }
}

function isSchema(value: Expression): boolean {
  let inner = value
  for (let steps = 0; steps < 40 && (inner.kind === 'call' || inner.kind === 'member'); steps++)
    inner = peel(inner.kind === 'call' ? inner.callee : inner.object)
  return inner.kind === 'name' && /^(?:z|zod|Joi|joi|yup|v|t)$/.test(inner.name)
}

function readOf(program: Program, file: CodeFile, node: Expression): Named {
  const read = environmentRead(program, { file, node })
  return read ? [[read.variable, read.alternatives]] : []
}
