"use strict";
const {
  findWorkTree,
  readSmall,
  realPath
} = require("./chunk-O4JLX45A.js");
const {
  joinPath
} = require("./chunk-SLSXQQIR.js");

// src/discover.ts
const { isUtf8 } = require("node:buffer");

// src/discover/nginx-files.ts
var NAMED = /\.conf(?:\.|$)|nginx|\.(?:vhost|site)$/i;
var SITE = /(?:^|\/)(?:sites-(?:available|enabled)|conf\.d|vhosts?(?:\.d)?|nginx)\/[^/.]+$/i;
var PROSE = /\.(?:mdx?|rst|adoc|txt|html?|xml|svg|css|csv|log|diff|patch|service)$/i;
var BLOCK = /^[ \t]*(?:(?:http|server)[ \t\r\n]*\{|(?:location|upstream)[ \t][^{;\n]{0,500}[\r\n \t]{0,50}\{)/m;
var STATEMENT = new RegExp(
  String.raw`(?:^|[{;])[ \t]*(?:${[
    ...["listen", "server", "server_name", "root", "alias", "index", "try_files", "return", "rewrite", "include"],
    ...["proxy_pass", "fastcgi_pass", "uwsgi_pass", "grpc_pass", "proxy_set_header", "add_header", "expires"],
    ...["access_log", "error_log", "allow", "deny", "default_type", "sendfile", "ssl_certificate", "stub_status"],
    ...["worker_connections", "worker_processes", "internal", "limit_req", "client_max_body_size"]
  ].join("|")})(?=[ \t;])[^;\n]{0,500};`,
  "m"
);
function isNginxFile(path, text) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (PROSE.test(name) || !(NAMED.test(name) || SITE.test(path))) return false;
  const content = text() ?? "";
  return BLOCK.test(content) && STATEMENT.test(content);
}

// src/discover/classify.ts
var BY_EXTENSION = new Map([
  ...pairs("yaml", ["yaml", "yml"]),
  ...pairs("json", ["json", "jsonc", "json5"]),
  ...pairs("toml", ["toml"]),
  ...pairs("shell", ["sh", "bash", "ksh", "zsh", "ash", "bats"]),
  ...pairs("makefile", ["mk", "just"]),
  ...pairs("crontab", ["cron", "crontab"]),
  ...pairs("lock", ["lock", "lockb", "sum"]),
  ...pairs("source", [
    "ts",
    "tsx",
    "mts",
    "cts",
    "js",
    "jsx",
    "mjs",
    "cjs",
    "py",
    "pyi",
    "go",
    "rb",
    "php",
    "java",
    "kt"
  ]),
  ...pairs("source", ["cs", "rs", "scala", "ex", "exs", "vue", "svelte", "sql", "prisma", "graphql", "proto", "lua"]),
  ...pairs("binary", ["png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tiff", "psd", "heic"]),
  ...pairs("binary", ["woff", "woff2", "ttf", "otf", "eot", "pdf", "docx", "xlsx", "pptx", "odt"]),
  ...pairs("binary", ["zip", "gz", "tgz", "bz2", "xz", "zst", "7z", "rar", "jar", "war", "whl", "tar"]),
  ...pairs("binary", ["mp3", "mp4", "mov", "avi", "webm", "wav", "ogg", "exe", "dll", "so", "dylib", "a", "o", "wasm"]),
  ...pairs("binary", ["class", "pyc", "sqlite", "sqlite3", "db", "dump", "rdb", "parquet", "bin", "node"])
]);
function pairs(format, extensions) {
  return extensions.map((extension) => [extension, format]);
}
var COMPOSE = /^(?:.+[._-])?(?:docker-?)?compose(?:[._-].+)?\.ya?ml$|^docker-stack(?:[._-].+)?\.ya?ml$/i;
var DOCKERFILE = /^(?:dockerfile|containerfile)(?:[._-].+)?$|\.(?:dockerfile|containerfile)$/i;
var DOTENV = /^\.env(?:[._-].+)?$|^.+\.env$|^(?:dot)?env[._-](?:.+[._-])?(?:example|sample|template|dist)$|^\.flaskenv$/i;
var NOT_DOTENV = /\.(?:[cm]?[jt]sx?|py|rb|php|sh|enc|encrypted|gpg|pgp|age|sops|vault|me|json|ya?ml|toml|md)$/i;
var HIDDEN_CI = new RegExp(
  [
    String.raw`(?:^|/)\.(?:github|gitea|forgejo)/(?:workflows|actions)/.+\.ya?ml$`,
    String.raw`(?:^|/)\.gitlab(?:-ci[^/]*|/.+)\.ya?ml$`,
    String.raw`(?:^|/)\.(?:circleci|buildkite|woodpecker)/[^/]+\.ya?ml$`,
    String.raw`(?:^|/)\.(?:drone|travis|woodpecker)\.ya?ml$`
  ].join("|")
);
var NAMED_CI = /^(?:azure-pipelines.*|bitbucket-pipelines|cloudbuild.*|buildspec.*)\.ya?ml$|^Jenkinsfile/s;
var LOCK = /^(?:package-lock|npm-shrinkwrap|composer\.lock|pnpm-lock|packages\.lock)\.?(?:json|ya?ml)?$|-lock\.ya?ml$/i;
function formatOf(path, text) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const extension = dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
  const named = byName(path, name, extension);
  if (named) return named;
  const format = BY_EXTENSION.get(extension);
  if (format === "yaml") return looksLikeCompose(text() ?? "") ? "compose" : "yaml";
  if (format) return format;
  if (isNginxFile(path, text)) return "nginx";
  return extension === "" && SHELL_LINE.test(text()?.slice(0, 200) ?? "") ? "shell" : "text";
}
var SHELL_LINE = /^#!.*\b(?:ba|da|a|k|z)?sh\b/;
function byName(path, name, extension) {
  if (/\.dockerignore$|^\.containerignore$/i.test(name)) return "dockerignore";
  const isHidden = path.startsWith(".") || path.includes("/.");
  if (isHidden && HIDDEN_CI.test(path) || NAMED_CI.test(name)) return "ci";
  if (name === "package.json") return "package-json";
  if (/lock|shrinkwrap/i.test(name) && LOCK.test(name)) return "lock";
  if (COMPOSE.test(name)) return "compose";
  if (DOCKERFILE.test(name) && isDockerfile(name, extension)) return "dockerfile";
  if (DOTENV.test(name) && !NOT_DOTENV.test(name)) return "dotenv";
  if (/^(?:gnu)?makefile$|^\.?justfile$|^taskfile(?:\.dist)?\.ya?ml$/i.test(name)) return "makefile";
  if (/^crontabs?(?:\.txt)?$|^cron\.\w+$/i.test(name) || /(?:^|\/)cron\.d\/[^/.]+$/.test(path)) return "crontab";
  return name === ".envrc" ? "shell" : void 0;
}
function isDockerfile(name, extension) {
  if (/\.(?:docker|container)file$/i.test(name)) return true;
  const format = BY_EXTENSION.get(extension);
  const other = /\.(?:md|mdx|rst|txt|html?|j2|tmpl|tpl|erb|template|xml|css)$/i.test(name);
  return !other && (format === void 0 || format === "source" && name.startsWith("Dockerfile"));
}
function looksLikeCompose(text) {
  const top = /^(?:services|"services"|'services')[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?\r?$/m.exec(text);
  if (top === null) return false;
  let service = -1;
  let setting = -1;
  for (let at = text.indexOf("\n", top.index) + 1; at > 0 && at < text.length; ) {
    const end = text.indexOf("\n", at);
    const line = text.slice(at, end === -1 ? text.length : Math.min(end, at + 200));
    at = end === -1 ? text.length : end + 1;
    const indent = line.search(/[^ ]/);
    if (indent === -1 || /^\s*(?:#|$)/.test(line)) continue;
    if (indent === 0 || line.trimStart().startsWith("- ")) {
      if (indent === 0) return false;
      continue;
    }
    if (service === -1) service = indent;
    if (indent <= service) setting = -1;
    else if (setting === -1) setting = indent;
    if (indent === setting && /^\s*["']?(?:image|build)["']?[ \t]*:/.test(line)) return true;
  }
  return false;
}

// door:src/discover/ignore-matcher.ts
var room;
function enter() {
  return room ??= require("./discover-ignore-matcher.js");
}
function matcherOf(...given) {
  return enter().matcherOf(...given);
}
function filesMatching(...given) {
  return enter().filesMatching(...given);
}

// src/discover/ignore-rules.ts
var PATTERN_LIMIT = 5e3;
var PATTERN_LENGTH = 1e3;
function readIgnoreRules(base, text) {
  const patterns = text.replace(/^\ufeff/, "").split(/\r?\n/, PATTERN_LIMIT).filter((line) => line !== "" && !line.startsWith("#") && isHarmless(line));
  return patterns.length === 0 ? void 0 : { base, matcher: matcherOf(patterns) };
}
function isHarmless(pattern) {
  if (pattern.length > PATTERN_LENGTH) return false;
  const parts = pattern.split("/");
  const deep = parts.filter((part) => /^!?\*\*$/.test(part)).length;
  return deep <= 3 && parts.every((part) => /^!?\*\*$/.test(part) || (part.match(/\*+/g)?.length ?? 0) <= 2);
}
function isIgnored(rules, path) {
  for (let at = rules.length - 1; at >= 0; at--) {
    const { base = "", matcher } = rules[at] ?? {};
    const inner = base === "" ? path : path.slice(base.length + 1);
    const result = matcher?.test(inner);
    if (result?.ignored) return true;
    if (result?.unignored) return false;
  }
  return false;
}

// src/discover/large-files.ts
var POINTER_LIMIT = 1024;
var POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\n/;
function isStoredElsewhere(text) {
  return largeFileObject(text) !== void 0;
}
function largeFileObject(text) {
  return text.length > POINTER_LIMIT ? void 0 : POINTER.exec(text)?.[1];
}

// src/discover/storage.ts
const { lstatSync, readdirSync, readFileSync } = require("node:fs");
const { join, relative, sep } = require("node:path");
function diskStorage(root) {
  return {
    list: (folder) => readdirSync(join(root, folder), { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isDirectory() ? "folder" : entry.isSymbolicLink() ? "link" : entry.isFile() ? "file" : "other"
    })),
    size: (path) => {
      const status = lstatSync(join(root, path), { throwIfNoEntry: false });
      return status?.isFile() ? status.size : void 0;
    },
    bytes: (path) => readFileSync(join(root, path)),
    ignoreFile: (folder) => readSmall(join(root, folder, ".gitignore")) ?? "",
    realPath: (path) => {
      const target = realPath(join(root, path));
      return target === void 0 ? void 0 : insideOf(root, target);
    }
  };
}
function insideOf(root, target) {
  const path = relative(root, target).split(sep).join("/");
  if (path === "" || path === ".." || path.startsWith("../") || target === path) return void 0;
  return path;
}

// src/discover/walk.ts
const { join: join2 } = require("node:path");

// src/discover/leave-out.ts
var GENERATED = /* @__PURE__ */ new Set([
  ".angular",
  ".bundle",
  ".cache",
  ".dart_tool",
  ".eggs",
  ".git",
  ".gradle",
  ".hg",
  ".mypy_cache",
  ".next",
  ".nuxt",
  ".nx",
  ".nyc_output",
  ".output",
  ".parcel-cache",
  ".pnpm-store",
  ".pytest_cache",
  ".ruff_cache",
  ".serverless",
  ".svelte-kit",
  ".svn",
  ".terraform",
  ".terragrunt-cache",
  ".tox",
  ".turbo",
  ".venv",
  ".vercel",
  ".yarn",
  "__pycache__",
  "_next",
  "_nuxt",
  "bower_components",
  "jspm_packages",
  "node_modules",
  "site-packages"
]);
var ARCHIVES = /* @__PURE__ */ new Set(["archive", "archives", "archived", "_archive", "_archived", ".archive"]);
var COPIES = /* @__PURE__ */ new Set(["backup", "backups", "_backup", ".backup", "old", "_old", ".old"]);
var COPY = /(?:\.(?:bak|backup|old|orig|save|swp|rej|disabled)(?:[-._]?\d[\d.:_-]*)?|~)$/i;
function isGeneratedFolder(name) {
  return GENERATED.has(name) || ARCHIVES.has(name.toLowerCase());
}
function isCopy(name) {
  return COPY.test(name);
}
function isLeftOutByEvidence(name, inside, beside) {
  if (inside.has("CACHEDIR.TAG") || inside.has("pyvenv.cfg")) return true;
  const lower = name.toLowerCase();
  if (COPIES.has(lower)) return ![...inside].some(isWorkedOn);
  switch (lower) {
    case "vendor":
      return inside.has("modules.txt") || inside.has("autoload.php") || inside.has("bundle") && beside.has("Gemfile");
    case "coverage":
    case "htmlcov":
      return ["lcov.info", "lcov-report", "coverage-final.json", "clover.xml", "status.json"].some(
        (one) => inside.has(one)
      );
    case "target":
      return beside.has("Cargo.toml") && inside.has("debug") || beside.has("pom.xml") && inside.has("classes");
    case "pods":
      return inside.has("Manifest.lock");
    case "dist":
    case "build":
    case "out":
      return ["package.json", "pyproject.toml", "setup.py"].some((one) => beside.has(one)) && isBuilt(inside);
    default:
      return false;
  }
}
function isWorkedOn(name) {
  return /\.(?:sh|bash|py|js|ts|go)$|^(?:Dockerfile|Containerfile|Makefile|crontab)/i.test(name);
}
function isBuilt(inside) {
  let built = false;
  for (const name of inside) {
    if (/dockerfile|containerfile|compose.*\.ya?ml$|\.sh$/i.test(name)) return false;
    built ||= /\.(?:map|d\.[cm]?ts|whl|chunk\.\w+|min\.\w+)$|^(?:index\.html|asset-manifest\.json|bin)$/.test(name);
  }
  return built;
}

// src/discover/walk.ts
var FILE_LIMIT = 1e5;
var DEPTH_LIMIT = 64;
function walk(options) {
  const workTree = options.workTree;
  const excluded = readIgnoreRules("", options.exclude.join("\n"));
  const walker = {
    files: /* @__PURE__ */ new Map(),
    directories: /* @__PURE__ */ new Set(),
    leftOut: /* @__PURE__ */ new Set(),
    links: [],
    skipped: [],
    options,
    prefix: workTree?.prefix ? `${workTree.prefix}/` : "",
    excluded: excluded ? [excluded] : [],
    trackedFolders: foldersOf(workTree?.index?.paths ?? []),
    full: false
  };
  const waiting = [{ path: "", depth: 0, rules: outerRules(workTree), ignored: false, beside: /* @__PURE__ */ new Set() }];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    if (walker.full) break;
    for (const inside of enter2(walker, folder)) waiting.push(inside);
  }
  return walker;
}
function foldersOf(paths) {
  const folders = /* @__PURE__ */ new Set();
  for (const path of paths) {
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
      const folder = path.slice(0, at);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
function outerRules(workTree) {
  if (workTree === void 0) return [];
  const rules = [readIgnoreRules("", workTree.exclude)];
  const parts = workTree.prefix === "" ? [] : workTree.prefix.split("/");
  for (let depth = 0; depth < parts.length; depth++) {
    const base = parts.slice(0, depth).join("/");
    rules.push(readIgnoreRules(base, readSmall(join2(workTree.top, base, ".gitignore")) ?? ""));
  }
  return rules.filter((one) => one !== void 0);
}
function enter2(walker, folder) {
  const entries = list(walker, folder.path);
  const names = new Set(entries.map((entry) => entry.name));
  const name = folder.path.slice(folder.path.lastIndexOf("/") + 1);
  if (folder.path !== "" && isLeftOutByEvidence(name, names, folder.beside)) {
    walker.leftOut.add(folder.path);
    return [];
  }
  walker.directories.add(folder.path);
  const rules = withOwnRules(walker, folder, entries);
  return entries.flatMap((entry) => {
    const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
    if (entry.name === ".git" || isIgnored(walker.excluded, isFolder(entry) ? `${path}/` : path)) return [];
    if (isFolder(entry)) return enterable(walker, folder, rules, path, names);
    if (isWanted(walker, folder, rules, path)) addFile(walker, entry, path);
    return [];
  });
}
function isFolder({ kind }) {
  return kind === "folder";
}
function list(walker, path) {
  try {
    return walker.options.storage.list(path);
  } catch {
    walker.skipped.push({ path: path || ".", because: "the folder cannot be read" });
    return [];
  }
}
function withOwnRules(walker, folder, entries) {
  if (!entries.some((entry) => entry.name === ".gitignore" && entry.kind === "file")) return folder.rules;
  const base = walker.prefix + folder.path;
  const text = walker.options.storage.ignoreFile(folder.path);
  const own = readIgnoreRules(base.replace(/\/$/, ""), text);
  return own ? [...folder.rules, own] : folder.rules;
}
function enterable(walker, folder, rules, path, beside) {
  const full = walker.prefix + path;
  const ignored = folder.ignored || isIgnored(rules, `${full}/`);
  if (ignored && !walker.trackedFolders.has(full)) return [];
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isGeneratedFolder(name)) {
    walker.leftOut.add(path);
    return [];
  }
  if (folder.depth >= DEPTH_LIMIT) {
    walker.skipped.push({ path, because: `it lies more than ${DEPTH_LIMIT} folders deep` });
    return [];
  }
  return [{ path, depth: folder.depth + 1, rules, ignored, beside }];
}
function isWanted(walker, folder, rules, path) {
  const full = walker.prefix + path;
  if (!folder.ignored && !isIgnored(rules, full)) return true;
  return walker.options.workTree?.index?.paths.has(full) ?? false;
}
function addFile(walker, entry, path) {
  if (entry.kind === "link") {
    walker.links.push(path);
    return;
  }
  if (entry.kind !== "file") return;
  if (isCopy(entry.name)) {
    walker.leftOut.add(path);
    return;
  }
  if (walker.files.size >= FILE_LIMIT) {
    if (!walker.full) walker.skipped.push({ path, because: `it comes after the first ${FILE_LIMIT} files` });
    walker.full = true;
    return;
  }
  const size = walker.options.storage.size(path);
  if (size !== void 0) walker.files.set(path, size);
}

// src/discover.ts
var DEFAULT_FILE_SIZE = 1024 * 1024;
var BINARY_PROBE = 8 * 1024;
function discover(root, options = {}) {
  const real = realPath(root);
  if (real === void 0) return emptyDiscovery(root);
  const workTree = workTreeOf(real);
  const isTracked = (path) => tracked(workTree, path);
  return { root: real, ...treeIn(diskStorage(real), workTree, isTracked, options) };
}
function discoverIn(storage, options = {}) {
  return treeIn(storage, void 0, (path) => storage.size(path) !== void 0, options);
}
function treeIn(storage, workTree, isTracked, options) {
  const found = walk({ storage, workTree, exclude: options.exclude ?? [] });
  const limit = options.maximumFileSize ?? DEFAULT_FILE_SIZE;
  const skipped = [...found.skipped];
  const readFound = reader(storage, found, limit, skipped);
  const resolve = resolver(storage, found, skipped);
  const files = classified(found, readFound, limit, skipped);
  return {
    files,
    read: (path) => {
      const target = resolve(path);
      return target === void 0 ? void 0 : readFound(target);
    },
    exists: (path) => exists(storage, found, resolve(path)),
    skipped: skipped.sort((one, other) => compareBytes(one.path, other.path)),
    tracked: (path) => isTracked(resolve(path) ?? path)
  };
}
function emptyDiscovery(root) {
  const skipped = [{ path: ".", because: "the folder cannot be read" }];
  return { root, files: [], read: () => void 0, exists: () => false, skipped, tracked: () => void 0 };
}
function workTreeOf(root) {
  const workTree = findWorkTree(root);
  if (workTree === void 0 || workTree.prefix === "") return workTree;
  return isIgnored(outerRules(workTree), `${workTree.prefix}/`) ? void 0 : workTree;
}
function tracked(workTree, path) {
  if (workTree?.index === void 0) return void 0;
  const full = workTree.prefix === "" ? path : `${workTree.prefix}/${path}`;
  if (workTree.index.paths.has(full)) return true;
  for (let at = full.indexOf("/"); at !== -1; at = full.indexOf("/", at + 1)) {
    if (workTree.index.opaque.has(full.slice(0, at))) return void 0;
  }
  return false;
}
function reader(storage, found, limit, skipped) {
  const sources = /* @__PURE__ */ new Map();
  return (path) => {
    if (sources.has(path)) return sources.get(path);
    const size = found.files.get(path);
    let data;
    try {
      data = size === void 0 || size > limit ? void 0 : readText(storage.bytes(path), limit);
      if (data && isStoredElsewhere(data.text)) {
        skipped.push({ path, because: "kept in Git LFS, and its content is not here" });
        data = void 0;
      }
    } catch {
      skipped.push({ path, because: "the file cannot be read" });
    }
    const source = data && { path, ...data };
    sources.set(path, source);
    return source;
  };
}
function readText(data, limit) {
  if (data.length > limit || data.subarray(0, BINARY_PROBE).includes(0)) return void 0;
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const text = bytes.toString("utf8").replace(/^\ufeff/, "");
  return isUtf8(data) ? { text } : { text, malformed: true };
}
function classified(found, read, limit, skipped) {
  const charts = new Set([...found.files.keys()].filter(isChart).map((path) => path.slice(0, -"Chart.yaml".length)));
  const files = [];
  for (const [path, size] of found.files) {
    const text = () => read(path)?.text;
    const named = formatOf(path, text);
    const format = isHelmTemplate(path, charts) && text()?.includes("{{") ? "helm" : named;
    files.push({ path, size, format });
    if (format === "helm" && /\.ya?ml$/.test(path)) skipped.push({ path, because: "Helm template: not evaluated" });
    else if (size > limit && isSaid(format)) skipped.push({ path, because: `larger than ${limit} bytes: not read` });
  }
  return files.sort((one, other) => compareBytes(one.path, other.path));
}
function isChart(path) {
  return path === "Chart.yaml" || path.endsWith("/Chart.yaml");
}
function isHelmTemplate(path, charts) {
  if (charts.size === 0) return false;
  for (let at = path.indexOf("templates/"); at !== -1; at = path.indexOf("templates/", at + 1)) {
    if (charts.has(path.slice(0, at))) return true;
  }
  return false;
}
function isSaid(format) {
  return format !== "binary" && format !== "lock" && format !== "text";
}
function resolver(storage, found, skipped) {
  const links = /* @__PURE__ */ new Map();
  for (const link of found.links) {
    const inside = storage.realPath(link);
    if (inside !== void 0) links.set(link, inside);
    else if (isSaid(formatOf(link, () => void 0))) {
      skipped.push({ path: link, because: "a symbolic link that leads out of the repository or nowhere" });
    }
  }
  return (path) => {
    if (path.startsWith("/") || path.includes("\0")) return void 0;
    let at = joinPath(".", path);
    for (let hops = 0; hops < 16 && links.size > 0; hops++) {
      const next = throughLink(at, links);
      if (next === void 0) break;
      at = next;
    }
    return at === ".." || at.startsWith("../") ? void 0 : at;
  };
}
function throughLink(path, links) {
  for (let end = path.indexOf("/"); ; end = path.indexOf("/", end + 1)) {
    const target = links.get(end === -1 ? path : path.slice(0, end));
    if (target !== void 0) return joinPath(target, end === -1 ? "" : path.slice(end + 1));
    if (end === -1) return void 0;
  }
}
function exists(storage, found, path) {
  if (path === void 0) return false;
  if (path === "." || found.files.has(path) || found.directories.has(path) || found.leftOut.has(path)) return true;
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    if (!found.leftOut.has(path.slice(0, end))) continue;
    return storage.realPath(path) !== void 0;
  }
  return false;
}
function compareBytes(one, other) {
  if (one === other) return 0;
  if (/[\ud800-\udfff]/.test(one + other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

module.exports = {
  formatOf,
  filesMatching,
  largeFileObject,
  discover,
  discoverIn
};
