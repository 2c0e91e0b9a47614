"use strict";

// src/model/code/autoload-folders.ts
var autoloaded = (function autoloaded(program, files) {
  const found = [];
  for (const file of files) {
    const imports = file.imports.filter(({ from }) => AUTOLOAD.test(from));
    if (imports.length === 0) continue;
    const names = new Set(imports.flatMap(({ local }) => local ?? []));
    const before = found.length;
    for (const call of indexOf(file).calls) {
      if (!call.arguments.some((one) => one.kind === "name" && names.has(one.name))) continue;
      const options = call.arguments.map(peel).find((one) => one.kind === "object");
      const entry = options?.kind === "object" ? options.entries.find((one) => one.kind === "entry" && one.key === "dir") : void 0;
      const folder = entry?.kind === "entry" ? folderOf(file, entry.value) : void 0;
      const inside2 = [...program.files.keys()].filter((path) => folder !== void 0 && isWithin(folder, path));
      if (inside2.length === 0) return void 0;
      found.push(...inside2);
    }
    if (found.length === before) return void 0;
  }
  return found;
});

// src/model/code/entry-files.ts
var packageDirectory = (function packageDirectory(entry, runtime, tree) {
  const manifests = {
    node: ["package.json"],
    python: ["pyproject.toml", "requirements.txt", "setup.py", "Pipfile", "manage.py"],
    go: ["go.mod"]
  }[runtime];
  for (let at = directoryOf(entry); ; at = directoryOf(at)) {
    if (manifests.some((name) => tree.exists(joinPath(at, name)))) return at;
    if (at === ".") return directoryOf(entry);
  }
});
var entryFile = (function entryFile(point, started, roots, tree, program) {
  const names = point.kind === "module" ? moduleFiles(point.name) : [point.name];
  const folder = workingDirectory(started);
  const named = (name) => name.startsWith("/") ? name : below(point.directory, name);
  const inside2 = (name) => absolute(folder, named(name));
  const files = containerFilesOf(started, tree);
  for (const name of names) {
    const own = files.find(inside2(name));
    if (own.state === "file" && program.files.has(own.file.source.path)) return own.file.source.path;
  }
  for (const name of names) {
    const copied = started.image && copiedFrom(inside2(name), started.image);
    const source = copied === void 0 ? void 0 : sourceOfCopied(copied, tree, program);
    if (source !== void 0) return source;
  }
  const search = point.kind === "module" ? [...roots, ...packagesWithin(roots, tree)] : roots;
  for (const root of search) {
    for (const name of names.map(named)) {
      const bare = name.startsWith(`${folder}/`) ? name.slice(folder.length + 1) : name.replace(/^\/(?:usr\/src\/app|app|srv|code|workspace|home\/\w+\/app)\//, "").replace(/^\//, "");
      const path = sourceOf(root, bare, tree, program);
      if (path !== void 0) return path;
    }
  }
  return void 0;
});
var below = (function below(directory, name) {
  if (directory === void 0) return name;
  return directory.startsWith("/") ? `/${joinPath(directory.slice(1) || ".", name)}` : joinPath(directory, name);
});
var sourceOf = (function sourceOf(root, name, tree, program) {
  const bare = name.replace(/^\.\//, "").replace(/\.[cm]?[jt]sx?$/, "");
  const rest = bare.replace(OUTPUT, "");
  const outDir = outputDirectory(tree, root);
  const compiled = outDir !== void 0 && bare.startsWith(`${outDir}/`) ? bare.slice(outDir.length + 1) : void 0;
  const inner = rest.replace(/^(.*)\/([^/]+)$/, "$1/src/$2");
  const bases = [
    bare,
    ...compiled === void 0 ? [] : [`src/${compiled}`, compiled],
    ...OUTPUT.test(bare) ? [`src/${rest}`, rest, inner, rest.replace(/^src\//, "")] : [],
    `${bare}/index`
  ];
  for (const base of bases) {
    for (const extension of ["", ".ts", ".js", ".mts", ".mjs", ".cts", ".cjs", ".tsx", ".py"]) {
      const path = joinPath(root, base + extension);
      if (program.files.has(path)) return path;
    }
  }
  return program.files.has(joinPath(root, name)) ? joinPath(root, name) : void 0;
});
var outputDirectory = (function outputDirectory(tree, root) {
  for (const name of ["tsconfig.build.json", "tsconfig.json"]) {
    const source = tree.read(joinPath(root, name));
    const options = source && readJsonObject(source)?.compilerOptions;
    const out = typeof options === "object" && options !== null && "outDir" in options ? options.outDir : void 0;
    if (typeof out === "string") return out.replace(/^\.\//, "").replace(/\/$/, "");
  }
  return void 0;
});

// src/model/code/entry-points.ts
var entryPointOf = (function entryPointOf(words) {
  const program = programOf(words);
  if (program === void 0) return void 0;
  if (/^python[\d.]*$/.test(program)) return pythonEntry(words.slice(1));
  if (/^(?:poetry|pipenv|uv|pdm|hatch|rye)$/.test(program) && words[1] === "run")
    return entryPointOf(afterOptions(words.slice(2)));
  if (/^(?:npx|bunx|pnpx|dotenvx?|cross-env|env-cmd|infisical|doppler|ddtrace-run|opentelemetry-instrument|newrelic-admin|sentry-cli)$/.test(
    program
  ))
    return wrapped(words);
  if (program === "nodemon") return watchedEntry(words.slice(1));
  if (/^(?:node|nodejs|bun|tsx|ts-node|ts-node-dev|deno|swc-node)$/.test(program))
    return nodeEntry(afterCommand(words.slice(1)));
  if (/^pm2(?:-runtime|-docker)?$/.test(program)) return nodeEntry(words.slice(1).filter((word) => word !== "start"));
  if (program === "nest") return words[1] === "start" ? { runtime: "node", kind: "framework", name: "nest" } : void 0;
  if (program === "next")
    return words[1] === "start" || words[1] === "dev" ? { runtime: "node", kind: "framework", name: "next" } : void 0;
  if (/^(?:uvicorn|gunicorn|hypercorn|granian|daphne|uwsgi)$/.test(program)) return pythonServer(words.slice(1));
  if (program === "fastapi") return fastApi(words.slice(1));
  if (program === "flask") return flask(words);
  if (program === "celery") return celery(words);
  if (/^(?:rq|dramatiq|huey_consumer(?:\.py)?|arq|taskiq)$/.test(program)) return quiet(pythonServer(words.slice(1)));
  if (/\.py$/.test(program)) return { runtime: "python", kind: "file", name: words[0] ?? program };
  if (/\.[cm]?js$/.test(program)) return { runtime: "node", kind: "file", name: words[0] ?? program };
  if (program === "go" && words[1] === "run") {
    const [name] = operands(words.slice(2));
    return name === void 0 ? void 0 : { runtime: "go", kind: "file", name };
  }
  return words[0] == null ? void 0 : { runtime: "go", kind: "binary", name: words[0] };
});
var operands = (function operands(words) {
  const found = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word == null) continue;
    if (word.startsWith("-")) {
      if (TAKES_VALUE.test(word)) index++;
    } else found.push(word);
  }
  return found;
});
var afterCommand = (function afterCommand(words) {
  const first = words.findIndex((word) => word !== null && !word.startsWith("-"));
  if (!/^(?:watch|run)$/.test(words[first] ?? "")) return words;
  const rest = words.slice(first + 1).filter((word) => word !== "-A");
  return operands(rest).length > 0 ? rest : words;
});
var nodeEntry = (function nodeEntry(words) {
  if (words.some((word) => /^(?:-e|--eval|-p|--print)$/.test(word ?? ""))) return void 0;
  const [name] = operands(words);
  if (name === void 0) return void 0;
  if (/(?:^|\/)next(?:\/dist\/bin\/next)?$/.test(name)) return { runtime: "node", kind: "framework", name: "next" };
  if (/(?:^|\/)(?:nest|@nestjs\/cli\/bin\/nest\.js)$/.test(name))
    return { runtime: "node", kind: "framework", name: "nest" };
  if (/\.(?:json|ya?ml)$|ecosystem\.config/.test(name)) return void 0;
  return { runtime: "node", kind: "file", name };
});

// src/model/code/required-folders.ts
var dynamicLoads = (function dynamicLoads(file) {
  const { callsByName } = indexOf(file);
  return ["require", "import", "__import__", "import_module"].flatMap(
    (name) => callsByName.get(name)?.filter(({ arguments: [first] }) => first?.kind !== "literal") ?? []
  );
});

// src/model/code/find-program.ts
var preparations = (function preparations(started, tree, program) {
  const all = rootsOf(started, tree);
  return runCommandsOf(started, tree).flatMap(({ words, isSure, folder }) => {
    if (!isSure) return [];
    const roots = withFolder(folder, all);
    const command = djangoCommand(words, program);
    if (command !== void 0) return [command];
    const point = entryPointOf(prismaSeed(words, roots, tree) ?? words);
    return point && point.kind !== "binary" && point.kind !== "framework" ? locate(point, started, roots, tree, program)?.entries ?? [] : [];
  });
});
var djangoCommand = (function djangoCommand(words, program) {
  const at = words.findIndex((word) => /(?:^|\/)manage\.py$/.test(word ?? ""));
  const name = at === -1 ? void 0 : words[at + 1];
  if (name == null || !/^\w+$/.test(name)) return void 0;
  return [...program.files.keys()].find((path) => path.endsWith(`/management/commands/${name}.py`));
});
var prismaSeed = (function prismaSeed(words, roots, tree) {
  const at = words.indexOf("prisma");
  if (at === -1 || words[at + 1] !== "db" || words[at + 2] !== "seed") return void 0;
  for (const root of roots) {
    const source = tree.read(joinPath(root, "package.json"));
    const prisma = source && readJsonObject(source)?.prisma;
    const seed = typeof prisma === "object" && prisma !== null && "seed" in prisma ? prisma.seed : void 0;
    if (typeof seed === "string") return seed.split(/\s+/).slice(0, 20);
  }
  return void 0;
});
var findProgram = (function findProgram(started, tree, program) {
  const commands = runCommandsOf(started, tree);
  const points = commands.flatMap(({ words, folder }) => {
    const point = entryPointOf(words);
    return point ? [{ point, folder }] : [];
  });
  const roots = rootsOf(started, tree);
  for (const { point, folder } of [...points].reverse()) {
    const found = locate(point, started, withFolder(folder, roots), tree, program);
    if (found) return found;
  }
  const [root] = roots;
  const isTold = started.directory !== void 0 || points.some(({ point }) => point.kind !== "binary");
  if (root === void 0 || isTold || commands.length > 0 && commands.every(({ words }) => changesTables(words)))
    return void 0;
  return commands.length === 0 || points.length > 0 ? usual(roots, program, tree) : void 0;
});
var withFolder = (function withFolder(folder, roots) {
  return folder === void 0 ? roots : [folder, ...roots.filter((root) => root !== folder)];
});
var rootsOf = (function rootsOf({ image, mounts, pm2, at, directory }, tree) {
  const roots = directory === void 0 ? [] : [directory];
  for (const mount of mounts) {
    const source = knownValue(mount.source);
    if (mount.type === "bind" && source !== void 0 && !source.startsWith("/") && tree.exists(source))
      roots.push(source);
  }
  const context = image?.context;
  if (image?.dockerfile && context?.present) {
    const own = directoryOf(image.dockerfile.file.path);
    if (isWithin(context.path, own)) roots.push(own);
    roots.push(context.path);
  }
  if (pm2)
    roots.push(
      pm2.directory === void 0 ? directoryOf(at.path) : joinPath(directoryOf(at.path), pm2.directory),
      directoryOf(at.path)
    );
  return [...new Set(roots)].filter((root) => !root.startsWith(".."));
});
var locate = (function locate(point, started, roots, tree, program) {
  const found = (entry, isCertain = true) => ({
    runtime: point.runtime,
    directory: packageDirectory(entry, point.runtime, tree),
    entries: [entry],
    entryPoints: [point],
    isCertain
  });
  switch (point.kind) {
    case "file":
    case "module": {
      const entry = point.runtime === "go" ? goPackage(point.name, roots, program) : entryFile(point, started, roots, tree, program);
      if (entry !== void 0) return found(celeryOf(entry, point, program) ?? entry);
      const owner = ownerOf(point);
      return owner ? locate(owner, started, roots, tree, program) : nextServer(point, started, roots, tree, program);
    }
    case "framework":
      return frameworkProgram(point, started, roots, tree, program);
    case "binary": {
      const built = started.directory === void 0 ? builtPackage(point.name, started, roots, program) : namedPackage(point.name, started.directory, program);
      return built === void 0 ? void 0 : found(built);
    }
  }
});
var celeryOf = (function celeryOf(entry, { answersNothing, kind }, program) {
  if (!answersNothing || kind !== "module" || fileName(entry) !== "__init__.py") return void 0;
  const own = joinPath(directoryOf(entry), "celery.py");
  return program.files.has(own) ? own : void 0;
});
var byFolder = (function byFolder(found, program) {
  const below2 = (pattern) => [...program.files.keys()].filter(
    (path) => isWithin(found.directory, path) && pattern.test(found.directory === "." ? path : path.slice(found.directory.length + 1))
  );
  if (found.entryPoints.some(({ name }) => name === "next")) {
    const loaded2 = below2(/^(?:src\/)?(?:app|pages|middleware|instrumentation|proxy)(?:\/|\.)/);
    return [...program.reachableFrom(loaded2)];
  }
  if (found.entries.some((entry) => /(?:^|\/)(?:manage|wsgi|asgi)\.py$/.test(entry))) return below2(/\.py$/);
  if (found.runtime !== "node") return [];
  const reached = [...program.reachableFrom(found.entries)].flatMap((path) => program.files.get(path) ?? []);
  const loaded = [...autoloaded(program, reached) ?? [], ...requiredFolders(program, reached)];
  return loaded.length > 0 ? [...program.reachableFrom(loaded)] : [];
});

// src/model/code/services.ts
var environmentOf = (function environmentOf(workload) {
  return (name) => workload?.environment.get(name)?.value;
});
var serviceEnvironment = (function serviceEnvironment({ workloads, platform }) {
  const [first] = workloads;
  if (first || !platform) return environmentOf(first);
  return () => unknown(platform.at, "it is set on the platform");
});
var servicesOf = (function servicesOf(tree, program, workloads, images, own) {
  const services = /* @__PURE__ */ new Map();
  const add = (found, started, workload) => {
    const id = `service:${found.entries.join("+")}`;
    const known = services.get(id);
    const prepares = preparations(started, tree, program).filter((path) => !found.entries.includes(path));
    if (known) {
      if (workload)
        services.set(id, {
          ...known,
          mayAnswer: known.mayAnswer || mayAnswer(found),
          prepares: [.../* @__PURE__ */ new Set([...known.prepares, ...prepares])],
          workloads: [...known.workloads, workload],
          weight: known.weight === 3 ? known.weight : workload.weight
        });
      return;
    }
    services.set(id, { ...serviceOf(id, found, program, started, workload), prepares });
  };
  for (const workload of workloads) {
    if (workload.software && workload.software.kind !== "runtime") continue;
    const started = own.startedAs(workload);
    const found = findProgram(started, tree, program);
    if (found) add(found, started, workload);
  }
  for (const image of images) {
    if (image.origin !== "built" || image.weight === 0 || image.usedBy.length > 0) continue;
    const started = startedBy(image);
    const found = findProgram(started, tree, program);
    if (found) add(found, started, void 0);
  }
  return [...services.values()];
});
var serviceOf = (function serviceOf(id, found, program, started, workload) {
  const paths = /* @__PURE__ */ new Set([...program.reachableFrom(found.entries), ...byFolder(found, program)]);
  const code = [...paths].sort().flatMap((path) => program.files.get(path) ?? []);
  const at = { path: found.entries[0] ?? started.at.path, start: 0, end: 0 };
  const image = started.image?.origin === "built" ? started.image : void 0;
  return {
    id,
    kind: "service",
    name: workload?.name ?? image?.name ?? fileName(found.directory),
    weight: workload?.weight ?? image?.weight ?? 2,
    at,
    files: [...paths].sort(),
    runtime: found.runtime,
    directory: found.directory,
    workloads: workload ? [workload] : [],
    ...image && { image },
    entries: found.entries,
    entryPoints: found.entryPoints,
    mayAnswer: mayAnswer(found),
    isCertain: found.isCertain,
    code,
    packages: packagesOf2(code, program)
  };
});
var mayAnswer = (function mayAnswer({ entryPoints }) {
  return entryPoints.length === 0 || entryPoints.some((one) => !one.answersNothing);
});
var packagesOf2 = (function packagesOf2(code, program) {
  const packages = /* @__PURE__ */ new Set();
  for (const file of code) {
    for (const one of [...file.imports, ...file.exports]) {
      if (one.from === void 0 || one.typeOnly) continue;
      const target = program.target(file, one.from);
      if (target.kind === "package") packages.add(target.name);
    }
  }
  return packages;
});

// src/model/code/web/stages.ts
var isAsideClass = (function isAsideClass(name) {
  return /^(?:Dev(?:elopment)?|Test(?:ing)?|Local|Mock)(?![a-z])|(?:Dev(?:elopment)?|Test(?:ing)?|Local|Mock|Example)(?:Config|Settings)?$/.test(
    name ?? ""
  );
});
var isAboutStage = (function isAboutStage(test, isStrict) {
  const waiting = [test];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isStrict && node.kind === "member" && pathOf(node)?.join(".") === "process.env") continue;
    if (node.kind === "name" && STAGE.test(node.name)) return true;
    if (node.kind === "member" && STAGE.test(node.property)) return true;
    if (node.kind === "literal" && typeof node.value === "string" && STAGE.test(node.value)) return true;
    waiting.push(...childrenOf(node));
  }
  return false;
});
var isStaged = (function isStaged(node, isStrict = false) {
  if (node.kind === "if" || node.kind === "conditional") return isAboutStage(node.test, isStrict);
  return node.kind === "binary" && node.operator === "&&" && isAboutStage(node.left, isStrict);
});
var stagelessCalls = (function stagelessCalls(file) {
  const known = callsOf.get(file);
  if (known) return known;
  const { branches, calls } = indexOf(file);
  const staged = outermost(branches.filter((branch) => isStaged(branch)));
  const found = staged.length === 0 ? calls : calls.filter((call) => !isInside(staged, call));
  callsOf.set(file, found);
  return found;
});
var stagelessCallsOf = (function stagelessCallsOf(file, matches) {
  if (!callsSome(file, matches)) return [];
  return stagelessCalls(file).filter((call) => {
    const name = calledName(call);
    return name !== void 0 && matches(name);
  });
});
var outermost = (function outermost(nodes) {
  const found = [];
  for (const node of nodes.toSorted((one, other) => one.start - other.start || other.end - one.end))
    if (node.start >= (found.at(-1)?.end ?? 0)) found.push(node);
  return found;
});

// src/model/code/web/options.ts
var optionOf = (function optionOf(program, object, key) {
  if (object === "absent" || object === "open") return object;
  const found = resolved(program, object);
  if (found?.node.kind !== "object" || isChanged(object)) return "open";
  const entry = found.node.entries.findLast((one) => one.kind === "entry" && one.key === key);
  if (entry?.kind === "entry") return { file: found.file, node: entry.value };
  return found.node.entries.some((one) => one.kind === "spread" || one.computed) ? "open" : "absent";
});
var isChanged = (function isChanged({ file, node }) {
  const inner = peel(node);
  if (inner.kind !== "name") return false;
  const known = changedOf.get(file);
  if (known) return known.has(inner.name);
  const changed = /* @__PURE__ */ new Set();
  walk(file.body, (one) => {
    const target = one.kind === "assign" ? peel(one.target) : one.kind === "call" ? peel(one.callee) : void 0;
    const object = target?.kind === "member" || target?.kind === "index" ? peel(target.object) : void 0;
    if (object?.kind === "name") changed.add(object.name);
    if (one.kind === "call" && pathOf(one.callee)?.join(".") === "Object.assign") {
      const [first] = one.arguments;
      if (first?.kind === "name") changed.add(first.name);
    }
    return void 0;
  });
  changedOf.set(file, changed);
  return changed.has(inner.name);
});
var resolved = (function resolved(program, at) {
  const node = peel(at.node);
  if (node.kind !== "name" && node.kind !== "member") return { file: at.file, node };
  const found = definitionOf(program, { file: at.file, node });
  if (found.kind !== "expression" || found.node.kind === "name") return void 0;
  return { file: found.file, node: peel(found.node) };
});
var environmentsOf = (function environmentsOf(service) {
  const { workloads } = service;
  return workloads.length === 0 ? [serviceEnvironment(service)] : workloads.slice(0, 20).map(environmentOf2);
});
var environmentOf2 = (function environmentOf2({ environment, environmentFiles }) {
  const missing = environmentFiles?.find((file) => !file.present);
  return (name) => environment.get(name)?.value ?? (missing && unknown(missing.at, `${missing.path} is not in the repository`));
});

// src/model/code/web/cors-headers.ts
var repeatedOrigins = (function repeatedOrigins(program, file) {
  const { texts, words } = indexOf(file);
  if (![...texts, ...words].some((one) => CREDENTIALS.test(one))) return [];
  const allowed = headersSet(file, CREDENTIALS).filter(({ value }) => /^true$/i.test(literalText(value)));
  if (allowed.length === 0) return [];
  return headersSet(file, ORIGIN).flatMap(({ value, start, end }) => {
    const around = functionsAround(file, start)[0];
    const beside = allowed.find((one) => functionsAround(file, one.start)[0] === around);
    if (!around || !beside || !isRequestOrigin(program, file, value)) return [];
    const conditions = [start, beside.start].flatMap((at) => conditionsAround(file, at, at));
    const claims = [];
    const lets = conditions.every((one) => asksNothing(program, file, one.node) || admits(program, one, value, claims));
    if (!lets) return [];
    const [claim] = claims;
    const shared = { library: OWN_MIDDLEWARE, credentials: true, at: { path: file.path, start, end } };
    return [claim ? { ...shared, origin: "limited", claim } : { ...shared, origin: "reflected" }];
  });
});

// src/model/code/web/django-settings.ts
var djangoSettingsFiles = (function djangoSettingsFiles(program, service) {
  const known = filesOf.get(service);
  if (known) return known;
  const found = settingsAmong(service.code, program, service);
  filesOf.set(service, found);
  return found;
});
var settingsAmong = (function settingsAmong(files, program, service) {
  const said = service.workloads[0]?.environment.get("DJANGO_SETTINGS_MODULE")?.value;
  const name = said ? said.known ? said.value : void 0 : defaultModule(service);
  const path = name?.replaceAll(".", "/");
  if (path === void 0) return [];
  const found = [];
  let file = files.find((one) => one.path.endsWith(`${path}.py`) || one.path.endsWith(`${path}/__init__.py`));
  for (let steps = 0; file && !found.includes(file) && steps < 8; steps++) {
    const current = file;
    found.push(current);
    const above = current.imports.find((one) => one.name === "*");
    const target = above && program.target(current, above.from);
    file = target?.kind === "files" ? target.files[0] : void 0;
  }
  return found;
});
var defaultModule = (function defaultModule({ code, entries }) {
  let found;
  const starts = code.filter(
    ({ path }) => entries.includes(path) || /(?:^|\/)(?:wsgi|asgi|manage|celery)\.py$/.test(path)
  );
  for (const file of starts) {
    walk(file.body, (node) => {
      const [key, value] = node.kind === "call" ? node.arguments : [];
      if (key?.kind === "literal" && key.value === "DJANGO_SETTINGS_MODULE" && value?.kind === "literal")
        found ??= String(value.value);
      return void 0;
    });
  }
  return found;
});

// src/model/code/web/cors.ts
var corsPolicies = (function corsPolicies(program, service) {
  const sites = productionFiles(program, service).flatMap((file) => {
    const isNode = file.language === "javascript" || file.language === "typescript";
    if (!isNode && file.language !== "python") return [];
    return stagelessCallsOf(file, mayBe).flatMap(
      (node) => (isNode ? nodeSite : pythonSite)(program, { file, node }, service) ?? []
    );
  });
  const made = [...sites, ...djangoSites(program, service)].map(
    (site2) => (environment) => policyOf(program, site2, environment)
  );
  const environments = environmentsOf(service);
  const told = [...made, ...goPolicies(program, service)].map((policyIn) => {
    const policies = environments.map(policyIn);
    return policies.find(isOpen) ?? policies[0] ?? policyIn(() => void 0);
  });
  return [...told, ...productionFiles(program, service).flatMap((file) => repeatedOrigins(program, file))];
});
var goPolicies = (function goPolicies(program, service) {
  if (service.runtime !== "go" || ![...service.packages].some((name) => GO_LIBRARIES.test(name))) return [];
  return productionFiles(program, service).flatMap(
    (file) => stagelessCallsOf(file, isGoPolicy).flatMap((node) => goPolicy(program, { file, node }) ?? [])
  );
});
var djangoSites = (function djangoSites(program, service) {
  if (service.runtime !== "python") return [];
  const all = djangoSetting(program, service, "CORS_ALLOW_ALL_ORIGINS") ?? djangoSetting(program, service, "CORS_ORIGIN_ALLOW_ALL");
  const credentials = djangoSetting(program, service, "CORS_ALLOW_CREDENTIALS");
  if (!credentials) return [];
  const patterns = djangoSetting(program, service, "CORS_ALLOWED_ORIGIN_REGEXES");
  const ofPatterns = patterns && patterns !== "open" && patterns !== "absent" ? [
    {
      library: "django-cors-headers",
      origin: patterns,
      credentials,
      star: "reflected",
      otherwise: "limited",
      // `re.match`: from the beginning, with anything behind.
      matching: { beginning: true },
      at: spanOf(patterns)
    }
  ] : [];
  if (!all) return ofPatterns;
  return [
    ...ofPatterns,
    {
      library: "django-cors-headers",
      origin: all,
      credentials,
      star: "reflected",
      otherwise: "limited",
      at: all === "open" || all === "absent" ? service.at : spanOf(all)
    }
  ];
});
const {
  pythonLayout
} = require("./chunk-LMX7K7RR.js");
const {
  productionFiles
} = require("./chunk-V253RQ2M.js");
const {
  evaluateExpression,
  goFieldValue
} = require("./chunk-3IISUF5O.js");
const {
  environmentRead,
  importedNames
} = require("./chunk-3LC2HXQD.js");
const {
  calledName,
  callsSome,
  indexOf,
  wordsLike
} = require("./chunk-DA3K453T.js");
const {
  bindingsAt,
  definitionOf,
  externalName,
  functionsAround
} = require("./chunk-NRHESAE4.js");
const {
  childrenOf,
  holds,
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  absolute,
  commandsOf,
  containerFilesOf,
  copiedFrom,
  directoryOf,
  fileName,
  isWithin,
  joinPath,
  knownValue,
  programOf,
  readJsonObject,
  runCommandsOf,
  standsAside,
  startedBy,
  unknown,
  workingDirectory
} = require("./chunk-Q3NCOY3T.js");

// src/model/code/autoload-folders.ts
var AUTOLOAD = /^(?:@fastify\/autoload|fastify-autoload)$/;

function folderOf(file, node) {
  const texts = [];
  walk([node], (one) => {
    if (one.kind === "literal" && typeof one.value === "string") texts.push(one.value);
    return void 0;
  });
  return texts.length === 0 ? void 0 : joinPath(directoryOf(file.path), texts.join("/"));
}

// src/model/code/entry-files.ts


function packagesWithin(roots, tree) {
  const inside2 = pythonLayout(tree).roots.filter((one) => !roots.includes(one) && roots.some((root) => isWithin(root, one)));
  return inside2.length === 1 ? inside2 : inside2.filter((one) => isWithin(roots[0] ?? ".", one) && roots[0] !== ".");
}

function sourceOfCopied(path, tree, program) {
  for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
    if (folder === "." || tree.exists(joinPath(folder, "package.json")))
      return sourceOf(folder, folder === "." ? path : path.slice(folder.length + 1), tree, program);
  }
}
function moduleFiles(module) {
  const path = module.replaceAll(".", "/");
  return [`${path}.py`, `${path}/__init__.py`, `${path}/__main__.py`];
}
var OUTPUT = /^(?:dist|build|out|lib|output|\.output|compiled)\//;



