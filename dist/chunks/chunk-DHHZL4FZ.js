"use strict";
const {
  maximumHeap,
  shortSize
} = require("./chunk-SGFGOYHU.js");
const {
  variable
} = require("./chunk-Q3NCOY3T.js");

// src/knowledge/heap.ts
function heapOf(facts, heap) {
  const first = heap.variables[0] ?? "JAVA_TOOL_OPTIONS";
  const common = {
    what: "JVM heap",
    share: heap.share,
    ...heap.usualShare === void 0 ? {} : { usualShare: heap.usualShare },
    ...heap.least === void 0 ? {} : { least: heap.least },
    setting: (bytes) => `${first}=-Xms${shortSize(bytes)} -Xmx${shortSize(bytes)}`,
    source: heap.source
  };
  for (const name of heap.variables) {
    const by = variable(name);
    const value = facts.environment(name);
    if (value === null) return { ...common, by };
    const bytes = maximumHeap(value ?? "");
    if (bytes === "unknown") return { ...common, by };
    if (bytes !== "unset") return { ...common, by, bytes };
  }
  if (heap.defaultBytes === void 0 || facts.configMounted) return void 0;
  return { ...common, bytes: heap.defaultBytes };
}

module.exports = {
  heapOf
};
