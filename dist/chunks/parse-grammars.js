"use strict";

// src/parse/grammar-library.ts
var treeSitterLibrary = (function treeSitterLibrary() {
  return require("./tree-sitter.cjs");
});

// src/parse/grammars.ts
var openGrammars = (function openGrammars(names) {
  const all = [...names].map((name) => {
    const known = opening.get(name);
    if (known) return known;
    const opened = open(name);
    opening.set(name, opened);
    return opened;
  });
  return Promise.all(all).then(() => void 0);
});
var open = (async function open(name) {
  const { Language, Parser } = treeSitterLibrary();
  starting ??= Parser.init({ wasmBinary: WASM.library() });
  await starting;
  const language = await Language.load(WASM[name]());
  parsers.set(name, new Parser().setLanguage(language));
});
var grammar = (function grammar(name) {
  return parsers.get(name);
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/grammar-library.ts
const { readFileSync } = require("node:fs");

var WASM = {
  library: () => readFileSync(require.resolve("../web-tree-sitter.wasm")),
  python: () => readFileSync(require.resolve("../tree-sitter-python.wasm")),
  go: () => readFileSync(require.resolve("../tree-sitter-go.wasm"))
};

// src/parse/grammars.ts
var parsers = /* @__PURE__ */ new Map();
var opening = /* @__PURE__ */ new Map();
var starting;



module.exports = {
  grammar,
  house: runAudit,
  openGrammars
};
