"use strict";
const {
  child,
  descend,
  entriesOf,
  factOf,
  groupKind,
  hasLabels,
  itemsOf,
  knownValue,
  numberFact,
  optional,
  sameNamespace,
  textAt2: textAt,
  textOf,
  textsByKey
} = require("./chunk-SQFSH2PC.js");

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
      if (makers.length === 0) return named.commanded().has(id) ? [] : [{ ...whole, by: object }];
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
  return { makers, commanded: () => commanded ??= madeByCommands(tree) };
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

// src/model/kubernetes/services.ts
var TYPES = /* @__PURE__ */ new Set(["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]);
function servicesOf(index, controllers) {
  const byLabel = controllersByLabel(controllers);
  return index.all("/Service").map((object) => {
    const spec = child(object.node, "spec");
    const selector = child(spec, "selector");
    const wanted = textsByKey(selector);
    const type = textAt(spec, "type");
    const named = type === void 0 ? "ClusterIP" : knownValue(type) ?? "unknown";
    return {
      object,
      type: TYPES.has(named) ? named : "unknown",
      headless: textOf(child(spec, "clusterIP")) === "None",
      ...wanted.size > 0 ? { selector: wanted } : {},
      controllers: wanted.size > 0 ? selected(wanted, object.namespace, byLabel) : [],
      ports: itemsOf(child(spec, "ports")).flatMap(portOf),
      ...optional("externalName", textAt(spec, "externalName"))
    };
  });
}
function controllersByLabel(controllers) {
  const found = /* @__PURE__ */ new Map();
  for (const controller of controllers) {
    for (const [key, value] of controller.labels) {
      const label = `${key}=${value}`;
      const others = found.get(label);
      if (others) others.push(controller);
      else found.set(label, [controller]);
    }
  }
  return found;
}
function selected(wanted, namespace, byLabel) {
  const candidates = [...wanted].map(([key, value]) => byLabel.get(`${key}=${value}`) ?? []);
  const fewest = candidates.reduce((one, other) => other.length < one.length ? other : one);
  return fewest.filter(({ object, labels }) => sameNamespace(object.namespace, namespace) && hasLabels(labels, wanted));
}
function portOf(item) {
  const port = numberFact(child(item, "port"));
  if (!port) return [];
  const protocol = textOf(child(item, "protocol"))?.toLowerCase();
  return [
    {
      ...optional("name", textOf(child(item, "name"))),
      port,
      protocol: protocol === "udp" || protocol === "sctp" ? protocol : "tcp",
      ...optional(
        "target",
        factOf(child(item, "targetPort"), (text) => /^\d{1,5}$/.test(text) ? Number(text) : text)
      ),
      ...optional("nodePort", numberFact(child(item, "nodePort"))),
      at: item.at
    }
  ];
}
function containerPorts(container) {
  return itemsOf(child(container, "ports")).flatMap((item) => {
    const number = knownValue(numberFact(child(item, "containerPort")));
    if (number === void 0 || !Number.isInteger(number) || number < 1 || number > 65535) return [];
    return [
      {
        ...optional("name", textOf(child(item, "name"))),
        number,
        protocol: (textOf(child(item, "protocol")) ?? "TCP").toLowerCase(),
        ...optional("hostPort", knownValue(numberFact(child(item, "hostPort")))),
        at: child(item, "hostPort")?.at ?? item.at
      }
    ];
  });
}
function arrivalOf(port, containers) {
  const running = containers.filter((container) => container.part !== "init");
  const wanted = port.target?.known === false ? void 0 : knownValue(port.target) ?? knownValue(port.port);
  for (const container of running) {
    const found = containerPorts(container.node).find(
      (one) => typeof wanted === "number" ? one.number === wanted : one.name !== void 0 && one.name === wanted
    );
    if (found) return { container, number: found.number };
  }
  const main = running.find((container) => container.part === "main");
  return main && { container: main, ...typeof wanted === "number" ? { number: wanted } : {} };
}
var INTERNAL = [
  [/^service\.beta\.kubernetes\.io\/(?:aws|azure|cce|openstack)-load-balancer-internal$/, /^(?:true|0\.0\.0\.0\/0)$/],
  [/^service\.beta\.kubernetes\.io\/aws-load-balancer-scheme$/, /^internal$/],
  [/^(?:networking|cloud)\.g(?:ke\.io|oogle\.com)\/load-balancer-type$/, /^internal$/i],
  [
    /^service\.beta\.kubernetes\.io\/(?:alibaba-cloud-loadbalancer-address-type|oci-load-balancer-internal)$/,
    /^(?:intranet|true)$/
  ]
];
function isInternal(service) {
  const annotations = textsByKey(descend(service.node, "metadata", "annotations"));
  return [...annotations].some(
    ([key, value]) => INTERNAL.some(([annotation, pattern]) => annotation.test(key) && pattern.test(value))
  );
}

module.exports = {
  servicesOf,
  containerPorts,
  arrivalOf,
  isInternal,
  danglingReferences,
  namedObjects,
  madeKinds
};
