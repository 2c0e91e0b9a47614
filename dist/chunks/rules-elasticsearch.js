"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  serviceFactsOf,
  settingSpan
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/elasticsearch/disk-watermark-off.ts
var SETTING = "cluster.routing.allocation.disk.threshold_enabled";
var disk_watermark_off_default = defineRule({
  id: "elasticsearch/disk-watermark-off",
  title: "Elasticsearch does not watch how full its disk is",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without the watermarks a node goes on writing until the disk is full, and then fails in the middle of a write; with them it moves shards away and stops writes to its indices while there is still room to repair it.",
  fix: `Remove ${SETTING}=false, and set cluster.routing.allocation.disk.watermark.low, .high and .flood_stage if the defaults (85, 90 and 95 %) do not fit the disk.`,
  refs: [
    "https://www.elastic.co/docs/reference/elasticsearch/configuration-reference/cluster-level-shard-allocation-routing-settings#disk-based-shard-allocation",
    "https://docs.opensearch.org/latest/install-and-configure/configuring-opensearch/cluster-settings/"
  ],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      const { software } = workload;
      if (software?.id !== "elasticsearch" && software?.speaks !== "elasticsearch") continue;
      const facts = serviceFactsOf(workload);
      const found = facts?.distribution.setting?.(facts, SETTING);
      if (!found) continue;
      const value = found.given === "yes" ? found.value : "true";
      if (found.given === "unknown" || value === void 0)
        unverified(
          workload,
          settingSpan(workload, SETTING),
          `a file or a value outside the repository may set ${SETTING}`
        );
      else if (/^false$/i.test(value.trim()))
        fail(
          workload,
          settingSpan(workload, SETTING),
          `${workload.name} (${software.name}) writes until its disk is full: ${SETTING} is ${value}`
        );
      else pass(workload);
    }
  },
  examples: { bad: [], good: [] }
});

// area:elasticsearch
var rules = {
  "elasticsearch/disk-watermark-off": disk_watermark_off_default
};
module.exports = {
  house: runAudit,
  rules
};
