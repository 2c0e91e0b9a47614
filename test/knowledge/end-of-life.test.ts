import { describe, expect, test } from 'vitest'
import { discontinued } from '../../src/knowledge/discontinued.js'
import { endOfLife, endsOfLife, hasEnded, RULESET_DATE } from '../../src/knowledge/end-of-life.js'
import { LIFECYCLES } from '../../src/knowledge/end-of-life-dates.js'

describe('endOfLife', () => {
  test.each([
    ['node', '18-alpine', 'Node.js', '18', '2025-04-30'],
    ['node', '16.20.2-bullseye', 'Node.js', '16', '2023-09-11'],
    ['node', '22-bullseye', 'Debian (long-term support)', '11', '2026-08-31'],
    ['node', '22-alpine3.18', 'Alpine Linux', '3.18', '2025-05-09'],
    ['python', '3.9-slim', 'Python', '3.9', '2025-10-31'],
    ['python', '2.7', 'Python', '2.7', '2020-01-01'],
    ['postgres', '14-alpine', 'PostgreSQL', '14', '2026-11-12'],
    ['postgres', '9.6', 'PostgreSQL', '9.6', '2021-11-11'],
    ['postgres', '13.4', 'PostgreSQL', '13', '2025-11-13'],
    ['timescale/timescaledb', '2.14.2-pg13', 'PostgreSQL', '13', '2025-11-13'],
    ['pgvector/pgvector', 'pg14', 'PostgreSQL', '14', '2026-11-12'],
    ['redis', '6.0-alpine', 'Redis', '6.0', '2022-05-31'],
    ['mongo', '4.4', 'MongoDB', '4.4', '2024-02-29'],
    ['mongo', '6', 'MongoDB', '6', '2025-07-31'],
    ['mysql', '5.7', 'MySQL', '5.7', '2023-10-31'],
    ['mysql', '8.0.36', 'MySQL', '8.0', '2026-04-30'],
    ['mariadb', '10.6.4-focal', 'Ubuntu (standard support)', '20.04', '2025-05-31'],
    ['elasticsearch', '7.17.10', 'Elastic Stack', '7', '2026-01-15'],
    ['docker.elastic.co/kibana/kibana', '7.10.1', 'Elastic Stack', '7', '2026-01-15'],
    ['rabbitmq', '3.12-management', 'RabbitMQ', '3.12', '2024-06-30'],
    ['rabbitmq', '3-management-alpine', 'RabbitMQ', '3', '2024-09-17'],
    ['confluentinc/cp-kafka', '7.5.0', 'Confluent Platform', '7.5', '2026-08-25'],
    ['debian', 'buster-slim', 'Debian (long-term support)', '10', '2024-06-30'],
    ['debian', '10', 'Debian (long-term support)', '10', '2024-06-30'],
    ['ubuntu', '20.04', 'Ubuntu (standard support)', '20.04', '2025-05-31'],
    ['ubuntu', 'bionic', 'Ubuntu (standard support)', '18.04', '2023-05-31'],
    ['alpine', '3.15.4', 'Alpine Linux', '3.15', '2023-11-01'],
    ['php', '7.4-fpm', 'PHP', '7.4', '2022-11-28'],
    ['ruby', '2.7.8-slim', 'Ruby', '2.7', '2023-03-31'],
    ['golang', '1.20-alpine', 'Go', '1.20', '2024-02-06'],
    ['mcr.microsoft.com/dotnet/aspnet', '6.0', '.NET', '6.0', '2024-11-12'],
    ['nginx', '1.18.0', 'nginx', '1.18', '2021-04-20'],
    ['traefik', 'v2.10', 'Traefik', '2.10', '2024-02-12'],
    ['traefik', 'v1.7.34', 'Traefik', '1.7', '2021-12-31'],
    ['traefik', 'v3.6.2', 'Traefik', '3.6', '2026-08-16'],
    ['node', '25-slim', 'Node.js', '25', '2026-06-01'],
    ['postgres', '9', 'PostgreSQL', '9', '2021-11-11'],
    ['mongo', '8.2.1', 'MongoDB', '8.2', '2026-07-31'],
    ['mariadb', '11.7.2', 'MariaDB', '11.7', '2025-05-12'],
    ['mariadb', '12.2', 'MariaDB', '12.2', '2026-05-13'],
    ['rabbitmq', '4.1-management', 'RabbitMQ', '4.1', '2026-01-31'],
    ['golang', '1.25-alpine', 'Go', '1.25', '2026-08-19'],
    ['nginx', '1.28', 'nginx', '1.28', '2026-04-14'],
    ['nginx', '1.29.3-alpine', 'nginx', '1.29', '2026-05-13'],
    ['ubuntu', 'questing', 'Ubuntu (standard support)', '25.10', '2026-07-31'],
    ['grafana/grafana', '8.5.27', 'Grafana', '8', '2023-06-09'],
    ['grafana/grafana', '12.3.1', 'Grafana', '12.3', '2026-08-19'],
    ['quay.io/keycloak/keycloak', '21.1.2', 'Keycloak', '21', '2023-07-11'],
    ['haproxy', '2.4-alpine', 'HAProxy', '2.4', '2026-06-30'],
    ['eclipse-temurin', '22-jre', 'Eclipse Temurin', '22', '2024-09-17'],
    ['gcr.io/distroless/nodejs18-debian11', 'latest', 'Node.js', '18', '2025-04-30'],
    ['registry.example.com/library/node', '14', 'Node.js', '14', '2023-04-30'],
    ['bitnami/postgresql', '12', 'PostgreSQL', '12', '2024-11-21'],
  ])('%s:%s is %s %s, until %s', (image, tag, product, cycle, date) => {
    const end = endOfLife(image, tag)
    expect(end).toMatchObject({ product, cycle, date })
    expect(end && hasEnded(end)).toBe(true)
    expect(end?.source).toMatch(/^https:\/\//)
  })

  test.each([
    ['node', '24-alpine'],
    ['python', '3.13'],
    ['postgres', '17'],
    ['mysql', '8.4'],
    ['debian', 'bookworm'],
    ['alpine', '3.22'],
    ['mongo', '8.0'],
    ['mariadb', '11.8'],
    ['ruby', '4.0'],
    ['grafana/grafana', '13.1.0'],
  ])('%s:%s has not ended', (image, tag) => {
    const end = endOfLife(image, tag)
    expect(end && hasEnded(end)).toBe(false)
    expect(end && hasEnded(end, '2040-01-01')).toBe(true)
  })

  test.each([
    ['node', 'latest'],
    ['node', 'lts-alpine'],
    ['node', undefined],
    ['python', '3'],
    ['redis', '7'],
    ['redis', '7.2-alpine'],
    ['mysql', '8'],
    ['mongo', '7.9'],
    ['postgres', '16beta1'],
    ['nginx', '1'],
    ['nginx', 'alpine'],
    ['nginx', '1.30'],
    ['traefik', 'v2.11'],
    ['golang', '1.26'],
    ['rabbitmq', '4.2'],
    ['quay.io/keycloak/keycloak', '26.4'],
    ['eclipse-temurin', '21'],
    ['example/node', '12'],
    ['ghcr.io/someone/postgres', '9.6'],
    ['example/api', '14'],
    ['node', 'x'.repeat(500)],
  ])('%s:%s is not known', (image, tag) => {
    expect(endOfLife(image, tag)).toBeUndefined()
  })

  test('tells of the product and of what is below it', () => {
    expect(endsOfLife('node', '16-buster').map(end => end.product)).toEqual(['Node.js', 'Debian (long-term support)'])
  })

  test('every date is a day', () => {
    for (const [product, { ends }] of LIFECYCLES) {
      expect(ends.size, product).toBeGreaterThan(0)
      for (const [cycle, date] of ends)
        expect(new Date(date).toISOString().slice(0, 10), `${product} ${cycle}`).toBe(date)
    }
    expect(RULESET_DATE).toMatch(/^\d{4}-\d\d-\d\d$/)
  })
})

describe('discontinued', () => {
  test.each([
    ['bitnami/postgresql', '16.4.0'],
    ['bitnamilegacy/kafka', '3.6'],
    ['registry.example.com/bitnami/redis', '7.2'],
    ['openjdk', '17-jdk-slim'],
    ['wurstmeister/kafka', 'latest'],
    ['provectuslabs/kafka-ui', 'latest'],
    ['jaegertracing/all-in-one', '1.57'],
    ['jaegertracing/all-in-one', 'latest'],
    ['consul', '1.15'],
    ['minio/minio', 'RELEASE.2024-01-01T00-00-00Z'],
    ['minio/mc', 'latest'],
    ['quay.io/minio/minio', 'latest'],
    ['gcr.io/cadvisor/cadvisor', 'v0.49.1'],
    ['centos', '7'],
    ['grafana/promtail', '2.9.0'],
  ])('%s:%s', (image, tag) => {
    const found = discontinued(image, tag)
    expect(found?.source).toMatch(/^https:\/\//)
    expect(found?.instead).toMatch(/^[A-Z]/)
  })

  test.each([
    ['bitnami/postgresql', 'latest'],
    ['postgres', '16'],
    ['hashicorp/consul', '1.20'],
    ['jaegertracing/jaeger', '2.11.0'],
    ['eclipse-temurin', '21'],
    ['example/openjdk', '17'],
    ['ghcr.io/someone/consul', '1'],
    ['prom/prometheus', 'v3'],
  ])('not %s:%s', (image, tag) => {
    expect(discontinued(image, tag)).toBeUndefined()
  })
})
