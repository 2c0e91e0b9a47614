"use strict";

// src/model/nginx/headers.ts
var servedPlaces = (function servedPlaces(proxy) {
  if (!isPublic(proxy)) return [];
  return proxy.nginx.servers.flatMap((server) => {
    const { scope, listeners, locations } = server;
    const isSeen = listeners.some((one) => isReached(one, proxy) && !one.redirectsToTls);
    if (!isSeen || answersItself(scope)) return [];
    if (locations.length === 0) return scope.byName.has("root") ? [{ server, scope, passes: [] }] : [];
    return locations.filter(isServed).map((location) => ({
      server,
      location,
      scope: location.scope,
      passes: proxy.nginx.passes.filter((pass) => pass.location === location)
    }));
  });
});
var isServed = (function isServed(location) {
  const { path, scope } = location;
  if (isHealth(location) || isStatusPage(location) || isSocketPath(path) || ASIDE.test(path)) return false;
  return !answersItself(scope) && !isRefused(scope) && !scope.byName.has("internal");
});
var addedHeaders = (function addedHeaders(scope) {
  const { directives, certain } = headersInForce(scope);
  const names = new Set(directives.map(nameOfHeader));
  for (let level = scope; level; level = level.parent) {
    for (const { args } of level.byName.get("more_set_headers") ?? []) {
      for (const { text } of args) names.add(text.split(":")[0]?.trim().toLowerCase() ?? "");
    }
  }
  return { names, certain };
});
var nameOfHeader = (function nameOfHeader({ args }) {
  return args[0]?.text.toLowerCase() ?? "";
});
var forbidsFrames = (function forbidsFrames(scope) {
  const { directives } = headersInForce(scope);
  return addedHeaders(scope).names.has("x-frame-options") || directives.some(
    (one) => nameOfHeader(one) === "content-security-policy" && /frame-ancestors|\$/.test(one.args[1]?.text ?? "")
  );
});
var applicationSets = (function applicationSets(header, passes, answers) {
  const programs = passes.filter(isForUsers).flatMap(
    ({ upstream }) => upstream.servers.map((server) => {
      const answer = answers.get(server);
      return answer?.kind === "workload" ? applicationOf(answer.workload) : void 0;
    })
  );
  if (programs.length === 0) return passes.length === 0 ? "no" : "unknown";
  if (programs.includes(void 0)) return "unknown";
  const mentioned = new RegExp(header.replace("content-security-policy", "frame-ancestors"), "i");
  return programs.every((one) => one && (one.needs(SETS_HEADERS) || one.mentions(mentioned))) ? "yes" : "no";
});

// rules/nginx/compression-missing.ts
var compressionAt = (function compressionAt({ scope, server, passes }, answers) {
  const gzip = inForce(scope, "gzip");
  const written = gzip.directives.at(-1);
  const isOn = written?.args[0]?.text === "on";
  const other = ["brotli", "zstd", "gzip_static", "brotli_static"].some((name) => settingText(scope, name) === "on");
  const types = inForce(scope, "gzip_types").directives.flatMap(({ args }) => args.map(({ text }) => text));
  const isStatic = passes.length === 0;
  const needed = isStatic ? /^\*$|javascript|css/ : /^\*$|json/;
  const at = written?.at ?? server.scope.at;
  const what = isOn ? `${isStatic ? "scripts and styles" : "JSON"} uncompressed: gzip_types has ${types.length === 0 ? "text/html alone" : "no such type"}` : "everything uncompressed";
  if (other || isOn && types.some((type) => needed.test(type))) return { state: "yes", at, what };
  const byApplication = isStatic ? "no" : applicationCompresses(passes, answers);
  if (byApplication === "yes") return { state: "yes", at, what };
  const certain = gzip.certain && inForce(scope, "gzip_types").certain;
  return { state: certain && byApplication === "no" ? "no" : "unknown", at, what };
});

// src/model/nginx/open-origins.ts
var openOrigins = (function openOrigins(proxy) {
  if (!isPublic(proxy)) return [];
  const found = /* @__PURE__ */ new Map();
  for (const pass of proxy.nginx.passes) {
    const { location } = pass;
    if (!isForUsers(pass) || asksForOrigin(location.scope)) continue;
    const { directives } = headersInForce(location.scope);
    const directive = directives.find((one) => isHeader(one, "access-control-allow-origin", /^\$\{?http_origin\}?$/));
    const allows = directives.some((one) => isHeader(one, "access-control-allow-credentials", /^true$/i));
    if (directive && allows && !found.has(directive)) found.set(directive, { location, directive });
  }
  return [...found.values()];
});
var isHeader = (function isHeader({ args: [name, value] }, header, text) {
  return name?.text.toLowerCase() === header && text.test(value?.text ?? "");
});
var asksForOrigin = (function asksForOrigin(scope) {
  for (let level = scope; level; level = level.parent) {
    const conditions = level.byName.get("if") ?? [];
    if (conditions.some(({ args }) => args.some(({ text }) => /origin/i.test(text)))) return true;
  }
  return false;
});

// src/model/nginx/limits.ts
var rateLimitsOf = (function rateLimitsOf(proxy, answers) {
  if (!isPublic(proxy) || isBehindAnother(proxy)) return void 0;
  const passes = proxy.nginx.passes.filter((pass) => isForUsers(pass) && !leavesSystem(pass, answers));
  if (passes.length === 0) return void 0;
  const limits = passes.map(({ scope }) => inForce(scope, "limit_req"));
  if (limits.some(({ directives }) => directives.length > 0)) return { passes, state: "limited" };
  if (limits.some(({ certain }) => !certain) || hasCode(proxy)) return { passes, state: "unknown" };
  return { passes, state: proxy.nginx.zones.some(({ kind }) => kind === "requests") ? "unused" : "none" };
});
var unusedZones = (function unusedZones({ nginx }) {
  const used = /* @__PURE__ */ new Set();
  const levels = [nginx.http, ...nginx.servers.map(({ scope }) => scope)];
  for (const { locations } of nginx.servers) levels.push(...locations.map(({ scope }) => scope));
  for (const { byName } of levels) {
    for (const { args } of byName.get("limit_req") ?? []) {
      const zone = args.find(({ text }) => text.startsWith("zone="))?.text.slice("zone=".length);
      if (zone !== void 0) used.add(`requests ${zone}`);
    }
    for (const { args } of byName.get("limit_conn") ?? []) used.add(`connections ${args[0]?.text}`);
  }
  return nginx.zones.filter(({ kind, name }) => !used.has(`${kind} ${name}`));
});

// rules/nginx/http-not-redirected.ts
var serves = (function serves({ scope, locations }) {
  if (answersItself(scope) || settingText(scope, "ssl_reject_handshake") === "on") return false;
  return locations.length > 0 || scope.byName.has("root");
});

// src/model/nginx/keepalive.ts
var keepsByDefault = (function keepsByDefault(proxy) {
  return isSince(proxy, ...KEPT_SINCE);
});
var keptPasses = (function keptPasses(proxy, answers) {
  return proxy.nginx.passes.filter(
    (pass) => pass.protocol === "http" && isForUsers(pass) && !leavesSystem(pass, answers) && !isSocketPath(pass.location.path) && pass.upstream.servers.some(({ host }) => host.known && !host.value.startsWith("unix:")) && (pass.group !== void 0 || pass.upstream.servers.every(({ resolved }) => resolved === "start"))
  );
});
var keepaliveOf = (function keepaliveOf({ group }) {
  const text = group?.scope.byName.get("keepalive")?.at(-1)?.args[0]?.text;
  if (text === void 0) return void 0;
  return /^\d+$/.test(text) ? Number(text) : 1;
});

// src/model/nginx/header-gaps.ts
var headerGaps = (function headerGaps(proxy, answers) {
  return servedPlaces(proxy).flatMap((place) => {
    const wanted = wantedAt(place);
    const absent = wanted.filter((header) => !has(place.scope, header));
    if (absent.length === 0) return [];
    const told = absent.map((header) => [header, applicationSets(header, place.passes, answers)]);
    const missing = told.filter(([, sets]) => sets !== "yes").map(([header]) => header);
    if (missing.length === 0) return [];
    return [
      {
        place,
        missing: missing.map((header) => NAMES[header] ?? header),
        unknown: told.some(([, sets]) => sets === "unknown") || !addedHeaders(place.scope).certain,
        lost: isLost(place, missing)
      }
    ];
  });
});
var isLost = (function isLost({ scope, server }, missing) {
  const { level } = headersInForce(scope);
  const around = level === scope || level === server.scope ? level.parent : void 0;
  return around !== void 0 && missing.every((header) => has(around, header));
});
var wantedAt = (function wantedAt({ location, server }) {
  return [
    "x-content-type-options",
    ...API.test(location?.path ?? "") || location && isForAssets(location) ? [] : ["x-frame-options"],
    ...server.listeners.some(({ tls }) => tls) ? ["strict-transport-security"] : []
  ];
});
var has = (function has(scope, header) {
  return header === "x-frame-options" ? forbidsFrames(scope) : addedHeaders(scope).names.has(header);
});

