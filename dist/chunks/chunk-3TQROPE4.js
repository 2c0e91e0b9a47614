"use strict";

// src/report/shown.ts
var shownFindings = (function shownFindings(result, includeSuppressed) {
  return includeSuppressed ? result.findings : result.findings.filter((finding) => !finding.suppressed);
});
var newFindings = (function newFindings(findings) {
  return findings.filter(({ baselineState }) => baselineState !== "unchanged");
});

// src/report/plain.ts
var plain = (function plain(text, options = {}) {
  const broken = text.replace(/\r\n?/g, "\n").replaceAll("	", "  ");
  const joined = options.lines ? broken : broken.replace(/\s*\n\s*/g, " ");
  return joined.replace(ESCAPES, "").replace(CONTROLS, "");
});

// src/report/text/words.ts
var plural = (function plural(count, one, many = `${one}s`) {
  if (count === 0) return `no ${many}`;
  return `${count} ${count === 1 ? one : many}`;
});
var placesByRule = (function placesByRule(findings, most = 6) {
  const counts = /* @__PURE__ */ new Map();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const named = [...counts].map(
    ([rule, count]) => count === 1 ? rule : `${rule}${HELD}(${plural(count, "place").replace(" ", HELD)})`
  );
  const rest = named.length - most;
  return rest > 0 ? `${named.slice(0, most).join(", ")} and ${plural(rest, "more rule")}` : named.join(", ");
});

// src/report/text/comparison.ts
var comparisonLines = (function comparisonLines(result, paint, width) {
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
});

// src/report/text/counted.ts
var subjectKey = (function subjectKey({ rule, subject }) {
  return `${rule} ${subject}`;
});
var countedSubjects = (function countedSubjects({ judgements }) {
  const known = counted.get(judgements) ?? subjectsOf(judgements);
  counted.set(judgements, known);
  return known;
});
var subjectsOf = (function subjectsOf(judgements) {
  return new Set(
    judgements.filter(({ rule }) => isScored(rule)).flatMap(
      ({ rule, outcomes }) => outcomes.filter(({ weight }) => weight > 0).map(({ subject }) => subjectKey({ rule: rule.id, subject }))
    )
  );
});
var countedFindings = (function countedFindings(result) {
  const subjects = countedSubjects(result);
  return result.findings.filter((finding) => !finding.suppressed && subjects.has(subjectKey(finding)));
});

// src/report/text/frame.ts
var codeFrame = (function codeFrame(source, place, options) {
  const { paint } = options;
  const numbers = [place.line - 1, place.line, place.line + 1].filter((line) => {
    return line === place.line || line > 0 && lineText(source, line).trim() !== "";
  });
  const gutter = String(numbers.at(-1) ?? place.line).length;
  const room12 = Math.max(20, options.width - gutter - 5);
  const shared = Math.min(...numbers.map((line) => indentOf(lineText(source, line))));
  return numbers.flatMap((line) => {
    const cells = quote(source, line, place, options.secret);
    const pointed = line === place.line;
    const view = windowOf(cells, pointed ? firstPointed(cells) : 0, room12, shared);
    const text = view.map((cell) => cell.text).join("");
    const number = String(line).padStart(gutter);
    const row = `${paint("dim", `${number} \u2502`)} ${pointed ? text : paint("dim", text)}`.trimEnd();
    if (!pointed) return [row];
    const underline = view.map((cell) => (cell.pointed ? "^" : " ").repeat(cell.width)).join("").trimEnd();
    if (underline === "") return [row];
    return [row, `${paint("dim", `${" ".repeat(gutter)} \u2502`)} ${paint(options.style, underline)}`.trimEnd()];
  });
});
var quote = (function quote(source, line, place, secret) {
  const text = lineText(source, line);
  if (text.length > LONGEST_LINE) return cellsFor(`(a line of ${text.length} characters)`, [], void 0);
  const previous = line > 1 ? lineText(source, line - 1).slice(-LONGEST_LINE) : "";
  const isCode = /\.(?:[cm]?[jt]sx?|py|go)$/.test(source.path);
  if (line !== place.line) return cellsFor(text, secretRegions(text, previous, isCode), void 0);
  const end = place.endLine > place.line ? text.trimEnd().length : place.endColumn - 1;
  const pointed = { start: place.column - 1, end: Math.max(end, place.column) };
  const regions = secret ? pointedRegions(text, previous, pointed, isCode) : secretRegions(text, previous, isCode);
  return cellsFor(text, regions, pointed);
});
var cellsFor = (function cellsFor(text, regions, pointed) {
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
});
var firstPointed = (function firstPointed(cells) {
  return Math.max(
    0,
    cells.findIndex((cell) => cell.pointed)
  );
});
var windowOf = (function windowOf(cells, focus, room12, shared) {
  let start = Math.min(shared, cells.length);
  const widthUpTo = (end) => cells.slice(start, end).reduce((sum, cell) => sum + cell.width, 0);
  const cutLeft = widthUpTo(focus) > room12 * 0.7;
  if (cutLeft) start = Math.max(start, focus - Math.floor(room12 * 0.4));
  const ellipsis = { text: "\u2026", width: 1, pointed: false };
  const view = cutLeft ? [ellipsis] : [];
  let width = view.length;
  for (const cell of cells.slice(start)) {
    if (width + cell.width > room12 - 1) return [...view, ellipsis];
    view.push(cell);
    width += cell.width;
  }
  return view;
});
var indentOf = (function indentOf(text) {
  return text.trim() === "" ? 0 : text.length - text.trimStart().length;
});

