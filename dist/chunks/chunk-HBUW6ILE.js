"use strict";
// src/knowledge/job-libraries.ts
var JOB_LIBRARIES = [
  {
    library: "celery",
    packages: /^celery$/,
    calls: ["delay", "apply_async"],
    makes: /^(?:task|shared_task|periodic_task)$/,
    worker: /\bcelery\b.*\bworker\b/s,
    takes: /(?:^|\.)(?:worker_main|Worker)$/,
    eager: ["task_always_eager", "CELERY_TASK_ALWAYS_EAGER", "CELERY_ALWAYS_EAGER", "TASK_ALWAYS_EAGER"]
  },
  {
    library: "rq",
    packages: /^(?:rq|flask_rq2?|django_rq)$/,
    calls: ["enqueue", "enqueue_call", "enqueue_in", "enqueue_at"],
    worker: /\brq\s+worker|\brqworker\b|\brq_worker\b/,
    takes: /^(?:rq|flask_rq2?|django_rq)\.(?:\w+\.)*(?:\w*Worker|get_worker)$/,
    eager: ["is_async", "RQ_ASYNC", "ASYNC"]
  },
  {
    library: "arq",
    packages: /^arq$/,
    calls: ["enqueue_job"],
    worker: /(?:^|[\s/"'])arq\s+[\w.]+/,
    takes: /^arq\.(?:\w+\.)*(?:run_worker|create_worker|Worker)$/,
    eager: []
  },
  {
    library: "dramatiq",
    packages: /^(?:dramatiq|django_dramatiq)$/,
    calls: ["send", "send_with_options"],
    makes: /^actor$/,
    worker: /\b(?:dramatiq(?:-gevent)?\s|rundramatiq\b)/,
    takes: /^dramatiq\.(?:\w+\.)*(?:Worker|main)$/,
    eager: ["StubBroker"]
  }
];
function runsWorker(library, command) {
  return JOB_LIBRARIES.some((one) => one.library === library && one.worker.test(command));
}

module.exports = {
  JOB_LIBRARIES,
  runsWorker
};
