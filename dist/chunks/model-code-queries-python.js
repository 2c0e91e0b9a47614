"use strict";

// src/model/code/queries/django/functions.ts
var djangoQueries = (function djangoQueries(program, file) {
  if (file.language !== "python" || !file.imports.some(({ from }) => /^(?:django|rest_framework)\b/.test(from)))
    return [];
  const found = [];
  walk(file.body, (node) => {
    for (const one of gone(node)) found.push(...readAt(program, file, node, one));
    const pages = pagesOf(program, file, node);
    if (pages) found.push(pages);
    return void 0;
  });
  return found;
});

// src/model/code/queries/python.ts
var pythonQueries = (function pythonQueries(program, file) {
  const found = [...djangoQueries(program, file)];
  walk(file.body, (node) => {
    if (node.kind !== "call" || node.callee.kind !== "member" || !ENDS.test(node.callee.property)) return void 0;
    const query = queryOf(program, { file, node });
    if (query) found.push(query);
    return void 0;
  });
  return found;
});
var queryOf = (function queryOf(program, at) {
  const outer = grownChain(at);
  const chain = statementChain(at.file, outer);
  const start = chain && startOf(chain);
  if (!chain || !start || start !== "model" && isAggregate(start) || linkCall(chain, /^distinct$/)) return void 0;
  const limit = linkCall(chain, /^limit$/)?.arguments[0];
  const [within] = functionsAround(at.file, at.node.start);
  const filters = chain.links.filter(
    (link) => link.call && !link.isOptional && /^(?:filter|filter_by|where)$/.test(link.name)
  );
  const comparisons = filters.flatMap(({ name, call }) => call ? comparisonsOf(name, call) : []);
  const entity = start === "model" ? nameOfModel(chain) : entityOf(start);
  return {
    library: "sqlalchemy",
    ...entity !== void 0 && { entity },
    ...limit && { limit: capOf(program, { file: at.file, node: limit }) },
    // A `*conditions` is built where it is not seen.
    isComplete: filters.every(({ call }) => call?.arguments.every((one) => one.kind !== "spread") !== false) && chain.root.kind !== "unknown",
    comparisons,
    eager: chain.links.flatMap(({ name, call }) => name === "options" && call ? eagerOf(at, call) : []),
    isStreamed: [...outer.links, ...chain.links].some(
      ({ name }) => /^(?:yield_per|partitions|stream|stream_scalars)$/.test(name)
    ),
    ...within && { within: { file: at.file, node: within } },
    at: { path: at.file.path, start: at.node.start, end: at.node.end }
  };
});
var statementChain = (function statementChain(file, outer) {
  if (outer.links.some((link) => link.name === "query" && link.call) || nameOfModel(outer) !== void 0) return outer;
  const run = outer.links.findLast((link) => RUNS.test(link.name) && link.call && link.call.arguments.length > 0);
  const [statement] = run?.call?.arguments ?? [];
  if (!statement || statement.kind === "keyword") return void 0;
  const chain = grownChain({ file, node: statement });
  return selectOf(chain) ? chain : void 0;
});
var selectOf = (function selectOf({ root }) {
  return root.kind === "call" && /^(?:select|sa\.select|sqlalchemy\.select|sqlmodel\.select)$/.test(pathOf(root.callee)?.join(".") ?? "") ? root : void 0;
});
var startOf = (function startOf(chain) {
  const call = selectOf(chain) ?? chain.links.find((link) => link.name === "query" && link.call)?.call;
  return call ?? (nameOfModel(chain) === void 0 ? void 0 : "model");
});
var isAggregate = (function isAggregate(start) {
  return start.arguments.length > 0 && start.arguments.every((one) => /^(?:func|sa\.func|count)\b/.test(calleePath(one)));
});
var calleePath = (function calleePath(node) {
  const inner = peel(node);
  if (inner.kind !== "call") return "";
  const path = pathOf(inner.callee)?.join(".");
  return path ?? calleePath(chainOf(inner).root);
});
var entityOf = (function entityOf(start) {
  const [first] = start.arguments;
  if (first?.kind === "name") return first.name;
  if (first?.kind !== "member") return void 0;
  const names = pathOf(first) ?? [];
  return names.find((one) => /^[A-Z]/.test(one)) ?? (first.object.kind === "name" ? first.object.name : void 0);
});
var comparisonsOf = (function comparisonsOf(method, call) {
  return call.arguments.flatMap((one) => {
    if (one.kind === "keyword") return method === "filter_by" ? [{ field: one.name, operator: "equals" }] : [];
    return conditionOf(one);
  });
});
var conditionOf = (function conditionOf(node) {
  const inner = peel(node);
  if (inner.kind === "binary" && (inner.operator === "&&" || inner.operator === "&"))
    return [...conditionOf(inner.left), ...conditionOf(inner.right)];
  if (inner.kind === "binary") {
    const field2 = columnOf(inner.left);
    return field2 === void 0 ? [] : [{ field: field2, operator: /^===?$/.test(inner.operator) ? "equals" : "other" }];
  }
  if (inner.kind !== "call") return [];
  const path = pathOf(inner.callee)?.at(-1);
  if (path === "and_") return inner.arguments.flatMap(conditionOf);
  const field = inner.callee.kind === "member" ? columnOf(inner.callee.object) : void 0;
  return field === void 0 ? [] : [{ field, operator: path === "in_" ? "in" : "other" }];
});
var columnOf = (function columnOf(node) {
  const inner = peel(node);
  return inner.kind === "member" && /^[A-Z]/.test(pathOf(inner.object)?.at(-1) ?? "") ? inner.property : void 0;
});
var eagerOf = (function eagerOf(at, call) {
  return call.arguments.flatMap((one) => {
    const chain = chainOf(one);
    const start = chain.root.kind === "call" ? chain.root : void 0;
    const steps = [
      { name: (start && pathOf(start.callee)?.at(-1)) ?? "", call: start },
      // `orm.joinedload(A.b)` is a chain of its own.
      ...chain.links.filter((link) => link.call)
    ].filter((step) => step.call);
    const loads = [];
    let before = "";
    let isJoin = true;
    for (const { name, call: step } of steps) {
      const [first] = step?.arguments ?? [];
      const relation = first?.kind === "member" ? first.property : first?.kind === "literal" ? String(first.value) : void 0;
      if (!step || !LOADERS.test(name) || relation === void 0) break;
      isJoin &&= name === "joinedload";
      loads.push({
        relation: before + relation,
        isJoin,
        isBounded: false,
        at: { path: at.file.path, start: one.start, end: step.end }
      });
      before = `${before}${relation}.`;
    }
    return loads;
  });
});
const {
  capOf,
  chainOf,
  grownChain,
  leastBounded,
  linkCall,
  querySetsOf,
  readOf
} = require("./chunk-E5454ARD.js");
require("./chunk-J3MKVPJZ.js");
require("./chunk-3IISUF5O.js");
require("./chunk-3LC2HXQD.js");
require("./chunk-QKRSXXK4.js");
require("./chunk-EIHHIYAZ.js");
require("./chunk-5PYKPUOO.js");
require("./chunk-DA3K453T.js");
const {
  functionsAround
} = require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/code/queries/django/functions.ts

