"use strict";
const {
  hasTwin
} = require("./chunk-ZG65A5YH.js");
const {
  runsWorker
} = require("./chunk-HBUW6ILE.js");
const {
  celeryWorkersOf
} = require("./chunk-2XVFWOEB.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  SERVERS,
  defineRule,
  listOf,
  workerProcesses
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/process/fork-mode-shares-port.ts
var fork_mode_shares_port_default = defineRule({
  id: "process/fork-mode-shares-port",
  title: "Several processes that PM2 forks bind the same port",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "In fork mode every instance is a process of its own that opens its own socket. The first one gets the port, the others end with EADDRINUSE, and PM2 restarts them until it gives up: one instance does all the work.",
  fix: "Share the socket with `exec_mode: 'cluster'` (Node.js), or give each instance a port of its own with `increment_var: 'PORT'` and name them all in the proxy.",
  refs: [
    "https://pm2.keymetrics.io/docs/usage/cluster-mode/",
    "https://pm2.keymetrics.io/docs/usage/environment/#specific-environment-variables"
  ],
  reads: ["pm2", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { pm2 } = workload;
      if (!pm2 || !workload.longRunning) continue;
      const { mode, instances } = pm2;
      if (!mode.known) {
        if (isSeveral(instances) && workload.published.length > 0) unverified(workload, mode, mode.because);
      } else if (mode.value === "cluster" || !isSeveral(instances)) pass(workload);
      else judgeForks(workload, pm2, listeningOf(workload, system), { pass, fail, unverified });
    }
  }),
  examples: { bad: [], good: [] }
});
function isSeveral(instances) {
  return !instances.known || instances.value > 1;
}
function listeningOf({ id, published }, { services }) {
  if (published.length > 0) return void 0;
  const own = services.filter((one) => one.isCertain && one.workloads.some((workload) => workload.id === id));
  const [first, ...others] = own.flatMap(
    ({ listening, files }) => listening.filter(({ at }) => files?.includes(at.path))
  );
  return others.length === 0 && first?.port.kind === "known" && first.port.variables.length === 0 ? first : void 0;
}
function judgeForks(workload, pm2, listening, { pass, fail, unverified }) {
  const [port, ...others] = workload.published;
  if (listening?.port.kind === "known" && Number(listening.port.value) > 0 && pm2.instances.known && pm2.counts === void 0) {
    const { value } = listening.port;
    fail(workload, listening, `${pm2.instances.value} forked processes of ${workload.name} bind port ${value}`);
    return;
  }
  const ranges = port?.hostEnd !== void 0 || others.length > 0;
  if (!port || ranges || pm2.counts !== void 0) pass(workload);
  else if (pm2.readsInstance?.known && pm2.readsInstance.value) pass(workload);
  else if (pm2.readsInstance?.known === false) unverified(workload, port, pm2.readsInstance.because);
  else if (!pm2.instances.known && !pm2.perProcessor) unverified(workload, pm2.instances, pm2.instances.because);
  else if (port.container.known) {
    const count = pm2.instances.known ? String(pm2.instances.value) : "one for each processor:";
    fail(workload, port, `${count} forked processes of ${workload.name} bind port ${port.container.value}`);
  } else unverified(workload, port, port.container.because);
}

