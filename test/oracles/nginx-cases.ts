import { readdirSync, readFileSync } from 'node:fs'
import type { NginxContext } from '../../src/knowledge/nginx/contexts.js'
import type { RejectionKind } from '../../src/model/nginx/verdict/level.js'
import { within } from './nginx-usage.js'

/** A configuration written by hand, and what both have to say of it. */
export interface NginxCase {
  readonly name: string
  readonly text: string
  /** `ok`: nginx takes it · `silent`: nginx refuses it for a reason that is not ours to judge · else the one reason. */
  readonly expected: 'ok' | 'silent' | RejectionKind
}

/**
 * The cases of a directory: one a line, `expected text`, where ⏎ stands for a line break. `@in context` says what the text
 * stands in from there on, `@raw` that it is the whole file.
 */
export function casesIn(directory: string): readonly NginxCase[] {
  return readdirSync(directory)
    .filter(file => file.endsWith('.cases'))
    .sort()
    .flatMap(file => casesOf(file, readFileSync(`${directory}/${file}`, 'utf8')))
}

function casesOf(file: string, content: string): readonly NginxCase[] {
  const cases: NginxCase[] = []
  let context: NginxContext | undefined
  for (const line of content.split('\n')) {
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? []
    if (word === '@in') context = rest as NginxContext
    else if (word === '@raw') context = undefined
    else if (word !== '') {
      const written = rest.replaceAll('⏎', '\n')
      const text = context === undefined ? written : within(context, written)
      cases.push({ name: `${file} ${context ?? 'raw'}: ${rest}`, text, expected: word as NginxCase['expected'] })
    }
  }
  return cases
}
