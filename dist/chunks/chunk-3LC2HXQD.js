"use strict";

// src/code/given.ts
var given = (function given(file, node) {
  return { kind: "given", value: { file, node } };
});
var lastOf = (function lastOf(items, ask) {
  for (const item of items) {
    const found = ask(item);
    if (found.kind !== "absent") return found;
  }
  return ABSENT;
});

// src/code/environment-reads.ts
var environmentRead = (function environmentRead(program, at) {
  const node = peel(at.node);
  if (node.kind === "member" && at.file.language === "go") return goFieldRead(program, { file: at.file, node });
  if (node.kind === "member") return memberRead(program, at, node) ?? settingsRead(program, { ...at, node });
  if (node.kind === "index") return indexRead(program, at.file, node);
  if (node.kind === "call") return callRead(program, at, node) ?? trimmedRead(program, at, node);
  if (node.kind === "name") return takenRead(program, at.file, node) ?? settingsRead(program, { ...at, node });
  return void 0;
});
var trimmedRead = (function trimmedRead(program, { file }, { callee, arguments: values }) {
  const isTrim = callee.kind === "member" && values.length === 0 && /^(?:trim|strip|toString)$/.test(callee.property);
  return isTrim ? environmentRead(program, { file, node: callee.object }) : void 0;
});
var read = (function read(variable, isRequired = false, fallback) {
  return { variable, alternatives: [], isRequired, ...fallback && { fallback } };
});
var memberRead = (function memberRead(program, at, node) {
  if (at.file.language === "python") return pythonEntry(program, at.file, node);
  if (at.file.language === "go") return void 0;
  const path = pathOf(node.object)?.join(".");
  if (path === "process.env" || path === "import.meta.env" || path === "Bun.env") return read(node.property);
  const object = peel(node.object);
  return object.kind === "name" && isProcessEnvironment(program, { file: at.file, node: object }) ? read(node.property) : void 0;
});
var takenRead = (function takenRead(program, file, node) {
  const [binding] = bindingsAt(file, node.name, node.start)?.bindings ?? [];
  if (binding?.kind !== "value" || !binding.node.value) return void 0;
  const [variable] = binding.bound.path;
  if (binding.bound.path.length !== 1 || typeof variable !== "string") return void 0;
  if (!isEnvironment(program, definitionOf(program, { file, node: binding.node.value }))) return void 0;
  const { fallback } = binding.bound;
  return read(variable, false, fallback && { file, node: fallback });
});
var callRead = (function callRead(program, at, node) {
  const { file } = at;
  const [first, second] = node.arguments;
  const key = first && textOf2(program, { file, node: first });
  if (key === void 0) return void 0;
  const fallback = second && second.kind !== "keyword" ? { file, node: second } : keyword(node, "default", file);
  if (file.language === "go") return goRead(program, at, node, key);
  const callee = definitionOf(program, { file, node: node.callee });
  if (callee.kind === "function") {
    const found = VARIABLE2.test(key) ? helperRead(program, { file, node }, callee) : void 0;
    return found && read(key, found.isRequired, found.fallback);
  }
  const name = externalName(callee);
  if (file.language === "python") {
    if (isStarletteConfig(program, callee)) return read(key, !fallback, fallback);
    if (name !== void 0 && PYTHON_CALLS.has(name))
      return read(key, name === "decouple.config" && !fallback, fallback);
    const of2 = node.callee.kind === "member" ? typeOf(program, { file, node: node.callee.object }) : void 0;
    const library = of2?.kind === "external" && /^(?:environ|environs)$/.test(of2.package);
    return library ? read(key, !fallback, fallback) : void 0;
  }
  if (node.callee.kind !== "member") return void 0;
  const method = node.callee.property;
  if (method !== "get" && method !== "getOrThrow") return void 0;
  const of = typeOf(program, { file, node: node.callee.object });
  if (of?.kind !== "external" || of.package !== "@nestjs/config") return void 0;
  const given2 = fallback && peel(fallback.node).kind === "object" ? void 0 : fallback;
  const value = nestFallback(program, key) ?? given2;
  return read(key, method === "getOrThrow" && !value, value);
});
var settingsRead = (function settingsRead(program, at) {
  const node = peel(at.node);
  if (node.kind === "member") {
    const parsed = parsedEntry(program, at.file, node);
    if (parsed) return parsed;
  }
  const found = definitionOf(program, at);
  return found.kind === "field" ? fieldRead(program, found) : void 0;
});
var textOf2 = (function textOf2(program, at) {
  const node = peel(at.node);
  if (node.kind === "literal") return typeof node.value === "string" ? node.value : void 0;
  if (node.kind !== "name" && node.kind !== "member") return void 0;
  const found = definitionOf(program, at);
  return found.kind === "expression" && found.node.kind === "literal" && typeof found.node.value === "string" ? found.node.value : void 0;
});
const {
  packageNameOf
} = require("./chunk-QKRSXXK4.js");
const {
  externalBase,
  typeOf
} = require("./chunk-5PYKPUOO.js");
const {
  indexOf
} = require("./chunk-DA3K453T.js");
const {
  bindingsAt,
  definitionOf,
  externalName
} = require("./chunk-NRHESAE4.js");
const {
  childrenOf,
  pathOf,
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  directoryOf
} = require("./chunk-Q3NCOY3T.js");

