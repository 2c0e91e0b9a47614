"use strict";

// src/discover/ignore-matcher.ts
var matcherOf = (function matcherOf(patterns) {
  const matcher = (0, import_ignore.default)({ ignorecase: false });
  for (const pattern of patterns) {
    try {
      matcher.add(pattern);
    } catch {
    }
  }
  return matcher;
});
const {
  require_ignore
} = require("./chunk-PUSUV775.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
const {
  __toESM
} = require("./chunk-YLVDSGH3.js");

// src/discover/ignore-matcher.ts
var import_ignore = __toESM(require_ignore(), 1);

function filesMatching(patterns) {
  const matcher = (0, import_ignore.default)().add([...patterns]);
  return (path) => import_ignore.default.isPathValid(path) && matcher.ignores(path);
}
module.exports = {
  filesMatching,
  house: runAudit,
  matcherOf
};