// src/report/text/paint.ts
var painter = (function painter(color) {
  if (!color) return (_, text) => text;
  return (style, text) => text === "" ? "" : styleText([style].flat(), text, { validateStream: false });
});

// src/report/text/findings.ts
var findingBlocks = (function findingBlocks(findings, result, options) {
  const titles = new Map(result.judgements.map(({ rule }) => [rule.id, rule.title]));
  return blocksOf(findings).flatMap((block) => [
    ...blockLines(block, titles.get(block.first.rule) ?? "", result, options),
    ""
  ]);
});
var countLines = (function countLines(findings, result, paint, width) {
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
});
var blocksOf = (function blocksOf(findings) {
  const blocks = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = JSON.stringify([finding.rule, finding.severity, finding.why, finding.suppressed?.reason]);
    const block = blocks.get(key);
    if (block) block.push(finding);
    else blocks.set(key, [finding]);
  }
  return [...blocks.values()].flatMap(([first, ...others]) => first ? [{ first, others }] : []);
});
var blockLines = (function blockLines(block, title, result, options) {
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
});
var listedLines = (function listedLines({ first, others }, options) {
  return others.length > 0 ? ["", ...placeLines(first, others, options)] : [];
});
var headLine = (function headLine({ first, others }, title, result, options) {
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
});
var worthOf = (function worthOf(findings, result) {
  if (findings.every((finding) => finding.suppressed)) return "accepted";
  if (findings.every((finding) => finding.confidence === "C")) return "advice, not scored";
  const counted2 = countedSubjects(result);
  return findings.some((finding) => counted2.has(subjectKey(finding))) ? gainOf(findings) : "not scored";
});
var gainOf = (function gainOf(findings) {
  const gains = findings.map((finding) => finding.gain).sort((a, b) => a - b);
  const [least, most] = [shortGain(gains[0] ?? 0), shortGain(gains.at(-1) ?? 0)];
  if (most === shortGain(0)) return "";
  if (findings.length === 1) return `${most} points`;
  if (least === shortGain(0)) return `up to ${most} points each`;
  return least === most ? `${most} points each` : `${least} to ${most} points each`;
});
var shortGain = (function shortGain(gain) {
  const digits = gain >= 0.1 ? 10 : 100;
  return `+${(Math.floor(gain * digits + 1e-9) / digits).toFixed(gain >= 0.1 ? 1 : 2)}`;
});
var foundLines = (function foundLines(finding, result, options) {
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
});
var placeLines = (function placeLines(first, others, options) {
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
});
var nameLines = (function nameLines(places, { paint, width }) {
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
});
var byPlace = (function byPlace({ place: a }, { place: b }) {
  return a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1;
});
var generic = (function generic({ subjectName }, text) {
  return subjectName === "" ? text : text.replaceAll(subjectName, "\0");
});
var kindOfFix = (function kindOfFix(finding) {
  return generic(finding, finding.fix).replace(/\d+/g, "0");
});
var labelled = (function labelled(label, text, paint, width) {
  const indent = " ".repeat(label.length + 4);
  return wrap(text, width - indent.length).map(
    (line, index) => index === 0 ? `  ${paint("dim", label)}  ${line}` : `${indent}${line}`
  );
});

// src/report/text/header.ts
var headerLines = (function headerLines(result, paint, width, verbose) {
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
});
var setLines = (function setLines(label, deployments, options) {
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
});
var nameOf = (function nameOf({ name, platform, workloads, onRequest }) {
  const more = onRequest.length > 0 ? `, ${onRequest.length} more on request` : "";
  return `${plain(name)} (${platform}, ${plural(workloads.length, "workload")}${more})`;
});