// src/model/code/entry-points.ts
var TAKES_VALUE = /^(?:-r|--require|--import|--loader|--experimental-loader|--env-file|--max-old-space-size|--conditions|-C|-c|--config|--tsconfig|--project|-P|-w|--workers|-b|--bind|-k|--worker-class|-t|--timeout|--host|--port|-p|--log-level|--log-config|--threads|--name|-n|--graceful-timeout|--access-logfile|--error-logfile|--max-requests|--max-requests-jitter|--keep-alive|--timeout-keep-alive|--forwarded-allow-ips|--root-path|--loop|--http|--ws|--lifespan|--interface|--limit-concurrency|--backlog|--worker-tmp-dir|--chdir|--app-dir|-A|--app|-u|--user|-g|--group|--umask|--pid)$/;

function wrapped(words) {
  const rest = afterOptions(words.slice(1)).filter(
    (word) => word !== "--" && word !== "run" && word !== "run-program" && !/^\w+=/.test(word ?? "")
  );
  return rest.length > 0 && rest.length < words.length ? entryPointOf(rest) : void 0;
}
function afterOptions(words) {
  const first = words.findIndex((word) => word !== null && !word.startsWith("-"));
  return first === -1 ? [] : words.slice(first);
}

function option(words, names) {
  for (const [index, word] of words.entries()) {
    const [, name = word ?? "", inline] = /^(--?[\w-]+?)=(.*)$/.exec(word ?? "") ?? [];
    if (names.test(name)) return inline ?? words[index + 1] ?? void 0;
  }
  return void 0;
}

