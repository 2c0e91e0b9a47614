import { describe, expect, test } from 'vitest'
import { workerProcesses } from '../../src/model/process/processes.js'
import '../support/grammars.js'
import { type Files, systemOf, workload } from '../support/model.js'

/** How many processes the service `app` runs, and by which server. */
function processes(files: Files, environment = ''): string {
  const system = systemOf({
    'compose.yaml': `services:\n  app: { build: ., environment: { ${environment} } }\n`,
    ...files,
  })
  const found = workerProcesses(workload(system, 'app'), system)
  if (!found) return 'none'
  const { server, count, perProcessor } = found
  return `${server} ${count.known ? count.value : `?${perProcessor ? ' per processor' : ''}`}`
}

describe('processes that code starts', () => {
  const node = (code: string) => ({ Dockerfile: 'FROM node:22-slim\nCMD ["node", "main.js"]\n', 'main.js': code })
  const forks = (count: string) => `import cluster from 'node:cluster'
import os from 'node:os'
if (cluster.isPrimary) { for (let i = 0; i < ${count}; i++) cluster.fork() } else { serve() }
`

  test.each([
    ['a number', forks('4'), '', 'node 4'],
    ['a variable', forks('Number(process.env.WORKERS ?? 2)'), 'WORKERS: "6"', 'node 6'],
    ['its default', forks('Number(process.env.WORKERS ?? 2)'), '', 'node 2'],
    ['the processors', forks('os.availableParallelism()'), '', 'node ? per processor'],
    [
      'some way that cannot be told',
      "const cluster = require('cluster')\nwork.forEach(() => cluster.fork())\n",
      '',
      'node ?',
    ],
    ['throng', "import throng from 'throng'\nthrong({ count: 3, worker: start })\n", '', 'node 3'],
    ['none', "import http from 'node:http'\nhttp.createServer().listen(80)\n", '', 'node 1'],
  ])('of Node.js: %s', (_name, code, environment, expected) => {
    expect(processes(node(code), environment)).toBe(expected)
  })

  const python = (code: string, more: Files = {}) => ({
    Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["python", "main.py"]\n',
    'main.py': code,
    ...more,
  })
  const run = (options: string) => `import os
import uvicorn
if __name__ == "__main__":
    uvicorn.run("app:app", host="0.0.0.0"${options})
`

  test.each([
    ['one', run(''), '', 'uvicorn 1'],
    ['a number', run(', workers=4'), '', 'uvicorn 4'],
    ['a variable', run(', workers=int(os.getenv("WORKERS", "2"))'), 'WORKERS: "3"', 'uvicorn 3'],
    ['a variable of uvicorn', run(''), 'WEB_CONCURRENCY: "5"', 'uvicorn 5'],
    ['one that reloads', run(', reload=True, workers=4'), '', 'uvicorn 1'],
    ['the processors', run(', workers=os.cpu_count()'), '', 'uvicorn ? per processor'],
    ['nothing that serves', 'print("hello")\n', '', 'none'],
  ])('of uvicorn.run: %s', (_name, code, environment, expected) => {
    expect(processes(python(code), environment)).toBe(expected)
  })

  test.each([
    [
      'a variable with a default',
      'import os\nworkers = int(os.environ.get("GUNICORN_WORKERS", "3"))\n',
      '',
      'gunicorn 3',
    ],
    [
      'a variable',
      'import os\nworkers = int(os.environ.get("GUNICORN_WORKERS", "3"))\n',
      'GUNICORN_WORKERS: "7"',
      'gunicorn 7',
    ],
    [
      'the processors',
      'import multiprocessing\nworkers = multiprocessing.cpu_count() * 2 + 1\n',
      '',
      'gunicorn ? per processor',
    ],
    [
      'the processors by another name',
      'from os import cpu_count\ncores = cpu_count()\nworkers = cores * 2 + 1\n',
      '',
      'gunicorn ? per processor',
    ],
    ['no more than one', 'import multiprocessing\nworkers = min(multiprocessing.cpu_count(), 1)\n', '', 'gunicorn 1'],
  ])('of the configuration of gunicorn: %s', (_name, text, environment, expected) => {
    const files = {
      Dockerfile: 'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "app:app"]\n',
      'app.py': 'app = None\n',
      'gunicorn.conf.py': text,
    }
    expect(processes(files, environment)).toBe(expected)
  })

  test.each([
    ['a variable', 'threads = int(os.environ.get("THREADS", "2"))', 'THREADS: "6"', 6],
    ['its default', 'threads = int(os.environ.get("THREADS", "2"))', '', 2],
    ['beside workers of a variable', 'workers = int(os.getenv("N", "3"))\nthreads = int(os.getenv("T", 4))', '', 4],
    ['what only the host knows', 'threads = os.cpu_count()', '', 'unknown'],
    ['an event loop', 'worker_class = "gevent"\nthreads = int(os.getenv("T", 4))', '', undefined],
  ])('threads of the configuration of gunicorn: %s', (_name, text, environment, expected) => {
    const system = systemOf({
      'compose.yaml': `services:\n  app: { build: ., environment: { ${environment} } }\n`,
      Dockerfile:
        'FROM python:3.13-slim\nWORKDIR /app\nCOPY . .\nCMD ["gunicorn", "-c", "gunicorn.conf.py", "app:app"]\n',
      'app.py': 'app = None\n',
      'gunicorn.conf.py': `import os\n${text}\n`,
    })
    const threads = workerProcesses(workload(system, 'app'), system)?.threads
    expect(threads && (threads.known ? threads.value : 'unknown')).toBe(expected)
  })
})
