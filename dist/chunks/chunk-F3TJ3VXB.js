"use strict";
const {
  CATEGORY_TITLES,
  countedFindings,
  countedSubjects,
  placesByRule,
  plural,
  readinessOf,
  subjectKey,
  whyNothing
} = require("./chunk-5S73P6IY.js");
const {
  newFindings,
  shownFindings
} = require("./chunk-FV7N23V3.js");
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
} = require("./chunk-FTFPRJZC.js");
const {
  DEFAULT_OPTIONS,
  loadConfig,
  maskLine,
  pathInWorkTree,
  patternNames,
  pointedRegions,
  secretRegions
} = require("./chunk-UVC6U27S.js");
const {
  formatEffort
} = require("./chunk-HR63KF4Q.js");
const {
  formatScore
} = require("./chunk-RIMU2UQE.js");
const {
  lineText,
  rules
} = require("./chunk-QWENVA2Z.js");
const {
  TOOL
} = require("./chunk-KWB6FTLR.js");
const {
  BASELINE_FILE,
  UsageError,
  didYouMean,
  nearest,
  parseBaseline,
  renderBaseline
} = require("./chunk-3RILMBAO.js");
const {
  CATEGORIES,
  SEVERITIES
} = require("./chunk-IXIQF7RH.js");

// src/cli/outputs.ts
const { realpathSync, statSync, writeFileSync } = require("node:fs");
const { dirname, relative, resolve, sep } = require("node:path");
function outputsOf(formats, output, cwd) {
  const outputs = formats.map((text) => outputOf(text, cwd));
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
function outputOf(text, cwd) {
  const [, name = text, file] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
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
function writeReport(file, text, cwd) {
  try {
    writeFileSync(file, text);
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
function scoreOf(text) {
  if (text === void 0) return void 0;
  const score = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (score >= 0 && score <= 100) return score;
  throw new UsageError(`the least score (--min-score) is a number from 0 to 100, not "${plain(text)}"`);
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

// door:src/report/json.ts
var room;
function enter() {
  return room ??= require("./report-json.js");
}
function renderJson(...given) {
  return enter().renderJson(...given);
}

// src/report/text/comparison.ts
var MOST_RENAMES = 5;
function comparisonLines(result, paint, width) {
  const { comparison } = result;
  if (comparison === null) return [];
  const lines = (text) => wrap(text, width - 4).map((line, index) => index === 0 ? line : `  ${line}`);
  return [
    ...sinceLines(result, comparison, paint, lines),
    ...baselineLines(comparison, paint, lines),
    ...renameLines(comparison, paint),
    ...elsewhereLines(comparison).flatMap((text) => lines(text).map((line) => paint("dim", line))),
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
  const text = `Baseline ${plain(baseline.path)}: ${found}${stale.length === 0 ? "" : fixed}`;
  return lines(text).map((line, index) => index === 0 ? paint("bold", line) : line);
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
  const room2 = Math.max(20, options.width - gutter - 5);
  const shared = Math.min(...numbers.map((line) => indentOf(lineText(source, line))));
  return numbers.flatMap((line) => {
    const cells = quote(source, line, place, options.secret);
    const pointed = line === place.line;
    const view = windowOf(cells, pointed ? firstPointed(cells) : 0, room2, shared);
    const text = view.map((cell) => cell.text).join("");
    const number = String(line).padStart(gutter);
    const row = `${paint("dim", `${number} \u2502`)} ${pointed ? text : paint("dim", text)}`.trimEnd();
    if (!pointed) return [row];
    const underline = view.map((cell) => (cell.pointed ? "^" : " ").repeat(cell.width)).join("").trimEnd();
    if (underline === "") return [row];
    return [row, `${paint("dim", `${" ".repeat(gutter)} \u2502`)} ${paint(options.style, underline)}`.trimEnd()];
  });
}
function quote(source, line, place, secret) {
  const text = lineText(source, line);
  if (text.length > LONGEST_LINE) return cellsFor(`(a line of ${text.length} characters)`, [], void 0);
  const previous = line > 1 ? lineText(source, line - 1).slice(-LONGEST_LINE) : "";
  if (line !== place.line) return cellsFor(text, secretRegions(text, previous), void 0);
  const end = place.endLine > place.line ? text.trimEnd().length : place.endColumn - 1;
  const pointed = { start: place.column - 1, end: Math.max(end, place.column) };
  const regions = secret ? pointedRegions(text, previous, pointed) : secretRegions(text, previous);
  return cellsFor(text, regions, pointed);
}
function cellsFor(text, regions, pointed) {
  const cells = [];
  const isPointed = (start, end) => pointed !== void 0 && start < pointed.end && end > pointed.start;
  let at = 0;
  const copy = (until) => {
    for (const character of text.slice(at, until)) {
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
    for (const star of maskLine(text.slice(region.start, region.end), [{ start: 0, end: region.end - region.start }])) {
      cells.push({ text: star, width: 1, pointed: isPointed(region.start, region.end) });
    }
    at = region.end;
  }
  copy(text.length);
  return cells;
}
function firstPointed(cells) {
  return Math.max(
    0,
    cells.findIndex((cell) => cell.pointed)
  );
}
function windowOf(cells, focus, room2, shared) {
  let start = Math.min(shared, cells.length);
  const widthUpTo = (end) => cells.slice(start, end).reduce((sum, cell) => sum + cell.width, 0);
  const cutLeft = widthUpTo(focus) > room2 * 0.7;
  if (cutLeft) start = Math.max(start, focus - Math.floor(room2 * 0.4));
  const ellipsis = { text: "\u2026", width: 1, pointed: false };
  const view = cutLeft ? [ellipsis] : [];
  let width = view.length;
  for (const cell of cells.slice(start)) {
    if (width + cell.width > room2 - 1) return [...view, ellipsis];
    view.push(cell);
    width += cell.width;
  }
  return view;
}
function indentOf(text) {
  return text.trim() === "" ? 0 : text.length - text.trimStart().length;
}

// src/report/text/paint.ts
const { styleText } = require("node:util");
function painter(color) {
  if (!color) return (_, text) => text;
  return (style, text) => text === "" ? "" : styleText([style].flat(), text, { validateStream: false });
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
  return blocksOf(findings).flatMap((block) => [
    ...blockLines(block, titles.get(block.first.rule) ?? "", result, options),
    ""
  ]);
}
function countLines(findings, result, paint, width) {
  const counts = SEVERITIES.map(
    (severity) => [severity, findings.filter((finding) => finding.severity === severity).length]
  ).filter(([, count]) => count > 0);
  const counted = countedSubjects(result);
  const aside = findings.filter((finding) => !counted.has(subjectKey(finding))).length;
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
    const block = blocks.get(key);
    if (block) block.push(finding);
    else blocks.set(key, [finding]);
  }
  return [...blocks.values()].flatMap(([first, ...others]) => first ? [{ first, others }] : []);
}
function blockLines(block, title, result, options) {
  const { first } = block;
  const { paint, width } = options;
  return [
    headLine(block, title, result, options),
    "",
    ...foundLines(first, result, options),
    "",
    ...labelled("why", plain(first.why), paint, width),
    ...labelled("fix", plain(first.fix), paint, width),
    ...first.suppressed ? labelled("accepted", plain(first.suppressed.reason), paint, width) : [],
    ...options.verbose ? framedLines(block, result, options) : listedLines(block, options)
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
  const counted = countedSubjects(result);
  return findings.some((finding) => counted.has(subjectKey(finding))) ? gainOf(findings) : "not scored";
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
    ...wrap(plain(finding.message), width - 2).map((text) => `  ${text}`),
    `  ${paint("dim", "\u2192")} ${paint("cyan", `${plain(path)}:${line}:${column}`)}`,
    ...frame.map((text) => `    ${text}`),
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
    return lines.map((text, index) => {
      const lead = index === 0 ? plain(path) : "";
      const numbered = text.slice(lead.length).replace(/(^|, ):\d+/g, (number) => {
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
  return lines.map((text, index) => {
    return index === 0 ? `  ${paint("cyan", place)}${text.slice(place.length)}` : `    ${text}`;
  });
}
function placeOf({ place }) {
  return `${plain(place.path)}:${place.line}`;
}
function byPlace({ place: a }, { place: b }) {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
}
function generic({ subjectName }, text) {
  return subjectName === "" ? text : text.replaceAll(subjectName, "\0");
}
function kindOfFix(finding) {
  return generic(finding, finding.fix).replace(/\d+/g, "0");
}
function labelled(label, text, paint, width) {
  const indent = " ".repeat(label.length + 4);
  return wrap(text, width - indent.length).map(
    (line, index) => index === 0 ? `  ${paint("dim", label)}  ${line}` : `${indent}${line}`
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
function setLines(label, deployments, options) {
  const { paint, width, verbose } = options;
  const indent = " ".repeat(label.length + 2);
  const byReason = /* @__PURE__ */ new Map();
  for (const one of deployments) byReason.set(one.because, [...byReason.get(one.because) ?? [], one]);
  return [...byReason].flatMap(([because, sets]) => {
    const shown3 = verbose ? sets : sets.slice(0, MOST_SETS);
    const hidden = sets.length - shown3.length;
    const names = shown3.flatMap((set) => wrap(nameOf(set), width - indent.length));
    const reason = wrap(plain(because), width - indent.length);
    return [
      ...names.map((line, index) => index === 0 ? `  ${paint("dim", label)}${line}` : indent + line),
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
  const indented = (text, indent) => wrap(text, width - indent).map((line) => " ".repeat(indent) + line);
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
var PHASES = [
  ["critical", "What is critical"],
  ["high", "What is high"],
  ["rest", "The rest"]
];
function roadmapLines(result, paint, width) {
  const { roadmap } = result;
  if (!roadmap || roadmap.steps.length === 0) return [];
  const longest = Math.max(...roadmap.steps.map((step) => step.rule.length));
  const phases = PHASES.flatMap(([phase, title]) => {
    const steps = roadmap.steps.filter((step) => step.phase === phase);
    return steps.length === 0 ? [] : ["", `  ${paint("dim", title)}`, ...steps.map((step) => stepLine(step, longest, width, paint))];
  });
  return [
    headLine2(roadmap, paint),
    ...phases,
    ...leftLines(result, roadmap, paint, width),
    ...beyondLines(roadmap, paint, width)
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
  const text = `Still open then: ${plural(left.length, "critical finding")}. Fix ${them} too: ${placesByRule(left)}.`;
  return ["", ...wrap(text, width - 2).map((line) => `  ${paint("red", line)}`)];
}
function beyondLines({ reached, beyond }, paint, width) {
  const parts = [
    ...beyond.accepted > 0 ? [`${plural(beyond.accepted, "answer")} accepted`] : [],
    ...beyond.unverified > 0 ? [`${beyond.unverified} not verified`] : []
  ];
  if (reached || parts.length === 0) return [];
  const text = `The rest is out of reach of fixes: ${parts.join(", ")}.`;
  return ["", ...wrap(text, width - 2).map((line) => `  ${paint("dim", line)}`)];
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
  const accepted = findings.filter((finding) => finding.suppressed).length;
  const parts = [
    `${Math.floor(score.coverage.share * 100)} % of what is demanded was verified`,
    `${applied} of ${plural(judgements.length, "rule")} applied`,
    ...accepted > 0 ? [`${plural(accepted, "finding")} accepted`] : [],
    ...unreadable.length > 0 ? [`${plural(unreadable.length, "file")} could not be read`] : []
  ];
  const text = parts.map((part) => part.replaceAll(" ", HELD)).join(" \xB7 ");
  return wrap(text, width).map((line) => paint("dim", line));
}
function readinessLines(result, paint, width) {
  const { verdict, against, urgent } = readinessOf(result);
  if (verdict === "ready") return [paint(["bold", "green"], "Ready for production")];
  if (verdict === "undecided") return [];
  const steps = (result.roadmap?.steps ?? []).filter((step) => !urgent.some(({ rule }) => rule === step.rule));
  return [
    ...wrap(`Not ready for production: ${against.join(", ")}`, width).map((line) => paint(["bold", "red"], line)),
    ...todoLines("first", placesByRule(urgent), paint, width),
    ...todoLines(urgent.length > 0 ? "then" : "first", placesByRule(steps), paint, width)
  ];
}
function todoLines(label, text, paint, width) {
  return wrap(text, width - 9).map(
    (line, index) => `  ${paint("dim", index === 0 ? label.padEnd(5) : "     ")}  ${line}`
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
  const verdict = verdictLines(result, paint, width);
  const counts = result.score ? countLines(open, result, paint, width) : [];
  if (options.quiet) return written([result.score ? findings : scoreLines(result, paint, width), compared, verdict]);
  if (result.score && isAboutChange(result)) {
    return written([counts, findings, notEvaluatedLines(result, paint, width), compared, verdict]);
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
    verdict
  ]);
}
function isAboutChange({ comparison }) {
  return comparison !== null && (comparison.staged || comparison.since !== void 0);
}
function written(sections) {
  const texts = sections.map((lines) => lines.join("\n").replace(/\s+$/, "")).filter((section) => section !== "");
  return `${withoutCommands(texts.join("\n\n"))}
`;
}
function withoutCommands(text) {
  return text.replace(/^([ \t]*):(?=:)/gm, "$1: ").replace(/##(?=\[|vso\[)/g, "## ");
}

// src/report/index.ts
var RENDERERS = {
  text: async () => renderText,
  json: async () => renderJson,
  markdown: async () => (await Promise.resolve(require("./markdown-IKHWQZUH.js"))).renderMarkdown,
  github: async () => (await Promise.resolve(require("./github-UH6P3YHW.js"))).renderGithub,
  gitlab: async () => (await Promise.resolve(require("./gitlab-TA3YBQR3.js"))).renderGitlab,
  junit: async () => (await Promise.resolve(require("./junit-TKQHPPKD.js"))).renderJunit,
  badge: async () => (await Promise.resolve(require("./badge-JVP7TBQX.js"))).renderBadge,
  sarif: async () => {
    const { renderSarif } = await Promise.resolve(require("./report-sarif.js"));
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
    const text = await renderReport(format, result, { ...switches, color, width: terminal.columns ?? 80 });
    if (file === void 0) world.stdout.write(text);
    else writeReport(file, text, world.cwd);
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
  painter,
  outputsOf,
  checkNotAudited,
  writeReport,
  reasonOf,
  baselinePlace,
  readBaseline,
  writeBaseline,
  shown: shown2,
  directoryOf,
  readConfig,
  optionsOf,
  usesColor,
  renderReport,
  runAudit,
  startProgress
};
