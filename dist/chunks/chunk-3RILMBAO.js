"use strict";
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

// src/baseline.ts
var BASELINE_FILE = ".erp-audit-baseline.json";
var FINGERPRINT = "^[0-9a-f]{32}$";
var BASELINE_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "https://unpkg.com/erp-audit/erp-audit-baseline.schema.json",
  title: "Baseline of erp-audit: findings that are known",
  type: "object",
  required: ["schemaVersion", "fingerprints", "rules"],
  properties: {
    $schema: { type: "string" },
    schemaVersion: { const: 1 },
    fingerprints: { const: "erpAudit/v1", description: "How the fingerprints are made." },
    rules: {
      type: "object",
      description: "By the id of the rule, then by the path of the file that the findings point at.",
      additionalProperties: {
        type: "object",
        additionalProperties: {
          type: "object",
          required: ["count", "fingerprints"],
          properties: {
            count: { type: "integer", minimum: 1 },
            fingerprints: { type: "array", items: { type: "string", pattern: FINGERPRINT }, minItems: 1 }
          }
        }
      }
    }
  }
};
function renderBaseline(entries) {
  const rules = {};
  const inOrder = entries.toSorted(
    (a, b) => compare(a.rule, b.rule) || compare(a.path, b.path) || compare(a.fingerprint, b.fingerprint)
  );
  for (const { rule, path, fingerprint } of inOrder) {
    const files = own(rules, rule, {});
    const { fingerprints } = own(files, path, { count: 0, fingerprints: [] });
    if (fingerprints.at(-1) === fingerprint) continue;
    fingerprints.push(fingerprint);
    files[path] = { count: fingerprints.length, fingerprints };
  }
  const file = { $schema: BASELINE_SCHEMA.$id, schemaVersion: 1, fingerprints: "erpAudit/v1", rules };
  return `${JSON.stringify(file, null, 2)}
`;
}
function own(record, key, fresh) {
  if (!Object.hasOwn(record, key)) {
    Object.defineProperty(record, key, { value: fresh, enumerable: true, configurable: true, writable: true });
  }
  return record[key] ?? fresh;
}
function parseBaseline(text) {
  const file = parseJson(text);
  if (!isObject(file)) return "it is no JSON object";
  if (file.schemaVersion !== 1 || file.fingerprints !== "erpAudit/v1") {
    return 'it is no baseline of this version; "erp-audit baseline" writes it anew';
  }
  if (!isObject(file.rules)) return 'it has no "rules"';
  const entries = [];
  for (const [rule, files] of Object.entries(file.rules)) {
    if (!isObject(files)) return `"${rule}" names no files`;
    for (const [path, found] of Object.entries(files)) {
      const fingerprints = isObject(found) ? found.fingerprints : void 0;
      if (!Array.isArray(fingerprints)) return `"${path}" has no fingerprints under "${rule}"`;
      for (const fingerprint of fingerprints) {
        if (typeof fingerprint !== "string" || !new RegExp(FINGERPRINT).test(fingerprint)) {
          return `"${path}" has something under "${rule}" that is no fingerprint`;
        }
        entries.push({ rule, path, fingerprint });
      }
    }
  }
  return entries;
}
function parseJson(text) {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return void 0;
  }
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

module.exports = {
  UsageError,
  nearest,
  didYouMean,
  editDistance,
  BASELINE_FILE,
  renderBaseline,
  parseBaseline
};
