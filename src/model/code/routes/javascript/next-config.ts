import { callClosure } from '../../../../code/startup/calls.js'
import { itemsOf } from '../../../../code/startup/members.js'
import { exportedValue } from '../../../../code/startup/modules.js'
import type { Run } from '../../../../code/startup/run.js'
import { type Fields, stringOf, type Value } from '../../../../code/startup/values.js'
import type { CodeFile } from '../../../../code/syntax.js'
import type { Span } from '../../../../source.js'

/** What matters of `next.config`. */
export interface NextConfig {
  /** Empty where none is set. */
  readonly basePath: string
  readonly extensions: readonly string[]
  /** Paths that are answered by something else; undefined where they are not known. */
  readonly rewrites: readonly { readonly source: string | undefined; readonly at: Span }[]
  /** The file. */
  readonly at?: Span
}

const EXTENSIONS = ['tsx', 'ts', 'jsx', 'js']

/** Reads the configuration, also of a function that answers with it and behind plugins that wrap it. */
export function nextConfig(run: Run, file: CodeFile | undefined): NextConfig {
  const given = file && fieldsIn(run, exportedValue(run, file, 'default'), 0)
  if (!file || !given) return { basePath: '', extensions: EXTENSIONS, rewrites: [] }
  const at: Span = { path: file.path, start: 0, end: 0 }
  const extensions = itemsOf(given.entries.get('pageExtensions') ?? { kind: 'unknown' })
    ?.elements.map(stringOf)
    .filter(one => one !== undefined)
  return {
    basePath: stringOf(given.entries.get('basePath')) ?? '',
    extensions: extensions && extensions.length > 0 ? extensions : EXTENSIONS,
    rewrites: rewritesOf(run, given.entries.get('rewrites'), at),
    at,
  }
}

function fieldsIn(run: Run, value: Value | undefined, depth: number): Fields | undefined {
  if (!value || depth > 5) return undefined
  if (value.kind === 'fields') return value
  if (value.kind === 'closure') return fieldsIn(run, callClosure(run, value, []), depth + 1)
  if (value.kind === 'either')
    return value.values.map(one => fieldsIn(run, one, depth + 1)).find(one => one !== undefined)
  const last = value.kind === 'outside' ? value.steps.at(-1) : undefined
  if (last?.kind !== 'call') return undefined
  return last.site.arguments.map(one => fieldsIn(run, one, depth + 1)).find(one => one !== undefined)
}

function rewritesOf(run: Run, value: Value | undefined, at: Span): NextConfig['rewrites'] {
  if (value?.kind !== 'closure') return []
  const result = callClosure(run, value, [])
  const lists = result.kind === 'fields' ? [...result.entries.values()] : [result]
  return lists.flatMap(list => {
    const items = itemsOf(list)
    if (!items) return [{ source: undefined, at }]
    return items.elements.map(one => ({
      source: one.kind === 'fields' ? stringOf(one.entries.get('source')) : undefined,
      at,
    }))
  })
}
