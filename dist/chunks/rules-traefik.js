"use strict";
const {
  exposedByDefault
} = require("./chunk-U6N6Z37A.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  defineRule,
  encryptionOfEntries,
  entryPointsOfRouter,
  find,
  isDataMount,
  isOn,
  isWithin,
  knownValue,
  listOf,
  networksInCommon,
  openDashboards,
  publicEntries,
  reachOf,
  switchAt,
  textAt2: textAt,
  traefiksOf,
  valueAt
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// rules/traefik/access-log-off.ts
var access_log_off_default = defineRule({
  id: "traefik/access-log-off",
  title: "Traefik writes no access log",
  category: "observability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The access log is off unless it is asked for. Without it nobody can tell after an incident who asked for what, which backend answered, and how long it took.",
  fix: "Add `--accesslog=true` (in a file: `accessLog: {}`), with `--accesslog.format=json` for a collector.",
  refs: ["https://doc.traefik.io/traefik/v3.3/observability/access-logs/"],
  reads: ["traefik"],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, hidden, at } of traefiksOf(system)) {
      if (isOn(settings, "accesslog")) pass(proxy);
      else if (hidden) unverified(proxy, hidden, hidden.because);
      else fail(proxy, at, `${proxy.name} logs no requests`);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/traefik/api-insecure.ts
var api_insecure_default = defineRule({
  id: "traefik/api-insecure",
  title: "Traefik serves its API and dashboard without a login",
  category: "security",
  severity: "critical",
  confidence: "A",
  security: 9.1,
  since: "0.1.0",
  effort: "minutes",
  why: "With api.insecure, port 8080 shows every route, host, service address and middleware to whoever reaches it: a map of the system for an attacker, and of what is not protected.",
  fix: "Remove `api.insecure`. Route the dashboard to people only, with a login: `traefik.http.routers.dashboard.rule=Host(`traefik.example.com`)`, `.service=api@internal`, `.middlewares=<a basicAuth or forwardAuth middleware>`.",
  refs: ["https://doc.traefik.io/traefik/v3.3/operations/api/#insecure"],
  reads: ["traefik"],
  check({ system, pass, fail, unverified }) {
    for (const traefik of traefiksOf(system)) {
      const { proxy, settings, hidden } = traefik;
      const insecure = switchAt(settings, "api", "insecure");
      if (insecure?.known === true && insecure.value) {
        const reached = reachedBy(traefik);
        const at = find(settings, "api", "insecure")?.at ?? proxy.at;
        fail(proxy, at, `${proxy.name} shows its API and dashboard to ${reached.who} (api.insecure)`, reached.options);
      }
      const dashboards = openDashboards(traefik);
      for (const { router, because } of dashboards) {
        const key = `router.${router.name}`;
        const what = `${proxy.name} shows its API and dashboard to everybody, through the router ${router.name}: no middleware asks for a login`;
        if (because === void 0) fail(proxy, router.at, what, { key, fix: loginFor(router.name) });
        else unverified(proxy, router.at, because);
      }
      if (insecure?.known === true && insecure.value || dashboards.length > 0) continue;
      if (insecure?.known === false) unverified(proxy, insecure, "api.insecure is set outside the repository");
      else if (hidden && !insecure) unverified(proxy, hidden, hidden.because);
      else pass(proxy);
    }
  },
  examples: { bad: [], good: [] }
});
function loginFor(router) {
  return `Give the router a login: \`traefik.http.routers.${router}.middlewares=login\`, and \`traefik.http.middlewares.login.basicauth.usersfile=/run/secrets/traefik_users\` (or a forwardAuth to what knows your people, or an ipAllowList).`;
}
function reachedBy({ proxy, configuration }) {
  const entryPoint = configuration.entryPoints.find(({ name }) => name === "traefik");
  const port = entryPoint?.port?.known ? entryPoint.port.value : 8080;
  const reach = proxy.workloads.map((workload) => reachOf(workload, port));
  if (reach.every((one) => one === "network"))
    return { who: "every container on its networks", options: { severity: "medium" } };
  return { who: `everybody who reaches port ${hostPort(proxy.workloads, port)} of the host` };
}
function hostPort(workloads, port) {
  const published = workloads.flatMap((one) => one.published).find((one) => one.container.known && one.container.value === port);
  return published?.host?.known ? published.host.value : port;
}

// rules/traefik/certificates-never-issued.ts
var certificates_never_issued_default = defineRule({
  id: "traefik/certificates-never-issued",
  title: "Traefik is set up for certificates that it never gets or keeps",
  category: "security",
  severity: "high",
  confidence: "A",
  security: 7.2,
  since: "0.1.0",
  effort: "minutes",
  why: "Where no certificate can be issued, Traefik answers with one that it signed itself: browsers refuse it, and other clients learn not to check. Where certificates are not kept, each new container asks for them again until Let\u2019s Encrypt refuses for a week.",
  fix: "Give the resolver a challenge, keep its storage on a volume, name it in the routers or on the entry point of port 443, and publish that port.",
  refs: ["https://doc.traefik.io/traefik/v3.3/https/acme/", "https://letsencrypt.org/docs/rate-limits/"],
  reads: ["traefik"],
  check({ system, pass, fail, implied, unverified }) {
    for (const traefik of traefiksOf(system)) {
      const { proxy, configuration, hidden } = traefik;
      const { resolvers, routers } = configuration;
      const asked = routers.some((router) => router.certResolver) || configuration.entryPoints.some((point) => point.certResolver);
      if (resolvers.length === 0 && !asked) {
        if (hidden) unverified(proxy, hidden, hidden.because);
        else if (isUnencrypted(proxy.workloads, system)) implied(proxy, "network/tls-missing");
        else pass(proxy);
        continue;
      }
      pass(proxy);
      for (const { at, key, what, fix } of obstacles(traefik)) fail(proxy, at, `${proxy.name}: ${what}`, { key, fix });
      if (hidden) unverified(proxy, hidden, hidden.because);
    }
  },
  examples: { bad: [], good: [] }
});
function isUnencrypted(workloads, system) {
  const encryptionOf = encryptionOfEntries(system);
  const ids = new Set(workloads.map(({ id }) => id));
  return publicEntries(system).some((entry) => ids.has(entry.subject.id) && encryptionOf(entry).state === "plain");
}
function obstacles(traefik) {
  const { configuration } = traefik;
  const known = new Set(configuration.resolvers.map(({ name }) => name.toLowerCase()));
  return [
    ...configuration.resolvers.flatMap((resolver) => [
      ...withoutChallenge(resolver, traefik),
      ...withoutStorage(resolver, traefik),
      ...withoutUse(resolver, traefik)
    ]),
    ...configuration.routers.flatMap((router) => withoutResolver(router, known, traefik)),
    ...unreachable(traefik)
  ];
}
function withoutChallenge({ name, challenge, entryPoint, settings, at }, traefik) {
  if (traefik.hidden) return [];
  if (challenge === "none") {
    const fix = `Add \`--certificatesresolvers.${name}.acme.tlschallenge=true\` (or an HTTP or DNS challenge).`;
    return [{ at, key: `${name}.challenge`, what: `the resolver ${name} has no challenge`, fix }];
  }
  if (challenge !== "http" || traefik.configuration.entryPoints.some((point) => point.name === entryPoint)) return [];
  const place = find(settings, "acme", "httpchallenge")?.at ?? at;
  const what = `the challenge of the resolver ${name} uses the entry point ${entryPoint}, which is not defined`;
  return [{ at: place, key: `${name}.entrypoint`, what, fix: "Name the entry point that listens on port 80." }];
}
function withoutStorage({ name, storage, challenge, settings, at }, { proxy }) {
  if (!storage.known || challenge === "other") return [];
  const path = storage.value;
  const isKept = (workload) => workload.mounts.some(
    (mount) => !mount.target.known || isDataMount(mount) && isWithin(mount.target.value.replace(/\/+$/, ""), path)
  );
  if (proxy.workloads.every(isKept)) return [];
  const place = find(settings, "acme", "storage")?.at ?? at;
  const what = `the resolver ${name} keeps its certificates in ${path}, which is on no volume`;
  const fix = `Put \`storage\` on a volume: \`volumes: ["letsencrypt:/letsencrypt"]\` and \`--certificatesresolvers.${name}.acme.storage=/letsencrypt/acme.json\`.`;
  return [{ at: place, key: `${name}.storage`, what, fix }];
}
function withoutUse({ name, at }, { configuration, hidden }) {
  const { routers, entryPoints, routersComplete } = configuration;
  const wanted = name.toLowerCase();
  const isUsed = hidden !== void 0 || !routersComplete || entryPoints.some((point) => point.certResolver?.toLowerCase() === wanted) || routers.some(
    ({ certResolver }) => certResolver && (!certResolver.known || certResolver.value.toLowerCase() === wanted)
  );
  if (isUsed) return [];
  const what = `no router and no entry point takes certificates from the resolver ${name}`;
  const fix = `Add \`--entrypoints.websecure.http.tls.certresolver=${name}\`, or the label \`traefik.http.routers.<name>.tls.certresolver=${name}\`.`;
  return [{ at, key: `${name}.use`, what, fix }];
}
function withoutResolver({ name, certResolver }, known, { hidden }) {
  if (hidden || !certResolver?.known || known.has(certResolver.value.toLowerCase())) return [];
  const { value, at } = certResolver;
  const what = `the router ${name} takes certificates from ${value}, which is no resolver`;
  return [
    { at, key: `router.${name}`, what, fix: `Name one of: ${[...known].join(", ") || "define a resolver first"}.` }
  ];
}
function unreachable({ proxy, configuration, hidden }) {
  const { entryPoints, routers, static: fixed } = configuration;
  const used = new Set(
    routers.filter(({ tls }) => tls).flatMap((router) => entryPointsOfRouter(router, entryPoints, fixed.settings))
  );
  const encrypted = entryPoints.filter((point) => point.tls || used.has(point));
  const published = proxy.workloads.some((workload) => workload.published.length > 0);
  const isClosed = ({ port }) => port?.known === true && proxy.workloads.every((workload) => reachOf(workload, port.value) === "network");
  const [first] = encrypted;
  if (hidden || !published || !first || !encrypted.every(isClosed) || proxy.workloads.some(isElsewhere)) return [];
  const what = "no published port leads to an entry point with TLS";
  return [{ at: first.at, key: "published", what, fix: 'Publish its port: `ports: ["443:443"]`.' }];
}
function isElsewhere({ platform }) {
  return platform !== "compose";
}

// rules/traefik/debug-enabled.ts
var debug_enabled_default = defineRule({
  id: "traefik/debug-enabled",
  title: "Traefik runs with its debug endpoints or debug logs",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.3,
  since: "0.1.0",
  effort: "minutes",
  why: "api.debug serves profiles and variables of the process on the API. At level DEBUG every request is logged in detail, headers and backend addresses included, and the log fills the disk under load.",
  fix: "Remove `api.debug` and set `log.level` to `INFO` or `ERROR`.",
  refs: [
    "https://doc.traefik.io/traefik/v3.3/operations/api/#debug",
    "https://doc.traefik.io/traefik/v3.3/observability/logs/#level"
  ],
  reads: ["traefik"],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, hidden } of traefiksOf(system)) {
      const debug = switchAt(settings, "api", "debug");
      const level = valueAt(settings, "log", "level");
      pass(proxy);
      if (debug?.known && debug.value) {
        const at = find(settings, "api", "debug")?.at ?? proxy.at;
        fail(proxy, at, `${proxy.name} serves its debug endpoints (api.debug)`, {
          key: "api.debug",
          fix: "Remove `api.debug`."
        });
      }
      if (level?.known && /^(?:debug|trace)$/i.test(level.value)) {
        const at = find(settings, "log", "level")?.at ?? proxy.at;
        fail(proxy, at, `${proxy.name} logs at level ${level.value.toUpperCase()}`, {
          key: "log.level",
          fix: "Set `log.level` to `INFO` or `ERROR`."
        });
      }
      if (hidden) unverified(proxy, hidden, hidden.because);
      else if (debug?.known === false) unverified(proxy, debug, "api.debug is set outside the repository");
    }
  },
  examples: { bad: [], good: [] }
});

