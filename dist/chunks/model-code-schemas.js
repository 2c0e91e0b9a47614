"use strict";

// src/model/code/prisma-schemas.ts
var prismaSchemas = (function prismaSchemas(tree) {
  const paths = tree.files.map(({ path }) => path).filter((path) => path.endsWith(".prisma") && !isApartFromProduction(path));
  const files = paths.flatMap((path) => {
    const source = tree.read(path);
    return source ? [parsePrisma(source)] : [];
  });
  const folders = configuredFolders(files, tree);
  const roots = files.filter(({ blocks }) => blocks.some(({ kind }) => kind === "datasource"));
  return roots.flatMap((root) => {
    const members = files.filter(
      (file) => file === root || !roots.includes(file) && rootOf(file, roots, folders) === root
    );
    const { dialect, entities } = prismaModels([root, ...members.filter((file) => file !== root)]);
    const [first] = root.blocks;
    if (entities.length === 0 || !first) return [];
    const broken = members.filter(({ problems }) => problems.length > 0);
    const base = directoryOf(root.path);
    return {
      source: "prisma",
      name: root.path,
      dialect,
      entities,
      at: first.at,
      files: members.map(({ path }) => path).sort(),
      broken: broken.map(({ path, problems }) => ({ path, problems })),
      // With several files it may lie beside their folder.
      migrationFolders: [joinPath(base, "migrations"), joinPath(base, "../migrations")]
    };
  });
});
var configuredFolders = (function configuredFolders(files, tree) {
  if (files.length < 2) return [];
  return tree.files.flatMap(({ path, format }) => {
    const text = format === "package-json" ? tree.read(path)?.text : void 0;
    const written = text && /"prisma"\s*:\s*\{[^{}]*"schema"\s*:\s*"([^"\\]+)"/.exec(text)?.[1];
    return written && fileName(written).indexOf(".prisma") === -1 ? [joinPath(directoryOf(path), written)] : [];
  });
});

// src/model/code/sql-folders.ts
var sqlFolders = (function sqlFolders(tree) {
  const folders = /* @__PURE__ */ new Map();
  for (const { path } of tree.files) {
    if (!/\.sql$/i.test(path) || NOT_APPLIED.test(fileName(path)) || isApartFromProduction(path)) continue;
    const folder = folderOf(path);
    const files = folders.get(folder) ?? [];
    if (files.length < MOST_FILES) files.push(path);
    folders.set(folder, files);
  }
  return [...folders].flatMap(([folder, files]) => readFolder(folder, files, tree) ?? []);
});
var folderOf = (function folderOf(path) {
  const parts = directoryOf(path).split("/");
  const root = parts.findLastIndex((part) => ROOTS.has(part.toLowerCase()));
  return root === -1 ? parts.join("/") : parts.slice(0, root + 1).join("/");
});
var readFolder = (function readFolder(folder, files, tree) {
  const order = [...files].sort(byNumbers);
  const texts = order.flatMap((path) => {
    const source = tree.read(path);
    return source && SHOWS_TABLES.test(source.text) ? [withoutDown(source)] : [];
  });
  const read = texts.map((source) => parseSql(source));
  const changes = read.flatMap((file) => file.changes);
  const broken = read.filter(({ problems }) => problems.length > 0).map(({ path, problems }) => ({ path, problems }));
  if (changes.length === 0 && broken.length === 0) return void 0;
  const dialect = read.some(({ mysql }) => mysql) ? "mysql" : dialectOf(texts);
  return { folder, tool: toolOf(folder, texts, tree), files: read.map(({ path }) => path), changes, dialect, broken };
});
var withoutDown = (function withoutDown(source) {
  const down = DOWN.exec(source.text);
  return down ? { ...source, text: source.text.slice(0, down.index) } : source;
});
var dialectOf = (function dialectOf(texts) {
  const found = SIGNS.filter(([, sign]) => texts.some(({ text }) => sign.test(text.slice(0, 2e5))));
  return found.length === 1 ? found[0]?.[0] ?? "unknown" : "unknown";
});
var toolOf = (function toolOf(folder, texts, tree) {
  const some = (pattern) => texts.some(({ path }) => pattern.test(path));
  if (tree.exists(`${folder}/migration_lock.toml`) || some(/\/\d{14}_[^/]*\/migration\.sql$/)) return "prisma";
  if (tree.exists(`${folder}/meta/_journal.json`)) return "drizzle";
  if (some(/(?:^|\/)[VR]\d*[\d._]*__[^/]*\.sql$/)) return "flyway";
  if (some(/\.up\.sql$/)) return "golang-migrate";
  const says = (pattern) => texts.some(({ text }) => pattern.test(text.slice(0, 5e3)));
  if (says(/^[ \t]*--[ \t]*\+goose[ \t]+up/im)) return "goose";
  return says(/^[ \t]*--[ \t]*migrate:up/im) ? "dbmate" : "sql";
});

