"use strict";

// src/model/kubernetes/references.ts
var danglingReferences = (function danglingReferences(templates, named) {
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
      const lacks = key !== void 0 && makers.every((maker) => lacksKey(maker, key));
      return lacks && (reference.kind !== "Secret" || !named.commanded().has(id)) ? [{ ...reference, by: object }] : [];
    })
  );
});
var referencesOf = (function referencesOf({ spec, containers }) {
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
});
var required = (function required(kind, source, nameKey) {
  if (textOf(child(source, "optional")) === "true") return [];
  const key = textOf(child(source, "key"));
  return to(kind, child(source, nameKey)).map((one) => key === void 0 ? one : { ...one, key });
});
var to = (function to(kind, node) {
  const name = textOf(node);
  return node === void 0 || name === void 0 || !/^[a-z0-9][a-z0-9.-]*$/.test(name) ? [] : [{ kind, name, at: node.at }];
});
var namedObjects = (function namedObjects(objects, tree) {
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
});
var madeBy = (function madeBy(object) {
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
});
var secret = (function secret(name) {
  return name === void 0 ? [] : [`Secret/${name}`];
});
var saidByHand = (function saidByHand(tree) {
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
});
var madeByCommands = (function madeByCommands(tree) {
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
});
var madeKinds = (function madeKinds(objects) {
  const makers = objects.filter(({ kind }) => kind !== "Ingress");
  return new Set(makers.flatMap(madeBy).map((id) => id.slice(0, id.indexOf("/"))));
});
const {
  sameNamespace
} = require("./chunk-YXRK3UZL.js");
const {
  child,
  descend,
  entriesOf,
  groupKind,
  itemsOf,
  textOf
} = require("./chunk-Q3NCOY3T.js");

// src/model/kubernetes/references.ts
var EVERYWHERE = /* @__PURE__ */ new Set(["ConfigMap/kube-root-ca.crt", "ServiceAccount/default", "ConfigMap/istio-ca-root-cert"]);

var FILLED_IN = /generate|replicat|reflect|vault|inject|sync/i;
var EXAMPLE = /example|sample|template|\.dist\b/i;
function lacksKey({ kind, node, at }, key) {
  const keys = ["data", "binaryData", "stringData"].flatMap((part) => entriesOf(child(node, part)).map(([name]) => name));
  if (keys.length === 0 || keys.includes(key) || kind !== "ConfigMap" && kind !== "Secret") return false;
  const annotations = entriesOf(descend(node, "metadata", "annotations")).map(([name]) => name);
  return kind === "ConfigMap" || !annotations.some((name) => FILLED_IN.test(name)) && !EXAMPLE.test(at.path);
}

function volumeReferences(volume) {
  const sources = itemsOf(descend(volume, "projected", "sources"));
  return [
    ...required("ConfigMap", child(volume, "configMap"), "name"),
    ...required("Secret", child(volume, "secret"), "secretName"),
    ...chosenKeys("ConfigMap", child(volume, "configMap"), "name"),
    ...chosenKeys("Secret", child(volume, "secret"), "secretName"),
    ...to("PersistentVolumeClaim", descend(volume, "persistentVolumeClaim", "claimName")),
    ...sources.flatMap((source) => [
      ...required("ConfigMap", child(source, "configMap"), "name"),
      ...required("Secret", child(source, "secret"), "name"),
      ...chosenKeys("ConfigMap", child(source, "configMap"), "name"),
      ...chosenKeys("Secret", child(source, "secret"), "name")
    ])
  ];
}

function chosenKeys(kind, source, nameKey) {
  if (textOf(child(source, "optional")) === "true") return [];
  return itemsOf(child(source, "items")).flatMap((item) => {
    const node = child(item, "key");
    const key = textOf(node);
    return node && key !== void 0 ? to(kind, child(source, nameKey)).map((one) => ({ ...one, key, at: node.at })) : [];
  });
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


var COMMAND = /\bcreate\s+(?:(secret)\s+(?:generic|tls|docker-registry)|(configmap|cm)|(serviceaccount|sa)|(iamserviceaccount))\s+([^\n;|&]{1,500})/g;
var KIND = ["Secret", "ConfigMap", "ServiceAccount", "ServiceAccount"];
var KINDS = [
  [/\bsecrets?\b/i, "Secret"],
  [/\bconfig ?maps?\b/i, "ConfigMap"],
  [/\bservice ?accounts?\b/i, "ServiceAccount"]
];
var MOST_SAID = 2e4;




module.exports = {
  danglingReferences,
  namedObjects,
  madeByCommands,
  madeKinds
};
