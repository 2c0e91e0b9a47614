"use strict";

// src/knowledge/kubernetes/apis.ts
var apiVerdict = (function apiVerdict(apiVersion, kind) {
  const served = Object.hasOwn(SERVED, apiVersion) ? SERVED[apiVersion] : void 0;
  if (served?.includes(kind)) return { state: "served" };
  const instead = servedAs(kind);
  const better = instead === void 0 ? {} : { instead };
  const removed = Object.hasOwn(REMOVED, apiVersion) ? REMOVED[apiVersion] : void 0;
  const since = Object.entries(removed ?? {}).find(([, kinds]) => kinds.includes(kind))?.[0];
  if (since !== void 0) return { state: "removed", since, ...better };
  const slash = apiVersion.indexOf("/");
  const settled = SETTLED.has(slash === -1 ? "" : apiVersion.slice(0, slash));
  const known = settled || served !== void 0 && instead !== void 0;
  return known && !/alpha/.test(apiVersion) ? { state: "unknown", ...better } : { state: "not-judged" };
});
var servedAs = (function servedAs(kind) {
  return Object.keys(SERVED).find((apiVersion) => SERVED[apiVersion]?.includes(kind));
});

// src/model/kubernetes/custom.ts
var definedKinds = (function definedKinds(clusters) {
  return new Set(
    clusters.flatMap((cluster) => cluster.objects).filter((object) => object.kind === "CustomResourceDefinition").map(({ node }) => {
      const spec = child(node, "spec");
      return `${textOf(child(spec, "group"))} ${textOf(descend(spec, "names", "kind"))}`;
    })
  );
});

// src/model/kubernetes/scaling.ts
var scalingFaults = (function scalingFaults(autoscaler, system) {
  const { object, target, controller } = autoscaler;
  const name = `HorizontalPodAutoscaler ${object.name}`;
  if (target.kind === "DaemonSet") {
    const message = `${name} scales DaemonSet ${target.name}, which runs one pod on each node whatever it says`;
    return [{ part: "kind", at: target.at, message, fix: "Remove it, or make the DaemonSet a Deployment." }];
  }
  if (!controller) return [];
  return [
    ...boundsFault(autoscaler, name),
    ...requestFault(object, controller, name, system),
    ...replicasFault(autoscaler, name)
  ];
});
var boundsFault = (function boundsFault({ minimum, maximum }, name) {
  const [low, high] = [knownValue(minimum) ?? 1, knownValue(maximum)];
  if (high === void 0 || low <= high || !maximum) return [];
  const message = `${name} has minReplicas ${low} above maxReplicas ${high}, which the API server refuses`;
  return [{ part: "bounds", at: maximum.at, message, fix: "Write a `maxReplicas` that is larger than `minReplicas`." }];
});
var replicasFault = (function replicasFault({ controller, minimum, maximum }, name) {
  const node = descend(controller?.object.node, "spec", "replicas");
  const replicas = Number(textOf(node) ?? Number.NaN);
  const [low, high] = [knownValue(minimum) ?? 1, knownValue(maximum) ?? Number.POSITIVE_INFINITY];
  if (!controller || node === void 0 || !(replicas > 0) || low > high || replicas >= low && replicas <= high)
    return [];
  const bounds = high === Number.POSITIVE_INFINITY ? `at least ${low}` : `${low} to ${high}`;
  const message = `${controller.object.kind} ${controller.object.name} is applied with ${replicas} replicas, and ${name} keeps ${bounds}: every deploy scales it away and back`;
  const fix = "Remove `replicas` from the manifest; the autoscaler sets it.";
  return [{ part: "replicas", at: node.at, message, fix }];
});
var requestFault = (function requestFault(object, controller, name, system) {
  const metrics = metricsOf(object);
  if (metrics === void 0) return [];
  const workloads = workloadsById(system);
  const lacking = (share) => controller.workloads.flatMap((id) => {
    const workload = workloads.get(id);
    if (!workload || workload.pod?.part === "init") return [];
    if (share.container !== void 0 && workload.pod?.container !== share.container) return [];
    const request = share.resource === "cpu" ? workload.resources.cpuReservation : workload.resources.memoryReservation;
    return request === void 0 ? [workload] : [];
  });
  const faults = metrics.map((share) => ({ share, without: lacking(share) }));
  const [first] = faults;
  if (!first || faults.some(({ without }) => without.length === 0)) return [];
  const containers = first.without.map((workload) => workload.pod?.container ?? workload.name).join(", ");
  const { resource } = first.share;
  const message = `${name} scales on a share of the ${resource} requests, and ${containers} of ${controller.object.kind} ${controller.object.name} requests none`;
  const fix = `Add \`resources.requests.${resource}\` to ${containers}.`;
  return [{ part: "requests", at: first.share.at, message, fix }];
});
var metricsOf = (function metricsOf(object) {
  const spec = child(object.node, "spec");
  const metrics = child(spec, "metrics");
  const items = itemsOf(metrics);
  if (items.length === 0) {
    const old = child(spec, "targetCPUUtilizationPercentage");
    return [{ resource: "cpu", at: old?.at ?? object.at }];
  }
  const shares = items.map(shareOf);
  return shares.every((share) => share !== void 0) ? shares : void 0;
});
var shareOf = (function shareOf(metric) {
  const type = textOf(child(metric, "type"));
  const source = child(metric, type === "ContainerResource" ? "containerResource" : "resource");
  const resource = textOf(child(source, "name"));
  const target = child(source, "target");
  const isShare = textOf(child(target, "type")) === "Utilization" || child(source, "targetAverageUtilization") !== void 0;
  if (!isShare || resource !== "cpu" && resource !== "memory") return void 0;
  const container = type === "ContainerResource" ? textOf(child(source, "container")) : void 0;
  return { resource, ...container === void 0 ? {} : { container }, at: child(source, "name")?.at ?? metric.at };
});

// rules/kubernetes/autoscaler-inert.ts
var subjectOf = (function subjectOf({ object }, deployment) {
  const place = object.namespace === void 0 ? object.name : `${object.name}@${object.namespace}`;
  return {
    id: `${deployment.id}/horizontalpodautoscaler/${place}`,
    kind: "object",
    name: object.name,
    weight: 2,
    at: object.at,
    files: [object.at.path]
  };
});

// src/model/kubernetes/held-claims.ts
var claimsOf = (function claimsOf({ object, spec }, objects) {
  return itemsOf(child(spec, "volumes")).flatMap((volume) => {
    const node = descend(volume, "persistentVolumeClaim", "claimName");
    const name = textOf(node);
    if (node === void 0 || name === void 0) return [];
    const claims = objects.filter(
      (one) => groupKind(one) === "/PersistentVolumeClaim" && one.name === name && sameNamespace(one.namespace, object.namespace)
    );
    const [claim] = claims;
    if (!claim) return [{ name, at: node.at }];
    const modes = itemsOf(descend(claim.node, "spec", "accessModes")).map(textOf);
    const oneNode = modes.length > 0 && modes.every((mode) => mode === "ReadWriteOnce" || mode === "ReadWriteOncePod");
    return [{ name, at: node.at, made: { at: claim.at, storage: storageOf(claim, objects), oneNode } }];
  });
});
var isOnOneNode = (function isOnOneNode(spec) {
  const affinity = child(spec, "affinity");
  const required = "requiredDuringSchedulingIgnoredDuringExecution";
  const terms = itemsOf(descend(affinity, "nodeAffinity", required, "nodeSelectorTerms"));
  return child(spec, "nodeName") !== void 0 || descend(spec, "nodeSelector", HOST) !== void 0 || terms.some((term) => itemsOf(child(term, "matchExpressions")).some((one) => textOf(child(one, "key")) === HOST)) || itemsOf(descend(affinity, "podAffinity", required)).some((term) => textOf(child(term, "topologyKey")) === HOST);
});

