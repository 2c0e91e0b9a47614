#!/usr/bin/env node
"use strict";

// src/cli/run.ts
var run = (async function run(world2, audit = loadAudit) {
  let verbose = false;
  try {
    const given = parseArguments(world2.argv, world2.env);
    verbose = given.on.has("verbose");
    return await dispatch(given, world2, audit);
  } catch (error) {
    if (error instanceof UsageError) world2.stderr.write(`erp-audit: ${error.message}
`);
    else reportCrash(error, world2.stderr, verbose);
    return 2;
  }
});
var dispatch = (async function dispatch(given, world2, audit) {
  if (given.on.has("help")) return print(world2, helpText(TOOL.homepage));
  if (given.on.has("version")) return print(world2, `${TOOL.name} ${TOOL.version}
`);
  if (given.command === "completion") return (await Promise.resolve(require("./chunks/cli-completion-command.js"))).runCompletion(given, world2);
  if (given.command === "init") return (await Promise.resolve(require("./chunks/cli-init-command.js"))).runInit(given, world2, audit);
  const { runAudit, runBaseline, runExplain, runRules } = await Promise.resolve(require("./chunks/commands-DOGJCD4D.js"));
  if (given.command === "audit") return runAudit(given, world2, audit);
  if (given.command === "baseline") return runBaseline(given, world2, audit);
  return given.command === "rules" ? runRules(given, world2) : runExplain(given, world2);
});
var loadAudit = (async function loadAudit() {
  return (await Promise.resolve(require("./chunks/commands-DOGJCD4D.js"))).audit;
});
const {
  optimiseLater,
  withEagerParsers
} = require("./chunks/chunk-CTMB6KQ7.js");
const {
  parseArguments
} = require("./chunks/chunk-RYPF5U73.js");
const {
  COMMANDS,
  OPTIONS,
  wrap
} = require("./chunks/chunk-BSCF6KHF.js");
const {
  TOOL,
  UsageError
} = require("./chunks/chunk-FCJI7VTO.js");
require("./chunks/chunk-YLVDSGH3.js");

// src/cli/help.ts
var EXAMPLES = [
  ["erp-audit", "audit the repository you stand in"],
  ["erp-audit ../shop --fail-on critical", "another one, failing only on critical findings"],
  ["erp-audit -f text -f sarif=erp-audit.sarif", "read it here, and write SARIF for code scanning"],
  ["erp-audit --since origin/main", "only what this branch brings, as in a pull request"],
  ["erp-audit --staged", "only what is about to be committed, as in a hook"],
  ["erp-audit explain workload/privileged", "why a rule matters, and what to do"]
];
var EXIT_CODES = [
  ["0", "the gate passed"],
  ["1", "the gate failed"],
  ["2", "wrong usage, wrong configuration, or a mistake of erp-audit itself"],
  ["3", "nothing to audit"]
];
function helpText(home) {
  const sections = [
    "Is this system ready for production, what is in the way, what to fix first?",
    "Usage: erp-audit [path] [options]",
    `Examples:
${table(EXAMPLES)}`,
    `Commands:
${table([
      ["[path]", "audit a directory (default: the current one)"],
      ...COMMANDS.map((command) => [command.usage, command.text])
    ])}`,
    ...groupsOf(OPTIONS).map(([group, options]) => `${group}:
${table(options.map(optionRow), 28)}`),
    `Exit codes:
${table(EXIT_CODES)}`,
    "Each option can come from the environment: --fail-on is ERP_AUDIT_FAIL_ON.\nFlags win over the environment, the environment over the configuration file.",
    `Documentation and questions: ${home}`
  ];
  return `${sections.join("\n\n")}
`;
}
function groupsOf(options) {
  const groups = /* @__PURE__ */ new Map();
  for (const option of options) groups.set(option.group, [...groups.get(option.group) ?? [], option]);
  return [...groups];
}
function optionRow(option) {
  const flag = `${option.short ? `-${option.short}, ` : "    "}--${option.name}${option.value ? ` <${option.value}>` : ""}`;
  const note = option.default === void 0 ? "" : ` (default ${option.default})`;
  return [flag, option.text + note];
}
function table(rows, least = 0) {
  const width = Math.max(least, ...rows.map(([left]) => left.length));
  return rows.flatMap(
    ([left, right]) => wrap(right, 76 - width).map((line, index) => `  ${(index === 0 ? left : "").padEnd(width)}  ${line}`)
  ).join("\n");
}

// src/cli/run.ts


function print(world2, text) {
  world2.stdout.write(text);
  return 0;
}

function reportCrash(error, stderr, verbose) {
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`erp-audit: ${message.split("\n", 1)[0]}; this is a bug, please report it: ${TOOL.bugs}
`);
  if (verbose && error instanceof Error && error.stack) stderr.write(`${error.stack}
`);
}

// src/cli.ts
optimiseLater(process.versions.v8);
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}
function ask(question) {
  process.stderr.write(question);
  return new Promise((resolve) => {
    const end = (answer) => {
      process.stdin.pause();
      resolve(answer);
    };
    process.stdin.once("data", (data) => end(String(data)));
    process.stdin.once("end", () => end("no"));
  });
}
async function stdin() {
  let text = "";
  for await (const part of process.stdin.setEncoding("utf8")) text += part;
  return text;
}
var world = {
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr,
  stdin,
  // To look at the input opens it, which few commands need.
  get ask() {
    return process.stdin.isTTY && process.stderr.isTTY ? ask : void 0;
  }
};
run(world, async () => withEagerParsers(await loadAudit(), process.versions.v8)).then((code) => {
  process.exitCode = code;
});