// rules/traefik/exposes-by-default.ts
var exposes_by_default_default = defineRule({
  id: "traefik/exposes-by-default",
  title: "Traefik routes to every container that does not refuse",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5.8,
  since: "0.1.0",
  effort: "minutes",
  why: "The Docker provider makes a route for each container, databases and tools included, unless exposedByDefault is off: whoever sends the right Host header reaches them through the public port.",
  fix: "Set `--providers.docker.exposedbydefault=false`, and label what is meant to be public with `traefik.enable=true`.",
  refs: ["https://doc.traefik.io/traefik/v3.3/providers/docker/#exposedbydefault"],
  reads: ["traefik"],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, hidden } of traefiksOf(system)) {
      const provider = ["docker", "swarm"].find((name) => isOn(settings, "providers", name));
      if (!provider) {
        if (hidden) unverified(proxy, hidden, hidden.because);
        continue;
      }
      const exposed = exposedByDefault(settings);
      const isConstrained = textAt(settings, "providers", provider, "constraints") !== void 0;
      const section = find(settings, "providers", provider);
      if (exposed?.known === false) unverified(proxy, exposed, "exposedByDefault is set outside the repository");
      else if (exposed?.value === false || isConstrained) pass(proxy);
      else if (hidden) unverified(proxy, hidden, hidden.because);
      else {
        const at = find(section, "exposedbydefault")?.at ?? section?.at ?? proxy.at;
        fail(proxy, at, `${proxy.name} makes a route for every container of the host (exposedByDefault is true)`);
      }
    }
  },
  examples: { bad: [], good: [] }
});

