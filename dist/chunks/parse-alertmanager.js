"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  entriesOf,
  itemsOf,
  parseYaml,
  writtenAt,
  writtenItems
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/alertmanager.ts
function readAlertmanagerConfig(source) {
  const { documents, problems } = parseYaml(source);
  const root = documents[0]?.root;
  const route = child(root, "route");
  return {
    path: source.path,
    root,
    ...route ? { route: routeOf(route, 0) } : {},
    receivers: itemsOf(child(root, "receivers")).map(receiverOf),
    templates: writtenItems(child(root, "templates")),
    at: entriesOf(root)[0]?.[2] ?? { path: source.path, start: 0, end: 0 },
    problems
  };
}
var DEEPEST = 50;
function routeOf(node, depth) {
  const receiver = writtenAt(node, "receiver");
  const matchers = ["match", "match_re", "matchers"].flatMap((key) => {
    const section = child(node, key);
    return section?.kind === "map" ? [...section.entries.keys()] : itemsOf(section);
  });
  return {
    ...receiver ? { receiver } : {},
    takesAll: matchers.length === 0,
    continues: writtenAt(node, "continue")?.text === "true",
    routes: depth < DEEPEST ? itemsOf(child(node, "routes")).map((inner) => routeOf(inner, depth + 1)) : [],
    at: node.at
  };
}
function receiverOf(node) {
  const name = writtenAt(node, "name");
  return {
    name: name?.text ?? "",
    integrations: entriesOf(node).flatMap(([key, section]) => {
      const kind = /^(\w+)_configs$/.exec(key)?.[1];
      return kind === void 0 ? [] : itemsOf(section).map((item) => integrationOf(kind, item));
    }),
    at: name?.at ?? node.at
  };
}
function integrationOf(kind, node) {
  const url = writtenAt(node, kind === "email" ? "smarthost" : kind === "webhook" ? "url" : "api_url");
  return { kind, ...url ? { url } : {}, at: node.at };
}
function reachableReceivers({ route }) {
  const names = /* @__PURE__ */ new Set();
  if (route) reach(route, route.receiver?.text, names);
  return names;
}
function reach(route, inherited, names) {
  const receiver = route.receiver?.text ?? inherited;
  for (const inner of route.routes) {
    reach(inner, receiver, names);
    if (inner.takesAll && !inner.continues) return;
  }
  if (receiver !== void 0) names.add(receiver);
}
module.exports = {
  house: runAudit,
  reachableReceivers,
  readAlertmanagerConfig
};
