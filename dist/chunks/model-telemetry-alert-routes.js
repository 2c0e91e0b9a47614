"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  isAddress,
  reachableReceivers
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/telemetry/alert-routes.ts
function alertRoutesOf({ telemetry }) {
  const evaluating = telemetry.prometheus.filter(({ forwardsOnly }) => !forwardsOnly);
  const parts = [
    ...evaluating.map((server) => fromPrometheus(server, telemetry.alertmanagers)),
    ...telemetry.alertmanagers.map(fromAlertmanager)
  ];
  const open = parts.find((part) => part.open)?.open;
  return { deadEnds: parts.flatMap((part) => part.deadEnds), ...open ? { open } : {} };
}
function fromPrometheus({ workload, configuration }, alertmanagers) {
  if (configuration.state === "unknown") return { deadEnds: [], open: configuration };
  if (configuration.state !== "read") return { deadEnds: [] };
  const { config } = configuration;
  if (configuration.alertmanagers.length === 0) {
    const own = alertmanagers[0];
    return {
      deadEnds: [
        {
          what: `${config.path} ${config.alertingAt ? "names no Alertmanager under `alerting`" : "has no `alerting` section"}, so alerts that ${workload.name} raises are sent to nobody`,
          fix: own ? `Add \`alerting: { alertmanagers: [{ static_configs: [{ targets: ["${own.workload.name}:9093"] }] }] }\`.` : 'Deploy Alertmanager and add `alerting: { alertmanagers: [{ static_configs: [{ targets: ["alertmanager:9093"] }] }] }`.',
          at: config.alertingAt ?? config.at,
          key: `${workload.name} alerting`
        }
      ]
    };
  }
  return toAlertmanagers(workload, configuration);
}
function toAlertmanagers(workload, { alertmanagers }) {
  const targets = alertmanagers.flatMap((entry) => entry.targets);
  const broken = targets.flatMap((target) => brokenTarget(target, workload) ?? []);
  const complete = alertmanagers.every((entry) => entry.complete);
  const open = targets.find(({ answer }) => answer?.kind === "unknown");
  if (targets.length === 0 && complete) {
    const at = alertmanagers[0]?.entry.at ?? workload.at;
    return { deadEnds: [{ ...NO_TARGET, at, key: `${workload.name} targets` }] };
  }
  const besideOthers = broken.length < targets.length;
  return {
    deadEnds: broken.map((one) => ({ ...one, besideOthers })),
    ...open?.answer?.kind === "unknown" ? { open: { at: open.at, because: open.answer.because } } : {}
  };
}
var NO_TARGET = {
  what: "the entry of `alertmanagers` has no target",
  fix: 'Add `static_configs: [{ targets: ["alertmanager:9093"] }]` to it.'
};
var ALERTMANAGER_PORT = 9093;
function brokenTarget({ address, answer, text, at }, from) {
  if (!address || !answer) return void 0;
  const dead = (what, fix) => ({ what, fix, at, key: `${from.name} ${text}` });
  if (answer.kind === "nobody") {
    const where = answer.namesake ? `is on no network that ${from.name} is on` : "is the name of nobody";
    return dead(
      `${from.name} sends alerts to ${text}, and ${address.host} ${where}`,
      "Name the service that runs Alertmanager, on a network that both are on."
    );
  }
  if (answer.kind !== "workload") return void 0;
  if (answer.workload === from)
    return dead(
      `${from.name} sends alerts to ${text}, which is its own container`,
      "Name the service that runs Alertmanager: inside a container `localhost` is that container."
    );
  const port = answer.port ?? address.port;
  if (answer.workload.software?.id !== "alertmanager" || changesPort(answer.workload) || port === ALERTMANAGER_PORT)
    return void 0;
  return dead(
    `${from.name} sends alerts to ${text}, and ${answer.workload.name} listens on ${ALERTMANAGER_PORT}`,
    `Write \`${address.host}:${ALERTMANAGER_PORT}\`.`
  );
}
function changesPort({ start }) {
  return start?.argv.some((word) => word === null || word.includes("web.listen-address")) ?? false;
}
function fromAlertmanager({ workload, configuration, integrations }) {
  if (configuration.state === "unknown") return { deadEnds: [], open: configuration };
  if (configuration.state === "read") {
    const { config } = configuration;
    const empty = emptyReceivers(config, workload);
    const dead = integrations.flatMap((one) => deadIntegration(one, workload, config) ?? []);
    const besideOthers = dead.length < integrations.length;
    return { deadEnds: empty ? [empty] : dead.map((one) => ({ ...one, besideOthers })) };
  }
  if (configuration.state === "missing") return { deadEnds: [] };
  const what = `${workload.name} runs the configuration of its image, which sends alerts to a web hook in its own container`;
  const fix = `Mount a configuration of your own at ${configuration.path}, with a receiver that reaches a person.`;
  return { deadEnds: [{ what, fix, at: workload.at, key: `${workload.name} configuration` }] };
}
function emptyReceivers(config, { name }) {
  const names = reachableReceivers(config);
  const reached = config.receivers.filter((receiver) => names.has(receiver.name));
  const [first] = reached;
  if (!first || reached.some((receiver) => receiver.integrations.length > 0)) return void 0;
  const list = reached.map((receiver) => `"${receiver.name}"`).join(", ");
  const [subject, verb] = reached.length === 1 ? ["the receiver", "reaches"] : ["the receivers", "reach"];
  return {
    what: `${subject} ${list} of ${config.path} ${verb} nobody: no integration is configured`,
    fix: "Add one that a person reads: `slack_configs`, `email_configs`, `pagerduty_configs`, `webhook_configs`.",
    at: first.at,
    key: `${name} receivers`
  };
}
function integrationsOf(config, workload, names) {
  const reachable = reachableReceivers(config);
  return config.receivers.flatMap(
    ({ name, integrations }) => (reachable.has(name) ? integrations : []).map((integration) => {
      const [, host = "", port] = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:?#]+)(?::(\d{1,5}))?/i.exec(integration.url?.text ?? "") ?? [];
      if (host === "") return { integration, receiver: name };
      const number = port === void 0 ? void 0 : Number(port);
      return {
        integration,
        receiver: name,
        host,
        ...number === void 0 ? {} : { port: number },
        answer: names.answer(host, number, workload)
      };
    })
  );
}
var RESERVED = /(?:^|\.)(?:example(?:\.(?:com|net|org))?|test|invalid)$/i;
var PLACEHOLDER = /\/(?:[^/]*(?:YOUR|CHANGE[_-]?ME|REPLACE|PLACEHOLDER|X{4,}|x{6,})[^/]*|T0{5,}|B0{5,}|<[^/>]*>)(?:\/|$)/;
function deadIntegration({ integration, receiver, host, port, answer }, from, config) {
  const { url, kind } = integration;
  if (!url || host === void 0) return void 0;
  const dead = (why, fix) => ({
    what: `the receiver "${receiver}" of ${config.path} ${why}`,
    fix,
    at: url.at,
    key: `${from.name} ${receiver} ${kind} ${host}`
  });
  if (PLACEHOLDER.test(url.text) || RESERVED.test(host) && !isAddress(host))
    return dead(
      `sends to a placeholder, ${RESERVED.test(host) ? host : `a ${kind} URL that somebody was to fill in`}`,
      "Put the real address in, out of a file of the secret store: `api_url_file`, `url_file`, `auth_password_file`."
    );
  if (answer?.kind === "nobody")
    return dead(
      `sends to ${host}, and nobody answers to that name`,
      "Name a service of the same network, or a host outside."
    );
  if (answer?.kind === "workload" && answer.workload === from && port !== ALERTMANAGER_PORT)
    return dead(
      `sends to ${host}${port === void 0 ? "" : `:${port}`}, which is the container of ${from.name} itself`,
      "Name the service that takes the web hook: inside a container `localhost` is that container."
    );
  return void 0;
}
module.exports = {
  alertRoutesOf,
  house: runAudit,
  integrationsOf
};
