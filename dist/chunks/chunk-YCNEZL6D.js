"use strict";

// src/model/kubernetes/config.ts
var secretContent = (function secretContent(index, name, namespace) {
  const plain = index.get("/Secret", name, namespace);
  if (plain) return plainSecret(plain);
  const sealed = index.get("bitnami.com/SealedSecret", name, namespace);
  if (sealed) {
    const keys = entriesOf(descend(sealed.node, "spec", "encryptedData")).map(([key, , at]) => [key, at]);
    return { keys: new Map(keys), texts: /* @__PURE__ */ new Map(), complete: true };
  }
  const external = index.all("external-secrets.io/ExternalSecret").find((object) => (textOf(descend(object.node, "spec", "target", "name")) ?? object.name) === name);
  return external && externalSecret(external);
});
var configTextReader = (function configTextReader(tree) {
  const known2 = /* @__PURE__ */ new Map();
  let left = MOST_TEXT;
  return (node) => {
    if (known2.has(node)) return known2.get(node);
    const file = node.text === null ? void 0 : tree.read(node.at.path);
    const whole = file?.text === node.text;
    const text = !file || whole ? file : file.text.length > left ? void 0 : embeddedSource(file, node);
    if (text && !whole) left -= text.text.length;
    known2.set(node, text);
    return text;
  };
});

// src/model/kubernetes/environment.ts
var environmentIn = (function environmentIn(container, dockerfile, context) {
  const variables = new Map(imageEnvironment(dockerfile));
  const files = [];
  for (const item of itemsOf(child(container, "envFrom"))) {
    const prefix = textOf(child(item, "prefix")) ?? "";
    const { file, taken } = fromWhole(item, prefix, context);
    if (file) files.push(file);
    for (const variable of taken) if (variables.size < MOST_VARIABLES) variables.set(variable.name, variable);
  }
  for (const item of itemsOf(child(container, "env"))) {
    const variable = variableIn(item, variables, context);
    if (variable && variables.size < MOST_VARIABLES) variables.set(variable.name, variable);
  }
  return { variables, files };
});
var secretValueOf = (function secretValueOf(text, name, at) {
  return text === void 0 || isSecretName(name) ? unknown(at, "it comes from a Secret") : known(text, at);
});
var variableIn = (function variableIn(item, before, context) {
  const nameNode = child(item, "name");
  const name = textOf(nameNode);
  if (name === void 0 || name === "" || !nameNode) return void 0;
  const from = child(item, "valueFrom");
  const base = { name, uses: [], keyAt: nameNode.at };
  if (from) return { ...base, ...fromReference(from, name, context) };
  const value = textAt(item, "value");
  if (!value) return { ...base, value: known("", nameNode.at), at: nameNode.at, source: "inline" };
  if (!value.known) return { ...base, value, at: value.at, source: "inline" };
  const filled = expandReferences(value.value, before);
  return {
    ...base,
    value: filled === void 0 ? unknown(value.at, "it contains a variable that is set elsewhere") : known(filled, value.at),
    ...filled === value.value ? {} : { raw: value.value },
    at: value.at,
    source: "inline"
  };
});
var fromReference = (function fromReference(from, variable, { index, namespace }) {
  const config = child(from, "configMapKeyRef");
  const secret = child(from, "secretKeyRef");
  const at = from.at;
  const name = textOf(child(config ?? secret, "name")) ?? "";
  const key = textOf(child(config ?? secret, "key")) ?? "";
  if (config) {
    const entry = configMapData(index, name, namespace)?.get(key);
    if (entry) return { value: known(entry.node.text ?? "", entry.node.at), at: entry.node.at, source: "config-map" };
    return { value: unknown(at, `the ConfigMap ${name} is not in the repository`), at, source: "config-map" };
  }
  if (secret) {
    const text = secretContent(index, name, namespace)?.texts.get(key);
    return { value: secretValueOf(text, variable, at), at, source: "reference" };
  }
  return { value: unknown(at, "the cluster fills it in when the pod starts"), at, source: "reference" };
});
var expandReferences = (function expandReferences(text, variables) {
  if (!text.includes("$(") || text.length > LONGEST2) return text;
  let open = false;
  const filled = text.replace(/(\$?)\$\(([A-Za-z_][\w.-]*)\)/g, (whole, escaped, name) => {
    if (escaped !== "") return whole.slice(1);
    const variable = variables.get(name);
    if (!variable || variable.source === "image") return whole;
    if (!variable.value.known) open = true;
    return variable.value.known ? variable.value.value : whole;
  });
  return open || filled.length > LONGEST2 ? void 0 : filled;
});

