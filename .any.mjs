// ../../../tmp/pf/any.mjs.ts
import { readFileSync } from "node:fs";

// src/parse/yaml-library.ts
import { createRequire } from "node:module";
var library;
function yamlLibrary() {
  library ??= createRequire(import.meta.url)("yaml");
  return library;
}

// src/parse/yaml-scalar.ts
var TIMESTAMP_TAG = "tag:yaml.org,2002:timestamp";
var CONSTANTS = new Map([
  ...["", "~", "null", "Null", "NULL"].map((source) => [source, { text: null, type: "null" }]),
  ...["true", "True", "TRUE"].map((source) => [source, { text: "true", type: "boolean" }]),
  ...["false", "False", "FALSE"].map((source) => [source, { text: "false", type: "boolean" }])
]);
var INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]+|0|[1-9][0-9]*)$/;
var DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)(Z|[-+]\d\d:\d\d)?)?$/;
var FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
var SPECIAL_FLOATS = /* @__PURE__ */ new Map([
  [".nan", "NaN"],
  [".inf", "+Inf"],
  ["+.inf", "+Inf"],
  ["-.inf", "-Inf"]
]);
function typePlainScalar(source) {
  const constant = CONSTANTS.get(source);
  if (constant) return constant;
  const first = source.charAt(0);
  if (!/[-+.0-9]/.test(first)) return { text: source, type: "string" };
  const special = SPECIAL_FLOATS.get(source.toLowerCase());
  if (special !== void 0) return { text: special, type: "number" };
  return (first === "." ? readFloat(source) : readNumber(source)) ?? { text: source, type: "string" };
}
function readNumber(source) {
  if (source === "-0" || source === "-0.0") return { text: "-0", type: "number" };
  if (isTimestamp(source)) return { text: source, type: "string", tag: TIMESTAMP_TAG };
  const digits = source.replaceAll("_", "");
  const integer = INTEGER.exec(digits);
  if (integer && digits.length <= 64) {
    const body = integer[2] ?? "0";
    const value = BigInt(/^0[0-7]+$/.test(body) ? `0o${body.slice(1)}` : body);
    if (value < 2n ** 64n) return { text: `${integer[1] === "-" && value !== 0n ? "-" : ""}${value}`, type: "number" };
  }
  return readFloat(digits);
}
function isTimestamp(source) {
  const date = source.charAt(4) === "-" ? DATE.exec(source) : null;
  if (!date) return false;
  const [, year, month, day, joint, hour, minute, second, zone] = date.map(Number);
  const days = new Date(Date.UTC(2e3 + Number(year) % 400, Number(month), 0)).getUTCDate();
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > days) return false;
  if (joint === void 0 || date[4] === void 0) return true;
  const inRange = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  return inRange && date[4] === " " === (date[8] === void 0) && zone !== void 0;
}
function readFloat(digits) {
  if (!FLOAT.test(digits)) return void 0;
  const value = Number(digits);
  return Number.isFinite(value) ? { text: printFloat(value), type: "number" } : void 0;
}
function printFloat(value) {
  if (value === 0) return Object.is(value, -0) ? "-0" : "0";
  const [digits = "0", power = "0"] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return exponent < 0 ? expandSmall(digits, exponent) : String(value);
  const size = String(Math.abs(exponent)).padStart(2, "0");
  return `${digits}e${exponent < 0 ? "-" : "+"}${size}`;
}
function expandSmall(digits, exponent) {
  const sign = digits.startsWith("-") ? "-" : "";
  return `${sign}0.${"0".repeat(-exponent - 1)}${digits.replace(/[-.]/g, "")}`;
}

