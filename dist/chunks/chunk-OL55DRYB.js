"use strict";
const {
  known,
  unknown
} = require("./chunk-KHVWFIBF.js");

// src/model/traefik/settings.ts
var MOST_PARTS = 30;
var MOST_DEPTH = 30;
function settingsOfPaths(settings, at) {
  const root = { name: "", children: /* @__PURE__ */ new Map(), at };
  for (const { path, value, at: place } of settings) {
    let setting = root;
    for (const part of partsOf(path)) {
      const key = part.toLowerCase();
      let next = setting.children.get(key);
      if (!next) {
        next = { name: part, children: /* @__PURE__ */ new Map(), at: place };
        setting.children.set(key, next);
      }
      setting = next;
    }
    setting.value = value;
  }
  return root;
}
function partsOf(path) {
  return path.split(".", MOST_PARTS).flatMap((part) => {
    const [, name = part, index] = /^(.*?)(\[\d{1,4}\])$/.exec(part) ?? [];
    return index === void 0 ? [part] : [name, index];
  }).filter((part) => part !== "");
}
function settingsOfNode(node, at) {
  const children = node?.kind === "map" ? childrenOf(node, 0) : /* @__PURE__ */ new Map();
  return { name: "", children, at };
}
function childrenOf(node, depth) {
  const children = /* @__PURE__ */ new Map();
  for (const [name, entry] of node.entries) {
    const setting = settingOf(name, entry.node, entry.keyAt, depth);
    if (setting) children.set(name.toLowerCase(), setting);
  }
  return children;
}
function settingOf(name, node, at, depth) {
  if (depth >= MOST_DEPTH) return void 0;
  if (node.kind === "map") return { name, children: childrenOf(node, depth + 1), at };
  if (node.kind === "scalar")
    return node.text === null ? void 0 : { name, value: scalarFact(node), children: /* @__PURE__ */ new Map(), at };
  const texts = node.items.flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
  const children = /* @__PURE__ */ new Map();
  for (const [index, item] of node.items.entries()) {
    if (item.kind === "map")
      children.set(`[${index}]`, { name: `[${index}]`, children: childrenOf(item, depth + 1), at: item.at });
  }
  return { name, ...children.size === 0 ? { value: known(texts.join(","), node.at) } : {}, children, at };
}
function scalarFact(node) {
  const open = node.interpolation?.state === "unknown" || node.interpolation?.state === "required";
  return open ? unknown(node.at, "it is set outside the repository") : known(node.text ?? "", node.at);
}
function find(setting, ...path) {
  let found = setting;
  for (const part of path) found = found?.children.get(part);
  return found;
}
function valueAt(setting, ...path) {
  return find(setting, ...path)?.value;
}
function textAt(setting, ...path) {
  const value = valueAt(setting, ...path);
  return value?.known && value.value !== "" ? value.value : void 0;
}
function listAt(setting, ...path) {
  return (textAt(setting, ...path) ?? "").split(",").flatMap((part) => part.trim() || []);
}
function itemsAt(setting, ...path) {
  const children = find(setting, ...path)?.children ?? /* @__PURE__ */ new Map();
  return [...children].flatMap(([key, item]) => /^\[\d+\]$/.test(key) ? [item] : []);
}
function switchAt(setting, ...path) {
  const value = valueAt(setting, ...path);
  if (!value?.known) return value;
  if (/^(?:1|t|true)$/i.test(value.value)) return known(true, value.at);
  return known(false, value.at);
}
function isOn(setting, ...path) {
  const found = find(setting, ...path);
  return found !== void 0 && !(found.value?.known === true && /^(?:0|f|false)$/i.test(found.value.value));
}

module.exports = {
  settingsOfPaths,
  settingsOfNode,
  find,
  valueAt,
  textAt,
  listAt,
  itemsAt,
  switchAt,
  isOn
};
