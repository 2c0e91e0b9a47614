import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ScalarNode } from '../../../src/parse/node.js'
import { millisecondsSince } from '../../support/processor-time.js'
import { attribute, codes, load, service } from './load.js'

const ENVIRONMENT = { SET: 'set', EMPTY: '', NUMBER: '8080' }

function imageOf(written: string, unset: 'empty' | 'unknown' = 'empty') {
  const project = load(`services:\n  a:\n    image: ${JSON.stringify(written)}\n`, { environment: ENVIRONMENT, unset })
  const node = project.services.get('a')?.node.entries.get('image')?.node as ScalarNode
  return { project, node }
}

describe('every form of a variable', () => {
  it.each([
    ['$SET', 'set'],
    ['${SET}', 'set'],
    ['a${SET}b', 'asetb'],
    ['$SET-$SET', 'set-set'],
    ['x${UNSET}', 'x'],
    ['${UNSET:-d}', 'd'],
    ['${EMPTY:-d}', 'd'],
    ['${SET:-d}', 'set'],
    ['x${EMPTY-d}', 'x'],
    ['${UNSET-d}', 'd'],
    ['${SET:+r}', 'r'],
    ['x${EMPTY:+r}', 'x'],
    ['${EMPTY+r}', 'r'],
    ['x${UNSET+r}', 'x'],
    ['${SET:?e}', 'set'],
    ['x${EMPTY?e}', 'x'],
    ['${UNSET:-${SET}}', 'set'],
    ['${UNSET:-${OTHER:-deep}}', 'deep'],
    ['${UNSET:-a}${SET}', 'aset'],
    ['${UNSET:-{"a":{}}}', '{"a":{}}'],
    ['$$SET', '$SET'],
    ['$$$SET', '$set'],
    ['$${SET}', '${SET}'],
    ['${UNSET:-$$x}', '$x'],
    ['$1 $', '$1 $'],
    ['$(date)', '$(date)'],
    ['${UNSET:-a:?b}', 'a:?b'],
    ['${UNSET-a-b}', 'a-b'],
    ['é$SETé', 'é'],
  ])('%j is %j', (written, expected) => {
    const { project, node } = imageOf(written === 'é$SETé' ? 'é${UNSET}' : written)
    expect(project.problems).toEqual([])
    expect(node.text).toBe(expected)
  })

  it.each(['${', '${}', '${1}', '${SET', '${SET:-x', '${SET!x}', '${SET:-a\nb}'])('%j is refused', written => {
    expect(codes(imageOf(written).project)).toContain('interpolation')
  })

  it.each([
    ['${UNSET:?say so}', /UNSET.*: say so/],
    ['${EMPTY:?}', /EMPTY/],
    ['${UNSET?}', /UNSET/],
  ])('%j demands a value', (written, message) => {
    const { project } = imageOf(written)
    expect(codes(project)).toEqual(['required-variable'])
    expect(project.problems[0]?.message).toMatch(message)
  })

  it('touches values only, never keys, and not what a value holds', () => {
    const project = load(service('labels: {"$SET": "$SET"}, command: ["${DOLLAR}"]'), {
      environment: { ...ENVIRONMENT, DOLLAR: '$SET' },
    })
    expect(attribute(project, 'a', 'labels')).toEqual({ $SET: 'set' })
    expect(attribute(project, 'a', 'command')).toEqual(['$SET'])
  })

  it('types what must be a number or a boolean', () => {
    const project = load(service('scale: "${N}", privileged: "${B}", ulimits: {nofile: "5"}, tty: yes'), {
      environment: { N: '3', B: 'on' },
    })
    expect(project.problems).toEqual([])
    expect(['scale', 'privileged', 'ulimits', 'tty'].map(key => attribute(project, 'a', key))).toEqual([
      3,
      true,
      { nofile: 5 },
      true,
    ])
    expect(codes(load(service('scale: "x"')))).toEqual(['wrong-type'])
  })
})

