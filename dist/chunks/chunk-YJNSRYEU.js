"use strict";

// src/model/code/growth.ts
var growthOf = (function growthOf(entity) {
  const named = growthOfName(entity.name) ?? growthOfName(entity.table);
  if (named) return named;
  const scalars = entity.fields.filter(({ type }) => type !== "relation");
  if (scalars.length === 0) return "unknown";
  const refers = entity.foreignKeys.length > 0 || entity.fields.some(isToOne);
  const dates = scalars.filter(({ type }) => type === "date");
  const happened = dates.filter(({ name }) => !BOOKKEEPING.test(name));
  if (scalars.length <= FEW_SCALARS && !refers && happened.length === 0) return "low";
  return refers && dates.length > 0 ? "high" : "unknown";
});
var isToOne = (function isToOne({ relation, column }) {
  return relation !== void 0 && !relation.many && column !== void 0;
});
var growthOfName = (function growthOfName(name) {
  const words = wordsOf(name).map(singular).reverse();
  if (HIGH_ALONE.has(words[0] ?? "")) return "high";
  for (const one of words) {
    if (LOW.has(one)) return "low";
    if (HIGH.has(one)) return "high";
  }
  return void 0;
});
var wordsOf = (function wordsOf(name) {
  return name.replace(/([a-z\d])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2").toLowerCase().split(/[^a-z\d]+/).filter((word) => word !== "");
});
var singular = (function singular(word) {
  if (/(?:ies)$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (/(?:sses|xes|ches|shes|uses)$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
});

// src/model/code/schema.ts
var entityOf = (function entityOf(schema, name) {
  const table = name.toLowerCase();
  return schema.entities.find((entity) => entity.name === name) ?? schema.entities.find((entity) => entity.table.toLowerCase() === table) ?? schema.entities.find((entity) => entity.name.toLowerCase() === table);
});
var isIndexed = (function isIndexed(key, entity) {
  const columns = new Set(key.columns.map(plainName));
  return key.indexed || entity.indexes.some(([first]) => typeof first === "string" && columns.has(plainName(first)));
});
var plainName = (function plainName(column) {
  return column.replaceAll("_", "").toLowerCase();
});
var subjectOf = (function subjectOf({ id, name, weight, at, files }) {
  return { id, kind: "file", name, weight, at, files };
});
// src/model/code/growth.ts
var LOW = new Set(
  `role permission country currency status type category setting config plan tax unit uom color size department branch
  warehouse tag template`.split(/\s+/)
);
var HIGH = new Set(
  `log audit event transaction invoice order payment entry line message notification activity history metric movement
  ledger journal attendance ticket comment session token customer contact product user task`.split(/\s+/)
);
var HIGH_ALONE = new Set(
  `patient student appointment booking reservation visit prescription sale purchase bill receipt shipment delivery lead deal
  enrollment enrolment document attachment review refund conversation`.split(/\s+/)
);
var BOOKKEEPING = /^(?:created|updated|modified|inserted|deleted|date_?joined)(?:_?(?:at|on|date|time|timestamp))?$/i;
var FEW_SCALARS = 6;





var TENANT = /^(?:company|tenant|organi[sz]ation|org|workspace|team|project|user|account)_?ids?$/i;
var FLAG = /^(?:is_?)?(?:deleted|active|archived|enabled|disabled|removed|visible|hidden)(?:_?at)?$/i;
var ENDLESS = /* @__PURE__ */ new Set(["message", "log", "event", "entry", "movement"]);
function scopeOf(comparisons, entity, complete = true) {
  const equal = new Set(
    comparisons.filter(({ operator }) => operator === "equals").map(({ field }) => columnOf(field, entity))
  );
  const isBoundedByList = comparisons.some(({ field, operator }) => operator === "in" && isIdentifier(field));
  if (isBoundedByList || entity?.uniqueKeys.some((key) => key.length > 0 && key.every((column) => equal.has(column))))
    return "bounded";
  if (equal.has("id") || equal.has("_id")) return "bounded";
  const parents = comparisons.filter(
    ({ field, operator }) => operator === "equals" && isIdentifier(field) && !isTenant(field)
  );
  if (parents.length > 0 && !isEndless(entity)) return "bounded";
  const others = comparisons.filter((one) => !parents.includes(one) && !isTenant(one.field) && !FLAG.test(one.field));
  if (!complete || others.length > 0) return "unknown";
  return comparisons.some(({ field, operator }) => operator === "equals" && isTenant(field)) ? "tenant" : "none";
}
function isTenant(field) {
  return TENANT.test(field);
}
function isIdentifier(field) {
  return /^_?id$|(?:Id|ID|_id|_pk)s?$/.test(field);
}
function isEndless(entity) {
  return entity !== void 0 && wordsOf(entity.name).map(singular).some((word) => ENDLESS.has(word));
}
function columnOf(field, entity) {
  return entity?.fields.find(({ name }) => name === field)?.column ?? field;
}

// src/model/code/schema.ts



function fieldNameOf(entity, column) {
  return entity.fields.find((field) => field.column === column)?.name ?? column;
}


module.exports = {
  growthOf,
  growthOfName,
  wordsOf,
  scopeOf,
  isEndless,
  entityOf,
  isIndexed,
  fieldNameOf,
  subjectOf
};
