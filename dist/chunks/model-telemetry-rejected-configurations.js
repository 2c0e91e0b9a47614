"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  collectorProblems,
  descend,
  entriesOf,
  isBefore,
  itemsOf,
  loadedSources,
  option,
  readRuleFile,
  textOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/prometheus/duration.ts
var LONGEST = 2n ** 63n - 1n;
var UNITS = [
  ["y", 365n * 24n * 3600000n],
  ["w", 7n * 24n * 3600000n],
  ["d", 24n * 3600000n],
  ["h", 3600000n],
  ["m", 60000n],
  ["s", 1000n],
  ["ms", 1n]
];
var DURATION = new RegExp(`^${UNITS.map(([unit]) => `(?:(\\d+)${unit})?`).join("")}$`);
function parsePrometheusDuration(text2) {
  if (text2 === "0") return 0;
  const match = text2.length > 100 ? null : DURATION.exec(text2);
  if (!match || text2 === "") return void 0;
  let sum = 0n;
  for (const [index, [, milliseconds]] of UNITS.entries()) sum += BigInt(match[index + 1] ?? 0) * milliseconds;
  return sum * 1000000n > LONGEST ? void 0 : Number(sum);
}

// src/parse/strict.ts
function shapeProblems(source, root, shape) {
  const log = { source, problems: [] };
  if (root && !isNothing(root)) shape(root, log);
  return log.problems;
}
var MOST_PROBLEMS = 100;
function refuse({ problems }, at2, message) {
  if (problems.length < MOST_PROBLEMS) problems.push({ at: at2, message, kind: "structure" });
}
function isNothing(node) {
  return node === void 0 || node.kind === "scalar" && node.text === null;
}
var KINDS = { map: "a mapping", list: "a list", scalar: "a single value" };
function scalar(check) {
  return (node, log) => {
    if (isNothing(node)) return;
    if (node.kind !== "scalar") return refuse(log, node.at, `${KINDS[node.kind]} stands where a single value belongs`);
    const problem = check(node, log);
    if (problem !== void 0) refuse(log, node.at, problem);
  };
}
var anything = () => {
};
function text(check) {
  return scalar((node) => check?.(node.text ?? ""));
}
function oneOf(what, ...words) {
  return text((value) => words.includes(value) ? void 0 : `unknown ${what} "${value}", expected ${words.join(", ")}`);
}
function isQuoted({ at: at2 }, { source }) {
  return /["'|>]/.test(source.text.charAt(at2.start));
}
var BOOLEAN = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
var flag = scalar(
  (node, log) => !isQuoted(node, log) && BOOLEAN.test(node.text ?? "") ? void 0 : `"${node.text}" is no boolean`
);
function number(least = Number.NEGATIVE_INFINITY) {
  return scalar((node, log) => {
    const value = Number((node.text ?? "").replaceAll("_", "").replace(/^([-+]?)0o?(?=[0-7]+$)/, "$10o"));
    if (isQuoted(node, log) || node.text?.trim() === "" || Number.isNaN(value)) return `"${node.text}" is no number`;
    return value < least ? `${node.text} is too small` : void 0;
  });
}
function list(item, nothing) {
  return (node, log) => {
    if (isNothing(node)) return;
    if (node.kind !== "list") return refuse(log, node.at, `${KINDS[node.kind]} stands where a list belongs`);
    for (const one of node.items) {
      if (nothing !== void 0 && isNothing(one)) refuse(log, one.at, nothing);
      else item(one, log);
    }
  };
}
function mapOf(value, key) {
  return (node, log) => {
    if (isNothing(node)) return;
    if (node.kind !== "map") return refuse(log, node.at, `${KINDS[node.kind]} stands where a mapping belongs`);
    for (const [name, entry, at2] of entriesOf(node)) {
      const problem = key?.(name);
      if (problem !== void 0) refuse(log, at2, problem);
      value(entry, log);
    }
  };
}
function record(fields, check) {
  return (node, log) => {
    if (isNothing(node)) return;
    if (node.kind !== "map") return refuse(log, node.at, `${KINDS[node.kind]} stands where a mapping belongs`);
    const own = typeof fields === "function" ? fields() : fields;
    for (const [key, value, at2] of entriesOf(node)) {
      const shape = Object.hasOwn(own, key) ? own[key] : void 0;
      if (shape) shape(value, log);
      else refuse(log, at2, `field ${key} not found`);
    }
    check?.(node, log);
  };
}
function isGiven(node, key) {
  const value = node.entries.get(key)?.node;
  if (value === void 0 || isNothing(value)) return false;
  return value.kind === "scalar" ? value.text !== "" : true;
}
function atMostOne(node, log, ...keys) {
  const given = keys.filter((key) => isGiven(node, key));
  if (given.length > 1)
    refuse(
      log,
      node.entries.get(given[1] ?? "")?.keyAt ?? node.at,
      `at most one of ${given.join(" & ")} must be configured`
    );
}
function itemsAt(node, key) {
  return itemsOf(node.entries.get(key)?.node);
}

// src/parse/prometheus/http-client.ts
function duration(value) {
  return parsePrometheusDuration(value) === void 0 ? `"${value}" is not a valid duration string` : void 0;
}
function goUrl(value) {
  const problem = (why) => `"${value}" is no URL: ${why}`;
  if (/[\x00-\x1f\x7f]/.test(value)) return problem("invalid control character");
  if (/^:/.test(value)) return problem("missing protocol scheme");
  const [, scheme, rest = ""] = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(value) ?? [];
  const path = scheme === void 0 ? value : rest;
  if (/%(?![0-9a-fA-F]{2})/.test(path.split(/[?#]/, 1)[0] ?? "")) return problem("invalid URL escape");
  if (scheme === void 0 && /^[^/?#]*:/.test(value)) return problem("first path segment in URL cannot contain colon");
  const authority = /^\/\/([^/?#]*)/.exec(path)?.[1];
  const host = authority?.slice(authority.lastIndexOf("@") + 1);
  if (host === void 0) return void 0;
  if (/[\s"<>\\^`{|}]/.test(host)) return problem("invalid character in host name");
  const port = /^(?:\[[^\]]*\]|[^:]*)(:.*)?$/s.exec(host)?.[1] ?? "";
  return /^(?::\d*)?$/.test(port) ? void 0 : problem("invalid port after host");
}
var url = text(goUrl);
var secretMap = mapOf(record({ values: list(text()), secrets: list(text()), files: list(text()) }));
var tlsVersion = oneOf("TLS version", "TLS10", "TLS11", "TLS12", "TLS13");
var TLS = record(
  {
    ca: text(),
    ca_file: text(),
    ca_ref: text(),
    cert: text(),
    cert_file: text(),
    cert_ref: text(),
    key: text(),
    key_file: text(),
    key_ref: text(),
    server_name: text(),
    insecure_skip_verify: flag,
    min_version: tlsVersion,
    max_version: tlsVersion
  },
  (node, log) => {
    for (const part of ["ca", "cert", "key"]) atMostOne(node, log, part, `${part}_file`, `${part}_ref`);
    const has = (part) => ["", "_file", "_ref"].some((end) => isGiven(node, part + end));
    if (has("cert") && !has("key")) refuse(log, node.at, "a client certificate needs a key, in `key` or `key_file`");
    if (has("key") && !has("cert")) refuse(log, node.at, "a client key needs a certificate, in `cert` or `cert_file`");
  }
);
var PROXY = {
  proxy_url: url,
  no_proxy: text(),
  proxy_from_environment: flag,
  proxy_connect_header: mapOf(list(text()))
};
function checkProxy(node, log) {
  const fromEnvironment = /^(?:y|yes|true|on)$/i.test(textOf(child(node, "proxy_from_environment")) ?? "");
  const hasUrl = isGiven(node, "proxy_url");
  if (isGiven(node, "proxy_connect_header") && !fromEnvironment && !hasUrl)
    refuse(log, node.at, "proxy_connect_header needs proxy_url or proxy_from_environment");
  if (fromEnvironment && hasUrl) refuse(log, node.at, "proxy_from_environment and proxy_url exclude each other");
  if (fromEnvironment && isGiven(node, "no_proxy"))
    refuse(log, node.at, "proxy_from_environment and no_proxy exclude each other");
  else if (isGiven(node, "no_proxy") && !hasUrl) refuse(log, node.at, "no_proxy needs proxy_url");
}
var OAUTH2 = record({
  ...Object.fromEntries(
    [
      "client_id",
      "client_secret",
      "client_secret_file",
      "client_secret_ref",
      "grant_type",
      "signature_algorithm",
      "iss",
      "audience",
      "token_url",
      "client_certificate_key_id",
      "client_certificate_key",
      "client_certificate_key_file",
      "client_certificate_key_ref"
    ].map((key) => [key, text()])
  ),
  claims: mapOf(anything),
  scopes: list(text()),
  endpoint_params: mapOf(text()),
  tls_config: TLS,
  ...PROXY
});
var HTTP_CLIENT = {
  basic_auth: record({
    username: text(),
    username_file: text(),
    username_ref: text(),
    password: text(),
    password_file: text(),
    password_ref: text()
  }),
  authorization: record({ type: text(), credentials: text(), credentials_file: text(), credentials_ref: text() }),
  oauth2: OAUTH2,
  bearer_token: text(),
  bearer_token_file: text(),
  tls_config: TLS,
  follow_redirects: flag,
  enable_http2: flag,
  http_headers: secretMap,
  ...PROXY
};
function checkHttpClient(node, log) {
  const [basic, authorization, oauth] = ["basic_auth", "authorization", "oauth2"].map((key) => child(node, key));
  const exists = (key) => child(node, key)?.kind === "map";
  const given = ["basic_auth", "authorization", "oauth2"].filter(exists);
  if (given.length > 1) refuse(log, node.at, `at most one of ${given.join(", ")} must be configured`);
  atMostOne(node, log, "bearer_token", "bearer_token_file");
  if (given.length > 0 && (isGiven(node, "bearer_token") || isGiven(node, "bearer_token_file")))
    refuse(log, node.at, `${given[0]} and bearer_token exclude each other`);
  if (basic?.kind === "map") {
    atMostOne(basic, log, "username", "username_file", "username_ref");
    atMostOne(basic, log, "password", "password_file", "password_ref");
  }
  if (authorization?.kind === "map") {
    atMostOne(authorization, log, "credentials", "credentials_file", "credentials_ref");
    if (/^\s*basic\s*$/i.test(textOf(child(authorization, "type")) ?? ""))
      refuse(log, authorization.at, 'authorization of type "basic" is written as basic_auth');
  }
  if (oauth?.kind === "map") {
    for (const key of ["client_id", "token_url"])
      if (!isGiven(oauth, key)) refuse(log, oauth.at, `oauth2 ${key} must be configured`);
    atMostOne(oauth, log, "client_secret", "client_secret_file", "client_secret_ref");
  }
  checkProxy(node, log);
  const headers2 = child(node, "http_headers");
  for (const name of headers2?.kind === "map" ? headers2.entries.keys() : [])
    if (RESERVED.has(name.toLowerCase())) refuse(log, node.at, `setting header "${name}" is not allowed`);
}
var RESERVED = new Set(
  "authorization host content-encoding content-length content-type user-agent connection keep-alive proxy-authenticate proxy-authorization www-authenticate accept-encoding x-prometheus-remote-write-version x-prometheus-remote-read-version x-prometheus-scrape-timeout-seconds x-amz-date x-amz-security-token x-amz-content-sha256".split(
    " "
  )
);
var HTTP_CONFIG = record(HTTP_CLIENT, checkHttpClient);

// src/parse/prometheus/promql/lex.ts
var SPACE = /[ \t\n\r]+|#[^\n\r]*/y;
var NAME = /[A-Za-z_:][A-Za-z0-9_:]*/y;
var LABEL = /[A-Za-z_][A-Za-z0-9_]*/y;
var OPERATOR = /==|!=|<=|<\/|>=|>\/|[-+*/%^<>=@]/y;
var MATCHER = /=~|!~|!=|=/y;
var DURATION2 = /\d+(?:ms|[smhdwy])(?:\d+(?:ms|[smhdw]))*(?![A-Za-z0-9_])/y;
var NUMBER = /(?:0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][-+]?\d+(?:_\d+)*)?)(?![A-Za-z0-9_])/y;
var STRING = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`/y;
function lexPromql(text2) {
  const tokens = [];
  const open = [];
  let at2 = 0;
  const problem = (message) => {
    tokens.push({ kind: "end", text: "", start: at2 });
    return { tokens, problem: { message, start: at2 } };
  };
  while (at2 < text2.length) {
    const space = matchAt(SPACE, text2, at2);
    if (space !== void 0) {
      at2 += space.length;
      continue;
    }
    const token = tokenAt(text2, at2, open.at(-1));
    if (typeof token === "string") return problem(token);
    const bracket = token.kind === "punctuation" ? nesting(token.text, open) : void 0;
    if (bracket !== void 0) return problem(bracket);
    tokens.push(token);
    at2 += token.text.length;
  }
  if (open.length > 0) return problem(`unclosed ${open.at(-1)}`);
  tokens.push({ kind: "end", text: "", start: text2.length });
  return { tokens };
}
function matchAt(pattern, text2, at2) {
  pattern.lastIndex = at2;
  return pattern.exec(text2)?.[0];
}
var CLOSING = { ")": "(", "]": "[", "}": "{" };
function nesting(text2, open) {
  const opening = CLOSING[text2];
  if (opening !== void 0) {
    if (open.pop() !== opening) return `unexpected "${text2}"`;
  } else if (text2 === "(" || text2 === "[" || text2 === "{") {
    if (text2 === "[" && open.includes("[")) return 'unexpected "["';
    open.push(text2);
  }
  return void 0;
}
function tokenAt(text2, start, inside) {
  const make = (kind, found) => ({ kind, text: found, start });
  const next = text2.charAt(start);
  if (/["'`]/.test(next)) {
    const string = matchAt(STRING, text2, start);
    return string === void 0 ? "unterminated quoted string" : make("string", string);
  }
  if (inside === "{") {
    const label = matchAt(LABEL, text2, start);
    if (label !== void 0) return make("name", label);
    const matcher2 = matchAt(MATCHER, text2, start);
    if (matcher2 !== void 0) return make("operator", matcher2);
    return /[},]/.test(next) ? make("punctuation", next) : `unexpected character inside braces: "${next}"`;
  }
  if (/[(){}[\],]/.test(next)) return make("punctuation", next);
  const number2 = matchAt(NUMBER, text2, start);
  if (number2 !== void 0) return make("number", number2);
  const duration2 = matchAt(DURATION2, text2, start);
  if (duration2 !== void 0) return make("duration", duration2);
  if (/\d/.test(next)) return "bad number or duration syntax";
  if (inside === "[" && next === ":") return make("punctuation", next);
  const name = matchAt(inside === "[" ? LABEL : NAME, text2, start);
  if (name !== void 0) return wordToken(name, make);
  const operator = matchAt(OPERATOR, text2, start);
  if (operator === void 0 || operator === "=") return `unexpected character: "${next}"`;
  return make("operator", operator);
}
function wordToken(name, make) {
  if (/^(?:inf|nan)$/i.test(name)) return make("number", name);
  return make(name.includes(":") ? "metric" : "name", name);
}
var ESCAPE = /\\(?:[abfnrtv\\]|[0-3][0-7]{2}|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y;
function unquote(text2) {
  const quote = text2.charAt(0);
  const inner = text2.slice(1, -1);
  if (quote === "`") return inner.replaceAll("\r", "");
  let value = "";
  for (let at2 = 0; at2 < inner.length; ) {
    if (inner.charAt(at2) !== "\\") value += inner.charAt(at2++);
    else if (inner.charAt(at2 + 1) === quote) {
      value += quote;
      at2 += 2;
    } else {
      const written = matchAt(ESCAPE, inner, at2);
      const character = written && unescaped(written.slice(1));
      if (!written || character === void 0) return void 0;
      value += character;
      at2 += written.length;
    }
  }
  return value;
}
var CONTROL = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function unescaped(text2) {
  const control2 = CONTROL[text2] ?? (text2 === "\\" ? "\\" : void 0);
  if (control2 !== void 0) return control2;
  const isUnicode = /^[uU]/.test(text2);
  const code = isUnicode || text2.startsWith("x") ? Number.parseInt(text2.slice(1), 16) : Number.parseInt(text2, 8);
  if (isUnicode) return code > 1114111 || code >= 55296 && code < 57344 ? void 0 : String.fromCodePoint(code);
  return code < 128 ? String.fromCharCode(code) : "\uFFFD";
}

// src/parse/re2.ts
var DEEPEST = 1e3;
var MOST_REPEATS = 1e3;
function readRe2(expression2) {
  const reader = { text: expression2, at: 0, names: /* @__PURE__ */ new Set(), problem: void 0 };
  const whole = alternation(reader, 0);
  if (reader.problem === void 0 && reader.at < expression2.length) refuse2(reader, "unexpected )");
  return reader.problem === void 0 ? { valid: true, matchesEmpty: whole.empty } : { valid: false, problem: reader.problem };
}
function refuse2(reader, problem) {
  reader.problem ??= problem;
  reader.at = reader.text.length;
  return { empty: false, copies: 1 };
}
function alternation(reader, depth) {
  let empty = false;
  let copies = 1;
  for (; ; ) {
    const part = sequence(reader, depth);
    empty ||= part.empty;
    copies = Math.max(copies, part.copies);
    if (reader.text[reader.at] !== "|") return { empty, copies };
    reader.at++;
  }
}
function sequence(reader, depth) {
  let empty = true;
  let copies = 1;
  while (reader.at < reader.text.length) {
    const next = reader.text[reader.at];
    if (next === "|" || next === ")") break;
    const part = repeated(atom(reader, depth), reader);
    empty &&= part.empty;
    copies = Math.max(copies, part.copies);
  }
  return { empty, copies };
}
function repeated(part, reader) {
  const first = repetition(reader);
  if (!first) return part;
  if (part.nothing) return refuse2(reader, "missing argument to repetition operator");
  if (first.max > MOST_REPEATS || first.min > first.max || part.copies * first.written > MOST_REPEATS)
    return refuse2(reader, "invalid repeat count");
  if (reader.text[reader.at] === "?") reader.at++;
  if (repetition(reader)) return refuse2(reader, "invalid nested repetition operator");
  return { empty: part.empty || first.min === 0, copies: part.copies * first.written };
}
function repetition(reader) {
  const { text: text2, at: at2 } = reader;
  const next = text2[at2];
  if (next === "*" || next === "+" || next === "?") {
    reader.at++;
    return { min: next === "+" ? 1 : 0, max: MOST_REPEATS, written: 1 };
  }
  if (next !== "{") return void 0;
  const [whole, min = "", comma, max] = /^\{(\d{1,9})(,(\d{0,9}))?\}/.exec(text2.slice(at2, at2 + 24)) ?? [];
  if (whole === void 0 || /^0\d/.test(min) || /^0\d/.test(max ?? "")) return void 0;
  reader.at += whole.length;
  const low = Number(min);
  const high = comma === void 0 ? low : max ? Number(max) : Math.max(low, MOST_REPEATS);
  return { min: low, max: high, written: Math.max(1, comma && !max ? low : high) };
}
var LITERAL = { empty: false, copies: 1 };
var POSITION = { empty: true, copies: 1 };
function atom(reader, depth) {
  const character = reader.text.codePointAt(reader.at) ?? 0;
  const next = String.fromCodePoint(character);
  reader.at += next.length;
  if (next === "(") return group(reader, depth);
  if (next === "[") return characterClass(reader);
  if (next === "\\") return escaped(reader);
  if (next === "^" || next === "$") return POSITION;
  if (next === "*" || next === "+" || next === "?") return refuse2(reader, "missing argument to repetition operator");
  if (next === "{") {
    reader.at--;
    if (repetition(reader)) return refuse2(reader, "missing argument to repetition operator");
    reader.at++;
  }
  return LITERAL;
}
function group(reader, depth) {
  if (depth >= DEEPEST) return refuse2(reader, "expression nests too deeply");
  const [head = "", name, flags, end] = /^\?(?:P?<([^>]*)>|(i?[imsU]*(?:-[imsU]+)?)([:)]))/.exec(reader.text.slice(reader.at, reader.at + 200)) ?? [];
  if (reader.text[reader.at] === "?" && head === "") return refuse2(reader, "invalid or unsupported Perl syntax");
  reader.at += head.length;
  if (name !== void 0) {
    if (!/^\w+$/.test(name)) return refuse2(reader, "invalid named capture");
    if (reader.names.has(name)) return refuse2(reader, "duplicate capture group name");
    reader.names.add(name);
  }
  if (flags !== void 0 && end === ")") return { ...POSITION, nothing: true };
  const inner = alternation(reader, depth + 1);
  if (reader.text[reader.at] !== ")") return refuse2(reader, "missing closing )");
  reader.at++;
  return inner;
}
var ESCAPE2 = /^(?:[dDsSwWaftnrv]|x[0-9A-Fa-f]{2}|x\{[0-9A-Fa-f]{1,6}\}|[pP](?:[A-Z]|\{\^?[A-Z]\w*\})|0[0-7]{0,2}|[1-7][0-7]{1,2}|[^\w]|_)/u;
function escaped(reader) {
  const rest = reader.text.slice(reader.at, reader.at + 60);
  if (rest === "") return refuse2(reader, "trailing backslash at end of expression");
  const position = /^[AzbB]/.exec(rest)?.[0];
  if (position !== void 0) {
    reader.at++;
    return { empty: position !== "b", copies: 1 };
  }
  if (rest.startsWith("Q")) {
    const end = reader.text.indexOf("\\E", reader.at);
    const empty = end === reader.at + 1 || reader.at + 1 === reader.text.length;
    reader.at = end === -1 ? reader.text.length : end + 2;
    return { empty, copies: 1 };
  }
  if (rest.startsWith("E")) {
    reader.at++;
    return POSITION;
  }
  return escapedCharacter(reader, rest);
}
function escapedCharacter(reader, rest) {
  const found = ESCAPE2.exec(rest)?.[0];
  const code = /^x\{?([0-9A-Fa-f]+)/.exec(found ?? "")?.[1];
  if (found === void 0 || (found.codePointAt(0) ?? 0) > 127 || Number.parseInt(code ?? "0", 16) > 1114111)
    return refuse2(reader, "invalid escape sequence");
  reader.at += found.length;
  return LITERAL;
}
var CLASS_NAME = /^\[:\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]/;
function characterClass(reader) {
  const { text: text2 } = reader;
  if (text2[reader.at] === "^") reader.at++;
  for (let first = true; first || text2[reader.at] !== "]"; first = false) {
    if (reader.at >= text2.length) return refuse2(reader, "missing closing ]");
    const rest = text2.slice(reader.at, reader.at + 60);
    if (rest.startsWith("[:") && /^\[:[^\]]*:\]/.test(rest)) {
      const named2 = CLASS_NAME.exec(rest)?.[0];
      if (named2 === void 0) return refuse2(reader, "invalid character class range");
      reader.at += named2.length;
      continue;
    }
    const whole = /^\\(?:[dDsSwW]|[pP](?:[A-Z]|\{\^?[A-Z]\w*\}))/.exec(rest)?.[0];
    if (whole !== void 0) {
      reader.at += whole.length;
      continue;
    }
    const low = classCharacter(reader);
    if (text2[reader.at] === "-" && text2[reader.at + 1] !== "]" && reader.at + 1 < text2.length) {
      reader.at++;
      const high = classCharacter(reader);
      if (high < low) return refuse2(reader, "invalid character class range");
    }
    if (reader.problem !== void 0) return LITERAL;
  }
  reader.at++;
  return LITERAL;
}
var CONTROL2 = { a: 7, f: 12, t: 9, n: 10, r: 13, v: 11 };
function classCharacter(reader) {
  const character = reader.text.codePointAt(reader.at) ?? 0;
  reader.at += character > 65535 ? 2 : 1;
  if (character !== 92) return character;
  const start = reader.at;
  const rest = reader.text.slice(start, start + 60);
  if (rest === "") refuse2(reader, "trailing backslash at end of expression");
  else if (/^[dDsSwWpPAzbBQE]/.test(rest)) refuse2(reader, "invalid escape sequence");
  else escapedCharacter(reader, rest);
  if (reader.problem !== void 0) return 0;
  const written = reader.text.slice(start, reader.at);
  if (/^x/.test(written)) return Number.parseInt(written.replace(/[x{}]/g, ""), 16);
  if (/^\d/.test(written)) return Number.parseInt(written, 8);
  return CONTROL2[written] ?? written.codePointAt(0) ?? 0;
}

// src/parse/alertmanager/values.ts
var seconds = text(duration);
var link = text((value) => {
  const problem = goUrl(value);
  if (problem !== void 0) return problem;
  if (!/^https?:/i.test(value)) return `unsupported scheme for URL "${value}"`;
  return /^https?:\/\/[^/?#]/i.test(value) ? void 0 : `missing host for URL "${value}"`;
});
var smarthost = text((value) => {
  if (value === "") return void 0;
  return /^(?:[^:[\]]*|\[[^\]]*\]):[^:[\]]+$/.test(value) ? void 0 : `address ${value}: missing port in address`;
});
var texts = (names) => Object.fromEntries(names.split(" ").map((name) => [name, text()]));
var LABEL2 = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
var legacyLabel = (name) => LABEL2.test(name) ? void 0 : `invalid label name "${name}"`;
var anyLabel = (name) => name === "" ? 'invalid label name ""' : void 0;
var regex = text((value) => {
  const found = readRe2(`^(?:${value})$`);
  return found.valid ? void 0 : `error parsing regexp: ${found.problem}`;
});
var someRegex = (node, log) => isNothing(node) ? refuse(log, node.at, "invalid regexp value") : regex(node, log);
var MATCHER2 = /\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,{}"'`!=~\\]+))\s*(=~|!~|!=|=)\s*(?:("(?:[^"\\\n]|\\.)*")|([^\s,{}"\\]*(?:\s+[^\s,{}"\\]+)*))\s*(?:,|$)/y;
var matcher = text((value) => {
  if (value.length > LONGEST_LINE) return void 0;
  const line = value.trim();
  if (line.startsWith("{") !== line.endsWith("}")) return `bad matcher format: ${value}`;
  const inner = line.startsWith("{") ? line.slice(1, -1) : line;
  for (let at2 = 0; at2 < inner.trimEnd().length; at2 = MATCHER2.lastIndex) {
    MATCHER2.lastIndex = at2;
    const found = MATCHER2.exec(inner);
    if (!found) return `bad matcher format: ${value}`;
    const [, , , operator = "", quoted, bare = ""] = found;
    const compared = quoted === void 0 ? bare : unquote(quoted);
    if (compared === void 0) return `invalid escape in matcher: ${value}`;
    const problem = operator.includes("~") ? readRe2(`^(?:${compared})$`) : void 0;
    if (problem && !problem.valid) return `error parsing regexp: ${problem.problem}`;
  }
  return void 0;
});
var LONGEST_LINE = 2e3;

// src/parse/alertmanager/receivers.ts
var common = { send_resolved: flag, http_config: HTTP_CONFIG };
var timeout = anything;
var WEBHOOK = record(
  { ...common, ...texts("url url_file"), max_alerts: number(0), timeout, payload: anything },
  (node, log) => {
    needs(node, log, "one of url or url_file must be configured", "url", "url_file");
    atMostOne(node, log, "url", "url_file");
    const url2 = child(node, "url");
    if (url2 && isGiven(node, "url") && !textOf(url2)?.includes("{{")) link(url2, log);
  }
);
var EMAIL = record(
  {
    send_resolved: flag,
    ...texts(
      "to from hello auth_username auth_password auth_password_file auth_secret auth_secret_file auth_identity html text"
    ),
    smarthost,
    headers: mapOf(text()),
    require_tls: flag,
    tls_config: TLS,
    force_implicit_tls: flag,
    threading: record({ enabled: flag, thread_by_date: text() })
  },
  (node, log) => needs(node, log, "missing to address in email config", "to")
);
var SLACK = record(
  {
    ...common,
    ...texts(
      "api_url_file app_token app_token_file channel username color title title_link pretext text message_text footer fallback callback_id icon_emoji icon_url image_url thumb_url"
    ),
    api_url: link,
    app_url: link,
    fields: list(record({ title: text(), value: text(), short: flag })),
    short_fields: flag,
    link_names: flag,
    mrkdwn_in: list(text()),
    actions: list(anything),
    update_message: flag,
    post_updates_to_thread: flag,
    timeout
  },
  (node, log) => {
    atMostOne(node, log, "api_url", "api_url_file", "app_token", "app_token_file");
  }
);
var PAGERDUTY = record(
  {
    ...common,
    ...texts(
      "service_key service_key_file routing_key routing_key_file client client_url description source severity class component group"
    ),
    url: link,
    details: anything,
    images: list(record(texts("src alt href"))),
    links: list(record(texts("href text"))),
    timeout
  },
  (node, log) => {
    needs(
      node,
      log,
      "missing service or routing key in PagerDuty config",
      "routing_key",
      "service_key",
      "routing_key_file",
      "service_key_file"
    );
    atMostOne(node, log, "routing_key", "routing_key_file");
    atMostOne(node, log, "service_key", "service_key_file");
  }
);
var DISCORD = record(
  { ...common, webhook_url: link, ...texts("webhook_url_file content title message username avatar_url") },
  (node, log) => {
    needs(node, log, "one of webhook_url or webhook_url_file must be configured", "webhook_url", "webhook_url_file");
    atMostOne(node, log, "webhook_url", "webhook_url_file");
  }
);
var TELEGRAM = record(
  {
    ...common,
    api_url: link,
    ...texts("bot_token bot_token_file chat_id_file message parse_mode"),
    chat_id: number(),
    message_thread_id: number(),
    disable_notifications: flag,
    timeout
  },
  (node, log) => {
    needs(node, log, "missing chat_id or chat_id_file on telegram_config", "chat_id", "chat_id_file");
    atMostOne(node, log, "bot_token", "bot_token_file");
    atMostOne(node, log, "chat_id", "chat_id_file");
    if (!/^(?:|Markdown|MarkdownV2|HTML)$/.test(textOf(child(node, "parse_mode")) ?? ""))
      refuse(log, node.at, "unknown parse_mode on telegram_config");
  }
);
function needs(node, log, message, ...keys) {
  if (!keys.some((key) => isGiven(node, key))) refuse(log, node.at, message);
}
var INTEGRATIONS = {
  webhook: WEBHOOK,
  email: EMAIL,
  slack: SLACK,
  pagerduty: PAGERDUTY,
  discord: DISCORD,
  telegram: TELEGRAM
};
var OTHERS = "incidentio opsgenie wechat pushover victorops sns webex msteams msteamsv2 jira rocketchat mattermost";
var RECEIVER = record(
  {
    name: text(),
    labels: mapOf(text()),
    ...Object.fromEntries(
      Object.entries(INTEGRATIONS).map(([name, shape]) => [
        `${name}_configs`,
        list(shape, name === "slack" ? void 0 : `missing ${name} config`)
      ])
    ),
    ...Object.fromEntries(OTHERS.split(" ").map((name) => [`${name}_configs`, list(anything)]))
  },
  (node, log) => needs(node, log, "missing name in receiver", "name")
);

// src/parse/alertmanager/check.ts
function checkAlertmanagerConfig(source, root) {
  if (isNothing(root)) {
    const at2 = { path: source.path, start: 0, end: 0 };
    return [{ at: at2, message: "no route provided in config", kind: "structure" }];
  }
  return shapeProblems(source, root, CONFIG);
}
var PAIRS = [
  "slack_app_token",
  "slack_api_url",
  "opsgenie_api_key",
  "victorops_api_key",
  "telegram_bot_token",
  "smtp_auth_password",
  "rocketchat_token",
  "rocketchat_token_id",
  "smtp_auth_secret",
  "wechat_api_secret",
  "mattermost_webhook_url"
];
var GLOBAL = record(
  {
    ...texts("smtp_from smtp_hello smtp_auth_username smtp_auth_identity wechat_api_corp_id"),
    ...texts(PAIRS.map((name) => `${name}_file`).join(" ")),
    ...texts(
      "slack_app_token opsgenie_api_key victorops_api_key telegram_bot_token smtp_auth_password rocketchat_token rocketchat_token_id smtp_auth_secret wechat_api_secret"
    ),
    ...Object.fromEntries(
      "jira_api_url slack_api_url slack_app_url pagerduty_url opsgenie_api_url wechat_api_url victorops_api_url telegram_api_url webex_api_url rocketchat_api_url mattermost_webhook_url".split(" ").map((name) => [name, link])
    ),
    resolve_timeout: seconds,
    http_config: HTTP_CONFIG,
    smtp_smarthost: smarthost,
    smtp_require_tls: flag,
    smtp_tls_config: TLS,
    smtp_force_implicit_tls: flag
  },
  (node, log) => {
    for (const name of PAIRS) atMostOne(node, log, name, `${name}_file`);
  }
);
var ROUTE = record(
  () => ({
    receiver: text(),
    group_by: list(text()),
    match: mapOf(text(), legacyLabel),
    match_re: mapOf(someRegex, legacyLabel),
    matchers: list(matcher),
    mute_time_intervals: list(text()),
    active_time_intervals: list(text()),
    continue: flag,
    routes: list(ROUTE),
    group_wait: seconds,
    group_interval: seconds,
    repeat_interval: seconds,
    labels: mapOf(text(), anyLabel)
  }),
  (node, log) => {
    const labels2 = itemsAt(node, "group_by").map((item) => textOf(item) ?? "");
    if (labels2.includes("...") && labels2.length > 1)
      refuse(log, node.at, "cannot have wildcard group_by (`...`) and other labels at the same time");
    if (new Set(labels2).size < labels2.length) refuse(log, node.at, "duplicated label in group_by");
    if (labels2.includes("")) refuse(log, node.at, 'invalid label name "" in group_by list');
    for (const key of ["group_interval", "repeat_interval"])
      if (isGiven(node, key) && parsePrometheusDuration(textOf(child(node, key)) ?? "") === 0)
        refuse(log, node.at, `${key} cannot be zero`);
  }
);
var INHIBIT = record({
  name: text(),
  source_match: mapOf(text(), legacyLabel),
  source_match_re: mapOf(someRegex, legacyLabel),
  source_matchers: list(matcher),
  target_match: mapOf(text(), legacyLabel),
  target_match_re: mapOf(someRegex, legacyLabel),
  target_matchers: list(matcher),
  sources: anything,
  equal: list(text())
});
var clock = text(
  (value) => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value) ? void 0 : `couldn't parse timestamp ${value}, invalid format`
);
var TIMES = record({ start_time: clock, end_time: clock }, (node, log) => {
  const [start, end] = ["start_time", "end_time"].map((key) => textOf(child(node, key)) ?? "");
  if (!start || !end) refuse(log, node.at, "both start and end times must be provided");
  else if (start >= end) refuse(log, node.at, "start time cannot be equal or greater than end time");
});
var RANGES = { weekdays: anything, days_of_month: anything, months: anything, years: anything };
var INTERVALS = list(
  record(
    { name: text(), time_intervals: list(record({ times: list(TIMES), ...RANGES, location: text() })) },
    (node, log) => needs(node, log, "missing name in time interval", "name")
  )
);
var CONFIG = record(
  {
    global: GLOBAL,
    route: ROUTE,
    inhibit_rules: list(INHIBIT),
    receivers: list(RECEIVER),
    templates: list(text()),
    mute_time_intervals: INTERVALS,
    time_intervals: INTERVALS,
    tracing: anything,
    event_recorder: anything
  },
  (node, log) => {
    checkReceivers(node, log);
    const route = child(node, "route");
    if (route?.kind !== "map") return refuse(log, node.at, "no routes provided");
    if (!isGiven(route, "receiver")) refuse(log, route.at, "root route must specify a default receiver");
    for (const key of ["match", "match_re", "matchers"]) {
      const section = child(route, key);
      if (section?.kind === "map" ? section.entries.size > 0 : itemsOf(section).length > 0)
        refuse(log, route.at, "root route must not have any matchers");
    }
    for (const key of ["mute_time_intervals", "active_time_intervals"])
      if (itemsAt(route, key).length > 0)
        refuse(log, route.at, `root route must not have any ${key.replaceAll("_", " ")}`);
    if (/^(?:y|yes|true|on)$/i.test(textOf(child(route, "continue")) ?? ""))
      refuse(log, route.at, "cannot have continue in root route");
    checkNames(node, route, log);
  }
);
function checkReceivers(node, log) {
  const global = child(node, "global");
  const inGlobal = (...keys) => global?.kind === "map" && keys.some((key) => isGiven(global, key));
  const seen = /* @__PURE__ */ new Set();
  for (const receiver of itemsAt(node, "receivers")) {
    if (receiver.kind !== "map") continue;
    const name = textOf(child(receiver, "name")) ?? "";
    if (seen.has(name)) refuse(log, receiver.at, `notification config name "${name}" is not unique`);
    seen.add(name);
    for (const email of itemsAt(receiver, "email_configs")) {
      if (email.kind !== "map") continue;
      if (!isGiven(email, "smarthost") && !inGlobal("smtp_smarthost"))
        refuse(log, email.at, "no global SMTP smarthost set");
      if (!isGiven(email, "from") && !inGlobal("smtp_from")) refuse(log, email.at, "no global SMTP from set");
    }
    for (const slack of itemsAt(receiver, "slack_configs")) {
      const own = slack.kind === "map" && ["api_url", "api_url_file", "app_token", "app_token_file"].some((key) => isGiven(slack, key));
      if (!own && !inGlobal("slack_api_url", "slack_api_url_file", "slack_app_token", "slack_app_token_file"))
        refuse(log, slack.at, "no Slack API URL nor App token set either inline or in a file");
    }
    for (const telegram of itemsAt(receiver, "telegram_configs")) {
      const own = telegram.kind === "map" && (isGiven(telegram, "bot_token") || isGiven(telegram, "bot_token_file"));
      if (!own && !inGlobal("telegram_bot_token", "telegram_bot_token_file"))
        refuse(log, telegram.at, "missing bot_token or bot_token_file on telegram_config");
    }
  }
}
function checkNames(node, root, log) {
  const namesOf = (...keys) => new Set(keys.flatMap((key) => itemsAt(node, key).map((item) => textOf(child(item, "name")) ?? "")));
  const receivers = namesOf("receivers");
  const intervals2 = namesOf("mute_time_intervals", "time_intervals");
  const waiting = [root];
  for (let seen = 0; waiting.length > 0 && seen < MOST_ROUTES; seen++) {
    const route = waiting.pop();
    if (route?.kind !== "map") continue;
    const receiver = child(route, "receiver");
    const name = textOf(receiver) ?? "";
    if (receiver && name !== "" && !receivers.has(name))
      refuse(log, receiver.at, `undefined receiver "${name}" used in route`);
    for (const key of ["mute_time_intervals", "active_time_intervals"])
      for (const item of itemsAt(route, key))
        if (!intervals2.has(textOf(item) ?? ""))
          refuse(log, item.at, `undefined time interval "${textOf(item)}" used in route`);
    waiting.push(...itemsAt(route, "routes"));
  }
}
var MOST_ROUTES = 1e4;

// src/parse/prometheus/check-relabel.ts
var ACTIONS = [
  "replace",
  "keep",
  "drop",
  "hashmod",
  "labelmap",
  "labeldrop",
  "labelkeep",
  "lowercase",
  "uppercase",
  "keepequal",
  "dropequal"
];
var RELABEL = record(
  {
    source_labels: list(text((name) => name === "" ? '"" is not a valid label name' : void 0)),
    separator: text(),
    regex: text((value) => {
      const regex2 = readRe2(`^(?s:${value})$`);
      return regex2.valid ? void 0 : `error parsing regexp: ${regex2.problem}`;
    }),
    modulus: number(0),
    target_label: text(),
    replacement: text(),
    action: text((value) => ACTIONS.includes(value.toLowerCase()) ? void 0 : `unknown relabel action "${value}"`)
  },
  checkRelabel
);
var WRITING = /* @__PURE__ */ new Set(["replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal"]);
function checkRelabel(node, log) {
  const action2 = (textOf(child(node, "action")) ?? "replace").toLowerCase();
  const fail = (message) => refuse(log, node.at, message);
  const isWritten = (key, fallback) => {
    const value = child(node, key);
    return value !== void 0 && !isNothing(value) && textOf(value) !== fallback;
  };
  if (action2 === "hashmod" && Number(textOf(child(node, "modulus")) ?? 0) === 0)
    fail("relabel configuration for hashmod requires non-zero modulus");
  if (WRITING.has(action2) && !isGiven(node, "target_label"))
    fail(`relabel configuration for ${action2} action requires 'target_label' value`);
  const replaces = isWritten("replacement", "$1");
  if (/^(?:lowercase|uppercase|keepequal|dropequal)$/.test(action2) && replaces)
    fail(`'replacement' can not be set for ${action2} action`);
  if (action2 === "labelmap" && textOf(child(node, "replacement")) === "")
    fail(`"" is invalid 'replacement' for labelmap action`);
  const others = isWritten("separator", ";") || replaces || Number(textOf(child(node, "modulus")) ?? 0) !== 0;
  if (/^(?:keepequal|dropequal)$/.test(action2) && (others || child(node, "regex") !== void 0))
    fail(`${action2} action requires only 'source_labels' and \`target_label\`, and no other fields`);
  const sources = child(node, "source_labels");
  const hasSources = sources !== void 0 && !isNothing(sources);
  if (/^(?:labeldrop|labelkeep)$/.test(action2) && (others || hasSources || isGiven(node, "target_label")))
    fail(`${action2} action requires only 'regex', and no other fields`);
}
var RELABELING = list(RELABEL, "empty or null relabeling rule");

// src/parse/prometheus/check-remote.ts
var SIZE = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:B|[KMGTPE]i?B))+)$/;
var seconds2 = text(duration);
var RESERVED2 = new Set(
  "authorization host content-encoding content-length content-type user-agent connection keep-alive proxy-authenticate proxy-authorization www-authenticate accept-encoding x-prometheus-remote-write-version x-prometheus-remote-read-version x-amz-date x-amz-security-token x-amz-content-sha256".split(
    " "
  )
);
var headers = mapOf(
  text(),
  (name) => RESERVED2.has(name.toLowerCase()) ? `${name} is a reserved header. It must not be changed` : void 0
);
var QUEUE = record(
  {
    capacity: number(),
    max_shards: number(),
    min_shards: number(),
    max_samples_per_send: number(),
    batch_send_deadline: seconds2,
    min_backoff: seconds2,
    max_backoff: seconds2,
    retry_on_http_429: flag,
    sample_age_limit: seconds2
  },
  (node, log) => {
    const read = (key, fallback) => Number(textOf(child(node, key)) ?? fallback);
    for (const key of ["max_shards", "min_shards", "max_samples_per_send", "capacity"])
      if (read(key, 1) <= 0) refuse(log, child(node, key)?.at ?? node.at, `remote write queue ${key} must be positive`);
    if (read("min_shards", 1) > read("max_shards", DEFAULT_SHARDS))
      refuse(log, node.at, "remote write queue min_shards must not be greater than max_shards");
    const backoff = (key, fallback) => parsePrometheusDuration(textOf(child(node, key)) ?? "") ?? fallback;
    if (backoff("max_backoff", 5e3) < backoff("min_backoff", 30))
      refuse(log, node.at, "remote write queue max_backoff must not be less than min_backoff");
  }
);
var DEFAULT_SHARDS = 50;
var REMOTE_WRITE = record(
  {
    ...HTTP_CLIENT,
    url,
    remote_timeout: seconds2,
    headers,
    write_relabel_configs: RELABELING,
    name: text(),
    send_exemplars: flag,
    send_native_histograms: flag,
    round_robin_dns: flag,
    protobuf_message: oneOf("protobuf message", "prometheus.WriteRequest", "io.prometheus.write.v2.Request"),
    failed_request_logging: flag,
    convert_nhcb_to_classic: flag,
    queue_config: QUEUE,
    metadata_config: record({ send: flag, send_interval: seconds2, max_samples_per_send: number() }),
    sigv4: anything,
    azuread: anything,
    google_iam: anything
  },
  (node, log) => {
    if (!node.entries.has("url") || isNothing(child(node, "url"))) refuse(log, node.at, "url for remote_write is empty");
    checkHttpClient(node, log);
    const auth = ["basic_auth", "authorization", "oauth2", "sigv4", "azuread", "google_iam"].filter(
      (key) => isGiven(node, key)
    );
    if (auth.length > 1) refuse(log, node.at, `at most one of ${auth.join(", ")} must be configured`);
  }
);
var REMOTE_READ = record(
  {
    ...HTTP_CLIENT,
    url,
    remote_timeout: seconds2,
    chunked_read_limit: number(0),
    headers,
    read_recent: flag,
    name: text(),
    required_matchers: mapOf(text()),
    filter_external_labels: flag
  },
  (node, log) => {
    if (!node.entries.has("url") || isNothing(child(node, "url"))) refuse(log, node.at, "url for remote_read is empty");
    checkHttpClient(node, log);
  }
);
var RETENTION = record({
  time: seconds2,
  size: text((value) => SIZE.test(value) && !value.startsWith("-") ? void 0 : `"${value}" is no size, such as 10GB`),
  percentage: number(0)
});
var STORAGE = record({
  tsdb: record({
    out_of_order_time_window: seconds2,
    stale_series_compaction_threshold: number(),
    chunk_encoding: record({ floats: oneOf("encoding", "", "xor", "xor2") }),
    retention: RETENTION
  }),
  exemplars: record({ max_exemplars: number() })
});
var TRACING = record(
  {
    client_type: oneOf("client type", "http", "grpc"),
    endpoint: text(),
    sampling_fraction: number(),
    insecure: flag,
    tls_config: TLS,
    headers,
    compression: oneOf("compression", "", "gzip"),
    timeout: seconds2
  },
  (node, log) => {
    if (!isGiven(node, "endpoint")) refuse(log, node.at, "tracing endpoint must be set");
  }
);
var OTLP = record({
  promote_all_resource_attributes: flag,
  promote_resource_attributes: list(text()),
  ignore_resource_attributes: list(text()),
  translation_strategy: oneOf(
    "translation strategy",
    "",
    "UnderscoreEscapingWithSuffixes",
    "UnderscoreEscapingWithoutSuffixes",
    "NoTranslation",
    "NoUTF8EscapingWithSuffixes"
  ),
  keep_identifying_resource_attributes: flag,
  convert_histograms_to_nhcb: flag,
  promote_scope_metadata: flag,
  label_name_underscore_sanitization: flag,
  label_name_preserve_multiple_underscores: flag
});

