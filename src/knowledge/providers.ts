import type { Leak } from '../model/system.js'
import type { Source } from '../source.js'
import { anyOf } from './any-of.js'
import { PEM_KEYWORD, privateKeyAt } from './private-keys.js'
import { PROVIDER_FORMATS, type ProviderFormat } from './provider-formats.js'
import { entropy, hasSequence, isRepetition, mask } from './secret-values.js'

/** More of them in one file say nothing new. */
const MOST_LEAKS = 200
/** How far around a token its `unless` is looked for. */
const NEARBY = 300
/** The longest token of `PROVIDER_FORMATS`, and then some. */
const LONGEST_TOKEN = 2100

/** The formats by their keywords, and one pattern for all keywords: the longer one where one begins another. */
interface Keywords {
  readonly formats: ReadonlyMap<string, readonly ProviderFormat[]>
  readonly pattern: RegExp
}

let known: Keywords | undefined
function keywords(): Keywords {
  if (known) return known
  const formats = new Map<string, ProviderFormat[]>()
  for (const format of PROVIDER_FORMATS) {
    for (const keyword of format.keywords) formats.set(keyword, [...(formats.get(keyword) ?? []), format])
  }
  known = { formats, pattern: new RegExp(anyOf([PEM_KEYWORD, ...formats.keys()]), 'g') }
  return known
}

const DISCORD_BOT: ProviderFormat = {
  name: 'Discord bot token',
  keywords: [],
  pattern: /([MNO][\w-]{23,27}\.[\w-]{6}\.[\w-]{27,40})(?![\w-])/y,
  before: 0,
  source: 'https://discord.com/developers/docs/reference#authentication',
}

/**
 * Provider tokens and private keys in a text, in the order they stand, at most 200. A token counts when its form is the
 * provider's own, its body is random enough (3 bits a character), and it is no documented example, placeholder,
 * repetition or sequence. Time is linear in the text, however long its lines are. Values are masked; never throws.
 */
export function scanText(source: Source): Leak[] {
  const { text, path } = source
  const found: Leak[] = []
  let free = 0
  const add = (leak: Omit<Leak, 'at'>, start: number, end: number) => {
    found.push({ ...leak, at: { path, start, end } })
    free = end
  }
  const { formats, pattern } = keywords()
  pattern.lastIndex = 0
  for (let hit = pattern.exec(text); hit && found.length < MOST_LEAKS; hit = pattern.exec(text)) {
    pattern.lastIndex = Math.max(hit.index + 1, free)
    if (hit.index < free) continue
    if (hit[0] === PEM_KEYWORD) {
      const key = privateKeyAt(text, hit.index)
      if (key) add({ kind: 'private-key', name: key.name, masked: maskedKey(key.length) }, key.start, key.end)
      continue
    }
    for (const format of formats.get(hit[0]) ?? []) {
      const token = tokenAround(text, hit.index, format, free)
      if (!token) continue
      const proven = format.checksum?.(token.text)
      const leak = { kind: 'token', name: format.name, masked: mask(token.text) } as const
      add({ ...leak, ...(proven !== undefined && { proven }) }, token.start, token.start + token.text.length)
      break
    }
  }
  return withDiscord(source, found)
}

function maskedKey(length: number): string {
  return `-----BEGIN… (${length} characters)`
}

interface Token {
  readonly start: number
  readonly text: string
}

function tokenAround(text: string, at: number, format: ProviderFormat, free: number): Token | undefined {
  const first = Math.max(free, at - format.before)
  for (let start = first; start <= at; start++) {
    if (isInsideWord(text, start)) continue
    const token = tokenAt(text, start, format)
    if (token !== undefined && start + token.length > at) return { start, text: token }
  }
  return undefined
}

/** Whether a token cannot begin here because a longer word runs up to it. */
function isInsideWord(text: string, start: number): boolean {
  return (
    start > 0 &&
    /[A-Za-z0-9]/.test(text[start - 1] ?? '') &&
    /[A-Za-z0-9]/.test(text[start] ?? '') &&
    !isEscape(text, start)
  )
}

/** `\n` and `\t` in a string literal, or `%3D`, before a token are no part of it. */
function isEscape(text: string, start: number): boolean {
  return /(?:\\[nrt]|%[0-9A-Fa-f]{2}|\\u[0-9a-fA-F]{4})$/.test(text.slice(Math.max(0, start - 6), start))
}

function tokenAt(text: string, start: number, format: ProviderFormat): string | undefined {
  format.pattern.lastIndex = start
  const match = format.pattern.exec(text)
  if (!match || match[0].length > LONGEST_TOKEN) return undefined
  const secret = match[1] ?? match[0]
  if (isExample(secret) || format.valid?.(match[0]) === false) return undefined
  if (format.context && !speaksOf(text, format.context)) return undefined
  const near = () => text.slice(Math.max(0, start - NEARBY), start + match[0].length + NEARBY)
  if (format.unless?.test(near())) return undefined
  return match[0]
}

let lastAsked: { readonly text: string; readonly answers: Map<RegExp, boolean> } = { text: '', answers: new Map() }

/** Asked once for each text, so that many candidates in one text do not cost many readings of it. */
function speaksOf(text: string, context: RegExp): boolean {
  if (lastAsked.text !== text) lastAsked = { text, answers: new Map() }
  const known = lastAsked.answers.get(context)
  if (known !== undefined) return known
  const answer = context.test(text)
  lastAsked.answers.set(context, answer)
  return answer
}

const EXAMPLE_WORDS =
  /example|placeholder|redacted|changeme|dummy|sample|insert|replace|your[_-]|[_-]here|x{4}|0{6}|\*{3}|\.{3}/i

/** Values that stand for a token: examples of the documentation, runs, sequences, texts without chance in them. */
function isExample(secret: string): boolean {
  return (
    EXAMPLE_WORDS.test(secret) ||
    /(.)\1{5}/.test(secret) ||
    hasSequence(secret, 7) ||
    isRepetition(secret) ||
    entropy(secret) < 3
  )
}

/** Bot tokens have no fixed part, so they are looked for only where Discord is spoken of. */
function withDiscord(source: Source, found: readonly Leak[]): Leak[] {
  const { text, path } = source
  const all = [...found]
  if (!/discord/i.test(text)) return all
  const candidate = /(?<![\w.-])[MNO](?=[\w-]{23,27}\.[\w-]{6}\.)/g
  for (let hit = candidate.exec(text); hit && all.length < MOST_LEAKS; hit = candidate.exec(text)) {
    const token = tokenAt(text, hit.index, DISCORD_BOT)
    if (token === undefined) continue
    const at = { path, start: hit.index, end: hit.index + token.length }
    if (all.some(leak => leak.at.start < at.end && at.start < leak.at.end)) continue
    all.push({ kind: 'token', name: DISCORD_BOT.name, masked: mask(token), at })
  }
  return all.sort((one, other) => one.at.start - other.at.start)
}
