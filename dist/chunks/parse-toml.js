"use strict";
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/toml/cursor.ts
var MOST_PROBLEMS = 1e3;
var Unreadable = class {
  message;
  start;
  code;
  constructor(message, start, code) {
    this.message = message;
    this.start = start;
    this.code = code;
  }
};
function spanFrom({ source, at }, start) {
  return { path: source.path, start, end: at };
}
function note(cursor, message, start, code) {
  if (cursor.problems.length >= MOST_PROBLEMS) return;
  const end = Math.min(Math.max(cursor.at, start + 1), cursor.text.length);
  cursor.problems.push({
    at: { path: cursor.source.path, start: Math.min(start, end), end },
    message,
    kind: code === void 0 ? "syntax" : "structure",
    ...code === void 0 ? {} : { code }
  });
}
function take(cursor, pattern) {
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text)?.[0];
  if (found !== void 0) cursor.at += found.length;
  return found;
}
var BLANKS = /[ \t]*/y;
var NEWLINE = /\r?\n/y;
var CONTROL = String.raw`\u0000-\u0008\u000b-\u001f\u007f`;
var COMMENT = new RegExp(`#[^\\n${CONTROL}]*`, "y");
var LINE = /[^\n]*/y;
function skipBlanks(cursor) {
  take(cursor, BLANKS);
}
function skipFiller(cursor) {
  do {
    take(cursor, BLANKS);
    take(cursor, COMMENT);
  } while (take(cursor, NEWLINE) !== void 0);
}
function endLine(cursor) {
  take(cursor, BLANKS);
  take(cursor, COMMENT);
  if (cursor.at >= cursor.text.length || take(cursor, NEWLINE) !== void 0) return;
  throw new Unreadable("Expected the end of the line", cursor.at);
}
function skipLine(cursor) {
  take(cursor, LINE);
  cursor.at = Math.min(cursor.at + 1, cursor.text.length);
}

// src/parse/toml/scalars.ts
var PLAIN_IN_BASIC = new RegExp(String.raw`[^"\\\n${CONTROL}]*`, "y");
var PLAIN_IN_LITERAL = new RegExp(String.raw`[^'\n${CONTROL}]*`, "y");
var PLAIN_IN_LONG_BASIC = new RegExp(String.raw`(?:[^"\\${CONTROL}]|\r\n)*`, "y");
var PLAIN_IN_LONG_LITERAL = new RegExp(String.raw`(?:[^'${CONTROL}]|\r\n)*`, "y");
var NEWLINE2 = /\r?\n/y;
var CONTINUATION = /\\[ \t]*\r?\n(?:[ \t]|\r?\n)*/y;
var ESCAPE = /\\(?:[btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})/y;
var DOUBLE_QUOTES = /"+/y;
var SINGLE_QUOTES = /'+/y;
var ESCAPED = {
  b: "\b",
  t: "	",
  n: "\n",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\"
};
function readString(cursor) {
  const start = cursor.at;
  const quote = cursor.text[start];
  if (quote !== '"' && quote !== "'") return void 0;
  cursor.at++;
  const parts = [];
  for (; ; ) {
    parts.push(take(cursor, quote === '"' ? PLAIN_IN_BASIC : PLAIN_IN_LITERAL) ?? "");
    const next = cursor.text[cursor.at];
    if (next === quote) {
      cursor.at++;
      return parts.join("");
    }
    if (next !== "\\") throw new Unreadable("The string is not closed on its line", start);
    parts.push(readEscape(cursor));
  }
}
function readEscape(cursor) {
  const start = cursor.at;
  const found = take(cursor, ESCAPE);
  if (found === void 0) throw new Unreadable("Unknown escape in a string", start);
  const plain = ESCAPED[found[1] ?? ""];
  if (plain !== void 0) return plain;
  const code = Number.parseInt(found.slice(2), 16);
  if (code > 1114111 || code >= 55296 && code <= 57343)
    throw new Unreadable("The escape stands for no character", start);
  return String.fromCodePoint(code);
}
function readLongString(cursor, quote) {
  const start = cursor.at;
  cursor.at += 3;
  take(cursor, NEWLINE2);
  const parts = [];
  for (; ; ) {
    const plain = take(cursor, quote === '"' ? PLAIN_IN_LONG_BASIC : PLAIN_IN_LONG_LITERAL) ?? "";
    parts.push(plain.replaceAll("\r\n", "\n"));
    const next = cursor.text[cursor.at];
    if (next === quote) {
      const count = take(cursor, quote === '"' ? DOUBLE_QUOTES : SINGLE_QUOTES)?.length ?? 0;
      const inside = count < 3 ? count : Math.min(count - 3, 2);
      parts.push(quote.repeat(inside));
      if (count < 3) continue;
      cursor.at -= count - 3 - inside;
      return parts.join("");
    } else if (next === "\\" && quote === '"') {
      if (take(cursor, CONTINUATION) === void 0) parts.push(readEscape(cursor));
    } else throw new Unreadable("The string is not closed", start);
  }
}
var WORD = /[0-9A-Za-z+\-:._]+/y;
var TIME_BEHIND = / \d\d:[0-9:.+\-Zz]*/y;
var INTEGER = /^[+-]?(?:0|[1-9](?:_?\d)*)$/;
var OTHER_BASE = /^0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;
var FLOAT = /^[+-]?(?:(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?|inf|nan)$/;
var DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](.+))?$/;
var TIME = /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;
function readScalar(cursor) {
  const start = cursor.at;
  const scalar = (text, type) => ({
    kind: "scalar",
    at: spanFrom(cursor, start),
    text,
    type
  });
  const quote = cursor.text[start];
  if (quote === '"' || quote === "'") {
    const long = cursor.text.startsWith(quote.repeat(3), start);
    const text = long ? readLongString(cursor, quote) : readString(cursor);
    return scalar(text ?? "", "string");
  }
  const word = take(cursor, WORD);
  if (word === void 0) throw new Unreadable("Expected a value", start);
  if (word === "true" || word === "false") return scalar(word, "boolean");
  const number = numberText(word);
  if (number !== void 0) return scalar(number, "number");
  const date = /^\d{4}-\d\d-\d\d$/.test(word) ? word + (take(cursor, TIME_BEHIND) ?? "") : word;
  if (isDateOrTime(date)) return scalar(date, "string");
  throw new Unreadable("This is no value", start);
}
var LONGEST_NUMBER = 100;
function numberText(word) {
  if (OTHER_BASE.test(word)) return word.length > LONGEST_NUMBER ? word : BigInt(word.replaceAll("_", "")).toString();
  if (INTEGER.test(word)) return word.replaceAll("_", "").replace(/^\+/, "").replace(/^-0$/, "0");
  return FLOAT.test(word) ? word.replaceAll("_", "") : void 0;
}
var DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function isDateOrTime(text) {
  const [whole, year = "", month, day, time] = DATE.exec(text) ?? [];
  if (whole === void 0) return isLocalTime(text);
  const most = DAYS[Number(month) - 1] ?? 0;
  const leap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = Number(month) === 2 && !leap ? 28 : most;
  return Number(day) >= 1 && Number(day) <= days && (time === void 0 || TIME.test(time));
}
function isLocalTime(text) {
  const found = TIME.exec(text);
  return found !== null && found[1] === void 0;
}

