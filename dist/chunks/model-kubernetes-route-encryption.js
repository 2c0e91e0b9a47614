"use strict";

// src/model/kubernetes/route-encryption.ts
var parentsOf = (function parentsOf({ node, namespace }) {
  return itemsOf(descend(node, "spec", "parentRefs")).map((parent) => ({
    name: textOf(child(parent, "name")) ?? "",
    namespace: textOf(child(parent, "namespace")) ?? namespace
  }));
});
var isInternalRoute = (function isInternalRoute(object, cluster) {
  const annotations = annotationsOf(object);
  const named = textOf(descend(object.node, "spec", "ingressClassName")) ?? annotations.get("kubernetes.io/ingress.class");
  const gateways = parentsOf(object).flatMap(
    ({ name }) => cluster.objects.filter((one) => one.kind === "Gateway" && one.name === name)
  );
  const classes = [named, ...gateways.map(({ node }) => textOf(descend(node, "spec", "gatewayClassName")))];
  if (classes.some((one) => one !== void 0 && INTERNAL_CLASS.test(one))) return true;
  const scheme = annotations.get("alb.ingress.kubernetes.io/scheme");
  if (scheme === "internal" || named === "alb" && scheme === void 0) return true;
  const ranges = annotations.get("nginx.ingress.kubernetes.io/whitelist-source-range");
  return ranges !== void 0 && !/(?:^|[,\s])(?:0\.0\.0\.0|::)\/0/.test(ranges);
});
var annotationsOf = (function annotationsOf({ node }) {
  return textsByKey(descend(node, "metadata", "annotations"));
});
const {
  sameNamespace
} = require("./chunk-YXRK3UZL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  descend,
  groupOf,
  itemsOf,
  textOf,
  textsByKey
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/kubernetes/route-encryption.ts
function routesOfCluster(cluster, encrypted) {
  const shared = sharedListeners(cluster, encrypted);
  return (object) => routeEncryption(object, cluster, encrypted, shared);
}
function routeEncryption(object, cluster, encrypted, shared) {
  switch (`${groupOf(object)}/${object.kind}`) {
    case "networking.k8s.io/Ingress":
    case "extensions/Ingress":
      return sharesListener(object, cluster, shared) ? "yes" : ofEntryPoints(entryPointsOf(object));
    case "gateway.networking.k8s.io/TLSRoute":
      return "yes";
    case "gateway.networking.k8s.io/HTTPRoute":
    case "gateway.networking.k8s.io/GRPCRoute":
      return byGateways(parentsOf(object), object, cluster, []);
    case "networking.istio.io/VirtualService":
      return byGateways(gatewaysOf(object), object, cluster, encrypted);
    case "traefik.io/IngressRoute":
    case "traefik.containo.us/IngressRoute":
      return redirects(object, cluster) ? "yes" : ofEntryPoints(textsOf(descend(object.node, "spec", "entryPoints")));
    // Without a host of its own it is a part of another one.
    case "projectcontour.io/HTTPProxy":
      return descend(object.node, "spec", "virtualhost") === void 0 && encrypted.some(({ kind }) => kind === "HTTPProxy") ? "yes" : "no";
    case "elbv2.k8s.aws/TargetGroupBinding":
      return { because: "the load balancer of its target group is not in the repository" };
    // Emissary ends TLS by what its Hosts and TLSContexts say.
    case "getambassador.io/Mapping":
      return cluster.objects.some(({ kind }) => kind === "Host" || kind === "TLSContext") ? "yes" : "no";
    default:
      return "no";
  }
}
function sharedListeners(cluster, encrypted) {
  const named = namedSecrets(cluster);
  return {
    hosts: new Set(
      encrypted.flatMap(({ kind, node }) => {
        const spec = child(node, "spec");
        if (kind === "Ingress") return itemsOf(child(spec, "tls")).flatMap((entry) => textsOf(child(entry, "hosts")));
        const isSpare = kind === "Certificate" && !named.has(textOf(child(spec, "secretName")) ?? "");
        return isSpare ? textsOf(child(spec, "dnsNames")) : [];
      })
    ),
    groups: new Set(encrypted.filter(({ kind }) => kind === "Ingress").map(groupNameOf))
  };
}
function sharesListener(object, { routes }, { hosts, groups }) {
  const group = groupNameOf(object);
  if (group !== void 0 && groups.has(group)) return true;
  const own = routes.filter((route) => route.object === object).flatMap((route) => route.hosts);
  return own.length > 0 && own.every((host) => hosts.has(host) || hosts.has(host.replace(/^[^.]+/, "*")));
}
function groupNameOf(object) {
  return annotationsOf(object).get("alb.ingress.kubernetes.io/group.name");
}
function namedSecrets({ objects }) {
  return new Set(
    objects.flatMap(({ node, kind }) => {
      const spec = child(node, "spec");
      if (kind === "Ingress") return itemsOf(child(spec, "tls")).map((one) => textOf(child(one, "secretName")));
      if (kind !== "Gateway") return [];
      return [...itemsOf(child(spec, "listeners")), ...itemsOf(child(spec, "servers"))].flatMap((one) => {
        const tls = child(one, "tls");
        const references = itemsOf(child(tls, "certificateRefs")).map((reference) => textOf(child(reference, "name")));
        return [textOf(child(tls, "credentialName")), ...references];
      });
    }).filter((name) => name !== void 0)
  );
}

function gatewaysOf({ node, namespace }) {
  return textsOf(descend(node, "spec", "gateways")).flatMap((text) => {
    const slash = text.indexOf("/");
    if (text === "mesh") return [];
    return [{ name: text.slice(slash + 1), namespace: slash > 0 ? text.slice(0, slash) : namespace }];
  });
}
function byGateways(references, { kind, name }, { objects }, encrypted) {
  const gateways = references.map((one) => ({
    one,
    found: objects.find(
      (object) => object.kind === "Gateway" && object.name === one.name && sameNamespace(object.namespace, one.namespace)
    )
  }));
  if (gateways.some(({ found }) => found && encrypted.includes(found))) return "yes";
  if (gateways.length === 0) return { because: `the ${kind} ${name} names no Gateway` };
  const away = gateways.find(({ found }) => !found);
  return away ? { because: `the Gateway ${away.one.name} is not in the repository` } : "no";
}
function redirects({ node }, { objects }) {
  const names = itemsOf(descend(node, "spec", "routes")).map(
    (route) => itemsOf(child(route, "middlewares")).map((one) => textOf(child(one, "name")))
  );
  const isRedirect = (name) => objects.some((one) => one.kind === "Middleware" && one.name === name && redirectOf(one) === "https");
  return names.length > 0 && names.every((of) => of.some(isRedirect));
}
function redirectOf({ node }) {
  return textOf(descend(node, "spec", "redirectScheme", "scheme"));
}
function entryPointsOf(object) {
  const written = annotationsOf(object).get("traefik.ingress.kubernetes.io/router.entrypoints") ?? "";
  return written.split(",").flatMap((name) => name.trim() || []);
}
function ofEntryPoints(names) {
  const other = names.find((name) => name !== "web" && name !== "http");
  return other === void 0 ? "no" : { because: `the entry point ${other} may encrypt by itself` };
}
var INTERNAL_CLASS = /(?:^|-)(?:internal|private|intranet|rilb)(?:-|$)/;


function textsOf(list) {
  return itemsOf(list).flatMap((item) => textOf(item) ?? []);
}
module.exports = {
  house: runAudit,
  isInternalRoute,
  routesOfCluster
};
