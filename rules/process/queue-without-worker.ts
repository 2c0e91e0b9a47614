import { type CeleryWorker, celeryWorkersOf } from '../../src/model/process/celery-workers.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'process/queue-without-worker',
  title: 'Tasks are sent to a queue that no worker takes',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A worker of Celery that is not told its queues takes the default one alone. What is routed to another one is accepted, waits in the broker for ever, and fills its memory: mails, payments and reports never happen, and nothing fails.',
  fix: 'Name each queue in `-Q` of a worker, or take the queue out of the routes.',
  refs: [
    'https://docs.celeryq.dev/en/stable/userguide/routing.html',
    'https://docs.celeryq.dev/en/stable/userguide/workers.html#queues',
  ],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile', 'source'],
  check({ system, pass, fail, unverified }) {
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
        const what = `tasks are sent to ${listed(names)}, and no worker takes them: ${workload.name} takes ${listed(taken)} only`
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
    ],
    good: [
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

function listed(names: readonly string[]): string {
  const [last, ...others] = names.toReversed()
  return others.length === 0 ? `${last}` : `${others.toReversed().join(', ')} and ${last}`
}
