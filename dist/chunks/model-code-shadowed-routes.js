"use strict";

// src/model/code/shadowed-routes.ts
var areInOrder = (function areInOrder({ packages }, { framework }) {
  return IN_ORDER.has(framework) && !(framework === "nestjs" && packages.has("@nestjs/platform-fastify"));
});
var shadowedRoutes = (function shadowedRoutes(program, service, all) {
  const groups = /* @__PURE__ */ new Map();
  for (const [path, routes] of byFile(all, (route) => areInOrder(service, route))) {
    const file = program.files.get(path);
    if (!file || !anyTakes(routes)) continue;
    for (const route of routes) {
      const owner = ownerOf(file, route);
      if (owner === void 0 || !isPlain(file, route)) continue;
      const key = [path, owner, route.framework, route.host, ...route.prefixes.map((one) => one.at.start)].join("\n");
      const group = groups.get(key);
      if (group) group.push(route);
      else groups.set(key, [route]);
    }
  }
  return [...groups.values()].flatMap((group) => {
    const routes = group.toSorted((one, other) => one.at.start - other.at.start);
    return routes.flatMap((route, index) => {
      const before = routes.slice(0, index);
      if (before.some((one) => one.method === route.method && one.path === route.path)) return [];
      const by = before.find((one) => takes(one, route));
      if (!by?.handler || passesOn(by.handler, route) || isConditional(program, by, route)) return [];
      return service.code.some(skipsRoutes) ? [] : [{ route, by }];
    });
  });
});
var byFile = (function byFile(all, isWanted) {
  const found = /* @__PURE__ */ new Map();
  for (const route of all) {
    if (!route.isResolved || !isWanted(route)) continue;
    const known = found.get(route.at.path);
    if (known) known.push(route);
    else found.set(route.at.path, [route]);
  }
  return found;
});
var anyTakes = (function anyTakes(routes) {
  const asked = routes.map(({ method, path }) => ({ method, parts: path.split("/") }));
  return asked.some(
    (one) => one.parts.some(isParameter) && asked.some((other) => one.method === other.method && partsTake(one.parts, other.parts))
  );
});
var partsTake = (function partsTake(before, after) {
  return before.length === after.length && before.every((part, index) => part === after[index] || isParameter(part) && after[index] !== "") && before.some((part, index) => isParameter(part) && !after[index]?.includes(":") && !after[index]?.includes("*"));
});
var isParameter = (function isParameter(part) {
  return part.startsWith(":") && /^:\w+$/.test(part);
});
const {
  indexOf
} = require("./chunk-DA3K453T.js");
require("./chunk-5D3HAFLZ.js");
const {
  pathOf,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/code/shadowed-routes.ts
var IN_ORDER = /* @__PURE__ */ new Set(["express", "nestjs", "fastapi"]);



function ownerOf(file, { at, framework }) {
  if (framework === "nestjs") {
    const owner = indexOf(file).classes.find((one) => one.start <= at.start && at.end <= one.end);
    return owner && !indexOf(file).words.has("Version") ? String(owner.start) : void 0;
  }
  const call = declarationOf(file, at);
  if (call?.callee.kind !== "member") return void 0;
  const receiver = pathOf(call.callee.object)?.join(".");
  const fn = indexOf(file).functions.findLast((one) => one.start <= at.start && at.end <= one.end && !isOf(one, at));
  return receiver === void 0 ? void 0 : `${receiver} ${framework === "fastapi" ? "" : fn?.start ?? ""}`;
}
function isOf({ decorators }, at) {
  return decorators.some((one) => one.start <= at.start && at.end <= one.end);
}
function declarationOf(file, { start, end }) {
  return indexOf(file).calls.find((call) => {
    const from = call.callee.kind === "member" ? call.callee.propertyStart : call.start;
    return call.end === end && (call.start === start || from === start);
  });
}
function isPlain(file, { at, framework }) {
  const call = declarationOf(file, at);
  const [first] = call?.arguments ?? [];
  if (!call || framework === "nestjs" && !first) return call !== void 0;
  const path = first?.kind === "keyword" ? first.value : first;
  return path?.kind === "literal" && typeof path.value === "string" && !/[()*+?]|\{\w*:|:\w+[^/\w]/.test(path.value);
}
function takes(one, other) {
  return one.method === other.method && partsTake(one.path.split("/"), other.path.split("/"));
}



function passesOn({ node }, { path }) {
  const words = new Set(path.split("/").filter((part) => part !== "" && !part.startsWith(":")));
  const next = node.parameters.at(-1)?.target;
  const name = next?.kind === "name" && node.parameters.length > 2 ? next.name : "next";
  let found = false;
  walk(node.body, (one) => {
    if (one.kind === "literal" && typeof one.value === "string" && words.has(one.value)) found = true;
    if (one.kind === "call" && one.callee.kind === "name" && one.callee.name === name && one.arguments.length === 0)
      found = true;
    return found ? false : void 0;
  });
  return found;
}
function skipsRoutes(file) {
  return file.language !== "python" && indexOf(file).texts.has("route");
}
function isConditional(program, { at }, { at: other }) {
  const file = program.files.get(at.path);
  return file !== void 0 && indexOf(file).branches.some(
    ({ start, end }) => start <= at.start && at.end <= end && !(start <= other.start && other.end <= end)
  );
}
module.exports = {
  house: runAudit,
  shadowedRoutes
};
