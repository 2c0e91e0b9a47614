"use strict";

// src/cli/arguments.ts
var parseArguments = (function parseArguments(argv, env) {
  const { tokens } = parseArgs({ args: [...argv], options: NODE_OPTIONS, strict: false, tokens: true });
  const given = /* @__PURE__ */ new Map();
  const words = [];
  const unknown = [];
  const own = /* @__PURE__ */ new Set();
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    const option = OPTIONS.find(({ name }) => name === token.name);
    const isOwn = COMMAND_SWITCHES.some(({ name }) => name === token.name);
    if (isOwn && token.value !== void 0) throw new UsageError(`--${token.name} takes no value`);
    if (isOwn) own.add(token.name);
    else if (option === void 0) unknown.push(token.rawName);
    else take(option, token, given);
  }
  const command = COMMANDS.find(({ name }) => name === words[0])?.name ?? "audit";
  const [operand, ...more] = command === "audit" ? words : words.slice(1);
  if (unknown[0] !== void 0) throw new UsageError(unknownOption(unknown[0]));
  const foreign = COMMAND_SWITCHES.find(({ name, command: owner }) => own.has(name) && owner !== command);
  if (foreign) throw new UsageError(foreign.otherwise);
  if (more.length > 0 || command === "rules" && operand !== void 0) throw new UsageError(TOO_MANY[command]);
  return { command, own, ...operand === void 0 ? {} : { operand }, ...merge(given, env) };
});
var merge = (function merge(given, env) {
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
  for (const name of ["config", "baseline"]) {
    if (given.has(name)) on.delete(`no-${name}`);
    if (given.has(`no-${name}`)) values.delete(name);
  }
  return { on, values };
});
var valueIn = (function valueIn(env, option) {
  const text = option.flagOnly ? void 0 : env[environmentName(option)];
  if (text === void 0 || text === "") return void 0;
  if (option.value) return [text];
  if (["1", "true", "yes"].includes(text.toLowerCase())) return true;
  if (["0", "false", "no"].includes(text.toLowerCase())) return false;
  throw new UsageError(`${environmentName(option)} is "${text}"; it may be 1 or 0`);
});
const {
  COMMANDS,
  COMMAND_SWITCHES,
  OPTIONS,
  environmentName
} = require("./chunk-BSCF6KHF.js");
const {
  UsageError,
  didYouMean
} = require("./chunk-FCJI7VTO.js");

// src/cli/arguments.ts
const { parseArgs } = require("node:util");

var NODE_OPTIONS = Object.fromEntries([
  ...COMMAND_SWITCHES.map(({ name }) => [name, { type: "boolean" }]),
  ...OPTIONS.map(({ name, short, value }) => {
    return [name, { type: value === void 0 ? "boolean" : "string", ...short === void 0 ? {} : { short } }];
  })
]);
var TOO_MANY = {
  audit: "too many arguments; erp-audit audits one path at a time",
  rules: 'rules takes no argument; "erp-audit explain <rule>" shows one',
  explain: "explain takes one rule at a time",
  baseline: "too many arguments; a baseline is of one path",
  init: "too many arguments; init is for one path",
  completion: "completion takes one shell at a time"
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
  const flags = [...OPTIONS, ...COMMAND_SWITCHES].map(({ name }) => `--${name}`);
  return `unknown option "${flag}"${didYouMean(flag, flags)}`;
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

function splitList(value) {
  return value.split(",").map((part) => part.trim()).filter((part) => part !== "");
}

module.exports = {
  parseArguments
};
