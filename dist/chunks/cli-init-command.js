"use strict";
const {
  CONFIG_SCHEMA
} = require("./chunk-OUTXVQLB.js");
require("./chunk-DM46Y3K7.js");
const {
  directoryOf,
  findConfig,
  optionsOf,
  plain,
  readBaseline,
  readConfig,
  reasonOf,
  runAudit,
  startProgress
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  findRepository,
  parseAnyYaml,
  realPath
} = require("./chunk-Q3NCOY3T.js");
const {
  TOOL,
  UsageError
} = require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/cli/init-command.ts
const { mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } = require("node:fs");
const { dirname, join, relative } = require("node:path");

// src/cli/init/config-file.ts
var MOST_SETS = 20;
var MOST_FILES = 6;
function configText(deployments) {
  const lines = [`# yaml-language-server: $schema=${CONFIG_SCHEMA.$id}`, ...comments(found(deployments))];
  return `${lines.join("\n")}
`;
}
function found(deployments) {
  if (deployments.length === 0) {
    return ["Nothing that is deployed was found: no Compose file, Kubernetes manifest or PM2 file."];
  }
  const width = Math.max(...deployments.map(({ purpose }) => purpose.length));
  const sets = deployments.slice(0, MOST_SETS).map(({ purpose, name, because }) => {
    return `  ${purpose.padEnd(width)}  ${plain(name)}: ${plain(because)}`;
  });
  const left = deployments.length - sets.length;
  return [
    "What is deployed, as far as the files tell:",
    ...sets,
    ...left > 0 ? [`  and ${left} more`] : [],
    ...correction(deployments)
  ];
}
function correction(deployments) {
  const isGuess = deployments.some(({ purpose }) => purpose === "production");
  const [first] = deployments.filter(({ platform, files }) => platform !== "kubernetes" && files.length <= MOST_FILES);
  if (!first) return [];
  return [
    isGuess ? "Where that is wrong, say which files are deployed together:" : "Nothing of it is production. If it is:",
    "deployments:",
    `  - files: [${first.files.map((path) => JSON.stringify(path)).join(", ")}]`,
    "    purpose: production"
  ];
}
function comments(lines) {
  return lines.map((line) => `# ${line}`.trimEnd());
}

// src/cli/init/pre-commit.ts
function withHook(text, entry) {
  const repos = reposOf(text);
  const first = repos?.items[0];
  const last = repos?.items.at(-1);
  if (!repos || !first || !last) return void 0;
  const before = text.slice(text.lastIndexOf("\n", first.at.start - 1) + 1, first.at.start);
  const indent = /^( *)- +$/.exec(before)?.[1];
  if (indent === void 0) return void 0;
  const end = endOfLine(text, lastCharacter(text, last.at.end));
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const added = entry.map((line) => `${newline}${indent}${line}`).join("");
  const longer = `${text.slice(0, end)}${added}${text.slice(end) || newline}`;
  return reposOf(longer)?.items.length === repos.items.length + 1 ? longer : void 0;
}
function reposOf(text) {
  const file = parseAnyYaml({ path: ".pre-commit-config.yaml", text });
  const root = file.documents.length === 1 && file.problems.length === 0 ? file.documents[0]?.root : void 0;
  const repos = root?.kind === "map" ? root.entries.get("repos")?.node : void 0;
  return repos?.kind === "list" ? repos : void 0;
}
function lastCharacter(text, end) {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}
function endOfLine(text, from) {
  const at = text.indexOf("\n", from);
  if (at === -1) return text.length;
  return text[at - 1] === "\r" ? at - 1 : at;
}

