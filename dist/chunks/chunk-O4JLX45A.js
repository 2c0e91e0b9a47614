"use strict";
// src/discover/git.ts
const { lstatSync, readFileSync, realpathSync } = require("node:fs");
const { dirname, join, relative, resolve, sep } = require("node:path");

// src/discover/git-index.ts
var DIRECTORY = 16384;
var REGULAR = 32768;
var LINK = 40960;
var GITLINK = 57344;
var HEADER = 12;
function readGitIndex(data, hashSize) {
  const paths = /* @__PURE__ */ new Set();
  const opaque = /* @__PURE__ */ new Set();
  const end = eachEntry(data, hashSize, ({ name, mode }) => {
    const path = name.toString("utf8");
    const type = mode & TYPE;
    if (type === DIRECTORY) opaque.add(path.replace(/\/$/, ""));
    else paths.add(path);
    if (type === GITLINK) opaque.add(path);
  });
  return end === void 0 ? void 0 : { paths, opaque };
}
function readFullIndex(data, hashSize) {
  const entries = [];
  const end = eachEntry(data, hashSize, ({ name, mode, size, object, flags, more }) => {
    entries.push({
      path: name.toString("utf8").replace(/\/$/, ""),
      type: mode & TYPE,
      object: object.toString("hex"),
      stage: flags >> 12 & 3,
      intended: (more & INTENT_TO_ADD) !== 0,
      sparse: (more & SKIP_WORK_TREE) !== 0,
      size
    });
  });
  return end === void 0 ? void 0 : { entries, trees: knownTrees(extension(data, end, hashSize, "TREE"), hashSize) };
}
var TYPE = 61440;
var EXTENDED = 16384;
var INTENT_TO_ADD = 8192;
var SKIP_WORK_TREE = 16384;
function eachEntry(data, hashSize, take) {
  if (data.length < HEADER + hashSize || data.toString("latin1", 0, 4) !== "DIRC") return void 0;
  const version = data.readUInt32BE(4);
  if (version < 2 || version > 4) return void 0;
  const count = data.readUInt32BE(8);
  let at = HEADER;
  let previous = Buffer.alloc(0);
  for (let index = 0; index < count; index++) {
    const entry = readEntry(data, at, version, hashSize, previous);
    if (entry === void 0) return void 0;
    take(entry);
    previous = entry.name;
    at = entry.end;
  }
  return isSplit(data, at, hashSize) ? void 0 : at;
}
function readEntry(data, start, version, hashSize, previous) {
  const flagsAt = start + 40 + hashSize;
  if (flagsAt + 4 > data.length) return void 0;
  const mode = data.readUInt32BE(start + 24);
  const size = data.readUInt32BE(start + 36);
  const flags = data.readUInt16BE(flagsAt);
  const extended = version >= 3 && (flags & EXTENDED) !== 0;
  const more = extended ? data.readUInt16BE(flagsAt + 2) : 0;
  const object = data.subarray(start + 40, flagsAt);
  const nameAt = flagsAt + (extended ? 4 : 2);
  if (version < 4) {
    const zero2 = data.indexOf(0, nameAt);
    if (zero2 === -1) return void 0;
    return {
      name: data.subarray(nameAt, zero2),
      mode,
      size,
      object,
      flags,
      more,
      end: start + (zero2 - start + 8 & ~7)
    };
  }
  let at = nameAt;
  let byte = data[at++] ?? 0;
  let dropped = byte & 127;
  while (byte & 128) {
    if (at - nameAt > 4) return void 0;
    byte = data[at++] ?? 0;
    dropped = dropped + 1 << 7 | byte & 127;
  }
  const zero = data.indexOf(0, at);
  if (zero === -1 || dropped > previous.length) return void 0;
  const name = Buffer.concat([previous.subarray(0, previous.length - dropped), data.subarray(at, zero)]);
  return { name, mode, size, object, flags, more, end: zero + 1 };
}
function isSplit(data, extensions, hashSize) {
  return extension(data, extensions, hashSize, "link")?.subarray(0, hashSize).some((byte) => byte !== 0) ?? false;
}
function extension(data, start, hashSize, name) {
  for (let at = start; at + 8 <= data.length - hashSize; ) {
    const size = data.readUInt32BE(at + 4);
    if (data.toString("latin1", at, at + 4) === name) return data.subarray(at + 8, at + 8 + size);
    at += 8 + size;
  }
  return void 0;
}
function knownTrees(data, hashSize) {
  const trees = /* @__PURE__ */ new Map();
  const above = [];
  for (let at = 0; data !== void 0 && at < data.length; ) {
    const zero = data.indexOf(0, at);
    const end = data.indexOf(10, zero);
    const [, count = "", folders = ""] = /^(-?\d{1,9}) (\d{1,9})$/.exec(data.toString("latin1", zero + 1, end)) ?? [];
    if (zero === -1 || end === -1 || count === "") break;
    const parent = above.at(-1);
    const name = data.toString("utf8", at, zero);
    const path = parent === void 0 || parent.path === "" ? name : `${parent.path}/${name}`;
    at = end + 1;
    if (Number(count) >= 0) {
      trees.set(path, data.toString("hex", at, at + hashSize));
      at += hashSize;
    }
    if (parent) parent.left--;
    above.push({ path, left: Number(folders) });
    while (above.at(-1)?.left === 0) above.pop();
  }
  return trees;
}

