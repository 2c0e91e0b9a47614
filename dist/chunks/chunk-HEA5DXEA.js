"use strict";

// src/parse/sql/tokens.ts
var sqlTokens = (function sqlTokens(text, start, end, mysql) {
  const tokens = [];
  let at = start;
  while (at < end && tokens.length < MOST_TOKENS) {
    if (mysql && text[at] === "#") at = lineEnd(text, at);
    else if (text.startsWith("/*", at)) at = commentEnd(text, at);
    else {
      const escapes = mysql || tokens.at(-1)?.text === "e" && tokens.at(-1)?.end === at;
      const token2 = tokenAt(text, at, escapes);
      if (token2.end > end) break;
      at = token2.end;
      if ("kind" in token2) tokens.push(token2);
    }
  }
  return tokens;
});
var tokenAt = (function tokenAt(text, at, escapes) {
  const character = text[at] ?? "";
  const of = (kind, written, end) => ({
    kind,
    text: written,
    start: at,
    end
  });
  if (character <= " ") return { end: at + (match(BLANKS, text, at)?.[0].length ?? 1) };
  if (character === "-" && text[at + 1] === "-") return { end: lineEnd(text, at) };
  const word = match(WORD, text, at);
  if (word) return of("word", word[0].toLowerCase(), at + word[0].length);
  if (character === "'") {
    const string = match(escapes ? ESCAPED_STRING : STRING, text, at);
    return string ? of("string", string[1] ?? "", at + string[0].length) : { end: lineEnd(text, at) };
  }
  const quoted = match(QUOTED[character], text, at);
  if (quoted) return of("quoted", (quoted[1] ?? "").replaceAll(character + character, character), at + quoted[0].length);
  const number = match(NUMBER, text, at);
  return number ? of("number", number[0], at + number[0].length) : of("mark", character, at + 1);
});
var match = (function match(pattern, text, at) {
  if (!pattern) return null;
  pattern.lastIndex = at;
  return pattern.exec(text);
});
var isWord = (function isWord(cursor, word, ahead = 0) {
  const token2 = cursor.tokens[cursor.at + ahead];
  return token2 !== void 0 && token2.text === word && (token2.kind === "word" || token2.kind === "mark");
});
var take = (function take(cursor, ...words) {
  if (!words.every((word, index) => isWord(cursor, word, index))) return false;
  cursor.at += words.length;
  return true;
});
var takeAny = (function takeAny(cursor, ...words) {
  return words.find((word) => take(cursor, word));
});
var takeName = (function takeName(cursor) {
  const token2 = cursor.tokens[cursor.at];
  if (token2?.kind !== "word" && token2?.kind !== "quoted") return void 0;
  cursor.at++;
  return token2.text;
});
var takePath = (function takePath(cursor) {
  const parts = [];
  for (let name2 = takeName(cursor); name2 !== void 0; name2 = takeName(cursor)) {
    parts.push(name2);
    if (!take(cursor, ".")) break;
  }
  const name = parts.pop();
  if (name === void 0) return void 0;
  const schema = parts.at(-1);
  return schema === void 0 ? { name } : { schema, name };
});
var takeGroup = (function takeGroup(cursor) {
  if (!isWord(cursor, "(")) return void 0;
  const from = cursor.at + 1;
  skipGroup(cursor);
  const closed = cursor.tokens[cursor.at - 1]?.text === ")";
  return { tokens: cursor.tokens.slice(from, closed ? cursor.at - 1 : cursor.at), path: cursor.path, at: 0 };
});
var skipGroup = (function skipGroup(cursor) {
  let depth = 0;
  for (; cursor.at < cursor.tokens.length; cursor.at++) {
    if (isWord(cursor, "(")) depth++;
    else if (isWord(cursor, ")") && --depth === 0) {
      cursor.at++;
      return;
    }
  }
});
var itemsOf = (function itemsOf({ tokens, path }, from = 0) {
  const items = [];
  let depth = 0;
  let start = from;
  for (let index = from; index <= tokens.length; index++) {
    const token2 = tokens[index];
    if (token2?.kind === "mark" && token2.text === "(") depth++;
    else if (token2?.kind === "mark" && token2.text === ")") depth--;
    if (token2 !== void 0 && !(token2.kind === "mark" && token2.text === "," && depth <= 0)) continue;
    if (index > start) items.push({ tokens: tokens.slice(start, index), path, at: 0 });
    start = index + 1;
  }
  return items;
});
var spanOf = (function spanOf({ tokens, path }) {
  return { path, start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0 };
});

