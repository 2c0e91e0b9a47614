import { describe, expect, it } from 'vitest'
import { service, systemOf, workload } from '../support/model.js'

const CHECKED = 'FROM node:22\nHEALTHCHECK CMD curl -f localhost || exit 1\n'
const health = (settings: string, dockerfile?: string) =>
  service(settings, dockerfile === undefined ? {} : { Dockerfile: dockerfile }).health
const check = (settings: string, dockerfile?: string) => {
  const { state, checks } = health(settings, dockerfile)
  return [state, ...checks.map(one => `${one.source} ${one.form} ${one.text}`)]
}

describe('the check of the service', () => {
  it.each<[string, readonly string[]]>([
    ['["CMD", "pg_isready", "-U", "erp"]', ['checked', 'deployment exec pg_isready -U erp']],
    ['["CMD-SHELL", "pg_isready || exit 1"]', ['checked', 'deployment shell pg_isready || exit 1']],
    ['pg_isready || exit 1', ['checked', 'deployment shell pg_isready || exit 1']],
    ['["CMD", "sh", "-c", "pg_isready || exit 1"]', ['checked', 'deployment shell pg_isready || exit 1']],
    ['["CMD", "/bin/bash", "-ec", "pg_isready"]', ['checked', 'deployment shell pg_isready']],
    ['["NONE"]', ['disabled']],
  ])('is read from %s', (test, expected) => {
    expect(
      check(`image: acme/app\nhealthcheck: {test: ${test.startsWith('[') ? test : JSON.stringify(test)}}`),
    ).toEqual(expected)
  })

  it('wins over that of the image', () => {
    expect(check('build: .\nhealthcheck: {test: [CMD, "true"]}', CHECKED)).toEqual(['checked', 'deployment exec true'])
  })

  it('is switched off', () => {
    expect(check('build: .\nhealthcheck: {disable: true}', CHECKED)).toEqual(['disabled'])
    expect(check('build: .\nhealthcheck: {test: [NONE]}', CHECKED)).toEqual(['disabled'])
    expect(check('build: .\nhealthcheck: {disable: "${OFF}"}', CHECKED)).toEqual(['unknown'])
    expect(check('build: .\nhealthcheck: {disable: false}', CHECKED)[0]).toBe('checked')
  })

  it('reads variables of the container, not of Compose', () => {
    expect(check('image: acme/app\nhealthcheck: {test: "pg_isready -U $$POSTGRES_USER"}')[1]).toBe(
      'deployment shell pg_isready -U $POSTGRES_USER',
    )
  })
})

describe('without a test of the service', () => {
  it.each(['{interval: 10s}', '{test: []}', '{interval: 10s, retries: 5}', '{}'])(
    '%s keeps the check of the Dockerfile',
    healthcheck => {
      expect(check(`build: .\nhealthcheck: ${healthcheck}`, CHECKED)).toEqual([
        'checked',
        'dockerfile shell curl -f localhost || exit 1',
      ])
    },
  )

  it.each<[string, readonly string[]]>([
    [CHECKED, ['checked', 'dockerfile shell curl -f localhost || exit 1']],
    [
      'FROM node:22\nHEALTHCHECK --interval=5s CMD ["node", "health.js"]\n',
      ['checked', 'dockerfile exec node health.js'],
    ],
    ['FROM node:22\nHEALTHCHECK CMD ["sh", "-c", "curl x"]\n', ['checked', 'dockerfile shell curl x']],
    [`${CHECKED}HEALTHCHECK NONE\n`, ['disabled']],
    [
      `${CHECKED.replace('node:22', 'node:22 AS base')}FROM base\nCMD node .\n`,
      ['checked', 'dockerfile shell curl -f localhost || exit 1'],
    ],
    [`${CHECKED.replace('node:22', 'node:22 AS base')}FROM node:22\nCMD node .\n`, ['none']],
    ['FROM node:22\n', ['none']],
    ['FROM scratch\n', ['none']],
    ['FROM ghcr.io/acme/base:1\n', ['unknown']],
    ['ARG BASE\nFROM $BASE\n', ['unknown']],
    ['FROM eventstore/eventstore:23.10\n', ['checked', "image image the image's own HEALTHCHECK"]],
  ])('the image decides: %j', (dockerfile, expected) => {
    expect(check('build: .', dockerfile)).toEqual(expected)
  })

  it.each([
    ['postgres:17', 'none'],
    ['eventstore/eventstore:23.10', 'checked'],
    ['acme/app:1', 'unknown'],
    ['postgres:${TAG}', 'none'],
  ])('the image %s has %s', (image, state) => {
    expect(health(`image: "${image}"`).state).toBe(state)
  })

  it('a client of a server has what the image of the server has', () => {
    expect(
      health('image: postgres:17\ncommand: ["sh", "-c", "while true; do pg_dump erp; sleep 3600; done"]').state,
    ).toBe('none')
  })
})

it('merges check and settings of two files', () => {
  const system = systemOf({
    'compose.yaml':
      'services:\n  app:\n    image: a\n    healthcheck: {test: [CMD, "true"]}\n  job:\n    image: a\n    healthcheck: {test: [CMD, "true"]}\n',
    'compose.prod.yaml':
      'services:\n  app:\n    healthcheck: {interval: 5s}\n  job:\n    healthcheck: {disable: true}\n',
  })
  expect([workload(system, 'app').health.state, workload(system, 'job').health.state]).toEqual(['checked', 'disabled'])
})

it('points at the check, else at the service', () => {
  const at = (settings: string) => health(settings).at.start
  const text = 'services:\n  app:\n    image: postgres:17\n    healthcheck: {interval: 5s}'
  expect(at('image: postgres:17\nhealthcheck: {interval: 5s}')).toBe(text.indexOf('healthcheck'))
  expect(at('image: postgres:17')).toBe(text.indexOf('app'))
})
