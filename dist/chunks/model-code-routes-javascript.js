"use strict";

// src/model/code/routes/javascript/table.ts
var tableBuilder = (function tableBuilder() {
  const routes = [];
  const table = {
    routes,
    unresolved: [],
    openEnds: [],
    fallbacks: [],
    unregistered: [],
    mounted: /* @__PURE__ */ new Set(),
    add: (route) => {
      if (routes.length < MOST) routes.push(route);
      if (!route.isResolved) table.unresolved.push(route.at);
    },
    isFull: () => routes.length >= MOST
  };
  return table;
});
var finish = (function finish(table) {
  const unresolved = new Map(
    [...table.unresolved, ...table.openEnds].map((at) => [`${at.path}:${at.start}:${at.end}`, at])
  );
  return {
    routes: table.routes,
    unregistered: table.unregistered,
    unresolved: [...unresolved.values()],
    fallbacks: table.fallbacks
  };
});

// src/model/code/routes/javascript/next.ts
var nextRoutes = (function nextRoutes(program, paths, table) {
  const run = createRun(program, /* @__PURE__ */ new Set(), { call: () => void 0, isRelevant: () => false });
  for (const application of applications(run, paths)) {
    const guards = nextMiddleware(run, application.root, application.files);
    const seen = /* @__PURE__ */ new Set();
    const add = (route) => {
      const key = `${route.method} ${route.path}`;
      if (!seen.has(key)) table.add(route);
      seen.add(key);
    };
    for (const file of application.files) fileRoutes(run, application, file, guards, add);
    for (const { source, at } of application.config.rewrites)
      table.fallbacks.push({
        prefix: source === void 0 ? "/" : joinPaths(application.config.basePath, beforeParameters(source)),
        at
      });
  }
});
var applications = (function applications(run, paths) {
  const { files } = run.program;
  const roots = /* @__PURE__ */ new Map();
  for (const path of paths)
    if (CONFIG.test(path)) roots.set(path.replace(/\/?next\.config\.[cm]?[jt]s$/, ""), files.get(path));
  if (roots.size === 0) {
    const user = paths.find(
      (path) => files.get(path)?.imports.some((one2) => one2.from === "next" || one2.from.startsWith("next/"))
    );
    const inside = user && /^(?:(.*)\/)?(?:src\/)?(?:app|pages)\//.exec(user);
    if (inside) roots.set(inside[1] ?? "", void 0);
  }
  return [...roots].map(([root, config]) => ({
    root,
    files: paths.flatMap((path) => root === "" || path.startsWith(`${root}/`) ? files.get(path) ?? [] : []),
    config: nextConfig(run, config)
  }));
});

// src/model/code/routes/javascript/unread.ts
var unreadFrameworks = (function unreadFrameworks(program, reached, table) {
  const seen = /* @__PURE__ */ new Set();
  for (const path of reached) {
    const file = program.files.get(path);
    for (const one2 of file?.imports ?? []) {
      if (one2.from.startsWith(".")) continue;
      const name = one2.from.startsWith("@") ? one2.from.slice(0, Math.max(0, one2.from.indexOf("/"))) : one2.from.split("/")[0] ?? "";
      if (one2.typeOnly || !file || !UNREAD.has(name) || HARMLESS.test(one2.from) || seen.has(name)) continue;
      seen.add(name);
      table.openEnds.push(spanOf(file, one2));
      table.fallbacks.push({ prefix: "/", at: spanOf(file, one2) });
    }
  }
});

// src/model/code/routes/javascript.ts
var javascriptRoutes = (function javascriptRoutes(program, service) {
  const table = tableBuilder();
  const started = startOf(program, service);
  if (started) {
    const used = usedHosts(started);
    for (const host of started.made) if (isRoot(started, host, used)) routesOf(started, host, table);
    table.openEnds.push(...started.unresolved);
    if (isExhausted(started.run)) table.openEnds.push({ path: service.entries[0] ?? "", start: 0, end: 0 });
    if (isWhole(started, table)) addUnregistered(started, service, used, table);
  }
  unreadFrameworks(program, service.entries.length > 0 ? program.reachableFrom(service.entries) : service.files, table);
  nextRoutes(program, service.files, table);
  return finish(table);
});
const {
  NO_PREFIX,
  alternatives,
  basesOf,
  behaviourOf,
  below,
  callClosure,
  classDecorators,
  classOf,
  closureOf,
  covers,
  createRun,
  evaluate,
  exportedNames,
  exportedValue,
  fields,
  flatArguments,
  flatGiven,
  graphqlMount,
  graphqlPaths,
  guardOf,
  handlerGuards,
  honoMounted,
  honoServed,
  hostValue,
  inheritedDecorator,
  isExhausted,
  isWaived,
  itemsOf,
  joinPaths,
  lastMember,
  mayAsk,
  memberOf,
  methodDecorators,
  methodName,
  methodOf,
  nestGuard,
  normalPath,
  optionText,
  outsideOptions,
  providedGuards,
  purposeOf,
  reachableModules,
  routePrefixes,
  spanOf,
  startModule,
  startOf,
  stepsOf,
  stringOf,
  wholePath,
  wrapperGuards,
  writtenPaths,
  yogaPaths
} = require("./chunk-THIQNBCP.js");
require("./chunk-J3MKVPJZ.js");
require("./chunk-3IISUF5O.js");
require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
require("./chunk-5PYKPUOO.js");
require("./chunk-DA3K453T.js");
require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  standsAside
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/code/routes/javascript/fallbacks.ts
var SERVING = /* @__PURE__ */ new Map([
  ["express", /^\.static\(\)$/],
  ["serve-static", /^\(\)$/],
  ["serve-index", /^\(\)$/],
  ["sirv", /^\(\)$/],
  ["koa-static", /^\(\)$/],
  ["koa-send", /^\(\)$/],
  ["http-proxy-middleware", /^\.?(?:createProxyMiddleware|legacyCreateProxyMiddleware)?\(\)$/],
  ["express-http-proxy", /^\(\)$/],
  ["koa-proxies", /^\(\)$/],
  ["koa-better-http-proxy", /^\(\)$/],
  ["koa2-connect-history-api-fallback", /^\.?\w*\(\)$/],
  ["connect-history-api-fallback", /^\(\)$/],
  ["swagger-ui-express", /^\.(?:serve|setup\(\)|serveFiles\(\))$/],
  ["koa2-swagger-ui", /^\.?\w*\(\)$/],
  ["hono/serve-static", /\(\)$/],
  ["@hono/node-server/serve-static", /\(\)$/],
  ["hono/proxy", /\(\)$/],
  ["@trpc/server/adapters/express", /^\.createExpressMiddleware\(\)$/],
  ["trpc-openapi", /Middleware\(\)$/],
  ["@trpc/server/adapters/fastify", /fastifyTRPCPlugin/],
  ["@hono/trpc-server", /^\.trpcServer\(\)$/],
  ["@bull-board/express", /\.getRouter\(\)$/],
  ["@adminjs/express", /\.buildRouter\(\)$|\.buildAuthenticatedRouter\(\)$/],
  ["better-auth/node", /^\.toNodeHandler\(\)$/],
  ["@remix-run/express", /^\.createRequestHandler\(\)$/],
  ["@react-router/express", /^\.createRequestHandler\(\)$/],
  ["next", /\.getRequestHandler\(\)$/]
]);
var BRINGS_PATHS = /(?:^|[-_/])(?:health|actuator|liveness|readiness|lightship|status-monitor|prom-bundle|prometheus|metrics|swagger)/i;
function servesAll(value) {
  if (value.kind !== "outside") return false;
  if (BRINGS_PATHS.test(value.package)) return true;
  const pattern = SERVING.get(value.package);
  return pattern?.test(stepsOf(value)) === true;
}

