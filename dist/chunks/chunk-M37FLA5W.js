"use strict";

// src/cli/tier-up.ts
var optimiseLater = (function optimiseLater(version) {
  const flag = tierUpFlag(version);
  if (flag !== void 0) setFlagsFromString(flag);
});
var tierUpFlag = (function tierUpFlag(version) {
  return TIER_UP.get(version.split(".")[0] ?? "");
});
// src/cli/tier-up.ts
const { setFlagsFromString } = require("node:v8");


var TIER_UP = /* @__PURE__ */ new Map([
  ["11", "--interrupt-budget=202752"],
  ["12", "--invocation-count-for-turbofan=9000"],
  ["13", "--invocation-count-for-turbofan=9000"]
]);

module.exports = {
  optimiseLater
};
