import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RejectionKind } from '../../src/model/nginx-verdict/level.js'
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

/** What Debian's nginx does not have built in, and what it has from later versions: `max_headers` came as a security fix. */
const OF_DEBIAN = /unknown directive "(?:geoip_|quic_|http3)|\bmax_headers\b/
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

/** Reasons of nginx that are not ours to judge: names, files, expressions, what the machine has. */
const NOT_OURS =
  /host not found|open\(\) |PEM_|BIO_|pcre|invalid port in|no host in|getpwnam|getgrnam|server name .* is invalid|invalid network|unknown directive|bind\(\)|conflicting parameter|invalid CIDR|SSL_CTX|mkdir\(\)|could not build/

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
