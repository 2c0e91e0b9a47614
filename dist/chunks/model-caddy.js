"use strict";
const {
  rewriteInSteps
} = require("./chunk-HY64DORL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  containerFilesOf,
  directoryOf,
  known,
  unknown
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/caddyfile/lexer.ts
var BLANK = /[ \t\r\f\v\u00a0]/;
var HEREDOC = /<<([A-Za-z0-9_-]{1,60})[ \t\r]*\n/y;
var MOST_WORDS = 2e5;
function lexCaddyfile({ text, path }, environment) {
  const words = [];
  const problems = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let newLine = true;
  while (at < text.length && words.length < MOST_WORDS) {
    const character = text[at] ?? "";
    if (character === "\n") {
      newLine = true;
      at++;
    } else if (BLANK.test(character)) at++;
    else if (character === "\\" && /^\\\r?\n/.test(text.slice(at, at + 3))) at = text.indexOf("\n", at) + 1;
    else if (character === "#") {
      const end = text.indexOf("\n", at);
      at = end === -1 ? text.length : end;
    } else {
      const word = readWord(text, at);
      const span = { path, start: at, end: word.end };
      if (word.unclosed)
        problems.push({ at: { ...span, end: at + 1 }, message: "The quote is not closed", kind: "syntax" });
      for (const { text: part, open } of substituted(word.text, word.quoted, environment)) {
        words.push({ text: part, quoted: word.quoted, open, newLine, at: span });
        newLine = false;
      }
      at = word.end;
    }
  }
  return { words, problems };
}
function readWord(text, start) {
  const quote = text[start] ?? "";
  if (quote === '"' || quote === "`") return readQuoted(text, start, quote);
  HEREDOC.lastIndex = start;
  const heredoc = HEREDOC.exec(text);
  if (heredoc) return readHeredoc(text, start + heredoc[0].length, heredoc[1] ?? "");
  let end = start;
  while (end < text.length && text[end] !== "\n" && !BLANK.test(text[end] ?? "")) {
    if (text[end] === "\\" && text[end + 1] === "\n") break;
    end++;
  }
  return { text: text.slice(start, end), quoted: false, end };
}
function readQuoted(text, start, quote) {
  const parts = [];
  let from = start + 1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === quote) {
      parts.push(text.slice(from, at));
      return { text: parts.join(""), quoted: true, end: at + 1 };
    }
    if (quote === '"' && text[at] === "\\") {
      if (text[at + 1] === '"') {
        parts.push(text.slice(from, at));
        from = at + 1;
      }
      at++;
    }
  }
  return { text: text.slice(start + 1), quoted: true, end: text.length, unclosed: true };
}
function readHeredoc(text, start, marker) {
  let at = start;
  while (at < text.length) {
    const newline = text.indexOf("\n", at);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(at, end).trim();
    if (line === marker) {
      const closing = text.indexOf(marker, at) + marker.length;
      return { text: text.slice(start, Math.max(start, at - 1)), quoted: true, end: closing };
    }
    at = end + 1;
  }
  return { text: text.slice(start), quoted: true, end: text.length, unclosed: true };
}
var VARIABLE = /\{\$([^{}:\s$]{1,200})(?::([^{}]{0,500}))?\}/g;
function substituted(word, quoted, environment) {
  if (!word.includes("{$")) return [{ text: word, open: false }];
  let open = false;
  const text = word.replace(VARIABLE, (whole, name, fallback) => {
    const value = environment(name);
    if (value === null) open = true;
    return value === null ? whole : value || (fallback ?? "");
  });
  if (quoted) return [{ text, open }];
  return text.split(/\s+/).flatMap((part) => part === "" ? [] : [{ text: part, open }]);
}

