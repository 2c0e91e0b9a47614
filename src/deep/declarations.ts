import type { CodeFile } from '../code/syntax.js'

/**
 * What the language gives, as far as types of receivers hang on it: lists, promises, maps, and types that are made of
 * others. The declarations of the compiler are many megabytes, mostly of browsers. Names that are not here are unknown.
 */
export const LANGUAGE = `
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
`

/** Declarations that stand for a package from outside, and what each of its interfaces is, as a path into the package. */
export interface PackageDeclarations {
  readonly text: string
  readonly paths: ReadonlyMap<string, readonly string[]>
}

/** Words that cannot be declared. */
const RESERVED =
  /^(?:break|case|catch|class|const|continue|debugger|default|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|new|null|return|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|let|static|implements|interface|package|private|protected|public|await|any|unknown|never|string|number|boolean|symbol|object|bigint|undefined)$/

/**
 * A package is not there, but the names that files take from it are. Each becomes a class that can also be called, with
 * members that are unknown: enough to follow through variables and functions where its instances go.
 */
export function declarePackage(home: string, names: ReadonlySet<string>): PackageDeclarations {
  const paths = new Map<string, readonly string[]>()
  const texts = [...names].flatMap((name, index) => {
    const isWhole = name === 'default'
    if (!isWhole && (!/^[A-Za-z_$][\w$]*$/.test(name) || RESERVED.test(name))) return []
    const path = isWhole ? [] : [name]
    const [own, value, given] = [isWhole ? '$whole' : name, `$value${index}`, `$given${index}`]
    paths
      .set(own, path)
      .set(value, path)
      .set(given, [...path, '()'])
    // A member of its own tells it from all others, which are otherwise alike to the compiler.
    return `
${isWhole ? '' : 'export '}interface ${own}<A = any, B = any, C = any, D = any> { readonly "${home}.${own}": true; [name: string]: any }
interface ${given} { readonly "${home}.${given}": true; [name: string]: any }
interface ${value} {
  readonly "${home}.${value}": true
  new <A = any, B = any, C = any, D = any>(...given: any[]): ${own}<A, B, C, D>
  (...given: any[]): ${given}
  [name: string]: any
}
${isWhole ? '' : 'export '}declare const ${own}: ${value}
${isWhole ? `export default ${own}` : ''}
`
  })
  return { text: `${texts.join('')}\n export {}\n`, paths }
}

/** What files take from each package: names, and `default`. */
export function namesTaken(
  files: Iterable<CodeFile>,
  packageOf: (file: CodeFile, from: string) => string | undefined,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const take = (file: CodeFile, from: string | undefined, name: string | undefined) => {
    const outside = from === undefined ? undefined : packageOf(file, from)
    if (outside === undefined) return
    const names = found.get(outside) ?? new Set()
    found.set(outside, names)
    if (name !== undefined && name !== '*' && name !== '=') names.add(name)
  }
  for (const file of files) {
    for (const one of file.imports) take(file, one.from, one.name)
    for (const one of file.exports) take(file, one.from, one.local ?? one.name)
  }
  return found
}