// src/code/go/packages.ts
var packagesOf = /* @__PURE__ */ new WeakMap();
var importsOf = /* @__PURE__ */ new WeakMap();
function packageOf(program, file) {
  const known = packagesOf.get(program) ?? /* @__PURE__ */ new Map();
  packagesOf.set(program, known);
  const key = `${directoryOf(file.path)}:${file.packageName ?? ""}:${file.path.endsWith("_test.go")}`;
  const found = known.get(key) ?? readPackage([file, ...program.siblings(file)]);
  known.set(key, found);
  return found;
}
function readPackage(files) {
  const functions = /* @__PURE__ */ new Map();
  const methods = /* @__PURE__ */ new Map();
  const structs = /* @__PURE__ */ new Map();
  const types = /* @__PURE__ */ new Map();
  const values = /* @__PURE__ */ new Map();
  const initialisers = [];
  for (const file of [...files].sort((a, b) => a.path < b.path ? -1 : 1)) {
    for (const node of file.body) {
      if (node.kind === "function" && node.receiver) {
        if (node.receiver.type && node.name !== void 0)
          methods.set(`${node.receiver.type.name}.${node.name}`, { file, node });
      } else if (node.kind === "function" && node.name === "init") initialisers.push({ file, node });
      else if (node.kind === "function" && node.name !== void 0) functions.set(node.name, { file, node });
      else if (node.kind === "class" && node.name !== void 0) structs.set(node.name, { file, node });
      else if (node.kind === "type") types.set(node.name, { file, type: node.type });
      else if (node.kind === "declare") {
        const targets = node.target.kind === "array" ? node.target.elements : [node.target];
        for (const [index, target] of targets.entries())
          if (target.kind === "name" && target.name !== "_") values.set(target.name, { file, node, index });
      }
    }
  }
  return { files, functions, methods, structs, types, values, initialisers };
}
function importedNames(program, file) {
  const known = importsOf.get(file);
  if (known) return known;
  const names = /* @__PURE__ */ new Map();
  for (const one of file.imports) {
    if (one.local === void 0) continue;
    const target = program.target(file, one.from);
    if (target.kind === "files") {
      const isGuessed = one.local === packageNameOf(one.from);
      const [first] = target.files;
      names.set(isGuessed ? first?.packageName ?? one.local : one.local, { kind: "package", files: target.files });
    } else names.set(one.local, { kind: "outside", name: target.kind === "package" ? target.name : one.from });
  }
  importsOf.set(file, names);
  return names;
}
function typeNamed(program, file, name) {
  const [first = "", second] = name.split(".");
  if (second !== void 0) {
    const imported = importedNames(program, file).get(first);
    if (imported?.kind === "outside") return { kind: "outside", name: `${imported.name}.${second}` };
    const [target] = imported?.kind === "package" ? imported.files : [];
    if (target) return alias(program, target, second);
    return { kind: "outside", name };
  }
  return alias(program, file, first);
}
function alias(program, file, name, steps = 4) {
  const inside = packageOf(program, file);
  const struct = inside.structs.get(name);
  if (struct) return { kind: "own", file: struct.file, name };
  const declared = inside.types.get(name);
  if (!declared) return { kind: "built-in", name };
  if (steps > 0 && declared.type.name.includes(".")) {
    const aliased = typeNamed(program, declared.file, declared.type.name);
    if (aliased.kind === "outside") return aliased;
  }
  return { kind: "own", file: declared.file, name };
}

// src/code/go/values.ts
var UNKNOWN = { kind: "unknown", because: "it is known when the program runs" };
var NIL = { kind: "plain", value: null };
function plain(value, at) {
  return { kind: "plain", value, ...at && { at } };
}
function textOf(value) {
  return value?.kind === "plain" && typeof value.value === "string" ? value.value : void 0;
}
function numberOf(value) {
  return value?.kind === "plain" && typeof value.value === "number" ? value.value : void 0;
}
function pointed(value) {
  let inner = value;
  for (let steps = 0; inner.kind === "pointer" && steps < 8; steps++) inner = inner.to.value;
  return inner;
}
var LONGEST_TEXT = 5e3;
var LONGEST_NAME = 500;
var MOST_ITEMS = 2e3;
function listOf(items, isWhole) {
  if (items.length <= MOST_ITEMS) return { kind: "list", items, isWhole };
  return { kind: "list", items: items.slice(0, MOST_ITEMS), isWhole: false };
}
function resultOf(of, { arguments: given2, at }, on) {
  return of.length > LONGEST_NAME ? UNKNOWN : { kind: "result", of, arguments: given2, at, ...on && { on } };
}
function derived(value, from, at) {
  if (typeof value === "string" && value.length > LONGEST_TEXT) return UNKNOWN;
  const sources = from.filter((one) => one.kind === "plain");
  const variables = [...new Set(sources.flatMap((one) => one.variables ?? []))];
  const place = sources.find((one) => (one.variables?.length ?? 0) > 0)?.at ?? at ?? sources.find((one) => one.at)?.at;
  return {
    kind: "plain",
    value,
    ...place && { at: place },
    ...variables.length > 0 && { variables, isFallback: sources.some((one) => one.isFallback === true) }
  };
}

