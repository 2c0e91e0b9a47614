"use strict";
// src/model/traefik/rule.ts
var LONGEST = 5e3;
var MOST_MATCHES = 100;
var MOST_DEPTH = 30;
var TOKEN = /\s*(?:(\w+)\s*\(((?:\s*(?:`[^`]*`|"(?:[^"\\]|\\.)*")\s*,?)*)\)|(&&|\|\||[()!]))/y;
var VALUE = /`([^`]*)`|"((?:[^"\\]|\\.)*)"/g;
function readRule(rule) {
  const tokens = tokensOf(rule);
  if (!tokens || tokens.length === 0) return void 0;
  const state = { tokens, at: 0 };
  const found = either(state, 0);
  if (!found || state.at < tokens.length) return void 0;
  return found.map(({ hosts = [], path }) => ({ hosts, path: path ?? ANY_PATH }));
}
var ANY_PATH = { match: "prefix", text: "/" };
function tokensOf(rule) {
  if (rule.length > LONGEST) return void 0;
  const tokens = [];
  const end = rule.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(rule);
    if (!found) return void 0;
    const [, name, values = "", operator] = found;
    if (name === void 0) tokens.push({ kind: operator });
    else
      tokens.push({
        kind: "matcher",
        name,
        values: [...values.matchAll(VALUE)].map(([, raw, quoted]) => raw ?? quoted ?? "")
      });
  }
  return tokens;
}
function either(state, depth) {
  const found = [];
  for (; ; ) {
    const one = both(state, depth);
    if (!one) return void 0;
    found.push(...one);
    if (found.length > MOST_MATCHES) return void 0;
    if (state.tokens[state.at]?.kind !== "||") return found;
    state.at++;
  }
}
function both(state, depth) {
  let found = [{}];
  for (; ; ) {
    const one = single(state, depth);
    if (!one) return void 0;
    found = found.flatMap((left) => one.map((right) => join(left, right)));
    if (found.length > MOST_MATCHES) return void 0;
    if (state.tokens[state.at]?.kind !== "&&") return found;
    state.at++;
  }
}
function single(state, depth) {
  if (depth > MOST_DEPTH) return void 0;
  const token = state.tokens[state.at++];
  if (token?.kind === "matcher") return matcher(token.name, token.values);
  if (token?.kind === "!") {
    return single(state, depth + 1) && [{}];
  }
  if (token?.kind !== "(") return void 0;
  const inner = either(state, depth + 1);
  return inner && state.tokens[state.at++]?.kind === ")" ? inner : void 0;
}
function matcher(name, values) {
  switch (name.toLowerCase()) {
    case "host":
    case "hostheader":
    case "hostsni":
      return [values.includes("*") ? {} : { hosts: values.map((value) => value.toLowerCase()) }];
    case "path":
      return values.map((text) => ({ path: pathOf("exact", text) }));
    case "pathprefix":
      return values.map((text) => ({ path: pathOf("prefix", text) }));
    case "pathregexp":
      return values.map((text) => ({ path: { match: "regex", text } }));
    default:
      return [{}];
  }
}
function pathOf(match, text) {
  return { match: text.includes("{") ? "regex" : match, text };
}
function join(left, right) {
  const hosts = left.hosts && right.hosts ? left.hosts.filter((host) => right.hosts?.includes(host)) : left.hosts ?? right.hosts;
  const path = left.path && right.path ? moreExact(left.path, right.path) : left.path ?? right.path;
  return { ...hosts ? { hosts } : {}, ...path ? { path } : {} };
}
function moreExact(one, other) {
  if (one.match !== other.match) return one.match === "exact" || other.match === "regex" ? one : other;
  return one.text.length >= other.text.length ? one : other;
}

module.exports = {
  readRule,
  ANY_PATH
};
