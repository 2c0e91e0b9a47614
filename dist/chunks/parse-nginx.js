"use strict";

// src/parse/nginx/lexer.ts
var spanIn = (function spanIn(reader, start, end) {
  return { path: reader.source.path, start, end };
});
var nextToken = (function nextToken(reader) {
  const { text } = reader.source;
  const startsLine = skipBlanks(reader);
  const start = reader.position;
  const character = text[start];
  if (character === void 0) return { kind: "end" };
  if (character === ";" || character === "{" || character === "}") {
    reader.position++;
    return { kind: character, at: spanIn(reader, start, start + 1) };
  }
  const quoted = character === '"' || character === "'";
  if (quoted) skipQuoted(reader, character);
  else skipBare(reader);
  const end = reader.position;
  const raw = text.slice(start, end);
  const closed = quoted && raw.length > 1 && raw.endsWith(character);
  checkLength(reader, quoted ? start + 1 : start, end);
  const decoded = decode(quoted ? raw.slice(1, closed ? -1 : void 0) : raw);
  const at = spanIn(reader, start, end);
  return { kind: "word", word: { text: decoded, ...decoded !== raw && { raw }, quoted, startsLine, at } };
});
var skipBlanks = (function skipBlanks(reader) {
  const { text } = reader.source;
  let at = reader.position;
  let startsLine = at === 0;
  for (; ; ) {
    const character = text[at];
    if (character === "\n") startsLine = true;
    if (isBlank(character)) at++;
    else if (character === "#") {
      const lineBreak = text.indexOf("\n", at);
      const stop = lineBreak === -1 ? text.length : lineBreak;
      const end = text[stop - 1] === "\r" ? stop - 1 : stop;
      reader.comments.push({ text: text.slice(at, end), start: at, end });
      checkLength(reader, at, stop);
      at = stop;
    } else if (at === 0 && character === "\uFEFF") at++;
    else break;
  }
  reader.position = at;
  return startsLine;
});
var isBlank = (function isBlank(character) {
  return character === " " || character === "	" || character === "\n" || character === "\r";
});
var skipBare = (function skipBare(reader) {
  const { text } = reader.source;
  let at = reader.position;
  while (at < text.length) {
    const character = text[at];
    if (character === "\\") at += 2;
    else if (character === "$") {
      at++;
      while (text[at] === "{") at++;
    } else if (isBlank(character) || character === ";" || character === "{") break;
    else at++;
  }
  reader.position = Math.min(at, text.length);
});
var skipQuoted = (function skipQuoted(reader, quote) {
  const { text } = reader.source;
  const start = reader.position;
  let at = start + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" ? 2 : 1;
  reader.position = Math.min(at + 1, text.length);
  const next = text[at + 1];
  if (at >= text.length) {
    object(reader, spanIn(reader, start, start + 1), `the quote ${quote} is never closed`);
    reader.isCut = true;
  } else if (next !== void 0 && !isBlank(next) && !";{)".includes(next)) {
    object(reader, spanIn(reader, at + 1, at + 2), `unexpected "${next}" behind the closing quote of a word`);
  }
});
var checkLength = (function checkLength(reader, start, end) {
  if (end - start < BUFFER / 3) return;
  const bytes = Buffer.byteLength(reader.source.text.slice(start, end));
  if (bytes < BUFFER) return;
  const at = spanIn(reader, start, start + 1);
  object(reader, at, `a word or comment of ${bytes} bytes: nginx reads ${BUFFER - 1} at most`);
});
var decode = (function decode(text) {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(["'\\trn])/g, (_, letter) => DECODED[letter] ?? letter);
});

// src/parse/nginx/parser.ts
var parseNginx = (function parseNginx(source) {
  const reader = { source, position: 0, comments: [], problems: [], isCut: false };
  const directives = [];
  const frames = [{ directives, openedAt: 0 }];
  let words = [];
  for (let count = 0; ; ) {
    const token = nextToken(reader);
    if (token.kind === "word") {
      words.push(token.word);
      continue;
    }
    const [name] = words;
    if (name && token.kind !== "{") {
      if (token.kind !== ";" && !reader.isCut)
        object(reader, headOf(words, name), `${shown(name.text)} is not ended by ";"`);
      frames.at(-1)?.directives?.push(directiveOf(words, name));
    } else if (token.kind === ";") object(reader, token.at, 'a ";" without a directive');
    if (token.kind === "{") open(reader, frames, words, token.at);
    else if (token.kind === "}") close(reader, frames, token.at);
    else if (token.kind === "end") return finish(reader, frames, directives);
    words = [];
    if (++count >= MOST_DIRECTIVES) {
      object(reader, spanIn(reader, reader.position, reader.position), "what follows is more than is read", "too-large");
      return finish(reader, frames, directives);
    }
  }
});
var open = (function open(reader, frames, words, at) {
  const list = frames.at(-1)?.directives;
  const [name] = words;
  if (!name) object(reader, at, 'a "{" without a directive');
  if (!name || !list) {
    frames.push({ ...list && { directives: list }, openedAt: at.start });
    return;
  }
  const block = [];
  const directive = { ...directiveOf(words, name), block, blockAt: spanIn(reader, at.start, reader.source.text.length) };
  list.push(directive);
  if (name.text.endsWith("_by_lua_block")) {
    directive.blockAt = spanIn(reader, at.start, skipLua(reader));
    return;
  }
  const tooDeep = frames.length >= MOST_DEPTH;
  if (tooDeep) object(reader, at, "blocks nested deeper than is read", "too-large");
  frames.push({ ...!tooDeep && { directives: block }, directive, openedAt: at.start });
});
var close = (function close(reader, frames, at) {
  if (frames.length === 1) {
    object(reader, at, 'this "}" closes no block');
    return;
  }
  const frame = frames.pop();
  if (frame?.directive) frame.directive.blockAt = spanIn(reader, frame.openedAt, at.end);
});
var finish = (function finish(reader, frames, directives) {
  const isCut = reader.isCut || reader.problems.some((problem) => problem.code === "too-large");
  for (const { directive } of frames) {
    if (!directive || isCut) continue;
    const line = lineOf(reader.source, directive.at.start);
    object(reader, directive.at, `the block ${shown(directive.name)} that line ${line} opens is never closed by "}"`);
  }
  const { comments, problems, source } = reader;
  return { path: source.path, directives, problems, comments };
});
var headOf = (function headOf(words, name) {
  return { ...name.at, end: (words.at(-1) ?? name).at.end };
});
var directiveOf = (function directiveOf(words, name) {
  return { name: name.text, nameAt: name.at, args: words.slice(1), at: headOf(words, name) };
});

// src/parse/nginx.ts
var walkNginx = (function walkNginx(directives, visit) {
  const around = [];
  const enter = (list) => {
    for (const directive of list) {
      visit(directive, around);
      if (!directive.block) continue;
      around.push(directive);
      enter(directive.block);
      around.pop();
    }
  };
  enter(directives);
});
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  lineOf
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/nginx/lexer.ts
var MOST_PROBLEMS = 200;
function object(reader, at, message, code) {
  if (reader.problems.length >= MOST_PROBLEMS) return;
  reader.problems.push({ at, message, kind: "syntax", ...code === void 0 ? {} : { code } });
}






var BUFFER = 4096;

var DECODED = { '"': '"', "'": "'", "\\": "\\", t: "	", r: "\r", n: "\n" };


// src/parse/nginx/lua.ts
function skipLua(reader) {
  const { text } = reader.source;
  const start = reader.position - 1;
  let depth = 1;
  let at = reader.position;
  while (at < text.length && depth > 0) {
    const character = text[at];
    if (character === "{") depth++;
    else if (character === "}") depth--;
    at = afterCharacter(text, at);
  }
  if (depth > 0) object(reader, spanIn(reader, start, start + 1), 'this block of Lua code is never closed by "}"');
  reader.position = at;
  return at;
}
function afterCharacter(text, at) {
  const character = text[at];
  if (character === '"' || character === "'") return afterString(text, at, character);
  if (character === "[") return afterLongBracket(text, at);
  if (character !== "-" || text[at + 1] !== "-") return at + 1;
  const long = text[at + 2] === "[" ? afterLongBracket(text, at + 2) : at + 3;
  if (long > at + 3) return long;
  const lineBreak = text.indexOf("\n", at);
  return lineBreak === -1 ? text.length : lineBreak;
}
function afterString(text, start, quote) {
  let at = start + 1;
  while (at < text.length && text[at] !== quote && text[at] !== "\n") at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}
function afterLongBracket(text, start) {
  let at = start + 1;
  while (text[at] === "=") at++;
  if (text[at] !== "[") return start + 1;
  const close2 = `]${"=".repeat(at - start - 1)}]`;
  const end = text.indexOf(close2, at);
  return end === -1 ? text.length : end + close2.length;
}

// src/parse/nginx/parser.ts
var MOST_DEPTH = 50;
var MOST_DIRECTIVES = 1e5;






function shown(name) {
  return name.length > 40 ? `${name.slice(0, 40)}\u2026` : name;
}

// src/parse/nginx.ts

function conditionOf(directive) {
  const last = directive.args.length - 1;
  return directive.args.flatMap((argument, index) => {
    const { path, start, end } = argument.at;
    const opens = index === 0 && !argument.quoted && argument.text.startsWith("(") ? 1 : 0;
    const closes = index === last && !argument.quoted && argument.text.endsWith(")") ? 1 : 0;
    if (opens + closes === 0) return [argument];
    const text = argument.text.slice(opens, argument.text.length - closes);
    return text === "" ? [] : [{ ...argument, text, at: { path, start: start + opens, end: end - closes } }];
  });
}
module.exports = {
  conditionOf,
  house: runAudit,
  parseNginx,
  walkNginx
};