// src/parse/prometheus/discovery.ts
var DNS = record(
  { names: list(text()), refresh_interval: text(duration), type: text(), port: number() },
  (node, log) => {
    if (itemsAt(node, "names").length === 0)
      refuse(log, node.at, "DNS-SD config must contain at least one SRV record name");
    const type = (textOf(child(node, "type")) ?? "SRV").toUpperCase();
    if (!/^(?:SRV|A|AAAA|MX|NS)$/.test(type)) refuse(log, node.at, `invalid DNS-SD records type ${type}`);
    else if (type !== "SRV" && Number(textOf(child(node, "port")) ?? 0) === 0)
      refuse(log, node.at, "a port is required in DNS-SD configs for all record types except SRV");
  }
);
var FILE_NAME = /^[^*]*(?:\*[^/]*)?\.(?:json|yml|yaml|JSON|YML|YAML)$/;
var FILE = record(
  {
    files: list(
      text((name) => FILE_NAME.test(name) ? void 0 : `path name "${name}" is not valid for file discovery`)
    ),
    refresh_interval: text(duration)
  },
  (node, log) => {
    if (itemsAt(node, "files").length === 0)
      refuse(log, node.at, "file service discovery config must contain at least one path name");
  }
);
var HTTP = record({ ...HTTP_CLIENT, refresh_interval: text(duration), url: text() }, (node, log) => {
  checkHttpClient(node, log);
  const value = textOf(child(node, "url")) ?? "";
  const problem = value === "" ? "URL is missing" : goUrl(value);
  if (problem !== void 0) refuse(log, node.at, problem);
  else if (!/^https?:/i.test(value)) refuse(log, node.at, "URL scheme must be 'http' or 'https'");
  else if (!/^https?:\/\/[^/?#]/i.test(value)) refuse(log, node.at, "host is missing in URL");
});
var CONSUL_TEXTS = [
  "server",
  "path_prefix",
  "token",
  "datacenter",
  "namespace",
  "partition",
  "tag_separator",
  "scheme",
  "username",
  "password",
  "filter",
  "health_filter"
];
var CONSUL = record(
  {
    ...HTTP_CLIENT,
    ...Object.fromEntries(CONSUL_TEXTS.map((key) => [key, text()])),
    allow_stale: flag,
    refresh_interval: text(duration),
    services: list(text()),
    tags: list(text()),
    node_meta: mapOf(text())
  },
  (node, log) => {
    const server = child(node, "server");
    if (server && !isNothing(server) && (textOf(server) ?? "").trim() === "")
      refuse(log, node.at, "consul SD configuration requires a server address");
    if ((isGiven(node, "username") || isGiven(node, "password")) && isGiven(node, "basic_auth"))
      refuse(
        log,
        node.at,
        "at most one of consul SD configuration username and password and basic auth can be configured"
      );
    if (isGiven(node, "token") && (isGiven(node, "authorization") || isGiven(node, "oauth2")))
      refuse(log, node.at, "at most one of consul SD token, authorization, or oauth2 can be configured");
    checkHttpClient(node, log);
  }
);
var FILTERS = list(record({ name: text(), values: list(text()) }));
var DOCKER_FIELDS = {
  ...HTTP_CLIENT,
  host: text(goUrl),
  port: number(),
  filters: FILTERS,
  refresh_interval: text(duration)
};
function needsHost(node, log) {
  if (!isGiven(node, "host")) refuse(log, node.at, "host missing");
  checkHttpClient(node, log);
}
var DOCKER = record({ ...DOCKER_FIELDS, host_networking_host: text(), match_first_network: flag }, needsHost);
var SWARM = record({ ...DOCKER_FIELDS, role: oneOf("role", "services", "nodes", "tasks") }, (node, log) => {
  needsHost(node, log);
  if (!isGiven(node, "role")) refuse(log, node.at, "role missing (one of: tasks, services, nodes)");
});
var ROLES = ["node", "pod", "service", "endpoints", "endpointslice", "ingress"];
var SELECTORS = {
  node: ["node"],
  pod: ["pod", "node"],
  service: ["service"],
  endpoints: ["endpoints", "pod", "service", "node"],
  endpointslice: ["endpointslice", "pod", "service", "node"],
  ingress: ["ingress"]
};
var role = oneOf("Kubernetes SD role", ...ROLES);
var KUBERNETES = record(
  {
    ...HTTP_CLIENT,
    api_server: url,
    role,
    kubeconfig_file: text(),
    namespaces: record({ own_namespace: flag, names: list(text()) }),
    selectors: list(record({ role, label: text(), field: text() })),
    attach_metadata: record({ node: flag, namespace: flag, deployment: flag, job: flag, cronjob: flag })
  },
  checkKubernetes
);
function checkKubernetes(node, log) {
  const own = textOf(child(node, "role")) ?? "";
  if (own === "") refuse(log, node.at, `role missing (one of: ${ROLES.join(", ")})`);
  checkHttpClient(node, log);
  const client = Object.keys(HTTP_CLIENT).filter((key) => isGiven(node, key));
  const [server, file] = [isGiven(node, "api_server"), isGiven(node, "kubeconfig_file")];
  const ownNamespace = /^(?:y|yes|true|on)$/i.test(textOf(child(child(node, "namespaces"), "own_namespace")) ?? "");
  if (server && file) refuse(log, node.at, "cannot use 'kubeconfig_file' and 'api_server' simultaneously");
  else if (file && client.length > 0)
    refuse(log, node.at, "cannot use a custom HTTP client configuration together with 'kubeconfig_file'");
  else if (!server && !file && client.some((key) => !isDefault(node, key)))
    refuse(log, node.at, "to use custom HTTP client configuration please provide the 'api_server' URL explicitly");
  if ((server || file) && ownNamespace)
    refuse(log, node.at, "cannot use 'namespaces.own_namespace' with 'api_server' or 'kubeconfig_file'");
  const roles = itemsAt(node, "selectors").map((item) => textOf(child(item, "role")) ?? "");
  for (const [index, one] of roles.entries()) {
    if (roles.indexOf(one) < index) refuse(log, node.at, `duplicated selector role: ${one}`);
    else if (SELECTORS[own] && !SELECTORS[own].includes(one))
      refuse(log, node.at, `${own} role supports only ${SELECTORS[own].join(", ")} selectors`);
  }
}
function isDefault(node, key) {
  return (key === "follow_redirects" || key === "enable_http2") && /^(?:y|yes|true|on)$/i.test(textOf(child(node, key)) ?? "");
}
var STATIC = record({
  targets: list(text()),
  labels: mapOf(text(), (name) => name === "" ? "a label has no name" : void 0)
});
var OTHERS2 = "aws azure digitalocean ec2 ecs elasticache eureka gce hetzner ionos kuma lightsail linode marathon msk nerve nomad oci openstack outscale ovhcloud puppetdb rds scaleway serverset stackit triton uyuni vultr";
var CHECKED = {
  consul: CONSUL,
  dns: DNS,
  docker: DOCKER,
  dockerswarm: SWARM,
  file: FILE,
  http: HTTP,
  kubernetes: KUBERNETES
};
var DISCOVERY = {
  static_configs: list(STATIC, "empty or null section in static_configs"),
  ...Object.fromEntries(
    [...Object.entries(CHECKED), ...OTHERS2.split(" ").map((name) => [name, anything])].map(([name, shape]) => [
      `${name}_sd_configs`,
      list(shape, `empty or null section in ${name}_sd_configs`)
    ])
  )
};

// src/parse/prometheus/check-config.ts
function checkPrometheusConfig(source, root) {
  return shapeProblems(source, root, CONFIG2);
}
var seconds3 = text(duration);
var PROTOCOLS = [
  "PrometheusProto",
  "PrometheusText0.0.4",
  "PrometheusText1.0.0",
  "OpenMetricsText0.0.1",
  "OpenMetricsText1.0.0",
  "OpenMetricsText2.0.0"
];
var protocol = oneOf("scrape protocol", ...PROTOCOLS);
var size = text((value) => SIZE.test(value) ? void 0 : `"${value}" is no size, such as 10MB`);
var SCRAPING = {
  scrape_interval: seconds3,
  scrape_timeout: seconds3,
  scrape_protocols: protocols,
  scrape_failure_log_file: text(),
  body_size_limit: size,
  sample_limit: number(0),
  target_limit: number(0),
  label_limit: number(0),
  label_name_length_limit: number(0),
  label_value_length_limit: number(0),
  keep_dropped_targets: number(0),
  metric_name_validation_scheme: oneOf("name validation scheme", "", "utf8", "legacy"),
  metric_name_escaping_scheme: oneOf("name escaping scheme", "", "allow-utf-8", "underscores", "dots", "values"),
  scrape_native_histograms: flag,
  convert_classic_histograms_to_nhcb: flag,
  always_scrape_classic_histograms: flag,
  extra_scrape_metrics: flag
};
function protocols(node, log) {
  list(protocol)(node, log);
  const names = itemsOf(node).map((item) => (textOf(item) ?? "").toLowerCase());
  if (node.kind === "list" && names.length === 0) refuse(log, node.at, "scrape_protocols cannot be empty");
  if (new Set(names).size < names.length) refuse(log, node.at, "duplicated protocol in scrape_protocols");
}
var GLOBAL2 = record(
  {
    ...SCRAPING,
    evaluation_interval: seconds3,
    rule_query_offset: seconds3,
    query_log_file: text(),
    query_max_series: number(0),
    query_max_samples_read: number(0),
    query_max_duration: seconds3,
    external_labels: mapOf(text())
  },
  (node, log) => {
    const [interval, timeout2] = intervals(node);
    if (timeout2 > (interval || MINUTE))
      refuse(log, at(node, "scrape_timeout"), "global scrape timeout greater than scrape interval");
    if (legacy(node)) {
      for (const name of keysOf(child(node, "external_labels")))
        if (!LEGACY_LABEL.test(name)) refuse(log, at(node, "external_labels"), `"${name}" is not a valid label name`);
    }
  }
);
var MINUTE = 6e4;
var LEGACY_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
function legacy(node) {
  return textOf(child(node, "metric_name_validation_scheme")) === "legacy";
}
function keysOf(node) {
  return node?.kind === "map" ? [...node.entries.keys()] : [];
}
function at(node, key) {
  return node.entries.get(key)?.node.at ?? node.at;
}
function intervals(node) {
  const read = (key) => parsePrometheusDuration(textOf(child(node, key)) ?? "0") ?? 0;
  return [read("scrape_interval"), read("scrape_timeout")];
}
var JOB = record(
  {
    ...HTTP_CLIENT,
    ...SCRAPING,
    ...DISCOVERY,
    job_name: text(),
    honor_labels: flag,
    honor_timestamps: flag,
    track_timestamps_staleness: flag,
    params: mapOf(list(text())),
    fallback_scrape_protocol: oneOf("scrape protocol", "", ...PROTOCOLS),
    metrics_path: text(),
    scheme: text(),
    enable_compression: flag,
    native_histogram_bucket_limit: number(0),
    native_histogram_min_bucket_factor: number(),
    relabel_configs: RELABELING,
    metric_relabel_configs: RELABELING
  },
  (node, log) => {
    if (!isGiven(node, "job_name")) refuse(log, node.at, "job_name is empty");
    checkHttpClient(node, log);
    checkAddresses(node, log);
  }
);
var JOBS = list(JOB, "empty or null scrape config section");
function checkAddresses(node, log) {
  if (itemsAt(node, "relabel_configs").length > 0) return;
  for (const group3 of itemsAt(node, "static_configs"))
    for (const target of itemsOf(child(group3, "targets")))
      if (textOf(target)?.includes("/")) refuse(log, target.at, `"${textOf(target)}" is not a valid hostname`);
}
var ALERTMANAGER = record(
  {
    ...HTTP_CLIENT,
    ...DISCOVERY,
    sigv4: anything,
    scheme: text(),
    path_prefix: text(),
    timeout: seconds3,
    api_version: text(
      (value) => value === "v2" ? void 0 : `expected Alertmanager api version to be one of [v2] but got ${value}`
    ),
    relabel_configs: RELABELING,
    alert_relabel_configs: RELABELING
  },
  (node, log) => {
    checkHttpClient(node, log);
    checkAddresses(node, log);
    const given = ["basic_auth", "authorization", "oauth2"].some((key) => isGiven(node, key));
    if (given && isGiven(node, "sigv4"))
      refuse(log, node.at, "at most one of basic_auth, authorization, oauth2, & sigv4 must be configured");
  }
);
var patterns = list(text((value) => /^[^*]*(?:\*[^/]*)?$/.test(value) ? void 0 : `invalid file path "${value}"`));
var CONFIG2 = record(
  {
    global: GLOBAL2,
    runtime: record({ gogc: number(), log_level: oneOf("log level", "debug", "info", "warn", "error") }),
    alerting: record({ alert_relabel_configs: RELABELING, alertmanagers: list(ALERTMANAGER) }),
    rule_files: patterns,
    scrape_config_files: patterns,
    scrape_configs: JOBS,
    storage: STORAGE,
    tracing: TRACING,
    remote_write: list(REMOTE_WRITE, "empty or null remote write config section"),
    remote_read: list(REMOTE_READ, "empty or null remote read config section"),
    otlp: OTLP
  },
  (node, log) => {
    checkTimeouts(node, log);
    for (const [section, key, what] of NAMED) {
      const seen = /* @__PURE__ */ new Set();
      for (const item of itemsAt(node, section)) {
        const name = textOf(child(item, key)) ?? "";
        if (name !== "" && seen.has(name)) refuse(log, item.at, `found multiple ${what} with job name "${name}"`);
        seen.add(name);
      }
    }
  }
);
var NAMED = [
  ["scrape_configs", "job_name", "scrape configs"],
  ["remote_write", "name", "remote write configs"],
  ["remote_read", "name", "remote read configs"]
];
function checkTimeouts(node, log) {
  const global = child(node, "global");
  const [globalInterval] = global ? intervals(global) : [0, 0];
  for (const job of itemsAt(node, "scrape_configs")) {
    const [interval, timeout2] = intervals(job);
    if (timeout2 > (interval || globalInterval || MINUTE))
      refuse(
        log,
        descend(job, "scrape_timeout")?.at ?? job.at,
        `scrape timeout greater than scrape interval for scrape config with job name "${textOf(child(job, "job_name")) ?? ""}"`
      );
  }
}

// src/parse/go-template/lex.ts
var SPACE2 = /[ \t\r\n]+/y;
var STRING2 = /"(?:[^"\\\n]|\\[^\n])*"|`[^`]*`/y;
var CHARACTER = /'(?:[^'\\\n]|\\[^\n])+'/y;
var NUMBER2 = /[-+]?(?:0[xX][0-9a-fA-F_]+|0[oObB][0-7_]+|(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)i?/y;
var NAME2 = /[\p{L}\p{Nd}_]+/uy;
var FIELD = /\.[\p{L}\p{Nd}_]+/uy;
var VARIABLE = /\$[\p{L}\p{Nd}_]*/uy;
var SIGN = /:=|[=|(),]/y;
function lexTemplate(text2) {
  const tokens = [];
  let at2 = text2.indexOf("{{");
  while (at2 !== -1) {
    at2 += 2;
    if (/^-[ \t\r\n]/.test(text2.slice(at2, at2 + 2))) at2 += 2;
    if (text2.startsWith("/*", at2)) {
      const end2 = text2.indexOf("*/", at2 + 2);
      const close2 = end2 === -1 ? null : /^\*\/(?:[ \t\r\n]-)?\}\}/.exec(text2.slice(end2, end2 + 6));
      if (!close2) return end2 === -1 ? "unclosed comment" : "comment ends before closing delimiter";
      at2 = text2.indexOf("{{", end2 + close2[0].length);
      continue;
    }
    tokens.push({ kind: "open", text: "{{" });
    const end = lexAction(text2, at2, tokens);
    if (typeof end === "string") return end;
    tokens.push({ kind: "close", text: "}}" });
    at2 = text2.indexOf("{{", end);
  }
  tokens.push({ kind: "end", text: "" });
  return tokens;
}
function matchAt2(pattern, text2, at2) {
  pattern.lastIndex = at2;
  return pattern.exec(text2)?.[0];
}
function lexAction(text2, start, tokens) {
  let depth = 0;
  for (let at2 = start; at2 < text2.length; ) {
    const close2 = /^(?:[ \t\r\n]-)?\}\}/.exec(text2.slice(at2, at2 + 4))?.[0];
    if (close2 !== void 0) return depth > 0 ? "unclosed left paren" : at2 + close2.length;
    const token = tokenAt2(text2, at2);
    if (typeof token === "string") return token;
    if (token.text === "(") depth++;
    if (token.text === ")" && --depth < 0) return "unexpected right paren";
    tokens.push(token);
    at2 += token.text.length;
  }
  return "unclosed action";
}
function tokenAt2(text2, at2) {
  const next = text2.charAt(at2);
  const space = matchAt2(SPACE2, text2, at2);
  if (space !== void 0) return { kind: "space", text: space };
  if (next === '"' || next === "`") {
    const string = matchAt2(STRING2, text2, at2);
    if (string === void 0) return "unterminated quoted string";
    return unquote(string) === void 0 ? "invalid syntax in a quoted string" : { kind: "constant", text: string };
  }
  if (next === "'") {
    const character = matchAt2(CHARACTER, text2, at2);
    return character === void 0 ? "unterminated character constant" : { kind: "constant", text: character };
  }
  if (/[\d+-]/.test(next) || next === "." && /\d/.test(text2.charAt(at2 + 1))) return numberAt(text2, at2);
  const sign = matchAt2(SIGN, text2, at2);
  if (sign !== void 0) return { kind: "sign", text: sign };
  const found = namedAt(text2, at2);
  if (!found) return `unexpected "${next}" in an action`;
  const behind = text2.slice(at2 + found.text.length, at2 + found.text.length + 2);
  return behind === "" || /^(?:[ \t\r\n.,|:)(]|\}\})/.test(behind) ? found : `bad character "${behind.charAt(0)}"`;
}
function numberAt(text2, at2) {
  const number2 = matchAt2(NUMBER2, text2, at2);
  const isWhole = number2 !== void 0 && matchAt2(NAME2, text2, at2 + number2.length) === void 0;
  return isWhole ? { kind: "constant", text: number2 } : "bad number syntax";
}
function namedAt(text2, at2) {
  const variable = matchAt2(VARIABLE, text2, at2);
  if (variable !== void 0) return { kind: "variable", text: variable };
  const field = matchAt2(FIELD, text2, at2);
  if (field !== void 0) return { kind: "field", text: field };
  if (text2.charAt(at2) === ".") return { kind: "dot", text: "." };
  const name = matchAt2(NAME2, text2, at2);
  if (name === void 0) return void 0;
  return { kind: /^(?:true|false|nil)$/.test(name) ? "constant" : "word", text: name };
}

