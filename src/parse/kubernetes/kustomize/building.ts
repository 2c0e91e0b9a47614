import type { Source, Span } from '../../../source.js'
import type { Node, Problem } from '../../node.js'
import type { YamlFile } from '../../yaml.js'
import { type Editable, spend, type Work } from './editable.js'
import { currentId, keyOfId, type Resource } from './resources.js'

/** What the steps of a build share. */
export interface Building {
  /** Reads a file of the repository; undefined when there is none, or it is no text. */
  readonly read: (path: string) => Source | undefined
  /** Whether there is a file or folder of that path. */
  readonly exists: (path: string) => boolean
  readonly parse: (source: Source) => YamlFile
  readonly work: Work
  readonly files: Set<string>
  readonly problems: Problem[]
  /** Patches whose target is not there: kustomize passes them over. */
  readonly unmatched: Problem[]
  readonly missing: { readonly path: string; readonly at: Span }[]
  readonly notEvaluated: { readonly setting: string; readonly at: Span }[]
}

/** What kustomize says where it stops. Here the build goes on, so that as much as possible is known. */
export type RefusalCode =
  | 'cycle'
  | 'conflict'
  | 'empty'
  | 'generator'
  | 'json-patch'
  | 'kustomization'
  | 'not-below-root'
  | 'object'
  | 'patch-target'
  | 'patch'
  | 'reference'
  | 'replacement'
  | 'replicas'
  | 'several'
  | 'tree'
  | 'variable'

const MAX_PROBLEMS = 200

/** Notes what kustomize would refuse. */
export function refuse(building: Building, at: Span, code: RefusalCode, message: string): void {
  if (building.problems.length < MAX_PROBLEMS) building.problems.push({ at, message, kind: 'structure', code })
}

/** The objects that a kustomization has gathered so far. */
export interface Gathered {
  resources: Resource[]
  /** The `vars` of it and of all that it is built on, by name. */
  readonly variables: Map<string, Variable>
}

/** One entry of `vars`. */
export interface Variable {
  readonly name: string
  readonly fieldPath: string
  readonly at: Span
}

/** The code of a patch that kustomize applies to nothing without a word. */
export const UNMATCHED = 'patch-unmatched'

/** Notes a patch whose target is not there. No claim where something that it may be for is not in the repository. */
export function noteUnmatched(building: Building, at: Span, target: string): void {
  const { unmatched, missing, notEvaluated } = building
  if (missing.length > 0 || notEvaluated.length > 0 || unmatched.length >= MAX_PROBLEMS) return
  const message = `the patch for ${target} changes nothing: no object has that kind, name and namespace`
  unmatched.push({ at, message, kind: 'structure', code: UNMATCHED })
}

/** What the objects are called now, for `append`. */
export function idsIn({ resources }: Gathered, building: Building): Set<string> {
  spend(building.work, resources.length)
  return new Set(resources.map(one => keyOfId(currentId(one))))
}

/** Adds objects; kustomize refuses two that are called the same. `there` holds what those before are called. */
export function append(
  gathered: Gathered,
  resources: readonly Resource[],
  there: Set<string>,
  at: Span,
  building: Building,
): void {
  for (const resource of resources) {
    const id = currentId(resource)
    if (there.has(keyOfId(id))) refuse(building, at, 'conflict', `${id.kind} ${id.name} is there twice`)
    else {
      there.add(keyOfId(id))
      gathered.resources.push(resource)
    }
  }
}

/** Forgets the objects that patches have deleted. */
export function dropDeleted(gathered: Gathered): void {
  if (gathered.resources.some(one => one.node === undefined))
    gathered.resources = gathered.resources.filter(one => one.node !== undefined)
}

/** The items of a list; nothing for anything else. */
export function items(node: Node | undefined): readonly Node[] {
  return node?.kind === 'list' ? node.items : []
}

/** The items of a list that can be changed; nothing for anything else. */
export function editableItems(node: Editable | undefined): readonly Editable[] {
  return node?.kind === 'list' ? node.items : []
}