// src/cli/init/hook.ts
var WHAT = "what is staged, before each commit";
var PACKAGE = `${TOOL.name}@${TOOL.version}`;
var COMMAND = `npx --yes ${PACKAGE} --staged`;
var LEFTHOOK = ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml", "lefthook.toml", "lefthook.json"];
var LINT_STAGED = /^(?:\.lintstagedrc(?:\.\w+)?|lint-staged\.config\.\w+)$/;
function hookPiece(repository) {
  return preCommit(repository) ?? husky(repository) ?? lefthook(repository) ?? lintStaged(repository);
}
function preCommit({ read }) {
  const path = ".pre-commit-config.yaml";
  const text = read(path);
  if (text === void 0) return void 0;
  if (text.includes(TOOL.name)) return { kind: "there", path, what: WHAT };
  const longer = withHook(text, PRE_COMMIT);
  if (longer === void 0) return { kind: "by hand", path, what: WHAT, added: PRE_COMMIT.join("\n") };
  return { kind: "longer", path, what: WHAT, text: longer, added: PRE_COMMIT.join("\n") };
}
var PRE_COMMIT = [
  "- repo: local",
  "  hooks:",
  `    - id: ${TOOL.name}`,
  `      name: ${TOOL.name}`,
  `      entry: ${TOOL.name} --staged`,
  "      language: node",
  `      additional_dependencies: ['${PACKAGE}']`,
  "      pass_filenames: false",
  "      require_serial: true"
];
function husky({ read, list }) {
  if (list(".husky").length === 0) return void 0;
  const path = ".husky/pre-commit";
  const text = read(path);
  if (text === void 0) return { kind: "new", path, what: WHAT, text: `${COMMAND}
` };
  if (text.includes(TOOL.name)) return { kind: "there", path, what: WHAT };
  if (/lint-staged|^\s*(?:exit|exec)\b/m.test(text)) return { kind: "by hand", path, what: WHAT, added: COMMAND };
  const added = `${COMMAND}
`;
  return { kind: "longer", path, what: WHAT, text: `${text}${/\n$|^$/.test(text) ? "" : "\n"}${added}`, added: COMMAND };
}
function lefthook({ read }) {
  const path = LEFTHOOK.find((name) => read(name) !== void 0);
  if (path === void 0) return void 0;
  if (read(path)?.includes(TOOL.name)) return { kind: "there", path, what: WHAT };
  return { kind: "by hand", path, what: WHAT, added: `pre-commit:
  jobs:
    - run: ${COMMAND}` };
}
function lintStaged({ read, list }) {
  const own = list(".").find((name) => LINT_STAGED.test(name));
  const path = own ?? (read("package.json")?.includes('"lint-staged"') ? "package.json" : void 0);
  if (path === void 0) return void 0;
  if (read(path)?.includes(`${TOOL.name}@`) || read(path)?.includes(`${TOOL.name} --staged`)) {
    return { kind: "there", path, what: WHAT };
  }
  const added = /\.[cm]?[jt]s$/.test(path) ? `'*': () => '${COMMAND}'` : `"*": "sh -c '${COMMAND}' --"`;
  return { kind: "by hand", path, what: WHAT, added };
}

// src/cli/init/workflow.ts
var DIRECTORY = ".github/workflows";
var FILE = `${DIRECTORY}/erp-audit.yml`;
function workflowPiece({ read, list, gitConfig }) {
  if (list(".github").length === 0 && !isOnGithub(gitConfig)) return void 0;
  const what = "what a pull request brings, at its lines";
  const files = list(DIRECTORY).filter((name) => /\.ya?ml$/.test(name));
  const existing = files.find((name) => read(`${DIRECTORY}/${name}`)?.includes(TOOL.name)) ?? files.find(isOurs);
  if (existing !== void 0) return { kind: "there", path: `${DIRECTORY}/${existing}`, what };
  return { kind: "new", path: FILE, what, text: WORKFLOW };
}
function isOnGithub(gitConfig) {
  return /^\s*(?:push)?url\s*=\s*\S*[@/.]github\.[\w.-]+[:/]/im.test(gitConfig);
}
function isOurs(name) {
  return FILE.endsWith(`/${name}`);
}
function jobPiece({ read }) {
  const path = ".gitlab-ci.yml";
  const text = read(path);
  if (text === void 0) return void 0;
  const what = "what a merge request brings, in Code Quality";
  return text.includes(TOOL.name) ? { kind: "there", path, what } : { kind: "by hand", path, what, added: JOB };
}
var WORKFLOW = `name: erp-audit

on: pull_request

permissions: {}

concurrency:
  group: erp-audit-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@8e8c483db84b4bee98b60c0593521ed34d9990e8 # v6.0.1
        with:
          fetch-depth: 0 # the version in which the branch began is audited, too
          persist-credentials: false
      - uses: actions/setup-node@395ad3262231945c25e8478fd5baf05154b1d79f # v6.1.0
        with:
          node-version: 24
      - run: npx --yes ${TOOL.name}@${TOOL.version} --since "origin/$BASE" --format github --format "markdown=$GITHUB_STEP_SUMMARY"
        env:
          BASE: \${{ github.base_ref }}
`;
var JOB = `erp-audit:
  image: node:24
  variables:
    GIT_DEPTH: "0"
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      allow_failure: true
  script:
    - npx --yes ${TOOL.name}@${TOOL.version} \${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"} --format text --format gitlab=gl-code-quality-report.json --format junit=erp-audit.xml
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
      junit: erp-audit.xml`;

