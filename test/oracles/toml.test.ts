import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Node } from '../../src/parse/node.js'
import { parseToml } from '../../src/parse/toml.js'
import { generateToml } from './parsers/generate-toml.js'
import { readTexts } from './parsers/texts.js'

/** What Python's tomllib says: a value or a reason, by the same forms as `plain` below. */
type Reply = { readonly value: unknown; readonly error?: never } | { readonly error: string }

const written = readTexts('toml.cases')
const generated = generateToml(20_260_712, 20_000)
const replies = askPython([...written.map(({ text }) => text), ...generated])

function askPython(texts: readonly string[]): readonly Reply[] {
  const script = fileURLToPath(new URL('./parsers/read-toml.py', import.meta.url))
  const result = spawnSync('python3', [script], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 1 << 28 })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`Python failed: ${result.stderr.slice(0, 2000)}`)
  return result.stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line) as Reply)
}

const TIME = /^\d{4}-\d\d-\d\d|^\d\d:\d\d:\d\d/

/** `source` tells a date from a string that looks like one. */
function plain(node: Node, source: string): unknown {
  if (node.kind === 'map')
    return Object.fromEntries([...node.entries].map(([key, { node: one }]) => [key, plain(one, source)]))
  if (node.kind === 'list') return node.items.map(item => plain(item, source))
  if (node.type === 'boolean') return { '!boolean': node.text }
  if (node.type === 'number') return numberOf(node.text ?? '')
  return TIME.test(source.slice(node.at.start, node.at.end)) ? { '!time': '' } : node.text
}

function numberOf(text: string): unknown {
  if (/^-?\d+$/.test(text)) return { '!integer': text }
  const special = /^([+-]?)(inf|nan)$/.exec(text)
  if (special) return { '!float': special[2] === 'inf' && special[1] === '-' ? '-inf' : special[2] }
  return { '!float': Number(text) }
}

/** Python and JavaScript print floating-point numbers differently. */
function readFloats(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readFloats)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]) => {
    const number = key === '!float' && typeof one === 'string' ? Number(one) : Number.NaN
    return [key, Number.isFinite(number) ? number : readFloats(one)]
  })
  return Object.fromEntries(entries)
}

function disagreement(text: string, reply: Reply): string {
  const { root, problems } = parseToml({ path: 'a.toml', text })
  const ours = JSON.stringify(plain(root, text))
  if (reply.error !== undefined) return problems.length > 0 ? '' : `${reply.error}\nours takes it: ${ours}`
  if (problems.length > 0) return `ours refuses it: ${problems.map(({ message }) => message).join('\n')}`
  const theirs = JSON.stringify(readFloats(reply.value))
  return sorted(ours) === sorted(theirs) ? '' : `ours: ${ours}\ntomllib: ${theirs}`
}

/** Tables keep no order that counts. */
function sorted(json: string): string {
  const sort = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sort)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, one]) => [key, sort(one)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  }
  return JSON.stringify(sort(JSON.parse(json)))
}

test('there are enough texts, of both sorts', () => {
  expect(written.length).toBeGreaterThanOrEqual(30)
  const taken = replies.slice(written.length).filter(({ error }) => error === undefined)
  expect(taken.length).toBeGreaterThan(generated.length / 6)
  expect(taken.length).toBeLessThan(generated.length * 0.9)
})

for (const [index, item] of written.entries()) {
  test(`written: ${item.name}`, () => {
    const reply = replies[index] ?? { error: 'no reply' }
    expect(reply.error !== undefined, `the case does not say what tomllib says: ${reply.error}`).toBe(item.rejected)
    const found = disagreement(item.text, reply)
    if (item.departs === undefined) expect(found).toBe('')
    else expect(found).not.toBe('')
  })
}

test('generated', () => {
  const found = generated.flatMap((text, index) => {
    const why = disagreement(text, replies[written.length + index] ?? { error: 'no reply' })
    return why === '' ? [] : [`${JSON.stringify(text)}\n${why}`]
  })
  expect(found.slice(0, 10)).toEqual([])
})
