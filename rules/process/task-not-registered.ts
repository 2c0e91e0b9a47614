import type { Service } from '../../src/model/system.js'
import { defineRule } from '../../src/rule.js'

type Sent = Service['sentTasks'][number]

const PYTHON = `
          FROM python:3.13-slim
          WORKDIR /app
          COPY . .
        `

export default defineRule({
  id: 'process/task-not-registered',
  title: 'A task is sent under a name that no worker knows',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A worker of Celery that gets a task it has no function for logs one line and throws the message away. What was to happen every night, invoices, reminders, clean-up, never happens, and the schedule looks right to whoever reads it.',
  fix: 'Send the task under the name that it is registered by, the module as the worker imports it and the function, `shop.tasks.send_invoices`, or what `name=` of its decorator says. `celery -A shop inspect registered` lists them.',
  refs: [
    'https://docs.celeryq.dev/en/stable/userguide/tasks.html#names',
    'https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#entries',
  ],
  reads: ['dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
    const told = new Set<string>()
    for (const service of system.services) {
      const { sentTasks, isWhole, workloads } = service
      if (sentTasks.length === 0 || workloads.length === 0) continue
      // Programs of one repository share what they send: it is said of the first.
      const missing = sentTasks.filter(({ state, at }) => state === 'missing' && !told.has(keyOf(at)))
      for (const { at } of missing) told.add(keyOf(at))
      const [first, ...others] = missing
      const open = sentTasks.find(({ state, by }) => state === 'unknown' && by === 'schedule')
      if (first && !isWhole)
        unverified(
          service,
          first.at,
          `not all that ${service.name} loads is in the repository: it may know ${first.name}`,
        )
      else if (first)
        fail(service, first.at, `${BY[first.by]} ${first.name}, and ${reasonOf(first)}`, {
          key: 'task',
          ...(first.near && { fix: fixOf(first, first.near) }),
          related: [
            ...(first.near ? [{ at: first.near.at, message: 'it is here' }] : []),
            ...others.slice(0, 10).map(one => ({ at: one.at, message: `${one.name} too: ${reasonOf(one)}` })),
          ],
        })
      else if (open) unverified(service, open.at, `whether a worker knows ${open.name} is not known`)
      else pass(service)
    }
  },
  examples: {
    bad: [
      {
        // The module was renamed; the decorator was forgotten; the name is another one.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            worker: { build: ., command: celery -A shop worker -B }
        `,
        Dockerfile: PYTHON,
        'manage.py': `
          import os
          os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')
        `,
        'shop/__init__.py': `
          from .celery import app
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
          INSTALLED_APPS = ['billing']
          CELERY_BEAT_SCHEDULE = {
              'invoices': {'task': 'billing.task.send_invoices', 'schedule': 3600}, #! the schedule sends billing.task.send_invoices, and the task send_invoices is in billing/tasks.py
              'reminders': {'task': 'billing.tasks.remind', 'schedule': 3600},
              'report': {'task': 'billing.tasks.report', 'schedule': 3600},
          }
        `,
        'billing/__init__.py': '',
        'billing/tasks.py': `
          from celery import shared_task

          @shared_task
          def send_invoices(): ...

          def remind(): ...

          @shared_task(name='monthly_report')
          def report(): ...
        `,
      },
      {
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            api: { build: ., command: uvicorn app.main:app --host 0.0.0.0, ports: ["8000:8000"] }
            worker: { build: ., command: celery -A app.worker worker }
        `,
        Dockerfile: PYTHON,
        'app/__init__.py': '',
        'app/main.py': `
          from fastapi import FastAPI
          from app.worker import celery
          app = FastAPI()
          @app.post('/orders')
          def create():
              celery.send_task('app.worker.confirm_order', args=[1]) #! a call sends app.worker.confirm_order, and nothing in the repository registers a task of that name
        `,
        'app/worker.py': `
          from celery import Celery
          celery = Celery('app', broker='redis://redis:6379/0')

          @celery.task
          def confirm(order): ...
        `,
      },
    ],
    good: [
      {
        // By the module, by name=, by a constant, of a class, of Celery itself; from below the folder that is copied.
        'compose.yaml': `
          services:
            redis: { image: "redis:8.0" }
            worker: { build: backend, command: celery -A jobs worker -B }
        `,
        'backend/Dockerfile': PYTHON,
        'backend/jobs/__init__.py': `
          from .app import app
        `,
        'backend/jobs/names.py': `
          NIGHTLY = 'jobs.nightly'
        `,
        'backend/jobs/app.py': `
          from celery import Celery
          from .names import NIGHTLY
          app = Celery('jobs', broker='redis://redis:6379/0')
          app.conf.beat_schedule = {
              'a': {'task': 'jobs.app.mail', 'schedule': 60},
              'b': {'task': 'jobs.nightly', 'schedule': 60},
              'c': {'task': 'report', 'schedule': 60},
              'd': {'task': 'jobs.app.Archive', 'schedule': 60},
              'e': {'task': 'celery.backend_cleanup', 'schedule': 60},
          }

          @app.task
          def mail(): ...

          @app.task(name=NIGHTLY)
          def nightly(): ...

          @app.task(bind=True, name='report')
          def monthly(self): ...

          class Archive(app.Task):
              def run(self): ...
        `,
      },
    ],
  },
})

const BY: Readonly<Record<Sent['by'], string>> = { schedule: 'the schedule sends', call: 'a call sends' }

function keyOf({ path, start }: Sent['at']): string {
  return `${path}:${start}`
}

function reasonOf({ near }: Sent): string {
  if (near?.kind === 'name') return `the task is called ${near.name}`
  if (near?.kind === 'module') return `the task ${near.name} is in ${near.at.path}`
  if (near) return `the function ${near.name} is no task: it has no decorator`
  return 'nothing in the repository registers a task of that name'
}

function fixOf({ name }: Sent, near: NonNullable<Sent['near']>): string {
  if (near.kind === 'name') return `Write \`${near.name}\`, as its decorator says, for \`${name}\`.`
  if (near.kind === 'module')
    return `Write the module of ${near.at.path} as the worker imports it, and \`.${near.name}\` behind it, for \`${name}\`.`
  return `Put \`@shared_task\` above \`def ${near.name}\`, so that the worker registers it as ${name}.`
}
