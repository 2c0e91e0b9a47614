import { option, programOf } from '../../knowledge/arguments.js'
import type { Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import { type ContainerFile, type ContainerFiles, containerFilesOf } from '../container-files.js'
import type { Workload } from '../system.js'

/** Where a program finds its configuration. */
export interface ConfigurationPlace {
  /** The name of the program, without its directory; any other program in its place makes the answer unknown. */
  readonly program: RegExp
  /** The flag that names the file. */
  readonly flag: string
  /** Where each distribution of the image starts it with, by `Distribution.id`; the `official` one for those not listed. */
  readonly defaults: Readonly<Record<string, string>> & { readonly official: string }
  /**
   * What the program reads when a command of one's own leaves out the flag that the image would give; absent: the default
   * all the same.
   */
  readonly withoutFlag?: string
}

/**
 * The configuration that a workload runs with. `read`: a text of the repository · `image`: that of the image, which
 * knows nothing of this system · `missing`: there is none where the program looks for it · `unknown`: something that
 * the repository does not hold.
 */
export type FoundConfiguration =
  | { readonly state: 'read'; readonly file: ContainerFile; readonly files: ContainerFiles }
  | { readonly state: 'image' | 'missing'; readonly path: string; readonly at: Span }
  | { readonly state: 'unknown'; readonly at: Span; readonly because: string }

/** Looks it up in the container: the file of the flag, else the one that the image comes with. */
export function configurationOf(workload: Workload, place: ConfigurationPlace, tree: Tree): FoundConfiguration {
  const { start, distribution } = workload
  const at = start?.at ?? workload.at
  const argv = start?.argv
  if (workload.pod?.operator)
    return { state: 'unknown', at, because: `${workload.pod.operator} writes its configuration` }
  const program = programOf(argv)
  if (program !== undefined && !place.program.test(program))
    return { state: 'unknown', at, because: `${program} starts it` }
  const given = option(argv, place.flag)
  if (given.given === 'unknown' || (given.given === 'yes' && !given.value))
    return { state: 'unknown', at, because: 'an argument that names its configuration is set outside the repository' }
  const named = given.given === 'yes' ? given.value?.replace(/^file:/, '') : undefined
  const bare =
    named === undefined && argv !== undefined && distribution?.id === 'official' ? place.withoutFlag : undefined
  const path = named ?? bare ?? place.defaults[distribution?.id ?? 'official'] ?? place.defaults.official
  if (!path.startsWith('/')) return { state: 'unknown', at, because: `${path} is looked up in its working directory` }
  const files = containerFilesOf(workload, tree)
  const found = files.find(path)
  if (found.state === 'file') return { state: 'read', file: found.file, files }
  if (bare !== undefined) return { state: 'missing', path, at }
  if (found.state === 'image') return { state: named === undefined ? 'image' : 'missing', path, at }
  return found.state === 'absent' ? { state: 'missing', path, at: found.at } : found
}
