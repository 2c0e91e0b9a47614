import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RejectionKind } from '../../src/model/nginx/verdict/level.js'
import { casesIn } from './nginx-cases.js'
import { mutations } from './nginx-mutations.js'
import { type Answer, judge, Nginx } from './nginx-program.js'
import { counts, placements, repetitions, values } from './nginx-usage.js'

let nginx: Nginx

beforeAll(() => {
  nginx = new Nginx()
})
afterAll(() => nginx.close())

/** What kind of reason a message of nginx is, of those that are told apart while a directive is read. */
function kindOf({ message }: Answer): RejectionKind | undefined {
  if (/is not allowed here|specified too late|is outside location|cannot be inside/.test(message)) return 'context'
  if (/^unknown directive/.test(message)) return 'version'
  if (/^invalid number of arguments/.test(message)) return 'arguments'
  if (/has no opening "\{"|is not terminated by ";"|^unexpected/.test(message)) return 'syntax'
  if (/is duplicate/.test(message)) return 'duplicate'
  return undefined
}

/** The cases in which the two differ about one kind of reason, as lines to read. */
async function differences(
  cases: readonly string[],
  ...kinds: readonly (readonly RejectionKind[])[]
): Promise<readonly string[]> {
  const answers = await nginx.askAll(cases.map(text => ({ 'nginx.conf': text })))
  return cases.flatMap((text, index) => {
    const answer = answers[index] as Answer
    const theirs = kindOf(answer)
    const ours = judge({ 'nginx.conf': text }, nginx.version).map(({ kind }) => kind)
    return kinds.flatMap(same =>
      (theirs !== undefined && same.includes(theirs)) === ours.some(kind => same.includes(kind))
        ? []
        : [`${same}: ours ${ours.join()}, theirs ${answer.message || 'accepted'}: ${text}`],
    )
  })
}

/**
 * What Debian's nginx does not have built in, what it has from later versions (`max_headers` came as a security fix), and what
 * was one of other modules before it was nginx's own (`sticky`).
 */
const OF_DEBIAN = /\b(?:geoip_|quic_|http3|max_headers|sticky)/
/** Bounds of values that are not judged: too seldom set. */
const NOT_JUDGED = /pool size must|must be 512|must be a power of two/

describe('the table of directives', () => {
  test('every directive in every context', async () => {
    const found = await differences(placements(), ['context', 'version'])
    expect(found.filter(line => !OF_DEBIAN.test(line))).toEqual([])
  })

  test('every directive with too few and too many arguments, and with a wrong end', async () => {
    const found = await differences(counts(), ['arguments'], ['syntax'])
    expect(found.filter(line => !OF_DEBIAN.test(line))).toEqual([])
  })

  test('values that nginx checks while it reads', async () => {
    const cases = values()
    const answers = await nginx.askAll(cases.map(text => ({ 'nginx.conf': text })))
    const found = cases.flatMap((text, index) => {
      const answer = answers[index] as Answer
      const theirs = /invalid value|invalid number\b(?! of)|must be/.test(answer.message)
      const ours = judge({ 'nginx.conf': text }, nginx.version).some(({ kind }) => kind === 'value')
      return theirs === ours || NOT_JUDGED.test(answer.message) || OF_DEBIAN.test(text)
        ? []
        : [`ours ${ours}, theirs ${answer.message || 'accepted'}: ${text}`]
    })
    expect(found).toEqual([])
  })

  test('directives that may stand in a block once', async () => {
    const found = await differences(repetitions(), ['duplicate'])
    expect(found.filter(line => !OF_DEBIAN.test(line) && !NOT_JUDGED.test(line))).toEqual([])
  })
})

describe('cases written by hand', () => {
  test('nginx says what each case claims, and so do we', async () => {
    const cases = casesIn('test/oracles/nginx-cases')
    expect(cases.length).toBeGreaterThan(400)
    const answers = await nginx.askAll(cases.map(({ text }) => ({ 'nginx.conf': text })))
    const wrong = cases.flatMap(({ name, text, expected }, index) => {
      const { accepted, message } = answers[index] as Answer
      const ours = judge({ 'nginx.conf': text }, nginx.version).map(one => `${one.kind} (${one.message})`)
      const due = expected === 'ok' || expected === 'silent' ? 0 : 1
      const isRight =
        ours.length === due && ours.every(one => one.startsWith(expected)) && accepted === (expected === 'ok')
      return isRight
        ? []
        : [`${name}\n    expected ${expected}, ours ${ours.join(', ') || 'nothing'}, theirs ${message || 'accepted'}`]
    })
    expect(wrong).toEqual([])
  })
})

