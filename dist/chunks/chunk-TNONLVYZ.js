"use strict";
const {
  CATEGORY_TITLES,
  plain,
  plural,
  readinessOf,
  whyNothing
} = require("./chunk-3TQROPE4.js");
const {
  MINUTES,
  formatEffort,
  formatScore
} = require("./chunk-Q3NCOY3T.js");

// src/report/markdown/text.ts
function text(given) {
  return plain(given).replace(/[\\`*_{}[\]#|~!]/g, "\\$&").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/@(?=\w)/g, "@<!-- -->").replace(/\bGH-(?=\d)/g, "GH<!-- -->-").replace(/\b(https?|ftp):(?=\/\/)/gi, "$1<!-- -->:").replace(/\bwww\.(?=\w)/gi, "www<!-- -->.");
}
function prose(given) {
  const parts = plain(given).split("`");
  if (parts.length % 2 === 0) return text(given);
  return parts.map((part, index) => index % 2 === 0 ? text(part) : code(part)).join("");
}
function code(given) {
  const shown = plain(given).replaceAll("|", "\\|");
  if (shown.trim() === "") return "";
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
  return `${fence}${pad}${shown}${pad}${fence}`;
}
function block(lines, language) {
  const shown = lines.map((line) => plain(line));
  const longest = Math.max(2, ...shown.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...shown, fence].join("\n");
}
function table(header, align, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header), line([...align].map((one) => one === "r" ? "---:" : "---")), ...rows.map(line)].join("\n");
}

// src/report/markdown/findings.ts
function byRule(findings, { judgements }) {
  const rules = new Map(judgements.map(({ rule }) => [rule.id, rule]));
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const rule = rules.get(finding.rule);
    if (!rule) continue;
    const group = groups.get(finding.rule);
    groups.set(finding.rule, {
      rule,
      severity: group?.severity ?? finding.severity,
      findings: group ? [...group.findings, finding] : [finding]
    });
  }
  return [...groups.values()];
}
function placesAt(base, within) {
  return ({ place: { path, line } }) => {
    const shown = code(`${path}:${line}`);
    if (base === void 0) return shown;
    return `[${shown}](${linkAt(base, `${within}${path}`, line)})`;
  };
}
function linkAt(base, path, line) {
  const target = `${base}${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;
  return target.replaceAll("(", "%28").replaceAll(")", "%29");
}
function effortOf({ rule, findings }) {
  return formatEffort(MINUTES[rule.effort] * (1 + (findings.length - 1) / 4));
}
function gapTable(groups) {
  return table(
    ["Gap", "Severity", "Places", "Effort"],
    "llrl",
    groups.map((group) => [
      `${text(group.rule.title)} (${code(group.rule.id)})`,
      group.severity,
      String(group.findings.length),
      effortOf(group)
    ])
  );
}
function ruleDetails(group, placeOf, most) {
  const { rule, severity, findings } = group;
  const shown = findings.slice(0, most);
  const rest = findings.length - shown.length;
  const count = plural(findings.length, "place");
  return [
    `<details><summary><b>${severity}</b> \xB7 ${text(rule.title)} (<code>${rule.id}</code>, ${count})</summary>`,
    "",
    prose(rule.why),
    "",
    ...shown.map((finding) => `- ${placeOf(finding)}: ${prose(finding.message)}`),
    ...rest > 0 ? [`- and ${plural(rest, "more place")}`] : [],
    "",
    fixes(shown).map((fix) => `**What to do:** ${prose(fix)}`).join("\n\n"),
    "",
    "</details>"
  ].join("\n");
}
function fixes(findings) {
  return [...new Set(findings.map(({ fix }) => fix))].slice(0, 3);
}

// src/report/markdown/score.ts
function headline({ score }) {
  return score ? `${formatScore(score.total)} of 100 (${score.letter})` : "nothing to audit";
}
function verdict(result) {
  const { score } = result;
  if (!score) return `There is no score: ${text(whyNothing(result))}.`;
  const { verdict: verdict2, against } = readinessOf(result);
  if (verdict2 === "ready") return "**Ready for production.**";
  if (verdict2 === "not-ready") return `**Not ready for production**: ${text(against.join(", "))}.`;
  return `The threshold is ${score.threshold}.`;
}
function scoreTable({ score }) {
  if (!score) return "";
  const rows = score.categories.map((one) => [
    CATEGORY_TITLES[one.category],
    `${one.weight} %`,
    one.score === null ? "no rule applies" : formatScore(one.score),
    one.criticalRules > 0 ? String(one.criticalRules) : ""
  ]);
  return table(["Category", "Weight", "Score", "Critical rules open"], "lrrr", [
    ...rows,
    ["**Total**", "", `**${formatScore(score.total)}**`, ""]
  ]);
}

module.exports = {
  text,
  prose,
  code,
  block,
  table,
  byRule,
  placesAt,
  linkAt,
  effortOf,
  gapTable,
  ruleDetails,
  headline,
  verdict,
  scoreTable
};
