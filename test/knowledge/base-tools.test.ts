import { describe, expect, test } from 'vitest'
import { toolsInstalledBy, toolsOf } from '../../src/knowledge/base-tools.js'

/** `+curl`: there · `-curl`: not there · `?curl`: not known. */
const cases: readonly (readonly [image: string, tag: string, facts: string])[] = [
  ['alpine', '3.22', '+sh +ash +wget +nc +ps -curl -bash -git -psql -aws -jq'],
  ['node', '22', '+curl +wget +git +node +npm +bash -nc -jq -psql ?python3'],
  ['node', '22-slim', '+node +bash -curl -wget -nc -git -ps'],
  ['node', '22-bookworm-slim', '+node -curl -wget'],
  ['node', '22-alpine', '+node +wget +nc -curl -bash -git'],
  ['node', '22-alpine3.21', '+wget -curl'],
  ['node', '', '+node +curl'],
  ['python', '3.13', '+curl +wget +python +pip -nc'],
  ['python', '3.13-slim', '+python -curl -wget -git -node'],
  ['python', '3.13-alpine', '+wget -curl -bash'],
  ['golang', '1.26', '+curl +wget +git +go +gcc'],
  ['golang', '1.26-alpine', '+go +wget -curl -bash ?git'],
  ['debian', 'bookworm', '+bash +perl -curl -wget -nc -ps'],
  ['debian', 'bookworm-slim', '+bash -curl -wget'],
  ['ubuntu', '24.04', '+bash -curl -wget -nc ?ps'],
  ['buildpack-deps', 'bookworm-curl', '+curl +wget -git'],
  ['buildpack-deps', 'bookworm', '+curl +git +gcc'],
  ['gcr.io/distroless/nodejs22-debian12', 'latest', '-sh -bash -curl -wget'],
  ['gcr.io/distroless/static', 'debug', '+sh +wget -curl'],
  ['scratch', '', '-sh -curl'],
  ['busybox', '1.38', '+sh +wget -curl -bash'],
  ['registry.access.redhat.com/ubi9/ubi-minimal', '9.6', '+curl +bash ?wget ?nc'],
  ['amazonlinux', '2023', '+curl +bash ?wget'],
  ['nginx', '1.29', '+curl +bash -wget -nc'],
  ['nginx', '1.29-alpine', '+curl +wget -bash'],
  ['nginx', '1.29-alpine-slim', '+wget -curl'],
  ['nginx', '1.14', '?curl -wget'],
  ['php', '8.4-fpm', '+curl +php +gcc -wget'],
  ['php', '8.4-fpm-alpine', '+curl +wget'],
  ['mcr.microsoft.com/dotnet/aspnet', '9.0', '+dotnet -curl -wget'],
  ['mcr.microsoft.com/dotnet/aspnet', '9.0-noble-chiseled', '-sh -curl'],
  ['mcr.microsoft.com/dotnet/aspnet', '6.0', '?curl'],
  ['mcr.microsoft.com/dotnet/aspnet', '8.0-nanoserver-1809', '?curl ?sh'],
  ['traefik', 'v3.5', '+wget -curl'],
  ['traefik', 'v1.7', '-sh -wget'],
  ['caddy', '2', '+wget -curl'],
  ['grafana/grafana', '12.2.0', '+curl +wget +bash'],
  ['prom/prometheus', 'v3.5.0', '+wget +sh -curl -bash +promtool'],
  ['otel/opentelemetry-collector-contrib', '0.140.0', '-sh -curl -wget'],
  ['postgres', '17', '-curl -wget -aws -nc +bash'],
  ['postgres', '17-alpine', '-curl +wget -aws -git'],
  ['redis', '8-alpine', '-curl +wget +nc'],
  ['harbor.example.com/hub/library/node', '22-alpine', '+wget -curl'],
  ['example/api', '1.0', '?curl ?sh ?wget'],
  ['quay.io/keycloak/keycloak', '26.4', '-curl -wget +bash'],
  ['quay.io/keycloak/keycloak', '19.0', '?curl +bash'],
  ['quay.io/oauth2-proxy/oauth2-proxy', 'v7.4.0', '-curl ?wget'],
  ['redis/redis-stack', '7.4.0-v1', '?curl +redis-cli'],
  ['timescale/timescaledb', '2.14.2-pg16', '?curl +psql'],
]

describe('toolsOf', () => {
  test.each(cases)('%s:%s %s', (image, tag, facts) => {
    const tools = toolsOf(image, tag)
    for (const fact of facts.split(' ')) {
      const expected = fact.startsWith('+') ? true : fact.startsWith('-') ? false : undefined
      expect([fact, tools.has(fact.slice(1))]).toEqual([fact, expected])
    }
  })

  test.each([
    ['alpine', '3', true],
    ['node', '22-slim', true],
    ['scratch', '', false],
    ['gcr.io/distroless/static-debian12', 'nonroot', false],
    ['gcr.io/distroless/base-debian12', 'debug', true],
    ['gcr.io/distroless/python3-debian12', 'latest', undefined],
    ['nats', '2.12', false],
    ['nats', '2.12-alpine', true],
    ['otel/opentelemetry-collector', '0.140.0', false],
    ['example/api', '1', undefined],
  ] as const)('shell of %s:%s is %s', (image, tag, shell) => {
    expect(toolsOf(image, tag).shell).toBe(shell)
  })

  test('says nothing of programs that it has never heard of', () => {
    expect(toolsOf('alpine', '3').has('frobnicate')).toBeUndefined()
  })
})

describe('toolsInstalledBy', () => {
  test.each([
    ['curl', 'curl'],
    ['netcat-openbsd', 'nc'],
    ['postgresql-client', 'pg_dump'],
    ['postgresql16-client', 'pg_isready'],
    ['postgresql-client-16', 'psql'],
    ['default-mysql-client', 'mysqldump'],
    ['mariadb-client', 'mysqldump'],
    ['redis-tools', 'redis-cli'],
    ['mongodb-database-tools', 'mongodump'],
    ['aws-cli', 'aws'],
    ['awscli', 'aws'],
    ['busybox-extras', 'telnet'],
    ['iputils-ping', 'ping'],
    ['openssh-client', 'scp'],
    ['openjdk17-jre-headless', 'java'],
    ['gettext-base', 'envsubst'],
    ['pm2', 'pm2-runtime'],
  ])('%s brings %s', (name, tool) => {
    expect(toolsInstalledBy(name)).toContain(tool)
  })

  test.each([
    'install',
    'libpq5',
    '-y',
    '--no-cache',
    'add',
    'ca-certificates',
    'tzdata',
    '',
    '__proto__',
    'constructor',
  ])('%s brings nothing', name => {
    expect(toolsInstalledBy(name)).toEqual([])
  })
})
