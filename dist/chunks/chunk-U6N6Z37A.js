"use strict";
const {
  find,
  isOn,
  known,
  networksInCommon,
  parseToml,
  parseYaml,
  programWords,
  settingsOfNode,
  settingsOfPaths,
  switchAt,
  textAt2: textAt,
  unknown,
  valueAt
} = require("./chunk-Q3NCOY3T.js");

// src/model/traefik/static.ts
function staticConfiguration(workload, files) {
  const flags = argumentsOf(workload);
  const variables = variablesOf(workload);
  const file = fileOf(flags, workload, files);
  const [source, ...ignored] = [file?.source, flags, variables].flatMap((one) => one ?? []);
  const settings = source?.settings ?? settingsOfPaths([], workload.at);
  return {
    ...source ? { source } : {},
    settings,
    complete: source?.complete ?? true,
    // A flag that only names the file has no other effect to miss.
    ignored: ignored.filter((one) => [...one.settings.children.keys()].some((name) => name !== "configfile")),
    ...file?.broken ? { broken: file.broken } : {}
  };
}
var SUBCOMMANDS = /* @__PURE__ */ new Set(["healthcheck", "version", "help"]);
var SWITCHES = /^(?:api|ping|log|accesslog|tracing|metrics\.\w+|api\.(?:insecure|dashboard|debug|disabledashboardad)|ping\.manualrouting|global\.\w+|providers\.(?!.*(?:endpoint|network|constraints|defaultrule|filename|directory)$)[\w.]+|entrypoints\.[\w-]+\.(?:asdefault|reuseport|http\.tls|forwardedheaders\.insecure|proxyprotocol(?:\.insecure)?|http3|http\.redirections\.entrypoint\.permanent)|certificatesresolvers\.[\w-]+\.acme\.(?:tlschallenge|httpchallenge|dnschallenge)|serverstransport\.insecureskipverify|experimental\.\w+|accesslog\.addinternals)$/i;
function argumentsOf(workload) {
  const { start } = workload;
  const words = start && (start.shell ? programWords(start.argv) : start.argv);
  if (!start || !words) return void 0;
  const first = words.findIndex((word) => word === null || word.startsWith("-"));
  const program = words.slice(0, first === -1 ? void 0 : first).at(-1);
  if (program && SUBCOMMANDS.has(program)) return void 0;
  const flags = first === -1 ? [] : words.slice(first);
  const read = readFlags(flags, (index) => wordSpan(start, words.length - flags.length + index));
  const { settings } = read;
  const plain = !program || /(?:^|\/)(?:traefik|entrypoint\.sh)$/.test(program);
  const complete = read.complete && plain && (start.script?.commands.length ?? 1) === 1;
  if (settings.length === 0 && complete) return void 0;
  return {
    kind: "arguments",
    settings: settingsOfPaths(settings, start.at),
    complete,
    name: "the command",
    at: start.at
  };
}
function wordSpan({ argv, written, at, shell }, index) {
  const before = argv.length - (written?.length ?? 0);
  return (shell || before < 0 ? void 0 : written?.[index - before]?.at) ?? at;
}
function readFlags(words, placeOf) {
  const settings = [];
  let complete = true;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    const at = placeOf(index);
    const [, name, written] = /^--?([^=-][^=]*)(?:=(.*))?$/s.exec(word ?? "") ?? [];
    if (name === void 0 || isOpen(name)) {
      complete = false;
      if (typeof word === "string" && !word.startsWith("-")) break;
      continue;
    }
    const next = words[index + 1];
    const takesNext = written === void 0 && !SWITCHES.test(name) && next !== void 0 && !next?.startsWith("-");
    if (takesNext) index++;
    const value = written ?? (takesNext ? next : "true");
    settings.push({ path: name, value: valueFact(value, at), at });
  }
  return { settings, complete };
}
function isOpen(text) {
  return /\$[{(A-Za-z_]/.test(text);
}
function valueFact(text, at) {
  if (typeof text !== "string" || isOpen(text)) return unknown(at, "it is set outside the repository");
  return known(text, at);
}
var SECTIONS = /^TRAEFIK_(?:GLOBAL|(?:TCP)?SERVERSTRANSPORT|ENTRYPOINTS|PROVIDERS|API|METRICS|PING|LOG|ACCESSLOG|TRACING|HOSTRESOLVER|CERTIFICATESRESOLVERS|EXPERIMENTAL|CORE|SPIFFE|PILOT|OCSP)(?:_|$)/i;
function variablesOf(workload) {
  const variables = [...workload.environment.values()].filter(({ name }) => SECTIONS.test(name));
  const [first] = variables;
  if (!first) return void 0;
  const settings = variables.map(({ name, value, keyAt }) => ({
    path: name.slice("TRAEFIK_".length).replaceAll("_", "."),
    value,
    at: keyAt
  }));
  return {
    kind: "environment",
    settings: settingsOfPaths(settings, first.keyAt),
    complete: true,
    name: "the TRAEFIK_\u2026 variables",
    at: first.keyAt
  };
}
var PLACES = ["/etc/traefik/traefik", "/root/.config/traefik", "/traefik"].flatMap(
  (place) => ["toml", "yaml", "yml"].map((ending) => `${place}.${ending}`)
);
function fileOf(flags, workload, files) {
  const named = find(flags?.settings, "configfile")?.value;
  if (named) {
    if (!named.known) return hiddenFile("a file that is named outside the repository", named.at);
    const path = named.value.startsWith("/") ? named.value : `/${named.value}`;
    const found = files.find(path);
    return found.state === "file" ? readStatic(found.file.source) : hiddenFile(path, named.at);
  }
  for (const place of PLACES) {
    const found = files.find(place);
    if (found.state === "file") return readStatic(found.file.source);
    if (found.state === "unknown" && !flags && !variablesOf(workload)) return hiddenFile(place, found.at);
  }
  return void 0;
}
function hiddenFile(name, at) {
  return { source: { kind: "file", settings: settingsOfPaths([], at), complete: false, name, at } };
}
function readStatic(source) {
  const read = readSettings(source);
  return {
    source: { kind: "file", settings: read.settings, complete: read.complete, name: source.path, at: read.settings.at },
    ...read.problems.length > 0 ? { broken: { path: source.path, problems: read.problems } } : {}
  };
}
function readSettings(source) {
  const start = Math.max(0, source.text.search(/\S/));
  const at = { path: source.path, start, end: Math.min(start + 1, source.text.length) };
  const toml = isToml(source);
  const { root, problems } = toml ? parseToml(source) : firstDocument(source);
  return { settings: settingsOfNode(root, at), complete: problems.length === 0, problems };
}
function isToml({ path, text }) {
  if (/\.toml$/i.test(path)) return true;
  return /^[ \t]*\[{1,2}[\w."-]+\]{1,2}[ \t]*(?:#.*)?$/m.test(text) && !/^[\w-]+:(?:[ \t]|$)/m.test(text);
}
function firstDocument(source) {
  const { documents, problems } = parseYaml(source);
  return { root: documents[0]?.root, problems };
}

// src/model/traefik/dynamic.ts
function dynamicSources(configuration, traefik, workloads, files) {
  const { settings, complete } = configuration;
  const providers = find(settings, "providers");
  const known2 = /* @__PURE__ */ new Set(["docker", "swarm", "file", "providersthrottleduration"]);
  const others = [...providers?.children.keys() ?? []].some((name) => !known2.has(name) && isOn(providers, name));
  const labels = readsLabels(settings) || !complete ? labelSources(settings, traefik, workloads) : [];
  const found = fileSources(providers, files);
  const constrained = ["docker", "swarm"].some((name) => textAt(providers, name, "constraints") !== void 0);
  return {
    ...found,
    sources: [...labels, ...found.sources],
    complete: found.complete && complete && !others && !constrained
  };
}
function readsLabels(settings) {
  return isOn(settings, "providers", "docker") || isOn(settings, "providers", "swarm");
}
function exposedByDefault(settings) {
  for (const provider of ["docker", "swarm"]) {
    if (!isOn(settings, "providers", provider)) continue;
    const value = switchAt(settings, "providers", provider, "exposedbydefault");
    if (value) return value;
  }
  return void 0;
}
function labelSources(settings, traefik, workloads) {
  const byDefault = exposedByDefault(settings);
  return workloads.flatMap((owner) => {
    const own = [...owner.labels].filter(([name]) => /^traefik\./i.test(name));
    if (own.length === 0) return [];
    if (owner.deployment !== traefik.deployment && networksInCommon(traefik, owner).length === 0) return [];
    const paths = own.map(([name, { value, at }]) => ({ path: name.slice("traefik.".length), value, at }));
    const labels = settingsOfPaths(paths, owner.at);
    const enabled = valueAt(labels, "enable");
    const isEnabled = enabled?.known ? /^true$/i.test(enabled.value) : !(byDefault?.known && !byDefault.value);
    return isEnabled || enabled?.known === false ? [{ provider: "docker", settings: labels, owner }] : [];
  });
}
function fileSources(providers, files) {
  const provider = find(providers, "file");
  const nothing = { sources: [], complete: true, unreadable: [], notEvaluated: [] };
  if (!provider || !isOn(provider)) return nothing;
  const directory = valueAt(provider, "directory");
  const name = valueAt(provider, "filename");
  if (directory?.known === false || name?.known === false) return { ...nothing, complete: false };
  if (!directory) {
    const found2 = name && files.find(absolute(name.value));
    return found2?.state === "file" ? readFiles([found2.file.source], true) : { ...nothing, complete: false };
  }
  const patterns = ["*", "*/*", "*/*/*"].map((pattern) => `${absolute(directory.value)}/${pattern}`);
  const found = patterns.map((pattern) => files.match(pattern));
  const sources = found.flatMap((one) => one.files.map((file) => file.source)).filter((one) => isConfiguration(one.path));
  return readFiles(sources, found.every((one) => one.hidden === void 0) && sources.length > 0);
}
function absolute(path) {
  return path.startsWith("/") ? path : `/${path.replace(/^\.\//, "")}`;
}
function isConfiguration(path) {
  return /\.(?:toml|ya?ml)$/i.test(path);
}
function readFiles(sources, complete) {
  const found = [];
  const unreadable = [];
  const notEvaluated = [];
  let whole = complete;
  for (const source of sources) {
    if (/\{\{/.test(source.text)) {
      notEvaluated.push({ path: source.path, because: "a Go template: not evaluated" });
      whole = false;
      continue;
    }
    const { settings, complete: read, problems } = readSettings(source);
    if (!read) {
      whole = false;
      unreadable.push({ path: source.path, format: "traefik", production: true, problems, mayDeclare: 1 });
    }
    found.push({ provider: "file", settings });
  }
  return { sources: found, complete: whole, unreadable, notEvaluated };
}
function looseFiles(tree) {
  return tree.files.flatMap(({ path }) => /(?:^|\/)traefik\.(?:toml|ya?ml)$/i.test(path) ? [path] : []);
}

module.exports = {
  staticConfiguration,
  dynamicSources,
  exposedByDefault,
  looseFiles
};
