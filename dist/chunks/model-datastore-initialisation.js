"use strict";
const {
  splitSql,
  sqlTokens
} = require("./chunk-HEA5DXEA.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  containerFilesOf,
  knownValue
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/model/datastore/initialisation-statements.ts
function startsWith({ tokens }, ...words) {
  return words.every((word, index) => {
    const token = tokens[index];
    return token?.kind === "word" && (typeof word === "string" ? token.text === word : word.includes(token.text));
  });
}
function nameAt({ tokens }, at) {
  const token = tokens[at];
  return token && (token.kind === "word" || token.kind === "quoted") ? token.text : void 0;
}
function placeOf({ script, range }) {
  const { path, text } = script.source;
  const newline = text.slice(range.start, range.end).search(/[\r\n]/);
  return { path, start: range.start, end: newline === -1 ? range.end : range.start + newline };
}
var VARIABLE = /\$\{[A-Za-z_]\w{0,80}(?::?[-?=+][^}\n]{0,200})?\}|(?<=')\$[A-Z_][A-Z0-9_]{1,80}(?=')/g;
var MOST_VARIABLES = 50;
var NAMING = ["create", "grant", "alter", "drop", "use", "revoke"];
function unreadVariable(statement, client, skip) {
  const { script, range, tokens } = statement;
  if (script.from !== "file") return void 0;
  const text = script.source.text.slice(range.start, range.end);
  if (!text.includes("$")) return void 0;
  let seen = 0;
  for (const found of text.matchAll(VARIABLE)) {
    if (++seen > MOST_VARIABLES) break;
    const start = range.start + found.index;
    if (skip.some((one) => one.start <= start && start < one.end)) continue;
    const index = tokens.findIndex((one) => one.start <= start && start < one.end);
    const token = tokens[index];
    if (!token) continue;
    const before = tokens[index - 1]?.text ?? "";
    if (token.kind === "string" && !(token.text === found[0] && /^(?:password|by)$/.test(before))) continue;
    if (token.kind === "quoted" && !(token.text === found[0] && startsWith(statement, NAMING))) continue;
    const at = { path: script.source.path, start, end: start + found[0].length };
    return variableFault(found[0], at, client, token.kind !== "mark");
  }
  return void 0;
}
function variableFault(written, at, client, isText) {
  const name = /\w+/.exec(written)?.[0] ?? "";
  const shown = written.replace(/(:?[-?=+]).*\}$/, "$1\u2026}");
  const fix = client === "psql" ? `Let psql read it: \`\\getenv value ${name}\` above, \`:'value'\` (a text) or \`:"value"\` (a name) here (PostgreSQL 14 and newer). Or make the file a script (\`.sh\`) with \`psql -v ON_ERROR_STOP=1 \u2026 <<EOSQL\`. Pass ${name} to the server in both cases.` : `Make the file a script (\`.sh\`) that hands the statement to \`mysql\`, and pass ${name} to the server.`;
  const message = isText ? `takes ${shown} for the text itself: no shell reads a .sql file, and ${client} replaces no such variables` : `stops at its first start: no shell reads a .sql file, and ${client} does not replace ${shown}`;
  return { key: `${at.path} $${name} ${at.start}`, at, message, fix, ...isText ? { misread: true } : {} };
}

