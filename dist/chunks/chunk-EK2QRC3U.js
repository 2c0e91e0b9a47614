"use strict";
const {
  conditionOf
} = require("./chunk-TLLKFDCB.js");

// src/model/nginx/values.ts
var UNIT_SECONDS = {
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86400,
  w: 604800,
  M: 2592e3,
  y: 31536e3
};
function nginxSeconds(text) {
  if (text.length > 50 || !/^\s*\d/.test(text)) return void 0;
  const parts = [...text.matchAll(/(\d+)(ms|[smhdwMy])?\s*/g)];
  if (parts.map(([part]) => part).join("") !== text.trimStart()) return void 0;
  return parts.reduce((sum, [, number, unit = "s"]) => sum + Number(number) * (UNIT_SECONDS[unit] ?? 1), 0);
}
function nginxBytes(text) {
  const [, number, unit = ""] = /^(\d{1,15})([kKmMgG]?)$/.exec(text) ?? [];
  if (number === void 0) return void 0;
  const power = ["", "k", "m", "g"].indexOf(unit.toLowerCase());
  return Number(number) * 1024 ** power;
}
function hasVariable(text) {
  return /\$[\w{]/.test(text);
}
function atLeast(version, wanted) {
  if (!version) return void 0;
  for (const [index, least] of wanted.entries()) {
    const part = version[index];
    if (part === void 0) return void 0;
    if (part !== least) return part > least;
  }
  return true;
}

// src/model/nginx/scopes.ts
function scopeOf(kind, directives, at, around = {}) {
  const byName = /* @__PURE__ */ new Map();
  for (const directive of directives) {
    const known = byName.get(directive.name);
    if (known) known.push(directive);
    else byName.set(directive.name, [directive]);
  }
  const includes = byName.get("include") ?? [];
  const unread = [...around.unread ?? [], ...includes.flatMap(({ args }) => mayBeSetBy(args[0]?.text ?? ""))];
  return { kind, directives, byName, at, ...around, unread };
}
var STOCK = [
  [/(?:^|\/)(?:mime\.types|(?:fastcgi|uwsgi|scgi)_params|fastcgi\.conf|koi-(?:utf|win)|win-utf)$/, void 0],
  [/(?:^|\/)modules(?:-enabled)?\/[^/]*\.conf$/, void 0],
  [/(?:^|\/)options-ssl-nginx\.conf$|(?:^|\/)snippets\/(?:snakeoil|ssl-[\w.-]+)\.conf$/, /^ssl_/],
  [/(?:^|\/)proxy_params$/, /^proxy_set_header$/]
];
function mayBeSetBy(path) {
  const known = STOCK.find(([file]) => file.test(path));
  return known ? known[1] ? [known[1]] : [] : [/^/];
}
function inForce(scope, ...names) {
  let certain = true;
  for (let level = scope; level; level = level.parent) {
    if (mayHold(level, names)) certain = false;
    const { byName } = level;
    const directives = names.flatMap((name) => byName.get(name) ?? []);
    if (directives.length > 0) return { directives, level, certain };
  }
  return { directives: [], certain };
}
function mayHold(level, names) {
  return level.unread.some((pattern) => names.some((name) => pattern.test(name)));
}
function setting(scope, name) {
  return inForce(scope, name).directives.at(-1);
}
function settingText(scope, name) {
  return setting(scope, name)?.args[0]?.text;
}
function headersInForce(scope) {
  const directives = [];
  let certain = true;
  let found;
  for (let level = scope; level; level = level.parent) {
    if (mayHold(level, ["add_header"])) certain = false;
    const own = level.byName.get("add_header") ?? [];
    if (own.length > 0) found ??= level;
    directives.push(...own);
    const mode = settingText(level, "add_header_inherit") ?? "on";
    if (mode === "off" || mode !== "merge" && own.length > 0) break;
  }
  return { directives, ...found && { level: found }, certain };
}

// src/model/nginx/redirects.ts
var CHALLENGE = /well-known/;
function sendsToTls({ scope, locations }) {
  const redirects = (level) => level.directives.some((directive) => endsInTls(directive, level));
  if (redirects(scope)) return true;
  const reached = locations.filter((location) => location.match !== "named");
  return reached.some((location) => redirects(location.scope)) && reached.every((location) => redirects(location.scope) || servesNothing(location));
}
function servesNothing({ path, scope }) {
  const refuses = scope.byName.get("deny")?.some(({ args }) => args[0]?.text === "all");
  return CHALLENGE.test(path) || answersItself(scope) || refuses === true || scope.byName.has("internal");
}
function answersItself(scope) {
  return scope.byName.has("return") || scope.byName.has("stub_status");
}
var SCHEME = /^\$(?:scheme|https|http_x_forwarded_proto|server_port)$/;
function endsInTls(directive, level) {
  const { name, args, block } = directive;
  if (name === "if" && block) {
    const about = conditionOf(directive)[0]?.text ?? "";
    const all = SCHEME.test(about) || about === "$host" && level.byName.has("return");
    return all && block.some((inner) => inner.name !== "if" && endsInTls(inner, level));
  }
  if (name === "return") return args.some(({ text }) => text.startsWith("https://"));
  if (name !== "rewrite") return false;
  return args[1]?.text.startsWith("https://") === true && /^(?:\^?\/?\(?\.\*\)?\$?|\^|\/)$/.test(args[0]?.text ?? "");
}

module.exports = {
  nginxSeconds,
  nginxBytes,
  hasVariable,
  atLeast,
  scopeOf,
  inForce,
  setting,
  settingText,
  headersInForce,
  sendsToTls,
  answersItself
};
