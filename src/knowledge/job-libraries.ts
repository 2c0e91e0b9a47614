/** A library by which programs in Python leave work to others. */
export type JobLibrary = 'celery' | 'rq' | 'arq' | 'dramatiq'

/** How a library of jobs is recognised in code and in commands. */
export interface LibraryOfJobs {
  readonly library: JobLibrary
  readonly packages: RegExp
  /** Names of the calls that send. */
  readonly calls: readonly string[]
  /** What makes a job of a function; of those whose functions are called to send. */
  readonly makes?: RegExp
  /** Commands of workers. */
  readonly worker: RegExp
  /** What takes jobs in code. */
  readonly takes: RegExp
  /** Settings by which nothing is sent at all: for tests and small installations. */
  readonly eager: readonly string[]
}

/**
 * The libraries of Python that are known. Sources: https://docs.celeryq.dev/en/stable/userguide/workers.html, https://python-rq.org/docs/workers/,
 * https://arq-docs.helpmanual.io, https://dramatiq.io/guide.html
 */
export const JOB_LIBRARIES: readonly LibraryOfJobs[] = [
  {
    library: 'celery',
    packages: /^celery$/,
    calls: ['delay', 'apply_async'],
    makes: /^(?:task|shared_task|periodic_task)$/,
    worker: /\bcelery\b.*\bworker\b/s,
    takes: /(?:^|\.)(?:worker_main|Worker)$/,
    eager: ['task_always_eager', 'CELERY_TASK_ALWAYS_EAGER', 'CELERY_ALWAYS_EAGER', 'TASK_ALWAYS_EAGER'],
  },
  {
    library: 'rq',
    packages: /^(?:rq|flask_rq2?|django_rq)$/,
    calls: ['enqueue', 'enqueue_call', 'enqueue_in', 'enqueue_at'],
    worker: /\brq\s+worker|\brqworker\b|\brq_worker\b/,
    takes: /^(?:rq|flask_rq2?|django_rq)\.(?:\w+\.)*(?:\w*Worker|get_worker)$/,
    eager: ['is_async', 'RQ_ASYNC', 'ASYNC'],
  },
  {
    library: 'arq',
    packages: /^arq$/,
    calls: ['enqueue_job'],
    worker: /(?:^|[\s/"'])arq\s+[\w.]+/,
    takes: /^arq\.(?:\w+\.)*(?:run_worker|create_worker|Worker)$/,
    eager: [],
  },
  {
    library: 'dramatiq',
    packages: /^(?:dramatiq|django_dramatiq)$/,
    calls: ['send', 'send_with_options'],
    makes: /^actor$/,
    worker: /\b(?:dramatiq(?:-gevent)?\s|rundramatiq\b)/,
    takes: /^dramatiq\.(?:\w+\.)*(?:Worker|main)$/,
    eager: ['StubBroker'],
  },
]

/** Whether a command runs a worker of a library. */
export function runsWorker(library: JobLibrary, command: string): boolean {
  return JOB_LIBRARIES.some(one => one.library === library && one.worker.test(command))
}
