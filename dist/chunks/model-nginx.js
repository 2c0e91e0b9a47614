"use strict";

// src/knowledge/nginx/stock.ts
var stockNginx = (function stockNginx(distribution) {
  return STOCK.get(distribution ?? "");
});

// src/model/nginx/loose-files.ts
var looseNginxTrees = (function looseNginxTrees(tree, used) {
  const templates = tree.files.filter((file) => file.format === "nginx" && isOtherTemplate(tree.read(file.path)));
  const skipped = new Set(templates.map((file) => file.path));
  const sources = tree.files.flatMap((file) => {
    const source = file.format === "nginx" && !used.has(file.path) && !skipped.has(file.path) && tree.read(file.path);
    return source ? [source] : [];
  });
  const trees = [];
  const included = /* @__PURE__ */ new Set();
  const add = (group, start) => {
    const one = looseTree(group, start, tree);
    for (const file of one.files.slice(group.length)) included.add(file.path);
    trees.push(one);
  };
  const starts = new Map(sources.map((source) => [source, startOf(nginxFileOf(source).directives)]));
  const order = ["main", "http", "stream", "server", void 0];
  for (const start of order) {
    const own = sources.filter((source) => starts.get(source) === start);
    for (const group of grouped(own.filter((source) => !included.has(source.path)))) add(group, start);
  }
  const because = "nginx configuration in a template language: not evaluated";
  return {
    trees: trees.filter((one) => one.files[0] && !included.has(one.files[0].path)),
    notEvaluated: templates.map(({ path }) => ({ path, because }))
  };
});
var grouped = (function grouped(sources) {
  const groups = /* @__PURE__ */ new Map();
  for (const source of sources) {
    const directory = directoryOf(source.path);
    const key = WHOLE_DIRECTORY.test(fileName(directory)) ? directory : source.path;
    const group = groups.get(key);
    if (group) group.push(source);
    else groups.set(key, [source]);
  }
  return [...groups.values()];
});

// src/model/nginx/prepared.ts
var preparedFiles = (function preparedFiles(files, workload) {
  const made = new Map(copiesOf(workload, files).map(([from, to]) => [to, arriving(files.find(from), to)]));
  if (made.size === 0) return files;
  return {
    find: (path) => made.get(path) ?? files.find(path),
    match: (pattern) => {
      const found = files.match(pattern);
      const matches = pathMatcher(pattern);
      const all = new Map(found.files.map((file) => [file.path, file]));
      for (const [path, one] of made) if (one.state === "file" && matches(path)) all.set(path, one.file);
      const sorted = [...all.values()].sort((one, other) => one.path < other.path ? -1 : 1);
      return { ...found, files: sorted };
    }
  };
});
var copiesOf = (function copiesOf({ start }, files) {
  const commands = [...start?.script?.commands ?? [], ...scriptsOf(start, files).flatMap((one) => one.commands)];
  return commands.slice(0, MOST_COMMANDS).flatMap(({ words, redirects: redirects2 }) => {
    const [program = "", ...rest] = words;
    if (!/^(?:envsubst|sed|cat|cp|mv)$/.test(program)) return [];
    const target = (operator) => redirects2.find((one) => operator.test(one.operator))?.target;
    const paths = rest.filter((word) => word.startsWith("/"));
    const to = target(/^1?>$/) ?? (program === "cp" || program === "mv" ? paths.at(-1) : void 0);
    const from = target(/^0?<$/) ?? paths[0];
    if (!from?.startsWith("/") || !to?.startsWith("/") || from === to) return [];
    return [[from, to.endsWith("/") ? `${to}${from.slice(directoryOf(from).length + 1)}` : to]];
  });
});
var scriptsOf = (function scriptsOf(start, files) {
  const [first, second] = start?.argv ?? [];
  const path = first && /(?:^|\/)(?:ba|da|a)?sh$/.test(first) ? second : first;
  const own = path?.startsWith("/") ? files.find(path) : void 0;
  const before = start?.replacesEntrypoint ? [] : files.match(BEFORE_START).files;
  return [...before, ...own?.state === "file" ? [own.file] : []].flatMap(
    ({ source }) => source.text.length > LONGEST_SCRIPT ? [] : parseShellFile(source)
  );
});