// src/model/code/routes/javascript/handlers.ts
function handlerOf(run, value, depth = 0) {
  if (!value || depth > 4) return void 0;
  switch (value.kind) {
    case "closure": {
      const wrapped = wrappedIn(value);
      return wrapped ? handlerOf(run, wrapped, depth + 1) : { file: value.file, node: value.fn };
    }
    case "outside": {
      const last = value.steps.at(-1);
      const given = last?.kind === "call" ? last.site.arguments.findLast((one2) => one2.kind === "closure") : void 0;
      return handlerOf(run, given, depth + 1);
    }
    case "class": {
      const method = methodOf(run, value, "handle");
      return method && { file: method.home.file, node: method.fn };
    }
    case "either":
      return alternatives(value).map((one2) => handlerOf(run, one2, depth + 1)).find((one2) => one2 !== void 0);
    case "list":
      return handlerOf(run, value.elements.at(-1), depth + 1);
    default:
      return void 0;
  }
}
function wrappedIn(closure) {
  const { scope } = closure;
  if (!scope.parent || !scope.fn) return void 0;
  const given = /* @__PURE__ */ new Map();
  for (let at = scope; at?.parent; at = at.parent)
    for (const parameter of at.fn?.parameters ?? []) {
      if (parameter.target.kind !== "name") continue;
      const value = at.names.get(parameter.target.name);
      if (value?.kind === "closure" && !given.has(parameter.target.name)) given.set(parameter.target.name, value);
    }
  if (given.size === 0) return void 0;
  let found;
  walk(closure.fn.body, (node) => {
    if (found || node.kind !== "call") return !found;
    const callee = peel(node.callee);
    const name = callee.kind === "member" && (callee.property === "call" || callee.property === "apply") ? peel(callee.object) : callee;
    const value = name.kind === "name" ? given.get(name.name) : void 0;
    if (value?.kind === "closure") found = value;
    return !found;
  });
  return found;
}

// src/model/code/routes/javascript/express-table.ts
function expressRoutes(run, host, table) {
  follow({ run, table, guards: [], visiting: /* @__PURE__ */ new Set(), left: 2e3 }, host, NO_PREFIX);
}
function follow(walk2, host, prefix) {
  if (walk2.visiting.has(host) || walk2.visiting.size > 20 || walk2.table.isFull() || walk2.left-- < 0) return;
  walk2.visiting.add(host);
  walk2.table.mounted.add(host);
  for (const layer of host.layers) {
    for (const path of layer.paths) {
      if (layer.kind === "route") addRoute(walk2, layer, path, prefix);
      else use(walk2, layer, path, prefix);
    }
  }
  walk2.visiting.delete(host);
}
function addRoute(walk2, layer, written, prefix) {
  const { run, table } = walk2;
  const { path, isResolved } = wholePath(prefix, written);
  const last = layer.handlers.at(-1);
  const before = layer.handlers.slice(0, -1).map((given) => guardOf(run, given, false));
  const handler = handlerOf(run, last?.value);
  if (isCatchAll(path) && last && answersNotFound(run, last.value)) return;
  const unwrapped = [
    ...walk2.guards.flatMap(({ path: on, fn }) => fn && covers(on, path) ? fn : []),
    ...layer.handlers.flatMap(({ value }) => unwrappedIn(value) ?? [])
  ];
  const route = {
    method: layer.method,
    path,
    isResolved,
    ...handler && { handler },
    ...unwrapped.length > 0 && { unwrapped },
    guards: [...guardsFor(walk2, path, prefix), ...before],
    prefixes: routePrefixes(prefix),
    framework: layer.framework ?? "express",
    at: layer.at
  };
  table.add(route);
  if (layer.method === "*" && last?.value.kind === "closure" && behaviourOf(run, last.value).callsNext)
    place(walk2, last, written, prefix);
}
function unwrappedIn(value) {
  if (value.kind !== "closure" || !value.fn.isAsync || value.fn.decorators.length > 0) return void 0;
  return { file: value.file, node: value.fn };
}
function isCatchAll(path) {
  return path === "/*" || path === "*";
}
function answersNotFound(run, value) {
  return value.kind === "closure" && behaviourOf(run, value).statuses.has(404);
}
function guardsFor(walk2, path, prefix) {
  return walk2.guards.filter((one2) => covers(one2.path, path)).map((one2) => one2.open && !prefix.parts.includes(one2.open) ? { ...one2.guard, purpose: "other" } : one2.guard);
}
var MOST_GUARDS = 100;
function place(walk2, given, written, prefix) {
  if (walk2.guards.length >= MOST_GUARDS) return;
  const { path, isResolved } = wholePath(prefix, written);
  const guard = guardOf(walk2.run, given, isResolved && path === "/");
  const open = [...prefix.parts, written].findLast((part) => !part.isResolved);
  walk2.guards.push({
    guard: written.isPattern ? { ...guard, purpose: "other" } : guard,
    path,
    open,
    fn: unwrappedIn(given.value)
  });
}
function use(walk2, layer, written, prefix) {
  const { run, table } = walk2;
  const inner = below(prefix, written);
  const { path, isResolved } = wholePath(prefix, written);
  for (const given of layer.handlers) {
    const { value } = given;
    if (value.kind === "host") {
      useHost(walk2, layer, value.host, path, inner);
      continue;
    }
    if (servesAll(value)) {
      table.fallbacks.push({ prefix: isResolved ? path : "/", at: layer.at });
      continue;
    }
    const handed = value.kind === "closure" ? routerCalledIn(run, value) : void 0;
    if (handed) {
      follow(walk2, handed, inner);
      continue;
    }
    const graphql = graphqlMount(value);
    if (graphql) {
      for (const method of ["GET", "POST"])
        table.add({
          method,
          path,
          isResolved,
          guards: guardsFor(walk2, path, prefix),
          prefixes: routePrefixes(prefix),
          framework: graphql,
          at: layer.at
        });
      continue;
    }
    if (value.kind === "closure") useFunction(walk2, layer, given, written, prefix);
    else if (value.kind === "unknown" || value.kind === "either") {
      if (mayBeRouter(given)) table.openEnds.push(layer.at);
      else place(walk2, given, written, prefix);
    } else place(walk2, given, written, prefix);
  }
}
function useHost(walk2, layer, host, path, inner) {
  const graphql = graphqlPaths(host);
  if (host.framework === "express") follow(walk2, host, inner);
  else if (!graphql) walk2.table.fallbacks.push({ prefix: path, at: layer.at });
  for (const { method, path: own } of graphql ?? []) {
    const route = { kind: "route", method, paths: [], handlers: [], at: layer.at, framework: "apollo" };
    addRoute(walk2, route, own, inner);
  }
}
function routerCalledIn(run, closure) {
  if (closure.fn.parameters.length !== 3 || closure.fn.body.length > 20) return void 0;
  let found;
  walk(closure.fn.body, (node) => {
    if (found || node.kind !== "call" || node.arguments.length !== 3) return !found;
    const path = pathOf(node.callee);
    if (!path || path.length > 3) return void 0;
    const value = evaluate(run, node.callee, closure.scope);
    if (value.kind === "host" && value.host.framework === "express") found = value.host;
    return void 0;
  });
  return found;
}
function useFunction(walk2, layer, given, written, prefix) {
  const { run, table } = walk2;
  const { path, isResolved } = wholePath(prefix, written);
  if (given.value.kind !== "closure") return;
  const { parameters } = given.value.fn;
  if (parameters.length >= 4) return;
  const behaviour = behaviourOf(run, given.value);
  if (behaviour.callsNext || parameters.length >= 3 || parameters.length === 0) {
    place(walk2, given, written, prefix);
    return;
  }
  if (behaviour.statuses.has(404)) return;
  table.fallbacks.push({ prefix: isResolved ? path : "/", at: layer.at });
  if (path === "/") return;
  const handler = handlerOf(run, given.value);
  table.add({
    method: "*",
    path,
    isResolved,
    ...handler && { handler },
    guards: guardsFor(walk2, path, prefix),
    prefixes: routePrefixes(prefix),
    framework: "express",
    at: layer.at
  });
}
function mayBeRouter(given) {
  const { written } = given;
  const name = written.kind === "name" ? written.name : written.kind === "member" ? written.property : written.kind === "call" ? "require" : "";
  return written.kind === "call" ? given.value.kind !== "outside" : /rout|controller|api|handler/i.test(name);
}