// src/model/traefik/lost-routes.ts
function labelReader({ proxy, settings, hidden }) {
  const [traefik] = proxy.workloads;
  if (!traefik) return void 0;
  const docker = isOn(settings, "providers", "docker");
  const mode = switchAt(settings, "providers", "docker", "swarmmode");
  const ofSwarm = isOn(settings, "providers", "swarm") ? "swarm" : docker && knownValue(mode) ? "docker" : void 0;
  const open = mode?.known === false ? { because: "swarmMode is set outside the repository", at: mode.at } : hidden;
  if (!ofSwarm && !docker && !open) return void 0;
  const provider = (name) => {
    const byDefault = switchAt(settings, "providers", name, "exposedbydefault");
    return byDefault ? { byDefault } : {};
  };
  return {
    name: proxy.name,
    ...open && { hidden: open },
    ...ofSwarm && { services: provider(ofSwarm) },
    ...docker && ofSwarm !== "docker" && { containers: provider("docker") },
    mayRead: (workload) => workload.deployment === traefik.deployment || networksInCommon(traefik, workload).length > 0
  };
}
function lostRoute(workload, readers) {
  const groups = routed(workload);
  const [first] = groups;
  if (!first) return void 0;
  const read = groups.flatMap(
    (labels) => readers.flatMap((reader2) => {
      const provider = reader2[labels.kind];
      return provider ? [{ labels, reason: ownReason(labels) ?? filtered(labels, provider, reader2.name) }] : [];
    })
  );
  if (read.some(({ reason: reason2 }) => reason2 === void 0)) return "none";
  const hidden = readers.find((reader2) => reader2.hidden)?.hidden;
  const [lost] = read;
  if (lost?.reason) return { ...lost.reason, at: lost.labels.at, ...hidden && { hidden } };
  const [reader] = readers;
  if (reader) return { ...unread(first, reader), at: first.at, ...hidden && { hidden } };
  if (first.kind === "containers") return void 0;
  const reason = ownReason(first);
  return reason ? { ...reason, at: first.at } : "none";
}
var ROUTER = /^traefik\.(http|tcp|udp)\.routers\.([^.]+)\./i;
var SERVICE = /^traefik\.(http|tcp|udp)\.services\.([^.]+)\./i;
var SERVER = /^traefik\.(?:http|tcp|udp)\.services\.[^.]+\.loadbalancer\.server\.(?:port|url)$/i;
function routed({ platform, labels }) {
  if (platform !== "compose" && platform !== "swarm") return [];
  return ["services", "containers"].flatMap((kind) => {
    const all = new Map([...labels].filter(([, { ofService = false }]) => ofService === (kind === "services")));
    const router = [...all].find(([name]) => ROUTER.test(name));
    const enabled = knownValue(enableOf(all)?.value);
    if (!router || enabled !== void 0 && !isTrue(enabled)) return [];
    return [...all.keys()].some((name) => name.startsWith("$")) ? [] : [{ kind, all, at: router[1].at }];
  });
}
function enableOf(all) {
  return [...all].find(([name]) => name.toLowerCase() === "traefik.enable")?.[1];
}
function isTrue(text) {
  return /^(?:1|t|true)$/i.test(text);
}
function ownReason({ kind, all }) {
  const names = [...all.keys()];
  for (const name of names) {
    const [, protocol = "", router] = ROUTER.exec(name) ?? [];
    if (router === void 0) continue;
    const services = namesOf(names, protocol);
    const [one, other] = services;
    const isNamed = names.some(
      (key) => key.toLowerCase() === `traefik.${protocol}.routers.${router}.service`.toLowerCase()
    );
    if (isNamed || one === void 0 || other === void 0) continue;
    return {
      what: `the router ${router} does not say which of the services ${listOf(services)} it leads to, and Traefik drops it`,
      fix: `Add \`traefik.${protocol}.routers.${router}.service=${one}\`, or the other.`
    };
  }
  if (kind === "containers" || names.some((name) => SERVER.test(name))) return void 0;
  return {
    what: "no label tells the port, and a swarm tells Traefik none: it leaves the service out with all of its routers",
    fix: "Add `traefik.http.services.NAME.loadbalancer.server.port=PORT` below `deploy.labels`; beside a router to `api@internal` any number does."
  };
}
function namesOf(names, protocol) {
  const found = /* @__PURE__ */ new Map();
  for (const name of names) {
    const [, own = "", service] = SERVICE.exec(name) ?? [];
    if (service !== void 0 && own.toLowerCase() === protocol.toLowerCase()) found.set(service.toLowerCase(), service);
  }
  return [...found.values()];
}
function filtered({ all }, { byDefault }, name) {
  if (!byDefault?.known || byDefault.value || enableOf(all)) return void 0;
  return {
    what: `Traefik (${name}) leaves out what has no label traefik.enable=true, as exposedByDefault is off`,
    fix: "Add `traefik.enable=true` beside the other labels."
  };
}
function unread({ kind }, { name, services }) {
  if (kind === "containers")
    return {
      what: `Traefik (${name}) reads the labels of services, and these are labels of the containers`,
      fix: "Move them from `labels` to `deploy.labels`."
    };
  return {
    what: `Traefik (${name}) reads the labels of ${services ? "services" : "containers"}, and these are labels of the service`,
    fix: "Let Traefik read them: `--providers.swarm.endpoint=unix:///var/run/docker.sock`, before version 3 `--providers.docker.swarmMode=true`."
  };
}

