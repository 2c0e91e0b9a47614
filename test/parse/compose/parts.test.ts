import { describe, expect, it } from 'vitest'
import { attribute, codes, load } from './load.js'

describe('extends', () => {
  it('takes from the same file, own settings win', () => {
    const project = load(
      'services:\n  base: {image: x, environment: {A: 1, B: 1}, restart: always}\n  a: {extends: base, environment: {B: 2}}\n',
    )
    expect(attribute(project, 'a', 'environment')).toEqual({ A: '1', B: '2' })
    expect(attribute(project, 'a', 'restart')).toBe('always')
    expect(attribute(project, 'a', 'extends')).toBeUndefined()
  })

  it('takes from another file, whose paths start there', () => {
    const project = load({
      'app/compose.yaml': 'services: {a: {extends: {file: ../common/base.yaml, service: web}, ports: ["81:81"]}}',
      'common/base.yaml':
        'services: {web: {extends: root, build: ./web, ports: ["80:80"], env_file: web.env}, root: {user: u}}\nvolumes: {not-imported: }',
      'common/web.env': 'W=1\n',
    })
    expect(project.problems).toEqual([])
    expect(attribute(project, 'a', 'build')).toMatchObject({ context: 'common/web' })
    expect(attribute(project, 'a', 'user')).toBe('u')
    expect(attribute(project, 'a', 'environment')).toEqual({ W: '1' })
    expect(attribute(project, 'a', 'ports')).toHaveLength(2)
    expect(project.volumes.size).toBe(0)
    expect([...project.files].sort()).toEqual(['app/compose.yaml', 'common/base.yaml', 'common/web.env'])
  })

  it.each([
    ['{a: {extends: b}, b: {extends: a}}', ['cycle', 'no-image']],
    ['{a: {image: x, extends: a}}', ['cycle']],
    ['{a: {image: x, extends: nope}}', ['undefined-reference']],
    ['{a: {image: x, extends: {file: base.yaml, service: nope}}}', ['undefined-reference']],
    ['{a: {image: x, extends: {}}}', ['wrong-type']],
  ])('refuses %s', (services, expected) => {
    const project = load({ 'compose.yaml': `services: ${services}`, 'base.yaml': 'services: {x: {image: x}}' })
    expect([...new Set(codes(project))]).toEqual(expected)
  })

  it('says which file is missing', () => {
    const { missing, services } = load('services: {a: {image: x, extends: {file: no/base.yaml, service: b}}}')
    expect(missing.map(file => file.path)).toEqual(['no/base.yaml'])
    expect([...services.keys()]).toEqual(['a'])
  })
})

