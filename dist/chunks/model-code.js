"use strict";

// src/code/modules/go.ts
var goModules = (function goModules(tree, files2) {
  const modules = readModules(tree);
  const directories = packagesByDirectory(files2);
  const built = (directory) => packageIn(directories.get(directory) ?? []);
  return {
    target: (from, specifier) => {
      const directory = directoryFor(modules, from.path, specifier, (one) => directories.has(one));
      if (directory === void 0) return { kind: "package", name: specifier };
      const found3 = built(directory);
      return found3.length > 0 ? { kind: "files", files: found3 } : { kind: "missing" };
    },
    siblings: (file) => {
      if (file.language !== "go") return [];
      const all2 = directories.get(directoryOf(file.path)) ?? [];
      return all2.filter(
        (one) => one !== file && one.packageName === file.packageName && (isTest(file) || !isTest(one)) && (isBuilt(one) || one.directives.join() === file.directives.join())
      );
    }
  };
});
var packagesByDirectory = (function packagesByDirectory(files2) {
  const found3 = /* @__PURE__ */ new Map();
  for (const file of files2.values()) {
    if (file.language !== "go") continue;
    const directory = directoryOf(file.path);
    const known6 = found3.get(directory);
    if (known6) known6.push(file);
    else found3.set(directory, [file]);
  }
  return found3;
});
var readModules = (function readModules(tree) {
  return tree.files.filter((file) => file.path === "go.mod" || file.path.endsWith("/go.mod")).flatMap((file) => {
    const text = tree.read(file.path)?.text;
    return text === void 0 ? [] : readModule(text, directoryOf(file.path));
  }).sort((a, b) => a.directory.length - b.directory.length);
});

// src/code/modules/javascript.ts
var javaScriptModules = (function javaScriptModules(tree) {
  const packages = workspacePackages(tree);
  const aliases = /* @__PURE__ */ new Map();
  const aliasesAt = (directory) => {
    const known6 = aliases.get(directory);
    if (known6) return known6;
    const own = readAliases(tree, directory);
    const found3 = own ?? (directory === "." ? { paths: [] } : aliasesAt(directoryOf(directory)));
    aliases.set(directory, found3);
    return found3;
  };
  const file = (path) => fileAt(tree, path);
  return (from, specifier) => {
    const directory = directoryOf(from);
    if (/^\.{1,2}(?:\/|$)/.test(specifier)) return found(file(joinPath(directory, specifier)));
    if (specifier.startsWith("node:")) return { kind: "package", name: specifier.slice("node:".length) };
    const { base, paths } = aliasesAt(directory);
    for (const alias of paths) {
      const matches = alias.exact ? specifier === alias.before : specifier.startsWith(alias.before) && specifier.endsWith(alias.after);
      if (!matches) continue;
      const star = specifier.slice(alias.before.length, specifier.length - alias.after.length);
      for (const target of alias.targets) {
        const path = file(target.replace("*", star));
        if (path !== void 0) return { kind: "file", path };
      }
    }
    const based = base === void 0 ? void 0 : file(joinPath(base, specifier));
    if (based !== void 0) return { kind: "file", path: based };
    if (specifier.startsWith("#")) return found(packageImport(tree, directory, specifier, file));
    const name = packageName(specifier);
    const workspace = packages.get(name);
    if (workspace) return found(packageEntry(workspace, specifier.slice(name.length + 1), file));
    const aliased = paths.some((alias) => !alias.exact && alias.before.length > 1 && specifier.startsWith(alias.before));
    return aliased || /^[@~]\//.test(specifier) ? conventional(directory, specifier, file) : { kind: "package", name };
  };
});
var packageName = (function packageName(specifier) {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
});
var fileAt = (function fileAt(tree, path) {
  if (path.startsWith("..")) return void 0;
  const isFile = (one) => files(tree).has(one);
  if (isFile(path)) return path;
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? "";
  for (const other of WRITTEN_AS[extension] ?? []) {
    const source = path.slice(0, -extension.length) + other;
    if (isFile(source)) return source;
  }
  const beside = EXTENSIONS.map((one) => path + one).find(isFile);
  return beside ?? EXTENSIONS.map((one) => `${path}/index${one}`).find(isFile);
});
var files = (function files(tree) {
  const known6 = filesOf.get(tree);
  if (known6) return known6;
  const all2 = new Set(tree.files.map((file) => file.path));
  filesOf.set(tree, all2);
  return all2;
});
var readAliases = (function readAliases(tree, directory) {
  for (const name of ["tsconfig.json", "jsconfig.json", "tsconfig.base.json"]) {
    const settings2 = compilerOptions(tree, joinPath(directory, name), 0);
    if (settings2 && (settings2.base !== void 0 || settings2.paths)) return aliasesFrom(settings2);
  }
  return void 0;
});
var compilerOptions = (function compilerOptions(tree, path, depth) {
  const source = tree.read(path);
  const json = source && readJsonObject(source);
  if (!json || depth > MOST_EXTENDED) return void 0;
  const directory = directoryOf(path);
  let inherited = {};
  for (const one of [json.extends].flat()) {
    if (typeof one !== "string" || !one.startsWith(".")) continue;
    const target = joinPath(directory, one);
    const base2 = compilerOptions(tree, target, depth + 1) ?? compilerOptions(tree, `${target}.json`, depth + 1);
    inherited = { ...inherited, ...base2 };
  }
  const referred = depth === 0 && Array.isArray(json.references) ? references(tree, directory, json.references) : {};
  const options = isObject(json.compilerOptions) ? json.compilerOptions : {};
  const base = typeof options.baseUrl === "string" ? joinPath(directory, options.baseUrl) : void 0;
  return {
    ...inherited,
    ...referred,
    ...base !== void 0 && { base },
    ...isObject(options.paths) && { paths: options.paths, pathsFrom: base ?? directory }
  };
});
var aliasesFrom = (function aliasesFrom({ base, paths = {}, pathsFrom = "." }) {
  const all2 = Object.entries(paths).flatMap(([pattern, targets]) => {
    if (!Array.isArray(targets)) return [];
    const star = pattern.indexOf("*");
    const resolved3 = targets.filter((target) => typeof target === "string").map((target) => joinPath(pathsFrom, target));
    return [
      {
        before: star === -1 ? pattern : pattern.slice(0, star),
        after: star === -1 ? "" : pattern.slice(star + 1),
        exact: star === -1,
        targets: resolved3
      }
    ];
  });
  const paths_ = all2.sort(
    (one, other) => Number(other.exact) - Number(one.exact) || other.before.length - one.before.length
  );
  return { ...base !== void 0 && { base }, paths: paths_ };
});
var workspacePackages = (function workspacePackages(tree) {
  const packages = /* @__PURE__ */ new Map();
  for (const { path } of tree.files) {
    if (fileName(path) !== "package.json") continue;
    const source = tree.read(path);
    const manifest = source && readJsonObject(source);
    const name = manifest?.name;
    if (manifest && typeof name === "string" && !packages.has(name))
      packages.set(name, { directory: directoryOf(path), manifest });
  }
  return packages;
});

// src/code/read.ts
var readProgram = (function readProgram(tree, whileParsing = (parse) => parse()) {
  return programOf2(
    tree,
    whileParsing(() => parseAll(tree))
  );
});
var parseAll = (function parseAll(tree) {
  const files2 = /* @__PURE__ */ new Map();
  for (const { path, format } of tree.files) {
    if (format !== "source" || NOT_READ.test(path)) continue;
    const reader = READERS.find(([names]) => names.test(path))?.[1];
    const source = reader && tree.read(path);
    if (source) files2.set(path, reader(source));
  }
  shareVocabulary(files2.values());
  return files2;
});
var programOf2 = (function programOf2(tree, files2) {
  const javaScript = javaScriptModules(tree);
  const go = goModules(tree, files2);
  const python = pythonModules(tree);
  const targets = /* @__PURE__ */ new Map();
  const find = (from, specifier) => {
    if (from.language === "go") return go.target(from, specifier);
    const found3 = from.language === "python" ? python(from.path, specifier) : javaScript(from.path, specifier);
    if (found3.kind === "folder") return { kind: "files", files: [] };
    if (found3.kind !== "file") return found3;
    const file = files2.get(found3.path);
    return file ? { kind: "files", files: [file] } : { kind: "missing" };
  };
  const target = (from, specifier) => {
    const known6 = targets.get(from.path)?.get(specifier);
    if (known6) return known6;
    const found3 = find(from, specifier);
    const others = targets.get(from.path);
    if (others) others.set(specifier, found3);
    else targets.set(from.path, /* @__PURE__ */ new Map([[specifier, found3]]));
    return found3;
  };
  const reached2 = /* @__PURE__ */ new Map();
  const program = {
    files: files2,
    target,
    siblings: go.siblings,
    reachableFrom: (entries) => {
      const key = entries.join("\n");
      const found3 = reached2.get(key) ?? reachable(program, entries);
      reached2.set(key, found3);
      return found3;
    }
  };
  return program;
});
var reachable = (function reachable({ files: files2, target, siblings }, entries) {
  const seen = /* @__PURE__ */ new Set();
  const waiting = entries.flatMap((entry2) => files2.get(entry2) ?? []);
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (seen.has(file.path)) continue;
    seen.add(file.path);
    waiting.push(...siblings(file));
    const specifiers = file.language === "python" ? loadedModules(file) : loadedSpecifiers(file);
    for (const specifier of specifiers) {
      const found3 = target(file, specifier);
      if (found3.kind === "files") waiting.push(...found3.files);
    }
  }
  return seen;
});
var loadedSpecifiers = (function loadedSpecifiers({ imports: imports2, exports }) {
  const found3 = /* @__PURE__ */ new Set();
  for (const one of imports2) if (!one.typeOnly) found3.add(one.from);
  for (const one of exports) if (!one.typeOnly && one.from !== void 0) found3.add(one.from);
  return found3;
});

// src/model/code/imports.ts
var importsOf = (function importsOf(program, files2, own) {
  const packages = /* @__PURE__ */ new Set();
  let missing = 0;
  for (const file of files2) {
    if (file.problems.length > 0) missing++;
    for (const one of [...file.imports, ...file.exports]) {
      if (one.from === void 0 || one.typeOnly) continue;
      const target = program.target(file, one.from);
      if (target.kind === "missing" && !OTHER.test(one.from) && !GENERATED.test(one.from)) missing++;
      if (target.kind !== "package") continue;
      packages.add(target.name);
      if (own.some((beginning) => target.name.startsWith(beginning))) missing++;
    }
  }
  const loadsFolders = [...packages].some((name) => FOLDER_LOADERS.test(name)) || autoloaded(program, files2) === void 0;
  return {
    packages,
    missing,
    isComplete: missing === 0 && !loadsFolders && !lacksTasks(program, files2) && !files2.some((file) => loadsByName(program, file))
  };
});
var lacksTasks = (function lacksTasks(program, files2) {
  const calls = files2.flatMap((file) => indexOf(file).callsByName.get("autodiscover_tasks") ?? []);
  if (calls.length === 0) return false;
  if (calls.some((call) => call.arguments.some((one) => one.kind === "keyword" && one.name === "related_name"))) return true;
  const seen = new Set(files2);
  return [...program.files.values()].some((file) => /(?:^|\/)tasks(?:\.py|\/)/.test(file.path) && !seen.has(file));
});
var loadsByName = (function loadsByName(program, file) {
  const { texts: texts2 } = indexOf(file);
  if (callsSome(file, loadsFolder) || some(texts2, isFilePattern)) return true;
  return dynamicLoads(file).some((call) => requiredFolder(program, file, call) === void 0);
});

// src/knowledge/safeguard-libraries.ts
var purposeOf = (function purposeOf(name, path) {
  const purpose = PURPOSES.find(([, names]) => names.test(name))?.[0];
  return purpose === "to use Redis" && /cach/i.test(path) ? "to cache" : purpose;
});

// src/model/code/safeguard-modules.ts
var safeguardModules = (function safeguardModules(tree, program, services) {
  const found3 = /* @__PURE__ */ new Map();
  const directories = /* @__PURE__ */ new Set();
  const reached2 = new Set(services.flatMap((service) => service.files));
  for (const service of services) {
    if (directories.has(service.directory)) continue;
    directories.add(service.directory);
    const sharing = services.filter((one) => isWithin(service.directory, one.directory) || one.directory === ".");
    const modules = modulesIn(tree, program, service).map((one) => ({
      ...one,
      state: reached2.has(one.path) ? "loaded" : stateOf(one.path, sharing, tree, program)
    }));
    if (modules.length > 0) found3.set(service.id, modules);
  }
  return found3;
});
var modulesIn = (function modulesIn(tree, program, service) {
  return [...program.files.values()].flatMap((file) => {
    const { path } = file;
    if (!isWithin(service.directory, path) || standsAside(path) || NOT_A_MODULE.test(path)) return [];
    for (const { from, typeOnly, start, end } of file.imports) {
      const target = typeOnly || from.startsWith(".") ? void 0 : program.target(file, from);
      const purpose = target?.kind === "package" ? purposeOf(target.name, path) : void 0;
      if (target?.kind !== "package" || !purpose) continue;
      if (packageDirectory(path, service.runtime, tree) !== service.directory) return [];
      return [{ path, library: target.name, purpose, at: { path, start, end } }];
    }
    return [];
  });
});

// src/model/code/store-clients.ts
var storeUsesOf = (function storeUsesOf(tree, program, workloads, services, own) {
  const families = new Set(workloads.flatMap((one) => familyOf(one) ?? []));
  const signs = [...CLIENT_SIGNS].filter(([family]) => families.has(family));
  const found3 = /* @__PURE__ */ new Map();
  if (signs.length === 0) return found3;
  const hosts = (family) => workloads.filter((one) => familyOf(one) === family).map((one) => one.name);
  for (const workload of workloads) {
    const code = codeRunBy(tree, program, workload, services, own);
    if (!code) continue;
    found3.set(
      workload.id,
      new Map(signs.map(([family, sign]) => [family, useIn(code, sign, workload, tree, hosts(family))]))
    );
  }
  return found3;
});
var codeRunBy = (function codeRunBy(tree, program, workload, services, own) {
  const service = services.find((one) => one.workloads.some(({ id }) => id === workload.id));
  if (service?.isCertain) {
    const { isComplete, packages: packages2 } = importsOf(program, service.code, own);
    if (isComplete) return { files: service.code, packages: packages2, isComplete };
  }
  const folder = service?.directory ?? folderOf(workload);
  if (folder === void 0) return void 0;
  const inside = [...program.files.keys()].filter((path) => isWithin(folder, path) && !standsAside(path));
  if (inside.length === 0) return void 0;
  const files2 = [...program.reachableFrom(inside)].flatMap((path) => program.files.get(path) ?? []);
  const { packages, missing } = importsOf(program, files2, own);
  const isOther = (path) => /\.(?:java|kt|rb|php|cs|rs|exs?|scala|fs|pl)$/.test(path) && isWithin(folder, path);
  return { files: files2, packages, isComplete: missing === 0 && !tree.files.some(({ path }) => isOther(path)) };
});
var folderOf = (function folderOf({ image }) {
  if (image?.origin !== "built" || !image.dockerfile || !image.context?.present) return void 0;
  const own = directoryOf(image.dockerfile.file.path);
  return isWithin(image.context.path, own) ? own : image.context.path;
});
var ownNames = (function ownNames(tree) {
  const names = tree.files.flatMap(({ path }) => {
    const name = fileName(path);
    if (name === "go.mod") {
      const module = /^module\s+(\S+)/m.exec(tree.read(path)?.text ?? "")?.[1] ?? "";
      return module.split("/").length > 2 ? [`${module.split("/").slice(0, 2).join("/")}/`] : [];
    }
    const source = name === "package.json" ? tree.read(path) : void 0;
    const own = source && readJsonObject(source)?.name;
    return typeof own === "string" && own.startsWith("@") ? [`${own.split("/")[0]}/`] : [];
  });
  return [...new Set(names)];
});
var useIn = (function useIn(code, signs, workload, tree, hosts) {
  const packages = [...code.packages];
  if (packages.some((name) => signs.uses.test(name)) || signs.uses.test(workload.start?.text ?? "")) return "used";
  if (code.files.some((file) => namesClient(file, signs, tree)) || isToldBroker(packages, signs, workload)) return "used";
  if (!code.isComplete || packages.some((name) => signs.mayUse.test(name))) return "unknown";
  if (workload.ownFiles?.texts.some(({ text }) => signs.mention.test(text))) return "unknown";
  const variables = variablesFor(workload, signs, hosts);
  return code.files.some((file) => mentions(file, signs, variables, tree)) ? "unknown" : "unused";
});

// src/model/code/absences.ts
var absencesOf = (function absencesOf(tree, program, workloads, services) {
  const own = ownNames(tree);
  const safeguards = safeguardModules(tree, program, services);
  return {
    storeUses: storeUsesOf(tree, program, workloads, services, own),
    of: ({ id, code, packages }) => {
      const printed = loggingOf(packages) === "console" ? printedLines(program, code) : void 0;
      return {
        safeguards: safeguards.get(id) ?? [],
        isWhole: importsOf(program, code, own).isComplete,
        ...printed && { printed }
      };
    }
  };
});

// src/model/code/blocking.ts
var mayBlock = (function mayBlock(file) {
  if (file.language === "python") return true;
  return hasWord(file, isSynchronous) || file.imports.some(({ name }) => name && isSynchronous(name));
});
var blockingCallsOf = (function blockingCallsOf(program, routes) {
  const blocking = /* @__PURE__ */ new Map();
  const hashing = [...program.files.values()].some((file) => hasWord(file, hashes));
  return routes.flatMap((route) => {
    const { handler } = route;
    if (!handler || handler.file.language === "go") return [];
    const mayDo = blocking.get(handler.file) ?? mayBlock(handler.file);
    blocking.set(handler.file, mayDo);
    const found3 = handler.file.language === "python" ? blockingInPython(program, handler, route.framework) : (mayDo ? blockingFunction(program, handler) : void 0) ?? (hashing ? hashingBehind(program, handler, 0) : void 0);
    return found3 ? [{ route, ...found3 }] : [];
  });
});

// src/model/code/celery-queues.ts
var celeryQueues = (function celeryQueues(program, service) {
  if (service.runtime !== "python" || !service.packages.has("celery")) return void 0;
  const sent = /* @__PURE__ */ new Map();
  let taken = "celery";
  const files2 = /* @__PURE__ */ new Set([...service.code, ...djangoSettingsBeside(program, service)]);
  const isConfigured = [...files2].some((file) => mentions2(file, "config_from_object"));
  for (const file of files2) {
    if (file.language !== "python") continue;
    const send = (value) => {
      if (value?.kind !== "literal" || typeof value.value !== "string" || sent.has(value.value)) return;
      sent.set(value.value, { path: file.path, start: value.start, end: value.end });
    };
    walk(file.body, (node) => {
      const set = celerySetting(node, isConfigured);
      if (set && ROUTING.has(set.name)) {
        walk([set.value], (inner) => {
          if (inner.kind === "entry" && inner.key === "queue") send(inner.value);
          return void 0;
        });
      } else if (set && DEFAULT.has(set.name))
        taken = set.value.kind === "literal" && typeof set.value.value === "string" && taken === "celery" ? set.value.value : "unknown";
      else if (set && QUEUES.has(set.name)) taken = "unknown";
      if (node.kind === "call") {
        const called2 = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === "member" ? node.callee.property : "");
        if (ADDS.has(called2)) taken = "unknown";
        if (CALLS.has(called2))
          send(node.arguments.flatMap((one) => one.kind === "keyword" && one.name === "queue" ? one.value : [])[0]);
      }
      return void 0;
    });
  }
  return { sent, taken };
});

// src/model/code/celery-tasks.ts
var sentTasks = (function sentTasks(program, service) {
  if (service.runtime !== "python" || !service.packages.has("celery")) return [];
  const files2 = /* @__PURE__ */ new Set([...service.code, ...djangoSettingsBeside(program, service)]);
  const isConfigured = [...files2].some((file) => indexOf(file).words.has("config_from_object"));
  const found3 = /* @__PURE__ */ new Map();
  for (const file of files2) {
    if (file.language !== "python") continue;
    const send = (value, by) => {
      if (value?.kind !== "literal" || typeof value.value !== "string" || value.value === "") return;
      const { start, end } = value;
      if (!found3.has(`${by} ${value.value}`))
        found3.set(`${by} ${value.value}`, { name: value.value, by, at: { path: file.path, start, end }, from: file });
    };
    const sendEach = (nodes) => walk(nodes, (inner) => {
      if (inner.kind === "entry" && inner.key === "task") send(inner.value, "schedule");
      return void 0;
    });
    walk(file.body, (node) => {
      const set = celerySetting(node, isConfigured);
      if (set && /^beat_?schedule$/.test(set.name)) sendEach([set.value]);
      if (node.kind !== "call") return void 0;
      const path = pathOf(node.callee) ?? [];
      if (path.at(-1) === "send_task") send(node.arguments[0], "call");
      if (path[0] === "PeriodicTask") {
        for (const one of node.arguments) if (one.kind === "keyword" && one.name === "task") send(one.value, "schedule");
        sendEach(node.arguments);
      }
      return void 0;
    });
  }
  if (found3.size === 0) return [];
  const registry = registryOf(program);
  return [...found3.values()].map(({ from, ...sent }) => ({ ...sent, ...stateOf2(program, registry, from, sent) }));
});

// src/model/code/code-processes.ts
var processesInCode = (function processesInCode(program, services) {
  const found3 = /* @__PURE__ */ new Map();
  for (const service of services) {
    for (const workload of service.workloads) {
      const processes = processesOf(program, service, workload);
      if (processes) found3.set(workload.id, processes);
    }
  }
  return found3;
});
var processesOf = (function processesOf(program, service, workload) {
  if (service.runtime === "node") return forked(program, service, workload);
  return service.runtime === "python" && !workload.processes ? uvicornRun(program, service, workload) : void 0;
});
var forked = (function forked(program, { code }, workload) {
  const environment = environmentOf(workload);
  for (const file of code) {
    if (!file.imports.some((one) => /^(?:node:)?cluster$|^throng$/.test(one.from))) continue;
    const call = callsIn(file, program, /^(?:cluster\.fork|throng)$/)[0];
    if (!call) continue;
    if (call.name === "throng") {
      const [options] = call.node.arguments;
      const count = options && workersOf(program, { file, node: options });
      if (count) return made(NODE, evaluateExpression(program, count, environment), call.node, file);
      continue;
    }
    const bound = call.loop && boundOf(call.loop);
    if (bound) return made(NODE, evaluateExpression(program, { file, node: bound }, environment), call.node, file);
    const at = { path: file.path, start: call.node.start, end: call.node.end };
    return { ...NODE, count: unknown(at, "its code starts processes of its own"), perProcessor: false, at };
  }
  return void 0;
});

// src/model/code/web/runs-at-start.ts
var surrounded = (function* surrounded(file) {
  const waiting = file.body.map((node) => ({ file, node, isGuarded: false })).reverse();
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    yield one;
    const { node } = one;
    const inside = insideOf(one);
    for (const child2 of childrenOf(node).toReversed()) {
      const isLater = node.kind === "call" && child2.kind === "function" && child2 !== node.callee && (isCalledLater(node) || takesRequest(child2));
      const isGiven = node.kind === "call" && child2.kind === "function";
      waiting.push({
        file,
        node: child2,
        ...inside,
        ...isLater && { isGuarded: true },
        ...isGiven && { isGiven },
        ...node.kind === "assign" && child2 === node.target && { isTarget: true },
        ...node.kind === "expression" && { isBare: true }
      });
    }
  }
});
var insideOf = (function insideOf(one) {
  const { node, within, isGuarded: isGuarded2, isGiven, isTried } = one;
  const same = { ...within && { within }, isGuarded: isGuarded2, ...isTried && { isTried } };
  if (node.kind === "try" && node.handlers.length > 0 && !node.handlers.every(({ body }) => endsProgram(body)))
    return { ...same, isTried: true };
  if (node.kind === "if" || node.kind === "conditional") return { ...same, isGuarded: isGuarded2 || decides(node.test) };
  if (node.kind === "binary" && node.operator === "&&") return { ...same, isGuarded: isGuarded2 || decides(node.left) };
  if (node.kind === "switch") return { ...same, isGuarded: true };
  if (node.kind === "function" && !isGiven) return { within: node, isGuarded: endsEarly(node) };
  return same;
});
var decides = (function decides(test) {
  return holds([test], (node) => {
    const name = node.kind === "name" ? node.name : node.kind === "member" ? node.property : void 0;
    if (name !== void 0) return SETTING.test(name);
    return node.kind === "literal" && typeof node.value === "string" && STAGE.test(node.value);
  });
});
var endsEarly = (function endsEarly({ body }) {
  return body.some((one) => {
    if (one.kind !== "if" || !decides(one.test)) return false;
    if (one.consequent.at(-1)?.kind === "return") return true;
    return endsProgram(one.consequent) && asksForStage(one.test);
  });
});

// src/model/code/development-servers.ts
var developmentServers = (function developmentServers(program, service) {
  if (service.runtime !== "python") return [];
  return service.workloads.flatMap((workload) => {
    for (const file of service.code) {
      if (!service.entries.includes(file.path) || !isMain(file.path, workload)) continue;
      const found3 = serverIn(program, file, workload);
      if (found3) return [{ workload: workload.id, ...found3 }];
    }
    return [];
  });
});

// src/model/code/environment/assigned-variables.ts
var assignedIn = (function assignedIn(file) {
  const names = [];
  walk(file.body, (node) => {
    if (node.kind === "assign" && node.target.kind === "member" && isVariable(node.target.property))
      names.push(node.target.property);
    if (node.kind === "call" && node.callee.kind === "member" && /^(?:setdefault|Setenv|putenv)$/.test(node.callee.property)) {
      const [first] = node.arguments;
      if (first?.kind === "literal" && typeof first.value === "string") names.push(first.value);
    }
    return void 0;
  });
  return names;
});

// src/model/code/web/fallback-forms.ts
var formOf = (function formOf(program, { file, node }) {
  switch (node.kind) {
    case "conditional":
      return chosen(program, { file, node });
    case "if":
      return givenLater(program, { file, node });
    case "assign":
      return node.operator === "||=" || node.operator === "??=" ? form(program, file, node.target, node.value, node.operator === "||=") : void 0;
    case "entry":
      return inSchema(file, node);
    case "object":
      return file.language === "go" || file.language === "python" ? void 0 : inConvict(file, node);
    case "call":
      return file.language === "go" ? firstOf(program, { file, node }) : chained(program, { file, node });
    default:
      return void 0;
  }
});
var givenLater = (function givenLater(program, { file, node }) {
  const [only] = node.consequent;
  if (node.consequent.length === 0 || node.consequent.length > 3 || endsProgram(node.consequent)) return void 0;
  const last = node.consequent.at(-1) ?? only;
  const assigned = last?.kind === "expression" && last.value.kind === "assign" ? last.value : last;
  if (assigned?.kind !== "assign" && assigned?.kind !== "declare" || !assigned.value) return void 0;
  if (assigned.kind === "assign" && assigned.operator !== "=") return void 0;
  const tested2 = absentIn(node.test);
  if (!tested2) return void 0;
  const target = peel(assigned.target);
  if (target.kind === "member" || target.kind === "index") {
    const found3 = form(program, file, target, assigned.value, false);
    return found3 && mentions3(tested2, found3.read.variable) ? found3 : void 0;
  }
  if (target.kind !== "name") return void 0;
  const read = firstRead(program, file, target);
  if (!read || !isAbout(tested2, target.name, file)) return void 0;
  return { read, fallback: { file, node: assigned.value }, whenEmpty: false };
});
var inSchema = (function inSchema(file, node) {
  if (node.key === void 0 || !VARIABLE.test(node.key) || file.language === "python") return void 0;
  const value = peel(node.value);
  if (value.kind !== "call" || !SCHEMA_ROOT.test(rootName(value))) return void 0;
  const { fallback } = schemaDefault(value);
  const read = { variable: node.key, alternatives: [], isRequired: false };
  return fallback && { read, fallback: { file, node: fallback }, whenEmpty: false };
});
var chained = (function chained(program, { file, node }) {
  const [fallback] = node.arguments;
  if (node.callee.kind !== "member" || node.callee.property !== "default" || !fallback) return void 0;
  let inner = peel(node.callee.object);
  for (let steps = 0; inner.kind === "call" && inner.callee.kind === "member" && steps < 8; steps++) {
    const [key] = inner.arguments;
    if (inner.callee.property === "get" && key?.kind === "literal" && typeof key.value === "string") {
      const of = definitionOf(program, { file, node: inner.callee.object });
      if (of.kind !== "external" || of.package !== "env-var") return void 0;
      const read = { variable: key.value, alternatives: [], isRequired: false };
      return { read, fallback: { file, node: fallback }, whenEmpty: false };
    }
    inner = peel(inner.callee.object);
  }
  return void 0;
});

// src/model/code/environment/demands.ts
var demandsAt = (function demandsAt(program, one) {
  const { file, node } = one;
  switch (node.kind) {
    case "if":
      return tested(program, { file, node });
    case "loop":
      return ofEach(program, { file, node });
    case "call":
      return called(program, { file, node }, one.isBare === true);
    case "member":
      return file.language === "python" && !one.isTarget ? entry(program, file, node) : [];
    default:
      return [];
  }
});
var demand = (function demand(file, node, names) {
  const at = { path: file.path, start: node.start, end: node.end };
  return names.map((variable) => ({ variable, alternatives: [], at }));
});
var called = (function called(program, { file, node }, isBare) {
  const { callee } = node;
  if (callee.kind === "member" && callee.property === "forEach") return forEach(program, { file, node });
  if (callee.kind === "member" && (callee.property === "parse" || callee.property === "parseAsync"))
    return demand(file, node, requiredEntries(program, { file, node }));
  if (file.language === "go" && callee.kind === "member" && !isBare && /^(?:Parse|Process|MustProcess|ReadEnv)$/.test(callee.property))
    return ofTags(program, { file, node });
  const [first] = node.arguments;
  if (first?.kind === "literal" && typeof first.value === "string" && /^[A-Z][A-Z0-9_]*$/.test(first.value)) {
    const read = environmentRead(program, { file, node });
    return read?.isRequired ? demand(file, node, [read.variable]) : [];
  }
  return file.language === "python" && node.arguments.length === 0 ? ofSettings(program, { file, node }) : [];
});

// src/model/code/environment/variables.ts
var variablesOf = (function variablesOf(program, service, tree) {
  const files2 = productionFiles(program, service).filter(mentionsEnvironment);
  const none = { demanded: [], misnamed: [], given: /* @__PURE__ */ new Set(), ports: [] };
  if (files2.length === 0 || service.workloads.length === 0) return none;
  const { open: open2, given } = elsewhere(service, tree, files2);
  const set = new Set(files2.flatMap(assignedIn));
  const demanded = demandsOf(program, service, files2).filter((one) => !set.has(one.variable));
  const misnamed = open2 === void 0 ? misnamedVariables(service, readsIn(program, files2), tree, given) : [];
  const isLinked = service.workloads.some(({ pod }) => pod?.linksServices);
  const ports = isLinked && open2 === void 0 ? portReads(readsIn(program, files2), tree) : [];
  return { demanded, misnamed, given, ports, ...open2 !== void 0 && { open: open2 } };
});
var mentionsEnvironment = (function mentionsEnvironment(file) {
  const { calls } = indexOf(file);
  return hasWord(file, isOfEnvironment) || calls.some(takesVariable) || file.language === "go" && hasTags(file) || file.imports.some(({ from }) => /settings|config|env/i.test(from));
});
var takesVariable = (function takesVariable({ arguments: [first] }) {
  return first?.kind === "literal" && typeof first.value === "string" && isVariable(first.value);
});
var demandsOf = (function demandsOf(program, service, files2) {
  if (service.entryPoints.some(({ name }) => name === "next")) return [];
  const loaded = loadedAtStart(program, service);
  const found3 = files2.filter((file) => loaded.has(file)).flatMap(
    (file) => [...surrounded(file)].flatMap(
      (one) => one.isGuarded || one.isTried ? [] : demandsAt(program, one).map((demand2) => ({ demand: demand2, one }))
    )
  );
  if (found3.length === 0) return [];
  const attributes = new Set(service.entryPoints.flatMap(({ attribute }) => attribute ?? []));
  const runs = runsOf(program, productionFiles(program, service), attributes, true);
  const byName = /* @__PURE__ */ new Map();
  for (const { demand: demand2, one } of found3)
    if (!byName.has(demand2.variable) && runs.atStart(one)) byName.set(demand2.variable, demand2);
  return [...byName.values()];
});
var loadedAtStart = (function loadedAtStart(program, service) {
  const loaded = /* @__PURE__ */ new Set();
  const waiting = [
    ...service.entries.flatMap((path) => program.files.get(path) ?? []),
    ...djangoSettingsFiles(program, service)
  ];
  for (let file = waiting.pop(); file; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    waiting.push(...program.siblings(file));
    for (const one of [...file.imports, ...file.exports]) {
      if (one.from === void 0 || one.typeOnly || "deferred" in one && one.deferred) continue;
      const target = program.target(file, one.from);
      if (target.kind === "files") waiting.push(...target.files);
      if (file.language === "python" && one.name !== void 0 && one.name !== "*") {
        const inner = program.target(file, `${one.from.replace(/\.$/, "")}.${one.name}`);
        if (inner.kind === "files") waiting.push(...inner.files);
      }
    }
  }
  return loaded;
});
var elsewhere = (function elsewhere(service, tree, files2) {
  const given = /* @__PURE__ */ new Set();
  const store = [...service.packages].find((name) => STORES.test(name)) ?? storeOfAws(service, files2);
  if (store !== void 0) return { open: `${store} may give it variables`, given };
  if (files2.some(replacesWhole)) return { open: "its code changes its environment as a whole", given };
  const wrapped = service.workloads.find(({ start }) => WRAPPED.test(start?.text ?? ""));
  if (wrapped) return { open: `the command of ${wrapped.name} may set variables`, given };
  const loader = [...service.packages].find((name) => LOADERS.test(name));
  if (loader === void 0) return { given };
  const loaded = loadedFolders(files2);
  if (typeof loaded === "string") return { open: loaded, given };
  for (const workload of service.workloads) {
    const state = fileOf(workload, service, tree, loaded);
    if (typeof state === "string") return { open: state, given };
    for (const name of state) given.add(name);
  }
  return { given };
});
var storeOfAws = (function storeOfAws({ packages }, files2) {
  if (!packages.has("boto3")) return void 0;
  return files2.some((file) => some(indexOf(file).texts, isStoreOfAws)) ? "boto3" : void 0;
});
var loadedFolders = (function loadedFolders(files2) {
  const folders = /* @__PURE__ */ new Set();
  for (const file of files2) {
    if (file.language !== "python") continue;
    for (const call of indexOf(file).calls) {
      if (pathOf(call.callee)?.at(-1) !== "load_dotenv") continue;
      const [first] = call.arguments.map(
        (one) => one.kind === "keyword" && one.name === "dotenv_path" ? one.value : one
      );
      const given = first && first.kind !== "keyword" && pathOf(first)?.at(-1) !== "find_dotenv" ? lastText(first) : ".env";
      if (given === void 0 || fileName(given) !== ".env")
        return `its code loads ${given === void 0 ? "a file of variables" : given}, which may lie beside it`;
      for (let folder = directoryOf(file.path); ; folder = directoryOf(folder)) {
        folders.add(folder);
        if (folder === ".") break;
      }
    }
  }
  return [...folders];
});
var fileOf = (function fileOf(workload, { image, directory }, tree, folders) {
  const dockerfile = image?.dockerfile;
  if (!image || !dockerfile) return "a .env file may lie beside it";
  const inside = joinPath(workingDirectory({ ...workload, image }).replace(/^\//, "") || ".", ".env");
  const found3 = containerFilesOf({ mounts: workload.mounts, image }, tree).find(`/${inside}`);
  if (found3.state === "file") return parseEnvironmentFile(found3.file.source).entries.map(({ name }) => name);
  if (found3.state === "unknown") return "a .env file may be mounted";
  const context = image.context;
  const copied = (image.stages ?? [dockerfile]).flatMap(
    (stage) => stage.instructions.flatMap((one) => copyOf(one)?.sources.map(({ text }) => text) ?? [])
  );
  const takes = (path) => copied.some((text) => isCopiedWith(text, path)) && context?.leavesOut(path) !== true;
  if (takes(".env"))
    return `a .env file may be copied from ${directory === "." ? "the folder of the build" : directory}`;
  const names = [];
  for (const folder of context ? folders : []) {
    if (!context || folder === context.path || !isWithin(context.path, folder)) continue;
    const path = joinPath(context.path === "." ? folder : folder.slice(context.path.length + 1), ".env");
    if (!takes(path)) continue;
    const source = context.read(path);
    if (!source) return `a .env file may be copied from ${folder}`;
    names.push(...parseEnvironmentFile(source).entries.map(({ name }) => name));
  }
  return names;
});
var isCopiedWith = (function isCopiedWith(text, path) {
  const clean = text.replace(/^\.\//, "").replace(/\/?\*?$/, "");
  if (clean === "" || clean === ".") return true;
  return directoryOf(path) === "." ? clean.startsWith(".env") : clean === path || isWithin(clean, path);
});
var replacesWhole = (function replacesWhole(file) {
  return holds(file.body, (node) => {
    if (node.kind !== "call") return false;
    const path = pathOf(node.callee)?.join(".");
    const [first] = node.arguments;
    if (path === "Object.assign") return first !== void 0 && pathOf(first)?.join(".") === "process.env";
    return path === "os.environ.update" || path === "process.loadEnvFile";
  });
});

// src/model/code/health/statuses.ts
var isFailure = (function isFailure(node, errors) {
  const isError = (value) => isErrorStatus(value, errors);
  if (node.kind === "throw") return true;
  if (node.kind === "assign")
    return node.target.kind === "member" && /^(?:status|statusCode|status_code)$/.test(node.target.property) && isError(node.value);
  if (node.kind === "return" && node.value?.kind === "array") return node.value.elements.some(isError);
  if (node.kind === "entry") return (node.key === "status" || node.key === "statusCode") && isError(node.value);
  if (node.kind === "keyword") return /^(?:status_code|status)$/.test(node.name) && isError(node.value);
  if (node.kind === "member") return ERROR_NAME.test(node.property);
  if (node.kind !== "call") return false;
  const name = pathOf(node.callee)?.join(".") ?? lastName2(node.callee);
  if (ERROR_NAME.test(name)) return true;
  if (/^(?:next|done|ctx\.throw|ctx\.assert)$/.test(name) && node.arguments.length > 0) return true;
  if (node.callee.kind === "name" && node.callee.name === "panic") return true;
  if (name === "http.Error") return true;
  if (STATUS_CALL.test(name) || /(?:^|\.)(?:json|body|text|send)$/.test(name)) return node.arguments.some(isError);
  return false;
});
var isErrorStatus = (function isErrorStatus(node, errors) {
  const inner = peel(node);
  if (inner.kind === "literal") return typeof inner.value === "number" && inner.value >= 400 && inner.value < 600;
  if (inner.kind === "conditional")
    return isErrorStatus(inner.consequent, errors) || isErrorStatus(inner.alternate, errors);
  if (inner.kind === "binary") return isErrorStatus(inner.left, errors) || isErrorStatus(inner.right, errors);
  if (inner.kind === "member")
    return ERROR_NAME.test(inner.property) || /^SERVICE_UNAVAILABLE$|^INTERNAL_SERVER_ERROR$/.test(inner.property);
  return inner.kind === "name" && errors.has(inner.name);
});
var errorNames = (function errorNames(fn) {
  const names = /* @__PURE__ */ new Set();
  walk(fn.body, (node) => {
    if (node.kind !== "assign" && node.kind !== "declare") return void 0;
    if (node.target.kind === "name" && node.value && isErrorStatus(node.value, names)) names.add(node.target.name);
    return void 0;
  });
  return names;
});
var mayBeFailure = (function mayBeFailure(node) {
  if (node.kind === "literal") return typeof node.value === "number" && node.value >= 500 && node.value < 600;
  if (node.kind === "keyword") return /^(?:status_code|status)$/.test(node.name) && isOpenStatus(node.value);
  if (node.kind === "assign")
    return node.target.kind === "member" && /^(?:status|statusCode|status_code)$/.test(node.target.property) && isOpenStatus(node.value);
  if (node.kind !== "call") return false;
  const name = pathOf(node.callee)?.join(".") ?? lastName2(node.callee);
  if (/^(?:process\.exit|sys\.exit|os\.Exit|reject|fail|log\.(?:Fatal|Panic)(?:f|ln)?|(?:c|ctx)\.Error)$/.test(name))
    return true;
  const [first] = node.arguments;
  return /(?:^|\.)(?:status|sendStatus|code|writeHead|WriteHeader|Status|SendStatus)$/.test(name) && first !== void 0 && isOpenStatus(first);
});

// src/model/code/health/depth.ts
var depthOf2 = (function depthOf2(program, handler) {
  const look = {
    program,
    asks: [],
    fails: false,
    mayFail: false,
    looksAtProcess: false,
    isOpen: false,
    errors: /* @__PURE__ */ new Set(),
    nodes: 0,
    seen: /* @__PURE__ */ new Set()
  };
  visit(look, handler, 0, answersAlone(handler));
  const [first] = look.asks;
  if (!first) {
    if (look.isOpen || look.nodes > MOST_NODES) return { depth: "unknown" };
    return { depth: look.looksAtProcess ? "process" : "constant" };
  }
  const dependency = { dependency: first.name, dependencyAt: first.at };
  if (look.fails || look.asks.some((one) => !one.isCaught)) return { depth: "hard", ...dependency };
  if (look.mayFail) return { depth: "unknown", ...dependency };
  return { depth: "soft", ...dependency, ...first.takenAt && { takenAt: first.takenAt } };
});
var answersAlone = (function answersAlone({ file, node }) {
  return file.language === "go" && !node.returns ? { path: file.path, start: node.start, end: node.end } : void 0;
});
var visit = (function visit(look, fn, depth, caught) {
  if (look.seen.has(fn.node)) return;
  look.seen.add(fn.node);
  const around = look.errors;
  look.errors = errorNames(fn.node);
  for (const statement of fn.node.body) visitNode(look, fn, statement, depth, caught);
  look.errors = around;
});
var visitNode = (function visitNode(look, fn, node, depth, caught) {
  if (++look.nodes > MOST_NODES) return;
  if (node.kind === "try") {
    const [handler] = node.handlers;
    const taken = handler ? { path: fn.file.path, start: handler.start, end: handler.end } : void 0;
    const raises = node.handlers.some((one) => holds(one.body, isRaise));
    for (const one of node.body) visitNode(look, fn, one, depth, raises ? caught : taken ?? caught);
    for (const one of [...node.handlers.flatMap((each) => each.body), ...node.otherwise, ...node.finalizer])
      visitNode(look, fn, one, depth, caught);
    return;
  }
  if (caught !== void 0 && (node.kind === "throw" || isRefusal2(node))) return;
  if (isFailure(node, look.errors)) look.fails = true;
  else if (mayBeFailure(node)) look.mayFail = true;
  if (node.kind === "call") visitCall(look, fn, node, depth, caught);
  else if (node.kind === "tagged") {
    const name = pathOf(node.tag)?.join(".") ?? "";
    if (ASKS.test(name)) ask(look, fn, name, node, caught);
  }
  for (const child2 of childrenOf(node)) {
    const inCatch = node.kind === "call" && isCatch(node) && child2 === node.callee;
    const span = { path: fn.file.path, start: node.start, end: node.end };
    visitNode(look, fn, child2, depth, inCatch ? span : caught);
  }
});

// src/model/code/health/health.ts
var healthRoutesOf = (function healthRoutesOf(program, { routes }, name, asked3) {
  return routes.flatMap((route) => {
    if (!/^(?:GET|\*|ALL|HEAD)$/.test(route.method)) return [];
    const kind = healthKindOf(route.path, name);
    if (!kind && !asked3(route)) return [];
    const found3 = route.handler ? depthIn(program, route, route.handler) : { depth: "unknown" };
    return [{ route, ...kind && { kind }, found: found3 }];
  });
});
var depthIn = (function depthIn(program, route, handler) {
  if (route.framework !== "node") return depthOf2(program, handler);
  const branch = branchFor(handler.node, route.path);
  return branch ? depthOf2(program, { file: handler.file, node: { ...handler.node, body: branch } }) : { depth: "unknown" };
});

// src/model/code/kafka-topics.ts
var createdTopics = (function createdTopics(program, service) {
  if (![...service.packages].some((name) => CLIENTS.test(name))) return [];
  const environment = serviceEnvironment(service);
  const files2 = productionFiles(program, service);
  const creating = files2.filter((file) => stagelessCallsOf(file, creates).length > 0);
  if (creating.length === 0) return [];
  return files2.flatMap(
    (file) => askedIn(program, file, creating.includes(file)).flatMap(({ topic, copies, node }) => {
      const number = numberOf(valueIn(program, { file, node: copies }, environment));
      if (number === -1) return [];
      const name = topic && valueIn(program, { file, node: topic }, environment);
      return [
        {
          ...name?.kind === "known" && typeof name.value === "string" && { topic: name.value },
          copies: number,
          at: { path: file.path, start: node.start, end: node.end }
        }
      ];
    })
  );
});

// src/model/code/listen.ts
var javascriptListening = (function javascriptListening(program, service) {
  const started2 = startOf(program, service);
  const seen = /* @__PURE__ */ new Set();
  return (started2?.listens ?? []).flatMap((call) => {
    const found3 = listening(program, service, call);
    const key = `${found3.at.path}:${found3.at.start}:${JSON.stringify(found3.port)}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [found3];
  });
});

// src/model/code/orm-schemas.ts
var ormSchemas = (function ormSchemas(program, tree, workloads, services) {
  const files2 = [...program.files.values()].filter(({ path }) => !isApartFromProduction(path) && !standsAside(path));
  const using = files2.filter((file) => Object.values(LIBRARIES).some((library) => uses(file, library)));
  if (using.length === 0) return [];
  const packages = packagesOf(files2, packageFinder(tree));
  const server2 = dialectOf(using);
  const found3 = [...packages].flatMap(
    ([home, own]) => own.some((file) => using.includes(file)) ? schemasOfPackage(home, own, program, tree, server2) : []
  );
  const homes = new Set(found3.map(({ home }) => home));
  const loads = (workload, file) => services.some((service) => service.workloads.includes(workload) && service.code.includes(file));
  const shown2 = new Set(files2);
  const loaded = services.flatMap(({ code }) => code.filter((file) => file.language === "go" && !shown2.has(file)));
  const aside = packagesOf([...new Set(loaded)], packageFinder(tree));
  return found3.map(({ home, schema }) => {
    const sources = [...packages].filter(
      ([other, own]) => other === home || !homes.has(other) && isImported(home, own, program)
    );
    const all2 = sources.flatMap(
      ([at, own]) => [...own, ...aside.get(at) ?? []].map(
        (file) => synchronisationsOf(program, [file], running(file, workloads, services), loads)
      )
    );
    const unknown2 = all2.find((one) => one.unknown)?.unknown;
    const made3 = all2.find((one) => one.made)?.made;
    const synchronisations = {
      found: all2.flatMap((one) => one.found),
      ...unknown2 ? { unknown: unknown2 } : {},
      ...made3 ? { made: made3 } : {}
    };
    return { ...schema, synchronisations };
  });
});
var uses = (function uses(file, library) {
  return library !== void 0 && file.imports.some(({ from }) => library.test(from));
});

// src/model/code/outbound.ts
var javascriptClients = (function javascriptClients(program, code) {
  const axios = code.filter((file) => imports(file, /^axios$/));
  const isInPage = code.some((file) => imports(file, /^(?:react|react-dom|vue|svelte|@angular\/core|next)$/));
  const fetching = isInPage || code.some((file) => imports(file, /^undici$/)) ? [] : code;
  const axiosDefaults = axios.length > 0 ? defaultsOf(axios) : void 0;
  return [
    ...axios.flatMap((file) => axiosClients(program, file, axiosDefaults)),
    ...fetching.flatMap((file) => fetches(program, file)),
    ...code.flatMap((file) => imports(file, /^(?:got|node-fetch)$/) ? wrapperClients(program, file) : []),
    ...nestClients(program, code)
  ];
});
var imports = (function imports(file, name) {
  return file.imports.some((one) => !one.typeOnly && name.test(one.from));
});
var nestClients = (function nestClients(program, code) {
  const using = code.filter((file) => imports(file, /^@nestjs\/axios$/));
  if (using.some((file) => ["timeout", "axiosRef", "signal"].some((name) => indexOf(file).words.has(name)))) return [];
  if (!using.some((file) => file.imports.some(({ name }) => name === "HttpService"))) return [];
  return using.flatMap(
    (file) => indexOf(file).classes.flatMap(
      ({ decorators }) => decorators.flatMap((decorator) => {
        const bare3 = [];
        walk([decorator], (node) => {
          if (node.kind === "call" && node !== decorator) return false;
          if (node.kind === "name" && isHttpModule(program, file, node)) bare3.push(node);
          return void 0;
        });
        return bare3.map((node) => ({ name: "HttpModule", at: spanOf2(file, node), timeout: "none" }));
      })
    )
  );
});

// src/model/code/process-state.ts
var throttler = (function throttler() {
  return { kind: "limits", library: "ThrottlerModule", options: 0, stores: /^storage$/ };
});
var cache = (function cache() {
  return { kind: "cache", library: "CacheModule", options: 0, stores: /^stores?$/ };
});
var brings = (function brings({ from, name, typeOnly }) {
  const taken = typeOnly ? void 0 : TAKEN.get(from);
  return taken !== void 0 && (name === void 0 || /^(?:default|\*|=)$/.test(name) || taken.has(name));
});
var javascriptState = (function javascriptState(program, code) {
  return code.flatMap((file) => {
    if (!file.imports.some(brings)) return [];
    return indexOf(file).calls.flatMap((call) => {
      const library = pluginOf(program, file, call) ?? libraryOf(program, file, call);
      if (!library) return [];
      const { kind, library: called2 } = library;
      return [{ kind, library: called2, kept: keptIn(program, file, call, library), at: spanOf3(file, call) }];
    });
  });
});

// src/model/code/schedules.ts
var schedulesOf = (function schedulesOf(program, code) {
  const found3 = code.flatMap((file) => {
    if (!file.imports.some((one) => !one.typeOnly && PACKAGES.test(one.from))) return [];
    return indexOf(file).calls.flatMap((call) => {
      const name = externalName(definitionOf(program, { file, node: call.callee }));
      if (name === void 0 || !SCHEDULES.test(name)) return [];
      const library = name.startsWith("apscheduler") ? "APScheduler" : name.replace(/(?<=\w)\.\w+(?:\.from)?$/, "");
      return [{ library, at: { path: file.path, start: call.start, end: call.end } }];
    });
  });
  const running2 = found3.filter(({ library }) => library !== "@nestjs/schedule" || hasScheduler(code));
  if (running2.length === 0) return [];
  const guard = guardIn(code);
  return running2.map((one) => ({ ...one, guard }));
});

// src/model/code/uploads.ts
var uploadsOf = (function uploadsOf(program, code, environment) {
  const found3 = code.flatMap((file) => {
    if (!file.imports.some((one) => !one.typeOnly && /^(?:multer|@nestjs\/platform-express)$/.test(one.from))) return [];
    return indexOf(file).calls.flatMap((call) => {
      const name = externalName(definitionOf(program, { file, node: call.callee }));
      const key = name === "multer.diskStorage" ? "destination" : isUpload(name) ? "dest" : void 0;
      if (key === void 0) return [];
      const options = call.arguments.map((one) => peel(one)).find((one) => one.kind === "object");
      const entry2 = options?.kind === "object" ? options.entries.find((one) => one.kind === "entry" && one.key === key) : void 0;
      if (entry2?.kind !== "entry") return [];
      const directory = directoryIn(program, file, entry2.value, environment);
      return isTemporary(entry2.value, directory) ? [] : [{ directory, at: { path: file.path, start: call.start, end: call.end } }];
    });
  });
  if (found3.length === 0) return [];
  const stays = !code.some(movesOn);
  return found3.map(({ directory, at }) => ({ ...directory !== void 0 && { directory }, stays, at }));
});

// src/model/code/per-process.ts
var perProcessOf = (function perProcessOf(program, service) {
  const { runtime, code } = service;
  switch (runtime) {
    case "node":
      return {
        kept: javascriptState(program, code),
        schedules: schedulesOf(program, code),
        uploads: uploadsOf(program, code, serviceEnvironment(service))
      };
    case "python":
      return {
        kept: [...pythonState(program, code), ...djangoState(program, service)],
        schedules: schedulesOf(program, code),
        uploads: pythonUploads(program, service)
      };
    case "go":
      return { kept: goState(program, code), schedules: [], uploads: [] };
  }
});

// src/model/code/platform-services.ts
var withHostProcesses = (function withHostProcesses(services, tree, program, workloads) {
  if (workloads.some(({ platform }) => platform === "pm2")) return services;
  if (!deployTextsOf(tree).texts.some(({ text }) => PM2.test(text))) return services;
  const found3 = new Map(services.map((service) => [service.id, service]));
  const built = tree.files.filter(({ format }) => format === "dockerfile").map(({ path }) => directoryOf(path));
  for (const process of byDepth(packageProcesses(tree))) {
    if (built.some((folder) => isWithin(process.directory, folder))) continue;
    const service = started(process, tree, program);
    if (service && serves(service, program) && !found3.has(service.id)) found3.set(service.id, service);
  }
  return [...found3.values()];
});

// src/model/code/pools/settings.ts
var settingOf2 = (function settingOf2(setting, { program, environment, site, url }) {
  for (const name of setting.options) {
    const found3 = site.option(name);
    if (found3.kind === "absent") continue;
    const read = fromGiven(found3, site, program, environment);
    if (read.value?.kind === "known" && read.value.value === null) continue;
    return read.range ? { range: read.range, at: read.at } : void 0;
  }
  for (const name of setting.parameters) {
    const found3 = url && parameterIn(url, name);
    if (found3) return { range: rangeOfText(found3.value), at: found3.at };
  }
  return void 0;
});
var parametersOf = (function parametersOf(text) {
  const from = text.indexOf("?");
  if (from === -1) return [];
  return [...text.slice(from).matchAll(/[?&]([\w.-]{1,60})=([^&\s'"]{0,200})/g)].map((match) => ({
    name: match[1] ?? "",
    value: match[2] ?? "",
    start: from + match.index + 1,
    end: from + match.index + match[0].length
  }));
});

// src/model/code/pools/site.ts
var engineNamed = (function engineNamed(name) {
  return ENGINES.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
});

// src/model/code/pools/pools.ts
var poolAt = (function poolAt(site, context) {
  const { owner } = context;
  const url = urlOf(site, context);
  const engine = site.engine ?? engineOf(site, url, context);
  if (engine === "sqlite") return void 0;
  const library = libraryOf2(site, context);
  if (!library) return void 0;
  const evaluating = { program: context.program, environment: context.environment, site, url };
  const size = sizeOf(library, evaluating, context.threads);
  const overflow = overflowOf(library, size.size, evaluating);
  const target = targetOf(site, url, engine, context);
  return {
    createdAt: site.createdAt,
    ...site.branch === void 0 ? {} : { branch: site.branch },
    library,
    owner,
    ...size,
    ...site.perThread && !context.startsThreads ? atMost(context.threads, size.size, overflow) : { overflow },
    wait: waitOf(library, evaluating),
    ...engine ? { engine } : {},
    ...url ? { urlAt: url.at } : {},
    ignored: url ? ignoredIn(url, library) : [],
    // Where its own option is given as well, the others are for somebody else.
    // Engines of which the driver is not known may read them.
    ignoredOptions: size.isDefault && (engine === "postgres" || engine === "mysql") ? ignoredOptions(site, library) : [],
    ...target ? { target } : {},
    at: site.at
  };
});
var libraryOf2 = (function libraryOf2(site, { major }) {
  const found3 = poolLibrary(site.library);
  const version = found3 && major(found3.packages);
  if (site.library === "prisma" && version !== void 0 && version >= 7) return void 0;
  return poolLibrary(site.library, version);
});
var sizeOf = (function sizeOf(library, evaluating, threads) {
  if (evaluating.site.unpooled) return { size: threads, isDefault: false };
  const given = settingOf2(library.size, evaluating);
  const { site, url } = evaluating;
  if (!given && library.size.parameters.length > 0 && !url && (site.url || library.size.options.length === 0))
    return { size: atLeast(1, HIDDEN_URL), isDefault: false };
  if (!given) return { size: defaultRange(library.size.default, threads), isDefault: true };
  if (given.range.high <= 0) {
    const size = NO_LIMIT.has(library.id) ? atLeast(1, UNLIMITED) : defaultRange(library.size.default, threads);
    return { size, isDefault: false, sizeAt: given.at };
  }
  return { size: { ...given.range, low: Math.max(0, given.range.low) }, isDefault: false, sizeAt: given.at };
});
var threadsOf = (function threadsOf(processes) {
  const threads = processes?.threads;
  if (!threads) return atLeast(1, "it is one for each request that is served at the same time");
  return threads.known ? exactly(threads.value) : atLeast(1, threads.because);
});
var overflowOf = (function overflowOf(library, size, evaluating) {
  if (!library.overflow || evaluating.site.unpooled || size.low === 0) return exactly(0);
  const given = settingOf2(library.overflow, evaluating);
  if (!given) return exactly(library.overflow.default);
  return given.range.high < 0 ? atLeast(0, UNLIMITED) : given.range;
});
var waitOf = (function waitOf(library, evaluating) {
  const { wait } = library;
  const given = settingOf2(wait, evaluating);
  if (!given) {
    const ends = (wait.otherwise ?? []).map((name) => isSet2(name, evaluating));
    return ends.includes("yes") ? "caller" : ends.includes("unknown") ? "unknown" : wait.default;
  }
  if (given.range.low !== given.range.high) return "unknown";
  const seconds = wait.unit === "milliseconds" ? given.range.low / 1e3 : given.range.low;
  return seconds > 0 ? seconds : "forever";
});
var urlOf = (function urlOf(site, context) {
  const { program, environment } = context;
  if (site.url) {
    const value = evaluateExpression(program, site.url, environment);
    if (value.kind === "known") return typeof value.value === "string" ? { text: value.value, at: value.at } : void 0;
    const [only, ...more] = value.variables;
    const variable2 = more.length === 0 && only !== void 0 ? context.variable(only) : void 0;
    return variable2 && textOfVariable(variable2);
  }
  const name = site.library === "prisma" ? context.prisma?.variable : void 0;
  const variable = name === void 0 ? void 0 : context.variable(name);
  return variable && textOfVariable(variable);
});
var engineOf = (function engineOf(site, url, { prisma }) {
  const scheme = url && /^([a-z][a-z0-9]*)[a-z0-9+.-]*:/i.exec(url.text)?.[1];
  if (scheme) return engineNamed(scheme);
  return site.library === "prisma" ? prisma?.engine : void 0;
});
var targetOf = (function targetOf(site, url, engine, context) {
  if (site.several) return void 0;
  const { workload, connections, names, program, environment, databases: databases2 } = context;
  const own = connections.filter((one) => one.from === workload && one.to && speaks(one.to, engine));
  const host = site.host && evaluateExpression(program, site.host, environment);
  const named4 = host?.kind === "known" && typeof host.value === "string" ? host.value : url && credentialsIn(url.text)?.host;
  if (named4) {
    const answer = workload && names.answer(named4, void 0, workload);
    if (answer?.kind === "workload" && answer.workload !== workload) return answer.workload;
    if (!/[${]/.test(named4)) return void 0;
  }
  const value = site.url && evaluateExpression(program, site.url, environment);
  const variables = [...value?.variables ?? [], ...host?.variables ?? [], ...site.variable ? [site.variable] : []];
  const managed = variables.flatMap((name) => databases2.get(name) ?? []);
  if (managed[0] || databases2.size > 0)
    return engine === void 0 || engine === "postgres" ? managed[0] ?? onlyOf(databases2) : void 0;
  const told = own.find((one) => variables.includes(one.variable.name));
  if (told) return told.to;
  const all2 = new Set(own.map((one) => one.to));
  const [only] = all2;
  return all2.size === 1 ? only : void 0;
});
var speaks = (function speaks({ software }, engine) {
  if (software?.kind === "pooler") return engine === void 0 || engine === "postgres";
  const id = software?.speaks ?? software?.id ?? "";
  const own = engineNamed(id);
  return own !== "other" && own !== "sqlite" && (engine === void 0 || own === engine);
});
var ignoredIn = (function ignoredIn(url, library) {
  const { ignoredParameters, size, wait } = library;
  if (!ignoredParameters) return [];
  const read = /* @__PURE__ */ new Set([...size.parameters, ...wait.parameters]);
  const isExact = url.at.end - url.at.start === url.text.length;
  return parametersOf(url.text).flatMap(
    ({ name, value, start, end }) => ignoredParameters.test(name) && !read.has(name) ? [
      {
        text: `${name}=${value}`,
        at: isExact ? { ...url.at, start: url.at.start + start, end: url.at.start + end } : url.at
      }
    ] : []
  );
});

// src/model/code/pools/owners.ts
var workloadOwner = (function workloadOwner(workload) {
  return {
    owner: workload,
    workload,
    environment: environmentOf(workload),
    variable: (name) => workload.environment.get(name),
    threads: threadsOf(workload.processes),
    databases: /* @__PURE__ */ new Map()
  };
});

// src/model/code/pools/per-request.ts
var madePerRequest = (function madePerRequest(program, code, sites) {
  const found3 = /* @__PURE__ */ new Map();
  const suspected = sites.filter((site) => site.createdAt === "function" && !isKept(site));
  if (suspected.length === 0) return found3;
  const answering = reached(program, code);
  for (const site of suspected) {
    for (const fn of functionsAround(site.file, site.at.start)) {
      const name = answering.get(fn);
      if (name !== void 0) {
        found3.set(site, name);
        break;
      }
    }
  }
  return found3;
});

// src/model/code/pools/options.ts
var argumentAt = (function argumentAt({ file, node }, index) {
  const before = node.arguments.slice(0, index + 1);
  const found3 = before[index];
  return found3 && !before.some((one) => one.kind === "spread" || one.kind === "keyword") ? { file, node: found3 } : void 0;
});

// src/model/code/pools/django.ts
var djangoPools = (function djangoPools(program, file) {
  if (file.language !== "python" || !/settings|config/.test(file.path)) return [];
  const sites = [];
  for (const statement of file.body) {
    if (statement.kind !== "declare" || statement.target.kind !== "name" || statement.target.name !== "DATABASES")
      continue;
    const value = statement.value && peel(statement.value);
    if (value?.kind !== "object") continue;
    for (const entry2 of value.entries) {
      const recipe = entry2.kind === "entry" ? databaseOf2(program, file, entry2) : void 0;
      if (recipe)
        sites.push({
          ...recipe,
          file,
          at: { path: file.path, start: entry2.start, end: entry2.end },
          createdAt: "module"
        });
    }
  }
  return sites;
});

// src/model/code/pools/javascript.ts
var nest = (function nest(read) {
  return (program, call) => {
    const first = argumentAt(call, 0);
    const isAsync = call.node.callee.kind === "member" && call.node.callee.property === "forRootAsync";
    if (!isAsync) return first ? read(program, first) : void 0;
    const option2 = optionsIn(program, first);
    const made3 = factoryResult(program, valueIn2(option2, "useFactory")) ?? methodResult(program, valueIn2(option2, "useClass") ?? valueIn2(option2, "useExisting"), OPTIONS_METHOD);
    if (made3) return read(program, made3);
    const hidden = () => ({ kind: "open", because: "its options are put together when the program runs" });
    return { ...read(program, void 0), option: hidden };
  };
});

// src/model/code/pools/python.ts
var pymongo = (function pymongo(library) {
  return (program, call) => {
    const url = argument(program, call, 0, "host");
    return { library, option: keywordsOf(program, call), engine: "mongodb", ...url ? { url } : {} };
  };
});
var perThread = (function perThread(reader) {
  return (program, call) => {
    const found3 = reader(program, call);
    return found3 && { ...found3, perThread: true };
  };
});

// src/model/code/pools/sites.ts
var poolSitesOf = (function poolSitesOf(program, file) {
  const before = known3.get(file);
  if (before) return before;
  const found3 = [...file.imports.some(mayMake) ? sitesIn(program, file) : [], ...djangoPools(program, file)];
  known3.set(file, found3);
  return found3;
});
var mayMake = (function mayMake({ from, name }) {
  if (name === "PrismaClient") return true;
  if (!IMPORTED.test(from)) return false;
  return name === void 0 || /^(?:default|\*|=)$/.test(name) || FIRST_NAMES.has(name);
});
var sitesIn = (function sitesIn(program, file) {
  const sites = [];
  const imported = new Set(file.imports.flatMap((one) => one.local ?? []));
  const readers = file.language === "python" ? PYTHON_READERS : file.language === "go" ? GO_READERS : JAVASCRIPT_READERS;
  const add = (recipe, node) => {
    if (recipe)
      sites.push({ ...recipe, ...placeOf2(file, node), file, at: { path: file.path, start: node.start, end: node.end } });
  };
  walk(file.body, (node) => {
    if (node.kind === "class" && file.language === "typescript") {
      const base = node.bases.find((one) => isPrismaClient(program, { file, node: one }));
      if (base)
        add(prismaSubclass(program, file, node), {
          start: node.nameStart,
          end: node.nameStart + (node.name?.length ?? 0)
        });
    }
    if (node.kind !== "call") return void 0;
    if (node.isNew && isPrismaClient(program, { file, node: node.callee }))
      add(prismaClient(program, { file, node }), node);
    const reader = readers.get(nameOf5(program, { file, node }, imported) ?? "");
    if (reader) add(reader(program, { file, node }), node);
    return void 0;
  });
  return sites;
});
var nameOf5 = (function nameOf5(program, { file, node }, imported) {
  const path = pathOf(node.callee);
  if (!path) return required(program, file, node.callee);
  const [first = ""] = path;
  const last = path.at(-1) ?? "";
  if (!LAST_NAMES.has(last) && !(path.length === 1 && imported.has(first))) return void 0;
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  if (name !== void 0 && file.language === "python") return name.replace(/^([^.]+)\..*\./, "$1.");
  return name !== void 0 && file.language === "go" ? name.replace(/\/v\d+(?=[/.])/, "") : name;
});
var placeOf2 = (function placeOf2(file, node) {
  const [inner] = functionsAround(file, node.start);
  const around = ancestorsOf(inner ? inner.body : file.body, node);
  const branch = around.find((one) => isBranch(one, around));
  const createdAt = inner === void 0 ? around.some((one) => one.kind === "class") ? "class" : "module" : ONCE.test(inner.name ?? "") ? "class" : "function";
  return { createdAt, ...branch ? { branch: { at: branch.start, arm: armOf(branch, node) } } : {} };
});
var ancestorsOf = (function ancestorsOf(body, place) {
  const found3 = [];
  let inside = body;
  for (; ; ) {
    const next = inside.find((one) => one.start <= place.start && one.end >= place.end);
    if (!next || next.start === place.start && next.end === place.end && next.kind === "call") return found3;
    found3.push(next);
    inside = childrenOf(next);
  }
});
var isBranch = (function isBranch(node, around) {
  if (node.kind === "switch") return true;
  if (node.kind === "conditional")
    return node.consequent.kind === "call" ? node.alternate.kind !== "name" && node.alternate.kind !== "member" : node.consequent.kind !== "name" && node.consequent.kind !== "member";
  if (node.kind !== "if" || isMain2(node.test)) return false;
  const kept = new Set(
    around.flatMap((one) => one.kind === "assign" || one.kind === "declare" ? lastName5(one.target) : [])
  );
  return !holds(
    [node.test],
    (one) => (one.kind === "name" || one.kind === "member") && lastName5(one).some((name) => kept.has(name))
  );
});

// src/model/code/pools/versions.ts
var majorOf = (function majorOf(packages, path, tree) {
  for (let directory = directoryOf(path); ; directory = directoryOf(directory)) {
    const text = tree.read(joinPath(directory, "package.json"))?.text;
    const found3 = text !== void 0 && DEPENDENCIES.test(text) ? majorIn(text, packages) : void 0;
    if (found3 !== void 0 || directory === ".") return found3;
  }
});

// src/model/code/pools/join.ts
var poolsOf = (function poolsOf(joining) {
  return joining.services.flatMap((service) => {
    const sites = service.code.flatMap((file) => poolSitesOf(joining.program, file));
    if (sites.length === 0) return [];
    const perRequest = madePerRequest(joining.program, service.code, sites);
    const owners = service.workloads.flatMap(
      (workload) => workload.longRunning && !onlySchedules(workload) ? workloadOwner(workload) : []
    );
    const onPlatform = service.workloads.length === 0 ? platformOwner(service, joining.tree) : void 0;
    return [...owners, ...onPlatform ? [onPlatform] : []].flatMap(
      (owner) => poolsOfOwner(owner, service, sites, perRequest, joining)
    );
  });
});
var poolsOfOwner = (function poolsOfOwner(owning, { code, directory }, sites, perRequest, { program, connections, names, tree }) {
  const folder = joinPath(directory, "main");
  const startsThreads = code.some((file) => STARTS_THREADS.some((name) => indexOf(file).words.has(name)));
  const common = { program, ...owning, connections, names, startsThreads };
  return used(sites, code, owning, program).flatMap((site) => {
    const { path } = site.file;
    const prisma = site.library === "prisma" ? prismaSource(path, tree) : void 0;
    const major = (packages) => majorOf(packages, path, tree) ?? majorOf(packages, folder, tree);
    const pool = poolAt(site, { ...common, major, ...prisma ? { prisma } : {} });
    const name = perRequest.get(site);
    const wait = pool?.library.id === "asyncpg" && pool.wait === "forever" && code.some(acquiresInTime) ? "caller" : pool?.wait;
    return pool && wait !== void 0 ? { ...pool, wait, ...name === void 0 ? {} : { perRequest: name } } : [];
  });
});
var used = (function used(sites, files2, owning, program) {
  const nest2 = sites.some((site) => site.library.startsWith("typeorm") && !site.isDataSource);
  const settings2 = djangoSettings(files2, owning, program);
  return sites.filter((site) => {
    if (site.isDataSource && nest2) return files2.some(initializes);
    if (site.library === "django" || site.library === "django-pool") return settings2.has(site.file.path);
    return true;
  });
});
var djangoSettings = (function djangoSettings(files2, { variable }, program) {
  const set = variable("DJANGO_SETTINGS_MODULE")?.value;
  const name = set?.known ? set.value : files2.map(defaultSettings).find((one) => one !== void 0);
  const found3 = /* @__PURE__ */ new Set();
  if (name === void 0) return found3;
  const path = `${name.replaceAll(".", "/")}`;
  const all2 = [...program.files.values()];
  let file = all2.find((one) => one.path.endsWith(`${path}.py`) || one.path.endsWith(`${path}/__init__.py`));
  for (let steps = 0; file && steps < 8; steps++) {
    const current = file;
    if (poolSitesOf(program, current).some((site) => site.library.startsWith("django"))) {
      found3.add(current.path);
      return found3;
    }
    const above = current.imports.find((one) => one.name === "*");
    const target = above && program.target(current, above.from);
    file = target?.kind === "files" ? target.files[0] : void 0;
  }
  return found3;
});
var defaultSettings = (function defaultSettings(file) {
  if (file.language !== "python" || !/(?:wsgi|asgi|manage|celery)\.py$/.test(file.path)) return void 0;
  let found3;
  walk(file.body, (node) => {
    const [key, value] = node.kind === "call" ? node.arguments : [];
    if (key?.kind === "literal" && key.value === "DJANGO_SETTINGS_MODULE" && value?.kind === "literal")
      found3 = String(value.value);
    return void 0;
  });
  return found3;
});

// src/model/code/queries/javascript/knex.ts
var usesKnex = (function usesKnex(program) {
  const before = known4.get(program);
  if (before !== void 0) return before;
  const found3 = [...program.files.values()].some((file) => file.imports.some(({ from }) => from === "knex"));
  known4.set(program, found3);
  return found3;
});

// src/model/code/queries/javascript.ts
var javaScriptQueries = (function javaScriptQueries(program, file) {
  const hasKnex = usesKnex(program);
  if (!hasKnex && !callsSome(file, reads)) return [];
  return indexOf(file).calls.flatMap((node) => {
    if (hasKnex && node.callee.kind === "name") return bareKnexQuery(program, { file, node }) ?? [];
    if (node.callee.kind !== "member" || !reads(node.callee.property)) return [];
    return queryOf(program, { file, node }) ?? [];
  });
});

// src/model/code/queries/reach.ts
var routesByFunction = (function routesByFunction(program, routes) {
  const callees = /* @__PURE__ */ new Map();
  const found3 = /* @__PURE__ */ new Map();
  for (const route of routes) {
    if (!route.handler) continue;
    const seen = /* @__PURE__ */ new Set();
    let level = [route.handler];
    for (let depth = 0; depth <= DEEPEST8 && level.length > 0 && seen.size < MOST2; depth++) {
      const next = [];
      for (const fn of level) {
        if (seen.has(fn.node)) continue;
        seen.add(fn.node);
        const list = found3.get(fn.node);
        if (list) list.push(route);
        else found3.set(fn.node, [route]);
        const inner = callees.get(fn.node) ?? calleesOf(program, fn);
        callees.set(fn.node, inner);
        next.push(...inner);
      }
      level = next;
    }
  }
  return found3;
});
var calleesOf = (function calleesOf(program, { file, node: { body } }) {
  const found3 = [];
  const [first] = body;
  const end = body.at(-1)?.end ?? 0;
  if (!first) return found3;
  const { calls, functions } = runsIn(file);
  for (const node of between(functions, first.start, end)) found3.push({ file, node });
  for (const node of between(calls, first.start, end)) {
    const callee = calleeOf(program, { file, node });
    if (callee) found3.push(callee);
  }
  return found3;
});
var runsIn = (function runsIn(file) {
  const known6 = runsOf2.get(file);
  if (known6) return known6;
  const { calls, functions } = indexOf(file);
  const found3 = { calls: inOrder(calls), functions: inOrder(functions) };
  runsOf2.set(file, found3);
  return found3;
});
var inOrder = (function inOrder(nodes) {
  const isInOrder = nodes.every((node, index) => node.start >= (nodes[index - 1]?.start ?? 0));
  return isInOrder ? nodes : nodes.toSorted((one, other) => one.start - other.start);
});
var between = (function between(nodes, start, end) {
  return nodes.slice(firstFrom(nodes, start), firstFrom(nodes, end));
});
var firstFrom = (function firstFrom(nodes, start) {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((nodes[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
});

// src/model/code/queries/returned.ts
var leavesFunction = (function leavesFunction(fn, call) {
  const names = namesOf2(fn, call);
  if (isBoundedLater(fn, names)) return false;
  return holds(fn.body, (node) => {
    const given = node.kind === "return" ? node.value ? [node.value] : [] : isSending(node) ? node.arguments : [];
    return given.some((one) => carries(one, call, names));
  });
});
var isBoundedLater = (function isBoundedLater(fn, names) {
  return holds(fn.body, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member") return false;
    if (!/^(?:limit|take|Limit|paginate)$/.test(node.callee.property)) return false;
    const { root } = chainOf(node);
    return root.kind === "name" && names.has(root.name);
  });
});
var namesOf2 = (function namesOf2(fn, call) {
  const names = /* @__PURE__ */ new Set();
  walk(fn.body, (node) => {
    if (node.kind === "call" && node.start === call.start && node.end === call.end) {
      for (const one of node.arguments)
        if (one.kind === "unary" && one.operator === "&" && one.value.kind === "name") names.add(one.value.name);
    }
    if (node.kind === "assign" && node.target.kind === "name" && carries(node.value, call, names))
      names.add(node.target.name);
    if (node.kind === "loop" && isNext(node.test, names)) addGathered(node, names);
    if (node.kind === "assign" && node.operator === "=" && carries(node.value, call, names)) {
      const { target } = node;
      const filled = target.kind === "member" || target.kind === "index" ? peel(target.object) : void 0;
      if (filled?.kind === "name" && filled.name !== "self") names.add(filled.name);
    }
    if (node.kind !== "declare" || !node.value || !carries(node.value, call, names)) return void 0;
    if (node.target.kind === "name") names.add(node.target.name);
    if (node.target.kind === "object") {
      const rows = node.target.entries.find((one) => one.kind === "entry" && one.key === "rows");
      if (rows?.kind === "entry" && rows.value.kind === "name") names.add(rows.value.name);
    }
    if (node.target.kind === "array" && !takesFirst(node.target.elements.length, node.value)) {
      for (const one of node.target.elements) if (one.kind === "name") names.add(one.name);
    }
    return void 0;
  });
  return names;
});
var carries = (function carries(value, call, names) {
  const inner = peel(value);
  if (inner.start === call.start && inner.end === call.end) return true;
  switch (inner.kind) {
    case "name":
      return names.has(inner.name);
    case "object":
      return inner.entries.some((entry2) => carries(entry2.value, call, names));
    case "array":
      return inner.elements.some((one) => carries(one, call, names));
    case "spread":
    case "keyword":
      return carries(inner.value, call, names);
    case "comprehension":
      return inner.clauses.some((one) => carries(one.iterated, call, names));
    case "conditional":
      return carries(inner.consequent, call, names) || carries(inner.alternate, call, names);
    case "member":
      return (inner.property === "data" || inner.property === "rows") && carries(inner.object, call, names);
    case "call": {
      const callee = peel(inner.callee);
      if (callee.kind === "member" && GOES_ON.test(callee.property)) return carries(callee.object, call, names);
      if (callee.kind === "member" && KEEPS.test(callee.property))
        return carries(callee.object, call, names) || inner.arguments.some((one) => carries(one, call, names));
      return isSending(inner) || pathOf(callee)?.join(".") === "Promise.all" || isSerializer(callee) ? inner.arguments.some((one) => carries(one, call, names)) : false;
    }
    default:
      return false;
  }
});

// src/model/code/queries/route-checks.ts
var checkedByRoutes = (function checkedByRoutes(program, query, routes) {
  const { limit } = query;
  if (limit?.kind !== "uncapped") return query;
  const checks = routes.flatMap(({ guards }) => guards.filter((one) => one.purpose === "other" && CHECKS.test(one.name)));
  if (checks.length === 0) return query;
  const said = checks.flatMap((check) => saidBy(program, check, limit.parameter));
  const capped = said.find((one) => one.kind === "capped");
  if (capped) return { ...query, limit: capped };
  if (said.length > 0 && said.every((one) => one.kind === "uncapped")) return query;
  return { ...query, limit: { kind: "unknown", because: "middleware of the route may check it" } };
});

// src/model/code/queries/row-loops.ts
var loopsOverRows = (function loopsOverRows(program, source) {
  const { file, node: fn } = source.within;
  const names = rowNames(fn, source.call, file);
  const isRows = (one) => one !== void 0 && holdsRows(one, source.call, names);
  const found3 = [];
  const add = (body, targets, at = file) => {
    const own = /* @__PURE__ */ new Set();
    for (const target of targets) if (target) addNames(target, own);
    if (own.size > 0) found3.push({ file: at, body, names: own });
  };
  walk(fn.body, (node) => {
    if (node.kind === "loop") addLoop(node, isRows, names, add);
    else if (node.kind === "comprehension") addComprehension(node, isRows, add);
    else if (node.kind === "call") {
      const callback = callbackOf(program, { file, node }, isRows);
      if (callback) add(callback.node.body, [callback.node.parameters[0]?.target], callback.file);
    }
    return void 0;
  });
  return found3;
});
var callbackOf = (function callbackOf(program, { file, node }, isRows) {
  const {
    callee,
    arguments: [first]
  } = node;
  if (callee.kind !== "member" || !CALLBACKS.test(callee.property) || !first || !isRows(callee.object)) return void 0;
  const found3 = definitionOf(program, { file, node: first });
  if (found3.kind === "function") return found3;
  return first.kind === "function" ? { file, node: first } : void 0;
});
var holdsRows = (function holdsRows(value, call, names) {
  const inner = peel(value);
  if (inner.start === call.start && inner.end === call.end) return true;
  if (inner.kind === "name") return names.has(inner.name);
  if (inner.kind === "comprehension") return inner.clauses.some((one) => holdsRows(one.iterated, call, names));
  if (inner.kind === "conditional")
    return holdsRows(inner.consequent, call, names) || holdsRows(inner.alternate, call, names);
  if (inner.kind === "binary") return /^(?:\|\||\?\?|or)$/.test(inner.operator) && holdsRows(inner.left, call, names);
  if (inner.kind === "member") return inner.property === "rows" && holdsRows(inner.object, call, names);
  if (inner.kind !== "call") return false;
  const callee = peel(inner.callee);
  const keeps = callee.kind === "member" && (KEEPS2.test(callee.property) || GOES_ON.test(callee.property));
  if (keeps && holdsRows(callee.object, call, names)) return true;
  const [first] = inner.arguments;
  return first !== void 0 && AS_MANY.test(pathOf(callee)?.join(".") ?? "") && holdsRows(first, call, names);
});
var rowNames = (function rowNames(fn, call, file) {
  const names = /* @__PURE__ */ new Set();
  walk(fn.body, (node) => {
    if (node.kind === "call" && node.start === call.start && node.end === call.end && file.language === "go") {
      for (const one of node.arguments) if (one.kind === "unary" && one.operator === "&") addNames(one.value, names);
    }
    if (node.kind !== "declare" && node.kind !== "assign" || !node.value) return void 0;
    const target = partWithRows(node.target, node.value, call, names);
    if (target) addNames(target, names);
    return void 0;
  });
  if (file.language === "go") addGathered2(fn, names);
  return names;
});

// src/model/code/queries/row-queries.ts
var rowQueriesOf = (function rowQueriesOf(program, queries, routesTo) {
  const found3 = /* @__PURE__ */ new Map();
  for (const query of queries) {
    if (query.isStreamed || isShort(query)) continue;
    for (const source of sourcesOf2(program, query)) {
      const routes = routesTo(source.within);
      if (routes.length === 0) continue;
      for (const loop of loopsOverRows(program, source)) {
        const sent = sentIn(program, loop);
        if (!sent) continue;
        const { path, start } = sent.at;
        const rows = query.entity === void 0 ? {} : { rows: query.entity };
        found3.set(`${path}:${start}`, { ...sent, library: query.library, ...rows, rowsAt: query.at, routes });
      }
    }
  }
  return [...found3.values()];
});
var isShort = (function isShort({ limit }) {
  const most = limit?.kind === "fixed" ? limit.value : limit?.kind === "capped" ? limit.max : void 0;
  return most !== void 0 && most <= FEW;
});
var sourcesOf2 = (function sourcesOf2(program, { within, at }) {
  if (!within) return [];
  const own = { within, call: at };
  if (!returnsRows(within, at)) return [own];
  const callers = callersOf(program, within).calls.flatMap(({ file, node }) => {
    const [around] = functionsAround(file, node.start);
    return around ? [{ within: { file, node: around }, call: node }] : [];
  });
  return [own, ...callers];
});
var returnsRows = (function returnsRows({ file, node }, call) {
  const names = rowNames(node, call, file);
  let returns = false;
  walkOwn(node, (one) => {
    if (one.kind !== "return" || !one.value) return;
    const value = peel(one.value);
    const first = file.language === "go" && value.kind === "array" ? value.elements[0] : value;
    if (first && holdsRows(first, call, names)) returns = true;
  });
  return returns;
});

// src/model/code/queries/facts.ts
var queryFacts = (function queryFacts(program, service, routes, schemas) {
  const { code, runtime, packages } = service;
  const read = { node: javaScriptQueries, go: goQueries, python: pythonQueries }[runtime];
  const found3 = code.flatMap((file) => read(program, file));
  const scans = usesRedis(packages) ? code.flatMap((file) => keyScansIn(program, file)) : [];
  const byFunction = found3.length > 0 || scans.length > 0 ? routesByFunction(program, routes) : /* @__PURE__ */ new Map();
  const lists = found3.length > 0 && usesGraphql(packages) ? graphqlLists(program, code, schemas()) : [];
  const routesTo = (fn) => (fn && byFunction.get(fn.node)) ?? [];
  const isRest = packages.has("rest_framework") || packages.has("djangorestframework");
  const listed = isRest ? listedByViews(program, service, routes) : [];
  return {
    queries: [...found3.map((query) => withRoutes(program, query, routesTo(query.within))), ...listed].sort(byPlace2),
    rowQueries: rowQueriesOf(program, found3, routesTo),
    graphqlLists: withReads(program, lists, found3),
    keyScans: scans.map(({ within, ...scan }) => ({ ...scan, routes: routesTo(within) }))
  };
});
var withReads = (function withReads(program, lists, queries) {
  const byFunction = routesByFunction(program, lists);
  return lists.map((list) => {
    const reads2 = queries.filter(({ within }) => within && byFunction.get(within.node)?.includes(list));
    const { handler: _, ...field } = list;
    return { ...field, reads: reads2.map((query) => withRoutes(program, query, [])) };
  });
});
var withRoutes = (function withRoutes(program, { within, ...query }, routes) {
  const isReturned = within !== void 0 && leavesFunction(within.node, query.at);
  return { ...checkedByRoutes(program, query, routes), routes, isReturned };
});

// src/model/code/queries/page-answers.ts
var pageRequestsByService = (function pageRequestsByService(requests, services) {
  const found3 = /* @__PURE__ */ new Map();
  if (requests.length === 0) return found3;
  const servers = new Map(services.flatMap((one) => one.files.map((path) => [path, one])));
  for (const request of requests) {
    const answered = answerTo(request, services);
    const owner = servers.get(request.at.path) ?? answered?.service;
    if (!owner) continue;
    const list = found3.get(owner.id) ?? [];
    found3.set(owner.id, list);
    list.push({ ...request, ...answered && { answer: answered.answer } });
  }
  return found3;
});

// src/model/code/queries/page-requests.ts
var pageRequestsOf = (function pageRequestsOf(program, tree) {
  const packageOf = packageFinder(tree);
  const files2 = [...program.files.values()].filter(
    ({ path, language }) => /^(?:java|type)script$/.test(language) && !isAside(path, packageOf(path))
  );
  const pages = new Set(files2.filter(makesPages).map((file) => packageOf(file.path)));
  return files2.flatMap((file) => {
    if (!pages.has(packageOf(file.path)) || !MENTIONS.test(tree.read(file.path)?.text ?? "")) return [];
    return indexOf(file).calls.flatMap((call) => requestOf(program, file, call) ?? []);
  });
});
var isAside = (function isAside(path, folder) {
  const inside = folder === "." ? path : path.slice(folder.length + 1);
  return standsAside(`${folder}/package.json`) || TESTS.test(inside) || BESIDE2.test(inside);
});
var makesPages = (function makesPages({ imports: imports2 }) {
  return imports2.some((one) => !one.typeOnly && PAGES.test(one.from));
});

// src/model/code/queues/python-jobs.ts
var sentJobs = (function sentJobs(program, service, services, tree) {
  if (service.runtime !== "python") return [];
  const files2 = productionFiles(program, service).filter(({ language }) => language === "python");
  return JOB_LIBRARIES.flatMap((library) => {
    if (![...service.packages].some((name) => library.packages.test(name))) return [];
    if (files2.some((file) => library.eager.some((name) => indexOf(file).words.has(name)))) return [];
    const at = firstSent(program, files2, library);
    if (!at) return [];
    const takers2 = takersOf(program, library);
    const takenInCode = takers2.some((file) => services.some(({ code }) => code.includes(file)));
    const spokenOf = takers2[0]?.path ?? textOfWorker(tree, library);
    return [{ library: library.library, at, takenInCode, ...spokenOf !== void 0 && { spokenOf } }];
  });
});

// src/model/code/queues/job-queues.ts
var jobQueues = (function jobQueues(program, { code, packages, prepares }) {
  if (![...packages].some(isBull)) return void 0;
  const paths = new Set(code.map(({ path }) => path));
  const beside = [...program.reachableFrom(prepares)].filter((path) => !paths.has(path));
  const found3 = queuesIn(program, [...code, ...beside.flatMap((path) => program.files.get(path) ?? [])]);
  const isHidden = [...packages].some((name) => /bull(?:$|mq|[-_])/i.test(name) && !KNOWN.test(name));
  const [first] = code;
  return isHidden && !found3.open && first ? { ...found3, open: { path: first.path, start: 0, end: 0 } } : found3;
});
var isBull = (function isBull(name) {
  return /bull(?:$|mq|[-_/])/i.test(name);
});

// src/model/code/queues/untaken-queues.ts
var addedJobs = (function addedJobs(program, tree, services) {
  const known6 = services.flatMap(({ id, ...rest }) => {
    const queues = jobQueues(program, { id, ...rest });
    return queues ? [{ id, queues }] : [];
  });
  const all2 = known6.map(({ queues }) => queues);
  const open2 = all2.find((queues) => queues.open)?.open;
  return new Map(
    known6.flatMap(({ id, queues: { added, named: named4 } }) => {
      if (added.size === 0) return [];
      const untaken = [...added].filter(([name]) => !all2.some(({ taken }) => taken.has(name))).map(([name, at]) => describe(program, tree, { name, at }, all2));
      const unhandled = open2 ? [] : named4.flatMap((one) => unhandledBy(one, all2) ?? []);
      return [[id, { untaken, unhandled, ...open2 && { open: open2 } }]];
    })
  );
});

// src/model/code/rejections.ts
var rejectionsOf = (function rejectionsOf(program, service, routes, tree) {
  const own = routes.filter(({ framework, handler, unwrapped }) => framework === "express" && (handler || unwrapped));
  if (own.length === 0) return void 0;
  const files2 = productionFiles(program, service);
  const uncaught = /* @__PURE__ */ new Map();
  for (const route of own) {
    for (const fn of route.unwrapped ?? []) {
      const found3 = uncaught.has(fn.node) ? void 0 : uncaughtIn(program, fn, 0);
      if (!found3) continue;
      const within = fn.node === route.handler?.node ? {} : { within: nameOfFunction(fn) };
      uncaught.set(fn.node, { route, ...within, ...found3 });
    }
  }
  return {
    passedOn: passesOn(service, files2, tree),
    survives: uncaught.size > 0 && files2.some(keepsAlive),
    uncaught: [...uncaught.values()]
  };
});

// door:src/model/code/routes/javascript.ts
var enter7 = (function enter7() {
  return room7 ??= require("./model-code-routes-javascript.js");
});
var javascriptRoutes = (function javascriptRoutes(...given) {
  return enter7().javascriptRoutes(...given);
});

// door:src/model/code/shadowed-routes.ts
var enter9 = (function enter9() {
  return room9 ??= require("./model-code-shadowed-routes.js");
});
var shadowedRoutes = (function shadowedRoutes(...given) {
  return enter9().shadowedRoutes(...given);
});

// src/model/code/shutdown.ts
var javascriptShutdown = (function javascriptShutdown(program, code, listening2, environment) {
  const registered4 = code.flatMap((file) => registrations(program, file));
  const flows = registered4.map((one) => flowOf(program, one.fn, environment));
  const hooks = code.flatMap((file) => enablingCalls(file));
  const handlers = registered4.map(({ at }, index) => ({ ...handlerOf(flows[index]), at }));
  const enabled = hooks.find(({ isOwn: isOwn2 }) => isOwn2)?.at;
  const patience = flows.flatMap((flow) => flow.patience ?? []).sort((one, other) => other.seconds - one.seconds)[0];
  return {
    shutdown: serversOf(code, listening2, hooks.length > 0, endsAtOnce(code, registered4)),
    signalHandlers: enabled ? [...handlers, { closes: enabled, at: enabled }] : handlers,
    ...patience && { patience }
  };
});
var serversOf = (function serversOf(code, listening2, hasHooks, endsAtOnce2) {
  const paths = new Set(code.map((file) => file.path));
  const places = listening2.filter(({ at }) => paths.has(at.path));
  if (places.length === 0) return [];
  const state = (() => {
    if (hasHooks || !endsAtOnce2 && code.some((file) => indexOf(file).texts.has("SIGTERM"))) return { kind: "handled" };
    const imports2 = code.flatMap((file) => file.imports.filter((one) => !one.typeOnly).map((one) => one.from));
    const closer = imports2.find((name) => CLOSERS.test(name));
    if (closer) return { kind: "unknown", because: `${closer} may close it` };
    if (endsAtOnce2) return { kind: "missing", because: "its handler ends the process and does nothing else" };
    if (!imports2.includes("@nestjs/core")) return { kind: "missing" };
    const hook = NEST_HOOKS.find((name) => code.some((file) => hasMethod(file, name)));
    const user = hook ?? imports2.find((name) => NEST_CLOSING.test(name));
    const lost = user === void 0 ? "" : `, so ${hook ?? `what ${user} holds open`} ${hook ? "never runs" : "is never closed"}`;
    return { kind: "missing", because: `enableShutdownHooks is not called${lost}` };
  })();
  return places.map(({ at }) => ({ ...state, at }));
});
var endsAtOnce = (function endsAtOnce(code, registered4) {
  const named4 = code.filter((file) => indexOf(file).texts.has("SIGTERM"));
  if (registered4.length === 0 || named4.some(({ path }) => !registered4.some(({ at }) => at.path === path))) return false;
  return registered4.every(({ fn }) => {
    if (!fn || holds(fn.node.body, (node) => node.kind === "await" || node.kind === "function")) return false;
    const called2 = [];
    walk(fn.node.body, (node) => {
      if (node.kind === "call") called2.push(pathOf(node.callee)?.join("."));
      return void 0;
    });
    return called2.includes("process.exit") && called2.every((name) => name !== void 0 && ENDS2.test(name));
  });
});
var enablingCalls = (function enablingCalls(file) {
  const calls = indexOf(file).callsByName.get("enableShutdownHooks") ?? [];
  return calls.flatMap((call) => {
    if (call.callee.kind !== "member") return [];
    return [{ at: spanOf7(file, call), isOwn: call.arguments[0]?.kind !== "name" }];
  });
});
var registrations = (function registrations(program, file) {
  const { calls, texts: texts2 } = indexOf(file);
  if (!texts2.has("SIGTERM")) return [];
  return calls.flatMap((call) => {
    if (!REGISTERS2.test(pathOf(call.callee)?.join(".") ?? "")) return [];
    const [signal, handler] = call.arguments;
    if (!signal || !handler || !isTermination(program, file, signal)) return [];
    return [{ fn: functionOf2(program, file, handler), at: spanOf7(file, call) }];
  });
});

// src/model/code/sockets.ts
var javascriptSockets = (function javascriptSockets(program, service) {
  const started2 = startOf(program, service);
  if (!started2) return [];
  const reached2 = program.reachableFrom(service.entries);
  const found3 = [...started2.sockets.map((host) => server(started2, host)), ...nestGateways(started2)];
  const loaded = service.entries.length === 0 ? found3 : found3.filter(({ at }) => reached2.has(at.path));
  const broadcast = loaded.some(({ library }) => library === "ws") ? broadcastIn(program, reached2) : void 0;
  const running2 = broadcast ? loaded.map((one) => one.library === "ws" ? { ...one, broadcast } : one) : loaded;
  if (!running2.some(({ allowsPolling: allowsPolling2 }) => allowsPolling2) || !hasWebSocketClient(program)) return running2;
  return running2.map((one) => ({ ...one, allowsPolling: one.allowsPolling && void 0 }));
});

// src/model/code/unjoined-images.ts
var unjoinedImages = (function unjoinedImages(tree, program, { workloads, images, own }, services) {
  const doubted = new Set(own.ambiguous().map(({ path }) => path));
  const run = workloads.map((workload) => ({ workload, image: own.startedAs(workload).image }));
  const strangers = run.flatMap(
    ({ workload, image }) => image?.origin === "pulled" && !workload.software && !doubted.has(workload.at.path) ? [workload.name] : []
  );
  if (strangers.length === 0) return [];
  const joined = new Set(run.flatMap(({ image }) => image?.id ?? []));
  const judged = new Set(services.map(({ id }) => id));
  const names = listOf([...new Set(strangers)].slice(0, MOST3));
  return images.flatMap((image) => {
    const { dockerfile } = image;
    if (!dockerfile || image.weight > 0 || image.usedBy.length > 0 || joined.has(image.id)) return [];
    const found3 = findProgram(startedBy(image), tree, program);
    if (!found3 || judged.has(`service:${found3.entries.join("+")}`)) return [];
    const because = `nothing tells which workload runs what it builds (${names} may): its code is not judged`;
    return [{ path: dockerfile.file.path, because }];
  });
});

// src/model/code/web/client-address.ts
var clientAddress = (function clientAddress(program, service) {
  if (![...service.packages].some((name) => PACKAGES3.test(name))) return void 0;
  const files2 = productionFiles(program, service);
  if (files2.some((file) => hasWord(file, OF_ITS_OWN))) return void 0;
  const limiters = files2.flatMap(
    (file) => file.imports.some(({ from }) => PACKAGES3.test(from)) ? indexOf(file).calls.flatMap((call) => limiterIn(program, file, call) ?? []) : []
  );
  if (limiters.length === 0) return void 0;
  return { limiters, believesProxy: files2.some(believes) };
});

// src/model/code/web/debug.ts
var debugSwitches = (function debugSwitches(program, service) {
  const sites = productionFiles(program, service).flatMap((file) => {
    if (file.language === "go") return [];
    return file.language === "python" ? stagelessCallsOf(file, isPythonServer).flatMap((node) => pythonSites(program, { file, node }, service)) : stagelessCallsOf(file, isGraphqlServer).flatMap((node) => graphqlSites(program, { file, node }));
  });
  const django = service.runtime === "python" ? djangoSetting(program, service, "DEBUG") : void 0;
  if (django) sites.push({ kind: "errors", name: "DEBUG", option: django });
  const environments = environmentsOf(service);
  return sites.flatMap(({ kind, name, option: option2 }) => {
    if (option2 === "absent" || option2 === "open") return [];
    const at = { path: option2.file.path, start: option2.node.start, end: option2.node.end };
    const environment = environments.find((one) => isOn(program, option2, one, false));
    if (!environment) return [];
    const { isFallback, variables } = valueIn(program, option2, environment);
    const unset = isFallback ? variables[0] : void 0;
    return [{ kind, name, at, ...unset !== void 0 && { unset } }];
  });
});

// src/model/code/web/django-metrics.ts
var namesMetrics = (function namesMetrics(program, service) {
  if (service.runtime !== "python" || !service.packages.has("django")) return false;
  const files2 = /* @__PURE__ */ new Set([...service.code, ...djangoSettingsBeside(program, service)]);
  return [...files2].some((file) => some(indexOf(file).texts, (text) => text.length <= LONGEST3 && mayShowMetrics(text)));
});

// src/model/code/web/declared-settings.ts
var declaredForms = (function declaredForms(program, { file, node }, files2) {
  if (isAsideClass(node.name)) return [];
  return node.members.flatMap((member) => {
    if (member.kind !== "field") return [];
    if (file.language === "go") {
      const read2 = member.tag ? taggedRead(file, member, "") : void 0;
      return read2?.fallback && !(node.name !== void 0 && prefixedTypes(files2).has(node.name)) ? [
        {
          read: { ...read2, alternatives: prefixed(files2, read2.variable) },
          fallback: read2.fallback,
          whenEmpty: false
        }
      ] : [];
    }
    if (file.language !== "python") return validatedForm(file, node, member, files2);
    if (!member.value) return [];
    const read = fieldRead(program, { kind: "field", file, node: member, owner: node });
    return read?.fallback ? [{ read, fallback: read.fallback, whenEmpty: false }] : [];
  });
});

// src/model/code/web/deployed-stage.ts
var stagedCode = (function stagedCode(program, service, files2, tree) {
  const found3 = { decided: /* @__PURE__ */ new Map(), dead: /* @__PURE__ */ new Map() };
  if (service.workloads.length === 0) return found3;
  const staged = files2.filter((file) => indexOf(file).branches.some((one) => isStaged(one, true)));
  if (staged.length === 0) return found3;
  const environments = service.workloads.slice(0, MOST_WORKLOADS).map((workload) => environmentOf2(workload, service, files2, tree));
  for (const file of staged) addDecided(found3, { program, environments }, file);
  return found3;
});

// src/model/code/web/random-values.ts
var mayBeRandom = (function mayBeRandom(file) {
  return hasWord(file, isLast);
});

// src/model/code/web/secret-fallbacks.ts
var secretFallbacks = (function secretFallbacks(program, service, tree) {
  const files2 = productionFiles(program, service);
  const staged = stagedCode(program, service, files2, tree);
  const found3 = /* @__PURE__ */ new Map();
  for (const file of files2) {
    for (const candidate of candidatesOf(program, file, files2, staged)) {
      const { path, start } = candidate.fallback.at;
      const known6 = found3.get(`${path}
${start}`);
      found3.set(`${path}
${start}`, known6 ? { ...known6, names: [...known6.names, ...candidate.names] } : candidate);
    }
  }
  if (found3.size === 0) return [];
  const checks = checksIn(program, files2);
  const inEffect = staged.dead.size > 0 ? checksIn(program, files2, staged.dead) : checks;
  const [setting] = staged.dead.values();
  return [...found3.values()].flatMap((one) => {
    const { fallback } = one;
    if (isChecked(inEffect, one) || fallback.isRandom && mayBeKept(files2, new Set(one.names))) return [];
    return setting && isChecked(checks, one) ? [{ ...fallback, stage: fallback.stage ?? setting }] : [fallback];
  });
});
var mayHold = (function mayHold(program, file) {
  if (file.language === "go" || file.language === "python") return true;
  const { alternatives, calls, texts: texts2, words } = indexOf(file);
  return words.has("env") || hasWord(file, mayName) || some(texts2, (text) => text.includes("://") || isSecretName(text)) || calls.some(mayRead) || file.imports.some(({ from }) => from === "class-validator") || alternatives.some((node) => behindOperator(program, { file, node }, node, void 0) !== void 0);
});
var candidatesOf = (function candidatesOf(program, file, files2, { decided, dead }) {
  if (!mayHold(program, file)) return [];
  const found3 = [];
  const inside = /* @__PURE__ */ new Set();
  const waiting = [...file.body];
  const names = file.body.map(() => void 0);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const around = names.pop();
    if (dead.has(node) || isStaged(node, true) && !decided.has(node)) continue;
    if (node.kind === "call" || node.kind === "binary" || node.kind === "member" || node.kind === "name") {
      const candidate = inside.has(node) ? void 0 : candidateAt(program, { file, node }, around, inside);
      if (candidate) found3.push(inStage(file, node, decided, candidate));
    }
    for (const form2 of formsAt(program, { file, node }, files2)) {
      const candidate = candidateOf(program, form2.read, form2.fallback, form2.whenEmpty, around);
      if (candidate) found3.push(inStage(file, node, decided, candidate));
    }
    const name = nameGiven3(node) ?? (keepsName(node) ? around : void 0);
    push(waiting, node);
    while (names.length < waiting.length) names.push(name);
  }
  return found3;
});
var formsAt = (function formsAt(program, at, files2) {
  const { file, node } = at;
  if (node.kind === "class") return declaredForms(program, { file, node }, files2);
  const form2 = formOf(program, at) ?? (file.language === "go" ? viperForm(files2, at) : void 0);
  return form2 ? [form2] : [];
});
var nameGiven3 = (function nameGiven3(node) {
  if (node.kind === "declare" || node.kind === "assign") return pathOf(node.target)?.at(-1);
  if (node.kind === "field") return node.name;
  if (node.kind === "entry") return node.key;
  return void 0;
});
var keepsName = (function keepsName(node) {
  return node.kind === "binary" || node.kind === "cast" || node.kind === "await" || node.kind === "call";
});
var candidateAt = (function candidateAt(program, at, name, inside) {
  const { node } = at;
  if (node.kind === "binary") return behindOperator(program, at, node, name);
  let read = mayRead(node) ? environmentRead(program, at) : void 0;
  for (let steps = 0; read?.fallback && steps < 4; steps++) {
    const inner = environmentRead(program, read.fallback);
    if (!inner) break;
    inside.add(peel(read.fallback.node));
    const both = together([read, inner]);
    read = both && { ...both, ...inner.fallback && { fallback: inner.fallback } };
    if (!inner.fallback) return void 0;
  }
  return read?.fallback && candidateOf(program, read, read.fallback, false, name);
});
var mayRead = (function mayRead(node) {
  if (node.kind === "name") return isSecretName(node.name);
  if (node.kind === "member") return mayName(node.property);
  if (node.kind !== "call" || node.arguments.length < 2) return false;
  const [first] = node.arguments;
  if (first?.kind === "literal") return typeof first.value === "string" && VARIABLE4.test(first.value);
  return first?.kind === "name" && isSecretName(first.name) || first?.kind === "member" && isSecretName(first.property);
});
var behindOperator = (function behindOperator(program, { file }, node, name) {
  if (node.operator !== "||" && node.operator !== "??") return void 0;
  const right = { file, node: node.right };
  const literal = literalText(program, right);
  if (literal ? literal.text === "" : !randomOf(program, right)) return void 0;
  const reads2 = [];
  let left = peel(node.left);
  for (let steps = 0; left && steps < 8; steps++) {
    const isChain = left.kind === "binary" && left.operator === node.operator;
    const read2 = environmentRead(program, { file, node: left.kind === "binary" && isChain ? peel(left.right) : left });
    if (!read2 || read2.isRequired) return void 0;
    reads2.unshift(read2);
    left = left.kind === "binary" && isChain ? peel(left.left) : void 0;
  }
  const read = left ? void 0 : together(reads2);
  if (!read) return void 0;
  return candidateOf(program, read, right, node.operator === "||", name);
});
var candidateOf = (function candidateOf(program, read, from, whenEmpty, name) {
  if (!VARIABLE4.test(read.variable)) return void 0;
  const literal = literalText(program, from);
  const random = literal ? void 0 : randomOf(program, from);
  const value = literal ?? (random && from);
  const secret = literal && secretIn(read.variable, literal.text);
  if (!value || literal && (!secret || isLocal(literal.text))) return void 0;
  if (random && !signsForLong(read.variable)) return void 0;
  const fallback = {
    variable: read.variable,
    alternatives: read.alternatives,
    whenEmpty,
    placeholder: secret?.placeholder === true,
    signing: random !== void 0 || secret?.signing === true,
    isRandom: random !== void 0,
    at: { path: value.file.path, start: value.node.start, end: value.node.end }
  };
  return { fallback, names: [read.variable, ...read.alternatives, ...name === void 0 ? [] : [name]] };
});
var randomOf = (function randomOf(program, at) {
  return mayBeRandom(at.file) ? randomCall(program, at) : void 0;
});
var literalText = (function literalText(program, at, depth = 0) {
  if (depth > 8) return void 0;
  const node = peel(at.node);
  if (node.kind === "name" || node.kind === "member") {
    const found3 = definitionOf(program, { file: at.file, node });
    if (found3.kind !== "expression" || found3.node.kind === "name" || found3.node.kind === "member") return void 0;
    return literalText(program, found3, depth + 1);
  }
  const wrapped = wrappedText(node);
  if (wrapped) return literalText(program, { file: at.file, node: wrapped }, depth + 1);
  const only = node.kind === "template" && node.parts.length === 1 ? node.parts[0] : void 0;
  const text = node.kind === "literal" ? node.value : only;
  return typeof text === "string" ? { file: at.file, node, text } : void 0;
});
var wrappedText = (function wrappedText(node) {
  if (node.kind !== "call") return void 0;
  const [first] = node.arguments;
  const called2 = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === "member" ? node.callee.property : void 0);
  if (called2 !== void 0 && /^(?:SecretStr|SecretBytes|Secret|from|encode|bytes)$/.test(called2) && first) return first;
  return called2 === "encode" && node.callee.kind === "member" ? node.callee.object : void 0;
});

// src/model/code/web/secret-sinks.ts
var mayTakeSecrets = (function mayTakeSecrets(file) {
  const known6 = relevantOf.get(file);
  if (known6 !== void 0) return known6;
  const found3 = file.imports.some(({ from, typeOnly }) => !typeOnly && (RELEVANT.test(from) || isClient2(from)));
  relevantOf.set(file, found3);
  return found3;
});
var callsThatTake = (function callsThatTake(file) {
  if (!mayTakeSecrets(file)) return [];
  const { calls, words } = indexOf(file);
  if (some(KEY_OPTIONS, (name) => words.has(name))) return calls;
  const named4 = new Set(file.imports.flatMap(({ local, from }) => local !== void 0 && from in KEYS ? [local] : []));
  return calls.filter((call) => {
    const name = calledName(call);
    return call.isNew || name !== void 0 && (KEY_CALLS.has(name) || OTHER_CALLS.has(name) || connects(name) || named4.has(name));
  });
});
var isClient2 = (function isClient2(from) {
  return CLIENTS2.test(from) || CLIENTS2.test(from.split(".")[0] ?? "");
});
var sinksOf = (function sinksOf(program, at) {
  const { file, node } = at;
  const called2 = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === "member" ? node.callee.property : void 0);
  if (node.arguments.length === 0) return [];
  const found3 = [];
  const take = (takes, value) => found3.push({ takes, call: pathOf(node.callee)?.slice(-2).join(".") ?? called2 ?? "a call", value });
  for (const given of node.arguments) {
    for (const [key, value] of entriesOf2(given)) if (KEY_OPTIONS.has(key)) take("key", { file, node: value });
  }
  if (called2 !== void 0) {
    for (const value of keysOf3(program, at, called2)) take("key", value);
  }
  if (node.callee.kind === "call" || !(node.isNew || called2 !== void 0 && connects(called2))) return found3;
  const client = clientOf(program, at);
  if (client === void 0) return found3;
  for (const value of passwordsOf(at, client)) take("password", value);
  for (const given of node.arguments.slice(0, 2)) {
    const inner = peel(given.kind === "keyword" ? given.value : given);
    if (inner.kind !== "object") take("address", { file, node: inner });
    else
      for (const [key, value] of entriesOf2(inner))
        if (/^(?:url|uri|connectionString|connection|dsn)$/i.test(key)) take("address", { file, node: value });
  }
  for (const given of node.arguments)
    if (given.kind === "keyword" && /^(?:broker|backend|url|dsn|conninfo)$/.test(given.name))
      take("address", { file, node: given.value });
  return found3;
});
var keysOf3 = (function keysOf3(program, at, called2) {
  const { file, node } = at;
  if (file.language === "go" && called2 === "SignedString") {
    const [key] = node.arguments;
    return key && file.imports.some(({ from }) => /\/jwt(?:-go)?(?:\/v\d+)?$/.test(from)) ? [{ file, node: key }] : [];
  }
  if (file.language === "python" && called2 === "add_middleware") return keywords(at, ["secret_key"]);
  if (called2 === "registerAsync") return factoryKeys(program, at);
  const fitting = KEY_CALLS.has(called2) || file.imports.some(({ local, from }) => local === called2 && from in KEYS);
  if (!fitting) return [];
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  const known6 = name === void 0 ? void 0 : KEYS[name] ?? KEYS[name.replace(/\.default$/, "")];
  if (known6) {
    const positional2 = known6.at === void 0 ? void 0 : node.arguments[known6.at];
    const values = positional2 && positional2.kind !== "keyword" ? [{ file, node: positional2 }] : [];
    return [...values, ...optionValues(program, at, known6.options ?? []), ...keywords(at, known6.options ?? [])].flatMap(
      items
    );
  }
  return called2 === "sign" || called2 === "signAsync" ? signOptions(program, at) : [];
});
var entriesOf2 = (function entriesOf2(node) {
  const outer = peel(node);
  const inner = outer.kind === "unary" ? peel(outer.value) : outer;
  const object = inner.kind === "call" && inner.isNew ? inner.arguments[0] : inner;
  if (object?.kind !== "object") return [];
  return object.entries.flatMap(
    (one) => one.kind === "entry" && one.key !== void 0 ? [[one.key, one.value]] : []
  );
});
var clientOf = (function clientOf(program, { file, node }) {
  const root = pathOf(node.callee)?.[0];
  if (root === void 0 || !file.imports.some((one) => one.local === root || file.language === "go" && one.from.includes(root)))
    return void 0;
  const of = definitionOf(program, { file, node: node.callee });
  return of.kind === "external" && CLIENTS2.test(of.package) ? of.package : void 0;
});
var passwordsOf = (function passwordsOf({ file, node }, client) {
  const found3 = [];
  const isHere = (options2) => options2.some(
    ([key, value]) => /^(?:host|server|addr)$/i.test(key) && value.kind === "literal" && LOCAL2.test(String(value.value))
  );
  const visit2 = (node2, depth) => {
    const options2 = entriesOf2(node2);
    if (isHere(options2)) return;
    for (const [key, value] of options2) {
      if (PASSWORD_OPTION.test(key)) found3.push({ file, node: value });
      else if (depth < 3) visit2(value, depth + 1);
    }
  };
  for (const given of node.arguments) visit2(given, 0);
  const named4 = node.arguments.flatMap((one) => one.kind === "keyword" ? [[one.name, one.value]] : []);
  if (!isHere(named4)) {
    for (const [key, value] of named4) if (PASSWORD_OPTION.test(key)) found3.push({ file, node: value });
  }
  const [, , third, options] = node.arguments;
  if (client === "sequelize" && third && options && !isHere(entriesOf2(options))) found3.push({ file, node: third });
  return found3;
});

// src/model/code/web/hardcoded-secrets.ts
var hardcodedSecrets = (function hardcodedSecrets(program, service) {
  const files2 = productionFiles(program, service);
  const found3 = /* @__PURE__ */ new Map();
  const add = (one) => {
    if (one) found3.set(`${one.at.path}
${one.at.start}`, found3.get(`${one.at.path}
${one.at.start}`) ?? one);
  };
  for (const one of djangoSecrets(program, service)) add(one);
  for (const file of files2) for (const one of candidatesOf2(program, file)) add(one);
  if (found3.size === 0) return [];
  const checks = checksIn(program, files2);
  return [...found3.values()].filter((one) => !isChecked2(checks, one)).map(({ names: _, ...secret }) => secret);
});
var mayNameSecrets = (function mayNameSecrets(file) {
  return file.language === "python" || hasWord(file, isSecretName) || some(indexOf(file).texts, (text) => text.includes("://"));
});
var candidatesOf2 = (function candidatesOf2(program, file) {
  const takes = callsThatTake(file).some((node) => givenTo(program, { file, node }).length > 0);
  if (!takes && !mayNameSecrets(file)) return [];
  const found3 = [];
  const passed = /* @__PURE__ */ new Set();
  walk(file.body, (node) => {
    if (passed.has(node) || isStaged(node, true) || isAside2(node)) return false;
    if (node.kind === "call") {
      if (takes) found3.push(...givenTo(program, { file, node }));
    } else if (node.kind === "class") {
      if (node.bases.some((base) => /Settings$/.test(pathOf(base)?.at(-1) ?? ""))) {
        for (const member of node.members) if (member.kind === "field") passed.add(member);
      }
    } else if (mayName2(node)) found3.push(...named3(program, { file, node }));
    return void 0;
  });
  return found3;
});
var mayName2 = (function mayName2(node) {
  if (node.kind === "assign") return true;
  if (node.kind !== "declare" && node.kind !== "entry" && node.kind !== "field") return false;
  return node.value !== void 0 && peel(node.value).kind === "literal";
});
var isAside2 = (function isAside2(node) {
  if (node.kind === "class") return isAsideClass(node.name);
  if (node.kind === "entry") return DOCUMENTED.test(node.key ?? "");
  return node.kind === "keyword" && DOCUMENTED.test(node.name);
});
var givenTo = (function givenTo(program, at) {
  const config = configUpdate(program, at);
  const sinks = sinksOf(program, at);
  return [
    ...config,
    ...sinks.flatMap(({ takes, call, value }) => {
      const written = literalText(program, value);
      if (!written || written.text.includes("-----BEGIN")) return [];
      const names = nameOf11(value);
      if (takes === "address") return urlOf2(call, true, written, names);
      return textOf6(call, true, takes === "key" ? "SIGNING_KEY" : "PASSWORD", written, names);
    })
  ];
});
var named3 = (function named3(program, { file, node }) {
  const name = givenName(node);
  const value = "value" in node ? node.value : void 0;
  if (name === void 0 || !value || typeof value !== "object" || !("kind" in value)) return [];
  const inner = peel(value);
  if (node.kind === "assign" && isFrameworkKey(node.target)) {
    const written2 = literalText(program, { file, node: inner });
    return written2 ? textOf6(name, false, "SECRET_KEY", written2, [name]) : [];
  }
  if (inner.kind !== "literal" || typeof inner.value !== "string") return [];
  const written = { file, node: inner, text: inner.value };
  if (ADDRESS_NAME.test(name) && inner.value.includes("://")) return urlOf2(name, false, written, [name]);
  if (!isStrongName(name) && !(file.language === "python" && isServersKey(name))) return [];
  if (!isGenerated(inner.value) || UUID.test(inner.value)) return [];
  return textOf6(name, false, name, written, [name]);
});
var isStrongName = (function isStrongName(name) {
  return isSecretName(name) && (isSigningKeyName(name) || /(?:SECRET|PASSWORD|PASSWD|PASSPHRASE|PRIVATE_?KEY)(?:_?KEY)?$/i.test(name));
});
var givenName = (function givenName(node) {
  switch (node.kind) {
    case "declare":
    case "assign":
      return pathOf(node.target)?.at(-1);
    case "field":
      return node.name;
    case "entry":
      return node.key;
    default:
      return void 0;
  }
});
var configUpdate = (function configUpdate(program, { file, node }) {
  if (file.language !== "python" || node.callee.kind !== "member" || node.callee.property !== "update") return [];
  if (node.callee.object.kind !== "member" || node.callee.object.property !== "config") return [];
  return node.arguments.flatMap((one) => {
    if (one.kind !== "keyword" || !SECRET_SETTING.test(one.name)) return [];
    const written = literalText(program, { file, node: one.value });
    return written ? textOf6(one.name, false, "SECRET_KEY", written, [one.name]) : [];
  });
});
var djangoSecrets = (function djangoSecrets(program, service) {
  if (service.runtime !== "python" || !service.packages.has("django")) return [];
  const key = djangoSetting(program, service, "SECRET_KEY");
  const databases2 = djangoSetting(program, service, "DATABASES");
  const found3 = [];
  if (key && key !== "open" && key !== "absent") {
    const written = literalText(program, key);
    if (written) found3.push(...textOf6("SECRET_KEY", false, "SECRET_KEY", written, ["SECRET_KEY"]));
  }
  if (databases2 && databases2 !== "open" && databases2 !== "absent" && databases2.node.kind === "object") {
    for (const node of passwordsIn(databases2.node)) {
      const written = literalText(program, { file: databases2.file, node });
      if (written) found3.push(...textOf6("DATABASES", false, "PASSWORD", written, []));
    }
  }
  return found3;
});

// src/model/code/web/limiters.ts
var limitersOf = (function limitersOf(program, service) {
  const files2 = productionFiles(program, service);
  const mayLimit = files2.some(limitsSomething);
  if (!mayLimit) return { mayLimit, unbound: [], made: 0 };
  const unbound = [];
  let made3 = 0;
  for (const file of files2) {
    for (const node of stagelessCallsOf(file, makesLimiter)) {
      const found3 = limiterIn2(program, { file, node }, files2);
      if (!found3) continue;
      made3++;
      if (found3.lacks) {
        const at = { path: file.path, start: node.start, end: node.end };
        unbound.push({ name: found3.name, lacks: found3.lacks, at });
      }
    }
  }
  const rates = unusedRates(program, service, files2);
  const onRequest = pluginsOnRequest(program, files2);
  const others = [
    ...rates ? [rates] : [],
    ...unknownOverrides(program, files2),
    ...files2.some(asksForLimit) ? [] : onRequest
  ];
  return { mayLimit, unbound: [...unbound, ...others], made: made3 + others.length + onRequest.length };
});
var limitsSomething = (function limitsSomething(file) {
  if (file.imports.some(({ from, name }) => isPackage(from) || name !== void 0 && isName2(name))) return true;
  const { texts: texts2, numbers } = indexOf(file);
  return numbers.has(429) || hasWord(file, isName2) || some(texts2, (text) => text.length < 80 && (isName2(text) || APPLICATION.test(text)));
});

// src/model/code/web/logins.ts
var signsIn = (function signsIn({ method, path, framework, outside: outside2, handler, takesPasswordAt }) {
  if (takesPasswordAt !== void 0) return true;
  if (method === "*" && framework === "next") return PATH.test(path);
  if (method !== "POST" && !(method === "*" && framework === "django")) return false;
  if (outside2 !== void 0 && VIEW.test(outside2)) return true;
  if (handler && (takesForm(handler) || asksDjango(handler))) return true;
  return method === "POST" && PATH.test(path);
});
var takesForm = (function takesForm({ node }) {
  return node.parameters.some(
    ({ type }) => type?.expression !== void 0 && holds(
      [type.expression],
      (one) => FORM.test(one.kind === "name" || one.kind === "member" ? pathOf(one)?.at(-1) ?? "" : "")
    )
  );
});
var asksDjango = (function asksDjango({ file, node }) {
  if (!indexOf(file).words.has("authenticate")) return false;
  const isOfDjango = file.imports.some(
    ({ from, name, local }) => from === "django.contrib.auth" && name === "authenticate" && (local ?? name) === "authenticate" || from === "django.contrib" && name === "auth"
  );
  return isOfDjango && holds(
    node.body,
    (one) => one.kind === "call" && /^(?:auth\.)?authenticate$/.test(pathOf(one.callee)?.join(".") ?? "")
  );
});

// src/model/code/web/doors.ts
var isGuarded = (function isGuarded({ guards }) {
  return guards.some(({ purpose }) => purpose === "auth");
});

// src/model/code/web/django-doors.ts
var djangoDoors = (function djangoDoors(all2) {
  const changes = all2.filter((one) => /^django(?:-ninja)?$/.test(one.framework) && isChange(one));
  const beside = besideGuarded(changes);
  const known6 = new Set(beside.map(({ route }) => route));
  return [...beside, ...openViewSets(all2, changes).filter(({ route }) => !known6.has(route))];
});
var besideGuarded = (function besideGuarded(changes) {
  const guarded = changes.filter(isGuarded);
  if (guarded.length < 2) return [];
  return changes.flatMap((route) => {
    if (isGuarded(route) || isMeantForAll(route) || route.guards.some((one) => one.purpose === "public")) return [];
    const neighbour = neighbourOf(route, guarded, changes);
    const answer = neighbour && answerOf(route);
    if (!answer || answer === "asks") return [];
    return [{ route, neighbour, ...answer !== "open" && { doubt: answer.because } }];
  });
});
var openViewSets = (function openViewSets(all2, changes) {
  const neighbour = changes.find(isGuarded) ?? all2.find((one) => one.framework === "django" && isGuarded(one));
  if (!neighbour) return [];
  return changes.flatMap((route) => {
    const { handler, view = [], guards } = route;
    if (handler || view.length === 0 || guards.some((one) => one.purpose !== "other") || isMeantForAll(route)) return [];
    const own = new Set(view.map(({ node }) => node.name));
    const bases = view.flatMap(({ node }) => node.bases.map((base) => pathOf(base)?.at(-1) ?? ""));
    if (!bases.every((base) => own.has(base) || GENERATED3.test(base))) return [];
    return answerOf(route) === "open" ? [{ route, neighbour }] : [];
  });
});

// src/model/code/web/next-doors.ts
var nextDoors = (function nextDoors(program, all2) {
  const writes = all2.filter((one) => one.framework === "next" && (one.method === "POST" || isChange2(one)));
  const guarded = writes.filter(isGuarded);
  if (guarded.length < 2) return [];
  return writes.flatMap((route) => {
    if (isGuarded(route) || isMeantForAll(route) || !route.handler || !doesAnything(route.handler)) return [];
    const neighbour = neighbourOf2(route, guarded, writes);
    if (!neighbour) return [];
    const unknown2 = route.guards.find((one) => !isHarmless(one));
    if (unknown2) return [{ route, neighbour, doubt: `what ${unknown2.name} asks is not known` }];
    if (!mayAsk(program, route.handler)) return [{ route, neighbour }];
    return [{ route, neighbour, doubt: "whether what it calls asks is not known" }];
  });
});

// src/model/code/web/open-doors.ts
var openDoors = (function openDoors(program, service, table, sockets) {
  const routes = table.routes.filter((one) => one.isResolved);
  const others = [...djangoDoors(routes), ...nextDoors(program, routes)].map(routeDoor);
  const guarded = routes.filter(isGuarded);
  if (guarded.length === 0 || guarded.some(({ guards }) => guards.some((one) => one.isGlobal && one.purpose === "auth")))
    return others;
  const open2 = openRoutes(routes, guarded).map(routeDoor);
  if (guarded.length < 2) return [...open2, ...others];
  const files2 = productionFiles(program, service);
  return [...open2, ...others, ...openSockets(files2, sockets, guarded), ...openFolders(files2, guarded)];
});

// src/model/code/web/seeded-logins.ts
var seededLogins = (function seededLogins(program, service) {
  const prepared = [...program.reachableFrom(service.prepares)].flatMap((path) => program.files.get(path) ?? []);
  const files2 = [.../* @__PURE__ */ new Set([...productionFiles(program, service), ...prepared])];
  const run = /* @__PURE__ */ new Set([...program.reachableFrom(service.entries), ...prepared.map(({ path }) => path)]);
  const found3 = [];
  for (const file of files2) {
    if (standsAside(file.path) && !run.has(file.path)) continue;
    if (!mayMake2(file)) continue;
    for (const one of surrounded(file)) {
      if (one.node.kind !== "call" || one.isGuarded) continue;
      for (const login2 of loginsIn(program, file, one.node)) found3.push({ ...login2, one });
    }
  }
  const migrated = inMigrations(program, service);
  if (found3.length === 0) return migrated;
  const runs = runsOf(program, files2, new Set(service.entryPoints.flatMap(({ attribute }) => attribute ?? [])));
  const places = /* @__PURE__ */ new Map();
  for (const { one, ...login2 } of found3) if (runs.atStart(one)) places.set(`${login2.at.path}
${login2.at.start}`, login2);
  return [...places.values(), ...migrated];
});
var inMigrations = (function inMigrations(program, service) {
  const found3 = [];
  for (const file of program.files.values()) {
    if (!MIGRATION.test(file.path) || !isWithin(service.directory, file.path) || !mayMake2(file)) continue;
    const applied = appliedIn(file);
    for (const { node, within, isGuarded: isGuarded2 } of surrounded(file)) {
      if (node.kind !== "call" || isGuarded2 || within === void 0 || !applied(within)) continue;
      for (const one of loginsIn(program, file, node)) found3.push({ ...one, isMigrated: true });
    }
  }
  return found3;
});
var mayMake2 = (function mayMake2(file) {
  const { callsByName } = indexOf(file);
  if (callsByName.has("create_user") || callsByName.has("create_superuser")) return true;
  return hasWord(file, isPassword) && callsSome(file, makesAccounts);
});

// src/model/code/web/signing-keys.ts
var signingKeys = (function signingKeys(program, service) {
  const files2 = productionFiles(program, service);
  const isUsed = files2.some((file) => hasWord(file, isSigningKeyName) || some(indexOf(file).texts, isSigningKeyName));
  const found3 = /* @__PURE__ */ new Map();
  const add = (name, value) => {
    const made3 = randomCall(program, value);
    const held = pathOf(peel(value.node))?.at(-1);
    if (!made3 || isInFunction(made3, value) || mayBeKept(files2, new Set(held === void 0 ? [] : [held]))) return;
    const at = { path: made3.file.path, start: made3.node.start, end: made3.node.end };
    found3.set(`${at.path}
${at.start}`, found3.get(`${at.path}
${at.start}`) ?? { name, at });
  };
  const django = service.packages.has("django") ? djangoSetting(program, service, "SECRET_KEY") : void 0;
  if (typeof django === "object") add("SECRET_KEY", django);
  if (files2.some(mayBeRandom)) {
    for (const file of files2) {
      for (const node of outside(file, callsThatTake(file), true))
        for (const { takes, call, value } of sinksOf(program, { file, node })) if (takes === "key") add(call, value);
      for (const { target, value } of outside(file, keysGiven(file), false))
        add(pathOf(target)?.at(-1) ?? "the key", { file, node: value });
    }
  }
  return { isUsed: isUsed || found3.size > 0, random: [...found3.values()] };
});

// src/model/code/web/tokens.ts
var signedTokens = (function signedTokens(program, service) {
  const files2 = productionFiles(program, service);
  const defaults = { nest: nestDefault(program, service, files2), fastify: fastifyDefault(program, service, files2) };
  const found3 = [];
  for (const file of files2) {
    if (file.language === "go") {
      found3.push(...goTokens(program, file));
      continue;
    }
    for (const node of stagelessCallsOf(file, isSigning)) {
      const expires = expiryOf(program, { file, node }, defaults);
      if (expires === "none") continue;
      const call = pathOf(node.callee)?.slice(-2).join(".") ?? "sign";
      found3.push({ call, expires, at: { path: file.path, start: node.start, end: node.end } });
    }
  }
  const refuses = found3.some(({ expires }) => expires === false) && files2.some(hasMaximumAge);
  const signed = refuses ? found3.map((one) => ({ ...one, expires: true })) : found3;
  return [...signed, ...files2.flatMap(ignoredEnds), ...endlessByDefault(files2)];
});
var ignoredEnds = (function ignoredEnds(file) {
  const takesStrategy = file.imports.some(({ from, name }) => from === "passport-jwt" && name !== "ExtractJwt");
  if (!takesStrategy || /refresh/i.test(file.path)) return [];
  const { objects, words, texts: texts2 } = indexOf(file);
  if ([...words, ...texts2].some((word) => word.length < 60 && /refresh/i.test(word))) return [];
  return objects.flatMap(
    (one) => one.entries.flatMap((entry2) => {
      if (entry2.kind !== "entry" || entry2.key !== "ignoreExpiration") return [];
      const value = peel(entry2.value);
      if (value.kind !== "literal" || value.value !== true) return [];
      const at = { path: file.path, start: entry2.start, end: entry2.end };
      return [{ call: "ignoreExpiration", expires: false, isIgnored: true, at }];
    })
  );
});
var endlessByDefault = (function endlessByDefault(files2) {
  if (!files2.some(({ imports: imports2 }) => imports2.some(({ from }) => from.startsWith("flask_jwt_extended")))) return [];
  return files2.flatMap((file) => {
    const { words, texts: texts2 } = indexOf(file);
    if (!words.has(ENDS3) && !texts2.has(ENDS3)) return [];
    const found3 = [];
    walk(file.body, (node) => {
      const value = endGivenBy(node);
      const given = value && peel(value);
      if (given?.kind === "literal" && given.value === false)
        found3.push({
          call: "create_access_token",
          expires: false,
          at: { path: file.path, start: node.start, end: node.end }
        });
      return void 0;
    });
    return found3;
  });
});
var fastifyDefault = (function fastifyDefault(program, { packages }, files2) {
  if (![...packages].some((name) => FASTIFY.test(name))) return "none";
  const answers2 = files2.flatMap(
    (file) => (indexOf(file).callsByName.get("register") ?? []).flatMap(({ arguments: [plugin, options] }) => {
      const name = plugin && externalName(definitionOf(program, { file, node: plugin }));
      if (name === void 0 || !FASTIFY.test(name)) return [];
      const sign = options ? optionOf(program, { file, node: options }, "sign") : "absent";
      if (sign === "open") return [void 0];
      return [sign === "absent" ? false : isThere(optionOf(program, sign, "expiresIn"))];
    })
  );
  const [only] = answers2;
  return answers2.length === 1 ? only : void 0;
});
var isThere = (function isThere(option2) {
  return option2 === "open" ? void 0 : option2 !== "absent";
});
var nestDefault = (function nestDefault(program, { packages }, files2) {
  if (!packages.has("@nestjs/jwt")) return void 0;
  const answers2 = [];
  for (const file of files2) {
    if (!file.imports.some(({ from }) => from === "@nestjs/jwt")) continue;
    for (const node of stagelessCallsOf(file, isRegistration2)) {
      const path = pathOf(node.callee)?.join(".");
      if (path === "JwtModule.register") answers2.push(registered3(program, { file, node }));
      else if (path === "JwtModule.registerAsync") answers2.push(factory(program, { file, node }));
    }
  }
  if (answers2.length === 0 || answers2.includes(void 0)) return void 0;
  return answers2.every(Boolean) ? true : answers2.some(Boolean) ? void 0 : false;
});

// src/model/code/web/unchecked-certificates.ts
var uncheckedCertificates = (function uncheckedCertificates(program, service) {
  const reached2 = program.reachableFrom(service.entries);
  return productionFiles(program, service).flatMap((file) => {
    if (ASIDE.test(file.path) && !reached2.has(file.path)) return [];
    const found3 = file.language === "python" ? inPython(program, file) : [...inObjects(file), ...file.language === "go" ? [] : assignedForAll(file)];
    return found3.filter(({ at }) => runsInProduction(file, at));
  });
});
var inObjects = (function inObjects(file) {
  const { objects } = indexOf(file);
  return objects.flatMap(
    (object) => object.entries.flatMap((entry2) => {
      if (entry2.kind !== "entry" || entry2.key === void 0 || !SWITCHES.has(entry2.key)) return [];
      const value = peel(entry2.value);
      if (!isLiteral(value, SWITCHES.get(entry2.key) === true)) return [];
      if (object.entries.some((one) => one.kind === "entry" && OTHERWISE.test(one.key ?? ""))) return [];
      if (isLocal2(object) || objects.some((outer) => isAround(outer, object) && isLocal2(outer))) return [];
      return [{ written: `${entry2.key}: ${SWITCHES.get(entry2.key)}`, isForAll: false, at: spanOf9(file, entry2) }];
    })
  );
});
var assignedForAll = (function assignedForAll(file) {
  if (!indexOf(file).words.has("NODE_TLS_REJECT_UNAUTHORIZED") && !indexOf(file).texts.has("NODE_TLS_REJECT_UNAUTHORIZED"))
    return [];
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind !== "assign") return void 0;
    const target = peel(node.target);
    const name = target.kind === "member" ? target.property : target.kind === "index" ? textOf7(target.index) : "";
    const value = peel(node.value);
    if (name === "NODE_TLS_REJECT_UNAUTHORIZED" && value.kind === "literal" && String(value.value) === "0")
      found3.push({ written: "NODE_TLS_REJECT_UNAUTHORIZED = '0'", isForAll: true, at: spanOf9(file, node) });
    return void 0;
  });
  return found3;
});

// src/model/code.ts
var codeOf = (function codeOf(tree, context) {
  const { workloads, images, own, connections, names, isWhole } = context;
  if (workloads.length + images.length === 0 && !mayBeStarted(tree)) return NO_CODE;
  const read = readProgram(tree, context.whileParsing);
  const { program, notEvaluated } = context.deep ? withCompiler(read, tree) : { program: read, notEvaluated: () => [] };
  const deployed = servicesOf(tree, program, workloads, images, own);
  const unjoined = unjoinedImages(tree, program, context, deployed);
  const isRun = deployed.some((service) => service.workloads.length > 0);
  const services = !isWhole ? deployed : isRun ? withHostProcesses(deployed, tree, program, workloads) : withPlatforms(deployed, tree, program, workloads);
  const absences = absencesOf(tree, program, workloads, services);
  const jobs = addedJobs(program, tree, services);
  const known6 = services.map((service) => ({
    ...factsOf(program, service, tree),
    ...absences.of(service),
    sentJobs: sentJobs(program, service, services, tree),
    ...optional("addedJobs", jobs.get(service.id))
  }));
  const pages = pageRequestsByService(pageRequestsOf(program, tree), known6);
  const facts = {
    services: known6.map((service) => ({ ...service, pageRequests: pages.get(service.id) ?? [] })),
    schemas: ormSchemas(program, tree, workloads, services),
    processes: processesInCode(program, services),
    pools: poolsOf({ program, services, connections, names, tree }),
    storeUses: absences.storeUses
  };
  return { ...facts, notEvaluated: [...notEvaluated(), ...own.ambiguous(), ...unjoined, ...readInPart(services)] };
});
var readInPart = (function readInPart(services) {
  const files2 = new Map(services.flatMap(({ code }) => code.map((file) => [file.path, file])));
  return [...files2.values()].flatMap(
    ({ path, problems: [first] }) => first ? [{ path, because: `a part of it could not be read: ${first.message}` }] : []
  );
});
var factsOf = (function factsOf(program, service, tree) {
  const { code: _, entryPoints: __, prepares: ___, mayAnswer, ...frame } = service;
  const files2 = filesOf2(program, service);
  const isNode = service.runtime === "node";
  const routes = mayAnswer ? routesOf(program, service, files2) : NO_ROUTES;
  const sockets = isNode ? javascriptSockets(program, files2) : [];
  const bare3 = withoutSyntax(routes);
  const listening2 = isNode ? javascriptListening(program, files2) : service.runtime === "go" ? goListening(program, files2) : [];
  return {
    ...frame,
    ...perProcessOf(program, service),
    routes: bare3.table,
    health: healthOf(program, service, routes).map((one) => ({ ...one, route: bare3.of(one.route) })),
    blocking: blockingCallsOf(program, routes.routes).map((one) => ({ ...one, route: bare3.of(one.route) })),
    ...queriesOf(program, service, routes, bare3.of, tree),
    shadowed: routes.routes.length > 1 ? shadowedRoutes(program, service, routes.routes).map(({ route, by }) => ({
      route: bare3.of(route),
      by: bare3.of(by)
    })) : [],
    sockets,
    openDoors: openDoors(program, service, routes, sockets),
    listening: listening2,
    rpc: rpcOf(program, service, files2),
    ...exitOf(program, service, files2, listening2),
    outbound: outboundOf(program, service),
    lostConnections: isNode && CLIENTS_THAT_TELL.some((name) => service.packages.has(name)) ? lostConnections(program, service) : [],
    ...optional("rejections", isNode ? rejectionsIn(program, service, routes, tree, bare3.of) : void 0),
    variables: variablesOf(program, service, tree),
    secretFallbacks: secretFallbacks(program, service, tree),
    signingKeys: signingKeys(program, service),
    hardcodedSecrets: hardcodedSecrets(program, service),
    seededLogins: seededLogins(program, service),
    cors: corsPolicies(program, service),
    debugSwitches: debugSwitches(program, service),
    ...namesMetrics(program, service) && { namesMetrics: true },
    limiters: limitersOf(program, service),
    ...optional("clientAddress", isNode ? clientAddress(program, service) : void 0),
    signedTokens: signedTokens(program, service),
    uncheckedCertificates: uncheckedCertificates(program, service),
    createdTopics: createdTopics(program, service),
    ...optional("celeryQueues", celeryQueues(program, service)),
    sentTasks: sentTasks(program, service),
    developmentServers: developmentServers(program, service)
  };
});
var routesOf = (function routesOf(program, { runtime }, files2) {
  switch (runtime) {
    case "node":
      return javascriptRoutes(program, files2);
    case "go":
      return goRoutes(program, files2);
    case "python":
      return pythonRoutes(program, files2);
  }
});
var rpcOf = (function rpcOf(program, { runtime, code, packages }, files2) {
  if (runtime === "go") return goRpc(program, files2);
  if (![...packages].some((name) => GRPC.test(name))) return { services: [], unresolved: [] };
  return runtime === "node" ? javascriptRpc(program, code) : pythonRpc(program, code);
});
var exitOf = (function exitOf(program, service, files2, listening2) {
  const { runtime, code } = service;
  if (runtime === "node") return javascriptShutdown(program, code, listening2, serviceEnvironment(service));
  return { shutdown: runtime === "go" ? goShutdown(program, files2) : [], signalHandlers: [] };
});
var outboundOf = (function outboundOf(program, service) {
  const { runtime, code } = service;
  switch (runtime) {
    case "node":
      return javascriptClients(program, code);
    case "go":
      return goHttpClients(
        program,
        code.map((file) => file.path)
      );
    case "python":
      return pythonClients(program, service);
  }
});
var healthOf = (function healthOf(program, { name, workloads, platform }, table) {
  const asked3 = [...workloads.flatMap(askedPathsOf), ...platform?.checks ?? []];
  const paths = asked3.map(({ path }) => path);
  return healthRoutesOf(program, table, name, (route) => paths.some((path) => answersPath(route, path)));
});
var withoutSyntax = (function withoutSyntax(table) {
  const known6 = /* @__PURE__ */ new Map();
  const of = (route) => {
    const { handler, lists: _, view: __, unwrapped: ___, ...rest } = route;
    const bare3 = known6.get(route) ?? {
      ...rest,
      ...handler && { isAsync: handler.node.isAsync },
      ...signsIn(route) && { signsIn: true }
    };
    known6.set(route, bare3);
    return bare3;
  };
  const unregistered = table.unregistered.map((one) => ({ ...one, routes: one.routes.map(of) }));
  return { table: { ...table, routes: table.routes.map(of), unregistered }, of };
});
var filesOf2 = (function filesOf2(program, service) {
  const { code, directory, entries } = service;
  const reached2 = new Set(code.map((file) => file.path));
  const beside = [...program.files.keys()].filter((path) => isWithin(directory, path) && !standsAside(path));
  return { entries, files: [.../* @__PURE__ */ new Set([...reached2, ...beside])].sort(), environment: serviceEnvironment(service) };
});
var queriesOf = (function queriesOf(program, service, { routes }, bare3, tree) {
  const facts = queryFacts(program, service, routes, () => graphqlFiles(tree, service.directory));
  const within = (one) => ({
    ...one,
    routes: one.routes.map(bare3)
  });
  return {
    ...facts,
    queries: facts.queries.map(within),
    rowQueries: facts.rowQueries.map(within),
    keyScans: facts.keyScans.map(within)
  };
});
var rejectionsIn = (function rejectionsIn(program, service, { routes }, tree, bare3) {
  const found3 = rejectionsOf(program, service, routes, tree);
  return found3 && { ...found3, uncaught: found3.uncaught.map((one) => ({ ...one, route: bare3(one.route) })) };
});
const {
  autoloaded,
  conditionsAround,
  corsPolicies,
  djangoSetting,
  djangoSettingsBeside,
  djangoSettingsFiles,
  dynamicLoads,
  entryPointOf,
  environmentOf,
  environmentsOf,
  findProgram,
  goFiles,
  isAsideClass,
  isOn,
  isStageVariable,
  isStaged,
  keywordOf: keywordOf2,
  optionOf,
  outsideCalls,
  outsideName,
  packageDirectory,
  preparations,
  requiredFolder,
  resolved,
  serviceEnvironment,
  serviceOf,
  servicesOf,
  stagelessCallsOf,
  valueIn,
  verdictOf
} = require("./chunk-5WMWOI2C.js");
const {
  JOB_LIBRARIES
} = require("./chunk-HBUW6ILE.js");
const {
  isRedisClient,
  usesGraphql,
  usesRedis
} = require("./chunk-25K3NUMQ.js");
const {
  CLIENT_SIGNS,
  familyOf
} = require("./chunk-BG6QOIS7.js");
const {
  loadedModules,
  pythonModules,
  readPython
} = require("./chunk-Z6J5VBIY.js");
require("./chunk-LMX7K7RR.js");
const {
  basesOf,
  classDecorators,
  evaluate,
  flatGiven,
  guardOf,
  handlerMayAsk,
  isHarmless,
  isRefusal,
  mayAsk,
  methodOf,
  namesGuard,
  nestGuard,
  reachableModules,
  spanOf,
  startModule,
  startOf,
  stringOf
} = require("./chunk-THIQNBCP.js");
const {
  deployTextsOf,
  isDeployed,
  parsePrisma,
  parseSql,
  runsFrom,
  sqlFieldType,
  startedCommands
} = require("./chunk-45AMLYF6.js");
require("./chunk-HEA5DXEA.js");
const {
  checksIn,
  endsProgram
} = require("./chunk-CXWBZAPN.js");
const {
  productionFiles
} = require("./chunk-V253RQ2M.js");
const {
  capOf,
  chainOf,
  declaredCap,
  grownChain,
  leastBounded,
  linkCall,
  linksAddedTo,
  querySetsOf,
  readOf,
  unknownCap
} = require("./chunk-E5454ARD.js");
const {
  argumentFor,
  calleeOf,
  callersOf
} = require("./chunk-J3MKVPJZ.js");
const {
  EMPTY_ENVIRONMENT,
  evaluateExpression,
  numberOf
} = require("./chunk-3IISUF5O.js");
const {
  entryOf,
  environmentRead,
  fieldRead,
  isProcessEnvironment,
  keywordOf,
  pointed,
  requiredEntries,
  schemaDefault,
  taggedRead,
  typesWithPrefix
} = require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
const {
  externalBase,
  typeOf
} = require("./chunk-5PYKPUOO.js");
const {
  calledName,
  callsSome,
  hasWord,
  indexOf,
  shareVocabulary,
  some,
  wordsLike
} = require("./chunk-DA3K453T.js");
const {
  bindingsAt,
  classMember,
  definitionOf,
  externalName,
  functionsAround,
  nameDefinition,
  resolveType
} = require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
  childrenOf,
  holds,
  pathOf,
  peel,
  push,
  walk,
  walkOwn
} = require("./chunk-YCWXIPEZ.js");
const {
  poolLibrary
} = require("./chunk-KOC57OA5.js");
const {
  onlySchedules
} = require("./chunk-2XVFWOEB.js");
const {
  HIDDEN_URL,
  UNLIMITED,
  atLeast,
  exactly
} = require("./chunk-5RLMKV7O.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  NOTHING_SET,
  NO_CODE,
  WELL_KNOWN_PASSWORDS,
  answersPath,
  askedPathsOf,
  child,
  containerFilesOf,
  copyOf,
  credentialsIn,
  databaseId,
  depthOf,
  descend,
  directoryOf,
  entriesOf,
  fileName,
  healthKindOf,
  isApartFromProduction,
  isGenerated,
  isObject,
  isSecretName,
  isSigningKeyName,
  isWithin,
  itemsOf,
  joinPath,
  known,
  knownValue,
  listOf,
  loggingOf,
  mayShowMetrics,
  optional,
  packageFinder,
  parseEnvironmentFile,
  parseShell,
  parseToml,
  parseYaml,
  partOf,
  platformDatabases,
  programOf,
  readJavaScript,
  readJsonObject,
  remembered,
  remembering,
  scanText,
  secretIn,
  secretValue,
  standsAside,
  startedBy,
  textOf,
  unknown,
  workerProcessesOf,
  workingDirectory
} = require("./chunk-Q3NCOY3T.js");
const {
  editDistance
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// door:src/parse/go.ts
var room;
function enter() {
  return room ??= require("./parse-go.js");
}
function readGo(...given) {
  return enter().readGo(...given);
}

// src/code/modules/go.ts


function packageIn(files2) {
  const built = files2.filter((file) => !isTest(file) && isBuilt(file));
  const counts3 = /* @__PURE__ */ new Map();
  for (const { packageName: packageName2 = "" } of built) counts3.set(packageName2, (counts3.get(packageName2) ?? 0) + 1);
  const [most] = [...counts3].sort((a, b) => b[1] - a[1]);
  return built.filter((file) => (file.packageName ?? "") === most?.[0]);
}
function isTest(file) {
  return file.path.endsWith("_test.go");
}
var OTHER_SYSTEMS = /_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|netbsd|openbsd|plan9|solaris|wasip1|windows)(?:_[a-z0-9]+)?\.go$/;
var OTHER_ARCHITECTURES = /_(?:386|arm|loong64|mips(?:64)?(?:le)?|ppc64(?:le)?|riscv64|s390x|wasm)\.go$/;
var HELD = /* @__PURE__ */ new Set(["linux", "unix", "amd64", "arm64", "cgo", "gc"]);
function isBuilt(file) {
  if (OTHER_SYSTEMS.test(file.path) || OTHER_ARCHITECTURES.test(file.path)) return false;
  const constraint = file.directives.find((one) => one.startsWith("go:build "));
  return constraint === void 0 || holds2(constraint.slice("go:build ".length));
}
function holds2(expression) {
  const tokens = expression.match(/&&|\|\||[!()]|[\w.]+/g) ?? [];
  let next = 0;
  const one = (depth) => {
    const token = tokens[next++];
    if (token === "!" && depth < 50) return !one(depth + 1);
    if (token === "(" && depth < 50) {
      const inner = any(depth + 1);
      next++;
      return inner;
    }
    return token === void 0 || HELD.has(token) || /^go1\.\d+$/.test(token);
  };
  const every = (depth) => {
    let result = one(depth);
    while (tokens[next] === "&&") {
      next++;
      result = one(depth) && result;
    }
    return result;
  };
  const any = (depth) => {
    let result = every(depth);
    while (tokens[next] === "||") {
      next++;
      result = every(depth) || result;
    }
    return result;
  };
  return any(0);
}
function directoryFor(modules, from, specifier, exists) {
  if (/^\.{1,2}\//.test(specifier)) return joinPath(directoryOf(from), specifier);
  const own = modules.filter((one) => one.directory === "." || from.startsWith(`${one.directory}/`)).at(-1);
  const replaced = own && longest([...own.replaced], specifier);
  if (replaced !== void 0) return replaced;
  const found3 = longest(
    modules.map((one) => [one.path, one.directory]),
    specifier
  );
  if (found3 !== void 0) return found3;
  if (modules.length > 0 || !specifier.includes(".")) return void 0;
  const [, , , ...inner] = specifier.split("/");
  const directory = inner.join("/");
  return directory !== "" && exists(directory) ? directory : void 0;
}
function longest(roots, specifier) {
  let best;
  for (const root of roots) {
    const [path] = root;
    const isWithin2 = specifier === path || specifier.startsWith(`${path}/`);
    if (isWithin2 && (!best || path.length > best[0].length)) best = root;
  }
  return best && joinPath(best[1], `.${specifier.slice(best[0].length)}`);
}

function readModule(text, directory) {
  const lines = text.split("\n").map((line) => line.replace(/\/\/.*$/, "").trim());
  const named4 = lines.find((line) => /^module\s/.test(line));
  if (named4 === void 0) return [];
  const replaced = /* @__PURE__ */ new Map();
  for (const line of lines) {
    const [, from, to] = /^(?:replace\s+)?(\S+)(?:\s+v\S+)?\s+=>\s+(\.{1,2}(?:\/\S*)?)$/.exec(line) ?? [];
    if (from !== void 0 && to !== void 0) replaced.set(unquote(from), joinPath(directory, unquote(to)));
  }
  return [{ directory, path: unquote(named4.replace(/^module\s+/, "")), replaced }];
}
function unquote(text) {
  return text.replace(/^["`](.*)["`]$/, "$1");
}

// src/code/modules/javascript.ts
var EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts", ".json", ".vue", ".svelte"];
var WRITTEN_AS = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"]
};
var MOST_EXTENDED = 8;

function found(path) {
  return path === void 0 ? { kind: "missing" } : { kind: "file", path };
}
function conventional(directory, specifier, file) {
  const rest = specifier.replace(/^[@~]\//, "");
  for (let at = directory; ; at = directoryOf(at)) {
    const path = file(joinPath(at, `src/${rest}`)) ?? file(joinPath(at, rest));
    if (path !== void 0) return { kind: "file", path };
    if (at === ".") return { kind: "missing" };
  }
}


var filesOf = /* @__PURE__ */ new WeakMap();



function references(tree, directory, all2) {
  for (const one of all2.slice(0, MOST_EXTENDED)) {
    const path = isObject(one) && typeof one.path === "string" ? one.path : void 0;
    if (path === void 0 || !path.endsWith(".json")) continue;
    const options = compilerOptions(tree, joinPath(directory, path), 1);
    if (options?.paths) return options;
  }
  return {};
}


function packageEntry({ directory, manifest }, rest, file) {
  const given = rest === "" ? [exported(manifest, "."), manifest.source, manifest.types, manifest.main, manifest.module] : [exported(manifest, `./${rest}`)];
  for (const one of given) {
    if (typeof one !== "string") continue;
    const path = sourceOf(directory, one, file);
    if (path !== void 0) return path;
  }
  const inside = rest === "" ? ["src/index", "index", "src/main", "lib/index"] : [rest, `src/${rest}`];
  return inside.map((one) => file(joinPath(directory, one))).find((path) => path !== void 0);
}
function sourceOf(directory, output, file) {
  const bare3 = output.replace(/^\.\//, "").replace(/\.d\.ts$|\.[cm]?[jt]sx?$/, "");
  const outside2 = /^(?:dist|build|lib|out|es|esm|cjs)\//;
  const candidates = outside2.test(bare3) ? [bare3.replace(outside2, "src/"), bare3.replace(outside2, ""), bare3] : [bare3];
  return candidates.map((one) => file(joinPath(directory, one))).find((path) => path !== void 0);
}
function exported(manifest, key) {
  const all2 = manifest.exports;
  if (typeof all2 === "string") return key === "." ? all2 : void 0;
  if (!isObject(all2)) return void 0;
  const entry2 = all2[key] ?? (key === "." && !Object.keys(all2).some((one) => one.startsWith(".")) ? all2 : void 0);
  return firstString(entry2, 0);
}
function firstString(entry2, depth) {
  if (typeof entry2 === "string") return entry2;
  if (!isObject(entry2) || depth > 4) return void 0;
  for (const value of Object.values(entry2)) {
    const inner = firstString(value, depth + 1);
    if (inner !== void 0) return inner;
  }
  return void 0;
}
function packageImport(tree, directory, specifier, file) {
  for (let at = directory; ; at = directoryOf(at)) {
    const source = tree.read(joinPath(at, "package.json"));
    const imports2 = source && readJsonObject(source)?.imports;
    if (isObject(imports2)) {
      for (const [pattern, entry2] of Object.entries(imports2)) {
        const [before = "", after = ""] = pattern.split("*");
        if (pattern.includes("*") ? !(specifier.startsWith(before) && specifier.endsWith(after)) : specifier !== pattern)
          continue;
        const target = firstString(entry2, 0);
        const star = specifier.slice(before.length, specifier.length - after.length);
        const path = target === void 0 ? void 0 : joinPath(at, target.replace("*", star));
        if (path !== void 0 && isWithin(".", path)) return sourceOf(".", path, file) ?? file(path);
      }
    }
    if (source || at === ".") return void 0;
  }
}

// src/code/read.ts
var READERS = [
  [/\.(?:[cm]?ts|tsx|[cm]?js|jsx)$/i, readJavaScript],
  [/\.go$/i, readGo],
  [/\.py$/, readPython]
];
var NOT_READ = /\.d\.[cm]?ts$|\.min\.[cm]?js$|\.bundle\.js$/i;






// door:src/deep/resolver.ts
var room2;
function enter2() {
  return room2 ??= require("./deep-resolver.js");
}
function withCompiler(...given) {
  return enter2().withCompiler(...given);
}

// src/model/code/imports.ts
var OTHER = /\.(?:json5?|s?css|less|sass|svg|png|jpe?g|gif|webp|ico|html?|txt|md|graphql|gql|ya?ml|toml|wasm|node|woff2?)$/i;
var GENERATED = /(?:^|\/)(?:generated|__generated__|gen|proto|pb|\.prisma|package)(?:\/|$|\.)|_pb2?(?:_grpc)?$|version$/i;

var FOLDER_LOADERS = /^(?:require-dir|require-all|include-all|consign|glob|fast-glob|globby|awilix|express-file-routing|node-file-router|pkgutil|stevedore|pluggy)$/;
var loadsFolder = wordsLike(
  /^(?:glob|globSync|globEager|walk_packages|iter_modules|autodiscover|loadFiles|loadFilesSync|importClassesFromDirectories)$/
);
var FILE_PATTERN = /\*[\w.{},()|+-]*\.(?:[cm]?[jt]sx?\b|\{)/;
var OF_TABLES = /entit(?:y|ies)|migrations?|subscribers?|seed(?:er)?s?|factor(?:y|ies)|models?/i;
var isFilePattern = remembering((text) => FILE_PATTERN.test(text) && !OF_TABLES.test(text));



// src/model/code/printed-lines.ts
function printedLines(program, code) {
  let count = 0;
  let first;
  for (const file of code) {
    walk(file.body, (node) => {
      const by = node.kind === "call" ? printer(program, file, node) : void 0;
      if (by === void 0) return void 0;
      count++;
      first ??= { by, at: { path: file.path, start: node.start, end: node.end } };
      return void 0;
    });
  }
  return first && { count, ...first };
}
function printer(program, file, call) {
  const path = pathOf(call.callee)?.join(".");
  if (path === void 0) return void 0;
  switch (file.language) {
    case "typescript":
    case "javascript":
      return /^console\.(?:log|info|warn|error|debug)$/.test(path) ? path : void 0;
    case "python":
      return path === "print" ? path : void 0;
    case "go": {
      if (!/^(?:log|fmt)\.Print(?:f|ln)?$/.test(path)) return void 0;
      const name = externalName(definitionOf(program, { file, node: call.callee }));
      return name === path ? path : void 0;
    }
  }
}

// src/knowledge/safeguard-libraries.ts
var PURPOSES = [
  [
    "to connect instances",
    /^(?:@socket\.io\/(?:redis|redis-streams|cluster|mongo|postgres)-adapter|socket\.io-redis|channels_redis)$/
  ],
  [
    "to limit requests",
    /^(?:express-rate-limit|express-slow-down|rate-limit-redis|rate-limiter-flexible|@nestjs\/throttler|@fastify\/rate-limit|koa-ratelimit|slowapi|flask_limiter|fastapi_limiter|django_ratelimit|golang\.org\/x\/time\/rate|github\.com\/(?:ulule\/limiter|didip\/tollbooth|go-chi\/httprate)(?:\/.*)?)$/
  ],
  [
    "to show metrics",
    /^(?:prom-client|express-prom-bundle|@willsoto\/nestjs-prometheus|fastify-metrics|prometheus_client|prometheus_fastapi_instrumentator|prometheus_flask_exporter|starlette_exporter|starlette_prometheus|github\.com\/prometheus\/client_golang\/.*)$/
  ],
  ["to tell its health", /^(?:@nestjs\/terminus|@godaddy\/terminus|lightship|fastapi_health|health_check)$/],
  [
    "to cache",
    /^(?:cache-manager|@nestjs\/cache-manager|node-cache|apicache|memjs|aiocache|fastapi_cache|flask_caching|pymemcache|pylibmc|github\.com\/(?:go-redis\/cache|patrickmn\/go-cache|dgraph-io\/ristretto|allegro\/bigcache|bradfitz\/gomemcache)(?:\/.*)?)$/
  ],
  [
    "to use Redis",
    /^(?:ioredis|redis|@redis\/client|aioredis|django_redis|github\.com\/(?:redis\/go-redis|go-redis\/redis|gomodule\/redigo)(?:\/.*)?)$/
  ]
];


// src/model/code/safeguard-modules.ts

var NOT_A_MODULE = /\.[jt]sx$|(?:^|\/)(?:dist|build|out|public|static|vendor|generated)\//;

function stateOf(path, services, tree, program) {
  const isKnown = services.every(
    (one) => one.isCertain && !one.entryPoints.some(({ name }) => name === "next") && loadsAllByName(program, one)
  );
  if (!isKnown) return "unknown";
  const users = usersOf(path, program);
  const isStarted = [...users].some((user) => {
    const file = program.files.get(user);
    return file !== void 0 && (startsItself(file) || isNamed(user, users, tree));
  });
  return isStarted ? "unknown" : "dead";
}
var completeness = /* @__PURE__ */ new WeakMap();
function loadsAllByName(program, service) {
  const known6 = completeness.get(service) ?? importsOf(program, service.code, []).isComplete;
  completeness.set(service, known6);
  return known6;
}
function usersOf(path, program) {
  const importers = importersOf(program);
  const users = /* @__PURE__ */ new Set([path]);
  for (const user of users) {
    for (const other of importers.get(user) ?? []) if (!isTest2(other)) users.add(other);
  }
  return users;
}
var knownImporters = /* @__PURE__ */ new WeakMap();
function importersOf(program) {
  const known6 = knownImporters.get(program);
  if (known6) return known6;
  const found3 = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    for (const one of [...file.imports, ...file.exports]) {
      const target = one.from === void 0 ? void 0 : program.target(file, one.from);
      if (target?.kind !== "files") continue;
      for (const { path } of target.files) {
        const others = found3.get(path);
        if (others) others.push(file.path);
        else found3.set(path, [file.path]);
      }
    }
  }
  knownImporters.set(program, found3);
  return found3;
}
function isTest2(path) {
  return /(?:^|\/)(?:__tests__|__mocks__|tests?|spec|e2e)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$|_test\.go$/.test(
    path
  );
}
function startsItself(file) {
  if (standsAside(file.path) || file.packageName === "main") return true;
  if (file.language === "python") {
    return file.body.some(
      (one) => one.kind === "if" && one.test.kind === "binary" && one.test.left.kind === "name" && one.test.left.name === "__name__"
    );
  }
  return file.language !== "go" && file.body.some((one) => one.kind === "expression" && one.value.kind === "call" && isFree(one.value.callee));
}
function isFree(callee) {
  if (callee.kind === "name" || callee.kind === "function") return true;
  const object = callee.object;
  return typeof object === "object" && object !== null && "kind" in object && object.kind === "call";
}
var DOCUMENTS = /\.(?:md|mdx|rst|adoc|txt|lock|sum|svg|map)$|(?:^|\/)package-lock\.json$/i;
function isNamed(path, users, tree) {
  const bare3 = path.replace(/(?:\/__init__)?\.\w+$/, "");
  const tail = bare3.split("/").slice(-2);
  const names = tail.length > 1 ? [tail.join("/"), tail.join(".")] : [fileName(path)];
  return tree.files.some((file) => {
    if (users.has(file.path) || DOCUMENTS.test(file.path) || isTest2(file.path)) return false;
    const text = tree.read(file.path)?.text;
    return text !== void 0 && names.some((name) => text.includes(name));
  });
}

// src/model/code/store-clients.ts





function namesClient(file, signs, tree) {
  if (!signs.mention.test(tree.read(file.path)?.text ?? "")) return false;
  return holds(
    file.body,
    (node) => node.kind === "literal" && typeof node.value === "string" && /^\w+(?:\.\w+)+\.[A-Z]\w+$/.test(node.value) && signs.uses.test(node.value)
  );
}
function isToldBroker(packages, signs, { environment }) {
  if (!packages.some((name) => /^(?:celery|kombu|dramatiq|huey|taskiq)(?:[./]|$)/.test(name) && signs.mayUse.test(name)))
    return false;
  return [...environment.values()].some(({ name, value, raw }) => {
    const [, scheme = ""] = /^([a-z][a-z+]*):\/\//i.exec((value.known ? value.value : raw) ?? "") ?? [];
    return /BROKER|CELERY|RESULT_BACKEND|DRAMATIQ|HUEY|TASKIQ/i.test(name) && signs.mention.test(scheme);
  });
}
function variablesFor(workload, signs, hosts) {
  const words = hosts.map((host) => host.toLowerCase());
  const leads = (text) => signs.mention.test(text) || words.some(
    (word) => text.toLowerCase().split(/[^a-z0-9_-]+/).includes(word)
  );
  return new Set(
    [...workload.environment.values()].flatMap(
      ({ name, value, raw }) => !signs.mention.test(name) && leads((value.known ? value.value : raw) ?? "") ? [name.toLowerCase()] : []
    )
  );
}
function mentions(file, signs, variables, tree) {
  const text = tree.read(file.path)?.text.toLowerCase() ?? "";
  if (!signs.mention.test(text) && ![...variables].some((name) => text.includes(name))) return false;
  const names = (word) => signs.mention.test(word) || variables.has(word.toLowerCase());
  let found3 = false;
  walk(file.body, (node) => {
    if (found3 || declaresSetting(node, signs)) return false;
    found3 = wordsOf(node).some(names);
    return void 0;
  });
  return found3;
}
function wordsOf(node) {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" ? [node.value] : [];
    case "template":
      return node.parts.filter((part) => typeof part === "string");
    case "name":
      return [node.name];
    case "member":
      return [node.property];
    case "keyword":
      return [node.name];
    default:
      return [];
  }
}
function declaresSetting(node, signs) {
  if (node.kind === "field") return signs.mention.test(node.name) && (!node.value || node.value.kind === "literal");
  const inner = node.kind === "binary" && /^(?:\|\||\?\?)$/.test(node.operator) ? node.left : node;
  if (inner.kind === "member") {
    return /^(?:process|import\.meta)\.env$/.test(pathOf(inner.object)?.join(".") ?? "") && signs.mention.test(inner.property);
  }
  return false;
}

// src/model/code/absences.ts


// door:src/model/code/blocking-python.ts
var room3;
function enter3() {
  return room3 ??= require("./model-code-blocking-python.js");
}
function blockingInPython(...given) {
  return enter3().blockingInPython(...given);
}

// src/model/code/blocking.ts
var SYNCHRONOUS = /^(?:(?:fs\.)?(?:readFileSync|writeFileSync|appendFileSync|readdirSync)|(?:child_process\.)?(?:execSync|execFileSync|spawnSync)|(?:crypto\.)?(?:pbkdf2Sync|scryptSync)|(?:zlib\.)?(?:gzipSync|gunzipSync|deflateSync|inflateSync|brotliCompressSync)|bcrypt(?:js)?\.(?:hashSync|compareSync))$/;
var isSynchronous = wordsLike(/Sync$/);


var HASHES = /^(?:(?:crypto\.)?(?:pbkdf2Sync|scryptSync)|bcrypt(?:js)?\.(?:hashSync|compareSync))$/;
var hashes = wordsLike(/^(?:pbkdf2Sync|scryptSync|hashSync|compareSync)$/);
var DEEPEST = 3;
function hashingBehind(program, fn, depth) {
  const answers2 = hashed.get(fn.node) ?? [];
  hashed.set(fn.node, answers2);
  if (answers2[depth] === void 0) {
    answers2[depth] = null;
    answers2[depth] = findHashing(program, fn, depth) ?? null;
  }
  return answers2[depth] ?? void 0;
}
var hashed = /* @__PURE__ */ new WeakMap();
function findHashing(program, { file, node }, depth) {
  let found3;
  walk(node.body, (one) => {
    if (found3) return false;
    if (one.kind !== "call") return void 0;
    const name = depth > 0 ? externalName(definitionOf(program, { file, node: one.callee })) : void 0;
    if (name !== void 0 && HASHES.test(name))
      found3 = { call: name, kind: "function", at: { path: file.path, start: one.start, end: one.end } };
    if (found3 || depth >= DEEPEST) return void 0;
    const callee = calleeOf(program, { file, node: one });
    if (callee && callee.node !== node) found3 = hashingBehind(program, callee, depth + 1);
    return void 0;
  });
  return found3;
}
function blockingFunction(program, { file, node }) {
  let found3;
  walk(node.body, (one) => {
    if (found3) return false;
    if (one.kind !== "call") return void 0;
    const name = externalName(definitionOf(program, { file, node: one.callee }));
    if (name !== void 0 && SYNCHRONOUS.test(name))
      found3 = { call: name, kind: "function", at: { path: file.path, start: one.start, end: one.end } };
    return void 0;
  });
  return found3;
}

// src/model/code/celery-queues.ts
var ROUTING = /* @__PURE__ */ new Set(["task_routes", "routes", "beat_schedule", "beatschedule"]);
var DEFAULT = /* @__PURE__ */ new Set(["task_default_queue", "default_queue"]);
var QUEUES = /* @__PURE__ */ new Set(["task_queues", "queues"]);
var SHORT = /* @__PURE__ */ new Set(["routes", "beatschedule", "default_queue", "queues"]);
var CALLS = /* @__PURE__ */ new Set(["apply_async", "send_task", "task", "shared_task"]);
var ADDS = /* @__PURE__ */ new Set(["add_consumer", "select_add", "select_queues"]);

function mentions2({ body }, method) {
  return holds(body, (node) => node.kind === "member" && node.property === method);
}
function celerySetting(node, isConfigured) {
  const found3 = namedValue(node);
  if (!found3?.value) return void 0;
  const { name, value } = found3;
  const isPrefixed = /^CELERY_/.test(name);
  if (isPrefixed && !isConfigured) return void 0;
  const bare3 = name.replace(/^CELERY_?/, "").toLowerCase();
  if (!isPrefixed && SHORT.has(bare3) && !/^CELERYBEAT/.test(name)) return void 0;
  return { name: bare3, value };
}
function namedValue(node) {
  switch (node.kind) {
    case "keyword":
    case "field":
      return { name: node.name, value: node.value };
    case "entry":
      return node.key === void 0 ? void 0 : { name: node.key, value: node.value };
    case "declare":
      return node.target.kind === "name" ? { name: node.target.name, value: node.value } : void 0;
    case "assign":
      return node.target.kind === "member" && node.operator === "=" ? { name: node.target.property, value: node.value } : void 0;
    default:
      return void 0;
  }
}

// src/model/code/celery-tasks.ts

var registries = /* @__PURE__ */ new WeakMap();
var MAKES = /^(?:task|shared_task|periodic_task)$/;
var PLAIN = /^(?:wraps|property|staticmethod|classmethod|contextmanager|asynccontextmanager|lru_cache|cache|transaction\.atomic|atomic|retry|override|receiver|abstractmethod)$/;
var OPENS = remembered(/^(?:register_task|gen_task_name|register_tasks|TaskRegistry)$/);
function registryOf(program) {
  const known6 = registries.get(program);
  if (known6) return known6;
  const named4 = /* @__PURE__ */ new Map();
  const byFunction = /* @__PURE__ */ new Map();
  const doubtful = /* @__PURE__ */ new Set();
  let isOpen2 = false;
  for (const file of program.files.values()) {
    if (file.language !== "python" || isApartFromProduction(file.path)) continue;
    if (file.problems.length > 0) isOpen2 = true;
    const { functions, classes, words, callsByName } = indexOf(file);
    if ([...words].some(OPENS)) isOpen2 = true;
    const made3 = /* @__PURE__ */ new Set();
    const add = (last, at) => byFunction.set(last, [...byFunction.get(last) ?? [], { name: `${moduleOf(file.path)}.${last}`, at }]);
    for (const fn of functions) {
      const { name, decorators, nameStart } = fn;
      if (name === void 0) continue;
      const making = decorators.filter((one) => MAKES.test(lastName(one)));
      for (const one of making) made3.add(one);
      const at = { path: file.path, start: nameStart, end: nameStart + name.length };
      if (making.length === 0) {
        if (decorators.some((one) => !PLAIN.test(lastName(one)))) doubtful.add(name);
        continue;
      }
      const said = making.flatMap((one) => one.kind === "call" ? nameSaid(one) ?? [] : [])[0];
      if (!said) add(name, at);
      else {
        const value = evaluateExpression(program, { file, node: said });
        if (value.kind === "known" && typeof value.value === "string") named4.set(value.value, at);
        else isOpen2 = true;
      }
    }
    for (const one of classes) {
      if (one.name === void 0 || !one.bases.some((base) => /Task$/.test(lastName(base)))) continue;
      const at = { path: file.path, start: one.start, end: one.start };
      const field = one.members.find((member) => member.kind === "field" && member.name === "name");
      const said = field?.kind === "field" ? field.value : void 0;
      if (said?.kind === "literal" && typeof said.value === "string") named4.set(said.value, at);
      else if (said) isOpen2 = true;
      else add(one.name, at);
    }
    for (const call of [...callsByName.get("task") ?? [], ...callsByName.get("shared_task") ?? []])
      if (!made3.has(call) && call.arguments.length > 0) isOpen2 = true;
  }
  const registry = { named: named4, byFunction, doubtful, isOpen: isOpen2 };
  registries.set(program, registry);
  return registry;
}
function nameSaid(call) {
  const found3 = call.arguments.find((one) => one.kind === "keyword" && one.name === "name");
  return found3?.kind === "keyword" ? found3.value : void 0;
}
function lastName(node) {
  const inner = peel(node);
  return pathOf(inner.kind === "call" ? inner.callee : inner)?.at(-1) ?? "";
}
function moduleOf(path) {
  return path.replace(/(?:\/__init__)?\.py$/, "").replaceAll("/", ".");
}
function stateOf2(program, { named: named4, byFunction, doubtful, isOpen: isOpen2 }, from, { name, by }) {
  if (named4.has(name) || name.startsWith("celery.")) return { state: "registered" };
  const dot = name.lastIndexOf(".");
  const [module, last] = [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
  const own = byFunction.get(last) ?? [];
  const isSame = (one) => one === name || one.endsWith(`.${name}`) || name.endsWith(`.${one}`);
  if (own.some((one) => isSame(one.name))) return { state: "registered" };
  if (dot === -1 ? by === "call" : !isOfRepository(program, from, module)) return { state: "unknown" };
  if (isOpen2 || doubtful.has(last)) return { state: "unknown" };
  const near = nearOf(program, from, module, last, own, named4);
  return { state: "missing", ...near && { near } };
}
function isOfRepository(program, from, module) {
  const [top = ""] = module.split(".");
  return program.target(from, module).kind === "files" || program.target(from, top).kind === "files";
}
function nearOf(program, from, module, last, own, named4) {
  const target = program.target(from, module);
  for (const file of target.kind === "files" ? target.files : []) {
    const fn = file.body.find((one) => one.kind === "function" && one.name === last);
    if (fn?.kind !== "function") continue;
    const at = { path: file.path, start: fn.nameStart, end: fn.nameStart + last.length };
    const said = [...named4].find(([, span]) => span.path === at.path && span.start === at.start);
    return said ? { kind: "name", name: said[0], at } : { kind: "function", name: last, at };
  }
  const [only, ...more] = own;
  return only && more.length === 0 ? { kind: "module", name: last, at: only.at } : void 0;
}

// door:src/model/code/client-errors.ts
var room4;
function enter4() {
  return room4 ??= require("./model-code-client-errors.js");
}
function lostConnections(...given) {
  return enter4().lostConnections(...given);
}

// src/model/code/code-processes.ts


function made(server2, value, node, file) {
  const at = { path: file.path, start: node.start, end: node.end };
  const number = numberOf(value);
  const count = number !== void 0 && number > 0 ? known(number, value.at) : unknown(value.at, value.kind === "known" ? "its number of processes cannot be told" : value.because);
  return { ...server2, count, perProcessor: value.kind === "interval", at };
}
var NODE = { server: "node", runtime: "node" };

function workersOf(program, options) {
  for (const name of ["count", "workers"]) {
    const given = entryOf(program, options, name);
    if (given.kind === "given") return given.value;
  }
  return void 0;
}
function boundOf({ form: form2, test }) {
  return form2 === "count" && test?.kind === "binary" && test.operator === "<" ? test.right : void 0;
}
function callsIn(file, program, names) {
  const found3 = [];
  const visit2 = (nodes, loop) => walk(nodes, (node) => {
    if (node.kind === "loop" && node !== loop) {
      visit2([node], node);
      return false;
    }
    if (node.kind !== "call") return void 0;
    const name = externalName(definitionOf(program, { file, node: node.callee }));
    if (name !== void 0 && names.test(name)) found3.push({ file, node, name, ...loop ? { loop } : {} });
    return void 0;
  });
  visit2(file.body, void 0);
  return found3;
}
function uvicornRun(program, { code, entries }, workload) {
  const server2 = { server: "uvicorn", runtime: "python" };
  for (const file of code) {
    if (!entries.includes(file.path)) continue;
    const [call] = callsIn(file, program, /^uvicorn\.(?:main\.)?run$/);
    if (!call) continue;
    const at = { path: file.path, start: call.node.start, end: call.node.end };
    const one = { ...server2, count: known(1, at), perProcessor: false, at };
    const environment = environmentOf(workload);
    const reload = keywordOf(program, call, "reload");
    const reloads = reload.kind === "given" ? evaluateExpression(program, reload.value, environment) : void 0;
    if (reloads?.kind === "known" && reloads.value === true) return one;
    const workers = keywordOf(program, call, "workers");
    if (workers.kind === "given")
      return made(server2, evaluateExpression(program, workers.value, environment), call.node, file);
    if (workers.kind === "open") return { ...one, count: unknown(at, workers.because) };
    const variable = workload.environment.get("WEB_CONCURRENCY");
    if (!variable) return one;
    const number = variable.value.known ? Number(variable.value.value) : Number.NaN;
    return {
      ...one,
      count: number > 0 ? known(number, variable.at) : unknown(variable.at, "it is set outside the repository")
    };
  }
  return void 0;
}

// src/model/code/web/runs-at-start.ts
var SETTING = /env|config|settings?$|argv|args|flag|option|stage|prod|dev$|develop|debug|test|seed|demo|enable|feature|local|sandbox/i;
var STAGE = /^(?:prod(?:uction)?|dev(?:elopment)?|test|staging)$/i;
var NOW = /^(?:then|catch|finally|forEach|map|filter|reduce|each|all|listen|Listen|connect|sync|authenticate|initialize|ready|Promise|nextTick|setImmediate|setTimeout|queueMicrotask|\$?transaction|withTransaction|Transaction|RunInTransaction|Do|Go)$/;
var OPENED = /^(?:open|connected|connect|ready|listening|connection)$/;




function asksForStage(test) {
  return holds(
    [test],
    (node) => node.kind === "literal" && typeof node.value === "string" && STAGE.test(node.value) || node.kind === "name" && /prod|dev|stage/i.test(node.name)
  );
}
function takesRequest({ name = "", parameters }) {
  const isMeant2 = ({ target }) => target.kind === "name" && /^_?(?:req|request|res|response|reply|ctx|context|c|event|msg|message|job|socket|payload)$/.test(target.name);
  return /^on[A-Z]/.test(name) || parameters.some(isMeant2);
}
function isCalledLater(call) {
  const name = pathOf(call.callee)?.at(-1) ?? (call.callee.kind === "member" ? call.callee.property : void 0);
  if (name === "on" || name === "once") return !isOpening(call);
  return name !== void 0 && !NOW.test(name);
}
function isOpening({ arguments: [first] }) {
  return first?.kind === "literal" && typeof first.value === "string" && OPENED.test(first.value);
}
var LIFECYCLE = /^(?:onModuleInit|onApplicationBootstrap|main|init)$/;
var MOST_STEPS = 8;
function runsOf(program, files2, attributes, untried = false) {
  const calls = /* @__PURE__ */ new Map();
  const names = /* @__PURE__ */ new Map();
  for (const file of files2) {
    for (const one of surrounded(file)) {
      const value = "value" in one.node ? one.node.value : void 0;
      const given = nameGiven(one.node);
      if (given !== void 0 && typeof value === "object" && value !== null && value.kind === "function")
        names.set(value, given);
      if (one.node.kind !== "call") continue;
      const { callee } = one.node;
      const name = pathOf(callee)?.at(-1) ?? (callee.kind === "member" ? callee.property : void 0);
      if (name === void 0) continue;
      const known7 = calls.get(name);
      if (known7) known7.push(one);
      else calls.set(name, [one]);
    }
  }
  const known6 = /* @__PURE__ */ new Map();
  const runs = (file, fn, steps) => {
    const answer = known6.get(fn);
    if (answer !== void 0) return answer;
    known6.set(fn, false);
    const found3 = steps < MOST_STEPS && (startsItself2(file, fn, attributes) || isCalled(fn, steps));
    known6.set(fn, found3);
    return found3;
  };
  const isCalled = (fn, steps) => (calls.get(fn.name ?? names.get(fn) ?? "") ?? []).some(
    (one) => !one.isGuarded && !(untried && one.isTried) && one.node.kind === "call" && leadsTo(program, one.file, one.node.callee, fn) && (one.within === void 0 || one.within !== fn && runs(one.file, one.within, steps + 1))
  );
  return {
    atStart: (one) => !one.isGuarded && (one.within === void 0 || runs(one.file, one.within, 0))
  };
}
function nameGiven(node) {
  if (node.kind === "declare" || node.kind === "assign") return pathOf(node.target)?.at(-1);
  if (node.kind === "field") return node.name;
  return node.kind === "entry" ? node.key : void 0;
}
function startsItself2(file, fn, attributes) {
  const { name = "", decorators } = fn;
  if (file.language === "go") return /^(?:main|init)$/.test(name) && fn.receiver === void 0;
  if (file.language === "python") {
    if (attributes.has(name) || name === "lifespan") return true;
    if (name === "handle" && /\/management\/commands\//.test(file.path)) return true;
    if (name === "ready" && /(?:^|\/)apps\.py$/.test(file.path)) return true;
    return decorators.some(
      (one) => one.kind === "call" && one.arguments.some((given) => given.kind === "literal" && given.value === "startup")
    );
  }
  return LIFECYCLE.test(name) && name.startsWith("on");
}
function leadsTo(program, file, callee, fn) {
  const of = definitionOf(program, { file, node: callee });
  if (of.kind === "function") return of.node === fn;
  if (callee.kind !== "member") return false;
  const type = typeOf(program, { file, node: callee.object });
  if (type?.kind !== "class") return false;
  const member = classMember(program, type, callee.property);
  return member?.kind === "function" && member.node === fn;
}

// src/model/code/development-servers.ts

function isMain(path, { runs = [] }) {
  return runs.some(({ words, isSure }) => {
    if (!isSure || !/^python[\d.]*$/.test(programOf(words) ?? "")) return false;
    const point = entryPointOf(words);
    if (!point || point.attribute !== void 0 || point.answersNothing) return false;
    const name = point.kind === "module" ? point.name.replaceAll(".", "/") : point.name.replace(/^\.\/|\.py$/g, "");
    const bare3 = path.replace(/(?:\/__(?:init|main)__)?\.py$/, "");
    return bare3 === name || bare3.endsWith(`/${name}`) || name.endsWith(`/${bare3}`);
  });
}
function serverIn(program, file, workload) {
  if (!indexOf(file).words.has("run")) return void 0;
  const runs = runsOf(program, [file], /* @__PURE__ */ new Set());
  for (const one of surrounded(file)) {
    if (one.node.kind !== "call" || !runs.atStart(one)) continue;
    const found3 = serverOf(program, { file, node: one.node }, workload);
    if (found3) return { ...found3, at: { path: file.path, start: one.node.start, end: one.node.end } };
  }
  return void 0;
}
function serverOf(program, at, workload) {
  const callee = peel(at.node.callee);
  const name = externalName(definitionOf(program, { file: at.file, node: callee }));
  if (name !== void 0 && /^uvicorn\.(?:main\.)?run$/.test(name))
    return isTrue(program, at, "reload", workload) ? { call: "uvicorn.run(\u2026, reload=True)", kind: "reload" } : void 0;
  if (callee.kind !== "member" || callee.property !== "run") return void 0;
  const of = typeOf(program, { file: at.file, node: callee.object });
  if (of?.kind !== "external") return void 0;
  if (of.package === "flask" && of.path.join(".") === "Flask") return { call: "app.run(\u2026)", kind: "flask" };
  const isUnsafe = of.package === "flask_socketio" && isTrue(program, at, "allow_unsafe_werkzeug", workload);
  return isUnsafe ? { call: "socketio.run(\u2026, allow_unsafe_werkzeug=True)", kind: "flask" } : void 0;
}
function isTrue(program, at, keyword, workload) {
  const given = keywordOf(program, at, keyword);
  if (given.kind !== "given") return false;
  const value = evaluateExpression(program, given.value, environmentOf(workload));
  return value.kind === "known" && value.value === true;
}

// src/model/code/last-text.ts
function lastText(of) {
  let last;
  walk([of], (node) => {
    if (node.kind === "literal" && typeof node.value === "string") last = node.value;
    return void 0;
  });
  return last;
}

// src/model/code/environment/assigned-variables.ts
var isVariable = remembered(/^[A-Z][A-Z0-9_]*$/);


// src/model/code/web/fallback-forms.ts
var VARIABLE = /^[A-Z][A-Z0-9_]*$/;

function form(program, file, read, fallback, whenEmpty) {
  const found3 = environmentRead(program, { file, node: peel(read) });
  return found3 && { read: found3, fallback: { file, node: fallback }, whenEmpty };
}
function chosen(program, { file, node }) {
  for (const [value, other] of [
    [node.consequent, node.alternate],
    [node.alternate, node.consequent]
  ]) {
    const inner = peel(other);
    if (inner.kind !== "literal" && inner.kind !== "name" && inner.kind !== "call") continue;
    const found3 = form(program, file, value, other, false);
    if (found3 && mentions3(node.test, found3.read.variable)) return found3;
  }
  return void 0;
}
function mentions3(test, variable) {
  return holds(
    [test],
    (node) => node.kind === "member" && node.property === variable || node.kind === "literal" && node.value === variable
  );
}

function absentIn(test) {
  const inner = peel(test);
  if (inner.kind === "unary" && inner.operator === "!") return peel(inner.value);
  if (inner.kind !== "binary" || !/^(?:==|===|is)$/.test(inner.operator)) return void 0;
  const right = peel(inner.right);
  if (right.kind !== "literal" || right.value !== null && right.value !== "" && right.value !== 0) return void 0;
  const left = peel(inner.left);
  return left.kind === "call" && left.callee.kind === "name" && left.callee.name === "len" ? left.arguments[0] : left;
}
function isAbout(tested2, name, file) {
  if (tested2.kind !== "name") return false;
  return tested2.name === name || file.language === "go" && /^(?:ok|found|exists|set|present)$/i.test(tested2.name);
}
function firstRead(program, file, { name, start }) {
  for (const binding of bindingsAt(file, name, start)?.bindings ?? []) {
    if (binding.kind !== "value" || !binding.node.value || binding.node.start > start) continue;
    const [part] = binding.bound.path;
    if (binding.bound.path.length > 0 && part !== 0 && part !== "0") continue;
    const value = peel(binding.node.value);
    if (value.kind !== "call" && value.kind !== "member" && value.kind !== "index") continue;
    const found3 = environmentRead(program, { file, node: value });
    if (found3 && !found3.fallback) return found3;
  }
  return void 0;
}
var SCHEMA_ROOT = /^(?:z|zod|Joi|joi|yup|v|t|str|string|url|host|envalid|Type|makeValidator)$/;

function rootName(node) {
  let inner = peel(node);
  for (let steps = 0; steps < 40 && (inner.kind === "call" || inner.kind === "member"); steps++)
    inner = peel(inner.kind === "call" ? inner.callee : inner.object);
  return inner.kind === "name" ? inner.name : "";
}
function inConvict(file, node) {
  const of = (key) => node.entries.find((one) => one.kind === "entry" && one.key === key);
  const variable = of("env");
  const fallback = of("default");
  if (variable?.kind !== "entry" || fallback?.kind !== "entry" || variable.value.kind !== "literal") return void 0;
  if (!file.imports.some(({ from }) => from === "convict")) return void 0;
  const name = variable.value.value;
  if (typeof name !== "string" || !VARIABLE.test(name)) return void 0;
  const read = { variable: name, alternatives: [], isRequired: false };
  return { read, fallback: { file, node: fallback.value }, whenEmpty: false };
}
function firstOf(program, { file, node }) {
  const { callee } = node;
  const [first] = node.arguments;
  const last = node.arguments.at(-1);
  if (callee.kind !== "member" || callee.property !== "Or" || !first || !last || node.arguments.length !== 2)
    return void 0;
  if (externalName(definitionOf(program, { file, node: callee })) !== "cmp.Or") return void 0;
  return form(program, file, first, last, true);
}


// src/model/code/environment/demands.ts


function tested(program, { file, node }) {
  if (!endsProgram(node.consequent) || node.alternate.length > 0) return [];
  return alternativesOf(node.test).flatMap((test) => {
    const names = absentNames(program, file, test);
    return demand(file, test, names);
  });
}
function alternativesOf(test) {
  const found3 = [];
  let inner = peel(test);
  for (let count = 0; inner.kind === "binary" && inner.operator === "||" && count < 100; count++) {
    found3.unshift(peel(inner.right));
    inner = peel(inner.left);
  }
  return [inner, ...found3];
}
function absentNames(program, file, test) {
  if (test.kind === "binary" && test.operator === "not in" && test.left.kind === "literal") {
    const of = externalName(definitionOf(program, { file, node: test.right }));
    return of === "os.environ" && typeof test.left.value === "string" ? [test.left.value] : [];
  }
  const absent = absentIn(test);
  const counted = lengthOf(test);
  if (counted) return filtered(program, file, counted);
  if (!absent) return [];
  if (absent.kind === "member" && absent.property === "success") return parsed(program, file, absent.object);
  if (absent.kind === "name") {
    const read2 = file.language === "go" ? declaredRead(program, file, absent) : firstRead(program, file, absent);
    return read2 && !read2.fallback ? [read2.variable] : [];
  }
  const read = environmentRead(program, { file, node: absent });
  return read && !read.fallback ? [read.variable] : [];
}
function declaredRead(program, file, { name, start }) {
  const bindings = bindingsAt(file, name, start)?.bindings ?? [];
  const nearest = bindings.findLast((one) => one.kind === "value" && one.node.start < start);
  if (nearest?.kind !== "value" || !nearest.node.value) return void 0;
  const value = peel(nearest.node.value);
  return value.kind === "call" ? environmentRead(program, { file, node: value }) : void 0;
}
function lengthOf(test) {
  const inner = test.kind === "binary" && /^(?:>|!==?|>=)$/.test(test.operator) ? peel(test.left) : test;
  if (inner.kind === "member" && inner.property === "length") return inner.object;
  return void 0;
}
function filtered(program, file, list) {
  const found3 = definitionOf(program, { file, node: list });
  const call = found3.kind === "expression" ? peel(found3.node) : void 0;
  if (found3.kind !== "expression" || call?.kind !== "call" || call.callee.kind !== "member") return [];
  const [test] = call.arguments;
  const [parameter] = test?.kind === "function" ? test.parameters : [];
  if (call.callee.property !== "filter" || test?.kind !== "function" || parameter?.target.kind !== "name") return [];
  const only = test.body.length === 1 ? test.body[0] : void 0;
  const absent = only?.kind === "return" && only.value ? absentIn(only.value) : void 0;
  if (!absent || !isNamedBy(program, found3.file, absent, parameter.target.name)) return [];
  return namesOf(program, found3.file, call.callee.object);
}
function namesOf(program, file, list) {
  const found3 = definitionOf(program, { file, node: list });
  const array = found3.kind === "expression" ? peel(found3.node) : void 0;
  if (array?.kind !== "array") return [];
  const names = array.elements.map((one) => one.kind === "literal" && typeof one.value === "string" ? one.value : "");
  return names.every((name) => /^[A-Z][A-Z0-9_]*$/.test(name)) ? names : [];
}
function isNamedBy(program, file, node, name) {
  const inner = peel(node);
  if (inner.kind === "index")
    return pathOf(inner.object)?.join(".") === "process.env" && pathOf(inner.index)?.join(".") === name;
  if (inner.kind !== "call") return false;
  const [first] = inner.arguments;
  const callee = externalName(definitionOf(program, { file, node: inner.callee }));
  return pathOf(first ?? inner)?.join(".") === name && /^os\.(?:getenv|Getenv|environ\.get)$/.test(callee ?? "");
}
function ofEach(program, { file, node }) {
  const list = node.iterated;
  const { target } = node;
  const item = target?.kind === "array" ? target.elements[1] : target;
  if (node.form !== "each" || !list || item?.kind !== "name") return [];
  const refusing = node.body.find((one) => one.kind === "if" && endsProgram(one.consequent));
  if (refusing?.kind !== "if") return [];
  const absent = absentIn(refusing.test);
  if (!absent || !isNamedBy(program, file, absent, item.name)) return [];
  return demand(file, list, namesOf(program, file, list));
}

function forEach(program, { file, node }) {
  const [body] = node.arguments;
  if (body?.kind !== "function" || node.callee.kind !== "member") return [];
  const [parameter] = body.parameters;
  const refusing = body.body.find((one) => one.kind === "if" && endsProgram(one.consequent));
  if (refusing?.kind !== "if" || parameter?.target.kind !== "name") return [];
  const absent = absentIn(refusing.test);
  if (!absent || !isNamedBy(program, file, absent, parameter.target.name)) return [];
  return demand(file, node.callee.object, namesOf(program, file, node.callee.object));
}
function parsed(program, file, result) {
  const found3 = definitionOf(program, { file, node: result });
  const call = found3.kind === "expression" ? peel(found3.node) : void 0;
  if (found3.kind !== "expression" || call?.kind !== "call" || call.callee.kind !== "member") return [];
  return call.callee.property === "safeParse" ? requiredEntries(program, { file: found3.file, node: call }) : [];
}
function entry(program, file, node) {
  if (!/^[A-Z][A-Z0-9_]*$/.test(node.property)) return [];
  const read = environmentRead(program, { file, node });
  return read?.isRequired && !read.alternatives.length ? demand(file, node, [read.variable]) : [];
}
function ofSettings(program, { file, node }) {
  const made3 = definitionOf(program, { file, node: node.callee });
  if (made3.kind !== "class" || externalBase(program, made3)?.path.at(-1) !== "BaseSettings") return [];
  return made3.node.members.flatMap((member) => {
    if (member.kind !== "field" || !member.type || /^(?:ClassVar|Optional|model_config)$/.test(member.type.name))
      return [];
    if (member.type.name === "|" || member.name === "model_config") return [];
    const read = fieldRead(program, { kind: "field", file: made3.file, node: member, owner: made3.node });
    if (!read?.isRequired) return [];
    const at = { path: made3.file.path, start: member.start, end: member.end };
    return [{ variable: read.variable, alternatives: read.alternatives, at }];
  });
}
function ofTags(program, { file, node }) {
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  const [first] = node.arguments;
  const last = node.arguments.at(-1);
  if (!name || !/caarlos0\/env|envconfig|cleanenv/.test(name) || last?.kind !== "unary") return [];
  const prefix = first !== last && first?.kind === "literal" && first.value !== "" ? `${String(first.value).toUpperCase()}_` : "";
  const type = typeOf(program, { file, node: last.value });
  if (type?.kind !== "class") return [];
  return type.node.members.flatMap((member) => {
    const read = member.kind === "field" && member.tag ? taggedRead(type.file, member, prefix) : void 0;
    if (!read?.isRequired || member.kind !== "field") return [];
    return [
      { variable: read.variable, alternatives: [], at: { path: type.file.path, start: member.start, end: member.end } }
    ];
  });
}

// src/model/code/environment/misnamed.ts
var READ_BY_OTHERS = /^(?:PG|AWS_|AZURE_|GOOGLE_|GCLOUD_|OTEL_|NODE|NPM_|YARN_|NEXT_|NUXT_|VITE_|PYTHON|PIP_|UV_|POETRY_|GO[A-Z]|GIN_|CGO_|UVICORN_|GUNICORN_|HYPERCORN_|WEB_CONCURRENCY|DJANGO_SETTINGS|FLASK_|CELERY_|C_FORCE|TZ$|LANG|LC_|HTTPS?_PROXY|NO_PROXY|JAVA_|SENTRY_|DD_|NEW_RELIC_|ELASTIC_APM_|PRISMA_|VAULT_|CONSUL_|DOCKER_|COMPOSE_|KUBERNETES_|POD_|HOST$|HOSTNAME$|PATH$|HOME$|USER$|DEBUG$|PORT$|VIRTUAL_|LETSENCRYPT_|PM2_|UMASK$|UID$|GID$|PUID$|PGID$)/;
function misnamedVariables(service, reads2, tree, given) {
  const set = /* @__PURE__ */ new Set([...given, ...service.workloads.flatMap(({ environment }) => [...environment.keys()])]);
  const names = new Set(reads2.flatMap(({ variable, alternatives }) => [variable, ...alternatives]));
  const unset = reads2.filter((one) => ![one.variable, ...one.alternatives].some((name) => set.has(name)));
  if (unset.length === 0) return [];
  const pairs = service.workloads.flatMap(
    (workload) => [...workload.environment.values()].flatMap((variable) => {
      const { name, source } = variable;
      if (source === "image" || names.has(name) || READ_BY_OTHERS.test(name) || name.includes("__")) return [];
      const near = unset.filter((one) => isNear(name, one.variable));
      const [only] = near;
      return near.length === 1 && only ? [{ workload, variable, read: only.variable, readAt: only.at }] : [];
    })
  );
  const unique = pairs.filter(
    (one) => pairs.every((other) => other.read !== one.read || other.variable.name === one.variable.name)
  );
  return unique.filter((one) => !isMentioned(one.variable.name, service, tree));
}
function isMentioned(name, { directory, files: files2 }, tree) {
  const words = name.split("_").map((word) => word.replace(/\W/g, "\\$&"));
  const wanted = new RegExp(`(?<![A-Za-z0-9])${words.join("[._-]?")}(?![A-Za-z0-9])`, name.includes("_") ? "i" : "");
  const own = new Set(files2);
  return tree.files.some(({ path }) => {
    if (!own.has(path) && !isWithin(directory, path)) return false;
    if (DECLARES.test(path)) return false;
    const text = tree.read(path)?.text;
    return text !== void 0 && text.length < 1e6 && wanted.test(text);
  });
}
var DECLARES = /\.(?:md|mdx|txt|rst|adoc|lock)$|(?:^|\/)\.env[^/]*$|(?:compose|stack)[^/]*\.ya?ml$|(?:^|\/)(?:k8s|kubernetes|deploy|manifests|helm|charts?)\/|package-lock\.json$|pnpm-lock\.yaml$/i;
var SAME = {
  DATABASE: "DB",
  POSTGRES: "DB",
  POSTGRESQL: "DB",
  MYSQL: "DB",
  URI: "URL",
  DSN: "URL",
  PASSWORD: "PASS",
  PASSWD: "PASS",
  PWD: "PASS",
  USERNAME: "USER",
  HOSTNAME: "HOST",
  ADDRESS: "ADDR",
  MONGODB: "MONGO",
  RABBIT: "RABBITMQ",
  ELASTIC: "ELASTICSEARCH",
  ENVIRONMENT: "ENV",
  DIRECTORY: "DIR",
  BROKER: "BROKERS"
};
function isNear(one, other) {
  const words = wordsOf2(one);
  const others = wordsOf2(other);
  if (words.length + others.length > 2 && bare(one) === bare(other)) return true;
  if (words.length < 2 || others.length < 2) return false;
  if (words.join("") === others.join("")) return true;
  if ([...words].sort().join("_") === [...others].sort().join("_")) return true;
  if (words.length !== others.length) return false;
  const written = [one, other].map((name) => name.toUpperCase().split("_"));
  const different = words.flatMap(
    (word, at) => word === others[at] ? [] : [[written[0]?.[at] ?? "", written[1]?.[at] ?? ""]]
  );
  const [slip] = different;
  return different.length === 1 && slip !== void 0 && isSlip(...slip);
}
function bare(name) {
  return name.toUpperCase().replaceAll("_", "");
}
function isSlip(word, other) {
  if (/\d/.test(word + other) || Math.min(word.length, other.length) < 5) return false;
  return editDistance(word, other) <= (Math.min(word.length, other.length) >= 8 ? 2 : 1);
}
function wordsOf2(name) {
  return name.toUpperCase().split("_").map((word) => SAME[word] ?? word);
}

// src/model/code/environment/port-reads.ts
var DIRECT = /^(?:process\.env\b|os\.(?:environ|getenv)\b|getenv\(|environ\b|this\.\w+\.get|\w+\.get(?:OrThrow)?\b|[A-Z0-9_]+\s*:|class\b)/;
var FALLS_BACK = /^[^\n;)]{0,40}\)+\s*\|\|/;
function portReads(reads2, tree) {
  return reads2.filter(({ variable, alternatives, at }) => {
    if (!/^[A-Z][A-Z0-9_]*_PORT$/.test(variable) || alternatives.length > 0 || at.path.endsWith(".go")) return false;
    const text = tree.read(at.path)?.text;
    if (text === void 0 || /tcp:\/\/|_TCP_ADDR|isNaN|isInteger|isFinite|\.isdigit\(/.test(text)) return false;
    const own = text.slice(at.start, at.end);
    return DIRECT.test(own) && !own.includes(".catch(") && !FALLS_BACK.test(text.slice(at.end, at.end + 80));
  });
}

// src/model/code/environment/variable-reads.ts
var VARIABLE2 = /^[A-Z][A-Z0-9_]*$/;
function readsIn(program, files2) {
  const reads2 = /* @__PURE__ */ new Map();
  const add = (file, node, variable, alternatives) => {
    if (!reads2.has(variable))
      reads2.set(variable, { variable, alternatives, at: { path: file.path, start: node.start, end: node.end } });
  };
  for (const file of files2) {
    walk(file.body, (node) => {
      for (const [variable, alternatives] of readAt(program, file, node)) add(file, node, variable, alternatives);
      return void 0;
    });
  }
  return [...reads2.values()];
}
function readAt(program, file, node) {
  switch (node.kind) {
    case "member":
      return VARIABLE2.test(node.property) ? readOf2(program, file, node) : [];
    case "call": {
      const [first] = node.arguments;
      const isNamed3 = first?.kind === "literal" && typeof first.value === "string" && VARIABLE2.test(first.value);
      return isNamed3 ? readOf2(program, file, node) : [];
    }
    case "declare": {
      if (node.target.kind !== "object" || !node.value) return [];
      if (!isProcessEnvironment(program, { file, node: node.value })) return [];
      return node.target.entries.flatMap((one) => one.kind === "entry" && one.key !== void 0 ? [[one.key, []]] : []);
    }
    case "entry": {
      const value = node.key !== void 0 && VARIABLE2.test(node.key) ? peel(node.value) : void 0;
      return value?.kind === "call" && value.callee.kind === "member" && isSchema(value) ? [[node.key ?? "", []]] : [];
    }
    case "class":
      return node.members.flatMap((member) => {
        if (member.kind !== "field") return [];
        const read = file.language === "go" ? taggedRead(file, member, "") : file.language === "python" ? fieldRead(program, { kind: "field", file, node: member, owner: node }) : void 0;
        return read ? [[read.variable, read.alternatives]] : [];
      });
    default:
      return [];
  }
}
function isSchema(value) {
  let inner = value;
  for (let steps = 0; steps < 40 && (inner.kind === "call" || inner.kind === "member"); steps++)
    inner = peel(inner.kind === "call" ? inner.callee : inner.object);
  return inner.kind === "name" && /^(?:z|zod|Joi|joi|yup|v|t)$/.test(inner.name);
}
function readOf2(program, file, node) {
  const read = environmentRead(program, { file, node });
  return read ? [[read.variable, read.alternatives]] : [];
}

// src/model/code/environment/variables.ts


var isOfEnvironment = wordsLike(/^(?:env|environ|getenv|Getenv|LookupEnv)$|Settings$/);

function hasTags(file) {
  return holds(file.body, (node) => node.kind === "class" && node.members.some(hasTag));
}
function hasTag(member) {
  return member.kind === "field" && /\benv(?:config)?:/.test(member.tag ?? "");
}


var LOADERS = /^(?:dotenv|dotenv-flow|dotenv-expand|dotenv-safe|@nestjs\/config|next|python-dotenv|decouple|python-decouple|environs|environ|django-environ|pydantic_settings|pydantic-settings|starlette|dynaconf|github\.com\/joho\/godotenv(?:\/.*)?|github\.com\/spf13\/viper|github\.com\/ilyakaznacheev\/cleanenv|@dotenvx\/dotenvx|env-cmd|nconf|config|convict|node-config-ts)$/;
var STORES = /secret-?manager|vault|infisical|doppler|client-ssm|parameter-?store|azure\/(?:keyvault|app-configuration)|consul|etcd|hvac|1password/i;


var isStoreOfAws = remembered(/^(?:secretsmanager|ssm)$/);

var WRAPPED = /doppler|infisical|chamber|vault|aws-vault|op run|dotenv|env-file|envconsul|sops|berglas|summon|teller|(?:^|[\s;&])(?:source|\.)\s|\bexport\b|entrypoint|\bset -a\b/;




// src/model/code/go/http-clients.ts
var DIRECT2 = /^net\/http\.(?:Get|Head|Post|PostForm)$/;
var DEFAULT2 = /^net\/http\.DefaultClient\.(?:Do|Get|Head|Post|PostForm)$/;
var RESTY = /^(?:github\.com\/go-resty\/resty|resty\.dev)(?:\/v\d+)?\.New$/;
function goHttpClients(program, paths) {
  return goFiles(program, paths).flatMap((file) => {
    if (!file.imports.some((one) => one.from === "net/http" || /resty/.test(one.from))) return [];
    const calls = outsideCalls(program, file);
    const defaultIsSet = setsDefaultTimeout(program, file);
    const hasDeadline = calls.some((call) => /^context\.With(?:Timeout|Deadline)(?:Cause)?$/.test(call.name));
    return calls.flatMap((call) => {
      const shown2 = { name: pathOf(call.node.callee)?.join(".") ?? "", at: call.at };
      if (asksItself(call.node)) return [];
      if (DIRECT2.test(call.name)) return [{ ...shown2, timeout: defaultIsSet ? "set" : "none" }];
      if (DEFAULT2.test(call.name)) {
        if (defaultIsSet) return [{ ...shown2, timeout: "set" }];
        if (call.name.endsWith(".Do") && hasDeadline)
          return [{ ...shown2, timeout: "unknown", because: "the context of the request may have a deadline" }];
        return [{ ...shown2, timeout: "none" }];
      }
      if (call.node.isNew && call.name === "net/http.Client")
        return [{ ...shown2, ...literalTimeout(file, call.node, hasDeadline) }];
      if (RESTY.test(call.name))
        return [{ ...shown2, timeout: mentions4(file, "SetTimeout") || hasDeadline ? "set" : "none" }];
      return [];
    });
  });
}
function asksItself({ arguments: given }) {
  return given.some((one) => {
    const first = one.kind === "binary" ? one.left : one;
    return first.kind === "literal" && typeof first.value === "string" && /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$)/.test(first.value);
  });
}
function literalTimeout(file, node, hasDeadline) {
  const [body] = node.arguments;
  const entries = body?.kind === "object" ? body.entries.filter((one) => one.kind === "entry") : [];
  const timeout = entries.find((one) => one.key === "Timeout");
  if (timeout) return isZero(timeout.value) ? { timeout: "none" } : { timeout: "set" };
  if (body?.kind === "array" && body.elements.length > 3) return { timeout: "set" };
  if (assigns(file, "Timeout")) return { timeout: "unknown", because: "a Timeout is set later" };
  if (hasDeadline) return { timeout: "unknown", because: "the context of the request may have a deadline" };
  const transport = entries.find((one) => one.key === "Transport");
  if (transport && !isPlainTransport(transport.value))
    return { timeout: "unknown", because: "its transport may have a timeout" };
  return { timeout: "none" };
}
function isZero(node) {
  return node.kind === "literal" && node.value === 0;
}
function isPlainTransport(node) {
  const inner = node.kind === "unary" ? node.value : node;
  if (inner.kind !== "call" || !inner.isNew || pathOf(inner.callee)?.join(".") !== "http.Transport") return false;
  const [body] = inner.arguments;
  return body?.kind === "object" && !body.entries.some((one) => one.kind === "entry" && one.key === "ResponseHeaderTimeout");
}
function setsDefaultTimeout(program, file) {
  const own = [file, ...program.siblings(file)];
  const isDefault = (name) => name === "net/http.DefaultClient.Timeout" || name === "net/http.DefaultClient";
  return own.some(
    (one) => holds(one.body, (node) => node.kind === "assign" && isDefault(outsideName(program, one, node.target)))
  );
}
function assigns(file, property) {
  return holds(
    file.body,
    (node) => node.kind === "assign" && node.target.kind === "member" && node.target.property === property
  );
}
function mentions4(file, property) {
  return holds(file.body, (node) => node.kind === "member" && node.property === property);
}

// door:src/model/code/routes/go.ts
var room5;
function enter5() {
  return room5 ??= require("./model-code-routes-go.js");
}
function goStart(...given) {
  return enter5().goStart(...given);
}
function goRoutes(...given) {
  return enter5().goRoutes(...given);
}
function goRpc(...given) {
  return enter5().goRpc(...given);
}

// src/model/code/go/listening.ts
function goListening(program, service) {
  const start = goStart(program, service);
  return (start?.web.listeners ?? []).map(({ framework, address: address2, at }) => {
    const written = addressOf(address2);
    if (written?.kind !== "plain" || typeof written.value !== "string")
      return { framework, port: unknownPort(at, written), at };
    const { variables = [], isFallback = false } = written;
    const place = written.at ?? at;
    const [, host = "", port = ""] = /^(.*?):?([^:]*)$/s.exec(written.value) ?? [];
    const number = port === "http" || written.value === "" ? 80 : port === "https" ? 443 : Number(port);
    const origin = { at: place, variables, isFallback };
    const bare3 = host.replace(/^\[(.*)\]$/s, "$1");
    return {
      framework,
      port: {
        kind: "known",
        value: /^\d+$/.test(port) || port.startsWith("http") || written.value === "" ? number : port,
        ...origin
      },
      ...bare3 !== "" && { host: { kind: "known", value: bare3, ...origin } },
      at
    };
  });
}
function unknownPort(at, value) {
  const because = value?.kind === "unknown" ? value.because : "it is known when the program runs";
  return { kind: "unknown", because, at, variables: [], isFallback: false };
}
function addressOf(value) {
  const inner = value && pointed(value);
  if (inner?.kind === "struct") return addressOf(inner.fields.get("Addr") ?? { kind: "plain", value: "" });
  if (inner?.kind === "result" && /^net\.Listen$|^\.Listen$/.test(inner.of)) return addressOf(inner.arguments.at(-1));
  return inner;
}

// src/model/code/go/shutdown.ts
var SIGNALS = /^os\/signal\.(?:Notify|NotifyContext)$/;
var CLOSES = /^(?:Shutdown|ShutdownWithTimeout|ShutdownWithContext|GracefulStop|GracefulShutdown)$/;
var MANAGERS = /graceful|shutdown|lifecycle|\/(?:endless|manners|run|fx|fxevent|service|suture|grace|terminator|signals?|app)(?:\/v\d+)?$|go-kratos|zeromicro\/go-zero|go-micro|sigs\.k8s\.io\/controller-runtime|dapr|cloud\.google\.com\/go\/functions|aws-lambda-go|encore\.dev|goa\.design/;
function goShutdown(program, service) {
  const start = goStart(program, service);
  const places = new Map((start?.web.listeners ?? []).map(({ at }) => [`${at.path}:${String(at.start)}`, at]));
  if (places.size === 0) return [];
  const files2 = goFiles(program, [
    ...program.reachableFrom(service.entries.length > 0 ? service.entries : service.files)
  ]);
  const judged = judge(program, files2);
  const inOrder2 = [...places.values()].sort(
    (a, b) => a.path === b.path ? a.start - b.start : a.path < b.path ? -1 : 1
  );
  return inOrder2.map((at) => ({ ...judged, at }));
}
function judge(program, files2) {
  const takesSignals = files2.some((file) => outsideCalls(program, file).some((call) => SIGNALS.test(call.name)));
  const closes = files2.some(closesServer);
  if (takesSignals && closes) return { kind: "handled" };
  const manager = files2.flatMap((file) => file.imports.filter((one) => program.target(file, one.from).kind === "package")).find((one) => one.from.includes(".") && MANAGERS.test(one.from))?.from;
  if (manager !== void 0) return { kind: "unknown", because: `${manager} may close it` };
  if (takesSignals) return { kind: "missing", because: "signals are taken, and no Shutdown is called" };
  return closes ? { kind: "missing", because: "Shutdown is called, and no signal is waited for" } : { kind: "missing" };
}
function closesServer(file) {
  return holds(file.body, (node) => node.kind === "member" && CLOSES.test(node.property));
}

// src/model/code/health/statuses.ts
function isRaise(node) {
  return node.kind === "throw";
}
var STATUS_CALL = /(?:^|\.)(?:status|sendStatus|code|writeHead|WriteHeader|Status|SendStatus|AbortWithStatus|AbortWithStatusJSON|JSON|String|abort|NewHTTPError|NewError|Error)$/;
var ERROR_NAME = /(?:ServiceUnavailable|InternalServerError|BadGateway|GatewayTimeout|HttpException|HTTPException|HealthCheckError|StatusInternalServerError|StatusServiceUnavailable|HTTP_503|HTTP_500|HTTP_5\w+)/;
function isRefusal2(node) {
  return node.kind === "call" && node.callee.kind === "name" && node.callee.name === "reject";
}




function isOpenStatus(node) {
  const inner = peel(node);
  return inner.kind !== "literal" && !(inner.kind === "member" && /(?:OK|StatusOK|HTTP_200_OK)$/.test(inner.property));
}
function lastName2(callee) {
  const inner = peel(callee);
  return inner.kind === "member" ? inner.property : inner.kind === "name" ? inner.name : "";
}

// src/model/code/health/depth.ts
var DEEPEST2 = 3;
var MOST_NODES = 4e3;
var ASKS = /(?:^|\.)(?:\$queryRaw|\$queryRawUnsafe|\$executeRaw|\$runCommandRaw|ping|PingContext|Ping|authenticate|pingCheck|isConnected|ensure_connection|listTopics|fetchTopicMetadata|describeCluster|serverStatus|getDatabase|exec_driver_sql|health_check|dbStats)$/;
var STATEMENTS = /(?:^|\.)(?:query|execute|raw|exec|Exec|Query|QueryRow|QueryContext|scalar|run|fetch|fetchval|fetchrow|fetch_val|fetch_one|fetch_all|execute_query|execute_query_dict)$/;
var COMMANDS = /(?:^|\.)(?:command|runCommand)$/;
var CACHE = /^django\.(?:core\.cache\.)?caches?$/;
var CACHE_METHODS = /(?:^|\.)(?:a?get|a?set|a?add|a?incr|a?touch|a?delete)$/;
var PYTHON_BUILT_IN = /^(?:all|any|sum|min|max|sorted|list|set|tuple|bool|getattr|hasattr|isinstance|print|zip|enumerate)$|(?:^|\.)(?:values|items|keys|update|append|extend|strip|lower|upper|format|startswith|endswith)$/;
var TERMINUS = /(?:^|\.)(?:health|healthCheckService|healthService|terminus)\.check$/;
var HARMLESS = /^(?:res|response|reply|ctx|c|context|w|req|request|r|console|logger|log|this\.logger|self\.logger|logging|Date|JSON|Math|process|os|performance|Number|String|Boolean|Object|Array|Promise|time|datetime|jsonify|JSONResponse|Response|PlainTextResponse|JsonResponse|HttpResponse|dict|str|int|float|round|len|platform|socket|json|fmt|http|gin|echo|fiber|NextResponse|Map|Set|require|import)(?:\.|$)/;
var PROCESS = /(?:^|\.)(?:memoryUsage|checkHeap|checkRSS|checkStorage|heapUsed|virtual_memory|disk_usage|freemem|loadavg|statfs)$/;




function ask(look, fn, name, node, caught) {
  const at = { path: fn.file.path, start: node.start, end: node.end };
  const takenAt = caught && fn.file.language === "go" ? at : caught;
  look.asks.push({ name, at, isCaught: caught !== void 0, ...takenAt && { takenAt } });
}
function isCatch(call) {
  const callee = peel(call.callee);
  if (callee.kind !== "member") return false;
  const [first, second] = call.arguments;
  if (callee.property === "catch") return first !== void 0 && !holds([first], isRaise);
  if (callee.property === "then") return second !== void 0;
  return false;
}
function visitCall(look, fn, call, depth, caught) {
  const path = pathOf(call.callee)?.join(".").replace(/^(?:this|self)\./, "") ?? lastName2(call.callee);
  if (PROCESS.test(path)) {
    look.looksAtProcess = true;
    return;
  }
  const callee = calleeOf(look.program, { file: fn.file, node: call });
  if (TERMINUS.test(path)) terminus(look, fn, call, path);
  else if (asksSomebody(look, fn, call, path)) ask(look, fn, path, call, caught);
  else if (callee) {
    if (depth < DEEPEST2) visit(look, callee, depth + 1, caught);
    else open(look, call, caught);
  } else if (path !== "Promise.allSettled" && !isKnownCall(look, fn, call, path)) open(look, call, caught);
}
function asksSomebody({ program }, { file }, call, path) {
  if (ASKS.test(path)) return true;
  if (STATEMENTS.test(path)) return call.arguments.some(isStatement);
  if (COMMANDS.test(path)) return call.arguments.some(isPing);
  if (file.language !== "python" || !CACHE_METHODS.test(path)) return false;
  let node = peel(call.callee);
  while (node.kind === "member" || node.kind === "index") node = peel(node.object);
  return CACHE.test(externalName(definitionOf(program, { file, node })) ?? "");
}
function open(look, call, caught) {
  look.isOpen = true;
  if (caught === void 0 || holds(call.arguments, isAnswer)) look.mayFail = true;
}
function isAnswer(node) {
  return node.kind === "name" && /^(?:res|resp|response|reply|rep|ctx|context|c|w|rw|writer|next)$/i.test(node.name);
}
function isKnownCall(look, fn, call, path) {
  const outside2 = externalName(definitionOf(look.program, { file: fn.file, node: call.callee }));
  if (fn.file.language === "python" && PYTHON_BUILT_IN.test(path)) return true;
  if (HARMLESS.test(path) || outside2 !== void 0 && isQuiet(outside2)) return true;
  const begun = beginningOf(call);
  const giver = begun && externalName(definitionOf(look.program, { file: fn.file, node: begun.callee }));
  if (giver !== void 0 && isQuiet(giver)) return true;
  return QUIET_METHODS.test(path.split(".").at(-1) ?? "");
}
function beginningOf(call) {
  let found3;
  let node = peel(call.callee);
  for (let steps = 0; steps < 20; steps++) {
    if (node.kind === "member") node = peel(node.object);
    else if (node.kind === "call") {
      found3 = node;
      node = peel(node.callee);
    } else break;
  }
  return found3;
}
var QUIET_METHODS = /^(?:toISOString|toString|getTime|toFixed|json|send|status|code|sendStatus|end|header|set|type|strftime|isoformat|uptime|now|get|join|map|filter|every|some|includes|push|info|debug|warn|error|log|catch|then)$/;
function isQuiet(name) {
  return /^(?:express|fastify|koa|hono|next|@nestjs\/common|fastapi|starlette|flask|django\.http|rest_framework\.response|os|process|time|datetime|json|logging|structlog|pino|winston|fmt|net\/http|encoding\/json|github\.com\/gin-gonic\/gin|runtime)(?:\.|\/|$)/.test(
    name
  );
}
function isStatement(argument2) {
  const inner = peel(argument2);
  if (inner.kind === "literal") return typeof inner.value === "string" && /^\s*select\b/i.test(inner.value);
  if (inner.kind === "call") return isSelectOfNumber(inner) || inner.arguments.some(isStatement);
  if (inner.kind === "template") return inner.parts.some((part) => typeof part === "string" && /^\s*select\b/i.test(part));
  if (inner.kind === "tagged") return isStatement(inner.template);
  if (inner.kind === "object") return inner.entries.some((one) => one.kind === "entry" && isStatement(one.value));
  return false;
}
function isSelectOfNumber({ callee, arguments: [first] }) {
  return /^select$/.test(lastName2(callee)) && first?.kind === "literal" && typeof first.value === "number";
}
function isPing(argument2) {
  const inner = peel(argument2);
  if (inner.kind === "literal") return inner.value === "ping";
  return inner.kind === "object" && inner.entries.some((one) => one.kind === "entry" && one.key === "ping");
}
function terminus(look, fn, call, path) {
  const [list] = call.arguments;
  const indicators = list && peel(list);
  if (indicators?.kind !== "array") {
    open(look, call, void 0);
    return;
  }
  for (const one of indicators.elements) {
    let named4 = "";
    walk([one], (node) => {
      if (node.kind === "call")
        named4 = pathOf(node.callee)?.join(".").replace(/^this\./, "") ?? named4;
      return void 0;
    });
    if (PROCESS.test(named4)) look.looksAtProcess = true;
    else ask(look, fn, named4 || path, one, void 0);
  }
}

// src/model/code/health/health.ts


function branchFor(fn, path) {
  let found3;
  const isPath = (node) => node.kind === "literal" && node.value === path;
  walk(fn.body, (node) => {
    if (found3) return false;
    if (node.kind === "if" && childrenOf(node.test).some(isPath)) found3 = node.consequent;
    if (node.kind === "switch") found3 = node.cases.find((one) => one.tests.some(isPath))?.body;
    return void 0;
  });
  return found3;
}

// src/model/code/kafka-topics.ts
var CLIENTS = /^(?:kafkajs|@confluentinc\/kafka-javascript|node-rdkafka|kafka-node|confluent_kafka|kafka|aiokafka)$|^github\.com\/(?:IBM|Shopify)\/sarama$|^github\.com\/segmentio\/kafka-go$|^github\.com\/confluentinc\/confluent-kafka-go(?:\/v\d+)?\/kafka$/;

var creates = wordsLike(/^create_?topics?$/i);
function askedIn(program, file, isCreating) {
  if (file.language === "python") return pythonTopics(program, file);
  if (file.language === "go") return goTopics(file);
  return javascriptTopics(file, isCreating);
}
function javascriptTopics(file, isCreating) {
  const { words, objects } = indexOf(file);
  if (!words.has("replicationFactor") && !words.has("replication_factor")) return [];
  return objects.flatMap((object) => {
    const topic = entryOf2(object.entries, /^(?:topic|topicName|name)$/);
    const factor = entryOf2(object.entries, /^(?:replicationFactor|replication_factor)$/);
    return factor && (topic || isCreating) ? [{ topic: topic?.value, copies: factor.value, node: factor }] : [];
  });
}
function pythonTopics(program, file) {
  const calls = indexOf(file).callsByName.get("NewTopic") ?? [];
  return calls.flatMap((call) => {
    const name = externalName(definitionOf(program, { file, node: call.callee }));
    if (name === void 0 || !/^(?:confluent_kafka|kafka|aiokafka)\./.test(name)) return [];
    const copies = argumentOf(call, "replication_factor", 2);
    return copies ? [{ topic: argumentOf(call, "topic", 0) ?? argumentOf(call, "name", 0), copies, node: copies }] : [];
  });
}
function argumentOf(call, name, position) {
  const named4 = call.arguments.find((one) => one.kind === "keyword" && one.name === name);
  if (named4?.kind === "keyword") return named4.value;
  const given = call.arguments[position];
  return given && given.kind !== "keyword" && given.kind !== "spread" ? given : void 0;
}
function goTopics(file) {
  if (!indexOf(file).words.has("ReplicationFactor")) return [];
  if (!file.imports.some(({ from }) => CLIENTS.test(from))) return [];
  const found3 = [];
  walk(file.body, (node) => {
    const object = node.kind === "object" ? node : void 0;
    const factor = object && entryOf2(object.entries, /^ReplicationFactor$/);
    if (factor)
      found3.push({ topic: entryOf2(object.entries, /^Topic$/)?.value, copies: peel(factor.value), node: factor });
    return void 0;
  });
  return found3;
}
function entryOf2(entries, name) {
  const found3 = entries.find((one) => one.kind === "entry" && name.test(one.key ?? ""));
  return found3?.kind === "entry" ? found3 : void 0;
}

// src/model/code/listen.ts

function listening(program, service, call) {
  const { site } = call;
  const written = site.written[call.index];
  const at = { path: site.file.path, start: site.node.start, end: site.node.end };
  const resolve = (node, value) => node && resolved2(program, service, call, node, value);
  if (call.key !== void 0) {
    const given = site.arguments[call.index];
    const entries = given?.kind === "fields" ? given.entries : void 0;
    const port = resolve(entryOf3(written, call.key) ?? written, entries?.get(call.key));
    const host2 = entries?.has("host") || entries?.has("hostname") ? resolve(
      entryOf3(written, "host") ?? entryOf3(written, "hostname") ?? written,
      entries.get("host") ?? entries.get("hostname")
    ) : void 0;
    return { framework: call.framework, port: port ?? noPort(at), at, ...host2 && { host: host2 } };
  }
  const second = site.arguments[call.index + 1];
  const isHost = second !== void 0 && second.kind !== "closure" && !(second.kind === "plain" && typeof second.value === "number");
  const host = isHost ? resolve(site.written[call.index + 1], second) : void 0;
  return {
    framework: call.framework,
    port: resolve(written, site.arguments[call.index]) ?? noPort(at),
    at,
    ...host && { host }
  };
}
function noPort(at) {
  return { kind: "known", value: 0, at, variables: [], isFallback: false };
}
function resolved2(program, service, call, node, value) {
  const found3 = evaluateExpression(program, { file: call.site.file, node }, service.environment ?? EMPTY_ENVIRONMENT);
  if (found3.kind !== "unknown") return found3;
  if (found3.variables.some((name) => service.environment?.(name)?.known === false)) return found3;
  const isKnown = value?.kind === "plain" && !value.isPartial && value.value !== null;
  if (!isKnown) return found3;
  return { kind: "known", value: value.value, at: found3.at, variables: found3.variables, isFallback: found3.isFallback };
}
function entryOf3(node, key) {
  if (node?.kind !== "object") return void 0;
  const entry2 = node.entries.find((one) => one.kind === "entry" && one.key === key);
  return entry2?.kind === "entry" ? entry2.value : void 0;
}

// src/model/code/code-migrations.ts
var NONE = { migrations: [], indexes: [] };
var MOST_FILES = 2e3;
var TOOLS = {
  typeorm: [["typeorm", /\bMigrationInterface\b|\bqueryRunner\b/]],
  sequelize: [["sequelize", /\bqueryInterface\b/]],
  sqlalchemy: [["alembic", /^(?:revision|down_revision)\b|^from alembic import op\b/m]],
  django: [["django", /\bclass Migration\b/]]
};
function codeMigrations(home, source, tree) {
  const tools = TOOLS[source];
  if (!tools) return NONE;
  const folders = /* @__PURE__ */ new Map();
  const indexes = [];
  let tool = "sql";
  for (const { path, format } of tree.files) {
    if (format !== "source" || !isWithin(home, path) || !/(?:^|\/)(?:migrations?|alembic|versions)\//i.test(path))
      continue;
    if (folders.size > MOST_FILES || fileName(path) === "__init__.py") continue;
    const text = tree.read(path)?.text ?? "";
    const found3 = tools.find(([, sign]) => sign.test(text));
    if (!found3) continue;
    tool = found3[0];
    folders.set(directoryOf(path), [...folders.get(directoryOf(path)) ?? [], path]);
    indexes.push(...indexesIn({ path, text: withoutDown(text) }));
  }
  const migrations = [...folders].map(([folder, files2]) => ({
    tool,
    folder,
    files: files2.sort(),
    at: { path: files2[0] ?? folder, start: 0, end: 0 }
  }));
  return { migrations, indexes };
}
function withoutDown(text) {
  const down = /^[ \t]*(?:public[ \t]+)?(?:async[ \t]+)?(?:down[ \t]*[(:]|def[ \t]+downgrade\b)|^(?:exports|module\.exports)\.down\b/m.exec(
    text
  );
  return down ? text.slice(0, down.index) : text;
}
var LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\[\s\S])*)`/g;
var CALLS2 = [
  /createInd(?:ex|ices)\(\s*["'`]([\w.]+)["'`][^;]{0,300}?columnNames:\s*\[\s*["'`](\w+)/g,
  /addIndex\(\s*(?:["'`]([\w.]+)["'`]|\{\s*tableName:\s*["'`](\w+)["'`][^}]{0,100}\})\s*,\s*(?:\{\s*fields:\s*)?\[\s*["'`](\w+)/g,
  /create_index\(\s*(?:op\.f\()?\s*["'][\w.]*["']\s*\)?\s*,\s*["']([\w.]+)["']\s*,\s*\[\s*(?:sa\.text\()?["'](\w+)/g
];
function indexesIn(source) {
  const called2 = CALLS2.flatMap(
    (pattern) => [...source.text.matchAll(pattern)].map(([, ...groups]) => {
      const [table = "", ...columns] = groups.filter((group) => group !== void 0);
      return { table: table.slice(table.lastIndexOf(".") + 1), columns: columns.slice(-1) };
    })
  );
  const written = [...source.text.matchAll(LITERAL)].flatMap(([, single, double, back]) => {
    const text = single ?? double ?? back ?? "";
    if (!/\b(?:create|alter)\b/i.test(text)) return [];
    const { changes } = parseSql({ path: source.path, text: text.replace(/\\(["'`])/g, "$1") });
    return changes.flatMap((change) => {
      if (change.kind === "add-key" && change.key.kind !== "foreign")
        return [{ table: change.table, columns: change.key.columns }];
      if (change.kind !== "create-table") return [];
      const { name, keys } = change.table;
      return keys.filter(({ kind }) => kind !== "foreign").map(({ columns }) => ({ table: name, columns }));
    });
  });
  return [...called2, ...written];
}

// src/model/code/orm/expressions.ts
function textOf2(expression) {
  const inner = expression && peel(expression);
  return inner?.kind === "literal" && typeof inner.value === "string" ? inner.value : void 0;
}
function isTrue2(expression) {
  const inner = expression && peel(expression);
  return inner?.kind === "literal" && inner.value === true;
}
function isFalse(expression) {
  const inner = expression && peel(expression);
  return inner?.kind === "literal" && inner.value === false;
}
function objectOf(expression) {
  const inner = expression && peel(expression);
  return inner?.kind === "object" ? inner : void 0;
}
function elementsOf(expression) {
  const inner = expression && peel(expression);
  return inner?.kind === "array" ? inner.elements : [];
}
function entryOf4(object, key) {
  return objectOf(object)?.entries.find((one) => one.kind === "entry" && one.key === key);
}
function optionOf2(object, key) {
  return entryOf4(object, key)?.value;
}
function keywordOf3(call, name) {
  const found3 = call.arguments.find((one) => one.kind === "keyword" && one.name === name);
  return found3?.kind === "keyword" ? found3.value : void 0;
}
function positional({ arguments: given }) {
  return given.filter((one) => one.kind !== "keyword");
}
function callOf(expression) {
  const inner = expression && peel(expression);
  return inner?.kind === "call" ? inner : void 0;
}
function lastName3(expression) {
  const inner = expression && peel(expression);
  if (!inner) return void 0;
  return pathOf(inner.kind === "call" ? inner.callee : inner)?.at(-1);
}
function targetName(expression) {
  const inner = expression && peel(expression);
  if (!inner) return void 0;
  if (inner.kind === "literal") return typeof inner.value === "string" ? inner.value : void 0;
  if (inner.kind !== "function") return pathOf(inner)?.[0];
  const [only] = inner.body;
  return only?.kind === "return" && only.value ? targetName(only.value) : void 0;
}
function chainOf2(expression) {
  const links = /* @__PURE__ */ new Map();
  let call = callOf(expression);
  while (call) {
    const callee = peel(call.callee);
    const inner = callee.kind === "member" ? callOf(callee.object) : void 0;
    if (callee.kind === "member" && inner) {
      links.set(callee.property, call);
      call = inner;
      continue;
    }
    const name = lastName3(callee);
    return name === void 0 ? void 0 : { name, call, links };
  }
  return void 0;
}

// src/model/code/orm/data-source.ts
var DIALECTS = /* @__PURE__ */ new Map([
  ["postgres", "postgresql"],
  ["postgresql", "postgresql"],
  ["aurora-postgres", "postgresql"],
  ["cockroachdb", "cockroachdb"],
  ["mysql", "mysql"],
  ["mariadb", "mysql"],
  ["aurora-mysql", "mysql"],
  ["sqlite", "sqlite"],
  ["better-sqlite3", "sqlite"],
  ["mssql", "sqlserver"],
  ["oracle", "oracle"],
  ["mongodb", "mongodb"]
]);
var BESIDE = [
  "url",
  "host",
  "database",
  "entities",
  "autoLoadEntities",
  "synchronize",
  "storage",
  "username",
  "pool",
  "logging"
];
function dialectOf(files2) {
  const found3 = /* @__PURE__ */ new Set();
  for (const file of files2) {
    const { objects, texts: texts2 } = indexOf(file);
    if (![...DIALECTS.keys()].some((name) => texts2.has(name))) continue;
    for (const node of objects) {
      const dialect = DIALECTS.get(textOf2(optionOf2(node, "type")) ?? textOf2(optionOf2(node, "dialect")) ?? "");
      if (dialect && BESIDE.some((key) => optionOf2(node, key) !== void 0)) found3.add(dialect);
    }
  }
  const [only] = found3;
  return found3.size === 1 && only ? only : "unknown";
}

// src/model/code/orm/classes.ts
var DEEPEST3 = 6;
function classesOf(file) {
  return indexOf(file).classes;
}
function membersOf(program, file, node, depth = 0) {
  const inherited = depth > DEEPEST3 ? [] : node.bases.flatMap((base) => {
    const found3 = definitionOf(program, { file, node: base });
    return found3.kind === "class" && found3.node !== node ? membersOf(program, found3.file, found3.node, depth + 1) : [];
  });
  const own = node.members.flatMap((member) => member.kind === "field" ? [{ member, file }] : []);
  return [...inherited, ...own];
}

// src/model/code/orm/draft.ts
function finishEntity({ name, table, fields, keys, at }, indexed = false) {
  const columns = new Map(fields.map((field) => [field.name, field.column ?? field.name]));
  const resolved3 = keys.map((key) => ({
    ...key,
    names: key.names.map((one) => one === null ? null : columns.get(one) ?? one)
  }));
  const own = fields.flatMap(
    (field) => field.isUnique || field.isIndexed ? [{ names: [field.column ?? field.name], isUnique: field.isUnique === true }] : []
  );
  const all2 = [...own, ...resolved3];
  const foreignKeys = fields.flatMap(
    (field) => field.references === void 0 ? [] : [{ columns: [field.column ?? field.name], entity: field.references, indexed, at: field.at }]
  );
  return {
    name,
    table,
    fields: fields.map(withoutMarks),
    foreignKeys,
    uniqueKeys: all2.filter((key) => key.isUnique && !key.names.includes(null)).map((key) => key.names.filter((one) => one !== null)),
    indexes: all2.map((key) => key.names),
    at
  };
}
function withoutMarks({ isUnique: _, isIndexed: __, references: ___, ...field }) {
  return field;
}

// src/model/code/orm/django.ts
function djangoEntities(program, files2) {
  return files2.flatMap((file) => classesOf(file).flatMap((node) => entityOf(program, file, node)));
}
function entityOf(program, file, node) {
  const { name, nameStart } = node;
  const meta = node.members.find((member) => member.kind === "class" && member.name === "Meta");
  const options = meta?.kind === "class" ? meta : void 0;
  const own = fieldsOf(node.members.flatMap((member) => member.kind === "field" ? [{ member, file }] : []));
  if (name === void 0 || isTrue2(optionOf3(options, "abstract")) || isTrue2(optionOf3(options, "proxy"))) return [];
  const isModel2 = own.length > 0 || node.bases.some((base) => pathOf(base)?.join(".") === "models.Model");
  const fields = isModel2 ? fieldsOf(membersOf(program, file, node)) : [];
  if (fields.length === 0) return [];
  const at = { path: file.path, start: nameStart, end: nameStart + name.length };
  const hasKey = fields.some((field) => field.isUnique && field.name !== "id" && field.written.endsWith("!"));
  const id = {
    name: "id",
    column: "id",
    type: "integer",
    written: "AutoField",
    nullable: false,
    at,
    isUnique: true
  };
  const all2 = hasKey || fields.some((field) => field.name === "id") ? fields : [id, ...fields];
  const table = textOf2(optionOf3(options, "db_table")) ?? `${appOf(file.path)}_${name.toLowerCase()}`;
  const entity = finishEntity({
    name,
    table,
    fields: all2.map((field) => finished(field, name)),
    keys: keysOf(options),
    at
  });
  return [{ source: "django", file, dialect: "unknown", entity }];
}
function fieldsOf(members) {
  return members.flatMap(({ member, file }) => fieldOf(member, file) ?? []);
}
function finished(field, name) {
  const references2 = field.references === "self" ? { references: name } : {};
  return { ...field, ...references2, written: field.written.replace(/!$/, "") };
}
function optionOf3(meta, name) {
  const found3 = meta?.members.find((member) => member.kind === "field" && member.name === name);
  return found3?.kind === "field" ? found3.value : void 0;
}
function appOf(path) {
  const folder = directoryOf(path);
  return fileName(fileName(folder) === "models" ? directoryOf(folder) : folder);
}
var KINDS = [
  [/^FloatField$/, "float"],
  [/^(?:Decimal|Money)Field$/, "decimal"],
  [/^(?:Big|Small|Positive|PositiveBig|PositiveSmall)?IntegerField$|^(?:Big|Small)?AutoField$/, "integer"],
  [/^(?:DateTime|Date|Time)Field$/, "date"],
  [/^(?:Null)?BooleanField$/, "boolean"],
  [/^JSONField$/, "json"],
  [/^UUIDField$/, "uuid"],
  [/^BinaryField$/, "binary"],
  [/^(?:Char|Text|Slug|URL|Email|File|FilePath|Image|GenericIPAddress)Field$/, "text"]
];
function fieldOf({ name, value, start, end }, file) {
  const call = callOf(value);
  const written = call && lastName3(call);
  if (!call || written === void 0 || !/(?:Field|^ForeignKey)$/.test(written)) return void 0;
  const at = { path: file.path, start, end };
  const flag = (key) => isTrue2(keywordOf3(call, key));
  if (/^(?:ForeignKey|OneToOneField|ManyToManyField|ParentalKey|TreeForeignKey)$/.test(written)) {
    return relationOf(name, written, call, at);
  }
  const isPrimary = flag("primary_key");
  return {
    name,
    column: textOf2(keywordOf3(call, "db_column")) ?? name,
    type: KINDS.find(([kind]) => kind.test(written))?.[1] ?? "other",
    written: isPrimary ? `${written}!` : written,
    nullable: flag("null"),
    at,
    isUnique: isPrimary || flag("unique"),
    isIndexed: flag("db_index") || written === "SlugField"
  };
}
function relationOf(name, kind, call, at) {
  const target = positional(call)[0] ?? keywordOf3(call, "to");
  const entity = (textOf2(target) ?? (target && pathOf(target)?.at(-1)) ?? "").split(".").at(-1) ?? "";
  const many = kind === "ManyToManyField";
  const base = {
    name,
    type: "relation",
    written: kind,
    nullable: isTrue2(keywordOf3(call, "null")),
    relation: { entity, many },
    at
  };
  if (many) return base;
  return {
    ...base,
    column: textOf2(keywordOf3(call, "db_column")) ?? `${name}_id`,
    references: entity,
    isUnique: kind === "OneToOneField" || isTrue2(keywordOf3(call, "unique")),
    isIndexed: !isFalse(keywordOf3(call, "db_index"))
  };
}
function keysOf(meta) {
  const listed = [...elementsOf(optionOf3(meta, "indexes")), ...elementsOf(optionOf3(meta, "constraints"))];
  const named4 = listed.flatMap((one) => {
    const call = callOf(one);
    const kind = (call && lastName3(call)) ?? "";
    const fields = call ? elementsOf(keywordOf3(call, "fields")) : [];
    if (!/^(?:Index|BTreeIndex|HashIndex|UniqueConstraint)$/.test(kind) || fields.length === 0) return [];
    const isUnique = kind === "UniqueConstraint" && call !== void 0 && keywordOf3(call, "condition") === void 0;
    return [{ names: fields.map(nameOf), isUnique }];
  });
  const together2 = ["unique_together", "index_together"].flatMap((option2) => {
    const elements = elementsOf(optionOf3(meta, option2));
    const lists = elements.every((one) => textOf2(one) !== void 0) && elements.length > 0 ? [elements] : elements.map(elementsOf);
    return lists.map((list) => ({ names: list.map(nameOf), isUnique: option2 === "unique_together" }));
  });
  return [...named4, ...together2.filter(({ names }) => names.length > 0)];
}
function nameOf(expression) {
  return textOf2(expression)?.replace(/^-/, "") ?? null;
}

// src/model/code/orm/drizzle.ts
var TABLES = /* @__PURE__ */ new Map([
  ["pgTable", "postgresql"],
  ["mysqlTable", "mysql"],
  ["sqliteTable", "sqlite"]
]);
function drizzleEntities(files2) {
  return files2.flatMap((file) => file.body.flatMap((one) => one.kind === "declare" ? tableOf(one, file) ?? [] : []));
}
function tableOf({ target, value }, file) {
  const call = callOf(value);
  const dialect = call && TABLES.get(lastName3(call) ?? "");
  const table = textOf2(call?.arguments[0]);
  const columns = objectOf(returned(call?.arguments[1]));
  if (!call || !dialect || table === void 0 || !columns || target.kind !== "name") return void 0;
  const fields = columns.entries.flatMap((entry2) => entry2.kind === "entry" ? fieldOf2(entry2, file) ?? [] : []);
  const keys = extrasOf(call).flatMap(keyOf);
  const at = { path: file.path, start: target.start, end: target.end };
  const references2 = new Map(extrasOf(call).flatMap(referenceOf));
  const all2 = fields.map((field) => {
    const to = references2.get(field.name);
    return to === void 0 ? field : { ...field, references: to };
  });
  const entity = finishEntity({ name: target.name, table, fields: all2, keys, at }, dialect === "mysql");
  return { source: "drizzle", file, dialect, entity };
}
function returned(expression) {
  if (expression?.kind !== "function") return expression;
  const last = expression.body.at(-1);
  return last?.kind === "return" ? last.value : void 0;
}
function fieldOf2({ key, value, start, end }, file) {
  const chain = chainOf2(value);
  if (!chain || key === void 0) return void 0;
  const { name, call, links } = chain;
  const reference = links.get("references");
  const to = targetName(reference?.arguments[0]);
  return {
    name: key,
    column: textOf2(call.arguments[0]) ?? key,
    type: fieldType(name, call),
    written: name,
    nullable: !links.has("notNull") && !links.has("primaryKey"),
    at: { path: file.path, start, end },
    isUnique: links.has("unique") || links.has("primaryKey"),
    ...to === void 0 ? {} : { references: to }
  };
}
function fieldType(name, { arguments: given }) {
  if (name === "doublePrecision" || name === "real" || name === "float" || name === "double") return "float";
  const mode = given.map((one) => textOf2(optionOf2(one, "mode"))).find((one) => one !== void 0);
  if (mode === "timestamp" || mode === "timestamp_ms") return "date";
  if (mode === "boolean") return "boolean";
  return /Enum$/.test(name) ? "enum" : sqlFieldType(name);
}
function extrasOf({ arguments: given }) {
  const extras = returned(given[2]);
  const object = objectOf(extras);
  return object ? object.entries.flatMap((one) => one.kind === "entry" ? [one.value] : []) : elementsOf(extras);
}
function keyOf(expression) {
  const chain = chainOf2(expression);
  if (!chain) return [];
  const { name, call, links } = chain;
  if (name === "primaryKey") {
    const listed = elementsOf(optionOf2(call.arguments[0], "columns"));
    return [{ names: (listed.length > 0 ? listed : call.arguments).map(columnOf), isUnique: true }];
  }
  if (name !== "index" && name !== "uniqueIndex" && name !== "unique") return [];
  const using = links.get("using");
  if (using && !/^(?:btree|hash)$/.test(textOf2(using.arguments[0]) ?? "btree")) return [];
  const on = links.get("on")?.arguments ?? links.get("onOnly")?.arguments ?? using?.arguments.slice(1) ?? [];
  return on.length === 0 ? [] : [{ names: on.map(columnOf), isUnique: name !== "index" && !links.has("where") }];
}
function referenceOf(expression) {
  const chain = chainOf2(expression);
  if (chain?.name !== "foreignKey") return [];
  const [options] = chain.call.arguments;
  const column = elementsOf(optionOf2(options, "columns"))[0];
  const to = elementsOf(optionOf2(options, "foreignColumns"))[0];
  const [name, target] = [column && columnOf(column), to && targetName(to)];
  return name && target ? [[name, target]] : [];
}
function columnOf(expression) {
  let inner = peel(expression);
  for (let depth = 0; inner.kind === "call" && depth < 5; depth++) {
    const callee = peel(inner.callee);
    if (callee.kind !== "member") return null;
    inner = peel(callee.object);
  }
  return inner.kind === "member" && inner.object.kind === "name" ? inner.property : null;
}

// src/model/code/orm/gorm.ts
function gormEntities(files2, dialect) {
  const structs = files2.flatMap(
    (file) => classesOf(file).filter(isModel).map((node) => ({ file, node }))
  );
  const names = new Set(structs.map(({ node }) => node.name ?? ""));
  const tables = new Map(files2.flatMap(tableNames));
  const children = /* @__PURE__ */ new Map();
  for (const { node } of structs) for (const one of hasMany(node, names)) children.set(one.key, one.parent);
  return structs.map(({ file, node }) => {
    const name = node.name ?? "";
    const fields = fieldsOf2(node, names, file, children);
    const at = { path: file.path, start: node.nameStart, end: node.nameStart + name.length };
    const table = tables.get(name) ?? plural(snakeCase(name));
    const entity = finishEntity({ name, table, fields, keys: keysOf2(node), at }, dialect === "mysql");
    return { source: "gorm", file, dialect, entity };
  });
}
function isModel(node) {
  const isEmbedding = node.bases.some((base) => pathOf(base)?.join(".") === "gorm.Model");
  return node.name !== void 0 && (isEmbedding || node.members.some((one) => one.kind === "field" && /\bgorm:"/.test(one.tag ?? "")));
}
function tableNames(file) {
  return file.body.flatMap((one) => {
    if (one.kind !== "function" || one.name !== "TableName" || !one.receiver) return [];
    const [only] = one.body;
    const table = only?.kind === "return" ? textOf2(only.value) : void 0;
    const type = one.receiver.type?.name.replace(/^\*/, "");
    return table === void 0 || type === void 0 ? [] : [[type, table]];
  });
}
function settingsOf({ tag }) {
  const text = /\bgorm:"((?:[^"\\]|\\.)*)"/.exec(tag ?? "")?.[1] ?? "";
  return text.split(";").map((one) => one.trim()).filter((one) => one !== "").map((one) => {
    const colon = one.indexOf(":");
    return colon === -1 ? [one.toLowerCase(), ""] : [one.slice(0, colon).trim().toLowerCase(), one.slice(colon + 1).trim()];
  });
}
function fieldsOf2(node, names, file, children) {
  const own = node.members.filter((member) => member.kind === "field").filter((member) => !isEmbedded(member, node));
  const relations = own.filter((member) => names.has(baseType(member)));
  const references2 = new Map(
    relations.filter((member) => !isList(member)).map((member) => [foreignKeyOf(member), baseType(member)])
  );
  const implied2 = node.bases.some((base) => pathOf(base)?.join(".") === "gorm.Model") ? MODEL : [];
  const at = { path: file.path, start: node.start, end: node.nameStart + (node.name?.length ?? 0) };
  return [
    ...implied2.map(([name, type]) => ({
      name,
      column: snakeCase(name),
      type,
      written: type,
      nullable: name === "DeletedAt",
      at,
      isUnique: name === "ID",
      isIndexed: name === "DeletedAt"
    })),
    ...own.flatMap((member) => {
      const settings2 = new Map(settingsOf(member));
      if (settings2.has("-") || /^(?:embedded)$/.test([...settings2.keys()][0] ?? "")) return [];
      const where = { path: file.path, start: member.start, end: member.end };
      const entity = baseType(member);
      if (names.has(entity)) {
        return [
          {
            name: member.name,
            type: "relation",
            written: entity,
            nullable: true,
            relation: { entity, many: isList(member) },
            at: where
          }
        ];
      }
      const to = references2.get(member.name) ?? children.get(`${node.name}.${member.name}`);
      const written = settings2.get("type") ?? member.type?.name ?? "";
      const isPrimary = settings2.has("primarykey") || settings2.has("primary_key") || member.name === "ID";
      const field = {
        name: member.name,
        column: settings2.get("column") ?? snakeCase(member.name),
        type: goType(written),
        written,
        nullable: !settings2.has("not null") && !isPrimary,
        at: where,
        isUnique: isPrimary || settings2.has("unique"),
        ...to === void 0 ? {} : { references: to }
      };
      return [field];
    })
  ];
}
var MODEL = [
  ["ID", "integer"],
  ["CreatedAt", "date"],
  ["UpdatedAt", "date"],
  ["DeletedAt", "date"]
];
function isEmbedded({ name }, node) {
  return node.bases.some((base) => pathOf(base)?.at(-1) === name);
}
function baseType({ type }) {
  const inner = type?.name === "[]" ? type.arguments[0]?.name : type?.name;
  return (inner ?? "").replace(/^\*/, "");
}
function isList({ type }) {
  return type?.name === "[]";
}
function foreignKeyOf(member) {
  return new Map(settingsOf(member)).get("foreignkey") ?? `${member.name}ID`;
}
function hasMany(node, names) {
  return node.members.flatMap((member) => {
    if (member.kind !== "field" || !isList(member) || !names.has(baseType(member))) return [];
    const settings2 = new Map(settingsOf(member));
    if (settings2.has("many2many")) return [];
    return [{ key: `${baseType(member)}.${settings2.get("foreignkey") ?? `${node.name}ID`}`, parent: node.name ?? "" }];
  });
}
function keysOf2(node) {
  const named4 = /* @__PURE__ */ new Map();
  for (const member of node.members) {
    if (member.kind !== "field") continue;
    for (const [kind, value] of settingsOf(member)) {
      if (kind !== "index" && kind !== "uniqueindex") continue;
      const [first = "", ...options] = value.split(",");
      const isUnique = kind === "uniqueindex" || options.includes("unique");
      const priority = Number(/(?:^|,)priority:(\d+)/.exec(value)?.[1] ?? 10);
      const key = first === "" || first.includes(":") ? `.${member.name}` : first;
      named4.set(key, [...named4.get(key) ?? [], { name: member.name, priority, isUnique }]);
    }
  }
  return [...named4.values()].map((parts) => ({
    names: parts.toSorted((one, other) => one.priority - other.priority).map(({ name }) => name),
    isUnique: parts.every(({ isUnique }) => isUnique)
  }));
}
function goType(written) {
  const type = written.replace(/^\*/, "");
  if (/^u?int\d*$|^byte$/.test(type)) return "integer";
  if (/^float(?:32|64)$/.test(type)) return "float";
  if (/^(?:time\.Time|sql\.NullTime|gorm\.DeletedAt|datatypes\.Date)$/.test(type)) return "date";
  if (/^(?:decimal\.(?:Null)?Decimal)$/.test(type)) return "decimal";
  if (/^sql\.NullFloat64$/.test(type)) return "float";
  if (/^uuid\./.test(type)) return "uuid";
  return sqlFieldType(type);
}
function snakeCase(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2").toLowerCase();
}
function plural(name) {
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(name) ? `${name}es` : `${name}s`;
}

// src/model/code/orm/mongoose.ts
function mongooseEntities(files2) {
  const models = new Map(files2.flatMap((file) => callsNamed(file, "model").flatMap(modelOf)));
  return files2.flatMap((file) => schemasOf(file).flatMap((found3) => entityOf2(found3, file, models.get(found3.variable))));
}
function schemasOf(file) {
  const indexes = callsNamed(file, "index");
  return file.body.flatMap((one) => {
    if (one.kind !== "declare" || one.target.kind !== "name") return [];
    const call = callOf(one.value);
    if (!call?.isNew || lastName3(call.callee) !== "Schema" || !objectOf(call.arguments[0])) return [];
    const variable = one.target.name;
    return [{ variable, call, keys: indexes.flatMap((index) => keyOf2(index, variable)) }];
  });
}
function callsNamed(file, name) {
  return (indexOf(file).callsByName.get(name) ?? []).filter(({ callee }) => lastName3(callee) === name);
}
function modelOf({ arguments: [first, second] }) {
  const name = textOf2(first);
  const variable = second && pathOf(second)?.at(-1);
  return name !== void 0 && variable !== void 0 ? [[variable, name]] : [];
}
function entityOf2({ variable, call, keys }, file, model) {
  const [definition, options] = call.arguments;
  const name = model ?? variable.replace(/_?schema$/i, "");
  const at = { path: file.path, start: call.start, end: call.end };
  const fields = objectOf(definition)?.entries.flatMap((one) => one.kind === "entry" ? fieldOf3(one, file) ?? [] : []) ?? [];
  const dates = isTrue2(optionOf2(options, "timestamps")) ? ["createdAt", "updatedAt"] : [];
  const added = dates.map(
    (date) => ({ name: date, column: date, type: "date", written: "Date", nullable: false, at })
  );
  const table = textOf2(optionOf2(options, "collection")) ?? `${name.toLowerCase()}s`;
  const entity = finishEntity({ name, table, fields: [...fields, ...added], keys, at });
  return [{ source: "mongoose", file, dialect: "mongodb", entity }];
}
var TYPES = {
  String: "text",
  Number: "other",
  Date: "date",
  Boolean: "boolean",
  ObjectId: "uuid",
  Decimal128: "decimal",
  Buffer: "binary",
  Map: "json",
  Mixed: "json",
  UUID: "uuid"
};
function fieldOf3({ key, value, start, end }, file) {
  if (key === void 0) return void 0;
  const [item] = elementsOf(value);
  const options = objectOf(item ?? value);
  const typed = options && optionOf2(options, "type") ? optionOf2(options, "type") : options ? void 0 : item ?? value;
  const written = nameOf2(typed);
  const to = targetName(optionOf2(options, "ref"));
  return {
    name: key,
    column: key,
    type: item === void 0 ? TYPES[written] ?? "other" : "other",
    written,
    nullable: !isTrue2(optionOf2(options, "required")),
    at: { path: file.path, start, end },
    isUnique: isTrue2(optionOf2(options, "unique")),
    isIndexed: isTrue2(optionOf2(options, "index")),
    ...to === void 0 ? {} : { relation: { entity: to, many: item !== void 0 } },
    ...to === void 0 || item !== void 0 ? {} : { references: to }
  };
}
function nameOf2(expression) {
  return textOf2(expression) ?? (expression && pathOf(peel(expression))?.at(-1)) ?? "";
}
function keyOf2(call, variable) {
  const callee = peel(call.callee);
  if (callee.kind !== "member" || pathOf(callee.object)?.at(-1) !== variable) return [];
  const [fields, options] = call.arguments;
  const names = objectOf(fields)?.entries.map((one) => one.kind === "entry" ? one.key ?? null : null) ?? [];
  return names.length === 0 ? [] : [{ names, isUnique: isTrue2(optionOf2(options, "unique")) }];
}

// src/model/code/orm/sequelize.ts
function sequelizeEntities(files2, dialect) {
  const found3 = files2.map((file) => ({ file, calls: indexOf(file).calls }));
  const associations2 = found3.flatMap(({ file, calls }) => calls.flatMap((call) => associationOf(call, file)));
  return found3.flatMap(
    ({ file, calls }) => [...calls.flatMap((call) => modelOf2(call, file)), ...decorated(file)].map((draft) => {
      const added = associations2.filter((one) => one.on === draft.name && !hasReference(draft, one.field));
      const fields = draft.fields.map((field) => {
        const to = associations2.find((one) => one.on === draft.name && sameName(one.field.name, field.name));
        return to && field.references === void 0 ? { ...field, references: to.field.references ?? "" } : field;
      });
      const entity = finishEntity(
        { ...draft, fields: [...fields, ...added.map(({ field }) => field)] },
        dialect === "mysql"
      );
      return { source: "sequelize", file, dialect, entity };
    })
  );
}
function sameName(one, other) {
  return one.replaceAll("_", "").toLowerCase() === other.replaceAll("_", "").toLowerCase();
}
function hasReference({ fields }, { name }) {
  return fields.some(
    (field) => sameName(field.name, name) || field.column !== void 0 && sameName(field.column, name)
  );
}
function modelOf2(call, file) {
  const callee = peel(call.callee);
  if (callee.kind !== "member") return [];
  const given = call.arguments;
  const defined2 = callee.property === "define" ? textOf2(given[0]) : void 0;
  const initialised = callee.property === "init" && optionOf2(given[1], "sequelize") ? pathOf(callee.object)?.at(-1) : void 0;
  const attributes = objectOf(defined2 === void 0 ? given[0] : given[1]);
  const options = defined2 === void 0 ? given[1] : given[2];
  const name = defined2 ?? initialised ?? textOf2(optionOf2(options, "modelName"));
  if (name === void 0 || !attributes || defined2 === void 0 && initialised === void 0) return [];
  const fields = attributes.entries.flatMap((entry2) => entry2.kind === "entry" ? fieldOf4(entry2, file) ?? [] : []);
  if (fields.length === 0) return [];
  const at = { path: file.path, start: call.start, end: callee.end };
  return [
    {
      name,
      table: textOf2(optionOf2(options, "tableName")) ?? plural2(name),
      fields: [...fields, ...implied(fields, options, at)],
      keys: elementsOf(optionOf2(options, "indexes")).flatMap(keyOf3),
      at
    }
  ];
}
function implied(fields, options, at) {
  const dates = isFalse(optionOf2(options, "timestamps")) ? [] : ["createdAt", "updatedAt"];
  const added = fields.some(({ isUnique }) => isUnique) ? dates : ["id", ...dates];
  return added.filter((name) => !fields.some((field) => field.name === name)).map((name) => ({
    name,
    column: name,
    type: name === "id" ? "integer" : "date",
    written: name === "id" ? "INTEGER" : "DATE",
    nullable: false,
    at,
    isUnique: name === "id"
  }));
}
function plural2(name) {
  return /[^aeiou]y$/.test(name) ? `${name.slice(0, -1)}ies` : name.endsWith("s") ? name : `${name}s`;
}
function fieldOf4({ key, value, start, end }, file) {
  const options = objectOf(value);
  const written = typeName(options ? optionOf2(options, "type") : value);
  if (key === void 0 || written === void 0) return void 0;
  const references2 = optionOf2(options, "references");
  const to = targetName(optionOf2(references2, "model")) ?? targetName(objectOf(references2) ? void 0 : references2);
  return {
    name: key,
    column: textOf2(optionOf2(options, "field")) ?? key,
    type: fieldType2(written),
    written,
    nullable: !isFalse(optionOf2(options, "allowNull")),
    at: { path: file.path, start, end },
    isUnique: isTrue2(optionOf2(options, "primaryKey")) || isSet(optionOf2(options, "unique")),
    isIndexed: isTrue2(optionOf2(options, "index")),
    ...to === void 0 ? {} : { references: to }
  };
}
function isSet(expression) {
  return expression !== void 0 && !isFalse(expression);
}
function typeName(expression) {
  const inner = expression && peel(expression);
  const path = inner && pathOf(inner.kind === "call" ? inner.callee : inner);
  const from = path?.findIndex((one) => /^(?:DataTypes?|Sequelize|sequelize|type|types)$/.test(one)) ?? -1;
  return from === -1 ? void 0 : path?.[from + 1];
}
function fieldType2(written) {
  if (/^DATE(?:ONLY)?$|^NOW$/.test(written)) return "date";
  return /^UUID/.test(written) ? "uuid" : sqlFieldType(written);
}
function keyOf3(expression) {
  const names = elementsOf(optionOf2(expression, "fields")).map(
    (one) => textOf2(one) ?? textOf2(optionOf2(one, "name")) ?? null
  );
  return names.length === 0 ? [] : [{ names, isUnique: isTrue2(optionOf2(expression, "unique")) }];
}
function associationOf(call, file) {
  const callee = peel(call.callee);
  if (callee.kind !== "member" || !/^(?:belongsTo|hasMany|hasOne)$/.test(callee.property)) return [];
  const from = pathOf(callee.object)?.at(-1);
  const [first, options] = call.arguments;
  const to = first && pathOf(first)?.at(-1);
  if (from === void 0 || to === void 0) return [];
  const [on, parent] = callee.property === "belongsTo" ? [from, to] : [to, from];
  const key = optionOf2(options, "foreignKey");
  const alias = callee.property === "belongsTo" ? textOf2(optionOf2(options, "as")) : void 0;
  const name = textOf2(key) ?? textOf2(optionOf2(key, "name")) ?? `${lowered(alias ?? parent)}Id`;
  const at = { path: file.path, start: call.start, end: call.end };
  const isUnique = callee.property === "hasOne";
  const field = {
    name,
    column: name,
    type: "integer",
    written: parent,
    nullable: true,
    at,
    references: parent,
    isUnique
  };
  return [{ on, field }];
}
function lowered(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
function decorated(file) {
  if (!file.imports.some(({ from }) => from === "sequelize-typescript")) return [];
  return classesOf(file).flatMap((node) => {
    const table = node.decorators.find((one) => lastName3(one) === "Table");
    const name = node.name;
    if (!table || name === void 0) return [];
    const fields = node.members.flatMap((member) => {
      if (member.kind !== "field") return [];
      const named4 = new Map(member.decorators.map((one) => [lastName3(one) ?? "", one]));
      if (!named4.has("Column") && !named4.has("ForeignKey")) return [];
      const [given] = callOf(named4.get("Column"))?.arguments ?? [];
      const written = typeName(optionOf2(given, "type") ?? given) ?? (member.type?.name === "Date" ? "DATE" : "STRING");
      const to = targetName(callOf(named4.get("ForeignKey"))?.arguments[0]);
      const field = {
        name: member.name,
        column: textOf2(optionOf2(given, "field")) ?? member.name,
        type: fieldType2(written),
        written,
        nullable: true,
        at: { path: file.path, start: member.start, end: member.end },
        isUnique: named4.has("PrimaryKey") || named4.has("Unique") || isSet(optionOf2(given, "unique")),
        isIndexed: named4.has("Index") || isTrue2(optionOf2(given, "index")),
        ...to === void 0 ? {} : { references: to }
      };
      return [field];
    });
    const [options] = callOf(table)?.arguments ?? [];
    const at = { path: file.path, start: node.nameStart, end: node.nameStart + name.length };
    const keys = elementsOf(optionOf2(options, "indexes")).flatMap(keyOf3);
    return fields.length === 0 ? [] : [{ name, table: textOf2(optionOf2(options, "tableName")) ?? plural2(name), fields, keys, at }];
  });
}

// src/model/code/orm/sqlalchemy.ts
function sqlalchemyEntities(program, files2, dialect) {
  const outside2 = files2.flatMap(indexStatements);
  return files2.flatMap((file) => {
    const drafts = [...classesOf(file).flatMap((node) => draftOf(program, file, node) ?? []), ...tablesOf(file)];
    return drafts.map((draft) => {
      const keys = [...draft.keys, ...outside2.filter(({ model }) => model === draft.name).map(({ key }) => key)];
      const entity = finishEntity({ ...draft, keys }, dialect === "mysql");
      return { source: "sqlalchemy", file, dialect, entity };
    });
  });
}
function draftOf(program, file, node) {
  const name = node.name;
  const own = node.members.filter((member) => member.kind === "field");
  const table = textOf2(own.find((member) => member.name === "__tablename__")?.value);
  const isTable = node.keywords.some((one) => one.name === "table" && isTrue2(one.value));
  const isModel2 = node.bases.some((base) => pathOf(base)?.join(".") === "db.Model");
  if (name === void 0 || table === void 0 && !isTable && !isModel2) return void 0;
  if (isTrue2(own.find((member) => member.name === "__abstract__")?.value)) return void 0;
  const members = membersOf(program, file, node);
  const fields = members.flatMap(({ member, file: where }) => fieldOf5(member, where, isTable) ?? []);
  if (fields.length === 0) return void 0;
  const options = members.filter(({ member }) => member.name === "__table_args__").at(-1)?.member.value;
  const listed = constraintsOf(options);
  return {
    name,
    table: table ?? (isTable ? name.toLowerCase() : snakeCase2(name)),
    fields: withReferences(fields, listed),
    keys: listed.flatMap(keyOf4),
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length }
  };
}
function snakeCase2(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
}
function constraintsOf(options) {
  return elementsOf(options).flatMap((one) => callOf(one) ?? []);
}
function withReferences(fields, constraints) {
  const found3 = constraints.filter((call) => lastName3(call) === "ForeignKeyConstraint");
  const references2 = new Map(
    found3.flatMap((call) => {
      const [columns, targets] = positional(call).map((one) => textOf2(elementsOf(one)[0]));
      return columns === void 0 || targets === void 0 ? [] : [[columns, tableOf2(targets)]];
    })
  );
  return fields.map((field) => {
    const to = references2.get(field.column ?? field.name);
    return to === void 0 || field.references !== void 0 ? field : { ...field, references: to };
  });
}
function tableOf2(target) {
  return target.split(".").at(-2) ?? target;
}
function keyOf4(call) {
  const kind = lastName3(call) ?? "";
  if (!/^(?:Index|UniqueConstraint|PrimaryKeyConstraint)$/.test(kind)) return [];
  const method = textOf2(keywordOf3(call, "postgresql_using"));
  if (method !== void 0 && !/^(?:btree|hash|brin)$/.test(method)) return [];
  const given = positional(call).slice(kind === "Index" ? 1 : 0);
  if (given.length === 0) return [];
  return [{ names: given.map(columnOf2), isUnique: kind !== "Index" || isTrue2(keywordOf3(call, "unique")) }];
}
function columnOf2(expression) {
  const text = textOf2(expression);
  if (text !== void 0) return text;
  let inner = peel(expression);
  if (inner.kind === "call") {
    const callee = peel(inner.callee);
    if (callee.kind !== "member" || !/^(?:desc|asc|nulls_first|nulls_last)$/.test(callee.property)) return null;
    inner = peel(callee.object);
  }
  return pathOf(inner)?.at(-1) ?? null;
}
function indexStatements(file) {
  return file.body.flatMap((statement) => {
    const value = statement.kind === "expression" || statement.kind === "declare" ? statement.value : void 0;
    const call = callOf(value);
    if (!call || lastName3(call) !== "Index") return [];
    const model = pathOf(positional(call)[1] ?? call.callee)?.[0] ?? "";
    return keyOf4(call).map((key) => ({ model, key }));
  });
}
function tablesOf(file) {
  return file.body.flatMap((statement) => {
    const call = statement.kind === "declare" ? callOf(statement.value) : void 0;
    if (!call || statement.kind !== "declare" || lastName3(call) !== "Table" || statement.target.kind !== "name")
      return [];
    const [first, , ...rest] = positional(call);
    const table = textOf2(first);
    if (table === void 0) return [];
    const calls = rest.flatMap((one) => callOf(one) ?? []);
    const fields = calls.flatMap((one) => {
      const name = lastName3(one.callee) === "Column" ? textOf2(positional(one)[0]) : void 0;
      return name === void 0 ? [] : [columnField(name, one, void 0, file, one)];
    });
    const at = { path: file.path, start: statement.target.start, end: statement.target.end };
    return [
      { name: statement.target.name, table, fields: withReferences(fields, calls), keys: calls.flatMap(keyOf4), at }
    ];
  });
}
function fieldOf5(member, file, isSqlModel) {
  const { name, type, value } = member;
  if (name.startsWith("__")) return void 0;
  const call = callOf(value);
  const kind = call && lastName3(call);
  if (call && (kind === "relationship" || kind === "Relationship" || kind === "dynamic_loader"))
    return relationOf2(member, call, file);
  if (call && (kind === "Column" || kind === "mapped_column")) return columnField(name, call, type, file, member);
  if (type?.name === "Mapped" || type?.name.endsWith(".Mapped")) return columnField(name, void 0, type, file, member);
  if (!isSqlModel || type === void 0 || type.name === "ClassVar") return void 0;
  const field = kind === "Field" ? call : void 0;
  const column = callOf(field && keywordOf3(field, "sa_column"));
  return column ? columnField(name, column, type, file, member) : modelField(member, field, type, file);
}
function columnField(name, call, annotation, file, { start, end }) {
  const given = call ? positional(call) : [];
  const key = given.map((one) => callOf(one)).find((one) => one !== void 0 && lastName3(one) === "ForeignKey");
  const typed = given.find(
    (one) => textOf2(one) === void 0 && !/^(?:ForeignKey|Identity|Sequence|Computed|CheckConstraint)$/.test(lastName3(one) ?? "")
  );
  const isPrimary = call !== void 0 && isTrue2(keywordOf3(call, "primary_key"));
  const inner = annotation && innerType(annotation);
  const written = lastName3(typed ?? (call && keywordOf3(call, "type_"))) ?? inner?.name ?? "";
  const nullable = call !== void 0 && keywordOf3(call, "nullable") !== void 0 ? !isFalse(keywordOf3(call, "nullable")) : inner?.optional ?? !isPrimary;
  const target = key && positional(key)[0];
  const to = textOf2(target) === void 0 ? target && pathOf(target)?.[0] : tableOf2(textOf2(target) ?? "");
  return {
    name,
    column: textOf2(given[0]) ?? name,
    type: fieldType3(written),
    written,
    nullable,
    at: { path: file.path, start, end },
    isUnique: isPrimary || call !== void 0 && isTrue2(keywordOf3(call, "unique")),
    isIndexed: call !== void 0 && isTrue2(keywordOf3(call, "index")),
    ...to === void 0 ? {} : { references: to }
  };
}
function modelField({ name, start, end }, call, type, file) {
  const inner = innerType(type);
  const flag = (key) => call !== void 0 && isTrue2(keywordOf3(call, key));
  const target = textOf2(call && keywordOf3(call, "foreign_key"));
  const own = lastName3(call && keywordOf3(call, "sa_type"));
  return {
    name,
    column: name,
    type: fieldType3(own ?? inner.name),
    written: own ?? inner.name,
    nullable: inner.optional,
    at: { path: file.path, start, end },
    isUnique: flag("primary_key") || flag("unique"),
    isIndexed: flag("index"),
    ...target === void 0 ? {} : { references: tableOf2(target) }
  };
}
function relationOf2({ name, type, start, end }, call, file) {
  const inner = type && innerType(type);
  const entity = textOf2(positional(call)[0]) ?? lastName3(positional(call)[0]) ?? inner?.name ?? "";
  const many = inner ? inner.many : !isFalse(keywordOf3(call, "uselist"));
  const relation = { entity: entity.split(".").at(-1) ?? entity, many };
  return { name, type: "relation", written: entity, nullable: true, relation, at: { path: file.path, start, end } };
}
function innerType(type, depth = 0) {
  const name = type.name.split(".").at(-1) ?? type.name;
  const [first] = type.arguments;
  if (depth > 6) return { name, optional: false, many: false };
  if ((name === "Mapped" || name === "Annotated") && first) return innerType(first, depth + 1);
  if (name === "Optional" && first) return { ...innerType(first, depth + 1), optional: true };
  if (/^(?:\[\]|list|List|set|Set|Sequence|Collection|DynamicMapped|WriteOnlyMapped)$/.test(name) && first) {
    return { ...innerType(first, depth + 1), many: true };
  }
  if (name === "|" || name === "Union") {
    const some2 = type.arguments.find((one) => !/^(?:None|null|NoneType)$/.test(one.name));
    const optional2 = some2 !== void 0 && type.arguments.length > 1;
    return some2 ? { ...innerType(some2, depth + 1), optional: optional2 } : { name, optional: true, many: false };
  }
  return { name, optional: false, many: false };
}
var TYPES2 = {
  str: "text",
  unicode: "text",
  unicodetext: "text",
  double_precision: "float",
  time: "date",
  largebinary: "binary",
  bytes: "binary",
  dict: "json",
  enum: "enum"
};
function fieldType3(written) {
  const type = written.toLowerCase();
  return TYPES2[type] ?? sqlFieldType(type);
}

// src/model/code/orm/start-reach.ts
var DEEPEST4 = 8;
var OFF = { state: "off" };
var ON = { state: "on" };
function startReaches(start, place, steps = DEEPEST4) {
  if (steps <= 0) return { state: "unknown", because: "too many functions call each other before it" };
  const { program, workload } = start;
  const conditions = conditionsAround(place.file, place.start, place.end).filter(({ node }) => !asksForError(node));
  const here = verdictOf(program, conditions, workload);
  if (here.state === "off") return here;
  const above = comesTo(start, place, steps);
  if (above.state === "off" || above.state === "unknown" && here.state === "on") return above;
  return here;
}
function asksForError(node) {
  const inner = peel(node);
  return inner.kind === "binary" && inner.right.kind === "literal" && inner.right.value === null;
}
function comesTo(start, { file, start: offset }, steps) {
  const around = functionsAround(file, offset);
  const told = around.map((fn2) => commandOf(file, fn2)).find((one) => one !== void 0);
  if (told !== void 0) return isAskedFor(told, start.workload);
  const fn = around.at(-1);
  if (fn?.name === void 0 || /^(?:main|init)$/.test(fn.name)) return ON;
  const { calls, complete } = callersOf(start.program, { file, node: fn });
  const own = calls.filter((call) => start.loads(call.file));
  const verdicts = own.map((call) => startReaches(start, { ...call.node, file: call.file }, steps - 1));
  const best = verdicts.find(({ state }) => state === "on") ?? verdicts.find(({ state }) => state === "unknown");
  if (best) return best;
  const isGiven = calls.length === 0 && isNamedIn(start, fn.name);
  return complete && !isGiven ? OFF : { state: "unknown", because: `what calls ${fn.name} is not known` };
}
function isNamedIn({ program, loads }, name) {
  return [...program.files.values()].some(
    (file) => file.language === "go" && loads(file) && indexOf(file).calls.some(
      (call) => call.arguments.map(peel).some((one) => (one.kind === "member" ? one.property : one.kind === "name" ? one.name : "") === name)
    )
  );
}
var RUNS = /^(?:(?:Persistent)?(?:Pre|Post)?RunE?|Action|Before)$/;
function commandOf(file, fn) {
  const object = indexOf(file).objects.find(
    ({ entries }) => entries.some((one) => one.kind === "entry" && RUNS.test(one.key ?? "") && one.value === fn)
  );
  return object && nameIn(object);
}
function nameIn({ entries }) {
  const name = entries.find((one) => one.kind === "entry" && /^(?:Use|Name)$/.test(one.key ?? ""));
  const value = name?.kind === "entry" ? name.value : void 0;
  return value?.kind === "literal" ? String(value.value).split(/\s/)[0] ?? "" : "";
}
function isAskedFor(command, { start }) {
  const words = (start?.argv ?? []).flatMap((word) => word?.split(/[\s/]+/) ?? []);
  if (command !== "" && words.includes(command)) return ON;
  if (/migrat|schema|seed|setup|\bdb\b/i.test(command)) return OFF;
  return { state: "unknown", because: `whether the start runs the command ${command || "that does it"} is not known` };
}

// src/model/code/orm/synchronisations.ts
function synchronisationsOf(program, files2, workloads, loads) {
  const found3 = [];
  let unknown2;
  let made3;
  for (const candidate of files2.flatMap((file) => candidatesIn(program, file))) {
    const reach = candidate.file.language === "go" ? FREELY : reachOf(program, candidate, (file) => workloads.some((one) => loads(one, file)));
    if (!reach.isFree && reach.commands.size === 0) continue;
    const at = { path: candidate.file.path, start: candidate.start, end: candidate.end };
    const verdicts = workloads.filter((workload) => reach.isFree || isTold(workload, reach.commands)).map((workload) => ({
      workload,
      verdict: candidate.file.language === "go" ? startReaches({ program, workload, loads: (file) => loads(workload, file) }, candidate) : verdictOf(program, candidate.conditions, workload)
    }));
    const doing = verdicts.filter(({ verdict }) => verdict.state === "on");
    const together2 = (workload) => atOnce(
      workload,
      doing.map((one) => one.workload)
    );
    const on = doing.find(({ workload }) => isHarmful(candidate, together2(workload)));
    const open2 = verdicts.find(({ verdict }) => verdict.state === "unknown");
    if (on) {
      const because = candidate.kind === "create" ? whyHarmful(candidate, together2(on.workload)) : on.verdict.because;
      found3.push({
        kind: candidate.kind,
        what: candidate.what,
        ...candidate.deletes ? { deletes: candidate.deletes } : {},
        workload: on.workload.name,
        at,
        ...because ? { because } : {}
      });
    } else if (doing[0] && candidate.kind === "create")
      made3 ??= { what: candidate.what, workload: doing[0].workload.name, at };
    else if (open2) unknown2 ??= { at, because: open2.verdict.because ?? "it is decided when the program starts" };
  }
  return { found: found3, ...unknown2 ? { unknown: unknown2 } : {}, ...made3 ? { made: made3 } : {} };
}
function candidatesIn(program, file) {
  const { words } = indexOf(file);
  if (file.language === "go") return words.has("AutoMigrate") ? automatic(program, file) : [];
  if (!["synchronize", "dropSchema", "sync", "create_all"].some((name) => words.has(name))) return [];
  const candidates = [];
  walk(file.body, (node) => {
    if (node.kind === "object") {
      const entry2 = entryOf4(node, "synchronize");
      if (entry2 && isDataSource(node)) candidates.push(optionCandidate(file, entry2, "synchronize", "synchronise"));
      const drop = entryOf4(node, "dropSchema");
      if (drop && isDataSource(node))
        candidates.push({ ...optionCandidate(file, drop, "dropSchema", "synchronise"), deletes: "tables" });
    }
    if (node.kind === "call") candidates.push(...callCandidates(file, node));
    if (node.kind === "member" && node.property === "create_all") candidates.push(...createCandidates(file, node));
    return void 0;
  });
  return candidates;
}
var DATA_SOURCE = ["type", "url", "host", "entities", "autoLoadEntities", "database", "dialect", "replication"];
function isDataSource(node) {
  return DATA_SOURCE.some((key) => optionOf2(node, key) !== void 0);
}
function optionCandidate(file, { value, start, end }, name, kind) {
  const inner = peel(value);
  const literal = inner.kind === "literal" ? `: ${String(inner.value)}` : "";
  const own = inner.kind === "object" ? [] : [{ file, node: value, expected: true }];
  return {
    file,
    kind,
    what: `${name}${literal}`,
    start,
    end,
    conditions: [...own, ...conditionsAround(file, start, end)]
  };
}
function callCandidates(file, call) {
  const callee = peel(call.callee);
  if (callee.kind !== "member") return [];
  if (callee.property === "sync") {
    const [options] = call.arguments;
    if (!objectOf(options)) return [];
    return ["force", "alter"].flatMap((name) => {
      const entry2 = entryOf4(options, name);
      if (!entry2) return [];
      const candidate = optionCandidate(file, entry2, `sync with ${name}`, "synchronise");
      return [name === "force" ? { ...candidate, deletes: "tables" } : candidate];
    });
  }
  const receiver = lastName3(callee.object) ?? "";
  if (callee.property !== "synchronize" || !/source|connection|conn$|^ds$|^db$/i.test(receiver)) return [];
  const { start, end } = call;
  return [
    {
      file,
      kind: "synchronise",
      what: `${receiver}.synchronize()`,
      start,
      end,
      conditions: conditionsAround(file, start, end)
    }
  ];
}
function createCandidates(file, node) {
  const receiver = pathOf(node.object) ?? [];
  if (!/^(?:metadata|db|database)$/.test(receiver.at(-1) ?? "")) return [];
  const { start, end } = node;
  const what = [...receiver, "create_all"].join(".");
  const altersToo = some(indexOf(file).texts, (text) => /\bALTER\s+TABLE\b/i.test(text));
  return [{ file, kind: "create", what, start, end, altersToo, conditions: conditionsAround(file, start, end) }];
}
function automatic(program, file) {
  const isGorm = [file, ...program.siblings(file)].some((one) => one.imports.some(({ from }) => /\bgorm\b/.test(from)));
  const [first] = isGorm ? indexOf(file).callsByName.get("AutoMigrate") ?? [] : [];
  if (first?.callee.kind !== "member") return [];
  const { start, end } = first;
  const altersToo = some(indexOf(file).texts, (text) => /\bALTER\s+TABLE\b/i.test(text));
  return [{ file, kind: "create", what: "AutoMigrate", start, end, altersToo, conditions: [] }];
}
function isHarmful({ kind, altersToo }, together2) {
  return kind !== "create" || altersToo === true || countOf(together2) > 1;
}
function whyHarmful({ altersToo }, together2) {
  const [first, ...others] = together2;
  const several = others.length > 0 ? listOf(together2.map(({ name }) => name)) : void 0;
  const reasons = [
    ...countOf(together2) > 1 ? [several ? `${several} do it at once` : `${countOf(together2)} processes of ${first?.name} do it at once`] : [],
    ...altersToo ? ["ALTER TABLE statements beside it change what is there, and nothing keeps account of them"] : []
  ];
  return reasons.join("; ");
}
function atOnce(workload, doing) {
  const waits = (one, other) => one.dependsOn.some(({ workload: name, condition }) => name === other.name && condition !== "started");
  return doing.filter(
    (one) => one === workload || one.deployment === workload.deployment && !waits(one, workload) && !waits(workload, one)
  );
}
function countOf(together2) {
  return together2.reduce((sum, one) => sum + copiesOf(one), 0);
}
function copiesOf({ replicas, autoscaledFrom, processes }) {
  const count = knownValue(replicas) ?? knownValue(autoscaledFrom) ?? 1;
  return count * (knownValue(processes?.count) ?? 1);
}
var CALLED_BY_NAME = /^(?:main|constructor|init|register|bootstrap|configure|lifespan|startup|on_startup|ready|onModuleInit|onApplicationBootstrap|create_app|create(?:TypeOrm|Sequelize|MikroOrm)Options)$/;
var FREELY = { isFree: true, commands: /* @__PURE__ */ new Set() };
var MOST_CALLERS = 6;
function reachOf(program, { file, start }, isLoaded, callers = []) {
  const commands = /* @__PURE__ */ new Set();
  for (const { name, decorators } of functionsAround(file, start)) {
    const told = commandNames(name, decorators);
    if (told) {
      for (const one of told) commands.add(one);
      return { isFree: false, commands };
    }
    if (name === void 0 || decorators.length > 0 || CALLED_BY_NAME.test(name)) continue;
    if (callers.includes(name) || callers.length >= MOST_CALLERS) return { isFree: false, commands };
    const places = placesNaming(program, name);
    if (places.length === 0) return { isFree: false, commands };
    const loaded = places.filter((one) => isLoaded(one.file));
    const reaches = (loaded.length > 0 ? loaded : places).map(
      (one) => reachOf(program, one, isLoaded, [...callers, name])
    );
    if (reaches.some(({ isFree: isFree2 }) => isFree2)) continue;
    for (const reach of reaches) for (const one of reach.commands) commands.add(one);
    return { isFree: false, commands };
  }
  return FREELY;
}
var COMMAND = /^(?:command|option|argument|group)$/;
function commandNames(name, decorators) {
  const making = decorators.filter(
    (one) => COMMAND.test(
      pathOf(one.kind === "call" ? one.callee : one)?.slice(1).at(-1) ?? ""
    )
  );
  if (making.length === 0) return void 0;
  const given = making.flatMap(
    (one) => one.kind === "call" ? one.arguments.flatMap((each) => {
      const value = each.kind === "keyword" ? each.value : each;
      return value.kind === "literal" && typeof value.value === "string" ? [value.value] : [];
    }) : []
  );
  return [...given, ...name === void 0 ? [] : [name, name.replaceAll("_", "-")]];
}
function isTold({ runs }, commands) {
  return runs?.some(({ words }) => words.some((word) => word !== null && commands.has(word))) ?? false;
}
function placesNaming(program, name) {
  const found3 = [];
  for (const file of program.files.values()) {
    if (!indexOf(file).words.has(name)) continue;
    walk(file.body, (node) => {
      const isSaid = node.kind === "name" && node.name === name || node.kind === "member" && node.property === name;
      if (isSaid && found3.length < MOST_PLACES) found3.push({ file, start: node.start });
      return void 0;
    });
  }
  return found3;
}
var MOST_PLACES = 50;

// src/model/code/orm/typeorm.ts
function typeormEntities(program, files2, dialect) {
  return files2.flatMap(
    (file) => classesOf(file).flatMap((node) => {
      const decorator = node.decorators.find((one) => lastName3(one) === "Entity");
      if (!decorator || node.name === void 0) return [];
      const draft = draftOf2(program, file, node, decorator);
      const entity = finishEntity(draft, dialect === "mysql");
      return [{ source: "typeorm", file, dialect, entity }];
    })
  );
}
function draftOf2(program, file, node, decorator) {
  const [given] = callOf(decorator)?.arguments ?? [];
  const name = node.name ?? "";
  const own = membersOf(program, file, node);
  return {
    name,
    table: textOf2(given) ?? textOf2(optionOf2(given, "name")) ?? snakeCase3(name),
    fields: own.flatMap(({ member, file: where }) => fieldOf6(member, where) ?? []),
    keys: node.decorators.flatMap(keyOf5),
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length }
  };
}
function keyOf5(decorator) {
  const kind = lastName3(decorator);
  if (kind !== "Index" && kind !== "Unique") return [];
  const given = callOf(decorator)?.arguments ?? [];
  const names = given.map(elementsOf).find((elements) => elements.length > 0) ?? given.map(returned2).find((one) => one.length > 0);
  if (!names) return [];
  const isUnique = kind === "Unique" || given.some((one) => isTrue2(optionOf2(one, "unique")));
  return [{ names: names.map((one) => textOf2(one) ?? lastName3(one) ?? null), isUnique }];
}
function returned2(expression) {
  if (expression.kind !== "function") return [];
  const [only] = expression.body;
  return only?.kind === "return" ? elementsOf(only.value) : [];
}
var COLUMNS = /^(?:Primary(?:Generated)?Column|Column|(?:Create|Update|Delete)DateColumn|VersionColumn|ObjectIdColumn)$/;
var DATES = /^(?:Create|Update|Delete)DateColumn$/;
function fieldOf6(member, file) {
  const named4 = new Map(member.decorators.map((one) => [lastName3(one) ?? "", one]));
  const at = { path: file.path, start: member.start, end: member.end };
  const kind = [...named4.keys()].find((name) => COLUMNS.test(name));
  const marks = marksOf(named4);
  if (kind !== void 0) {
    const given = callOf(named4.get(kind))?.arguments ?? [];
    const options = given.find((one) => objectOf(one) !== void 0);
    const written = typeOf2(kind, given, options, member);
    const isUnique = marks.isUnique || isTrue2(optionOf2(options, "unique")) || /^(?:Primary|ObjectId)/.test(kind);
    const column = textOf2(optionOf2(options, "name")) ?? member.name;
    const nullable = isTrue2(optionOf2(options, "nullable"));
    return { name: member.name, column, type: fieldType4(written), written, nullable, at, ...marks, isUnique };
  }
  return relationOf3(member, named4, marks, at);
}
function marksOf(decorators) {
  const index = decorators.get("Index");
  const isUnique = callOf(index)?.arguments.some((one) => isTrue2(optionOf2(one, "unique"))) === true;
  return { isUnique, isIndexed: index !== void 0 };
}
function relationOf3({ name }, decorators, marks, at) {
  const kind = ["ManyToOne", "OneToOne", "OneToMany", "ManyToMany"].find((one) => decorators.has(one));
  const entity = kind && targetName(callOf(decorators.get(kind))?.arguments[0]);
  if (kind === void 0 || entity === void 0) return void 0;
  const base = { name, type: "relation", written: entity, at, ...marks };
  const owns = kind === "ManyToOne" || kind === "OneToOne" && decorators.has("JoinColumn");
  if (!owns) return { ...base, nullable: true, relation: { entity, many: kind !== "OneToOne" } };
  const [join] = callOf(decorators.get("JoinColumn"))?.arguments ?? [];
  const first = elementsOf(join)[0] ?? join;
  const column = textOf2(optionOf2(first, "name")) ?? `${name}${capitalised(textOf2(optionOf2(first, "referencedColumnName")) ?? "id")}`;
  return {
    ...base,
    nullable: true,
    column,
    relation: { entity, many: false },
    references: entity,
    // A one-to-one relation has a unique constraint.
    isUnique: marks.isUnique || kind === "OneToOne",
    // It may be a part of the primary key.
    isIndexed: marks.isIndexed || decorators.has("PrimaryColumn")
  };
}
function typeOf2(kind, given, options, { type }) {
  if (DATES.test(kind)) return "timestamp";
  const written = textOf2(given[0]) ?? textOf2(optionOf2(options, "type"));
  if (written !== void 0) return kind === "PrimaryGeneratedColumn" && written === "increment" ? "integer" : written;
  const called2 = targetName(optionOf2(options, "type"));
  return REFLECTED[called2 ?? type?.name ?? ""] ?? (kind === "PrimaryGeneratedColumn" ? "integer" : type?.name ?? "");
}
var REFLECTED = {
  number: "integer",
  Number: "integer",
  string: "varchar",
  String: "varchar",
  boolean: "boolean",
  Boolean: "boolean",
  Date: "timestamp"
};
function fieldType4(written) {
  return written === "increment" || written === "rowid" || written === "identity" ? "integer" : sqlFieldType(written);
}
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
function snakeCase3(text) {
  return text.replace(/([a-z\d])([A-Z])/g, "$1_$2").replace(/([A-Z])([A-Z][a-z])/g, "$1_$2").toLowerCase();
}

// src/model/code/orm-schemas.ts
var LIBRARIES = {
  typeorm: /\btypeorm\b/,
  sequelize: /\bsequelize\b/,
  drizzle: /\bdrizzle-orm\b/,
  mongoose: /\bmongoose\b/,
  sqlalchemy: /^(?:sqlalchemy|sqlmodel|flask_sqlalchemy)\b/,
  django: /^django\.db\b/,
  gorm: /^gorm\.io\//
};

function running(file, workloads, services) {
  const loading = services.filter(({ code }) => code.includes(file)).flatMap((service) => service.workloads);
  if (loading.length > 0) return loading;
  const known6 = new Set(services.flatMap((service) => service.workloads.map(({ id }) => id)));
  return workloads.filter((one) => one.longRunning && !known6.has(one.id) && runsFrom(directoryOf(file.path), one));
}
function isImported(home, files2, program) {
  return files2.some(
    (file) => file.imports.some(({ from }) => {
      const target = program.target(file, from);
      return target.kind === "files" && target.files.some(({ path }) => isWithin(home, path));
    })
  );
}
function packagesOf(files2, packageOf) {
  const packages = /* @__PURE__ */ new Map();
  for (const file of files2) {
    const home = packageOf(file.path);
    const own = packages.get(home);
    if (own) own.push(file);
    else packages.set(home, [file]);
  }
  return packages;
}
function schemasOfPackage(home, files2, program, tree, server2) {
  const using = (source) => files2.filter((file) => uses(file, LIBRARIES[source]));
  const inLanguage = (language) => files2.filter((file) => file.language === language);
  const own = dialectOf(files2);
  const dialect = own === "unknown" ? server2 : own;
  const found3 = [
    ...typeormEntities(program, using("typeorm"), dialect),
    // Models are often functions that are given the library.
    ...using("sequelize").length > 0 ? sequelizeEntities(files2, dialect) : [],
    ...drizzleEntities(using("drizzle")),
    ...mongooseEntities(using("mongoose")),
    // The base and the mixins may be all that a file of models imports.
    ...using("sqlalchemy").length > 0 ? sqlalchemyEntities(program, inLanguage("python"), dialect) : [],
    ...djangoEntities(program, using("django")),
    ...using("gorm").length > 0 ? gormEntities(inLanguage("go"), dialect) : []
  ];
  const sources = [...new Set(found3.map(({ source }) => source))];
  return sources.map((source) => {
    const entities = found3.filter((one) => one.source === source);
    return { home, schema: declared(home, source, entities, tree) };
  });
}

function declared(home, source, found3, tree) {
  const files2 = [...new Set(found3.map(({ file }) => file))].sort((one, other) => one.path < other.path ? -1 : 1);
  const paths = files2.map(({ path }) => path);
  const entities = found3.map(({ entity }) => entity).sort(byPlace);
  const dialects = new Set(found3.map(({ dialect: dialect2 }) => dialect2));
  const { migrations, indexes } = codeMigrations(home, source, tree);
  const [first] = entities;
  const [dialect = "unknown"] = dialects;
  return {
    source,
    name: paths.length === 1 ? paths[0] ?? home : commonFolder(paths),
    dialect: dialects.size === 1 ? dialect : "unknown",
    entities: entities.map((entity) => withMade(entity, indexes)),
    at: first?.at ?? { path: paths[0] ?? home, start: 0, end: 0 },
    files: paths,
    broken: files2.filter(({ problems }) => problems.length > 0).map(({ path, problems }) => ({ path, problems })),
    migrationFolders: [],
    migrations
  };
}
function byPlace(one, other) {
  if (one.at.path !== other.at.path) return one.at.path < other.at.path ? -1 : 1;
  return one.at.start - other.at.start;
}
function withMade(entity, indexes) {
  const made3 = indexes.filter(({ table }) => table.toLowerCase() === entity.table.toLowerCase());
  return made3.length === 0 ? entity : { ...entity, indexes: [...entity.indexes, ...made3.map(({ columns }) => columns)] };
}
function commonFolder(paths) {
  let folder = directoryOf(paths[0] ?? ".");
  while (folder !== "." && !paths.every((path) => isWithin(folder, path))) folder = directoryOf(folder);
  return folder;
}

// src/model/code/outbound.ts



function isHttpModule(program, file, node) {
  const found3 = definitionOf(program, { file, node });
  return found3.kind === "external" && found3.package === "@nestjs/axios" && found3.path.join(".") === "HttpModule";
}
function axiosClients(program, file, defaults) {
  return indexOf(file).calls.flatMap((call) => {
    const path = pathOf(call.callee);
    const found3 = path && definitionOf(program, { file, node: call.callee });
    if (!path || found3?.kind !== "external" || found3.package !== "axios") return [];
    const method = found3.path.at(-1) ?? "";
    const position = POSITIONS.get(method);
    if (position === void 0 || isOwnPath(call.arguments[0])) return [];
    const given = optionsAt(call, method === "" && call.arguments[1] ? 1 : position);
    const own = timeoutIn(given, ["timeout", "signal", "cancelToken"]);
    return [{ name: path.join("."), at: spanOf2(file, call), ...own.timeout === "none" && defaults ? defaults : own }];
  });
}
var POSITIONS = /* @__PURE__ */ new Map([
  ["", 0],
  ["request", 0],
  ["create", 0],
  ["get", 1],
  ["delete", 1],
  ["head", 1],
  ["options", 1],
  ["post", 2],
  ["put", 2],
  ["patch", 2]
]);
function defaultsOf(files2) {
  let found3;
  for (const file of files2) {
    if (!["defaults", "interceptors"].some((name) => indexOf(file).words.has(name))) continue;
    walk(file.body, (node) => {
      if (node.kind === "assign" && /defaults(?:\.timeout)?$/.test(pathOf(node.target)?.join(".") ?? ""))
        found3 = { timeout: "set" };
      if (node.kind === "member" && node.property === "interceptors")
        found3 ??= { timeout: "unknown", because: "an interceptor may set a timeout" };
      return void 0;
    });
  }
  return found3;
}
var WRAPPERS = /* @__PURE__ */ new Map([
  ["got", ["timeout", "signal"]],
  ["node-fetch", ["timeout", "signal", "agent"]]
]);
function wrapperClients(program, file) {
  return indexOf(file).calls.flatMap((call) => {
    const path = pathOf(call.callee);
    const found3 = path && definitionOf(program, { file, node: call.callee });
    const keys = found3?.kind === "external" ? WRAPPERS.get(found3.package) : void 0;
    if (!path || !keys || found3?.kind !== "external" || !isRequest(found3) || isOwnPath(call.arguments[0])) return [];
    const given = timeoutIn(optionsAt(call, found3.path.at(-1) === "extend" ? 0 : 1), keys);
    return [{ name: path.join("."), at: spanOf2(file, call), ...given }];
  });
}
function isRequest({ package: of, path }) {
  const method = path.at(-1) ?? "";
  return of === "got" ? /^(?:|got|get|post|put|patch|head|delete|extend)$/.test(method) : method === "";
}
function fetches(program, file) {
  if (file.directives.includes("use client")) return [];
  const calls = indexOf(file).callsByName.get("fetch") ?? [];
  return calls.flatMap((call) => {
    if (call.callee.kind !== "name" || call.arguments.length === 0) return [];
    const found3 = definitionOf(program, { file, node: call.callee });
    if (found3.kind !== "global" || isOwnPath(call.arguments[0])) return [];
    const given = timeoutIn(optionsAt(call, 1), ["signal", "dispatcher"]);
    return [{ name: "fetch", at: spanOf2(file, call), isBounded: true, ...given }];
  });
}
function isOwnPath(node) {
  if (node?.kind === "literal") return typeof node.value === "string" && OWN.test(node.value);
  const [first] = node?.kind === "template" ? node.parts : [];
  return typeof first === "string" && OWN.test(first);
}
var OWN = /^(?:\/|https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|\/|$))/;
function optionsAt(call, position) {
  if (call.arguments.slice(0, position + 1).some((one) => one.kind === "spread")) return call;
  const given = call.arguments[position];
  return given && peel(given);
}
function timeoutIn(options, keys) {
  if (!options) return { timeout: "none" };
  if (options.kind === "literal") return { timeout: "none" };
  if (options.kind !== "object") return { timeout: "unknown", because: "its options are not known" };
  const entry2 = entryOf5(options, keys);
  if (entry2) return { timeout: isZero2(entry2) ? "none" : "set" };
  const isOpen2 = options.entries.some((one) => one.kind === "spread" || one.key === void 0);
  return isOpen2 ? { timeout: "unknown", because: "its options are not known" } : { timeout: "none" };
}
function entryOf5(options, keys) {
  for (const one of options.entries)
    if (one.kind === "entry" && one.key !== void 0 && keys.includes(one.key)) return one.value;
  return void 0;
}
function isZero2(node) {
  return node.kind === "literal" && (node.value === 0 || node.value === null);
}
function spanOf2(file, { start, end }) {
  return { path: file.path, start, end };
}

// src/model/code/outbound-python.ts
var PYTHON = /^(?:requests(?:\.api)?\.(?:get|post|put|patch|delete|head|options|request)|httpx\.(?:get|post|put|patch|delete|head|options|request|stream|Client|AsyncClient))$/;
var STANDARD = /^(?:urllib\.(?:request\.)?urlopen|smtplib\.(?:SMTP|SMTP_SSL))$/;
var LIBRARIES2 = /^(?:requests|httpx|urllib|smtplib)(?:\.|$)/;
var METHODS = ["get", "post", "put", "patch", "delete", "head", "options", "request"];
function pythonClients(program, service) {
  const { code } = service;
  const limitsSockets = code.some((file) => indexOf(file).words.has("setdefaulttimeout"));
  const requests = code.flatMap((file) => {
    if (!file.imports.some((one) => !one.typeOnly && LIBRARIES2.test(one.from))) return [];
    const found3 = [...direct(program, file, limitsSockets), ...ofSessions(program, file)];
    return found3.sort((one, other) => one.at.start - other.at.start);
  });
  return [...requests, ...mails(program, service, limitsSockets)];
}
function direct(program, file, limitsSockets) {
  return indexOf(file).calls.flatMap((call) => {
    const path = pathOf(call.callee);
    const found3 = path && definitionOf(program, { file, node: call.callee });
    if (found3?.kind !== "external" || !path) return [];
    const name = [found3.package, ...found3.path].join(".");
    const isStandard = STANDARD.test(name);
    if (!isStandard && !PYTHON.test(name)) return [];
    if (isStandard && (limitsSockets || call.arguments.length === 0 || call.arguments.length > 2)) return [];
    return [timed(file, call, path.join("."), name.startsWith("httpx") ? "set" : "none")];
  });
}
function ofSessions(program, file) {
  const { callsByName, words } = indexOf(file);
  if (!words.has("Session") && !words.has("session")) return [];
  const isOpen2 = words.has("mount") || holds(
    file.body,
    (node) => node.kind === "assign" && node.target.kind === "member" && METHODS.includes(node.target.property)
  );
  if (isOpen2) return [];
  return METHODS.flatMap((method) => callsByName.get(method) ?? []).flatMap((call) => {
    if (call.callee.kind !== "member" || call.arguments.length === 0) return [];
    const session = definitionOf(program, { file, node: call.callee.object });
    const made3 = session.kind === "expression" ? peel(session.node) : void 0;
    if (made3?.kind !== "call" || session.kind !== "expression") return [];
    const maker = definitionOf(program, { file: session.file, node: made3.callee });
    const name = maker.kind === "external" ? [maker.package, ...maker.path].join(".") : "";
    if (!/^requests\.(?:sessions\.)?[Ss]ession$/.test(name)) return [];
    return [timed(file, call, pathOf(call.callee)?.join(".") ?? `session.${call.callee.property}`, "none")];
  });
}
function timed(file, call, name, otherwise) {
  const given = call.arguments.find((one) => one.kind === "keyword" && one.name === "timeout");
  const shown2 = { name, at: { path: file.path, start: call.start, end: call.end } };
  if (given?.kind === "keyword") {
    const isNone2 = given.value.kind === "literal" && (given.value.value === 0 || given.value.value === null);
    return { ...shown2, timeout: isNone2 ? "none" : "set" };
  }
  const isOpen2 = call.arguments.some((one) => one.kind === "spread" && one.form === "map");
  return isOpen2 ? { ...shown2, timeout: "unknown", because: "its options are not known" } : { ...shown2, timeout: otherwise };
}
var SENDS = ["send_mail", "send_mass_mail", "mail_admins", "mail_managers"];
function mails(program, service, limitsSockets) {
  const host = djangoSetting(program, service, "EMAIL_HOST");
  if (!host || limitsSockets) return [];
  const backend = djangoSetting(program, service, "EMAIL_BACKEND");
  const isSmtp = backend === void 0 || typeof backend === "object" && backend.node.kind === "literal" && /\bsmtp\b/.test(String(backend.node.value));
  if (!isSmtp) return [];
  const isSet3 = djangoSetting(program, service, "EMAIL_TIMEOUT") !== void 0;
  return service.code.flatMap((file) => {
    if (!file.imports.some(({ from }) => from === "django.core.mail")) return [];
    const [first] = SENDS.flatMap((name2) => indexOf(file).callsByName.get(name2) ?? []);
    if (!first) return [];
    const { start, end } = first;
    const name = pathOf(first.callee)?.at(-1) ?? "send_mail";
    return [{ name, timeout: isSet3 ? "set" : "none", at: { path: file.path, start, end } }];
  });
}

// src/model/code/django-state.ts
var LOCAL = "LocMemCache";
function djangoState(program, service) {
  if (djangoSettingsFiles(program, service).length === 0) return [];
  const found3 = [];
  const add = (kind, kept2, file, { start, end }) => {
    if (kept2) found3.push({ kind, library: LOCAL, kept: kept2, at: { path: file.path, start, end } });
  };
  const kept = (alias) => backendOf(program, service, alias);
  const engine = djangoSetting(program, service, "SESSION_ENGINE");
  if (engine && typeof engine === "object" && textOf3(program, service, engine.file, engine.node) === CACHE_SESSIONS) {
    const alias = djangoSetting(program, service, "SESSION_CACHE_ALIAS");
    const named4 = alias && typeof alias === "object" ? textOf3(program, service, alias.file, alias.node) : "default";
    add("sessions", alias === "open" || named4 === void 0 ? "unknown" : kept(named4), engine.file, engine.node);
  }
  const rest = djangoSetting(program, service, "REST_FRAMEWORK");
  const throttles = rest && optionOf(program, rest, "DEFAULT_THROTTLE_CLASSES");
  if (throttles && typeof throttles === "object" && isFilled(throttles.node))
    add("limits", kept("default"), throttles.file, throttles.node);
  for (const file of productionFiles(program, service)) {
    if (file.language !== "python") continue;
    for (const { members } of indexOf(file).classes) {
      for (const one of members)
        if (one.kind === "field" && one.name === "throttle_classes" && one.value && isFilled(one.value))
          add("limits", kept("default"), file, one.value);
    }
    for (const call of CALLS3.flatMap((name) => indexOf(file).callsByName.get(name) ?? [])) {
      const kind = kindOf(program, file, call);
      if (kind) add(kind, kept("default"), file, call);
    }
  }
  return found3;
}
var CACHE_SESSIONS = "django.contrib.sessions.backends.cache";
var CALLS3 = ["add", "set", "incr"];
var LOCKS = /(?:^|[^a-z])(?:lock|mutex|semaphore)(?:s|ed|ing)?(?:$|[^a-z])/i;
var CODES = /(?:^|[^a-z])(?:otp|one[-_ ]?time|verif(?:y|ication)|captcha|nonce|2fa|mfa|magic|reset[-_]?(?:code|token)|sms|login[-_]?attempts?)(?:$|[^a-z])/i;
function kindOf(program, file, call) {
  const { callee } = call;
  const [key] = call.arguments;
  if (callee.kind !== "member" || !key) return void 0;
  if (!file.imports.some(({ from }) => from === "django.core.cache")) return void 0;
  if (externalName(definitionOf(program, { file, node: callee.object })) !== "django.cache") return void 0;
  const words = wordsOf3(program, file, key);
  if (callee.property === "add") {
    const around = functionsAround(file, call.start)[0]?.name ?? "";
    return LOCKS.test(words) || /(?:^|_)(?:lock|acquire)/i.test(around) ? "locks" : void 0;
  }
  if (LOCKS.test(words)) return "locks";
  return CODES.test(words) ? "codes" : void 0;
}
function wordsOf3(program, file, key) {
  const found3 = [];
  const given = definitionOf(program, { file, node: key });
  const nodes = given.kind === "expression" && given.node !== key ? [key, given.node] : [key];
  walk(nodes, (node) => {
    if (node.kind === "literal" && typeof node.value === "string") found3.push(node.value);
    if (node.kind === "template") found3.push(...node.parts.filter((part) => typeof part === "string"));
    if (node.kind === "name") found3.push(node.name);
    return void 0;
  });
  return found3.join(" ");
}
function isFilled(node) {
  const inner = peel(node);
  return inner.kind === "array" && inner.elements.length > 0;
}
function backendOf(program, service, alias) {
  const caches = djangoSetting(program, service, "CACHES");
  if (caches === void 0) return "process";
  const cache2 = optionOf(program, caches, alias);
  if (typeof cache2 === "string") return "unknown";
  const backend = optionOf(program, cache2, "BACKEND");
  const text = typeof backend === "string" ? void 0 : textOf3(program, service, backend.file, backend.node);
  if (text === void 0) return "unknown";
  if (/dummy/i.test(text)) return void 0;
  return /locmem/i.test(text) ? "process" : "shared";
}
function textOf3(program, service, file, node) {
  const value = evaluateExpression(program, { file, node }, serviceEnvironment(service));
  return value.kind === "known" && typeof value.value === "string" ? value.value : void 0;
}

// src/model/code/go/state.ts
var LIBRARIES3 = [
  { kind: "sessions", library: "memstore", call: /^github\.com\/gin-contrib\/sessions\/memstore\.NewStore$/ },
  {
    kind: "sessions",
    library: "fiber/session",
    call: /^github\.com\/gofiber\/fiber\/v\d+\/middleware\/session\.New$/,
    store: "Storage"
  },
  {
    kind: "sessions",
    library: "scs",
    call: /^github\.com\/alexedwards\/scs(?:\/v\d+)?\.New$/,
    store: "Store",
    isAssigned: true
  },
  {
    kind: "limits",
    library: "fiber/limiter",
    call: /^github\.com\/gofiber\/fiber\/v\d+\/middleware\/limiter\.New$/,
    store: "Storage"
  },
  {
    kind: "limits",
    library: "ulule/limiter",
    call: /^github\.com\/ulule\/limiter\/v\d+\/drivers\/store\/memory\.NewStore(?:WithOptions)?$/
  },
  {
    kind: "limits",
    library: "RateLimiterMemoryStore",
    call: /^github\.com\/labstack\/echo\/v\d+\/middleware\.NewRateLimiterMemoryStore(?:WithConfig)?$/
  },
  {
    kind: "limits",
    library: "httprate",
    call: /^github\.com\/go-chi\/httprate\.(?:Limit|LimitAll|LimitByIP|LimitByRealIP)$/,
    store: "WithLimitCounter"
  },
  { kind: "limits", library: "tollbooth", call: /^github\.com\/didip\/tollbooth(?:\/v\d+)?\.NewLimiter$/ }
];
function goState(program, code) {
  const paths = code.map(({ path }) => path);
  return goFiles(program, paths).flatMap(
    (file) => outsideCalls(program, file).flatMap(({ name, node, at }) => {
      const found3 = LIBRARIES3.find(({ call }) => call.test(name));
      if (!found3) return [];
      const { kind, library } = found3;
      return [{ kind, library, kept: keptBy(file, node, found3), at }];
    })
  );
}
function keptBy(file, { arguments: given }, { store, isAssigned }) {
  if (store === void 0) return "process";
  if (isAssigned) {
    const isSet3 = holds(
      file.body,
      (node) => node.kind === "assign" && node.target.kind === "member" && node.target.property === store
    );
    return isSet3 ? "shared" : "process";
  }
  const names = (node) => holds(
    [node],
    (one) => one.kind === "entry" && one.key === store || one.kind === "member" && one.property === store
  );
  if (given.some(names)) return "shared";
  return given.some((one) => peel(one).kind === "name" || one.kind === "spread") ? "unknown" : "process";
}

// src/model/code/process-state.ts
var LIBRARIES4 = /* @__PURE__ */ new Map([
  ["express-session", { kind: "sessions", library: "express-session", options: 0, stores: /^store$/ }],
  ["express-rate-limit", { kind: "limits", library: "express-rate-limit", options: 0, stores: /^store$/ }],
  ["express-rate-limit.rateLimit", { kind: "limits", library: "express-rate-limit", options: 0, stores: /^store$/ }],
  ["express-slow-down", { kind: "limits", library: "express-slow-down", options: 0, stores: /^store$/ }],
  ["express-slow-down.slowDown", { kind: "limits", library: "express-slow-down", options: 0, stores: /^store$/ }],
  ["hono-rate-limiter.rateLimiter", { kind: "limits", library: "hono-rate-limiter", options: 0, stores: /^store$/ }],
  ["@nestjs/throttler.ThrottlerModule.forRoot", throttler()],
  ["@nestjs/throttler.ThrottlerModule.forRootAsync", throttler()],
  ["@nestjs/cache-manager.CacheModule.register", cache()],
  ["@nestjs/cache-manager.CacheModule.registerAsync", cache()],
  ["@nestjs/common.CacheModule.register", cache()],
  ["@nestjs/common.CacheModule.registerAsync", cache()],
  ["rate-limiter-flexible.RateLimiterMemory", { kind: "limits", library: "RateLimiterMemory", stores: /^$/ }]
]);
var PLUGINS = /* @__PURE__ */ new Map([
  ["@fastify/rate-limit", { kind: "limits", library: "@fastify/rate-limit", options: 1, stores: /^(?:redis|store)$/ }],
  ["@fastify/session", { kind: "sessions", library: "@fastify/session", options: 1, stores: /^store$/ }]
]);


var TAKEN = /* @__PURE__ */ new Map();
for (const library of [...LIBRARIES4.keys(), ...PLUGINS.keys()]) {
  const [name = "", taken] = library.split(".");
  TAKEN.set(name, (TAKEN.get(name) ?? /* @__PURE__ */ new Set()).add(taken));
}


function libraryOf(program, file, { callee }) {
  const name = externalName(definitionOf(program, { file, node: callee }));
  return name === void 0 ? void 0 : LIBRARIES4.get(name);
}
function pluginOf(program, file, { callee, arguments: [first] }) {
  if (!first || callee.kind !== "member" || callee.property !== "register") return void 0;
  const name = externalName(definitionOf(program, { file, node: first }));
  return name === void 0 ? void 0 : PLUGINS.get(name);
}
function keptIn(program, file, call, { options, stores }) {
  if (options === void 0) return "process";
  const given = call.arguments[options];
  if (!given) return "process";
  const found3 = definitionOf(program, { file, node: given });
  const value = found3.kind === "expression" ? peel(found3.node) : void 0;
  if (value?.kind === "array") return "process";
  if (value?.kind !== "object") return "unknown";
  const factory2 = value.entries.find(
    (one) => one.kind === "entry" && /^use(?:Factory|Class|Existing)$/.test(one.key ?? "")
  );
  if (factory2?.kind === "entry") return factory2.value.kind === "function" ? inFactory(factory2.value, stores) : "unknown";
  const store = entryOf6(value, stores);
  if (store) return /MemoryStore$/.test(nameOf3(store)) ? "process" : "shared";
  const isOpen2 = given.kind !== "object" || value.entries.some((one) => one.kind === "spread" || one.key === void 0);
  return isOpen2 ? "unknown" : "process";
}
function inFactory(factory2, stores) {
  let isShared = false;
  let objects = 0;
  let isOpen2 = false;
  walk([factory2], (node) => {
    if (node.kind === "entry" && stores.test(node.key ?? "")) isShared = true;
    if (node.kind === "object" || node.kind === "array") objects++;
    if (node.kind === "spread") isOpen2 = true;
    return void 0;
  });
  if (isShared) return "shared";
  return objects > 0 && !isOpen2 ? "process" : "unknown";
}
function entryOf6(options, keys) {
  for (const one of options.entries) if (one.kind === "entry" && keys.test(one.key ?? "")) return peel(one.value);
  return void 0;
}
function nameOf3(node) {
  const called2 = node.kind === "call" ? peel(node.callee) : node;
  return called2.kind === "member" ? called2.property : called2.kind === "name" ? called2.name : "";
}
function spanOf3(file, { start, end }) {
  return { path: file.path, start, end };
}
function pythonCache(program, file, call) {
  const name = externalName(definitionOf(program, { file, node: call.callee }));
  const at = spanOf3(file, call);
  if (/^fastapi_cache\.(?:.+\.)?InMemoryBackend$/.test(name ?? ""))
    return { kind: "cache", library: "fastapi-cache", kept: "process", at };
  if (!/^flask_caching\.Cache$/.test(name ?? "")) return void 0;
  const given = call.arguments.find((one) => one.kind === "keyword" && one.name === "config");
  const config = given?.kind === "keyword" ? definitionOf(program, { file, node: given.value }) : void 0;
  const type = config?.kind === "expression" && config.node.kind === "object" ? entryOf6(config.node, /^CACHE_TYPE$/) : void 0;
  if (type?.kind !== "literal") return void 0;
  return {
    kind: "cache",
    library: "Flask-Caching",
    kept: /simple/i.test(String(type.value)) ? "process" : "shared",
    at
  };
}
var PYTHON_LIMITERS = /^(?:slowapi\.(?:extension\.)?Limiter|flask_limiter\.(?:extension\.)?Limiter)$/;
var PYTHON_LIBRARIES = /^(?:slowapi|flask_limiter|flask_caching|fastapi_cache)(?:\.|$)/;
function pythonState(program, code) {
  return code.flatMap((file) => {
    if (!file.imports.some((one) => PYTHON_LIBRARIES.test(one.from))) return [];
    return indexOf(file).calls.flatMap((call) => {
      const cache2 = pythonCache(program, file, call);
      if (cache2) return [cache2];
      const name = externalName(definitionOf(program, { file, node: call.callee }));
      if (name === void 0 || !PYTHON_LIMITERS.test(name)) return [];
      const library = name.startsWith("slowapi") ? "slowapi" : "Flask-Limiter";
      const kept = limitsIn(call);
      const isTold2 = kept === "process" && library === "Flask-Limiter" && mayBeTold(program);
      return [{ kind: "limits", library, kept: isTold2 ? "unknown" : kept, at: spanOf3(file, call) }];
    });
  });
}
var FROM_OUTSIDE = ["from_prefixed_env", "from_envvar", "from_pyfile", "from_file", "from_json", "from_mapping"];
var STORAGE = /^RATELIMIT_STORAGE_UR[IL]$/;
function mayBeTold({ files: files2 }) {
  for (const file of files2.values()) {
    if (file.language !== "python") continue;
    const { words, texts: texts2 } = indexOf(file);
    if (FROM_OUTSIDE.some((name) => words.has(name))) return true;
    if (some(words, (one) => STORAGE.test(one)) || some(texts2, (one) => STORAGE.test(one))) return true;
  }
  return false;
}
function limitsIn(call) {
  const given = call.arguments.find((one) => one.kind === "keyword" && one.name === "storage_uri");
  if (given?.kind === "keyword") {
    const { value } = given;
    if (value.kind !== "literal" || typeof value.value !== "string") return "unknown";
    return /^memory:|^async\+memory:/.test(value.value) ? "process" : "shared";
  }
  const isOpen2 = call.arguments.some(
    (one) => one.kind === "spread" || one.kind === "keyword" && one.name === "config_filename"
  );
  return isOpen2 ? "unknown" : "process";
}

// src/model/code/python-uploads.ts
var STORES2 = /^(?:boto3|aioboto3|botocore|minio|google\.cloud|azure\.storage|cloudinary\w*|storages|s3fs|fsspec|ftplib)(?:\.|$)/;
var STORAGE2 = /storages\.|cloudinary|minio|S3|GoogleCloud|Azure/;
var REMOVES = ["unlink", "remove", "rmtree", "tempfile", "NamedTemporaryFile", "TemporaryDirectory", "mkstemp"];
function pythonUploads(program, service) {
  if (!service.mayAnswer) return [];
  const { code } = service;
  const stays = !code.some(({ imports: imports2 }) => imports2.some((one) => STORES2.test(one.from)));
  const isFlask = code.some(receivesFiles);
  const fields = djangoFields(program, service);
  if (fields.length > 0) return fields.map((one) => ({ ...one, stays }));
  return code.flatMap((file) => {
    const writes = writesIn(program, file, isFlask);
    const isTaken = writes.length > 0 && removes(file);
    return writes.map((call) => ({ stays: stays && !isTaken, at: spanOf4(file, call) }));
  });
}
function removes(file) {
  const { words } = indexOf(file);
  if (!REMOVES.some((name) => words.has(name))) return false;
  let isFound = false;
  walk(file.body, (node) => {
    if (node.kind === "function" && /delete|remove|destroy/i.test(node.name ?? "")) return false;
    if (node.kind === "call") isFound ||= REMOVES.some((name) => pathOf(node.callee)?.includes(name));
    return !isFound;
  });
  return isFound;
}
function djangoFields(program, service) {
  const settings2 = djangoSettingsFiles(program, service);
  const root = settings2.length > 0 ? djangoSetting(program, service, "MEDIA_ROOT") : void 0;
  if (!root || root === "absent" || settings2.some(namesStorage)) return [];
  const directory = root === "open" ? void 0 : lastText(root.node)?.replace(/(.)\/+$/, "$1");
  return service.code.flatMap(
    (file) => indexOf(file).calls.flatMap((call) => {
      if (!/^(?:File|Image)Field$/.test(pathOf(call.callee)?.at(-1) ?? "")) return [];
      const name = externalName(definitionOf(program, { file, node: call.callee })) ?? "";
      if (!name.startsWith("django") || keywordOf(program, { file, node: call }, "storage").kind !== "absent") return [];
      if (/(?:^|\/)migrations\//.test(file.path)) return [];
      return [{ ...directory !== void 0 && { directory }, at: spanOf4(file, call) }];
    })
  );
}
function namesStorage(file) {
  const { declared: declared2, texts: texts2 } = indexOf(file);
  if (some(texts2, (text) => STORAGE2.test(text))) return true;
  const isNamed3 = declared2.has("DEFAULT_FILE_STORAGE") || declared2.has("STORAGES");
  return isNamed3 && !some(texts2, (text) => text.endsWith(".FileSystemStorage"));
}
function writesIn(program, file, isFlask) {
  const { calls } = indexOf(file);
  const isFastApi = file.imports.some((one) => one.name === "UploadFile" && /^(?:fastapi|starlette)/.test(one.from));
  if (!isFastApi && !isFlask) return [];
  return calls.filter((call) => {
    const path = pathOf(call.callee)?.join(".") ?? "";
    if (isFlask && /\.save$/.test(path) && call.arguments.length === 1) return isReceived(program, file, call);
    return isFastApi && /^(?:open|aiofiles\.open)$/.test(path) && call.arguments.some(isBinaryWrite);
  });
}
function receivesFiles(file) {
  return file.imports.some((one) => one.from === "flask" && one.name === "request") && indexOf(file).words.has("files");
}
function isReceived(program, file, { callee }) {
  if (callee.kind !== "member") return false;
  const found3 = definitionOf(program, { file, node: callee.object });
  if (found3.kind === "parameter") return asksForName(found3.owner, callee.object);
  if (found3.kind !== "expression") return externalName(found3)?.startsWith("flask.request.files") === true;
  const made3 = peel(found3.node);
  const from = made3.kind === "call" ? definitionOf(program, { file: found3.file, node: made3.callee }) : found3;
  return externalName(from)?.startsWith("flask.request.files") === true;
}
function asksForName({ body }, given) {
  if (given.kind !== "name") return false;
  const { name } = given;
  return holds(
    body,
    (node) => node.kind === "member" && node.property === "filename" && node.object.kind === "name" && node.object.name === name
  );
}
function isBinaryWrite(node) {
  const value = node.kind === "keyword" ? node.value : node;
  return value.kind === "literal" && (value.value === "wb" || value.value === "wb+" || value.value === "xb");
}
function spanOf4(file, { start, end }) {
  return { path: file.path, start, end };
}

// src/model/code/schedules.ts
var SCHEDULES = /^(?:@nestjs\/schedule\.Cron|node-cron\.schedule|cron\.CronJob(?:\.from)?|node-schedule\.scheduleJob|croner\.Cron|apscheduler\.(?:schedulers\.\w+\.)?\w+Scheduler)$/;
var PACKAGES = /^(?:@nestjs\/schedule|node-cron|cron|node-schedule|croner|apscheduler(?:\..+)?)$/;

function hasScheduler(code) {
  return code.some(
    (file) => indexOf(file).callsByName.get("forRoot")?.some((call) => pathOf(call.callee)?.join(".").endsWith("ScheduleModule.forRoot"))
  );
}
var LOCK_PACKAGES = /redlock|(?:^|[-_/])(?:locks?|mutex|leader|election)(?:$|[-_/])|^(?:pg-boss|agenda|sherlock|kazoo|pottery)$/i;
var LOCK_NAMES = /lock(?!ed$|out|chain|s?ed)|leader|mutex|acquire|setnx/i;
var LOCK_TEXTS = /pg_(?:try_)?advisory|\bGET_LOCK\s*\(|skip\s+locked|^NX$/i;
var CHOOSING = /CRON|SCHEDUL|JOB|WORKER|PRIMARY|LEADER|INSTANCE|POD_NAME|HOSTNAME|ROLE/;
function guardIn(code) {
  if (code.some((file) => file.imports.some((one) => LOCK_PACKAGES.test(one.from)))) return "lock";
  let guard = "none";
  for (const file of code) {
    walk(file.body, (node) => {
      if (node.kind === "call" && LOCK_NAMES.test(pathOf(node.callee)?.at(-1) ?? "")) guard = "lock";
      if (node.kind === "keyword" && node.name === "nx") guard = "lock";
      if (node.kind === "entry" && node.key === "NX") guard = "lock";
      const texts2 = node.kind === "literal" ? [node.value] : node.kind === "template" ? node.parts.filter((one) => typeof one === "string") : [];
      for (const text of texts2) {
        if (typeof text !== "string") continue;
        if (LOCK_TEXTS.test(text)) guard = "lock";
        else if (/^[A-Z][A-Z0-9_]+$/.test(text) && CHOOSING.test(text) && guard === "none") guard = "unknown";
      }
      if (node.kind === "member" && /^[A-Z][A-Z0-9_]+$/.test(node.property) && CHOOSING.test(node.property) && guard === "none")
        guard = "unknown";
      return guard !== "lock";
    });
    if (guard === "lock") return guard;
  }
  return guard;
}

// src/model/code/uploads.ts
var STORES3 = /aws-sdk|minio|@google-cloud\/storage|cloudinary|@azure\/storage|multer-s3|^(?:sharp-s3|ftp|ssh2|imagekit|backblaze|@supabase\/.*|@uploadthing\/.*|@vercel\/blob)/i;

function isUpload(name) {
  return name === "multer" || /^@nestjs\/platform-express\.(?:\w*Interceptor|MulterModule\.register)$/.test(name ?? "");
}
function directoryIn(program, file, node, environment) {
  const inner = peel(node);
  let written = inner;
  if (inner.kind === "function") {
    written = void 0;
    walk(inner.body, (one) => {
      if (one.kind === "call" && one.arguments.length === 2 && one.arguments[0]?.kind === "literal" && one.arguments[0].value === null)
        written ??= one.arguments[1];
      return void 0;
    });
  }
  const value = written && evaluateExpression(program, { file, node: written }, environment);
  return value?.kind === "known" && typeof value.value === "string" ? value.value : void 0;
}
function isTemporary(node, directory) {
  if (directory !== void 0) return /^\/(?:var\/)?tmp(?:\/|$)/.test(directory);
  return holds(
    [node],
    (one) => one.kind === "member" && one.property === "tmpdir" || one.kind === "name" && /te?mp/i.test(one.name)
  );
}
function movesOn(file) {
  if (file.imports.some((one) => STORES3.test(one.from))) return true;
  return callsSome(file, moves);
}
var moves = wordsLike(/^(?:unlink|unlinkSync|rm|rmSync|remove|removeSync|putObject|upload|uploadFile)$/);

// src/model/code/per-process.ts


// src/model/code/package-processes.ts
var PUBLISHED = ["bin", "files", "publishConfig", "exports", "types", "typings", "module", "peerDependencies"];
function packageProcesses(tree) {
  return tree.files.flatMap((file) => {
    const { path } = file;
    if (file.format !== "package-json" || isApartFromProduction(path) || standsAside(path)) return [];
    const source = tree.read(path);
    const manifest = source && readJsonObject(source);
    const scripts = manifest?.scripts;
    if (!source || !manifest || PUBLISHED.some((key) => key in manifest)) return [];
    if (typeof scripts !== "object" || scripts === null || !("start" in scripts)) return [];
    const start = Math.max(0, source.text.search(/"start"\s*:/));
    return [
      {
        name: typeof manifest.name === "string" ? manifest.name : "start",
        isWeb: true,
        command: "npm start",
        directory: directoryOf(path),
        at: { path, start, end: start + '"start"'.length },
        checks: [],
        ...NOTHING_SET
      }
    ];
  });
}

// src/model/code/platform-specs.ts
function appSpec(source) {
  return parseYaml(source).documents.flatMap(({ root }) => {
    if (child(root, "kind") || child(root, "apiVersion")) return [];
    return RUNTIME.test(textOf(child(root, "runtime")) ?? "") ? appEngine(source, root) : digitalOcean(source, root);
  });
}
var RUNTIME = /^(?:python|nodejs|go|custom)\d*$/;
function appEngine(source, root) {
  const runtime = child(root, "runtime");
  const entry2 = child(root, "entrypoint");
  const text = textOf(entry2) ?? textOf(child(entry2, "shell"));
  const command = text ?? (textOf(runtime)?.startsWith("python3") ? "gunicorn main:app" : void 0);
  const name = child(root, "service");
  const most = [
    descend(root, "manual_scaling", "instances"),
    descend(root, "basic_scaling", "max_instances"),
    descend(root, "automatic_scaling", "max_instances"),
    descend(root, "automatic_scaling", "max_num_instances")
  ].find((one) => one !== void 0);
  const values = entriesOf(child(root, "env_variables")).flatMap(([key, node]) => textGiven(key, node));
  if (!runtime) return [];
  return [
    {
      name: textOf(name) ?? "default",
      isWeb: true,
      ...command === void 0 ? {} : { command },
      directory: directoryOf(source.path),
      at: entry2?.at ?? name?.at ?? runtime.at,
      checks: ["readiness_check", "liveness_check"].flatMap((check) => askedAt(descend(root, check, "path"))),
      ...NOTHING_SET,
      variables: new Set(values.map(([key]) => key)),
      values: new Map(values),
      ...most && { instances: countOf2(most) }
    }
  ];
}
function digitalOcean(source, root) {
  const shared = variablesIn(child(root, "envs"));
  return ["services", "workers"].flatMap(
    (kind) => itemsOf(child(root, kind)).flatMap((node) => {
      const name = child(node, "name");
      const isHere = ["github", "gitlab", "bitbucket", "source_dir", "dockerfile_path", "run_command"].some(
        (key) => child(node, key)
      );
      if (!name || !isHere || child(node, "image") || child(node, "git")) return [];
      const command = textOf(child(node, "run_command"));
      const dockerfile = textOf(child(node, "dockerfile_path"));
      const most = descend(node, "autoscaling", "max_instance_count") ?? child(node, "instance_count");
      const own = variablesIn(child(node, "envs"));
      const port = Number(textOf(descend(node, "health_check", "port")));
      return [
        {
          name: textOf(name) ?? kind,
          isWeb: kind === "services",
          ...command === void 0 ? {} : { command },
          directory: dockerfile === void 0 ? joinPath(placeOf(source), bare2(textOf(child(node, "source_dir")))) : joinPath(placeOf(source), bare2(directoryOf(bare2(dockerfile)))),
          at: name.at,
          checks: askedAt(descend(node, "health_check", "http_path"), port),
          ...NOTHING_SET,
          variables: /* @__PURE__ */ new Set([...shared.names, ...own.names]),
          values: new Map([...shared.values, ...own.values]),
          ...most && { instances: countOf2(most) }
        }
      ];
    })
  );
}
function placeOf({ path }) {
  const folder = directoryOf(path);
  return /(?:^|\/)\.do$/.test(folder) ? directoryOf(folder) : folder;
}
function bare2(path) {
  return path === void 0 || path === "" || path === "/" ? "." : path.replace(/^\/+/, "");
}
function variablesIn(list) {
  const given = itemsOf(list).flatMap((node) => {
    const name = textOf(child(node, "key"));
    return name === void 0 || textOf(child(node, "scope")) === "BUILD_TIME" ? [] : [{ name, node }];
  });
  const values = given.flatMap(
    ({ name, node }) => textOf(child(node, "type")) === "SECRET" ? [] : textGiven(name, child(node, "value"))
  );
  return { names: given.map(({ name }) => name), values };
}
function textGiven(name, node) {
  const text = textOf(node);
  return !node || text === void 0 || text.includes("${") ? [] : [[name, known(text, node.at)]];
}
function countOf2(node) {
  const count = Number(textOf(node));
  return Number.isInteger(count) && count > 0 ? known(count, node.at) : unknown(node.at, "its number is not known");
}
function askedAt(path, port = Number.NaN) {
  const text = textOf(path);
  if (!path || text === void 0 || !text.startsWith("/")) return [];
  return [{ path: text, ...Number.isInteger(port) && port > 0 && { port }, at: path.at }];
}

// src/model/code/platform-processes.ts
var MOST = 100;
var FILE = /^(?:Procfile|fly\.toml|render\.ya?ml|railway\.(?:json|toml)|app\.ya?ml)$/;
function platformProcesses(tree) {
  const found3 = tree.files.flatMap(({ path }) => {
    const name = fileName(path);
    if (!FILE.test(name) || isApartFromProduction(path)) return [];
    const source = tree.read(path);
    if (!source) return [];
    if (name === "Procfile") return procfile(source, tree);
    if (name === "fly.toml") return fly(source);
    if (name.startsWith("app")) return appSpec(source);
    return name.startsWith("render") ? render(source) : railway(source);
  });
  return found3.slice(0, MOST);
}
function procfile(source, tree) {
  const directory = directoryOf(source.path);
  const manifest = herokuManifest(tree, directory);
  return [...source.text.matchAll(/^([A-Za-z0-9_-]{1,100}):[ \t]*(\S.{0,2000})$/gm)].flatMap((line) => {
    const [whole, name = "", command = ""] = line;
    if (name === "release") return [];
    const at = { path: source.path, start: line.index, end: line.index + whole.trimEnd().length };
    const instances = manifest && quantityOf(manifest, name, at);
    return [
      {
        name,
        isWeb: name === "web",
        command: command.trim(),
        directory,
        at,
        checks: [],
        ...NOTHING_SET,
        ...manifest && { variables: herokuVariables(manifest) },
        ...instances && { instances }
      }
    ];
  });
}
function herokuManifest(tree, directory) {
  const source = tree.read(joinPath(directory, "app.json"));
  return source && readJsonObject(source);
}
function quantityOf({ formation }, process, at) {
  const own = isRecord(formation) ? formation[process] : void 0;
  const quantity = isRecord(own) ? own.quantity : void 0;
  return typeof quantity === "number" && Number.isInteger(quantity) && quantity > 0 ? known(quantity, at) : void 0;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function herokuVariables({ env }) {
  if (typeof env !== "object" || env === null || Array.isArray(env)) return /* @__PURE__ */ new Set();
  const isSet3 = (value) => typeof value === "string" || typeof value === "object" && value !== null && !("required" in value && value.required === false);
  return new Set(Object.entries(env).flatMap(([name, value]) => isSet3(value) ? name : []));
}
function fly(source) {
  const { root } = parseToml(source);
  const start = { path: source.path, start: 0, end: 0 };
  const web = child(root, "http_service");
  const services = itemsOf(child(root, "services"));
  const values = new Map(entriesOf(child(root, "env")).flatMap(([name, node]) => settingOf(name, node)));
  const variables = new Set(entriesOf(child(root, "env")).map(([name]) => name));
  const processes = entriesOf(child(root, "processes"));
  const named4 = processes.length > 0 ? processes : [["app", void 0]];
  return named4.map(([name, command]) => {
    const own = [...web ? [web] : [], ...services].filter((one) => isFor(one, name));
    const checks = [
      ...own.flatMap(
        (one) => [...itemsOf(child(one, "checks")), ...itemsOf(child(one, "http_checks"))].map((node) => ({ node, one }))
      ),
      ...entriesOf(child(root, "checks")).flatMap(([, node]) => isFor(node, name) ? [{ node, one: node }] : [])
    ];
    const text = textOf(command);
    return {
      name,
      isWeb: own.length > 0,
      ...text === void 0 || text === "" ? {} : { command: text },
      directory: directoryOf(source.path),
      at: command?.at ?? web?.at ?? start,
      checks: checks.flatMap(({ node, one }) => checkOf(node, child(one, "internal_port") ?? child(node, "port"))),
      ...NOTHING_SET,
      variables,
      values
    };
  });
}
function settingOf(name, node) {
  const text = textOf(node);
  return name === void 0 || !node || text === void 0 ? [] : [[name, known(text, node.at)]];
}
function isFor(part, process) {
  const names = itemsOf(child(part, "processes")).map(textOf);
  return names.length === 0 || names.includes(process);
}
function checkOf(node, port) {
  const path = child(node, "path");
  const method = textOf(child(node, "method"))?.toUpperCase();
  if (method !== void 0 && method !== "GET") return [];
  return asked(path, Number(textOf(port)));
}
function asked(path, port = Number.NaN) {
  const text = textOf(path);
  if (!path || text === void 0 || !text.startsWith("/")) return [];
  return [{ path: text, ...Number.isInteger(port) && { port }, at: path.at }];
}
var RENDER_RUNS = /* @__PURE__ */ new Set(["web", "pserv", "worker"]);
function render(source) {
  return parseYaml(source).documents.flatMap(
    ({ root }) => itemsOf(child(root, "services")).flatMap((service) => {
      const type = textOf(child(service, "type")) ?? "";
      const runtime = textOf(child(service, "runtime")) ?? textOf(child(service, "env")) ?? "";
      if (!RENDER_RUNS.has(type) || /^(?:static|image)$/.test(runtime) || child(service, "repo")) return [];
      const command = textOf(child(service, "startCommand")) ?? textOf(child(service, "dockerCommand"));
      const folder = textOf(child(service, "rootDir")) ?? ".";
      const name = child(service, "name");
      const given = itemsOf(child(service, "envVars")).map((node) => ({ name: textOf(child(node, "key")), node }));
      const instances = renderInstances(service);
      return [
        {
          name: textOf(name) ?? type,
          isWeb: type !== "worker",
          ...command === void 0 ? {} : { command },
          directory: joinPath(directoryOf(source.path), folder),
          at: name?.at ?? service.at,
          checks: asked(child(service, "healthCheckPath")),
          variables: new Set(given.flatMap((one) => one.name ?? [])),
          values: new Map(given.flatMap((one) => settingOf(one.name, child(one.node, "value")))),
          databases: new Map(given.flatMap((one) => databaseOf(one.name, one.node, source.path))),
          ...instances && { instances }
        }
      ];
    })
  );
}
function renderInstances(service) {
  const node = descend(service, "scaling", "maxInstances") ?? child(service, "numInstances");
  return node && countOf3(node);
}
function countOf3(node) {
  const count = Number(textOf(node));
  return Number.isInteger(count) && count > 0 ? known(count, node.at) : unknown(node.at, "its number is not known");
}
function databaseOf(name, node, path) {
  const database = textOf(descend(node, "fromDatabase", "name"));
  return name === void 0 || database === void 0 ? [] : [[name, databaseId(path, database)]];
}
function railway(source) {
  const root = source.path.endsWith(".toml") ? parseToml(source).root : parseYaml(source).documents[0]?.root;
  const deploy = child(root, "deploy");
  if (!deploy || child(deploy, "cronSchedule")) return [];
  const command = child(deploy, "startCommand");
  const text = textOf(command);
  const replicas = child(deploy, "numReplicas");
  return [
    {
      name: "app",
      isWeb: true,
      ...replicas && { instances: countOf3(replicas) },
      ...text === void 0 || text === "" ? {} : { command: text },
      directory: directoryOf(source.path),
      at: command?.at ?? descend(root, "deploy", "healthcheckPath")?.at ?? deploy.at,
      checks: asked(child(deploy, "healthcheckPath")),
      ...NOTHING_SET
    }
  ];
}

// src/model/code/platform-services.ts
function withPlatforms(services, tree, program, workloads) {
  const found3 = new Map(services.map((service) => [service.id, service]));
  const seen = /* @__PURE__ */ new Set();
  for (const process of byDepth(platformProcesses(tree))) {
    const service = process.command === void 0 ? startedByItself(process, found3, tree, program) : started(process, tree, program);
    if (!service || isCopy(service, process, seen, tree)) continue;
    found3.set(service.id, {
      ...found3.get(service.id) ?? service,
      platform: found3.get(service.id)?.platform ?? process
    });
  }
  const isTold2 = found3.size > 0 || workloads.some(({ software }) => !software || software.kind === "runtime");
  for (const process of isTold2 ? [] : byDepth(packageProcesses(tree))) {
    const service = started(process, tree, program);
    if (service && serves(service, program) && !isCopy(service, process, seen, tree)) found3.set(service.id, service);
  }
  return [...found3.values()];
}
var PM2 = /(?:^|&&|\|\||;|\bsudo|\brun:)[ \t]*(?:npx[ \t]+)?pm2[ \t]+(?:start|restart|reload|startOrRe\w+|gracefulReload)\b/m;

function mayBeStarted(tree) {
  return platformProcesses(tree).length > 0 || packageProcesses(tree).length > 0;
}
function byDepth(processes) {
  return processes.toSorted((one, other) => depthOf(one.directory) - depthOf(other.directory));
}
function isCopy({ entries }, { command }, seen, tree) {
  const key = JSON.stringify([command, ...entries.map((entry2) => tree.read(entry2)?.text)]);
  const isSeen2 = seen.has(key);
  seen.add(key);
  return isSeen2;
}
function started(process, tree, program) {
  const { at, command = "" } = process;
  const { directory, text } = placed(command, process.directory);
  const container = {
    mounts: [],
    deployment: "",
    at,
    directory,
    start: { argv: [], shell: true, script: parseShell(text, at), text, at, source: "deployment" }
  };
  const found3 = findProgram(container, tree, program);
  if (!found3) return void 0;
  const service = serviceOf(`service:${found3.entries.join("+")}`, found3, program, container, void 0);
  const prepares = preparations(container, tree, program).filter((path) => !found3.entries.includes(path));
  return { ...service, prepares, name: process.name, weight: process.isWeb ? 3 : 2, platform: process };
}
function placed(command, directory) {
  const [, folder, rest] = /^cd[ \t]+([\w./-]{1,200})[ \t]*(?:&&|;)[ \t]*(.+)$/.exec(command) ?? [];
  if (folder !== void 0 && rest !== void 0) return { directory: joinPath(directory, folder), text: rest };
  const [option2, prefix] = /[ \t]--prefix[ \t=]([\w./-]{1,200})/.exec(command) ?? [];
  if (option2 === void 0 || prefix === void 0) return { directory, text: command };
  return { directory: joinPath(directory, prefix), text: command.replace(option2, "") };
}
function startedByItself(process, services, tree, program) {
  const built = [...services.values()].filter(
    ({ image }) => image?.dockerfile && directoryOf(image.dockerfile.file.path) === process.directory
  );
  if (built.length > 0) return built.length === 1 ? built[0] : void 0;
  return started({ ...process, command: "npm start" }, tree, program);
}
function serves(service, program) {
  if (service.entryPoints.some(({ name }) => name === "next")) return true;
  const files2 = { entries: service.entries, files: service.files, environment: serviceEnvironment(service) };
  return service.runtime === "node" && javascriptListening(program, files2).length > 0;
}

// src/model/code/pools/settings.ts

function fromGiven(found3, site, program, environment) {
  if (found3.kind === "open") return { range: atLeast(1, found3.because), at: site.at };
  const value = evaluateExpression(program, found3.value, environment);
  return { value, range: rangeOf(value), at: value.kind === "known" ? value.at : spanOf5(found3.value) };
}
function spanOf5({ file, node }) {
  return { path: file.path, start: node.start, end: node.end };
}
function rangeOf(value) {
  const number = numberOf(value);
  if (number !== void 0) return exactly(number);
  if (value.kind === "interval") return { low: value.low, high: value.high, because: value.because };
  return atLeast(1, value.kind === "unknown" ? value.because : "it is no number");
}
function rangeOfText(text) {
  return /^\d{1,9}$/.test(text) ? exactly(Number(text)) : atLeast(1, "it is set outside the repository");
}
function parameterIn({ text, at }, name) {
  const found3 = parametersOf(text).find((one) => one.name === name);
  const isExact = at.end - at.start === text.length;
  return found3 && {
    value: found3.value,
    at: isExact ? { ...at, start: at.start + found3.start, end: at.start + found3.end } : at
  };
}

var USUAL_PROCESSORS = 8;
function defaultRange(size, threads) {
  switch (size.kind) {
    case "fixed":
      return exactly(size.connections);
    case "processors": {
      const on = (processors) => Math.max(size.least, processors * size.perProcessor + size.plus);
      return { low: on(1), high: on(USUAL_PROCESSORS), because: `it is ${size.because}` };
    }
    case "unlimited":
      return atLeast(1, UNLIMITED);
    case "per-request":
      return threads;
  }
}

// src/model/code/pools/site.ts
var ENGINES = [
  [/^(?:postgres|pg|pgnative|cockroach|timescale)/i, "postgres"],
  [/^(?:mysql|maria)/i, "mysql"],
  [/^mongo/i, "mongodb"],
  [/sqlite|^better-sqlite|^libsql|^sqljs/i, "sqlite"]
];


// src/model/code/pools/pools.ts



var NO_LIMIT = /* @__PURE__ */ new Set(["sqlalchemy", "database/sql", "gorm", "mongodb", "pymongo", "pymongo-async"]);
function atMost({ high: most }, size, overflow) {
  if (most >= size.high + overflow.high) return { size, overflow };
  const capped = (range, left) => ({
    ...range,
    low: Math.min(range.low, left),
    high: Math.min(range.high, left)
  });
  const within = capped(size, most);
  return { size: within, overflow: capped(overflow, Math.max(0, most - within.high)) };
}



function isSet2(name, { program, environment, site }) {
  const found3 = site.option(name);
  if (found3.kind !== "given") return found3.kind === "open" ? "unknown" : "no";
  const value = evaluateExpression(program, found3.value, environment);
  if (value.kind !== "known") return "unknown";
  const ends = name.endsWith("waitForConnections") ? value.value === false : Boolean(value.value);
  return ends ? "yes" : "no";
}

function textOfVariable(variable) {
  const text = partOf(variable);
  return text === void 0 ? void 0 : { text, at: variable.at };
}


function onlyOf(databases2) {
  const all2 = new Map([...databases2.values()].map((one) => [one.id, one]));
  const [only] = all2.values();
  return all2.size === 1 ? only : void 0;
}


function ignoredOptions(site, { ignoredOptions: ignoredOptions2 = [] }) {
  return ignoredOptions2.flatMap((name) => {
    const found3 = site.option(name);
    if (found3.kind !== "given") return [];
    const { file, node } = found3.value;
    return [{ text: name, at: { path: file.path, start: node.start, end: node.end } }];
  });
}

// src/model/code/pools/owners.ts

function platformOwner(service, tree) {
  const { platform, id, name, weight, at, files: files2 } = service;
  if (!platform) return void 0;
  const variable = variableOf(platform);
  const processes = workerProcessesOf(servingOf(service, platform, variable), tree);
  const { instances } = platform;
  return {
    owner: {
      id,
      kind: "service",
      name,
      weight,
      at,
      files: files2,
      isWeb: platform.isWeb,
      instances: instances?.known ? exactly(instances.value) : atLeast(1, instances?.because ?? SAID_THERE),
      processes: countOf4(processes?.count)
    },
    environment: (one) => platform.values.get(one) ?? unknown(platform.at, "it is set on the platform"),
    variable,
    threads: threadsOf(processes),
    databases: databasesOf(platform, tree)
  };
}
var SAID_THERE = "the platform that runs it says how many";
function countOf4(count) {
  if (!count) return exactly(1);
  return count.known ? exactly(count.value) : atLeast(1, count.because);
}
function variableOf({ values, variables, at }) {
  return (name) => {
    const value = values.get(name);
    if (value) return variableFrom(name, value);
    if (!variables.has(name) && name !== "WEB_CONCURRENCY") return void 0;
    return variableFrom(name, unknown(at, "it is set on the platform"));
  };
}
function variableFrom(name, value) {
  return { name, value, uses: [], at: value.at, keyAt: value.at, source: "inline" };
}
function servingOf({ image }, { command, directory, at }, get) {
  const environment = { get };
  if (command === void 0 && image) return { ...startedBy(image), environment, directory };
  const text = command ?? "npm start";
  return {
    mounts: [],
    deployment: "",
    at,
    directory,
    environment,
    start: { argv: [], shell: true, script: parseShell(text, at), text, at, source: "deployment" }
  };
}
function databasesOf({ databases: databases2 }, tree) {
  if (databases2.size === 0) return /* @__PURE__ */ new Map();
  const all2 = new Map(platformDatabases(tree).map((one) => [one.id, one]));
  return new Map(
    [...databases2].flatMap(([name, id]) => {
      const database = all2.get(id);
      return database ? [[name, database]] : [];
    })
  );
}

// src/model/code/pools/handlers.ts
function handlersIn(program, file) {
  const found3 = [];
  const add = (node, name, at = file) => found3.push({ file: at, node, name });
  walk(file.body, (node) => {
    if (node.kind === "function" && answers(file, node)) add(node, node.name ?? "a handler");
    if (node.kind === "call") for (const one of registered(node)) addFunction(program, file, one, node, add);
    return void 0;
  });
  return found3;
}
var VERBS = /^(?:get|post|put|patch|delete|all|head|options|route|use|websocket|api_route|handle|handlefunc|any)$/i;
var DECORATORS = /^(?:Get|Post|Put|Patch|Delete|All|Query|Mutation|ResolveField|MessagePattern|SubscribeMessage)$/;
var GO_PARAMETERS = /^(?:http\.ResponseWriter|\*?(?:gin|echo|fiber)\.(?:Context|Ctx))$/;
var NEXT_ROUTE = /(?:^|\/)app\/(?:.*\/)?route\.[cm]?[jt]sx?$/;
var NEXT_API = /(?:^|\/)pages\/api\/.*\.[cm]?[jt]sx?$/;
function answers(file, fn) {
  if (file.language === "go") return fn.parameters.some((one) => GO_PARAMETERS.test(one.type?.name ?? ""));
  if (fn.decorators.some((one) => isVerb(file, one))) return true;
  if (NEXT_ROUTE.test(file.path)) return /^(?:GET|POST|PUT|PATCH|DELETE)$/.test(fn.name ?? "");
  return NEXT_API.test(file.path) && file.exports.some((one) => one.name === "default" && (one.local === fn.name || one.value === fn));
}
function isVerb({ language }, decorator) {
  const call = peel(decorator);
  const path = pathOf(call.kind === "call" ? call.callee : call);
  const name = path?.at(-1) ?? "";
  return language === "python" ? (path?.length ?? 0) > 1 && VERBS.test(name) : DECORATORS.test(name);
}
function registered(call) {
  const name = pathOf(call.callee)?.at(-1) ?? "";
  if (name === "Depends") return call.arguments;
  const [first, ...rest] = call.arguments;
  const isPath = first?.kind === "literal" && typeof first.value === "string" && first.value.includes("/");
  return isPath && call.callee.kind === "member" && VERBS.test(name) ? rest : [];
}
function addFunction(program, file, given, call, add) {
  const node = peel(given);
  const [first] = call.arguments;
  const path = first?.kind === "literal" ? `${pathOf(call.callee)?.at(-1)} ${first.value}` : "a handler";
  if (node.kind === "function") add(node, path);
  if (node.kind !== "name" && node.kind !== "member") return;
  const found3 = definitionOf(program, { file, node });
  if (found3.kind === "function") add(found3.node, found3.node.name ?? path, found3.file);
}

// src/model/code/pools/per-request.ts
var DEEPEST5 = 2;

function reached(program, code) {
  const all2 = /* @__PURE__ */ new Map();
  let next = code.flatMap((file) => handlersIn(program, file));
  for (let depth = 0; depth <= DEEPEST5; depth++) {
    const inside = [];
    for (const handler of next) {
      if (all2.has(handler.node)) continue;
      all2.set(handler.node, handler.name);
      if (depth === DEEPEST5) continue;
      walkOwn(handler.node, (node) => {
        if (node.kind !== "call" || !pathOf(node.callee)) return;
        const called2 = calleeOf(program, { file: handler.file, node });
        if (called2) inside.push({ ...called2, name: handler.name });
      });
    }
    next = inside;
  }
  return all2;
}
var CACHES = /^(?:once|memo(?:ize)?|memoize\w*|cache|lazy|singleton|lru_cache|cached|cached_property|asynccontextmanager)$/i;
function isKept({ file, at }) {
  const [fn] = functionsAround(file, at.start);
  if (!fn) return true;
  if (fn.decorators.some((one) => isCache(one.kind === "call" ? one.callee : one))) return true;
  const around = ancestorsIn(fn.body, at);
  if (around.some((one) => one.kind === "assign" && isOutside(one.target, fn))) return true;
  const local = around.find((one) => one.kind === "declare");
  const name = local?.kind === "declare" && local.target.kind === "name" ? local.target.name : void 0;
  return name !== void 0 && isHandedOn(fn, name) || isGivenToCache(file, fn);
}
function isCache(callee) {
  return CACHES.test(pathOf(callee)?.at(-1) ?? "");
}
function isOutside(target, fn) {
  if (target.kind !== "name") return true;
  let isOwn2 = false;
  walkOwn(fn, (node) => {
    if (node.kind === "declare" && node.target.kind === "name" && node.target.name === target.name) isOwn2 = true;
  });
  return !isOwn2;
}
function isHandedOn(fn, name) {
  let found3 = false;
  const isIt = (node) => node !== void 0 && peel(node).kind === "name" && peel(node).name === name;
  walkOwn(fn, (node) => {
    if (node.kind === "assign" && isIt(node.value) && isOutside(node.target, fn)) found3 = true;
    if (node.kind === "call" && node.callee.kind === "member" && /^(?:set|push|add|append)$/.test(node.callee.property) && node.arguments.some(isIt))
      found3 = true;
  });
  return found3;
}
function isGivenToCache(file, fn) {
  return ancestorsIn(file.body, fn).some((one) => one.kind === "call" && isCache(one.callee));
}
function ancestorsIn(body, place) {
  const found3 = [];
  let inside = body;
  for (; ; ) {
    const next = inside.find((one) => one.start <= place.start && one.end >= place.end);
    if (!next || next.start === place.start && next.end === place.end && next.kind !== "expression") return found3;
    found3.push(next);
    inside = childrenOf(next);
  }
}

// src/model/code/pools/prisma-source.ts
function prismaSource(path, tree) {
  const sources = sourcesOf(tree);
  const around = sources.filter(({ home }) => isWithin(home, path));
  const [innermost] = [...around].sort((one, other) => depthOf(other.home) - depthOf(one.home));
  return innermost ?? (sources.length === 1 ? sources[0] : void 0);
}
var known2 = /* @__PURE__ */ new WeakMap();
function sourcesOf(tree) {
  const before = known2.get(tree);
  if (before) return before;
  const found3 = tree.files.flatMap(({ path }) => {
    const source = path.endsWith(".prisma") ? tree.read(path) : void 0;
    const block = source && parsePrisma(source).blocks.find((one) => one.kind === "datasource");
    if (!block) return [];
    const setting = (name) => block.settings.find((one) => one.name === name)?.value;
    const provider = setting("provider");
    const url = setting("url");
    const [first] = url?.kind === "call" && url.name === "env" ? url.arguments : [];
    const variable = first?.value.kind === "string" ? first.value.text : "DATABASE_URL";
    const home = directoryOf(path).replace(/(?:^|\/)prisma(?:\/schema)?$/, "") || ".";
    return [{ variable, engine: engineNamed(provider?.kind === "string" ? provider.text : ""), home }];
  });
  known2.set(tree, found3);
  return found3;
}

// src/model/code/pools/options.ts
var NO_OPTIONS = () => ({ kind: "absent" });
function optionsIn(program, of) {
  return of ? (path) => entryOf(program, of, path) : NO_OPTIONS;
}
function keywordsOf(program, call) {
  return (path) => {
    const [first = "", ...rest] = path.split(".");
    const found3 = keywordOf(program, call, first);
    return found3.kind === "given" && rest.length > 0 ? entryOf(program, found3.value, rest.join(".")) : found3;
  };
}

function isObject2(program, at) {
  const node = at && peel(at.node);
  if (!at || !node) return false;
  if (node.kind === "object") return true;
  if (node.kind !== "name" && node.kind !== "member") return false;
  const found3 = definitionOf(program, { file: at.file, node });
  return found3.kind === "expression" && peel(found3.node).kind === "object";
}
function valueIn2(option2, path) {
  const found3 = option2(path);
  return found3.kind === "given" ? found3.value : void 0;
}
function textOf4(program, at) {
  const value = at && evaluateExpression(program, at);
  return value?.kind === "known" && typeof value.value === "string" && value.variables.length === 0 ? value.value : void 0;
}
function engineIn(program, option2, path) {
  const text = textOf4(program, valueIn2(option2, path));
  return text === void 0 ? void 0 : engineNamed(text);
}
function factoryResult(program, at) {
  return resultOf(at && functionOf(program, at));
}
function methodResult(program, at, name) {
  const found3 = at && definitionOf(program, at);
  if (found3?.kind !== "class") return void 0;
  const method = found3.node.members.find((one) => one.kind === "function" && name.test(one.name ?? ""));
  return method?.kind === "function" ? resultOf({ file: found3.file, node: method }) : void 0;
}
function resultOf(fn) {
  const returns = (fn?.node.body ?? []).flatMap(
    (one) => one.kind === "return" && one.value ? [one.value] : []
  );
  const [only] = returns;
  return fn && only && returns.length === 1 ? { file: fn.file, node: only } : void 0;
}
function functionOf(program, at) {
  const node = peel(at.node);
  if (node.kind === "function") return { file: at.file, node };
  const found3 = definitionOf(program, { file: at.file, node });
  return found3.kind === "function" ? found3 : void 0;
}

// src/model/code/pools/django.ts

function databaseOf2(program, file, entry2) {
  const value = peel(entry2.value);
  if (value.kind === "call") return { library: "django", option: NO_OPTIONS, variable: urlVariable(value) };
  const option2 = optionsIn(program, { file, node: value });
  const name = textOf4(program, valueIn2(option2, "ENGINE"));
  const engine = name === void 0 ? void 0 : engineNamed(name.slice(name.lastIndexOf(".") + 1));
  const host = valueIn2(option2, "HOST");
  const pool = entryOf(program, { file, node: value }, "OPTIONS.pool");
  const isPooled = pool.kind === "given" && !isFalse2(pool.value.node);
  return {
    library: isPooled ? "django-pool" : "django",
    option: isPooled && peel(pool.value.node).kind === "object" ? optionsIn(program, pool.value) : NO_OPTIONS,
    ...engine ? { engine } : {},
    ...host ? { host } : {}
  };
}
function isFalse2(node) {
  const inner = peel(node);
  return inner.kind === "literal" && !inner.value;
}
function urlVariable({ arguments: given }) {
  const [first] = given;
  const text = first?.kind === "literal" ? first.value : void 0;
  return typeof text === "string" && /^[A-Z_]+$/.test(text) ? text : "DATABASE_URL";
}

// src/model/code/pools/go.ts
var sql = (first) => (program, call) => {
  const driver = textOf4(program, argumentAt(call, first));
  const url = argumentAt(call, first + 1);
  const engine = driver === void 0 ? void 0 : engineNamed(driver);
  return {
    library: "database/sql",
    option: settings(program, call.file, "SetMaxOpenConns"),
    ...engine ? { engine } : {},
    ...url ? { url } : {}
  };
};
var gorm = (program, call) => {
  const first = argumentAt(call, 0);
  const dialect = first && peel(first.node);
  const name = dialect?.kind === "call" ? externalName(definitionOf(program, { file: call.file, node: dialect.callee })) : void 0;
  const url = dialect?.kind === "call" && name ? argumentAt({ file: call.file, node: dialect }, 0) : void 0;
  const engine = name === void 0 ? void 0 : engineNamed(/driver\/(\w+)/.exec(name)?.[1] ?? "");
  return {
    library: "gorm",
    option: settings(program, call.file, "SetMaxOpenConns"),
    ...engine ? { engine } : {},
    ...url ? { url } : {}
  };
};
var pgxpool = (_program, call) => {
  const url = argumentAt(call, 1);
  return { library: "pgxpool", option: NO_OPTIONS, engine: "postgres", ...url ? { url } : {} };
};
var pgxpoolConfigured = (program, call) => {
  const config = argumentAt(call, 1);
  const url = config && parsedUrl(call.file);
  return {
    library: "pgxpool",
    option: settings(program, call.file, "MaxConns"),
    engine: "postgres",
    ...url ? { url } : {}
  };
};
function parsedUrl(file) {
  const found3 = [];
  walk(file.body, (node) => {
    const [url] = node.kind === "call" ? node.arguments : [];
    if (node.kind === "call" && url && node.callee.kind === "member" && node.callee.property === "ParseConfig")
      found3.push({ file, node: url });
    return void 0;
  });
  return found3.length === 1 ? found3[0] : void 0;
}
var settingsOf2 = /* @__PURE__ */ new WeakMap();
function settingsIn(file) {
  const before = settingsOf2.get(file);
  if (before) return before;
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.property === "SetMaxOpenConns") {
      const [value] = node.arguments;
      if (value) found3.push({ name: "SetMaxOpenConns", value: { file, node: value } });
    } else if (node.kind === "assign" && node.target.kind === "member" && node.target.property === "MaxConns")
      found3.push({ name: "MaxConns", value: { file, node: node.value } });
    return void 0;
  });
  settingsOf2.set(file, found3);
  return found3;
}
function settings(program, file, name) {
  return (path) => {
    if (path !== name) return { kind: "absent" };
    for (const files2 of [[file], program.siblings(file)]) {
      const found3 = files2.flatMap(settingsIn).filter((one) => one.name === name);
      const [only] = found3;
      if (only && found3.length === 1) return { kind: "given", value: only.value };
      if (only) return { kind: "open", because: `${name} is set in several places` };
    }
    for (const other of program.files.values()) {
      if (other.language === "go" && settingsIn(other).some((one) => one.name === name))
        return { kind: "open", because: `${name} in ${other.path} may set it` };
    }
    return { kind: "absent" };
  };
}
var GO_READERS = /* @__PURE__ */ new Map([
  ["database/sql.Open", sql(0)],
  ["github.com/jmoiron/sqlx.Open", sql(0)],
  ["github.com/jmoiron/sqlx.MustOpen", sql(0)],
  ["github.com/jmoiron/sqlx.Connect", sql(0)],
  ["github.com/jmoiron/sqlx.MustConnect", sql(0)],
  ["github.com/jmoiron/sqlx.ConnectContext", sql(1)],
  ["gorm.io/gorm.Open", gorm],
  ["github.com/jackc/pgx/pgxpool.New", pgxpool],
  ["github.com/jackc/pgx/pgxpool.Connect", pgxpool],
  ["github.com/jackc/pgx/pgxpool.NewWithConfig", pgxpoolConfigured],
  ["github.com/jackc/pgx/pgxpool.ConnectConfig", pgxpoolConfigured]
]);

// src/model/code/pools/javascript.ts
function found2(key, value) {
  return value === void 0 ? {} : { [key]: value };
}
function address(option2, urls, hosts) {
  const first = (names) => {
    for (const name of names) {
      const value = valueIn2(option2, name);
      if (value) return value;
    }
    return void 0;
  };
  return { ...found2("url", first(urls)), ...found2("host", first(hosts)) };
}
function nodePostgres(program, options, library = "pg") {
  const option2 = optionsIn(program, options);
  return { library, option: option2, engine: "postgres", variable: "PGHOST", ...address(option2, ["connectionString"], ["host"]) };
}
var mysql = (program, call) => {
  const first = argumentAt(call, 0);
  if (first && !isObject2(program, first) && peel(first.node).kind !== "name")
    return { library: "mysql2", option: NO_OPTIONS, engine: "mysql", url: first };
  const option2 = optionsIn(program, first);
  return { library: "mysql2", option: option2, engine: "mysql", ...address(option2, ["uri"], ["host"]) };
};
var postgresJs = (program, call) => {
  const first = argumentAt(call, 0);
  const second = argumentAt(call, 1);
  const only = second === void 0 && isObject2(program, first);
  const option2 = optionsIn(program, only ? first : second);
  const url = only ? void 0 : first;
  return {
    library: "postgres",
    option: option2,
    engine: "postgres",
    variable: "PGHOST",
    ...address(option2, [], ["host"]),
    ...found2("url", url)
  };
};
function typeorm(program, options) {
  const option2 = optionsIn(program, options);
  const engine = engineIn(program, option2, "type");
  const library = engine === "mysql" ? "typeorm-mysql" : engine === "mongodb" ? "mongodb" : "typeorm-postgres";
  const several = option2("replication").kind !== "absent";
  return {
    library,
    option: option2,
    ...found2("engine", engine),
    ...address(option2, ["url"], ["host"]),
    ...several ? { several } : {}
  };
}
function sequelize(program, call) {
  const last = argumentAt(call, call.node.arguments.length - 1);
  const first = argumentAt(call, 0);
  const isUrl = call.node.arguments.length === 2 || call.node.arguments.length === 1 && !isObject2(program, first);
  const withoutOptions = call.node.arguments.length === 1 && isUrl;
  return sequelizeWith(program, withoutOptions ? void 0 : last, isUrl ? first : void 0);
}
function sequelizeWith(program, options, url) {
  const option2 = optionsIn(program, options);
  const several = option2("replication").kind !== "absent";
  return {
    library: "sequelize",
    option: option2,
    ...found2("engine", engineIn(program, option2, "dialect")),
    ...address(option2, ["uri"], ["host"]),
    ...found2("url", url ?? valueIn2(option2, "uri")),
    ...several ? { several } : {}
  };
}
var knex = (program, call) => {
  const first = argumentAt(call, 0);
  const option2 = optionsIn(program, first);
  const connection = valueIn2(option2, "connection");
  const inner = optionsIn(program, connection);
  const isUrl = connection && !isObject2(program, connection);
  return {
    library: "knex",
    option: option2,
    ...found2("engine", engineIn(program, option2, "client")),
    ...isUrl ? { url: connection } : address(inner, ["connectionString", "uri"], ["host"])
  };
};
function mikroOrm(program, options) {
  const option2 = optionsIn(program, options);
  const named4 = engineIn(program, option2, "type");
  const driver = valueIn2(option2, "driver");
  const own = driver && externalName(definitionOf(program, driver));
  const engine = named4 ?? (own ? engineNamed(own.replace(/^@mikro-orm\/|.*\./g, "")) : void 0);
  return { library: "mikro-orm", option: option2, ...found2("engine", engine), ...address(option2, ["clientUrl"], ["host"]) };
}
var mongodb = (program, call) => ({
  library: "mongodb",
  option: optionsIn(program, argumentAt(call, 1)),
  engine: "mongodb",
  ...found2("url", argumentAt(call, 0))
});
var drizzle = (program, call) => {
  const drivers = call.file.imports.map((one) => /^drizzle-orm\/(node-postgres|postgres-js|mysql2)$/.exec(one.from)?.[1]);
  const driver = drivers.find((one) => one !== void 0);
  const first = argumentAt(call, 0);
  if (driver === void 0 || !first) return void 0;
  const library = driver === "node-postgres" ? "pg" : driver === "mysql2" ? "mysql2" : "postgres";
  const engine = library === "mysql2" ? "mysql" : "postgres";
  const connection = valueIn2(optionsIn(program, first), "connection");
  if (connection && isObject2(program, connection)) {
    const option2 = optionsIn(program, connection);
    return { library, option: option2, engine, ...address(option2, ["connectionString", "uri", "url"], ["host"]) };
  }
  const url = connection ?? (isUrlLike(program, first) ? first : void 0);
  return url && { library, option: NO_OPTIONS, engine, url };
};
function isUrlLike(program, at) {
  const node = peel(at.node);
  if (node.kind === "literal" || node.kind === "template") return true;
  if (node.kind !== "member" && node.kind !== "name") return false;
  if (node.kind === "member" && peel(node.object).kind === "member") return true;
  const found3 = definitionOf(program, { file: at.file, node });
  return found3.kind === "expression" && ["literal", "template", "member"].includes(peel(found3.node).kind);
}
var OPTIONS_METHOD = /^create(?:TypeOrm|Sequelize|MikroOrm|Mongoose)Options$/;

var ofFirst = (read) => (program, call) => read(program, argumentAt(call, 0));
var JAVASCRIPT_READERS = new Map([
  ["pg.Pool", ofFirst(nodePostgres)],
  ["pg-pool", ofFirst(nodePostgres)],
  ["mysql2.createPool", mysql],
  ["mysql2.createPoolPromise", mysql],
  ["postgres", postgresJs],
  ["typeorm.DataSource", (program, call) => ({ ...typeorm(program, argumentAt(call, 0)), isDataSource: true })],
  ["typeorm.createConnection", ofFirst(typeorm)],
  ["@nestjs/typeorm.TypeOrmModule.forRoot", nest(typeorm)],
  ["@nestjs/typeorm.TypeOrmModule.forRootAsync", nest(typeorm)],
  ["sequelize.Sequelize", sequelize],
  ["sequelize", sequelize],
  ["sequelize-typescript.Sequelize", sequelize],
  ["@nestjs/sequelize.SequelizeModule.forRoot", nest(sequelizeWith)],
  ["@nestjs/sequelize.SequelizeModule.forRootAsync", nest(sequelizeWith)],
  ["knex", knex],
  ["knex.knex", knex],
  ...["core", "postgresql", "mysql", "mariadb"].map(
    (one) => [`@mikro-orm/${one}.MikroORM.init`, ofFirst(mikroOrm)]
  ),
  ["@mikro-orm/nestjs.MikroOrmModule.forRoot", nest(mikroOrm)],
  ["@mikro-orm/nestjs.MikroOrmModule.forRootAsync", nest(mikroOrm)],
  ["mongodb.MongoClient", mongodb],
  ["mongodb.MongoClient.connect", mongodb],
  ["mongoose.connect", mongodb],
  ["mongoose.createConnection", mongodb],
  ["@nestjs/mongoose.MongooseModule.forRoot", mongodb],
  ["drizzle-orm.drizzle", drizzle]
]);

// src/model/code/pools/prisma.ts
var ADAPTERS = /* @__PURE__ */ new Map([
  ["@prisma/adapter-pg.PrismaPg", { library: "prisma-pg", engine: "postgres" }],
  ["@prisma/adapter-mariadb.PrismaMariaDb", { library: "prisma-mariadb", engine: "mysql" }]
]);
function isPrismaClient(program, { file, node }) {
  const inner = peel(node);
  if (inner.kind !== "name" && inner.kind !== "member") return false;
  const name = inner.kind === "name" ? inner.name : inner.property;
  if (name !== "PrismaClient") return false;
  const found3 = definitionOf(program, { file, node: inner });
  if (found3.kind === "external") return externalName(found3)?.endsWith(".PrismaClient") ?? false;
  return found3.kind === "unknown" && file.imports.some((one) => one.name === name);
}
function prismaClient(program, call) {
  return clientWith(program, argumentAt(call, 0));
}
function prismaSubclass(program, file, node) {
  const made3 = node.members.find((one) => one.kind === "function" && one.name === "constructor");
  if (made3?.kind !== "function") return clientWith(program, void 0);
  for (const statement of made3.body) {
    if (statement.kind !== "expression") continue;
    const call = peel(statement.value);
    if (call.kind !== "call" || call.callee.kind !== "name" || call.callee.name !== "super") continue;
    return clientWith(program, argumentAt({ file, node: call }, 0));
  }
  return clientWith(program, void 0);
}
function clientWith(program, options) {
  const option2 = optionsIn(program, options);
  const adapter = option2("adapter");
  if (adapter.kind === "given") return adapted(program, adapter.value);
  const url = valueIn2(option2, "datasourceUrl") ?? datasourceUrl(program, option2);
  const hidden = adapter.kind === "open" || option2("accelerateUrl").kind !== "absent";
  return {
    library: "prisma",
    // Its pool is set in the URL alone.
    option: hidden ? () => ({ kind: "open", because: "its options are not known" }) : NO_OPTIONS,
    ...url ? { url } : {}
  };
}
function datasourceUrl(program, option2) {
  const sources = valueIn2(option2, "datasources");
  const node = sources && peel(sources.node);
  if (!sources || node?.kind !== "object") return void 0;
  for (const entry2 of node.entries) {
    if (entry2.kind !== "entry") continue;
    const url = valueIn2(optionsIn(program, { file: sources.file, node: entry2.value }), "url");
    if (url) return url;
  }
  return void 0;
}
function adapted(program, at) {
  const node = peel(at.node);
  const found3 = node.kind === "call" ? { kind: "expression", file: at.file, node } : definitionOf(program, at);
  const call = found3.kind === "expression" || found3.kind === "field" ? callIn(found3) : void 0;
  const name = call && externalName(definitionOf(program, { file: call.file, node: call.node.callee }));
  const known6 = name === void 0 ? void 0 : ADAPTERS.get(name);
  if (!call || !known6)
    return { library: "prisma-pg", option: () => ({ kind: "open", because: "its adapter is not known" }) };
  const first = argumentAt(call, 0);
  const given = first && definitionOf(program, first);
  if (given?.kind === "expression" && peel(given.node).kind === "call") return void 0;
  const option2 = optionsIn(program, first);
  const url = valueIn2(option2, "connectionString") ?? (first && peel(first.node).kind === "literal" ? first : void 0);
  const host = valueIn2(option2, "host");
  return { ...known6, option: option2, ...url ? { url } : {}, ...host ? { host } : {} };
}
function callIn(found3) {
  const value = found3.node.kind === "field" ? found3.node.value : found3.node;
  const inner = value && peel(value);
  return inner?.kind === "call" ? { file: found3.file, node: inner } : void 0;
}

// src/model/code/pools/python.ts
function argument(program, call, index, name) {
  const found3 = argumentAt(call, index);
  if (found3) return found3;
  const named4 = keywordOf(program, call, name);
  return named4.kind === "given" ? named4.value : void 0;
}
var UNPOOLED = /* @__PURE__ */ new Set(["NullPool", "StaticPool", "SingletonThreadPool", "AssertionPool"]);
var sqlalchemy = (program, call) => {
  const option2 = keywordsOf(program, call);
  const kind = option2("poolclass");
  const name = kind.kind === "given" ? lastName4(program, kind.value) : void 0;
  const hides = kind.kind === "open" || name !== void 0 && !/QueuePool$/.test(name) && name !== "NullPool";
  const because = kind.kind === "open" ? kind.because : "the pool that it is given is another";
  const hidden = () => ({ kind: "open", because });
  return {
    library: "sqlalchemy",
    option: hides ? hidden : option2,
    ...name === "NullPool" ? { unpooled: true } : {},
    ...sqlalchemyAddress(program, argument(program, call, 0, "url"))
  };
};
function sqlalchemyAddress(program, url) {
  if (!url) return {};
  const found3 = definitionOf(program, url);
  const made3 = found3.kind === "expression" && peel(found3.node).kind === "call" ? peel(found3.node) : void 0;
  if (made3?.kind !== "call" || found3.kind !== "expression") return { url };
  if (made3.callee.kind !== "member" || made3.callee.property !== "create") return { url };
  const call = { file: found3.file, node: made3 };
  const driver = textOf4(program, argument(program, call, 0, "drivername"));
  const host = argument(program, call, 3, "host");
  return { ...driver === void 0 ? {} : { engine: engineNamed(driver) }, ...host ? { host } : {} };
}
function lastName4(program, at) {
  const found3 = externalName(definitionOf(program, at))?.split(".").at(-1);
  const node = peel(at.node);
  const written = node.kind === "name" ? node.name : node.kind === "member" ? node.property : void 0;
  return found3 ?? (written !== void 0 && UNPOOLED.has(written) ? written : void 0);
}
var flask = (program, call) => {
  const given = keywordOf(program, call, "engine_options");
  const configured = mentions5(call, "SQLALCHEMY_ENGINE_OPTIONS", program);
  const own = keywordsOf(program, call);
  const option2 = (path) => {
    const found3 = own(`engine_options.${path}`);
    return found3.kind === "absent" && (configured || given.kind === "open") ? { kind: "open", because: "SQLALCHEMY_ENGINE_OPTIONS may set it" } : found3;
  };
  return { library: "sqlalchemy", option: option2, variable: "SQLALCHEMY_DATABASE_URI" };
};
var namesIn = /* @__PURE__ */ new WeakMap();
function mentions5({ file }, name, program) {
  const known6 = namesIn.get(program) ?? /* @__PURE__ */ new Map();
  namesIn.set(program, known6);
  const before = known6.get(name);
  if (before !== void 0) return before;
  const found3 = [...program.files.values()].some(
    (one) => one.language === file.language && holds(one.body, (node) => nameOf4(node) === name)
  );
  known6.set(name, found3);
  return found3;
}
function nameOf4(node) {
  if (node.kind === "literal") return node.value;
  if (node.kind === "name" || node.kind === "keyword" || node.kind === "field") return node.name;
  return node.kind === "entry" ? node.key : node.kind === "member" ? node.property : void 0;
}
var asyncpg = (program, call) => withUrl("asyncpg", "dsn", program, call);
var psycopg = (program, call) => withUrl("psycopg_pool", "conninfo", program, call);
function withUrl(library, name, program, call) {
  const url = argument(program, call, 0, name);
  const host = keywordOf(program, call, "host");
  return {
    library,
    option: keywordsOf(program, call),
    engine: "postgres",
    variable: "PGHOST",
    ...url ? { url } : {},
    ...host.kind === "given" ? { host: host.value } : {}
  };
}
var databases = (program, call) => {
  const url = argument(program, call, 0, "url");
  return { library: "databases", option: keywordsOf(program, call), ...url ? { url } : {} };
};


var PYTHON_READERS = /* @__PURE__ */ new Map([
  ["sqlalchemy.create_engine", perThread(sqlalchemy)],
  ["sqlalchemy.create_async_engine", sqlalchemy],
  ["sqlmodel.create_engine", perThread(sqlalchemy)],
  ["flask_sqlalchemy.SQLAlchemy", perThread(flask)],
  ["asyncpg.create_pool", asyncpg],
  ["psycopg_pool.ConnectionPool", psycopg],
  ["psycopg_pool.AsyncConnectionPool", psycopg],
  ["databases.Database", databases],
  ["pymongo.MongoClient", perThread(pymongo("pymongo"))],
  ["pymongo.AsyncMongoClient", pymongo("pymongo-async")],
  ["motor.AsyncIOMotorClient", pymongo("pymongo-async")]
]);

// src/model/code/pools/sites.ts
var IMPORTED = /^(?:pg|pg-pool|mysql2|postgres|typeorm|sequelize(?:-typescript)?|knex|mongodb|mongoose|drizzle-orm|@prisma|@nestjs\/(?:typeorm|sequelize|mongoose)|@mikro-orm|sqlalchemy|sqlmodel|asyncpg|psycopg_pool|databases|pymongo|motor|flask_sqlalchemy|database\/sql|gorm\.io|github\.com\/(?:jackc\/pgx|jmoiron\/sqlx|go-gorm))(?:[./]|$)|prisma|generated/i;
var known3 = /* @__PURE__ */ new WeakMap();

var FIRST_NAMES = /* @__PURE__ */ new Set([
  "PrismaClient",
  ...[JAVASCRIPT_READERS, PYTHON_READERS].flatMap(
    (readers) => [...readers.keys()].flatMap((name) => name.split(".").slice(1, 2))
  )
]);


var LAST_NAMES = new Set(
  [JAVASCRIPT_READERS, PYTHON_READERS, GO_READERS].flatMap(
    (readers) => [...readers.keys()].map((name) => name.slice(name.lastIndexOf(".") + 1))
  )
);

function required(program, file, callee) {
  const inner = peel(callee);
  if (inner.kind === "member") {
    const of = required(program, file, inner.object);
    return of === void 0 ? void 0 : `${of}.${inner.property}`;
  }
  const [first] = inner.kind === "call" ? inner.arguments : [];
  if (inner.kind !== "call" || inner.callee.kind !== "name" || inner.callee.name !== "require") return void 0;
  const target = first?.kind === "literal" ? program.target(file, String(first.value)) : void 0;
  return target?.kind === "package" ? target.name : void 0;
}
var ONCE = /^(?:constructor|__init__|onModuleInit|main|bootstrap|lifespan)$/i;



function lastName5(node) {
  const name = pathOf(node)?.at(-1);
  return name === void 0 ? [] : [name];
}
function isMain2(test) {
  return test.kind === "binary" && pathOf(test.left)?.join() === "__name__";
}
function armOf(node, place) {
  const isIn = (inner) => inner.some((one) => one.start <= place.start && one.end >= place.end);
  if (node.kind === "if") return isIn(node.consequent) ? "then" : "else";
  if (node.kind === "conditional") return isIn([node.consequent]) ? "then" : "else";
  return "case";
}

// src/model/code/pools/versions.ts
var DEPENDENCIES = /"(dependencies|devDependencies|peerDependencies)"/;

function majorIn(text, packages) {
  for (const name of packages) {
    const own = asked2(text, name);
    if (own !== void 0) return own;
    const mongoose = name === "mongodb" ? asked2(text, "mongoose") : void 0;
    if (mongoose !== void 0) return mongoose - 2;
  }
  return void 0;
}
function asked2(text, name) {
  const escaped = name.replace(/[/.]/g, "\\$&");
  const version = new RegExp(`"${escaped}"\\s*:\\s*"[~^>=v]{0,3}(\\d{1,3})[.x*"]`).exec(text)?.[1];
  return version === void 0 ? void 0 : Number(version);
}

// src/model/code/pools/join.ts

var STARTS_THREADS = ["Thread", "ThreadPoolExecutor", "ThreadPool", "Timer", "BackgroundScheduler", "run_in_executor"];


function initializes(file) {
  return indexOf(file).callsByName.get("initialize")?.some(({ callee }) => callee.kind === "member") ?? false;
}
function acquiresInTime(file) {
  const calls = indexOf(file).callsByName.get("acquire") ?? [];
  return calls.some((call) => call.arguments.some((one) => one.kind === "keyword" && one.name === "timeout"));
}



// src/model/code/queries/django/pagination.ts
function paginationOf(program, service, view) {
  if (classMember(program, view, "paginate_queryset") || classMember(program, view, "paginator"))
    return unknownCap("the view splits its rows by itself");
  const own = classMember(program, view, "pagination_class");
  if (own?.kind === "field" && own.node.value) {
    const at = { file: own.file, node: own.node.value };
    if (isNone(at)) return void 0;
    return ofClass(program, service, definitionOf(program, at), placeOf3(at));
  }
  if (own) return unknownCap("which pages the view has is decided when it runs");
  return byDefault(program, service);
}
function byDefault(program, service) {
  const option2 = restSetting(program, service, DEFAULT3);
  if (option2 === "open") return unknownCap("the settings of REST framework are not all known");
  if (option2 === "absent" || isNone(option2)) return void 0;
  const name = evaluateExpression(program, option2);
  if (name.kind !== "known" || typeof name.value !== "string")
    return unknownCap("the settings of REST framework are not all known");
  const at = placeOf3(option2);
  return ofClass(program, service, classNamed(program, option2.file, name.value), at, { name: DEFAULT3, at });
}
var DEFAULT3 = "DEFAULT_PAGINATION_CLASS";
function restSetting(program, service, key) {
  const settings2 = djangoSetting(program, service, "REST_FRAMEWORK");
  if (settings2 === void 0) return djangoSettingsFiles(program, service).length > 0 ? "absent" : "open";
  return optionOf(program, settings2, key);
}
function classNamed(program, from, name) {
  const dot = name.lastIndexOf(".");
  const [module, last] = [name.slice(0, dot), name.slice(dot + 1)];
  const target = program.target(from, module);
  if (target.kind === "package") return { kind: "external", package: target.name, path: [last] };
  const files2 = target.kind === "files" ? target.files : [];
  for (const file of files2) {
    const node = file.body.find((one) => one.kind === "class" && one.name === last);
    if (node?.kind === "class") return { kind: "class", file, node };
  }
  return { kind: "unknown", because: `${name} is not here` };
}
var KINDS2 = /^(?:PageNumber|LimitOffset|Cursor)Pagination$/;
function ofClass(program, service, found3, at, from) {
  if (found3.kind === "external") {
    const kind2 = found3.package === "rest_framework" ? found3.path.at(-1) ?? "" : "";
    return KINDS2.test(kind2) ? pagesOf(program, service, kind2, void 0, at, from) : unknownCap("the pages of a package");
  }
  if (found3.kind !== "class") return unknownCap("its pages are not known");
  const kind = kindOf2(program, found3);
  const isOwn2 = ["get_page_size", "get_limit", "paginate_queryset"].some(
    (name) => classMember(program, found3, name)?.kind === "function"
  );
  return kind === void 0 || isOwn2 ? unknownCap("its pages are made by code of their own") : pagesOf(program, service, kind, found3, at, from);
}
function kindOf2(program, { file, node }, steps = 8) {
  for (const base of node.bases) {
    const found3 = definitionOf(program, { file, node: base });
    const name = found3.kind === "external" && found3.package === "rest_framework" ? found3.path.at(-1) ?? "" : "";
    if (KINDS2.test(name)) return name;
    const above = found3.kind === "class" && steps > 0 && found3.node !== node ? kindOf2(program, found3, steps - 1) : void 0;
    if (above) return above;
  }
  return void 0;
}
function attributeOf(program, of, name) {
  const found3 = of && classMember(program, of, name);
  if (!found3) return void 0;
  if (found3.kind !== "field" || !found3.node.value) return { value: void 0 };
  const at = { file: found3.file, node: found3.node.value };
  if (isNone(at)) return { value: null };
  const value = evaluateExpression(program, at);
  const place = { path: found3.file.path, start: found3.node.start, end: found3.node.end };
  if (value.kind === "known" && typeof value.value === "string") return { value: value.value, at: place };
  return { value: numberOf(value), at: place };
}
function pagesOf(program, service, kind, of, at, from) {
  const isOffset = kind === "LimitOffsetPagination";
  const size = attributeOf(program, of, isOffset ? "default_limit" : "page_size") ?? pageSize(program, service);
  const most = attributeOf(program, of, isOffset ? "max_limit" : "max_page_size");
  const parameter = attributeOf(program, of, isOffset ? "limit_query_param" : "page_size_query_param");
  if (size.value === void 0 || typeof size.value === "string")
    return unknownCap("the size of its pages is not known");
  if (size.value === null) return void 0;
  const name = parameter ? parameter.value : isOffset ? "limit" : null;
  if (name === null) return { kind: "fixed", value: size.value, at: size.at ?? at };
  if (typeof name !== "string") return unknownCap("what a client may ask for is not known");
  const { value: fallback } = size;
  if (!most || most.value === null) {
    const shared = of ? { name: of.node.name ?? kind, at: parameter?.at ?? nameOf6(of) } : from;
    return { kind: "uncapped", parameter: name, fallback, ...shared && { from: shared }, at: parameter?.at ?? at };
  }
  return { kind: "capped", max: typeof most.value === "number" ? most.value : void 0, fallback, at: most.at ?? at };
}
function pageSize(program, service) {
  const option2 = restSetting(program, service, "PAGE_SIZE");
  if (option2 === "open") return { value: void 0 };
  if (option2 === "absent" || isNone(option2)) return { value: null };
  return { value: numberOf(evaluateExpression(program, option2)), at: placeOf3(option2) };
}
function nameOf6({ file, node }) {
  return { path: file.path, start: node.nameStart, end: node.nameStart + (node.name ?? "").length };
}
function isNone({ node }) {
  const inner = peel(node);
  return inner.kind === "literal" && inner.value === null;
}
function placeOf3({ file, node }) {
  return { path: file.path, start: node.start, end: node.end };
}

// src/model/code/queries/django/views.ts
function listedByViews(program, service, routes) {
  const views = /* @__PURE__ */ new Map();
  for (const route of routes) {
    if (!route.lists) continue;
    const known6 = views.get(route.lists.node);
    if (known6) known6.routes.push(route);
    else views.set(route.lists.node, { view: route.lists, routes: [route] });
  }
  return [...views.values()].flatMap((one) => listOf2(program, service, one.view, one.routes) ?? []);
}
function listOf2(program, service, view, routes) {
  const { file, node } = view;
  if (classMember(program, view, "list") || classMember(program, view, "filter_queryset")) return void 0;
  const read = leastBounded((setsOf(program, view) ?? []).flatMap((one) => readOf(program, one) ?? []));
  if (!read) return void 0;
  const limit = read.limit ?? paginationOf(program, service, view);
  const name = node.name ?? "";
  return {
    ...read,
    ...limit && { limit },
    isReturned: true,
    routes,
    at: { path: file.path, start: node.nameStart, end: node.nameStart + name.length }
  };
}
function setsOf(program, view) {
  const method = classMember(program, view, "get_queryset");
  const said = () => {
    const field = classMember(program, view, "queryset");
    return field?.kind === "field" && field.node.value ? querySetsOf(program, { file: field.file, node: field.node.value }) : void 0;
  };
  if (!method) return said();
  if (method.kind !== "function") return void 0;
  const given = returnedBy(method).map((one) => querySetsOf(program, one, said));
  return given.length > 0 && given.every((one) => one !== void 0) ? given.flat() : void 0;
}
function returnedBy({ file, node }) {
  const found3 = [];
  walk(node.body, (one) => {
    if (one.kind === "return" && one.value) found3.push({ file, node: one.value });
    return one.kind === "function" || one.kind === "class" ? false : void 0;
  });
  return found3;
}

// src/model/code/queries/sql-text.ts
var LONGEST = 2e4;
function readSql(statement) {
  const text = statement.slice(0, LONGEST).replace(/--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'/g, " ").replace(/\s+/g, " ").trim();
  const isPlain2 = /^SELECT\b/i.test(text);
  if (!isPlain2 && !/^WITH\b[\s\S]*\bSELECT\b/i.test(text)) return void 0;
  const limit = /\b(?:LIMIT|FETCH (?:FIRST|NEXT))\s+(\$\d+|\?|[:@]\w+|\d+)/i.exec(text)?.[1];
  const table = /\bFROM\s+("?[\w.]+"?|`[\w.]+`)/i.exec(text)?.[1]?.replace(/["`]/g, "");
  const where = /\bWHERE\s+(.*?)(?:\s+(?:ORDER BY|GROUP BY|LIMIT|OFFSET|FETCH|FOR UPDATE|HAVING|UNION)\b|;|$)/i.exec(
    text
  )?.[1];
  const selected = /^SELECT\s+(.*?)\s+FROM\b/i.exec(text)?.[1] ?? "";
  const isGrouped = /\bGROUP BY\b/i.test(text);
  const comparisons = where === void 0 ? [] : comparisonsOfSql(where);
  return {
    table: table?.slice(table.lastIndexOf(".") + 1),
    comparisons: comparisons ?? [],
    limit,
    isComplete: isPlain2 && comparisons !== void 0 && !/\b(?:JOIN|UNION|INTERSECT|EXCEPT)\b|\(\s*SELECT\b/i.test(text),
    isSingle: !isGrouped && /^(?:(?:COALESCE\s*\(\s*)?(?:COUNT|SUM|MIN|MAX|AVG|EXISTS|BOOL_OR|BOOL_AND)\s*\()/i.test(selected)
  };
}
function comparisonsOfSql(condition) {
  const text = condition.slice(0, LONGEST);
  if (/\bOR\b/i.test(text) || /\(\s*SELECT\b/i.test(text)) return void 0;
  return text.replace(/\bBETWEEN\s+\S+\s+AND\b/gi, ">").split(/\s+AND\s+/i).map((part) => {
    const [, field = "", operator = ""] = /^[\s(]*(?:[\w"`]+\.)?["`]?(\w+)["`]?\s*(=\s*ANY\b|=|IN\b|\S+)/i.exec(part) ?? [];
    return {
      field,
      operator: /^(?:IN|=\s*ANY)$/i.test(operator) ? "in" : operator === "=" ? "equals" : "other"
    };
  }).filter((one) => one.field !== "");
}

// src/model/code/queries/go-sql.ts
var PACKAGES2 = /^(?:database\/sql|github\.com\/jmoiron\/sqlx|github\.com\/jackc\/pgx(?:\/v\d+)?(?:\/pgxpool)?|github\.com\/jackc\/pgxpool)$/;
var STATEMENTS2 = {
  Query: 0,
  Queryx: 0,
  NamedQuery: 0,
  QueryContext: 1,
  QueryxContext: 1,
  Select: 1,
  SelectContext: 2
};
function goSqlQuery(program, { file, node }) {
  const { callee } = node;
  if (callee.kind !== "member" || !Object.hasOwn(STATEMENTS2, callee.property)) return void 0;
  if (!isHandle(program, { file, node: callee.object }, PACKAGES2)) return void 0;
  let index = STATEMENTS2[callee.property] ?? 0;
  const text = (at2) => {
    const given = node.arguments[at2];
    const value = given && evaluateExpression(program, { file, node: given });
    return value?.kind === "known" && typeof value.value === "string" ? value.value : void 0;
  };
  if (callee.property === "Query" && text(0) === void 0) index = 1;
  const written = text(index);
  const read = written === void 0 ? void 0 : readSql(written);
  if (!read || read.isSingle) return void 0;
  const at = { path: file.path, start: node.start, end: node.end };
  const limit = read.limit === void 0 ? void 0 : limitOf(program, { file, node }, read.limit, index, written ?? "", at);
  const [within] = functionsAround(file, node.start);
  const target = index > 0 && callee.property.startsWith("Select") ? node.arguments[index - 1] : void 0;
  const entity = read.table ?? (target && elementOf(file, target));
  return {
    library: "sql",
    ...entity !== void 0 && { entity },
    ...limit && { limit },
    isComplete: read.isComplete,
    comparisons: read.comparisons,
    eager: [],
    ...within && { within: { file, node: within } },
    isStreamed: false,
    at
  };
}
function limitOf(program, { file, node }, written, statementIndex, statement, at) {
  if (/^\d+$/.test(written)) return { kind: "fixed", value: Number(written), at };
  const values = node.arguments.slice(statementIndex + 1);
  const position = written.startsWith("$") ? Number(written.slice(1)) - 1 : written === "?" ? statement.slice(0, statement.search(/\bLIMIT\s+\?/i)).split("?").length - 1 : -1;
  const given = values[position];
  if (!given || values.some((one) => one.kind === "spread"))
    return { kind: "unknown", because: `what is given for ${written} is not known` };
  return capOf(program, { file, node: given });
}

// src/model/code/queries/go.ts
var READS = /^(?:Find|FindInBatches|Scan|Query|QueryContext|Queryx|QueryxContext|Select|SelectContext|NamedQuery)$/;
var LIBRARIES5 = /^(?:gorm\.io\/gorm|github\.com\/jinzhu\/gorm|database\/sql|github\.com\/jmoiron\/sqlx|github\.com\/jackc\/pgx(?:\/v\d+)?(?:\/pgxpool)?)$/;
function goQueries(program, file) {
  if (!mayHaveHandle(program, file)) return [];
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member" || !READS.test(node.callee.property)) return void 0;
    const query = gormQuery(program, { file, node }) ?? goSqlQuery(program, { file, node });
    if (query) found3.push(query);
    return void 0;
  });
  return found3;
}
function mayHaveHandle(program, file) {
  const brings2 = (one) => one.imports.some(({ from }) => LIBRARIES5.test(from));
  if ([file, ...program.siblings(file)].some(brings2)) return true;
  return file.imports.some(({ from }) => {
    const target = program.target(file, from);
    return target.kind === "files" && target.files.some(brings2);
  });
}
function isHandle(program, { file, node }, packages) {
  const type = typeOf(program, { file, node });
  if (type?.kind === "external") return packages.test(type.package);
  if (type?.kind === "class")
    return type.node.baseTypes.some((one) => {
      const embedded = resolveType(program, type.file, one);
      return embedded?.kind === "external" && packages.test(embedded.package);
    });
  if (type) return false;
  const name = pathOf(node)?.at(-1) ?? "";
  const imported = [file, ...program.siblings(file)].some((one) => one.imports.some(({ from }) => packages.test(from)));
  return imported && /^(?:db|tx|conn|pool|database|gormdb|sqldb)$/i.test(name);
}
function beginningOf2(file, node) {
  let inner = peel(node);
  for (let steps = 0; steps < 60; steps++) {
    if (inner.kind === "call" && inner.callee.kind === "member") inner = peel(inner.callee.object);
    else if (inner.kind === "name") {
      const [binding] = bindingsAt(file, inner.name, inner.start)?.bindings ?? [];
      const value = binding?.kind === "value" && binding.bound.path.length === 0 ? binding.node.value : void 0;
      if (value?.kind !== "call") return inner;
      inner = value;
    } else return inner;
  }
  return inner;
}
var GORM = /^(?:gorm\.io\/gorm|github\.com\/jinzhu\/gorm)$/;
function gormQuery(program, at) {
  const { file, node } = at;
  const [target, ...conditions] = node.arguments;
  const method = node.callee.kind === "member" ? node.callee.property : "";
  if (!target || !/^(?:Find|FindInBatches|Scan)$/.test(method)) return void 0;
  const element = elementOf(file, target);
  if (!element) return void 0;
  const chain = grownChain({ file, node });
  if (!isHandle(program, { file, node: beginningOf2(file, node) }, GORM)) return void 0;
  const raw = chain.links.find((link) => link.name === "Raw")?.call;
  if (raw) return void 0;
  const limit = limitOf2(program, file, chain);
  const filter = filterOf(chain, method === "Find" ? conditions : []);
  const [within] = functionsAround(file, node.start);
  return {
    library: "gorm",
    entity: modelOf3(chain) ?? element,
    ...limit && { limit },
    isComplete: filter.isComplete,
    comparisons: filter.comparisons,
    eager: preloads(file, chain),
    ...within && { within: { file, node: within } },
    isStreamed: method === "FindInBatches",
    at: { path: file.path, start: node.start, end: node.end }
  };
}
function elementOf(file, target) {
  const inner = peel(target);
  const name = inner.kind === "unary" && inner.operator === "&" ? peel(inner.value) : inner;
  if (name.kind !== "name") return void 0;
  const [binding] = bindingsAt(file, name.name, name.start)?.bindings ?? [];
  const declared2 = binding?.kind === "value" ? binding.node.type ?? madeType(binding.node.value) : binding?.kind === "parameter" ? binding.node.type : void 0;
  return declared2?.name === "[]" ? shortName(declared2.arguments[0]) ?? "" : void 0;
}
function madeType(value) {
  if (value?.kind !== "call") return void 0;
  if (value.isNew && value.callee.kind === "name" && value.callee.name === "[]")
    return { name: "[]", arguments: value.typeArguments ?? [], start: value.start, end: value.end };
  return value.callee.kind === "name" && value.callee.name === "make" ? value.typeArguments?.[0] : void 0;
}
function shortName(type) {
  return type?.name.slice(type.name.lastIndexOf(".") + 1);
}
function modelOf3(chain) {
  const table = chain.links.findLast((link) => link.name === "Table")?.call?.arguments[0];
  if (table?.kind === "literal" && typeof table.value === "string") return table.value.split(/\s/)[0];
  const model = chain.links.findLast((link) => link.name === "Model")?.call?.arguments[0];
  const made3 = model?.kind === "unary" ? model.value : model;
  return made3?.kind === "call" && made3.isNew ? pathOf(made3.callee)?.at(-1) : void 0;
}
function limitOf2(program, file, chain) {
  const given = chain.links.findLast((link) => link.name === "Limit")?.call?.arguments[0];
  if (!given) return void 0;
  const cap = capOf(program, { file, node: given });
  return cap.kind === "fixed" && cap.value !== void 0 && cap.value < 0 ? void 0 : cap;
}
var HARMLESS2 = /^(?:WithContext|Session|Debug|Model|Table|Order|Offset|Limit|Preload|Select|Omit|Distinct|Clauses|Unscoped|Where|Not|Or|Joins|InnerJoins|Group|Having|Count|Find|FindInBatches|Scan|Begin|Set|InstanceSet|Find)$/;
function filterOf(chain, conditions) {
  const comparisons = [];
  const calls = chain.links.filter((link) => link.call);
  let isComplete = calls.every((link) => HARMLESS2.test(link.name));
  const add = (given) => {
    const found3 = conditionOf(given);
    if (found3) comparisons.push(...found3);
    else isComplete = false;
  };
  for (const link of calls) {
    if (link.name === "Where" && link.call && !link.isOptional) add(link.call.arguments);
    if (/^(?:Or|Having|Group|Scopes)$/.test(link.name)) isComplete = false;
  }
  if (conditions.length > 0) add(conditions);
  return { comparisons, isComplete };
}
function conditionOf([first, ...values]) {
  const inner = first && peel(first);
  const made3 = inner?.kind === "unary" ? inner.value : inner;
  if (made3?.kind === "literal" && typeof made3.value === "string") return comparisonsOfSql(made3.value);
  if (made3?.kind === "literal" && typeof made3.value === "number") return [{ field: "id", operator: "in" }];
  if (made3?.kind === "call" && made3.isNew) {
    const [body] = made3.arguments;
    if (body?.kind === "array") return [{ field: "id", operator: "in" }];
    if (body?.kind !== "object") return void 0;
    return body.entries.flatMap(
      (entry2) => entry2.kind === "entry" && entry2.key !== void 0 ? [{ field: entry2.key, operator: "equals" }] : []
    );
  }
  void values;
  return void 0;
}
function preloads(file, chain) {
  return chain.links.flatMap(({ name, call }) => {
    const [relation, condition] = call?.arguments ?? [];
    if (name !== "Preload" || !call || relation?.kind !== "literal" || typeof relation.value !== "string") return [];
    const isBounded = condition !== void 0 && holds([condition], (one) => one.kind === "member" && one.property === "Limit");
    return [
      { relation: relation.value, isJoin: false, isBounded, at: { path: file.path, start: call.start, end: call.end } }
    ];
  });
}

// src/parse/graphql-sdl.ts
var MOST_TOKENS = 2e5;
var TOKEN = /"""(?:[^"]|"(?!""))*(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|#[^\n]*|[A-Za-z_]\w*|[{}()[\]:!=@|&$]/g;
function readGraphqlSdl(text) {
  const tokens = [];
  for (const found3 of text.matchAll(TOKEN)) {
    const [word] = found3;
    if (word.startsWith('"') || word.startsWith("#")) continue;
    tokens.push({ text: word, start: found3.index });
    if (tokens.length >= MOST_TOKENS) break;
  }
  const fields = [];
  const inputs = /* @__PURE__ */ new Map();
  for (let at = 0; at < tokens.length; ) {
    const kind = tokens[at]?.text;
    const name = tokens[at + 1]?.text ?? "";
    if (kind !== "type" && kind !== "interface" && kind !== "input" || !isName(name)) {
      at++;
      continue;
    }
    const open2 = bodyOf(tokens, at + 2);
    if (open2 === void 0) {
      at += 2;
      continue;
    }
    const { found: found3, next } = readFields(tokens, open2 + 1, name);
    if (kind === "input") inputs.set(name, [...inputs.get(name) ?? [], ...found3.map((one) => one.name)]);
    else fields.push(...found3);
    at = next;
  }
  return { fields, inputs };
}
function isName(text) {
  return /^[A-Za-z_]/.test(text);
}
var DEFINES = /^(?:type|input|interface|enum|scalar|union|extend|schema|directive)$/;
function bodyOf(tokens, from) {
  let depth = 0;
  for (let at = from; at < tokens.length; at++) {
    const text = tokens[at]?.text ?? "";
    if (text === "(") depth++;
    else if (text === ")") depth--;
    else if (depth === 0 && text === "{") return at;
    else if (depth === 0 && text === "}") return void 0;
    else if (DEFINES.test(text) && tokens[at + 1]?.text !== ":") return void 0;
  }
  return void 0;
}
function readFields(tokens, from, owner) {
  const found3 = [];
  let at = from;
  while (at < tokens.length && tokens[at]?.text !== "}") {
    const name = tokens[at];
    if (!name || !isName(name.text)) {
      at++;
      continue;
    }
    at++;
    const given = [];
    if (tokens[at]?.text === "(") at = readArguments(tokens, at + 1, given);
    if (tokens[at]?.text !== ":") continue;
    at++;
    const isList2 = tokens[at]?.text === "[";
    found3.push({
      owner,
      name: name.text,
      isList: isList2,
      arguments: given,
      start: name.start,
      end: name.start + name.text.length
    });
    at = afterType(tokens, at);
  }
  return { found: found3, next: at + 1 };
}
function readArguments(tokens, from, into) {
  let at = from;
  for (let depth = 1; at < tokens.length && depth > 0; at++) {
    const text = tokens[at]?.text ?? "";
    if (text === "(" || text === "{") depth++;
    else if (text === ")" || text === "}") depth--;
    else if (depth === 1 && isName(text) && tokens[at + 1]?.text === ":") {
      let type = at + 2;
      while (tokens[type]?.text === "[") type++;
      into.push({ name: text, type: tokens[type]?.text ?? "" });
      at = type - 1;
    }
  }
  return at;
}
function afterType(tokens, from) {
  let at = from;
  while (/^[[\]!]$/.test(tokens[at]?.text ?? "") || isTypeName(tokens, at, from)) at++;
  while (tokens[at]?.text === "@") {
    at += 2;
    if (tokens[at]?.text === "(") at = readArguments(tokens, at + 1, []);
  }
  if (tokens[at]?.text === "=") at++;
  return at;
}
function isTypeName(tokens, at, from) {
  if (!isName(tokens[at]?.text ?? "")) return false;
  for (let before = from; before < at; before++) if (isName(tokens[before]?.text ?? "")) return false;
  return true;
}

// src/model/code/queries/graphql-lists.ts
var SIZES = /^(?:limit|first|last|take|top|size|count|max|amount|page|page_?size|per_?page|page_?limit|max_?results|pagination|paging)$/i;
function graphqlLists(program, code, schemas) {
  const declared2 = code.flatMap((file) => usesDecorators(file) ? declaredLists(program, file) : []);
  return [...declared2, ...sdlLists(program, code, schemas)];
}
var DECORATORS2 = /^(?:@nestjs\/graphql|type-graphql)\.(?:Query|ResolveField|FieldResolver)$/;
function usesDecorators({ imports: imports2 }) {
  return imports2.some(({ from }) => from === "@nestjs/graphql" || from === "type-graphql");
}
function declaredLists(program, file) {
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind !== "class") return void 0;
    for (const method of node.members) {
      if (method.kind !== "function") continue;
      const decorator = method.decorators.find((one) => isListDecorator(program, file, one));
      if (!decorator) continue;
      const at = { path: file.path, start: decorator.start, end: decorator.end };
      const limit = argumentLimit(program, { file, node: method });
      found3.push({ field: method.name ?? "", limit, at, handler: { file, node: method } });
    }
    return void 0;
  });
  return found3;
}
function isListDecorator(program, file, decorator) {
  const call = peel(decorator);
  if (call.kind !== "call") return false;
  const name = externalName(definitionOf(program, { file, node: call.callee }));
  if (name === void 0 || !DECORATORS2.test(name)) return false;
  const type = call.arguments.find((one) => one.kind === "function");
  const [only] = type?.body ?? [];
  return only?.kind === "return" && only.value?.kind === "array";
}
function argumentLimit(program, { file, node }) {
  let limit = "none";
  for (const parameter of node.parameters) {
    const given = parameterLimit(program, { file, node: parameter });
    if (given === "given") return "given";
    if (given === "unknown") limit = "unknown";
  }
  return limit;
}
function parameterLimit(program, { file, node }) {
  for (const decorator of node.decorators) {
    const call = peel(decorator);
    const name = externalName(definitionOf(program, { file, node: call.kind === "call" ? call.callee : call }));
    if (name !== void 0 && /^(?:@nestjs\/graphql|type-graphql)\.(?:Parent|Root|Context|Ctx|Info)$/.test(name))
      return "none";
    if (name === void 0 || !/^(?:@nestjs\/graphql|type-graphql)\.Args?$/.test(name)) return "unknown";
    const [first] = call.kind === "call" ? call.arguments : [];
    const key = first?.kind === "literal" ? String(first.value) : void 0;
    if (key !== void 0 && SIZES.test(key)) return "given";
    if (!node.type || /^(?:string|number|boolean|Date|\[\])$/.test(node.type.name))
      return key === void 0 ? "unknown" : "none";
    const of = resolveType(program, file, node.type);
    if (of?.kind === "class") return classLimit(program, of);
    return of?.kind === "builtin" ? "none" : "unknown";
  }
  return node.decorators.length === 0 ? "unknown" : "none";
}
function classLimit(program, of, depth = 0) {
  if (depth > 5) return "unknown";
  if (of.node.members.some((one) => one.kind === "field" && SIZES.test(one.name))) return "given";
  for (const base of of.node.bases) {
    const above = definitionOf(program, { file: of.file, node: base });
    const limit = above.kind === "class" ? classLimit(program, above, depth + 1) : "unknown";
    if (limit !== "none") return limit;
  }
  return "none";
}
function sdlLists(program, code, schemas) {
  const texts2 = [...schemas.map(({ path, text }) => ({ path, text, start: 0 })), ...code.flatMap(sdlTexts)];
  const read = texts2.map((text) => ({ ...text, ...readGraphqlSdl(text.text) }));
  const inputs = new Map(read.flatMap((one) => [...one.inputs]));
  const lists = read.flatMap(
    ({ path, start, fields }) => fields.filter((one) => one.isList && !/^(?:Mutation|Subscription)$/.test(one.owner)).map((field) => ({ path, start, field }))
  );
  if (lists.length === 0) return [];
  const resolvers = resolversOf(program, code);
  return lists.flatMap(({ path, start, field }) => {
    const name = `${field.owner}.${field.name}`;
    const handler = resolvers.get(name);
    const at = { path, start: start + field.start, end: start + field.end };
    return handler ? [{ field: name, limit: sdlLimit(field, inputs), at, handler }] : [];
  });
}
function sdlTexts(file) {
  const found3 = [];
  walk(file.body, (node) => {
    const text = node.kind === "template" && node.parts.length === 1 ? node.parts[0] : void 0;
    if (typeof text !== "string" || !/\b(?:type|interface)\s+[A-Z]\w*[^{]{0,200}\{/.test(text)) return void 0;
    found3.push({ path: file.path, text, start: node.start + 1 });
    return void 0;
  });
  return found3;
}
function sdlLimit(field, inputs) {
  let limit = "none";
  for (const { name, type } of field.arguments) {
    if (SIZES.test(name)) return "given";
    const inner = inputs.get(type);
    if (inner?.some((one) => SIZES.test(one))) return "given";
    if (!inner && !/^(?:ID|String|Int|Float|Boolean|Date|DateTime|UUID)$/.test(type) && /Input|Args|Options|Paging|Page/.test(type))
      limit = "unknown";
  }
  return limit;
}
function resolversOf(program, code) {
  const found3 = /* @__PURE__ */ new Map();
  for (const file of code) {
    walk(file.body, (node) => {
      if (node.kind === "object") addResolvers(program, { file, node }, found3);
      if (node.kind === "class" && usesDecorators(file)) addMethods(program, { file, node }, found3);
      return void 0;
    });
  }
  return found3;
}
function addResolvers(program, { file, node }, into) {
  for (const entry2 of node.entries) {
    if (entry2.kind !== "entry" || entry2.key === void 0 || !/^[A-Z]/.test(entry2.key)) continue;
    const fields = definitionOf(program, { file, node: entry2.value });
    const object = fields.kind === "expression" ? peel(fields.node) : void 0;
    if (fields.kind !== "expression" || object?.kind !== "object") continue;
    for (const field of object.entries) {
      if (field.kind !== "entry" || field.key === void 0) continue;
      const resolver = functionIn(program, fields.file, field.value);
      if (resolver) into.set(`${entry2.key}.${field.key}`, resolver);
    }
  }
}
function functionIn(program, file, value) {
  const inner = peel(value);
  if (inner.kind === "function") return { file, node: inner };
  const found3 = definitionOf(program, { file, node: inner });
  return found3.kind === "function" ? found3 : void 0;
}
function addMethods(program, { file, node }, into) {
  for (const method of node.members) {
    if (method.kind !== "function") continue;
    for (const decorator of method.decorators) {
      const call = peel(decorator);
      if (call.kind !== "call") continue;
      if (externalName(definitionOf(program, { file, node: call.callee })) !== "@nestjs/graphql.Query") continue;
      if (call.arguments.some((one) => one.kind === "function")) continue;
      const [first] = call.arguments;
      const name = first?.kind === "literal" ? String(first.value) : method.name;
      if (name !== void 0) into.set(`Query.${name}`, { file, node: method });
    }
  }
}

// src/model/code/queries/javascript/read.ts
function made2(program, { file, node }, read) {
  const [within] = functionsAround(file, node.start);
  const { library, entity, limit, comparisons, isComplete, eager = [], isStreamed = false } = read;
  return {
    library,
    ...entity !== void 0 && { entity },
    ...limit && { limit: capOf(program, { file, node: limit }) },
    isComplete,
    comparisons,
    eager,
    isStreamed,
    ...within && { within: { file, node: within } },
    at: { path: file.path, start: node.start, end: node.end }
  };
}
function objectOf2(program, { file, node }) {
  const inner = peel(node);
  const found3 = inner.kind === "object" ? inner : constantObject(program, { file, node: inner });
  if (!found3) return { complete: false };
  if (inner.kind === "name" && isFilledLater(file, inner)) return { object: found3, complete: false };
  return { object: found3, complete: found3.entries.every((entry2) => entry2.kind === "entry" && entry2.key !== void 0) };
}
function entryOf7(object, key) {
  const entry2 = object?.entries.find((one) => one.kind === "entry" && one.key === key);
  return entry2?.kind === "entry" ? entry2.value : void 0;
}
function limitOf3(program, file, object, key) {
  const written = entryOf7(object, key);
  if (written) return written;
  for (const { kind, value } of object?.entries ?? []) {
    const call = kind === "spread" ? peel(value) : void 0;
    if (call?.kind !== "call") continue;
    const { start, end } = call;
    const part = { kind: "member", object: call, property: key, propertyStart: start, start, end };
    if (capOf(program, { file, node: part }).kind !== "unknown") return part;
  }
  return void 0;
}
function comparisonsIn(program, at) {
  if (!at) return { comparisons: [], complete: true };
  const { object, complete } = objectOf2(program, at);
  if (!object) return { comparisons: [], complete: false };
  const comparisons = [];
  let whole = complete;
  for (const entry2 of object.entries) {
    if (entry2.kind !== "entry" || entry2.key === void 0) continue;
    if (entry2.key === "AND" || entry2.key === "$and") {
      const parts = entry2.value.kind === "array" ? entry2.value.elements : [entry2.value];
      for (const part of parts) {
        const inner = comparisonsIn(program, { file: at.file, node: part });
        comparisons.push(...inner.comparisons);
        whole &&= inner.complete;
      }
    } else if (entry2.key !== "OR" && entry2.key !== "$or" && entry2.key !== "NOT")
      comparisons.push({ field: entry2.key, operator: operatorOf(entry2.value) });
  }
  return { comparisons, complete: whole };
}
function operatorOf(value) {
  const inner = peel(value);
  if (inner.kind === "object") {
    const keys = inner.entries.flatMap((entry2) => entry2.kind === "entry" ? [entry2.key] : []);
    if (keys.some((key) => key === "in" || key === "$in")) return "in";
    if (keys.some((key) => key === "equals" || key === "$eq")) return "equals";
    return "other";
  }
  if (inner.kind === "call")
    return /^(?:In|Any)$/.test(inner.callee.kind === "name" ? inner.callee.name : "") ? "in" : inner.isNew ? "equals" : "other";
  return inner.kind === "array" ? "in" : "equals";
}
function isFilledLater(file, { name, start }) {
  const [around] = functionsAround(file, start);
  return holds(around?.body ?? file.body, (node) => {
    const target = node.kind === "assign" ? node.target : void 0;
    const object = target?.kind === "member" || target?.kind === "index" ? peel(target.object) : void 0;
    const [first] = node.kind === "call" && pathOf(node.callee)?.join(".") === "Object.assign" ? node.arguments : [];
    return [object, first].some((one) => one?.kind === "name" && one.name === name);
  });
}
function constantObject(program, at) {
  const found3 = definitionOf(program, at);
  const node = found3.kind === "expression" ? peel(found3.node) : void 0;
  return node?.kind === "object" ? node : void 0;
}
function nameOf7(node) {
  if (node?.kind === "name") return node.name;
  if (node?.kind === "member") return node.property;
  return node?.kind === "literal" && typeof node.value === "string" ? node.value : void 0;
}
function outerChain({ file, node }) {
  let outer = node;
  walk(file.body, (one) => {
    if (one.start > node.start || one.end < node.end) return false;
    if (one.kind === "call" && one.start === node.start && one.end > outer.end) {
      const chain2 = chainOf(one);
      if (chain2.links.some((link) => link.call === node)) outer = one;
    }
    return void 0;
  });
  const chain = grownChain({ file, node: outer });
  const [around] = functionsAround(file, node.start);
  if (!around) return chain;
  const name = variableOf2(around, outer);
  return name === void 0 ? chain : { ...chain, links: [...chain.links, ...linksAddedTo(name, around, outer)] };
}
function variableOf2(around, query) {
  let name;
  walk(around.body, (one) => {
    if ((one.kind === "declare" || one.kind === "assign") && one.value === query && one.target.kind === "name")
      name = one.target.name;
    return name === void 0;
  });
  return name;
}

// src/model/code/queries/javascript/drizzle.ts
function drizzleQuery(program, at) {
  const inner = chainOf(at.node);
  const [select] = inner.links.slice(-2);
  if (select?.name !== "select") return void 0;
  const table = at.node.arguments[0];
  if (!table || !isDrizzleTable(program, { file: at.file, node: table }) || counts(select.call)) return void 0;
  const whole = outerChain(at);
  if (whole.links.some(({ name }) => name === "groupBy")) return void 0;
  const conditions = whole.links.flatMap(
    ({ name, call }) => name === "where" ? [conditionsOf(program, { file: at.file, node: call?.arguments[0] }, DEEPEST6)] : []
  );
  return made2(program, at, {
    library: "drizzle",
    entity: nameOf7(table),
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: conditions.flatMap((one) => one.comparisons),
    isComplete: conditions.every((one) => one.isComplete) && !whole.links.some((link) => /^\$dynamic$/.test(link.name))
  });
}
function isDrizzleTable(program, at) {
  const found3 = definitionOf(program, at);
  if (found3.kind !== "expression" || found3.node.kind !== "call") return false;
  const made3 = externalName(definitionOf(program, { file: found3.file, node: found3.node.callee }));
  return /^drizzle-orm\./.test(made3 ?? "");
}
function counts(select) {
  const [columns] = select?.arguments ?? [];
  if (columns?.kind !== "object") return false;
  return columns.entries.some(
    (one) => one.kind === "entry" && holds(
      [one.value],
      (node) => node.kind === "call" && /^(?:count|sum|max|min|avg|countDistinct|sumDistinct)$/.test(nameOf7(node.callee) ?? "") || node.kind === "template" && node.parts.some((part) => typeof part === "string" && AGGREGATES.test(part)) && !node.parts.some((part) => typeof part === "string" && /\b(?:over|select)\b/i.test(part))
    )
  );
}
var AGGREGATES = /\b(?:count|sum|max|min|avg|array_agg|json_agg|jsonb_agg|string_agg)\s*\(/i;
var DEEPEST6 = 8;
var UNKNOWN = { comparisons: [], isComplete: false };
var NONE2 = { comparisons: [], isComplete: true };
var COMPARES = /^(?:eq|ne|gt|gte|lt|lte|like|ilike|notLike|notIlike|inArray|notInArray|isNull|isNotNull|between|notBetween|arrayContains|arrayContained|arrayOverlaps)$/;
function conditionsOf(program, { file, node }, steps) {
  const inner = node && peel(node);
  if (!inner || isNothing(inner)) return NONE2;
  if (steps <= 0) return UNKNOWN;
  const of = (one) => conditionsOf(program, { file, node: one }, steps - 1);
  if (inner.kind === "conditional") return either(of(inner.consequent), of(inner.alternate));
  if (inner.kind === "binary" && inner.operator === "&&") return either(of(inner.right), NONE2);
  if (inner.kind === "name") {
    const found3 = definitionOf(program, { file, node: inner });
    if (found3.kind !== "expression" || found3.node.kind === "name") return UNKNOWN;
    return conditionsOf(program, found3, steps - 1);
  }
  if (inner.kind !== "call") return UNKNOWN;
  const name = nameOf7(inner.callee) ?? "";
  if (name === "and") {
    const all2 = inner.arguments.map(of);
    return { comparisons: all2.flatMap((one) => one.comparisons), isComplete: all2.every((one) => one.isComplete) };
  }
  const field = nameOf7(inner.arguments[0]);
  if (!COMPARES.test(name) || field === void 0) return UNKNOWN;
  return {
    comparisons: [{ field, operator: name === "eq" ? "equals" : name === "inArray" ? "in" : "other" }],
    isComplete: true
  };
}
function isNothing(node) {
  return node.kind === "literal" && node.value === null || node.kind === "name" && node.name === "undefined";
}
function either(one, other) {
  return {
    comparisons: one.comparisons.filter(
      (each) => other.comparisons.some(({ field, operator }) => field === each.field && operator === each.operator)
    ),
    isComplete: one.isComplete && other.isComplete
  };
}
function drizzleRelational(program, at, receiver) {
  const object = peel(receiver);
  if (object.kind !== "member" || object.object.kind !== "member" || object.object.property !== "query")
    return void 0;
  const [first] = at.node.arguments;
  const { object: given, complete } = first ? objectOf2(program, { file: at.file, node: first }) : { object: void 0, complete: true };
  const conditions = conditionsOf(program, { file: at.file, node: entryOf7(given, "where") }, DEEPEST6);
  return made2(program, at, {
    library: "drizzle",
    entity: object.property,
    limit: entryOf7(given, "limit"),
    comparisons: conditions.comparisons,
    isComplete: complete && conditions.isComplete
  });
}

// src/model/code/queries/javascript/knex.ts
function knexQuery(program, at) {
  const whole = outerChain(at);
  const root = whole.root;
  if (!isKnexRoot(program, { file: at.file, node: root })) return void 0;
  if (whole.links.some(
    (link) => /^(?:first|count|countDistinct|sum|max|min|avg|insert|update|del|delete|stream|pluck)$/.test(link.name)
  ))
    return void 0;
  const table = root.kind === "call" ? root.arguments[0] : linkCall(whole, /^from$/)?.arguments[0];
  return made2(program, at, {
    library: "knex",
    entity: nameOf7(table),
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: whole.links.flatMap(
      (link) => link.call && !link.isOptional && /^(?:where|andWhere|whereIn)$/.test(link.name) ? knexComparisons(link.name, link.call) : []
    ),
    isComplete: !whole.links.some((link) => link.name === "modify")
  });
}
function bareKnexQuery(program, at) {
  const { arguments: given } = at.node;
  if (given.length !== 1 || given[0]?.kind !== "literal" || typeof given[0].value !== "string") return void 0;
  const { links } = outerChain(at);
  if (links.length === 0 || links.some((link) => /^(?:select|as|raw|truncate|increment|decrement)$/.test(link.name)))
    return void 0;
  return knexQuery(program, at);
}
var known4 = /* @__PURE__ */ new WeakMap();

function isKnexRoot(program, { file, node }) {
  const type = typeOf(program, { file, node: node.kind === "call" ? node.callee : node });
  return type?.kind === "external" && type.package === "knex";
}
function knexComparisons(name, call) {
  const [first, ...rest] = call.arguments;
  if (first?.kind === "object")
    return first.entries.flatMap(
      (one) => one.kind === "entry" && one.key !== void 0 ? [{ field: one.key, operator: "equals" }] : []
    );
  const field = nameOf7(first)?.split(".").at(-1);
  if (field === void 0) return [];
  const operator = rest.length > 1 && rest[0]?.kind === "literal" && rest[0].value !== "=" ? "other" : "equals";
  return [{ field, operator: name === "whereIn" ? "in" : operator }];
}

// src/model/code/queries/javascript/kysely.ts
function kyselyQuery(program, at, receiver) {
  const type = typeOf(program, { file: at.file, node: receiver });
  if (type?.kind !== "external" || type.package !== "kysely") return void 0;
  const whole = outerChain(at);
  if (whole.links.some((link) => /^(?:executeTakeFirst|executeTakeFirstOrThrow|fn)$/.test(link.name))) return void 0;
  if (!whole.links.some((link) => link.name === "execute" || link.name === "stream")) return void 0;
  if (whole.links.some((link) => link.name === "select" && counts2(link.call))) return void 0;
  return made2(program, at, {
    library: "kysely",
    entity: nameOf7(at.node.arguments[0])?.split(/\s+as\s+/)[0],
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: whole.links.flatMap(({ name, call }) => name === "where" && call ? comparisonOf(call) : []),
    isComplete: !whole.links.some((link) => /^(?:\$call|\$if)$/.test(link.name)),
    isStreamed: whole.links.some((link) => link.name === "stream")
  });
}
function counts2(call) {
  return call?.arguments.some((one) => one.kind === "function" || one.kind === "call") === true;
}
function comparisonOf({ arguments: [column, operator] }) {
  const field = nameOf7(column)?.split(".").at(-1);
  const written = operator?.kind === "literal" ? operator.value : void 0;
  if (column?.kind !== "literal" || field === void 0) return [];
  return [{ field, operator: written === "=" ? "equals" : written === "in" ? "in" : "other" }];
}

// src/model/code/queries/javascript/mongoose.ts
function mongooseQuery(program, at, model) {
  const entity = mongooseModel(program, { file: at.file, node: model });
  if (entity === void 0) return void 0;
  const [first] = at.node.arguments;
  if (first?.kind === "function") return void 0;
  const filter = comparisonsIn(program, first && { file: at.file, node: first });
  const whole = outerChain(at);
  if (whole.links.some((link) => /^(?:cursor|countDocuments|count|distinct|findOne)$/.test(link.name))) return void 0;
  return made2(program, at, {
    library: "mongoose",
    entity,
    limit: linkCall(whole, /^limit$/)?.arguments[0],
    comparisons: filter.comparisons,
    isComplete: filter.complete
  });
}
function mongooseModel(program, at) {
  const found3 = definitionOf(program, at);
  if (found3.kind === "expression") {
    const call = peel(found3.node);
    if (call.kind === "call" && /^mongoose(?:\.\w+)*\.model$/.test(
      externalName(definitionOf(program, { file: found3.file, node: call.callee })) ?? ""
    ))
      return nameOf7(call.arguments[0]);
  }
  const type = typeOf(program, at);
  return type?.kind === "external" && type.package === "mongoose" && type.path.at(-1) === "Model" ? type.arguments[0]?.name ?? nameOf7(at.node) : void 0;
}

// src/model/code/queries/javascript/prisma.ts
function prismaQuery(program, at, model) {
  const entity = prismaModel(program, { file: at.file, node: model });
  if (entity === void 0) return void 0;
  const [first] = at.node.arguments;
  const base = { library: "prisma", entity };
  if (!first) return made2(program, at, { ...base, limit: void 0, comparisons: [], isComplete: true });
  const { object: given, complete } = objectOf2(program, { file: at.file, node: first });
  if (entryOf7(given, "distinct")) return void 0;
  const where = entryOf7(given, "where");
  const filter = comparisonsIn(program, where && { file: at.file, node: where });
  return made2(program, at, {
    ...base,
    limit: limitOf3(program, at.file, given, "take"),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && given !== void 0,
    eager: prismaIncludes(at.file, given)
  });
}
function prismaModel(program, { file, node }) {
  const inner = peel(node);
  if (inner.kind === "member" && isPrisma(program, { file, node: inner.object })) return inner.property;
  const kept = keptIn2(program, { file, node: inner });
  const model = kept && peel(kept.node);
  return model?.kind === "member" && isPrisma(program, { file: kept?.file ?? file, node: model.object }) ? model.property : void 0;
}
function keptIn2(program, { file, node }) {
  if (node.kind === "name") {
    const [binding, another] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
    const value = binding?.kind === "value" && !another && binding.bound.path.length === 0 ? binding.node.value : void 0;
    return value && { file, node: value };
  }
  const found3 = node.kind === "member" ? definitionOf(program, { file, node }) : void 0;
  return found3?.kind === "field" && found3.node.value ? { file: found3.file, node: found3.node.value } : void 0;
}
function isPrisma(program, at) {
  const type = typeOf(program, at);
  if (type) return isPrismaType(program, type);
  const node = peel(at.node);
  const name = node.kind === "name" ? node.name : node.kind === "member" ? node.property : "";
  return /^(?:prisma|prismaClient|prismaService|db|tx|trx|client)$/i.test(name);
}
function isPrismaType(program, type) {
  if (type.kind === "external") return /prisma/i.test(type.package) || type.path.some((part) => part === "PrismaClient");
  if (type.kind !== "class") return false;
  return externalBase(program, type)?.path.at(-1) === "PrismaClient" || extendsPrisma(program, type, DEEPEST7);
}
var DEEPEST7 = 6;
function extendsPrisma(program, { file, node }, steps) {
  if (steps <= 0) return false;
  return node.bases.some((base) => {
    if (isPrismaClient(program, { file, node: base })) return true;
    const above = definitionOf(program, { file, node: base });
    return above.kind === "class" && extendsPrisma(program, above, steps - 1);
  });
}
function prismaIncludes(file, given, before = "", depth = 0) {
  const include = entryOf7(given, "include") ?? entryOf7(given, "select");
  if (include?.kind !== "object" || depth > 6) return [];
  return include.entries.flatMap((entry2) => {
    if (entry2.kind !== "entry" || entry2.key === void 0 || entry2.key === "_count") return [];
    const value = peel(entry2.value);
    const loads = value.kind === "object" || value.kind === "literal" && value.value === true && entryOf7(given, "include") === include;
    if (!loads) return [];
    const isBounded = value.kind === "object" && !isOpen(value);
    const relation = before + entry2.key;
    const at = { path: file.path, start: entry2.start, end: entry2.end };
    return [
      { relation, isJoin: false, isBounded, at },
      ...value.kind === "object" ? prismaIncludes(file, value, `${relation}.`, depth + 1) : []
    ];
  });
}
function isOpen({ entries }) {
  return entries.every((one) => one.kind === "entry" && one.key !== void 0 && !/^(?:take|where|cursor)$/.test(one.key));
}

// src/model/code/queries/javascript/sequelize.ts
function sequelizeQuery(program, at, model) {
  if (!isSequelizeModel(program, { file: at.file, node: model })) return void 0;
  const [first] = at.node.arguments;
  const { object, complete } = first ? objectOf2(program, { file: at.file, node: first }) : { object: void 0, complete: true };
  const where = entryOf7(object, "where");
  const filter = comparisonsIn(program, where && { file: at.file, node: where });
  return made2(program, at, {
    library: "sequelize",
    entity: nameOf7(model),
    limit: limitOf3(program, at.file, object, "limit"),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete,
    eager: includes(program, at.file, nameOf7(model), entryOf7(object, "include"))
  });
}
function isSequelizeModel(program, { file, node }) {
  const found3 = definitionOf(program, { file, node });
  if (found3.kind === "class") return /^sequelize/.test(externalBase(program, found3)?.package ?? "");
  if (found3.kind === "expression") return chainOf(found3.node).links.some((link) => link.name === "define");
  const isNamed3 = found3.kind === "unknown" && /^[A-Z]/.test(nameOf7(node) ?? "");
  return isNamed3 && file.imports.some((one) => /sequelize|models/.test(one.from));
}
function includes(program, file, owner, given, before = "", isJoined = true) {
  const parts = given?.kind === "array" ? given.elements : given ? [given] : [];
  if (before.split(".").length > 6) return [];
  return parts.flatMap((one) => {
    const options = one.kind === "object" ? one : void 0;
    const model = nameOf7(options ? entryOf7(options, "model") : one);
    const relation = nameOf7(entryOf7(options, "as")) ?? model;
    if (relation === void 0) return [];
    const isJoin = isJoined && entryOf7(options, "separate") === void 0;
    const isMany = owner === void 0 ? void 0 : hasMany2(program, owner, relation, model);
    const isBounded = ["limit", "where"].some((key) => entryOf7(options, key) !== void 0);
    const at = { path: file.path, start: one.start, end: one.end };
    return [
      { relation: before + relation, isJoin, isBounded, ...isMany !== void 0 && { isMany }, at },
      ...includes(program, file, model, entryOf7(options, "include"), `${before}${relation}.`, isJoin)
    ];
  });
}
var associations = /* @__PURE__ */ new WeakMap();
function hasMany2(program, owner, relation, model) {
  const known6 = associations.get(program) ?? associationsOf(program);
  associations.set(program, known6);
  const own = known6.filter((one) => one.owner === owner);
  const found3 = own.find((one) => one.alias === relation) ?? own.find((one) => one.alias === void 0 && one.target === model);
  return found3?.isMany;
}
function associationsOf(program) {
  const found3 = [];
  for (const file of program.files.values()) {
    if (file.language === "go" || file.language === "python") continue;
    walk(file.body, (node) => {
      if (node.kind === "class" && node.name !== void 0) found3.push(...decorated2(node, node.name));
      if (node.kind !== "call" || node.callee.kind !== "member") return void 0;
      const kind = KINDS3.exec(node.callee.property);
      const owner = kind && nameOf7(node.callee.object);
      const [target, options] = node.arguments;
      if (!kind || owner === void 0 || owner === null) return void 0;
      const alias = options?.kind === "object" ? nameOf7(entryOf7(options, "as")) : void 0;
      found3.push({ owner, target: nameOf7(target), alias, isMany: kind[1] !== void 0 });
      return void 0;
    });
  }
  return found3;
}
var KINDS3 = /^(?:(hasMany|belongsToMany)|hasOne|belongsTo)$/i;
function decorated2({ members }, owner) {
  return members.flatMap((member) => {
    if (member.kind !== "field") return [];
    return member.decorators.flatMap((decorator) => {
      const kind = decorator.kind === "call" ? KINDS3.exec(nameOf7(decorator.callee) ?? "") : null;
      return kind ? [{ owner, target: void 0, alias: member.name, isMany: kind[1] !== void 0 }] : [];
    });
  });
}

// src/model/code/queries/javascript/sql.ts
var DRIVERS = /^(?:pg|pg-pool|mysql2|mysql2\/promise)$/;
function sqlQuery(program, at, receiver) {
  const statement = statementOf(program, at, receiver);
  const read = statement && readSql(statement.text);
  if (!statement || !read || read.isSingle) return void 0;
  const { file, node } = at;
  const place = { path: file.path, start: node.start, end: node.end };
  const [within] = functionsAround(file, node.start);
  return {
    library: "sql",
    ...read.table !== void 0 && { entity: read.table },
    ...read.limit !== void 0 && { limit: limitOf4(program, at, statement, read.limit) },
    isComplete: read.isComplete,
    comparisons: read.comparisons,
    eager: [],
    ...within && { within: { file, node: within } },
    isStreamed: false,
    at: place
  };
}
function isSqlRead(program, at, receiver) {
  const statement = statementOf(program, at, receiver);
  return statement !== void 0 && readSql(statement.text) !== void 0;
}
function statementOf(program, { file, node }, receiver) {
  const [first, second] = node.arguments;
  if (!first) return void 0;
  const type = typeOf(program, { file, node: receiver });
  if (type?.kind !== "external" || !DRIVERS.test(type.package)) return void 0;
  const written = inTemplate({ file, node: first });
  if (written) return written;
  const value = evaluateExpression(program, { file, node: first });
  if (value.kind !== "known" || typeof value.value !== "string") return void 0;
  const list = second && peel(second);
  const isWhole = list?.kind === "array" && list.elements.every((one) => one.kind !== "spread");
  return { text: value.value, values: isWhole ? list.elements : void 0 };
}
var BEFORE_VALUE = /(?:[=<>(,]|\b(?:LIMIT|OFFSET|BETWEEN|AND|LIKE|ILIKE))\s*'?%?$/i;
function inTemplate({ node }) {
  const inner = peel(node);
  if (inner.kind !== "template") return void 0;
  let text = "";
  const values = [];
  for (const part of inner.parts) {
    if (typeof part === "string") text += part;
    else if (!BEFORE_VALUE.test(text)) return void 0;
    else {
      text += "?";
      values.push(part);
    }
  }
  return values.length === 0 ? void 0 : { text, values };
}
function limitOf4(program, { file, node }, { text, values }, written) {
  if (/^\d+$/.test(written))
    return { kind: "fixed", value: Number(written), at: { path: file.path, start: node.start, end: node.end } };
  const position = written.startsWith("$") ? Number(written.slice(1)) - 1 : written === "?" ? text.slice(0, text.search(/\bLIMIT\s+\?/i)).split("?").length - 1 : -1;
  const given = values?.[position];
  if (!given) return { kind: "unknown", because: `what is given for ${written} is not known` };
  return capOf(program, { file, node: given });
}

// src/model/code/queries/javascript/typeorm.ts
function typeOrmQuery(program, at, receiver, method) {
  const of = repositoryOf(program, { file: at.file, node: receiver });
  if (!of) return void 0;
  const [first, second] = of.isManager ? at.node.arguments.slice(1) : at.node.arguments;
  if (second || first?.kind === "function") return void 0;
  const entity = of.isManager ? nameOf7(at.node.arguments[0]) : of.entity;
  if (!first)
    return made2(program, at, { library: "typeorm", entity, limit: void 0, comparisons: [], isComplete: true });
  if (method.endsWith("By")) {
    const filter2 = comparisonsIn(program, { file: at.file, node: first });
    return made2(program, at, {
      library: "typeorm",
      entity,
      limit: void 0,
      comparisons: filter2.comparisons,
      isComplete: filter2.complete
    });
  }
  const { object, complete } = objectOf2(program, { file: at.file, node: first });
  const where = entryOf7(object, "where");
  const filter = comparisonsIn(program, where && { file: at.file, node: where });
  return made2(program, at, {
    library: "typeorm",
    entity,
    limit: limitOf3(program, at.file, object, "take"),
    comparisons: filter.comparisons,
    isComplete: complete && filter.complete && object !== void 0,
    eager: typeOrmRelations(program, at.file, object)
  });
}
function typeOrmRelations(program, file, object) {
  const relations = entryOf7(object, "relations");
  const found3 = relations ? relationPaths(relations) : [];
  if (found3.length === 0) return [];
  const strategy = entryOf7(object, "relationLoadStrategy");
  const isJoin = strategy ? isText(strategy, "join") : !loadsByQueries(program);
  return found3.map(({ path, node }) => ({
    relation: path,
    isJoin,
    isBounded: false,
    at: { path: file.path, start: node.start, end: node.end }
  }));
}
function relationPaths(node, before = "", depth = 0) {
  if (depth > 6) return [];
  if (node.kind === "array")
    return node.elements.flatMap(
      (one) => one.kind === "literal" && typeof one.value === "string" ? [{ path: one.value, node: one }] : []
    );
  if (node.kind !== "object") return [];
  return node.entries.flatMap((one) => {
    if (one.kind !== "entry" || one.key === void 0 || isText(one.value, false)) return [];
    const path = before + one.key;
    return [{ path, node: one }, ...relationPaths(one.value, `${path}.`, depth + 1)];
  });
}
function isText(node, value) {
  return node.kind === "literal" && node.value === value;
}
var strategies = /* @__PURE__ */ new WeakMap();
function loadsByQueries(program) {
  const known6 = strategies.get(program);
  if (known6 !== void 0) return known6;
  const isTold2 = (node) => node.kind === "entry" && node.key === "relationLoadStrategy" && isText(node.value, "query");
  const found3 = [...program.files.values()].some(
    (file) => file.imports.some((one) => /typeorm/.test(one.from)) && holds(file.body, isTold2)
  );
  strategies.set(program, found3);
  return found3;
}
function repositoryOf(program, at) {
  const type = typeOf(program, at);
  if (type?.kind === "class") {
    const base = externalBase(program, type);
    return base?.package === "typeorm" && base.path.at(-1) === "Repository" ? { entity: base.arguments[0]?.name, isManager: false } : void 0;
  }
  if (type?.kind !== "external" || type.package !== "typeorm") {
    const call = peel(at.node);
    const chain = chainOf(call);
    const last2 = chain.links.at(-1);
    return last2?.name === "getRepository" && last2.call ? { entity: nameOf7(last2.call.arguments[0]), isManager: false } : void 0;
  }
  const last = type.path.filter((part) => part !== "()").at(-1) ?? "";
  if (/^(?:Repository|TreeRepository|MongoRepository)$/.test(last))
    return { entity: type.arguments[0]?.name, isManager: false };
  if (last === "EntityManager" || last === "manager") return { entity: void 0, isManager: true };
  if (last === "getRepository") {
    const found3 = definitionOf(program, at);
    const call = found3.kind === "expression" ? peel(found3.node) : at.node;
    return { entity: call.kind === "call" ? nameOf7(call.arguments[0]) : void 0, isManager: false };
  }
  return void 0;
}
function builderQuery(program, at) {
  const chain = grownChain(at);
  const start = chain.links.findIndex((link) => link.name === "createQueryBuilder");
  if (start === -1) return void 0;
  const limit = linkCall(chain, /^(?:take|limit)$/)?.arguments[0];
  const receiver = receiverBefore(chain, start);
  const of = receiver ? repositoryOf(program, { file: at.file, node: receiver }) : void 0;
  return made2(program, at, {
    library: "typeorm",
    entity: of?.entity,
    limit,
    comparisons: chain.links.flatMap(
      (link) => link.call && !link.isOptional && /^(?:where|andWhere)$/.test(link.name) ? textComparisons(link.call.arguments[0]) : []
    ),
    isComplete: chain.links.every((link) => !/^(?:apply|modify|setFindOptions)$/.test(link.name)),
    eager: joinedRelations(at.file, chain, start),
    isStreamed: false
  });
}
function joinedRelations(file, { links }, start) {
  const own = links[start]?.call?.arguments.at(-1);
  const ways = new Map(own?.kind === "literal" ? [[String(own.value), ""]] : []);
  return links.flatMap(({ name, call }) => {
    const [relation, alias] = call?.arguments ?? [];
    if (!call || relation?.kind !== "literal" || !/^(?:left|inner)Join(?:AndSelect)?$/.test(name)) return [];
    const [from = "", field = ""] = String(relation.value).split(".");
    const before = ways.get(from);
    if (before === void 0 || field === "") return [];
    const path = before + field;
    if (alias?.kind === "literal") ways.set(String(alias.value), `${path}.`);
    if (!name.endsWith("AndSelect")) return [];
    const at = { path: file.path, start: call.start, end: call.end };
    return [{ relation: path, isJoin: true, isBounded: false, at }];
  });
}
function receiverBefore(chain, index) {
  const call = chain.links[index]?.call;
  return call?.callee.kind === "member" ? call.callee.object : void 0;
}
function textComparisons(text) {
  if (text?.kind !== "literal" || typeof text.value !== "string") return [];
  return [...text.value.matchAll(/(?:^|[\s(])(?:\w+\.)?"?(\w+)"?\s*(=|IN\b|>=|<=|<>|!=|>|<|LIKE\b|ILIKE\b)/gi)].map(
    ([, field = "", operator = ""]) => ({
      field,
      operator: operator === "=" ? "equals" : /^in$/i.test(operator) ? "in" : "other"
    })
  );
}

// src/model/code/queries/javascript.ts
var reads = wordsLike(
  /^(?:findMany|find|findBy|findAll|findAndCount|findAndCountAll|findAndCountBy|getMany|getManyAndCount|getRawMany|select|from|selectFrom|query|execute)$/
);

function queryOf(program, at) {
  const { callee } = at.node;
  if (callee.kind !== "member") return void 0;
  switch (callee.property) {
    case "findMany":
      return prismaQuery(program, at, callee.object) ?? drizzleRelational(program, at, callee.object);
    case "find":
    case "findBy":
    case "findAndCount":
    case "findAndCountBy":
      return typeOrmQuery(program, at, callee.object, callee.property) ?? mongooseQuery(program, at, callee.object);
    case "findAll":
    case "findAndCountAll":
      return sequelizeQuery(program, at, callee.object);
    case "getMany":
    case "getManyAndCount":
    case "getRawMany":
      return builderQuery(program, at);
    case "from":
      return drizzleQuery(program, at);
    case "selectFrom":
      return kyselyQuery(program, at, callee.object);
    case "query":
    case "execute":
      return sqlQuery(program, at, callee.object);
    case "select":
      return knexQuery(program, at);
    default:
      return void 0;
  }
}

// src/model/code/queries/key-scans.ts
function keyScansIn(program, file) {
  const name = file.language === "go" ? "Keys" : "keys";
  return indexOf(file).calls.flatMap((call) => {
    const { callee } = call;
    if (callee.kind !== "member" || callee.property !== name || call.arguments.length === 0) return [];
    const position = file.language === "go" ? 1 : 0;
    if (call.arguments.length !== position + 1 || !isClient(program, file, call)) return [];
    const given = call.arguments[position];
    const pattern = given && evaluateExpression(program, { file, node: given });
    const [within] = functionsAround(file, call.start);
    return [
      {
        call: pathOf(callee)?.join(".") ?? callee.property,
        ...pattern?.kind === "known" && typeof pattern.value === "string" && { pattern: pattern.value },
        ...within && { within: { file, node: within } },
        at: { path: file.path, start: call.start, end: call.end }
      }
    ];
  });
}
function isClient(program, file, { callee }) {
  if (callee.kind !== "member") return false;
  const type = typeOf(program, { file, node: callee.object });
  const external = type?.kind === "class" ? externalBase(program, type) : type;
  return external?.kind === "external" && isRedisClient(external.package);
}

// door:src/model/code/queries/python.ts
var room6;
function enter6() {
  return room6 ??= require("./model-code-queries-python.js");
}
function pythonQueries(...given) {
  return enter6().pythonQueries(...given);
}
function nameOfModel(...given) {
  return enter6().nameOfModel(...given);
}

// src/model/code/queries/reach.ts
var DEEPEST8 = 5;
var MOST2 = 300;


var runsOf2 = /* @__PURE__ */ new WeakMap();





// src/model/code/queries/returned.ts
var SENDS2 = /(?:^|\.)(?:json|send|jsonify|JSON|JSONResponse|JsonResponse|Response|respond|render|body|Encode|(?:[wW]rite|[rR]espond|[rR]ender|[sS]end)(?:With)?J(?:SON|son))$/;
var KEEPS = /^(?:map|then|catch|finally|sort|reverse|toJSON|flatMap|all|scalars|unique|lean|exec|execute|getMany|toArray|\$dynamic)$/;
var GOES_ON = /^(?:populate|select|selectAll|skip|sort|collation|hint|setOptions|where|andWhere|orderBy|groupBy|having|limit|offset|for|join|(?:left|right|inner|full|cross)Join(?:Lateral)?|\$withCache)$/;


function isSending(node) {
  return node.kind === "call" && SENDS2.test(pathOf(node.callee)?.join(".") ?? (node.callee.kind === "member" ? node.callee.property : ""));
}

function takesFirst(names, value) {
  const inner = peel(value);
  if (names !== 1 || inner.kind !== "call") return false;
  const name = inner.callee.kind === "member" ? inner.callee.property : "";
  return !/AndCount|^(?:all|allSettled|query|raw|execute)$/i.test(name);
}
function isNext(test, names) {
  const [of = "", method] = test?.kind === "call" ? pathOf(test.callee) ?? [] : [];
  return method === "Next" && names.has(of);
}
function addGathered({ body }, names) {
  walk(body, (node) => {
    if (node.kind !== "assign" || node.target.kind !== "name" || node.value.kind !== "call") return void 0;
    if (node.value.callee.kind === "name" && node.value.callee.name === "append") names.add(node.target.name);
    return void 0;
  });
}

function isSerializer(callee) {
  return /^(?:list|CollectRows|plainToInstance|plainToClass|instanceToPlain|jsonable_encoder|.*[sS]erializer)$/.test(
    pathOf(callee)?.at(-1) ?? ""
  );
}

// src/model/code/queries/route-checks.ts
var CHECKS = /valid|schema|celebrate|joi|zod|yup|ajv|sanit|pagina|^(?:query|param|body|check)$|^(?:is[A-Z]\w*|to[A-Z]\w*|optional|withMessage|custom|bail|default)$/i;
var SENT = ["query", "querystring", "body"];

function saidBy(program, { at }, parameter) {
  const file = program.files.get(at.path);
  const call = file && indexOf(file).calls.find(({ start, end }) => start === at.start && end === at.end);
  if (!file || !call) return [];
  return call.arguments.flatMap((node) => {
    const paths = [[parameter], ...SENT.map((key) => [key, parameter])];
    return paths.flatMap((path) => declaredCap(program, { file, node }, path) ?? []).slice(0, 1);
  });
}

// src/model/code/queries/row-loops.ts
var KEEPS2 = /^(?:map|filter|sort|toSorted|reverse|flatMap|all|scalars|unique|lean|exec|execute|entries|values|items|limit|skip|take|offset|orderBy|where|andWhere|whereIn|populate|select|selectAll|join|innerJoin|leftJoin|from)$/;
var AS_MANY = /^(?:list|sorted|reversed|enumerate|tuple|set|Array\.from|Object\.values|structuredClone)$/;
var CALLBACKS = /^(?:map|forEach|flatMap)$/;

function addLoop(node, isRows, names, add) {
  if (node.isAsync) return;
  if (node.form === "each" && (isRows(node.iterated) || countsRows(node.iterated, names))) add(node.body, [node.target]);
  else if (node.form === "count" && countsRows(node.test, names)) add(node.body, countersOf(node.first));
  else if (node.form === "while" && countsRows(node.test, names)) add(node.body, comparedIn(node.test, names));
  else if (node.form !== "each" && node.test?.kind === "call") {
    const [of = "", method] = pathOf(node.test.callee) ?? [];
    if (method === "Next" && names.has(of)) add(node.body, scannedInto(node.body, of));
  }
}
function countersOf(first) {
  if (first?.kind === "declare") return [first.target];
  return first?.kind === "block" ? first.body.flatMap((one) => one.kind === "declare" ? [one.target] : []) : [];
}
function comparedIn(test, rows) {
  const inner = test && peel(test);
  if (inner?.kind !== "binary") return [];
  return [inner.left, inner.right].filter((one) => one.kind === "name" && !rows.has(one.name));
}
function countsRows(test, names) {
  if (!test || test.kind === "name") return false;
  return holds([test], (one) => {
    const counted = one.kind === "member" && one.property === "length" ? one.object : one.kind === "call" && one.callee.kind === "name" && one.callee.name === "len" ? one.arguments[0] : void 0;
    return counted?.kind === "name" && names.has(counted.name);
  });
}
function scannedInto(body, rows) {
  const found3 = [];
  walk(body, (one) => {
    if (one.kind !== "call" || pathOf(one.callee)?.[0] !== rows) return void 0;
    for (const given of one.arguments) {
      if (given.kind !== "unary" || given.operator !== "&") continue;
      let filled = peel(given.value);
      while (filled.kind === "member") filled = peel(filled.object);
      found3.push(filled);
    }
    return void 0;
  });
  return found3;
}
function addComprehension(node, isRows, add) {
  const clause = node.clauses.find((one) => !one.isAsync && isRows(one.iterated));
  if (clause) add([node.element, ...node.clauses.flatMap((one) => one.tests)], [clause.target]);
}



function addGathered2(fn, names) {
  walk(fn.body, (node) => {
    if (node.kind !== "loop") return void 0;
    const [of = "", method] = node.test?.kind === "call" ? pathOf(node.test.callee) ?? [] : [];
    const overRows = node.form === "each" ? node.iterated?.kind === "name" && names.has(node.iterated.name) : false;
    if (!overRows && !(method === "Next" && names.has(of))) return void 0;
    for (const statement of node.body) {
      const one = statement.kind === "expression" ? peel(statement.value) : void 0;
      if (one?.kind === "assign" && one.target.kind === "name" && isAppended(one.value, one.target.name))
        names.add(one.target.name);
    }
    return void 0;
  });
}
function isAppended(value, name) {
  const call = value && peel(value);
  if (call?.kind !== "call" || call.callee.kind !== "name" || call.callee.name !== "append") return false;
  const [first] = call.arguments;
  return first?.kind === "name" && first.name === name;
}
function partWithRows(target, value, call, names) {
  const isDirect = holdsRows(value, call, names);
  if (target.kind === "name") return isDirect ? target : void 0;
  if (target.kind === "object") {
    const entry2 = target.entries.find((one) => one.kind === "entry" && one.key === "rows");
    return isDirect && entry2?.kind === "entry" ? entry2.value : void 0;
  }
  if (target.kind !== "array") return void 0;
  if (isDirect) return target.elements[0];
  const all2 = peel(value);
  const [list] = all2.kind === "call" ? all2.arguments : [];
  if (list?.kind !== "array") return void 0;
  return target.elements[list.elements.findIndex((one) => holdsRows(one, call, names))];
}
function addNames(target, names) {
  walk([target], (one) => {
    if (one.kind === "name" && one.name !== "_") names.add(one.name);
    return one.kind !== "member" && one.kind !== "call";
  });
}

// src/model/code/queries/single-reads.ts
function isRead(program, at) {
  switch (at.file.language) {
    case "python":
      return isPythonRead(program, at) || isDjangoRead(at);
    case "go":
      return isGoRead(program, at);
    default:
      return isJavaScriptRead(program, at);
  }
}
var METHODS2 = /^(?:find\w*|get(?:One|Many|RawOne|RawMany|Count|ManyAndCount|OneOrFail|Exists)|count\w*|aggregate|groupBy|exists?\w*|distinct|first|select|sum|min|max|from|where|limit|orderBy|leftJoin|innerJoin|offset)$/;
var BUILDER = /^get(?:One|Many|RawOne|RawMany|Count|ManyAndCount|OneOrFail|Exists)$/;
var PRISMA = /^(?:findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow|findMany|count|aggregate|groupBy)$/;
var TYPEORM = /^(?:find|findBy|findOne|findOneBy|findOneOrFail|findOneByOrFail|findAndCount|count|countBy|exists|existsBy|exist)$/;
var SEQUELIZE = /^(?:findOne|findByPk|findAll|findAndCountAll|count|sum|min|max)$/;
var MONGOOSE = /^(?:find|findById|findOne|countDocuments|count|exists|distinct|aggregate)$/;
function isJavaScriptRead(program, { file, node }) {
  const { callee } = node;
  if (callee.kind !== "member") return false;
  const { property, object } = callee;
  if (property === "query" || property === "execute") return isSqlRead(program, { file, node }, object);
  if (!METHODS2.test(property)) return false;
  if (node.arguments[0]?.kind === "function") return false;
  const receiver = { file, node: object };
  if (BUILDER.test(property)) return chainOf(node).links.some((link) => link.name === "createQueryBuilder");
  if (DRIZZLE.test(property)) return readsTable(program, { file, node });
  if (PRISMA.test(property) && prismaModel(program, receiver) !== void 0) return true;
  if (TYPEORM.test(property) && repositoryOf(program, receiver)) return true;
  if (MONGOOSE.test(property) && mongooseModel(program, receiver) !== void 0) return true;
  if (SEQUELIZE.test(property) && isSequelizeModel(program, receiver)) return true;
  return /^(?:first|select|count|sum|min|max)$/.test(property) && isKnexRoot(program, { file, node: chainOf(node).root });
}
var DRIZZLE = /^(?:from|where|limit|orderBy|groupBy|leftJoin|innerJoin|offset)$/;
function readsTable(program, { file, node }) {
  const { links } = chainOf(node);
  const table = links.find(({ name }) => name === "from")?.call?.arguments[0];
  if (!table || !links.some(({ name }) => /^select(?:Distinct)?$/.test(name))) return false;
  return isDrizzleTable(program, { file, node: table });
}
var ENDS = /^(?:all|first|one|one_or_none|scalar|scalar_one|scalar_one_or_none|fetchall|fetchone|count|get|scalars)$/;
function isPythonRead(program, { file, node }) {
  const { callee } = node;
  if (callee.kind !== "member" || !ENDS.test(callee.property)) return false;
  const chain = chainOf(node);
  const { links } = chain;
  if (links.some((link) => link.name === "query" && link.call && link.call !== node)) return true;
  if (nameOfModel(chain) !== void 0) return true;
  if (links.some(({ call }) => call?.arguments[0] !== void 0 && isSelect(program, { file, node: call }))) return true;
  const [model, key] = node.arguments;
  return callee.property === "get" && model?.kind === "name" && /^[A-Z]/.test(model.name) && key !== void 0 && /^(?:db|session|\w+_session|self\.(?:db|session))$/.test(pathOf(callee.object)?.join(".") ?? "");
}
var DJANGO_ENDS = /^a?(?:get|first|last|earliest|latest|count|exists|aggregate)$/;
function isDjangoRead({ node }) {
  if (node.callee.kind !== "member" || !DJANGO_ENDS.test(node.callee.property)) return false;
  const { root, links } = chainOf(node);
  return root.kind === "name" && /^[A-Z]/.test(root.name) && links[0]?.name === "objects" && !links[0].call;
}
function isSelect(program, { file, node }) {
  const { callee } = node;
  const [first] = node.arguments;
  if (callee.kind !== "member" || !/^(?:execute|scalars?|exec)$/.test(callee.property) || !first) return false;
  const named4 = peel(first);
  const found3 = named4.kind === "name" ? definitionOf(program, { file, node: named4 }) : void 0;
  const { root } = chainOf(found3?.kind === "expression" ? found3.node : named4);
  return root.kind === "call" && /(?:^|\.)select$/.test(pathOf(root.callee)?.join(".") ?? "");
}
var GORM_READS = /^(?:First|Take|Last|Find|Scan|Count|Pluck)$/;
var SQL_READS = /^(?:Query|QueryContext|QueryRow|QueryRowContext|Queryx|QueryRowx|Get|GetContext|Select|SelectContext)$/;
function isGoRead(program, { file, node }) {
  const { callee } = node;
  if (callee.kind !== "member") return false;
  if (callee.property === "Scan" && callee.object.kind !== "call") return false;
  if (GORM_READS.test(callee.property) && isHandle(program, { file, node: beginningOf2(file, node) }, GORM)) return true;
  return SQL_READS.test(callee.property) && isHandle(program, { file, node: callee.object }, PACKAGES2);
}

// src/model/code/queries/row-queries.ts
var FEW = 10;




function sentIn(program, { file, body, names }) {
  if (isExcused(body)) return void 0;
  const known6 = new Set(names);
  let found3;
  walk(body, (node) => {
    if (found3) return false;
    if (node.kind === "declare" && node.value && mentions6(node.value, known6)) addNames(node.target, known6);
    if (node.kind !== "call" || !mentions6(node, known6)) return void 0;
    const at = { path: file.path, start: node.start, end: node.end };
    if (isRead(program, { file, node })) {
      if (!isBatch(node)) found3 = { call: nameOf8(node), at };
      return false;
    }
    const inner = readBehind(program, { file, node }, known6);
    if (inner) found3 = { call: nameOf8(node), at, sentAt: inner };
    return void 0;
  });
  return found3;
}
function readBehind(program, at, names) {
  if (!at.node.arguments.some((one) => mentions6(one, names))) return void 0;
  const callee = calleeOf(program, at);
  if (!callee || isExcused(callee.node.body)) return void 0;
  const given = /* @__PURE__ */ new Set();
  for (const parameter of callee.node.parameters) addNames(parameter.target, given);
  given.delete("self");
  let found3;
  const { file } = callee;
  walkOwn(callee.node, (node) => {
    if (node.kind === "declare" && node.value && mentions6(node.value, given)) addNames(node.target, given);
    if (found3 || node.kind !== "call" || !mentions6(node, given)) return;
    if (isRead(program, { file, node }) && !isBatch(node)) found3 = { path: file.path, start: node.start, end: node.end };
  });
  return found3;
}
function mentions6(node, names) {
  return holds([node], (one) => one.kind === "name" && names.has(one.name));
}
var WRITES = /^(?:create|createMany|update|updateOne|updateMany|upsert|delete|deleteOne|deleteMany|destroy|save|insert|insertOne|insertMany|bulkCreate|commit|flush|Create|Save|Update|Updates|Delete|Exec|ExecContext|findOneAndUpdate|findByIdAndUpdate)$/;
var REMEMBERS = /cache|memo|seen|visited|loader|known/i;
function isExcused(body) {
  return holds(
    body,
    (node) => node.kind === "jump" && node.form === "break" || node.kind === "name" && REMEMBERS.test(node.name) || node.kind === "member" && (REMEMBERS.test(node.property) || node.property === "has") || node.kind === "call" && node.callee.kind === "member" && WRITES.test(node.callee.property)
  );
}
function isBatch(node) {
  return holds(
    [node],
    (one) => one.kind === "entry" && (one.key === "in" || one.key === "$in") || one.kind === "keyword" && one.name.endsWith("__in") || one.kind === "member" && /^(?:in_|any_|whereIn)$/.test(one.property) || one.kind === "call" && one.callee.kind === "name" && /^(?:In|inArray|Any)$/.test(one.callee.name) || one.kind === "literal" && typeof one.value === "string" && /\bIN\s*[(?:]|=\s*ANY\b/i.test(one.value)
  );
}
function nameOf8(call) {
  const path = pathOf(call.callee);
  if (path) return path.join(".");
  const { root, links } = chainOf(call);
  const beginning = root.kind === "call" ? root.callee : root;
  return [pathOf(beginning)?.join("."), ...links.map(({ name }) => name)].filter(Boolean).join(".");
}

// src/model/code/queries/facts.ts


function byPlace2({ at: one }, { at: other }) {
  return one.path === other.path ? one.start - other.start : one.path < other.path ? -1 : 1;
}


// src/model/code/queries/page-answers.ts

function answerTo(request, services) {
  const { path } = request;
  if (path === void 0) return void 0;
  const wanted = partsOf(path);
  const able = services.flatMap((service) => {
    const route = service.routes.routes.filter((one) => isData(one) && isMeant(partsOf(one.path), wanted)).sort((one, other) => one.path.length - other.path.length)[0];
    return route ? [{ service, route }] : [];
  });
  const [only] = able;
  return only && able.length === 1 ? { service: only.service, answer: boundOf2(request, only.service, only.route) } : void 0;
}
function isData({ method, isResolved, framework, at }) {
  if (!isResolved || !/^(?:GET|\*)$/.test(method)) return false;
  return framework !== "next" || !/(?:^|\/)(?:page\.[cm]?[jt]sx?$|pages\/(?!api\/))/.test(at.path);
}
function partsOf(path) {
  return path.toLowerCase().split("/").filter((part) => part !== "");
}
function isMeant(route, wanted) {
  const length = Math.min(route.length, wanted.length);
  if (length === 0 || route.some((part) => part.includes("*"))) return false;
  const [ours, theirs] = [route.slice(-length), wanted.slice(-length)];
  if (ours.every((part, index) => part.startsWith(":") || theirs[index] === ":")) return false;
  return ours.every(
    (part, index) => part === theirs[index] || part.startsWith(":") && theirs[index] !== void 0 || theirs[index] === ":"
  );
}
function boundOf2({ parameter }, service, route) {
  const to = { service: service.name, method: route.method, path: route.path };
  const limits = service.queries.flatMap(
    ({ limit, routes, at }) => limit && routes.includes(route) ? [{ limit, at }] : []
  );
  const open2 = limits.find(({ limit }) => limit.kind === "uncapped" && limit.parameter === parameter);
  if (open2) return { ...to, bound: "open", at: open2.at };
  const capped = limits.flatMap(({ limit, at }) => {
    const max = limit.kind === "capped" ? limit.max : limit.kind === "fixed" ? limit.value : void 0;
    return max === void 0 ? [] : [{ max, at }];
  });
  const [first] = capped;
  if (!first || capped.length < limits.length) return { ...to, bound: "unknown" };
  return { ...to, bound: "capped", ...capped.reduce((most, one) => one.max > most.max ? one : most, first) };
}

// src/model/code/queries/page-requests.ts
var SIZE = /^(?:limit|take|page_?size|page_?limit|per_?page|items_?per_?page|max_?results)$/i;
var IN_TEXT = /[?&]([A-Za-z_]+)=(\d+)(?=&|#|$)/g;
var MENTIONS = /\b(?:limit|take|page_?size|page_?limit|per_?page|items_?per_?page|max_?results)\b/i;
var PAGES = /^(?:react|react-dom|preact|vue|svelte|solid-js|next|@angular\/core)(?:\/|$)/;
var ASKS2 = /^(?:get|axios|ky|got|\$http|useSWR|useAxios|getJSON|getData)$|fetch|request|api/i;
var WHOLE = /export|download|print|csv|excel|xlsx|pdf|sitemap|rss|generateStatic|getStatic/i;
var OPEN = "\0";

var TESTS = /(?:^|\/)(?:__tests__|__mocks__|tests?|specs?|e2e|cypress|playwright|mocks?|fixtures?|stories|storybook)\/|\.(?:test|spec|stories|mock|fixture)s?\./i;
var BESIDE2 = /(?:^|\/)(?:server|backend|jobs?|workers?|cron|scripts?|cli|tools|seeds?|migrations?)\//i;


function requestOf(program, file, call) {
  const [first, options] = call.arguments;
  const name = call.callee.kind === "member" ? call.callee.property : call.callee.kind === "name" ? call.callee.name : "";
  const url = first && textOf5(program, file, first);
  if (url === void 0 || !ASKS2.test(name) || !isOwn(url) || isWriting(options)) return void 0;
  const found3 = sizeIn(program, file, call, url);
  return found3 && !WHOLE.test(url) && !isForWhole(file, call) ? found3 : void 0;
}
function isForWhole({ body }, { start, end }) {
  let found3 = false;
  walk(body, (node) => {
    if (found3 || node.start > start || node.end < end) return false;
    const name = node.kind === "function" ? node.name : node.kind === "declare" && node.target.kind === "name" ? node.target.name : void 0;
    found3 = name !== void 0 && WHOLE.test(name);
    return void 0;
  });
  return found3;
}
function sizeIn(program, file, call, url) {
  const [first, options] = call.arguments;
  const path = pathOf2(url);
  const where = path === void 0 ? {} : { path };
  for (const [, parameter = "", size] of url.matchAll(IN_TEXT)) {
    if (SIZE.test(parameter) && first)
      return { size: Number(size), parameter, ...where, at: { path: file.path, start: first.start, end: first.end } };
  }
  for (const entry2 of parametersOf2(options)) {
    const size = numberOf(evaluateExpression(program, { file, node: entry2.value }));
    if (entry2.key !== void 0 && SIZE.test(entry2.key) && size !== void 0)
      return { size, parameter: entry2.key, ...where, at: { path: file.path, start: entry2.start, end: entry2.end } };
  }
  return void 0;
}
function textOf5(program, file, node) {
  const inner = peel(node);
  if (inner.kind === "literal") return typeof inner.value === "string" ? inner.value : void 0;
  if (inner.kind === "binary" && inner.operator === "+") {
    const [left, right] = [textOf5(program, file, inner.left), textOf5(program, file, inner.right)];
    return left === void 0 && right === void 0 ? void 0 : `${left ?? OPEN}${right ?? OPEN}`;
  }
  if (inner.kind !== "template") return void 0;
  return inner.parts.map((part) => {
    if (typeof part === "string") return part;
    const value = evaluateExpression(program, { file, node: part });
    return value.kind === "known" && value.variables.length === 0 ? String(value.value) : OPEN;
  }).join("");
}
function isOwn(url) {
  return !/^https?:\/\//.test(url) || /^https?:\/\/(?:localhost|127\.0\.0\.1|\0)/.test(url);
}
function isWriting(options) {
  if (options?.kind !== "object") return false;
  return options.entries.some(
    (one) => one.kind === "entry" && one.key === "method" && !(one.value.kind === "literal" && /^get$/i.test(String(one.value.value)))
  );
}
function parametersOf2(options) {
  if (options?.kind !== "object") return [];
  return options.entries.flatMap((one) => {
    if (one.kind !== "entry" || !/^(?:params|query|searchParams)$/.test(one.key ?? "")) return [];
    const given = peel(one.value);
    return given.kind === "object" ? given.entries.flatMap((entry2) => entry2.kind === "entry" ? [entry2] : []) : [];
  });
}
function pathOf2(url) {
  const bare3 = url.replace(/[?#].*$/s, "").replace(/^https?:\/\/[^/]*/, "").replace(/^\0(?=\/|$)/, "");
  const parts = bare3.split("/").filter((part) => part !== "");
  return parts.length === 0 || parts.every((part) => part.includes(OPEN)) ? void 0 : `/${parts.map((part) => part.includes(OPEN) ? ":" : part).join("/")}`;
}

// src/model/code/queues/python-jobs.ts

function firstSent(program, files2, { calls, makes, packages }) {
  for (const file of files2) {
    for (const call of calls.flatMap((name) => indexOf(file).callsByName.get(name) ?? [])) {
      const isSent = makes ? isJob(program, file, call, makes) : file.imports.some(({ from }) => packages.test(from.split(".")[0] ?? "")) || calls.includes("enqueue_job");
      if (isSent) return { path: file.path, start: call.start, end: call.end };
    }
  }
  return void 0;
}
function isJob(program, file, call, makes) {
  const callee = peel(call.callee);
  if (callee.kind !== "member") return false;
  const found3 = definitionOf(program, { file, node: callee.object });
  return found3.kind === "function" && found3.node.decorators.some((one) => makes.test(pathOf(one.kind === "call" ? one.callee : one)?.at(-1) ?? ""));
}
var takers = /* @__PURE__ */ new WeakMap();
function takersOf(program, { library, takes, packages }) {
  const known6 = takers.get(program) ?? /* @__PURE__ */ new Map();
  takers.set(program, known6);
  const found3 = known6.get(library) ?? [...program.files.values()].filter(
    (file) => file.language === "python" && !isApartFromProduction(file.path) && (library === "celery" || file.imports.some(({ from }) => packages.test(from.split(".")[0] ?? ""))) && indexOf(file).calls.some((call) => isTaker(program, file, call, takes, library))
  );
  known6.set(library, found3);
  return found3;
}
function isTaker(program, file, call, takes, library) {
  if (library === "celery") return /(?:^|\.)worker_main$/.test(pathOf(call.callee)?.join(".") ?? "");
  const name = externalName(definitionOf(program, { file, node: call.callee }));
  return name !== void 0 && takes.test(name);
}
var texts = /* @__PURE__ */ new WeakMap();
function textOfWorker(tree, { worker }) {
  const known6 = texts.get(tree) ?? deployTextsOf(tree);
  texts.set(tree, known6);
  return known6.texts.find(({ path, text }) => !standsAside(path) && worker.test(text))?.path;
}

// src/model/code/queues/queue-names.ts
var LONGEST2 = 4;
var EACH = ["forEach", "map", "flatMap"];
function textsOf(program, at, steps = LONGEST2) {
  if (steps <= 0) return void 0;
  const value = evaluateExpression(program, at);
  if (value.kind === "known") return typeof value.value === "string" ? [value.value] : void 0;
  const found3 = definitionOf(program, at);
  if (found3.kind === "item" && found3.of && found3.path.length === 0)
    return itemsOf2(program, { file: found3.file, node: found3.of }, steps);
  if (found3.kind !== "parameter" || found3.path.length > 0) return void 0;
  const list = listGoneThrough({ file: found3.file, node: found3.owner }, found3.node);
  return list ? itemsOf2(program, list, steps) : fromCallers(program, found3.file, found3.owner, found3.node, steps);
}
function fromCallers(program, file, owner, parameter, steps) {
  if (owner.name === "constructor") return void 0;
  const { calls, complete } = callersOf(program, { file, node: owner });
  if (!complete || calls.length === 0) return void 0;
  return all(
    calls.map((call) => {
      const given = argumentFor(call.node, owner, parameter);
      return given && textsOf(program, { file: call.file, node: given }, steps - 1);
    })
  );
}
function listGoneThrough({ file, node: owner }, parameter) {
  if (owner.parameters[0] !== parameter) return void 0;
  const { callsByName } = indexOf(file);
  for (const {
    callee,
    arguments: [first]
  } of EACH.flatMap((name) => callsByName.get(name) ?? [])) {
    if (first === owner && callee.kind === "member") return { file, node: callee.object };
  }
  return void 0;
}
function itemsOf2(program, at, steps) {
  const found3 = definitionOf(program, at);
  if (found3.kind !== "expression") return void 0;
  const value = peel(found3.node);
  const items2 = (nodes) => all(nodes.map((node) => textsOf(program, { file: found3.file, node }, steps - 1)));
  if (value.kind === "array") return items2(value.elements);
  if (value.kind !== "call" || value.callee.kind !== "member" || value.callee.property !== "values") return void 0;
  const [first] = value.arguments;
  const object = first && definitionOf(program, { file: found3.file, node: first });
  const written = object?.kind === "expression" ? peel(object.node) : void 0;
  if (object?.kind !== "expression" || written?.kind !== "object") return void 0;
  const { file } = object;
  return all(
    written.entries.map(
      (one) => one.kind === "entry" ? textsOf(program, { file, node: one.value }, steps - 1) : void 0
    )
  );
}
function all(found3) {
  const known6 = found3.filter((one) => one !== void 0);
  return known6.length === found3.length ? known6.flat() : void 0;
}

// src/model/code/queues/job-queues.ts
var MAKERS = /^(?:bull(?:mq)?(?:\.Queue|\.default)?|@taskforcesh\/bullmq-pro\.QueuePro)$/;
var WORKERS = /^(?:bullmq\.Worker|@taskforcesh\/bullmq-pro\.WorkerPro)$/;
var FLOWS = /^(?:bullmq|@taskforcesh\/bullmq-pro)\.FlowProducer(?:Pro)?$/;
var NEST = /^@nestjs\/bull(?:mq)?\.(\w+(?:\.\w+)?)$/;
var MAKING = /^(?:Worker(?:Pro)?|registerQueue(?:Async)?)$/;
var ADDS2 = ["add", "addBulk", "upsertJobScheduler"];
var KNOWN = /^(?:bull|bullmq|@nestjs\/bull(?:mq|-shared)?|@taskforcesh\/bullmq-pro|@bull-board\/[\w-]+|bull-board|bull-arena|bullmq-exporter|@sentry\/.*|@opentelemetry\/.*|bullmq-otel)$/;

function workersInRepository(program) {
  const known6 = workersOf2.get(program);
  if (known6) return known6;
  const { taken } = queuesIn(
    program,
    [...program.files.values()].filter((file) => !standsAside(file.path))
  );
  workersOf2.set(program, taken);
  return taken;
}
var workersOf2 = /* @__PURE__ */ new WeakMap();

function queuesIn(program, code) {
  const added = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Map();
  const named4 = [];
  const handled = /* @__PURE__ */ new Map();
  let open2;
  const take = (at, names) => {
    const span = spanOf6(at);
    if (!names) open2 ??= span;
    else for (const name of names) if (!taken.has(name)) taken.set(name, span);
  };
  const handle = (queues, names, at) => {
    for (const queue of queues ?? []) {
      const known6 = handled.get(queue);
      handled.set(queue, names && known6 !== null ? { names: /* @__PURE__ */ new Set([...known6?.names ?? [], ...names]), at } : null);
    }
  };
  for (const file of code) {
    const { callsByName, calls, classes } = indexOf(file);
    for (const call of callsByName.get("add") ?? []) named4.push(...namedBy(program, file, call));
    for (const call of ADDS2.flatMap((name) => callsByName.get(name) ?? [])) {
      for (const [name, at] of addedBy(program, file, call)) if (!added.has(name)) added.set(name, at);
    }
    const isImporting = file.imports.some((one) => isBull(one.from));
    for (const call of calls) {
      if (!isImporting && !MAKING.test(calledName(call) ?? "")) continue;
      const maker = externalName(definitionOf(program, { file, node: call.callee })) ?? "";
      if (WORKERS.test(maker)) take({ file, node: call }, nameGiven2(program, file, call));
      else if (/^BullModule\./.test(NEST.exec(maker)?.[1] ?? "")) {
        for (const one of registered2(program, file, call)) take({ file, node: call }, one);
      }
    }
    for (const call of [...callsByName.get("process") ?? [], ...callsByName.get("getNextJob") ?? []]) {
      const of = call.callee.kind === "member" ? queueOf(program, { file, node: call.callee.object }) : "none";
      if (of !== "none") {
        take({ file, node: call }, of);
        handle(of, nameOfHandler(program, file, call), spanOf6({ file, node: call }));
      } else if (handlesJobs(program, file, call)) take({ file, node: call }, void 0);
    }
    for (const one of classes) {
      const isWorker = one.bases.some(
        (base) => WORKERS.test(externalName(definitionOf(program, { file, node: base })) ?? "")
      );
      if (isWorker) {
        const above = indexOf(file).calls.find(
          ({ callee, start }) => callee.kind === "name" && callee.name === "super" && start > one.start && start < one.end
        );
        take({ file, node: above ?? one }, above && nameGiven2(program, file, above));
      }
      for (const decorator of one.decorators) {
        const call = peel(decorator);
        if (call.kind !== "call") continue;
        const name = externalName(definitionOf(program, { file, node: call.callee })) ?? "";
        if (NEST.exec(name)?.[1] !== "Processor") continue;
        const queues = nameGiven2(program, file, call, "default");
        take({ file, node: call }, queues);
        handle(
          queues,
          name.startsWith("@nestjs/bull.") ? namesOfMethods(program, file, one) : void 0,
          spanOf6({ file, node: call })
        );
      }
    }
  }
  return { added, taken, named: named4, handled, ...open2 && { open: open2 } };
}
function namedBy(program, file, call) {
  const [first, second] = call.arguments;
  if (call.callee.kind !== "member" || !first || !second) return [];
  const queues = queueOf(program, { file, node: call.callee.object });
  if (queues === "none" || !queues) return [];
  const jobs = textsOf(program, { file, node: first }) ?? [];
  const at = spanOf6({ file, node: call });
  return queues.flatMap((queue) => jobs.map((job) => ({ queue, job, at })));
}
function nameOfHandler(program, file, { arguments: given }) {
  const [first, second] = given;
  const names = first && second ? textsOf(program, { file, node: first }) : void 0;
  return names?.includes("*") ? void 0 : names;
}
function namesOfMethods(program, file, { members, bases }) {
  const found3 = [];
  for (const member of bases.length > 0 ? [] : members) {
    for (const decorator of member.kind === "function" ? member.decorators : []) {
      const call = peel(decorator);
      if (call.kind !== "call" || nestName(program, file, decorator) !== "Process") continue;
      const names = nameGiven2(program, file, call);
      if (!names || names.includes("*")) return void 0;
      found3.push(...names);
    }
  }
  return found3.length > 0 ? found3 : void 0;
}
function addedBy(program, file, call) {
  if (call.callee.kind !== "member") return [];
  const receiver = { file, node: call.callee.object };
  if (isFlow(program, receiver)) {
    const found3 = [];
    walk(call.arguments, (node) => {
      if (node.kind !== "entry" || node.key !== "queueName") return void 0;
      const at = { file, node: node.value };
      for (const name of textsOf(program, at) ?? []) found3.push([name, spanOf6(at)]);
      return void 0;
    });
    return found3;
  }
  const names = queueOf(program, receiver);
  return names === "none" ? [] : (names ?? []).map((name) => [name, spanOf6({ file, node: call })]);
}
function isFlow(program, at) {
  const found3 = behind(definitionOf(program, at));
  if (found3?.kind === "injected")
    return found3.decorators.some((one) => nestName(program, found3.file, one) === "InjectFlowProducer");
  return found3?.kind === "call" && FLOWS.test(externalName(definitionOf(program, { file: found3.file, node: found3.node.callee })) ?? "");
}
function queueOf(program, at) {
  const found3 = behind(definitionOf(program, at));
  if (!found3) return "none";
  if (found3.kind === "injected") {
    const { file: file2 } = found3;
    const decorator = found3.decorators.map(peel).find((one) => nestName(program, file2, one) === "InjectQueue");
    return decorator?.kind === "call" ? nameGiven2(program, file2, decorator, "default") : "none";
  }
  const { file, node } = found3;
  if (MAKERS.test(externalName(definitionOf(program, { file, node: node.callee })) ?? ""))
    return nameGiven2(program, file, node);
  return madeBy(program, file, node);
}
function madeBy(program, file, call) {
  const maker = calleeOf(program, { file, node: call });
  if (!maker) return "none";
  const made3 = [];
  walk(maker.node.body, (node) => {
    if (node.kind === "call" && node.isNew) {
      const name2 = externalName(definitionOf(program, { file: maker.file, node: node.callee })) ?? "";
      if (MAKERS.test(name2)) made3.push(node);
    }
    return void 0;
  });
  const [only, more] = made3;
  if (!only || more) return "none";
  const [name] = only.arguments;
  const position = maker.node.parameters.findIndex(
    ({ target }) => target.kind === "name" && name?.kind === "name" && name.name === target.name
  );
  if (position === -1) return nameGiven2(program, maker.file, only);
  const given = call.arguments[position];
  return given && textsOf(program, { file, node: given });
}
function behind(found3) {
  if (found3.kind === "parameter") return { kind: "injected", file: found3.file, decorators: found3.node.decorators };
  const value = found3.kind === "expression" ? peel(found3.node) : found3.kind === "field" && found3.node.value ? peel(found3.node.value) : void 0;
  if (value?.kind === "call" && "file" in found3) return { kind: "call", file: found3.file, node: value };
  if (found3.kind === "field") return { kind: "injected", file: found3.file, decorators: found3.node.decorators };
  return void 0;
}
function nestName(program, file, decorator) {
  const call = peel(decorator);
  if (call.kind !== "call") return void 0;
  return NEST.exec(externalName(definitionOf(program, { file, node: call.callee })) ?? "")?.[1];
}
function nameGiven2(program, file, call, fallback) {
  const [first] = call.arguments;
  if (!first) return fallback === void 0 ? void 0 : [fallback];
  const value = peel(first);
  if (value.kind !== "object") return textsOf(program, { file, node: first });
  const entry2 = value.entries.find((one) => one.kind === "entry" && one.key === "name");
  return entry2?.kind === "entry" ? textsOf(program, { file, node: entry2.value }) : void 0;
}
function registered2(program, file, call) {
  const found3 = [];
  for (const one of call.arguments) {
    let hasProcessors = false;
    walk([one], (node) => {
      hasProcessors ||= node.kind === "entry" && node.key === "processors";
      return void 0;
    });
    const value = peel(one);
    if (!hasProcessors) continue;
    const name = value.kind === "object" ? value.entries.find((entry2) => entry2.kind === "entry" && entry2.key === "name") : void 0;
    found3.push(name?.kind === "entry" ? textsOf(program, { file, node: name.value }) : void 0);
  }
  return found3;
}
function handlesJobs(program, file, call) {
  if (call.callee.kind !== "member" || call.callee.property !== "process") return false;
  if (calleeOf(program, { file, node: call })) return false;
  const last = call.arguments.at(-1);
  const given = last && definitionOf(program, { file, node: last });
  return given?.kind === "function" || last?.kind === "name" && call.arguments.length > 1;
}
function spanOf6({
  file,
  node
}) {
  return { path: file.path, start: node.start, end: node.end };
}

// src/model/code/queues/untaken-queues.ts

function unhandledBy({ queue, job, at }, all2) {
  const workers = all2.flatMap(({ handled: handled2 }) => handled2.has(queue) ? handled2.get(queue) ?? null : []);
  const [first] = workers;
  if (!first || workers.some((one) => one === null || one.names.has(job))) return void 0;
  const handled = [...new Set(workers.flatMap((one) => [...one?.names ?? []]))].sort();
  return { queue, job, at, handled, worker: first.at };
}
function describe(program, tree, queue, all2) {
  const worker = workersInRepository(program).get(queue.name);
  if (worker) return { ...queue, worker: { ...worker, mayRun: isNamed2(program, tree, worker.path) } };
  for (const { taken } of all2) {
    for (const [name, at] of taken) {
      if (isNear2(name, queue.name) && !all2.some(({ added }) => added.has(name))) return { ...queue, near: { name, at } };
    }
  }
  return queue;
}
function isNear2(one, other) {
  const [plain, another] = [one, other].map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ""));
  if (plain === void 0 || another === void 0) return false;
  return plain === another || Math.min(plain.length, another.length) >= 4 && editDistance(plain, another) <= 1;
}
var COMMON = /^(?:index|main|app|server|start|run)$/;
function isNamed2(program, tree, path) {
  const names = loadersOf(program, path).map((one) => {
    const base = fileName(one).replace(/\.\w+$/, "");
    return COMMON.test(base) ? `${fileName(directoryOf(one))}(?:/${base})?` : base;
  });
  const some2 = names.map((name) => name.replace(/[.*+^$|[\]{}\\]/g, "\\$&")).join("|");
  return isDeployed(
    deployTextsOf(tree),
    new RegExp(`(?:^|[\\s"'/=,])(?:${some2})(?:\\.[cm]?[jt]sx?)?(?=$|[\\s"',;&])`, "m")
  );
}
function loadersOf(program, path) {
  const loaders = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    for (const { from, typeOnly } of file.imports) {
      const target = typeOnly ? void 0 : program.target(file, from);
      if (target?.kind !== "files") continue;
      for (const one of target.files) loaders.set(one.path, (loaders.get(one.path) ?? /* @__PURE__ */ new Set()).add(file.path));
    }
  }
  const found3 = /* @__PURE__ */ new Set([path]);
  for (const one of found3) for (const loader of loaders.get(one) ?? []) found3.add(loader);
  return [...found3];
}

// src/model/code/rejections.ts
var HANDS_ON = /^(?:express-async-errors|express-async-errors-.*|@awaitjs\/express|express-promise-router|express-promise-patch|express-yields|express\/lib\/router(?:\/.*)?|router(?:\/.*)?|@small-tech\/express-async-errors)$/;

function nameOfFunction({ file, node }) {
  return node.name ?? indexOf(file).givenNames.get(node) ?? "middleware";
}
function passesOn({ directory }, files2, tree) {
  if (files2.some(({ imports: imports2 }) => imports2.some(({ from, typeOnly }) => !typeOnly && HANDS_ON.test(from)))) return "yes";
  const major = majorOf(["express"], joinPath(directory, "main"), tree);
  if (major === void 0) return "unknown";
  return major >= 5 ? "yes" : "no";
}
var LAST_RESORT = /^(?:unhandledRejection|uncaughtException)$/;
function keepsAlive(file) {
  if (indexOf(file).words.has("setUncaughtExceptionCaptureCallback")) return true;
  return ["on", "once", "addListener"].some(
    (name) => (indexOf(file).callsByName.get(name) ?? []).some(({ callee, arguments: [event, handler] }) => {
      if (callee.kind !== "member" || pathOf(callee.object)?.join(".") !== "process") return false;
      if (event?.kind === "literal" && !(typeof event.value === "string" && LAST_RESORT.test(event.value))) return false;
      return handler?.kind !== "function" || !endsProgram(handler.body);
    })
  );
}
var DEEPEST9 = 3;
var MOST_NODES2 = 4e3;
var known5 = /* @__PURE__ */ new WeakMap();
function uncaughtIn(program, fn, depth) {
  const answers2 = known5.get(fn.node) ?? [];
  known5.set(fn.node, answers2);
  if (answers2[depth] === void 0) {
    answers2[depth] = null;
    answers2[depth] = findUncaught(program, fn, depth) ?? null;
  }
  return answers2[depth] ?? void 0;
}
function findUncaught(program, { file, node: fn }, depth) {
  let found3;
  let left = MOST_NODES2;
  const look = (node, isCaught) => {
    if (found3 || --left < 0 || node.kind === "function" || node.kind === "class") return;
    if (node.kind === "try") {
      for (const one of node.body) look(one, isCaught || node.handlers.length > 0);
      for (const one of [...node.handlers.flatMap(({ body }) => body), ...node.finalizer]) look(one, isCaught);
      return;
    }
    const at = { path: file.path, start: node.start, end: node.end };
    if (node.kind === "throw" && !isCaught) {
      found3 = { call: "throw", at };
      return;
    }
    if (node.kind === "call" && !isCaught && refusesToken(program, { file, node })) {
      found3 = { call: nameOf9(node), at };
      return;
    }
    const isGiven = node.kind === "return" && depth > 0 && node.value?.kind !== "await";
    const given = node.kind === "await" || isGiven ? node.value : void 0;
    if (given && (!isCaught || isGiven)) found3 = failing(program, { file, node: given }, depth);
    for (const one of childrenOf(node)) look(one, isCaught);
  };
  for (const statement of fn.body) look(statement, false);
  return found3;
}
function refusesToken(program, { file, node }) {
  if (pathOf(node.callee)?.at(-1) !== "verify" || node.arguments.length > 3) return false;
  if (node.arguments.slice(2).some((one) => peel(one).kind !== "object")) return false;
  return externalName(definitionOf(program, { file, node: node.callee })) === "jsonwebtoken.verify";
}
var TOGETHER = /^Promise\.(?:all|race|any)$/;
function failing(program, { file, node }, depth) {
  const call = peel(node);
  if (call.kind === "conditional")
    return [call.consequent, call.alternate].map((one) => failing(program, { file, node: one }, depth)).find((one) => one !== void 0);
  if (call.kind !== "call") return void 0;
  if (TOGETHER.test(pathOf(call.callee)?.join(".") ?? "")) {
    const [list] = call.arguments;
    const parts = list && peel(list).kind === "array" ? peel(list).elements : [];
    return parts.map((one) => failing(program, { file, node: one }, depth)).find((one) => one !== void 0);
  }
  const { links } = chainOf(call);
  const isTaken = links.some(
    ({ name, call: link }) => name === "catch" || name === "then" && (link?.arguments.length ?? 0) > 1
  );
  if (isTaken) return void 0;
  const at = { path: file.path, start: call.start, end: call.end };
  const calls = [call, ...links.flatMap((link) => link.call ?? [])];
  if (calls.some((one) => asksOutside(program, { file, node: one }))) return { call: nameOf9(call), at };
  const callee = depth < DEEPEST9 ? calleeOf(program, { file, node: call }) : void 0;
  if (!callee || callee.node.isGenerator || call.isNew || callee.node.decorators.length > 0) return void 0;
  return uncaughtIn(program, callee, depth + 1) ? { call: nameOf9(call), at } : void 0;
}
var OUTSIDE = /^(?:axios|got|node-fetch|undici|superagent|ky|cross-fetch|pg|pg-promise|mysql2(?:\/promise)?|ioredis|redis|mongodb|mongoose|@prisma\/client|sequelize|typeorm|knex|nodemailer|stripe|amqplib|kafkajs|fs\/promises|node:fs\/promises|@aws-sdk\/[\w-]+|@elastic\/elasticsearch|ldapjs)$/;
var WRITES2 = /^(?:create|createMany|bulkCreate|insertMany|insertOne|update|updateOne|updateMany|upsert|delete|deleteOne|deleteMany|destroy|save|insert|remove|findOneAnd\w+|findByIdAnd\w+)$/;
function isWrite(program, { file, node }) {
  if (node.callee.kind !== "member" || !WRITES2.test(node.callee.property)) return false;
  const receiver = { file, node: node.callee.object };
  return prismaModel(program, receiver) !== void 0 || mongooseModel(program, receiver) !== void 0 || isSequelizeModel(program, receiver) || repositoryOf(program, receiver) !== void 0;
}
function asksOutside(program, at) {
  if (isRead(program, at) || isWrite(program, at)) return true;
  const callee = peel(at.node.callee);
  const path = pathOf(callee);
  if (path?.length === 1 && path[0] === "fetch") return true;
  const name = externalName(definitionOf(program, { file: at.file, node: callee }));
  if (name === void 0) return false;
  const [from = ""] = name.split(".");
  return OUTSIDE.test(from) && !/\.(?:Types|Schema|ObjectId|isValidObjectId|set|isAxiosError)\b/.test(name);
}
function nameOf9(call) {
  const path = pathOf(call.callee);
  if (path) return path.join(".");
  const { root, links } = chainOf(call);
  const beginning = root.kind === "call" ? root.callee : root;
  const first = links.find((one) => one.call);
  return [pathOf(beginning)?.join("."), first?.name ?? links[0]?.name].filter(Boolean).join(".");
}

// door:src/model/code/routes/javascript.ts
var room7;



// door:src/model/code/routes/python.ts
var room8;
function enter8() {
  return room8 ??= require("./model-code-routes-python.js");
}
function pythonRoutes(...given) {
  return enter8().pythonRoutes(...given);
}

// src/model/code/rpc/nest.ts
function nestRpc(program, files2) {
  const services = [];
  const unresolved = [];
  for (const file of files2) {
    walk(file.body, (node) => {
      const options = node.kind === "call" ? optionsOf(node) : void 0;
      if (options === void 0 || node.kind !== "call") return void 0;
      const at = { path: file.path, start: node.start, end: node.end };
      const of = { file, node: options };
      const transport = entryOf(program, of, "transport");
      if (transport.kind === "open") unresolved.push(at);
      if (transport.kind !== "given" || pathOf(peel(transport.value.node))?.at(-1) !== "GRPC") return void 0;
      const packages = packagesOf2(program, of);
      if (!packages || entryOf(program, of, "options.onLoadPackageDefinition").kind !== "absent") unresolved.push(at);
      for (const name of packages ?? [])
        services.push({ name: name === HEALTH ? `${HEALTH}.Health` : name, isResolved: true, isServed: true, at });
      return void 0;
    });
  }
  return { services: services.length > 0 ? [...services, ...named(files2)] : services, unresolved };
}
var HEALTH = "grpc.health.v1";
function optionsOf({ callee, arguments: given }) {
  if (callee.kind !== "member") return void 0;
  if (callee.property === "createMicroservice") return given[1];
  return callee.property === "connectMicroservice" ? given[0] : void 0;
}
function packagesOf2(program, of) {
  const found3 = entryOf(program, of, "options.package");
  if (found3.kind !== "given") return void 0;
  const { file, node } = found3.value;
  const inner = peel(node);
  const items2 = inner.kind === "array" ? inner.elements : [inner];
  const values = items2.map((one) => evaluateExpression(program, { file, node: one }));
  const texts2 = values.flatMap((one) => one.kind === "known" && typeof one.value === "string" ? one.value : []);
  return texts2.length === items2.length ? texts2 : void 0;
}
function named(files2) {
  const found3 = [];
  for (const file of files2) {
    walk(file.body, (node) => {
      if (node.kind !== "function") return void 0;
      for (const one of node.decorators) {
        if (one.kind !== "call" || !/^Grpc(?:Stream)?(?:Method|Call)$/.test(pathOf(one.callee)?.at(-1) ?? "")) continue;
        const [first] = one.arguments;
        const name = first?.kind === "literal" && typeof first.value === "string" ? first.value : void 0;
        if (name !== void 0 && /^Health/i.test(name))
          found3.push({
            name: "Health",
            isResolved: false,
            isServed: true,
            at: { path: file.path, start: one.start, end: one.end }
          });
      }
      return void 0;
    });
  }
  return found3;
}

// src/model/code/rpc/javascript.ts
function javascriptRpc(program, files2) {
  const services = [];
  const unresolved = [];
  for (const file of files2) {
    const isNice = file.imports.some((one) => one.from === "nice-grpc");
    const servers = serverNames(program, file);
    walk(file.body, (node) => {
      if (node.kind !== "call") return void 0;
      const at = { path: file.path, start: node.start, end: node.end };
      if (isRegistration(node, isNice)) {
        const [first] = node.arguments;
        const name = first && serviceName(program, { file, node: first });
        if (name === void 0) unresolved.push(at);
        else services.push({ name, isResolved: name.includes("."), isServed: true, at });
      } else if (handsOn(program, { file, node }, servers)) unresolved.push(at);
      return void 0;
    });
  }
  const nest2 = nestRpc(program, files2);
  return { services: [...services, ...nest2.services], unresolved: [...unresolved, ...nest2.unresolved] };
}
function isRegistration({ callee, arguments: given }, isNice) {
  if (callee.kind !== "member" || given.length < 2) return false;
  return callee.property === "addService" || isNice && callee.property === "add";
}
function serviceName(program, { file, node }) {
  const path = pathOf(peel(node));
  const last = path?.at(-1);
  const root = path?.[0];
  if (path === void 0 || last === void 0 || root === void 0) return void 0;
  const found3 = nameDefinition(program, file, root, node.start);
  if (found3.kind === "item" || found3.kind === "parameter") return void 0;
  if (last === "service") return path.at(-2);
  const name = last;
  return /^[A-Z]/.test(name) ? name.replace(/(?<=.)(?:Service|Definition|ServiceDefinition)$/, "") : void 0;
}
function serverNames(program, file) {
  const names = /* @__PURE__ */ new Set(["server"]);
  walk(file.body, (node) => {
    const value = node.kind === "declare" || node.kind === "assign" || node.kind === "field" ? node.value : void 0;
    const made3 = value && peel(value);
    if (made3?.kind !== "call" || !isServer(program, { file, node: made3 })) return void 0;
    const name = node.kind === "field" ? node.name : pathOf(node.target)?.at(-1);
    if (name !== void 0) names.add(name);
    return void 0;
  });
  return names;
}
function isServer(program, { file, node }) {
  const last = pathOf(node.callee)?.at(-1);
  if (last !== "Server" && last !== "createServer") return false;
  const found3 = definitionOf(program, { file, node: node.callee });
  return found3.kind === "external" && /^(?:@grpc\/grpc-js|grpc|nice-grpc)$/.test(found3.package);
}
function handsOn(program, { file, node }, servers) {
  const isGiven = node.arguments.some((one) => servers.has(pathOf(peel(one))?.at(-1) ?? ""));
  if (!isGiven || calleeOf(program, { file, node })) return false;
  const [root = ""] = pathOf(node.callee) ?? [];
  return !/^(?:console|Promise|util|promisify|process|setTimeout)$/.test(root) && !isReflection(program, file, root, node.start);
}
function isReflection(program, file, name, offset) {
  const found3 = nameDefinition(program, file, name, offset);
  const made3 = found3.kind === "expression" && found3.node.kind === "call" ? found3 : void 0;
  const of = made3 && made3.node.kind === "call" ? definitionOf(program, { file: made3.file, node: made3.node.callee }) : found3;
  return of.kind === "external" && /reflection/.test(of.package);
}

// src/model/code/rpc/python.ts
var REGISTERS = /^add_(\w+)Servicer_to_server$/;
var GENERATED2 = /_pb2(?:_grpc)?\.py$/;
var HARMLESS3 = /^(?:enable_server_reflection|add_insecure_port|add_secure_port|start|stop|wait_for_termination|print|run|append|partial|ensure_future|create_task|gather|signal|add_signal_handler)$/;
function pythonRpc(program, files2) {
  const services = [];
  const unresolved = [];
  for (const file of files2) {
    if (GENERATED2.test(file.path)) continue;
    const servers = serverNames2(file);
    walk(file.body, (node) => {
      if (node.kind !== "call") return void 0;
      const at = { path: file.path, start: node.start, end: node.end };
      const last = pathOf(node.callee)?.at(-1) ?? "";
      const name = REGISTERS.exec(last)?.[1];
      if (name !== void 0) services.push({ name, isResolved: false, isServed: true, at });
      else if (/^add_(?:generic_rpc|registered_method)_handlers$/.test(last) || handsOn2(program, { file, node }, servers))
        unresolved.push(at);
      return void 0;
    });
  }
  return { services, unresolved };
}
function serverNames2(file) {
  const names = /* @__PURE__ */ new Set(["server"]);
  walk(file.body, (node) => {
    const value = node.kind === "declare" || node.kind === "assign" ? node.value : void 0;
    const made3 = value && peel(value);
    if (made3?.kind !== "call" || node.kind !== "declare" && node.kind !== "assign") return void 0;
    const path = pathOf(made3.callee);
    const name = pathOf(node.target)?.at(-1);
    if (path?.at(-1) === "server" && name !== void 0) names.add(name);
    return void 0;
  });
  return names;
}
function handsOn2(program, { file, node }, servers) {
  const isGiven = node.arguments.some((one) => {
    const inner = peel(one.kind === "keyword" ? one.value : one);
    return servers.has(pathOf(inner)?.at(-1) ?? "");
  });
  return isGiven && !HARMLESS3.test(pathOf(node.callee)?.at(-1) ?? "") && !calleeOf(program, { file, node });
}

// door:src/model/code/shadowed-routes.ts
var room9;



// src/model/code/shutdown.ts
var CLOSERS = /^[^.].*(?:shutdown|graceful)|^(?:@godaddy\/terminus|lightship|stoppable|close-with-grace|(?:async-)?exit-hook|signal-exit|death|sails|next|micro|nitropack|nuxt|fastify-cli)$|^(?:@apollo\/server|apollo-server|moleculer|@google-cloud\/functions-framework|@(?:adonisjs|strapi|loopback|medusajs|platformatic)\/)/;
var NEST_HOOKS = ["onModuleDestroy", "beforeApplicationShutdown", "onApplicationShutdown"];
var NEST_CLOSING = /^@nestjs\/(?:typeorm|mongoose|sequelize|bull|bullmq|microservices|schedule)$/;


var ENDS2 = /^(?:process\.exit|(?:console|log|logger|[\w.]+\.(?:log|logger))\.\w+)$/;

function hasMethod(file, name) {
  const { classes, words } = indexOf(file);
  return words.has(name) && classes.some((one) => one.members.some((own) => own.kind === "function" && own.name === name));
}

function spanOf7(file, { start, end }) {
  return { path: file.path, start, end };
}
var REGISTERS2 = /^process\.(?:on|once|addListener|prependListener)$/;

function isTermination(program, file, signal) {
  if (signal.kind === "literal") return signal.value === "SIGTERM";
  const found3 = definitionOf(program, { file, node: signal });
  if (found3.kind === "expression") return found3.node.kind === "literal" && found3.node.value === "SIGTERM";
  if (found3.kind === "item") return found3.of !== void 0 && holdsTermination(program, file, found3.of);
  if (found3.kind !== "parameter") return false;
  const each = indexOf(file).calls.find((call) => call.arguments.some((one) => peel(one) === found3.owner));
  return each?.callee.kind === "member" && holdsTermination(program, file, each.callee.object);
}
function holdsTermination(program, file, list) {
  const found3 = definitionOf(program, { file, node: list });
  const value = found3.kind === "expression" ? peel(found3.node) : void 0;
  return value?.kind === "array" && value.elements.some((one) => one.kind === "literal" && one.value === "SIGTERM");
}
function functionOf2(program, file, node) {
  const inner = peel(node);
  if (inner.kind === "function") return { file, node: inner };
  const bound = inner.kind === "call" && inner.callee.kind === "member" && inner.callee.property === "bind";
  const found3 = definitionOf(program, {
    file,
    node: bound && inner.callee.kind === "member" ? inner.callee.object : inner
  });
  return found3.kind === "function" ? found3 : void 0;
}
var CLOSES2 = /^(?:close|stop|shutdown|drain|end|quit|disconnect|\$disconnect|destroy|terminate|closeAll|closeAllConnections)$/;
var DEEPEST10 = 4;
function flowOf(program, fn, environment) {
  const flow = {};
  const seen = /* @__PURE__ */ new Set();
  const follow = (at, depth) => {
    if (seen.has(at.node) || depth > DEEPEST10) return;
    seen.add(at.node);
    walk(at.node.body, (node) => {
      if (node.kind !== "call") return void 0;
      const path = pathOf(node.callee);
      if (path?.join(".") === "process.exit") flow.exits ??= spanOf7(at.file, node);
      if (path?.at(-1) === "setTimeout") {
        const seconds = forcedAfter(program, at.file, node, environment);
        if (seconds !== void 0) flow.patience = { seconds, at: spanOf7(at.file, node) };
        return false;
      }
      if (path && path.length > 1 && CLOSES2.test(path.at(-1) ?? "")) flow.closes ??= spanOf7(at.file, node);
      const callee = calleeOf(program, { file: at.file, node });
      if (callee) follow(callee, depth + 1);
      return void 0;
    });
  };
  if (fn) follow(fn, 0);
  return flow;
}
function handlerOf(flow) {
  return { ...flow?.exits && { exits: flow.exits }, ...flow?.closes && { closes: flow.closes } };
}
function forcedAfter(program, file, call, environment) {
  const [action, delay] = call.arguments;
  if (!action || !delay) return void 0;
  const exits = holds([action], (node) => node.kind === "member" && pathOf(node)?.join(".") === "process.exit");
  const milliseconds = exits ? numberOf(evaluateExpression(program, { file, node: delay }, environment)) : void 0;
  return milliseconds === void 0 ? void 0 : milliseconds / 1e3;
}

// src/model/code/routes/javascript/socket-adapters.ts
var ADAPTERS2 = /* @__PURE__ */ new Map([
  ["@socket.io/redis-adapter", "redis"],
  ["@socket.io/sharded-redis-adapter", "redis"],
  ["socket.io-redis", "redis"],
  ["@socket.io/redis-streams-adapter", "redis-streams"],
  ["@socket.io/mongo-adapter", "mongo"],
  ["@socket.io/postgres-adapter", "postgres"],
  ["@socket.io/cluster-adapter", "cluster"]
]);
function adapterOf(run, value) {
  if (value.kind === "outside") return ADAPTERS2.get(value.package);
  if (value.kind === "fields" && value.of) return adapterIn(run, value.of);
  return value.kind === "class" ? adapterIn(run, value) : void 0;
}
function adapterIn(run, of) {
  for (const one of [of, ...basesOf(run, of)]) {
    if (one.kind !== "class") return void 0;
    const scope = startModule(run, one.file);
    let found3;
    walk(one.node.members, (node) => {
      if (found3 || node.kind !== "call" || node.callee.kind !== "name") return !found3;
      found3 = adapterOf(run, evaluate(run, node.callee, scope));
      return void 0;
    });
    if (found3) return found3;
  }
  return void 0;
}

// src/model/code/routes/javascript/nest-gateways.ts
function nestGateways(started2) {
  const { run } = started2;
  return started2.made.flatMap((one) => {
    if (one.framework !== "nestjs" || started2.aside.has(one)) return [];
    const host = one;
    const modules = reachableModules(run, host.root, host.at);
    return gatewayClasses(run, modules).map(({ of, decorator }) => gateway(run, host, of, decorator));
  });
}
function gatewayClasses(run, modules) {
  if (![...run.files].some((path) => mentions7(run.program.files.get(path), "WebSocketGateway"))) return [];
  const seen = /* @__PURE__ */ new Set();
  return modules.providers.flatMap((provider) => {
    const given = provider.kind === "fields" ? provider.entries.get("useClass") : provider;
    if (given?.kind !== "class" || seen.has(given)) return [];
    seen.add(given);
    const decorator = classDecorators(run, given).find((one) => one.name === "WebSocketGateway");
    return decorator ? [{ of: given, decorator }] : [];
  });
}
function mentions7(file, name) {
  return file !== void 0 && indexOf(file).words.has(name);
}
function gateway(run, host, of, decorator) {
  const at = spanOf(decorator.file, decorator.written);
  const options = decorator.site.arguments.find((one) => one.kind === "fields");
  const namespace = options?.kind === "fields" ? options.entries.get("namespace") : void 0;
  const adapter = ownAdapter(run, of) ?? sharedAdapter(run, host);
  const guards = classDecorators(run, of).filter((one) => one.name === "UseGuards").flatMap(
    (one) => one.site.arguments.flatMap(
      (value, index) => flatGiven({ value, written: one.site.written[index] ?? one.written, file: one.site.file })
    )
  );
  return {
    library: isPlain(host.socketAdapter?.value) ? "ws" : "socket.io",
    name: of.node.name ?? "gateway",
    namespaces: [namespace ? named2(stringOf(namespace)) : "/"],
    ...adapter && { adapter },
    ...socketOptions(options, at),
    allowsPolling: gatewayPolls(host.socketAdapter?.value, options),
    guards: guards.map((given) => nestGuard(run, given, false).guard),
    at
  };
}
function named2(text) {
  return text === void 0 || text.startsWith("/") ? text : `/${text}`;
}
function isPlain(value) {
  return value?.kind === "outside" && value.package === "@nestjs/platform-ws";
}
function gatewayPolls(adapter, options) {
  if (isPlain(adapter)) return false;
  const of = adapter?.kind === "fields" ? adapter.of : void 0;
  let setsTransports = adapter !== void 0 && adapter.kind !== "outside" && !of;
  if (of)
    walk(of.node.members, (node) => {
      if (node.kind === "entry" && node.key === "transports") setsTransports = true;
      return !setsTransports;
    });
  return setsTransports ? void 0 : allowsPolling(options);
}
function sharedAdapter(run, host) {
  const given = host.socketAdapter;
  if (!given || given.value.kind === "outside" && /^@nestjs\/platform-/.test(given.value.package)) return void 0;
  const kind = adapterOf(run, given.value);
  const at = spanOf(given.file, given.written);
  if (kind) return { kind, at };
  const of = given.value.kind === "fields" ? given.value.of : void 0;
  return of && !setsAdapter(of) ? void 0 : { kind: "other", at };
}
function ownAdapter(run, of) {
  if (!setsAdapter(of)) return void 0;
  const method = methodOf(run, of, "afterInit");
  const node = method?.fn ?? of.node;
  return {
    kind: adapterIn(run, of) ?? "other",
    at: spanOf(of.file, { start: node.nameStart, end: node.nameStart + (node.name?.length ?? 0) })
  };
}
function setsAdapter(of) {
  return holds(of.node.members, (node) => node.kind === "call" && pathOf(node.callee)?.at(-1) === "adapter");
}

// src/model/code/sockets.ts

function broadcastIn(program, reached2) {
  for (const path of [...reached2].sort()) {
    const file = program.files.get(path);
    if (!file || !indexOf(file).words.has("clients")) continue;
    let found3;
    walk(file.body, (node) => {
      const over = node.kind === "loop" && node.form === "each" ? node.iterated : node.kind === "call" && node.callee.kind === "member" && node.callee.property === "forEach" ? node.callee.object : void 0;
      if (found3 || !over || pathOf(over)?.at(-1) !== "clients" || !sends(node)) return void 0;
      found3 = { path, start: node.start, end: node.end };
      return false;
    });
    if (found3) return found3;
  }
  return void 0;
}
function sends(node) {
  return holds([node], (one) => one.kind === "call" && one.callee.kind === "member" && one.callee.property === "send");
}
function hasWebSocketClient(program) {
  return [...program.files.values()].some((file) => {
    if (!file.imports.some(({ from }) => from === "socket.io-client")) return false;
    return holds(
      file.body,
      (node) => node.kind === "entry" && node.key === "transports" && (node.value.kind !== "array" || isText2(node.value.elements[0], "websocket"))
    );
  });
}
function isText2(node, text) {
  return node?.kind === "literal" && node.value === text;
}
function server(started2, host) {
  const { run } = started2;
  const given = host.adapter;
  const written = given && { kind: adapterOf(run, given.value) ?? "other", at: spanOf(given.file, given.written) };
  const inOptions2 = option(host.options, "adapter");
  const adapter = written ?? (inOptions2 && { kind: adapterOf(run, inOptions2) ?? "other", at: host.at });
  const middleware = [...host.middleware, ...host.namespaces.flatMap((one) => one.middleware)];
  return {
    library: host.library,
    namespaces: host.namespaces.length === 0 ? ["/"] : host.namespaces.map((one) => stringOf(one.name)),
    ...adapter && { adapter },
    ...socketOptions(host.options, host.at),
    allowsPolling: host.library === "socket.io" ? allowsPolling(host.options) : false,
    guards: middleware.map((one) => guardOf(run, one, host.middleware.includes(one))),
    at: host.at
  };
}
function option(options, key) {
  return options?.kind === "fields" ? options.entries.get(key) : void 0;
}
function allowsPolling(options) {
  const transports = option(options, "transports");
  if (!transports) return options !== void 0 && (options.kind !== "fields" || options.isOpen) ? void 0 : true;
  if (transports.kind !== "list" || transports.isOpen) return void 0;
  const texts2 = transports.elements.map(stringOf);
  return texts2.includes("polling") || (texts2.includes(void 0) ? void 0 : false);
}
function socketOptions(options, at) {
  const transports = option(options, "transports");
  const texts2 = transports?.kind === "list" ? transports.elements.map(stringOf) : void 0;
  const recovery = option(options, "connectionStateRecovery");
  const isOpen2 = options !== void 0 && (options.kind !== "fields" || options.isOpen);
  const cors = option(options, "cors");
  const credentials = option(cors, "credentials");
  return {
    ...texts2?.every((one) => one !== void 0) && { transports: texts2.filter((one) => one !== void 0) },
    recoversState: recovery ? !(recovery.kind === "plain" && !recovery.value) : isOpen2 ? void 0 : false,
    ...cors?.kind === "fields" && {
      cors: {
        origin: stringOf(option(cors, "origin")),
        hasCredentials: credentials?.kind === "plain" && credentials.value === true,
        at
      }
    }
  };
}

// src/model/code/unjoined-images.ts
var MOST3 = 3;


// src/model/code/web/client-address.ts
var LIMITERS = /* @__PURE__ */ new Map([
  ["express-rate-limit", { name: "express-rate-limit", framework: "express", options: 0 }],
  ["express-rate-limit.rateLimit", { name: "express-rate-limit", framework: "express", options: 0 }],
  ["express-slow-down", { name: "express-slow-down", framework: "express", options: 0 }],
  ["express-slow-down.slowDown", { name: "express-slow-down", framework: "express", options: 0 }],
  ["@nestjs/throttler.ThrottlerModule.forRoot", { name: "ThrottlerModule", framework: "nestjs", options: 0 }],
  ["@nestjs/throttler.ThrottlerModule.forRootAsync", { name: "ThrottlerModule", framework: "nestjs", options: 0 }]
]);
var PLUGIN = "@fastify/rate-limit";
var PACKAGES3 = /^(?:express-rate-limit|express-slow-down|@nestjs\/throttler|@fastify\/rate-limit)$/;
var OF_ITS_OWN = wordsLike(/^(?:keyGenerator|getTracker|generateKey)$/);
var BELIEVES = wordsLike(/^trust_?proxy$|^proxyTrust$|forwarded|(?:real|client|connecting)[-_]?ip$/i);
var BELIEVING_TEXT = /^trust proxy$|^x-(?:forwarded-for|real-ip|client-ip)$|^(?:cf|true|fastly)-(?:connecting|client)-ip$|^forwarded$/i;

function limiterIn(program, file, call) {
  const at = { path: file.path, start: call.start, end: call.end };
  const { callee, arguments: given } = call;
  if (callee.kind === "member" && callee.property === "register" && given[0]) {
    const plugin = externalName(definitionOf(program, { file, node: given[0] }));
    return plugin === PLUGIN && isSeen(given[1]) ? { name: PLUGIN, framework: "fastify", at } : void 0;
  }
  const name = externalName(definitionOf(program, { file, node: callee }));
  const known6 = name === void 0 ? void 0 : LIMITERS.get(name);
  if (!known6 || !isSeen(given[known6.options])) return void 0;
  return { name: known6.name, framework: known6.framework, at };
}
function isSeen(options) {
  const value = options && peel(options);
  if (!value) return true;
  if (value.kind === "array") return true;
  return value.kind === "object" && value.entries.every((one) => one.kind === "entry" && one.key !== void 0);
}
function believes(file) {
  return hasWord(file, BELIEVES) || some(indexOf(file).texts, (text) => text.length < 30 && BELIEVING_TEXT.test(text)) || file.imports.some(
    ({ from }) => /^(?:request-ip|@supercharge\/request-ip|proxy-addr|forwarded|nestjs-real-ip|fastify-xfwd)$/.test(from)
  );
}

// src/model/code/web/debug.ts

var GRAPHQL_OPTIONS = {
  "@apollo/server.ApolloServer": ["introspection"],
  "apollo-server.ApolloServer": ["playground", "introspection"],
  "apollo-server-express.ApolloServer": ["playground", "introspection"],
  "apollo-server-fastify.ApolloServer": ["playground", "introspection"],
  "express-graphql.graphqlHTTP": ["graphiql"],
  "@nestjs/graphql.GraphQLModule.forRoot": ["playground", "introspection", "graphiql"]
};
var isGraphqlServer = wordsLike(/ApolloServer|graphqlHTTP|^(?:forRoot|register)$/);
var isPythonServer = wordsLike(/^(?:FastAPI|Starlette|run)$/);
function graphqlSites(program, at) {
  const { file, node } = at;
  const path = pathOf(node.callee)?.join(".");
  if (path === void 0 || !/ApolloServer|graphqlHTTP|^GraphQLModule\.forRoot|\.register$/.test(path)) return [];
  const [first, second] = node.arguments;
  const isRegister = node.callee.kind === "member" && node.callee.property === "register";
  const callee = isRegister ? first : node.callee;
  const name = callee && externalName(definitionOf(program, { file, node: callee }));
  const options = isRegister ? second : first;
  if (!name || !options) return [];
  const known6 = isRegister ? name === "mercurius" ? ["graphiql"] : void 0 : GRAPHQL_OPTIONS[name];
  if (!known6) return [];
  const object = { file, node: options };
  const server2 = name.startsWith("@nestjs/") ? optionOf(program, object, "server") : "absent";
  return known6.flatMap((option2) => [
    { kind: "schema", name: option2, option: optionOf(program, object, option2) },
    ...server2 === "absent" ? [] : [{ kind: "schema", name: option2, option: optionOf(program, server2, option2) }]
  ]);
}
function pythonSites(program, at, { entries, entryPoints }) {
  const { file, node } = at;
  const called2 = pathOf(node.callee)?.at(-1);
  if (called2 === "FastAPI" || called2 === "Starlette") {
    const name = externalName(definitionOf(program, { file, node: node.callee }));
    if (!name || !/^(?:fastapi|starlette)\./.test(name)) return [];
    return [{ kind: "errors", name: "debug", option: keywordOf2(at, "debug") }];
  }
  const isRun = entries.includes(file.path) && entryPoints.some((one) => one.kind === "file");
  if (called2 !== "run" || !isRun || node.callee.kind !== "member") return [];
  const of = typeOf(program, { file, node: node.callee.object });
  if (of?.kind !== "external" || of.package !== "flask" || of.path[0] !== "Flask") return [];
  return [{ kind: "errors", name: "debug", option: keywordOf2(at, "debug") }];
}

// src/model/code/web/django-metrics.ts
var LONGEST3 = 120;


// src/model/code/web/declared-settings.ts

var VARIABLE3 = /^[A-Z][A-Z0-9_]*$/;
function validatedForm(file, { name }, member, files2) {
  if (!member.value || name === void 0 || !VARIABLE3.test(member.name) || member.decorators.length === 0) return [];
  if (!file.imports.some(({ from }) => from === "class-validator")) return [];
  const isMade = files2.some(
    (one) => ["plainToInstance", "plainToClass"].some(
      (maker) => (indexOf(one).callsByName.get(maker) ?? []).some(
        ({ arguments: [first] }) => first?.kind === "name" && first.name === name
      )
    )
  );
  const read = { variable: member.name, alternatives: [], isRequired: false };
  return isMade ? [{ read, fallback: { file, node: member.value }, whenEmpty: false }] : [];
}
var prefixedOf = /* @__PURE__ */ new WeakMap();
function prefixedTypes(files2) {
  const known6 = prefixedOf.get(files2) ?? typesWithPrefix(files2);
  prefixedOf.set(files2, known6);
  return known6;
}
var prefixesOf = /* @__PURE__ */ new WeakMap();
function prefixed(files2, variable) {
  const known6 = prefixesOf.get(files2) ?? prefixesIn(files2);
  prefixesOf.set(files2, known6);
  return known6.map((prefix) => `${prefix.toUpperCase()}_${variable}`);
}
function prefixesIn(files2) {
  const found3 = /* @__PURE__ */ new Set();
  for (const file of files2) {
    if (!file.imports.some(({ from }) => /envconfig|spf13\/viper/.test(from))) continue;
    for (const { callee, arguments: given } of callsOf(file)) {
      const [first] = given;
      if (callee.kind !== "member" || !/^(?:Process|MustProcess|SetEnvPrefix)$/.test(callee.property)) continue;
      if (first?.kind === "literal" && typeof first.value === "string" && first.value !== "") found3.add(first.value);
    }
  }
  return [...found3];
}
function callsOf(file) {
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind === "call") found3.push(node);
    return void 0;
  });
  return found3;
}
function viperForm(files2, { file, node }) {
  if (node.kind !== "call" || node.callee.kind !== "member" || node.callee.property !== "SetDefault") return void 0;
  const [key, fallback] = node.arguments;
  if (key?.kind !== "literal" || typeof key.value !== "string" || !fallback) return void 0;
  if (!file.imports.some(({ from }) => from === "github.com/spf13/viper")) return void 0;
  const called2 = viperCalls(files2);
  if (!["AutomaticEnv", "BindEnv", "MustBindEnv"].some((name) => called2.has(name))) return void 0;
  if (["ReadInConfig", "MergeInConfig", "ReadConfig", "AddRemoteProvider"].some((name) => called2.has(name)))
    return void 0;
  const variable = key.value.toUpperCase().replaceAll(/[.-]/g, "_");
  return {
    read: { variable, alternatives: prefixed(files2, variable), isRequired: false },
    fallback: { file, node: fallback },
    whenEmpty: false
  };
}
var viperCallsOf = /* @__PURE__ */ new WeakMap();
function viperCalls(files2) {
  const known6 = viperCallsOf.get(files2);
  if (known6) return known6;
  const called2 = /* @__PURE__ */ new Set();
  for (const file of files2) {
    if (file.language !== "go" || !file.imports.some(({ from }) => from === "github.com/spf13/viper")) continue;
    for (const { callee } of callsOf(file)) if (callee.kind === "member") called2.add(callee.property);
  }
  viperCallsOf.set(files2, called2);
  return called2;
}

// src/model/code/web/deployed-stage.ts

var MOST_WORKLOADS = 20;
function addDecided({ decided, dead }, question, file) {
  const holding = /* @__PURE__ */ new Set();
  const { branches, functions } = indexOf(file);
  for (const node of branches) {
    if (!isStaged(node, true)) continue;
    const decision = decide(question, { file, node: node.kind === "binary" ? node.left : node.test });
    if (!decision) continue;
    decided.set(node, decision.setting);
    if (decision.holds) holding.add(node);
    for (const one of skippedOf(node, decision.holds)) dead.set(one, decision.setting);
  }
  for (const { body } of functions) {
    const end = body.findIndex((one) => one.kind === "if" && one.consequent.at(-1)?.kind === "return" && holding.has(one));
    const leaves = body[end];
    const setting = leaves && decided.get(leaves);
    if (setting) for (const after of body.slice(end + 1)) dead.set(after, setting);
  }
}
function skippedOf(node, holds3) {
  if (node.kind === "if") return holds3 ? node.alternate : node.consequent;
  if (node.kind === "conditional") return [holds3 ? node.alternate : node.consequent];
  return holds3 ? [] : [node.right];
}
function decide(question, at) {
  const { file } = at;
  const node = peel(at.node);
  if (node.kind === "unary" && (node.operator === "!" || node.operator === "not")) {
    const inner = decide(question, { file, node: node.value });
    return inner && { ...inner, holds: !inner.holds };
  }
  if (node.kind === "binary" && (node.operator === "&&" || node.operator === "||")) {
    const both = [node.left, node.right].map((side) => decide(question, { file, node: side }));
    const alone = both.find((side) => side?.holds === (node.operator === "||"));
    return alone ?? (both.every((side) => side !== void 0) ? both[0] : void 0);
  }
  const values = question.environments.map(
    (environment) => evaluateExpression(question.program, { file, node }, environment)
  );
  const [first] = values;
  if (first?.kind !== "known" || !values.every((one) => isDecided(one, question) && isTrue3(one) === isTrue3(first)))
    return void 0;
  const setting = settingIn(question, { file, node });
  return setting && { holds: isTrue3(first), setting };
}
function isTrue3(value) {
  return value.kind === "known" && Boolean(value.value);
}
function isDecided(value, { environments }) {
  return value.kind === "known" && value.variables.length > 0 && value.variables.every(isStageName) && (value.isFallback || value.variables.every((name) => environments.every((one) => one(name) !== void 0)));
}
function isStageName(name) {
  return isStageVariable(name) && !/DEBUG|TEST/i.test(name);
}
function settingIn(question, at, steps = 12) {
  if (steps <= 0) return void 0;
  const { program, environments } = question;
  const read = evaluateExpression(program, at, environments[0]);
  const [variable] = read.variables;
  if (read.kind !== "known" || variable === void 0) return void 0;
  if (typeof read.value === "string") return { variable, value: read.value, at: read.at };
  for (const part of partsOf2(program, at)) {
    const found3 = settingIn(question, part, steps - 1);
    if (found3) return found3;
  }
  return void 0;
}
function partsOf2(program, { file, node }) {
  const inner = peel(node);
  const parts = (...nodes) => nodes.map((one) => ({ file, node: one }));
  if (inner.kind === "binary") return parts(inner.left, inner.right);
  if (inner.kind === "unary") return parts(inner.value);
  if (inner.kind === "call") {
    const fn = definitionOf(program, { file, node: inner.callee });
    const [only] = fn.kind === "function" ? fn.node.body : [];
    const returned3 = fn.kind === "function" && only?.kind === "return" && only.value;
    return returned3 ? [{ file: fn.file, node: returned3 }] : parts(...inner.arguments);
  }
  if (inner.kind !== "name" && inner.kind !== "member") return [];
  const of = definitionOf(program, { file, node: inner });
  return of.kind === "expression" && of.node !== inner ? [of] : [];
}
function environmentOf2(workload, service, files2, tree) {
  const missing = workload.environmentFiles?.find((file) => !file.present);
  return (name) => {
    const variable = workload.environment.get(name);
    if (variable) {
      const isWritten = variable.uses.length === 0 && variable.source !== "host";
      return isWritten ? variable.value : unknown(variable.at, `${name} comes from outside`);
    }
    if (missing) return unknown(missing.at, `${missing.path} is not in the repository`);
    if (!isStageVariable(name)) return void 0;
    const isOpen2 = files2.some((file) => assignedIn(file).includes(name)) || isGivenByCommand(workload, name, tree) || name === "NODE_ENV" && mayBeBundled(service, tree);
    return isOpen2 ? unknown(workload.at, `${name} may be set elsewhere`) : void 0;
  };
}
function isGivenByCommand(workload, name, tree) {
  const isSet3 = (word) => word?.includes(`${name}=`) === true;
  return workload.start?.text.includes(`${name}=`) === true || startedCommands(workload, tree).some(({ words, assignments }) => [...words, ...assignments].some(isSet3));
}
function mayBeBundled({ directory }, tree) {
  const folders = [.../* @__PURE__ */ new Set([directory, "."])];
  return folders.some((folder) => {
    const source = tree.read(joinPath(folder, "package.json"));
    return source !== void 0 && BUNDLERS.test(source.text);
  });
}
var BUNDLERS = /webpack|rollup|rolldown|vite|esbuild|tsup|tsdown|parcel|rspack|turbopack|swc|\bncc\b|unbuild|\bbun build|\bnext\b|nuxt|remix|react-router|astro|svelte|serverless|\bpkg\b/;

// src/model/code/web/random-values.ts
var RANDOM = /* @__PURE__ */ new Set([
  ...["crypto.randomBytes", "crypto.randomUUID", "crypto.generateKeySync", "crypto.webcrypto.randomUUID"],
  ...["uuid.v4", "uuid.v1", "nanoid.nanoid", "globalThis.crypto.randomUUID", "Math.random"],
  ...["os.urandom", "secrets.token_hex", "secrets.token_urlsafe", "secrets.token_bytes", "uuid.uuid4", "uuid.uuid1"],
  ...["cryptography.fernet.Fernet.generate_key", "cryptography.Fernet.generate_key"],
  ...["django.core.management.utils.get_random_secret_key"],
  ...["github.com/gorilla/securecookie.GenerateRandomKey", "github.com/google/uuid.NewString"]
]);
var LAST = new Set([...RANDOM].map((name) => name.slice(name.lastIndexOf(".") + 1)));
var isLast = wordsLike(new RegExp(`^(?:${[...LAST].join("|")})$`));
var WRITES3 = /^(?:toString|slice|substring|substr|replace|decode|encode|hex|digest|join|trim|export)$/;
var WRAPS = /^(?:str|String|bytes|from|SecretStr|b64encode|urlsafe_b64encode|hexlify|EncodeToString)$/;

function randomCall(program, at, steps = 8) {
  if (steps <= 0) return void 0;
  const { file } = at;
  const node = peel(at.node);
  const next = (inner) => randomCall(program, { file, node: inner }, steps - 1);
  if (node.kind === "member")
    return WRITES3.test(node.property) ? next(node.object) : defined(program, { file, node }, steps);
  if (node.kind === "name") return defined(program, { file, node }, steps);
  if (node.kind === "template") {
    const [part, ...others2] = node.parts.filter((one) => one !== "");
    return typeof part === "object" && others2.length === 0 ? next(part) : void 0;
  }
  if (node.kind !== "call") return void 0;
  const called2 = node.callee.kind === "member" ? node.callee.property : pathOf(node.callee)?.at(-1) ?? "";
  if (isLast(called2) && RANDOM.has(nameOf10(program, { file, node: node.callee }))) return { file, node };
  if (node.callee.kind === "member" && WRITES3.test(called2)) return next(node.callee.object);
  const [first] = node.arguments;
  if (WRAPS.test(called2) && first) return next(first);
  const fn = calleeOf(program, { file, node });
  const [only, ...others] = fn?.node.body ?? [];
  return fn && others.length === 0 && only?.kind === "return" && only.value ? randomCall(program, { file: fn.file, node: only.value }, steps - 1) : void 0;
}
function nameOf10(program, at) {
  const { node } = at;
  if (node.kind === "member" && node.object.kind === "call" && pathOf(node.object.callee)?.join(".") === "require") {
    const [from] = node.object.arguments;
    return from?.kind === "literal" ? `${String(from.value).replace(/^node:/, "")}.${node.property}` : "";
  }
  const of = definitionOf(program, at);
  const name = of.kind === "global" ? of.path.join(".") : externalName(of) ?? "";
  return name.replace(/^node:/, "");
}
function defined(program, at, steps) {
  const of = definitionOf(program, at);
  return of.kind === "expression" && of.node !== at.node && of.node.kind !== "name" ? randomCall(program, of, steps - 1) : void 0;
}
var KEEPS3 = /write|save|store|persist|insert|create|upsert|put|send|publish|dump|^set|Set$|setItem|update|append/i;
function mayBeKept(files2, names) {
  return files2.some((file) => {
    const { calls, words } = indexOf(file);
    if (!some(names, (name) => words.has(name))) return false;
    return calls.some((call) => {
      const called2 = call.callee.kind === "member" ? call.callee.property : pathOf(call.callee)?.at(-1) ?? "";
      return KEEPS3.test(called2) && call.arguments.some((one) => isOneOf(one, names));
    });
  });
}
function isOneOf(node, names) {
  const last = pathOf(peel(node))?.at(-1);
  return last !== void 0 && names.has(last);
}

// src/model/code/web/secret-fallbacks.ts

function isChecked(checks, { names }) {
  return names.some((name) => checks.names.has(name));
}
var isAddress = wordsLike(/_(?:URL|URI|DSN)$/i);
var mayName = (word) => isSecretName(word) || isAddress(word);


function inStage(file, { start, end }, decided, candidate) {
  if (decided.size === 0) return candidate;
  const around = indexOf(file).branches.find((one) => decided.has(one) && one.start <= start && end <= one.end);
  const stage = around && decided.get(around);
  return stage ? { ...candidate, fallback: { ...candidate.fallback, stage } } : candidate;
}




var VARIABLE4 = /^[A-Z][A-Z0-9_]*$/;


function together([first, ...others]) {
  const names = others.flatMap((one) => [one.variable, ...one.alternatives]);
  return first && { ...first, alternatives: [...first.alternatives, ...names] };
}


function signsForLong(variable) {
  return isSigningKeyName(variable) && !/CSRF|XSRF|NONCE|SALT|STATE/.test(variable);
}
function isLocal(text) {
  const host = credentialsIn(text)?.host;
  return host !== void 0 && /^(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0)$/i.test(host);
}



// src/model/code/web/secret-sinks.ts
var KEYS = {
  "jsonwebtoken.sign": { at: 1 },
  "jsonwebtoken.verify": { at: 1 },
  "express-session": { options: ["secret"] },
  "cookie-session": { options: ["secret", "keys"] },
  "cookie-parser": { at: 0 },
  "koa-jwt": { options: ["secret"] },
  "express-jwt": { options: ["secret"] },
  "express-jwt.expressjwt": { options: ["secret"] },
  "hono/jwt.jwt": { options: ["secret"] },
  "hono/jwt.sign": { at: 1 },
  "next-auth": { options: ["secret"] },
  "passport-jwt.Strategy": { options: ["secretOrKey"] },
  "crypto.createCipheriv": { at: 1 },
  "node:crypto.createCipheriv": { at: 1 },
  "crypto-js.AES.encrypt": { at: 1 },
  "@nestjs/jwt.JwtModule.register": { options: ["secret"] },
  "jwt.encode": { at: 1, options: ["key"] },
  "jose.jwt.encode": { at: 1, options: ["key"] },
  "cryptography.Fernet": { at: 0 },
  "itsdangerous.URLSafeTimedSerializer": { at: 0 },
  "itsdangerous.URLSafeSerializer": { at: 0 },
  "itsdangerous.TimestampSigner": { at: 0 },
  "github.com/gorilla/sessions.NewCookieStore": { at: 0 },
  "github.com/gorilla/securecookie.New": { at: 0 },
  "github.com/gin-contrib/sessions/cookie.NewStore": { at: 0 }
};
var KEY_CALLS = new Set(
  "sign verify session cookieSession cookieParser jwt koaJwt expressJwt expressjwt NextAuth Strategy createCipheriv encrypt register encode Fernet URLSafeTimedSerializer URLSafeSerializer TimestampSigner NewCookieStore New NewStore".split(
    " "
  )
);
var OTHER_CALLS = /* @__PURE__ */ new Set(["SignedString", "add_middleware", "registerAsync", "update"]);
var KEY_OPTIONS = /* @__PURE__ */ new Set(["secretOrKey", "SigningKey"]);
var CLIENTS2 = /^(?:pg|mysql2?|mysql2\/promise|ioredis|redis|typeorm|@nestjs\/typeorm|sequelize|@nestjs\/sequelize|knex|mongoose|mongodb|nodemailer|mssql|oracledb|tedious|bull|bullmq|@nestjs\/bullm?q?|psycopg2?|asyncpg|aiomysql|pymysql|MySQLdb|mysql|mysql-connector-python|redis-py|aioredis|pymongo|motor|sqlalchemy|celery|kombu|pika|aio_pika|databases|amqplib|amqp-connection-manager|postgres|drizzle-orm.*|database\/sql|gorm\.io\/.*|github\.com\/(?:redis\/go-redis|go-redis\/redis|jackc\/pgx|jackc\/pgxpool|jmoiron\/sqlx|go-sql-driver\/mysql|rabbitmq\/amqp091-go|streadway\/amqp|gomodule\/redigo)(?:\/.*)?|go\.mongodb\.org\/mongo-driver(?:\/.*)?)$/;
var connects = remembered(
  /connect|create|open|new|init|forRoot|register|pool|client|redis|source|engine|sequelize|knex|mysql|postgres|celery|options|config|url|uri|transport|database/i
);
var PASSWORD_OPTION = /^(?:password|passwd|pass|Password|Passwd)$/;
var LOCAL2 = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)(?::\d+)?$/;
var RELEVANT = /jwt|jsonwebtoken|jose|passport|session|cookie|next-auth|crypto|flask|fastapi|starlette|itsdangerous|cryptography|labstack\/echo|gofiber|gin-gonic/i;
var relevantOf = /* @__PURE__ */ new WeakMap();





function signOptions(program, at) {
  const isNest = at.file.imports.some(({ from }) => from === "@nestjs/jwt");
  return isNest ? optionValues(program, at, ["secret"]) : [];
}
function factoryKeys(program, { file, node }) {
  if (pathOf(node.callee)?.join(".") !== "JwtModule.registerAsync") return [];
  const [options] = node.arguments;
  const made3 = options && entriesOf2(options).find(([key]) => key === "useFactory")?.[1];
  const last = made3?.kind === "function" ? made3.body.at(-1) : void 0;
  if (last?.kind !== "return" || !last.value) return [];
  const object = resolved(program, { file, node: last.value });
  if (object?.node.kind !== "object") return [];
  return entriesOf2(object.node).flatMap(
    ([key, value]) => key === "secret" ? [{ file: object.file, node: value }] : []
  );
}
function optionValues(program, { file, node }, names) {
  if (names.length === 0) return [];
  return node.arguments.flatMap((given) => {
    const object = given.kind === "object" || given.kind === "name" ? resolved(program, { file, node: given }) : void 0;
    if (object?.node.kind !== "object") return [];
    return entriesOf2(object.node).flatMap(
      ([key, value]) => names.includes(key) ? [{ file: object.file, node: value }] : []
    );
  });
}
function keywords({ file, node }, names) {
  return node.arguments.flatMap(
    (one) => one.kind === "keyword" && names.includes(one.name) ? [{ file, node: one.value }] : []
  );
}
function items({ file, node }) {
  const inner = peel(node);
  return inner.kind === "array" ? inner.elements.slice(0, 10).map((one) => ({ file, node: one })) : [{ file, node: inner }];
}



function passwordsIn(node, depth = 0) {
  const own = entriesOf2(node);
  const here = own.some(([key, value]) => key === "HOST" && value.kind === "literal" && LOCAL2.test(String(value.value)));
  if (here || depth > 3) return [];
  return own.flatMap(
    ([key, value]) => key === "PASSWORD" ? [value] : value.kind === "object" ? passwordsIn(value, depth + 1) : []
  );
}

// src/model/code/web/hardcoded-secrets.ts

function isChecked2({ names }, { names: own }) {
  return own.some((name) => names.has(name));
}



var DOCUMENTED = /^(?:examples?|description|placeholder|summary|help|docs?|openapi\w*|swagger\w*|json_schema_extra|samples?|message|label|title|hint|defaultValue|default)$/i;


function nameOf11({ node }) {
  const name = pathOf(peel(node))?.at(-1);
  return name === void 0 ? [] : [name];
}
function textOf6(name, isCall, kind, written, names) {
  const secret = secretIn(kind, written.text);
  if (secret?.kind !== "literal" || isLeak(written.text)) return [];
  const { placeholder } = secret;
  return [{ kind: "text", name, isCall, placeholder, signing: isSigningKeyName(kind), at: spanOf8(written), names }];
}
function urlOf2(name, isCall, written, names) {
  const secret = secretIn("", written.text);
  if (secret?.kind !== "url" || isLocal(written.text)) return [];
  const { placeholder } = secret;
  if (/:\/\/(?:your[-_]?)?(?:user(?:name)?|login):(?:your[-_]?)?(?:pass(?:word)?|pwd)@/i.test(written.text)) return [];
  return [{ kind: "url", name, isCall, placeholder, signing: false, at: spanOf8(written), names }];
}
function spanOf8({ file, node }) {
  return { path: file.path, start: node.start, end: node.end };
}
function isLeak(text) {
  return scanText({ path: "", text }).length > 0;
}
var ADDRESS_NAME = /(?:url|uri|dsn|conn(?:ection)?(?:_?string)?|broker|backend)$/i;
var SECRET_SETTING = /^(?:SECRET_KEY|JWT_SECRET_KEY|SECURITY_PASSWORD_SALT)$/;

var UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

var FOR_BROWSERS = /PUBLIC|PUBLISH|SITE|CLIENT|MAPS?(?:_|$)|PLACES|FIREBASE|VAPID|CAPTCHA|ANALYTICS|SEGMENT|AMPLITUDE|MIXPANEL|POSTHOG|ALGOLIA|DSN|DEMO|EXAMPLE|TEST|MOCK|FAKE|CACHE|CSRF|HEADER|COOKIE|FIELD|PARAM|PREFIX/;
function isServersKey(name) {
  return /^[A-Z0-9_]*(?:API_?KEY|(?:API|AUTH|ACCESS|BEARER|BOT|REFRESH)_TOKEN)$/.test(name) && !FOR_BROWSERS.test(name);
}

function isFrameworkKey(target) {
  if (target.kind !== "member") return false;
  if (target.property === "secret_key") return true;
  return SECRET_SETTING.test(target.property) && target.object.kind === "member" && target.object.property === "config";
}



// src/model/code/web/limiters.ts

function unknownOverrides(program, files2) {
  const known6 = throttlerNames(program, files2);
  if (!known6) return [];
  return files2.flatMap((file) => {
    if (!file.imports.some(({ from }) => from === "@nestjs/throttler")) return [];
    return (indexOf(file).callsByName.get("Throttle") ?? []).flatMap((call) => {
      const [given] = call.arguments;
      if (given?.kind !== "object") return [];
      const names = given.entries.map((one) => one.kind === "entry" ? one.key : void 0);
      if (names.length === 0 || names.some((name) => name === void 0 || known6.has(name))) return [];
      const at = { path: file.path, start: call.start, end: call.end };
      return [{ name: `@Throttle({ ${names.join(", ")} })`, lacks: "name", at }];
    });
  });
}
function throttlerNames(program, files2) {
  const names = /* @__PURE__ */ new Set();
  for (const file of files2) {
    if (!file.imports.some(({ from }) => from === "@nestjs/throttler")) continue;
    for (const call of indexOf(file).calls) {
      const path = pathOf(call.callee);
      if (path?.[0] !== "ThrottlerModule" || path.length !== 2) continue;
      const [options] = call.arguments;
      if (path[1] !== "forRoot" || !options) return void 0;
      const found3 = resolved(program, { file, node: options });
      const list = found3?.node.kind === "object" ? optionOf(program, { file: found3.file, node: found3.node }, "throttlers") : found3;
      const limiters = list && list !== "open" && list !== "absent" ? resolved(program, list) : void 0;
      if (limiters?.node.kind !== "array") return void 0;
      for (const one of limiters.node.elements) {
        const name = optionOf(program, { file: limiters.file, node: one }, "name");
        if (name === "absent") names.add("default");
        else if (name !== "open" && name.node.kind === "literal") names.add(String(name.node.value));
        else return void 0;
      }
    }
  }
  return names.size > 0 ? names : void 0;
}
function pluginsOnRequest(program, files2) {
  return files2.flatMap(
    (file) => (indexOf(file).callsByName.get("register") ?? []).flatMap((call) => {
      const [plugin, options] = call.arguments;
      const name = plugin && externalName(definitionOf(program, { file, node: plugin }));
      if (name === void 0 || !FASTIFY_PLUGIN.test(name) || !options) return [];
      const global = optionOf(program, { file, node: options }, "global");
      if (global === "absent" || global === "open") return [];
      if (global.node.kind !== "literal" || global.node.value !== false) return [];
      const at = { path: file.path, start: call.start, end: call.end };
      return [{ name: "@fastify/rate-limit", lacks: "route", at }];
    })
  );
}
var FASTIFY_PLUGIN = /^(?:@fastify\/rate-limit|fastify-rate-limit)(?:\.default)?$/;
function asksForLimit(file) {
  const { objects, callsByName } = indexOf(file);
  if (callsByName.has("createRateLimit") || callsByName.has("rateLimit")) return true;
  return objects.some((one) => one.entries.some((entry2) => entry2.kind === "entry" && entry2.key === "rateLimit")) || holds(file.body, (node) => node.kind === "member" && node.property === "rateLimit");
}
function unusedRates(program, service, files2) {
  const settings2 = djangoSetting(program, service, "REST_FRAMEWORK");
  const rates = settings2 && optionOf(program, settings2, "DEFAULT_THROTTLE_RATES");
  if (!settings2 || typeof rates !== "object" || peel(rates.node).kind !== "object") return void 0;
  const classes = optionOf(program, settings2, "DEFAULT_THROTTLE_CLASSES");
  if (classes !== "absent" && !(typeof classes === "object" && isEmpty(classes.node))) return void 0;
  const isCounted = files2.some(
    (file) => CLASSES.some((name) => indexOf(file).words.has(name)) || some(indexOf(file).texts, (text) => CLASSES.includes(text))
  );
  if (isCounted) return void 0;
  const { start, end } = rates.node;
  return { name: "DEFAULT_THROTTLE_RATES", lacks: "classes", at: { path: rates.file.path, start, end } };
}
var CLASSES = ["throttle_classes", "get_throttles", "check_throttles", "THROTTLE_RATES"];
function isEmpty(node) {
  const inner = peel(node);
  return inner.kind === "array" && inner.elements.length === 0;
}
var PACKAGE = /rate-?limit|throttl|slowapi|limiter|slow-down|express-brute|axes|defender|tollbooth|httprate|x\/time\/rate|arcjet|captcha|turnstile|bottleneck/i;
var NAME = /rate_?limit|throttl|too_?many|(?:failed|login)_?(?:login_?)?attempts|attempts?_?(?:left|count|remaining)|lock(?:ed)?_?(?:out|until)|brute|captcha|turnstile/i;
var APPLICATION = /^(?:axes|defender|brutebuster|allauth|two_factor)(?:\.[\w.]+)?$/;
var isPackage = remembered(PACKAGE);
var isName2 = remembered(NAME);

var makesLimiter = wordsLike(/^forRoot(?:Async)?$|limit/i);
function limiterIn2(program, at, files2) {
  const { file, node } = at;
  const path = pathOf(node.callee);
  const called2 = path?.at(-1);
  if (called2 === void 0) return void 0;
  if (path?.[0] === "ThrottlerModule" && /^forRoot(?:Async)?$/.test(called2)) {
    const name2 = externalName(definitionOf(program, { file, node: node.callee }));
    if (!name2?.startsWith("@nestjs/throttler.")) return void 0;
    return { name: "ThrottlerModule", ...files2.some(takesGuard) ? {} : { lacks: "guard" } };
  }
  if (!/limit/i.test(called2)) return void 0;
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  if (name === "express-rate-limit" || name === "express-rate-limit.rateLimit") return expressLimiter(file, node);
  if (name === "slowapi.Limiter") {
    const bound = files2.some(
      (one) => one.imports.some(({ name: taken }) => /^SlowAPI(?:ASGI)?Middleware$/.test(taken ?? ""))
    );
    return { name: "Limiter", ...bound || files2.some(decorates) ? {} : { lacks: "decorator" } };
  }
  if (name === "fastapi_limiter.RateLimiter") {
    const isOld = node.arguments.some((one) => one.kind === "keyword" && PERIOD.test(one.name));
    return { name: "RateLimiter", ...isOld && !files2.some(startsLimiter) ? { lacks: "start" } : {} };
  }
  if (name === "flask_limiter.Limiter") return flaskLimiter(file, node, files2);
  return void 0;
}
var PERIOD = /^(?:times|milliseconds|seconds|minutes|hours)$/;
function startsLimiter(file) {
  return indexOf(file).words.has("FastAPILimiter") && holds(file.body, (node) => node.kind === "member" && /^(?:init|redis)$/.test(node.property));
}
function flaskLimiter(file, node, files2) {
  const declared2 = file.body.find((one) => one.kind === "declare" && one.value && peel(one.value) === node);
  if (declared2?.kind !== "declare" || declared2.target.kind !== "name") return { name: "Limiter" };
  const { name } = declared2.target;
  const isGiven = node.arguments.some((one) => {
    if (one.kind === "spread" || one.kind === "keyword" && one.name === "app") return true;
    return one.kind !== "keyword" && /app/i.test(pathOf(one)?.at(-1) ?? "");
  });
  if (isGiven || files2.some((one) => saysElsewhere(one, name))) return { name };
  return { name, lacks: "application" };
}
var DECORATORS3 = /^(?:limit|shared_limit|exempt|request_filter)$/;
function saysElsewhere(file, name) {
  if (!indexOf(file).words.has(name)) return false;
  let said = 0;
  walk(file.body, (one) => {
    if (one.kind === "name" && one.name === name || one.kind === "member" && one.property === name) said++;
    if (one.kind === "declare" && one.target.kind === "name" && one.target.name === name) said--;
    if (one.kind === "member" && DECORATORS3.test(one.property) && pathOf(one.object)?.at(-1) === name) said--;
    return void 0;
  });
  return said > 0;
}
function takesGuard({ imports: imports2 }) {
  return imports2.some(
    ({ from, name }) => /throttl/i.test(from) && /Guard/.test(name ?? "") || /throttler-?guard|throttle\.guard/i.test(from) || /(?:Throttl|Limit)\w*Guard$/.test(name ?? "")
  );
}
function decorates(file) {
  const { words } = indexOf(file);
  if (!["limit", "shared_limit", "hit", "check"].some((name) => words.has(name))) return false;
  return holds(file.body, (node) => node.kind === "member" && /^(?:limit|shared_limit|hit|check)$/.test(node.property));
}
function expressLimiter(file, node) {
  const declared2 = file.body.find((one) => one.kind === "declare" && one.value && peel(one.value) === node);
  if (declared2?.kind !== "declare" || declared2.target.kind !== "name") return { name: "rateLimit" };
  const { name } = declared2.target;
  if (file.exports.some((one) => one.name === name || one.local === name || one.value)) return { name };
  let uses2 = 0;
  walk(file.body, (one) => {
    if (one.kind === "name" && one.name === name) uses2++;
    return void 0;
  });
  return { name, ...uses2 > 1 ? {} : { lacks: "use" } };
}

// src/model/code/web/logins.ts
var PATH = /\/(?:(?:admin|user|staff|customer|employee|member|password|email)[_-]?)?(?:log-?in|sign-?in)(?:[_-]user)?$|\/authenticate$|\/(?:auth|oauth2?|login)\/(?:access-)?token$/i;
var VIEW = /^(?:LoginView|TokenObtain\w*View|ObtainAuthToken|ObtainJSONWebToken\w*)$/;
var FORM = /^OAuth2PasswordRequestForm(?:Strict)?$/;




// src/model/code/web/doors.ts
var PUBLIC = /(?:^|[/_-])(?:log-?ins?|log-?outs?|sign-?ins?|sign-?ups?|sign-?outs?|register|registration|auth\w*|oauth2?|oidc|saml|sso|session|sessions|token|tokens|refresh|forgot\w*|reset\w*|recover\w*|password\w*|otp|mfa|2fa|totp|verif\w*|confirm\w*|activat\w*|magic\w*|invit\w*|accept|unsubscribe|subscrib\w*|newsletter|contact\w*|feedback|survey\w*|webhooks?|hooks?|callbacks?|ipn|notify|events?|track\w*|analytics|collect|beacon|telemetry|csp\w*|report-uri|health\w*|ready\w*|live\w*|ping|metrics|status|version|docs?|openapi|swagger|graphql|trpc|rpc|public|open|guest\w*|anonymous|share\w*|demo|cart|carts|basket|checkout|search|query|preview|calculate|estimate|quote|validate|check|internal|cron|jobs?|tasks?|well-known|vote\w*|like\w*|rate|rsvp|booking|bookings|apply|applications?|chat|messages?|send|consent|cookie\w*|locale|lang\w*|theme)(?:$|[/_.-])/i;
var PROOF = /:(?:\w*token|hash|code|key|secret|signature|nonce|otp|slug|uuid|guid)\b/i;
var BY_READING = /\/(?:views?|hits?|clicks?|visits?|impressions?|plays?|reactions?|claps?|comments?|reviews?|flag|report)$/i;
function isMeantForAll({ method, path }) {
  const adds = method === "POST" || method === "*";
  return PUBLIC.test(path) || PROOF.test(path) || adds && BY_READING.test(path);
}

function resourceOf(path) {
  const parts = path.split("/").filter((part) => part !== "");
  const first = parts.findIndex((part) => /[:*]/.test(part));
  return (first === -1 ? parts : parts.slice(0, first)).join("/");
}

// src/model/code/web/django-doors.ts


var GENERATED3 = /^(?:\w*ViewSet|\w+ModelMixin|\w*APIView)$/;

var CHANGES = /^(?:PUT|PATCH|DELETE)$/;
function isChange(route) {
  const { method, handler, view } = route;
  const bases = (view ?? []).flatMap(({ node }) => node.bases.flatMap((base) => pathOf(base)?.at(-1) ?? []));
  if (handler && (method === "POST" || method === "*"))
    return changesRow(handler, method === "POST" || isGuarded(route));
  if (handler) return CHANGES.test(method);
  if (bases.some((base) => /(?:Update|Delete)View$/.test(base))) return method === "POST";
  return CHANGES.test(method) && !bases.some((base) => /(?:Create|Form)View$/.test(base));
}
var NO_ROW = /requests|client|http|session|cache|redis|request|cookie|os|storage|response|messages/i;
function changesRow({ node }, isSent) {
  let finds = false;
  let deletes = false;
  let changes = false;
  let takes = isSent;
  let counts3 = false;
  walk(node.body, (one) => {
    if (one.kind === "assign" && one.operator === "+=") counts3 = true;
    if (one.kind === "member" && /^(?:POST|method|is_valid)$/.test(one.property)) takes = true;
    if (one.kind !== "call") return void 0;
    const path = pathOf(one.callee);
    const name = path?.at(-1) ?? (one.callee.kind === "member" ? one.callee.property : "");
    const isQuery = path?.includes("objects") ?? true;
    if (name === "F") counts3 = true;
    if (/^a?get_object(?:_or_404)?$/.test(name) || /^(?:get|filter)$/.test(name) && isQuery) finds = true;
    if ((path ?? []).slice(0, -1).some((part) => NO_ROW.test(part))) return void 0;
    if (/^a?delete$/.test(name)) deletes = true;
    if (/^(?:update|a?save)$/.test(name)) changes = true;
    return void 0;
  });
  return finds && (deletes || changes && takes && !counts3);
}
function neighbourOf(route, guarded, changes) {
  const resource = resourceOf(route.path);
  if (resource === "") return void 0;
  const file = fileOf2(route);
  const beside = guarded.find((one) => resourceOf(one.path) === resource && fileOf2(one) === file);
  if (beside) return beside;
  const isRule = guarded.length >= 3 && guarded.length >= changes.length * 0.75;
  return isRule ? guarded.find((one) => fileOf2(one) === file) : void 0;
}
function fileOf2({ handler, view }) {
  return view?.[0]?.file.path ?? handler?.file.path;
}
function answerOf({ guards, handler, view = [] }) {
  const unknown2 = guards.find((one) => !isHarmless(one));
  const bodies = [...handler ? [handler.node.body] : [], ...view.map(({ node }) => node.members.filter(isBefore))];
  if (bodies.some((body) => asksFor(body))) return "asks";
  if (unknown2) return { because: `what ${unknown2.name} asks is not known` };
  const rest = [
    ...handler ? [[handler.node]] : [],
    ...view.map(({ node }) => classNodes(node))
  ];
  return rest.some((nodes) => mayAsk2(nodes)) ? { because: "whether a function that it calls asks is not known" } : "open";
}
function isBefore(member) {
  return /^(?:dispatch|setup|initial|get_queryset|queryset|get_object|test_func|has_\w+|check_\w+|perform_\w+|form_valid)$/.test(
    member.name ?? ""
  );
}
function classNodes(node) {
  return [...node.members, ...node.statements];
}
var PERSON = /^(?:user|is_authenticated|is_staff|is_superuser|has_perms?|has_module_perms|auth)$/;
var REFUSES = /^(?:PermissionDenied|HttpResponseForbidden|NotAuthenticated|AuthenticationFailed|redirect_to_login|handle_no_permission)$/;
function asksFor(nodes) {
  return holds(nodes, (node) => {
    if (node.kind === "member" && PERSON.test(node.property)) return true;
    const name = node.kind === "name" ? node.name : node.kind === "member" ? node.property : "";
    return REFUSES.test(name) || isRefusal(node);
  });
}
var OF_REQUEST = /^(?:POST|GET|FILES|data|query_params|method|body|path|path_info|is_ajax|content_type|encoding|build_absolute_uri|get_host|get_full_path|is_secure|resolver_match|accepts|_messages|LANGUAGE_CODE)$/;
var HARMLESS_CALL = /^(?:render\w*|redirect|reverse|get_object_or_404|get_list_or_404|success|error|info|warning|debug|add_message|TemplateResponse|RequestContext|Response|\w*HttpResponse\w*|JsonResponse|getattr|paginate_queryset|get_paginated_response|build_absolute_uri|get_current_site)$/;
var NAMES_GUARD = /permission|login|role|require|access|auth/i;
function mayAsk2(nodes) {
  let may = false;
  let count = 0;
  walk(nodes, (node) => {
    if (may || ++count > 5e3) {
      may = true;
      return false;
    }
    if (node.kind === "member" && isRequest2(node.object) && !OF_REQUEST.test(node.property)) may = true;
    if (node.kind === "field" && node.name !== void 0 && NAMES_GUARD.test(node.name)) may = true;
    if (namesGuard(node) || node.kind === "call" && handsOn3(node)) may = true;
    return void 0;
  });
  return may;
}
function isRequest2(node) {
  return node.kind === "name" && node.name === "request" || node.kind === "member" && node.property === "request";
}
function handsOn3({ callee, arguments: given }) {
  if (!given.some((one) => isRequest2(peel(one)))) return false;
  if (callee.kind === "member" && callee.object.kind === "call" && pathOf(callee.object.callee)?.at(-1) === "super")
    return false;
  return !HARMLESS_CALL.test(pathOf(callee)?.at(-1) ?? "");
}

// src/model/code/web/next-doors.ts
var CHANGES2 = /^(?:PUT|PATCH|DELETE)$/;

function doesAnything({ node }) {
  return holds(
    node.body,
    (one) => one.kind === "call" && !/^(?:Next)?Response$|^(?:res|response|console)$/.test(pathOf(one.callee)?.[0] ?? "")
  );
}
function isChange2({ method, handler }) {
  if (method !== "*" || !handler) return CHANGES2.test(method);
  return holds(
    handler.node.body,
    (node) => node.kind === "literal" && typeof node.value === "string" && CHANGES2.test(node.value)
  );
}
function neighbourOf2(route, guarded, writes) {
  const resource = resourceOf(route.path);
  if (resource === "" || resource === "api") return void 0;
  const change = isChange2(route);
  const beside = guarded.find(
    (one) => resourceOf(one.path) === resource && (change || one.method === "POST" && isWithin(one.path, route.path))
  );
  if (beside || !change) return beside;
  const changes = writes.filter(isChange2);
  const asking = changes.filter(isGuarded);
  return asking.length >= 3 && asking.length >= changes.length * 0.75 ? asking[0] : void 0;
}

// src/model/code/web/open-doors.ts
var JUDGED = /* @__PURE__ */ new Set([
  "express",
  "koa",
  "fastify",
  "hono",
  "nestjs",
  "fastapi",
  "flask",
  "gin",
  "echo",
  "chi",
  "fiber",
  "gorilla/mux",
  "net/http"
]);
var IN_ORDER = /* @__PURE__ */ new Set(["express", "koa", "fastify", "hono", "gin", "echo", "chi", "fiber", "gorilla/mux"]);
var WRITES4 = /* @__PURE__ */ new Set(["POST", "PUT", "PATCH", "DELETE"]);
var CHANGES3 = /* @__PURE__ */ new Set(["PUT", "PATCH", "DELETE"]);

function routeDoor({ route, neighbour, doubt }) {
  const guard = neighbour.guards.find((one) => one.purpose === "auth");
  return {
    kind: "route",
    what: wordsOf4(route),
    beside: `${wordsOf4(neighbour)}${guard ? ` asks ${guard.name}` : " is guarded"}`,
    besideAt: neighbour.at,
    at: route.at,
    ...doubt !== void 0 && { doubt }
  };
}
function wordsOf4({ method, path }) {
  return method === "*" ? path : `${method} ${path}`;
}
function openRoutes(routes, guarded) {
  const shared = sharedGuards(guarded);
  return routes.flatMap((route) => {
    if (!WRITES4.has(route.method) || isGuarded(route) || !JUDGED.has(route.framework)) return [];
    if (isMeantForAll(route) || isDeliberate(route, shared)) return [];
    if (!route.handler || !route.guards.every(isHarmless) || handlerMayAsk(route.handler)) return [];
    const [only, another] = guarded;
    const neighbour = another ? neighbourOf3(route, guarded, routes) : only && isSameThing(route, only) ? only : void 0;
    return neighbour ? [{ route, neighbour }] : [];
  });
}
function isSameThing(one, other) {
  const shapeOf = ({ path }) => path.replaceAll(/:\w+/g, ":");
  return CHANGES3.has(one.method) && CHANGES3.has(other.method) && /:/.test(one.path) && shapeOf(one) === shapeOf(other);
}
function sharedGuards(guarded) {
  const counts3 = /* @__PURE__ */ new Map();
  for (const { guards, at, framework, prefixes } of guarded) {
    for (const guard of guards) {
      if (guard.purpose !== "auth") continue;
      const isOwn2 = guard.at.path === at.path && at.start <= guard.at.start && guard.at.end <= at.end;
      const key = placeOf4(guard.at);
      const known6 = counts3.get(key) ?? { guard, count: IN_ORDER.has(framework) && !isOwn2 ? 1 : 0, around: /* @__PURE__ */ new Set() };
      known6.count++;
      for (const prefix of prefixes) known6.around.add(placeOf4(prefix.at));
      counts3.set(key, known6);
    }
  }
  return [...counts3.values()].filter(({ count }) => count > 1);
}
function isDeliberate({ at, prefixes }, shared) {
  return shared.some(
    ({ guard, around }) => [at, ...prefixes.map((prefix) => prefix.at).filter((one) => !around.has(placeOf4(one)))].some(
      (place) => place.path === guard.at.path && place.start < guard.at.start
    )
  );
}
function placeOf4({ path, start }) {
  return `${path}
${start}`;
}
function neighbourOf3(route, guarded, routes) {
  const resource = resourceOf(route.path);
  if (resource === "") return void 0;
  const isChange3 = CHANGES3.has(route.method);
  const beside = guarded.find(
    (one) => resourceOf(one.path) === resource && // Who may add something is often not asked: orders of guests, comments; and what belongs to a thing is guarded where
    // everybody may make one.
    (isChange3 ? WRITES4.has(one.method) : one.method === "POST" && isWithin(one.path, route.path))
  );
  if (beside || !isChange3) return beside;
  const changes = routes.filter((one) => CHANGES3.has(one.method));
  const asking = changes.filter(isGuarded);
  return asking.length >= 3 && asking.length >= changes.length * 0.75 ? asking[0] : void 0;
}
function openSockets(files2, sockets, guarded) {
  const [neighbour] = guarded;
  if (!neighbour || sockets.length === 0) return [];
  const own = files2.filter(
    ({ imports: imports2 }) => imports2.some(({ from }) => /^(?:socket\.io|@nestjs\/websockets|ws)$/.test(from))
  );
  if (own.some(mentionsLogin)) return [];
  return sockets.flatMap((socket) => {
    const file = own.find(({ path }) => path === socket.at.path);
    if (socket.guards.length > 0 || !file || !joinsByName(own)) return [];
    return [
      {
        kind: "socket",
        what: socket.name === void 0 ? "the WebSocket server" : `the gateway ${socket.name}`,
        beside: `${neighbour.method} ${neighbour.path} is guarded`,
        besideAt: neighbour.at,
        at: socket.at
      }
    ];
  });
}
var LOGIN = /handshake|verifyClient|allowRequest|upgrade|auth|token|jwt|session|cookie|passport|header|secret|api_?key|user/i;
function mentionsLogin({ body, imports: imports2 }) {
  let found3 = imports2.some((one) => LOGIN.test(one.from) || LOGIN.test(one.name ?? ""));
  walk(body, (node) => {
    const name = node.kind === "name" ? node.name : node.kind === "member" ? node.property : node.kind === "entry" ? node.key : void 0;
    if (name !== void 0 && LOGIN.test(name)) found3 = true;
    if (node.kind === "call" && node.callee.kind === "member" && node.callee.property === "use") found3 = true;
    return found3 ? false : void 0;
  });
  return found3;
}
function joinsByName(files2) {
  return files2.some(
    (file) => holds(file.body, (node) => {
      if (node.kind !== "call" || node.callee.kind !== "member" || node.callee.property !== "join") return false;
      const object = pathOf(node.callee.object)?.at(-1) ?? "";
      const [room10] = node.arguments;
      return /^(?:socket|client)$/i.test(object) && room10 !== void 0 && room10.kind !== "literal";
    })
  );
}
var PRIVATE_FOLDER = /\/(?:documents|attachments|invoices|contracts|exports|backups|private|payslips)$/i;
var UPLOADED = /\/(?:uploads?|files)$/i;
var FILES = /\/(?:files?|documents?|attachments?|uploads?|downloads?|invoices?)(?:\/|$)/i;
function openFolders(files2, guarded) {
  const reading = guarded.find(({ method, path }) => method === "GET" && FILES.test(path));
  const [neighbour] = reading ? [reading] : guarded;
  if (!neighbour) return [];
  return files2.flatMap((file) => {
    const { callsByName } = indexOf(file);
    return ["use", "mount"].flatMap(
      (name) => (callsByName.get(name) ?? []).flatMap((node) => {
        const folder = servedFolder(node);
        if (folder === void 0 || !(PRIVATE_FOLDER.test(folder) || reading && UPLOADED.test(folder))) return [];
        return [
          {
            kind: "folder",
            what: `the files below ${folder}`,
            beside: `${neighbour.method} ${neighbour.path} is guarded`,
            besideAt: neighbour.at,
            at: { path: file.path, start: node.start, end: node.end }
          }
        ];
      })
    );
  });
}
function servedFolder({ callee, arguments: given }) {
  const [prefix, served] = given;
  if (callee.kind !== "member") return void 0;
  if (prefix?.kind !== "literal" || typeof prefix.value !== "string" || served?.kind !== "call") return void 0;
  const name = pathOf(served.callee)?.at(-1);
  const isStatic = name === "static" || name === "serveStatic" || name === "StaticFiles";
  return isStatic && given.filter((one) => one.kind !== "keyword").length === 2 ? prefix.value : void 0;
}

// src/model/code/web/seeded-logins.ts
var USER = /^(?:e-?mail(?:address)?|user_?name|login|user|account)$/i;
var PASSWORD = /^(?:password|passwd|pass|pwd|password_?hash|hashed_?password|encrypted_?password|password_?digest)\d?$/i;
var ROLE = /^(?:role|roles|is_?admin|is_?super_?user|is_?staff|super_?user|type|user_?type|permissions?)$/i;
var ADMINISTRATOR = /^(?:admin\w*|root|super[-_. ]?(?:admin|user)\w*|sys[-_. ]?admin|owner)(?:[@+.\d]|$)/i;
var MAKING2 = /^(?:create|insert|save|upsert|register|add|seed|persist|merge|push|(?:bulk|find_?or|first_?or|get_?or|update_?or)_?create|bulk_?insert|bulk_?save_?objects|sign_?up)(?:_?(?:many|one|all|or_?update|if_?not_?exists|in_?batches|users?|accounts?|admins?|super_?user|employees?|members?))*$/i;
var HASHING = /hash|bcrypt|argon|scrypt|pbkdf|make_?password|encrypt|crypt|^generateFromPassword$|^digest$/i;
var COMMON2 = new RegExp(
  `^(?:${WELL_KNOWN_PASSWORDS.map((one) => one.replace(/[^\w]/g, "\\$&")).join("|")})[\\d!@#$.]{0,5}$`,
  "i"
);

var MIGRATION = /(?:^|\/)(?:migrations?|alembic|versions)\/[^/]+\.(?:py|[cm]?[jt]s)$/;

function appliedIn(file) {
  const given = /* @__PURE__ */ new Set();
  const entries = /* @__PURE__ */ new Set();
  walk(file.body, (node) => {
    if (node.kind === "call" && pathOf(node.callee)?.at(-1) === "RunPython") {
      const [first] = node.arguments;
      if (first?.kind === "name") given.add(first.name);
    }
    const value = node.kind === "entry" ? node.value : node.kind === "assign" ? node.value : void 0;
    const name = node.kind === "entry" ? node.key : node.kind === "assign" ? pathOf(node.target)?.at(-1) : void 0;
    if (value?.kind === "function" && name === "up") entries.add(value);
    return void 0;
  });
  return (fn) => /^(?:up|upgrade)$/.test(fn.name ?? "") || given.has(fn.name ?? "") || entries.has(fn);
}

var isPassword = wordsLike(PASSWORD);
var ACCOUNT = /(?:User|Account|Admin|Employee|Member)(?:Model|Entity|Create)?$/;
var makesAccounts = (name) => MAKING2.test(name) || ACCOUNT.test(name);
function loginsIn(program, file, call) {
  const name = pathOf(call.callee)?.at(-1) ?? (call.callee.kind === "member" ? call.callee.property : "");
  if (/^create_(?:super)?user$/.test(name)) {
    const superuser = djangoUser(program, file, call, name === "create_superuser");
    if (superuser) return [superuser];
  }
  const own = loginOf(program, file, keywordsOf2(call));
  if (own && (MAKING2.test(name) || /(?:^|[a-z])(?:User|Account|Admin|Employee|Member)(?:Model|Entity|Create)?$/.test(name)))
    return [own];
  const isMaking = MAKING2.test(name) || call.isNew && ACCOUNT.test(name);
  if (!isMaking) return [];
  const found3 = [];
  let count = 0;
  walk(call.arguments, (node) => {
    if (node.kind === "call" && !node.isNew || node.kind === "function" || ++count > 2e3) return false;
    if (node.kind === "object") {
      const login2 = loginOf(program, file, entriesOf3(node));
      if (login2) found3.push(login2);
    }
    return void 0;
  });
  return found3;
}
function keywordsOf2(call) {
  return call.arguments.flatMap((one) => one.kind === "keyword" ? [[one.name, one.value]] : []);
}
function entriesOf3(node) {
  return node.entries.flatMap(
    (one) => one.kind === "entry" && one.key !== void 0 ? [[one.key, one.value]] : []
  );
}
function loginOf(program, file, pairs) {
  const users = pairs.filter(([key]) => USER.test(key));
  const password = pairs.find(([key]) => PASSWORD.test(key));
  if (users.length === 0 || !password) return void 0;
  const user = users.flatMap(([, value]) => literalText(program, { file, node: value })?.text ?? [])[0];
  if (user === void 0) return void 0;
  const isAdministrator = ADMINISTRATOR.test(user) || pairs.some(([key, value]) => ROLE.test(key) && mentionsAdministrator(key, value));
  return login(program, { file, node: password[1] }, user, isAdministrator);
}
function mentionsAdministrator(key, value) {
  let found3 = /admin|super|staff/i.test(key) && value.kind === "literal" && value.value === true;
  walk([value], (node) => {
    const text = node.kind === "literal" ? node.value : node.kind === "member" ? node.property : node.kind === "name" ? node.name : "";
    if (typeof text === "string" && /admin|super_?user|owner/i.test(text)) found3 = true;
    return void 0;
  });
  return found3;
}
function djangoUser(program, file, call, isAdministrator) {
  const named4 = loginOf(program, file, keywordsOf2(call));
  const [user, , password] = call.arguments;
  if (named4 || !user || !password || password.kind === "keyword" || user.kind === "keyword") return named4;
  const text = literalText(program, { file, node: user })?.text;
  return text === void 0 ? void 0 : login(program, { file, node: password }, text, isAdministrator || ADMINISTRATOR.test(text));
}
function login(program, at, user, isAdministrator) {
  const written = passwordText(program, at, 0);
  if (!written || /^\$(?:2[aby]|argon2)/.test(written.text)) return void 0;
  const state = secretValue(written.text);
  const isWellKnown = COMMON2.test(written.text) || written.text === user;
  if (!isWellKnown && (!isAdministrator || state !== "literal" && state !== "placeholder")) return void 0;
  if (state === "none" || state === "reference") return void 0;
  return {
    user,
    isWellKnown,
    isMigrated: false,
    at: { path: written.file.path, start: written.node.start, end: written.node.end }
  };
}
function passwordText(program, at, depth) {
  if (depth > 5) return void 0;
  const written = literalText(program, at);
  if (written) return written;
  const node = peel(at.node);
  if (node.kind === "call") {
    const name = pathOf(node.callee)?.at(-1) ?? (node.callee.kind === "member" ? node.callee.property : "");
    const [first] = node.arguments;
    const isThrough = HASHING.test(name) || /^(?:string|str|decode|encode|hex|toString|hexdigest)$/.test(name);
    if (!isThrough) return void 0;
    if (first && first.kind !== "keyword" && HASHING.test(name))
      return passwordText(program, { file: at.file, node: first }, depth + 1);
    const inner = node.callee.kind === "member" ? node.callee.object : first;
    return inner && passwordText(program, { file: at.file, node: inner }, depth + 1);
  }
  if (node.kind !== "name") return void 0;
  const bindings = bindingsAt(at.file, node.name, node.start)?.bindings ?? [];
  const [only] = bindings;
  if (bindings.length !== 1 || only?.kind !== "value" || !only.node.value) return void 0;
  const [part] = only.bound.path;
  if (only.bound.path.length > 0 && part !== 0 && part !== "0") return void 0;
  return passwordText(program, { file: at.file, node: only.node.value }, depth + 1);
}

// src/model/code/web/signing-keys.ts

function isInFunction(made3, { file, node }) {
  if (made3.file === file && node.start <= made3.node.start && made3.node.end <= node.end) return false;
  return indexOf(made3.file).functions.some((fn) => fn.start <= made3.node.start && made3.node.end <= fn.end);
}
function keysGiven(file) {
  const { words } = indexOf(file);
  if (!words.has("secret_key") && !words.has("SECRET_KEY")) return [];
  const found3 = [];
  walk(file.body, (node) => {
    if (node.kind === "assign" && isFrameworkKey(node.target)) found3.push(node);
    return void 0;
  });
  return found3;
}
function outside(file, nodes, isOnce) {
  if (nodes.length === 0) return nodes;
  const { branches, functions } = indexOf(file);
  const around = [...branches.filter((one) => isStaged(one, true)), ...isOnce ? functions : []];
  return nodes.filter((node) => !around.some((one) => one.start <= node.start && node.end <= one.end));
}

// src/model/code/web/go-tokens.ts
var SIGNS = /^github\.com\/(?:golang-jwt\/jwt|dgrijalva\/jwt-go)(?:\/v\d+)?\.NewWithClaims$/;
var END = /^(?:exp|ExpiresAt)$/;
function goTokens(program, file) {
  const calls = indexOf(file).callsByName.get("NewWithClaims") ?? [];
  return calls.flatMap((node) => {
    const name = externalName(definitionOf(program, { file, node: node.callee }));
    const claims = node.arguments[1];
    if (name === void 0 || !SIGNS.test(name) || !claims) return [];
    const at = { path: file.path, start: node.start, end: node.end };
    return [{ call: "jwt.NewWithClaims", expires: hasEnd(program, file, claims), at }];
  });
}
function hasEnd(program, file, claims) {
  const written = peel(claims);
  const inner = written.kind === "unary" && written.operator === "&" ? peel(written.value) : written;
  const found3 = definitionOf(program, { file, node: inner });
  if (found3.kind !== "expression") return void 0;
  const value = peel(found3.node);
  const made3 = value.kind === "unary" && value.operator === "&" ? peel(value.value) : value;
  if (made3.kind !== "call" || !made3.isNew) return void 0;
  if (mentionsEnd([made3])) return true;
  return inner === made3 || !mentionsEnd(found3.file.body) ? false : void 0;
}
function mentionsEnd(nodes) {
  return holds(
    nodes,
    (node) => node.kind === "literal" && typeof node.value === "string" && END.test(node.value) || node.kind === "entry" && END.test(node.key ?? "") || node.kind === "member" && END.test(node.property)
  );
}

// src/model/code/web/tokens.ts



var ENDS3 = "JWT_ACCESS_TOKEN_EXPIRES";
function endGivenBy(node) {
  if (node.kind === "field") return node.name === ENDS3 ? node.value : void 0;
  if (node.kind === "keyword") return node.name === ENDS3 ? node.value : void 0;
  if (node.kind !== "assign" && node.kind !== "declare") return void 0;
  const { target } = node;
  const isEnd = target.kind === "name" && target.name === ENDS3 || target.kind === "member" && target.property === ENDS3;
  return isEnd ? node.value : void 0;
}
var isSigning = wordsLike(/^(?:sign|signAsync|encode)$/);
function expiryOf(program, at, defaults) {
  const { file, node } = at;
  const called2 = pathOf(node.callee)?.at(-1);
  if (called2 === void 0 || !isSigning(called2)) return "none";
  const [payload, second, third] = node.arguments;
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  if (file.language === "python")
    return name === "jwt.encode" || name === "jose.jwt.encode" ? inPayload(program, file, payload) : "none";
  if (name === "jsonwebtoken.sign" || name === "jsonwebtoken.default.sign")
    return either2(inPayload(program, file, payload), inOptions(program, file, third));
  if (name !== void 0 && /^hono(?:\/jwt|\/utils\/jwt)?\.(?:\w+\.)*sign$/.test(name))
    return inPayload(program, file, payload);
  if (called2 === "encode" || node.callee.kind !== "member") return "none";
  const built = builtBy(program, { file, node });
  if (built !== "none") return built;
  const ofOwn = () => either2(inPayload(program, file, payload), inOptions(program, file, second));
  if (defaults.fastify !== "none" && isDecorated(node.callee)) return either2(ofOwn(), defaults.fastify);
  const of = typeOf(program, { file, node: node.callee.object });
  if (of?.kind !== "external" || of.package !== "@nestjs/jwt" || of.path[0] !== "JwtService") return "none";
  return either2(ofOwn(), defaults.nest);
}
function builtBy(program, { file, node }) {
  if (!file.imports.some(({ from }) => from === "jose")) return "none";
  const { root, links } = grownChain({ file, node });
  if (root.kind !== "call" || !root.isNew) return "none";
  if (!/^jose\.(?:\w+\.)*SignJWT$/.test(externalName(definitionOf(program, { file, node: root.callee })) ?? ""))
    return "none";
  if (links.some(({ name }) => name === "setExpirationTime")) return true;
  const [payload] = root.arguments;
  return payload ? inPayload(program, file, payload) : false;
}
var FASTIFY = /^(?:@fastify\/jwt|fastify-jwt)$/;
function isDecorated({ object }) {
  const inner = peel(object);
  return inner.kind === "member" && inner.property === "jwt";
}

function either2(one, other) {
  if (one || other) return true;
  return one === void 0 || other === void 0 ? void 0 : false;
}
function inOptions(program, file, options) {
  if (!options || options.kind === "function") return false;
  return isThere(optionOf(program, { file, node: options }, "expiresIn"));
}

function inPayload(program, file, payload) {
  if (!payload) return void 0;
  const inner = peel(payload);
  if (inner.kind === "name" && isGivenEnd(file, inner)) return true;
  if (resolved(program, { file, node: inner })?.node.kind !== "object") return void 0;
  const own = isThere(optionOf(program, { file, node: inner }, "exp"));
  return own === false && inner.kind !== "object" && mentionsExpiry(file) ? void 0 : own;
}
function isGivenEnd(file, { name, start }) {
  const body = functionsAround(file, start)[0]?.body ?? file.body;
  return body.some((statement) => {
    if (statement.end > start || statement.kind !== "expression") return false;
    const node = peel(statement.value);
    if (node.kind === "assign") return isPartOf(node.target, name) && node.target.property === "exp";
    if (node.kind !== "call" || !isPartOf(node.callee, name) || node.callee.property !== "update") return false;
    return node.arguments.some((one) => {
      if (one.kind === "keyword") return one.name === "exp";
      const given = peel(one);
      return given.kind === "object" && given.entries.some((entry2) => entry2.kind === "entry" && entry2.key === "exp");
    });
  });
}
function isPartOf(node, name) {
  return node.kind === "member" && node.object.kind === "name" && node.object.name === name;
}
function mentionsExpiry(file) {
  const { words, texts: texts2 } = indexOf(file);
  return words.has("exp") || texts2.has("exp");
}
function hasMaximumAge(file) {
  if (!file.imports.some(({ from }) => /jsonwebtoken|jose|@nestjs\/jwt|express-jwt/.test(from))) return false;
  const { calls, objects } = indexOf(file);
  const others = new Set(calls.filter((one) => isCookie(calledName(one) ?? "")).flatMap((one) => one.arguments));
  return objects.some(
    (one) => !others.has(one) && one.entries.some((entry2) => entry2.kind === "entry" && /^(?:maxAge|maxTokenAge)$/.test(entry2.key ?? ""))
  );
}
var isCookie = remembered(/^(?:cookie|setCookie|clearCookie|serialize|set)$/);
var isRegistration2 = wordsLike(/^register(?:Async)?$/);

function registered3(program, { file, node }) {
  const [options] = node.arguments;
  return options ? ofModule(program, { file, node: options }) : void 0;
}
function factory(program, { file, node }) {
  const [options] = node.arguments;
  const made3 = options ? optionOf(program, { file, node: options }, "useFactory") : "open";
  if (made3 === "open" || made3 === "absent" || made3.node.kind !== "function") return void 0;
  const [only] = made3.node.body;
  if (made3.node.body.length !== 1 || only?.kind !== "return" || !only.value) return void 0;
  return ofModule(program, { file: made3.file, node: only.value });
}
function ofModule(program, options) {
  const sign = optionOf(program, options, "signOptions");
  return sign === "open" ? void 0 : sign === "absent" ? false : isThere(optionOf(program, sign, "expiresIn"));
}

// src/model/code/web/unchecked-certificates.ts

var ASIDE = /(?:^|\/)(?:scripts?|tools?|bin|cli|seeds?|seeders?|migrations?|benchmarks?|\.storybook)\/|\.config\.[cm]?[jt]s$/i;
var SWITCHES = /* @__PURE__ */ new Map([
  ["rejectUnauthorized", false],
  ["InsecureSkipVerify", true]
]);
var OTHERWISE = /^(?:requestCert|checkServerIdentity|VerifyPeerCertificate|VerifyConnection)$/;
var LOCAL3 = /^(?:https?:\/\/)?(?:localhost|127\.\d+\.\d+\.\d+|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)(?:[:/]|$)/i;

function isAround(outer, inner) {
  return outer.start < inner.start && outer.end >= inner.end;
}
function isLocal2({ entries }) {
  return entries.some(
    (one) => one.kind === "entry" && /^(?:host|hostname|url|uri|node|baseURL|connectionString|Addr|ServerName)$/.test(one.key ?? "") && LOCAL3.test(textOf7(one.value))
  );
}
function textOf7(node) {
  const inner = peel(node);
  return inner.kind === "literal" && typeof inner.value === "string" ? inner.value : "";
}
function isLiteral(node, value) {
  return node.kind === "literal" && node.value === value;
}

var KEYWORDS = [
  [/^(?:requests|httpx)\./, "verify", [false]],
  [/^aiohttp\./, "ssl", [false]],
  [/^aiohttp\./, "verify_ssl", [false]],
  [/^(?:elasticsearch|opensearchpy)\./, "verify_certs", [false]],
  [/^(?:redis|celery|aioredis)\./, "ssl_cert_reqs", [null, "none"]]
];
var METHODS3 = /^(?:get|post|put|patch|delete|head|options|request|send)$/;
function inPython(program, file) {
  const libraries = new Set(file.imports.map(({ from }) => from.split(".")[0] ?? ""));
  const found3 = [];
  for (const call of indexOf(file).calls) {
    for (const [called2, keyword, values] of KEYWORDS) {
      const given = call.arguments.find((one) => one.kind === "keyword" && one.name === keyword);
      const value = given?.kind === "keyword" ? peel(given.value) : void 0;
      if (given?.kind !== "keyword" || value?.kind !== "literal" || !values.includes(value.value)) continue;
      if (!isCallOf(program, file, call, called2, libraries) || LOCAL3.test(textOf7(call.arguments[0] ?? value))) continue;
      found3.push({ written: `${keyword}=${shown(value.value)}`, isForAll: false, at: spanOf9(file, given) });
    }
    const path = pathOf(call.callee)?.join(".");
    if (path === "ssl._create_unverified_context")
      found3.push({ written: "ssl._create_unverified_context()", isForAll: false, at: spanOf9(file, call) });
  }
  return found3;
}
function isCallOf(program, file, call, called2, libraries) {
  const name = externalName(definitionOf(program, { file, node: call.callee }));
  if (name !== void 0) return called2.test(name);
  if (call.callee.kind !== "member" || !METHODS3.test(call.callee.property)) return false;
  return [...libraries].some((library) => called2.test(`${library}.`));
}
function shown(value) {
  return value === false ? "False" : value === null ? "None" : `"${value}"`;
}
function runsInProduction(file, { start, end }) {
  return conditionsAround(file, start, end).every(isNotForDevelopment);
}
function isNotForDevelopment({ node, expected }) {
  const words = stageWords(node);
  if (words.length === 0) return true;
  const inner = peel(node);
  const isUnequal = inner.kind === "binary" && inner.operator.startsWith("!");
  const isDenied = inner.kind === "unary" && inner.operator === "!";
  const asked3 = isUnequal || isDenied ? !expected : expected;
  return words.some((word) => /prod|staging/i.test(word)) ? asked3 : words.some((word) => /dev|test|local|debug/i.test(word)) && !asked3;
}
function stageWords(test) {
  const found3 = [];
  const waiting = [test];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.kind === "name" && isStageVariable(node.name)) found3.push(node.name);
    if (node.kind === "member" && pathOf(node)?.join(".") !== "process.env" && isStageVariable(node.property))
      found3.push(node.property);
    if (node.kind === "literal" && typeof node.value === "string" && /^(?:prod|dev|test|staging|local)\w*$/i.test(node.value))
      found3.push(node.value);
    waiting.push(...childrenOf(node));
  }
  return found3;
}
function spanOf9({ path }, { start, end }) {
  return { path, start, end };
}

// src/model/code.ts


var CLIENTS_THAT_TELL = ["pg", "pg-pool", "redis"];

var NO_ROUTES = { routes: [], unregistered: [], unresolved: [], fallbacks: [] };


var GRPC = /^(?:@grpc\/grpc-js|grpc|nice-grpc|@nestjs\/microservices)(?:\.|$)/;







function graphqlFiles(tree, directory) {
  return tree.files.flatMap(({ path }) => {
    const isSchema2 = /\.(?:graphqls?|gql)$/.test(path) && isWithin(directory, path) && !standsAside(path);
    return isSchema2 && tree.read(path) || [];
  });
}
module.exports = {
  codeOf,
  house: runAudit
};
