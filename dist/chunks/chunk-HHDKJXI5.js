"use strict";
const {
  find,
  isOn,
  listAt,
  textAt,
  valueAt
} = require("./chunk-OL55DRYB.js");
const {
  known
} = require("./chunk-KHVWFIBF.js");

// src/model/traefik/entry-points.ts
function entryPointsOf(settings, workload, kindsOf) {
  const written = [...find(settings, "entrypoints")?.children ?? []].map(
    ([name, setting]) => entryPointOf(name, setting, kindsOf)
  );
  const added = [];
  const add = (name, port) => added.push({
    name,
    port: known(port, workload.at),
    udp: false,
    tls: false,
    middlewareKinds: [],
    redirectsToTls: false,
    at: workload.at
  });
  if (written.every(({ name }) => name === "traefik")) add("http", 80);
  if (usesInternal(settings) && !written.some(({ name }) => name === "traefik")) add("traefik", 8080);
  return [...written, ...added];
}
function entryPointOf(name, setting, kindsOf) {
  const address = valueAt(setting, "address");
  const port = address && portOf(address);
  const certResolver = textAt(setting, "http", "tls", "certresolver");
  return {
    name,
    ...port ? { port } : {},
    udp: address?.known === true && /\/udp$/i.test(address.value),
    tls: isOn(setting, "http", "tls"),
    ...certResolver === void 0 ? {} : { certResolver },
    middlewareKinds: kindsOf(listAt(setting, "http", "middlewares"), "file"),
    redirectsToTls: redirects(setting),
    at: find(setting, "address")?.at ?? setting.at
  };
}
function portOf(address) {
  if (!address.known) return address;
  const port = /:(\d{1,5})(?:\/(?:tcp|udp))?$/i.exec(address.value)?.[1];
  return port === void 0 ? void 0 : known(Number(port), address.at);
}
function redirects(setting) {
  const redirection = find(setting, "http", "redirections", "entrypoint");
  return textAt(redirection, "to") !== void 0 && (textAt(redirection, "scheme") ?? "https").toLowerCase() === "https";
}
function usesInternal(settings) {
  const onInternal = (...path) => isOn(settings, ...path) && (textAt(settings, ...path, "entrypoint") ?? "traefik").toLowerCase() === "traefik";
  return isOn(settings, "api", "insecure") || onInternal("ping") || onInternal("metrics", "prometheus") || isOn(settings, "providers", "rest", "insecure");
}
function entryPointsOfRouter(router, entryPoints, settings) {
  if (router.entryPoints.length > 0) {
    const named = new Set(router.entryPoints.map((name) => name.toLowerCase()));
    return entryPoints.filter(({ name }) => named.has(name));
  }
  const chosen = entryPoints.filter(({ name }) => isOn(settings, "entrypoints", name, "asdefault"));
  return chosen.length > 0 ? chosen : entryPoints.filter(({ name, udp }) => name !== "traefik" && !udp);
}
function resolversOf(settings) {
  return [...find(settings, "certificatesresolvers")?.children.values() ?? []].map((setting) => {
    const acme = find(setting, "acme");
    const entryPoint = textAt(acme, "httpchallenge", "entrypoint")?.toLowerCase();
    const storage = valueAt(acme, "storage");
    return {
      name: setting.name,
      challenge: acme ? challengeOf(acme) : "other",
      ...entryPoint === void 0 ? {} : { entryPoint },
      // The working directory of the images is `/`.
      storage: storage?.known === false ? storage : known(absolute(storage?.value), storage?.at ?? setting.at),
      settings: setting,
      at: setting.at
    };
  });
}
function absolute(path = "acme.json") {
  return path.startsWith("/") ? path : `/${path.replace(/^\.\//, "")}`;
}
function challengeOf(acme) {
  const dns = valueAt(acme, "dnschallenge", "provider");
  const http = valueAt(acme, "httpchallenge", "entrypoint");
  if (dns && (!dns.known || dns.value !== "")) return "dns";
  if (http && (!http.known || http.value !== "")) return "http";
  const tls = find(acme, "tlschallenge");
  if (tls?.value?.known === false) return "unknown";
  return tls && isOn(tls) ? "tls" : "none";
}

module.exports = {
  entryPointsOf,
  entryPointsOfRouter,
  resolversOf
};
