"use strict";
const {
  dynamicSources,
  looseFiles,
  staticConfiguration
} = require("./chunk-U6N6Z37A.js");
const {
  ANY_PATH,
  readRule
} = require("./chunk-THLO6G4E.js");
const {
  rewriteThrough
} = require("./chunk-MBIJSFLZ.js");
require("./chunk-HY64DORL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  NEWEST,
  containerFilesOf,
  entryPointsOf,
  entryPointsOfRouter,
  find,
  isOn,
  itemsAt,
  known,
  listAt,
  resolversOf,
  serviceFactsOf,
  textAt2: textAt,
  unknown,
  valueAt
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/traefik/routers.ts
function routersOf(sources, kindsOf) {
  const missingIn = missingNames(sources);
  return sources.flatMap((source) => {
    const named = ["http", "tcp"].flatMap((kind) => [
      ...find(source.settings, kind, "routers")?.children.values() ?? []
    ]);
    const routers = named.map((setting) => routerOf(setting, source, kindsOf, missingIn));
    return routers.length === 0 && source.owner ? [defaultRouter(source.owner, source.settings)] : routers;
  });
}
function routerOf(setting, { provider, owner }, kindsOf, missingIn) {
  const tls = find(setting, "tls");
  const entryPointsAt = find(setting, "entrypoints")?.at;
  const rule = valueAt(setting, "rule");
  const certResolver = valueAt(tls, "certresolver");
  const service = textAt(setting, "service");
  return {
    name: setting.name,
    ...rule ? { rule } : {},
    entryPoints: listAt(setting, "entrypoints"),
    ...entryPointsAt && { entryPointsAt },
    tls: tls !== void 0 && isOn(tls),
    ...certResolver ? { certResolver } : {},
    hasDomains: itemsAt(tls, "domains").length > 0,
    middlewares: listAt(setting, "middlewares"),
    middlewareKinds: kindsOf(listAt(setting, "middlewares"), provider),
    hasTlsOptions: find(tls, "options") !== void 0,
    ...service === void 0 ? {} : { service },
    missing: missingIn(setting, provider),
    provider,
    ...owner ? { owner } : {},
    at: find(setting, "rule")?.at ?? setting.at
  };
}
function defaultRouter(owner, settings) {
  return {
    name: owner.name,
    entryPoints: [],
    tls: false,
    hasDomains: false,
    middlewares: [],
    middlewareKinds: [],
    hasTlsOptions: false,
    missing: [],
    provider: "docker",
    owner,
    at: find(settings, "enable")?.at ?? settings.at
  };
}
function missingNames(sources) {
  const services = namedSettings(sources, "services");
  const middlewares = namedSettings(sources, "middlewares");
  const unnamed = sources.flatMap(
    ({ owner, settings }) => owner && !["http", "tcp"].some((kind) => find(settings, kind, "services")) ? [owner.name.toLowerCase()] : []
  );
  const isElsewhere = (key) => !/@(?:docker|file)$/.test(key);
  const mayBeMade = (key) => unnamed.some((name) => key.startsWith(`${name}-`) || key.endsWith(`-${name}@docker`));
  return (setting, provider) => {
    const service = valueAt(setting, "service");
    const key = service?.known ? qualified(service.value, provider) : void 0;
    const lost = service?.known && key !== void 0 && !services.has(key) && !isElsewhere(key) && !mayBeMade(key);
    const at = find(setting, "middlewares")?.at ?? setting.at;
    const unfound = listAt(setting, "middlewares").filter((name) => {
      const whole = qualified(name, provider);
      return !middlewares.has(whole) && !isElsewhere(whole);
    });
    return [
      ...lost ? [{ kind: "service", name: service.value, at: service.at }] : [],
      ...unfound.map((name) => ({ kind: "middleware", name, at }))
    ];
  };
}
function routingOf(routers, sources) {
  const services = new Services(sources);
  const middlewares = namedSettings(sources, "middlewares");
  const routes = routers.flatMap((router) => {
    const upstream = services.of(router);
    if (!upstream) return [];
    const matches = router.rule?.known ? readRule(router.rule.value) : void 0;
    const settings = middlewaresOf(router, middlewares);
    return (matches ?? [{ hosts: [], path: ANY_PATH }]).map(({ hosts, path }) => {
      return { hosts, path, upstream, rewrite: rewriteThrough(settings, path), at: router.at };
    });
  });
  return { routes, upstreams: [...services.all(), ...askedFirst(middlewares)] };
}
function namedSettings(sources, kind) {
  const named = /* @__PURE__ */ new Map();
  for (const source of sources) {
    for (const protocol of ["http", "tcp"]) {
      for (const [name, setting] of find(source.settings, protocol, kind)?.children ?? []) {
        const key = `${name}@${source.provider}`;
        if (!named.has(key)) named.set(key, { setting, source });
      }
    }
  }
  return named;
}
function qualified(name, provider) {
  const lower = name.toLowerCase().replace(/@swarm$/, "@docker");
  return lower.includes("@") ? lower : `${lower}@${provider}`;
}
var MOST_NAMES = 100;
var Services = class {
  #named;
  #made = /* @__PURE__ */ new Map();
  #sources;
  constructor(sources) {
    this.#named = namedSettings(sources, "services");
    this.#sources = sources;
  }
  all() {
    return [...this.#made.values()];
  }
  /** Undefined for what Traefik itself answers, and for names that nothing has. */
  of(router) {
    if (router.service !== void 0) return this.#byName(qualified(router.service, router.provider));
    const { owner } = router;
    if (!owner) return void 0;
    const own = this.#sources.find((source) => source.owner === owner);
    const names = ["http", "tcp"].flatMap((kind) => [...find(own?.settings, kind, "services")?.children.keys() ?? []]);
    const [only, second] = names;
    if (only !== void 0 && second === void 0) return this.#byName(`${only}@docker`);
    if (only !== void 0) return void 0;
    return this.#make(`${owner.id}@container`, () => ({
      servers: [containerServer(owner, void 0, router.at)],
      at: router.at
    }));
  }
  #byName(key) {
    const found = this.#named.get(key);
    if (!found) return void 0;
    const check = checkOf(find(found.setting, "loadbalancer", "healthcheck"));
    return this.#make(key, () => ({
      name: found.setting.name,
      servers: this.#servers(key),
      ...check && { check },
      at: found.setting.at
    }));
  }
  #make(key, make) {
    const made = this.#made.get(key) ?? make();
    this.#made.set(key, made);
    return made;
  }
  #servers(key, seen = /* @__PURE__ */ new Set()) {
    const found = this.#named.get(key);
    if (!found || seen.has(key) || seen.size > MOST_NAMES) return [];
    seen.add(key);
    const { setting, source } = found;
    const balancer = find(setting, "loadbalancer");
    if (source.owner) return [containerServer(source.owner, find(balancer, "server"), setting.at)];
    if (balancer) return itemsAt(balancer, "servers").flatMap(serverOf);
    return referred(setting).flatMap((name) => this.#servers(qualified(name, source.provider), seen));
  }
};
function checkOf(setting) {
  const path = valueAt(setting, "path");
  const at = find(setting, "path")?.at;
  const status = textAt(setting, "status");
  const method = textAt(setting, "method")?.toUpperCase() ?? "GET";
  if (!path || !at || textAt(setting, "mode") === "grpc" || find(setting, "hostname")) return void 0;
  if (method !== "GET" && method !== "HEAD" || status !== void 0 && !/^[23]/.test(status)) return void 0;
  const written = valueAt(setting, "port");
  const port = written && portFact(written);
  return { method, path, ...port && { port }, at };
}
function referred(setting) {
  const listed = ["weighted", "highestrandomweight"].flatMap((kind) => itemsAt(setting, kind, "services"));
  const named = [
    ...listed.map((item) => textAt(item, "name")),
    ...["mirroring", "failover"].map((kind) => textAt(setting, kind, "service")),
    textAt(setting, "failover", "fallback"),
    ...itemsAt(setting, "mirroring", "mirrors").map((item) => textAt(item, "name"))
  ];
  return named.flatMap((name) => name ?? []);
}
function serverOf(item) {
  const url = valueAt(item, "url") ?? valueAt(item, "address");
  if (!url) return [];
  const server = addressServer(url);
  return server ? [server] : [];
}
function addressServer(address) {
  const { at } = address;
  const base = { backup: false, resolved: "running", at };
  if (!address.known) return { ...base, host: address };
  const [, scheme, host, port] = /^(?:([a-z][a-z0-9+.-]{0,20}):\/\/)?(?:[^/@]*@)?(\[[^\]]*\]|[^:/?#]+)(?::(\d{1,5}))?(?:[/?#]|$)/i.exec(
    address.value
  ) ?? [];
  if (host === void 0) return void 0;
  return {
    ...base,
    host: known(host.replace(/^\[|\]$/g, ""), at),
    ...port === void 0 ? {} : { port: known(Number(port), at) },
    ...scheme === void 0 ? {} : { scheme: scheme.toLowerCase() }
  };
}
function containerServer(owner, server, fallback) {
  const written = valueAt(server, "port");
  const scheme = textAt(server, "scheme");
  const at = find(server, "port")?.at ?? fallback;
  const port = written ? portFact(written) : exposedPort(owner, at);
  return {
    host: known(owner.name, at),
    workloads: [owner],
    ...port ? { port } : {},
    ...scheme ? { scheme } : {},
    backup: false,
    resolved: "running",
    at
  };
}
function portFact(written) {
  if (!written.known) return written;
  return /^\d{1,5}$/.test(written.value.trim()) ? known(Number(written.value), written.at) : void 0;
}
function exposedPort(owner, at) {
  const published = owner.published.flatMap(
    (port) => port.protocol === "tcp" && port.container.known ? [port.container.value] : []
  );
  const all = [...published, ...owner.image?.dockerfile ? owner.listens : []];
  if (all.length === 0) return unknown(at, "only the image tells which port it exposes");
  return known(Math.min(...all), at);
}
function askedFirst(middlewares) {
  return [...middlewares.values()].flatMap(({ setting }) => {
    const address = valueAt(setting, "forwardauth", "address");
    const server = address && addressServer(address);
    return server ? [{ name: setting.name, servers: [server], at: setting.at }] : [];
  });
}
function middlewaresOf({ middlewares: names, provider }, all) {
  const chains = /* @__PURE__ */ new Set();
  const through = names.flatMap((name) => chained(qualified(name, provider), all, chains));
  return through.flatMap((name) => all.get(name)?.setting ?? []);
}
function middlewareKinds(sources) {
  const all = namedSettings(sources, "middlewares");
  return (names, provider) => {
    const seen = /* @__PURE__ */ new Set();
    return names.flatMap((name) => chained(qualified(name, provider), all, seen)).flatMap((name) => [...all.get(name)?.setting.children.keys() ?? ["unknown"]]);
  };
}
function chained(name, middlewares, seen) {
  if (seen.has(name) || seen.size > MOST_NAMES) return [];
  const found = middlewares.get(name);
  const inner = listAt(found?.setting, "chain", "middlewares");
  if (!found || inner.length === 0) return [name];
  seen.add(name);
  return inner.flatMap((one) => chained(qualified(one, found.source.provider), middlewares, seen));
}