// src/parse/sql/split.ts
var isMysqlScript = (function isMysqlScript(text) {
  return MYSQL.test(text.slice(0, 2e5));
});
var splitSql = (function splitSql({ text, path }, problems = []) {
  const scan = {
    text,
    path,
    mysql: isMysqlScript(text),
    problems,
    ranges: [],
    absent: /* @__PURE__ */ new Set(),
    delimiter: ";",
    start: -1,
    end: 0,
    parentheses: 0,
    words: 0,
    routine: false,
    blocks: 0
  };
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  while (at < text.length) at = step(scan, at);
  finish(scan);
  return scan.ranges;
});
var step = (function step(scan, at) {
  const { text } = scan;
  const character = text[at] ?? "";
  if (character <= " ") return at + (match2(BLANKS2, text, at)?.length ?? 1);
  if (character === scan.delimiter[0] && isDelimiter(scan, at)) return afterDelimiter(scan, at);
  if (character === "-" || character === "/" || character === "#") {
    const comment = commentEnd2(scan, at);
    if (comment !== void 0) return comment;
  }
  if (character === "\\" && !scan.mysql) return afterCommand(scan, at);
  const word = match2(WORD2, text, at);
  if (word === void 0) return token(scan, at, tokenEnd(scan, at));
  if (scan.start === -1 && scan.mysql && /^delimiter$/i.test(word)) return afterDelimiterLine(scan, at + word.length);
  if (word.length === 1 && /e/i.test(word) && text[at + 1] === "'") return token(scan, at, quoteEnd(scan, at + 1, true));
  if (scan.routine || scan.words < MOST_WORDS) countWord(scan, word.toUpperCase(), at);
  return token(scan, at, at + word.length);
});
var isDelimiter = (function isDelimiter(scan, at) {
  if (scan.blocks > 0 || !scan.text.startsWith(scan.delimiter, at)) return false;
  return scan.parentheses === 0 || isStray(scan, at);
});
var match2 = (function match2(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
});
var token = (function token(scan, start, end) {
  if (scan.start === -1) scan.start = start;
  scan.end = end;
  return end;
});
var tokenEnd = (function tokenEnd(scan, at) {
  const { text, mysql } = scan;
  switch (text[at]) {
    case "'":
      return quoteEnd(scan, at, mysql);
    case '"':
      return quoteEnd(scan, at, mysql);
    case "`":
      return quoteEnd(scan, at, false);
    case "(":
      scan.parentheses++;
      return at + 1;
    case ")":
      scan.parentheses = Math.max(0, scan.parentheses - 1);
      return at + 1;
    case "$": {
      const tag = mysql ? void 0 : match2(DOLLAR, text, at);
      if (tag === void 0) return at + 1;
      const close = find(scan, tag, at + tag.length);
      if (close === -1) complain(scan, at, at + tag.length, `The quote ${tag} is not closed`);
      return close === -1 ? at + tag.length : close + tag.length;
    }
    default:
      return at + (match2(NUMBER2, text, at)?.length ?? 1);
  }
});
var afterDelimiter = (function afterDelimiter(scan, at) {
  const first = scan.start;
  finish(scan);
  const after = at + scan.delimiter.length;
  const copies = first !== -1 && /^copy\s/i.test(scan.text.slice(first, first + 5));
  if (!copies || !/\bfrom\s+stdin\b/i.test(scan.text.slice(first, at))) return after;
  const data = /\n\\\.[ \t]*(?:\r?\n|$)/g;
  data.lastIndex = after;
  const end = data.exec(scan.text);
  return end ? end.index + end[0].length : after;
});
var finish = (function finish(scan) {
  if (scan.start !== -1) scan.ranges.push({ start: scan.start, end: scan.end });
  scan.start = -1;
  scan.parentheses = 0;
  scan.words = 0;
  scan.routine = false;
  scan.blocks = 0;
});
var countWord = (function countWord(scan, word, at) {
  scan.words++;
  if (scan.words <= MOST_WORDS && /^(?:FUNCTION|PROCEDURE|TRIGGER|EVENT)$/.test(word)) {
    scan.routine ||= /^CREATE$/i.test(match2(WORD2, scan.text, scan.start) ?? "");
  }
  if (!scan.routine || scan.parentheses > 0) return;
  if (word === "BEGIN" || word === "CASE" && scan.blocks > 0) {
    if (!/\bend\s+$/i.test(scan.text.slice(Math.max(0, at - 12), at))) scan.blocks++;
  } else if (word === "END" && scan.blocks > 0 && !isInnerEnd(scan.text, at)) scan.blocks--;
});
// src/parse/sql/tokens.ts
var MOST_TOKENS = 2e4;
var BLANKS = /\s+/y;
var WORD = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
var NUMBER = /\d[\w.]*/y;
var DOUBLE = /"([^"]*(?:""[^"]*)*)"/y;
var BACK = /`([^`]*(?:``[^`]*)*)`/y;
var SQUARE = /\[([A-Za-z_][\w ]*)\]/y;
var STRING = /'([^']*(?:''[^']*)*)'/y;
var ESCAPED_STRING = /'([^'\\]*(?:(?:\\.|'')[^'\\]*)*)'/sy;

function lineEnd(text, at) {
  const newline = text.indexOf("\n", at);
  return newline === -1 ? text.length : newline;
}
function commentEnd(text, at) {
  if (text[at + 2] === "!") return at + 3;
  const close = text.indexOf("*/", at + 2);
  return close === -1 ? text.length : close + 2;
}

var QUOTED = { '"': DOUBLE, "`": BACK, "[": SQUARE };











// src/parse/sql/split.ts
var MOST_PROBLEMS = 1e3;
var MOST_ABSENT = 200;
var MYSQL = /\bENGINE\s*=|\bAUTO_INCREMENT\b|^[ \t]*DELIMITER[ \t]|^[ \t]*LOCK[ \t]+TABLES\b|\/\*!\d|`\s*\(|\bCHARSET\s*=|\bINT\s+UNSIGNED\b/im;


var MOST_WORDS = 8;
var BLANKS2 = /\s+/y;
var WORD2 = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
var NUMBER2 = /\d[\w.]*/y;
var DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;





function quoteEnd(scan, at, escapes) {
  const { text } = scan;
  const quote = text[at] ?? "";
  for (let from = at + 1; ; ) {
    const close = find(scan, quote, from);
    if (close === -1) break;
    if (escapes && isEscaped(text, close, from)) from = close + 1;
    else if (text[close + 1] === quote) from = close + 2;
    else return close + 1;
  }
  complain(scan, at, at + 1, `The quote ${quote} is not closed`);
  const newline = text.indexOf("\n", at);
  const line = text.slice(at, newline === -1 ? text.length : newline);
  const rest = line.trimEnd();
  return at + (rest.endsWith(scan.delimiter) ? rest.length - scan.delimiter.length : line.length);
}
function isEscaped(text, at, from) {
  let count = 0;
  while (at - 1 - count >= from && text[at - 1 - count] === "\\") count++;
  return count % 2 === 1;
}
function find(scan, wanted, from) {
  if (scan.absent.has(wanted) || scan.absent.size > MOST_ABSENT) return -1;
  const found = scan.text.indexOf(wanted, from);
  if (found === -1) scan.absent.add(wanted);
  return found;
}
function commentEnd2(scan, at) {
  const { text, mysql } = scan;
  const isLine = text.startsWith("--", at) || mysql && text[at] === "#";
  if (isLine) {
    const newline = text.indexOf("\n", at);
    return newline === -1 ? text.length : newline;
  }
  if (!text.startsWith("/*", at)) return void 0;
  if (mysql && text[at + 2] === "!") {
    const version = /!\d*/y;
    return at + 2 + (match2(version, text, at + 2)?.length ?? 1);
  }
  const nested = mysql || scan.absent.has("/*") ? -1 : nestedEnd(text, at);
  if (nested !== -1) return nested;
  if (!mysql) scan.absent.add("/*");
  const close = find(scan, "*/", at + 2);
  if (!mysql || close === -1) complain(scan, at, at + 2, "The comment is not closed");
  return close === -1 ? text.length : close + 2;
}
function nestedEnd(text, at) {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = at + 2;
  let depth = 1;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === "*/" ? -1 : 1;
    if (depth === 0) return mark.index + 2;
  }
  return -1;
}
function isStray(scan, at) {
  const next = /;[ \t]*(?:--[^\n]*)?\r?\n\s*(?:CREATE|ALTER|DROP|INSERT|COMMENT|GRANT|SET)\s/iy;
  if (scan.delimiter !== ";" || match2(next, scan.text, at) === void 0) return false;
  if (/^\s*CREATE\s+(?:OR\s+REPLACE\s+)?RULE\b/i.test(scan.text.slice(scan.start, scan.start + 60))) return false;
  complain(scan, scan.start, scan.start + 1, "The bracket ( is not closed");
  return true;
}


function afterCommand(scan, at) {
  if (/^\\(?:g|crosstabview|watch)/.test(scan.text.slice(at, at + 13))) finish(scan);
  const newline = scan.text.indexOf("\n", at);
  return newline === -1 ? scan.text.length : newline;
}
function afterDelimiterLine(scan, at) {
  const line = /[ \t]*([^\s]*)[^\n]*/y;
  line.lastIndex = at;
  const found = line.exec(scan.text);
  if (found?.[1]) scan.delimiter = found[1];
  return at + (found?.[0].length ?? 0);
}

function isInnerEnd(text, at) {
  return match2(/end\s+(?:if|loop|while|repeat)\b/iy, text, at) !== void 0;
}
function complain(scan, start, end, message) {
  if (scan.problems.length >= MOST_PROBLEMS) return;
  scan.problems.push({ at: { path: scan.path, start, end }, message, kind: "syntax" });
}

module.exports = {
  sqlTokens,
  isWord,
  take,
  takeAny,
  takeName,
  takePath,
  takeGroup,
  skipGroup,
  itemsOf,
  spanOf,
  isMysqlScript,
  splitSql
};
