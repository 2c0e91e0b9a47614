"use strict";
// src/model/traefik/judging.ts
function traefiksOf(system) {
  return system.proxies.flatMap((proxy) => {
    if (!proxy.traefik) return [];
    const { source, settings, complete } = proxy.traefik.static;
    const file = source?.kind === "file" ? source : void 0;
    return [
      {
        proxy,
        configuration: proxy.traefik,
        settings,
        at: file?.complete ? file.at : proxy.at,
        ...complete || !source ? {} : { hidden: { because: whyHidden(source.kind, source.name), at: source.at } }
      }
    ];
  });
}
function whyHidden(kind, name) {
  return kind === "file" ? `its configuration ${name} is not known` : "a part of its command is not known";
}
function reachOf(workload, port) {
  if (workload.privileges.hostNamespaces.some(({ namespace }) => namespace === "network")) return "public";
  const published = workload.published.filter(
    (one) => one.protocol === "tcp" && (!one.container.known || one.container.value === port)
  );
  if (published.some((one) => one.reach === "any" || one.reach === "address")) return "public";
  return published.some((one) => one.reach === "unknown" || !one.container.known) ? "unknown" : "network";
}

module.exports = {
  traefiksOf,
  reachOf
};
