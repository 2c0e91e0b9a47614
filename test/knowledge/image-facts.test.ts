import { describe, expect, test } from 'vitest'
import type { ServiceFacts } from '../../src/knowledge/facts.js'
import { softwareOf } from '../../src/knowledge/index.js'
import { defaultLogins } from '../../src/knowledge/logins.js'
import type { Distribution } from '../../src/knowledge/software.js'

function distributionOf(repository: string): Distribution {
  const found = softwareOf(repository)
  if (!found) throw new Error(`no such image: ${repository}`)
  return found.distribution
}

function service(
  repository: string,
  environment: Record<string, string | null> = {},
  argv?: readonly (string | null)[],
): ServiceFacts {
  const variables = new Map(Object.entries(environment))
  return {
    environment: name => variables.get(name),
    argv,
    distribution: distributionOf(repository),
    configMounted: false,
  }
}

function state(
  repository: string,
  environment: Record<string, string | null> = {},
  argv?: readonly (string | null)[],
): string | undefined {
  const facts = service(repository, environment, argv)
  return facts.distribution.authentication?.(facts).state
}

describe('health checks that images bring', () => {
  test.each([
    ['container-registry.oracle.com/mysql/community-server', true],
    ['mysql/mysql-server', true],
    ['mysql', false],
    ['dunglas/frankenphp', true],
    ['serversideup/php', true],
    ['php', false],
    ['postgres', false],
  ])('%s: %s', (repository, expected) => {
    expect(distributionOf(repository).builtInHealthcheck).toBe(expected)
  })
})

describe("Oracle's MySQL image", () => {
  const repository = 'container-registry.oracle.com/mysql/community-server'

  test('starts without a root password, where the official one does not', () => {
    expect(distributionOf(repository).variables?.required).toEqual([])
    expect(distributionOf('mysql').variables?.required).toHaveLength(1)
  })

  test('reads no _FILE variable and refuses no user name', () => {
    const { ignored, refused } = distributionOf(repository).variables ?? { ignored: [], refused: [] }
    expect(ignored.some(each => each.pattern.test('MYSQL_ROOT_PASSWORD_FILE'))).toBe(true)
    expect(refused).toEqual([])
  })

  test('asks for a password unless it is told that an empty one will do', () => {
    expect(state(repository)).toBe('on')
    expect(state(repository, { MYSQL_ALLOW_EMPTY_PASSWORD: 'yes' })).toBe('off')
  })
})

describe('mongo-express', () => {
  test('asks for a login unless ME_CONFIG_BASICAUTH switches it off', () => {
    expect(state('mongo-express')).toBe('on')
    expect(state('mongo-express', { ME_CONFIG_BASICAUTH: 'false' })).toBe('off')
    expect(state('mongo-express', { ME_CONFIG_BASICAUTH_ENABLED: 'false' })).toBe('off')
    expect(state('mongo-express', { ME_CONFIG_BASICAUTH: null })).toBe('unknown')
  })

  test('its default login works until a password is set', () => {
    const users = (environment: Record<string, string>) =>
      defaultLogins(service('mongo-express', environment)).map(each => each.user)
    expect(users({})).toEqual(['admin'])
    expect(users({ ME_CONFIG_BASICAUTH_PASSWORD: 'Tr0ub4dor' })).toEqual([])
    expect(users({ ME_CONFIG_BASICAUTH: 'false' })).toEqual([])
    expect(users({ ME_CONFIG_BASICAUTH: 'true' })).toEqual(['admin'])
  })
})

describe('OpenLDAP', () => {
  test.each([
    ['osixia/openldap', 'admin', 'cn=admin,dc=example,dc=org'],
    ['bitnami/openldap', 'adminpassword', 'admin'],
  ])('%s comes with the password %s of its own', (repository, password, user) => {
    expect(defaultLogins(service(repository)).map(each => each.user)).toEqual([user])
    expect(defaultLogins(service(repository, { LDAP_ADMIN_PASSWORD: password }))[0]?.written).toBe(true)
    expect(defaultLogins(service(repository, { LDAP_ADMIN_PASSWORD: 'Tr0ub4dor' }))).toEqual([])
  })
})

describe('software that asks for no login by default', () => {
  test.each([
    ['mher/flower', ['celery', 'flower', '--basic-auth=erp:x'], 'unknown'],
    ['mher/flower', ['celery', 'flower', null], 'unknown'],
    ['mher/flower', ['celery', 'flower', '--port=5555'], 'off'],
    ['mher/flower', undefined, 'off'],
    ['prom/prometheus', ['--web.config.file=/etc/web.yml'], 'unknown'],
    ['prom/prometheus', ['--web.enable-lifecycle'], 'off'],
  ])('%s with arguments %j: %s', (repository, argv, expected) => {
    expect(state(repository, {}, argv)).toBe(expected)
  })

  test.each([
    ['docker.redpanda.com/redpandadata/console', { AUTHENTICATION_BASIC_ENABLED: 'true' }],
    ['confluentinc/cp-enterprise-control-center', { CONTROL_CENTER_REST_AUTHENTICATION_METHOD: 'BASIC' }],
    ['tchiotludo/akhq', { MICRONAUT_SECURITY_ENABLED: 'true' }],
    ['dbgate/dbgate', { LOGINS: 'anna,ben' }],
    ['registry', { REGISTRY_AUTH_HTPASSWD_PATH: '/auth/htpasswd' }],
    ['chronograf', { TOKEN_SECRET: 'x' }],
  ])('%s with %j asks for one', (repository, environment) => {
    expect(state(repository)).toBe('off')
    expect(state(repository, environment)).toBe('on')
  })

  test('Browserless: version 1 lets everybody in, of version 2 nothing is claimed', () => {
    expect(state('browserless/chrome')).toBe('off')
    expect(state('ghcr.io/browserless/chromium')).toBe('unknown')
    expect(state('ghcr.io/browserless/chromium', { TOKEN: 'x' })).toBe('on')
  })
})

describe('pgbouncer/pgbouncer', () => {
  test('reads the name that clients use, and not DATABASES_NAME', () => {
    const facts = distributionOf('pgbouncer/pgbouncer').variables
    const reads = (name: string) =>
      facts?.reads.some(each => (typeof each === 'string' ? each === name : each.test(name)))
    expect(reads('DATABASES_CLIENT_SIDE_DBNAME')).toBe(true)
    expect(reads('DATABASES_NAME')).toBe(false)
    expect(facts?.ignored.some(each => each.pattern.test('DATABASES_NAME'))).toBe(true)
  })
})