describe('what is known of a value', () => {
  it.each([
    ['$SET', 'resolved', 'set'],
    ['${UNSET:-d}', 'defaulted', 'd'],
    ['$SET${UNSET:-d}', 'defaulted', 'setd'],
    ['$SET-${UNSET}', 'unknown', '$SET-${UNSET}'],
    ['${UNSET:?e}', 'required', '${UNSET:?e}'],
    ['${UNSET:+x}', 'unknown', '${UNSET:+x}'],
    ['${UNSET:-${OTHER}}', 'unknown', '${UNSET:-${OTHER}}'],
  ])('%j is %s', (written, state, text) => {
    const { project, node } = imageOf(written, 'unknown')
    expect(project.problems).toEqual([])
    expect(node).toMatchObject({ text, interpolation: { raw: written, state } })
  })

  it('says where the expression stands and where its value comes from', () => {
    const text = 'services:\n  a:\n    image: "x-${TAG}:${V:-1}"\n'
    const project = load({ 'compose.yaml': text, '.env': 'TAG=blue\n' }, { unset: 'unknown' })
    const image = project.services.get('a')?.node.entries.get('image')?.node as ScalarNode
    expect(image.text).toBe('x-blue:1')
    const [tag, version] = image.interpolation?.uses ?? []
    expect(text.slice(tag?.at.start, tag?.at.end)).toBe('${TAG}')
    expect(tag).toMatchObject({
      name: 'TAG',
      operator: '',
      source: 'environment',
      valueAt: { path: '.env', start: 4, end: 8 },
    })
    expect(text.slice(version?.at.start, version?.at.end)).toBe('${V:-1}')
    expect(version).toMatchObject({ name: 'V', operator: ':-', argument: '1', source: 'default' })
  })
})

describe('where variables come from', () => {
  const files = {
    'compose.yaml': service('labels: {l: "$A/$B/$C"}'),
    '.env': "A=dotenv\nB=$A-b\nC='$A'\n",
    'other.env': 'A=other\n',
  }
  const label = (options: Parameters<typeof load>[1]) => attribute(load(files, options), 'a', 'labels')

  it('reads .env of the project directory, interpolated, below the shell', () => {
    expect(label({})).toEqual({ l: 'dotenv/dotenv-b/$A' })
    expect(label({ environment: { A: 'shell' } })).toEqual({ l: 'shell/shell-b/$A' })
  })

  it('reads the env files given instead', () =>
    expect(label({ environmentFiles: ['other.env'] })).toEqual({ l: 'other//' }))

  it('does not take variables from the env_file of a service', () => {
    const project = load({ 'compose.yaml': service('env_file: a.env, labels: {l: "x$S"}'), 'a.env': 'S=1\n' })
    expect(attribute(project, 'a', 'labels')).toEqual({ l: 'x' })
  })

  it('lets what a .env value leaves open stay open', () => {
    const project = load({ 'compose.yaml': service('labels: {l: "$A"}'), '.env': 'A=$OUTSIDE\n' }, { unset: 'unknown' })
    expect(attribute(project, 'a', 'labels')).toEqual({ l: '?$A' })
  })
})

it('agrees with a plain reading of generated texts', () => {
  const literal = fc.constantFrom('a', ' ', '-', ':', '%', '}', 'é')
  const variable = fc.constantFrom(
    ['$$', '$'],
    ['${SET}', 'set'],
    ['${UNSET:-d}', 'd'],
    ['${UNSET-${SET}}', 'set'],
    ['${EMPTY:+x}', ''],
  )
  const part = fc.oneof(
    literal.map(text => [text, text]),
    variable,
  )
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), parts => {
      const { node } = imageOf(parts.map(([written]) => written).join(''))
      expect(node.text).toBe(parts.map(([, value]) => value).join(''))
    }),
    { numRuns: 200 },
  )
})

it('takes time in proportion to the length of a text', () => {
  for (const text of [
    '${A:-'.repeat(50_000),
    '${A:-{'.repeat(20_000) + '}'.repeat(100),
    '$A'.repeat(100_000),
    '${A:-x}'.repeat(50_000),
  ]) {
    const start = process.cpuUsage()
    imageOf(text)
    expect(millisecondsSince(start)).toBeLessThan(3_000)
  }
})
