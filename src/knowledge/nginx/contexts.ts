/** Where a directive may stand. `if` is two contexts, and `server` and `upstream` are others in `stream` and `mail`. */
export type NginxContext =
  | 'main'
  | 'events'
  | 'http'
  | 'server'
  | 'location'
  | 'if-server'
  | 'if-location'
  | 'limit_except'
  | 'upstream'
  | 'stream'
  | 'stream-server'
  | 'stream-upstream'
  | 'mail'
  | 'mail-server'

/** The context in a block, by the context and name of the block; absent when its content is no directives, or unknown. */
export function contextWithin(context: NginxContext, name: string): NginxContext | undefined {
  return WITHIN[context]?.[name]
}

const WITHIN: Readonly<Partial<Record<NginxContext, Readonly<Record<string, NginxContext>>>>> = {
  main: { events: 'events', http: 'http', stream: 'stream', mail: 'mail' },
  http: { server: 'server', upstream: 'upstream' },
  server: { location: 'location', if: 'if-server' },
  location: { location: 'location', if: 'if-location', limit_except: 'limit_except' },
  stream: { server: 'stream-server', upstream: 'stream-upstream' },
  mail: { server: 'mail-server' },
}

const WORDS: Readonly<Record<NginxContext, string>> = {
  main: 'the main level',
  events: 'events',
  http: 'http',
  server: 'server',
  location: 'location',
  'if-server': 'if (in a server)',
  'if-location': 'if (in a location)',
  limit_except: 'limit_except',
  upstream: 'upstream',
  stream: 'stream',
  'stream-server': 'server (in stream)',
  'stream-upstream': 'upstream (in stream)',
  mail: 'mail',
  'mail-server': 'server (in mail)',
}

/** A context as messages name it. */
export function contextName(context: NginxContext): string {
  return WORDS[context]
}
