import type { KubernetesObject } from '../../parse/kubernetes/object.js'
import { depthOf, directoryOf } from '../../paths.js'
import { isWorkload } from './files.js'
import type { KubernetesSet } from './sets.js'

/** How strongly a set is taken for production, strongest first. */
export type Strength = 'configured' | 'named' | 'plain' | 'nearest' | 'base' | 'none'

/** Objects that somebody would apply together, before it is decided what runs in production. */
export interface Candidate extends Omit<KubernetesSet, 'purpose' | 'complete'> {
  /** The folder that holds all of it. */
  readonly directory: string
  readonly strength: Strength
}

/** The innermost folder that holds all of these files. */
export function commonFolder(files: readonly string[]): string {
  let common = directoryOf(files[0] ?? '').split('/')
  for (const file of files) {
    const parts = directoryOf(file).split('/')
    const end = common.findIndex((part, index) => part !== parts[index])
    if (end !== -1) common = common.slice(0, end)
  }
  return common.length === 0 ? '.' : common.join('/')
}

/** What people call a set of files: the file, the folder, or a few of the folders. */
export function nameOfFiles(files: readonly string[]): string {
  const [only] = files
  if (files.length === 1 && only !== undefined) return only
  const folder = commonFolder(files)
  if (folder !== '.') return folder
  const tops = [...new Set(files.map(file => (file.includes('/') ? directoryOf(file) : file)))]
  return tops.length <= 3 ? tops.join(' + ') : `${tops[0]} and ${tops.length - 1} other folders`
}

const ORDER: readonly Strength[] = ['configured', 'named', 'plain', 'nearest', 'base', 'none']

/** The strongest first, then what lies nearer to the root, then by name. */
export function byStrength(one: Placed, other: Placed): number {
  return (
    ORDER.indexOf(one.strength) - ORDER.indexOf(other.strength) ||
    depthOf(one.directory) - depthOf(other.directory) ||
    (one.directory < other.directory ? -1 : one.directory > other.directory ? 1 : 0)
  )
}

interface Placed {
  readonly strength: Strength
  readonly directory: string
}

/** The workloads among objects, by kind and name. Which namespace they go to is often said by the command. */
export function identitiesOf(objects: readonly KubernetesObject[]): readonly string[] {
  return objects.filter(isWorkload).map(({ kind, name }) => `${kind}/${name}`)
}
