import type { Instruction } from '../dockerfile.js'
import { type LogicalLine, type RawWord, splitRaw } from './lines.js'

/** Keywords whose arguments may be a JSON list. */
export const JSON_FORM = new Set(['ADD', 'CMD', 'COPY', 'ENTRYPOINT', 'RUN', 'SHELL', 'VOLUME'])
/** Keywords whose arguments are split with regard to quotes; the builder splits the others at white space alone. */
const QUOTED_WORDS = new Set(['ARG', 'ENV', 'LABEL', 'RUN', 'CMD', 'ENTRYPOINT'])

/** Reads the flags and arguments of an instruction. */
export function readInstruction(line: LogicalLine, escapeCharacter: string): Instruction {
  const keyword = line.keyword.toUpperCase()
  const { path } = line.at
  const place = (start: number, end: number) => ({
    path,
    start: line.offsets[start] ?? line.at.end,
    end: end > start ? (line.offsets[end - 1] ?? line.at.end - 1) + 1 : (line.offsets[start] ?? line.at.end),
  })
  const flags = readFlags(line.text, escapeCharacter)
  const from = flags.end
  const text = line.text.slice(from)
  const exec = JSON_FORM.has(keyword) ? readExecForm(text) : undefined
  const words = exec ? jsonWords(text) : splitRaw(text, escapeCharacter, QUOTED_WORDS.has(keyword))
  return {
    keyword,
    flags: flags.words.map(word => {
      const flag = unquoted(word.text, escapeCharacter)
      const equals = flag.indexOf('=')
      const name = flag.slice(2, equals === -1 ? undefined : equals)
      const value = equals === -1 ? null : flag.slice(equals + 1)
      return { name, value, at: place(word.start, word.end) }
    }),
    ...(exec && { exec }),
    text,
    heredocs: line.heredocs,
    words: words.map(word => ({ text: word.text, at: place(from + word.start, from + word.end) })),
    at: line.at,
  }
}

function readFlags(text: string, escapeCharacter: string): { words: RawWord[]; end: number } {
  if (!text.startsWith('--')) return { words: [], end: 0 }
  const words: RawWord[] = []
  for (const word of splitRaw(text, escapeCharacter)) {
    if (!word.text.startsWith('--')) return { words, end: word.start }
    if (word.text === '--') return { words, end: skipBlanks(text, word.end) }
    words.push(word)
  }
  return { words, end: text.length }
}

function skipBlanks(text: string, start: number): number {
  let at = start
  while (at < text.length && /\s/.test(text[at] ?? '')) at++
  return at
}

/** The words of a JSON list of strings; undefined for anything else, which the builder takes for the shell form. */
export function readExecForm(text: string): string[] | undefined {
  const list = readJsonList(text)
  return list?.every(item => typeof item === 'string') ? list : undefined
}

/** The items of a JSON list; undefined for anything else. */
export function readJsonList(text: string): unknown[] | undefined {
  const trimmed = text.trim()
  if (!trimmed.startsWith('[') || !trimmed.endsWith(']')) return undefined
  try {
    const value: unknown = JSON.parse(trimmed)
    return Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** A flag without its quotes, which may begin anywhere in it, and escapes. */
function unquoted(text: string, escapeCharacter: string): string {
  let result = ''
  let quote = ''
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? ''
    if (character === escapeCharacter) result += text[++at] ?? ''
    else if (quote === '' && (character === '"' || character === "'")) quote = character
    else if (character === quote) quote = ''
    else result += character
  }
  return result
}

const JSON_STRING = /"(?:[^"\\]|\\.)*"/g

function jsonWords(text: string): RawWord[] {
  return [...text.matchAll(JSON_STRING)].map(match => ({
    text: String(JSON.parse(match[0])),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** `KEY=value` pairs of ENV, LABEL and ARG as written; `ENV KEY the rest` is one pair. A pair without `=` has no value. */
export function readPairs(instruction: Instruction): { name: string; value?: string; at: Instruction['at'] }[] {
  const [first, ...rest] = instruction.words
  if (first === undefined) return []
  if (instruction.keyword !== 'ARG' && !first.text.includes('=')) {
    // The builder splits this form at the first white space, quoted or not.
    const [, name = first.text, value] = /^(\S+)\s+(.*)$/s.exec(instruction.text.trim()) ?? []
    const at = { ...first.at, end: rest.at(-1)?.at.end ?? first.at.end }
    return value === undefined ? [{ name, at }] : [{ name, value, at }]
  }
  return instruction.words.map(({ text, at }) => {
    const equals = text.indexOf('=')
    return equals === -1 ? { name: text, at } : { name: text.slice(0, equals), value: text.slice(equals + 1), at }
  })
}
