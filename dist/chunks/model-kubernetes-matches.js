"use strict";

// src/model/kubernetes/matches.ts
var mismatchesOf = (function mismatchesOf(cluster, system) {
  const controllers = system.clusters.flatMap((one) => one.controllers);
  const services = system.clusters.flatMap((one) => one.services);
  return [
    ...cluster.controllers.flatMap(ownSelector),
    ...cluster.controllers.flatMap((controller) => namesMismatch(controller, services)),
    ...cluster.services.flatMap((service) => serviceMismatches(service, controllers)),
    ...[...cluster.budgets, ...cluster.policies].flatMap(
      ({ object, controllers: own }) => own.length > 0 || selectsElsewhere(object, system) ? [] : selectorMismatch(object, controllers)
    ),
    ...cluster.autoscalers.flatMap(({ object, target, controller }) => {
      if (controller || !SCALED.has(target.kind) || isThere(target, object, controllers)) return [];
      if (!someIn(controllers, object.namespace)) return [];
      const message = `${object.kind} ${object.name} scales ${target.kind} ${target.name}, which is not there`;
      const fix = `Write the kind and name of what it is to scale under \`scaleTargetRef\`${similar(target.name, controllers)}.`;
      return [{ object, part: "scaleTargetRef", at: target.at, message, fix, certain: false }];
    }),
    ...cluster.routes.flatMap((route) => routeMismatch(route, services))
  ];
});
var ownSelector = (function ownSelector({ object, labels }) {
  if (object.apiVersion !== "apps/v1") return [];
  const spec = child(object.node, "spec");
  const selector = child(spec, "selector");
  if (selector && selects(selector, labels)) return [];
  const written = textsByKey(child(selector, "matchLabels"));
  const message = selector ? `${object.kind} ${object.name} selects ${list(written)}, and its pods have ${list(labels)}` : `${object.kind} ${object.name} has no selector`;
  const fix = "Give `spec.selector.matchLabels` and `spec.template.metadata.labels` the same labels.";
  return [{ object, part: "selector", at: selector?.at ?? object.at, message, fix, certain: true }];
});
var namesMismatch = (function namesMismatch({ object }, services) {
  const spec = child(object.node, "spec");
  const service = child(spec, "serviceName");
  const name = textOf(service);
  if (object.kind !== "StatefulSet" || !service || !name || Number(textOf(child(spec, "replicas")) ?? 1) < 2) return [];
  const there = services.filter((one) => sameNamespace(one.object.namespace, object.namespace));
  if (there.length === 0 || there.some((one) => one.object.name === name)) return [];
  const message = `StatefulSet ${object.name} takes the names of its pods from the Service ${name}, which is not there: ${object.name}-0.${name} leads nowhere`;
  const headless = there.filter((one) => one.headless).map((one) => one.object.name);
  const fix = `Make a Service ${name} with \`clusterIP: None\` and the labels of the pods${headless.length > 0 && headless.length <= 5 ? `, or write the one that is there as \`serviceName\`: ${headless.join(", ")}` : ""}. A StatefulSet that exists has to be made anew for another \`serviceName\`.`;
  return [{ object, part: "serviceName", at: service.at, message, fix, certain: false }];
});
var serviceMismatches = (function serviceMismatches(service, controllers) {
  const { object, selector, type } = service;
  if (type === "ExternalName") return addressMismatch(service);
  if (!selector) return [];
  const own = service.controllers;
  const reached = own.length > 0 ? own : controllers.filter(
    (one) => sameNamespace(one.object.namespace, object.namespace) && hasLabels(one.labels, selector)
  );
  if (reached.length > 0) return portMismatches(service, reached);
  if (!someIn(controllers, object.namespace)) return [];
  const at = child(child(object.node, "spec"), "selector")?.at ?? object.at;
  const message = `Service ${object.name} selects ${list(selector)}, which no pods have${nearest(selector, controllers)}`;
  const fix = "Give the selector of the Service labels of the pods (`spec.template.metadata.labels`) that it is for.";
  return [{ object, part: "selector", at, message, fix, certain: false }];
});
var portMismatches = (function portMismatches({ object, ports }, reached) {
  return ports.flatMap((port) => {
    const name = knownValue(port.target);
    if (typeof name !== "string" || reached.some((one) => portNames(one).has(name))) return [];
    const pods = reached.map((one) => `${one.object.kind} ${one.object.name}`).join(", ");
    const message = `Service ${object.name} leads to the port ${name}, and ${pods} has no port of that name`;
    const fix = `Name a port of the container \`${name}\` (\`ports: [{ name: ${name}, containerPort: \u2026 }]\`), or write its number as \`targetPort\`.`;
    return [{ object, part: `port.${name}`, at: port.target?.at ?? port.at, message, fix, certain: true }];
  });
});
var isStandardRoute = (function isStandardRoute({ object }) {
  const group = groupOf(object);
  return group === "networking.k8s.io" || group === "gateway.networking.k8s.io";
});
var missingService = (function missingService(route, services) {
  const { object, service: name, port } = route;
  if (knownValue(port) === BY_ANNOTATION) return void 0;
  const there = servicesBeside(route, services);
  if (there.length === 0 || there.some((one) => one.object.name === name)) return void 0;
  const message = `${object.kind} ${object.name} sends requests to the Service ${name}, which is not there`;
  const fix = `Write the name of the Service that is to answer${there.length <= 5 ? `: ${there.map((one) => one.object.name).join(", ")}` : ""}.`;
  return { object, part: `backend.${name}`, at: route.at, message, fix, certain: false };
});
var servicesBeside = (function servicesBeside({ namespace, object }, services) {
  return services.filter((one) => sameNamespace(one.object.namespace, namespace ?? object.namespace));
});
var routeMismatch = (function routeMismatch(route, services) {
  if (!isStandardRoute(route)) return [];
  const missing = missingService(route, services);
  if (missing) return [missing];
  const { object, service: name, port } = route;
  const wanted = knownValue(port);
  const found = servicesBeside(route, services).filter((one) => one.object.name === name);
  const [first] = found;
  if (!first || wanted === void 0 || wanted === BY_ANNOTATION) return [];
  if (first.ports.length === 0 || found.some((one) => hasPort(one, wanted))) return [];
  const ports = first.ports.flatMap((one) => one.name ?? knownValue(one.port) ?? []).join(", ");
  const message = `${object.kind} ${object.name} sends requests to port ${wanted} of the Service ${name}, which has ${ports}`;
  const fix = `Write a port of the Service as the port of the backend: ${ports}.`;
  return [{ object, part: `backend.${name}.${wanted}`, at: port?.at ?? route.at, message, fix, certain: true }];
});
var hasPort = (function hasPort({ ports }, wanted) {
  return ports.some((port) => !port.port.known || port.port.value === wanted || port.name === wanted);
});
const {
  containerPorts
} = require("./chunk-YNJ6KZOA.js");
const {
  hasLabels,
  sameNamespace,
  selects
} = require("./chunk-YXRK3UZL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  groupOf,
  isAddress,
  itemsOf,
  knownValue,
  textOf,
  textsByKey
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/kubernetes/matches.ts

function selectsElsewhere({ at }, { deployments }) {
  return deployments.some(
    ({ cluster }) => [...cluster?.budgets ?? [], ...cluster?.policies ?? []].some(
      ({ object, controllers }) => controllers.length > 0 && object.at.path === at.path && object.at.start === at.start
    )
  );
}
var SCALED = /* @__PURE__ */ new Set(["Deployment", "StatefulSet", "ReplicaSet"]);
function isThere(target, object, controllers) {
  return controllers.some(
    (one) => one.object.kind === target.kind && one.object.name === target.name && sameNamespace(one.object.namespace, object.namespace)
  );
}
function someIn(controllers, namespace) {
  return controllers.some((one) => sameNamespace(one.object.namespace, namespace));
}
function similar(name, controllers) {
  const other = controllers.find((one) => one.object.name.includes(name) || name.includes(one.object.name));
  return other ? `; there is a ${other.object.kind} ${other.object.name}` : "";
}


function addressMismatch({ object, externalName, ports }) {
  const address = knownValue(externalName);
  if (!externalName || address === void 0 || !isAddress(address)) return [];
  const message = `Service ${object.name} is an alias of ${address}, which is an address and no name: ${object.name} cannot be resolved`;
  const listed = ports.flatMap(({ port }) => port.known ? [`{ port: ${port.value} }`] : []).join(", ");
  const fix = `Leave out \`type\` and \`externalName\`, and add an EndpointSlice with the label \`kubernetes.io/service-name: ${object.name}\`, \`addressType: IPv4\`, \`endpoints: [{ addresses: [${address}] }]\` and \`ports: [${listed}]\`.`;
  return [{ object, part: "externalName", at: externalName.at, message, fix, certain: true }];
}


function portNames({ spec }) {
  const containers = [...itemsOf(child(spec, "containers")), ...itemsOf(child(spec, "initContainers"))];
  return new Set(containers.flatMap((container) => containerPorts(container).flatMap((port) => port.name ?? [])));
}
function selectorMismatch(object, controllers) {
  const key = object.kind === "NetworkPolicy" ? "podSelector" : "selector";
  const selector = child(child(object.node, "spec"), key);
  const there = controllers.filter((one) => sameNamespace(one.object.namespace, object.namespace));
  if (there.length === 0 || selector && there.some((one) => selects(selector, one.labels))) return [];
  const wanted = textsByKey(child(selector, "matchLabels"));
  const what = wanted.size > 0 ? list(wanted) : "nothing";
  const message = `${object.kind} ${object.name} selects ${what}${wanted.size > 0 ? `, which no pods have${nearest(wanted, there)}` : ""}`;
  const fix = `Give \`spec.${key}.matchLabels\` labels of the pods that it is for.`;
  return [{ object, part: key, at: selector?.at ?? object.at, message, fix, certain: selector === void 0 }];
}
var BY_ANNOTATION = "use-annotation";





function list(labels) {
  return labels.size === 0 ? "no labels" : [...labels].map(([key, value]) => `${key}=${value}`).join(", ");
}
function nearest(wanted, controllers) {
  let best;
  let most = 0;
  for (const controller of controllers) {
    const agreeing = [...wanted].filter(([key, value]) => controller.labels.get(key) === value).length;
    if (agreeing > most) {
      best = controller;
      most = agreeing;
    }
  }
  return best ? `; those of ${best.object.kind} ${best.object.name} have ${list(best.labels)}` : "";
}
module.exports = {
  house: runAudit,
  isStandardRoute,
  mismatchesOf,
  missingService
};
