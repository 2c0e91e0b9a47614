"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  descend,
  entriesOf,
  itemsOf,
  parseYaml,
  relabel,
  targetSourcesOf,
  textOf,
  writtenAt,
  writtenItems
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/prometheus/config.ts
function readPrometheusConfig(source) {
  const { documents, problems } = parseYaml(source);
  const root = documents[0]?.root;
  const alerting = root?.kind === "map" ? root.entries.get("alerting") : void 0;
  const first = entriesOf(root)[0]?.[2];
  return {
    path: source.path,
    root,
    jobs: scrapeJobsOf(root),
    ruleFiles: writtenItems(child(root, "rule_files")),
    scrapeConfigFiles: writtenItems(child(root, "scrape_config_files")),
    alertmanagers: itemsOf(descend(root, "alerting", "alertmanagers")).map((node) => ({
      ...targetSourcesOf(node),
      scheme: writtenAt(node, "scheme")?.text ?? "http",
      at: node.at
    })),
    ...alerting ? { alertingAt: alerting.keyAt } : {},
    remoteWrites: itemsOf(child(root, "remote_write")).flatMap((node) => writtenAt(node, "url") ?? []),
    at: first ?? { path: source.path, start: 0, end: 0 },
    problems
  };
}
function scrapeJobsOf(root) {
  return itemsOf(child(root, "scrape_configs")).map((node) => {
    const name = writtenAt(node, "job_name");
    return {
      ...targetSourcesOf(node),
      name: name?.text ?? "",
      scheme: writtenAt(node, "scheme")?.text ?? "http",
      metricsPath: writtenAt(node, "metrics_path")?.text ?? "/metrics",
      parameters: new Map(
        entriesOf(child(node, "params")).map(([key, value]) => [key, textOf(itemsOf(value)[0]) ?? ""])
      ),
      hasCredentials: CREDENTIALS.some((key) => child(node, key) !== void 0),
      at: name?.at ?? node.at
    };
  });
}
var CREDENTIALS = [
  "authorization",
  "basic_auth",
  "bearer_token",
  "bearer_token_file",
  "oauth2",
  "tls_config",
  "http_headers",
  "params"
];
function addressOfTarget(target, job) {
  const labels = new Map([
    ["job", job.name ?? ""],
    ["__scheme__", job.scheme],
    ["__metrics_path__", job.metricsPath ?? ""],
    ...[...job.parameters ?? []].map(([name, value]) => [`__param_${name}`, value]),
    ...target.labels,
    ["__address__", target.address]
  ]);
  const after = relabel(labels, rulesFor(target, job.relabeling));
  if (after === "dropped") return void 0;
  if (after === "unknown") return null;
  const [, bracketed, bare, port] = /^(?:\[([^\]]+)\]|([^:[\]/]+))(?::(\d{1,5}))?$/.exec(after.get("__address__") ?? "") ?? [];
  const host = bracketed ?? bare;
  if (host === void 0) return null;
  const probed = after.get("__param_target");
  return {
    host,
    ...port === void 0 ? {} : { port: Number(port) },
    scheme: after.get("__scheme__") ?? "http",
    path: after.get("__metrics_path__") ?? "",
    ...probed === void 0 ? {} : { probed },
    at: target.at
  };
}
function rulesFor(target, rules) {
  return target.by === "dns" ? rules.filter((rule) => rule.action !== "keep" && rule.action !== "drop") : rules;
}
module.exports = {
  addressOfTarget,
  house: runAudit,
  readPrometheusConfig,
  scrapeJobsOf
};
