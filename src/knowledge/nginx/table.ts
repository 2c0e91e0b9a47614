import type { NginxContext } from './contexts.js'

/** One way to use a directive: in these contexts, with that many arguments. A name may have several. */
export interface DirectiveForm {
  readonly name: string
  readonly contexts: readonly NginxContext[]
  /** How many arguments nginx takes; `most` is infinite where there is no limit. */
  readonly least: number
  readonly most: number
  /** Whether it opens a block instead of ending in `;`. */
  readonly block: boolean
  /** Whether nginx refuses a second one in the same block. */
  readonly once: boolean
  /** What its arguments are checked for while the configuration is read; absent: anything, or only by rules of its own. */
  readonly value?: DirectiveValue
  /** The first version that knows it; absent: all that are still in use (1.19 and newer). */
  readonly since?: readonly number[]
  /** The first version that no longer does. */
  readonly until?: readonly number[]
}

/** What an argument of a directive may be. Anything goes where a directive has none of these. */
export type DirectiveValue =
  | { readonly kind: 'flag' | 'size' | 'offset' | 'time' | 'seconds' | 'buffers' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  /** One of these words, in any case of letters. */
  | { readonly kind: 'enum'; readonly words: readonly string[] }
  /** Each argument one of these words. */
  | { readonly kind: 'set'; readonly words: readonly string[] }

/**
 * Reads a table of directives. A line is `contexts | kind | names`: contexts as in `NginxContext`, separated by blanks; names
 * with `@1.25.1` when they came with that version and `@<1.25.1` when they went with it. Kinds:
 *
 * - `flag`, `number`, `number 1..9`, `size` (up to megabytes), `offset` (up to gigabytes), `time`, `seconds` (time without
 *   milliseconds): one argument of that kind, once in a block
 * - `buffers`: a number and a size, once in a block
 * - `enum a/b`: one of these words, once in a block
 * - `set 1+ a/b`: that many of these words
 * - `once 1`, `many 1-2`, `many 1+{}`: that many arguments of any kind; `{}` means a block of its own
 */
export function directiveTable(text: string): readonly DirectiveForm[] {
  return text.split('\n').flatMap(line => {
    const [contexts = '', kind = '', names = ''] = line.split('|').map(part => part.trim())
    if (names === '') return []
    const usage = { contexts: contexts.split(' ') as NginxContext[], ...usageOf(kind) }
    return names.split(/\s+/).map(name => ({ ...usage, ...named(name) }))
  })
}

function named(written: string): Pick<DirectiveForm, 'name' | 'since' | 'until'> {
  const [name = '', version = ''] = written.split('@')
  if (version === '') return { name }
  const parts = version.replace('<', '').split('.').map(Number)
  return version.startsWith('<') ? { name, until: parts } : { name, since: parts }
}

type Usage = Omit<DirectiveForm, 'name' | 'contexts' | 'since' | 'until'>

function usageOf(written: string): Usage {
  const [kind = '', first = '', second = ''] = written.split(' ')
  const one = { least: 1, most: 1, block: false, once: true }
  switch (kind) {
    case 'once':
    case 'many':
      return { ...countOf(first), once: kind === 'once' }
    case 'number': {
      const [least = 0, most = Number.POSITIVE_INFINITY] = first === '' ? [] : first.split('..').map(Number)
      return { ...one, value: { kind, least, most } }
    }
    case 'enum':
      return { ...one, value: { kind, words: first.split('/') } }
    case 'set':
      return { ...countOf(first), once: false, value: { kind, words: second.split('/') } }
    case 'buffers':
      return { ...one, least: 2, most: 2, value: { kind } }
    case 'flag':
    case 'size':
    case 'offset':
    case 'time':
    case 'seconds':
      return { ...one, value: { kind } }
    default:
      throw new Error(`unknown kind of directive: ${written}`)
  }
}

/** `1`, `1-2`, `1+`, each with `{}` behind it for a block. */
function countOf(written: string): Pick<Usage, 'least' | 'most' | 'block'> {
  const [, least = '', most = '', block] = /^(\d)(\+|-\d)?(\{\})?$/.exec(written) ?? []
  return {
    least: Number(least),
    most: most === '+' ? Number.POSITIVE_INFINITY : Number(most.slice(1) || least),
    block: block !== undefined,
  }
}
