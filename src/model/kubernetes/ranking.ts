import { UNMATCHED } from '../../parse/kubernetes/kustomize/building.js'
import { depthOf } from '../../paths.js'
import { byStrength, type Candidate, identitiesOf } from './candidates.js'
import { isWorkload } from './files.js'
import type { KubernetesSet } from './sets.js'

/**
 * Compares all candidates, so that a second description of the same workloads does not count twice: another overlay of the
 * same base, what somebody rendered from it, a copy. What is nearest to production stands in for it where nothing else does.
 */
export function rankKubernetesSets(candidates: readonly Candidate[]): readonly KubernetesSet[] {
  const kept: Candidate[] = []
  const sets: KubernetesSet[] = []
  for (const candidate of [...candidates].sort(inOrder)) {
    const why = whyNot(candidate, kept)
    // A base is no set beside the overlays that are built on it.
    if (why !== undefined && candidate.strength === 'base') continue
    if (why === undefined) kept.push(candidate)
    sets.push(setOf(candidate, why))
  }
  return sets
}

/** Of two that are equally near to production, what kustomize builds, and the one that describes more. */
function inOrder(one: Candidate, other: Candidate): number {
  if (one.strength !== other.strength) return byStrength(one, other)
  const kinds = Number(other.kind === 'kustomization') - Number(one.kind === 'kustomization')
  const depth = depthOf(one.directory) - depthOf(other.directory)
  return (
    kinds || depth || identitiesOf(other.objects).length - identitiesOf(one.objects).length || byStrength(one, other)
  )
}

/** Why a candidate is not what runs in production; undefined when it is. */
function whyNot(candidate: Candidate, kept: readonly Candidate[]): string | undefined {
  if (candidate.strength === 'none') return candidate.because
  const [first] = [...kept].sort((one, other) => sharedDepth(other, candidate) - sharedDepth(one, candidate))
  if ((candidate.strength === 'nearest' || candidate.strength === 'base') && first) {
    return `${first.name} is what production runs`
  }
  const double = kept.find(other => describesTheSame(candidate, other))
  return double && `it describes the same workloads as ${double.name}`
}

/** How many folders two candidates have in common, from the root on. */
function sharedDepth(one: Candidate, other: Candidate): number {
  const folders = other.directory.split('/')
  const differs = one.directory.split('/').findIndex((folder, at) => folder !== folders[at])
  return differs === -1 ? depthOf(one.directory) : differs
}

/** Whether more than half of a candidate's workloads are those of another, by name or because both are built from one file. */
function describesTheSame(candidate: Candidate, other: Candidate): boolean {
  const own = candidate.objects.filter(isWorkload)
  const there = new Set(other.objects.filter(isWorkload).flatMap(object => [...keysOf(object)]))
  const same = own.filter(object => keysOf(object).some(key => there.has(key)))
  return same.length * 2 > own.length
}

function keysOf({ kind, name, kindAt }: Candidate['objects'][number]): readonly string[] {
  return [`${kind}/${name}`, `${kindAt.path}:${kindAt.start}`]
}

/** Problems that leave no doubt of what is applied. */
const HARMLESS = new Set(['duplicate-key', 'not-below-root', UNMATCHED])

function setOf(candidate: Candidate, why: string | undefined): KubernetesSet {
  const { name, kind, files, objects, problems, missing, notEvaluated } = candidate
  const unread = problems.some(({ kind: type, code }) => type === 'syntax' || !HARMLESS.has(code ?? ''))
  return {
    name,
    kind,
    files,
    purpose: why === undefined ? 'production' : 'development',
    because: why ?? candidate.because,
    objects,
    problems,
    complete: !unread && missing.length === 0 && notEvaluated.length === 0,
    missing,
    notEvaluated,
  }
}