// src/model/kubernetes/exposure.ts
var serviceDirectory = (function serviceDirectory(services, routes) {
  const byController = /* @__PURE__ */ new Map();
  for (const service of services) {
    for (const controller of service.controllers) {
      const others = byController.get(controller);
      if (others) others.push(service);
      else byController.set(controller, [service]);
    }
  }
  const byService = /* @__PURE__ */ new Map();
  for (const route of routes) byService.set(route.service, [...byService.get(route.service) ?? [], route]);
  return {
    of: (controller) => byController.get(controller) ?? [],
    isRouted: (service, port) => (byService.get(service.object.name) ?? []).some(
      (route) => sameNamespace(route.namespace ?? route.object.namespace, service.object.namespace) && isPort(knownValue(route.port), port)
    )
  };
});
var isPort = (function isPort(wanted, port) {
  return wanted === void 0 || wanted === knownValue(port.port) || wanted === port.name || wanted === knownValue(port.target);
});
var exposureOf = (function exposureOf(container, template, controller, directory) {
  const arrivals = directory.of(controller).flatMap(
    (service) => service.ports.flatMap((port) => {
      const arrival = arrivalOf(port, template.containers);
      return arrival?.container === container ? [{ service, port, number: arrival.number }] : [];
    })
  );
  const headless = directory.of(controller).filter((service) => service.ports.length === 0);
  const bare = container.part === "main" ? headless : [];
  const names = [.../* @__PURE__ */ new Set([...arrivals.map(({ service }) => service), ...bare])];
  return {
    networks: networksOf(names, template),
    published: [
      ...arrivals.flatMap(({ service, port, number }) => publishedBy(service, port, number)),
      ...hostPorts(container, template)
    ],
    served: bare.length > 0 || arrivals.some(({ port }) => !collectsMetrics(port)),
    routed: arrivals.some(({ service, port }) => directory.isRouted(service, port)) || isPublicKnative(container, template)
  };
});
var collectsMetrics = (function collectsMetrics({ name, target }) {
  const words = `${name ?? ""} ${knownValue(target) ?? ""}`;
  return /(?:^|[ -])(?:metrics|prometheus|prom|monitoring|telemetry|pprof|debug|jmx)(?:[ -]|$)/i.test(words);
});
var isPublicKnative = (function isPublicKnative({ part }, { object }) {
  const labels = textsByKey(descend(object.node, "metadata", "labels"));
  return part === "main" && groupOf(object) === "serving.knative.dev" && labels.get("networking.knative.dev/visibility") !== "cluster-local";
});
var publishedBy = (function publishedBy(service, port, number) {
  const spec = child(service.object.node, "spec");
  const at = child(spec, "type")?.at ?? child(spec, "externalIPs")?.at ?? port.at;
  const container = number === void 0 ? unknown(port.at, "it is the name of no port of the container") : known(number, port.at);
  const base = { container, protocol: port.protocol, at };
  const { name } = service.object;
  if (service.type === "NodePort")
    return [
      { ...base, ...port.nodePort ? { host: port.nodePort } : {}, reach: "any", by: { kind: "NodePort", name } }
    ];
  if (service.type === "LoadBalancer")
    return [{ ...base, reach: loadBalancerReach(service), by: { kind: "LoadBalancer", name } }];
  if (itemsOf(child(spec, "externalIPs")).length > 0)
    return [{ ...base, reach: "any", by: { kind: "externalIPs", name } }];
  return [];
});
var hostPorts = (function hostPorts(container, { spec, object }) {
  const whole = knownValue(booleanFact(child(spec, "hostNetwork"))) === true;
  return containerPorts(container.node).flatMap(({ number, hostPort, protocol, at }) => {
    const host = hostPort ?? (whole ? number : void 0);
    if (host === void 0) return [];
    return [
      {
        host: known(host, at),
        container: known(number, at),
        protocol: protocol === "udp" || protocol === "sctp" ? protocol : "tcp",
        reach: "any",
        by: { kind: "hostPort", name: object.name },
        at
      }
    ];
  });
});
var namespaceNetwork = (function namespaceNetwork(namespace) {
  return `namespace ${namespace ?? "default"}`;
});
var networksOf = (function networksOf(services, template) {
  const { namespace } = template.object;
  const short = services.flatMap((service) => [
    service.object.name,
    ...podNames(template).map((pod) => `${pod}.${service.object.name}`)
  ]);
  return attachments(short, namespace);
});
var attachments = (function attachments(short, namespace) {
  const long = short.flatMap((name) => qualified(name, namespace ?? "default"));
  return [
    { network: namespaceNetwork(namespace), aliases: [...short, ...long], identity: `kubernetes/${namespace ?? ""}` },
    { network: CLUSTER_NETWORK, aliases: namespace === void 0 ? [] : long, identity: "kubernetes" }
  ];
});
var qualified = (function qualified(name, namespace) {
  return ["", ".svc", ".svc.cluster.local"].map((end) => `${name}.${namespace}${end}`);
});
var podNames = (function podNames({ object, node }) {
  if (object.kind !== "StatefulSet" || node.kind !== "map") return [];
  const written = Number(textOf(descend(object.node, "spec", "replicas")) ?? 1);
  const count = Number.isInteger(written) && written > 0 ? Math.min(written, MOST_PODS) : 1;
  return Array.from({ length: count }, (_, index) => `${object.name}-${index}`);
});
var externalNames = (function externalNames(services, namespace) {
  return new Map(
    services.flatMap(({ object, type, externalName }) => {
      const host = type === "ExternalName" ? knownValue(externalName) : void 0;
      if (host === void 0) return [];
      const long = object.namespace === void 0 ? [] : qualified(object.name, object.namespace);
      const short = sameNamespace(object.namespace, namespace) ? [object.name] : [];
      return [...short, ...long].map((name) => [name, host]);
    })
  );
});

