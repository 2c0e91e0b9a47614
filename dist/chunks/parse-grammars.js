"use strict";
require("./chunk-44IEB5UH.js");
const {
  runAudit
} = require("./chunk-HUJEKKQE.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-3STMCRJV.js");
require("./chunk-RDLTSDF2.js");
require("./chunk-K3BWUSJ6.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
require("./chunk-5CSMBYEA.js");
require("./chunk-O4JLX45A.js");
require("./chunk-AVQHFLF3.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-SLSXQQIR.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-ENTEFACH.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-H6PDCTGH.js");
require("./chunk-YLVDSGH3.js");

// src/parse/grammar-library.ts
const { readFileSync } = require("node:fs");
function treeSitterLibrary() {
  return require("./tree-sitter.cjs");
}
var WASM = {
  library: () => readFileSync(require.resolve("../web-tree-sitter.wasm")),
  python: () => readFileSync(require.resolve("../tree-sitter-python.wasm")),
  go: () => readFileSync(require.resolve("../tree-sitter-go.wasm"))
};

// src/parse/grammars.ts
var parsers = /* @__PURE__ */ new Map();
var opening = /* @__PURE__ */ new Map();
var starting;
function openGrammars(names) {
  const all = [...names].map((name) => {
    const known = opening.get(name);
    if (known) return known;
    const opened = open(name);
    opening.set(name, opened);
    return opened;
  });
  return Promise.all(all).then(() => void 0);
}
async function open(name) {
  const { Language, Parser } = treeSitterLibrary();
  starting ??= Parser.init({ wasmBinary: WASM.library() });
  await starting;
  const language = await Language.load(WASM[name]());
  parsers.set(name, new Parser().setLanguage(language));
}
function grammar(name) {
  return parsers.get(name);
}
module.exports = {
  grammar,
  house: runAudit,
  openGrammars
};
