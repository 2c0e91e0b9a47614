import { parseShell, programOf, type ShellScript } from '../../parse/shell.js'
import { knownValue, type Source, type Span } from '../../source.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { imageTools } from '../image/tools.js'
import { repeats, scriptsRunBy } from '../run-scripts.js'
import { holdsScripts, type ScriptText, scriptTexts } from '../script-texts.js'
import type { Backup, EnvironmentVariable, Image, Workload } from '../system.js'
import { codeBackups } from './code-backups.js'
import { destinationOf } from './destination.js'
import { type Dump, dumpsIn, mentionsDump } from './dumps.js'
import { type CopiedVolumes, storesOn } from './volume-copies.js'

/** What makes copies of data: containers that dump or are built for it, and scripts, whoever runs them. */
export function backupsOf(workloads: readonly Workload[], tree: Tree): readonly Backup[] {
  const ofWorkloads = workloads.flatMap(workload => workloadBackups(workload, tree))
  const run = new Set(ofWorkloads.flatMap(backup => backup.script?.at.path ?? []))
  const ofScripts = scriptBackups(tree, workloads).filter(backup => !run.has(backup.at.path))
  return [...ofWorkloads, ...ofScripts, ...codeBackups(tree, workloads)]
}

function workloadBackups(workload: Workload, tree: Tree): readonly Backup[] {
  if (workload.software?.kind === 'backup') return [dedicated(workload)]
  // A server that copies another one at its start is a standby.
  if (workload.software?.stateful) return []
  const scripts = withArguments(scriptsRunBy(workload, tree), workload)
  const read = (name: string) => knownValue(workload.environment.get(name)?.value)
  const all = scripts.flatMap(script => dumpsIn(script, read).map(dump => ({ script, dump })))
  const destinations = new Set(scripts.map(destinationOf))
  const destination = destinations.has('off-host') ? 'off-host' : destinations.has('unknown') ? 'unknown' : 'host'
  const scheduled = workload.schedule !== undefined || (workload.longRunning && scripts.some(repeats))
  return byTarget(all.map(({ dump }) => dump)).map(({ dumps, copied, ...target }) => {
    const script = all.find(({ dump }) => dump === dumps[0])?.script
    return {
      ...target,
      workload,
      destination,
      scheduled,
      ...(script ? { script } : {}),
      missingTools: script ? missingTools(script, workload.image, script.at) : [],
      at: workload.start?.at ?? workload.at,
    }
  })
}

