"use strict";

// src/model/process/celery-workers.ts
var celeryWorkersOf = (function celeryWorkersOf({ workloads, deployments }) {
  const started = workloads.flatMap((workload) => {
    const run = workload.runs?.find(({ words }) => isWorker(withoutRunner(words)));
    return run ? [{ workload, queues: queuesOf(withoutRunner(run.words)), at: run.at }] : [];
  });
  const onRequest = deployments.filter(({ purpose }) => purpose === "production").flatMap((one) => one.onRequest).filter(({ start }) => /\bcelery\b.*\bworker\b/s.test(start?.text ?? ""));
  return [...started, ...onRequest.map((workload) => ({ workload, queues: null, at: workload.at }))];
});
var isWorker = (function isWorker(words) {
  return programOf(words) === "celery" && words.includes("worker");
});
const {
  optionIn,
  programOf,
  withoutRunner
} = require("./chunk-Q3NCOY3T.js");

// src/model/process/celery-workers.ts


function onlySchedules({ runs = [] }) {
  const celery = runs.map(({ words }) => withoutRunner(words)).filter((words) => programOf(words) === "celery");
  return celery.length > 0 && celery.every((words) => words.includes("beat") && !words.includes("worker"));
}
function beatOf({ runs = [] }) {
  for (const run of runs) {
    const words = withoutRunner(run.words);
    if (programOf(words) !== "celery") continue;
    const embedded = words.includes("worker") && words.some((word) => /^(?:-B|--beat)$/.test(word ?? ""));
    if (!embedded && !words.includes("beat")) continue;
    const scheduler = optionIn(words, /^(?:-S|-s|--scheduler)$/) ?? "";
    return { ...run.at, text: embedded ? "celery worker -B" : "celery beat", locks: /redbeat/i.test(scheduler) };
  }
  return void 0;
}
function queuesOf(words) {
  const told = optionIn(words, /^(?:-Q|--queues)$/);
  if (words.some((word) => /^(?:-X|--exclude-queues)\b/.test(word ?? "")) || told === null) return null;
  if (told === void 0) return words.includes(null) || words.some((word) => /^\$/.test(word ?? "")) ? null : void 0;
  return told.includes("$") ? null : told.split(",").map((one) => one.trim());
}

module.exports = {
  celeryWorkersOf,
  onlySchedules,
  beatOf
};
