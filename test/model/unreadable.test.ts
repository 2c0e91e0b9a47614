import { describe, expect, it } from 'vitest'
import { type Files, systemOf } from '../support/model.js'

const BASE = 'services:\n  web:\n    build: .\n  db:\n    image: postgres:17\n'
const BROKEN = 'services:\n  web:\n    image: "acme/web\n   bad: [\n'

function unreadable(files: Files) {
  return systemOf(files).unreadable.map(({ path, format, production }) => [path, format, production])
}

describe('a compose file that is no YAML', () => {
  it.each<[string, Files]>([
    ['the base', { 'compose.yaml': BROKEN }],
    ['a fragment for production', { 'compose.yaml': BASE, 'compose.prod.yaml': BROKEN }],
    ['the only file for production', { 'compose.prod.yaml': BROKEN }],
    ['a nameless part', { 'compose.yaml': BASE.replaceAll('web', 'app'), 'compose.more.yaml': BROKEN }],
    [
      'a file that is included',
      { 'compose.yaml': `include: [infra/apps.compose.yaml]\n${BASE}`, 'infra/apps.compose.yaml': BROKEN },
    ],
    [
      'a file that is extended',
      {
        'compose.yaml': 'services:\n  web:\n    image: a\n    extends: {file: common.compose.yaml, service: web}\n',
        'common.compose.yaml': BROKEN,
      },
    ],
  ])('is missed in production as %s', (_, files) => {
    const broken = Object.entries(files).find(([, text]) => text === BROKEN)?.[0]
    expect(unreadable(files)).toEqual([[broken, 'compose', true]])
  })

  it.each<[string, Files]>([
    ['an override', { 'compose.yaml': BASE, 'compose.override.yaml': BROKEN }],
    ['a file for development', { 'compose.yaml': BASE, 'compose.dev.yaml': BROKEN }],
    ['an example', { 'compose.yaml': BASE, 'examples/compose.yaml': BROKEN }],
  ])('is told and not missed as %s', (_, files) => {
    const broken = Object.entries(files).find(([, text]) => text === BROKEN)?.[0]
    expect(unreadable(files)).toEqual([[broken, 'compose', false]])
  })

  it('leaves the rest of its set in place', () => {
    const system = systemOf({ 'compose.yaml': BASE, 'compose.prod.yaml': BROKEN })
    expect(system.workloads.map(one => one.name)).toEqual(['web', 'db'])
  })
})

describe('how much an unreadable file may declare', () => {
  const broken = (text: string) => systemOf({ 'compose.yaml': `${text}\nbroken: [\n` }).unreadable[0]?.mayDeclare ?? 0

  it.each([
    ['blocks', 'services:\n  a:\n    image: x\n  b:  # two\n    image: x\n  "c":\r\n    image: x'],
    ['braces', 'services: {a: {image: x}, b: {image: x}, c: {image: x}}'],
    ['lines with braces', 'services:\n  a: {image: x}\n  b: {image: x}\n  c: {image: x}'],
    ['anchors and aliases', 'services:\n  a: &app\n    image: x\n  b: *app\n  c: *app'],
    ['aliases within braces', 'x: &app {image: x}\nservices: {a: *app, b: *app, c: *app}'],
  ])('is never below what it declares in %s', (_, text) => {
    expect(broken(text)).toBeGreaterThanOrEqual(3)
  })

  it('is not much above it', () => {
    const services = ['a', 'b', 'c'].map(
      name => `  ${name}:\n    image: x\n    restart: always\n    environment:\n      A: b\n`,
    )
    expect(broken(`services:\n${services.join('')}`)).toBeLessThanOrEqual(6)
  })

  it('is at least one', () => {
    expect(broken('')).toBe(1)
  })
})

describe('an env file that Compose would refuse', () => {
  it('counts where a production set reads it', () => {
    const files: Files = { 'compose.yaml': BASE, '.env': 'A B=c\n', 'other/.env': 'A B=c\n' }
    expect(unreadable(files)).toEqual([
      ['.env', 'dotenv', true],
      ['other/.env', 'dotenv', false],
    ])
  })
})

describe('a Dockerfile without a stage', () => {
  it('counts where production builds it', () => {
    expect(unreadable({ 'compose.yaml': BASE, Dockerfile: '# nothing\n' })).toEqual([
      ['Dockerfile', 'dockerfile', true],
    ])
    expect(
      unreadable({ 'compose.yaml': 'services:\n  db:\n    image: postgres\n', 'tools/Dockerfile': 'RUN x\n' }),
    ).toEqual([['tools/Dockerfile', 'dockerfile', false]])
  })
})
