import { standsAside } from '../code/paths.js'
import type { Tree } from '../tree.js'
import type { NotEvaluated } from './system.js'

/** Languages that servers are written in and that no reader here knows, by the endings of their files. */
const UNREAD: readonly (readonly [name: string, files: RegExp])[] = [
  ['Java', /\.java$/],
  ['Kotlin', /\.kt$/],
  ['Scala', /\.scala$/],
  ['Groovy', /\.groovy$/],
  ['C#', /\.cs$/],
  ['F#', /\.fs$/],
  ['PHP', /\.php$/],
  ['Ruby', /\.rb$/],
  ['Rust', /\.rs$/],
  ['Elixir', /\.exs?$/],
]
/** Programs of telephones, and what comes with package managers and build tools. */
const NO_SERVER =
  /(?:^|\/)(?:android|ios|macos|buildSrc|vendor|third_party|config\/initializers|db\/migrate|\.[^/]+)(?:\/|$)|(?:^|\/)[^/]*\.gradle$/i
/** One file alone is mostly a script or a plugin. */
const FEWEST = 2

/** The code of servers in languages that are not read here, once for each language: what rules ask of code is not asked of it. */
export function unreadLanguages({ files }: Tree): readonly NotEvaluated[] {
  const found = new Map<string, string[]>()
  for (const { path } of files) {
    const name = UNREAD.find(([, ending]) => ending.test(path))?.[0]
    if (name === undefined || standsAside(path) || NO_SERVER.test(path)) continue
    found.set(name, [...(found.get(name) ?? []), path])
  }
  return [...found].flatMap(([name, [path = '', ...others]]) => {
    if (others.length + 1 < FEWEST) return []
    const rest = others.length === 1 ? '1 other file' : `${others.length} other files`
    return [{ path, because: `${name} is not read: the code in it and ${rest} is not judged` }]
  })
}
