import type { VariableValue } from '../../parse/compose/interpolate.js'
import { parseEnvironmentFile } from '../../parse/dotenv.js'
import { parseShell, programOf, type ShellCommand, unwrapCommand } from '../../parse/shell.js'
import { directoryOf, joinPath, nameWords } from '../../paths.js'
import type { Tree } from '../../tree.js'
import { purposeOfCommand } from '../purpose.js'
import { holdsScripts } from '../script-texts.js'
import { type DeployText, deployTexts, writtenValue } from './deploy-texts.js'
import { composeCommandFiles } from './invocations.js'
import { baseOf, overrideOf } from './names.js'

/** Variables of a shell, each with the place where it is set; not known where only the run tells, as of a secret of a pipeline. */
export type ShellEnvironment = ReadonlyMap<string, VariableValue>

/** A command that starts compose files in production, with what its shell has set. */
interface DeployCommand {
  /** As named by the command; empty: the ones that are loaded without being named. */
  readonly files: readonly string[]
  /** Where it looks for files that it does not name, likeliest first. */
  readonly directories: readonly string[]
  readonly variables: ShellEnvironment
}

const STARTS = /\b(?:compose\b[^\n]{0,2000}?\sup\b|stack\s+deploy\b)/
const MOST_ENTRIES = 500

/**
 * Finds the variables that the shell has when it deploys a set: `env:` of the job, `export`, `X=y docker compose up`. Compose
 * takes them before those of `.env` (https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/). A
 * variable that two ways to deploy set differently is not known.
 */
export function deployEnvironment(
  tree: Tree,
  composeFiles: readonly string[],
): (files: readonly string[]) => ShellEnvironment {
  let commands: readonly DeployCommand[] | undefined
  return (files: readonly string[]): ShellEnvironment => {
    commands ??= deployCommands(tree, composeFiles)
    return merged(commands.filter(command => startsFiles(command, files, composeFiles)))
  }
}

function startsFiles({ files, directories }: DeployCommand, set: readonly string[], all: readonly string[]): boolean {
  if (files.length > 0) return files.join('\n') === set.join('\n')
  for (const directory of directories) {
    const here = all.filter(path => directoryOf(path) === directory)
    const base = baseOf(here)
    if (base !== undefined) return set[0] === base && set.every(file => file === base || file === overrideOf(here))
  }
  return false
}

function merged(commands: readonly DeployCommand[]): ShellEnvironment {
  const found = new Map<string, VariableValue>()
  for (const name of new Set(commands.flatMap(command => [...command.variables.keys()]))) {
    const values = commands.map(command => command.variables.get(name))
    const first = values.find(value => value !== undefined)
    if (!first) continue
    const alike = values.every(value => value?.known === first.known && value.text === first.text)
    found.set(name, alike ? first : { ...first, text: '', known: false })
  }
  return found
}

function deployCommands(tree: Tree, composeFiles: readonly string[]): readonly DeployCommand[] {
  return tree.files.flatMap(file => {
    if (!holdsScripts(file)) return []
    const source = tree.read(file.path)
    if (!source || !STARTS.test(source.text)) return []
    return deployTexts(source, file)
      .filter(({ names }) => isProduction([...names, ...file.path.split('/').reverse()]))
      .flatMap(text => commandsIn(text, tree, composeFiles))
  })
}

function isProduction(names: readonly string[]): boolean {
  for (const name of names) {
    const purpose = purposeOfCommand(nameWords(name))
    if (purpose) return purpose === 'production'
  }
  return false
}

/** Walks a script and keeps what its shell has set so far. */
function commandsIn(text: DeployText, tree: Tree, composeFiles: readonly string[]): readonly DeployCommand[] {
  const found: DeployCommand[] = []
  const plain = new Map<string, VariableValue>()
  const exported = new Map(text.variables)
  let exportsAll = false
  let folder = text.directory
  for (const command of text.script.commands) {
    const { words, assignments } = command
    const set = assignmentsIn(assignments, text)
    const [first = '', second = ''] = words
    if (words.length === 0) for (const [name, value] of set) (exportsAll ? exported : plain).set(name, value)
    else if (first === 'set') exportsAll = /^-\w*a/.test(second) || (exportsAll && !/^\+\w*a/.test(second))
    else if (first === 'cd') folder = joinPath(folder ?? '.', second)
    else if (first === 'unset') for (const name of words) exported.delete(name)
    else if ((first === 'source' || first === '.') && exportsAll)
      for (const [name, value] of variablesOf(joinPath(folder ?? '.', second), tree)) exported.set(name, value)
    else if (first === 'export') {
      for (const word of words.slice(1)) {
        const value = assignmentsIn([word], text).get(word.split('=')[0] ?? '') ?? plain.get(word)
        if (value) exported.set(word.split('=')[0] ?? '', value)
      }
    } else found.push(...started(command, { text, exported, own: set, folder, tree, composeFiles }))
  }
  return found
}

interface Standing {
  readonly text: DeployText
  readonly exported: ShellEnvironment
  readonly own: ShellEnvironment
  readonly folder: string | undefined
  readonly tree: Tree
  readonly composeFiles: readonly string[]
}

function started({ words }: ShellCommand, standing: Standing): readonly DeployCommand[] {
  const { text, exported, own, folder, tree, composeFiles } = standing
  const program = programOf(words)
  // The shell at the other end has none of the variables of this one.
  if (program === 'ssh') {
    const line = words.findLast(word => STARTS.test(word))
    const script = line === undefined ? undefined : parseShell(line, text.script.at)
    return script ? commandsIn({ ...text, script, variables: new Map() }, tree, composeFiles) : []
  }
  const plain = unwrapCommand(words)
  const directories = folder === undefined ? [directoryOf(text.script.at.path), '.'] : [folder]
  const files = composeCommandFiles(plain, directories, tree, composeFiles)
  if (!files) return []
  const before = words.slice(0, words.length - plain.length)
  // sudo starts with an environment of its own unless it is told to keep this one.
  const kept = !before.includes('sudo') || before.some(word => /^-\w*E|^--preserve-env$/.test(word))
  const variables = new Map([...(kept ? [...exported, ...own] : []), ...assignmentsIn(before, text)])
  return [{ files, directories, variables }]
}

function assignmentsIn(words: readonly string[], { script }: DeployText): Map<string, VariableValue> {
  const found = new Map<string, VariableValue>()
  for (const word of words) {
    const [, name = '', value = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? []
    if (name !== '') found.set(name, writtenValue(value, script.at))
  }
  return found
}

function variablesOf(path: string, tree: Tree): readonly (readonly [string, VariableValue])[] {
  const source = tree.read(path)
  if (!source) return []
  return parseEnvironmentFile(source)
    .entries.slice(0, MOST_ENTRIES)
    .flatMap(({ name, value, at }) => (value === null ? [] : [[name, writtenValue(value, at)] as const]))
}