// rules/traefik/labels-without-route.ts
var labels_without_route_default = defineRule({
  id: "traefik/labels-without-route",
  title: "Traefik makes no route of the labels of a service",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Traefik leaves a service out whose labels it does not see or that lack what it needs, and says so in its own log at most: users get "404 page not found" while the containers are healthy.',
  fix: "Put the labels where this Traefik reads them, with all that it needs, and look for the router in its dashboard.",
  refs: [
    "https://doc.traefik.io/traefik/v3.3/providers/swarm/#routing-configuration-with-labels",
    "https://doc.traefik.io/traefik/v3.3/providers/swarm/#port-detection",
    "https://doc.traefik.io/traefik/v3.3/providers/docker/#exposedbydefault"
  ],
  reads: ["compose", "traefik"],
  check({ system, pass, fail, unverified }) {
    const readers = traefiksOf(system).flatMap((traefik) => labelReader(traefik) ?? []);
    for (const workload of system.workloads) {
      const lost = lostRoute(workload, readersOf(workload, readers));
      if (lost === void 0) continue;
      if (lost === "none") pass(workload);
      else if (lost.hidden) unverified(workload, lost.hidden, lost.hidden.because);
      else fail(workload, lost.at, `${workload.name}: ${lost.what}`, { fix: lost.fix });
    }
  },
  examples: { bad: [], good: [] }
});
function readersOf(workload, readers) {
  return readers.filter((reader) => reader.mayRead(workload));
}