var NODEMON_VALUED = /^(?:-e|--ext|-w|--watch|-i|--ignore|-d|--delay|-s|--signal|--config|--cwd)$/;
function watchedEntry(words) {
  const run = option(words, /^(?:-x|--exec)$/)?.split(/\s+/) ?? [];
  const files = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (/^(?:-x|--exec)$/.test(word ?? "") || NODEMON_VALUED.test(word ?? "")) index++;
    else if (!word?.startsWith("-")) files.push(word ?? null);
  }
  return run.length > 0 ? entryPointOf([...run, ...files]) : nodeEntry(files);
}

function pythonEntry(words) {
  const module = words.indexOf("-m");
  if (module !== -1) {
    const name2 = words[module + 1];
    if (name2 == null) return void 0;
    if (/^(?:uvicorn|gunicorn|hypercorn|flask|celery|fastapi|granian|daphne)$/.test(name2))
      return entryPointOf(words.slice(module + 1));
    return { runtime: "python", kind: "module", name: name2 };
  }
  if (words.includes("-c")) return void 0;
  const [name, command] = operands(words);
  if (name === void 0) return void 0;
  const found = { runtime: "python", kind: "file", name };
  return /(?:^|\/)manage\.py$/.test(name) && command !== void 0 && !SERVES.test(command) ? quiet(found) : found;
}
var SERVES = /serve|server|gunicorn|uvicorn|daphne|asgi|wsgi|web|api|http|metrics|^dev/i;
function quiet(found) {
  return found && { ...found, answersNothing: true };
}
function pythonServer(words) {
  const directory = option(words, /^(?:--chdir|--app-dir|-d)$/);
  const name = [...operands(words), option(words, /^(?:--wsgi|-w|--module|--wsgi-file)$/) ?? ""].find(
    (word) => /^[\w./-]+(?::[\w.()]+)?$/.test(word) && word !== ""
  );
  return name === void 0 ? void 0 : { ...moduleEntry(name), ...directory !== void 0 && { directory } };
}
function moduleEntry(name) {
  const [module = name, attribute] = name.split(":");
  const kind = module.endsWith(".py") ? "file" : "module";
  return {
    runtime: "python",
    kind,
    name: module,
    ...attribute !== void 0 && { attribute: attribute.replace(/\(.*$/, "") }
  };
}
function fastApi(words) {
  if (words[0] !== "run" && words[0] !== "dev") return void 0;
  const [name = "main.py"] = operands(words.slice(1));
  return { runtime: "python", kind: "file", name };
}
function flask(words) {
  const named = option(words, /^(?:--app|-A)$/);
  if (!words.includes("run")) return void 0;
  return moduleEntry(named ?? "app");
}
function celery(words) {
  const named = option(words, /^(?:-A|--app)$/);
  return named === void 0 ? void 0 : quiet(moduleEntry(named));
}

// src/model/code/go-packages.ts
function goPackage(name, roots, program) {
  for (const root of roots) {
    const path = joinPath(root, name);
    if (program.files.has(path)) return path;
    const main = mainFile(path, program);
    if (main !== void 0) return main;
  }
  return void 0;
}
function mainFile(directory, program) {
  for (const [path, file] of program.files) {
    if (file.language !== "go" || directoryOf(path) !== directory || file.packageName !== "main") continue;
    if (file.body.some((one) => one.kind === "function" && one.name === "main")) return path;
  }
  return void 0;
}
function builtPackage(binary, { image }, roots, program) {
  const stages = image?.stages ?? (image?.dockerfile ? [image.dockerfile] : []);
  const base = fileName(binary);
  let only;
  let count = 0;
  for (const stage of stages) {
    let folder = ".";
    for (const instruction of stage.instructions) {
      for (const { words } of instruction.keyword === "RUN" ? commandsOf(instruction) : []) {
        if (words[0] === "cd" && typeof words[1] === "string")
          folder = words[1].startsWith("/") ? "." : joinPath(folder, words[1]);
        const build = words.indexOf("build");
        if (words[0] !== "go" || build === -1) continue;
        const { output, directory, packages } = buildArguments(words.slice(build + 1));
        const found = packagesOf(packages, joinPath(folder, directory), base, roots, program);
        if (found === void 0) continue;
        count++;
        only = found;
        if (output !== void 0 && (fileName(output) === base || output.endsWith("/"))) return found;
      }
    }
  }
  return count === 1 ? only : void 0;
}
var VALUED = /* @__PURE__ */ new Set([
  ...["-o", "-C", "-p", "-asmflags", "-buildmode", "-compiler", "-covermode", "-coverpkg", "-gccgoflags", "-gcflags"],
  ...["-installsuffix", "-ldflags", "-mod", "-modfile", "-overlay", "-pgo", "-pkgdir", "-tags", "-toolexec"]
]);
function buildArguments(words) {
  let output;
  let directory = ".";
  const packages = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (word == null) continue;
    if (!word.startsWith("-")) {
      packages.push(word);
      continue;
    }
    const flag = word.replace(/^--/, "-");
    const value = words[VALUED.has(flag) ? ++index : index];
    if (value == null) continue;
    if (flag === "-o") output = value;
    else if (flag.startsWith("-o=")) output = flag.slice(3);
    else if (flag === "-C") directory = value;
  }
  return { output, directory, packages: packages.length > 0 ? packages : ["."] };
}
function packagesOf(packages, folder, binary, roots, program) {
  const several = packages.length > 1 && !packages.every((one) => one.endsWith(".go"));
  for (const written of packages) {
    const whole = written.replace(/\/\.\.\.$/, "");
    const below2 = whole === written ? [] : [joinPath(whole, binary)];
    for (const name of [...below2, whole, ...importedAs(whole)]) {
      const found = goPackage(joinPath(folder, name), roots, program);
      if (found !== void 0 && (!several || fileName(name) === binary)) return found;
    }
  }
  return void 0;
}
function importedAs(name) {
  const [host = "", ...rest] = name.split("/");
  return /^[\w-]+(?:\.[\w-]+)+$/.test(host) ? rest.map((_, index) => rest.slice(index).join("/")) : [];
}
function namedPackage(binary, directory, program) {
  const folders = /* @__PURE__ */ new Set();
  for (const [path, file] of program.files) {
    if (file.packageName === "main" && isWithin(directory, path) && !standsAside(path)) folders.add(directoryOf(path));
  }
  const mains = [...folders].flatMap((folder) => mainFile(folder, program) ?? []);
  const named = mains.filter((path) => fileName(directoryOf(path)) === fileName(binary));
  const [only, other] = named.length > 0 ? named : mains;
  return other === void 0 ? only : void 0;
}

