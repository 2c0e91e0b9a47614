import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { allSoftware } from '../../src/knowledge/catalogue.js'
import { files } from '../../src/knowledge/images/index.js'
import { softwareOf } from '../../src/knowledge/index.js'
import { defaultLogins } from '../../src/knowledge/logins.js'
import { sendsOffHost } from '../../src/knowledge/traits.js'

const images = new URL('../../src/knowledge/images/', import.meta.url)

describe('softwareOf', () => {
  test.each([
    ['nginx', 'nginx', 'official'],
    ['traefik', 'traefik', 'official'],
    ['prom/prometheus', 'prometheus', 'official'],
    ['grafana/grafana', 'grafana', 'official'],
    ['docker.elastic.co/beats/filebeat', 'beats', 'official'],
    ['ghcr.io/kafbat/kafka-ui', 'kafka-ui', 'official'],
    ['tecnativa/docker-socket-proxy', 'docker-socket-proxy', 'tecnativa'],
    ['mcr.microsoft.com/dotnet/aspnet', 'dotnet', 'official'],
    ['gcr.io/distroless/nodejs22-debian12', 'node', 'official'],
    ['gcr.io/distroless/static', 'distroless', 'official'],
    ['selenium/standalone-chrome', 'selenium', 'official'],
    // Copies of public images.
    ['registry.example.com/library/node', 'node', 'official'],
    ['registry.example.com:5000/library/nginx', 'nginx', 'official'],
    ['localhost:5000/prom/prometheus', 'prometheus', 'official'],
    ['registry.example.com/grafana/grafana', 'grafana', 'official'],
    ['harbor.example.com/dockerhub/grafana/loki', 'loki', 'official'],
    ['public.ecr.aws/docker/library/node', 'node', 'official'],
    ['mirror.gcr.io/library/nginx', 'nginx', 'official'],
    ['library/node', 'node', 'official'],
  ])('%s is %s (%s)', (repository, software, distribution) => {
    const found = softwareOf(repository)
    expect([found?.software.id, found?.distribution.id]).toEqual([software, distribution])
  })

  test.each([
    'example/nginx',
    'ghcr.io/someone/postgres',
    'ghcr.io/someone/grafana/grafana',
    'quay.io/someone/node',
    'someone/prometheus',
    'europe-docker.pkg.dev/project/repo/node',
    'registry.gitlab.com/group/project/nginx',
    'registry.example.com/team/nginx',
    'api',
    '',
    '__proto__',
    'constructor',
    'a/'.repeat(300),
  ])('%s is not known', repository => {
    expect(softwareOf(repository)).toBeUndefined()
  })
})

describe('allSoftware', () => {
  test('has every file under images', () => {
    const names = readdirSync(images).map(name => name.replace(/\.ts$/, ''))
    expect(Object.keys(files).sort()).toEqual(names.filter(name => name !== 'index').sort())
  })

  test('has one entry for an id, and one for an image', () => {
    const ids = allSoftware.map(software => software.id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    const patterns = allSoftware.flatMap(software => software.distributions.flatMap(each => each.images))
    expect(patterns.filter((pattern, at) => patterns.indexOf(pattern) !== at)).toEqual([])
  })

  test('has names as ImageReference gives them, and ports that exist', () => {
    for (const software of allSoftware) {
      for (const pattern of software.distributions.flatMap(each => each.images)) {
        expect(pattern, software.id).toMatch(/^[a-z0-9*][a-z0-9._:*/-]*$/)
        expect(pattern.startsWith('docker.io/') || pattern.startsWith('library/'), pattern).toBe(false)
      }
      for (const { port } of software.ports) expect(port > 0 && port < 65536, software.id).toBe(true)
    }
  })

  test('names a source for what it says of access and backups', () => {
    for (const { access, backup, id, kind } of allSoftware) {
      if (access) expect(access.source, id).toMatch(/^https:\/\//)
      if (backup) expect(backup.source, id).toMatch(/^https:\/\//)
      if (kind === 'backup') expect(backup, id).toBeDefined()
    }
  })
})

describe('access', () => {
  const facts = (repository: string, environment: Readonly<Record<string, string | null>>) => {
    const found = softwareOf(repository)
    if (!found) throw new Error(repository)
    const map = new Map(Object.entries(environment))
    return {
      environment: (name: string) => map.get(name),
      argv: undefined,
      distribution: found.distribution,
      configMounted: false,
    }
  }
  const state = (repository: string, environment: Readonly<Record<string, string | null>> = {}) => {
    const service = facts(repository, environment)
    return service.distribution.authentication?.(service).state
  }

  test('of tools without a login', () => {
    expect(state('provectuslabs/kafka-ui')).toBe('off')
    expect(state('provectuslabs/kafka-ui', { AUTH_TYPE: 'DISABLED' })).toBe('off')
    expect(state('provectuslabs/kafka-ui', { AUTH_TYPE: 'LOGIN_FORM' })).toBe('on')
    expect(state('rediscommander/redis-commander', { HTTP_PASSWORD: null })).toBe('on')
    expect(state('axllent/mailpit')).toBe('off')
    expect(state('adminer')).toBe('on')
    expect(state('portainer/portainer-ce')).toBe('on')
  })

  test('by default logins', () => {
    const logins = (repository: string, environment: Readonly<Record<string, string | null>> = {}) =>
      defaultLogins(facts(repository, environment)).map(login => [login.user, login.written])
    expect(logins('mongo-express')).toEqual([['admin', false]])
    expect(logins('mongo-express', { ME_CONFIG_BASICAUTH_PASSWORD: 'v8#kd' })).toEqual([])
    expect(logins('grafana/grafana', { GF_SECURITY_ADMIN_PASSWORD: 'admin' })).toEqual([['admin', true]])
    expect(logins('grafana/grafana', { GF_SECURITY_ADMIN_PASSWORD__FILE: '/run/secrets/x' })).toEqual([])
    expect(logins('dpage/pgadmin4', { PGADMIN_DEFAULT_PASSWORD: 'admin' })).toEqual([[undefined, true]])
    expect(logins('dpage/pgadmin4', { PGADMIN_DEFAULT_PASSWORD: null })).toEqual([])
  })
})

describe('sendsOffHost', () => {
  test.each([
    ['my-bucket', true],
    ['s3:s3.amazonaws.com/bucket', true],
    ['', false],
    ['/backups', false],
    ['./backups', false],
    ['file:///backups', false],
    ['FILESYSTEM', false],
    [undefined, undefined],
  ])('%s: %s', (value, expected) => {
    expect(sendsOffHost(value)).toBe(expected)
  })
})
