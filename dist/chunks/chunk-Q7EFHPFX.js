"use strict";
const {
  installOf
} = require("./chunk-TAL56CB4.js");
const {
  cleanPath,
  commandsOf,
  copyOf,
  knownValue,
  parseShell,
  programOf,
  resolvedStage
} = require("./chunk-Q3NCOY3T.js");

// src/model/image/node-manifest.ts
var PACKAGES = /* @__PURE__ */ new Map([
  ["tsc", "typescript"],
  ["nest", "@nestjs/cli"],
  ["ng", "@angular/cli"],
  ["babel", "@babel/cli"],
  ["swc", "@swc/cli"],
  ["vue-cli-service", "@vue/cli-service"],
  ["svelte-kit", "@sveltejs/kit"],
  ["run-s", "npm-run-all"],
  ["run-p", "npm-run-all"],
  ["ncc", "@vercel/ncc"],
  ["remix", "@remix-run/dev"],
  ["graphql-codegen", "@graphql-codegen/cli"],
  ["tailwindcss", "@tailwindcss/cli"]
]);
function readManifest(path, context) {
  const value = parsed(context.read(path)?.text);
  if (!isRecord(value)) return void 0;
  const section = (key) => {
    const found = value[key];
    return new Map(
      isRecord(found) ? Object.entries(found).filter((one) => typeof one[1] === "string") : []
    );
  };
  return {
    path,
    scripts: section("scripts"),
    dependencies: /* @__PURE__ */ new Set([...section("dependencies").keys(), ...section("optionalDependencies").keys()]),
    devDependencies: new Set(section("devDependencies").keys()),
    hasWorkspaces: value.workspaces !== void 0,
    locked: () => lockedForProduction(context.read(path.replace(/package\.json$/, "package-lock.json"))?.text)
  };
}
function lockedForProduction(text) {
  const value = parsed(text);
  const packages = isRecord(value) ? value.packages : void 0;
  if (!isRecord(packages)) return void 0;
  return new Set(
    Object.entries(packages).flatMap(
      ([path, one]) => path.startsWith("node_modules/") && isRecord(one) && one.dev !== true ? path.slice("node_modules/".length) : []
    )
  );
}
function scriptRun(words) {
  const [program = "", ...rest] = words.map((word) => word ?? "?");
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(program) || isElsewhere(rest)) return void 0;
  const [verb = "", name] = rest.filter((word) => !word.startsWith("-"));
  if (verb === "run" || verb === "run-script") return name;
  return program === "yarn" || program === "pnpm" || program === "npm" && verb === "start" ? verb : void 0;
}
function isElsewhere(words) {
  return words.some((word) => /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|-w)(?:=|$)/.test(word));
}
function neededBy(script, manifest, added, depth = 0) {
  if (depth > 4) return void 0;
  for (const name of [`pre${script}`, script]) {
    const text = manifest.scripts.get(name);
    if (text === void 0) continue;
    const at = { path: "", start: 0, end: text.length };
    for (const command of parseShell(text, at).commands) {
      if (command.joined === "||" || command.followed === "||" || command.inside.length > 0) return void 0;
      const nested = scriptRun(command.words);
      if (nested !== void 0) {
        const found2 = neededBy(nested, manifest, added, depth + 1);
        if (found2) return found2;
        continue;
      }
      if (command.followed === ";") continue;
      const found = leftOut(command.words, manifest, added);
      const isFetched = found?.program === found?.package && /^(?:npx|pnpx|bunx)$/.test(command.words[0] ?? "");
      if (found && !isFetched) return found;
    }
  }
  return void 0;
}
function leftOut(words, manifest, added) {
  const program = words[0]?.includes("/") ? void 0 : programOf(words);
  const needed = [
    ...program === void 0 ? [] : [{ program, package: PACKAGES.get(program) ?? program }],
    ...loadedBefore(words)
  ];
  return needed.find(({ package: owner }) => isForDevelopment(owner, manifest, added));
}
function isForDevelopment(owner, manifest, added) {
  return manifest.devDependencies.has(owner) && !manifest.dependencies.has(owner) && !added.has(owner);
}
var OPTIONAL_PEERS = /* @__PURE__ */ new Set(["prisma", "typescript", "ts-node", "sass", "@babel/core"]);
function isLeftOut({ package: owner }, manifest, installedBy) {
  const isNpm = installedBy.startsWith("npm");
  const locked = isNpm ? manifest.locked() : void 0;
  if (locked) return !locked.has(owner);
  if (manifest.hasWorkspaces) return false;
  return !isNpm || manifest.dependencies.size === 0 || !OPTIONAL_PEERS.has(owner);
}
function loadedBefore(words) {
  const node = words.findIndex((word) => /^(?:.*\/)?node(?:js)?$/.test(word));
  if (node === -1) return [];
  return words.flatMap((word, index) => {
    const [, inline] = /^--(?:require|import|loader|experimental-loader)=(.+)$/.exec(word) ?? [];
    const isOption = /^(?:-r|--require|--import|--loader|--experimental-loader)$/.test(words[index - 1] ?? "");
    const name = index > node ? inline ?? (isOption ? word : void 0) : void 0;
    const [, owner] = /^((?:@[\w.-]+\/)?[A-Za-z][\w.-]*)(?:\/.*)?$/.exec(name ?? "") ?? [];
    return name === void 0 || owner === void 0 ? [] : [{ program: name, package: owner }];
  });
}
function parsed(text) {
  if (text === void 0) return void 0;
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/model/image/node-build.ts
function missingPackage(stage, stages, context) {
  const state = { modules: "unknown", added: /* @__PURE__ */ new Set(), runsNoScripts: installsAlone(stage, context) };
  let production = false;
  for (const instruction of stage.instructions) {
    if (instruction.keyword === "ENV" || instruction.keyword === "ARG") {
      const mode = /\bNODE_ENV[= ]["']?(\w*)/.exec(instruction.text);
      if (mode) production = mode[1] === "production";
    }
    takeCopy(instruction, state, stages, context);
    for (const command of commandsOf(instruction, stage.shell)) {
      const found = takeCommand(command, state, production);
      if (found) return found;
    }
  }
  return void 0;
}
function installedForProduction(stage, stages, context) {
  const { modules, manifest, added, installedBy = "", at } = stateAtEnd(stage, stages, context, 0);
  return modules === "production" && manifest && at ? { manifest, added, installedBy, at } : void 0;
}
function stateAtEnd(stage, stages, context, depth) {
  const state = { modules: "unknown", added: /* @__PURE__ */ new Set() };
  let production = false;
  for (const instruction of stage.instructions) {
    const mode = instruction.keyword === "ENV" ? /\bNODE_ENV[= ]["']?(\w*)/.exec(instruction.text) : null;
    if (mode) production = mode[1] === "production";
    const copy = copyOf(instruction);
    if (copy?.from) {
      const other = resolvedStage(copy.from, stages);
      const end = other && depth < 4 ? stateAtEnd(other, stages, context, depth + 1) : void 0;
      takeFromStage(copy, state, end, stage);
    } else if (copy) {
      takeCopy(instruction, state, stages, context);
      const isAll = copy.sources.some(({ text }) => cleanPath(text) === ".");
      if (isAll && !context.leavesOut("node_modules")) state.modules = "unknown";
    }
    for (const command of commandsOf(instruction, stage.shell)) takeCommand(command, state, production);
  }
  return state;
}
function takeFromStage(copy, state, end, { workdir }) {
  const folder = knownValue(workdir) ?? "/";
  const isInside = copy.target.startsWith("/") ? copy.target.startsWith(`${folder}/`) : true;
  const target = copy.target.replace(`${folder}/`, "").replace(/^(?:\.\/)+|\/+$/g, "");
  for (const { text } of copy.sources) {
    if (/(?:^|\/)node_modules\/?$/.test(text)) {
      const { modules, at, installedBy, added } = end ?? { modules: "unknown", added: /* @__PURE__ */ new Set() };
      Object.assign(state, { modules, at, installedBy, added: new Set(added) });
    } else if (/(?:^|\/)package(?:\.|\*\.?|\*\*\.)json$/.test(text)) {
      if (end?.manifest) state.manifest = end.manifest;
      else delete state.manifest;
    } else if (!isInside || /^(?:\.?|node_modules(?:\/\.bin)?)$/.test(target)) {
      if (!/\.\w+$/.test(text)) state.modules = "unknown";
    }
  }
}
function takeCopy(instruction, state, stages, context) {
  const copy = copyOf(instruction);
  if (!copy) return;
  if (copy.from) {
    const modules = copy.sources.some((source) => /node_modules\/?$/.test(source.text));
    const whole = copy.sources.some((source) => !/\.\w+$/.test(source.text));
    const other = resolvedStage(copy.from, stages);
    if (modules) Object.assign(state, other ? modulesAtEnd(other) : { modules: "unknown" });
    else if (whole) state.modules = "unknown";
    return;
  }
  if (!/^(?:\.\/?|\.\/package\.json|package\.json|\/(?:[\w.-]+\/?)+)$/.test(copy.target)) return;
  const manifests = copy.sources.flatMap(
    (source) => cleanPath(source.text) === "." ? context.exists("package.json") ? ["package.json"] : [] : context.find(source.text).filter((file) => file.endsWith("package.json") && !file.slice(cleanPath(source.text).length).includes("/"))
  );
  const [path] = manifests;
  if (manifests.length === 1 && path !== void 0) {
    const manifest = readManifest(path, context);
    if (manifest) state.manifest = manifest;
  }
}
function modulesAtEnd(stage) {
  const state = { modules: "unknown", added: /* @__PURE__ */ new Set() };
  let production = false;
  for (const instruction of stage.instructions) {
    if (instruction.keyword === "ENV" && /\bNODE_ENV[= ]["']?production/.test(instruction.text)) production = true;
    for (const command of commandsOf(instruction, stage.shell)) takeCommand(command, state, production);
  }
  return state.modules === "production" ? state : { modules: state.modules };
}
function takeCommand(command, state, production) {
  const { words, instruction } = command;
  if (words[0] === "cd" || words[0] === "export") state.modules = "unknown";
  const install = installOf(command);
  if (install && /^(?:npm|yarn|pnpm|bun)$/.test(install.manager)) {
    for (const name of install.packages) state.added.add(name.replace(/(?<=.)@.*$/, ""));
    if (install.packages.length > 0 || install.global) return void 0;
    const inherited = production || command.command?.assignments.includes("NODE_ENV=production") === true;
    const only = install.production ?? (/^(?:npm|pnpm)$/.test(install.manager) && inherited);
    state.modules = command.conditional || isElsewhere(words) ? "unknown" : only ? "production" : "full";
    state.at = instruction.at;
    state.installedBy = words.join(" ");
    return state.modules === "production" ? brokenByInstall(install, state) : void 0;
  }
  const omits = words.some((word) => /^--(?:omit=dev|production|prod|only=prod(?:uction)?)(?:=true)?$/.test(word));
  if (/^(?:npm|pnpm) prune\b/.test(words.join(" ")) && (omits || production) && state.modules === "full")
    Object.assign(state, {
      modules: command.conditional ? "unknown" : "production",
      at: instruction.at,
      installedBy: words.join(" ")
    });
  if (words.some((word) => word.endsWith("package.json")) || /^npm (?:pkg|set-script)\b/.test(words.join(" ")))
    delete state.manifest;
  if (words.includes("ignore-scripts")) state.runsNoScripts = true;
  const script = scriptRun(words);
  if (script === void 0 || state.modules !== "production" || command.conditional || !state.manifest || !state.at)
    return void 0;
  const { at, installedBy = "" } = state;
  const needed = neededBy(script, state.manifest, state.added);
  if (!needed || !isLeftOut(needed, state.manifest, installedBy)) return void 0;
  return { at, installedBy, neededAt: instruction.at, script: words.join(" "), ...needed };
}
function installsAlone({ base, instructions }, context) {
  const from = knownValue(base);
  const isOld = from !== void 0 && /(?:^|\/)node$/.test(from.repository) && parseInt(from.tag ?? "", 10) <= 14;
  const isSet = instructions.some(({ text }) => /npm_config_ignore_scripts/i.test(text));
  return isOld || isSet || /^\s*ignore-scripts\s*=\s*true/m.test(context.read(".npmrc")?.text ?? "");
}
var AFTER_INSTALL = ["install", "postinstall"];
var AFTER_INSTALL_OF_NPM = [...AFTER_INSTALL, "prepare"];
function brokenByInstall({ manager, command }, { manifest, added, at, runsNoScripts }) {
  const { words, instruction } = command;
  if (!manifest || !at || runsNoScripts || words.some((word) => word.startsWith("--ignore-scripts"))) return void 0;
  for (const script of manager === "npm" ? AFTER_INSTALL_OF_NPM : AFTER_INSTALL) {
    const needed = neededBy(script, manifest, added);
    if (!needed || !isLeftOut(needed, manifest, words.join(" "))) continue;
    const own = manifest.scripts.get(script) ?? "";
    return { at, installedBy: words.join(" "), neededAt: instruction.at, script, own, ...needed };
  }
  return void 0;
}

module.exports = {
  readManifest,
  scriptRun,
  neededBy,
  isForDevelopment,
  isLeftOut,
  loadedBefore,
  missingPackage,
  installedForProduction
};
