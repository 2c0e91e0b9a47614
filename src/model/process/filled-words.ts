import { isSecretName } from '../../knowledge/secrets.js'
import { type ShellCommand, splitWords } from '../../parse/shell.js'
import { knownValue } from '../../source.js'
import type { Words } from './options.js'
import type { Started } from './run-commands.js'

/** The value of a variable of a container when its command starts: undefined where nothing sets it, null where what does is not told. */
export type ReadContainerVariable = (name: string) => string | null | undefined

const REFERENCE = /\$(?:\{([A-Za-z_]\w*)(?::?-([\w@.+:/-]*))?\}|([A-Za-z_]\w*))/g
const PLAIN = /^[\w@.+:/-]{1,200}$/
const MANAGERS = /(?:^|\/)(?:npm|pnpm|yarn|bun)$/

/** What a container's own environment gives: that of the deployment over ENV of its Dockerfile. No secrets, and no values of several words. */
export function containerVariables({ environment, image }: Started): ReadContainerVariable {
  return name => {
    const set = environment?.get(name) ?? image?.dockerfile?.environment.get(name)
    if (!set) return undefined
    const value = knownValue(set.value)
    return value === undefined || isSecretName(name) || !PLAIN.test(value) ? null : value
  }
}

/** The variables without those that a script sets itself. */
export function withoutOwn(read: ReadContainerVariable, commands: readonly ShellCommand[]): ReadContainerVariable {
  const own = new Set(commands.flatMap(namesSet))
  return name => (own.has(name) ? null : read(name))
}

/** The names that a script sets, once for each time. */
function namesSet({ assignments, words }: ShellCommand): readonly string[] {
  return [...assignments, ...words].flatMap(word => /^([A-Za-z_]\w*)(?:\+?=|$)/.exec(word)?.[1] ?? [])
}

/**
 * What a script keeps in variables that it sets once, to a text, whatever happens: `COMMAND='node server.js'`. Nobody who
 * starts it decides about these.
 */
export function ownTexts(commands: readonly ShellCommand[]): ReadonlyMap<string, string> {
  const times = new Map<string, number>()
  for (const name of commands.flatMap(namesSet)) times.set(name, (times.get(name) ?? 0) + 1)
  const found = new Map<string, string>()
  for (const { inside, assignments, words, joined } of commands) {
    const isPlain = words.length === 0 || words[0] === 'export' || words[0] === 'readonly'
    if (!isPlain || inside.length > 0 || joined === '&&' || joined === '||') continue
    for (const word of [...assignments, ...words.slice(1)]) {
      const [, name = '', text = ''] = /^([A-Za-z_]\w*)=([^$`]{1,500})$/s.exec(word) ?? []
      if (times.get(name) === 1) found.set(name, text)
    }
  }
  return found
}

/** A command with the texts filled in that its script keeps: `exec $COMMAND`, `sh -c "$COMMAND"`. */
export function withOwnTexts(words: Words, own: ReadonlyMap<string, string>): Words {
  if (own.size === 0 || !words.some(word => word?.startsWith('$'))) return words
  const textOf = (word: string | null | undefined) =>
    own.get(
      /^\$(?:(\w+)|\{(\w+)\})$/
        .exec(word ?? '')
        ?.slice(1)
        .find(Boolean) ?? '',
    )
  const [first, ...rest] = words
  const program = textOf(first)
  return [
    ...(program === undefined ? words.slice(0, 1) : (splitWords(program) ?? [program])),
    ...rest.map(word => textOf(word) ?? word),
  ]
}

/**
 * A command with the variables filled in that say which program it starts: those of words that are paths then (`node
 * $APP/dist/main.js`), and those that a package manager is given. All others stay as written: what a port or a number of
 * workers is in the end, whoever starts the container may decide.
 */
export function filledWords(words: Words, read: ReadContainerVariable): Words {
  if (!words.some(word => word?.includes('$'))) return words
  const isManaged = MANAGERS.test(words[0] ?? '')
  return words.map(word => {
    if (word === null || !word.includes('$') || (word.startsWith('-') && !isManaged)) return word
    const filled = word.replace(REFERENCE, (whole: string, braced?: string, fallback?: string, bare?: string) => {
      const value = read(braced ?? bare ?? '')
      return (value === undefined ? fallback : value) ?? whole
    })
    return isManaged || /\/|\.[cm]?[jt]s$|\.(?:py|sh)$/.test(filled) ? filled : word
  })
}
