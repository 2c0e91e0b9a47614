"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  itemsOf,
  parseYaml,
  writtenAt
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/prometheus/rules.ts
function readRuleFile(source) {
  const { documents, problems } = parseYaml(source);
  const root = documents[0]?.root;
  return { path: source.path, root, groups: ruleGroupsOf(root), problems };
}
function ruleGroupsOf(node) {
  return itemsOf(child(node, "groups")).map((group) => ({
    ...optional("name", writtenAt(group, "name")),
    rules: itemsOf(child(group, "rules")).map((rule) => ({
      ...optional("alert", writtenAt(rule, "alert")),
      ...optional("record", writtenAt(rule, "record")),
      ...optional("expression", writtenAt(rule, "expr")),
      at: rule.at
    })),
    at: group.at
  }));
}
function optional(key, value) {
  return value ? { [key]: value } : {};
}
module.exports = {
  house: runAudit,
  readRuleFile
};
