import { describe, expect, it } from 'vitest'
import { check, type Judgement } from '../src/check.js'
import type { Finding } from '../src/finding.js'
import type { Subject } from '../src/model/system.js'
import type { Rule } from '../src/rule.js'
import { type ConfigIgnore, suppress } from '../src/suppress.js'
import { annotationsOf } from '../src/suppress-annotations.js'
import { readSuppressions } from '../src/suppress-comments.js'
import { ruleOf, ruleThat, sourcesOf, spanOf, subjectOf, systemOf } from './support/judging.js'
import { millisecondsSince } from './support/processor-time.js'

const ID = 'network/public-port'

/** The comments of a text whose comments begin with `#` or `//`, or stand in a block. */
function commentsIn(text: string) {
  return [...text.matchAll(/(?:#|\/\/).*|\/\*[\s\S]*?\*\//g)].map(match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

interface Case {
  readonly files: Readonly<Record<string, string>>
  /** Subject name, and the texts that its findings point at. */
  readonly faults: readonly (readonly [subject: string, ...texts: string[]])[]
  readonly rule?: Partial<Rule>
  readonly known?: readonly Rule[]
  readonly ignores?: readonly ConfigIgnore[]
  readonly unread?: boolean
}

/** Suppresses in a system whose subjects stand where `<name>:` is written. */
function run({ files, faults, rule: changes = {}, known = [], ignores = [], unread = false }: Case) {
  const sources = sourcesOf(files)
  const find = (text: string) => {
    const path = Object.keys(files).find(name => files[name]?.includes(text)) ?? ''
    return spanOf(sources, path, text)
  }
  const subjects = faults.map(([name]): Subject => subjectOf(name, { at: find(`${name}:`) }))
  const rule = ruleThat(
    ({ fail }) => {
      faults.forEach(([, ...texts], index) => {
        const subject = subjects[index]
        if (subject) for (const text of texts) fail(subject, find(text), `${text} is bad`)
      })
    },
    { id: ID, ...changes },
  )
  const judgements = unread ? [] : check(systemOf(), [rule], sources)
  const comments = new Map(Object.entries(files).map(([path, text]) => [path, commentsIn(text)]))
  const annotations = annotationsOf(sources)
  const result = suppress(judgements, { sources, comments, annotations, ignores, rules: [rule, ...known] })
  return { ...result, findings: findingsIn(result.judgements), statuses: statusesIn(result.judgements) }
}

function findingsIn(judgements: readonly Judgement[]): readonly Finding[] {
  return judgements.flatMap(judgement => judgement.outcomes.flatMap(outcome => outcome.findings))
}

function statusesIn(judgements: readonly Judgement[]) {
  return judgements.flatMap(judgement => judgement.outcomes.map(outcome => outcome.status))
}

const compose = (text: string) => ({ 'compose.yaml': text })

describe('a comment', () => {
  it('behind a line accepts the finding there, and deletes nothing', () => {
    const files = compose('db:\n  ports: [5432] # erp-audit-ignore network/public-port: VPN only\n')
    const { findings, statuses, notices } = run({ files, faults: [['db', 'ports']] })
    expect(findings).toMatchObject([{ message: 'ports is bad', suppressed: { by: 'inline', reason: 'VPN only' } }])
    expect([statuses, notices]).toEqual([['accepted'], []])
  })

  it('alone on a line speaks of the next line that is neither blank nor a comment', () => {
    const files = compose(
      'db:\n  # erp-audit-ignore network/public-port: VPN\n\n  # about it\n  ports: [5432]\n  image: x\n',
    )
    expect(run({ files, faults: [['db', 'ports']] }).statuses).toEqual(['accepted'])
    expect(run({ files, faults: [['db', 'image']] }).statuses).toEqual(['fail'])
  })

  it('does not reach over other lines', () => {
    const files = compose('# erp-audit-ignore network/public-port: VPN\nx: 1\ndb:\n  ports: [5432]\n')
    const { statuses, notices } = run({ files, faults: [['db', 'ports']] })
    expect(statuses).toEqual(['fail'])
    expect(notices).toEqual([
      {
        path: 'compose.yaml',
        line: 1,
        message: 'the suppression of network/public-port matches no finding; remove it',
      },
    ])
  })

  it('on the line of the subject accepts all that the rule finds there', () => {
    const faults = [
      ['db', 'ports', 'image'],
      ['web', 'restart'],
    ] as const
    const files = compose(
      'db: # erp-audit-ignore network/public-port: VPN\n  ports: 1\n  image: x\nweb:\n  restart: no\n',
    )
    expect(run({ files, faults }).statuses).toEqual(['accepted', 'fail'])
    const above = compose(
      '# erp-audit-ignore network/public-port: VPN\ndb:\n  ports: 1\n  image: x\nweb:\n  restart: no\n',
    )
    expect(run({ files: above, faults }).statuses).toEqual(['accepted', 'fail'])
  })

  it('on the line of the subject reaches what points into another file', () => {
    const files = { 'compose.yaml': 'db: # erp-audit-ignore network/public-port: VPN\n', 'db.env': 'PORT=1\n' }
    expect(run({ files, faults: [['db', 'PORT']] }).statuses).toEqual(['accepted'])
  })

  it('leaves a subject failed while one of its findings is open', () => {
    const files = compose('db:\n  ports: 1 # erp-audit-ignore network/public-port: VPN\n  image: x\n')
    const { findings, statuses } = run({ files, faults: [['db', 'ports', 'image']] })
    expect(findings.map(finding => finding.suppressed?.reason)).toEqual(['VPN', undefined])
    expect(statuses).toEqual(['fail'])
  })

  it('accepts only what its rule found', () => {
    const files = compose('db:\n  ports: 1 # erp-audit-ignore network/other: VPN\n')
    const { statuses, notices } = run({ files, faults: [['db', 'ports']], known: [ruleOf({ id: 'network/other' })] })
    // The other rule did not run, so nobody knows whether the suppression is of use.
    expect([statuses, notices]).toEqual([['fail'], []])
  })

  it('may use an earlier id of the rule', () => {
    const files = compose('db:\n  ports: 1 # erp-audit-ignore network/open-port: VPN\n')
    expect(run({ files, faults: [['db', 'ports']], rule: { aliases: ['network/open-port'] } }).statuses).toEqual([
      'accepted',
    ])
  })

  it('may have other signs, and stand in a block', () => {
    const slashes = { 'db.ts': 'db: 1\n// erp-audit-ignore network/public-port: VPN\nport: 1\n' }
    expect(run({ files: slashes, faults: [['db', 'port: 1']] }).statuses).toEqual(['accepted'])
    const block = { 'db.ts': 'db: 1\n/*\n * erp-audit-ignore network/public-port: VPN */\nport: 1\n' }
    expect(run({ files: block, faults: [['db', 'port: 1']] }).findings[0]?.suppressed?.reason).toBe('VPN')
  })

  it('may hold colons in its reason, and have lines that end in carriage returns', () => {
    const files = compose(
      'db:\r\n  # erp-audit-ignore network/public-port : see https://x.example/: y\r\n  ports: 1\r\n',
    )
    expect(run({ files, faults: [['db', 'ports']] }).findings[0]?.suppressed?.reason).toBe('see https://x.example/: y')
  })

  it('needs a reason', () => {
    for (const ending of ['', ':', ':  ']) {
      const files = compose(`db:\n  ports: 1 # erp-audit-ignore network/public-port${ending}\n`)
      const { statuses, notices } = run({ files, faults: [['db', 'ports']] })
      expect(statuses).toEqual(['fail'])
      expect(notices).toEqual([
        {
          path: 'compose.yaml',
          line: 2,
          message: 'the suppression of network/public-port does not count without a reason: write it behind a colon',
        },
      ])
    }
  })

  it('needs a rule, one that there is', () => {
    const messageOf = (text: string) =>
      run({ files: compose(`db:\n  ports: 1 # ${text}\n`), faults: [['db', 'ports']] }).notices.map(
        ({ message }) => message,
      )
    expect(messageOf('erp-audit-ignore')).toEqual([
      'this suppression names no rule: write "erp-audit-ignore <rule-id>: <reason>"',
    ])
    expect(messageOf('erp-audit-ignore: because')).toHaveLength(1)
    expect(messageOf('erp-audit-ignore network/public-prot: because')).toEqual([
      'this suppression names an unknown rule "network/public-prot"; did you mean "network/public-port"?',
    ])
    expect(messageOf('we could erp-audit-ignore this')).toEqual([])
    expect(messageOf('erp-audit-ignored')).toEqual([])
  })

  it('is not called unused when its rule did not run', () => {
    const files = compose('db:\n  ports: 1 # erp-audit-ignore network/public-port: VPN\n')
    expect(run({ files, faults: [], unread: true }).notices).toEqual([])
  })

  it('counts only as a comment', () => {
    const text = 'db:\n  ports: "erp-audit-ignore network/public-port: VPN"\n'
    expect(run({ files: compose(text), faults: [['db', 'ports']] }).statuses).toEqual(['fail'])
  })
})

describe('a comment for the whole file', () => {
  const directive = '# erp-audit-ignore-file network/public-port: a test bed'

  it('accepts all that the rule finds in the file, and nothing elsewhere', () => {
    const files = {
      'compose.yaml': `# Our database\n\n${directive}\ndb:\n  ports: 1\n  image: x\n`,
      'web.yaml': 'web:\n  restart: no\n',
    }
    const { statuses, findings } = run({
      files,
      faults: [
        ['db', 'ports', 'image'],
        ['web', 'restart'],
      ],
    })
    expect(statuses).toEqual(['accepted', 'fail'])
    expect(findings[0]?.suppressed).toEqual({ by: 'inline', reason: 'a test bed' })
  })

  it('counts only in the first comment block', () => {
    const { statuses, notices } = run({
      files: compose(`db:\n  ${directive}\n  ports: 1\n`),
      faults: [['db', 'ports']],
    })
    expect(statuses).toEqual(['fail'])
    expect(notices).toMatchObject([{ line: 2, message: expect.stringContaining('first comment block') }])
  })

  it('does not count behind the first line of the content', () => {
    expect(run({ files: compose(`db: ${directive}\n  ports: 1\n`), faults: [['db', 'ports']] }).statuses).toEqual([
      'fail',
    ])
  })
})

describe('the configuration', () => {
  const faults = [
    ['db', 'ports'],
    ['web', 'restart'],
  ] as const
  const files = { 'dev/compose.yaml': 'db:\n  ports: 1\n', 'compose.yaml': 'web:\n  restart: no\n' }

  it('accepts findings in the files that it names', () => {
    for (const rule of [ID, 'network/*', 'network/open-port', 'infrastructure-stability']) {
      const ignores = [{ rule, globs: ['dev/**'], reason: 'laptops' }]
      const { findings, notices } = run({ files, faults, ignores, rule: { aliases: ['network/open-port'] } })
      expect(findings.map(finding => finding.suppressed)).toEqual([{ by: 'config', reason: 'laptops' }, undefined])
      expect(notices).toEqual([])
    }
  })

  it('concerns only the rule that it names', () => {
    const ignores = [{ rule: 'image/*', globs: ['dev/**'] }]
    expect(run({ files, faults, ignores }).statuses).toEqual(['fail', 'fail'])
  })

  it('is told when it matches nothing, once for all rules of an area', () => {
    const ignores = [{ rule: 'network/*', globs: ['test/**'], path: 'erp-audit.yml', line: 7 }]
    expect(run({ files, faults, ignores, known: [ruleOf({ id: 'network/other' })] }).notices).toEqual([
      { path: 'erp-audit.yml', line: 7, message: 'the ignored files of network/* match no finding; remove them' },
    ])
  })

  it('gives way to the reason that stands beside the finding', () => {
    const commented = compose('db:\n  ports: 1 # erp-audit-ignore network/public-port: VPN\n')
    const ignores = [{ rule: ID, globs: ['*.yaml'] }]
    const { findings, notices } = run({ files: commented, faults: [['db', 'ports']], ignores })
    expect(findings[0]?.suppressed).toEqual({ by: 'inline', reason: 'VPN' })
    expect(notices).toEqual([])
  })
})

it('stays quick on hostile comments', () => {
  const text = `${'#'.repeat(200_000)}\n# erp-audit-ignore ${' '.repeat(200_000)}x\n${'# erp-audit-ignore a: b\n'.repeat(20_000)}${'/**/'.repeat(50_000)}`
  const begin = process.cpuUsage()
  expect(readSuppressions({ path: 'a', text }, commentsIn(text))).toHaveLength(20_001)
  expect(millisecondsSince(begin)).toBeLessThan(3_000)
})

describe('an annotation of a Kubernetes object', () => {
  const manifest = (annotation: string, where = 'metadata') => ({
    'k8s.yaml': `kind: Service
metadata: { name: other }
---
kind: Deployment
metadata:
  name: db
  annotations: { team: data${where === 'metadata' ? `, ${annotation}` : ''} }
spec:
  template:
    metadata: { annotations: { app: db${where === 'template' ? `, ${annotation}` : ''} } }
    db: { hostPort: 5432 }
---
kind: Deployment
metadata: { name: cache }
spec: { cache: { containerPort: 6379 } }
`,
  })
  const faults = [
    ['db', 'hostPort'],
    ['cache', 'containerPort'],
  ] as const

  it.each(['metadata', 'template'])('in its %s accepts what is found in that object, and nothing else', where => {
    const files = manifest('erp-audit.dev/ignore.network.public-port: VPN only', where)
    const { findings, statuses, notices } = run({ files, faults })
    expect(findings.map(finding => finding.suppressed?.reason).toSorted()).toEqual(['VPN only', undefined])
    expect([statuses.toSorted(), notices]).toEqual([['accepted', 'fail'], []])
  })

  it('accepts what is found elsewhere about the object', () => {
    const files = { ...manifest('erp-audit.dev/ignore.network.public-port: VPN only'), 'values.yaml': 'port: 1\n' }
    expect(run({ files, faults: [['db', 'port: 1']] }).statuses).toEqual(['accepted'])
  })

  it.each([
    ['erp-audit.dev/ignore.network.public-port: ""', 'does not count without a reason'],
    ['erp-audit.dev/ignore.network.public-prot: VPN', 'unknown rule "network/public-prot"; did you mean'],
    ['erp-audit.dev/ignore: VPN', 'names no rule'],
  ])('%s does not count, and that is said', (annotation, message) => {
    const { statuses, notices } = run({ files: manifest(annotation), faults })
    expect(statuses).toEqual(['fail', 'fail'])
    expect(notices).toMatchObject([{ path: 'k8s.yaml', line: 7, message: expect.stringContaining(message) }])
  })

  it('that matches nothing is reported', () => {
    const files = manifest('erp-audit.dev/ignore.network.public-port: VPN only')
    const { notices } = run({ files, faults: [['cache', 'containerPort']] })
    expect(notices).toMatchObject([{ line: 7, message: expect.stringContaining('matches no finding') }])
  })
})