describe('include', () => {
  const inner =
    'services: {db: {image: "db:${V}", build: ./db, volumes: ["data:/d", "./init:/i"]}}\nvolumes: {data: }\n'
  const files = (include: string) => ({
    'compose.yaml': `include: ${include}\nservices: {a: {image: "a:$V", depends_on: [db]}}\n`,
    'infra/compose.yaml': inner,
    'infra/more.yaml': 'services: {db: {restart: always}}',
    '.env': 'V=outer\n',
    'infra/.env': 'V=inner\nW=w\n',
    'x.env': 'V=x\n',
  })

  it.each([
    ['[infra/compose.yaml]', { image: 'db:outer', context: 'infra/db' }],
    ['[{path: infra/compose.yaml}]', { image: 'db:outer', context: 'infra/db' }],
    ['[{path: infra/compose.yaml, project_directory: .}]', { image: 'db:outer', context: 'db' }],
    ['[{path: [infra/compose.yaml, infra/more.yaml]}]', { image: 'db:outer', context: 'infra/db', restart: 'always' }],
  ])('of the form %s', (include, { image, context, ...rest }) => {
    const project = load(files(include))
    expect(project.problems).toEqual([])
    expect(attribute(project, 'db', 'image')).toBe(image)
    expect(attribute(project, 'db', 'build')).toMatchObject({ context })
    expect(attribute(project, 'db', 'restart')).toBe((rest as { restart?: string }).restart)
    expect([...project.volumes.keys()]).toEqual(['data'])
  })

  it('has its own environment below that of the project', () => {
    const { '.env': _, ...rest } = files('[infra/compose.yaml]')
    expect(attribute(load(rest), 'db', 'image')).toBe('db:inner')
    expect(
      attribute(
        load({ ...rest, ...files('[{path: infra/compose.yaml, env_file: x.env}]'), '.env': '' }),
        'db',
        'image',
      ),
    ).toBe('db:x')
  })

  it('passes its own variables on to its services', () => {
    const project = load({
      'compose.yaml': 'include: [sub/c.yaml]\nservices: {a: {image: x, environment: [W]}}',
      'sub/c.yaml': 'services: {b: {image: x, environment: [W]}}',
      'sub/.env': 'W=w\n',
    })
    expect(attribute(project, 'b', 'environment')).toEqual({ W: 'w' })
    expect(attribute(project, 'a', 'environment')).toEqual({ W: null })
  })

  it('lets the file change what it includes', () => {
    const project = load({
      ...files('[infra/compose.yaml]'),
      'compose.yaml': 'include: [infra/compose.yaml]\nservices: {db: {restart: "no"}}',
    })
    expect([attribute(project, 'db', 'restart'), attribute(project, 'db', 'image')]).toEqual(['no', 'db:outer'])
  })

  it('does not go round in circles', () => {
    const project = load({
      'compose.yaml': 'include: [b.yaml]\nservices: {a: {image: x}}',
      'b.yaml': 'include: [compose.yaml]\nservices: {b: {image: x}}',
    })
    expect(codes(project)).toEqual(['cycle'])
    expect(
      load({ 'compose.yaml': 'include: [gone.yaml]\nservices: {a: {image: x}}' }).missing.map(file => file.path),
    ).toEqual(['gone.yaml'])
  })
})

describe('profiles', () => {
  const text =
    'services:\n  a: {image: x}\n  p: {image: x, profiles: [p]}\n  pq: {image: x, profiles: [p, q], depends_on: [p]}\n'
  it.each([
    [[], ['a'], ['p', 'pq'], []],
    [['p'], ['a', 'p', 'pq'], [], []],
    [['q'], ['a', 'pq'], ['p'], ['disabled-reference']],
    [['*'], ['a', 'p', 'pq'], [], []],
  ])('%j', (profiles, enabled, disabled, problems) => {
    const project = load(text, { profiles })
    expect([...project.services.keys()]).toEqual(enabled)
    expect([...project.disabled.keys()]).toEqual(disabled)
    expect(codes(project)).toEqual(problems)
  })
})

describe('environment of a service', () => {
  const files = {
    'compose.yaml':
      'services: {a: {image: x, env_file: [a.env, {path: b.env}, {path: raw.env, format: raw}], environment: {OWN: own, PASS: , HOST: , A: own}}}',
    'a.env': 'A=a\nB=a\nREF=$B-$OWN-$OUT\nLATE="l\\n$A"\nPASS=file\n',
    'b.env': "B=b\nSINGLE='$B'\n",
    'raw.env': '# c\nRAW="$B" # x\n',
    '.env': 'OUT=out\n',
  }
  const project = load(files, { environment: { HOST: 'host' } })

  it('puts env files below environment, later files above earlier ones', () => {
    expect(attribute(project, 'a', 'environment')).toEqual({
      OWN: 'own',
      HOST: 'host',
      A: 'own',
      B: 'b',
      REF: 'a-own-out',
      LATE: 'l\nown',
      PASS: null,
      SINGLE: '$B',
      RAW: '"$B" # x',
    })
  })

  it('points at the env file for what comes from there', () => {
    const node = project.services.get('a')?.node.entries.get('environment')?.node
    const at = node?.kind === 'map' ? node.entries.get('B')?.node.at : undefined
    expect(at).toEqual({ path: 'b.env', start: 2, end: 3 })
  })

  it('puts label files below labels', () => {
    const labelled = load({
      'compose.yaml': 'services: {a: {image: x, label_file: l.env, labels: {a: own}}}',
      'l.env': 'a=1\nb=2\n',
    })
    expect(attribute(labelled, 'a', 'labels')).toEqual({ a: 'own', b: '2' })
  })
})