// rules/kubernetes/kustomization-rejected.ts
var isKustomization = (function isKustomization({ files }) {
  return /^kustomization(?:\.ya?ml)?$/i.test(fileName(files[0] ?? ""));
});

// rules/kubernetes/network-policy-missing.ts
var namespacesOf = (function namespacesOf({ controllers }) {
  const found = /* @__PURE__ */ new Map();
  for (const controller of controllers) {
    if (!found.has(controller.object.namespace)) found.set(controller.object.namespace, controller);
  }
  return found;
});
var isProtected = (function isProtected(namespace, { clusters }) {
  return clusters.some(
    ({ policies, objects }) => policies.some(
      ({ object, controllers }) => controllers.length > 0 && sameNamespace(object.namespace, namespace)
    ) || objects.some(
      ({ apiVersion, kind, namespace: own }) => GLOBAL_POLICIES.test(kind) || OTHER_POLICIES.test(kind) && !apiVersion.startsWith("networking.k8s.io/") && sameNamespace(own, namespace)
    )
  );
});
var subjectOf2 = (function subjectOf2(namespace, first, deployment) {
  return {
    id: `${deployment.id}/namespace/${namespace ?? ""}`,
    kind: "object",
    name: namespace ?? deployment.name,
    weight: 2,
    at: first.object.at,
    files: deployment.files
  };
});

// rules/kubernetes/reference-missing.ts
var oncePerName = (function oncePerName({ dangling }) {
  const seen = /* @__PURE__ */ new Set();
  return dangling.filter(({ kind, name, key, by }) => {
    const id = [kind, by.namespace ?? "", name, key ?? ""].join("\n");
    return !seen.has(id) && seen.add(id);
  });
});

// src/model/kubernetes/spreading.ts
var spreadingOf = (function spreadingOf(spec, labels) {
  const anti = descend(spec, ...ANTI_AFFINITY);
  const preferred = itemsOf(child(anti, "preferredDuringSchedulingIgnoredDuringExecution"));
  const terms = [
    ...itemsOf(child(anti, "requiredDuringSchedulingIgnoredDuringExecution")),
    ...preferred.flatMap((one) => child(one, "podAffinityTerm") ?? [])
  ].map((node) => ({ node, setting: "podAntiAffinity" }));
  const constraints = itemsOf(child(spec, "topologySpreadConstraints")).map((node) => ({
    node,
    setting: "topologySpreadConstraints"
  }));
  const written = [...constraints, ...terms];
  if (written.some(({ node }) => isAbout(node, labels))) return { state: "spread" };
  const [first] = written;
  if (!first) return { state: "none" };
  return { state: "others", at: child(first.node, "labelSelector")?.at ?? first.node.at, setting: first.setting };
});

// rules/kubernetes/security-context-missing.ts
var rootOf = (function rootOf({ privileges: { nonRoot, user } }) {
  if (knownValue(nonRoot) === true) return [];
  const id = knownValue(user);
  if (id !== void 0 && /^\d+$/.test(id) && Number(id) > 0) return [];
  return [id === "0" ? "may run as root (runAsUser: 0)" : "may run as root (no runAsNonRoot: true)"];
});
var escalationOf = (function escalationOf({ privileges: { escalation } }) {
  return knownValue(escalation) === false ? [] : ["may gain privileges (no allowPrivilegeEscalation: false)"];
});
var unprivileged = (function unprivileged(workload) {
  const { software, distribution, pod, start } = workload;
  if (pod?.part === "init" && rootOf(workload).length > 0 && /\bch(?:own|mod)\b/.test(start?.text ?? ""))
    return {
      fix: "Let Kubernetes give the volume to the group of the program: `securityContext: { fsGroup: <group> }` of the pod, and for the mode of single files `defaultMode` of the Secret or ConfigMap; then drop this container. Where the storage has no such groups, write `allowPrivilegeEscalation: false` and `capabilities: { drop: [ALL], add: [CHOWN] }` here."
    };
  if (software?.id !== "nginx" || distribution?.id !== "official" || rootOf(workload).length === 0) return {};
  return {
    fix: "With `runAsNonRoot: true` alone this image does not start: it runs as root and binds port 80. Use (or build on) `nginxinc/nginx-unprivileged`, which runs as user 101, let it listen on 8080 (`listen`, `containerPort`, `targetPort`, probes), and write into the container `securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] } }`."
  };
});

// rules/kubernetes/service-link-collision.ts
var expectedBy = (function expectedBy({ id, image, pod }, { services }) {
  if (!pod) return [];
  const repository = knownValue(image?.origin === "pulled" ? image.reference : void 0)?.repository ?? "";
  const refused = REFUSED.filter((one) => one.image.test(repository)).map(({ variable, says }) => ({
    variable,
    says: `its image ${says}`
  }));
  const own = services.filter(({ workloads }) => workloads.some((workload) => workload.id === id));
  return [
    ...refused,
    ...own.flatMap(
      ({ variables }) => variables.ports.map(({ variable, at }) => ({ variable, says: "its code takes it for a port", read: at }))
    )
  ];
});
var servicesByDeployment = (function servicesByDeployment(system) {
  return new Map(kubernetesDeployments(system).map(({ deployment, cluster }) => [deployment.id, cluster.services]));
});

// src/model/kubernetes/denied-traffic.ts
var policiesOn = (function policiesOn(controller, direction, policies) {
  return policies.flatMap(({ object, controllers }) => {
    const spec = child(object.node, "spec");
    const types = itemsOf(child(spec, "policyTypes")).map((type) => textOf(type)?.toLowerCase());
    const isMeant = types.length > 0 ? types.includes(direction) : direction === "ingress" || child(spec, "egress") !== void 0;
    const isHere = object.namespace === controller.object.namespace;
    return isMeant && isHere && controllers.includes(controller) ? [object] : [];
  });
});
var podPort = (function podPort(service, port, controller) {
  const found = service.ports.find((one) => knownValue(one.port) === port);
  if (!found?.port.known) return void 0;
  const target = found.target ?? found.port;
  if (!target.known) return void 0;
  if (typeof target.value === "number") return target.value;
  const [named] = portsNamed(controller, target.value);
  return named;
});

