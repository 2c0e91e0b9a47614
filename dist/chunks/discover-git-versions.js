"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  DIRECTORY,
  GITLINK,
  LINK,
  REGULAR,
  findRepository,
  largeFileObject,
  readData,
  readFullIndex,
  readIndexFile,
  readSmall,
  readText,
  realPath,
  repositoryAt
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/discover/git/commits.ts
const { join } = require("node:path");
function openCommits(objects, common) {
  const cut = new Set((readSmall(join(common, "shallow")) ?? "").split("\n").filter((line) => line !== ""));
  return {
    shallow: cut.size > 0,
    read: (name) => {
      const object = objects.read(name);
      if (object?.type !== "commit") return void 0;
      const text = object.data.toString("utf8");
      const end = text.indexOf("\n\n");
      const head = end === -1 ? text : text.slice(0, end);
      const tree = /^tree ([0-9a-f]+)$/m.exec(head)?.[1];
      const parents = [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, parent2 = ""]) => parent2);
      const time = Number(/^committer .* (\d+) [+-]\d+$/m.exec(head)?.[1] ?? 0);
      return tree === void 0 ? void 0 : { name, tree, parents: cut.has(name) ? [] : parents, time };
    }
  };
}
var MOST_COMMITS = 5e5;
var ONE = 1;
var OTHER = 2;
var STALE = 4;
var MOST_FURTHER = 1e4;
function mergeBase(commits, one, other) {
  if (one === other) return one;
  const marks = /* @__PURE__ */ new Map([
    [one, ONE],
    [other, OTHER]
  ]);
  const waiting = queue();
  for (const name of [one, other]) {
    const commit = commits.read(name);
    if (commit) waiting.push(commit);
  }
  const common = [];
  const isStale = ({ name }) => ((marks.get(name) ?? 0) & STALE) !== 0;
  let further = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    let mark = marks.get(next.name) ?? 0;
    if (mark === (ONE | OTHER)) {
      if (!common.some(({ name }) => name === next?.name)) common.push(next);
      mark |= STALE;
    }
    for (const parent2 of next.parents) {
      const before = marks.get(parent2) ?? 0;
      if ((before | mark) === before) continue;
      marks.set(parent2, before | mark);
      const commit = commits.read(parent2);
      if (commit) waiting.push(commit);
    }
    const isPainted = waiting.every(isStale);
    if (isPainted && (common.filter((one2) => !isStale(one2)).length < 2 || ++further > MOST_FURTHER)) break;
    if (!isPainted && marks.size > MOST_COMMITS) return void 0;
  }
  return common.filter((one2) => !isStale(one2)).sort((a, b) => b.time - a.time)[0]?.name;
}
function queue() {
  const heap = [];
  const younger = (a, b) => (heap[a]?.time ?? 0) > (heap[b]?.time ?? 0);
  const swap = (a, b) => {
    const [one, other] = [heap[a], heap[b]];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };
  return {
    push: (commit) => {
      heap.push(commit);
      for (let at = heap.length - 1, up = at - 1 >> 1; at > 0 && younger(at, up); at = up, up = at - 1 >> 1) {
        swap(at, up);
      }
    },
    pop: () => {
      swap(0, heap.length - 1);
      const first = heap.pop();
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let next = at;
        if (left < heap.length && younger(left, next)) next = left;
        if (right < heap.length && younger(right, next)) next = right;
        if (next === at) return first;
        swap(at, next);
        at = next;
      }
    },
    every: (holds) => heap.every(holds)
  };
}

// src/discover/git/objects.ts
const { readdirSync, readFileSync } = require("node:fs");
const { isAbsolute, join: join2 } = require("node:path");

