"use strict";
const {
  plain
} = require("./chunk-FVKJRJFM.js");
const {
  HELD,
  cellsOf,
  clip,
  pad,
  widthOf,
  wrap
} = require("./chunk-XAMUTVUK.js");
const {
  COMMANDS,
  FORMATS
} = require("./chunk-DUS4DF5K.js");
const {
  DEFAULT_OPTIONS,
  MINUTES,
  WEIGHTS,
  formatEffort,
  formatScore,
  isScored,
  loadConfig,
  maskLine,
  pathInWorkTree,
  patternNames,
  pointedRegions,
  secretRegions
} = require("./chunk-NKJYXU72.js");
const {
  lineText,
  rules
} = require("./chunk-YXT6UML4.js");
const {
  TOOL
} = require("./chunk-KWB6FTLR.js");
const {
  BASELINE_FILE,
  CATEGORIES,
  SEVERITIES,
  UsageError,
  didYouMean,
  nearest,
  parseBaseline,
  renderBaseline
} = require("./chunk-AAQLWITA.js");

// src/cli/outputs.ts
const { realpathSync, statSync, writeFileSync } = require("node:fs");
const { dirname, relative, resolve, sep } = require("node:path");
function outputsOf(formats, output, cwd) {
  const outputs = formats.map((text2) => outputOf(text2, cwd));
  const loose = outputs.filter(({ file }) => file === void 0);
  if (loose.length > 1) {
    throw new UsageError(
      `only one report can go to one place; write the others to files: -f ${loose[1]?.format}=<file>`
    );
  }
  if (output !== void 0 && loose.length === 0)
    throw new UsageError("every format already has its file; -o has nothing to write");
  const placed = outputs.map(
    (one) => one.file === void 0 && output !== void 0 ? { ...one, file: resolve(cwd, output) } : one
  );
  const files = placed.flatMap(({ file }) => file ?? []);
  for (const file of files) checkWritable(file, cwd);
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== void 0) throw new UsageError(`two reports cannot go to one file: ${shown(twice, cwd)}`);
  return placed;
}
function outputOf(text2, cwd) {
  const [, name = text2, file] = /^([^=]*)=(.*)$/s.exec(text2) ?? [];
  const format = FORMATS.find((known) => known === name);
  if (!format)
    throw new UsageError(`unknown format "${name}"${didYouMean(name, FORMATS) || `; there are ${FORMATS.join(", ")}`}`);
  if (file === "") throw new UsageError(`-f ${name}= needs a file name behind the =`);
  return file === void 0 ? { format } : { format, file: resolve(cwd, file) };
}
function checkWritable(file, cwd) {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: ${shown(file, cwd)} is a directory`);
  }
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: there is no directory ${shown(dirname(file), cwd)}`);
  }
}
function checkNotAudited(outputs, root, audited) {
  const files = new Set(audited);
  for (const { file } of outputs) {
    if (file === void 0) continue;
    const path = relative(realpathSync(root), real(file)).split(sep).join("/");
    if (files.has(path)) throw new UsageError(`${path} is one of the audited files; write the report somewhere else`);
  }
}
function real(file) {
  try {
    return realpathSync(file);
  } catch {
    return resolve(realpathSync(dirname(file)), file.slice(dirname(file).length + 1));
  }
}
function writeReport(file, text2, cwd) {
  try {
    writeFileSync(file, text2);
  } catch (error) {
    throw new UsageError(`cannot write the report to ${shown(file, cwd)}: ${reasonOf(error)}`);
  }
}
function reasonOf(error) {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^[A-Z0-9_]+: /, "").replace(/, \w+( '.*)?$/s, "");
}
function shown(file, cwd) {
  const path = relative(cwd, file);
  return path === "" ? "." : path.length < file.length ? path : file;
}

// src/cli/settings.ts
const { accessSync, constants, readdirSync, statSync: statSync2 } = require("node:fs");
const { relative: relative2, resolve: resolve2 } = require("node:path");
function directoryOf(path, cwd) {
  if (path === "") throw new UsageError('the path is empty; give a directory, or "." for this one');
  const root = resolve2(cwd, path);
  const shown3 = plain(path);
  try {
    const stat = statSync2(root, { throwIfNoEntry: false });
    if (!stat) {
      const names = COMMANDS.map(({ name }) => name);
      const command = path === "help" ? "--help" : nearest(path, names);
      const meant = command ? `; did you mean "erp-audit ${command}"?` : "";
      throw new UsageError(`there is no directory "${shown3}"${meant}`);
    }
    if (!stat.isDirectory()) throw new UsageError(`"${shown3}" is not a directory; give the root of a repository`);
    accessSync(root, constants.R_OK | constants.X_OK);
    readdirSync(root);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`"${shown3}" cannot be read: ${reasonOf(error)}`);
  }
  return root;
}
function readConfig(given, root, cwd) {
  if (given.on.has("no-config")) return DEFAULT_OPTIONS.config;
  const explicit = given.values.get("config")?.[0];
  const result = loadConfig(root, explicit === void 0 ? void 0 : resolve2(cwd, explicit), rules);
  if (result.ok) return result.config;
  const lines = result.problems.map(({ file, line, column, message }) => {
    const place = line === void 0 ? "" : `:${line}:${column}`;
    return plain(`${relative2(cwd, file) || file}${place}: ${message}`);
  });
  throw new UsageError(lines.join("\nerp-audit: "));
}
function optionsOf(given, config, env, baseline) {
  const minScore = scoreOf(given.values.get("min-score")?.[0]);
  const since = given.values.get("since")?.[0];
  const changed = given.values.get("changed")?.[0];
  const staged = given.on.has("staged");
  if (changed !== void 0 && !staged && since === void 0) {
    throw new UsageError("--changed needs to know since when: add --since <ref> or --staged");
  }
  const decides = staged || since !== void 0 ? minScore : minScore ?? config.minScore;
  return {
    config,
    failOn: given.values.get("fail-on")?.[0] ?? config.failOn ?? DEFAULT_OPTIONS.failOn,
    minScore: minScore ?? config.minScore ?? DEFAULT_OPTIONS.minScore,
    selection: { only: patternsOf(given, "only"), skip: patternsOf(given, "skip") },
    advice: given.on.has("advice"),
    deep: given.on.has("deep"),
    scoreGates: decides !== void 0 || !(staged || since !== void 0 || baseline),
    ...staged && { staged },
    ...since !== void 0 && { since },
    ...changed !== void 0 && { changed },
    ...baseline && { baseline },
    ...env.GIT_INDEX_FILE && { indexFile: env.GIT_INDEX_FILE }
  };
}
function scoreOf(text2) {
  if (text2 === void 0) return void 0;
  const score = /^\d+(\.\d+)?$/.test(text2) ? Number(text2) : Number.NaN;
  if (score >= 0 && score <= 100) return score;
  throw new UsageError(`the least score (--min-score) is a number from 0 to 100, not "${plain(text2)}"`);
}
function patternsOf(given, option) {
  const patterns = given.values.get(option) ?? [];
  const names = patternNames(rules, CATEGORIES);
  for (const pattern of patterns) {
    if (names.has(pattern)) continue;
    const hint = didYouMean(pattern, names) || '; "erp-audit rules" lists them';
    throw new UsageError(`--${option} names an unknown rule "${plain(pattern)}"${hint}`);
  }
  return patterns;
}

