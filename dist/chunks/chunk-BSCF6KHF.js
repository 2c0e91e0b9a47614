"use strict";

// src/cli/options.ts
var environmentName = (function environmentName(option) {
  return `ERP_AUDIT_${option.name.replace(/^no-/, "no_").replaceAll("-", "_").toUpperCase()}`;
});

// src/report/width.ts
var widthOf = (function widthOf(text) {
  if (NARROW.test(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += cellsOf(character);
  return cells;
});
var pad = (function pad(text, width) {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
});
var wrap = (function wrap(text, width) {
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
});
const {
  SEVERITIES
} = require("./chunk-FCJI7VTO.js");

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

// src/report/formats.ts
var FORMATS = ["text", "json", "sarif", "markdown", "html", "github", "gitlab", "junit", "badge"];

// src/cli/options.ts
var OPTIONS = [
  {
    name: "format",
    short: "f",
    value: "format[=file]",
    names: "formats",
    repeat: true,
    default: "text",
    group: "Report",
    text: `${FORMATS.join(", ")}; with =file it is written there`
  },
  {
    name: "output",
    short: "o",
    value: "file",
    names: "files",
    group: "Report",
    text: "write the report there instead of standard output"
  },
  {
    name: "only",
    value: "rules",
    names: "rules",
    repeat: true,
    group: "Report",
    text: "show and gate only these: rule id, area/*, category"
  },
  {
    name: "skip",
    value: "rules",
    names: "rules",
    repeat: true,
    group: "Report",
    text: "neither show nor gate these; the score still counts them"
  },
  { name: "advice", group: "Report", text: "show advice too (confidence C, never scored)" },
  { name: "include-suppressed", group: "Report", text: "show what was accepted with a reason" },
  {
    name: "target-users",
    value: "number",
    group: "Report",
    text: "compare the estimate of the capacity with so many active users"
  },
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
    name: "staged",
    group: "Changes",
    text: "audit what git has staged; show and gate only findings in staged files"
  },
  {
    name: "since",
    value: "ref",
    names: "revisions",
    group: "Changes",
    text: "audit the merge base with this branch or commit too; show and gate only what is new since"
  },
  {
    name: "stdin-filename",
    value: "file",
    names: "files",
    group: "Changes",
    text: "with - as the path: audit this file as standard input has it, as in an editor; show and gate only findings in it",
    flagOnly: true
  },
  {
    name: "changed",
    value: "what",
    choices: ["lines", "files", "all"],
    group: "Changes",
    text: "with --staged or --since: only findings on changed lines, in changed files, or all"
  },
  {
    name: "baseline",
    value: "file",
    names: "files",
    default: BASELINE_FILE,
    group: "Changes",
    text: "known findings, which are neither shown nor gated"
  },
  { name: "no-baseline", group: "Changes", text: "show and gate known findings too" },
  { name: "strict-baseline", group: "Changes", text: "exit 2 when a known finding is there no more" },
  {
    name: "fail-on",
    value: "severity",
    choices: [...SEVERITIES, "never"],
    default: "high",
    group: "Gate",
    text: `exit 1 on such findings: ${SEVERITIES.join(", ")}, never`
  },
  {
    name: "min-score",
    value: "number",
    default: "80",
    group: "Gate",
    text: "exit 1 below this score; with --staged, --since, a baseline or - only when given"
  },
  {
    name: "keep",
    value: "what",
    choices: ["score", "scope", "all"],
    group: "Gate",
    text: "with --since: exit 1 when the score, the number of workloads (scope), or either is less than it was"
  },
  { name: "exit-zero", group: "Gate", text: "exit 0 when the gate fails" },
  {
    name: "config",
    short: "c",
    value: "file",
    names: "files",
    group: "Configuration",
    text: "read this file instead of looking for one"
  },
  { name: "no-config", group: "Configuration", text: "read no configuration file" },
  { name: "deep", group: "Other", text: "ask the TypeScript compiler where code does not tell; slower" },
  { name: "version", group: "Other", text: "print the version", flagOnly: true },
  { name: "help", short: "h", group: "Other", text: "print this help", flagOnly: true }
];
var SHELLS = ["bash", "zsh", "fish", "powershell"];
var COMMANDS = [
  { name: "rules", usage: "rules [--json]", text: "list every rule" },
  { name: "explain", usage: "explain <rule>", text: "the page of a rule: why, what to do, examples" },
  {
    name: "baseline",
    usage: "baseline [path]",
    text: "write down what is found now: then it is known, and only what comes is shown; with --prune only drop what is fixed"
  },
  {
    name: "init",
    usage: "init [path]",
    text: "propose a configuration, a workflow and a hook for this repository; with --yes write them"
  },
  {
    name: "completion",
    usage: "completion <shell>",
    text: `the script that completes commands, options and rules: for ${SHELLS.join(", ")}`
  }
];
var COMMAND_SWITCHES = [
  { name: "yes", command: "init", text: "write without asking", otherwise: '--yes belongs to "erp-audit init"' },
  {
    name: "json",
    command: "rules",
    text: "the rules as JSON",
    otherwise: '--json belongs to "erp-audit rules"; a report is -f json'
  },
  {
    name: "prune",
    command: "baseline",
    text: "only drop what is fixed",
    otherwise: '--prune belongs to "erp-audit baseline"'
  }
];


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


module.exports = {
  BASELINE_FILE,
  renderBaseline,
  parseBaseline,
  FORMATS,
  OPTIONS,
  SHELLS,
  COMMANDS,
  COMMAND_SWITCHES,
  environmentName,
  cellsOf,
  widthOf,
  pad,
  clip,
  HELD,
  wrap
};