// src/parse/go-template.ts
var BUILT_IN = new Set(
  "and call html index slice js len not or print printf println urlquery eq ge gt le lt ne".split(" ")
);
function templateProblem(text2, names) {
  if (!text2.includes("{{")) return void 0;
  const tokens = lexTemplate(text2);
  if (typeof tokens === "string") return tokens;
  const reader = {
    tokens,
    at: 0,
    names,
    variables: ["$", ...names.variables.map((name) => `$${name}`)],
    loops: 0,
    depth: 0,
    problem: void 0
  };
  const end = blocks(reader, true);
  if (reader.problem === TOO_DEEP) return void 0;
  return reader.problem ?? (end === "end of text" ? void 0 : `unexpected {{${end}}}`);
}
var DEEPEST2 = 100;
var TOO_DEEP = "nested too deeply";
var END = { kind: "end", text: "" };
function refuse3(reader, problem) {
  reader.problem ??= problem;
  reader.at = reader.tokens.length - 1;
}
function current({ tokens, at: at2 }) {
  return tokens[at2] ?? END;
}
function take(reader) {
  const token = current(reader);
  if (token.kind !== "end") reader.at++;
  return token;
}
function skipSpace(reader) {
  while (current(reader).kind === "space") reader.at++;
  return current(reader);
}
function close(reader, where) {
  if (skipSpace(reader).kind !== "close") refuse3(reader, `unexpected "${current(reader).text}" in ${where}`);
  else take(reader);
}
function blocks(reader, isTop = false) {
  while (current(reader).kind === "open") {
    take(reader);
    const word = skipSpace(reader);
    const keyword = word.kind === "word" ? word.text : "";
    if (keyword === "end" || keyword === "else") {
      take(reader);
      if (keyword === "end") close(reader, "end");
      return keyword;
    }
    action(reader, keyword, isTop);
  }
  return "end of text";
}
function action(reader, keyword, isTop) {
  if (/^(?:if|with|range)$/.test(keyword)) {
    take(reader);
    control(reader, keyword);
  } else if (keyword === "define" || keyword === "block") {
    take(reader);
    definition(reader, keyword, isTop);
  } else if (keyword === "template") {
    take(reader);
    templateName(reader, keyword);
    if (skipSpace(reader).kind === "close") take(reader);
    else pipeline(reader, "template clause");
  } else if (keyword === "break" || keyword === "continue") {
    take(reader);
    if (reader.loops === 0) refuse3(reader, `{{${keyword}}} outside {{range}}`);
    close(reader, keyword);
  } else pipeline(reader, "command");
}
function control(reader, keyword) {
  if (++reader.depth > DEEPEST2) {
    refuse3(reader, TOO_DEEP);
    return;
  }
  const outside = reader.variables.length;
  pipeline(reader, keyword);
  if (keyword === "range") reader.loops++;
  let end = blocks(reader);
  if (keyword === "range") reader.loops--;
  if (end === "else" && !reader.problem) {
    const again = skipSpace(reader);
    if (again.kind === "word" && again.text === keyword && keyword !== "range") {
      take(reader);
      control(reader, keyword);
      end = "end";
    } else {
      close(reader, "else");
      end = blocks(reader);
      if (end === "else") refuse3(reader, "expected end; found {{else}}");
    }
  }
  if (end === "end of text") refuse3(reader, "unexpected EOF");
  reader.variables.length = outside;
  reader.depth--;
}
function definition(reader, keyword, isTop) {
  if (keyword === "define" && !isTop) {
    refuse3(reader, "unexpected {{define}}");
    return;
  }
  if (++reader.depth > DEEPEST2) {
    refuse3(reader, TOO_DEEP);
    return;
  }
  templateName(reader, keyword);
  if (keyword === "block") pipeline(reader, "block clause");
  else close(reader, "define clause");
  const { variables, loops } = reader;
  reader.variables = ["$"];
  reader.loops = 0;
  const end = blocks(reader);
  if (end !== "end") refuse3(reader, end === "else" ? "unexpected {{else}}" : "unexpected EOF");
  reader.variables = variables;
  reader.loops = loops;
  reader.depth--;
}
function templateName(reader, where) {
  const { kind, text: text2 } = skipSpace(reader);
  if (kind !== "constant" || !/^["`]/.test(text2)) refuse3(reader, `unexpected "${text2}" in ${where} clause`);
  else take(reader);
}
function pipeline(reader, where, isOperand = false) {
  if (++reader.depth > DEEPEST2) {
    refuse3(reader, TOO_DEEP);
    return;
  }
  if (!isOperand) declarations(reader, where);
  for (let stage = 1; ; stage++) {
    const first = skipSpace(reader);
    if (isEnd(first, isOperand)) {
      refuse3(reader, `missing value for ${where}`);
      break;
    }
    if (stage > 1 && (first.kind === "constant" || first.kind === "dot"))
      refuse3(reader, `non executable command in pipeline stage ${stage}`);
    command(reader, isOperand);
    const next = skipSpace(reader);
    if (next.text !== "|" || next.kind !== "sign") break;
    take(reader);
  }
  if (isEnd(skipSpace(reader), isOperand)) take(reader);
  else if (!reader.problem) refuse3(reader, `unexpected "${current(reader).text}" in ${where}`);
  reader.depth--;
}
function isEnd({ kind, text: text2 }, isOperand) {
  return isOperand ? kind === "sign" && text2 === ")" : kind === "close";
}
function declarations(reader, where) {
  const start = reader.at;
  const names = [];
  for (; ; ) {
    const variable = skipSpace(reader);
    if (variable.kind !== "variable") break;
    take(reader);
    names.push(variable.text);
    const { kind, text: text2 } = skipSpace(reader);
    if (kind === "sign" && (text2 === ":=" || text2 === "=")) {
      take(reader);
      reader.variables.push(...names);
      return;
    }
    if (kind !== "sign" || text2 !== ",") break;
    if (where !== "range" || names.length > 1) {
      refuse3(reader, `too many declarations in ${where}`);
      return;
    }
    take(reader);
  }
  reader.at = start;
}
function command(reader, isOperand) {
  let count = 0;
  while (!reader.problem) {
    const { kind, text: text2 } = skipSpace(reader);
    if (isEnd({ kind, text: text2 }, isOperand) || kind === "sign" && text2 === "|") break;
    if (!operand(reader)) return;
    count++;
    const behind = current(reader);
    if (behind.kind !== "space" && behind.kind !== "close" && !(behind.kind === "sign" && /^[|)]$/.test(behind.text))) {
      refuse3(reader, `unexpected "${behind.text}" in operand`);
      return;
    }
  }
  if (count === 0) refuse3(reader, "empty command");
}
function operand(reader) {
  const token = take(reader);
  const { kind, text: text2 } = token;
  if (kind === "word") {
    if (!BUILT_IN.has(text2) && !reader.names.functions.has(text2)) refuse3(reader, `function "${text2}" not defined`);
  } else if (kind === "variable") {
    if (!reader.variables.includes(text2)) refuse3(reader, `undefined variable "${text2}"`);
  } else if (kind === "sign" && text2 === "(") pipeline(reader, "parenthesized pipeline", true);
  else if (kind !== "constant" && kind !== "dot" && kind !== "field") refuse3(reader, `unexpected "${text2}" in operand`);
  while (current(reader).kind === "field") {
    if (kind === "constant" || kind === "dot") refuse3(reader, `unexpected . after term "${text2}"`);
    take(reader);
  }
  return !reader.problem;
}

// src/parse/prometheus/promql/parser.ts
var END2 = { kind: "end", text: "", start: 0 };
function current2(parser) {
  return parser.tokens[parser.at] ?? parser.tokens.at(-1) ?? END2;
}
function following(parser) {
  return parser.tokens[parser.at + 1] ?? END2;
}
function take2(parser) {
  const token = current2(parser);
  if (token.kind !== "end") parser.at++;
  return token;
}
function isNext(parser, ...texts2) {
  return isOneOf(current2(parser), texts2);
}
function isOneOf({ kind, text: text2 }, texts2) {
  if (kind === "name") return texts2.includes(text2.toLowerCase());
  return (kind === "operator" || kind === "punctuation") && texts2.includes(text2);
}
function takeIf(parser, ...texts2) {
  return isNext(parser, ...texts2) ? take2(parser) : void 0;
}
function expect(parser, text2, where) {
  if (!takeIf(parser, text2)) unexpected(parser, where, `"${text2}"`);
}
function refuse4(parser, message, start) {
  parser.problem ??= { message, start };
  parser.at = parser.tokens.length - 1;
}
function unexpected(parser, where, expected) {
  const { text: text2, kind, start } = current2(parser);
  const what = kind === "end" ? "end of input" : `"${text2}"`;
  refuse4(parser, `unexpected ${what} in ${where}${expected === void 0 ? "" : `, expected ${expected}`}`, start);
}

// src/parse/prometheus/promql/durations.ts
function readNumber(parser, where) {
  const { kind, text: text2, start } = current2(parser);
  if (kind !== "number" && kind !== "duration") {
    unexpected(parser, where, "number or duration");
    return void 0;
  }
  take2(parser);
  if (kind === "duration") {
    const milliseconds = parsePrometheusDuration(text2);
    if (milliseconds === void 0) refuse4(parser, `not a valid duration string: "${text2}"`, start);
    return milliseconds === void 0 ? void 0 : milliseconds / 1e3;
  }
  if (/^(?:inf|nan)$/i.test(text2)) return /^i/i.test(text2) ? Number.POSITIVE_INFINITY : Number.NaN;
  const value = Number(text2.replaceAll("_", ""));
  if (!Number.isFinite(value)) refuse4(parser, `error parsing number: "${text2}"`, start);
  return value;
}
function offsetDuration(parser) {
  takeIf(parser, "+", "-");
  return isNext(parser, "(", ...CALLS) ? durationAtom(parser) : readNumber(parser, "offset");
}
function positiveDuration(parser) {
  const { start } = current2(parser);
  const value = durationExpression(parser, 0);
  if (value !== void 0 && value <= 0) refuse4(parser, "duration must be greater than 0", start);
}
var PRECEDENCE = { "+": 1, "-": 1, "*": 2, "/": 2, "%": 2, "^": 3 };
var CALLS = ["step", "range", "min_of", "max_of"];
var SIGN2 = 2;
var DEEPEST3 = 100;
function durationExpression(parser, least) {
  if (++parser.depth > DEEPEST3) {
    refuse4(parser, TOO_DEEP2, current2(parser).start);
    return void 0;
  }
  let left = signedDuration(parser);
  for (; ; ) {
    const { text: text2, start } = current2(parser);
    const precedence = isNext(parser, "+", "-", "*", "/", "%", "^") ? PRECEDENCE[text2] ?? 0 : 0;
    if (precedence === 0 || precedence < least) break;
    take2(parser);
    const right = durationExpression(parser, text2 === "^" ? precedence : precedence + 1);
    if (right === 0 && (text2 === "/" || text2 === "%")) refuse4(parser, "division by zero", start);
    left = void 0;
  }
  parser.depth--;
  return left;
}
var TOO_DEEP2 = "the expression is nested too deeply";
function signedDuration(parser) {
  const sign = takeIf(parser, "+", "-");
  if (!sign) return durationAtom(parser);
  const value = durationExpression(parser, SIGN2 + 1);
  return value === void 0 ? void 0 : sign.text === "-" ? -value : value;
}
function durationAtom(parser) {
  if (takeIf(parser, "(")) {
    durationExpression(parser, 0);
    expect(parser, ")", "duration expression");
    return void 0;
  }
  const call2 = takeIf(parser, ...CALLS);
  if (!call2) return readNumber(parser, "duration expression");
  expect(parser, "(", "duration expression");
  if (/_of$/i.test(call2.text)) {
    durationExpression(parser, 0);
    expect(parser, ",", "duration expression");
    durationExpression(parser, 0);
  }
  expect(parser, ")", "duration expression");
  return void 0;
}

// src/parse/prometheus/promql/functions.ts
var STABLE = "abs(v) absent(v) absent_over_time(m) acos(v) acosh(v) asin(v) asinh(v) atan(v) atanh(v) avg_over_time(m) ceil(v) changes(m) clamp(vss) clamp_max(vs) clamp_min(vs) cos(v) cosh(v) count_over_time(m) day_of_month(v?) day_of_week(v?) day_of_year(v?) days_in_month(v?) deg(v) delta(m) deriv(m) exp(v) first_over_time(m) floor(v) histogram_avg(v) histogram_count(v) histogram_fraction(ssv) histogram_quantile(sv) histogram_stddev(v) histogram_stdvar(v) histogram_sum(v) hour(v?) idelta(m) increase(m) irate(m) label_join(vttt*) label_replace(vtttt) last_over_time(m) ln(v) log10(v) log2(v) max_over_time(m) min_over_time(m) minute(v?) month(v?) predict_linear(ms) present_over_time(m) quantile_over_time(sm) rad(v) rate(m) resets(m) round(vs?) sgn(v) sin(v) sinh(v) sort(v) sort_desc(v) sqrt(v) stddev_over_time(m) stdvar_over_time(m) sum_over_time(m) tan(v) tanh(v) timestamp(v) vector(s) year(v?)";
var SCALARS = "pi() scalar(v) time()";
var EXPERIMENTAL = "double_exponential_smoothing(mss) histogram_quantiles(vtss*) info(vv?) integral(ms?) mad_over_time(m) sort_by_label(vt*) sort_by_label_desc(vt*) start_timestamp(v) ts_of_first_over_time(m) ts_of_last_over_time(m) ts_of_max_over_time(m) ts_of_min_over_time(m)";
var EXPERIMENTAL_SCALARS = "end() max_of(ss) min_of(ss) range() start() step()";
var MOST_QUANTILES = 12;
var TYPES = { s: "scalar", v: "vector", m: "matrix", t: "string" };
var FUNCTIONS = new Map([
  ...functionsIn(STABLE, "vector", false),
  ...functionsIn(SCALARS, "scalar", false),
  ...functionsIn(EXPERIMENTAL, "vector", true),
  ...functionsIn(EXPERIMENTAL_SCALARS, "scalar", true)
]);
function functionsIn(list2, gives, experimental) {
  return list2.split(" ").map((signature) => {
    const [, name = "", letters = ""] = /^(\w+)\((.*)\)$/.exec(signature) ?? [];
    const takes = [...letters.matchAll(/[svmt]/g)].map(([letter]) => TYPES[letter] ?? "vector");
    const least = takes.length - (/[?*]$/.test(letters) ? 1 : 0);
    const repeated2 = name === "histogram_quantiles" ? MOST_QUANTILES : Number.POSITIVE_INFINITY;
    return [name, { takes, least, most: letters.endsWith("*") ? repeated2 : takes.length, gives, experimental }];
  });
}
var AGGREGATIONS = new Map([
  ...["avg", "count", "group", "max", "min", "stddev", "stdvar", "sum"].map((name) => [name, {}]),
  ...["bottomk", "quantile", "topk"].map((name) => [name, { parameter: "scalar" }]),
  ["count_values", { parameter: "string" }],
  ["limitk", { parameter: "scalar", experimental: true }],
  ["limit_ratio", { parameter: "scalar", experimental: true }]
]);

// src/parse/prometheus/promql/selectors.ts
function selector(parser, name) {
  const start = (name ?? current2(parser)).start;
  const matchers = isNext(parser, "{") ? matchersOf(parser) : [];
  if (name && matchers.some((matcher2) => matcher2.label === "__name__"))
    refuse4(parser, `metric name must not be set twice: "${name.text}"`, start);
  if (!name && matchers.every((matcher2) => matcher2.matchesEmpty))
    refuse4(parser, "vector selector must contain at least one non-empty matcher", start);
  return { type: "vector", form: "selector", start };
}
function matchersOf(parser) {
  const matchers = [];
  take2(parser);
  while (!parser.problem && !takeIf(parser, "}")) {
    const matcher2 = matcherOf(parser);
    if (matcher2) matchers.push(matcher2);
    if (!takeIf(parser, ",") && !isNext(parser, "}")) unexpected(parser, "label matching", '"," or "}"');
  }
  return matchers;
}
function matcherOf(parser) {
  const first = current2(parser);
  if (first.kind !== "name" && first.kind !== "string") {
    unexpected(parser, "label matching", 'identifier or "}"');
    return void 0;
  }
  const label = first.kind === "string" ? textOf2(parser) : take2(parser).text;
  if (first.kind === "string" && isNext(parser, ",", "}")) return { label: "__name__", matchesEmpty: label === "" };
  const operator = current2(parser);
  if (operator.kind !== "operator") {
    unexpected(parser, "label matching", "label matching operator");
    return void 0;
  }
  take2(parser);
  const value = current2(parser);
  if (value.kind !== "string") {
    unexpected(parser, "label matching", "string");
    return void 0;
  }
  const text2 = textOf2(parser);
  if (operator.text === "=" || operator.text === "!=")
    return { label, matchesEmpty: text2 === "" === (operator.text === "=") };
  const regex2 = readRe2(text2);
  if (!regex2.valid) {
    refuse4(parser, `error parsing regexp: ${regex2.problem}: "${text2}"`, value.start);
    return void 0;
  }
  return { label, matchesEmpty: regex2.matchesEmpty === (operator.text === "=~") };
}
function textOf2(parser) {
  const { text: text2, start } = take2(parser);
  const value = unquote(text2);
  if (value === void 0) refuse4(parser, "invalid escape sequence in a string", start);
  return value ?? "";
}
var NO_LABEL = /^(?:without|inf|nan)$/i;
function groupingLabels(parser) {
  const labels2 = [];
  if (!takeIf(parser, "(")) unexpected(parser, "grouping opts", '"("');
  while (!parser.problem && !takeIf(parser, ")")) {
    const { kind, text: text2, start } = current2(parser);
    if (kind === "string") {
      const label = textOf2(parser);
      if (label === "") refuse4(parser, 'invalid label name for grouping: ""', start);
      labels2.push(label);
    } else if ((kind === "name" || kind === "metric") && !NO_LABEL.test(text2)) labels2.push(take2(parser).text);
    else unexpected(parser, "grouping opts", "label");
    if (!takeIf(parser, ",") && !isNext(parser, ")")) unexpected(parser, "grouping opts", '"," or ")"');
  }
  return labels2;
}

// src/parse/prometheus/promql/expressions.ts
var OPERATORS = [
  ["or"],
  ["and", "unless"],
  ["==", "!=", "<=", "<", ">=", ">", "</", ">/"],
  ["+", "-"],
  ["*", "/", "%", "atan2"],
  ["^"]
];
var COMPARISONS = /* @__PURE__ */ new Set(["==", "!=", "<=", "<", ">=", ">"]);
var SETS = /* @__PURE__ */ new Set(["and", "or", "unless"]);
var SIGN3 = 5;
var DEEPEST4 = 150;
var NOTHING = { type: "vector", form: "other", start: 0 };
function expression(parser, least) {
  if (++parser.depth > DEEPEST4) {
    refuse4(parser, TOO_DEEP2, current2(parser).start);
    return NOTHING;
  }
  let left = modified(operand2(parser), parser);
  for (; ; ) {
    const operator = current2(parser);
    const precedence = OPERATORS.findIndex((operators) => isOneOf(operator, operators)) + 1;
    if (precedence === 0 || precedence < least) break;
    take2(parser);
    const matching = matchingOf(parser);
    const right = expression(parser, operator.text === "^" ? precedence : precedence + 1);
    left = binary(parser, left, operator, matching, right);
  }
  parser.depth--;
  return left;
}
function matchingOf(parser) {
  const bool = takeIf(parser, "bool") !== void 0;
  const by = takeIf(parser, "on", "ignoring");
  const labels2 = by ? groupingLabels(parser) : [];
  const group3 = by && takeIf(parser, "group_left", "group_right") !== void 0;
  const included = group3 && isNext(parser, "(") ? groupingLabels(parser) : [];
  if (isNext(parser, "fill", "fill_left", "fill_right") && following(parser).text === "(")
    refuse4(parser, "binop fill modifiers are experimental", current2(parser).start);
  return { bool, on: by?.text.toLowerCase() === "on", labels: labels2, group: group3 === true, included };
}
function binary(parser, left, operator, matching, right) {
  const name = operator.text.toLowerCase();
  const fail = (message) => refuse4(parser, message, operator.start);
  const types = [left.type, right.type];
  const isScalar = types.every((type) => type === "scalar");
  if (matching.bool && !COMPARISONS.has(name)) fail("bool modifier can only be used on comparison operators");
  if (COMPARISONS.has(name) && !matching.bool && isScalar) fail("comparisons between scalars must use BOOL modifier");
  const both = matching.on ? matching.labels.find((label) => matching.included.includes(label)) : void 0;
  if (both !== void 0) fail(`label "${both}" must not occur in ON and GROUP clause at once`);
  if (types.some((type) => type !== "scalar" && type !== "vector"))
    fail("binary expression must contain only scalar and instant vector types");
  if (types.some((type) => type !== "vector")) {
    if (matching.labels.length > 0) fail("vector matching only allowed between instant vectors");
    if (SETS.has(name)) fail(`set operator "${name}" not allowed in binary scalar expression`);
  } else if (SETS.has(name) && matching.group) fail(`no grouping allowed for "${name}" operation`);
  return { type: isScalar ? "scalar" : "vector", form: "other", start: left.start };
}
function operand2(parser) {
  const token = current2(parser);
  const { kind, start } = token;
  if (kind === "number" || kind === "duration") {
    readNumber(parser, "expression");
    return { type: "scalar", form: "number", start };
  }
  if (kind === "string") {
    textOf2(parser);
    return { type: "string", form: "other", start };
  }
  if (takeIf(parser, "+", "-")) return signed(parser, start);
  if (takeIf(parser, "(")) {
    const { type } = expression(parser, 1);
    expect(parser, ")", "parentheses");
    return { type, form: "other", start };
  }
  if (isNext(parser, "{")) return selector(parser, void 0);
  if (kind === "name" || kind === "metric") return named(parser);
  unexpected(parser, "expression");
  return NOTHING;
}
function signed(parser, start) {
  const { type, form } = expression(parser, SIGN3 + 1);
  if (type !== "scalar" && type !== "vector")
    refuse4(parser, "unary expression only allowed on expressions of type scalar or instant vector", start);
  return { type, form: form === "number" ? "number" : "other", start };
}
var RESERVED3 = /^(?:bool|on|ignoring|group_left|group_right|atan2)$/i;
function named(parser) {
  const token = current2(parser);
  const next = following(parser);
  const aggregation = token.kind === "name" ? AGGREGATIONS.get(token.text.toLowerCase()) : void 0;
  if (aggregation && (next.text === "(" || isOneOf(next, ["by", "without"]))) return aggregate(parser);
  if (token.kind === "name" && next.text === "(" && next.kind === "punctuation") return call(parser);
  if (RESERVED3.test(token.text)) unexpected(parser, "expression");
  return selector(parser, take2(parser));
}
function grouping(parser) {
  if (!takeIf(parser, "by", "without")) return false;
  groupingLabels(parser);
  return true;
}
function aggregate(parser) {
  const token = take2(parser);
  const name = token.text.toLowerCase();
  const { parameter, experimental } = AGGREGATIONS.get(name) ?? {};
  const grouped = grouping(parser);
  const given = argumentsOf(parser, "aggregation");
  if (!grouped) grouping(parser);
  const wanted = parameter ? [parameter, "vector"] : ["vector"];
  if (experimental && !parser.options.experimental)
    refuse4(parser, `${name}() is experimental and must be enabled`, token.start);
  if (given.length !== wanted.length)
    refuse4(
      parser,
      `wrong number of arguments for aggregate expression provided, expected ${wanted.length}, got ${given.length}`,
      token.start
    );
  expectTypes(parser, `${name}()`, given, wanted);
  return { type: "vector", form: "other", start: token.start };
}
function argumentsOf(parser, where) {
  const given = [];
  expect(parser, "(", where);
  while (!parser.problem && !takeIf(parser, ")")) {
    given.push(expression(parser, 1));
    if (takeIf(parser, ",")) {
      if (isNext(parser, ")"))
        refuse4(parser, "trailing commas not allowed in function call args", current2(parser).start);
    } else if (!isNext(parser, ")")) unexpected(parser, where, '"," or ")"');
  }
  return given;
}
function call(parser) {
  const { text: text2, start } = take2(parser);
  const known = FUNCTIONS.get(parser.options.renamed?.get(text2) ?? text2);
  if (!known) refuse4(parser, `unknown function with name "${text2}"`, start);
  const isRenamed = parser.options.renamed?.has(text2) === true;
  if (known?.experimental && !parser.options.experimental && !isRenamed)
    refuse4(parser, `function "${text2}" is not enabled`, start);
  const given = argumentsOf(parser, "function call");
  if (!known) return NOTHING;
  const { takes, least, most, gives } = known;
  if (given.length < least || given.length > most)
    refuse4(parser, `expected ${expectedCount(known)} argument(s) in call to "${text2}", got ${given.length}`, start);
  expectTypes(parser, `call to function "${text2}"`, given, takes);
  return { type: gives, form: "other", start };
}
function expectedCount({ least, most }) {
  if (least === most) return String(least);
  return most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
}
function expectTypes(parser, where, given, wanted) {
  for (const [index, { type, start }] of given.entries()) {
    const expected = wanted[index] ?? wanted.at(-1) ?? "vector";
    if (type !== expected) refuse4(parser, `expected type ${NAMES[expected]} in ${where}, got ${NAMES[type]}`, start);
  }
}
var NAMES = {
  scalar: "scalar",
  string: "string",
  vector: "instant vector",
  matrix: "range vector"
};
function modified(first, parser) {
  let found = first;
  while (!parser.problem) {
    const { text: text2, start } = current2(parser);
    if (takeIf(parser, "[")) found = ranged(parser, found, start);
    else if (takeIf(parser, "offset")) {
      const hasOffset = offsetDuration(parser) !== 0;
      if (!isTimed(found)) refuse4(parser, `offset modifier ${AFTER_SELECTOR}`, start);
      if (found.hasOffset) refuse4(parser, "offset may not be set multiple times", start);
      found = { ...found, hasOffset: hasOffset || found.hasOffset === true };
    } else if (takeIf(parser, "@")) {
      timestamp(parser);
      if (!isTimed(found)) refuse4(parser, `@ modifier ${AFTER_SELECTOR}`, start);
      if (found.hasTime) refuse4(parser, "@ <timestamp> may not be set multiple times", start);
      found = { ...found, hasTime: true };
    } else if (takeIf(parser, "anchored", "smoothed")) {
      const edges = text2.toLowerCase();
      if (found.form !== "selector" && found.form !== "range")
        refuse4(parser, `${edges} modifier not implemented`, start);
      if (found.edges !== void 0 && found.edges !== edges)
        refuse4(parser, "anchored and smoothed modifiers cannot be used together", start);
      found = { ...found, edges };
    } else break;
  }
  return found;
}
var AFTER_SELECTOR = "must be preceded by an instant vector selector or range vector selector or a subquery";
function isTimed({ form }) {
  return form === "selector" || form === "range" || form === "subquery";
}
function ranged(parser, inner, start) {
  positiveDuration(parser);
  const isSubquery = takeIf(parser, ":") !== void 0;
  if (isSubquery && !isNext(parser, "]")) positiveDuration(parser);
  expect(parser, "]", "subquery or range");
  if (isSubquery) {
    if (inner.type !== "vector") refuse4(parser, "subquery is only allowed on instant vector", inner.start);
    return { type: "matrix", form: "subquery", start: inner.start };
  }
  if (inner.form !== "selector") refuse4(parser, "ranges only allowed for vector selectors", start);
  if (inner.hasOffset) refuse4(parser, "no offset modifiers allowed before range", start);
  if (inner.hasTime) refuse4(parser, "no @ modifiers allowed before range", start);
  return { ...inner, type: "matrix", form: "range" };
}
function timestamp(parser) {
  const { start } = current2(parser);
  if (takeIf(parser, "start", "end")) {
    expect(parser, "(", "@");
    expect(parser, ")", "@");
    return;
  }
  takeIf(parser, "+", "-");
  const value = readNumber(parser, "@");
  if (value !== void 0 && !(Math.abs(value) < 2 ** 63))
    refuse4(parser, "timestamp out of bounds for @ modifier", start);
}

// src/parse/prometheus/promql.ts
function checkPromql(text2, options = {}) {
  const { tokens, problem } = lexPromql(text2);
  if (tokens.length === 0 || tokens[0]?.kind === "end")
    return problem ?? { message: "no expression found in input", start: 0 };
  const parser = { tokens, options, at: 0, depth: 0, problem: void 0 };
  expression(parser, 1);
  if (parser.problem?.message === TOO_DEEP2) return void 0;
  const rest = current2(parser);
  const end = problem ?? (rest.kind === "end" ? void 0 : { message: `unexpected "${rest.text}"`, start: rest.start });
  return problem && parser.problem && parser.problem.start >= problem.start ? problem : parser.problem ?? end;
}

// src/parse/prometheus/check-rules.ts
function checkRuleFile(source, root, options = {}) {
  return shapeProblems(source, root, record({ groups: list(group2(options)) }, checkGroups));
}
var labels = mapOf(text(), (name) => name === "" || name === "__name__" ? `invalid label name: ${name}` : void 0);
var annotations = mapOf(text(), (name) => name === "" ? "invalid annotation name: " : void 0);
function group2(options) {
  const rule = record(
    {
      record: text(),
      alert: text(),
      expr: text(),
      for: text(duration),
      keep_firing_for: text(duration),
      labels,
      annotations
    },
    (node, log) => checkRule(node, log, options)
  );
  return record({
    name: text(),
    interval: text(duration),
    query_offset: text(duration),
    limit: number(),
    rules: list(rule),
    labels
  });
}
function checkGroups(node, log) {
  const seen = /* @__PURE__ */ new Set();
  for (const item of itemsOf(child(node, "groups"))) {
    const name = textOf(child(item, "name")) ?? "";
    if (name === "") refuse(log, item.at, "Groupname must not be empty");
    if (seen.has(name)) refuse(log, item.at, `groupname: "${name}" is repeated in the same file`);
    seen.add(name);
  }
}
function checkRule(node, log, options) {
  const [isRecord, isAlert] = [isGiven(node, "record"), isGiven(node, "alert")];
  if (isRecord && isAlert) refuse(log, node.at, "only one of 'record' and 'alert' must be set");
  if (!isRecord && !isAlert) refuse(log, node.at, "one of 'record' or 'alert' must be set");
  const expression2 = child(node, "expr");
  const written = textOf(expression2) ?? "";
  if (!expression2 || written === "") refuse(log, node.at, "field 'expr' must be set in rule");
  else {
    const problem = checkPromql(written, options);
    if (problem) refuse(log, expression2.at, `could not parse expression: ${problem.message}`);
  }
  if (isRecord) checkRecord(node, log);
  if (isAlert) checkTemplates(node, log);
}
function checkRecord(node, log) {
  const name = textOf(child(node, "record")) ?? "";
  const notes = child(node, "annotations");
  if (notes?.kind === "map" && notes.entries.size > 0)
    refuse(log, node.at, "invalid field 'annotations' in recording rule");
  for (const key of ["for", "keep_firing_for"])
    if (parsePrometheusDuration(textOf(child(node, key)) ?? "0") !== 0)
      refuse(log, node.at, `invalid field '${key}' in recording rule`);
  if (/[{}]/.test(name))
    refuse(log, node.at, `braces present in the recording rule name; should it be in expr?: ${name}`);
}
var FUNCTIONS2 = new Set(
  "query first label value strvalue args reReplaceAll safeHtml match title toUpper toLower graphLink tableLink sortByLabel stripPort stripDomain humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime toDuration now pathPrefix externalURL parseDuration tmpl urlQueryEscape".split(
    " "
  )
);
var VARIABLES = ["labels", "externalLabels", "externalURL", "value"];
function checkTemplates(node, log) {
  for (const section of ["labels", "annotations"]) {
    const texts2 = child(node, section);
    if (texts2?.kind !== "map") continue;
    for (const [name, { node: value }] of texts2.entries) {
      const problem = templateProblem(textOf(value) ?? "", { functions: FUNCTIONS2, variables: VARIABLES });
      if (problem !== void 0) refuse(log, value.at, `${section.slice(0, -1)} "${name}": ${problem}`);
    }
  }
}

// src/model/telemetry/rejected-configurations.ts
function rejectedConfigurations(prometheus, alertmanagers, collectors) {
  const all = [
    ...prometheus.flatMap(ofPrometheus),
    ...alertmanagers.map(({ workload, configuration }) => ofFile(workload, configuration, checkAlertmanagerConfig)),
    ...collectors.map(({ workload, configuration }) => {
      const problems = configuration.state === "read" ? collectorProblems(configuration.config) : [];
      return ofFile(workload, configuration, () => problems);
    })
  ];
  return all.filter(({ problems }) => problems.length > 0);
}
function ofFile(workload, configuration, check) {
  const nothing = { workload, kind: "configuration", path: "", problems: [] };
  if (configuration.state !== "read") return nothing;
  const { config, source } = configuration;
  if (config.problems.length > 0) return nothing;
  return { ...nothing, path: config.path, problems: check(source, config.root) };
}
function ofPrometheus(server) {
  const { workload, configuration } = server;
  if (configuration.state !== "read" || workload.software?.id !== "prometheus") return [];
  const { config, source } = configuration;
  const problems = config.problems.length > 0 ? [] : checkPrometheusConfig(source, config.root);
  const options = promqlOptions(workload);
  const rules = loadedSources([server]).map((file) => {
    const { root, problems: broken } = readRuleFile(file);
    return {
      workload,
      kind: "rules",
      path: file.path,
      problems: broken.length > 0 ? [] : checkRuleFile(file, root, options)
    };
  });
  const isOld = isBefore(workload.version, [3]) !== false;
  return [
    {
      workload,
      kind: "configuration",
      path: config.path,
      problems: problems.filter(({ message }) => !isOld || !ONLY_NEW.test(message))
    },
    ...rules
  ];
}
var ONLY_NEW = /Alertmanager api version|field scrape_classic_histograms not found/;
function promqlOptions({ start, version }) {
  const features = option(start?.argv, "enable-feature");
  const experimental = features.given === "unknown" || features.given === "yes" && (features.value ?? "promql-experimental-functions").includes("promql-experimental-functions");
  const isOld = isBefore(version, [3]) !== false;
  return { experimental, ...isOld ? { renamed: /* @__PURE__ */ new Map([["holt_winters", "double_exponential_smoothing"]]) } : {} };
}
module.exports = {
  house: runAudit,
  rejectedConfigurations
};
