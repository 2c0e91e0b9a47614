import type { Tree } from '../../tree.js'
import { optional } from '../compose/settings.js'
import { entryFilesOf } from '../entry.js'
import { startOf } from '../start.js'
import type { Image, System, WorkerProcesses, Workload } from '../system.js'
import { commandPortOf } from './command-port.js'
import { runCommandsOf } from './run-commands.js'
import { signalPathOf } from './signal-path.js'
import { workerProcessesOf } from './worker-processes.js'

/** A workload with what is known of its processes: what it runs, how many serve, and whether a stop signal gets to them. */
export function withProcesses(workload: Workload, tree: Tree): Workload {
  if (!workload.start || !workload.longRunning) return workload
  const runs = runCommandsOf(workload, tree)
  const processes = workload.processes ?? workerProcessesOf({ ...workload, runs }, tree)
  // PM2 passes the signal on, as process 1 of a container too.
  const signalPath = workload.pm2 ? undefined : signalPathOf(workload, tree)
  return {
    ...workload,
    runs,
    ...optional('entryFiles', workload.pm2 ? undefined : entryFilesOf(workload, runs, tree)),
    ...optional('processes', processes),
    ...optional('commandPort', commandPortOf(workload.start, runs)),
    ...optional('signalPath', signalPath),
  }
}

/** An image that no workload runs, with whether a stop signal gets to what it starts. */
export function withImageSignals(image: Image, tree: Tree): Image {
  const start =
    image.weight > 0 && image.dockerfile ? startOf(undefined, undefined, image.dockerfile, image.at) : undefined
  if (!start) return image
  return { ...image, ...optional('signalPath', signalPathOf({ start, image, mounts: [], init: false }, tree)) }
}

/** The processes of a workload: those that its code starts by itself, else those that its command asks for. */
export function workerProcesses(workload: Workload, { processesInCode }: System): WorkerProcesses | undefined {
  return processesInCode.get(workload.id) ?? workload.processes
}