// src/model/code/required-folders.ts
var OPEN = "\0";
var LONGEST = 12;
var listsFolder = wordsLike(/^(?:readdirSync|readdir)$/);
var MODULE = /\.[cm]?[jt]s$/;
function requiredFolder(program, file, call) {
  const [first] = call.arguments;
  if (!first || !callsSome(file, listsFolder) || listsDeeply(file)) return void 0;
  const text = textOf(program, file, first, LONGEST);
  const [, folder] = /^([^\0]*)\/\0(?:\.[cm]?[jt]s)?$/.exec(text) ?? [];
  if (folder === void 0) return void 0;
  const inside2 = joinPath(directoryOf(file.path), folder);
  const found = [...program.files.keys()].filter((path) => {
    if (path === file.path || !MODULE.test(path)) return false;
    const own = directoryOf(path);
    return own === inside2 || directoryOf(own) === inside2 && /\/index\.[^/]*$/.test(path);
  });
  return found.length > 0 ? found : void 0;
}
function requiredFolders(program, files) {
  return files.flatMap((file) => dynamicLoads(file).flatMap((call) => requiredFolder(program, file, call) ?? []));
}

function listsDeeply(file) {
  const { callsByName } = indexOf(file);
  const isDeep = ({ arguments: [, options] }) => options !== void 0 && !(options.kind === "literal") && !(options.kind === "object" && options.entries.every((one) => one.kind === "entry" && one.key !== void 0 && one.key !== "recursive"));
  const lists = ["readdirSync", "readdir"].flatMap((name) => callsByName.get(name) ?? []);
  return lists.some(isDeep) || callsByName.has("isDirectory");
}
function textOf(program, file, node, steps) {
  const inner = peel(node);
  const next = (one) => steps > 0 ? textOf(program, file, one, steps - 1) : OPEN;
  switch (inner.kind) {
    case "literal":
      return typeof inner.value === "string" ? inner.value : OPEN;
    case "template":
      return inner.parts.map((part) => typeof part === "string" ? part : next(part)).join("");
    case "binary":
      return inner.operator === "+" ? next(inner.left) + next(inner.right) : OPEN;
    case "name": {
      if (inner.name === "__dirname") return ".";
      const found = definitionOf(program, { file, node: inner });
      return found.kind === "expression" && found.file === file && found.node !== inner ? next(found.node) : OPEN;
    }
    case "call": {
      const name = externalName(definitionOf(program, { file, node: inner.callee }));
      return name === "path.join" || name === "path.resolve" ? inner.arguments.map(next).join("/") : OPEN;
    }
    default:
      return OPEN;
  }
}

// src/model/code/find-program.ts




function changesTables(words) {
  const [program = "", next = ""] = words.filter((word) => word !== null && !word.startsWith("-"));
  const name = fileName(/^(?:npx|bunx|pnpx)$/.test(program) ? next : program);
  return /^(?:prisma|typeorm(?:-ts-node-\w+)?|sequelize(?:-cli)?|knex|drizzle-kit|mikro-orm|node-pg-migrate|db-migrate|migrate-mongo|alembic|aerich|yoyo|goose|dbmate|flyway|liquibase|atlas|migrate)(?:@.*)?$/.test(
    name
  );
}




