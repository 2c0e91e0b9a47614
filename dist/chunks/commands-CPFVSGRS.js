"use strict";
const {
  audit,
  runAudit,
  runExplain,
  runRules
} = require("./chunk-SQFSH2PC.js");
require("./chunk-YVY2E7GG.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runExplain,
  runRules
};