// src/discover/git/delta.ts
function applyDelta(base, delta, limit) {
  const head = deltaSizes(delta);
  if (head === void 0 || head.base !== base.length || head.result > limit) return void 0;
  const result = Buffer.allocUnsafe(head.result);
  let filled = 0;
  let at = head.end;
  while (at < delta.length) {
    const command = delta[at++] ?? 0;
    if (command === 0) return void 0;
    if (command < 128) {
      if (at + command > delta.length || filled + command > result.length) return void 0;
      filled += delta.copy(result, filled, at, at + command);
      at += command;
      continue;
    }
    let from = 0;
    let size = 0;
    for (let bit = 0; bit < 4; bit++) if (command & 1 << bit) from += (delta[at++] ?? 0) * 2 ** (8 * bit);
    for (let bit = 0; bit < 3; bit++) if (command & 16 << bit) size += (delta[at++] ?? 0) << 8 * bit;
    if (size === 0) size = 65536;
    if (from + size > base.length || filled + size > result.length) return void 0;
    filled += base.copy(result, filled, from, from + size);
  }
  return filled === result.length ? result : void 0;
}
function deltaSizes(delta) {
  const base = readSize(delta, 0);
  const result = base && readSize(delta, base.end);
  return result && { base: base.size, result: result.size, end: result.end };
}
function readSize(data, start) {
  let size = 0;
  for (let at = start; at < data.length && at < start + 8; at++) {
    const byte = data[at] ?? 0;
    size += (byte & 127) * 2 ** (7 * (at - start));
    if (byte < 128) return Number.isSafeInteger(size) ? { size, end: at + 1 } : void 0;
  }
  return void 0;
}

// src/discover/git/reader.ts
const { closeSync, fstatSync, openSync, readSync } = require("node:fs");
const { constants, inflateSync } = require("node:zlib");
function openParts(path, whole = 0) {
  let file;
  try {
    file = openSync(path, "r");
  } catch {
    return void 0;
  }
  const status = fstatSync(file);
  if (!status.isFile()) {
    closeSync(file);
    return void 0;
  }
  const read = (start, length) => {
    const wanted = Math.max(0, Math.min(length, status.size - start));
    const data = Buffer.allocUnsafe(wanted);
    return data.subarray(0, wanted === 0 ? 0 : readSync(file, data, 0, wanted, start));
  };
  if (status.size > whole) return { read, close: () => closeSync(file) };
  const all = read(0, status.size);
  closeSync(file);
  return { read: (start, length) => all.subarray(start, start + length), close: () => {
  } };
}
function inflateTo(size, data) {
  try {
    const result = inflateSync(data, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, 64) });
    return result.length === size ? result : void 0;
  } catch {
    return void 0;
  }
}
var BEGINNING = 1024;
var MOST_AT_START = 1100 * BEGINNING;
function inflateStart(data) {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_AT_START });
  } catch {
    return void 0;
  }
}