// src/parse/yaml.ts
var MAX_DEPTH = 1e3;
var MAX_ALIASED_NODES = 2e5;
var MAX_PROBLEMS = 1e3;
var STANDARD_TAG = "tag:yaml.org,2002:";
function parseAnyYaml(source) {
  const comments = [];
  const problems = source.malformed ? [notUtf8(source)] : [];
  const documents = [];
  const { Composer } = yamlLibrary();
  const composer = new Composer({ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false, logLevel: "silent" });
  const tooDeep = (start) => {
    const at = { path: source.path, start, end: start + 1 };
    problems.push({ at, message: "The document is nested too deeply", kind: "structure", code: "nesting" });
  };
  for (const document of composeDocuments(source.text, composer, comments, tooDeep)) {
    const converter = {
      source,
      problems,
      anchors: /* @__PURE__ */ new Map(),
      open: /* @__PURE__ */ new Set(),
      weight: 0,
      aliased: 0,
      end: 0
    };
    for (const error of document.errors) {
      const nesting = error.code === "RESOURCE_EXHAUSTION";
      const message = nesting ? "The document is nested too deeply" : oneSentence(error.message);
      report(converter, error.pos, message, nesting ? "nesting" : void 0);
    }
    const root = document.contents;
    documents.push({ root: root ? convert(root, converter, 0) : void 0 });
  }
  return { documents, problems, comments };
}
function notUtf8({ path, text: text2 }) {
  const start = Math.max(0, text2.indexOf("\uFFFD"));
  return { at: { path, start, end: start + 1 }, message: "The file is not UTF-8", kind: "syntax" };
}
function* composeDocuments(text2, composer, comments, tooDeep) {
  const { Lexer, Parser } = yamlLibrary();
  const parser = new Parser();
  let atScalar = false;
  for (const lexeme of new Lexer().lex(text2)) {
    if (!atScalar && lexeme.startsWith("#")) {
      comments.push({ text: lexeme.slice(1), start: parser.offset, end: parser.offset + lexeme.length });
    }
    atScalar = lexeme === "";
    for (const token of parser.next(lexeme)) yield* composer.next(token);
    if (parser.stack.length > MAX_DEPTH + 100) return tooDeep(parser.offset);
  }
  for (const token of parser.end()) yield* composer.next(token);
  yield* composer.end(false, text2.length);
}
function oneSentence(message) {
  return (message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:?$/, "").replace(/[.:]$/, "");
}
function report(converter, range, message, code) {
  if (converter.problems.length >= MAX_PROBLEMS) return;
  const at = spanOf(range, converter);
  const kind = code === void 0 ? "syntax" : "structure";
  converter.problems.push(code === void 0 ? { at, message, kind } : { at, message, kind, code });
}
function spanOf(range, converter) {
  return { path: converter.source.path, start: range[0], end: range[1] };
}
function nothing(at) {
  return { kind: "scalar", at, text: null, type: "null" };
}
function convert(node, converter, depth) {
  converter.weight += 1;
  converter.end = node.range[1];
  if (yamlLibrary().isAlias(node)) return convertAlias(node.source, node.range, converter);
  if (depth > MAX_DEPTH) {
    report(converter, node.range, "The document is nested too deeply", "nesting");
    return nothing(spanOf(node.range, converter));
  }
  const { anchor } = node;
  const before = converter.weight;
  if (anchor !== void 0) converter.open.add(anchor);
  const converted = yamlLibrary().isScalar(node) ? convertScalar(node, converter) : convertCollection(node, converter, depth);
  if (anchor !== void 0) {
    converter.open.delete(anchor);
    converter.anchors.set(anchor, { node: converted, weight: converter.weight - before + 1 });
  }
  return converted;
}
function convertAlias(name, range, converter) {
  const anchor = converter.anchors.get(name);
  if (converter.open.has(name)) report(converter, range, `The anchor ${name} contains itself`, "alias");
  if (!anchor || converter.open.has(name)) {
    if (!anchor && !converter.open.has(name))
      report(converter, range, `There is no anchor ${name} before this alias`, "alias");
    return nothing(spanOf(range, converter));
  }
  if (converter.aliased + anchor.weight > MAX_ALIASED_NODES) {
    if (!converter.problems.some((problem) => problem.code === "aliases"))
      report(converter, range, "The aliases of the document expand to too much", "aliases");
    return nothing(spanOf(range, converter));
  }
  converter.aliased += anchor.weight;
  converter.weight += anchor.weight;
  return anchor.node;
}
function convertScalar(scalar, converter) {
  const at = spanOf(scalar.range, converter);
  const source = scalarSource(scalar, converter.source);
  const plain = scalar.type === "PLAIN" || scalar.type === void 0;
  const { tag } = scalar;
  if (tag === void 0) return { kind: "scalar", at, ...plain ? typePlainScalar(source) : asString(source) };
  if (!tag.startsWith(STANDARD_TAG)) return { kind: "scalar", at, ...asString(source), tag };
  const typed = typePlainScalar(source);
  const wanted = tag.slice(STANDARD_TAG.length);
  if (wanted === "null" && typed.type === "null") return { kind: "scalar", at, ...typed };
  if (wanted === "bool" && typed.type === "boolean") return { kind: "scalar", at, ...typed };
  if ((wanted === "int" || wanted === "float") && typed.type === "number") return { kind: "scalar", at, ...typed };
  if (["null", "bool", "int", "float"].includes(wanted)) {
    report(converter, scalar.range, `The value cannot be read as !!${wanted}`, "tag");
  }
  return { kind: "scalar", at, ...asString(source) };
}
function scalarSource(scalar, { text: text2 }) {
  const source = scalar.source ?? "";
  const isBlock = scalar.type === "BLOCK_LITERAL" || scalar.type === "BLOCK_FOLDED";
  const isCut = isBlock && scalar.range[1] >= text2.length && /[^ \t\r\n][ \t]*$/.test(text2.slice(-200));
  return isCut && source.endsWith("\n") ? source.slice(0, -1) : source;
}
function asString(text2) {
  return { text: text2, type: "string" };
}
function convertCollection(node, converter, depth) {
  const isFlow = "flow" in node && node.flow === true;
  const spanBehind = () => {
    if (isFlow) converter.end = node.range[1];
    return spanOf([node.range[0], converter.end], converter);
  };
  const tag = node.tag !== void 0 && !node.tag.startsWith(STANDARD_TAG) ? { tag: node.tag } : {};
  if (yamlLibrary().isMap(node)) {
    const entries = convertPairs(node.items, converter, depth);
    return { kind: "map", at: spanBehind(), entries, ...tag };
  }
  const items = yamlLibrary().isSeq(node) ? node.items.map((item) => convert(item, converter, depth + 1)) : [];
  return { kind: "list", at: spanBehind(), items, ...tag };
}
function convertPairs(pairs, converter, depth) {
  const entries = /* @__PURE__ */ new Map();
  const merges = [];
  let merged = false;
  for (const { key, value } of pairs) {
    const keyNode = convert(key, converter, depth + 1);
    const node = value ? convert(value, converter, depth + 1) : nothing(spanOf([key.range[1], key.range[1]], converter));
    if (keyNode.kind !== "scalar") {
      report(converter, key.range, "The key of a mapping must be a scalar", "complex-key");
      continue;
    }
    const name = keyNode.type === "string" ? keyNode.text ?? "" : sourceOf(key);
    const isMerge = name === "<<" && keyNode.type === "string" && yamlLibrary().isScalar(key) && key.type === "PLAIN";
    if (isMerge ? merged : entries.has(name)) {
      report(converter, key.range, `The key ${name} is there twice`, "duplicate-key");
    }
    if (isMerge) {
      merged = true;
      for (const source of mergeSources(node, key, converter)) merges.push(source);
    } else {
      const entry = { keyAt: spanOf(key.range, converter), node };
      entries.set(name, keyNode.type === "string" ? entry : { ...entry, keyType: keyNode.type });
    }
  }
  return merges.length === 0 ? entries : mergeEntries(entries, merges);
}
function sourceOf(key) {
  return yamlLibrary().isScalar(key) ? key.source ?? "" : "";
}
function mergeSources(node, key, converter) {
  const sources = node.kind === "list" ? node.items : [node];
  if (sources.some((source) => source.kind !== "map")) {
    report(converter, key.range, "A merge takes a mapping or a list of mappings", "merge");
  }
  return sources;
}
function mergeEntries(own, sources) {
  const entries = new Map(own);
  for (const source of sources) {
    if (source.kind !== "map") continue;
    for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, entry);
  }
  return entries;
}

// ../../../tmp/pf/any.mjs.ts
var text = readFileSync("/tmp/pf/5mb/compose.yaml", "utf8") + (process.argv[2] ?? "");
var c = process.cpuUsage();
var t = Date.now();
var r = parseAnyYaml({ path: "compose.yaml", text });
var u = process.cpuUsage(c);
console.log("wall", Date.now() - t, "cpu", (u.user + u.system) / 1e3, "rss", process.resourceUsage().maxRSS / 1024, r.problems.length);
