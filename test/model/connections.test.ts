import { describe, expect, it } from 'vitest'
import type { Connection } from '../../src/model/system.js'
import { type Files, systemOf, systemOfServices } from '../support/model.js'

const DB = 'db: {image: "postgres:17"}\n'

function brief({ from, to, scheme, host, port, user, password, database }: Connection): string {
  const login = user === undefined ? '' : `${user}@`
  const where = `${host}${port === undefined ? '' : `:${port}`}${database === undefined ? '' : `/${database}`}`
  return `${from.name} → ${to?.name ?? '?'} ${scheme ?? ''} ${login}${where} ${password}`.replace(/ {2,}/g, ' ')
}

function found(services: string, files: Files = {}): readonly string[] {
  return systemOfServices(services, files).connections.map(brief)
}

/** The connections of a service `app` with one variable, beside the service db. */
function of(name: string, value: string, others = DB): readonly string[] {
  return found(`app:\n  image: a\n  environment:\n    ${name}: '${value}'\n${others}`)
}

describe('an address in a variable', () => {
  it.each<[string, string, readonly string[]]>([
    ['a URL', 'postgres://erp:hunter2@db:5432/erp', ['app → db postgres erp@db:5432/erp literal']],
    ['a URL without a port and a login', 'redis://db', ['app → db redis db none']],
    ['a URL with a driver', 'postgresql+asyncpg://erp:${P}@db/erp', ['app → db postgresql+asyncpg erp@db/erp unknown']],
    ['a URL with unknown parts', 'postgres://${U}:${P}@db:${PORT}/${N}', ['app → db postgres ${U}@db/${N} unknown']],
    [
      'a default within a URL that is not known',
      'postgres://${U}@${H:-db}:5432/erp',
      ['app → db postgres ${U}@db:5432/erp unknown'],
    ],
    ['a password with a slash', 'postgres://erp:p/w@db:5432/erp', ['app → db postgres erp@db:5432/erp literal']],
    ['JDBC', 'jdbc:postgresql://db:5432/erp?user=erp&password=x1', ['app → db postgresql erp@db:5432/erp literal']],
    [
      'JDBC of SQL Server',
      'jdbc:sqlserver://db:1433;databaseName=erp;user=sa',
      ['app → db sqlserver sa@db:1433/erp none'],
    ],
    ['JDBC of Oracle', 'jdbc:oracle:thin:@//db:1521/erp', ['app → db oracle db:1521/erp unknown']],
    ['JDBC of Oracle by SID', 'jdbc:oracle:thin:@db:1521:erp', ['app → db oracle db:1521/erp unknown']],
    ['ADO', 'Server=db,1433;Database=erp;User Id=sa;Password=${P}', ['app → db sqlserver sa@db:1433/erp unknown']],
    ['libpq', 'host=db port=5432 user=erp dbname=erp', ['app → db postgres erp@db:5432/erp none']],
    ['Go', 'erp:x1@tcp(db:3306)/erp', ['app → db mysql erp@db:3306/erp literal']],
  ])('is read from %s', (_, value, expected) => {
    expect(of('SETTING', value)).toEqual(expected)
  })

  const NODES = ['n1', 'n2'].map(name => `${name}: {image: a}\n`).join('')

  it.each<[string, string]>([
    ['hosts of one URL', 'mongodb://u:x1@n1:27017,n2:27018/erp?replicaSet=rs0'],
    ['URLs', 'mongodb://u:x1@n1:27017/erp,mongodb://u:x1@n2:27018/erp'],
    ['URLs in brackets', '["mongodb://u:x1@n1:27017/erp", "mongodb://u:x1@n2:27018/erp"]'],
  ])('is each of several %s', (_, value) => {
    expect(of('HOSTS', value, NODES)).toEqual([
      'app → n1 mongodb u@n1:27017/erp literal',
      'app → n2 mongodb u@n2:27018/erp literal',
    ])
  })

  it.each([
    'n1:9092,n2:9092',
    'n1:9092, n2:9092',
    'n1:9092;n2:9092',
    '1@n1:9092,2@n2:9092',
    'PLAINTEXT://n1:9092,PLAINTEXT://n2:9092',
  ])('is each of the hosts in %s', value => {
    expect(
      of('KAFKA_BROKERS', value, NODES).map(line => line.replace(' plaintext', '').replace('none', 'unknown')),
    ).toEqual(['app → n1 n1:9092 unknown', 'app → n2 n2:9092 unknown'])
  })

  it('is a host with what stands beside it', () => {
    const beside = 'DB_PORT: 6432\n    DB_USER: erp\n    DB_NAME: books\n    DB_PASSWORD: x1'
    expect(found(`app:\n  image: a\n  environment:\n    DB_HOST: db\n    ${beside}\n${DB}`)).toEqual([
      'app → db erp@db:6432/books literal',
    ])
    expect(
      found(`app:\n  image: a\n  environment: {PGHOST: db, PGPORT: "5432", PGUSER: erp, PGPASSWORD: "\${P}"}\n${DB}`),
    ).toEqual(['app → db erp@db:5432 unknown'])
  })

  it.each([
    ['CACHE', 'db:6379', ['app → db db:6379 unknown']],
    ['CACHE', 'db', []],
    ['TITLE', 'the db', []],
    ['IMAGE', 'db:17', ['app → db db:17 unknown']],
    ['DB_HOST', '${DB_HOST}', []],
    ['DB_HOST', '${DB_HOST:-db}', ['app → db db unknown']],
    ['HOST', '0.0.0.0', []],
    ['LISTENERS', 'PLAINTEXT://0.0.0.0:9092,CONTROLLER://:9093', []],
    ['ASPNETCORE_URLS', 'http://+:8000', []],
    ['BIND_ADDRESS', '0.0.0.0:8080', []],
    ['DB_HOST', 'localhost', []],
    ['DB_HOST', 'erp.abc.eu-central-1.rds.amazonaws.com', ['app → ? erp.abc.eu-central-1.rds.amazonaws.com unknown']],
    ['PUBLIC_URL', 'https://erp.example.com', ['app → ? https erp.example.com none']],
    ['SELF_URL', 'http://app:3000', []],
  ])('is told by name and form: %s=%s', (name, value, expected) => {
    expect(of(name, value)).toEqual(expected)
  })

  it('comes from env files, and from ENV of the Dockerfile', () => {
    const services = `app:\n  build: .\n  env_file: app.env\n${DB}cache: {image: "redis:8"}\n`
    expect(
      found(services, {
        'app.env': 'DATABASE_URL=postgres://db/erp\n',
        Dockerfile: 'FROM node:22\nENV REDIS_HOST=cache\n',
      }),
    ).toEqual(['app → cache cache unknown', 'app → db postgres db/erp none'])
  })

  it('never holds the password', () => {
    const system = systemOfServices(`app:\n  image: a\n  environment: {DB_HOST: db, DB_PASSWORD: hunter2}\n${DB}`)
    const { variable: _, from: __, to: ___, ...rest } = system.connections[0] ?? ({} as Connection)
    expect(JSON.stringify(rest)).not.toContain('hunter2')
  })
})