// src/discover/git/pack.ts
var TYPES = [void 0, "commit", "tree", "blob", "tag"];
var OFFSET_DELTA = 6;
var REFERENCE_DELTA = 7;
var LONGEST_CHAIN = 4096;
var FANOUT = 256 * 4;
var IN_MEMORY = 16 * 1024 * 1024;
var KEPT = 32 * 1024 * 1024;
function openPack(indexPath, hashSize) {
  const index = openParts(indexPath, IN_MEMORY);
  const pack = index && openParts(indexPath.replace(/\.idx$/, ".pack"), IN_MEMORY);
  const table = index && readTable(index, hashSize);
  if (!index || !pack || !table || pack.read(0, 4).toString("latin1") !== "PACK") {
    index?.close();
    pack?.close();
    return void 0;
  }
  const kept = keeper(KEPT, ({ data }) => data.length);
  return {
    find: (name) => {
      const place = table.find(name);
      return place === void 0 ? void 0 : table.offset(place);
    },
    beginning: table.beginning,
    read: (offset, limit, outside) => readObject(pack, { offset, limit, outside, hashSize, table, kept }),
    size: (offset) => sizeOf(pack, offset, hashSize),
    close: () => {
      index.close();
      pack.close();
    }
  };
}
function readTable(index, hashSize) {
  const head = index.read(0, 8);
  const isSecond = head.toString("latin1", 0, 4) === "\xFFtOc";
  if (isSecond && head.readUInt32BE(4) !== 2) return void 0;
  const fanoutAt = isSecond ? 8 : 0;
  const fanout = index.read(fanoutAt, FANOUT);
  if (fanout.length < FANOUT) return void 0;
  const count = fanout.readUInt32BE(FANOUT - 4);
  const namesAt = fanoutAt + FANOUT;
  const step = isSecond ? hashSize : hashSize + 4;
  const nameAt = (place) => index.read(namesAt + place * step + (isSecond ? 0 : 4), hashSize).toString("hex");
  const first = (digits) => {
    const byte = Number.parseInt(digits.slice(0, 2), 16);
    let low = byte === 0 ? 0 : fanout.readUInt32BE((byte - 1) * 4);
    let high = Math.min(fanout.readUInt32BE(byte * 4), count);
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (nameAt(middle) < digits) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    find: (name) => {
      const place = first(name);
      return place < count && nameAt(place) === name ? place : void 0;
    },
    beginning: (digits, most) => {
      const names = [];
      for (let place = first(digits); place < count && names.length < most; place++) {
        const name = nameAt(place);
        if (!name.startsWith(digits)) break;
        names.push(name);
      }
      return names;
    },
    offset: (place) => {
      if (!isSecond) return numberAt(index, namesAt + place * step);
      const offsetsAt = namesAt + count * (hashSize + 4);
      const offset = numberAt(index, offsetsAt + place * 4);
      if (offset === void 0 || offset < 2147483648) return offset;
      const large = index.read(offsetsAt + count * 4 + (offset - 2147483648) * 8, 8);
      return large.length < 8 ? void 0 : Number(large.readBigUInt64BE(0));
    }
  };
}
function numberAt(index, at) {
  const data = index.read(at, 4);
  return data.length < 4 ? void 0 : data.readUInt32BE(0);
}
function readObject(pack, reading) {
  const deltas = [];
  let next = reading.offset;
  let bytes = 0;
  while (typeof next === "number" && deltas.length < LONGEST_CHAIN && bytes <= 2 * reading.limit) {
    const step = reading.kept.get(String(next)) ?? readStep(pack, next, reading);
    if (step !== void 0 && "base" in step) deltas.push({ offset: next, data: step.data });
    bytes += step?.data.length ?? 0;
    next = step !== void 0 && "base" in step ? step.base : step;
  }
  if (typeof next === "number") return void 0;
  for (const delta of deltas.reverse()) {
    const data = next && applyDelta(next.data, delta.data, reading.limit);
    if (!next || !data) return void 0;
    next = reading.kept.put(String(delta.offset), { type: next.type, data });
  }
  return next;
}
function readStep(pack, offset, reading) {
  const entry = readEntry(pack, offset, reading.hashSize);
  const data = entry && entry.size <= reading.limit ? unpack(pack, entry.at, entry.size) : void 0;
  if (entry === void 0 || data === void 0) return void 0;
  if (entry.type !== void 0) return reading.kept.put(String(offset), { type: entry.type, data });
  if (entry.base === void 0) return entry.before === void 0 ? void 0 : { data, base: entry.before };
  const place = reading.table.find(entry.base);
  const base = place === void 0 ? reading.outside(entry.base) : reading.table.offset(place);
  return base === void 0 ? void 0 : { data, base };
}
function readEntry(pack, offset, hashSize) {
  const head = pack.read(offset, 64);
  let at = 0;
  let byte = head[at++] ?? 0;
  const kind = byte >> 4 & 7;
  let size = byte & 15;
  for (let shift = 4; byte & 128; shift += 7) {
    if (shift > 46 || at >= head.length) return void 0;
    byte = head[at++] ?? 0;
    size += (byte & 127) * 2 ** shift;
  }
  if (kind === REFERENCE_DELTA) {
    const base = head.toString("hex", at, at + hashSize);
    return { type: void 0, size, at: offset + at + hashSize, base };
  }
  if (kind !== OFFSET_DELTA) return TYPES[kind] && { type: TYPES[kind], size, at: offset + at };
  byte = head[at++] ?? 0;
  let back = byte & 127;
  for (let count = 0; byte & 128; count++) {
    if (count > 7) return void 0;
    byte = head[at++] ?? 0;
    back = (back + 1) * 128 + (byte & 127);
  }
  return back > 0 && back < offset ? { type: void 0, size, at: offset + at, before: offset - back } : void 0;
}
function unpack(pack, at, size) {
  const likely = size + (size >> 3) + 128;
  return inflateTo(size, pack.read(at, likely)) ?? inflateTo(size, pack.read(at, likely * 3));
}
function sizeOf(pack, offset, hashSize) {
  const entry = readEntry(pack, offset, hashSize);
  if (entry === void 0 || entry.type !== void 0) return entry?.size;
  const start = inflateStart(pack.read(entry.at, BEGINNING));
  return start && deltaSizes(start)?.result;
}
function keeper(most, sizeOfOne) {
  const values = /* @__PURE__ */ new Map();
  let bytes = 0;
  return {
    get: (key) => {
      const value = values.get(key);
      if (value !== void 0) {
        values.delete(key);
        values.set(key, value);
      }
      return value;
    },
    put: (key, value) => {
      if (sizeOfOne(value) > most / 8) return value;
      const before = values.get(key);
      if (before !== void 0) bytes -= sizeOfOne(before);
      values.delete(key);
      values.set(key, value);
      bytes += sizeOfOne(value);
      for (const [oldest, old] of values) {
        if (bytes <= most) break;
        values.delete(oldest);
        bytes -= sizeOfOne(old);
      }
      return value;
    }
  };
}

