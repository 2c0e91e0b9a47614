"use strict";
const {
  readRule
} = require("./chunk-THLO6G4E.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  entryPointsOfRouter,
  reachOf,
  traefiksOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/traefik/plain-routers.ts
var REDIRECTS = /* @__PURE__ */ new Set(["redirectscheme", "redirectregex", "unknown", "plugin"]);
function plainRouters(system) {
  const { upstream, by } = system.encryption;
  if (upstream || by.some(({ kind }) => kind === "outside" || kind === "tunnel" || kind === "companion")) return [];
  return traefiksOf(system).flatMap(plainOf);
}
function plainOf({ proxy, configuration, settings, hidden }) {
  const { routers, entryPoints } = configuration;
  const [runner] = proxy.workloads;
  if (hidden || !runner || runner.weight === 0 || !proxy.listeners.some(({ tls }) => tls)) return [];
  const pointsOf = (router) => entryPointsOfRouter(router, entryPoints, settings);
  const encrypted = routers.filter((router) => router.tls || pointsOf(router).some(({ tls }) => tls)).map(hostsOf);
  if (encrypted.includes(void 0)) return [];
  const covered = new Set(encrypted.flatMap((hosts) => hosts ?? []));
  return routers.flatMap((router) => {
    const point = router.tls ? void 0 : pointsOf(router).find((one) => isPlain(one, proxy.workloads));
    const hosts = hostsOf(router) ?? [];
    const kinds = [...router.middlewareKinds, ...point?.middlewareKinds ?? []];
    const [host] = hosts;
    if (!point || host === void 0 || hosts.some((one) => covered.has(one) || isLocal(one))) return [];
    if (pointsOf(router).some(({ tls }) => tls) || kinds.some((kind) => REDIRECTS.has(kind))) return [];
    return [{ workload: router.owner ?? runner, proxy: proxy.name, host, entryPoint: point.name, at: router.at }];
  });
}
function hostsOf({ rule }) {
  const matches = rule?.known ? readRule(rule.value) : void 0;
  if (!matches || matches.some(({ hosts }) => hosts.length === 0)) return void 0;
  return matches.flatMap(({ hosts }) => hosts).map((host) => host.toLowerCase());
}
function isPlain({ port, udp, tls, redirectsToTls }, workloads) {
  if (udp || tls || redirectsToTls || port?.known !== true || port.value === 443) return false;
  return workloads.some((workload) => reachOf(workload, port.value) === "public");
}
function isLocal(host) {
  return !host.includes(".") || /(?:^|\.)(?:localhost|local|internal|lan|home|test|example)$|\$|^\d+(?:\.\d+){3}$/.test(host);
}
module.exports = {
  house: runAudit,
  plainRouters
};
