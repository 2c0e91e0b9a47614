import { describe, expect, it } from 'vitest'
import { auditTree } from '../../../src/audit.js'
import { DEFAULT_OPTIONS } from '../../../src/config/config.js'
import { treeOf } from '../../../src/examples.js'
import type { Files } from '../../support/model.js'

const DOCKERFILE = 'FROM node:24.1.0-slim\nWORKDIR /app\nCOPY . .\nCMD ["node", "server.js"]\n'
const REDIS = '  redis: { image: "redis:8.0" }\n'
const ADDS = `const { Queue } = require('bullmq')
const queue = new Queue('mail', { connection: { host: 'redis' } })
require('http').createServer(async () => queue.add('welcome', {})).listen(3000)
`

/** What the rule says of `api`: its finding, or why it is not certain, or nothing. */
function said(server: string, files: Files = {}, services = REDIS): string {
  const all = {
    'compose.yaml': `services:\n  api: { build: ., ports: ["3000:3000"] }\n${services}`,
    Dockerfile: DOCKERFILE,
    'package.json': '{ "name": "api" }',
    'server.js': server,
    ...files,
  }
  const { judgements } = auditTree(treeOf(new Map(Object.entries(all))), DEFAULT_OPTIONS)
  const outcomes = judgements.find(({ rule }) => rule.id === 'process/queue-without-worker')?.outcomes ?? []
  return outcomes
    .map(one => {
      if (one.status === 'fail') return one.findings.map(({ message }) => message).join()
      return one.status === 'unverified' ? one.because : one.status
    })
    .join()
}

describe('queues of Bull and BullMQ', () => {
  it('are missed where nothing takes them', () => {
    expect(said(ADDS)).toBe('api adds jobs to mail, and nothing in the repository takes them')
  })

  it.each<[string, string, Files, string?]>([
    [
      'a worker whose queue is not told',
      'which queues the workers take is not known, so that one of them may take mail',
      { 'more.js': "const { Worker } = require('bullmq')\nnew Worker(process.env.QUEUE, async () => {})\n" },
    ],
    [
      'a class that is given the name of the queue',
      'which queues the workers take is not known, so that one of them may take mail',
      {
        'more.js': `const { Worker } = require('bullmq')
class Runner { constructor(name) { this.worker = new Worker(name, async () => {}) } }
new Runner('mail')
`,
      },
    ],
    [
      'a package that makes workers',
      'which queues the workers take is not known, so that one of them may take mail',
      { 'more.js': "require('nest-bullmq-helper')\n" },
    ],
    [
      'a program that nobody knows',
      'what jobs does is not known: it may take the jobs of mail',
      { 'more.js': '' },
      `${REDIS}  jobs: { image: "ghcr.io/acme/jobs:1.4.0" }\n`,
    ],
    [
      'a Redis that others reach',
      'a program of another repository may take the jobs of mail',
      { 'more.js': '' },
      '  db: { image: "postgres:17.2" }\n',
    ],
    [
      'a supervisor that starts the worker',
      'whether anything starts jobs/mail.js is not known',
      {
        'more.js': '',
        'jobs/mail.js': "const { Worker } = require('bullmq')\nnew Worker('mail', async () => {})\n",
        'supervisord.conf': '[program:jobs]\ncommand=node jobs/mail.js\n',
      },
    ],
  ])('are not judged beside %s', (_, because, files, services) => {
    expect(said(`require('./more')\n${ADDS}`, files, services)).toBe(because)
  })

  it('are taken by a class that is a worker, in what a script starts beside the program', () => {
    const worker = `const { Worker } = require('bullmq')
class Mails extends Worker { constructor() { super('mail', async () => {}) } }
new Mails()
`
    const files = { 'jobs.js': worker, 'start.sh': 'node jobs.js &\nexec node server.js\n' }
    const dockerfile = DOCKERFILE.replace('["node", "server.js"]', 'sh start.sh')
    expect(said(ADDS, { ...files, Dockerfile: dockerfile })).toBe('pass')
    expect(said(ADDS, { 'jobs.js': worker })).toContain(
      'its worker is in jobs.js, which no program that is started loads',
    )
  })

  it('are those of a function that makes them, and of what is injected', () => {
    const made = `const { Queue } = require('bullmq')
let queue
function mails() { if (!queue) queue = new Queue('mail'); return queue }
require('http').createServer(async () => mails().add('welcome', {})).listen(3000)
`
    expect(said(made)).toContain('adds jobs to mail')
    expect(said(made.replace(".add('welcome', {})", '.getJobCounts()'))).toBe('')
  })
})
