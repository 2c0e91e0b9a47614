"use strict";
const {
  NOWHERE
} = require("./chunk-NRHESAE4.js");
require("./chunk-5D3HAFLZ.js");
const {
  peel,
  walk
} = require("./chunk-YCWXIPEZ.js");
const {
  runAudit
} = require("./chunk-3TQROPE4.js");
require("./chunk-BSCF6KHF.js");
const {
  standsAside
} = require("./chunk-Q3NCOY3T.js");
require("./chunk-FCJI7VTO.js");
require("./chunk-YLVDSGH3.js");

// src/deep/compiler-library.ts
function compilerLibrary() {
  return require("./typescript.cjs").ts;
}

// src/deep/declarations.ts
var LANGUAGE = `
interface Object {}
interface Function { bind(this: any, ...given: any[]): any; call(this: any, ...given: any[]): any; apply(this: any, ...given: any[]): any }
interface CallableFunction extends Function {}
interface NewableFunction extends Function {}
interface IArguments { [index: number]: any; length: number }
interface Boolean {}
interface Number { toFixed(digits?: number): string; toString(radix?: number): string }
interface BigInt {}
interface RegExp { test(text: string): boolean }
interface String {
  trim(): string; toLowerCase(): string; toUpperCase(): string; slice(from?: number, to?: number): string
  split(by: any, most?: number): string[]; replace(what: any, by: any): string; startsWith(text: string): boolean
  includes(text: string): boolean; length: number; [index: number]: string
}
interface TemplateStringsArray extends ReadonlyArray<string> { raw: readonly string[] }
interface Date { getTime(): number; toISOString(): string }
declare var Date: { new (...given: any[]): Date; now(): number }
interface Error { name: string; message: string; stack?: string; cause?: any }
declare var Error: { new (message?: string, options?: any): Error; (message?: string): Error }
interface Symbol {}
declare var Symbol: { readonly iterator: unique symbol; readonly asyncIterator: unique symbol; (name?: any): symbol }

interface IteratorResult<T, R = any> { done?: boolean; value: T }
interface Iterator<T, R = any, N = any> { next(...given: any[]): IteratorResult<T, R> }
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N> }
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> { [Symbol.iterator](): IterableIterator<T, R, N> }
interface Generator<T = any, R = any, N = any> extends IterableIterator<T, R, N> {}
interface AsyncIterator<T, R = any, N = any> { next(...given: any[]): Promise<IteratorResult<T, R>> }
interface AsyncIterable<T, R = any, N = any> { [Symbol.asyncIterator](): AsyncIterator<T, R, N> }
interface AsyncIterableIterator<T, R = any, N = any> extends AsyncIterator<T, R, N> { [Symbol.asyncIterator](): AsyncIterableIterator<T, R, N> }
interface AsyncGenerator<T = any, R = any, N = any> extends AsyncIterableIterator<T, R, N> {}

interface PromiseLike<T> { then<A = T, B = never>(done?: ((value: T) => A | PromiseLike<A>) | null, failed?: ((reason: any) => B | PromiseLike<B>) | null): PromiseLike<A | B> }
interface Promise<T> {
  then<A = T, B = never>(done?: ((value: T) => A | PromiseLike<A>) | null, failed?: ((reason: any) => B | PromiseLike<B>) | null): Promise<A | B>
  catch<B = never>(failed?: ((reason: any) => B | PromiseLike<B>) | null): Promise<T | B>
  finally(after?: (() => void) | null): Promise<T>
}
interface PromiseConstructor {
  new <T>(run: (done: (value: T | PromiseLike<T>) => void, failed: (reason?: any) => void) => void): Promise<T>
  all<T extends readonly any[] | []>(values: T): Promise<{ -readonly [P in keyof T]: Awaited<T[P]> }>
  race<T extends readonly any[] | []>(values: T): Promise<Awaited<T[number]>>
  resolve<T>(value: T): Promise<Awaited<T>>
  resolve(): Promise<void>
  reject<T = never>(reason?: any): Promise<T>
}
declare var Promise: PromiseConstructor
type Awaited<T> = T extends PromiseLike<infer V> ? Awaited<V> : T

interface ReadonlyArray<T> extends Iterable<T> {
  readonly length: number; readonly [index: number]: T
  map<U>(by: (one: T, index: number, all: readonly T[]) => U): U[]
  flatMap<U>(by: (one: T, index: number, all: readonly T[]) => U | readonly U[]): U[]
  filter<S extends T>(is: (one: T, index: number, all: readonly T[]) => one is S): S[]
  filter(is: (one: T, index: number, all: readonly T[]) => any): T[]
  find(is: (one: T, index: number, all: readonly T[]) => any): T | undefined
  forEach(run: (one: T, index: number, all: readonly T[]) => void): void
  some(is: (one: T, index: number) => any): boolean; every(is: (one: T, index: number) => any): boolean
  reduce<U>(by: (sum: U, one: T, index: number) => U, first: U): U
  slice(from?: number, to?: number): T[]; concat(...more: any[]): T[]; includes(one: any): boolean
  at(index: number): T | undefined; join(by?: string): string; indexOf(one: any): number
  values(): IterableIterator<T>; entries(): IterableIterator<[number, T]>
}
interface Array<T> extends ReadonlyArray<T> {
  length: number; [index: number]: T
  push(...more: T[]): number; pop(): T | undefined; shift(): T | undefined; unshift(...more: T[]): number
  sort(by?: (one: T, other: T) => number): T[]; reverse(): T[]; splice(at: number, count?: number, ...more: T[]): T[]
}
declare var Array: { isArray(one: any): one is any[]; from<T>(all: Iterable<T>): T[]; new <T = any>(...given: any[]): T[] }
interface ConcatArray<T> extends ReadonlyArray<T> {}
interface Map<K, V> extends Iterable<[K, V]> {
  get(key: K): V | undefined; set(key: K, value: V): Map<K, V>; has(key: K): boolean; delete(key: K): boolean; clear(): void
  forEach(run: (value: V, key: K) => void): void; keys(): IterableIterator<K>; values(): IterableIterator<V>
  entries(): IterableIterator<[K, V]>; readonly size: number
}
interface ReadonlyMap<K, V> extends Map<K, V> {}
declare var Map: { new <K = any, V = any>(entries?: Iterable<readonly [K, V]> | null): Map<K, V> }
interface WeakMap<K, V> { get(key: K): V | undefined; set(key: K, value: V): WeakMap<K, V>; has(key: K): boolean; delete(key: K): boolean }
declare var WeakMap: { new <K = any, V = any>(): WeakMap<K, V> }
interface Set<T> extends Iterable<T> {
  add(one: T): Set<T>; has(one: T): boolean; delete(one: T): boolean; clear(): void; readonly size: number
  forEach(run: (one: T) => void): void; values(): IterableIterator<T>
}
interface ReadonlySet<T> extends Set<T> {}
declare var Set: { new <T = any>(all?: Iterable<T> | null): Set<T> }

type Partial<T> = { [P in keyof T]?: T[P] }
type Required<T> = { [P in keyof T]-?: T[P] }
type Readonly<T> = { readonly [P in keyof T]: T[P] }
type Record<K extends keyof any, T> = { [P in K]: T }
type Pick<T, K extends keyof T> = { [P in K]: T[P] }
type Exclude<T, U> = T extends U ? never : T
type Extract<T, U> = T extends U ? T : never
type Omit<T, K extends keyof any> = Pick<T, Exclude<keyof T, K>>
type NonNullable<T> = T & {}
type Parameters<F extends (...given: any) => any> = F extends (...given: infer P) => any ? P : never
type ConstructorParameters<F extends abstract new (...given: any) => any> = F extends abstract new (...given: infer P) => any ? P : never
type ReturnType<F extends (...given: any) => any> = F extends (...given: any) => infer R ? R : any
type InstanceType<F extends abstract new (...given: any) => any> = F extends abstract new (...given: any) => infer R ? R : any
interface ThisType<T> {}
`;
var RESERVED = /^(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|let|static|implements|interface|package|private|protected|public|await|any|unknown|never|string|number|boolean|symbol|object|bigint|undefined)$/;
function declarePackage(home, names) {
  const paths = /* @__PURE__ */ new Map();
  const texts = [...names].flatMap((name, index) => {
    const isWhole = name === "default";
    if (!isWhole && (!/^[A-Za-z_$][\w$]*$/.test(name) || RESERVED.test(name))) return [];
    const path = isWhole ? [] : [name];
    const [own, value, given] = [isWhole ? "$whole" : name, `$value${index}`, `$given${index}`];
    paths.set(own, path).set(value, path).set(given, [...path, "()"]);
    return `
${isWhole ? "" : "export "}interface ${own}<A = any, B = any, C = any, D = any> { readonly "${home}.${own}": true; [name: string]: any }
interface ${given} { readonly "${home}.${given}": true; [name: string]: any }
interface ${value} {
  readonly "${home}.${value}": true
  new <A = any, B = any, C = any, D = any>(...given: any[]): ${own}<A, B, C, D>
  (...given: any[]): ${given}
  [name: string]: any
}
${isWhole ? "" : "export "}declare const ${own}: ${value}
${isWhole ? `export default ${own}` : ""}
`;
  });
  return { text: `${texts.join("")}
 export {}
`, paths };
}
function namesTaken(files, packageOf) {
  const found = /* @__PURE__ */ new Map();
  const take = (file, from, name) => {
    const outside = from === void 0 ? void 0 : packageOf(file, from);
    if (outside === void 0) return;
    const names = found.get(outside) ?? /* @__PURE__ */ new Set();
    found.set(outside, names);
    if (name !== void 0 && name !== "*" && name !== "=") names.add(name);
  };
  for (const file of files) {
    for (const one of file.imports) take(file, one.from, one.name);
    for (const one of file.exports) take(file, one.from, one.local ?? one.name);
  }
  return found;
}

