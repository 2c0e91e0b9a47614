"use strict";
const {
  runAudit,
  runBaseline,
  runExplain,
  runRules
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  audit
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
};
