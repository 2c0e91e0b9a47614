import { type Dice, dice, pick } from '../compose-cases/dice.js'

/** What small faults put in the place of a value. */
const VALUES = [
  '5',
  '5m',
  '1m5s',
  'yes',
  'maybe',
  '""',
  '[]',
  '{}',
  '[a]',
  '{ a: b }',
  'a',
  '"true"',
  '1.5',
  '-1',
  '/',
  '(',
  'a b',
  '10MB',
  'http://a:1',
]
/** And of a key. */
const KEYS = [
  'name',
  'job_name',
  'expr',
  'targets',
  'url',
  'regex',
  'receiver',
  'for',
  'unknown_key',
  'labels',
  'route',
]

/** Texts with one or two small faults each: a key or value of a line exchanged, a line taken out, twice, or moved; the same every time. */
export function spoilYaml(seed: number, texts: readonly string[], count: number): readonly string[] {
  const die = dice(seed)
  return Array.from({ length: count }, () => {
    const text = spoiled(die, pick(die, texts))
    return die.roll(3) === 0 ? spoiled(die, text) : text
  })
}

function spoiled(die: Dice, text: string): string {
  const lines = text.replace(/\n$/, '').split('\n')
  const at = die.roll(lines.length)
  const line = lines[at] ?? ''
  switch (die.roll(5)) {
    case 0:
      lines.splice(at, 1)
      break
    case 1:
      lines.splice(at, 0, line)
      break
    case 2:
      lines[at] = line.replace(/([\w-]+)(?=:)/, pick(die, KEYS))
      break
    default:
      lines[at] = exchanged(die, line)
  }
  return `${lines.join('\n')}\n`
}

/** One of the values of a line, block or flow. */
function exchanged(die: Dice, line: string): string {
  const values = [...line.matchAll(/(?<=[:,[{] )[^,:[\]{}\s][^,[\]{}]*(?=[,\]} ]|$)/g)]
  if (values.length === 0) return line
  const value = pick(die, values)
  return line.slice(0, value.index) + pick(die, VALUES) + line.slice(value.index + value[0].length)
}
