import { describe, expect, it } from 'vitest'
import { hostNamesOf } from '../../src/model/host-names.js'
import { type Files, systemOf, workload } from '../support/model.js'

/** Who answers to a host (with `:port`) for the service `app` of `compose.yaml`. */
function answer(address: string, files: Files | string): string {
  const system = systemOf(typeof files === 'string' ? { 'compose.yaml': files } : files)
  const [host = '', port] = address.split(':')
  const found = hostNamesOf(system.deployments, system.workloads).answer(
    host,
    port === undefined ? undefined : Number(port),
    workload(system, 'app'),
  )
  if (found.kind === 'workload') {
    const names = [found.workload, ...found.others].map(one => one.name).join('+')
    return found.port === undefined ? names : `${names}:${found.port}`
  }
  if (found.kind === 'nobody') return found.namesake ? `nobody (${found.namesake.name})` : 'nobody'
  return found.kind === 'unknown' ? `unknown: ${found.because}` : found.kind
}

/** The services `app` and `db`, the first with these settings. */
const beside = (settings: string, rest = '') =>
  `services:\n  app: {image: a, ${settings}}\n  db: {image: b, ports: ["6000:5432"]}\n${rest}`

describe('a host name', () => {
  it.each([
    ['db', 'db'],
    ['DB', 'db'],
    ['db.', 'db'],
    ['tasks.db', 'db'],
    ['db.default', 'db'],
    ['app', 'app'],
    ['dbs', 'nobody'],
    ['db.example.com', 'outside'],
    ['10.0.0.5', 'unknown: an address tells of no workload'],
    ['8.8.8.8', 'outside'],
    ['shop-db-1', 'unknown: it may be the name that Compose gives to a container'],
    ['shop-db', 'nobody'],
    ['${HOST}', 'unknown: the host is filled in elsewhere'],
    ['localhost', 'app'],
    ['127.0.0.1:5432', 'app'],
    ['host.docker.internal:6000', 'db:5432'],
    ['host.docker.internal:6001', 'outside'],
  ])('is answered: %s by %s', (host, expected) => {
    expect(answer(host, beside(''))).toBe(expected)
  })

  it('is answered by all that share an alias', () => {
    const alias = (name: string) => `  ${name}: {image: b, networks: {default: {aliases: [cache]}}}\n`
    expect(answer('cache', `services:\n  app: {image: a}\n${alias('one')}${alias('two')}`)).toBe('one+two')
  })

  it('may be the host name of a container', () => {
    expect(answer('queue', 'services:\n  app: {image: a}\n  mq: {image: b, hostname: queue}\n')).toBe('mq')
    expect(answer('me', 'services:\n  app: {image: a, hostname: me}\n')).toBe('app')
  })

  it('belongs to a workload that shares no network', () => {
    const files = beside('networks: [front]', 'networks: {front: {}}\n')
    expect(answer('db', files)).toBe('nobody (db)')
  })

  it('is open where others may be on the network', () => {
    const on = (network: string) => beside('networks: [net]', `networks: {net: ${network}}\n`)
    expect(answer('other', on('{external: true, name: shared}'))).toBe(
      'unknown: other projects may be on the network shared',
    )
    expect(answer('other', on('{name: shared}'))).toBe('unknown: other projects may be on the network net')
    expect(answer('other', on('{}'))).toBe('nobody')
    const joined = `services:\n  app: {image: a, networks: [net]}\n  db: {image: b, networks: [net]}\nnetworks: {net: {name: shared}}\n`
    expect(answer('other', joined)).toBe('nobody')
  })

  it('is open where the name is looked up elsewhere', () => {
    expect(answer('db', beside('network_mode: host'))).toBe('unknown: its names are looked up outside the repository')
    expect(answer('localhost:5432', beside('network_mode: "container:vpn"'))).toBe(
      'unknown: it shares the network of a container that is not in the repository',
    )
  })

  it('is that of a workload that only starts on request', () => {
    expect(answer('tool', `services:\n  app: {image: a}\n  tool: {image: b, profiles: [debug]}\n`)).toBe(
      'unknown: tool is only started on request',
    )
  })

  it('may be any of several containers in one network namespace', () => {
    const files = beside('network_mode: "service:db"')
    expect(answer('localhost:80', files)).toBe('unknown: several containers share its network')
  })
})