// src/report/text/remarks.ts
var unverifiedLines = (function unverifiedLines({ unverified }, paint, width, verbose) {
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
});
var notEvaluatedLines = (function notEvaluatedLines({ unreadable, notEvaluated }, paint, width) {
  const broken = unreadable.map(
    ({ path, problems }) => `${plain(path)}: ${plain(problems[0]?.message ?? "could not be read")}`
  );
  const left = notEvaluated.map(({ path, because }) => `${plain(path)}: ${plain(because)}`);
  return [
    ...listOf("Could not be read in full", broken, paint, width),
    ...broken.length > 0 && left.length > 0 ? [""] : [],
    ...listOf("Not evaluated", left, paint, width)
  ];
});
var noticeLines = (function noticeLines({ notices }, paint, width) {
  const lines = notices.map(({ path, line, message }) => {
    const place = path === void 0 ? "" : `${plain(path)}${line === void 0 ? "" : `:${line}`}: `;
    return `${place}${plain(message)}`;
  });
  return listOf("Remarks", lines, paint, width);
});
var listOf = (function listOf(title, lines, paint, width) {
  if (lines.length === 0) return [];
  const shown3 = lines.slice(0, 20);
  const more = lines.length - shown3.length;
  return [
    paint("bold", `${title}:`),
    ...shown3.flatMap((line) => wrap(line, width - 4).map((part, index) => `${index === 0 ? "  " : "    "}${part}`)),
    ...more > 0 ? [paint("dim", `  and ${more} more`)] : []
  ];
});

// src/report/text/roadmap.ts
var roadmapLines = (function roadmapLines(result, paint, width) {
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
});
var headLine2 = (function headLine2({ reached, threshold, steps, minutes, from, to }, paint) {
  const title = paint("bold", reached ? `Way to ${threshold}:` : "What can be gained:");
  const way = `${formatScore(from)} \u2192 ${formatScore(to)}`;
  return `${title} ${plural(steps.length, "fix", "fixes")}, about ${formatEffort(minutes)}, ${paint("bold", way)}`;
});
var stepLine = (function stepLine({ rule, findings, minutes, to }, longest, width, paint) {
  const places = pad(plural(findings, "place"), 9);
  const work = longest + 36 > width ? places : `${places}  ${pad(formatEffort(minutes), 10)}`;
  return `    ${pad(rule, longest)}  ${paint("dim", work)}  \u2192 ${formatScore(to).padStart(5)}`;
});
var leftLines = (function leftLines(result, { steps }, paint, width) {
  const left = countedFindings(result).filter(({ severity, rule }) => {
    return severity === "critical" && !steps.some((step) => step.rule === rule);
  });
  if (left.length === 0) return [];
  const them = left.length === 1 ? "it" : "them";
  const text = `Still open then: ${plural(left.length, "critical finding")}. Fix ${them} too: ${placesByRule(left)}.`;
  return ["", ...wrap(text, width - 2).map((line) => `  ${paint("red", line)}`)];
});
var beyondLines = (function beyondLines({ reached, beyond }, paint, width) {
  const parts = [
    ...beyond.accepted > 0 ? [`${plural(beyond.accepted, "answer")} accepted`] : [],
    ...beyond.unverified > 0 ? [`${beyond.unverified} not verified`] : []
  ];
  if (reached || parts.length === 0) return [];
  const text = `The rest is out of reach of fixes: ${parts.join(", ")}.`;
  return ["", ...wrap(text, width - 2).map((line) => `  ${paint("dim", line)}`)];
});

// src/report/text/score.ts
var scoreLines = (function scoreLines(result, paint, width) {
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
});
var totalLine = (function totalLine(score, paint) {
  const style = score.total >= score.threshold ? "green" : "red";
  return `${paint("bold", "Score")} ${paint(["bold", style], `${formatScore(score.total)} of 100, ${score.letter}`)}`;
});
var categoryLine = (function categoryLine(one, { threshold }, { bar, paint, weights }) {
  const { category, weight, score, criticalRules } = one;
  const title = pad(CATEGORY_TITLES[category], 24);
  const share = weights ? paint("dim", `  weight ${String(weight).padStart(2)}`) : "";
  if (score === null) return `  ${title}  ${paint("dim", pad("no rule applies", bar + 7))}${share}`.trimEnd();
  const full = Math.floor(score / 100 * bar);
  const style = score >= threshold ? "green" : score >= threshold / 2 ? "yellow" : "red";
  const cells = paint(style, "\u2588".repeat(full)) + paint("dim", "\u2591".repeat(bar - full));
  const critical = criticalRules > 0 ? paint("red", `  ${criticalRules} critical`) : "";
  return `  ${title}  ${cells}  ${formatScore(score).padStart(5)}${share}${critical}`;
});

// src/report/readiness.ts
var readinessOf = (function readinessOf(result) {
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
});

