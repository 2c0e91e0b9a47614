import { expect, it } from 'vitest'
import type { Edge } from '../../src/model/system.js'
import { systemOfServices } from '../support/model.js'

function lines(services: string, via: Edge['via']): readonly string[] {
  return systemOfServices(services)
    .edges.filter(edge => edge.via === via)
    .map(({ from, host, port, answer, networks }) => {
      const to = answer.kind === 'workload' ? answer.workload.name : answer.kind
      return `${from.name} → ${host}${port === undefined ? '' : `:${port}`} = ${to} on ${networks.join(' ') || 'none'}`
    })
}

it('holds every address of the environment, answered or not', () => {
  const variables = '{DB: "postgres://db/erp", CACHE: "redis://cache:6379", MAIL: "smtp://mail.example.com"}'
  expect(lines(`app:\n  image: a\n  environment: ${variables}\ndb: {image: b}\n`, 'environment')).toEqual([
    'app → db = db on default',
    'app → cache:6379 = nobody on none',
    'app → mail.example.com = outside on none',
  ])
})

it('holds the order of start', () => {
  expect(lines('app: {image: a, depends_on: [db]}\ndb: {image: b}\n', 'dependency')).toEqual([
    'app → db = db on default',
  ])
})

it('holds the arguments that somebody answers to, once each', () => {
  const command = 'serve --queue=amqp://u:p@mq:5672 --db db:5432 --again db:5432 --image other:17 --self app:80'
  expect(lines(`app: {image: a, command: "${command}"}\ndb: {image: b}\nmq: {image: c}\n`, 'argument')).toEqual([
    'app → mq:5672 = mq on default',
    'app → db:5432 = db on default',
  ])
})

it('looks into scripts', () => {
  const command = `sh -c "until nc -z db 5432; do sleep 1; done; curl http://mq:15672/api"`
  expect(lines(`app:\n  image: a\n  command: '${command}'\ndb: {image: b}\nmq: {image: c}\n`, 'argument')).toEqual([
    'app → mq:15672 = mq on default',
  ])
})
