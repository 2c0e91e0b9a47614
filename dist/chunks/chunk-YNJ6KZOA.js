"use strict";

// src/model/kubernetes/services.ts
var servicesOf = (function servicesOf(index, controllers) {
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
});
var controllersByLabel = (function controllersByLabel(controllers) {
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
});
var mayHaveLabels = (function mayHaveLabels(wanted, byLabel) {
  const candidates = [...wanted].map(([key, value]) => byLabel.get(`${key}=${value}`) ?? []);
  return candidates.reduce((one, other) => other.length < one.length ? other : one);
});
var selected = (function selected(wanted, namespace, byLabel) {
  return mayHaveLabels(wanted, byLabel).filter(
    ({ object, labels }) => sameNamespace(object.namespace, namespace) && hasLabels(labels, wanted)
  );
});
var portOf = (function portOf(item) {
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
});
var containerPorts = (function containerPorts(container) {
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
});
var arrivalOf = (function arrivalOf(port, containers) {
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
});
const {
  hasLabels,
  sameNamespace
} = require("./chunk-YXRK3UZL.js");
const {
  child,
  descend,
  factOf,
  itemsOf,
  knownValue,
  numberFact,
  optional,
  textAt,
  textOf,
  textsByKey
} = require("./chunk-Q3NCOY3T.js");

// src/model/kubernetes/services.ts
var TYPES = /* @__PURE__ */ new Set(["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"]);







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
  controllersByLabel,
  mayHaveLabels,
  containerPorts,
  arrivalOf,
  isInternal
};
