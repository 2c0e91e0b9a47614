"use strict";

// src/model/pm2/containers.ts
var pm2InContainers = (function pm2InContainers(declared, ecosystems, tree) {
  const files = new Set(ecosystems.filter((file) => isRunByDockerfile(file, tree)).map((file) => file.path));
  const join = (workload) => {
    const command = workload.start && pm2Command(workload.start);
    if (!command) return workload;
    const file = command.file === void 0 ? void 0 : ecosystemOf(command.file, workload, ecosystems, tree);
    if (file) files.add(file.path);
    return file ? withApps(workload, file, tree) : withProgram(workload, command);
  };
  const joined = declared.map((one) => ({ ...one, deployments: one.deployments.map((each) => mapWorkloads(each, join)) }));
  return { declared: joined, files };
});
var mapWorkloads = (function mapWorkloads(deployment, change) {
  const { workloads, onRequest } = deployment;
  return { ...deployment, workloads: workloads.map(change), onRequest: onRequest.map(change) };
});
var pm2Command = (function pm2Command(start) {
  const commands = start.script ? start.script.commands.map((command) => command.words) : [start.argv];
  const words = commands.find((one) => isPm2(one));
  return words && readCommand(unwrapCommand(words));
});
var isPm2 = (function isPm2(words) {
  const program = programOf(words);
  return program === "pm2-runtime" || program === "pm2-docker" || program === "pm2" && words.includes("start") && words.includes("--no-daemon");
});

// src/model/pm2/files.ts
var ecosystemFiles = (function ecosystemFiles(tree) {
  return tree.files.flatMap((file) => {
    const name = fileName(file.path);
    const named = READ.test(name) && NAMED_FOR_PM2.test(name);
    if (!named && !PROGRAM.test(name)) return [];
    const source = tree.read(file.path);
    if (!source || !mayDeclareApps(source.text, named)) return [];
    return readEcosystem(source, named, tree) ?? [];
  });
});
var mayDeclareApps = (function mayDeclareApps(text, named) {
  return named ? /\bapps\b|\bpm2\b|\bscript\b/.test(text) : /\bapps\b/.test(text) && /\bscript\b/.test(text);
});