// src/deep/compiler.ts
var REPOSITORY = "/repository/";
var PACKAGES = "/packages/";
var LANGUAGE_FILE = "/language.d.ts";
function openCompiler(program, texts) {
  const ts = compilerLibrary();
  const inside = [...texts.keys()].flatMap((path) => program.files.get(path) ?? []);
  const packages = packageFiles(program, inside);
  const known = new Map([
    [LANGUAGE_FILE, LANGUAGE],
    ...[...texts].map(([path, text]) => [`${REPOSITORY}${path}`, text]),
    ...[...packages].map(([file, one]) => [file, one.text])
  ]);
  const fileOfPackage = new Map([...packages].map(([file, { name }]) => [name, file]));
  const options = {
    noLib: true,
    strict: false,
    allowJs: true,
    types: [],
    experimentalDecorators: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.Preserve
  };
  const host = {
    fileExists: (name) => known.has(name),
    readFile: (name) => known.get(name),
    getSourceFile: (name) => {
      const text = known.get(name);
      return text === void 0 ? void 0 : ts.createSourceFile(name, text, ts.ScriptTarget.ESNext);
    },
    getDefaultLibFileName: () => LANGUAGE_FILE,
    writeFile: () => void 0,
    getCurrentDirectory: () => REPOSITORY,
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    directoryExists: () => true,
    getDirectories: () => [],
    resolveModuleNameLiterals: (literals, containing) => literals.map(({ text }) => ({ resolvedModule: resolve(text, containing) }))
  };
  const resolve = (name, containing) => {
    const from = program.files.get(containing.slice(REPOSITORY.length));
    const target = from && program.target(from, name);
    const file = target?.kind === "files" ? target.files[0] && `${REPOSITORY}${target.files[0].path}` : target?.kind === "package" ? fileOfPackage.get(target.name) : void 0;
    if (file === void 0 || !known.has(file)) return void 0;
    return { resolvedFileName: file, extension: extensionOf(file), isExternalLibraryImport: false };
  };
  const made = ts.createProgram({ rootNames: [...known.keys()], options, host });
  return {
    checker: made.getTypeChecker(),
    fileOf: (path) => made.getSourceFile(`${REPOSITORY}${path}`),
    pathOf: ({ fileName }) => fileName.startsWith(REPOSITORY) ? fileName.slice(REPOSITORY.length) : void 0,
    packageOf: ({ fileName }) => {
      const found = packages.get(fileName);
      return found && { name: found.name, path: (own) => found.paths.get(own) };
    }
  };
}
function extensionOf(file) {
  return /\.d\.[cm]?ts$|\.[cm]?[jt]sx?$/.exec(file)?.[0] ?? ".ts";
}
function packageFiles(program, files) {
  const taken = namesTaken(files, (file, from) => {
    const target = program.target(file, from);
    return target.kind === "package" ? target.name : void 0;
  });
  return new Map(
    [...taken].map(([name, names], index) => [`${PACKAGES}${index}.d.ts`, { name, ...declarePackage(name, names) }])
  );
}

