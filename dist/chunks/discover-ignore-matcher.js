"use strict";
const {
  require_ignore
} = require("./chunk-PUSUV775.js");
require("./chunk-2RL6R4IN.js");
const {
  runAudit
} = require("./chunk-F3TJ3VXB.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-FTFPRJZC.js");
require("./chunk-RW6UJ7QG.js");
require("./chunk-UVC6U27S.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-QWENVA2Z.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-3RILMBAO.js");
require("./chunk-IXIQF7RH.js");
const {
  __toESM
} = require("./chunk-YLVDSGH3.js");

// src/discover/ignore-matcher.ts
var import_ignore = __toESM(require_ignore(), 1);
function matcherOf(patterns) {
  const matcher = (0, import_ignore.default)({ ignorecase: false });
  for (const pattern of patterns) {
    try {
      matcher.add(pattern);
    } catch {
    }
  }
  return matcher;
}
function filesMatching(patterns) {
  const matcher = (0, import_ignore.default)().add([...patterns]);
  return (path) => import_ignore.default.isPathValid(path) && matcher.ignores(path);
}
module.exports = {
  filesMatching,
  house: runAudit,
  matcherOf
};
