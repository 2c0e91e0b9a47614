import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  formatEffort
} from "./chunk-5O776TJ3.js";
import {
  formatScore
} from "./chunk-NNEXXVZW.js";
import {
  shownFindings
} from "./chunk-PRHA6EST.js";
import {
  SEVERITIES
} from "./chunk-7H2JSQ6Q.js";
import {
  SEVERITY_STYLES,
  painter
} from "./chunk-DL4LL53B.js";
import {
  cellsOf,
  clip,
  pad,
  widthOf,
  wrap
} from "./chunk-QTWCEECB.js";
import {
  plain
} from "./chunk-QY2WMQMU.js";
import {
  lineText
} from "./chunk-UGULFUZA.js";
import "./chunk-R5U37ZOC.js";

// src/mask.ts
var SECRET_WORD = /pass(?:word|wd|phrase)|pass$|pwd|secret|token|credential|salt$|(?:api|access|private|encryption|signing|license)[_-]?key|[_-]key$/i;
var NO_SECRET = /^(?:secrets|tokens)$|_?file$|[_-](?:path|dir|url|uri|name|ttl|expiry|expires(?:_in)?|length|algorithm|public_key)$|public[_-]?key$/i;
var TELLS_NOTHING = /^(?:\$\$?\{?[A-Za-z_]\w*\}?|\$\{[A-Za-z_]\w*:?\?[^}]*\}|\$\{\{[^}]*\}\}|true|false|null|yes|no|\d{1,4}|\/run\/secrets\/[\w./-]*|[|>][-+\d]*|\{|\[|[*&!][\w-]+)$/;
var TOKEN = /\b(?:(?:sk|pk|rk)[_-](?:live|test|proj|ant)[_-][\w-]+|gh[pousr]_\w{16,}|github_pat_\w+|glpat-[\w-]+|AKIA[A-Z0-9]{12,}|ASIA[A-Z0-9]{12,}|xox[abeprs]-[\w-]+|AIza[\w-]{30,}|eyJ[\w-]{8,}(?:\.[\w-]+){1,2}|SG\.[\w-]+\.[\w-]+|npm_\w{30,}|hf_\w{20,}|dop_v1_\w+)/g;
var LONG_RUN = /[A-Za-z0-9+=_]{32,}/g;
function secretRegions(line, previous = "") {
  const found = [];
  const add = (start, end) => {
    if (end > start) found.push({ start, end });
  };
  const indent = indentOf(line);
  if (announcesSecret(previous) && (indent > indentOf(previous) || /^\s*["'-]/.test(line))) addValue(line, indent, add);
  for (const match of line.matchAll(/(?<!\$\{|-|\w)[A-Za-z_][\w.-]*(?=["']?\s{0,4}[:=])/g)) {
    if (isSecretName(match[0])) addValue(line, match.index + match[0].length, add, quoteBefore(line, match.index));
  }
  for (const match of line.matchAll(/\$\{(\w+):?[-+=]([^}]+)/g)) {
    const [all, name = "", fallback = ""] = match;
    if (isSecretName(name)) add(match.index + all.length - fallback.length, match.index + all.length);
  }
  for (const match of line.matchAll(/:\/\/[^\s:@/"']*:([^\s"']+)@/g)) {
    const [all, password = ""] = match;
    const start = match.index + all.length - 1 - password.length;
    if (!TELLS_NOTHING.test(password)) add(start, start + password.length);
  }
  for (const { start, end } of optionValues(line)) add(start, end);
  for (const match of line.matchAll(TOKEN)) add(match.index, match.index + match[0].length);
  for (const match of line.matchAll(LONG_RUN)) {
    const digest = /sha(?:256|384|512)[:-]$/.test(line.slice(0, match.index));
    if (!digest && /\d/.test(match[0]) && /[A-Za-z]/.test(match[0])) add(match.index, match.index + match[0].length);
  }
  if (/^\s*[A-Za-z0-9+/]{40,}={0,2}\s*$/.test(line)) add(line.length - line.trimStart().length, line.trimEnd().length);
  return merged(found);
}
function pointedRegions(line, previous, pointed) {
  const regions = secretRegions(line, previous);
  const hidden = regions.some(({ start, end }) => start < pointed.end && end > pointed.start);
  const behind = regions.some(({ start }) => start >= pointed.end);
  if (hidden) return regions;
  const text = line.slice(pointed.start, pointed.end);
  const inside = /^[-\s"']*[A-Za-z_][\w.-]*["']?\s*[:=]\s*/.exec(text);
  if (inside && inside[0].length < text.length) {
    return merged([...regions, { start: pointed.start + inside[0].length, end: pointed.end }]);
  }
  const next = /^["']?\s*[:=]\s*/.exec(line.slice(pointed.end));
  if (next) return behind ? regions : merged([...regions, { start: pointed.end + next[0].length, end: line.length }]);
  return TELLS_NOTHING.test(text.trim()) ? regions : merged([...regions, pointed]);
}
function maskLine(line, regions) {
  let masked = "";
  let at = 0;
  for (const { start, end } of regions) {
    masked += `${line.slice(at, start)}********`;
    at = end;
  }
  return masked + line.slice(at);
}
function isSecretName(name) {
  return SECRET_WORD.test(name) && !NO_SECRET.test(name);
}
function indentOf(line) {
  return line.length - line.trimStart().length;
}
function quoteBefore(line, at) {
  const quote2 = line[at - 1];
  return quote2 === '"' || quote2 === "'" ? quote2 : void 0;
}
function addValue(line, from, add, opened) {
  const rest = line.slice(from);
  const lead = /^(["']?)\s*(?:[:=]\s*)?(?:-\s+)?/.exec(rest);
  const closesName = opened !== void 0 && lead?.[1] === opened;
  const outer = opened !== void 0 && !closesName ? opened : void 0;
  const start = from + (lead?.[0].length ?? 0);
  const value = line.slice(start);
  const quote2 = outer ?? (/^["']/.test(value) ? value[0] : void 0);
  const skip = outer === void 0 && quote2 !== void 0 ? 1 : 0;
  const end = quote2 === void 0 ? endOfPlain(line, start) : endOfQuoted(line, start + skip, quote2);
  const shown = line.slice(start + skip, end).trim();
  if (shown === "" || TELLS_NOTHING.test(shown) || isReferenceWithDefault(shown)) return;
  add(start + skip, end);
}
function isReferenceWithDefault(value) {
  return /^\$\{\w+:?[-+=][^}]*\}$/.test(value) && isSecretName(/\w+/.exec(value)?.[0] ?? "");
}
function endOfPlain(line, start) {
  const inFlow = /[[{][^\]}]*$/.test(line.slice(0, start));
  const stop = (inFlow ? /[,}\]]|\s+#/ : /\s+#/).exec(line.slice(start));
  return stop ? start + stop.index : line.trimEnd().length;
}
function endOfQuoted(line, start, quote2) {
  for (let at = start; at < line.length; at++) {
    if (line[at] === "\\" && quote2 === '"') at++;
    else if (line[at] === quote2) return at;
  }
  return line.length;
}
function optionValues(line) {
  const patterns = [
    /(?:^|[\s"'[])--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*(?:=|\s+|["'],\s*["'])([^\s"',\]]+)/gi,
    /\b(?:requirepass|masterauth|masteruser)(?:\s+|["'],\s*["'])([^\s"',\]]+)/gi,
    .../redis-(?:cli|benchmark)|valkey-cli/.test(line) ? [/\s["']?(?:-a|--pass)(?:\s+|["'],\s*["'])([^\s"',\]]+)/g] : [],
    .../mysql|mariadb/.test(line) ? [/[\s"']-p([^\s"',\]]+)/g] : []
  ];
  return patterns.flatMap(
    (pattern) => [...line.matchAll(pattern)].flatMap((match) => {
      const value = match[1] ?? "";
      const end = match.index + match[0].length;
      return TELLS_NOTHING.test(value) || value.startsWith("-") ? [] : [{ start: end - value.length, end }];
    })
  );
}
function announcesSecret(line) {
  const named = /([A-Za-z_-][\w.-]*)["']?\s*(:\s*(?:[|>][-+\d]*)?|,)?\s*$/.exec(line.slice(-200));
  const name = named?.[1] ?? "";
  if (named?.[2]?.startsWith(":")) return isSecretName(name);
  return /^(?:-{0,2}requirepass|-{0,2}masterauth|--?[\w-]*(?:pass(?:word)?|secret|token|[_-]key)[\w-]*)$/i.test(name);
}
function merged(regions) {
  const result = [];
  for (const region of regions.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && region.start <= last.end) result[result.length - 1] = { start: last.start, end: Math.max(last.end, region.end) };
    else result.push(region);
  }
  return result;
}

// src/report/text/frame.ts
var LONGEST_LINE = 1e3;
function codeFrame(source, place, options) {
  const { paint } = options;
  const numbers = [place.line - 1, place.line, place.line + 1].filter((line) => {
    return line === place.line || line > 0 && lineText(source, line).trim() !== "";
  });
  const gutter = String(numbers.at(-1) ?? place.line).length;
  const room = Math.max(20, options.width - gutter - 5);
  const shared = Math.min(...numbers.map((line) => indentOf2(lineText(source, line))));
  return numbers.flatMap((line) => {
    const cells = quote(source, line, place, options.secret);
    const pointed = line === place.line;
    const view = windowOf(cells, pointed ? firstPointed(cells) : 0, room, shared);
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
      const shown = character === "	" ? "  " : plain(character);
      const width = character === "	" ? 2 : shown === "" ? 0 : cellsOf(shown);
      cells.push({ text: shown, width, pointed: isPointed(at, at + character.length) });
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
  return Math.max(0, cells.findIndex((cell) => cell.pointed));
}
function windowOf(cells, focus, room, shared) {
  let start = Math.min(shared, cells.length);
  const widthUpTo = (end) => cells.slice(start, end).reduce((sum, cell) => sum + cell.width, 0);
  const cutLeft = widthUpTo(focus) > room * 0.7;
  if (cutLeft) start = Math.max(start, focus - Math.floor(room * 0.4));
  const ellipsis = { text: "\u2026", width: 1, pointed: false };
  const view = cutLeft ? [ellipsis] : [];
  let width = view.length;
  for (const cell of cells.slice(start)) {
    if (width + cell.width > room - 1) return [...view, ellipsis];
    view.push(cell);
    width += cell.width;
  }
  return view;
}
function indentOf2(text) {
  return text.trim() === "" ? 0 : text.length - text.trimStart().length;
}

// src/report/text/words.ts
function plural(count, one, many = `${one}s`) {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
}

// src/report/text/findings.ts
var MOST_PLACES = 30;
function findingBlocks(findings, result, options) {
  const titles = new Map(result.judgements.map(({ rule }) => [rule.id, rule.title]));
  return blocksOf(findings).flatMap((block) => [...blockLines(block, titles.get(block.first.rule) ?? "", result, options), ""]);
}
function countLine(findings, paint) {
  const counts = SEVERITIES.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]);
  const parts = counts.filter(([, count]) => count > 0).map(([severity, count]) => paint(SEVERITY_STYLES[severity], `${count} ${severity}`));
  return `${paint("bold", plural(findings.length, "finding"))}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}`;
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
  const { first, others } = block;
  const { paint, width } = options;
  const framed = options.verbose ? [first, ...others] : [first];
  const places = options.verbose ? [] : others;
  return [
    headLine(block, title, paint, width),
    ...framed.flatMap((finding) => ["", ...foundLines(finding, result, options)]),
    ...places.length > 0 ? ["", ...placeLines(first, places, options)] : [],
    "",
    ...labelled("why", plain(first.why), paint, width),
    ...labelled("fix", plain(first.fix), paint, width),
    ...first.suppressed ? labelled("accepted", plain(first.suppressed.reason), paint, width) : []
  ];
}
function headLine({ first, others }, title, paint, width) {
  const gain = gainOf([first, ...others]);
  const head = `${first.severity}  ${first.rule}`;
  const count = others.length > 0 ? `  ${others.length + 1} places` : "";
  const painted = `${paint(SEVERITY_STYLES[first.severity], first.severity)}  ${paint("bold", first.rule)}${paint("dim", count)}`;
  const space = width - widthOf(head) - widthOf(count) - widthOf(gain);
  const right = gain === "" ? "" : `${space < 2 ? "\n" : " ".repeat(space)}${paint("green", gain)}`;
  return `${painted}${right}
${wrap(plain(title), width).join("\n")}`;
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
  const shown = others.slice(0, MOST_PLACES).toSorted(byPlace);
  const hidden = others.length - shown.length;
  const own = kindOfFix(first);
  const byFix = /* @__PURE__ */ new Map();
  for (const finding of shown) byFix.set(kindOfFix(finding), [...byFix.get(kindOfFix(finding)) ?? [], finding]);
  const same = byFix.get(own) ?? [];
  return [
    paint("dim", "  also"),
    ...listLines(first, same, options),
    ...[...byFix].flatMap(([fix, places]) => {
      const [one] = places;
      if (fix === own || !one) return [];
      return [...listLines(first, places, options), ...labelled("    fix", plain(one.fix), paint, width)];
    }),
    ...hidden > 0 ? [paint("dim", `  and ${hidden} more (--verbose lists all)`)] : []
  ];
}
function listLines(first, places, { paint, width }) {
  const isAlike = (finding) => generic(finding, finding.message) === generic(first, first.message);
  const bare = places.filter(isAlike).map((finding) => [placeOf(finding), plain(finding.subjectName)]);
  const worded = places.filter((finding) => !isAlike(finding));
  return [
    ...grid(bare, paint, width),
    ...worded.flatMap((finding) => {
      const place = placeOf(finding);
      const lines = wrap(`${place.replaceAll(" ", HELD)} ${plain(finding.message)}`, width - 4);
      return lines.map((line, index) => {
        const text = line.replaceAll(HELD, " ");
        return index === 0 ? `  ${paint("cyan", place)}${text.slice(place.length)}` : `    ${text}`;
      });
    })
  ];
}
var HELD = "\xA0";
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
function grid(items, paint, width) {
  if (items.length === 0) return [];
  const cell = Math.max(...items.map(([place, name]) => widthOf(place) + 1 + widthOf(name))) + 2;
  const columns = Math.max(1, Math.floor((width - 2) / cell));
  const rows = Math.ceil(items.length / columns);
  return Array.from({ length: rows }, (_, row) => {
    const inRow = items.filter((_2, index) => index % rows === row);
    const cells = inRow.map(([place, name]) => {
      const text = clip(`${place} ${name}`, width - 2);
      return `${paint("cyan", place)}${pad(text, cell).slice(place.length)}`;
    });
    return `  ${cells.join("")}`.trimEnd();
  });
}
function labelled(label, text, paint, width) {
  const indent = " ".repeat(label.length + 4);
  return wrap(text, width - indent.length).map((line, index) => index === 0 ? `  ${paint("dim", label)}  ${line}` : `${indent}${line}`);
}

// src/report/text/header.ts
function headerLines(result, paint, width) {
  const { workloads, images } = result.scope;
  const scope = `${plural(workloads, "workload")}, ${plural(images, "image")}`;
  const production = result.deployments.filter(({ purpose }) => purpose === "production");
  const others = result.deployments.filter(({ purpose }) => purpose !== "production");
  return [
    `${paint("bold", `${result.tool.name} ${result.tool.version}`)}${paint("dim", `  ${scope}`)}`,
    ...result.deployments.length > 0 ? [""] : [],
    ...production.flatMap((deployment) => deploymentLines("production ", deployment, paint, width)),
    ...others.flatMap((deployment) => deploymentLines("not scored ", deployment, paint, width))
  ];
}
function deploymentLines(label, deployment, paint, width) {
  const indent = " ".repeat(label.length + 2);
  const count = plural(deployment.workloads.length, "workload");
  const onRequest = deployment.onRequest.length > 0 ? `, ${deployment.onRequest.length} more on request` : "";
  const name = `${plain(deployment.name)} (${deployment.platform}, ${count}${onRequest})`;
  const reason = wrap(plain(deployment.because), width - indent.length);
  return [`  ${paint("dim", label)}${name}`, ...reason.map((line) => `${indent}${paint("dim", line)}`)];
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
  const shown = verbose ? [...groups] : [...groups].slice(0, MOST_REASONS);
  const hidden = groups.size - shown.length;
  return [
    `${paint("bold", "Not verified:")} ${plural(unverified.length, "question")} that the files do not answer`,
    "",
    ...shown.flatMap(([because, group]) => groupLines(because, group, paint, width)),
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
  const rules = new Set(group.map(({ rule }) => rule));
  const indented = (text, indent) => wrap(text, width - indent).map((line) => " ".repeat(indent) + line);
  return [
    ...indented(plain(because), 2),
    ...indented([...names].join(", "), 4).map((line) => paint("cyan", line)),
    ...indented([...rules].join(", "), 4).map((line) => paint("dim", line))
  ];
}
function notEvaluatedLines({ unreadable, notEvaluated }, paint, width) {
  const broken = unreadable.map(({ path, problems }) => `${plain(path)}: ${plain(problems[0]?.message ?? "could not be read")}`);
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
  const shown = lines.slice(0, 20);
  const more = lines.length - shown.length;
  return [
    paint("bold", `${title}:`),
    ...shown.flatMap((line) => wrap(line, width - 4).map((part, index) => `${index === 0 ? "  " : "    "}${part}`)),
    ...more > 0 ? [paint("dim", `  and ${more} more`)] : []
  ];
}

// src/report/text/roadmap.ts
var PHASES = [
  ["critical", "First, what is critical"],
  ["high", "Then what is high"],
  ["rest", "Then the rest"]
];
function roadmapLines({ roadmap }, paint, width) {
  if (!roadmap || roadmap.steps.length === 0) return [];
  const longest = Math.max(...roadmap.steps.map((step) => step.rule.length));
  const phases = PHASES.flatMap(([phase, title]) => {
    const steps = roadmap.steps.filter((step) => step.phase === phase);
    return steps.length === 0 ? [] : ["", `  ${paint("dim", title)}`, ...steps.map((step) => stepLine(step, longest, width, paint))];
  });
  return [headLine2(roadmap, paint), ...phases, ...beyondLines(roadmap, paint, width)];
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
function beyondLines({ reached, beyond }, paint, width) {
  const parts = [
    ...beyond.accepted > 0 ? [`${plural(beyond.accepted, "answer")} accepted`] : [],
    ...beyond.unverified > 0 ? [`${beyond.unverified} not verified`] : []
  ];
  if (reached || parts.length === 0) return [];
  const text = `The rest is out of reach of fixes: ${parts.join(", ")}.`;
  return ["", ...wrap(text, width - 2).map((line) => `  ${paint("dim", line)}`)];
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

// src/report/text/score.ts
function scoreLines({ score }, paint, width) {
  if (!score) return [paint("bold", "Nothing to audit"), "No file here declares anything that is deployed."];
  const bar = Math.max(8, Math.min(30, width - 60));
  const threshold = paint("dim", score.total >= score.threshold ? ` (threshold ${score.threshold})` : `: below the threshold of ${score.threshold}`);
  return [totalLine(score, paint) + threshold, "", ...score.categories.map((category) => categoryLine(category, score, { bar, paint, weights: width >= 65 }))];
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
  const text = parts.map((part) => part.replaceAll(" ", "\xA0")).join(" \xB7 ");
  return wrap(text, width).map((line) => paint("dim", line.replaceAll("\xA0", " ")));
}
function verdictLines({ score, gate, internalErrors }, paint, width) {
  const crashed = internalErrors.map(({ rule }) => paint("red", `\u2717 rule ${rule} crashed, so what it judges is not verified`));
  if (!score) return crashed;
  const failed = gate.conditions.filter((condition) => !condition.passed);
  const lines = failed.flatMap(({ message }) => {
    return wrap(plain(message), width - 2).map((line, index) => `${index === 0 ? paint("red", "\u2717") : " "} ${line}`);
  });
  return [totalLine(score, paint), ...crashed, ...lines.length > 0 ? lines : [`${paint("green", "\u2713")} the gate passed`]];
}

// src/report/text.ts
var WIDEST = 120;
var NARROWEST = 40;
function renderText(result, options) {
  const paint = painter(options.color);
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const shown = shownFindings(result, options.includeSuppressed);
  const open = shown.filter((finding) => !finding.suppressed);
  const findings = findingBlocks(shown, result, { paint, width, verbose: options.verbose });
  const sections = options.quiet ? [findings, verdictLines(result, paint, width)] : [
    headerLines(result, paint, width),
    scoreLines(result, paint, width),
    [countLine(open, paint)],
    findings,
    roadmapLines(result, paint, width),
    unverifiedLines(result, paint, width, options.verbose),
    notEvaluatedLines(result, paint, width),
    noticeLines(result, paint, width),
    coverageLines(result, paint, width),
    verdictLines(result, paint, width)
  ];
  const written = sections.map((lines) => lines.join("\n").replace(/\s+$/, "")).filter((section) => section !== "");
  return `${written.join("\n\n")}
`;
}
export {
  renderText
};