// src/parse/caddyfile.ts
var MOST_DEPTH = 50;
var MOST_PROBLEMS = 100;
function parseCaddyfile(source, environment = () => null) {
  const { words, problems } = lexCaddyfile(source, environment);
  const reader = new Reader(words, [...problems]);
  return { ...reader.file(), problems: reader.problems };
}
function parseCaddyDirectives(source, environment = () => null) {
  const { words, problems } = lexCaddyfile(source, environment);
  const reader = new Reader(words, [...problems]);
  return { directives: reader.body(), problems: reader.problems };
}
var Reader = class {
  problems;
  #words;
  #at = 0;
  constructor(words, problems) {
    this.#words = words;
    this.problems = problems;
  }
  file() {
    const snippets = /* @__PURE__ */ new Map();
    const sites = [];
    const imports = [];
    const options = this.#isOpening(this.#words[0]) ? this.#block(0) : [];
    while (this.#at < this.#words.length) {
      const before = this.#at;
      const first = this.#words[before];
      if (first && !first.quoted && first.text === "import") imports.push(this.#line(0));
      else if (first) this.#site(first, { snippets, sites });
      this.#at = Math.max(this.#at, before + 1);
    }
    return { options, snippets, sites, imports };
  }
  body() {
    return this.#directives(0, false);
  }
  #site(first, found) {
    const addresses = this.#addresses();
    const opening = this.#words[this.#at];
    const isBare = found.sites.length === 0 && found.snippets.size === 0 && !this.#isOpening(opening);
    if (!this.#isOpening(opening) && !isBare) {
      this.#problem(first, `${first.text.slice(0, 60)} opens no block`);
      return;
    }
    const directives = isBare ? this.#directives(0, false) : this.#block(0);
    const [, snippet] = /^&?\(([^()]+)\)$/.exec(first.text) ?? [];
    if (snippet !== void 0) found.snippets.set(snippet, directives);
    else found.sites.push({ addresses, directives, at: first.at });
  }
  /** Addresses up to the end of the line, or of the last line behind a comma. */
  #addresses() {
    const addresses = [];
    let goesOn = true;
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at];
      if (this.#isOpening(word) || word.newLine && !goesOn) break;
      this.#at++;
      goesOn = word.text.endsWith(",");
      for (const text of word.text.split(",")) if (text !== "") addresses.push({ ...word, text });
    }
    return addresses;
  }
  #isOpening(word) {
    return word !== void 0 && !word.quoted && word.text === "{";
  }
  /** From an opening brace to behind the closing one. */
  #block(depth) {
    const opening = this.#words[this.#at];
    this.#at++;
    if (depth < MOST_DEPTH) return this.#directives(depth + 1, true, opening);
    this.#problem(opening, "The blocks are nested too deeply");
    this.#at = this.#words.length;
    return [];
  }
  #directives(depth, isBlock, opening) {
    const directives = [];
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at];
      if (!word.quoted && word.text === "}") {
        this.#at++;
        if (isBlock) return directives;
        this.#problem(word, "This brace closes nothing");
      } else directives.push(this.#line(depth));
    }
    if (opening) this.#problem(opening, "The block is not closed");
    return directives;
  }
  #line(depth) {
    const name = this.#words[this.#at];
    this.#at++;
    const args = [];
    let block;
    while (this.#at < this.#words.length) {
      const word = this.#words[this.#at];
      if (word.newLine) break;
      const next = this.#words[this.#at + 1];
      if (this.#isOpening(word) && (next === void 0 || next.newLine)) {
        block = this.#block(depth);
        break;
      }
      args.push(word);
      this.#at++;
    }
    const at = { ...name.at, end: args.at(-1)?.at.end ?? name.at.end };
    return { name, args, ...block ? { block } : {}, at };
  }
  #problem({ at }, message) {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ at, message, kind: "syntax" });
  }
};

// src/model/caddy/imports.ts
var MOST_DIRECTIVES = 2e4;
var MOST_DEPTH2 = 10;
function withImports(directives, snippets, read) {
  const state = { snippets, read, left: MOST_DIRECTIVES, complete: true };
  return { directives: expanded(directives, state, 0), complete: state.complete };
}
function expanded(directives, state, depth) {
  return directives.flatMap((directive) => {
    if (state.left-- <= 0) {
      state.complete = false;
      return [];
    }
    const { name, block } = directive;
    if (name.text === "import" && !name.quoted) return imported(directive, state, depth);
    return block ? [{ ...directive, block: expanded(block, state, depth) }] : [directive];
  });
}
function imported({ args: [what, ...args] }, state, depth) {
  const found = what && depth < MOST_DEPTH2 ? contentOf(what, state) : void 0;
  if (!found) {
    state.complete = false;
    return [];
  }
  const filled = args.length > 0 ? found.map((directive) => withArguments(directive, args)) : found;
  return expanded(filled, state, depth + 1);
}
function contentOf(what, { snippets, read }) {
  const snippet = snippets.get(what.text);
  if (snippet || what.open) return snippet;
  return read(what);
}
function withArguments(directive, args) {
  const fill = (word) => word.text.includes("{args") ? {
    ...word,
    text: word.text.replace(/\{args(?:\[(\d{1,3})\]|\.(\d{1,3}))\}/g, (whole, index, old) => {
      return args[Number(index ?? old)]?.text ?? whole;
    })
  } : word;
  const { name, args: own, block } = directive;
  return {
    ...directive,
    name: fill(name),
    args: own.map(fill),
    ...block ? { block: block.map((inner) => withArguments(inner, args)) } : {}
  };
}

