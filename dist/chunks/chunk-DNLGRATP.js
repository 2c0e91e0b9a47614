"use strict";
// src/tool.ts
var TOOL = {
  name: "erp-audit",
  version: "0.1.0",
  homepage: "https://www.npmjs.com/package/erp-audit",
  bugs: "https://www.npmjs.com/package/erp-audit",
  pages: "docs/rules/"
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

// src/report/formats.ts
var FORMATS = ["text", "json", "sarif"];

// src/cli/options.ts
var OPTIONS = [
  {
    name: "format",
    short: "f",
    value: "format[=file]",
    repeat: true,
    default: "text",
    group: "Report",
    text: `${FORMATS.join(", ")}; with =file it is written there`
  },
  {
    name: "output",
    short: "o",
    value: "file",
    group: "Report",
    text: "write the report there instead of standard output"
  },
  {
    name: "only",
    value: "rules",
    repeat: true,
    group: "Report",
    text: "show and gate only these: rule id, area/*, category"
  },
  {
    name: "skip",
    value: "rules",
    repeat: true,
    group: "Report",
    text: "neither show nor gate these; the score still counts them"
  },
  { name: "advice", group: "Report", text: "show advice too (confidence C, never scored)" },
  { name: "include-suppressed", group: "Report", text: "show what was accepted with a reason" },
  { name: "quiet", short: "q", group: "Report", text: "problems and score only" },
  { name: "verbose", short: "v", group: "Report", text: "every place of every finding, stack traces" },
  {
    name: "color",
    value: "when",
    choices: ["auto", "always", "never"],
    default: "auto",
    group: "Report",
    text: "auto, always or never"
  },
  { name: "no-progress", group: "Report", text: "no progress on standard error" },
  {
    name: "fail-on",
    value: "severity",
    choices: [...SEVERITIES, "never"],
    default: "high",
    group: "Gate",
    text: `exit 1 on such findings: ${SEVERITIES.join(", ")}, never`
  },
  { name: "min-score", value: "number", default: "80", group: "Gate", text: "exit 1 below this score" },
  { name: "exit-zero", group: "Gate", text: "exit 0 when the gate fails" },
  {
    name: "config",
    short: "c",
    value: "file",
    group: "Configuration",
    text: "read this file instead of looking for one"
  },
  { name: "no-config", group: "Configuration", text: "read no configuration file" },
  { name: "version", group: "Other", text: "print the version", flagOnly: true },
  { name: "help", short: "h", group: "Other", text: "print this help", flagOnly: true }
];
var COMMANDS = [
  { name: "rules", usage: "rules [--json]", text: "list every rule" },
  { name: "explain", usage: "explain <rule>", text: "the page of a rule: why, what to do, examples" }
];
function environmentName(option) {
  return `ERP_AUDIT_${option.name.replace(/^no-/, "no_").replaceAll("-", "_").toUpperCase()}`;
}

// src/cli/usage.ts
var UsageError = class extends Error {
  name = "UsageError";
};

// src/report/width.ts
var WIDE = [
  [4352, 4447],
  [8986, 8987],
  [9193, 9196],
  [9748, 9749],
  [9889, 9889],
  [9989, 9989],
  [10060, 10060],
  [11904, 12350],
  [12353, 42191],
  [43360, 43388],
  [44032, 55203],
  [63744, 64255],
  [65072, 65135],
  [65281, 65376],
  [65504, 65510],
  [127744, 128591],
  [128640, 128767],
  [129280, 129791],
  [131072, 262141]
];
function cellsOf(character) {
  const code = character.codePointAt(0) ?? 0;
  if (code < 768) return 1;
  const joins = code >= 8203 && code <= 8205 || code === 65039;
  if (joins || /^[\p{Mn}\p{Me}]/u.test(character)) return 0;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}
var NARROW = /^[\0-\u02ff]*$/;
function widthOf(text) {
  if (NARROW.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
}
function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
function clip(text, width) {
  if (widthOf(text) <= width) return text;
  let cells = 0;
  let kept = "";
  for (const character of text) {
    cells += cellsOf(character);
    if (cells > width - 1) break;
    kept += character;
  }
  return `${kept}\u2026`;
}
var HELD = "\xA0";
function wrap(text, width) {
  const lines = [];
  let line = "";
  let cells = 0;
  for (const word of text.split(/[ \n]+/).filter((part) => part !== "")) {
    const wordCells = widthOf(word);
    if (line !== "" && cells + 1 + wordCells > width) {
      lines.push(line);
      line = word;
      cells = wordCells;
    } else {
      cells += wordCells + (line === "" ? 0 : 1);
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  if (line !== "") lines.push(line);
  return lines.map((text2) => text2.replaceAll(HELD, " "));
}

module.exports = {
  TOOL,
  nearest,
  didYouMean,
  editDistance,
  SEVERITIES,
  CATEGORIES,
  FORMATS,
  OPTIONS,
  COMMANDS,
  environmentName,
  UsageError,
  cellsOf,
  widthOf,
  pad,
  clip,
  HELD,
  wrap
};