// src/knowledge/traefik-options.ts
var REMOVE = "Remove it";
var CA_OPTIONAL = "Remove it: whether clients show a certificate is for the server to say";
var OTLP = "Remove it, and send traces with `tracing.otlp` (most tools take OTLP themselves or through a collector)";
var REFUSED_BY_3 = [
  { path: ["pilot"], instead: "Remove it: Pilot has been switched off in 2022" },
  { path: ["experimental", "http3"], instead: "Remove it, and set `entryPoints.<name>.http3` where it is wanted" },
  {
    path: ["providers", "docker", "swarmmode"],
    instead: "Use the provider `swarm` instead: `--providers.swarm.endpoint=unix:///var/run/docker.sock`"
  },
  ...["docker", "swarm", "etcd", "redis", "consul", "http", "zookeeper"].map((name) => ({
    path: ["providers", name, "tls", "caoptional"],
    instead: CA_OPTIONAL
  })),
  ...["consulcatalog", "nomad"].map((name) => ({
    path: ["providers", name, "endpoint", "tls", "caoptional"],
    instead: CA_OPTIONAL
  })),
  ...["consul", "consulcatalog", "nomad"].map((name) => ({
    path: ["providers", name, "namespace"],
    instead: "Use `namespaces` instead"
  })),
  { path: ["providers", "rancher"], instead: REMOVE },
  { path: ["providers", "marathon"], instead: REMOVE },
  { path: ["metrics", "influxdb"], instead: "Use `metrics.influxDB2` or `metrics.prometheus` instead" },
  ...["jaeger", "zipkin", "datadog", "instana", "haystack", "elastic"].map((name) => ({
    path: ["tracing", name],
    instead: OTLP
  })),
  { path: ["tracing", "spannamelimit"], instead: REMOVE }
];
var UNKNOWN_TO_2 = [
  { path: ["providers", "swarm"], instead: "Set `--providers.docker.swarmMode=true`, or run Traefik 3" },
  { path: ["tracing", "otlp"], instead: "Run Traefik 3" },
  { path: ["core", "defaultrulesyntax"], instead: "Remove it" }
];
var OF_1 = [
  { path: ["docker"], instead: "Write `providers.docker` instead" },
  { path: ["file"], instead: "Write `providers.file` instead" },
  { path: ["kubernetes"], instead: "Write `providers.kubernetesIngress` instead" },
  { path: ["web"], instead: "Write `api`, `ping` and `metrics.prometheus` instead" },
  { path: ["acme"], instead: "Write `certificatesResolvers.<name>.acme`, and name the resolver in the routers" },
  { path: ["defaultentrypoints"], instead: "Remove it: routers name their entry points" },
  { path: ["loglevel"], instead: "Write `log.level` instead" },
  { path: ["debug"], instead: "Write `log.level` and `api.debug` instead" },
  { path: ["insecureskipverify"], instead: "Write `serversTransport.insecureSkipVerify` instead" },
  { path: ["traefiklog"], instead: "Write `log` instead" },
  { path: ["frontends"], instead: "Define routers in a file of the file provider" },
  { path: ["backends"], instead: "Define services in a file of the file provider" }
];
function refusedOptions(major) {
  const of = (options, version) => options.map((one) => ({ ...one, of: version }));
  if (major === 3) return [...of(REFUSED_BY_3, "Traefik 2"), ...of(OF_1, "Traefik 1")];
  return major === 2 ? [...of(UNKNOWN_TO_2, "Traefik 3"), ...of(OF_1, "Traefik 1")] : [];
}

