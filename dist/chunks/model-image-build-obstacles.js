"use strict";

// src/model/image/node-build.ts
var missingPackage = (function missingPackage(stage, stages, context) {
  const state = { modules: "unknown", added: /* @__PURE__ */ new Set() };
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
});
var takeCopy = (function takeCopy(instruction, state, stages, context) {
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
    const manifest = readManifest(context.read(path)?.text);
    if (manifest) state.manifest = manifest;
  }
});
var modulesAtEnd = (function modulesAtEnd(stage) {
  const state = { modules: "unknown", added: /* @__PURE__ */ new Set() };
  let production = false;
  for (const instruction of stage.instructions) {
    if (instruction.keyword === "ENV" && /\bNODE_ENV[= ]["']?production/.test(instruction.text)) production = true;
    for (const command of commandsOf(instruction, stage.shell)) takeCommand(command, state, production);
  }
  return state.modules === "production" ? state : { modules: state.modules };
});
var takeCommand = (function takeCommand(command, state, production) {
  const { words, instruction } = command;
  if (words[0] === "cd" || words[0] === "export") state.modules = "unknown";
  const install = installOf(command);
  if (install && /^(?:npm|yarn|pnpm|bun)$/.test(install.manager)) {
    for (const name of install.packages) state.added.add(name.replace(/(?<=.)@.*$/, ""));
    if (install.packages.length > 0 || install.global) return void 0;
    const inherited = production || command.command?.assignments.includes("NODE_ENV=production") === true;
    const only = install.production ?? (/^(?:npm|pnpm)$/.test(install.manager) && inherited);
    state.modules = command.conditional || elsewhere(words) ? "unknown" : only ? "production" : "full";
    state.at = instruction.at;
    state.installedBy = words.join(" ");
    return void 0;
  }
  const script = scriptRun(words);
  if (script === void 0 || state.modules !== "production" || command.conditional || !state.manifest || !state.at)
    return void 0;
  const needed = neededBy(script, state.manifest, state.added, 0);
  return needed && {
    at: state.at,
    installedBy: state.installedBy ?? "",
    neededAt: instruction.at,
    script: words.join(" "),
    ...needed
  };
});
var elsewhere = (function elsewhere(words) {
  return words.some((word) => /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|-w)(?:=|$)/.test(word));
});
var scriptRun = (function scriptRun(words) {
  const [program = "", ...rest] = words;
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(program) || elsewhere(rest)) return void 0;
  const [verb = "", name] = rest.filter((word) => !word.startsWith("-"));
  if (verb === "run" || verb === "run-script") return name;
  return program === "yarn" || program === "pnpm" ? verb : void 0;
});
var readManifest = (function readManifest(text) {
  if (text === void 0) return void 0;
  try {
    const value = JSON.parse(text);
    const section = (key) => {
      const found = isRecord(value) ? value[key] : void 0;
      return new Map(
        isRecord(found) ? Object.entries(found).filter((one) => typeof one[1] === "string") : []
      );
    };
    return {
      scripts: section("scripts"),
      dependencies: /* @__PURE__ */ new Set([...section("dependencies").keys(), ...section("optionalDependencies").keys()]),
      devDependencies: new Set(section("devDependencies").keys())
    };
  } catch {
    return void 0;
  }
});
var isRecord = (function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
});