describe('who answers', () => {
  const app = (settings = '') => `app:\n  image: a\n  environment: {URL: "tcp://db:5432"}\n${settings}`
  const answers = (services: string, files: Files = {}) =>
    systemOfServices(services, files).connections.map(one => `${one.from.name} → ${one.to?.name ?? '?'}`)

  it('is on a network in common', () => {
    expect(answers(`${app('  networks: [front]\n')}db:\n  image: b\n  networks: [back]\n`, {})).toEqual(['app → ?'])
    expect(answers(`${app('  networks: [front, back]\n')}db:\n  image: b\n  networks: [back]\n`)).toEqual(['app → db'])
  })

  it('answers to an alias on the network where it has it', () => {
    const store = 'store:\n  image: b\n  networks:\n    back: {aliases: [db]}\n    front: {}\n'
    expect(answers(`${app('  networks: [back]\n')}${store}`)).toEqual(['app → store'])
    expect(answers(`${app('  networks: [front]\n')}${store}`)).toEqual(['app → ?'])
  })

  it('answers to its container name', () => {
    expect(answers(`${app()}store: {image: b, container_name: db}\n`)).toEqual(['app → store'])
  })

  it('answers to a link of its client only', () => {
    const other = 'other:\n  image: a\n  environment: {URL: "tcp://db:5432"}\n'
    expect(answers(`${app('  links: ["store:db"]\n')}${other}store: {image: b}\n`)).toEqual([
      'app → store',
      'other → ?',
    ])
  })

  it('is asked from the network of another container', () => {
    const vpn = 'vpn:\n  image: v\n  networks: [back]\n'
    expect(answers(`${app('  network_mode: service:vpn\n')}${vpn}db:\n  image: b\n  networks: [back]\n`)).toEqual([
      'app → db',
    ])
    expect(answers(`${app('  network_mode: service:vpn\n')}${vpn}db: {image: b}\n`)).toEqual(['app → ?'])
  })

  it('is a neighbour within one network namespace', () => {
    const local = 'app:\n  image: a\n  network_mode: service:db\n  environment: {URL: "redis://localhost:5432"}\n'
    expect(answers(`${local}db: {image: "postgres:17"}\n`)).toEqual(['app → db'])
    expect(answers(`app:\n  image: a\n  environment: {URL: "redis://localhost:5432"}\n${DB}`)).toEqual(['app → ?'])
  })

  it('is found on a port of the host', () => {
    const store = 'store:\n  image: b\n  ports: ["5432:5432"]\n'
    const by = (host: string, settings = '') =>
      answers(`app:\n  image: a\n  environment: {URL: "tcp://${host}:5432"}\n${settings}${store}`)
    expect(by('host.docker.internal')).toEqual(['app → store'])
    expect(by('db', '  extra_hosts: ["db:host-gateway"]\n')).toEqual(['app → store'])
    expect(by('localhost', '  network_mode: host\n')).toEqual(['app → store'])
    expect(by('localhost')).toEqual(['app → ?'])
    expect(by('db', '  extra_hosts: ["db:10.0.0.5"]\n')).toEqual(['app → ?'])
  })

  it('prefers the list of hosts of the container to the network', () => {
    expect(answers(`${app('  extra_hosts: ["db:10.0.0.5"]\n')}db: {image: b}\n`)).toEqual(['app → ?'])
  })

  it('names a workload that cannot be reached', () => {
    const services =
      'app:\n  image: a\n  networks: [front]\n  environment: {DB_HOST: db}\ndb:\n  image: b\n  networks: [back]\n'
    expect(found(services)).toEqual(['app → ? db unknown'])
  })
})