var READS = /^(?:list|tuple|set|sorted|Response|JsonResponse)$/;
function gone(node) {
  if (node.kind === "comprehension") return node.clauses.map(({ iterated }) => iterated);
  if (node.kind === "loop") return node.iterated ? [node.iterated] : [];
  if (node.kind !== "call") return [];
  const name = pathOf(node.callee)?.at(-1) ?? "";
  const [first] = node.arguments;
  if (!first || first.kind === "keyword") return [];
  const isMany = node.arguments.some(
    (one) => one.kind === "keyword" && one.name === "many" && one.value.kind === "literal" && one.value.value === true
  );
  return READS.test(name) || /Serializer$/.test(name) && isMany ? [first] : [];
}
function readAt(program, file, node, rows) {
  const [within] = functionsAround(file, node.start);
  if (within?.name === "get_queryset") return [];
  const sets = querySetsOf(program, { file, node: rows }) ?? [];
  const read = leastBounded(sets.flatMap((one) => readOf(program, one) ?? []));
  if (!read) return [];
  const place = node.kind === "loop" ? rows : node;
  const at = { path: file.path, start: place.start, end: place.end };
  return [{ ...read, ...within && { within: { file, node: within } }, at }];
}
function pagesOf(program, file, node) {
  if (node.kind !== "call" || pathOf(node.callee)?.at(-1) !== "Paginator") return void 0;
  const [rows, second] = node.arguments;
  const said = node.arguments.find((one) => one.kind === "keyword" && one.name === "per_page");
  const size = said?.kind === "keyword" ? said.value : second;
  const [set] = rows && rows.kind !== "keyword" && querySetsOf(program, { file, node: rows }) || [];
  const read = set && readOf(program, set);
  if (!read || !size || size.kind === "keyword") return void 0;
  const [within] = functionsAround(file, node.start);
  return {
    ...read,
    limit: capOf(program, { file, node: size }),
    ...within && { within: { file, node: within } },
    at: { path: file.path, start: node.start, end: node.end }
  };
}

// src/model/code/queries/python.ts
var ENDS = /^(?:all|fetchall|unique)$/;
var RUNS = /^(?:execute|scalars|exec|stream|stream_scalars)$/;





function nameOfModel({ root, links }) {
  if (root.kind !== "name") return void 0;
  const isOfModule = links[0]?.call === void 0 && IS_MODEL.test(links[0]?.name ?? "");
  const [name, first, second] = isOfModule ? [links[0]?.name ?? "", ...links.slice(1)] : [root.name, ...links];
  if (!IS_MODEL.test(name)) return void 0;
  return first?.name === "query" && !first.call && second?.call ? name : void 0;
}
var IS_MODEL = /^[A-Z]\w*[a-z]/;






var LOADERS = /^(?:joinedload|selectinload|subqueryload|contains_eager)$/;

module.exports = {
  house: runAudit,
  nameOfModel,
  pythonQueries
};