// src/model/code/sql-tables.ts
var applyChanges = (function applyChanges(changes) {
  const tables = /* @__PURE__ */ new Map();
  for (const change of changes) applyChange(tables, change);
  return tables;
});
var applyChange = (function applyChange(tables, change) {
  switch (change.kind) {
    case "create-table":
      createTable(tables, change);
      break;
    case "drop-table":
      tables.delete(keyOf(change.table));
      break;
    case "rename-table":
      renameTable(tables, change.table, change.to);
      break;
    case "drop-key":
      dropKey(tables, change.name, change.table);
      break;
    default:
      changeTable(tableOf(tables, change.table, change.at), change);
  }
});
var keyOf = (function keyOf(name) {
  return name.toLowerCase();
});
var createTable = (function createTable(tables, { table, unlessThere }) {
  const before = tables.get(keyOf(table.name));
  if (before?.created && unlessThere) return;
  tables.set(keyOf(table.name), {
    name: table.name,
    at: table.at,
    columns: new Map(table.columns.map((column) => [keyOf(column.name), column])),
    keys: [...before?.created === false ? before.keys : [], ...table.keys],
    created: true
  });
});
var tableOf = (function tableOf(tables, name, at) {
  const found = tables.get(keyOf(name));
  if (found) return found;
  const fresh = { name, at, columns: /* @__PURE__ */ new Map(), keys: [], created: false };
  tables.set(keyOf(name), fresh);
  return fresh;
});
var changeTable = (function changeTable(table, change) {
  switch (change.kind) {
    case "add-column":
      table.columns.set(keyOf(change.column.name), change.column);
      break;
    case "change-column":
      changeColumn(table, change.was, change.column);
      break;
    case "drop-column": {
      const dropped = keyOf(change.column);
      table.columns.delete(dropped);
      table.keys = table.keys.filter((key) => !key.columns.some((column) => column !== null && keyOf(column) === dropped));
      break;
    }
    case "drop-primary-key":
      table.keys = table.keys.filter(({ kind }) => kind !== "primary");
      break;
    case "add-key":
      table.keys.push(change.key);
  }
});
var indexesOf = (function indexesOf(keys) {
  return keys.filter(({ kind, method }) => kind !== "foreign" && !/^(?:gin|gist|spgist|fulltext)$/.test(method ?? "")).map(({ columns }) => columns);
});

