"use strict";

// src/parse/javascript/parser-library.ts
var parserLibrary = (function parserLibrary() {
  library ??= require("./javascript-parser.cjs");
  return library;
});
// src/parse/javascript/parser-library.ts
var library;


module.exports = {
  parserLibrary
};
