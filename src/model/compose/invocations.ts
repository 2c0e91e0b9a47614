import type { ComposeProject } from '../../parse/compose/project.js'
import { splitWords } from '../../parse/shell.js'
import { directoryOf, fileName, nameWords } from '../../paths.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { commandPurpose } from '../command-context.js'
import { changedFolder, directoriesOf, resolveName } from '../command-paths.js'
import type { Purpose } from '../purpose.js'
import { asShell, expand, type ScriptVariables, scriptVariables } from '../script-variables.js'
import { variantOf } from './names.js'
import { isForSwarm } from './swarm-signs.js'

/** A command of the repository that names compose files: `docker compose -f a -f b up`. */
export interface ComposeInvocation {
  /** From the repository root, in the order given. */
  readonly files: readonly string[]
  readonly platform: 'compose' | 'swarm'
  /** From the names around the command (target, job, script). */
  readonly purpose: Purpose | 'unknown'
  /** The file that holds the command. */
  readonly by: string
  /** Whether it starts anything: `up`, `stack deploy`; else it builds, looks, stops, or the sub-command is not there to see. */
  readonly starts: boolean
  readonly profiles: readonly string[]
  /** `--env-file`, as far as the repository has them. */
  readonly environmentFiles: readonly string[]
  readonly projectDirectory?: string
}

const SCRIPTS = new Set(['shell', 'makefile', 'package-json', 'ci'])
const COMMAND =
  /\b(?:docker-compose|podman-compose|(?:docker|podman|nerdctl)\s+compose|docker\s+stack\s+deploy)(?=\s)[^\n;|&]*/g
const MENTIONED = /(?:docker|podman)-compose|(?:docker|podman|nerdctl)\s+(?:compose|stack)|COMPOSE_FILE/
const LONGEST_LINE = 4_096
const MOST_LINES = 5_000
const STARTS = new Set(['up', 'start', 'create', 'deploy', 'run', 'restart', 'pull'])

/** Reads the compose commands of scripts, Makefiles, package.json and pipelines. All files named exist. */
export function composeInvocations(tree: Tree, composeFiles: readonly string[]): readonly ComposeInvocation[] {
  const found = new Map<string, ComposeInvocation>()
  for (const file of tree.files) {
    if (!SCRIPTS.has(file.format)) continue
    const text = tree.read(file.path)?.text
    if (!text || !MENTIONED.test(text)) continue
    for (const one of invocationsIn(text, { file, tree, composeFiles })) {
      const key = JSON.stringify([one.files, one.purpose, one.by, one.starts, one.profiles, one.environmentFiles])
      if (!found.has(key)) found.set(key, one)
    }
  }
  return [...found.values()]
}

/** A comment with a command in it, the marks before the command left out. */
const COMMENT = /^\s*#[#\s]*(?:\$\s+)?(.*)$/

/**
 * How a compose file for production says at its head that it is started: with which files, profiles and platform. What is
 * named for nothing, or for something else, is not listened to: comments show variants, too.
 */
export function commentedInvocations(tree: Tree, composeFiles: readonly string[]): readonly ComposeInvocation[] {
  return composeFiles.flatMap(path => {
    const file = tree.files.find(one => one.path === path)
    const text = tree.read(path)?.text
    if (!file || !text || !MENTIONED.test(text)) return []
    const lines = text.split(/\r?\n/, MOST_LINES).filter(line => line.length <= LONGEST_LINE)
    const told = lines.map(line => COMMENT.exec(line)?.[1] ?? '').join('\n')
    return invocationsIn(told, { file, tree, composeFiles })
      .filter(({ files, starts }) => starts && files.includes(path) && files.some(isForProduction))
      .map(one => ({ ...one, purpose: 'unknown', by: `the comment in ${path}` }) as const)
  })
}

function isForProduction(path: string): boolean {
  return variantOf(path) === 'production'
}

const DOCUMENTS = /^(?!.*(?:change|history|release|news|contribut|develop|test)).*\.md$/i

/**
 * What the documentation says to start together. It decides nothing but which files of a folder of changes (`overrides/`)
 * belong to a base that lies elsewhere, where no command tells: the most that are named together.
 */
export function documentedInvocations(tree: Tree, composeFiles: readonly string[]): readonly ComposeInvocation[] {
  let largest: ComposeInvocation | undefined
  for (const file of tree.files) {
    if (!DOCUMENTS.test(file.path)) continue
    const text = tree.read(file.path)?.text
    if (!text || !MENTIONED.test(text)) continue
    for (const one of invocationsIn(text, { file, tree, composeFiles })) {
      const isPlain = one.files.every(path => ['base', 'part'].includes(variantOf(path)))
      const folders = new Set(one.files.map(directoryOf))
      if (!isPlain || folders.size < 2 || one.purpose === 'development') continue
      if (one.files.length > (largest?.files.length ?? 0)) largest = one
    }
  }
  return largest ? [largest] : []
}