function ownerOf(point) {
  const { kind, name, attribute, answersNothing } = point;
  const last = name.lastIndexOf(".");
  if (kind !== "module" || !answersNothing || attribute !== void 0 || last < 1) return void 0;
  return { ...point, name: name.slice(0, last), attribute: name.slice(last + 1) };
}
function nextServer(point, started, roots, tree, program) {
  const { image } = started;
  const copies = image?.dockerfile?.instructions.some(
    ({ keyword, text }) => keyword === "COPY" && /\bstandalone\b/.test(text)
  );
  if (!image || !copies || fileName(point.name) !== "server.js") return void 0;
  const path = absolute(workingDirectory(started), point.name);
  const built = copiedFrom(path, image)?.split("/.next/")[0];
  const below2 = directoryOf(point.name.replace(/^\//, ""));
  const folders = [...built === void 0 ? [] : [built], ...roots.map((root) => joinPath(root, below2)), ...roots];
  return frameworkProgram({ runtime: "node", kind: "framework", name: "next" }, started, folders, tree, program);
}
function frameworkProgram(point, started, roots, tree, program) {
  for (const root of roots) {
    if (point.name === "next") {
      const config = ["next.config.js", "next.config.mjs", "next.config.ts", "next.config.cjs"].find(
        (name) => tree.exists(joinPath(root, name))
      );
      const first = [...program.files.keys()].find(
        (path) => isWithin(joinPath(root, "app"), path) || isWithin(joinPath(root, "pages"), path) || isWithin(joinPath(root, "src/app"), path) || isWithin(joinPath(root, "src/pages"), path)
      );
      if (first !== void 0 && (config !== void 0 || tree.exists(joinPath(root, "package.json"))))
        return { runtime: "node", directory: root, entries: [first], entryPoints: [point], isCertain: true };
    } else {
      const entry = sourceOf(root, "dist/main.js", tree, program);
      if (entry !== void 0)
        return {
          runtime: "node",
          directory: packageDirectory(entry, "node", tree),
          entries: [entry],
          entryPoints: [point],
          isCertain: started.image !== void 0 || started.directory !== void 0
        };
    }
  }
  return void 0;
}
var USUAL = [
  [
    "node",
    [
      "src/main.ts",
      "src/index.ts",
      "src/server.ts",
      "src/app.ts",
      "index.ts",
      "main.ts",
      "server.ts",
      "server.js",
      "index.js",
      "app.js",
      "main.js",
      "src/index.js",
      "src/server.js",
      "src/app.js",
      "src/main.js"
    ]
  ],
  ["python", ["manage.py", "app/main.py", "main.py", "app.py", "src/main.py", "wsgi.py", "server.py", "run.py"]],
  ["go", ["main.go", "cmd/server/main.go", "cmd/main.go"]]
];
function usual(roots, program, tree) {
  for (const root of roots) {
    for (const [runtime, names] of USUAL) {
      const entry = names.map((name) => joinPath(root, name)).find((path) => program.files.has(path));
      if (entry !== void 0)
        return {
          runtime,
          directory: packageDirectory(entry, runtime, tree),
          entries: [entry],
          entryPoints: [],
          isCertain: false
        };
    }
  }
  return void 0;
}


// src/model/code/services.ts







// src/model/code/orm/conditions.ts
function conditionsAround(file, start, end) {
  const found = [];
  const inside2 = (nodes) => nodes.some((one) => one.start <= start && one.end >= end);
  const own = functionsAround(file, start)[0];
  walk(file.body, (node) => {
    if (node.kind === "if") {
      if (inside2(node.consequent)) found.push({ file, node: node.test, expected: true });
      else if (inside2(node.alternate)) found.push({ file, node: node.test, expected: false });
      else if (node.end <= start && leaves(node.consequent) && functionsAround(file, node.start)[0] === own) {
        found.push({ file, node: node.test, expected: false });
      }
    } else if (node.kind === "binary" && node.operator === "&&" && inside2([node.right])) {
      found.push({ file, node: node.left, expected: true });
    } else if (node.kind === "conditional") {
      if (inside2([node.consequent])) found.push({ file, node: node.test, expected: true });
      else if (inside2([node.alternate])) found.push({ file, node: node.test, expected: false });
    } else if (node.kind === "switch") {
      const test = testOf(node, inside2);
      if (test) found.push({ file, node: test, expected: true });
    }
    return void 0;
  });
  return found;
}
function testOf({ subject, cases }, isInside2) {
  const tests = cases.find(({ body }) => isInside2(body))?.tests ?? [];
  const compared = tests.map((test) => {
    const { start, end } = test;
    return subject ? { kind: "binary", operator: "===", left: subject, right: test, start, end } : test;
  });
  return compared.length === 0 ? void 0 : compared.reduce((left, right) => ({
    kind: "binary",
    operator: "||",
    left,
    right,
    start: left.start,
    end: right.end
  }));
}
function leaves(body) {
  return body.some(({ kind }) => kind === "return" || kind === "throw");
}
function verdictOf(program, conditions, workload) {
  const environment = (name) => workload.environment.get(name)?.value;
  const reasons = [];
  let unknown2;
  for (const condition of conditions) {
    const value = evaluateExpression(program, condition, environment);
    const unset = value.variables.find((name) => workload.environment.get(name) === void 0);
    if (value.kind !== "known") unknown2 ??= value.because;
    else if (Boolean(value.value) !== condition.expected) {
      return { state: "off" };
    } else if (unset !== void 0) unknown2 ??= `nothing in the repository sets ${unset}`;
    else reasons.push(...reasonsOf(value, workload));
  }
  if (unknown2 !== void 0) return { state: "unknown", because: unknown2 };
  return reasons.length === 0 ? { state: "on" } : { state: "on", because: `${workload.name} runs with ${[...new Set(reasons)].join(" and ")}` };
}
function reasonsOf({ variables }, { environment }) {
  return variables.flatMap((name) => {
    const value = environment.get(name)?.value;
    return value?.known ? [`${name}=${value.value}`] : [];
  });
}

// src/knowledge/shared-domains.ts
var SHARED = /* @__PURE__ */ new Set([
  ...["vercel.app", "now.sh", "netlify.app", "herokuapp.com", "github.io", "gitlab.io", "pages.dev", "workers.dev"],
  ...[
    "web.app",
    "firebaseapp.com",
    "appspot.com",
    "run.app",
    "onrender.com",
    "fly.dev",
    "up.railway.app",
    "railway.app"
  ],
  ...["azurewebsites.net", "azurestaticapps.net", "azurefd.net", "cloudapp.azure.com", "blob.core.windows.net"],
  ...[
    "cloudfront.net",
    "s3.amazonaws.com",
    "amplifyapp.com",
    "elasticbeanstalk.com",
    "amazonaws.com",
    "awsapprunner.com"
  ],
  ...["ondigitalocean.app", "digitaloceanspaces.com", "surge.sh", "glitch.me", "replit.app", "replit.dev", "repl.co"],
  ...[
    "lovable.app",
    "lovableproject.com",
    "csb.app",
    "codesandbox.io",
    "stackblitz.io",
    "webcontainer.io",
    "gitpod.io"
  ],
  ...[
    "ngrok.io",
    "ngrok.app",
    "ngrok-free.app",
    "ngrok-free.dev",
    "trycloudflare.com",
    "loca.lt",
    "localtunnel.me",
    "deno.dev"
  ],
  ...[
    "blogspot.com",
    "wixsite.com",
    "weebly.com",
    "webflow.io",
    "framer.app",
    "bubbleapps.io",
    "myshopify.com",
    "expo.app"
  ]
]);
function isSharedDomain(domain) {
  return SHARED.has(domain.toLowerCase());
}

// src/model/code/web/cors-claims.ts
var HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i;
var PORT = /:\d{1,5}$/;
function claimedByEnd(text) {
  const host = text.replace(PORT, "");
  const port = text.slice(host.length);
  if (host.startsWith("."))
    return isSharedDomain(host.slice(1)) ? ending(text, `https://anybody${host}${port}`) : void 0;
  return HOST.test(host) && !host.startsWith("-") ? ending(text, `https://anybodys${host}${port}`) : void 0;
}
function ending(text, example) {
  return { asked: `ends with ${text}`, example };
}
function claimedByBeginning(text) {
  const host = text.replace(/^https?:\/\//i, "");
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.?$/i.test(host)) return void 0;
  const scheme = text.slice(0, text.length - host.length) || "https://";
  const more = host.endsWith(".") ? "" : host.endsWith("-") ? "x." : ".";
  return { asked: `begins with ${text}`, example: `${scheme}${host}${more}anybody.com` };
}
function claimedByPart(text) {
  const host = text.replace(/^https?:\/\//i, "").replace(/^\./, "");
  if (host.length < 3 || !/^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(host)) return void 0;
  return { asked: `has ${text} in it`, example: `https://${host}.anybody.com` };
}
var SCHEME = /^(?:https\?:\/\/|https?:\/\/|\(\?:?https\?:\/\/\)\?|\((?:\?:)?https?\|https?\):\/\/|\((?:\?:)?https\?:\/\/\)\??)/;
var LABELS = /^(?:\((?:\?:)?)?(?:\.[*+]\??|\[\^[./\\]{1,4}\][*+]|\\w[*+]|\[[\\\w-]{1,20}\][*+])(?:\\\.)?\)?[*?]?/;
var PORTS = /\(?(?:\?:)?:(?:\\d|\[0-9\])(?:[*+]|\{\d,?\d?\})\)?\??$/;
function claimedByPattern(pattern, matching = {}) {
  if (pattern.length > 300) return void 0;
  const text = pattern.replaceAll("\\/", "/");
  const isFromStart = text.startsWith("^") || matching.beginning === true;
  const isToEnd = text.endsWith("$") && !text.endsWith("\\$") || matching.end === true;
  const whole = text.replace(/^\^/, "").replace(/([^\\])\$$/, "$1");
  const withoutPorts = whole.replace(PORTS, "");
  const rest = withoutPorts.replace(SCHEME, "");
  const claim = isToEnd ? claimedToEnd(rest, isFromStart || rest !== withoutPorts) : withoutPorts === whole ? claimedFrom(rest, isFromStart) : void 0;
  return claim && { ...claim, asked: `matches /${pattern.slice(0, 80)}/` };
}
function claimedToEnd(rest, isWhole) {
  const labels = LABELS.exec(rest)?.[0] ?? "";
  const name = plainName(rest.slice(labels.length));
  if (name !== void 0) {
    if (labels === "" && isWhole) return void 0;
    return claimedByEnd(/\\\.\)?[*?]?$/.test(labels) ? `.${name}` : name);
  }
  const beginning = /^(?:[A-Za-z0-9-]|\\-){1,60}/.exec(rest)?.[0] ?? "";
  const behind = rest.slice(beginning.length);
  const open = LABELS.exec(behind)?.[0] ?? "";
  const domain = /\\\.$/.test(open) ? plainName(behind.slice(open.length)) : void 0;
  if (beginning === "" || domain === void 0 || !isSharedDomain(domain)) return void 0;
  return { asked: "", example: `https://${beginning.replaceAll("\\", "")}anybody.${domain}` };
}
function claimedFrom(rest, isFromStart) {
  const labels = LABELS.exec(rest)?.[0] ?? "";
  const name = plainName(rest.slice(labels.length));
  if (name === void 0 || name.endsWith(":") || PORT.test(name)) return void 0;
  return isFromStart && labels === "" ? claimedByBeginning(name) : claimedByPart(name);
}
function plainName(pattern) {
  return /^(?:\\[.-]|[A-Za-z0-9.:-])+$/.test(pattern) ? pattern.replaceAll("\\", "") : void 0;
}

// src/model/code/web/stages.ts
var STAGE = /^(?:(?:NODE|APP|PYTHON|FLASK|DJANGO|GO|RUN|DEPLOY|APPLICATION)_?ENV(?:IRONMENT)?|ENV|ENVIRONMENT|STAGE|MODE|DEBUG|TESTING|(?:is|IS|in|IN)_?(?:prod|dev|test|local|PROD|DEV|TEST|LOCAL|Prod|Dev|Test|Local)\w*|prod|dev|production|development|PROD|DEV|__DEV__)$/i;
function isStageVariable(name) {
  return STAGE.test(name);
}



var callsOf = /* @__PURE__ */ new WeakMap();



function isInside(ranges, { start }) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((ranges[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.start ?? Number.POSITIVE_INFINITY) <= start;
}

// src/model/code/web/options.ts

var changedOf = /* @__PURE__ */ new WeakMap();

function keywordOf(at, name) {
  const found = at.node.arguments.find((one) => one.kind === "keyword" && one.name === name);
  if (found?.kind === "keyword") return { file: at.file, node: found.value };
  return at.node.arguments.some((one) => one.kind === "spread") ? "open" : "absent";
}



function valueIn(program, at, environment) {
  const value = evaluateExpression(program, at, environment);
  const open = value.variables.find(
    (name) => isStageVariable(name) && !/DEBUG/.test(name) && environment(name) === void 0
  );
  if (value.kind !== "known" || open === void 0) return value;
  return {
    kind: "unknown",
    because: `${open} is not known`,
    at: value.at,
    variables: value.variables,
    isFallback: false
  };
}
function isOn(program, option2, environment, absent) {
  if (option2 === "absent") return absent;
  if (option2 === "open") return void 0;
  const value = valueIn(program, option2, environment);
  if (value.kind !== "known") return void 0;
  if (typeof value.value === "string") return /^(?:1|true|yes|on|t|y)$/i.test(value.value.trim());
  return Boolean(value.value);
}
function settingOf(program, at) {
  return environmentRead(program, { file: at.file, node: peel(at.node) });
}

// src/model/code/web/cors-comparison.ts
var ANYTHING = /^(?:[.]|\\S|\[\^\]|\[\\s\\S\])[*+]$/;
function isInEveryOrigin(pattern) {
  return withoutScheme(pattern) === "" || isEveryOrigin(pattern);
}
function isEveryOrigin(pattern) {
  return ANYTHING.test(withoutScheme(pattern));
}
function withoutScheme(pattern) {
  return pattern.replaceAll("\\/", "/").replace(/^\^/, "").replace(/^https\?:\/\//, "").replace(/\$$/, "");
}
function mentions(node, name) {
  return name !== void 0 && holds([node], (one) => one.kind === "name" && one.name === name);
}
var TAKES_TEXT = /^(?:test|exec)$/;
var COMPARES = /^(?:includes|has|some|find|test|match|exec|startsWith|endsWith)$/;
function isComparison({ callee }) {
  return callee.kind === "member" && COMPARES.test(callee.property);
}
function admitsUnnamedSite({ file, node }, origin, where) {
  const { callee } = node;
  const [first] = node.arguments;
  if (callee.kind !== "member") return void 0;
  const { object, property } = callee;
  if (mentions(object, origin)) return first && holdsForAll(property, { file, node: first }, where);
  if (TAKES_TEXT.test(property)) return holdsForAll(property, { file, node: object }, where);
  if (property !== "some" && property !== "find") return false;
  return first && ofAnyItem({ file, node: object }, { file, node: first }, where);
}
function ofAnyItem(list, test, where) {
  const fn = peel(test.node);
  const item = fn.kind === "function" ? fn.parameters[0]?.target : void 0;
  if (fn.kind !== "function" || item?.kind !== "name") return void 0;
  const ways = /* @__PURE__ */ new Set();
  let isOpen2 = false;
  walk(fn.body, (node) => {
    if (node.kind !== "call") return void 0;
    const { callee, arguments: values } = node;
    if (callee.kind === "member" && isComparison(node)) {
      const pattern = TAKES_TEXT.test(callee.property) ? callee.object : values[0];
      if (pattern && mentions(pattern, item.name)) ways.add(callee.property);
    } else isOpen2 ||= values.some((one) => mentions(one, item.name)) && pathOf(callee)?.join(".") !== "RegExp";
    return void 0;
  });
  if (isOpen2) return void 0;
  if (ways.size === 0) return false;
  const items = resolved(where.program, list);
  if (items?.node.kind !== "array") return void 0;
  const answers = items.node.elements.flatMap(
    (node) => [...ways].map((way) => holdsForAll(way, { file: items.file, node }, where))
  );
  return answers.includes(true) ? true : answers.includes(void 0) ? void 0 : false;
}
var BEGINNING = /^(?:h|ht|htt|http|https?:?\/{0,2})?$/;
function holdsForAll(way, at, where) {
  const pattern = patternOf(at, where);
  if (pattern !== void 0) return isInEveryOrigin(pattern) || isClaimed(claimedByPattern(pattern), where);
  const value = valueIn(where.program, at, where.environment);
  if (value.kind !== "known" || typeof value.value !== "string") return void 0;
  if (isClaimed(CLAIMS.get(way)?.(value.value), where)) return true;
  if (way === "startsWith") return BEGINNING.test(value.value);
  if (value.value === "") return true;
  if (way === "match" || TAKES_TEXT.test(way)) return isInEveryOrigin(value.value);
  return way === "includes" && "http://".includes(value.value);
}
var CLAIMS = /* @__PURE__ */ new Map([
  ["startsWith", claimedByBeginning],
  ["endsWith", claimedByEnd],
  ["includes", claimedByPart]
]);
function isClaimed(claim, { claims }) {
  if (!claim || !claims) return false;
  claims.push(claim);
  return true;
}
function patternOf(at, where) {
  const found = resolved(where.program, at);
  if (found?.node.kind === "regular-expression") return found.node.pattern;
  if (found?.node.kind !== "call" || pathOf(found.node.callee)?.join(".") !== "RegExp") return void 0;
  const [text] = found.node.arguments;
  const value = text && valueIn(where.program, { file: found.file, node: text }, where.environment);
  return value?.kind === "known" && typeof value.value === "string" ? value.value : void 0;
}

// src/model/code/web/cors-function.ts
var MOST_LOOKS = 2e3;
function originsOfFunction(program, { file, node }, environment, claims) {
  const [origin, callback] = namesOf(node);
  const answers = new Set(
    flow(node.body, {
      program,
      environment,
      file,
      origin,
      callback,
      steps: 12,
      budget: { left: MOST_LOOKS },
      ...claims && { claims }
    })
  );
  if (answers.size !== 1) return "unknown";
  return answers.has("accept") ? "reflected" : answers.has("refuse") ? "limited" : "unknown";
}
function holdsForClaimant(program, { file, node }, origin, claims) {
  const environment = () => void 0;
  const budget = { left: MOST_LOOKS };
  return truth(node, { program, environment, file, origin, callback: void 0, steps: 12, budget, claims });
}
function namesOf({ parameters }) {
  return parameters.map(({ target }) => target.kind === "name" ? target.name : void 0);
}
function flow(statements, asking) {
  const found = /* @__PURE__ */ new Set();
  for (const statement of statements) {
    if (--asking.budget.left < 0) return ["unknown"];
    const answers = ofStatement(statement, asking);
    for (const answer of answers) if (answer !== "falls") found.add(answer);
    if (!answers.includes("falls")) return [...found];
  }
  return [...found, "falls"];
}
function ofStatement(statement, asking) {
  switch (statement.kind) {
    case "return":
      return statement.value ? given(statement.value, asking) : ["unknown"];
    case "throw":
      return ["refuse"];
    case "expression":
      return called(statement.value, asking);
    case "if": {
      const holds2 = truth(statement.test, asking);
      if (holds2 === true) return flow(statement.consequent, asking);
      if (holds2 === false) return flow(statement.alternate, asking);
      return [...flow(statement.consequent, asking), ...flow(statement.alternate, asking)];
    }
    case "block":
      return flow(statement.body, asking);
    case "declare":
      return ["falls"];
    default:
      return mentions(statement, asking.callback) || returns(statement) ? ["unknown"] : ["falls"];
  }
}
function called(value, asking) {
  const node = peel(value);
  if (node.kind === "conditional") return either(node, asking, called);
  if (node.kind === "call" && isCallback(node, asking)) return [toCallback(node, asking)];
  return mentions(node, asking.callback) ? ["unknown"] : ["falls"];
}
function given(value, asking) {
  const node = peel(value);
  if (node.kind === "conditional") return either(node, asking, given);
  if (node.kind === "call" && isCallback(node, asking)) return [toCallback(node, asking)];
  if (asking.callback !== void 0 && mentions(node, asking.callback)) return ["unknown"];
  return [agreed(node, asking)];
}
function either({ test, consequent, alternate }, asking, next) {
  const holds2 = truth(test, asking);
  return [...holds2 === false ? [] : next(consequent, asking), ...holds2 === true ? [] : next(alternate, asking)];
}
function isCallback({ callee }, { callback }) {
  return callback !== void 0 && callee.kind === "name" && callee.name === callback;
}
function toCallback({ arguments: [error, allowed] }, asking) {
  if (!error) return "unknown";
  const isError = !isNothing(error);
  if (isError) {
    const node = peel(error);
    return node.kind === "call" || node.kind === "literal" || node.kind === "template" ? "refuse" : "unknown";
  }
  return allowed ? agreed(peel(allowed), asking) : "refuse";
}
function isNothing(node) {
  const inner = peel(node);
  return inner.kind === "literal" && inner.value === null || inner.kind === "name" && inner.name === "undefined";
}
function agreed(node, asking) {
  if (node.kind === "name" && node.name === asking.origin) return "accept";
  if (node.kind === "literal") return node.value === true || node.value === "*" ? "accept" : "refuse";
  if (isNothing(node)) return "refuse";
  if (node.kind === "array") return "unknown";
  const holds2 = truth(node, asking);
  return holds2 === void 0 ? "unknown" : holds2 ? "accept" : "refuse";
}
function truth(value, asking) {
  const { origin, program, environment, file, steps } = asking;
  if (steps <= 0 || --asking.budget.left < 0) return void 0;
  const next = { ...asking, steps: steps - 1 };
  const node = peel(value);
  if (node.kind === "name" && node.name === origin) return true;
  if (node.kind === "unary" && node.operator === "!") {
    const inner = truth(node.value, next);
    return inner === void 0 ? void 0 : !inner;
  }
  if (node.kind === "binary" && (node.operator === "||" || node.operator === "&&")) {
    const [left, right] = [truth(node.left, next), truth(node.right, next)];
    const decides = node.operator === "||";
    return left === decides || right === decides ? decides : left === void 0 || right === void 0 ? void 0 : !decides;
  }
  if (mentions(node, origin)) return aboutOrigin(node, next);
  if (node.kind === "name") {
    const found = definitionOf(program, { file, node });
    if (found.kind === "expression" && found.file === file && mentions(found.node, origin))
      return truth(found.node, next);
  }
  const known = valueIn(program, { file, node }, environment);
  return known.kind === "known" ? Boolean(known.value) : void 0;
}
var NAMES_HOST = /^(?:https?:\/\/)?(?:localhost|[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?$/i;
function aboutOrigin(node, asking) {
  if (node.kind === "binary" && /^[!=]==?$/.test(node.operator)) {
    const sides = [peel(node.left), peel(node.right)];
    const isUnequal = node.operator.startsWith("!");
    if (sides.some((one) => one.kind === "name" && one.name === asking.origin)) return isUnequal;
    if (sides.some((one) => one.kind === "literal" && typeof one.value === "string" && NAMES_HOST.test(one.value)))
      return isUnequal;
    const [position, at] = sides;
    return position?.kind === "call" && isIndex(position) && numberIn(at) === -1 ? !isUnequal : void 0;
  }
  if (node.kind === "binary") {
    const at = numberIn(peel(node.right));
    const left = peel(node.left);
    const isFound = node.operator === ">" && at === -1 || node.operator === ">=" && at === 0;
    return isFound && left.kind === "call" && isIndex(left) ? false : void 0;
  }
  if (node.kind !== "call") return void 0;
  const { origin, file } = asking;
  if (isComparison(node)) return admitsUnnamedSite({ file, node }, origin, asking);
  return ofHelper(node, asking);
}
function isIndex({ callee }) {
  return callee.kind === "member" && callee.property === "indexOf";
}
function numberIn(node) {
  if (node?.kind === "unary" && node.operator === "-") {
    const inner = numberIn(peel(node.value));
    return inner === void 0 ? void 0 : -inner;
  }
  return node?.kind === "literal" && typeof node.value === "number" ? node.value : void 0;
}
function ofHelper({ callee, arguments: values }, asking) {
  const { program, file, origin } = asking;
  if (pathOf(callee)?.join(".") === "Boolean" && values[0]) return truth(values[0], asking);
  const found = definitionOf(program, { file, node: callee });
  const helper = found.kind === "function" ? found : found.kind === "expression" && found.node.kind === "function" ? found : void 0;
  if (helper?.node.kind !== "function") return void 0;
  const at = values.findIndex((one) => one.kind === "name" && one.name === origin);
  const name = at === -1 ? void 0 : namesOf(helper.node)[at];
  if (name === void 0) return void 0;
  const answers = new Set(flow(helper.node.body, { ...asking, file: helper.file, origin: name, callback: void 0 }));
  if (answers.size !== 1) return void 0;
  return answers.has("accept") ? true : answers.has("refuse") ? false : void 0;
}
function returns(statement) {
  let found = false;
  walk([statement], (one) => {
    found ||= one.kind === "return" || one.kind === "throw";
    return one.kind !== "function" && !found;
  });
  return found;
}

// src/model/code/web/cors-headers.ts
var OWN_MIDDLEWARE = "its own middleware";
var ORIGIN = /^access-control-allow-origin$/i;
var CREDENTIALS = /^access-control-allow-credentials$/i;

function admits(program, { file, node, expected }, value, claims) {
  const origin = peel(value);
  return origin.kind === "name" && holdsForClaimant(program, { file, node }, origin.name, claims) === expected;
}
function headersSet(file, name) {
  const found = [];
  for (const { callee, arguments: given2, start, end } of stagelessCalls(file)) {
    const [key, value] = given2;
    if (!value || callee.kind !== "member" || !/^(?:set|add|header|setHeader)$/i.test(callee.property)) continue;
    if (key && name.test(literalText(key))) found.push({ value, start, end });
  }
  walk(file.body, (node) => {
    if (node.kind === "assign" && node.target.kind === "member" && name.test(node.target.property))
      found.push({ value: node.value, start: node.start, end: node.end });
    return void 0;
  });
  return found;
}
function literalText(node) {
  const inner = peel(node);
  return inner.kind === "literal" ? String(inner.value) : "";
}
function isRequestOrigin(program, file, node, steps = 5) {
  if (steps <= 0) return false;
  const inner = peel(node);
  if (inner.kind === "binary")
    return /^(?:\|\||\?\?)$/.test(inner.operator) && isRequestOrigin(program, file, inner.left, steps - 1);
  if (inner.kind === "member") return inner.property === "origin" && isHeaders(inner.object);
  if (inner.kind === "call") {
    const [first] = inner.arguments;
    const { callee } = inner;
    return callee.kind === "member" && /^(?:get|getHeader|header)$/i.test(callee.property) && /^origin$/i.test(first ? literalText(first) : "");
  }
  if (inner.kind !== "name") return false;
  const written = functionsAround(file, inner.start)[0]?.body.find(
    (one) => one.kind === "declare" && one.target.kind === "name" && one.target.name === inner.name
  );
  if (written?.kind === "declare" && written.value && written.value !== inner && peel(written.value).kind !== "name")
    return isRequestOrigin(program, file, written.value, steps - 1);
  const found = definitionOf(program, { file, node: inner });
  return found.kind === "expression" && found.file === file && found.node !== inner && isRequestOrigin(program, file, found.node, steps - 1);
}
function isHeaders(node) {
  return /^headers?$/i.test(pathOf(node)?.at(-1) ?? "");
}
function asksNothing(program, file, node) {
  const inner = peel(node);
  if (isRequestOrigin(program, file, inner)) return true;
  if (inner.kind === "unary") return inner.operator === "!" && isRequestOrigin(program, file, inner.value);
  if (inner.kind !== "binary") return false;
  const { left, right } = inner;
  const text = literalText(right);
  if (/^options$/i.test(text)) return true;
  return right.kind === "literal" && (right.value === "" || right.value === null) && isRequestOrigin(program, file, left);
}

// src/model/code/go/outside-calls.ts
var callsOf2 = /* @__PURE__ */ new WeakMap();
function outsideCalls(program, file) {
  const known = callsOf2.get(file);
  if (known) return known;
  const found = [];
  walk(file.body, (node) => {
    if (node.kind !== "call") return void 0;
    const name = outsideName(program, file, node.callee);
    if (name !== void 0) found.push({ name, file, node, at: { path: file.path, start: node.start, end: node.end } });
    return void 0;
  });
  callsOf2.set(file, found);
  return found;
}
function outsideName(program, file, node) {
  const [first, ...rest] = pathOf(node) ?? [];
  if (first === void 0 || rest.length === 0) return void 0;
  const imported = importedNames(program, file).get(first);
  if (imported?.kind !== "outside") return void 0;
  const bound = bindingsAt(file, first, node.start)?.bindings ?? [];
  return bound.every((one) => one.kind === "import") ? [imported.name, ...rest].join(".") : void 0;
}
function goFiles(program, paths) {
  return paths.flatMap((path) => {
    const file = program.files.get(path);
    return file?.language === "go" && !path.endsWith("_test.go") ? [file] : [];
  });
}

// src/model/code/web/cors-go.ts
var LIBRARIES = [
  {
    name: "cors",
    call: /^github\.com\/(?:rs|go-chi)\/cors\.(?:New|Handler)$/,
    origins: "AllowedOrigins",
    decides: /^AllowOrigin(?:Request|VaryRequest)?Func$/,
    otherwise: "any",
    star: "any",
    patterns: true
  },
  {
    name: "gin-contrib/cors",
    call: /^github\.com\/gin-contrib\/cors\.New$/,
    origins: "AllowOrigins",
    all: "AllowAllOrigins",
    decides: /^AllowOrigin(?:WithContext)?Func$/,
    otherwise: "limited",
    star: "any",
    patterns: "AllowWildcard"
  },
  {
    name: "CORSWithConfig",
    call: /^github\.com\/labstack\/echo\/v\d+\/middleware\.CORSWithConfig$/,
    origins: "AllowOrigins",
    decides: /^(?:Unsafe)?AllowOriginFunc$/,
    otherwise: "any",
    star: "any",
    patterns: true
  },
  {
    name: "fiber/cors",
    call: /^github\.com\/gofiber\/fiber\/v\d+\/middleware\/cors\.New$/,
    origins: "AllowOrigins",
    decides: /^AllowOriginsFunc$/,
    otherwise: "limited",
    star: "limited",
    patterns: false
  },
  {
    name: "gorilla/handlers",
    call: /^github\.com\/gorilla\/handlers\.CORS$/,
    origins: "AllowedOrigins",
    decides: /^AllowedOriginValidator$/,
    otherwise: "any",
    star: "any",
    patterns: false,
    isByCalls: true
  }
];
function goPolicy(program, at) {
  const { file, node } = at;
  const name = outsideName(program, file, node.callee);
  const library = name === void 0 ? void 0 : LIBRARIES.find(({ call }) => call.test(name));
  if (!library) return void 0;
  const fields = library.isByCalls ? calledOptions(node) : fieldsOf(program, at);
  const { start, end } = fields?.get(library.origins) ?? node;
  const shown = { library: library.name, at: { path: file.path, start, end } };
  if (!fields) return () => ({ ...shown, origin: "unknown", credentials: void 0 });
  return (environment) => {
    const reading = { program, file, fields, environment, library };
    const origin = originsOf(reading);
    const claim = origin === "limited" ? claimIn(reading) : void 0;
    return { ...shown, origin, credentials: isSet(reading, "AllowCredentials"), ...claim && { claim } };
  };
}
function isSet({ program, file, fields, environment, library }, key) {
  const node = fields.get(key);
  if (!node || library.isByCalls) return node !== void 0;
  return isOn(program, { file, node }, environment, false);
}
function originsOf(reading) {
  const { program, file, fields, library } = reading;
  const decides = [...fields].find(([key]) => library.decides.test(key))?.[1];
  if (decides) return ofFunction(program, { file, node: decides });
  const all = library.all === void 0 ? false : isSet(reading, library.all);
  if (all === void 0) return "unknown";
  if (all) return library.star;
  const told = fields.get(library.origins);
  return told ? listed(reading, { file, node: told }, DEEPEST) : library.otherwise;
}
function fieldsOf(program, { file, node }) {
  const [first] = node.arguments;
  if (!first) return /* @__PURE__ */ new Map();
  const given2 = pointed(first);
  const value = given2.kind === "name" ? writtenBehind(program, { file, node: given2 }) : given2;
  if (value?.kind !== "call") return void 0;
  const [body] = value.arguments;
  const isDefault = !value.isNew && value.callee.kind === "member" && value.callee.property === "DefaultConfig";
  if (!isDefault && (!value.isNew || body?.kind === "array")) return void 0;
  const fields = /* @__PURE__ */ new Map();
  for (const one of body?.kind === "object" ? body.entries : [])
    if (one.kind === "entry" && one.key !== void 0) fields.set(one.key, one.value);
  if (given2.kind !== "name") return fields;
  const around = functionsAround(file, node.start)[0];
  walk(around ? around.body : file.body, (one) => {
    if (one.kind !== "assign" || one.target.kind !== "member") return void 0;
    const { object, property } = one.target;
    if (object.kind === "name" && object.name === given2.name) fields.set(property, one.value);
    return void 0;
  });
  return fields;
}
function writtenBehind(program, at) {
  const found = definitionOf(program, at);
  return found.kind === "expression" && found.file === at.file ? pointed(found.node) : void 0;
}
function pointed(node) {
  const inner = peel(node);
  return inner.kind === "unary" && inner.operator === "&" ? peel(inner.value) : inner;
}
function calledOptions({ arguments: given2 }) {
  return new Map(
    given2.flatMap((one) => {
      const call = peel(one);
      if (call.kind !== "call" || call.callee.kind !== "member") return [];
      return [[call.callee.property, call.arguments[0] ?? call]];
    })
  );
}
function ofFunction(program, at) {
  const found = definitionOf(program, at);
  const given2 = peel(at.node);
  const fn = found.kind === "function" ? found.node : given2.kind === "function" ? given2 : void 0;
  if (!fn) return "unknown";
  const [only, more] = fn.body;
  const answer = only?.kind === "return" && !more ? only.value : void 0;
  return answer?.kind === "literal" && answer.value === true ? "reflected" : "limited";
}
var DEEPEST = 6;
function listed(reading, at, steps) {
  const { program, environment } = reading;
  const node = peel(at.node);
  if (steps <= 0) return "unknown";
  if (node.kind === "call") {
    const [first] = node.arguments;
    if (node.isNew && first?.kind === "array")
      return together(
        first.elements.map((one) => ofText(reading, valueIn(program, { file: at.file, node: one }, environment)))
      );
    if (outsideName(program, at.file, node.callee) === "strings.Split" && first) {
      const value = valueIn(program, { file: at.file, node: first }, environment);
      return value.kind === "known" ? ofText(reading, value) : "limited";
    }
  }
  if (node.kind === "array")
    return together(
      node.elements.map((one) => ofText(reading, valueIn(program, { file: at.file, node: one }, environment)))
    );
  if (node.kind === "member" || node.kind === "name") {
    const field = goFieldValue(program, { file: at.file, node });
    const found = definitionOf(program, { file: at.file, node });
    const behind = field ?? (found.kind === "expression" ? { file: found.file, node: found.node } : void 0);
    if (behind) return listed(reading, behind, steps - 1);
  }
  return ofText(reading, valueIn(program, at, environment));
}
function ofText({ library, program, file, fields, environment }, value) {
  if (value.kind !== "known") return "unknown";
  if (typeof value.value !== "string" || value.value === "") return "limited";
  const { patterns } = library;
  const takesPatterns = typeof patterns === "boolean" ? patterns : isSet({ library, program, file, fields, environment }, patterns) === true;
  return together(
    value.value.split(/[\s,]+/).map((one) => {
      if (one === "*") return library.star;
      return takesPatterns && /^(?:\w+:\/\/)?\*$/.test(one) ? "reflected" : "limited";
    })
  );
}
function together(parts) {
  const kinds = ["any", "reflected", "unknown"];
  return kinds.find((kind) => parts.includes(kind)) ?? "limited";
}
function claimIn({ program, file, fields, library, environment }) {
  const decides = [...fields].find(([key]) => library.decides.test(key))?.[1];
  if (decides) {
    const found = definitionOf(program, { file, node: decides });
    const given2 = peel(decides);
    const fn = found.kind === "function" ? found : given2.kind === "function" ? { file, node: given2 } : void 0;
    const [only, more] = fn?.node.body ?? [];
    return fn && only?.kind === "return" && only.value && !more ? claimOfTest(program, { file: fn.file, node: only.value }, 5) : void 0;
  }
  const told = fields.get(library.origins);
  const list = told?.kind === "call" && told.isNew ? told.arguments[0] : told;
  const takesPatterns = typeof library.patterns === "boolean" ? library.patterns : isSet({ program, file, fields, library, environment }, library.patterns) === true;
  if (list?.kind !== "array" || !takesPatterns) return void 0;
  for (const one of list.elements.slice(0, 100)) {
    const text = one.kind === "literal" && typeof one.value === "string" ? one.value : "";
    const claim = text.includes("*") ? claimedByEnd(text.slice(text.lastIndexOf("*") + 1)) : void 0;
    if (claim) return { ...claim, asked: `matches ${text}` };
  }
  return void 0;
}
var CLAIMS2 = /* @__PURE__ */ new Map([
  ["strings.HasSuffix", claimedByEnd],
  ["strings.HasPrefix", claimedByBeginning],
  ["strings.Contains", claimedByPart]
]);
function claimOfTest(program, { file, node }, steps) {
  const inner = peel(node);
  if (steps <= 0) return void 0;
  if (inner.kind === "binary" && inner.operator === "||")
    return claimOfTest(program, { file, node: inner.left }, steps - 1) ?? claimOfTest(program, { file, node: inner.right }, steps - 1);
  if (inner.kind !== "call") return void 0;
  const text = inner.arguments[1];
  const claimed = CLAIMS2.get(outsideName(program, file, inner.callee) ?? "");
  return text?.kind === "literal" && typeof text.value === "string" ? claimed?.(text.value) : void 0;
}

// src/model/code/web/cors-origins.ts
function originsIn(at, reading) {
  const { program, environment, star, steps } = reading;
  const inner = { ...reading, steps: steps - 1 };
  const read = settingOf(program, at);
  if (read) {
    const set = [read.variable, ...read.alternatives].map(environment).find((one) => one !== void 0);
    if (set && !set.known) return "unknown";
    if (set) return /^\s*(?:\[\s*"\*"\s*\]|\*)\s*$/.test(set.value) ? star : "limited";
    return read.fallback && steps > 0 ? originsIn(read.fallback, inner) : "unknown";
  }
  const found = resolved(program, at) ?? propertyOf(program, at) ?? functionOf(program, at);
  const node = found && peel(found.node);
  if (!found || !node || steps <= 0) return "unknown";
  const here = (one) => ({ file: found.file, node: one });
  switch (node.kind) {
    case "array":
      return listed2(found, node.elements, reading);
    case "regular-expression":
      return isInEveryOrigin(node.pattern) ? "reflected" : "limited";
    case "function":
      return originsOfFunction(program, { file: found.file, node }, environment);
    case "call":
      return called2(found, node, inner) ?? ofValue(here(node), reading);
    case "comprehension": {
      const [clause] = node.clauses;
      const isAll = node.clauses.length === 1 && isSameText(node.element);
      return isAll && clause ? originsIn(here(clause.iterated), inner) : "unknown";
    }
    case "binary":
      return node.operator === "+" ? together2([originsIn(here(node.left), inner), originsIn(here(node.right), inner)]) : ofValue(here(node), reading);
    default:
      return ofValue(here(node), reading);
  }
}
function claimIn2(at, { program, environment }, matching) {
  const found = resolved(program, at) ?? functionOf(program, at);
  const node = found && peel(found.node);
  if (!found || !node) return void 0;
  if (node.kind === "function") {
    const claims = [];
    const origins = originsOfFunction(program, { file: found.file, node }, environment, claims);
    return origins === "reflected" ? claims[0] : void 0;
  }
  if (node.kind === "array") {
    for (const one of node.elements.slice(0, MOST_ELEMENTS)) {
      const claim = one.kind === "array" ? void 0 : claimIn2({ file: found.file, node: one }, { program, environment }, matching);
      if (claim) return claim;
    }
    return void 0;
  }
  if (node.kind === "regular-expression") return claimedByPattern(node.pattern, matching);
  if (!matching) return void 0;
  const value = valueIn(program, { file: found.file, node }, environment);
  return value.kind === "known" && typeof value.value === "string" ? claimedByPattern(value.value, matching) : void 0;
}
var MOST_ELEMENTS = 100;
function propertyOf(program, at) {
  const inner = peel(at.node);
  if (at.file.language !== "python" || inner.kind !== "member") return void 0;
  const found = definitionOf(program, { file: at.file, node: inner });
  if (found.kind !== "function" || found.node.accessor !== "get") return void 0;
  const [last, ...before] = found.node.body.toReversed();
  const isDocumented = before.every((one) => one.kind === "expression" && one.value.kind === "literal");
  return last?.kind === "return" && last.value && isDocumented ? { file: found.file, node: last.value } : void 0;
}
function functionOf(program, at) {
  const found = definitionOf(program, at);
  return found.kind === "function" && at.file.language !== "python" ? { file: found.file, node: found.node } : void 0;
}
function together2(parts) {
  const kinds = ["any", "reflected", "unknown"];
  return kinds.find((kind) => parts.includes(kind)) ?? "limited";
}
function ofValue(at, { program, environment, star }) {
  const value = valueIn(program, at, environment);
  if (value.kind !== "known") return "unknown";
  if (value.value === true) return "reflected";
  if (typeof value.value === "string" && value.value !== "")
    return value.value === "*" ? star : isEveryOrigin(value.value) ? "reflected" : "limited";
  return value.value === false ? "limited" : "unknown";
}
function called2(at, node, reading) {
  if (node.callee.kind === "member" && node.callee.property === "split")
    return split({ file: at.file, node: node.callee.object }, reading);
  const attribute = attributeIn(node);
  if (!attribute) return void 0;
  const member = { file: at.file, node: attribute };
  const own = originsIn(member, reading);
  const [, , otherwise] = node.arguments;
  const isThere = own !== "unknown" || resolved(reading.program, member) !== void 0;
  return isThere || !otherwise ? own : originsIn({ file: at.file, node: otherwise }, reading);
}
function attributeIn({ callee, arguments: [object, name], start, end }) {
  if (callee.kind !== "name" || callee.name !== "getattr" || !object || name?.kind !== "literal") return void 0;
  if (typeof name.value !== "string") return void 0;
  return { kind: "member", object, property: name.value, propertyStart: name.start, start, end };
}
function isSameText(node) {
  if (node.kind === "name") return true;
  if (node.kind !== "call") return false;
  const { callee } = node;
  if (callee.kind === "member") return /^[lr]?strip$/.test(callee.property) && isSameText(callee.object);
  const [first] = node.arguments;
  return callee.kind === "name" && callee.name === "str" && first !== void 0 && isSameText(first);
}
function split(text, { program, environment, star }) {
  const value = text.file.language === "python" ? valueIn(program, text, environment) : void 0;
  const origins = value?.kind === "known" && typeof value.value === "string" ? value.value.split(/[\s,]+/) : [];
  return origins.includes("*") ? star : "limited";
}
function listed2({ file }, elements, reading) {
  if (file.language !== "python") return "limited";
  return together2(elements.map((one) => ofElement({ file, node: one }, reading)));
}
function ofElement(at, { program, environment, star }) {
  const value = valueIn(program, at, environment);
  if (value.kind !== "known") return "unknown";
  return value.value === "*" ? star : "limited";
}

// src/model/code/web/django-settings.ts
function djangoSetting(program, service, name) {
  for (const file of djangoSettingsFiles(program, service)) {
    const values = [];
    let count = 0;
    for (const one of file.body) {
      if (one.kind === "declare" && one.target.kind === "name" && one.target.name === name && one.value)
        values.push(one.value);
    }
    walk(file.body, (node) => {
      if (node.kind === "declare" && node.target.kind === "name" && node.target.name === name) count++;
      return node.kind === "function" || node.kind === "class" ? false : void 0;
    });
    const last = values.at(-1);
    if (count === values.length && last) return { file, node: last };
    if (count > 0) return "open";
  }
  return void 0;
}
var filesOf = /* @__PURE__ */ new WeakMap();

function djangoSettingsBeside(program, service) {
  const found = djangoSettingsFiles(program, service);
  if (found.length > 0) return found;
  const beside = [...program.files.values()].filter(({ path }) => isWithin(service.directory, path));
  return settingsAmong(beside, program, service);
}



// src/model/code/web/cors.ts


var GO_LIBRARIES = /cors|labstack\/echo|gofiber\/fiber|gorilla\/handlers/;
var isGoPolicy = wordsLike(/^(?:New|Handler|CORS|CORSWithConfig)$/);
function isOpen({ origin, credentials, claim }) {
  return (origin === "any" || origin === "reflected" || claim !== void 0) && credentials === true;
}
function policyOf(program, site2, environment) {
  const { library, at } = site2;
  const credentials = isOn(program, site2.credentials, environment, false);
  const origin = originOf(program, site2, environment);
  const isJudged = origin === "any" || origin === "reflected" || site2.origin === "absent" || site2.origin === "open";
  const claim = isJudged || site2.givesContext ? void 0 : claimIn2(site2.origin, { program, environment }, site2.matching);
  return claim ? { library, at, credentials, origin: "limited", claim } : { library, at, credentials, origin };
}
function nodeSite(program, at, { packages }) {
  const { file, node } = at;
  const [first, second] = node.arguments;
  const method = node.callee.kind === "member" ? node.callee.property : void 0;
  if (method === "enableCors" && packages.has("@nestjs/core")) return site("enableCors", program, at, first);
  if (method === "register" && first) {
    const plugin = externalName(definitionOf(program, { file, node: first }));
    return plugin === "@fastify/cors" || plugin === "fastify-cors" ? site(plugin, program, at, second) : void 0;
  }
  const name = externalName(definitionOf(program, { file, node: node.callee }));
  switch (name) {
    case "cors":
    case "hono/cors.cors":
      return site("cors", program, at, first);
    case "@koa/cors":
    case "kcors":
      return koaSite(site("@koa/cors", program, at, first));
    case "@nestjs/core.NestFactory.create":
      return inside("NestFactory.create", program, at, node.arguments.at(-1));
    case "socket.io":
    case "socket.io.Server":
      return inside("Socket.IO", program, at, node.arguments.at(-1));
    case "@nestjs/websockets.WebSocketGateway":
      return inside("WebSocketGateway", program, at, node.arguments.at(-1));
    default:
      return void 0;
  }
}
var mayBe = wordsLike(
  /cors|^create$|^(?:io|socketio|server|WebSocketGateway)$|^register$|^(?:add_middleware|Middleware)$/i
);
function site(library, program, { file, node }, options) {
  const object = options ? { file, node: options } : "absent";
  const origin = optionOf(program, object, "origin");
  const at = origin === "absent" || origin === "open" ? spanOf({ file, node }) : spanOf(origin);
  return {
    library,
    origin,
    credentials: optionOf(program, object, "credentials"),
    star: "any",
    otherwise: "any",
    at
  };
}
function inside(library, program, at, options) {
  if (options?.kind !== "object" && options?.kind !== "name") return void 0;
  const cors = optionOf(program, { file: at.file, node: options }, "cors");
  if (cors === "absent" || cors === "open") return void 0;
  const written = resolved(program, cors);
  return written?.node.kind === "object" ? site(library, program, { ...at, file: cors.file }, cors.node) : void 0;
}
function koaSite(made) {
  return { ...made, star: "reflected", otherwise: "reflected", givesContext: true };
}
function spanOf({ file, node }) {
  return { path: file.path, start: node.start, end: node.end };
}
function pythonSite(program, at) {
  const { file, node } = at;
  const [first] = node.arguments;
  const called3 = pathOf(node.callee)?.at(-1);
  const keyword = (name) => keywordOf(at, name);
  if (called3 === "add_middleware" || called3 === "Middleware") {
    const name = first && first.kind !== "keyword" && externalName(definitionOf(program, { file, node: first }));
    if (!name || !/^(?:fastapi|starlette)\..*\bCORSMiddleware$/.test(name)) return void 0;
    const pattern = keyword("allow_origin_regex");
    const origin = pattern === "absent" ? keyword("allow_origins") : pattern;
    const made = python("CORSMiddleware", at, origin, keyword("allow_credentials"), "limited");
    return pattern === "absent" ? made : { ...made, matching: { beginning: true, end: true } };
  }
  if (called3 !== "CORS" || externalName(definitionOf(program, { file, node: node.callee })) !== "flask_cors.CORS")
    return void 0;
  const resources = keyword("resources");
  if (resources !== "absent") return void 0;
  return python("flask-cors", at, keyword("origins"), keyword("supports_credentials"), "reflected");
}
function python(library, call, origin, credentials, otherwise) {
  const at = origin === "absent" || origin === "open" ? spanOf(call) : spanOf(origin);
  return { library, origin, credentials, star: "reflected", otherwise, at };
}

function originOf(program, { origin, otherwise, star, givesContext }, environment) {
  if (origin === "absent") return otherwise;
  if (origin === "open") return "unknown";
  if (givesContext)
    return originsOfContext(program, origin) ?? originsIn(origin, { program, environment, star, steps: 5 });
  return originsIn(origin, { program, environment, star, steps: 5 });
}
function originsOfContext(program, at) {
  const node = (resolved(program, at) ?? at).node;
  if (node.kind !== "function") return void 0;
  const { file } = resolved(program, at) ?? at;
  const last = node.body.at(-1);
  const isPlain = node.body.every((one) => one.kind === "declare" || one === last);
  return isPlain && last?.kind === "return" && last.value && isRequestOrigin(program, file, last.value) ? "reflected" : "unknown";
}

module.exports = {
  autoloaded,
  requiredFolder,
  dynamicLoads,
  packageDirectory,
  djangoSetting,
  djangoSettingsFiles,
  djangoSettingsBeside,
  entryPointOf,
  preparations,
  findProgram,
  environmentOf,
  serviceEnvironment,
  servicesOf,
  serviceOf,
  outsideCalls,
  outsideName,
  goFiles,
  isStageVariable,
  isAsideClass,
  isStaged,
  stagelessCallsOf,
  optionOf,
  keywordOf,
  resolved,
  environmentsOf,
  valueIn,
  isOn,
  conditionsAround,
  verdictOf,
  OWN_MIDDLEWARE,
  corsPolicies,
  isOpen
};
