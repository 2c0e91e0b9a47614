import type { Program } from '../../code/program.js'
import { parseShell } from '../../parse/shell.js'
import { depthOf, directoryOf, isWithin, joinPath } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Started } from '../process/run-commands.js'
import type { Workload } from '../system.js'
import { deployTextsOf } from './deploy-texts.js'
import { findProgram, preparations } from './find-program.js'
import { javascriptListening } from './listen.js'
import { packageProcesses } from './package-processes.js'
import type { PlatformProcess } from './platform.js'
import { platformProcesses } from './platform-processes.js'
import { type ServiceCode, serviceEnvironment, serviceOf } from './services.js'

/**
 * The services with those that a platform runs from the repository itself, and with what its files tell of the others. Where no
 * file tells, a package that starts a server is one, unless images from elsewhere may run its code.
 */
export function withPlatforms(
  services: readonly ServiceCode[],
  tree: Tree,
  program: Program,
  workloads: readonly Workload[],
): readonly ServiceCode[] {
  const found = new Map(services.map(service => [service.id, service]))
  const seen = new Set<string>()
  for (const process of byDepth(platformProcesses(tree))) {
    const service =
      process.command === undefined ? startedByItself(process, found, tree, program) : started(process, tree, program)
    if (!service || isCopy(service, process, seen, tree)) continue
    found.set(service.id, {
      ...(found.get(service.id) ?? service),
      platform: found.get(service.id)?.platform ?? process,
    })
  }
  const isTold = found.size > 0 || workloads.some(({ software }) => !software || software.kind === 'runtime')
  for (const process of isTold ? [] : byDepth(packageProcesses(tree))) {
    const service = started(process, tree, program)
    if (service && serves(service, program) && !isCopy(service, process, seen, tree)) found.set(service.id, service)
  }
  return [...found.values()]
}

/** `pm2 restart api`, as a line or within one; not what a text says of it. */
const PM2 =
  /(?:^|&&|\|\||;|\bsudo|\brun:)[ \t]*(?:npx[ \t]+)?pm2[ \t]+(?:start|restart|reload|startOrRe\w+|gracefulReload)\b/m

/**
 * The services with those that PM2 runs on a host beside containers, where what deploys says so and no file of PM2 tells what they
 * are: the packages that start a server, and that no image is built of.
 */
export function withHostProcesses(
  services: readonly ServiceCode[],
  tree: Tree,
  program: Program,
  workloads: readonly Workload[],
): readonly ServiceCode[] {
  if (workloads.some(({ platform }) => platform === 'pm2')) return services
  if (!deployTextsOf(tree).texts.some(({ text }) => PM2.test(text))) return services
  const found = new Map(services.map(service => [service.id, service]))
  const built = tree.files.filter(({ format }) => format === 'dockerfile').map(({ path }) => directoryOf(path))
  for (const process of byDepth(packageProcesses(tree))) {
    if (built.some(folder => isWithin(process.directory, folder))) continue
    const service = started(process, tree, program)
    if (service && serves(service, program) && !found.has(service.id)) found.set(service.id, service)
  }
  return [...found.values()]
}

/** Whether there is anything that a platform could run. No code is read for the answer. */
export function mayBeStarted(tree: Tree): boolean {
  return platformProcesses(tree).length > 0 || packageProcesses(tree).length > 0
}

function byDepth(processes: readonly PlatformProcess[]): readonly PlatformProcess[] {
  return processes.toSorted((one, other) => depthOf(one.directory) - depthOf(other.directory))
}

/** Whether the same program lies nearer to the root. */
function isCopy({ entries }: ServiceCode, { command }: PlatformProcess, seen: Set<string>, tree: Tree): boolean {
  const key = JSON.stringify([command, ...entries.map(entry => tree.read(entry)?.text)])
  const isSeen = seen.has(key)
  seen.add(key)
  return isSeen
}

/** The service that a process is, when its code is here. */
function started(process: PlatformProcess, tree: Tree, program: Program): ServiceCode | undefined {
  const { at, command = '' } = process
  const { directory, text } = placed(command, process.directory)
  const container: Started = {
    mounts: [],
    deployment: '',
    at,
    directory,
    start: { argv: [], shell: true, script: parseShell(text, at), text, at, source: 'deployment' },
  }
  const found = findProgram(container, tree, program)
  if (!found) return undefined
  const service = serviceOf(`service:${found.entries.join('+')}`, found, program, container, undefined)
  const prepares = preparations(container, tree, program).filter(path => !found.entries.includes(path))
  return { ...service, prepares, name: process.name, weight: process.isWeb ? 3 : 2, platform: process }
}

/** `cd api && npm start` and `npm --prefix api start` run in a folder of their own. */
function placed(command: string, directory: string): { readonly directory: string; readonly text: string } {
  const [, folder, rest] = /^cd[ \t]+([\w./-]{1,200})[ \t]*(?:&&|;)[ \t]*(.+)$/.exec(command) ?? []
  if (folder !== undefined && rest !== undefined) return { directory: joinPath(directory, folder), text: rest }
  const [option, prefix] = /[ \t]--prefix[ \t=]([\w./-]{1,200})/.exec(command) ?? []
  if (option === undefined || prefix === undefined) return { directory, text: command }
  return { directory: joinPath(directory, prefix), text: command.replace(option, '') }
}

/** Where a platform is told no command, it builds the Dockerfile, or runs the `start` script. */
function startedByItself(
  process: PlatformProcess,
  services: ReadonlyMap<string, ServiceCode>,
  tree: Tree,
  program: Program,
): ServiceCode | undefined {
  const built = [...services.values()].filter(
    ({ image }) => image?.dockerfile && directoryOf(image.dockerfile.file.path) === process.directory,
  )
  if (built.length > 0) return built.length === 1 ? built[0] : undefined
  return started({ ...process, command: 'npm start' }, tree, program)
}

/** Whether the code answers requests: what only has a `start` script may be any program. */
function serves(service: ServiceCode, program: Program): boolean {
  if (service.entryPoints.some(({ name }) => name === 'next')) return true
  const files = { entries: service.entries, files: service.files, environment: serviceEnvironment(service) }
  return service.runtime === 'node' && javascriptListening(program, files).length > 0
}
