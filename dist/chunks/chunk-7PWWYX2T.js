"use strict";
// src/parse/javascript/parser-library.ts
var library;
function parserLibrary() {
  library ??= require("./javascript-parser.cjs");
  return library;
}

module.exports = {
  parserLibrary
};
