import { describe, expect, it } from 'vitest'
import { rules } from '../rules/index.js'
import { check } from '../src/check.js'
import { treeOf } from '../src/examples.js'
import type { Finding } from '../src/finding.js'
import { fingerprintOf } from '../src/fingerprint.js'
import { buildSystem } from '../src/model/build.js'
import { recordReads } from '../src/tree.js'
import type { Scene } from './support/secret-lines.js'
import { TRAPS } from './support/secret-traps.js'
import { TRUE } from './support/secret-truths.js'
import { SETTING_TRAPS, SETTING_TRUE } from './support/setting-secrets.js'

const secretRules = rules.filter(rule => rule.id.startsWith('secret/'))

function findingsIn({ files }: Pick<Scene, 'files'>): readonly Finding[] {
  const { tree, sources } = recordReads(treeOf(files))
  const judgements = check(buildSystem(tree, { deployments: [] }), secretRules, sources)
  expect(judgements.flatMap(judgement => judgement.error ?? [])).toEqual([])
  return judgements.flatMap(judgement => judgement.outcomes).flatMap(outcome => outcome.findings)
}

const trueLines = [...TRUE, ...SETTING_TRUE].flatMap(([rule, context, all]) =>
  all.map(line => [rule, line, context] as const),
)
const trapLines = [...TRAPS, ...SETTING_TRAPS].flatMap(([context, all]) => all.map(line => [line, context] as const))

describe('the accuracy of the rules about secrets', () => {
  it('is measured on enough lines', () => {
    expect(trueLines.length).toBeGreaterThanOrEqual(150)
    expect(trapLines.length).toBeGreaterThanOrEqual(300)
  })

  it.each(trueLines)('%s, once: %s', (rule, line, context) => {
    const scene = context(line)
    const found = findingsIn(scene).map(({ rule, place }) => `${rule} ${place.path}:${place.line}`)
    expect(found).toEqual([`${rule} ${scene.path}:${scene.line}`])
  })

  it.each(trueLines)('never tells the secret of %s: %s', (_, line, context) => {
    const told = findingsIn(context(line)).map(({ message, fix, why, related }) => [message, fix, why, related])
    for (const word of ['otter', 'harbour', 'heron', 'spruce', 'walnut']) {
      expect(JSON.stringify(told)).not.toContain(word)
    }
    for (const run of line.match(/[A-Za-z0-9+/]{20,}/g) ?? []) {
      if (/\d/.test(run)) expect(JSON.stringify(told)).not.toContain(run)
    }
  })

  it.each(trueLines.filter(([, line]) => line.includes('otter')))(
    'has a name apart from its value: %s: %s',
    (_, line, context) => {
      const names = (text: string) => findingsIn(context(text)).map(({ identity }) => fingerprintOf(identity))
      expect(names(line.replaceAll('otter', 'badger'))).toEqual(names(line))
    },
  )

  it.each(trapLines)('nothing: %s', (line, context) => {
    expect(findingsIn(context(line)).map(({ rule, message }) => `${rule} ${message}`)).toEqual([])
  })

  it('is one finding for an anchor that many services merge', () => {
    const services = ['api', 'auth', 'mail', 'worker'].map(
      name => `  ${name}: { image: "acme/${name}:1", environment: *common }`,
    )
    const compose = `x-common: &common\n  DB_PASSWORD: otter-1\nservices:\n${services.join('\n')}\n`
    const found = findingsIn({ files: new Map([['compose.yaml', compose]]) })
    expect(found.map(({ rule, place, message }) => `${rule}:${place.line} ${message}`)).toEqual([
      'secret/literal-in-config:2 DB_PASSWORD of api and 3 others is written into compose.yaml',
    ])
  })

  it.each([
    ['three services and three places', ['otter-1', 'otter-1', 'otter-1'], 1],
    ['two services', ['otter-1', 'otter-1', 'otter-2'], 0],
    ['three secrets', ['otter-1', 'otter-2', 'otter-3'], 0],
    ['a reference', ['${DB_PASSWORD}', '${DB_PASSWORD}', '${DB_PASSWORD}'], 0],
    ['a default of one variable', ['${PASSWORD:-otter}', '${PASSWORD:-otter}', '${PASSWORD:-otter}'], 0],
  ])('finds reuse in %s or not', (_, values, count) => {
    const services = values.map(
      (value, at) => `  s${at}:\n    image: acme/s${at}:1\n    environment: { DB_PASSWORD: "${value}" }`,
    )
    const found = findingsIn({ files: new Map([['compose.yaml', `services:\n${services.join('\n')}\n`]]) })
    expect(found.filter(finding => finding.rule === 'secret/reused')).toHaveLength(count)
  })

  it('finds what env_file takes from a file of any name, once', () => {
    const service = 'image: acme/api:1, env_file: [config/production]'
    const files = new Map([
      ['config/production', 'LOG_LEVEL=info\nDB_PASSWORD=otter-1\n'],
      ['compose.yaml', `services:\n  api: { ${service} }\n  worker: { ${service} }\n`],
    ])
    expect(findingsIn({ files }).map(({ rule, place }) => `${rule} ${place.path}:${place.line}`)).toEqual([
      'secret/environment-file-committed config/production:2',
    ])
  })

  it('leaves alone an environment file that git does not track', () => {
    const files = new Map([
      ['.env', 'DB_PASSWORD=otter-1\nJWT_SECRET=change-me\n'],
      [
        'compose.yaml',
        'services:\n  api:\n    image: acme/api:1\n    environment: { A: "${DB_PASSWORD:?}", B: "${JWT_SECRET:?}" }\n',
      ],
    ])
    const { tree, sources } = recordReads({ ...treeOf(files), tracked: path => path !== '.env' })
    const judgements = check(buildSystem(tree, { deployments: [] }), secretRules, sources)
    expect(judgements.flatMap(each => each.outcomes).filter(outcome => outcome.status !== 'pass')).toEqual([])
  })
})