// src/model/code/routes/javascript/fastify-table.ts
function fastifyRoutes(run, host, table) {
  table.mounted.add(host);
  table.openEnds.push(...host.unresolved);
  for (const route of host.routes) {
    const prefix = prefixOf(route.instance);
    const { path, isResolved } = wholePath(prefix, route.path);
    const handler = handlerOf(run, route.handler?.value);
    table.add({
      method: route.method,
      path,
      isResolved,
      ...handler && { handler },
      guards: [
        ...route.instance.hooks.map((given) => guardOf(run, given, host.hooks.includes(given))),
        ...route.hooks.map((given) => guardOf(run, given, false))
      ],
      prefixes: routePrefixes(prefix),
      framework: route.framework ?? "fastify",
      at: route.at
    });
  }
  for (const one2 of host.fallbacks) {
    const { path, isResolved } = wholePath(prefixOf(one2.instance), one2.path);
    table.fallbacks.push({ prefix: isResolved ? path : "/", at: one2.at });
  }
}
function prefixOf(instance) {
  const chain = [];
  for (let at = instance; at; at = at.parent) chain.unshift(at);
  return chain.reduce((prefix, one2) => one2.prefix ? below(prefix, one2.prefix) : prefix, NO_PREFIX);
}

// src/model/code/routes/javascript/hono-table.ts
function honoRoutes(run, host, table) {
  table.mounted.add(host);
  const before = [];
  for (const entry of host.entries) {
    const prefix = entry.prefixes.reduce(below, NO_PREFIX);
    const { path, isResolved } = wholePath(prefix, entry.path);
    const last = entry.handlers.at(-1);
    if (entry.kind === "fallback" || last && servesAll(last.value)) {
      table.fallbacks.push({ prefix: isResolved ? path.replace(/\/\*$/, "") || "/" : "/", at: entry.at });
      continue;
    }
    if (entry.kind === "use") {
      for (const given of entry.handlers) {
        const guard = guardOf(run, given, path === "/*");
        before.push({ path, guard: isResolved ? guard : { ...guard, purpose: "other" } });
      }
      continue;
    }
    const handler = handlerOf(run, last?.value);
    if (path === "/*" && last?.value.kind === "closure" && behaviourOf(run, last.value).statuses.has(404)) continue;
    table.add({
      method: entry.method,
      path,
      isResolved,
      ...handler && { handler },
      guards: [
        ...before.filter((one2) => covers(one2.path, path)).map((one2) => one2.guard),
        ...entry.handlers.slice(0, -1).map((given) => guardOf(run, given, false))
      ],
      prefixes: routePrefixes(prefix),
      framework: "hono",
      at: entry.at
    });
  }
}

