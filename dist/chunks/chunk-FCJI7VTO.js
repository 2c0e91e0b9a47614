"use strict";
// src/tool.ts
var TOOL = {
  name: "erp-audit",
  version: "0.1.0",
  homepage: "https://www.npmjs.com/package/erp-audit",
  bugs: "https://www.npmjs.com/package/erp-audit",
  pages: "docs/rules/"
};

// src/usage.ts
var UsageError = class extends Error {
  name = "UsageError";
};

// src/suggest.ts
function nearest(typed, candidates) {
  const wanted = typed.toLowerCase().slice(0, 200);
  let best;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const limit = Math.max(1, Math.floor(Math.max(candidate.length, wanted.length) / 3));
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance <= limit && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
function didYouMean(typed, candidates) {
  const name = nearest(typed, candidates);
  return name === void 0 ? "" : `; did you mean "${name}"?`;
}
function editDistance(a, b) {
  let before = [];
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1)
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    before = above;
    above = current;
  }
  return above[b.length] ?? 0;
}

// src/finding.ts
var SEVERITIES = ["critical", "high", "medium", "low"];
var CATEGORIES = [
  "infrastructure-stability",
  "service-health",
  "security",
  "observability",
  "disaster-recovery",
  "performance"
];

module.exports = {
  TOOL,
  UsageError,
  nearest,
  didYouMean,
  editDistance,
  SEVERITIES,
  CATEGORIES
};
