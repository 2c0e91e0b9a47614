"use strict";

// src/cli/tier-up.ts
var optimiseLater = (function optimiseLater(version) {
  const flag = tierUpFlag(version, LATER);
  if (flag !== void 0) setFlagsFromString(flag);
});
var withEagerParsers = (function withEagerParsers(audit, version) {
  const soon = tierUpFlag(version, 1);
  if (soon === void 0) return audit;
  const whileParsing = (parse) => {
    setFlagsFromString(soon);
    try {
      return parse();
    } finally {
      optimiseLater(version);
    }
  };
  return (root, options) => audit(root, { ...options, whileParsing });
});
var tierUpFlag = (function tierUpFlag(version, times) {
  const [name, usual] = TIER_UP.get(version.split(".")[0] ?? "") ?? [];
  return name === void 0 || usual === void 0 ? void 0 : `--${name}=${times * usual}`;
});
// src/cli/tier-up.ts
const { setFlagsFromString } = require("node:v8");


var LATER = 3;

var TIER_UP = /* @__PURE__ */ new Map([
  ["11", ["interrupt-budget", 67584]],
  ["12", ["invocation-count-for-turbofan", 3e3]],
  ["13", ["invocation-count-for-turbofan", 3e3]]
]);

module.exports = {
  optimiseLater,
  withEagerParsers
};
