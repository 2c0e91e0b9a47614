import { describe, expect, it, test } from 'vitest'
import '../support/grammars.js'
import { workerFix } from '../../src/model/health-demand.js'
import { type Files, systemOf, workload } from '../support/model.js'

/** How many processes a service runs, and by which server; `?` and a reason where that is not known. */
function processes(service: string, files: Files = {}): string {
  const system = systemOf({ 'compose.yaml': `services:\n  app: ${service}\n`, ...files })
  const found = workload(system, 'app').processes
  if (!found) return 'none'
  const { server, count, perProcessor } = found
  return `${server} ${count.known ? count.value : `?${perProcessor ? ' per processor' : ''}`}`
}

const image = 'image: "ghcr.io/acme/api:1.0"'

describe('processes of a server', () => {
  test.each([
    ['gunicorn app:app', 'gunicorn 1'],
    ['gunicorn -w 4 app:app', 'gunicorn 4'],
    ['gunicorn -w4 app:app', 'gunicorn 4'],
    ['gunicorn --workers=3 app:app', 'gunicorn 3'],
    ['python -m uvicorn app:app --workers 2', 'uvicorn 2'],
    ['uvicorn app:app --workers 4 --reload', 'uvicorn 1'],
    ['poetry run hypercorn app:app -w 2', 'hypercorn 2'],
    ['fastapi run app.py --workers 2', 'fastapi 2'],
    ['fastapi dev app.py', 'none'],
    ['uwsgi --processes 5 --module app', 'uwsgi 5'],
    ['uwsgi --ini uwsgi.ini', 'uwsgi ?'],
    ['gunicorn app:app -c /etc/gunicorn.py', 'gunicorn ?'],
    ['sh -c "python manage.py migrate && gunicorn app:app -w 3"', 'gunicorn 3'],
    ['sh -c "gunicorn app:app -w $$(nproc)"', 'gunicorn ? per processor'],
    ['sh -c "gunicorn app:app -w $${WORKERS:-6}"', 'gunicorn 6'],
    ['sh -c "gunicorn app:app -w $$WORKERS"', 'gunicorn ?'],
    ['python manage.py runserver', 'runserver 1'],
    ['celery -A app worker -c 4', 'celery 4'],
    ['celery -A app worker --concurrency=4 --autoscale=8,2', 'celery 8'],
    ['python -m celery -A app worker -P threads -c 50', 'celery 1'],
    ['celery -A app worker', 'celery ?'],
    ['celery -A app beat', 'none'],
    ['/server', 'none'],
  ])('%s: %s', (command, expected) => expect(processes(`{ ${image}, command: '${command}' }`)).toBe(expected))

  it('come from variables', () => {
    const service = (name: string, value: string, command = 'gunicorn app:app') =>
      `{ ${image}, command: ${command}, environment: { ${name}: '${value}' } }`
    expect(processes(service('WEB_CONCURRENCY', '4'))).toBe('gunicorn 4')
    expect(processes(service('WEB_CONCURRENCY', '4', 'uvicorn app:app'))).toBe('uvicorn 4')
    expect(processes(service('WEB_CONCURRENCY', '4', 'hypercorn app:app'))).toBe('hypercorn 1')
    expect(processes(service('WEB_CONCURRENCY', '${N}'))).toBe('gunicorn ?')
    expect(processes(service('GUNICORN_CMD_ARGS', '--workers=6 --threads 2'))).toBe('gunicorn 6')
    expect(processes(service('WEB_CONCURRENCY', '4', 'gunicorn app:app -w 2'))).toBe('gunicorn 2')
  })

  it('come from variables that the command takes', () => {
    const command = 'sh -c "gunicorn app:app -w $${WORKERS}"'
    const service = (settings: string) => `{ ${image}, command: '${command}', ${settings} }`
    expect(processes(service("environment: { WORKERS: '${N:-4}' }"))).toBe('gunicorn 4')
    expect(processes(service("environment: { WORKERS: '${N}' }"))).toBe('gunicorn ?')
    const dockerfile = 'FROM python:3.13-slim\nENV WORKERS=3\nCMD gunicorn app:app --workers ${WORKERS:-2}\n'
    expect(processes('{ build: . }', { Dockerfile: dockerfile })).toBe('gunicorn 3')
    expect(processes('{ build: ., environment: { WORKERS: 6 } }', { Dockerfile: dockerfile })).toBe('gunicorn 6')
  })

  it('are those of the command that a start script is handed, or of the only one in it', () => {
    const files = (script: string) => ({
      Dockerfile: 'FROM python:3.13-slim\nCOPY start.sh /start.sh\nRUN chmod +x /start.sh\nENTRYPOINT ["/start.sh"]\n',
      'start.sh': `#!/bin/sh\nset -e\n${script}\n`,
    })
    const handed = '{ build: ., command: gunicorn app:app -w 4 }'
    expect(processes(handed, files('python manage.py migrate\nexec "$@"'))).toBe('gunicorn 4')
    expect(processes('{ build: . }', files('exec uvicorn app:app --workers 3'))).toBe('uvicorn 3')
    const either = 'if [ "$ROLE" = worker ]; then exec celery -A app worker -c 2; fi\nexec gunicorn app:app -w 4'
    expect(processes('{ build: . }', files(either))).toBe('none')
  })

  it('of Celery are as many as processors, unless its application says otherwise', () => {
    const files = (text: string) => ({
      Dockerfile: 'FROM python:3.13-slim\nCMD ["celery", "-A", "app", "worker"]\n',
      'app.py': text,
    })
    expect(processes('{ build: . }', files('app = Celery("app")\n'))).toBe('celery ? per processor')
    expect(processes('{ build: . }', files('app.conf.worker_concurrency = 4\n'))).toBe('celery ?')
  })

  test.each([
    ['gunicorn app:app', 1],
    ['gunicorn app:app --threads 8', 8],
    ['gunicorn app:app -k gthread --threads=4', 4],
    ['gunicorn app:app -k uvicorn.workers.UvicornWorker', undefined],
    ['uvicorn app:app', undefined],
    ['uvicorn app:app --limit-concurrency 50', 50],
    ['gunicorn app:app -c conf.py', 'unknown'],
  ])('%s: each works on %s requests at once', (command, expected) => {
    const found = workload(
      systemOf({ 'compose.yaml': `services:\n  app: { ${image}, command: '${command}' }\n` }),
      'app',
    )
    const threads = found.processes?.threads
    expect(threads && (threads.known ? threads.value : 'unknown')).toBe(expected)
  })

  it('come from the configuration of gunicorn', () => {
    const files = (text: string) => ({
      Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "app:app"]\n',
      'gunicorn.conf.py': text,
    })
    expect(processes('{ build: . }', files('bind = ":80"\nworkers = 5  # five\n'))).toBe('gunicorn 5')
    expect(
      processes('{ build: . }', files('import multiprocessing\nworkers = multiprocessing.cpu_count() * 2 + 1\n')),
    ).toBe('gunicorn ? per processor')
    expect(processes('{ build: . }', files('workers = int(os.environ["N"])\n'))).toBe('gunicorn ?')
    expect(processes('{ build: . }', files('bind = ":80"\n'))).toBe('gunicorn 1')
    expect(processes('{ build: . }', files('bind = (\n'))).toBe('gunicorn ?')
    // Python takes the last, and which that is depends on where it runs.
    expect(processes('{ build: . }', files('import os\nworkers = 2\nif os.getenv("CI"):\n    workers = 1\n'))).toBe(
      'gunicorn ?',
    )
    const withSettings = {
      ...files('from settings import WORKERS\nworkers = WORKERS\n'),
      'settings.py': 'WORKERS = 3\n',
    }
    expect(processes('{ build: . }', withSettings)).toBe('gunicorn 3')
    // The command goes before the file, also where nobody knows what it says.
    expect(processes('{ build: ., command: sh -c "gunicorn app:app -w $$N" }', files('workers = 5\n'))).toBe(
      'gunicorn ?',
    )
  })

  it('of Node.js are one, unless the code starts more or is not here', () => {
    const files = (code: string, command = '["npm", "start"]') => ({
      Dockerfile: `FROM node:24-slim\nCOPY . .\nCMD ${command}\n`,
      'package.json': '{ "scripts": { "start": "NODE_ENV=production node main.js" } }',
      'main.js': code,
    })
    expect(processes('{ build: . }', files('listen(3000)'))).toBe('node 1')
    expect(processes('{ build: . }', files('listen(3000)', '["node", "main.js"]'))).toBe('node 1')
    expect(processes('{ build: . }', files('listen(3000)', '["npm", "run", "gone"]'))).toBe('none')
    expect(processes('{ build: . }', files(`require('node:cluster').fork()`))).toBe('node ?')
    expect(processes('{ build: . }', files(`import cluster from "cluster"\ncluster.fork()`))).toBe('node ?')
    // A file for PM2, or a word.
    expect(processes('{ build: . }', files(`listen(3000, { mode: 'cluster' })`))).toBe('node 1')
    expect(processes(`{ ${image}, command: node main.js }`)).toBe('none')
  })
})

