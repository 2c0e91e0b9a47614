import { expect, test } from 'vitest'
import { parseImageReference } from '../../src/parse/image-reference.js'
import { splitComposeCommand } from '../../src/parse/shell.js'
import { parseBytes, parseDuration } from '../../src/parse/units.js'
import { ask, type Reply } from './parsers/ask.js'
import { generateCommands, generateDurations, generateImages, generateSizes } from './parsers/generate-small.js'
import { commands, departures, durations, images, sizes } from './parsers/small-texts.js'

interface Image {
  readonly repository: string
  readonly tag?: string
  readonly digest?: string
}

interface Bytes {
  readonly compose?: number
  readonly units?: number
}

interface Duration {
  readonly compose?: number
  readonly go?: number
}

const texts = {
  command: [...commands, ...generateCommands(45_123_711, 3000)],
  image: [...images, ...generateImages(45_123_712, 3000)],
  bytes: [...sizes, ...generateSizes(45_123_713, 3000)],
  duration: [...durations, ...generateDurations(45_123_714, 3000)],
}
const kinds = ['command', 'image', 'bytes', 'duration'] as const
const replies = ask<unknown>(kinds.flatMap(kind => texts[kind].map(text => ({ kind, text }))))

function pairs<T>(kind: (typeof kinds)[number]): readonly (readonly [string, Reply<T>])[] {
  const before = kinds.slice(0, kinds.indexOf(kind)).reduce((sum, one) => sum + texts[one].length, 0)
  return texts[kind].map((text, index) => [text, replies[before + index] as Reply<T>] as const)
}

const print = (value: unknown) => JSON.stringify(value) ?? 'refused'

/** The texts on which the two differ; a departure that is none any more is among them too. */
function differing(found: readonly (readonly [text: string, ours: unknown, theirs: unknown])[]): readonly string[] {
  const wrong = found.flatMap(([text, ours, theirs]) => {
    const departs = departures.has(text)
    if ((print(ours) === print(theirs)) !== departs) return []
    return [
      departs ? `${text} no longer departs` : `${JSON.stringify(text)}: ours ${print(ours)}, theirs ${print(theirs)}`,
    ]
  })
  return wrong.slice(0, 20)
}

test('one-string commands are split as go-shellwords does', () => {
  expect(commands.length).toBeGreaterThanOrEqual(60)
  const found = pairs<readonly string[]>('command').map(([text, { value }]) => [
    text,
    splitComposeCommand(text)?.words,
    value,
  ]) as [string, unknown, unknown][]
  expect(found.filter(([, , theirs]) => theirs === undefined).length).toBeGreaterThan(100)
  expect(found.filter(([, , theirs]) => theirs !== undefined).length).toBeGreaterThan(1000)
  expect(differing(found)).toEqual([])
})

test('image references are taken apart as distribution/reference does', () => {
  expect(images.length).toBeGreaterThanOrEqual(150)
  const found = pairs<Image>('image').map(([text, { value }]): [string, unknown, unknown] => {
    const reference = parseImageReference(text)
    const { repository, tag, digest } = reference ?? {}
    const theirs = value && { repository: value.repository, tag: value.tag, digest: value.digest }
    return [text, reference && { repository, tag, digest }, theirs]
  })
  expect(found.filter(([, , theirs]) => theirs === undefined).length).toBeGreaterThan(300)
  expect(found.filter(([, , theirs]) => theirs !== undefined).length).toBeGreaterThan(1000)
  expect(differing(found)).toEqual([])
})

/** What does not fit into 64 bits comes out of Go as some negative number; ours refuses it. */
function within64(text: string, bytes: number | undefined): number | undefined {
  return bytes !== undefined && bytes < 0 && !text.startsWith('-') ? undefined : bytes
}

test('sizes are read as compose-go does, and as go-units does unless they are bare whole numbers', () => {
  const answers = pairs<Bytes>('bytes')
  const found = answers.map(([text, { value }]): [string, unknown, unknown] => [
    text,
    parseBytes(text),
    within64(text, value?.compose),
  ])
  expect(found.filter(([, , theirs]) => theirs !== undefined).length).toBeGreaterThan(700)
  expect(differing(found)).toEqual([])
  const units = answers.filter(([text]) => !/^[-+]?\d+$/.test(text))
  expect(differing(units.map(([text, { value }]) => [text, parseBytes(text), within64(text, value?.units)]))).toEqual(
    [],
  )
})

/** Go cuts each part to whole nanoseconds; seconds as a floating-point number may differ by one for each of the three. */
function sameTime(seconds: number | undefined, nanoseconds: number | undefined): boolean {
  if (seconds === undefined || nanoseconds === undefined) return seconds === nanoseconds
  return Math.abs(seconds * 1e9 - nanoseconds) <= Math.max(3, Math.abs(nanoseconds) * 1e-14)
}

test('durations are read as compose-go does, and as Go itself does where it knows the unit', () => {
  const answers = pairs<Duration>('duration')
  expect(answers.filter(([, { value }]) => value?.compose !== undefined).length).toBeGreaterThan(1000)
  expect(answers.filter(([, { value }]) => value?.go !== undefined).length).toBeGreaterThan(500)
  const wrong = answers.flatMap(([text, { value }]) => {
    const ours = parseDuration(text)
    const same = sameTime(ours, value?.compose) && (value?.go === undefined || sameTime(ours, value.go))
    return same !== departures.has(text) ? [] : [`${JSON.stringify(text)}: ours ${ours}, theirs ${print(value)}`]
  })
  expect(wrong.slice(0, 20)).toEqual([])
})