// src/model/image/build-obstacles.ts
var buildObstacles = (function buildObstacles(image) {
  const { stages = [], context } = image;
  const declared = context?.present && context.declared ? context : void 0;
  return stages.flatMap((stage) => [
    ...unknownStages(stage, context),
    ...declared ? [
      ...missingSources(stage, declared),
      ...withoutLock(stage, declared),
      ...withoutPackages(stage, stages, declared)
    ] : []
  ]);
});
var unknownStages = (function unknownStages({ stage, file }, context) {
  return stage.instructions.flatMap((instruction) => {
    const flag = instruction.keyword === "COPY" ? instruction.flags.find((one) => one.name === "from") : void 0;
    const name = flag?.value;
    if (!flag || !name || context?.named.has(name) || stageNamed(name, file.stages)) return [];
    if (!STAGE_NAME.test(name.toLowerCase()) && !/^\d{1,3}$/.test(name)) return [];
    const names = file.stages.flatMap((one) => one.name ?? []);
    const fix = `Copy from a stage of this file${names.length > 0 ? `: ${listOf(names)}` : ""}.`;
    return [{ at: flag.at, what: `there is no stage ${name} to copy from`, key: `stage ${name}`, fix }];
  });
});
var missingSources = (function missingSources({ stage, ignoreFile }, context) {
  return stage.instructions.flatMap((instruction) => {
    const copy = copyOf(instruction);
    if (!copy || copy.from) return [];
    return copy.sources.flatMap((source) => {
      const path = joinPath(".", source.text.replace(/^(?:\.\.?\/)+/, ""));
      if (/[*?[\]\\]|:\/\/|^git@/.test(source.text) || path === ".") return [];
      const key = `source ${path}`;
      const ignored = context.leavesOut(path) && context.find(path).every(context.leavesOut);
      if (ignored && ignoreFile && !takesBack(path, ignoreFile.patterns))
        return [
          {
            at: source.at,
            what: `${path} is left out by ${ignoreFile.path}, so COPY does not find it`,
            key,
            fix: `Take ${path} out of the ignore file, or make it in a stage and copy it from there.`
          }
        ];
      const name = path.slice(path.lastIndexOf("/") + 1);
      if (!WRITTEN.test(name) || context.exists(path)) return [];
      return [
        {
          at: source.at,
          what: `${path} is not in the build context ${context.path}, so COPY does not find it`,
          key,
          fix: `Commit ${path}, correct the path, or take it out of the COPY.`
        }
      ];
    });
  });
});
var withoutLock = (function withoutLock(stage, context) {
  return stage.stage.instructions.flatMap(
    (instruction) => installsOf(instruction, stage.shell).flatMap((install) => {
      if (!install.needsLock || install.command.conditional) return [];
      const { words } = install.command;
      if (words.some((word) => /^(?:--prefix|-C|--dir|--cwd)(?:=|$)/.test(word))) return [];
      const names = LOCKFILES[install.manager];
      if (isCopiedBefore(instruction, names, stage, context) !== false) return [];
      const [lock = ""] = names;
      const there = context.find("**").some((file) => names.includes(file.slice(file.lastIndexOf("/") + 1)));
      const where = there ? "it is not copied before" : `there is none in ${context.path}`;
      const command = words.slice(0, 2).join(" ");
      return [
        {
          at: instruction.at,
          what: `${command} needs ${lock}, and ${where}`,
          key: `lock ${lock}`,
          fix: there ? `Copy ${lock} beside package.json before \`${command}\`.` : `Commit ${lock}, and copy it beside package.json.`
        }
      ];
    })
  );
});
var withoutPackages = (function withoutPackages(stage, stages, context) {
  const found = missingPackage(stage, stages, context);
  if (!found) return [];
  const what = `${found.script} needs ${found.program}, and ${found.installedBy} leaves ${found.package} out with the other devDependencies`;
  return [
    {
      at: found.at,
      what,
      key: `package ${found.package}`,
      fix: "Install everything where it is built (`RUN npm ci`), and only what production needs in the last stage (`RUN npm ci --omit=dev`).",
      related: [{ at: found.neededAt, message: `${found.script} is run here` }]
    }
  ];
});
const {
  LOCKFILES,
  cleanPath,
  commandsOf,
  copyOf,
  installOf,
  installsOf,
  isCopiedBefore,
  joinPath,
  listOf,
  parseShell,
  programOf,
  resolvedStage,
  runAudit,
  stageNamed
} = require("./chunk-EJ7Y5RG3.js");
require("./chunk-XIALQCTJ.js");
require("./chunk-YLVDSGH3.js");

// src/model/image/node-build.ts
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






function neededBy(script, manifest, added, depth) {
  if (depth > 4) return void 0;
  for (const name of [`pre${script}`, script]) {
    const text = manifest.scripts.get(name);
    if (text === void 0) continue;
    const at = { path: "", start: 0, end: text.length };
    for (const command of parseShell(text, at).commands) {
      if (command.joined === "||" || command.followed === "||" || command.inside.length > 0) return void 0;
      const nested = scriptRun(command.words);
      if (nested !== void 0) {
        const found = neededBy(nested, manifest, added, depth + 1);
        if (found) return found;
        continue;
      }
      const program = programOf(command.words);
      if (program === void 0 || command.words[0]?.includes("/")) continue;
      const owner = PACKAGES.get(program) ?? program;
      if (manifest.devDependencies.has(owner) && !manifest.dependencies.has(owner) && !added.has(owner))
        return { program, package: owner };
    }
  }
  return void 0;
}



// src/model/image/build-obstacles.ts
var WRITTEN = /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|requirements\.txt|Pipfile|Pipfile\.lock|pyproject\.toml|poetry\.lock|uv\.lock|go\.mod|go\.sum|Cargo\.toml|Cargo\.lock|Gemfile|Gemfile\.lock|composer\.json|composer\.lock|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|gradlew|mvnw|tsconfig\.json|nest-cli\.json|nx\.json|turbo\.json|lerna\.json)$/;
var STAGE_NAME = /^(?:build|builder|building|base|deps|dependencies|dev-deps|prod-deps|production-dependencies|production|prod|development|dev|runner|runtime|release|installer|install|compile|compiler|prepare|pruner|prune|frontend|frontend-builder|frontend-build|backend|backend-builder|web-builder|app-builder|assets|static|server|client|test|final|vendor|publish)$/;



function takesBack(path, patterns) {
  const first = path.split("/")[0] ?? path;
  return patterns.some((pattern) => pattern.startsWith("!") && (pattern.includes(first) || pattern.includes("*")));
}


module.exports = {
  buildObstacles,
  house: runAudit
};
