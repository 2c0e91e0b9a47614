"use strict";

// src/knowledge/sizes.ts
var maximumHeap = (function maximumHeap(options) {
  const last = [...options.matchAll(/(?:^|\s)-Xmx(\S{0,64})/g)].at(-1)?.[1];
  if (last === void 0) return "unset";
  return jvmBytes(last) ?? "unknown";
});
// src/knowledge/sizes.ts
var MIB = 1024 ** 2;
var GIB = 1024 ** 3;
var POWERS = /* @__PURE__ */ new Map([
  ["", 1],
  ["k", 1024],
  ["m", MIB],
  ["g", GIB],
  ["t", 1024 ** 4]
]);
function scaled(text, units) {
  const match = /^\s*(\d{1,15}(?:\.\d{1,9})?)\s*([a-z]{0,3})\s*$/i.exec(text);
  const unit = units.get((match?.[2] ?? "").toLowerCase());
  return match && unit !== void 0 ? Math.round(Number(match[1]) * unit) : void 0;
}
function jvmBytes(text) {
  return scaled(text, POWERS);
}
function mysqlBytes(text) {
  return scaled(text, POWERS);
}
var REDIS_UNITS = /* @__PURE__ */ new Map([
  ["", 1],
  ["b", 1],
  ["k", 1e3],
  ["kb", 1024],
  ["m", 1e3 ** 2],
  ["mb", MIB],
  ["g", 1e3 ** 3],
  ["gb", GIB]
]);
function redisBytes(text) {
  return scaled(text, REDIS_UNITS);
}
var POSTGRES_UNITS = /* @__PURE__ */ new Map([
  ["b", 1],
  ["kb", 1024],
  ["mb", MIB],
  ["gb", GIB],
  ["tb", 1024 ** 4]
]);
function postgresBytes(text, unit = 8192) {
  return /^\s*\d{1,12}\s*$/.test(text) ? Number(text) * unit : scaled(text, POSTGRES_UNITS);
}

function shortSize(bytes) {
  const gigabytes = bytes / GIB;
  if (Number.isInteger(gigabytes)) return `${gigabytes}g`;
  return `${Math.max(1, Math.floor(bytes / MIB))}m`;
}

module.exports = {
  MIB,
  GIB,
  jvmBytes,
  mysqlBytes,
  redisBytes,
  postgresBytes,
  maximumHeap,
  shortSize
};