// src/model/kubernetes/health.ts
var probesOf = (function probesOf(container, at, environment) {
  const checks = PROBES.flatMap(([key, kind]) => {
    const entry = container.entries.get(key);
    const check = entry && checkOf(entry.node, kind, entry.keyAt, environment);
    return check ? [check] : [];
  });
  return { state: checks.length > 0 ? "checked" : "none", checks, at: checks[0]?.at ?? at };
});
var checkOf = (function checkOf(probe, kind, at, environment) {
  const base = { kind, source: "deployment", at };
  const exec = child(child(probe, "exec"), "command");
  if (exec) return { ...base, at: exec.at, ...execForm(textsOf(exec), exec.at, environment) };
  const http = child(probe, "httpGet");
  if (http) return { ...base, ...httpForm(http, at) };
  const tcp = child(probe, "tcpSocket");
  if (tcp) return { ...base, form: "tcp", text: `tcp ${textOfPort(portOf(tcp))}`, ...portPart(tcp) };
  const grpc = child(probe, "grpc");
  if (grpc) return { ...base, form: "grpc", text: `grpc ${textOfPort(portOf(grpc))}`, ...portPart(grpc) };
  return void 0;
});
var httpForm = (function httpForm(http, at) {
  const path = textAt(http, "path") ?? known("/", at);
  const port = portOf(http) ?? known(80, at);
  const scheme = /^https$/i.test(entryText(http, "scheme") ?? "") ? "https" : "http";
  const text = `${scheme}://:${textOfPort(port)}${path.known ? path.value : ""}`;
  return { form: "http", text, http: { path, port, scheme }, port };
});
var entryText = (function entryText(node, key) {
  const fact = textAt(node, key);
  return fact?.known ? fact.value : void 0;
});
var portOf = (function portOf(probe) {
  return factOf(child(probe, "port"), (text) => /^\d{1,5}$/.test(text) ? Number(text) : text);
});
var textOfPort = (function textOfPort(port) {
  return port?.known ? String(port.value) : "?";
});
var preStopOf = (function preStopOf(container) {
  const hook = child(child(container, "lifecycle"), "preStop");
  const seconds = child(child(hook, "sleep"), "seconds");
  if (seconds) return factOf(seconds, (text) => /^\d{1,6}$/.test(text) ? Number(text) : void 0);
  const command = child(child(hook, "exec"), "command");
  if (!command) return void 0;
  const words = textsOf(command);
  const script = shellText(words);
  const commands = script === void 0 ? [words] : parseShell(script, command.at).commands.map((one) => one.words);
  const slept = commands.flatMap(
    ([program, amount = ""]) => program !== void 0 && /(?:^|\/)sleep$/.test(program) && /^\d{1,6}(?:\.\d+)?s?$/.test(amount) ? [Number.parseFloat(amount)] : []
  );
  return slept.length > 0 ? known(
    slept.reduce((sum, one) => sum + one, 0),
    command.at
  ) : void 0;
});

// src/model/kubernetes/mounts.ts
var mountsIn = (function mountsIn(container, template, context) {
  const volumes = /* @__PURE__ */ new Map();
  for (const volume of itemsOf(child(template.spec, "volumes")))
    volumes.set(textOf(child(volume, "name")) ?? "", volume);
  const claims = new Set(
    itemsOf(child(child(template.object.node, "spec"), "volumeClaimTemplates")).map(
      (claim) => textOf(child(child(claim, "metadata"), "name"))
    )
  );
  const all = itemsOf(child(container, "volumeMounts")).slice(0, MOST_FILES).flatMap((item) => {
    const name = textOf(child(item, "name")) ?? "";
    return claims.has(name) ? [mount(item, "claim", textAt(item, "name"))] : partsOf(item, volumes.get(name), template.object.namespace, context);
  });
  return {
    mounts: all.flatMap((part) => part.mount ?? []),
    secretFiles: all.flatMap((part) => part.secretFile ?? [])
  };
});

