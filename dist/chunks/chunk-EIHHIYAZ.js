"use strict";
// src/parse/concrete-tree.ts
var DEEP = "DEEP";
var handlingsOf = /* @__PURE__ */ new WeakMap();
function handlings(language, { handling }) {
  const known = handlingsOf.get(language);
  if (known) return known;
  const made = language.types.map((name, id) => handling(name, language.nodeTypeIsNamed(id)));
  handlingsOf.set(language, made);
  return made;
}
function concreteTree(parser, text, offset, selection) {
  let tree = null;
  try {
    tree = parser.parse(text);
    if (!tree) return void 0;
    const hasError = tree.rootNode.hasError;
    const cursor = tree.walk();
    try {
      return { hasError, ...copy(cursor, tree.language, selection, hasError, offset) };
    } finally {
      cursor.delete();
    }
  } finally {
    tree?.delete();
  }
}
function copy(cursor, language, selection, hasError, offset) {
  const handling = handlings(language, selection);
  const deep = /* @__PURE__ */ new Map();
  const root = nodeAt(cursor, language, hasError, offset);
  const open = [{ node: root, depth: 0 }];
  if (!cursor.gotoFirstChild()) return { root, deep };
  for (; ; ) {
    const parent = open[open.length - 1];
    if (!parent) return { root, deep };
    const how = handling[cursor.nodeTypeId] ?? "inner";
    if (how !== "skip" || hasError && cursor.nodeIsMissing) {
      const node = nodeAt(cursor, language, hasError, offset);
      const isDeep = how === "inner" && isCut(selection, node.type, parent.depth);
      if (isDeep) {
        const hole = { ...node, type: DEEP, children: [] };
        deep.set(hole, node);
        parent.node.children.push(hole);
      } else parent.node.children.push(node);
      if (how === "inner" && cursor.gotoFirstChild()) {
        open.push({ node, depth: isDeep ? 0 : parent.depth + 1 });
        continue;
      }
    }
    while (!cursor.gotoNextSibling()) {
      open.pop();
      if (open.length === 0 || !cursor.gotoParent()) return { root, deep };
    }
  }
}
function isCut({ deepest, cuts }, type, depth) {
  if (depth < deepest) return false;
  return !cuts || cuts.types.test(type) || depth >= deepest + cuts.atLatest;
}
function nodeAt(cursor, language, hasError, offset) {
  return {
    type: language.types[cursor.nodeTypeId] ?? "ERROR",
    field: language.fields[cursor.currentFieldId] ?? void 0,
    start: cursor.startIndex + offset,
    end: cursor.endIndex + offset,
    children: [],
    isMissing: hasError && cursor.nodeIsMissing
  };
}
function part(node, field) {
  return node.children.find((child) => child.field === field);
}
function parts(node, field) {
  return node.children.filter((child) => child.field === field);
}
var DEEPEST_PART = 4;
function deepParts(trees) {
  const deep = new Map(trees.flatMap((tree) => [...tree.deep]));
  const waiting = [];
  let current;
  return {
    later: (hole) => {
      const node = deep.get(hole);
      const into = [];
      const level = (current?.level ?? 0) + 1;
      if (node) waiting.push(current && level > DEEPEST_PART ? { ...current, node } : { node, into, level });
      return into;
    },
    fill: (read) => {
      for (current = waiting.pop(); current; current = waiting.pop()) current.into.push(...read(current.node));
    }
  };
}

module.exports = {
  DEEP,
  concreteTree,
  part,
  parts,
  deepParts
};
