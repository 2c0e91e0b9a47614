"use strict";
const {
  part
} = require("./chunk-EIHHIYAZ.js");

// src/parse/go/literals.ts
var SIMPLE = {
  a: 7,
  b: 8,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  "\\": 92,
  "'": 39,
  '"': 34
};
function unescapeGo(inner) {
  if (!inner.includes("\\")) return inner;
  const bytes = [];
  let text = "";
  const flush = () => {
    if (text !== "") bytes.push(Buffer.from(text, "utf8"));
    text = "";
  };
  for (const [piece, octal, hex, wide, plain] of inner.matchAll(
    /\\(?:([0-7]{3})|x([0-9a-fA-F]{2})|(?:u([0-9a-fA-F]{4})|U[0-9a-fA-F]{8})|([\s\S]))|[^\\]+|\\/g
  )) {
    if (octal !== void 0 || hex !== void 0) {
      flush();
      bytes.push(Buffer.from([octal !== void 0 ? Number.parseInt(octal, 8) & 255 : Number.parseInt(hex ?? "", 16)]));
    } else if (wide !== void 0 || piece.startsWith("\\U")) text += codePoint(Number.parseInt(piece.slice(2), 16));
    else if (plain !== void 0) text += Object.hasOwn(SIMPLE, plain) ? codePoint(SIMPLE[plain] ?? 0) : plain;
    else text += piece;
  }
  if (bytes.length === 0) return text;
  flush();
  return Buffer.concat(bytes).toString("utf8");
}
function codePoint(code) {
  return code <= 1114111 ? String.fromCodePoint(code) : "\uFFFD";
}
function integerOf(written) {
  const digits = written.replaceAll("_", "");
  if (/^0[0-7]+$/.test(digits)) return Number(BigInt(`0o${digits}`));
  return Number(digits);
}
function floatOf(written) {
  const digits = written.replaceAll("_", "");
  const hex = /^0[xX]([0-9a-fA-F]*)\.?([0-9a-fA-F]*)[pP]([+-]?\d+)$/.exec(digits);
  if (!hex) return Number(digits);
  const [, whole = "", fraction = "", exponent = "0"] = hex;
  return Number.parseInt(whole + fraction || "0", 16) * 2 ** (Number(exponent) - 4 * fraction.length);
}
function runeOf(inner) {
  const byte = /^\\(?:x([0-9a-fA-F]{2})|([0-7]{3}))$/.exec(inner);
  if (byte) return byte[1] !== void 0 ? Number.parseInt(byte[1], 16) : Number.parseInt(byte[2] ?? "", 8);
  return unescapeGo(inner).codePointAt(0) ?? 0;
}

// src/parse/go/reader.ts
function stringValue(reader, node) {
  const inner = reader.textOf(node).slice(1, -1);
  return node.type === "raw_string_literal" ? inner.replaceAll("\r", "") : unescapeGo(inner);
}

// src/parse/go/imports.ts
function importsOf(reader, node) {
  return node.children.flatMap((child) => child.type === "import_spec_list" ? child.children : [child]).filter((child) => child.type === "import_spec").flatMap((spec) => {
    const path = part(spec, "path");
    if (!path) return [];
    const from = stringValue(reader, path);
    const alias = part(spec, "name");
    const written = alias && reader.textOf(alias);
    const shared = { start: spec.start, end: spec.end, from, typeOnly: false, deferred: false };
    if (written === "_") return [shared];
    if (written === ".") return [{ ...shared, name: "*" }];
    return [{ ...shared, name: "*", local: written ?? packageNameOf(from) }];
  });
}
function packageNameOf(path) {
  const segments = path.split("/");
  const last = segments.at(-1) ?? path;
  const name = /^v\d+$/.test(last) && segments.length > 1 ? segments.at(-2) ?? last : last;
  return name.replace(/\.v\d+$/, "").replace(/^go-|[-.]go$/, "").replaceAll(/[^\p{L}\p{N}_]/gu, "");
}

module.exports = {
  integerOf,
  floatOf,
  runeOf,
  stringValue,
  importsOf,
  packageNameOf
};
