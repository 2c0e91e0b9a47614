import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseImageReference } from '../../src/parse/image-reference.js'

const SHA = `sha256:${'0123456789abcdef'.repeat(4)}`

describe('parseImageReference', () => {
  test.each([
    ['postgres', 'postgres', undefined, undefined],
    ['postgres:16-alpine', 'postgres', '16-alpine', undefined],
    ['library/postgres:16', 'postgres', '16', undefined],
    ['docker.io/postgres', 'postgres', undefined, undefined],
    ['docker.io/library/postgres:16', 'postgres', '16', undefined],
    ['index.docker.io/bitnami/kafka:3', 'bitnami/kafka', '3', undefined],
    ['bitnami/kafka', 'bitnami/kafka', undefined, undefined],
    [
      'docker.elastic.co/elasticsearch/elasticsearch:8.1.0',
      'docker.elastic.co/elasticsearch/elasticsearch',
      '8.1.0',
      undefined,
    ],
    ['localhost/app', 'localhost/app', undefined, undefined],
    ['localhost:5000/app:1', 'localhost:5000/app', '1', undefined],
    ['registry:5000/team/library/app', 'registry:5000/team/library/app', undefined, undefined],
    ['[::1]:5000/app', '[::1]:5000/app', undefined, undefined],
    ['REGISTRY/app', 'REGISTRY/app', undefined, undefined],
    [`redis@${SHA}`, 'redis', undefined, SHA],
    [`ghcr.io/a/b:v1@${SHA}`, 'ghcr.io/a/b', 'v1', SHA],
    ['a__b/c---d.e_f', 'a__b/c---d.e_f', undefined, undefined],
    ['scratch', 'scratch', undefined, undefined],
  ])('%s', (text, repository, tag, digest) => {
    expect(parseImageReference(text)).toEqual({ text, repository, ...(tag && { tag }), ...(digest && { digest }) })
  })

  test.each([
    '',
    'Postgres',
    'bitnami/Kafka',
    'a b',
    ' postgres',
    'postgres:',
    'postgres:-x',
    `postgres:${'x'.repeat(129)}`,
    'postgres@sha256:abc',
    `postgres@${SHA.toUpperCase()}`,
    `postgres@${SHA}@${SHA}`,
    'a//b',
    '/a',
    'a/',
    'a_-b',
    'a___b',
    '-a',
    'host:x/app',
    'bad_host.com:5000/app',
    '0123456789abcdef'.repeat(4),
    `${'a'.repeat(256)}`,
    '${IMAGE}',
  ])('refuses %j', text => expect(parseImageReference(text)).toBeUndefined())

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '/', ':', '@', '.', '_', '-', '[', ']', '0') }), text => {
        const reference = parseImageReference(text)
        if (reference) expect(reference.repository).not.toBe('')
      }),
    )
  })
})
