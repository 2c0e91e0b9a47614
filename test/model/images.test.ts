import { describe, expect, it } from 'vitest'
import { isPlainlyOwn } from '../../src/model/image/images.js'
import { toldReference } from '../../src/model/image/told-reference.js'
import type { System } from '../../src/model/system.js'
import { type Files, systemOf, systemOfServices, workload } from '../support/model.js'

const used = (system: System) => system.images.filter(image => image.weight > 0)
const names = (services: string, files: Files = {}) => used(systemOfServices(services, files)).map(image => image.name)

describe('an image that is pulled', () => {
  const software = (image: string) => {
    const { software, distribution, version } = workload(systemOfServices(`app: {image: "${image}"}\n`), 'app')
    return [software?.id, distribution?.id, version?.join('.')]
  }

  it.each<[string, readonly (string | undefined)[]]>([
    ['postgres:16.4-alpine', ['postgres', 'official', '16.4']],
    ['docker.io/library/postgres:17', ['postgres', 'official', '17']],
    ['registry.example.com:5000/postgres:17', ['postgres', 'official', '17']],
    ['ghcr.io/acme/postgres:17', [undefined, undefined, '17']],
    ['postgres', ['postgres', 'official', undefined]],
    ['postgres:latest', ['postgres', 'official', undefined]],
    ['postgres:${TAG}', ['postgres', 'official', undefined]],
    ['postgres:17${SUFFIX}', ['postgres', 'official', undefined]],
    ['postgres:${TAG:-15}', ['postgres', 'official', '15']],
    ['${REGISTRY}/postgres:17', ['postgres', 'official', '17']],
    ['${IMAGE}', [undefined, undefined, undefined]],
  ])('is known by its name: %s', (image, expected) => {
    expect(software(image)).toEqual(expected)
  })

  it.each<[string, string | undefined, Files?]>([
    ['acme/app:1.4', 'acme/app:1.4'],
    ['${REGISTRY}/app:1.4', '${REGISTRY}/app:1.4'],
    ['ghcr.io/${OWNER}/app', 'ghcr.io/${OWNER}/app'],
    ['${REGISTRY}/app:${TAG:-latest}', '${REGISTRY}/app:latest'],
    // Set to something, so that the usual value is not meant.
    ['${REGISTRY}/app:${TAG:-latest}', undefined, { '.env': 'TAG=1.4.0\n' }],
    ['${REGISTRY}/app:${TAG}', undefined],
    ['${REGISTRY}/app:v${TAG:-1}', undefined],
    ['${REGISTRY}-app:1.4', undefined],
    ['${IMAGE:-app}:${TAG}', undefined],
    ['${IMAGE}', undefined],
  ])('is told by name and tag, whatever fills in the registry: %s is %s', (image, expected, files) => {
    const { workloads } = systemOfServices(`app: {image: "${image}"}\n`, files)
    const found = workloads[0]?.image && toldReference(workloads[0].image, workloads)
    expect(found?.text).toBe(expected)
  })

  it('is none that anything is known of where it is built here under its name', () => {
    const isOwn = (image: string, files: Files = {}) => {
      const { workloads } = systemOfServices(`app: {image: "${image}"}\n`, files)
      return workloads[0]?.image && isPlainlyOwn(workloads[0].image, workloads)
    }
    const build = {
      'app/Dockerfile': 'FROM node:24.1-slim\nCOPY main.js .\nCMD ["node", "main.js"]\n',
      'app/main.js': '',
    }
    expect(isOwn('ghcr.io/acme/app:${TAG}')).toBe(true)
    expect(isOwn('${REGISTRY}/app:${TAG}')).toBe(false)
    expect(isOwn('${REGISTRY}/app:${TAG}', build)).toBe(true)
    expect(isOwn('${REGISTRY}/mail:${TAG}', build)).toBe(false)
  })

  it('is one subject for all who run it, as heavy as the heaviest', () => {
    const system = systemOfServices(
      'web: {image: "acme/app:1", ports: ["80:80"]}\nworker: {image: "acme/app:1"}\nother: {image: "acme/app:2"}\n',
    )
    expect(used(system).map(({ name, weight, usedBy }) => [name, weight, usedBy])).toEqual([
      ['acme/app:1', 3, ['compose:compose.yaml/web', 'compose:compose.yaml/worker']],
      ['acme/app:2', 2, ['compose:compose.yaml/other']],
    ])
    expect(workload(system, 'worker').image).toBe(workload(system, 'web').image)
  })
})

