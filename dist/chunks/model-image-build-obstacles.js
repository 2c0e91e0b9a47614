"use strict";

// src/model/image/build-output.ts
var missingOutputs = (function missingOutputs(stage, stages, context) {
  return stage.stage.instructions.flatMap((instruction) => {
    const copy = copyOf(instruction);
    const from = copy?.from === void 0 ? void 0 : resolvedStage(copy.from, stages);
    const made = from && outputOf(from, context);
    if (!copy?.from || !made) return [];
    return copy.sources.flatMap(({ text, at }) => {
      const folder = joinPath(".", text.replace(/^\/+/, ""));
      const inner = folder.startsWith(`${made.workdir}/`) ? folder.slice(made.workdir.length + 1) : void 0;
      if (inner === void 0 || !RESULTS.has(inner) || inner === made.folder) return [];
      if (context.exists(inner) || isNamed(inner, from, context)) return [];
      return [{ at, asked: text, stage: copy.from ?? "", made: made.folder, by: made.by }];
    });
  });
});
var outputOf = (function outputOf(from, context) {
  const workdir = joinPath(".", (knownValue(from.workdir) ?? "").replace(/^\/+/, ""));
  const manifest = workdir === "." ? void 0 : readManifest("package.json", context);
  if (!manifest || manifest.hasWorkspaces || !takesAll(from)) return void 0;
  const commands = from.instructions.flatMap((one) => commandsOf(one, from.shell));
  const found = [];
  for (const { words, conditional } of commands) {
    const script = scriptRun(words);
    const text = script === void 0 ? void 0 : manifest.scripts.get(script);
    const inner = text === void 0 ? [words] : parseShell(text, { path: "", start: 0, end: text.length }).commands.map((one) => one.words);
    for (const one of inner) {
      const plain = one.filter((word) => !/^(?:npx|pnpm|exec|yarn)$/.test(word)).join(" ");
      const tool = TOOLS.find(([command]) => command.test(plain));
      if (tool) found.push({ folder: tool[1], by: plain });
      else if (!HARMLESS.test(programOf(one) ?? "")) return void 0;
    }
    if (conditional) return void 0;
  }
  const [only, other] = found;
  return only && !other ? { ...only, workdir } : void 0;
});
var takesAll = (function takesAll({ instructions }) {
  return instructions.some((instruction) => {
    const copy = copyOf(instruction);
    return copy?.from === void 0 && copy?.sources.some(({ text }) => /^\.\/?$/.test(text)) === true;
  });
});

// src/model/image/schema-before-install.ts
var installsBeforeSchema = (function installsBeforeSchema(stage, context) {
  const manifest = context.exists("prisma/schema.prisma") ? readManifest("package.json", context) : void 0;
  if (!manifest || setsAside(stage, context)) return [];
  return stage.stage.instructions.flatMap(
    (instruction) => installsOf(instruction, stage.shell).flatMap((install) => {
      const script = generatesBehind(install, manifest);
      const isEarly = script !== void 0 && isCopiedBefore(instruction, ["package.json"], stage, context) === true && isCopiedBefore(instruction, ["schema.prisma"], stage, context) === false;
      return isEarly ? [{ instruction, installedBy: install.command.words.slice(0, 2).join(" "), script }] : [];
    })
  );
});