// src/parse/toml/tables.ts
function newTables(at) {
  const root = newTable(at);
  return { root, current: root, section: 0, origins: /* @__PURE__ */ new Map(), growing: /* @__PURE__ */ new Set() };
}
function newTable(at) {
  return { kind: "map", at, entries: /* @__PURE__ */ new Map() };
}
function enter(table, { name, at }, node) {
  table.entries.set(name, { keyAt: at, node });
}
function create(tables, table, key, origin) {
  const made = newTable(key.at);
  tables.origins.set(made, { origin, section: tables.section });
  enter(table, key, made);
  return made;
}
function refuse(cursor, { name, at }, why) {
  note({ ...cursor, at: at.end }, `${name} ${why}`, at.start, "duplicate-key");
}
function openTable(cursor, tables, key, isArray) {
  tables.section++;
  tables.current = void 0;
  let table = tables.root;
  for (const part of key.slice(0, -1)) {
    table = table && throughHeader(cursor, tables, table, part);
  }
  const last = key.at(-1);
  if (!table || !last) return;
  tables.current = isArray ? grow(cursor, tables, table, last) : define(cursor, tables, table, last);
}
function throughHeader(cursor, tables, table, part) {
  const node = table.entries.get(part.name)?.node;
  if (!node) return create(tables, table, part, "implied");
  if (node.kind === "map" && tables.origins.get(node)?.origin !== "closed") return node;
  if (node.kind === "list" && tables.growing.has(node)) return node.items.at(-1);
  return refuse(cursor, part, "is no table that can be added to");
}
function define(cursor, tables, table, key) {
  const node = table.entries.get(key.name)?.node;
  if (!node) return create(tables, table, key, "header");
  if (node.kind !== "map" || tables.origins.get(node)?.origin !== "implied")
    return refuse(cursor, key, "is defined twice");
  tables.origins.set(node, { origin: "header", section: tables.section });
  return node;
}
function grow(cursor, tables, table, key) {
  const node = table.entries.get(key.name)?.node;
  if (node && !(node.kind === "list" && tables.growing.has(node))) return refuse(cursor, key, "is defined twice");
  const list = node ?? { kind: "list", at: key.at, items: [] };
  if (!node) {
    enter(table, key, list);
    tables.growing.add(list);
  }
  const made = newTable(key.at);
  tables.origins.set(made, { origin: "header", section: tables.section });
  list.items.push(made);
  return made;
}
function assign(cursor, tables, into, key, value) {
  let table = into;
  for (const part of key.slice(0, -1)) table = table && throughKey(cursor, tables, table, part);
  const last = key.at(-1);
  if (!table || !last) return;
  if (table.entries.has(last.name)) {
    refuse(cursor, last, "is defined twice");
    return;
  }
  if (value.kind === "map") tables.origins.set(value, { origin: "closed", section: tables.section });
  enter(table, last, value);
}
function throughKey(cursor, tables, table, part) {
  const node = table.entries.get(part.name)?.node;
  if (!node) return create(tables, table, part, "dotted");
  const known = node.kind === "map" ? tables.origins.get(node) : void 0;
  if (node.kind !== "map" || !known) return refuse(cursor, part, "is no table that can be added to");
  if (known.origin === "implied") tables.origins.set(node, { origin: "dotted", section: tables.section });
  else if (known.origin !== "dotted" || known.section !== tables.section)
    return refuse(cursor, part, "is no table that can be added to");
  return node;
}