// src/code/given.ts
var ABSENT = { kind: "absent" };
var LONGEST = 16;
var MOST = 400;
function open(because) {
  return { kind: "open", because };
}
function entryOf(program, of, path) {
  let at = of;
  for (const key of path.split(".")) {
    const found = entryNamed(program, at, key, LONGEST, { count: MOST });
    if (found.kind !== "given") return found;
    at = found.value;
  }
  return { kind: "given", value: at };
}
function entryNamed(program, { file, node }, key, steps, left) {
  left.count--;
  if (steps <= 0 || left.count <= 0) return open("it is put together in too many steps");
  const inner = peel(node);
  const next = (one) => entryNamed(program, { file, node: one }, key, steps - 1, left);
  switch (inner.kind) {
    case "object":
      return lastOf([...inner.entries].reverse(), (one) => {
        if (one.kind === "spread") return next(one.value);
        if (one.key !== void 0) return one.key === key ? given(file, one.value) : ABSENT;
        return open("a name among its options is computed");
      });
    case "literal":
      return ABSENT;
    case "name":
    case "member": {
      const found = definitionOf(program, { file, node: inner });
      if (found.kind === "expression" && found.node !== inner) return entryNamed(program, found, key, steps - 1, left);
      if (found.kind === "field" && found.node.value)
        return entryNamed(program, { file: found.file, node: found.node.value }, key, steps - 1, left);
      return open("its options are not known");
    }
    case "binary":
      if (inner.operator !== "&&") return open("its options are not known");
      return perhaps(next(inner.right));
    case "conditional":
      return same(next(inner.consequent), next(inner.alternate));
    case "call":
      return ofCall(program, { file, node: inner }, key, steps, left);
    default:
      return open("its options are computed when the program runs");
  }
}


function perhaps(found) {
  return found.kind === "given" ? open("whether it is given depends on a condition") : found;
}
function same(one, other) {
  if (one.kind === "absent" && other.kind === "absent") return ABSENT;
  return open("it depends on a condition");
}
function ofCall(program, { file, node }, key, steps, left) {
  if (node.isNew && node.arguments.length === 1 && file.language === "go" && node.arguments[0]?.kind === "object")
    return entryNamed(program, { file, node: node.arguments[0] }, key, steps - 1, left);
  const callee = definitionOf(program, { file, node: node.callee });
  if (callee.kind === "global") {
    const name = callee.path.join(".");
    if (name === "dict") return keywordIn(program, { file, node }, key, steps - 1, left);
    if (name === "Object.assign")
      return lastOf(
        [...node.arguments].reverse(),
        (one) => entryNamed(program, { file, node: one }, key, steps - 1, left)
      );
    if (name === "Object.freeze" && node.arguments[0])
      return entryNamed(program, { file, node: node.arguments[0] }, key, steps - 1, left);
  }
  if (callee.kind !== "function") return open("its options are computed when the program runs");
  const returned = returnedBy(callee);
  return returned ? entryNamed(program, returned, key, steps - 1, left) : open("its options are computed when the program runs");
}
function returnedBy({
  file,
  node
}) {
  const last = node.body.at(-1);
  return last?.kind === "return" && last.value ? { file, node: last.value } : void 0;
}
function keywordOf(program, call, name) {
  return keywordIn(program, call, name, LONGEST, { count: MOST });
}
function keywordIn(program, { file, node }, name, steps, left) {
  return lastOf([...node.arguments].reverse(), (one) => {
    if (one.kind === "keyword") return one.name === name ? given(file, one.value) : ABSENT;
    if (one.kind === "spread" && one.form === "map")
      return entryNamed(program, { file, node: one.value }, name, steps, left);
    return ABSENT;
  });
}