// src/model/image/build-obstacles.ts
var buildObstacles = (function buildObstacles(image) {
  const { stages = [], context } = image;
  const declared = context?.present && context.declared ? context : void 0;
  return stages.flatMap((stage) => [
    ...unknownStages(stage, context),
    ...declared ? [
      ...missingSources(stage, declared),
      ...withoutOutput(stage, stages, declared),
      ...withoutLock(stage, declared),
      ...withoutPackages(stage, stages, declared),
      ...withoutSchema(stage, declared)
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
var withoutOutput = (function withoutOutput(stage, stages, context) {
  return missingOutputs(stage, stages, context).map(({ at, asked, stage: from, made, by }) => ({
    at,
    what: `nothing in the stage ${from} makes ${asked}: its \`${by}\` makes ${made}`,
    key: `output ${asked}`,
    fix: `Copy ${asked.replace(/[^/]+\/?$/, made)}.`
  }));
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
  if (found.own !== void 0)
    return [
      {
        at: found.at,
        what: `${found.installedBy} runs the script ${found.script}, which needs ${found.program}, and leaves ${found.package} out with the other devDependencies`,
        key: `package ${found.package}`,
        fix: withoutScript(found)
      }
    ];
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
var withoutSchema = (function withoutSchema(stage, context) {
  return installsBeforeSchema(stage, context).map(({ instruction, installedBy, script }) => ({
    at: instruction.at,
    what: `${installedBy} runs the script ${script} with \`prisma generate\`, and prisma/schema.prisma is not copied before`,
    key: "schema prisma",
    fix: `Copy it beside package.json: \`COPY prisma ./prisma\` before \`${installedBy}\`.`
  }));
});
const {
  isCopiedBefore
} = require("./chunk-XJVA53XR.js");
const {
  missingPackage,
  readManifest,
  scriptRun
} = require("./chunk-Q7EFHPFX.js");
const {
  LOCKFILES,
  installsOf
} = require("./chunk-TAL56CB4.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  commandsOf,
  copyOf,
  joinPath,
  knownValue,
  listOf,
  parseShell,
  programOf,
  resolvedStage,
  stageNamed
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/image/build-output.ts
var TOOLS = [
  [/^vite build$/, "dist"],
  [/^react-scripts build$/, "build"],
  [/^vue-cli-service build$/, "dist"],
  [/^astro build$/, "dist"]
];
var RESULTS = /* @__PURE__ */ new Set(["dist", "build", "out", "output", ".output"]);
var HARMLESS = /^(?:npm|yarn|pnpm|corepack|apk|apt-get|apt|tsc|vue-tsc|eslint|prettier|biome|rm|rimraf|echo|set|mkdir|vitest|jest)$/;
var ASIDE = /(?:^|\/)(?:\.\w+ignore|Dockerfile[^/]*|[^/]*\.(?:md|conf|lock)|[^/]*-lock\.[^/]+|(?:docker-)?compose[^/]*)$/i;
var LONGEST = 1e5;



function isNamed(folder, from, context) {
  const name = new RegExp(`(?<![\\w.-])${folder.replace(".", "\\.")}(?![\\w:.-])`);
  const without = (text) => text.replace(/\b(?:run\s+|vite\s+|react-scripts\s+|yarn\s+|pnpm\s+|npm\s+)build\b|"build"\s*:/g, "");
  if (from.instructions.some(({ keyword, text }) => keyword !== "FROM" && name.test(without(text)))) return true;
  return context.find(".").some((path) => {
    if (path.includes("/") || ASIDE.test(path)) return false;
    const text = context.read(path)?.text ?? "";
    return text.length > LONGEST || /\boutDir\b|\boutputDir\b|\bBUILD_PATH\b/.test(text) || name.test(without(text));
  });
}

// src/model/image/schema-before-install.ts

function generatesBehind({ manager, packages, global, command }, manifest) {
  const { words, conditional } = command;
  if (!/^(?:npm|yarn|pnpm)$/.test(manager) || packages.length > 0 || global || conditional) return void 0;
  if (words.some((word) => /^(?:--ignore-scripts|--prefix|-C|--dir|--cwd|--filter|-F)(?:=|$)/.test(word)))
    return void 0;
  return ["postinstall", "install"].find((name) => generates(manifest.scripts.get(name) ?? ""));
}
function generates(text) {
  const { commands } = parseShell(text, { path: "", start: 0, end: text.length });
  return commands.some(
    ({ words, joined, followed, inside }) => /^(?:npx )?prisma generate$/.test(words.filter((word) => !/^--(?:no-engine|no-hints|yes)$/.test(word)).join(" ")) && joined !== "||" && followed !== "||" && followed !== ";" && inside.length === 0
  );
}
function setsAside({ instructions }, context) {
  const isElsewhere = /"prisma"\s*:\s*\{|"schema"\s*:/.test(context.read("package.json")?.text ?? "");
  const isChanged = instructions.some(({ text }) => /ignore[-_]scripts|pkg (?:delete|set)|set-script/i.test(text));
  return isElsewhere || isChanged || context.read(".npmrc")?.text.includes("ignore-scripts") === true;
}

// src/model/image/build-obstacles.ts
var WRITTEN = /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|requirements\.txt|Pipfile|Pipfile\.lock|pyproject\.toml|poetry\.lock|uv\.lock|go\.mod|go\.sum|Cargo\.toml|Cargo\.lock|Gemfile|Gemfile\.lock|composer\.json|composer\.lock|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|gradlew|mvnw|tsconfig\.json|nest-cli\.json|nx\.json|turbo\.json|lerna\.json)$/;
var STAGE_NAME = /^(?:build|builder|building|base|deps|dependencies|dev-deps|prod-deps|production-dependencies|production|prod|development|dev|runner|runtime|release|installer|install|compile|compiler|prepare|pruner|prune|frontend|frontend-builder|frontend-build|backend|backend-builder|web-builder|app-builder|assets|static|server|client|test|final|vendor|publish)$/;



function takesBack(path, patterns) {
  const first = path.split("/")[0] ?? path;
  return patterns.some((pattern) => pattern.startsWith("!") && (pattern.includes(first) || pattern.includes("*")));
}



function withoutScript({ script, own, package: owner }) {
  const hooks = /^(?:husky|lefthook|simple-git-hooks|lint-staged|pre-commit)$/.test(owner);
  const take = `take the script out before the installation (\`RUN npm pkg delete scripts.${script}\`)`;
  return hooks ? `Let the script do without it (\`"${script}": "${own} || true"\`), or ${take}.` : `Move ${owner} to dependencies, or ${take} and run it where everything is installed.`;
}

module.exports = {
  buildObstacles,
  house: runAudit
};