// src/model/code/schemas.ts
var schemasOf = (function schemasOf(tree, production, inCode) {
  const packageOf = packageFinder(tree);
  const folders = sqlFolders(tree).map((folder) => ({ ...folder, tables: applyChanges(folder.changes) }));
  const declared = [...prismaSchemas(tree), ...inCode];
  const owners = new Map(folders.map((folder) => [folder, ownersOf(folder, declared, packageOf)]));
  const fallback = dialectOfServers(production);
  const found = [
    ...declared.map((schema) => {
      const own = folders.filter((folder) => owners.get(folder)?.includes(schema));
      return finished(schema, own, packageOf(schema.at.path), fallback);
    }),
    ...byPackage(
      folders.filter((folder) => owners.get(folder)?.length === 0),
      packageOf
    ).map(([folder, own]) => plainSchema(folder, own, fallback))
  ];
  const schemas = withDeployment(
    withWeights(
      found.filter(({ entities }) => entities.length > 0),
      production
    ),
    tree,
    production
  );
  const broken = [...declared, ...folders].flatMap((one) => one.broken);
  return { schemas, unreadable: broken.map((file) => unreadable(file, packageOf(file.path), production)) };
});
var ownersOf = (function ownersOf(folder, declared, packageOf) {
  const beside = declared.filter((schema) => schema.migrationFolders.includes(folder.folder));
  if (beside.length > 0) return beside;
  const home = packageOf(folder.files[0] ?? folder.folder);
  const shared = declared.map((schema) => ({
    schema,
    count: schema.entities.filter(({ table }) => folder.tables.has(table.toLowerCase())).length
  })).filter(({ count }) => count > 0);
  const near = shared.filter(({ schema }) => packageOf(schema.at.path) === home);
  if (near.length > 0) return near.map(({ schema }) => schema);
  return shared.filter(({ count }) => count * 2 >= folder.tables.size).map(({ schema }) => schema);
});
var finished = (function finished(schema, folders, home, fallback) {
  const dialect = [schema.dialect, ...folders.map((one) => one.dialect), fallback].find((one) => one !== "unknown");
  const { source, name, at, synchronisations } = schema;
  return {
    id: source === "prisma" ? `schema:${name}` : `schema:${name}#${source}`,
    source,
    name,
    folder: home,
    dialect: dialect ?? "unknown",
    entities: schema.entities.map((entity) => withIndexes(entity, folders)),
    migrations: [...schema.migrations ?? [], ...folders.map(migrationsOf)],
    synchronisations: synchronisations?.found ?? [],
    ...synchronisations?.unknown ? { undecided: synchronisations.unknown } : {},
    ...synchronisations?.made ? { made: synchronisations.made } : {},
    at,
    files: [.../* @__PURE__ */ new Set([...schema.files, ...folders.flatMap((folder) => folder.files)])]
  };
});
var withIndexes = (function withIndexes(entity, folders) {
  const made = folders.flatMap(({ tables }) => indexesOf(tables.get(entity.table.toLowerCase())?.keys ?? []));
  return made.length === 0 ? entity : { ...entity, indexes: [...entity.indexes, ...made] };
});
var migrationsOf = (function migrationsOf({ tool, folder, files }) {
  return { tool, folder, files, at: { path: files[0] ?? folder, start: 0, end: 0 } };
});
var byPackage = (function byPackage(folders, packageOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const folder of folders) {
    const home = packageOf(folder.files[0] ?? folder.folder);
    groups.set(home, [...groups.get(home) ?? [], folder]);
  }
  return [...groups];
});
var dialectOfServers = (function dialectOfServers({ workloads, connections }) {
  const words = [
    ...workloads.map(({ software }) => software?.speaks ?? software?.id ?? ""),
    ...connections.map(({ scheme }) => scheme ?? "")
  ];
  const found = new Set(words.flatMap(dialectOfWord));
  const [only] = found;
  return found.size === 1 && only ? only : "unknown";
});
var dialectOfWord = (function dialectOfWord(word) {
  if (/^postgres/.test(word)) return ["postgresql"];
  if (/^(?:mysql|mariadb)/.test(word)) return ["mysql"];
  return /^(?:mssql|sqlserver)/.test(word) ? ["sqlserver"] : [];
});
const {
  argumentOf,
  isInProduction,
  parsePrisma,
  parseSql,
  prismaFieldType,
  sqlFieldType,
  withDeployment,
  withWeights
} = require("./chunk-45AMLYF6.js");
require("./chunk-HEA5DXEA.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  directoryOf,
  fileName,
  isApartFromProduction,
  isWithin,
  joinPath,
  packageFinder
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/code/prisma-entities.ts
var DIALECTS = /* @__PURE__ */ new Map([
  ["postgresql", "postgresql"],
  ["postgres", "postgresql"],
  ["mysql", "mysql"],
  ["sqlite", "sqlite"],
  ["sqlserver", "sqlserver"],
  ["cockroachdb", "cockroachdb"],
  ["mongodb", "mongodb"]
]);
function prismaModels(files) {
  const blocks = /* @__PURE__ */ new Map();
  for (const block of files.flatMap((file) => file.blocks)) {
    const key = block.kind === "datasource" || block.kind === "generator" ? `${block.kind} ${block.name}` : block.name;
    if (!blocks.has(key)) blocks.set(key, block);
  }
  const all = [...blocks.values()];
  const source = all.find(({ kind }) => kind === "datasource");
  const dialect = DIALECTS.get(settingOf(source, "provider") ?? "") ?? "unknown";
  const indexed = dialect === "mysql" && settingOf(source, "relationMode") !== "prisma";
  const kinds = new Map(all.map((block) => [block.name, block.kind]));
  const models = all.filter(({ kind }) => kind === "model");
  return { dialect, entities: models.map((model) => entityFrom(model, kinds, indexed)) };
}
function settingOf(block, name) {
  const value = block?.settings.find((setting) => setting.name === name)?.value;
  return value?.kind === "string" ? value.text : void 0;
}
function entityFrom(model, kinds, indexed) {
  const columns = new Map(model.fields.map((field) => [field.name, mapped(field.attributes) ?? field.name]));
  const listed = (attribute) => columnsOf(argumentOf(attribute, "fields", true), columns);
  const unique = [
    ...model.fields.filter(({ attributes }) => attributes.some(({ name }) => name === "id" || name === "unique")).map(({ name }) => [columns.get(name) ?? name]),
    ...model.attributes.filter(({ name }) => name === "id" || name === "unique").map(listed)
  ];
  return {
    name: model.name,
    table: mapped(model.attributes) ?? model.name,
    fields: model.fields.map((field) => fieldFrom(field, kinds, columns)),
    foreignKeys: model.fields.flatMap((field) => foreignKeyOf(field, columns, indexed)),
    uniqueKeys: unique,
    indexes: [...unique, ...model.attributes.filter(({ name }) => name === "index").map(listed)],
    at: model.nameAt
  };
}
function fieldFrom(field, kinds, columns) {
  const { name, type = "", list, optional, nameAt } = field;
  const native = field.attributes.find((attribute) => attribute.name.startsWith("db."));
  const written = `${type}${list ? "[]" : ""}${native ? ` @${native.name}` : ""}`;
  const base = { name, written, nullable: optional, at: nameAt };
  const kind = kinds.get(type);
  if (kind === "model" || kind === "view") return { ...base, type: "relation", relation: { entity: type, many: list } };
  const scalar = kind === "enum" ? "enum" : prismaFieldType(type) ?? "other";
  return { ...base, column: columns.get(name) ?? name, type: list ? "other" : scalar };
}
function mapped(attributes) {
  const attribute = attributes.find(({ name }) => name === "map");
  const value = attribute && argumentOf(attribute, "name", true);
  return value?.kind === "string" ? value.text : void 0;
}
function columnsOf(value, columns) {
  if (value?.kind !== "list") return [];
  return value.items.flatMap((item) => {
    const name = item.kind === "call" ? item.name : item.kind === "name" ? item.text : void 0;
    return name === void 0 ? [] : [columns.get(name) ?? name];
  });
}
function foreignKeyOf({ type = "", attributes, at }, columns, indexed) {
  const relation = attributes.find(({ name }) => name === "relation");
  const own = relation ? columnsOf(argumentOf(relation, "fields"), columns) : [];
  return own.length > 0 ? [{ columns: own, entity: type, indexed, at }] : [];
}

// src/model/code/prisma-schemas.ts


function rootOf(file, roots, folders) {
  const folder = folders.find((one) => isWithin(one, file.path));
  const configured = folder === void 0 ? void 0 : roots.find((root) => isWithin(folder, root.path));
  if (configured) return configured;
  return roots.filter((root) => isWithin(directoryOf(root.path), file.path)).sort((one, other) => other.path.split("/").length - one.path.split("/").length)[0];
}

// src/model/code/sql-folders.ts
var MOST_FILES = 3e3;
var NOT_APPLIED = /(?:\.down|[._-]down|[._-]rollback|[._-]undo|^down|^rollback|^U\d[\w.]*__.*|^(?:seed|mock|sample|demo|test)s?\b.*|.*[._-]seeds?)\.sql$/i;
var DOWN = /^[ \t]*(?:--[ \t]*\+(?:goose|migrate)[ \t]+down\b|--[ \t]*migrate:down\b|--[ \t]*down[ \t]+migration\b|(?:--|#)[ \t]*-*[ \t]*!downs\b|--[ \t]*\/\/[ \t]*@undo\b|--rollback\b)/im;
var SHOWS_TABLES = /\b(?:create|alter|drop)\s+(?:\w+\s+){0,3}(?:table|index)\b/i;
var ROOTS = /* @__PURE__ */ new Set(["migrations", "migration", "migrate", "versions", "schema", "sql", "initdb", "ddl", "drizzle"]);



function byNumbers(one, other) {
  const [a, b] = [one.split(/(\d+)/), other.split(/(\d+)/)];
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    const [left = "", right = ""] = [a[index], b[index]];
    if (left === right) continue;
    const difference = index % 2 === 1 ? Number(left) - Number(right) : 0;
    return difference || (left < right ? -1 : 1);
  }
  return a.length - b.length;
}

var SIGNS = [
  [
    "postgresql",
    /\b(?:big|small)?serial\b|\btimestamptz\b|\bjsonb\b|\$\$|::\w|\bbytea\b|\bcreate\s+extension\b|\busing\s+(?:gin|gist|btree)\b|\bgenerated\s+(?:always|by\s+default)\s+as\s+identity\b|\bgen_random_uuid\b|\bcreate\s+type\b|\bowner\s+to\b|\bconcurrently\b/i
  ],
  ["sqlite", /\bautoincrement\b|\bwithout\s+rowid\b|^[ \t]*pragma[ \t]/im],
  ["sqlserver", /\bidentity\s*\(\s*\d|\bnvarchar\b|^[ \t]*go[ \t]*$|\buniqueidentifier\b|\[dbo\]/im],
  ["oracle", /\bvarchar2\b|\bnumber\s*\(\s*\d/i]
];



// src/model/code/sql-tables.ts





function renameTable(tables, name, to) {
  const table = tables.get(keyOf(name));
  if (!table) return;
  tables.delete(keyOf(name));
  table.name = to;
  tables.set(keyOf(to), table);
  for (const other of tables.values()) {
    other.keys = other.keys.map(
      (key) => key.references !== void 0 && keyOf(key.references) === keyOf(name) ? { ...key, references: to } : key
    );
  }
}
function dropKey(tables, name, of) {
  for (const table of of === void 0 ? tables.values() : [tables.get(keyOf(of))]) {
    if (table) table.keys = table.keys.filter((key) => key.name === void 0 || keyOf(key.name) !== keyOf(name));
  }
}

function changeColumn(table, was, column) {
  const before = table.columns.get(keyOf(was));
  if (!before) return;
  const name = column.name ?? before.name;
  table.columns.delete(keyOf(was));
  table.columns.set(keyOf(name), { ...before, ...column, at: before.at });
  if (keyOf(name) === keyOf(was)) return;
  const renamed = (one) => one !== null && keyOf(one) === keyOf(was) ? name : one;
  table.keys = table.keys.map((key) => ({ ...key, columns: key.columns.map(renamed) }));
}
function entitiesOf(tables, indexed) {
  return [...tables.values()].filter(({ created }) => created).map((table) => entityFrom2(table, indexed));
}
function entityFrom2({ name, columns, keys, at }, indexed) {
  return {
    name,
    table: name,
    fields: [...columns.values()].map((column) => ({
      name: column.name,
      column: column.name,
      type: sqlFieldType(column.type),
      written: column.type,
      nullable: column.nullable,
      at: column.at
    })),
    foreignKeys: keys.flatMap(
      (key) => key.kind === "foreign" && key.references !== void 0 ? [{ columns: known(key), entity: key.references, indexed, at: key.at }] : []
    ),
    uniqueKeys: keys.filter(isUnique).map(known),
    indexes: indexesOf(keys),
    at
  };
}
function isUnique({ kind, partial, columns }) {
  return (kind === "primary" || kind === "unique") && partial !== true && !columns.includes(null) && columns.length > 0;
}
function known({ columns }) {
  return columns.filter((column) => column !== null);
}


// src/model/code/schemas.ts






function plainSchema(home, folders, fallback) {
  const dialect = [...folders.map((one) => one.dialect), fallback].find((one) => one !== "unknown") ?? "unknown";
  const entities = /* @__PURE__ */ new Map();
  for (const entity of folders.flatMap(({ tables }) => entitiesOf(tables, dialect === "mysql"))) {
    const key = entity.table.toLowerCase();
    if (!entities.has(key)) entities.set(key, withIndexes(entity, folders));
  }
  const first = [...entities.values()][0]?.at;
  const [folder] = folders;
  return {
    id: `schema:${folder?.folder ?? home}`,
    source: "sql",
    name: folder?.folder ?? home,
    folder: home,
    dialect,
    entities: [...entities.values()],
    migrations: folders.map(migrationsOf),
    synchronisations: [],
    at: first ?? { path: folder?.files[0] ?? home, start: 0, end: 0 },
    files: folders.flatMap(({ files }) => files)
  };
}


function unreadable({ path, problems }, folder, production) {
  return { path, format: "source", production: isInProduction({ folder }, production), problems, mayDeclare: 1 };
}
module.exports = {
  house: runAudit,
  schemasOf
};
