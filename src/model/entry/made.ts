import { readJsonObject } from '../../code/json.js'
import type { DockerfileImage, Instruction } from '../../parse/dockerfile.js'
import { parseShell, type ShellCommand, unwrapCommand } from '../../parse/shell.js'
import { fileName, isWithin } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { BuildContext } from '../image/build-context.js'
import { commandsOf } from '../image/build-steps.js'
import { installOf } from '../image/package-installs.js'
import { shellText } from '../start.js'
import { ABSENT, HELD, type Holding, likeliest, unsure } from './holding.js'
import { heldByStage, joinAbsolute, type StageView } from './image.js'
import { compiledBy } from './typescript.js'

/** Scripts that call scripts beyond which nobody follows. */
const DEEPEST = 5
const MOST_MANIFESTS = 50

/** A command of a build, the folder that it runs in, and what it sees. */
export interface Making {
  readonly words: readonly string[]
  /** Absolute; undefined where that is not told. */
  readonly folder: string | undefined
  readonly instruction: Instruction
  readonly view: StageView
  readonly depth: number
}

/** Whether a RUN makes the file of a path, as far as its commands are known. */
export function madeBy(path: string, instruction: Instruction, view: StageView): Holding {
  const { dockerfile } = view
  const commands = commandsOf(instruction, dockerfile.shell)
  if (commands.length === 0 && instruction.text.trim() !== '') return unsure('a command of the build may make it')
  const start = { folder: folderAt(instruction, dockerfile), instruction, view, depth: 0 }
  return likeliest(
    made(
      path,
      commands.map(({ words, command }) => ({ words, redirects: command?.redirects ?? [] })),
      start,
    ),
  )
}

type Simple = Pick<ShellCommand, 'words' | 'redirects'>