/** Several files: what each includes, and the kind of reason that both give. */
const INCLUDES: readonly (readonly [expected: RejectionKind | 'ok', files: Readonly<Record<string, string>>])[] = [
  ['ok', { 'nginx.conf': 'events {} http { include a.conf; }', 'a.conf': 'server { listen 80; }' }],
  [
    'context',
    { 'nginx.conf': 'events {} http { include a.conf; }', 'a.conf': 'server { limit_conn_zone $host zone=a:1m; }' },
  ],
  [
    'context',
    {
      'nginx.conf': 'events {} http { include a.conf; upstream u { server 127.0.0.1; include a.conf; } }',
      'a.conf': 'gzip on;',
    },
  ],
  ['context', { 'nginx.conf': 'events {} http { include sites/*.conf; }', 'sites/a.conf': 'http { }' }],
  ['duplicate', { 'nginx.conf': 'events {} http { sendfile on; include sites/*; }', 'sites/a': 'sendfile on;' }],
  [
    'duplicate',
    {
      'nginx.conf': 'events {} http { include a.conf; include a.conf; }',
      'a.conf': 'upstream u { server 127.0.0.1; }',
    },
  ],
  [
    'duplicate',
    {
      'nginx.conf': 'events {} http { include s/*; }',
      's/a': 'server { listen 80 default; }',
      's/b': 'server { listen 80 default; }',
    },
  ],
  [
    'ok',
    {
      'nginx.conf': 'events {} http { server { include a.conf; } server { include a.conf; } }',
      'a.conf': 'listen 80; gzip on;',
    },
  ],
  ['ok', { 'nginx.conf': 'events {} http { include s/*; }', 's/a': 'log_format f a;', 's/b': 'access_log logs/a f;' }],
  [
    'undefined',
    { 'nginx.conf': 'events {} http { include s/*; }', 's/b': 'log_format f a;', 's/a': 'access_log logs/a f;' },
  ],
  ['undefined', { 'nginx.conf': 'events {} http { include s/*; }', 's/a': 'limit_req zone=a;' }],
  ['ok', { 'nginx.conf': 'events {} http { map $host $a { include m; } }', m: 'default 1; b 2;' }],
  ['duplicate', { 'nginx.conf': 'events {} http { map $host $a { b 1; include m; } }', m: 'b 2;' }],
  ['ok', { 'nginx.conf': 'events {} http { types { include m; } }', m: 'text/html html;' }],
  ['syntax', { 'nginx.conf': 'events {} http { include a.conf; }', 'a.conf': 'server { listen 80;' }],
  ['syntax', { 'nginx.conf': 'events {} http { include a.conf; }', 'a.conf': 'server { listen 80; } }' }],
  ['missing', { 'nginx.conf': 'include a.conf;', 'a.conf': 'http { }' }],
  ['ok', { 'nginx.conf': 'include a.conf; http { }', 'a.conf': 'events { }' }],
]

test('includes', async () => {
  const answers = await nginx.askAll(INCLUDES.map(([, files]) => files))
  const said = INCLUDES.map(([, files], index) => {
    const kinds = judge(files, nginx.version).map(({ kind }) => kind)
    return [answers[index]?.accepted ? 'ok' : 'refused', ...kinds]
  })
  expect(said).toEqual(INCLUDES.map(([expected]) => (expected === 'ok' ? ['ok'] : ['refused', expected])))
})

/** Reasons of nginx that are not ours to judge: names, files, expressions, what the machine has. */
const NOT_OURS =
  /host not found|open\(\) |PEM_|BIO_|pcre|invalid port in|no host in|getpwnam|getgrnam|server name .* is invalid|invalid network|bind\(\)|conflicting parameter|invalid CIDR|SSL_CTX|mkdir\(\)|could not build/

describe('slips', () => {
  test('nginx refuses what we say it refuses, and what we take it takes', async () => {
    const cases = mutations(1_200)
    const answers = await nginx.askAll(cases.map(text => ({ 'nginx.conf': text })))
    const refused = answers.filter(({ accepted }) => !accepted).length
    expect(refused).toBeGreaterThan(600)
    expect(answers.length - refused).toBeGreaterThan(120)
    const wrong = cases.flatMap((text, index) => {
      const { accepted, message, line } = answers[index] as Answer
      const ours = judge({ 'nginx.conf': text }, nginx.version)
      const isMissed = ours.length === 0 && !accepted && !NOT_OURS.test(message)
      if (!isMissed && !(accepted && ours.length > 0)) return []
      const said = ours.map(one => `${one.kind} (${one.message})`).join(', ') || 'nothing'
      return [`ours ${said}, theirs ${message || 'accepted'}, line ${line}:\n${text}`]
    })
    expect(wrong).toEqual([])
  })
})
