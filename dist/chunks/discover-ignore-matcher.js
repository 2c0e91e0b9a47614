"use strict";
const {
  require_ignore
} = require("./chunk-PUSUV775.js");
require("./chunk-BSXH2SDL.js");
const {
  runAudit
} = require("./chunk-KQT5WLV5.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-DUS4DF5K.js");
require("./chunk-ENZE5ASX.js");
require("./chunk-NKJYXU72.js");
require("./chunk-YXT6UML4.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-AAQLWITA.js");
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
