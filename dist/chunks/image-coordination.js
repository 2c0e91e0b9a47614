"use strict";
const {
  dataAt,
  image,
  software
} = require("./chunk-YBWJOMHX.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  FILE_DECIDES,
  alone,
  argument,
  firstSet,
  guarded,
  hasWord,
  hostsIn,
  isSet,
  isYes,
  open,
  option,
  programWords,
  text,
  unclear,
  undecided,
  variable,
  volumeAt,
  wired
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/knowledge/images/coordination.ts
var CONSUL = "https://developer.hashicorp.com/consul/docs/reference/cli/agent";
var VAULT = "https://developer.hashicorp.com/vault/docs/concepts/dev-server";
var ETCD = "https://etcd.io/docs/latest/op-guide/configuration/";
var BITNAMI_ETCD = "https://github.com/bitnami/containers/tree/main/bitnami/etcd";
var dev = ["-dev", "--dev", "-dev=true", "--dev=true"];
function startsInDev(facts) {
  if (!facts.argv) return "default";
  return hasWord(facts.argv, dev) === "yes" ? "written" : void 0;
}
function consulMode(facts) {
  const mode = startsInDev(facts);
  if (!mode) return void 0;
  return {
    because: mode === "default" ? 'without a command this image runs "agent -dev", which keeps everything in memory' : "agent -dev keeps everything in memory",
    fix: "Use command: agent -server -bootstrap-expect=3 -data-dir=/consul/data, and mount a volume on /consul/data.",
    ...mode === "written" ? { by: argument("-dev") } : {}
  };
}
function localConfig(facts) {
  return facts.environment("CONSUL_LOCAL_CONFIG");
}
function consulAuthentication(facts) {
  const fix = 'Set acl { enabled = true, default_policy = "deny" } and bootstrap the ACL system.';
  const local = localConfig(facts);
  const by = variable("CONSUL_LOCAL_CONFIG");
  const spaceless = (local ?? "").replace(/\s/g, "");
  if (/default_policy"?[:=]"deny"/.test(spaceless) && /acl"?[:=]?\{/.test(spaceless))
    return guarded("its ACL denies by default", by);
  if (local === null || facts.configMounted || /acl/i.test(spaceless) || programWords(facts.argv)?.includes(null))
    return undecided(FILE_DECIDES, fix);
  if (hasWord(facts.argv, ["-server", "-server=true", ...dev]) !== "yes" && facts.argv)
    return undecided("its servers decide", fix);
  return open("no ACL is configured, and everything is allowed by default", fix);
}
function consulReplication(facts) {
  if (startsInDev(facts)) return alone("the development agent is a cluster of its own");
  const expected = option(facts.argv, "bootstrap-expect");
  const join = option(facts.argv, "retry-join", "join");
  if (join.given === "yes")
    return wired("member", "-retry-join names a partner", hostsIn(join.value ?? ""), argument("-retry-join"));
  if (expected.given === "yes" && Number(expected.value) > 1)
    return wired("member", `-bootstrap-expect waits for ${expected.value} servers`, [], argument("-bootstrap-expect"));
  if (facts.configMounted || isSet(facts, "CONSUL_LOCAL_CONFIG") || join.given === "unknown")
    return unclear(FILE_DECIDES);
  return alone("nothing joins it to other servers");
}
var consul = software(
  "consul",
  "Consul",
  "coordination",
  [
    image("official", ["hashicorp/consul", "consul", "public.ecr.aws/hashicorp/consul"], {
      ...volumeAt("/consul/data", CONSUL),
      dataPath: (facts) => {
        const set = option(facts.argv, "data-dir");
        return set.given === "yes" ? set.value ?? null : void 0;
      },
      builtInHealthcheck: false,
      healthCommand: "consul operator raft list-peers",
      runsAs: "drops-privileges",
      authentication: consulAuthentication,
      memoryMode: consulMode,
      replication: consulReplication
    }),
    image("bitnami", ["bitnami/consul", "bitnamilegacy/consul"], {
      ...dataAt("/bitnami/consul", "https://github.com/bitnami/containers/tree/main/bitnami/consul"),
      runsAs: "non-root"
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 8500, purpose: "admin" },
      { port: 8600, purpose: "data" },
      { port: 8300, purpose: "cluster" },
      { port: 8301, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three servers with -bootstrap-expect=3 and -retry-join" },
    backupTools: ["consul snapshot"],
    schemes: ["consul"]
  }
);
var vault = software(
  "vault",
  "Vault",
  "secrets",
  [
    image(
      "official",
      [
        "hashicorp/vault",
        "vault",
        "public.ecr.aws/hashicorp/vault",
        "openbao/openbao",
        "quay.io/openbao/openbao",
        "ghcr.io/openbao/openbao"
      ],
      {
        builtInHealthcheck: false,
        healthCommand: "vault status",
        runsAs: "drops-privileges",
        authentication: () => guarded("every request needs a token"),
        defaultCredentials: ["VAULT_DEV_ROOT_TOKEN_ID", "BAO_DEV_ROOT_TOKEN_ID"].map((name) => ({
          password: {
            variable: name,
            wellKnown: ["root", "myroot", "dev-token", "token", "vault", "dev", "devroot", "dev-root-token"]
          },
          source: VAULT
        })),
        memoryMode: (facts) => {
          const mode = startsInDev(facts);
          if (!mode) return void 0;
          return {
            because: mode === "default" ? 'without a command this image runs "server -dev", which is unsealed and keeps its secrets in memory' : "server -dev is unsealed and keeps its secrets in memory",
            fix: "Use command: server with a configuration that names a storage (raft), a TLS listener and a seal.",
            ...mode === "written" ? { by: argument("-dev") } : {}
          };
        },
        replication: (facts) => startsInDev(facts) ? alone("the development server stands alone") : unclear("its storage stanza decides")
      }
    )
  ],
  {
    stateful: true,
    ports: [
      { port: 8200, purpose: "data" },
      { port: 8201, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "three nodes with integrated storage (raft) and retry_join" },
    backupTools: ["vault operator raft snapshot"]
  }
);
function etcdSetting(facts, flag) {
  const given = option(facts.argv, flag);
  if (given.given === "yes") return given.value ?? null;
  return facts.environment(`ETCD_${flag.replaceAll("-", "_").toUpperCase()}`);
}
function etcdReplication(facts) {
  const cluster = etcdSetting(facts, "initial-cluster");
  if (cluster === null) return unclear("its initial cluster is set to something unknown");
  const hosts = cluster ? hostsIn(cluster.replace(/[\w.-]+=/g, " ")) : [];
  if (hosts.length > 1)
    return wired("member", "--initial-cluster names several members", hosts, argument("--initial-cluster"));
  if (etcdSetting(facts, "discovery") || etcdSetting(facts, "discovery-srv"))
    return wired("member", "discovery finds its members", []);
  return facts.configMounted ? unclear(FILE_DECIDES) : alone("--initial-cluster names no other member");
}
function etcdAuthentication(facts) {
  const fix = "Start it with --client-cert-auth and certificates, or create the root user and run etcdctl auth enable.";
  const client = etcdSetting(facts, "client-cert-auth");
  const certificates = option(facts.argv, "client-cert-auth").given === "yes" || isYes(client);
  if (certificates) return guarded("it asks for client certificates", argument("--client-cert-auth"));
  return undecided("users are switched on inside its data (etcdctl auth enable)", fix);
}
var etcd = software(
  "etcd",
  "etcd",
  "coordination",
  [
    image(
      "official",
      ["quay.io/coreos/etcd", "gcr.io/etcd-development/etcd", "registry.k8s.io/etcd", "k8s.gcr.io/etcd"],
      {
        ...dataAt("/var/lib/etcd", ETCD),
        // Without --data-dir the data lies in the working directory, which differs between releases.
        dataPath: (facts) => etcdSetting(facts, "data-dir") ?? null,
        healthCommand: "etcdctl endpoint health",
        authentication: etcdAuthentication,
        replication: etcdReplication
      }
    ),
    image("bitnami", ["bitnami/etcd", "bitnamilegacy/etcd"], {
      ...dataAt("/bitnami/etcd/data", BITNAMI_ETCD),
      runsAs: "non-root",
      healthCommand: "/opt/bitnami/scripts/etcd/healthcheck.sh",
      authentication: (facts) => {
        const given = firstSet(facts, ["ETCD_ROOT_PASSWORD", "ETCD_ROOT_PASSWORD_FILE"]);
        if (given) return guarded(`${given} is set`, variable(given));
        const fix = "Remove ALLOW_NONE_AUTHENTICATION and set ETCD_ROOT_PASSWORD.";
        const none = facts.environment("ALLOW_NONE_AUTHENTICATION");
        if (!isYes(none))
          return none === null ? undecided("ALLOW_NONE_AUTHENTICATION is set to something unknown", fix) : guarded("the image does not start without a root password");
        if (facts.configMounted || isYes(text(facts, "ETCD_CLIENT_CERT_AUTH"))) return undecided(FILE_DECIDES, fix);
        return open(
          "ALLOW_NONE_AUTHENTICATION=yes and no root password is set",
          fix,
          variable("ALLOW_NONE_AUTHENTICATION")
        );
      },
      replication: etcdReplication
    })
  ],
  {
    stateful: true,
    ports: [
      { port: 2379, purpose: "data" },
      { port: 2380, purpose: "cluster" }
    ],
    cluster: { nodes: 3, how: "an odd number of members, three or more, in --initial-cluster" },
    backupTools: ["etcdctl snapshot"],
    schemes: ["etcd"]
  }
);
var coordination_default = [consul, vault, etcd];
module.exports = {
  default: coordination_default,
  house: runAudit
};
