import { child } from '../../parse/node.js'
import { knownValue, type Span } from '../../source.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { booleanFact, textAt } from '../read-node.js'
import type { ComposeSet } from './sets.js'

/** A network that a project joins and does not create, where the repository tells whether another one does. */
export interface ExternalNetwork {
  /** As Docker is asked for it. */
  readonly name: string
  readonly at: Span
  /** Absent where a project creates it: the network of another project that is meant, under the name that Docker gives that. */
  readonly meant?: { readonly name: string; readonly at: Span }
}

/** A network that a project creates. */
interface Created {
  readonly key: string
  /** Its name for Docker: as it is written, or the key behind the name of the project. */
  readonly name: string | undefined
  readonly at: Span
}

const MOST_FILES = 400
const LONGEST = 200_000

/**
 * The external networks of a set that another project of the repository creates, and those that it almost creates: under the
 * key that is asked for, which Compose puts the name of the project in front of. What a script or a text has people create by
 * hand is left out, and what nothing tells of.
 * https://docs.docker.com/reference/compose-file/networks/#external
 */
export function externalNetworks(set: ComposeSet, sets: readonly ComposeSet[], tree: Tree): readonly ExternalNetwork[] {
  return [...set.project.networks.values()].flatMap(({ name: key, node, at }): readonly ExternalNetwork[] => {
    if (knownValue(booleanFact(child(node, 'external'))) !== true) return []
    const written = textAt(node, 'name')
    const name = written ? knownValue(written) : key
    if (name === undefined) return []
    const created = sets.filter(other => other !== set && other.purpose === set.purpose).flatMap(createdBy)
    const development = sets.filter(other => other.purpose !== set.purpose).flatMap(createdBy)
    if ([...created, ...development].some(one => mayBe(one, name)))
      return created.some(one => one.name === name) ? [{ name, at }] : []
    const meant = created.find(one => one.key === name || (one.name !== undefined && isAlike(one.name, name)))
    if (meant?.name === undefined || isCreatedByHand(name, tree)) return []
    return [{ name, at, meant: { name: meant.name, at: meant.at } }]
  })
}

function createdBy({ project }: ComposeSet): readonly Created[] {
  return [...project.networks.values()].flatMap(({ name: key, node, at }) => {
    if (knownValue(booleanFact(child(node, 'external'))) !== false && child(node, 'external')) return []
    const written = textAt(node, 'name')
    const prefixed = project.name === undefined ? undefined : `${project.name}_${key}`
    return [{ key, name: written ? knownValue(written) : prefixed, at }]
  })
}

function mayBe({ key, name }: Created, asked: string): boolean {
  return name === undefined ? asked === key || asked.endsWith(`_${key}`) : name === asked
}

function isAlike(one: string, other: string): boolean {
  return one.toLowerCase().replace(/[-_]/g, '') === other.toLowerCase().replace(/[-_]/g, '')
}

/** Whether a script, a pipeline or a text of the repository tells how it comes to be. */
function isCreatedByHand(name: string, tree: Tree): boolean {
  const files = tree.files.filter(isTold)
  if (files.length > MOST_FILES) return true
  return files.some(({ path }) => {
    const text = tree.read(path)?.text.slice(0, LONGEST) ?? ''
    return (
      /docker_network/.test(text) ||
      [...text.matchAll(/network\s+create\b([^\n]*)/g)].some(
        ([, rest = '']) => rest.includes('$') || rest.includes(name),
      )
    )
  })
}

function isTold({ path }: RepositoryFile): boolean {
  return /\.(?:md|mdx|txt|rst|adoc|sh|bash|zsh|ps1|bat|cmd|py|js|ts|mk|ya?ml|tf|json|toml)$|(?:^|\/)(?:[^./]+|Makefile|justfile|[^/]*file)$/i.test(
    path,
  )
}
