import { backupTools } from '../knowledge/catalogue.js'
import { parseShell, programOf, type ShellCommand, type ShellScript } from '../parse/shell.js'
import { knownValue, type Span } from '../source.js'
import type { Tree } from '../tree.js'
import { destinationOf } from './backup-destination.js'
import { imageTools } from './image-tools.js'
import { repeats, scriptsRunBy } from './run-scripts.js'
import type { Backup, EnvironmentVariable, Image, Workload } from './system.js'

/** Tools that copy volumes or whole directories, whatever lies in them. */
const VOLUME_TOOLS = ['restic', 'borg', 'duplicity', 'velero', 'kopia', 'rsnapshot']
/** What each program copies, by its command line: ids of software, or `volume`. */
const TOOLS = new Map([...backupTools, ...VOLUME_TOOLS.map((tool): [string, string[]] => [tool, ['volume']])])
const MENTION = new RegExp(`\\b(${[...TOOLS.keys()].map(tool => tool.replace(/[^\w-]/g, '.')).join('|')})\\b`)
const SCRIPT_FORMATS = new Set(['shell', 'makefile', 'yaml', 'text', 'ci', 'crontab'])

/** What makes copies of data: containers that dump or are built for it, and scripts, whoever runs them. */
export function backupsOf(workloads: readonly Workload[], tree: Tree): readonly Backup[] {
  const ofWorkloads = workloads.flatMap(workload => workloadBackups(workload, tree))
  const run = new Set(ofWorkloads.flatMap(backup => backup.script?.at.path ?? []))
  const ofScripts = scriptBackups(tree, workloads).filter(backup => !run.has(backup.at.path))
  return [...ofWorkloads, ...ofScripts]
}

function workloadBackups(workload: Workload, tree: Tree): readonly Backup[] {
  if (workload.software?.kind === 'backup') return [dedicated(workload)]
  // A server that copies another one at its start is a standby.
  if (workload.software?.stateful) return []
  const scripts = scriptsRunBy(workload, tree)
  const all = scripts.flatMap(script => dumpCommands(script).map(dump => ({ script, dump })))
  const [first] = all
  if (!first) return []
  const { script } = first
  const host = optionValue(first.dump.command.words, ['-h', '--host'])
  const destinations = new Set(scripts.map(destinationOf))
  return [
    {
      covers: [...new Set(all.flatMap(({ dump }) => dump.covers))],
      tool: first.dump.tool,
      workload,
      ...(host === undefined ? {} : { host }),
      destination: destinations.has('off-host') ? 'off-host' : destinations.has('unknown') ? 'unknown' : 'host',
      scheduled: workload.schedule !== undefined || (workload.longRunning && scripts.some(repeats)),
      script,
      missingTools: missingTools(script, workload.image, script.at),
      at: workload.start?.at ?? workload.at,
    },
  ]
}

/** An image built for backups runs by itself; where the copies go is told by the variables that it reads. */
function dedicated(workload: Workload): Backup {
  const image = workload.software?.backup
  const values = [...workload.environment.values()]
  const isSet = (name: string) => workload.environment.has(name)
  const remote = values.some(
    variable => image?.offHost.some(pattern => pattern.test(variable.name)) && !isLocal(variable),
  )
  const host = values.find(variable => image?.hostVariables.includes(variable.name))
  return {
    covers: image?.covers ?? ['volume'],
    tool: workload.software?.name ?? workload.name,
    workload,
    ...(host?.value.known ? { host: host.value.value } : {}),
    destination: remote ? 'off-host' : image && image.offHost.length > 0 ? 'host' : 'unknown',
    scheduled:
      workload.schedule !== undefined ||
      image?.scheduled === 'built-in' ||
      (image?.scheduled === 'variable' && image.scheduleVariables.some(isSet)),
    missingTools: [],
    at: workload.at,
  }
}

function isLocal(variable: EnvironmentVariable): boolean {
  return variable.value.known && (variable.value.value === '' || /^(\/|\.|file:)/.test(variable.value.value))
}

interface Dump {
  readonly tool: string
  readonly covers: readonly string[]
  readonly command: ShellCommand
}

