import type { Span } from '../../source.js'

/** What becomes of the requests of a server when its process gets SIGTERM: without a handler it ends at once. */
export interface ServerShutdown {
  /** `handled`: signals are waited for and the server is closed · `missing`: not both · `unknown`: a library may do it. */
  readonly kind: 'handled' | 'missing' | 'unknown'
  /** Where the server starts. */
  readonly at: Span
  /** Why it is not known, or which half is there, as a sentence without a full stop. */
  readonly because?: string
}

/** A request to another service, or a client for many, and whether it ends when nobody answers. */
export interface OutboundClient {
  /** As it is written: `http.Get`, `http.Client`. */
  readonly name: string
  /** `none`: it waits for ever · `set`: it has a timeout · `unknown`: something else may end it. */
  readonly timeout: 'none' | 'set' | 'unknown'
  /** Why it is not known, as a sentence without a full stop. */
  readonly because?: string
  readonly at: Span
}