// src/cli/init-command.ts
var LARGEST = 1024 * 1024;
async function runInit(given, world, load) {
  const root = realpathSync(directoryOf(given.operand ?? ".", world.cwd));
  const config = readConfig(given, root, world.cwd);
  const audit = await load();
  const progress = startProgress(given, world);
  const options = optionsOf(given, config, world.env, readBaseline(given, config, root, world.cwd));
  const result = await audit(root, { ...options, onStage: progress.stage });
  progress.end();
  const git = findRepository(root);
  const pieces = piecesOf(root, result, git);
  const toWrite = pieces.filter((piece) => piece.kind === "new" || piece.kind === "longer");
  const say = (text) => world.stdout.write(`${text}
`);
  const call = calledAs(world);
  say(`${overview(pieces)}
`);
  if (toWrite.length === 0) say("Nothing to write.");
  else if (given.own.has("yes") || await agreed(world, toWrite.length)) {
    for (const piece of toWrite) write(root, piece);
    say(`Written: ${toWrite.map(({ path }) => path).join(", ")}.`);
  } else if (world.ask) say("Nothing is written.");
  else say(`${contents(toWrite)}
Nothing is written. "${call} init --yes" writes it.`);
  for (const piece of pieces) if (piece.kind === "by hand") say(`
Add to ${piece.path}:

${indented(piece.added)}`);
  if (isBelow(git)) say(`
Workflow and hook belong to the top of the repository: "${call} init" there writes them.`);
  say(`
${next(result, call)}`);
  return 0;
}
function piecesOf(root, result, git) {
  const repository = repositoryAt(root, git?.config ?? "");
  const wide = isBelow(git) ? [] : [workflowPiece(repository), jobPiece(repository), hookPiece(repository)];
  return [configPiece(root, result), ...wide.flatMap((piece) => piece ?? [])];
}
function isBelow(git) {
  return git !== void 0 && git.prefix !== "";
}
function configPiece(root, { deployments }) {
  const what = "the configuration";
  const [existing] = findConfig(root);
  if (existing !== void 0) return { kind: "there", path: plain(relative(root, existing)), what };
  return { kind: "new", path: "erp-audit.yml", what, text: configText(deployments) };
}
function repositoryAt(root, gitConfig) {
  return {
    gitConfig,
    read: (path) => {
      const file = join(root, path);
      const stat = realPath(file) === void 0 ? void 0 : statSync(file, { throwIfNoEntry: false });
      return stat?.isFile() && stat.size <= LARGEST ? readFileSync(file, "utf8") : void 0;
    },
    list: (path) => {
      const directory = join(root, path);
      return statSync(directory, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(directory).sort() : [];
    }
  };
}
var VERBS = { new: "new", longer: "gets longer", "by hand": "by hand", there: "is there" };
function overview(pieces) {
  const width = Math.max(...pieces.map(({ path }) => path.length));
  return pieces.map(({ kind, path, what }) => `${path.padEnd(width)}  ${VERBS[kind].padEnd(11)}  ${what}`).join("\n");
}
async function agreed(world, count) {
  const answer = await world.ask?.(`Write ${count === 1 ? "it" : `these ${count}`}? [Y/n] `);
  return answer !== void 0 && /^(?:y(?:es)?)?$/i.test(answer.trim());
}
function contents(pieces) {
  return pieces.map((piece) => `${piece.path}:

${indented(piece.kind === "longer" ? piece.added : piece.text.trimEnd())}
`).join("\n");
}
function indented(text) {
  return text.replace(/^(?=.)/gm, "    ");
}
function write(root, { kind, path, text }) {
  const file = join(root, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const isScript = path.startsWith(".husky/");
    if (kind === "new") writeFileSync(file, text, { flag: "wx", ...isScript && { mode: 493 } });
    else writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${reasonOf(error)}`);
  }
}
function calledAs({ env }) {
  return env.npm_command === "exec" ? `npx ${TOOL.name}` : TOOL.name;
}
function next({ findings, score }, call) {
  if (!score) return `Next: ${call} says what it found, and why there is nothing to audit.`;
  const open = findings.filter(({ suppressed, baselineState }) => !suppressed && baselineState !== "unchanged").length;
  if (open === 0) return `Next: ${call}. Nothing is open.`;
  const found2 = open === 1 ? "1 finding is" : `${open} findings are`;
  return `Next: ${call}. ${found2} open; "${call} baseline" makes them known, so that only what comes fails the gate.`;
}
module.exports = {
  house: runAudit,
  runInit
};
