"use strict";
const {
  data,
  renderGithub
} = require("./chunk-A27OP5VY.js");
require("./chunk-T2MBA337.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-YLVDSGH3.js");
module.exports = {
  data,
  renderGithub
};