// src/model/code/routes/javascript/koa-table.ts
function koaRoutes(run, host, table) {
  follow2({ run, table, guards: [], depth: 0 }, host, NO_PREFIX);
}
function follow2(walk2, host, prefix) {
  if (walk2.depth > 20 || walk2.table.isFull()) return;
  walk2.depth++;
  walk2.table.mounted.add(host);
  if (host.role === "application") for (const given of host.middleware) use2(walk2, given, prefix);
  else if (host.role === "mount") {
    const inner = { ...walk2, guards: [...walk2.guards] };
    for (const given of flatGiven(host.inner)) use2(inner, given, below(prefix, host.path));
  } else router(walk2, host.role === "routes" ? host.router : host, prefix);
  walk2.depth--;
}
function use2(walk2, given, prefix) {
  const { run, table } = walk2;
  const { value } = given;
  const at = spanOf(given.file, given.written);
  const path = wholePath(prefix, { text: "/", isResolved: true, at }).path;
  if (value.kind === "host") {
    const host = value.host;
    if (host.framework === "koa") follow2(walk2, host, prefix);
  } else if (servesAll(value)) table.fallbacks.push({ prefix: path, at });
  else if (graphqlMount(value)) {
    for (const method of ["GET", "POST"])
      table.add({
        method,
        path,
        isResolved: true,
        guards: [...walk2.guards],
        prefixes: routePrefixes(prefix),
        framework: "apollo",
        at
      });
  } else if (value.kind === "unknown" || value.kind === "either") table.openEnds.push(at);
  else if (value.kind === "closure" && value.fn.parameters.length < 2) {
    if (!behaviourOf(run, value).statuses.has(404)) table.fallbacks.push({ prefix: path, at });
  } else walk2.guards.push(guardOf(run, given, prefix.parts.length === 0));
}
function router(walk2, host, prefix) {
  const { run, table } = walk2;
  walk2.table.mounted.add(host);
  const outer = host.prefix ? below(prefix, host.prefix) : prefix;
  const before = [];
  for (const layer of host.layers) {
    const inner = layer.prefixes.reduce(below, outer);
    const { path, isResolved } = wholePath(inner, layer.path);
    if (layer.kind === "use") {
      before.push({ path, layer, guards: layer.handlers.map((given) => guardOf(run, given, false)) });
      continue;
    }
    const handler = handlerOf(run, layer.handlers.at(-1)?.value);
    table.add({
      method: layer.method,
      path,
      isResolved,
      ...handler && { handler },
      guards: [
        ...walk2.guards,
        ...before.filter((one2) => covers(one2.path, path)).flatMap((one2) => one2.guards),
        ...layer.handlers.slice(0, -1).map((given) => guardOf(run, given, false))
      ],
      prefixes: routePrefixes(inner),
      framework: layer.framework ?? "koa",
      at: layer.at
    });
  }
}

// src/model/code/routes/javascript/nest-paths.ts
function nestPaths(parts) {
  const { host, own, controller, module } = parts;
  return versionTexts(parts).map((version) => {
    const inner = [...module, controller];
    const bare = joinPaths(...[...inner, own].map((part) => part.text));
    const isKnown = [...inner, own].every((part) => part.isResolved);
    const excluded = host.prefix ? isExcluded(host.exclude, bare, parts.method, isKnown) : false;
    const prefix = [];
    if (host.prefix && excluded !== true)
      prefix.push(excluded === void 0 ? { ...host.prefix, isResolved: false } : host.prefix);
    if (version) prefix.push(version);
    return { prefix: [...prefix, ...inner].reduce(below, NO_PREFIX), own };
  });
}
function versionTexts({ host, version, versionAt }) {
  const { versioning } = host;
  const given = version ?? versioning?.defaultVersion;
  if (!versioning?.isInPath || !given) return [void 0];
  const values = given.kind === "list" ? given.elements : alternatives(given);
  return values.map((one2) => {
    if (one2.kind === "outside" && lastMember(one2) === "VERSION_NEUTRAL") return void 0;
    const at = version ? versionAt : versioning.at;
    if (one2.kind !== "plain") return { text: "", isResolved: false, at };
    return one2.value === null ? void 0 : { text: `/${versioning.prefix}${one2.value}`, isResolved: !one2.isPartial, at };
  });
}
function isExcluded(exclusions, path, method, isKnown) {
  let open = false;
  for (const one2 of exclusions) {
    if (one2.method !== void 0 && one2.method !== method) continue;
    if (one2.path === void 0 || !isKnown) open = true;
    else if (nestPattern(one2.path).test(path.slice(0, 300))) return true;
  }
  return open ? void 0 : false;
}
function nestPattern(text) {
  let source = "";
  let wildcards = 0;
  const path = (text.startsWith("/") ? text : `/${text}`).slice(0, 500).replace(/\(\.\*\)/g, "{*path}").replace(/\/\*(?=\/|$)/g, "/{*path}");
  for (let at = 0; at < path.length; at++) {
    const char = path[at] ?? "";
    const name = /^[*:]\w+/.exec(path.slice(at, at + 60))?.[0];
    if (name) {
      if (char === ":") source += source.endsWith("[^/]+") ? "" : "[^/]+";
      else source += ".+";
      wildcards++;
      at += name.length - 1;
    } else if (char === "{") source += "(?:";
    else if (char === "}") source += ")?";
    else if (char === "+") {
      source += ".*";
      wildcards++;
    } else source += char.replace(/[.*?^$()[\]|\\]/g, "\\$&");
  }
  if (wildcards > 8) return /^$/;
  try {
    return new RegExp(`^${source}/?$`, "i");
  } catch {
    return /^$/;
  }
}

// src/model/code/routes/javascript/nest-middleware.ts
function appliedMiddleware(run, modules) {
  const found = [];
  for (const of of modules.modules.keys()) {
    const method = methodOf(run, of, "configure");
    if (!method) continue;
    const self = { ...fields([], true), of };
    const closure = closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home }, self);
    const consumer = hostValue({
      type: "middleware consumer",
      invoke: (name, site) => name === "apply" ? applied(run, consumer, flatArguments(site, 0), [], found) : void 0
    });
    callClosure(run, closure, [consumer]);
  }
  return found;
}
function applied(run, consumer, middleware, excluded, found) {
  return hostValue({
    type: "middleware configuration",
    invoke: (name, site) => {
      if (name === "exclude")
        return applied(run, consumer, middleware, [...excluded, ...flatArguments(site, 0).flatMap(placeOf)], found);
      if (name !== "forRoutes") return void 0;
      for (const given of middleware) found.push(one(run, given, excluded, site));
      return consumer;
    }
  });
}
function one(run, given, excluded, site) {
  const targets = flatArguments(site, 0);
  const controllers = new Set(targets.map((target) => target.value).filter((value) => value.kind === "class"));
  const places = targets.flatMap(placeOf);
  const isGlobal = places.some((place2) => place2.pattern === void 0 && place2.method === void 0);
  const matches = (place2, bare, path, method) => (place2.method === void 0 || place2.method === method) && (place2.pattern === void 0 || place2.pattern.test(bare.slice(0, 300)) || place2.pattern.test(path.slice(0, 300)));
  return {
    guard: guardOf(run, withUse(run, given), isGlobal && excluded.length === 0),
    appliesTo: (controller, bare, path, method) => (controllers.has(controller) || places.some((place2) => matches(place2, bare, path, method))) && !excluded.some((place2) => matches(place2, bare, path, method))
  };
}
function withUse(run, given) {
  if (given.value.kind !== "class") return given;
  const method = methodOf(run, given.value, "use");
  if (!method) return given;
  const value = closureOf(method.fn, method.home.file, { ...method.home.scope, home: method.home });
  return { ...given, value };
}
function placeOf({ value }) {
  const path = stringOf(value.kind === "fields" ? value.entries.get("path") : value);
  if (path === void 0) return [];
  const method = value.kind === "fields" ? methodName(value.entries.get("method")) : void 0;
  const isAll = /^\/?(?:\*\w*|\{\*\w*\}|\(\.\*\))$/.test(path);
  return [{ pattern: isAll ? void 0 : nestPattern(path), method }];
}

