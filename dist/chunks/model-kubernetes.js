"use strict";

// src/model/kubernetes/autoscalers.ts
var autoscalersOf = (function autoscalersOf(index, controllers) {
  const byName2 = /* @__PURE__ */ new Map();
  for (const controller of controllers) {
    const key = `${controller.object.kind}/${controller.object.name}`;
    byName2.set(key, [...byName2.get(key) ?? [], controller]);
  }
  return SCALERS.flatMap(
    ([kind, minimum, maximum]) => index.all(kind).flatMap((object2) => {
      const target = targetOf(object2);
      if (!target) return [];
      const controller = byName2.get(`${target.kind}/${target.name}`)?.find((one2) => sameNamespace(one2.object.namespace, object2.namespace));
      const spec = child(object2.node, "spec");
      return [
        {
          object: object2,
          target,
          ...optional("controller", controller),
          ...optional("minimum", numberFact(child(spec, minimum))),
          ...optional("maximum", numberFact(child(spec, maximum)))
        }
      ];
    })
  );
});
var targetOf = (function targetOf(object2) {
  const reference = descend(object2.node, "spec", "scaleTargetRef");
  const name = child(reference, "name");
  const text = textOf(name);
  if (!name || text === void 0) return void 0;
  return { kind: textOf(child(reference, "kind")) ?? "Deployment", name: text, at: name.at };
});

// src/model/kubernetes/index.ts
var indexObjects = (function indexObjects(objects) {
  const byKind = /* @__PURE__ */ new Map();
  for (const object2 of objects) {
    const kind = groupKind(object2);
    const entry = byKind.get(kind) ?? { list: [], byName: /* @__PURE__ */ new Map() };
    byKind.set(kind, entry);
    entry.list.push(object2);
    const namesakes = entry.byName.get(object2.name);
    if (namesakes) namesakes.push(object2);
    else entry.byName.set(object2.name, [object2]);
  }
  return {
    all: (kind) => byKind.get(kind)?.list ?? [],
    get: (kind, name, namespace) => {
      const namesakes = byKind.get(kind)?.byName.get(name) ?? [];
      return namesakes.find((object2) => object2.namespace === namespace) ?? namesakes.find((object2) => sameNamespace(object2.namespace, namespace));
    }
  };
});

// src/model/kubernetes/operators/recipe.ts
var count = (function count(...path) {
  return (fallback) => (object2) => numberFact(descend(object2.node, "spec", ...path)) ?? known(fallback, object2.at);
});
var sum = (function sum(list, key, fallback) {
  return (object2) => {
    const items2 = itemsOf(descend(object2.node, "spec", ...list));
    let total = 0;
    for (const item of items2) {
      const fact = numberFact(child(item, key));
      if (fact && !fact.known) return fact;
      total += fact ? fact.value : fallback;
    }
    const [first] = items2;
    return known(total, (first && child(first, key)?.at) ?? object2.at);
  };
});
var behind = (function behind(...endings) {
  return ({ name }) => endings.map((ending) => `${name}${ending}`);
});
var isEphemeral = (function isEphemeral(...path) {
  return (spec) => {
    const type = descend(spec, ...path, "type");
    return textOf(type) === "ephemeral" && type ? { at: type.at } : void 0;
  };
});
var noVolume = (function noVolume(...path) {
  return (spec) => {
    const parent = spec ?? void 0;
    return parent && descend(parent, ...path) === void 0 ? { at: parent.at } : void 0;
  };
});
var isOn = (function isOn(...path) {
  return (spec) => knownValue(booleanFact(descend(spec, ...path))) === true;
});

// src/model/kubernetes/operators.ts
var operatedWorkloads = (function operatedWorkloads(context) {
  return OPERATOR_RECIPES.flatMap(
    (recipe) => context.index.all(recipe.kind).map((object2) => operatedWorkload(object2, recipe, context))
  );
});
var unreadStores = (function unreadStores(objects) {
  const read = new Set(OPERATOR_RECIPES.map((recipe) => recipe.kind));
  return objects.flatMap((object2) => {
    const group = groupOf(object2);
    const { kind } = object2;
    if (OTHER_GROUPS.test(group) || read.has(`${group}/${kind}`) || ABOUT.test(kind)) return [];
    const store = STORES2.test(kind) || STORES2.test(group) && /Cluster|Instance|Database/.test(kind);
    return store ? [{ path: object2.at.path, because: `${kind} ${object2.name} of ${group} is not evaluated` }] : [];
  });
});

// src/model/kubernetes/route-rewrites.ts
var annotationsOf = (function annotationsOf(object2) {
  return entriesOf(descend(object2.node, "metadata", "annotations")).map(([name, node]) => [name, node]);
});
var hasRegexPaths = (function hasRegexPaths(object2) {
  return annotationsOf(object2).some(
    ([name, node]) => name === `${NGINX}rewrite-target` || name === `${NGINX}use-regex` && textOf(node) === "true"
  );
});
var ingressRewrite = (function ingressRewrite(object2, path, index) {
  for (const [name, node] of annotationsOf(object2)) {
    const text = textOf(node) ?? "";
    if (name === `${NGINX}rewrite-target`)
      return patternRewrite(path.text, text, { match: "regex", text: path.text }, node.at);
    if (name === "konghq.com/strip-path") {
      if (text === "true") return path.match === "regex" ? byRegex(node) : partsReplaced(path.text, "/", node.at);
    } else if (name === MIDDLEWARES) return throughMiddlewares(text.split(","), object2.namespace, path, index, node);
    else if (name === `${NGINX}configuration-snippet` || name === `${NGINX}server-snippet`) {
      if (/\brewrite\s/.test(text)) return unknownRewrite(node.at, "a rewrite changes the path");
    } else if (/rewrite|replace-?path|strip-?p|transforms/i.test(name))
      return unknownRewrite(node.at, `${name} changes the path`);
  }
  return IDENTITY;
});

// src/model/kubernetes/routes.ts
var routesOf = (function routesOf(index) {
  return READERS.flatMap(([kind, read]) => index.all(kind).flatMap((object2) => read(object2, index)));
});
var route = (function route(object2, { node, hosts, service, namespace, port, path, rewrite = IDENTITY }) {
  if (service === void 0 || service === "") return [];
  return [
    {
      object: object2,
      hosts,
      service,
      ...optional("namespace", namespace),
      ...optional("port", port),
      ...optional("path", path),
      rewrite,
      at: node.at
    }
  ];
});
var portFact = (function portFact(node) {
  return factOf(node, (text) => /^\d{1,5}$/.test(text) ? Number(text) : text);
});
var ingress = (function ingress(object2, index) {
  const spec = child(object2.node, "spec");
  const backend = (node, hosts, path) => {
    const service = child(node, "service") ?? node;
    const name = child(service, "name") ?? child(node, "serviceName");
    const port = child(child(service, "port"), "number") ?? child(child(service, "port"), "name") ?? child(node, "servicePort");
    if (!name) return [];
    const rewrite = ingressRewrite(object2, path ?? ANY_PATH, index);
    return route(object2, { node: name, hosts, service: textOf(name), port: portFact(port), path, rewrite });
  };
  const regex = hasRegexPaths(object2);
  const rules = itemsOf(child(spec, "rules")).flatMap((rule) => {
    const host = textOf(child(rule, "host"));
    return itemsOf(descend(rule, "http", "paths")).flatMap(
      (path) => backend(child(path, "backend"), host === void 0 ? [] : [host], ingressPath(path, regex))
    );
  });
  return [...rules, ...backend(child(spec, "defaultBackend") ?? child(spec, "backend"), [])];
});
var ingressPath = (function ingressPath(path, regex) {
  const text = textOf(child(path, "path")) ?? "/";
  if (regex && /[()[\]|*+?\\^$]/.test(text)) return { match: "regex", text };
  return { match: textOf(child(path, "pathType")) === "Exact" ? "exact" : "prefix", text };
});

// src/model/kubernetes/deployment.ts
var kubernetesDeployment = (function kubernetesDeployment(set, context) {
  const id = `kubernetes:${set.name}`;
  const index = indexObjects(set.objects);
  const templates = set.objects.flatMap((object2) => podTemplateOf(object2) ?? []);
  const cluster = clusterOf(id, set, templates, index, context);
  const { workloads, onRequest } = workloadsOf(id, set, templates, cluster, index, context);
  const [first] = templates;
  const runs = workloads.length + onRequest.length > 0;
  return {
    id,
    kind: "deployment",
    name: set.name,
    weight: runs && set.purpose === "production" ? 2 : 0,
    at: first?.object.kindAt ?? set.objects[0]?.kindAt ?? { path: set.files[0] ?? "", start: 0, end: 0 },
    files: set.files,
    platform: "kubernetes",
    purpose: set.purpose,
    because: set.because,
    workloads,
    onRequest,
    networks: [],
    volumes: claimsOf(index),
    cluster,
    problems: set.problems.filter((problem) => problem.kind === "structure")
  };
});
var clusterOf = (function clusterOf(deployment, set, templates, index, { named }) {
  const controllers = templates.map(
    (template) => ({
      object: template.object,
      labels: template.labels,
      spec: template.spec,
      workloads: template.containers.map((container) => workloadId(deployment, template, container))
    })
  );
  return {
    deployment,
    complete: set.complete,
    allThere: set.missing.length + set.notEvaluated.length === 0 && set.problems.every(({ kind }) => kind !== "syntax"),
    missingFiles: set.missing.filter(({ path }) => !isRemote(path)),
    objects: set.objects,
    controllers,
    services: servicesOf(index, controllers),
    routes: routesOf(index),
    autoscalers: autoscalersOf(index, controllers),
    budgets: selecting(index.all("policy/PodDisruptionBudget"), "selector", controllers),
    policies: selecting(index.all("networking.k8s.io/NetworkPolicy"), "podSelector", controllers),
    dangling: danglingReferences(templates, named)
  };
});
var selecting = (function selecting(objects, key, controllers) {
  if (objects.length === 0) return [];
  const byLabel = controllersByLabel(controllers);
  return objects.map((object2) => {
    const selector = descend(object2.node, "spec", key);
    const wanted = textsByKey(child(selector, "matchLabels"));
    const candidates = wanted.size > 0 ? mayHaveLabels(wanted, byLabel) : controllers;
    const taken = candidates.filter(
      (controller) => selector !== void 0 && sameNamespace(controller.object.namespace, object2.namespace) && selects(selector, controller.labels)
    );
    return { object: object2, controllers: taken };
  });
});
var workloadsOf = (function workloadsOf(deployment, set, templates, cluster, index, { tree, dockerfiles, builds, atDeploy }) {
  const prepared = templates.map((template) => preparedContainers(template, { builds, index }));
  const context = {
    tree,
    dockerfiles,
    index,
    builds,
    atDeploy,
    deployment,
    purpose: set.purpose,
    services: serviceDirectory(cluster.services, cluster.routes),
    autoscalers: new Map(cluster.autoscalers.flatMap((one2) => one2.controller ? [[one2.controller, one2]] : [])),
    readText: configTextReader(tree),
    keepsWork: workKeepers(prepared.flat(), tree),
    externalNames: namesByNamespace(cluster.services)
  };
  const workloads = [...operatedWorkloads(context)];
  const onRequest = [];
  for (const [at2, template] of templates.entries()) {
    const controller = cluster.controllers[at2];
    if (!controller) continue;
    const scaled2 = context.autoscalers.get(controller)?.object.kind === "ScaledObject";
    const waits = isScaledToZero(template, index) && !scaled2;
    for (const container of prepared[at2] ?? []) {
      if (waits) onRequest.push(podWorkload(container, controller, { ...context, purpose: "development" }));
      else workloads.push(podWorkload(container, controller, context));
    }
  }
  return { workloads, onRequest };
});
var namesByNamespace = (function namesByNamespace(services) {
  const named = services.filter((service) => service.type === "ExternalName");
  const known2 = /* @__PURE__ */ new Map();
  return (namespace) => {
    const names = known2.get(namespace) ?? externalNames(named, namespace);
    known2.set(namespace, names);
    return names;
  };
});
var workKeepers = (function workKeepers(containers, tree) {
  const hosts = /* @__PURE__ */ new Set();
  const hasOneCache = containers.filter(({ use }) => use?.software?.kind === "cache").length === 1;
  for (const { environment, use } of containers) {
    const folder = hasOneCache && use?.image.dockerfile ? use.image.context?.path : void 0;
    const takesJobs = folder !== void 0 && needsQueue(folder, tree);
    for (const { name, value } of environment.variables.values()) {
      if (!value.known || !(takesJobs || WORK_VARIABLE.test(name))) continue;
      for (const [host] of value.value.slice(0, 2e3).matchAll(HOST)) hosts.add(host);
    }
  }
  return (names) => WORK_NAME.test(names[0] ?? "") || names.some((name) => hosts.has(name));
});
var claimsOf = (function claimsOf(index) {
  return index.all("/PersistentVolumeClaim").map((object2) => ({
    name: object2.name,
    external: false,
    ...optional("driver", textAt(child(object2.node, "spec"), "storageClassName")),
    at: object2.at
  }));
});

// src/model/kubernetes/images.ts
var builtImages = (function builtImages(builds) {
  const byName2 = /* @__PURE__ */ new Map();
  const uses = /* @__PURE__ */ new Map();
  const open = [];
  for (const build of builds) {
    if (build.repository.startsWith("*")) open.push(build);
    else if (!byName2.has(build.repository)) byName2.set(build.repository, build);
  }
  return {
    imageOf: (node) => {
      const text = textOf(node);
      if (!node || text === void 0) return void 0;
      const pulled = pulledImage(node);
      const repository = parseImageReference(text)?.repository ?? filledRepository(text);
      const build = repository === void 0 ? void 0 : byName2.get(repository) ?? suffixed(repository, repository.startsWith("*") ? builds : open);
      if (!build) return pulled;
      const built = uses.get(build) ?? build.use();
      uses.set(build, built);
      if (!built.image.dockerfile) return pulled;
      const reference = factOf(node, parseImageReference);
      return reference ? { ...built, image: { ...built.image, reference, referenceAt: node.at } } : built;
    }
  };
});
var suffixed = (function suffixed(repository, open) {
  const fitting = open.filter((build) => isSameRepository(build.repository, repository));
  return new Set(fitting.map((build) => build.key)).size === 1 ? fitting[0] : void 0;
});

// src/parse/kubernetes/kustomize/label-fields.ts
var field = (function field(path, of = {}, create = true) {
  return { ...of, path: path.split("/"), create };
});

// src/parse/kubernetes/kustomize/merge-keys.ts
var object = (function object(fields = {}) {
  return { fields: { metadata: METADATA, ...fields } };
});