// src/parse/toml.ts
var MOST_DEPTH = 200;
var BARE_KEY = /[A-Za-z0-9_-]+/y;
function parseToml(source) {
  const { text, path } = source;
  const cursor = { source, text, at: text.startsWith("\uFEFF") ? 1 : 0, problems: [] };
  if (source.malformed) note(cursor, "The file is not UTF-8", Math.max(0, text.indexOf("\uFFFD")));
  const tables = newTables({ path, start: 0, end: text.length });
  while (cursor.at < text.length) readStatement(cursor, tables);
  return { root: tables.root, problems: cursor.problems };
}
function readStatement(cursor, tables) {
  skipBlanks(cursor);
  const start = cursor.at;
  try {
    const next = cursor.text[start];
    if (next === "[") readHeader(cursor, tables);
    else if (next !== void 0 && !/[#\r\n]/.test(next)) readPair(cursor, tables);
    endLine(cursor);
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    note(cursor, thrown.message, thrown.start, thrown.code);
    skipLine(cursor);
  }
}
function readHeader(cursor, tables) {
  const isArray = cursor.text[cursor.at + 1] === "[";
  cursor.at += isArray ? 2 : 1;
  tables.current = void 0;
  skipBlanks(cursor);
  const key = readKey(cursor);
  expect(cursor, isArray ? "]]" : "]");
  openTable(cursor, tables, key, isArray);
}
function readPair(cursor, tables) {
  const key = readKey(cursor);
  expect(cursor, "=");
  skipBlanks(cursor);
  const value = readValue(cursor, 0);
  if (tables.current) assign(cursor, tables, tables.current, key, value);
}
function expect(cursor, text) {
  if (!cursor.text.startsWith(text, cursor.at)) throw new Unreadable(`Expected ${text}`, cursor.at);
  cursor.at += text.length;
}
function readKey(cursor) {
  const parts = [];
  for (; ; ) {
    const start = cursor.at;
    const name = take(cursor, BARE_KEY) ?? readString(cursor);
    if (name === void 0) throw new Unreadable("Expected a key", start);
    if (parts.length >= MOST_DEPTH) throw new Unreadable("The key has too many parts", start, "nesting");
    parts.push({ name, at: spanFrom(cursor, start) });
    skipBlanks(cursor);
    if (cursor.text[cursor.at] !== ".") return parts;
    cursor.at++;
    skipBlanks(cursor);
  }
}
function readValue(cursor, depth) {
  const next = cursor.text[cursor.at];
  if (next !== "[" && next !== "{") return readScalar(cursor);
  if (depth >= MOST_DEPTH) throw new Unreadable("The value is nested too deeply", cursor.at, "nesting");
  return next === "[" ? readArray(cursor, depth) : readInlineTable(cursor, depth);
}
function readArray(cursor, depth) {
  const start = cursor.at;
  const items = [];
  cursor.at++;
  skipFiller(cursor);
  while (cursor.text[cursor.at] !== "]") {
    items.push(readValue(cursor, depth + 1));
    skipFiller(cursor);
    if (cursor.text[cursor.at] === ",") {
      cursor.at++;
      skipFiller(cursor);
    } else if (cursor.text[cursor.at] !== "]") throw new Unreadable("The array is not closed", start);
  }
  cursor.at++;
  return { kind: "list", at: spanFrom(cursor, start), items };
}
function readInlineTable(cursor, depth) {
  const start = cursor.at;
  const table = newTable({ path: cursor.source.path, start, end: start + 1 });
  const tables = { ...newTables(table.at), root: table, current: table };
  cursor.at++;
  skipBlanks(cursor);
  for (let first = true; cursor.text[cursor.at] !== "}"; first = false) {
    if (!first) {
      expect(cursor, ",");
      skipBlanks(cursor);
    }
    const key = readKey(cursor);
    expect(cursor, "=");
    skipBlanks(cursor);
    assign(cursor, tables, table, key, readValue(cursor, depth + 1));
    skipBlanks(cursor);
  }
  cursor.at++;
  return { ...table, at: spanFrom(cursor, start) };
}
module.exports = {
  house: runAudit,
  parseToml
};
