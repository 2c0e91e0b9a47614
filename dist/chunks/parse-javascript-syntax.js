"use strict";
const {
  parserLibrary
} = require("./chunk-7PWWYX2T.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/parse/javascript/syntax.ts
var LONGEST = 5e5;
var OPTIONS = {
  sourceType: "unambiguous",
  allowReturnOutsideFunction: true,
  allowAwaitOutsideFunction: true,
  attachComment: false
};
function parseJavaScript(source) {
  return attempt(source, (text) => parserLibrary().parse(text, OPTIONS).program.body);
}
function parseJson(source) {
  return attempt(source, (text) => parserLibrary().parseExpression(text, { attachComment: false }));
}
function javaScriptComments(source) {
  const json = source.path.endsWith(".json");
  const found = attempt(source, (text) => {
    const library = parserLibrary();
    const { comments } = json ? library.parseExpression(text) : library.parse(text, OPTIONS);
    return { comments: comments ?? [] };
  });
  if ("message" in found) return [];
  return found.comments.map(({ start, end }) => {
    const [from, to] = [start ?? 0, end ?? 0];
    return { text: source.text.slice(from, to), start: from, end: to };
  });
}
function attempt(source, parse) {
  const problem = (message, index = 0) => ({
    at: { path: source.path, start: index, end: Math.min(index + 1, source.text.length) },
    message,
    kind: "syntax"
  });
  if (source.text.length > LONGEST) return problem(`the text is longer than ${LONGEST} characters`);
  try {
    return parse(source.text);
  } catch (error) {
    if (error instanceof RangeError) return problem("it is nested too deep");
    if (!(error instanceof SyntaxError)) throw error;
    const index = "pos" in error && typeof error.pos === "number" ? error.pos : 0;
    return problem(error.message.replace(/\s*\(\d+:\d+\)$/, "").slice(0, 200), index);
  }
}
module.exports = {
  house: runAudit,
  javaScriptComments,
  parseJavaScript,
  parseJson
};
