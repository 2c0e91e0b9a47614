"use strict";

// src/model/datastore/database-uses.ts
var databaseUsesOf = (function databaseUsesOf(context, tree) {
  const uses = [];
  let texts;
  for (const [server, connections] of connectionsByServer(context)) {
    const given = givenBy(server);
    if (!given) continue;
    const scripts = containerFilesOf(server, tree).match(`${INITIAL}/*`);
    for (const connection of connections) {
      const { database: name = "" } = connection;
      const use = { server, name, connection, given: given.names };
      if ([...given.names, ...given.always].some((one) => isSame(one, name))) {
        uses.push({ ...use, made: true });
        continue;
      }
      if (mayHold(server, context)) continue;
      let made = initialised(server, name, scripts);
      if (made === false) {
        texts ??= textsThatMake(tree);
        const others = texts.filter(({ path }) => !scripts.files.some(({ source }) => source.path === path));
        made = madeElsewhere(name, connection, others, context);
      }
      uses.push({ ...use, made });
    }
  }
  return uses;
});
var connectionsByServer = (function connectionsByServer({ connections, services }) {
  const found = /* @__PURE__ */ new Map();
  for (const connection of connections) {
    const { to, from, database } = connection;
    if (!to || database === void 0 || !/^\w[\w-]*$/.test(database) || !isWritten(connection)) continue;
    if (!ENGINES.has(to.software?.id ?? "") || !OFFICIAL.has(to.distribution?.id ?? "")) continue;
    if (!to.longRunning || to.clientOf || to.pod?.operator) continue;
    if (!services.some((service) => service.workloads.some(({ id }) => id === from.id))) continue;
    const others = found.get(to);
    if (others) others.push(connection);
    else found.set(to, [connection]);
  }
  return found;
});
var isWritten = (function isWritten({ from, database = "" }) {
  return [...from.environment.values()].some(({ value, raw }) => {
    const text = value.known ? value.value : (raw ?? "").replace(/\$\{[^}]*\}?/g, "");
    return text === database || text.includes(`/${database}`) || new RegExp(`\\b(?:dbname|database)=${database}\\b`, "i").test(text);
  });
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  containerFilesOf,
  knownValue,
  partOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/datastore/database-uses.ts
var OFFICIAL = /* @__PURE__ */ new Set(["official", "postgis", "pgvector", "timescale"]);
var ENGINES = /* @__PURE__ */ new Set(["postgres", "mysql", "mariadb"]);
var ALWAYS = {
  postgres: ["postgres", "template0", "template1"],
  mysql: ["mysql", "information_schema", "performance_schema", "sys", "test"]
};
var MAKERS = /^(?:@?prisma\b|@mikro-orm\/|@payloadcms\/|typeorm-extension|pg-god|pgtools|create-db|sqlalchemy[_-]utils|piccolo|db-migrate|@medusajs\/|@adonisjs\/|@strapi\/|@directus\/|aerich)/;
var MAKING = /\bcreate\s+(?:database|schema)\b|\bcreatedb\b|\bdb:(?:create|setup|prepare)\b|\becto\.(?:create|setup)\b|\bdatabase:create\b|\bdatabase\s+(?:create|setup)\b|create_?database|EnsureCreated|\bdbmate\b|\bpg_restore\b|\bmysqladmin\b|ensure_?database|database_exists|"(?:postgresql|mysql)_database"|\bcommunity\.\w+\.\w+_db\b|\bkind:\s*Database\b/i;
var MAKING_ANY = /\bcreate\s+(?:database|schema)\s+(?:if\s+not\s+exists\s+)?(?:["'`\\[]*(?:\$|\{|%|:|\?)|["'`]+\s*[.,+])|\bcreatedb\s[^\n]*\$|\bdb:(?:create|setup|prepare)\b|\becto\.|\bdatabase:create\b|create_?database\s*\(|createDatabaseIfNotExist|EnsureCreated|\bdbmate\b|ensure_?database|database_exists/i;
var DOCUMENT = /\.(?:md|mdx|txt|rst|adoc)$/i;
var TEST = /(?:^|\/)(?:__tests__|tests?|specs?|e2e|fixtures?|mocks?|testdata|testing)\/|[._-](?:test|spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$/i;

function isSame(one, other) {
  return one.toLowerCase() === other.toLowerCase();
}


function givenBy({ software, environment }) {
  const isPostgres = software?.id === "postgres";
  const names = isPostgres ? ["POSTGRES_DB", "POSTGRES_USER"] : ["MARIADB_DATABASE", "MYSQL_DATABASE"];
  for (const name of names) {
    if (environment.has(`${name}_FILE`)) return void 0;
    const variable = environment.get(name);
    if (!variable) continue;
    if (!variable.value.known) return void 0;
    if (variable.value.value !== "")
      return { names: [variable.value.value], always: ALWAYS[isPostgres ? "postgres" : "mysql"] ?? [] };
  }
  return { names: isPostgres ? ["postgres"] : [], always: ALWAYS[isPostgres ? "postgres" : "mysql"] ?? [] };
}
function mayHold(server, { deployments }) {
  const volumes = deployments.find(({ id }) => id === server.deployment)?.volumes ?? [];
  const isOutside = server.mounts.some(
    ({ type, source }) => type === "volume" && volumes.some(({ name, external }) => external && name === knownValue(source)) || type === "bind" && source?.known === false
  );
  return isOutside || server.environmentFiles?.some((file) => !file.present) === true;
}
var INITIAL = "/docker-entrypoint-initdb.d";
function initialised(server, name, { files, hidden }) {
  if (hidden) return hidden.because;
  if (files.some(({ source }) => mentions(source.text, name))) return true;
  if (!files.some(({ path }) => !path.endsWith(".sql"))) return false;
  const settings = [...server.environment.values()];
  if (settings.some((variable) => mentions(partOf(variable) ?? "", name))) return true;
  const open = settings.find(({ value, name: key }) => !value.known && !/PASSWORD|SECRET/.test(key));
  return open ? `${open.name}, which its initialisation may read, is set outside of the repository` : false;
}
function mentions(text, name) {
  return new RegExp(`(?<![\\w-])${name.replace(/[^\w]/g, "\\$&")}(?![\\w-])`, "i").test(text);
}
function textsThatMake(tree) {
  return tree.files.flatMap(({ path }) => {
    if (TEST.test(path)) return [];
    if (path.endsWith(".prisma")) return [{ path, text: "", any: true }];
    const text = tree.read(path)?.text;
    return text !== void 0 && MAKING.test(text) ? [{ path, text, any: !DOCUMENT.test(path) && MAKING_ANY.test(text) }] : [];
  });
}
function madeElsewhere(name, { from }, texts, { services }) {
  if (texts.some(({ text }) => mentions(text, name))) return true;
  const own = services.filter(({ workloads }) => workloads.some(({ id }) => id === from.id));
  const isNode = own.some(({ runtime }) => runtime === "node");
  if (isNode && texts.some(({ path }) => path.endsWith(".prisma"))) return true;
  if (own.some(({ packages }) => [...packages].some((one) => MAKERS.test(one)))) return true;
  const open = texts.find(({ any, path }) => any && !path.endsWith(".prisma"));
  return open ? `${open.path} creates a database of which only the run tells the name` : false;
}
module.exports = {
  databaseUsesOf,
  house: runAudit
};
