"use strict";
const {
  runAudit,
  runBaseline,
  runExplain,
  runRules
} = require("./chunk-FM7M5RH7.js");
require("./chunk-6RRQKHF6.js");
const {
  audit
} = require("./chunk-N7ZM2635.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
};
