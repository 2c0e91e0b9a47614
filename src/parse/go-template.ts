import { lexTemplate, type TemplateToken } from './go-template/lex.js'

/** What a template may use beside what Go itself brings. */
export interface TemplateNames {
  readonly functions: ReadonlySet<string>
  /** Without `$`. */
  readonly variables: readonly string[]
}

/** https://pkg.go.dev/text/template#hdr-Functions */
const BUILT_IN = new Set(
  'and call html index slice js len not or print printf println urlquery eq ge gt le lt ne'.split(' '),
)

/**
 * Why Go's `text/template` refuses to parse a text (https://pkg.go.dev/text/template); undefined when it takes it. What only
 * fails when the template runs (fields that are not there, templates of unknown names) is none of it. Never throws;
 * takes time linear in the text.
 */
export function templateProblem(text: string, names: TemplateNames): string | undefined {
  if (!text.includes('{{')) return undefined
  const tokens = lexTemplate(text)
  if (typeof tokens === 'string') return tokens
  const reader: Reader = {
    tokens,
    at: 0,
    names,
    variables: ['$', ...names.variables.map(name => `$${name}`)],
    loops: 0,
    depth: 0,
    problem: undefined,
  }
  const end = blocks(reader, true)
  if (reader.problem === TOO_DEEP) return undefined
  return reader.problem ?? (end === 'end of text' ? undefined : `unexpected {{${end}}}`)
}

interface Reader {
  readonly tokens: readonly TemplateToken[]
  readonly names: TemplateNames
  at: number
  variables: string[]
  loops: number
  depth: number
  problem: string | undefined
}

const DEEPEST = 100
const TOO_DEEP = 'nested too deeply'
const END: TemplateToken = { kind: 'end', text: '' }

function refuse(reader: Reader, problem: string): void {
  reader.problem ??= problem
  reader.at = reader.tokens.length - 1
}

function current({ tokens, at }: Reader): TemplateToken {
  return tokens[at] ?? END
}

function take(reader: Reader): TemplateToken {
  const token = current(reader)
  if (token.kind !== 'end') reader.at++
  return token
}

function skipSpace(reader: Reader): TemplateToken {
  while (current(reader).kind === 'space') reader.at++
  return current(reader)
}

function close(reader: Reader, where: string): void {
  if (skipSpace(reader).kind !== 'close') refuse(reader, `unexpected "${current(reader).text}" in ${where}`)
  else take(reader)
}

/** Reads actions up to one that ends the block, which it takes: `end`, `else`, or the end of the text. */
function blocks(reader: Reader, isTop = false): 'end' | 'else' | 'end of text' {
  while (current(reader).kind === 'open') {
    take(reader)
    const word = skipSpace(reader)
    const keyword = word.kind === 'word' ? word.text : ''
    if (keyword === 'end' || keyword === 'else') {
      take(reader)
      if (keyword === 'end') close(reader, 'end')
      return keyword
    }
    action(reader, keyword, isTop)
  }
  return 'end of text'
}

function action(reader: Reader, keyword: string, isTop: boolean): void {
  if (/^(?:if|with|range)$/.test(keyword)) {
    take(reader)
    control(reader, keyword)
  } else if (keyword === 'define' || keyword === 'block') {
    take(reader)
    definition(reader, keyword, isTop)
  } else if (keyword === 'template') {
    take(reader)
    templateName(reader, keyword)
    if (skipSpace(reader).kind === 'close') take(reader)
    else pipeline(reader, 'template clause')
  } else if (keyword === 'break' || keyword === 'continue') {
    take(reader)
    if (reader.loops === 0) refuse(reader, `{{${keyword}}} outside {{range}}`)
    close(reader, keyword)
  } else pipeline(reader, 'command')
}

function control(reader: Reader, keyword: string): void {
  if (++reader.depth > DEEPEST) {
    refuse(reader, TOO_DEEP)
    return
  }
  const outside = reader.variables.length
  pipeline(reader, keyword)
  if (keyword === 'range') reader.loops++
  let end = blocks(reader)
  if (keyword === 'range') reader.loops--
  if (end === 'else' && !reader.problem) {
    const again = skipSpace(reader)
    if (again.kind === 'word' && again.text === keyword && keyword !== 'range') {
      take(reader)
      control(reader, keyword)
      end = 'end'
    } else {
      close(reader, 'else')
      end = blocks(reader)
      if (end === 'else') refuse(reader, 'expected end; found {{else}}')
    }
  }
  if (end === 'end of text') refuse(reader, 'unexpected EOF')
  reader.variables.length = outside
  reader.depth--
}

