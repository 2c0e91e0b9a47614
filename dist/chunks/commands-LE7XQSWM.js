"use strict";
const {
  runBaseline,
  runExplain,
  runRules
} = require("./chunk-2RL6R4IN.js");
const {
  runAudit
} = require("./chunk-F3TJ3VXB.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-FTFPRJZC.js");
const {
  audit
} = require("./chunk-RW6UJ7QG.js");
require("./chunk-UVC6U27S.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-QWENVA2Z.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-3RILMBAO.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
};