// src/model/code/routes/javascript/nest-packages.ts
function packageModule(run, host, value, guards, table) {
  const { name, options } = outsideOptions(run, value);
  const at = host.at;
  const add = (methods, text, fallback, framework, isPrefixed) => {
    const own = { text: text ?? (text === null ? "" : fallback), isResolved: text !== null, at };
    for (const method of methods) {
      const controller = { text: "/", isResolved: true, at };
      const around = isPrefixed ? host : withoutPrefix(host);
      const [first] = nestPaths({
        host: around,
        version: void 0,
        versionAt: at,
        module: [],
        controller,
        own,
        method
      });
      if (!first) continue;
      const { path, isResolved } = wholePath(first.prefix, first.own);
      table.add({
        method,
        path,
        isResolved,
        guards: guards.map((guard) => guard.guard),
        prefixes: routePrefixes(first.prefix),
        framework,
        at
      });
    }
  };
  if (name === "GraphQLModule")
    add(
      ["GET", "POST"],
      optionText(options, "path"),
      "/graphql",
      "apollo",
      options?.kind === "fields" && isOn(options.entries.get("useGlobalPrefix"))
    );
  else if (name === "PrometheusModule") add(["GET"], optionText(options, "path"), "/metrics", "nestjs", true);
  else if (name === "ServeStaticModule") {
    const root = optionText(options, "serveRoot");
    table.fallbacks.push({ prefix: root ? joinPaths(root) : "/", at });
  } else if (name === "BullBoardModule") {
    const route = optionText(options, "route");
    if (route !== void 0) table.fallbacks.push({ prefix: route ? joinPaths(route) : "/", at });
  }
}
function withoutPrefix(host) {
  const { prefix: _prefix, ...rest } = host;
  return rest;
}
function isOn(value) {
  return value?.kind === "plain" && value.value === true;
}

// src/model/code/routes/javascript/nest-table.ts
function nestRoutes(run, host, table) {
  table.mounted.add(host);
  const modules = reachableModules(run, host.root, host.at);
  table.openEnds.push(...modules.unresolved);
  const walk2 = {
    run,
    host,
    table,
    guards: [...host.guards.map((given) => nestGuard(run, given, true)), ...providedGuards(run, modules)],
    middleware: appliedMiddleware(run, modules)
  };
  for (const module of modules.modules.values())
    for (const controller of module.controllers) controllerRoutes(walk2, controller, module.paths);
  for (const one2 of modules.outside) packageModule(run, host, one2, walk2.guards, table);
  expressRoutes(run, { ...host.server, layers: host.server.layers.filter((layer) => layer.kind === "route") }, table);
  for (const one2 of host.fallbacks)
    table.fallbacks.push({ prefix: one2.path.isResolved ? joinPaths(one2.path.text) : "/", at: one2.at });
  return modules;
}
function unregisteredController(run, host, controller, table) {
  controllerRoutes({ run, host, table, guards: [], middleware: [] }, controller, []);
}
var METHOD_DECORATORS = /* @__PURE__ */ new Map([
  ["Get", "GET"],
  ["Post", "POST"],
  ["Put", "PUT"],
  ["Patch", "PATCH"],
  ["Delete", "DELETE"],
  ["Head", "HEAD"],
  ["Options", "OPTIONS"],
  ["All", "*"],
  ["Search", "SEARCH"],
  ["Propfind", "PROPFIND"],
  ["Sse", "GET"],
  ["RequestMapping", "*"]
]);
function controllerRoutes(walk2, controller, module) {
  const { run } = walk2;
  const declared = inheritedDecorator(run, controller, "Controller");
  if (!declared) return;
  const options = declared.site.arguments[0];
  const version = options?.kind === "fields" ? options.entries.get("version") : void 0;
  const owner = classDecorators(run, controller);
  for (const { fn, home } of methodsOf(run, controller)) {
    const decorators = methodDecorators(run, home, fn);
    const guards = decorators.length > 0 ? guardsOf(walk2, owner, decorators) : [];
    const versioned = decorators.find((each) => each.name === "Version");
    for (const decorator of decorators) {
      const method = METHOD_DECORATORS.get(decorator.name);
      if (method === void 0 || decorator.package !== "@nestjs/common") continue;
      for (const path of controllerPaths(declared))
        addRoute2(walk2, { controller, fn, home, guards, versioned, decorator, method, path, module, version });
    }
  }
}
function methodsOf(run, controller) {
  const seen = /* @__PURE__ */ new Set();
  return [controller, ...basesOf(run, controller)].flatMap((home) => {
    if (home.kind !== "class") return [];
    return home.node.members.flatMap((member) => {
      if (member.kind !== "function" || member.name === void 0 || member.isStatic || member.isAbstract) return [];
      if (seen.has(member.name)) return [];
      seen.add(member.name);
      return [{ fn: member, home }];
    });
  });
}
function addRoute2(walk2, one2) {
  const { run, host, table } = walk2;
  const { decorator, versioned, guards } = one2;
  const given = decorator.site.arguments[0];
  const mapping = decorator.name === "RequestMapping" && given?.kind === "fields" ? given : void 0;
  const method = mapping ? methodName(mapping.entries.get("method")) ?? "GET" : one2.method;
  const at = spanOf(decorator.file, decorator.written);
  for (const own of pathsOf(mapping ? mapping.entries.get("path") : given, decorator)) {
    const paths = nestPaths({
      host,
      version: versioned?.site.arguments[0] ?? one2.version,
      versionAt: versioned ? spanOf(versioned.file, versioned.written) : one2.path.at,
      module: one2.module,
      controller: one2.path,
      own,
      method
    });
    for (const { prefix, own: last } of paths) {
      const { path, isResolved } = wholePath(prefix, last);
      const bare = joinPaths(...[...one2.module, one2.path, own].map((part) => part.text));
      const applied2 = walk2.middleware.filter((each) => each.appliesTo(one2.controller, bare, path, method)).map((each) => each.guard);
      const route = {
        method,
        path,
        isResolved,
        handler: { file: one2.home.file, node: one2.fn },
        guards: [...walk2.host.middleware.map((each) => guardOf(run, each, true)), ...applied2, ...guards],
        prefixes: routePrefixes(prefix),
        framework: "nestjs",
        at
      };
      table.add(route);
    }
  }
}
function guardsOf(walk2, owner, decorators) {
  const { run } = walk2;
  const written = [...owner, ...decorators].filter((each) => each.name === "UseGuards");
  const own = written.flatMap(
    (each) => each.site.arguments.flatMap(
      (value, index) => flatGiven({ value, written: each.site.written[index] ?? each.written, file: each.site.file }).map(
        (given) => nestGuard(run, given, false)
      )
    )
  );
  return [...walk2.guards, ...own].filter((guard) => !isWaived(guard.waivers, decorators, owner)).map((guard) => mayPass(guard, [...decorators, ...owner]) ? { ...guard.guard, purpose: "other" } : guard.guard);
}
function mayPass({ origin }, decorators) {
  return origin !== void 0 && decorators.some((one2) => one2.package === origin || scopeOf(one2.package) === scopeOf(origin));
}
function scopeOf(name) {
  return name.startsWith("@") ? name.split("/")[0] ?? name : name;
}
function pathsOf(value, decorator) {
  const written = decorator.site.written[0];
  if (!value || !written || value.kind === "plain" && value.value === null)
    return [{ text: "/", isResolved: true, at: spanOf(decorator.file, decorator.written) }];
  return writtenPaths(value, decorator.site.file, written);
}
function controllerPaths(declared) {
  const [first] = declared.site.arguments;
  return pathsOf(first?.kind === "fields" ? first.entries.get("path") : first, declared);
}

