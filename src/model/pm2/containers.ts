import { programOf, unwrapCommand } from '../../parse/shell.js'
import { directoryOf, fileName, isWithin, joinPath } from '../../paths.js'
import { known, knownValue, type Span, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf } from '../container-files.js'
import type { Declared } from '../declared.js'
import type { Deployment, StartCommand, WorkerProcesses, Workload } from '../system.js'
import { withCode } from './code.js'
import type { EcosystemFile } from './files.js'
import { groupsOf } from './groups.js'
import { startedFor } from './settings.js'
import { NAMED_FOR_PM2 } from './signs.js'
import { pm2Workload } from './workload.js'

/** Deployments whose containers start PM2, with its apps in them. */
export interface WithPm2 {
  readonly declared: readonly Declared[]
  /** The ecosystem files that containers run: they are no deployments of their own. */
  readonly files: ReadonlySet<string>
}

/** Puts the apps of ecosystem files into the containers that start PM2 with them (`pm2-runtime ecosystem.config.js`). */
export function pm2InContainers(
  declared: readonly Declared[],
  ecosystems: readonly EcosystemFile[],
  tree: Tree,
): WithPm2 {
  const files = new Set(ecosystems.filter(file => isRunByDockerfile(file, tree)).map(file => file.path))
  const join = (workload: Workload) => {
    const command = workload.start && pm2Command(workload.start)
    if (!command) return workload
    const file = command.file === undefined ? undefined : ecosystemOf(command.file, workload, ecosystems, tree)
    if (file) files.add(file.path)
    return file ? withApps(workload, file, tree) : withProgram(workload, command)
  }
  const joined = declared.map(one => ({ ...one, deployments: one.deployments.map(each => mapWorkloads(each, join)) }))
  return { declared: joined, files }
}

function mapWorkloads(deployment: Deployment, change: (workload: Workload) => Workload): Deployment {
  const { workloads, onRequest } = deployment
  return { ...deployment, workloads: workloads.map(change), onRequest: onRequest.map(change) }
}

interface Pm2Command {
  /** The ecosystem file that it names. */
  readonly file?: string
  /** The script that it names instead, with its arguments. */
  readonly program?: readonly (string | null)[]
  /** What `-i` says; null where the files do not tell. */
  readonly instances?: string | null
}

/** What PM2 is told, where a container starts it in the foreground. */
function pm2Command(start: StartCommand): Pm2Command | undefined {
  const commands = start.script ? start.script.commands.map(command => command.words) : [start.argv]
  const words = commands.find(one => isPm2(one))
  return words && readCommand(unwrapCommand(words))
}

function isPm2(words: readonly (string | null)[]): boolean {
  const program = programOf(words)
  return (
    program === 'pm2-runtime' ||
    program === 'pm2-docker' ||
    (program === 'pm2' && words.includes('start') && words.includes('--no-daemon'))
  )
}

const VALUED =
  /^(?:-n|--name|--env|--only|--max-memory-restart|--node-args|--interpreter|-c|--cron|--delay|--error|--output|-o|-e)$/

function readCommand([, ...words]: readonly (string | null)[]): Pm2Command {
  let instances: string | null | undefined
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '-i' || word === '--instances') instances = words[++at] ?? null
    else if (VALUED.test(word)) at++
    else if (word === 'start' || word.startsWith('-') || word === '') continue
    else {
      const separator = words.indexOf('--', at)
      const given = separator === -1 ? [] : words.slice(separator + 1)
      const counted = words.findIndex(one => one === '-i' || one === '--instances')
      const count = counted === -1 ? instances : (words[counted + 1] ?? null)
      if (/\.(?:config\.[cm]?js|json|ya?ml)$/.test(word) || NAMED_FOR_PM2.test(fileName(word))) return { file: word }
      return { program: [word, ...given], ...(count === undefined ? {} : { instances: count }) }
    }
  }
  return {}
}