// rules/traefik/option-rejected.ts
var option_rejected_default = defineRule({
  id: "traefik/option-rejected",
  title: "Traefik does not start with an option that it is given",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Traefik ends at once when its static configuration holds something that this version does not know. Nothing behind it can be reached then.",
  fix: "Write the option as this version knows it; the migration guide names each.",
  refs: [
    "https://doc.traefik.io/traefik/migrate/v2-to-v3-details/",
    "https://doc.traefik.io/traefik/v2.11/migration/v1-to-v2/",
    "https://github.com/traefik/traefik/blob/v3.6/pkg/cli/deprecation.go"
  ],
  reads: ["traefik"],
  check({ system, pass, fail, unverified }) {
    for (const { proxy, settings, configuration, hidden } of traefiksOf(system)) {
      const { major } = configuration;
      const { source } = configuration.static;
      if (major === void 0) {
        if (source) unverified(proxy, proxy, "the version of Traefik is not known");
        continue;
      }
      pass(proxy);
      for (const { path, instead, of } of refusedOptions(major)) {
        const found = find(settings, ...path);
        if (!found || source?.kind === "environment" && of === "Traefik 1") continue;
        const name = path.map((_, index) => find(settings, ...path.slice(0, index + 1))?.name).join(".");
        const what = `${proxy.name} runs Traefik ${major}, which does not start with ${name} (an option of ${of})`;
        fail(proxy, found, what, { key: path.join("."), fix: `${instead}.` });
      }
      if (hidden) unverified(proxy, hidden, hidden.because);
    }
  },
  examples: { bad: [], good: [] }
});

