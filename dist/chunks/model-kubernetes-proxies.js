"use strict";

// src/model/kubernetes/load-balancer-checks.ts
var loadBalancerCheck = (function loadBalancerCheck(service, ingress) {
  const annotations = [service, ingress].map(({ node: node2 }) => descend(node2, "metadata", "annotations"));
  const find = (name) => annotations.map((one) => child(one, name)).find((node2) => node2 !== void 0);
  const node = PATHS.map(find).find((one) => one !== void 0);
  const path = textOf(node);
  if (!node || path === void 0 || !path.startsWith("/")) return void 0;
  const said = (name) => textOf(find(`alb.ingress.kubernetes.io/${name}`));
  const port = said("healthcheck-port") ?? textOf(find("appgw.ingress.kubernetes.io/health-probe-port"));
  const codes = said("success-codes") ?? textOf(find("appgw.ingress.kubernetes.io/health-probe-status-codes"));
  if (port !== void 0 && port !== "traffic-port") return void 0;
  if (/^(?:GRPC|TCP)$/i.test(said("backend-protocol-version") ?? said("healthcheck-protocol") ?? "")) return void 0;
  if (codes !== void 0 && !codes.split(",").every((code) => /^\s*[23]/.test(code) && !/-\s*[45]/.test(code)))
    return void 0;
  return { method: "GET", path: known(path, node.at), at: node.at };
});

// src/model/kubernetes/proxies.ts
var clusterProxies = (function clusterProxies(clusters, workloads) {
  const byId = new Map(workloads.map((workload) => [workload.id, workload]));
  return clusters.flatMap((cluster) => {
    const services = servicesByName(cluster);
    const byObject = /* @__PURE__ */ new Map();
    for (const route of cluster.routes) {
      const others = byObject.get(route.object);
      if (others) others.push(route);
      else byObject.set(route.object, [route]);
    }
    return [...byObject].map(([object, routes]) => proxyOf(object, routes, { cluster, services, byId }));
  });
});
var servicesByName = (function servicesByName({ services }) {
  const found = /* @__PURE__ */ new Map();
  for (const service of services) {
    const others = found.get(service.object.name);
    if (others) others.push(service);
    else found.set(service.object.name, [service]);
  }
  return found;
});
var proxyOf = (function proxyOf(object, own, context) {
  const { kind, name, namespace, at } = object;
  const upstreams = /* @__PURE__ */ new Map();
  const routes = own.map((route) => {
    const key = `${route.namespace ?? ""}/${route.service}:${knownValue(route.port) ?? ""}`;
    const upstream = upstreams.get(key) ?? upstreamOf(route, context);
    upstreams.set(key, upstream);
    const { hosts, path = { match: "prefix", text: "/" }, rewrite } = route;
    return { hosts, path, upstream, rewrite, at: route.at };
  });
  return {
    id: `proxy:${context.cluster.deployment}/${kind}/${namespace ?? ""}/${name}`,
    kind: "proxy",
    name: `${kind} ${name}`,
    weight: 3,
    at,
    files: [at.path],
    software: "kubernetes",
    workloads: [],
    listeners: listenersOf(object, context.cluster),
    routes,
    upstreams: [...upstreams.values()],
    complete: context.cluster.complete,
    kubernetes: { cluster: context.cluster, routes: own }
  };
});
var upstreamOf = (function upstreamOf(route, context) {
  const namespace = route.namespace ?? route.object.namespace;
  const service = context.services.get(route.service)?.find((one) => sameNamespace(one.object.namespace, namespace));
  const port = service && portOf(service, knownValue(route.port));
  const base = { host: known(route.service, route.at), backup: false, resolved: "running" };
  if (!service || !port) return { name: route.service, servers: [{ ...base, at: route.at }], at: route.at };
  const servers = service.controllers.flatMap(({ object }) => {
    const template = podTemplateOf(object);
    const arrival = template && arrivalOf(port, template.containers);
    const workload = arrival && context.byId.get(workloadId(context.cluster.deployment, template, arrival.container));
    if (!workload) return [];
    const at = port.target?.at ?? port.at;
    const number = arrival.number === void 0 ? void 0 : known(arrival.number, at);
    return [{ ...base, workloads: [workload], ...number ? { port: number } : {}, at }];
  });
  const check = loadBalancerCheck(service.object, route.object);
  return {
    name: route.service,
    servers: servers.length > 0 ? servers : [{ ...base, at: route.at }],
    ...check && { check },
    at: route.at
  };
});
var portOf = (function portOf({ ports }, wanted) {
  if (wanted === void 0) return ports.length === 1 ? ports[0] : void 0;
  return ports.find((port) => knownValue(port.port) === wanted || port.name === wanted) ?? ports.find((port) => knownValue(port.target) === wanted);
});
var listenersOf = (function listenersOf(object, cluster) {
  const spec = child(object.node, "spec");
  if (object.kind === "Ingress") {
    const tls = child(spec, "tls");
    return [
      { port: known(80, object.at), tls: false, redirectsToTls: redirectsToTls(object), at: object.at },
      ...tls && itemsOf(tls).length > 0 ? [{ port: known(443, tls.at), tls: true, redirectsToTls: false, at: tls.at }] : []
    ];
  }
  return itemsOf(child(spec, "parentRefs")).flatMap((parent) => gatewayListeners(parent, object, cluster));
});
var redirectsToTls = (function redirectsToTls(object) {
  const annotations = descend(object.node, "metadata", "annotations");
  const forced = textOf(child(annotations, "nginx.ingress.kubernetes.io/force-ssl-redirect"));
  return forced === "true" || textOf(child(annotations, "alb.ingress.kubernetes.io/ssl-redirect")) !== void 0;
});
const {
  workloadId
} = require("./chunk-YCNEZL6D.js");
const {
  arrivalOf
} = require("./chunk-YNJ6KZOA.js");
const {
  sameNamespace
} = require("./chunk-YXRK3UZL.js");
require("./chunk-QNSLWPTQ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  descend,
  itemsOf,
  known,
  knownValue,
  numberFact,
  podTemplateOf,
  textOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/kubernetes/load-balancer-checks.ts
var PATHS = ["alb.ingress.kubernetes.io/healthcheck-path", "appgw.ingress.kubernetes.io/health-probe-path"];


// src/model/kubernetes/proxies.ts







function gatewayListeners(parent, object, cluster) {
  const name = textOf(child(parent, "name"));
  const namespace = textOf(child(parent, "namespace")) ?? object.namespace;
  const section = textOf(child(parent, "sectionName"));
  const gateway = cluster.objects.find(
    (one) => one.kind === "Gateway" && one.name === name && sameNamespace(one.namespace, namespace)
  );
  return itemsOf(descend(gateway?.node, "spec", "listeners")).flatMap((listener) => {
    if (section !== void 0 && textOf(child(listener, "name")) !== section) return [];
    const port = numberFact(child(listener, "port"));
    const tls = /^(?:HTTPS|TLS)$/.test(textOf(child(listener, "protocol")) ?? "");
    return port ? [{ port, tls, redirectsToTls: false, at: listener.at }] : [];
  });
}
module.exports = {
  clusterProxies,
  house: runAudit
};