// src/model/nginx/trees.ts
var nginxTreesOf = (function nginxTreesOf(tree, workloads) {
  const found = /* @__PURE__ */ new Map();
  for (const workload of workloads) {
    const one = treeOfWorkload(workload, tree);
    if (!one || one.files.some((file) => isOtherTemplate(tree.read(file.path)))) continue;
    const files = JSON.stringify(one.files.map((file) => file.path));
    const same = found.get(`${one.id} ${files}`);
    const taken = [...found.values()].some(({ id }) => id === one.id);
    const own = taken ? { ...one, id: `${one.id} of ${workload.name}` } : one;
    found.set(`${one.id} ${files}`, same ? { ...same, workloads: [...same.workloads, workload] } : own);
  }
  const run = [...found.values()];
  const loose = looseNginxTrees(tree, new Set(run.flatMap((one) => one.files.map((file) => file.path))));
  return { trees: [...run, ...loose.trees], notEvaluated: loose.notEvaluated };
});
var runsNginx = (function runsNginx(workload, files) {
  if (workload.clientOf) return false;
  if (workload.software) return workload.software.id === "nginx";
  if (workload.start?.argv.some((word) => word !== null && /(?:^|\/)nginx$/.test(word))) return true;
  const main = files.find("/etc/nginx/nginx.conf");
  return main.state === "file" && startOf(nginxFileOf(main.file.source).directives) === "main";
});
var treeOfWorkload = (function treeOfWorkload(workload, tree) {
  const files = preparedFiles(containerFilesOf(workload, tree), workload);
  if (!runsNginx(workload, files)) return void 0;
  const stock = stockNginx(workload.distribution?.id);
  const main = mainPathOf(workload) ?? stock?.main ?? "/etc/nginx/nginx.conf";
  const prefix = main.slice(0, main.lastIndexOf("/"));
  const includes = (pattern) => inContainer(pattern.startsWith("/") ? pattern : `${prefix}/${pattern}`, workload, files);
  const asWritten = (expanded2) => hasOwnModulesOnly(workload) ? readAsWritten(
    workload,
    files,
    expanded2.files.map(({ path }) => path),
    tree
  ) : /* @__PURE__ */ new Set();
  const found = files.find(main);
  if (found.state === "file") {
    const { source } = found.file;
    const expanded2 = expandIncludes([source], includes);
    const complete = expanded2.unresolved.length === 0;
    return {
      id: idOf([found.file], tree),
      mainFile: "repository",
      start: "main",
      isStarted: true,
      ...expanded2,
      complete,
      ownModulesOnly: hasOwnModulesOnly(workload),
      asWritten: asWritten(expanded2),
      workloads: [workload]
    };
  }
  const own = (stock?.includes ?? []).map((pattern) => matching(pattern, workload, files));
  const roots = own.flatMap((one) => one.files);
  if (roots.length === 0) return void 0;
  const isStock = found.state === "image" && stock?.sets !== void 0 && startsPlainly(workload);
  const expanded = expandIncludes(
    roots.map((file) => file.source),
    includes
  );
  return {
    id: idOf(roots, tree),
    mainFile: isStock ? "image" : "unknown",
    start: "http",
    isStarted: false,
    ...expanded,
    complete: isStock && expanded.unresolved.length === 0 && own.every((one) => one.missing === void 0),
    ...isStock && stock ? { stock } : {},
    ownModulesOnly: hasOwnModulesOnly(workload),
    asWritten: asWritten(expanded),
    workloads: [workload]
  };
});
var mainPathOf = (function mainPathOf(workload) {
  const argv = workload.start?.argv ?? [];
  const flag = argv.indexOf("-c");
  const path = flag === -1 ? void 0 : argv[flag + 1];
  return path?.startsWith("/") ? path : void 0;
});
var isOfficial = (function isOfficial({ distribution }) {
  return distribution?.id === "official" || distribution?.id === "unprivileged";
});