// src/report/text/verdict.ts
var coverageLines = (function coverageLines(result, paint, width) {
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
});
var readinessLines = (function readinessLines(result, paint, width) {
  const { verdict, against, urgent } = readinessOf(result);
  if (verdict === "ready") return [paint(["bold", "green"], "Ready for production")];
  if (verdict === "undecided") return [];
  const steps = (result.roadmap?.steps ?? []).filter((step) => !urgent.some(({ rule }) => rule === step.rule));
  return [
    ...wrap(`Not ready for production: ${against.join(", ")}`, width).map((line) => paint(["bold", "red"], line)),
    ...todoLines("first", placesByRule(urgent), paint, width),
    ...todoLines(urgent.length > 0 ? "then" : "first", placesByRule(steps), paint, width)
  ];
});
var todoLines = (function todoLines(label, text, paint, width) {
  return wrap(text, width - 9).map(
    (line, index) => `  ${paint("dim", index === 0 ? label.padEnd(5) : "     ")}  ${line}`
  );
});
var verdictLines = (function verdictLines({ score, gate, internalErrors }, paint, width) {
  const crashed = internalErrors.map(
    ({ rule }) => paint("red", `\u2717 rule ${rule} crashed, so what it judges is not verified`)
  );
  if (!score) return crashed;
  const failed2 = gate.conditions.filter((condition) => !condition.passed);
  const lines = failed2.flatMap(({ message }) => {
    return wrap(plain(message), width - 2).map((line, index) => `${index === 0 ? paint("red", "\u2717") : " "} ${line}`);
  });
  return [
    totalLine(score, paint),
    ...crashed,
    ...lines.length > 0 ? lines : [`${paint("green", "\u2713")} the gate passed`]
  ];
});

// src/report/text.ts
var renderText = (function renderText(result, options) {
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
  const capacities = result.score ? result.capacities() : [];
  return written([
    headerLines(result, paint, width, options.verbose),
    scoreLines(result, paint, width),
    readinessLines(result, paint, width),
    counts,
    findings,
    capacities.length === 0 ? [] : capacityLines(capacities, paint, width, options.verbose),
    roadmapLines(result, paint, width),
    unverifiedLines(result, paint, width, options.verbose),
    notEvaluatedLines(result, paint, width),
    noticeLines(result, paint, width),
    coverageLines(result, paint, width),
    compared,
    verdict
  ]);
});
var isAboutChange = (function isAboutChange({ comparison }) {
  if (comparison === null) return false;
  return comparison.staged || comparison.edited !== void 0 || comparison.since !== void 0;
});
var written = (function written(sections) {
  const texts = sections.map((lines) => lines.join("\n").replace(/\s+$/, "")).filter((section) => section !== "");
  return `${withoutCommands(texts.join("\n\n"))}
`;
});
var withoutCommands = (function withoutCommands(text) {
  return text.replace(/^([ \t]*):(?=:)/gm, "$1: ").replace(/##(?=\[|vso\[)/g, "## ");
});

// src/report/index.ts
var renderReport = (async function renderReport(format, result, options) {
  const render = await RENDERERS[format]();
  return render(result, options);
});

// src/config/find.ts
var findConfig = (function findConfig(from) {
  for (const directory of upToGitRoot(from)) {
    const found = CONFIG_NAMES.map((name) => join(directory, name)).filter(isFile);
    const manifest = join(directory, "package.json");
    if (isFile(manifest) && holdsConfig(manifest)) found.push(manifest);
    if (found.length > 0) return found;
  }
  return [];
});
var upToGitRoot = (function upToGitRoot(from) {
  const directories = [];
  for (let directory = from; ; directory = dirname(directory)) {
    directories.push(directory);
    if (existsSync(join(directory, ".git"))) return directories;
    if (dirname(directory) === directory) return [from];
  }
});
var isFile = (function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
});

// src/cli/outputs.ts
var outputsOf = (function outputsOf(formats, output, cwd) {
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
});
var outputOf = (function outputOf(text, cwd) {
  const [, name = text, file] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  const format = FORMATS.find((known) => known === name);
  if (!format)
    throw new UsageError(`unknown format "${name}"${didYouMean(name, FORMATS) || `; there are ${FORMATS.join(", ")}`}`);
  if (file === "") throw new UsageError(`-f ${name}= needs a file name behind the =`);
  return file === void 0 ? { format } : { format, file: resolve(cwd, file) };
});
var checkNotAudited = (function checkNotAudited(outputs, root, audited) {
  const files = new Set(audited);
  for (const { file } of outputs) {
    if (file === void 0) continue;
    const path = relative(realpathSync(root), real(file)).split(sep).join("/");
    if (files.has(path)) throw new UsageError(`${path} is one of the audited files; write the report somewhere else`);
  }
});

// src/cli/baseline-file.ts
var baselinePlace = (function baselinePlace(given, config, root, cwd) {
  const flag = given.values.get("baseline")?.[0];
  if (flag !== void 0) return { file: resolve2(cwd, flag), named: true };
  if (config.baseline === void 0) return { file: join2(root, BASELINE_FILE), named: false };
  return { file: resolve2(root, dirname3(config.path ?? "."), config.baseline), named: true };
});
var readBaseline = (function readBaseline(given, config, root, cwd) {
  if (given.on.has("no-baseline")) return void 0;
  const { file, named } = baselinePlace(given, config, root, cwd);
  const path = shown2(file, cwd);
  if (!existsSync2(file)) {
    if (!named) return void 0;
    throw new UsageError(`there is no baseline ${path}; "erp-audit baseline" writes one`);
  }
  const entries = parseBaseline(textOf(file, path));
  if (typeof entries === "string") throw new UsageError(`${path} cannot be used as a baseline: ${plain(entries)}`);
  return { path, entries };
});
var shown2 = (function shown2(file, cwd) {
  const path = relative2(cwd, file);
  return plain(path !== "" && path.length < file.length ? path : file);
});