// src/model/code/routes/javascript/table.ts
var MOST = 5e3;



// src/model/code/routes/javascript/nest-unregistered.ts
function unregisteredControllers(run, hosts, files) {
  const [first] = hosts;
  if (!first || hosts.some((one2) => one2.modules.unresolved.length > 0)) return [];
  const registered = new Set(
    hosts.flatMap(
      (one2) => [...one2.modules.modules.values()].flatMap((module) => [...module.controllers].map((each) => each.node))
    )
  );
  const found = [];
  for (const path of files) {
    const file = run.program.files.get(path);
    if (!file || standsAside(path) || !file.imports.some((one2) => one2.from === "@nestjs/common" && one2.name === "Controller"))
      continue;
    for (const node of file.body) {
      if (node.kind !== "class" || node.decorators.length === 0 || registered.has(node) || node.isAbstract) continue;
      const value = classOf(node, startModule(run, file));
      if (!inheritedDecorator(run, value, "Controller")) continue;
      const table = tableBuilder();
      unregisteredController(run, first.host, value, table);
      if (table.routes.length > 0)
        found.push({
          name: node.name ?? "controller",
          routes: table.routes,
          at: spanOf(file, { start: node.nameStart, end: node.nameStart + (node.name?.length ?? 0) })
        });
    }
  }
  return found;
}

// src/model/code/routes/javascript/next-config.ts
var EXTENSIONS = ["tsx", "ts", "jsx", "js"];
function nextConfig(run, file) {
  const given = file && fieldsIn(run, exportedValue(run, file, "default"), 0);
  if (!file || !given) return { basePath: "", extensions: EXTENSIONS, rewrites: [] };
  const at = { path: file.path, start: 0, end: 0 };
  const extensions = itemsOf(given.entries.get("pageExtensions") ?? { kind: "unknown" })?.elements.map(stringOf).filter((one2) => one2 !== void 0);
  return {
    basePath: stringOf(given.entries.get("basePath")) ?? "",
    extensions: extensions && extensions.length > 0 ? extensions : EXTENSIONS,
    rewrites: rewritesOf(run, given.entries.get("rewrites"), at),
    at
  };
}
function fieldsIn(run, value, depth) {
  if (!value || depth > 5) return void 0;
  if (value.kind === "fields") return value;
  if (value.kind === "closure") return fieldsIn(run, callClosure(run, value, []), depth + 1);
  if (value.kind === "either")
    return value.values.map((one2) => fieldsIn(run, one2, depth + 1)).find((one2) => one2 !== void 0);
  const last = value.kind === "outside" ? value.steps.at(-1) : void 0;
  if (last?.kind !== "call") return void 0;
  return last.site.arguments.map((one2) => fieldsIn(run, one2, depth + 1)).find((one2) => one2 !== void 0);
}
function rewritesOf(run, value, at) {
  if (value?.kind !== "closure") return [];
  const result = callClosure(run, value, []);
  const lists = result.kind === "fields" ? [...result.entries.values()] : [result];
  return lists.flatMap((list) => {
    const items = itemsOf(list);
    if (!items) return [{ source: void 0, at }];
    return items.elements.map((one2) => ({
      source: one2.kind === "fields" ? stringOf(one2.entries.get("source")) : void 0,
      at
    }));
  });
}

// src/model/code/routes/javascript/next-middleware.ts
var MIDDLEWARE = /^(?:src\/)?(?:middleware|proxy)\.[jt]s$/;
function nextMiddleware(run, root, files) {
  const file = files.find((one2) => MIDDLEWARE.test(root === "" ? one2.path : one2.path.slice(root.length + 1)));
  if (!file) return () => [];
  const name = /proxy\.[jt]s$/.test(file.path) ? "proxy" : "middleware";
  const value = exportedValue(run, file, name) ?? exportedValue(run, file, "default");
  if (!value) return () => [];
  const purpose = middlewarePurpose(run, value, name);
  if (purpose === "none") return () => [];
  const entry = file.exports.find((one2) => one2.name === name || one2.name === "default");
  const matchers = matchersOf(run, exportedValue(run, file, "config"));
  const guard = {
    name,
    purpose,
    isGlobal: matchers === void 0,
    at: { path: file.path, start: entry?.start ?? 0, end: entry?.end ?? 0 }
  };
  return (path) => {
    const answers = matchers?.map((matches) => matches(path)) ?? [true];
    if (answers.includes(true)) return [guard];
    return answers.includes(void 0) ? [{ ...guard, purpose: "other" }] : [];
  };
}
function middlewarePurpose(run, value, name) {
  if (value.kind === "closure") {
    const purpose = purposeOf(run, value, name);
    return purpose === "other" && !mayAsk(run.program, { file: value.file, node: value.fn }) ? "none" : purpose;
  }
  if (value.kind !== "outside") return purposeOf(run, value, name);
  const calls = value.steps.flatMap((step) => step.kind === "call" ? [step.site] : []);
  const member = value.steps.find((step) => step.kind === "member")?.name;
  const given = calls.flatMap((site) => site.arguments);
  if (value.package === "next-intl/middleware") return "none";
  if (value.package === "next-auth/middleware")
    return given.some((one2) => one2.kind !== "closure" && decidesByPath(run, one2)) ? "other" : "auth";
  if (!value.package.startsWith("@clerk/nextjs")) return purposeOf(run, value, name);
  if (member === "authMiddleware")
    return given.some((one2) => one2.kind === "fields" && one2.entries.size > 0) ? "other" : "auth";
  const own = given.find((one2) => one2.kind === "closure");
  if (member !== "clerkMiddleware" || given.some((one2) => one2.kind === "unknown")) return "other";
  return own?.kind === "closure" ? protectsAll(own) ? "auth" : "other" : "none";
}
function decidesByPath(run, given) {
  if (given.kind === "closure") return behaviourOf(run, given).readsPath;
  if (given.kind === "fields") return given.isOpen || [...given.entries.values()].some((one2) => decidesByPath(run, one2));
  return given.kind !== "plain";
}
function protectsAll({ fn }) {
  const body = fn.body.map((one2) => one2.kind === "expression" || one2.kind === "return" ? one2.value : void 0);
  return body.some((one2) => {
    const inner = one2 && peel(one2);
    const call = inner?.kind === "await" ? peel(inner.value) : inner;
    return call?.kind === "call" && call.callee.kind === "member" && call.callee.property === "protect";
  });
}
function matchersOf(run, config) {
  const value = config && memberOf(run, config, "matcher");
  if (!value || value.kind === "unknown" || value.kind === "plain" && value.value === null) return void 0;
  const items = itemsOf(value)?.elements ?? [value];
  const sources = items.map((one2) => stringOf(one2.kind === "fields" ? one2.entries.get("source") : one2));
  return sources.map((source) => source === void 0 ? () => void 0 : matcher(source));
}
function matcher(source) {
  const except = /^([\w/-]*)\/\(\(\?!([^()]*)\)\.\*\)$/.exec(source.slice(0, 1e3));
  if (except) {
    const [, before = "", names = ""] = except;
    const excluded = names.split("|").filter((name) => name !== "" && !/[.*+?$\\]/.test(name));
    return (path) => path.startsWith(`${before}/`) && !excluded.some((name) => path.startsWith(`${before}/${name}`));
  }
  if (source.includes("(")) return () => void 0;
  const parts = source.split("/").filter((part) => part !== "");
  return (path) => matchesParts(
    parts,
    path.split("/").filter((part) => part !== "")
  );
}
function matchesParts(parts, path) {
  for (const [index, part] of parts.entries()) {
    if (/^:\w+\*$/.test(part)) return true;
    const own = path[index];
    if (own === void 0) return /^:\w+\?$/.test(part);
    if (/^:\w+\+$/.test(part)) return true;
    if (!part.startsWith(":") && part !== own) return false;
  }
  return parts.length === path.length;
}

