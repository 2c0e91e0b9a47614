"use strict";
require("./chunk-BSXH2SDL.js");
const {
  runAudit
} = require("./chunk-KQT5WLV5.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-DUS4DF5K.js");
require("./chunk-ENZE5ASX.js");
require("./chunk-NKJYXU72.js");
const {
  child,
  itemsOf,
  parseYaml,
  writtenAt
} = require("./chunk-YXT6UML4.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-AAQLWITA.js");
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