interface Reading {
  readonly file: RepositoryFile
  readonly tree: Tree
  readonly composeFiles: readonly string[]
}

function invocationsIn(text: string, reading: Reading): readonly ComposeInvocation[] {
  const lines = text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .slice(0, MOST_LINES)
  const variables: ScriptVariables = scriptVariables(lines, reading.file.format === 'ci')
  const found: ComposeInvocation[] = []
  let folder: string | undefined
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST_LINE || /^\s*(?:#(?!!)|\/\/)/.test(line)) continue
    const ofLine: ComposeInvocation[] = []
    for (const filled of line.includes('$') ? expand(asShell(line), variables) : [line]) {
      // A variable that is only defined here is read where it is used, with what is done to it.
      const commands = [...filled.matchAll(COMMAND)]
      for (const { 0: command, index: at } of commands) {
        const directories = directoriesOf(filled.slice(0, at), folder, reading.file.path)
        const read = commandOf(command, directories, reading)
        // Nobody runs a swarm to work on the code.
        const unsaid = read?.platform === 'swarm' ? 'production' : 'unknown'
        if (!read) continue
        const said = runsTests(command) ? 'development' : commandPurpose(lines, index, reading.file.path)
        ofLine.push({ ...read, purpose: said ?? unsaid })
      }
    }
    found.push(...ofLine.filter(one => !ofLine.some(other => isSmaller(other, one))))
    folder = changedFolder(line) ?? folder
  }
  return [...found, ...named(variables, lines, reading)]
}

/** `docker compose run api ./test.sh`: something is tried, nothing is deployed. */
function runsTests(command: string): boolean {
  return /\srun\s.*\b(?:tests?|pytest|jest|vitest|rspec|phpunit)\b/.test(command)
}

/**
 * Whether `one` starts a part of the files of `other`, and no name of the rest tells what it is for. A script that adds
 * files on a condition starts the others by default.
 */
function isSmaller({ files }: ComposeInvocation, other: ComposeInvocation): boolean {
  const rest = other.files.filter(file => !files.includes(file))
  return (
    rest.length > 0 &&
    rest.length + files.length === other.files.length &&
    rest.every(file => variantOf(file) === 'part')
  )
}

type Read = Omit<ComposeInvocation, 'purpose'>