// src/model/caddy/routes.ts
var ANY_PATH = { match: "prefix", text: "/" };
var MOST_ROUTES = 2e3;
function routesOf(hosts, prefix, directives) {
  const matchers = new Map(
    directives.flatMap((directive) => {
      const { name, args, block = [] } = directive;
      if (!name.text.startsWith("@")) return [];
      const [first, ...rest] = args;
      const inline = first ? [{ name: first, args: rest, at: directive.at }] : [];
      return [[name.text, [...inline, ...block]]];
    })
  );
  const path = prefix === void 0 ? ANY_PATH : { match: "prefix", text: prefix };
  const found = [];
  walk(directives, { hosts, path, cut: "", steps: [], matchers }, found);
  return found;
}
var BLOCKS = /* @__PURE__ */ new Set(["handle", "handle_path", "route", "handle_errors"]);
var REWRITES = /* @__PURE__ */ new Set(["rewrite", "uri"]);
function walk(directives, context, found) {
  for (const directive of directives) {
    const name = directive.name.text;
    const isProxy = name === "reverse_proxy" || name === "php_fastcgi";
    if (!isProxy && !BLOCKS.has(name)) continue;
    for (const inner of contextsOf(directive, context)) {
      const steps = [...inner.steps, ...directives.flatMap((one) => stepsOf(one, inner))];
      if (found.length >= MOST_ROUTES) return;
      if (!isProxy) walk(directive.block ?? [], { ...inner, steps: [...steps, ...cutBy(directive, inner)] }, found);
      else found.push(routeOf(directive, { ...inner, steps }));
    }
  }
}
function contextsOf(directive, context) {
  return matcherOf(directive, context).map(({ hosts, path }) => ({
    ...context,
    hosts: hosts ?? context.hosts,
    path: path ? moreExact(context, path) : context.path
  }));
}
function matcherOf({ args }, { matchers }) {
  const [first] = args;
  if (!first || first.quoted) return [{ more: false }];
  if (first.text.startsWith("/")) return [{ path: pathOf(first), more: false }];
  if (!first.text.startsWith("@")) return [{ more: false }];
  return askedBy(matchers.get(first.text));
}
function askedBy(lines) {
  if (!lines) return [{ more: true }];
  let hosts;
  let paths = [];
  let more = false;
  for (const { name, args } of lines) {
    if (name.text === "host") hosts = args.map(({ text }) => text.toLowerCase());
    else if (name.text === "path") paths = [...paths, ...args.map(pathOf)];
    else if (name.text === "path_regexp") paths = [...paths, { match: "regex", text: args.at(-1)?.text ?? "" }];
    else more = true;
  }
  const base = { ...hosts ? { hosts } : {}, more };
  return paths.length > 0 ? paths.map((path) => ({ ...base, path })) : [base];
}
function pathOf({ text }) {
  if (text === "*" || text === "/*") return ANY_PATH;
  const stem = text.replace(/\*$/, "");
  if (stem.includes("*"))
    return { match: "regex", text: text.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*") };
  return { match: stem === text ? "exact" : "prefix", text: stem };
}
function moreExact({ path: outer, cut }, inner) {
  const path = inner.match === "regex" ? inner : { ...inner, text: `${cut}${inner.text}` };
  if (outer.match === "exact" || path.match === "regex") return outer.match === "exact" ? outer : path;
  return path.text.length >= outer.text.length ? path : outer;
}
function cutBy({ name, args, at }, _) {
  const prefix = args[0]?.text.replace(/\/?\*$/, "") ?? "";
  return name.text === "handle_path" && prefix.startsWith("/") ? [{ kind: "strip", prefixes: [prefix], at }] : [];
}
function stepsOf(directive, context) {
  if (!REWRITES.has(directive.name.text)) return [];
  const [first, ...rest] = directive.args;
  const isMatcher = first !== void 0 && !first.quoted && /^(?:\*$|@|\/)/.test(first.text);
  const words = isMatcher && directive.args.length > 1 ? rest : directive.args;
  const asked = isMatcher && directive.args.length > 1 ? matcherOf(directive, context) : [{ more: false }];
  const met = asked.map((one) => coverOf(one, context));
  if (met.every((one) => one === "none")) return [];
  const { at } = directive;
  if (!met.includes("all")) return [{ kind: "unknown", because: "a matcher decides whether the path is changed", at }];
  return directive.name.text === "rewrite" ? rewriteTo(words[0], at) : uriStep(words, at);
}
function coverOf({ path, hosts, more }, context) {
  if (more || hosts) return "some";
  if (!path) return "all";
  if (path.match === "regex" || context.path.match === "regex") return "some";
  const [asked, own] = [`${context.cut}${path.text}`, context.path.text];
  if (path.match === "exact" ? asked === own && context.path.match === "exact" : own.startsWith(asked)) return "all";
  return asked.startsWith(own) && context.path.match === "prefix" ? "some" : "none";
}
function rewriteTo(word, at) {
  const text = word?.text.replace(/\?.*$/s, "") ?? "";
  const [, front] = /^([^{}]*)\{(?:uri|path|http\.request\.uri(?:\.path)?)\}$/.exec(text) ?? [];
  if (front !== void 0) return front === "" ? [] : [{ kind: "add", prefix: front, at }];
  if (word?.open || text.includes("{")) return [{ kind: "unknown", because: "a placeholder decides", at }];
  return text === "" ? [] : [{ kind: "whole", by: text, at }];
}
function uriStep([operation, ...args], at) {
  const target = args[0]?.text ?? "";
  if (operation?.text === "query") return [];
  if (operation?.text === "strip_prefix") {
    const prefix = target.startsWith("/") ? target : `/${target}`;
    return [{ kind: "strip", prefixes: [prefix], at }];
  }
  if (operation?.text === "path_regexp") {
    const pattern = target.startsWith("^") ? target : `.*${target}`;
    return [{ kind: "pattern", pattern, replacement: args[1]?.text ?? "", at }];
  }
  return [{ kind: "unknown", because: `uri ${operation?.text ?? ""} changes the path`, at }];
}
function routeOf(directive, context) {
  const { name, args, block = [], at } = directive;
  const own = args.filter((word, index) => index > 0 || word.quoted || !/^(?:\*$|@|\/)/.test(word.text));
  const to = block.flatMap((line) => line.name.text === "to" ? line.args : []);
  const isTls = block.some(
    (line) => line.name.text === "transport" && line.block?.some((inner) => /^tls/.test(inner.name.text)) === true
  );
  const servers = [...own, ...to].map((word) => serverOf(word, name.text === "php_fastcgi", isTls));
  const rewrites = block.flatMap((line) => line.name.text === "rewrite" ? rewriteTo(line.args.at(-1), line.at) : []);
  const upstream = { servers, at };
  return {
    hosts: context.hosts,
    path: context.path,
    upstream,
    rewrite: rewriteInSteps([...context.steps, ...rewrites], context.path),
    at
  };
}
var UPSTREAM = /^(?:(https?|h2c|fcgi|srv):\/\/)?(\[[^\]]*\]|[^:/]*)(?::(\d{1,5}))?(?:\/)?$/i;
function serverOf({ text, open, at }, isFcgi, isTls) {
  const base = { backup: false, resolved: "running", at };
  if (open || text.includes("{")) return { ...base, host: unknown(at, "it is set outside the repository") };
  if (/^unix(?:\+\w+)?\//.test(text)) return { ...base, host: known(text.replace(/^unix(?:\+\w+)?\//, "unix:"), at) };
  const [, scheme, host, port] = UPSTREAM.exec(text) ?? [];
  if (host === void 0) return { ...base, host: unknown(at, "it names several") };
  const protocol = scheme?.toLowerCase() ?? (isFcgi ? "fcgi" : isTls ? "https" : void 0);
  return {
    ...base,
    host: known(host === "" ? "localhost" : host.replace(/^\[|\]$/g, ""), at),
    ...port === void 0 ? {} : { port: known(Number(port), at) },
    ...protocol === void 0 ? {} : { scheme: protocol }
  };
}

// src/model/caddy/sites.ts
function tlsOptionsOf(options) {
  const argument = (name) => options.find((one) => one.name.text === name)?.args.map(({ text }) => text) ?? [];
  const port = (name, fallback) => Number(/^\d{1,5}$/.exec(argument(name)[0] ?? "")?.[0] ?? fallback);
  const automatic = argument("auto_https");
  return {
    httpPort: port("http_port", 80),
    httpsPort: port("https_port", 443),
    automatic: !automatic.some((word) => word === "off" || word === "disable_certs"),
    redirects: !automatic.some((word) => word === "off" || word === "disable_redirects")
  };
}
var ADDRESS = /^(?:(https?):\/\/)?(\[[^\]]*\]|[^:/]*)?(?::(\d{1,5}))?(\/.*)?$/i;
function addressOf(word) {
  const found = ADDRESS.exec(word.text);
  if (word.open || !found) return { open: true, word };
  const [, scheme, host = "", port, path] = found;
  return {
    ...host !== "" && host !== "*" && host !== "0.0.0.0" ? { host: host.toLowerCase() } : {},
    ...port === void 0 ? {} : { port: Number(port) },
    ...scheme === void 0 ? {} : { scheme: scheme.toLowerCase() },
    ...path === void 0 ? {} : { path: path.replace(/\*$/, "") },
    open: false,
    word
  };
}
function listenersOf(site, directives, options) {
  const named = directives.some(({ name }) => name.text === "tls");
  return site.addresses.map(addressOf).flatMap((address) => listenersAt(address, named, options));
}
function listenersAt(address, hasTls, options) {
  const { at } = address.word;
  if (address.open)
    return [{ port: unknown(at, "it is set outside the repository"), tls: hasTls, redirectsToTls: false, at }];
  const { host, scheme } = address;
  const isPlain = scheme === "http" || address.port === options.httpPort && scheme !== "https";
  const named = host !== void 0 && options.automatic;
  const tls = !isPlain && (hasTls || scheme === "https" || named || address.port === options.httpsPort);
  const port = address.port ?? (tls ? options.httpsPort : options.httpPort);
  const listener = { port: known(port, at), tls, redirectsToTls: false, at };
  const redirects = tls && named && options.redirects && port === options.httpsPort;
  return redirects ? [listener, { port: known(options.httpPort, at), tls: false, redirectsToTls: true, at }] : [listener];
}

