"use strict";
const {
  WAY_COLUMNS,
  wayOf
} = require("./chunk-UTLEYEJF.js");
const {
  CAPACITY_CAVEAT,
  assumedText,
  capacityLinesOf
} = require("./chunk-IIIDBK52.js");
const {
  block,
  byRule,
  code,
  gapTable,
  headline,
  placesAt,
  prose,
  ruleDetails,
  scoreTable,
  table,
  text,
  verdict
} = require("./chunk-TNONLVYZ.js");
require("./chunk-5RLMKV7O.js");
require("./chunk-DM46Y3K7.js");
const {
  newFindings,
  plain,
  plural,
  runAudit,
  shownFindings
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/markdown/inventory.ts
var CHECKS = {
  checked: "yes",
  disabled: "switched off",
  none: "none",
  unknown: "not known"
};
function inventoryTable({ items }) {
  const several = new Set(items.map(({ deployment }) => deployment)).size > 1;
  const rows = items.map((item) => [
    code(item.name),
    ...several ? [text(item.deployment)] : [],
    item.role,
    item.runs === void 0 ? "" : text(item.runs),
    item.replicas === null ? "not known" : String(item.replicas),
    amount(item.memoryLimit, bytes),
    amount(item.cpuLimit, String),
    item.ports.join(", "),
    CHECKS[item.check]
  ]);
  const header = [
    "Workload",
    ...several ? ["Deployment"] : [],
    "Role",
    "Runs",
    "Replicas",
    "Memory limit",
    "CPU limit",
    "Open ports",
    "Health check"
  ];
  return table(header, several ? "llllrrrll" : "lllrrrll", rows);
}
function amount(limit, shown) {
  if (limit === void 0) return "none";
  return limit === null ? "not known" : shown(limit);
}
function totals({ items }) {
  const replicas = items.reduce((sum, { replicas: replicas2 }) => sum + (replicas2 ?? 1), 0);
  const limited = items.filter(({ memoryLimit }) => typeof memoryLimit === "number");
  const memory = limited.reduce((sum, { memoryLimit, replicas: replicas2 }) => sum + (memoryLimit ?? 0) * (replicas2 ?? 1), 0);
  const processors = items.reduce((sum, { cpuLimit, replicas: replicas2 }) => sum + (cpuLimit ?? 0) * (replicas2 ?? 1), 0);
  const without = items.filter(({ memoryLimit }) => memoryLimit === void 0).length;
  const unknown = items.some(({ replicas: replicas2 }) => replicas2 === null) ? " (those whose number is not known count once)" : "";
  const parts = [
    `${plural(items.length, "workload")} in ${plural(replicas, "replica")}${unknown}`,
    ...limited.length > 0 ? [`memory limits add up to ${bytes(memory)}`] : [],
    ...processors > 0 ? [`CPU limits to ${Number(processors.toFixed(2))}`] : [],
    ...without > 0 ? [`${plural(without, "workload")} without a memory limit`] : []
  ];
  return `${parts.join("; ")}.`;
}
function bytes(value) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let unit = 0;
  let rest = value;
  while (rest >= 1024 && unit < units.length - 1) {
    rest /= 1024;
    unit++;
  }
  return `${Number(rest.toFixed(1))} ${units[unit]}`;
}
function sequence({ items, phases }) {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return phases.map((phase, index) => `${index + 1}. ${phase.map((id) => code(names.get(id) ?? id)).join(", ")}`).join("\n");
}

// src/report/markdown/map.ts
var MOST_BOXES = 120;
var DATA = /* @__PURE__ */ new Set(["datastore", "cache", "broker", "search"]);
function mapOf({ items, links }) {
  const drawn = links.filter(({ from, to }) => to !== void 0 || isName(from));
  const joined = new Set(drawn.flatMap(({ from, to }) => to === void 0 ? [from] : [from, to]));
  const boxes = items.filter(({ id }) => joined.has(id)).slice(0, MOST_BOXES);
  if (boxes.length === 0 || drawn.length === 0) return "";
  const names = new Map(boxes.map(({ id }, index) => [id, `w${index}`]));
  const outside = /* @__PURE__ */ new Map();
  const lines = drawn.flatMap(({ from, to, host }) => {
    const source = names.get(from);
    const target = to === void 0 ? outsideName(outside, host) : names.get(to);
    return source !== void 0 && target !== void 0 ? [`  ${source} --> ${target}`] : [];
  });
  return block(
    [
      "flowchart LR",
      ...boxes.map((item) => `  ${names.get(item.id)}${shapeOf(item)}`),
      ...[...outside].map(([host, name]) => `  ${name}>"${label(host)}"]`),
      ...new Set(lines)
    ],
    "mermaid"
  );
}
function isName(id) {
  return id !== "";
}
function outsideName(outside, host) {
  const known = outside.get(host);
  if (known !== void 0 || outside.size >= MOST_BOXES) return known;
  const name = `x${outside.size}`;
  outside.set(host, name);
  return name;
}
function shapeOf({ name, role }) {
  const text2 = `"${label(name)}"`;
  if (DATA.has(role)) return `[(${text2})]`;
  return role === "proxy" ? `{{${text2}}}` : `[${text2}]`;
}
function label(text2) {
  return plain(text2).slice(0, 60).replace(/[^\p{L}\p{N} ._:/@+-]/gu, (character) => `#${character.codePointAt(0)};`);
}

