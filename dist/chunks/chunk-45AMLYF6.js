"use strict";

// src/model/code/deploy-texts.ts
var deployTextsOf = (function deployTextsOf(tree) {
  const texts = [];
  const named = [];
  for (const file of tree.files) {
    if (isApartFromProduction(file.path)) continue;
    if (file.format === "package-json" || file.format === "makefile") named.push(...namedTexts(file, tree));
    else if (FORMATS.has(file.format) || PLATFORM_FILE.test(fileName(file.path))) {
      const text = tree.read(file.path)?.text;
      if (text !== void 0) texts.push({ path: file.path, text: withoutComments(text.slice(0, MOST_TEXT)) });
    }
  }
  return { texts, named };
});
var namedTexts = (function namedTexts(file, tree) {
  const source = tree.read(file.path);
  if (!source) return [];
  const found = scriptTexts(source, file).flatMap(
    ({ name, script }) => name === void 0 ? [] : [{ name, text: script.text, deploys: DEPLOYS.test(name) }]
  );
  const needs = file.format === "makefile" ? [...source.text.matchAll(/^([\w.-]+):[ \t]*([\w. \t-]+)$/gm)] : [];
  return [
    ...found,
    ...needs.map(([, name = "", targets = ""]) => ({ name, text: `make ${targets}`, deploys: DEPLOYS.test(name) }))
  ];
});
var withoutComments = (function withoutComments(text) {
  return text.replace(/^[ \t]*(?:(?:#|\/\/)(?!!).*|(?:COPY|ADD)[ \t].*)$/gim, "");
});
var isDeployed = (function isDeployed({ texts, named }, pattern) {
  const calling = new Set(named.filter(({ text }) => pattern.test(text)).map(({ name }) => name));
  for (let rounds = 0; rounds < 5; rounds++) {
    const before = calling.size;
    const calls2 = callOf(calling);
    if (calls2) {
      for (const { name, text } of named) if (calls2.test(text)) calling.add(name);
    }
    if (calling.size === before) break;
  }
  if (named.some(({ name, deploys }) => deploys && calling.has(name))) return true;
  const calls = callOf(calling);
  return texts.some(({ text }) => pattern.test(text) || calls?.test(text) === true);
});
var callOf = (function callOf(names) {
  if (names.size === 0) return void 0;
  const all = [...names].flatMap((name) => [name, name.replace(/^(?:pre|post)/, "")]).filter((name) => name !== "");
  const some = all.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  return new RegExp(
    `\\b(?:npm|pnpm|yarn|bun|turbo|nx|lerna|rush|make|just|task)\\b[^\\n]{0,120}["'\\s:](?:${some})(?![\\w:-])`
  );
});

// src/model/code/migration-races.ts
var migrationCommand = (function migrationCommand(words2) {
  const own = withoutRunner(words2);
  if (own.some((word) => /^--(?:check|plan|sql|fake|help)$/.test(word ?? ""))) return void 0;
  const names = own.map((word) => word?.split("/").at(-1) ?? "");
  const start = /^python[\d.]*$/.test(names[0] ?? "") ? 1 : 0;
  return TOOLS.find(
    ([, program, ...then]) => program.test(names[start] ?? "") && then.every((each) => each.every((word) => names.includes(word, start + 1)))
  )?.[0];
});
var migrationRace = (function migrationRace({ folder }, programs, workloads, tree) {
  const init = workloads.filter((one) => one.pod?.part === "init" && runsFrom(folder, one));
  const found = [.../* @__PURE__ */ new Set([...programs, ...init])].flatMap((workload) => {
    if (workload.pod?.kind === "StatefulSet") return [];
    const commands = workload.runs?.filter(({ isSure }) => isSure) ?? startedCommands(workload, tree);
    const run = commands.find(({ words: words2 }) => migrationCommand(words2) !== void 0);
    const command = run && migrationCommand(run.words);
    return run && command !== void 0 ? [{ workload, command, at: run.at, copies: copiesOf(workload) }] : [];
  });
  for (const first of found) {
    const together = found.filter(
      ({ workload, command }) => workload === first.workload || command === first.command && workload.deployment === first.workload.deployment && isSameBuild(workload, first.workload) && !waits(workload, first.workload) && !waits(first.workload, workload)
    );
    if (together.reduce((sum, { copies }) => sum + copies, 0) < 2) continue;
    return keepsOrder(tree) ? void 0 : { command: first.command, at: first.at, runners: together };
  }
  return void 0;
});

// src/model/code/migration-runs.ts
var words = (function words(...all) {
  return all.join(GAP);
});
var migrationRun = (function migrationRun(migrations, path) {
  const [first] = migrations;
  if (!first) return void 0;
  const commands = new Set(migrations.flatMap(({ tool }) => COMMANDS[tool]));
  const pattern = new RegExp([...commands, ...ANY].join("|"), "im");
  if (isDeployed(path.texts, pattern)) return { state: "run" };
  if (path.workloads.some(isMigrator) || path.workloads.some((one) => loadsScripts(one, migrations)))
    return { state: "run" };
  if (codeRuns(migrations, path.tree)) return { state: "run" };
  if (path.workloads.length === 0)
    return { state: "unknown", at: first.at, because: "nothing in the repository deploys it" };
  const unknown = path.programs.find(({ start }) => start === void 0);
  if (unknown) return { state: "unknown", at: unknown.at, because: `what ${unknown.name} starts with is not known` };
  const [program] = path.programs;
  return { state: "not-run", at: program?.start?.at ?? first.at, ...program ? { program: program.name } : {} };
});

// src/model/code/pushes.ts
var pushesOf = (function pushesOf(source, programs, tree) {
  const tool = TOOLS2[source];
  if (!tool) return [];
  const { word, pushOf } = tool;
  const started = programs.flatMap(
    (workload) => startedCommands(workload, tree).flatMap(({ words: words2, at }) => {
      const push = pushOf(words2);
      return push ? [{ kind: "push", ...push, workload: workload.name, at }] : [];
    })
  );
  const deployed = tree.files.flatMap((file) => {
    const source2 = file.format === "ci" ? tree.read(file.path) : void 0;
    if (!source2?.text.includes(word) || !/\b(?:push|reset|schema:sync)\b/.test(source2.text)) return [];
    return scriptTexts(source2, file).flatMap(({ script, name = "" }) => {
      const push = script.commands.map(({ words: words2 }) => pushOf(words2)).find((one) => one !== void 0);
      const isDeployment = /deploy|release|production/i.test(`${name} ${file.path}`);
      return push && isDeployment ? [{ kind: "push", ...push, at: script.at }] : [];
    });
  });
  return distinct([...started, ...deployed]);
});

// src/model/code/schema-production.ts
var withWeights = (function withWeights(schemas, production) {
  const order = [...schemas].sort(
    (one, other) => one.name.length - other.name.length || (one.name < other.name ? -1 : 1)
  );
  const seen = /* @__PURE__ */ new Set();
  const weighed = order.map((schema) => {
    const tables = schema.entities.map(signatureOf);
    const isCopy = tables.every((table) => seen.has(table));
    for (const table of tables) seen.add(table);
    return { ...schema, weight: !isCopy && isInProduction(schema, production) ? 2 : 0 };
  });
  return weighed.sort((one, other) => one.id < other.id ? -1 : 1);
});
var signatureOf = (function signatureOf({ table, fields }) {
  return JSON.stringify([
    table.toLowerCase(),
    ...fields.map(({ name, column }) => (column ?? name).toLowerCase()).sort()
  ]);
});
var withDeployment = (function withDeployment(schemas, tree, { workloads, onRequest, services }) {
  const texts = schemas.some(({ weight, migrations }) => weight > 0 && migrations.length > 0) ? deployTextsOf(tree) : NO_TEXTS;
  return schemas.map((schema) => {
    const programs = programsOf(schema.folder, workloads, services);
    const run = schema.weight > 0 ? migrationRun(schema.migrations, { tree, texts, programs, workloads: [...workloads, ...onRequest] }) : void 0;
    const race = schema.weight > 0 ? migrationRace(schema, programs, workloads, tree) : void 0;
    const ignoredAt = schema.migrations.length === 0 ? ignoredMigrations(schema.folder, tree) : void 0;
    const pushes = pushesOf(schema.source, programs, tree);
    const hidden = programs.find(({ start }) => start === void 0);
    const undecided = schema.undecided ?? (hidden && { because: `what ${hidden.name} starts with is not known`, at: hidden.at });
    return {
      ...schema,
      ...run ? { run } : {},
      ...race ? { race } : {},
      ...ignoredAt ? { ignoredAt } : {},
      synchronisations: [...schema.synchronisations, ...pushes],
      programs: programs.map(({ name }) => name),
      ...undecided ? { undecided } : {}
    };
  });
});
var programsOf = (function programsOf(folder, workloads, services) {
  const own = services.filter(({ directory }) => isWithin(folder, directory)).flatMap(withOwnStart);
  const found = own.length > 0 ? own : workloads.filter((workload) => runsFrom(folder, workload));
  return found.filter(({ longRunning }) => longRunning);
});
var withOwnStart = (function withOwnStart({ image, workloads }) {
  return workloads.map((workload) => {
    if (workload.start || !image?.dockerfile) return workload;
    const start = startOf(void 0, void 0, image.dockerfile, image.at);
    return start ? { ...workload, image, start } : workload;
  });
});
var isInProduction = (function isInProduction({ folder }, { images, workloads }) {
  return images.some((image) => image.weight > 0 && isBuiltFrom(folder, image)) || workloads.some((one) => runsFrom(folder, one));
});
var isBuiltFrom = (function isBuiltFrom(folder, { context }) {
  return context?.present === true && isNear(context.path, folder);
});
var isNear = (function isNear(place, folder) {
  return isWithin(place, folder) || isWithin(folder, place);
});

// src/parse/sql/elements.ts
var readElement = (function readElement(cursor) {
  const key = readTableKey(cursor);
  if (key) return { keys: [key] };
  const [first, second] = cursor.tokens;
  const isOther = first?.kind === "word" && (first.text === "constraint" || OTHERS.has(first.text) && second?.kind !== "mark" || second?.text === "(");
  return isOther ? { keys: [] } : readColumn(cursor);
});
var readTableKey = (function readTableKey(cursor) {
  const from = cursor.at;
  const at = spanOf(cursor);
  const constraint = isWord(cursor, "constraint") && take(cursor, "constraint") ? takeName(cursor) : void 0;
  const key = keyOf(cursor);
  if (!key) cursor.at = from;
  const name = constraint ?? key?.name;
  return key && { ...key, ...name === void 0 ? {} : { name }, at };
});
var keyOf = (function keyOf(cursor) {
  if (take(cursor, "primary", "key")) {
    return isWord(cursor, "using") && isWord(cursor, "index", 1) ? usedIndex("primary", cursor) : listedKey("primary", cursor);
  }
  if (isWord(cursor, "foreign") && take(cursor, "foreign", "key")) return foreignKey(cursor);
  if (take(cursor, "unique")) {
    takeAny(cursor, "key", "index");
    if (take(cursor, "nulls", "not") || take(cursor, "nulls")) take(cursor, "distinct");
    return isWord(cursor, "using") && isWord(cursor, "index", 1) ? usedIndex("unique", cursor) : listedKey("unique", cursor);
  }
  return isIndexItem(cursor) && takeAny(cursor, "index", "key") ? listedKey("index", cursor) : void 0;
});
var isIndexItem = (function isIndexItem({ tokens, at }) {
  const [word, next, inner, innermost] = tokens.slice(at, at + 4);
  if (word?.kind !== "word" || word.text !== "key" && word.text !== "index") return false;
  if (next?.text === "(" && next.kind === "mark") return true;
  return (next?.kind === "word" || next?.kind === "quoted") && inner?.text === "(" && innermost?.kind !== "number";
});
var listedKey = (function listedKey(kind, cursor) {
  takeAny(cursor, "clustered", "nonclustered");
  const name = isWord(cursor, "(") || isWord(cursor, "using") ? void 0 : takeName(cursor);
  const method = take(cursor, "using") ? takeName(cursor) : void 0;
  const group = takeGroup(cursor);
  if (!group) return void 0;
  const partial = cursor.tokens.slice(cursor.at).some((token) => token.kind === "word" && token.text === "where");
  return {
    kind,
    ...name === void 0 ? {} : { name },
    columns: itemsOf(group).map(indexedColumn),
    ...method === void 0 ? {} : { method },
    ...partial ? { partial } : {}
  };
});
var indexedColumn = (function indexedColumn({ tokens }) {
  const [first, second, third] = tokens;
  if (first?.kind !== "word" && first?.kind !== "quoted") return null;
  const isCall = second?.text === "(" && second.kind === "mark" && third?.kind !== "number";
  const isOperation = second?.kind === "mark" && second.text !== "(";
  return isCall || isOperation ? null : first.text;
});
var readIndex = (function readIndex(cursor, unique, name) {
  take(cursor, "only");
  const table = takePath(cursor);
  const key = table && listedKey(unique ? "unique" : "index", cursor);
  if (!table || !key) return void 0;
  const named = { ...key, ...name === void 0 ? {} : { name }, at: spanOf(cursor) };
  return { table: table.name, key: named };
});
var readColumn = (function readColumn(cursor) {
  const at = spanOf(cursor);
  const name = takeName(cursor);
  if (name === void 0) return { keys: [] };
  const type = readType(cursor);
  const keys = [];
  let nullable = !/^(?:big|small)?serial\b/.test(type);
  let constraint;
  const add = (kind, references) => {
    const named = constraint === void 0 ? {} : { name: constraint };
    keys.push({ kind, ...named, columns: [name], ...references === void 0 ? {} : { references }, at });
    constraint = void 0;
  };
  while (cursor.at < cursor.tokens.length) {
    if (isWord(cursor, "(")) skipGroup(cursor);
    else if (take(cursor, "not", "null")) nullable = false;
    else if (take(cursor, "constraint")) constraint = takeName(cursor);
    else if (take(cursor, "primary", "key")) {
      nullable = false;
      add("primary");
    } else if (take(cursor, "unique")) {
      take(cursor, "key");
      add("unique");
    } else if (take(cursor, "references")) {
      const table = takePath(cursor);
      if (table) add("foreign", table.name);
    } else cursor.at++;
  }
  return { column: { name, type, nullable, at }, keys };
});
var readType = (function readType(cursor) {
  let type = "";
  while (cursor.at < cursor.tokens.length) {
    const token = cursor.tokens[cursor.at];
    if (token === void 0 || token.kind === "word" && endsType(token, type)) break;
    if (isWord(cursor, "(")) {
      const group = takeGroup(cursor);
      type += `(${group?.tokens.map((inner) => inner.kind === "string" ? `'${inner.text}'` : inner.text).join("")})`;
    } else if (token.kind === "word" || token.kind === "quoted") {
      type += type === "" || type.endsWith(".") ? token.text : ` ${token.text}`;
      cursor.at++;
    } else if (/^[[\].]$/.test(token.text) || token.kind === "number" && type.endsWith("[")) {
      type += token.text;
      cursor.at++;
    } else break;
  }
  return type;
});
var endsType = (function endsType({ text }, type) {
  return CONSTRAINTS.has(text) || text === "character" && type !== "";
});

// src/parse/sql/definitions.ts
var readStatement = (function readStatement(cursor) {
  switch (takeAny(cursor, "create", "alter", "drop")) {
    case "create":
      return readCreate(cursor);
    case "alter":
      return readAlteration(cursor);
    case "drop":
      return readDrop2(cursor);
    default:
      return [];
  }
});
var readCreate = (function readCreate(cursor) {
  take(cursor, "or", "replace");
  const unique = take(cursor, "unique");
  takeAny(cursor, "clustered", "nonclustered");
  if (take(cursor, "index")) return createIndex(cursor, unique);
  takeAny(cursor, ...TABLE_KINDS);
  return take(cursor, "table") ? createTable(cursor) : [];
});
var createIndex = (function createIndex(cursor, unique) {
  take(cursor, "concurrently");
  take(cursor, "if", "not", "exists");
  const name = isWord(cursor, "on") ? void 0 : takePath(cursor)?.name;
  if (take(cursor, "using")) takeName(cursor);
  if (!take(cursor, "on")) return [];
  const index = readIndex(cursor, unique, name);
  return index ? [{ kind: "add-key", ...index, at: index.key.at }] : [];
});
var createTable = (function createTable(cursor) {
  const unlessThere = take(cursor, "if", "not", "exists");
  const start = cursor.at;
  const path = takePath(cursor);
  if (!path) return [];
  const nameAt = spanOf({ ...cursor, tokens: cursor.tokens.slice(start, cursor.at) });
  if (isWord(cursor, "partition")) return [];
  const group = takeGroup(cursor);
  if (!group) return [];
  const elements = itemsOf(group).map(readElement);
  const table = {
    ...path,
    columns: elements.flatMap(({ column }) => column ?? []),
    keys: elements.flatMap(({ keys }) => keys),
    at: nameAt
  };
  return [{ kind: "create-table", table, unlessThere, at: spanOf(cursor) }];
});

// src/parse/sql.ts
var parseSql = (function parseSql(source) {
  const { text, path } = source;
  const problems = [];
  const mysql = isMysqlScript(text);
  const changes = [];
  for (const { start, end } of splitSql(source, problems)) {
    INTERESTING.lastIndex = start;
    if (!INTERESTING.test(text)) continue;
    for (const change of readStatement({ tokens: sqlTokens(text, start, end, mysql), path, at: 0 }))
      changes.push(change);
  }
  return { path, mysql, changes, problems };
});
const {
  isMysqlScript,
  isWord,
  itemsOf,
  skipGroup,
  spanOf,
  splitSql,
  sqlTokens,
  take,
  takeAny,
  takeGroup,
  takeName,
  takePath
} = require("./chunk-HEA5DXEA.js");
const {
  directoryOf,
  fileName,
  isApartFromProduction,
  isWithin,
  joinPath,
  knownValue,
  packageScript,
  scriptTexts,
  scriptsRunBy,
  startOf,
  unwrapCommand,
  withoutRunner
} = require("./chunk-Q3NCOY3T.js");

// src/model/code/deploy-texts.ts
var FORMATS = /* @__PURE__ */ new Set(["dockerfile", "compose", "ci", "shell", "yaml", "helm"]);
var PLATFORM_FILE = /^(?:Procfile(?:\..+)?|fly(?:\..+)?\.toml|railway\.(?:json|toml)|nixpacks\.toml|app\.json|vercel\.json|captain-definition|ecosystem\.[\w.]*|pm2\.[\w.]*|Caprover.*|devbox\.json|.+\.service|Tiltfile|skaffold\.ya?ml|.+\.(?:tf|nomad|hcl)|supervisord?\.conf|.+\.gradle(?:\.kts)?|pom\.xml|deploy\.[cm]?[jt]s|fabfile\.py)$/i;
var DEPLOYS = /^(?:pre|post)?[-:_]?(?:deploy|release|heroku|vercel|render|railway|fly|docker|prod)|(?:^|[-:_])(?:deploy|release|prod|production)(?:$|[-:_])/i;
var MOST_TEXT = 3e5;






// src/model/code/start-commands.ts
var DEEPEST = 5;
function startedCommands(workload, tree) {
  const { start } = workload;
  if (!start) return [];
  const own = start.script ? start.script.commands.map(({ words: words2, assignments }) => ({ words: words2, assignments, at: start.at })) : [{ words: start.argv.map((word) => word ?? ""), assignments: [], at: start.at }];
  const called = scriptsRunBy(workload, tree).filter((script) => script !== start.script).flatMap(commandsOf);
  return [...own, ...called].flatMap((command) => [command, ...fromPackage(command, workload, tree, 0)]);
}
function commandsOf({ commands, at }) {
  return commands.map(({ words: words2, assignments, start, end }) => ({
    words: words2,
    assignments,
    at: { path: at.path, start: at.start + start, end: at.start + end }
  }));
}
function fromPackage({ words: words2 }, workload, tree, depth) {
  const [program = "", ...rest] = unwrapCommand(words2);
  const script = depth < DEEPEST ? packageScript([program, ...rest], workload, tree) : void 0;
  if (!script) return [];
  const name = rest.filter((word) => word !== null && !word.startsWith("-") && !/^run(?:-script)?$/.test(word))[0];
  const before = name ? packageScript([program, "run", `pre${name}`], workload, tree) : void 0;
  return [before, script].flatMap(
    (one) => (one?.commands ?? []).flatMap(({ words: inner, assignments }) => {
      const command = { words: inner, assignments, at: one?.at ?? script.at };
      return [command, ...fromPackage(command, workload, tree, depth + 1)];
    })
  );
}

// src/model/code/migration-races.ts
var TOOLS = [
  ["alembic upgrade", /^alembic$/, ["upgrade"]],
  ["flask db upgrade", /^flask$/, ["db", "upgrade"]],
  ["aerich upgrade", /^aerich$/, ["upgrade"]],
  ["manage.py migrate", /^(?:manage\.py|django-admin)$/, ["migrate"]],
  ["typeorm migration:run", /^typeorm(?:-ts-node-(?:commonjs|esm))?$/, ["migration:run"]],
  ["sequelize db:migrate", /^sequelize(?:-cli)?$/, ["db:migrate"]]
];


function isSameBuild({ image, workingDirectory }, other) {
  const [path, context] = [image?.dockerfile?.file.path, image?.context?.path];
  if (path === void 0 && image?.name !== other.image?.name) return false;
  return path === other.image?.dockerfile?.file.path && context === other.image?.context?.path && knownValue(workingDirectory) === knownValue(other.workingDirectory);
}
function copiesOf({ replicas, autoscaledFrom }) {
  return knownValue(replicas) ?? knownValue(autoscaledFrom) ?? 1;
}
function waits({ dependsOn }, { name }) {
  return dependsOn.some(({ workload, condition }) => workload === name && condition !== "started");
}
var LOCK = /advisory_?(?:xact_)?lock|\bGET_LOCK\s*\(|\bflock\b|migrations?_?lock|\bsp_getapplock\b|\bredlock\b/i;
var MAY_LOCK = /\.(?:py|sh|[cm]?[jt]s|ya?ml)$|(?:^|\/)Dockerfile[^/]*$/;
function keepsOrder(tree) {
  return tree.files.some(({ path }) => MAY_LOCK.test(path) && LOCK.test(tree.read(path)?.text ?? ""));
}

// src/model/code/migration-runs.ts
var GAP = `["',\\s\\]\\[]+`;
var WORD = `[^"',\\s\\]\\[]+`;

var COMMANDS = {
  prisma: [
    `prisma(?:@[\\w.]+)?${GAP}(?:--?${WORD}${GAP}){0,4}migrate${GAP}(?:deploy|dev|reset)`,
    words("prisma", "db", "push"),
    "prisma:migrate",
    "prisma:deploy"
  ],
  typeorm: ["migrations?:run", "runMigrations"],
  sequelize: ["db:migrate", "umzug"],
  knex: ["migrate:(?:latest|up)"],
  drizzle: [words("drizzle-kit(?:@[\\w.]+)?", "(?:migrate|push)")],
  alembic: [`alembic\\b[^\\n]{0,120}upgrade`, `\\b(?:flask|manage(?:\\.py)?)\\b[^\\n]{0,120}\\bdb${GAP}upgrade`],
  django: [`manage(?:\\.py)?${GAP}(?:${WORD}${GAP}){0,3}migrate`, `django-admin${GAP}[^\\n]{0,80}migrate`],
  flyway: ["flyway"],
  goose: ["goose\\b"],
  dbmate: ["dbmate\\b"],
  "golang-migrate": ["golang-migrate", "migrate/migrate", `migrate\\b[^\\n]{0,160}\\bup\\b`],
  sql: []
};
var ANY = [
  `\\b(?:run|apply|exec|execute|do)[-_\\s:]{0,2}(?:db[-_]?)?migrat`,
  `\\bmigrat(?:e|or|ion)s?(?:[-_:\\s]+(?:run|up|deploy|apply|job|latest|all|db|database|head|hook)|\\.(?:sh|py|js|ts|mjs)\\b)`,
  `\\b(?:db|database|schema|sql|sqlx|diesel|atlas|liquibase|dbmate|goose|flyway|rails|rake|artisan|mix|ef|bytebase|skeema)[-_:./"',\\s]{1,3}(?:\\w+[-_:./"',\\s]{1,3})?migrat(?:e|or|ion)\\b`,
  `\\bmigrat(?:e|or)["']?\\s*(?::|\\]|,|$)`,
  `(?:psql|sqlite3|mysql|mariadb)\\b[^\\n]{0,200}(?:-f\\b|-f\\s|--file|<)`,
  "docker-entrypoint-initdb"
];
var IN_CODE = /\brunMigrations\s*\(|\bmigrationsRun\s*:\s*(?!false)|\bmigrate\s*\.\s*(?:latest|up)\s*\(|\bumzug\b|drizzle-orm\/[\w-]+\/migrator|\bcommand\s*\.\s*upgrade\s*\(|\bcall_command\s*\(\s*['"]migrate|\bgoose\.(?:Up|Run)|\bmigrate\.(?:New|Up)|\.Migrate\(|\b(?:run|apply|execute)_?migrations?\b|\bmigrate_?up\b|migrate['", ]+deploy|\bflyway\b|\bliquibase\b|\bsqlx::migrate!|\bAutoMigrate\b|\bpostgres-migrations\b|\bflask_migrate\s+import\b[^\n]*\bupgrade\b|\bnode-pg-migrate\b|\bdbMigrate\b/i;
var READS_SCRIPTS = /(?:readdir|readFile|glob|listdir|scandir|iterdir|rglob|embed|open)\w*[^\n]{0,120}migrations?\b|migrations?\b[^\n]{0,120}(?:readdir|readFile|glob|listdir|scandir|iterdir|embed)|["'`][^"'`\n]*\.sql["'`]/i;

function isMigrator({ name, image }) {
  return /migrat/i.test(name) || /migrat|flyway|liquibase|dbmate/i.test(image?.name ?? "");
}
function loadsScripts({ mounts, ownFiles }, migrations) {
  const isMounted = mounts.some(({ target, source }) => {
    if (!target.known || !/initdb/.test(target.value)) return false;
    const folder = source?.known ? source.value.replace(/^\.\//, "") : void 0;
    return folder === void 0 || migrations.some((one) => isWithin(folder, one.folder) || isWithin(one.folder, folder));
  });
  return isMounted || ownFiles !== void 0 && JSON.stringify(ownFiles).includes("initdb");
}
var SOURCE = /\.(?:[cm]?[jt]sx?|py|go|java|kt|rb|php|cs|rs|ex|exs)$/i;
function codeRuns(migrations, tree) {
  return tree.files.some(({ path, format }) => {
    if (format !== "source" || !SOURCE.test(path) || isApartFromProduction(path)) return false;
    if (fileName(path) === "env.py" || migrations.some(({ folder }) => isWithin(folder, path))) return false;
    if (/(?:^|\/)(?:migrations?|alembic)\//.test(path)) return false;
    const text = tree.read(path)?.text ?? "";
    return IN_CODE.test(text) || /migrations?|\.sql/i.test(text) && READS_SCRIPTS.test(text);
  });
}
function ignoredMigrations(home, tree) {
  for (const { path } of tree.files) {
    if (fileName(path) !== ".gitignore" || !(isWithin(directoryOf(path), home) || isWithin(home, path))) continue;
    const text = tree.read(path)?.text ?? "";
    const line = /^(?!#|!)[^\s#]*\bmigrations?(?:\/|\/\*\*?(?:\/\*)?|\/\*\.(?:py|sql|ts|js)|\/0\*\.py)?[ \t]*$/m.exec(
      text
    );
    if (line) return { path, start: line.index, end: line.index + line[0].length };
  }
  return void 0;
}

// src/model/code/pushes.ts
var TOOLS2 = {
  prisma: { word: "prisma", pushOf: prismaPush },
  drizzle: { word: "drizzle-kit", pushOf: drizzlePush },
  typeorm: { word: "schema:sync", pushOf: typeormSync }
};

function behind(words2, name) {
  const at = words2.findIndex((word) => name.test(word));
  return at === -1 ? [] : words2.slice(at + 1);
}
function drizzlePush(words2) {
  const rest = behind(words2, /^(?:.*\/)?drizzle-kit(?:@[\w.^~-]+)?$/);
  if (!/^push(?::(?:pg|mysql|sqlite))?$/.test(rest.find((word) => !word.startsWith("-")) ?? "")) return void 0;
  return rest.includes("--force") ? { what: "drizzle-kit push --force", deletes: "columns" } : { what: "drizzle-kit push" };
}
function typeormSync(words2) {
  const [command] = behind(words2, /^(?:.*\/)?typeorm(?:-ts-node-(?:commonjs|esm)|\.js)?(?:@[\w.^~-]+)?$/);
  return command === "schema:sync" ? { what: "typeorm schema:sync" } : void 0;
}
function prismaPush(words2) {
  const rest = behind(words2, /^(?:.*\/)?prisma(?:@[\w.^~-]+)?$/);
  const [first, second] = rest.filter((word) => !word.startsWith("-"));
  if (first === "migrate" && second === "reset") return { what: "prisma migrate reset", deletes: "tables" };
  if (first !== "db" || second !== "push") return void 0;
  if (rest.includes("--force-reset")) return { what: "prisma db push --force-reset", deletes: "tables" };
  return rest.includes("--accept-data-loss") ? { what: "prisma db push --accept-data-loss", deletes: "columns" } : { what: "prisma db push" };
}
function distinct(found) {
  const seen = /* @__PURE__ */ new Set();
  return found.filter(({ at }) => {
    const key = `${at.path}:${at.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

// src/model/code/schema-production.ts





var NO_TEXTS = { texts: [], named: [] };


function runsFrom(folder, { image, pm2, at }) {
  return pm2 ? isNear(joinPath(directoryOf(at.path), pm2.directory ?? "."), folder) : image !== void 0 && isBuiltFrom(folder, image);
}


// src/parse/sql/elements.ts
var CONSTRAINTS = /* @__PURE__ */ new Set([
  ...["not", "null", "default", "primary", "unique", "references", "check", "constraint", "collate", "generated", "as"],
  ...["comment", "auto_increment", "autoincrement", "identity", "on", "charset", "key", "first", "after", "storage"],
  ...["compression", "encode", "rowguidcol", "sparse", "invisible", "visible", "virtual", "stored", "using", "options"]
]);
var OTHERS = /* @__PURE__ */ new Set(["check", "exclude", "like", "period", "fulltext", "spatial", "column"]);





function usedIndex(kind, cursor) {
  take(cursor, "using", "index");
  const name = takeName(cursor);
  return { kind, ...name === void 0 ? {} : { name }, columns: [] };
}


function foreignKey(cursor) {
  const name = isWord(cursor, "(") ? void 0 : takeName(cursor);
  const columns = takeGroup(cursor);
  const references = take(cursor, "references") ? takePath(cursor) : void 0;
  if (!columns || !references) return void 0;
  return {
    kind: "foreign",
    ...name === void 0 ? {} : { name },
    columns: itemsOf(columns).map(indexedColumn),
    references: references.name
  };
}




// src/parse/sql/alterations.ts
function readAlteration(cursor) {
  takeAny(cursor, "foreign");
  if (!take(cursor, "table")) return [];
  take(cursor, "if", "exists");
  take(cursor, "only");
  const table = takePath(cursor)?.name;
  if (table === void 0) return [];
  take(cursor, "*");
  return itemsOf(cursor, cursor.at).flatMap((item) => readAction(item, table));
}
function readAction(cursor, table) {
  const at = spanOf(cursor);
  switch (takeAny(cursor, "add", "drop", "rename", "modify", "change", "alter")) {
    case "add":
      return readAdd(cursor, table);
    case "drop":
      return readDrop(cursor, table);
    case "rename":
      return readRename(cursor, table);
    case "modify":
      take(cursor, "column");
      return changed(readColumn(cursor), table);
    case "change": {
      take(cursor, "column");
      const was = takeName(cursor);
      return was === void 0 ? [] : changed(readColumn(cursor), table, was);
    }
    case "alter":
      return readAlterColumn(cursor, table).map((change) => ({ ...change, at }));
    default:
      return [];
  }
}
function readAdd(cursor, table) {
  const isColumn = take(cursor, "column");
  take(cursor, "if", "not", "exists");
  const group = isWord(cursor, "(") ? takeGroup(cursor) : void 0;
  const items = group ? itemsOf(group) : [{ ...cursor, tokens: cursor.tokens.slice(cursor.at), at: 0 }];
  return items.flatMap((item) => added(isColumn ? readColumn(item) : readElement(item), table));
}
function added({ column, keys }, table) {
  return [
    ...column ? [{ kind: "add-column", table, column, at: column.at }] : [],
    ...keys.map((key) => ({ kind: "add-key", table, key, at: key.at }))
  ];
}
function changed({ column, keys }, table, was = column?.name) {
  if (!column || was === void 0) return [];
  return [
    { kind: "change-column", table, was, column, at: column.at },
    ...keys.map((key) => ({ kind: "add-key", table, key, at: key.at }))
  ];
}
function readDrop(cursor, table) {
  const at = spanOf(cursor);
  if (take(cursor, "primary", "key")) return [{ kind: "drop-primary-key", table, at }];
  const isKey = take(cursor, "foreign", "key") || takeAny(cursor, "constraint", "index", "key", "check") !== void 0;
  if (!isKey) take(cursor, "column");
  take(cursor, "if", "exists");
  const name = takeName(cursor);
  if (name === void 0) return [];
  return [isKey ? { kind: "drop-key", table, name, at } : { kind: "drop-column", table, column: name, at }];
}
function readRename(cursor, table) {
  const at = spanOf(cursor);
  if (takeAny(cursor, "to", "as")) {
    const to2 = takePath(cursor)?.name;
    return to2 === void 0 ? [] : [{ kind: "rename-table", table, to: to2, at }];
  }
  if (takeAny(cursor, "constraint", "index", "key")) return [];
  take(cursor, "column");
  const was = takeName(cursor);
  const to = take(cursor, "to") ? takeName(cursor) : void 0;
  return was === void 0 || to === void 0 ? [] : [{ kind: "change-column", table, was, column: { name: to }, at }];
}
function readAlterColumn(cursor, table) {
  const at = spanOf(cursor);
  take(cursor, "column");
  const was = takeName(cursor);
  const column = alteredColumn(cursor);
  return was === void 0 || !column ? [] : [{ kind: "change-column", table, was, column, at }];
}
function alteredColumn(cursor) {
  if (take(cursor, "set", "data", "type") || take(cursor, "type")) return { type: readType(cursor) };
  if (take(cursor, "set", "not", "null")) return { nullable: false };
  return take(cursor, "drop", "not", "null") ? { nullable: true } : void 0;
}

// src/parse/sql/definitions.ts

var TABLE_KINDS = ["unlogged", "foreign", "external"];



function readDrop2(cursor) {
  const what = takeAny(cursor, "table", "index");
  if (what === void 0) return [];
  const at = spanOf(cursor);
  take(cursor, "concurrently");
  take(cursor, "if", "exists");
  return itemsOf(cursor, cursor.at).flatMap((item) => {
    const path = takePath(item);
    if (!path) return [];
    if (what === "table") return [{ kind: "drop-table", table: path.name, at }];
    const table = take(item, "on") ? takePath(item)?.name : void 0;
    return [{ kind: "drop-key", name: path.name, ...table === void 0 ? {} : { table }, at }];
  });
}

// src/parse/sql.ts
var INTERESTING = /(?:create|alter|drop)\b/iy;


// src/model/code/field-types.ts
var SQL_TYPES = [
  [/^(?:float|double|real|float4|float8|binary_float|binary_double)\b/, "float"],
  [/^(?:decimal|dec|numeric|number|fixed|money|smallmoney)\b/, "decimal"],
  [/^(?:big|small|medium|tiny)?int(?:eger)?\d?\b|^int\d|^(?:big|small)?serial\d?\b|^year\b|^oid\b/, "integer"],
  [/^(?:timestamp|timestamptz|date|datetime\d?|smalldatetime|datetimeoffset)\b/, "date"],
  [/^(?:bool|boolean|bit)\b/, "boolean"],
  [/^jsonb?\b/, "json"],
  [/^(?:uuid|uniqueidentifier)\b/, "uuid"],
  [/^(?:bytea|(?:tiny|medium|long)?blob|(?:var)?binary|image|raw)\b/, "binary"],
  [/^enum\b|^set\b/, "enum"],
  [/^(?:n?(?:var)?char|bpchar|character|(?:tiny|medium|long|ci|n)?text|string|clob|name|varchar2|citext)/, "text"]
];
function sqlFieldType(written) {
  const type = written.toLowerCase().replace(/^pg_catalog\./, "");
  if (type.endsWith("]")) return "other";
  return SQL_TYPES.find(([pattern]) => pattern.test(type))?.[1] ?? "other";
}
var PRISMA_TYPES = /* @__PURE__ */ new Map([
  ["String", "text"],
  ["Boolean", "boolean"],
  ["Int", "integer"],
  ["BigInt", "integer"],
  ["Float", "float"],
  ["Decimal", "decimal"],
  ["DateTime", "date"],
  ["Json", "json"],
  ["Bytes", "binary"],
  ["Unsupported", "other"]
]);
function prismaFieldType(name) {
  return PRISMA_TYPES.get(name);
}

// src/parse/prisma/tokens.ts
var MOST_PROBLEMS = 1e3;
var TOKEN = /([ \t\r\f\v\u00a0]+|\/\/[^\n]*)|(\n)|([\p{L}_][\p{L}\p{N}_-]*)|"((?:[^"\\\n]|\\[^\n])*)"|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(@@|[@{}()[\],:?=.])/uy;
var ESCAPES = { n: "\n", r: "\r", t: "	" };
function prismaTokens(source, problems) {
  const { text } = source;
  const tokens = [];
  let at = 0;
  const push = (kind, written, end) => {
    tokens.push({ kind, text: written, start: at, end });
    at = end;
  };
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found) {
      const [whole, blank, newline, word, string, number] = found;
      const end = at + whole.length;
      if (blank !== void 0) at = end;
      else if (newline !== void 0) push("newline", newline, end);
      else if (word !== void 0) push("word", word, end);
      else if (string !== void 0) push("string", unescaped(string), end);
      else push(number !== void 0 ? "number" : "mark", whole, end);
    } else if (text.startsWith("/*", at)) {
      const close = text.indexOf("*/", at + 2);
      if (close === -1) complain(problems, { path: source.path, start: at, end: at + 2 }, "The comment is not closed");
      at = close === -1 ? text.length : close + 2;
    } else if (text[at] === '"') {
      const end = lineEnd(text, at);
      complain(problems, { path: source.path, start: at, end }, "The string is not closed");
      push("string", text.slice(at + 1, end), end);
    } else push("stray", text[at] ?? "", at + 1);
  }
  return tokens;
}
function lineEnd(text, at) {
  const newline = text.indexOf("\n", at);
  const end = newline === -1 ? text.length : newline;
  return text[end - 1] === "\r" && end - 1 > at ? end - 1 : end;
}
function unescaped(text) {
  return text.includes("\\") ? text.replace(/\\(.)/gu, (_, character) => ESCAPES[character] ?? character) : text;
}
function complain(problems, at, message) {
  if (problems.length < MOST_PROBLEMS) problems.push({ at, message, kind: "syntax" });
}

// src/parse/prisma/values.ts
var DEEPEST2 = 50;
function readArguments(cursor, depth) {
  return readItems(cursor, ")", () => {
    const next = cursor.tokens[cursor.at + 1];
    const name = current(cursor)?.kind === "word" && next?.kind === "mark" && next.text === ":" ? current(cursor)?.text : void 0;
    if (name !== void 0) {
      cursor.at += 2;
      skipNewlines(cursor);
    }
    const value = readValue(cursor, depth + 1);
    return value && { ...name === void 0 ? {} : { name }, value };
  });
}
function readValue(cursor, depth) {
  const token = current(cursor);
  if (token === void 0 || depth > DEEPEST2) return void 0;
  if (token.kind === "string" || token.kind === "number") {
    cursor.at++;
    return { kind: token.kind, text: token.text, at: spanFrom(cursor, token.start) };
  }
  if (token.kind === "word") {
    const text = readPath(cursor);
    if (!isAt(cursor, "(")) return { kind: "name", text, at: spanFrom(cursor, token.start) };
    const given = readArguments(cursor, depth);
    return { kind: "call", name: text, arguments: given, at: spanFrom(cursor, token.start) };
  }
  if (!isAt(cursor, "[")) return void 0;
  const items = readItems(cursor, "]", () => readValue(cursor, depth + 1));
  return { kind: "list", items, at: spanFrom(cursor, token.start) };
}
function readItems(cursor, close, read) {
  const start = current(cursor)?.start ?? 0;
  cursor.at++;
  const items = [];
  let end = cursor.at;
  for (; ; ) {
    skipNewlines(cursor);
    if (isAt(cursor, close)) {
      cursor.at++;
      return items;
    }
    const item = read();
    if (item === void 0) break;
    items.push(item);
    end = cursor.at;
    skipNewlines(cursor);
    if (isAt(cursor, ",")) cursor.at++;
    else if (!isAt(cursor, close)) break;
  }
  cursor.at = end;
  const message = close === ")" ? "The bracket ( is not closed" : "The bracket [ is not closed";
  complain(cursor.problems, spanFrom(cursor, start), message);
  return items;
}
function skipNewlines(cursor) {
  while (current(cursor)?.kind === "newline") cursor.at++;
}

// src/parse/prisma/blocks.ts
var KINDS = /* @__PURE__ */ new Set(["model", "view", "type", "enum", "datasource", "generator"]);
function readBlocks(tokens, path, problems) {
  const cursor = { tokens, path, problems, at: 0 };
  const blocks = [];
  while (cursor.at < tokens.length) {
    if (current(cursor)?.kind === "newline") cursor.at++;
    else if (opensBlock(cursor)) blocks.push(readBlock(cursor));
    else skipLine(cursor, "This stands in no block");
  }
  return blocks;
}
function current({ tokens, at }) {
  return tokens[at];
}
function isAt(cursor, mark) {
  const token = current(cursor);
  return token?.kind === "mark" && token.text === mark;
}
function spanFrom(cursor, start) {
  return { path: cursor.path, start, end: cursor.tokens[cursor.at - 1]?.end ?? start };
}
function opensBlock({ tokens, at }) {
  const [keyword, name, brace] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const before = tokens[at - 1];
  return (before === void 0 || before.kind === "newline" || before.text === "}") && keyword?.kind === "word" && KINDS.has(keyword.text) && name?.kind === "word" && brace?.kind === "mark" && brace.text === "{";
}
function readBlock(cursor) {
  const [keyword, name] = [cursor.tokens[cursor.at], cursor.tokens[cursor.at + 1]];
  const start = keyword?.start ?? 0;
  const kind = keyword?.text ?? "model";
  const nameAt = { path: cursor.path, start: name?.start ?? start, end: name?.end ?? start };
  cursor.at += 3;
  const fields = [];
  const attributes = [];
  const settings = [];
  for (; ; ) {
    const token = current(cursor);
    if (token === void 0 || opensBlock(cursor)) {
      complain(cursor.problems, nameAt, `The block ${name?.text} is not closed`);
      break;
    }
    if (token.kind === "newline") cursor.at++;
    else if (isAt(cursor, "}")) {
      cursor.at++;
      break;
    } else if (isAt(cursor, "@@")) attributes.push(readAttribute(cursor));
    else if (token.kind === "word") readMember(cursor, kind, fields, settings);
    else skipLine(cursor, `${token.text} begins no field`);
  }
  return { kind, name: name?.text ?? "", fields, attributes, settings, at: spanFrom(cursor, start), nameAt };
}
function readMember(cursor, kind, fields, settings) {
  if (kind === "datasource" || kind === "generator") {
    const setting = readSetting(cursor);
    if (setting) settings.push(setting);
  } else fields.push(readField(cursor, kind === "enum"));
  if (!isAt(cursor, "}") && current(cursor)?.kind !== "newline" && current(cursor)) {
    skipLine(cursor, "This does not belong to the field before it");
  }
}
function readSetting(cursor) {
  const name = current(cursor);
  cursor.at++;
  if (!name || !isAt(cursor, "=")) return void 0;
  cursor.at++;
  const value = readValue(cursor, 0);
  return value && { name: name.text, value, at: spanFrom(cursor, name.start) };
}
function readField(cursor, isValue) {
  const name = current(cursor);
  const start = name?.start ?? 0;
  cursor.at++;
  const type = isValue ? { list: false, optional: false } : readType2(cursor);
  const attributes = [];
  while (isAt(cursor, "@")) attributes.push(readAttribute(cursor));
  return {
    name: name?.text ?? "",
    ...type,
    attributes,
    at: spanFrom(cursor, start),
    nameAt: { path: cursor.path, start, end: name?.end ?? start }
  };
}
function readType2(cursor) {
  if (isAt(cursor, ":")) cursor.at++;
  const token = current(cursor);
  if (token?.kind !== "word") {
    const at = cursor.tokens[cursor.at - 1];
    complain(cursor.problems, { path: cursor.path, start: at?.start ?? 0, end: at?.end ?? 0 }, "The field has no type");
    return { list: false, optional: false };
  }
  cursor.at++;
  const given = token.text === "Unsupported" && isAt(cursor, "(") ? readArguments(cursor, 0) : [];
  const [inner] = given;
  const unsupported = inner?.value.kind === "string" ? { unsupported: inner.value.text } : {};
  let list = false;
  let optional = false;
  for (; ; ) {
    if (isAt(cursor, "?")) optional = true;
    else if (isAt(cursor, "[") && cursor.tokens[cursor.at + 1]?.text === "]") {
      list = true;
      cursor.at++;
    } else return { type: token.text, ...unsupported, list, optional };
    cursor.at++;
  }
}
function readAttribute(cursor) {
  const start = current(cursor)?.start ?? 0;
  cursor.at++;
  const name = readPath(cursor);
  if (name === "") complain(cursor.problems, spanFrom(cursor, start), "The attribute has no name");
  const given = isAt(cursor, "(") ? readArguments(cursor, 0) : [];
  return { name, arguments: given, at: spanFrom(cursor, start) };
}
function readPath(cursor) {
  const parts = [];
  while (current(cursor)?.kind === "word") {
    parts.push(current(cursor)?.text ?? "");
    cursor.at++;
    if (!isAt(cursor, ".") || cursor.tokens[cursor.at + 1]?.kind !== "word") break;
    cursor.at++;
  }
  return parts.join(".");
}
function skipLine(cursor, message) {
  const start = current(cursor)?.start ?? 0;
  while (cursor.at < cursor.tokens.length && current(cursor)?.kind !== "newline" && !isAt(cursor, "}")) cursor.at++;
  if (cursor.tokens[cursor.at]?.start === start) cursor.at++;
  complain(cursor.problems, spanFrom(cursor, start), message);
}

// src/parse/prisma.ts
function parsePrisma(source) {
  const problems = [];
  const tokens = prismaTokens(source, problems);
  return { path: source.path, blocks: readBlocks(tokens, source.path, problems), problems };
}
function argumentOf({ arguments: given }, name, orFirst = false) {
  const named = given.find((argument) => argument.name === name);
  return (named ?? (orFirst ? given.find((argument) => argument.name === void 0) : void 0))?.value;
}

module.exports = {
  parseSql,
  sqlFieldType,
  prismaFieldType,
  deployTextsOf,
  isDeployed,
  startedCommands,
  withWeights,
  withDeployment,
  isInProduction,
  runsFrom,
  parsePrisma,
  argumentOf
};
