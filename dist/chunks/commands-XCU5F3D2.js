"use strict";
const {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
} = require("./chunk-TFTZWGNG.js");
require("./chunk-XIALQCTJ.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
};
