import { instancesOf } from '../../src/model/code/instances.js'
import { beatOf } from '../../src/model/process/celery-workers.js'
import { defineRule } from '../../src/rule.js'
import { knownValue } from '../../src/source.js'

const DOCKERFILE = `
          FROM node:24.1.0-slim
          WORKDIR /app
          COPY . .
          CMD ["node", "dist/main.js"]
        `
const COMPOSE = `
          services: { api: { build: ., deploy: { replicas: 3 } } }
        `
const NEST = {
  'src/main.ts': `
          import { NestFactory } from '@nestjs/core'
          import { AppModule } from './app.module'
          NestFactory.create(AppModule).then(app => app.listen(3000))
        `,
  'src/app.module.ts': `
          import { Module } from '@nestjs/common'
          import { ScheduleModule } from '@nestjs/schedule'
          import { InvoicesService } from './invoices.service'
          @Module({ imports: [ScheduleModule.forRoot()], providers: [InvoicesService] })
          export class AppModule {}
        `,
}

export default defineRule({
  id: 'scale/schedule-in-every-replica',
  title: 'Work by the clock is done by every instance at the same time',
  category: 'infrastructure-stability',
  severity: 'medium',
  confidence: 'B',
  since: '0.1.0',
  effort: 'hours',
  why: 'A schedule in the code of a service is one in each of its processes: three replicas send each reminder three times, and close the month three times at once. Nothing shows it while there is one instance.',
  fix: 'Run it in one place, such as a CronJob, a worker with one replica, or a job scheduler of the queue that all instances share (`queue.upsertJobScheduler(…)` of BullMQ). Or take a lock first that only one gets: `pg_try_advisory_lock`, `redlock`.',
  refs: [
    'https://docs.nestjs.com/techniques/task-scheduling',
    'https://docs.bullmq.io/guide/job-schedulers',
    'https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS',
    'https://apscheduler.readthedocs.io/en/3.x/faq.html',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const [first, ...others] = service.schedules
      if (!first) continue
      const instances = instancesOf(system, service)
      if (instances.state === 'one' || first.guard === 'lock') pass(service)
      else if (instances.state === 'unknown')
        unverified(service, first, `how many instances of ${service.name} run is not known: ${instances.because}`)
      else if (first.guard === 'unknown')
        unverified(service, first, `a variable may choose the instance of ${service.name} that does it`)
      else
        fail(service, first, `each of ${instances.text} of ${service.name} runs this by the clock (${first.library})`, {
          key: 'schedule',
          related: [
            { at: instances.at, message: 'the number of instances' },
            ...others.map(({ at }) => ({ at, message: 'and so they do this' })),
          ],
        })
    }
    for (const workload of system.workloads) {
      const beat = workload.longRunning ? beatOf(workload) : undefined
      if (!beat) continue
      const replicas = knownValue(workload.replicas)
      if (workload.replicas && replicas === undefined)
        unverified(workload, workload.replicas, `how many instances of ${workload.name} run is not known`)
      else if (replicas === undefined || replicas < 2 || beat.locks) pass(workload)
      else
        fail(
          workload,
          beat,
          `each of ${replicas} replicas of ${workload.name} runs the schedule of Celery (${beat.text})`,
          {
            key: 'beat',
            fix: 'Run `celery beat` in a workload of its own with one replica, and the workers without `-B`; or take a scheduler that locks (`--scheduler redbeat.RedBeatScheduler`).',
            related: workload.replicas ? [{ at: workload.replicas.at, message: 'the number of instances' }] : [],
          },
        )
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            worker:
              build: .
              command: celery -A erp worker -B --concurrency=4 #! each of 3 replicas of worker runs the schedule of Celery (celery worker -B)
              deploy: { replicas: 3 }
            beat:
              build: .
              command: sh -c "exec celery -A erp beat -l info" #! each of 2 replicas of beat runs the schedule of Celery (celery beat)
              scale: 2
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          RUN pip install -r requirements.txt
        `,
        'requirements.txt': 'celery==5.5.3',
        'erp/__init__.py': '',
        'erp/celery.py': `
          from celery import Celery
          app = Celery('erp')
        `,
      },
      {
        'compose.yaml': COMPOSE,
        Dockerfile: DOCKERFILE,
        ...NEST,
        'src/invoices.service.ts': `
          import { Injectable } from '@nestjs/common'
          import { Cron } from '@nestjs/schedule'
          @Injectable()
          export class InvoicesService {
            @Cron('0 3 * * *') //! each of 3 replicas of api runs this by the clock (@nestjs/schedule)
            async remind() {}
          }
        `,
      },
      {
        'ecosystem.config.js': `
          module.exports = { apps: [{ name: 'api', script: 'server.js', instances: 4, exec_mode: 'cluster' }] }
        `,
        'server.js': `
          const cron = require('node-cron')
          cron.schedule('0 3 * * *', () => remind()) //! each of 4 processes of PM2 of api runs this by the clock (node-cron)
          function remind() {}
        `,
      },
      {
        'compose.yaml': `
          services: { api: { build: . } }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--workers", "4"]
        `,
        'main.py': `
          from apscheduler.schedulers.background import BackgroundScheduler
          from fastapi import FastAPI

          app = FastAPI()
          scheduler = BackgroundScheduler() #! each of 4 processes of uvicorn of api runs this by the clock (APScheduler)
          scheduler.add_job(lambda: print("reminded"), "cron", hour=3)
          scheduler.start()
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            worker: { build: ., command: celery -A erp worker --concurrency=4, deploy: { replicas: 3 } }
            beat: { build: ., command: celery -A erp beat }
            locked: { build: ., command: "celery -A erp beat -S redbeat.RedBeatScheduler", scale: 2 }
        `,
        Dockerfile: `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
          RUN pip install -r requirements.txt
        `,
        'requirements.txt': 'celery==5.5.3',
        'erp/__init__.py': '',
        'erp/celery.py': `
          from celery import Celery
          app = Celery('erp')
        `,
      },
      {
        // A lock; one instance.
        'compose.yaml': `
          services:
            api: { build: ./api, deploy: { replicas: 3 } }
            worker: { build: ./worker }
        `,
        'api/Dockerfile': DOCKERFILE,
        'api/src/main.ts': `
          import cron from 'node-cron'
          import { pool } from './database'
          cron.schedule('0 3 * * *', async () => {
            const { rows } = await pool.query('SELECT pg_try_advisory_lock(42) AS ours')
            if (rows[0].ours) await remind()
          })
          async function remind() {}
        `,
        'api/src/database.ts': `
          import { Pool } from 'pg'
          export const pool = new Pool()
        `,
        'worker/Dockerfile': DOCKERFILE,
        'worker/src/main.ts': `
          import cron from 'node-cron'
          cron.schedule('0 3 * * *', () => console.log('reminded'))
        `,
      },
    ],
  },
})