// src/parse/kubernetes/kustomize/reference-fields.ts
var at = (function at(path, of) {
  const parts = path.split(/(?<!\\)\//).map((part) => part.replaceAll("\\/", "/"));
  return { ...of, path: parts, create: false };
});
var inPods = (function inPods(kinds, paths) {
  return kinds.flatMap((kind) => paths.map((path) => at(`${POD_SPECS[kind] ?? "spec/template/spec"}/${path}`, { kind })));
});
var inContainers = (function inContainers(path) {
  return [`containers/${path}`, `initContainers/${path}`];
});

// src/parse/kubernetes/kustomize/variables.ts
var field2 = (function field2(path, kind) {
  return { path: path.split("/"), create: false, ...kind === void 0 ? {} : { kind } };
});

// src/model/kubernetes/files.ts
var kubernetesFiles = (function kubernetesFiles(tree) {
  const parsed = /* @__PURE__ */ new Map();
  const parse = (source) => {
    const before = parsed.get(source.path);
    if (before) return before;
    const file = parseYaml(source);
    parsed.set(source.path, file);
    return file;
  };
  const charts = tree.files.filter((file) => fileName(file.path) === "Chart.yaml").map((file) => directoryOf(file.path));
  const manifests = /* @__PURE__ */ new Map();
  const kustomizations = /* @__PURE__ */ new Map();
  const leftOut = [];
  for (const { path, format } of tree.files) {
    if (isKustomizationName(fileName(path))) {
      const kustomization = readKustomization(directoryOf(path), tree.read);
      if (kustomization) kustomizations.set(directoryOf(path), kustomization);
      continue;
    }
    if (format !== "yaml" && format !== "json" && format !== "text") continue;
    if (format === "text" && !TEMPLATE_NAME.test(path)) continue;
    const source = tree.read(path);
    if (!source || !isManifestText(source.text)) continue;
    if (format === "text") leftOut.push({ path, because: "a template of Kubernetes manifests: not evaluated" });
    else if (charts.some((chart) => isWithin(chart, path)))
      leftOut.push({ path, because: "part of a Helm chart: not evaluated" });
    else {
      const file = readManifests(source, parse);
      if (file.template) leftOut.push({ path, because: "a template of Kubernetes manifests: not evaluated" });
      else if (file.objects.length > 0 || file.problems.length > 0) manifests.set(path, file);
    }
  }
  return { manifests, kustomizations, leftOut, parse };
});
var isWorkload = (function isWorkload({ apiVersion, kind }) {
  return WORKLOADS.has(kind) && /^(?:v1|apps\/.*|batch\/.*|extensions\/.*)$/.test(apiVersion);
});
var podSpecOf = (function podSpecOf({ kind, node }) {
  if (kind === "Pod") return child(node, "spec");
  if (kind === "CronJob") return descend(node, "spec", "jobTemplate", "spec", "template", "spec");
  return descend(node, "spec", "template", "spec");
});
var isFragment = (function isFragment(object2) {
  if (!isWorkload(object2)) return false;
  const containers = itemsOf(child(podSpecOf(object2), "containers"));
  return containers.length === 0 || containers.some((container) => textOf(child(container, "image")) === void 0);
});

// src/model/kubernetes/candidates.ts
var commonFolder = (function commonFolder(files) {
  let common = directoryOf(files[0] ?? "").split("/");
  for (const file of files) {
    const parts = directoryOf(file).split("/");
    const end = common.findIndex((part, index) => part !== parts[index]);
    if (end !== -1) common = common.slice(0, end);
  }
  return common.length === 0 ? "." : common.join("/");
});
var nameOfFiles = (function nameOfFiles(files) {
  const [only] = files;
  if (files.length === 1 && only !== void 0) return only;
  const folder = commonFolder(files);
  if (folder !== ".") return folder;
  const tops = [...new Set(files.map((file) => file.includes("/") ? directoryOf(file) : file))];
  return tops.length <= 3 ? tops.join(" + ") : `${tops[0]} and ${tops.length - 1} other folders`;
});
var identitiesOf = (function identitiesOf(objects) {
  return objects.filter(isWorkload).map(({ kind, name }) => `${kind}/${name}`);
});

// src/model/kubernetes/commands.ts
var applyCommands = (function applyCommands(tree) {
  const found = /* @__PURE__ */ new Map();
  const add2 = (one2) => {
    const key = [one2.target, one2.purpose, one2.by, one2.kustomization].join("\n");
    if (found.size < MOST_TARGETS && !found.has(key)) found.set(key, one2);
  };
  for (const file of tree.files) {
    if (SCRIPTS.has(file.format)) {
      const text = tree.read(file.path)?.text;
      if (text && MENTIONED.test(text)) for (const one2 of commandsIn(text, file, tree)) add2(one2);
    } else if (/(?:^|\/)skaffold[^/]*\.ya?ml$/.test(file.path)) {
      const source = tree.read(file.path);
      if (source) for (const one2 of skaffoldTargets(source, tree)) add2(one2);
    }
  }
  return [...found.values()];
});
var commandsIn = (function commandsIn(text, file, tree) {
  const lines = text.replace(/\\\r?\n/g, " ").split(/\r?\n/).slice(0, MOST_LINES);
  const variables = scriptVariables(lines, file.format === "ci");
  const found = [];
  let folder;
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue;
    if (MENTIONED.test(line)) {
      for (const filled of line.includes("$") ? expand(line, variables) : [line]) {
        for (const { 0: command, index: at2 } of filled.matchAll(COMMAND)) {
          const directories = directoriesOf(filled.slice(0, at2), folder, file.path);
          const purpose = commandPurpose(lines, index, file.path) ?? "unknown";
          for (const { name, kustomization } of targetsOf(command)) {
            const target = resolveName(name, directories, tree);
            if (target !== void 0) found.push({ target, kustomization, purpose, by: file.path });
          }
        }
      }
    }
    folder = changedFolder(line) ?? folder;
  }
  return found;
});
var targetsOf = (function targetsOf(command) {
  const words = (splitWords(command) ?? command.split(/\s+/)).map((word) => word.replace(/^["'`(]+|["'`),]+$/g, ""));
  if (words[0] === "kustomize") {
    const name = words.slice(2).find((word) => !word.startsWith("-"));
    return [{ name: name ?? ".", kustomization: true }];
  }
  const found = [];
  for (const [index, word] of words.entries()) {
    const [, option = "", inline] = /^(-f|-k|--filename|--kustomize)(?:=(.*))?$/.exec(word) ?? /^(-f|-k)(.+)$/.exec(word) ?? [];
    if (option === "") continue;
    for (const name of (inline ?? words[index + 1] ?? "").split(","))
      if (name !== "" && name !== "-")
        found.push({ name, kustomization: option.endsWith("k") || option.endsWith("kustomize") });
  }
  return found;
});

// src/model/kubernetes/purpose.ts
var kubernetesPurpose = (function kubernetesPurpose(directory) {
  const folders = directory.split("/");
  const local = folders.findIndex((folder) => LOCAL_CLUSTERS.has(folder.toLowerCase()));
  if (local !== -1) {
    const place = folders.slice(0, local + 1).join("/");
    return { purpose: "development", because: `it lies in ${place}/`, place };
  }
  const said = folderPurpose(directory);
  return said && { purpose: said.purpose, because: `it lies in ${said.folder}/`, place: said.folder };
});
var manifestPurpose = (function manifestPurpose(path) {
  const folder = kubernetesPurpose(directoryOf(path));
  if (folder?.purpose === "development") return folder;
  const words = wordsOf(fileName(path));
  const own = (purpose, name) => ({ purpose, because: `it is named for ${name}`, place: path });
  if (words.some((word) => PRODUCTION.has(word))) return own("production", "production");
  if (words.some((word) => PREPRODUCTION.has(word))) return own("preproduction", "pre-production");
  if (words.some((word) => DEVELOPMENT.has(word))) return own("development", "development");
  return folder;
});

// src/model/kubernetes/plain.ts
var plainCandidates = (function plainCandidates(files, commands, kustomized) {
  const units = /* @__PURE__ */ new Map();
  for (const file of files) {
    const unit = unitOf(file, commands);
    const key = [unit.directory, unit.strength, unit.place].join("\n");
    const before = units.get(key);
    if (before) before.files.push(file);
    else units.set(key, unit);
  }
  const elsewhere2 = new Set(kustomized.flatMap((one2) => identitiesOf(one2.objects)));
  const inOrder3 = [...units.values()].sort(byStrength);
  const doubles = inOrder3.filter((unit) => repeats(unit, elsewhere2));
  const groups = [];
  for (const unit of inOrder3) {
    if (doubles.includes(unit)) continue;
    const group = groups.find((others) => belongs(unit, others));
    if (group) group.push(unit);
    else groups.push([unit]);
  }
  return [...groups, ...doubles.map((unit) => [unit])].map(candidateOf);
});
var unitOf = (function unitOf(file, commands) {
  const directory = directoryOf(file.path);
  const said = manifestPurpose(file.path);
  const own = commands.filter((one2) => !one2.kustomization && isWithin(one2.target, file.path));
  const deploys = own.find((one2) => one2.purpose === "production");
  const unit = (strength, because, place = "") => ({
    files: [file],
    directory,
    strength,
    because,
    place
  });
  if (said?.purpose === "development") return unit("none", said.because, said.place);
  if (said?.purpose === "preproduction")
    return unit("nearest", `${said.because}, and nothing here is nearer to production`, said.place);
  if (deploys) return unit("named", `${deploys.by} deploys it`);
  if (said) return unit("named", said.because);
  return unit("plain", own[0] ? `${own[0].by} applies it` : "nothing here says that it is for anything else");
});
var repeats = (function repeats(unit, there) {
  const own = identities(unit);
  return own.filter((one2) => there.has(one2)).length * 2 > own.length;
});
var identities = (function identities({ files }) {
  return identitiesOf(files.flatMap((file) => file.objects));
});
var candidateOf = (function candidateOf(units) {
  const files = units.flatMap((unit) => unit.files);
  const paths = files.map((file) => file.path);
  const reasons = [...new Set(units.map((unit) => unit.because))];
  return {
    name: nameOfFiles(paths),
    kind: files.every((file) => file.rendered) ? "helm-rendered" : "manifests",
    directory: commonFolder(paths),
    files: paths,
    objects: withoutDoubles(files),
    problems: files.flatMap((file) => file.problems),
    missing: [],
    notEvaluated: [],
    strength: units[0]?.strength ?? "none",
    because: reasons[0] ?? ""
  };
});
var withoutDoubles = (function withoutDoubles(files) {
  const seen = /* @__PURE__ */ new Set();
  return files.flatMap((file) => file.objects).filter(({ apiVersion, kind, namespace, name }) => {
    const key = [apiVersion, kind, namespace ?? "", name].join("\n");
    return !seen.has(key) && seen.add(key);
  });
});

// src/model/kubernetes/ranking.ts
var rankKubernetesSets = (function rankKubernetesSets(candidates) {
  const kept = [];
  const sets = [];
  for (const candidate of [...candidates].sort(inOrder2)) {
    const why = whyNot(candidate, kept);
    if (why !== void 0 && candidate.strength === "base") continue;
    if (why === void 0) kept.push(candidate);
    sets.push(setOf(candidate, why));
  }
  return sets;
});
var whyNot = (function whyNot(candidate, kept) {
  if (candidate.strength === "none") return candidate.because;
  const [first] = [...kept].sort((one2, other) => sharedDepth(other, candidate) - sharedDepth(one2, candidate));
  if ((candidate.strength === "nearest" || candidate.strength === "base") && first) {
    return `${first.name} is what production runs`;
  }
  const double = kept.find((other) => describesTheSame(candidate, other));
  return double && `it describes the same workloads as ${double.name}`;
});
var setOf = (function setOf(candidate, why) {
  const { name, kind, files, objects, problems, missing, notEvaluated } = candidate;
  const unread = problems.some(({ kind: type, code }) => type === "syntax" || !HARMLESS.has(code ?? ""));
  return {
    name,
    kind,
    files,
    purpose: why === void 0 ? "production" : "development",
    because: why ?? candidate.because,
    objects,
    problems,
    complete: !unread && missing.length === 0 && notEvaluated.length === 0,
    missing,
    notEvaluated
  };
});

// src/model/kubernetes/sets.ts
var kubernetesSets = (function kubernetesSets(tree, configured) {
  const files = kubernetesFiles(tree);
  if (files.manifests.size === 0 && files.kustomizations.size === 0) return { sets: [], leftOut: files.leftOut };
  const commands = applyCommands(tree);
  const used = usedBy(files);
  const named = configured.flatMap((set) => configuredCandidate(set, files, tree) ?? []);
  const taken = new Set(named.flatMap((one2) => one2.files));
  const roots = kustomizationCandidates(tree, files, commands, used).filter((one2) => !taken.has(one2.files[0] ?? ""));
  const leftOut = [...files.leftOut];
  const plain = [...files.manifests.values()].filter(({ path, objects, problems }) => {
    if (taken.has(path) || used.files.has(path)) return false;
    if (files.kustomizations.has(directoryOf(path))) {
      leftOut.push({ path, because: "the kustomization beside it does not name it" });
      return false;
    }
    if (!objects.some(isFragment) || problems.some(({ kind }) => kind === "syntax")) return true;
    leftOut.push({ path, because: "it only changes workloads of a file that is not here" });
    return false;
  });
  const sets = rankKubernetesSets([...named, ...roots, ...plainCandidates(plain, commands, [...named, ...roots])]);
  return { sets, leftOut };
});
var usedBy = (function usedBy({ kustomizations }) {
  const files = /* @__PURE__ */ new Set();
  const folders = /* @__PURE__ */ new Map();
  for (const [directory, kustomization] of kustomizations) {
    const uses = usesOf(kustomization);
    for (const path of [...uses.resources, ...uses.others]) {
      if (kustomizations.has(path) && path !== directory) folders.set(path, [...folders.get(path) ?? [], directory]);
      else files.add(path);
    }
  }
  return { files, folders };
});
var kustomizationCandidates = (function kustomizationCandidates(tree, files, commands, used) {
  const found = [];
  const circles = new Set(inCircles(files, used));
  for (const [directory, { kind, path }] of files.kustomizations) {
    if (kind === "Component") continue;
    const own = commands.filter((one2) => one2.target === directory || one2.target === path);
    const deploys = own.find((one2) => one2.purpose === "production");
    const users = used.folders.get(directory) ?? [];
    const said = kubernetesPurpose(directory);
    const borrowed = users.length > 0 && deploys === void 0 && !circles.has(directory);
    const onlyDevelopment = users.every((user) => kubernetesPurpose(user)?.purpose === "development");
    if (borrowed && (!onlyDevelopment || said?.purpose === "development")) continue;
    const build = buildKustomization(directory, { ...tree, parse: files.parse });
    if (!build) continue;
    const judged = borrowed ? { strength: "base", because: "only development builds on it, and nothing here is nearer to production" } : judge(
      said,
      deploys,
      own[0],
      circles.has(directory) ? "it and others only use each other" : "no other kustomization uses it"
    );
    found.push({ ...ofBuild(directory, build), ...judged });
  }
  return found;
});
var inCircles = (function inCircles({ kustomizations }, { folders }) {
  const usedOf = /* @__PURE__ */ new Map();
  for (const [directory, users] of folders) {
    for (const user of users) usedOf.set(user, [...usedOf.get(user) ?? [], directory]);
  }
  const reached = /* @__PURE__ */ new Set();
  const reach = (directory) => {
    const waiting = [directory];
    for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...usedOf.get(next) ?? []);
    }
  };
  for (const directory of kustomizations.keys()) if (!folders.has(directory)) reach(directory);
  const first = [];
  for (const [directory, { kind }] of kustomizations) {
    if (reached.has(directory) || kind === "Component") continue;
    first.push(directory);
    reach(directory);
  }
  return first;
});

// src/model/kubernetes.ts
var kubernetesDeployments = (function kubernetesDeployments(tree, dockerfiles, configured, builds) {
  const { sets, leftOut } = kubernetesSets(tree, configured);
  if (sets.length === 0) return { deployments: [], unreadable: [], notEvaluated: leftOut, productionFiles: /* @__PURE__ */ new Set() };
  const named = namedObjects(
    sets.flatMap((set) => set.objects),
    tree
  );
  const context = { tree, dockerfiles, builds: builtImages(builds()), atDeploy: imagesAtDeploy(tree), named };
  const production = sets.filter((set) => set.purpose === "production");
  return {
    deployments: sets.map((set) => kubernetesDeployment(set, context)),
    unreadable: unreadableManifests(sets, leftOut, tree),
    notEvaluated: [
      ...leftOut,
      ...production.flatMap(unevaluatedParts),
      ...production.flatMap((set) => unreadStores(set.objects))
    ],
    productionFiles: new Set(production.flatMap((set) => set.files))
  };
});
var unevaluatedParts = (function unevaluatedParts({ missing, notEvaluated }) {
  return [
    ...missing.map((one2) => ({ path: one2.path, because: `${one2.at.path} names it, and it is not in the repository` })),
    ...notEvaluated.map(({ setting: setting2, at: at2 }) => ({ path: at2.path, because: `${setting2} of kustomize is not evaluated` }))
  ];
});
var unreadableManifests = (function unreadableManifests(sets, leftOut, tree) {
  const found = /* @__PURE__ */ new Map();
  for (const set of sets) {
    const pods = set.objects.flatMap((object2) => {
      const problem = podProblem(object2);
      return problem ? [{ ...problem, kind: "structure" }] : [];
    });
    for (const problem of [...set.problems.filter(({ kind }) => kind === "syntax"), ...pods]) {
      const entry = found.get(problem.at.path) ?? { problems: /* @__PURE__ */ new Map(), production: false };
      entry.production ||= set.purpose === "production";
      if (!entry.problems.has(problem.at.start)) entry.problems.set(problem.at.start, problem);
      found.set(problem.at.path, entry);
    }
  }
  return [...found].map(([path, { problems, production }]) => ({
    path,
    format: "kubernetes",
    production,
    problems: [...problems.values()],
    mayDeclare: [path, ...isKustomizationName(fileName(path)) ? besideOf(path, leftOut) : []].reduce(
      (sum2, one2) => sum2 + mayDeclare(tree.read(one2)?.text ?? ""),
      0
    )
  }));
});
const {
  OUTSIDE,
  TOO_MUCH,
  UNMATCHED,
  allIds,
  append,
  below,
  currentId,
  dropDeleted,
  earlierIds,
  editableCopy,
  editableItems,
  effectiveNamespace,
  groupOf: groupOf2,
  hasNotes,
  idsIn,
  isClusterScoped,
  isMissing,
  isNull,
  items,
  keyOfId,
  mapNode,
  noteUnmatched,
  originalId,
  refuse,
  rememberId,
  resourceOf,
  scalarText,
  setEntry,
  spend,
  textNode,
  versionOf
} = require("./chunk-MIO7HVM4.js");
const {
  rewriteThrough
} = require("./chunk-MBIJSFLZ.js");
const {
  danglingReferences,
  namedObjects
} = require("./chunk-TZGBOUZZ.js");
const {
  attachments,
  configTextReader,
  containerResources,
  externalNames,
  isScaledToZero,
  parseQuantity,
  podWorkload,
  preparedContainers,
  serviceDirectory,
  workloadId
} = require("./chunk-YCNEZL6D.js");
const {
  controllersByLabel,
  mayHaveLabels,
  servicesOf
} = require("./chunk-YNJ6KZOA.js");
const {
  sameNamespace,
  selects
} = require("./chunk-YXRK3UZL.js");
const {
  needsQueue
} = require("./chunk-NP3CNN3O.js");
require("./chunk-QNSLWPTQ.js");
require("./chunk-HY64DORL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  IDENTITY,
  STRIMZI,
  booleanFact,
  changedFolder,
  checkKustomization,
  child,
  commandPurpose,
  depthOf,
  descend,
  directoriesOf,
  directoryOf,
  entriesOf,
  expand,
  factOf,
  fileName,
  filledRepository,
  folderPurpose,
  groupKind,
  groupOf,
  imagesAtDeploy,
  isKustomizationName,
  isManifestText,
  isSameRepository,
  isStateful,
  isWithin,
  itemsOf,
  joinPath,
  known,
  knownValue,
  namesIn,
  noMapping,
  numberFact,
  objectOf,
  optional,
  parseImageReference,
  parseYaml,
  partsReplaced,
  patternRewrite,
  podProblem,
  podTemplateOf,
  prefixReplaced,
  pulledImage,
  readKustomization,
  readManifests,
  resolveName,
  roleOf,
  scriptVariables,
  settingsOfNode,
  softwareOf,
  splitWords,
  textAt,
  textOf,
  textsByKey,
  textsOf,
  unevaluatedSettings,
  unknown,
  unknownRewrite,
  weightOf,
  wordsOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/kubernetes/kustomize/read.ts
function isRemote(name) {
  return /^(?:[a-z]+:\/\/|git::|[\w.-]+@|(?:www\.)?github\.com\/|gitlab\.com\/|bitbucket\.org\/)|\?ref=/.test(name);
}
function readBelow({ directory }, name, at2, building) {
  const path = joinPath(directory, name);
  const source = isRemote(name) || name.startsWith("/") ? void 0 : building.read(path);
  if (!source) {
    building.missing.push({ path: isRemote(name) || name.startsWith("/") ? name : path, at: at2 });
    return void 0;
  }
  if (!isWithin(directory, path))
    refuse(building, at2, "not-below-root", `${name} does not lie below ${directory}, which kustomize wants`);
  building.files.add(source.path);
  return source;
}

// src/model/kubernetes/autoscalers.ts
var SCALERS = [
  ["autoscaling/HorizontalPodAutoscaler", "minReplicas", "maxReplicas"],
  // https://keda.sh/docs/latest/reference/scaledobject-spec/
  ["keda.sh/ScaledObject", "minReplicaCount", "maxReplicaCount"]
];



// src/model/kubernetes/index.ts


// src/model/kubernetes/operators/recipe.ts






var one = (object2) => known(1, object2.kindAt);

// src/model/kubernetes/operators/databases.ts
var DATABASES = [
  {
    // https://cloudnative-pg.io/documentation/current/service_management/
    kind: "postgresql.cnpg.io/Cluster",
    operator: "CloudNativePG",
    software: "postgres",
    nodes: count("instances")(1),
    names: behind("-rw", "-ro", "-r"),
    resources: ["resources"],
    image: ["imageName"],
    showsMetrics: isOn("monitoring", "enablePodMonitor")
  },
  {
    kind: "postgresql.cnpg.io/Pooler",
    operator: "CloudNativePG",
    software: "edoburu/pgbouncer",
    nodes: count("instances")(1),
    names: behind("")
  },
  {
    // https://access.crunchydata.com/documentation/postgres-operator/latest/references/crd/5.8.x/postgrescluster
    kind: "postgres-operator.crunchydata.com/PostgresCluster",
    operator: "PGO",
    software: "postgres",
    nodes: sum(["instances"], "replicas", 1),
    names: behind("-primary", "-replicas", "-ha", "-pgbouncer"),
    image: ["image"],
    serviceTypes: [
      ["service", "type"],
      ["proxy", "pgBouncer", "service", "type"]
    ]
  },
  {
    // https://docs.percona.com/percona-operator-for-postgresql/latest/operator.html
    kind: "pgv2.percona.com/PerconaPGCluster",
    operator: "Percona Operator for PostgreSQL",
    software: "postgres",
    nodes: sum(["instances"], "replicas", 1),
    names: behind("-primary", "-replicas", "-ha", "-pgbouncer"),
    image: ["image"],
    serviceTypes: [
      ["expose", "type"],
      ["proxy", "pgBouncer", "expose", "type"]
    ]
  },
  {
    // https://postgres-operator.readthedocs.io/en/latest/reference/cluster_manifest/
    kind: "acid.zalan.do/postgresql",
    operator: "Zalando's Postgres Operator",
    software: "postgres",
    nodes: count("numberOfInstances")(1),
    names: behind("", "-repl", "-pooler"),
    resources: ["resources"],
    image: ["dockerImage"]
  },
  {
    // https://docs.percona.com/percona-operator-for-mysql/pxc/operator.html
    kind: "pxc.percona.com/PerconaXtraDBCluster",
    operator: "Percona Operator for MySQL",
    software: "mysql",
    nodes: count("pxc", "size")(3),
    names: behind("-pxc", "-haproxy", "-haproxy-replicas", "-proxysql"),
    resources: ["pxc", "resources"],
    image: ["pxc", "image"],
    serviceTypes: [
      ["pxc", "expose", "type"],
      ["haproxy", "exposePrimary", "type"],
      ["proxysql", "expose", "type"]
    ]
  },
  {
    // https://docs.percona.com/percona-operator-for-mysql/ps/operator.html
    kind: "ps.percona.com/PerconaServerMySQL",
    operator: "Percona Operator for MySQL",
    software: "mysql",
    nodes: count("mysql", "size")(3),
    names: behind("-mysql", "-haproxy", "-router", "-mysql-primary"),
    resources: ["mysql", "resources"],
    image: ["mysql", "image"]
  },
  {
    // https://dev.mysql.com/doc/mysql-operator/en/mysql-operator-properties.html
    kind: "mysql.oracle.com/InnoDBCluster",
    operator: "MySQL Operator",
    software: "mysql",
    nodes: count("instances")(1),
    names: behind("", "-instances")
  },
  {
    // https://github.com/mariadb-operator/mariadb-operator/blob/main/docs/api_reference.md
    kind: "k8s.mariadb.com/MariaDB",
    operator: "MariaDB Operator",
    software: "mariadb",
    nodes: (object2) => {
      const spec = child(object2.node, "spec");
      const wired = ["galera", "replication"].some(
        (key) => knownValue(booleanFact(descend(spec, key, "enabled"))) === true
      );
      return wired ? numberFact(child(spec, "replicas")) ?? known(1, object2.at) : one(object2);
    },
    names: behind("", "-primary", "-secondary", "-internal"),
    resources: ["resources"],
    image: ["image"],
    serviceTypes: [
      ["service", "type"],
      ["primaryService", "type"]
    ]
  },
  {
    // https://github.com/mongodb/mongodb-kubernetes
    kind: "mongodbcommunity.mongodb.com/MongoDBCommunity",
    operator: "MongoDB Community Operator",
    software: "mongo",
    nodes: count("members")(1),
    names: behind("-svc")
  },
  {
    // https://docs.percona.com/percona-operator-for-mongodb/operator.html
    kind: "psmdb.percona.com/PerconaServerMongoDB",
    operator: "Percona Operator for MongoDB",
    software: "mongo",
    nodes: sum(["replsets"], "size", 3),
    names: (object2) => [
      `${object2.name}-mongos`,
      ...itemsOf(descend(object2.node, "spec", "replsets")).map(
        (set) => `${object2.name}-${textOf(child(set, "name")) ?? "rs0"}`
      )
    ],
    image: ["image"]
  }
];

// src/model/kubernetes/operators/monitoring.ts
var MONITORING = [
  {
    // https://prometheus-operator.dev/docs/api-reference/api/
    kind: "monitoring.coreos.com/Prometheus",
    operator: "Prometheus Operator",
    software: "prom/prometheus",
    nodes: count("replicas")(1),
    names: () => ["prometheus-operated"],
    resources: ["resources"],
    image: ["image"]
  },
  {
    kind: "monitoring.coreos.com/Alertmanager",
    operator: "Prometheus Operator",
    software: "prom/alertmanager",
    nodes: count("replicas")(1),
    names: () => ["alertmanager-operated"],
    resources: ["resources"],
    image: ["image"]
  }
];

// src/model/kubernetes/operators/stores.ts
var STORES = [
  {
    // https://www.elastic.co/docs/deploy-manage/deploy/cloud-on-k8s/elasticsearch-deployment-quickstart
    kind: "elasticsearch.k8s.elastic.co/Elasticsearch",
    operator: "Elastic Cloud on Kubernetes",
    software: "elasticsearch",
    nodes: sum(["nodeSets"], "count", 0),
    names: (object2) => [
      `${object2.name}-es-http`,
      `${object2.name}-es-internal-http`,
      ...itemsOf(descend(object2.node, "spec", "nodeSets")).map(
        (set) => `${object2.name}-es-${textOf(child(set, "name")) ?? "default"}`
      )
    ],
    image: ["image"],
    serviceTypes: [["http", "service", "spec", "type"]]
  },
  {
    // https://github.com/opensearch-project/opensearch-k8s-operator/blob/main/docs/userguide/main.md
    kind: "opensearch.opster.io/OpenSearchCluster",
    operator: "OpenSearch Operator",
    software: "opensearchproject/opensearch",
    nodes: sum(["nodePools"], "replicas", 0),
    names: (object2) => [textOf(descend(object2.node, "spec", "general", "serviceName")) ?? object2.name, object2.name]
  },
  {
    // https://redis-operator.opstree.dev/docs/crd-reference/
    kind: "redis.redis.opstreelabs.in/Redis",
    operator: "Redis Operator",
    software: "redis",
    nodes: one,
    names: behind(""),
    resources: ["kubernetesConfig", "resources"],
    image: ["kubernetesConfig", "image"],
    showsMetrics: isOn("redisExporter", "enabled"),
    forgets: noVolume("storage")
  },
  {
    kind: "redis.redis.opstreelabs.in/RedisReplication",
    operator: "Redis Operator",
    software: "redis",
    nodes: count("clusterSize")(3),
    names: behind("", "-master", "-replica", "-headless"),
    resources: ["kubernetesConfig", "resources"],
    image: ["kubernetesConfig", "image"],
    showsMetrics: isOn("redisExporter", "enabled"),
    forgets: noVolume("storage")
  },
  {
    kind: "redis.redis.opstreelabs.in/RedisCluster",
    operator: "Redis Operator",
    software: "redis",
    nodes: count("clusterSize")(3),
    names: behind("-leader", "-follower", "-master"),
    resources: ["kubernetesConfig", "resources"],
    image: ["kubernetesConfig", "image"],
    showsMetrics: isOn("redisExporter", "enabled"),
    forgets: noVolume("storage")
  },
  {
    kind: "redis.redis.opstreelabs.in/RedisSentinel",
    operator: "Redis Operator",
    nodes: count("clusterSize")(3),
    names: behind("-sentinel"),
    resources: ["kubernetesConfig", "resources"]
  },
  {
    // https://github.com/spotahome/redis-operator
    kind: "databases.spotahome.com/RedisFailover",
    operator: "Spotahome's Redis Operator",
    software: "redis",
    nodes: count("redis", "replicas")(3),
    names: ({ name }) => [`rfs-${name}`, `rfrm-${name}`, `rfrs-${name}`],
    resources: ["redis", "resources"],
    image: ["redis", "image"],
    forgets: noVolume("redis", "storage")
  },
  {
    // https://www.dragonflydb.io/docs/managing-dragonfly/operator/dragonfly-configuration
    kind: "dragonflydb.io/Dragonfly",
    operator: "Dragonfly Operator",
    software: "docker.dragonflydb.io/dragonflydb/dragonfly",
    nodes: count("replicas")(1),
    names: behind(""),
    resources: ["resources"],
    image: ["image"],
    forgets: noVolume("snapshot", "persistentVolumeClaimSpec")
  },
  {
    // https://docs.k8ssandra.io/reference/crd/
    kind: "cassandra.datastax.com/CassandraDatacenter",
    operator: "Cass Operator",
    software: "cassandra",
    nodes: count("size")(1),
    names: (object2) => [
      `${textOf(descend(object2.node, "spec", "clusterName")) ?? ""}-${object2.name}-service`.toLowerCase()
    ],
    resources: ["resources"]
  },
  {
    // https://docs.altinity.com/altinitykubernetesoperator/
    kind: "clickhouse.altinity.com/ClickHouseInstallation",
    operator: "ClickHouse Operator",
    software: "clickhouse/clickhouse-server",
    nodes: (object2) => {
      const [cluster] = itemsOf(descend(object2.node, "spec", "configuration", "clusters"));
      return numberFact(descend(cluster, "layout", "replicasCount")) ?? known(1, object2.at);
    },
    names: ({ name }) => [`clickhouse-${name}`]
  },
  {
    // https://www.cockroachlabs.com/docs/stable/deploy-cockroachdb-with-kubernetes-operator
    kind: "crdb.cockroachlabs.com/CrdbCluster",
    operator: "CockroachDB Operator",
    software: "cockroachdb/cockroach",
    nodes: count("nodes")(3),
    names: behind("", "-public"),
    resources: ["resources"]
  },
  {
    // https://min.io/docs/minio/kubernetes/upstream/reference/operator-crd.html
    kind: "minio.min.io/Tenant",
    operator: "MinIO Operator",
    software: "minio/minio",
    nodes: sum(["pools"], "servers", 1),
    names: ({ name }) => ["minio", `${name}-hl`, `${name}-console`],
    image: ["image"]
  }
];

// src/model/kubernetes/operators/streams.ts
function strimziNodes(object2, index) {
  const pools = index.all("kafka.strimzi.io/KafkaNodePool").filter(
    (pool) => textOf(descend(pool.node, "metadata", "labels", "strimzi.io/cluster")) === object2.name && sameNamespace(pool.namespace, object2.namespace) && itemsOf(descend(pool.node, "spec", "roles")).some((role) => textOf(role) === "broker")
  );
  let total = 0;
  for (const pool of pools) {
    const fact = numberFact(descend(pool.node, "spec", "replicas"));
    if (!fact?.known) return fact ?? unknown(pool.at, "the number of its brokers is not written");
    total += fact.value;
  }
  const own = numberFact(descend(object2.node, "spec", "kafka", "replicas"));
  if (pools.length > 0) return known(total, child(descend(pools[0]?.node, "spec"), "replicas")?.at ?? object2.at);
  return own ?? unknown(object2.at, "its node pools are not in the repository");
}
function rabbitForgets(spec) {
  const size = descend(spec, "persistence", "storage");
  return size && parseQuantity(textOf(size) ?? "") === 0 ? { at: size.at } : void 0;
}
var STREAMS = [
  {
    // https://strimzi.io/docs/operators/latest/configuring
    kind: "kafka.strimzi.io/Kafka",
    operator: "Strimzi",
    software: "apache/kafka",
    nodes: strimziNodes,
    names: behind("-kafka-bootstrap", "-kafka-brokers"),
    showsMetrics: (spec) => descend(spec, "kafka", "metricsConfig") !== void 0,
    forgets: isEphemeral("kafka", "storage"),
    settings: { distribution: STRIMZI, path: ["kafka", "config"] }
  },
  {
    // https://docs.confluent.io/operator/current/co-api.html
    kind: "platform.confluent.io/Kafka",
    operator: "Confluent for Kubernetes",
    software: "apache/kafka",
    nodes: count("replicas")(3),
    names: (object2) => [object2.name, `${object2.name}-bootstrap-lb`]
  },
  {
    // https://www.rabbitmq.com/kubernetes/operator/using-operator
    kind: "rabbitmq.com/RabbitmqCluster",
    operator: "RabbitMQ Cluster Operator",
    software: "rabbitmq",
    nodes: count("replicas")(1),
    names: behind("", "-nodes"),
    resources: ["resources"],
    image: ["image"],
    forgets: rabbitForgets,
    serviceTypes: [["service", "type"]]
  }
];

// src/model/kubernetes/operator-recipes.ts
var OPERATOR_RECIPES = [...DATABASES, ...STREAMS, ...STORES, ...MONITORING];

// src/model/kubernetes/operators.ts

function operatedWorkload(object2, recipe, context) {
  const { at: at2, namespace } = object2;
  const spec = child(object2.node, "spec");
  const software = recipe.software === void 0 ? void 0 : softwareOf(recipe.software)?.software;
  const names = recipe.names(object2);
  const published = publishedBy(spec, recipe, software, object2);
  const role = roleOf({
    name: object2.name,
    software,
    imageRepository: void 0,
    start: void 0,
    restartsAlways: true,
    awaitedToComplete: false,
    published,
    routed: false,
    listens: true,
    keepsWork: context.keepsWork([object2.name, ...names])
  });
  const stateful = isStateful(role);
  const image = recipe.image && descend(spec, ...recipe.image);
  const use = image && pulledImage(image);
  const place = namespace === void 0 ? object2.name : `${object2.name}@${namespace}`;
  return {
    id: `${context.deployment}/${object2.kind.toLowerCase()}/${place}`,
    kind: "workload",
    name: object2.name,
    weight: weightOf(context.purpose, { role, userFacing: false, stateful }),
    at: at2,
    files: [at2.path],
    platform: "kubernetes",
    deployment: context.deployment,
    role,
    userFacing: false,
    stateful,
    longRunning: true,
    ...use ? { image: use.image } : {},
    ...software ? { software } : {},
    ...recipe.settings ? { distribution: recipe.settings.distribution } : {},
    environment: settingsOf(spec, recipe),
    published,
    listens: software?.ports.map((one2) => one2.port) ?? [],
    mounts: [],
    networks: attachments(names, namespace),
    dependsOn: [],
    health: operatedHealth(object2, recipe),
    restart: { policy: "always", at: at2, written: false },
    replicas: recipe.nodes(object2, context.index),
    resources: resourcesOf(object2, recipe, context),
    privileges: { addedCapabilities: [], hostNamespaces: [], readOnlyRoot: false },
    labels: /* @__PURE__ */ new Map(),
    secretFiles: [],
    inert: [],
    init: false,
    pod: {
      kind: object2.kind,
      name: object2.name,
      ...optional("namespace", namespace),
      at: at2,
      container: object2.name,
      part: "main",
      portNames: /* @__PURE__ */ new Map(),
      served: true,
      routed: false,
      linksServices: false,
      imageSetAtDeploy: false,
      operator: recipe.operator,
      ...optional("forgets", recipe.forgets?.(spec)?.at),
      showsMetrics: recipe.showsMetrics?.(spec) === true
    }
  };
}
function settingsOf(spec, { settings }) {
  const found = settings ? entriesOf(descend(spec, ...settings.path)) : [];
  return new Map(
    found.flatMap(([name, node, keyAt]) => {
      const value = factOf(node, (text) => text);
      return value ? [[name, { name, value, uses: [], at: node.at, keyAt, source: "inline" }]] : [];
    })
  );
}
function operatedHealth({ at: at2 }, { operator }) {
  const checks = ["liveness", "readiness"].map((kind) => {
    return { kind, source: "image", form: "image", text: `the probes of ${operator}`, at: at2 };
  });
  return { state: "checked", checks, at: at2 };
}
function resourcesOf({ node, at: at2, namespace }, { resources: path }, { index }) {
  const decided = unknown(at2, "its operator decides");
  if (!path) return { memoryLimit: decided, cpuReservation: decided, limitedByDefault: false };
  const parent = descend(node, "spec", ...path.slice(0, -1));
  return containerResources(parent?.kind === "map" ? parent : { ...node, entries: /* @__PURE__ */ new Map() }, index, namespace);
}
function publishedBy(spec, { serviceTypes = [] }, software, object2) {
  const port = software?.ports.find((one2) => one2.purpose === "data")?.port;
  if (port === void 0) return [];
  const listeners = itemsOf(descend(spec, "kafka", "listeners")).flatMap((one2) => child(one2, "type") ?? []);
  return [...serviceTypes.flatMap((path) => descend(spec, ...path) ?? []), ...listeners].flatMap(
    (type) => {
      const kind = /^loadbalancer$/i.test(textOf(type) ?? "") ? "LoadBalancer" : /^nodeport$/i.test(textOf(type) ?? "") ? "NodePort" : void 0;
      if (!kind) return [];
      const container = { known: true, value: port, at: type.at };
      return [{ container, protocol: "tcp", reach: "any", by: { kind, name: object2.name }, at: type.at }];
    }
  );
}
var STORES2 = /postgres|mysql|maria|mongo|redis|valkey|kafka|rabbitmq|elastic|opensearch|cassandra|couch|clickhouse|scylla|neo4j|etcd/i;
var ABOUT = /Topic|User|Connect|Connector|Mirror|Bridge|Rebalance|Pool|Backup|Restore|Sentinel|Queue|Exchange|Policy|Vhost|Binding|Permission|Grant|Database$|Role|Schema|Operator|Monitor|Rule|Dashboard|Catalog|Subscription|Archive|Credential/;
var OTHER_GROUPS = /^$|\.k8s\.io$|\.aws$|\.google\.com$|\.azure\.com$|\.crossplane\.io$|\.upbound\.io$|^(?:apps|batch|policy|autoscaling|extensions)$/;


// src/model/kubernetes/route-rewrites.ts
var NGINX = "nginx.ingress.kubernetes.io/";
var MIDDLEWARES = "traefik.ingress.kubernetes.io/router.middlewares";



function byRegex(node) {
  return unknownRewrite(node.at, "a regular expression changes the path");
}
function throughMiddlewares(names, namespace, path, index, { at: at2 }) {
  const own = `${namespace ?? "default"}-`;
  const found = names.map((name) => {
    const [, whole = ""] = /^\s*([\w.-]+)@kubernetescrd\s*$/.exec(name) ?? [];
    return whole.startsWith(own) ? whole.slice(own.length) : void 0;
  });
  return found.includes(void 0) ? unknownRewrite(at2, "a middleware is defined elsewhere") : middlewareRewrite(found, namespace, path, index, at2);
}
var MOST_MIDDLEWARES = 50;
function middlewareRewrite(names, namespace, path, index, at2) {
  const waiting = [...names];
  const found = [];
  while (waiting.length > 0) {
    const name = waiting.shift() ?? "";
    const object2 = ["traefik.io", "traefik.containo.us"].map((group) => index.get(`${group}/Middleware`, name, namespace)).find((one2) => one2 !== void 0);
    if (!object2 || found.length + waiting.length > MOST_MIDDLEWARES)
      return unknownRewrite(at2, `the middleware ${name} is defined elsewhere`);
    const spec = child(object2.node, "spec");
    const chain = itemsOf(descend(spec, "chain", "middlewares")).flatMap((one2) => textOf(child(one2, "name")) ?? []);
    waiting.unshift(...chain);
    found.push(settingsOfNode(spec, object2.at));
  }
  return rewriteThrough(found, path);
}
function filterRewrite(filters, path) {
  for (const filter of filters) {
    const type = textOf(child(filter, "type"));
    if (type === "ExtensionRef") return unknownRewrite(filter.at, "a filter of the implementation may change the path");
    const to = type === "URLRewrite" ? descend(filter, "urlRewrite", "path") : void 0;
    if (!to) continue;
    const whole = textOf(child(to, "replaceFullPath"));
    const prefix = textOf(child(to, "replacePrefixMatch"));
    if (whole !== void 0) return { kind: "replace-path", by: whole, at: to.at };
    if (prefix === void 0 || path.match === "regex") return unknownRewrite(to.at, "it says nothing of the path");
    return partsReplaced(path.text, prefix, to.at);
  }
  return IDENTITY;
}
function istioRewrite(rule, path) {
  const rewrite = child(rule, "rewrite");
  const uri = child(rewrite, "uri");
  const pattern = child(rewrite, "uriRegexRewrite");
  if (pattern) return byRegex(pattern);
  const by2 = textOf(uri);
  if (!uri || by2 === void 0) return IDENTITY;
  if (!path || path.match === "regex") return { kind: "replace-path", by: by2, at: uri.at };
  return prefixReplaced(path.text, by2, uri.at);
}
function contourRewrite(route2, path) {
  const [replacement] = itemsOf(descend(route2, "pathRewritePolicy", "replacePrefix"));
  const by2 = textOf(child(replacement, "replacement"));
  return replacement && by2 !== void 0 ? partsReplaced(path.text, by2, replacement.at) : IDENTITY;
}
function mappingRewrite(spec, path, at2) {
  if (child(spec, "regex_rewrite")) return unknownRewrite(at2, "a regular expression changes the path");
  if (path.match === "regex") return IDENTITY;
  const rewrite = child(spec, "rewrite");
  const by2 = rewrite ? textOf(rewrite) ?? "" : "/";
  return by2 === "" ? IDENTITY : prefixReplaced(path.text, by2, rewrite?.at ?? at2);
}

// src/model/kubernetes/routes.ts
var ANY_PATH = { match: "prefix", text: "/" };
var READERS = [
  ...["networking.k8s.io", "extensions"].map((group) => [`${group}/Ingress`, ingress]),
  ...["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"].map(
    (kind) => [`gateway.networking.k8s.io/${kind}`, gatewayRoute]
  ),
  ...["traefik.io", "traefik.containo.us"].flatMap(
    (group) => ["IngressRoute", "IngressRouteTCP", "IngressRouteUDP"].map((kind) => [`${group}/${kind}`, ingressRoute])
  ),
  ["networking.istio.io/VirtualService", virtualService],
  ["projectcontour.io/HTTPProxy", httpProxy],
  ["route.openshift.io/Route", openShiftRoute],
  ["elbv2.k8s.aws/TargetGroupBinding", targetGroup],
  ["getambassador.io/Mapping", mapping]
];



function textsIn(list) {
  return itemsOf(list).flatMap((item) => textOf(item) ?? []);
}


function gatewayRoute(object2) {
  const spec = child(object2.node, "spec");
  const parents = itemsOf(child(spec, "parentRefs"));
  if (parents.length > 0 && parents.every((parent) => textOf(child(parent, "kind")) === "Service")) return [];
  const hosts = textsIn(child(spec, "hostnames"));
  return itemsOf(child(spec, "rules")).flatMap((rule) => {
    const matches = itemsOf(child(rule, "matches"));
    const paths = matches.length > 0 ? matches.map((match) => gatewayPath(child(match, "path"))) : [gatewayPath(void 0)];
    return itemsOf(child(rule, "backendRefs")).flatMap((backend) => {
      const name = child(backend, "name");
      if (!name || (textOf(child(backend, "kind")) ?? "Service") !== "Service") return [];
      const found = { node: name, hosts, service: textOf(name), namespace: textOf(child(backend, "namespace")) };
      const filters = [...itemsOf(child(backend, "filters")), ...itemsOf(child(rule, "filters"))];
      return paths.flatMap(
        (path) => route(object2, {
          ...found,
          port: portFact(child(backend, "port")),
          path,
          rewrite: filterRewrite(filters, path)
        })
      );
    });
  });
}
function gatewayPath(path) {
  const type = textOf(child(path, "type"));
  const match = type === "Exact" ? "exact" : type === "RegularExpression" ? "regex" : "prefix";
  return { match, text: textOf(child(path, "value")) ?? "/" };
}
function ingressRoute(object2, index) {
  return itemsOf(descend(object2.node, "spec", "routes")).flatMap((one2) => {
    const rule = (textOf(child(one2, "match")) ?? "").slice(0, 2e3);
    const hosts = [...rule.matchAll(/\bHost(?:SNI)?\(([^()]*)\)/g)].flatMap(
      ([, names = ""]) => [...names.matchAll(/[`"']([^`"']+)[`"']/g)].flatMap(([, name]) => name ?? [])
    );
    const prefix = /\b(PathPrefix|Path)\(\s*[`"']([^`"']+)/.exec(rule);
    const path = prefix && { match: prefix[1] === "Path" ? "exact" : "prefix", text: prefix[2] ?? "/" };
    const middlewares = itemsOf(child(one2, "middlewares")).flatMap((item) => textOf(child(item, "name")) ?? []);
    const rewrite = middlewareRewrite(middlewares, object2.namespace, path ?? ANY_PATH, index, one2.at);
    return itemsOf(child(one2, "services")).flatMap((service) => {
      const name = child(service, "name");
      if (!name || (textOf(child(service, "kind")) ?? "Service") !== "Service") return [];
      return route(object2, {
        node: name,
        hosts: hosts.filter((host) => host !== "*"),
        service: textOf(name),
        namespace: textOf(child(service, "namespace")),
        port: portFact(child(service, "port")),
        ...path ? { path } : {},
        rewrite
      });
    });
  });
}
function virtualService(object2) {
  const spec = child(object2.node, "spec");
  if (!textsIn(child(spec, "gateways")).some((gateway) => gateway !== "mesh")) return [];
  const hosts = textsIn(child(spec, "hosts")).filter((host) => host !== "*");
  return ["http", "tls", "tcp"].flatMap(
    (protocol) => itemsOf(child(spec, protocol)).flatMap(
      (rule) => itemsOf(child(rule, "route")).flatMap((one2) => {
        const host = descend(one2, "destination", "host");
        const [service, namespace] = serviceName(textOf(host) ?? "");
        const port = portFact(descend(one2, "destination", "port", "number"));
        const uri = descend(itemsOf(child(rule, "match"))[0], "uri");
        const path = istioPath(uri);
        const rewrite = istioRewrite(rule, path);
        return host ? route(object2, { node: host, hosts, service, namespace, port, ...optional("path", path), rewrite }) : [];
      })
    )
  );
}
function istioPath(uri) {
  for (const match of ["exact", "prefix", "regex"]) {
    const text = textOf(child(uri, match));
    if (text !== void 0) return { match, text };
  }
  return void 0;
}
function serviceName(host) {
  const [service = "", namespace, ...rest] = host.split(".");
  return rest.length > 0 && rest[0] !== "svc" ? ["", void 0] : [service, namespace];
}
function httpProxy(object2) {
  const spec = child(object2.node, "spec");
  const host = textOf(descend(spec, "virtualhost", "fqdn"));
  return itemsOf(child(spec, "routes")).flatMap((one2) => {
    const text = textOf(child(itemsOf(child(one2, "conditions"))[0], "prefix")) ?? "/";
    const path = { match: "prefix", text };
    return itemsOf(child(one2, "services")).flatMap((service) => {
      const name = child(service, "name");
      const hosts = host === void 0 ? [] : [host];
      const port = portFact(child(service, "port"));
      const rewrite = contourRewrite(one2, path);
      return name ? route(object2, { node: name, hosts, service: textOf(name), port, path, rewrite }) : [];
    });
  });
}
function openShiftRoute(object2) {
  const spec = child(object2.node, "spec");
  const host = textOf(child(spec, "host"));
  const port = portFact(descend(spec, "port", "targetPort"));
  return [child(spec, "to"), ...itemsOf(child(spec, "alternateBackends"))].flatMap((backend) => {
    const name = child(backend, "name");
    return name ? route(object2, { node: name, hosts: host === void 0 ? [] : [host], service: textOf(name), port }) : [];
  });
}
function targetGroup(object2) {
  const reference = descend(object2.node, "spec", "serviceRef");
  const name = child(reference, "name");
  const port = portFact(child(reference, "port"));
  return name ? route(object2, { node: name, hosts: [], service: textOf(name), port }) : [];
}
function mapping(object2) {
  const spec = child(object2.node, "spec");
  const service = child(spec, "service");
  if (!service) return [];
  const [, host = "", port] = /^(?:https?:\/\/)?([\w.-]+)(?::(\d+))?/.exec(textOf(service) ?? "") ?? [];
  const [name, namespace] = serviceName(host);
  const text = textOf(child(spec, "prefix")) ?? "/";
  const path = { match: textOf(child(spec, "prefix_regex")) === "true" ? "regex" : "prefix", text };
  const own = textOf(child(spec, "hostname")) ?? textOf(child(spec, "host"));
  return route(object2, {
    node: service,
    hosts: own === void 0 || own === "*" ? [] : [own],
    service: name,
    namespace,
    ...port === void 0 ? {} : { port: known(Number(port), service.at) },
    path,
    rewrite: mappingRewrite(spec, path, service.at)
  });
}

// src/model/kubernetes/deployment.ts





var WORK_NAME = /queue|session|broker|celery|bull|store|jobs?\b/i;
var WORK_VARIABLE = /(BROKER|QUEUE|CELERY|BULL|SIDEKIQ|SESSION|JOBS?|RESULT_BACKEND)/;
var HOST = /(?<=^|[/@,])[^/@,:]+(?=[:/,]|$)/g;



// src/model/kubernetes/images.ts



// src/parse/kubernetes/kustomize/generators.ts
function generate(kustomization, gathered, building) {
  for (const kind of ["ConfigMap", "Secret"]) {
    const key = kind === "ConfigMap" ? "configMapGenerator" : "secretGenerator";
    for (const entry of items(child(kustomization.node, key))) {
      const resource = generated(kind, entry, kustomization, building);
      if (resource) absorb(gathered, resource, entry.at, building);
    }
  }
}
function generated(kind, entry, kustomization, building) {
  const name = child(entry, "name");
  const text = textOf(name);
  if (name === void 0 || text === void 0 || text === "") {
    refuse(building, entry.at, "generator", "a generated object needs a name");
    return void 0;
  }
  const options = optionsOf(entry, kustomization.node);
  const node = mapNode(entry.at);
  const put2 = (map, key, value) => setEntry(map, key, value, value.at);
  const metadata = mapNode(name.at);
  put2(metadata, "name", textNode(text, name.at));
  const namespace = child(entry, "namespace");
  if (textOf(namespace)) put2(metadata, "namespace", textNode(textOf(namespace) ?? "", namespace?.at ?? name.at));
  for (const key of ["labels", "annotations"]) {
    if (options[key].entries.size > 0) put2(metadata, key, options[key]);
  }
  put2(node, "apiVersion", textNode("v1", name.at));
  put2(node, "kind", textNode(kind, name.at));
  put2(node, "metadata", metadata);
  const type = textOf(child(entry, "type"));
  if (kind === "Secret") put2(node, "type", textNode(type || "Opaque", child(entry, "type")?.at ?? name.at));
  const pairs = pairsOf(entry, kustomization, building);
  writeData(node, kind, pairs, entry.at, building);
  if (options.immutable) put2(node, "immutable", { kind: "scalar", at: entry.at, text: "true", type: "boolean" });
  const hashed = !options.unhashed && !pairs.some((pair) => pair.binary);
  return { node, earlier: [], prefixes: [], suffixes: [], hashed, behavior: behaviorOf(entry), variables: /* @__PURE__ */ new Set() };
}
function behaviorOf(entry) {
  const text = textOf(child(entry, "behavior"));
  return text === "merge" || text === "replace" ? text : "create";
}
function optionsOf(entry, kustomization) {
  const sources = [child(entry, "options"), child(kustomization, "generatorOptions")];
  const pairs = (key) => {
    const merged = mapNode(entry.at);
    for (const source of sources.toReversed()) {
      const map = child(source, key);
      if (map?.kind !== "map") continue;
      for (const [name, { node, keyAt }] of map.entries)
        setEntry(merged, name, textNode(textOf(node) ?? "", node.at), keyAt);
    }
    return merged;
  };
  const isOn2 = (key) => sources.some((source) => textOf(child(source, key)) === "true");
  return {
    labels: pairs("labels"),
    annotations: pairs("annotations"),
    unhashed: isOn2("disableNameSuffixHash"),
    immutable: isOn2("immutable")
  };
}
function pairsOf(entry, kustomization, building) {
  const env = child(entry, "env");
  const envs = [...namesIn(entry, "envs"), ...textOf(env) && env ? [{ text: textOf(env) ?? "", at: env.at }] : []];
  return [
    ...envs.flatMap(({ text, at: at2 }) => envPairs(text, at2, kustomization, building)),
    ...namesIn(entry, "literals").flatMap(({ text, at: at2 }) => literalPair(text, at2, building)),
    ...namesIn(entry, "files").flatMap(({ text, at: at2 }) => filePair(text, at2, kustomization, building))
  ];
}
function envPairs(name, at2, kustomization, building) {
  const source = readBelow(kustomization, name, at2, building);
  if (!source) return [];
  const pairs = [];
  let start = 0;
  for (const line of source.text.split("\n")) {
    spend(building.work, 1);
    const text = line.replace(/\r$/, "").trimStart();
    const equals = text.indexOf("=");
    const key = equals === -1 ? text : text.slice(0, equals);
    const here = { path: source.path, start, end: start + line.length };
    if (text !== "" && !text.startsWith("#") && key !== "")
      pairs.push({ key, value: equals === -1 ? "" : text.slice(equals + 1), at: here });
    start += line.length + 1;
  }
  return pairs;
}
function literalPair(text, at2, building) {
  const equals = text.indexOf("=");
  if (equals <= 0) {
    refuse(building, at2, "generator", "a literal is written key=value");
    return [];
  }
  const value = text.slice(equals + 1);
  const quote = value[0];
  const isQuoted = value.length >= 2 && (quote === '"' || quote === "'") && value.endsWith(quote);
  return [{ key: text.slice(0, equals), value: isQuoted ? value.slice(1, -1) : value, at: at2 }];
}
function filePair(text, at2, kustomization, building) {
  const parts = text.split("=");
  if (parts.length > 2 || parts.length === 2 && parts.includes("")) {
    refuse(building, at2, "generator", "a file is written as its path, or as key=path");
    return [];
  }
  const path = parts[1] ?? text;
  const key = parts.length === 2 ? parts[0] ?? "" : fileName(path);
  const whole = joinPath(kustomization.directory, path);
  if (!building.read(whole) && building.exists(whole)) return [{ key, value: "", at: at2, binary: true }];
  const source = readBelow(kustomization, path, at2, building);
  return source ? [{ key, value: source.text, at: { path: source.path, start: 0, end: 0 } }] : [];
}
function writeData(node, kind, pairs, at2, building) {
  const data = mapNode(at2);
  for (const pair of [...pairs].sort((one2, other) => Buffer.compare(Buffer.from(one2.key), Buffer.from(other.key)))) {
    if (data.entries.has(pair.key)) refuse(building, pair.at, "generator", `the key ${pair.key} is there twice`);
    const value = kind === "Secret" ? encoded(pair.value) : pair.value;
    setEntry(data, pair.key, textNode(value, pair.at), pair.at);
  }
  if (kind === "Secret" || data.entries.size > 0) setEntry(node, "data", data, at2);
}
function encoded(text) {
  const whole = Buffer.from(text, "utf8").toString("base64");
  return whole.length < 70 ? whole : whole.replace(/.{1,70}/g, "$&\n");
}
function absorb(gathered, resource, at2, building) {
  spend(building.work, gathered.resources.length);
  const key = keyOfId(currentId(resource));
  const found = gathered.resources.filter((one2) => allIds(one2).some((id) => keyOfId(id) === key));
  const { name } = currentId(resource);
  const [old] = found;
  if (!old) {
    if (resource.behavior === "create") gathered.resources.push(resource);
    else
      refuse(building, at2, "generator", `there is no ${name} to ${resource.behavior}${elsewhere(gathered, resource)}`);
  } else if (found.length > 1 || resource.behavior === "create") {
    refuse(building, at2, "generator", `${name} is there already; its behavior must be merge or replace`);
  } else {
    mergeInto(old, resource);
    gathered.resources[gathered.resources.indexOf(old)] = resource;
  }
}
function elsewhere({ resources }, resource) {
  const { kind, name } = currentId(resource);
  const namesake = resources.map(currentId).find((one2) => one2.kind === kind && one2.name === name && one2.namespace !== "");
  return namesake ? `: that of the base is in the namespace ${namesake.namespace}, which the generator has to name as well (\`namespace: ${namesake.namespace}\`)` : "";
}
function mergeInto(old, resource) {
  const { node } = resource;
  const metadata = below(node, "metadata");
  const before = below(old.node, "metadata");
  if (!node || metadata?.kind !== "map" || before?.kind !== "map") return;
  for (const key of ["labels", "annotations"]) takeOver(metadata, before, key);
  for (const key of ["name", "namespace"]) {
    const entry = before.entries.get(key);
    if (entry) metadata.entries.set(key, entry);
    else metadata.entries.delete(key);
  }
  if (resource.behavior === "merge" && old.node) {
    if (scalarText(below(node, "kind")) === "Secret") encodeStringData(old.node);
    for (const key of ["data", "binaryData"]) takeOver(node, old.node, key);
  }
  resource.hashed &&= old.hashed;
  resource.earlier.push(...old.earlier);
  resource.prefixes.push(...old.prefixes);
  resource.suffixes.push(...old.suffixes);
  for (const name of old.variables) resource.variables.add(name);
}
function takeOver(to, from, key) {
  const own = below(to, key);
  const old = below(from, key);
  if (old?.kind !== "map" || old.entries.size === 0) return;
  const merged = mapNode(own?.at ?? old.at);
  for (const source of [old, own]) {
    if (source?.kind !== "map") continue;
    for (const [name, { node, keyAt }] of source.entries)
      setEntry(merged, name, textNode(scalarText(node), node.at), keyAt);
  }
  setEntry(to, key, merged, own?.at ?? old.at);
}
function encodeStringData(node) {
  const plain = below(node, "stringData");
  if (plain?.kind !== "map") return;
  const own = below(node, "data");
  const data = own?.kind === "map" ? own : mapNode(plain.at);
  for (const [name, { node: value, keyAt }] of plain.entries)
    setEntry(data, name, textNode(encoded(scalarText(value)), value.at), keyAt);
  setEntry(node, "data", data, plain.at);
}

// src/parse/kubernetes/kustomize/hash.ts
const { createHash } = require("node:crypto");
var LETTERS = { "0": "g", "1": "h", "3": "k", a: "m", e: "t" };
function contentHash(node) {
  const kind = scalarText(below(node, "kind"));
  const content = [
    ["data", jsonOf(below(node, "data"))],
    ["kind", quoted(kind)],
    // Kustomize looks for the name in the wrong place, and finds none.
    ["name", quoted("")]
  ];
  if (kind === "Secret") content.push(["type", jsonOf(below(node, "type"))]);
  const more = kind === "Secret" ? "stringData" : "binaryData";
  const extra = below(node, more);
  if (extra?.kind === "map") content.push([more, jsonOf(extra)]);
  const text = `{${inOrder(content).map(([key, value]) => `${quoted(key)}:${value}`).join(",")}}`;
  const digits = createHash("sha256").update(text).digest("hex").slice(0, 10);
  return [...digits].map((digit) => LETTERS[digit] ?? digit).join("");
}
function inOrder(entries) {
  return [...entries].sort(([one2], [other]) => Buffer.compare(Buffer.from(one2), Buffer.from(other)));
}
function jsonOf(node) {
  if (node === void 0) return quoted("");
  if (node.kind === "list") return `[${node.items.map(jsonOf).join(",")}]`;
  if (node.kind === "map") {
    const entries = inOrder([...node.entries].map(([key, entry]) => [key, jsonOf(entry.node)]));
    return `{${entries.map(([key, value]) => `${quoted(key)}:${value}`).join(",")}}`;
  }
  if (node.type === "null") return "null";
  if (node.type === "boolean") return node.text ?? "false";
  return node.type === "number" ? String(Number(node.text)) : quoted(node.text ?? "");
}
function quoted(text) {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// src/parse/kubernetes/kustomize/field-paths.ts
function isFieldOf(field3, node) {
  const apiVersion = scalarText(below(node, "apiVersion"));
  return (field3.kind === void 0 || field3.kind === scalarText(below(node, "kind"))) && (field3.group === void 0 || field3.group === groupOf2(apiVersion)) && (field3.version === void 0 || field3.version === versionOf(apiVersion));
}
function visitEverywhere({ resources }, field3, visit, building) {
  for (const { node } of resources) if (node) visitOne(node, field3, visit, building);
}
function visitOne(node, field3, visit, building) {
  if (isFieldOf(field3, node)) step(node, field3, 0, { ...visit, building });
}
function step(node, field3, depth, walk2) {
  spend(walk2.building.work, 1);
  const name = field3.path[depth];
  if (name === void 0) walk2.visit(node);
  else if (node.kind === "list") for (const item of node.items) step(item, field3, depth, walk2);
  else if (node.kind === "map") {
    const next = childOf(node, field3, depth, walk2);
    if (next) step(next, field3, depth + 1, walk2);
  } else if (!isNull(node)) refuse(walk2.building, node.at, "tree", `${name} is looked for in what is no mapping`);
}
function childOf(map, field3, depth, walk2) {
  const written = field3.path[depth] ?? "";
  const name = written.replace(/\[\]$/, "");
  const own = below(map, name);
  if (own && !isNull(own)) return own;
  const last = depth === field3.path.length - 1;
  if (!field3.create || walk2.make === void 0 || name !== written) return own;
  const made = last && walk2.make === "text" ? textNode("", walk2.at) : mapNode(walk2.at);
  const entry = map.entries.get(name);
  if (entry) entry.node = made;
  else map.entries.set(name, { keyAt: walk2.at, node: made });
  return made;
}

// src/parse/kubernetes/kustomize/label-fields.ts

var CONTROLLERS = [
  { version: "v1", kind: "ReplicationController" },
  { kind: "Deployment" },
  { kind: "ReplicaSet" },
  { kind: "DaemonSet" }
];
var STATEFUL_SET = { group: "apps", kind: "StatefulSet" };
var JOB = { group: "batch", kind: "Job" };
var CRON_JOB = { group: "batch", kind: "CronJob" };
var TEMPLATE_LABELS = [
  field("metadata/labels"),
  ...[...CONTROLLERS, STATEFUL_SET, JOB].map((of) => field("spec/template/metadata/labels", of)),
  field("spec/jobTemplate/metadata/labels", CRON_JOB),
  field("spec/jobTemplate/spec/template/metadata/labels", CRON_JOB)
];
var CLAIM_LABELS = [field("spec/volumeClaimTemplates[]/metadata/labels", STATEFUL_SET)];
var NETWORK_POLICY = { group: "networking.k8s.io", kind: "NetworkPolicy" };
var PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm";
var REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
var POD_SELECTORS = [
  ...["podAffinity", "podAntiAffinity"].flatMap((kind) => [
    `spec/template/spec/affinity/${kind}/${PREFERRED}/labelSelector/matchLabels`,
    `spec/template/spec/affinity/${kind}/${REQUIRED}/labelSelector/matchLabels`
  ]),
  "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels"
];
var SELECTOR_LABELS = [
  field("spec/selector", { version: "v1", kind: "Service" }),
  field("spec/selector", { version: "v1", kind: "ReplicationController" }),
  ...["Deployment", "ReplicaSet", "DaemonSet"].map((kind) => field("spec/selector/matchLabels", { kind })),
  field("spec/selector/matchLabels", STATEFUL_SET),
  ...[{ group: "apps", kind: "Deployment" }, STATEFUL_SET].flatMap(
    (of) => POD_SELECTORS.map((path) => field(path, of, false))
  ),
  field("spec/selector/matchLabels", JOB, false),
  field("spec/jobTemplate/spec/selector/matchLabels", CRON_JOB, false),
  field("spec/selector/matchLabels", { group: "policy", kind: "PodDisruptionBudget" }, false),
  ...["spec/podSelector", "spec/ingress/from/podSelector", "spec/egress/to/podSelector"].map(
    (path) => field(`${path}/matchLabels`, NETWORK_POLICY, false)
  ),
  ...TEMPLATE_LABELS,
  ...CLAIM_LABELS
];
var OWN_LABELS = [field("metadata/labels")];
var ANNOTATIONS = [
  field("metadata/annotations"),
  ...[...CONTROLLERS, { kind: "StatefulSet" }, JOB].map((of) => field("spec/template/metadata/annotations", of)),
  field("spec/jobTemplate/metadata/annotations", CRON_JOB),
  field("spec/jobTemplate/spec/template/metadata/annotations", CRON_JOB)
];
var NAMESPACES = [
  field("metadata/name", { version: "v1", group: "", kind: "Namespace" }),
  field("spec/service/namespace", { group: "apiregistration.k8s.io", kind: "APIService" }),
  field(
    "spec/conversion/webhook/clientConfig/service/namespace",
    { group: "apiextensions.k8s.io", kind: "CustomResourceDefinition" },
    false
  )
];
var IMAGES = [
  ...["spec", "spec/template/spec"].flatMap(
    (pod) => ["containers[]/image", "initContainers[]/image", "volumes[]/image/reference"].map((path) => field(`${pod}/${path}`))
  ),
  field("spec/jobTemplate/spec/template/spec/volumes[]/image/reference")
];
var REPLICAS = ["Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"].map(
  (kind) => field("spec/replicas", { kind })
);
function mergedFields(...lists) {
  const merged = [];
  for (const one2 of lists.flat()) if (!merged.some((other) => covers(other, one2))) merged.push(one2);
  return merged;
}
function covers(wide, narrow) {
  return wide.path.join("/") === narrow.path.join("/") && (wide.kind === void 0 || wide.kind === narrow.kind) && (wide.group === void 0 || wide.group === narrow.group) && (wide.version === void 0 || wide.version === narrow.version);
}

// src/parse/kubernetes/kustomize/names.ts
function setNamespace(kustomization, gathered, building) {
  const value = child(kustomization, "namespace");
  const namespace = textOf(value);
  if (value === void 0 || namespace === void 0 || namespace === "") return;
  const at2 = value.at;
  for (const resource of gathered.resources) {
    const { node } = resource;
    if (!node) continue;
    rememberId(resource);
    const visit = (field3) => writeText(field3, namespace, at2, building);
    if (!isClusterScoped(scalarText(below(node, "apiVersion")), scalarText(below(node, "kind")))) {
      const metadata = below(node, "metadata");
      if (metadata?.kind === "map") setEntry(metadata, "namespace", textNode(namespace, at2), at2);
    }
    if (/^(?:Cluster)?RoleBinding$/.test(scalarText(below(node, "kind")))) setSubjects(node, namespace, at2);
    for (const field3 of NAMESPACES) visitOne(node, field3, { make: "text", at: at2, visit }, building);
  }
  spend(building.work, gathered.resources.length);
  if (idsIn(gathered, building).size < gathered.resources.length)
    refuse(building, at2, "conflict", `in the namespace ${namespace} two objects are called the same`);
}
function setSubjects(node, namespace, at2) {
  for (const subject of editableItems(below(node, "subjects"))) {
    if (subject.kind === "map" && scalarText(below(subject, "name")) === "default")
      setEntry(subject, "namespace", textNode(namespace, at2), at2);
  }
}
function writeText(node, text, at2, building) {
  if (node.kind === "scalar") {
    node.text = text;
    node.type = "string";
    node.at = at2;
  } else refuse(building, node.at, "tree", "a text is written where there is none");
}
function addToNames(kustomization, gathered) {
  const prefix = textOf(child(kustomization, "namePrefix")) ?? "";
  const suffix = textOf(child(kustomization, "nameSuffix")) ?? "";
  for (const resource of gathered.resources) {
    if (keepsName(originalId(resource))) continue;
    if (prefix !== "") {
      resource.prefixes.push(prefix);
      rename(resource, (name) => prefix + name);
    }
  }
  for (const resource of gathered.resources) {
    if (keepsName(originalId(resource))) continue;
    if (suffix !== "") {
      resource.suffixes.push(suffix);
      rename(resource, (name) => name + suffix);
    }
  }
}
function keepsName({ group, kind }) {
  return kind === "CustomResourceDefinition" || kind === "Namespace" || group === "apiregistration.k8s.io" && kind === "APIService";
}
function rename(resource, change) {
  const name = below(below(resource.node, "metadata"), "name");
  if (name?.kind !== "scalar" || name.text === null) return;
  rememberId(resource);
  name.text = change(currentId(resource).name);
  name.type = "string";
}
function setting(node, key) {
  const value = child(node, key);
  const text = textOf(value);
  return value === void 0 || text === void 0 || text === "" ? void 0 : { text, at: value.at };
}

// src/parse/kubernetes/kustomize/patterns.ts
var MAX_LENGTH = 1e3;
var MAX_STATES = 2e3;
var NOT_READ = /* @__PURE__ */ Symbol("not read");
function compilePattern(source) {
  if (source.length > MAX_LENGTH) return void 0;
  const reader = { source, at: 0 };
  const states = [];
  try {
    const whole = readAlternatives(reader);
    if (reader.at < source.length) return void 0;
    const start = statesOf(whole, push(states, { kind: "accept" }), states);
    return (text) => run(states, start, text);
  } catch (thrown) {
    if (thrown === NOT_READ) return void 0;
    throw thrown;
  }
}
function readAlternatives(reader) {
  const parts = [readSequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at++;
    parts.push(readSequence(reader));
  }
  return { kind: "any", parts };
}
function readSequence(reader) {
  const parts = [];
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? "")) {
    const part = readAtom(reader);
    parts.push({ kind: "repeated", part, ...readRepetition(reader) });
  }
  return { kind: "all", parts };
}
function readRepetition(reader) {
  const rest = reader.source.slice(reader.at, reader.at + 20);
  const [text, sign, least, comma, most] = /^(?:([*+?])|\{(\d{1,3})(,)?(\d{1,3})?\})\??/.exec(rest) ?? [];
  if (text === void 0) return { least: 1, most: 1 };
  reader.at += text.length;
  if (/^[*+?]/.test(reader.source[reader.at] ?? "")) throw NOT_READ;
  if (sign !== void 0) return { least: sign === "+" ? 1 : 0, most: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
  const low = Number(least);
  const high = most !== void 0 ? Number(most) : comma === void 0 ? low : Number.POSITIVE_INFINITY;
  if (high < low) throw NOT_READ;
  return { least: low, most: high };
}
function readAtom(reader) {
  const character = reader.source[reader.at++] ?? "";
  if (character === "(") return readGroup(reader);
  if (character === "[") return { kind: "one", accepts: readClass(reader) };
  if (character === "^") return { kind: "start" };
  if (character === "$") return { kind: "end" };
  if (character === ".") return { kind: "one", accepts: (one2) => one2 !== "\n" };
  if (character === "\\") return { kind: "one", accepts: readEscape(reader) };
  if (/[*+?]/.test(character)) throw NOT_READ;
  return { kind: "one", accepts: (one2) => one2 === character };
}
function readGroup(reader) {
  if (reader.source[reader.at] === "?") {
    const [prefix] = /^\?(?::|P?<\w+>)/.exec(reader.source.slice(reader.at, reader.at + 40)) ?? [];
    if (prefix === void 0) throw NOT_READ;
    reader.at += prefix.length;
  }
  const part = readAlternatives(reader);
  if (reader.source[reader.at++] !== ")") throw NOT_READ;
  return part;
}
var CLASSES = {
  d: (character) => /[0-9]/.test(character),
  D: (character) => !/[0-9]/.test(character),
  w: (character) => /[0-9A-Za-z_]/.test(character),
  W: (character) => !/[0-9A-Za-z_]/.test(character),
  s: (character) => /[\t\n\f\r ]/.test(character),
  S: (character) => !/[\t\n\f\r ]/.test(character)
};
function readEscape(reader) {
  const escaped = reader.source[reader.at++] ?? "";
  const known2 = Object.hasOwn(CLASSES, escaped) ? CLASSES[escaped] : void 0;
  if (known2) return known2;
  if (escaped === "" || /[A-Za-z0-9]/.test(escaped)) throw NOT_READ;
  return (character) => character === escaped;
}
function readClass(reader) {
  const { source } = reader;
  const negated = source[reader.at] === "^";
  if (negated) reader.at++;
  const accepts = [];
  for (let first = true; first || source[reader.at] !== "]"; first = false) {
    if (reader.at >= source.length) throw NOT_READ;
    const low = source[reader.at++] ?? "";
    if (low === "\\") accepts.push(readEscape(reader));
    else if (low === "[" && source[reader.at] === ":") throw NOT_READ;
    else if (source[reader.at] === "-" && source[reader.at + 1] !== "]") {
      const high = source[reader.at + 1] ?? "";
      if (high === "" || high === "\\" || high < low) throw NOT_READ;
      reader.at += 2;
      accepts.push((character) => character >= low && character <= high);
    } else accepts.push((character) => character === low);
  }
  reader.at++;
  return (character) => accepts.some((accept) => accept(character)) !== negated;
}
function statesOf(part, next, states) {
  if (part.kind === "one") return push(states, { kind: "one", accepts: part.accepts, next });
  if (part.kind === "start" || part.kind === "end") return push(states, { kind: part.kind, next });
  if (part.kind === "all") return part.parts.reduceRight((start, one2) => statesOf(one2, start, states), next);
  if (part.kind === "any") {
    const [first = next, ...others] = part.parts.map((one2) => statesOf(one2, next, states));
    return others.reduce((start, other) => push(states, { kind: "split", next: start, other }), first);
  }
  return part.kind === "repeated" ? repeatedStates(part, next, states) : next;
}
function repeatedStates({ part, least, most }, next, states) {
  let start = next;
  if (most === Number.POSITIVE_INFINITY) {
    const loop = { kind: "split", next: 0, other: next };
    start = push(states, loop);
    loop.next = statesOf(part, start, states);
  } else {
    for (let count2 = least; count2 < most; count2++)
      start = push(states, { kind: "split", next: statesOf(part, start, states), other: next });
  }
  for (let count2 = 0; count2 < least; count2++) start = statesOf(part, start, states);
  return start;
}
function push(states, state) {
  if (states.length >= MAX_STATES) throw NOT_READ;
  return states.push(state) - 1;
}
function run(states, start, text) {
  let current = /* @__PURE__ */ new Set();
  for (let at2 = 0; at2 <= text.length; at2++) {
    const place = { isStart: at2 === 0, isEnd: at2 === text.length };
    const closed = /* @__PURE__ */ new Set();
    for (const index of [...current, start]) follow(states, index, place, closed);
    current = /* @__PURE__ */ new Set();
    for (const index of closed) {
      const state = states[index];
      if (state?.kind === "accept") return true;
      if (state?.kind === "one" && at2 < text.length && state.accepts(text[at2] ?? "")) current.add(state.next);
    }
  }
  return false;
}
function follow(states, from, place, closed) {
  const open = [from];
  for (let index = open.pop(); index !== void 0; index = open.pop()) {
    if (closed.has(index)) continue;
    closed.add(index);
    const state = states[index];
    if (state?.kind === "split") open.push(state.next, state.other);
    else if (state?.kind === "start" && place.isStart) open.push(state.next);
    else if (state?.kind === "end" && place.isEnd) open.push(state.next);
  }
}

// src/parse/kubernetes/kustomize/images.ts
function setImages(kustomization, gathered, building) {
  for (const entry of [...items(child(kustomization, "images")), ...items(child(kustomization, "imageTags"))]) {
    const change = changeOf(entry);
    if (!change) continue;
    const visit = (node) => {
      if (node.kind !== "scalar") refuse(building, node.at, "tree", "an image is no text");
      else if (change.matches(node.text ?? "")) writeText(node, changed(node.text ?? "", change), change.at, building);
    };
    for (const { node } of gathered.resources) {
      if (!node || scalarText(below(node, "kind")) === "CustomResourceDefinition") continue;
      visitContainers(node, visit, building);
      for (const field3 of IMAGES) visitOne(node, field3, { at: entry.at, visit }, building);
    }
  }
}
function changeOf(entry) {
  const name = textOf(child(entry, "name")) ?? "";
  const matches = compilePattern(
    `^${name}(:[a-zA-Z0-9_.{}-]*)?(@[a-zA-Z0-9]+([.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?$`
  );
  if (!matches) return void 0;
  const newName = setting(entry, "newName");
  const tag = setting(entry, "newTag");
  const digest = setting(entry, "digest");
  const tagSuffix = setting(entry, "tagSuffix");
  return {
    matches,
    ...newName ? { name: newName.text } : {},
    ...tag ? { tag: tag.text } : {},
    ...digest ? { digest: digest.text } : {},
    ...tagSuffix ? { tagSuffix: tagSuffix.text } : {},
    at: (tag ?? digest ?? tagSuffix ?? newName ?? entry).at
  };
}
function changed(image, change) {
  const old = splitImage(image);
  const given = change.tag !== void 0 || change.digest !== void 0;
  const tag = given ? change.tag ?? "" : old.tag + (change.tagSuffix ?? "");
  const digest = given ? change.digest ?? "" : change.tagSuffix === void 0 ? old.digest : "";
  return (change.name ?? old.name) + (tag === "" ? "" : `:${tag}`) + (digest === "" ? "" : `@${digest}`);
}
function splitImage(image) {
  const start = Math.max(0, image.indexOf("/"));
  const [whole = "", tag = "", digest = ""] = /^[^:@]*(?::([^@]*))?(?:@(.*))?$/s.exec(image.slice(start)) ?? [];
  if (whole === "" && image.slice(start) !== "") return { name: image, tag: "", digest: "" };
  const end = whole.search(/[:@]/);
  return { name: image.slice(0, start) + (end === -1 ? whole : whole.slice(0, end)), tag, digest };
}
function visitContainers(node, visit, building) {
  spend(building.work, 1);
  if (node.kind === "list") for (const item of node.items) visitContainers(item, visit, building);
  if (node.kind !== "map") return;
  for (const [key, { node: value }] of node.entries) {
    visitContainers(value, visit, building);
    if (key !== "containers" && key !== "initContainers") continue;
    for (const item of editableItems(value)) {
      const image = below(item, "image");
      if (!isMissing(image)) visit(image);
    }
  }
}
function setReplicas(kustomization, gathered, building) {
  for (const entry of items(child(kustomization, "replicas"))) {
    const name = textOf(child(entry, "name")) ?? "";
    const count2 = child(entry, "count");
    const at2 = count2?.at ?? entry.at;
    const visit = (node) => {
      if (node.kind === "scalar") {
        node.text = String(Math.trunc(Number(textOf(count2) ?? "0")));
        node.type = "number";
        node.at = at2;
      } else refuse(building, node.at, "tree", "replicas is no number");
    };
    spend(building.work, gathered.resources.length);
    const named = gathered.resources.filter(
      (one2) => allIds(one2).some((id) => id.name === name && REPLICAS.some(({ kind }) => kind === id.kind))
    );
    if (named.length === 0) refuse(building, entry.at, "replicas", `there is nothing called ${name} that has replicas`);
    for (const field3 of REPLICAS)
      visitEverywhere({ ...gathered, resources: named }, field3, { make: "text", at: at2, visit }, building);
  }
}

// src/parse/kubernetes/kustomize/labels.ts
function addLabels(kustomization, gathered, building) {
  for (const entry of items(child(kustomization, "labels"))) {
    addPairs(child(entry, "pairs"), fieldsOf(entry), gathered, building);
  }
  addPairs(child(kustomization, "commonLabels"), SELECTOR_LABELS, gathered, building);
  addPairs(child(kustomization, "commonAnnotations"), ANNOTATIONS, gathered, building);
}
function fieldsOf(entry) {
  const isOn2 = (key) => textOf(child(entry, key)) === "true";
  const own = items(child(entry, "fields")).flatMap(fieldOf);
  if (isOn2("includeSelectors")) return mergedFields(own, SELECTOR_LABELS);
  return mergedFields(
    own,
    isOn2("includeTemplates") ? TEMPLATE_LABELS : [],
    isOn2("includeVolumeClaimTemplates") ? CLAIM_LABELS : [],
    OWN_LABELS
  );
}
function fieldOf(node) {
  const path = textOf(child(node, "path"));
  if (path === void 0) return [];
  const told = (key) => {
    const text = textOf(child(node, key));
    return text === void 0 || text === "" ? {} : { [key]: text };
  };
  return [
    {
      path: splitPath(path),
      create: textOf(child(node, "create")) === "true",
      ...told("group"),
      ...told("version"),
      ...told("kind")
    }
  ];
}
function splitPath(path) {
  const parts = path.replace(/^\//, "").split(/(?<!\\)\//);
  return parts.map((part) => part.replaceAll("\\/", "/"));
}
function addPairs(pairs, fields, gathered, building) {
  if (pairs?.kind !== "map") return;
  for (const [key, { keyAt, node }] of [...pairs.entries].sort(([one2], [other]) => one2 < other ? -1 : 1)) {
    const value = textNode(textOf(node) ?? "", node.at);
    const visit = (map) => {
      if (map.kind === "map") writeShared(map, key, value, keyAt);
      else if (!isNull(map)) refuse(building, map.at, "tree", "labels and annotations are a mapping");
    };
    for (const field3 of fields) visitEverywhere(gathered, field3, { make: "map", at: keyAt, visit }, building);
  }
}
function writeShared(map, key, value, keyAt) {
  const own = map.entries.get(key);
  if (own?.node.kind === "scalar") {
    own.node.text = value.text;
    own.node.type = value.type;
    own.node.at = value.at;
  } else setEntry(map, key, value, keyAt);
}

// src/parse/kubernetes/kustomize/objects.ts
var MAX_LISTS = 5;
function objectsIn(root, depth = 0) {
  if (root.kind === "scalar" && root.text === null) return [];
  const kind = textOf(child(root, "kind"));
  if (root.kind !== "map" || kind === void 0 || kind === "" || depth > MAX_LISTS) return void 0;
  const items2 = child(root, "items");
  if (kind.endsWith("List") && items2) {
    const found = items2.kind === "list" ? items2.items.map((item) => objectsIn(item, depth + 1)) : [[]];
    return found.every((one2) => one2 !== void 0) ? found.flat() : void 0;
  }
  const name = textOf(descend(root, "metadata", "name"));
  return kind.endsWith("List") || name !== void 0 && name !== "" ? [root] : void 0;
}

// src/parse/kubernetes/kustomize/inner-text.ts
function innerText(scalar, file) {
  const text = scalar.text ?? "";
  const lines = file ? linesOf(text, scalar, file) : void 0;
  const relocate = (span) => {
    if (!lines) return scalar.at;
    return { path: scalar.at.path, start: moved(span.start, lines), end: moved(span.end, lines) };
  };
  return { source: { path: scalar.at.path, text }, relocate };
}
function linesOf(text, { at: at2 }, file) {
  if (file.text[at2.start] !== "|") return void 0;
  const lines = [];
  let outer = file.text.indexOf("\n", at2.start) + 1;
  let inner = 0;
  for (const line of text.split("\n")) {
    const end = outer <= 0 ? -1 : file.text.indexOf("\n", outer);
    const written = outer <= 0 ? "" : file.text.slice(outer, end === -1 ? void 0 : end).replace(/\r$/, "");
    if (line !== "" && !written.endsWith(line)) return void 0;
    lines.push({ inner, outer: line === "" ? outer : outer + written.length - line.length });
    inner += line.length + 1;
    outer = end + 1;
  }
  return lines;
}
function moved(offset, lines) {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if ((lines[middle]?.inner ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const line = lines[low];
  return line ? line.outer + offset - line.inner : offset;
}

// src/parse/kubernetes/kustomize/equal.ts
function equal(one2, other) {
  if (one2.kind === "scalar" && other.kind === "scalar") {
    if (one2.type !== other.type) return false;
    return one2.type === "number" ? Number(one2.text) === Number(other.text) : one2.text === other.text;
  }
  if (one2.kind === "list" && other.kind === "list")
    return one2.items.length === other.items.length && one2.items.every((item, index) => isEqualTo(item, other.items[index]));
  if (one2.kind === "map" && other.kind === "map")
    return one2.entries.size === other.entries.size && [...one2.entries].every(([key, { node }]) => isEqualTo(node, other.entries.get(key)?.node));
  return false;
}
function isEqualTo(one2, other) {
  return other !== void 0 && equal(one2, other);
}

// src/parse/kubernetes/kustomize/json-patch.ts
function operationsOf(root, relocate) {
  if (root.kind !== "list" || root.items.some((item) => item.kind !== "map")) return void 0;
  return root.items.map((item) => {
    const from = textOf(child(item, "from"));
    const value = child(item, "value");
    return {
      op: textOf(child(item, "op")) ?? "",
      path: textOf(child(item, "path")) ?? "",
      ...from === void 0 ? {} : { from },
      ...value === void 0 ? {} : { value },
      at: relocate(child(item, "path")?.at ?? item.at),
      relocate
    };
  });
}
function applyOperations(node, operations, building) {
  const document = { root: node, building };
  for (const operation of operations) {
    const wrong = apply(operation, document);
    if (wrong === void 0) continue;
    refuse(building, operation.at, "json-patch", `${operation.op} ${operation.path}: ${wrong}`);
    break;
  }
  const copy = editableCopy(document.root, building.work);
  return copy.kind === "map" ? copy : node;
}
function apply(operation, document) {
  const { op, path, from, value, at: at2, relocate } = operation;
  const given = () => value ? editableCopy(value, document.building.work, relocate) : { kind: "scalar", at: at2, text: null, type: "null" };
  if (op === "add") return add(document, path, given(), at2);
  if (op === "remove") return remove(document, path);
  if (op === "replace") return replace(document, path, given(), at2);
  if (op === "test") {
    const found = find(document, path);
    return found && equal(found, given()) ? void 0 : "the value is another";
  }
  if (op !== "move" && op !== "copy") return "there is no such operation";
  const moved2 = find(document, from ?? "");
  if (!moved2) return `there is no ${from}`;
  const own = op === "copy" ? editableCopy(moved2, document.building.work) : moved2;
  return (op === "move" ? remove(document, from ?? "") : void 0) ?? add(document, path, own, at2);
}
function partsOf(path) {
  return path.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
function find(document, path) {
  return walk(document.root, partsOf(path));
}
function walk(root, parts) {
  let node = root;
  for (const part of parts) {
    if (node?.kind === "map") node = node.entries.get(part)?.node;
    else if (node?.kind === "list") node = node.items[indexOf(part, node.items.length) ?? -1];
    else return void 0;
  }
  return node;
}
function indexOf(part, size) {
  if (!/^[-+]?\d+$/.test(part)) return void 0;
  const index = Number(part);
  const counted = index < 0 ? index + size : index;
  return counted >= 0 && counted < size ? counted : void 0;
}
var NO_PARENT = "there is nothing that it could be in";
function parentOf(document, path) {
  const parts = partsOf(path);
  const key = parts.at(-1);
  return key === void 0 ? { parent: void 0, key: "" } : { parent: walk(document.root, parts.slice(0, -1)), key };
}
function add(document, path, value, at2) {
  const { parent, key } = parentOf(document, path);
  if (parent?.kind === "map") {
    const before = parent.entries.get(key);
    if (before) before.node = value;
    else parent.entries.set(key, { keyAt: at2, node: value });
    return void 0;
  }
  if (parent?.kind !== "list") return NO_PARENT;
  const index = key === "-" ? parent.items.length : indexOf(key, parent.items.length + 1);
  if (index === void 0) return "there is no such place in the list";
  parent.items.splice(index, 0, value);
  return void 0;
}
function remove(document, path) {
  const { parent, key } = parentOf(document, path);
  if (parent?.kind === "map") return parent.entries.delete(key) ? void 0 : "it is not there";
  if (parent?.kind !== "list") return NO_PARENT;
  const index = indexOf(key, parent.items.length);
  if (index === void 0) return "it is not there";
  parent.items.splice(index, 1);
  return void 0;
}
function replace(document, path, value, at2) {
  if (path === "") {
    document.root = value;
    return void 0;
  }
  const { parent, key } = parentOf(document, path);
  if (parent?.kind === "map") return add(document, path, value, at2);
  if (parent?.kind !== "list") return NO_PARENT;
  const index = indexOf(key, parent.items.length);
  if (index === void 0) return "it is not there";
  parent.items[index] = value;
  return void 0;
}

// src/parse/kubernetes/kustomize/merge-keys.ts
var by = (keys, items2 = {}) => ({ keys, items: items2 });
var byName = by(["name"]);
var CONTAINER = {
  fields: {
    env: byName,
    ports: by(["containerPort", "protocol"]),
    volumeMounts: by(["mountPath"]),
    volumeDevices: by(["devicePath"])
  }
};
var EPHEMERAL_CONTAINER = {
  fields: { env: byName, volumeMounts: by(["mountPath"]), volumeDevices: by(["devicePath"]) }
};
var METADATA = { fields: { finalizers: by([]), ownerReferences: by(["uid"]) } };
var CLAIM = { fields: { metadata: METADATA } };
var POD_SPEC = {
  fields: {
    containers: by(["name"], CONTAINER),
    initContainers: by(["name"], CONTAINER),
    ephemeralContainers: by(["name"], EPHEMERAL_CONTAINER),
    hostAliases: by(["ip"]),
    imagePullSecrets: byName,
    topologySpreadConstraints: by(["topologyKey", "whenUnsatisfiable"]),
    volumes: by(["name"], { fields: { ephemeral: { fields: { volumeClaimTemplate: CLAIM } } } })
  }
};
var POD = { fields: { metadata: METADATA, spec: POD_SPEC } };

var CONTROLLER = object({ spec: { fields: { template: POD } } });
var STATEFUL_SET2 = object({ spec: { fields: { template: POD, volumeClaimTemplates: { items: CLAIM } } } });
var CRON_JOB2 = object({
  spec: { fields: { jobTemplate: { fields: { metadata: METADATA, spec: { fields: { template: POD } } } } } }
});
var WEBHOOKS = object({ webhooks: byName });
var BY_KIND = {
  "v1 Pod": POD,
  "v1 PodTemplate": object({ template: POD }),
  "v1 ReplicationController": CONTROLLER,
  "apps/v1 Deployment": CONTROLLER,
  "apps/v1 ReplicaSet": CONTROLLER,
  "apps/v1 DaemonSet": CONTROLLER,
  "apps/v1 StatefulSet": STATEFUL_SET2,
  "batch/v1 Job": CONTROLLER,
  "batch/v1 CronJob": CRON_JOB2,
  "batch/v1beta1 CronJob": CRON_JOB2,
  "v1 Service": object({ spec: { fields: { ports: by(["port", "protocol"]) } } }),
  "v1 ServiceAccount": object({ secrets: byName }),
  "v1 Node": object({ spec: { fields: { podCIDRs: by([]) } } }),
  "storage.k8s.io/v1 CSINode": object({ spec: { fields: { drivers: byName } } }),
  "admissionregistration.k8s.io/v1 MutatingWebhookConfiguration": WEBHOOKS,
  "admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration": WEBHOOKS,
  "admissionregistration.k8s.io/v1beta1 MutatingWebhookConfiguration": WEBHOOKS,
  "admissionregistration.k8s.io/v1beta1 ValidatingWebhookConfiguration": WEBHOOKS
};
var PLAIN = /* @__PURE__ */ new Set([
  ...["ConfigMap", "Endpoints", "Event", "LimitRange", "Namespace", "PersistentVolume", "PersistentVolumeClaim"].map(
    (kind) => `v1 ${kind}`
  ),
  ...["v1 ResourceQuota", "v1 Secret", "autoscaling/v1 HorizontalPodAutoscaler", "apps/v1 ControllerRevision"],
  ...["autoscaling/v2beta1 HorizontalPodAutoscaler", "autoscaling/v2beta2 HorizontalPodAutoscaler"],
  ...["networking.k8s.io/v1 Ingress", "networking.k8s.io/v1 IngressClass", "networking.k8s.io/v1 NetworkPolicy"],
  ...["networking.k8s.io/v1beta1 Ingress", "networking.k8s.io/v1beta1 IngressClass", "extensions/v1beta1 Ingress"],
  ...["policy/v1 PodDisruptionBudget", "policy/v1beta1 PodDisruptionBudget", "policy/v1beta1 PodSecurityPolicy"],
  ...["Role", "RoleBinding", "ClusterRole", "ClusterRoleBinding"].flatMap((kind) => [
    `rbac.authorization.k8s.io/v1 ${kind}`,
    `rbac.authorization.k8s.io/v1beta1 ${kind}`
  ]),
  ...["storage.k8s.io/v1 StorageClass", "storage.k8s.io/v1beta1 StorageClass", "storage.k8s.io/v1 CSIDriver"],
  ...["scheduling.k8s.io/v1 PriorityClass", "scheduling.k8s.io/v1beta1 PriorityClass"],
  ...["apiextensions.k8s.io/v1 CustomResourceDefinition", "apiextensions.k8s.io/v1beta1 CustomResourceDefinition"],
  ...["apiregistration.k8s.io/v1 APIService", "apiregistration.k8s.io/v1beta1 APIService"],
  ...["coordination.k8s.io/v1 Lease", "discovery.k8s.io/v1 EndpointSlice", "node.k8s.io/v1 RuntimeClass"]
]);
function mergeSchemaOf(apiVersion, kind) {
  const key = `${apiVersion} ${kind}`;
  return (Object.hasOwn(BY_KIND, key) ? BY_KIND[key] : void 0) ?? (PLAIN.has(key) ? object() : void 0);
}
function fieldSchema(schema, field3) {
  return schema?.fields && Object.hasOwn(schema.fields, field3) ? schema.fields[field3] : void 0;
}

// src/parse/kubernetes/kustomize/patch-content.ts
function patchOf(entry, kustomization, building) {
  const path = child(entry, "path");
  const inline = child(entry, "patch");
  const isGiven = (node) => (textOf(node) ?? "").trim() !== "";
  if (isGiven(path) === isGiven(inline)) {
    refuse(building, entry.at, "patch", "a patch has either a path or a patch");
    return void 0;
  }
  if (path && isGiven(path)) return fileContent(kustomization, path, building);
  if (inline?.kind !== "scalar") return void 0;
  const { source, relocate } = innerText(inline, building.read(kustomization.path));
  const content = contentOf(source, relocate);
  if (!content) refuse(building, inline.at, "patch", "it is neither a strategic merge patch nor a JSON patch");
  return content;
}
function fileContent(kustomization, name, building) {
  const source = readBelow(kustomization, textOf(name) ?? "", name.at, building);
  if (!source) return void 0;
  const { documents, problems } = building.parse(source);
  building.problems.push(...problems);
  const content = isBrokenJson(source.text) ? void 0 : documentsContent(
    documents.flatMap(({ root }) => root ?? []),
    (span) => span
  );
  if (!content) refuse(building, name.at, "patch", `${source.path} is neither a strategic merge patch nor a JSON patch`);
  return content;
}
function contentOf(source, relocate) {
  const { documents, problems } = parseYaml(source);
  if (isBrokenJson(source.text) || problems.some((problem) => problem.kind === "syntax")) return void 0;
  return documentsContent(
    documents.flatMap(({ root }) => root ?? []),
    relocate
  );
}
function documentsContent(roots, relocate) {
  const [first] = roots;
  const operations = first ? operationsOf(first, relocate) : void 0;
  if (operations) return { operations };
  const objects = roots.map((root) => objectsIn(root));
  if (objects.includes(void 0)) return void 0;
  return { merges: objects.flatMap((found) => found ?? []).map((node) => ({ node, relocate })) };
}
function isBrokenJson(text) {
  if (!text.startsWith("[")) return false;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

// src/parse/kubernetes/kustomize/selectors.ts
var PARTS = ["group", "version", "kind", "name", "namespace"];
function selectorOf(node) {
  if (node?.kind !== "map") return void 0;
  const patterns = {};
  for (const part of PARTS) {
    const text = textOf(child(node, part)) ?? "";
    if (text === "") continue;
    const pattern = compilePattern(`^(?:${text})$`);
    if (!pattern) return void 0;
    patterns[part] = pattern;
  }
  const labelText = textOf(child(node, "labelSelector")) ?? "";
  const annotationText = textOf(child(node, "annotationSelector")) ?? "";
  const labels = labelTest(labelText);
  const annotations = labelTest(annotationText);
  if (!labels || !annotations) return void 0;
  const anyId = Object.keys(patterns).length === 0;
  return { ...patterns, labels, annotations, anyId, anyLabels: labelText === "" && annotationText === "", at: node.at };
}
function targets(selector, resource) {
  const now = currentId(resource);
  const first = originalId(resource);
  const either = (pattern, one2, other) => pattern === void 0 || pattern(one2) || pattern(other);
  return either(selector.namespace, effectiveNamespace(first), effectiveNamespace(now)) && either(selector.name, first.name, now.name) && isOfKind(selector, now) && hasLabels(selector, resource);
}
function selects2(selector, resource) {
  return hasLabels(selector, resource) && hasId(selector, resource);
}
function rejects(selector, resource) {
  return !selector.anyId && hasId(selector, resource) || !selector.anyLabels && hasLabels(selector, resource);
}
function hasId(selector, resource) {
  const { name, namespace } = selector;
  return allIds(resource).some(
    (id) => isOfKind(selector, id) && (!name || name(id.name)) && (!namespace || namespace(id.namespace))
  );
}
function isOfKind({ group, version, kind }, id) {
  return (!group || group(id.group)) && (!version || version(id.version)) && (!kind || kind(id.kind));
}
function hasLabels({ labels, annotations }, { node }) {
  const metadata = below(node, "metadata");
  return labels(valuesOf(below(metadata, "labels"))) && annotations(valuesOf(below(metadata, "annotations")));
}
function valuesOf(map) {
  return (key) => {
    const node = below(map, key);
    return node === void 0 ? void 0 : scalarText(node);
  };
}
function labelTest(text) {
  const tests = [];
  for (const part of text.split(/,(?![^(]*\))/).map((one2) => one2.trim())) {
    if (part === "" && text.trim() === "") continue;
    const test = requirement(part);
    if (!test) return void 0;
    tests.push(test);
  }
  return (value) => tests.every((test) => test(value));
}
function requirement(part) {
  const [, key = "", operator = "", operand = ""] = /^([\w./-]+)\s*(==|=|!=|in\b|notin\b)\s*(.*)$/.exec(part) ?? [];
  if (operator === "=" || operator === "==") return (value) => value(key) === operand;
  if (operator === "!=") return (value) => value(key) !== operand;
  if (operator !== "") {
    const listed = /^\(([^()]*)\)$/.exec(operand)?.[1]?.split(",").map((one2) => one2.trim());
    if (!listed) return void 0;
    const isIn = operator === "in";
    return (value) => {
      const own = value(key);
      return own === void 0 ? !isIn : listed.includes(own) === isIn;
    };
  }
  const [, negated = "", name = ""] = /^(!?)\s*([\w./-]+)$/.exec(part) ?? [];
  return name === "" ? void 0 : (value) => value(name) !== void 0 === (negated === "");
}

// src/parse/kubernetes/kustomize/merge-lists.ts
function mergeLists(target, patch, keys, merge2, work) {
  if (keys.length === 0) return mergeScalars(target, patch);
  spend(work, (target.length + patch.length) ** 2);
  const tuples = agree(tuplesOf([...patch, ...target], keys));
  const used = usedKeys(tuples, keys);
  let rest = [...target];
  let merged = [];
  for (const tuple of tuples) {
    const values = used.map((key) => tuple[keys.indexOf(key)] ?? "");
    const item = merge2(itemOf(target, keys, tuple), itemOf(patch, keys, tuple));
    if (isMissing(item) || item.kind === "map" && item.entries.size === 0) {
      rest = rest.filter((one2) => !has(one2, used, values));
      continue;
    }
    for (const [index, key] of used.entries()) {
      const value = values[index] ?? "";
      if (item.kind === "map" && value !== "" && !item.entries.has(key))
        item.entries.set(key, { keyAt: item.at, node: textNode(value, item.at) });
    }
    merged = put(merged, item, used, values);
  }
  for (const item of rest) {
    const own = used.filter((key) => below(item, key) !== void 0);
    const values = own.map((key) => scalarText(below(item, key)));
    if (used.length > 1) merged = merged.filter((one2) => !has(one2, own, values));
    merged = put(merged, item, own, values);
  }
  return merged;
}
function mergeScalars(target, patch) {
  const seen = /* @__PURE__ */ new Set();
  return [...patch, ...target].filter((item) => {
    const text = scalarText(item);
    return !seen.has(text) && seen.add(text);
  });
}
function tuplesOf(items2, keys) {
  const found = /* @__PURE__ */ new Map();
  for (const item of items2) {
    const values = keys.map((key) => scalarText(below(item, key)));
    const id = values.join("\n");
    if (!found.has(id)) found.set(id, values);
  }
  return [...found.values()];
}
function agree(tuples) {
  const result = [...tuples];
  if ((result[0]?.length ?? 0) < 2) return result;
  for (let one2 = 0; one2 < result.length; one2++) {
    for (let other = 0; other < result.length; other++) {
      const both = joined(result[one2] ?? [], result[other] ?? []);
      if (both) {
        result[one2] = both;
        result[other] = both;
      }
    }
  }
  return result;
}
function joined(one2, other) {
  let common = false;
  const both = [];
  for (const [index, value] of one2.entries()) {
    const opposite = other[index] ?? "";
    if (value === opposite) common = true;
    else if (value !== "" && opposite !== "") return void 0;
    both.push(value === "" ? opposite : value);
  }
  return common ? both : void 0;
}
function usedKeys(tuples, keys) {
  const used = keys.filter((_, index) => tuples.some((tuple) => tuple[index] !== ""));
  return used.length === 0 ? keys : used;
}
function itemOf(items2, keys, tuple) {
  const known2 = keys.filter((_, index) => tuple[index] !== "");
  const asked = known2.length === 0 ? keys : known2;
  return items2.find(
    (item) => has(
      item,
      asked,
      asked.map((key) => tuple[keys.indexOf(key)] ?? "")
    )
  );
}
function has(item, keys, values) {
  if (keys.length === 0) return false;
  return keys.every((key, index) => {
    const node = below(item, key);
    return node !== void 0 && (values[index] === "" || scalarText(node) === values[index]);
  });
}
function put(items2, item, keys, values) {
  let found = false;
  const result = items2.map((one2) => {
    if (!has(one2, keys, values)) return one2;
    found = true;
    return item;
  });
  return found ? result : [...result, item];
}

// src/parse/kubernetes/kustomize/strategic-merge.ts
function mergePatch(target, patch, schema, building) {
  spend(building.work, 1);
  const leading = isMissing(target) ? patch : target;
  const kind = isMissing(leading) ? "map" : leading.kind;
  if (!isMissing(target) && !isMissing(patch) && patch.kind !== kind) {
    refuse(building, patch.at, "patch", `a ${kind} is patched with a ${patch.kind}`);
    return target;
  }
  if (kind === "map")
    return mergeMaps(target, patch, schema, building);
  if (kind === "list" && schema?.keys !== void 0)
    return mergeKeyedLists(target, patch, schema, building);
  return target && patch && target.kind === "scalar" && equal(target, patch) ? target : patch ?? target;
}
function mergeMaps(target, patch, schema, building) {
  const start = startOf(target, patch, building);
  if (start?.kind !== "map") return start;
  const into = start;
  const fields = /* @__PURE__ */ new Set([...into.entries.keys(), ...patch?.kind === "map" ? patch.entries.keys() : []]);
  for (const field3 of [...fields].sort()) {
    const own = into.entries.get(field3);
    const changed2 = patch?.kind === "map" ? patch.entries.get(field3) : void 0;
    const merged = mergePatch(own?.node, changed2?.node, fieldSchema(schema, field3), building);
    if (merged === void 0 || isNull(merged) && !(own?.node === merged && changed2 === void 0))
      into.entries.delete(field3);
    else setEntry(into, field3, merged, own?.keyAt ?? changed2?.keyAt ?? into.at);
  }
  return into;
}
function startOf(target, patch, building) {
  const written = target && target.at.end > target.at.start ? target : void 0;
  if (isMissing(target)) {
    if (patch === void 0) return written;
    return isNull(patch) || takeDirective(patch, building) === "delete" ? void 0 : patch;
  }
  if (isNull(patch)) return void 0;
  const directive = patch === void 0 ? "merge" : takeDirective(patch, building);
  return directive === "delete" ? void 0 : directive === "replace" ? patch : target;
}
function mergeKeyedLists(target, patch, schema, building) {
  if (isNull(patch)) return void 0;
  let into = target;
  if (isMissing(target)) into = patch;
  else if (patch) {
    const directive = takeListDirective(patch, building);
    if (directive === "delete") return void 0;
    if (directive === "replace") into = patch;
  }
  if (into?.kind !== "list") return into;
  const merge2 = (one2, other) => mergePatch(one2, other, schema.items, building);
  const merged = mergeLists(
    into.items,
    patch?.kind === "list" ? patch.items : [],
    schema.keys ?? [],
    merge2,
    building.work
  );
  into.items = [...merged];
  return into;
}
function takeDirective(patch, building) {
  const node = below(patch, "$patch");
  if (node === void 0 || patch.kind !== "map") return "merge";
  const directive = directiveOf(node, building);
  patch.entries.delete("$patch");
  return directive;
}
function takeListDirective(patch, building) {
  const item = patch.items.find((one2) => below(one2, "$patch") !== void 0);
  if (item?.kind !== "map" || item.entries.size > 1) return "merge";
  const node = below(item, "$patch");
  const directive = node ? directiveOf(node, building) : "merge";
  patch.items = patch.items.filter((one2) => one2 !== item);
  return directive;
}
function directiveOf(node, building) {
  const text = scalarText(node);
  if (text === "merge" || text === "replace" || text === "delete") return text;
  refuse(building, node.at, "patch", `$patch is delete, replace or merge, not ${text}`);
  return "merge";
}

// src/parse/kubernetes/kustomize/patches.ts
function strategicMergePatches(kustomization, gathered, building) {
  for (const entry of items(child(kustomization.node, "patchesStrategicMerge"))) {
    if (entry.kind !== "scalar" || entry.text === null) continue;
    const inline = innerText(entry, building.read(kustomization.path));
    const isInline = entry.text.includes("\n") || entry.text.trim().startsWith("{");
    const patch = isInline ? contentOf(inline.source, inline.relocate) : fileContent(kustomization, entry, building);
    if (patch?.merges) for (const one2 of patch.merges) mergeByName(one2, gathered, { at: entry.at }, building);
    else if (patch) refuse(building, entry.at, "patch", "it is no strategic merge patch");
  }
}
function patches(kustomization, gathered, building) {
  for (const entry of items(child(kustomization.node, "patches"))) {
    const patch = patchOf(entry, kustomization, building);
    if (!patch) continue;
    const target = child(entry, "target");
    const selector = selectorOf(target);
    const isOn2 = (key) => textOf(child(child(entry, "options"), key)) === "true";
    const options = { at: entry.at, rename: isOn2("allowNameChange"), retype: isOn2("allowKindChange") };
    const noteIfNone = (matched) => {
      if (!matched) noteTarget(target, kustomization, building);
    };
    if (target && !selector) building.notEvaluated.push({ setting: "patches", at: target.at });
    else if (patch.operations) noteIfNone(operate(patch.operations, selector, true, gathered, entry.at, building));
    else if (patch.merges && selector) noteIfNone(mergeByTarget(patch.merges, selector, gathered, options, building));
    else for (const one2 of patch.merges ?? []) mergeByName(one2, gathered, options, building);
  }
}
function jsonPatches(kustomization, gathered, building) {
  for (const entry of items(child(kustomization.node, "patchesJson6902"))) {
    const patch = patchOf(entry, kustomization, building);
    const target = child(entry, "target");
    const selector = selectorOf(target);
    if (!patch) continue;
    if (target && !selector) building.notEvaluated.push({ setting: "patchesJson6902", at: target.at });
    else if (!patch.operations) refuse(building, entry.at, "patch", "it is no JSON patch");
    else if (textOf(child(target, "name")) === void 0) refuse(building, entry.at, "patch", "the target has no name");
    else if (!operate(patch.operations, selector, false, gathered, entry.at, building))
      noteTarget(target, kustomization, building);
  }
}
function noteTarget(target, { kind }, building) {
  const name = textOf(child(target, "name"));
  if (!target || !name || kind === "Component") return;
  const namespace = textOf(child(target, "namespace"));
  const what = `${textOf(child(target, "kind")) ?? "the object"} ${name}${namespace ? ` in the namespace ${namespace}` : ""}`;
  noteUnmatched(building, target.at, what);
}
function mergeByName(patch, gathered, options, building) {
  spend(building.work, gathered.resources.length);
  const node = copyOf(patch, building);
  const id = currentId(resourceOf(node));
  const key = keyOfId(id);
  const found = gathered.resources.filter((one2) => one2.node && allIds(one2).some((other) => keyOfId(other) === key));
  const [resource] = found;
  if (resource && found.length === 1) merge(resource, node, options, building);
  else {
    const count2 = found.length === 0 ? "there is no" : "there are several objects";
    const others = gathered.resources.filter((one2) => currentId(one2).kind === id.kind && currentId(one2).name === id.name);
    const elsewhere2 = found.length === 0 ? others.map((one2) => effectiveNamespace(currentId(one2)))[0] : void 0;
    const where = elsewhere2 === void 0 ? "" : ` in the namespace ${effectiveNamespace(id)}, only in ${elsewhere2}`;
    refuse(building, patch.relocate(patch.node.at), "patch-target", `${count2} ${id.kind} ${id.name} to patch${where}`);
    const [meant] = others.filter((one2) => one2.node !== void 0);
    if (meant && others.length === 1) merge(meant, node, options, building);
  }
}
function mergeByTarget(all, selector, gathered, options, building) {
  const [patch, second] = all;
  if (second) refuse(building, options.at, "patch", "several patches in one entry cannot have a target");
  if (!patch || second) return true;
  spend(building.work, gathered.resources.length);
  let matched = false;
  for (const resource of gathered.resources) {
    if (!resource.node || !targets(selector, resource)) continue;
    matched = true;
    const node = copyOf(patch, building);
    const version = below(resource.node, "apiVersion");
    if (version) setEntry(node, "apiVersion", version, version.at);
    merge(resource, node, options, building);
  }
  checkNames(gathered, options.at, building);
  return matched;
}
function checkNames(gathered, at2, building) {
  const there = gathered.resources.filter((one2) => one2.node !== void 0);
  if (idsIn({ ...gathered, resources: there }, building).size < there.length)
    refuse(building, at2, "conflict", "after it two objects are called the same");
}
function copyOf({ node, relocate }, building) {
  const copy = editableCopy(node, building.work, relocate);
  return copy.kind === "map" ? copy : mapNode(copy.at);
}
function merge(resource, patch, options, building) {
  const { node } = resource;
  if (!node) return;
  const before = { kind: below(node, "kind"), name: below(below(node, "metadata"), "name") };
  const namespace = below(below(node, "metadata"), "namespace");
  if (options.rename || options.retype) rememberId(resource);
  const { apiVersion, kind } = typeOf(node);
  const merged = mergePatch(node, patch, mergeSchemaOf(apiVersion, kind), building);
  resource.node = merged?.kind === "map" && merged.entries.size > 0 ? merged : void 0;
  if (!resource.node) return;
  if (!options.retype && before.kind) setEntry(resource.node, "kind", before.kind, before.kind.at);
  const metadata = below(resource.node, "metadata");
  if (metadata?.kind !== "map") return;
  if (!options.rename && before.name) setEntry(metadata, "name", before.name, before.name.at);
  if (isMissing(namespace)) metadata.entries.delete("namespace");
  else setEntry(metadata, "namespace", namespace, namespace.at);
}
function typeOf(node) {
  const { group, version, kind } = currentId(resourceOf(node));
  return { apiVersion: group === "" ? version : `${group}/${version}`, kind };
}
function operate(operations, selector, remember, gathered, at2, building) {
  if (!selector) {
    refuse(building, at2, "patch", "a JSON patch needs a target");
    return true;
  }
  spend(building.work, gathered.resources.length);
  let matched = false;
  for (const resource of gathered.resources) {
    if (!resource.node || !targets(selector, resource)) continue;
    matched = true;
    if (remember) rememberId(resource);
    const metadata = below(resource.node, "metadata");
    if (hasNotes(resource) && metadata?.kind === "map" && isMissing(below(metadata, "annotations")))
      setEntry(metadata, "annotations", mapNode(at2), at2);
    spend(building.work, operations.length);
    resource.node = applyOperations(resource.node, operations, building);
    dropEmptyAnnotations(resource.node);
  }
  return matched;
}
function dropEmptyAnnotations(node) {
  const metadata = below(node, "metadata");
  const annotations = below(metadata, "annotations");
  if (metadata?.kind === "map" && annotations?.kind === "map" && annotations.entries.size === 0)
    metadata.entries.delete("annotations");
}

// src/parse/kubernetes/kustomize/reference-fields.ts

var POD_SPECS = {
  Pod: "spec",
  PodTemplate: "template/spec",
  CronJob: "spec/jobTemplate/spec/template/spec"
};

var CONTROLLERS2 = ["Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job", "CronJob"];
var DATA_USERS = ["Pod", "PodTemplate", ...CONTROLLERS2];
var OTHER_USERS = ["Pod", "StatefulSet", "Deployment", "ReplicationController", "CronJob", "Job", "DaemonSet"];

var ROLES = [{ kind: "Role" }, { kind: "ClusterRole" }];
var INGRESS = { kind: "Ingress" };
var RBAC = "rbac.authorization.k8s.io";
var ADMISSION = "admissionregistration.k8s.io";
var CONFIG_MAP_FIELDS = [
  ...inPods(DATA_USERS, [
    "volumes/configMap/name",
    ...inContainers("env/valueFrom/configMapKeyRef/name"),
    ...inContainers("envFrom/configMapRef/name"),
    "volumes/projected/sources/configMap/name"
  ]),
  at("spec/configSource/configMap", { kind: "Node" }),
  ...ROLES.map((of) => at("rules/resourceNames", of)),
  at("metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap", INGRESS)
];
var SECRET_FIELDS = [
  ...inPods(DATA_USERS, [
    "volumes/secret/secretName",
    ...inContainers("env/valueFrom/secretKeyRef/name"),
    ...inContainers("envFrom/secretRef/name"),
    "imagePullSecrets/name",
    "volumes/projected/sources/secret/name"
  ]),
  at("spec/tls/secretName", INGRESS),
  at("metadata/annotations/ingress.kubernetes.io\\/auth-secret", INGRESS),
  at("metadata/annotations/nginx.ingress.kubernetes.io\\/auth-secret", INGRESS),
  at("metadata/annotations/nginx.ingress.kubernetes.io\\/auth-tls-secret", INGRESS),
  at("imagePullSecrets/name", { kind: "ServiceAccount" }),
  ...["secretName", "adminSecretName", "userSecretName", "secretRef"].map(
    (name) => at(`parameters/${name}`, { kind: "StorageClass" })
  ),
  ...ROLES.map((of) => at("rules/resourceNames", of)),
  at("spec/template/spec/containers/env/valueFrom/secretKeyRef/name", {
    group: "serving.knative.dev",
    version: "v1",
    kind: "Service"
  }),
  at("spec/azureFile/secretName", { kind: "PersistentVolume" })
];
var SERVICE_FIELDS = [
  at("spec/serviceName", { group: "apps", kind: "StatefulSet" }),
  at("spec/rules/http/paths/backend/serviceName", INGRESS),
  at("spec/backend/serviceName", INGRESS),
  at("spec/rules/http/paths/backend/service/name", INGRESS),
  at("spec/defaultBackend/service/name", INGRESS),
  at("spec/service/name", { group: "apiregistration.k8s.io", kind: "APIService" }),
  ...["Validating", "Mutating"].map(
    (name) => at("webhooks/clientConfig/service", { group: ADMISSION, kind: `${name}WebhookConfiguration` })
  )
];
var scaled = [at("spec/scaleTargetRef/name", { kind: "HorizontalPodAutoscaler" })];
var bound = (...kinds) => kinds.map((kind) => ({ group: RBAC, kind }));
var REFERENCES = [
  {
    group: "storage.k8s.io",
    version: "v1",
    kind: "StorageClass",
    fields: [
      at("spec/storageClassName", { kind: "PersistentVolume" }),
      at("spec/storageClassName", { kind: "PersistentVolumeClaim" }),
      at("spec/volumeClaimTemplates/spec/storageClassName", { kind: "StatefulSet" })
    ]
  },
  {
    version: "v1",
    kind: "ServiceAccount",
    fields: [
      ...bound("RoleBinding", "ClusterRoleBinding").map((of) => at("subjects", of)),
      ...inPods(OTHER_USERS, ["serviceAccountName"])
    ]
  },
  { group: RBAC, kind: "Role", fields: bound("RoleBinding").map((of) => at("roleRef/name", of)) },
  {
    group: RBAC,
    kind: "ClusterRole",
    fields: bound("RoleBinding", "ClusterRoleBinding").map((of) => at("roleRef/name", of))
  },
  { version: "v1", kind: "ConfigMap", fields: CONFIG_MAP_FIELDS },
  { version: "v1", kind: "Secret", fields: SECRET_FIELDS },
  { version: "v1", kind: "Service", fields: SERVICE_FIELDS },
  {
    group: "scheduling.k8s.io",
    version: "v1",
    kind: "PriorityClass",
    fields: inPods(OTHER_USERS, ["priorityClassName"])
  },
  {
    version: "v1",
    kind: "PersistentVolume",
    fields: [
      at("spec/volumeName", { kind: "PersistentVolumeClaim" }),
      at("rules/resourceNames", { kind: "ClusterRole" })
    ]
  },
  {
    version: "v1",
    kind: "PersistentVolumeClaim",
    fields: inPods(OTHER_USERS, ["volumes/persistentVolumeClaim/claimName"])
  },
  ...["Deployment", "StatefulSet", "ReplicaSet", "ReplicationController"].map((kind) => ({ kind, fields: scaled })),
  {
    group: ADMISSION,
    kind: "ValidatingAdmissionPolicy",
    fields: [at("spec/policyName", { group: ADMISSION, kind: "ValidatingAdmissionPolicyBinding" })]
  }
];

// src/parse/kubernetes/kustomize/references.ts
function followNames(gathered, building) {
  const renamed = /* @__PURE__ */ new Map();
  for (const resource of gathered.resources) {
    for (const name of new Set(resource.earlier.map((id) => id.name))) {
      const known2 = renamed.get(name);
      if (known2) known2.push(resource);
      else renamed.set(name, [resource]);
    }
  }
  if (renamed.size === 0) return;
  for (const referrer of gathered.resources) {
    const first = originalId(referrer);
    for (const references of REFERENCES) {
      for (const field3 of references.fields) {
        if (isFieldOfId(field3, first)) followField({ referrer, references, field: field3, renamed, building });
      }
    }
  }
}
function isFieldOfId({ group, version, kind }, id) {
  return (kind === void 0 || kind === id.kind) && (group === void 0 || group === id.group) && (version === void 0 || version === id.version);
}
function followField(following) {
  const { referrer, field: field3, building } = following;
  if (!referrer.node) return;
  const visit = (node) => {
    for (const one2 of node.kind === "list" ? node.items : [node]) {
      if (one2.kind === "map") followMap(one2, following);
      else if (one2.kind === "scalar" && !isNull(one2)) followText(one2, following);
    }
  };
  visitOne(referrer.node, field3, { at: referrer.node.at, visit }, building);
}
function followText(node, following) {
  const found = referral(scalarText(node), void 0, false, node.at, following);
  if (found) node.text = currentId(found).name;
}
function followMap(node, following) {
  const name = below(node, "name");
  if (name === void 0) {
    refuse(following.building, node.at, "reference", "something is named here without a name");
    return;
  }
  const namespace = below(node, "namespace");
  const found = referral(scalarText(name), namespace && scalarText(namespace), true, node.at, following);
  if (!found) return;
  const id = currentId(found);
  setEntry(node, "name", textNode(id.name, name.at), name.at);
  if (id.namespace !== "") setEntry(node, "namespace", textNode(id.namespace, namespace?.at ?? name.at), name.at);
}
function referral(name, namespace, withNamespace, at2, following) {
  const { referrer, renamed, building } = following;
  const known2 = renamed.get(name) ?? [];
  spend(building.work, known2.length);
  const reachable = known2.filter((one2) => isReachable(one2, referrer) && isMeant(one2, following));
  const inPlace = namespace === void 0 ? reachable : inNamespace(reachable, namespace);
  const candidates = inPlace.filter((one2) => isNear(one2, referrer));
  if (candidates.length === 1) return candidates[0];
  const loose = candidates.filter((one2) => isOfSameNames(one2, referrer, true));
  const strict = loose.length > 1 ? loose.filter((one2) => isOfSameNames(one2, referrer, false)) : loose;
  const names = new Set(strict.map((one2) => nameOf(one2, withNamespace)));
  if (names.size > 1) refuse(building, at2, "reference", `${name} may mean several objects`);
  return names.size > 1 ? void 0 : strict[0];
}
function nameOf(resource, withNamespace) {
  const { name, namespace } = currentId(resource);
  return withNamespace ? `${name}
${namespace}` : name;
}
function isReachable(target, referrer) {
  const own = effectiveNamespace(currentId(referrer));
  const other = effectiveNamespace(currentId(target));
  if (own === OUTSIDE || other === OUTSIDE || own === other) return true;
  if (currentId(referrer).kind !== "RoleBinding") return false;
  return editableItems(below(referrer.node, "subjects")).some(
    (subject) => scalarText(below(subject, "kind")) === "ServiceAccount" && scalarText(below(subject, "namespace")) === currentId(target).namespace
  );
}
function isNear(target, referrer) {
  const own = effectiveNamespace(currentId(referrer));
  const other = effectiveNamespace(currentId(target));
  return own === OUTSIDE || other === OUTSIDE || currentId(target).kind === "ServiceAccount" || own === other;
}
function isMeant(target, { references, field: field3, referrer }) {
  const ids = earlierIds(target);
  const { group, version, kind } = references;
  const isOfKind2 = ids.some(
    (id) => id.kind === kind && (group === void 0 || id.group === group) && (version === void 0 || id.version === version)
  );
  if (!isOfKind2 || field3.path[0] !== "roleRef") return isOfKind2;
  const role = below(referrer.node, "roleRef");
  const wanted = { group: below(role, "apiGroup"), kind: below(role, "kind") };
  if (!wanted.group || !wanted.kind) return true;
  return ids.some((id) => id.group === scalarText(wanted.group) && id.kind === scalarText(wanted.kind));
}
function inNamespace(resources, namespace) {
  const before = resources.filter((one2) => effectiveNamespace(originalId(one2)) === namespace);
  return before.length > 0 ? before : resources.filter((one2) => effectiveNamespace(currentId(one2)) === namespace);
}
function isOfSameNames(one2, other, loosely) {
  const agree2 = (own, theirs) => {
    if (own.length === 0 || theirs.length === 0) return loosely || own.length === theirs.length;
    const length = Math.min(own.length, theirs.length);
    return own.slice(-length).join("\n") === theirs.slice(-length).join("\n");
  };
  return agree2(one2.prefixes, other.prefixes) && agree2(one2.suffixes, other.suffixes);
}

// src/parse/kubernetes/kustomize/dotted-paths.ts
function splitPath2(path) {
  const parts = [];
  let open;
  for (const part of path.split(/(?<!\\)\./).map((one2) => one2.replaceAll("\\.", "."))) {
    const whole = open === void 0 ? part : `${open}.${part}`;
    if (whole.startsWith("[") && !whole.endsWith("]")) open = whole;
    else {
      open = void 0;
      parts.push(whole.startsWith("[") && !whole.includes("=") ? whole.slice(1, -1) : whole);
    }
  }
  return open === void 0 ? parts : [...parts, open];
}
function placesOf(root, path, make, at2) {
  let places = [{ node: root, put: () => void 0, made: false }];
  for (const [index, part] of path.entries()) {
    const next = [];
    const kind = make && kindFor(path[index + 1], make);
    for (const place of places) {
      if (place.node.kind === "scalar" && !isNull(place.node) && index > 0) return "text";
      next.push(...stepsFrom(place, part, kind, at2));
    }
    places = next;
    if (places.length === 0) return "none";
  }
  return places;
}
function kindFor(next, last) {
  if (next === void 0) return last;
  return /^\d+$|^\[.*\]$/.test(next) ? "list" : "map";
}
function emptyNode(kind, at2) {
  if (kind === "map") return mapNode(at2);
  return kind === "list" ? { kind, at: at2, items: [] } : textNode("", at2);
}
function stepsFrom(place, part, make, at2) {
  const { node } = place;
  if (node.kind === "list") return stepsIntoList(node, part, make, at2);
  if (node.kind !== "map" || /^\d+$|^\[.*=.*\]$/.test(part) || part === "*") return [];
  const own = node.entries.get(part);
  if (own) return [{ node: own.node, put: (value) => own.node = value, made: false }];
  if (!make) return [];
  const entry = { keyAt: at2, node: emptyNode(make, at2) };
  node.entries.set(part, entry);
  return [{ node: entry.node, put: (value) => entry.node = value, made: true }];
}
function stepsIntoList(list, part, make, at2) {
  const place = (index, made2 = false) => {
    const node = list.items[index];
    return node ? [{ node, put: (value2) => list.items[index] = value2, made: made2 }] : [];
  };
  if (part === "*") return list.items.flatMap((_, index) => place(index));
  if (/^\d+$/.test(part)) {
    const index = Number(part);
    if (make === void 0 || index !== list.items.length) return place(index);
    list.items.push(emptyNode(make, at2));
    return place(index, true);
  }
  const [, key = "", value = ""] = /^\[([^=]*)=(.*)\]$/s.exec(part) ?? [];
  const pattern = part.startsWith("[") ? compilePattern(value) : void 0;
  if (!pattern) return [];
  const found = list.items.flatMap((item, index) => fits(item, key, pattern) ? place(index) : []);
  if (found.length > 0 || make === void 0) return found;
  const made = key === "" ? textNode(value, at2) : mapNode(at2);
  if (made.kind === "map") made.entries.set(key, { keyAt: at2, node: textNode(value, at2) });
  list.items.push(made);
  return place(list.items.length - 1, true);
}
function fits(item, key, pattern) {
  if (key === "") return item.kind === "scalar" && pattern(scalarText(item));
  const node = item.kind === "map" ? item.entries.get(key)?.node : void 0;
  return node?.kind === "scalar" && pattern(scalarText(node));
}

// src/parse/kubernetes/kustomize/replacements.ts
function replaceValues(kustomization, gathered, building) {
  for (const entry of items(child(kustomization.node, "replacements"))) {
    for (const one2 of replacementsOf(entry, kustomization, building)) replaceOne(one2, gathered, building);
  }
}
function replacementsOf(entry, kustomization, building) {
  const path = child(entry, "path");
  const name = textOf(path);
  if (path === void 0 || name === void 0 || name === "") return [entry];
  const source = readBelow(kustomization, name, path.at, building);
  if (!source) return [];
  const { documents, problems } = building.parse(source);
  building.problems.push(...problems);
  const root = documents[0]?.root;
  return root?.kind === "list" ? root.items : root ? [root] : [];
}
function replaceOne(replacement, gathered, building) {
  const targets2 = child(replacement, "targets");
  const value = replacementValue(replacement, gathered, building);
  if (!value) return;
  if (!targets2) refuse(building, replacement.at, "replacement", "a replacement needs a target");
  for (const target of items(targets2)) writeTo(target, value, gathered, building);
}
function replacementValue(replacement, gathered, building) {
  const source = child(replacement, "source");
  const given = child(replacement, "sourceValue");
  const wrong = (message) => {
    refuse(building, (source ?? replacement).at, "replacement", message);
    return void 0;
  };
  if (source === void 0 === (given === void 0)) return wrong("a replacement has either a source or a value");
  if (given) return textNode(textOf(given) ?? "", given.at);
  spend(building.work, gathered.resources.length);
  const found = gathered.resources.filter((one2) => source && allIds(one2).some((id) => isSelected(id, source)));
  const [resource] = found;
  if (!resource?.node || found.length > 1) return wrong(`the source is ${found.length} objects, and has to be one`);
  const places = placesOf(
    resource.node,
    splitPath2(textOf(child(source, "fieldPath")) ?? "metadata.name"),
    void 0,
    resource.node.at
  );
  if (places === "text") building.notEvaluated.push({ setting: "replacements", at: replacement.at });
  const [place] = typeof places === "string" ? [] : places;
  if (!place || isMissing(place.node))
    return places === "text" ? void 0 : wrong("the field of the source is not there");
  return partOf(place.node, child(source, "options"), wrong);
}
function isSelected(id, selector) {
  const asked = (key) => {
    const text = textOf(child(selector, key)) ?? "";
    return text === "" || text === id[key];
  };
  const namespace = textOf(child(selector, "namespace")) ?? "";
  return asked("group") && asked("version") && asked("kind") && asked("name") && (namespace === "" || effectiveNamespace(id) === namespace);
}
function partOf(node, options, wrong) {
  const delimiter = textOf(child(options, "delimiter")) ?? "";
  if (delimiter === "") return node;
  const part = scalarText(node).split(delimiter)[Number(textOf(child(options, "index")) ?? 0)];
  if (node.kind !== "scalar") return wrong("only a text can be taken apart");
  return part === void 0 ? wrong("the source has no such part") : { ...node, text: part };
}
function writeTo(target, value, gathered, building) {
  const selector = selectorOf(child(target, "select"));
  if (!selector) {
    if (child(target, "select")) building.notEvaluated.push({ setting: "replacements", at: target.at });
    else refuse(building, target.at, "replacement", "a target needs a selector");
    return;
  }
  const rejected = items(child(target, "reject")).flatMap((node) => selectorOf(node) ?? []);
  const named = namesIn(target, "fieldPaths").map(({ text }) => text);
  const paths = named.length > 0 ? named : ["metadata.name"];
  spend(building.work, gathered.resources.length);
  for (const resource of gathered.resources) {
    if (!selects2(selector, resource) || rejected.some((one2) => rejects(one2, resource))) continue;
    for (const path of paths) writeField(resource, path, value, target, building);
  }
}
function writeField(resource, path, value, target, building) {
  if (!resource.node) return;
  const options = child(target, "options");
  const make = textOf(child(options, "create")) === "true" ? value.kind : void 0;
  const places = placesOf(resource.node, splitPath2(path), make, target.at);
  if (places === "text") building.notEvaluated.push({ setting: "replacements", at: target.at });
  else if (places === "none") refuse(building, target.at, "replacement", `there is no ${path} in a target`);
  else {
    for (const place of places) {
      if (place.node.kind === "scalar" && value.kind === "scalar") writeScalar(place.node, place.made, value, options);
      else place.put(editableCopy(value, building.work));
    }
  }
}
function writeScalar(node, made, value, options) {
  const delimiter = textOf(child(options, "delimiter")) ?? "";
  const index = Number(textOf(child(options, "index")) ?? 0);
  const text = value.text ?? "";
  if (delimiter === "") node.text = text;
  else {
    const parts = scalarText(node).split(delimiter);
    if (index < 0) parts.unshift(text);
    else if (index >= parts.length) parts.push(text);
    else parts[index] = text;
    node.text = parts.join(delimiter);
  }
  if (made) node.type = value.type;
  node.at = value.at;
}

// src/parse/kubernetes/kustomize/variables.ts
function declareVariables(kustomization, gathered, building) {
  for (const entry of items(child(kustomization, "vars"))) {
    const name = textOf(child(entry, "name")) ?? "";
    const fieldPath = textOf(child(child(entry, "fieldref"), "fieldPath")) ?? "";
    const object2 = child(entry, "objref");
    spend(building.work, gathered.resources.length);
    const found = gathered.resources.filter((one2) => allIds(one2).some((id) => isObject(id, object2)));
    if (found.length > 1) refuse(building, entry.at, "variable", `${name} may mean several objects`);
    else found[0]?.variables.add(name);
    const variable = { name, fieldPath: fieldPath === "" ? "metadata.name" : fieldPath, at: entry.at };
    if (gathered.variables.has(name)) refuse(building, entry.at, "variable", `${name} is declared twice`);
    gathered.variables.set(name, variable);
  }
}
function isObject(id, object2) {
  const text = (key) => textOf(child(object2, key)) ?? "";
  const [group = "", version = ""] = text("apiVersion").includes("/") ? text("apiVersion").split("/") : ["", text("apiVersion")];
  return id.kind === text("kind") && id.name === text("name") && id.group === (group || text("group")) && id.version === (version || text("version")) && (text("namespace") === "" || effectiveNamespace(id) === text("namespace"));
}
function resolveVariables(gathered, building) {
  const values = /* @__PURE__ */ new Map();
  for (const variable of gathered.variables.values()) {
    const value = variableValue(variable, gathered);
    if (value) values.set(variable.name, value);
    else refuse(building, variable.at, "variable", `${variable.name} has no value`);
  }
  if (values.size === 0) return;
  const visit = (node) => {
    if (node.kind === "scalar") fill(node, values);
    else if (node.kind === "list") {
      for (const item of node.items) if (item.kind === "scalar") fill(item, values);
    }
    if (node.kind === "map") {
      for (const { node: value } of node.entries.values()) if (value.kind === "scalar") fill(value, values);
    }
  };
  for (const field3 of FIELDS) visitEverywhere(gathered, field3, { at: { path: "", start: 0, end: 0 }, visit }, building);
}
function variableValue(variable, gathered) {
  const resource = gathered.resources.find((one2) => one2.variables.has(variable.name));
  if (!resource?.node) return void 0;
  const path = splitPath2(variable.fieldPath).flatMap((part) => {
    const [, name = "", index = ""] = /^(.+)\[(\d+)\]$/.exec(part) ?? [];
    return name === "" ? [part] : [name, index];
  });
  const places = placesOf(resource.node, path, void 0, variable.at);
  const node = typeof places === "string" ? void 0 : places[0]?.node;
  return node?.kind === "scalar" ? node : void 0;
}
function fill(node, values) {
  const { text } = node;
  if (node.type !== "string" || text === null || !text.includes("$")) return;
  const whole = /^\$\(([^)]*)\)$/.exec(text)?.[1];
  const value = whole === void 0 ? void 0 : values.get(whole);
  if (value) {
    node.text = value.text;
    node.type = value.type;
    return;
  }
  node.text = text.replace(/\$\$|\$\(([^)]*)\)/g, (written, name) => {
    if (name === void 0) return "$";
    return values.get(name)?.text ?? written;
  });
}
var POD_SPECS2 = { Pod: "spec", CronJob: "spec/jobTemplate/spec/template/spec" };
var IN_PODS = ["containers", "initContainers"].flatMap(
  (list) => ["args", "command", "env/value", "volumeMounts/mountPath"].map((path) => `${list}/${path}`)
);

var FIELDS = [
  ...["CronJob", "DaemonSet", "Deployment", "Job", "Pod", "ReplicaSet", "StatefulSet"].flatMap(
    (kind) => IN_PODS.map((path) => field2(`${POD_SPECS2[kind] ?? "spec/template/spec"}/${path}`, kind))
  ),
  ...["DaemonSet", "Deployment", "Job", "ReplicaSet"].map((kind) => field2("spec/template/spec/volumes/nfs/server", kind)),
  field2("spec/volumes/nfs/server", "Pod"),
  field2("spec/template/metadata/annotations", "Deployment"),
  ...["spec/rules/host", "spec/tls/hosts", "spec/tls/secretName"].map((path) => field2(path, "Ingress")),
  ...["spec/ports/port", "spec/ports/targetPort"].map((path) => field2(path, "Service")),
  field2("spec/nfs/server", "PersistentVolume"),
  field2("metadata/labels"),
  field2("metadata/annotations")
];

// src/parse/kubernetes/kustomize/build.ts
var MAX_DEPTH = 50;
var MAX_WORK = 2e7;
var PER_KUSTOMIZATION = 5e3;
function buildKustomization(directory, files) {
  const kustomization = readKustomization(directory, files.read);
  if (!kustomization) return void 0;
  const building = {
    read: files.read,
    exists: files.exists,
    parse: files.parse ?? parseYaml,
    work: { left: MAX_WORK },
    files: /* @__PURE__ */ new Set(),
    problems: [],
    unmatched: [],
    missing: [],
    notEvaluated: []
  };
  const gathered = { resources: [], variables: /* @__PURE__ */ new Map() };
  try {
    gather(kustomization, gathered, [], building);
    finish(gathered, building);
  } catch (thrown) {
    if (thrown !== TOO_MUCH) throw thrown;
    building.notEvaluated.push({ setting: "resources", at: kustomization.node.at });
  }
  const { problems, unmatched, missing, notEvaluated } = building;
  const objects = objectsOf(gathered, building);
  return { objects, files: [...building.files], problems, unmatched, missing, notEvaluated };
}
function finish(gathered, building) {
  for (const resource of gathered.resources) {
    const { node, hashed } = resource;
    if (node && hashed) rename(resource, (name) => `${name}-${contentHash(node)}`);
  }
  followNames(gathered, building);
  resolveVariables(gathered, building);
}
var LOCAL = "config.kubernetes.io/local-config";
function objectsOf(gathered, building) {
  return gathered.resources.flatMap(({ node }) => {
    if (!node || isLocal(node)) return [];
    const object2 = objectOf(node);
    if (!object2) refuse(building, node.at, "object", "it has no apiVersion");
    return object2 ? [object2] : [];
  });
}
function isLocal(node) {
  const mark = below(below(below(node, "metadata"), "annotations"), LOCAL);
  return mark !== void 0 && scalarText(mark) !== "false";
}
function gather(kustomization, gathered, above, building) {
  const { node, path } = kustomization;
  spend(building.work, PER_KUSTOMIZATION);
  building.files.add(path);
  building.problems.push(...kustomization.problems);
  for (const { at: at2, code, message } of checkKustomization(kustomization)) refuse(building, at2, code, message);
  building.notEvaluated.push(...unevaluatedSettings(kustomization));
  gatherResources(kustomization, gathered, above, building);
  generate(kustomization, gathered, building);
  for (const { text, at: at2 } of namesIn(node, "components")) {
    const component = folderOf(kustomization, text, at2, "Component", above, building);
    if (component) gather(component, gathered, [...above, kustomization.directory], building);
  }
  transform(kustomization, gathered, building);
  declareVariables(node, gathered, building);
}
function transform(kustomization, gathered, building) {
  const { node } = kustomization;
  strategicMergePatches(kustomization, gathered, building);
  dropDeleted(gathered);
  patches(kustomization, gathered, building);
  dropDeleted(gathered);
  setNamespace(node, gathered, building);
  addToNames(node, gathered);
  addLabels(node, gathered, building);
  jsonPatches(kustomization, gathered, building);
  setReplicas(node, gathered, building);
  setImages(node, gathered, building);
  replaceValues(kustomization, gathered, building);
}
function gatherResources(kustomization, gathered, above, building) {
  const there = idsIn(gathered, building);
  for (const { text, at: at2 } of namesIn(kustomization.node, "resources", "bases")) {
    const path = joinPath(kustomization.directory, text);
    if (!isRemote(text) && building.read(path)) {
      append(gathered, resourcesIn(kustomization, text, at2, building), there, at2, building);
      continue;
    }
    const base = folderOf(kustomization, text, at2, "Kustomization", above, building);
    if (!base) continue;
    const inner = { resources: [], variables: /* @__PURE__ */ new Map() };
    gather(base, inner, [...above, kustomization.directory], building);
    append(gathered, inner.resources, there, at2, building);
    for (const [name, variable] of inner.variables) {
      if (gathered.variables.has(name)) refuse(building, variable.at, "variable", `${name} is declared twice`);
      gathered.variables.set(name, variable);
    }
  }
}
function resourcesIn(kustomization, name, at2, building) {
  const source = readBelow(kustomization, name, at2, building);
  if (!source) return [];
  const { documents, problems } = building.parse(source);
  building.problems.push(...problems, ...documents.flatMap(({ root }) => noMapping(root)));
  return documents.flatMap(({ root }) => {
    if (!root) return [];
    const objects = objectsIn(root);
    if (!objects) refuse(building, root.at, "object", "something in it has no kind or no name");
    return (objects ?? []).map((node) => resourceOf(editableCopy(node, building.work)));
  });
}
function folderOf({ directory }, name, at2, kind, above, building) {
  const path = joinPath(directory, name);
  const isElsewhere = isRemote(name) || name.startsWith("/");
  const found = isElsewhere ? void 0 : readKustomization(path, building.read);
  if (!found) {
    building.missing.push({ path: isElsewhere ? name : path, at: at2 });
  } else if ([...above, directory].some((one2) => isWithin(path, one2)) || above.length >= MAX_DEPTH) {
    refuse(building, at2, "cycle", `${name} leads back to where it is named`);
  } else if (found.kind !== kind) {
    refuse(building, at2, "kustomization", `${name} is a ${found.kind}, where a ${kind} is wanted`);
  } else return found;
  return void 0;
}

// src/parse/kubernetes/kustomize/uses.ts
function usesOf({ directory, node }) {
  const own = (name) => joinPath(directory, name);
  const generators = [...listOf(node, "configMapGenerator"), ...listOf(node, "secretGenerator")];
  const names = [
    ...namesIn(node, "patchesStrategicMerge", "crds", "configurations", "generators", "transformers", "validators"),
    ...generators.flatMap((item) => namesIn(item, "files", "envs"))
  ].map(({ text }) => text);
  const single = [
    ...["patches", "patchesJson6902", "replacements"].flatMap((key) => listOf(node, key)).map((item) => child(item, "path")),
    ...generators.map((item) => child(item, "env")),
    ...listOf(node, "helmCharts").map((item) => child(item, "valuesFile")),
    child(child(node, "openapi"), "path")
  ].flatMap((one2) => textOf(one2) ?? []);
  return {
    resources: namesIn(node, "resources", "bases", "components").map(({ text }) => own(text)),
    // `key=path` gives a file another key.
    others: [...names, ...single].filter((name) => !name.includes("\n")).map((name) => own(name.replace(/^[^/=]*=/, "")))
  };
}
function listOf(node, key) {
  const list = child(node, key);
  return list?.kind === "list" ? list.items : [];
}

// src/model/kubernetes/files.ts

var TEMPLATE_NAME = /\.(?:ya?ml|json)\.(?:j2|jinja2?|tpl|tmpl|gotmpl|template|erb|ejs|in|envsubst)$/i;
var WORKLOADS = /* @__PURE__ */ new Set([
  "Deployment",
  "StatefulSet",
  "DaemonSet",
  "ReplicaSet",
  "ReplicationController",
  "Job",
  "CronJob",
  "Pod"
]);




// src/model/kubernetes/candidates.ts


var ORDER = ["configured", "named", "plain", "nearest", "base", "none"];
function byStrength(one2, other) {
  return ORDER.indexOf(one2.strength) - ORDER.indexOf(other.strength) || depthOf(one2.directory) - depthOf(other.directory) || (one2.directory < other.directory ? -1 : one2.directory > other.directory ? 1 : 0);
}


// src/model/kubernetes/commands.ts
var SCRIPTS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);
var MENTIONED = /\b(?:kubectl|oc|kustomize)\b/;
var COMMAND = /\b(?:kubectl|oc)\s[^\n;|&]*?\b(?:apply|create|replace)\b[^\n;|&]*|\bkustomize\s+build\b[^\n;|&]*/g;
var LONGEST_LINE = 4096;
var MOST_LINES = 5e3;
var MOST_TARGETS = 200;



function skaffoldTargets(source, tree) {
  const by2 = source.path;
  const found = [];
  for (const { root } of parseYaml(source).documents) {
    for (const part of [root, ...itemsOf(child(root, "profiles"))]) {
      const name = part === root ? void 0 : textOf(child(part, "name"));
      const purpose = (name === void 0 ? void 0 : commandPurpose([], 0, name)) ?? "unknown";
      for (const { names, kustomization } of skaffoldNames(part)) {
        for (const one2 of names) {
          const path = joinPath(directoryOf(by2), one2.replace(/\/?\*[^/]*$/, ""));
          if (tree.exists(path)) found.push({ target: path, kustomization, purpose, by: by2 });
        }
      }
    }
  }
  return found;
}
function skaffoldNames(part) {
  const kustomize = [descend(part, "manifests", "kustomize", "paths"), descend(part, "deploy", "kustomize", "paths")];
  const plain = [descend(part, "manifests", "rawYaml"), descend(part, "deploy", "kubectl", "manifests")];
  return [
    ...kustomize.map((node) => ({ names: textsOf(node), kustomization: true })),
    ...plain.map((node) => ({ names: textsOf(node), kustomization: false }))
  ];
}

// src/model/kubernetes/purpose.ts
var PRODUCTION = /* @__PURE__ */ new Set(["prod", "production", "prd"]);
var PREPRODUCTION = /* @__PURE__ */ new Set(["staging", "stg", "uat", "preprod", "qa"]);
var DEVELOPMENT = /* @__PURE__ */ new Set([
  ...["dev", "development", "local", "minikube", "kind", "e2e", "example", "sample", "quickstart"]
]);
var LOCAL_CLUSTERS = /* @__PURE__ */ new Set([
  ...["kind", "minikube", "k3d", "microk8s", "docker-desktop", "rancher-desktop", "colima", "orbstack"]
]);



// src/model/kubernetes/plain.ts


function belongs(unit, others) {
  const production = (one2) => one2.strength === "named" || one2.strength === "plain";
  const [first] = others;
  if (!first) return false;
  if (!production(unit)) return first.strength === unit.strength && first.place === unit.place;
  return production(first) && !repeats(unit, new Set(others.flatMap(identities)));
}





// src/model/kubernetes/ranking.ts

function inOrder2(one2, other) {
  if (one2.strength !== other.strength) return byStrength(one2, other);
  const kinds = Number(other.kind === "kustomization") - Number(one2.kind === "kustomization");
  const depth = depthOf(one2.directory) - depthOf(other.directory);
  return kinds || depth || identitiesOf(other.objects).length - identitiesOf(one2.objects).length || byStrength(one2, other);
}

function sharedDepth(one2, other) {
  const folders = other.directory.split("/");
  const differs = one2.directory.split("/").findIndex((folder, at2) => folder !== folders[at2]);
  return differs === -1 ? depthOf(one2.directory) : differs;
}
function describesTheSame(candidate, other) {
  const own = candidate.objects.filter(isWorkload);
  const there = new Set(other.objects.filter(isWorkload).flatMap((object2) => [...keysOf(object2)]));
  const same = own.filter((object2) => keysOf(object2).some((key) => there.has(key)));
  return same.length * 2 > own.length;
}
function keysOf({ kind, name, kindAt }) {
  return [`${kind}/${name}`, `${kindAt.path}:${kindAt.start}`];
}
var HARMLESS = /* @__PURE__ */ new Set(["duplicate-key", "not-below-root", UNMATCHED]);


// src/model/kubernetes/sets.ts




function judge(said, deploys, applied, otherwise) {
  if (said?.purpose === "development") return { strength: "none", because: said.because };
  if (said?.purpose === "preproduction")
    return { strength: "nearest", because: `${said.because}, and nothing here is nearer to production` };
  if (deploys) return { strength: "named", because: `${deploys.by} deploys it` };
  if (said) return { strength: "named", because: said.because };
  return { strength: "plain", because: applied ? `${applied.by} applies it` : otherwise };
}
function ofBuild(directory, build) {
  return {
    name: directory,
    kind: "kustomization",
    directory,
    files: build.files,
    objects: build.objects,
    problems: [...build.problems, ...build.unmatched],
    missing: build.missing,
    notEvaluated: build.notEvaluated
  };
}
function configuredCandidate({ files: named, purpose }, files, tree) {
  const parts = named.flatMap((name) => partsOf2(joinPath(".", name), files, tree));
  if (parts.length === 0) return void 0;
  const paths = [...new Set(parts.flatMap((part) => part.files))];
  const strength = purpose === "production" ? "configured" : "none";
  return {
    name: named.map((name) => joinPath(".", name)).join(" + ") || nameOfFiles(paths),
    kind: parts[0]?.kind ?? "manifests",
    directory: commonFolder(paths),
    files: paths,
    objects: parts.flatMap((part) => part.objects),
    problems: parts.flatMap((part) => part.problems),
    missing: parts.flatMap((part) => part.missing),
    notEvaluated: parts.flatMap((part) => part.notEvaluated),
    strength,
    because: "the configuration says so"
  };
}
function partsOf2(path, files, tree) {
  const directory = files.kustomizations.has(path) ? path : directoryOf(path);
  if (files.kustomizations.get(directory)?.path === path || files.kustomizations.has(path)) {
    const build = buildKustomization(directory, { ...tree, parse: files.parse });
    return build ? [ofBuild(directory, build)] : [];
  }
  return [...files.manifests.values()].filter((file) => isWithin(path, file.path)).map((file) => ({
    name: fileName(file.path),
    kind: "manifests",
    directory: directoryOf(file.path),
    files: [file.path],
    objects: file.objects,
    problems: file.problems,
    missing: [],
    notEvaluated: []
  }));
}

// src/model/kubernetes.ts



function besideOf(kustomization, leftOut) {
  return leftOut.flatMap(({ path }) => directoryOf(path) === directoryOf(kustomization) ? path : []);
}
function mayDeclare(text) {
  const keys = text.match(/\b(?:kind|image)["']?[ \t]*:/g)?.length ?? 0;
  const aliases = text.match(/[:,[{-][ \t]*\*[\w-]/g)?.length ?? 0;
  return Math.max(1, keys + aliases);
}
module.exports = {
  house: runAudit,
  kubernetesDeployments
};
