"use strict";

// src/model/kubernetes/replicated.ts
var workloadsById = (function workloadsById(system) {
  const known = workloadsBySystem.get(system) ?? new Map(system.workloads.map((workload) => [workload.id, workload]));
  workloadsBySystem.set(system, known);
  return known;
});

// src/model/kubernetes/privileges.ts
var rootMayGain = (function rootMayGain({ privileges: { user, escalation } }) {
  return user && /^(?:0|root)(?::|$)/.test(knownValue(user) ?? "") && knownValue(escalation) === true ? escalation : void 0;
});
const {
  sameNamespace,
  selects
} = require("./chunk-YXRK3UZL.js");
const {
  child,
  knownValue,
  kubernetesDeployments
} = require("./chunk-Q3NCOY3T.js");

// src/model/kubernetes/replicated.ts
function replicatedPods(system) {
  const workloads = workloadsById(system);
  return kubernetesDeployments(system).flatMap(
    ({ cluster }) => cluster.controllers.flatMap((controller) => {
      if (controller.object.kind === "DaemonSet") return [];
      return controller.workloads.flatMap((id) => {
        const workload = workloads.get(id);
        const singleReportedBy = workload && singleReporter(workload);
        if (!workload || singleReportedBy === void 0 || workload.pod?.part !== "main") return [];
        const replicas = workload.autoscaledFrom ?? workload.replicas;
        return [{ workload, controller, cluster, replicas, singleReportedBy }];
      });
    })
  );
}
function singleReporter(workload) {
  if (!workload.longRunning || workload.role === "tool") return void 0;
  if (workload.role === "user-facing" && !workload.stateful) return "workload/single-replica";
  return workload.stateful && workload.software?.cluster ? "datastore/single-instance" : void 0;
}
var budgetsByController = /* @__PURE__ */ new WeakMap();
function budgetsOf(controller, system) {
  const known = budgetsByController.get(system) ?? indexBudgets(system);
  budgetsByController.set(system, known);
  return known.get(controller) ?? [];
}
function indexBudgets({ clusters }) {
  const found = /* @__PURE__ */ new Map();
  const all = clusters.flatMap((cluster) => cluster.controllers);
  for (const budget of clusters.flatMap((cluster) => cluster.budgets)) {
    const taken = budget.controllers.length > 0 ? budget.controllers : all.filter((one) => takes(budget, one));
    for (const controller of taken) found.set(controller, [...found.get(controller) ?? [], budget]);
  }
  return found;
}
function takes({ object }, controller) {
  const selector = child(child(object.node, "spec"), "selector");
  return selector !== void 0 && sameNamespace(object.namespace, controller.object.namespace) && selects(selector, controller.labels);
}
var workloadsBySystem = /* @__PURE__ */ new WeakMap();


// src/model/kubernetes/privileges.ts


module.exports = {
  replicatedPods,
  budgetsOf,
  workloadsById,
  rootMayGain
};