// src/cli/color.ts
var usesColor = (function usesColor(flag, env, stream) {
  if (flag !== "auto") return flag === "always";
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "")
    return env.FORCE_COLOR !== "0" && env.FORCE_COLOR !== "false";
  return stream.isTTY === true && env.TERM !== "dumb";
});
var showsProgress = (function showsProgress(env, stream) {
  return stream.isTTY === true && !env.CI && env.TERM !== "dumb";
});

// src/config/load.ts
var loadConfig = (function loadConfig(root, explicit, rules2) {
  const found = explicit === void 0 ? findConfig(root) : [explicit];
  const [file, second] = found;
  if (file === void 0) return { ok: true, config: NO_CONFIG };
  if (second !== void 0) {
    return failed(file, `there is a second configuration beside it, ${basename2(second)}; keep one of them`);
  }
  const text = readConfigText(file);
  if (typeof text !== "string") return failed(file, `the configuration cannot be read: ${text.because}`);
  const path = relative3(root, file).split(sep2).join("/");
  const prefix = relative3(dirname4(file), root).split(sep2).join("/");
  const isAbove = !prefix.startsWith("..");
  const base = isAbove ? dirname4(file) : root;
  const result = parseConfig({ path, text }, rules2, (named) => existsSync3(join3(base, named)));
  if (!result.ok) return { ok: false, problems: result.problems.map((problem) => ({ ...problem, file })) };
  return { ok: true, config: isAbove && prefix !== "" ? rebase(result.config, prefix) : result.config };
});

