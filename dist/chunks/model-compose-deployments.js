"use strict";

// src/model/compose/configs.ts
var configTextsOf = (function configTextsOf(project, tree) {
  return new Map(
    [...project.configs.values()].flatMap(({ name, node }) => {
      const file = knownValue(textAt(node, "file"));
      const source = file === void 0 ? contentOf(child(node, "content"), tree) : tree.read(file);
      return source ? [[name, source]] : [];
    })
  );
});

// src/model/compose/external-networks.ts
var externalNetworks = (function externalNetworks(set, sets, tree) {
  return [...set.project.networks.values()].flatMap(({ name: key, node, at }) => {
    if (knownValue(booleanFact(child(node, "external"))) !== true) return [];
    const written = textAt(node, "name");
    const name = written ? knownValue(written) : key;
    if (name === void 0) return [];
    const created = sets.filter((other) => other !== set && other.purpose === set.purpose).flatMap(createdBy);
    const development = sets.filter((other) => other.purpose !== set.purpose).flatMap(createdBy);
    if ([...created, ...development].some((one) => mayBe(one, name)))
      return created.some((one) => one.name === name) ? [{ name, at }] : [];
    const meant = created.find((one) => one.key === name || one.name !== void 0 && isAlike(one.name, name));
    if (meant?.name === void 0 || isCreatedByHand(name, tree)) return [];
    return [{ name, at, meant: { name: meant.name, at: meant.at } }];
  });
});

// src/model/compose/profiles.ts
var neededProfiles = (function neededProfiles({ services, disabled }) {
  const waiting = [...disabled.values()].filter(isBuilt);
  if (waiting.length === 0 || [...services.values()].some(isBuilt)) return { profiles: [], doubtful: [] };
  const names = [...new Set(waiting.flatMap((service) => service.profiles))];
  for (const meant of [PRODUCTION, EVERYTHING, PART]) {
    const profiles = names.filter((name) => meant.test(name));
    if (profiles.length > 0) return { profiles, doubtful: [] };
  }
  return { profiles: [], doubtful: names };
});

// src/model/compose/service-uses.ts
var serviceUses = (function serviceUses(project, tree) {
  const awaited = /* @__PURE__ */ new Set();
  const workHosts = new Set(hostsOfQueueClients(project, tree));
  for (const { node } of project.services.values()) {
    for (const [name, dependency] of entriesOf2(child(node, "depends_on"))) {
      if (knownValue(textAt(dependency.node, "condition")) === "service_completed_successfully") awaited.add(name);
    }
    for (const [name, variable] of entriesOf2(child(node, "environment"))) {
      if (!WORK_VARIABLE.test(name)) continue;
      for (const [host] of (textOf(variable.node) ?? "").matchAll(HOST)) workHosts.add(host);
    }
  }
  return { awaited, workHosts };
});
var entriesOf2 = (function entriesOf2(node) {
  return node?.kind === "map" ? node.entries : [];
});
var keepsWork = (function keepsWork(name, uses) {
  return WORK_NAME.test(name) || uses.workHosts.has(name);
});

// src/model/compose/candidates.ts
var candidatesOf = (function candidatesOf(folder) {
  const found = /* @__PURE__ */ new Map();
  const add = (candidate) => {
    const key = candidate.files.join("\n");
    if (!found.has(key)) found.set(key, candidate);
  };
  const commanded = folder.invocations.flatMap((one) => fromCommand(one, folder) ?? []).sort(byWeight);
  for (const candidate of commanded) add(candidate);
  const base = baseOf(folder.paths);
  const override = overrideOf(folder.paths);
  if (base) add({ files: [base], project: folder.load([base]), variant: "base" });
  if (base && override) add(fromNames([base, override], folder));
  const joined = new Set(commanded.filter((one) => one.files.length > 1).flatMap((one) => one.files));
  for (const path of folder.paths) {
    if (!isBase(path) && path !== override && !joined.has(path)) add(fromFile(path, folder));
  }
  return [...found.values()].filter(
    ({ project, files }) => isComplete(project) || isUnreadable(project) || (files.length === 1 ? isBase(files[0] ?? "") : isNearlyComplete(project))
  );
});

// src/model/compose/swarm-signs.ts
var isForSwarm = (function isForSwarm({ secrets, configs, networks, services }) {
  if ([...secrets.values(), ...configs.values()].some(isExternal)) return true;
  const all = [...services.values()];
  const overlay = [...networks.values()].some((network) => textOf(child(network.node, "driver")) === "overlay");
  return overlay && all.some(setsForSwarm) || all.some(asksSwarm);
});
var asksSwarm = (function asksSwarm({ node }) {
  return itemsOf(child(node, "command")).some(
    (word) => /^--providers\.(?:swarm(?:[.=]|$)|docker\.swarmmode(?:=true)?$)/i.test(textOf(word) ?? "")
  );
});