// src/report/badge.ts
var COLORS = {
  A: "brightgreen",
  B: "green",
  C: "yellow",
  D: "orange",
  F: "red"
};
function renderBadge({ score }) {
  const message = score ? `${formatScore(score.total)} / 100` : "nothing to audit";
  const color = score ? COLORS[score.letter] : "lightgrey";
  return `${JSON.stringify({ schemaVersion: 1, label: "production ready", message, color })}
`;
}

// src/report/sentences.ts
function sentence(text2) {
  return /[.!?]$/.test(text2) ? text2 : `${text2}.`;
}
function whole({ message, why, fix }) {
  return `${sentence(message)} ${why} ${fix}`;
}

// src/report/shown.ts
function shownFindings(result, includeSuppressed) {
  return includeSuppressed ? result.findings : result.findings.filter((finding) => !finding.suppressed);
}
function newFindings(findings) {
  return findings.filter(({ baselineState }) => baselineState !== "unchanged");
}

// src/report/github.ts
var KINDS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice"
};
var MOST_OF_A_KIND = 10;
var LONGEST_MESSAGE = 4096;
function renderGithub(result, { includeSuppressed, within }) {
  const shown3 = newFindings(shownFindings(result, includeSuppressed));
  const commands = annotations(shown3, within, MOST_OF_A_KIND);
  const fit = commands.length === shown3.length ? commands : annotations(shown3, within, MOST_OF_A_KIND, 1);
  const left = shown3.length - fit.length;
  if (left === 0) return fit.map((line) => `${line}
`).join("");
  const more = `${left} more ${left === 1 ? "finding is" : "findings are"} not shown here: see the summary or the report`;
  return [...fit, `::notice title=erp-audit::${data(more)}`].map((line) => `${line}
`).join("");
}
function annotations(findings, within, most, reserved = 0) {
  const counts = { error: 0, warning: 0, notice: reserved };
  const lines = [];
  for (const finding of findings) {
    const kind = KINDS[finding.severity];
    if (counts[kind] >= most) continue;
    counts[kind]++;
    lines.push(annotation(kind, finding, within));
  }
  return lines;
}
function annotation(kind, finding, within) {
  const { path, line, column, endLine, endColumn } = finding.place;
  const properties = [
    ["file", `${within}${path}`],
    ["line", String(line)],
    ["endLine", String(endLine)],
    // The runner drops both columns where the lines differ.
    ...line === endLine ? [["col", String(column)], ["endColumn", String(endColumn)]] : [],
    ["title", `${finding.rule} (${finding.severity})`]
  ];
  const written2 = properties.map(([name, value]) => `${name}=${property(value)}`).join(",");
  return `::${kind} ${written2}::${data(plain(whole(finding)).slice(0, LONGEST_MESSAGE))}`;
}
function data(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function property(text2) {
  return data(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// src/report/gitlab.ts
var SEVERITIES2 = {
  critical: "blocker",
  high: "critical",
  medium: "minor",
  low: "info"
};
function renderGitlab(result, { includeSuppressed, within }) {
  const entries = shownFindings(result, includeSuppressed).map((finding) => entryOf(finding, within));
  return `${JSON.stringify(entries, null, 2)}
`;
}
function entryOf(finding, within) {
  return {
    description: plain(whole(finding)),
    check_name: finding.rule,
    fingerprint: finding.fingerprint,
    severity: SEVERITIES2[finding.severity],
    location: { path: `${within}${finding.place.path}`, lines: { begin: finding.place.line } }
  };
}

// door:src/report/json.ts
var room;
function enter() {
  return room ??= require("./report-json.js");
}
function renderJson(...given) {
  return enter().renderJson(...given);
}

// src/report/junit.ts
function renderJunit(result, { within }) {
  const cases = result.judgements.flatMap((judgement) => casesOf(judgement, within));
  const count = (ending) => cases.filter((one) => one.ending === ending).length;
  const counts = `tests="${cases.length}" failures="${count("failed")}" errors="${count("error")}"`;
  const score = result.score ? [
    "    <properties>",
    `      <property name="score" value="${formatScore(result.score.total)}"/>`,
    "    </properties>"
  ] : [];
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${result.tool.name}" ${counts}>`,
    `  <testsuite name="${result.tool.name}" ${counts} skipped="${count("skipped")}">`,
    ...score,
    ...cases.map((one) => one.xml),
    "  </testsuite>",
    "</testsuites>"
  ].join("\n")}
`;
}
function casesOf({ rule, outcomes, error }, within) {
  if (error) return [testCase(rule.id, rule.title, "error", "error", `the rule crashed: ${error.message}`)];
  if (outcomes.length === 0)
    return [testCase(rule.id, rule.title, "skipped", "skipped", "nothing here that it applies to")];
  return outcomes.map((outcome) => caseOf(rule.id, outcome, within));
}
function caseOf(rule, outcome, within) {
  const { subjectName, status, findings, because } = outcome;
  const open = findings.filter((finding) => !finding.suppressed);
  if (status === "fail" && open.length > 0) {
    const [first] = open;
    const message = open.length === 1 ? first?.message ?? "" : `${first?.message} (and ${open.length - 1} more)`;
    const text2 = open.map((finding) => described(finding, within)).join("\n\n");
    return testCase(rule, subjectName, "failed", "failure", message, text2, outcome.severity);
  }
  if (status === "accepted") {
    const reason = findings.find((finding) => finding.suppressed)?.suppressed?.reason ?? "";
    return testCase(rule, subjectName, "skipped", "skipped", `accepted: ${reason}`);
  }
  if (status === "unverified" || status === "fail")
    return testCase(
      rule,
      subjectName,
      "skipped",
      "skipped",
      `not verified: ${because ?? "the repository does not tell"}`
    );
  return testCase(rule, subjectName, "passed");
}
function described({ place, message, why, fix, severity }, within) {
  return [`${within}${place.path}:${place.line}: ${severity}: ${sentence(message)}`, why, fix].join("\n");
}
function testCase(rule, name, ending, element, message = "", text2 = "", type) {
  const opening = `    <testcase classname="${attribute(rule)}" name="${attribute(name)}"`;
  if (!element) return { ending, xml: `${opening}/>` };
  const typed = type === void 0 ? "" : ` type="${type}"`;
  const start = `      <${element} message="${attribute(message)}"${typed}`;
  const inner = text2 === "" ? `${start}/>` : `${start}>${escaped(plain(text2, { lines: true }))}</${element}>`;
  return { ending, xml: `${opening}>
${inner}
    </testcase>` };
}
function attribute(text2) {
  return escaped(plain(text2)).replaceAll('"', "&quot;");
}
function escaped(text2) {
  return text2.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g, "\uFFFD").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// src/report/text/words.ts
function plural(count, one, many = `${one}s`) {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}
function placesByRule(findings, most = 6) {
  const counts = /* @__PURE__ */ new Map();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const named = [...counts].map(
    ([rule, count]) => count === 1 ? rule : `${rule}${HELD}(${plural(count, "place").replace(" ", HELD)})`
  );
  const rest = named.length - most;
  return rest > 0 ? `${named.slice(0, most).join(", ")} and ${plural(rest, "more rule")}` : named.join(", ");
}

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
  const shown3 = plain(given).replaceAll("|", "\\|");
  if (shown3.trim() === "") return "";
  const longest = Math.max(0, ...[...shown3.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad2 = shown3.startsWith("`") || shown3.endsWith("`") ? " " : "";
  return `${fence}${pad2}${shown3}${pad2}${fence}`;
}
function block(lines, language) {
  const shown3 = lines.map((line) => plain(line));
  const longest = Math.max(2, ...shown3.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...shown3, fence].join("\n");
}
function table(header, align, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(header), line([...align].map((one) => one === "r" ? "---:" : "---")), ...rows.map(line)].join("\n");
}

// src/report/markdown/findings.ts
function byRule(findings, { judgements }) {
  const rules2 = new Map(judgements.map(({ rule }) => [rule.id, rule]));
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const rule = rules2.get(finding.rule);
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
    const shown3 = code(`${path}:${line}`);
    if (base === void 0) return shown3;
    const target = `${base}${`${within}${path}`.split("/").map(encodeURIComponent).join("/")}#L${line}`;
    return `[${shown3}](${target.replaceAll("(", "%28").replaceAll(")", "%29")})`;
  };
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
function ruleDetails(group, placeOf2, most) {
  const { rule, severity, findings } = group;
  const shown3 = findings.slice(0, most);
  const rest = findings.length - shown3.length;
  const count = plural(findings.length, "place");
  return [
    `<details><summary><b>${severity}</b> \xB7 ${text(rule.title)} (<code>${rule.id}</code>, ${count})</summary>`,
    "",
    prose(rule.why),
    "",
    ...shown3.map((finding) => `- ${placeOf2(finding)}: ${prose(finding.message)}`),
    ...rest > 0 ? [`- and ${plural(rest, "more place")}`] : [],
    "",
    fixes(shown3).map((fix) => `**What to do:** ${prose(fix)}`).join("\n\n"),
    "",
    "</details>"
  ].join("\n");
}
function fixes(findings) {
  return [...new Set(findings.map(({ fix }) => fix))].slice(0, 3);
}

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
function amount(limit, shown3) {
  if (limit === void 0) return "none";
  return limit === null ? "not known" : shown3(limit);
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

// src/page.ts
var CATEGORY_TITLES = {
  "infrastructure-stability": "Infrastructure stability",
  "service-health": "Service health",
  security: "Security",
  observability: "Observability",
  "disaster-recovery": "Disaster recovery",
  performance: "Performance"
};

// src/result.ts
function whyNothing({ deployments, notEvaluated }) {
  const [first] = deployments;
  if (!first) {
    const left = notEvaluated.length > 0 ? ", and what was found is not evaluated" : "";
    return `no Compose file, Kubernetes manifest or PM2 file here declares anything that is deployed${left}`;
  }
  const sets = deployments.length === 1 ? first.name : `${first.name} and ${deployments.length - 1} more`;
  return `everything that is declared (${sets}) is for development; if production runs it, name it under "deployments" in erp-audit.yml with purpose: production`;
}

// src/report/text/counted.ts
function subjectKey({ rule, subject }) {
  return `${rule} ${subject}`;
}
var counted = /* @__PURE__ */ new WeakMap();
function countedSubjects({ judgements }) {
  const known = counted.get(judgements) ?? subjectsOf(judgements);
  counted.set(judgements, known);
  return known;
}
function subjectsOf(judgements) {
  return new Set(
    judgements.filter(({ rule }) => isScored(rule)).flatMap(
      ({ rule, outcomes }) => outcomes.filter(({ weight }) => weight > 0).map(({ subject }) => subjectKey({ rule: rule.id, subject }))
    )
  );
}
function countedFindings(result) {
  const subjects = countedSubjects(result);
  return result.findings.filter((finding) => !finding.suppressed && subjects.has(subjectKey(finding)));
}

// src/report/readiness.ts
function readinessOf(result) {
  const { score, gate } = result;
  if (!score) return { verdict: "undecided", against: [], urgent: [] };
  const counted2 = countedFindings(result);
  const critical = counted2.filter(({ severity }) => severity === "critical");
  const high = counted2.filter(({ severity }) => severity === "high");
  const isBelow = score.total < score.threshold;
  if (gate.passed && !isBelow && critical.length === 0) {
    const isReady = score.total >= WEIGHTS.threshold && !isSelection(result);
    return { verdict: isReady ? "ready" : "undecided", against: [], urgent: [] };
  }
  const open = [
    ...critical.length > 0 ? [`${critical.length} critical`] : [],
    ...!gate.passed && high.length > 0 ? [`${high.length} high`] : []
  ].join(" and ");
  const against = [isBelow ? `below ${score.threshold}` : "", open && `${open} open`].filter((part) => part !== "");
  if (against.length === 0) return { verdict: "undecided", against: [], urgent: [] };
  return { verdict: "not-ready", against, urgent: critical.length > 0 ? critical : isBelow ? [] : high };
}
function isSelection({ score, judgements }) {
  const shown3 = new Set(judgements.map(({ rule }) => rule.id));
  return (score?.categories ?? []).some(({ rules: rules2 }) => rules2.some(({ rule }) => !shown3.has(rule)));
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

// src/report/markdown.ts
var MOST_PLACES = 50;
var MOST_LINES = 100;
function renderMarkdown(result, options) {
  const placeOf2 = placesAt(options.links, options.within);
  const open = newFindings(shownFindings(result, options.includeSuppressed)).filter(({ suppressed }) => !suppressed);
  const groups = byRule(open, result);
  const urgent = groups.filter(({ severity }) => severity === "critical" || severity === "high");
  const inventory = result.inventory();
  const map = mapOf(inventory);
  const sections = [
    `# Production readiness: ${headline(result)}`,
    verdict(result),
    ...section("Score", scoreTable(result)),
    ...section("Critical gaps", ...gaps(urgent, placeOf2, "Nothing critical or high is open.")),
    ...section(
      "Further findings",
      ...gaps(
        groups.filter((group) => !urgent.includes(group)),
        placeOf2,
        ""
      )
    ),
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
  const written2 = parts.filter((part) => part !== "");
  return written2.length === 0 ? [] : [`## ${title}`, ...written2];
}
function gaps(groups, placeOf2, none) {
  return groups.length === 0 ? [none] : [gapTable(groups), ...groups.map((group) => ruleDetails(group, placeOf2, MOST_PLACES))];
}
function checklist(result) {
  const steps = result.inventory().verification;
  const shown3 = steps.slice(0, MOST_LINES);
  return [
    shown3.map(({ what }) => `- [ ] ${text(what)}`).join("\n"),
    block(
      shown3.map(({ command }) => command),
      "sh"
    )
  ];
}
var PHASES = [
  ["critical", "What is critical"],
  ["high", "What is high"],
  ["rest", "The rest"]
];
function roadmap({ roadmap: roadmap2, judgements }) {
  if (!roadmap2 || roadmap2.steps.length === 0) return [];
  const titles = new Map(judgements.map(({ rule }) => [rule.id, rule.title]));
  const { from, to, threshold, reached, minutes, steps } = roadmap2;
  const aim = reached ? `to reach ${threshold}` : "to gain what can be gained";
  const head = `${plural(steps.length, "step")} ${aim}, about ${formatEffort(minutes)}: ${formatScore(from)} \u2192 ${formatScore(to)}.`;
  const phases = PHASES.flatMap(([phase, title]) => {
    const own = steps.filter((step) => step.phase === phase);
    if (own.length === 0) return [];
    const rows = own.map((step) => [
      `${text(titles.get(step.rule) ?? step.rule)} (${code(step.rule)})`,
      String(step.findings),
      formatEffort(step.minutes),
      `+${formatScore(step.gain)}`,
      formatScore(step.to)
    ]);
    return [`### ${title}`, table(["Step", "Places", "Effort", "Gain", "Score then"], "lrlrr", rows)];
  });
  return [head, ...phases];
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
  const shown3 = lines.slice(0, MOST_LINES).map((line) => `- ${line}`);
  const rest = lines.length - shown3.length;
  return [...shown3, ...rest > 0 ? [`- and ${rest} more`] : []].join("\n");
}

// door:src/report/sarif.ts
var room2;
function enter2() {
  return room2 ??= require("./report-sarif.js");
}
function renderSarif(...given) {
  return enter2().renderSarif(...given);
}

// src/report/text/comparison.ts
var MOST_RENAMES = 5;
function comparisonLines(result, paint, width) {
  const { comparison } = result;
  if (comparison === null) return [];
  const lines = (text2) => wrap(text2, width - 4).map((line, index) => index === 0 ? line : `  ${line}`);
  return [
    ...sinceLines(result, comparison, paint, lines),
    ...baselineLines(comparison, paint, lines),
    ...renameLines(comparison, paint),
    ...elsewhereLines(comparison).flatMap((text2) => lines(text2).map((line) => paint("dim", line))),
    ...comparison.scoreGates || !result.score ? [] : lines("The score does not decide here; --min-score <number> makes it.").map((line) => paint("dim", line))
  ];
}
function sinceLines({ score }, { since, counts }, paint, lines) {
  if (!since || !counts) return [];
  const shown3 = (total) => total === null || total === void 0 ? "none" : formatScore(total);
  const [before, now] = [shown3(since.score), shown3(score?.total)];
  const change = before === now ? `score ${now} as before` : `score ${before} \u2192 ${now}`;
  const head = `Since ${plain(since.revision)} (${since.commit.slice(0, 12)}): `;
  const [first = "", ...more] = lines(`${head}${counts.new} new, ${since.fixed.length} fixed, ${change}`);
  return [
    paint("bold", first),
    ...more.map((line) => paint("bold", line)),
    ...since.fixed.length === 0 ? [] : lines(`fixed: ${placesByRule(since.fixed)}`).map((line) => `  ${line}`)
  ];
}
function baselineLines({ since, baseline, counts }, paint, lines) {
  if (!baseline || !counts) return [];
  const { stale } = baseline;
  const them = stale.length === 1 ? "it" : "them";
  const fixed = `; ${stale.length} ${stale.length === 1 ? "is" : "are"} there no more, and "erp-audit baseline --prune" drops ${them}`;
  const found = since ? "taken into account" : `${counts.new} new, ${counts.unchanged} known`;
  const text2 = `Baseline ${plain(baseline.path)}: ${found}${stale.length === 0 ? "" : fixed}`;
  return lines(text2).map((line, index) => index === 0 ? paint("bold", line) : line);
}
function renameLines({ renamed }, paint) {
  const shown3 = renamed.slice(0, MOST_RENAMES);
  const hidden = renamed.length - shown3.length;
  return [
    ...shown3.map(({ from, to }) => `  ${paint("dim", "renamed")} ${plain(from)} \u2192 ${plain(to)}`),
    ...hidden > 0 ? [paint("dim", `  and ${hidden} more`)] : []
  ];
}
function elsewhereLines({ staged, since, scope, elsewhere }) {
  if (scope === "all") return [];
  const others = elsewhere === 0 ? "there are no others" : `${elsewhere} ${elsewhere === 1 ? "is" : "are"} elsewhere`;
  const where = `${scope === "lines" ? "on" : "in"} ${staged && !since ? "staged" : "changed"} ${scope}`;
  return [`Only findings ${where} are shown and gated; ${others}.`];
}

// src/report/text/frame.ts
var LONGEST_LINE = 1e3;
function codeFrame(source, place, options) {
  const { paint } = options;
  const numbers = [place.line - 1, place.line, place.line + 1].filter((line) => {
    return line === place.line || line > 0 && lineText(source, line).trim() !== "";
  });
  const gutter = String(numbers.at(-1) ?? place.line).length;
  const room3 = Math.max(20, options.width - gutter - 5);
  const shared = Math.min(...numbers.map((line) => indentOf(lineText(source, line))));
  return numbers.flatMap((line) => {
    const cells = quote(source, line, place, options.secret);
    const pointed = line === place.line;
    const view = windowOf(cells, pointed ? firstPointed(cells) : 0, room3, shared);
    const text2 = view.map((cell) => cell.text).join("");
    const number = String(line).padStart(gutter);
    const row = `${paint("dim", `${number} \u2502`)} ${pointed ? text2 : paint("dim", text2)}`.trimEnd();
    if (!pointed) return [row];
    const underline = view.map((cell) => (cell.pointed ? "^" : " ").repeat(cell.width)).join("").trimEnd();
    if (underline === "") return [row];
    return [row, `${paint("dim", `${" ".repeat(gutter)} \u2502`)} ${paint(options.style, underline)}`.trimEnd()];
  });
}
function quote(source, line, place, secret) {
  const text2 = lineText(source, line);
  if (text2.length > LONGEST_LINE) return cellsFor(`(a line of ${text2.length} characters)`, [], void 0);
  const previous = line > 1 ? lineText(source, line - 1).slice(-LONGEST_LINE) : "";
  if (line !== place.line) return cellsFor(text2, secretRegions(text2, previous), void 0);
  const end = place.endLine > place.line ? text2.trimEnd().length : place.endColumn - 1;
  const pointed = { start: place.column - 1, end: Math.max(end, place.column) };
  const regions = secret ? pointedRegions(text2, previous, pointed) : secretRegions(text2, previous);
  return cellsFor(text2, regions, pointed);
}
function cellsFor(text2, regions, pointed) {
  const cells = [];
  const isPointed = (start, end) => pointed !== void 0 && start < pointed.end && end > pointed.start;
  let at = 0;
  const copy = (until) => {
    for (const character of text2.slice(at, until)) {
      if (character >= " " && character <= "~") {
        cells.push({ text: character, width: 1, pointed: isPointed(at, at + 1) });
        at += 1;
        continue;
      }
      const shown3 = character === "	" ? "  " : plain(character);
      const width = character === "	" ? 2 : shown3 === "" ? 0 : cellsOf(shown3);
      cells.push({ text: shown3, width, pointed: isPointed(at, at + character.length) });
      at += character.length;
    }
  };
  for (const region of regions) {
    copy(region.start);
    for (const star of maskLine(text2.slice(region.start, region.end), [{ start: 0, end: region.end - region.start }])) {
      cells.push({ text: star, width: 1, pointed: isPointed(region.start, region.end) });
    }
    at = region.end;
  }
  copy(text2.length);
  return cells;
}
function firstPointed(cells) {
  return Math.max(
    0,
    cells.findIndex((cell) => cell.pointed)
  );
}
function windowOf(cells, focus, room3, shared) {
  let start = Math.min(shared, cells.length);
  const widthUpTo = (end) => cells.slice(start, end).reduce((sum, cell) => sum + cell.width, 0);
  const cutLeft = widthUpTo(focus) > room3 * 0.7;
  if (cutLeft) start = Math.max(start, focus - Math.floor(room3 * 0.4));
  const ellipsis = { text: "\u2026", width: 1, pointed: false };
  const view = cutLeft ? [ellipsis] : [];
  let width = view.length;
  for (const cell of cells.slice(start)) {
    if (width + cell.width > room3 - 1) return [...view, ellipsis];
    view.push(cell);
    width += cell.width;
  }
  return view;
}
function indentOf(text2) {
  return text2.trim() === "" ? 0 : text2.length - text2.trimStart().length;
}

// src/report/text/paint.ts
const { styleText } = require("node:util");
function painter(color) {
  if (!color) return (_, text2) => text2;
  return (style, text2) => text2 === "" ? "" : styleText([style].flat(), text2, { validateStream: false });
}
var SEVERITY_STYLES = {
  critical: ["bold", "red"],
  high: ["red"],
  medium: ["yellow"],
  low: ["blue"]
};

// src/report/text/findings.ts
var MOST_NAMES = 100;
var MOST_MESSAGES = 20;
function findingBlocks(findings, result, options) {
  const titles = new Map(result.judgements.map(({ rule }) => [rule.id, rule.title]));
  return blocksOf(findings).flatMap((block2) => [
    ...blockLines(block2, titles.get(block2.first.rule) ?? "", result, options),
    ""
  ]);
}
function countLines(findings, result, paint, width) {
  const counts = SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length]
  ).filter(([, count]) => count > 0);
  const counted2 = countedSubjects(result);
  const aside = findings.filter((finding) => !counted2.has(subjectKey(finding))).length;
  const head = plural(findings.length, "finding");
  const parts = counts.map(([severity, count]) => paint(SEVERITY_STYLES[severity], `${count} ${severity}`));
  const line = `${paint("bold", head)}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
  if (aside === 0) return [line];
  const note = `(${aside} not scored)`;
  const taken = `${head}: ${counts.map(([severity, count]) => `${count} ${severity}`).join(", ")} ${note}`;
  return widthOf(taken) > width ? [line, `  ${paint("dim", note)}`] : [`${line} ${paint("dim", note)}`];
}
function blocksOf(findings) {
  const blocks = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.why, finding.suppressed?.reason]);
    const block2 = blocks.get(key);
    if (block2) block2.push(finding);
    else blocks.set(key, [finding]);
  }
  return [...blocks.values()].flatMap(([first, ...others]) => first ? [{ first, others }] : []);
}
function blockLines(block2, title, result, options) {
  const { first } = block2;
  const { paint, width } = options;
  return [
    headLine(block2, title, result, options),
    "",
    ...foundLines(first, result, options),
    "",
    ...labelled("why", plain(first.why), paint, width),
    ...labelled("fix", plain(first.fix), paint, width),
    ...first.suppressed ? labelled("accepted", plain(first.suppressed.reason), paint, width) : [],
    ...options.verbose ? framedLines(block2, result, options) : listedLines(block2, options)
  ];
}
function framedLines({ first, others }, result, options) {
  const shared = kindOfFix(first);
  return others.flatMap((finding) => [
    "",
    ...foundLines(finding, result, options),
    ...kindOfFix(finding) === shared ? [] : labelled("fix", plain(finding.fix), options.paint, options.width)
  ]);
}
function listedLines({ first, others }, options) {
  return others.length > 0 ? ["", ...placeLines(first, others, options)] : [];
}
function headLine({ first, others }, title, result, options) {
  const { paint, width } = options;
  const right = worthOf([first, ...others], result);
  const head = `${first.severity}  ${first.rule}`;
  const count = others.length > 0 ? `  ${others.length + 1} places` : "";
  const painted = `${paint(SEVERITY_STYLES[first.severity], first.severity)}  ${paint("bold", first.rule)}${paint("dim", count)}`;
  const space = width - widthOf(head) - widthOf(count) - widthOf(right);
  const style = right.startsWith("+") || right.startsWith("up") ? "green" : "dim";
  const worth = right === "" ? "" : `${space < 2 ? "\n" : " ".repeat(space)}${paint(style, right)}`;
  return `${painted}${worth}
${wrap(plain(title), width).join("\n")}`;
}
function worthOf(findings, result) {
  if (findings.every((finding) => finding.suppressed)) return "accepted";
  if (findings.every((finding) => finding.confidence === "C")) return "advice, not scored";
  const counted2 = countedSubjects(result);
  return findings.some((finding) => counted2.has(subjectKey(finding))) ? gainOf(findings) : "not scored";
}
function gainOf(findings) {
  const gains = findings.map((finding) => finding.gain).sort((a, b) => a - b);
  const [least, most] = [shortGain(gains[0] ?? 0), shortGain(gains.at(-1) ?? 0)];
  if (most === shortGain(0)) return "";
  if (findings.length === 1) return `${most} points`;
  if (least === shortGain(0)) return `up to ${most} points each`;
  return least === most ? `${most} points each` : `${least} to ${most} points each`;
}
function shortGain(gain) {
  const digits = gain >= 0.1 ? 10 : 100;
  return `+${(Math.floor(gain * digits + 1e-9) / digits).toFixed(gain >= 0.1 ? 1 : 2)}`;
}
function foundLines(finding, result, options) {
  const { paint, width } = options;
  const { path, line, column } = finding.place;
  const source = result.sources.get(path);
  const frame = source ? codeFrame(source, finding.place, {
    paint,
    style: SEVERITY_STYLES[finding.severity],
    width: width - 4,
    secret: finding.rule.startsWith("secret/")
  }) : [];
  return [
    ...wrap(plain(finding.message), width - 2).map((text2) => `  ${text2}`),
    `  ${paint("dim", "\u2192")} ${paint("cyan", `${plain(path)}:${line}:${column}`)}`,
    ...frame.map((text2) => `    ${text2}`),
    ...finding.related.slice(0, 5).map((related) => {
      const at = `${plain(related.place.path)}:${related.place.line}`;
      return clip(`  ${paint("dim", "see")} ${at} ${plain(related.message)}`, width + (paint("dim", "see").length - 3));
    })
  ];
}
function placeLines(first, others, options) {
  const { paint, width } = options;
  const isAlike = (finding) => generic(finding, finding.message) === generic(first, first.message);
  const shown3 = [
    ...others.filter(isAlike).slice(0, MOST_NAMES),
    ...others.filter((finding) => !isAlike(finding)).slice(0, MOST_MESSAGES)
  ].toSorted(byPlace);
  const hidden = others.length - shown3.length;
  const byFix = /* @__PURE__ */ new Map([[kindOfFix(first), []]]);
  for (const finding of shown3) byFix.set(kindOfFix(finding), [...byFix.get(kindOfFix(finding)) ?? [], finding]);
  return [
    paint("dim", "  also"),
    ...[...byFix.values()].flatMap((places, index) => {
      const own = index > 0 ? places[0] : void 0;
      return [
        ...nameLines(places.filter(isAlike), options),
        ...places.filter((finding) => !isAlike(finding)).flatMap((finding) => messageLines(finding, options)),
        ...own ? labelled("  fix", plain(own.fix), paint, width) : []
      ];
    }),
    ...hidden > 0 ? [paint("dim", `  and ${hidden} more (--verbose lists all)`)] : []
  ];
}
function nameLines(places, { paint, width }) {
  const files = /* @__PURE__ */ new Map();
  for (const finding of places) files.set(finding.place.path, [...files.get(finding.place.path) ?? [], finding]);
  return [...files].flatMap(([path, findings]) => {
    const names = findings.map(({ place, subjectName }) => {
      const name = subjectName === path ? "" : ` ${plain(subjectName)}`;
      return `:${place.line}${name}`.replaceAll(" ", HELD);
    });
    const lines = wrap(`${plain(path).replaceAll(" ", HELD)}${names.join(", ")}`, width - 4);
    return lines.map((text2, index) => {
      const lead = index === 0 ? plain(path) : "";
      const numbered = text2.slice(lead.length).replace(/(^|, ):\d+/g, (number) => {
        const from = number.indexOf(":");
        return number.slice(0, from) + paint("cyan", number.slice(from));
      });
      return `${index === 0 ? "  " : "    "}${paint("cyan", lead)}${numbered}`;
    });
  });
}
function messageLines(finding, { paint, width }) {
  const place = placeOf(finding);
  const lines = wrap(`${place.replaceAll(" ", HELD)} ${plain(finding.message)}`, width - 4);
  return lines.map((text2, index) => {
    return index === 0 ? `  ${paint("cyan", place)}${text2.slice(place.length)}` : `    ${text2}`;
  });
}
function placeOf({ place }) {
  return `${plain(place.path)}:${place.line}`;
}
function byPlace({ place: a }, { place: b }) {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}
function generic({ subjectName }, text2) {
  return subjectName === "" ? text2 : text2.replaceAll(subjectName, "\0");
}
function kindOfFix(finding) {
  return generic(finding, finding.fix).replace(/\d+/g, "0");
}
function labelled(label2, text2, paint, width) {
  const indent = " ".repeat(label2.length + 4);
  return wrap(text2, width - indent.length).map(
    (line, index) => index === 0 ? `  ${paint("dim", label2)}  ${line}` : `${indent}${line}`
  );
}

// src/report/text/header.ts
function headerLines(result, paint, width, verbose) {
  const { workloads, images, services } = result.scope;
  const scope = workloads + images === 0 && services > 0 ? `${plural(services, "service")} of a platform` : `${plural(workloads, "workload")}, ${plural(images, "image")}`;
  const production = result.deployments.filter(({ purpose }) => purpose === "production");
  const others = result.deployments.filter(({ purpose }) => purpose !== "production");
  return [
    `${paint("bold", `${result.tool.name} ${result.tool.version}`)}${paint("dim", `  ${scope}`)}`,
    ...result.deployments.length > 0 ? [""] : [],
    ...setLines("production ", production, { paint, width, verbose }),
    ...setLines("not scored ", others, { paint, width, verbose })
  ];
}
var MOST_SETS = 5;
function setLines(label2, deployments, options) {
  const { paint, width, verbose } = options;
  const indent = " ".repeat(label2.length + 2);
  const byReason = /* @__PURE__ */ new Map();
  for (const one of deployments) byReason.set(one.because, [...byReason.get(one.because) ?? [], one]);
  return [...byReason].flatMap(([because, sets]) => {
    const shown3 = verbose ? sets : sets.slice(0, MOST_SETS);
    const hidden = sets.length - shown3.length;
    const names = shown3.flatMap((set) => wrap(nameOf(set), width - indent.length));
    const reason = wrap(plain(because), width - indent.length);
    return [
      ...names.map((line, index) => index === 0 ? `  ${paint("dim", label2)}${line}` : indent + line),
      ...hidden > 0 ? [`${indent}${paint("dim", `and ${hidden} more (--verbose lists all)`)}`] : [],
      ...reason.map((line) => `${indent}${paint("dim", line)}`)
    ];
  });
}
function nameOf({ name, platform, workloads, onRequest }) {
  const more = onRequest.length > 0 ? `, ${onRequest.length} more on request` : "";
  return `${plain(name)} (${platform}, ${plural(workloads.length, "workload")}${more})`;
}

// src/report/text/remarks.ts
function unverifiedLines({ unverified }, paint, width, verbose) {
  if (unverified.length === 0) return [];
  const groups = /* @__PURE__ */ new Map();
  for (const one of unverified) {
    const group = groups.get(one.because);
    if (group) group.push(one);
    else groups.set(one.because, [one]);
  }
  const shown3 = verbose ? [...groups] : [...groups].slice(0, MOST_REASONS);
  const hidden = groups.size - shown3.length;
  return [
    `${paint("bold", "Not verified:")} ${plural(unverified.length, "question")} that the files do not answer`,
    "",
    ...shown3.flatMap(([because, group]) => groupLines(because, group, paint, width)),
    ...hidden > 0 ? [paint("dim", `  and ${plural(hidden, "more reason")} (--verbose lists all)`)] : []
  ];
}
var MOST_REASONS = 15;
function groupLines(because, group, paint, width) {
  const names = new Set(
    group.map(({ subjectName, place }) => {
      return plain(subjectName) + (place ? ` (${plain(place.path)}:${place.line})` : "");
    })
  );
  const rules2 = new Set(group.map(({ rule }) => rule));
  const indented = (text2, indent) => wrap(text2, width - indent).map((line) => " ".repeat(indent) + line);
  return [
    ...indented([...rules2].join(", "), 2).map((line) => paint("bold", line)),
    ...indented(plain(because), 4),
    ...indented([...names].join(", "), 4).map((line) => paint("cyan", line))
  ];
}
function notEvaluatedLines({ unreadable, notEvaluated }, paint, width) {
  const broken = unreadable.map(
    ({ path, problems }) => `${plain(path)}: ${plain(problems[0]?.message ?? "could not be read")}`
  );
  const left = notEvaluated.map(({ path, because }) => `${plain(path)}: ${plain(because)}`);
  return [
    ...listOf("Could not be read in full", broken, paint, width),
    ...broken.length > 0 && left.length > 0 ? [""] : [],
    ...listOf("Not evaluated", left, paint, width)
  ];
}
function noticeLines({ notices }, paint, width) {
  const lines = notices.map(({ path, line, message }) => {
    const place = path === void 0 ? "" : `${plain(path)}${line === void 0 ? "" : `:${line}`}: `;
    return `${place}${plain(message)}`;
  });
  return listOf("Remarks", lines, paint, width);
}
function listOf(title, lines, paint, width) {
  if (lines.length === 0) return [];
  const shown3 = lines.slice(0, 20);
  const more = lines.length - shown3.length;
  return [
    paint("bold", `${title}:`),
    ...shown3.flatMap((line) => wrap(line, width - 4).map((part, index) => `${index === 0 ? "  " : "    "}${part}`)),
    ...more > 0 ? [paint("dim", `  and ${more} more`)] : []
  ];
}

// src/report/text/roadmap.ts
var PHASES2 = [
  ["critical", "What is critical"],
  ["high", "What is high"],
  ["rest", "The rest"]
];
function roadmapLines(result, paint, width) {
  const { roadmap: roadmap2 } = result;
  if (!roadmap2 || roadmap2.steps.length === 0) return [];
  const longest = Math.max(...roadmap2.steps.map((step) => step.rule.length));
  const phases = PHASES2.flatMap(([phase, title]) => {
    const steps = roadmap2.steps.filter((step) => step.phase === phase);
    return steps.length === 0 ? [] : ["", `  ${paint("dim", title)}`, ...steps.map((step) => stepLine(step, longest, width, paint))];
  });
  return [
    headLine2(roadmap2, paint),
    ...phases,
    ...leftLines(result, roadmap2, paint, width),
    ...beyondLines(roadmap2, paint, width)
  ];
}
function headLine2({ reached, threshold, steps, minutes, from, to }, paint) {
  const title = paint("bold", reached ? `Way to ${threshold}:` : "What can be gained:");
  const way = `${formatScore(from)} \u2192 ${formatScore(to)}`;
  return `${title} ${plural(steps.length, "fix", "fixes")}, about ${formatEffort(minutes)}, ${paint("bold", way)}`;
}
function stepLine({ rule, findings, minutes, to }, longest, width, paint) {
  const places = pad(plural(findings, "place"), 9);
  const work = longest + 36 > width ? places : `${places}  ${pad(formatEffort(minutes), 10)}`;
  return `    ${pad(rule, longest)}  ${paint("dim", work)}  \u2192 ${formatScore(to).padStart(5)}`;
}
function leftLines(result, { steps }, paint, width) {
  const left = countedFindings(result).filter(({ severity, rule }) => {
    return severity === "critical" && !steps.some((step) => step.rule === rule);
  });
  if (left.length === 0) return [];
  const them = left.length === 1 ? "it" : "them";
  const text2 = `Still open then: ${plural(left.length, "critical finding")}. Fix ${them} too: ${placesByRule(left)}.`;
  return ["", ...wrap(text2, width - 2).map((line) => `  ${paint("red", line)}`)];
}
function beyondLines({ reached, beyond }, paint, width) {
  const parts = [
    ...beyond.accepted > 0 ? [`${plural(beyond.accepted, "answer")} accepted`] : [],
    ...beyond.unverified > 0 ? [`${beyond.unverified} not verified`] : []
  ];
  if (reached || parts.length === 0) return [];
  const text2 = `The rest is out of reach of fixes: ${parts.join(", ")}.`;
  return ["", ...wrap(text2, width - 2).map((line) => `  ${paint("dim", line)}`)];
}

// src/report/text/score.ts
function scoreLines(result, paint, width) {
  const { score } = result;
  if (!score) {
    const why = plain(whyNothing(result));
    return [paint("bold", "Nothing to audit"), ...wrap(`${why[0]?.toUpperCase()}${why.slice(1)}.`, width)];
  }
  const bar = Math.max(8, Math.min(30, width - 60));
  const threshold = paint(
    "dim",
    score.total >= score.threshold ? ` (threshold ${score.threshold})` : `: below the threshold of ${score.threshold}`
  );
  return [
    totalLine(score, paint) + threshold,
    "",
    ...score.categories.map((category) => categoryLine(category, score, { bar, paint, weights: width >= 65 }))
  ];
}
function totalLine(score, paint) {
  const style = score.total >= score.threshold ? "green" : "red";
  return `${paint("bold", "Score")} ${paint(["bold", style], `${formatScore(score.total)} of 100, ${score.letter}`)}`;
}
function categoryLine(one, { threshold }, { bar, paint, weights }) {
  const { category, weight, score, criticalRules } = one;
  const title = pad(CATEGORY_TITLES[category], 24);
  const share = weights ? paint("dim", `  weight ${String(weight).padStart(2)}`) : "";
  if (score === null) return `  ${title}  ${paint("dim", pad("no rule applies", bar + 7))}${share}`.trimEnd();
  const full = Math.floor(score / 100 * bar);
  const style = score >= threshold ? "green" : score >= threshold / 2 ? "yellow" : "red";
  const cells = paint(style, "\u2588".repeat(full)) + paint("dim", "\u2591".repeat(bar - full));
  const critical = criticalRules > 0 ? paint("red", `  ${criticalRules} critical`) : "";
  return `  ${title}  ${cells}  ${formatScore(score).padStart(5)}${share}${critical}`;
}

// src/report/text/verdict.ts
function coverageLines(result, paint, width) {
  const { score, judgements, findings, unreadable } = result;
  if (!score) return [];
  const applied = judgements.filter(({ outcomes }) => outcomes.length > 0).length;
  const accepted2 = findings.filter((finding) => finding.suppressed).length;
  const parts = [
    `${Math.floor(score.coverage.share * 100)} % of what is demanded was verified`,
    `${applied} of ${plural(judgements.length, "rule")} applied`,
    ...accepted2 > 0 ? [`${plural(accepted2, "finding")} accepted`] : [],
    ...unreadable.length > 0 ? [`${plural(unreadable.length, "file")} could not be read`] : []
  ];
  const text2 = parts.map((part) => part.replaceAll(" ", HELD)).join(" \xB7 ");
  return wrap(text2, width).map((line) => paint("dim", line));
}
function readinessLines(result, paint, width) {
  const { verdict: verdict2, against, urgent } = readinessOf(result);
  if (verdict2 === "ready") return [paint(["bold", "green"], "Ready for production")];
  if (verdict2 === "undecided") return [];
  const steps = (result.roadmap?.steps ?? []).filter((step) => !urgent.some(({ rule }) => rule === step.rule));
  return [
    ...wrap(`Not ready for production: ${against.join(", ")}`, width).map((line) => paint(["bold", "red"], line)),
    ...todoLines("first", placesByRule(urgent), paint, width),
    ...todoLines(urgent.length > 0 ? "then" : "first", placesByRule(steps), paint, width)
  ];
}
function todoLines(label2, text2, paint, width) {
  return wrap(text2, width - 9).map(
    (line, index) => `  ${paint("dim", index === 0 ? label2.padEnd(5) : "     ")}  ${line}`
  );
}
function verdictLines({ score, gate, internalErrors }, paint, width) {
  const crashed = internalErrors.map(
    ({ rule }) => paint("red", `\u2717 rule ${rule} crashed, so what it judges is not verified`)
  );
  if (!score) return crashed;
  const failed = gate.conditions.filter((condition) => !condition.passed);
  const lines = failed.flatMap(({ message }) => {
    return wrap(plain(message), width - 2).map((line, index) => `${index === 0 ? paint("red", "\u2717") : " "} ${line}`);
  });
  return [
    totalLine(score, paint),
    ...crashed,
    ...lines.length > 0 ? lines : [`${paint("green", "\u2713")} the gate passed`]
  ];
}

// src/report/text.ts
var WIDEST = 120;
var NARROWEST = 40;
function renderText(result, options) {
  const paint = painter(options.color);
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const shown3 = newFindings(shownFindings(result, options.includeSuppressed));
  const open = shown3.filter((finding) => !finding.suppressed);
  const findings = findingBlocks(shown3, result, { paint, width, verbose: options.verbose });
  const compared = comparisonLines(result, paint, width);
  const verdict2 = verdictLines(result, paint, width);
  const counts = result.score ? countLines(open, result, paint, width) : [];
  if (options.quiet) return written([result.score ? findings : scoreLines(result, paint, width), compared, verdict2]);
  if (result.score && isAboutChange(result)) {
    return written([counts, findings, notEvaluatedLines(result, paint, width), compared, verdict2]);
  }
  return written([
    headerLines(result, paint, width, options.verbose),
    scoreLines(result, paint, width),
    readinessLines(result, paint, width),
    counts,
    findings,
    roadmapLines(result, paint, width),
    unverifiedLines(result, paint, width, options.verbose),
    notEvaluatedLines(result, paint, width),
    noticeLines(result, paint, width),
    coverageLines(result, paint, width),
    compared,
    verdict2
  ]);
}
function isAboutChange({ comparison }) {
  return comparison !== null && (comparison.staged || comparison.since !== void 0);
}
function written(sections) {
  const texts = sections.map((lines) => lines.join("\n").replace(/\s+$/, "")).filter((section2) => section2 !== "");
  return `${withoutCommands(texts.join("\n\n"))}
`;
}
function withoutCommands(text2) {
  return text2.replace(/^([ \t]*):(?=:)/gm, "$1: ").replace(/##(?=\[|vso\[)/g, "## ");
}

// src/report/index.ts
var RENDERERS = {
  text: async () => renderText,
  json: async () => renderJson,
  markdown: async () => renderMarkdown,
  github: async () => renderGithub,
  gitlab: async () => renderGitlab,
  junit: async () => renderJunit,
  badge: async () => renderBadge,
  sarif: async () => {
    const { pageOf } = await Promise.resolve(require("./pages-Y3Z6RCF6.js"));
    return (result, options) => renderSarif(result, options, pageOf);
  }
};
async function renderReport(format, result, options) {
  const render = await RENDERERS[format]();
  return render(result, options);
}

// src/cli/baseline-file.ts
const { existsSync, readFileSync, statSync: statSync3, writeFileSync: writeFileSync2 } = require("node:fs");
const { dirname: dirname2, join, relative: relative3, resolve: resolve3 } = require("node:path");
var LARGEST = 16 * 1024 * 1024;
function baselinePlace(given, config, root, cwd) {
  const flag = given.values.get("baseline")?.[0];
  if (flag !== void 0) return { file: resolve3(cwd, flag), named: true };
  if (config.baseline === void 0) return { file: join(root, BASELINE_FILE), named: false };
  return { file: resolve3(root, dirname2(config.path ?? "."), config.baseline), named: true };
}
function readBaseline(given, config, root, cwd) {
  if (given.on.has("no-baseline")) return void 0;
  const { file, named } = baselinePlace(given, config, root, cwd);
  const path = shown2(file, cwd);
  if (!existsSync(file)) {
    if (!named) return void 0;
    throw new UsageError(`there is no baseline ${path}; "erp-audit baseline" writes one`);
  }
  const entries = parseBaseline(textOf(file, path));
  if (typeof entries === "string") throw new UsageError(`${path} cannot be used as a baseline: ${plain(entries)}`);
  return { path, entries };
}
function textOf(file, path) {
  try {
    const status = statSync3(file);
    if (!status.isFile()) throw new UsageError(`${path} cannot be used as a baseline: it is no file`);
    if (status.size > LARGEST) throw new UsageError(`${path} cannot be used as a baseline: it is larger than 16 MiB`);
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`the baseline ${path} cannot be read: ${reasonOf(error)}`);
  }
}
function writeBaseline(file, entries, cwd) {
  try {
    writeFileSync2(file, renderBaseline(entries));
  } catch (error) {
    throw new UsageError(`cannot write the baseline ${shown2(file, cwd)}: ${reasonOf(error)}`);
  }
}
function shown2(file, cwd) {
  const path = relative3(cwd, file);
  return plain(path !== "" && path.length < file.length ? path : file);
}
function staleSentence(count) {
  const what = count === 1 ? "1 finding of the baseline is" : `${count} findings of the baseline are`;
  return `${what} there no more; "erp-audit baseline --prune" drops what is fixed`;
}

// src/cli/color.ts
function usesColor(flag, env, stream) {
  if (flag !== "auto") return flag === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "")
    return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
}
function showsProgress(env, stream) {
  return stream.isTTY === true && !env.CI && env.TERM !== "dumb";
}

// src/cli/audit-command.ts
async function runAudit(given, world, load) {
  const root = directoryOf(given.operand ?? ".", world.cwd);
  const outputs = outputsOf(given.values.get("format") ?? ["text"], given.values.get("output")?.[0], world.cwd);
  const config = readConfig(given, root, world.cwd);
  const options = optionsOf(given, config, world.env, readBaseline(given, config, root, world.cwd));
  const audit = await load();
  const progress = startProgress(given, world);
  const result = await audit(root, { ...options, onStage: progress.stage });
  progress.end();
  checkNotAudited(outputs, root, [...result.sources.keys(), ...result.deployments.flatMap(({ files }) => files)]);
  const switches = {
    verbose: given.on.has("verbose"),
    quiet: given.on.has("quiet"),
    includeSuppressed: given.on.has("include-suppressed"),
    within: pathInWorkTree(root)
  };
  for (const { format, file } of outputs) {
    const terminal = file === void 0 ? world.stdout : {};
    const color = usesColor(given.values.get("color")?.[0] ?? "auto", world.env, terminal);
    const text2 = await renderReport(format, result, { ...switches, color, width: terminal.columns ?? 80 });
    if (file === void 0) world.stdout.write(text2);
    else writeReport(file, text2, world.cwd);
  }
  const readHere = outputs.some(({ format, file }) => format === "text" && file === void 0);
  return conclude(result, given, world, readHere);
}
function startProgress(given, world) {
  const quiet = given.on.has("quiet") || given.on.has("no-progress");
  if (quiet || !showsProgress(world.env, world.stderr)) return { stage: () => {
  }, end: () => {
  } };
  return {
    stage: (name) => world.stderr.write(`\r\x1B[K${name} \u2026`),
    end: () => world.stderr.write("\r\x1B[K")
  };
}
function conclude(result, given, world, readHere) {
  for (const { rule, message, stack } of result.internalErrors) {
    const line = message.split("\n", 1)[0] ?? "";
    world.stderr.write(
      `erp-audit: rule ${rule} crashed: ${plain(line)}; this is a bug, please report it: ${TOOL.bugs}
`
    );
    if (given.on.has("verbose") && stack) world.stderr.write(`${plain(stack, { lines: true })}
`);
  }
  if (result.internalErrors.length > 0) return 2;
  const stale = result.comparison?.baseline?.stale ?? [];
  if (stale.length > 0 && given.on.has("strict-baseline")) {
    world.stderr.write(`erp-audit: ${staleSentence(stale.length)}
`);
    return 2;
  }
  if (result.score === null) {
    const isHook = given.on.has("staged");
    if (!readHere || isHook) world.stderr.write(`erp-audit: nothing to audit: ${plain(whyNothing(result))}
`);
    return isHook ? 0 : 3;
  }
  if (result.gate.passed) return 0;
  if (!readHere) {
    for (const condition of result.gate.conditions) {
      if (!condition.passed) world.stderr.write(`erp-audit: ${plain(condition.message)}
`);
    }
  }
  return given.on.has("exit-zero") ? 0 : 1;
}

module.exports = {
  sentence,
  shownFindings,
  newFindings,
  data,
  plural,
  text,
  prose,
  code,
  table,
  byRule,
  placesAt,
  ruleDetails,
  whyNothing,
  countedFindings,
  headline,
  verdict,
  scoreTable,
  painter,
  renderReport,
  outputsOf,
  checkNotAudited,
  writeReport,
  reasonOf,
  baselinePlace,
  readBaseline,
  writeBaseline,
  shown: shown2,
  usesColor,
  directoryOf,
  readConfig,
  optionsOf,
  runAudit,
  startProgress
};
