"use strict";
const {
  require_ignore
} = require("./chunk-PUSUV775.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
const {
  __toESM
} = require("./chunk-YLVDSGH3.js");

// src/config/rebase.ts
var import_ignore = __toESM(require_ignore(), 1);
function rebase(config, prefix) {
  const globs = (list) => list.flatMap((glob) => rebaseGlob(glob, prefix));
  const { baseline: _, ...rest } = config;
  return {
    ...rest,
    exclude: globs(config.exclude),
    rules: config.rules.map((setting) => ({ ...setting, ignore: globs(setting.ignore) })),
    deployments: config.deployments.map((setting) => ({ ...setting, files: setting.files.flatMap((file) => below(file, prefix)) })).filter((setting) => setting.files.length > 0)
  };
}
function below(path, prefix) {
  const plain = path.replace(/^(\.\/)+/, "");
  return plain.startsWith(`${prefix}/`) ? [plain.slice(prefix.length + 1)] : [];
}
function rebaseGlob(glob, prefix) {
  if (glob.startsWith("!")) return rebaseGlob(glob.slice(1), prefix).map((inner) => `!${inner}`);
  const directories = prefix.split("/");
  const [, named = "", slash = ""] = /^(.*?)(\/?)$/s.exec(glob) ?? [];
  if (!named.includes("/")) return directories.some((directory) => isMatch(named, directory)) ? ["**"] : [glob];
  const segments = named.replace(/^\//, "").split("/");
  const deep = segments.indexOf("**");
  const fixed = segments.slice(0, Math.min(directories.length, deep === -1 ? segments.length : deep));
  if (!fixed.every((segment, index) => isMatch(segment, directories[index] ?? ""))) return [];
  if (fixed.length === segments.length) return ["**"];
  return [`${fixed.length < directories.length ? "" : "/"}${segments.slice(fixed.length).join("/")}${slash}`];
}
function isMatch(pattern, name) {
  return pattern !== "" && name !== "" && (0, import_ignore.default)().add(`/${pattern}`).ignores(name);
}
module.exports = {
  house: runAudit,
  rebase
};
