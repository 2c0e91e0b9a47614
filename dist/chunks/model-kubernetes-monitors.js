"use strict";

// src/model/kubernetes/monitors.ts
var monitorOf = (function monitorOf(object) {
  if (!GROUPS.test(groupOf(object))) return void 0;
  const of = OF_SERVICES.test(object.kind) ? "services" : OF_PODS.test(object.kind) ? "pods" : void 0;
  if (!of) return void 0;
  const spec = child(object.node, "spec");
  const endpoints = child(spec, "endpoints") ?? child(spec, "podMetricsEndpoints");
  return { object, of, selector: child(spec, "selector"), endpoints: itemsOf(endpoints) };
});
var monitoredTargets = (function monitoredTargets(clusters) {
  const services = clusters.flatMap((one) => one.services.map((service) => ({ service, cluster: one })));
  const controllers = clusters.flatMap((one) => one.controllers.map((controller) => ({ controller, cluster: one })));
  const monitors = clusters.flatMap((one) => one.objects.flatMap((object) => monitorOf(object) ?? []));
  return [
    ...monitors.flatMap(
      (monitor) => monitor.of === "services" ? services.flatMap(
        ({ service, cluster }) => isChosen(monitor, service) ? byService(monitor, service, cluster) : []
      ) : controllers.flatMap(
        ({ controller, cluster }) => isChosen(monitor, controller) ? byPod(monitor, controller, cluster) : []
      )
    ),
    ...controllers.flatMap(({ controller, cluster }) => annotated(controller, cluster)),
    ...services.flatMap(({ service, cluster }) => annotatedService(service, cluster))
  ];
});
var annotated = (function annotated(controller, cluster) {
  const notes = child(child(podTemplateOf(controller.object)?.node, "metadata"), "annotations");
  const scrape = child(notes, "prometheus.io/scrape");
  if (!scrape || textOf(scrape) !== "true") return [];
  return asked(controller.object, controller, cluster, textOf(child(notes, "prometheus.io/port")), scrape.at);
});
var annotatedService = (function annotatedService({ object, controllers }, cluster) {
  const notes = descend(object.node, "metadata", "annotations");
  const scrape = child(notes, "prometheus.io/scrape");
  if (!scrape || textOf(scrape) !== "true") return [];
  return controllers.flatMap((one) => asked(object, one, cluster, textOf(child(notes, "prometheus.io/port")), scrape.at));
});
var monitorProblems = (function monitorProblems(clusters) {
  const services = clusters.flatMap((one) => one.services);
  const controllers = clusters.flatMap((one) => one.controllers);
  const monitors = clusters.flatMap((one) => one.objects.flatMap((object) => monitorOf(object) ?? []));
  return monitors.flatMap((monitor) => problemsOf(monitor, monitor.of === "services" ? services : controllers));
});
const {
  workloadId
} = require("./chunk-YCNEZL6D.js");
const {
  arrivalOf,
  containerPorts
} = require("./chunk-YNJ6KZOA.js");
const {
  sameNamespace,
  selects
} = require("./chunk-YXRK3UZL.js");
require("./chunk-QNSLWPTQ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  descend,
  groupOf,
  itemsOf,
  podTemplateOf,
  textOf,
  textsByKey
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/kubernetes/monitors.ts
var GROUPS = /^(?:monitoring\.coreos\.com|operator\.victoriametrics\.com|azmonitoring\.coreos\.com|monitoring\.googleapis\.com)$/;
var OF_SERVICES = /^(?:ServiceMonitor|VMServiceScrape)$/;
var OF_PODS = /^(?:PodMonitor|VMPodScrape|PodMonitoring)$/;

function looksInto({ object }, namespace) {
  const chosen = descend(object.node, "spec", "namespaceSelector");
  if (textOf(child(chosen, "any")) === "true") return true;
  const names = itemsOf(child(chosen, "matchNames")).flatMap((name) => textOf(name) ?? []);
  return names.length > 0 ? namespace === void 0 || names.includes(namespace) : sameNamespace(namespace, object.namespace);
}

function isChosen(monitor, { object, ...rest }) {
  const labels = "labels" in rest ? rest.labels : textsByKey(descend(object.node, "metadata", "labels"));
  return looksInto(monitor, object.namespace) && selects(monitor.selector, labels);
}
function byService(monitor, service, cluster) {
  return monitor.endpoints.flatMap((endpoint) => {
    const name = textOf(child(endpoint, "port"));
    const port = service.ports.find((one) => one.name !== void 0 && one.name === name) ?? service.ports[0];
    return service.controllers.flatMap(({ object }) => {
      const template = podTemplateOf(object);
      const arrival = port && template && arrivalOf(port, template.containers);
      if (!arrival) return [];
      const workload = workloadId(cluster.deployment, template, arrival.container);
      const number = arrival.number === void 0 ? {} : { port: arrival.number };
      return [{ by: monitor.object, workload, ...number, at: endpoint.at }];
    });
  });
}
function byPod(monitor, controller, cluster) {
  return monitor.endpoints.flatMap((endpoint) => {
    const wanted = child(endpoint, "port") ?? child(endpoint, "portNumber") ?? child(endpoint, "targetPort");
    return asked(monitor.object, controller, cluster, textOf(wanted), endpoint.at);
  });
}
function asked(by, { object }, { deployment }, wanted, at) {
  const template = podTemplateOf(object);
  if (!template) return [];
  const running = template.containers.filter(({ part }) => part !== "init");
  const ports = running.flatMap((container) => containerPorts(container.node).map((one) => ({ container, ...one })));
  const found = ports.filter(({ name, number }) => wanted === void 0 || name === wanted || String(number) === wanted);
  if (found.length > 0)
    return found.map(({ container, number }) => {
      return { by, workload: workloadId(deployment, template, container), port: number, at };
    });
  const main = running.find((one) => one.part === "main");
  if (!main || wanted !== void 0 && !/^\d{1,5}$/.test(wanted)) return [];
  const port = wanted === void 0 ? {} : { port: Number(wanted) };
  return [{ by, workload: workloadId(deployment, template, main), ...port, at }];
}



function problemsOf(monitor, all) {
  const { object, of, selector } = monitor;
  const there = all.filter((one) => looksInto(monitor, one.object.namespace));
  const chosen = there.filter((one) => isChosen(monitor, one));
  const things = of === "services" ? "Service" : "pod";
  if (there.length === 0) return [];
  if (chosen.length === 0) {
    const wanted = [...textsByKey(child(selector, "matchLabels"))].map(([key, value]) => `${key}=${value}`).join(", ");
    const what = `${object.kind} ${object.name} selects ${wanted || "by expressions"}, which no ${things} has, so nothing is scraped for it`;
    const fix = `Give the selector of the monitor labels of the ${things}s that it is for.`;
    return [{ by: object, what, fix, certain: false, at: selector?.at ?? object.at }];
  }
  return monitor.endpoints.flatMap((endpoint) => {
    const port = child(endpoint, "port");
    const name = textOf(port);
    if (!port || name === void 0 || chosen.some((one) => portNames(one).has(name))) return [];
    const names = [...new Set(chosen.flatMap((one) => [...portNames(one)]))];
    const has = names.length > 0 ? `has ${names.join(", ")}` : "gives no port a name";
    const first = chosen[0]?.object;
    const what = `${object.kind} ${object.name} asks the port ${name} for metrics, and ${first?.kind} ${first?.name} ${has}`;
    const fix = `Write the name of a port as \`port\`, or name the port \`${name}\`.`;
    return [{ by: object, what, fix, certain: true, at: port.at }];
  });
}
function portNames(one) {
  if ("ports" in one)
    return new Set(one.ports.flatMap(({ name, port }) => [name ?? [], port.known ? [] : ["?"]].flat()));
  const containers = podTemplateOf(one.object)?.containers ?? [];
  return new Set(
    containers.flatMap(
      ({ node }) => containerPorts(node).flatMap(({ name, number }) => [name ?? [], `${number}`].flat())
    )
  );
}
module.exports = {
  house: runAudit,
  monitorProblems,
  monitoredTargets
};
