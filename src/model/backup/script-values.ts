import type { ShellScript } from '../../parse/shell.js'

/** The value of a variable where a script runs; undefined when it is not known. */
export type ReadVariable = (name: string) => string | undefined

const DECLARES = /^(?:export|readonly|local|declare|typeset)$/
const LONGEST = 4_096
const DEEPEST = 5

/**
 * Reads variables as a script has them: what it gives a name once (`DB="${DB:-erp}"`, `export DB=erp`), else what its
 * environment does. A name that is given several values is not known.
 */
export function valuesIn(script: ShellScript, read: ReadVariable = () => undefined): ReadVariable {
  const given = assignmentsOf(script)
  const value = (name: string, depth: number): string | undefined => {
    const texts = given.get(name)
    if (texts === undefined) return read(name)
    const [text, ...others] = texts
    if (text === undefined || others.length > 0 || depth > DEEPEST) return undefined
    return fillIn(text, inner => (inner === name ? read(name) : value(inner, depth + 1)))
  }
  return name => value(name, 0)
}

/** Whether a word of a script is a path of the machine that it runs on: what it begins with is known, and is a folder. */
export function isLocalPath(word: string, script: ShellScript): boolean {
  const given = assignmentsOf(script)
  let text = word
  for (let depth = 0; depth < DEEPEST; depth++) {
    const [whole = '', braced, fallback, plain] = START.exec(text) ?? []
    const name = braced ?? plain
    if (name === undefined) break
    const own = [...(given.get(name) ?? [])]
    const [only] = own
    const next = own.length === 1 && only !== undefined && !only.startsWith(`\${${name}`) ? only : undefined
    const start = next ?? fallback ?? fallbackOf(only)
    if (start === undefined || own.length > 1) return false
    text = start + text.slice(whole.length)
  }
  return /^(?:\/|\.{1,2}\/|~\/)/.test(text)
}

const START = /^\$\{(\w+)(?::?-([^{}]*))?\}|^\$(\w+)/

function fallbackOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : START.exec(text)?.[2]
}

const known = new WeakMap<ShellScript, ReadonlyMap<string, ReadonlySet<string>>>()

function assignmentsOf(script: ShellScript): ReadonlyMap<string, readonly string[]> {
  const before = known.get(script)
  const found = before ?? findAssignments(script)
  if (!before) known.set(script, found)
  return new Map([...found].map(([name, texts]) => [name, [...texts]]))
}

function findAssignments({ commands }: ShellScript): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const { words, assignments } of commands) {
    const [program = ''] = words
    const all = words.length === 0 ? assignments : DECLARES.test(program) ? words.slice(1) : []
    for (const one of all) {
      const [, name, text] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(one) ?? []
      if (name === undefined || text === undefined || text.length > LONGEST) continue
      found.set(name, (found.get(name) ?? new Set()).add(text))
    }
  }
  return found
}

/** A text with its variables filled in; undefined when one of them is not known, or a command has to tell. */
export function fillIn(text: string, read: ReadVariable): string | undefined {
  if (/`|\$\(/.test(text)) return undefined
  let isKnown = true
  const filled = text.replace(
    /\$\{(\w+)(?::?-([^{}]*))?\}|\$(\w+)/g,
    (_, braced?: string, fallback?: string, plain?: string) => {
      const value = read(braced ?? plain ?? '') ?? (fallback ? fillIn(fallback, read) : fallback)
      if (value === undefined) isKnown = false
      return value ?? ''
    },
  )
  return isKnown && filled !== '' && !filled.includes('$') ? filled : undefined
}
