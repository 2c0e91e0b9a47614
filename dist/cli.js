#!/usr/bin/env node
"use strict";
const {
  COMMANDS,
  OPTIONS,
  TOOL,
  UsageError,
  didYouMean,
  environmentName,
  wrap
} = require("./chunks/chunk-DNLGRATP.js");
require("./chunks/chunk-YLVDSGH3.js");

// src/cli/arguments.ts
const { parseArgs } = require("node:util");
function parseArguments(argv, env) {
  const { tokens } = parseArgs({ args: [...argv], options: NODE_OPTIONS, strict: false, tokens: true });
  const given = /* @__PURE__ */ new Map();
  const words = [];
  const unknown = [];
  let json = false;
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const option = OPTIONS.find(({ name }) => name === token.name);
    if (token.name === "json" && token.value === void 0) json = true;
    else if (token.name === "json") throw new UsageError("--json takes no value");
    else if (option === void 0) unknown.push(token.rawName);
    else take(option, token, given);
  }
  const command = COMMANDS.find(({ name }) => name === words[0])?.name ?? "audit";
  const [operand, ...more] = command === "audit" ? words : words.slice(1);
  if (unknown[0] !== void 0) throw new UsageError(unknownOption(unknown[0]));
  if (json && command !== "rules") throw new UsageError('--json belongs to "erp-audit rules"; a report is -f json');
  if (more.length > 0 || command === "rules" && operand !== void 0) throw new UsageError(TOO_MANY[command]);
  return { command, json, ...operand === void 0 ? {} : { operand }, ...merge(given, env) };
}
var NODE_OPTIONS = Object.fromEntries([
  ["json", { type: "boolean" }],
  ...OPTIONS.map(({ name, short, value }) => {
    return [name, { type: value === void 0 ? "boolean" : "string", ...short === void 0 ? {} : { short } }];
  })
]);
var TOO_MANY = {
  audit: "too many arguments; erp-audit audits one path at a time",
  rules: 'rules takes no argument; "erp-audit explain <rule>" shows one',
  explain: "explain takes one rule at a time"
};
function take(option, token, given) {
  const flag = `--${option.name}`;
  if (option.value === void 0 && token.value !== void 0) throw new UsageError(`${flag} takes no value`);
  if (option.value !== void 0 && token.value === void 0) throw new UsageError(`${flag} needs a value`);
  given.delete(option.name.startsWith("no-") ? option.name.slice("no-".length) : `no-${option.name}`);
  const before = option.repeat ? given.get(option.name) ?? [] : [];
  given.set(option.name, [...before, ...token.value === void 0 ? [] : [token.value]]);
}
function unknownOption(flag) {
  const flags = [...OPTIONS.map((option) => `--${option.name}`), "--json"];
  return `unknown option "${flag}"${didYouMean(flag, flags)}`;
}
function merge(given, env) {
  const on = /* @__PURE__ */ new Set();
  const values = /* @__PURE__ */ new Map();
  for (const option of OPTIONS) {
    const flag = given.get(option.name);
    const value = flag === void 0 ? valueIn(env, option) : option.value === void 0 || flag;
    if (value === void 0 || value === false) continue;
    if (value === true) on.add(option.name);
    else
      values.set(option.name, listOf(option, value, flag === void 0 ? environmentName(option) : `--${option.name}`));
  }
  if (given.has("config")) on.delete("no-config");
  if (given.has("no-config")) values.delete("config");
  return { on, values };
}
function listOf(option, given, name) {
  const values = option.repeat ? given.flatMap(splitList) : given;
  const [first = ""] = values;
  if (option.choices && !option.choices.includes(first)) {
    const meant = didYouMean(first, option.choices);
    throw new UsageError(`${name} is one of ${option.choices.join(", ")}, not "${first}"${meant}`);
  }
  if (first === "") throw new UsageError(`${name} needs a value`);
  return values;
}
function valueIn(env, option) {
  const text = option.flagOnly ? void 0 : env[environmentName(option)];
  if (text === void 0 || text === "") return void 0;
  if (option.value) return [text];
  if (["1", "true", "yes"].includes(text.toLowerCase())) return true;
  if (["0", "false", "no"].includes(text.toLowerCase())) return false;
  throw new UsageError(`${environmentName(option)} is "${text}"; it may be 1 or 0`);
}
function splitList(value) {
  return value.split(",").map((part) => part.trim()).filter((part) => part !== "");
}

// src/cli/help.ts
var EXAMPLES = [
  ["erp-audit", "audit the repository you stand in"],
  ["erp-audit ../shop --fail-on critical", "another one, failing only on critical findings"],
  ["erp-audit -f text -f sarif=erp-audit.sarif", "read it here, and write SARIF for code scanning"],
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
async function run(world, audit = loadAudit) {
  let verbose = false;
  try {
    const given = parseArguments(world.argv, world.env);
    verbose = given.on.has("verbose");
    return await dispatch(given, world, audit);
  } catch (error) {
    if (error instanceof UsageError) world.stderr.write(`erp-audit: ${error.message}
`);
    else reportCrash(error, world.stderr, verbose);
    return 2;
  }
}
async function dispatch(given, world, audit) {
  if (given.on.has("help")) return print(world, helpText(TOOL.homepage));
  if (given.on.has("version")) return print(world, `${TOOL.name} ${TOOL.version}
`);
  if (given.command === "audit") return (await Promise.resolve(require("./chunks/commands-V33VBLR3.js"))).runAudit(given, world, audit);
  const { runExplain, runRules } = await Promise.resolve(require("./chunks/commands-V33VBLR3.js"));
  return given.command === "rules" ? runRules(given, world) : runExplain(given, world);
}
function print(world, text) {
  world.stdout.write(text);
  return 0;
}
async function loadAudit() {
  return (await Promise.resolve(require("./chunks/commands-V33VBLR3.js"))).audit;
}
function reportCrash(error, stderr, verbose) {
  const message = error instanceof Error ? error.message : String(error);
  stderr.write(`erp-audit: ${message.split("\n", 1)[0]}; this is a bug, please report it: ${TOOL.bugs}
`);
  if (verbose && error instanceof Error && error.stack) stderr.write(`${error.stack}
`);
}

// src/cli.ts
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
}
run({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  stdout: process.stdout,
  stderr: process.stderr
}).then((code) => {
  process.exitCode = code;
});