/** The ecosystem file that a container finds under a name. */
function ecosystemOf(
  name: string,
  workload: Workload,
  ecosystems: readonly EcosystemFile[],
  tree: Tree,
): EcosystemFile | undefined {
  const folder = knownValue(workload.image?.dockerfile?.workdir) ?? '/'
  const found = containerFilesOf(workload, tree).find(name.startsWith('/') ? name : joinPath(folder, name))
  if (found.state === 'file') return ecosystems.find(file => file.path === found.file.source.path)
  const context = workload.image?.context?.path
  const near = ecosystems.filter(
    file => fileName(file.path) === fileName(name) && context !== undefined && isWithin(context, file.path),
  )
  return near.sort((one, other) => one.path.length - other.path.length)[0]
}

/** The container runs what the file says: its only app instead of PM2, or the processes of all. */
function withApps(workload: Workload, file: EcosystemFile, tree: Tree): Workload {
  const context = { file, deployment: workload.deployment, purpose: 'production', rotatesLogs: true } as const
  const apps = groupsOf(file.apps).flatMap(group => pm2Workload(group, context) ?? [])
  const files = [...new Set([...workload.files, ...file.files])]
  const [app] = apps
  if (!app || apps.length > 1 || file.open !== undefined) return { ...workload, files, ...processesOf(apps, file) }
  return {
    ...workload,
    files,
    environment: new Map([...workload.environment, ...app.environment]),
    ...(app.start ? { start: app.start } : {}),
    ...(app.pm2
      ? {
          pm2: withCode(app, tree).pm2 ?? app.pm2,
          processes: processes(app.pm2.instances, app.pm2.perProcessor, app.start?.at ?? file.at),
        }
      : {}),
  }
}

function processesOf(apps: readonly Workload[], file: EcosystemFile): Pick<Workload, 'processes'> {
  const counts = apps.map(app => knownValue(app.pm2?.instances))
  if (file.open !== undefined || apps.length === 0) return {}
  const sum = counts.reduce<number>((total, count) => total + (count ?? Number.NaN), 0)
  return Number.isNaN(sum) ? {} : { processes: processes(known(sum, file.at), false, file.at) }
}

function processes(count: WorkerProcesses['count'], perProcessor: boolean, at: Span): WorkerProcesses {
  return { server: 'pm2', runtime: 'node', count, perProcessor, at }
}

/** `pm2-runtime dist/main.js -i 4` runs the script four times. */
function withProgram(workload: Workload, { program, instances }: Pm2Command): Workload {
  const { start } = workload
  if (!program || !start) return workload
  const argv = /\.[cm]?js$/.test(program[0] ?? '') ? ['node', ...program] : program
  const text = argv.map(word => word ?? '?').join(' ')
  return {
    ...workload,
    start: { argv, shell: false, text, at: start.at, source: start.source },
    ...(instances === undefined ? {} : { processes: processesTold(instances, start.at) }),
  }
}

/** `-i 4`, `-i max`, `-i -1`. */
function processesTold(instances: string | null, at: Span): WorkerProcesses {
  if (instances === null || instances.includes('$'))
    return processes(unknown(at, 'it is set outside the command'), false, at)
  const { count, perProcessor } = startedFor(instances, at)
  return processes(count, perProcessor, at)
}

/** Whether the Dockerfile of a folder around the file starts PM2 with it. */
function isRunByDockerfile(file: EcosystemFile, tree: Tree): boolean {
  const name = fileName(file.path)
  return tree.files.some(({ path, format }) => {
    if (format !== 'dockerfile' || !isWithin(directoryOf(path), file.path)) return false
    const text = tree.read(path)?.text ?? ''
    return text
      .split('\n')
      .some(line => /^\s*(?:CMD|ENTRYPOINT)\b.*\bpm2(?:-runtime|-docker)?\b/i.test(line) && line.includes(name))
  })
}