// src/discover/git/objects.ts
var OBJECT_LIMIT = 64 * 1024 * 1024;
var DEEPEST_ALTERNATE = 5;
var MOST_ALTERNATES = 32;
var MOST_PACKS = 4096;
function openObjects(common, hashSize) {
  const folders = objectFolders(join2(common, "objects"));
  let opened;
  const packs = () => {
    opened ??= folders.flatMap((folder) => packsIn(folder, hashSize));
    return opened;
  };
  const inPack = (name, take) => {
    for (const pack of packs()) {
      const offset = pack.find(name);
      if (offset !== void 0) return take(pack, offset);
    }
    return void 0;
  };
  const read = (name, depth = 0) => {
    const outside = (other) => depth < DEEPEST_ALTERNATE ? read(other, depth + 1) : void 0;
    return inPack(name, (pack, offset) => pack.read(offset, OBJECT_LIMIT, outside)) ?? readLone(folders, name);
  };
  return {
    read: (name, limit = OBJECT_LIMIT) => {
      const found = read(name);
      return found && found.data.length <= limit ? found : void 0;
    },
    size: (name) => inPack(name, (pack, offset) => pack.size(offset)) ?? loneHead(folders, name)?.size,
    beginning: (digits) => {
      const names = [...packs().flatMap((pack) => pack.beginning(digits, 2)), ...loneBeginning(folders, digits)];
      return [...new Set(names)].slice(0, 2);
    },
    close: () => {
      for (const pack of opened ?? []) pack.close();
      opened = void 0;
    }
  };
}
function objectFolders(own) {
  const found = /* @__PURE__ */ new Set([own]);
  let level = [own];
  for (let depth = 0; depth < DEEPEST_ALTERNATE && level.length > 0; depth++) {
    const next = [];
    for (const folder of level) {
      for (const line of (readSmall(join2(folder, "info", "alternates")) ?? "").split("\n")) {
        if (line === "" || line.startsWith("#")) continue;
        const other = realPath(isAbsolute(line) ? line : join2(folder, line));
        if (other === void 0 || found.has(other) || found.size > MOST_ALTERNATES) continue;
        found.add(other);
        next.push(other);
      }
    }
    level = next;
  }
  return [...found];
}
function packsIn(folder, hashSize) {
  const indexes = namesIn(join2(folder, "pack")).filter((name) => name.endsWith(".idx"));
  return indexes.slice(0, MOST_PACKS).flatMap((name) => openPack(join2(folder, "pack", name), hashSize) ?? []);
}
function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
function lonePath(folder, name) {
  return join2(folder, name.slice(0, 2), name.slice(2));
}
function loneBeginning(folders, digits) {
  const start = digits.slice(0, 2);
  return folders.flatMap((folder) => namesIn(join2(folder, start)).map((rest) => start + rest)).filter((name) => name.startsWith(digits) && /^[0-9a-f]+$/.test(name));
}
function loneHead(folders, name) {
  for (const folder of folders) {
    const file = openParts(lonePath(folder, name));
    const start = file && inflateStart(file.read(0, BEGINNING));
    file?.close();
    const [whole = "", type, size] = /^(commit|tree|blob|tag) (\d{1,15})\0/.exec(start?.toString("latin1") ?? "") ?? [];
    if (type) return { type, size: Number(size), length: whole.length, folder };
  }
  return void 0;
}
function readLone(folders, name) {
  const head = loneHead(folders, name);
  if (head === void 0 || head.size > OBJECT_LIMIT) return void 0;
  const data = inflateTo(head.length + head.size, readFileSync(lonePath(head.folder, name)));
  return data && { type: head.type, data: data.subarray(head.length) };
}