describe('an image that is built', () => {
  const NODE = 'ARG BASE=node:22\nFROM $BASE AS build\nFROM build AS web\nUSER 1000\nFROM build AS worker\n'

  it('is one for the same Dockerfile and target', () => {
    const services =
      'a: {build: .}\nb: {build: {context: ., dockerfile: Dockerfile}}\nc: {build: {context: ., target: web}}\n'
    expect(names(services, { Dockerfile: NODE })).toEqual(['Dockerfile', 'Dockerfile (web)'])
  })

  it('is another one where the arguments choose another base', () => {
    const build = (args: string) => `{build: {context: ., args: {${args}}}}`
    const services = `a: ${build('GIT: "1"')}\nb: ${build('GIT: "2"')}\nc: ${build('BASE: node:20')}\nd: ${build('BASE: "node:22"')}\n`
    const system = systemOfServices(services, { Dockerfile: NODE })
    expect(used(system).map(image => [image.name, image.usedBy.length])).toEqual([
      ['Dockerfile', 3],
      ['Dockerfile on node:20', 1],
    ])
    expect(workload(system, 'c').version).toEqual([20])
  })

  it('keeps the name that it gets', () => {
    const app = workload(
      systemOfServices('app: {image: "ghcr.io/acme/app:1.2", build: .}\n', { Dockerfile: NODE }),
      'app',
    )
    expect(app.image).toMatchObject({ origin: 'built', name: 'Dockerfile', reference: { value: { tag: '1.2' } } })
    expect(app.software?.id).toBe('node')
  })

  it.each([
    '{context: ./api, dockerfile: Dockerfile.prod}',
    '{context: ., dockerfile: api/Dockerfile.prod}',
    '{context: api, dockerfile: ../api/Dockerfile.prod}',
  ])('is found from %s', build => {
    expect(names(`app: {build: ${build}}\n`, { 'api/Dockerfile.prod': 'FROM node:22\n' })).toEqual([
      'api/Dockerfile.prod',
    ])
  })

  it('is what others of the project run that name it', () => {
    const of = (image: string, api = 'acme/erp:1.4') =>
      systemOf({
        'compose.yaml': `services:\n  api: { build: ., image: "${api}" }\n  worker: { image: "${image}", command: work }\n`,
        Dockerfile: 'FROM node:24\nCMD node main.js\n',
      }).workloads.map(one => one.image?.origin)
    expect(of('acme/erp:1.4')).toEqual(['built', 'built'])
    expect(of('$' + '{REGISTRY}/erp', '$' + '{REGISTRY}/erp')).toEqual(['built', 'built'])
    expect(of('acme/erp:1.5')).toEqual(['built', 'pulled'])
  })

  it('is found from a compose file in a folder', () => {
    const system = systemOf({
      'docker/compose.yaml': 'services:\n  app: {build: ../api}\n',
      'api/Dockerfile': 'FROM node:22\n',
    })
    expect(used(system).map(image => image.name)).toEqual(['api/Dockerfile'])
  })

  it.each([
    ['outside the repository', '../elsewhere'],
    ['missing', './gone'],
    ['remote', 'https://github.com/acme/app.git#main:docker'],
  ])('is not known when its context is %s', (_, context) => {
    const app = workload(systemOfServices(`app: {build: "${context}"}\n`, { Dockerfile: NODE }), 'app')
    expect(app.image?.origin).toBe('built')
    expect(app.image?.dockerfile).toBeUndefined()
    expect(app.health.state).toBe('unknown')
    expect(app.software).toBeUndefined()
  })

  it('is not taken for the one at the root when its context is not known', () => {
    const system = systemOfServices('app: {build: "${DIR}"}\nweb: {build: .}\n', { Dockerfile: NODE })
    expect(workload(system, 'app').image?.dockerfile).toBeUndefined()
    expect(used(system)).toHaveLength(2)
  })

  it('is not taken for the Dockerfile beside it when it is written in the service', () => {
    const inline = '{build: {context: ., dockerfile_inline: "FROM redis:8"}}'
    const system = systemOfServices(`a: ${inline}\nb: ${inline}\nc: {build: .}\n`, { Dockerfile: NODE })
    expect(used(system).map(image => [image.name, image.usedBy.length])).toEqual([
      ['. (a)', 1],
      ['. (b)', 1],
      ['Dockerfile', 1],
    ])
    expect(workload(system, 'a')).toMatchObject({ files: ['compose.yaml'], health: { state: 'unknown' } })
  })

  it('is not known when the target does not exist', () => {
    const app = workload(systemOfServices('app: {build: {context: ., target: gone}}\n', { Dockerfile: NODE }), 'app')
    expect(app.image).toMatchObject({ name: 'Dockerfile (gone)', files: ['Dockerfile'] })
    expect(app.image?.dockerfile).toBeUndefined()
    expect(app.start).toBeUndefined()
  })

  it('is known by its base though the version is not', () => {
    const app = workload(systemOfServices('app: {build: .}\n', { Dockerfile: 'ARG V\nFROM node:${V}\n' }), 'app')
    expect([app.software?.id, app.version]).toEqual(['node', undefined])
    expect(app.health.state).toBe('unknown')
  })

  it('brings its variables, below those of the service', () => {
    const system = systemOfServices('app: {build: ., environment: {A: service}, env_file: [app.env]}\n', {
      Dockerfile: 'FROM node:22\nENV A=image B=image C=image\n',
      'app.env': 'B=file\n',
    })
    const variables = [...workload(system, 'app').environment.values()]
    expect(variables.map(({ name, value, source }) => [name, value.known && value.value, source])).toEqual([
      ['A', 'service', 'inline'],
      ['B', 'file', 'env-file'],
      ['C', 'image', 'image'],
    ])
  })
})

describe('a Dockerfile that nothing builds', () => {
  it('is shown beside what is deployed, and judged where nothing else is', () => {
    const weights = (files: Files) => systemOf(files).images.map(image => [image.name, image.weight])
    const file = { 'api/Dockerfile': 'FROM node:22\n' }
    expect(weights({ ...file, 'compose.yaml': 'services:\n  db: {image: "postgres:17"}\n' })).toEqual([
      ['postgres:17', 3],
      ['api/Dockerfile', 0],
    ])
    expect(weights(file)).toEqual([['api/Dockerfile', 2]])
  })

  it.each(['tests/apps/actor/Dockerfile', 'docker/Dockerfile-debug', 'Dockerfile.e2e-tests', 'quick-start/Dockerfile'])(
    'is left out where its place says that it is not for production: %s',
    path => expect(systemOf({ [path]: 'FROM node:22\n' }).images).toEqual([]),
  )
})
