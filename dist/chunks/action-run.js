"use strict";
const {
  byRule,
  code,
  headline,
  placesAt,
  prose,
  ruleDetails,
  scoreTable,
  table,
  text,
  verdict
} = require("./chunk-TNONLVYZ.js");
const {
  parseArguments
} = require("./chunk-RYPF5U73.js");
const {
  checkNotAudited,
  countedFindings,
  data,
  directoryOf,
  movement,
  newFindings,
  optionsOf,
  outputsOf,
  plain,
  plural,
  readBaseline,
  readConfig,
  renderReport,
  runAudit,
  shownFindings,
  whyNothing,
  writeReport
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  audit,
  formatScore,
  pathInWorkTree
} = require("./chunk-Q3NCOY3T.js");
const {
  TOOL,
  UsageError
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/action/run.ts
const { randomUUID: randomUUID2 } = require("node:crypto");
const { realpathSync } = require("node:fs");
const { join, relative, resolve, sep } = require("node:path");

// src/report/options.ts
var DEFAULT_REPORT_OPTIONS = {
  color: false,
  width: 80,
  quiet: false,
  verbose: false,
  includeSuppressed: false,
  within: ""
};

// src/report/summary.ts
var MOST_ROWS = 50;
var MOST_PLACES = 20;
function renderSummary(result, options) {
  const { compared, most } = options;
  const placeOf = placesAt(options.links, options.within);
  const open = newFindings(shownFindings(compared ?? result, false));
  const groups = byRule(open, compared ?? result);
  const head = [
    `## erp-audit${options.within === "" ? "" : ` of ${code(options.within)}`}: ${headline(result)}`,
    verdict(result),
    comparison(result, compared),
    gateLines(result),
    scoreTable(result),
    findingsTable(open, compared !== void 0, placeOf)
  ].filter((part) => part !== "");
  const details = groups.map((group) => ruleDetails(group, placeOf, MOST_PLACES));
  const foot = footer(result);
  let shown = details.length;
  for (; ; ) {
    const left = details.length - shown;
    const rest = left > 0 ? [`${plural(left, "more rule")}: see the report.`] : [];
    const written = `${[...head, ...details.slice(0, shown), ...rest, ...foot].join("\n\n")}
`;
    const size = Buffer.byteLength(written);
    if (size <= most) return written;
    if (shown === 0) return shortened(head, most);
    shown = Math.min(shown - 1, Math.floor(shown * most / size));
  }
}
function shortened(parts, most) {
  let written = "";
  for (const part of parts) {
    const next = written === "" ? `${part}
` : `${written}
${part}
`;
    if (Buffer.byteLength(next) > most) break;
    written = next;
  }
  return written;
}
function comparison(result, compared) {
  const { since, counts, renamed = [] } = compared?.comparison ?? {};
  if (!since || !counts) return "";
  const head = `**${counts.new} new, ${since.fixed.length} fixed, ${movement(since, result)}** since ${code(since.commit.slice(0, 12))}.`;
  const fixed = since.fixed.slice(0, MOST_ROWS).map(({ rule, place, message }) => {
    return `- ${code(rule)} ${code(`${place.path}:${place.line}`)}: ${prose(message)}`;
  });
  const more = since.fixed.length - fixed.length;
  const list = [...fixed, ...more > 0 ? [`- and ${more} more`] : []];
  const names = renamed.slice(0, MOST_ROWS).map(({ from, to }) => `- ${code(from)} is now ${code(to)}`);
  return [
    head,
    ...list.length === 0 ? [] : [`<details><summary>${since.fixed.length} fixed</summary>

${list.join("\n")}

</details>`],
    ...names.length === 0 ? [] : [`<details><summary>${names.length} renamed</summary>

${names.join("\n")}

</details>`]
  ].join("\n\n");
}
function gateLines({ gate, score }) {
  if (!score) return "";
  return gate.conditions.map(({ passed, message }) => `- ${passed ? "\u2705" : "\u274C"} ${text(message)}`).join("\n");
}
function findingsTable(open, isNew, placeOf) {
  if (open.length === 0) return isNew ? "Nothing new was found." : "Nothing was found.";
  const shown = open.slice(0, MOST_ROWS);
  const rest = open.length - shown.length;
  const rows = shown.map((finding) => [finding.severity, prose(finding.message), placeOf(finding)]);
  const written = table(["Severity", isNew ? "New finding" : "Finding", "Where"], "lll", rows);
  return rest > 0 ? `${written}

${plural(rest, "more finding")} below.` : written;
}
function footer({ score, unverified, unreadable, findings, comparison: comparison2 }) {
  const accepted = findings.filter(({ suppressed }) => suppressed).length;
  const known = comparison2?.counts?.unchanged ?? 0;
  const parts = [
    ...score ? [`${Math.floor(score.coverage.share * 100)} % of what is demanded was verified`] : [],
    ...unverified.length > 0 ? [`${unverified.length} not verified`] : [],
    ...unreadable.length > 0 ? [`${plural(unreadable.length, "file")} not readable`] : [],
    ...accepted > 0 ? [`${accepted} accepted`] : [],
    ...known > 0 ? [`${known} known`] : []
  ];
  return parts.length === 0 ? [] : [`${parts.join(" \xB7 ")}`];
}

// src/action/comment.ts
function markerOf({ within }) {
  return within === "" ? "<!-- erp-audit -->" : `<!-- erp-audit ${encodeURI(within)} -->`;
}
var LARGEST_COMMENT = 65e3;
var MOST_PAGES = 30;
var PER_PAGE = 100;
async function writeComment(place, markdown, request) {
  if (!/^https:\/\//.test(place.api))
    throw new UsageError("GITHUB_API_URL is no https address, so nothing was commented");
  const body = JSON.stringify({ body: `${markerOf(place)}
${markdown}` });
  const own = await ownComment(place, request);
  if (own === void 0) await ask(place, "POST", `issues/${place.number}/comments`, request, body);
  else await ask(place, "PATCH", `issues/comments/${own}`, request, body);
}
async function ownComment(place, request) {
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `issues/${place.number}/comments?per_page=${PER_PAGE}&page=${page}`;
    const comments = await ask(place, "GET", path, request);
    if (!Array.isArray(comments)) return void 0;
    const own = comments.find((comment2) => isOwn(comment2, markerOf(place)));
    if (own) return own.id;
    if (comments.length < PER_PAGE) return void 0;
  }
  return void 0;
}
function isOwn(comment2, marker) {
  if (typeof comment2 !== "object" || comment2 === null) return false;
  const { id, body, user } = comment2;
  return typeof id === "number" && typeof body === "string" && body.startsWith(`${marker}
`) && user?.type === "Bot";
}
async function ask({ api, repository, token }, method, path, request, body) {
  const response = await request(`${api}/repos/${repository}/${path}`, {
    method,
    headers: {
      accept: "application/vnd.github+json",
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "user-agent": "erp-audit",
      "x-github-api-version": "2022-11-28"
    },
    ...body !== void 0 && { body },
    signal: AbortSignal.timeout(3e4)
  });
  if (response.ok) return response.json();
  const refused = response.status === 401 || response.status === 403 || response.status === 404;
  const hint = refused ? '; give the job the permission "pull-requests: write"' : "";
  throw new UsageError(`the comment could not be written: GitHub answered ${response.status}${hint}`);
}

// src/action/event.ts
const { readFileSync } = require("node:fs");
var LARGEST = 8 * 1024 * 1024;
function eventOf(env) {
  const payload = payloadOf(env.GITHUB_EVENT_PATH);
  const pull = pullOf(payload);
  const repository = env.GITHUB_REPOSITORY;
  const commit = textAt(payload, "pull_request", "head", "sha") ?? env.GITHUB_SHA;
  const server = env.GITHUB_SERVER_URL ?? "https://github.com";
  const from = textAt(payload, "pull_request", "head", "repo", "full_name") ?? repository;
  const isLinked = isName(from) && commit !== void 0 && isCommit(commit) && /^https:\/\/[\w.:-]+$/.test(server);
  return {
    ...pull && { pull },
    ...isLinked && { links: `${server}/${from}/blob/${commit}/` },
    ...isName(repository) && { repository }
  };
}
function payloadOf(path) {
  try {
    const text2 = path ? readFileSync(path, "utf8") : "";
    return text2.length > LARGEST ? void 0 : JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function pullOf(payload) {
  const number = at(payload, "pull_request", "number");
  const base = textAt(payload, "pull_request", "base", "sha");
  if (typeof number !== "number" || !Number.isSafeInteger(number) || base === void 0 || !isCommit(base))
    return void 0;
  const [from, to] = ["head", "base"].map((side) => textAt(payload, "pull_request", side, "repo", "full_name"));
  const isFork = at(payload, "pull_request", "head", "repo", "fork") === true || from === void 0 || from !== to;
  return { number, base, isFork };
}
function at(value, ...keys) {
  let found = value;
  for (const key of keys) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, key)) return void 0;
    found = found[key];
  }
  return found;
}
function textAt(value, ...keys) {
  const found = at(value, ...keys);
  return typeof found === "string" ? found : void 0;
}
function isCommit(text2) {
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text2);
}
function isName(text2) {
  return text2 !== void 0 && /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text2);
}

