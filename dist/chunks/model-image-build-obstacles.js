"use strict";

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
} = require("./chunk-W23SJEA4.js");
const {
  missingPackage,
  readManifest
} = require("./chunk-O2HQ2GN2.js");
const {
  LOCKFILES,
  installsOf
} = require("./chunk-JNBAI5ZG.js");
const {
  runAudit
} = require("./chunk-CWYYHWFW.js");
require("./chunk-6RRQKHF6.js");
const {
  copyOf,
  joinPath,
  listOf,
  parseShell,
  stageNamed
} = require("./chunk-FDKBJB27.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

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