// src/model/traefik.ts
function traefikProxies(tree, workloads) {
  const running = workloads.filter(({ software, role }) => software?.id === "traefik" && role !== "job");
  const found = running.map((workload) => proxyOf(workload, workloads, tree));
  const used = new Set(found.flatMap((one) => one.used));
  const loose = looseFiles(tree).filter((path) => !used.has(path));
  return {
    proxies: found.flatMap((one) => one.proxy ?? []),
    unreadable: found.flatMap((one) => one.unreadable),
    notEvaluated: [
      ...found.flatMap((one) => one.notEvaluated),
      ...loose.map((path) => ({ path, because: "no workload is known to read it: not evaluated" }))
    ]
  };
}
function proxyOf(workload, workloads, tree) {
  const files = containerFilesOf(workload, tree);
  const configuration = staticConfiguration(workload, files);
  const major = majorOf(workload);
  const staticPath = configuration.source?.at.path;
  if (major === 1) {
    const because = `${workload.name} runs Traefik 1: its configuration is not evaluated`;
    return { used: staticPath ? [staticPath] : [], unreadable: [], notEvaluated: [{ path: workload.at.path, because }] };
  }
  const dynamic = dynamicSources(configuration, workload, workloads, files);
  const used = [.../* @__PURE__ */ new Set([...staticPath ? [staticPath] : [], ...dynamic.sources.map((one) => one.settings.at.path)])];
  const kindsOf = middlewareKinds(dynamic.sources);
  const routers = routersOf(dynamic.sources, kindsOf);
  const { routes, upstreams } = routingOf(routers, dynamic.sources);
  const entryPoints = entryPointsOf(configuration.settings, workload, kindsOf);
  const traefik = {
    ...major === void 0 ? {} : { major },
    static: configuration,
    entryPoints,
    resolvers: resolversOf(configuration.settings),
    routers,
    hasCertificates: dynamic.sources.some((source) => bringsCertificates(source)),
    routersComplete: dynamic.complete
  };
  const proxy = {
    id: `traefik:${workload.id}`,
    kind: "proxy",
    name: workload.name,
    weight: workload.weight,
    at: workload.at,
    files: [.../* @__PURE__ */ new Set([...workload.files, ...used])],
    software: "traefik",
    workloads: [workload],
    ...workload.version ? { version: workload.version } : {},
    listeners: entryPoints.flatMap((point) => listenerOf(point, traefik)),
    routes,
    upstreams,
    complete: configuration.complete && dynamic.complete,
    traefik
  };
  return {
    proxy,
    used,
    unreadable: [...brokenFile(configuration), ...dynamic.unreadable],
    notEvaluated: dynamic.notEvaluated
  };
}
function majorOf(workload) {
  const version = serviceFactsOf(workload)?.version;
  return version === NEWEST ? 3 : version?.[0];
}
function brokenFile({ broken }) {
  return broken ? [{ ...broken, format: "traefik", production: true, mayDeclare: 1 }] : [];
}
function bringsCertificates({ settings }) {
  return itemsAt(settings, "tls", "certificates").length > 0 || hasDefaultCertificate(settings);
}
function hasDefaultCertificate(settings) {
  return textAt(settings, "tls", "stores", "default", "defaultcertificate", "certfile") !== void 0;
}
function listenerOf(point, traefik) {
  if (!point.port || point.udp) return [];
  const routers = routersOn(point, traefik);
  return [
    {
      port: point.port,
      tls: point.tls || routers.some((router) => router.tls),
      redirectsToTls: point.redirectsToTls,
      at: point.at
    }
  ];
}
function routersOn(point, { routers, entryPoints, static: { settings } }) {
  return routers.filter((router) => entryPointsOfRouter(router, entryPoints, settings).includes(point));
}
module.exports = {
  house: runAudit,
  traefikProxies
};