// src/model/process/untaken-jobs.ts
function untakenJobs({ addedJobs: jobs, workloads }, system) {
  if (!jobs || workloads.length === 0) return void 0;
  const untaken = jobs.untaken.map(inWords);
  const [first] = jobs.untaken;
  if (!first) return { untaken };
  const because = doubtOf(first, jobs.open !== void 0, system);
  return because === void 0 ? { untaken } : { untaken, because };
}
function inWords({ name, at, worker, near }) {
  if (worker)
    return {
      name,
      at,
      reason: `nothing that is deployed takes them: its worker is in ${worker.path}, which no program that is started loads`,
      fix: `Deploy a workload that runs ${worker.path} beside the others, or load it in a program that runs already.`,
      beside: { at: worker, message: `the worker of ${name}` }
    };
  if (near)
    return {
      name,
      at,
      reason: `nothing takes them: the worker of ${near.at.path} takes those of ${near.name}`,
      fix: `Give both the same name, from one constant: \`${near.name}\` or \`${name}\`.`,
      beside: { at: near.at, message: `the worker of ${near.name}` }
    };
  return {
    name,
    at,
    reason: "nothing in the repository takes them",
    fix: `Make a worker for \`${name}\` and deploy it, or stop adding jobs that nobody does.`
  };
}
function doubtOf({ name, worker, near }, isOpen, system) {
  if (isOpen) return `which queues the workers take is not known, so that one of them may take ${name}`;
  if (worker?.mayRun) return `whether anything starts ${worker.path} is not known`;
  const stranger = strangersOf(system)[0];
  if (stranger) return `what ${stranger.name} does is not known: it may take the jobs of ${name}`;
  const partly = system.services.find(({ isWhole }) => !isWhole);
  if (partly) return `not all that ${partly.name} loads is in the repository: it may take the jobs of ${name}`;
  if (worker || near) return void 0;
  const own = system.workloads.some((one) => one.software?.kind === "cache" && !one.published.some(isOpenPort));
  return own ? void 0 : `a program of another repository may take the jobs of ${name}`;
}
function isOpenPort({ reach }) {
  return reach !== "loopback";
}
function strangersOf({ workloads, deployments, services }) {
  const known = new Set(services.flatMap((one) => one.workloads.map(({ id }) => id)));
  const onRequest = deployments.flatMap((one) => one.purpose === "production" ? one.onRequest : []);
  return [...workloads, ...onRequest].filter(
    ({ id, software, role, longRunning }) => !known.has(id) && role !== "job" && longRunning && (!software || software.kind === "runtime")
  );
}

// src/model/process/jobs-without-worker.ts
function jobsWithoutWorker({ sentJobs, workloads }, system) {
  if (sentJobs.length === 0 || workloads.length === 0) return void 0;
  const commands = commandsOf(system);
  const lost = sentJobs.find(
    ({ library, takenInCode }) => !takenInCode && !commands.some((command) => runsWorker(library, command))
  );
  if (!lost) return {};
  const because = doubtOf2(lost, system);
  return because === void 0 ? { lost } : { lost, because };
}
function commandsOf({ workloads, deployments }) {
  const onRequest = deployments.flatMap((one) => one.purpose === "production" ? one.onRequest : []);
  return [...workloads, ...onRequest].flatMap(({ start, runs = [] }) => [
    start?.text ?? "",
    ...runs.map(({ words }) => words.map((word) => word ?? "?").join(" "))
  ]);
}
function doubtOf2({ spokenOf }, system) {
  if (spokenOf !== void 0) return `${spokenOf} speaks of a worker, and whether anything starts it is not known`;
  const stranger = strangersOf(system)[0];
  if (stranger) return `what ${stranger.name} does is not known: it may be their worker`;
  const partly = system.services.find(({ isWhole }) => !isWhole);
  if (partly) return `not all that ${partly.name} loads is in the repository: it may take them`;
  const own = system.workloads.some(
    ({ software, published }) => (software?.kind === "cache" || software?.kind === "broker") && published.every(({ reach }) => reach === "loopback")
  );
  return own ? void 0 : "a program of another repository may take them";
}

