"use strict";

// src/parse/dotenv.ts
var environmentFilePurpose = (function environmentFilePurpose(path) {
  return EXAMPLE.test(path.slice(path.lastIndexOf("/") + 1)) ? "example" : "live";
});
var parseEnvironmentFile = (function parseEnvironmentFile(source) {
  const entries = [];
  const problems = [];
  let position = source.text.startsWith("\uFEFF") ? 1 : 0;
  for (; ; ) {
    position = statementStart(source.text, position);
    if (position >= source.text.length) return { entries, problems };
    const statement = readStatement(source, position);
    if (statement.entry) entries.push(statement.entry);
    if (statement.problem) problems.push(statement.problem);
    position = statement.end;
  }
});
var readStatement = (function readStatement(source, start) {
  const { text } = source;
  const lineEnd = endOfLine(text, start);
  const keyStart = skipExport(text, start, lineEnd);
  const key = readKey(text, keyStart, lineEnd);
  const keyAt = span(source, keyStart, keyStart + key.name.length);
  if (key.unexpected !== void 0) {
    const at2 = span(source, keyStart, trimmedEnd(text, keyStart, lineEnd));
    return { end: lineEnd, problem: syntax(at2, `unexpected character ${key.unexpected} in a variable name`) };
  }
  if (key.name.includes(" ")) return { end: lineEnd, problem: syntax(keyAt, "a variable name cannot contain a space") };
  if (key.separator === void 0) {
    return { end: lineEnd, ...key.name && { entry: { name: key.name, value: null, quote: "", keyAt, at: keyAt } } };
  }
  const value = readValue(text, skipBlanks(text, key.separator + 1, text.length), endOfLine(text, key.separator));
  if (value === void 0) {
    const at2 = span(source, keyStart, trimmedEnd(text, keyStart, lineEnd));
    return { end: lineEnd, problem: syntax(at2, `the quote that opens the value of ${key.name} is never closed`) };
  }
  const at = value.start < value.stop ? span(source, value.start, value.stop) : span(source, keyStart, key.separator + 1);
  const entry = { name: key.name, value: value.text, quote: value.quote, keyAt, at };
  return { end: value.end, ...key.name && { entry } };
});
var readKey = (function readKey(text, start, lineEnd) {
  for (let at = start; at < lineEnd; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === "=" || character === ":") return { name: trimEnd(text.slice(start, at)), separator: at };
    if (!isBlank(character) && !/[\p{L}\p{N}_.\-[\]]/u.test(character))
      return { name: "", unexpected: quoted(character) };
    at += character.length;
  }
  return { name: trimEnd(text.slice(start, lineEnd)) };
});
var readValue = (function readValue(text, start, lineEnd) {
  const quote = text[start];
  if (quote === '"' || quote === "'") return start < lineEnd ? readQuoted(text, start, quote) : emptyValue(lineEnd);
  if (start >= lineEnd) return emptyValue(lineEnd);
  const comment = text.slice(start, lineEnd).indexOf(" #");
  const stop = trimmedEnd(text, start, comment === -1 ? lineEnd : start + comment);
  return { text: text.slice(start, stop), quote: "", start, stop, end: lineEnd };
});
var emptyValue = (function emptyValue(end) {
  return { text: "", quote: "", start: end, stop: end, end };
});
var statementStart = (function statementStart(text, start) {
  let at = start;
  while (at < text.length) {
    if (text[at] === "#") at = endOfLine(text, at);
    else if (isSpace(text[at] ?? "")) at++;
    else return at;
  }
  return at;
});
var skipExport = (function skipExport(text, start, lineEnd) {
  const after = start + "export".length;
  if (!text.startsWith("export", start) || after < lineEnd && !isBlank(text[after] ?? "")) return start;
  return after < text.length ? skipBlanks(text, after, lineEnd) : start;
});
var skipBlanks = (function skipBlanks(text, start, end) {
  let at = start;
  while (at < end && isBlank(text[at] ?? "")) at++;
  return at;
});
var endOfLine = (function endOfLine(text, start) {
  const end = text.indexOf("\n", start);
  return end === -1 ? text.length : end;
});
var trimmedEnd = (function trimmedEnd(text, start, end) {
  let at = end;
  while (at > start && isSpace(text[at - 1] ?? "")) at--;
  return at;
});
var trimEnd = (function trimEnd(text) {
  return text.slice(0, trimmedEnd(text, 0, text.length));
});
var isBlank = (function isBlank(character) {
  return character !== "" && "	\v\f\r \x85\xA0".includes(character);
});
var isSpace = (function isSpace(character) {
  return character === "\n" || isBlank(character) || /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(character);
});
var span = (function span(source, start, end) {
  return { path: source.path, start, end };
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/dotenv.ts
var EXAMPLE = /(?:^|[._-])(?:examples?|samples?|templates?|tmpl|tpl|dist|defaults?|skeleton|stub)(?=$|[._-])/i;






function readQuoted(text, start, quote) {
  const pieces = [];
  let from = start + 1;
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") {
      if (text[at + 1] === quote) {
        pieces.push(text.slice(from, at));
        from = at + 1;
      }
      at++;
    } else if (text[at] === quote) {
      pieces.push(text.slice(from, at));
      const inner = pieces.join("");
      return { text: quote === '"' ? resolveEscapes(inner) : inner, quote, start, stop: at + 1, end: at + 1 };
    }
  }
  return void 0;
}
var ESCAPES = /* @__PURE__ */ new Map([
  ["a", "\x07"],
  ["b", "\b"],
  ["c", "\\c"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["v", "\v"],
  ["$", "$$"],
  ['"', '"'],
  ["\\", "\\"]
]);
function resolveEscapes(text) {
  return text.replace(/\\([abcfnrtv$"\\]|0\d{0,3})/g, (match, code) => {
    if (!code.startsWith("0")) return ESCAPES.get(code) ?? match;
    const digits = code.slice(1);
    const value = /^[0-7]{3}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
    return value <= 255 ? String.fromCharCode(value) : `\\${digits}`;
  });
}








function quoted(character) {
  return /[\p{P}\p{S}]/u.test(character) ? `\u201C${character}\u201D` : `U+${hexOf(character)}`;
}
function hexOf(character) {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

function syntax(at, message) {
  return { at, message, kind: "syntax" };
}
module.exports = {
  environmentFilePurpose,
  house: runAudit,
  parseEnvironmentFile
};