// src/model/nginx/losses.ts
var lossesOf = (function lossesOf(proxy, answers) {
  return [...lostHeaders(proxy, answers), ...lostForwarding(proxy, answers), ...lostLimits(proxy)];
});
var lostHeaders = (function lostHeaders(proxy, answers) {
  const found = /* @__PURE__ */ new Map();
  for (const { location, server, scope, passes } of servedPlaces(proxy)) {
    const { level } = headersInForce(scope);
    const [own] = level?.byName.get("add_header") ?? [];
    if (!level?.parent || !own || found.has(level) || level !== scope && level !== server.scope) continue;
    const around = headersInForce(level.parent);
    const { names } = addedHeaders(level);
    const lost = around.directives.flatMap(({ args }) => {
      const name = args[0]?.text ?? "";
      const header = name.toLowerCase();
      const isLost2 = SECURITY_HEADERS.has(header) && !names.has(header);
      return isLost2 && applicationSets(header, passes, answers) !== "yes" ? [name] : [];
    });
    const place = level === server.scope || !location ? serverName(server) : nameOf(location);
    if (lost.length > 0 && around.level)
      found.set(level, { kind: "headers", place, own, lost: [...new Set(lost)], from: around.level });
  }
  return [...found.values()];
});
var serverName = (function serverName({ scope }) {
  const name = scope.byName.get("server_name")?.[0]?.args[0]?.text;
  return name === void 0 || name === "_" || name === "" ? "the server" : `the server ${name}`;
});
var lostForwarding = (function lostForwarding(proxy, answers) {
  return informedPasses(proxy, answers).flatMap(({ location, scope }) => {
    const hidden = hiddenTelling(scope);
    const [own] = inForce(scope, "proxy_set_header").directives;
    return hidden && own ? [{ kind: "forwarding", place: nameOf(location), own, lost: hidden.names, from: hidden.from }] : [];
  });
});
var lostLimits = (function lostLimits({ nginx }) {
  const keys = new Map(nginx.zones.map(({ kind, name, key }) => [`${kind} ${name}`, key]));
  const keyOf = (directive) => directive.name === "limit_conn" ? keys.get(`connections ${directive.args[0]?.text}`) : keys.get(`requests ${directive.args.find(({ text }) => text.startsWith("zone="))?.text.slice("zone=".length)}`);
  return nginx.passes.filter(isForUsers).flatMap(
    ({ location, scope }) => ["limit_req", "limit_conn"].flatMap((name) => {
      const { level, directives } = inForce(scope, name);
      const around = level?.parent && inForce(level.parent, name);
      const [own] = directives;
      if (!around?.level || !own) return [];
      const counted = new Set(directives.map(keyOf));
      const lost = around.directives.filter((directive) => {
        const key = keyOf(directive);
        return key !== void 0 && !counted.has(key);
      });
      const texts = lost.map(({ args }) => `${name} ${args.map(({ text }) => text).join(" ")}`);
      return texts.length > 0 ? [{ kind: "limits", place: nameOf(location), own, lost: texts, from: around.level }] : [];
    })
  );
});

// src/model/nginx/peers.ts
var peersOf = (function peersOf(server, answers) {
  const host = knownValue(server.host) ?? "";
  const answer = answers.get(server);
  if (host.startsWith("unix:") || LOOPBACK.test(host) || answer?.kind !== "workload") return { count: "unknown" };
  const { workload, others } = answer;
  const replicas = workload.autoscaledFrom ?? workload.replicas;
  const many = others.length > 0 || replicas !== void 0 && (!replicas.known || replicas.value > 1);
  return { count: many ? "many" : "one", workload };
});
var balancedPasses = (function balancedPasses({ nginx }, answers) {
  return nginx.passes.filter(
    (pass) => isForUsers(pass) && (pass.upstream.servers.length > 1 || pass.upstream.servers.some((server) => peersOf(server, answers).count === "many"))
  );
});

// rules/nginx/security-headers-missing.ts
var withoutAlways = (function withoutAlways(proxy) {
  const all = servedPlaces(proxy).flatMap(({ scope }) => headersInForce(scope).directives);
  return [...new Set(all)].filter(
    ({ args }) => SECURITY_HEADERS.has(args[0]?.text.toLowerCase() ?? "") && args[2]?.text !== "always"
  );
});
var tokens = (function tokens(proxy) {
  const what = "nginx names its version in every answer and on its error pages: server_tokens is not off";
  for (const { server } of servedPlaces(proxy)) {
    const { directives, certain } = inForce(server.scope, "server_tokens");
    const written = directives.at(-1);
    if (written ? written.args[0]?.text === "on" : certain) return [{ at: written?.at ?? server.scope.at, what }];
  }
  return [];
});

// rules/nginx/status-page-public.ts
var tells = (function tells(location) {
  return isStatusPage(location) && !location.scope.byName.has("return") && !location.scope.byName.has("internal");
});

// rules/nginx/timeouts-unsuitable.ts
var unsuitable = (function unsuitable(one) {
  const prefix = one.protocol === "http" ? "proxy" : one.protocol;
  const seconds = (directive) => nginxSeconds(directive.args.map(({ text }) => text).join(" ")) ?? 0;
  const connect = setting(one.scope, `${prefix}_connect_timeout`);
  const long = isStreaming(one) ? [] : [setting(one.scope, `${prefix}_read_timeout`), setting(one.scope, `${prefix}_send_timeout`)];
  return [
    ...connect && seconds(connect) > LONGEST_CONNECT ? [{ directive: connect, what: `is more than the ${LONGEST_CONNECT} s after which the kernel gives up` }] : [],
    ...long.flatMap(
      (directive) => directive && seconds(directive) >= HOUR ? [{ directive, what: "holds a request of an application that hangs for an hour and more" }] : []
    )
  ];
});

// rules/nginx/tls-protocol-obsolete.ts
var decidingServers = (function decidingServers(servers) {
  const found = /* @__PURE__ */ new Map();
  for (const server of servers) {
    for (const { tls, address, port, defaultServer } of server.listeners) {
      const key = `${address}:${knownValue(port)}`;
      const known2 = found.get(key);
      if (tls && (!known2 || defaultServer && !known2.chosen)) found.set(key, { server, chosen: defaultServer });
    }
  }
  return [...new Set([...found.values()].map(({ server }) => server))];
});

// rules/nginx/upstream-resolved-once.ts
var scaledServers = (function scaledServers({ nginx }, answers) {
  const servers = new Set(nginx.passes.filter(isForUsers).flatMap(({ upstream }) => upstream.servers));
  return [...servers].flatMap((server) => {
    const peers = peersOf(server, answers);
    return peers.count === "many" && peers.workload.platform === "compose" ? [{ server, workload: peers.workload }] : [];
  });
});
var hasSingleGroup = (function hasSingleGroup({ nginx }, answers) {
  return nginx.passes.some(
    ({ group }) => group?.upstream.servers.length === 1 && group.upstream.servers.some((server) => server.resolved === "start" && peersOf(server, answers).count === "one")
  );
});

// rules/nginx/websocket-upgrade-missing.ts
var socketPasses = (function socketPasses({ nginx }, answers) {
  const passes = nginx.passes.filter(({ protocol }) => protocol === "http");
  const has2 = ({ upstream }, library) => upstream.servers.some((server) => {
    const answer = answers.get(server);
    return answer?.kind === "workload" && answersSockets(answer.workload) && applicationOf(answer.workload)?.needs(library) === true;
  });
  return passes.filter((one) => {
    const { path } = one.location;
    if (PLAIN_PATH.test(path)) return true;
    if (isSocketPath(path)) return has2(one, SOCKETS) || has2(one, SOCKET_IO);
    return has2(one, SOCKET_IO) && answering("/socket.io/", one.location.server) === one.location && !passes.some((other) => other !== one && isSocketPath(other.location.path) && isBeside(one, other));
  });
});

