"use strict";
require("./chunk-2RL6R4IN.js");
const {
  runAudit
} = require("./chunk-F3TJ3VXB.js");
require("./chunk-5S73P6IY.js");
require("./chunk-FV7N23V3.js");
require("./chunk-FVKJRJFM.js");
require("./chunk-XAMUTVUK.js");
require("./chunk-FTFPRJZC.js");
require("./chunk-RW6UJ7QG.js");
require("./chunk-UVC6U27S.js");
require("./chunk-HR63KF4Q.js");
require("./chunk-RIMU2UQE.js");
const {
  child,
  itemsOf,
  parseYaml,
  writtenAt
} = require("./chunk-QWENVA2Z.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-3RILMBAO.js");
require("./chunk-IXIQF7RH.js");
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
