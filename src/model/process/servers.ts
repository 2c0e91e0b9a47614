import type { WorkerProcesses } from '../workload.js'

/** A server program that is told how many processes to run. */
export interface Server {
  readonly runtime: WorkerProcesses['runtime']
  /** Options that hold the number. */
  readonly options: RegExp
  /** Variables that hold it where no option does. */
  readonly variables: readonly string[]
  /** Options that hold how many requests each process works on at the same time. */
  readonly threads?: RegExp
}

/**
 * https://docs.gunicorn.org/en/stable/settings.html#workers (23.0), https://uvicorn.dev/settings/ (0.37),
 * https://hypercorn.readthedocs.io/en/latest/how_to_guides/configuring.html (0.17, no variable),
 * https://fastapi.tiangolo.com/fastapi-cli/ (uvicorn's variable), https://github.com/emmett-framework/granian (2.5),
 * https://uwsgi-docs.readthedocs.io/en/latest/Options.html#processes, https://github.com/django/daphne (always one).
 */
export const SERVERS: ReadonlyMap<string, Server> = new Map([
  [
    'gunicorn',
    {
      runtime: 'python',
      options: /^(?:-w|--workers)$/,
      variables: ['WEB_CONCURRENCY'],
      threads: /^--threads$/,
    },
  ],
  [
    'uvicorn',
    {
      runtime: 'python',
      options: /^--workers$/,
      variables: ['WEB_CONCURRENCY'],
      threads: /^--limit-concurrency$/,
    },
  ],
  ['fastapi', { runtime: 'python', options: /^--workers$/, variables: ['WEB_CONCURRENCY'] }],
  ['hypercorn', { runtime: 'python', options: /^(?:-w|--workers)$/, variables: [] }],
  ['granian', { runtime: 'python', options: /^--workers$/, variables: ['GRANIAN_WORKERS'] }],
  [
    'uwsgi',
    { runtime: 'python', options: /^(?:-p|--processes|--workers)$/, variables: ['UWSGI_PROCESSES', 'UWSGI_WORKERS'] },
  ],
  // Tasks, not requests; by default as many as the host has processors: see `celery.ts`.
  ['celery', { runtime: 'python', options: /^(?:-c|--concurrency)$/, variables: [] }],
  ['daphne', { runtime: 'python', options: /^$/, variables: [] }],
  // For development: workload/development-command says it.
  ['flask', { runtime: 'python', options: /^$/, variables: [] }],
  ['runserver', { runtime: 'python', options: /^$/, variables: [] }],
  ['node', { runtime: 'node', options: /^$/, variables: [] }],
  ['next', { runtime: 'node', options: /^$/, variables: [] }],
])
