"use strict";

// src/code/walk.ts
var childrenOf = (function childrenOf(node) {
  switch (node.kind) {
    case "literal":
    case "regular-expression":
    case "name":
    case "type":
    case "jump":
      return [];
    case "template":
      return node.parts.filter((part) => typeof part !== "string");
    case "member":
      return [node.object];
    case "index":
      return [node.object, node.index];
    case "slice":
      return some(node.object, node.low, node.high, node.step);
    case "call":
      return [node.callee, ...node.arguments];
    case "tagged":
      return [node.tag, node.template];
    case "object":
      return node.entries;
    case "entry":
      return some(node.computed, node.value);
    case "array":
      return node.elements;
    case "await":
    case "spread":
    case "keyword":
    case "unary":
    case "cast":
    case "expression":
    case "deferred":
      return [node.value];
    case "yield":
    case "return":
    case "throw":
      return some(node.value);
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.test, node.consequent, node.alternate];
    case "assign":
    case "default":
      return [node.target, node.value];
    case "comprehension":
      return [...node.clauses.flatMap((one) => [one.iterated, one.target, ...one.tests]), node.element];
    case "markup":
    case "unknown":
      return node.children;
    case "function":
      return [...node.decorators, ...some(node.receiver), ...node.parameters, ...node.body];
    case "parameter":
      return [...node.decorators, ...some(node.target, node.fallback)];
    case "class":
      return [...node.decorators, ...node.bases, ...node.keywords, ...node.members, ...node.statements];
    case "field":
      return [...node.decorators, ...some(node.value)];
    case "declare":
      return some(node.target, node.value);
    case "if":
      return [node.test, ...node.consequent, ...node.alternate];
    case "switch":
      return [...some(node.subject), ...node.cases.flatMap(caseChildren)];
    case "loop":
      return [...some(node.first, node.iterated, node.target, node.test), ...node.body, ...some(node.step)];
    case "try":
      return [
        ...node.body,
        ...node.handlers.flatMap((handler) => [...handler.types, ...some(handler.target), ...handler.body]),
        ...node.otherwise,
        ...node.finalizer
      ];
    case "with":
      return [...node.items.flatMap((item) => some(item.value, item.target)), ...node.body];
    case "block":
      return node.body;
  }
});
var some = (function some(...nodes) {
  return nodes.filter((node) => node !== void 0);
});
var walk = (function walk(nodes, visit) {
  const waiting = [];
  pushAll(waiting, nodes);
  for (let node = waiting.pop(); node; node = waiting.pop()) if (visit(node) !== false) push(waiting, node);
});
var pushAll = (function pushAll(waiting, nodes) {
  for (let index = nodes.length - 1; index >= 0; index--) waiting.push(nodes[index]);
});
var push = (function push(waiting, node) {
  switch (node.kind) {
    case "literal":
    case "name":
      return;
    case "member":
      waiting.push(node.object);
      return;
    case "call":
      pushAll(waiting, node.arguments);
      waiting.push(node.callee);
      return;
    case "object":
      pushAll(waiting, node.entries);
      return;
    case "array":
      pushAll(waiting, node.elements);
      return;
    case "entry":
      waiting.push(node.value);
      if (node.computed) waiting.push(node.computed);
      return;
    case "binary":
      waiting.push(node.right, node.left);
      return;
    case "assign":
      waiting.push(node.value, node.target);
      return;
    case "declare":
      if (node.value) waiting.push(node.value);
      waiting.push(node.target);
      return;
    case "return":
      if (node.value) waiting.push(node.value);
      return;
    case "await":
    case "expression":
      waiting.push(node.value);
      return;
    case "function":
      pushAll(waiting, node.body);
      pushAll(waiting, node.parameters);
      if (node.receiver) waiting.push(node.receiver);
      pushAll(waiting, node.decorators);
      return;
    case "field":
      if (node.value) waiting.push(node.value);
      pushAll(waiting, node.decorators);
      return;
    case "parameter":
      if (node.fallback) waiting.push(node.fallback);
      waiting.push(node.target);
      pushAll(waiting, node.decorators);
      return;
    default:
      pushAll(waiting, childrenOf(node));
  }
});
var holds = (function holds(nodes, test) {
  let found = false;
  walk(nodes, (node) => {
    found ||= test(node);
    return !found;
  });
  return found;
});
var walkOwn = (function walkOwn(fn, visit) {
  walk(fn.body, (node) => {
    if (node.kind === "function" || node.kind === "class") return false;
    if (node.kind !== "parameter" && node.kind !== "field") visit(node);
    return void 0;
  });
});
var peel = (function peel(expression) {
  let inner = expression;
  while (inner.kind === "cast" || inner.kind === "await") inner = inner.value;
  return inner;
});
var pathOf = (function pathOf(expression) {
  const path = [];
  let inner = peel(expression);
  while (inner.kind === "member") {
    path.push(inner.property);
    inner = peel(inner.object);
  }
  return inner.kind === "name" ? [inner.name, ...path.reverse()] : void 0;
});
// src/code/walk.ts


function caseChildren(one) {
  return [...one.tests, ...one.body];
}








module.exports = {
  childrenOf,
  walk,
  push,
  holds,
  walkOwn,
  peel,
  pathOf
};