// src/deep/translate.ts
function translate(program, compiler, type, depth = 0) {
  const { TypeFlags } = compilerLibrary();
  const { checker } = compiler;
  if (depth > 8 || type.flags & (TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Never)) return void 0;
  const promised = promisedBy(compiler, type);
  if (promised) return translate(program, compiler, promised, depth + 1);
  if (type.isUnion()) {
    const all = type.types.map((one) => translate(program, compiler, one, depth + 1));
    const [first] = all;
    return first && all.every((one) => one && isSame(one, first)) ? first : void 0;
  }
  if (type.isIntersection()) {
    for (const one of type.types) {
      const found = translate(program, compiler, one, depth + 1);
      if (found) return found;
    }
    return void 0;
  }
  if (type.flags & TypeFlags.TypeParameter) {
    const bound = checker.getBaseConstraintOfType(type);
    return bound && bound !== type ? translate(program, compiler, bound, depth + 1) : void 0;
  }
  return named(program, compiler, type);
}
function promisedBy({ checker }, type) {
  const isPromise = /^Promise(?:Like)?$/.test(type.symbol?.name ?? "");
  return isPromise ? checker.getTypeArguments(type)[0] : void 0;
}
function isSame(one, other) {
  if (one.kind === "external" && other.kind === "external")
    return one.package === other.package && one.path.join(".") === other.path.join(".");
  if (one.kind === "builtin" && other.kind === "builtin") return one.name === other.name;
  return "node" in one && "node" in other && one.node === other.node;
}
function named(program, compiler, type) {
  const [declaration] = type.symbol?.declarations ?? [];
  if (!declaration) return void 0;
  const file = declaration.getSourceFile();
  const outside = compiler.packageOf(file);
  if (outside) {
    const path2 = outside.path(type.symbol.name);
    return path2 && { kind: "external", package: outside.name, path: path2, ...argumentsOf(program, compiler, type) };
  }
  const path = compiler.pathOf(file);
  if (path === void 0) return { kind: "builtin", name: type.symbol.name, ...argumentsOf(program, compiler, type) };
  const code = program.files.get(path);
  const node = code && namedNodes(code).get(declaration.end);
  if (!code || !node || node.name !== declaredName(declaration)) return void 0;
  return node.kind === "class" ? { kind: "class", file: code, node, arguments: [] } : { kind: "type", file: code, node, arguments: [] };
}
function declaredName(declaration) {
  return compilerLibrary().getNameOfDeclaration(declaration)?.getText();
}
function argumentsOf(program, compiler, type) {
  const [first] = compiler.checker.getTypeArguments(type) ?? [];
  const found = first && translate(program, compiler, first, 1);
  if (found?.kind !== "class" && found?.kind !== "type") return { arguments: [], file: NOWHERE };
  const { node, file } = found;
  const given = node.name === void 0 ? [] : [{ name: node.name, arguments: [], start: node.start, end: node.end }];
  return { arguments: given, file };
}
var nodes = /* @__PURE__ */ new WeakMap();
function namedNodes(file) {
  const known = nodes.get(file);
  if (known) return known;
  const found = /* @__PURE__ */ new Map();
  walk(file.body, (node) => {
    if (node.kind === "class" || node.kind === "type") found.set(node.end, node);
    return void 0;
  });
  nodes.set(file, found);
  return found;
}

