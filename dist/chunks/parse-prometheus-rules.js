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
const {
  child,
  itemsOf,
  parseYaml,
  writtenAt
} = require("./chunk-AVQHFLF3.js");
require("./chunk-VUSYVGVU.js");
require("./chunk-SLSXQQIR.js");
require("./chunk-KWB6FTLR.js");
require("./chunk-ENTEFACH.js");
require("./chunk-IXIQF7RH.js");
require("./chunk-H6PDCTGH.js");
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