/** A command without a shell is a script of one line. */
function withArguments(scripts: readonly ShellScript[], { start }: Workload): readonly ShellScript[] {
  if (scripts.length > 0 || !start || start.script) return scripts
  const text = start.argv.map(word => (word === null ? '"$UNKNOWN"' : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ')
  return [parseShell(text, start.at, { exitOnError: true })]
}

interface Target extends Pick<Backup, 'covers' | 'tool' | 'host' | 'inside' | 'databases'> {
  readonly dumps: readonly Dump[]
  readonly copied?: CopiedVolumes
}

/** One job may dump several servers: each of them is a backup of its own. */
function byTarget(dumps: readonly Dump[]): readonly Target[] {
  const groups = new Map<string, Dump[]>()
  for (const dump of dumps) {
    const key = JSON.stringify([dump.host, dump.inside, dump.copied])
    groups.set(key, [...(groups.get(key) ?? []), dump])
  }
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const { host, inside, tool } = first
    const named = group.flatMap(dump => dump.databases ?? [])
    return [
      {
        covers: [...new Set(group.flatMap(dump => dump.covers))],
        tool,
        ...(host === undefined ? {} : { host }),
        ...(inside === undefined ? {} : { inside }),
        ...(group.every(dump => dump.databases) ? { databases: [...new Set(named)] } : {}),
        ...(first.copied && { copied: first.copied }),
        dumps: group,
      },
    ]
  })
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
  const list = values.find(variable => image?.databaseVariables?.includes(variable.name))
  return {
    covers: image?.covers ?? ['volume'],
    tool: workload.software?.name ?? workload.name,
    workload,
    ...(host?.value.known ? { host: host.value.value } : {}),
    ...(list ? databasesIn(list) : {}),
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

/** `erp,auth`; `all` in some images. */
function databasesIn({ value }: EnvironmentVariable): Pick<Backup, 'databases'> {
  if (!value.known) return { databases: [null] }
  const names = value.value.split(/[\s,]+/).filter(name => name !== '')
  return names.length === 0 || names.some(name => /^all$/i.test(name)) ? {} : { databases: names }
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
  return tree.files.flatMap(file => {
    if (!holdsScripts(file) && !isDeclaredJob(file)) return []
    const source = tree.read(file.path)
    if (!source || !mentionsDump(source.text)) return []
    const mounted = [...runBy].some(path => file.path.startsWith(path))
    const texts = holdsScripts(file) ? scriptTexts(source, file) : [wholeText(source.text, file)]
    return texts.flatMap(text => {
      const scheduled = text.scheduled || mounted
      return byTarget(dumpsIn(text.script)).flatMap(({ copied, ...target }) => {
        const stores = copied && storesOn(copied, workloads)
        if (stores?.length === 0) return []
        const found = backupOf(target, text, source, scheduled || isStarted(file, text, tree), file.format === 'ci')
        return [stores ? { ...found, stores } : found]
      })
    })
  })
}

/** A manifest that is in no set that is applied, or the like: looked through as if it were a script. */
function isDeclaredJob({ format, path }: RepositoryFile): boolean {
  return format === 'yaml' && /\/cronjobs?[./-]|backup/i.test(path)
}

function wholeText(text: string, { path }: RepositoryFile): ScriptText {
  const script = parseShell(text, { path, start: 0, end: text.length })
  return { script, scheduled: /^\s*kind:\s*CronJob/m.test(text) || /cron/i.test(path) }
}

/** What sends files away, in a step beside the one that dumps or in a text for the other end. */
const SENDS = /\b(?:aws\s+s3|rclone|gsutil|s3cmd|s5cmd|azcopy|b2\s+upload|upload-artifact)\b/

function backupOf(
  { dumps, ...target }: Target,
  { script }: ScriptText,
  source: Source,
  scheduled: boolean,
  isPipeline: boolean,
): Backup {
  const [first] = dumps
  // The text of a step is not the text of its file: its lines are indented, its quotes are read.
  const verbatim = source.text.startsWith(script.text.slice(0, 40), script.at.start)
  const [tool = ''] = target.tool.split(' ')
  const found = verbatim ? script.at.start + (first?.command.start ?? 0) : source.text.indexOf(tool, script.at.start)
  const start = found === -1 ? script.at.start : found
  const end = verbatim ? Math.min(script.at.start + (first?.command.end ?? 0), script.at.end) : start + tool.length
  return {
    ...target,
    destination: isPipeline && SENDS.test(source.text) ? 'off-host' : destinationOf(script),
    scheduled,
    script,
    missingTools: [],
    at: start < end ? { path: script.at.path, start, end } : script.at,
  }
}

const TIMED = /\bcron|schedule:|\* \* \*|OnCalendar=|@daily|@hourly|@midnight/

/** Whether a crontab, a timer or a scheduled pipeline names the script, or the target of the Makefile, or the unit. */
function isStarted({ path, format }: RepositoryFile, { name }: ScriptText, tree: Tree): boolean {
  if (/cron/i.test(path)) return true
  const file = path.slice(path.lastIndexOf('/') + 1)
  if (/\.service$/.test(file)) return tree.exists(path.replace(/\.service$/, '.timer'))
  const words = name === undefined ? file : name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const call =
    format === 'makefile'
      ? new RegExp(`\\bmake[ \\t]+(?:[^\\s]{1,100}[ \\t]+){0,9}${words}(?:\\s|$)`, 'm')
      : format === 'package-json'
        ? new RegExp(
            `\\b(?:npm|yarn|pnpm|bun)[ \\t]+(?:run[ \\t]+)?(?:-[^\\s]{1,100}[ \\t]+){0,9}${words}(?:\\s|$|")`,
            'm',
          )
        : undefined
  return tree.files.some(other => {
    if (other.path === path || !mayStart(other)) return false
    const text = tree.read(other.path)?.text
    return text !== undefined && (call ? call.test(text) : text.includes(file)) && TIMED.test(text)
  })
}

function mayStart({ format, path }: RepositoryFile): boolean {
  return (
    ['shell', 'makefile', 'yaml', 'text', 'ci', 'crontab', 'compose', 'dockerfile'].includes(format) ||
    /\.(?:service|timer)$/.test(path)
  )
}
