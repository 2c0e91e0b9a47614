"use strict";

// src/model/entry.ts
var entryFilesOf = (function entryFilesOf(starting, runs, tree) {
  const held = (path) => heldAt(path, starting, tree);
  let folder = firstFolder(starting);
  let isThere = false;
  for (const run of [...entrypointOf(starting), ...runs]) {
    const [program, to] = run.words;
    if (program === "cd" || program === "pushd") {
      folder = to == null || !run.isSure || folder === void 0 || /[$`*?~]|^-$/.test(to) ? void 0 : inFolder(folder, to);
      continue;
    }
    if (folder === void 0 || isElsewhere(run)) continue;
    const isFatal = run.isSure && run.endsStart;
    const script = isFatal ? missingScript(run, folder, starting, held, tree) : void 0;
    if (script) return script;
    const left = isFatal ? missingDevelopmentPackage(run, starting) : void 0;
    if (left) return left;
    const named = namedFile(run, folder);
    const found = named && holdingOf(named, starting, runs, held, tree);
    if (named && found?.state === "absent" && isFatal) return missing(named, found, starting, held);
    if (named && found?.state === "unknown")
      return found.lacks === void 0 || !isFatal ? void 0 : { state: "unseen", lacks: found.lacks, at: run.at };
    if (found?.state === "held") isThere = true;
    if (runs.includes(run) && !PREPARES.test(preparing(run.words))) break;
  }
  return isThere ? { state: "there" } : void 0;
});
var entrypointOf = (function entrypointOf({ start, image }) {
  const [program] = start?.script ? [] : start?.argv ?? [];
  if (!start || !program?.includes("/")) return [];
  const at = start.replacesEntrypoint && start.source === "dockerfile" && image?.dockerfile?.entrypoint?.at || start.at;
  return [{ words: [program], at, isSure: true, endsStart: true }];
});
var firstFolder = (function firstFolder({ image, workingDirectory }) {
  if (workingDirectory) return knownValue(workingDirectory);
  const { dockerfile } = image ?? {};
  if (dockerfile?.workdir) return knownValue(dockerfile.workdir);
  const base = knownValue(dockerfile ? dockerfile.base : image?.origin === "pulled" ? image.reference : void 0);
  return base && ROOTED.test(base.repository) ? "/" : void 0;
});
const {
  installedForProduction,
  isForDevelopment,
  isLeftOut,
  loadedBefore,
  neededBy,
  scriptRun
} = require("./chunk-Q7EFHPFX.js");
const {
  installOf
} = require("./chunk-TAL56CB4.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  commandsOf,
  containerFilesOf,
  directoryOf,
  fileName,
  isObject,
  isWithin,
  joinPath,
  knownValue,
  parseShell,
  pathMatcher,
  programOf,
  readIgnoreRules,
  readJsonObject,
  shellText,
  stepsOf,
  unwrapCommand
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/entry/holding.ts
var ABSENT = { state: "absent" };
var HELD = { state: "held" };
function unsure(because) {
  return { state: "unknown", because };
}
function likeliest(all) {
  let best = ABSENT;
  for (const one of all) {
    if (one.state === "held") return one;
    if (rank(one) > rank(best)) best = one;
  }
  return best;
}
function rank(one) {
  if (one.state === "absent") return one.everywhere ? 3 : one.instead === void 0 ? 0 : 1;
  return one.beforehand ? 2 : 4;
}
var OUTPUT = /^(?:\.?dist|\.?build|builds|out|output|\.output|lib|libs|target|bin|obj|release|publish|compiled|generated|node_modules|vendor|public|static|\.next|\.nuxt|\.svelte-kit|venv|\.venv|es|cjs|esm)$/i;
function mayBeMadeBefore(path, tree) {
  const parts = directoryOf(path).split("/");
  return parts.some((part) => OUTPUT.test(part)) || isIgnoredByGit(path, tree) || isInSubmodule(path, tree);
}
function isIgnoredByGit(path, tree) {
  for (let folder = directoryOf(path); ; folder = directoryOf(folder)) {
    const source = tree.read(joinPath(folder, ".gitignore"));
    const rules = source && readIgnoreRules("", source.text);
    const inner = folder === "." ? path : path.slice(folder.length + 1);
    if (rules?.matcher.test(inner).ignored) return true;
    if (folder === ".") return false;
  }
}
function isInSubmodule(path, tree) {
  const text = tree.read(".gitmodules")?.text ?? "";
  return [...text.matchAll(/^\s*path\s*=\s*(\S+)/gm)].some(([, folder = ""]) => isWithin(folder, path));
}

// src/model/entry/compiler-settings.ts
var DEEPEST = 6;
function readSettings(path, making, depth = 0) {
  const source = readInImage(path, making);
  const own = source && readJsonObject(source);
  if (!source || !own || depth > DEEPEST) return void 0;
  const folder = directoryOf(path) || "/";
  const absolute = (one) => one.startsWith("/") ? one : joinAbsolute(folder, one);
  let base;
  for (const name of Array.isArray(own.extends) ? own.extends : own.extends === void 0 ? [] : [own.extends]) {
    if (typeof name !== "string") return void 0;
    if (/^@tsconfig\//.test(name)) continue;
    if (!name.startsWith(".")) return void 0;
    const next = joinAbsolute(folder, /\.json$/.test(name) ? name : `${name}.json`);
    const found = readSettings(next, making, depth + 1);
    if (!found) return void 0;
    base = { ...found, options: { ...base?.options, ...found.options } };
  }
  const written2 = isObject(own.compilerOptions) ? own.compilerOptions : {};
  const options = { ...base?.options, ...written2 };
  for (const name of ["outDir", "rootDir"]) {
    const value = written2[name];
    if (typeof value === "string") {
      if (value.includes("${")) return void 0;
      options[name] = absolute(value);
    }
  }
  const list = (name, before) => {
    const value = own[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === "string").map(absolute) : before ?? [];
  };
  return {
    folder,
    source,
    options,
    files: list("files", base?.files),
    include: list("include", own.files === void 0 ? base?.include : []),
    exclude: list("exclude", base?.exclude),
    hasReferences: Array.isArray(own.references) && own.references.length > 0
  };
}
function readInImage(path, { view, instruction }) {
  const held = heldByStage(path, view, instruction);
  if (held.state === "absent") return void 0;
  return held.state === "held" && held.source !== void 0 && view.tree.read(held.source) || null;
}

// src/model/entry/typescript.ts
function compiledBy(path, making) {
  const { words, folder } = making;
  if (folder === void 0) return unsure("the folder that it is compiled in is not known");
  const call = words[0]?.endsWith("nest") ? nestCall(making) : compilerCall(words);
  if (call === void 0) return unsure(`"${words.slice(0, 4).join(" ")}" may make it`);
  if (call === "nothing") return ABSENT;
  const settings = readSettings(joinAbsolute(folder, call.project), making);
  if (!settings || settings.hasReferences) return unsure("the settings of the TypeScript compiler are not known");
  return outputOf(path, { ...settings, options: { ...settings.options, ...call.options } }, making);
}
function compilerCall(words) {
  let project = "tsconfig.json";
  const options = {};
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? "";
    if (/^(?:-b|--build|-w|--watch|--init|--outFile)$/i.test(word)) return void 0;
    if (/^--(?:noEmit|emitDeclarationOnly|version|showConfig)$/i.test(word))
      return words[at + 1] === "false" ? void 0 : "nothing";
    if (/^(?:-p|--project)$/i.test(word)) project = words[++at] ?? project;
    else if (/^--(?:outDir|rootDir)$/i.test(word))
      options[/out/i.test(word) ? "outDir" : "rootDir"] = words[++at] ?? ".";
    else if (!word.startsWith("-")) {
      if (!words[at - 1]?.startsWith("-")) return void 0;
    }
  }
  return { project: /\.json$/.test(project) ? project : joinPath(project, "tsconfig.json"), options };
}
function nestCall(making) {
  const { words, folder = "/" } = making;
  if (words[1] !== "build" || words.slice(2).some((word) => !/^(?:--tsc|--preserveWatchOutput)$/.test(word)))
    return void 0;
  const source = readInImage(joinAbsolute(folder, "nest-cli.json"), making);
  const cli = source === void 0 ? {} : source && readJsonObject(source);
  if (!cli || cli.monorepo === true || cli.projects !== void 0) return void 0;
  const options = isObject(cli.compilerOptions) ? cli.compilerOptions : {};
  const builder = isObject(options.builder) ? options.builder.type : options.builder;
  if (options.webpack === true || builder !== void 0 && builder !== "tsc") return void 0;
  const named = options.tsConfigPath;
  if (typeof named === "string") return { project: named, options: {} };
  const own = readInImage(joinAbsolute(folder, "tsconfig.build.json"), making);
  if (own === null) return void 0;
  return { project: own ? "tsconfig.build.json" : "tsconfig.json", options: {} };
}
var COMPILED = /\.[cm]?js$/;
function outputOf(path, settings, making) {
  const { options, folder } = settings;
  if (!COMPILED.test(path) || options.noEmit === true || options.emitDeclarationOnly === true) return ABSENT;
  if (options.outFile !== void 0) return unsure("the TypeScript compiler writes one file");
  const inFolder2 = (value) => typeof value === "string" ? joinAbsolute(value.startsWith("/") ? "/" : folder, value) : void 0;
  const out = inFolder2(options.outDir);
  if (out === void 0) return sourceAt(path, options, making);
  if (!isWithin(out, path)) return ABSENT;
  const rest = path.slice(out.length + 1);
  const rootDir = inFolder2(options.rootDir);
  if (rootDir !== void 0) {
    const found = sourceAt(joinAbsolute(rootDir, rest), options, making);
    return found.state === "absent" ? { ...found, ...elsewhere(rest, rootDir, out, [], settings, making) } : found;
  }
  return withoutRoot(rest, out, settings, making);
}
function withoutRoot(rest, out, settings, making) {
  const { folder, options } = settings;
  const inputs = inputsOf(settings, out, making);
  if (!inputs || inputs.length === 0) return unsure("which files the TypeScript compiler takes is not known");
  const isFixed = options.composite === true || fixesRoot(making);
  if (isFixed === void 0) return unsure("the version of the TypeScript compiler is not known");
  const root = isFixed ? folder : commonFolder(inputs);
  const roots = [root];
  for (let at = root; !isFixed && at !== "/" && at !== "."; ) {
    at = directoryOf(at) || "/";
    roots.push(at);
  }
  for (const [index, one] of roots.entries()) {
    const found = sourceAt(joinAbsolute(one, rest), options, making);
    if (found.state === "held" && index > 0) return unsure("which files the compiled ones import is not known");
    if (found.state !== "absent") return found;
  }
  return { ...ABSENT, ...elsewhere(rest, root, out, inputs, settings, making) };
}
function elsewhere(rest, root, out, inputs, { folder, source, options }, making) {
  for (const inner of ["src", "app", "server", "lib"]) {
    const below = joinAbsolute(folder, inner);
    const path = joinAbsolute(below, rest);
    if (sourceAt(path, options, making).state !== "held" || !isWithin(root, path) || root === below) continue;
    const at = (one) => one.slice(folder === "/" ? 1 : folder.length + 1);
    const made2 = joinAbsolute(out, path.slice(root === "/" ? 1 : root.length + 1));
    const widest = inputs.find((one) => !isWithin(below, one));
    const because = widest === void 0 ? "" : `, because ${at(widest)} is compiled with it`;
    return {
      everywhere: true,
      instead: `${fileName(source.path)} has it compiled to ${at(made2)}${because}`,
      fix: `Start ${at(made2)}; or set \`"rootDir": "./${inner}"\` and \`"include": ["${inner}"]\` in ${fileName(source.path)}, so that it is compiled to ${at(joinAbsolute(out, rest))}.`,
      at: { path: source.path, start: 0, end: Math.min(1, source.text.length) }
    };
  }
  return {};
}
function sourceAt(path, { allowJs, checkJs }, { view, instruction }) {
  const [, base = path, kind = ""] = /^(.*)\.([cm]?)js$/.exec(path) ?? [];
  const own = allowJs === true || checkJs === true ? [path] : [];
  const all = [`${base}.${kind}ts`, ...kind === "" ? [`${base}.tsx`, `${base}.jsx`] : [], ...own].map(
    (one) => heldByStage(one, view, instruction)
  );
  const held = all.find((one) => one.state === "held");
  if (held) return { state: "held" };
  return all.find((one) => one.state === "unknown") ?? ABSENT;
}
var SOURCES = /(?<!\.d)\.[cm]?tsx?$/;
var SOURCES_WITH_JS = /(?<!\.d)\.[cm]?[jt]sx?$/;
function inputsOf(settings, out, { view, instruction }) {
  const { options, folder, files, include, exclude } = settings;
  const pattern = options.allowJs === true || options.checkJs === true ? SOURCES_WITH_JS : SOURCES;
  const outer = [folder, ...include, ...files].some((one) => !isWithin(folder, one)) ? "/" : folder;
  const all = sourcesBefore(instruction, outer, pattern, view);
  if (!all) return void 0;
  const patterns = include.length > 0 || files.length > 0 ? include : [folder];
  const included = patterns.map((one) => matcher(one));
  const left = [...exclude.length > 0 ? exclude : [], out].map((one) => matcher(one));
  return [...all.keys()].filter(
    (path) => files.includes(path) || !/\/(?:\.[^/]*|node_modules|bower_components|jspm_packages)(?:\/|$)/.test(path) && included.some((match) => match(path)) && !left.some((match) => match(path))
  );
}
function matcher(pattern) {
  const match = pathMatcher(pattern);
  return (path) => {
    for (let at = path; at !== "" && at !== "."; at = directoryOf(at)) if (match(at)) return true;
    return pattern === "/";
  };
}
function commonFolder(paths) {
  let common = directoryOf(paths[0] ?? "/");
  for (const path of paths)
    while (common !== "" && !isWithin(common, path)) common = directoryOf(common) === "." ? "" : directoryOf(common);
  return common || "/";
}
function fixesRoot(making) {
  for (let folder = making.folder ?? "/"; ; folder = directoryOf(folder) || "/") {
    const source = readInImage(joinAbsolute(folder, "package.json"), making);
    const manifest = source && readJsonObject(source);
    for (const section of [manifest?.devDependencies, manifest?.dependencies]) {
      const range = isObject(section) ? section.typescript : void 0;
      const major = typeof range === "string" ? /^[\^~=v]*(\d+)\b/.exec(range)?.[1] : void 0;
      if (major !== void 0) return Number(major) >= 6;
    }
    if (folder === "/") return void 0;
  }
}

// src/model/entry/made.ts
var DEEPEST2 = 5;
var MOST_MANIFESTS = 50;
function madeBy(path, instruction, view) {
  const { dockerfile } = view;
  const commands = commandsOf(instruction, dockerfile.shell);
  if (commands.length === 0 && instruction.text.trim() !== "") return unsure("a command of the build may make it");
  const start = { folder: folderAt(instruction, dockerfile), instruction, view, depth: 0 };
  return likeliest(
    made(
      path,
      commands.map(({ words, command }) => ({ words, redirects: command?.redirects ?? [] })),
      start
    )
  );
}
function* made(path, commands, start) {
  let { folder } = start;
  for (const { words, redirects } of commands) {
    if (words[0] === "cd") {
      const to = words[1];
      folder = to === void 0 || /[$`*?~]/.test(to) || folder === void 0 ? void 0 : within(folder, to);
      continue;
    }
    yield written(path, redirects);
    if (words.length > 0) yield madeByCommand(path, { ...start, words, folder });
  }
}
function within(folder, path) {
  return path.startsWith("/") ? joinAbsolute("/", path) : joinAbsolute(folder, path);
}
function written(path, redirects) {
  const writes = redirects.filter(({ operator }) => /^\d?>>?\|?$/.test(operator));
  if (writes.some(({ target }) => fileName(target) === fileName(path))) return HELD;
  return writes.some(({ target }) => /[$`]/.test(target)) ? unsure("a command of the build may write it") : ABSENT;
}
var MAKES_NOTHING = /^(?:apt|apt-get|apk|dpkg|yum|dnf|microdnf|tdnf|zypper|chmod|chown|chgrp|mkdir|adduser|addgroup|useradd|groupadd|usermod|groupmod|echo|printf|true|false|:|set|\[|\[\[|test|ls|cat|id|export|corepack|rimraf|dos2unix|setcap|locale-gen|update-ca-certificates|ldconfig|sleep|which|du|df|rmdir|umask|exit|node-prune|gem|bundle|patch-package|husky|eslint|prettier|jest|vitest|playwright|pwd|whoami|env|unset|hash|type|command|date|uname|grep|tsc-alias|stat|curl|wget|gpg|apt-key|add-apt-repository|npm-check|tr|head|tail|sort|wc)$/;
var WRITES_BELOW = /* @__PURE__ */ new Map([
  ["next", /\/(?:\.next|out|build|dist)\//],
  ["react-scripts", /\/build\//],
  ["prisma", /\/(?:generated|prisma|client|node_modules)\//],
  ["manage.py", /\/(?:static|staticfiles|locale|media)\//]
]);
function madeByCommand(path, making) {
  const words = plainCommand(making.words);
  const [program = "", ...rest] = words;
  const name = fileName(program);
  if (isMention(path, words)) return mentioned(path, name, words);
  if (MAKES_NOTHING.test(name)) return ABSENT;
  if (name === "sed") return ABSENT;
  if (name === "rm")
    return words.slice(1).some((word) => removes(word, path, making)) ? unsure("a command of the build removes it") : ABSENT;
  const text = shellText(words);
  if (text !== void 0) return likeliest(madeByText(path, text, making));
  if (name === "go" && rest[0] !== "mod") return unsure(`"${words.slice(0, 4).join(" ")}" may make it`);
  const install = installOf({ instruction: making.instruction, at: making.instruction.at, words, conditional: false });
  if (install || isPackageManagement(name, rest)) return madeByInstall(path, making, name, rest);
  const script = scriptOf(name, rest);
  if (script !== void 0) return madeByScript(path, script, making);
  if (name === "tsc" || name === "nest") return compiledBy(path, { ...making, words });
  const python = /^python[\d.]*$/.test(name) ? fileName(rest[0] ?? "") : name;
  if (python === "-m" && /^(?:venv|compileall|ensurepip)$/.test(rest[1] ?? "")) return ABSENT;
  if (name === "vite" && /\/(?:dist|build|out|\.output)\//.test(path)) return HELD;
  const below = WRITES_BELOW.get(python);
  if (below) return below.test(path) ? HELD : ABSENT;
  return unsure(`"${words.slice(0, 4).join(" ")}" may make it`);
}
function plainCommand(words) {
  const bare = unwrapCommand(words);
  const [program = "", next] = bare;
  if (/^(?:npx|bunx|pnpx)$/.test(program)) return bare.slice(1 + bare.slice(1).findIndex((word) => !word.startsWith("-")));
  if (/^(?:npm|pnpm|yarn|bun)$/.test(program) && (next === "exec" || next === "x" || next === "dlx"))
    return bare.slice(2).filter((word, index) => index > 0 || word !== "--");
  if (program === "cross-env") return bare.slice(1).filter((word) => !/^\w+=/.test(word));
  return bare;
}
function isMention(path, words) {
  const name = fileName(path);
  return words.some((word) => word === path || fileName(word) === name || word.endsWith(`=${name}`));
}
function mentioned(path, program, words) {
  if (/^(?:chmod|chown|chgrp|dos2unix|ls|test|\[|cat|sed|echo)$/.test(program)) return ABSENT;
  if (/^(?:rm|unlink|mv)$/.test(program)) return unsure(`"${words.slice(0, 4).join(" ")}" moves or removes it`);
  return fileName(path).includes(".") && /^(?:node|python[\d.]*|tsx|sh|bash)$/.test(program) ? unsure("a command of the build runs it") : HELD;
}
function removes(word, path, { folder }) {
  if (word.startsWith("-")) return false;
  if (/[$`]/.test(word) || folder === void 0) return true;
  return isWithin(within(folder, word.replace(/\/?\*.*$/, "")), path);
}
function isPackageManagement(name, [verb = "", ...rest]) {
  switch (name) {
    case "npm":
    case "yarn":
    case "pnpm":
      return /^(?:prune|cache|config|set|audit|dedupe|rebuild|fund|store|fetch|setup|pkg|version|-v|--version|--help|policies|plugin)$/.test(
        verb
      );
    case "pip":
    case "pip3":
      return verb !== "download";
    case "poetry":
    case "uv":
    case "pipenv":
      return /^(?:config|install|sync|lock|export|cache|venv|pip|self|check|--version)$/.test(verb);
    case "composer":
      return /^(?:dump-autoload|clear-cache|config)$/.test(verb);
    case "python":
    case "python3":
      return verb === "-m" && /^(?:pip|poetry|pipenv|uv)$/.test(rest[0] ?? "");
    default:
      return false;
  }
}
var LIFE_CYCLE = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare", "postprepare"];
function madeByInstall(path, making, name, rest) {
  if (rest.some((word) => /^(?:-t|--target|--prefix|--root|--modules-folder)(?:=|$)/.test(word)))
    return unsure("the build installs packages into a folder that it names");
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(name) || rest.includes("--ignore-scripts") || rest.includes("-g")) return ABSENT;
  const { context } = making.view.image;
  return likeliest((context ? lifeCycleScripts(context) : []).flatMap((text) => [...madeByText(path, text, making)]));
}
var lifeCycles = /* @__PURE__ */ new WeakMap();
function lifeCycleScripts(context) {
  const known = lifeCycles.get(context);
  if (known) return known;
  const manifests = context.find("**").filter((file) => fileName(file) === "package.json");
  const found = manifests.slice(0, MOST_MANIFESTS).flatMap((file) => {
    const source = context.read(file);
    const scripts = source && scriptsIn(source);
    return LIFE_CYCLE.flatMap((one) => scripts?.get(one) ?? []);
  });
  lifeCycles.set(context, found);
  return found;
}
function* madeByText(path, text, making) {
  if (making.depth >= DEEPEST2) return void (yield unsure("the scripts of the build call each other"));
  const at = { path: "", start: 0, end: text.length };
  yield* made(path, parseShell(text, at).commands, { ...making, depth: making.depth + 1 });
}
function scriptOf(name, words) {
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(name)) return void 0;
  if (words.some(
    (word) => /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|--workspaces|-w|-r|--recursive|-ws)(?:=|$)/.test(word)
  ))
    return void 0;
  const [verb = "", script] = words.filter((word) => !word.startsWith("-"));
  if (verb === "run" || verb === "run-script") return script;
  return (name === "yarn" || name === "pnpm") && !/^(?:workspace|workspaces|exec|dlx|turbo|nx)$/.test(verb) ? verb : void 0;
}
function madeByScript(path, script, making) {
  const { folder, view, instruction } = making;
  const manifest = folder === void 0 ? void 0 : heldByStage(joinAbsolute(folder, "package.json"), view, instruction);
  const source = manifest?.state === "held" && manifest.source !== void 0 ? view.tree.read(manifest.source) : void 0;
  const scripts = source && scriptsIn(source);
  const text = scripts?.get(script);
  if (text === void 0) return unsure(`the script ${script} may make it`);
  const all = [scripts?.get(`pre${script}`), text, scripts?.get(`post${script}`)];
  return likeliest(all.flatMap((one) => one === void 0 ? [] : [...madeByText(path, one, making)]));
}
function scriptsIn(source) {
  const scripts = readJsonObject(source)?.scripts;
  if (typeof scripts !== "object" || scripts === null) return /* @__PURE__ */ new Map();
  return new Map(Object.entries(scripts).filter((one) => typeof one[1] === "string"));
}
function folderAt(instruction, { instructions, folders }) {
  let folder = "/";
  for (const one of instructions) {
    if (one === instruction) return folder;
    if (one.keyword !== "WORKDIR") continue;
    const to = knownValue(folders.get(one));
    folder = to === void 0 || folder === void 0 && !to.startsWith("/") ? void 0 : within(folder ?? "/", to);
  }
  return folder;
}

// src/model/entry/image.ts
var DEEPEST3 = 8;
function heldByImage(path, image, tree) {
  const { dockerfile, context } = image;
  if (!dockerfile) return heldByBase(path, knownValue(image.reference)?.repository, image.origin === "pulled");
  if (!context?.present || !context.declared) return unsure("the folder that it is built from is not known");
  return heldByStage(path, { dockerfile, image, tree, depth: 0 });
}
function heldByStage(path, view, before) {
  const { dockerfile, depth } = view;
  if (depth > DEEPEST3) return unsure("its stages copy from each other");
  if (dockerfile.file.stages.some((stage) => stage.instructions.some(({ keyword }) => keyword === "ONBUILD")))
    return unsure("ONBUILD decides what the image holds");
  const all = stepsOf(dockerfile);
  const end = before === void 0 ? -1 : all.findIndex(({ instruction }) => instruction === before);
  const steps = end === -1 ? all : all.slice(0, end);
  const found = [];
  for (const step of steps.toReversed()) {
    const one = step.copy ? copiedTo(path, step.copy, step.target, view) : madeBy(path, step.instruction, view);
    if (one.state === "held") return one;
    found.push(one);
  }
  const base = knownValue(dockerfile.base);
  found.push(heldByBase(path, base && `${base.repository}:${base.tag ?? ""}`, true));
  return likeliest(found);
}
var PLAIN = /^(?:public\.ecr\.aws\/docker\/library\/|mirror\.gcr\.io\/library\/)?(?:node|python|debian|ubuntu|alpine|busybox|ruby|golang|openjdk|eclipse-temurin|amazoncorretto|oven\/bun|denoland\/deno|gcr\.io\/distroless\/[\w-]+|scratch)(?::(?!.*onbuild).*)?$/;
var SYSTEM = /^\/(?:bin|sbin|usr|lib\w*|etc|opt|nodejs|busybox|root|var|dev|proc|sys|tmp|run)\//;
function heldByBase(path, reference, isKnown) {
  if (!isKnown || reference === void 0 || !PLAIN.test(reference)) return unsure("its base image may hold it");
  if (/^\/usr\/src\/(?!\w*python)/.test(path)) return ABSENT;
  return SYSTEM.test(path) ? unsure("its base image may hold it") : ABSENT;
}
function copiedTo(path, copy, target, view) {
  if (target === void 0) return unsure("where the build copies files to is not known");
  if (!isWithin(target, path)) return ABSENT;
  if (copy.instruction.heredocs.length > 0) {
    if (copy.instruction.heredocs.length > 1 || path === target || directoryOf(path) === target) return HELD;
    return ABSENT;
  }
  if (copy.open || copy.instruction.flags.some(({ name }) => name === "parents" || name === "exclude"))
    return unsure("what the build copies is not known");
  return copy.from === void 0 ? fromContext(path, target, copy, view) : fromStage(path, target, copy, view);
}
var ARCHIVE = /\.(?:tar|tgz|tbz2?|txz|tar\.\w+)$/;
function fromContext(path, target, copy, { image, tree }) {
  const { context } = image;
  if (!context) return unsure("the folder that it is built from is not known");
  return likeliest(
    copy.sources.map(({ text }) => {
      if (/:\/\/|^git@/.test(text)) return unsure("the build downloads it");
      if (copy.instruction.keyword === "ADD" && ARCHIVE.test(text)) return unsure(`the build unpacks it from ${text}`);
      return fromSource(path, target, text, { copy, context, tree });
    })
  );
}
function fromSource(path, target, text, { copy, context, tree }) {
  const found = context.find(text);
  const source = joinPath(".", text);
  const missing2 = () => unsure(`${text}, which the build copies, is not in the repository`);
  if (/[*?[\\]/.test(source)) {
    if (found.length === 0) return missing2();
    const same = found.find((file) => isWithin(target, path) && path.endsWith(`/${fileName(file)}`));
    return same === void 0 ? ABSENT : { state: "held", source: joinPath(context.path, same) };
  }
  if (found.length === 1 && found[0] === source) {
    const isFolder = /\/$|^\.{1,2}$/.test(copy.target) || copy.sources.length > 1;
    const isHere = path === joinAbsolute(target, fileName(source)) || !isFolder && path === target;
    return isHere ? { state: "held", source: joinPath(context.path, source) } : ABSENT;
  }
  if (source !== "." && found.length === 0 && !context.exists(source)) return missing2();
  if (path === target) return ABSENT;
  const inner = joinPath(source, path.slice(target === "/" ? 1 : target.length + 1));
  const isLeftOut2 = context.leavesOut(inner);
  if (context.exists(inner)) {
    if (!isLeftOut2) return { state: "held", source: joinPath(context.path, inner) };
    return {
      state: "absent",
      instead: "the .dockerignore of the build leaves it out",
      fix: "Take it out of the .dockerignore."
    };
  }
  const inRepository = joinPath(context.path, inner);
  return !isLeftOut2 && mayBeMadeBefore(inRepository, tree) ? { state: "unknown", because: `${inRepository} may be made before the image is built`, beforehand: true } : ABSENT;
}
function fromStage(path, target, copy, view) {
  const { image } = view;
  const name = copy.from?.toLowerCase();
  const other = image.stages?.find(
    ({ stage }) => stage.name?.toLowerCase() === name || stage.name === void 0 && String(stage.index) === name
  );
  const from = other ?? image.stages?.find(({ stage }) => String(stage.index) === name);
  if (!from) return unsure(`the build copies it from ${copy.from}`);
  const rest = path.slice(target === "/" ? 0 : target.length);
  return likeliest(
    copy.sources.map(({ text }) => {
      if (/[*?[\\]/.test(text)) return unsure(`the build copies ${text} from ${copy.from}`);
      const source = joinAbsolute("/", text);
      const next = { ...view, dockerfile: from, depth: view.depth + 1 };
      const asFile = rest === "" || rest === `/${fileName(source)}` ? [heldByStage(source, next)] : [];
      const inFolder2 = rest === "" ? [] : [heldByStage(source === "/" ? rest : `${source}${rest}`, next)];
      return likeliest([...inFolder2, ...asFile]);
    })
  );
}
function sourcesBefore(before, directory, pattern, { dockerfile, image }) {
  const { context } = image;
  const found = /* @__PURE__ */ new Map();
  for (const { instruction, copy, target } of stepsOf(dockerfile)) {
    if (instruction === before) return found;
    if (!copy) continue;
    if (target === void 0 || copy.open || !context) return void 0;
    if (!isWithin(directory, target) && !isWithin(target, directory)) continue;
    if (copy.from !== void 0) {
      if (/\/node_modules$/.test(target) || copy.sources.every(({ text }) => /\/node_modules\/?$/.test(text))) continue;
      return void 0;
    }
    for (const { text } of copy.sources) {
      const source = joinPath(".", text);
      for (const file of context.find(text)) {
        if (!pattern.test(file) || context.leavesOut(file)) continue;
        const isFolder = source === "." || file !== source && isWithin(source, file);
        const inner = isFolder ? source === "." ? file : file.slice(source.length + 1) : fileName(file);
        found.set(joinAbsolute(target, inner), joinPath(context.path, file));
      }
    }
  }
  return found;
}
function placeInImage(ending, { dockerfile, context }, holds) {
  for (const { copy, target } of dockerfile ? stepsOf(dockerfile) : []) {
    if (!copy || copy.from !== void 0 || target === void 0 || !context) continue;
    for (const { text } of copy.sources) {
      const source = joinPath(".", text);
      for (const file of context.find(text)) {
        if (!`/${file}`.endsWith(`/${ending}`)) continue;
        const inner = source === "." ? file : isWithin(source, file) && file !== source ? file.slice(source.length + 1) : fileName(file);
        const path = joinAbsolute(target, inner);
        if (holds(path).state === "held") return path;
      }
    }
  }
  return void 0;
}
function joinAbsolute(directory, path) {
  return `/${joinPath(directory.replace(/^\//, "") || ".", path)}`.replace(/^\/\.$/, "/");
}

// src/model/entry/named.ts
var PLAIN2 = /^[\w@./+-]+$/;
var MODULE_SERVERS = /^(?:uvicorn|gunicorn|hypercorn|granian|daphne)$/;
function namedFile(run, folder) {
  const { words } = run;
  const program = programOf(words);
  if (program === void 0 || words.includes(null)) return void 0;
  const rest = words.slice(1).flatMap((word) => word ?? []);
  const file = (name, candidates) => name === void 0 || !PLAIN2.test(name) ? void 0 : { run, name, kind: "file", candidates: candidates(inside(folder, name)) };
  switch (program) {
    case "node":
    case "nodejs":
      return file(nodeOperand(rest), (path) => nodeFiles(path, false));
    case "tsx":
    case "ts-node":
    case "bun":
    case "pm2-runtime":
    case "pm2-docker":
      return file(fileOperand(rest), (path) => nodeFiles(path, !program.startsWith("pm2")));
    case "sh":
    case "bash":
    case "dash":
    case "ash":
      return file(shellOperand(rest), (path) => [path]);
    case "java":
      return jarFile(run, folder);
    case "next":
      return nextBuild(run, folder);
    default:
  }
  if (/^python[\d.]*$/.test(program))
    return rest[0] === "-m" && MODULE_SERVERS.test(rest[1] ?? "") ? servedModule(run, rest.slice(2), folder) : file(pythonOperand(rest), (path) => path.endsWith(".py") ? [path] : [path, `${path}/__main__.py`]);
  if (MODULE_SERVERS.test(program)) return servedModule(run, rest, folder);
  return words[0]?.includes("/") ? programFile(run, folder) : void 0;
}
var NODE_VALUED = /^(?:-r|--require|--import|--loader|--experimental-loader|--env-file|--env-file-if-exists|-C|--conditions|--title|--icu-data-dir|--openssl-config|--stack-trace-limit|--unhandled-rejections|--max-old-space-size|--max-http-header-size|--dns-result-order|--input-type)$/;
function nodeOperand(words) {
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    if (/^(?:-[epivh]|-pe|--eval|--print|--run|--test|--check|-c|--version|--help|--interactive|-|--)$/.test(word))
      return void 0;
    if (NODE_VALUED.test(word)) at++;
    else if (!word.startsWith("-")) return word === "inspect" ? void 0 : word;
  }
  return void 0;
}
function fileOperand(words) {
  const [first = ""] = words.filter((word) => word !== "run" && word !== "start");
  return /\.[cm]?[jt]sx?$/.test(first) && !first.startsWith("-") ? first : void 0;
}
function pythonOperand(words) {
  const first = words.findIndex((word2) => !/^-[uOBEsSvIbqP]+$/.test(word2));
  const word = words[first] ?? "";
  return word.startsWith("-") || !/\.py$|\//.test(word) ? void 0 : word;
}
function shellOperand(words) {
  const first = words.findIndex((word) => !/^-[exu]+$/.test(word));
  return words[first]?.startsWith("-") ? void 0 : words[first];
}
function servedModule(run, words, folder) {
  const [served, ...others] = words.filter((word) => /^[A-Za-z_][\w.]*:[A-Za-z_]\w*(?:\(.*\))?$/.test(word));
  if (served === void 0 || others.length > 0) return void 0;
  const name = served.replace(/:.*$/, "");
  const directory = directoryOption(words);
  if (!/^\w+(?:\.\w+)*$/.test(name) || directory !== void 0 && !PLAIN2.test(directory)) return void 0;
  const at = directory === void 0 ? folder : inside(folder, directory);
  const path = inside(at, name.replaceAll(".", "/"));
  return {
    run,
    name,
    kind: "module",
    candidates: [`${path}.py`, `${path}/__init__.py`],
    package: { folder: at, name: name.split(".")[0] ?? "" }
  };
}
function directoryOption(words) {
  for (const [index, word] of words.entries()) {
    const [, option = word, value] = /^(--[\w-]+)=(.*)$/.exec(word) ?? [];
    if (/^(?:--chdir|--app-dir|--working-dir)$/.test(option)) return value ?? words[index + 1] ?? "?";
  }
  return void 0;
}
function inside(folder, path) {
  return path.startsWith("/") ? joinAbsolute("/", path) : joinAbsolute(folder, path);
}
function nodeFiles(path, transpiles) {
  const sources = transpiles ? [".ts", ".tsx", ".mts", ".cts"] : [];
  if (/\.[cm]?[jt]sx?$/.test(path)) return [path, ...transpiles ? [path.replace(/\.([cm]?)jsx?$/, ".$1ts")] : []];
  const endings = [".js", ".json", ".node", ...sources];
  return [path, ...endings.map((one) => path + one), `${path}/package.json`, ...endings.map((one) => `${path}/index${one}`)];
}
function nextBuild(run, folder) {
  const { words } = run;
  if (words[1] !== "start") return void 0;
  const operands = words.slice(words.indexOf("start") + 1).filter((word, index, all) => !word?.startsWith("-") && !/^-[pH]$|^--(?:port|hostname)$/.test(all[index - 1] ?? ""));
  if (operands.length > 0) return void 0;
  return { run, name: ".next", kind: "file", candidates: [joinAbsolute(folder, ".next/BUILD_ID")] };
}
function jarFile(run, folder) {
  const name = run.words[run.words.indexOf("-jar") + 1];
  if (name == null || !/\.[jw]ar$/.test(name) || !PLAIN2.test(name)) return void 0;
  return { run, name, kind: "program", candidates: [inside(folder, name)] };
}
function programFile(run, folder) {
  const [name = ""] = run.words;
  if (name === null || !PLAIN2.test(name) || /^\/(?:usr\/)?s?bin\//.test(name)) return void 0;
  return {
    run,
    name,
    kind: /\.(?:sh|bash|py|[cm]?js)$/.test(fileName(name)) ? "file" : "program",
    candidates: [inside(folder, name)]
  };
}

// src/model/entry/packages.ts
function missingDevelopmentPackage(run, { image, mounts }) {
  const script = scriptRun(run.calledBy ?? []);
  const loaded = loadedBefore(run.words.map((word) => word ?? "?"));
  if (script === void 0 && loaded.length === 0 || !image?.dockerfile || !image.context) return void 0;
  const folder = knownValue(image.dockerfile.workdir);
  const isOver = mounts.some(
    ({ target }) => !target.known || folder === void 0 || `${folder}/node_modules/`.startsWith(target.value.replace(/\/*$/, "/"))
  );
  const installed = isOver ? void 0 : installedForProduction(image.dockerfile, image.stages ?? [image.dockerfile], image.context);
  if (!installed) return void 0;
  const { manifest, added, installedBy } = installed;
  const isOwn = run.folder === void 0 || run.folder === joinPath(image.context.path, directoryOf(manifest.path));
  const needed = (isOwn && script !== void 0 ? neededBy(script, manifest, added) : void 0) ?? loaded.find((one) => isForDevelopment(one.package, manifest, added));
  if (!needed || !isLeftOut(needed, manifest, installedBy)) return void 0;
  return {
    state: "missing",
    what: "package",
    name: needed.program,
    path: needed.package,
    at: run.at,
    instead: `${installedBy} leaves it out with the other devDependencies`,
    decidedAt: installed.at,
    fix: `Move ${needed.package} to dependencies, or start what the build has made without it (\`node dist/main.js\`).`
  };
}

// src/model/entry/python.ts
function withoutModule(absent, { folder, name: first }, search) {
  const { image, environment, runs } = search;
  if (environment.has("PYTHONPATH") || runs.some(({ words }) => words.some((word) => word?.includes("PYTHONPATH"))))
    return unsure("PYTHONPATH names further folders");
  if (environment.has("GUNICORN_CMD_ARGS")) return unsure("GUNICORN_CMD_ARGS may name another folder");
  if (runs.some(({ words }) => words.some((word) => /^(?:-c|--config|--pythonpath)(?:=|$)/.test(word ?? ""))))
    return unsure("the configuration of the server may name another folder");
  const config = search.held(joinAbsolute(folder, "gunicorn.conf.py"));
  if (config.state !== "absent") return unsure("the configuration of the server may name another folder");
  const isPackageHere = ["__init__.py", ""].some(
    (file2) => search.held(joinAbsolute(folder, `${first}/${file2}`)).state === "held"
  );
  if (isPackageHere) return absent;
  if (!image?.dockerfile || !image.context) return unsure("it may be an installed package");
  if (installsOwnPackage(search)) return unsure("the build installs the package of the repository");
  const file = `${search.name.replaceAll(".", "/")}.py`;
  const place = placeInImage(file, image, search.held);
  if (place === void 0) return unsure("it may be an installed package");
  const root = place.slice(0, -file.length - 1) || "/";
  const inner = isWithin(folder, root) ? root.slice(folder === "/" ? 1 : folder.length + 1).replaceAll("/", ".") : "";
  return {
    ...absent,
    instead: `the image has it as ${place}`,
    fix: `${inner === "" ? "Set" : `Start \`${inner}.${search.name}\`, or set`} \`WORKDIR ${root}\`, or \`ENV PYTHONPATH=${root}\`.`
  };
}
function installsOwnPackage({ image, tree }) {
  const commands = (image?.stages ?? []).flatMap(
    ({ instructions, shell }) => instructions.flatMap((one) => commandsOf(one, shell))
  );
  return commands.some(({ words }) => {
    if (/^(?:poetry|uv|pdm|hatch|pipenv|flit|rye)$/.test(words[0] ?? "") || words.includes("setup.py")) return true;
    if (!words.includes("install") && !words.includes("wheel")) return false;
    return words.some((word) => /^(?:\.|\.\/.*|-e|--editable|\/.*|.*\.whl|\.\[.*)$/.test(word)) || words.some((word) => listsOwn(word, tree));
  });
}
function listsOwn(word, tree) {
  if (!/\.(?:txt|in)$/.test(word)) return false;
  const name = word.slice(word.lastIndexOf("/") + 1);
  return tree.files.some(
    ({ path }) => path.endsWith(name) && /^\s*(?:-e\b|--editable|\.|file:|\S+\s*@\s*file:)/m.test(tree.read(path)?.text ?? "")
  );
}

// src/model/entry/scripts.ts
function missingScript({ words, at }, folder, starting, held, tree) {
  const name = scriptName(words);
  if (name === void 0 || changesManifest(starting)) return void 0;
  const found = held(joinAbsolute(folder, "package.json"));
  const manifest = found.state === "held" && found.source !== void 0 ? tree.read(found.source) : void 0;
  const json = manifest && readJsonObject(manifest);
  if (!manifest || !json || json.scripts !== void 0 && !isObject(json.scripts)) return void 0;
  const others = Object.keys(json.scripts ?? {});
  if (others.includes(name)) return void 0;
  if (name === "start" && held(joinAbsolute(folder, "server.js")).state !== "absent") return void 0;
  return { state: "missing", what: "script", name, path: manifest.path, others, at };
}
function scriptName([program, ...all]) {
  const manager = /^(?:npm|yarn|pnpm)$/.exec(fileName(program ?? ""))?.[0];
  const end = all.indexOf("--");
  const words = (end === -1 ? all : all.slice(0, end)).filter((word) => !/^(?:-s|-q|--silent|--quiet)$/.test(word ?? ""));
  if (manager === void 0 || words.some((word) => word === null || word.startsWith("-"))) return void 0;
  const [verb, name] = words;
  const isRun = verb === "run" || verb === "run-script";
  const own = isRun ? name : verb === "start" || manager !== "npm" ? verb : void 0;
  if (own == null || !/^[\w:.-]+$/.test(own)) return void 0;
  return manager === "npm" || own === "start" || own.includes(":") ? own : void 0;
}
function changesManifest({ image }) {
  const commands = (image?.stages ?? []).flatMap(
    ({ instructions, shell }) => instructions.flatMap((instruction) => commandsOf(instruction, shell))
  );
  return commands.some(
    ({ words, command }) => words.includes("pkg") || words.includes("init") || words.some((word) => word.includes("package.json")) && /^(?:sed|jq|node|mv|cp|python3?|tee)$/.test(words[0] ?? "") || command?.redirects.some(({ target }) => target.includes("package.json"))
  );
}

// src/model/entry.ts

var PREPARES = /^(?:cd|set|echo|export|sleep|mkdir|chown|chmod|true|:|\[|\[\[|test|exit|until|while|nc|wait-for[\w.-]*|pg_isready|prisma|alembic|flask|node|python[\d.]*|knex|sequelize|typeorm|manage\.py|date|trap|wait|shift|local|umask|ulimit|command|unset|read|return|[\w.-]*entry-?point[\w.-]*)$/;
function preparing(words) {
  const [program, ...rest] = words[1] === "exec" ? words.slice(1) : words;
  const isRunner = /^(?:npx|bunx|pnpx|exec)$/.test(program ?? "");
  return fileName((isRunner ? rest.find((word) => !word?.startsWith("-")) : program) ?? "?");
}

function inFolder(folder, path) {
  return path.startsWith("/") ? joinAbsolute("/", path) : joinAbsolute(folder, path);
}
function isElsewhere({ calledBy = [] }) {
  return calledBy.some(
    (word) => /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|--workspaces|-w|-r|--recursive|-ws|workspace)(?:=|$)/.test(
      word ?? "--filter"
    )
  );
}
function missing({ run, name, candidates, kind }, { instead, fix, at }, { image }, held) {
  const [path = name] = candidates;
  const place = instead === void 0 && kind === "file" && image ? placeInImage(fileName(name), image, held) : void 0;
  const other = place === void 0 ? instead : `the image has it as ${place}`;
  const remedy = place === void 0 ? fix : `Start ${place}, or copy it to ${path}.`;
  return {
    state: "missing",
    what: name === ".next" ? "build" : kind,
    name,
    path,
    at: run.at,
    ...other !== void 0 && { instead: other },
    ...remedy !== void 0 && { fix: remedy },
    ...at !== void 0 && { decidedAt: at }
  };
}
var ROOTED = /^(?:public\.ecr\.aws\/docker\/library\/)?(?:node|python|debian|ubuntu|alpine|busybox|openjdk|eclipse-temurin|amazoncorretto|scratch)$/;

function holdingOf(named, starting, runs, held, tree) {
  const found = likeliest(named.candidates.map(held));
  if (found.state === "absent" && named.name === ".next") return withoutBuild(found, named, held, tree);
  return found.state === "absent" && named.package ? withoutModule(found, named.package, { ...starting, name: named.name, runs, tree, held }) : found;
}
function withoutBuild(found, { candidates }, held, tree) {
  const folder = (candidates[0] ?? "").replace(/\/\.next\/.*$/, "");
  for (const ending of ["js", "mjs", "cjs", "ts"]) {
    const config = held(`${folder}/next.config.${ending}`);
    const text = config.state === "held" && config.source !== void 0 ? tree.read(config.source)?.text : void 0;
    if (config.state === "unknown" || config.state === "held" && !(text && !text.includes("distDir")))
      return unsure("its configuration may name another folder");
  }
  return found;
}
function heldAt(path, { mounts, image }, tree) {
  if (/\/node_modules\//.test(path)) return unsure("packages are not in the repository");
  const mount = mounts.filter(({ target }) => !target.known || covers(target.value, path)).at(-1);
  if (mount)
    return heldByMount(
      path,
      mounts.filter((one) => !one.target.known || covers(one.target.value, path)),
      tree
    );
  return image ? heldByImage(path, image, tree) : unsure("its image is not known");
}
function covers(target, path) {
  const clean = joinAbsolute("/", target);
  return clean === "/" || path === clean || path.startsWith(`${clean}/`);
}
function heldByMount(path, mounts, tree) {
  if (mounts.some(({ target }) => !target.known)) return unsure("the target of a mount is not known");
  const depth = ({ target }) => joinAbsolute("/", knownValue(target) ?? "/").length;
  const mount = mounts.reduce((best, one) => depth(one) >= depth(best) ? one : best);
  const found = containerFilesOf({ mounts: [mount] }, tree).find(path);
  if (found.state === "file") return { state: "held", source: found.file.source.path };
  const source = mount.type === "bind" ? knownValue(mount.source) : void 0;
  const rest = path.slice(joinAbsolute("/", knownValue(mount.target) ?? "/").length);
  if (found.state === "unknown") {
    const isOwn = rest === "" && source !== void 0 && !/^(?:\/|~|\.\.)/.test(source) && !tree.exists(source);
    return isOwn ? { state: "unknown", because: found.because, lacks: source } : unsure(found.because);
  }
  if (mount.files) return ABSENT;
  if (source === void 0 || found.state !== "absent") return unsure("what is mounted there is not known");
  const inner = joinPath(source, rest);
  if (rest === "" || mayBeMadeBefore(inner, tree)) return unsure(`${inner} may be made on the host`);
  return {
    state: "absent",
    instead: `${mount.type === "bind" ? source : "what is mounted"} lies over it`,
    at: mount.at
  };
}
module.exports = {
  entryFilesOf,
  house: runAudit
};
