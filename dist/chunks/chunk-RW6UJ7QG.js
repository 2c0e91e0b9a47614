"use strict";
const {
  DEFAULT_OPTIONS,
  exactness,
  findWorkTree,
  isAtLeast,
  isSelected,
  maskMessage,
  readSmall,
  realPath,
  scopeOf,
  settingFor
} = require("./chunk-UVC6U27S.js");
const {
  changeOf,
  impliedAnswers,
  roadmap,
  scanText,
  withFindings
} = require("./chunk-HR63KF4Q.js");
const {
  WEIGHTS,
  apply,
  formatScore,
  isScored,
  openLedger,
  score,
  totalOf,
  weightsWith
} = require("./chunk-RIMU2UQE.js");
const {
  FIXED_PORTS,
  LOG_COLLECTORS,
  LOOPBACK,
  TIMESTAMP_TAG,
  WORKLOAD_FORMATS,
  backupTools,
  buildContextOf,
  builtImage,
  child,
  commandWords,
  containerFilesOf,
  copyOf,
  credentialsIn,
  depthOf,
  descend,
  destinationOf,
  directoryOf,
  dockerfilesOf,
  dropsEverything,
  edgesOf,
  endsInWords,
  entriesOf,
  environmentFilePurpose,
  exporterOn,
  fileName,
  folderPurpose,
  healthCommandOf,
  hostNamesOf,
  ignored,
  imageTools,
  inWordsOf,
  integrationsOf,
  isAddress,
  isDevelopmentFile,
  isPlainlyProduction,
  isSecretName,
  isWithin,
  itemsOf,
  joinPath,
  known,
  knownValue,
  lineOf,
  metricsInstead,
  nameWords,
  option,
  parseBytes,
  parseDockerfile,
  parseDuration,
  parseEnvironmentFile,
  parseImageReference,
  parseShell,
  parseYaml,
  placeOf,
  postgresSetting,
  printFloat,
  programOf,
  programOf2,
  purposeOfCommand,
  readCollectorConfig,
  resolveDockerfile,
  rules,
  secretValue,
  serviceFactsOf,
  shareImages,
  speaksOwnProtocol,
  splitWords,
  splitWords2,
  stagesOf,
  textOf,
  tracingLibrariesOf,
  unknown,
  unwrapCommand,
  variantOf,
  withImageSignals,
  withProcesses,
  wordSet,
  writtenAt,
  writtenItems,
  writtenOf
} = require("./chunk-QWENVA2Z.js");
const {
  TOOL
} = require("./chunk-KWB6FTLR.js");
const {
  UsageError,
  didYouMean
} = require("./chunk-3RILMBAO.js");
const {
  SEVERITIES
} = require("./chunk-IXIQF7RH.js");

// src/check.ts
const { inspect } = require("node:util");

// src/areas.ts
var AREAS = {
  elasticsearch: runs(({ software }) => isOrSpeaks(software, "elasticsearch")),
  kubernetes: ({ clusters, deployments }) => clusters.length > 0 || deployments.some(({ platform }) => platform === "kubernetes"),
  mongodb: runs(({ software }) => isOrSpeaks(software, "mongodb")),
  nginx: (system) => system.proxies.some(({ nginx }) => nginx !== void 0),
  postgres: runs(({ software }) => software?.kind === "pooler" || isOrSpeaks(software, "postgres")),
  rabbitmq: runs(({ software }) => isOrSpeaks(software, "rabbitmq")),
  redis: runs(({ software }) => isOrSpeaks(software, "redis")),
  schema: ({ schemas }) => schemas.length > 0,
  traefik: (system) => system.proxies.some(({ traefik }) => traefik !== void 0)
};
function areaOf(id) {
  return id.slice(0, id.indexOf("/"));
}
function areasIn(system) {
  return new Set(Object.keys(AREAS).filter((area) => AREAS[area]?.(system)));
}
function runs(matches) {
  return (system) => system.workloads.some(matches);
}
function isOrSpeaks(software, id) {
  return software !== void 0 && (software.id === id || software.speaks === id);
}

// src/fingerprint.ts
const { createHash } = require("node:crypto");
function fingerprintOf({ rule, path, subject, key, ordinal }) {
  const parts = ordinal > 1 ? [rule, path, subject, key, String(ordinal)] : [rule, path, subject, key];
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part).update("\0");
  return hash.digest("hex").slice(0, 32);
}
function fingerprinter(deployments) {
  const byLength = deployments.toSorted((one, other) => other.id.length - one.id.length);
  const counts = /* @__PURE__ */ new Map();
  return (finding) => {
    const subject = lastingSubject(finding.subject, byLength);
    const { key } = finding.identity;
    const same = `${finding.place.path}\0${subject}\0${key}`;
    const ordinal = (counts.get(same) ?? 0) + 1;
    counts.set(same, ordinal);
    const identity = { rule: finding.rule, path: finding.place.path, subject, key, ordinal };
    return { ...finding, identity, fingerprint: fingerprintOf(identity) };
  };
}
function lastingSubject(id, deployments) {
  if (id.startsWith("image:")) return withoutTag(id);
  for (const deployment of deployments) {
    const at2 = id.indexOf(deployment.id);
    const end = at2 + deployment.id.length;
    if (at2 !== -1 && (end === id.length || id[end] === "/")) {
      return `${id.slice(0, at2)}${deployment.platform}:${id.slice(end)}`;
    }
  }
  return id;
}
function withoutTag(id) {
  const digest = id.lastIndexOf("@");
  const bare = digest > id.lastIndexOf("/") ? id.slice(0, digest) : id;
  const tag = bare.lastIndexOf(":");
  return tag > Math.max("image:".length, bare.lastIndexOf("/")) ? bare.slice(0, tag) : bare;
}

// src/check.ts
var MOST_FINDINGS = 1e3;
function check(system, rules2, sources) {
  const present = areasIn(system);
  const isAsked = ({ id }) => !Object.hasOwn(AREAS, areaOf(id)) || present.has(areaOf(id));
  return rules2.toSorted((a, b) => compare(a.id, b.id)).map((rule) => judge(rule, isAsked(rule), system, sources));
}
function judge(rule, isAsked, system, sources) {
  const notes = /* @__PURE__ */ new Map();
  const place = (at2) => resolve(at2, sources);
  let error;
  try {
    if (isAsked) rule.check(contextOf(rule, system, notes, place));
  } catch (thrown) {
    error = describe(thrown);
    for (const note of [...notes.values(), notesOn(notes, system.repository)]) {
      note.unverified = { because: "the rule crashed", place: place(note.subject.at) };
    }
  }
  addUnreadable(notes, rule, system.unreadable, place);
  if (notes.size === 0) return { rule, outcomes: [] };
  const named2 = fingerprinter(system.deployments);
  const outcomes = [...notes.values()].sort((a, b) => compare(a.subject.id, b.subject.id)).map((note) => outcomeOf(rule, note, named2));
  const unlisted = [...notes.values()].reduce((sum, note) => sum + note.unlisted, 0);
  return { rule, outcomes, ...error && { error }, ...unlisted > 0 && { unlisted } };
}
function contextOf(rule, system, notes, place) {
  return {
    system,
    pass: (subject) => {
      notesOn(notes, subject);
    },
    fail: (subject, at2, what, options = {}) => {
      const note = notesOn(notes, subject);
      if (note.findings.length >= MOST_FINDINGS) {
        note.unlisted++;
        return;
      }
      note.findings.push(findingOf(rule, subject, spanOf(at2), what, options, place));
    },
    implied: (subject, by) => {
      notesOn(notes, subject).implied ??= by === void 0 ? {} : { by };
    },
    unverified: (subject, at2, because) => {
      notesOn(notes, subject).unverified ??= { because: maskMessage(because), place: place(spanOf(at2)) };
    }
  };
}
function notesOn(notes, subject) {
  const found = notes.get(subject.id);
  if (found) {
    found.weight = Math.max(found.weight, subject.weight);
    return found;
  }
  const fresh = { subject, weight: subject.weight, findings: [], unlisted: 0, unreadable: false };
  notes.set(subject.id, fresh);
  return fresh;
}
function findingOf(rule, subject, at2, message, options, place) {
  return {
    rule: rule.id,
    category: rule.category,
    severity: options.severity ?? rule.severity,
    confidence: rule.confidence,
    subject: subject.id,
    subjectName: subject.name,
    at: at2,
    place: place(at2),
    message: maskMessage(inWordsOf(subject, message)),
    why: options.why ?? rule.why,
    fix: options.fix === void 0 ? rule.fix : maskMessage(inWordsOf(subject, options.fix)),
    related: (options.related ?? []).map((other) => ({
      at: other.at,
      place: place(other.at),
      message: maskMessage(other.message)
    })),
    identity: { rule: rule.id, path: at2.path, subject: subject.id, key: options.key ?? "", ordinal: 1 },
    fingerprint: ""
  };
}
function addUnreadable(notes, rule, unreadable, place) {
  if (!unreadable.some((file) => file.production)) return;
  const broken2 = new Map(unreadable.filter((file) => file.production).map((file) => [file.path, file]));
  for (const note of notes.values()) {
    const path = note.subject.files.find((file2) => broken2.has(file2));
    const file = path === void 0 ? void 0 : broken2.get(path);
    if (!file) continue;
    note.unreadable = true;
    note.unverified ??= whyUnreadable(file, place);
  }
  const formats = /* @__PURE__ */ new Set([...WORKLOAD_FORMATS, ...rule.reads ?? []]);
  for (const file of broken2.values()) {
    if (!formats.has(file.format)) continue;
    const id = `file:${file.path}`;
    const at2 = file.problems[0]?.at ?? { path: file.path, start: 0, end: 0 };
    const note = notes.get(id) ?? {
      subject: { id, name: file.path, at: at2, files: [file.path] },
      weight: 0,
      findings: [],
      unlisted: 0,
      unreadable: true
    };
    note.weight = Math.max(note.weight, 3 * file.mayDeclare);
    note.unreadable = true;
    note.unverified ??= whyUnreadable(file, place);
    notes.set(id, note);
  }
}
function whyUnreadable(file, place) {
  const problem = file.problems[0];
  const because = `${file.path} could not be read${problem ? `: ${problem.message}` : ""}`;
  return { because, place: place(problem?.at ?? { path: file.path, start: 0, end: 0 }) };
}
function outcomeOf(rule, note, named2) {
  const outcome = {
    subject: note.subject.id,
    subjectName: note.subject.name,
    at: note.subject.at,
    weight: note.weight,
    status: "pass",
    severity: rule.severity,
    unreadable: note.unreadable,
    ...note.unverified,
    ...note.implied && { implied: note.implied },
    findings: []
  };
  return withFindings(rule, outcome, distinct(note.findings).map(named2));
}
function distinct(findings) {
  if (findings.length < 2) return findings;
  const seen = /* @__PURE__ */ new Set();
  return findings.toSorted(byPlace).filter((finding) => {
    const same = JSON.stringify([finding.at.path, finding.at.start, finding.at.end, finding.message]);
    return !seen.has(same) && seen.add(same);
  });
}
function byPlace(a, b) {
  return compare(a.at.path, b.at.path) || a.at.start - b.at.start || a.at.end - b.at.end || compare(a.message, b.message) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}
function resolve(at2, sources) {
  const source = sources.get(at2.path);
  return source ? placeOf(source, at2) : { path: at2.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
}
function spanOf(at2) {
  return "at" in at2 ? at2.at : at2;
}
function describe(thrown) {
  if (!(thrown instanceof Error)) return { message: inspect(thrown) };
  return thrown.stack === void 0 ? { message: thrown.message } : { message: thrown.message, stack: thrown.stack };
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

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
function isNginxFile(path, text2) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (PROSE.test(name) || !(NAMED.test(name) || SITE.test(path))) return false;
  const content = text2() ?? "";
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
function formatOf(path, text2) {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  const extension = dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
  const named2 = byName(path, name, extension);
  if (named2) return named2;
  const format = BY_EXTENSION.get(extension);
  if (format === "yaml") return looksLikeCompose(text2() ?? "") ? "compose" : "yaml";
  if (format) return format;
  if (isNginxFile(path, text2)) return "nginx";
  return extension === "" && SHELL_LINE.test(text2()?.slice(0, 200) ?? "") ? "shell" : "text";
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
function looksLikeCompose(text2) {
  const top = /^(?:services|"services"|'services')[ \t]*:[ \t]*(?:&\S+[ \t]*)?(?:#.*)?\r?$/m.exec(text2);
  if (top === null) return false;
  let service2 = -1;
  let setting2 = -1;
  for (let at2 = text2.indexOf("\n", top.index) + 1; at2 > 0 && at2 < text2.length; ) {
    const end = text2.indexOf("\n", at2);
    const line = text2.slice(at2, end === -1 ? text2.length : Math.min(end, at2 + 200));
    at2 = end === -1 ? text2.length : end + 1;
    const indent = line.search(/[^ ]/);
    if (indent === -1 || /^\s*(?:#|$)/.test(line)) continue;
    if (indent === 0 || line.trimStart().startsWith("- ")) {
      if (indent === 0) return false;
      continue;
    }
    if (service2 === -1) service2 = indent;
    if (indent <= service2) setting2 = -1;
    else if (setting2 === -1) setting2 = indent;
    if (indent === setting2 && /^\s*["']?(?:image|build)["']?[ \t]*:/.test(line)) return true;
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
function readIgnoreRules(base, text2) {
  const patterns2 = text2.replace(/^\ufeff/, "").split(/\r?\n/, PATTERN_LIMIT).filter((line) => line !== "" && !line.startsWith("#") && isHarmless(line));
  return patterns2.length === 0 ? void 0 : { base, matcher: matcherOf(patterns2) };
}
function isHarmless(pattern) {
  if (pattern.length > PATTERN_LENGTH) return false;
  const parts = pattern.split("/");
  const deep = parts.filter((part) => /^!?\*\*$/.test(part)).length;
  return deep <= 3 && parts.every((part) => /^!?\*\*$/.test(part) || (part.match(/\*+/g)?.length ?? 0) <= 2);
}
function isIgnored(rules2, path) {
  for (let at2 = rules2.length - 1; at2 >= 0; at2--) {
    const { base = "", matcher } = rules2[at2] ?? {};
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
function isStoredElsewhere(text2) {
  return largeFileObject(text2) !== void 0;
}
function largeFileObject(text2) {
  return text2.length > POINTER_LIMIT ? void 0 : POINTER.exec(text2)?.[1];
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
    for (let at2 = path.lastIndexOf("/"); at2 > 0; at2 = path.lastIndexOf("/", at2 - 1)) {
      const folder = path.slice(0, at2);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
function outerRules(workTree) {
  if (workTree === void 0) return [];
  const rules2 = [readIgnoreRules("", workTree.exclude)];
  const parts = workTree.prefix === "" ? [] : workTree.prefix.split("/");
  for (let depth = 0; depth < parts.length; depth++) {
    const base = parts.slice(0, depth).join("/");
    rules2.push(readIgnoreRules(base, readSmall(join2(workTree.top, base, ".gitignore")) ?? ""));
  }
  return rules2.filter((one) => one !== void 0);
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
  const rules2 = withOwnRules(walker, folder, entries);
  return entries.flatMap((entry) => {
    const path = folder.path === "" ? entry.name : `${folder.path}/${entry.name}`;
    if (entry.name === ".git" || isIgnored(walker.excluded, isFolder(entry) ? `${path}/` : path)) return [];
    if (isFolder(entry)) return enterable(walker, folder, rules2, path, names);
    if (isWanted(walker, folder, rules2, path)) addFile(walker, entry, path);
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
  const text2 = walker.options.storage.ignoreFile(folder.path);
  const own = readIgnoreRules(base.replace(/\/$/, ""), text2);
  return own ? [...folder.rules, own] : folder.rules;
}
function enterable(walker, folder, rules2, path, beside) {
  const full = walker.prefix + path;
  const ignored2 = folder.ignored || isIgnored(rules2, `${full}/`);
  if (ignored2 && !walker.trackedFolders.has(full)) return [];
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (isGeneratedFolder(name)) {
    walker.leftOut.add(path);
    return [];
  }
  if (folder.depth >= DEPTH_LIMIT) {
    walker.skipped.push({ path, because: `it lies more than ${DEPTH_LIMIT} folders deep` });
    return [];
  }
  return [{ path, depth: folder.depth + 1, rules: rules2, ignored: ignored2, beside }];
}
function isWanted(walker, folder, rules2, path) {
  const full = walker.prefix + path;
  if (!folder.ignored && !isIgnored(rules2, full)) return true;
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
  const resolve2 = resolver(storage, found, skipped);
  const files = classified(found, readFound, limit, skipped);
  return {
    files,
    read: (path) => {
      const target = resolve2(path);
      return target === void 0 ? void 0 : readFound(target);
    },
    exists: (path) => exists(storage, found, resolve2(path)),
    skipped: skipped.sort((one, other) => compareBytes(one.path, other.path)),
    tracked: (path) => isTracked(resolve2(path) ?? path)
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
  for (let at2 = full.indexOf("/"); at2 !== -1; at2 = full.indexOf("/", at2 + 1)) {
    if (workTree.index.opaque.has(full.slice(0, at2))) return void 0;
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
  const text2 = bytes.toString("utf8").replace(/^\ufeff/, "");
  return isUtf8(data) ? { text: text2 } : { text: text2, malformed: true };
}
function classified(found, read, limit, skipped) {
  const charts = new Set([...found.files.keys()].filter(isChart).map((path) => path.slice(0, -"Chart.yaml".length)));
  const files = [];
  for (const [path, size] of found.files) {
    const text2 = () => read(path)?.text;
    const named2 = formatOf(path, text2);
    const format = isHelmTemplate(path, charts) && text2()?.includes("{{") ? "helm" : named2;
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
  for (let at2 = path.indexOf("templates/"); at2 !== -1; at2 = path.indexOf("templates/", at2 + 1)) {
    if (charts.has(path.slice(0, at2))) return true;
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
    let at2 = joinPath(".", path);
    for (let hops = 0; hops < 16 && links.size > 0; hops++) {
      const next = throughLink(at2, links);
      if (next === void 0) break;
      at2 = next;
    }
    return at2 === ".." || at2.startsWith("../") ? void 0 : at2;
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

// door:src/parse/javascript/syntax.ts
var room2;
function enter3() {
  return room2 ??= require("./parse-javascript-syntax.js");
}
function parseJavaScript(...given) {
  return enter3().parseJavaScript(...given);
}
function parseJson(...given) {
  return enter3().parseJson(...given);
}
function javaScriptComments(...given) {
  return enter3().javaScriptComments(...given);
}

// door:src/parse/nginx.ts
var room3;
function enter4() {
  return room3 ??= require("./parse-nginx.js");
}
function parseNginx(...given) {
  return enter4().parseNginx(...given);
}
function walkNginx(...given) {
  return enter4().walkNginx(...given);
}
function conditionOf(...given) {
  return enter4().conditionOf(...given);
}

// src/comments.ts
var WORD = "erp-audit-ignore";
function commentsOf(sources) {
  const found = /* @__PURE__ */ new Map();
  for (const source of sources.values()) if (source.text.includes(WORD)) found.set(source.path, commentsIn(source));
  return found;
}
function commentsIn(source) {
  const name = fileName(source.path).toLowerCase();
  if (/\.ya?ml$/.test(name)) return parseYaml(source).comments;
  if (/dockerfile|containerfile/.test(name)) return parseDockerfile(source).comments;
  if (/(^|\.)env(\.|$)/.test(name)) return [...lineComments(source), ...commentsBehindValues(source)];
  if (/\.[cm]?js$|\.json$/.test(name)) return javaScriptComments(source);
  if (isNginx(source)) return parseNginx(source).comments;
  return lineComments(source);
}
function isNginx(source) {
  if (formatOf(source.path, () => source.text) === "nginx") return true;
  return source.path.endsWith(".conf") && /^[ \t]*[a-z_]+[ \t][^\n]{0,500};[ \t]*(?:#|\r?$)/m.test(source.text);
}
function commentsBehindValues(source) {
  return parseEnvironmentFile(source).entries.flatMap(({ at: at2 }) => {
    const [line = ""] = source.text.slice(at2.end, at2.end + 4096).split("\n", 1);
    const [, blank = "", text2] = /^([ \t]+)(#.*)$/.exec(line) ?? [];
    const start = at2.end + blank.length;
    return text2 === void 0 ? [] : [{ text: text2, start, end: start + text2.length }];
  });
}
function lineComments(source) {
  const comments = [];
  for (const match2 of source.text.matchAll(/^[ \t]*(#[^\n]*)/gm)) {
    const text2 = match2[1] ?? "";
    const start = match2.index + match2[0].length - text2.length;
    comments.push({ text: text2, start, end: start + text2.length });
  }
  return comments;
}

// src/moves.ts
function moverOf(renames, remains) {
  const moves = [...renames, ...foldersOf2(renames, remains)].toSorted(([a], [b]) => b.length - a.length);
  const inText = (text2) => {
    for (const [from, to] of moves) {
      const moved = replaced(text2, from, to);
      if (moved !== void 0) return moved;
    }
    return text2;
  };
  return (identity) => ({
    ...identity,
    path: renames.get(identity.path) ?? identity.path,
    subject: inText(identity.subject),
    key: inText(identity.key)
  });
}
function foldersOf2(renames, remains) {
  const folders = /* @__PURE__ */ new Map();
  for (const [from, to] of renames) {
    const [old, fresh] = [from.split("/"), to.split("/")];
    while (old.length > 1 && fresh.length > 1 && old.at(-1) === fresh.at(-1)) {
      old.pop();
      fresh.pop();
      const [before, now] = [old.join("/"), fresh.join("/")];
      if (before !== now && !folders.has(before) && !remains(before)) folders.set(before, now);
    }
  }
  return folders;
}
function replaced(text2, from, to) {
  let made = "";
  let start = 0;
  for (let at2 = text2.indexOf(from); at2 !== -1; at2 = text2.indexOf(from, at2 + from.length)) {
    const end = at2 + from.length;
    if (isPartOfName(text2[at2 - 1]) || text2[at2 - 1] === "/" || isPartOfName(text2[end])) continue;
    made += text2.slice(start, at2) + to;
    start = end;
  }
  return start === 0 ? void 0 : made + text2.slice(start);
}
function isPartOfName(letter) {
  return letter !== void 0 && /[\w.-]/.test(letter);
}

// src/compare.ts
function compareFindings(judgements, reference, present) {
  const { base, baseline, changes, scope } = reference;
  const all = findingsOf(judgements);
  const there = new Set(all.map(({ fingerprint: fingerprint2 }) => fingerprint2));
  const renamed = /* @__PURE__ */ new Map();
  const before = base && inPresentTerms(findingsOf(base).filter(isOpen), changes?.renames ?? /* @__PURE__ */ new Map(), present);
  const known2 = baseline && knownBy(baseline, all.filter(isOpen), present, renamed);
  const old = new Set(before?.keys());
  for (const [fingerprint2, finding] of before ?? []) {
    const now = there.has(fingerprint2) ? changes?.renames.get(finding.place.path) : void 0;
    if (now !== void 0) renamed.set(finding.place.path, now);
  }
  const crashed = new Set(judgements.flatMap(({ rule, error }) => error ? [rule.id] : []));
  const isUnanswered = (rule) => present.isOff(rule) || crashed.has(rule);
  return {
    stateOf: ({ fingerprint: fingerprint2 }) => {
      if (!before && !known2) return void 0;
      return old.has(fingerprint2) || known2?.matched.has(fingerprint2) ? "unchanged" : "new";
    },
    isInScope: (finding) => isInScope(finding, changes, scope),
    fixed: [...before ?? []].flatMap(
      ([fingerprint2, finding]) => there.has(fingerprint2) || present.isUnreadable(finding.place.path) || crashed.has(finding.rule) ? [] : [finding]
    ),
    stale: known2?.stale.filter(({ path, rule }) => !present.isUnreadable(path) && !isUnanswered(rule)) ?? [],
    renamed
  };
}
function findingsOf(judgements) {
  return judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings));
}
function isOpen({ suppressed }) {
  return suppressed === void 0;
}
function isInScope({ place, related }, changes, scope) {
  if (changes === void 0 || scope === "all") return true;
  const places2 = [place, ...related.map((other) => other.place)];
  return places2.some((one) => scope === "files" ? changes.isChanged(one.path) : changes.touches(one));
}
function inPresentTerms(findings, renames, present) {
  if (renames.size === 0) return new Map(findings.map((finding) => [finding.fingerprint, finding]));
  const move = moverOf(renames, present.exists);
  return new Map(findings.map((finding) => [fingerprintOf(move(finding.identity)), finding]));
}
var MOST_GONE = 200;
function knownBy(baseline, findings, present, renamed) {
  const entries = new Map(baseline.entries.map((entry) => [entry.fingerprint, entry]));
  const matched = new Set(findings.map(({ fingerprint: fingerprint2 }) => fingerprint2).filter((print) => entries.has(print)));
  const used = new Set(matched);
  const gone = /* @__PURE__ */ new Map();
  for (const { rule, path } of baseline.entries) {
    if (!present.exists(path)) gone.set(rule, (gone.get(rule) ?? /* @__PURE__ */ new Set()).add(path));
  }
  const paths = new Set(baseline.entries.map(({ path }) => path));
  for (const finding of gone.size === 0 ? [] : findings) {
    if (matched.has(finding.fingerprint) || paths.has(finding.place.path)) continue;
    for (const path of [...gone.get(finding.rule) ?? []].slice(0, MOST_GONE)) {
      const print = fingerprintOf(backTo(path, finding.place.path)(finding.identity));
      if (!entries.has(print) || used.has(print)) continue;
      used.add(print);
      matched.add(finding.fingerprint);
      renamed.set(path, finding.place.path);
      break;
    }
  }
  return { matched, stale: baseline.entries.filter(({ fingerprint: fingerprint2 }) => !used.has(fingerprint2)) };
}
function backTo(before, now) {
  return moverOf(/* @__PURE__ */ new Map([[now, before]]), () => false);
}

// src/config/apply.ts
function enabledRules(rules2, config2) {
  return config2.rules.length === 0 ? rules2 : rules2.filter((rule) => settingFor(config2, rule)?.off !== true);
}
function withSettings(judgements, config2) {
  if (config2.rules.length === 0) return judgements;
  return judgements.map((judgement) => {
    const severity = settingFor(config2, judgement.rule)?.severity;
    if (!severity) return judgement;
    const outcomes = judgement.outcomes.map((outcome) => ({
      ...outcome,
      severity,
      findings: outcome.findings.map((finding) => ({ ...finding, severity, ruleSeverity: finding.severity }))
    }));
    return { ...judgement, outcomes };
  });
}
function ignoresOf(config2) {
  return config2.rules.filter((setting2) => setting2.ignore.length > 0).map(({ pattern, ignore, reason, line }) => ({
    rule: pattern,
    globs: ignore,
    ...reason === void 0 ? {} : { reason },
    ...config2.path === void 0 ? {} : { path: config2.path },
    ...line === void 0 ? {} : { line }
  }));
}
function isShown({ rule }, options) {
  return isSelected(options.selection, rule) && (options.advice || rule.confidence !== "C");
}
function offNotices(rules2, config2) {
  return config2.rules.filter((setting2) => setting2.off).flatMap(({ pattern, line }) => {
    const count = rules2.filter((rule) => settingFor(config2, rule)?.pattern === pattern).length;
    const where = {
      ...config2.path === void 0 ? {} : { path: config2.path },
      ...line === void 0 ? {} : { line }
    };
    return count === 0 ? [] : [
      {
        ...where,
        message: `"${pattern}: off" takes ${count === 1 ? "1 rule" : `${count} rules`} out of the score`
      }
    ];
  });
}

// src/gain.ts
function gains(judgements, options) {
  const ledger = openLedger(judgements, options.weights ?? WEIGHTS);
  const before = options.deployable ? totalOf(ledger) : null;
  const released = releasedBy(impliedAnswers(judgements));
  const known2 = /* @__PURE__ */ new Map();
  const worth = (changes) => {
    if (before === null) return 0;
    const kind = JSON.stringify(changes.map(({ rule, points, strikes }) => [rule, points, strikes]));
    const gain = known2.get(kind) ?? (totalOf(apply(ledger, changes)) ?? 0) - before;
    known2.set(kind, gain);
    return gain;
  };
  const found = /* @__PURE__ */ new Map();
  for (const { rule, outcomes } of judgements) {
    for (const outcome of outcomes) {
      const changes = /* @__PURE__ */ new Map();
      for (const finding of outcome.findings) {
        const kind = `${finding.severity} ${finding.ruleSeverity} ${finding.suppressed !== void 0}`;
        const own = changes.get(kind) ?? changeOf({ rule, outcome }, (other) => other === finding);
        changes.set(kind, own);
        const implied = (released.get(finding) ?? []).map((answer) => changeOf(answer, () => false, true));
        found.set(finding, worth([own, ...implied]));
      }
    }
  }
  return found;
}
function releasedBy(answers) {
  const released = /* @__PURE__ */ new Map();
  for (const answer of answers) {
    const [holder, another] = answer.holders;
    if (!holder || another) continue;
    const others = released.get(holder);
    if (others) others.push(answer);
    else released.set(holder, [answer]);
  }
  return released;
}

// src/verification.ts
function verificationOf(system) {
  const production = system.deployments.filter(({ purpose }) => purpose === "production");
  return production.flatMap((deployment) => {
    const workloads = system.workloads.filter((one) => one.deployment === deployment.id);
    return STEPS[deployment.platform](deployment, workloads);
  });
}
var STEPS = {
  compose: composeSteps,
  swarm: (_, workloads) => swarmSteps(workloads),
  kubernetes: (_, workloads) => kubernetesSteps(workloads),
  pm2: pm2Steps
};
function composeSteps({ id, files }, workloads) {
  const named2 = id.slice(id.indexOf(":") + 1).split("+");
  const set = named2.every((file) => files.includes(file)) ? named2 : files.slice(0, 1);
  const isDefault = set.length === 1 && /^(?:docker-)?compose\.ya?ml$/.test(set[0] ?? "");
  const compose = isDefault ? "docker compose" : `docker compose ${set.map((file) => `-f ${quoted(file)}`).join(" ")}`;
  return [
    { what: "the files are valid, and no variable is missing", command: `${compose} config --quiet` },
    { what: "everything starts and becomes healthy", command: `${compose} up --detach --wait` },
    { what: "nothing has exited or restarts", command: `${compose} ps --all` },
    ...workloads.flatMap((workload2) => [
      ...dataSteps(workload2, `${compose} exec ${quoted(workload2.name)}`),
      ...proxySteps(workload2, `${compose} exec ${quoted(workload2.name)}`),
      ...publishedSteps(workload2)
    ])
  ];
}
function swarmSteps(workloads) {
  return [
    { what: "every service has all its replicas", command: "docker service ls" },
    ...workloads.flatMap(publishedSteps)
  ];
}
function kubernetesSteps(workloads) {
  const pods = /* @__PURE__ */ new Map();
  for (const workload2 of workloads) {
    const { pod } = workload2;
    if (pod?.part === "main" && !pods.has(`${pod.namespace} ${pod.kind} ${pod.name}`))
      pods.set(`${pod.namespace} ${pod.kind} ${pod.name}`, workload2);
  }
  const namespaces = new Set([...pods.values()].map(({ pod }) => pod?.namespace));
  return [
    ...[...namespaces].map((namespace) => ({
      what: `no pod${namespace === void 0 ? "" : ` of ${namespace}`} waits, fails or restarts`,
      command: `kubectl ${inNamespace(namespace)}get pods`
    })),
    ...[...pods.values()].flatMap((workload2) => {
      const { pod } = workload2;
      if (!pod) return [];
      const kind = pod.kind.toLowerCase();
      const kubectl = `kubectl ${inNamespace(pod.namespace)}`;
      const target = quoted(`${kind}/${pod.name}`);
      const rolledOut = ["deployment", "statefulset", "daemonset"].includes(kind) ? [{ what: `${pod.name} is rolled out`, command: `${kubectl}rollout status ${target} --timeout=5m` }] : [];
      return [
        ...rolledOut,
        ...dataSteps(workload2, `${kubectl}exec ${target} --`),
        ...proxySteps(workload2, `${kubectl}exec ${target} --`)
      ];
    })
  ];
}
function inNamespace(namespace) {
  return namespace === void 0 ? "" : `--namespace ${quoted(namespace)} `;
}
function pm2Steps({ files }) {
  const [file = "ecosystem.config.js"] = files;
  return [
    { what: "all apps start", command: `pm2 start ${quoted(file)} --env production` },
    { what: "they are online and do not restart", command: "pm2 list" }
  ];
}
function dataSteps(workload2, inside) {
  const { distribution, name, software, version, health } = workload2;
  if (health.state === "checked" || !software || !distribution || !["database", "cache", "broker", "search", "object-store"].includes(software.kind))
    return [];
  const command2 = healthCommandOf(distribution, version);
  return command2 === void 0 ? [] : [
    {
      what: `${name} (${software.name}) answers`,
      command: `${inside} sh -c ${quoted(command2.replaceAll("$$", "$"))}`
    }
  ];
}
function proxySteps({ name, software }, inside) {
  return software?.id === "nginx" ? [{ what: `${name} accepts its configuration`, command: `${inside} nginx -t` }] : [];
}
function publishedSteps({ name, health, published }) {
  const open = published.find(({ protocol, host }) => protocol === "tcp" && host && knownValue(host) !== void 0);
  const asked = health.checks.flatMap((check2) => pathOf(check2) ?? [])[0];
  const port3 = open?.host && knownValue(open.host);
  if (port3 === void 0 || asked === void 0) return [];
  return [
    {
      what: `${name} answers from outside`,
      command: `curl --fail --silent --show-error http://localhost:${port3}${asked}`
    }
  ];
}
function pathOf({ http, text: text2 }) {
  const path = http ? knownValue(http.path) : /https?:\/\/[^/\s"'`]+(\/[\w./-]*)/.exec(text2.slice(0, 2e3))?.[1];
  return path !== void 0 && /^\/[\w./?=&%-]*$/.test(path) ? path : void 0;
}
function quoted(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

// src/inventory.ts
var MOST_LINKS = 500;
function inventoryOf(system) {
  const names = new Map(system.deployments.map(({ id, name }) => [id, name]));
  const items = system.workloads.map((workload2) => itemOf(workload2, names.get(workload2.deployment) ?? ""));
  const links = linksOf(system);
  return { items, links, phases: phasesOf(system, links), verification: verificationOf(system) };
}
function itemOf(workload2, deployment) {
  const { id, name, role, health, stateful, resources: resources2 } = workload2;
  const runs2 = whatItRuns(workload2);
  return {
    id,
    name,
    deployment,
    role,
    ...runs2 !== void 0 && { runs: runs2 },
    replicas: replicasOf(workload2),
    ...resources2.memoryLimit && { memoryLimit: knownValue(resources2.memoryLimit) ?? null },
    ...resources2.cpuLimit && { cpuLimit: knownValue(resources2.cpuLimit) ?? null },
    ports: portsOf(workload2),
    check: health.state,
    stateful
  };
}
function whatItRuns({ image, pm2 }) {
  if (image?.origin === "built") return image.dockerfile ? `built from ${image.files[0] ?? image.name}` : "built";
  return image?.name ?? pm2?.scriptPath;
}
function replicasOf({ replicas, autoscaledFrom, pm2 }) {
  const apps = pm2?.apps ?? 1;
  const set = autoscaledFrom ?? replicas;
  if (!set) return apps;
  const value = knownValue(set);
  return value === void 0 ? null : value * apps;
}
function portsOf({ published }) {
  const ports2 = published.filter(({ reach }) => reach !== "loopback").map(({ host, container: container2 }) => {
    const [outside, inside] = [host && knownValue(host), knownValue(container2)];
    if (inside === void 0) return outside === void 0 ? "?" : String(outside);
    return outside === void 0 || outside === inside ? String(inside) : `${outside}\u2192${inside}`;
  });
  return [...new Set(ports2)];
}
function linksOf(system) {
  const production = new Set(system.workloads.map(({ id }) => id));
  const found = /* @__PURE__ */ new Map();
  const add = (link) => {
    if (link.from !== link.to && found.size < MOST_LINKS) found.set(`${link.from}
${link.to ?? link.host}`, link);
  };
  for (const { from, answer, host } of system.edges) {
    const sources = from.kind === "workload" ? [from] : from.kind === "proxy" ? from.workloads : [];
    for (const { id } of sources) {
      if (!production.has(id)) continue;
      if (answer.kind === "workload") add({ from: id, to: answer.workload.id, host });
      else if (answer.kind === "outside") add({ from: id, host });
    }
  }
  return [...found.values()];
}
function phasesOf(system, links) {
  const waiting = new Map(system.workloads.map(({ id }) => [id, /* @__PURE__ */ new Set()]));
  const need = (from, to) => {
    if (from !== to && waiting.has(to)) waiting.get(from)?.add(to);
  };
  for (const { id, deployment, dependsOn } of system.workloads) {
    for (const { workload: workload2 } of dependsOn) {
      const other = system.workloads.find((one) => one.deployment === deployment && one.name === workload2);
      if (other) need(id, other.id);
    }
  }
  const watchers = new Set(system.workloads.filter(({ role }) => role === "observability").map(({ id }) => id));
  for (const { from, to } of links) if (to !== void 0 && !watchers.has(from) && !watchers.has(to)) need(from, to);
  const phases = [];
  while (waiting.size > 0) {
    const free = [...waiting].filter(([, needs]) => needs.size === 0).map(([id]) => id);
    const phase = free.length > 0 ? free : circle(waiting);
    phases.push(phase);
    for (const id of phase) waiting.delete(id);
    for (const needs of waiting.values()) for (const id of phase) needs.delete(id);
  }
  return phases;
}
function circle(waiting) {
  let best;
  for (const start of waiting.keys()) {
    const reached = /* @__PURE__ */ new Set([start]);
    for (const id of reached) for (const need of waiting.get(id) ?? []) reached.add(need);
    if (!best || reached.size < best.size) best = reached;
  }
  return [...best ?? waiting.keys()];
}

// src/conclude.ts
function conclude(conclusion) {
  const { system, judgements, scoring, sources, options, compared } = conclusion;
  const shown = judgements.filter((judgement) => isShown(judgement, options));
  const all = worstFirst(shown, gains(judgements, scoring)).map((finding) => withState(finding, compared));
  const findings = all.filter(compared.isInScope);
  const production = system.deployments.filter((deployment) => deployment.purpose === "production");
  return {
    tool: { name: TOOL.name, version: TOOL.version },
    deployments: system.deployments,
    scope: {
      workloads: system.workloads.length,
      images: system.images.length,
      deployments: production.length,
      services: system.services.length
    },
    judgements: shown,
    findings,
    score: conclusion.score,
    roadmap: conclusion.roadmap,
    gate: conclusion.gate,
    comparison: comparisonOf(conclusion, all),
    unverified: shown.flatMap(unverifiedOf),
    unreadable: system.unreadable,
    notEvaluated: system.notEvaluated,
    notices: [...conclusion.notices, ...shown.flatMap(unlistedOf)],
    internalErrors: [...judgements, ...conclusion.past.base?.judgements ?? []].flatMap(
      ({ rule, error }) => error ? [{ rule: rule.id, ...error }] : []
    ),
    sources: pointedAt(findings, sources),
    inventory: () => inventoryOf(system)
  };
}
function withState(finding, { stateOf }) {
  const state = finding.suppressed ? void 0 : stateOf(finding);
  return state === void 0 ? finding : { ...finding, baselineState: state };
}
function comparisonOf(conclusion, all) {
  const { options, compared, past } = conclusion;
  const { staged = false, baseline } = options;
  if (!staged && !baseline && !past.base) return null;
  const open = all.filter(({ suppressed }) => !suppressed);
  const count = (state) => open.filter((one) => one.baselineState === state).length;
  const isWanted2 = (rule) => conclusion.judgements.some((one) => one.rule.id === rule && isShown(one, options));
  return {
    staged,
    scope: scopeOf(options),
    elsewhere: open.filter((one) => one.baselineState !== "unchanged" && !compared.isInScope(one)).length,
    ...(past.base || baseline) && { counts: { new: count("new"), unchanged: count("unchanged") } },
    ...past.base && {
      since: {
        revision: past.base.revision,
        commit: past.base.commit,
        score: past.base.score?.total ?? null,
        fixed: compared.fixed.filter(({ rule }) => isWanted2(rule))
      }
    },
    ...baseline && { baseline: { path: baseline.path, stale: compared.stale } },
    renamed: [...compared.renamed].map(([from, to]) => ({ from, to })),
    scoreGates: options.scoreGates !== false
  };
}
function worstFirst(judgements, worth) {
  const all = judgements.flatMap(({ outcomes }) => outcomes.flatMap(({ findings }) => findings));
  const rank = (finding) => SEVERITIES.indexOf(finding.severity);
  return all.map((finding) => ({ ...finding, gain: worth.get(finding) ?? 0 })).sort(
    (a, b) => rank(a) - rank(b) || b.gain - a.gain || compare2(a.place.path, b.place.path) || a.place.line - b.place.line || compare2(a.rule, b.rule)
  );
}
function compare2(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function unverifiedOf({ rule, outcomes }) {
  return outcomes.filter((outcome) => outcome.status === "unverified").map(({ subject, subjectName, because, place }) => ({
    rule: rule.id,
    subject,
    subjectName,
    because: because ?? "the repository does not tell",
    ...place ? { place } : {}
  }));
}
function unlistedOf({ rule, unlisted = 0 }) {
  if (unlisted === 0) return [];
  const more = unlisted === 1 ? "1 more finding is" : `${unlisted} more findings are`;
  return [{ message: `${more} not listed: ${rule.id} finds too much in one subject` }];
}
function pointedAt(findings, sources) {
  const paths = new Set(
    findings.flatMap((finding) => [finding.place.path, ...finding.related.map((related) => related.place.path)])
  );
  return new Map([...sources].filter(([path]) => paths.has(path)));
}

// src/gate.ts
var NAMED2 = 3;
var NAMED_RULES = 5;
function gate(judgements, score2, options) {
  const { isJudged = () => true } = options;
  const open = openFindings(judgements).filter(isJudged);
  const conditions = [];
  if (score2 && options.minScore !== void 0) conditions.push(scoreCondition(score2.total, options.minScore));
  if (options.failOn !== "never") {
    const critical = open.filter((finding) => finding.severity === "critical");
    conditions.push(severityCondition("critical", "critical", critical, options));
    if (options.failOn !== "critical") conditions.push(belowCritical(open, options.failOn, options));
  }
  return { passed: conditions.every((condition) => condition.passed), conditions };
}
function scoreCondition(total, minScore) {
  const passed = total >= minScore;
  const shown = `score ${formatScore(total)}`;
  return { kind: "score", passed, message: passed ? `${shown} reaches ${minScore}` : `${shown} is below ${minScore}` };
}
function belowCritical(open, limit, words3) {
  const bad = open.filter((finding) => finding.severity !== "critical" && isAtLeast(finding.severity, limit));
  return severityCondition("severity", limit === "high" ? "high" : `high to ${limit}`, bad, words3);
}
function severityCondition(kind, severity, bad, { called, where }) {
  const what = called === void 0 ? severity : `${called} ${severity}`;
  const open = where === void 0 ? "open" : `open ${where}`;
  if (bad.length === 0) return { kind, passed: true, message: `no ${what} finding is ${open}` };
  const count = bad.length === 1 ? `1 ${what} finding is ${open}` : `${bad.length} ${what} findings are ${open}`;
  return { kind, passed: false, message: `${count}: ${naming(bad)}` };
}
function naming(findings) {
  if (findings.length <= NAMED2) {
    return findings.map(({ rule, subjectName, place }) => `${rule} on ${subjectName} (${place.path}:${place.line})`).join(", ");
  }
  const counts = /* @__PURE__ */ new Map();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rules2 = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const named2 = rules2.slice(0, NAMED_RULES).map(([rule, times]) => times === 1 ? rule : `${rule} (${times})`);
  const rest = rules2.length - named2.length;
  return rest > 0 ? `${named2.join(", ")} and ${rest} more ${rest === 1 ? "rule" : "rules"}` : named2.join(", ");
}
function openFindings(judgements) {
  return judgements.filter((judgement) => isScored(judgement.rule)).flatMap((judgement) => judgement.outcomes).filter((outcome) => outcome.weight > 0).flatMap((outcome) => outcome.findings).filter((finding) => !finding.suppressed);
}

// src/model/run-scripts.ts
var SCRIPT_LIMIT = 20;
function scriptsRunBy(workload2, tree) {
  const own = workload2.start?.script;
  const found = own ? [own] : [];
  const seen = /* @__PURE__ */ new Set();
  const add = (word) => {
    const script = seen.size < SCRIPT_LIMIT ? scriptAt(word, workload2, tree, seen) : void 0;
    if (script) found.push(script);
  };
  for (const word of workload2.start?.argv ?? []) if (word !== null) add(word);
  for (const script of found) for (const word of script.commands.flatMap((command2) => command2.words)) add(word);
  return found;
}
function scriptAt(word, workload2, tree, seen) {
  if (!/^[\w./-]{1,300}\.(?:sh|bash)$/.test(word)) return void 0;
  const given = workload2.mounts.flatMap((mount3) => mount3.files ?? []).find((file) => file.path === word)?.source;
  if (given) return unread(given, word, seen);
  const name = word.slice(word.lastIndexOf("/") + 1);
  const mounted = workload2.mounts.flatMap((mount3) => {
    const target = knownValue(mount3.target);
    const source = knownValue(mount3.source);
    if (mount3.type !== "bind" || target === void 0 || source === void 0) return [];
    if (target === word) return [source];
    return word.startsWith(`${target}/`) ? [`${source}/${word.slice(target.length + 1)}`] : [];
  });
  const context = workload2.image?.context?.path;
  const copied = context === void 0 ? [] : [joinPath(context, name), joinPath(context, `scripts/${name}`)];
  const folder = joinPath(directoryOf(workload2.at.path), workload2.pm2?.directory ?? ".");
  const beside = workload2.platform === "pm2" ? [joinPath(folder, word)] : [];
  for (const path of [...mounted, ...copied, ...beside]) {
    const source = tree.read(path.replace(/^\.\//, ""));
    if (source) return unread(source, "", seen);
  }
  return void 0;
}
function unread(source, part, seen) {
  const key = `${source.path}
${part}`;
  if (seen.has(key)) return void 0;
  seen.add(key);
  return parseShell(source.text, { path: source.path, start: 0, end: source.text.length });
}
var SCHEDULERS = /* @__PURE__ */ new Set(["cron", "crond", "supercronic", "go-cron", "busybox", "devcron", "yacron", "crontab"]);
function repeats(script) {
  return script.commands.some(
    (command2) => command2.inside.includes("loop") || command2.words[0] === "sleep" || SCHEDULERS.has(programOf(command2.words) ?? "") || command2.words.some((word) => /(^|\/)(crontabs?|cron\.d)(\/|$)/.test(word))
  );
}

// src/model/script-texts.ts
var FORMATS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci", "crontab"]);
function holdsScripts({ format, path }) {
  return FORMATS.has(format) || /\.service$/.test(path);
}
function scriptTexts(source, { format, path }) {
  if (/\.service$/.test(path)) return unitTexts(source);
  switch (format) {
    case "shell":
      return [{ script: parseShell(source.text, { path, start: 0, end: source.text.length }), scheduled: false }];
    case "makefile":
      return recipes(source);
    case "package-json":
      return packageScripts(source);
    case "crontab":
      return crontabLines(source);
    case "ci":
      return pipelineSteps(source);
    default:
      return [];
  }
}
function textAt(source, start, end, options) {
  return parseShell(source.text.slice(start, end), { path: source.path, start, end }, options);
}
function recipes(source) {
  const found = [];
  let name;
  for (const { 0: line, index } of source.text.matchAll(/^.*(?:\\\r?\n.*)*$/gm)) {
    const target = /^([\w./%-]+)(?:\s+[\w./%-]+)*\s*:(?!=)/.exec(line)?.[1];
    if (target !== void 0) name = target;
    else if (name !== void 0 && /^\t|^ {2,}\S/.test(line)) {
      const lead = /^\s*[@+-]*\s*/.exec(line)?.[0].length ?? 0;
      const text2 = line.slice(lead).replaceAll("$$", " $");
      const at2 = { path: source.path, start: index + lead, end: index + line.length };
      if (text2.trim() !== "")
        found.push({ script: parseShell(text2, at2, { exitOnError: true }), name, scheduled: false });
    } else if (/^\S/.test(line) && !line.startsWith("#")) name = void 0;
  }
  return found;
}
function packageScripts(source) {
  const opening = /"scripts"\s*:\s*\{/.exec(source.text);
  if (!opening) return [];
  const entry = /\s*"([^"\\]{1,200})"\s*:\s*"((?:[^"\\]|\\.)*)"\s*,?/y;
  const found = [];
  entry.lastIndex = opening.index + opening[0].length;
  for (let match2 = entry.exec(source.text); match2; match2 = entry.exec(source.text)) {
    const [whole2, name = "", text2 = ""] = match2;
    const start = match2.index + whole2.lastIndexOf(text2);
    const at2 = { path: source.path, start, end: start + text2.length };
    found.push({ script: parseShell(text2.replace(/\\(["\\/])/g, "$1"), at2), name, scheduled: false });
  }
  return found;
}
var CRON_LINE = /^[ \t]*(?:@\w+|(?:[\d*][\d*,/-]*|[A-Za-z]{3})(?:[ \t]+(?:[\d*][\d*,/-]*|[A-Za-z]{3}(?:-[A-Za-z]{3})?)){4})[ \t]+/;
function crontabLines(source) {
  const found = [];
  for (const { 0: line, index } of source.text.matchAll(/^.*$/gm)) {
    const time = CRON_LINE.exec(line)?.[0];
    if (time === void 0 || line.trimStart().startsWith("#")) continue;
    const user = /(?:^|\/)(?:cron\.d\/|crontab$)/.test(source.path) ? /^(?:root|[a-z_][a-z0-9_-]*)[ \t]+(?=[./A-Za-z])/.exec(line.slice(time.length))?.[0] ?? "" : "";
    found.push({ script: textAt(source, index + time.length + user.length, index + line.length), scheduled: true });
  }
  return found;
}
function unitTexts(source) {
  return [...source.text.matchAll(/^ExecStart(?:Pre|Post)?=[-@:+!]*(.*)$/gm)].map((match2) => {
    const start = match2.index + match2[0].length - (match2[1] ?? "").length;
    return { script: textAt(source, start, start + (match2[1] ?? "").length), scheduled: false };
  });
}
var STEP_KEYS = /* @__PURE__ */ new Set(["run", "script", "before_script", "after_script", "bash", "command", "commands", "sh"]);
var DEEPEST = 12;
var MOST_STEPS = 2e3;
function pipelineSteps(source) {
  const { documents } = parseYaml(source);
  const github = /(?:^|\/)\.(?:github|gitea|forgejo)\//.test(source.path);
  const scheduled = /^[ \t"']*schedule["']?:|\bschedules?\b/m.test(source.text);
  const found = [];
  const visit = (node, name, depth) => {
    if (!node || depth > DEEPEST || found.length > MOST_STEPS) return;
    if (node.kind === "list") for (const item of node.items) visit(item, name, depth + 1);
    for (const [key, value] of entriesOf(node)) {
      if (!STEP_KEYS.has(key)) {
        visit(value, depth <= 1 || name === void 0 || name === "jobs" ? key : name, depth + 1);
        continue;
      }
      const pipefail = !github || /bash/.test(textOf(child(node, "shell")) ?? "");
      for (const one of value.kind === "list" ? itemsOf(value) : [value]) {
        const text2 = textOf(one);
        if (text2 === void 0) visit(one, name, depth + 1);
        else {
          const script = parseShell(text2, one.at, { exitOnError: true, pipefail });
          found.push({ script, ...name === void 0 ? {} : { name }, scheduled });
        }
      }
    }
  };
  for (const { root } of documents) visit(root, void 0, 0);
  return found;
}

// src/model/backup/dumps.ts
var VOLUME_TOOLS = ["restic", "borg", "duplicity", "velero", "kopia", "rsnapshot"];
var TOOLS = new Map([...backupTools, ...VOLUME_TOOLS.map((tool) => [tool, ["volume"]])]);
var MENTION = new RegExp(`\\b(${[...TOOLS.keys()].map((tool) => tool.replace(/[^\w-]/g, ".")).join("|")})\\b`);
function mentionsDump(text2) {
  return MENTION.test(text2);
}
function dumpsIn(script, read = () => void 0) {
  const lists = loopLists(script.text);
  return script.commands.flatMap((command2) => dumpsOf(command2, { read, lists, depth: 0 }));
}
var THROUGH = /^(?:docker|docker-compose|podman|podman-compose|nerdctl|kubectl|oc|ssh)$/;
function dumpsOf(command2, reading) {
  const { words: words3 } = command2;
  const program = programOf(words3);
  const through = program !== void 0 && THROUGH.test(program) || /^\$[({]/.test(words3[0] ?? "");
  const inner = through || SHELL.test(words3[0] ?? "") ? dumpsInText(command2, reading) : void 0;
  if (inner) return inner;
  const names = through ? words3.map(baseName) : program === void 0 ? [] : [program];
  const tool = [...TOOLS.keys()].find((key) => {
    const [name = "", ...rest] = key.split(" ");
    return names.includes(name) && rest.every((word) => words3.includes(word));
  });
  if (tool === void 0 || setsUpStandby(tool, words3)) return [];
  const at2 = words3.findIndex((word) => baseName(word) === tool.split(" ")[0]);
  const inside = through ? containerIn(words3.slice(0, at2)) : void 0;
  const read = (name) => command2.assignments.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? reading.read(name);
  const { host, databases } = targetOf(tool, words3.slice(at2 + 1), { ...reading, read });
  return [
    {
      tool,
      covers: TOOLS.get(tool) ?? [],
      command: command2,
      // The host of a container is itself.
      ...inside === void 0 ? host === void 0 ? {} : { host } : { inside },
      ...databases === void 0 ? {} : { databases }
    }
  ];
}
var SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/;
var DEEPEST2 = 3;
function dumpsInText(command2, reading) {
  const { words: words3 } = command2;
  const shell = words3.findIndex((word, at2) => SHELL.test(word) && /^-\w*c$/.test(words3[at2 + 1] ?? ""));
  const text2 = shell === -1 || reading.depth >= DEEPEST2 ? void 0 : words3[shell + 2];
  if (text2 === void 0) return void 0;
  const inside = containerIn(words3.slice(0, shell));
  return parseShell(text2, { path: "", start: 0, end: 0 }).commands.flatMap((each) => dumpsOf(each, { ...reading, depth: reading.depth + 1 })).map(({ host, ...dump }) => ({
    ...dump,
    command: command2,
    ...inside === void 0 ? host === void 0 ? {} : { host } : { inside }
  }));
}
function baseName(word) {
  return word.slice(word.lastIndexOf("/") + 1);
}
function setsUpStandby(tool, words3) {
  return tool === "pg_basebackup" && words3.some((word) => word === "--write-recovery-conf" || /^-[a-zA-Z]*R$/.test(word));
}
function containerIn(words3) {
  if (words3.includes("run")) return void 0;
  const name = words3.findLast((word) => word !== "--" && !word.startsWith("-") && !/^[A-Za-z_]\w*=/.test(word));
  if (name === void 0 || name.includes("$") || /^(?:exec|run|sudo)$/.test(name)) return void 0;
  return name.replace(/^(?:pods?|po|deployments?|deploy|statefulsets?|sts)\//, "").replace(/^.*@/, "");
}
function targetOf(tool, words3, reading) {
  switch (tool) {
    case "pg_dump":
      return postgresTarget(words3, reading);
    case "mysqldump":
    case "mariadb-dump":
      return mysqlTarget(words3, reading);
    case "mongodump":
      return mongoTarget(words3, reading);
    default: {
      const host = filledIn(optionIn(words3, ["-h", "--host"]) ?? (/^pg_/.test(tool) ? "$PGHOST" : void 0), reading);
      return host === void 0 ? {} : { host };
    }
  }
}
var POSTGRES_VALUED = /^(?:-[EFfhnNpStTUZdje]|--(?:encoding|format|file|host|schema|exclude-schema|port|superuser|table|exclude-table|username|compress|dbname|jobs|extension|role|snapshot|lock-wait-timeout|section|exclude-table-data))$/;
function postgresTarget(words3, reading) {
  const [operand] = operandsIn(words3, POSTGRES_VALUED);
  const named2 = optionIn(words3, ["-d", "--dbname"]) ?? operand;
  const whole2 = filledIn(named2, reading);
  const pairs2 = whole2 === void 0 || !/[=:]/.test(whole2) ? void 0 : credentialsIn(whole2);
  const keyword = (key) => new RegExp(`(?:^|\\s)${key}\\s*=\\s*'?([^\\s']+)`).exec(whole2 ?? "")?.[1];
  const host = pairs2?.host || (keyword("host") ?? filledIn(optionIn(words3, ["-h", "--host"]) ?? "$PGHOST", reading));
  const user = optionIn(words3, ["-U", "--username"]) ?? "$PGUSER";
  const database = named2 === void 0 ? filledIn("$PGDATABASE", reading) ?? filledIn(user, reading) : pairs2 ? pairs2.database : keyword("dbname") ?? whole2;
  return withHost(host, databasesOf(named2 ?? "$PGDATABASE", database, reading));
}
var MYSQL_VALUED = /^(?:-[huPSrw]|--(?:host|user|port|socket|result-file|where|ignore-table|default-character-set|defaults-file|defaults-extra-file|protocol|max-allowed-packet|ssl-ca))$/;
function mysqlTarget(words3, reading) {
  const host = filledIn(optionIn(words3, ["-h", "--host"]) ?? "$MYSQL_HOST", reading);
  if (words3.some((word) => word === "--all-databases" || word === "-A")) return withHost(host, void 0);
  const operands = operandsIn(words3, MYSQL_VALUED);
  const several = words3.some((word) => word === "--databases" || word === "-B");
  const taken = several ? operands : operands.slice(0, 1);
  const names = taken.flatMap((word) => databasesOf(word, filledIn(word, reading), reading) ?? [null]);
  return withHost(host, names.length === 0 ? [null] : names);
}
function mongoTarget(words3, reading) {
  const uri = filledIn(optionIn(words3, ["--uri"]), reading);
  const found = uri === void 0 ? void 0 : credentialsIn(uri);
  const host = found?.host || filledIn(optionIn(words3, ["-h", "--host"]), reading)?.replace(/^.*\//, "").replace(/[:,].*$/, "");
  const option2 = optionIn(words3, ["-d", "--db"]);
  if (option2 === void 0) return withHost(host, found?.database ? [found.database] : void 0);
  return withHost(host, databasesOf(option2, filledIn(option2, reading), reading));
}
function withHost(host, databases) {
  return { ...host === void 0 ? {} : { host }, ...databases === void 0 ? {} : { databases } };
}
function databasesOf(word, value, { lists }) {
  const loop = lists.get(/^\$\{?(\w+)\}?$/.exec(word)?.[1] ?? "");
  if (loop) return loop.map((name) => /[$`*]/.test(name) ? null : name);
  return [value === void 0 || /[$`]/.test(value) ? null : value];
}
function filledIn(word, { read }) {
  if (word === void 0 || /`|\$\(/.test(word)) return void 0;
  let known2 = true;
  const filled = word.replace(
    /\$\{(\w+)(?::?-([^{}]*))?\}|\$(\w+)/g,
    (_, braced, fallback, plain) => {
      const value = read(braced ?? plain ?? "") ?? fallback;
      if (value === void 0) known2 = false;
      return value ?? "";
    }
  );
  return known2 && filled !== "" && !filled.includes("$") ? filled : void 0;
}
function optionIn(words3, names) {
  for (const [index, word] of words3.entries()) {
    for (const name of names) {
      if (word === name) return words3[index + 1];
      if (name.startsWith("--") && word.startsWith(`${name}=`)) return word.slice(name.length + 1);
      if (!name.startsWith("--") && word.startsWith(name) && word.length > 2 && !word.startsWith("--"))
        return word.slice(2);
    }
  }
  return void 0;
}
function operandsIn(words3, valued) {
  const found = [];
  for (let at2 = 0; at2 < words3.length; at2++) {
    const word = words3[at2] ?? "";
    if (valued.test(word)) at2++;
    else if (!word.startsWith("-")) found.push(word);
  }
  return found;
}
var LOOP = /\bfor\s+(\w+)\s+in\s+([^;\n]{1,1000})/g;
function loopLists(text2) {
  const found = /* @__PURE__ */ new Map();
  for (const [, name = "", list3 = ""] of text2.matchAll(LOOP)) {
    const words3 = list3.replace(/["']/g, "").split(/\s+/).filter((word) => word !== "" && word !== "do");
    if (!words3.some((word) => word.startsWith("$"))) found.set(name, words3);
  }
  return found;
}

// src/model/backup/backups.ts
function backupsOf(workloads, tree) {
  const ofWorkloads = workloads.flatMap((workload2) => workloadBackups(workload2, tree));
  const run = new Set(ofWorkloads.flatMap((backup) => backup.script?.at.path ?? []));
  const ofScripts = scriptBackups(tree, workloads).filter((backup) => !run.has(backup.at.path));
  return [...ofWorkloads, ...ofScripts];
}
function workloadBackups(workload2, tree) {
  if (workload2.software?.kind === "backup") return [dedicated(workload2)];
  if (workload2.software?.stateful) return [];
  const scripts = withArguments(scriptsRunBy(workload2, tree), workload2);
  const read = (name) => knownValue(workload2.environment.get(name)?.value);
  const all = scripts.flatMap((script) => dumpsIn(script, read).map((dump) => ({ script, dump })));
  const destinations = new Set(scripts.map(destinationOf));
  const destination = destinations.has("off-host") ? "off-host" : destinations.has("unknown") ? "unknown" : "host";
  const scheduled = workload2.schedule !== void 0 || workload2.longRunning && scripts.some(repeats);
  return byTarget(all.map(({ dump }) => dump)).map(({ dumps, ...target }) => {
    const script = all.find(({ dump }) => dump === dumps[0])?.script;
    return {
      ...target,
      workload: workload2,
      destination,
      scheduled,
      ...script ? { script } : {},
      missingTools: script ? missingTools(script, workload2.image, script.at) : [],
      at: workload2.start?.at ?? workload2.at
    };
  });
}
function withArguments(scripts, { start }) {
  if (scripts.length > 0 || !start || start.script) return scripts;
  const text2 = start.argv.map((word) => word === null ? '"$UNKNOWN"' : `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
  return [parseShell(text2, start.at, { exitOnError: true })];
}
function byTarget(dumps) {
  const groups = /* @__PURE__ */ new Map();
  for (const dump of dumps) {
    const key = JSON.stringify([dump.host, dump.inside]);
    groups.set(key, [...groups.get(key) ?? [], dump]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { host, inside, tool } = first;
    const named2 = group.flatMap((dump) => dump.databases ?? []);
    return [
      {
        covers: [...new Set(group.flatMap((dump) => dump.covers))],
        tool,
        ...host === void 0 ? {} : { host },
        ...inside === void 0 ? {} : { inside },
        ...group.every((dump) => dump.databases) ? { databases: [...new Set(named2)] } : {},
        dumps: group
      }
    ];
  });
}
function dedicated(workload2) {
  const image = workload2.software?.backup;
  const values = [...workload2.environment.values()];
  const isSet2 = (name) => workload2.environment.has(name);
  const remote = values.some(
    (variable) => image?.offHost.some((pattern) => pattern.test(variable.name)) && !isLocal(variable)
  );
  const host = values.find((variable) => image?.hostVariables.includes(variable.name));
  const list3 = values.find((variable) => image?.databaseVariables?.includes(variable.name));
  return {
    covers: image?.covers ?? ["volume"],
    tool: workload2.software?.name ?? workload2.name,
    workload: workload2,
    ...host?.value.known ? { host: host.value.value } : {},
    ...list3 ? databasesIn(list3) : {},
    destination: remote ? "off-host" : image && image.offHost.length > 0 ? "host" : "unknown",
    scheduled: workload2.schedule !== void 0 || image?.scheduled === "built-in" || image?.scheduled === "variable" && image.scheduleVariables.some(isSet2),
    missingTools: [],
    at: workload2.at
  };
}
function isLocal(variable) {
  return variable.value.known && (variable.value.value === "" || /^(\/|\.|file:)/.test(variable.value.value));
}
function databasesIn({ value }) {
  if (!value.known) return { databases: [null] };
  const names = value.value.split(/[\s,]+/).filter((name) => name !== "");
  return names.length === 0 || names.some((name) => /^all$/i.test(name)) ? {} : { databases: names };
}
function missingTools(script, image, at2) {
  const tools = imageTools(image, [script]);
  const called = script.commands.flatMap((command2) => programOf(command2.words) ?? []);
  const functions = new Set(
    called.filter(
      (name) => new RegExp(`(^|\\n)\\s*(function\\s+)?${name.replace(/\W/g, ".")}\\s*\\(\\)`).test(script.text)
    )
  );
  const missing = [...new Set(called)].filter(
    (name) => /^[a-z][\w.-]*$/i.test(name) && !functions.has(name) && tools.has(name) === false
  );
  return missing.map((tool) => ({ tool, at: at2 }));
}
function scriptBackups(tree, workloads) {
  const runBy = new Set(
    workloads.flatMap(
      (workload2) => workload2.software?.stateful ? [] : workload2.mounts.flatMap((mount3) => knownValue(mount3.source) ?? [])
    )
  );
  return tree.files.flatMap((file) => {
    if (!holdsScripts(file) && !isDeclaredJob(file)) return [];
    const source = tree.read(file.path);
    if (!source || !mentionsDump(source.text)) return [];
    const mounted = [...runBy].some((path) => file.path.startsWith(path));
    const texts3 = holdsScripts(file) ? scriptTexts(source, file) : [wholeText(source.text, file)];
    return texts3.flatMap((text2) => {
      const scheduled = text2.scheduled || mounted;
      return byTarget(dumpsIn(text2.script)).map(
        (target) => backupOf(target, text2, source, scheduled || isStarted(file, text2, tree))
      );
    });
  });
}
function isDeclaredJob({ format, path }) {
  return format === "yaml" && /\/cronjobs?[./-]|backup/i.test(path);
}
function wholeText(text2, { path }) {
  const script = parseShell(text2, { path, start: 0, end: text2.length });
  return { script, scheduled: /^\s*kind:\s*CronJob/m.test(text2) || /cron/i.test(path) };
}
function backupOf({ dumps, ...target }, { script }, source, scheduled) {
  const [first] = dumps;
  const verbatim = source.text.startsWith(script.text.slice(0, 40), script.at.start);
  const [tool = ""] = target.tool.split(" ");
  const found = verbatim ? script.at.start + (first?.command.start ?? 0) : source.text.indexOf(tool, script.at.start);
  const start = found === -1 ? script.at.start : found;
  const end = verbatim ? Math.min(script.at.start + (first?.command.end ?? 0), script.at.end) : start + tool.length;
  return {
    ...target,
    destination: destinationOf(script),
    scheduled,
    script,
    missingTools: [],
    at: start < end ? { path: script.at.path, start, end } : script.at
  };
}
var TIMED = /\bcron|schedule:|\* \* \*|OnCalendar=|@daily|@hourly|@midnight/;
function isStarted({ path, format }, { name }, tree) {
  if (/cron/i.test(path)) return true;
  const file = path.slice(path.lastIndexOf("/") + 1);
  if (/\.service$/.test(file)) return tree.exists(path.replace(/\.service$/, ".timer"));
  const words3 = name === void 0 ? file : name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const call = format === "makefile" ? new RegExp(`\\bmake[ \\t]+(?:[^\\s]{1,100}[ \\t]+){0,9}${words3}(?:\\s|$)`, "m") : format === "package-json" ? new RegExp(
    `\\b(?:npm|yarn|pnpm|bun)[ \\t]+(?:run[ \\t]+)?(?:-[^\\s]{1,100}[ \\t]+){0,9}${words3}(?:\\s|$|")`,
    "m"
  ) : void 0;
  return tree.files.some((other) => {
    if (other.path === path || !mayStart(other)) return false;
    const text2 = tree.read(other.path)?.text;
    return text2 !== void 0 && (call ? call.test(text2) : text2.includes(file)) && TIMED.test(text2);
  });
}
function mayStart({ format, path }) {
  return ["shell", "makefile", "yaml", "text", "ci", "crontab", "compose", "dockerfile"].includes(format) || /\.(?:service|timer)$/.test(path);
}

// door:src/model/code/schemas.ts
var room4;
function enter5() {
  return room4 ??= require("./model-code-schemas.js");
}
function schemasOf(...given) {
  return enter5().schemasOf(...given);
}

// src/model/code/signs.ts
var READ = /\.(?:[cm]?[jt]sx?|py|go)$/i;
function hasCode(tree) {
  return tree.files.some(({ path, format }) => format === "source" && READ.test(path));
}
var TELLS_PLATFORM = /(?:^|\/)(?:Procfile|fly\.toml|render\.ya?ml|railway\.(?:json|toml)|package\.json)$/;
function mayRunItself(tree) {
  return tree.files.some(({ path }) => TELLS_PLATFORM.test(path));
}
function mentionsSchemas(tree) {
  return tree.files.some(({ path }) => path.endsWith(".prisma") || path.endsWith(".sql"));
}
var NO_CODE = {
  services: [],
  notEvaluated: [],
  schemas: [],
  pools: [],
  processes: /* @__PURE__ */ new Map(),
  storeUses: /* @__PURE__ */ new Map()
};

// door:src/model/code.ts
var room5;
function enter6() {
  return room5 ??= require("./model-code.js");
}
function codeOf(...given) {
  return enter6().codeOf(...given);
}

// door:src/model/compose/deployments.ts
var room6;
function enter7() {
  return room6 ??= require("./model-compose-deployments.js");
}
function composeDeployments(...given) {
  return enter7().composeDeployments(...given);
}

// src/model/addresses.ts
var LONGEST = 2048;
var MOST = 50;
var HOST_WORDS = wordSet(
  "HOST HOSTNAME HOSTS SERVER SERVERS ADDR ADDRESS ADDRESSES BROKER BROKERS ENDPOINT SEEDS NODES"
);
var HOST_PORT = /^(?:\d{1,5}@)?([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)(?::(\d{1,5}))?$/;
var ORACLE = /^jdbc:oracle:thin:(?:([^/@]*)(?:\/[^@]*)?)?@(?:\/\/)?([\w.-]+)(?::(\d{1,5}))?(?:[:/]([\w.-]+))?$/i;
function addressesIn(variable, environment) {
  const text2 = partOf(variable);
  if (text2 === void 0 || text2 === "" || text2.length > LONGEST) return [];
  if (/^jdbc:oracle:/i.test(text2)) return oracle(text2);
  if (text2.includes("://")) return urlsIn(text2).flatMap(urlAddresses);
  const pairs2 = credentialsIn(text2);
  if (pairs2 && pairs2.host !== "") return [addressOf(pairs2, pairs2.host, pairs2.port)];
  return hostAddresses(text2, variable, environment);
}
function partOf({ value, raw, uses }) {
  if (value.known) return value.value.trim();
  let text2 = raw?.slice(0, LONGEST + 1);
  for (const { source, name, operator, argument = "" } of uses.slice(0, MOST)) {
    if (source === "default") text2 = text2?.replaceAll(`\${${name}${operator}${argument}}`, argument);
  }
  return text2?.trim();
}
function urlsIn(text2) {
  const bare = /^\[.*\]$/s.test(text2) ? text2.slice(1, -1).replace(/["']/g, "") : text2;
  return bare.split(/[,;\s]+(?=[a-z][a-z0-9+.-]{0,40}:\/\/)/i).slice(0, MOST);
}
function urlAddresses(url) {
  const found = credentialsIn(url);
  if (!found || found.host === "") return [];
  if (found.hosts.length < 2) return [addressOf(found, found.host, found.port)];
  const authority = /\/\/([^/?#]*)/.exec(url)?.[1] ?? "";
  const hosts2 = authority.slice(authority.lastIndexOf("@") + 1).split(",");
  return hosts2.slice(0, MOST).flatMap((part) => {
    const [, host, port3] = HOST_PORT.exec(part.trim()) ?? [];
    return host === void 0 ? [] : [addressOf(found, host, port3 === void 0 ? void 0 : Number(port3))];
  });
}
function addressOf({ scheme, user, password, database }, host, port3) {
  return {
    form: "url",
    scheme,
    host,
    ...port3 === void 0 ? {} : { port: port3 },
    ...user === void 0 ? {} : { user },
    password,
    ...database === void 0 ? {} : { database }
  };
}
function oracle(text2) {
  const [, user, host, port3, database] = ORACLE.exec(text2) ?? [];
  if (host === void 0) return [];
  return [
    {
      form: "url",
      scheme: "oracle",
      host,
      ...port3 === void 0 ? {} : { port: Number(port3) },
      ...user ? { user } : {},
      password: "unknown",
      ...database === void 0 ? {} : { database }
    }
  ];
}
function hostAddresses(text2, variable, environment) {
  const { name } = variable;
  const named2 = endsInWords(name, HOST_WORDS) || name.startsWith("PG") && HOST_WORDS.has(name.slice(2));
  const beside = named2 ? besideHost(name, environment) : {};
  return text2.split(/[,;\s]+/).slice(0, MOST).flatMap((part) => {
    const [, host, port3] = HOST_PORT.exec(part) ?? [];
    if (host === void 0 || !named2 && port3 === void 0) return [];
    const own = port3 === void 0 ? {} : { port: Number(port3) };
    return [{ form: named2 ? "named" : "bare", host, password: "unknown", ...beside, ...own }];
  });
}
function besideHost(name, environment) {
  const prefix = name.replace(/(?:HOSTNAME|HOST|SERVER|ADDRESS|ADDR)$/, "");
  if (prefix === name || prefix === "") return {};
  const valueOfFirst = (...endings) => {
    const found = endings.map((ending) => environment.get(prefix + ending)).find((one) => one !== void 0);
    return found?.value.known ? found.value.value : found && null;
  };
  const port3 = Number(valueOfFirst("PORT") ?? Number.NaN);
  const user = valueOfFirst("USER", "USERNAME");
  const database = valueOfFirst("NAME", "DATABASE", "DB", "DBNAME");
  const password = valueOfFirst("PASSWORD", "PASS", "PWD");
  return {
    ...Number.isInteger(port3) && port3 > 0 && port3 < 65536 ? { port: port3 } : {},
    ...user ? { user } : {},
    ...database ? { database } : {},
    ...password === "" ? { password: "none" } : password ? { password: "literal" } : {}
  };
}

// src/model/connections.ts
var EVERYWHERE = /^(?:0\.0\.0\.0|::|\*|\+)$/;
function environmentAddresses(workloads, names) {
  return workloads.flatMap(
    (from) => [...from.environment.values()].flatMap(
      (variable) => addressesIn(variable, from.environment).flatMap(
        (address) => address.host.includes("$") || EVERYWHERE.test(address.host) ? [] : [{ from, variable, address, answer: names.answer(address.host, address.port, from) }]
      )
    )
  );
}
function connectionsOf(addresses, names) {
  return addresses.flatMap(({ from, variable, address: { form, ...address }, answer }) => {
    const found = answer.kind === "workload" ? answer.workload : void 0;
    const to = found === from && LOOPBACK.test(address.host) ? void 0 : found;
    if (to === from || !to && form !== "url" && !isHost(address.host, form, from, names)) return [];
    return [{ from, ...to ? { to } : {}, ...address, variable, at: variable.at }];
  });
}
function isHost(host, form, from, names) {
  if (names.namesakes(host, from).length > 0) return true;
  return form === "named" && /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}$/i.test(host) && host !== "host.docker.internal";
}

// src/model/setting-span.ts
function settingSpan(workload2, name, variables = []) {
  for (const one of [name, ...variables]) {
    const variable = workload2.environment.get(one);
    if (variable) return variable.at;
  }
  return workload2.start?.text.includes(name) ? workload2.start.at : workload2.at;
}

// src/model/datastore/operated-setting.ts
var PARAMETERS = {
  CloudNativePG: [["postgresql", "parameters"]],
  PGO: [
    ["config", "parameters"],
    ["patroni", "dynamicConfiguration", "postgresql", "parameters"]
  ],
  "Percona Operator for PostgreSQL": [["patroni", "dynamicConfiguration", "postgresql", "parameters"]]
};
function operatedObject({ pod }, clusters) {
  for (const { objects } of clusters) {
    for (const object of objects) {
      if (object.kind === pod?.kind && object.name === pod.name && object.namespace === pod.namespace) return object;
    }
  }
  return void 0;
}
function operatedSetting(workload2, name, clusters) {
  const { pod, at: at2 } = workload2;
  const object = operatedObject(workload2, clusters);
  const places2 = PARAMETERS[pod?.operator ?? ""];
  const spec = object && child(object.node, "spec");
  for (const place of object && places2 ? places2 : ZALANDO) {
    const node = child(descend(spec, ...place), name);
    const text2 = textOf(node);
    if (node && text2 !== void 0) return { value: known(text2, node.at), at: node.at };
  }
  return object && places2 ? void 0 : { value: unknown(at2, "its operator sets it"), at: at2 };
}
var ZALANDO = [["postgresql", "parameters"]];

// src/model/datastore/server-files.ts
var DEEPEST3 = 5;
var MOST_FILES = 100;
function postgresFileSetting(workload2, facts, name, tree) {
  const { at: at2 } = workload2;
  const altered = alteredBy(workload2, name);
  if (altered) return altered;
  if (facts.distribution.id === "timescale" || facts.distribution.id.startsWith("timescale-"))
    return { value: unknown(at2, "the image sets it by the memory of the container"), at: at2 };
  if (facts.distribution.id === "spilo") return { value: unknown(at2, "Patroni sets it"), at: at2 };
  const named2 = postgresSetting(facts.argv, "config_file");
  const files = containerFilesOf(workload2, tree);
  for (const path of confPaths(named2, facts)) {
    if (path === void 0) return { value: unknown(at2, "the name of its configuration file is not known"), at: at2 };
    const found = files.find(path);
    if (found.state === "file")
      return inPostgresFile(found.file, name, files, { left: { count: MOST_FILES }, depth: 0 });
    if (named2.given === "yes") {
      const because = found.state === "unknown" ? found.because : `${path} is not in the repository`;
      return { value: unknown(at2, because), at: at2 };
    }
  }
  return mayAlter(workload2) ? { value: unknown(at2, "its initialisation scripts are not all in the repository"), at: at2 } : void 0;
}
function confPaths(named2, facts) {
  if (named2.given !== "no") return [named2.given === "yes" ? named2.value : void 0];
  if (facts.distribution.id === "bitnami")
    return ["/bitnami/postgresql/conf/postgresql.conf", "/opt/bitnami/postgresql/conf/postgresql.conf"];
  const samples = ["/usr/share/postgresql/postgresql.conf.sample", "/usr/local/share/postgresql/postgresql.conf.sample"];
  const data = facts.distribution.dataPath?.(facts);
  return [`${data ?? "/var/lib/postgresql/data"}/postgresql.conf`, ...samples];
}
function inPostgresFile({ path, source, at: at2 }, name, files, reading) {
  let last;
  const line = /^[ \t]*([A-Za-z_]+)[ \t]*(?:=[ \t]*|[ \t])('[^'\n]*'|[^#\s]+)/gm;
  for (const match2 of source.text.matchAll(line)) {
    const [whole2, key = "", value = ""] = match2;
    const span = { path: source.path, start: match2.index, end: match2.index + whole2.length };
    const bare = value.replace(/^'(.*)'$/, "$1");
    if (key.toLowerCase() === name) last = { value: known(bare, span), at: span };
    else if (/^include(?:_if_exists)?$/i.test(key)) {
      const inner = bare.startsWith("/") ? bare : `${directoryOf(path)}/${bare}`;
      const found = mayGoOn(reading) ? files.find(inner) : void 0;
      if (found?.state === "file") last = inPostgresFile(found.file, name, files, deeper(reading)) ?? last;
      else last = { value: unknown(span, `${inner} is not in the repository`), at: span };
    } else if (/^include_dir$/i.test(key)) last = inDirectory(bare, path, name, files, reading, span) ?? last;
  }
  return last ?? (source.malformed ? { value: unknown(at2, `${path} is not a text`), at: at2 } : void 0);
}
function mayGoOn({ left, depth }) {
  return depth < DEEPEST3 && left.count-- > 0;
}
function deeper({ left, depth }) {
  return { left, depth: depth + 1 };
}
function inDirectory(directory, from, name, files, reading, at2) {
  const inner = directory.startsWith("/") ? directory : `${directoryOf(from)}/${directory}`;
  const found = mayGoOn(reading) ? files.match(`${inner}/*.conf`) : void 0;
  if (!found || found.hidden) return { value: unknown(at2, `${inner} is not in the repository`), at: at2 };
  let last;
  for (const file of found.files) last = inPostgresFile(file, name, files, deeper(reading)) ?? last;
  return last;
}
function alteredBy({ ownFiles }, name) {
  const statement = new RegExp(
    `\\balter\\s{1,20}system\\s{1,20}set\\s{1,20}${name}\\s{0,20}(?:=|\\bto\\b)\\s{0,20}'?(\\w+)`,
    "i"
  );
  for (const source of ownFiles?.texts ?? []) {
    if (!/alter\s{1,20}system/i.test(source.text)) continue;
    const found = statement.exec(source.text);
    if (!found) continue;
    const at2 = { path: source.path, start: found.index, end: found.index + found[0].length };
    return { value: known(found[1] ?? "", at2), at: at2 };
  }
  return void 0;
}
function mayAlter({ ownFiles, mounts: mounts2 }) {
  if (ownFiles?.complete !== false) return false;
  return mounts2.some((mount3) => /docker-entrypoint-initdb\.d/.test(knownValue(mount3.target) ?? ""));
}
var MYSQL_FILES = [
  "/etc/my.cnf",
  "/etc/mysql/my.cnf",
  "/etc/mysql/conf.d/*.cnf",
  "/etc/mysql/mariadb.conf.d/*.cnf",
  "/etc/my.cnf.d/*.cnf"
];
function mysqlFileSetting(workload2, name, tree) {
  const files = containerFilesOf(workload2, tree);
  let last;
  for (const pattern of MYSQL_FILES) {
    const found = files.match(pattern);
    for (const { source } of found.files) last = inOptionFile(source, name) ?? last;
    if (found.hidden) last = { value: unknown(found.hidden.at, found.hidden.because), at: found.hidden.at };
  }
  return last;
}
function inOptionFile(source, name) {
  let isServer = false;
  let last;
  const line = /^[ \t]*(?:\[([^\]\n]*)\]|([\w-]+)[ \t]*=[ \t]*([^#\s]+))/gm;
  for (const match2 of source.text.matchAll(line)) {
    const [whole2, section, key, value = ""] = match2;
    if (section !== void 0) isServer = /^(?:mysqld|mariadbd?|server)(?:[-.\d]*)$/i.test(section.trim());
    else if (isServer && key?.replaceAll("-", "_").toLowerCase() === name) {
      const at2 = { path: source.path, start: match2.index, end: match2.index + whole2.trimEnd().length };
      last = { value: known(value, at2), at: at2 };
    }
  }
  return last;
}

// src/model/datastore/database-servers.ts
var POSTGRES_DEFAULT = 100;
var POSTGRES_RESERVED = 3;
var MYSQL_DEFAULT = 151;
function databaseServersOf(workloads, clusters, tree) {
  return workloads.flatMap((workload2) => {
    const engine = workload2.longRunning && !workload2.clientOf ? engineOf(workload2) : void 0;
    return engine ? [serverOf(workload2, engine, clusters, tree)] : [];
  });
}
function engineOf({ software }) {
  if (software?.id === "postgres") return "postgres";
  return software?.id === "mysql" || software?.id === "mariadb" ? "mysql" : void 0;
}
function serverOf(workload2, engine, clusters, tree) {
  const read = readerOf(workload2, engine, clusters, tree);
  const set = read("max_connections");
  const maximum = set && numberOf(set);
  return {
    workload: workload2,
    engine,
    maximum: maximum ?? known(engine === "postgres" ? POSTGRES_DEFAULT : MYSQL_DEFAULT, workload2.at),
    isDefault: maximum === void 0,
    reserved: engine === "postgres" ? reservedOf(read) : 0,
    ignored: ignoredBy(workload2),
    example: exampleFor(workload2, engine)
  };
}
function reservedOf(read) {
  const own = (name, otherwise) => {
    const set = read(name);
    return (set && knownValue(numberOf(set))) ?? otherwise;
  };
  return own("superuser_reserved_connections", POSTGRES_RESERVED) + own("reserved_connections", 0);
}
function numberOf({ value, at: at2 }) {
  if (!value.known) return value;
  const text2 = value.value.trim().replace(/^(['"])(.*)\1$/, "$2");
  if (/^\d{1,7}$/.test(text2)) return known(Number(text2), at2);
  const because = text2.startsWith("$") ? "is set outside the repository" : "is not a number";
  return unknown(at2, `${text2.slice(0, 40)} ${because}`);
}
function readerOf(workload2, engine, clusters, tree) {
  if (workload2.pod?.operator) return (name) => operatedSetting(workload2, name, clusters);
  const facts = serviceFactsOf(workload2);
  if (!facts) return () => ({ value: unknown(workload2.at, "its image is not known"), at: workload2.at });
  const onFile = engine === "postgres" ? (name) => postgresFileSetting(workload2, facts, name, tree) : (name) => mysqlFileSetting(workload2, name, tree);
  return (name) => commandSetting(workload2, engine, facts, name) ?? onFile(name);
}
function commandSetting(workload2, engine, facts, name) {
  const at2 = settingSpan(workload2, name);
  const told = engine === "postgres" ? postgresSetting(facts.argv, name) : option(facts.argv, name);
  if (told.given === "unknown") return { value: unknown(at2, "its command is not known in full"), at: at2 };
  if (told.given === "yes")
    return { value: told.value === void 0 ? unknown(at2, "its command does not tell") : known(told.value, at2), at: at2 };
  return engine === "postgres" ? fromVariables(workload2, name) : fromExtraFlags(workload2, name);
}
function fromVariables({ environment, distribution }, name) {
  const initial = environment.get("POSTGRES_INITDB_ARGS");
  const given = initial?.value.known ? new RegExp(`(?:-c|--set)[= ]*${name}=(\\w+)`).exec(initial.value.value)?.[1] : void 0;
  if (initial && given !== void 0) return { value: known(given, initial.at), at: initial.at };
  if (distribution?.id !== "bitnami") return void 0;
  const flags = environment.get("POSTGRESQL_EXTRA_FLAGS");
  if (flags && !flags.value.known) return { value: flags.value, at: flags.at };
  const told = postgresSetting(splitWords2(flags?.value.known ? flags.value.value : ""), name);
  if (told.given === "yes" && told.value !== void 0 && flags)
    return { value: known(told.value, flags.at), at: flags.at };
  if (name !== "max_connections") return void 0;
  const own = environment.get("POSTGRESQL_MAX_CONNECTIONS") ?? environment.get("POSTGRES_MAX_CONNECTIONS");
  return own?.value.known && own.value.value === "" ? void 0 : own && { value: own.value, at: own.at };
}
function fromExtraFlags({ environment, distribution }, name) {
  const flags = distribution?.id.startsWith("bitnami") ? environment.get("MARIADB_EXTRA_FLAGS") ?? environment.get("MYSQL_EXTRA_FLAGS") : void 0;
  if (!flags?.value.known) return flags && { value: flags.value, at: flags.at };
  const told = option(["mysqld", ...splitWords2(flags.value.value)], name);
  return told.given === "yes" && told.value !== void 0 ? { value: known(told.value, flags.at), at: flags.at } : void 0;
}
var MEANT = /(?:^|_)MAX_CONNECTIONS$/;
function ignoredBy({ environment, distribution }) {
  const ignored2 = distribution?.variables?.ignored ?? [];
  return [...environment.values()].filter(
    ({ name }) => MEANT.test(name) && ignored2.some(({ pattern }) => pattern.test(name))
  );
}
function exampleFor({ pod, distribution }, engine) {
  if (pod?.operator) return (connections) => `max_connections: "${connections}" among the parameters of ${pod.name}`;
  if (engine === "mysql") return (connections) => `command: --max-connections=${connections}`;
  if (distribution?.id === "bitnami") return (connections) => `POSTGRESQL_MAX_CONNECTIONS: ${connections}`;
  const form = pod ? "args: [-c, max_connections=" : "command: postgres -c max_connections=";
  return (connections) => `${form}${connections}${pod ? "]" : ""}`;
}

// src/model/datastore/poolers.ts
var DEFAULTS = { max_client_conn: 100, default_pool_size: 20, pool_mode: "session" };
function poolersOf(workloads, connections, clusters, tree) {
  return workloads.flatMap((workload2) => {
    if (workload2.software?.kind !== "pooler") return [];
    const servers = serversBehind(workload2, { workloads, connections });
    const read = readerOf2(workload2, clusters, tree);
    return [
      {
        workload: workload2,
        servers,
        clients: numberOf2(read("max_client_conn")),
        perPair: numberOf2(read("default_pool_size")),
        mode: read("pool_mode")
      }
    ];
  });
}
function serversBehind(pooler, { workloads, connections }) {
  const named2 = connections.flatMap(({ from, to }) => from === pooler && to && isPostgres(to) ? [to] : []);
  if (named2.length > 0) return named2;
  const all = workloads.filter((other) => other.deployment === pooler.deployment && isPostgres(other));
  return all.length === 1 ? all : [];
}
function isPostgres({ software }) {
  return software?.id === "postgres" || software?.speaks === "postgres";
}
function numberOf2(fact) {
  if (!fact.known) return fact;
  return /^\d{1,7}$/.test(fact.value) ? known(Number(fact.value), fact.at) : unknown(fact.at, "it is not a number");
}
function readerOf2(workload2, clusters, tree) {
  if (workload2.pod?.operator) return operatedReader(workload2, clusters);
  if (workload2.software?.id === "pgpool") return pgpoolReader(workload2);
  const file = fileReader(workload2, tree);
  return file ?? ((name) => fromEnvironment(workload2, name));
}
function operatedReader(workload2, clusters) {
  const object = operatedObject(workload2, clusters);
  const bouncer = descend(object?.node, "spec", "pgbouncer");
  if (!bouncer) return () => unknown(workload2.at, "its operator sets it");
  return (name) => {
    const node = name === "pool_mode" ? child(bouncer, "poolMode") : child(child(bouncer, "parameters"), name);
    const text2 = textOf(node);
    return node && text2 !== void 0 ? known(text2, node.at) : known(String(DEFAULTS[name]), workload2.at);
  };
}
function pgpoolReader({ environment, distribution, mounts: mounts2, at: at2 }) {
  const children = environment.get("PGPOOL_NUM_INIT_CHILDREN");
  return (name) => {
    if (name === "pool_mode") return known("session", at2);
    if (children) return children.value;
    const isKnown = distribution?.id === "bitnami" && mounts2.length === 0;
    return isKnown ? known("32", at2) : unknown(at2, "its configuration is not in the repository");
  };
}
var FILES = [
  "/etc/pgbouncer/pgbouncer.ini",
  "/bitnami/pgbouncer/conf/pgbouncer.ini",
  "/opt/bitnami/pgbouncer/conf/pgbouncer.ini"
];
function fileReader(workload2, tree) {
  const files = containerFilesOf(workload2, tree);
  for (const path of FILES) {
    const found = files.find(path);
    if (found.state === "unknown") return () => unknown(found.at, found.because);
    if (found.state !== "file") continue;
    const { source } = found.file;
    return (name) => {
      const line = new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*([^\\s;#]+)`, "im").exec(source.text);
      if (line) return known(line[1] ?? "", { path: source.path, start: line.index, end: line.index + line[0].length });
      if (/^[ \t]*%include/m.test(source.text)) return unknown(workload2.at, `${source.path} takes in another file`);
      return known(String(DEFAULTS[name]), { path: source.path, start: 0, end: 0 });
    };
  }
  return void 0;
}
function fromEnvironment({ environment, distribution, at: at2 }, name) {
  if (!distribution) return unknown(at2, "its image is not known");
  const bare = name.toUpperCase();
  const variable = environment.get(distribution.id === "edoburu" ? bare : `PGBOUNCER_${bare}`);
  if (!variable || variable.value.known && variable.value.value === "") return known(String(DEFAULTS[name]), at2);
  return variable.value.known ? known(variable.value.value, variable.at) : variable.value;
}

// src/model/declared.ts
var NOTHING_DECLARED = {
  deployments: [],
  unreadable: [],
  notEvaluated: [],
  productionFiles: /* @__PURE__ */ new Set()
};

// src/model/encryption.ts
function encryptionOf(tree, { workloads, proxies, clusters }, upstream = false) {
  const found = [
    ...proxies.flatMap((proxy) => proxy.weight > 0 ? proxy.listeners.filter((one) => one.tls).map((one) => one.at) : []),
    ...workloads.flatMap((workload2) => encryptsForOthers(workload2, proxies) ?? []),
    ...clusters.flatMap(({ objects }) => objects.flatMap((object) => isEncrypted(object) ? [object.at] : []))
  ];
  const own = workloads.filter(encryptsItself).map(({ id }) => id);
  return { upstream, at: found.length > 0 || upstream ? found : setUpElsewhere(tree), own: new Set(own) };
}
var TUNNELS = ["cloudflared", "ngrok", "tailscale", "localtunnel", "inlets"];
var COMPANIONS = /* @__PURE__ */ new Set(["acme-companion", "letsencrypt-nginx-proxy-companion", "acme.sh", "swag"]);
var CERTIFICATE = /(?:^|_)(?:SSL|TLS|HTTPS)_?(?:CERT|CERTIFICATE|KEY|KEYFILE|CERTFILE|PORT|ENABLED|ON)\b|^HTTPS$/;
var TLS_PORTS = /* @__PURE__ */ new Set([443, 8443]);
function encryptsForOthers(workload2, proxies) {
  const repository = knownValue(workload2.image?.reference)?.repository ?? "";
  const name = repository.slice(repository.lastIndexOf("/") + 1);
  if (COMPANIONS.has(name) || mayTunnel(repository) && isTunnel(workload2)) return workload2.at;
  if (workload2.role !== "proxy" || proxies.some((proxy) => proxy.workloads.includes(workload2))) return void 0;
  return workload2.published.find(isForTls)?.at;
}
function mayTunnel(repository) {
  return repository.split("/").some((part) => TUNNELS.some((tool) => part.startsWith(tool) && !/^\w/.test(part.slice(tool.length))));
}
function isTunnel({ start, environment }) {
  if (start && /\b(?:tunnel|http|serve|funnel)\b/.test(start.text) && !/proxy-dns/.test(start.text)) return true;
  return ["TUNNEL_TOKEN", "NGROK_AUTHTOKEN", "TS_AUTHKEY"].some((name) => environment.has(name));
}
function encryptsItself({ role, published, environment }) {
  if (role !== "user-facing") return false;
  if (published.some(isForTls)) return true;
  return [...environment.values()].some(
    ({ name, value }) => CERTIFICATE.test(name) && !(value.known && /^(?:|0|false|no|off)$/i.test(value.value))
  );
}
function isForTls(port3) {
  return [port3.container, port3.host].some((one) => one?.known === true && TLS_PORTS.has(one.value));
}
var CERTIFICATES = /^(?:Certificate|ManagedCertificate|ClusterIssuer|Issuer)$/;
function isEncrypted({ kind, node }) {
  if (CERTIFICATES.test(kind)) return true;
  const annotations = entriesOf(descend(node, "metadata", "annotations"));
  if (annotations.some(([name]) => /ssl-cert|certificate|cert-manager\.io|ssl-redirect|tls/i.test(name))) return true;
  const spec = child(node, "spec");
  if (kind === "Gateway")
    return listenersOf(spec).some(
      (one) => /^(?:HTTPS|TLS)$/.test(textOf(child(one, "protocol")) ?? "") || child(one, "tls") !== void 0
    );
  return /^(?:Ingress|IngressRoute|IngressRouteTCP|Route|HTTPProxy|VirtualServer)$/.test(kind) && (child(spec, "tls") ?? descend(spec, "virtualhost", "tls")) !== void 0;
}
function listenersOf(spec) {
  const servers = itemsOf(child(spec, "servers"));
  return [...itemsOf(child(spec, "listeners")), ...servers, ...servers.flatMap((one) => child(one, "port") ?? [])];
}
var PLATFORM = /(?:^|\/)(?:fly\.toml|render\.ya?ml|railway\.(?:json|toml)|vercel\.json|netlify\.toml)$/;
var TERRAFORM = /\b(?:aws_acm_certificate|certificate_arn|google_compute_(?:managed_)?ssl_certificate|azurerm_(?:application_gateway|cdn_frontdoor\w*|frontdoor)|digitalocean_certificate|cloudflare_\w+|acme_certificate|hcloud_\w*certificate)\b/;
var ON_HOST = /\b(?:certbot\s+(?:certonly|--nginx|--apache|run|--standalone)|acme\.sh\s+--issue|tailscale\s+(?:serve|funnel)|cloudflared\s+tunnel)\b/;
function setUpElsewhere(tree) {
  for (const { path, format } of tree.files) {
    if (PLATFORM.test(path)) return [{ path, start: 0, end: 0 }];
    const pattern = /\.tf$/i.test(path) ? TERRAFORM : isScript(format, path) ? ON_HOST : void 0;
    const found = pattern?.exec(tree.read(path)?.text ?? "");
    if (found) return [{ path, start: found.index, end: found.index + found[0].length }];
  }
  return [];
}
function isScript(format, path) {
  return format === "shell" || format === "makefile" || format === "ci" || /(?:^|\/)(?:ansible|playbooks?|roles)\/.*\.ya?ml$/i.test(path);
}

// src/model/command-paths.ts
function directoriesOf(before, folder, path) {
  const changed = changedFolder(before) ?? folder;
  const own = directoryOf(path);
  return [...changed === void 0 ? [] : [joinPath(".", changed), joinPath(own, changed)], own, "."];
}
function changedFolder(text2) {
  const match2 = /(?:^|[\s;&("'])(?:cd|pushd)\s+["']?([\w./-]+)|^\s*(?:-\s+)?working-directory:\s*["']?([\w./-]+)/.exec(
    text2
  );
  const folder = match2?.[1] ?? match2?.[2];
  return folder === void 0 || folder.startsWith("/") ? void 0 : folder;
}
function resolveName(name, directories, tree) {
  const bare = name.replace(/^(?:\$\{\w+\}|\$\([^()]{1,200}\)|\$\w+)\//, "");
  if (bare === "" || bare.startsWith("/") || bare.includes("$")) return void 0;
  return directories.map((directory) => joinPath(directory, bare)).find((path) => path !== "." && tree.exists(path));
}

// src/model/script-variables.ts
var MOST_VALUES = 8;
var LONGEST_VALUE = 4096;
var DEEPEST4 = 5;
var ASSIGNMENT = /^[ \t]*(?:-[ \t]+)?(?:(?:export|readonly|local|override|declare(?:[ \t]+-\w+)?)[ \t]+)?([A-Za-z_]\w*)([ \t]*(?:::?|\?|\+)?=|:(?=[ \t]))[ \t]*(\S.*)$/;
var OPENS = /^\s*(?:if|case|ifeq|ifneq|ifdef|ifndef)\b(?!.*(?:\bfi|\besac)\s*;?\s*$)/;
var CLOSES = /^\s*(?:fi|esac|endif)\b/;
var REFERENCE = /\$\{([A-Za-z_]\w*)(?:\[[@*]\])?(?::?-([^{}]*))?\}|\$\(([A-Za-z_]\w*)\)|\$([A-Za-z_]\w*)/g;
function scriptVariables(lines, yaml) {
  const variables = /* @__PURE__ */ new Map();
  let conditions = 0;
  for (const line of lines) {
    if (line.length > LONGEST_VALUE) continue;
    if (OPENS.test(line)) conditions++;
    if (CLOSES.test(line)) conditions = Math.max(0, conditions - 1);
    const [, name = "", operator = "", written = ""] = ASSIGNMENT.exec(line) ?? [];
    if (name === "" || operator === ":" && !(yaml && /^[A-Z]/.test(name))) continue;
    const value = writtenValue(written);
    if (value === void 0) continue;
    const before = variables.get(name) ?? [];
    const own = /* @__PURE__ */ new Map([[name, before.length > 0 ? before : [""]]]);
    const isSometimes = conditions > 0 && !OPENS.test(line) || /^\s*\S.*(?:&&|;\s*then)\s/.test(line.slice(0, line.indexOf(name)));
    const values = operator.includes("+") ? added(before.length > 0 ? before : [""], value, isSometimes) : mentions(value, name) ? expand(value, own) : [...before, value];
    variables.set(name, [...new Set(values)].slice(0, MOST_VALUES));
  }
  return variables;
}
function added(before, value, isSometimes) {
  const together2 = (one) => `${one} ${value}`.trim();
  if (!isSometimes) return before.map(together2);
  const [without2 = "", ...more] = before;
  const all = together2(before[before.length - 1] ?? "");
  return [without2, ...more.slice(0, MOST_VALUES - 3), together2(without2), all];
}
function writtenValue(written) {
  const text2 = written.trim();
  if (/[`]|\$\((?![A-Za-z_]\w*\))/.test(text2)) return void 0;
  const quoted2 = /^(["'])(.*)\1\s*(?:#.*)?;?$/.exec(text2)?.[2];
  if (quoted2 !== void 0) return quoted2;
  const list3 = /^\(([^()]*)\)/.exec(text2)?.[1];
  return (list3 ?? text2.replace(/\s+#.*$/, "")).trim();
}
function mentions(value, name) {
  return [...value.matchAll(REFERENCE)].some((match2) => (match2[1] ?? match2[3] ?? match2[4]) === name);
}
function expand(text2, variables) {
  let texts3 = [text2.replace(/"(\$\{\w+\[[@*]\]\})"/g, "$1")];
  for (let depth = 0; depth < DEEPEST4; depth++) {
    const next = [...new Set(texts3.flatMap((one) => expandOnce(one, variables)))].slice(0, MOST_VALUES);
    if (next.every((one, index) => one === texts3[index])) return next;
    texts3 = next;
  }
  return texts3;
}
function expandOnce(text2, variables) {
  const used = /* @__PURE__ */ new Map();
  for (const match2 of text2.matchAll(REFERENCE)) {
    const name = match2[1] ?? match2[3] ?? match2[4] ?? "";
    const values = variables.get(name);
    if (values && used.size < 3) used.set(name, values);
  }
  let combinations = [/* @__PURE__ */ new Map()];
  for (const [name, values] of used) {
    combinations = combinations.flatMap((one) => values.map((value) => new Map([...one, [name, value]]))).slice(0, MOST_VALUES);
  }
  return combinations.map(
    (one) => text2.replace(REFERENCE, (whole2, braced, fallback, made, bare) => {
      const name = braced ?? made ?? bare ?? "";
      return one.get(name) ?? (fallback !== void 0 && !variables.has(name) ? fallback : whole2);
    }).slice(0, LONGEST_VALUE)
  );
}

// src/model/image/bake.ts
var MOST_TARGETS = 200;
var LONGEST2 = 2e4;
function isBakeFile(name) {
  return /^docker-bake(?:\.override)?\.(?:hcl|json)$/.test(name);
}
function bakeTargets(source) {
  if (source.path.endsWith(".json")) return jsonTargets(source);
  return [...source.text.matchAll(/^target[ \t]+"[^"\n]{1,200}"[ \t]*\{/gm)].slice(0, MOST_TARGETS).flatMap(({ 0: head, index }) => {
    const start = index + head.length;
    const text2 = source.text.slice(start, start + LONGEST2);
    const end = text2.search(/^\}/m);
    const body = end === -1 ? text2 : text2.slice(0, end);
    const value = (name) => new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*"([^"\\n]*)"`, "m").exec(body)?.[1];
    const [, list3 = ""] = /^[ \t]*tags[ \t]*=[ \t]*\[([^\]]*)\]/m.exec(body) ?? [];
    const tags = [...list3.matchAll(/"([^"\n]*)"/g)].flatMap(([, tag]) => tag ?? []);
    return targetOf2(tags, value("context"), value("dockerfile"), value("target"));
  });
}
function jsonTargets(source) {
  const root = parseYaml(source).documents[0]?.root;
  return entriesOf(descend(root, "target")).flatMap(([, target]) => {
    const text2 = (name) => textOf(child(target, name));
    const tags = itemsOf(child(target, "tags")).flatMap((item) => textOf(item) ?? []);
    return targetOf2(tags, text2("context"), text2("dockerfile"), text2("target"));
  });
}
function targetOf2(tags, context = ".", dockerfile, target) {
  if (tags.length === 0 || [context, dockerfile, target].some((one) => one?.includes("$") || one?.includes("://")))
    return [];
  return [{ tags, context, ...dockerfile !== void 0 && { dockerfile }, ...target !== void 0 && { target } }];
}

// src/model/image/job-matrix.ts
var MOST_JOBS = 100;
function matrixOf(job2) {
  const matrix = descend(job2, "strategy", "matrix");
  let jobs = [/* @__PURE__ */ new Map()];
  for (const [name, values] of entriesOf(matrix)) {
    if (name === "include" || name === "exclude" || values.kind !== "list") continue;
    jobs = jobs.flatMap((one) => itemsOf(values).map((value) => new Map([...one, ...valuesOf(name, value)]))).slice(0, MOST_JOBS);
  }
  const included = itemsOf(child(matrix, "include")).map(
    (item) => new Map(entriesOf(item).flatMap(([name, value]) => valuesOf(name, value)))
  );
  const isBare = jobs.length === 1 && jobs[0]?.size === 0;
  return included.length === 0 ? jobs : [...isBare ? [] : jobs, ...included].slice(0, MOST_JOBS);
}
function valuesOf(name, value) {
  if (value.kind === "map")
    return entriesOf(value).flatMap(([key, inner]) => {
      const text3 = textOf(inner);
      return text3 === void 0 ? [] : [[`${name}.${key}`, text3]];
    });
  const text2 = textOf(value);
  return text2 === void 0 ? [] : [[name, text2]];
}
function filledFrom(values, text2) {
  if (values.size === 0) return text2;
  return text2.replace(
    /\$\{\{[ \t]*matrix\.([\w.-]{1,100})[ \t]*\}\}/g,
    (whole2, name) => values.get(name) ?? whole2
  );
}

// src/model/image/builds.ts
var SCRIPTS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);
var COMMAND = /\b(?:docker|podman|nerdctl|buildah)\s+(?:buildx\s+|image\s+)?(?:build|bud)\s[^\n;|&]*/g;
var MENTIONED = /\b(?:docker|podman|nerdctl|buildah)\s+(?:buildx\s+|image\s+)?(?:build|bud)\s|docker\/build-push-action/;
var LONGEST_LINE = 4096;
var MOST_LINES = 5e3;
var MOST_BUILDS = 500;
function namedBuilds(tree, dockerfiles, composed) {
  const found = tree.files.flatMap((file) => buildsIn(file, tree)).slice(0, MOST_BUILDS);
  const others = found.flatMap(({ names, request }) => {
    const repositories = [...new Set(names.flatMap((name) => repositoryOf(name) ?? []))];
    const key = [request.context, request.dockerfile, request.target].map((one) => knownValue(one) ?? "").join("\n");
    return repositories.map((repository) => ({ repository, key, use: () => builtImage(request, tree, dockerfiles) }));
  });
  return [...composedBuilds(composed), ...others];
}
function composedBuilds(deployments) {
  return deployments.flatMap(
    ({ workloads, onRequest }) => [...workloads, ...onRequest].flatMap(({ image, clientOf, software, distribution, version }) => {
      if (image?.origin !== "built" || image.builtAs === void 0) return [];
      const own = clientOf ? {} : { ...software ? { software } : {}, ...distribution ? { distribution } : {} };
      const use = { image, files: image.files, ...own, ...version && !clientOf ? { version } : {} };
      return [{ repository: image.builtAs, key: image.id, use: () => use }];
    })
  );
}
function repositoryOf(name) {
  const bare = name.trim().replace(/\$\{\{[^{}]{0,200}\}\}|\$\{[^{}]{0,200}\}|\$\(\w{1,100}\)|\$\w+/g, "*");
  const untagged = bare.replace(/:[^/:]*$/, "");
  if (!untagged.includes("*")) return parseImageReference(untagged)?.repository;
  const [, rest = ""] = /^.{0,200}\*[^/*]{0,200}\/([a-z0-9._/-]+)$/.exec(untagged) ?? [];
  return rest !== "" && parseImageReference(rest) ? `*/${rest}` : void 0;
}
function buildsIn(file, tree) {
  if (/(?:^|\/)skaffold[^/]*\.ya?ml$/.test(file.path)) {
    const source2 = tree.read(file.path);
    return source2 ? skaffoldBuilds(source2) : [];
  }
  if (isBakeFile(fileName(file.path))) {
    const source2 = tree.read(file.path);
    return source2 ? bakeBuilds(source2) : [];
  }
  if (!SCRIPTS.has(file.format)) return [];
  const source = tree.read(file.path);
  if (!source || !MENTIONED.test(source.text)) return [];
  return [...commandBuilds(source, file, tree), ...file.format === "ci" ? actionBuilds(source) : []];
}
function requestAt(name, at2, parts) {
  return { name, inline: false, arguments: /* @__PURE__ */ new Map(), contexts: /* @__PURE__ */ new Set(), at: at2, ...parts };
}
function skaffoldBuilds(source) {
  const builders = ["buildpacks", "jib", "bazel", "custom", "ko"];
  return parseYaml(source).documents.flatMap(
    ({ root }) => itemsOf(descend(root, "build", "artifacts")).flatMap((artifact) => {
      const image = child(artifact, "image");
      const name = textOf(image);
      if (!image || name === void 0 || builders.some((key) => child(artifact, key) !== void 0)) return [];
      const docker = child(artifact, "docker") ?? child(artifact, "kaniko");
      const context = textOf(child(artifact, "context")) ?? ".";
      return [
        { names: [name], request: requestOf(name, image.at, joinPath(directoryOf(source.path), context), docker) }
      ];
    })
  );
}
function requestOf(name, at2, context, settings) {
  const dockerfile = textOf(child(settings, "dockerfile"));
  const target = textOf(child(settings, "target"));
  return requestAt(name, at2, {
    context: known(context, at2),
    ...dockerfile === void 0 ? {} : { dockerfile: known(dockerfile, at2) },
    ...target === void 0 ? {} : { target: known(target, at2) },
    arguments: new Map(entriesOf(child(settings, "buildArgs")).map(([key, value]) => [key, textOf(value) ?? null]))
  });
}
function commandBuilds(source, file, tree) {
  const lines = source.text.replace(/\\\r?\n/g, " ").split(/\r?\n/).slice(0, MOST_LINES);
  const variables = scriptVariables(lines, file.format === "ci");
  const jobs = source.text.includes("matrix.") ? matricesIn(source) : [];
  const matrix = (line) => jobs.length > 0 && line.includes("matrix.") ? [...new Set(jobs.map((values) => filledFrom(values, line)))] : [line];
  const found = [];
  let folder;
  for (const line of lines) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue;
    for (const filled of line.includes("$") ? matrix(line).flatMap((one) => expand(one, variables)) : [line]) {
      for (const { 0: command2, index } of filled.matchAll(COMMAND)) {
        const build5 = commandBuild(command2, directoriesOf(filled.slice(0, index), folder, file.path), source, tree);
        if (build5) found.push(build5);
      }
    }
    folder = changedFolder(line) ?? folder;
  }
  return found;
}
function matricesIn(source) {
  return parseYaml(source).documents.flatMap(
    ({ root }) => entriesOf(child(root, "jobs")).flatMap(([, job2]) => matrixOf(job2))
  );
}
var WITH_VALUE = /^(?:--(?:tag|file|target|build-arg|platform|label|cache-from|cache-to|network|progress|secret|ssh|output|builder|iidfile|metadata-file|build-context|add-host|memory|shm-size|ulimit|annotation|attest|allow)|-[tfom])$/;
function commandBuild(command2, directories, source, tree) {
  const plain = command2.replace(/\$\([^()\n]*[^()\w\n][^()\n]*\)/g, "$_");
  const all = (splitWords(plain) ?? plain.split(/\s+/)).map((word) => word.replace(/^["'`(]+|["'`),]+$/g, ""));
  const words3 = all.slice(all.findIndex((word) => word === "build" || word === "bud") + 1);
  const options = /* @__PURE__ */ new Map();
  let context;
  for (let at3 = 0; at3 < words3.length; at3++) {
    const word = words3[at3] ?? "";
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? /^(-[tfom])(.+)$/.exec(word) ?? [];
    if (WITH_VALUE.test(name)) {
      const value = inline ?? words3[++at3] ?? "";
      options.set(name, [...options.get(name) ?? [], value]);
    } else if (!word.startsWith("-") && word !== "") context ??= word;
  }
  const names = [...options.get("-t") ?? [], ...options.get("--tag") ?? []];
  const place = context === void 0 || context === "-" ? void 0 : folderOf(context, directories, tree);
  if (names.length === 0 || place === void 0) return void 0;
  const at2 = { path: source.path, start: 0, end: 0 };
  const file = options.get("-f")?.[0] ?? options.get("--file")?.[0];
  const target = options.get("--target")?.[0];
  const dockerfile = file === void 0 ? void 0 : fileOf(file, directories, place, tree);
  if (file !== void 0 && dockerfile === void 0) return void 0;
  return {
    names,
    request: requestAt(names[0] ?? "", at2, {
      context: known(place, at2),
      ...dockerfile === void 0 ? {} : { dockerfile: known(dockerfile, at2) },
      ...target === void 0 || target.includes("$") ? {} : { target: known(target, at2) }
    })
  };
}
function folderOf(name, directories, tree) {
  if (name.includes("$") || name.includes("://") || name.startsWith("/")) return void 0;
  return directories.map((directory) => joinPath(directory, name)).find((path) => tree.exists(path));
}
function fileOf(name, directories, context, tree) {
  const path = name.includes("$") ? void 0 : directories.map((one) => joinPath(one, name)).find((one) => tree.exists(one));
  if (path === void 0) return void 0;
  const depth = context === "." ? 0 : context.split("/").length;
  return `${"../".repeat(depth)}${path}`;
}
function actionBuilds(source) {
  return parseYaml(source).documents.flatMap(
    ({ root }) => entriesOf(child(root, "jobs")).flatMap(([, job2]) => {
      const steps = itemsOf(child(job2, "steps"));
      if (!steps.some(isAction)) return [];
      return matrixOf(job2).flatMap(
        (values) => steps.flatMap((step2) => isAction(step2) ? actionBuild(step2, steps, values) : [])
      );
    })
  );
}
function isAction(step2) {
  return /^docker\/build-push-action@/.test(textOf(child(step2, "uses")) ?? "");
}
function actionBuild(step2, steps, values) {
  const input = (of, name) => {
    const text3 = textOf(descend(of, "with", name));
    return text3 === void 0 ? void 0 : filledFrom(values, text3);
  };
  const tags = input(step2, "tags") ?? "";
  const metadata = /steps\.([\w-]+)\.outputs\.tags/.exec(tags)?.[1];
  const named2 = metadata === void 0 ? void 0 : steps.find((one) => textOf(child(one, "id")) === metadata);
  const text2 = metadata === void 0 ? tags : named2 ? input(named2, "images") ?? "" : "";
  const names = text2.split(/[\n,]/).map((name) => name.trim());
  const context = input(step2, "context") ?? ".";
  const file = input(step2, "file");
  const target = input(step2, "target");
  if (`${context}${file ?? ""}${target ?? ""}`.includes("${{")) return [];
  const place = joinPath(".", context);
  const depth = place === "." ? 0 : place.split("/").length;
  const request = requestAt(names[0] ?? "", step2.at, {
    context: known(place, step2.at),
    // Given from the root of the repository.
    ...file === void 0 ? {} : { dockerfile: known(`${"../".repeat(depth)}${joinPath(".", file)}`, step2.at) },
    ...target === void 0 ? {} : { target: known(target, step2.at) }
  });
  return [{ names: names.filter((name) => name !== ""), request }];
}
function bakeBuilds(source) {
  const at2 = { path: source.path, start: 0, end: 0 };
  return bakeTargets(source).map(({ tags, context, dockerfile, target }) => ({
    names: tags,
    request: requestAt(tags[0] ?? "", at2, {
      context: known(joinPath(directoryOf(source.path), context), at2),
      ...dockerfile === void 0 ? {} : { dockerfile: known(dockerfile, at2) },
      ...target === void 0 ? {} : { target: known(target, at2) }
    })
  }));
}

// src/model/image/unused-images.ts
var MANIFESTS = ["package.json", "pyproject.toml", "requirements.txt", "Pipfile", "go.mod", "Cargo.toml", "pom.xml"];
function unusedImages(tree, dockerfiles, weight) {
  const unused = dockerfiles.all().filter(({ path }) => !dockerfiles.used.has(path) && !isDevelopmentFile(path));
  const images = [];
  for (const file of withoutCopies(unused, tree)) {
    const context = directoryOf(file.path);
    const settings = { arguments: /* @__PURE__ */ new Map(), ...ignored(tree, file.path, context) };
    const dockerfile = resolveDockerfile(file, settings);
    if (!dockerfile) continue;
    const at2 = dockerfile.stage.fromAt;
    images.push({
      id: `image:${file.path}`,
      kind: "image",
      name: file.path,
      weight,
      at: at2,
      files: [file.path],
      origin: "built",
      dockerfile,
      stages: stagesOf(dockerfile, settings),
      context: buildContextOf(tree, {
        path: context,
        present: true,
        at: at2,
        declared: false,
        ...dockerfile.ignoreFile ? { ignoreFile: dockerfile.ignoreFile } : {}
      }),
      usedBy: []
    });
  }
  return images;
}
function withoutCopies(files, tree) {
  const groups = /* @__PURE__ */ new Map();
  for (const file of files.toSorted((one, other) => depthOf(one.path) - depthOf(other.path))) {
    const code = MANIFESTS.map((name) => tree.read(joinPath(directoryOf(file.path), name))?.text ?? "").join("\n");
    const group = groups.get(file.source.text) ?? /* @__PURE__ */ new Map();
    groups.set(file.source.text, group);
    if (!group.has(code)) group.set(code, file);
  }
  const kept = /* @__PURE__ */ new Set();
  for (const group of groups.values()) {
    const [first] = group.values();
    const own = [...group].flatMap(([code, file]) => code.trim() === "" ? [] : file);
    for (const file of own.length > 0 ? own : first ? [first] : []) kept.add(file);
  }
  return files.filter((file) => kept.has(file));
}

// door:src/model/kubernetes/backups.ts
var room7;
function enter8() {
  return room7 ??= require("./model-kubernetes-backups.js");
}
function clusterBackups(...given) {
  return enter8().clusterBackups(...given);
}

// src/model/command-context.ts
var FARTHEST = 100;
function commandPurpose(lines, index, path) {
  for (const name of [...namesAround(lines, index), ...path.split("/").reverse()]) {
    const purpose = purposeOfCommand(nameWords(name));
    if (purpose) return purpose;
  }
  return void 0;
}
function namesAround(lines, index) {
  const line = lines[index] ?? "";
  const script = /^\s*"([\w:.-]+)"\s*:\s*"/.exec(line)?.[1];
  if (script !== void 0) return [script];
  const names = [];
  let indent = indentOf(line);
  for (let at2 = index - 1; at2 >= 0 && index - at2 <= FARTHEST && (indent > 0 || names.length === 0); at2--) {
    const text2 = lines[at2] ?? "";
    if (text2.trim() === "" || /^\s*#/.test(text2)) continue;
    const own = indentOf(text2);
    const name = nameOf(text2);
    if (own < indent || own === indent && /^\s*-\s+name:/.test(text2)) {
      if (name !== void 0) names.push(name);
      indent = Math.min(indent, own);
    } else if (own === 0 && /^\w[\w-]*\)\s*$|^\w[\w-]*\s*\(\)\s*\{/.test(text2)) break;
  }
  return names;
}
function indentOf(line) {
  const start = line.search(/[^ \t]/);
  return start === -1 ? 0 : start;
}
function nameOf(line) {
  const text2 = line.trim().slice(0, 200);
  return /^-?\s*name:\s*(.+)$/.exec(text2)?.[1] ?? /^["']?([\w.-]+)["']?\s*:(?!=)/.exec(text2)?.[1] ?? /^(?:function\s+)?([\w-]+)\s*\(\)/.exec(text2)?.[1] ?? /^\(?["']?([\w|-]+)["']?\)/.exec(text2)?.[1] ?? /^(?:el)?if\s.*==?\s*["']?(\w+)["']?\s*\]/.exec(text2)?.[1];
}

// src/parse/compose/attributes.ts
const { posix } = require("node:path");

// src/parse/compose/nodes.ts
function scalarOf(text2, at2, type = "string") {
  return { kind: "scalar", at: at2, text: text2, type };
}
function nullAt(at2) {
  return { kind: "scalar", at: at2, text: null, type: "null" };
}
function mapOf(at2, pairs2) {
  const entries = /* @__PURE__ */ new Map();
  for (const [key, node] of pairs2) if (node) entries.set(key, { keyAt: node.at, node });
  return { kind: "map", at: at2, entries };
}
function listOf(at2, items) {
  return { kind: "list", at: at2, items };
}
function withEntry(map2, key, node, keyAt = node.at) {
  const entries = new Map(map2.entries);
  const before = entries.get(key);
  entries.set(key, before ? { ...before, node } : { keyAt, node });
  return { ...map2, entries };
}
function without(map2, ...keys) {
  if (!keys.some((key) => map2.entries.has(key))) return map2;
  const entries = new Map(map2.entries);
  for (const key of keys) entries.delete(key);
  return { ...map2, entries };
}
function mapEntries(map2, change2) {
  let entries;
  map2.entries.forEach((entry, key) => {
    const node = change2(entry.node, key);
    if (!entries && node === entry.node) return;
    entries ??= entriesBefore(map2, key);
    if (node) entries.set(key, node === entry.node ? entry : { ...entry, node });
  });
  return entries ? { ...map2, entries } : map2;
}
function entriesBefore(map2, end) {
  const entries = /* @__PURE__ */ new Map();
  for (const [key, entry] of map2.entries) {
    if (key === end) break;
    entries.set(key, entry);
  }
  return entries;
}
function mapItems(list3, change2) {
  let items;
  for (const [index, item] of list3.items.entries()) {
    const node = change2(item, index);
    if (node === item) continue;
    items ??= [...list3.items];
    items[index] = node;
  }
  return items ? { ...list3, items } : list3;
}
function below(path, key) {
  return path === "" ? key : `${path}.${key}`;
}
function isUnknown(node) {
  return node?.kind === "scalar" && (node.interpolation?.state === "unknown" || node.interpolation?.state === "required");
}
function isNull(node) {
  return node?.kind === "scalar" && node.text === null;
}
function knownText(node) {
  return node?.kind === "scalar" && node.text !== null && !isUnknown(node) ? node.text : void 0;
}
function sameNode(a, b) {
  if (a === b) return true;
  if (a.kind === "scalar" && b.kind === "scalar") return a.text === b.text && a.type === b.type;
  if (a.kind === "list" && b.kind === "list") {
    return a.items.length === b.items.length && a.items.every((item, i) => sameNode(item, b.items[i] ?? item));
  }
  if (a.kind !== "map" || b.kind !== "map" || a.entries.size !== b.entries.size) return false;
  for (const [key, { node }] of a.entries) {
    const other = b.entries.get(key);
    if (!other || !sameNode(node, other.node)) return false;
  }
  return true;
}
function fingerprint(node) {
  if (node.kind === "scalar") return `${node.type.charAt(0)}${JSON.stringify(node.text)}`;
  if (node.kind === "list") return `[${node.items.map(fingerprint).join()}]`;
  const parts = [...node.entries].map(([key, entry]) => `${JSON.stringify(key)}:${fingerprint(entry.node)}`);
  return `{${parts.sort().join()}}`;
}
function patterns(byPath2) {
  const root = { children: /* @__PURE__ */ new Map() };
  for (const [path, value] of byPath2) {
    let at2 = root;
    for (const part of path.split(".")) {
      const next = at2.children.get(part) ?? { children: /* @__PURE__ */ new Map() };
      at2.children.set(part, next);
      at2 = next;
    }
    at2.value = value;
  }
  return root;
}
function step(pattern, key) {
  return pattern?.children.get(key) ?? pattern?.children.get("*");
}
function rewrite(node, pattern, apply2, inside = "not-inside") {
  if (!pattern) return node;
  const changed = pattern.value === void 0 ? node : apply2(pattern.value, node);
  if (pattern.value !== void 0 && inside === "not-inside" || pattern.children.size === 0) return changed;
  if (changed.kind === "map") {
    return mapEntries(changed, (child2, key) => rewrite(child2, step(pattern, key), apply2, inside));
  }
  if (changed.kind === "scalar") return changed;
  return mapItems(changed, (item) => rewrite(item, step(pattern, "[]"), apply2, inside));
}

// src/parse/compose/template.ts
var NAME = /[_a-zA-Z][_a-zA-Z0-9]*/y;
var OPERATOR = /:?[-+?]/y;
function parseTemplate(text2) {
  const pieces = [];
  let literalFrom = 0;
  let dollar = text2.indexOf("$");
  while (dollar !== -1) {
    const next = text2.charAt(dollar + 1);
    const piece = next === "$" ? void 0 : next === "{" ? readBraced(text2, dollar) : readBare(text2, dollar);
    if (piece === "invalid") return [...pieces, { kind: "invalid" }];
    if (piece || next === "$") {
      if (dollar > literalFrom) pieces.push({ kind: "literal", text: text2.slice(literalFrom, dollar) });
      pieces.push(piece ?? { kind: "literal", text: "$" });
      literalFrom = piece?.end ?? dollar + 2;
    }
    dollar = text2.indexOf("$", Math.max(literalFrom, dollar + 1));
  }
  if (literalFrom < text2.length) pieces.push({ kind: "literal", text: text2.slice(literalFrom) });
  return pieces;
}
function match(pattern, text2, at2) {
  pattern.lastIndex = at2;
  return pattern.exec(text2)?.[0];
}
function readBare(text2, dollar) {
  const name = match(NAME, text2, dollar + 1);
  if (name === void 0) return void 0;
  return { kind: "variable", name, operator: "", argument: "", start: dollar, end: dollar + 1 + name.length };
}
function readBraced(text2, dollar) {
  const name = match(NAME, text2, dollar + 2);
  if (name === void 0) return "invalid";
  const behind = dollar + 2 + name.length;
  if (text2.charAt(behind) === "}") {
    return { kind: "variable", name, operator: "", argument: "", start: dollar, end: behind + 1 };
  }
  const operator = match(OPERATOR, text2, behind);
  if (operator === void 0) return "invalid";
  const from = behind + operator.length;
  const lineBreak = text2.indexOf("\n", from);
  const close = closingBrace(text2, from, lineBreak === -1 ? text2.length : lineBreak);
  if (close === void 0) return "invalid";
  return { kind: "variable", name, operator, argument: text2.slice(from, close), start: dollar, end: close + 1 };
}
function closingBrace(text2, from, lineEnd) {
  let open = 1;
  let last;
  for (let i = from; i < lineEnd; i += 1) {
    const character = text2.charCodeAt(i);
    if (character === 125) {
      last = i;
      open -= 1;
      if (open === 0) return i;
    } else if (character === 123) {
      open += 1;
      i += 1;
      if (text2.charCodeAt(i) === 125 && i < lineEnd) last = i;
    }
  }
  return last;
}

// src/parse/compose/interpolate.ts
var CHARACTERS_PER_NODE = 50;
var MAX_DEPTH = 100;
function interpolateText(text2, variables, placed) {
  return evaluate(text2, variables, placed, 0);
}
function evaluate(text2, variables, placed, depth) {
  if (!text2.includes("$")) return { text: text2, state: "literal", uses: [] };
  if (depth > MAX_DEPTH) return { text: text2, state: "invalid", uses: [] };
  let length = 0;
  let lastAt;
  const parts = parseTemplate(text2).map((piece) => {
    if (piece.kind === "invalid") return { text: "", state: "invalid", uses: [] };
    if (piece.kind === "literal") return { text: piece.text, state: "literal", uses: [] };
    const at2 = placed(piece.start, piece.end);
    const argumentAt = piece.end - 1 - piece.argument.length;
    const part = evaluateVariable(
      piece,
      variables,
      at2,
      () => evaluate(piece.argument, variables, (start, end) => placed(argumentAt + start, argumentAt + end), depth + 1)
    );
    length += part.text.length;
    lastAt = at2;
    return part;
  });
  const affordable = !lastAt || (variables.spend?.(length / CHARACTERS_PER_NODE, lastAt) ?? true);
  if (!affordable) return { text: "", state: "unknown", uses: [] };
  return join3(parts, variables);
}
function evaluateVariable({ name, operator, argument }, variables, at2, evaluateArgument) {
  const value = variables.lookup(name);
  const useOf = (source) => ({
    name,
    operator,
    ...operator === "" ? {} : { argument },
    at: at2,
    ...value?.at ? { valueAt: value.at } : {},
    source
  });
  const fromEnvironment2 = (text2, known2 = true) => ({
    text: text2,
    state: known2 ? "resolved" : "unknown",
    uses: [useOf("environment")]
  });
  const set = value !== void 0 && (!operator.startsWith(":") || value.text !== "" || !value.known);
  if (operator.endsWith("+")) {
    if (set) return join3([fromEnvironment2(""), evaluateArgument()], variables);
    if (value === void 0 && variables.unset === "unknown")
      return { text: "", state: "unknown", uses: [useOf("none")] };
    return fromEnvironment2("");
  }
  if (set) return fromEnvironment2(value.text, value.known);
  if (operator.endsWith("-"))
    return join3([{ text: "", state: "defaulted", uses: [useOf("default")] }, evaluateArgument()], variables);
  if (operator.endsWith("?")) {
    const reason = evaluateArgument();
    if (reason.state === "invalid" || reason.state === "required" && variables.unset === "empty") return reason;
    return { text: "", state: "required", uses: [useOf("none")], missing: { name, reason: reason.text } };
  }
  return { text: "", state: variables.unset === "unknown" ? "unknown" : "resolved", uses: [useOf("none")] };
}
var WORST_FIRST = ["invalid", "required", "unknown", "defaulted", "resolved", "literal"];
function join3(parts, { unset }) {
  const error = parts.find((part) => part.state === "invalid" || part.state === "required")?.state;
  const worst = WORST_FIRST.find((candidate) => parts.some((part) => part.state === candidate)) ?? "literal";
  const state = unset === "empty" && error ? error : worst;
  const missing = parts.find((part) => part.missing)?.missing;
  const text2 = parts.map((part) => part.text).join("");
  return { text: text2, state, uses: parts.flatMap((part) => part.uses), ...missing ? { missing } : {} };
}
function interpolateFile(root, context) {
  return mapEntries(root, (node, key) => interpolateNode(node, context, step(CASTS, key), key));
}
function interpolateNode(node, context, cast, path) {
  if (node.kind === "map") {
    return mapEntries(node, (child2, key) => interpolateNode(child2, context, step(cast, key), below(path, key)));
  }
  if (node.kind === "list") {
    return mapItems(node, (item) => interpolateNode(item, context, step(cast, "[]"), below(path, "[]")));
  }
  if (node.type !== "string" || node.text === null) return node;
  const value = interpolateScalar(node, context, path);
  return cast?.value && !isUnknown(value) ? castScalar(value, cast.value, context, path) : value;
}
function interpolateScalar(scalar3, context, path) {
  const raw = scalar3.text ?? "";
  if (!raw.includes("$")) return scalar3;
  const result = interpolateText(raw, context, finder(scalar3, raw, context));
  const problem = (message, code) => context.report({ at: scalar3.at, message, kind: "structure", code });
  if (result.state === "literal") return { ...scalar3, text: result.text };
  if (result.state === "invalid") {
    problem(`Invalid interpolation format for ${path}; a $ that is meant is written $$`, "interpolation");
    return { ...scalar3, interpolation: { raw, state: "unknown", uses: [] } };
  }
  if (result.state === "required" && context.unset === "empty") {
    const reason = result.missing?.reason ? `: ${result.missing.reason}` : "";
    problem(`The required variable ${result.missing?.name} has no value${reason}`, "required-variable");
  }
  const open = result.state === "unknown" || result.state === "required";
  return { ...scalar3, text: open ? raw : result.text, interpolation: { raw, state: result.state, uses: result.uses } };
}
function finder(scalar3, raw, context) {
  const { path, start: from, end: to } = scalar3.at;
  const written = context.sourceOf(path)?.text.slice(from, to) ?? "";
  const whole2 = written.indexOf(raw);
  if (whole2 !== -1) return (start, end) => ({ path, start: from + whole2 + start, end: from + whole2 + end });
  let cursor = 0;
  return (start, end) => {
    const expression = raw.slice(start, end);
    const found = written.indexOf(expression, cursor);
    if (found === -1) return scalar3.at;
    cursor = found + 2;
    return { path, start: from + found, end: from + found + expression.length };
  };
}
var CASTS = patterns(castPaths());
function castPaths() {
  const container2 = [
    ...[
      "cpu_count",
      "cpu_period",
      "cpu_quota",
      "cpu_rt_period",
      "cpu_rt_runtime",
      "cpu_shares",
      "oom_score_adj",
      "pids_limit",
      "ulimits.*",
      "ulimits.*.hard",
      "ulimits.*.soft"
    ].map((key) => [key, "integer"]),
    ...[
      "init",
      "networks.*.use_service_name_alias",
      "oom_kill_disable",
      "privileged",
      "read_only",
      "volumes.[].read_only",
      "volumes.[].volume.nocopy"
    ].map((key) => [key, "boolean"]),
    ["cpu_percent", "float"],
    ["cpus", "float32"],
    ["umask", "umask"]
  ];
  const workload2 = [
    ...["depends_on.*.required", "depends_on.*.restart", "healthcheck.disable", "stdin_open", "tty"].map(
      (key) => [key, "boolean"]
    ),
    ["healthcheck.retries", "integer"],
    ["ports.[].target", "integer"]
  ];
  const service2 = [
    ...[
      "deploy.replicas",
      "deploy.update_config.parallelism",
      "deploy.rollback_config.parallelism",
      "deploy.restart_policy.max_attempts",
      "deploy.placement.max_replicas_per_node",
      "scale"
    ].map((key) => [key, "integer"]),
    ["deploy.update_config.max_failure_ratio", "float"],
    ["deploy.rollback_config.max_failure_ratio", "float"]
  ];
  const under2 = (prefix, casts) => casts.map(([key, cast]) => [`${prefix}.${key}`, cast]);
  return [
    ...["external", "internal", "attachable", "enable_ipv4", "enable_ipv6"].map((key) => [
      `networks.*.${key}`,
      "boolean"
    ]),
    ...["volumes", "secrets", "configs"].map((key) => [`${key}.*.external`, "boolean"]),
    ...under2("services.*", [...container2, ...workload2, ...service2]),
    ...under2("services.*.pre_start.*", container2),
    ...under2("jobs.*", [...container2, ...workload2])
  ];
}
var BOOLEANS = new Map([
  ...["true", "y", "yes", "on"].map((word) => [word, "true"]),
  ...["false", "n", "no", "off"].map((word) => [word, "false"])
]);
function castText(text2, cast) {
  if (cast === "boolean") return BOOLEANS.get(text2.toLowerCase());
  if (cast === "integer") return /^[-+]?\d{1,100}$/.test(text2) ? String(BigInt(text2.replace(/^\+/, ""))) : void 0;
  if (cast === "umask") {
    return /^(0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/.test(text2) ? String(Number(text2.replace(/^0(?=[0-7])/, "0o"))) : void 0;
  }
  if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text2)) return void 0;
  return Number.isFinite(Number(text2)) ? printFloat(Number(text2)) : void 0;
}
function castScalar(scalar3, cast, context, path) {
  const text2 = castText(scalar3.text ?? "", cast);
  if (text2 !== void 0) return { ...scalar3, text: text2, type: cast === "boolean" ? "boolean" : "number" };
  const wanted = cast === "boolean" ? "a boolean" : cast === "float" || cast === "float32" ? "a number" : "a whole number";
  const message = `${path} must be ${wanted}, not ${JSON.stringify(scalar3.text)}`;
  context.report({ at: scalar3.at, message, kind: "structure", code: "wrong-type" });
  return scalar3;
}

// src/parse/compose/moment.ts
var MOMENT = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?(?:Z|([-+]\d\d):(\d\d))?)?$/;
function printMoment(source) {
  const parts = MOMENT.exec(source);
  if (!parts) return source;
  const [, year = "", month = "", day = "", hour = "0", minute = "0", second = "0", fraction = "", zone, zoneMinute] = parts;
  const two = (part) => part.padStart(2, "0");
  const rest = fraction.replace(/0+$/, "");
  const offset = `${zone ?? "+00"}${zoneMinute ?? "00"}`;
  const name = offset.endsWith("0000") ? "UTC" : offset;
  const time = `${two(hour)}:${two(minute)}:${two(second)}${rest === "" ? "" : `.${rest}`}`;
  return `${year}-${two(month)}-${two(day)} ${time} ${offset.replace("-0000", "+0000")} ${name}`;
}

// src/parse/compose/key-value.ts
function splitKeyValue(item, separator = "=") {
  const text2 = item.text ?? "";
  const cut = text2.indexOf(separator);
  if (cut === -1) return { key: text2, value: nullAt(item.at) };
  const key = text2.slice(0, cut);
  const value = scalarOf(text2.slice(cut + separator.length), item.at);
  const { interpolation } = item;
  if (!interpolation) return { key, value };
  const raw = interpolation.raw.slice(interpolation.raw.indexOf(separator) + separator.length);
  return { key, value: { ...value, interpolation: { ...interpolation, raw } } };
}
function keyValueMap(node, separator = "=") {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  for (const item of node.items) {
    if (item.kind !== "scalar") continue;
    const { key, value } = splitKeyValue(item, separator);
    entries.set(key, { keyAt: item.at, node: value });
  }
  return { kind: "map", at: node.at, entries };
}
function asText(node) {
  if (node.kind !== "scalar" || node.text === null) return node;
  if (node.tag === TIMESTAMP_TAG) {
    const { tag: _, ...scalar3 } = node;
    return { ...scalar3, text: printMoment(node.text) };
  }
  return node.type === "string" ? node : { ...node, type: "string" };
}

// src/parse/compose/loading.ts
function reject(loading, at2, code, message) {
  loading.report({ at: at2, message, kind: "structure", code });
}

// src/parse/compose/environment.ts
function readVariables(files, shell, loading) {
  const variables = /* @__PURE__ */ new Map();
  for (const { path, at: at2 } of files) {
    const source = loading.read(path);
    if (!source) {
      if (at2) loading.missing(path, at2);
      continue;
    }
    loading.took(path);
    const lookup = (name) => shell.get(name) ?? variables.get(name);
    for (const { name, value } of readLines(source, lookup, loading)) if (value) variables.set(name, value);
  }
  return variables;
}
function* readLines(source, lookup, loading) {
  const { entries, problems } = parseEnvironmentFile(source);
  for (const problem of problems) loading.report(problem);
  for (const entry of entries) yield readLine(entry, lookup, loading);
}
function readLine(entry, lookup, loading) {
  const { name, keyAt, at: at2, value: raw, quote } = entry;
  if (raw === null) {
    const value = lookup(name);
    return { name, keyAt, at: at2, value: value && { ...value, at: at2 }, raw: "" };
  }
  if (quote === "'" || !raw.includes("$")) return { name, keyAt, at: at2, value: { text: raw, known: true, at: at2 }, raw };
  const result = interpolateText(raw, { lookup, unset: loading.unset, spend: loading.spend }, () => at2);
  if (result.state === "invalid") {
    reject(loading, at2, "interpolation", `Invalid interpolation format for ${name}; a $ that is meant is written $$`);
  }
  if (result.state === "required" && loading.unset === "empty") {
    reject(loading, at2, "required-variable", `The required variable ${result.missing?.name} has no value`);
  }
  const known2 = !["invalid", "unknown", "required"].includes(result.state);
  return { name, keyAt, at: at2, value: { text: known2 ? result.text : raw, known: known2, at: at2 }, raw, result };
}
function resolveEnvironment(service2, variables, loading) {
  const own = ownEnvironment(service2.entries.get("environment")?.node, variables);
  const files = service2.entries.get("env_file")?.node;
  const entries = /* @__PURE__ */ new Map();
  for (const [name, entry] of own.entries()) if (knownValue2(entry.node)) entries.set(name, entry);
  const fromFiles = /* @__PURE__ */ new Map();
  const lookup = (name) => variables.get(name) ?? valueOfEntry(own.get(name)) ?? fromFiles.get(name);
  for (const item of files?.kind === "list" ? files.items : []) {
    if (!loading.spend(0, item.at)) break;
    for (const line of environmentFile(item, lookup, loading)) {
      if (!loading.spend(1, item.at)) break;
      if (!line.value) continue;
      fromFiles.set(line.name, line.value);
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) });
    }
  }
  for (const [name, entry] of own) entries.set(name, entry);
  if (entries.size === 0 && !service2.entries.has("environment")) return service2;
  const before = service2.entries.get("environment");
  const at2 = before?.node.at ?? files?.at ?? service2.at;
  const keyAt = before?.keyAt ?? files?.at ?? service2.at;
  const node = { kind: "map", at: at2, entries };
  return { ...service2, entries: new Map([...service2.entries, ["environment", { keyAt, node }]]) };
}
function knownValue2(node) {
  return node.kind === "scalar" && node.text !== null;
}
function valueOfEntry(entry) {
  const node = entry?.node;
  if (node?.kind !== "scalar" || node.text === null) return void 0;
  return { text: node.text, known: !isUnknown(node), at: node.at };
}
function ownEnvironment(node, variables) {
  const own = /* @__PURE__ */ new Map();
  if (node?.kind !== "map" && node?.kind !== "list") return own;
  for (const [name, entry] of keyValueMap(node).entries) {
    const value = variables.get(name);
    const passed = entry.node.kind === "scalar" && entry.node.text === null && value;
    own.set(
      name,
      passed ? { ...entry, node: passedThrough(name, entry, value) } : { ...entry, node: asText(entry.node) }
    );
  }
  return own;
}
function passedThrough(name, entry, value) {
  const use = {
    name,
    operator: "",
    at: entry.keyAt,
    ...value.at ? { valueAt: value.at } : {},
    source: "environment"
  };
  const state = value.known ? "resolved" : "unknown";
  return {
    kind: "scalar",
    at: entry.keyAt,
    text: value.text,
    type: "string",
    interpolation: { raw: "", state, uses: [use] }
  };
}
function passListed(node, variables) {
  if (node.kind !== "list") return node;
  return mapItems(node, (item) => {
    const name = knownText(item);
    const value = name === void 0 ? void 0 : variables.get(name);
    if (name === void 0 || !value) return item;
    const passed = passedThrough(name, { keyAt: item.at, node: item }, value);
    return { ...passed, text: `${name}=${value.text}` };
  });
}
function lineNode({ at: at2, value, result, raw }) {
  const scalar3 = { kind: "scalar", at: at2, text: value?.text ?? null, type: "string" };
  const state = result?.state;
  if (!result || state === void 0 || state === "literal") return scalar3;
  return { ...scalar3, interpolation: { raw, state: state === "invalid" ? "unknown" : state, uses: result.uses } };
}
function environmentFile(item, lookup, loading) {
  const pathNode = item.kind === "map" ? item.entries.get("path")?.node : item;
  const path = knownText(pathNode);
  if (path === void 0 || !pathNode) return [];
  const source = loading.read(path);
  if (!source) {
    const required = item.kind === "map" ? item.entries.get("required")?.node : void 0;
    if (required?.kind !== "scalar" || required.text === "true") loading.missing(path, pathNode.at);
    return [];
  }
  loading.took(path);
  const format = item.kind === "map" ? knownText(item.entries.get("format")?.node) : void 0;
  if (format === "raw") return rawLines(source, lookup, loading);
  if (format !== void 0 && format !== "") {
    reject(loading, item.at, "wrong-type", `${JSON.stringify(format)} is not a format of env files`);
  }
  return readLines(source, lookup, loading);
}
function* rawLines(source, lookup, loading) {
  let start = source.text.startsWith("\uFEFF") ? 1 : 0;
  for (const line of source.text.slice(start).split("\n")) {
    const text2 = line.replace(/\r$/, "").trimStart();
    const from = start + line.indexOf(text2);
    start += line.length + 1;
    if (text2 === "" || text2.startsWith("#")) continue;
    const cut = text2.indexOf("=");
    const name = cut === -1 ? text2 : text2.slice(0, cut);
    const keyAt = { path: source.path, start: from, end: from + name.length };
    const at2 = cut === -1 ? keyAt : { path: source.path, start: from + cut + 1, end: from + text2.length };
    if (name === "" || /\s/.test(name)) reject(loading, keyAt, "wrong-type", "The line has no proper variable name");
    else if (cut === -1) yield { name, keyAt, at: at2, value: lookup(name), raw: "" };
    else yield { name, keyAt, at: at2, value: { text: text2.slice(cut + 1), known: true, at: at2 }, raw: text2.slice(cut + 1) };
  }
}
function resolveLabels(service2, loading) {
  const files = service2.entries.get("label_file")?.node;
  if (files?.kind !== "list") return service2;
  const entries = /* @__PURE__ */ new Map();
  const labels = /* @__PURE__ */ new Map();
  for (const item of files.items) {
    if (!loading.spend(0, item.at)) break;
    for (const line of environmentFile(item, (name) => labels.get(name), loading)) {
      if (!loading.spend(1, item.at)) break;
      if (!line.value) continue;
      labels.set(line.name, line.value);
      entries.set(line.name, { keyAt: line.keyAt, node: lineNode(line) });
    }
  }
  const own = service2.entries.get("labels");
  if (own?.node.kind === "map") for (const [name, entry] of own.node.entries) entries.set(name, entry);
  const node = { kind: "map", at: own?.node.at ?? files.at, entries };
  return { ...service2, entries: new Map([...service2.entries, ["labels", { keyAt: own?.keyAt ?? files.at, node }]]) };
}

// src/parse/compose/attributes.ts
function finishAttribute(node, key, finishing, scale) {
  switch (key) {
    case "command":
    case "entrypoint":
      return isNull(node) ? void 0 : words(node, finishing.loading);
    case "labels":
    case "annotations":
    case "sysctls":
      return texts(node);
    case "extra_hosts":
      return hosts(node, finishing.loading);
    case "build":
      return build(node, finishing);
    case "healthcheck":
      return node.kind === "map" ? mapEntries(node, (child2, name) => name === "test" ? test(child2) : child2) : node;
    case "deploy":
      return deploy(node, scale);
    case "volumes":
      return node.kind === "list" ? mapItems(node, cleanTarget) : node;
    case "pull_policy":
      return knownText(node) === "if_not_present" ? { ...node, text: "missing" } : node;
    case "post_start":
    case "pre_stop":
      return hooks(node, finishing);
    default:
      return node;
  }
}
function deploy(node, scale) {
  if (node.kind !== "map") return node;
  const result = mapEntries(node, (child2, key) => key === "labels" ? texts(child2) : child2);
  return scale && !result.entries.has("replicas") ? withEntry(result, "replicas", scale) : result;
}
function hooks(node, finishing) {
  if (node.kind !== "list") return node;
  const items = node.items.map((item) => {
    if (item.kind !== "map") return item;
    const hook2 = mapEntries(
      item,
      (child2, key) => key === "command" && !isNull(child2) ? words(child2, finishing.loading) : child2
    );
    return resolveEnvironment(hook2, finishing.variables, finishing.loading);
  });
  return { ...node, items };
}
function words(node, loading) {
  if (node.kind !== "scalar") return node;
  const open = isUnknown(node);
  const found = commandWords(node.text ?? "", open);
  if (!found) {
    if (!open) reject(loading, node.at, "invalid-command", "The command has an open quote or parenthesis");
    return listOf(node.at, [node]);
  }
  return listOf(
    node.at,
    found.map((word) => wordOf(node, word, open))
  );
}
function wordOf(node, word, open) {
  const scalar3 = scalarOf(word, node.at);
  if (!node.interpolation || open && !word.includes("$")) return scalar3;
  return { ...scalar3, interpolation: open ? { ...node.interpolation, raw: word } : node.interpolation };
}
function test(node) {
  if (node.kind !== "scalar" || node.text === null) return node;
  return listOf(node.at, [scalarOf("CMD-SHELL", node.at), node]);
}
function texts(node) {
  if (node.kind === "scalar") return node;
  const map2 = keyValueMap(node);
  return mapEntries(map2, (child2) => isNull(child2) ? scalarOf("", child2.at) : asText(child2));
}
function hosts(node, loading) {
  if (node.kind === "scalar") return node;
  const entries = /* @__PURE__ */ new Map();
  const add = (host, keyAt, addresses) => {
    if (host === "" || /[:=]/.test(host))
      reject(loading, keyAt, "wrong-type", `${JSON.stringify(host)} is not a host name`);
    const before = entries.get(host)?.node;
    const items = before?.kind === "list" ? [...before.items, ...addresses] : addresses;
    entries.set(host, { keyAt, node: listOf(keyAt, items) });
  };
  const clean = (address) => ({ ...address, text: (address.text ?? "").replace(/^\[(.+)\]$/, "$1") });
  if (node.kind === "map") {
    for (const [host, entry] of node.entries) {
      const values = entry.node.kind === "list" ? entry.node.items : [entry.node];
      add(host, entry.keyAt, values.filter((value) => value.kind === "scalar").map(clean));
    }
    return { kind: "map", at: node.at, entries };
  }
  for (const item of node.items) {
    if (item.kind !== "scalar") continue;
    const separator = item.text?.includes("=") ? "=" : ":";
    const { key, value } = splitKeyValue(item, separator);
    if (value.text !== null) {
      add(
        key,
        item.at,
        value.text.split(",").map((text2) => clean({ ...value, text: text2 }))
      );
    } else if (!isUnknown(item)) {
      reject(loading, item.at, "wrong-type", `The extra host ${JSON.stringify(item.text)} has no address`);
    }
  }
  return { kind: "map", at: node.at, entries };
}
function build(node, { loading, variables }) {
  if (node.kind !== "map") return node;
  let result = node;
  if (!result.entries.has("context")) result = withEntry(result, "context", scalarOf(".", node.at));
  if (!result.entries.has("dockerfile") && !result.entries.has("dockerfile_inline")) {
    result = withEntry(result, "dockerfile", scalarOf("Dockerfile", node.at));
  }
  return mapEntries(result, (child2, key) => {
    if (key === "labels") return texts(child2);
    if (key === "extra_hosts") return hosts(child2, loading);
    return key === "args" ? buildArguments(child2, variables, loading) : child2;
  });
}
function buildArguments(node, variables, loading) {
  if (node.kind === "scalar") return node;
  return mapEntries(keyValueMap(node), (child2, name) => {
    if (!isNull(child2)) return asText(child2);
    const value = variables.get(name);
    if (value)
      return {
        ...scalarOf(value.text, child2.at),
        ...value.known ? {} : { interpolation: { raw: "", state: "unknown", uses: [] } }
      };
    return loading.unset === "unknown" ? child2 : void 0;
  });
}
function cleanTarget(item) {
  const target = item.kind === "map" ? item.entries.get("target")?.node : void 0;
  if (item.kind !== "map" || target?.kind !== "scalar" || !knownText(target)) return item;
  const text2 = posix.normalize(target.text ?? "").replace(/(?<=.)\/$/, "");
  return text2 === target.text ? item : withEntry(item, "target", { ...target, text: text2 });
}

// src/parse/compose/merge.ts
function mergeNodes(base, over, path, report2) {
  let rules2 = RULES;
  for (const part of path) rules2 = step(rules2, part);
  return merge(base, over, { path: path.join("."), rules: rules2, report: report2 });
}
function merge(base, over, at2) {
  if (at2.rules?.value) return at2.rules.value(base, over, at2);
  if (isNull(over)) return base;
  if (base.kind === "scalar") return over;
  if (base.kind === "map" && over.kind === "map") return mergeMaps(base, over, at2);
  if (base.kind === "list" && over.kind === "list") return appendNew(base, over);
  return conflict(base, over, at2);
}
function conflict(base, over, at2) {
  const words3 = { map: "a mapping", list: "a list", scalar: "a single value" };
  const message = `${at2.path} is ${words3[over.kind]} here and cannot override ${words3[base.kind]}`;
  at2.report({ at: over.at, message, kind: "structure", code: "cannot-override" });
  return base;
}
function mergeMaps(base, over, at2) {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const before = entries.get(key);
    const next = { path: below(at2.path, key), rules: step(at2.rules, key), report: at2.report };
    entries.set(key, before ? { ...entry, node: merge(before.node, entry.node, next) } : entry);
  }
  return { kind: "map", at: over.at, entries };
}
function appendNew(base, over) {
  const seen = new Set(base.items.map(fingerprint));
  const items = [...base.items];
  for (const item of over.items) {
    const print = fingerprint(item);
    if (seen.has(print)) continue;
    seen.add(print);
    items.push(item);
  }
  return listOf(over.items.length > 0 ? over.at : base.at, items);
}
var replace = (_base, over) => over;
var byKey = (base, over) => {
  const entries = /* @__PURE__ */ new Map();
  for (const side of [base, over]) {
    if (side.kind === "scalar") {
      if (side.text !== null && side.type === "string")
        entries.set(side.text, { keyAt: side.at, node: nullAt(side.at) });
      continue;
    }
    for (const [key, entry] of keyValueMap(side).entries) entries.set(key, { ...entry, node: asText(entry.node) });
  }
  return { kind: "map", at: isNull(over) ? base.at : over.at, entries };
};
var asList = (base, over) => appendNew(toList(base), toList(over));
function toList(node) {
  if (node.kind === "list") return node;
  if (node.kind === "scalar") return listOf(node.at, node.text !== null && node.type === "string" ? [node] : []);
  const items = [];
  for (const [key, { keyAt, node: value }] of node.entries) {
    const values = value.kind === "list" ? value.items : [value];
    for (const one of values) {
      if (one.kind !== "scalar") continue;
      const text2 = one.text === null ? key : `${key}=${one.text}`;
      const { interpolation } = one;
      const item = scalarOf(text2, { ...keyAt, end: Math.max(keyAt.end, one.at.path === keyAt.path ? one.at.end : 0) });
      items.push(
        interpolation ? { ...item, interpolation: { ...interpolation, raw: `${key}=${interpolation.raw}` } } : item
      );
    }
  }
  return listOf(node.at, items);
}
function byName2(shortForm) {
  return (base, over, at2) => mergeMaps(named(base, shortForm), named(over, shortForm), at2);
}
function named(node, shortForm) {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  for (const item of node.kind === "list" ? node.items : [node]) {
    if (item.kind === "scalar" && item.text !== null) entries.set(item.text, { keyAt: item.at, node: shortForm(item) });
  }
  return { kind: "map", at: node.at, entries };
}
function startedDependency(name) {
  const entries = /* @__PURE__ */ new Map([
    ["condition", { keyAt: name.at, node: scalarOf("service_started", name.at) }],
    ["required", { keyAt: name.at, node: scalarOf("true", name.at, "boolean") }]
  ]);
  return { kind: "map", at: name.at, entries };
}
var build2 = (base, over, at2) => mergeMaps(buildMap(base), buildMap(over), at2);
function buildMap(node) {
  if (node.kind === "map") return node;
  const entries = /* @__PURE__ */ new Map();
  if (node.kind === "scalar" && node.type === "string") entries.set("context", { keyAt: node.at, node });
  return { kind: "map", at: node.at, entries };
}
var logging = (base, over, at2) => {
  if (base.kind !== "map" || over.kind !== "map") return conflict(base, over, at2);
  const before = base.entries.get("driver")?.node;
  const after = over.entries.get("driver")?.node;
  const same = !before || !after || fingerprint(before) === fingerprint(after);
  return same ? mergeMaps(base, over, at2) : over;
};
var ulimit = (base, over, at2) => base.kind === "map" && over.kind === "map" ? mergeMaps(base, over, at2) : over;
var addressPools = (base, over, at2) => {
  if (base.kind !== "list" || over.kind !== "list") return conflict(base, over, at2);
  const pools = /* @__PURE__ */ new Map();
  for (const item of base.items) {
    let pool = item;
    for (const next of over.items) {
      if (pool.kind !== "map" || next.kind !== "map") return conflict(item, next, at2);
      if (subnetOf(pool) !== subnetOf(next) && !pools.has(subnetOf(next))) {
        pools.set(subnetOf(next), next);
        continue;
      }
      pool = mergeMaps(pool, next, at2);
      pools.set(subnetOf(pool), pool);
    }
  }
  return listOf(over.at, [...pools.values()]);
};
function subnetOf(pool) {
  const node = pool.entries.get("subnet")?.node;
  return node ? fingerprint(node) : "";
}
var RULES = patterns([
  ["networks.*.ipam.config", addressPools],
  ...["networks", "volumes", "secrets", "configs"].map((key) => [`${key}.*.labels`, byKey]),
  ["services.*.deploy.labels", byKey],
  ...["services", "jobs"].flatMap(
    (key) => containerRules().map(([path, rule]) => [`${key}.*.${path}`, rule])
  )
]);
function containerRules() {
  const keyed = [
    "annotations",
    "build.args",
    "build.additional_contexts",
    "build.labels",
    "environment",
    "labels",
    "sysctls",
    "volumes.*.volume.labels"
  ];
  const listed = ["build.extra_hosts", "dns", "dns_opt", "dns_search", "env_file", "label_file", "extra_hosts", "tmpfs"];
  return [
    ...keyed.map((path) => [path, byKey]),
    ...listed.map((path) => [path, asList]),
    ...["command", "entrypoint", "healthcheck.test"].map((path) => [path, replace]),
    ["build", build2],
    ["depends_on", byName2(startedDependency)],
    ["logging", logging],
    ["models", byName2((name) => nullAt(name.at))],
    ["networks", byName2((name) => nullAt(name.at))],
    ["ulimits.*", ulimit]
  ];
}
function takeRemovals(root) {
  const removals = { children: /* @__PURE__ */ new Map() };
  return { root: isTagged(root) ? withoutResets(root, removals) : root, removals };
}
function isTagged(node) {
  if (node.tag === "!reset" || node.tag === "!override") return true;
  if (node.kind === "list") return node.items.some(isTagged);
  if (node.kind === "scalar") return false;
  for (const { node: child2 } of node.entries.values()) if (isTagged(child2)) return true;
  return false;
}
function withoutResets(node, removals) {
  if (node.tag === "!reset" || node.tag === "!override") {
    removals.value = true;
    return node.tag === "!reset" ? void 0 : node;
  }
  if (node.kind === "scalar") return node;
  const keep = (child2, key) => {
    const next = { children: /* @__PURE__ */ new Map() };
    const kept = withoutResets(child2, next);
    if (next.value || next.children.size > 0) removals.children.set(key, next);
    return kept;
  };
  if (node.kind === "map") return mapEntries(node, keep);
  return { ...node, items: node.items.map((item) => keep(item, "[]")).filter((item) => item !== void 0) };
}
function applyRemovals(node, removals) {
  if (!removals || removals.children.size === 0 || node.kind !== "map") return node;
  return mapEntries(node, (child2, key) => {
    const next = removals.children.get(key);
    return next?.value ? void 0 : applyRemovals(child2, next);
  });
}

// src/parse/compose/shape.ts
function scalar(...types) {
  return { scalar: { types } };
}
function words2(...oneOf) {
  return { scalar: { types: ["string"], oneOf } };
}
function list2(item, unique) {
  return { list: { item, unique: unique === "unique" } };
}
function map(keys, ...required) {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: true, required } };
}
function strictMap(keys, ...required) {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: false, required } };
}
function dictionary(shape, pattern = /./, open = "closed") {
  return {
    map: { keys: /* @__PURE__ */ new Map(), others: { pattern, shape }, open: open === "open", extensions: false, required: [] }
  };
}
function either(...shapes) {
  return Object.assign({}, ...shapes);
}

// src/parse/compose/schema.ts
var NAME2 = /^[a-zA-Z0-9._-]+$/;
var text = scalar("string");
var flag = scalar("boolean", "string");
var whole = scalar("integer", "string");
var number = scalar("number", "string");
var anything = { any: true };
var texts2 = list2(text);
var distinctTexts = list2(text, "unique");
var oneOrMore = either(text, distinctTexts);
var keyValues = either(dictionary(scalar("string", "number", "boolean", "null")), distinctTexts);
var command = either(scalar("string", "null"), texts2);
var driverOptions = dictionary(scalar("string", "number"), /./, "open");
var extraHosts = either(dictionary(either(text, texts2)), distinctTexts);
var from0 = (max) => ({
  scalar: { types: ["integer", "string"], min: 0, ...max === void 0 ? {} : { max } }
});
var grants = list2(either(text, map({ source: text, target: text, uid: text, gid: text, mode: number })));
var ulimits = dictionary(either(whole, map({ hard: whole, soft: whole }, "soft", "hard")), /^[a-z]+$/, "open");
var device = {
  capabilities: distinctTexts,
  count: whole,
  device_ids: distinctTexts,
  driver: text,
  options: keyValues
};
var hook = map({ command, user: text, privileged: flag, working_dir: text, environment: keyValues }, "command");
var blockWeight = strictMap({ path: text, weight: whole });
var blockLimit = strictMap({ path: text, rate: whole });
var blockIo = strictMap({
  device_read_bps: list2(blockLimit),
  device_read_iops: list2(blockLimit),
  device_write_bps: list2(blockLimit),
  device_write_iops: list2(blockLimit),
  weight: whole,
  weight_device: list2(blockWeight)
});
var attachment = map({
  aliases: distinctTexts,
  interface_name: text,
  ipv4_address: text,
  ipv6_address: text,
  link_local_ips: distinctTexts,
  mac_address: text,
  driver_opts: driverOptions,
  priority: scalar("number"),
  gw_priority: scalar("number"),
  use_service_name_alias: flag
});
var mount = map(
  {
    type: words2("bind", "volume", "tmpfs", "cluster", "npipe", "image"),
    source: text,
    target: text,
    read_only: flag,
    consistency: text,
    bind: map({
      propagation: text,
      create_host_path: flag,
      recursive: words2("enabled", "disabled", "writable", "readonly"),
      selinux: words2("z", "Z")
    }),
    volume: map({ labels: keyValues, nocopy: flag, subpath: text }),
    tmpfs: map({ size: from0(), mode: number }),
    image: map({ subpath: text })
  },
  "type"
);
var PULL_POLICY = /^(?:always|never|build|if_not_present|missing|refresh|daily|weekly|every_(?:[0-9]+[wdhms])+)$/;
var container = {
  annotations: keyValues,
  blkio_config: blockIo,
  cap_add: distinctTexts,
  cap_drop: distinctTexts,
  cgroup: words2("host", "private"),
  cgroup_parent: text,
  command,
  configs: grants,
  cpu_count: from0(),
  cpu_percent: from0(100),
  cpu_shares: number,
  cpu_quota: number,
  cpu_period: number,
  cpu_rt_period: number,
  cpu_rt_runtime: number,
  cpus: number,
  cpuset: text,
  credential_spec: map({ config: text, file: text, registry: text }),
  device_cgroup_rules: distinctTexts,
  devices: list2(either(text, map({ source: text, target: text, permissions: text }, "source"))),
  dns: oneOrMore,
  dns_opt: distinctTexts,
  dns_search: oneOrMore,
  domainname: text,
  entrypoint: command,
  env_file: either(text, list2(either(text, strictMap({ path: text, format: text, required: flag }, "path")))),
  label_file: either(text, texts2),
  environment: keyValues,
  extra_hosts: extraHosts,
  gpus: either(words2("all"), list2({ map: openMap(device) })),
  group_add: list2(scalar("string", "number"), "unique"),
  hostname: text,
  image: text,
  init: flag,
  ipc: text,
  isolation: text,
  labels: keyValues,
  logging: map({ driver: text, options: dictionary(scalar("string", "number", "null"), /./, "open") }),
  mac_address: text,
  mem_limit: number,
  mem_reservation: whole,
  mem_swappiness: whole,
  memswap_limit: number,
  network_mode: text,
  models: either(
    distinctTexts,
    dictionary(either(map({ endpoint_var: text, model_var: text }), scalar("null")), NAME2, "open")
  ),
  networks: either(distinctTexts, dictionary(either(attachment, scalar("null")), NAME2)),
  oom_kill_disable: flag,
  oom_score_adj: { scalar: { types: ["integer", "string"], min: -1e3, max: 1e3 } },
  pid: scalar("string", "null"),
  pids_limit: number,
  platform: text,
  privileged: flag,
  pull_policy: { scalar: { types: ["string"], pattern: PULL_POLICY } },
  pull_refresh_after: text,
  read_only: flag,
  runtime: text,
  security_opt: distinctTexts,
  shm_size: number,
  secrets: grants,
  sysctls: keyValues,
  stop_grace_period: text,
  stop_signal: text,
  storage_opt: dictionary(anything),
  tmpfs: oneOrMore,
  ulimits,
  umask: { scalar: { types: ["integer", "string", "null"], min: 0, max: 4294967295 } },
  use_api_socket: scalar("boolean"),
  user: text,
  uts: text,
  userns_mode: text,
  volumes: list2(either(text, mount), "unique"),
  volumes_from: distinctTexts,
  working_dir: text
};
var CONTAINER_KEYS = new Set(Object.keys(container));
function openMap(keys) {
  return { keys: new Map(Object.entries(keys)), open: true, extensions: true, required: [] };
}
var build3 = map({
  context: text,
  dockerfile: text,
  dockerfile_inline: text,
  entitlements: texts2,
  args: keyValues,
  ssh: keyValues,
  labels: keyValues,
  cache_from: texts2,
  cache_to: texts2,
  no_cache: flag,
  no_cache_filter: oneOrMore,
  additional_contexts: keyValues,
  network: text,
  provenance: flag,
  sbom: flag,
  pull: flag,
  target: text,
  shm_size: whole,
  extra_hosts: extraHosts,
  isolation: text,
  privileged: flag,
  secrets: grants,
  tags: texts2,
  ulimits,
  platforms: texts2
});
var dependency = map(
  {
    restart: flag,
    required: scalar("boolean"),
    condition: words2("service_started", "service_healthy", "service_completed_successfully")
  },
  "condition"
);
var port = either(
  scalar("number", "string"),
  map({ name: text, mode: text, host_ip: text, target: whole, published: whole, protocol: text, app_protocol: text })
);
var workload = {
  build: either(text, build3),
  depends_on: either(distinctTexts, dictionary(dependency, NAME2)),
  healthcheck: map({
    disable: flag,
    interval: text,
    retries: number,
    test: either(text, texts2),
    timeout: text,
    start_period: text,
    start_interval: text
  }),
  ports: list2(port, "unique"),
  expose: list2(scalar("string", "number"), "unique"),
  stdin_open: flag,
  tty: flag
};
var rollout = map({
  parallelism: whole,
  delay: text,
  failure_action: text,
  monitor: text,
  max_failure_ratio: number,
  order: words2("start-first", "stop-first")
});
var deploy2 = either(
  scalar("null"),
  map({
    mode: text,
    endpoint_mode: text,
    replicas: whole,
    labels: keyValues,
    rollback_config: rollout,
    update_config: rollout,
    resources: map({
      limits: map({ cpus: number, memory: text, pids: whole }),
      reservations: map({
        cpus: number,
        memory: text,
        generic_resources: list2(map({ discrete_resource_spec: map({ kind: text, value: number }) })),
        devices: list2(map(device, "capabilities"))
      })
    }),
    restart_policy: map({ condition: text, delay: text, max_attempts: whole, window: text }),
    placement: map({ constraints: texts2, preferences: list2(map({ spread: text })), max_replicas_per_node: whole })
  })
);
var watch = map(
  {
    ignore: oneOrMore,
    include: oneOrMore,
    path: text,
    action: words2("rebuild", "sync", "restart", "sync+restart", "sync+exec"),
    target: text,
    exec: hook,
    initial_sync: scalar("boolean")
  },
  "path",
  "action"
);
var providerOption = scalar("string", "number", "boolean");
var service = map({
  ...container,
  ...workload,
  deploy: deploy2,
  develop: either(scalar("null"), map({ watch: list2(watch) })),
  profiles: distinctTexts,
  restart: text,
  scale: whole,
  attach: flag,
  container_name: { scalar: { types: ["string"], pattern: /[a-zA-Z0-9][a-zA-Z0-9_.-]+/ } },
  provider: map({ type: text, options: dictionary(either(providerOption, list2(providerOption)), /./, "open") }, "type"),
  extends: either(text, strictMap({ service: text, file: text }, "service")),
  links: distinctTexts,
  external_links: distinctTexts,
  pre_start: list2(map({ ...container, per_replica: flag })),
  post_start: list2(hook),
  pre_stop: list2(hook)
});
var schedule = map(
  { cron: text, timezone: text, concurrency: words2("forbid", "queue"), missed_fires: words2("one", "skip") },
  "cron"
);
var job = map(
  {
    ...container,
    ...workload,
    profiles: distinctTexts,
    triggers: map({ manual: flag, schedule: list2(either(text, schedule)) })
  },
  "triggers"
);
var external = either(flag, map({ name: text }));
var looseExternal = either(flag, { map: openMap({ name: text }) });
var network = either(
  scalar("null"),
  map({
    name: text,
    driver: text,
    driver_opts: driverOptions,
    ipam: map({
      driver: text,
      config: list2(map({ subnet: text, ip_range: text, gateway: text, aux_addresses: dictionary(text) })),
      options: dictionary(text)
    }),
    external,
    internal: flag,
    enable_ipv4: flag,
    enable_ipv6: flag,
    attachable: flag,
    labels: keyValues
  })
);
var volume = either(
  scalar("null"),
  map({ name: text, driver: text, driver_opts: driverOptions, external, labels: keyValues })
);
var secret = map({
  name: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  driver: text,
  driver_opts: driverOptions,
  template_driver: text
});
var config = map({
  name: text,
  content: text,
  environment: text,
  file: text,
  external: looseExternal,
  labels: keyValues,
  template_driver: text
});
var model = map({ name: text, model: text, context_size: scalar("integer"), runtime_flags: texts2 }, "model");
var PROJECT_SHAPE = map({
  version: text,
  name: text,
  include: anything,
  services: dictionary(service, NAME2),
  models: dictionary(model, NAME2),
  networks: dictionary(network, NAME2),
  volumes: dictionary(volume, NAME2),
  secrets: dictionary(secret, NAME2),
  configs: dictionary(config, NAME2),
  jobs: dictionary(job, NAME2)
});

// src/parse/compose/canonical.ts
function canonicalService(service2, finishing) {
  const connected = withImpliedDependencies(withDefaultNetwork(service2));
  const withHooks = mapEntries(
    connected,
    (node, key) => key === "pre_start" ? startHooks(node, connected, finishing) : node
  );
  const result = mapEntries(
    withHooks,
    (node, key) => finishAttribute(node, key, finishing, service2.entries.get("scale")?.node)
  );
  return withFiles(result, finishing);
}
function withFiles(container2, { loading, variables, enabled }) {
  checkVariableNames(container2, loading);
  const quiet = { ...loading, report: () => void 0, missing: () => void 0, took: () => void 0 };
  const files = enabled ? loading : quiet;
  return resolveLabels(resolveEnvironment(container2, variables, files), files);
}
function startHooks(node, service2, finishing) {
  if (node.kind !== "list") return node;
  const base = containerPart(service2);
  const items = node.items.map((hook2) => {
    const merged = hook2.kind === "map" ? mergeNodes(base, hook2, ["services", "hook"], finishing.loading.report) : hook2;
    if (merged.kind !== "map") return hook2;
    const result = mapEntries(merged, (child2, key) => finishAttribute(child2, key, finishing));
    return { ...withFiles(result, finishing), at: hook2.at };
  });
  return { ...node, items };
}
function containerPart(service2) {
  const entries = [...service2.entries].filter(([key]) => key !== "volumes" && CONTAINER_KEYS.has(key));
  return { ...service2, entries: new Map(entries) };
}
function checkVariableNames(container2, loading) {
  const node = container2.entries.get("environment")?.node;
  if (node?.kind !== "list") return;
  for (const item of node.items) {
    const name = item.kind === "scalar" ? (item.text ?? "").split("=", 1)[0] : void 0;
    if (name !== void 0 && /\s$/.test(name)) {
      reject(loading, item.at, "wrong-type", `The name of the variable ${JSON.stringify(name)} ends with a space`);
    }
  }
}
function withDefaultNetwork(service2) {
  if (service2.entries.has("provider") || service2.entries.has("network_mode")) return service2;
  const networks = service2.entries.get("networks");
  const empty = networks?.node.kind === "map" && networks.node.entries.size === 0;
  if (networks && !empty) return service2;
  const at2 = networks?.node.at ?? service2.at;
  return withEntry(
    without(service2, "networks"),
    "networks",
    mapOf(at2, [["default", nullAt(at2)]]),
    networks?.keyAt ?? at2
  );
}
function withImpliedDependencies(service2) {
  const written = service2.entries.get("depends_on");
  const entries = new Map(written?.node.kind === "map" ? written.node.entries : []);
  const imply = (name, at3, restart) => {
    if (entries.has(name)) return;
    const node = mapOf(at3, [
      ["condition", scalarOf("service_started", at3)],
      ["restart", scalarOf(String(restart), at3, "boolean")],
      ["required", scalarOf("true", at3, "boolean")]
    ]);
    entries.set(name, { keyAt: at3, node });
  };
  for (const link of knownItems(service2, "links")) {
    const parts = (link.text ?? "").split(":");
    imply(parts.length === 2 ? parts[0] ?? "" : link.text ?? "", link.at, true);
  }
  for (const key of ["network_mode", "ipc", "pid", "uts", "cgroup"]) {
    const node = service2.entries.get(key)?.node;
    const mode = knownText(node);
    if (node && mode?.startsWith("service:")) imply(mode.slice("service:".length), node.at, true);
  }
  for (const from of knownItems(service2, "volumes_from")) {
    if (!from.text?.startsWith("container:")) imply((from.text ?? "").split(":", 1)[0] ?? "", from.at, false);
  }
  if (entries.size === 0) return service2;
  const [first] = entries.values();
  const at2 = written?.node.at ?? first?.node.at ?? service2.at;
  return {
    ...service2,
    entries: new Map([
      ...service2.entries,
      ["depends_on", { keyAt: written?.keyAt ?? at2, node: { kind: "map", at: at2, entries } }]
    ])
  };
}
function knownItems(service2, key) {
  const node = service2.entries.get(key)?.node;
  const items = node?.kind === "list" ? node.items : [];
  return items.filter((item) => item.kind === "scalar").filter((item) => knownText(item) !== void 0);
}

// src/parse/compose/cycles.ts
function checkCycles(project, loading) {
  const state = /* @__PURE__ */ new Map();
  for (const root of project.services.keys()) {
    if (state.has(root)) continue;
    const stack = [enter9(root, project, state)];
    for (let frame = stack.at(-1); frame; frame = stack.at(-1)) {
      const step2 = frame.next.next();
      if (step2.done) {
        state.set(frame.name, "done");
        stack.pop();
      } else if (!project.services.has(step2.value)) continue;
      else if (state.get(step2.value) === "open") report(frame.name, step2.value, stack, project, loading);
      else if (!state.has(step2.value)) stack.push(enter9(step2.value, project, state));
    }
  }
}
function enter9(name, project, state) {
  state.set(name, "open");
  return { name, next: dependencies(name, project).keys() };
}
function dependencies(name, project) {
  const node = project.services.get(name)?.node.entries.get("depends_on")?.node;
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function report(from, to, stack, project, loading) {
  const names = stack.map((frame) => frame.name);
  const circle2 = [...names.slice(names.indexOf(to)), to].join(" \u2192 ");
  const at2 = dependencies(from, project).get(to)?.keyAt ?? project.services.get(from)?.at;
  if (at2) reject(loading, at2, "cycle", `The services depend on each other in a circle: ${circle2}`);
}

// src/parse/compose/defaults.ts
function withDefault(node, key, text2, type = "string") {
  if (node.kind !== "map" || node.entries.has(key)) return node;
  return withEntry(node, key, scalarOf(text2, node.at, type));
}
var mount2 = (node, loading) => {
  hasTarget(node, "A mount", loading);
  if (node.kind !== "map") return node;
  if (knownText(node.entries.get("type")?.node) === "bind" && !node.entries.has("source")) {
    reject(loading, node.at, "missing-key", "A bind mount must have a source");
  }
  const bind = node.entries.get("bind")?.node;
  return bind ? withEntry(node, "bind", withDefault(bind, "create_host_path", "true", "boolean")) : node;
};
function secretTarget(node) {
  const source = node.kind === "map" ? node.entries.get("source")?.node : void 0;
  if (node.kind !== "map" || source?.kind !== "scalar" || node.entries.has("target")) return node;
  return withEntry(node, "target", { ...source, text: `/run/secrets/${source.text}` });
}
var device2 = (node, loading) => hasTarget(node, "A device", loading);
function hasTarget(node, what, loading) {
  const missing = node.kind === "map" && !node.entries.has("target");
  if (missing) reject(loading, node.at, "missing-key", `${what} must have a target`);
  return node;
}
var port2 = (node, loading) => {
  hasTarget(node, "A port", loading);
  const address = node.kind === "map" ? knownText(node.entries.get("host_ip")?.node) : void 0;
  if (address !== void 0 && !isAddress(address)) {
    reject(loading, node.at, "invalid-port", `${JSON.stringify(address)} is not an IP address`);
  }
  return withDefault(withDefault(node, "protocol", "tcp"), "mode", "ingress");
};
var deviceRequest = (node, loading) => {
  if (node.kind !== "map") return node;
  const counted = node.entries.has("count");
  const listed = node.entries.has("device_ids");
  if (counted && listed) reject(loading, node.at, "settings-conflict", "count and device_ids exclude each other");
  return counted || listed ? node : withDefault(node, "count", "all");
};
var watchedPath = (node, loading) => {
  if (node.kind === "scalar" && node.text === "") {
    reject(loading, node.at, "wrong-type", "The watched path must not be blank");
  }
  return node;
};
var externalAlone = (node, loading) => {
  const external3 = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  if (node.kind !== "map" || knownText(external3) !== "true") return node;
  for (const [key, { keyAt }] of node.entries) {
    if (key === "name" || key === "external" || key.startsWith("x-")) continue;
    reject(loading, keyAt, "settings-conflict", `An external volume cannot have ${key}`);
  }
  return node;
};
function oneOrigin(node, keys, loading) {
  if (node.kind !== "map") return node;
  const given = keys.filter((key) => node.entries.has(key));
  if (given.length > 1) reject(loading, node.at, "settings-conflict", `${given.join(" and ")} exclude each other`);
  if (given.length === 0 && !node.entries.has("driver") && !node.entries.has("external")) {
    reject(loading, node.at, "missing-key", `One of ${keys.join(", ")} must be set`);
  }
  return node;
}
var FILLS = patterns([
  ...["services.*", "jobs.*"].flatMap((prefix) => [
    [`${prefix}.build`, (node) => withDefault(node, "context", ".")],
    [`${prefix}.secrets.*`, secretTarget],
    [`${prefix}.ports.*`, port2],
    [`${prefix}.gpus.*`, deviceRequest],
    [`${prefix}.devices.*`, device2],
    [`${prefix}.volumes.*`, mount2]
  ]),
  ["services.*.deploy.resources.reservations.devices.*", deviceRequest],
  ["services.*.develop.watch.*.path", watchedPath],
  ["volumes.*", externalAlone],
  ["secrets.*", (node, loading) => oneOrigin(node, ["file", "environment"], loading)],
  ["configs.*", (node, loading) => oneOrigin(node, ["file", "environment", "content"], loading)]
]);
function applyDefaults(root, loading) {
  return rewrite(root, FILLS, (fill, node) => fill(node, loading));
}
function isExternal(node) {
  const external3 = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  return external3 !== void 0 && !isUnknown(external3) && knownText(external3) === "true";
}

// src/parse/compose/settings.ts
function checkSettings(service2, loading) {
  checkNetworkMode(service2, loading);
  checkHealthcheck(service2, loading);
  checkScale(service2, loading);
  checkLimits(service2, loading);
  checkWatch(service2, loading);
  checkMounts(service2, loading);
}
function checkNetworkMode({ name, node }, loading) {
  const mode = node.entries.get("network_mode");
  const networks = node.entries.get("networks")?.node;
  if (!mode || knownText(mode.node) === "" || networks?.kind !== "map" || networks.entries.size === 0) return;
  reject(loading, mode.keyAt, "settings-conflict", `services.${name} has both network_mode and networks`);
}
function checkHealthcheck({ name, node }, loading) {
  const test2 = descend(node, "healthcheck", "test");
  const first = test2?.kind === "list" ? test2.items[0] : void 0;
  if (!first || isUnknown(first) || ["CMD", "CMD-SHELL", "NONE"].includes(knownText(first) ?? "")) return;
  reject(loading, first.at, "wrong-value", `services.${name}.healthcheck.test must begin with CMD, CMD-SHELL or NONE`);
}
function numberAt(node) {
  const text2 = knownText(node);
  return text2 === void 0 || text2 === "" || Number.isNaN(Number(text2)) ? void 0 : Number(text2);
}
function checkScale({ name, node }, loading) {
  const scaleNode = node.entries.get("scale")?.node;
  const replicasNode = descend(node, "deploy", "replicas");
  const scale = numberAt(scaleNode);
  const replicas = numberAt(replicasNode);
  const wrong3 = (at2, code, message) => reject(loading, at2, code, `services.${name}${message}`);
  if (scaleNode && scale !== void 0 && replicas !== void 0 && scale !== replicas) {
    wrong3(scaleNode.at, "settings-conflict", " has different values for scale and deploy.replicas");
  }
  if (scaleNode && scale !== void 0 && scale < 0) wrong3(scaleNode.at, "wrong-value", ".scale must be at least 0");
  if (replicasNode && replicas !== void 0 && replicas < 0) {
    wrong3(replicasNode.at, "wrong-value", ".deploy.replicas must be at least 0");
  }
  const container2 = node.entries.get("container_name");
  const count = scaleNode ? scale : replicas;
  if (container2 && knownText(container2.node) !== "" && count !== void 0 && count > 1) {
    wrong3(container2.keyAt, "settings-conflict", ` has a container_name, which must be unique, and ${count} replicas`);
  }
}
var LIMITS = [
  ["cpus", "limits", "cpus", (text2) => Math.fround(Number(text2))],
  ["mem_limit", "limits", "memory", parseBytes],
  ["mem_reservation", "reservations", "memory", parseBytes],
  ["pids_limit", "limits", "pids", (text2) => Number(text2)]
];
function checkLimits({ name, node }, loading) {
  for (const [key, group, attribute, read] of LIMITS) {
    const own = node.entries.get(key)?.node;
    const resources2 = descend(node, "deploy", "resources", group);
    const deployed = descend(resources2, attribute);
    if (!own || resources2?.kind !== "map" || isUnknown(own) || isUnknown(deployed)) continue;
    const a = read(knownText(own) ?? "0");
    const b = read(knownText(deployed) ?? "0");
    if (a === void 0 || b === void 0 || Number.isNaN(a) || Number.isNaN(b) || a === 0 || a === b) continue;
    const message = `services.${name} has different values for ${key} and deploy.resources.${group}.${attribute}`;
    reject(loading, own.at, "settings-conflict", message);
  }
}
function checkWatch({ name, node }, loading) {
  const watch2 = descend(node, "develop", "watch");
  for (const item of watch2?.kind === "list" ? watch2.items : []) {
    const action = knownText(descend(item, "action"));
    const target = descend(item, "target");
    if (action === void 0 || action === "rebuild" || action === "restart") continue;
    if (target && knownText(target) !== "") continue;
    reject(loading, item.at, "missing-key", `services.${name}.develop.watch must have a target for ${action}`);
  }
}
function checkMounts({ name, node }, loading) {
  const taken = /* @__PURE__ */ new Set();
  const mount3 = (target, at2) => {
    if (target === void 0) return;
    if (taken.has(target))
      reject(loading, at2, "duplicate-mount", `services.${name} mounts ${JSON.stringify(target)} twice`);
    taken.add(target);
  };
  const tmpfs = node.entries.get("tmpfs")?.node;
  for (const item of tmpfs?.kind === "list" ? tmpfs.items : []) mount3(knownText(item)?.split(":", 1)[0], item.at);
  const volumes = node.entries.get("volumes")?.node;
  for (const item of volumes?.kind === "list" ? volumes.items : []) {
    const target = descend(item, "target");
    if (item.kind === "map" && !isUnknown(target)) mount3(knownText(target) ?? "", item.at);
  }
}

// src/parse/compose/check.ts
function checkProject(project, loading) {
  for (const service2 of project.services.values()) {
    checkOrigin(service2, loading);
    checkBuild(service2, project, loading);
    checkReferences(service2, project, loading);
    checkDependencies(service2, project, loading);
    checkSettings(service2, loading);
  }
  checkJobs(project, loading);
  for (const [name, secret2] of project.secrets) checkSecret(name, secret2.node, secret2.at, loading);
  checkCycles(project, loading);
}
function isSet(node) {
  return node !== void 0 && !(node.kind === "scalar" && node.text === "");
}
function checkOrigin({ name, node, at: at2 }, loading) {
  if (isSet(node.entries.get("image")?.node) || node.entries.has("build") || node.entries.has("provider")) return;
  reject(loading, at2, "no-image", `services.${name} has neither an image nor a build`);
}
function checkBuild({ name, node }, project, loading) {
  const build5 = node.entries.get("build")?.node;
  if (build5?.kind !== "map") return;
  const inline = build5.entries.get("dockerfile_inline");
  if (inline && isSet(inline.node) && isSet(build5.entries.get("dockerfile")?.node)) {
    reject(
      loading,
      inline.keyAt,
      "settings-conflict",
      `services.${name}.build has both dockerfile and dockerfile_inline`
    );
  }
  for (const [, { node: context }] of entriesOf2(build5.entries.get("additional_contexts")?.node)) {
    const target = knownText(context);
    if (!target?.startsWith("service:")) continue;
    const other = target.slice("service:".length);
    const service2 = project.services.get(other) ?? project.disabled.get(other);
    const message = service2 ? `${other}, which is not built` : `${other}, which is not defined`;
    if (!service2?.node.entries.has("build")) {
      reject(loading, context.at, "undefined-reference", `services.${name}.build takes the service ${message}`);
    }
  }
  const platforms = itemsOf2(build5.entries.get("platforms")?.node);
  const platform = node.entries.get("platform")?.node;
  const chosen = knownText(platform);
  if (platform && chosen && platforms.length > 0 && !platforms.some((item) => isUnknown(item) || knownText(item) === chosen)) {
    reject(
      loading,
      platform.at,
      "settings-conflict",
      `services.${name}.build.platforms must include the platform ${chosen}`
    );
  }
}
function entriesOf2(node) {
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function itemsOf2(node) {
  return node?.kind === "list" ? node.items : [];
}
function checkReferences({ name, node }, project, loading) {
  const missing = (kind, target, at2) => reject(loading, at2, "undefined-reference", `services.${name} uses the ${kind} ${target}, which is not defined`);
  for (const [network2, { keyAt }] of entriesOf2(node.entries.get("networks")?.node)) {
    if (!project.networks.has(network2)) missing("network", network2, keyAt);
  }
  for (const volume2 of itemsOf2(node.entries.get("volumes")?.node)) {
    const source = knownText(descend(volume2, "source"));
    if (!source || knownText(descend(volume2, "type")) !== "volume") continue;
    if (!project.volumes.has(source)) missing("volume", source, volume2.at);
  }
  const granted = [
    ["config", node.entries.get("configs")?.node, project.configs],
    ["secret", node.entries.get("secrets")?.node, project.secrets],
    ["build secret", descend(node, "build", "secrets"), project.secrets]
  ];
  for (const [kind, list3, known2] of granted) {
    for (const item of itemsOf2(list3)) {
      const source = descend(item, "source");
      if (isUnknown(source)) continue;
      const target = knownText(source) ?? "";
      if (!known2.has(target)) missing(kind, target, item.at);
    }
  }
  for (const [model2, { keyAt }] of entriesOf2(node.entries.get("models")?.node)) {
    if (!project.models.has(model2)) missing("model", model2, keyAt);
  }
}
function checkDependencies({ name, node }, project, loading) {
  for (const [target, { keyAt, node: dependency2 }] of entriesOf2(node.entries.get("depends_on")?.node)) {
    if (project.services.has(target)) continue;
    const required = descend(dependency2, "required");
    if (project.disabled.has(target)) {
      if (knownText(required) === "false" || isUnknown(required)) continue;
      const profiles = project.disabled.get(target)?.profiles.join(", ");
      const message = `services.${name} depends on ${target}, which only the profiles ${profiles} switch on`;
      reject(loading, keyAt, "disabled-reference", message);
    } else {
      const what = project.jobs.has(target) ? `the job ${target}; a service can only depend on services` : `${target}, which is not defined`;
      reject(loading, keyAt, "undefined-reference", `services.${name} depends on ${what}`);
    }
  }
}
function checkJobs(project, loading) {
  for (const [name, job2] of project.jobs) {
    if (project.services.has(name) || project.disabled.has(name)) {
      reject(loading, job2.at, "duplicate-key", `${name} is both a service and a job`);
    }
    for (const [target, { keyAt, node }] of entriesOf2(job2.entries.get("depends_on")?.node)) {
      if (project.jobs.has(target) || project.services.has(target)) continue;
      if (project.disabled.has(target) && knownText(descend(node, "required")) === "false") continue;
      reject(loading, keyAt, "undefined-reference", `jobs.${name} depends on ${target}, which is not defined`);
    }
  }
}
function checkSecret(name, secret2, at2, loading) {
  const external3 = secret2.entries.get("external")?.node;
  if (isExternal(secret2) || isUnknown(external3)) return;
  if (isSet(secret2.entries.get("file")?.node) || isSet(secret2.entries.get("environment")?.node)) return;
  reject(loading, at2, "missing-key", `secrets.${name} must have file or environment`);
}

// src/parse/compose/decode.ts
function decodeProject(root, loading) {
  return rewrite(root, READINGS, (reading, node) => decode(node, reading, loading), "also-inside");
}
var WORDS = {
  boolean: "a boolean",
  bytes: "a size such as 512m",
  count: "a whole number or all",
  cpus: "a number of CPUs",
  duration: "a duration such as 1m30s",
  mode: "a file mode in octal digits",
  text: "a text",
  unsigned: "a whole number from 0 on",
  whole: "a whole number"
};
function decode(node, reading, loading) {
  if (node.kind !== "scalar" || node.text === null || isUnknown(node)) return node;
  if (reading === "boolean") return decodeBoolean(node, loading);
  if (!isReadable(node, node.text, reading)) wrong(node, reading, loading);
  return reading === "text" ? { ...node, type: "string" } : node;
}
function wrong(node, reading, loading) {
  reject(loading, node.at, "wrong-value", `${JSON.stringify(node.text)} is not ${WORDS[reading]}`);
}
function decodeBoolean(node, loading) {
  if (node.type !== "string") return node;
  const word = (node.text ?? "").toLowerCase();
  const on = ["true", "y", "yes", "on"].includes(word);
  if (on || ["false", "n", "no", "off"].includes(word)) return { ...node, text: String(on), type: "boolean" };
  wrong(node, "boolean", loading);
  return node;
}
function isReadable(node, text2, reading) {
  const numeric = node.type === "number";
  switch (reading) {
    case "bytes":
      return numeric || parseBytes(text2) !== void 0;
    case "count":
      return /^[-+]?\d+$/.test(text2) || !numeric && text2.toLowerCase() === "all";
    case "cpus":
      return numeric || /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text2);
    case "duration":
      return parseDuration(text2) !== void 0;
    case "mode":
      return numeric ? /^-?\d+$/.test(text2) : /^[-+]?[0-7]+$/.test(text2);
    case "text":
      return !numeric || /^-?\d+$/.test(text2);
    case "unsigned":
      return numeric && !text2.startsWith("-");
    case "whole":
      return numeric || /^[-+]?\d+$/.test(text2);
  }
}
var READINGS = patterns([
  ...["services.*", "jobs.*", "services.*.pre_start.*"].flatMap((prefix) => below2(prefix, containerReadings())),
  ...["services.*", "jobs.*"].flatMap((prefix) => below2(prefix, workloadReadings())),
  ...below2("services.*", deployReadings()),
  ...below2("services.*", [
    ["attach", "boolean"],
    ["scale", "whole"],
    ["post_start.*.privileged", "boolean"],
    ["pre_stop.*.privileged", "boolean"],
    ["pre_start.*.per_replica", "boolean"]
  ]),
  ["jobs.*.triggers.manual", "boolean"],
  ...["networks", "volumes", "secrets", "configs"].map((kind) => [`${kind}.*.external`, "boolean"])
]);
function below2(prefix, readings) {
  return readings.map(([path, reading]) => [`${prefix}.${path}`, reading]);
}
function containerReadings() {
  const rates = ["device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops"];
  return [
    ...[
      "mem_limit",
      "mem_reservation",
      "memswap_limit",
      "mem_swappiness",
      "shm_size",
      "volumes.*.tmpfs.size",
      ...rates.map((key) => `blkio_config.${key}.*.rate`)
    ].map((path) => [path, "bytes"]),
    ...["volumes.*.bind.create_host_path", "env_file.*.required"].map((path) => [path, "boolean"]),
    ["blkio_config.weight", "unsigned"],
    ["blkio_config.weight_device.*.weight", "unsigned"],
    ["volumes.*.tmpfs.mode", "unsigned"],
    ["configs.*.mode", "mode"],
    ["secrets.*.mode", "mode"],
    ["gpus.*.count", "count"],
    ["group_add.*", "text"],
    ["stop_grace_period", "duration"]
  ];
}
function workloadReadings() {
  return [
    ...["interval", "timeout", "start_period", "start_interval"].map(
      (key) => [`healthcheck.${key}`, "duration"]
    ),
    ["healthcheck.retries", "unsigned"],
    ["ports.*.target", "unsigned"],
    ["ports.*.published", "text"],
    ["build.shm_size", "bytes"],
    ["build.secrets.*.mode", "mode"],
    ...["no_cache", "pull", "privileged"].map((key) => [`build.${key}`, "boolean"])
  ];
}
function deployReadings() {
  const rollouts = ["deploy.update_config", "deploy.rollback_config"];
  return [
    ...rollouts.flatMap((path) => [[`${path}.delay`, "duration"], [`${path}.monitor`, "duration"]]),
    ...rollouts.map((path) => [`${path}.parallelism`, "unsigned"]),
    ["deploy.restart_policy.delay", "duration"],
    ["deploy.restart_policy.window", "duration"],
    ["deploy.restart_policy.max_attempts", "unsigned"],
    ["deploy.placement.max_replicas_per_node", "unsigned"],
    ["deploy.resources.*.cpus", "cpus"],
    ["deploy.resources.*.memory", "bytes"],
    ["deploy.resources.*.pids", "whole"],
    ["deploy.resources.reservations.devices.*.count", "count"],
    ["deploy.resources.reservations.generic_resources.*.discrete_resource_spec.value", "whole"]
  ];
}

// src/parse/compose/paths.ts
function isAbsolute(path) {
  return /^[/~]/.test(path) || /^[a-zA-Z]:[\\/]/.test(path) || path.startsWith("\\\\");
}
function resolvePath(directory, path) {
  return isAbsolute(path) || path === "" ? path : joinPath(directory, path);
}
function relativePath(from, to) {
  const parts = (path) => path === "." ? [] : path.split("/");
  const here = parts(from);
  const there = parts(to);
  let shared = 0;
  while (shared < here.length && here[shared] === there[shared]) shared += 1;
  const up = here.slice(shared).map(() => "..");
  return [...up, ...there.slice(shared)].join("/") || ".";
}
function isRemoteContext(context) {
  return context.includes("://") || /^(service:|github\.com\/|git@)/.test(context);
}
function resolveScalar(node, directory) {
  if (node.kind !== "scalar" || node.text === null) return node;
  const text2 = isUnknown(node) ? resolveUnknown(directory, node.text) : resolvePath(directory, node.text);
  return text2 === node.text ? node : { ...node, text: text2 };
}
function resolveUnknown(directory, text2) {
  const slash = text2.lastIndexOf("/", Math.max(0, text2.indexOf("$")));
  const before = text2.slice(0, slash + 1);
  if (text2.startsWith("$") || isAbsolute(text2)) return text2;
  const resolved = joinPath(directory, before);
  return resolved === "." ? text2.slice(slash + 1) : `${resolved}/${text2.slice(slash + 1)}`;
}
var buildContext = (node, directory) => {
  return node.kind === "scalar" && isRemoteContext(node.text ?? "") ? node : resolveScalar(node, directory);
};
var bindMount = (node, directory) => {
  const type = node.kind === "map" ? node.entries.get("type")?.node : void 0;
  if (node.kind !== "map" || type?.kind !== "scalar" || type.text !== "bind") return node;
  return mapEntries(node, (child2, key) => key === "source" ? resolveScalar(child2, directory) : child2);
};
var localVolume = (node, directory) => {
  if (node.kind !== "map") return node;
  const options = node.entries.get("driver_opts")?.node;
  const driver = node.entries.get("driver")?.node;
  if (driver?.kind !== "scalar" || driver.text !== "local" || options?.kind !== "map") return node;
  const kind = options.entries.get("o")?.node;
  const device4 = options.entries.get("device")?.node;
  if (kind?.kind !== "scalar" || kind.text !== "bind" || !device4) return node;
  return withEntry(node, "driver_opts", withEntry(options, "device", resolveScalar(device4, directory)));
};
var CONTAINER = [
  ["env_file.*.path", resolveScalar],
  ["label_file.*", resolveScalar],
  ["volumes.*", bindMount]
];
var WORKLOAD = [
  ...CONTAINER,
  ["build.context", buildContext],
  ["build.additional_contexts.*", buildContext],
  ["build.ssh.*", resolveScalar],
  ["extends.file", resolveScalar]
];
function under(prefix, rules2) {
  return rules2.map(([path, resolve2]) => [`${prefix}.${path}`, resolve2]);
}
var PATHS = patterns([
  ...under("services.*", WORKLOAD),
  ...under("jobs.*", WORKLOAD),
  ...under("services.*.pre_start.*", CONTAINER),
  ["services.*.develop.watch.*.path", resolveScalar],
  ["configs.*.file", resolveScalar],
  ["secrets.*.file", resolveScalar],
  ["volumes.*", localVolume]
]);
function resolvePaths(root, directory) {
  return rewrite(root, PATHS, (resolve2, node) => resolve2(node, directory));
}

// src/parse/compose/extends.ts
var MAX_CHAIN = 100;
function applyExtends(root, removals, extending) {
  const entries = new Map(root.entries);
  for (const kind of ["services", "jobs"]) {
    const section = entries.get(kind);
    if (section?.node.kind !== "map") continue;
    const services = new Map(section.node.entries);
    const chain = { ...extending, services, removals, links: [] };
    for (const name of services.keys()) extendService(name, chain);
    entries.set(kind, { ...section, node: { ...section.node, entries: services } });
  }
  return { ...root, entries };
}
function extendService(name, chain) {
  const entry = chain.services.get(name);
  const service2 = entry?.node;
  if (!entry || service2?.kind !== "map") return service2;
  const written = service2.entries.get("extends")?.node;
  if (!written) return service2;
  const own = without(service2, "extends");
  const reference = referenceOf(written);
  const base = reference ? baseOf(name, reference, chain) : void 0;
  if (!reference && !isUnknownReference(written)) {
    reject(chain.loading, written.at, "wrong-type", `services.${name}.extends must name a service`);
  }
  const affordable = base && chain.loading.spend(sizeOf(base), written.at);
  const merged = base && affordable ? mergeNodes(base, own, ["services", name], chain.loading.report) : own;
  const completed = merged.kind === "map" ? { ...without(merged, "extends"), at: service2.at } : own;
  chain.services.set(name, { ...entry, node: completed });
  return completed;
}
function sizeOf(service2) {
  if (service2.kind === "scalar") return 1;
  const children = service2.kind === "list" ? service2.items : [...service2.entries.values()].map((entry) => entry.node);
  return children.reduce(
    (sum, child2) => sum + (child2.kind === "map" ? child2.entries.size : child2.kind === "list" ? child2.items.length : 1),
    1
  );
}
function isUnknownReference(node) {
  return isUnknown(node) || node.kind === "map" && [...node.entries.values()].some((entry) => isUnknown(entry.node));
}
function referenceOf(node) {
  const text2 = (part) => knownText(part);
  if (node.kind === "scalar") {
    const service3 = text2(node);
    return service3 === void 0 ? void 0 : { service: service3, at: node.at };
  }
  if (node.kind !== "map") return void 0;
  const service2 = text2(node.entries.get("service")?.node);
  const fileNode = node.entries.get("file")?.node;
  const file = text2(fileNode);
  if (service2 === void 0 || isUnknown(fileNode)) return void 0;
  return { service: service2, at: fileNode?.at ?? node.at, ...file === void 0 ? {} : { file } };
}
function baseOf(name, reference, chain) {
  const { loading, scope } = chain;
  let { services, removals } = chain;
  let link = `${chain.file}
${name}`;
  if (reference.file !== void 0) {
    const path = resolvePath(scope.directory, reference.file);
    const opened = chain.open(path, relativePath(scope.directory, directoryOf(path)));
    if (!opened) {
      loading.missing(path, reference.at);
      return void 0;
    }
    services = new Map(opened.services);
    removals = opened.removals;
    link = `${path}
${name}`;
  }
  if (!services.has(reference.service)) {
    reject(
      loading,
      reference.at,
      "undefined-reference",
      `services.${name} extends the service ${reference.service}, which is not defined`
    );
    return void 0;
  }
  if (chain.links.includes(link) || chain.links.length >= MAX_CHAIN) {
    reject(loading, reference.at, "cycle", `services.${name} extends itself`);
    return void 0;
  }
  const base = extendService(reference.service, { ...chain, services, removals, links: [...chain.links, link] });
  if (base?.kind !== "map") return void 0;
  const wrapped = chain.removals.children.get("services")?.children.get(name);
  return applyRemovals(base, wrapped);
}

// src/parse/compose/include.ts
var MAX_DEPTH2 = 50;
var SECTIONS = ["services", "jobs", "volumes", "networks", "secrets", "configs", "models"];
function applyIncludes(root, removals, including) {
  const written = root.entries.get("include")?.node;
  if (!written) return root;
  let result = without(root, "include");
  if (written.kind !== "list") {
    if (written.kind === "map" || written.text !== null)
      reject(including.loading, written.at, "wrong-type", "include must be a list");
    return result;
  }
  for (const item of written.items) {
    const include = includeOf(item, including);
    const model2 = include && loadInclude(include, including);
    if (model2) result = importModel(model2, result, removals, including.loading);
  }
  return result;
}
function includeOf(item, { loading }) {
  if (isUnknown(item)) return void 0;
  if (item.kind === "scalar" && item.type === "string") return { paths: places(item), environmentFiles: [] };
  if (item.kind !== "map") {
    reject(loading, item.at, "wrong-type", "An item of include must be a path or a mapping");
    return void 0;
  }
  const directory = knownText(item.entries.get("project_directory")?.node);
  return {
    paths: places(item.entries.get("path")?.node),
    environmentFiles: places(item.entries.get("env_file")?.node),
    ...directory === void 0 || directory === "" ? {} : { projectDirectory: directory }
  };
}
function places(node) {
  const items = node?.kind === "list" ? node.items : node ? [node] : [];
  return items.flatMap((item) => {
    const path = knownText(item);
    return path === void 0 ? [] : [{ path, at: item.at }];
  });
}
function loadInclude(include, including) {
  const { scope, loading, path: file } = including;
  const paths = include.paths.map(({ path, at: at2 }) => ({ path: resolvePath(scope.directory, path), at: at2 }));
  const [main] = paths;
  if (!main) return void 0;
  if (scope.including.includes(main.path) || main.path === file || scope.including.length >= MAX_DEPTH2) {
    reject(loading, main.at, "cycle", `${main.path} includes itself`);
    return void 0;
  }
  for (const { path, at: at2 } of paths) if (!loading.read(path)) loading.missing(path, at2);
  const size = paths.reduce((sum, { path }) => sum + (loading.read(path)?.text.length ?? 0), 0);
  if (!loading.spend(size / 10 + 1e3, main.at)) return void 0;
  const given = include.projectDirectory;
  const directory = given === void 0 ? directoryOf(main.path) : resolvePath(scope.directory, given);
  const readable = paths.map(({ path }) => path).filter((path) => loading.read(path) !== void 0);
  const inner = {
    directory,
    variables: variablesOf(include, directory, including),
    including: [...scope.including, file]
  };
  return including.load(readable, inner, relativePath(scope.directory, directory), loading);
}
function variablesOf(include, directory, { scope, loading }) {
  const files = include.environmentFiles.filter(({ path }) => path !== "/dev/null");
  const named2 = files.map(({ path, at: at2 }) => ({ path: resolvePath(scope.directory, path), at: at2 }));
  const fallback = { path: resolvePath(directory, ".env") };
  const own = readVariables(include.environmentFiles.length > 0 ? named2 : [fallback], scope.variables, loading);
  return new Map([...own, ...scope.variables]);
}
function importModel(model2, into, removals, loading) {
  const entries = new Map(into.entries);
  for (const kind of SECTIONS) {
    const from = model2.entries.get(kind);
    if (from?.node.kind !== "map") continue;
    const before = entries.get(kind);
    if (before && before.node.kind !== "map" && !(before.node.kind === "scalar" && before.node.text === null)) continue;
    const named2 = new Map(before?.node.kind === "map" ? before.node.entries : []);
    for (const [name, entry] of from.node.entries) {
      const own = named2.get(name);
      if (own && sameNode(own.node, entry.node)) continue;
      const base = own && applyRemovals(entry.node, removals.children.get(kind)?.children.get(name));
      named2.set(name, own && base ? { ...own, node: mergeNodes(base, own.node, [kind, name], loading.report) } : entry);
    }
    entries.set(kind, { keyAt: before?.keyAt ?? from.keyAt, node: { ...from.node, entries: named2 } });
  }
  return { ...into, entries };
}

// src/parse/compose/ports.ts
var MAX_PORTS = 65536;
function longPorts(node) {
  if (isUnknown(node)) return { ports: [unknownPort(node)] };
  const text2 = node.text ?? "";
  const parts = splitPort(text2);
  const hostIp = bareAddress(parts.hostIp);
  if (hostIp === void 0) return { wrong: `${parts.hostIp} must be in brackets` };
  if (hostIp !== "" && !isAddress(hostIp)) return { wrong: `${hostIp} is not an IP address` };
  if (parts.target === "") return { wrong: `${JSON.stringify(text2)} names no container port` };
  const target = portRange(parts.target);
  if (!target || target.from === 0) return { wrong: `${JSON.stringify(parts.target)} is not a container port` };
  const host = parts.published === "" ? void 0 : portRange(parts.published);
  if (parts.published !== "" && !host) return { wrong: `${JSON.stringify(parts.published)} is not a host port` };
  const span = target.to - target.from;
  if (host && span > 0 && host.to - host.from !== span) {
    return { wrong: `The ranges ${parts.target} and ${parts.published} are not of one length` };
  }
  if (!["tcp", "udp", "sctp"].includes(parts.protocol))
    return { wrong: `${parts.protocol} is not a protocol of a port` };
  const ports2 = [];
  for (let i = 0; i <= span && i < MAX_PORTS; i += 1) {
    const published = !host ? "" : span === 0 && host.to !== host.from ? `${host.from}-${host.to}` : String(host.from + i);
    ports2.push(portMap(node, { hostIp, published, target: String(target.from + i), protocol: parts.protocol }));
  }
  return { ports: ports2.sort((a, b) => targetText(a) < targetText(b) ? -1 : 1) };
}
function bareAddress(text2) {
  const inside = /^\[(.*)\]$/.exec(text2)?.[1];
  return inside ?? (text2.includes(":") ? void 0 : text2);
}
function targetText(port3) {
  const node = port3.entries.get("target")?.node;
  return node?.kind === "scalar" ? `${node.text}/` : "";
}
function portMap(node, parts) {
  const part = (text2, type = "string") => {
    const scalar3 = scalarOf(text2, node.at, type);
    return node.interpolation ? { ...scalar3, interpolation: node.interpolation } : scalar3;
  };
  return mapOf(node.at, [
    ["mode", scalarOf("ingress", node.at)],
    ["host_ip", parts.hostIp === "" ? void 0 : part(parts.hostIp)],
    ["target", part(parts.target, "number")],
    ["published", parts.published === "" ? void 0 : part(parts.published)],
    ["protocol", scalarOf(parts.protocol, node.at)]
  ]);
}
function unknownPort(node) {
  const parts = splitPort(node.text ?? "");
  const part = (text2, type = "string") => {
    if (text2 === "") return void 0;
    if (!text2.includes("$")) return scalarOf(text2, node.at, /^\d+$/.test(text2) ? type : "string");
    return {
      ...scalarOf(text2, node.at),
      interpolation: { raw: text2, state: "unknown", uses: node.interpolation?.uses ?? [] }
    };
  };
  return mapOf(node.at, [
    ["mode", scalarOf("ingress", node.at)],
    ["host_ip", part(parts.hostIp.replace(/^\[(.*)\]$/, "$1"))],
    ["target", part(parts.target, "number")],
    ["published", part(parts.published)],
    ["protocol", part(parts.protocol)]
  ]);
}
function splitOutsideBraces(text2, separator) {
  const parts = [];
  let from = 0;
  let depth = 0;
  for (let i = 0; i < text2.length; i += 1) {
    if (text2.startsWith("${", i)) depth += 1;
    else if (text2.charAt(i) === "}" && depth > 0) depth -= 1;
    else if (depth === 0 && text2.charAt(i) === separator) {
      parts.push(text2.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text2.slice(from)];
}
function splitPort(text2) {
  const parts = splitOutsideBraces(text2, ":");
  const [target = "", protocol = ""] = splitOutsideBraces(parts.at(-1) ?? "", "/");
  return {
    hostIp: parts.slice(0, -2).join(":"),
    published: parts.at(-2) ?? "",
    target,
    protocol: protocol === "" ? "tcp" : protocol.toLowerCase()
  };
}
function portRange(text2) {
  const [first = "", second = first] = text2.split("-");
  if (!/^\d{1,20}$/.test(first) || !/^\d{1,20}$/.test(second)) return void 0;
  const from = Number(first);
  const to = Number(second);
  return to < from || to > 65535 ? void 0 : { from, to };
}

// src/parse/compose/volumes.ts
const { posix: posix2 } = require("node:path");
var PROPAGATIONS = /* @__PURE__ */ new Set(["rprivate", "private", "rshared", "shared", "rslave", "slave"]);
function longVolume(node) {
  const text2 = node.text ?? "";
  if (text2 === "") return { wrong: "A mount must not be empty" };
  if (text2.length <= 2 && !isUnknown(node)) return { volume: volumeMap(node, "", text2, []) };
  const parts = splitVolume(text2);
  if (parts.some((part) => part === "")) return { wrong: `${JSON.stringify(text2)} has an empty part between colons` };
  if (parts.length > 3) return { wrong: `${JSON.stringify(text2)} has too many colons` };
  const [first = "", second, options = ""] = parts;
  const source = second === void 0 ? "" : first;
  return { volume: volumeMap(node, source, second ?? first, options.split(",")) };
}
function splitVolume(text2) {
  const parts = [];
  for (const part of splitOutsideBraces(text2, ":")) {
    const before = parts.at(-1);
    if (before !== void 0 && before.length < 3 && new RegExp("^\\p{L}$", "u").test(before))
      parts[parts.length - 1] = `${before}:${part}`;
    else parts.push(part);
  }
  return parts;
}
function volumeMap(node, source, target, options) {
  const { at: at2 } = node;
  const bind = isHostPath(source);
  const part = (text2) => partOf2(node, text2);
  const propagation = options.findLast((option2) => PROPAGATIONS.has(option2));
  const selinux = options.findLast((option2) => option2 === "z" || option2 === "Z");
  const access = options.findLast((option2) => option2 === "ro" || option2 === "rw");
  const bindMap = mapOf(at2, [
    ["selinux", selinux === void 0 ? void 0 : scalarOf(selinux, at2)],
    ["propagation", propagation === void 0 ? void 0 : scalarOf(propagation, at2)],
    ["create_host_path", bind ? scalarOf("true", at2, "boolean") : void 0]
  ]);
  const volumeOptions = mapOf(at2, [
    ["nocopy", options.includes("nocopy") ? scalarOf("true", at2, "boolean") : void 0]
  ]);
  const cleaned = part(target);
  return mapOf(at2, [
    ["type", typeOf(node, source, bind)],
    ["source", source === "" ? void 0 : part(source)],
    ["target", isUnknown(cleaned) ? cleaned : { ...cleaned, text: posix2.normalize(target).replace(/(?<=.)\/$/, "") }],
    ["read_only", access === "ro" ? scalarOf("true", at2, "boolean") : void 0],
    ["bind", bindMap.entries.size > 0 ? bindMap : void 0],
    ["volume", !bind || volumeOptions.entries.size > 0 ? volumeOptions : void 0]
  ]);
}
function typeOf(node, source, bind) {
  const type = scalarOf(bind ? "bind" : "volume", node.at);
  const open = isUnknown(node) && source.startsWith("$");
  return open ? { ...partOf2(node, source), text: source } : type;
}
function partOf2(node, text2) {
  const scalar3 = scalarOf(text2, node.at);
  const { interpolation } = node;
  if (!interpolation || isUnknown(node) && !text2.includes("$")) return scalar3;
  return { ...scalar3, interpolation: { ...interpolation, raw: isUnknown(node) ? text2 : interpolation.raw } };
}
function isHostPath(source) {
  if (/^[./~]/.test(source) || source.startsWith("\\\\")) return true;
  return source.slice(0, 3).includes(":") && new RegExp("^\\p{L}:", "u").test(source);
}

// src/parse/compose/long-forms.ts
function expandShortForms(root, { report: report2, spend }) {
  return change(root, CHANGES, { path: "", report: report2, spend });
}
function change(node, pattern, context) {
  if (!pattern) return node;
  const changed = pattern.value ? pattern.value(node, context) : node;
  if (pattern.children.size === 0) return changed;
  if (changed.kind === "map") {
    return mapEntries(
      changed,
      (child2, key) => change(child2, step(pattern, key), { ...context, path: below(context.path, key) })
    );
  }
  if (changed.kind !== "list") return changed;
  const inside = { ...context, path: below(context.path, "[]") };
  return mapItems(changed, (item) => change(item, step(pattern, "[]"), inside));
}
function wrong2(node, context, message, code = "wrong-type") {
  context.report({ at: node.at, message: `${context.path}: ${message}`, kind: "structure", code });
}
var toList2 = (node) => node.kind === "scalar" && node.text !== null ? listOf(node.at, [node]) : node;
var namesToMap = (node) => {
  if (node.kind !== "list") return node;
  return namedEntries(node, (item) => nullAt(item.at));
};
function namedEntries(list3, value) {
  const entries = /* @__PURE__ */ new Map();
  for (const item of list3.items) {
    if (item.kind === "scalar" && item.text !== null) entries.set(item.text, { keyAt: item.at, node: value(item) });
  }
  return { kind: "map", at: list3.at, entries };
}
var dependencies2 = (node) => {
  if (node.kind === "list") return namedEntries(node, startedDependency);
  if (node.kind !== "map") return node;
  return mapEntries(node, (dependency2) => {
    if (dependency2.kind !== "map") return dependency2;
    const defaults = startedDependency(dependency2);
    return { ...dependency2, entries: new Map([...defaults.entries, ...dependency2.entries]) };
  });
};
var environmentFiles = (node, context) => {
  if (node.kind === "map") wrong2(node, context, "env_file is a path or a list");
  const items = node.kind === "list" ? node.items : isNull(node) ? [] : [node];
  return listOf(node.at, items.map(environmentFile2));
};
function environmentFile2(item) {
  const required = scalarOf("true", item.at, "boolean");
  if (item.kind === "scalar")
    return mapOf(item.at, [
      ["path", item],
      ["required", required]
    ]);
  if (item.kind !== "map" || item.entries.has("required")) return item;
  return withEntry(item, "required", required);
}
var ports = (node, context) => {
  if (node.kind !== "list") return node;
  const items = [];
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.text === null) {
      items.push(item);
      continue;
    }
    if (!context.spend(0, item.at)) continue;
    const result = longPorts(item);
    if ("wrong" in result) wrong2(item, context, result.wrong, "invalid-port");
    else if (context.spend(result.ports.length, item.at)) for (const port3 of result.ports) items.push(port3);
  }
  return listOf(node.at, items);
};
var mounts = (node, context) => {
  if (node.kind !== "list") return node;
  const items = [];
  for (const item of node.items) {
    if (item.kind !== "scalar" || item.text === null) {
      items.push(item);
      continue;
    }
    const result = longVolume(item);
    if ("wrong" in result) wrong2(item, context, result.wrong, "invalid-volume");
    else items.push(result.volume);
  }
  return listOf(node.at, items);
};
var device3 = (node, context) => {
  if (node.kind !== "scalar" || node.text === null || isUnknown(node)) return node;
  const parts = node.text.split(":");
  if (parts.length > 3) wrong2(node, context, `${JSON.stringify(node.text)} has too many colons`, "invalid-device");
  const [source = "", target = "", permissions = "rwm"] = parts;
  return mapOf(node.at, [
    ["source", { ...node, text: source }],
    ["target", { ...node, text: target === "" ? source : target }],
    ["permissions", scalarOf(permissions, node.at)]
  ]);
};
var grant = (node) => node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["source", node]]) : node;
var allGpus = (node) => {
  if (node.kind !== "scalar" || node.text === null) return node;
  return listOf(node.at, [mapOf(node.at, [["count", isUnknown(node) ? node : scalarOf("all", node.at)]])]);
};
var build4 = (node) => {
  return node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["context", node]]) : node;
};
var contexts = (node, context) => {
  if (node.kind !== "list") return node;
  for (const item of node.items) {
    if (item.kind === "scalar" && !isUnknown(item) && !item.text?.includes("="))
      wrong2(item, context, "A context is written name=path");
  }
  return keyValueMap(node);
};
var sshKeys = (node, context) => {
  if (node.kind !== "list") return node;
  for (const item of node.items) {
    const bare = item.kind === "scalar" && !isUnknown(item) && item.text !== "default" && !item.text?.includes("=");
    if (bare) wrong2(item, context, "An SSH key other than default is written id=path");
  }
  return keyValueMap(node);
};
var schedule2 = (node) => node.kind === "scalar" && node.text !== null ? mapOf(node.at, [["cron", node]]) : node;
var external2 = (node, context) => {
  const old = node.kind === "map" ? node.entries.get("external")?.node : void 0;
  if (node.kind !== "map" || old?.kind !== "map") return node;
  const resource = withEntry(node, "external", scalarOf("true", old.at, "boolean"));
  const oldName = old.entries.get("name");
  const name = node.entries.get("name")?.node;
  if (!oldName) return resource;
  if (!name) return withEntry(resource, "name", oldName.node, oldName.keyAt);
  const different = name.kind === "scalar" && oldName.node.kind === "scalar" && name.text !== oldName.node.text;
  if (different) wrong2(node, context, "name and external.name say different things", "settings-conflict");
  return resource;
};
var ulimit2 = (node, context) => {
  if (node.kind === "scalar" && node.type !== "number" && !isUnknown(node))
    wrong2(node, context, "A limit is a whole number or a mapping");
  return node;
};
var CHANGES = patterns([
  ...["services.*", "jobs.*", "services.*.pre_start.*"].flatMap(
    (prefix) => [
      ["env_file", environmentFiles],
      ["label_file", toList2],
      ["gpus", allGpus],
      ["networks", namesToMap],
      ["models", namesToMap],
      ["volumes", mounts],
      ["dns", toList2],
      ["dns_search", toList2],
      ["tmpfs", toList2],
      ["devices.*", device3],
      ["secrets.*", grant],
      ["configs.*", grant],
      ["ulimits.*", ulimit2]
    ].map(([path, to]) => [`${prefix}.${path}`, to])
  ),
  ...["services.*", "jobs.*"].flatMap(
    (prefix) => [
      ["build", build4],
      ["build.secrets.*", grant],
      ["build.additional_contexts", contexts],
      ["build.ssh", sshKeys],
      ["build.ulimits.*", ulimit2],
      ["depends_on", dependencies2],
      ["ports", ports]
    ].map(([path, to]) => [`${prefix}.${path}`, to])
  ),
  ["jobs.*.triggers.schedule.*", schedule2],
  ["services.*.develop.watch.*.ignore", toList2],
  ["services.*.develop.watch.*.include", toList2],
  ["volumes.*", external2],
  ["networks.*", external2],
  ["secrets.*", external2],
  ["configs.*", external2]
]);

// src/parse/compose/promote.ts
function promoteExtensions(root, loading) {
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" || section.kind !== "map") return section;
    return mapEntries(section, (service2, name) => {
      const promoted = promote(service2, "x-develop", "develop", ["services", name], loading);
      return promoted.kind === "map" ? promoteWatch(promoted, name, loading) : promoted;
    });
  });
}
function promoteWatch(service2, name, loading) {
  const develop = service2.entries.get("develop")?.node;
  const watch2 = develop?.kind === "map" ? develop.entries.get("watch")?.node : void 0;
  if (develop?.kind !== "map" || watch2?.kind !== "list") return service2;
  const path = ["services", name, "develop", "watch", "[]"];
  const items = watch2.items.map((item) => promote(item, "x-initialSync", "initial_sync", path, loading));
  const change2 = (node, key) => key === "watch" ? { ...watch2, items } : node;
  return mapEntries(service2, (node, key) => key === "develop" ? mapEntries(develop, change2) : node);
}
function promote(node, from, to, path, loading) {
  const old = node.kind === "map" ? node.entries.get(from) : void 0;
  if (node.kind !== "map" || !old) return node;
  const own = node.entries.get(to);
  const entry = own ? { ...own, node: mergeNodes(old.node, own.node, [...path, to], loading.report) } : old;
  const rest = without(node, from);
  return { ...rest, entries: new Map([...rest.entries, [to, entry]]) };
}

// src/parse/compose/schema-check.ts
function checkSchema(root, loading) {
  return checkNode(root, PROJECT_SHAPE, "", loading);
}
function checkNode(node, shape, path, loading) {
  if (shape.any) return node;
  if (node.kind === "scalar" && shape.scalar) return checkScalar(node, shape.scalar, path, loading);
  if (node.kind === "list" && shape.list) return checkList(node, shape.list, path, loading);
  if (node.kind === "map" && shape.map) return checkMap(node, shape.map, path, loading);
  reject(loading, node.at, "wrong-type", `${placeName(path)} must be ${expected(shape)}`);
  return nullAt(node.at);
}
function placeName(path) {
  return path === "" ? "A Compose file" : path;
}
var TYPE_WORDS = {
  string: "a string",
  number: "a number",
  integer: "a whole number",
  boolean: "a boolean",
  null: "null"
};
function expected(shape) {
  const words3 = (shape.scalar?.types ?? []).map((type) => TYPE_WORDS[type]);
  if (shape.list) words3.push("a list");
  if (shape.map) words3.push("a mapping");
  const last = words3.pop() ?? "nothing";
  return words3.length === 0 ? last : `${words3.join(", ")} or ${last}`;
}
function hasType(node, type) {
  if (type === "integer") return node.type === "number" && /^-?\d+$/.test(node.text ?? "");
  if (type === "number") return node.type === "number" && !/^(?:NaN|[-+]Inf)$/.test(node.text ?? "");
  return node.type === type;
}
function checkScalar(node, shape, path, loading) {
  if (isUnknown(node)) return node;
  const wrong3 = (code, must) => reject(loading, node.at, code, `${placeName(path)} must be ${must}`);
  const value = node.text ?? "";
  if (!shape.types.some((type) => hasType(node, type))) wrong3("wrong-type", expected({ scalar: shape }));
  else if (node.type === "string" && shape.oneOf && !shape.oneOf.includes(value)) {
    wrong3("wrong-value", `one of ${shape.oneOf.join(", ")}`);
  } else if (node.type === "string" && shape.pattern && !shape.pattern.test(value))
    wrong3("wrong-value", `written as ${shape.pattern.source}`);
  else if (node.type === "number" && shape.min !== void 0 && Number(value) < shape.min)
    wrong3("wrong-value", `at least ${shape.min}`);
  else if (node.type === "number" && shape.max !== void 0 && Number(value) > shape.max)
    wrong3("wrong-value", `at most ${shape.max}`);
  return node;
}
function checkList(node, shape, path, loading) {
  const seen = /* @__PURE__ */ new Set();
  return mapItems(node, (item, index) => {
    if (shape.unique && !isUnknown(item)) {
      const print = fingerprint(item);
      if (seen.has(print)) reject(loading, item.at, "duplicate-item", `${placeName(path)} has the same item twice`);
      seen.add(print);
    }
    return checkNode(item, shape.item, below(path, String(index)), loading);
  });
}
function checkMap(node, shape, path, loading) {
  const checked = mapEntries(node, (child2, key) => {
    const known2 = shape.keys.get(key) ?? (shape.others?.pattern.test(key) ? shape.others.shape : void 0);
    if (known2) return checkNode(child2, known2, below(path, key), loading);
    if (!shape.open && !(shape.extensions && key.startsWith("x-"))) {
      const at2 = node.entries.get(key)?.keyAt ?? child2.at;
      reject(loading, at2, "unknown-key", `${placeName(path)} does not know the key ${key}`);
    }
    return child2;
  });
  for (const key of shape.required) {
    if (!node.entries.has(key)) reject(loading, node.at, "missing-key", `${placeName(path)} must have the key ${key}`);
  }
  return checked;
}

// src/parse/compose/unique.ts
function textAt2(node, key) {
  const child2 = node?.kind === "map" ? node.entries.get(key)?.node : void 0;
  return child2?.kind === "scalar" && child2.text !== null ? child2.text : void 0;
}
var byName3 = (node) => node.kind === "scalar" ? (node.text ?? "").split("=", 1)[0] ?? "" : fingerprint(node);
var byText = (node) => node.kind === "scalar" ? node.text ?? "" : fingerprint(node);
var byTarget2 = (node) => {
  if (node.kind === "map") return textAt2(node, "target") ?? fingerprint(node);
  if (node.kind !== "scalar" || isUnknown(node)) return fingerprint(node);
  const result = longVolume(node);
  return "volume" in result ? textAt2(result.volume, "target") ?? "" : fingerprint(node);
};
var byDevice = (node) => {
  if (node.kind === "map") return textAt2(node, "target") ?? fingerprint(node);
  if (node.kind !== "scalar") return fingerprint(node);
  const [source = "", target = source] = (node.text ?? "").split(":");
  return target;
};
function byMount(directory) {
  return (node) => {
    if (node.kind === "scalar") return `${directory}/${node.text}`;
    return textAt2(node, "target") ?? `${directory}/${textAt2(node, "source")}`;
  };
}
var byBinding = (node) => {
  if (node.kind !== "map") return byText(node);
  const published = textAt2(node, "published") ?? "";
  const address = textAt2(node, "host_ip") ?? "0.0.0.0";
  return `${address}:${published}:${textAt2(node, "target")}/${textAt2(node, "protocol") ?? "tcp"}`;
};
var byPath = (node) => textAt2(node, "path") ?? byText(node);
var KEYS = [
  ["networks.*.labels", byName3],
  ...[
    "annotations",
    "build.args",
    "build.additional_contexts",
    "build.tags",
    "build.labels",
    "cap_add",
    "cap_drop",
    "deploy.labels",
    "dns",
    "dns_opt",
    "dns_search",
    "environment",
    "labels",
    "links",
    "networks.*.aliases",
    "networks.*.link_local_ips",
    "profiles",
    "sysctls",
    "tmpfs"
  ].map((path) => [`services.*.${path}`, byName3]),
  ["services.*.expose", byText],
  ["services.*.devices", byDevice],
  ["services.*.configs", byMount("")],
  ["services.*.secrets", byMount("/run/secrets")],
  ["services.*.env_file", byPath],
  ["services.*.ports", byBinding],
  ["services.*.volumes", byTarget2]
];
var UNIQUE = patterns(KEYS);
function uniqueProject(root) {
  return rewrite(root, UNIQUE, (keyOf, node) => uniqueItems(node, keyOf), "also-inside");
}
function uniqueItems(node, keyOf) {
  if (node.kind !== "list") return node;
  const items = /* @__PURE__ */ new Map();
  for (const item of node.items) items.set(keyOf(item), item);
  return items.size === node.items.length ? node : { ...node, items: [...items.values()] };
}

// src/parse/compose/model.ts
function loadModel(files, scope, pathsTo, loading) {
  let model2;
  const extended = /* @__PURE__ */ new Map();
  for (const path of files) {
    for (const document of readFile(path, loading)) {
      model2 = addDocument(model2, document, { path, scope, loading, extended });
    }
  }
  return model2 && passVariables(resolvePaths(applyDefaults(model2, loading), pathsTo), scope);
}
function readFile(path, loading) {
  const file = loading.parse(path);
  if (!file) {
    loading.missing(path, { path, start: 0, end: 0 });
    return [];
  }
  loading.took(path);
  for (const problem of file.problems) loading.report(problem);
  return file.documents;
}
function prepare({ root }, { path, scope, loading }) {
  if (root?.kind !== "map") {
    const at2 = root?.at ?? { path, start: 0, end: 0 };
    const isText = root !== void 0 && !(root.kind === "scalar" && root.text === null);
    loading.report({
      at: at2,
      message: "The top level of a Compose file must be a mapping",
      kind: isText ? "syntax" : "structure",
      code: "not-a-mapping"
    });
    return void 0;
  }
  checkKeys(root, loading);
  const taken = takeRemovals(root);
  const interpolated = interpolateFile(taken.root, {
    lookup: (name) => scope.variables.get(name),
    unset: loading.unset,
    spend: loading.spend,
    sourceOf: loading.read,
    report: loading.report
  });
  return { root: promoteExtensions(interpolated, loading), removals: taken.removals };
}
function checkKeys(node, loading) {
  if (node.kind === "list") for (const item of node.items) checkKeys(item, loading);
  if (node.kind !== "map") return;
  for (const [key, entry] of node.entries) {
    if (entry.keyType) reject(loading, entry.keyAt, "wrong-type", `The key ${key} must be a string; put it in quotes`);
    checkKeys(entry.node, loading);
  }
}
function addDocument(before, document, context) {
  const { path, scope, loading, extended } = context;
  const prepared = prepare(document, context);
  if (!prepared) return before;
  const { removals } = prepared;
  const included = applyIncludes(prepared.root, removals, { path, scope, loading, load: loadModel });
  const own = applyExtends(included, removals, {
    loading,
    scope,
    file: path,
    open: (file, directory) => openExtended(file, directory, { ...context, path: file }, extended)
  });
  const base = before && applyRemovals(before, removals);
  const merged = base ? mergeNodes(base, own, [], loading.report) : own;
  const checked = checkSchema(uniqueProject(merged), loading);
  return uniqueProject(omitEmpty(expandShortForms(checked, loading)));
}
function openExtended(path, directory, context, cache) {
  const key = `${path}
${directory}`;
  if (cache.has(key)) return cache.get(key);
  const { loading } = context;
  if (!loading.read(path)) {
    cache.set(key, void 0);
    return void 0;
  }
  let root;
  let removals = { children: /* @__PURE__ */ new Map() };
  for (const document of readFile(path, loading)) {
    const prepared = prepare(document, context);
    if (!prepared) continue;
    const base = root && applyRemovals(root, prepared.removals);
    const merged = base ? mergeNodes(base, prepared.root, [], loading.report) : prepared.root;
    root = uniqueProject(expandShortForms(uniqueProject(merged), loading));
    removals = prepared.removals;
  }
  const services = root && resolvePaths(root, directory).entries.get("services")?.node;
  const opened = { services: services?.kind === "map" ? services.entries : /* @__PURE__ */ new Map(), removals };
  cache.set(key, opened);
  return opened;
}
function omitEmpty(root) {
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" && kind !== "jobs" || section.kind !== "map") return section;
    return mapEntries(section, (service2) => {
      if (service2.kind !== "map") return service2;
      return mapEntries(service2, (node, key) => {
        if (key !== "dns" || node.kind !== "list") return node;
        return {
          ...node,
          items: node.items.filter((item) => item.kind !== "scalar" || item.text !== null && item.text !== "")
        };
      });
    });
  });
}
function passVariables(root, { variables, including }) {
  if (including.length === 0) return root;
  return mapEntries(root, (section, kind) => {
    if (kind !== "services" && kind !== "jobs" || section.kind !== "map") return section;
    return mapEntries(section, (service2) => {
      if (service2.kind !== "map") return service2;
      return mapEntries(service2, (node, key) => key === "environment" ? passListed(node, variables) : node);
    });
  });
}

// src/parse/compose/name.ts
function normalProjectName(text2) {
  return text2.toLowerCase().replace(/[^a-z0-9_-]/g, "").replace(/^[_-]+/, "");
}
function writtenName(files, variables, loading) {
  let name = "";
  for (const path of files) {
    for (const { root } of loading.parse(path)?.documents ?? []) {
      const node = root?.kind === "map" ? root.entries.get("name")?.node : void 0;
      if (node?.kind === "scalar" && node.text) name = node.text;
    }
  }
  const result = interpolateText(
    name,
    { lookup: (key) => variables.get(key), unset: loading.unset, spend: loading.spend },
    () => ({
      path: "",
      start: 0,
      end: 0
    })
  );
  if (result.state === "invalid" || result.state === "unknown" || result.state === "required") return null;
  return normalProjectName(result.text);
}

// src/parse/compose/project.ts
function loadComposeProject(request) {
  const log = startLog(request);
  const directory = request.projectDirectory ?? directoryOf(request.files[0] ?? "");
  const variables = environmentOf(request, directory, log.loading);
  const name = projectName(request, directory, variables, log.loading);
  variables.set("COMPOSE_PROJECT_NAME", { text: name ?? "", known: name !== void 0 });
  const files = request.files.map((file) => joinPath(".", file));
  const model2 = loadModel(files, { directory, variables, including: [] }, directory, log.loading);
  if (!model2 || model2.entries.size === 0) {
    const path = files[0] ?? "";
    const said = [...log.problems.values()].some((problem) => problem.code === "not-a-mapping");
    if (log.files.size > 0 && !said)
      reject(log.loading, { path, start: 0, end: 0 }, "empty", "The Compose file is empty");
  }
  const { jobs, models, ...project } = assemble(
    model2 && decodeProject(model2, log.loading),
    name,
    { loading: log.loading, variables },
    request.profiles
  );
  checkProject({ ...project, jobs, models }, log.loading);
  return { ...project, files: [...log.files], problems: [...log.problems.values()], missing: [...log.missing.values()] };
}
var MAX_COPIED_NODES = 1e5;
var MAX_PROBLEMS = 1e3;
function startLog({ read, unset }) {
  const sources = /* @__PURE__ */ new Map();
  const parsed = /* @__PURE__ */ new Map();
  const files = /* @__PURE__ */ new Set();
  const problems = /* @__PURE__ */ new Map();
  const missing = /* @__PURE__ */ new Map();
  const readOnce = (path) => {
    if (!sources.has(path)) sources.set(path, read(path));
    return sources.get(path);
  };
  const parseOnce = (path) => {
    const source = readOnce(path);
    if (!parsed.has(path)) parsed.set(path, source && parseYaml(source));
    return parsed.get(path);
  };
  let left = MAX_COPIED_NODES;
  const keyOf = (at2, rest) => `${at2.path}
${at2.start}
${at2.end}
${rest}`;
  const loading = {
    unset,
    read: readOnce,
    parse: parseOnce,
    report: (problem) => {
      const what = problem.code?.startsWith("wrong-") ? "wrong" : problem.message;
      const key = keyOf(problem.at, what);
      if (!problems.has(key) && problems.size < MAX_PROBLEMS) problems.set(key, problem);
    },
    spend: (nodes, at2) => {
      left -= nodes;
      if (left < 0) {
        const message = "What the files of the project copy from each other is more than is read";
        loading.report({ at: at2, message, kind: "syntax", code: "too-large" });
      }
      return left >= 0;
    },
    missing: (path, at2) => {
      if (missing.size < MAX_PROBLEMS) missing.set(keyOf(at2, path), { path, at: at2 });
    },
    took: (path) => files.add(path)
  };
  return { loading, files, problems, missing };
}
function environmentOf(request, directory, loading) {
  const shell = new Map(
    [...request.environment].map(([key, set]) => [
      key,
      typeof set === "string" ? { text: set, known: true } : set
    ])
  );
  const named2 = request.environmentFiles?.map((path) => ({ path, at: { path, start: 0, end: 0 } }));
  const files = named2 ?? [{ path: resolvePath(directory, ".env") }];
  return new Map([...readVariables(files, shell, loading), ...shell]);
}
function projectName(request, directory, variables, loading) {
  const given = variables.get("COMPOSE_PROJECT_NAME");
  if (given && given.text !== "") return given.known ? given.text : void 0;
  const written = writtenName(request.files, variables, loading);
  if (written === null) return void 0;
  return written || normalProjectName(directory === "." ? "" : fileName(directory)) || void 0;
}
function assemble(model2, name, finishing, profiles) {
  const services = /* @__PURE__ */ new Map();
  const disabled = /* @__PURE__ */ new Map();
  for (const [key, { keyAt, node }] of sectionOf(model2, "services")) {
    if (node.kind !== "map") continue;
    const own = profilesOf(node);
    const enabled = own.length === 0 || own.some((profile) => profiles.includes(profile) || profiles.includes("*"));
    const service2 = { name: key, at: keyAt, node: canonicalService(node, { ...finishing, enabled }), profiles: own };
    (enabled ? services : disabled).set(key, service2);
  }
  const networks = resources(model2, "networks");
  const connected = [...services.values(), ...disabled.values()].find((service2) => usesDefaultNetwork(service2.node));
  if (connected && !networks.has("default")) {
    networks.set("default", {
      name: "default",
      at: connected.at,
      node: { kind: "map", at: connected.at, entries: /* @__PURE__ */ new Map() }
    });
  }
  return {
    ...name === void 0 ? {} : { name },
    services,
    disabled,
    networks,
    volumes: resources(model2, "volumes"),
    secrets: resources(model2, "secrets"),
    configs: resources(model2, "configs"),
    jobs: jobsOf(model2),
    models: new Set(sectionOf(model2, "models").keys())
  };
}
function sectionOf(model2, key) {
  const node = model2?.entries.get(key)?.node;
  return node?.kind === "map" ? node.entries : /* @__PURE__ */ new Map();
}
function jobsOf(model2) {
  const jobs = /* @__PURE__ */ new Map();
  for (const [name, { node }] of sectionOf(model2, "jobs")) if (node.kind === "map") jobs.set(name, node);
  return jobs;
}
function profilesOf(service2) {
  const node = service2.entries.get("profiles")?.node;
  if (node?.kind !== "list") return [];
  return node.items.flatMap((item) => item.kind === "scalar" && item.text !== null ? [item.text] : []);
}
function usesDefaultNetwork(service2) {
  const networks = service2.entries.get("networks")?.node;
  return networks?.kind === "map" && networks.entries.has("default");
}
function resources(model2, kind) {
  const found = /* @__PURE__ */ new Map();
  for (const [name, { keyAt, node }] of sectionOf(model2, kind)) {
    const map2 = node.kind === "map" ? node : { kind: "map", at: node.at, entries: /* @__PURE__ */ new Map() };
    found.set(name, {
      name,
      at: keyAt,
      node: mapEntries(map2, (child2, key) => key === "labels" ? texts(child2) : child2)
    });
  }
  return found;
}

// src/model/compose/loader.ts
var NO_SHELL = /* @__PURE__ */ new Map();
function projectLoader(tree) {
  const loaded = /* @__PURE__ */ new Map();
  return (files, settings = {}) => {
    const { projectDirectory = directoryOf(files[0] ?? ""), environmentFiles: environmentFiles2 = [], shell = NO_SHELL } = settings;
    const sources = environmentFiles2.length > 0 ? environmentFiles2 : [joinPath(projectDirectory, ".env")];
    const set = shell.get("COMPOSE_PROFILES");
    const inFiles = sources.map((path) => environmentValue(tree, path, "COMPOSE_PROFILES")).findLast((one) => one !== void 0);
    const named2 = set?.known ? set.text : inFiles;
    const profiles = [...settings.profiles ?? [], ...(named2 ?? "").split(",").map((name) => name.trim())];
    const request = {
      files,
      projectDirectory,
      profiles: [...new Set(profiles)].filter((name) => name !== ""),
      ...environmentFiles2.length > 0 ? { environmentFiles: environmentFiles2 } : {}
    };
    const key = JSON.stringify([request, ...shell]);
    const before = loaded.get(key);
    if (before) return before;
    const project = loadComposeProject({ ...request, environment: shell, unset: "unknown", read: tree.read });
    loaded.set(key, project);
    return project;
  };
}
function environmentValue(tree, path, name) {
  const source = tree.read(path);
  if (!source?.text.includes(name)) return void 0;
  const value = parseEnvironmentFile(source).entries.findLast((entry) => entry.name === name)?.value;
  return value === null || value?.includes("$") ? void 0 : value;
}
var ORIGINS = ["image", "build", "provider"];
function isComplete(project) {
  const services = [...servicesOf(project).values()];
  return services.length > 0 && services.every(({ node }) => ORIGINS.some((key) => child(node, key) !== void 0));
}
function isUnreadable(project) {
  return project.problems.some((problem) => problem.kind === "syntax");
}
function danglingCount(project) {
  return project.problems.filter((problem) => problem.code === "undefined-reference").length;
}
function servicesOf(project) {
  return new Map([...project.services, ...project.disabled]);
}

// src/model/compose/choice.ts
var BY_DEFAULT = 'it is what "docker compose up" loads without an override';
var MOST_FILES2 = 30;
function chooseProduction(folder, candidates2, variable) {
  const { directory } = folder;
  const said = folderPurpose(directory);
  if (said?.purpose === "development") {
    const because = `it lies in ${said.folder}/`;
    const sets2 = candidates2.map((candidate) => ({ candidate, production: false, strength: "none", because }));
    return { directory, sets: sets2 };
  }
  const chosen = choose(folder, candidates2, variable);
  if (!chosen) return { directory, sets: candidates2.map((candidate) => development(candidate, void 0)) };
  const whole2 = withAdditions(chosen, candidates2, folder);
  const names = new Set(servicesOf(whole2.candidate.project).keys());
  const sets = [{ ...whole2, production: true }];
  for (const candidate of candidates2) {
    if (candidate.files.join("\n") === whole2.candidate.files.join("\n")) continue;
    if (candidate.variant === "part" && candidate.files.every((file) => whole2.candidate.files.includes(file))) continue;
    if (!isBeside(candidate, whole2.candidate, names)) {
      sets.push(development(candidate, whole2.candidate));
      continue;
    }
    for (const name of servicesOf(candidate.project).keys()) names.add(name);
    const because = candidate.because ?? `it adds services to what ${whole2.candidate.files.join(" + ")} starts`;
    sets.push({
      candidate,
      production: true,
      strength: candidate.variant === "production" ? "named" : "plain",
      because
    });
  }
  return { directory, sets };
}
function development(candidate, whole2) {
  const told = ["development", "override", "preproduction"].includes(candidate.variant) ? candidate.because : void 0;
  const because = told ?? (whole2 ? `${whole2.files.join(" + ")} is what production runs` : "nothing says that it is deployed");
  return { candidate, production: false, strength: "none", because };
}
function isBeside(candidate, whole2, names) {
  return (candidate.variant === "part" || candidate.variant === "production") && candidate.files.length === 1 && !whole2.files.includes(candidate.files[0] ?? "") && [...servicesOf(candidate.project).keys()].every((name) => !names.has(name));
}
function choose({ directory }, candidates2, variable) {
  const said = folderPurpose(directory);
  const pick = (candidate, because, strength) => candidate && { candidate, because: because ?? candidate.because ?? "", strength };
  const plain = said?.purpose === "production" ? "named" : said?.purpose === "preproduction" ? "nearest" : "plain";
  const place = said && (said.purpose === "production" ? `it lies in ${said.folder}/` : `it lies in ${said.folder}/, which is the nearest to production`);
  const production = candidates2.filter((one) => one.variant === "production");
  const invoked = production.find((one) => one.invocation);
  const named2 = variable && `COMPOSE_FILE in ${variable.by} names it`;
  const neutral = (one) => one && !["development", "override", "preproduction"].includes(one.variant) ? one : void 0;
  const first = (variant, invokedOnly = false) => candidates2.find((one) => one.variant === variant && (!invokedOnly || one.invocation !== void 0));
  const together2 = first("base", true);
  return pick(invoked, becauseOfCommand(invoked), "named") ?? pick(variable?.candidate.variant === "production" ? variable.candidate : void 0, named2, "named") ?? pick(production.find((one) => one.files.some(isPlainlyProduction)) ?? production[0], void 0, "named") ?? pick(neutral(variable?.candidate), named2, plain) ?? pick(together2, place ?? `${together2?.invocation?.by} starts these files together`, plain) ?? pick(
    candidates2.find((one) => one.variant === "base"),
    place ?? BY_DEFAULT,
    plain
  ) ?? pick(first("part"), place ?? "no other compose file here is named for production", plain) ?? pick(
    first("preproduction"),
    `${first("preproduction")?.because}, and nothing here is nearer to production`,
    "nearest"
  );
}
function becauseOfCommand(candidate) {
  const command2 = candidate?.invocation;
  if (!command2) return void 0;
  if (command2.starts && command2.purpose === "production") return `${command2.by} deploys it`;
  return command2.starts ? `${command2.by} starts it, and ${candidate.because}` : `${command2.by} names it, and ${candidate.because}`;
}
function withAdditions(chosen, candidates2, folder) {
  const { candidate } = chosen;
  if (candidate.invocation || chosen.strength === "nearest") return chosen;
  let files = candidate.files;
  for (const other of candidates2) {
    if (files.length >= MOST_FILES2) break;
    if (other === candidate || other.variant !== "part" || other.invocation) continue;
    const added2 = other.files.filter((file) => !files.includes(file));
    if (added2.length !== 1 || directoryOf(added2[0] ?? "") !== folder.directory) continue;
    if (addsOnly(files, added2, candidate.variant === "part", folder)) files = [...files, ...added2];
  }
  if (files.length === candidate.files.length) return chosen;
  const more = files.slice(candidate.files.length).map(fileName).join(" and ");
  const because = candidate.variant === "part" && variantOf(candidate.files[0] ?? "") === "part" ? "none of them is named for a purpose, and together they start one system" : `${chosen.because}, and ${more} adds services to it`;
  return { ...chosen, candidate: { ...candidate, files, project: folder.load(files) }, because };
}
function addsOnly(files, added2, alike, folder) {
  const before = folder.load(files);
  const alone = folder.load(added2);
  if (isUnreadable(alone) || isUnreadable(before)) return false;
  const names = servicesOf(before);
  const own = [...servicesOf(alone).keys()];
  if (own.length === 0 || own.some((name) => names.has(name))) return false;
  if (!alike && danglingCount(alone) === 0) return false;
  const after = folder.load([...files, ...added2]);
  return after.problems.length <= before.problems.length + alone.problems.length - danglingCount(alone) || danglingCount(after) === 0;
}

// src/model/kubernetes/local-compose.ts
var SCRIPTS2 = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);
var BARE_UP = /\b(?:docker-compose|(?:docker|podman)\s+compose)(?=\s)(?![^\n;|&]*\s(?:-f|--file)\b)[^\n;|&]*\s(?:up|start|create)(?=\s|$|["'])/;
var MOST_LINES2 = 5e3;
function withoutLocalCompose(composed, kubernetes, tree) {
  const cluster = kubernetes.deployments.filter((one) => one.purpose === "production");
  const there = cluster.filter((one) => one.workloads.length > 0);
  if (there.length === 0 || !composed.deployments.some(isByDefault) || deploysBare(tree)) return composed;
  const demoted = /* @__PURE__ */ new Map();
  for (const deployment of composed.deployments) {
    const whole2 = isByDefault(deployment) ? there.find((one) => runsAll(one, deployment)) : void 0;
    if (whole2) demoted.set(deployment.id, forDevelopment(deployment, whole2));
  }
  if (demoted.size === 0) return composed;
  const deployments = composed.deployments.map((one) => demoted.get(one.id) ?? one);
  const production = new Set(deployments.filter((one) => one.purpose === "production").flatMap((one) => one.files));
  const local = new Set([...demoted.values()].flatMap((one) => one.files).filter((file) => !production.has(file)));
  return {
    ...composed,
    deployments,
    unreadable: composed.unreadable.map((one) => local.has(one.path) ? { ...one, production: false } : one),
    productionFiles: new Set([...composed.productionFiles].filter((file) => !local.has(file)))
  };
}
function isByDefault({ purpose, because }) {
  return purpose === "production" && because.startsWith(BY_DEFAULT);
}
function deploysBare(tree) {
  return tree.files.some((file) => {
    if (!SCRIPTS2.has(file.format)) return false;
    const text2 = tree.read(file.path)?.text;
    if (!text2 || !BARE_UP.test(text2)) return false;
    const lines = text2.split(/\r?\n/).slice(0, MOST_LINES2);
    return lines.some((line, index) => BARE_UP.test(line) && commandPurpose(lines, index, file.path) === "production");
  });
}
function runsAll(cluster, local) {
  const own = local.workloads.filter(isOwnProgram);
  return own.length > 0 && own.every((one) => cluster.workloads.some((other) => isSameProgram(one, other)));
}
function isOwnProgram({ image, software, role }) {
  if (role === "job" || role === "tool") return false;
  return image?.origin === "built" ? software === void 0 || software.kind === "runtime" || software.kind === "proxy" : image !== void 0 && software === void 0;
}
function isSameProgram(local, other) {
  if (local.image && local.image.id === other.image?.id) return true;
  const names = [
    local.image?.builtAs,
    local.image?.reference?.known ? local.image.reference.value.repository : void 0
  ];
  const running = other.pod?.image?.known ? other.pod.image.value.repository : void 0;
  if (running !== void 0 && names.includes(running)) return true;
  const [one, two] = [local.name.toLowerCase(), (other.pod?.name ?? other.name).toLowerCase()];
  return one === two || two.endsWith(`-${one}`) || two.startsWith(`${one}-`) || one.endsWith(`-${two}`);
}
function forDevelopment(deployment, whole2) {
  const light = (workload2) => ({ ...workload2, weight: 0 });
  return {
    ...deployment,
    purpose: "development",
    weight: 0,
    because: `nothing deploys it, and ${whole2.name} runs the same programs on Kubernetes`,
    workloads: deployment.workloads.map(light),
    onRequest: deployment.onRequest.map(light)
  };
}

// src/model/kubernetes/secrets.ts
var LONGEST_VALUE2 = 2e5;
function kubernetesSecretsOf(tree) {
  const secrets = [];
  const leaks = [];
  for (const file of tree.files) {
    if (file.format !== "yaml" && file.format !== "helm") continue;
    const source = tree.read(file.path);
    if (!source || !/^[ \t]*(?:-[ \t]+)?["']?kind["']?[ \t]*:[ \t]*["']?Secret\b/m.test(source.text)) continue;
    if (isTemplate(source.text)) continue;
    for (const { root } of parseYaml(source).documents) {
      for (const manifest of manifestsOf(root)) {
        const entries = entriesIn(manifest, source, leaks);
        secrets.push(secretOf(manifest, entries));
      }
    }
  }
  return { secrets, leaks };
}
function isTemplate(text2) {
  return /^[^#\n]*\{\{-?\s*(?:if|range|with|end|include|define|template|toYaml|\.Values|\.Release|tpl|lookup)\b|^[^#\n]*\{%/m.test(
    text2
  );
}
function manifestsOf(root) {
  if (root?.kind !== "map") return [];
  const kind = textOf(child(root, "kind"));
  if (kind === "Secret") return /^v1$/.test(textOf(child(root, "apiVersion")) ?? "") ? [root] : [];
  const items = kind === "List" || kind === "SecretList" ? child(root, "items") : void 0;
  return items?.kind === "list" ? items.items.flatMap((item) => item.kind === "map" && textOf(child(item, "kind")) === "Secret" ? [item] : []) : [];
}
function secretOf(manifest, entries) {
  const metadata = child(manifest, "metadata");
  const namespace = textOf(child(metadata, "namespace"));
  return {
    name: textOf(child(metadata, "name")) ?? textOf(child(metadata, "generateName")) ?? "without a name",
    ...namespace === void 0 ? {} : { namespace },
    encrypted: child(manifest, "sops")?.kind === "map",
    entries,
    at: child(manifest, "kind")?.at ?? manifest.at
  };
}
function entriesIn(manifest, source, leaks) {
  const judge2 = (key, node, encoded) => {
    const written = textOf(node) ?? "";
    const text2 = encoded ? decoded(written) : written;
    const tokens = written.length > LONGEST_VALUE2 ? [] : scanText({ path: source.path, text: text2 });
    if (encoded) for (const token of tokens) leaks.push({ ...token, at: node.at });
    return { key, value: tokens.length > 0 ? "token" : judged(key, text2), at: node.at };
  };
  return [
    ...entriesOf(child(manifest, "data")).map(([key, node]) => judge2(key, node, true)),
    ...entriesOf(child(manifest, "stringData")).map(([key, node]) => judge2(key, node, false))
  ];
}
var PLAIN_SETTING = /(?:^|[_.-]|(?<=[a-z])(?=[A-Z]))(?:user(?:name)?|host(?:name)?|port|database|db(?:name)?|name|region|zone|endpoint|type|url|bucket|issuer|audience|e?mail|domain|env(?:ironment)?|mode|level|ttl|timeout|schema|scheme|protocol|ssl(?:mode)?|enabled|version)$/i;
function judged(key, text2) {
  if (/^-----BEGIN (?:CERTIFICATE|PUBLIC KEY)/.test(text2.trim()) && !text2.includes("PRIVATE KEY")) return "setting";
  if (PLAIN_SETTING.test(key) && !isSecretName(key)) {
    const value = secretValue(text2);
    return value === "literal" && !text2.includes("://") ? "setting" : value;
  }
  return secretValue(text2);
}
function decoded(text2) {
  const compact = text2.replace(/\s+/g, "");
  if (compact.length > LONGEST_VALUE2 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact) || compact.length % 4 !== 0) return text2;
  return Buffer.from(compact, "base64").toString("utf8");
}

// src/model/kubernetes/signs.ts
function mentionsKubernetes(tree) {
  return tree.files.some(({ path, format }) => {
    if (/kustomization[^/]*$/i.test(path)) return true;
    if (format !== "yaml" && format !== "json" && !(format === "text" && /\.(?:ya?ml|json)\.\w+$/i.test(path)))
      return false;
    return tree.read(path)?.text.includes("apiVersion") === true;
  });
}

// door:src/model/kubernetes.ts
var room8;
function enter10() {
  return room8 ??= require("./model-kubernetes.js");
}
function kubernetesDeployments(...given) {
  return enter10().kubernetesDeployments(...given);
}

// src/model/pm2/signs.ts
var READ2 = /\.config\.[cm]?js$|\.json$|\.ya?ml$/i;
var NAMED_FOR_PM2 = /^(?:.+[._-])?(?:ecosystem|pm2)(?:[._-].+)?$|^(?:pm2|process|processes)(?:[._-][\w.-]*)?\.(?:json|ya?ml)$/i;
var PROGRAM = /\.config\.[cm]?js$/i;
function isNamedForPm2(path) {
  const name = fileName(path);
  return READ2.test(name) && (NAMED_FOR_PM2.test(name) || PROGRAM.test(name));
}
function mentionsPm2(tree, declared) {
  if (tree.files.some((file) => isNamedForPm2(file.path))) return true;
  const workloads = declared.flatMap(({ deployments }) => deployments).flatMap(({ workloads: workloads2, onRequest }) => [...workloads2, ...onRequest]);
  return workloads.some(({ start }) => start?.text.includes("pm2") || start?.argv.some((word) => word?.includes("pm2")));
}

// door:src/model/pm2.ts
var room9;
function enter11() {
  return room9 ??= require("./model-pm2.js");
}
function withPm2(...given) {
  return enter11().withPm2(...given);
}

// door:src/model/caddy.ts
var room10;
function enter12() {
  return room10 ??= require("./model-caddy.js");
}
function caddyProxies(...given) {
  return enter12().caddyProxies(...given);
}

// door:src/model/haproxy.ts
var room11;
function enter13() {
  return room11 ??= require("./model-haproxy.js");
}
function haproxyProxies(...given) {
  return enter13().haproxyProxies(...given);
}

// door:src/model/kubernetes/proxies.ts
var room12;
function enter14() {
  return room12 ??= require("./model-kubernetes-proxies.js");
}
function clusterProxies(...given) {
  return enter14().clusterProxies(...given);
}

// door:src/model/nginx.ts
var room13;
function enter15() {
  return room13 ??= require("./model-nginx.js");
}
function nginxProxies(...given) {
  return enter15().nginxProxies(...given);
}

// door:src/model/traefik.ts
var room14;
function enter16() {
  return room14 ??= require("./model-traefik.js");
}
function traefikProxies(...given) {
  return enter16().traefikProxies(...given);
}

// src/model/proxies.ts
function proxiesOf(tree, workloads, others, clusters) {
  const all = [...workloads, ...others];
  const found = [
    ...mayHold(tree, all, "nginx") ? [nginxProxies(tree, workloads, others)] : [],
    ...mayHold(tree, all, "traefik") ? [traefikProxies(tree, workloads)] : [],
    ...mayHold(tree, all, "haproxy") ? [haproxyProxies(tree, workloads)] : [],
    ...mayHold(tree, all, "caddy") ? [caddyProxies(tree, workloads)] : []
  ];
  return {
    proxies: [
      ...found.flatMap((one) => one.proxies),
      ...clusters.some(({ routes }) => routes.length > 0) ? clusterProxies(clusters, workloads) : []
    ],
    unreadable: found.flatMap((one) => one.unreadable),
    notEvaluated: found.flatMap((one) => one.notEvaluated)
  };
}
function mayHold(tree, workloads, name) {
  const isNamed = ({ format, path }) => format === name || path.toLowerCase().includes(name);
  return tree.files.some(isNamed) || workloads.some((workload2) => mayRun(workload2, name));
}
function mayRun({ software, start, mounts: mounts2, image }, name) {
  return software?.id === name || start?.text.includes(name) === true || mounts2.some(({ target }) => knownValue(target)?.includes(name)) || (image?.stages ?? []).some(({ instructions }) => instructions.some(({ text: text2 }) => text2.includes(name)));
}

// src/model/restores.ts
var LOADERS = [
  // With --list it only shows what is in the copy.
  { program: /^pg_restore$/, without: /^(?:-l|--list)$/, covers: ["postgres"] },
  { program: /^pgbackrest$/, with: /^restore$/, covers: ["postgres"] },
  { program: /^barman$/, with: /^(?:recover|restore)$/, covers: ["postgres"] },
  { program: /^wal-g$/, with: /^(?:backup-fetch|.*restore)$/, covers: ["postgres", "mysql", "mariadb", "mongodb"] },
  {
    program: /^(?:xtrabackup|mariabackup|mariadb-backup)$/,
    with: /^--(?:copy|move)-back$/,
    covers: ["mysql", "mariadb"]
  },
  { program: /^myloader$/, covers: ["mysql", "mariadb"] },
  { program: /^mongorestore$/, covers: ["mongodb"] },
  { program: /^pbm$/, with: /^restore$/, covers: ["mongodb"] },
  { program: /^clickhouse-backup$/, with: /^restore/, covers: ["clickhouse"] },
  { program: /^influxd?$/, with: /^restore$/, covers: ["influxdb"] },
  { program: /^neo4j-admin$/, with: /^(?:load|restore)$/, covers: ["neo4j"] },
  { program: /^(?:restic|duplicity|kopia|velero|rsnapshot)$/, with: /^restore$/, covers: ["volume"] },
  { program: /^borg$/, with: /^extract$/, covers: ["volume"] }
];
var CLIENTS = /* @__PURE__ */ new Map([
  ["psql", ["postgres"]],
  ["mysql", ["mysql", "mariadb"]],
  ["mariadb", ["mysql", "mariadb"]],
  ["redis-cli", ["redis", "valkey", "keydb"]],
  ["mc", ["minio"]],
  ["tar", ["volume"]],
  ["rsync", ["volume"]]
]);
var COPY_NAME = /backup|dump|restore|\.sql\.(?:gz|zst|xz|bz2)|\.(?:gz|zst|gpg|age)$/i;
var MENTION2 = /restore|pgbackrest|barman|wal-g|xtrabackup|mariabackup|mariadb-backup|myloader|borg|neo4j-admin|psql|mysql|mariadb|clickhouse-backup/;
function restoresOf(workloads, clusters, tree) {
  return [
    ...workloads.flatMap(
      (workload2) => scriptsRunBy(workload2, tree).flatMap((script) => restoresIn(script, /restore/i.test(workload2.name)))
    ),
    ...workloads.flatMap(ofArguments),
    ...clusters.flatMap(ofCluster),
    ...tree.files.flatMap((file) => {
      const source = holdsScripts(file) ? tree.read(file.path) : void 0;
      if (!source || !(MENTION2.test(source.text) || /restore/i.test(file.path))) return [];
      return scriptTexts(source, file).flatMap(
        ({ script, name }) => restoresIn(script, /restore/i.test(name ?? file.path.slice(file.path.lastIndexOf("/") + 1)))
      );
    })
  ];
}
function ofArguments({ start }) {
  if (!start || start.script) return [];
  const text2 = start.argv.map((word) => `'${(word ?? "").replaceAll("'", "")}'`).join(" ");
  return restoresIn(parseShell(text2, start.at), false);
}
function ofCluster({ objects }) {
  return objects.flatMap(({ kind, node, at: at2 }) => {
    const recovers = kind === "Cluster" && descend(node, "spec", "bootstrap", "recovery") !== void 0;
    return recovers || /Restore$/.test(kind) ? [{ covers: ["any"], at: at2 }] : [];
  });
}
function restoresIn(script, isNamedSo) {
  const covers = /* @__PURE__ */ new Set();
  for (const command2 of script.commands) for (const id of loadedBy(command2, isNamedSo, script)) covers.add(id);
  return covers.size === 0 ? [] : [{ covers: [...covers], at: script.at }];
}
var THROUGH2 = /^(?:docker|docker-compose|podman|nerdctl|kubectl|oc|ssh)$/;
function loadedBy(command2, isNamedSo, script) {
  const { words: words3 } = command2;
  const program = programOf(words3);
  const through = program !== void 0 && THROUGH2.test(program) || /^\$[({]/.test(words3[0] ?? "");
  const names = through ? words3.map((word) => word.slice(word.lastIndexOf("/") + 1)) : [program ?? ""];
  const loader = LOADERS.find(
    (one) => names.some((name) => one.program.test(name)) && (!one.with || words3.some((word) => one.with?.test(word))) && !(one.without && words3.some((word) => one.without?.test(word)))
  );
  if (loader) return loader.covers;
  const client = names.find((name) => CLIENTS.has(name));
  if (client === void 0) return [];
  return isNamedSo || takesCopy(command2, script) ? CLIENTS.get(client) ?? [] : [];
}
function takesCopy(command2, { commands }) {
  if (!/^(?:psql|mysql|mariadb|docker|podman|kubectl)$/.test(programOf(command2.words) ?? "")) return false;
  if (command2.redirects.some(({ operator, target }) => operator === "<" && COPY_NAME.test(target))) return true;
  const before = commands[commands.indexOf(command2) - 1];
  return command2.joined === "|" && before !== void 0 && /^(?:gunzip|zcat|gzip|zstd|zstdcat|xzcat|bzcat|pigz|gpg|age|aws|rclone|mc|gsutil|openssl)$/.test(
    programOf(before.words) ?? ""
  );
}

// src/model/teardowns.ts
var MENTION3 = /\bdown\b[^\n]{0,200}\s(?:-\w{0,9}v|--volumes)|\bvolumes?\s+(?:rm|remove|prune)\b|\bdelete\s+[^\n]{0,200}\b(?:pvc|persistentvolumeclaims?|ns|namespaces?)\b/;
var ASKS = /\bread\s+-\w*p|\bconfirm\b|are you sure|\[y\/N\]|whiptail|dialog\s+--yesno/i;
function teardownsOf(tree) {
  return tree.files.flatMap((file) => {
    if (!holdsScripts(file) || file.format === "ci") return [];
    const source = tree.read(file.path);
    if (!source || !MENTION3.test(source.text)) return [];
    const variables = scriptVariables(source.text.split(/\r?\n/).slice(0, MOST_LINES3), false);
    return scriptTexts(source, file).flatMap(
      (text2) => ASKS.test(text2.script.text) ? [] : teardownsIn({ text: text2, source, fill: (word) => expand(word, variables)[0] ?? word })
    );
  });
}
var MOST_LINES3 = 5e3;
function teardownsIn({ text: text2, source, fill }) {
  const { script, name } = text2;
  const { path } = script.at;
  return script.commands.flatMap((command2) => {
    const words3 = wordsOf(command2, fill);
    const found = deletedBy(words3);
    if (!found) return [];
    const start = script.at.start + command2.start;
    const verbatim = source.text.startsWith(command2.words[0] ?? "", start);
    const at2 = verbatim ? { path, start, end: script.at.start + command2.end } : script.at;
    const names = name === void 0 ? namesOf(source, start) : [name];
    return names ? [{ ...found, names: [...names, fileName(path)], directory: directoryOf(path), text: words3.join(" "), at: at2 }] : [];
  });
}
function namesOf({ text: text2 }, start) {
  const lines = text2.slice(0, start).split("\n");
  const indent = (line) => line.search(/\S/);
  let own = indent(`${lines.at(-1)}x`);
  for (const line of lines.slice(0, -1).reverse().slice(0, MOST_LINES_ABOVE)) {
    const at2 = indent(line);
    if (at2 === -1 || at2 >= own) continue;
    if (/^\s*(?:el)?if\b|^\s*else\b/.test(line)) return void 0;
    own = at2;
  }
  return namesAround(text2.split("\n"), lines.length - 1);
}
var MOST_LINES_ABOVE = 100;
function wordsOf({ words: [first = "", ...rest] }, fill) {
  const program = fill(first);
  return [...splitWords(program) ?? [program], ...rest.map(fill)];
}
function deletedBy(words3) {
  const program = programOf(words3);
  const plain = unwrapCommand(words3);
  if (program === "docker-compose" || program === "podman-compose") return composeDown(plain.slice(1));
  if (program === "kubectl" || program === "oc") return kubernetesDelete(plain.slice(1));
  if (program !== "docker" && program !== "podman" && program !== "nerdctl") return void 0;
  if (plain[1] === "compose") return composeDown(plain.slice(2));
  return plain[1] === "volume" ? volumeRemoval(plain.slice(2)) : void 0;
}
function composeDown(words3) {
  const files = [];
  let at2 = 0;
  for (; at2 < words3.length; at2++) {
    const word = words3[at2] ?? "";
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    if (name === "-f" || name === "--file") files.push(inline ?? words3[++at2] ?? "");
    else if (/^(?:-p|--project-name|--env-file|--profile|--project-directory|--ansi|--progress|--parallel)$/.test(name)) {
      const value = inline ?? words3[++at2] ?? "";
      if ((name === "-p" || name === "--project-name") && /test|ci|e2e|dev|tmp/i.test(value)) return void 0;
    } else if (!word.startsWith("-")) break;
  }
  if (words3[at2] !== "down") return void 0;
  const deletes = words3.slice(at2 + 1).some((word) => word === "--volumes" || /^-[a-z]*v[a-z]*$/.test(word));
  return deletes ? { deletes: "volumes", files, named: [] } : void 0;
}
function volumeRemoval([action, ...words3]) {
  if (action === "prune")
    return words3.some((word) => word === "--all" || /^-[a-z]*a/.test(word)) ? { deletes: "volumes", files: [], named: ["*"] } : void 0;
  if (action !== "rm" && action !== "remove") return void 0;
  const named2 = words3.filter((word) => !word.startsWith("-"));
  return named2.length > 0 ? { deletes: "volumes", files: [], named: named2 } : void 0;
}
function kubernetesDelete(words3) {
  const plain = words3.filter(
    (word, at2) => !/^(?:-n|--namespace|-l|--selector|--context)$/.test(words3[at2 - 1] ?? "") && (!word.startsWith("-") || word === "--all")
  );
  const [action, kind = "", ...rest] = plain;
  const [resource = "", inline] = kind.split("/");
  const named2 = inline === void 0 ? rest : [inline];
  if (action !== "delete") return void 0;
  if (/^(?:pvcs?|persistentvolumeclaims?)$/.test(resource)) return { deletes: "claims", files: [], named: named2 };
  return /^(?:ns|namespaces?)$/.test(resource) ? { deletes: "namespace", files: [], named: named2 } : void 0;
}

// door:src/parse/prometheus/rules.ts
var room15;
function enter17() {
  return room15 ??= require("./parse-prometheus-rules.js");
}
function readRuleFile(...given) {
  return enter17().readRuleFile(...given);
}

// door:src/parse/alertmanager.ts
var room16;
function enter18() {
  return room16 ??= require("./parse-alertmanager.js");
}
function readAlertmanagerConfig(...given) {
  return enter18().readAlertmanagerConfig(...given);
}
function reachableReceivers(...given) {
  return enter18().reachableReceivers(...given);
}

// src/model/telemetry/configuration.ts
function configurationOf(workload2, place, tree) {
  const { start, distribution } = workload2;
  const at2 = start?.at ?? workload2.at;
  const argv = start?.argv;
  if (workload2.pod?.operator)
    return { state: "unknown", at: at2, because: `${workload2.pod.operator} writes its configuration` };
  const program = programOf2(argv);
  if (program !== void 0 && !place.program.test(program))
    return { state: "unknown", at: at2, because: `${program} starts it` };
  const given = option(argv, place.flag);
  if (given.given === "unknown" || given.given === "yes" && !given.value)
    return { state: "unknown", at: at2, because: "an argument that names its configuration is set outside the repository" };
  const named2 = given.given === "yes" ? given.value?.replace(/^file:/, "") : void 0;
  const bare = named2 === void 0 && argv !== void 0 && distribution?.id === "official" ? place.withoutFlag : void 0;
  const path = named2 ?? bare ?? place.defaults[distribution?.id ?? "official"] ?? place.defaults.official;
  if (!path.startsWith("/")) return { state: "unknown", at: at2, because: `${path} is looked up in its working directory` };
  const files = containerFilesOf(workload2, tree);
  const found = files.find(path);
  if (found.state === "file") return { state: "read", file: found.file, files };
  if (bare !== void 0) return { state: "missing", path, at: at2 };
  if (found.state === "image") return { state: named2 === void 0 ? "image" : "missing", path, at: at2 };
  return found.state === "absent" ? { state: "missing", path, at: found.at } : found;
}

// src/model/telemetry/alertmanager.ts
var ALERTMANAGER = {
  program: /^alertmanager$/,
  flag: "config.file",
  defaults: { official: "/etc/alertmanager/alertmanager.yml", bitnami: "/opt/bitnami/alertmanager/conf/config.yml" },
  // `alertmanager.yml` in the working directory of the image.
  withoutFlag: "/alertmanager/alertmanager.yml"
};
function alertmanagersOf(workloads, tree, names) {
  return workloads.flatMap((workload2) => {
    if (workload2.software?.id !== "alertmanager") return [];
    const found = configurationOf(workload2, ALERTMANAGER, tree);
    if (found.state !== "read") return [{ workload: workload2, integrations: [], configuration: found }];
    const { source, at: at2 } = found.file;
    const config2 = readAlertmanagerConfig(source);
    const integrations = integrationsOf(config2, workload2, names);
    return [{ workload: workload2, integrations, configuration: { state: "read", config: config2, source, at: at2 } }];
  });
}

// src/model/telemetry/alerts.ts
var PROMETHEUS_ALERT = /^[ \t]*(?:-[ \t]+)?alert[ \t]*:[ \t]*\S/m;
var GRAFANA_ALERT = /^[ \t]*(?:-[ \t]+)?condition[ \t]*:[ \t]*\S/m;
var TERRAFORM_ALERT = /^resource[ \t]+"(?:datadog_monitor|grafana_rule_group|newrelic_nrql_alert_condition|aws_cloudwatch_metric_alarm|google_monitoring_alert_policy|azurerm_monitor_metric_alert)"/m;
function alertFilesOf(tree, workloads, servers) {
  const loaded = loadedAlerts(servers);
  const paths = new Set(loadedSources(servers).map((source) => source.path));
  const others = tree.files.flatMap((file) => {
    const at2 = paths.has(file.path) ? void 0 : firstAlert(file, tree);
    if (!at2) return [];
    const kind = kindOf(file, tree);
    if (kind === "grafana") return [{ at: at2, kind, loading: grafanaLoading(file.path, workloads) }];
    return [{ at: at2, kind, loading: kind === "rules" ? ruleLoading(file.path, workloads, servers) : "unknown" }];
  });
  return [...loaded, ...others];
}
function loadedSources(servers) {
  const found = servers.flatMap(
    ({ configuration, forwardsOnly }) => configuration.state === "read" && !forwardsOnly ? configuration.ruleFiles.flatMap((pattern) => pattern.found.files.map((file) => file.source)) : []
  );
  return [...new Map(found.map((source) => [`${source.path} ${source.text.length}`, source])).values()];
}
function loadedAlerts(servers) {
  return loadedSources(servers).flatMap((source) => {
    const first = readRuleFile(source).groups.flatMap((group) => group.rules).find((rule) => rule.alert)?.alert;
    return first ? [{ at: first.at, kind: "rules", loading: "loaded" }] : [];
  });
}
function firstAlert({ path, format }, tree) {
  const pattern = patternFor(path, format);
  const source = pattern && tree.read(path);
  if (!source) return void 0;
  const { text: text2 } = source;
  const beside = pattern === PROMETHEUS_ALERT ? /^[ \t]*expr[ \t]*:/m : pattern === GRAFANA_ALERT ? /^[ \t]*folder[ \t]*:/m : /^/;
  const match2 = beside.test(text2) ? pattern.exec(text2) : null;
  const found = match2 ?? (pattern === PROMETHEUS_ALERT ? brokenGroups(source) : null);
  return found ? { path, start: found.index, end: found.index + found[0].length } : void 0;
}
function brokenGroups(source) {
  const groups = /^groups[ \t]*:/m.exec(source.text);
  return groups && parseYaml(source).problems.length > 0 ? groups : null;
}
function kindOf({ path, format }, tree) {
  const pattern = patternFor(path, format);
  if (pattern === TERRAFORM_ALERT) return "monitor";
  if (pattern === GRAFANA_ALERT) return "grafana";
  const isResource = format === "helm" || /^kind[ \t]*:[ \t]*["']?PrometheusRule/m.test(tree.read(path)?.text ?? "");
  return isResource ? "resource" : "rules";
}
function patternFor(path, format) {
  if (path.endsWith(".tf")) return TERRAFORM_ALERT;
  if (/\.rules$/.test(path)) return PROMETHEUS_ALERT;
  if (format !== "yaml" && format !== "helm") return void 0;
  return /(^|\/)provisioning\/alerting\//.test(path) ? GRAFANA_ALERT : PROMETHEUS_ALERT;
}
function ruleLoading(path, workloads, servers) {
  const evaluating = servers.filter((server) => !server.forwardsOnly);
  if (evaluating.length === 0) return "unknown";
  let unclear = false;
  for (const { configuration } of evaluating) {
    if (configuration.state === "unknown") unclear = true;
    if (configuration.state !== "read") continue;
    for (const { found } of configuration.ruleFiles) {
      if (found.hidden) unclear = true;
    }
  }
  const holders = workloads.filter((workload2) => holds(workload2, path));
  if (unclear || holders.some((holder) => !evaluating.some((server) => server.workload === holder))) return "unknown";
  return holders.length > 0 ? "unnamed" : "unmounted";
}
function grafanaLoading(path, workloads) {
  const grafanas = workloads.filter(({ software }) => software?.id === "grafana");
  if (grafanas.some((grafana2) => holds(grafana2, path))) return "loaded";
  return grafanas.length > 0 ? "unmounted" : "unknown";
}
function holds({ mounts: mounts2, image }, path) {
  const isMounted = mounts2.some((mount3) => {
    if (mount3.files) return mount3.files.some((file) => file.source.path === path);
    const source = mount3.type === "bind" ? knownValue(mount3.source) : void 0;
    return source !== void 0 && isWithin(source, path);
  });
  const context = image?.context;
  if (isMounted || !context || !isWithin(context.path, path)) return isMounted;
  const instructions = (image.stages ?? []).flatMap((stage) => stage.instructions);
  return instructions.some((instruction) => {
    const copy = copyOf(instruction);
    if (!copy || copy.from) return false;
    return copy.sources.some(({ text: text2 }) => context.find(text2).some((file) => joinPath(context.path, file) === path));
  });
}

// src/model/telemetry/blackbox.ts
function blackboxProbesOf(servers, names) {
  return servers.flatMap(({ configuration }) => {
    if (configuration.state !== "read") return [];
    return configuration.jobs.flatMap(({ job: job2, targets }) => {
      if (!/2xx/.test(job2.parameters.get("module") ?? "")) return [];
      return targets.flatMap(({ address, answer, at: at2 }) => {
        if (address?.probed === void 0 || answer?.kind !== "workload") return [];
        const exporter = answer.workload;
        if (exporter.software?.id !== "blackbox-exporter") return [];
        const probe = probeOf(address.probed, exporter, names);
        return probe ? [{ ...probe, exporter, target: address.probed, at: at2 }] : [];
      });
    });
  });
}
function probeOf(target, exporter, names) {
  const [, scheme = "http", host, port3, path = "/"] = /^(?:(https?):\/\/)?([\w.-]+)(?::(\d{1,5}))?(\/[^\s?#]*)?(?:[?#]|$)/i.exec(target) ?? [];
  if (host === void 0) return void 0;
  const asked = port3 === void 0 ? scheme === "https" ? 443 : 80 : Number(port3);
  const answer = names.answer(host, asked, exporter);
  if (answer.kind !== "workload" || answer.others.length > 0) return void 0;
  return { workload: answer.workload, path, port: answer.port ?? asked };
}

// src/model/telemetry/collectors.ts
function placeOf2(image) {
  const directory = /collector-(contrib|k8s)/.exec(image)?.[1];
  return {
    program: /otel|collector|signoz/,
    flag: "config",
    defaults: {
      official: `/etc/otelcol${directory ? `-${directory}` : ""}/config.yaml`,
      aws: "/etc/ecs/ecs-default-config.yaml"
    }
  };
}
function collectorsOf(workloads, tree, names) {
  return workloads.flatMap((workload2) => {
    const id = workload2.software?.id;
    if (id !== "otel-collector" && id !== "signoz-otel-collector") return [];
    const flags = workload2.start?.argv.filter((word) => word !== null && /^--?config(?:=|$)/.test(word)) ?? [];
    if (flags.length > 1) {
      const because = "its configuration is put together from several files";
      return [
        { workload: workload2, outputs: [], configuration: { state: "unknown", at: workload2.start?.at ?? workload2.at, because } }
      ];
    }
    const found = configurationOf(workload2, placeOf2(imageOf(workload2)), tree);
    if (found.state !== "read") return [{ workload: workload2, outputs: [], configuration: found }];
    const { source, at: at2 } = found.file;
    const config2 = readCollectorConfig(source);
    const outputs = outputsOf(config2, workload2, names);
    return [{ workload: workload2, outputs, configuration: { state: "read", config: config2, source, at: at2 } }];
  });
}
function imageOf({ image }) {
  const reference = image?.dockerfile?.base ?? image?.reference;
  return reference?.known ? reference.value.repository : "";
}
var ADDRESS_KEYS = ["endpoint", "traces_endpoint", "datasource", "dsn"];
var LISTENING = /^prometheus$/;
function outputsOf(config2, workload2, names) {
  return [...config2.exporters].flatMap(([component, { type, node }]) => {
    if (LISTENING.test(type)) return [];
    return ADDRESS_KEYS.flatMap((key) => {
      const written = writtenAt(node, key);
      const [, host, port3] = /^(?:[a-z]+:\/\/)?(?:[^/@]*@)?([^/:?#${}]+)(?::(\d{1,5}))?(?:[/?]|$)/i.exec(written?.text ?? "") ?? [];
      if (!written || host === void 0) return [];
      const number2 = port3 === void 0 ? void 0 : Number(port3);
      const answer = names.answer(host, number2, workload2);
      return [{ component, host, ...number2 === void 0 ? {} : { port: number2 }, answer, at: written.at }];
    });
  });
}

// door:src/parse/toml.ts
var room17;
function enter19() {
  return room17 ??= require("./parse-toml.js");
}
function parseToml(...given) {
  return enter19().parseToml(...given);
}

// src/model/telemetry/destinations.ts
var NOTHING = { found: [], others: 0 };
function destinationsOf(workloads, tree) {
  const broken2 = /* @__PURE__ */ new Map();
  const outputs = new Map(
    workloads.flatMap((workload2) => {
      const form = FORMS[workload2.software?.id ?? ""];
      const read = form && outputsIn(form, workload2, tree, broken2);
      return read ? [[workload2, read]] : [];
    })
  );
  return { outputs, broken: [...broken2.values()] };
}
var MOST_FILES3 = 50;
function outputsIn(form, workload2, tree, broken2) {
  const files = containerFilesOf(workload2, tree);
  const sources = sourcesOf(form, workload2, files);
  if (sources.length === 0) return void 0;
  const read = sources.slice(0, MOST_FILES3).map((source) => {
    const { problems = [] } = structured(source) ?? {};
    if (problems.length > 0) broken2.set(source.path, { path: source.path, problems });
    return form.read(source);
  });
  return { found: read.flatMap((one) => one.found), others: read.reduce((sum, one) => sum + one.others, 0) };
}
function sourcesOf({ paths, flag: flag2 }, { start }, files) {
  const words3 = start?.argv ?? [];
  const index = flag2 ? words3.findIndex((word) => word !== null && flag2.test(word)) : -1;
  const given = index === -1 ? void 0 : /[=](.+)$/.exec(words3[index] ?? "")?.[1] ?? words3[index + 1] ?? void 0;
  const named2 = given?.startsWith("/") ? [given] : paths;
  return named2.flatMap((path) => files.match(path).files.map(({ source }) => source));
}
var URL_OR_HOST = /^(?:([a-z][\w+.-]*):\/\/)?(?:[^@/\s]*@)?(\[[^\]]+\]|[\w.-]+)(?::(\d{1,5}))?(?:[/?]|$)/i;
function addressOf2(text2) {
  if (/[${}%<>]/.test(text2)) return void 0;
  const [, , host, port3] = URL_OR_HOST.exec(text2.trim()) ?? [];
  return host === void 0 ? void 0 : { host, ...port3 === void 0 ? {} : { port: Number(port3) } };
}
function output(what, text2, at2) {
  const address = text2 === void 0 ? void 0 : addressOf2(text2);
  return address ? { found: [{ what, ...address, at: at2 }], others: 0 } : { found: [], others: 1 };
}
function together(all) {
  return { found: all.flatMap((one) => one.found), others: all.reduce((sum, one) => sum + one.others, 0) };
}
function structured(source) {
  if (/\.toml$/i.test(source.path)) return parseToml(source);
  if (!/\.ya?ml$/i.test(source.path)) return void 0;
  const { documents, problems } = parseYaml(source);
  return { root: documents[0]?.root, problems };
}
function rootOf(source) {
  return structured(source)?.root;
}
function atNode(what, node, fallback) {
  return output(what, textOf(node), node?.at ?? fallback);
}
function promtail(source) {
  const clients = itemsOf(child(rootOf(source), "clients"));
  return together(clients.map((client) => atNode("its client", child(client, "url"), client.at)));
}
function vector(source) {
  return together(
    entriesOf(child(rootOf(source), "sinks")).map(([name, sink, at2]) => {
      const place = ["endpoint", "address", "uri", "host"].map((key) => child(sink, key)).find((one) => one !== void 0);
      const list3 = itemsOf(child(sink, "endpoints"));
      if (list3.length > 0) return together(list3.map((one) => atNode(`the sink ${name}`, one, at2)));
      return atNode(`the sink ${name}`, place, at2);
    })
  );
}
function filebeat(source) {
  const root = rootOf(source);
  const nested = entriesOf(child(root, "output")).map(([name, node, at2]) => ({ name, node, at: at2 }));
  const dotted = entriesOf(root).flatMap(([key, node, at2]) => {
    const name = /^output\.(\w+)$/.exec(key)?.[1];
    return name === void 0 ? [] : [{ name, node, at: at2 }];
  });
  return together(
    [...nested, ...dotted].flatMap(({ name, node, at: at2 }) => {
      if (textOf(child(node, "enabled")) === "false") return [];
      const hosts2 = child(node, "hosts");
      const list3 = hosts2?.kind === "list" ? hosts2.items : hosts2 ? [hosts2] : [];
      if (list3.length === 0) return [{ found: [], others: 1 }];
      return list3.map((one) => atNode(`output.${name}`, one, at2));
    })
  );
}
function grafana(source) {
  const sources = itemsOf(child(rootOf(source), "datasources"));
  return together(
    sources.flatMap((one) => {
      const url = child(one, "url");
      if (!url || textOf(child(one, "access")) === "direct") return [];
      return [atNode(`the data source ${textOf(child(one, "name")) ?? ""}`.trim(), url, url.at)];
    })
  );
}
function sections(source, pattern, read) {
  const found = [...source.text.matchAll(pattern)];
  return together(found.map((one) => read(one[1] ?? "", one.index + one[0].indexOf(one[1] ?? ""))));
}
function setting(source, body, start, pattern, what) {
  const found = pattern.exec(body);
  const value = found?.[1];
  if (!found || value === void 0) return { found: [], others: 1 };
  const at2 = start + found.index + found[0].lastIndexOf(value);
  return output(what, value, { path: source.path, start: at2, end: at2 + value.length });
}
function alloy(source) {
  return sections(
    source,
    /^[ \t]*endpoint[ \t]*\{([^{}]{0,5000})/gm,
    (body, start) => setting(source, body, start, /^[ \t]*url[ \t]*=[ \t]*"([^"\n]*)"/m, "an endpoint")
  );
}
function fluentBit(source) {
  if (/\.ya?ml$/i.test(source.path)) {
    const outputs = itemsOf(descend(rootOf(source), "pipeline", "outputs"));
    return together(
      outputs.map((one) => atNode(`the output ${textOf(child(one, "name")) ?? ""}`.trim(), child(one, "host"), one.at))
    );
  }
  if (/^[ \t]*@include\b/im.test(source.text)) return { found: [], others: 1 };
  return sections(source, /^[ \t]*\[OUTPUT\]([^[]{0,5000})/gim, (body, start) => {
    const name = /^[ \t]*name[ \t]+(\S+)/im.exec(body)?.[1] ?? "";
    return setting(source, body, start, /^[ \t]*host[ \t]+(\S+)/im, `the output ${name}`);
  });
}
function logstash(source) {
  const outputs = source.text.search(/^[ \t]*output\s*\{/m);
  if (outputs === -1) return NOTHING;
  const text2 = source.text.slice(outputs);
  const lists = [...text2.matchAll(/^[ \t]*hosts?[ \t]*=>[ \t]*\[?([^\]\n]{0,5000})/gm)].slice(0, MOST_FILES3);
  return together(
    lists.flatMap(({ 0: whole2, 1: list3 = "", index }) => {
      const begin = outputs + index + whole2.length - list3.length;
      return [...list3.matchAll(/"([^"\n]+)"|'([^'\n]+)'/g)].map((one) => {
        const value = one[1] ?? one[2] ?? "";
        const start = begin + one.index + 1;
        return output("its output", value, { path: source.path, start, end: start + value.length });
      });
    })
  );
}
var FORMS = {
  promtail: {
    paths: ["/etc/promtail/config.yml", "/etc/promtail/config.yaml"],
    flag: /^-{1,2}config\.file(?:=|$)/,
    read: promtail
  },
  alloy: { paths: ["/etc/alloy/config.alloy"], flag: /\.alloy$/, read: alloy },
  vector: {
    paths: ["/etc/vector/vector.yaml", "/etc/vector/vector.yml", "/etc/vector/vector.toml"],
    flag: /^(?:-c|--config(?:-yaml|-toml)?)(?:=|$)/,
    read: vector
  },
  beats: { paths: ["/usr/share/filebeat/filebeat.yml"], flag: /^(?:-c)$/, read: filebeat },
  "fluent-bit": {
    paths: ["/fluent-bit/etc/fluent-bit.conf", "/fluent-bit/etc/fluent-bit.yaml"],
    flag: /^(?:-c|--config)(?:=|$)/,
    read: fluentBit
  },
  logstash: { paths: ["/usr/share/logstash/pipeline/*.conf"], read: logstash },
  grafana: { paths: ["/etc/grafana/provisioning/datasources/*"], read: grafana }
};

// src/model/telemetry/logs.ts
function logCollectorsOf(workloads, collectors, tree) {
  return workloads.flatMap((workload2) => {
    const id = workload2.software?.id ?? "";
    if (!LOG_COLLECTORS.has(id) && id !== "signoz-otel-collector") return [];
    const otel = collectors.find((collector) => collector.workload === workload2);
    if (otel) return otelLogs(otel);
    const drops = dropsIn(workload2, id, tree);
    return [{ workload: workload2, takes: takes(workload2, id), ...drops ? { drops } : {} }];
  });
}
var WHOLE_HOST = /* @__PURE__ */ new Set(["newrelic-agent", "dynatrace-agent", "instana-agent", "elastic-agent"]);
var HOST_LOGS = /docker\.sock$|podman\.sock$|^\/var\/lib\/docker(?:\/|$)|^\/var\/log(?:\/|$)|^\/run\/log\/journal|^\/$|containerd/;
function takes(workload2, id) {
  if (id === "datadog-agent") {
    const enabled = workload2.environment.get("DD_LOGS_ENABLED");
    return enabled && (!enabled.value.known || /^(?:true|1|yes)$/i.test(enabled.value.value)) ? "host" : "off";
  }
  if (WHOLE_HOST.has(id)) return "host";
  const reads = workload2.mounts.some(
    ({ source, target }) => HOST_LOGS.test(knownValue(source) ?? "") || HOST_LOGS.test(knownValue(target) ?? "")
  );
  return reads || workload2.pod?.kind === "DaemonSet" ? "host" : "network";
}
function otelLogs({ workload: workload2, configuration }) {
  if (configuration.state !== "read") return configuration.state === "unknown" ? [{ workload: workload2, takes: "network" }] : [];
  const { config: config2 } = configuration;
  const pipelines = config2.pipelines.filter(({ signal }) => signal === "logs");
  if (pipelines.length === 0) return [];
  const reads = pipelines.some(
    ({ receivers }) => receivers.some(({ text: text2 }) => /^(?:filelog|journald|container)/.test(text2))
  );
  const dropped = pipelines.every((pipeline) => dropsEverything(pipeline, config2)) ? pipelines[0] : void 0;
  const drops = dropped?.exporters[0]?.at ?? dropped?.at;
  return [{ workload: workload2, takes: reads ? "host" : "network", ...drops ? { drops } : {} }];
}
var FORMS2 = {
  // https://docs.fluentd.org/output
  fluentd: {
    paths: ["/fluentd/etc/fluent.conf"],
    output: /^[ \t]*<(?:match|store)\b[^>]*>\s*(?:#[^\n]*\s*)*@?type[ \t]+"?(\w+)/gm,
    dropping: /^(?:stdout|null)$/
  },
  // https://docs.fluentbit.io/manual/data-pipeline/outputs
  "fluent-bit": {
    paths: ["/fluent-bit/etc/fluent-bit.conf", "/fluent-bit/etc/fluent-bit.yaml"],
    output: /^[ \t]*\[OUTPUT\]\s*(?:#[^\n]*\s*)*name[ \t]+(\w+)/gim,
    dropping: /^(?:stdout|null)$/i
  },
  // https://www.elastic.co/docs/reference/logstash/plugins/output-plugins
  logstash: {
    paths: ["/usr/share/logstash/pipeline/logstash.conf"],
    output: /^[ \t]*output\s*\{\s*(\w+)/gm,
    dropping: /^stdout$/
  }
};
function dropsIn(workload2, id, tree) {
  const form = FORMS2[id];
  if (!form) return void 0;
  const files = containerFilesOf(workload2, tree);
  for (const path of form.paths) {
    const found = files.find(path);
    if (found.state !== "file") continue;
    const { source } = found.file;
    if (/^[ \t]*@include\b/im.test(source.text)) return void 0;
    const outputs = [...source.text.matchAll(form.output)];
    const [first] = outputs;
    if (!first || !outputs.every(([, name = ""]) => form.dropping.test(name))) return void 0;
    return { path: source.path, start: first.index, end: first.index + first[0].length };
  }
  return void 0;
}

// door:src/parse/prometheus/config.ts
var room18;
function enter20() {
  return room18 ??= require("./parse-prometheus-config.js");
}
function readPrometheusConfig(...given) {
  return enter20().readPrometheusConfig(...given);
}
function scrapeJobsOf(...given) {
  return enter20().scrapeJobsOf(...given);
}
function addressOfTarget(...given) {
  return enter20().addressOfTarget(...given);
}

// src/parse/prometheus/relabel.ts
function relabelRulesOf(node) {
  return itemsOf(node).map((item) => {
    const targetLabel = writtenAt(item, "target_label")?.text;
    return {
      action: (writtenAt(item, "action")?.text ?? "replace").toLowerCase(),
      sourceLabels: writtenItems(child(item, "source_labels")).map((label) => label.text),
      separator: scalar2(item, "separator") ?? ";",
      regex: scalar2(item, "regex") ?? "(.*)",
      replacement: scalar2(item, "replacement") ?? "$1",
      ...targetLabel === void 0 ? {} : { targetLabel },
      at: item.at
    };
  });
}
function scalar2(item, key) {
  const node = child(item, key);
  return node === void 0 ? void 0 : textOf(node) ?? "";
}
var DECISIVE = /^__(?:address__|scheme__|metrics_path__|param_)/;
function relabel(labels, rules2) {
  const current = new Map(labels);
  for (const rule of rules2) {
    const value = rule.sourceLabels.map((label) => current.get(label) ?? "").join(rule.separator);
    const match2 = matchWhole(rule.regex, value);
    if (rule.action === "keep" || rule.action === "drop") {
      if (match2 === void 0) return "unknown";
      if (match2 !== null !== (rule.action === "keep")) return "dropped";
    } else if (rule.action === "keepequal" || rule.action === "dropequal") {
      const isEqual = value === (current.get(rule.targetLabel ?? "") ?? "");
      if (isEqual !== (rule.action === "keepequal")) return "dropped";
    } else if (rule.action === "replace") {
      if (match2 === void 0 && DECISIVE.test(rule.targetLabel ?? "")) return "unknown";
      if (match2) replaceLabel(rule, match2, current);
    } else if (rule.action === "labelmap" || rule.action === "labeldrop" || rule.action === "labelkeep") {
      const touches = [...current.keys()].some((name) => DECISIVE.test(name) && matchWhole(rule.regex, name) !== null);
      if (touches !== (rule.action === "labelkeep")) return "unknown";
    }
  }
  return current;
}
function replaceLabel(rule, match2, labels) {
  const name = expand2(rule.targetLabel ?? "", match2);
  const value = expand2(rule.replacement, match2);
  if (value === "") labels.delete(name);
  else labels.set(name, value);
}
function expand2(template, match2) {
  return template.replace(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (_, dollar, bare, braced) => {
    if (dollar) return "$";
    const name = bare ?? braced;
    return (/^\d+$/.test(name) ? match2[Number(name)] : match2.groups?.[name]) ?? "";
  });
}
var LONGEST_EXPRESSION = 200;
var LONGEST_VALUE3 = 500;
function matchWhole(regex, value) {
  if (value.length > LONGEST_VALUE3 || !isTame(regex)) return void 0;
  try {
    return new RegExp(`^(?:${regex.replace(/\(\?P</g, "(?<")})$`, "su").exec(value);
  } catch {
    return void 0;
  }
}
function isTame(regex) {
  if (regex.length > LONGEST_EXPRESSION || /\\[^.\-/:_\d\wdws]|\(\?[^:P]/.test(regex)) return false;
  const bare = regex.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
  const repeated = bare.match(/[*+]|\{\d/g)?.length ?? 0;
  const nested = /[*+{?][^()]*\)[*+{]/.test(bare);
  return repeated <= 2 && !nested;
}

// src/parse/prometheus/targets.ts
function targetSourcesOf(node) {
  const discovered = entriesOf(node).flatMap(([key, section, at2]) => {
    const mechanism = /^(\w+)_sd_configs$/.exec(key)?.[1];
    if (mechanism === void 0 || mechanism === "file" || mechanism === "dns") return [];
    return itemsOf(section).map((item) => ({ mechanism, node: item, at: at2 }));
  });
  return {
    targets: [
      ...itemsOf(child(node, "static_configs")).flatMap((group) => groupTargets(group, "static")),
      ...itemsOf(child(node, "dns_sd_configs")).flatMap(dnsTargets)
    ],
    files: itemsOf(child(node, "file_sd_configs")).flatMap((item) => writtenItems(child(item, "files"))),
    discovered,
    relabeling: relabelRulesOf(child(node, "relabel_configs"))
  };
}
function targetsInFile(source) {
  return itemsOf(parseYaml(source).documents[0]?.root).flatMap((group) => groupTargets(group, "file"));
}
function groupTargets(group, by) {
  const labels = new Map(entriesOf(child(group, "labels")).map(([name, value]) => [name, textOf(value) ?? ""]));
  return itemsOf(child(group, "targets")).flatMap((item) => {
    const target = writtenOf(item);
    return target ? [{ address: target.text, labels, by, at: target.at }] : [];
  });
}
function dnsTargets(section) {
  const type = (writtenAt(section, "type")?.text ?? "SRV").toUpperCase();
  const port3 = writtenAt(section, "port")?.text;
  return writtenItems(child(section, "names")).map((name) => ({
    address: type === "A" || type === "AAAA" ? port3 === void 0 ? name.text : `${name.text}:${port3}` : name.text,
    labels: /* @__PURE__ */ new Map(),
    by: "dns",
    at: name.at
  }));
}

// src/model/telemetry/prometheus.ts
function prometheusServersOf(workloads, tree, names) {
  return workloads.flatMap((workload2) => {
    const place = placeOf3(workload2);
    if (!place) return [];
    const found = configurationOf(workload2, place, tree);
    const configuration = found.state === "read" ? readConfiguration(found.file, { workload: workload2, files: found.files, names }) : found;
    const { argv } = workload2.start ?? {};
    const features = option(argv, "enable-feature");
    const agent = option(argv, "agent").given === "yes" || features.given === "yes" && features.value === "agent";
    const forwardsOnly = agent || workload2.software?.id !== "prometheus";
    return [{ workload: workload2, configuration, forwardsOnly }];
  });
}
var PROMETHEUS = {
  program: /^prometheus$/,
  flag: "config.file",
  defaults: { official: "/etc/prometheus/prometheus.yml", bitnami: "/opt/bitnami/prometheus/conf/prometheus.yml" },
  // `prometheus.yml` in the working directory of the image.
  withoutFlag: "/prometheus/prometheus.yml"
};
var VICTORIA = { program: /^v/, flag: "promscrape.config", defaults: { official: "" } };
function placeOf3({ software, start }) {
  if (software?.id === "prometheus") return PROMETHEUS;
  if (software?.id !== "victoriametrics" && software?.id !== "vmagent") return void 0;
  return option(start?.argv, VICTORIA.flag).given === "no" ? void 0 : VICTORIA;
}
function readConfiguration(file, surroundings) {
  const config2 = readPrometheusConfig(file.source);
  const directory = directoryOf(file.path);
  const more = config2.scrapeConfigFiles.map(({ text: text2 }) => surroundings.files.match(absolute(text2, directory)));
  const included = more.flatMap(
    (found) => found.files.flatMap(
      ({ path, source }) => scrapeJobsOf(parseYaml(source).documents[0]?.root).map((job2) => ({ job: job2, directory: directoryOf(path) }))
    )
  );
  const jobs = [...config2.jobs.map((job2) => ({ job: job2, directory })), ...included];
  return {
    state: "read",
    config: config2,
    source: file.source,
    at: file.at,
    jobs: jobs.map((one) => ({ job: one.job, ...targetsOf(one.job, one.directory, surroundings) })),
    alertmanagers: config2.alertmanagers.map((entry) => ({ entry, ...targetsOf(entry, directory, surroundings) })),
    ruleFiles: config2.ruleFiles.map((written) => {
      const pattern = absolute(written.text, directory);
      return { written, pattern, found: surroundings.files.match(pattern) };
    })
  };
}
function absolute(path, directory) {
  return path.startsWith("/") ? path : `${directory}/${path}`;
}
var MOST_TARGETS2 = 1e3;
function targetsOf(sources, directory, { workload: workload2, files, names }) {
  let complete = sources.discovered.length === 0;
  const written = [...sources.targets];
  for (const pattern of sources.files) {
    const found = files.match(absolute(pattern.text, directory));
    if (found.hidden || found.files.length === 0) complete = false;
    for (const file of found.files) written.push(...targetsInFile(file.source));
  }
  const targets = written.slice(0, MOST_TARGETS2).flatMap((target) => {
    const address = addressOfTarget(target, sources);
    if (address === void 0) return [];
    const answer = address && names.answer(address.host, address.port, workload2);
    return [{ address, ...answer ? { answer } : {}, text: target.address, at: target.at }];
  });
  return { targets, complete };
}

// door:src/model/telemetry/rejected-configurations.ts
var room19;
function enter21() {
  return room19 ??= require("./model-telemetry-rejected-configurations.js");
}
function rejectedConfigurations(...given) {
  return enter21().rejectedConfigurations(...given);
}

// src/model/telemetry/scrape-targets.ts
function targetProblems(servers, tree, names) {
  return servers.flatMap(({ workload: workload2, configuration }) => {
    if (configuration.state !== "read") return [];
    return configuration.jobs.flatMap((resolved) => [
      ...emptyJob(resolved, workload2),
      ...resolved.targets.flatMap((target) => {
        const found = problemOf(target, { from: workload2, tree, names });
        return found ? [{ ...found, job: resolved.job.name, target: target.text, at: target.at }] : [];
      })
    ]);
  });
}
function emptyJob({ job: job2, targets, complete }, server) {
  if (targets.length > 0 || !complete || job2.targets.length > 0) return [];
  const what = `the job ${job2.name} has no target, so ${server.name} scrapes nothing for it`;
  return [{ state: "broken", what, fix: "Add a target, or take the job out.", job: job2.name, target: "", at: job2.at }];
}
function broken(what, fix) {
  return { state: "broken", what, fix };
}
function problemOf({ address, answer, text: text2 }, surroundings) {
  if (!address || !answer) return void 0;
  const { from } = surroundings;
  if (answer.kind === "unknown")
    return { state: "open", what: `who answers to ${address.host} is not known: ${answer.because}` };
  if (answer.kind === "nobody") {
    const { namesake } = answer;
    const why = namesake ? `${from.name} is on no network that ${namesake.name} is on` : `no service on the networks of ${from.name} has the name ${address.host}`;
    const fix = namesake ? `Put ${from.name} on a network of ${namesake.name}.` : address.port !== void 0 && exporterOn(address.port) ? `Deploy the exporter (\`${exporterOn(address.port)}\`) under that name, or take the target out.` : "Write the name of the service, or take the target out.";
    return broken(`${from.name} scrapes ${text2}, and ${why}`, fix);
  }
  if (answer.kind !== "workload") return void 0;
  const port3 = answer.port ?? address.port ?? (address.scheme === "https" ? 443 : 80);
  const to = answer.workload;
  if (to === from) return ownContainer(text2, port3, from);
  return wrongPort({ text: text2, port: port3, to, from }) ?? (to.software?.id === "traefik" ? metricsOff(text2, to, surroundings.tree) : void 0) ?? probed(address.probed, to, surroundings.names);
}
function ownContainer(text2, port3, from) {
  const own = from.software?.ports.map((one) => one.port) ?? [];
  if (own.includes(port3) || mentions2(from, port3)) return void 0;
  return broken(
    `${from.name} scrapes ${text2}, which is its own container, and only ${own.join(", ")} is served there`,
    'Write the name of the service that is meant; for a program on the host `host.docker.internal` with `extra_hosts: ["host.docker.internal:host-gateway"]`.'
  );
}
function wrongPort({ text: text2, port: port3, to, from }) {
  const { software } = to;
  if (software && speaksOwnProtocol(software.id, port3))
    return broken(
      `${from.name} scrapes ${text2}, where ${software.name} speaks its own protocol and no HTTP`,
      metricsInstead(software)
    );
  const served = servedPorts(to);
  if (served.has(port3) || mentions2(to, port3)) return void 0;
  const isFixed = software !== void 0 && (software.kind === "exporter" || FIXED_PORTS.has(software.id));
  if (isFixed) {
    const right = software.ports[0]?.port;
    return broken(
      `${from.name} scrapes ${text2}, and ${to.name} (${software.name}) listens on ${right}`,
      `Write the port ${right}.`
    );
  }
  if (software || served.size === 0) return void 0;
  return { state: "open", what: `nothing in the repository says that ${to.name} listens on ${port3}` };
}
function servedPorts({ listens, published, health }) {
  const checked = health.checks.flatMap(({ http }) => {
    const port3 = knownValue(http?.port);
    return typeof port3 === "number" ? [port3] : [];
  });
  return /* @__PURE__ */ new Set([...listens, ...published.flatMap(({ container: container2 }) => knownValue(container2) ?? []), ...checked]);
}
function mentions2({ start, environment, health }, port3) {
  const number2 = new RegExp(`(?<!\\d)${port3}(?!\\d)`);
  const values = [...environment.values()].map(({ value, raw }) => knownValue(value) ?? raw ?? "");
  const hidden = start?.argv.some((word) => word === null || word.includes("$")) === true;
  return hidden || [start?.text ?? "", ...values, ...health.checks.map((check2) => check2.text)].some((text2) => number2.test(text2));
}
var TRAEFIK_FILES = ["/etc/traefik/traefik.yml", "/etc/traefik/traefik.yaml", "/etc/traefik/traefik.toml"];
function metricsOff(text2, to, tree) {
  const words3 = to.start?.argv ?? [];
  if (words3.some((word) => word === null || /metrics[.]prometheus|configfile/i.test(word))) return void 0;
  if ([...to.environment.keys()].some((name) => /^TRAEFIK_(?:METRICS_PROMETHEUS|CONFIGFILE)/i.test(name)))
    return void 0;
  const files = containerFilesOf(to, tree);
  for (const path of TRAEFIK_FILES) {
    const found = files.find(path);
    if (found.state === "unknown" || found.state === "file" && /prometheus/i.test(found.file.source.text))
      return void 0;
  }
  return broken(
    `${text2} is scraped, and ${to.name} has its metrics switched off`,
    "Add `--metrics.prometheus=true` to its command."
  );
}
function probed(target, exporter, names) {
  if (target === void 0 || exporter.software?.id !== "blackbox-exporter") return void 0;
  const [, host, port3] = /^(?:[a-z]+:\/\/)?([^/:?#]+)(?::(\d{1,5}))?/i.exec(target) ?? [];
  if (host === void 0) return void 0;
  const answer = names.answer(host, port3 === void 0 ? void 0 : Number(port3), exporter);
  if (answer.kind !== "nobody") return void 0;
  return broken(
    `${exporter.name} probes ${target}, and no service on its networks has the name ${host}`,
    "Write the name of the service, or take the target out."
  );
}

// src/model/telemetry.ts
function telemetryOf(tree, workloads, names) {
  const prometheus = prometheusServersOf(workloads, tree, names);
  const alertmanagers = alertmanagersOf(workloads, tree, names);
  const collectors = collectorsOf(workloads, tree, names);
  const alertFiles = alertFilesOf(tree, workloads, prometheus);
  const { outputs, broken: broken2 } = destinationsOf(workloads, tree);
  const isMonitored = prometheus.length + alertmanagers.length + collectors.length > 0;
  return {
    telemetry: {
      prometheus,
      alertmanagers,
      targetProblems: targetProblems(prometheus, tree, names),
      blackboxProbes: blackboxProbesOf(prometheus, names),
      collectors,
      logCollectors: logCollectorsOf(workloads, collectors, tree).map((collector) => {
        const own = outputs.get(collector.workload);
        return own && own.found.length > 0 && own.others === 0 ? { ...collector, sendsOnly: own.found.length } : collector;
      }),
      destinations: [...outputs].flatMap(([from, { found }]) => found.map((one) => ({ ...one, from }))),
      tracingLibraries: tracingLibrariesOf(tree),
      rejected: isMonitored ? rejectedConfigurations(prometheus, alertmanagers, collectors) : [],
      alertFiles
    },
    unreadable: [
      ...unreadableConfigurations(prometheus, [...alertmanagers, ...collectors]),
      ...broken2.map((file) => ({ ...file, format: "prometheus", production: true, mayDeclare: 1 }))
    ],
    notEvaluated: []
  };
}
function unreadableConfigurations(prometheus, others) {
  const configs = [...prometheus, ...others].flatMap(
    ({ configuration }) => configuration.state === "read" ? [configuration.config] : []
  );
  const rules2 = loadedSources(prometheus).map(readRuleFile);
  const byPath2 = new Map([...configs, ...rules2].map((file) => [file.path, file]));
  return [...byPath2.values()].filter(({ problems }) => problems.length > 0).map(({ path, problems }) => ({ path, format: "prometheus", production: true, problems, mayDeclare: 1 }));
}

// src/model/build.ts
function buildSystem(tree, options) {
  const dockerfiles = dockerfilesOf(tree);
  const isCompose = options.deployments.length > 0 || tree.files.some((file) => file.format === "compose");
  const composed = isCompose ? composeDeployments(tree, dockerfiles, options.deployments) : NOTHING_DECLARED;
  let named2;
  const builds = () => {
    named2 ??= namedBuilds(tree, dockerfiles, composed.deployments);
    return named2;
  };
  const kubernetes = mentionsKubernetes(tree) ? kubernetesDeployments(tree, dockerfiles, options.deployments, builds) : NOTHING_DECLARED;
  const containers = kubernetes.deployments.length > 0 ? [withoutLocalCompose(composed, kubernetes, tree), kubernetes] : [composed, kubernetes];
  const platforms = mentionsPm2(tree, containers) ? withPm2(tree, containers, options.deployments) : containers;
  const deployments = platforms.flatMap((platform) => platform.deployments);
  const production = deployments.filter((deployment) => deployment.purpose === "production");
  const declared = production.flatMap((deployment) => deployment.workloads);
  const isWhole = platforms.every((platform) => platform.unreadable.length === 0);
  const unused = unusedImages(tree, dockerfiles, isWhole && declared.length === 0 ? 2 : 0);
  const images = [...shareImages(declared), ...unused.map((image) => withImageSignals(image, tree))];
  const workloads = withSharedImages(declared, images).map((workload2) => withProcesses(workload2, tree));
  const clusters = production.flatMap(({ cluster }) => cluster ?? []);
  const names = hostNamesOf(production, workloads);
  const addresses = environmentAddresses(workloads, names);
  const environmentFiles2 = readEnvironmentFiles(tree);
  const secrets = kubernetesSecretsOf(tree);
  const others = deployments.flatMap(
    (one) => one.purpose === "production" ? one.onRequest : [...one.workloads, ...one.onRequest]
  );
  const proxies = proxiesOf(tree, workloads, others, clusters);
  const telemetry = telemetryOf(tree, workloads, names);
  const connections = connectionsOf(addresses, names);
  const code = hasCode(tree) && (workloads.length + images.length > 0 || mayRunItself(tree)) ? codeOf(tree, {
    workloads,
    images,
    built: [...images, ...builtBeside(others, images)],
    builds,
    connections,
    names,
    deep: options.deep === true,
    isWhole
  }) : NO_CODE;
  const { schemas, unreadable: unreadableSchemas } = code.schemas.length > 0 || mentionsSchemas(tree) ? schemasOf(
    tree,
    {
      workloads,
      onRequest: production.flatMap((one) => one.onRequest),
      images,
      connections,
      services: code.services
    },
    code.schemas
  ) : { schemas: [], unreadable: [] };
  return {
    repository: {
      id: "repository",
      kind: "repository",
      name: "repository",
      weight: 2,
      at: rootSpan(production, images, code.services),
      files: []
    },
    deployments: [...production, ...deployments.filter((deployment) => deployment.purpose !== "production")],
    workloads,
    services: code.services,
    storeUses: code.storeUses,
    images,
    connections,
    databaseServers: databaseServersOf(workloads, clusters, tree),
    poolers: poolersOf(workloads, connections, clusters, tree),
    processesInCode: code.processes,
    pools: code.pools,
    edges: edgesOf({
      workloads,
      addresses,
      proxies: proxies.proxies,
      names,
      clusters,
      prometheus: telemetry.telemetry.prometheus,
      destinations: telemetry.telemetry.destinations
    }),
    proxies: proxies.proxies,
    encryption: encryptionOf(tree, { workloads, proxies: proxies.proxies, clusters }, options.tlsTerminatedUpstream),
    clusters,
    telemetry: telemetry.telemetry,
    backups: [...backupsOf(workloads, tree), ...clusters.length > 0 ? clusterBackups(clusters, workloads) : []],
    restores: restoresOf(workloads, clusters, tree),
    teardowns: teardownsOf(tree),
    schemas,
    replicaSetInitiations: initiationsOf(tree),
    environmentFiles: environmentFiles2,
    leaks: [...leaksOf(tree), ...secrets.leaks],
    kubernetesSecrets: secrets.secrets,
    unreadable: [
      ...platforms.flatMap((platform) => platform.unreadable),
      ...proxies.unreadable,
      ...telemetry.unreadable,
      ...unreadableSchemas,
      ...unreadableDockerfiles(images, dockerfiles),
      ...unreadableEnvironment(environmentFiles2, new Set(platforms.flatMap((one) => [...one.productionFiles])))
    ],
    notEvaluated: eachOnce([
      ...tree.skipped,
      ...platforms.flatMap((platform) => platform.notEvaluated),
      ...proxies.notEvaluated,
      ...telemetry.notEvaluated,
      ...code.notEvaluated
    ])
  };
}
function eachOnce(all) {
  return [...new Map(all.map((one) => [`${one.path}
${one.because}`, one])).values()];
}
function builtBeside(others, images) {
  const known2 = new Set(images.map(({ id }) => id));
  return others.flatMap(({ image }) => image?.origin === "built" && !known2.has(image.id) ? image : []);
}
function rootSpan(production, images, services) {
  return production[0]?.at ?? images[0]?.at ?? services[0]?.platform?.at ?? { path: "", start: 0, end: 0 };
}
function withSharedImages(workloads, images) {
  const byId = new Map(images.map((image) => [image.id, image]));
  return workloads.map((workload2) => {
    const image = workload2.image && byId.get(workload2.image.id);
    return image ? { ...workload2, image } : workload2;
  });
}
function readEnvironmentFiles(tree) {
  return tree.files.flatMap((file) => {
    if (file.format !== "dotenv") return [];
    const source = tree.read(file.path);
    if (!source) return [];
    return [
      {
        path: file.path,
        purpose: environmentFilePurpose(file.path),
        tracked: tree.tracked(file.path) !== false,
        ...parseEnvironmentFile(source)
      }
    ];
  });
}
function initiationsOf(tree) {
  return tree.files.flatMap((file) => {
    if (/\.(?:md|mdx|txt|rst|adoc)$/i.test(file.path)) return [];
    const text2 = tree.read(file.path)?.text;
    const found = text2 === void 0 ? null : /\brs\.initiate\b|\breplSetInitiate\b/.exec(text2);
    return found ? [{ path: file.path, start: found.index, end: found.index + found[0].length }] : [];
  });
}
function leaksOf(tree) {
  return tree.files.flatMap((file) => {
    const source = tree.read(file.path);
    return source ? scanText(source) : [];
  });
}
function unreadableDockerfiles(images, dockerfiles) {
  const production = new Set(images.filter((image) => image.weight > 0).flatMap((image) => image.files));
  return dockerfiles.all().filter((file) => file.problems.some((problem) => problem.kind === "syntax") || file.stages.length === 0).map((file) => ({
    path: file.path,
    format: "dockerfile",
    production: production.has(file.path),
    problems: file.problems,
    mayDeclare: 1
  }));
}
function unreadableEnvironment(files, production) {
  return files.filter((file) => file.problems.length > 0).map((file) => ({
    path: file.path,
    format: "dotenv",
    production: production.has(file.path),
    problems: file.problems,
    mayDeclare: 1
  }));
}

// src/parse/grammar-names.ts
function grammarsFor(files) {
  const names = /* @__PURE__ */ new Set();
  for (const { path } of files) {
    if (path.endsWith(".py")) names.add("python");
    else if (path.endsWith(".go")) names.add("go");
  }
  return [...names];
}

// door:src/parse/grammars.ts
var room20;
function enter22() {
  return room20 ??= require("./parse-grammars.js");
}
function openGrammars(...given) {
  return enter22().openGrammars(...given);
}
function grammar(...given) {
  return enter22().grammar(...given);
}

// src/suppress-comments.ts
var WORD2 = "erp-audit-ignore";
var WORD_FOR_FILE = "erp-audit-ignore-file";
function readSuppressions(source, comments) {
  const written = comments.flatMap((comment) => directivesIn(source, comment));
  if (written.length === 0) return [];
  const content = linesWithContent(source, comments);
  const [first = Number.POSITIVE_INFINITY] = content;
  return written.map(({ line, words: words3 }) => {
    const wholeFile = words3.keyword === WORD_FOR_FILE;
    return {
      rule: words3.rule,
      reason: words3.reason,
      wholeFile,
      misplaced: wholeFile && line >= first,
      line,
      target: atOrAfter(content, line)
    };
  });
}
function directivesIn(source, comment) {
  const text2 = source.text.slice(comment.start, comment.end);
  if (!text2.includes(WORD2)) return [];
  const first = lineOf(source, comment.start);
  return text2.split("\n").flatMap((part, index) => {
    const words3 = directiveOf(part);
    return words3 ? [{ line: first + index, words: words3 }] : [];
  });
}
function directiveOf(part) {
  const begin = part.search(/[^\s#/*;!-]/);
  const end = part.trimEnd().endsWith("*/") ? part.lastIndexOf("*/") : part.length;
  const text2 = begin === -1 ? "" : part.slice(begin, end).trim();
  const keyword = [WORD_FOR_FILE, WORD2].find(
    (word) => text2 === word || text2.startsWith(`${word} `) || text2.startsWith(`${word}:`)
  );
  if (!keyword) return void 0;
  const rest = text2.slice(keyword.length).trim();
  const colon = rest.indexOf(":");
  const rule = colon === -1 ? rest : rest.slice(0, colon);
  return { keyword, rule: rule.trim(), reason: colon === -1 ? "" : rest.slice(colon + 1).trim() };
}
function linesWithContent(source, comments) {
  const lines = [];
  let from = 0;
  for (const { start, end } of [
    ...comments.toSorted((a, b) => a.start - b.start),
    { start: source.text.length, end: 0 }
  ]) {
    if (start > from) {
      const first = lineOf(source, from);
      source.text.slice(from, start).split("\n").forEach((part, index) => {
        if (part.trim() !== "" && lines.at(-1) !== first + index) lines.push(first + index);
      });
    }
    from = Math.max(from, end);
  }
  return lines;
}
function atOrAfter(numbers, least) {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((numbers[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return numbers[low] ?? 0;
}

// src/suppress.ts
var lineKey = (path, line) => `${line} ${path}`;
var fileKey = (path) => `* ${path}`;
function suppress(judgements, options) {
  const notices = [];
  const grounds = [
    ...inlineGrounds(options, judgements, notices),
    ...annotationGrounds(options, judgements, notices),
    ...configGrounds(options)
  ];
  const used = /* @__PURE__ */ new Set();
  const byRule = grouped(grounds);
  const marked = judgements.map((judgement) => {
    const own = byRule.get(judgement.rule.id);
    return own ? mark(judgement, own, options.sources, used) : judgement;
  });
  const judged2 = new Set(judgements.filter((judgement) => !judgement.error).map((judgement) => judgement.rule.id));
  for (const ground of grounds) {
    if (!used.has(ground) && ground.rules.some((rule) => judged2.has(rule))) notices.push(ground.unused);
  }
  return { judgements: marked, notices: notices.toSorted(byPlace2) };
}
function grouped(grounds) {
  const groups = /* @__PURE__ */ new Map();
  for (const ground of grounds) {
    for (const rule of ground.rules) {
      const group = groups.get(rule) ?? { inline: /* @__PURE__ */ new Map(), described: [] };
      groups.set(rule, group);
      if (typeof ground.covers !== "string") group.described.push(ground);
      else if (group.inline.get(ground.covers)?.push(ground) === void 0) group.inline.set(ground.covers, [ground]);
    }
  }
  return groups;
}
function mark(judgement, grounds, sources, used) {
  const outcomes = judgement.outcomes.map((outcome) => {
    const findings = outcome.findings.map((finding) => {
      const reasons = groundsFor(finding, outcome, grounds, sources);
      for (const ground of reasons) used.add(ground);
      return reasons[0] ? { ...finding, suppressed: reasons[0].suppression } : finding;
    });
    return findings.some((finding) => finding.suppressed) ? withFindings(judgement.rule, outcome, findings) : outcome;
  });
  return { ...judgement, outcomes };
}
function groundsFor(finding, outcome, { inline, described }, sources) {
  const { place } = finding;
  const { at: at2 } = outcome;
  const file = sources.get(at2.path);
  const keys = [lineKey(place.path, place.line), fileKey(place.path)];
  if (file) keys.splice(1, 0, lineKey(at2.path, lineOf(file, at2.start)));
  return [
    ...keys.flatMap((key) => inline.get(key) ?? []),
    ...described.filter(({ covers }) => typeof covers !== "string" && covers(finding, outcome))
  ];
}
function inlineGrounds({ sources, comments, rules: rules2 }, judgements, notices) {
  const names = rulesByName([...rules2, ...judgements.map((judgement) => judgement.rule)]);
  const grounds = [];
  const hints = /* @__PURE__ */ new Map();
  for (const [path, list3] of comments) {
    const source = sources.get(path);
    if (!source) continue;
    for (const written of readSuppressions(source, list3)) {
      const rule = names.get(written.rule);
      const objection = objectionTo(written, rule, names, hints);
      if (objection !== void 0) notices.push({ path, line: written.line, message: maskMessage(objection) });
      else if (rule) grounds.push(inlineGround(rule, written, path));
    }
  }
  return grounds;
}
function annotationGrounds({ annotations, rules: rules2 }, judgements, notices) {
  if (annotations.size === 0) return [];
  const names = rulesByName([...rules2, ...judgements.map((judgement) => judgement.rule)]);
  const hints = /* @__PURE__ */ new Map();
  const grounds = [];
  for (const [path, list3] of annotations) {
    for (const { rule: name, reason, line, object } of list3) {
      const rule = names.get(name);
      const objection = objectionTo({ rule: name, reason, misplaced: false }, rule, names, hints);
      if (objection !== void 0) notices.push({ path, line, message: maskMessage(objection) });
      else if (rule)
        grounds.push({
          rules: [rule.id],
          suppression: { by: "inline", reason },
          covers: (finding, outcome) => lies(finding.at, object) || lies(outcome.at, object),
          unused: { path, line, message: `the annotation that accepts ${rule.id} matches no finding; remove it` }
        });
    }
  }
  return grounds;
}
function lies(at2, within) {
  return at2.path === within.path && at2.start >= within.start && at2.end <= within.end;
}
function objectionTo(written, rule, names, hints) {
  if (written.rule === "") return 'this suppression names no rule: write "erp-audit-ignore <rule-id>: <reason>"';
  if (!rule) {
    const hint = hints.get(written.rule) ?? (didYouMean(written.rule, names.keys()) || '; "erp-audit rules" lists them');
    hints.set(written.rule, hint);
    return `this suppression names an unknown rule "${written.rule}"${hint}`;
  }
  if (written.reason === "")
    return `the suppression of ${rule.id} does not count without a reason: write it behind a colon`;
  if (written.misplaced)
    return `the suppression of ${rule.id} for the whole file counts only in the first comment block`;
  return void 0;
}
function inlineGround(rule, { line, reason, target, wholeFile }, path) {
  return {
    rules: [rule.id],
    suppression: { by: "inline", reason },
    covers: wholeFile ? fileKey(path) : lineKey(path, target),
    unused: { path, line, message: `the suppression of ${rule.id} matches no finding; remove it` }
  };
}
function configGrounds({ ignores, rules: rules2 }) {
  return ignores.map(({ rule: pattern, globs, reason = "ignored by the configuration", path, line }) => {
    const isMatched = filesMatching(globs);
    return {
      rules: rules2.filter((rule) => exactness(pattern, rule) > 0).map((rule) => rule.id),
      suppression: { by: "config", reason },
      covers: ({ place }) => isMatched(place.path),
      unused: {
        ...path !== void 0 && { path },
        ...line !== void 0 && { line },
        message: `the ignored files of ${pattern} match no finding; remove them`
      }
    };
  });
}
function rulesByName(rules2) {
  const names = new Map(rules2.flatMap((rule) => (rule.aliases ?? []).map((alias) => [alias, rule])));
  for (const rule of rules2) names.set(rule.id, rule);
  return names;
}
function byPlace2(a, b) {
  const [first, second] = [a.path ?? "", b.path ?? ""];
  return first === second ? (a.line ?? 0) - (b.line ?? 0) : first < second ? -1 : 1;
}

// src/suppress-annotations.ts
var PREFIX = "erp-audit.dev/ignore";
function annotationsOf(sources) {
  const found = /* @__PURE__ */ new Map();
  for (const source of sources.values()) {
    if (!/\.(?:ya?ml|json)$/i.test(source.path) || !source.text.includes(PREFIX)) continue;
    const roots = parseYaml(source).documents.flatMap(({ root }) => objectsIn(root));
    const own = roots.flatMap((object) => annotationsIn(object, source));
    if (own.length > 0) found.set(source.path, own);
  }
  return found;
}
function objectsIn(root) {
  if (root?.kind !== "map") return [];
  const items = child(root, "items");
  return items?.kind === "list" ? items.items.filter((item) => item.kind === "map") : [root];
}
function annotationsIn(object, source) {
  const places2 = [
    descend(object, "metadata", "annotations"),
    descend(object, "spec", "template", "metadata", "annotations"),
    descend(object, "spec", "jobTemplate", "spec", "template", "metadata", "annotations")
  ];
  return places2.flatMap((annotations) => {
    if (annotations?.kind !== "map") return [];
    return [...annotations.entries].flatMap(([key, { keyAt, node }]) => {
      if (key !== PREFIX && !key.startsWith(`${PREFIX}.`)) return [];
      const name = key.slice(PREFIX.length + 1);
      const dot = name.indexOf(".");
      return [
        {
          rule: dot === -1 ? name : `${name.slice(0, dot)}/${name.slice(dot + 1)}`,
          reason: node.kind === "scalar" ? (node.text ?? "").trim() : "",
          line: lineOf(source, keyAt.start),
          object: object.at
        }
      ];
    });
  });
}

// src/tree.ts
function recordReads(tree) {
  const sources = /* @__PURE__ */ new Map();
  const read = (path) => {
    const source = tree.read(path);
    if (source) sources.set(source.path, source);
    return source;
  };
  return { tree: { ...tree, read }, sources };
}

// src/line-diff.ts
var MOST_STEPS2 = 1e3;
function linesOf(text2) {
  const lines = text2.split(/\r?\n/);
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
  const added2 = shortest(old, fresh) ?? unseen(old, fresh);
  return new Set(added2.map((index) => index + start + 1));
}
function shortest(old, fresh) {
  if (old.length === 0) return fresh.map((_, index) => index);
  const furthest = [];
  let reached = /* @__PURE__ */ new Map([[1, 0]]);
  const most = Math.min(old.length + fresh.length, MOST_STEPS2);
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
  const added2 = [];
  let diagonal = x - y;
  for (let steps = furthest.length - 1; steps > 0; steps--) {
    const reached = furthest[steps] ?? /* @__PURE__ */ new Map();
    const down = isDown(reached, diagonal, steps);
    diagonal = down ? diagonal + 1 : diagonal - 1;
    if (down) added2.push(at(reached, diagonal) - diagonal);
  }
  return added2;
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
var MOST_FILES4 = 2e3;
var MOST_COMPARED = 40;
var ALIKE = 0.5;
function changesBetween(before, now) {
  const renames = renamesBetween(before, now);
  const cameFrom = new Map([...renames].map(([old, fresh]) => [fresh, old]));
  const lines = /* @__PURE__ */ new Map();
  const linesIn = (path) => {
    const known2 = lines.get(path) ?? changedIn(before, now, cameFrom.get(path) ?? path, path);
    lines.set(path, known2);
    return known2;
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
  const text2 = now.tree.read(path)?.text;
  const old = before.tree.read(oldPath)?.text;
  if (text2 === void 0) return NONE;
  if (old === void 0) return "all";
  if (old === text2) return NONE;
  const changed = changedLines(linesOf(old), linesOf(text2));
  return changed.size === 0 && linesOf(old).length === linesOf(text2).length ? NONE : changed;
}
function renamesBetween(before, now) {
  const there = new Set(now.tree.files.map(({ path }) => path));
  const here = new Set(before.tree.files.map(({ path }) => path));
  const gone = candidates(before, ({ path }) => !there.has(path));
  const fresh = candidates(now, ({ path }) => !here.has(path));
  const renames = /* @__PURE__ */ new Map();
  const left = (list3, taken) => {
    const paths = new Set(taken);
    return list3.filter(({ path }) => !paths.has(path));
  };
  for (const sameAs of [textOf2, nameOf2, kindOf2]) {
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
  for (const old of gone.slice(0, MOST_FILES4)) {
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
function textOf2(file) {
  return file.lines().join("\n");
}
function nameOf2({ path }) {
  return path.slice(path.lastIndexOf("/") + 1);
}
function kindOf2(file) {
  const name = nameOf2(file);
  return `${file.format} ${name.includes(".") ? name.slice(name.lastIndexOf(".")) : ""}`;
}

// door:src/discover/git/versions.ts
var room21;
function enter23() {
  return room21 ??= require("./discover-git-versions.js");
}
function openVersions(...given) {
  return enter23().openVersions(...given);
}

// src/trees.ts
function openTrees(root, options) {
  const { exclude, staged = false, since } = options;
  if (!staged && since === void 0) return { now: discover(root, { exclude }), close: () => {
  } };
  const flag2 = staged ? "--staged" : "--since";
  const versions = have(openVersions(root, options.indexFile), flag2);
  try {
    const version = (snapshot) => ({
      tree: discoverIn(snapshot, { exclude }),
      objectAt: snapshot.objectAt
    });
    const now = staged ? version(have(versions.index(), flag2)) : { tree: discover(root, { exclude }) };
    const found = since === void 0 ? void 0 : have(versions.base(since, !staged), "--since");
    const base = found && version(found);
    return {
      now: now.tree,
      ...found && base && { base: { tree: base.tree, commit: found.commit } },
      changes: base ? changesBetween(base, now) : stagedChanges(versions, version, now, options),
      close: versions.close
    };
  } catch (error) {
    versions.close();
    throw error;
  }
}
function stagedChanges(versions, version, now, { changed }) {
  if (changed === "lines") return changesBetween(version(have(versions.head(), "--staged")), now);
  const isChanged = have(versions.staged(), "--staged");
  return { renames: /* @__PURE__ */ new Map(), isChanged, touches: ({ path }) => isChanged(path) };
}
function have(found, flag2) {
  if ("problem" in found) throw new UsageError(`${flag2}: ${found.problem}`);
  return found;
}

// src/audit.ts
async function audit(root, options = DEFAULT_OPTIONS) {
  options.onStage?.("reading the file tree");
  const trees = openTrees(root, { ...options, exclude: options.config.exclude });
  try {
    const grammars = grammarsFor([...trees.now.files, ...trees.base?.tree.files ?? []]);
    if (grammars.length > 0) await openGrammars(grammars);
    return auditTree(trees.now, options, pastOf(trees, options));
  } finally {
    trees.close();
  }
}
function pastOf({ base, changes }, options) {
  const { since: revision = "", onStage } = options;
  const judgeBase = (tree) => judgeTree(tree, { ...options, onStage: (stage) => onStage?.(`${revision}: ${stage}`) });
  return {
    ...base && { base: { ...judgeBase(base.tree), revision, commit: base.commit } },
    ...changes && { changes }
  };
}
function auditTree(found, options = DEFAULT_OPTIONS, past = {}) {
  const { rules: rules2 = rules } = options;
  const judged2 = judgeTree(found, options);
  const { system, judgements } = judged2;
  const compared = compareFindings(
    judgements,
    { base: past.base?.judgements, baseline: options.baseline, changes: past.changes, scope: scopeOf(options) },
    {
      exists: found.exists,
      isUnreadable: (path) => system.unreadable.some((file) => file.path === path),
      isOff: (rule) => judgements.every((judgement) => judgement.rule.id !== rule) && rules2.some(({ id }) => id === rule)
    }
  );
  const verdict = gate(
    judgements.filter((judgement) => isShown(judgement, options)),
    judged2.score,
    {
      failOn: options.failOn,
      minScore: options.scoreGates === false ? void 0 : options.minScore,
      isJudged: (finding) => compared.isInScope(finding) && compared.stateOf(finding) !== "unchanged",
      ...wordsOf2(options)
    }
  );
  options.onStage?.("reporting");
  return conclude({ ...judged2, past, compared, roadmap: roadmap(judgements, judged2.scoring), gate: verdict, options });
}
function judgeTree(found, options) {
  const { config: config2, onStage, rules: rules2 = rules } = options;
  const { tree, sources } = recordReads(found);
  onStage?.("building the system model");
  const system = buildSystem(tree, { ...config2, deep: options.deep });
  onStage?.("checking");
  const judged2 = withSettings(check(system, enabledRules(rules2, config2), sources), config2);
  const accepted = {
    sources,
    comments: commentsOf(sources),
    annotations: annotationsOf(sources),
    ignores: ignoresOf(config2),
    rules: rules2
  };
  const { judgements, notices } = suppress(judged2, accepted);
  onStage?.("scoring");
  const deployable = system.workloads.length > 0 || system.images.some((image) => image.weight > 0) || system.services.some((service2) => service2.weight > 0) || system.unreadable.some((file) => file.production);
  const scoring = { deployable, weights: weightsWith(config2.weights), threshold: options.minScore };
  const total = score(judgements, scoring);
  return { system, judgements, notices: [...offNotices(rules2, config2), ...notices], scoring, score: total, sources };
}
function wordsOf2(options) {
  const { since, baseline } = options;
  const scope = scopeOf(options);
  const changed = options.staged && since === void 0 ? "staged" : "changed";
  return {
    ...(since !== void 0 || baseline) && { called: "new" },
    ...scope !== "all" && { where: `${scope === "lines" ? "on" : "in"} ${changed} ${scope}` }
  };
}

module.exports = {
  largeFileObject,
  parseJavaScript,
  parseJson,
  parseNginx,
  walkNginx,
  conditionOf,
  scriptsRunBy,
  holdsScripts,
  scriptTexts,
  NO_CODE,
  partOf,
  settingSpan,
  serversBehind,
  directoriesOf,
  changedFolder,
  resolveName,
  scriptVariables,
  expand,
  commandPurpose,
  projectLoader,
  environmentValue,
  isComplete,
  isUnreadable,
  danglingCount,
  servicesOf,
  chooseProduction,
  READ: READ2,
  NAMED_FOR_PM2,
  PROGRAM,
  isNamedForPm2,
  readRuleFile,
  reachableReceivers,
  loadedSources,
  parseToml,
  relabel,
  targetSourcesOf,
  grammar,
  audit
};
