import type { FunctionIn } from '../../../../code/program.js'
import type { PyHost, PyValue } from '../../../../code/python/values.js'
import type { Span } from '../../../../source.js'
import type { Guard } from '../../route.js'
import type { PathText } from './paths.js'

/** An application, router or blueprint while its service starts: what it was told, in order. */
export interface Web {
  readonly framework: string
  /** Answers requests by itself; routers and blueprints do so only where they are included. */
  readonly isApplication: boolean
  /** In front of all its paths, wherever it is included. */
  readonly prefix: PathText
  /** Where that prefix is written. */
  readonly prefixAt: Span
  /** What every request to it passes. */
  readonly guards: Guard[]
  readonly entries: WebEntry[]
}

/** What an application, router or blueprint was told, in order. */
export type WebEntry =
  | {
      readonly kind: 'route'
      readonly methods: readonly string[]
      readonly path: PathText
      readonly handler?: FunctionIn
      readonly guards: readonly Guard[]
      readonly at: Span
    }
  /** What another one answers, below a prefix. `keepsPrefix`: its own prefix comes behind this one. */
  | {
      readonly kind: 'include'
      readonly prefix: PathText
      readonly keepsPrefix: boolean
      readonly web: PyValue
      readonly guards: readonly Guard[]
      readonly at: Span
    }
  /** Something else answers below a prefix: files, another application. */
  | { readonly kind: 'fallback'; readonly prefix: PathText; readonly at: Span }

const webs = new WeakMap<PyHost, Web>()

/** Makes an object of a framework that has routes. */
export function webHost(type: string, at: Span, web: Web): PyHost {
  const host: PyHost = { kind: 'host', type, at, attributes: new Map(), state: web }
  webs.set(host, web)
  return host
}

/** What routes a value has, if it is such an object. */
export function webOf(value: PyValue | undefined): Web | undefined {
  return value?.kind === 'host' ? webs.get(value) : undefined
}

/** An object that does something with what stands below it, or is given to it. */
export function decoratorHost(at: Span, apply: (decorated: PyValue) => PyValue | undefined): PyHost {
  return { kind: 'host', type: 'decorator', at, attributes: new Map(), state: apply }
}

/** What becomes of a function or class below such an object. */
export function decoratedBy(decorator: PyHost, decorated: PyValue): PyValue {
  const apply = decorator.state as (value: PyValue) => PyValue | undefined
  return apply(decorated) ?? decorated
}

/** The function behind a value that handles requests. */
export function handlerOf(value: PyValue | undefined): { readonly handler?: FunctionIn } {
  return value?.kind === 'function' ? { handler: { file: value.file, node: value.node } } : {}
}