// src/discover/git.ts
var UPWARD_LIMIT = 40;
var INDEX_LIMIT = 128 * 1024 * 1024;
var SMALL_FILE_LIMIT = 256 * 1024;
function pathInWorkTree(root) {
  const real = realPath(root);
  const prefix = real === void 0 ? "" : findWorkTree(real)?.prefix ?? "";
  return prefix === "" ? "" : `${prefix}/`;
}
function findWorkTree(root) {
  const repository = findRepository(root);
  if (repository === void 0) return void 0;
  const { top, prefix, common, hashSize } = repository;
  const data = readIndexFile(repository);
  const exclude = readSmall(join(common, "info", "exclude")) ?? "";
  return { top, prefix, exclude, index: data && readGitIndex(data, hashSize) };
}
function findRepository(root) {
  let top = root;
  for (let level = 0; level < UPWARD_LIMIT; level++) {
    const repository = repositoryAt(top);
    if (repository) return { ...repository, prefix: relative(top, root).split(sep).join("/") };
    const parent = dirname(top);
    if (parent === top) return void 0;
    top = parent;
  }
  return void 0;
}
function repositoryAt(top) {
  const directory = gitDirectory(top);
  if (directory === void 0) return void 0;
  const config = readSmall(join(directory.common, "config")) ?? "";
  const hashSize = /^\s*objectformat\s*=\s*"?sha256"?\s*$/im.test(config) ? 32 : 20;
  return { ...directory, top, prefix: "", hashSize, config };
}
function readIndexFile(repository, file = join(repository.own, "index")) {
  return readData(resolve(repository.top, file), INDEX_LIMIT);
}
function gitDirectory(top) {
  const path = join(top, ".git");
  const kind = kindOf(path);
  if (kind?.isDirectory()) return kindOf(join(path, "HEAD"))?.isFile() ? { own: path, common: path } : void 0;
  if (!kind?.isFile()) return void 0;
  const target = /^gitdir: ([^\r\n]+)/.exec(readSmall(path) ?? "")?.[1];
  const own = target === void 0 ? void 0 : realPath(resolve(top, target));
  if (own === void 0 || !belongsTo(own, path)) return void 0;
  const common = readSmall(join(own, "commondir"))?.trim();
  return { own, common: common === void 0 ? own : realPath(resolve(own, common)) ?? own };
}
function belongsTo(own, gitFile) {
  const parts = own.split(sep);
  const back = readSmall(join(own, "gitdir"))?.trim();
  if (parts.includes("worktrees") && back !== void 0) return realPath(resolve(own, back)) === realPath(gitFile);
  const git = parts.lastIndexOf(".git");
  return git !== -1 && parts[git + 1] === "modules" && gitFile.startsWith(parts.slice(0, git).join(sep) + sep);
}
function kindOf(path) {
  return lstatSync(path, { throwIfNoEntry: false });
}
function realPath(path) {
  try {
    return realpathSync(path);
  } catch {
    return void 0;
  }
}
function readData(path, limit) {
  try {
    const status = lstatSync(path);
    return status.isFile() && status.size <= limit ? readFileSync(path) : void 0;
  } catch {
    return void 0;
  }
}
function readSmall(path) {
  return readText(path, SMALL_FILE_LIMIT);
}
function readText(path, limit) {
  return readData(path, limit)?.toString("utf8");
}

module.exports = {
  DIRECTORY,
  REGULAR,
  LINK,
  GITLINK,
  readFullIndex,
  pathInWorkTree,
  findWorkTree,
  findRepository,
  repositoryAt,
  readIndexFile,
  realPath,
  readData,
  readSmall,
  readText
};
