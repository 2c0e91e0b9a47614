import { fileName } from '../../paths.js'
import type { Tree } from '../../tree.js'
import type { Declared } from '../declared.js'

/** The endings that PM2 takes for configuration (pm2 7.0, `Common.knonwConfigFileExtensions`); others it runs as a program. */
export const READ = /\.config\.[cm]?js$|\.json$|\.ya?ml$/i
/** Names that say it. */
export const NAMED_FOR_PM2 =
  /^(?:.+[._-])?(?:ecosystem|pm2)(?:[._-].+)?$|^(?:pm2|process|processes)(?:[._-][\w.-]*)?\.(?:json|ya?ml)$/i
/** Settings that are a program. */
export const PROGRAM = /\.config\.[cm]?js$/i

/** Whether a path is named like an ecosystem file, and of a format that PM2 reads. */
export function isNamedForPm2(path: string): boolean {
  const name = fileName(path)
  return READ.test(name) && (NAMED_FOR_PM2.test(name) || PROGRAM.test(name))
}

/** Whether PM2 may have a part in it: a file is named like one of its own, or a command of a container names it. */
export function mentionsPm2(tree: Tree, declared: readonly Declared[]): boolean {
  if (tree.files.some(file => isNamedForPm2(file.path))) return true
  const workloads = declared
    .flatMap(({ deployments }) => deployments)
    .flatMap(({ workloads, onRequest }) => [...workloads, ...onRequest])
  return workloads.some(({ start }) => start?.text.includes('pm2') || start?.argv.some(word => word?.includes('pm2')))
}
