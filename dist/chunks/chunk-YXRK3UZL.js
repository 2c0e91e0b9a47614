"use strict";
const {
  child,
  itemsOf,
  textOf,
  textsByKey
} = require("./chunk-Q3NCOY3T.js");

// src/model/kubernetes/selectors.ts
function hasLabels(labels, wanted) {
  for (const [key, value] of wanted) if (labels.get(key) !== value) return false;
  return true;
}
var wantedBySelector = /* @__PURE__ */ new WeakMap();
function wantedLabels(selector) {
  const known = selector && wantedBySelector.get(selector);
  if (known) return known;
  const wanted = textsByKey(child(selector, "matchLabels"));
  if (selector) wantedBySelector.set(selector, wanted);
  return wanted;
}
function selects(selector, labels) {
  if (!hasLabels(labels, wantedLabels(selector))) return false;
  return itemsOf(child(selector, "matchExpressions")).every((expression) => {
    const value = labels.get(textOf(child(expression, "key")) ?? "");
    const values = itemsOf(child(expression, "values")).map(textOf);
    switch (textOf(child(expression, "operator"))) {
      case "In":
        return value !== void 0 && values.includes(value);
      case "NotIn":
        return value === void 0 || !values.includes(value);
      case "Exists":
        return value !== void 0;
      case "DoesNotExist":
        return value === void 0;
      default:
        return false;
    }
  });
}
function sameNamespace(one, other) {
  return one === void 0 || other === void 0 || one === other;
}

module.exports = {
  hasLabels,
  selects,
  sameNamespace
};