// src/model/pm2.ts
var withPm2 = (function withPm2(tree, others, configured) {
  const ecosystems = ecosystemFiles(tree);
  const { declared, files } = pm2InContainers(others, ecosystems, tree);
  const own = ecosystems.filter((file) => !files.has(file.path));
  return [...declared, ...ecosystems.length > 0 ? [ownDeployments(own, ecosystems, tree, configured)] : []];
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  NAMED_FOR_PM2,
  PROGRAM,
  READ,
  booleanFact,
  child,
  containerFilesOf,
  directoryOf,
  entriesOf,
  factOf,
  fileName,
  folderPurpose,
  isWithin,
  itemsOf,
  joinPath,
  keySpan,
  known,
  knownValue,
  optional,
  parseBytes,
  parseShell,
  parseYaml,
  programOf,
  roleOf,
  splitWords,
  textFact,
  unknown,
  unwrapCommand,
  variantOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/pm2/code.ts
var JAVASCRIPT = /\.[cm]?[jt]sx?$/;
var NOT_RUN = /(?:^|\/)(?:tests?|__tests__|__mocks__|e2e|spec)\/|\.(?:test|spec|d)\.[cm]?[jt]sx?$|\.config\.[cm]?js$/;
var MOST_FILES = 5e3;
var READY = /\bprocess\s*(?:\?\.|!?\.)\s*send\s*!?\s*(?:\?\.)?\s*\(\s*["'`]ready["'`]/;
var MAY_SEND = /\bprocess\s*(?:\?\.|!?\.)\s*send\b|\bprocess\[\s*["'`]send|\{[^{}]{0,200}\bsend\b[^{}]{0,200}\}\s*=\s*process\b/;
var SENDERS = /"(?:@adonisjs\/(?:core|http-server)|[^"]*pm2-[^"]*|@[^"]*\/pm2[^"]*)"\s*:/;
function withCode(workload, tree) {
  const { pm2 } = workload;
  if (!pm2) return workload;
  const asksReady = pm2.waitReady?.known === true && pm2.waitReady.value;
  const asksInstance = pm2.mode.known && pm2.mode.value === "fork" && (knownValue(pm2.instances) ?? 2) > 1;
  if (!asksReady && !asksInstance) return workload;
  const texts = programsOf(tree);
  return {
    ...workload,
    pm2: {
      ...pm2,
      ...asksReady && pm2.waitReady ? { sendsReady: sendsReady(workload, pm2, texts, tree, pm2.waitReady.at) } : {},
      ...asksInstance ? { readsInstance: readsInstance(pm2, texts, workload.at) } : {}
    }
  };
}
function programsOf(tree) {
  const files = tree.files.filter(
    ({ path, format }) => format === "source" && JAVASCRIPT.test(path) && !NOT_RUN.test(path)
  );
  return files.length > MOST_FILES ? void 0 : files.flatMap(({ path }) => tree.read(path)?.text ?? []);
}
function sendsReady(workload, pm2, texts, tree, at) {
  if (!texts) return unknown(at, "there is too much code to look through");
  if (texts.some((text) => READY.test(text))) return known(true, at);
  if (texts.some((text) => MAY_SEND.test(text))) return unknown(at, "the code sends messages that are not read here");
  if (!isWrittenHere(workload, pm2, tree)) return unknown(at, "the code of its script is not in the repository");
  const packages = tree.files.filter((file) => file.format === "package-json");
  if (packages.some(({ path }) => SENDERS.test(tree.read(path)?.text ?? "")))
    return unknown(at, "a package that it uses may send it");
  return known(false, at);
}
function readsInstance(pm2, texts, at) {
  if (!texts) return unknown(at, "there is too much code to look through");
  const names = [pm2.instanceVariable, "NODE_APP_INSTANCE", "pm_id", "reusePort", "SO_REUSEPORT"];
  return known(
    texts.some((text) => names.some((name) => text.includes(name))),
    at
  );
}
function isWrittenHere(workload, pm2, tree) {
  const script = pm2.scriptPath;
  if (script === void 0 || script.startsWith("/") || !JAVASCRIPT.test(script)) return false;
  const folder = directoryOf(workload.at.path);
  const own = pm2.directory === void 0 || /^[/~]/.test(pm2.directory) ? folder : joinPath(folder, pm2.directory);
  const path = joinPath(own, script);
  if (tree.exists(path)) return true;
  const inside = path.slice(own === "." ? 0 : own.length + 1);
  const compiled = /^(?:dist|build|out|lib|output|\.build|\.dist)\/(.+)\.[cm]?js$/.exec(inside)?.[1];
  const source = compiled === void 0 ? void 0 : `/${compiled.replace(/^src\//, "")}`;
  return tree.files.some((file) => {
    if (source === void 0 || file.format !== "source" || !(own === "." || file.path.startsWith(`${own}/`)))
      return false;
    return `/${file.path.replace(JAVASCRIPT, "")}`.endsWith(source) && JAVASCRIPT.test(file.path);
  });
}

// src/model/pm2/groups.ts
var OF_INSTANCE = /^(?:name|port|env(?:_\w+)?|args)$/;
var FILES = /^(?:(?:out|error|log|pid)(?:_file)?|err|err_file|output|log_date_format|(?:out|error|log|pid)File)$/;
function groupsOf(apps) {
  const groups = /* @__PURE__ */ new Map();
  for (const app of apps) {
    const signature = JSON.stringify([...app.entries].flatMap(([key, { node }]) => signatureOf(key, node)).sort());
    const group = groups.get(signature);
    if (group) group.push(app);
    else groups.set(signature, [app]);
  }
  return [...groups.values()].map((group) => ({ apps: group }));
}
function signatureOf(key, node) {
  if (FILES.test(key)) return [];
  const text = textIn(node);
  return [`${key}=${OF_INSTANCE.test(key) ? text.replace(/\d+/g, "#") : text}`];
}
function textIn(node) {
  switch (node.kind) {
    case "scalar":
      return JSON.stringify([node.text, node.interpolation?.raw, node.open]);
    case "list":
      return `[${node.items.map(textIn).join()}${node.open ?? ""}]`;
    case "map":
      return `{${[...node.entries].map(([key, { node: value }]) => `${key}:${textIn(value)}`).join()}${node.open ?? ""}}`;
  }
}

// src/model/pm2/settings.ts
var ALIASES = /* @__PURE__ */ new Map([
  ["script", ["exec", "cmd", "command"]],
  ["interpreter", ["exec_interpreter"]],
  ["node_args", ["interpreter_args"]],
  ["cron_restart", ["cron"]],
  ["out_file", ["out", "output", "out_log"]],
  ["error_file", ["error", "err", "err_file", "err_log"]]
]);
function settingOf(app, name) {
  for (const one of [name, ...ALIASES.get(name) ?? []]) {
    const camel = one.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
    const found = app.entries.get(one) ?? app.entries.get(camel);
    if (found) return found.node;
  }
  return void 0;
}
function settingSpan(app, name, fallback) {
  return app.entries.get(name)?.keyAt ?? settingOf(app, name)?.at ?? fallback;
}
function secondsAt(app, name) {
  return factOf(settingOf(app, name), (text) => /^\d+$/.test(text) ? Number(text) / 1e3 : void 0);
}
function memoryLimitOf(app) {
  const node = settingOf(app, "max_memory_restart");
  if (!node && app.open !== void 0) return unknown(app.at, app.open);
  const limit = factOf(node, parseBytes);
  return limit?.known && limit.value <= 0 ? void 0 : limit;
}
function instancesOf(app, at) {
  const node = settingOf(app, "instances");
  if (!node && app.open !== void 0) return { count: unknown(at, app.open), perProcessor: false };
  const written = factOf(node, (text) => text);
  if (!written) return { count: known(1, at), perProcessor: false };
  if (!written.known) return { count: written, perProcessor: /processor|cpu|host/i.test(written.because) };
  return startedFor(written.value, written.at);
}
function startedFor(text, at) {
  const given = text === "max" ? 0 : Number.parseInt(text, 10);
  const count = Number.isNaN(given) ? 0 : given;
  if (count > 0) return { count: known(count, at), perProcessor: false };
  const each = count === 0 ? "one for each processor" : `${-count} less than one for each processor`;
  return { count: unknown(at, `PM2 starts ${each} of the host`), perProcessor: true };
}
function modeOf(app, runsNode2, at) {
  const node = settingOf(app, "exec_mode");
  const written = factOf(node, (text) => /^cluster/.test(text) ? "cluster" : "fork");
  if (written) return written;
  if (app.open !== void 0) return unknown(at, app.open);
  return known(settingOf(app, "instances") && runsNode2 ? "cluster" : "fork", at);
}
function isOn(app, name) {
  return knownValue(booleanFact(settingOf(app, name))) === true;
}
function watchOf(app) {
  const node = settingOf(app, "watch");
  if (node?.kind === "list") return known(node.items.length > 0, node.at);
  if (node?.kind === "scalar" && node.type === "string" && node.open === void 0)
    return known(node.text !== "" && node.text !== "false", node.at);
  return booleanFact(node);
}
function wordsAt(app, name, split) {
  const node = settingOf(app, name);
  const word = (item) => knownValue(textFact(item)) ?? null;
  if (node?.kind === "list") return itemsOf(node).map(word);
  if (!node) return [];
  const text = word(node);
  return text === null ? [null] : split(text);
}
var PRODUCTION = ["env_production", "env_prod"];
function environmentOf(app) {
  const production = PRODUCTION.map((name) => app.entries.get(name)?.node).find(Boolean);
  const port = settingOf(app, "port");
  const variables = /* @__PURE__ */ new Map();
  const add = (name, node, keyAt) => {
    const value = textFact(node);
    if (!value) return;
    const interpolation = node.kind === "scalar" ? node.interpolation : void 0;
    variables.set(name, {
      name,
      value,
      ...interpolation && interpolation.uses.length > 0 ? { raw: interpolation.raw } : {},
      uses: interpolation?.uses ?? [],
      at: node.at,
      keyAt,
      source: "inline"
    });
  };
  for (const [name, node, keyAt] of entriesOf(app.entries.get("env")?.node)) add(name, node, keyAt);
  if (port) add("PORT", port, settingSpan(app, "port", port.at));
  for (const [name, node, keyAt] of entriesOf(production)) add(name, node, keyAt);
  return variables;
}

// src/model/pm2/start.ts
var INTERPRETERS = /* @__PURE__ */ new Map([
  ["sh", "bash"],
  ["py", "python3"],
  ["rb", "ruby"],
  ["php", "php"],
  ["pl", "perl"],
  ["ts", "bun"],
  ["tsx", "bun"]
]);
function pm2Start(app, at) {
  const node = settingOf(app, "script");
  const script = textFact(node);
  if (!script || !node) return void 0;
  const where = node.at ?? at;
  if (!script.known)
    return { argv: [null], shell: false, text: "a script that is not known", at: where, source: "deployment" };
  const given = wordsAt(app, "args", (text2) => splitWords(text2) ?? text2.split(/\s+/));
  if (/\s/.test(script.value.trim())) {
    const text2 = script.value.trim();
    return {
      argv: ["bash", "-c", text2],
      shell: true,
      script: parseShell(text2, where),
      text: text2,
      at: where,
      source: "deployment"
    };
  }
  const argv = [...interpreterOf(app, script.value), ...nodeArguments(app), script.value, ...given];
  const text = argv.map((word) => word ?? "?").join(" ");
  return { argv, shell: false, text, at: where, source: "deployment" };
}
function runsNode(app) {
  const script = knownValue(textFact(settingOf(app, "script"))) ?? "";
  const [program = "node"] = interpreterOf(app, script);
  return /(?:^|\/)node$/.test(program);
}
function nodeArguments(app) {
  return wordsAt(app, "node_args", (text) => splitWords(text) ?? text.split(/\s+/));
}
function interpreterOf(app, script) {
  const written = knownValue(textFact(settingOf(app, "interpreter")));
  if (written !== void 0) return written === "none" ? [] : [written];
  if (/(?:^|\/)node_modules\//.test(script) || !/[./]/.test(script)) return [];
  const ending = /\.([a-z]+)$/.exec(script)?.[1] ?? "";
  return [INTERPRETERS.get(ending) ?? "node"];
}

// src/model/pm2/workload.ts
var MOST_PORTS = 1e3;
function pm2Workload({ apps }, context) {
  const [app] = apps;
  if (!app) return void 0;
  const at = settingSpan(app, "name", settingSpan(app, "script", app.at));
  const name = nameOf(apps, context.file.path);
  const start = pm2Start(app, at);
  const environment = commonEnvironment(apps);
  const { count, perProcessor } = instancesOf(app, at);
  const replicas = apps.length === 1 ? count : togetherOf(apps, at);
  const published = portsOf(apps, replicas);
  const restart = restartOf(app, at);
  const role = roleOf({
    name,
    software: void 0,
    imageRepository: void 0,
    start,
    restartsAlways: restart.policy === "always" && restart.written,
    // That it is not restarted says nothing: a server that PM2 leaves lying is one that lacks the remedy.
    runsOnce: published.length === 0 && restart.policy === "none" && settingOf(app, "cron_restart") !== void 0,
    awaitedToComplete: false,
    published,
    routed: false,
    listens: published.length > 0,
    keepsWork: false
  });
  const userFacing = role === "user-facing";
  return {
    id: `${context.deployment}/${name}`,
    kind: "workload",
    name,
    weight: context.purpose === "development" ? 0 : userFacing ? 3 : 2,
    at,
    files: context.file.files,
    platform: "pm2",
    deployment: context.deployment,
    role,
    userFacing,
    stateful: false,
    longRunning: role !== "job",
    environment,
    ...optional("start", start),
    published,
    listens: published.flatMap((port) => knownValue(port.container) ?? []),
    mounts: [],
    networks: [],
    dependsOn: [],
    health: { state: "none", checks: [], at },
    restart,
    replicas,
    resources: { ...optional("memoryLimit", memoryLimitOf(app)), limitedByDefault: false },
    privileges: {
      addedCapabilities: [],
      hostNamespaces: [],
      ...optional("user", textFact(settingOf(app, "uid"))),
      readOnlyRoot: false
    },
    ...optional("stopGracePeriod", secondsAt(app, "kill_timeout")),
    // A server with a time to restart at is none that is started by it.
    ...role === "job" ? optional("schedule", textFact(settingOf(app, "cron_restart"))) : {},
    labels: /* @__PURE__ */ new Map(),
    secretFiles: [],
    inert: [],
    init: false,
    pm2: pm2Settings(app, {
      at,
      apps: apps.length,
      instances: replicas,
      perProcessor,
      rotatesLogs: context.rotatesLogs
    })
  };
}
function pm2Settings(app, {
  at,
  rotatesLogs,
  ...counts
}) {
  const off = isOn(app, "disable_logs") || ["out_file", "error_file"].every((key) => isDropped(app, key));
  return {
    ...counts,
    mode: modeOf(app, runsNode(app), at),
    logs: off ? "off" : rotatesLogs ? "rotated" : "unknown",
    ...optional("watch", watchOf(app)),
    ...optional("waitReady", booleanFact(settingOf(app, "wait_ready"))),
    ...optional("listenTimeout", secondsAt(app, "listen_timeout")),
    ...optional("counts", knownValue(textFact(settingOf(app, "increment_var")))),
    instanceVariable: knownValue(textFact(settingOf(app, "instance_var"))) ?? "NODE_APP_INSTANCE",
    ...optional("directory", knownValue(textFact(settingOf(app, "cwd")))),
    ...optional("scriptPath", knownValue(textFact(settingOf(app, "script"))))
  };
}
function isDropped(app, key) {
  return /^(?:NULL|\/dev\/null)$/.test(knownValue(textFact(settingOf(app, key))) ?? "");
}
function nameOf(apps, path) {
  const names = apps.map((app) => knownValue(textFact(settingOf(app, "name"))) ?? scriptName(app));
  const [first] = names;
  if (first === void 0) return path;
  if (names.every((name) => name === first)) return first;
  return first.replace(/\d+/g, "*");
}
function scriptName(app) {
  const script = knownValue(textFact(settingOf(app, "script")));
  return script?.slice(script.lastIndexOf("/") + 1).replace(/\.\w+$/, "");
}
function togetherOf(apps, at) {
  let sum = 0;
  for (const app of apps) {
    const { count } = instancesOf(app, at);
    if (!count.known) return count;
    sum += count.value;
  }
  return known(sum, at);
}
function commonEnvironment(apps) {
  const [first, ...others] = apps.map(environmentOf);
  if (!first || others.length === 0) return first ?? /* @__PURE__ */ new Map();
  return new Map(
    [...first].map(([name, variable]) => {
      const value = knownValue(variable.value);
      const differs = others.some((other) => knownValue(other.get(name)?.value) !== value);
      return [
        name,
        differs ? { ...variable, value: unknown(variable.at, "it differs from instance to instance") } : variable
      ];
    })
  );
}
function restartOf(app, at) {
  const written = booleanFact(settingOf(app, "autorestart"));
  if (!written) return { policy: "always", at, written: false };
  const policy = written.known ? written.value ? "always" : "none" : "unknown";
  return { policy, at: settingSpan(app, "autorestart", written.at), written: true };
}
var PORT = /^(?:[A-Z0-9_]+_)?PORT$/;
var NOT_OWN = /(?:^|_)(?:DB|DATABASE|REDIS|POSTGRES|PG|MYSQL|MONGO|KAFKA|RABBITMQ|AMQP|SMTP|MAIL|ELASTIC\w*|STATSD|DEBUG)_PORT$/;
var ADDRESS = /^(?:HOST|HOSTNAME|BIND|BIND_ADDRESS|LISTEN_ADDRESS|LISTEN_HOST)$/;
function portsOf(apps, replicas) {
  const ports = /* @__PURE__ */ new Map();
  for (const app of apps) {
    const environment = environmentOf(app);
    const reach = reachOf(environment);
    const counted = knownValue(textFact(settingOf(app, "increment_var")));
    for (const fact of portFacts(app, environment)) {
      const { value, by } = fact;
      if (ports.size >= MOST_PORTS) break;
      const key = value.known ? value.value : value.at.start;
      const span = counted !== void 0 && by === counted && apps.length === 1 ? (knownValue(replicas) ?? 1) - 1 : 0;
      const last = value.known && span > 0 ? { hostEnd: value.value + span } : {};
      if (!ports.has(key))
        ports.set(key, { host: value, ...last, container: value, protocol: "tcp", reach, at: value.at });
    }
  }
  return [...ports.values()];
}
function portFacts(app, environment) {
  const own = [...environment.values()].filter(({ name }) => PORT.test(name) && !NOT_OWN.test(name));
  const variable = environment.get("PORT") ?? own[0];
  const words = wordsAt(app, "args", (text2) => splitWords(text2) ?? text2.split(/\s+/));
  const flag = words.findIndex((word) => /^(?:-p|--port)(?:=|$)/.test(word ?? ""));
  const text = /=(.*)$/.exec(words[flag] ?? "")?.[1] ?? words[flag + 1] ?? "";
  const args = settingOf(app, "args");
  const facts = [];
  if (flag !== -1 && /^\d{2,5}$/.test(text) && args) facts.push({ value: known(Number(text), args.at) });
  else if (variable) {
    const value = variable.value.known ? Number(variable.value.value) : Number.NaN;
    if (!variable.value.known) facts.push({ value: variable.value, by: variable.name });
    else if (Number.isInteger(value) && value > 0 && value < 65536)
      facts.push({ value: known(value, variable.at), by: variable.name });
  }
  return facts;
}
function reachOf(environment) {
  const address = [...environment.values()].find(({ name }) => ADDRESS.test(name));
  return /^(?:127\.|localhost$|::1$)/.test(knownValue(address?.value) ?? "") ? "loopback" : "unknown";
}

// src/model/pm2/containers.ts




var VALUED = /^(?:-n|--name|--env|--only|--max-memory-restart|--node-args|--interpreter|-c|--cron|--delay|--error|--output|-o|-e)$/;
function readCommand([, ...words]) {
  let instances;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (word === "-i" || word === "--instances") instances = words[++at] ?? null;
    else if (VALUED.test(word)) at++;
    else if (word === "start" || word.startsWith("-") || word === "") continue;
    else {
      const separator = words.indexOf("--", at);
      const given = separator === -1 ? [] : words.slice(separator + 1);
      const counted = words.findIndex((one) => one === "-i" || one === "--instances");
      const count = counted === -1 ? instances : words[counted + 1] ?? null;
      if (/\.(?:config\.[cm]?js|json|ya?ml)$/.test(word) || NAMED_FOR_PM2.test(fileName(word))) return { file: word };
      return { program: [word, ...given], ...count === void 0 ? {} : { instances: count } };
    }
  }
  return {};
}
function ecosystemOf(name, workload, ecosystems, tree) {
  const folder = knownValue(workload.image?.dockerfile?.workdir) ?? "/";
  const found = containerFilesOf(workload, tree).find(name.startsWith("/") ? name : joinPath(folder, name));
  if (found.state === "file") return ecosystems.find((file) => file.path === found.file.source.path);
  const context = workload.image?.context?.path;
  const near = ecosystems.filter(
    (file) => fileName(file.path) === fileName(name) && context !== void 0 && isWithin(context, file.path)
  );
  return near.sort((one, other) => one.path.length - other.path.length)[0];
}
function withApps(workload, file, tree) {
  const context = { file, deployment: workload.deployment, purpose: "production", rotatesLogs: true };
  const apps = groupsOf(file.apps).flatMap((group) => pm2Workload(group, context) ?? []);
  const files = [.../* @__PURE__ */ new Set([...workload.files, ...file.files])];
  const [app] = apps;
  if (!app || apps.length > 1 || file.open !== void 0) return { ...workload, files, ...processesOf(apps, file) };
  return {
    ...workload,
    files,
    environment: new Map([...workload.environment, ...app.environment]),
    ...app.start ? { start: app.start } : {},
    ...app.pm2 ? {
      pm2: withCode(app, tree).pm2 ?? app.pm2,
      processes: processes(app.pm2.instances, app.pm2.perProcessor, app.start?.at ?? file.at)
    } : {}
  };
}
function processesOf(apps, file) {
  const counts = apps.map((app) => knownValue(app.pm2?.instances));
  if (file.open !== void 0 || apps.length === 0) return {};
  const sum = counts.reduce((total, count) => total + (count ?? Number.NaN), 0);
  return Number.isNaN(sum) ? {} : { processes: processes(known(sum, file.at), false, file.at) };
}
function processes(count, perProcessor, at) {
  return { server: "pm2", runtime: "node", count, perProcessor, at };
}
function withProgram(workload, { program, instances }) {
  const { start } = workload;
  if (!program || !start) return workload;
  const argv = /\.[cm]?js$/.test(program[0] ?? "") ? ["node", ...program] : program;
  const text = argv.map((word) => word ?? "?").join(" ");
  return {
    ...workload,
    start: { argv, shell: false, text, at: start.at, source: start.source },
    ...instances === void 0 ? {} : { processes: processesTold(instances, start.at) }
  };
}
function processesTold(instances, at) {
  if (instances === null || instances.includes("$"))
    return processes(unknown(at, "it is set outside the command"), false, at);
  const { count, perProcessor } = startedFor(instances, at);
  return processes(count, perProcessor, at);
}
function isRunByDockerfile(file, tree) {
  const name = fileName(file.path);
  return tree.files.some(({ path, format }) => {
    if (format !== "dockerfile" || !isWithin(directoryOf(path), file.path)) return false;
    const text = tree.read(path)?.text ?? "";
    return text.split("\n").some((line) => /^\s*(?:CMD|ENTRYPOINT)\b.*\bpm2(?:-runtime|-docker)?\b/i.test(line) && line.includes(name));
  });
}

// door:src/parse/javascript/evaluate.ts
var room;
function enter() {
  return room ??= require("./parse-javascript-evaluate.js");
}
function evaluateJavaScript(...given) {
  return enter().evaluateJavaScript(...given);
}
function evaluateJson(...given) {
  return enter().evaluateJson(...given);
}

// src/model/pm2/files.ts


function readEcosystem(source, named, tree) {
  const { root, problems, loads } = read(source, tree);
  const whole = child(root, "default") ?? root;
  const entry = ["apps", "pm2"].find((key) => child(whole, key));
  const list = entry === void 0 ? whole : child(whole, entry);
  const start = { path: source.path, start: 0, end: 0 };
  const apps = (list?.kind === "list" ? itemsOf(list) : list ? [list] : []).flatMap(
    (item) => item.kind === "map" && isApp(item) ? [item] : []
  );
  const open = whyOpen(list) ?? (apps.length === 0 ? whyOpen(whole) : void 0);
  if (!named && (entry === void 0 || apps.length === 0)) return void 0;
  if (problems.length === 0 && apps.length === 0 && open === void 0) return void 0;
  return {
    path: source.path,
    at: entry === void 0 ? list?.at ?? start : keySpan(whole, entry, start),
    apps,
    ...open === void 0 ? {} : { open },
    files: [source.path, ...loads],
    problems
  };
}
function read(source, tree) {
  if (/\.[cm]?js$/i.test(source.path)) return evaluateJavaScript(source, tree.read);
  if (/\.json$/i.test(source.path)) return evaluateJson(source);
  const { documents, problems } = parseYaml(source);
  const root = documents[0]?.root;
  return { problems, loads: [], ...root ? { root } : {} };
}
function isApp(node) {
  const script = settingOf(node, "script");
  return script ? script.kind === "scalar" && script.type === "string" : node.open !== void 0;
}
function whyOpen(node) {
  if (node?.kind !== "list") return node?.open;
  const item = node.items.find((one) => one.kind !== "map");
  return node.open ?? item?.open;
}

// src/model/pm2.ts

function ownDeployments(own, all, tree, configured) {
  const rotatesLogs = mentionsRotation(tree);
  const inContainers = all.filter((file) => !own.includes(file));
  const judged = judgePurposes(own, inContainers, tree, configured);
  const deployments = judged.filter(({ file }) => file.apps.length > 0).map((one) => deploymentOf(one, rotatesLogs, tree));
  const production = judged.filter((one) => one.purpose === "production");
  return {
    deployments,
    unreadable: all.flatMap(
      (file) => unreadable(
        file,
        production.some((one) => one.file === file),
        tree
      )
    ),
    notEvaluated: production.flatMap(({ file }) => notEvaluated(file)),
    productionFiles: new Set(production.flatMap(({ file }) => file.files))
  };
}
function judgePurposes(files, inContainers, tree, configured) {
  const textOf = ({ path }) => tree.read(path)?.text ?? "";
  const texts = new Map(inContainers.map((file) => [textOf(file), file.path]));
  return files.map((file) => {
    const set = configured.find((one) => one.files.includes(file.path));
    if (set) return { file, purpose: set.purpose, because: "the configuration says so" };
    const because = whyDevelopment(file, files);
    if (because !== void 0) return { file, purpose: "development", because };
    const text = textOf(file);
    const copy = texts.get(text);
    if (copy !== void 0) return { file, purpose: "development", because: `it repeats ${copy}` };
    texts.set(text, file.path);
    return { file, purpose: "production", because: whyProduction(file) };
  });
}
function whyDevelopment(file, all) {
  const said = folderPurpose(directoryOf(file.path));
  if (said?.purpose === "development") return `it lies in ${said.folder}/`;
  const variant = variantOf(file.path);
  if (variant === "development" || variant === "override") return `${file.path} is named for development`;
  const beside = all.filter((one) => one !== file && directoryOf(one.path) === directoryOf(file.path));
  const production = beside.find((one) => variantOf(one.path) === "production");
  if (production && variant !== "production") return `${production.path} is what production runs`;
  const neutral = beside.find((one) => variantOf(one.path) === "part");
  return variant === "preproduction" && neutral ? `${file.path} is named for pre-production` : void 0;
}
function whyProduction(file) {
  const named = variantOf(file.path) === "production";
  const reason = named ? `${file.path} is named for production` : "it is an ecosystem file of PM2 that is named for no other purpose";
  const groups = groupsOf(file.apps).filter(({ apps }) => apps.length > 1);
  const many = groups.map(({ apps }) => `${apps.length} of its apps differ in nothing but numbers and are one workload`);
  return [reason, ...many].join("; ");
}
function deploymentOf({ file, purpose, because }, rotatesLogs, tree) {
  const id = `pm2:${file.path}`;
  const context = { file, deployment: id, purpose, rotatesLogs };
  return {
    id,
    kind: "deployment",
    name: file.path,
    weight: purpose === "production" ? 2 : 0,
    at: file.at,
    files: file.files,
    platform: "pm2",
    purpose,
    because,
    workloads: distinct(groupsOf(file.apps).flatMap((group) => pm2Workload(group, context) ?? [])).map(
      (workload) => withCode(workload, tree)
    ),
    onRequest: [],
    networks: [],
    volumes: [],
    problems: []
  };
}
function distinct(workloads) {
  const seen = /* @__PURE__ */ new Map();
  return workloads.map((workload) => {
    const count = (seen.get(workload.id) ?? 0) + 1;
    seen.set(workload.id, count);
    return count === 1 ? workload : { ...workload, id: `${workload.id}#${count}` };
  });
}
function unreadable(file, production, tree) {
  if (file.problems.length === 0) return [];
  const braces = tree.read(file.path)?.text.match(/\{|^\s*-\s/gm)?.length ?? 0;
  return [{ path: file.path, format: "pm2", production, problems: file.problems, mayDeclare: Math.max(1, braces) }];
}
function notEvaluated(file) {
  if (file.open === void 0) return [];
  const what = file.apps.length === 0 ? "which apps it starts" : "whether it starts more apps than these";
  return [{ path: file.path, because: `${what} is not known: ${file.open}` }];
}
var SETS_UP = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci", "dockerfile", "yaml", "text"]);
function mentionsRotation(tree) {
  return tree.files.some((file) => {
    if (!SETS_UP.has(file.format) || /\.(?:md|mdx|txt|rst|adoc)$/i.test(file.path)) return false;
    const text = tree.read(file.path)?.text ?? "";
    return text.includes("pm2-logrotate") || /logrotate/.test(file.path) && /\.pm2\/logs|pm2/.test(text);
  });
}
module.exports = {
  house: runAudit,
  withPm2
};
