"use strict";

// src/model/kubernetes/backups.ts
var clusterBackups = (function clusterBackups(clusters, workloads) {
  return clusters.flatMap(({ deployment, objects }) => {
    const stores = workloads.filter((workload) => workload.deployment === deployment && workload.software?.stateful);
    return objects.flatMap(
      (object) => (READERS.get(groupKind(object)) ?? nothing)(object, stores).map(({ stores: covered, ...ordered }) => {
        const ids = covered.map((store) => store.id);
        return { ...ordered, covers: covered.flatMap((store) => store.software?.id ?? []), stores: ids, missingTools: [] };
      })
    );
  });
});
var nothing = (function nothing() {
  return [];
});
var ownSchedule = (function ownSchedule(tool, list, storages) {
  return ({ node, kind, name, namespace }, stores) => {
    const entries = itemsOf(descend(node, "spec", ...list));
    const [first] = entries;
    if (!first) return [];
    const where = descend(node, "spec", ...storages);
    const named = where?.kind === "map" ? [...where.entries.values()].map((entry) => entry.node) : itemsOf(where);
    const profile = child(child(first, "backupProfile"), "dumpInstance");
    const destination = destinationIn(first, ...named, child(profile, "storage"));
    return [{ tool, scheduled: true, destination, stores: called(stores, kind, name, namespace), at: first.at }];
  };
});
var ofNamespace = (function ofNamespace(tool, destination, schedule) {
  return ({ node, namespace, at }, stores) => {
    const covered = stores.filter(({ pod }) => sameNamespace(pod?.namespace, namespace));
    return [{ tool, scheduled: descend(node, ...schedule) !== void 0, destination, stores: covered, at }];
  };
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
  groupKind,
  itemsOf,
  textOf,
  textsOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/kubernetes/backups.ts


var REMOTE = ["s3", "gcs", "gcp", "azure", "b2", "rest", "swift", "barmanObjectStore"];
function destinationIn(...nodes) {
  const remote = nodes.some((node) => REMOTE.some((key) => child(node, key) !== void 0));
  const typed = nodes.some((node) => /^(?:s3|gcs|azure)$/i.test(textOf(child(node, "type")) ?? ""));
  return remote || typed ? "off-host" : "unknown";
}
function called(stores, kind, name, namespace) {
  return stores.filter(({ pod }) => pod?.kind === kind && pod.name === name && sameNamespace(pod.namespace, namespace));
}
function scheduledBackup({ node, namespace, at }, stores) {
  const covered = called(stores, "Cluster", textOf(descend(node, "spec", "cluster", "name")), namespace);
  const snapshot = textOf(descend(node, "spec", "method")) === "volumeSnapshot";
  const scheduled = textOf(descend(node, "spec", "suspend")) !== "true";
  return [{ tool: "CloudNativePG", scheduled, destination: snapshot ? "unknown" : "off-host", stores: covered, at }];
}

function pgBackRest({ node, kind, name, namespace }, stores) {
  return itemsOf(descend(node, "spec", "backups", "pgbackrest", "repos")).map((repo) => ({
    tool: "pgBackRest",
    scheduled: child(repo, "schedules") !== void 0,
    destination: destinationIn(repo),
    stores: called(stores, kind, name, namespace),
    at: repo.at
  }));
}
function logicalBackup({ node, kind, name, namespace }, stores) {
  const enabled = descend(node, "spec", "enableLogicalBackup");
  if (textOf(enabled) !== "true" || !enabled) return [];
  const covered = called(stores, kind, name, namespace);
  return [{ tool: "pg_dumpall", scheduled: true, destination: "off-host", stores: covered, at: enabled.at }];
}
function mariaBackup({ node, namespace, at }, stores) {
  const spec = child(node, "spec");
  const covered = called(stores, "MariaDB", textOf(descend(spec, "mariaDbRef", "name")), namespace);
  const scheduled = descend(spec, "schedule", "cron") !== void 0 && textOf(descend(spec, "schedule", "suspend")) !== "true";
  return [{ tool: "mariadb-dump", scheduled, destination: destinationIn(child(spec, "storage")), stores: covered, at }];
}
function veleroSchedule({ node, at }, stores) {
  const template = descend(node, "spec", "template");
  const included = textsOf(child(template, "includedNamespaces"));
  const excluded = textsOf(child(template, "excludedNamespaces"));
  const all = included.length === 0 || included.includes("*");
  const covered = stores.filter(({ pod }) => {
    const namespace = pod?.namespace;
    if (namespace === void 0) return true;
    return (all || included.includes(namespace)) && !excluded.includes(namespace);
  });
  const scheduled = textOf(descend(node, "spec", "paused")) !== "true";
  return [{ tool: "Velero", scheduled, destination: "off-host", stores: covered, at }];
}

function longhornJob({ node, at }, stores) {
  const task = textOf(descend(node, "spec", "task")) ?? "";
  if (!task.startsWith("backup")) return [];
  const everywhere = textsOf(descend(node, "spec", "groups")).includes("default");
  return [{ tool: "Longhorn", scheduled: true, destination: "off-host", stores: everywhere ? stores : [], at }];
}
var READERS = /* @__PURE__ */ new Map([
  ["postgresql.cnpg.io/ScheduledBackup", scheduledBackup],
  ["postgres-operator.crunchydata.com/PostgresCluster", pgBackRest],
  ["pgv2.percona.com/PerconaPGCluster", pgBackRest],
  ["acid.zalan.do/postgresql", logicalBackup],
  // https://docs.percona.com/percona-operator-for-mysql/pxc/backups-scheduled.html
  ["pxc.percona.com/PerconaXtraDBCluster", ownSchedule("XtraBackup", ["backup", "schedule"], ["backup", "storages"])],
  ["ps.percona.com/PerconaServerMySQL", ownSchedule("XtraBackup", ["backup", "schedule"], ["backup", "storages"])],
  // https://docs.percona.com/percona-operator-for-mongodb/backups-scheduled.html
  ["psmdb.percona.com/PerconaServerMongoDB", ownSchedule("PBM", ["backup", "tasks"], ["backup", "storages"])],
  // https://dev.mysql.com/doc/mysql-operator/en/mysql-operator-backups.html
  ["mysql.oracle.com/InnoDBCluster", ownSchedule("MySQL Shell", ["backupSchedules"], ["backupProfiles"])],
  ["k8s.mariadb.com/Backup", mariaBackup],
  ["k8s.mariadb.com/PhysicalBackup", mariaBackup],
  ["velero.io/Schedule", veleroSchedule],
  // https://docs.k8up.io/k8up/explanations/architecture.html
  ["k8up.io/Schedule", ofNamespace("K8up", "off-host", ["spec", "backup", "schedule"])],
  // https://backube.github.io/snapscheduler/
  ["snapscheduler.backube/SnapshotSchedule", ofNamespace("SnapScheduler", "unknown", ["spec", "schedule"])],
  ["longhorn.io/RecurringJob", longhornJob]
]);
module.exports = {
  clusterBackups,
  house: runAudit
};