function dumpCommands(script: ShellScript): readonly Dump[] {
  return script.commands.flatMap(command => {
    // `docker exec db pg_dump …` and `kubectl exec … -- pg_dump` run the tool further along the line.
    const program = programOf(command.words)
    const through =
      program === 'docker' || program === 'docker-compose' || program === 'kubectl' || program === 'podman'
    const names = through
      ? command.words.map(word => word.slice(word.lastIndexOf('/') + 1))
      : program === undefined
        ? []
        : [program]
    const tool = [...TOOLS.keys()].find(key => {
      const [name = '', ...rest] = key.split(' ')
      return names.includes(name) && rest.every(word => command.words.includes(word))
    })
    // With -R it sets up a standby.
    if (
      tool === 'pg_basebackup' &&
      command.words.some(word => word === '--write-recovery-conf' || /^-[a-zA-Z]*R$/.test(word))
    )
      return []
    return tool === undefined ? [] : [{ tool, covers: TOOLS.get(tool) ?? [], command }]
  })
}

/** Programs that the script calls and the image is known to lack. */
function missingTools(script: ShellScript, image: Image | undefined, at: Span): Backup['missingTools'] {
  const tools = imageTools(image, [script])
  const called = script.commands.flatMap(command => programOf(command.words) ?? [])
  const functions = new Set(
    called.filter(name =>
      new RegExp(`(^|\\n)\\s*(function\\s+)?${name.replace(/\W/g, '.')}\\s*\\(\\)`).test(script.text),
    ),
  )
  const missing = [...new Set(called)].filter(
    name => /^[a-z][\w.-]*$/i.test(name) && !functions.has(name) && tools.has(name) === false,
  )
  return missing.map(tool => ({ tool, at }))
}

function scriptBackups(tree: Tree, workloads: readonly Workload[]): readonly Backup[] {
  // What is mounted into the server of the data runs at its first start, if at all.
  const runBy = new Set(
    workloads.flatMap(workload =>
      workload.software?.stateful ? [] : workload.mounts.flatMap(mount => knownValue(mount.source) ?? []),
    ),
  )
  const found: Backup[] = []
  for (const file of tree.files) {
    if (
      !SCRIPT_FORMATS.has(file.format) ||
      (file.format === 'text' && !/(^|\/)(crontab|cron\.\w+|[^/]*\.cron)$/.test(file.path))
    )
      continue
    if (file.format === 'yaml' && !/^\.github\/|^\.gitlab|\/cronjobs?[./-]|backup/i.test(file.path)) continue
    const source = tree.read(file.path)
    if (!source || !MENTION.test(source.text)) continue
    const script = parseShell(source.text, { path: file.path, start: 0, end: source.text.length })
    const dumps = dumpCommands(script)
    const first = dumps[0]
    if (!first) continue
    const start = first.command.start
    found.push({
      covers: [...new Set(dumps.flatMap(dump => dump.covers))],
      tool: first.tool,
      destination: destinationOf(script),
      scheduled: isScheduled(file.path, tree, source.text) || [...runBy].some(path => file.path.startsWith(path)),
      script,
      missingTools: [],
      at: { path: file.path, start, end: Math.min(first.command.end, source.text.length) },
    })
  }
  return found
}

/** A crontab, a scheduled pipeline, or a script that one of them names. */
function isScheduled(path: string, tree: Tree, text: string): boolean {
  if (/cron/i.test(path) || /^\s*-?\s*schedule:|^\s*kind:\s*CronJob/m.test(text)) return true
  const name = path.slice(path.lastIndexOf('/') + 1)
  return tree.files.some(file => {
    if (file.path === path || !(SCRIPT_FORMATS.has(file.format) || file.format === 'compose')) return false
    const other = tree.read(file.path)?.text
    return other?.includes(name) === true && /(\bcron|schedule:|\* \* \*|OnCalendar=|@daily|@hourly)/.test(other)
  })
}

function optionValue(words: readonly string[], names: readonly string[]): string | undefined {
  for (const [index, word] of words.entries()) {
    for (const name of names) {
      if (word === name) return words[index + 1]
      if (name.startsWith('--') && word.startsWith(`${name}=`)) return word.slice(name.length + 1)
      if (!name.startsWith('--') && word.startsWith(name) && word.length > 2 && !word.startsWith('--'))
        return word.slice(2)
    }
  }
  return undefined
}