describe('several deployments', () => {
  const app = (networks: string) =>
    `services:\n  app:\n    image: a\n    environment: {URL: "tcp://db:5432"}\n    networks: [net]\nnetworks:\n  net: ${networks}\n`
  const store = (networks: string) =>
    `services:\n  db:\n    image: b\n    networks: [net]\nnetworks:\n  net: ${networks}\n`
  const to = (files: Files) => systemOf(files).connections.map(one => one.to?.name)

  it.each([
    ['an external network', '{external: true, name: shared}', '{external: true, name: shared}', 'db'],
    ['the network that one of them makes', '{external: true, name: shared}', '{name: shared}', 'db'],
    ['nothing but the key of a network', '{}', '{}', undefined],
    ['nothing but a name that is not known', '{external: true, name: "${NET}"}', '{name: "${NET}"}', undefined],
  ])('meet by %s', (_, one, other, expected) => {
    expect(to({ 'a/compose.yaml': app(one), 'b/compose.yaml': store(other) })).toEqual([expected])
  })

  it('meet in their folder', () => {
    expect(to({ 'compose.apps.yaml': app('{}'), 'compose.yaml': store('{}') })).toEqual(['db'])
  })

  it('ask their own first', () => {
    const both = `${app('{external: true, name: s}').replace('networks:\n  net: ', '  db:\n    image: own\n    networks: [net]\nnetworks:\n  net: ')}`
    const system = systemOf({ 'b/compose.yaml': store('{external: true, name: s}'), 'c/compose.yaml': both })
    expect(system.connections.map(one => one.to?.image?.name)).toEqual(['own'])
  })
})