// src/report/markdown.ts
var MOST_PLACES = 50;
var MOST_LINES = 100;
function renderMarkdown(result, options) {
  const placeOf = placesAt(options.links, options.within);
  const open = newFindings(shownFindings(result, options.includeSuppressed)).filter(({ suppressed }) => !suppressed);
  const groups = byRule(open, result);
  const urgent = groups.filter(({ severity }) => severity === "critical" || severity === "high");
  const inventory = result.inventory();
  const map = mapOf(inventory);
  const sections = [
    `# Production readiness: ${headline(result)}`,
    verdict(result),
    ...section("Score", scoreTable(result)),
    ...section("Critical gaps", ...gaps(urgent, placeOf, "Nothing critical or high is open.")),
    ...section(
      "Further findings",
      ...gaps(
        groups.filter((group) => !urgent.includes(group)),
        placeOf,
        ""
      )
    ),
    ...section("Capacity", ...capacity(result)),
    ...inventory.items.length === 0 ? [] : section("Inventory", totals(inventory), inventoryTable(inventory)),
    ...section("Who talks to whom", map),
    ...inventory.phases.length === 0 ? [] : section("Deployment sequence", "Each phase needs only the ones before it.", sequence(inventory)),
    ...inventory.verification.length === 0 ? [] : section("Verification checklist", ...checklist(result)),
    ...section("Roadmap", ...roadmap(result)),
    ...section(
      "Not verified",
      list(result.unverified.map((one) => `${code(one.rule)} ${text(one.subjectName)}: ${text(one.because)}`))
    ),
    ...section("Not read", list(unread(result))),
    ...section("Accepted", list(accepted(result))),
    `*${result.tool.name} ${result.tool.version}*`
  ];
  return `${sections.filter((part) => part !== "").join("\n\n")}
`;
}
function section(title, ...parts) {
  const written = parts.filter((part) => part !== "");
  return written.length === 0 ? [] : [`## ${title}`, ...written];
}
function gaps(groups, placeOf, none) {
  return groups.length === 0 ? [none] : [gapTable(groups), ...groups.map((group) => ruleDetails(group, placeOf, MOST_PLACES))];
}
function capacity(result) {
  const capacities = result.score ? result.capacities() : [];
  if (capacities.length === 0) return [];
  const assumed = assumedText(capacities);
  return [
    `Read ${CAPACITY_CAVEAT}.`,
    ...capacities.slice(0, MOST_LINES).map((one) => {
      const rows = capacityLinesOf(one, MOST_PLACES).map((line) => [text(line.name), text(line.text)]);
      return table([capacities.length > 1 ? text(one.deployment.name) : "What", "Capacity"], "ll", rows);
    }),
    ...assumed === void 0 ? [] : [prose(assumed)]
  ];
}
function checklist(result) {
  const steps = result.inventory().verification;
  const shown = steps.slice(0, MOST_LINES);
  return [
    shown.map(({ what }) => `- [ ] ${text(what)}`).join("\n"),
    block(
      shown.map(({ command }) => command),
      "sh"
    )
  ];
}
function roadmap(result) {
  const way = wayOf(result);
  if (!way) return [];
  const phases = way.phases.flatMap(({ title, steps }) => {
    const rows = steps.map((step) => [`${text(step.title)} (${code(step.rule)})`, ...step.cells]);
    return [`### ${title}`, table(WAY_COLUMNS.names, WAY_COLUMNS.aligned, rows)];
  });
  return [way.head, ...phases];
}
function unread({ unreadable, notEvaluated }) {
  return [
    ...unreadable.map(({ path, problems }) => `${code(path)}: ${text(problems[0]?.message ?? "not readable")}`),
    ...notEvaluated.map(({ path, because }) => `${code(path)}: ${text(because)}`)
  ];
}
function accepted({ findings }) {
  return findings.flatMap(
    ({ suppressed, rule, place, message }) => suppressed ? [`${code(rule)} ${code(`${place.path}:${place.line}`)}: ${prose(message)} \u2013 ${text(suppressed.reason)}`] : []
  );
}
function list(lines) {
  const shown = lines.slice(0, MOST_LINES).map((line) => `- ${line}`);
  const rest = lines.length - shown.length;
  return [...shown, ...rest > 0 ? [`- and ${rest} more`] : []].join("\n");
}
module.exports = {
  house: runAudit,
  renderMarkdown
};
