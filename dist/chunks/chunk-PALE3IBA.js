"use strict";

// src/model/datastore/redis.ts
var redisServersOf = (function redisServersOf(system) {
  const before = serversOf.get(system);
  if (before) return before;
  const found = findServers(system);
  serversOf.set(system, found);
  return found;
});
var findServers = (function findServers({ workloads }) {
  return workloads.flatMap((workload) => {
    const { software, distribution } = workload;
    if (software?.kind !== "cache" || software.id !== "redis" && software.speaks !== "redis") return [];
    const facts = serviceFactsOf(workload);
    if (!facts || !distribution?.setting || distribution.replication?.(facts).role === "watcher") return [];
    return [{ workload, facts }];
  });
});
var redisSetting = (function redisSetting(server, name) {
  const { facts } = server;
  const told = facts.distribution.setting?.(facts, name) ?? { given: "unknown" };
  if (told.given !== "unknown") return told;
  const files = configurationOf(server);
  if (files === void 0) return told;
  const bare = facts.distribution.setting?.(withoutFile(facts), name);
  if (bare?.given !== "no") return told;
  const lines = files.flatMap((source) => directives(source.text));
  if (lines.some(({ key }) => key === "include")) return told;
  const value = lines.findLast(({ key }) => key === name)?.value;
  return value === void 0 ? { given: "no" } : { given: "yes", value };
});
var redisAuthentication = (function redisAuthentication(workload) {
  const { software } = workload;
  const facts = serviceFactsOf(workload);
  if (!facts?.distribution.authentication || software?.id !== "redis" && software?.speaks !== "redis")
    return void 0;
  const told = facts.distribution.authentication(facts);
  if (told.state !== "unknown") return told;
  const files = configurationOf({ workload, facts });
  const bare = facts.distribution.authentication(withoutFile(facts));
  if (files === void 0 || bare.state !== "off") return told;
  return decided(files, bare) ?? told;
});
var authenticatedPing = (function authenticatedPing(workload) {
  if (redisAuthentication(workload)?.state !== "on") return void 0;
  const cli = workload.software?.id === "valkey" ? "valkey-cli" : "redis-cli";
  const ping = `${cli} ping | grep -q PONG`;
  const has = (name) => workload.environment.has(name);
  if (has("REDISCLI_AUTH") || cli === "valkey-cli" && has("VALKEYCLI_AUTH")) return { command: ping };
  const given = workload.start?.written?.map((word) => word.text).join(" ") ?? workload.start?.text ?? "";
  const named = /--requirepass[= ]+["']?\$[({]?(\w+)/.exec(given)?.[1];
  const inside = [named, "REDIS_PASSWORD", "VALKEY_PASSWORD"].find((name) => name !== void 0 && has(name));
  if (inside !== void 0) return { command: `REDISCLI_AUTH="$$${inside}" ${ping}` };
  const file = ["REDIS_PASSWORD_FILE", "VALKEY_PASSWORD_FILE"].find(has);
  if (file !== void 0) return { command: `REDISCLI_AUTH="$$(cat "$$${file}")" ${ping}` };
  return {
    command: ping,
    needs: `give the client the password: \`environment: { REDISCLI_AUTH: \${${named ?? "REDIS_PASSWORD"}} }\``
  };
});
const {
  serviceFactsOf
} = require("./chunk-Q3NCOY3T.js");

// src/model/datastore/redis.ts

var serversOf = /* @__PURE__ */ new WeakMap();



function decided(files, bare) {
  if (files.length === 0) return { ...bare, because: `${bare.because}, and its command names no file that is mounted` };
  const lines = files.flatMap((source) => directives(source.text));
  const last = (name) => lines.findLast(({ key }) => key === name)?.value;
  const guard = (because2) => ({ state: "on", because: because2, fix: "" });
  const [file] = files;
  const path = file?.path ?? "its configuration file";
  if (lines.some(({ key }) => key === "include")) return void 0;
  if (last("requirepass")) return guard(`${path} has requirepass`);
  if (last("aclfile")) return guard(`${path} names an aclfile`);
  const user = lines.findLast(({ key, value }) => key === "user" && /^default(?:\s|$)/.test(value))?.value;
  if (user !== void 0 && !/\snopass(?:\s|$)/.test(user))
    return guard(`${path} has the user default ask for a password`);
  if (/^(?:-?(?:127\.[\d.]+|::1|localhost)\s*)+$/.test(last("bind") ?? "")) return guard(`${path} binds it to loopback`);
  if (last("protected-mode") === "yes") return guard(`${path} switches the protected mode on`);
  const because = user === void 0 ? "has neither requirepass nor an ACL" : "lets the user default in without a password";
  return { ...bare, because: `${path} ${because}` };
}

function withoutFile(facts) {
  const argv = facts.argv?.filter((word) => word === null || !word.endsWith(".conf"));
  return { ...facts, argv, configMounted: false };
}
function configurationOf({ workload, facts }) {
  const files = workload.ownFiles;
  const named = facts.argv?.some((word) => word === null || /\.conf\b|[/$]/.test(word));
  const isOfficial = workload.software?.id !== "keydb" && /^(?:official|modules)$/.test(facts.distribution.id);
  if (isOfficial && !named && (facts.argv === void 0 || workload.start?.source !== "image")) return [];
  const mounted = workload.mounts.flatMap((mount) => mount.files?.filter(({ path }) => path.endsWith(".conf")) ?? []);
  const lying = files?.texts.filter((source) => source.path.endsWith(".conf")) ?? [];
  const texts = [.../* @__PURE__ */ new Set([...mounted.map(({ source }) => source), ...lying])];
  return files?.complete && texts.length > 0 ? texts : void 0;
}
function directives(text) {
  return text.split("\n").flatMap((line) => {
    const [key = "", ...rest] = line.trim().split(/\s+/);
    if (key === "" || key.startsWith("#")) return [];
    return [{ key: key.toLowerCase(), value: rest.join(" ").replace(/^(["'])(.*)\1$/, "$2") }];
  });
}

module.exports = {
  redisServersOf,
  redisSetting,
  redisAuthentication,
  authenticatedPing
};
