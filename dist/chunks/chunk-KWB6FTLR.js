"use strict";
// src/tool.ts
var TOOL = {
  name: "erp-audit",
  version: "0.1.0",
  homepage: "https://www.npmjs.com/package/erp-audit",
  bugs: "https://www.npmjs.com/package/erp-audit",
  pages: "docs/rules/"
};

module.exports = {
  TOOL
};