function definition(reader: Reader, keyword: string, isTop: boolean): void {
  if (keyword === 'define' && !isTop) {
    refuse(reader, 'unexpected {{define}}')
    return
  }
  if (++reader.depth > DEEPEST) {
    refuse(reader, TOO_DEEP)
    return
  }
  templateName(reader, keyword)
  if (keyword === 'block') pipeline(reader, 'block clause')
  else close(reader, 'define clause')
  const { variables, loops } = reader
  reader.variables = ['$']
  reader.loops = 0
  const end = blocks(reader)
  if (end !== 'end') refuse(reader, end === 'else' ? 'unexpected {{else}}' : 'unexpected EOF')
  reader.variables = variables
  reader.loops = loops
  reader.depth--
}

function templateName(reader: Reader, where: string): void {
  const { kind, text } = skipSpace(reader)
  if (kind !== 'constant' || !/^["`]/.test(text)) refuse(reader, `unexpected "${text}" in ${where} clause`)
  else take(reader)
}

/** Reads commands between bars, up to the braces, or the parenthesis where it is an operand. */
function pipeline(reader: Reader, where: string, isOperand = false): void {
  if (++reader.depth > DEEPEST) {
    refuse(reader, TOO_DEEP)
    return
  }
  if (!isOperand) declarations(reader, where)
  for (let stage = 1; ; stage++) {
    const first = skipSpace(reader)
    if (isEnd(first, isOperand)) {
      refuse(reader, `missing value for ${where}`)
      break
    }
    if (stage > 1 && (first.kind === 'constant' || first.kind === 'dot'))
      refuse(reader, `non executable command in pipeline stage ${stage}`)
    command(reader, isOperand)
    const next = skipSpace(reader)
    if (next.text !== '|' || next.kind !== 'sign') break
    take(reader)
  }
  if (isEnd(skipSpace(reader), isOperand)) take(reader)
  else if (!reader.problem) refuse(reader, `unexpected "${current(reader).text}" in ${where}`)
  reader.depth--
}

function isEnd({ kind, text }: TemplateToken, isOperand: boolean): boolean {
  return isOperand ? kind === 'sign' && text === ')' : kind === 'close'
}

/** `$x :=`, `$x =`, and the two of a range. */
function declarations(reader: Reader, where: string): void {
  const start = reader.at
  const names: string[] = []
  for (;;) {
    const variable = skipSpace(reader)
    if (variable.kind !== 'variable') break
    take(reader)
    names.push(variable.text)
    const { kind, text } = skipSpace(reader)
    if (kind === 'sign' && (text === ':=' || text === '=')) {
      take(reader)
      reader.variables.push(...names)
      return
    }
    if (kind !== 'sign' || text !== ',') break
    if (where !== 'range' || names.length > 1) {
      refuse(reader, `too many declarations in ${where}`)
      return
    }
    take(reader)
  }
  reader.at = start
}

/** Operands, parted by spaces. */
function command(reader: Reader, isOperand: boolean): void {
  let count = 0
  while (!reader.problem) {
    const { kind, text } = skipSpace(reader)
    if (isEnd({ kind, text }, isOperand) || (kind === 'sign' && text === '|')) break
    if (!operand(reader)) return
    count++
    const behind = current(reader)
    if (behind.kind !== 'space' && behind.kind !== 'close' && !(behind.kind === 'sign' && /^[|)]$/.test(behind.text))) {
      refuse(reader, `unexpected "${behind.text}" in operand`)
      return
    }
  }
  if (count === 0) refuse(reader, 'empty command')
}

function operand(reader: Reader): boolean {
  const token = take(reader)
  const { kind, text } = token
  if (kind === 'word') {
    if (!BUILT_IN.has(text) && !reader.names.functions.has(text)) refuse(reader, `function "${text}" not defined`)
  } else if (kind === 'variable') {
    if (!reader.variables.includes(text)) refuse(reader, `undefined variable "${text}"`)
  } else if (kind === 'sign' && text === '(') pipeline(reader, 'parenthesized pipeline', true)
  else if (kind !== 'constant' && kind !== 'dot' && kind !== 'field') refuse(reader, `unexpected "${text}" in operand`)
  while (current(reader).kind === 'field') {
    if (kind === 'constant' || kind === 'dot') refuse(reader, `unexpected . after term "${text}"`)
    take(reader)
  }
  return !reader.problem
}
