/** How the options of a wrapper are written: which of them take the next word, and how many words stand before the program. */
interface Wrapper {
  /** Options, short ones as single letters, whose value may be the next word. */
  readonly valued?: string
  readonly long?: readonly string[]
  /** Words between the options and the program. */
  readonly operands?: number
  /** `NAME=value` words are allowed before the program. */
  readonly assignments?: boolean
}

const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map<string, Wrapper>([
  ['sudo', { valued: 'ugCDhpRrTtU', long: ['--user', '--group', '--chdir', '--host'], assignments: true }],
  ['doas', { valued: 'uC' }],
  ['exec', { valued: 'a' }],
  ['env', { valued: 'uCS', long: ['--unset', '--chdir'], assignments: true }],
  ['timeout', { valued: 'ks', long: ['--kill-after', '--signal'], operands: 1 }],
  ['nice', { valued: 'n', long: ['--adjustment'] }],
  ['ionice', { valued: 'cnp', long: ['--class', '--classdata'] }],
  ['nohup', {}],
  ['setsid', {}],
  ['time', { valued: 'fo' }],
  ['builtin', {}],
  ['command', {}],
  ['stdbuf', { valued: 'ioe' }],
  ['tini', { valued: 'pe' }],
  ['tini-static', { valued: 'pe' }],
  ['docker-init', { valued: 'pe' }],
  ['catatonit', {}],
  ['dumb-init', { valued: 'r', long: ['--rewrite'] }],
  ['gosu', { operands: 1 }],
  ['su-exec', { operands: 1 }],
  ['s6-setuidgid', { operands: 1 }],
  ['setuidgid', { operands: 1 }],
  ['chpst', { valued: 'ubn/CPomdpfcrtlL' }],
  ['setpriv', { long: ['--reuid', '--regid', '--groups', '--inh-caps', '--bounding-set'] }],
  ['flock', { valued: 'wE', long: ['--timeout', '--wait', '--conflict-exit-code'], operands: 1 }],
  ['busybox', {}],
])

/**
 * The words from the program on that a command really runs, past `sudo`, `exec`, `env A=b`, `timeout 5`, `tini --` and the
 * like. Empty when there is none. `command -v x` asks where x is and runs nothing else, so it is kept.
 */
export function unwrapCommand<T extends string | null>(words: readonly T[]): readonly T[] {
  let rest = words
  // Every round takes a word away, so that a long chain of wrappers ends.
  for (let rounds = 0; rounds < 32; rounds++) {
    const name = baseName(rest[0])
    const asUser = name === 'su' || name === 'runuser' ? shellOfUser(rest) : undefined
    if (asUser) {
      rest = asUser as readonly T[]
      continue
    }
    const wrapper = name === undefined ? undefined : WRAPPERS.get(name)
    if (wrapper === undefined || (name === 'command' && /^-[vV]/.test(rest[1] ?? ''))) return rest
    const inner = rest.slice(behindWrapper(rest, wrapper))
    if (inner.length === 0) return rest
    rest = inner
  }
  return rest
}

/** Options of su and runuser that take a value: https://man7.org/linux/man-pages/man1/su.1.html, runuser(1), su of busybox. */
const VALUED_OF_SU = /^(?:-[gGsw]|--(?:group|supp-group|shell|whitelist-environment))$/

/**
 * What `su app -s /bin/sh -c "node server.js"` and `runuser -u app -- node server.js` run: the first hands a text to a
 * shell, whichever way round its options and the user stand.
 */
function shellOfUser(words: readonly (string | null)[]): readonly (string | null)[] | undefined {
  const named = words.findIndex(word => word === '-s' || word === '--shell')
  const shell = (named !== -1 && words[named + 1]) || 'sh'
  let isUserTold = false
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^(?:-[a-z]*c|--(?:session-)?command)$/.test(word))
      return at + 1 < words.length ? [shell, '-c', ...words.slice(at + 1, at + 2)] : undefined
    if (word === '--') return isUserTold && at + 1 < words.length ? words.slice(at + 1) : undefined
    if (/^(?:-u|--user)$/.test(word)) {
      isUserTold = true
      at++
    } else if (VALUED_OF_SU.test(word)) at++
    else if (!word.startsWith('-') && isUserTold) return words.slice(at)
  }
  return undefined
}

/** The name, without directory, of the program that a command runs; undefined when there is none or it cannot be told. */
export function programOf(words: readonly (string | null)[]): string | undefined {
  return baseName(unwrapCommand(words)[0])
}

function baseName(word: string | null | undefined): string | undefined {
  if (word === null || word === undefined || /[$`]/.test(word)) return undefined
  const name = word.slice(word.lastIndexOf('/') + 1)
  return name === '' ? undefined : name
}

function behindWrapper(words: readonly (string | null)[], wrapper: Wrapper): number {
  let at = 1
  while (at < words.length) {
    const word = words[at] ?? ''
    if (word === '--') {
      at++
      break
    }
    if (wrapper.assignments && /^[A-Za-z_]\w*=/.test(word)) at++
    else if (/^[-+]./.test(word)) at += takesNext(word, wrapper) ? 2 : 1
    else break
  }
  at += wrapper.operands ?? 0
  while (wrapper.assignments && /^[A-Za-z_]\w*=/.test(words[at] ?? '')) at++
  return Math.min(at, words.length)
}

function takesNext(word: string, wrapper: Wrapper): boolean {
  if (word.startsWith('--')) return wrapper.long?.includes(word) ?? false
  return word.length === 2 && (wrapper.valued?.includes(word.charAt(1)) ?? false)
}
