import { type CeleryWorker, celeryWorkersOf } from '../../src/model/process/celery-workers.js'
import { jobsWithoutWorker } from '../../src/model/process/jobs-without-worker.js'
import { untakenJobs } from '../../src/model/process/untaken-jobs.js'
import { defineRule } from '../../src/rule.js'
import { listOf } from '../../src/words.js'

const NODE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "server.js"]
        `

const NAME = { celery: 'Celery', rq: 'RQ', arq: 'arq', dramatiq: 'Dramatiq' } as const
/** How a worker of each is started; the module is that of the application. */
const COMMAND = {
  celery: 'celery -A app worker',
  rq: 'rq worker --url redis://redis:6379 default',
  arq: 'arq app.worker.WorkerSettings',
  dramatiq: 'dramatiq app.tasks',
} as const

const UVICORN = `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0"]
        `

export default defineRule({
  id: 'process/queue-without-worker',
  title: 'Tasks are sent to a queue that no worker takes',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'What is sent to a queue that nobody takes is accepted, waits in the broker for ever, and fills its memory: mails, payments and reports never happen, and nothing fails. A worker of Celery that is not told its queues takes the default one alone; jobs of BullMQ wait for a `Worker` of exactly their name, in a program that is started.',
  fix: 'Name each queue in `-Q` of a worker of Celery, or take the queue out of the routes; deploy a worker where there is none. For BullMQ, deploy the program that makes the `Worker`, under the name that the jobs are added to.',
  refs: [
    'https://docs.celeryq.dev/en/stable/userguide/routing.html',
    'https://docs.celeryq.dev/en/stable/userguide/workers.html#queues',
    'https://python-rq.org/docs/workers/',
    'https://docs.bullmq.io/guide/workers',
    'https://docs.nestjs.com/techniques/queues',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const jobs = untakenJobs(service, system)
      if (!jobs) continue
      const [first, ...others] = jobs.untaken
      const [unhandled, ...more] = service.addedJobs?.unhandled ?? []
      if (!first && unhandled) {
        const what = `${service.name} adds ${unhandled.job} to ${unhandled.queue}, and its worker has handlers for ${listOf(unhandled.handled)} only: the job fails`
        fail(service, unhandled.at, what, {
          key: 'handlers',
          fix: `Add a handler for \`${unhandled.job}\`, or give both the same name, from one constant.`,
          related: [
            { at: unhandled.worker, message: `the worker of ${unhandled.queue}` },
            ...more
              .slice(0, 10)
              .map(({ at, job, queue }) => ({ at, message: `nor is there one for ${job} of ${queue}` })),
          ],
        })
      } else if (!first) pass(service)
      else if (jobs.because !== undefined) unverified(service, first.at, jobs.because)
      else
        fail(service, first.at, `${service.name} adds jobs to ${first.name}, and ${first.reason}`, {
          key: 'jobs',
          fix: first.fix,
          related: [
            ...(first.beside ? [first.beside] : []),
            ...others.map(({ at, name, reason }) => ({ at, message: `jobs are added to ${name} too, and ${reason}` })),
          ],
        })
    }
    for (const service of system.services) {
      const jobs = jobsWithoutWorker(service, system)
      if (!jobs) continue
      const { lost, because } = jobs
      if (!lost) pass(service)
      else if (because !== undefined) unverified(service, lost.at, because)
      else
        fail(
          service,
          lost.at,
          `${service.name} leaves work to ${NAME[lost.library]}, and nothing that is deployed runs a worker`,
          {
            key: lost.library,
            fix: `Deploy a workload of the same image beside ${service.name} with \`command: ${COMMAND[lost.library]}\`.`,
          },
        )
    }
    const workers = celeryWorkersOf(system)
    for (const service of system.services) {
      const told = service.celeryQueues
      const own = workers.find(({ workload }) => service.workloads.includes(workload))
      if (!told || !own) continue
      const { workload } = own
      const untaken = [...told.sent].filter(([queue]) => !workers.some(worker => takes(worker, queue, told.taken)))
      const [first] = untaken
      if (!first) {
        pass(workload)
        continue
      }
      const open = workers.find(({ queues }) => queues === null)
      if (open) unverified(workload, open.at, `which queues ${open.workload.name} takes is not told`)
      else if (told.taken === 'unknown' && workers.some(({ queues }) => queues === undefined)) pass(workload)
      else {
        const taken = own.queues ?? [told.taken]
        const names = untaken.map(([queue]) => queue)
        const what = `tasks are sent to ${listOf(names)}, and no worker takes them: ${workload.name} takes ${listOf(taken)} only`
        fail(workload, first[1], what, {
          fix: `Start ${workload.name} with \`-Q ${[...new Set([...taken, ...names])].join(',')}\`, or another worker with \`-Q ${names.join(',')}\`; or take the queue out of the routes.`,
          related: [{ at: own.at, message: `${workload.name} is started here` }],
        })
      }
    }
  },
  examples: {
    bad: [
      {
        // The names of the jobs differ by the case of two letters.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
            redis: { image: "redis:8.0" }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { BullModule, InjectQueue, Process, Processor } from '@nestjs/bull'
          import { Controller, Get, Module } from '@nestjs/common'
          import { NestFactory } from '@nestjs/core'
          import type { Job, Queue } from 'bull'
          @Controller('reports')
          class ReportsController {
            constructor(@InjectQueue('mail') private readonly mails: Queue) {}
            @Get('csv') csv() { return this.mails.add('sendCsv', { to: 'a' }) }
            @Get('pdf') pdf() { return this.mails.add('sendPdf', { to: 'a' }) } //! api adds sendPdf to mail, and its worker has handlers for sendCsv and sendPDF only: the job fails
          }
          @Processor('mail')
          class MailProcessor {
            @Process('sendCsv') csv(job: Job) {}
            @Process({ name: 'sendPDF' }) pdf(job: Job) {}
          }
          @Module({ imports: [BullModule.registerQueue({ name: 'mail' })], controllers: [ReportsController], providers: [MailProcessor] })
          class AppModule {}
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
      },
      {
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            web: { build: ., command: gunicorn shop.wsgi -b 0.0.0.0:8000, ports: ["8000:8000"] }
            worker: { build: ., command: celery -A shop worker -l info }
            beat: { build: ., command: celery -A shop beat }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
        `,
        'manage.py': `
          import os
          os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')
        `,
        'shop/__init__.py': `
          from .celery import app as celery_app
        `,
        'shop/wsgi.py': `
          import os
          from django.core.wsgi import get_wsgi_application
          os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')
          application = get_wsgi_application()
        `,
        'shop/celery.py': `
          import os
          from celery import Celery
          os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')
          app = Celery('shop')
          app.config_from_object('django.conf:settings', namespace='CELERY')
          app.autodiscover_tasks()
        `,
        'shop/settings.py': `
          CELERY_BROKER_URL = 'redis://redis:6379/0'
          CELERY_TASK_ROUTES = {
              'payments.tasks.*': {'queue': 'payments'}, #! tasks are sent to payments and default, and no worker takes them: worker takes celery only
              'accounts.tasks.*': {'queue': 'default'},
          }
        `,
      },
      {
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            worker: { build: ., command: "celery -A jobs worker -Q celery,mail" }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
        `,
        'jobs.py': `
          from celery import Celery
          app = Celery('jobs', broker='redis://redis:6379/0')
          app.conf.update(
              task_routes={'jobs.mail': {'queue': 'mail'}},
              beat_schedule={'nightly': {'task': 'jobs.report', 'schedule': 3600, 'options': {'queue': 'reports'}}}, #! tasks are sent to reports and slow, and no worker takes them
          )

          @app.task
          def mail(): ...

          @app.task(queue='slow')
          def report(): ...
        `,
      },
      {
        // No worker at all.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            api: { build: api, ports: ["8000:8000"] }
            shop: { build: shop, ports: ["8001:8000"] }
            desk: { build: desk, ports: ["8002:8000"] }
            news: { build: news, ports: ["8003:8000"] }
        `,
        'api/Dockerfile': UVICORN,
        'api/tasks.py': `
          from celery import Celery
          celery = Celery('tasks', broker='redis://redis:6379/0')

          @celery.task
          def confirm(order): ...
        `,
        'api/main.py': `
          from fastapi import FastAPI
          from tasks import confirm
          app = FastAPI()
          @app.post('/orders')
          def create():
              confirm.delay(1) #! api leaves work to Celery, and nothing that is deployed runs a worker
        `,
        'shop/Dockerfile': UVICORN,
        'shop/main.py': `
          from fastapi import FastAPI
          from redis import Redis
          from rq import Queue
          queue = Queue('mail', connection=Redis(host='redis'))
          app = FastAPI()
          def mail(to): ...
          @app.post('/mails')
          def send():
              queue.enqueue(mail, 'a@example.com') #! shop leaves work to RQ
        `,
        'news/Dockerfile': UVICORN,
        'news/main.py': `
          import dramatiq
          from dramatiq.brokers.redis import RedisBroker
          from fastapi import FastAPI
          dramatiq.set_broker(RedisBroker(host='redis'))
          app = FastAPI()
          @dramatiq.actor
          def publish(number): ...
          @app.post('/news')
          def add():
              publish.send(1) #! news leaves work to Dramatiq
        `,
        'desk/Dockerfile': UVICORN,
        'desk/main.py': `
          from arq import create_pool
          from arq.connections import RedisSettings
          from fastapi import FastAPI
          app = FastAPI()
          @app.post('/reports')
          async def report():
              pool = await create_pool(RedisSettings(host='redis'))
              await pool.enqueue_job('report') #! desk leaves work to arq
        `,
      },
      {
        // The worker is written, and the program that makes it is never started.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            api: { build: ., ports: ["3000:3000"] }
        `,
        Dockerfile: NODE,
        'package.json': `
          { "scripts": { "start": "node server.js", "worker": "node worker.js" } }
        `,
        'queues.js': `
          const { Queue } = require('bullmq')
          const connection = { host: 'redis' }
          exports.mailQueue = new Queue('mail', { connection })
          exports.reportQueue = new Queue('report', { connection })
        `,
        'server.js': `
          const express = require('express')
          const { Worker } = require('bullmq')
          const { mailQueue, reportQueue } = require('./queues')
          const app = express()
          new Worker('report', async job => job.data, { connection: { host: 'redis' } })
          app.post('/orders', async (req, res) => {
            await mailQueue.add('confirm', { to: req.body.mail }) //! api adds jobs to mail, and nothing that is deployed takes them: its worker is in worker.js, which no program that is started loads
            await reportQueue.add('order', {})
            res.sendStatus(201)
          })
          app.listen(3000)
        `,
        'worker.js': `
          const { Worker } = require('bullmq')
          new Worker('mail', async job => send(job.data), { connection: { host: 'redis' } })
        `,
      },
      {
        // A letter too many; and a processor that was never written.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            api: { build: ., command: node dist/main.js, ports: ["3000:3000"] }
        `,
        Dockerfile: NODE,
        'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
        'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { BullModule } from '@nestjs/bullmq'
          import { OrdersService } from './orders.service'
          import { MailProcessor } from './mail.processor'
          @Module({
            imports: [BullModule.forRoot({ connection: { host: 'redis' } }), BullModule.registerQueue({ name: 'emails' }, { name: 'audit' })],
            providers: [OrdersService, MailProcessor],
          })
          export class AppModule {}
        `,
        'src/mail.processor.ts': `
          import { Processor, WorkerHost } from '@nestjs/bullmq'
          @Processor('email')
          export class MailProcessor extends WorkerHost {
            async process(job) {}
          }
        `,
        'src/orders.service.ts': `
          import { Injectable } from '@nestjs/common'
          import { InjectQueue } from '@nestjs/bullmq'
          import { Queue } from 'bullmq'
          @Injectable()
          export class OrdersService {
            constructor(@InjectQueue('emails') private readonly mails: Queue, @InjectQueue('audit') private readonly audit: Queue) {}
            async create() {
              await this.mails.add('confirm', {}) //! api adds jobs to emails, and nothing takes them: the worker of src/mail.processor.ts takes those of email
              await this.audit.add('created', {})
            }
          }
        `,
      },
    ],
    good: [
      {
        // A handler for each, one for all others, and a library whose workers take jobs of every name.
        'compose.yaml': `
          services:
            api: { build: ., ports: ["3000:3000"] }
            redis: { image: "redis:8.0" }
        `,
        Dockerfile: `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `,
        'src/main.ts': `
          import { BullModule, InjectQueue, Process, Processor } from '@nestjs/bull'
          import { Controller, Get, Module } from '@nestjs/common'
          import { NestFactory } from '@nestjs/core'
          import type { Job, Queue } from 'bull'
          @Controller('reports')
          class ReportsController {
            constructor(@InjectQueue('mail') private readonly mails: Queue) {}
            @Get('csv') csv() { return this.mails.add('sendCsv', { to: 'a' }) }
            @Get('pdf') pdf() { return this.mails.add('sendPdf', { to: 'a' }) }
          }
          @Processor('mail')
          class MailProcessor {
            @Process('sendCsv') csv(job: Job) {}
            @Process({ name: 'sendPdf' }) pdf(job: Job) {}
          }
          @Controller('orders')
          class OrdersController {
            constructor(@InjectQueue('orders') private readonly orders: Queue) {}
            @Get() add() { return this.orders.add('paid', { id: 1 }) }
          }
          @Processor('orders')
          class OrdersProcessor {
            @Process('sent') sent(job: Job) {}
            @Process('*') others(job: Job) {}
          }
          @Module({ imports: [BullModule.registerQueue({ name: 'mail' }, { name: 'orders' })], controllers: [ReportsController, OrdersController], providers: [MailProcessor, OrdersProcessor] })
          class AppModule {}
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
      },
      {
        // By a command, in the code of a program that runs, on request; and where tasks are done at once.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            api: { build: api, ports: ["8000:8000"] }
            worker: { build: api, command: celery -A tasks worker }
            shop: { build: shop, ports: ["8001:8000"] }
            jobs: { build: shop, command: python jobs.py }
            desk: { build: desk, ports: ["8002:8000"] }
            reports: { build: desk, command: arq worker.WorkerSettings, profiles: [reports] }
            crm: { build: crm, ports: ["8003:8000"] }
        `,
        'api/Dockerfile': UVICORN,
        'api/tasks.py': `
          from celery import Celery
          celery = Celery('tasks', broker='redis://redis:6379/0')

          @celery.task
          def confirm(order): ...
        `,
        'api/main.py': `
          from fastapi import FastAPI
          from tasks import confirm
          app = FastAPI()
          @app.post('/orders')
          def create():
              confirm.delay(1)
        `,
        'shop/Dockerfile': UVICORN,
        'shop/queues.py': `
          from redis import Redis
          from rq import Queue
          queue = Queue('mail', connection=Redis(host='redis'))
          def mail(to): ...
        `,
        'shop/main.py': `
          from fastapi import FastAPI
          from rq import Queue
          from queues import mail, queue
          app = FastAPI()
          @app.post('/mails')
          def send():
              queue.enqueue(mail, 'a@example.com')
        `,
        'shop/jobs.py': `
          from rq import Worker
          from queues import queue
          Worker([queue], connection=queue.connection).work()
        `,
        'desk/Dockerfile': UVICORN,
        'desk/main.py': `
          from arq import create_pool
          from arq.connections import RedisSettings
          from fastapi import FastAPI
          app = FastAPI()
          @app.post('/reports')
          async def report():
              pool = await create_pool(RedisSettings(host='redis'))
              await pool.enqueue_job('report')
        `,
        'desk/worker.py': `
          class WorkerSettings:
              functions = []
        `,
        'crm/Dockerfile': UVICORN,
        'crm/main.py': `
          from celery import Celery
          from fastapi import FastAPI
          celery = Celery('main')
          celery.conf.task_always_eager = True
          app = FastAPI()
          @celery.task
          def confirm(order): ...
          @app.post('/orders')
          def create():
              confirm.delay(1)
        `,
      },
      {
        // Each in a program of its own, also by a constant, a list and a function; a queue that is only looked at.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            api: { build: ., ports: ["3000:3000"] }
            worker: { build: ., command: node worker.js }
        `,
        Dockerfile: NODE,
        'queues.js': `
          const { Queue, FlowProducer } = require('bullmq')
          const QUEUES = { MAIL: 'mail', REPORT: 'report' }
          const connection = { host: 'redis' }
          function queue(name) {
            return new Queue(name, { connection })
          }
          module.exports = { QUEUES, queue, old: new Queue('old', { connection }), flow: new FlowProducer({ connection }) }
        `,
        'server.js': `
          const express = require('express')
          const { QUEUES, queue, old, flow } = require('./queues')
          const app = express()
          app.post('/orders', async (req, res) => {
            await queue(QUEUES.MAIL).add('confirm', {})
            await queue('report').addBulk([])
            await flow.add({ name: 'month', queueName: 'month', children: [{ name: 'day', queueName: 'day' }] })
            res.json(await old.getJobCounts())
          })
          app.listen(3000)
        `,
        'worker.js': `
          const { Worker } = require('bullmq')
          const { QUEUES } = require('./queues')
          for (const name of Object.values(QUEUES)) new Worker(name, async job => job.data)
          ;['month', 'day'].forEach(name => new Worker(name, async job => job.data))
        `,
      },
      {
        // Bull gives the queue itself a handler; a script of the image starts two programs.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            api: { build: ., command: sh start.sh, ports: ["3000:3000"] }
        `,
        Dockerfile: NODE,
        'start.sh': `
          node worker.js &
          exec node server.js
        `,
        'queue.js': `
          const Bull = require('bull')
          module.exports = { mails: new Bull('mails', 'redis://redis:6379') }
        `,
        'server.js': `
          const express = require('express')
          const { mails } = require('./queue')
          const app = express()
          app.post('/orders', async (req, res) => res.json(await mails.add({ to: req.body.mail })))
          app.listen(3000)
        `,
        'worker.js': `
          const { mails } = require('./queue')
          mails.process(5, async job => job.data)
        `,
      },
      {
        // A worker for each; a default of its own.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            worker: { build: ., command: celery -A jobs worker }
            slow: { build: ., command: celery -A jobs worker --queues=slow --concurrency=1 }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
        `,
        'jobs.py': `
          from celery import Celery
          app = Celery('jobs', broker='redis://redis:6379/0')
          app.conf.task_default_queue = 'default'
          app.conf.task_routes = {'jobs.mail': {'queue': 'default'}, 'jobs.report': {'queue': 'slow'}}

          @app.task
          def mail(): ...
        `,
      },
      {
        // Its own list of queues, of which the worker takes all.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            worker: { build: ., command: celery -A jobs worker }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
        `,
        'jobs.py': `
          from celery import Celery
          from kombu import Queue
          app = Celery('jobs', broker='redis://redis:6379/0')
          app.conf.task_queues = (Queue('celery'), Queue('slow'))
          app.conf.task_routes = {'jobs.report': {'queue': 'slow'}}
        `,
      },
    ],
  },
})

/** A worker that lists nothing takes what its application says. */
function takes({ queues }: CeleryWorker, queue: string, taken: string): boolean {
  return queues === undefined ? queue === taken : (queues?.includes(queue) ?? false)
}