// rules/process/queue-without-worker.ts
var NAME = { celery: "Celery", rq: "RQ", arq: "arq", dramatiq: "Dramatiq" };
var COMMAND = {
  celery: "celery -A app worker",
  rq: "rq worker --url redis://redis:6379 default",
  arq: "arq app.worker.WorkerSettings",
  dramatiq: "dramatiq app.tasks"
};
var queue_without_worker_default = defineRule({
  id: "process/queue-without-worker",
  title: "Tasks are sent to a queue that no worker takes",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "What is sent to a queue that nobody takes is accepted, waits in the broker for ever, and fills its memory: mails, payments and reports never happen, and nothing fails. A worker of Celery that is not told its queues takes the default one alone; jobs of BullMQ wait for a `Worker` of exactly their name, in a program that is started.",
  fix: "Name each queue in `-Q` of a worker of Celery, or take the queue out of the routes; deploy a worker where there is none. For BullMQ, deploy the program that makes the `Worker`, under the name that the jobs are added to.",
  refs: [
    "https://docs.celeryq.dev/en/stable/userguide/routing.html",
    "https://docs.celeryq.dev/en/stable/userguide/workers.html#queues",
    "https://python-rq.org/docs/workers/",
    "https://docs.bullmq.io/guide/workers",
    "https://docs.nestjs.com/techniques/queues"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const service of system.services) {
      const jobs = untakenJobs(service, system);
      if (!jobs) continue;
      const [first, ...others] = jobs.untaken;
      const [unhandled, ...more] = service.addedJobs?.unhandled ?? [];
      if (!first && unhandled) {
        const what = `${service.name} adds ${unhandled.job} to ${unhandled.queue}, and its worker has handlers for ${listOf(unhandled.handled)} only: the job fails`;
        fail(service, unhandled.at, what, {
          key: "handlers",
          fix: `Add a handler for \`${unhandled.job}\`, or give both the same name, from one constant.`,
          related: [
            { at: unhandled.worker, message: `the worker of ${unhandled.queue}` },
            ...more.slice(0, 10).map(({ at, job, queue }) => ({ at, message: `nor is there one for ${job} of ${queue}` }))
          ]
        });
      } else if (!first) pass(service);
      else if (jobs.because !== void 0) unverified(service, first.at, jobs.because);
      else
        fail(service, first.at, `${service.name} adds jobs to ${first.name}, and ${first.reason}`, {
          key: "jobs",
          fix: first.fix,
          related: [
            ...first.beside ? [first.beside] : [],
            ...others.map(({ at, name, reason }) => ({ at, message: `jobs are added to ${name} too, and ${reason}` }))
          ]
        });
    }
    for (const service of system.services) {
      const jobs = jobsWithoutWorker(service, system);
      if (!jobs) continue;
      const { lost, because } = jobs;
      if (!lost) pass(service);
      else if (because !== void 0) unverified(service, lost.at, because);
      else
        fail(
          service,
          lost.at,
          `${service.name} leaves work to ${NAME[lost.library]}, and nothing that is deployed runs a worker`,
          {
            key: lost.library,
            fix: `Deploy a workload of the same image beside ${service.name} with \`command: ${COMMAND[lost.library]}\`.`
          }
        );
    }
    const workers = celeryWorkersOf(system);
    for (const service of system.services) {
      const told = service.celeryQueues;
      const own = workers.find(({ workload: workload2 }) => service.workloads.includes(workload2));
      if (!told || !own) continue;
      const { workload } = own;
      const untaken = [...told.sent].filter(([queue]) => !workers.some((worker) => takes(worker, queue, told.taken)));
      const [first] = untaken;
      if (!first) {
        pass(workload);
        continue;
      }
      const open = workers.find(({ queues }) => queues === null);
      if (open) unverified(workload, open.at, `which queues ${open.workload.name} takes is not told`);
      else if (told.taken === "unknown" && workers.some(({ queues }) => queues === void 0)) pass(workload);
      else {
        const taken = own.queues ?? [told.taken];
        const names = untaken.map(([queue]) => queue);
        const what = `tasks are sent to ${listOf(names)}, and no worker takes them: ${workload.name} takes ${listOf(taken)} only`;
        fail(workload, first[1], what, {
          fix: `Start ${workload.name} with \`-Q ${[.../* @__PURE__ */ new Set([...taken, ...names])].join(",")}\`, or another worker with \`-Q ${names.join(",")}\`; or take the queue out of the routes.`,
          related: [{ at: own.at, message: `${workload.name} is started here` }]
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function takes({ queues }, queue, taken) {
  return queues === void 0 ? queue === taken : queues?.includes(queue) ?? false;
}

// rules/process/ready-signal-missing.ts
var DEFAULT_WAIT = 3;
var ready_signal_missing_default = defineRule({
  id: "process/ready-signal-missing",
  title: "PM2 waits for a signal that the application never sends",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "With `wait_ready` PM2 takes an instance for started when it sends `ready`. Without that message every start and every step of a reload waits until the time is over, and then goes on although nobody knows whether the instance works.",
  fix: "Send it when the server listens and its connections stand, `server.listen(port, () => process.send?.('ready'))`, or drop `wait_ready`: in cluster mode PM2 then waits for the listening socket.",
  refs: ["https://pm2.keymetrics.io/docs/usage/signals-clean-restart/#graceful-start"],
  reads: ["pm2", "source"],
  check: (function({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { pm2 } = workload;
      if (!pm2?.waitReady?.known || !pm2.waitReady.value || !pm2.sendsReady) continue;
      const seconds = pm2.listenTimeout?.known ? pm2.listenTimeout.value : DEFAULT_WAIT;
      if (!pm2.sendsReady.known) unverified(workload, pm2.waitReady, pm2.sendsReady.because);
      else if (pm2.sendsReady.value) pass(workload);
      else
        fail(
          workload,
          pm2.waitReady,
          `${workload.name} is started with wait_ready, and no code of the repository calls process.send('ready'): each start waits ${seconds} s for it`
        );
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/process/signal-not-forwarded.ts
var signal_not_forwarded_default = defineRule({
  id: "process/signal-not-forwarded",
  title: "The stop signal does not reach the application",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker and Kubernetes send SIGTERM to process 1 of the container. A shell in that place ignores it, and package managers end without waiting for what they started: the application never gets the time to finish open requests and is killed in the middle of them, at every deploy.",
  fix: 'Start the program itself as process 1: `CMD ["node", "dist/main.js"]` in exec form, `exec` before the last command of a script or of `sh -c "\u2026"`, or an init process that passes signals to the whole group (`dumb-init`, `tini -g`).',
  refs: [
    "https://docs.docker.com/reference/dockerfile/#entrypoint",
    "https://github.com/nodejs/docker-node/blob/main/docs/BestPractices.md#cmd",
    "https://docs.docker.com/reference/build-checks/json-args-recommended/"
  ],
  reads: ["compose", "kubernetes", "dockerfile", "script"],
  check: (function({ system, pass, fail, unverified }) {
    const alone = system.images.filter((image) => image.usedBy.length === 0);
    for (const subject of [...system.workloads, ...alone]) {
      const path = subject.signalPath;
      if (!path || subject.kind === "workload" && subject.clientOf) continue;
      if (path.state === "reaches") pass(subject);
      else if (path.state === "unknown") unverified(subject, path, path.because);
      else fail(subject, path, messageOf(subject, path), { fix: fixFor(path), ...wayOf(subject, path) });
    }
  }),
  examples: { bad: [], good: [] }
});
function messageOf({ name }, { by, program, shell }) {
  const command = program.length > 80 ? `${program.slice(0, 80)}\u2026` : program;
  if (by === "package-manager")
    return `${name} is started by "${command}", a package manager that keeps the stop signal from it`;
  if (by === "script")
    return `${name}: the script ${shell} does not make way for "${command}", which never gets the stop signal`;
  return `${name} is started by a shell (${shell}) that keeps the stop signal from "${command}"`;
}
function fixFor({ by, program, shell }) {
  const [first = "node"] = program.split(" ");
  if (by === "package-manager")
    return 'Start what the script of package.json starts, without the package manager: `CMD ["node", "dist/main.js"]`.';
  if (by === "script")
    return `Write \`exec\` before it in ${shell}: \`exec ${program.slice(0, 60)}\` (\`exec "$@"\` for the command that the script is given).`;
  return `Write it in exec form, \`["${first}", \u2026]\`, or put \`exec\` before the last command: \`sh -c "\u2026 && exec ${first} \u2026"\`.`;
}
function wayOf(subject, { at, by }) {
  const start = subject.kind === "workload" ? subject.start : void 0;
  return by === "script" && start && start.at.path !== at.path ? { related: [{ at: start.at, message: "the container is started here" }] } : {};
}

// rules/process/single-worker.ts
var single_worker_default = defineRule({
  id: "process/single-worker",
  title: "A server answers all requests in one process",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A Python or Node.js process computes on one core: while it works on one request that takes long, all others wait, whatever the machine has left.",
  fix: "Run several processes behind one socket, or several replicas behind the proxy: about one for each core, and at least two.",
  refs: [
    "https://docs.gunicorn.org/en/stable/design.html#how-many-workers",
    "https://uvicorn.dev/deployment/#running-programmatically",
    "https://fastapi.tiangolo.com/deployment/server-workers/",
    "https://nodejs.org/api/cluster.html"
  ],
  reads: ["compose", "kubernetes", "pm2", "dockerfile", "source"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const processes = workerProcesses(workload, system);
      if (!processes || processes.server === "celery" || !serves(workload, processes)) continue;
      const replicas = workload.autoscaledFrom ?? workload.replicas;
      if (processes.perProcessor || workload.pm2?.perProcessor || hasTwin(workload, system)) pass(workload);
      else if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) >= 2) pass(workload);
      else if (!processes.count.known) unverified(workload, processes.count, processes.count.because);
      else if (processes.count.value >= 2) pass(workload);
      else if (DEVELOPMENT.has(processes.server)) implied(workload, "workload/development-command");
      else if (processes.runtime === "node" && !workload.stateful) implied(workload, "workload/single-replica");
      else
        fail(
          workload,
          processes,
          `${workload.name} answers in one ${processes.server} process, and it has one replica`,
          {
            fix: fixFor2(workload, processes, system)
          }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
var DEVELOPMENT = /* @__PURE__ */ new Set(["flask", "runserver"]);
function serves({ role, longRunning }, { runtime }) {
  return longRunning && (role === "user-facing" || role === "service" && runtime === "python");
}
function fixFor2(workload, { server, runtime }, { processesInCode }) {
  if (workload.platform === "kubernetes")
    return "Set `replicas: 2` or more: in Kubernetes one process in each pod is right, and the replicas are the workers.";
  if (runtime === "node")
    return "Start one process for each core, with `cluster` of Node.js or `exec_mode: 'cluster'` of PM2; they share the files of the container.";
  if (server === "daphne") return "Run two replicas or more behind the proxy: daphne has no worker processes.";
  const [variable] = SERVERS.get(server)?.variables ?? [];
  const start = processesInCode.has(workload.id) ? 'Start it with `uvicorn.run("main:app", workers=4)`, the application as a text' : `Start it with \`${server === "uwsgi" ? "--processes" : "--workers"} 4\``;
  const same = variable === void 0 ? "" : `; ${variable} sets the same`;
  return `${start} (about one for each core of its limit${same}), or run several replicas.`;
}

// rules/process/task-not-registered.ts
var task_not_registered_default = defineRule({
  id: "process/task-not-registered",
  title: "A task is sent under a name that no worker knows",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A worker of Celery that gets a task it has no function for logs one line and throws the message away. What was to happen every night, invoices, reminders, clean-up, never happens, and the schedule looks right to whoever reads it.",
  fix: "Send the task under the name that it is registered by, the module as the worker imports it and the function, `shop.tasks.send_invoices`, or what `name=` of its decorator says. `celery -A shop inspect registered` lists them.",
  refs: [
    "https://docs.celeryq.dev/en/stable/userguide/tasks.html#names",
    "https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#entries"
  ],
  reads: ["dockerfile", "source"],
  check: (function({ system, pass, fail, unverified }) {
    const told = /* @__PURE__ */ new Set();
    for (const service of system.services) {
      const { sentTasks, isWhole, workloads } = service;
      if (sentTasks.length === 0 || workloads.length === 0) continue;
      const missing = sentTasks.filter(({ state, at }) => state === "missing" && !told.has(keyOf(at)));
      for (const { at } of missing) told.add(keyOf(at));
      const [first, ...others] = missing;
      const open = sentTasks.find(({ state, by }) => state === "unknown" && by === "schedule");
      if (first && !isWhole)
        unverified(
          service,
          first.at,
          `not all that ${service.name} loads is in the repository: it may know ${first.name}`
        );
      else if (first)
        fail(service, first.at, `${BY[first.by]} ${first.name}, and ${reasonOf(first)}`, {
          key: "task",
          ...first.near && { fix: fixOf(first, first.near) },
          related: [
            ...first.near ? [{ at: first.near.at, message: "it is here" }] : [],
            ...others.slice(0, 10).map((one) => ({ at: one.at, message: `${one.name} too: ${reasonOf(one)}` }))
          ]
        });
      else if (open) unverified(service, open.at, `whether a worker knows ${open.name} is not known`);
      else pass(service);
    }
  }),
  examples: { bad: [], good: [] }
});
var BY = { schedule: "the schedule sends", call: "a call sends" };
function keyOf({ path, start }) {
  return `${path}:${start}`;
}
function reasonOf({ near }) {
  if (near?.kind === "name") return `the task is called ${near.name}`;
  if (near?.kind === "module") return `the task ${near.name} is in ${near.at.path}`;
  if (near) return `the function ${near.name} is no task: it has no decorator`;
  return "nothing in the repository registers a task of that name";
}
function fixOf({ name }, near) {
  if (near.kind === "name") return `Write \`${near.name}\`, as its decorator says, for \`${name}\`.`;
  if (near.kind === "module")
    return `Write the module of ${near.at.path} as the worker imports it, and \`.${near.name}\` behind it, for \`${name}\`.`;
  return `Put \`@shared_task\` above \`def ${near.name}\`, so that the worker registers it as ${name}.`;
}

// rules/process/workers-exceed-cpu.ts
var workers_exceed_cpu_default = defineRule({
  id: "process/workers-exceed-cpu",
  title: "More worker processes than the limits of the container can run",
  category: "performance",
  severity: "medium",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "Each worker takes memory and connections of its own, and all of them share the CPU time of the container: beyond about twice the cores plus one they only slow each other down. The number of processors that a program sees is that of the host, not that of the limit.",
  fix: "Set the number of workers to what the limit can run, at most 2 \xD7 CPUs + 1, or raise the limit; scale further by replicas.",
  refs: [
    "https://docs.gunicorn.org/en/stable/design.html#how-many-workers",
    "https://docs.docker.com/engine/containers/resource_constraints/#cpu",
    "https://docs.python.org/3/library/os.html#os.cpu_count"
  ],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const { resources } = workload;
      const processes = workerProcesses(workload, system);
      if (!processes || workload.platform === "pm2" || isAlone(processes)) continue;
      const memory = resources.memoryLimit;
      if (memory?.known && isTooMuch(processes, workload, memory.value))
        fail(workload, processes.count, ...tooMuch(workload, processes, memory));
      const limit = resources.cpuLimit;
      if (!limit) {
        if (resources.cpuReservation || resources.limitedByDefault) pass(workload);
        else implied(workload, "workload/cpu-bound-missing");
      } else if (!limit.known) unverified(workload, limit, limit.because);
      else if (processes.perProcessor)
        fail(
          workload,
          processes.count,
          `${workload.name} starts ${processes.server} processes by the number of processors of the host, and is limited to ${cpus(limit.value)}`
        );
      else if (!processes.count.known) unverified(workload, processes.count, processes.count.because);
      else if (processes.count.value <= 2 * limit.value + 1) pass(workload);
      else
        fail(
          workload,
          processes.count,
          `${workload.name} starts ${processes.count.value} ${processes.server} processes, and is limited to ${cpus(limit.value)}`,
          { related: [{ at: limit.at, message: "the limit stands here" }] }
        );
    }
  }),
  examples: { bad: [], good: [] }
});
var LEAST_MEMORY = 15 * 2 ** 20;
var LOADS_APART = /* @__PURE__ */ new Set(["gunicorn", "uvicorn", "hypercorn", "node", "pm2"]);
function isTooMuch({ server, count, perProcessor }, workload, limit) {
  if (perProcessor || !count.known || !LOADS_APART.has(server)) return false;
  if (server === "gunicorn" && mayPreload(workload)) return false;
  return count.value > 1 && count.value * LEAST_MEMORY > limit;
}
function mayPreload({ start, environment, image }) {
  const words = start?.text ?? "";
  return /--preload|(?:^|\s)(?:-c|--config)/.test(words) || environment.has("GUNICORN_CMD_ARGS") || image?.context?.exists("gunicorn.conf.py") === true;
}
function tooMuch(workload, { server, count }, limit) {
  const number = count.known ? count.value : 0;
  const most = limit.known ? Math.floor(limit.value / (4 * LEAST_MEMORY)) : 1;
  return [
    `${workload.name} starts ${number} ${server} processes, which take more than ${bytes(number * LEAST_MEMORY)} before the first request, and may use ${limit.known ? bytes(limit.value) : ""}`,
    {
      key: "memory",
      why: "Each worker loads the program for itself. When all of them together pass the limit, the kernel kills one, the server starts it again, and so on: requests end in the middle for no reason that a log tells.",
      fix: `Start ${Math.max(1, most)} ${most > 1 ? "workers" : "worker"} or fewer, or raise the limit: a worker with requests to answer takes 60 to 300 MB.`,
      related: [{ at: limit.at, message: "the limit stands here" }]
    }
  ];
}
function bytes(count) {
  return `${Math.floor(count / 2 ** 20)} MiB`;
}
function cpus(count) {
  return count <= 1 ? `${count} CPU` : `${count} CPUs`;
}
function isAlone({ runtime, server, count, perProcessor }) {
  return runtime === "node" && server !== "pm2" && !perProcessor && (!count.known || count.value === 1);
}

// area:process
var rules = {
  "process/fork-mode-shares-port": fork_mode_shares_port_default,
  "process/queue-without-worker": queue_without_worker_default,
  "process/ready-signal-missing": ready_signal_missing_default,
  "process/signal-not-forwarded": signal_not_forwarded_default,
  "process/single-worker": single_worker_default,
  "process/task-not-registered": task_not_registered_default,
  "process/workers-exceed-cpu": workers_exceed_cpu_default
};
module.exports = {
  house: runAudit,
  rules
};
