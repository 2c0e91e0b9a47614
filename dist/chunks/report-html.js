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
  byRule,
  effortOf,
  headline,
  linkAt
} = require("./chunk-TNONLVYZ.js");
require("./chunk-5RLMKV7O.js");
require("./chunk-DM46Y3K7.js");
const {
  CATEGORY_TITLES,
  newFindings,
  plain,
  plural,
  readinessOf,
  runAudit,
  shownFindings,
  whyNothing
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  formatScore
} = require("./chunk-Q3NCOY3T.js");
const {
  TOOL
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/report/html/page.ts
const { createHash } = require("node:crypto");

// src/report/html/text.ts
var ESCAPED = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};
function text(given) {
  return plain(given).replace(/[&<>"']/g, (one) => ESCAPED[one] ?? "");
}
function code(given) {
  return `<code>${text(given)}</code>`;
}
function prose(given) {
  const parts = plain(given).split("`");
  if (parts.length % 2 === 0) return text(given);
  return parts.map((part, index) => index % 2 === 0 ? text(part) : code(part)).join("");
}
function table(header, columns, rows) {
  if (rows.length === 0) return "";
  const cell = (tag) => (one, index) => {
    return columns[index] === "r" ? `<${tag} class="r">${one}</${tag}>` : `<${tag}>${one}</${tag}>`;
  };
  const lines = rows.map((row) => `<tr>${row.map(cell("td")).join("")}</tr>`);
  return `<table>
<thead><tr>${header.map(cell("th")).join("")}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table>`;
}
function list(items, most) {
  if (items.length === 0) return "";
  const rest = items.length - most;
  const shown = [...items.slice(0, most), ...rest > 0 ? [`and ${rest} more`] : []];
  return `<ul>
${shown.map((item) => `<li>${item}</li>`).join("\n")}
</ul>`;
}

// src/report/html/page.ts
var STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d0d7de, #3d444d); --quiet: light-dark(#59636e, #9198a1) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { line-height: 1.2 } h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line) }
table { border-collapse: collapse; width: 100% } th, td { padding: .3rem .6rem; text-align: left; border-bottom: 1px solid var(--line) }
.r { text-align: right; font-variant-numeric: tabular-nums } .r, .e { white-space: nowrap } meter { width: 8rem }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
details { border: 1px solid var(--line); border-radius: .4rem; padding: .4rem .8rem; margin: .5rem 0 } summary { cursor: pointer }
.critical { color: light-dark(#b3001e, #ff7b82) } .high { color: light-dark(#a04100, #f0a060) } .quiet { color: var(--quiet) }
@media print { details::details-content { content-visibility: visible; block-size: auto } details, tr { break-inside: avoid } }
`;
function page(title, body) {
  const hash = createHash("sha256").update(STYLE).digest("base64");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="${text(`${TOOL.name} ${TOOL.version}`)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${text(title)}</title>
<style>${STYLE}</style>
</head>
<body>
${body.filter((part) => part !== "").join("\n")}
</body>
</html>
`;
}

// src/report/html.ts
var MOST_PLACES = 50;
var MOST_LINES = 100;
function renderHtml(result, options) {
  const open = newFindings(shownFindings(result, options.includeSuppressed)).filter(({ suppressed }) => !suppressed);
  const groups = byRule(open, result);
  const urgent = groups.filter(({ severity }) => severity === "critical" || severity === "high");
  const rest = groups.filter((group) => !urgent.includes(group));
  return page(`Production readiness: ${headline(result)}`, [
    `<h1>Production readiness: ${text(headline(result))}</h1>`,
    `<p>${verdict(result)}</p>`,
    ...section("Score", scores(result)),
    ...section("Critical gaps", gapTable(urgent), ...urgent.map((group) => details(group, options))),
    ...section("Further findings", gapTable(rest), ...rest.map((group) => details(group, options))),
    ...section("Capacity", ...capacity(result)),
    ...section("Roadmap", ...roadmap(result)),
    ...section("Not verified", list(result.unverified.map(unverified), MOST_LINES)),
    ...section("Not read", list(unread(result), MOST_LINES)),
    ...section("Accepted", list(result.findings.flatMap(accepted), MOST_LINES)),
    `<p class="quiet">${text(`${result.tool.name} ${result.tool.version}`)}</p>`
  ]);
}
function section(title, ...parts) {
  const written = parts.filter((part) => part !== "");
  return written.length === 0 ? [] : [`<h2>${title}</h2>`, ...written];
}
function verdict(result) {
  const { score } = result;
  if (!score) return `There is no score: ${text(whyNothing(result))}.`;
  const { verdict: verdict2, against } = readinessOf(result);
  if (verdict2 === "ready") return "<strong>Ready for production.</strong>";
  if (verdict2 === "not-ready") return `<strong>Not ready for production</strong>: ${text(against.join(", "))}.`;
  return `The threshold is ${score.threshold}.`;
}
function scores({ score }) {
  if (!score) return "";
  const rows = score.categories.map((one) => [
    CATEGORY_TITLES[one.category],
    `${one.weight} %`,
    one.score === null ? "no rule applies" : formatScore(one.score),
    one.score === null ? "" : `<meter max="100" low="60" high="80" optimum="100" value="${formatScore(one.score)}"></meter>`,
    one.criticalRules > 0 ? String(one.criticalRules) : ""
  ]);
  const total = ["<strong>Total</strong>", "", `<strong>${formatScore(score.total)}</strong>`, "", ""];
  return table(["Category", "Weight", "Score", "", "Critical rules open"], "lrrlr", [...rows, total]);
}
function gapTable(groups) {
  const rows = groups.map((group) => [
    `${text(group.rule.title)} (${code(group.rule.id)})`,
    `<span class="${group.severity}">${group.severity}</span>`,
    String(group.findings.length),
    `<span class="e">${effortOf(group)}</span>`
  ]);
  return table(["Gap", "Severity", "Places", "Effort"], "llrl", rows);
}
function details({ rule, severity, findings }, options) {
  const fixes = [...new Set(findings.map(({ fix }) => fix))].slice(0, 3);
  return [
    `<details><summary><b class="${severity}">${severity}</b> \xB7 ${text(rule.title)} (${code(rule.id)}, ${plural(findings.length, "place")})</summary>`,
    `<p>${prose(rule.why)}</p>`,
    list(
      findings.map((finding) => `${placeOf(finding, options)}: ${prose(finding.message)}`),
      MOST_PLACES
    ),
    ...fixes.map((fix) => `<p><b>What to do:</b> ${prose(fix)}</p>`),
    "</details>"
  ].join("\n");
}
function placeOf({ place: { path, line } }, { links, within }) {
  const shown = code(`${path}:${line}`);
  return links === void 0 ? shown : `<a href="${text(linkAt(links, `${within}${path}`, line))}">${shown}</a>`;
}
function capacity(result) {
  const capacities = result.score ? result.capacities() : [];
  if (capacities.length === 0) return [];
  const assumed = assumedText(capacities);
  return [
    `<p>Read ${CAPACITY_CAVEAT}.</p>`,
    ...capacities.slice(0, MOST_LINES).map((one) => {
      const rows = capacityLinesOf(one, MOST_PLACES).map((line) => [text(line.name), text(line.text)]);
      return table([capacities.length > 1 ? text(one.deployment.name) : "What", "Capacity"], "ll", rows);
    }),
    ...assumed === void 0 ? [] : [`<p class="quiet">${prose(assumed)}</p>`]
  ];
}
function roadmap(result) {
  const way = wayOf(result);
  if (!way) return [];
  const phases = way.phases.flatMap(({ title, steps }) => {
    const rows = steps.map((step) => [`${text(step.title)} (${code(step.rule)})`, ...step.cells]);
    return [`<h3>${title}</h3>`, table(WAY_COLUMNS.names, WAY_COLUMNS.aligned, rows)];
  });
  return [`<p>${text(way.head)}</p>`, ...phases];
}
function unverified({ rule, subjectName, because }) {
  return `${code(rule)} ${text(subjectName)}: ${text(because)}`;
}
function unread({ unreadable, notEvaluated }) {
  return [
    ...unreadable.map(({ path, problems }) => `${code(path)}: ${text(problems[0]?.message ?? "not readable")}`),
    ...notEvaluated.map(({ path, because }) => `${code(path)}: ${text(because)}`)
  ];
}
function accepted({ suppressed, rule, place, message }) {
  if (!suppressed) return [];
  return [`${code(rule)} ${code(`${place.path}:${place.line}`)}: ${prose(message)} \u2013 ${text(suppressed.reason)}`];
}
module.exports = {
  house: runAudit,
  renderHtml
};
