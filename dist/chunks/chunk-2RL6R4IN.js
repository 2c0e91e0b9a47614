"use strict";
const {
  baselinePlace,
  directoryOf,
  optionsOf,
  painter,
  readBaseline,
  readConfig,
  shown,
  startProgress,
  usesColor,
  writeBaseline
} = require("./chunk-F3TJ3VXB.js");
const {
  plain
} = require("./chunk-FVKJRJFM.js");
const {
  pad,
  widthOf,
  wrap
} = require("./chunk-XAMUTVUK.js");
const {
  rules
} = require("./chunk-QWENVA2Z.js");
const {
  UsageError,
  didYouMean
} = require("./chunk-3RILMBAO.js");

// src/cli/baseline-command.ts
async function runBaseline(given, world, load) {
  const prunes = given.own.has("prune");
  if (given.on.has("staged") || given.values.has("since")) {
    throw new UsageError("a baseline is of everything that is found; it takes neither --staged nor --since");
  }
  if (given.values.has("only") || given.values.has("skip")) {
    throw new UsageError("a baseline is of all rules; it takes neither --only nor --skip");
  }
  const root = directoryOf(given.operand ?? ".", world.cwd);
  const config = readConfig(given, root, world.cwd);
  const { file } = baselinePlace(given, config, root, world.cwd);
  const before = prunes ? readBaseline(given, config, root, world.cwd) : void 0;
  if (prunes && !before) throw new UsageError(`there is no baseline ${shown(file, world.cwd)} to prune`);
  const audit2 = await load();
  const progress = startProgress(given, world);
  const options = { ...optionsOf(given, config, world.env, before), advice: true };
  const result = await audit2(root, { ...options, onStage: progress.stage });
  progress.end();
  if (result.internalErrors.length > 0) {
    throw new UsageError("a rule crashed, so that not everything is found; no baseline is written");
  }
  const kept = prunes ? keptOf(result, before?.entries ?? []) : openOf(result);
  writeBaseline(file, kept, world.cwd);
  world.stdout.write(`${sentence(shown(file, world.cwd), kept.length, before?.entries.length)}
`);
  return 0;
}
function openOf(result) {
  return result.findings.filter(({ suppressed }) => !suppressed).map(entryOf);
}
function keptOf(result, before) {
  const stale = new Set(result.comparison?.baseline?.stale.map(({ fingerprint }) => fingerprint));
  const moves = result.comparison?.renamed ?? [];
  const asked = new Set(result.judgements.map(({ rule }) => rule.id));
  const stayed = before.filter(({ rule, path, fingerprint }) => {
    return !stale.has(fingerprint) && !(asked.has(rule) && moves.some(({ from }) => from === path));
  });
  const moved = result.findings.filter(({ baselineState, place }) => {
    return baselineState === "unchanged" && moves.some(({ to }) => to === place.path);
  });
  return [...stayed, ...moved.map(entryOf)];
}
function entryOf({ rule, place, fingerprint }) {
  return { rule, path: place.path, fingerprint };
}
function sentence(path, count, before) {
  const findings = count === 1 ? "1 finding" : `${count} findings`;
  if (before === void 0) return `${path}: ${findings} known from now on. Commit it; only what comes fails the gate.`;
  return before === count ? `${path}: nothing to drop, ${findings} known.` : `${path}: ${before - count} dropped, ${findings} left.`;
}

// src/report/terminal-page.ts
function renderMarkdown(page, options) {
  const paint = painter(options.color);
  const width = Math.max(40, Math.min(100, options.width));
  const lines = [];
  let fence;
  for (const line of page.split("\n")) {
    const mark = /^`{3,}/.exec(line)?.[0];
    if (fence !== void 0) {
      if (line === fence) fence = void 0;
      else lines.push(/(#|\/\/) [\u25c0\u25bc] /.test(line) ? paint("red", `    ${line}`) : `    ${line}`);
    } else if (mark !== void 0) fence = mark;
    else if (line.startsWith("#")) lines.push(paint("bold", line.replace(/^#+ /, "")));
    else if (/^\|[- |]*\|$/.test(line)) continue;
    else if (line.startsWith("|")) lines.push(factLine(line));
    else if (line.startsWith("- ")) lines.push(`  ${line.replace(/^- <(.*)>$/, "$1")}`);
    else if (line === "") lines.push("");
    else lines.push(...wrap(line, width));
  }
  const text = lines.map((line) => widthOf(line) === 0 ? "" : line).join("\n");
  return `${text.replace(/\n{3,}/g, "\n\n").trim()}
`;
}
function factLine(line) {
  const [name = "", value = ""] = line.slice(1, -1).split("|").map((cell) => cell.trim().replaceAll("`", ""));
  return `  ${pad(name, 12)}  ${value}`;
}

// src/cli/rule-commands.ts
function runRules(given, world) {
  const isJson = given.own.has("json") || given.values.get("format")?.[0] === "json";
  world.stdout.write(isJson ? rulesJson() : rulesText());
  return 0;
}
function rulesJson() {
  const list = rules.map(({ id, title, category, severity, confidence, effort, since, aliases = [] }) => {
    return { id, title, category, severity, confidence, effort, since, aliases };
  });
  return `${JSON.stringify(list, null, 2)}
`;
}
function rulesText() {
  const width = (of) => Math.max(0, ...rules.map((rule) => of(rule).length));
  const [ids, categories] = [width((rule) => rule.id), width((rule) => rule.category)];
  return rules.map(({ id, severity, confidence, category, title }) => {
    return `${id.padEnd(ids)}  ${severity.padEnd(8)}  ${confidence}  ${category.padEnd(categories)}  ${title}
`;
  }).join("");
}
async function runExplain(given, world) {
  const name = given.operand;
  if (name === void 0) throw new UsageError('explain needs the id of a rule; "erp-audit rules" lists them');
  const rule = rules.find(({ id, aliases }) => id === name || aliases?.includes(name));
  if (!rule) {
    const ids = rules.map(({ id }) => id);
    throw new UsageError(`unknown rule "${plain(name)}"${didYouMean(name, ids) || '; "erp-audit rules" lists them'}`);
  }
  const { pageOf } = await Promise.resolve(require("./pages-Y3Z6RCF6.js"));
  const color = usesColor(given.values.get("color")?.[0] ?? "auto", world.env, world.stdout);
  world.stdout.write(renderMarkdown(pageOf(rule), { color, width: world.stdout.columns ?? 80 }));
  return 0;
}

module.exports = {
  runBaseline,
  runRules,
  runExplain
};