// src/model/datastore/initialisation-mysql.ts
var STOPS = "stops at its first start";
var MOST_FAULTS = 20;
function mysqlFaults(scripts, given, engine) {
  const text = scripts.map(({ source }) => source.text).join("\n");
  const drops = /\bdrop\s+(?:database|schema|user)\b/i.test(text);
  const faults = scripts.flatMap((script) => {
    if (script.from !== "file") return [];
    let used = given.database === void 0 || given.database !== "";
    return splitSql(script.source).flatMap((range) => {
      const tokens = sqlTokens(script.source.text, range.start, range.end, true);
      const statement = { script, range, tokens };
      used ||= startsWith(statement, "use");
      const fault = unreadVariable(statement, "mysql", []) ?? (drops ? void 0 : thereAlready(statement, given)) ?? refused(statement, given, engine) ?? (used ? void 0 : withoutDatabase(statement));
      if (fault?.key.endsWith("no database")) used = true;
      return fault ? [fault] : [];
    });
  });
  return faults.slice(0, MOST_FAULTS);
}
function thereAlready(statement, { database, user }) {
  const at = placeOf(statement);
  const key = `${at.path} ${at.start}`;
  const fix = "Take the statement out, or write IF NOT EXISTS.";
  if (startsWith(statement, "create", ["database", "schema"])) {
    const name2 = nameAt(statement, 2);
    if (name2 === void 0 || name2 === "if" || !database || name2.toLowerCase() !== database.toLowerCase())
      return void 0;
    return {
      key,
      at,
      fix,
      message: `${STOPS}: the database ${database} is there already, the image makes what MYSQL_DATABASE names`
    };
  }
  if (!startsWith(statement, "create", "user") || !user) return void 0;
  const [, , name, mark, host] = statement.tokens;
  const isAnyHost = mark?.text !== "@" || host?.text === "%";
  if (!name || !["string", "quoted", "word"].includes(name.kind) || name.text !== user || !isAnyHost) return void 0;
  return { key, at, fix, message: `${STOPS}: the user ${user} is there already, the image makes what MYSQL_USER names` };
}
function refused(statement, { version = [] }, engine) {
  const [major = 0, minor = 0] = version;
  if (engine !== "mysql" || major < 8 || version.length < 2) return void 0;
  const { tokens } = statement;
  const at = placeOf(statement);
  const index = tokens.findIndex(({ kind, text }) => kind === "word" && text === "identified");
  if (startsWith(statement, "grant") && index > 0)
    return {
      key: `${at.path} ${at.start}`,
      at,
      message: `${STOPS}: MySQL ${major}.${minor} takes no IDENTIFIED BY in GRANT`,
      fix: "Make the user first (`CREATE USER \u2026 IDENTIFIED BY \u2026`), and grant without a password."
    };
  const plugin = tokens[index + 2];
  const isOld = major > 8 || minor >= 4;
  if (!isOld || index < 0 || tokens[index + 1]?.text !== "with" || plugin?.text !== "mysql_native_password")
    return void 0;
  return {
    key: `${at.path} ${at.start}`,
    at: { path: at.path, start: plugin.start, end: plugin.end },
    message: `${STOPS}: MySQL ${major}.${minor} does not load mysql_native_password${major > 8 ? ", which it no longer has" : ""}`,
    fix: "Leave out `WITH mysql_native_password`: clients of today know caching_sha2_password."
  };
}
function withoutDatabase(statement) {
  if (!startsWith(statement, "create", "table") && !startsWith(statement, "insert", "into")) return void 0;
  const isConditional = startsWith(statement, "create", "table", "if", "not", "exists");
  const first = isConditional ? 5 : 2;
  if (nameAt(statement, first) === void 0 || statement.tokens[first + 1]?.text === ".") return void 0;
  const at = placeOf(statement);
  return {
    key: `${at.path} no database`,
    at,
    message: `${STOPS}: no database is chosen, the script has no USE and MYSQL_DATABASE is not set`,
    fix: "Set MYSQL_DATABASE, or write `USE <database>;` above."
  };
}