// src/cli/settings.ts
var directoryOf = (function directoryOf(path, cwd) {
  if (path === "") throw new UsageError('the path is empty; give a directory, or "." for this one');
  const root = resolve3(cwd, path);
  const shown3 = plain(path);
  try {
    const stat = statSync4(root, { throwIfNoEntry: false });
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
});
var readConfig = (function readConfig(given, root, cwd) {
  if (given.on.has("no-config")) return DEFAULT_OPTIONS.config;
  const explicit = given.values.get("config")?.[0];
  const result = loadConfig(root, explicit === void 0 ? void 0 : resolve3(cwd, explicit), rules);
  if (result.ok) return result.config;
  const lines = result.problems.map(({ file, line, column, message }) => {
    const place = line === void 0 ? "" : `:${line}:${column}`;
    return plain(`${relative4(cwd, file) || file}${place}: ${message}`);
  });
  throw new UsageError(lines.join("\nerp-audit: "));
});
var optionsOf = (function optionsOf(given, config, env, baseline) {
  const minScore = scoreOf(given.values.get("min-score")?.[0]);
  const since = given.values.get("since")?.[0];
  const changed = given.values.get("changed")?.[0];
  const staged = given.on.has("staged");
  if (changed !== void 0 && !staged && since === void 0) {
    throw new UsageError("--changed needs to know since when: add --since <ref> or --staged");
  }
  const keep = given.values.get("keep")?.[0];
  if (keep !== void 0 && since === void 0)
    throw new UsageError("--keep needs something to compare with: add --since <ref>");
  const isPart = staged || since !== void 0 || given.values.has("stdin-filename");
  const targetUsers = usersOf(given.values.get("target-users")?.[0]);
  const decides = isPart ? minScore : minScore ?? config.minScore;
  return {
    config: targetUsers === void 0 ? config : { ...config, capacity: { ...config.capacity, targetUsers } },
    failOn: given.values.get("fail-on")?.[0] ?? config.failOn ?? DEFAULT_OPTIONS.failOn,
    minScore: minScore ?? config.minScore ?? DEFAULT_OPTIONS.minScore,
    selection: { only: patternsOf(given, "only"), skip: patternsOf(given, "skip") },
    advice: given.on.has("advice"),
    deep: given.on.has("deep"),
    scoreGates: decides !== void 0 || !(isPart || baseline),
    ...staged && { staged },
    ...since !== void 0 && { since },
    ...(keep ?? config.keep) !== void 0 && { keep: keep ?? config.keep },
    ...changed !== void 0 && { changed },
    ...baseline && { baseline },
    ...env.GIT_INDEX_FILE && { indexFile: env.GIT_INDEX_FILE }
  };
});
var scoreOf = (function scoreOf(text) {
  if (text === void 0) return void 0;
  const score = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (score >= 0 && score <= 100) return score;
  throw new UsageError(`the least score (--min-score) is a number from 0 to 100, not "${plain(text)}"`);
});
var usersOf = (function usersOf(text) {
  if (text === void 0 || /^[1-9]\d{0,8}$/.test(text)) return text === void 0 ? void 0 : Number(text);
  throw new UsageError(`the number of users (--target-users) is a whole number above 0, not "${plain(text)}"`);
});
var patternsOf = (function patternsOf(given, option) {
  const patterns = given.values.get(option) ?? [];
  const names = patternNames(rules, CATEGORIES);
  for (const pattern of patterns) {
    if (names.has(pattern)) continue;
    const hint = didYouMean(pattern, names) || '; "erp-audit rules" lists them';
    throw new UsageError(`--${option} names an unknown rule "${plain(pattern)}"${hint}`);
  }
  return patterns;
});

// src/cli/stdin.ts
var editedFile = (async function editedFile(given, root, world) {
  const name = given.values.get("stdin-filename")?.[0];
  const isStdin = given.operand === STDIN;
  if (name === void 0 && !isStdin) return void 0;
  if (name === void 0)
    throw new UsageError('"-" is a file from standard input; say which one: --stdin-filename <file>');
  if (!isStdin || !world.stdin)
    throw new UsageError("--stdin-filename says what standard input is: erp-audit - --stdin-filename <file>");
  if (given.on.has("staged") || given.values.has("since"))
    throw new UsageError("--stdin-filename is about one file as it is now; it takes neither --staged nor --since");
  const file = resolve4(world.cwd, name);
  const path = relative5(root, file).split(sep3).join("/");
  const shown3 = plain(name);
  if (path === "" || path.startsWith("../") || path === ".." || resolve4(root, path) !== file)
    throw new UsageError(`"${shown3}" is not in this directory`);
  if (!statSync5(dirname5(file), { throwIfNoEntry: false })?.isDirectory())
    throw new UsageError(`there is no directory for "${shown3}"`);
  return { path, text: await world.stdin() };
});

// src/cli/audit-command.ts
var runAudit = (async function runAudit(given, world, load) {
  const root = directoryOf(given.operand === STDIN ? "." : given.operand ?? ".", world.cwd);
  const edited = await editedFile(given, root, world);
  const outputs = outputsOf(given.values.get("format") ?? ["text"], given.values.get("output")?.[0], world.cwd);
  const config = readConfig(given, root, world.cwd);
  const options = {
    ...optionsOf(given, config, world.env, readBaseline(given, config, root, world.cwd)),
    ...edited && { edited }
  };
  const audit2 = await load();
  const progress = startProgress(given, world);
  const result = await audit2(root, { ...options, onStage: progress.stage });
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
});
var startProgress = (function startProgress(given, world) {
  const quiet = given.on.has("quiet") || given.on.has("no-progress");
  if (quiet || !showsProgress(world.env, world.stderr)) return { stage: () => {
  }, end: () => {
  } };
  return {
    stage: (name) => world.stderr.write(`\r\x1B[K${name} \u2026`),
    end: () => world.stderr.write("\r\x1B[K")
  };
});
var conclude = (function conclude(result, given, world, readHere) {
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
});
const {
  BASELINE_FILE,
  COMMANDS,
  FORMATS,
  HELD,
  cellsOf,
  clip,
  pad,
  parseBaseline,
  renderBaseline,
  widthOf,
  wrap
} = require("./chunk-BSCF6KHF.js");
const {
  DEFAULT_OPTIONS,
  NO_CONFIG,
  WEIGHTS,
  formatEffort,
  formatScore,
  isScored,
  lineText,
  maskLine,
  pathInWorkTree,
  patternNames,
  pointedRegions,
  rules,
  secretRegions
} = require("./chunk-Q3NCOY3T.js");
const {
  CATEGORIES,
  SEVERITIES,
  TOOL,
  UsageError,
  didYouMean,
  nearest
} = require("./chunk-FCJI7VTO.js");

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

// door:src/report/github.ts
var room;
function enter() {
  return room ??= require("./report-github.js");
}
function renderGithub(...given) {
  return enter().renderGithub(...given);
}
function data(...given) {
  return enter().data(...given);
}

// door:src/report/gitlab.ts
var room2;
function enter2() {
  return room2 ??= require("./report-gitlab.js");
}
function renderGitlab(...given) {
  return enter2().renderGitlab(...given);
}

// door:src/report/html.ts
var room3;
function enter3() {
  return room3 ??= require("./report-html.js");
}
function renderHtml(...given) {
  return enter3().renderHtml(...given);
}

// door:src/report/json.ts
var room4;
function enter4() {
  return room4 ??= require("./report-json.js");
}
function renderJson(...given) {
  return enter4().renderJson(...given);
}

// door:src/report/junit.ts
var room5;
function enter5() {
  return room5 ??= require("./report-junit.js");
}
function renderJunit(...given) {
  return enter5().renderJunit(...given);
}

// door:src/report/markdown.ts
var room6;
function enter6() {
  return room6 ??= require("./report-markdown.js");
}
function renderMarkdown(...given) {
  return enter6().renderMarkdown(...given);
}

// door:src/report/sarif.ts
var room7;
function enter7() {
  return room7 ??= require("./report-sarif.js");
}
function renderSarif(...given) {
  return enter7().renderSarif(...given);
}

// src/report/shown.ts



// door:src/report/text/capacity.ts
var room8;
function enter8() {
  return room8 ??= require("./report-text-capacity.js");
}
function capacityLines(...given) {
  return enter8().capacityLines(...given);
}

// src/report/movement.ts
function movement(since, { score, scope }) {
  const shown3 = (total) => typeof total === "number" ? formatScore(total) : "none";
  const [before, now] = [shown3(since.score), shown3(score?.total)];
  const change = before === now ? `score ${now} as before` : `score ${before} \u2192 ${now}`;
  return since.workloads === scope.workloads ? change : `${change}, ${since.workloads} \u2192 ${scope.workloads} workloads`;
}

// src/report/plain.ts
var ESCAPES = /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]?|(?:\u001b\]|\u009d)[^\u0007\u001b\u009c]{0,4096}(?:\u0007|\u001b\\|\u009c)?|\u001b[ -~]?/g;
var CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;