// src/code/go/config.ts
var FILLERS = [
  {
    name: /^github\.com\/kelseyhightower\/envconfig\.(?:Must)?Process$/,
    variable: "envconfig",
    fallback: "default",
    argument: 1
  },
  {
    name: /^github\.com\/caarlos0\/env(?:\/v\d+)?\.Parse(?:WithOptions)?$/,
    variable: "env",
    fallback: "envDefault",
    argument: 0
  },
  { name: /^github\.com\/ilyakaznacheev\/cleanenv\.ReadEnv$/, variable: "env", fallback: "env-default", argument: 0 },
  {
    name: /^github\.com\/ilyakaznacheev\/cleanenv\.ReadConfig$/,
    variable: "env",
    fallback: "env-default",
    argument: 1
  },
  { name: /^github\.com\/sethvargo\/go-envconfig\.Process$/, variable: "env", fallback: "default", argument: 1 }
];
function filledFromTags(run, name, site) {
  const filler = FILLERS.find((one) => one.name.test(name));
  if (!filler) return void 0;
  const target = site.arguments[filler.argument];
  const struct = target && pointed(target);
  const prefix = filler.argument === 1 && site.arguments[0]?.kind === "plain" ? String(site.arguments[0].value ?? "") : "";
  if (struct?.kind === "struct") fill(run, struct, filler, prefix === "" ? "" : `${prefix.toUpperCase()}_`, 4);
  return NIL;
}
function fill(run, struct, filler, prefix, depth) {
  const declared = struct.type && packageOf(run.program, struct.type.file).structs.get(struct.type.name);
  if (!declared || depth <= 0) return;
  for (const field of declared.node.members) {
    if (field.kind !== "field") continue;
    const tags = tagsOf(field.tag ?? "");
    const [written = ""] = (tags.get(filler.variable) ?? "").split(",");
    const type = field.type && typeNamed(run.program, declared.file, field.type.name);
    if (type?.kind === "own" && packageOf(run.program, type.file).structs.has(type.name)) {
      const inner = { kind: "struct", type, fields: /* @__PURE__ */ new Map(), at: struct.at, isOpen: true };
      struct.fields.set(field.name, inner);
      fill(run, inner, filler, prefix + (tags.get("envPrefix") ?? ""), depth - 1);
      continue;
    }
    const variable = written !== "" ? written : filler.variable === "envconfig" ? field.name.toUpperCase() : void 0;
    if (variable === void 0) continue;
    const fallback = tags.get(filler.fallback) ?? /(?:^|,)default=([^,]*)/.exec(tags.get(filler.variable) ?? "")?.[1];
    const at = { path: declared.file.path, start: field.start, end: field.end };
    struct.fields.set(field.name, settingValue(run, prefix + variable, fallback, field.type?.name ?? "string", at));
  }
}
function settingValue(run, variable, fallback, type, at) {
  const fact = run.environment(variable);
  if (fact && !fact.known) return { kind: "unknown", because: fact.because };
  const written = fact ? fact.value : fallback;
  const variables = [variable];
  if (written === void 0) return { kind: "unknown", because: `${variable} is not set` };
  const place = fact ? fact.at : at;
  if (/^u?int/.test(type) && /^\d+$/.test(written))
    return { kind: "plain", value: Number(written), at: place, variables, isFallback: !fact };
  if (type === "bool")
    return { kind: "plain", value: written === "true" || written === "1", at: place, variables, isFallback: !fact };
  return type === "string" ? { kind: "plain", value: written, at: place, variables, isFallback: !fact } : UNKNOWN;
}
function tagsOf(tag) {
  const found = /* @__PURE__ */ new Map();
  for (const [, key = "", value = ""] of tag.matchAll(/([^\s:"]+):"((?:\\.|[^"\\])*)"/g))
    if (!found.has(key)) found.set(key, value.replace(/\\(.)/g, "$1"));
  return found;
}

// src/code/go-settings.ts
function goFieldRead(program, at) {
  const found = fieldOf(program, at);
  return found && taggedRead(found.file, found.field, prefixOf(program, at));
}
function taggedRead(file, field, prefix) {
  const tags = tagsOf(field.tag ?? "");
  const written = tags.get("env") ?? tags.get("envconfig");
  const [name = "", ...options] = (written ?? "").split(",").map((part) => part.trim());
  if (name === "") return void 0;
  const inline = options.find((one) => one.startsWith("default="))?.slice("default=".length);
  const fallback = tags.get("envDefault") ?? tags.get("env-default") ?? inline ?? tags.get("default");
  const isRequired = options.some((one) => one === "required" || one === "notEmpty") || tags.get("required") === "true" || tags.has("env-required");
  return {
    variable: prefix + name,
    alternatives: [],
    isRequired: isRequired && fallback === void 0,
    ...fallback !== void 0 && { fallback: { file, node: literalOf(field, fallback) } }
  };
}
function typesWithPrefix(files) {
  const found = /* @__PURE__ */ new Set();
  for (const { body } of files) {
    for (const one of body) {
      if (one.kind !== "class") continue;
      for (const member of one.members) {
        if (member.kind === "field" && member.type && /env-?prefix/i.test(member.tag ?? ""))
          found.add(member.type.name.replace(/^\*/, ""));
      }
    }
  }
  return found;
}
function fieldOf(program, { file, node }) {
  const type = typeOf(program, { file, node: node.object });
  if (type?.kind !== "class") return void 0;
  const field = type.node.members.find((one) => one.kind === "field" && one.name === node.property);
  return field?.kind === "field" ? { file: type.file, field } : void 0;
}
function prefixOf(program, { file, node }) {
  let prefix = "";
  let object = node.object;
  for (let steps = 0; object.kind === "member" && steps < 8; steps++) {
    const tags = tagsOf(fieldOf(program, { file, node: object })?.field.tag ?? "");
    prefix = (tags.get("envPrefix") ?? tags.get("env-prefix") ?? "") + prefix;
    object = object.object;
  }
  return prefix;
}
function literalOf(field, text) {
  const isNumber = /^(?:u?int|float)/.test(field.type?.name ?? "") && Number.isFinite(Number(text));
  const value = isNumber ? Number(text) : field.type?.name === "bool" ? text === "true" : text;
  return { kind: "literal", value, start: field.start, end: field.end };
}
var defaultsOf = /* @__PURE__ */ new WeakMap();
function viperDefaults(program) {
  const known = defaultsOf.get(program);
  if (known) return known;
  const found = /* @__PURE__ */ new Map();
  for (const file of program.files.values()) {
    if (file.language !== "go" || !file.imports.some((one) => one.from === VIPER)) continue;
    walk(file.body, (node) => {
      if (node.kind !== "call" || node.callee.kind !== "member" || node.callee.property !== "SetDefault")
        return void 0;
      const [key, value] = node.arguments;
      if (key?.kind === "literal" && typeof key.value === "string" && value)
        found.set(key.value.toLowerCase(), { file, node: value });
      return void 0;
    });
  }
  defaultsOf.set(program, found);
  return found;
}
var VIPER = "github.com/spf13/viper";
function viperRead(program, name, key) {
  if (!/^github\.com\/spf13\/viper\.Get(?:String|Int|Int32|Int64|Bool|Duration|Float64)?$/.test(name)) return void 0;
  const fallback = viperDefaults(program).get(key.toLowerCase());
  if (!fallback) return void 0;
  return { variable: key.toUpperCase().replaceAll(/[.-]/g, "_"), alternatives: [], isRequired: false, fallback };
}
function flagDefault(name, given2) {
  const [, shorthand] = /^(?:flag|github\.com\/spf13\/pflag)\.(?:String|Int|Int64|Uint|Uint64|Bool|Float64|Duration)(P?)$/.exec(name) ?? [];
  return shorthand === void 0 ? void 0 : given2[shorthand === "P" ? 2 : 1];
}

// src/code/environment-helpers.ts
var READS = /* @__PURE__ */ new Set(["os.Getenv", "os.LookupEnv", "os.getenv", "os.environ.get"]);
var helpersOf = /* @__PURE__ */ new WeakMap();
function helperOf(program, { file, node }) {
  const known = helpersOf.get(node);
  if (known !== void 0) return known ?? void 0;
  const found = findHelper(program, { file, node });
  helpersOf.set(node, found ?? null);
  return found;
}
function findHelper(program, { file, node }) {
  const [key, second] = node.parameters.filter(
    ({ target }) => !(target.kind === "name" && /^(?:self|cls)$/.test(target.name))
  );
  if (key?.target.kind !== "name") return void 0;
  const name = key.target.name;
  const other = second?.target.kind === "name" ? second.target.name : void 0;
  let reads = false;
  let ends = false;
  let gives = false;
  const waiting = [...node.body];
  for (let count = 0; waiting.length > 0 && count < 2e3; count++) {
    const one = waiting.pop();
    if (!one) break;
    if (one.kind === "throw") {
      ends = true;
      continue;
    }
    if (one.kind === "call" && isEnd(program, file, one)) {
      ends = true;
      continue;
    }
    if (isRead(program, file, one, name)) reads = true;
    if (one.kind === "name" && one.name === other) gives = true;
    waiting.push(...childrenOf(one));
  }
  if (!reads) return void 0;
  return { ends, ...gives && other !== void 0 && { fallback: other } };
}
function isEnd(program, file, { callee }) {
  if (callee.kind === "name") return callee.name === "panic";
  if (callee.kind !== "member") return false;
  const path = pathOf(callee)?.join(".");
  if (path === "process.exit" || path === "sys.exit") return true;
  if (file.language !== "go" || !/^(?:Fatal|Panic|Exit)/.test(callee.property)) return false;
  const name = externalName(definitionOf(program, { file, node: callee }));
  return name !== void 0 && /(?:^|[./])(?:log\.(?:Fatal|Panic)(?:f|ln)?|os\.Exit)$|(?:logrus|zap|zerolog).*\.(?:Fatal|Panic)/.test(name);
}
function isRead(program, file, node, name) {
  if (node.kind === "index") {
    const index = peel(node.index);
    if (index.kind !== "name" || index.name !== name) return false;
    const path = pathOf(node.object)?.join(".");
    if (path === "process.env" || path === "Bun.env" || path === "import.meta.env") return true;
    return externalName(definitionOf(program, { file, node: node.object })) === "os.environ";
  }
  if (node.kind !== "call") return false;
  const [first] = node.arguments;
  if (first?.kind !== "name" || first.name !== name) return false;
  const callee = externalName(definitionOf(program, { file, node: node.callee }));
  return callee !== void 0 && READS.has(callee);
}
function helperRead(program, { file, node }, callee) {
  const helper = helperOf(program, callee);
  if (!helper) return void 0;
  const given2 = helper.fallback === void 0 ? void 0 : argumentOf(node, helper.fallback);
  if (given2) return { isRequired: false, fallback: { file, node: given2 } };
  const parameter = callee.node.parameters.find(
    ({ target }) => target.kind === "name" && target.name === helper.fallback
  );
  const own = parameter?.fallback;
  const isNone = own?.kind === "literal" && own.value === null;
  if (own && !isNone) return { isRequired: false, fallback: { file: callee.file, node: own } };
  return { isRequired: helper.ends };
}
function argumentOf(node, name) {
  const keyword2 = node.arguments.find((one) => one.kind === "keyword" && one.name === name);
  if (keyword2?.kind === "keyword") return keyword2.value;
  const second = node.arguments[1];
  return second?.kind === "keyword" ? void 0 : second;
}

// src/code/process-environment.ts
function isProcessEnvironment(program, at) {
  if (isWritten(at.node)) return true;
  const node = peel(at.node);
  return node.kind === "name" && isEnvironment(program, definitionOf(program, { file: at.file, node }));
}
function isEnvironment(program, of) {
  if (of.kind === "global") return of.path.join(".") === "process.env";
  if (of.kind !== "parameter" || of.path.length > 0 || of.node.rest) return false;
  const { fallback, type } = of.node;
  if (fallback) return isWritten(fallback) || isGlobal(program, { file: of.file, node: fallback });
  return type?.name === "NodeJS.ProcessEnv";
}
function isWritten(node) {
  return pathOf(node)?.join(".") === "process.env";
}
function isGlobal(program, at) {
  const of = definitionOf(program, at);
  return of.kind === "global" && of.path.join(".") === "process.env";
}

// src/code/environment-schemas.ts
var VARIABLE = /^[A-Z][A-Z0-9_]*$/;
function requiredEntries(program, { file, node }) {
  const isOfEnvironment = node.arguments.some((one) => isProcessEnvironment(program, { file, node: one }));
  const schema = isOfEnvironment ? schemaObject(program, file, node) : void 0;
  if (!schema || node.callee.kind !== "member" || mentionsPartial(program, { file, node: node.callee.object }))
    return [];
  return schema.node.entries.flatMap((one) => {
    if (one.kind !== "entry" || one.key === void 0 || !VARIABLE.test(one.key)) return [];
    const { fallback, isOptional } = schemaDefault(one.value);
    return !fallback && !isOptional && isDemanding(one.value) ? [one.key] : [];
  });
}
function isDemanding(entry) {
  let node = peel(entry);
  const path = [];
  for (let steps = 0; (node.kind === "call" || node.kind === "member") && steps < 60; steps++) {
    if (node.kind === "member") path.unshift(node.property);
    node = peel(node.kind === "call" ? node.callee : node.object);
  }
  if (node.kind !== "name" || !/^(?:z|zod)$/.test(node.name)) return false;
  if (path.some(
    (one) => /^(?:or|and|pipe|preprocess|transform|nullable|nullish|optional|catch|default|prefault)$/.test(one)
  ))
    return false;
  return /^(?:string|url|email|uuid|enum|nativeEnum|literal)$/.test(path[0] ?? "") || path[0] === "coerce" && path[1] === "number";
}
function mentionsPartial(program, at) {
  const found = definitionOf(program, at);
  let node = found.kind === "expression" ? peel(found.node) : peel(at.node);
  for (let steps = 0; (node.kind === "call" || node.kind === "member") && steps < 60; steps++) {
    if (node.kind === "member" && /^(?:partial|deepPartial|optional|catch|or)$/.test(node.property)) return true;
    node = peel(node.kind === "call" ? node.callee : node.object);
  }
  return false;
}
var CHECKS = /^(?:parse|safeParse|parseAsync|safeParseAsync|validate|validateSync|validateAsync)$/;
var MOST_PASSED = 4;
function checkedEnvironment(program, of, steps = MOST_PASSED) {
  if (of.kind !== "expression" || steps <= 0) return void 0;
  const node = peel(of.node);
  if (node.kind !== "call") return void 0;
  if (node.arguments.some((one) => isProcessEnvironment(program, { file: of.file, node: one })))
    return { file: of.file, node };
  const callee = peel(node.callee);
  if (isMadeByCreateEnv(program, { file: of.file, node: callee })) return { file: of.file, node };
  const called = callee.kind === "function" ? { kind: callee.kind, file: of.file, node: callee } : void 0;
  const fn = called ?? definitionOf(program, { file: of.file, node: callee });
  const last = fn.kind === "function" ? fn.node.body.at(-1) : void 0;
  if (fn.kind !== "function" || last?.kind !== "return" || !last.value) return void 0;
  const returned = { file: fn.file, node: last.value };
  const kept = assignedOnce(fn, last.value);
  return checkedEnvironment(program, definitionOf(program, kept ? { file: fn.file, node: kept } : returned), steps - 1);
}
function assignedOnce({ node }, returned) {
  const inner = peel(returned);
  if (inner.kind !== "name") return void 0;
  const assigned = [];
  walk(node.body, (one) => {
    if (one.kind === "assign" && one.target.kind === "name" && one.target.name === inner.name) assigned.push(one.value);
    return void 0;
  });
  return assigned.length === 1 ? assigned[0] : void 0;
}
function isMadeByCreateEnv(program, at) {
  const name = externalName(definitionOf(program, at));
  return name !== void 0 && /^@t3-oss\/env-\w+\.createEnv$/.test(name);
}
function schemasOf(program, call) {
  if (!isMadeByCreateEnv(program, { file: call.file, node: call.node.callee }))
    return [schemaObject(program, call.file, call.node) ?? []].flat();
  const [options] = call.node.arguments;
  if (!options) return [];
  return ["server", "client", "shared"].flatMap((key) => {
    const given2 = entryOf(program, { file: call.file, node: options }, key);
    return given2.kind === "given" ? schemaOf(program, given2.value) ?? [] : [];
  });
}
function schemaObject(program, file, call) {
  if (call.callee.kind === "member" && CHECKS.test(call.callee.property))
    return schemaOf(program, { file, node: call.callee.object });
  const second = call.arguments[1];
  return second && schemaOf(program, { file, node: second });
}
var TUNES = /^(?:prefs|preferences|options|refine|superRefine|transform|meta|label|messages|unknown|when)$/;
function schemaOf(program, schema) {
  let at = schema;
  for (let steps = 0; at && steps < 8; steps++) {
    const found = definitionOf(program, at);
    if (found.kind !== "expression") return void 0;
    const node = peel(found.node);
    if (node.kind === "object") return { file: found.file, node };
    if (node.kind !== "call") return void 0;
    const before = node.callee.kind === "member" ? node.callee : void 0;
    const given2 = node.arguments.find((one) => one.kind === "object");
    const inner = before && TUNES.test(before.property) ? before.object : given2 ?? before?.object;
    at = inner && { file: found.file, node: inner };
  }
  return void 0;
}
function schemaDefault(entry) {
  let node = peel(entry);
  let isOptional = false;
  let isRequired = false;
  for (let steps = 0; node.kind === "call" && steps < 30; steps++) {
    const [first] = node.arguments;
    const method = node.callee.kind === "member" ? node.callee.property : void 0;
    if ((method === "default" || method === "catch" || method === "prefault") && first)
      return { fallback: first, isOptional };
    if (method === "optional" || method === "nullish") isOptional = true;
    const options = first?.kind === "object" ? first.entries : [];
    const option = options.find((one) => one.kind === "entry" && one.key === "default");
    if (option?.kind === "entry") return { fallback: option.value, isOptional };
    if (options.some((one) => one.kind === "entry" && /^(?:devDefault|requiredWhen)$/.test(one.key ?? "")))
      return { isOptional: true };
    if (node.callee.kind !== "member") break;
    if (method === "required") isRequired = true;
    node = peel(node.callee.object);
  }
  return { isOptional: isOptional || !isRequired && node.kind === "name" && /^joi$/i.test(node.name) };
}

// src/code/nest-settings.ts
var settingsOf = /* @__PURE__ */ new WeakMap();
function nestFallback(program, key) {
  const { namespaces, loaded, schemas } = nestSettings(program);
  return only(schemas.flatMap((one) => schemaEntry(program, one, key) ?? [])) ?? inside();
  function inside() {
    const [space = "", ...rest] = key.split(".");
    const named = rest.length > 0 ? namespaces.get(space) : void 0;
    const own = named && entryIn(program, named, rest.join("."));
    return own ?? only(loaded.flatMap((one) => entryIn(program, one, key) ?? []));
  }
}
function only(found) {
  const [first, second] = found;
  if (!first || !second) return first;
  return { file: first.file, node: { kind: "unknown", children: [], start: first.node.start, end: first.node.end } };
}
function entryIn(program, of, path) {
  const found = entryOf(program, of, path);
  if (found.kind === "given") return found.value;
  return found.kind === "open" ? of : void 0;
}
function schemaEntry(program, at, key) {
  const schema = schemaOf(program, at);
  const entry = schema?.node.entries.find((one) => one.kind === "entry" && one.key === key);
  const fallback = entry?.kind === "entry" ? schemaDefault(entry.value).fallback : void 0;
  return schema && fallback && { file: schema.file, node: fallback };
}
function nestSettings(program) {
  const known = settingsOf.get(program);
  if (known) return known;
  const namespaces = /* @__PURE__ */ new Map();
  const loaded = [];
  const schemas = [];
  for (const file of program.files.values()) {
    if (!file.imports.some((one) => one.from === "@nestjs/config")) continue;
    const { callsByName } = indexOf(file);
    for (const call of callsByName.get("registerAs") ?? []) addNamespace(namespaces, file, call);
    for (const { callee, arguments: given2 } of callsByName.get("forRoot") ?? []) {
      const [first] = given2;
      if (!first || callee.kind !== "member") continue;
      if (peel(callee.object).kind !== "name" || !/Config/.test(nameOf(callee.object))) continue;
      const schema = entryOf(program, { file, node: first }, "validationSchema");
      if (schema.kind === "given") schemas.push(schema.value);
      loaded.push(...loadedBy(program, { file, node: first }));
    }
  }
  const settings = { namespaces, loaded, schemas };
  settingsOf.set(program, settings);
  return settings;
}
function nameOf(node) {
  const inner = peel(node);
  return inner.kind === "name" ? inner.name : "";
}
function loadedBy(program, options) {
  const load = entryOf(program, options, "load");
  const found = load.kind === "given" ? definitionOf(program, load.value) : void 0;
  const list = found?.kind === "expression" ? peel(found.node) : void 0;
  if (found?.kind !== "expression" || list?.kind !== "array") return [];
  return list.elements.flatMap((node) => {
    const made = node ? definitionOf(program, { file: found.file, node }) : void 0;
    const fn = made?.kind === "function" ? made : void 0;
    const last = fn?.node.body.at(-1);
    return fn && last?.kind === "return" && last.value ? [{ file: fn.file, node: last.value }] : [];
  });
}
function addNamespace(found, file, call) {
  const [name, factory] = call.arguments;
  if (name?.kind !== "literal" || typeof name.value !== "string" || factory?.kind !== "function") return;
  const last = factory.body.at(-1);
  if (last?.kind === "return" && last.value) found.set(name.value, { file, node: last.value });
}

// src/code/environment-reads.ts




var DICT_METHODS = /^(?:get|setdefault|copy|items|keys|values|pop|update)$/;
function pythonEntry(program, file, node) {
  if (DICT_METHODS.test(node.property) || peel(node.object).kind === "call") return void 0;
  const of = externalName(definitionOf(program, { file, node: node.object }));
  return of === "os.environ" ? read(node.property, true) : void 0;
}

function indexRead(program, file, node) {
  const key = textOf2(program, { file, node: node.index });
  if (key === void 0) return void 0;
  const object = definitionOf(program, { file, node: node.object });
  if (externalName(object) === "os.environ") return read(key, true);
  return isEnvironment(program, object) || pathOf(node.object)?.join(".") === "process.env" ? read(key) : void 0;
}
var PYTHON_CALLS = /* @__PURE__ */ new Set([
  "os.getenv",
  "os.environ.get",
  "os.environ.setdefault",
  "decouple.config",
  "environs.Env",
  "environ.Env"
]);
var VARIABLE2 = /^[A-Z][A-Z0-9_]*$/;
function isStarletteConfig(program, callee) {
  if (callee.kind !== "expression" || callee.node.kind !== "call") return false;
  const made = externalName(definitionOf(program, { file: callee.file, node: callee.node.callee }));
  return made === "starlette.Config" || made === "environ.Env" || made === "environs.Env";
}

function goRead(program, { file }, node, key) {
  const callee = definitionOf(program, { file, node: node.callee });
  const name = externalName(callee);
  if (name === "os.Getenv" || name === "os.LookupEnv") return read(key);
  if (callee.kind !== "function") return name === void 0 ? void 0 : viperRead(program, name, key);
  const found = helperRead(program, { file, node }, callee);
  return found && read(key, found.isRequired, found.fallback);
}

function fieldRead(program, found) {
  if (found.file.language !== "python") return void 0;
  const base = externalBase(program, { file: found.file, node: found.owner });
  if (base?.path.at(-1) !== "BaseSettings") return void 0;
  const { name, value } = found.node;
  const call = value && peel(value);
  const isField = call?.kind === "call" && pathOf(call.callee)?.at(-1) === "Field";
  const given2 = isField ? fieldDefault(call, found.file) : value && { file: found.file, node: value };
  const alias2 = isField ? keyword(call, "validation_alias", found.file) ?? keyword(call, "alias", found.file) ?? keyword(call, "env", found.file) : void 0;
  const aliased = alias2 && textOf2(program, alias2);
  const variable = aliased ?? `${prefixOf2(found.owner)}${name}`;
  return {
    variable: variable.toUpperCase(),
    alternatives: [variable, variable.toLowerCase()],
    isRequired: !given2,
    ...given2 && { fallback: given2 }
  };
}
function fieldDefault(call, file) {
  const [first] = call.arguments;
  if (first && first.kind !== "keyword") {
    return first.kind === "unknown" || first.kind === "name" && first.name === "..." ? void 0 : { file, node: first };
  }
  return keyword(call, "default", file);
}
function prefixOf2(owner) {
  for (const member of owner.members) {
    if (member.kind === "field" && member.name === "model_config" && member.value?.kind === "call") {
      const prefix = member.value.arguments.find((one) => one.kind === "keyword" && one.name === "env_prefix");
      if (prefix?.kind === "keyword" && prefix.value.kind === "literal") return String(prefix.value.value);
    }
    if (member.kind === "class" && member.name === "Config") {
      const prefix = member.members.find((one) => one.kind === "field" && one.name === "env_prefix");
      if (prefix?.kind === "field" && prefix.value?.kind === "literal") return String(prefix.value.value);
    }
  }
  return "";
}
function parsedEntry(program, file, node) {
  const call = checkedEnvironment(program, definitionOf(program, { file, node: node.object }));
  if (!call) return void 0;
  for (const schema of schemasOf(program, call)) {
    const entry = schema.node.entries.find((one) => one.kind === "entry" && one.key === node.property);
    if (entry?.kind !== "entry") continue;
    const { fallback, isOptional } = schemaDefault(entry.value);
    return read(node.property, !fallback && !isOptional, fallback && { file: schema.file, node: fallback });
  }
  return void 0;
}
function keyword(call, name, file) {
  const found = call.arguments.find((one) => one.kind === "keyword" && one.name === name);
  return found?.kind === "keyword" ? { file, node: found.value } : void 0;
}


module.exports = {
  entryOf,
  keywordOf,
  isProcessEnvironment,
  requiredEntries,
  schemaDefault,
  packageOf,
  importedNames,
  typeNamed,
  UNKNOWN,
  NIL,
  plain,
  textOf,
  numberOf,
  pointed,
  listOf,
  resultOf,
  derived,
  filledFromTags,
  tagsOf,
  taggedRead,
  typesWithPrefix,
  flagDefault,
  environmentRead,
  fieldRead
};
