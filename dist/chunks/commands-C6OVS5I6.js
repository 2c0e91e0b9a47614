"use strict";
const {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
} = require("./chunk-CSZZXOOV.js");
require("./chunk-TOBJM3BY.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
};
