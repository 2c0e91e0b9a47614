"use strict";
const {
  rewriteInSteps
} = require("./chunk-HY64DORL.js");
const {
  find,
  listAt,
  textAt2: textAt
} = require("./chunk-Q3NCOY3T.js");

// src/model/traefik/rewrites.ts
function rewriteThrough(middlewares, path) {
  return rewriteInSteps(middlewares.flatMap(stepOf), path);
}
function stepOf(setting) {
  const { at } = setting;
  const pattern = find(setting, "replacepathregex");
  if (pattern) {
    const [regex = "", replacement = ""] = [textAt(pattern, "regex"), textAt(pattern, "replacement")];
    return [{ kind: "pattern", pattern: regex, replacement, at }];
  }
  if (find(setting, "stripprefixregex"))
    return [{ kind: "unknown", because: "a regular expression changes the path", at }];
  const added = textAt(setting, "addprefix", "prefix");
  if (added !== void 0) return [{ kind: "add", prefix: added, at }];
  const replaced = textAt(setting, "replacepath", "path");
  if (replaced !== void 0) return [{ kind: "whole", by: replaced, at }];
  const prefixes = listAt(setting, "stripprefix", "prefixes");
  return prefixes.length > 0 ? [{ kind: "strip", prefixes, at }] : [];
}

module.exports = {
  rewriteThrough
};
