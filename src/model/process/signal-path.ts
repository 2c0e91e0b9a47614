import {
  parseShell,
  parseShellFile,
  programOf,
  type ShellNode,
  type ShellScript,
  unwrapCommand,
} from '../../parse/shell.js'
import { joinPath } from '../../paths.js'
import { knownValue, type Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { type ContainerFiles, containerFilesOf } from '../container-files.js'
import { type ShellKind, shellOf } from '../image/shell.js'
import { shellText } from '../start.js'
import type { SignalPath, Workload } from '../system.js'
import { ownTexts, withOwnTexts } from './filled-words.js'

/** Commands that start each other beyond which nobody follows. */
const DEEPEST = 10
/** Programs that are made to be process 1: they pass signals on, or end what they started in order. */
const INIT =
  /^(?:tini|tini-static|dumb-init|docker-init|catatonit|init|s6-svscan|s6-overlay-suexec|supervisord|runsvdir|my_init|runit|circusd|pm2-runtime|pm2-docker|pm2|honcho|foreman|multirun|pause|systemd)$/
const MANAGERS = /^(?:npm|npx|yarn|yarnpkg|pnpm|pnpx)$/
const SHELLS = /^(?:ba|da|a|z|k)?sh$/
/** What loses nothing when it is killed. */
const HARMLESS = /^(?:sleep|tail|cat|true|echo|wait|crond|cron|supercronic)$/

/** What the following of a command needs to know of the container. */
interface Inside {
  readonly files: ContainerFiles
  readonly shell: ShellKind | undefined
  readonly folder: string
  readonly usesModernYarn: boolean
}

/**
 * Whether the stop signal, which the platform sends to process 1 of the container, gets to the program that does the work.
 * Followed through shells, start scripts and package managers. Undefined where there is nothing to follow, or nothing that
 * would lose work.
 *
 * Facts, measured with dash 0.5.12, busybox 1.35, bash 5.2, npm 10.8 and 11, yarn 1.22 and pnpm 9 in a process namespace of
 * their own: as process 1 a shell that waits for a command ignores SIGTERM. The ash of busybox, and bash for the last command
 * of a list, replace themselves by it, dash does not. npm and pnpm pass the signal to the shell that runs their script, so
 * it gets no further where that is dash; yarn 1 ends and takes the program with it.
 */
export function signalPathOf(
  container: Pick<Workload, 'start' | 'image' | 'mounts' | 'init'>,
  tree: Tree,
): SignalPath | undefined {
  const { start, image, init } = container
  if (!start) return undefined
  if (init) return { state: 'reaches' }
  const context = image?.context?.path
  const inside: Inside = {
    files: containerFilesOf(container, tree),
    shell: shellOf(image),
    folder: knownValue(image?.dockerfile?.workdir) ?? '/',
    usesModernYarn:
      tree.exists('.yarnrc.yml') || (context !== undefined && tree.exists(joinPath(context, '.yarnrc.yml'))),
  }
  const path = follow(start.argv, { inside, at: start.at, depth: 0 })
  // The image may start its commands through an init process.
  return path?.state === 'lost' && inside.shell === undefined && !start.replacesEntrypoint
    ? unknown(start.at, 'which entrypoint its image has is not known')
    : path
}

interface Step {
  readonly inside: Inside
  /** Where the command stands. */
  readonly at: Span
  readonly depth: number
}

function follow(argv: readonly (string | null)[], step: Step): SignalPath | undefined {
  const words = unwrapCommand(argv)
  const program = programOf(words)
  const before = argv.slice(0, argv.length - words.length)
  if ([...before, program].some(word => INIT.test(baseName(word)))) return { state: 'reaches' }
  // It starts the shell that the user has, and of that depends whether the program takes its place.
  if (
    SHELLS.test(program ?? '') &&
    before.some(word => /^(?:su|runuser)$/.test(baseName(word))) &&
    !before.includes('-s')
  )
    return unknown(step.at, 'which shell the user has is not known')
  if (program === undefined || step.depth > DEEPEST) return unknown(step.at, 'which program it starts is not known')
  if (HARMLESS.test(program)) return undefined
  if (MANAGERS.test(program)) return managed(program, words, step)
  if (SHELLS.test(program)) return inShell(program, words, step)
  const script = scriptAt(words[0] ?? '', step)
  return script ? inScript(script, words.slice(1), step) : { state: 'reaches' }
}

function baseName(word: string | null | undefined): string {
  return (word ?? '').slice((word ?? '').lastIndexOf('/') + 1)
}

function unknown(at: Span, because: string): SignalPath {
  return { state: 'unknown', at, because }
}

function managed(program: string, words: readonly (string | null)[], step: Step): SignalPath {
  const text = words.map(word => word ?? '?').join(' ')
  const { shell, usesModernYarn } = step.inside
  const lost: SignalPath = { state: 'lost', by: 'package-manager', program: text, at: step.at }
  if (/^yarn/.test(program))
    return usesModernYarn ? unknown(step.at, 'what this version of yarn does with signals is not known') : lost
  if (shell === 'dash') return lost
  if (shell === undefined) return unknown(step.at, `which shell ${program} uses in its image is not known`)
  return { state: 'reaches' }
}

function inShell(program: string, words: readonly (string | null)[], step: Step): SignalPath | undefined {
  const text = shellText(words)
  if (text !== undefined) {
    const script = parseShell(text, step.at)
    const kind =
      program === 'sh'
        ? step.inside.shell
        : program === 'bash'
          ? 'bash'
          : program === 'ash'
            ? 'ash'
            : program === 'dash'
              ? 'dash'
              : undefined
    const rest = words.slice(words.indexOf(text) + 2)
    return inText({ script, replaces: kind, rest, step, name: program })
  }
  const file = words.findIndex((word, index) => index > 0 && !/^[-+]/.test(word ?? ''))
  const script = file === -1 ? undefined : scriptAt(words[file] ?? '', step, true)
  if (script) return inScript(script, words.slice(file + 1), step)
  return unknown(step.at, `what ${words.map(word => word ?? '?').join(' ')} runs is not in the repository`)
}

function inScript(script: ShellScript, rest: readonly (string | null)[], step: Step): SignalPath | undefined {
  const name = script.at.path.slice(script.at.path.lastIndexOf('/') + 1)
  return inText({ script, replaces: 'file', rest, step: { ...step, at: script.at }, name })
}

/** A shell text that is run: whether its last command takes the place of the shell depends on which shell it is. */
interface Text {
  readonly script: ShellScript
  /** `file`: no shell does it for a script that it reads from a file. */
  readonly replaces: ShellKind | 'file' | undefined
  /** Its arguments. */
  readonly rest: readonly (string | null)[]
  readonly step: Step
  readonly name: string
}

function inText(text: Text): SignalPath | undefined {
  const { script, step } = text
  if (script.broken) return unknown(step.at, `${text.name} cannot be read to its end`)
  const passesOn = script.commands.some(
    ({ words }) =>
      words[0] === 'trap' && words.slice(2).some(word => /^(?:SIG)?(?:TERM|INT|QUIT)$|^(?:2|3|15)$/.test(word)),
  )
  return passesOn ? { state: 'reaches' } : ending(script.tree, text, true)
}

/** What runs at the end. `last`: nothing of the text follows, and no condition stands around it. */
function ending(node: ShellNode, text: Text, last: boolean): SignalPath | undefined {
  switch (node.kind) {
    case 'list': {
      const items = node.items.filter(item => item.node.kind !== 'function')
      const item = items.at(-1)
      if (!item) return undefined
      return item.background ? undefined : (ending(item.node, text, last) ?? waited(items, text))
    }
    case 'chain': {
      const item = node.items.at(-1)
      return item && ending(item.node, text, last)
    }
    case 'pipeline': {
      const [first] = node.parts
      return node.parts.length === 1 && first ? ending(first, text, last) : undefined
    }
    case 'command':
      return simple(node.command, text, last)
    case 'group':
      return ending(node.body, text, last)
    case 'if': {
      const bodies = [...node.branches.map(branch => branch.body), ...(node.otherwise ? [node.otherwise] : [])]
      return worst(bodies.map(body => ending(body, text, false)))
    }
    case 'case':
      return 'bodies' in node ? worst(node.bodies.map(body => ending(body, text, false))) : undefined
    default:
      return undefined
  }
}

/** `server & wait`: the shell stays, and lets the signal go by. */
function waited(
  items: readonly { readonly node: ShellNode; readonly background: boolean }[],
  text: Text,
): SignalPath | undefined {
  const last = items.at(-1)?.node
  const started = items.findLast(item => item.background)?.node
  const words = last && firstCommand(last)
  if (words?.[0] !== 'wait' || !started) return undefined
  const program = firstCommand(started) ?? []
  return { state: 'lost', by: 'shell', program: program.join(' '), at: text.step.at, shell: text.name }
}

function firstCommand(node: ShellNode): readonly string[] | undefined {
  if (node.kind === 'command') return node.command.words
  if (node.kind === 'chain') return node.items[0] && firstCommand(node.items[0].node)
  return node.kind === 'pipeline' && node.parts[0] ? firstCommand(node.parts[0]) : undefined
}

function worst(paths: readonly (SignalPath | undefined)[]): SignalPath | undefined {
  return (
    paths.find(path => path?.state === 'lost') ??
    paths.find(path => path?.state === 'unknown') ??
    paths.find(path => path !== undefined)
  )
}

function simple(command: ShellScript['commands'][number], text: Text, last: boolean): SignalPath | undefined {
  const { step, replaces } = text
  const replaced = command.words[0] === 'exec'
  const words = replaced ? command.words.slice(1) : command.words
  const given = argumentsIn(words, text)
  const at = replaces === 'file' ? { ...step.at, start: command.start, end: command.end } : step.at
  const next = () => follow(given, { ...step, at, depth: step.depth + 1 })
  if (replaced) return /^\$/.test(given[0] ?? '$') ? { state: 'reaches' } : next()
  const program = programOf(given) ?? ''
  if (given.length === 0 || HARMLESS.test(program) || BUILT_IN.test(program)) return undefined
  const path = next()
  if (path?.state !== 'reaches') return path
  const lost: SignalPath = {
    state: 'lost',
    by: replaces === 'file' ? 'script' : 'shell',
    program: given.map(word => word ?? '?').join(' '),
    at,
    shell: text.name,
  }
  if (replaces === 'file' || replaces === 'dash') return lost
  if (replaces === 'ash' || (replaces === 'bash' && last)) return path
  return unknown(step.at, 'which shell its image has is not known, and not all make way for the last command')
}

const BUILT_IN =
  /^(?:cd|export|set|unset|return|exit|read|shift|local|source|\.|:|umask|ulimit|alias|printf|test|\[|eval|trap|mkdir|chown|chmod|cp|mv|rm|ln|touch|sed|grep)$/

/** `"$@"` is what the script is given. */
function argumentsIn(words: readonly string[], { rest, script }: Text): readonly (string | null)[] {
  const changed = script.commands.some(command => command.words[0] === 'set' && command.words.includes('--'))
  const given = words.flatMap(word => (/^\$(?:@|\*|\{@\}|\{\*\})$/.test(word) ? (changed ? ['$@'] : rest) : [word]))
  return withOwnTexts(given, ownTexts(script.commands))
}

/** A script by its path; by its name alone in the folders of programs, and where a shell is `given` it in the working directory first. */
function scriptAt(word: string, { inside }: Step, given = false): ShellScript | undefined {
  if (!/^[\w./-]{1,300}$/.test(word)) return undefined
  const places = word.startsWith('/')
    ? [word]
    : word.includes('/')
      ? [joinPath(inside.folder, word)]
      : [...(given ? [inside.folder] : []), '/usr/local/bin', '/usr/bin', '/bin'].map(folder => joinPath(folder, word))
  for (const path of places) {
    const found = inside.files.find(path.startsWith('/') ? path : `/${path}`)
    if (found.state !== 'file') continue
    const { source } = found.file
    if (!/^#!.*\b(?:ba|da|a|z|k)?sh\b/.test(source.text.slice(0, 200)) && !/\.(?:ba)?sh$/.test(path)) return undefined
    return parseShellFile(source)
  }
  return undefined
}
