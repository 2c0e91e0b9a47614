import { describe, expect, it } from 'vitest'
import { serviceFactsOf } from '../../src/model/service-facts.js'
import { service, systemOf, systemOfServices, workload } from '../support/model.js'

describe('the version of a service', () => {
  const version = (image: string) => service(`image: ${image}`).version

  it('stands at the beginning of the tag', () => {
    expect(version('postgres:16.4-alpine')).toEqual([16, 4])
    expect(version('traefik:v3.5')).toEqual([3, 5])
    expect(version('redis:alpine')).toBeUndefined()
  })

  it('is that of the server where the tag begins with that of an extension', () => {
    expect(version('pgvector/pgvector:0.8.0-pg17')).toEqual([17])
    expect(version('timescale/timescaledb:2.17.2-pg16')).toEqual([16])
    expect(version('pgvector/pgvector:0.8.0')).toBeUndefined()
  })
})

describe('scripts of its own', () => {
  const scripts = (settings: string, files = {}) => serviceFactsOf(service(settings, files))?.scriptsMounted

  it('are mounted where the entrypoint looks for them', () => {
    expect(scripts('image: postgres:17\nvolumes: ["./init:/docker-entrypoint-initdb.d:ro"]')).toBe(true)
    expect(scripts('image: mongo:8.0\nvolumes: ["./a.js:/docker-entrypoint-initdb.d/a.js"]')).toBe(true)
    expect(scripts('image: postgres:17\nvolumes: ["data:/var/lib/postgresql/data"]')).toBe(false)
  })

  it('are copied into an image that is built on it', () => {
    const build = 'build: ./db'
    expect(scripts(build, { 'db/Dockerfile': 'FROM postgres:17\nCOPY a.sql /docker-entrypoint-initdb.d/\n' })).toBe(
      true,
    )
    expect(scripts(build, { 'db/Dockerfile': 'FROM postgres:17\nCOPY a.sql /tmp/\n' })).toBe(false)
  })
})

describe('an image that is built', () => {
  const files = {
    'compose.yaml': 'services:\n  api:\n    build: { context: ./api, target: run, args: { BASE: node:24.11 } }\n',
    'api/Dockerfile': [
      'ARG BASE=node:18',
      'FROM $BASE AS deps',
      'FROM $BASE AS unused',
      'FROM deps AS build',
      'FROM nginx:1.30 AS run',
      'COPY --from=build /app/dist /srv',
      'RUN --mount=type=bind,from=tools,target=/t true',
      'FROM busybox:1.37 AS tools',
    ].join('\n'),
    'api/.dockerignore': '.env\n',
    'api/src/main.ts': '',
    'api/.env': '',
  }
  const image = systemOf(files).images[0]

  it('goes through the stages that the target takes something from, with its build arguments', () => {
    const stages = image?.stages?.map(({ stage, base }) => `${stage.name} on ${base.known ? base.value.text : '?'}`)
    expect(stages).toEqual(['deps on node:24.11', 'build on node:24.11', 'tools on busybox:1.37', 'run on nginx:1.30'])
  })

  it('sees its context by paths from there', () => {
    const { context } = image ?? {}
    expect(context?.find('.')).toEqual(['.dockerignore', '.env', 'Dockerfile', 'src/main.ts'])
    expect(context?.find('./src')).toEqual(['src/main.ts'])
    expect(context?.exists('src')).toBe(true)
    expect(context?.exists('../compose.yaml')).toBe(true)
    expect(context?.leavesOut('.env')).toBe(true)
    expect(context?.leavesOut('src')).toBe(false)
  })

  it('says what the build names and the repository does not hold', () => {
    const missing = (settings: string, more = {}) =>
      systemOfServices(`api:\n  build: ${settings}`, { 'api/main.js': '', ...more }).images[0]?.missing
    expect(missing('./api')).toMatchObject({ what: 'dockerfile', name: 'Dockerfile' })
    expect(missing('{ context: ./api, dockerfile: prod.Dockerfile }')).toMatchObject({ name: 'prod.Dockerfile' })
    expect(missing('{ context: ./api, target: run }', { 'api/Dockerfile': 'FROM a AS b' })).toMatchObject({
      what: 'target',
      name: 'run',
    })
    expect(missing('./api', { 'api/Dockerfile': 'FROM a' })).toBeUndefined()
    expect(missing('./elsewhere')).toBeUndefined()
    expect(missing('{ context: ./api, dockerfile_inline: "FROM a" }')).toBeUndefined()
    expect(missing('{ context: ./api, dockerfile: "$FILE" }')).toBeUndefined()
  })
})

describe('files of a service', () => {
  it('knows the variables of its env files, whether or not they are in force', () => {
    const app = service('image: postgres:17\nenv_file: [a.env, b.env]\nenvironment: { A: "1" }', {
      'a.env': 'A=2\nB\n',
    })
    expect(app.environmentFiles?.map(({ path, present, names }) => [path, present, [...names.keys()]])).toEqual([
      ['a.env', true, ['A']],
      ['b.env', false, []],
    ])
  })

  it('lists the expressions that found no value, those with a default included', () => {
    const app = service('image: "a:${TAG}"\nmem_limit: "${LIMIT:-1g}"\nenvironment: { X: "${HERE}" }', {
      '.env': 'HERE=1',
    })
    expect(app.openVariables?.map(use => [use.name, use.source])).toEqual([
      ['TAG', 'none'],
      ['LIMIT', 'default'],
    ])
  })

  it('reads what is mounted and copied beside the program, and says whether that is all', () => {
    const mounts =
      'image: postgres:17\nvolumes: ["./init:/docker-entrypoint-initdb.d", "./pgdata:/var/lib/postgresql/data"]'
    const own = service(mounts, { 'init/a.sh': 'echo', 'init/logo.png': '' }).ownFiles
    expect(own?.texts.map(({ path }) => path)).toEqual(['init/a.sh'])
    expect(own?.complete).toBe(true)
    expect(service(mounts).ownFiles?.complete).toBe(false)
  })

  it('tells whether the entrypoint of the image still runs', () => {
    const replaces = (settings: string, files = {}) => service(settings, files).start?.replacesEntrypoint
    expect(replaces('image: postgres:17\ncommand: postgres -c fsync=off')).toBeUndefined()
    expect(replaces('image: postgres:17\nentrypoint: /start.sh')).toBe(true)
    expect(replaces('build: .', { Dockerfile: 'FROM postgres:17\nENTRYPOINT ["/start.sh"]' })).toBe(true)
  })
})

describe('settings that the platform does not read', () => {
  const inert = (settings: string) => service(settings).inert.map(one => [one.setting, one.overruledBy])

  it('include a restart policy that another one overrules', () => {
    const both = 'image: a/b:1\nrestart: always\ndeploy: { restart_policy: { condition: on-failure } }'
    expect(inert(both)).toEqual([['restart', 'deploy.restart_policy.condition: on-failure']])
    expect(inert(both.replace('on-failure', 'any'))).toEqual([])
  })

  it('leave out what has its counterpart beside it, in a file for both', () => {
    const files = {
      Makefile: 'deploy:\n\tdocker stack deploy -c stack.yml erp\n',
      'stack.yml':
        'services:\n  a:\n    image: x/a:1\n    build: .\n    restart: always\n    deploy: { restart_policy: { condition: any } }\n  b:\n    image: x/b:1\n    restart: always\n',
    }
    const system = systemOf(files)
    expect(workload(system, 'a').inert).toEqual([])
    expect(workload(system, 'b').inert.map(one => one.setting)).toEqual(['restart'])
  })
})