// src/discover/git/references.ts
const { join: join3 } = require("node:path");
var PACKED_LIMIT = 64 * 1024 * 1024;
var LONGEST_CHAIN2 = 5;
function readHead(repository) {
  return isReftable(repository) ? REFTABLE : follow(repository, "HEAD");
}
function readReference(repository, name) {
  if (isReftable(repository)) return REFTABLE;
  if (!isSafe(name)) return void 0;
  const full = [`refs/${name}`, `refs/tags/${name}`, `refs/heads/${name}`, `refs/remotes/${name}`];
  const places = [.../^[A-Z_]+$/.test(name) || name.startsWith("refs/") ? [name] : [], ...full];
  for (const place of [...places, `refs/remotes/${name}/HEAD`]) {
    const found = follow(repository, place);
    if (found !== void 0) return found;
  }
  return void 0;
}
var REFTABLE = {
  problem: 'this repository keeps its references as a reftable, which is not read; "git refs migrate --ref-format=files" makes files of them'
};
function isReftable({ config }) {
  return /^\s*refstorage\s*=\s*"?reftable/im.test(config);
}
function isSafe(name) {
  return !/\.\.|[^!-~\u0080-\uffff]|[~^:?*[\\]|^[/-]|\/\/|\/$/.test(name);
}
function follow(repository, name) {
  let at = name;
  for (let step = 0; step < LONGEST_CHAIN2; step++) {
    const text = loose(repository, at) ?? packed(repository, at);
    if (text === void 0) return void 0;
    const target = /^ref: *(\S+)/.exec(text)?.[1];
    if (target === void 0) return /^(?:[0-9a-f]{64}|[0-9a-f]{40})(?![0-9a-f])/.exec(text)?.[0];
    if (!isSafe(target)) return void 0;
    at = target;
  }
  return void 0;
}
function loose({ own, common }, name) {
  const isOwn = !name.startsWith("refs/") || /^refs\/(?:bisect|worktree|rewritten)\//.test(name);
  return readSmall(join3(isOwn ? own : common, name));
}
function packed({ common }, name) {
  const text = name.startsWith("refs/") ? readText(join3(common, "packed-refs"), PACKED_LIMIT) : void 0;
  const end = text?.indexOf(` ${name}
`) ?? -1;
  return text === void 0 || end === -1 ? void 0 : text.slice(text.lastIndexOf("\n", end - 1) + 1, end);
}

// src/discover/git/revision.ts
var LONGEST_CHAIN3 = 8;
var MOST_STEPS = 1e5;
function commitOf(history, text) {
  const [, base = "", steps = ""] = /^([^~^]+)((?:[~^](?:\d{0,6}|\{(?:commit)?\}))*)$/.exec(text) ?? [];
  if (base === "" || base.includes("@{")) return { problem: NOT_UNDERSTOOD };
  const start = named(history, base === "@" ? "HEAD" : base);
  if (typeof start !== "string") return start;
  let name = start;
  for (const [, kind, digits = ""] of steps.matchAll(/([~^])(\d*)(?!\{)/g)) {
    const count = digits === "" ? 1 : Number(digits);
    const next = kind === "~" ? ancestor(history, name, count) : parent(history, name, count);
    if (next === void 0) return { problem: `"${text}" goes back further than the history that is here` };
    name = next;
  }
  return name;
}
var NOT_UNDERSTOOD = "it is neither a branch, nor a tag, nor the name of a commit";
function named({ repository, objects }, base) {
  const reference = readReference(repository, base);
  if (typeof reference === "string") return peel(objects, reference);
  const digits = base.toLowerCase();
  if (/^[0-9a-f]{4,64}$/.test(digits)) {
    const names = objects.beginning(digits);
    if (names.length > 1) return { problem: "several objects begin with it; give more of its digits" };
    if (names[0] !== void 0) return peel(objects, names[0]);
  }
  return reference ?? { problem: NOT_UNDERSTOOD };
}
function peel(objects, start) {
  let name = start;
  for (let step = 0; step < LONGEST_CHAIN3; step++) {
    const object = objects.read(name);
    if (object?.type === "commit") return name;
    const target = object?.type === "tag" ? /^object ([0-9a-f]+)\n/.exec(object.data.toString("latin1"))?.[1] : void 0;
    if (target === void 0) return { problem: object ? "it is no commit" : "its commit is not in this clone" };
    name = target;
  }
  return { problem: "it is no commit" };
}
function ancestor({ commits }, name, steps) {
  let at = name;
  if (steps > MOST_STEPS) return void 0;
  for (let step = 0; step < steps && at !== void 0; step++) at = commits.read(at)?.parents[0];
  return at;
}
function parent({ commits }, name, number) {
  return number === 0 ? name : commits.read(name)?.parents[number - 1];
}

// src/discover/git/snapshot.ts
const { join: join4 } = require("node:path");

// src/discover/git/tree.ts
var ENTRY_LIMIT = 5e5;
var DEPTH_LIMIT = 128;
function readTree(objects, name, hashSize, folder = "", skip = () => false) {
  const found = [];
  const waiting = [{ name, folder, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const tree = objects.read(next.name);
    if (tree?.type !== "tree" || next.depth > DEPTH_LIMIT) return void 0;
    for (const entry of entriesOf(tree.data, hashSize, next.folder)) {
      if (entry.type === DIRECTORY && skip(entry)) continue;
      if (entry.type === DIRECTORY) waiting.push({ name: entry.object, folder: entry.path, depth: next.depth + 1 });
      else found.push(entry);
    }
    if (found.length > ENTRY_LIMIT) return void 0;
  }
  return found;
}
function* entriesOf(data, hashSize, folder) {
  for (let at = 0; at < data.length; ) {
    const blank = data.indexOf(32, at);
    const zero = data.indexOf(0, blank);
    if (blank === -1 || zero === -1) return;
    const type = Number.parseInt(data.toString("latin1", at, blank), 8) & 61440;
    const name = data.toString("utf8", blank + 1, zero);
    at = zero + 1 + hashSize;
    const path = folder === "" ? name : `${folder}/${name}`;
    yield { path, type, object: data.toString("hex", zero + 1, at), stage: 0, intended: false, sparse: false, size: 0 };
  }
}
function isSubmodule({ type }) {
  return type === GITLINK;
}

// src/discover/git/snapshot.ts
var LARGE_FILE_LIMIT = 8 * 1024 * 1024;
var DEEPEST_SUBMODULE = 8;
var MOST_HOPS = 40;
function snapshotOf(repository, objects, entries) {
  const inside = repository.prefix === "" ? "" : `${repository.prefix}/`;
  const files = /* @__PURE__ */ new Map();
  const broken = /* @__PURE__ */ new Set();
  const opened = [];
  const add = (one, store, list, depth) => {
    for (const entry of list) {
      const isNear = entry.path.startsWith(inside) || isSubmodule(entry) && inside.startsWith(`${entry.path}/`);
      if (!isNear || !isHarmless(entry.path)) continue;
      const path = entry.path.slice(inside.length);
      if (!isSubmodule(entry)) files.set(path, { entry, objects: store, common: one.common });
      else if (!mount(entry, depth)) broken.add(path);
    }
  };
  const mount = (entry, depth) => {
    const module = depth < DEEPEST_SUBMODULE ? repositoryAt(join4(repository.top, entry.path)) : void 0;
    if (module === void 0) return depth < DEEPEST_SUBMODULE;
    const store = openObjects(module.common, module.hashSize);
    opened.push(store);
    const tree = /^tree ([0-9a-f]+)\n/.exec(store.read(entry.object)?.data.toString("latin1") ?? "")?.[1];
    const list = tree === void 0 ? void 0 : readTree(store, tree, module.hashSize, entry.path);
    if (list !== void 0) add(module, store, list, depth + 1);
    return list !== void 0;
  };
  add(repository, objects, entries, 0);
  return {
    ...storageOf(files, broken),
    objectAt: (path) => files.get(path)?.entry.object,
    paths: [...files.keys()],
    close: () => {
      for (const store of opened) store.close();
    }
  };
}
function isHarmless(path) {
  return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part.toLowerCase() !== ".git");
}
function storageOf(files, broken) {
  const folders = foldersOf(files, broken);
  return {
    list: (folder) => {
      if (broken.has(folder)) throw new Error("the commit of this submodule is not here");
      return folders.get(folder) ?? [];
    },
    size: (path) => {
      const file = files.get(path);
      if (file?.entry.type !== REGULAR) return void 0;
      return file.entry.size > 0 ? file.entry.size : file.objects.size(file.entry.object);
    },
    bytes: (path) => {
      const file = files.get(path);
      const object = file?.objects.read(file.entry.object);
      if (!file || object?.type !== "blob") throw new Error("there is no such object");
      return largeFile(file.common, object.data) ?? object.data;
    },
    // All that git keeps is part of the repository, whatever a .gitignore says.
    ignoreFile: () => "",
    realPath: (path) => realPathIn(files, folders, path)
  };
}
function foldersOf(files, empty) {
  const folders = /* @__PURE__ */ new Map([["", []]]);
  const listOf = (folder) => {
    const found = folders.get(folder);
    if (found) return found;
    const fresh = [];
    folders.set(folder, fresh);
    const [above, name] = split(folder);
    listOf(above).push({ name, kind: "folder" });
    return fresh;
  };
  for (const folder of empty) listOf(folder);
  for (const [path, { entry }] of files) {
    const [folder, name] = split(path);
    listOf(folder).push({ name, kind: entry.type === LINK ? "link" : "file" });
  }
  return folders;
}
function split(path) {
  const at = path.lastIndexOf("/");
  return at === -1 ? ["", path] : [path.slice(0, at), path.slice(at + 1)];
}
function largeFile(common, data) {
  const name = data.length <= 1024 ? largeFileObject(data.toString("latin1")) : void 0;
  if (name === void 0) return void 0;
  return readData(join4(common, "lfs", "objects", name.slice(0, 2), name.slice(2, 4), name), LARGE_FILE_LIMIT);
}
function realPathIn(files, folders, path) {
  const waiting = path.split("/").reverse();
  let at = "";
  for (let hops = 0; waiting.length > 0; ) {
    const part = waiting.pop() ?? "";
    if (part === "" || part === ".") continue;
    if (part === "..") {
      if (at === "") return void 0;
      at = split(at)[0];
      continue;
    }
    const next = at === "" ? part : `${at}/${part}`;
    const file = files.get(next);
    if (file?.entry.type !== LINK) {
      at = next;
      continue;
    }
    const target = file.objects.read(file.entry.object, 4096)?.data.toString("utf8") ?? "";
    if (target === "" || target.startsWith("/") || hops++ > MOST_HOPS) return void 0;
    waiting.push(...target.split("/").reverse());
  }
  return at !== "" && (files.has(at) || folders.has(at)) ? at : void 0;
}

// src/discover/git/staged.ts
function stagedFiles(objects, { entries, trees }, commitTree, hashSize) {
  if (trees.get("") === commitTree) return /* @__PURE__ */ new Set();
  const same = /* @__PURE__ */ new Set();
  const isSame = ({ path, object }) => trees.get(path) === object;
  const before = readTree(objects, commitTree, hashSize, "", (entry) => isSame(entry) && Boolean(same.add(entry.path)));
  if (before === void 0) return void 0;
  const objectsBefore = new Map(before.map((entry) => [entry.path, entry]));
  const staged = /* @__PURE__ */ new Set();
  for (const entry of entries) {
    if (isBelow(entry.path, same)) continue;
    const old = objectsBefore.get(entry.path);
    if (old?.object !== entry.object || old.type !== entry.type) staged.add(entry.path);
  }
  return staged;
}
function isBelow(path, folders) {
  for (let at = path.indexOf("/"); at !== -1; at = path.indexOf("/", at + 1)) {
    if (folders.has(path.slice(0, at))) return true;
  }
  return false;
}

// src/discover/git/versions.ts
function openVersions(root, indexFile) {
  const repository = findRepository(realPath(root) ?? root);
  if (repository === void 0) return { problem: "this is no git repository" };
  const objects = openObjects(repository.common, repository.hashSize);
  const history = { repository, objects, commits: openCommits(objects, repository.common) };
  const opened = [];
  let read;
  const index = () => {
    read ??= readIndex(history, indexFile);
    return read;
  };
  const snapshot = (entries) => {
    if ("problem" in entries) return entries;
    const made = snapshotOf(repository, objects, withSizes(entries, index()));
    opened.push(made);
    return made;
  };
  return {
    index: () => {
      const found = index();
      return snapshot("problem" in found ? found : found.entries);
    },
    head: () => {
      const name = readHead(repository);
      return snapshot(typeof name === "string" ? treeEntries(history, name) : name ?? []);
    },
    staged: () => stagedIn(history, index()),
    base: (revision, workTree) => {
      const commit = baseOf(history, revision);
      if (typeof commit !== "string") return commit;
      const entries = wholeEntries(history, commit);
      const made = snapshot("problem" in entries || !workTree ? entries : checkedOut(entries, index()));
      return "problem" in made ? made : { ...made, commit };
    },
    close: () => {
      for (const one of opened) one.close();
      objects.close();
    }
  };
}
function readIndex({ repository, objects }, file) {
  const data = readIndexFile(repository, file);
  if (data === void 0 && file !== void 0) return { problem: "the index that GIT_INDEX_FILE names is not there" };
  if (data === void 0) return { entries: [], trees: /* @__PURE__ */ new Map() };
  const index = readFullIndex(data, repository.hashSize);
  if (index === void 0) {
    return {
      problem: 'the index of git cannot be read; where it is split, "git update-index --no-split-index" joins it'
    };
  }
  const conflicts = [...new Set(index.entries.filter(({ stage }) => stage > 0).map(({ path }) => path))];
  if (conflicts.length > 0) return { problem: conflictIn(conflicts) };
  const entries = [];
  for (const entry of index.entries) {
    if (entry.intended) continue;
    const below = entry.type === DIRECTORY ? readTree(objects, entry.object, repository.hashSize, entry.path) : [entry];
    if (below === void 0) return { problem: `the folder ${entry.path} is not in this clone` };
    for (const one of below) entries.push(entry.type === DIRECTORY ? { ...one, sparse: true } : one);
  }
  return { entries, trees: index.trees };
}
function withSizes(entries, index) {
  if ("problem" in index || index.entries === entries) return entries;
  const sizes = new Map(index.entries.map(({ object, size }) => [object, size]));
  return entries.map((entry) => ({ ...entry, size: sizes.get(entry.object) ?? 0 }));
}
function stagedIn(history, index) {
  if ("problem" in index) return index;
  const { repository, objects, commits } = history;
  const head = readHead(repository);
  if (head === void 0) return () => true;
  if (typeof head !== "string") return head;
  const tree = commits.read(head)?.tree;
  const staged = tree === void 0 ? void 0 : stagedFiles(objects, index, tree, repository.hashSize);
  if (staged === void 0) return notWhole(head);
  const prefix = repository.prefix === "" ? "" : `${repository.prefix}/`;
  return (path) => {
    const full = prefix + path;
    if (staged.has(full)) return true;
    for (let at = full.indexOf("/"); at !== -1; at = full.indexOf("/", at + 1)) {
      if (staged.has(full.slice(0, at))) return true;
    }
    return false;
  };
}
function conflictIn([first = "", ...more]) {
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return `a merge conflict is not resolved (${first}${others}); resolve it and "git add" the result`;
}
function treeEntries({ repository, objects, commits }, name) {
  const commit = commits.read(name);
  const entries = commit && readTree(objects, commit.tree, repository.hashSize);
  return entries ?? notWhole(name);
}
function wholeEntries(history, name) {
  const entries = treeEntries(history, name);
  const isPartial = /^\s*(?:promisor|partialclonefilter)\s*=/im.test(history.repository.config);
  if ("problem" in entries || !isPartial) return entries;
  const missing = entries.filter(({ type, object }) => type === REGULAR && history.objects.size(object) === void 0);
  if (missing.length === 0) return entries;
  const files = missing.length === 1 ? "1 file" : `${missing.length} files`;
  return {
    problem: `${files} of commit ${name.slice(0, 12)} are not in this partial clone; "git fetch --refetch --no-filter" gets them`
  };
}
function checkedOut(entries, index) {
  const sparse = new Set("problem" in index ? [] : index.entries.filter((one) => one.sparse).map(({ path }) => path));
  return sparse.size === 0 ? entries : entries.filter(({ path }) => !sparse.has(path));
}
function notWhole(name) {
  return { problem: `commit ${name.slice(0, 12)} is not whole in this clone` };
}
function baseOf(history, revision) {
  const { repository, commits } = history;
  const shown = `"${revision}"`;
  const head = readHead(repository);
  if (head === void 0) return { problem: "there is no commit yet" };
  if (typeof head !== "string") return head;
  const other = commitOf(history, revision);
  if (typeof other !== "string") {
    return { problem: `${shown} cannot be compared with: ${other.problem}${fetchHint(repository, revision)}` };
  }
  const base = mergeBase(commits, head, other);
  if (base !== void 0) return base;
  const because = `${shown} and HEAD have no commit in common`;
  if (!commits.shallow) return { problem: because };
  return { problem: `${because} in this shallow clone; "git fetch --unshallow" gets the rest of the history` };
}
function fetchHint({ config }, revision) {
  const [, remote = "", branch = ""] = /^([\w.-]+)\/([\w./-]+)$/.exec(revision) ?? [];
  if (remote === "" || !config.includes(`[remote "${remote}"]`)) return "";
  return `; "git fetch ${remote} ${branch}:refs/remotes/${remote}/${branch}" gets that branch`;
}
module.exports = {
  house: runAudit,
  openVersions
};
