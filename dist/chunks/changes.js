"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/line-diff.ts
var MOST_STEPS = 1e3;
function linesOf(text) {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
function changedLines(before, now) {
  let start = 0;
  while (start < before.length && start < now.length && before[start] === now[start]) start++;
  let [endBefore, endNow] = [before.length, now.length];
  while (endBefore > start && endNow > start && before[endBefore - 1] === now[endNow - 1]) {
    endBefore--;
    endNow--;
  }
  const [old, fresh] = [before.slice(start, endBefore), now.slice(start, endNow)];
  const added = shortest(old, fresh) ?? unseen(old, fresh);
  return new Set(added.map((index) => index + start + 1));
}
function shortest(old, fresh) {
  if (old.length === 0) return fresh.map((_, index) => index);
  const furthest = [];
  let reached = /* @__PURE__ */ new Map([[1, 0]]);
  const most = Math.min(old.length + fresh.length, MOST_STEPS);
  for (let steps = 0; steps <= most; steps++) {
    furthest.push(reached);
    const next = /* @__PURE__ */ new Map();
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let x = isDown(reached, diagonal, steps) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1;
      while (x < old.length && x - diagonal < fresh.length && old[x] === fresh[x - diagonal]) x++;
      next.set(diagonal, x);
      if (x >= old.length && x - diagonal >= fresh.length) return addedOn(furthest, old.length, fresh.length);
    }
    reached = next;
  }
  return void 0;
}
function isDown(reached, diagonal, steps) {
  if (diagonal === -steps) return true;
  return diagonal !== steps && at(reached, diagonal - 1) < at(reached, diagonal + 1);
}
function at(reached, diagonal) {
  return reached.get(diagonal) ?? -1;
}
function addedOn(furthest, x, y) {
  const added = [];
  let diagonal = x - y;
  for (let steps = furthest.length - 1; steps > 0; steps--) {
    const reached = furthest[steps] ?? /* @__PURE__ */ new Map();
    const down = isDown(reached, diagonal, steps);
    diagonal = down ? diagonal + 1 : diagonal - 1;
    if (down) added.push(at(reached, diagonal) - diagonal);
  }
  return added;
}
function unseen(old, fresh) {
  const seen = new Set(old);
  return fresh.flatMap((line, index) => seen.has(line) ? [] : [index]);
}
function likeness(one, other) {
  const counts = /* @__PURE__ */ new Map();
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of other) {
    const left = counts.get(line) ?? 0;
    if (left > 0) shared++;
    counts.set(line, left - 1);
  }
  return 2 * shared / Math.max(1, one.length + other.length);
}

// src/changes.ts
var MOST_FILES = 2e3;
var MOST_COMPARED = 40;
var ALIKE = 0.5;
function changesBetween(before, now) {
  const renames = renamesBetween(before, now);
  const cameFrom = new Map([...renames].map(([old, fresh]) => [fresh, old]));
  const lines = /* @__PURE__ */ new Map();
  const linesIn = (path) => {
    const known = lines.get(path) ?? changedIn(before, now, cameFrom.get(path) ?? path, path);
    lines.set(path, known);
    return known;
  };
  return {
    renames,
    isChanged: (path) => {
      if (!cameFrom.has(path) && isSameObject(before, now, path)) return false;
      return cameFrom.has(path) || !isIn(before, path) || linesIn(path) !== NONE;
    },
    touches: ({ path, line }) => {
      const changed = linesIn(path);
      return changed === "all" || changed.has(line);
    }
  };
}
var NONE = /* @__PURE__ */ new Set();
function isSameObject(before, now, path) {
  const object = now.objectAt?.(path);
  return object !== void 0 && object === before.objectAt?.(path);
}
function isIn({ tree }, path) {
  return tree.exists(path);
}
function changedIn(before, now, oldPath, path) {
  if (oldPath === path && isSameObject(before, now, path)) return NONE;
  const text = now.tree.read(path)?.text;
  const old = before.tree.read(oldPath)?.text;
  if (text === void 0) return NONE;
  if (old === void 0) return "all";
  if (old === text) return NONE;
  const changed = changedLines(linesOf(old), linesOf(text));
  return changed.size === 0 && linesOf(old).length === linesOf(text).length ? NONE : changed;
}
function renamesBetween(before, now) {
  const there = new Set(now.tree.files.map(({ path }) => path));
  const here = new Set(before.tree.files.map(({ path }) => path));
  const gone = candidates(before, ({ path }) => !there.has(path));
  const fresh = candidates(now, ({ path }) => !here.has(path));
  const renames = /* @__PURE__ */ new Map();
  const left = (list, taken) => {
    const paths = new Set(taken);
    return list.filter(({ path }) => !paths.has(path));
  };
  for (const sameAs of [textOf, nameOf, kindOf]) {
    const [old, others] = [left(gone, renames.keys()), left(fresh, renames.values())];
    for (const [from, to] of likest(old, others, sameAs)) renames.set(from, to);
  }
  return renames;
}
function candidates({ tree }, isOne) {
  return tree.files.filter(isOne).map((file) => {
    let lines;
    return {
      ...file,
      lines: () => {
        lines ??= linesOf(tree.read(file.path)?.text ?? "");
        return lines;
      }
    };
  });
}
function likest(gone, fresh, sameAs) {
  if (gone.length === 0 || fresh.length === 0) return [];
  const groups = /* @__PURE__ */ new Map();
  for (const file of fresh) groups.set(sameAs(file), [...groups.get(sameAs(file)) ?? [], file]);
  const found = [];
  for (const old of gone.slice(0, MOST_FILES)) {
    for (const file of groups.get(sameAs(old))?.slice(0, MOST_COMPARED) ?? []) {
      const share = old.lines().length === 0 ? 0 : likeness(old.lines(), file.lines());
      if (share >= ALIKE) found.push({ from: old.path, to: file.path, share });
    }
  }
  const taken = /* @__PURE__ */ new Set();
  return found.toSorted((a, b) => b.share - a.share).flatMap(({ from, to }) => {
    if (taken.has(`< ${from}`) || taken.has(`> ${to}`)) return [];
    taken.add(`< ${from}`).add(`> ${to}`);
    return [[from, to]];
  });
}
function textOf(file) {
  return file.lines().join("\n");
}
function nameOf({ path }) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function kindOf(file) {
  const name = nameOf(file);
  return `${file.format} ${name.includes(".") ? name.slice(name.lastIndexOf(".")) : ""}`;
}
module.exports = {
  changesBetween,
  house: runAudit
};
