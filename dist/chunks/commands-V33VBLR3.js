"use strict";
const {
  audit,
  runAudit,
  runExplain,
  runRules
} = require("./chunk-X5YIKA7Q.js");
require("./chunk-DNLGRATP.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runExplain,
  runRules
};