// rules/traefik/reference-undefined.ts
var reference_undefined_default = defineRule({
  id: "traefik/reference-undefined",
  title: "A router of Traefik names something that does not exist",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'Traefik writes an error into its log and leaves the router out: users get "404 page not found" while the container is healthy. Without its entry point a router serves nobody, and one whose middleware is missing serves nobody either.',
  fix: "Name an entry point of the static configuration and services and middlewares that exist; those of another provider bear its name: `auth@file`.",
  refs: [
    "https://doc.traefik.io/traefik/v3.3/routing/routers/#entrypoints",
    "https://doc.traefik.io/traefik/v3.3/providers/overview/#provider-namespace"
  ],
  reads: ["traefik"],
  check({ system, pass, fail, unverified }) {
    for (const traefik of traefiksOf(system)) {
      const { proxy, configuration, hidden } = traefik;
      if (configuration.routers.length === 0) continue;
      pass(proxy);
      for (const router of configuration.routers) {
        for (const { what, fix, at, key } of missingOf(router, traefik))
          fail(proxy, at, `the router ${router.name} names ${what}`, { key: `${router.name}.${key}`, fix });
      }
      if (hidden) unverified(proxy, hidden, hidden.because);
    }
  },
  examples: { bad: [], good: [] }
});
function missingOf(router, { proxy, configuration, hidden }) {
  const { entryPoints, routersComplete } = configuration;
  const names = new Set(entryPoints.map(({ name }) => name.toLowerCase()));
  const own = entryPoints.filter(({ name }) => name !== "traefik").map(({ name }) => name);
  const closed = hidden ? [] : router.entryPoints.filter((name) => !names.has(name.toLowerCase()) && !name.includes("$"));
  const isShared = proxy.workloads.some(({ networks }) => networks.some((one) => one.network.startsWith("external:")));
  const isKnown = (name) => !name.includes("$") && (!isShared || (name.includes("@") ? name.endsWith("@file") : router.provider === "file"));
  const missing = routersComplete ? router.missing.filter(({ name }) => isKnown(name)) : [];
  return [
    ...closed.map((name) => ({
      what: `the entry point ${name}, and Traefik has ${listOf(own)}`,
      key: `entrypoint.${name}`,
      fix: `Name ${own.length === 1 ? "it" : "one of them"}, or add \`--entrypoints.${name}.address\`.`,
      at: router.entryPointsAt ?? router.at
    })),
    ...missing.map(({ kind, name, at }) => ({
      what: `the ${kind} ${name}, which no label and no file defines`,
      key: `${kind}.${name}`,
      fix: `Define the ${kind}, or name one that there is; what a file defines is \`${name.replace(/@.*/, "")}@file\` in a label.`,
      at
    }))
  ];
}

// area:traefik
var rules = {
  "traefik/access-log-off": access_log_off_default,
  "traefik/api-insecure": api_insecure_default,
  "traefik/certificates-never-issued": certificates_never_issued_default,
  "traefik/debug-enabled": debug_enabled_default,
  "traefik/exposes-by-default": exposes_by_default_default,
  "traefik/labels-without-route": labels_without_route_default,
  "traefik/option-rejected": option_rejected_default,
  "traefik/reference-undefined": reference_undefined_default
};
module.exports = {
  house: runAudit,
  rules
};