function commandOf(command: string, directories: readonly string[], reading: Reading): Read | undefined {
  const words = (splitWords(command) ?? command.split(/\s+/)).map(word => word.replace(/^["'`(]+|["'`),]+$/g, ''))
  const swarm = words[1] === 'stack'
  const options = optionsOf(words.slice(swarm ? 3 : words[0]?.includes('-') ? 1 : 2), swarm)
  const files = filesOf(options.files, directories, reading)
  if (!files) return undefined
  const environmentFiles = options.environmentFiles.flatMap(name => resolveName(name, directories, reading.tree) ?? [])
  const project = options.projectDirectory
  const projectDirectory = project === undefined ? undefined : resolveName(project, directories, reading.tree)
  return {
    files,
    platform: swarm ? 'swarm' : 'compose',
    by: reading.file.path,
    starts: swarm || (options.action !== undefined && STARTS.has(options.action)),
    profiles: options.profiles,
    environmentFiles,
    ...(projectDirectory === undefined ? {} : { projectDirectory }),
  }
}

/**
 * The compose files that a command starts (`docker compose up`, `docker stack deploy`), empty when it names none; undefined
 * for any other command, and when it names one that is not here.
 */
export function composeCommandFiles(
  words: readonly string[],
  directories: readonly string[],
  tree: Tree,
  composeFiles: readonly string[],
): readonly string[] | undefined {
  const [program = '', second, third] = words
  const joined = /^(?:docker|podman)-compose$/.test(program)
  const swarm = program === 'docker' && second === 'stack' && third === 'deploy'
  if (!joined && !swarm && !(/^(?:docker|podman|nerdctl)$/.test(program) && second === 'compose')) return undefined
  const options = optionsOf(words.slice(swarm ? 3 : joined ? 1 : 2), swarm)
  if (!swarm && options.action !== 'up') return undefined
  return options.files.length === 0 ? [] : namedFiles(options.files, directories, tree, composeFiles)
}

interface Options {
  readonly files: string[]
  readonly environmentFiles: string[]
  readonly profiles: string[]
  projectDirectory?: string
  action?: string
}

/** Options of `docker compose` stand before its sub-command; behind it `-f` means something else. */
function optionsOf(words: readonly string[], swarm: boolean): Options {
  const options: Options = { files: [], environmentFiles: [], profiles: [] }
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const [, name = word, inline] = /^(--[\w-]+)=(.*)$/.exec(word) ?? []
    const value = () => inline ?? words[++at] ?? ''
    if (/^(?:-f|--file)$/.test(name) || (swarm && /^(?:-c|--compose-file)$/.test(name))) options.files.push(value())
    else if (/^-f./.test(word)) options.files.push(word.slice(2))
    else if (name === '--env-file') options.environmentFiles.push(value())
    else if (name === '--profile') options.profiles.push(value())
    else if (name === '--project-directory') options.projectDirectory = value()
    else if (/^(?:-p|--project-name|--ansi|--progress|--parallel|--context|-H|--host|--resolve-image)$/.test(name))
      value()
    else if (word !== '' && !/^[-$]/.test(word) && !swarm) {
      options.action = word
      break
    }
  }
  return options
}

/** The files of a command as paths; undefined when it names none, or one that is not here. */
function filesOf(names: readonly string[], directories: readonly string[], reading: Reading) {
  return namedFiles(names, directories, reading.tree, reading.composeFiles)
}

function namedFiles(
  names: readonly string[],
  directories: readonly string[],
  tree: Tree,
  composeFiles: readonly string[],
) {
  if (names.length === 0 || names.length > 50) return undefined
  const files = names.map(name => resolveName(name, directories, tree) ?? matching(name, composeFiles))
  return files.every(file => file !== undefined) ? files : undefined
}

/** `docker-compose.$ENV.yml`: of the files that it may be, the one for production. */
function matching(name: string, composeFiles: readonly string[]): string | undefined {
  const bare = name.slice(name.lastIndexOf('/') + 1)
  if (!/\$/.test(bare) || !/\.ya?ml$/.test(bare)) return undefined
  const parts = bare.split(/\$\{\w+[^{}]*\}|\$\(\w+\)|\$\w+/).map(part => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (parts.length !== 2) return undefined
  const pattern = new RegExp(`^(?:.*/)?${parts[0]}(?:prod|production|prd)${parts[1]}$`)
  return composeFiles.find(path => pattern.test(path))
}

/** `export COMPOSE_FILE=a:b` in a script, `COMPOSE_FILE: a:b` in a pipeline. */
function named(variables: ScriptVariables, lines: readonly string[], reading: Reading): readonly ComposeInvocation[] {
  const index = lines.findIndex(line => /\bCOMPOSE_FILE\b/.test(line))
  return (variables.get('COMPOSE_FILE') ?? []).flatMap(value => {
    const directories = [directoryOf(reading.file.path), '.']
    const files = filesOf(composeFileNames(value), directories, reading)
    if (!files) return []
    const purpose = commandPurpose(lines, index, reading.file.path) ?? 'unknown'
    const starts = lines.some(
      line => line.length <= LONGEST_LINE && /\bcompose\b/.test(line) && /\sup(?:\s|$)/.test(line),
    )
    const { path: by } = reading.file
    return [
      {
        files,
        platform: 'compose',
        purpose,
        by,
        starts,
        profiles: [],
        environmentFiles: [],
      } as const,
    ]
  })
}

/** The names in a value of COMPOSE_FILE, which separates them by `:`, on Windows by `;`. */
export function composeFileNames(value: string): readonly string[] {
  return value
    .split(value.includes(';') ? ';' : ':')
    .map(name => name.trim())
    .filter(name => name !== '')
}

/** What a set is deployed with, by the command that does, else by the names of its files and by what they hold. */
export function platformOf(
  files: readonly string[],
  project: ComposeProject,
  invocation?: ComposeInvocation,
): 'compose' | 'swarm' {
  if (invocation && (invocation.starts || invocation.platform === 'swarm')) return invocation.platform
  return isNamedForSwarm(files) || isForSwarm(project) ? 'swarm' : 'compose'
}

/** Whether a command or a name says that `docker stack deploy` takes these files: what it refuses is then at fault. */
export function isToldForSwarm(files: readonly string[], invocation: ComposeInvocation | undefined): boolean {
  return invocation ? invocation.platform === 'swarm' : isNamedForSwarm(files)
}

function isNamedForSwarm(files: readonly string[]): boolean {
  const words = new Set(files.flatMap(file => nameWords(fileName(file))))
  return words.has('swarm') || words.has('stack')
}