// src/report/text/words.ts



// src/report/text/comparison.ts
var MOST_RENAMES = 5;

function sinceLines(result, { since, counts }, paint, lines) {
  if (!since || !counts) return [];
  const head = `Since ${plain(since.revision)} (${since.commit.slice(0, 12)}): `;
  const [first = "", ...more] = lines(
    `${head}${counts.new} new, ${since.fixed.length} fixed, ${movement(since, result)}`
  );
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
function elsewhereLines({ staged, edited, since, scope, elsewhere }) {
  if (scope === "all") return [];
  const others = elsewhere === 0 ? "there are no others" : `${elsewhere} ${elsewhere === 1 ? "is" : "are"} elsewhere`;
  const changed = staged && !since ? "staged" : "changed";
  const where = edited === void 0 ? `${scope === "lines" ? "on" : "in"} ${changed} ${scope}` : `in ${plain(edited)}`;
  return [`Only findings ${where} are shown and gated; ${others}.`];
}

// src/report/text/counted.ts

var counted = /* @__PURE__ */ new WeakMap();




// src/report/text/frame.ts
var LONGEST_LINE = 1e3;







// src/report/text/paint.ts
const { styleText } = require("node:util");

var SEVERITY_STYLES = {
  critical: ["bold", "red"],
  high: ["red"],
  medium: ["yellow"],
  low: ["blue"]
};

// src/report/text/findings.ts
var MOST_NAMES = 100;
var MOST_MESSAGES = 20;




function framedLines({ first, others }, result, options) {
  const shared = kindOfFix(first);
  return others.flatMap((finding) => [
    "",
    ...foundLines(finding, result, options),
    ...kindOfFix(finding) === shared ? [] : labelled("fix", plain(finding.fix), options.paint, options.width)
  ]);
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





// src/report/text/header.ts

var MOST_SETS = 5;



// src/report/text/remarks.ts

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




// src/report/text/roadmap.ts
var PHASES = [
  ["critical", "What is critical"],
  ["high", "What is high"],
  ["rest", "The rest"]
];






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

// src/report/text/score.ts




// src/report/readiness.ts

function isSelection({ score, judgements }) {
  const shown3 = new Set(judgements.map(({ rule }) => rule.id));
  return (score?.categories ?? []).some(({ rules: rules2 }) => rules2.some(({ rule }) => !shown3.has(rule)));
}

// src/report/text/verdict.ts





// src/report/text.ts
var WIDEST = 120;
var NARROWEST = 40;





// src/report/index.ts
var RENDERERS = {
  text: async () => renderText,
  json: async () => renderJson,
  markdown: async () => renderMarkdown,
  html: async () => renderHtml,
  github: async () => renderGithub,
  gitlab: async () => renderGitlab,
  junit: async () => renderJunit,
  badge: async () => renderBadge,
  sarif: async () => {
    const { pageOf } = await Promise.resolve(require("./pages-G5RFSMXE.js"));
    return (result, options) => renderSarif(result, options, pageOf);
  }
};


// src/cli/baseline-file.ts
const { existsSync: existsSync2, readFileSync: readFileSync2, statSync: statSync3, writeFileSync: writeFileSync2 } = require("node:fs");
const { dirname: dirname3, join: join2, relative: relative2, resolve: resolve2 } = require("node:path");

// src/cli/outputs.ts
const { realpathSync, statSync: statSync2, writeFileSync } = require("node:fs");
const { basename, dirname: dirname2, relative, resolve, sep } = require("node:path");

// src/config/find.ts
const { existsSync, readFileSync, statSync } = require("node:fs");
const { dirname, join } = require("node:path");
var CONFIG_NAMES = [
  "erp-audit.yml",
  "erp-audit.yaml",
  "erp-audit.json",
  ".erp-audit.yml",
  ".erp-audit.yaml",
  ".erp-audit.json"
];
var PACKAGE_KEY = "erpAudit";
var MAX_BYTES = 1e6;

function readConfigText(file) {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return { because: "there is no such file" };
    if (!stat.isFile()) return { because: "it is not a file" };
    return stat.size > MAX_BYTES ? { because: "it is larger than a megabyte" } : readFileSync(file, "utf8");
  } catch {
    return { because: "access is denied" };
  }
}


function holdsConfig(manifest) {
  const text = readConfigText(manifest);
  if (typeof text !== "string" || !text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const data2 = JSON.parse(text);
    return typeof data2 === "object" && data2 !== null && Object.hasOwn(data2, PACKAGE_KEY);
  } catch {
    return false;
  }
}

// src/cli/outputs.ts


function checkWritable(file, cwd) {
  const name = basename(file);
  const taken = CONFIG_NAMES.includes(name) ? "configuration" : name === BASELINE_FILE ? "baseline" : void 0;
  if (taken) {
    throw new UsageError(`a report called ${name} would be taken for the ${taken}; give it another name`);
  }
  if (statSync2(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: ${shown(file, cwd)} is a directory`);
  }
  if (!statSync2(dirname2(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: there is no directory ${shown(dirname2(file), cwd)}`);
  }
}

function real(file) {
  try {
    return realpathSync(file);
  } catch {
    return resolve(realpathSync(dirname2(file)), file.slice(dirname2(file).length + 1));
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

// src/cli/baseline-file.ts
var LARGEST = 16 * 1024 * 1024;


function textOf(file, path) {
  try {
    const status = statSync3(file);
    if (!status.isFile()) throw new UsageError(`${path} cannot be used as a baseline: it is no file`);
    if (status.size > LARGEST) throw new UsageError(`${path} cannot be used as a baseline: it is larger than 16 MiB`);
    return readFileSync2(file, "utf8");
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

function staleSentence(count) {
  const what = count === 1 ? "1 finding of the baseline is" : `${count} findings of the baseline are`;
  return `${what} there no more; "erp-audit baseline --prune" drops what is fixed`;
}

// src/cli/color.ts



// src/cli/settings.ts
const { accessSync, constants, readdirSync, statSync: statSync4 } = require("node:fs");
const { relative: relative4, resolve: resolve3 } = require("node:path");

// src/config/load.ts
const { existsSync: existsSync3 } = require("node:fs");
const { basename: basename2, dirname: dirname4, join: join3, relative: relative3, sep: sep2 } = require("node:path");

// door:src/config/parse.ts
var room9;
function enter9() {
  return room9 ??= require("./config-parse.js");
}
function parseConfig(...given) {
  return enter9().parseConfig(...given);
}

// door:src/config/rebase.ts
var room10;
function enter10() {
  return room10 ??= require("./config-rebase.js");
}
function rebase(...given) {
  return enter10().rebase(...given);
}

// src/config/load.ts

function failed(file, message) {
  return { ok: false, problems: [{ file, message }] };
}

// src/cli/settings.ts







// src/cli/stdin.ts
const { statSync: statSync5 } = require("node:fs");
const { dirname: dirname5, relative: relative5, resolve: resolve4, sep: sep3 } = require("node:path");
var STDIN = "-";


// src/cli/audit-command.ts




// door:src/cli/baseline-command.ts
var room11;
function enter11() {
  return room11 ??= require("./cli-baseline-command.js");
}
function runBaseline(...given) {
  return enter11().runBaseline(...given);
}

// src/report/terminal-page.ts
function renderMarkdown2(page, options) {
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
  const { pageOf } = await Promise.resolve(require("./pages-G5RFSMXE.js"));
  const color = usesColor(given.values.get("color")?.[0] ?? "auto", world.env, world.stdout);
  world.stdout.write(renderMarkdown2(pageOf(rule), { color, width: world.stdout.columns ?? 80 }));
  return 0;
}

module.exports = {
  plain,
  data,
  shownFindings,
  newFindings,
  movement,
  plural,
  countedFindings,
  CATEGORY_TITLES,
  whyNothing,
  readinessOf,
  renderReport,
  PACKAGE_KEY,
  findConfig,
  outputsOf,
  checkNotAudited,
  writeReport,
  reasonOf,
  baselinePlace,
  readBaseline,
  writeBaseline,
  shown: shown2,
  loadConfig,
  directoryOf,
  readConfig,
  optionsOf,
  runAudit,
  startProgress,
  runBaseline,
  runRules,
  runExplain
};
