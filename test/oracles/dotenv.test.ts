import { expect, test } from 'vitest'
import { interpolateText } from '../../src/parse/compose/interpolate.js'
import { type EnvironmentEntry, parseEnvironmentFile } from '../../src/parse/dotenv.js'
import { ask, type Reply } from './parsers/ask.js'
import { generateDotenv } from './parsers/generate-dotenv.js'
import { readTexts } from './parsers/texts.js'

interface Variables {
  /** With every variable that is looked up set to its own name in brackets. */
  readonly values: Readonly<Record<string, string>>
  /** What the file sets when nothing else is set; counts only when `unset`. */
  readonly names: readonly string[]
  readonly unset: boolean
}

const written = readTexts('dotenv.cases')
const generated = generateDotenv(20_240_701, 4000)
const replies = ask<Variables>(
  [...written.map(({ text }) => text), ...generated].map(text => ({ kind: 'dotenv', text })),
)

/** The value as Compose would use it; undefined when it would refuse it. */
function interpolated({ name, value, quote }: EnvironmentEntry): string | undefined {
  if (value === null) return `⟨${name}⟩`
  if (quote === "'") return value
  const lookup = (variable: string) => ({ text: `⟨${variable}⟩`, known: true })
  const { state, text } = interpolateText(value, { lookup, unset: 'empty' }, () => ({ path: '', start: 0, end: 0 }))
  return state === 'invalid' || state === 'required' ? undefined : text
}

/** What keeps the two apart; empty when they agree. */
function disagreement(text: string, { value, error }: Reply<Variables>): string {
  const { entries, problems } = parseEnvironmentFile({ path: '.env', text })
  const values = entries.map(entry => [entry.name, interpolated(entry)] as const)
  const refused = problems.length > 0 || values.some(([, one]) => one === undefined)
  if (error !== undefined) return refused ? '' : `${error}\nours takes it: ${JSON.stringify(values)}`
  if (refused) return `ours refuses it: ${problems.map(({ message }) => message).join('\n')}`
  // A value without a name is of no use to anyone; ours leaves it out.
  const plain = (record: Iterable<readonly [string, string | undefined]>) =>
    JSON.stringify([...new Map(record)].filter(([name]) => name !== '').sort())
  const [one, other] = [plain(values), plain(Object.entries(value.values))]
  if (one !== other) return `ours: ${one}\ncompose-go: ${other}`
  if (!value.unset) return ''
  const set = new Set(entries.filter(entry => entry.value !== null).map(({ name }) => name))
  const names = value.names.filter(name => name !== '').sort()
  return JSON.stringify([...set].sort()) === JSON.stringify(names) ? '' : `ours sets ${[...set]}, compose-go ${names}`
}

test('there are enough texts, and the generated ones are of both sorts', () => {
  expect(written.length).toBeGreaterThanOrEqual(60)
  expect(new Set(written.map(({ name }) => name)).size).toBe(written.length)
  const taken = replies.slice(written.length).filter(({ error }) => error === undefined)
  expect(taken.length).toBeGreaterThan(generated.length / 3)
  expect(taken.length).toBeLessThan(generated.length * 0.9)
})

for (const [index, item] of written.entries()) {
  test(`written: ${item.name}`, () => {
    const reply = replies[index] ?? { error: 'no reply' }
    expect(reply.error !== undefined, `the case does not say what compose-go says: ${reply.error}`).toBe(item.rejected)
    const found = disagreement(item.text, reply)
    if (item.departs === undefined) expect(found, found).toBe('')
    else expect(found, `no longer departs (${item.departs})`).not.toBe('')
  })
}

/** The two departures among the texts written by hand: a bare name that ends the file (or
 *  something with a space in it), a bad value without a name. */
function departs(text: string, { error }: Reply<Variables>): boolean {
  const { entries, problems } = parseEnvironmentFile({ path: '.env', text })
  const bare = entries.filter(({ value }) => value === null)
  const spaced = problems.filter(({ message }) => message.includes('a space'))
  if ([...bare, ...spaced].some(({ at }) => !/[\n=:#]/.test(text.slice(at.end)))) return true
  return (
    error?.includes('Invalid template') === true && /(?:^|["'])\s*(?:export\s+)?[=:]/m.test(text.replace('\ufeff', ''))
  )
}

test('generated files: the same variables and values, or both refuse', () => {
  const found = generated.flatMap((text, index) => {
    const reply = replies[written.length + index] ?? { error: 'no reply' }
    if (departs(text, reply)) return []
    const difference = disagreement(text, reply)
    return difference === '' ? [] : [`${JSON.stringify(text)}\n${difference}`]
  })
  expect(found.slice(0, 20), `${found.length} differ`).toEqual([])
})