// src/model/code/routes/javascript/next.ts
var CONFIG = /(?:^|\/)next\.config\.[cm]?[jt]s$/;
var METHODS = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH"];

function beforeParameters(source) {
  return source.replace(/\/?[:(*][\s\S]*$/, "") || "/";
}

function fileRoutes(run, application, file, guards, add) {
  const inside = application.root === "" ? file.path : file.path.slice(application.root.length + 1);
  const found = /^(?:src\/)?(app|pages)\/(.+)\.(\w+)$/.exec(inside);
  if (!found) return;
  const [, kind, name = "", extension = ""] = found;
  if (!application.config.extensions.includes(extension) && !application.config.extensions.some((one2) => inside.endsWith(`.${one2}`)))
    return;
  const own = bareName(name, extension, application.config.extensions);
  const routes = kind === "app" ? appRoutes(run, file, own) : pageRoutes(run, file, own);
  for (const route of routes) {
    const path = (application.config.basePath + route.path).replace(/(?<=.)\/$/, "");
    const isCatchAll2 = /\/:\w[\w-]*\*$/.test(path) && (route.method === "POST" || route.method === "*");
    add({
      ...route,
      path,
      ...isCatchAll2 && takesCredentials(run, file) && { takesPasswordAt: path.replace(/[^/]*$/, "callback/credentials") },
      guards: [...guards(route.path), ...ownGuards(run, file, route)],
      prefixes: prefixesOf(application.config)
    });
  }
}
function takesCredentials({ program }, file) {
  return [...program.reachableFrom([file.path])].some(
    (path) => program.files.get(path)?.imports.some(({ from }) => /^(?:next-auth|@auth\/[\w-]+)\/providers\/credentials$/.test(from))
  );
}
function ownGuards({ program }, file, { method, handler }) {
  if (!handler) return [];
  const around = wrapperGuards(program, file, method === "*" ? "default" : method);
  return around.some(({ purpose }) => purpose === "auth") ? around : [...around, ...handlerGuards(program, handler)];
}
function bareName(name, extension, extensions) {
  const compound = extensions.find((one2) => `${name}.${extension}`.endsWith(`.${one2}`) && one2.includes("."));
  return compound ? `${name}.${extension}`.slice(0, -compound.length - 1) : name;
}
function prefixesOf(config) {
  return config.basePath === "" || !config.at ? [] : [{ path: config.basePath, at: config.at }];
}
var METADATA = /* @__PURE__ */ new Map([
  ["robots", "robots.txt"],
  ["sitemap", "sitemap.xml"],
  ["manifest", "manifest.webmanifest"]
]);
function appRoutes(run, file, name) {
  const segments = name.split("/");
  const last = segments.pop();
  if (segments.some((segment) => segment.startsWith("_") || /^\(\.+\)/.test(segment))) return [];
  const path = `/${segments.filter((segment) => !/^(?:@.*|\(.*\))$/.test(segment)).map(segmentPath).join("/")}`;
  const base = { isResolved: true, framework: "next" };
  const metadata = METADATA.get(last ?? "");
  if (last === "page" || metadata !== void 0)
    return [
      {
        ...base,
        method: "GET",
        path: metadata === void 0 ? path : `${path === "/" ? "" : path}/${metadata}`,
        at: startOf2(file)
      }
    ];
  if (last !== "route") return [];
  const names = new Set(exportedNames(run, file));
  return METHODS.filter((method) => names.has(method)).map((method) => {
    const handler = handlerOf(run, exportedValue(run, file, method));
    return { ...base, method, path, at: exportSpan(file, method), ...handler && { handler } };
  });
}
function pageRoutes(run, file, name) {
  if (/^_(?:app|document|error|middleware)$/.test(name)) return [];
  const path = `/${name.replace(/(?:^|\/)index$/, "").split("/").map(segmentPath).join("/")}`;
  const isApi = path === "/api" || path.startsWith("/api/");
  const handler = isApi ? handlerOf(run, exportedValue(run, file, "default")) : void 0;
  return [
    {
      method: isApi ? "*" : "GET",
      path,
      isResolved: true,
      framework: "next",
      at: exportSpan(file, "default"),
      ...handler && { handler }
    }
  ];
}
function segmentPath(segment) {
  const name = /^\[\[?(\.\.\.)?(\w[\w-]*)\]?\]$/.exec(segment.replace(/%5F/gi, "_"));
  return name ? `:${name[2]}${name[1] ? "*" : ""}` : segment.replace(/%5F/gi, "_");
}
function exportSpan(file, name) {
  const found = file.exports.find((one2) => one2.name === name);
  return found ? spanOf(file, found) : startOf2(file);
}
function startOf2(file) {
  return { path: file.path, start: 0, end: 0 };
}

// src/model/code/routes/javascript/server-table.ts
function serverRoutes(run, host, table) {
  table.mounted.add(host);
  const { listener } = host;
  for (const { method, path } of listener ? yogaPaths(listener) : [])
    table.add({ method, path, isResolved: true, guards: [], prefixes: [], framework: "yoga", at: host.at });
  if (listener?.kind !== "closure") return;
  const paths = comparedPaths(listener);
  for (const { path, node } of paths) {
    table.add({
      method: "*",
      path,
      isResolved: true,
      handler: { file: listener.file, node: listener.fn },
      guards: [],
      prefixes: [],
      framework: "node",
      at: spanOf(listener.file, node)
    });
  }
  if (paths.length === 0 || !behaviourOf(run, listener).statuses.has(404))
    table.fallbacks.push({ prefix: "/", at: host.at });
}
function comparedPaths(listener) {
  const found = /* @__PURE__ */ new Map();
  const add = (address, text) => {
    if (text.kind !== "literal" || typeof text.value !== "string" || !text.value.startsWith("/")) return;
    if (isAddress(address) && !found.has(normalPath(text.value))) found.set(normalPath(text.value), text);
  };
  walk(listener.fn.body, (node) => {
    if (node.kind === "binary" && (node.operator === "===" || node.operator === "==")) {
      add(peel(node.left), peel(node.right));
      add(peel(node.right), peel(node.left));
    } else if (node.kind === "switch" && node.subject) {
      for (const one2 of node.cases) for (const test of one2.tests) add(peel(node.subject), peel(test));
    } else if (node.kind === "call" && node.callee.kind === "member" && node.callee.property === "startsWith") {
      const [first] = node.arguments;
      if (first) add(peel(node.callee.object), peel(first));
    }
    return void 0;
  });
  return [...found].map(([path, node]) => ({ path, node }));
}
function isAddress(node) {
  const name = pathOf(node)?.at(-1);
  return name === "url" || name === "pathname" || name === "path";
}

// src/model/code/routes/javascript/unread.ts
var UNREAD = /* @__PURE__ */ new Set([
  "@adonisjs",
  "@feathersjs",
  "@foal",
  "@hapi",
  "@keystone-6",
  "@loopback",
  "@medusajs",
  "@midwayjs",
  "@marblejs",
  "@nuxt",
  "@payloadcms",
  "@redwoodjs",
  "@remix-run",
  "@strapi",
  "@sveltejs",
  "@tinyhttp",
  "@tsed",
  "actionhero",
  "astro",
  "connect",
  "egg",
  "elysia",
  "ghost",
  "h3",
  "hapi",
  "json-server",
  "micro",
  "moleculer-web",
  "nitropack",
  "nuxt",
  "parse-server",
  "polka",
  "restify",
  "routing-controllers",
  "sails",
  "strapi",
  "uWebSockets.js"
]);
var HARMLESS = /^@hapi\/(?:boom|hoek|joi|code|lab|bourne|topo|address)$|^@strapi\/(?:sdk|client|design)|^@remix-run\/(?:react|router)$/;


// src/model/code/routes/javascript.ts

function isWhole(started, table) {
  return table.mounted.size > 0 && table.openEnds.length === 0 && !started.run.loadsUnknown;
}
function routesOf(started, host, table) {
  if (host.framework === "express") expressRoutes(started.run, host, table);
  else if (host.framework === "fastify") fastifyRoutes(started.run, host, table);
  else if (host.framework === "nestjs") nestRoutes(started.run, host, table);
  else if (host.framework === "node") serverRoutes(started.run, host, table);
  else if (host.framework === "apollo") {
    table.mounted.add(host);
    for (const { method, path } of host.paths)
      table.add({
        method,
        path: joinPaths(path.text),
        isResolved: path.isResolved,
        guards: [],
        prefixes: [],
        framework: "apollo",
        at: host.at
      });
  } else if (host.framework === "koa") koaRoutes(started.run, host, table);
  else if (host.framework === "hono") honoRoutes(started.run, host, table);
}
function nestApplications(started) {
  return started.made.flatMap((host) => {
    if (host.framework !== "nestjs") return [];
    const nest = host;
    return [{ host: nest, modules: reachableModules(started.run, nest.root, nest.at) }];
  });
}
function isRoot(started, host, used) {
  if (!host.isApplication || started.aside.has(host) || used.has(host)) return false;
  if (host.framework !== "hono") return true;
  const isServed = (one2) => one2.isServed || honoServed.has(one2.entries);
  const hosts = started.made.filter((one2) => one2.framework === "hono" && !used.has(one2));
  return isServed(host) || !hosts.some(isServed);
}
function usedHosts(started) {
  const used = /* @__PURE__ */ new Set();
  const add = (value) => {
    if (value.kind !== "host") return;
    const host = value.host;
    used.add(host.framework === "koa" && host.role === "routes" ? host.router : host);
  };
  for (const host of started.made) {
    if (host.framework === "express") {
      for (const layer of host.layers)
        if (layer.kind === "use") for (const { value } of layer.handlers) add(value);
    } else if (host.framework === "hono") {
      if (honoMounted.has(host.entries)) used.add(host);
    } else if (host.framework === "koa") {
      const koa = host;
      if (koa.role === "application") for (const { value } of koa.middleware) add(value);
      if (koa.role === "mount") add(koa.inner.value);
      if (koa.role === "router" && koa.isServed) used.add(koa);
    }
  }
  return used;
}
function addUnregistered(started, service, used, table) {
  const others = tableBuilder();
  for (const host of started.made) if (started.aside.has(host) && host.isApplication) routesOf(started, host, others);
  if (others.openEnds.length > 0) return;
  for (const host of started.made) {
    if (host.framework === "node" || table.mounted.has(host) || others.mounted.has(host) || used.has(host)) continue;
    const own = tableBuilder();
    routesOf(started, host, own);
    if (own.routes.length === 0) continue;
    table.unregistered.push({ name: nameOf(started.run, host), routes: own.routes, at: host.at });
  }
  table.unregistered.push(...unregisteredControllers(started.run, nestApplications(started), service.files));
}
function nameOf(run, host) {
  if (host.parameterOf !== void 0) return host.parameterOf;
  let name;
  walk(run.program.files.get(host.at.path)?.body ?? [], (node) => {
    if (node.start > host.at.start || node.end < host.at.end) return false;
    if (node.kind === "declare" && node.target.kind === "name") name = node.target.name;
    else if (node.kind === "field") name = node.name;
    else if (node.kind === "class") name = node.name ?? name;
    return void 0;
  });
  return name ?? host.type;
}
module.exports = {
  house: runAudit,
  javascriptRoutes
};