// src/parse/kubernetes/quantity.ts
var parseQuantity = (function parseQuantity(text) {
  const match = QUANTITY.exec(text.trim());
  if (!match) return void 0;
  const [, digits, exponent, suffix = ""] = match;
  const factor = exponent === void 0 ? FACTORS.get(suffix) ?? 1 : 10 ** Number(exponent);
  const value = Number(digits) * factor;
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : void 0;
});

// src/model/kubernetes/settings.ts
var containerResources = (function containerResources(container, index, namespace, pod) {
  const own = child(container, "resources");
  const shared = child(pod, "resources");
  const defaults = limitRanges(index, namespace);
  const quantity = (node, name) => {
    const fact = factOf(child(node, name), parseQuantity);
    return fact?.known && fact.value <= 0 ? void 0 : fact;
  };
  const limit = (name) => quantity(child(own, "limits"), name) ?? first(defaults, (range) => quantity(child(range, "default"), name)) ?? quantity(child(shared, "limits"), name);
  const request = (name) => quantity(child(own, "requests"), name) ?? quantity(child(own, "limits"), name) ?? first(defaults, (range) => quantity(child(range, "defaultRequest"), name)) ?? quantity(child(shared, "requests"), name) ?? limit(name);
  return {
    ...optional("memoryLimit", limit("memory")),
    ...optional("memoryReservation", request("memory")),
    ...optional("cpuLimit", limit("cpu")),
    ...optional("cpuReservation", request("cpu")),
    limitedByDefault: false
  };
});
var limitRanges = (function limitRanges(index, namespace) {
  return index.all("/LimitRange").filter((object) => sameNamespace(object.namespace, namespace)).flatMap((object) => itemsOf(descend(object.node, "spec", "limits"))).filter((range) => textOf(child(range, "type")) === "Container");
});
var containerPrivileges = (function containerPrivileges(container, pod) {
  const own = child(container, "securityContext");
  const shared = child(pod, "securityContext");
  const added = itemsOf(descend(own, "capabilities", "add")).flatMap((item) => {
    const name = textOf(item);
    return name === void 0 ? [] : [{ name: name.toUpperCase().replace(/^CAP_/, ""), at: item.at }];
  });
  return {
    ...optional("privileged", booleanFact(child(own, "privileged"))),
    addedCapabilities: added,
    hostNamespaces: HOST_NAMESPACES.flatMap(([key, namespace]) => {
      const fact = booleanFact(child(pod, key));
      return fact?.known && fact.value ? [{ namespace, at: fact.at }] : [];
    }),
    ...optional("user", textAt(own, "runAsUser") ?? textAt(shared, "runAsUser")),
    readOnlyRoot: isTrue(child(own, "readOnlyRootFilesystem")),
    ...optional("nonRoot", booleanFact(child(own, "runAsNonRoot")) ?? booleanFact(child(shared, "runAsNonRoot"))),
    ...optional("escalation", booleanFact(child(own, "allowPrivilegeEscalation")))
  };
});
var isTrue = (function isTrue(node) {
  const fact = booleanFact(node);
  return fact?.known === true && fact.value;
});

