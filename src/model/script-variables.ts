/** The values that each variable of a script or Makefile may have, in the order written. */
export type ScriptVariables = ReadonlyMap<string, readonly string[]>

const MOST_VALUES = 8
const LONGEST_VALUE = 4_096
const DEEPEST = 5
const ASSIGNMENT =
  /^[ \t]*(?:-[ \t]+)?(?:(?:export|readonly|local|override|declare(?:[ \t]+-\w+)?)[ \t]+)?([A-Za-z_]\w*)([ \t]*(?:::?|\?|\+)?=|:(?=[ \t]))[ \t]*(\S.*)$/
/** Lines that begin and end what runs on a condition, in scripts and Makefiles. */
const OPENS = /^\s*(?:if|case|ifeq|ifneq|ifdef|ifndef)\b(?!.*(?:\bfi|\besac)\s*;?\s*$)/
const CLOSES = /^\s*(?:fi|esac|endif)\b/
const REFERENCE = /\$\{([A-Za-z_]\w*)(?:\[[@*]\])?(?::?-([^{}]*))?\}|\$\(([A-Za-z_]\w*)\)|\$([A-Za-z_]\w*)/g

/**
 * Reads the assignments of a text line by line: `A=b`, `A := b`, `A+=(b c)`, `export A="b"`, and `A: b` where `yaml` is set.
 * Which branch of a condition runs is not asked: a name has every value that it is ever given, at most 8. What a condition
 * adds to one makes further values: without it, with it, with all that is added.
 */
export function scriptVariables(lines: readonly string[], yaml: boolean): ScriptVariables {
  const variables = new Map<string, string[]>()
  let conditions = 0
  for (const line of lines) {
    if (line.length > LONGEST_VALUE) continue
    if (OPENS.test(line)) conditions++
    if (CLOSES.test(line)) conditions = Math.max(0, conditions - 1)
    const [, name = '', operator = '', written = ''] = ASSIGNMENT.exec(line) ?? []
    if (name === '' || (operator === ':' && !(yaml && /^[A-Z]/.test(name)))) continue
    const value = writtenValue(written)
    if (value === undefined) continue
    const before = variables.get(name) ?? []
    const own = new Map([[name, before.length > 0 ? before : ['']]])
    const isSometimes =
      (conditions > 0 && !OPENS.test(line)) || /^\s*\S.*(?:&&|;\s*then)\s/.test(line.slice(0, line.indexOf(name)))
    const values = operator.includes('+')
      ? added(before.length > 0 ? before : [''], value, isSometimes)
      : mentions(value, name)
        ? expand(value, own)
        : [...before, value]
    variables.set(name, [...new Set(values)].slice(0, MOST_VALUES))
  }
  return variables
}

function added(before: readonly string[], value: string, isSometimes: boolean): readonly string[] {
  const together = (one: string) => `${one} ${value}`.trim()
  if (!isSometimes) return before.map(together)
  const [without = '', ...more] = before
  const all = together(before[before.length - 1] ?? '')
  return [without, ...more.slice(0, MOST_VALUES - 3), together(without), all]
}

/** Without quotes, brackets of a list and comment; undefined for what a command has to tell. */
function writtenValue(written: string): string | undefined {
  const text = written.trim()
  if (/[`]|\$\((?![A-Za-z_]\w*\))/.test(text)) return undefined
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?;?$/.exec(text)?.[2]
  if (quoted !== undefined) return quoted
  const list = /^\(([^()]*)\)/.exec(text)?.[1]
  return (list ?? text.replace(/\s+#.*$/, '')).trim()
}

function mentions(value: string, name: string): boolean {
  return [...value.matchAll(REFERENCE)].some(match => (match[1] ?? match[3] ?? match[4]) === name)
}

/** A text with its variables filled in, once for each combination of values, at most 8. What is not known stays as written. */
export function expand(text: string, variables: ScriptVariables): readonly string[] {
  // A quoted list stays several words.
  let texts: readonly string[] = [text.replace(/"(\$\{\w+\[[@*]\]\})"/g, '$1')]
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next = [...new Set(texts.flatMap(one => expandOnce(one, variables)))].slice(0, MOST_VALUES)
    if (next.every((one, index) => one === texts[index])) return next
    texts = next
  }
  return texts
}

function expandOnce(text: string, variables: ScriptVariables): readonly string[] {
  const used = new Map<string, readonly string[]>()
  for (const match of text.matchAll(REFERENCE)) {
    const name = match[1] ?? match[3] ?? match[4] ?? ''
    const values = variables.get(name)
    if (values && used.size < 3) used.set(name, values)
  }
  let combinations: ReadonlyMap<string, string>[] = [new Map()]
  for (const [name, values] of used) {
    combinations = combinations
      .flatMap(one => values.map(value => new Map([...one, [name, value]])))
      .slice(0, MOST_VALUES)
  }
  return combinations.map(one =>
    text
      .replace(REFERENCE, (whole, braced?: string, fallback?: string, made?: string, bare?: string) => {
        const name = braced ?? made ?? bare ?? ''
        return one.get(name) ?? (fallback !== undefined && !variables.has(name) ? fallback : whole)
      })
      .slice(0, LONGEST_VALUE),
  )
}

/**
 * A line of a pipeline as a shell reads it: `${{ env.NAME }}` is a variable of its own as well, and what else is filled in
 * is one word.
 */
export function asShell(line: string): string {
  if (!line.includes('${{')) return line
  return line
    .replace(/\$\{\{[ \t]*env\.([A-Za-z_]\w{0,100})[ \t]*\}\}/g, '$${$1}')
    .replace(/\$\{\{[^{}\n]{0,200}\}\}/g, '$$_')
}
