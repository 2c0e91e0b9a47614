"use strict";
const {
  child,
  descend,
  joinPath,
  parseYaml,
  textOf
} = require("./chunk-TLLKFDCB.js");

// src/parse/kubernetes/manifests.ts
var API_VERSION = /^(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$/;
var OTHER_TOOLS = /^(?:skaffold|builtin|backstage\.io|eksctl\.io|kind\.x-k8s\.io|ctlptl\.dev|k3d\.io|jsonnet\.io|kuttl\.dev|chainsaw\.kyverno\.io|config\.kubernetes\.io|(?:kubeadm|kubelet|kubeproxy|kubescheduler|kubecontrollermanager|audit|apiserver|client\.authentication|kustomize)(?:\.config)?(?:\.k8s\.io)?)\//;
var MAX_PROBLEMS = 1e3;
var MAX_LISTS = 5;
function isManifestText(text) {
  if (!text.includes("apiVersion")) return false;
  const places = /^\s*\{/.test(text) ? [IN_JSON, AT_THE_TOP] : [AT_THE_TOP];
  return documentsOf(text).some(
    (document) => places.some((place) => {
      const version = valueOfKey("apiVersion", document, place);
      const kind = valueOfKey("kind", document, place);
      return version !== void 0 && kind !== void 0 && isManifestKind(version, kind);
    })
  );
}
function documentsOf(text) {
  return text.includes("\n---") ? text.split(/^---.*$/m) : [text];
}
var patterns = (write) => {
  const [version, kind] = [new RegExp(write("apiVersion"), "m"), new RegExp(write("kind"), "m")];
  return (key) => key === "kind" ? kind : version;
};
var IN_JSON = patterns((key) => `"${key}"[ \\t]*:[ \\t]*"([\\w./-]{1,100})`);
var AT_THE_TOP = patterns((key) => `^["']?${key}["']?[ \\t]*:[ \\t]*["']?([\\w./-]{1,100})`);
function valueOfKey(key, document, place) {
  return place(key).exec(document)?.[1];
}
function isManifestKind(apiVersion, kind) {
  return API_VERSION.test(apiVersion) && !OTHER_TOOLS.test(apiVersion) && !(apiVersion === "v1" && kind === "Config");
}
function readManifests(source, parse = parseYaml) {
  const { documents, problems } = parse(source);
  const found = { objects: [], problems: [...problems, ...documents.flatMap(({ root }) => noMapping(root))] };
  for (const { root } of documents) if (root) collect(root, found, 0);
  return {
    path: source.path,
    objects: found.objects,
    problems: found.problems.slice(0, MAX_PROBLEMS),
    template: isTemplate(source.text, problems, found.objects),
    rendered: /^# Source: \S+\/templates\/\S+$/m.test(source.text)
  };
}
function noMapping(root) {
  if (!root || root.kind === "map" || root.kind === "scalar" && root.text === null) return [];
  return [{ at: root.at, message: "This must be a mapping", kind: "syntax" }];
}
function collect(root, found, depth) {
  if (root.kind !== "map" || depth > MAX_LISTS) return;
  const items = child(root, "items");
  if (/List$/.test(textOf(child(root, "kind")) ?? "") && items?.kind === "list") {
    for (const item of items.items) collect(item, found, depth + 1);
    return;
  }
  const apiVersion = textOf(child(root, "apiVersion"));
  const kind = textOf(child(root, "kind"));
  if (apiVersion === void 0 || kind === void 0 || !isManifestKind(apiVersion, kind)) return;
  const object = objectOf(root);
  if (object) found.objects.push(object);
  else {
    const at = root.entries.get("kind")?.node.at ?? root.at;
    found.problems.push({ at, message: `${kind} has no metadata.name`, kind: "structure", code: "unnamed" });
  }
}
function objectOf(node) {
  const apiVersion = child(node, "apiVersion");
  const kind = child(node, "kind");
  const name = descend(node, "metadata", "name") ?? descend(node, "metadata", "generateName");
  const namespace = textOf(descend(node, "metadata", "namespace"));
  const texts = [textOf(apiVersion), textOf(kind), textOf(name)];
  if (!apiVersion || !kind || !name || texts.some((text) => text === void 0 || text === "")) return void 0;
  return {
    apiVersion: texts[0] ?? "",
    kind: texts[1] ?? "",
    name: texts[2] ?? "",
    ...namespace === void 0 || namespace === "" ? {} : { namespace },
    node,
    at: name.at,
    apiVersionAt: apiVersion.at,
    kindAt: kind.at
  };
}
function isTemplate(text, problems, objects) {
  if (/^[^"'\n]*#@(?: |\/|[a-z/-]+ )/m.test(text)) return true;
  if (!/\{\{|\{%/.test(text)) return false;
  if (problems.some(({ kind, code }) => kind === "syntax" || code === "complex-key")) return true;
  return objects.some(({ node }) => telling(node).some((one) => /\{\{|\{%/.test(textOf(one) ?? "")));
}
function telling(node) {
  const metadata = child(node, "metadata");
  const spec = child(node, "spec");
  const labels = valuesOf(child(metadata, "labels"));
  const pod = descend(spec, "template", "spec") ?? spec;
  const containers = child(pod, "containers");
  const images = containers?.kind === "list" ? containers.items.map((item) => child(item, "image")) : [];
  const own = [child(metadata, "name"), child(metadata, "namespace"), child(spec, "replicas")];
  return [...own, ...images, ...labels].flatMap((one) => one ?? []);
}
function valuesOf(node) {
  return node?.kind === "map" ? [...node.entries.values()].map((entry) => entry.node) : [];
}

// src/parse/kubernetes/kustomize/kustomization.ts
var NAMES = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
function isKustomizationName(name) {
  return NAMES.includes(name);
}
function readKustomization(directory, read) {
  const sources = NAMES.flatMap((name) => read(joinPath(directory, name)) ?? []);
  const [source, second] = sources;
  if (!source) return void 0;
  const { documents, problems } = parseYaml(source);
  const root = documents[0]?.root;
  const node = root?.kind === "map" ? root : { kind: "map", at: { path: source.path, start: 0, end: 0 }, entries: /* @__PURE__ */ new Map() };
  const kind = textOf(child(node, "kind")) === "Component" ? "Component" : "Kustomization";
  return {
    directory,
    path: source.path,
    kind,
    node,
    problems: [...problems, ...noMapping(root)],
    ...second ? { second: second.path } : {}
  };
}
var LISTS = [
  ...["resources", "bases", "components", "crds", "configurations", "generators", "transformers", "validators"],
  ...["patches", "patchesStrategicMerge", "patchesJson6902", "images", "imageTags", "replacements", "replicas", "vars"],
  ...["configMapGenerator", "secretGenerator", "labels", "helmCharts", "helmChartInflationGenerator", "buildMetadata"]
];
var MAPS = [
  "metadata",
  "openapi",
  "commonLabels",
  "commonAnnotations",
  "helmGlobals",
  "generatorOptions",
  "sortOptions"
];
var TEXTS = ["apiVersion", "kind", "namePrefix", "nameSuffix", "namespace"];
var UNEVALUATED = [
  ...["helmCharts", "helmChartInflationGenerator", "generators", "transformers", "configurations", "openapi", "crds"]
];
function unevaluatedSettings({
  node
}) {
  return UNEVALUATED.flatMap((setting) => {
    const entry = node.entries.get(setting);
    return entry && !(entry.node.kind === "scalar" && entry.node.text === null) ? [{ setting, at: entry.keyAt }] : [];
  });
}
function checkKustomization(kustomization) {
  const { node, path, second } = kustomization;
  const found = [];
  if (second !== void 0) found.push({ at: node.at, code: "several", message: `${second} lies beside ${path}` });
  for (const [setting, { keyAt, node: value }] of node.entries) {
    const kind = LISTS.includes(setting) ? "list" : MAPS.includes(setting) ? "map" : "scalar";
    if (kind === "scalar" && !TEXTS.some((text) => text.toLowerCase() === setting.toLowerCase()))
      found.push({ at: keyAt, code: "kustomization", message: `there is no setting ${setting}` });
    else if (value.kind !== kind && !(value.kind === "scalar" && value.text === null))
      found.push({ at: value.at, code: "kustomization", message: `${setting} is no ${kind}` });
  }
  const settings = [...node.entries.keys()].filter((setting) => !["apiVersion", "kind"].includes(setting));
  if (settings.length === 0) found.push({ at: node.at, code: "empty", message: `${path} says nothing` });
  return [...found, ...checkType(kustomization)];
}
function checkType({ node, kind }) {
  const written = child(node, "kind");
  const version = child(node, "apiVersion");
  const wanted = kind === "Component" ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1";
  const found = [];
  if (written && ![void 0, "", "Kustomization", "Component"].includes(textOf(written)))
    found.push({
      at: written.at,
      code: "kustomization",
      message: `there is no kind ${textOf(written)} of kustomization`
    });
  if (version && textOf(version) && textOf(version) !== wanted)
    found.push({ at: version.at, code: "kustomization", message: `the apiVersion of a ${kind} is ${wanted}` });
  return found;
}
function namesIn(node, ...keys) {
  return keys.flatMap((key) => {
    const list = child(node, key);
    return list?.kind === "list" ? list.items.flatMap((item) => namedOf(item)) : [];
  });
}
function namedOf(node) {
  const text = textOf(node);
  return text === void 0 || text === "" ? [] : [{ text, at: node.at }];
}

module.exports = {
  isManifestText,
  readManifests,
  noMapping,
  objectOf,
  isKustomizationName,
  readKustomization,
  unevaluatedSettings,
  checkKustomization,
  namesIn
};
