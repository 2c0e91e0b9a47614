"use strict";

// src/code/patterns.ts
var boundNames = (function boundNames(pattern) {
  return collect(pattern, WHOLE, void 0);
});
var collect = (function collect(pattern, path, fallback) {
  switch (pattern.kind) {
    case "name":
      return [fallback ? { node: pattern, path, fallback } : { node: pattern, path }];
    case "cast":
      return collect(pattern.value, path, fallback);
    case "default":
      return collect(pattern.target, path, pattern.value);
    case "spread":
      return collect(pattern.value, [...path, "..."], void 0);
    case "object":
      return pattern.entries.flatMap(
        (entry) => entry.kind === "spread" ? collect(entry.value, [...path, "..."], void 0) : collect(entry.value, [...path, entry.key ?? "?"], void 0)
      );
    case "array":
      return pattern.elements.flatMap((element, index) => collect(element, [...path, index], void 0));
    default:
      return [];
  }
});
// src/code/patterns.ts
var WHOLE = [];



module.exports = {
  boundNames
};