// src/model/kubernetes/workload.ts
var runsToItsEnd = (function runsToItsEnd({ object, spec }) {
  if (object.kind === "Job" || object.kind === "CronJob") return true;
  return object.kind === "Pod" && (knownValue(textAt(spec, "restartPolicy")) ?? "Always") !== "Always";
});
var workloadId = (function workloadId(deployment, { object }, container) {
  const place = object.namespace === void 0 ? object.name : `${object.name}@${object.namespace}`;
  const own = container.part === "main" ? "" : `/${container.name}`;
  return `${deployment}/${object.kind.toLowerCase()}/${place}${own}`;
});
var preparedContainers = (function preparedContainers(template, { builds, index }) {
  return template.containers.map((container) => {
    const use = builds.imageOf(child(container.node, "image"));
    const context = { index, namespace: template.object.namespace };
    return { container, template, use, environment: environmentIn(container.node, use?.image.dockerfile, context) };
  });
});
var podWorkload = (function podWorkload(prepared, controller, context) {
  const { container, template, use: found, environment } = prepared;
  const { node, part, at } = container;
  const { object, spec } = template;
  const dockerfile = found?.image.dockerfile;
  const start = startIn(node, environment, dockerfile, at);
  const { mounts, secretFiles } = mountsIn(node, template, context);
  const { use, facts } = runImageOf(found, { ...start && { start }, mounts }, context.tree);
  const exposure = exposureOf(container, template, controller, context.services);
  const name = part === "main" ? object.name : `${object.name}/${container.name}`;
  const runsOnce = part === "init" || runsToItsEnd(template);
  const ports = containerPorts(node);
  const listens = listensOf(ports, use);
  const reference = use?.image.reference;
  const role = roleOf({
    name,
    software: use?.software,
    imageRepository: reference?.known ? reference.value.repository : void 0,
    start,
    restartsAlways: !runsOnce,
    runsOnce,
    awaitedToComplete: false,
    published: exposure.published.filter((port) => port.by?.kind !== "hostPort" || object.kind !== "DaemonSet"),
    routed: exposure.routed,
    listens: listens.length > 0,
    keepsWork: context.keepsWork([object.name, ...exposure.networks.flatMap((network) => network.aliases)])
  });
  const stateful = isStateful(role);
  const userFacing = role === "user-facing" || role === "proxy" && (isPublished(exposure) || exposure.routed);
  const scaler = context.autoscalers.get(controller);
  return {
    id: workloadId(context.deployment, template, container),
    kind: "workload",
    name,
    weight: weightOf(context.purpose, { role, userFacing, stateful }),
    at,
    files: [.../* @__PURE__ */ new Set([object.at.path, at.path, ...use?.files ?? []])],
    platform: "kubernetes",
    deployment: context.deployment,
    role,
    userFacing,
    stateful,
    longRunning: role !== "job",
    ...facts,
    environment: environment.variables,
    environmentFiles: environment.files,
    ...start ? { start } : {},
    ...optional("workingDirectory", textAt(node, "workingDir")),
    published: exposure.published,
    listens,
    mounts,
    networks: exposure.networks,
    localNames: context.externalNames(object.namespace),
    ...optional("networkMode", hostNetworkOf(spec)),
    dependsOn: [],
    health: probesOf(node, at, environment.variables),
    restart: restartOf(template, runsOnce),
    ...optional("replicas", replicasOf(template, context.index)),
    ...optional("autoscaledFrom", scaler && (scaler.minimum ?? defaultMinimum(scaler))),
    ...optional("autoscaledTo", scaler?.maximum),
    resources: containerResources(node, context.index, object.namespace, spec),
    privileges: containerPrivileges(node, spec),
    ...optional("hostname", textAt(spec, "hostname")),
    ...optional("stopGracePeriod", numberFact(child(spec, "terminationGracePeriodSeconds"))),
    ...optional("preStop", preStopOf(node)),
    labels: labelsOf(template),
    secretFiles,
    inert: [],
    // Process 1 of all its containers is then the pause process, which reaps and passes signals by.
    init: knownValue(booleanFact(child(spec, "shareProcessNamespace"))) === true,
    ...optional("schedule", scheduleOf(template)),
    pod: placeOf(container, template, exposure, context.atDeploy)
  };
});
var placeOf = (function placeOf(container, { object, spec }, { served, routed }, atDeploy) {
  const names = containerPorts(container.node).flatMap(({ name, number }) => name ? [[name, number]] : []);
  const image = factOf(child(container.node, "image"), parseImageReference);
  return {
    kind: object.kind,
    name: object.name,
    ...optional("namespace", object.namespace),
    at: object.at,
    container: container.name,
    part: container.part,
    portNames: new Map(names),
    served,
    routed,
    linksServices: knownValue(booleanFact(child(spec, "enableServiceLinks"))) !== false,
    ...optional("image", image),
    imageSetAtDeploy: image?.known === true && atDeploy.has(image.value.repository, container.name)
  };
});
var startIn = (function startIn(container, { variables }, dockerfile, at) {
  const command = wordsOf(child(container, "command"));
  const args = wordsOf(child(container, "args"));
  const start = startOf(command && expanded(command, variables), args && expanded(args, variables), dockerfile, at);
  if (start?.source !== "deployment") return start;
  const written = [...command?.items ?? [], ...args?.items ?? []].flatMap(
    (item) => item.kind === "scalar" && item.text !== null ? [{ text: item.text, uses: [], at: item.at }] : []
  );
  return { ...start, written };
});
var wordsOf = (function wordsOf(node) {
  return node?.kind === "list" && node.items.length > 0 ? node : void 0;
});
var listensOf = (function listensOf(ports, use) {
  const fromImage = use?.image.dockerfile?.exposed.flatMap((one) => knownValue(one.port) ?? []) ?? [];
  const defaults = use?.software?.ports.map((one) => one.port) ?? [];
  return [.../* @__PURE__ */ new Set([...ports.map((one) => one.number), ...fromImage, ...defaults])];
});
var hostNetworkOf = (function hostNetworkOf(spec) {
  const node = child(spec, "hostNetwork");
  return node?.kind === "scalar" && node.text === "true" ? known("host", node.at) : void 0;
});
var restartOf = (function restartOf({ spec, object }, runsOnce) {
  const written = textAt(spec, "restartPolicy");
  const at = written?.at ?? object.at;
  if (!runsOnce && object.kind !== "Pod") return { policy: "always", at, written: written !== void 0 };
  const policy = written === void 0 ? "Always" : knownValue(written) ?? "unknown";
  const known2 = /* @__PURE__ */ new Map([
    ["Always", "always"],
    ["OnFailure", "on-failure"],
    ["Never", "none"]
  ]);
  return { policy: known2.get(policy) ?? "unknown", at, written: written !== void 0 };
});
var replicasOf = (function replicasOf({ object }, index) {
  if (object.kind === "DaemonSet") return unknown(object.kindAt, "one runs on each node of the cluster");
  const scaledBy = index.all("argoproj.io/Rollout").find((one) => knownValue(textAt(child(child(one.node, "spec"), "workloadRef"), "name")) === object.name);
  return numberFact(child(child((scaledBy ?? object).node, "spec"), "replicas"));
});
var scheduleOf = (function scheduleOf({ object }) {
  if (object.kind !== "CronJob") return void 0;
  const spec = child(object.node, "spec");
  return knownValue(textAt(spec, "suspend")) === "true" ? void 0 : textAt(spec, "schedule");
});
var labelsOf = (function labelsOf({ node }) {
  return new Map(
    entriesOf(child(child(node, "metadata"), "labels")).flatMap(
      ([key, value, at]) => value.kind === "scalar" && value.text !== null ? [[key, { value: known(value.text, value.at), at }]] : []
    )
  );
});
var isScaledToZero = (function isScaledToZero(template, index) {
  return knownValue(replicasOf(template, index)) === 0;
});
const {
  arrivalOf,
  containerPorts,
  isInternal
} = require("./chunk-YNJ6KZOA.js");
const {
  sameNamespace
} = require("./chunk-YXRK3UZL.js");
const {
  embeddedSource,
  runImageOf
} = require("./chunk-QNSLWPTQ.js");
const {
  booleanFact,
  child,
  descend,
  entriesOf,
  factOf,
  groupOf,
  imageEnvironment,
  isPublished,
  isSecretName,
  isStateful,
  itemsOf,
  known,
  knownValue,
  numberFact,
  optional,
  parseImageReference,
  parseShell,
  roleOf,
  shellText,
  startOf,
  textAt,
  textOf,
  textsByKey,
  textsOf,
  unknown,
  weightOf
} = require("./chunk-Q3NCOY3T.js");