// src/model/datastore/initialisation-postgres.ts
var STOPS2 = "stops at its first start";
var MOST_FAULTS2 = 20;
var ROLES = ["role", "user", "group"];
var ALWAYS = /^(?:public|current_user|current_role|session_user|pg_\w+)$/;
function postgresFaults(scripts, given) {
  const known = namesIn(scripts);
  const faults = [];
  for (const script of scripts) {
    const problems = [];
    for (const range of statementsOf(script, problems)) {
      const statement = {
        script,
        range,
        tokens: sqlTokens(script.source.text, range.start, range.end, false)
      };
      const bodies = bodiesOf(statement);
      const fault = expandedQuote(statement) ?? unknownSyntax(statement) ?? unreadVariable(statement, "psql", bodies) ?? thereAlready2(statement, given, known) ?? uninterpolated(statement, bodies) ?? insideBlock(statement, bodies, given) ?? unknownName(statement, given, known);
      if (fault && faults.length < MOST_FAULTS2) faults.push(fault);
    }
    const open = problems.find(({ message }) => /^The quote \$/.test(message));
    if (open && script.from !== "expanded")
      faults.push({
        key: `${open.at.path} quote`,
        at: open.at,
        message: `${STOPS2}: the dollar quote that begins here is closed nowhere`,
        fix: "Close it: `$$;` behind the last `END`."
      });
  }
  return faults;
}
function statementsOf({ source, start, end }, problems) {
  if (start === 0 && end === source.text.length) return splitSql(source, problems);
  const text = " ".repeat(start) + source.text.slice(start, end);
  return splitSql({ path: source.path, text }, problems);
}
function bodiesOf({ script, range }) {
  const { text } = script.source;
  const found = [];
  const quote = /\$(?:[A-Za-z_]\w*)?\$/g;
  quote.lastIndex = range.start;
  for (let open = quote.exec(text); open && open.index < range.end; open = quote.exec(text)) {
    const start = open.index + open[0].length;
    const close = text.indexOf(open[0], start);
    if (close === -1 || close > range.end) break;
    found.push({ start, end: close });
    quote.lastIndex = close + open[0].length;
  }
  return found;
}
function expandedQuote({ script, range }) {
  if (script.from !== "expanded") return void 0;
  const { path, text } = script.source;
  const found = /(?<!\\)\$\$/.exec(text.slice(range.start, range.end));
  if (!found) return void 0;
  const start = range.start + found.index;
  return {
    key: `${path} dollar`,
    at: { path, start, end: start + 2 },
    message: `${STOPS2}: the shell replaces $$ in this heredoc by its own number before psql reads it`,
    fix: "Write `\\$\\$`, or quote the mark of the heredoc (`<<'EOSQL'`), in which case the shell replaces nothing in it."
  };
}
function unknownSyntax(statement) {
  const { tokens } = statement;
  const what = nameAt(statement, 1)?.toUpperCase();
  const at = placeOf(statement);
  const key = `${at.path} ${at.start}`;
  if (startsWith(statement, "create", ["database", ...ROLES], "if", "not", "exists"))
    return {
      key,
      at,
      message: `${STOPS2}: PostgreSQL has no CREATE ${what} IF NOT EXISTS`,
      fix: `Leave out IF NOT EXISTS: the script runs on an empty server only. To be safe all the same, write \`SELECT 'CREATE ${what} \u2026' WHERE NOT EXISTS (\u2026) \\gexec\`.`
    };
  if (!startsWith(statement, "create", "table")) return void 0;
  const word = tokens.find(
    ({ kind, text }, index) => kind === "word" && (text === "auto_increment" || text === "engine" && tokens[index - 1]?.text === ")" && tokens[index + 1]?.text === "=")
  );
  if (!word) return void 0;
  return {
    key,
    at: { path: at.path, start: word.start, end: word.end },
    message: `${STOPS2}: ${word.text.toUpperCase()} is MySQL, and PostgreSQL does not know it`,
    fix: "Write the table as PostgreSQL has it: `GENERATED ALWAYS AS IDENTITY` counts, and tables have no ENGINE."
  };
}
var HARMLESS = /^(?:uuid-ossp|pgcrypto|pg_trgm|vector|postgis\w*|unaccent|citext|hstore|btree_gi[nst]+|pg_stat_statements|timescaledb|ltree|fuzzystrmatch|tablefunc|dblink|postgres_fdw|intarray|plpgsql)$/;
function namesIn(scripts) {
  const text = scripts.map(({ source, start, end }) => source.text.slice(start, end)).join("\n");
  const named = (pattern) => [...text.matchAll(pattern)].map(({ 1: quoted, 2: bare = "" }) => quoted ?? bare.toLowerCase());
  return {
    roles: new Set(named(/\bcreate\s+(?:role|user|group)\s+(?:if\s+not\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi)),
    databases: new Set(named(/\bcreate\s+database\s+(?:if\s+not\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi)),
    dropped: new Set(named(/\bdrop\s+(?:role|user|group|database)\s+(?:if\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi)),
    dynamic: /^\s*\\(?:i|ir|include)\b/m.test(text) || /\bcreate\s+(?:role|user|group|database)\s+(?:%|["']?\s*\|\||:|["']?\$)|\brename\s+to\b/i.test(text) || named(/\bcreate\s+extension\s+(?:if\s+not\s+exists\s+)?(?:"([^"\n]+)"|(\w+))/gi).some((one) => !HARMLESS.test(one))
  };
}
function thereAlready2(statement, given, { dropped }) {
  const name = nameAt(statement, 2);
  if (name === void 0 || dropped.has(name)) return void 0;
  const isDatabase = startsWith(statement, "create", "database");
  if (!isDatabase && !startsWith(statement, "create", ROLES)) return void 0;
  const made = isDatabase ? given.database : given.user;
  if (made === void 0 || name !== made) return void 0;
  const variable = isDatabase ? "POSTGRES_DB" : "POSTGRES_USER";
  const at = placeOf(statement);
  return {
    key: `${at.path} ${at.start}`,
    at,
    message: `${STOPS2}: the ${isDatabase ? "database" : "role"} ${name} is there already, the image makes what ${variable} names`,
    fix: isDatabase ? "Take the statement out." : "Take the statement out, or use `ALTER ROLE` for what is to be different."
  };
}
function uninterpolated({ script }, bodies) {
  if (script.from === "expanded") return void 0;
  for (const body of bodies) {
    const found = /(?<![:\w]):'(\w+)'|(?<![:\w]):"(\w+)"/.exec(script.source.text.slice(body.start, body.end));
    if (!found) continue;
    const start = body.start + found.index;
    const name = found[1] ?? found[2] ?? "";
    return {
      key: `${script.source.path} ${name}`,
      at: { path: script.source.path, start, end: start + found[0].length },
      message: `${STOPS2}: psql replaces no variables within dollar quotes, so that ${found[0]} is a mistake in the block`,
      fix: `Take the statement out of the block: \`SELECT format('CREATE ROLE app LOGIN PASSWORD %L', :'${name}') WHERE NOT EXISTS (\u2026) \\gexec\` replaces it and asks first.`
    };
  }
  return void 0;
}
function insideBlock(statement, bodies, { database }) {
  if (!startsWith(statement, "do")) return void 0;
  const { path, text } = statement.script.source;
  for (const { start, end } of bodies) {
    const body = text.slice(start, end).replace(/--[^\n]*/g, (one) => " ".repeat(one.length));
    const found = /\bcreate\s+database\s+(?:"([^"\n]+)"|(\w+))/i.exec(body);
    if (!found || /\bexception\b|\bdblink/i.test(body)) continue;
    const name = found[1] ?? found[2]?.toLowerCase();
    if (name === database) continue;
    return {
      key: `${path} ${start}`,
      at: { path, start: start + found.index, end: start + found.index + found[0].length },
      message: `${STOPS2}: CREATE DATABASE cannot run in a block, which is one transaction`,
      fix: `Write \`SELECT 'CREATE DATABASE ${name}' WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '${name}') \\gexec\`, or the bare statement.`
    };
  }
  return void 0;
}
function unknownName(statement, given, known) {
  const { user, database, closed } = given;
  if (user === void 0 || database === void 0 || !closed || known.dynamic) return void 0;
  const { tokens } = statement;
  const at = placeOf(statement);
  const words = tokens.map(({ kind, text }) => kind === "word" ? text : "");
  const fault = (kind, name, fix) => ({
    key: `${at.path} ${kind} ${name}`,
    at,
    message: `${STOPS2}: there is no ${kind} ${name}`,
    fix
  });
  if (startsWith(statement, "grant")) {
    const on = words.indexOf("on");
    const name = on > 0 && words[on + 1] === "database" ? nameAt(statement, on + 2) : void 0;
    if (name !== void 0 && ![database, "postgres", "template1", "template0"].includes(name) && !known.databases.has(name))
      return fault("database", name, `Name the one that the image makes, ${database} (POSTGRES_DB), or make it before.`);
    const to = words.lastIndexOf("to");
    const role2 = to > 0 ? nameAt(statement, words[to + 1] === "group" ? to + 2 : to + 1) : void 0;
    if (role2 !== void 0 && isNobody(role2, user, known))
      return fault("role", role2, `Name the one that the image makes, ${user} (POSTGRES_USER), or make it before.`);
    return void 0;
  }
  const isOwned = startsWith(statement, "create", "database") || startsWith(statement, "alter", ["database", "schema"]);
  const owner = isOwned ? words.indexOf("owner") : -1;
  const role = owner > 0 ? nameAt(statement, /^(?:to)$|^$/.test(words[owner + 1] ?? "") ? owner + 2 : owner + 1) : void 0;
  return role !== void 0 && isNobody(role, user, known) ? fault("role", role, `Name the one that the image makes, ${user} (POSTGRES_USER), or make it before.`) : void 0;
}
function isNobody(role, user, { roles }) {
  return role !== user && !roles.has(role) && !ALWAYS.test(role);
}

// src/model/datastore/initialisation.ts
var FOLDER = "/docker-entrypoint-initdb.d";
var OFFICIAL = /* @__PURE__ */ new Set(["official", "postgis", "pgvector", "timescale"]);
var LONGEST = 5e5;
function initialisationsOf(workloads, tree) {
  return workloads.flatMap((server) => {
    const engine = server.software?.id ?? "";
    if (!["postgres", "mysql", "mariadb"].includes(engine) || !OFFICIAL.has(server.distribution?.id ?? "")) return [];
    if (!server.longRunning || server.clientOf || server.pod?.operator) return [];
    const { files, hidden } = containerFilesOf(server, tree).match(`${FOLDER}/*`);
    const scripts = files.filter(({ source }) => source.text.length <= LONGEST).flatMap(scriptsIn);
    if (scripts.length === 0) return [];
    const closed = !hidden && files.every(({ path, source }) => path.endsWith(".sql") && source.text.length <= LONGEST);
    const faults = engine === "postgres" ? postgresFaults(scripts, givenToPostgres(server, closed)) : mysqlFaults(scripts, givenToMysql(server, closed), engine);
    const passwords = scripts.flatMap((script) => passwordsIn(script, engine)).slice(0, MOST_PASSWORDS);
    return [{ server, faults: faults.map((fault) => doubted(fault, tree)), passwords }];
  });
}
function scriptsIn({ path, source }) {
  if (path.endsWith(".sql")) return [{ source, start: 0, end: source.text.length, from: "file" }];
  return path.endsWith(".sh") ? heredocsIn(source) : [];
}
var MOST_HEREDOCS = 50;
var HEREDOC = /\bpsql\b((?:\\\r?\n|[^\n]){0,600}?)<<-?[ \t]*(["']?)(\w+)\2/g;
function heredocsIn(source) {
  const { text } = source;
  const found = [];
  for (const { index, 0: whole, 1: options = "", 2: quote, 3: tag = "" } of text.matchAll(HEREDOC)) {
    if (found.length >= MOST_HEREDOCS) break;
    if (!/\bON_ERROR_STOP(?:=1|=on)?\b/i.test(options)) continue;
    const start = text.indexOf("\n", index + whole.length) + 1;
    const close = new RegExp(`^\\t*${tag}[ \\t]*\\r?$`, "gm");
    close.lastIndex = start;
    const end = start === 0 ? void 0 : close.exec(text)?.index;
    if (end === void 0) break;
    found.push({ source, start, end, from: quote ? "quoted" : "expanded" });
  }
  return found;
}
var MOST_PASSWORDS = 50;
var ACCOUNTS = {
  postgres: /\b(?:create|alter)\s+(?:role|user)\s+(?:if\s+not\s+exists\s+)?"?([\w-]{1,63})"?\s[^;'"]{0,200}?\bpassword\s+'([^'\n]{1,200})'/gi,
  mysql: /\b(?:create|alter)\s+user\s+(?:if\s+not\s+exists\s+)?['"`]?([\w-]{1,63})['"`]?(?:\s?@\s?['"`]?[\w.%:-]{1,255}['"`]?)?\s+identified\s+(?:with\s+['"]?\w+['"]?\s+)?by\s+['"]([^'"\n]{1,200})['"]/gi
};
var NO_PASSWORD = /^(?:SCRAM-SHA-256\$|md5[0-9a-f]{32}$)|[$%{}<>]|^:/;
function passwordsIn({ source, start, end }, engine) {
  const text = source.text.slice(start, end);
  const pattern = engine === "postgres" ? ACCOUNTS.postgres : ACCOUNTS.mysql;
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: account = "", 2: password = "", index }) => {
    const line = text.slice(text.lastIndexOf("\n", index) + 1, index);
    if (NO_PASSWORD.test(password) || /--|^\s*#/.test(line)) return [];
    const from = start + index + whole.length - 1 - password.length;
    return [{ account, at: { path: source.path, start: from, end: from + password.length } }];
  });
}
function givenToPostgres(server, closed) {
  const user = settingOf(server, "POSTGRES_USER", "postgres");
  return of(user, settingOf(server, "POSTGRES_DB", user), closed, server);
}
function givenToMysql(server, closed) {
  const value = (name) => server.environment.has(`MARIADB_${name}`) ? settingOf(server, `MARIADB_${name}`, "") : settingOf(server, `MYSQL_${name}`, "");
  return of(value("USER"), value("DATABASE"), closed, server);
}
function of(user, database, closed, { version }) {
  return {
    ...user === void 0 ? {} : { user },
    ...database === void 0 ? {} : { database },
    closed,
    ...version ? { version } : {}
  };
}
function settingOf(server, name, fallback) {
  if (server.environment.has(`${name}_FILE`)) return void 0;
  const variable = server.environment.get(name);
  if (variable) return knownValue(variable.value) || (variable.value.known ? fallback : void 0);
  return server.environmentFiles?.some(({ present }) => !present) ? void 0 : fallback;
}
var SCRIPTS = /* @__PURE__ */ new Set(["shell", "makefile", "package-json", "ci"]);
var FILLS = /\b(?:envsubst|sed|gomplate|jinja2?|j2|perl|python3?)\b/;
function doubted(fault, tree) {
  if (!fault.misread && !fault.key.includes("$")) return fault;
  const name = fault.at.path.slice(fault.at.path.lastIndexOf("/") + 1);
  const filler = tree.files.find(({ path, format }) => {
    const text = SCRIPTS.has(format) ? tree.read(path)?.text : void 0;
    return text?.includes(name) === true && FILLS.test(text);
  });
  return filler ? { ...fault, unsure: `${filler.path} may fill in the variables of ${name} before it is mounted` } : fault;
}
module.exports = {
  house: runAudit,
  initialisationsOf
};
