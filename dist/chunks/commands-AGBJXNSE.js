"use strict";
const {
  runBaseline,
  runExplain,
  runRules
} = require("./chunk-BSXH2SDL.js");
const {
  runAudit
} = require("./chunk-KQT5WLV5.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-DUS4DF5K.js");
const {
  audit
} = require("./chunk-ENZE5ASX.js");
require("./chunk-NKJYXU72.js");
require("./chunk-YXT6UML4.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-AAQLWITA.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  audit,
  runAudit,
  runBaseline,
  runExplain,
  runRules
};
