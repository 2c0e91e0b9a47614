"use strict";
const {
  runAudit,
  runBaseline,
  runExplain,
  runRules
} = require("./chunk-XOYSDTDP.js");
require("./chunk-6RRQKHF6.js");
const {
  audit
} = require("./chunk-KHVWFIBF.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
};