// src/action/files.ts
const { randomUUID } = require("node:crypto");
const { appendFileSync } = require("node:fs");
var LARGEST_SUMMARY = 9e5;
function addOutput(file, name, value) {
  if (!file) return;
  const delimiter = `erp-audit-${randomUUID()}`;
  appendFileSync(file, `${name}<<${delimiter}
${value}
${delimiter}
`);
}
function addSummary(file, markdown) {
  if (file) appendFileSync(file, markdown);
}

// src/action/inputs.ts
var VALUES = ["config", "fail-on", "min-score", "baseline"];
function inputsOf(env) {
  const text2 = (name) => (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
  const flags = VALUES.flatMap((name) => text2(name) === "" ? [] : [`--${name}=${text2(name)}`]);
  const advice = flag("advice", text2("advice"), false) ? ["--advice"] : [];
  return {
    given: parseArguments([...flags, ...advice, "--", text2("path") || "."], {}),
    changedOnly: flag("changed-only", text2("changed-only"), false),
    annotations: flag("annotations", text2("annotations"), true),
    summary: flag("summary", text2("summary"), true),
    comment: flag("comment", text2("comment"), false),
    sarifFile: text2("sarif-file"),
    token: text2("token")
  };
}
function flag(name, text2, fallback) {
  if (text2 === "") return fallback;
  if (/^(?:true|True|TRUE)$/.test(text2)) return true;
  if (/^(?:false|False|FALSE)$/.test(text2)) return false;
  throw new UsageError(`the input ${name} is true or false, not "${text2}"`);
}

// src/action/run.ts
async function runAction(runner, audit2 = audit) {
  try {
    return await act(inputsOf(runner.env), eventOf(runner.env), runner, audit2);
  } catch (error) {
    if (error instanceof UsageError) say(runner, "error", error.message);
    else {
      const message = error instanceof Error ? error.message.split("\n", 1)[0] ?? "" : String(error);
      say(runner, "error", `${message}; this is a bug, please report it: ${TOOL.bugs}`);
    }
    return 2;
  }
}
async function act(inputs, event, runner, audit2) {
  const { env } = runner;
  const workspace = env.GITHUB_WORKSPACE || runner.cwd;
  const { given } = inputs;
  const root = directoryOf(resolve(workspace, given.operand ?? "."), workspace);
  const config = readConfig(given, root, workspace);
  const options = optionsOf(given, config, {}, readBaseline(given, config, root, workspace));
  const sarif = inputs.sarifFile === "" ? void 0 : outputsOf([`sarif=${inputs.sarifFile}`], void 0, workspace)[0]?.file;
  const result = await audit2(root, options);
  const compared = event.pull && await comparedWith(event.pull.base, root, options, inputs, runner, audit2);
  const judged = inputs.changedOnly && compared || result;
  const report = {
    ...DEFAULT_REPORT_OPTIONS,
    within: placeBelow(workspace, root),
    width: 120,
    ...event.links !== void 0 && { links: event.links }
  };
  log(runner, await renderReport("text", judged, report));
  if (inputs.annotations) runner.stdout.write(await renderReport("github", compared ?? result, report));
  if (sarif !== void 0) {
    checkNotAudited([{ format: "sarif", file: sarif }], root, audited(result));
    writeReport(sarif, await renderReport("sarif", result, { ...report, within: pathInWorkTree(root) }), workspace);
  }
  const summary = (most) => renderSummary(judged, { ...report, most, ...compared && { compared } });
  if (inputs.summary) addSummary(env.GITHUB_STEP_SUMMARY, summary(LARGEST_SUMMARY));
  await writeOutputs(result, sarif, report, runner);
  if (inputs.comment) await comment(summary(LARGEST_COMMENT), report.within, inputs, event, runner);
  return conclude(judged, runner);
}
function audited(result) {
  return [...result.sources.keys(), ...result.deployments.flatMap(({ files }) => files)];
}
async function comparedWith(base, root, options, inputs, runner, audit2) {
  const changed = inputs.changedOnly ? "lines" : "all";
  try {
    const scoreGates = inputs.given.values.has("min-score");
    return await audit2(root, { ...options, since: base, changed, scoreGates });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = `the base of the pull request cannot be audited, so nothing is compared: ${error.message}`;
    say(runner, "warning", `${message}; give actions/checkout "fetch-depth: 0"`);
    return void 0;
  }
}
function placeBelow(workspace, root) {
  const path = relative(realpathSync(workspace), realpathSync(root)).split(sep).join("/");
  return path === "" || path.startsWith("..") ? "" : `${path}/`;
}
function log({ stdout }, report) {
  const token = randomUUID2();
  stdout.write(`::stop-commands::${token}
${report}
::${token}::
`);
}
function say({ stdout }, kind, message) {
  stdout.write(`::${kind} title=erp-audit::${data(plain(message))}
`);
}
async function writeOutputs(result, sarif, report, { env, cwd }) {
  const { score } = result;
  const counted = countedFindings(result);
  const count = (severity) => counted.filter((finding) => finding.severity === severity).length;
  const outputs = {
    score: score ? formatScore(score.total) : "",
    grade: score?.letter ?? "",
    findings: String(counted.length),
    critical: String(count("critical")),
    high: String(count("high")),
    "sarif-file": sarif ?? "",
    "report-file": ""
  };
  if (env.RUNNER_TEMP) {
    const file = join(env.RUNNER_TEMP, "erp-audit-report.md");
    writeReport(file, await renderReport("markdown", result, report), cwd);
    outputs["report-file"] = file;
  }
  for (const [name, value] of Object.entries(outputs)) addOutput(env.GITHUB_OUTPUT, name, value);
}
async function comment(markdown, within, inputs, event, runner) {
  const { pull, repository } = event;
  if (!pull || !repository) return say(runner, "notice", "there is no pull request to comment on");
  if (pull.isFork) return say(runner, "notice", "no comment: the token of a pull request from a fork can only read");
  if (inputs.token === "") return say(runner, "warning", "no comment: the input token is empty");
  const api = runner.env.GITHUB_API_URL || "https://api.github.com";
  try {
    const place = { api, repository, number: pull.number, token: inputs.token, within };
    await writeComment(place, markdown, runner.request);
  } catch (error) {
    const message = error instanceof UsageError ? error.message : `the comment could not be written: ${reason(error)}`;
    say(runner, "warning", message);
  }
}
function reason(error) {
  return error instanceof Error ? error.message.split("\n", 1)[0] ?? "" : String(error);
}
function conclude(result, runner) {
  for (const { rule, message } of result.internalErrors) {
    say(runner, "error", `rule ${rule} crashed: ${message}; this is a bug, please report it: ${TOOL.bugs}`);
  }
  if (result.internalErrors.length > 0) return 2;
  if (!result.score) {
    say(runner, "error", `nothing to audit: ${whyNothing(result)}`);
    return 3;
  }
  if (result.gate.passed) return 0;
  for (const { passed, message } of result.gate.conditions) if (!passed) say(runner, "error", message);
  return 1;
}
module.exports = {
  house: runAudit,
  runAction
};
