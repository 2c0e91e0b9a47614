"use strict";

// src/code/vocabulary.ts
var wordsLike = (function wordsLike(pattern) {
  return (word) => pattern.test(word);
});
var shareVocabulary = (function shareVocabulary(files) {
  const shared = { words: /* @__PURE__ */ new Set(), answered: /* @__PURE__ */ new Map() };
  for (const file of files) vocabularies.set(file, shared);
});
var addWords = (function addWords(file, words) {
  const known2 = vocabularyOf(file);
  for (const word of words) known2.words.add(word);
});
var matchingWords = (function matchingWords(file, question) {
  const { words, answered } = vocabularyOf(file);
  let found = answered.get(question);
  if (!found) {
    found = { matching: /* @__PURE__ */ new Set(), asked: words.values(), count: 0 };
    answered.set(question, found);
  }
  for (; found.count < words.size; found.count++) {
    const word = found.asked.next().value;
    if (question(word)) found.matching.add(word);
  }
  return found.matching;
});
var vocabularyOf = (function vocabularyOf(file) {
  const found = vocabularies.get(file);
  if (found) return found;
  const own = { words: /* @__PURE__ */ new Set(), answered: /* @__PURE__ */ new Map() };
  vocabularies.set(file, own);
  return own;
});

// src/code/file-index.ts
var indexOf = (function indexOf(file) {
  const found = known.get(file);
  if (found) return found;
  const index = read(file);
  addWords(file, index.words);
  known.set(file, index);
  return index;
});
var hasWord = (function hasWord(file, question) {
  return holdsOne(indexOf(file).words, matchingWords(file, question));
});
var callsSome = (function callsSome(file, question) {
  return holdsOne(indexOf(file).callsByName, matchingWords(file, question));
});
var holdsOne = (function holdsOne(held, wanted) {
  const [fewer, more] = wanted.size < held.size ? [wanted, held] : [held, wanted];
  for (const word of fewer.keys()) if (more.has(word)) return true;
  return false;
});
var some = (function some(words, matches) {
  for (const word of words) if (matches(word)) return true;
  return false;
});
var calledName = (function calledName({ callee }) {
  const inner = peel(callee);
  return inner.kind === "member" ? inner.property : inner.kind === "name" ? inner.name : void 0;
});
var read = (function read({ body, imports, exports }) {
  const index = {
    calls: [],
    callsByName: /* @__PURE__ */ new Map(),
    functions: [],
    objects: [],
    givenNames: /* @__PURE__ */ new Map(),
    classes: [],
    branches: [],
    alternatives: [],
    words: /* @__PURE__ */ new Set(),
    declared: /* @__PURE__ */ new Set(),
    texts: /* @__PURE__ */ new Set(),
    numbers: /* @__PURE__ */ new Set()
  };
  for (const { local } of imports) if (local !== void 0) index.declared.add(local);
  for (const { name } of exports) index.declared.add(name);
  let outermost;
  const isInFunction = ({ start }) => outermost !== void 0 && outermost.start <= start && start < outermost.end;
  walk(body, (node) => {
    if (node.kind === "function" && !isInFunction(node)) outermost = node;
    if (node.kind === "class" && !isInFunction(node)) index.classes.push(node);
    add(index, node);
    return void 0;
  });
  return index;
});
var add = (function add(index, node) {
  switch (node.kind) {
    case "name":
    case "keyword":
      index.words.add(node.name);
      return;
    case "member":
      index.words.add(node.property);
      return;
    case "entry":
      declare(index, node.key);
      if (node.key !== void 0) nameGiven(index, node.key, node.value);
      return;
    case "function":
      index.functions.push(node);
      declare(index, node.name);
      return;
    case "field":
      declare(index, node.name);
      nameGiven(index, node.name, node.value);
      return;
    case "class":
      declare(index, node.name);
      return;
    case "declare":
      if (node.target.kind === "name") {
        index.declared.add(node.target.name);
        nameGiven(index, node.target.name, node.value);
      } else for (const bound of boundNames(node.target)) index.declared.add(bound.node.name);
      return;
    case "assign":
      if (node.target.kind !== "member" && node.target.kind !== "name") return;
      nameGiven(index, node.target.kind === "member" ? node.target.property : node.target.name, node.value);
      index.declared.add(node.target.kind === "member" ? node.target.property : node.target.name);
      return;
    case "literal":
      if (typeof node.value === "string") index.texts.add(node.value);
      else if (typeof node.value === "number") index.numbers.add(node.value);
      return;
    case "template":
      for (const part of node.parts) if (typeof part === "string") index.texts.add(part);
      return;
    case "object":
      index.objects.push(node);
      return;
    case "call":
      addCall(index, node);
      return;
    case "if":
    case "conditional":
      index.branches.push(node);
      return;
    case "binary":
      if (node.operator === "&&") index.branches.push(node);
      else if (node.operator === "||" || node.operator === "??") index.alternatives.push(node);
  }
});
var nameGiven = (function nameGiven(index, name, value) {
  const inner = value && peel(value);
  if (inner?.kind === "function" && inner.name === void 0) index.givenNames.set(inner, name);
});
var declare = (function declare({ words, declared }, name) {
  if (name === void 0) return;
  words.add(name);
  declared.add(name);
});
var addCall = (function addCall({ calls, callsByName }, node) {
  calls.push(node);
  const name = calledName(node);
  if (name === void 0) return;
  const list = callsByName.get(name);
  if (list) list.push(node);
  else callsByName.set(name, [node]);
});
const {
  boundNames
} = require("./chunk-5D3HAFLZ.js");
const {
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");

// src/code/vocabulary.ts

var vocabularies = /* @__PURE__ */ new WeakMap();





// src/code/file-index.ts
var known = /* @__PURE__ */ new WeakMap();












module.exports = {
  wordsLike,
  shareVocabulary,
  indexOf,
  hasWord,
  callsSome,
  some,
  calledName
};