// src/model/kubernetes/config.ts
function configMapData(index, name, namespace) {
  const object = index.get("/ConfigMap", name, namespace);
  return object && scalarsOf(object, "data");
}
function scalarsOf(object, key) {
  return new Map(
    entriesOf(child(object.node, key)).flatMap(
      ([name, node, keyAt]) => node.kind === "scalar" ? [[name, { node, keyAt }]] : []
    )
  );
}

function plainSecret(object) {
  const encrypted = child(object.node, "sops")?.kind === "map";
  const keys = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  for (const key of ["data", "stringData"]) {
    for (const [name, { node, keyAt }] of scalarsOf(object, key)) {
      keys.set(name, keyAt);
      const text = node.text === null || encrypted ? void 0 : key === "data" ? decoded(node.text) : node.text;
      if (text !== void 0) texts.set(name, text);
    }
  }
  return { keys, texts, complete: true };
}
var LONGEST = 2e5;
function decoded(text) {
  const compact = text.replace(/\s+/g, "");
  if (compact.length > LONGEST || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return void 0;
  return Buffer.from(compact, "base64").toString("utf8");
}
function externalSecret(object) {
  const spec = child(object.node, "spec");
  const template = entriesOf(descend(spec, "target", "template", "data")).map(([key, , at]) => [key, at]);
  const data = itemsOf(child(spec, "data")).flatMap((item) => {
    const key = child(item, "secretKey");
    const name = textOf(key);
    return name === void 0 || !key ? [] : [[name, key.at]];
  });
  return {
    keys: new Map(template.length > 0 ? template : data),
    texts: /* @__PURE__ */ new Map(),
    complete: child(spec, "dataFrom") === void 0 && descend(spec, "target", "template", "templateFrom") === void 0
  };
}
var MOST_TEXT = 2e7;


// src/model/kubernetes/environment.ts
var MOST_VARIABLES = 5e3;

function fromWhole(item, prefix, { index, namespace }) {
  const reference = child(item, "configMapRef") ?? child(item, "secretRef");
  const name = textAt(reference, "name");
  if (!reference || !name?.known) return { taken: [] };
  const optional2 = knownValue(booleanFact(child(reference, "optional"))) === true;
  if (child(item, "configMapRef")) {
    const data = configMapData(index, name.value, namespace);
    const names2 = new Map([...data ?? []].map(([key, { keyAt }]) => [prefix + key, keyAt]));
    const file2 = { path: `the ConfigMap ${name.value}`, at: name.at, present: data !== void 0 || optional2, names: names2 };
    const taken2 = [...data ?? []].map(([key, { node, keyAt }]) => {
      return {
        name: prefix + key,
        value: known(node.text ?? "", node.at),
        uses: [],
        at: node.at,
        keyAt,
        source: "config-map"
      };
    });
    return { file: file2, taken: taken2 };
  }
  const content = secretContent(index, name.value, namespace);
  const names = new Map([...content?.keys ?? []].map(([key, at]) => [prefix + key, at]));
  const file = { path: `the Secret ${name.value}`, at: name.at, present: content?.complete === true || optional2, names };
  const taken = [...content?.keys ?? []].map(([key, keyAt]) => {
    const value = secretValueOf(content?.texts.get(key), prefix + key, keyAt);
    return { name: prefix + key, value, uses: [], at: keyAt, keyAt, source: "reference" };
  });
  return { file, taken };
}



var LONGEST2 = 2e4;


// src/model/kubernetes/exposure.ts






function loadBalancerReach({ object }) {
  const ranges = itemsOf(descend(object.node, "spec", "loadBalancerSourceRanges")).map((item) => textOf(item) ?? "");
  const open = ranges.length === 0 || ranges.some((range) => /^(?:0\.0\.0\.0|::)\/0$/.test(range));
  return isInternal(object) || !open ? "address" : "any";
}

var MOST_PODS = 32;
var CLUSTER_NETWORK = "cluster";







// src/model/kubernetes/health.ts
var PROBES = [
  ["livenessProbe", "liveness"],
  ["readinessProbe", "readiness"],
  ["startupProbe", "startup"]
];


function execForm(words, at, environment) {
  const argv = words.map((word) => expandReferences(word, environment) ?? word);
  const script = shellText(argv);
  if (script !== void 0) return { form: "shell", script: parseShell(script, at), text: script };
  return { form: "exec", argv, text: argv.join(" ") };
}



function portPart(probe) {
  const port = portOf(probe);
  return port ? { port } : {};
}



// src/model/kubernetes/mounts.ts
var MOST_FILES = 100;

function mount(item, type, source, target = textAt(item, "mountPath")) {
  if (!target) return {};
  const given = type === "config" || type === "secret";
  const readOnly = given || knownValue(booleanFact(child(item, "readOnly"))) === true;
  return { mount: { type, ...optional("source", source), target, readOnly, at: item.at } };
}
function partsOf(item, volume, namespace, context) {
  if (child(volume, "configMap")) return configParts(item, child(volume, "configMap"), namespace, context);
  if (child(volume, "secret")) return secretParts(item, child(volume, "secret"), "secretName", namespace, context);
  const sources = itemsOf(child(child(volume, "projected"), "sources"));
  if (sources.length > 0) return projectedParts(item, sources.slice(0, MOST_FILES), namespace, context);
  const memory = textOf(child(child(volume, "emptyDir"), "medium")) === "Memory";
  if (child(volume, "emptyDir")) return [mount(item, memory ? "tmpfs" : "empty-dir", textAt(volume, "name"))];
  const claim = child(volume, "persistentVolumeClaim");
  if (claim) return [mount(item, "claim", textAt(claim, "claimName"))];
  const host = child(volume, "hostPath");
  if (host) return [mount(item, "bind", hostPathOf(item, host))];
  if (child(volume, "ephemeral")) return [mount(item, "empty-dir", textAt(volume, "name"))];
  const csi = textOf(child(child(volume, "csi"), "driver"));
  if (csi === "secrets-store.csi.k8s.io") return [mount(item, "secret", textAt(volume, "name"))];
  if (child(volume, "downwardAPI")) return [];
  return [mount(item, "other", volume && textAt(volume, "name"))];
}
function projectedParts(item, sources, namespace, context) {
  const parts = sources.flatMap((source) => {
    if (child(source, "configMap")) return configParts(item, child(source, "configMap"), namespace, context);
    return child(source, "secret") ? secretParts(item, child(source, "secret"), "name", namespace, context) : [];
  });
  const [first2] = parts;
  const files = parts.flatMap(({ mount: one }) => one?.type === "config" && one.files ? [one.files] : []);
  if (first2?.mount && files.length === sources.length) return [{ mount: { ...first2.mount, files: files.flat() } }];
  return parts.map(({ mount: one, ...rest }) => {
    const { files: _, ...bare } = one ?? {};
    return one ? { ...rest, mount: bare } : rest;
  });
}
function hostPathOf(item, host) {
  const path = textAt(host, "path");
  const below = textOf(child(item, "subPath"));
  return path?.known && below !== void 0 ? known(`${path.value.replace(/\/$/, "")}/${below}`, path.at) : path;
}
function filesOf(item, source, keys) {
  const target = textOf(child(item, "mountPath"));
  if (target === void 0) return [];
  const chosen = itemsOf(child(source, "items")).flatMap((one) => {
    const key = textOf(child(one, "key"));
    return key === void 0 ? [] : [{ key, path: textOf(child(one, "path")) ?? key }];
  });
  const files = chosen.length > 0 ? chosen : keys.map((key) => ({ key, path: key }));
  const only = textOf(child(item, "subPath"));
  if (only !== void 0) return files.flatMap(({ key, path }) => path === only ? [{ key, target }] : []);
  return files.map(({ key, path }) => ({ key, target: `${target.replace(/\/$/, "")}/${path}` }));
}
function configParts(item, source, namespace, { index, readText }) {
  const name = textAt(source, "name");
  const whole = mount(item, "config", name);
  const data = name?.known ? configMapData(index, name.value, namespace) : void 0;
  if (!whole.mount || !data) return [whole];
  const files = filesOf(item, source, [...data.keys()]).slice(0, MOST_FILES).flatMap(({ key, target }) => {
    const entry = data.get(key);
    const text = entry && readText(entry.node);
    return text ? [{ path: target, source: text }] : [];
  });
  return [{ mount: { ...whole.mount, files } }];
}
function secretParts(item, source, nameKey, namespace, context) {
  const name = textAt(source, nameKey);
  const content = name?.known ? secretContent(context.index, name.value, namespace) : void 0;
  const whole = mount(item, "secret", name);
  const only = textOf(child(item, "subPath")) === void 0 ? void 0 : textOf(child(item, "mountPath"));
  const files = content ? filesOf(item, source, [...content.keys.keys()]).slice(0, MOST_FILES) : [];
  const paths = files.length > 0 ? files.map((file) => file.target) : only === void 0 ? [] : [only];
  return [whole, ...paths.map((secretFile) => ({ secretFile }))];
}

// src/parse/kubernetes/quantity.ts
var FACTORS = /* @__PURE__ */ new Map([
  ["n", 1e-9],
  ["u", 1e-6],
  ["m", 1e-3],
  ["", 1],
  ["k", 1e3],
  ["M", 1e6],
  ["G", 1e9],
  ["T", 1e12],
  ["P", 1e15],
  ["E", 1e18],
  ["Ki", 2 ** 10],
  ["Mi", 2 ** 20],
  ["Gi", 2 ** 30],
  ["Ti", 2 ** 40],
  ["Pi", 2 ** 50],
  ["Ei", 2 ** 60]
]);
var QUANTITY = /^([+-]?(?:\d{1,30}(?:\.\d{0,30})?|\.\d{1,30}))(?:[eE]([+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;


// src/model/kubernetes/settings.ts


function first(nodes, read) {
  for (const node of nodes) {
    const found = read(node);
    if (found) return found;
  }
  return void 0;
}
var HOST_NAMESPACES = [
  ["hostNetwork", "network"],
  ["hostPID", "pid"],
  ["hostIPC", "ipc"]
];



// src/model/kubernetes/workload.ts







function expanded(list, variables) {
  const items = list.items.map(
    (item) => item.kind === "scalar" && item.text !== null ? { ...item, text: expandReferences(item.text, variables) ?? item.text } : item
  );
  return { ...list, items };
}




function defaultMinimum({ object }) {
  return known(object.kind === "ScaledObject" ? 0 : 1, object.at);
}




module.exports = {
  configTextReader,
  serviceDirectory,
  attachments,
  externalNames,
  parseQuantity,
  containerResources,
  workloadId,
  preparedContainers,
  podWorkload,
  isScaledToZero
};
