"use strict";
const {
  optimiseLater
} = require("./chunks/chunk-M37FLA5W.js");
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
runAction({ env: process.env, cwd: process.cwd(), stdout: process.stdout, request: globalThis.fetch }).then((code) => {
  process.exitCode = code;
});