// src/deep/resolver.ts
var MOST_FILES = 2e3;
var MOST_TEXT = 12e6;
var ASKED = /* @__PURE__ */ new Set(["name", "member", "index", "call", "await", "conditional", "binary"]);
function withCompiler(program, tree) {
  const paths = [...program.files.values()].filter(({ language, path }) => (language === "typescript" || language === "javascript") && !standsAside(path)).map(({ path }) => path);
  const declared = tree.files.flatMap(({ path }) => /\.d\.[cm]?ts$/.test(path) && !standsAside(path) ? path : []);
  const texts = new Map([...paths, ...declared].map((path) => [path, tree.read(path)?.text ?? ""]));
  const length = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  if (texts.size > MOST_FILES || length > MOST_TEXT) {
    const because = `--deep takes at most ${MOST_FILES} files and ${MOST_TEXT} characters of TypeScript and JavaScript, here are ${texts.size} and ${length}: types are told without the compiler`;
    return { program, notEvaluated: () => [{ path: ".", because }] };
  }
  let compiler;
  const failures = [];
  const open = () => {
    try {
      return openCompiler(program, texts);
    } catch (error) {
      const because = `--deep: the TypeScript compiler cannot read the code (${error instanceof Error ? error.message.split("\n", 1)[0] : error}); types are told without it`;
      failures.push({ path: ".", because });
      return void 0;
    }
  };
  const deepTypeOf = (at) => {
    if (failures.length > 0 || !texts.has(at.file.path) || !ASKED.has(peel(at.node).kind)) return void 0;
    compiler ??= open();
    return compiler && typeAt(program, compiler, at);
  };
  return { program: { ...program, deepTypeOf }, notEvaluated: () => failures };
}
function typeAt(program, compiler, { file, node }) {
  const source = compiler.fileOf(file.path);
  const inner = peel(node);
  const found = source && nodeAt(source, inner.start, inner.end);
  try {
    return found && translate(program, compiler, compiler.checker.getTypeAtLocation(found));
  } catch {
    return void 0;
  }
}
function nodeAt(source, start, end) {
  const ts = compilerLibrary();
  let node = source;
  while (node) {
    if (node !== source && node.end === end && node.getStart(source) === start) return node;
    node = ts.forEachChild(node, (child) => child.pos <= start && end <= child.end ? child : void 0);
  }
  return void 0;
}
module.exports = {
  house: runAudit,
  withCompiler
};
