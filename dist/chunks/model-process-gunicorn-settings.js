"use strict";
const {
  pythonModules,
  readPython
} = require("./chunk-Z6J5VBIY.js");
require("./chunk-LMX7K7RR.js");
const {
  evaluateExpression,
  numberOf
} = require("./chunk-3IISUF5O.js");
require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
require("./chunk-5PYKPUOO.js");
require("./chunk-DA3K453T.js");
const {
  nameDefinition
} = require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  known,
  unknown
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/code/read-python.ts
function pythonProgram(source, tree) {
  const files = /* @__PURE__ */ new Map([[source.path, readPython(source)]]);
  const find = pythonModules(tree);
  const fileAt = (path) => {
    const known2 = files.get(path);
    const imported = known2 ? void 0 : tree.read(path);
    if (!imported) return known2;
    const file = readPython(imported);
    files.set(path, file);
    return file;
  };
  const target = (from, specifier) => {
    const found = find(from.path, specifier);
    if (found.kind === "folder") return { kind: "files", files: [] };
    if (found.kind !== "file") return found;
    const file = fileAt(found.path);
    return file ? { kind: "files", files: [file] } : { kind: "missing" };
  };
  return { files, target, siblings: () => [], reachableFrom: (entries) => new Set(entries) };
}

// src/model/process/gunicorn-settings.ts
var ORIGIN = { variables: [], isFallback: false };
function gunicornSettings(source, tree, environment) {
  const program = pythonProgram(source, tree);
  const file = program.files.get(source.path);
  if (!file) return { perProcessor: false };
  const end = source.text.length;
  const [problem] = file.problems;
  const setting = (name) => {
    const isSet = nameDefinition(program, file, name, end).kind !== "global";
    if (!isSet && problem) return { kind: "unknown", because: problem.message, ...ORIGIN, at: problem.at };
    if (!isSet) return void 0;
    return evaluateExpression(program, { file, node: { kind: "name", name, start: end, end } }, environment);
  };
  const workers = setting("workers");
  const threads = setting("threads");
  const workerClass = setting("worker_class");
  return {
    ...workers && { workers: countIn(workers, "its number of processes cannot be told") },
    perProcessor: workers?.kind === "interval",
    ...threads && { threads: countIn(threads, "its number of threads cannot be told") },
    ...workerClass && { workerClass: textIn(workerClass) }
  };
}
function countIn(value, otherwise) {
  const number = numberOf(value);
  if (number !== void 0 && number > 0) return known(number, value.at);
  return unknown(value.at, value.kind === "known" ? otherwise : value.because);
}
function textIn(value) {
  if (value.kind === "known" && typeof value.value === "string") return known(value.value, value.at);
  return unknown(value.at, value.kind === "known" ? "it is no text" : value.because);
}
module.exports = {
  gunicornSettings,
  house: runAudit
};
