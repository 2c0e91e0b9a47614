"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  IDENTITY,
  containerFilesOf,
  coveredBy,
  known,
  partsReplaced,
  patternRewrite,
  prefixReplaced,
  unknown,
  unknownRewrite
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/haproxy.ts
var SECTIONS = /* @__PURE__ */ new Set([
  ...["global", "defaults", "frontend", "backend", "listen", "peers", "resolvers", "userlist", "mailers", "program"],
  ...[
    "ring",
    "cache",
    "http-errors",
    "fcgi-app",
    "crt-store",
    "crt-list",
    "log-forward",
    "log-profile",
    "traces",
    "acme"
  ]
]);
var MOST_PROBLEMS = 1e3;
function parseHaproxy(source, environment = () => null) {
  const sections = [];
  const problems = [];
  let depth = 0;
  let start = source.text.startsWith("\uFEFF") ? 1 : 0;
  while (start < source.text.length) {
    const newline = source.text.indexOf("\n", start);
    const end = newline === -1 ? source.text.length : newline;
    const line = readLine(source, start, end, environment);
    if (line.problem && problems.length < MOST_PROBLEMS) problems.push(line.problem);
    const { words } = line;
    const [first, second] = words;
    const at = { path: source.path, start: first?.at.start ?? start, end: words.at(-1)?.at.end ?? end };
    if (first?.text.startsWith(".")) {
      if (first.text === ".if") depth++;
      else if (first.text === ".endif") depth--;
    } else if (first && SECTIONS.has(first.text)) {
      const name = second && first.text !== "global" ? { name: second.text } : {};
      sections.push({ keyword: first.text, ...name, lines: [], at });
    } else if (first) {
      const section = sections.at(-1);
      if (section) section.lines.push({ words, conditional: depth > 0, at });
      else if (problems.length < MOST_PROBLEMS)
        problems.push({ at, message: `${first.text.slice(0, 60)} stands in no section`, kind: "syntax" });
    }
    start = end + 1;
  }
  return { sections, problems };
}
var ESCAPED = { n: "\n", r: "\r", t: "	" };
var VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(\[\*\])?(?:-([^}\n]*))?\})/y;
function readLine(source, start, end, environment) {
  const { text, path } = source;
  const words = [];
  let at = start;
  for (; ; ) {
    while (at < end && BLANK.test(text[at] ?? "")) at++;
    if (at >= end || text[at] === "#") return { words };
    const word = readWord(text, at, end, environment);
    const span = { path, start: word.quote ?? at, end: word.end };
    if (word.quote !== void 0)
      return { words, problem: { at: span, message: "The quote is not closed", kind: "syntax" } };
    words.push({ text: word.text, open: word.open, at: span });
    at = word.end;
  }
}
var BLANK = /[ \t\r]/;
function readWord(text, start, lineEnd, environment) {
  const parts = [];
  let at = start;
  let open = false;
  let quote = "";
  let quoteAt = start;
  while (at < lineEnd) {
    const character = text[at] ?? "";
    if (quote === "" && (character === "#" || BLANK.test(character))) break;
    if (character === "\\" && quote !== "'") {
      const escaped = readEscape(text, at, lineEnd, quote);
      parts.push(escaped.text);
      at = escaped.end;
    } else if (character === "$" && quote === '"') {
      const variable2 = readVariable(text, at, environment);
      open ||= variable2.open;
      parts.push(variable2.text);
      at = variable2.end;
    } else {
      at++;
      if (character === quote) quote = "";
      else if (quote === "" && (character === '"' || character === "'")) {
        quote = character;
        quoteAt = at - 1;
      } else parts.push(character);
    }
  }
  const end = Math.min(at, lineEnd);
  return { text: parts.join(""), open, end, quote: quote === "" ? void 0 : quoteAt };
}
function readEscape(text, at, lineEnd, quote) {
  const next = at + 1 < lineEnd ? text[at + 1] ?? "" : "";
  const code = next === "x" ? /^[0-9A-Fa-f]{2}/.exec(text.slice(at + 2, at + 4))?.[0] : void 0;
  if (code !== void 0) return { text: String.fromCharCode(Number.parseInt(code, 16)), end: at + 4 };
  const control = ESCAPED[next];
  if (control !== void 0) return { text: control, end: at + 2 };
  return (quote === '"' ? /[ #\\'"$]/ : /[ #\\'"]/).test(next) ? { text: next, end: at + 2 } : { text: "\\", end: at + 1 };
}
function readVariable(text, at, environment) {
  VARIABLE.lastIndex = at;
  const found = VARIABLE.exec(text);
  if (!found) return { text: "$", open: false, end: at + 1 };
  const [whole, plain, braced = "", list, fallback] = found;
  const value = environment(plain ?? braced);
  const end = at + whole.length;
  if (value === null || list !== void 0) return { text: whole, open: true, end };
  return { text: value ?? fallback ?? "", open: false, end };
}

// src/model/haproxy/checks.ts
function defaultsBefore(section, sections) {
  return sections.slice(0, sections.indexOf(section)).findLast(({ keyword }) => keyword === "defaults");
}
var OTHER_CHECK = /^option (?:tcp|ldap|mysql|pgsql|redis|spop|external)-check|^option (?:smtpchk|ssl-hello-chk)/;
function checkOf(section, defaults) {
  const lines = [...defaults?.lines ?? [], ...section.lines];
  if (lines.some((one) => one.conditional || OTHER_CHECK.test(textOf(one)) || expectsMore(one))) return void 0;
  if (!lines.some(isChecked)) return void 0;
  const option = lines.findLast((one) => /^option httpchk(?: |$)/.test(textOf(one)));
  const sends = lines.filter((one) => /^http-check send(?: |$)/.test(textOf(one)));
  if (!option || sends.length > 1) return void 0;
  const [, , first, second] = option.words;
  const send = sends[0];
  const uri = wordAfter(send, "uri") ?? (second ? second : first);
  const method = wordAfter(send, "meth") ?? (second ? first : void 0);
  if (!uri || uri.open || !uri.text.startsWith("/") || method?.text !== "GET" && method?.text !== "HEAD")
    return void 0;
  return { method: method.text, path: known(uri.text, uri.at), at: uri.at };
}
function textOf({ words }) {
  return words.map(({ text }) => text).join(" ");
}
function expectsMore(line) {
  const text = textOf(line);
  return /^http-check expect /.test(text) && !/ r?status \^?[23][\w.,-]*$/.test(text);
}
function isChecked({ words: [keyword, ...rest] }) {
  if (!/^(?:server|server-template|default-server)$/.test(keyword?.text ?? "")) return false;
  return rest.some(({ text }) => text === "check") && !rest.some(({ text }) => /^(?:port|addr|check-via-\S+|check-proto)$/.test(text));
}
function wordAfter(line, name) {
  const at = line?.words.findIndex(({ text }) => text === name) ?? -1;
  return at === -1 ? void 0 : line?.words[at + 1];
}

// src/model/haproxy/conditions.ts
var ANYTHING = { hosts: [] };
var MOST_WAYS = 50;
function namedConditions(section) {
  const named = /* @__PURE__ */ new Map();
  for (const { words } of section.lines) {
    const [keyword, name, ...test] = words;
    if (keyword?.text !== "acl" || !name) continue;
    named.set(name.text, [...named.get(name.text) ?? [], ...testOf(test)].slice(0, MOST_WAYS));
  }
  return named;
}
function conditionOf(line, named) {
  const start = line.words.findIndex((word) => word.text === "if");
  if (start === -1) return [ANYTHING];
  const ways = [];
  let way = [ANYTHING];
  const words = line.words.slice(start + 1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.text ?? "";
    if (word === "or" || word === "||") {
      ways.push(...way);
      way = [ANYTHING];
    } else if (word === "{" || word === "!{") {
      const end = words.findIndex((one, index) => index > at && one.text === "}");
      const inner = words.slice(at + 1, end === -1 ? void 0 : end);
      if (word === "{") way = both(way, testOf(inner));
      at = end === -1 ? words.length : end;
    } else if (word !== "!" && !word.startsWith("!")) way = both(way, named.get(word) ?? [ANYTHING]);
    else if (word === "!") at++;
  }
  return [...ways, ...way].slice(0, MOST_WAYS);
}
function both(left, right) {
  const ways = left.flatMap(
    (one) => right.map((other) => {
      const path = other.path ?? one.path;
      return { hosts: [...one.hosts, ...other.hosts], ...path ? { path } : {} };
    })
  );
  return ways.slice(0, MOST_WAYS);
}
function testOf(words) {
  const [fetch, ...rest] = words.map((word) => word.text);
  if (fetch === void 0 || words.some((word) => word.open)) return [ANYTHING];
  const method = rest[rest.indexOf("-m") + 1];
  const how = rest.includes("-m") ? method : void 0;
  const values = rest.filter(
    (word, index) => !word.startsWith("-") && rest[index - 1] !== "-m" && rest[index - 1] !== "-f"
  );
  const [, name, suffix] = /^(?:req\.)?(hdr(?:_\w+)?\(host\)|path|base)(?:_(\w+))?(?:,\w+.*)?$/i.exec(fetch) ?? [];
  if (name === void 0 || values.length === 0) return [ANYTHING];
  if (/^hdr/i.test(name)) return hostsOf(name, how, values);
  if (name !== "path") return [ANYTHING];
  const kind = suffix ?? how ?? "str";
  if (kind === "beg" || kind === "dir")
    return values.map((text) => ({ hosts: [], path: { match: "prefix", text: absolute(text) } }));
  if (kind === "str") return values.map((text) => ({ hosts: [], path: { match: "exact", text } }));
  return values.map((text) => ({ hosts: [], path: { match: "regex", text } }));
}
function hostsOf(fetch, how, values) {
  const isWhole = /^hdr\(host\)$/i.test(fetch) && (how === void 0 || how === "str");
  return [isWhole ? { hosts: values.map((value) => value.toLowerCase()) } : ANYTHING];
}
function absolute(path) {
  return path.startsWith("/") ? path : `/${path}`;
}

// src/model/haproxy/rewrites.ts
var ACTION = /^(?:set|replace)-(?:path|pathq|uri)$/;
var OLD = /^reqi?rep$/;
var MOST_RULES = 100;
function pathRulesOf(section) {
  const lines = section.lines.filter(isRule);
  const named = lines.length > 0 ? namedConditions(section) : /* @__PURE__ */ new Map();
  const rules = lines.slice(0, MOST_RULES + 1).map((line) => ({ line, condition: conditionText(line), asked: conditionOf(line, named) }));
  return { section, rules };
}
function rewriteThrough(sections, path, route) {
  const many = sections.find(({ rules }) => rules.length > MOST_RULES);
  if (many) return unknownRewrite(many.section.at, "too many rules may change the path");
  const own = route && conditionText(route);
  const met = sections.flatMap(
    ({ section, rules }, index) => rules.flatMap((rule) => {
      const meets = meetsRule(rule, path, index === 0 && section.keyword !== "backend" ? own : void 0);
      return meets === "never" ? [] : [{ line: rule.line, meets }];
    })
  );
  const [first, second] = met;
  if (!first) return IDENTITY;
  if (second) return unknownRewrite(second.line.at, "several rules may change the path");
  if (first.meets === "perhaps") return unknownRewrite(first.line.at, "a condition decides whether the path is changed");
  return rewriteOf(first.line, path);
}
function isRule({ words: [keyword, action] }) {
  return keyword?.text === "http-request" && ACTION.test(action?.text ?? "") || OLD.test(keyword?.text ?? "");
}
function conditionText({ words }) {
  const start = words.findIndex(({ text }) => text === "if" || text === "unless");
  return start === -1 ? "" : words.slice(start).map(({ text }) => text).join(" ");
}
function meetsRule({ line, condition, asked }, path, route) {
  if (line.conditional) return "perhaps";
  if (condition === "" || condition === route) return "always";
  if (!/^if (?:[^!{ ][^ ]*|\{ [^{}]* \})$/.test(condition)) return "perhaps";
  const covers = asked.map(
    (way) => way.path && way.path.match !== "regex" && way.hosts.length === 0 ? coverOf(way.path, path) : "unknown"
  );
  if (covers.includes("all")) return "always";
  return covers.every((cover) => cover === "none") ? "never" : "perhaps";
}
function coverOf(asked, path) {
  if (asked.match === "prefix") return coveredBy(asked.text, path);
  if (path.match === "exact") return asked.text === path.text ? "all" : "none";
  return asked.text.startsWith(path.text) ? "some" : "none";
}
var FORMAT = /^([^%]*)%\[path(?:,regsub\(([^()]*(?:\(\/\|\$\))?[^()]*)\))?\]$/;
function rewriteOf({ words, at }, path) {
  const [, action, first, second] = words;
  const beyond = unknownRewrite(at, "what the path becomes is put together while HAProxy runs");
  if (!first || words.some(({ open }) => open)) return beyond;
  if (action?.text === "replace-path" || action?.text === "replace-pathq") {
    if (!second || second.text.includes("%[")) return beyond;
    return patternRewrite(first.text, second.text, path, at);
  }
  if (action?.text !== "set-path" && action?.text !== "set-pathq") return beyond;
  if (!first.text.includes("%")) return { kind: "replace-path", by: first.text.replace(/\?.*$/s, ""), at };
  const [, front, substitution] = FORMAT.exec(first.text) ?? [];
  if (front === void 0) return beyond;
  return substitution === void 0 ? prefixReplaced("", front, at) : substituted(substitution, front, path, at);
}
function substituted(text, front, path, at) {
  const [pattern = "", by = "", flags = ""] = text.split(",").map((part) => part.replace(/^(["'])(.*)\1$/, "$2"));
  const [, written, separator] = /^\^((?:(?:[\w/%~@:-]|\\[./_~-])(?!\?))*)(\/\?|\(\/\|\$\))?$/.exec(pattern) ?? [];
  if (written === void 0 || flags.includes("g") || /[\\%]/.test(by))
    return unknownRewrite(at, "a regular expression changes the path");
  const literal = written.replace(/\\(.)/g, "$1");
  const covered = coveredBy(literal, path);
  if (covered === "none") return prefixReplaced("", front, at);
  if (covered !== "all") return unknownRewrite(at, "only a part of the paths is changed");
  const whole = `${front}${by}`;
  if (separator !== void 0 && whole.endsWith("/")) return partsReplaced(literal, whole, at);
  if (separator !== void 0) return unknownRewrite(at, "a regular expression changes the path");
  return whole === "" && literal !== "" ? { kind: "strip-prefix", prefix: literal, at } : prefixReplaced(literal, whole, at);
}

// src/model/haproxy.ts
function haproxyProxies(tree, workloads) {
  const found = workloads.flatMap((workload) => workload.software?.id === "haproxy" ? [proxyOf(workload, tree)] : []);
  const used = new Set(found.flatMap((one) => one.proxies.flatMap((proxy) => proxy.files)));
  const loose = tree.files.filter(({ path }) => /(?:^|\/)haproxy[\w.-]*\.cfg$/i.test(path) && !used.has(path));
  return {
    proxies: found.flatMap((one) => one.proxies),
    unreadable: found.flatMap((one) => one.unreadable),
    notEvaluated: loose.map(({ path }) => ({ path, because: "no workload is known to read it: not evaluated" }))
  };
}
var PLACES = ["/usr/local/etc/haproxy/haproxy.cfg", "/bitnami/haproxy/conf/haproxy.cfg", "/etc/haproxy/haproxy.cfg"];
function proxyOf(workload, tree) {
  const files = containerFilesOf(workload, tree);
  const named = filesNamed(workload);
  const sources = [];
  let complete = true;
  for (const path of named ?? PLACES) {
    const found = path.endsWith("/") ? void 0 : files.find(path);
    if (found?.state === "file") sources.push(found.file.source);
    else if (named || found?.state === "unknown") complete = false;
  }
  if (sources.length === 0) complete = false;
  const read = sources.map((source) => parseHaproxy(source, (name) => variable(workload, name)));
  const sections = read.flatMap((file) => file.sections);
  const backends = backendsOf(sections);
  return {
    proxies: [
      {
        id: `haproxy:${workload.id}`,
        kind: "proxy",
        name: workload.name,
        weight: workload.weight,
        at: workload.at,
        files: [.../* @__PURE__ */ new Set([...workload.files, ...sources.map((source) => source.path)])],
        software: "haproxy",
        workloads: [workload],
        ...workload.version ? { version: workload.version } : {},
        listeners: sections.flatMap(listenersOf),
        routes: routesOf(sections, backends),
        upstreams: [...backends.values()].filter(({ servers }) => servers.length > 0),
        complete: complete && sections.every(isPlain) && read.every((file) => file.problems.length === 0)
      }
    ],
    unreadable: read.flatMap((file, index) => unreadable(file, sources[index]))
  };
}
function filesNamed({ start }) {
  const argv = start?.argv ?? [];
  const named = argv.flatMap((word, index) => word === "-f" ? argv[index + 1] ?? [] : []);
  return named.length > 0 ? named : void 0;
}
function variable({ environment }, name) {
  const found = environment.get(name);
  if (!found) return name.startsWith("HAPROXY_") ? null : void 0;
  return found.value.known ? found.value.value : null;
}
function unreadable({ problems }, source) {
  if (problems.length === 0 || !source) return [];
  return [{ path: source.path, format: "haproxy", production: true, problems, mayDeclare: 1 }];
}
function isPlain(section) {
  return section.lines.every(
    ({ words, conditional }) => !conditional && !(words[0]?.text === "use_backend" && /%\[/.test(words[1]?.text ?? ""))
  );
}
function textsOf(line) {
  return line.words.map((word) => word.text);
}
function listenersOf(section) {
  if (section.keyword !== "frontend" && section.keyword !== "listen") return [];
  const redirects = section.lines.some(redirectsToTls);
  return section.lines.flatMap((line) => {
    const [keyword, addresses] = line.words;
    if (keyword?.text !== "bind" || !addresses) return [];
    const tls = textsOf(line).includes("ssl");
    return portsOf(addresses).map((port) => ({ port, tls, redirectsToTls: redirects && !tls, at: line.at }));
  });
}
function redirectsToTls(line) {
  const words = textsOf(line);
  const text = words.join(" ");
  if (!/^(?:http-request )?redirect scheme https\b/.test(text)) return false;
  const condition = /\s(?:if|unless)\s(.*)$/.exec(text)?.[1];
  return condition === void 0 || /ssl_fc|https|tls|ssl|acme|letsencrypt|well[-_]?known/i.test(condition);
}
var MOST_PORTS = 100;
function portsOf(word) {
  if (word.open) return [unknown(word.at, "it is set outside the repository")];
  return word.text.split(",").flatMap((address) => {
    const [, first, last = first] = /:(\d{1,5})(?:-(\d{1,5}))?$/.exec(address) ?? [];
    if (first === void 0) return [];
    const count = Math.min(Math.max(Number(last) - Number(first) + 1, 0), MOST_PORTS);
    return Array.from({ length: count }, (_, index) => known(Number(first) + index, word.at));
  });
}
function backendsOf(sections) {
  const backends = /* @__PURE__ */ new Map();
  for (const section of sections) {
    if (section.keyword !== "backend" && section.keyword !== "listen" || section.name === void 0) continue;
    const defaults = section.lines.find(({ words }) => words[0]?.text === "default-server");
    const again = defaults !== void 0 && textsOf(defaults).includes("resolvers");
    const servers = section.lines.flatMap((line) => serverOf(line, again));
    const check = checkOf(section, defaultsBefore(section, sections));
    backends.set(section.name, { name: section.name, servers, ...check && { check }, at: section.at });
  }
  return backends;
}
function serverOf(line, resolvedAgain) {
  const words = textsOf(line);
  const index = words[0] === "server" ? 2 : words[0] === "server-template" ? 3 : void 0;
  const address = index === void 0 ? void 0 : line.words[index];
  if (!address || words.includes("disabled")) return [];
  const base = {
    ...words.includes("ssl") ? { scheme: "https" } : {},
    backup: words.includes("backup"),
    resolved: resolvedAgain || words.includes("resolvers") ? "running" : "start",
    at: line.at
  };
  if (address.open) return [{ ...base, host: unknown(address.at, "it is set outside the repository") }];
  const [, host, port] = /^(?:ipv[46]@|tcp[46]?@)?(\[[^\]]*\]|[^:/@]+)(?::(\d{1,5}))?$/.exec(address.text) ?? [];
  if (host === void 0) return [];
  return [
    {
      ...base,
      host: known(host.replace(/^\[|\]$/g, ""), address.at),
      ...port === void 0 ? {} : { port: known(Number(port), address.at) }
    }
  ];
}
function routesOf(sections, backends) {
  const rules = new Map(sections.map((section) => [section, pathRulesOf(section)]));
  const byName = new Map(sections.flatMap((one) => one.keyword === "backend" ? [[one.name, rules.get(one)]] : []));
  return [...rules].flatMap(([section, own]) => sectionRoutes(section, own, { backends, byName }));
}
function sectionRoutes(section, own, { backends, byName }) {
  if (section.keyword !== "frontend" && section.keyword !== "listen") return [];
  const named = namedConditions(section);
  const routes = section.lines.flatMap((line) => {
    const [keyword, name] = textsOf(line);
    const upstream = keyword === "use_backend" || keyword === "default_backend" ? backends.get(name ?? "") : void 0;
    if (!upstream) return [];
    const ways = keyword === "use_backend" ? conditionOf(line, named) : [{ hosts: [] }];
    const through = [own, ...[byName.get(name) ?? []].flat()];
    return ways.map(({ hosts, path = ANY_PATH }) => {
      const rewrite2 = rewriteThrough(through, path, line);
      return { hosts, path, upstream, rewrite: rewrite2, at: line.at };
    });
  });
  const servers = section.keyword === "listen" && section.name !== void 0 ? backends.get(section.name) : void 0;
  if (!servers || servers.servers.length === 0) return routes;
  const rewrite = rewriteThrough([own], ANY_PATH);
  return [...routes, { hosts: [], path: ANY_PATH, upstream: servers, rewrite, at: section.at }];
}
var ANY_PATH = { match: "prefix", text: "/" };
module.exports = {
  haproxyProxies,
  house: runAudit
};