// rules/kubernetes/traffic-denied.ts
var isOtherPolicy = (function isOtherPolicy({ apiVersion, kind }) {
  return /Policy$/.test(kind) && /cilium|calico|policy\.networking/.test(apiVersion);
});
var needsOf = (function needsOf(cluster, system, workloads) {
  const routed = cluster.routes.flatMap(
    ({ object, service: name, namespace, port, at }) => cluster.services.flatMap((service) => {
      if (service.object.name !== name || !sameNamespace(service.object.namespace, namespace ?? object.namespace))
        return [];
      const number = knownValue(port);
      return service.controllers.map((to) => {
        const arrived = podPort(service, typeof number === "number" ? number : void 0, to);
        return { to, port: arrived, who: `${object.kind} ${object.name}`, at };
      });
    })
  );
  const byWorkload = new Map(cluster.controllers.flatMap((one) => one.workloads.map((id) => [id, one])));
  const takers = takersOfWhole(system);
  const asked = system.edges.flatMap((edge) => {
    const asker = workloads.get(edge.from.id);
    const isMeant = !edge.variable || asker !== void 0 && isMeantFor(edge.variable, asker, takers);
    return isMeant ? needOf(edge, cluster, byWorkload) ?? [] : [];
  });
  return [...routed, ...asked].flatMap((need) => {
    const workload = need.to.workloads.flatMap((id) => workloads.get(id) ?? []).find((one) => one.pod?.part === "main");
    return workload ? [{ workload, need }] : [];
  });
});
var needOf = (function needOf(edge, cluster, byWorkload) {
  const from = byWorkload.get(edge.from.id);
  const to = edge.answer.kind === "workload" ? byWorkload.get(edge.answer.workload.id) : void 0;
  if (!from || !to || from === to) return void 0;
  const [name] = edge.host.split(".");
  const service = cluster.services.find((one) => one.object.name === name && one.controllers.includes(to));
  if (!service) return void 0;
  return {
    to,
    from,
    port: podPort(service, edge.port, to),
    who: `${from.object.kind} ${from.object.name}`,
    at: edge.at
  };
});
var deniedBy = (function deniedBy(need, { policies, controllers }) {
  const { to, from, port, who } = need;
  const pods = `the pods of ${to.object.kind} ${to.object.name}`;
  const ingress = policiesOn(to, "ingress", policies);
  const first = telling(ingress, "ingress");
  if (first && passage(ingress, "ingress", from ?? "outside", { number: port, of: to }, controllers) === "denied") {
    const on = port === void 0 ? "" : ` on port ${port}`;
    return { at: first.at, what: `no policy lets ${who} reach ${pods}${on}`, key: `${who}.${to.object.name}` };
  }
  if (!from) return void 0;
  const egress = policiesOn(from, "egress", policies);
  const out = telling(egress, "egress");
  if (!out) return void 0;
  if (passage(egress, "egress", "dns", { number: 53 }, controllers) === "denied")
    return {
      at: out.at,
      what: `no policy lets ${who} ask the DNS, and it needs the name of ${to.object.name}`,
      key: `${who}.dns`
    };
  if (passage(egress, "egress", to, { number: port, of: to }, controllers) !== "denied") return void 0;
  return { at: out.at, what: `no policy lets ${who} out to ${pods}`, key: `${who}.out.${to.object.name}` };
});
var telling = (function telling(policies, direction) {
  return policies.find(({ node }) => itemsOf(descend(node, "spec", direction)).length > 0) ?? policies[0];
});
const {
  budgetsOf,
  replicatedPods,
  rootMayGain,
  workloadsById
} = require("./chunk-UGPJ6J4O.js");
const {
  UNMATCHED
} = require("./chunk-MIO7HVM4.js");
const {
  madeKinds
} = require("./chunk-TZGBOUZZ.js");
const {
  containerPorts
} = require("./chunk-YNJ6KZOA.js");
const {
  sameNamespace,
  selects
} = require("./chunk-YXRK3UZL.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  child,
  defineRule,
  descend,
  directoryOf,
  entriesOf,
  fileName,
  groupKind,
  isMeantFor,
  itemsOf,
  knownValue,
  kubernetesDeployments,
  mayBeUnseen,
  mismatchesOf,
  takersOfWhole,
  textOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/kubernetes/apis.ts
var SERVED = {
  v1: [
    ...["Binding", "ComponentStatus", "ConfigMap", "Endpoints", "Event", "LimitRange", "List", "Namespace", "Node"],
    ...["PersistentVolume", "PersistentVolumeClaim", "Pod", "PodTemplate", "ReplicationController", "ResourceQuota"],
    ...["Secret", "Service", "ServiceAccount"]
  ],
  "apps/v1": ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"],
  "batch/v1": ["CronJob", "Job"],
  "autoscaling/v2": ["HorizontalPodAutoscaler"],
  "autoscaling/v1": ["HorizontalPodAutoscaler", "Scale"],
  "policy/v1": ["Eviction", "PodDisruptionBudget"],
  "networking.k8s.io/v1": ["IPAddress", "Ingress", "IngressClass", "NetworkPolicy", "ServiceCIDR"],
  "rbac.authorization.k8s.io/v1": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"],
  "storage.k8s.io/v1": [
    ...["CSIDriver", "CSINode", "CSIStorageCapacity", "StorageClass", "VolumeAttachment", "VolumeAttributesClass"]
  ],
  "scheduling.k8s.io/v1": ["PriorityClass"],
  "coordination.k8s.io/v1": ["Lease"],
  "discovery.k8s.io/v1": ["EndpointSlice"],
  "events.k8s.io/v1": ["Event"],
  "node.k8s.io/v1": ["RuntimeClass"],
  "certificates.k8s.io/v1": ["CertificateSigningRequest"],
  "flowcontrol.apiserver.k8s.io/v1": ["FlowSchema", "PriorityLevelConfiguration"],
  "admissionregistration.k8s.io/v1": [
    ...["MutatingAdmissionPolicy", "MutatingAdmissionPolicyBinding", "MutatingWebhookConfiguration"],
    ...["ValidatingAdmissionPolicy", "ValidatingAdmissionPolicyBinding", "ValidatingWebhookConfiguration"]
  ],
  "apiextensions.k8s.io/v1": ["CustomResourceDefinition"],
  "apiregistration.k8s.io/v1": ["APIService"],
  "authentication.k8s.io/v1": ["SelfSubjectReview", "TokenRequest", "TokenReview"],
  "authorization.k8s.io/v1": [
    ...["LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"]
  ]
};
var REMOVED = {
  "extensions/v1beta1": {
    "1.16": ["DaemonSet", "Deployment", "NetworkPolicy", "PodSecurityPolicy", "ReplicaSet"],
    "1.22": ["Ingress"]
  },
  "apps/v1beta1": { "1.16": ["ControllerRevision", "Deployment", "StatefulSet"] },
  "apps/v1beta2": { "1.16": ["ControllerRevision", "DaemonSet", "Deployment", "ReplicaSet", "StatefulSet"] },
  "batch/v2alpha1": { "1.21": ["CronJob"] },
  "batch/v1beta1": { "1.25": ["CronJob"] },
  "autoscaling/v2beta1": { "1.25": ["HorizontalPodAutoscaler"] },
  "autoscaling/v2beta2": { "1.26": ["HorizontalPodAutoscaler"] },
  "policy/v1beta1": { "1.25": ["Eviction", "PodDisruptionBudget", "PodSecurityPolicy"] },
  "networking.k8s.io/v1beta1": { "1.22": ["Ingress", "IngressClass"] },
  "rbac.authorization.k8s.io/v1beta1": { "1.22": ["ClusterRole", "ClusterRoleBinding", "Role", "RoleBinding"] },
  "storage.k8s.io/v1beta1": {
    "1.22": ["CSIDriver", "CSINode", "StorageClass", "VolumeAttachment"],
    "1.27": ["CSIStorageCapacity"]
  },
  "scheduling.k8s.io/v1beta1": { "1.22": ["PriorityClass"] },
  "coordination.k8s.io/v1beta1": { "1.22": ["Lease"] },
  "discovery.k8s.io/v1beta1": { "1.25": ["EndpointSlice"] },
  "events.k8s.io/v1beta1": { "1.25": ["Event"] },
  "node.k8s.io/v1beta1": { "1.25": ["RuntimeClass"] },
  "certificates.k8s.io/v1beta1": { "1.22": ["CertificateSigningRequest"] },
  "flowcontrol.apiserver.k8s.io/v1beta1": { "1.26": ["FlowSchema", "PriorityLevelConfiguration"] },
  "flowcontrol.apiserver.k8s.io/v1beta2": { "1.29": ["FlowSchema", "PriorityLevelConfiguration"] },
  "flowcontrol.apiserver.k8s.io/v1beta3": { "1.32": ["FlowSchema", "PriorityLevelConfiguration"] },
  "admissionregistration.k8s.io/v1beta1": {
    "1.22": ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"]
  },
  "apiextensions.k8s.io/v1beta1": { "1.22": ["CustomResourceDefinition"] },
  "apiregistration.k8s.io/v1beta1": { "1.22": ["APIService"] },
  "authentication.k8s.io/v1beta1": { "1.22": ["TokenReview"] },
  "authorization.k8s.io/v1beta1": {
    "1.22": ["LocalSubjectAccessReview", "SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview"]
  },
  "settings.k8s.io/v1alpha1": { "1.20": ["PodPreset"] }
};
var SETTLED = /* @__PURE__ */ new Set(["", "apps", "batch", "autoscaling", "policy", "extensions"]);



// src/model/kubernetes/custom.ts


// rules/kubernetes/api-removed.ts
var api_removed_default = defineRule({
  id: "kubernetes/api-removed",
  title: "A manifest uses an API that Kubernetes does not serve",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: 'The API server answers "no matches for kind" and applies nothing of the object: the deployment fails, or goes through without it.',
  fix: "Write the `apiVersion` that serves the kind today and adapt the fields that changed with it; `kubectl convert -f <file> --output-version <apiVersion>`, a plugin of kubectl, does both.",
  refs: [
    "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
    "https://kubernetes.io/docs/reference/kubernetes-api/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail }) {
    const custom = definedKinds(system.clusters);
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      pass(deployment);
      for (const { apiVersion, kind, name, namespace, apiVersionAt, kindAt } of cluster.objects) {
        const verdict = apiVerdict(apiVersion, kind);
        if (custom.has(`${apiVersion.split("/")[0]} ${kind}`)) continue;
        const key = [apiVersion, kind, namespace ?? "", name].join(".");
        if (verdict.state === "removed") {
          fail(
            deployment,
            apiVersionAt,
            `${kind} ${name}: ${apiVersion} is not served since Kubernetes ${verdict.since}`,
            {
              key,
              fix: fixOf(kind, verdict.instead)
            }
          );
        } else if (verdict.state === "unknown") {
          const at = verdict.instead === void 0 ? kindAt : apiVersionAt;
          fail(deployment, at, `${kind} ${name}: there is no ${kind} in ${apiVersion}`, {
            key,
            fix: verdict.instead === void 0 ? NO_SUCH_KIND : fixOf(kind, verdict.instead)
          });
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var NO_SUCH_KIND = "Correct the kind, or use what does this: `kubectl api-resources` lists the kinds of a cluster. Scaling on a schedule is a `cron` trigger of KEDA (`keda.sh/v1alpha1`, ScaledObject) or a CronJob that runs `kubectl scale`.";
function fixOf(kind, instead) {
  if (kind === "PodSecurityPolicy")
    return "Remove it and label the namespaces instead: `pod-security.kubernetes.io/enforce: restricted` (https://kubernetes.io/docs/concepts/security/pod-security-admission/).";
  if (instead === void 0) return "Remove it: nothing takes its place.";
  return `Write \`apiVersion: ${instead}\` and adapt the fields that changed with it; \`kubectl convert -f <file> --output-version ${instead}\`, a plugin of kubectl, does both.`;
}

// src/model/kubernetes/scaling.ts







// rules/kubernetes/autoscaler-inert.ts
var autoscaler_inert_default = defineRule({
  id: "kubernetes/autoscaler-inert",
  title: "An autoscaler cannot do what it is there for",
  category: "performance",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "The autoscaler is there and shows `<unknown>` as its target: under load nothing is added, and everybody believes it would be.",
  fix: "Give every container of the pods requests for what is measured, and bounds that leave room; check with `kubectl describe hpa`.",
  refs: ["https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/"],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      for (const autoscaler of cluster.autoscalers) {
        if (autoscaler.object.kind !== "HorizontalPodAutoscaler") continue;
        const subject = subjectOf(autoscaler, deployment);
        const faults = scalingFaults(autoscaler, system);
        for (const { part, at, message, fix } of faults) {
          fail(subject, at, message, {
            key: part,
            fix,
            ...part === "replicas" ? { severity: "medium" } : {}
          });
        }
        if (faults.length > 0) continue;
        if (autoscaler.controller) pass(subject);
        else if (mayBeUnseen(system, cluster))
          unverified(subject, autoscaler.target.at, "what it scales is in no manifest");
        else implied(subject, "kubernetes/selector-matches-nothing");
      }
    }
  }),
  examples: { bad: [], good: [] }
});


// src/model/kubernetes/held-claims.ts

var LOCAL = /local|host-?path|no-provisioner|topolvm|\blvm\b/i;
var SHARED = /nfs|efs|cephfs|azure-?file|file\.csi|filestore|gluster|juicefs|smb|cifs|fsx|lustre|seaweed|beegfs|\brwx\b/i;
var ATTACHED = /^(?:gp[23]|io[12]|st1|sc1)\b|ebs|(?:standard|premium)-rwo|\bpd\b|gce-pd|managed-(?:csi|premium)|azure-?disk|disk\.csi|do-block|dobs|linode-block|hcloud|hetzner|vultr-block|longhorn|rbd|ceph-?block|cinder|vsphere|oci-bv|alicloud-disk|scw-bssd|sbs-default|ibmc?-(?:vpc-)?block|portworx|mayastor|cstor|jiva/i;
function kindOf(text) {
  if (SHARED.test(text)) return "shared";
  if (LOCAL.test(text)) return "local";
  return ATTACHED.test(text) ? "attached" : "unknown";
}
function storageOf(claim, objects) {
  const spec = child(claim.node, "spec");
  const volumeName = textOf(child(spec, "volumeName"));
  const className = textOf(child(spec, "storageClassName"));
  const volume = objects.find(
    (one) => groupKind(one) === "/PersistentVolume" && (one.name === volumeName || volumeName === void 0 && className !== void 0 && textOf(descend(one.node, "spec", "storageClassName")) === className)
  );
  if (volume) return storageOfVolume(child(volume.node, "spec"));
  if (className === void 0) return "unknown";
  const made = objects.find((one) => one.kind === "StorageClass" && one.name === className);
  const provisioner = made && textOf(child(made.node, "provisioner"));
  return kindOf(provisioner ?? className);
}
function storageOfVolume(spec) {
  for (const [key, value] of entriesOf(spec)) {
    if (key === "hostPath" || key === "local") return "local";
    if (key === "nfs" || key === "cephfs" || key === "glusterfs" || key === "azureFile") return "shared";
    if (/^(?:awsElasticBlockStore|gcePersistentDisk|azureDisk|cinder|rbd|iscsi|fc|vsphereVolume)$/.test(key))
      return "attached";
    if (key === "csi") return kindOf(textOf(child(value, "driver")) ?? "");
  }
  return "unknown";
}
var HOST = "kubernetes.io/hostname";

function updatesInPlace(deployment) {
  const strategy = descend(deployment, "spec", "strategy");
  const rolling = child(strategy, "rollingUpdate");
  const surge = textOf(child(rolling, "maxSurge"));
  const unavailable = textOf(child(rolling, "maxUnavailable"));
  return textOf(child(strategy, "type")) === "Recreate" || surge === "0" || surge === "0%" || unavailable !== void 0 && /^(?:[1-9]\d*|100%)$/.test(unavailable);
}

// rules/kubernetes/claim-on-one-node.ts
var RECREATE = "Set `spec.strategy: { type: Recreate }`, so that the old pod lets go of the volume first.";
var claim_on_one_node_default = defineRule({
  id: "kubernetes/claim-on-one-node",
  title: "Several pods need a volume that only one node has at a time",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "hours",
  why: 'A volume with ReadWriteOnce is attached to one node. A pod on another one stays in ContainerCreating with "Multi-Attach error": replicas do not come up, and an update waits for a pod that waits for the old one to go.',
  fix: "Give pods that share files a volume with `ReadWriteMany` (NFS, EFS, CephFS, Azure Files) or an object store; give each a volume of its own by a StatefulSet with `volumeClaimTemplates`.",
  refs: [
    "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#access-modes",
    "https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    const workloads = workloadsById(system);
    const objects = system.clusters.flatMap((cluster) => cluster.objects);
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const controller of cluster.controllers) {
        const { object, spec } = controller;
        const own = controller.workloads.flatMap((id) => workloads.get(id) ?? []);
        const workload = own.find((one) => one.pod?.part === "main");
        if (!workload || own.some((one) => one.stateful) || !/^(?:Deployment|StatefulSet|ReplicaSet|Rollout)$/.test(object.kind))
          continue;
        const held = claimsOf(controller, objects);
        if (held.length > 0) pass(workload);
        if (isOnOneNode(spec)) continue;
        for (const claim of held) {
          const { name, at, made } = claim;
          const most = podsOf(workload);
          if (!made && most > 1) unverified(workload, at, `no manifest tells how many nodes have the claim ${name}`);
          if (!made?.oneNode || made.storage === "shared" || made.storage === "local") continue;
          const options = { key: name, related: [{ at: made.at, message: "the claim" }] };
          const which = `${object.kind} ${object.name}`;
          if (most > 1)
            fail(
              workload,
              at,
              `${which} runs up to ${most} pods on the claim ${name} (ReadWriteOnce), and ${where(claim)}`,
              options
            );
          else if (object.kind !== "Deployment" || updatesInPlace(object.node)) continue;
          else if (made.storage === "attached")
            fail(
              workload,
              at,
              `${which} starts a second pod at each update, which on another node waits for the claim ${name} (ReadWriteOnce) that the first one keeps until the second is ready`,
              { ...options, severity: "medium", fix: RECREATE }
            );
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function podsOf({ autoscaledTo, replicas }) {
  return knownValue(autoscaledTo) ?? knownValue(replicas) ?? 1;
}
function where({ made }) {
  return made?.storage === "attached" ? "those on other nodes never start" : "those on other nodes do not start, or all have to run on one";
}

// src/model/kubernetes/data.ts
function dataClaims({ mounts }) {
  return mounts.filter((mount) => !mount.readOnly && (mount.type === "claim" || mount.type === "volume"));
}

// rules/kubernetes/datastore-as-deployment.ts
var datastore_as_deployment_default = defineRule({
  id: "kubernetes/datastore-as-deployment",
  title: "A Deployment runs a datastore as if it were stateless",
  category: "disaster-recovery",
  severity: "high",
  confidence: "A",
  since: "0.1.0",
  effort: "hours",
  why: "A rolling update starts the new server before the old one has stopped: both on one volume, which corrupts the data where it can be mounted twice and blocks the update where it cannot.",
  fix: "Make it a StatefulSet with `volumeClaimTemplates`, or run it by an operator; for a single server `strategy: { type: Recreate }` is enough.",
  refs: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/",
    "https://kubernetes.io/docs/tasks/run-application/run-single-instance-stateful-application/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied }) {
    const workloads = workloadsById(system);
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const controller of cluster.controllers) {
        const workload = controller.workloads.flatMap((id) => workloads.get(id) ?? []).find((one) => one.stateful);
        if (!workload?.software) continue;
        const { object } = controller;
        const [claim] = dataClaims(workload);
        if (object.kind !== "Deployment") pass(workload);
        else if (!claim) implied(workload, "datastore/data-not-persisted");
        else {
          const count = knownValue(workload.replicas) ?? 1;
          const name = `${object.kind} ${object.name} (${workload.software.name})`;
          const related = [{ at: claim.at, message: "the volume" }];
          if (count > 1) fail(workload, object.kindAt, `${name} runs ${count} servers on the same volume`, { related });
          else if (updatesInPlace2(object.node)) pass(workload);
          else
            fail(workload, object.kindAt, `${name} starts a second server on the same volume at each update`, {
              related
            });
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function updatesInPlace2(node) {
  const strategy = descend(node, "spec", "strategy");
  const surge = textOf(descend(strategy, "rollingUpdate", "maxSurge"));
  return textOf(child(strategy, "type")) === "Recreate" || surge === "0" || surge === "0%";
}

// src/model/kubernetes/budgets.ts
function replicasIn(controllers, system) {
  const workloads = workloadsById(system);
  let sum = 0;
  for (const { object, workloads: ids } of controllers) {
    const workload = ids.flatMap((id) => workloads.get(id) ?? []).find((one) => one.pod?.part === "main");
    const count = workload?.autoscaledFrom ?? workload?.replicas;
    if (object.kind === "DaemonSet" || !workload || count && !count.known) return void 0;
    sum += count?.known ? count.value : 1;
  }
  return sum;
}
function budgetAllows({ object, controllers }, running) {
  const spec = child(object.node, "spec");
  if (controllers.length === 0) return void 0;
  for (const setting of ["maxUnavailable", "minAvailable"]) {
    const node = child(spec, setting);
    const [, digits, share] = /^(\d{1,9})(%)?$/.exec(textOf(node) ?? "") ?? [];
    if (node === void 0 || digits === void 0) continue;
    const number = Number(digits);
    if (setting === "maxUnavailable" && number === 0)
      return { pods: 0, setting, text: `${digits}${share ?? ""}`, at: node.at };
    if (running === void 0) return void 0;
    const pods = share === void 0 ? number : Math.ceil(number / 100 * running);
    const counted = `${pods} ${pods === 1 ? "pod" : "pods"}`;
    const text = share === void 0 ? counted : `${digits}% (${counted})`;
    return { pods: setting === "maxUnavailable" ? pods : Math.max(0, running - pods), setting, text, at: node.at };
  }
  return void 0;
}

// rules/kubernetes/disruption-budget-blocks-drains.ts
var disruption_budget_blocks_drains_default = defineRule({
  id: "kubernetes/disruption-budget-blocks-drains",
  title: "A disruption budget lets no pod go",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A budget that allows no disruption makes `kubectl drain` and the upgrade of the cluster wait for ever; it ends with somebody deleting the pods, or the budget, by hand.",
  fix: "Write `maxUnavailable: 1` instead, and run at least one replica more than has to stay.",
  refs: [
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/",
    "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/#pod-disruption-budgets"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied, unverified }) {
    const judged = /* @__PURE__ */ new Set();
    for (const { workload, controller, replicas, singleReportedBy } of replicatedPods(system)) {
      const budgets = budgetsOf(controller, system);
      const blocking = budgets.flatMap((budget) => blockedBy(budget, system) ?? []);
      for (const budget of budgets) judged.add(budget);
      for (const { at, message, key } of blocking) fail(workload, at, message, { key });
      if (blocking.length > 0) continue;
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) < 2) implied(workload, singleReportedBy);
      else if (budgets.length === 0) implied(workload, "kubernetes/disruption-budget-missing");
      else pass(workload);
    }
    const workloads = workloadsById(system);
    for (const budget of system.clusters.flatMap((cluster) => cluster.budgets)) {
      const blocking = judged.has(budget) ? void 0 : blockedBy(budget, system);
      const workload = budget.controllers.flatMap((one) => one.workloads.flatMap((id) => workloads.get(id) ?? []))[0];
      if (blocking && workload) fail(workload, blocking.at, blocking.message, { key: blocking.key });
    }
  }),
  examples: { bad: [], good: [] }
});
function blockedBy(budget, system) {
  const { object, controllers } = budget;
  const running = replicasIn(controllers, system);
  const allowed = budgetAllows(budget, running);
  if (!allowed || allowed.pods > 0) return void 0;
  const of = controllers.map((one) => `${one.object.kind} ${one.object.name}`).join(", ");
  const message = allowed.setting === "maxUnavailable" ? `PodDisruptionBudget ${object.name} lets ${allowed.text} pods of ${of} go` : `PodDisruptionBudget ${object.name} keeps ${allowed.text} of ${of}, which runs ${running}`;
  return { at: allowed.at, message, key: `${object.namespace ?? ""}.${object.name}` };
}

// rules/kubernetes/disruption-budget-missing.ts
var disruption_budget_missing_default = defineRule({
  id: "kubernetes/disruption-budget-missing",
  title: "Replicas have no disruption budget",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Draining a node, as every cluster upgrade does, evicts all pods on it at once. Without a PodDisruptionBudget the last replica goes with the others.",
  fix: "Add a PodDisruptionBudget (`policy/v1`) whose selector takes the pods, with `maxUnavailable: 1`.",
  refs: [
    "https://kubernetes.io/docs/concepts/workloads/pods/disruptions/",
    "https://kubernetes.io/docs/tasks/run-application/configure-pdb/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const { workload, controller, cluster, replicas, singleReportedBy } of replicatedPods(system)) {
      const { object } = controller;
      if (replicas && !replicas.known) unverified(workload, replicas, replicas.because);
      else if ((replicas?.value ?? 1) < 2) implied(workload, singleReportedBy);
      else if (budgetsOf(controller, system).length > 0) pass(workload);
      else if (!cluster.complete) unverified(workload, object.at, "a part of what is applied is not known");
      else {
        const count = replicas?.known ? replicas.value : 1;
        fail(workload, object.at, `${object.kind} ${object.name} runs ${count} replicas without a disruption budget`);
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/kubernetes/image-unpullable.ts
var image_unpullable_default = defineRule({
  id: "kubernetes/image-unpullable",
  title: "An image is pulled under a name that no registry has",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "A name without a registry and an owner is looked for among the images of Docker itself. With the policy Always the kubelet asks there at every start, though the node may have built or imported an image of that name: the pod stays in ImagePullBackOff.",
  fix: "Push the image to a registry and write its whole name (`ghcr.io/acme/api:1.4.0`).",
  refs: [
    "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    "https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      if (cluster.controllers.length > 0) pass(deployment);
      for (const { by, image, because, at, unsure } of system.unpullableImages) {
        if (!cluster.controllers.some(({ object }) => `${object.kind} ${object.name}` === by)) continue;
        if (unsure) {
          unverified(deployment, at, unsure);
          continue;
        }
        const told = because === "policy" ? "imagePullPolicy: Always" : "Always, which is the policy where no release is named";
        fail(
          deployment,
          at,
          `${by} pulls ${image} from Docker Hub at each start (${told}), and only Docker has such names there`,
          {
            key: `${by} ${image}`,
            fix: `Push the image to a registry and write its whole name (\`ghcr.io/<owner>/${image}\`). Where each node is given it by hand, name a release and write \`imagePullPolicy: IfNotPresent\`.`
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/kubernetes/job-unbounded.ts
var job_unbounded_default = defineRule({
  id: "kubernetes/job-unbounded",
  title: "A scheduled job may hang for ever",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "A run that hangs does not fail: with `concurrencyPolicy: Allow`, the default, each schedule starts one more beside it; with `Forbid` no run ever starts again. Neither is reported.",
  fix: "Set `spec.jobTemplate.spec.activeDeadlineSeconds` to what a run may take at most, and `concurrencyPolicy: Forbid` where two must not run at once.",
  refs: [
    "https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/",
    "https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-termination-and-cleanup"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail }) {
    const workloads = workloadsById(system);
    for (const { cluster } of kubernetesDeployments(system)) {
      for (const { object, spec, workloads: ids } of cluster.controllers) {
        const workload = ids.flatMap((id) => workloads.get(id) ?? []).find((one) => one.pod?.part === "main");
        if (object.kind !== "CronJob" || !workload) continue;
        const job = descend(object.node, "spec", "jobTemplate", "spec");
        const deadline = child(job, "activeDeadlineSeconds") ?? child(spec, "activeDeadlineSeconds");
        const policy = child(child(object.node, "spec"), "concurrencyPolicy");
        const written = textOf(policy) ?? "Allow";
        if (deadline || written === "Replace") pass(workload);
        else {
          const then = written === "Forbid" ? "no later run starts" : "each later run starts beside it";
          fail(workload, object.at, `CronJob ${object.name} has no deadline: once a run hangs, ${then}`);
        }
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/kubernetes/kustomization-rejected.ts
var BY_ITSELF = /* @__PURE__ */ new Set(["cycle", "kustomization", "empty", "several"]);
var BY_CONTENT = /* @__PURE__ */ new Set(["conflict", "generator", "json-patch", "object", "patch", "replacement", "replicas"]);
var kustomization_rejected_default = defineRule({
  id: "kubernetes/kustomization-rejected",
  title: "kustomize does not build what is to be deployed",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "kustomize builds all or nothing: at a patch that does not fit, a name that is there twice or a base that leads back to itself it stops, and the deployment with it. Nothing of it can be applied until that is mended.",
  fix: "Correct what is shown; `kustomize build <folder>` shows whether it builds without applying anything.",
  refs: [
    "https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/",
    "https://kubernetes.io/docs/tasks/manage-kubernetes-objects/kustomization/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      if (!isKustomization(deployment)) continue;
      const meant = cluster.missingFiles.map(({ path }) => meantBy(path, deployment, system));
      if (deployment.workloads.length === 0 && meant.every((one) => one === void 0)) continue;
      pass(deployment);
      for (const [index, { path, at }] of cluster.missingFiles.entries()) {
        const folder = meant[index];
        if (folder === void 0) unverified(deployment, at, `${path} is not in the repository`);
        else
          fail(deployment, at, `kustomize refuses ${deployment.name}: there is no folder ${path}, but ${folder}`, {
            key: `missing.${path}`,
            fix: `Write \`${relative(directoryOf(deployment.files[0] ?? ""), folder)}\`, which leads from here to ${folder}.`
          });
      }
      for (const { at, code = "", message } of deployment.problems) {
        if (BY_ITSELF.has(code) || cluster.allThere && BY_CONTENT.has(code))
          fail(deployment, at, `kustomize refuses ${deployment.name}: ${message}`, { key: `${at.path}.${message}` });
        else if (BY_CONTENT.has(code))
          unverified(deployment, at, `${message}, as far as the repository holds what it builds on`);
      }
    }
  }),
  examples: { bad: [], good: [] }
});
function meantBy(path, deployment, { deployments }) {
  const folders = deployments.filter((one) => one !== deployment && isKustomization(one)).map(({ files }) => directoryOf(files[0] ?? ""));
  return folders.find((folder) => folder !== "." && (folder.endsWith(`/${path}`) || path.endsWith(`/${folder}`)));
}
function relative(from, to) {
  const [own, other] = [from.split("/"), to.split("/")];
  const common = own.findIndex((part, index) => part !== other[index]);
  const shared = common === -1 ? own.length : common;
  return [...own.slice(shared).map(() => ".."), ...other.slice(shared)].join("/");
}


// rules/kubernetes/network-policy-missing.ts
var network_policy_missing_default = defineRule({
  id: "kubernetes/network-policy-missing",
  title: "No network policy protects a namespace",
  category: "security",
  severity: "low",
  confidence: "A",
  security: 3.5,
  since: "0.1.0",
  effort: "hours",
  why: "Without a policy every pod of the cluster reaches every other, the database included: one that is broken into is a door to all.",
  fix: "Add a NetworkPolicy that denies everything (`podSelector: {}`, `policyTypes: [Ingress]`), and one for each connection that is needed.",
  refs: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      for (const [namespace, first] of namespacesOf(cluster)) {
        const subject = subjectOf2(namespace, first, deployment);
        const where2 = namespace === void 0 ? `the namespace that ${deployment.name} is applied to` : `the namespace ${namespace}`;
        if (isProtected(namespace, system)) pass(subject);
        else if (!cluster.complete) unverified(subject, first.object.at, "a part of what is applied is not known");
        else fail(subject, first.object.at, `no network policy says who may reach the pods of ${where2}`);
      }
    }
  }),
  examples: { bad: [], good: [] }
});

var OTHER_POLICIES = /^(?:CiliumNetworkPolicy|NetworkPolicy)$/;
var GLOBAL_POLICIES = /^(?:CiliumClusterwideNetworkPolicy|GlobalNetworkPolicy|AdminNetworkPolicy|BaselineAdminNetworkPolicy|ClusterNetworkPolicy)$/;



// rules/kubernetes/reference-missing.ts
var reference_missing_default = defineRule({
  id: "kubernetes/reference-missing",
  title: "Pods need an object that no manifest makes",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "A pod whose ConfigMap, Secret or claim is not there waits in CreateContainerConfigError or Pending, and one without its service account is not created at all: the rollout hangs.",
  fix: "Correct the name, add the manifest beside its siblings, or write `optional: true` where the pod can do without. What something else creates is accepted with that reason.",
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/",
    "https://kubernetes.io/docs/concepts/configuration/secret/",
    "https://kubernetes.io/docs/concepts/security/service-accounts/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      pass(deployment);
      const made = madeKinds(system.clusters.flatMap((one) => one.objects));
      const unseen = mayBeUnseen(system, cluster);
      for (const reference of oncePerName(cluster)) {
        const { kind, name, key, by, at, saidIn } = reference;
        const lacksKey = key !== void 0;
        if (!lacksKey && (unseen || !made.has(kind))) continue;
        const [unread] = cluster.missingFiles;
        if (lacksKey && unread) {
          unverified(
            deployment,
            at,
            `${unread.path} is not in the repository, and may give the ${kind} ${name} the key ${key}`
          );
          continue;
        }
        if (saidIn !== void 0) {
          unverified(deployment, at, `the ${kind} ${name} is made by hand, as ${saidIn} says`);
          continue;
        }
        const needs = `${by.kind} ${by.name} needs the ${kind} ${name}`;
        fail(deployment, at, lacksKey ? `${needs}, which has no key ${key}` : `${needs}, which no manifest makes`, {
          key: [kind, by.namespace ?? "", name, key ?? ""].join(".")
        });
      }
    }
  }),
  examples: { bad: [], good: [] }
});


// src/model/kubernetes/spreading.ts
var ANTI_AFFINITY = ["affinity", "podAntiAffinity"];

function isAbout(node, labels) {
  const selector = child(node, "labelSelector");
  return selector !== void 0 && selects(selector, labels);
}

// rules/kubernetes/replicas-not-spread.ts
var replicas_not_spread_default = defineRule({
  id: "kubernetes/replicas-not-spread",
  title: "Replicas may all run on one node",
  category: "infrastructure-stability",
  severity: "low",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Replicas protect against the loss of a node only if they do not share it, and by default the scheduler merely prefers that.",
  fix: "Add `topologySpreadConstraints` with `topologyKey: kubernetes.io/hostname` (and `topology.kubernetes.io/zone`), and a `labelSelector` with the labels of these pods.",
  refs: [
    "https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/",
    "https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const { workload, controller, replicas, singleReportedBy } of replicatedPods(system)) {
      const { object, spec, labels } = controller;
      const what = `${object.kind} ${object.name}`;
      if (replicas && !replicas.known) {
        unverified(workload, replicas, replicas.because);
        continue;
      }
      const count = replicas?.value ?? 1;
      const spreading = spreadingOf(spec, labels);
      if (count < 2) implied(workload, singleReportedBy);
      else if (spreading.state === "spread") pass(workload);
      else if (spreading.state === "none")
        fail(workload, object.at, `the ${count} replicas of ${what} may share a node`);
      else {
        const message = `${spreading.setting} of ${what} is about other pods: its selector takes none of the ${count} replicas`;
        fail(workload, spreading.at, message, { fix: "Give the `labelSelector` labels that these pods have." });
      }
    }
  }),
  examples: { bad: [], good: [] }
});

// rules/kubernetes/security-context-missing.ts
var security_context_missing_default = defineRule({
  id: "kubernetes/security-context-missing",
  title: "A container may run as root and gain privileges",
  category: "security",
  severity: "medium",
  confidence: "A",
  security: 5,
  since: "0.1.0",
  effort: "hours",
  why: "Whoever breaks into a container that runs as root, or can become root through a setuid program, is one bug of the kernel away from the node and all that runs on it.",
  fix: "Write into the container `securityContext: { runAsNonRoot: true, allowPrivilegeEscalation: false, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault } }`, with the `runAsUser` that its image has.",
  refs: [
    "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/",
    "https://kubernetes.io/docs/concepts/security/pod-security-standards/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, implied, unverified }) {
    for (const workload of system.workloads) {
      const { pod, privileges } = workload;
      if (!pod || pod.operator !== void 0) continue;
      const open = [privileges.nonRoot, privileges.escalation].find((fact) => fact && !fact.known);
      const missing = [...rootOf(workload), ...escalationOf(workload)];
      if (knownValue(privileges.privileged) === true || rootMayGain(workload)) implied(workload, "workload/privileged");
      else if (open && !open.known) unverified(workload, open, open.because);
      else if (missing.length === 0) pass(workload);
      else fail(workload, workload.at, `${workload.name} ${missing.join(" and ")}`, unprivileged(workload));
    }
  }),
  examples: { bad: [], good: [] }
});




// rules/kubernetes/selector-matches-nothing.ts
var selector_matches_nothing_default = defineRule({
  id: "kubernetes/selector-matches-nothing",
  title: "A Service, budget, policy, autoscaler or Ingress finds nothing",
  category: "infrastructure-stability",
  severity: "critical",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Kubernetes connects objects by labels and names and says nothing when none fit: the Service has no endpoints and answers no request, the budget or policy protects nobody, the autoscaler scales nothing.",
  fix: "Give both sides the same labels or names, and check with `kubectl get endpointslices`, `kubectl describe pdb`, `kubectl describe hpa`.",
  refs: [
    "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/",
    "https://kubernetes.io/docs/concepts/services-networking/service/",
    "https://kubernetes.io/docs/concepts/services-networking/ingress/"
  ],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      if (cluster.objects.length > 0) pass(deployment);
      for (const { at, message, code } of deployment.problems) {
        const what = PATCHES.get(code ?? "");
        if (what !== void 0 && !cluster.allThere)
          unverified(deployment, at, `${message}, as far as the repository holds what it builds on`);
        else if (what !== void 0) fail(deployment, at, `${what}${message}`, { key: message, fix: PATCH_FIX });
      }
      const unseen = mayBeUnseen(system, cluster);
      for (const { object, part, at, message, fix, certain } of mismatchesOf(cluster, system)) {
        const key = [object.kind, object.namespace ?? "", object.name, part].join(".");
        if (certain || !unseen) fail(deployment, at, message, { key, fix, ...severityOf(object, part) });
      }
    }
  }),
  examples: { bad: [], good: [] }
});
var PATCHES = /* @__PURE__ */ new Map([
  ["patch-target", "kustomize refuses to build it: "],
  [UNMATCHED, ""]
]);
var PATCH_FIX = "Give the patch the kind, the name and the namespace that the object has in the base, before prefixes and `namespace:` are put on; `kubectl kustomize` shows what comes out.";
function severityOf({ kind }, part) {
  if (part === "serviceName") return { severity: "medium" };
  if (/Autoscaler$/.test(kind)) return { severity: "high" };
  return /^(?:PodDisruptionBudget|\w*NetworkPolicy)$/.test(kind) ? { severity: "medium" } : {};
}

// rules/kubernetes/service-link-collision.ts
var REFUSED = [
  // https://github.com/confluentinc/kafka-images/blob/master/kafka/include/etc/confluent/docker/configure
  {
    image: /(?:^|\/)confluentinc\/cp-(?:kafka|server)$/,
    variable: "KAFKA_PORT",
    says: 'ends with "port is deprecated. Please use KAFKA_ADVERTISED_LISTENERS instead."'
  },
  // https://github.com/confluentinc/schema-registry-images/blob/master/schema-registry/include/etc/confluent/docker/configure
  {
    image: /(?:^|\/)confluentinc\/cp-schema-registry$/,
    variable: "SCHEMA_REGISTRY_PORT",
    says: 'ends with "PORT is deprecated. Please use SCHEMA_REGISTRY_LISTENERS instead."'
  }
];
var service_link_collision_default = defineRule({
  id: "kubernetes/service-link-collision",
  title: "The name of a Service sets a variable that means something else to a container",
  category: "infrastructure-stability",
  severity: "medium",
  confidence: "A",
  since: "0.1.0",
  effort: "minutes",
  why: "Kubernetes gives each pod variables for all Services of its namespace, as Docker links did: a Service called redis sets REDIS_PORT to tcp://10.0.0.11:6379. What expects the number 6379 there does not start, or connects to a port that is none; and only in the cluster, never on the machine of a developer.",
  fix: "Set `enableServiceLinks: false` in the spec of the pod, or set the variable itself: what `env` says goes first.",
  refs: [
    "https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables",
    "https://kubernetes.io/docs/tutorials/services/connect-applications-service/#environment-variables"
  ],
  reads: ["kubernetes", "source"],
  check: (function({ system, pass, fail }) {
    const services = servicesByDeployment(system);
    for (const workload of system.workloads) {
      for (const { variable, says, read } of expectedBy(workload, system)) {
        const service = services.get(workload.deployment)?.find((one) => isLinked(one, variable, workload));
        if (!service) continue;
        if (!workload.pod?.linksServices || read && workload.environment.has(variable)) {
          pass(workload);
          continue;
        }
        if (read && workload.environmentFiles?.some((file) => !file.present)) continue;
        const { name, at } = service.object;
        const port = knownValue(service.ports[0]?.port) ?? "<port>";
        fail(
          workload,
          workload.at,
          `the Service ${name} sets ${variable} of ${workload.name} to tcp://<address>:${port}, and ${says}`,
          {
            key: variable,
            fix: read ? `Set \`enableServiceLinks: false\` in the spec of the pod, or \`${variable}\` in its \`env\`.` : "Set `enableServiceLinks: false` in the spec of the pod, or give the Service another name.",
            related: [
              { at, message: `the Service ${name}` },
              ...read ? [{ at: read, message: `${variable} is read here` }] : []
            ]
          }
        );
      }
    }
  }),
  examples: { bad: [], good: [] }
});


function isLinked({ object, type, headless, ports }, variable, { pod }) {
  if (headless || type === "ExternalName" || type === "unknown" || ports.length === 0) return false;
  const name = `${object.name.toUpperCase().replaceAll("-", "_")}_PORT`;
  return name === variable && object.namespace === pod?.namespace;
}

// src/model/kubernetes/denied-traffic.ts

function passage(policies, direction, peer, port, controllers) {
  if (policies.length === 0) return "allowed";
  const found = policies.flatMap(
    (policy) => itemsOf(child(child(policy.node, "spec"), direction)).map((rule) => {
      const peers = itemsOf(child(rule, direction === "ingress" ? "from" : "to"));
      const ofPeer = peers.length === 0 ? "allowed" : best(peers.map((one) => matches(one, peer, policy, controllers)));
      return both(ofPeer, portPassage(itemsOf(child(rule, "ports")), port));
    })
  );
  return best(found);
}
function best(found) {
  if (found.includes("allowed")) return "allowed";
  return found.includes("maybe") ? "maybe" : "denied";
}
function both(one, other) {
  if (one === "denied" || other === "denied") return "denied";
  return one === "allowed" && other === "allowed" ? "allowed" : "maybe";
}
function matches(entry, peer, policy, controllers) {
  const pods = child(entry, "podSelector");
  const namespaces = child(entry, "namespaceSelector");
  if (child(entry, "ipBlock") || !pods && !namespaces) return "maybe";
  if (typeof peer === "string") {
    if (namespaces) return "maybe";
    if (peer === "dns") return "denied";
    const own = controllers.filter((one) => sameNamespace(one.object.namespace, policy.namespace));
    return own.some((one) => selects(pods, one.labels)) ? "denied" : "maybe";
  }
  if (pods && !selects(pods, peer.labels)) return "denied";
  if (namespaces) return entriesOf(namespaces).length === 0 ? "allowed" : "maybe";
  if (policy.namespace !== void 0 && peer.object.namespace !== void 0)
    return policy.namespace === peer.object.namespace ? "allowed" : "denied";
  return "allowed";
}
function portPassage(ports, { number, of }) {
  if (ports.length === 0) return "allowed";
  if (number === void 0) return "maybe";
  return best(
    ports.map((entry) => {
      const text = textOf(child(entry, "port"));
      if (text === void 0) return "allowed";
      const end = Number(textOf(child(entry, "endPort")) ?? text);
      if (/^\d+$/.test(text)) return number >= Number(text) && number <= end ? "allowed" : "denied";
      const named = of && portsNamed(of, text);
      if (!named || named.length === 0) return "maybe";
      return named.includes(number) ? "allowed" : "denied";
    })
  );
}
function portsNamed({ spec }, name) {
  return itemsOf(child(spec, "containers")).flatMap(
    (container) => containerPorts(container).flatMap((port) => port.name === name ? [port.number] : [])
  );
}


// rules/kubernetes/traffic-denied.ts
var traffic_denied_default = defineRule({
  id: "kubernetes/traffic-denied",
  title: "A network policy keeps out what a workload is there for",
  category: "infrastructure-stability",
  severity: "high",
  confidence: "B",
  since: "0.1.0",
  effort: "minutes",
  why: "Pods that a policy selects take only what some policy lets in. The Service has endpoints and the pods are healthy, but every request to them times out; without the DNS no name of another service is found.",
  fix: "Add a policy for each connection that is needed: `ingress: [{ from: [{ podSelector: \u2026 }] }]` for pods beside it, `from: [{ namespaceSelector: \u2026 }]` for the ingress controller, and for egress port 53 (UDP and TCP) to the namespace kube-system.",
  refs: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  reads: ["kubernetes"],
  check: (function({ system, pass, fail, unverified }) {
    const workloads = workloadsById(system);
    for (const { cluster } of kubernetesDeployments(system)) {
      const doubt = mayBeUnseen(system, cluster) || cluster.objects.some(isOtherPolicy);
      for (const { workload, need } of needsOf(cluster, system, workloads)) {
        pass(workload);
        const denied = deniedBy(need, cluster);
        if (!denied) continue;
        if (doubt) unverified(workload, denied.at, "policies that no manifest shows may let the connection through");
        else
          fail(workload, denied.at, denied.what, {
            key: denied.key,
            related: [{ at: need.at, message: "needs it" }]
          });
      }
    }
  }),
  examples: { bad: [], good: [] }
});






// area:kubernetes
var rules = {
  "kubernetes/api-removed": api_removed_default,
  "kubernetes/autoscaler-inert": autoscaler_inert_default,
  "kubernetes/claim-on-one-node": claim_on_one_node_default,
  "kubernetes/datastore-as-deployment": datastore_as_deployment_default,
  "kubernetes/disruption-budget-blocks-drains": disruption_budget_blocks_drains_default,
  "kubernetes/disruption-budget-missing": disruption_budget_missing_default,
  "kubernetes/image-unpullable": image_unpullable_default,
  "kubernetes/job-unbounded": job_unbounded_default,
  "kubernetes/kustomization-rejected": kustomization_rejected_default,
  "kubernetes/network-policy-missing": network_policy_missing_default,
  "kubernetes/reference-missing": reference_missing_default,
  "kubernetes/replicas-not-spread": replicas_not_spread_default,
  "kubernetes/security-context-missing": security_context_missing_default,
  "kubernetes/selector-matches-nothing": selector_matches_nothing_default,
  "kubernetes/service-link-collision": service_link_collision_default,
  "kubernetes/traffic-denied": traffic_denied_default
};
module.exports = {
  house: runAudit,
  rules
};
