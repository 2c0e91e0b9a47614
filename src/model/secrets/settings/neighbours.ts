import { credentialsIn } from '../../../knowledge/connection-strings.js'
import type { Setting } from './settings.js'

/** Names of settings that say where something is. */
const SAYS_WHERE = /host|server|url|uri|addr|endpoint|domain|dsn|machine|instance|data_?source|connection/i
const LOCAL =
  /(?:^|[/@=:({"',\s])(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal|\(local(?:db)?\)|\.\\\w+|jdbc:(?:h2|hsqldb|sqlite|derby))(?=[:/\\;,)}"'\s]|$)|(?:server|data source)=\.(?:;|\\|$)|^(?:jdbc:)?(?:h2|sqlite):/i
const MOST_HOSTS = 40

/** Where what a secret belongs to is: `local` on the machine of whoever starts it, `elsewhere`, or not said. */
export type Whereabouts = 'local' | 'elsewhere' | 'unknown'

/** What the settings beside one tell of it. */
export interface Neighbours {
  readonly whereabouts: (setting: Setting) => Whereabouts
  /** Whether a user, a database or something else beside it has that name: a password like it is thought up for a first start. */
  readonly isNamed: (setting: Setting, name: string) => boolean
}

/** The neighbours in the settings of one file. */
export function neighboursIn(settings: readonly Setting[]): Neighbours {
  const names = new Set<string>()
  for (const { keys, text } of settings) {
    const key = keys.at(-1) ?? ''
    if (!IS_NAME.test(key) || NO_NAME.test(key) || text.length > 100) continue
    names.add(`${keys.slice(0, -1).join('\n')}\n${text.toLowerCase()}`)
  }
  return {
    whereabouts: whereaboutsFinder(settings),
    isNamed: ({ keys }, name) => names.has(`${keys.slice(0, -1).join('\n')}\n${name.toLowerCase()}`),
  }
}

const IS_NAME = /user|login|name|database|schema|^db$/i
const NO_NAME = /pass|pwd|secret|token|key/i

/**
 * Tells where the thing is that a setting is the password of: by its own text, else by the settings beside it whose names
 * begin alike (`DB_HOST` of `DB_PASSWORD`), else by any beside it, else by those one step below or above.
 */
function whereaboutsFinder(settings: readonly Setting[]): (setting: Setting) => Whereabouts {
  const places = new Map<string, { readonly name: string; readonly text: string }[]>()
  for (const { keys, text } of settings) {
    const name = keys.at(-1) ?? ''
    if (!SAYS_WHERE.test(name) || text.length > 2_000) continue
    for (const depth of [1, 2]) {
      if (depth > keys.length) continue
      const parent = keys.slice(0, keys.length - depth).join('\n')
      const known = places.get(parent)
      if (!known) places.set(parent, [{ name, text }])
      else if (known.length < MOST_HOSTS) known.push({ name, text })
    }
  }
  return ({ keys, text }) => {
    const own = text.length <= 4_096 ? credentialsIn(text)?.host : undefined
    if (own !== undefined && own !== '') return isLocal(own) || LOCAL.test(text) ? 'local' : 'elsewhere'
    if (LOCAL.test(text) && /[;=]|:\/\//.test(text)) return 'local'
    const beside = places.get(keys.slice(0, -1).join('\n')) ?? []
    const stem = stemOf(keys.at(-1) ?? '')
    const alike = stem === '' ? [] : beside.filter(({ name }) => name.toLowerCase().startsWith(stem))
    const said = alike.length > 0 ? alike : stem === '' || keys.length > 1 ? beside : []
    const nearest = said.length > 0 || keys.length < 3 ? said : (places.get(keys.slice(0, -2).join('\n')) ?? [])
    if (nearest.length === 0) return 'unknown'
    return nearest.some(one => isLocal(one.text))
      ? 'local'
      : nearest.some(one => isHost(one.text))
        ? 'elsewhere'
        : 'unknown'
  }
}

/** `db` of `db_password` and `dbPassword`; empty where nothing stands before the word for a secret. */
function stemOf(name: string): string {
  return (/^([a-z]+|[A-Z]+)(?=[_\-.A-Z])/.exec(name)?.[1] ?? '').toLowerCase()
}

function isLocal(text: string): boolean {
  return LOCAL.test(text)
}

/** A name or an address, not a part of a page or a setting of something else. */
function isHost(text: string): boolean {
  return /^[\w.-]{2,200}(?::\d{1,5})?$/.test(text) || /:\/\/|server=|data source=|host=/i.test(text)
}