function* made(path: string, commands: readonly Simple[], start: Omit<Making, 'words'>): Iterable<Holding> {
  let { folder } = start
  for (const { words, redirects } of commands) {
    if (words[0] === 'cd') {
      const to = words[1]
      folder = to === undefined || /[$`*?~]/.test(to) || folder === undefined ? undefined : within(folder, to)
      continue
    }
    yield written(path, redirects)
    if (words.length > 0) yield madeByCommand(path, { ...start, words, folder })
  }
}

function within(folder: string, path: string): string {
  return path.startsWith('/') ? joinAbsolute('/', path) : joinAbsolute(folder, path)
}

/** `> start.sh` */
function written(path: string, redirects: Simple['redirects']): Holding {
  const writes = redirects.filter(({ operator }) => /^\d?>>?\|?$/.test(operator))
  if (writes.some(({ target }) => fileName(target) === fileName(path))) return HELD
  return writes.some(({ target }) => /[$`]/.test(target)) ? unsure('a command of the build may write it') : ABSENT
}

/** Programs that make no file that anybody starts. */
const MAKES_NOTHING =
  /^(?:apt|apt-get|apk|dpkg|yum|dnf|microdnf|tdnf|zypper|chmod|chown|chgrp|mkdir|adduser|addgroup|useradd|groupadd|usermod|groupmod|echo|printf|true|false|:|set|\[|\[\[|test|ls|cat|id|export|corepack|rimraf|dos2unix|setcap|locale-gen|update-ca-certificates|ldconfig|sleep|which|du|df|rmdir|umask|exit|node-prune|gem|bundle|patch-package|husky|eslint|prettier|jest|vitest|playwright|pwd|whoami|env|unset|hash|type|command|date|uname|grep|tsc-alias|stat|curl|wget|gpg|apt-key|add-apt-repository|npm-check|tr|head|tail|sort|wc)$/
/** Tools that write into a folder of their own: what else they are asked for is not there. */
const WRITES_BELOW: ReadonlyMap<string, RegExp> = new Map([
  ['next', /\/(?:\.next|out|build|dist)\//],
  ['react-scripts', /\/build\//],
  ['prisma', /\/(?:generated|prisma|client|node_modules)\//],
  ['manage.py', /\/(?:static|staticfiles|locale|media)\//],
])

function madeByCommand(path: string, making: Making): Holding {
  const words = plainCommand(making.words)
  const [program = '', ...rest] = words
  const name = fileName(program)
  if (isMention(path, words)) return mentioned(path, name, words)
  if (MAKES_NOTHING.test(name)) return ABSENT
  if (name === 'sed') return ABSENT
  if (name === 'rm')
    return words.slice(1).some(word => removes(word, path, making))
      ? unsure('a command of the build removes it')
      : ABSENT
  const text = shellText(words)
  if (text !== undefined) return likeliest(madeByText(path, text, making))
  // Programs of Go end up in a folder that its environment names.
  if (name === 'go' && rest[0] !== 'mod') return unsure(`"${words.slice(0, 4).join(' ')}" may make it`)
  const install = installOf({ instruction: making.instruction, at: making.instruction.at, words, conditional: false })
  if (install || isPackageManagement(name, rest)) return madeByInstall(path, making, name, rest)
  const script = scriptOf(name, rest)
  if (script !== undefined) return madeByScript(path, script, making)
  if (name === 'tsc' || name === 'nest') return compiledBy(path, { ...making, words })
  const python = /^python[\d.]*$/.test(name) ? fileName(rest[0] ?? '') : name
  if (python === '-m' && /^(?:venv|compileall|ensurepip)$/.test(rest[1] ?? '')) return ABSENT
  if (name === 'vite' && /\/(?:dist|build|out|\.output)\//.test(path)) return HELD
  const below = WRITES_BELOW.get(python)
  if (below) return below.test(path) ? HELD : ABSENT
  return unsure(`"${words.slice(0, 4).join(' ')}" may make it`)
}

/** `npx tsc`, `pnpm exec tsc`, `./node_modules/.bin/tsc`. */
function plainCommand(words: readonly string[]): readonly string[] {
  const bare = unwrapCommand(words)
  const [program = '', next] = bare
  if (/^(?:npx|bunx|pnpx)$/.test(program)) return bare.slice(1 + bare.slice(1).findIndex(word => !word.startsWith('-')))
  if (/^(?:npm|pnpm|yarn|bun)$/.test(program) && (next === 'exec' || next === 'x' || next === 'dlx'))
    return bare.slice(2).filter((word, index) => index > 0 || word !== '--')
  if (program === 'cross-env') return bare.slice(1).filter(word => !/^\w+=/.test(word))
  return bare
}

/** Whether a command names the file. */
function isMention(path: string, words: readonly string[]): boolean {
  const name = fileName(path)
  return words.some(word => word === path || fileName(word) === name || word.endsWith(`=${name}`))
}

function mentioned(path: string, program: string, words: readonly string[]): Holding {
  if (/^(?:chmod|chown|chgrp|dos2unix|ls|test|\[|cat|sed|echo)$/.test(program)) return ABSENT
  if (/^(?:rm|unlink|mv)$/.test(program)) return unsure(`"${words.slice(0, 4).join(' ')}" moves or removes it`)
  // `go build -o server`, `touch x`, `ln -s`, `curl -o`: it is what the command makes.
  return fileName(path).includes('.') && /^(?:node|python[\d.]*|tsx|sh|bash)$/.test(program)
    ? unsure('a command of the build runs it')
    : HELD
}

function removes(word: string, path: string, { folder }: Making): boolean {
  if (word.startsWith('-')) return false
  if (/[$`]/.test(word) || folder === undefined) return true
  return isWithin(within(folder, word.replace(/\/?\*.*$/, '')), path)
}

function isPackageManagement(name: string, [verb = '', ...rest]: readonly string[]): boolean {
  switch (name) {
    case 'npm':
    case 'yarn':
    case 'pnpm':
      return /^(?:prune|cache|config|set|audit|dedupe|rebuild|fund|store|fetch|setup|pkg|version|-v|--version|--help|policies|plugin)$/.test(
        verb,
      )
    case 'pip':
    case 'pip3':
      return verb !== 'download'
    case 'poetry':
    case 'uv':
    case 'pipenv':
      return /^(?:config|install|sync|lock|export|cache|venv|pip|self|check|--version)$/.test(verb)
    case 'composer':
      return /^(?:dump-autoload|clear-cache|config)$/.test(verb)
    case 'python':
    case 'python3':
      return verb === '-m' && /^(?:pip|poetry|pipenv|uv)$/.test(rest[0] ?? '')
    default:
      return false
  }
}

/** An installation makes what the scripts make that it runs: https://docs.npmjs.com/cli/using-npm/scripts#life-cycle-operation-order */
const LIFE_CYCLE = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare']

function madeByInstall(path: string, making: Making, name: string, rest: readonly string[]): Holding {
  if (rest.some(word => /^(?:-t|--target|--prefix|--root|--modules-folder)(?:=|$)/.test(word)))
    return unsure('the build installs packages into a folder that it names')
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(name) || rest.includes('--ignore-scripts') || rest.includes('-g')) return ABSENT
  const { context } = making.view.image
  return likeliest((context ? lifeCycleScripts(context) : []).flatMap(text => [...madeByText(path, text, making)]))
}

const lifeCycles = new WeakMap<BuildContext, readonly string[]>()

/** The scripts that installations run, of all packages of a context. */
function lifeCycleScripts(context: BuildContext): readonly string[] {
  const known = lifeCycles.get(context)
  if (known) return known
  const manifests = context.find('**').filter(file => fileName(file) === 'package.json')
  const found = manifests.slice(0, MOST_MANIFESTS).flatMap(file => {
    const source = context.read(file)
    const scripts = source && scriptsIn(source)
    return LIFE_CYCLE.flatMap(one => scripts?.get(one) ?? [])
  })
  lifeCycles.set(context, found)
  return found
}

function* madeByText(path: string, text: string, making: Making): Iterable<Holding> {
  if (making.depth >= DEEPEST) return void (yield unsure('the scripts of the build call each other'))
  const at = { path: '', start: 0, end: text.length }
  yield* made(path, parseShell(text, at).commands, { ...making, depth: making.depth + 1 })
}

/** The script of package.json that a command runs. */
function scriptOf(name: string, words: readonly string[]): string | undefined {
  if (!/^(?:npm|yarn|pnpm|bun)$/.test(name)) return undefined
  if (
    words.some(word =>
      /^(?:--prefix|-C|--dir|--cwd|--filter|-F|--workspace|--workspaces|-w|-r|--recursive|-ws)(?:=|$)/.test(word),
    )
  )
    return undefined
  const [verb = '', script] = words.filter(word => !word.startsWith('-'))
  if (verb === 'run' || verb === 'run-script') return script
  return (name === 'yarn' || name === 'pnpm') && !/^(?:workspace|workspaces|exec|dlx|turbo|nx)$/.test(verb)
    ? verb
    : undefined
}

function madeByScript(path: string, script: string, making: Making): Holding {
  const { folder, view, instruction } = making
  const manifest =
    folder === undefined ? undefined : heldByStage(joinAbsolute(folder, 'package.json'), view, instruction)
  const source =
    manifest?.state === 'held' && manifest.source !== undefined ? view.tree.read(manifest.source) : undefined
  const scripts = source && scriptsIn(source)
  const text = scripts?.get(script)
  if (text === undefined) return unsure(`the script ${script} may make it`)
  const all = [scripts?.get(`pre${script}`), text, scripts?.get(`post${script}`)]
  return likeliest(all.flatMap(one => (one === undefined ? [] : [...madeByText(path, one, making)])))
}

function scriptsIn(source: Parameters<typeof readJsonObject>[0]): ReadonlyMap<string, string> {
  const scripts = readJsonObject(source)?.scripts
  if (typeof scripts !== 'object' || scripts === null) return new Map()
  return new Map(Object.entries(scripts).filter((one): one is [string, string] => typeof one[1] === 'string'))
}

/** WORKDIR where an instruction stands. */
function folderAt(instruction: Instruction, { instructions, folders }: DockerfileImage): string | undefined {
  let folder: string | undefined = '/'
  for (const one of instructions) {
    if (one === instruction) return folder
    if (one.keyword !== 'WORKDIR') continue
    const to = knownValue(folders.get(one))
    folder = to === undefined || (folder === undefined && !to.startsWith('/')) ? undefined : within(folder ?? '/', to)
  }
  return folder
}
