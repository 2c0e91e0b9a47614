"use strict";
const {
  optimiseLater,
  withEagerParsers
} = require("./chunks/chunk-CTMB6KQ7.js");
const {
  audit
} = require("./chunks/chunk-Q3NCOY3T.js");
require("./chunks/chunk-FCJI7VTO.js");
require("./chunks/chunk-YLVDSGH3.js");

// door:src/action/run.ts
var room;
function enter() {
  return room ??= require("./chunks/action-run.js");
}
function runAction(...given) {
  return enter().runAction(...given);
}

// src/action.ts
optimiseLater(process.versions.v8);
runAction(
  { env: process.env, cwd: process.cwd(), stdout: process.stdout, request: globalThis.fetch },
  withEagerParsers(audit, process.versions.v8)
).then((code) => {
  process.exitCode = code;
});
