"use strict";
// src/model/setting-span.ts
function settingSpan(workload, name, variables = []) {
  for (const one of [name, ...variables]) {
    const variable = workload.environment.get(one);
    if (variable) return variable.at;
  }
  return workload.start?.text.includes(name) ? workload.start.at : workload.at;
}

module.exports = {
  settingSpan
};