// src/model/compose/invocations.ts
var composeInvocations = (function composeInvocations(tree, composeFiles) {
  const found = /* @__PURE__ */ new Map();
  for (const file of tree.files) {
    if (!SCRIPTS.has(file.format)) continue;
    const text = tree.read(file.path)?.text;
    if (!text || !MENTIONED.test(text)) continue;
    for (const one of invocationsIn(text, { file, tree, composeFiles })) {
      const key = JSON.stringify([one.files, one.purpose, one.by, one.starts, one.profiles, one.environmentFiles]);
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
});
var commentedInvocations = (function commentedInvocations(tree, composeFiles) {
  return composeFiles.flatMap((path) => {
    const file = tree.files.find((one) => one.path === path);
    const text = tree.read(path)?.text;
    if (!file || !text || !MENTIONED.test(text)) return [];
    const lines = text.split(/\r?\n/, MOST_LINES).filter((line) => line.length <= LONGEST_LINE);
    const told = lines.map((line) => COMMENT.exec(line)?.[1] ?? "").join("\n");
    return invocationsIn(told, { file, tree, composeFiles }).filter(({ files, starts }) => starts && files.includes(path) && files.some(isForProduction)).map((one) => ({ ...one, purpose: "unknown", by: `the comment in ${path}` }));
  });
});
var documentedInvocations = (function documentedInvocations(tree, composeFiles) {
  let largest;
  for (const file of tree.files) {
    if (!DOCUMENTS.test(file.path)) continue;
    const text = tree.read(file.path)?.text;
    if (!text || !MENTIONED.test(text)) continue;
    for (const one of invocationsIn(text, { file, tree, composeFiles })) {
      const isPlain = one.files.every((path) => ["base", "part"].includes(variantOf(path)));
      const folders = new Set(one.files.map(directoryOf));
      if (!isPlain || folders.size < 2 || one.purpose === "development") continue;
      if (one.files.length > (largest?.files.length ?? 0)) largest = one;
    }
  }
  return largest ? [largest] : [];
});
var platformOf = (function platformOf(files, project, invocation) {
  if (invocation && (invocation.starts || invocation.platform === "swarm")) return invocation.platform;
  return isNamedForSwarm(files) || isForSwarm(project) ? "swarm" : "compose";
});
var isToldForSwarm = (function isToldForSwarm(files, invocation) {
  return invocation ? invocation.platform === "swarm" : isNamedForSwarm(files);
});
var isNamedForSwarm = (function isNamedForSwarm(files) {
  const words = new Set(files.flatMap((file) => nameWords(fileName(file))));
  return words.has("swarm") || words.has("stack");
});

// src/model/compose/deploy-environment.ts
var deployEnvironment = (function deployEnvironment(tree, composeFiles) {
  let commands;
  return (files) => {
    commands ??= deployCommands(tree, composeFiles);
    return merged(commands.filter((command) => startsFiles(command, files, composeFiles)));
  };
});
var merged = (function merged(commands) {
  const found = /* @__PURE__ */ new Map();
  for (const name of new Set(commands.flatMap((command) => [...command.variables.keys()]))) {
    const values = commands.map((command) => command.variables.get(name));
    const first = values.find((value) => value !== void 0);
    if (!first) continue;
    const alike = values.every((value) => value?.known === first.known && value.text === first.text);
    found.set(name, alike ? first : { ...first, text: "", known: false });
  }
  return found;
});
var deployCommands = (function deployCommands(tree, composeFiles) {
  return tree.files.flatMap((file) => {
    if (!holdsScripts(file)) return [];
    const source = tree.read(file.path);
    if (!source || !STARTS2.test(source.text)) return [];
    return deployTexts(source, file).filter(({ names }) => isProduction([...names, ...file.path.split("/").reverse()])).flatMap((text) => commandsIn(text, tree, composeFiles));
  });
});

// src/model/compose/ranking.ts
var rankSets = (function rankSets(tree, folders, configured, load, shellOf) {
  const placed = folders.flatMap(({ directory, sets: sets2 }) => sets2.map((set) => ({ ...set, directory })));
  const kept = configured.filter((set) => set.purpose === "production").map((set) => ({
    files: set.files,
    all: load(set.files).files,
    directory: "",
    strength: "named",
    configured: true,
    project: load(set.files)
  }));
  const texts = { ofSets: /* @__PURE__ */ new Map(), ofFiles: /* @__PURE__ */ new Map() };
  const sets = [];
  for (const set of placed.sort(byStrength)) {
    const { candidate } = set;
    const why = set.production ? doubleOf(tree, set, kept, texts) : void 0;
    const production = set.production && why === void 0;
    const shell = production ? shellOf(candidate.files) : void 0;
    const told = candidate.invocation?.profiles ?? [];
    const { profiles } = production && told.length === 0 ? neededProfiles(candidate.project) : NONE_NEEDED;
    const needed = profiles.length > 0 ? `, with the profile ${profiles.join(" and ")}` : "";
    const platform = platformOf(candidate.files, candidate.project, candidate.invocation);
    sets.push({
      files: candidate.files,
      directory: set.directory,
      platform,
      purpose: production ? "production" : "development",
      because: why ?? `${set.because}${needed}`,
      project: shell?.size || profiles.length > 0 ? load(candidate.files, {
        ...candidate.invocation,
        ...shell && { shell },
        profiles: [...told, ...profiles]
      }) : candidate.project,
      stackFiles: production && isToldForSwarm(candidate.files, candidate.invocation) ? stackFiles(tree, candidate.files, candidate.invocation) : []
    });
    if (production)
      kept.push({
        ...set,
        files: candidate.files,
        all: candidate.project.files,
        project: candidate.project,
        configured: false
      });
  }
  return sets;
});
var doubleOf = (function doubleOf(tree, set, kept, texts) {
  const { candidate, directory } = set;
  const own = candidate.files.map((file) => tree.read(file)?.text ?? "");
  const text = own.join("\n");
  const name = candidate.files.join(" + ");
  const copy = texts.ofSets.get(text);
  if (copy !== void 0) return `it repeats ${copy}`;
  for (const other of kept) {
    const whole = other.files.join(" + ");
    if (candidate.files.every((file) => other.all.includes(file))) return `it is a part of ${whole}`;
    const stronger = ORDER.indexOf(other.strength) < ORDER.indexOf(set.strength);
    const above = isWithin(other.directory, directory) && other.directory !== directory;
    const below = isWithin(directory, other.directory) && other.directory !== directory;
    if (other.configured || other.directory === directory) continue;
    if ((above || stronger && below) && describes(other, candidate)) return sameSystem(whole, stronger);
    if (stronger && !above && !below && mirrors(other, candidate)) return sameSystem(whole, stronger);
  }
  const [part, ...others] = new Set(own.map((one) => texts.ofFiles.get(one)));
  if (part !== void 0 && others.length === 0) return `it repeats a part of ${part}`;
  texts.ofSets.set(text, name);
  for (const one of own) if (!texts.ofFiles.has(one)) texts.ofFiles.set(one, name);
  return void 0;
});

// src/model/compose/sets.ts
var findComposeSets = (function findComposeSets(tree, configured) {
  const all = tree.files.filter((file) => file.format === "compose").map((file) => file.path);
  const load = projectLoader(tree);
  const taken = new Set(configured.flatMap((set) => set.files));
  const invocations = [...composeInvocations(tree, all)].filter((one) => one.files.every((file) => all.includes(file)));
  if (!invocations.some((one) => one.starts && one.files.length > 1))
    invocations.push(...documentedInvocations(tree, all).filter((one) => one.files.every((file) => all.includes(file))));
  const told = new Set(invocations.flatMap((one) => one.starts ? one.files : []));
  const commented = commentedInvocations(tree, all);
  invocations.push(...commented.filter((one) => !one.files.some((file) => isNamedForProduction(file) && told.has(file))));
  const users = usersOf(all, load);
  const borrowed = new Map([...users].filter(([path, by]) => isBorrowed(path, by, invocations)));
  const byDirectory = /* @__PURE__ */ new Map();
  for (const path of all) {
    if (taken.has(path) || borrowed.has(path)) continue;
    const directory = directoryOf(path);
    byDirectory.set(directory, [...byDirectory.get(directory) ?? [], path]);
  }
  const found = [];
  for (const [directory, paths] of byDirectory) {
    const own2 = invocations.filter((one) => directoryOf(one.files[0] ?? "") === directory);
    const commands = own2.filter((one) => !one.files.some((file) => taken.has(file)));
    found.push(setsOfFolder(tree, { directory, paths, all, invocations: commands, load }));
  }
  const own = configured.filter(
    ({ files }) => !files.every(isNamedForPm2) && !files.every((file) => isNamedForKubernetes(file, tree))
  );
  const sets = [
    ...own.map((set) => configuredSet(set, load, tree)),
    ...rankSets(tree, found, configured, load, deployEnvironment(tree, all))
  ];
  return { sets, leftOut: leftOutOf(all, sets, borrowed) };
});
var usersOf = (function usersOf(all, load) {
  const compose = new Set(all);
  const users = /* @__PURE__ */ new Map();
  for (const path of all) {
    for (const used of load([path]).files) {
      if (used === path || !compose.has(used)) continue;
      users.set(used, [...users.get(used) ?? [], path]);
    }
  }
  return users;
});
var setsOfFolder = (function setsOfFolder(tree, folder) {
  const variable = composeFileVariable(tree, folder);
  const known2 = candidatesOf(folder);
  const same = variable && known2.find((one) => one.files.join("\n") === variable.candidate.files.join("\n"));
  const candidates = variable && !same ? [variable.candidate, ...known2] : known2;
  return chooseProduction(folder, candidates, variable && { candidate: same ?? variable.candidate, by: variable.by });
});
var composeFileVariable = (function composeFileVariable(tree, folder) {
  const names = [".env", ".env.production", ".env.prod", ".env.example", ".env.sample", ".env.template", ".env.dist"];
  for (const name of names) {
    const by = joinPath(folder.directory, name);
    const value = environmentValue(tree, by, "COMPOSE_FILE");
    const candidate = value === void 0 ? void 0 : fromVariable(composeFileNames(value), by, folder);
    if (candidate) return { candidate, by };
  }
  return void 0;
});
var leftOutOf = (function leftOutOf(all, sets, borrowed) {
  const judged = new Set(sets.flatMap((set) => [...set.files, ...set.project.files]));
  return all.flatMap((path) => {
    if (judged.has(path)) return [];
    const [user] = borrowed.get(path) ?? [];
    if (user !== void 0) return [{ path, because: `only ${user} uses it, which is in no set` }];
    const base = baseOf(all.filter((other) => directoryOf(other) === directoryOf(path)));
    if (isBase(path) && base !== void 0 && base !== path)
      return [{ path, because: `"docker compose" loads ${fileName(base)} instead, which lies beside it` }];
    return [{ path, because: "it only changes services of a file that is not here" }];
  });
});

// src/model/compose/inert-settings.ts
var inertSettings = (function inertSettings(node, platform) {
  const paths = platform === "swarm" ? INERT_UNDER_SWARM.map((key) => [key]) : platform === "compose" ? INERT_UNDER_COMPOSE : [];
  const found = paths.flatMap((path) => {
    const parent = descend(node, ...path.slice(0, -1));
    const key = path[path.length - 1] ?? "";
    const entry = parent?.kind === "map" ? parent.entries.get(key) : void 0;
    return entry && !isForTheOther(key, node) ? [{ setting: path.join("."), at: entry.keyAt }] : [];
  });
  const overruled = platform === "compose" ? overruledRestart(node) : void 0;
  const addresses = platform === "swarm" ? ignoredAddresses(node) : [];
  return [...found, ...overruled ? [overruled] : [], ...addresses, ...platform === "swarm" ? refused(node) : []];
});
var emptyLists = (function emptyLists(service, { emptied }) {
  const own = `services.${service}.`;
  return emptied.flatMap(
    ({ path, at }) => path.startsWith(own) ? [{ setting: path.slice(own.length), at, empties: true }] : []
  );
});
var overruledRestart = (function overruledRestart(node) {
  const restart = textAt(node, "restart");
  const condition = textAt(descend(node, "deploy", "restart_policy"), "condition");
  if (!restart?.known || condition?.known === false || !descend(node, "deploy", "restart_policy")) return void 0;
  const own = /^(?:always|unless-stopped)$/.test(restart.value) ? "any" : restart.value.replace(/^no$/, "none").split(":")[0];
  if (own === (condition?.value ?? "none")) return void 0;
  const at = keySpan(node, "restart", restart.at);
  return {
    setting: "restart",
    at,
    overruledBy: condition ? `deploy.restart_policy.condition: ${condition.value}` : "deploy.restart_policy without a condition"
  };
});

// src/model/compose/labels.ts
var labelsOf = (function labelsOf(node, platform) {
  const ofService = platform === "swarm" ? entriesOf(descend(node, "deploy", "labels")) : [];
  return new Map([
    ...entriesOf(child(node, "labels")).map(([key, value, at]) => [key, labelOf(value, at)]),
    ...ofService.map(([key, value, at]) => [key, { ...labelOf(value, at), ofService: true }])
  ]);
});
var isRouted = (function isRouted(labels, environment) {
  if (environment.has("VIRTUAL_HOST")) return true;
  const enabled = knownValue(labels.get("traefik.enable")?.value)?.toLowerCase();
  const names = [...labels.keys()];
  if (names.some((name) => /^caddy(?:_\d+)?$/.test(name))) return true;
  if (enabled === "false") return false;
  return enabled === "true" || names.some((name) => /^traefik\.(?:http|tcp|udp)\.routers\./i.test(name));
});

// src/model/compose/networks.ts
var networksOf = (function networksOf(service, project, directory) {
  const owner = namespaceOwner(service, project);
  if (!owner) return [];
  const { node } = owner;
  const own = entriesOf(child(node, "networks"));
  const fixed = knownValue(textAt(node, "container_name"));
  const named2 = owner === service ? [service.name, ...fixed ? [fixed] : []] : [];
  return (own.length > 0 ? own : [["default", void 0]]).map(([network, options]) => ({
    ...identityOf(network, project, directory),
    aliases: [...named2, ...owner === service ? textsOf(child(options, "aliases")) : []]
  }));
});
var isShutIn = (function isShutIn(service, project) {
  if (child(service.node, "network_mode")) return false;
  const own = entriesOf(child(service.node, "networks")).map(([network]) => network);
  return (own.length > 0 ? own : ["default"]).every((name) => {
    const node = project.networks.get(name)?.node;
    return booleanValue(child(node, "internal")) === true && booleanValue(child(node, "external")) !== true;
  });
});
var namespaceOwner = (function namespaceOwner(service, project) {
  let owner = service;
  for (let hops = 0; owner && hops < MOST_HOPS; hops++) {
    if (!child(owner.node, "network_mode")) return owner;
    const name = /^service:(.+)$/.exec(knownValue(textAt(owner.node, "network_mode")) ?? "")?.[1];
    owner = name === void 0 ? void 0 : project.services.get(name) ?? project.disabled.get(name);
  }
  return void 0;
});
var identityOf = (function identityOf(network, project, directory) {
  const node = project.networks.get(network)?.node;
  const name = textAt(node, "name");
  if (booleanValue(child(node, "external"))) {
    const real = knownValue(name) ?? network;
    return { network: `external:${real}`, ...name?.known === false ? {} : { identity: real } };
  }
  if (name) return { network, ...name.known ? { identity: name.value } : {} };
  return { network, identity: `${directory}/${network}` };
});
var localNamesOf = (function localNamesOf(node) {
  const names = /* @__PURE__ */ new Map();
  for (const link of textsOf(child(node, "links"))) {
    const [service = "", alias] = link.split(":");
    if (alias) names.set(alias, service);
  }
  const hosts = child(node, "extra_hosts");
  for (const [name, addresses] of entriesOf(hosts)) {
    const [address] = textsOf(addresses);
    if (address) names.set(name, address);
  }
  return names;
});

// src/model/compose/ports-and-mounts.ts
var publishedPorts = (function publishedPorts(node, platform) {
  return itemsOf(child(node, "ports")).flatMap((item) => {
    const target = factOf(child(item, "target"), port);
    if (!target) return [];
    const published = textAt(item, "published");
    const range = published?.known ? /^(\d+)(?:-(\d+))?$/.exec(published.value) : null;
    const host = range ? known(Number(range[1]), published?.at ?? item.at) : published && !published.known ? unknown(published.at, published.because) : void 0;
    const address = platform === "swarm" ? void 0 : textAt(item, "host_ip");
    const protocol = textAt(item, "protocol");
    const text = protocol?.known ? protocol.value.toLowerCase() : "tcp";
    return [
      {
        ...host ? { host } : {},
        ...range?.[2] ? { hostEnd: Number(range[2]) } : {},
        container: target,
        protocol: text === "udp" || text === "sctp" ? text : "tcp",
        reach: reachOf(address),
        ...address?.known ? { address: address.value } : {},
        at: item.at
      }
    ];
  });
});
var port = (function port(text) {
  const number = Number(/^\d+/.exec(text)?.[0]);
  return Number.isInteger(number) && number > 0 && number < 65536 ? number : void 0;
});
var reachOf = (function reachOf(address) {
  if (!address) return "any";
  if (!address.known) return "unknown";
  if (address.value === "" || ANY.test(address.value)) return "any";
  return LOOPBACK.test(address.value) ? "loopback" : "address";
});
var mountsOf = (function mountsOf(node, texts) {
  return [
    ...volumeMounts(node),
    ...tmpfsMounts(node),
    ...grants(node, "configs", "config", "/").map((mount) => withText(mount, texts)),
    ...grants(node, "secrets", "secret", "/run/secrets/")
  ];
});
var volumeMounts = (function volumeMounts(node) {
  return itemsOf(child(node, "volumes")).flatMap((item) => {
    const target = textAt(item, "target");
    if (!target) return [];
    const source = textAt(item, "source");
    const type = textAt(item, "type");
    const written = type?.known ? type.value : "volume";
    const kind = written === "bind" || written === "tmpfs" ? written : written === "volume" ? source ? "volume" : "anonymous" : "other";
    const readOnly = booleanFact(child(item, "read_only"));
    const subpath = textAt(child(item, "volume"), "subpath");
    return [
      {
        type: kind,
        ...source ? { source } : {},
        target,
        readOnly: readOnly?.known === true && readOnly.value,
        ...subpath && { subpath },
        at: item.at
      }
    ];
  });
});
var tmpfsMounts = (function tmpfsMounts(node) {
  return itemsOf(child(node, "tmpfs")).flatMap((item) => {
    const target = factOf(item, (text) => text.split(":")[0]);
    return target ? [{ type: "tmpfs", target, readOnly: false, at: item.at }] : [];
  });
});
var grants = (function grants(node, key, type, directory) {
  return itemsOf(child(node, key)).flatMap((item) => {
    const source = textAt(item, "source");
    const target = textAt(item, "target") ?? source;
    if (!target) return [];
    const path = target.known && !target.value.startsWith("/") ? known(`${directory}${target.value}`, target.at) : target;
    return [{ type, ...source ? { source } : {}, target: path, readOnly: true, at: item.at }];
  });
});

// src/model/compose/workload.ts
var workloadOf = (function workloadOf(service, context) {
  const node = service.node;
  const found = imageOf(service, context.project, context.tree, context.dockerfiles);
  const dockerfile = found?.image.dockerfile;
  const start = startOf(child(node, "entrypoint"), child(node, "command"), dockerfile, service.at);
  const mounts = mountsOf(node, context.configTexts);
  const { use, facts } = runImageOf(found, { ...start && { start }, mounts }, context.tree);
  const shutIn = context.platform === "compose" && isShutIn(service, context.project);
  const published = shutIn ? [] : publishedPorts(node, context.platform);
  const environment = environmentOf(node, dockerfile, service.at);
  const restart = restartOf(node, service.at, context.platform);
  const labels = labelsOf(node, context.platform);
  const listens = listensOf(node, use);
  const replicas = replicasOf(node, context.platform);
  const reference = use?.image.reference;
  const role = roleOf({
    name: service.name,
    software: use?.software,
    imageRepository: reference?.known ? reference.value.repository : void 0,
    start,
    restartsAlways: restart.written && restart.policy === "always",
    runsOnce: runsOnce(node, context.platform),
    awaitedToComplete: context.uses.awaited.has(service.name),
    published,
    routed: isRouted(labels, environment),
    listens: listens.length > 0,
    keepsWork: keepsWork(service.name, context.uses)
  });
  const stateful = isStateful(role);
  const userFacing = role === "user-facing" || role === "proxy" && isPublished({ published });
  return {
    id: `${context.deployment}/${service.name}`,
    kind: "workload",
    name: service.name,
    weight: weightOf(context.purpose, { role, userFacing, stateful }),
    at: service.at,
    files: [.../* @__PURE__ */ new Set([service.at.path, ...use?.files ?? []])],
    platform: context.platform,
    deployment: context.deployment,
    role,
    userFacing,
    stateful,
    longRunning: role !== "job",
    ...facts,
    environment,
    buildArguments: buildArgumentsOf(node, service.at),
    environmentFiles: environmentFilesOf(node, context.tree),
    openVariables: openVariablesOf(node),
    ...start ? { start } : {},
    ...optional("workingDirectory", textAt(node, "working_dir")),
    published,
    listens,
    mounts,
    networks: networksOf(service, context.project, context.directory),
    localNames: localNamesOf(node),
    ...optional("networkMode", textAt(node, "network_mode")),
    dependsOn: dependenciesOf(node),
    health: healthOf(node, service.at, found),
    restart,
    ...optional("replicas", replicas),
    resources: resourcesOf(node),
    privileges: privilegesOf(node),
    ...optional("logging", loggingOf(node, service.at)),
    ...optional("fixedName", textAt(node, "container_name")),
    ...optional("hostname", textAt(node, "hostname")),
    ...optional("stopGracePeriod", factOf(child(node, "stop_grace_period"), parseDuration)),
    labels,
    ...service.profiles.length > 0 ? { profiles: service.profiles } : {},
    secretFiles: secretFilesOf(node),
    inert: [
      ...inertSettings(node, context.platform),
      ...shutIn ? unpublished(node) : [],
      ...emptyLists(service.name, context.project)
    ],
    init: booleanValue(child(node, "init")) === true
  };
});
var listensOf = (function listensOf(node, use) {
  const exposed = textsOf(child(node, "expose")).flatMap(portsIn);
  const fromImage = use?.image.dockerfile?.exposed.map((one) => knownValue(one.port)) ?? [];
  const defaults = use?.software?.ports.map((one) => one.port) ?? [];
  return [.../* @__PURE__ */ new Set([...exposed, ...fromImage, ...defaults])].filter((port2) => Number.isInteger(port2));
});

// src/model/compose/deployments.ts
var composeDeployments = (function composeDeployments(tree, dockerfiles, configured) {
  const { sets, leftOut } = findComposeSets(tree, configured);
  const production = sets.filter((set) => set.purpose === "production");
  const missing = production.flatMap((set) => set.project.missing);
  return {
    deployments: sets.map((set) => ({
      ...deploymentOf(set, tree, dockerfiles),
      externalNetworks: set.purpose === "production" ? externalNetworks(set, sets, tree) : []
    })),
    unreadable: unreadableCompose(sets, tree),
    notEvaluated: [
      ...leftOut,
      ...missing.map((one) => ({ path: one.path, because: `${one.at.path} names it, and it is not in the repository` })),
      ...production.flatMap(({ files: [path = ""], project }) => {
        const { doubtful } = neededProfiles(project);
        const because = `everything that it builds waits for a profile, and which of ${doubtful.join(", ")} production switches on is not known`;
        return doubtful.length > 0 ? [{ path, because }] : [];
      })
    ],
    productionFiles: new Set(production.flatMap((set) => set.project.files))
  };
});
var deploymentOf = (function deploymentOf(set, tree, dockerfiles) {
  const id = `${set.platform}:${set.files.join("+")}`;
  const context = {
    tree,
    dockerfiles,
    project: set.project,
    configTexts: configTextsOf(set.project, tree),
    uses: serviceUses(set.project, tree),
    deployment: id,
    directory: set.directory,
    platform: set.platform,
    purpose: set.purpose
  };
  const services = [...set.project.services.values()];
  const isWaiting = ({ node }) => knownValue(replicasOf(node, set.platform)) === 0;
  const started2 = services.filter((service) => !isWaiting(service));
  const waiting = services.filter(isWaiting);
  const first = set.files[0] ?? "";
  const text = tree.read(first)?.text ?? "";
  const found = text.search(/^services\s*:/m);
  const start = found === -1 ? 0 : found;
  return {
    id,
    kind: "deployment",
    name: set.files.join(" + "),
    weight: set.purpose === "production" ? 2 : 0,
    at: { path: first, start, end: found === -1 ? 0 : start + "services".length },
    files: set.project.files,
    platform: set.platform,
    purpose: set.purpose,
    because: set.because,
    workloads: started2.map((service) => workloadOf(service, context)),
    onRequest: [...waiting, ...set.project.disabled.values()].map(
      (service) => workloadOf(service, { ...context, purpose: "development" })
    ),
    networks: [...set.project.networks.values()].map((network) => ({
      name: network.name,
      external: knownValue(booleanFact(child(network.node, "external"))) === true,
      internal: knownValue(booleanFact(child(network.node, "internal"))) === true,
      at: network.at
    })),
    volumes: [...set.project.volumes.values()].map((volume) => {
      const driver = textAt(volume.node, "driver");
      return {
        name: volume.name,
        external: knownValue(booleanFact(child(volume.node, "external"))) === true,
        ...driver ? { driver } : {},
        at: volume.at
      };
    }),
    problems: [
      ...set.project.problems.filter((problem) => problem.kind === "structure"),
      ...set.stackFiles.length > 0 ? stackProblems(tree, set.stackFiles) : []
    ]
  };
});
var unreadableCompose = (function unreadableCompose(sets, tree) {
  const found = /* @__PURE__ */ new Map();
  for (const set of sets) {
    for (const problem of set.project.problems) {
      if (problem.kind !== "syntax") continue;
      const entry = found.get(problem.at.path) ?? { problems: /* @__PURE__ */ new Map(), production: false };
      entry.production ||= set.purpose === "production";
      if (!entry.problems.has(problem.at.start)) entry.problems.set(problem.at.start, problem);
      found.set(problem.at.path, entry);
    }
  }
  return [...found].filter(([path]) => /\.ya?ml$/i.test(path) || sets.some((set) => set.files.includes(path))).map(([path, { problems, production }]) => ({
    path,
    format: "compose",
    production,
    problems: [...problems.values()],
    mayDeclare: mayDeclare(tree.read(path)?.text ?? "")
  }));
});
const {
  hostsOfQueueClients
} = require("./chunk-NP3CNN3O.js");
const {
  embeddedSource,
  environmentFilesOf,
  openVariablesOf,
  runImageOf
} = require("./chunk-QNSLWPTQ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  asShell,
  baseOf,
  booleanFact,
  booleanValue,
  buildArgumentsOf,
  changedFolder,
  child,
  chooseProduction,
  commandPurpose,
  danglingCount,
  dependenciesOf,
  depthOf,
  descend,
  directoriesOf,
  directoryOf,
  entriesOf,
  environmentOf,
  environmentValue,
  expand,
  factOf,
  fileName,
  folderPurpose,
  healthOf,
  holdsScripts,
  imageOf,
  isBase,
  isCommon,
  isComplete,
  isNamedForPm2,
  isNearlyComplete,
  isPublished,
  isStateful,
  isUnreadable,
  isWithin,
  itemsOf,
  joinPath,
  keySpan,
  known,
  knownValue,
  loggingOf2: loggingOf,
  nameWords,
  optional,
  overrideOf,
  parseDuration,
  parseEnvironmentFile,
  parseImageReference,
  parseShell,
  parseYaml,
  privilegesOf,
  programOf,
  projectLoader,
  purposeOfCommand,
  replicasOf,
  resolveName,
  resourcesOf,
  restartOf,
  roleOf,
  runsOnce,
  scriptTexts,
  scriptVariables,
  secretFilesOf,
  servicesOf,
  softwareOf,
  splitWords,
  startOf,
  textAt,
  textFact,
  textOf,
  textsOf,
  unknown,
  unwrapCommand,
  variantOf,
  weightOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/compose/configs.ts

function contentOf(node, tree) {
  const outer = node && tree.read(node.at.path);
  return node?.kind === "scalar" && textFact(node)?.known && outer ? embeddedSource(outer, node) : void 0;
}

// src/model/compose/external-networks.ts
var MOST_FILES = 400;
var LONGEST = 2e5;

function createdBy({ project }) {
  return [...project.networks.values()].flatMap(({ name: key, node, at }) => {
    if (knownValue(booleanFact(child(node, "external"))) !== false && child(node, "external")) return [];
    const written = textAt(node, "name");
    const prefixed = project.name === void 0 ? void 0 : `${project.name}_${key}`;
    return [{ key, name: written ? knownValue(written) : prefixed, at }];
  });
}
function mayBe({ key, name }, asked) {
  return name === void 0 ? asked === key || asked.endsWith(`_${key}`) : name === asked;
}
function isAlike(one, other) {
  return one.toLowerCase().replace(/[-_]/g, "") === other.toLowerCase().replace(/[-_]/g, "");
}
function isCreatedByHand(name, tree) {
  const files = tree.files.filter(isTold);
  if (files.length > MOST_FILES) return true;
  return files.some(({ path }) => {
    const text = tree.read(path)?.text.slice(0, LONGEST) ?? "";
    return /docker_network/.test(text) || [...text.matchAll(/network\s+create\b([^\n]*)/g)].some(
      ([, rest = ""]) => rest.includes("$") || rest.includes(name)
    );
  });
}
function isTold({ path }) {
  return /\.(?:md|mdx|txt|rst|adoc|sh|bash|zsh|ps1|bat|cmd|py|js|ts|mk|ya?ml|tf|json|toml)$|(?:^|\/)(?:[^./]+|Makefile|justfile|[^/]*file)$/i.test(
    path
  );
}

// src/model/compose/profiles.ts
var PRODUCTION = /^(?:prod(?:uction)?|live|deploy(?:ment)?)$/i;
var EVERYTHING = /^(?:all|full|everything|default)$/i;
var PART = /^(?:apps?|application|applications|web|server|backend|frontend|api|main|core|stack|services?|workers?)$/i;

function isBuilt({ node }) {
  return child(node, "build") !== void 0;
}

// src/model/compose/service-uses.ts
var WORK_NAME = /queue|session|broker|celery|bull|store|jobs?\b/i;
var WORK_VARIABLE = /(BROKER|QUEUE|CELERY|BULL|SIDEKIQ|SESSION|JOBS?|RESULT_BACKEND)/;
var HOST = /(?<=^|[/@,])[^/@,:]+(?=[:/,]|$)(?!:\/\/)/g;




// src/model/kubernetes/named.ts
function isNamedForKubernetes(name, tree) {
  const path = joinPath(".", name);
  const file = tree.files.find((one) => one.path === path);
  if (!file) return tree.exists(path);
  if (file.format === "compose") return false;
  return /^kustomization(?:\.ya?ml)?$/i.test(fileName(path)) || /(?:^|[{,])[ \t]*["']?apiVersion\b/m.test(tree.read(path)?.text ?? "");
}

// src/model/compose/candidates.ts

function byWeight(one, other) {
  const weight = ({ invocation }) => (invocation?.purpose === "production" ? 2 : 0) + (invocation?.starts ? 1 : 0);
  return weight(other) - weight(one);
}
function fromNames(files, folder) {
  return { files, project: folder.load(files), variant: "part", ...saidOf(files) };
}
function saidOf(files) {
  const telling = files.findLast((file) => !["base", "part"].includes(variantOf(file)));
  if (telling !== void 0) {
    const variant = variantOf(telling);
    return { variant, because: `${telling} ${NAMES[variant] ?? "is loaded"}` };
  }
  const first = files[0] ?? "";
  const elsewhere = files.filter((file) => directoryOf(file) !== directoryOf(first));
  const said = elsewhere.map((file) => folderPurpose(directoryOf(file))).findLast((one) => one !== void 0);
  return said && { variant: said.purpose, because: `a part of it lies in ${said.folder}/` };
}
var NAMES = {
  production: "is named for production",
  preproduction: "is named for pre-production",
  development: "is named for development",
  override: "changes the base on the machines of developers"
};
function fromCommand(invocation, folder) {
  const { files, by } = invocation;
  const project = folder.load(files, invocation);
  const said = saidOf(files);
  if (said) return { files, project, invocation, ...said };
  const { purpose } = invocation;
  if (purpose === "production" && invocation.starts) return { files, project, variant: "production", invocation };
  if (files.length === 1 && isBase(files[0] ?? "")) return void 0;
  if (purpose === "preproduction")
    return { files, project, variant: "preproduction", invocation, because: `${by} starts it before production` };
  if (purpose === "development")
    return { files, project, variant: "development", invocation, because: `${by} uses it for development` };
  return files.length > 1 ? { files, project, variant: "base", invocation } : void 0;
}
function fromFile(path, folder) {
  const alone = folder.load([path]);
  if (isUnreadable(alone) && variantOf(path) === "part") return fromNames([path], folder);
  const standing = isComplete(alone) && danglingCount(alone) === 0 && !isUnreadable(alone);
  const base = standing ? void 0 : groundOf(path, alone, folder);
  if (base !== void 0) return fromNames([base, path], folder);
  const overlaid = variantOf(path) === "production" ? groundByHosts(path, alone, folder) : void 0;
  return fromNames(overlaid === void 0 ? [path] : [overlaid, path], folder);
}
function groundOf(path, alone, folder) {
  const grounds = groundsOf(path, folder);
  const ground = grounds.find((base) => {
    const together = folder.load([base, path]);
    if (isUnreadable(together)) return true;
    return isComplete(together) && (!isComplete(alone) || danglingCount(together) < danglingCount(alone));
  });
  if (ground !== void 0 || isComplete(alone)) return ground;
  const own = [...servicesOf(alone).keys()];
  return grounds.find((base) => {
    const there = servicesOf(folder.load([base]));
    const changed = own.filter((name) => there.has(name)).length;
    return changed * 2 > own.length && isNearlyComplete(folder.load([base, path]));
  });
}
function groundByHosts(path, alone, folder) {
  const own = servicesOf(alone);
  const texts = [...own.values()].flatMap(
    ({ node }) => entriesOf(child(node, "environment")).flatMap(([, value]) => value.kind === "scalar" ? value.text ?? [] : [])
  );
  const hosts = new Set(texts.flatMap(hostsIn).filter((host) => !own.has(host)));
  const base = baseOf(folder.paths);
  if (base === void 0 || base === path || hosts.size === 0) return void 0;
  const others = servicesOf(folder.load([base]));
  return [...own.keys()].some((name) => others.has(name)) && [...hosts].some((host) => others.has(host)) ? base : void 0;
}
function hostsIn(text) {
  if (text.length > 2048) return [];
  if (!text.includes("//")) return text.split(",").map((part) => part.trim().replace(/:\d+$/, ""));
  const authority = /\/\/([^/?#\s]*)/.exec(text)?.[1] ?? "";
  return authority.slice(authority.lastIndexOf("@") + 1).split(",").map((part) => part.replace(/:\d+$/, ""));
}
function groundsOf(path, folder) {
  const grounds = [baseOf(folder.paths), ...folder.paths.filter(isCommon)];
  for (let directory = folder.directory; directory !== "."; ) {
    directory = directoryOf(directory);
    grounds.push(baseOf(folder.all.filter((file) => directoryOf(file) === directory)));
  }
  return grounds.filter((base) => base !== void 0 && base !== path);
}
function fromVariable(names, by, folder) {
  const files = names.map((name) => joinPath(directoryOf(by), name));
  if (files.length === 0 || !files.every((file) => folder.all.includes(file))) return void 0;
  return { files, project: folder.load(files), variant: "base", ...saidOf(files) };
}

// src/model/compose/deploy-texts.ts
function deployTexts(source, file) {
  if (file.format === "ci") return pipelineTexts(source);
  const texts = scriptTexts(source, file);
  if (file.format !== "makefile")
    return texts.map(({ script, name }) => ({ script, names: name === void 0 ? [] : [name], variables: /* @__PURE__ */ new Map() }));
  const everywhere = exportsOf(source, void 0);
  return texts.map(({ script, name }) => ({
    script,
    names: name === void 0 ? [] : [name],
    variables: new Map([...everywhere, ...name === void 0 ? [] : exportsOf(source, name)])
  }));
}
function writtenValue(text, at) {
  const known2 = !/[$`]/.test(text);
  return { text: known2 ? text : "", known: known2, ...at ? { at } : {} };
}
function exportsOf(source, target) {
  const found = /* @__PURE__ */ new Map();
  for (const match of source.text.matchAll(
    /^(?:([\w.-]+)[ \t]*:[ \t]*)?export[ \t]+(\w+)[ \t]*[:?]{0,2}=[ \t]*(.*)$/gm
  )) {
    const [whole, of, name = "", value = ""] = match;
    if (of !== target) continue;
    const at = { path: source.path, start: match.index, end: match.index + whole.length };
    found.set(name, writtenValue(value.replace(/\s+#.*$/, "").trim(), at));
  }
  return found;
}
var VARIABLES = ["env", "variables", "environment"];
var STEP_KEYS = /* @__PURE__ */ new Set(["run", "script", "before_script", "bash", "command", "commands", "sh"]);
var DEEPEST = 12;
var MOST_STEPS = 2e3;
function pipelineTexts(source) {
  const found = [];
  const visit = (node, around, depth) => {
    if (!node || depth > DEEPEST || found.length > MOST_STEPS) return;
    if (node.kind === "list") for (const item of node.items) visit(item, around, depth + 1);
    if (node.kind !== "map") return;
    const here = entered(node, around);
    for (const [key, value] of entriesOf(node)) {
      if (!STEP_KEYS.has(key)) {
        const inner = key === "with" ? { ...here, variables: handedOn(value, here.variables) } : here;
        visit(value, /^(?:jobs|steps|with)$/.test(key) ? inner : { ...inner, names: [key, ...inner.names] }, depth + 1);
        continue;
      }
      const parts = value.kind === "list" ? itemsOf(value) : [value];
      const text = parts.map((part) => textOf(part) ?? "").join("\n");
      if (value.kind === "map") visit(value, here, depth + 1);
      else if (text.trim() !== "") {
        const { directory, ...rest } = here;
        const script = parseShell(text, value.at, { exitOnError: true });
        found.push({ script, ...rest, ...directory === void 0 ? {} : { directory } });
      }
    }
  };
  for (const { root } of parseYaml(source).documents)
    visit(root, { names: [], variables: /* @__PURE__ */ new Map(), directory: void 0 }, 0);
  return found;
}
function entered(node, { names, variables, directory }) {
  const added = VARIABLES.flatMap(
    (key) => entriesOf(child(node, key)).flatMap(([name, value]) => {
      const text = textOf(value);
      return text === void 0 ? [] : [[name, writtenValue(text, value.at)]];
    })
  );
  const said = ["name", "environment"].flatMap((key) => textOf(child(node, key)) ?? []);
  return {
    names: [...said, ...names],
    variables: added.length > 0 ? new Map([...variables, ...added]) : variables,
    directory: textOf(child(node, "working-directory")) ?? directory
  };
}
function handedOn(node, variables) {
  const names = new Set((textOf(child(node, "envs")) ?? "").split(",").map((name) => name.trim()));
  return new Map([...variables].filter(([name]) => names.has(name)));
}

// src/model/compose/swarm-signs.ts
var SWARM_ONLY = ["placement", "labels", "update_config", "rollback_config", "endpoint_mode"];

function isExternal({ node }) {
  return textOf(child(node, "external")) === "true";
}
function setsForSwarm({ node }) {
  return SWARM_ONLY.some((key) => descend(node, "deploy", key) !== void 0) || textOf(descend(node, "deploy", "mode")) === "global";
}


// src/model/compose/invocations.ts
var SCRIPTS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);
var COMMAND = /\b(?:docker-compose|podman-compose|(?:docker|podman|nerdctl)\s+compose|docker\s+stack\s+deploy)(?=\s)[^\n;|&]*/g;
var MENTIONED = /(?:docker|podman)-compose|(?:docker|podman|nerdctl)\s+(?:compose|stack)|COMPOSE_FILE/;
var LONGEST_LINE = 4096;
var MOST_LINES = 5e3;
var STARTS = /* @__PURE__ */ new Set(["up", "start", "create", "deploy", "run", "restart", "pull"]);

var COMMENT = /^\s*#[#\s]*(?:\$\s+)?(.*)$/;

function isForProduction(path) {
  return variantOf(path) === "production";
}
var DOCUMENTS = /^(?!.*(?:change|history|release|news|contribut|develop|test)).*\.md$/i;

function invocationsIn(text, reading) {
  const lines = text.replace(/\\\r?\n/g, " ").split(/\r?\n/).slice(0, MOST_LINES);
  const variables = scriptVariables(lines, reading.file.format === "ci");
  const found = [];
  let folder;
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue;
    const ofLine = [];
    for (const filled of line.includes("$") ? expand(asShell(line), variables) : [line]) {
      const commands = [...filled.matchAll(COMMAND)];
      for (const { 0: command, index: at } of commands) {
        const directories = directoriesOf(filled.slice(0, at), folder, reading.file.path);
        const read = commandOf(command, directories, reading);
        const unsaid = read?.platform === "swarm" ? "production" : "unknown";
        if (!read) continue;
        const said = runsTests(command) ? "development" : commandPurpose(lines, index, reading.file.path);
        ofLine.push({ ...read, purpose: said ?? unsaid });
      }
    }
    found.push(...ofLine.filter((one) => !ofLine.some((other) => isSmaller(other, one))));
    folder = changedFolder(line) ?? folder;
  }
  return [...found, ...named(variables, lines, reading)];
}
function runsTests(command) {
  return /\srun\s.*\b(?:tests?|pytest|jest|vitest|rspec|phpunit)\b/.test(command);
}
function isSmaller({ files }, other) {
  const rest = other.files.filter((file) => !files.includes(file));
  return rest.length > 0 && rest.length + files.length === other.files.length && rest.every((file) => variantOf(file) === "part");
}
function commandOf(command, directories, reading) {
  const words = (splitWords(command) ?? command.split(/\s+/)).map((word) => word.replace(/^["'`(]+|["'`),]+$/g, ""));
  const swarm = words[1] === "stack";
  const options = optionsOf(words.slice(swarm ? 3 : words[0]?.includes("-") ? 1 : 2), swarm);
  const files = filesOf(options.files, directories, reading);
  if (!files) return void 0;
  const environmentFiles = options.environmentFiles.flatMap((name) => resolveName(name, directories, reading.tree) ?? []);
  const project = options.projectDirectory;
  const projectDirectory = project === void 0 ? void 0 : resolveName(project, directories, reading.tree);
  return {
    files,
    platform: swarm ? "swarm" : "compose",
    by: reading.file.path,
    starts: swarm || options.action !== void 0 && STARTS.has(options.action),
    profiles: options.profiles,
    environmentFiles,
    ...projectDirectory === void 0 ? {} : { projectDirectory }
  };
}
function composeCommandFiles(words, directories, tree, composeFiles) {
  const [program = "", second, third] = words;
  const joined = /^(?:docker|podman)-compose$/.test(program);
  const swarm = program === "docker" && second === "stack" && third === "deploy";
  if (!joined && !swarm && !(/^(?:docker|podman|nerdctl)$/.test(program) && second === "compose")) return void 0;
  const options = optionsOf(words.slice(swarm ? 3 : joined ? 1 : 2), swarm);
  if (!swarm && options.action !== "up") return void 0;
  return options.files.length === 0 ? [] : namedFiles(options.files, directories, tree, composeFiles);
}
function optionsOf(words, swarm) {
  const options = { files: [], environmentFiles: [], profiles: [] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    const value = () => inline ?? words[++at] ?? "";
    if (/^(?:-f|--file)$/.test(name) || swarm && /^(?:-c|--compose-file)$/.test(name)) options.files.push(value());
    else if (/^-f./.test(word)) options.files.push(word.slice(2));
    else if (name === "--env-file") options.environmentFiles.push(value());
    else if (name === "--profile") options.profiles.push(value());
    else if (name === "--project-directory") options.projectDirectory = value();
    else if (/^(?:-p|--project-name|--ansi|--progress|--parallel|--context|-H|--host|--resolve-image)$/.test(name))
      value();
    else if (word !== "" && !/^[-$]/.test(word) && !swarm) {
      options.action = word;
      break;
    }
  }
  return options;
}
function filesOf(names, directories, reading) {
  return namedFiles(names, directories, reading.tree, reading.composeFiles);
}
function namedFiles(names, directories, tree, composeFiles) {
  if (names.length === 0 || names.length > 50) return void 0;
  const files = names.map((name) => resolveName(name, directories, tree) ?? matching(name, composeFiles));
  return files.every((file) => file !== void 0) ? files : void 0;
}
function matching(name, composeFiles) {
  const bare = name.slice(name.lastIndexOf("/") + 1);
  if (!/\$/.test(bare) || !/\.ya?ml$/.test(bare)) return void 0;
  const parts = bare.split(/\$\{\w+[^{}]*\}|\$\(\w+\)|\$\w+/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (parts.length !== 2) return void 0;
  const pattern = new RegExp(`^(?:.*/)?${parts[0]}(?:prod|production|prd)${parts[1]}$`);
  return composeFiles.find((path) => pattern.test(path));
}
function named(variables, lines, reading) {
  const index = lines.findIndex((line) => /\bCOMPOSE_FILE\b/.test(line));
  return (variables.get("COMPOSE_FILE") ?? []).flatMap((value) => {
    const directories = [directoryOf(reading.file.path), "."];
    const files = filesOf(composeFileNames(value), directories, reading);
    if (!files) return [];
    const purpose = commandPurpose(lines, index, reading.file.path) ?? "unknown";
    const starts = lines.some(
      (line) => line.length <= LONGEST_LINE && /\bcompose\b/.test(line) && /\sup(?:\s|$)/.test(line)
    );
    const { path: by } = reading.file;
    return [
      {
        files,
        platform: "compose",
        purpose,
        by,
        starts,
        profiles: [],
        environmentFiles: []
      }
    ];
  });
}
function composeFileNames(value) {
  return value.split(value.includes(";") ? ";" : ":").map((name) => name.trim()).filter((name) => name !== "");
}




// src/model/compose/deploy-environment.ts
var STARTS2 = /\b(?:compose\b[^\n]{0,2000}?\sup\b|stack\s+deploy\b)/;
var MOST_ENTRIES = 500;

function startsFiles({ files, directories }, set, all) {
  if (files.length > 0) return files.join("\n") === set.join("\n");
  for (const directory of directories) {
    const here = all.filter((path) => directoryOf(path) === directory);
    const base = baseOf(here);
    if (base !== void 0) return set[0] === base && set.every((file) => file === base || file === overrideOf(here));
  }
  return false;
}


function isProduction(names) {
  for (const name of names) {
    const purpose = purposeOfCommand(nameWords(name));
    if (purpose) return purpose === "production";
  }
  return false;
}
function commandsIn(text, tree, composeFiles) {
  const found = [];
  const plain = /* @__PURE__ */ new Map();
  const exported = new Map(text.variables);
  let exportsAll = false;
  let folder = text.directory;
  for (const command of text.script.commands) {
    const { words, assignments } = command;
    const set = assignmentsIn(assignments, text);
    const [first = "", second = ""] = words;
    if (words.length === 0) for (const [name, value] of set) (exportsAll ? exported : plain).set(name, value);
    else if (first === "set") exportsAll = /^-\w*a/.test(second) || exportsAll && !/^\+\w*a/.test(second);
    else if (first === "cd") folder = joinPath(folder ?? ".", second);
    else if (first === "unset") for (const name of words) exported.delete(name);
    else if ((first === "source" || first === ".") && exportsAll)
      for (const [name, value] of variablesOf(joinPath(folder ?? ".", second), tree)) exported.set(name, value);
    else if (first === "export") {
      for (const word of words.slice(1)) {
        const value = assignmentsIn([word], text).get(word.split("=")[0] ?? "") ?? plain.get(word);
        if (value) exported.set(word.split("=")[0] ?? "", value);
      }
    } else found.push(...started(command, { text, exported, own: set, folder, tree, composeFiles }));
  }
  return found;
}
function started({ words }, standing) {
  const { text, exported, own, folder, tree, composeFiles } = standing;
  const program = programOf(words);
  if (program === "ssh") {
    const line = words.findLast((word) => STARTS2.test(word));
    const script = line === void 0 ? void 0 : parseShell(line, text.script.at);
    return script ? commandsIn({ ...text, script, variables: /* @__PURE__ */ new Map() }, tree, composeFiles) : [];
  }
  const plain = unwrapCommand(words);
  const directories = folder === void 0 ? [directoryOf(text.script.at.path), "."] : [folder];
  const files = composeCommandFiles(plain, directories, tree, composeFiles);
  if (!files) return [];
  const before = words.slice(0, words.length - plain.length);
  const kept = !before.includes("sudo") || before.some((word) => /^-\w*E|^--preserve-env$/.test(word));
  const variables = new Map([...kept ? [...exported, ...own] : [], ...assignmentsIn(before, text)]);
  return [{ files, directories, variables }];
}
function assignmentsIn(words, { script }) {
  const found = /* @__PURE__ */ new Map();
  for (const word of words) {
    const [, name = "", value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
    if (name !== "") found.set(name, writtenValue(value, script.at));
  }
  return found;
}
function variablesOf(path, tree) {
  const source = tree.read(path);
  if (!source) return [];
  return parseEnvironmentFile(source).entries.slice(0, MOST_ENTRIES).flatMap(({ name, value, at }) => value === null ? [] : [[name, writtenValue(value, at)]]);
}

// door:src/model/compose/stack-problems.ts
var room;
function enter() {
  return room ??= require("./model-compose-stack-problems.js");
}
function stackProblems(...given) {
  return enter().stackProblems(...given);
}
function stackFiles(...given) {
  return enter().stackFiles(...given);
}

// src/model/compose/ranking.ts
var ORDER = ["named", "plain", "nearest", "none"];

var NONE_NEEDED = { profiles: [], doubtful: [] };
function byStrength(one, other) {
  return ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength) || depthOf(one.directory) - depthOf(other.directory) || (one.directory < other.directory ? -1 : one.directory > other.directory ? 1 : 0);
}

function sameSystem(whole, stronger) {
  return stronger ? `${whole} runs the same services and is nearer to production` : `${whole} runs the same services`;
}
function describes({ project }, part) {
  const whole = servicesOf(project);
  const contexts = new Set([...whole.values()].flatMap((service) => contextOf(service) ?? []));
  const repositories = new Set([...whole.values()].flatMap((service) => repositoryOf(service) ?? []));
  const own = [...servicesOf(part.project).values()];
  const isThere = (service) => {
    const context = contextOf(service);
    const twin = whole.get(service.name);
    const other = twin && contextOf(twin);
    if (twin && (context === void 0 || other === void 0 || context === other)) return true;
    const repository = repositoryOf(service);
    return context === void 0 ? repository !== void 0 && repositories.has(repository) : contexts.has(context);
  };
  const built = own.filter((service) => contextOf(service) !== void 0);
  const decisive = built.length > 0 ? built : own.filter((service) => !isTool(service));
  return decisive.length > 0 && decisive.every(isThere);
}
function mirrors({ project }, part) {
  const whole = servicesOf(project);
  const own = [...servicesOf(part.project).values()];
  const same = own.filter((service) => {
    const twin = whole.get(service.name);
    if (!twin) return false;
    const context = contextOf(service);
    if (context !== void 0 && context === contextOf(twin)) return true;
    const repository = repositoryOf(service);
    return repository !== void 0 && repository === repositoryOf(twin);
  });
  return same.length * 2 > own.length;
}
function contextOf({ node }) {
  return textOf(descend(node, "build", "context"));
}
function repositoryOf({ node }) {
  return parseImageReference(textOf(child(node, "image")) ?? "")?.repository;
}
function isTool(service) {
  const repository = repositoryOf(service);
  const kind = repository === void 0 ? void 0 : softwareOf(repository)?.software.kind;
  return kind === "admin-tool" || kind === "development-tool";
}

// src/model/compose/sets.ts

function isNamedForProduction(file) {
  return variantOf(file) === "production";
}
function configuredSet({ files, purpose }, load, tree) {
  const project = load(files);
  return {
    files,
    directory: directoryOf(files[0] ?? "."),
    platform: platformOf(files, project),
    purpose,
    because: "the configuration says so",
    project,
    stackFiles: isToldForSwarm(files, void 0) ? stackFiles(tree, files, void 0) : []
  };
}

function isBorrowed(path, users, invocations) {
  if (invocations.some((one) => one.files[0] === path)) return false;
  const forDevelopment = (user) => !["production", "base", "part"].includes(variantOf(user)) || folderPurpose(directoryOf(user))?.purpose === "development";
  return users.some((user) => {
    if (isBase(path)) return directoryOf(user) !== directoryOf(path) && !forDevelopment(user);
    return variantOf(path) !== "production" || variantOf(user) === "production";
  });
}




// src/model/compose/inert-settings.ts
var INERT_UNDER_COMPOSE = [
  ["deploy", "update_config"],
  ["deploy", "rollback_config"],
  ["deploy", "placement"],
  ["deploy", "endpoint_mode"],
  ["deploy", "labels"],
  ["deploy", "resources", "reservations", "cpus"],
  ["deploy", "restart_policy", "delay"],
  ["deploy", "restart_policy", "window"]
];
var INERT_UNDER_SWARM = [
  "build",
  "restart",
  "privileged",
  "network_mode",
  "links",
  "shm_size",
  "security_opt",
  "ipc",
  "pid",
  "devices",
  "container_name",
  "expose"
];
var REFUSED_BY_SWARM = [
  "volume_driver",
  "volumes_from",
  "cpu_quota",
  "cpu_shares",
  "cpuset",
  "mem_limit",
  "memswap_limit"
];

function refused(node) {
  return REFUSED_BY_SWARM.flatMap((setting) => {
    const entry = node.entries.get(setting);
    return entry ? [{ setting, at: entry.keyAt, stops: true }] : [];
  });
}
function ignoredAddresses(node) {
  return itemsOf(child(node, "ports")).flatMap((item) => {
    const address = textAt(item, "host_ip");
    if (!address?.known || /^(?:|0\.0\.0\.0|\[?::\]?)$/.test(address.value)) return [];
    return [{ setting: "the address of a port", at: item.at }];
  });
}
function unpublished(node) {
  const ports = child(node, "ports");
  if (ports?.kind !== "list" || ports.items.length === 0) return [];
  return [{ setting: "ports", at: keySpan(node, "ports", ports.at) }];
}

function isForTheOther(key, node) {
  if (key === "labels") return child(node, "labels") !== void 0;
  if (key === "build") return child(node, "image") !== void 0;
  return key === "restart" && descend(node, "deploy", "restart_policy") !== void 0;
}


// src/model/compose/labels.ts

function labelOf(value, at) {
  return { value: textFact(value) ?? known("", at), at };
}


// src/model/compose/networks.ts
var MOST_HOPS = 10;






// src/model/compose/ports-and-mounts.ts
var LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|\[::1\]|localhost)$/;
var ANY = /^(0\.0\.0\.0|::|\[::\]|\*)$/;







function withText(mount, texts) {
  const source = mount.source?.known ? texts.get(mount.source.value) : void 0;
  return source && mount.target.known ? { ...mount, files: [{ path: mount.target.value, source }] } : mount;
}

// src/model/compose/workload.ts


var MOST_PORTS = 1e3;
function portsIn(text) {
  const [, first, last = first] = /^(\d{1,5})(?:-(\d{1,5}))?(?:\/\w+)?$/.exec(text.trim()) ?? [];
  const count = Math.min(Number(last) - Number(first) + 1, MOST_PORTS);
  return Array.from({ length: Math.max(count, 0) }, (_, index) => Number(first) + index);
}

// src/model/compose/deployments.ts


function mayDeclare(text) {
  const blocks = text.match(/^[ \t]+[\w."'-]+[ \t]*:[ \t]*(?:[#&*!].*)?\r?$/gm)?.length ?? 0;
  const braces = text.match(/\{/g)?.length ?? 0;
  const aliases = text.match(/[{,][^{,\n]{0,100}:[ \t]*\*/g)?.length ?? 0;
  return Math.max(1, blocks + braces + aliases);
}

module.exports = {
  composeDeployments,
  house: runAudit
};
