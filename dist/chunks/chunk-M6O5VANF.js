"use strict";
const {
  sameNamespace
} = require("./chunk-LK4ABR3V.js");
const {
  child,
  descend,
  entriesOf,
  groupKind,
  itemsOf,
  textOf
} = require("./chunk-TLLKFDCB.js");

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

// src/model/kubernetes/references.ts
var EVERYWHERE = /* @__PURE__ */ new Set(["ConfigMap/kube-root-ca.crt", "ServiceAccount/default", "ConfigMap/istio-ca-root-cert"]);
function danglingReferences(templates, named) {
  return templates.flatMap(
    (template) => referencesOf(template).flatMap((reference) => {
      const id = `${reference.kind}/${reference.name}`;
      const { key, ...whole } = reference;
      if (EVERYWHERE.has(id)) return [];
      const { object } = template;
      const makers = (named.makers.get(id) ?? []).filter((one) => sameNamespace(one.namespace, object.namespace));
      if (makers.length === 0) {
        const saidIn = named.said().get(id);
        return named.commanded().has(id) ? [] : [{ ...whole, by: object, ...saidIn ? { saidIn } : {} }];
      }
      return key !== void 0 && makers.every((maker) => lacksKey(maker, key)) ? [{ ...reference, by: object }] : [];
    })
  );
}
function lacksKey({ kind, node }, key) {
  const keys = ["data", "binaryData"].flatMap((part) => entriesOf(child(node, part)).map(([name]) => name));
  return kind === "ConfigMap" && keys.length > 0 && !keys.includes(key);
}
function referencesOf({ spec, containers }) {
  const account = child(spec, "serviceAccountName") ?? child(spec, "serviceAccount");
  return [
    ...to("ServiceAccount", account),
    ...itemsOf(child(spec, "volumes")).flatMap(volumeReferences),
    ...containers.flatMap(({ node }) => [
      ...itemsOf(child(node, "envFrom")).flatMap((source) => [
        ...required("ConfigMap", child(source, "configMapRef"), "name"),
        ...required("Secret", child(source, "secretRef"), "name")
      ]),
      ...itemsOf(child(node, "env")).flatMap((variable) => [
        ...required("ConfigMap", descend(variable, "valueFrom", "configMapKeyRef"), "name"),
        ...required("Secret", descend(variable, "valueFrom", "secretKeyRef"), "name")
      ])
    ])
  ];
}
function volumeReferences(volume) {
  const sources = itemsOf(descend(volume, "projected", "sources"));
  return [
    ...required("ConfigMap", child(volume, "configMap"), "name"),
    ...required("Secret", child(volume, "secret"), "secretName"),
    ...to("PersistentVolumeClaim", descend(volume, "persistentVolumeClaim", "claimName")),
    ...sources.flatMap((source) => [
      ...required("ConfigMap", child(source, "configMap"), "name"),
      ...required("Secret", child(source, "secret"), "name")
    ])
  ];
}
function required(kind, source, nameKey) {
  if (textOf(child(source, "optional")) === "true") return [];
  const key = kind === "ConfigMap" ? textOf(child(source, "key")) : void 0;
  return to(kind, child(source, nameKey)).map((one) => key === void 0 ? one : { ...one, key });
}
function to(kind, node) {
  const name = textOf(node);
  return node === void 0 || name === void 0 || !/^[a-z0-9][a-z0-9.-]*$/.test(name) ? [] : [{ kind, name, at: node.at }];
}
function namedObjects(objects, tree) {
  const makers = /* @__PURE__ */ new Map();
  for (const object of objects) {
    for (const id of madeBy(object)) {
      const others = makers.get(id);
      if (others) others.push(object);
      else makers.set(id, [object]);
    }
  }
  let commanded;
  let said;
  return {
    makers,
    commanded: () => commanded ??= madeByCommands(tree),
    said: () => said ??= saidByHand(tree)
  };
}
var SECRET_MAKERS = {
  "bitnami.com/SealedSecret": [["spec", "template", "metadata", "name"]],
  "external-secrets.io/ExternalSecret": [["spec", "target", "name"]],
  "external-secrets.io/ClusterExternalSecret": [["spec", "externalSecretName"]],
  "kubernetes-client.io/ExternalSecret": [],
  "cert-manager.io/Certificate": [["spec", "secretName"]],
  "secrets.hashicorp.com/VaultStaticSecret": [["spec", "destination", "name"]],
  "secrets.hashicorp.com/VaultDynamicSecret": [["spec", "destination", "name"]],
  "secrets.hashicorp.com/VaultPKISecret": [["spec", "destination", "name"]],
  "onepassword.com/OnePasswordItem": [],
  "spv.no/AzureKeyVaultSecret": [["spec", "output", "secret", "name"]],
  "secrets.doppler.com/DopplerSecret": [["spec", "managedSecret", "name"]],
  "secrets.infisical.com/InfisicalSecret": [["spec", "managedSecretReference", "secretName"]],
  "isindir.github.com/SopsSecret": []
};
function madeBy(object) {
  const { kind, name, node } = object;
  const type = groupKind(object);
  if (/^\/(?:ConfigMap|Secret|ServiceAccount|PersistentVolumeClaim)$/.test(type)) return [`${kind}/${name}`];
  if (type === "secrets-store.csi.x-k8s.io/SecretProviderClass")
    return itemsOf(descend(node, "spec", "secretObjects")).flatMap((one) => secret(textOf(child(one, "secretName"))));
  if (type === "networking.k8s.io/Ingress")
    return itemsOf(descend(node, "spec", "tls")).flatMap((one) => secret(textOf(child(one, "secretName"))));
  if (type === "isindir.github.com/SopsSecret")
    return itemsOf(descend(node, "spec", "secretTemplates")).flatMap((one) => secret(textOf(child(one, "name"))));
  const paths = Object.hasOwn(SECRET_MAKERS, type) ? SECRET_MAKERS[type] : void 0;
  return paths ? secret(paths.map((path) => textOf(descend(node, ...path))).find((text) => text !== void 0) ?? name) : [];
}
function secret(name) {
  return name === void 0 ? [] : [`Secret/${name}`];
}
var COMMAND = /\bcreate\s+(?:(secret)\s+(?:generic|tls|docker-registry)|(configmap|cm)|(serviceaccount|sa)|(iamserviceaccount))\s+([^\n;|&]{1,500})/g;
var KIND = ["Secret", "ConfigMap", "ServiceAccount", "ServiceAccount"];
var KINDS = [
  [/\bsecrets?\b/i, "Secret"],
  [/\bconfig ?maps?\b/i, "ConfigMap"],
  [/\bservice ?accounts?\b/i, "ServiceAccount"]
];
var MOST_SAID = 2e4;
function saidByHand(tree) {
  const found = /* @__PURE__ */ new Map();
  for (const { path } of tree.files) {
    const isDocument = /\.(?:md|mdx|txt|rst|adoc)$/i.test(path);
    const text = isDocument || /\.ya?ml$/i.test(path) ? tree.read(path)?.text : void 0;
    for (const { 0: line } of text?.matchAll(/^.{1,500}$/gm) ?? []) {
      const said = isDocument ? line : /(?:^|\s)#(.*)$/.exec(line)?.[1] ?? "";
      const kind = KINDS.find(([word]) => word.test(said))?.[1];
      if (kind === void 0 || found.size > MOST_SAID) continue;
      for (const [name] of said.matchAll(/(?<![\w.-])[a-z0-9][a-z0-9-]*[a-z0-9](?![\w-])/g))
        found.set(`${kind}/${name}`, path);
    }
  }
  return found;
}
function madeByCommands(tree) {
  const found = /* @__PURE__ */ new Set();
  for (const { path } of tree.files) {
    const text = tree.read(path)?.text;
    if (text === void 0) continue;
    for (const match of text.matchAll(COMMAND)) {
      const kind = KIND[match.slice(1, 5).findIndex((group) => group !== void 0)];
      for (const word of (match[5] ?? "").split(/[\s=]+/)) found.add(`${kind}/${word.replace(/^["'`]|["'`,]+$/g, "")}`);
    }
    if (!path.endsWith(".tf")) continue;
    const kinds = ["Secret", "ConfigMap", "ServiceAccount", "PersistentVolumeClaim"];
    for (const [, name = ""] of text.matchAll(/\bname\s*=\s*"([^"\n]{1,253})"/g))
      for (const kind of kinds) found.add(`${kind}/${name}`);
  }
  return found;
}
function madeKinds(objects) {
  const makers = objects.filter(({ kind }) => kind !== "Ingress");
  return new Set(makers.flatMap(madeBy).map((id) => id.slice(0, id.indexOf("/"))));
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
  editableItems,
  danglingReferences,
  namedObjects,
  madeKinds
};
