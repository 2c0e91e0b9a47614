"use strict";
// src/parse/kubernetes/kustomize/editable.ts
var TOO_MUCH = /* @__PURE__ */ Symbol("too much");
function spend(work, amount) {
  work.left -= amount;
  if (work.left < 0) throw TOO_MUCH;
}
function editableCopy(node, work, relocate = (span) => span) {
  spend(work, 1);
  const tag = node.tag === void 0 ? {} : { tag: node.tag };
  const at = relocate(node.at);
  if (node.kind === "scalar") return { kind: "scalar", at, text: node.text, type: node.type, ...tag };
  if (node.kind === "list") {
    return { kind: "list", at, items: node.items.map((item) => editableCopy(item, work, relocate)), ...tag };
  }
  const entries = /* @__PURE__ */ new Map();
  for (const [key, { keyAt, keyType, node: value }] of node.entries) {
    const type = keyType === void 0 ? {} : { keyType };
    entries.set(key, { keyAt: relocate(keyAt), ...type, node: editableCopy(value, work, relocate) });
  }
  return { kind: "map", at, entries, ...tag };
}
function textNode(text, at) {
  return { kind: "scalar", at, text, type: "string" };
}
function mapNode(at) {
  return { kind: "map", at, entries: /* @__PURE__ */ new Map() };
}
function below(node, key) {
  return node?.kind === "map" ? node.entries.get(key)?.node : void 0;
}
function isMissing(node) {
  return node === void 0 || isNull(node);
}
function isNull(node) {
  return node?.kind === "scalar" && node.type === "null";
}
function setEntry(map, key, node, keyAt) {
  const before = map.entries.get(key);
  if (before) before.node = node;
  else map.entries.set(key, { keyAt, node });
}
function scalarText(node) {
  return node?.kind === "scalar" ? node.text ?? "" : "";
}

// src/parse/kubernetes/scopes.ts
var OUTSIDE_NAMESPACES = new Set(
  Object.entries({
    "": ["ComponentStatus", "Namespace", "Node", "PersistentVolume"],
    "admissionregistration.k8s.io": [
      ...["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"],
      ...["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding"]
    ],
    "apiextensions.k8s.io": ["CustomResourceDefinition"],
    "apiregistration.k8s.io": ["APIService"],
    "certificates.k8s.io": ["CertificateSigningRequest"],
    "flowcontrol.apiserver.k8s.io": ["FlowSchema", "PriorityLevelConfiguration"],
    "networking.k8s.io": ["IngressClass"],
    "node.k8s.io": ["RuntimeClass"],
    policy: ["PodSecurityPolicy"],
    "rbac.authorization.k8s.io": ["ClusterRole", "ClusterRoleBinding"],
    "scheduling.k8s.io": ["PriorityClass"],
    "storage.k8s.io": ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"]
  }).flatMap(([group, kinds]) => kinds.map((kind) => `${group} ${kind}`))
);
function isClusterScoped(apiVersion, kind) {
  return OUTSIDE_NAMESPACES.has(`${groupOf(apiVersion)} ${kind}`);
}
function groupOf(apiVersion) {
  const slash = apiVersion.indexOf("/");
  return slash === -1 ? "" : apiVersion.slice(0, slash);
}
function versionOf(apiVersion) {
  return apiVersion.slice(apiVersion.indexOf("/") + 1);
}

// src/parse/kubernetes/kustomize/resources.ts
function resourceOf(node) {
  return { node, earlier: [], prefixes: [], suffixes: [], hashed: false, variables: /* @__PURE__ */ new Set() };
}
function currentId({ node }) {
  const apiVersion = scalarText(below(node, "apiVersion"));
  const metadata = below(node, "metadata");
  return {
    group: groupOf(apiVersion),
    version: versionOf(apiVersion),
    kind: scalarText(below(node, "kind")),
    name: scalarText(below(metadata, "name")),
    namespace: scalarText(below(metadata, "namespace"))
  };
}
function originalId(resource) {
  return earlierIds(resource)[0] ?? currentId(resource);
}
function earlierIds(resource) {
  const { group, version } = currentId(resource);
  return resource.earlier.map((id) => ({ group, version, ...id }));
}
function allIds(resource) {
  return [...earlierIds(resource), currentId(resource)];
}
function rememberId(resource) {
  const id = currentId(resource);
  resource.earlier.push({ name: id.name, namespace: effectiveNamespace(id), kind: id.kind });
}
function effectiveNamespace({ group, version, kind, namespace }) {
  if (isClusterScoped(group === "" ? version : `${group}/${version}`, kind)) return OUTSIDE;
  return namespace === "" ? "default" : namespace;
}
var OUTSIDE = "(none)";
function keyOfId(id) {
  return [id.group, id.version, id.kind, effectiveNamespace(id), id.name].join("\n");
}
function hasNotes(resource) {
  const { earlier, prefixes, suffixes, hashed, behavior } = resource;
  return earlier.length > 0 || prefixes.length > 0 || suffixes.length > 0 || hashed || behavior !== void 0;
}

// src/parse/kubernetes/kustomize/building.ts
var MAX_PROBLEMS = 200;
function refuse(building, at, code, message) {
  if (building.problems.length < MAX_PROBLEMS) building.problems.push({ at, message, kind: "structure", code });
}
var UNMATCHED = "patch-unmatched";
function noteUnmatched(building, at, target) {
  const { unmatched, missing, notEvaluated } = building;
  if (missing.length > 0 || notEvaluated.length > 0 || unmatched.length >= MAX_PROBLEMS) return;
  const message = `the patch for ${target} changes nothing: no object has that kind, name and namespace`;
  unmatched.push({ at, message, kind: "structure", code: UNMATCHED });
}
function idsIn({ resources }, building) {
  spend(building.work, resources.length);
  return new Set(resources.map((one) => keyOfId(currentId(one))));
}
function append(gathered, resources, there, at, building) {
  for (const resource of resources) {
    const id = currentId(resource);
    if (there.has(keyOfId(id))) refuse(building, at, "conflict", `${id.kind} ${id.name} is there twice`);
    else {
      there.add(keyOfId(id));
      gathered.resources.push(resource);
    }
  }
}
function dropDeleted(gathered) {
  if (gathered.resources.some((one) => one.node === void 0))
    gathered.resources = gathered.resources.filter((one) => one.node !== void 0);
}
function items(node) {
  return node?.kind === "list" ? node.items : [];
}
function editableItems(node) {
  return node?.kind === "list" ? node.items : [];
}

module.exports = {
  TOO_MUCH,
  spend,
  editableCopy,
  textNode,
  mapNode,
  below,
  isMissing,
  isNull,
  setEntry,
  scalarText,
  isClusterScoped,
  groupOf,
  versionOf,
  resourceOf,
  currentId,
  originalId,
  earlierIds,
  allIds,
  rememberId,
  effectiveNamespace,
  OUTSIDE,
  keyOfId,
  hasNotes,
  refuse,
  UNMATCHED,
  noteUnmatched,
  idsIn,
  append,
  dropDeleted,
  items,
  editableItems
};