// rules/nginx/worker-limits-low.ts
var processes = (function processes({ nginx, workloads, name }) {
  const cores = workloads.map(({ resources }) => knownValue(resources.cpuLimit));
  if (cores.length > 0 && cores.every((count) => count !== void 0 && count <= 1)) return [];
  const written = setting(nginx.main, "worker_processes");
  if (written) {
    const what = "worker_processes 1 leaves all but one core idle";
    return written.args[0]?.text === "1" ? [{ key: "processes", at: written.at, what }] : [];
  }
  if (nginx.main.unread.length > 0) return [];
  return [{ key: "processes", at: nginx.main.at, what: `${name} sets no worker_processes, so that there is one` }];
});
var connections = (function connections(proxy) {
  const { events, passes } = proxy.nginx;
  if (!events || events.unread.length > 0) return [];
  const written = setting(events, "worker_connections");
  const text = written?.args[0]?.text;
  const count = text === void 0 ? DEFAULT_CONNECTIONS : /^\d{1,9}$/.test(text) ? Number(text) : void 0;
  if (count === void 0) return [];
  const at = written?.at ?? events.at;
  const each = passes.length > 0 ? 2 : 1;
  if (count < ENOUGH) {
    const clients = `${Math.floor(count / each)} clients${each === 2 ? " that are passed on" : ""}`;
    const what = `${written ? "" : "the default of "}${count} connections for each worker are ${clients}`;
    return [{ key: "connections", at, what }];
  }
  const limit = openFiles(proxy);
  if (!limit || count * each <= limit.files || count === ENOUGH) return [];
  const use = each === 2 ? `that are passed on take ${count * 2} open files` : `take ${count} open files`;
  return [{ key: "files", at, what: `${count} connections ${use}, and ${limit.because}` }];
});
var openFiles = (function openFiles({ nginx, workloads }) {
  const own = settingText(nginx.main, "worker_rlimit_nofile");
  if (own !== void 0) return { files: Number(own), because: `worker_rlimit_nofile is ${own}` };
  if (nginx.main.unread.length > 0 || workloads.some(({ platform }) => platform === "kubernetes")) return void 0;
  const [set] = workloads.flatMap(({ resources }) => resources.openFiles ?? []);
  if (!set && workloads.length > 0) return void 0;
  if (!set) return { files: USUAL_FILES, because: `nothing raises the ${USUAL_FILES} that systemd allows` };
  if (!set.known || set.value < 0) return void 0;
  return { files: set.value, because: `\`ulimits.nofile\` allows ${set.value}` };
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  LOOPBACK,
  answersItself,
  answersOf,
  defineRule,
  directoryOf,
  fileName,
  guardOf,
  hasVariable,
  headersInForce,
  hiddenTelling,
  inForce,
  informedPasses,
  isBehindAnother,
  isForAssets,
  isForUsers,
  isHealth,
  isPublic,
  isReached,
  isRefused,
  isSince,
  isSocketPath,
  isStatusPage,
  isStreaming,
  isWithin,
  knownValue,
  leavesSystem,
  listOf,
  nameOf,
  nginxBytes,
  nginxOf,
  nginxSeconds,
  rejections,
  requestHeader,
  setting,
  settingText,
  untoldBy
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/nginx/alias-traversal.ts
var alias_traversal_default = defineRule({
  id: "nginx/alias-traversal",
  title: "nginx hands out files beside the folder that it is to serve",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "minutes",
  why: "nginx puts the alias in the place of the path of the location and adds the rest. Where only the alias ends with a slash, a request for `/static../.env` becomes `/srv/app/static/../.env`: everything in the folder above can be read.",
  fix: "End both with a slash: `location /static/ { alias /srv/app/static/; }`.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_core_module.html#alias",
    "https://owasp.org/www-community/attacks/Path_Traversal"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      for (const { locations } of proxy.nginx.servers) {
        for (const location of locations) {
          const { scope, match, path } = location;
          const alias = scope.byName.get("alias")?.[0];
          const folder = settingText(scope, "alias");
          if (!alias || folder === void 0 || match !== "prefix") continue;
          if (scope.byName.has("internal") || path.endsWith("/") || !folder.endsWith("/")) pass(proxy);
          else
            fail(proxy, alias, `${nameOf(location)} does not end with a slash, and its alias ${folder} does`, {
              key: nameOf(location),
              fix: `Write \`location ${path}/\`.`
            });
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/nginx/body-size-unlimited.ts
var STORES = /^(?:minio|registry|gitea|gitlab|nexus|artifactory|harbor|verdaccio|nextcloud|seafile|seaweedfs)/;
var body_size_unlimited_default = defineRule({
  id: "nginx/body-size-unlimited",
  title: "Requests of any size are accepted",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "`client_max_body_size 0` switches the check off. nginx buffers request bodies on its disk before it passes them on, so that one upload without end fills it, and the application after it.",
  fix: "Set what the largest honest request needs: `client_max_body_size 20m;`, and more only in the location of the uploads.",
  refs: ["https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size"],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const passes = proxy.nginx.passes.filter(
        (one) => isForUsers(one) && !one.upstream.servers.some((server) => {
          const answer = answers.get(server);
          return answer?.kind === "workload" && STORES.test(answer.workload.software?.id ?? answer.workload.name);
        })
      );
      if (passes.length === 0 || !isPublic(proxy)) continue;
      pass(proxy);
      const found = /* @__PURE__ */ new Map();
      for (const { scope, location } of passes) {
        const size = setting(scope, "client_max_body_size");
        if (size && nginxBytes(size.args[0]?.text ?? "") === 0)
          found.set(size, [...found.get(size) ?? [], nameOf(location)]);
      }
      for (const [directive, [location = "", ...others]] of found) {
        const more = others.length > 0 ? ` (and ${others.length} more)` : "";
        fail(proxy, directive, `client_max_body_size 0 lets requests of any size into ${location}${more}`, {
          key: location
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// src/model/application-evidence.ts
var MANIFEST = /^(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|Gemfile|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|composer\.json|mix\.exs|Cargo\.toml|.+\.csproj)$/;
var SOURCE = /\.(?:[cm]?[jt]sx?|py|rb|go|java|kt|php|cs|ex|exs|rs|ya?ml|properties|conf|template)$/;
var NOT_SHIPPED = /(?:^|\/)(?:node_modules|vendor|tests?|__tests__|e2e|docs?|examples?)\/|\.(?:test|spec)\.\w+$/;
var MOST_FILES = 300;
var known = /* @__PURE__ */ new WeakMap();
function applicationOf({ image }) {
  if (!image?.context?.present || image.origin !== "built") return void 0;
  const application = known.get(image) ?? readApplication(image, image.context);
  if (application) known.set(image, application);
  return application;
}
function readApplication(image, context) {
  const dockerfile = directoryOf(image.files[0] ?? context.path);
  const folder = isWithin(context.path, dockerfile) ? inner(context.path, dockerfile) : ".";
  const all = context.find(".");
  const manifests = all.filter((file) => MANIFEST.test(fileName(file)) && [folder, "."].includes(directoryOf(file)));
  const isSource = (file) => SOURCE.test(file) && isWithin(folder, file) && !NOT_SHIPPED.test(file);
  const sources = all.filter(isSource).slice(0, MOST_FILES);
  if (sources.length === 0 && manifests.length === 0) return void 0;
  return {
    needs: searcher(manifests, context),
    mentions: searcher([...manifests, ...sources], context)
  };
}
function searcher(paths, context) {
  const answers = /* @__PURE__ */ new Map();
  return (pattern) => {
    const key = String(pattern);
    const answer = answers.get(key) ?? paths.some((path) => pattern.test(context.read(path)?.text ?? ""));
    answers.set(key, answer);
    return answer;
  };
}
function inner(folder, path) {
  return folder === path ? "." : folder === "." ? path : path.slice(folder.length + 1);
}

// src/model/nginx/headers.ts
var SECURITY_HEADERS = /* @__PURE__ */ new Set([
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
  "content-security-policy",
  "referrer-policy",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "cross-origin-embedder-policy"
]);
var ASIDE = /well-known|^\/(?:[45]\w\w|errors?|maintenance)\w*(?:\.html|\/)/;





var SETS_HEADERS = /helmet|flask-talisman|django\b|spring-boot-starter-security|["' ]rails["']|unrolled\/secure|secure_headers|NWebsec|django-csp/i;


// rules/nginx/compression-missing.ts
var COMPRESSES = /["'](?:compression|shrink-ray-current|koa-compress|@fastify\/compress|fastify-compress|next)["']|flask-compress|GZipMiddleware|rack-deflater|Rack::Deflater|ResponseCompression|klauspost\/compress|nytimes\/gziphandler|gin-contrib\/gzip/i;
var compression_missing_default = defineRule({
  id: "nginx/compression-missing",
  title: "Answers are sent without compression",
  category: "performance",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "JSON, scripts and pages shrink to a fifth or a tenth. nginx compresses nothing by itself, and once told to only `text/html`: lists and bundles go out whole, and are slow on every mobile connection.",
  fix: "Write into `http`: `gzip on;`, `gzip_comp_level 5;`, `gzip_proxied any;`, `gzip_types text/css application/javascript application/json image/svg+xml;`.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_gzip_module.html#gzip",
    "https://nginx.org/en/docs/http/ngx_http_gzip_module.html#gzip_types"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, unverified }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const places = servedPlaces(proxy).filter(({ passes }) => passes.length === 0 || passes.some(isForUsers));
      if (places.length === 0 || isBehindAnother(proxy)) continue;
      const judged = places.map((place) => ({ place, ...compressionAt(place, answers) }));
      const [first, ...others] = judged.filter(({ state }) => state === "no");
      const open = judged.find(({ state }) => state === "unknown");
      if (first) {
        const where = first.place.location ? nameOf(first.place.location) : "the server";
        fail(proxy, first.at, `${where} sends ${first.what}`, {
          related: others.slice(0, 10).map(({ place }) => ({
            at: place.scope.at,
            message: `so does ${place.location ? nameOf(place.location) : "this server"}`
          }))
        });
      } else if (open) unverified(proxy, open.at, "what may compress is not in the repository");
      else pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

function applicationCompresses(passes, answers) {
  const programs = passes.flatMap(
    ({ upstream }) => upstream.servers.map((server) => {
      const answer = answers.get(server);
      return answer?.kind === "workload" ? applicationOf(answer.workload) : void 0;
    })
  );
  if (programs.length === 0 || programs.includes(void 0)) return "unknown";
  return programs.every((one) => one?.mentions(COMPRESSES)) ? "yes" : "no";
}

// rules/nginx/configuration-rejected.ts
var configuration_rejected_default = defineRule({
  id: "nginx/configuration-rejected",
  title: "nginx would not start with this configuration",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "nginx reads its whole configuration before it does anything else. One thing that it refuses and the container ends at once: everything behind the proxy is unreachable, or, on a reload, the old configuration silently stays.",
  fix: "Correct the line, and check the result before it is deployed: `nginx -t` in the container, or `docker run --rm -v ./nginx.conf:/etc/nginx/nginx.conf:ro nginx nginx -t`.",
  refs: [
    "https://nginx.org/en/docs/dirindex.html",
    "https://nginx.org/en/docs/control.html",
    "https://nginx.org/en/docs/syntax.html",
    "https://nginx.org/en/CHANGES"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, unverified }) {
    for (const proxy of nginxOf(system)) {
      const { tree } = proxy.nginx;
      const found = rejections(tree, proxy.version);
      for (const { kind, at, message, fix, other } of found) {
        fail(proxy, at, message, {
          key: `${kind} ${message}`,
          ...fix && { fix },
          ...other && { related: [other] }
        });
      }
      if (found.length > 0) continue;
      const unread = tree.files.flatMap((file) => file.problems).find((problem) => problem.code !== void 0);
      if (unread) unverified(proxy, unread, unread.message);
      else pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

// src/model/nginx/open-origins.ts




// rules/nginx/cors-open-with-credentials.ts
var cors_open_with_credentials_default = defineRule({
  id: "nginx/cors-open-with-credentials",
  title: "nginx lets any website call the service with the login of its visitors",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.5,
  since: "0.1.0",
  effort: "minutes",
  why: "With credentials, the browser sends the cookies of the visitor and lets the page read the answer. When the origin that asks is repeated whatever it is, so is every page that a signed-in user happens to open let in.",
  fix: 'Name your own pages in a `map $http_origin $allowed { default ""; "https://erp.example.com" $http_origin; }`, and add `$allowed` in place of `$http_origin`; or leave CORS to the application.',
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header",
    "https://nginx.org/en/docs/http/ngx_http_map_module.html",
    "https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      if (!isPublic(proxy) || !proxy.nginx.passes.some(isForUsers)) continue;
      const [first, ...others] = openOrigins(proxy);
      if (first)
        fail(
          proxy,
          first.directive,
          `${nameOf(first.location)} lets any website call what is behind it with the login of its visitors: nginx repeats the origin that asks, and allows credentials`,
          {
            key: "cors",
            related: others.slice(0, 10).map(({ directive }) => ({ at: directive.at, message: "so does this one" }))
          }
        );
      else pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/nginx/forwarded-headers-missing.ts
var forwarded_headers_missing_default = defineRule({
  id: "nginx/forwarded-headers-missing",
  title: "The application is not told who asks, and for which host",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Without these headers every request seems to come from nginx itself, for the name of the upstream: logs, limits and audit trails all show one address, and links and redirects lead to names that no client can reach.",
  fix: "Set them once in `http` or `server`: `proxy_set_header Host $host;`, `proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;`, `proxy_set_header X-Forwarded-Proto $scheme;`. Locations with a `proxy_set_header` of their own need them again.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header",
    "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/X-Forwarded-For"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const passes = informedPasses(proxy, answers);
      if (passes.length === 0) continue;
      const hasTls = proxy.listeners.some(({ tls }) => tls);
      const untold = passes.filter(({ scope }) => untoldBy(scope, hasTls).length > 0);
      const open = untold.find(({ scope }) => !inForce(scope, "proxy_set_header").certain);
      const known2 = untold.filter(({ scope }) => inForce(scope, "proxy_set_header").certain);
      const [first, ...others] = known2.filter(({ scope }) => !hiddenTelling(scope));
      if (first) {
        const missing = untoldBy(first.scope, hasTls);
        fail(proxy, first.directive, `${nameOf(first.location)} passes requests on without ${listOf(missing)}`, {
          related: others.slice(0, 10).map(({ directive, location }) => ({
            at: directive.at,
            message: `so does ${nameOf(location)}`
          }))
        });
      } else if (known2.length > 0) implied(proxy, "nginx/limits-lost-by-inheritance");
      else if (open) unverified(proxy, open.directive, "a file that is not in the repository may set them");
      else pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

// src/model/nginx/limits.ts

function hasCode({ nginx }) {
  const levels = [nginx.http, ...nginx.servers.map(({ scope }) => scope), ...nginx.passes.map(({ scope }) => scope)];
  return levels.some(
    ({ directives }) => directives.some(({ name }) => /^(?:access|rewrite)_by_lua|^js_|^modsecurity|^SecRules|^naxsi/i.test(name))
  );
}


// rules/nginx/health-rate-limited.ts
var health_rate_limited_default = defineRule({
  id: "nginx/health-rate-limited",
  title: "The rate limit of users counts for health checks, too",
  category: "service-health",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A limit on the server holds in every location without one of its own. Behind a load balancer its checks come from the address that all users come from: under load they are answered with 503, and the healthy instance is taken out.",
  fix: "Move `limit_req` out of the server into the locations of the application. There is no `limit_req off`.",
  refs: ["https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req"],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const limits = rateLimitsOf(proxy, answers)?.state;
      for (const { locations } of proxy.nginx.servers) {
        for (const location of locations.filter(isHealth)) {
          const { directives, level } = inForce(location.scope, "limit_req");
          const [limit] = directives;
          if (!limit || !level || level === location.scope || location.scope.byName.has("return")) {
            if (limits === "none") implied(proxy, "nginx/rate-limit-missing");
            else if (limits === "unused") implied(proxy, "nginx/rate-limit-unused");
            else pass(proxy);
            continue;
          }
          const words = limit.args.map(({ text }) => text).join(" ");
          fail(proxy, limit, `${nameOf(location)} inherits \`limit_req ${words}\``, {
            key: nameOf(location),
            related: [{ at: location.scope.at, message: "health checks are answered here" }]
          });
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/nginx/http-not-redirected.ts
var http_not_redirected_default = defineRule({
  id: "nginx/http-not-redirected",
  title: "What is served over TLS is served in the clear as well",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.9,
  since: "0.1.0",
  effort: "minutes",
  why: "Whoever types the name without https, or follows an old link, talks in the clear: passwords and session cookies can be read and changed on the way, and nothing sends them on to the safe port.",
  fix: "Give port 80 a server of its own: `server { listen 80; server_name shop.example; return 301 https://$host$request_uri; }`, with `location /.well-known/acme-challenge/` in it where certificates are renewed that way. Take `listen 80` out of the other.",
  refs: ["https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#return"],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      const seen = proxy.nginx.servers.filter(serves);
      const overTls = seen.filter(({ listeners }) => listeners.some((one) => one.tls && isReached(one, proxy)));
      if (!isPublic(proxy) || overTls.length === 0) continue;
      pass(proxy);
      for (const server of seen) {
        const plain = server.listeners.find((one) => !one.tls && !one.redirectsToTls && isReached(one, proxy));
        if (!plain || !overTls.some((other) => isSameSite(server, other))) continue;
        if (!overTls.includes(server) && !isWebPort(plain, proxy)) continue;
        const [name] = namesOf(server);
        const port = knownValue(plain.port) ?? "?";
        const what = `${name === void 0 ? `port ${port} serves` : `${name} is served on port ${port}`} without TLS`;
        fail(proxy, plain, `${what}, and nothing sends clients on to it`, { key: `${name}.${port}` });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

function namesOf({ names }) {
  return names.filter((name) => name !== "_" && name !== "" && name !== "localhost");
}
function isSameSite(one, other) {
  const names = namesOf(one);
  const others = namesOf(other);
  return names.length === 0 || others.length === 0 || names.some((name) => others.includes(name));
}
function isWebPort({ port }, { workloads }) {
  const number = knownValue(port);
  const published = workloads.flatMap((workload) => workload.published);
  return number === 80 || number === 8080 || published.some((one) => knownValue(one.host) === 80 && knownValue(one.container) === number);
}

// src/model/nginx/keepalive.ts
var KEPT_SINCE = [1, 29, 7];



function obstaclesOf(pass, { nginx }) {
  const { scope, directive, group } = pass;
  const found = [];
  const version = setting(scope, "proxy_http_version");
  const versionIsCertain = inForce(scope, "proxy_http_version").certain;
  if (version?.args[0]?.text === "1.0")
    found.push({ kind: "version", at: version.at, because: "`proxy_http_version` is 1.0", onlyBefore: false });
  else if (!version && versionIsCertain)
    found.push({ kind: "version", at: directive.at, because: "`proxy_http_version 1.1` is not set", onlyBefore: true });
  const connection = requestHeader(scope, "connection");
  const header = inForce(scope, "proxy_set_header");
  if (connection === void 0 && header.certain)
    found.push({
      kind: "connection",
      at: directive.at,
      because: '`proxy_set_header Connection ""` is not set',
      onlyBefore: true
    });
  else if (connection !== void 0) found.push(...closedBy(connection, pass, nginx.http));
  const order = group && methodBehind(group.scope.directives);
  if (order)
    found.push({ kind: "order", at: order.at, because: `${order.name} stands behind \`keepalive\``, onlyBefore: true });
  return found;
}
function closedBy(connection, { scope }, http) {
  const line = inForce(scope, "proxy_set_header").directives.findLast(
    ({ args }) => args[0]?.text.toLowerCase() === "connection"
  );
  if (connection.toLowerCase() === "close" && line)
    return [{ kind: "connection", at: line.at, because: 'the header Connection is "close"', onlyBefore: false }];
  if (!hasVariable(connection)) return [];
  const map = http.byName.get("map")?.find(({ args }) => args[0]?.text === "$http_upgrade" && args[1]?.text === connection);
  const plain = map?.block?.find(({ name }) => name === "");
  if (plain?.args[0]?.text.toLowerCase() !== "close") return [];
  const because = `${connection} is "close" for every request without Upgrade`;
  return [{ kind: "map", at: plain.at, because, onlyBefore: false }];
}
var METHODS = /* @__PURE__ */ new Set(["least_conn", "ip_hash", "hash", "random", "least_time"]);
function methodBehind(directives) {
  const keepalive = directives.findIndex(({ name }) => name === "keepalive");
  return keepalive === -1 ? void 0 : directives.slice(keepalive).find(({ name }) => METHODS.has(name));
}
function upstreamName({ upstream, group }) {
  return group?.name ?? knownValue(upstream.servers[0]?.host) ?? "its upstream";
}

// rules/nginx/keepalive-ineffective.ts
var keepalive_ineffective_default = defineRule({
  id: "nginx/keepalive-ineffective",
  title: "Connections to the application are to be kept open, and are closed",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "`keepalive` only says how many idle connections may be kept. A request sent as HTTP/1.0, or with `Connection: close`, ends its connection all the same, so that none ever becomes idle.",
  fix: 'Set `proxy_http_version 1.1;` and `proxy_set_header Connection "";` where requests are passed on; with WebSockets beside them use `map $http_upgrade $connection_upgrade { default upgrade; "" ""; }`. Name the balancing method before `keepalive`.',
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive",
    "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_http_version"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const passes = keptPasses(proxy, answers);
      if (passes.length === 0) continue;
      const isNew = keepsByDefault(proxy);
      const kept = passes.filter((one) => keepaliveOf(one) !== 0 && (isNew === true || keepaliveOf(one) !== void 0));
      const failing = kept.flatMap((one) => {
        const obstacles = obstaclesOf(one, proxy).filter(({ onlyBefore }) => !onlyBefore || isNew === false);
        return obstacles.length > 0 ? [{ one, obstacles }] : [];
      });
      const open = kept.find((one) => isNew === void 0 && obstaclesOf(one, proxy).length > 0);
      const [first, ...others] = failing;
      const [obstacle] = first?.obstacles ?? [];
      if (first && obstacle) {
        const because = listOf(first.obstacles.map((each) => each.because));
        fail(
          proxy,
          obstacle,
          `the connections of ${nameOf(first.one.location)} are closed after each request: ${because}`,
          {
            related: others.slice(0, 10).map(({ one }) => ({
              at: one.directive.at,
              message: `so are those of ${nameOf(one.location)}`
            }))
          }
        );
      } else if (kept.length < passes.length) implied(proxy, "nginx/upstream-keepalive-missing");
      else if (open)
        unverified(
          proxy,
          open.directive,
          "the tag of the image does not tell if nginx keeps connections by itself (1.29.7)"
        );
      else pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

// src/model/nginx/header-gaps.ts
var API = /^[\^~*= /]*(?:api|graphql|rest|rpc|v\d+)(?:[/.(]|$)/i;


var NAMES = {
  "strict-transport-security": "Strict-Transport-Security",
  "x-content-type-options": "X-Content-Type-Options",
  "x-frame-options": "X-Frame-Options"
};



// src/model/nginx/losses.ts






// rules/nginx/limits-lost-by-inheritance.ts
var DIRECTIVE = { headers: "add_header", forwarding: "proxy_set_header", limits: "limit" };
var REPEAT = {
  headers: "Repeat the headers of the level around beside its own, best by an `include` of one file in both. From nginx 1.29.3 on `add_header_inherit merge;` in `http` does it.",
  forwarding: "Repeat the request headers of the level around in the location, best by an `include` of one file in both.",
  limits: "Repeat the limits of the level around in the location, beside its own."
};
var limits_lost_by_inheritance_default = defineRule({
  id: "nginx/limits-lost-by-inheritance",
  title: "A location or server loses headers or limits that are set around it",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "`add_header`, `proxy_set_header`, `limit_req` and `limit_conn` are inherited only by a level that has none of its own. One line in a location silently takes away all that the server sets.",
  fix: "Repeat in the location what is set around it, best by an `include` of one file in both places. From nginx 1.29.3 on `add_header_inherit merge;` keeps the response headers.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header",
    "https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header_inherit",
    "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_set_header",
    "https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const passes = informedPasses(proxy, answers);
      if (passes.length === 0 && !(isPublic(proxy) && servedPlaces(proxy).length > 0)) continue;
      const losses = lossesOf(proxy, answers);
      for (const kind of ["headers", "forwarding", "limits"]) {
        const [first, ...others] = losses.filter((loss) => loss.kind === kind);
        if (!first) continue;
        const what = `${first.place} has its own ${DIRECTIVE[kind]}, and so loses ${listOf(first.lost)}`;
        fail(proxy, first.own, what, {
          key: kind,
          fix: REPEAT[kind],
          related: [
            { at: first.from.at, message: "set here, for all that is inside" },
            ...others.slice(0, 10).map(({ own, place, lost }) => ({
              at: own.at,
              message: `${place} loses ${listOf(lost)}`
            }))
          ]
        });
      }
      const hasTls = proxy.listeners.some(({ tls }) => tls);
      if (losses.length > 0) continue;
      const limits = rateLimitsOf(proxy, answers)?.state;
      if (limits === "none" || limits === "unused")
        implied(proxy, `nginx/rate-limit-${limits === "none" ? "missing" : "unused"}`);
      else if (passes.some(({ scope }) => untoldBy(scope, hasTls).length > 0))
        implied(proxy, "nginx/forwarded-headers-missing");
      else if (headerGaps(proxy, answers).some(({ unknown }) => !unknown))
        implied(proxy, "nginx/security-headers-missing");
      else pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/nginx/rate-limit-missing.ts
var LIMITERS = /express-rate-limit|rate-limiter-flexible|@nestjs\/throttler|@fastify\/rate-limit|koa-ratelimit|slowapi|fastapi-limiter|flask-limiter|django-ratelimit|rack-attack|bucket4j|resilience4j-ratelimiter|ulule\/limiter|didip\/tollbooth|aspnetcoreratelimit/i;
var rate_limit_missing_default = defineRule({
  id: "nginx/rate-limit-missing",
  title: "A public nginx limits no requests",
  category: "security",
  severity: "medium",
  confidence: "B",
  security: 5.3,
  since: "0.1.0",
  effort: "hours",
  why: "Without a limit one client can try passwords as fast as the application answers, and one script in a loop takes all of its workers.",
  fix: "Declare `limit_req_zone $binary_remote_addr zone=clients:10m rate=20r/s;` in `http`, and write `limit_req zone=clients burst=40 nodelay;` with `limit_req_status 429;` into the locations of the application; give the login a stricter zone.",
  refs: ["https://nginx.org/en/docs/http/ngx_http_limit_req_module.html"],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const limits = rateLimitsOf(proxy, answers);
      const [first, ...others] = limits?.passes ?? [];
      if (!limits || !first) continue;
      if (limits.state === "limited") pass(proxy);
      else if (limits.state === "unused") implied(proxy, "nginx/rate-limit-unused");
      else if (limits.state === "unknown")
        unverified(
          proxy,
          first.directive,
          "what is included from outside the repository, or its code, may limit requests"
        );
      else {
        const programs = limits.passes.flatMap(
          ({ upstream }) => upstream.servers.flatMap((server) => {
            const answer = answers.get(server);
            return answer?.kind === "workload" ? applicationOf(answer.workload) ?? [] : [];
          })
        );
        const behind = limits.passes.flatMap(({ upstream }) => upstream.servers.map((server) => answers.get(server)));
        const limiter = programs.some(({ needs }) => needs(LIMITERS)) || isLimitedInCode(system, behind);
        fail(
          proxy,
          first.directive,
          `${proxy.name} passes the requests of ${nameOf(first.location)} on without a limit`,
          {
            ...limiter && { severity: "low" },
            related: others.slice(0, 5).map(({ directive, location }) => ({
              at: directive.at,
              message: `${nameOf(location)} has none either`
            }))
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var ALWAYS_OPEN = /health|ready|live|metrics|docs/i;
function isLimitedInCode({ services }, behind) {
  return services.some(({ workloads, routes: { routes } }) => {
    const isBehind = behind.some(
      (answer) => answer?.kind === "workload" ? workloads.includes(answer.workload) : workloads.length === 0
    );
    const judged = routes.filter(({ path }) => !ALWAYS_OPEN.test(path));
    return isBehind && judged.length > 0 && judged.every(({ guards }) => guards.some((one) => one.purpose === "limit"));
  });
}

// rules/nginx/rate-limit-unused.ts
var rate_limit_unused_default = defineRule({
  id: "nginx/rate-limit-unused",
  title: "A zone for limits is declared, and nothing is counted in it",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "`limit_req_zone` and `limit_conn_zone` only reserve memory. Until a `limit_req` or `limit_conn` names the zone nothing is limited, and the configuration looks as if it were.",
  fix: "Name it where it is meant: `limit_req zone=login burst=5 nodelay;` in the location of the login. Or take the declaration away.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_limit_req_module.html#limit_req",
    "https://nginx.org/en/docs/http/ngx_http_limit_conn_module.html#limit_conn"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const limits = rateLimitsOf(proxy, answers);
      if (!limits) continue;
      const unused = unusedZones(proxy);
      const [first] = unused;
      if (!first) {
        if (limits.state === "none") implied(proxy, "nginx/rate-limit-missing");
        else if (limits.state === "unknown") unverified(proxy, proxy, "what is included or called may limit requests");
        else pass(proxy);
      }
      if (first && !proxy.complete)
        unverified(proxy, first, `what is included from outside the repository may use the zone ${first.name}`);
      for (const { kind, name, rate, at } of proxy.complete ? unused : []) {
        const what = kind === "requests" ? `limits requests${rate ? ` to ${rate}` : ""}` : "limits connections";
        const use = kind === "requests" ? `limit_req zone=${name}` : `limit_conn ${name}`;
        fail(proxy, at, `the zone ${name} ${what}, and no \`${use}\` uses it`, {
          key: `${kind}.${name}`,
          fix: `Write \`${use}${kind === "requests" ? " burst=5 nodelay" : " 20"};\` into the locations that it is meant for, or take the declaration away.`
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// src/model/nginx/peers.ts



// rules/nginx/retries-unsafe-requests.ts
var retries_unsafe_requests_default = defineRule({
  id: "nginx/retries-unsafe-requests",
  title: "nginx sends a POST again that may already have been carried out",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "After an error or a timeout nobody knows how far the first server came. With `non_idempotent` the next one gets the same POST, and the invoice is written twice.",
  fix: "Take `non_idempotent` out of `proxy_next_upstream`, and bound the retries that are safe: `proxy_next_upstream error timeout;`, `proxy_next_upstream_tries 2;`. Where clients must be able to repeat a POST, give it an idempotency key.",
  refs: ["https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_next_upstream"],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const passes = balancedPasses(proxy, answers);
      const unsafe = passes.flatMap(({ scope, protocol, location }) => {
        const prefix = protocol === "http" ? "proxy" : protocol;
        const retries = setting(scope, `${prefix}_next_upstream`);
        return retries?.args.some(({ text }) => text === "non_idempotent") ? [{ retries, location }] : [];
      });
      const [first, ...others] = unsafe;
      if (first) {
        const what = `${first.retries.name} sends POST requests of ${nameOf(first.location)} again (non_idempotent)`;
        const related = others.filter(({ retries }) => retries !== first.retries);
        fail(proxy, first.retries, what, {
          related: related.slice(0, 10).map(({ retries, location }) => ({
            at: retries.at,
            message: `those of ${nameOf(location)}, too`
          }))
        });
      } else if (passes.length > 0) pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/nginx/security-headers-missing.ts
var security_headers_missing_default = defineRule({
  id: "nginx/security-headers-missing",
  title: "Browsers are not told to be careful with what nginx answers",
  category: "security",
  severity: "low",
  confidence: "B",
  security: 3.1,
  since: "0.1.0",
  effort: "minutes",
  why: "Without them a browser guesses types, so that an upload can become a script (nosniff), shows pages in frames of others, where clicks can be stolen, and tries plain HTTP first, where it can be led away (HSTS).",
  fix: 'Add to the server: `add_header X-Content-Type-Options "nosniff" always;`, `add_header X-Frame-Options "SAMEORIGIN" always;`, over TLS `add_header Strict-Transport-Security "max-age=31536000" always;`, and `server_tokens off;`.',
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header",
    "https://nginx.org/en/docs/http/ngx_http_core_module.html#server_tokens",
    "https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied, unverified }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      if (servedPlaces(proxy).length === 0) continue;
      const gaps = headerGaps(proxy, answers);
      const proven = gaps.filter(({ unknown }) => !unknown);
      const [first, ...others] = proven.filter(({ lost }) => !lost);
      const [open] = gaps.filter(({ unknown }) => unknown);
      for (const directive of withoutAlways(proxy).slice(0, 1)) {
        const name = directive.args[0]?.text;
        fail(proxy, directive, `${name} is not added to pages of errors: \`always\` is missing`, {
          key: "always",
          fix: `Write \`always\` behind the value of ${name}: without it nginx adds the header to answers that succeed alone.`
        });
      }
      for (const { at, what } of tokens(proxy)) fail(proxy, at, what, { key: "server_tokens", ...TOKENS });
      if (first) {
        const { location, server } = first.place;
        const where = location ? nameOf(location) : "the server";
        const tail = first.place.passes.length > 0 ? ", and the application sets none" : "";
        fail(proxy, server.scope, `${where} answers without ${listOf(first.missing)}${tail}`, {
          key: "missing",
          related: others.slice(0, 10).map(({ place }) => ({
            at: place.scope.at,
            message: `so does ${place.location ? nameOf(place.location) : "this server"}`
          }))
        });
      } else if (proven.length > 0) implied(proxy, "nginx/limits-lost-by-inheritance");
      else if (open)
        unverified(
          proxy,
          open.place.scope,
          "the source of the application, which may set them, is not in the repository"
        );
      else pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

var TOKENS = {
  why: "The version tells whoever looks for a server with a known hole that this is one, and nobody else needs it.",
  fix: "Write `server_tokens off;` into the `http` block (or at the top of the file, where it is included there)."
};


// rules/nginx/single-upstream-server.ts
var single_upstream_server_default = defineRule({
  id: "nginx/single-upstream-server",
  title: "An upstream has one server, so that there is nothing to fail over to",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "nginx never takes the only server of a group out, and has no other to ask: while it restarts or hangs, users get 502 and 504. `max_fails` and `fail_timeout` are ignored there, and `max_fails=0` switches them off anywhere.",
  fix: "Run the application at least twice and let the group know: two `server` lines, or one name with several addresses (`deploy.replicas: 2`, and `server api:3000 resolve;` with a `zone` and a `resolver`).",
  refs: ["https://nginx.org/en/docs/http/ngx_http_upstream_module.html#server"],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const used = new Set(proxy.nginx.passes.flatMap(({ group }) => group ?? []));
      const found = [];
      for (const group of used) {
        const [first2, ...others2] = group.upstream.servers;
        if (!first2) continue;
        const peers = peersOf(first2, answers);
        if (others2.length === 0 && peers.count === "unknown") continue;
        pass(proxy);
        const host = knownValue(first2.host);
        const ignored = others2.length === 0 && peers.count === "one" ? failoverOf(group) : [];
        const tail = ignored.length > 0 ? `, and ignores ${listOf(ignored)}` : "";
        if (others2.length === 0 && peers.count === "one")
          found.push({ at: first2.at, what: `the upstream ${group.name} has one server, ${host}${tail}` });
        else if (others2.length > 0 && group.upstream.servers.every((server) => neverFails(server.at, group)))
          found.push({ at: first2.at, what: `no server of ${group.name} is ever taken out: all have max_fails=0` });
      }
      const [first, ...others] = found;
      const related = others.slice(0, 10).map(({ at, what }) => ({ at, message: what }));
      const severity = proxy.workloads.some(({ platform }) => platform === "compose") ? "low" : "medium";
      if (first) fail(proxy, first.at, first.what, { related, severity });
    }
  }),
  examples: { bad: [], good: [] }
});
function failoverOf({ scope }) {
  const parameters = (scope.byName.get("server") ?? []).flatMap(({ args }) => args.slice(1).map(({ text }) => text));
  return parameters.filter((text) => /^(?:max_fails|fail_timeout|slow_start)=(?!0)/.test(text));
}
function neverFails(at, { scope }) {
  const directive = scope.byName.get("server")?.find((one) => one.at === at);
  return directive?.args.some(({ text }) => text === "max_fails=0") === true;
}

// rules/nginx/status-page-public.ts
var status_page_public_default = defineRule({
  id: "nginx/status-page-public",
  title: "A page of metrics or status is open to everybody",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "Metrics tell strangers the routes, versions, load and error rates of the system, and often names of customers and queues. Asking for them again and again costs the application more than any other request.",
  fix: "Let only those in who watch: `allow 10.0.0.0/8; deny all;` in the location, or `auth_basic`. Better have Prometheus ask the application on the inner network, and answer `return 404;` here.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_stub_status_module.html",
    "https://nginx.org/en/docs/http/ngx_http_access_module.html"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, unverified }) {
    for (const proxy of nginxOf(system)) {
      if (!isPublic(proxy)) continue;
      for (const { locations, listeners } of proxy.nginx.servers) {
        if (!listeners.some((one) => isReached(one, proxy))) continue;
        for (const location of locations.filter(tells)) {
          const guard = guardOf(location);
          if (guard === "none") {
            const what = location.scope.byName.has("stub_status") ? "the status of nginx" : "the metrics of the application";
            fail(proxy, location.scope, `${nameOf(location)} shows everybody ${what}`, { key: nameOf(location) });
          } else if (guard === "unknown")
            unverified(proxy, location.scope, "a file that is not in the repository may guard it");
          else pass(proxy);
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});


// rules/nginx/timeouts-unsuitable.ts
var LONGEST_CONNECT = 75;
var HOUR = 3600;
var timeouts_unsuitable_default = defineRule({
  id: "nginx/timeouts-unsuitable",
  title: "nginx waits for the application as if it were never to fail",
  category: "performance",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "While nginx waits, the client waits, and a connection on each side is taken. An application that hangs then takes all of them, instead of being answered for with 504 and passed over for the next server.",
  fix: "Set `proxy_connect_timeout 5s;` and read and send timeouts of a little more than the slowest honest answer takes (`proxy_read_timeout 60s;`). Keep long ones in the locations of WebSockets and exports.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_connect_timeout",
    "https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_read_timeout"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      const passes = proxy.nginx.passes.filter((one) => isForUsers(one) && one.protocol !== "scgi");
      if (passes.length === 0) continue;
      pass(proxy);
      const seen = /* @__PURE__ */ new Set();
      for (const { directive, what } of passes.flatMap(unsuitable)) {
        if (seen.has(directive)) continue;
        seen.add(directive);
        fail(proxy, directive, `${directive.name} ${directive.args[0]?.text} ${what}`, {
          key: `${directive.name}.${directive.args[0]?.text}`
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});


// rules/nginx/tls-protocol-obsolete.ts
var OBSOLETE = /* @__PURE__ */ new Set(["sslv2", "sslv3", "tlsv1", "tlsv1.1"]);
var tls_protocol_obsolete_default = defineRule({
  id: "nginx/tls-protocol-obsolete",
  title: "nginx accepts TLS 1.1 or older",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.4,
  since: "0.1.0",
  effort: "minutes",
  why: "TLS 1.0 and 1.1 rest on SHA-1 and MD5 and were withdrawn in 2021 (RFC 8996); SSL 3 was broken in 2014. No browser in use needs them, and whoever stands between can try to force them on others.",
  fix: "Write `ssl_protocols TLSv1.2 TLSv1.3;` once in `http`, and take other lines of that name away.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_protocols",
    "https://datatracker.ietf.org/doc/html/rfc8996"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, unverified }) {
    for (const proxy of nginxOf(system)) {
      if (!isPublic(proxy)) continue;
      const deciding = decidingServers(
        proxy.nginx.servers.filter((server) => server.listeners.some((one) => one.tls && isReached(one, proxy)))
      );
      if (deciding.length === 0) continue;
      pass(proxy);
      for (const { scope } of deciding) {
        const { directives, certain } = inForce(scope, "ssl_protocols");
        const written = directives.at(-1);
        const old = written?.args.filter(({ text }) => OBSOLETE.has(text.toLowerCase())).map(({ text }) => text) ?? [];
        if (written && old.length > 0)
          fail(proxy, written, `ssl_protocols accepts ${listOf(old)}`, { key: old.join(" ") });
        else if (!certain) unverified(proxy, scope, "a file that is not in the repository may set ssl_protocols");
      }
    }
  }),
  examples: { bad: [], good: [] }
});


// rules/nginx/upstream-keepalive-missing.ts
var upstream_keepalive_missing_default = defineRule({
  id: "nginx/upstream-keepalive-missing",
  title: "nginx opens a new connection to the application for every request",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Before 1.29.7 nginx keeps no connection to an upstream open unless its group says so. Each request then pays for a handshake, and under load the ports of closed connections run out.",
  fix: 'Name the servers in an `upstream` with `keepalive 32;`, and set `proxy_http_version 1.1;` and `proxy_set_header Connection "";` where requests are passed on. Or run nginx 1.29.7 or newer, which does all three.',
  refs: ["https://nginx.org/en/docs/http/ngx_http_upstream_module.html#keepalive", "https://nginx.org/en/CHANGES"],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const passes = keptPasses(proxy, answers);
      if (passes.length === 0) continue;
      const isNew = keepsByDefault(proxy);
      const closing = passes.filter((one) => keepaliveOf(one) === 0 || keepaliveOf(one) === void 0 && isNew !== true);
      const places = /* @__PURE__ */ new Map();
      for (const one of closing) {
        const name2 = upstreamName(one);
        if (!places.has(name2)) places.set(name2, one.group?.upstream.at ?? one.directive.at);
      }
      const [first, ...others] = places;
      if (!first) {
        pass(proxy);
        continue;
      }
      const [name, at] = first;
      const tail = isNew === void 0 ? ", unless this is nginx 1.29.7 or newer" : "";
      fail(proxy, at, `nginx keeps no connection to ${name} open${tail}`, {
        ...isNew === void 0 && { severity: "low" },
        related: others.slice(0, 10).map(([other, place]) => ({ at: place, message: `nor to ${other}` }))
      });
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/nginx/upstream-resolved-once.ts
var upstream_resolved_once_default = defineRule({
  id: "nginx/upstream-resolved-once",
  title: "nginx looks up a scaled service only when it starts",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Docker gives each container of a service an address when it starts. nginx keeps those of its own start: containers that are added later get no requests, and those that are replaced get them still, which ends in 502 until somebody reloads nginx.",
  fix: "From nginx 1.27.3 on: `resolver 127.0.0.11 valid=10s;` in `http`, and in the upstream `zone api 64k;` and `server api:3000 resolve;`. Before: `set $api api; proxy_pass http://$api:3000;` with the same resolver.",
  refs: [
    "https://nginx.org/en/docs/http/ngx_http_upstream_module.html#resolve",
    "https://docs.docker.com/engine/network/#dns-services"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail, implied }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const scaled = scaledServers(proxy, answers);
      const [first, ...others] = scaled.filter(({ server }) => server.resolved === "start");
      if (first) {
        const { server, workload } = first;
        const count = knownValue(workload.replicas);
        const many = count === void 0 ? "a number of containers that may change" : `${count} containers`;
        fail(proxy, server, `nginx looks ${knownValue(server.host)} up once, and ${workload.name} is ${many}`, {
          ...isSince(proxy, 1, 27, 3) === false && { fix: BEFORE },
          related: others.slice(0, 10).map((other) => ({
            at: other.server.at,
            message: `${other.workload.name} is looked up once, too`
          }))
        });
      } else if (scaled.length > 0) pass(proxy);
      else if (hasSingleGroup(proxy, answers)) implied(proxy, "nginx/single-upstream-server");
    }
  }),
  examples: { bad: [], good: [] }
});
var BEFORE = "Write `resolver 127.0.0.11 valid=10s;` into `http`, and name the service by a variable: `set $api api; proxy_pass http://$api:3000;`. From nginx 1.27.3 on `server api:3000 resolve;` in an upstream with a `zone` does it.";



// rules/nginx/websocket-upgrade-missing.ts
var SOCKET_IO = /["'](?:socket\.io|@nestjs\/platform-socket\.io)["']|flask-socketio|python-socketio|fastapi-socketio/i;
var SOCKETS = /["'](?:ws|express-ws|sockjs|@nestjs\/platform-ws|@fastify\/websocket|uWebSockets\.js|graphql-ws)["']|\bchannels\b|websockets|gorilla\/websocket|nhooyr\.io\/websocket|coder\/websocket|spring-boot-starter-websocket|SignalR|actioncable/i;
var PLAIN_PATH = /socket\.io|socket\\\.io|engine\.io|sockjs|websockets?|signalr/i;
var websocket_upgrade_missing_default = defineRule({
  id: "nginx/websocket-upgrade-missing",
  title: "WebSockets are passed on without the headers that make them",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Upgrade and Connection are headers between neighbours, which nginx does not pass on by itself: the handshake ends in 400 or 426. Socket.IO falls back to polling, which takes ten times the requests and breaks with several instances.",
  fix: 'Add to the location: `proxy_http_version 1.1;`, `proxy_set_header Upgrade $http_upgrade;`, `proxy_set_header Connection "upgrade";`, `proxy_read_timeout 1h;`, and the other `proxy_set_header` lines again.',
  refs: ["https://nginx.org/en/docs/http/websocket.html", "https://socket.io/docs/v4/reverse-proxy/"],
  reads: ["nginx"],
  check: (function({ system, pass, fail, unverified }) {
    const answers = answersOf(system);
    for (const proxy of nginxOf(system)) {
      const passes = socketPasses(proxy, answers);
      const judged = passes.map((one) => ({ one, missing: missingAt(one, proxy) }));
      const failing = judged.filter(({ missing }) => missing.length > 0);
      const [first, ...others] = failing.filter(({ one }) => inForce(one.scope, "proxy_set_header").certain);
      if (first) {
        const what = `${nameOf(first.one.location)} passes WebSockets on without ${listOf(first.missing)}`;
        fail(proxy, first.one.directive, what, {
          related: others.map(({ one }) => ({ at: one.directive.at, message: `so does ${nameOf(one.location)}` }))
        });
      } else if (failing[0])
        unverified(proxy, failing[0].one.directive, "a file that is not in the repository may set the headers");
      else if (passes.length > 0) pass(proxy);
    }
  }),
  examples: { bad: [], good: [] }
});

function isBeside(one, other) {
  const hosts = new Set(one.upstream.servers.map(({ host }) => knownValue(host)));
  return one.location.server === other.location.server && other.upstream.servers.some(({ host }) => host.known && hosts.has(host.value));
}
function answersSockets({ runs = [] }) {
  return !runs.some(({ words }) => words[0] === "celery");
}
function answering(path, { locations }) {
  const matching = locations.filter((one) => one.match === "prefix" && path.startsWith(one.path));
  return matching.toSorted((one, other) => other.path.length - one.path.length)[0];
}
function missingAt({ scope }, proxy) {
  const version = settingText(scope, "proxy_http_version");
  const isTooOld = version === void 0 ? keepsByDefault(proxy) === false : version === "1.0";
  return [
    ...requestHeader(scope, "upgrade") ? [] : ["Upgrade"],
    ...requestHeader(scope, "connection") ? [] : ["Connection"],
    ...isTooOld ? ["HTTP/1.1"] : []
  ];
}

// rules/nginx/worker-limits-low.ts
var DEFAULT_CONNECTIONS = 512;
var ENOUGH = 1024;
var worker_limits_low_default = defineRule({
  id: "nginx/worker-limits-low",
  title: "nginx uses one core, or has too few connections",
  category: "performance",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Without `worker_processes auto` one process on one core does all the work. A client that is passed on takes two connections and two open files: at the limit nginx accepts nobody, or logs "too many open files".',
  fix: "Write `worker_processes auto;` and `worker_rlimit_nofile 16384;` at the top, and `worker_connections 4096;` into `events`: at most half of the open files.",
  refs: [
    "https://nginx.org/en/docs/ngx_core_module.html#worker_processes",
    "https://nginx.org/en/docs/ngx_core_module.html#worker_connections",
    "https://nginx.org/en/docs/ngx_core_module.html#worker_rlimit_nofile",
    "https://github.com/moby/moby/issues/51485"
  ],
  reads: ["nginx"],
  check: (function({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      if (proxy.nginx.mainFile === "unknown") continue;
      pass(proxy);
      for (const { key, at, what } of [...processes(proxy), ...connections(proxy)]) fail(proxy, at, what, { key });
    }
  }),
  examples: { bad: [], good: [] }
});


var USUAL_FILES = 1024;


// area:nginx
var rules = {
  "nginx/alias-traversal": alias_traversal_default,
  "nginx/body-size-unlimited": body_size_unlimited_default,
  "nginx/compression-missing": compression_missing_default,
  "nginx/configuration-rejected": configuration_rejected_default,
  "nginx/cors-open-with-credentials": cors_open_with_credentials_default,
  "nginx/forwarded-headers-missing": forwarded_headers_missing_default,
  "nginx/health-rate-limited": health_rate_limited_default,
  "nginx/http-not-redirected": http_not_redirected_default,
  "nginx/keepalive-ineffective": keepalive_ineffective_default,
  "nginx/limits-lost-by-inheritance": limits_lost_by_inheritance_default,
  "nginx/rate-limit-missing": rate_limit_missing_default,
  "nginx/rate-limit-unused": rate_limit_unused_default,
  "nginx/retries-unsafe-requests": retries_unsafe_requests_default,
  "nginx/security-headers-missing": security_headers_missing_default,
  "nginx/single-upstream-server": single_upstream_server_default,
  "nginx/status-page-public": status_page_public_default,
  "nginx/timeouts-unsuitable": timeouts_unsuitable_default,
  "nginx/tls-protocol-obsolete": tls_protocol_obsolete_default,
  "nginx/upstream-keepalive-missing": upstream_keepalive_missing_default,
  "nginx/upstream-resolved-once": upstream_resolved_once_default,
  "nginx/websocket-upgrade-missing": websocket_upgrade_missing_default,
  "nginx/worker-limits-low": worker_limits_low_default
};
module.exports = {
  house: runAudit,
  rules
};