// src/model/nginx.ts
var nginxProxies = (function nginxProxies(tree, workloads, others) {
  const found = nginxTreesOf(tree, [...workloads, ...others]);
  const trees = withoutCopies(found.trees, tree);
  const isRun = trees.some((one) => weightOfWorkloads(one) > 0);
  const weightOf = (one) => one.workloads.length > 0 ? weightOfWorkloads(one) : isRun || isAside(one, tree) || isLeftBehind(one, tree) ? 0 : 2;
  const alone = trees.filter((one) => one.workloads.length === 0);
  return {
    proxies: trees.map((one) => proxyOf(one, weightOf(one))),
    unreadable: unreadableFiles(found.trees, weightOf, tree),
    notEvaluated: [
      ...found.notEvaluated,
      ...alone.flatMap(
        (one) => isRun ? leftOut(one, tree, "none of the workloads that run nginx has this configuration") : isLeftBehind(one, tree) ? leftOut(one, tree, "no Dockerfile of its folder has nginx") : []
      )
    ]
  };
});
var withoutCopies = (function withoutCopies(trees, tree) {
  const seen = /* @__PURE__ */ new Set();
  return trees.filter(({ start, files, workloads }) => {
    if (start !== "main" && start !== "http") return false;
    const text = JSON.stringify(files.map(({ path }) => tree.read(path)?.text ?? ""));
    const isCopy = seen.has(text) && workloads.length === 0;
    seen.add(text);
    return !isCopy;
  });
});
var unreadableFiles = (function unreadableFiles(trees, weightOf, tree) {
  const broken2 = /* @__PURE__ */ new Map();
  const add = ({ path, problems }, production) => {
    const wrong = problems.filter(({ kind }) => kind === "syntax");
    if (wrong.length === 0 || broken2.get(path)?.production) return;
    broken2.set(path, { path, format: "nginx", production, problems: wrong, mayDeclare: 1 });
  };
  for (const one of trees) for (const file of one.files) add(file, weightOf(one) > 0);
  for (const { path, format } of tree.files) {
    const source = format === "nginx" && !broken2.has(path) ? tree.read(path) : void 0;
    if (source && !isOtherTemplate(source)) add(nginxFileOf(source), false);
  }
  return [...broken2.values()];
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  IDENTITY,
  containerFilesOf,
  directoryOf,
  fileName,
  hasVariable,
  holdsScripts,
  joinPath,
  known,
  knownValue,
  nameWords,
  parseNginx,
  parseShellFile,
  pathMatcher,
  patternRewrite,
  prefixReplaced,
  scopeOf,
  sendsToTls,
  setting,
  unknown,
  unknownRewrite
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/nginx/stock.ts
var official = {
  main: "/etc/nginx/nginx.conf",
  includes: ["/etc/nginx/conf.d/*.conf"],
  sets: ["default_type", "sendfile", "keepalive_timeout"],
  logFormats: ["main"],
  source: "https://github.com/nginx/pkg-oss/blob/master/debian/nginx.conf"
};
var STOCK = /* @__PURE__ */ new Map([
  ["official", official],
  // Its main file differs in `pid` and in the paths of temporary files, which are set once, too.
  [
    "unprivileged",
    {
      ...official,
      sets: [
        ...official.sets ?? [],
        ...["client_body_temp_path", "proxy_temp_path", "fastcgi_temp_path", "uwsgi_temp_path", "scgi_temp_path"]
      ],
      source: "https://github.com/nginxinc/docker-nginx-unprivileged"
    }
  ],
  [
    "openresty",
    {
      main: "/usr/local/openresty/nginx/conf/nginx.conf",
      includes: ["/etc/nginx/conf.d/*.conf"],
      source: "https://github.com/openresty/docker-openresty/blob/master/nginx.conf"
    }
  ],
  [
    "bitnami",
    {
      main: "/opt/bitnami/nginx/conf/nginx.conf",
      includes: ["/opt/bitnami/nginx/conf/server_blocks/*.conf"],
      source: "https://github.com/bitnami/containers/tree/main/bitnami/nginx"
    }
  ],
  [
    "",
    {
      main: "/etc/nginx/nginx.conf",
      includes: ["/etc/nginx/conf.d/*.conf", "/etc/nginx/http.d/*.conf", "/etc/nginx/sites-enabled/*"],
      source: "https://wiki.debian.org/Nginx/DirectoryStructure"
    }
  ]
]);

var TAGS_TELL = /* @__PURE__ */ new Set(["official", "unprivileged", "bitnami", "openresty"]);
function tagTellsNginx(distribution) {
  return TAGS_TELL.has(distribution ?? "");
}
var TEMPLATES = {
  directory: { variable: "NGINX_ENVSUBST_TEMPLATE_DIR", value: "/etc/nginx/templates" },
  suffix: { variable: "NGINX_ENVSUBST_TEMPLATE_SUFFIX", value: ".template" },
  output: { variable: "NGINX_ENVSUBST_OUTPUT_DIR", value: "/etc/nginx/conf.d" }
};

// src/model/nginx/routes.ts
function sharedView(configuration) {
  const { groups, passes } = configuration;
  return {
    listeners: listenersOf(configuration),
    routes: passes.map(routeOf),
    upstreams: [.../* @__PURE__ */ new Set([...groups.map((group) => group.upstream), ...passes.map((pass) => pass.upstream)])]
  };
}
function listenersOf({ servers }) {
  const found = /* @__PURE__ */ new Map();
  for (const { port, tls, redirectsToTls, at } of servers.flatMap((server) => server.listeners)) {
    const key = `${knownValue(port) ?? `?${at.path}:${at.start}`} ${tls}`;
    const known2 = found.get(key);
    found.set(
      key,
      known2 ? { ...known2, redirectsToTls: known2.redirectsToTls && redirectsToTls } : { port, tls, redirectsToTls, at }
    );
  }
  return [...found.values()];
}
function routeOf({ location, upstream, rewrite, directive }) {
  return {
    // `_` is a name that no client asks for.
    hosts: location.server.names.filter((name) => name !== "_" && name !== ""),
    path: pathOf(location),
    upstream,
    rewrite,
    at: directive.at
  };
}
function pathOf({ match, path, server }) {
  if (match !== "named") return { match, text: path };
  const before = server.locations.find(
    (location) => location.match !== "named" && location.scope.directives.some(({ args }) => args.at(-1)?.text === path)
  );
  return before ? pathOf(before) : { match: "prefix", text: "/" };
}

// src/model/nginx/rewrites.ts
var WHOLE = /^\$(?:request_uri|uri|document_uri)$/;
var QUERY = /(?:\$is_args|\?).*$/s;
function rewriteOf(target, location, scope) {
  const { directive, uri } = target;
  const path = pathOf(location);
  const rewrites = rewritesOf(location, scope);
  if (rewrites) return rewrites.length === 1 ? broken(rewrites[0], location) : several(directive);
  if (directive.name !== "proxy_pass" || uri === void 0) return IDENTITY;
  if (!target.hasVariable) return prefixReplaced(path.text, uri.replace(QUERY, ""), directive.at);
  const fixed = uri.replace(QUERY, "");
  if (WHOLE.test(fixed)) return IDENTITY;
  const [, front] = /^([^$]*)\$(?:request_uri|uri)$/.exec(fixed) ?? [];
  if (front !== void 0) return prefixReplaced("", front, directive.at);
  if (!hasVariable(fixed) && fixed !== "") return { kind: "replace-path", by: fixed, at: directive.at };
  if (path.match === "regex") return patternRewrite(path.text, fixed, path, directive.at);
  return unknownRewrite(directive.at, "a variable decides");
}
function several({ at }) {
  return unknownRewrite(at, "several rewrites change the path");
}
function rewritesOf(location, scope) {
  const inIf = (location.scope.byName.get("if") ?? []).flatMap(({ block }) => block ?? []);
  const hidden = inIf.some((directive) => directive.name === "rewrite" && !redirects(directive));
  const all = [location.scope, scope].flatMap((level) => level.byName.get("rewrite") ?? []);
  const found = [...new Set(all)].filter((directive) => !redirects(directive));
  if (hidden) return [void 0];
  return found.length > 0 ? found : void 0;
}
function redirects({ args }) {
  return /^(?:redirect|permanent)$/.test(args[2]?.text ?? "") || /^(?:https?:\/\/|\$scheme)/.test(args[1]?.text ?? "");
}
function broken(rewrite, location) {
  const [pattern, replacement, flag] = rewrite?.args ?? [];
  const at = rewrite?.at ?? location.scope.at;
  if (!pattern || !replacement || flag?.text !== "break") return unknownRewrite(at, "a rewrite changes the path");
  return patternRewrite(pattern.text, replacement.text.replace(/\?.*$/s, ""), pathOf(location), at);
}

// src/model/nginx/servers.ts
var MOST_DEPTH = 10;
var MOST_LOCATIONS = 5e3;
function serversOf(http) {
  return (http.byName.get("server") ?? []).flatMap((directive) => directive.block ? [serverOf(directive, http)] : []);
}
function serverOf(opening, http) {
  const scope = blockScope(opening, http);
  const locations = [];
  const server = {
    names: (scope.byName.get("server_name") ?? []).flatMap(({ args }) => args.map(({ text }) => text)),
    scope,
    listeners: listenersOf2(scope),
    locations
  };
  addLocations(scope, server, locations, 0);
  const redirects2 = sendsToTls(server);
  return redirects2 ? { ...server, listeners: server.listeners.map((one) => ({ ...one, redirectsToTls: !one.tls })) } : server;
}
function blockScope(opening, parent) {
  return scopeOf(opening.name, opening.block ?? [], opening.nameAt, { parent, opening });
}
function addLocations(around, server, found, depth) {
  for (const opening of around.byName.get("location") ?? []) {
    if (!opening.block || found.length >= MOST_LOCATIONS) continue;
    const scope = blockScope(opening, around);
    found.push({ server, ...matchOf(opening), scope });
    if (depth < MOST_DEPTH) addLocations(scope, server, found, depth + 1);
  }
}
function matchOf({ args }) {
  const [first, second] = args;
  const [, sign = "", rest = ""] = /^(=|~\*|~|\^~|@)?(.*)$/s.exec(first?.text ?? "") ?? [];
  const path = second ? second.text : rest;
  if (sign === "=") return { match: "exact", path };
  if (sign === "~" || sign === "~*") return { match: "regex", path };
  return sign === "@" ? { match: "named", path: `@${path}` } : { match: "prefix", path };
}
function listenersOf2(scope) {
  const all = scope.byName.get("ssl")?.at(-1)?.args[0]?.text === "on";
  const written2 = scope.byName.get("listen") ?? [];
  if (written2.length === 0) return [listener("80", [], all, scope.at)];
  return written2.flatMap(({ args, at }) => {
    const [address, ...parameters] = args.map(({ text }) => text);
    return address === void 0 || address.startsWith("unix:") ? [] : [listener(address, parameters, all, at)];
  });
}
function listener(text, parameters, all, at) {
  const [, host, digits] = /^(?:(\[[^\]]*\]|[^:]*):)?(\d{1,5})$/.exec(text) ?? [];
  const address = digits === void 0 ? hasVariable(text) ? void 0 : text : host;
  return {
    port: digits !== void 0 ? known(Number(digits), at) : hasVariable(text) ? unknown(at, `${text} is set when nginx starts`) : known(80, at),
    tls: all || parameters.includes("ssl") || parameters.includes("quic"),
    redirectsToTls: false,
    ...address !== void 0 && !/^(?:\*|0\.0\.0\.0|\[::\])$/.test(address) && { address },
    defaultServer: parameters.includes("default_server") || parameters.includes("default"),
    at
  };
}

// src/model/nginx/passes.ts
var PROTOCOLS = /* @__PURE__ */ new Map([
  ["proxy_pass", "http"],
  ["grpc_pass", "grpc"],
  ["fastcgi_pass", "fastcgi"],
  ["uwsgi_pass", "uwsgi"],
  ["scgi_pass", "scgi"],
  ["memcached_pass", "memcached"]
]);
function groupsOf(http, values) {
  return (http.byName.get("upstream") ?? []).flatMap((opening) => {
    const name = opening.args[0]?.text;
    if (name === void 0 || !opening.block) return [];
    const scope = blockScope(opening, http);
    const servers = (scope.byName.get("server") ?? []).flatMap((server) => groupServer(server, scope, values));
    return [{ name, scope, upstream: { name, servers, at: opening.args[0]?.at ?? opening.at } }];
  });
}
function groupServer({ args, at }, group, values) {
  const [address, ...parameters] = args;
  if (!address || parameters.some(({ text }) => text === "down")) return [];
  const again = parameters.some(({ text }) => text === "resolve");
  const resolves = again && group.byName.has("zone") && setting(group, "resolver") !== void 0;
  return [
    {
      ...addressOf(substituted(address.text, values), address.at),
      backup: parameters.some(({ text }) => text === "backup"),
      resolved: resolves ? "running" : "start",
      at
    }
  ];
}
function passesOf(server, groups, values) {
  return server.locations.flatMap(
    (location) => [location.scope, ...innerScopes(location.scope)].flatMap(
      (scope) => scope.directives.flatMap((directive) => {
        const protocol = PROTOCOLS.get(directive.name);
        return protocol ? [passOf(directive, protocol, scope, location, groups, values)] : [];
      })
    )
  );
}
function innerScopes(scope) {
  const inner = [...scope.byName.get("if") ?? [], ...scope.byName.get("limit_except") ?? []];
  return inner.filter(({ block }) => block).map((opening) => blockScope(opening, scope));
}
function passOf(directive, protocol, scope, location, groups, values) {
  const argument = directive.args[0];
  const at = argument?.at ?? directive.at;
  const written2 = substituted(argument?.text ?? "", values);
  const [, scheme = "", rest = written2] = /^([a-z]+):\/\/(.*)$/is.exec(written2) ?? [];
  const [authority, uri] = splitUri(rest);
  const target = settled(authority, scope);
  const variable = hasVariable(rest);
  const group = groups.get(target);
  const server = {
    ...addressOf(target, at),
    ...scheme && { scheme: scheme.toLowerCase() },
    backup: false,
    resolved: variable ? "running" : "start",
    at
  };
  const upstream = group?.upstream ?? { servers: [server], at };
  return {
    protocol,
    directive,
    scope,
    location,
    ...group && { group },
    upstream,
    tls: /^(?:https|grpcs)$/i.test(scheme),
    rewrite: rewriteOf({ directive, uri, hasVariable: hasVariable(rest) }, location, scope)
  };
}
function splitUri(rest) {
  const socket = /^(unix:[^:]*)(?::(.*))?$/s.exec(rest);
  if (socket) return [socket[1] ?? "", socket[2]];
  const end = rest.search(/\/|\$(?:request_uri|uri|is_args|args|\d)\b/);
  return end === -1 ? [rest, void 0] : [rest.slice(0, end), rest.slice(end)];
}
function substituted(text, values) {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced, bare) => {
    const value = values(braced ?? bare ?? "");
    return value?.known ? value.value : whole;
  });
}
function settled(authority, scope) {
  return authority.replace(/^\$\{?(\w+)\}?/, (whole, name) => {
    for (let level = scope; level; level = level.parent) {
      const value = level.byName.get("set")?.findLast(({ args }) => args[0]?.text === `$${name}`)?.args[1]?.text;
      if (value !== void 0) return hasVariable(value) ? whole : value.replace(/^[a-z]+:\/\//i, "");
    }
    return whole;
  });
}
function addressOf(text, at) {
  if (text.startsWith("unix:")) return { host: known(text, at) };
  const [, host = text, digits] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/s.exec(text) ?? [];
  return {
    host: hasVariable(host) ? unknown(at, `${host} is set while nginx runs, or when it starts`) : known(host, at),
    ...digits !== void 0 && {
      port: /^\d{1,5}$/.test(digits) ? known(Number(digits), at) : unknown(at, `${digits} is set when nginx starts`)
    }
  };
}

// src/model/nginx/assembly.ts
var OFFICIAL = {
  main: { worker_processes: "auto" },
  events: { worker_connections: "1024" },
  http: { sendfile: "on", keepalive_timeout: "65" }
};
function configurationOf(tree) {
  const at = tree.directives[0]?.nameAt ?? { path: tree.files[0]?.path ?? "", start: 0, end: 0 };
  const levels = tree.start === "main" ? levelsOfMain(tree.directives, at) : levelsAround(tree, at);
  const environment = tree.workloads[0]?.environment;
  const values = (name) => /^[A-Z]/.test(name) ? environment?.get(name)?.value : void 0;
  const groups = groupsOf(levels.http, values);
  const byName = new Map(groups.map((group) => [group.name, group]));
  const servers = serversOf(levels.http);
  return {
    tree,
    mainFile: tree.mainFile,
    ...levels,
    servers,
    groups,
    zones: zonesOf(levels.http),
    passes: servers.flatMap((server) => passesOf(server, byName, values))
  };
}
function levelsOfMain(directives, at) {
  const main = scopeOf("main", directives, at);
  const block = (name) => {
    const opening = main.byName.get(name)?.find((one) => one.block);
    return opening && blockScope(opening, main);
  };
  const events = block("events");
  return { main, ...events && { events }, http: block("http") ?? scopeOf("http", [], at, { parent: main }) };
}
var PACKAGED = /^(?:gzip|ssl_|worker_|server_tokens$|client_max_body_size$|keepalive_timeout$|access_log$|error_log$|log_format$|map$)/;
function levelsAround({ directives, mainFile }, at) {
  if (mainFile !== "image") {
    const unread = [PACKAGED];
    const main2 = scopeOf("main", [], at, { unread });
    return { main: main2, http: scopeOf("http", directives, at, { parent: main2, unread }) };
  }
  const main = scopeOf("main", written(OFFICIAL.main, at), at);
  return {
    main,
    events: scopeOf("events", written(OFFICIAL.events, at), at, { parent: main }),
    http: scopeOf("http", [...written(OFFICIAL.http, at), ...directives], at, { parent: main })
  };
}
function written(settings, at) {
  return Object.entries(settings).map(([name, text]) => ({
    name,
    nameAt: at,
    args: [{ text, quoted: false, startsLine: false, at }],
    at
  }));
}
function zonesOf(http) {
  const kinds = [
    ["limit_req_zone", "requests"],
    ["limit_conn_zone", "connections"]
  ];
  return kinds.flatMap(
    ([directive, kind]) => (http.byName.get(directive) ?? []).flatMap(({ args, at }) => {
      const parameter = (name2) => args.find(({ text }) => text.startsWith(`${name2}=`))?.text.slice(name2.length + 1);
      const name = parameter("zone")?.split(":")[0];
      const rate = parameter("rate");
      return name ? [{ kind, name, key: args[0]?.text ?? "", ...rate && { rate }, at }] : [];
    })
  );
}

// src/model/nginx/includes.ts
var MOST_DEPTH2 = 10;
var MOST_DIRECTIVES = 1e5;
var COMES_WITH_NGINX = /(?:^|\/)(?:mime\.types|(?:fastcgi|uwsgi|scgi|proxy)_params|fastcgi\.conf|koi-(?:utf|win)|win-utf|modules(?:-enabled)?\/[^/]*)$/;
var parsed = /* @__PURE__ */ new WeakMap();
function nginxFileOf(source) {
  const known2 = parsed.get(source);
  if (known2) return known2;
  const file = parseNginx(source);
  parsed.set(source, file);
  return file;
}
function keyOf({ path, text }) {
  return `${path}:${text.search(/\S/)}`;
}
function expandIncludes(sources, includes) {
  const expansion = { includes, files: /* @__PURE__ */ new Map(), unresolved: [], reading: [], left: MOST_DIRECTIVES };
  const directives = sources.flatMap((source) => contentOf(source, expansion));
  return { directives, files: [...expansion.files.values()], unresolved: expansion.unresolved };
}
function contentOf(source, expansion) {
  const file = nginxFileOf(source);
  expansion.files.set(keyOf(source), file);
  expansion.reading.push(keyOf(source));
  const directives = expandedList(file.directives, expansion);
  expansion.reading.pop();
  return directives;
}
function expandedList(list, expansion) {
  const result = [];
  for (const directive of list) {
    if (expansion.left-- <= 0) {
      expansion.unresolved.push({ directive, because: "it is more than is read" });
      break;
    }
    const { block } = directive;
    const inner = block && expandedList(block, expansion);
    if (inner && inner !== block) result.push({ ...directive, block: inner });
    else if (directive.name === "include" && !block) result.push(...followed(directive, expansion));
    else result.push(directive);
  }
  const isUnchanged = result.length === list.length && result.every((directive, index) => directive === list[index]);
  return isUnchanged ? list : result;
}
function followed(directive, expansion) {
  const [pattern, ...more] = directive.args;
  if (!pattern || more.length > 0) return [directive];
  const found = expansion.includes(pattern.text);
  const again = found.sources.some((source) => expansion.reading.includes(keyOf(source)));
  const tooDeep = expansion.reading.length >= MOST_DEPTH2;
  const content = again || tooDeep ? [] : found.sources.flatMap((source) => contentOf(source, expansion));
  const because = again ? "it includes itself" : tooDeep ? "it is included from too deep" : found.missing;
  if (because === void 0) return content;
  if (!COMES_WITH_NGINX.test(pattern.text)) expansion.unresolved.push({ directive, because });
  return [...content, directive];
}

// src/model/nginx/start.ts
var MAIN = /* @__PURE__ */ new Set(["http", "events", "stream", "mail", "worker_processes", "user", "pid", "load_module"]);
var HTTP = /* @__PURE__ */ new Set([
  "server",
  "upstream",
  "map",
  "geo",
  "limit_req_zone",
  "limit_conn_zone",
  "log_format",
  "proxy_cache_path"
]);
function startOf(directives) {
  if (directives.some(({ name, block }) => MAIN.has(name) && (block !== void 0 || !HTTP.has(name)))) return "main";
  const servers = directives.filter(({ name, block }) => name === "server" && block);
  if (servers.length > 0 && servers.every((server) => isStream(server.block ?? []))) return "stream";
  if (directives.some(({ name }) => HTTP.has(name))) return "http";
  return directives.some(({ name, block }) => name === "location" && block) ? "server" : void 0;
}
function isStream(server) {
  return server.some(({ name }) => name === "proxy_pass" || name === "ssl_preread") && !server.some(({ name }) => name === "location" || name === "root");
}

// src/model/nginx/loose-files.ts
var PREFIX = /^\/(?:etc\/nginx|usr\/local\/(?:etc\/nginx|nginx\/conf|openresty\/nginx\/conf)|opt\/bitnami\/nginx\/conf|opt\/homebrew\/etc\/nginx)\//;
var WHOLE_DIRECTORY = /^(?:conf\.d|http\.d|sites-enabled|vhosts?(?:\.d)?|server_blocks)$/;
var MOST_FOLDERS_UP = 4;
var MOST_MATCHES = 1e3;

function isOtherTemplate(source) {
  return source !== void 0 && /\{\{|\{%|<%/.test(source.text);
}

function looseTree(group, start, tree) {
  const directory = directoryOf(group[0]?.path ?? ".");
  const expanded = expandIncludes(group, (pattern) => besideMain(pattern, directory, tree));
  return {
    id: group.map((source) => source.path).join(" "),
    mainFile: start === "main" ? "repository" : "unknown",
    start,
    isStarted: false,
    ...expanded,
    complete: start === "main" && expanded.unresolved.length === 0,
    ownModulesOnly: false,
    asWritten: /* @__PURE__ */ new Set(),
    workloads: []
  };
}
function besideMain(pattern, directory, tree) {
  const inner = pattern.startsWith("/") ? pattern.replace(PREFIX, "") : pattern;
  const missing = `${pattern} is not in the repository`;
  if (inner.startsWith("/")) return { sources: [], missing };
  let folder = directory;
  for (let up = 0; up < MOST_FOLDERS_UP; up++) {
    const sources = filesAt(joinPath(folder, inner), tree);
    if (sources.length > 0) return { sources };
    if (folder === ".") break;
    folder = directoryOf(folder);
  }
  return { sources: [], missing };
}
function filesAt(path, tree) {
  if (path.startsWith("../")) return [];
  const isPattern = /[*?[]/.test(path);
  const matches = isPattern ? pathMatcher(path) : void 0;
  const paths = matches ? tree.files.filter((file) => matches(file.path)).slice(0, MOST_MATCHES).map((file) => file.path) : [path];
  return paths.flatMap((one) => tree.read(one) ?? []);
}

// src/model/nginx/prepared.ts
var MOST_COMMANDS = 200;
var LONGEST_SCRIPT = 1e5;
var BEFORE_START = "/docker-entrypoint.d/*.sh";

function arriving(found, path) {
  return found.state === "file" ? { state: "file", file: { ...found.file, path } } : found;
}


function onlyPrepares({ start }) {
  const commands = start?.script?.commands ?? [];
  return commands.length > 0 && commands.every(
    ({ words }) => /^(?:envsubst|sed|cat|cp|mv|mkdir|echo|sleep|nginx|exec|\/docker-entrypoint\.sh)$/.test(words[0] ?? "")
  );
}

// src/model/nginx/as-written.ts
var VARIABLE = /\$\{?[A-Z][A-Z0-9_]*\b/;
function readAsWritten(workload, files, paths, tree) {
  const own = new Set(tree.files.flatMap(({ path, format }) => format === "nginx" ? path : []));
  const open = paths.filter((path) => own.has(path) && VARIABLE.test(tree.read(path)?.text ?? ""));
  if (open.length === 0 || workload.start?.script) return /* @__PURE__ */ new Set();
  const before = files.match(BEFORE_START);
  if (before.files.length > 0 || before.hidden) return /* @__PURE__ */ new Set();
  const { variable, value } = TEMPLATES.directory;
  const templates = knownValue(workload.environment.get(variable)?.value) ?? value;
  const filled = new Set(files.match(`${templates}/*`).files.map(({ source }) => source.path));
  return new Set(open.filter((path) => !filled.has(path) && !isMeantByScript(path, tree)));
}
function isMeantByScript(path, tree) {
  const name = fileName(path);
  return tree.files.some((file) => {
    if (!holdsScripts(file)) return false;
    const text = tree.read(file.path)?.text ?? "";
    return /\benvsubst\b/.test(text) || text.includes(name);
  });
}

// src/model/nginx/trees.ts



function startsPlainly({ start }) {
  return start === void 0 || onlyPrepares({ start }) || !start.shell && /(?:^|\/)(?:nginx(?:-debug)?|docker-entrypoint\.sh)$/.test(start.argv[0] ?? "");
}
function idOf(files, tree) {
  const names = files.map(({ path, source }) => {
    const isWhole = tree.read(source.path)?.text === source.text;
    return isWhole ? source.path : `${source.path}#${path}`;
  });
  return names.join(" ");
}

function inContainer(pattern, workload, files) {
  if (/[*?[]/.test(pattern)) {
    const found2 = matching(pattern, workload, files);
    const sources = found2.files.map((file) => file.source);
    return { sources, ...found2.missing === void 0 ? {} : { missing: found2.missing } };
  }
  const found = files.find(pattern);
  if (found.state === "file") return { sources: [found.file.source] };
  return { sources: [], missing: found.state === "unknown" ? found.because : `${pattern} is not in the repository` };
}
function matching(pattern, workload, files) {
  const found = files.match(pattern);
  const templates = templatesFor(pattern, workload, files);
  const missing = found.hidden?.because ?? templates?.hidden?.because ?? ownOfImage(pattern, found, workload);
  return { files: [...found.files, ...templates?.files ?? []], ...missing === void 0 ? {} : { missing } };
}
function hasOwnModulesOnly(workload) {
  return isOfficial(workload) && workload.image?.origin === "pulled" && startsPlainly(workload);
}

function ownOfImage(pattern, found, workload) {
  if (!found.besideImage || isOfficial(workload) && pattern.startsWith("/etc/nginx/conf.d/")) return void 0;
  return `what the image has at ${pattern} is not known`;
}
function templatesFor(pattern, workload, files) {
  const setting2 = ({ variable, value }) => knownValue(workload.environment.get(variable)?.value) ?? value;
  const output = `${setting2(TEMPLATES.output)}/`;
  if (!isOfficial(workload) || workload.start?.replacesEntrypoint || !pattern.startsWith(output)) return void 0;
  return files.match(`${setting2(TEMPLATES.directory)}/${pattern.slice(output.length)}${setting2(TEMPLATES.suffix)}`);
}

// src/model/nginx.ts


function weightOfWorkloads({ workloads }) {
  const weights = workloads.map(({ weight }) => weight);
  return weights.includes(3) ? 3 : weights.includes(2) ? 2 : 0;
}
var ASIDE = /* @__PURE__ */ new Set([
  ...["doc", "docs", "documentation", "example", "examples", "sample", "samples", "demo", "tutorial", "contrib"],
  ...["test", "tests", "testing", "spec", "e2e", "fixture", "fixtures", "bench", "benchmark", "benchmarks"],
  ...["dev", "devel", "development", "local", "localhost", "old", "backup", "bak", "orig", "legacy", "archive"],
  ...["deprecated", "dist", "template", "skeleton", "boilerplate", "vendor"]
]);
var TO_BE_FILLED_IN = /\.(?:template|tmpl|tpl)$/i;
function isAside({ files }, tree) {
  const path = (files[0]?.path ?? "").replace(TO_BE_FILLED_IN, "");
  const host = fileName(path).replace(/\.(?:conf|nginx|vhost)$/i, "");
  const isHost = host.includes(".") && serves(tree.read(files[0]?.path ?? "")?.text ?? "", host);
  return nameWords(isHost ? directoryOf(path) : path).some((word) => ASIDE.has(word));
}
function serves(text, host) {
  return [...text.matchAll(/\bserver_name\s([^;{}]{1,1000});/g)].some(
    ([, names = ""]) => names.split(/\s+/).includes(host)
  );
}
var MANIFEST = /(?:^|\/)(?:package\.json|requirements\.txt|pyproject\.toml|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|Gemfile|[^/]+\.csproj)$/;
function isLeftBehind({ files }, tree) {
  const folder = directoryOf(files[0]?.path ?? ".");
  if (folder === ".") return false;
  const beside = tree.files.filter(({ path }) => directoryOf(path) === folder);
  const dockerfiles = beside.filter(({ format }) => format === "dockerfile");
  return dockerfiles.length > 0 && beside.some(({ path }) => MANIFEST.test(path)) && dockerfiles.every(({ path }) => !/nginx|openresty/i.test(tree.read(path)?.text ?? "nginx"));
}
function leftOut(one, tree, because) {
  const [file] = one.files;
  return file && !isAside(one, tree) ? [{ path: file.path, because }] : [];
}
function proxyOf(tree, weight) {
  const { id, files, workloads, unresolved } = tree;
  const configuration = configurationOf(tree);
  const version = workloads.find((one) => one.version && tagTellsNginx(one.distribution?.id))?.version;
  const isRead = files.every((file) => file.problems.length === 0);
  return {
    id: `nginx:${id}`,
    kind: "proxy",
    name: files[0]?.path ?? id,
    weight,
    at: configuration.main.at,
    files: [.../* @__PURE__ */ new Set([...files.map(({ path }) => path), ...workloads.flatMap((workload) => workload.files)])],
    software: "nginx",
    workloads,
    ...version && { version },
    ...sharedView(configuration),
    complete: tree.complete && unresolved.length === 0 && isRead,
    nginx: configuration
  };
}

module.exports = {
  house: runAudit,
  nginxProxies
};