describe('the port that a command says to listen on', () => {
  const portOf = (command: string) => {
    const found = workload(
      systemOf({ 'compose.yaml': `services:\n  app: { ${image}, command: '${command}' }\n` }),
      'app',
    )
    return found.commandPort?.port
  }

  test.each([
    ['uvicorn app:app --host 0.0.0.0 --port 8003', 8003],
    ['gunicorn app:app -b 0.0.0.0:8000 -w 4', 8000],
    ['gunicorn app:app --bind=:9000', 9000],
    ['gunicorn app:app --bind unix:/run/app.sock', undefined],
    ['gunicorn app:app -b :8000 -b :8001', undefined],
    ['uvicorn app:app', undefined],
    ['celery -A app worker', null],
    ['celery -A app beat', null],
    ['celery -A app flower --port 5555', undefined],
    ['rq worker high', null],
    ['sh -c "celery -A app worker & uvicorn app:app --port 8000"', undefined],
  ])('%s: %s', (command, expected) => expect(portOf(command)).toBe(expected))

  it('is asked of a worker over its broker, or not at all', () => {
    const fix = (command: string) =>
      workerFix(
        workload(systemOf({ 'compose.yaml': `services:\n  app: { ${image}, command: '${command}' }\n` }), 'app'),
      )
    expect(fix('celery -A erp worker')).toContain('"celery -A erp inspect ping -d celery@$$HOSTNAME"')
    expect(fix('celery -A erp beat')).toContain('find /tmp/alive -mmin -5')
  })
})
