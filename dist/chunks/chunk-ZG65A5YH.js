"use strict";
// src/model/twins.ts
function hasTwin(workload, system) {
  if (workload.image === void 0) return false;
  return system.workloads.some(
    (other) => other !== workload && other.deployment === workload.deployment && other.image?.id === workload.image?.id && other.role === workload.role && other.start?.text === workload.start?.text
  );
}

module.exports = {
  hasTwin
};
