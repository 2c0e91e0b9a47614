"use strict";
const {
  require_ignore
} = require("./chunk-PUSUV775.js");
require("./chunk-44IEB5UH.js");
const {
  runAudit
} = require("./chunk-HUJEKKQE.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-3STMCRJV.js");
require("./chunk-RDLTSDF2.js");
require("./chunk-K3BWUSJ6.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-5CSMBYEA.js");
require("./chunk-O4JLX45A.js");
require("./chunk-AVQHFLF3.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-SLSXQQIR.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-ENTEFACH.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-H6PDCTGH.js");
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