// src/model/caddy.ts
function caddyProxies(tree, workloads) {
  const found = workloads.flatMap((workload) => workload.software?.id === "caddy" ? [proxyOf(workload, tree)] : []);
  const used = new Set(found.flatMap((one) => one.used));
  const loose = caddyfilesOf(tree).filter((path) => !used.has(path));
  return {
    proxies: found.flatMap((one) => one.proxy ?? []),
    unreadable: found.flatMap(
      ({ broken }) => broken.map(({ path, problems }) => ({ path, format: "caddy", production: true, problems, mayDeclare: 1 }))
    ),
    notEvaluated: [
      ...found.flatMap((one) => one.notEvaluated),
      ...loose.map((path) => ({ path, because: "no workload is known to read it: not evaluated" }))
    ]
  };
}
var CADDYFILE = /(?:^|\/)(?:Caddyfile(?:\.[\w-]+)?|[\w.-]+\.caddyfile)$/i;
var OTHER = /\.(?:mdx?|rst|adoc|txt|html?|[cm]?[jt]sx?|go|py|rb|json|ya?ml|toml)$/i;
function caddyfilesOf(tree) {
  return tree.files.flatMap(({ path }) => CADDYFILE.test(path) && !OTHER.test(path) ? [path] : []);
}
var NOTHING = { used: [], broken: [], notEvaluated: [] };
function proxyOf(workload, tree) {
  const files = containerFilesOf(workload, tree);
  const path = configurationPath(workload);
  const found = path === void 0 ? void 0 : files.find(path);
  if (!path || found?.state !== "file") return NOTHING;
  const { source } = found.file;
  if (/\.json$/i.test(source.path))
    return {
      ...NOTHING,
      notEvaluated: [{ path: source.path, because: "a configuration of Caddy as JSON: not evaluated" }]
    };
  const reader = new Imports(workload, files, directoryOf(path));
  const file = reader.read(source);
  const sites = reader.sitesOf(file);
  const options = tlsOptionsOf(file.options);
  const routes = sites.flatMap(siteRoutes);
  const proxy = {
    id: `caddy:${workload.id}`,
    kind: "proxy",
    name: workload.name,
    weight: workload.weight,
    at: workload.at,
    files: [.../* @__PURE__ */ new Set([...workload.files, ...reader.used])],
    software: "caddy",
    workloads: [workload],
    ...workload.version ? { version: workload.version } : {},
    listeners: joined(sites.flatMap((site) => listenersOf(site, site.directives, options))),
    routes,
    upstreams: routes.map((route) => route.upstream),
    complete: reader.complete && reader.broken.length === 0
  };
  return { proxy, used: reader.used, broken: reader.broken, notEvaluated: [] };
}
function configurationPath({ start }) {
  const argv = start?.argv ?? [];
  const index = argv.findIndex((word) => word === "--config" || word === "-c" || word?.startsWith("--config="));
  if (index !== -1)
    return (argv[index]?.includes("=") ? argv[index]?.slice("--config=".length) : argv[index + 1]) ?? void 0;
  return argv.some((word) => word === "reverse-proxy" || word === "file-server" || word === "docker-proxy") ? void 0 : "/etc/caddy/Caddyfile";
}
function joined(listeners) {
  const found = /* @__PURE__ */ new Map();
  for (const listener of listeners) {
    const key = listener.port.known ? `${listener.port.value}` : `?${listener.at.start}`;
    const other = found.get(key);
    const both = other && {
      ...other,
      tls: other.tls || listener.tls,
      redirectsToTls: other.redirectsToTls && listener.redirectsToTls
    };
    found.set(key, both ?? listener);
  }
  return [...found.values()];
}
function siteRoutes({ addresses, directives }) {
  const read = addresses.map(addressOf);
  const hosts = read.flatMap(({ host }) => host ?? []);
  return routesOf(hosts.length === read.length ? hosts : [], read[0]?.path, directives);
}
var MOST_FILES = 100;
var Imports = class {
  used = [];
  broken = [];
  complete = true;
  #workload;
  #files;
  #directory;
  constructor(workload, files, directory) {
    this.#workload = workload;
    this.#files = files;
    this.#directory = directory;
  }
  read(source) {
    const file = parseCaddyfile(source, (name) => this.#variable(name));
    this.#note(source, file.problems);
    return file;
  }
  /** The sites of a file and of those that it imports as a whole, with everything in the place of `import`. */
  sitesOf(file) {
    const whole = file.imports.flatMap(({ args }) => args[0] ? this.#sources(args[0].text) ?? [] : []);
    const files = [file, ...whole.map((source) => this.read(source))];
    const snippets = new Map(files.flatMap((one) => [...one.snippets]));
    const read = (named) => this.#sources(named.text)?.flatMap((source) => {
      const { directives, problems } = parseCaddyDirectives(source, (name) => this.#variable(name));
      this.#note(source, problems);
      return directives;
    });
    return files.flatMap((one) => one.sites).map((site) => {
      const { directives, complete } = withImports(site.directives, snippets, read);
      this.complete &&= complete;
      return { ...site, directives };
    });
  }
  #note({ path }, problems) {
    if (!this.used.includes(path)) this.used.push(path);
    else return;
    if (problems.length > 0) this.broken.push({ path, problems });
  }
  #sources(pattern) {
    const path = pattern.startsWith("/") ? pattern : `${this.#directory}/${pattern.replace(/^\.\//, "")}`;
    const { files, hidden } = this.#files.match(path);
    if (hidden || files.length === 0 || this.used.length > MOST_FILES) {
      this.complete = false;
      return void 0;
    }
    return files.map(({ source }) => source);
  }
  #variable(name) {
    const found = this.#workload.environment.get(name);
    if (!found) return void 0;
    return found.value.known ? found.value.value : null;
  }
};
module.exports = {
  caddyProxies,
  house: runAudit
};
