import { type ImageReference, parseImageReference } from '../../parse/image-reference.js'
import { knownValue } from '../../source.js'
import type { Image, Workload } from '../system.js'

/** `${REGISTRY}/api:latest`, `ghcr.io/${OWNER}/api:${VERSION:-latest}`, `${REGISTRY}/api`. */
const NAMED = /^(.{1,300}\/)([a-z0-9][a-z0-9._-]{0,100})(?::(?:([\w.-]{1,128})|\$\{(\w{1,100}):?-([\w.-]{1,128})\}))?$/

/**
 * The image that is pulled, or name and tag of it where only the registry is filled in elsewhere: the tag is written, there is
 * none, or it is the usual one of a variable that nothing sets.
 */
export function toldReference(image: Image, workloads: readonly Workload[]): ImageReference | undefined {
  const [, registry, name = '', written, variable, usual] = NAMED.exec(image.name) ?? []
  if (image.reference?.known !== false || registry === undefined) return knownValue(image.reference)
  if (variable !== undefined && !isUnset(variable, image, workloads)) return undefined
  const tag = written ?? usual
  const reference = parseImageReference(tag === undefined ? name : `${name}:${tag}`)
  return reference && { ...reference, text: `${registry}${reference.text}` }
}

/** Compose knows usual values; what fills in manifests for a cluster mostly does not. */
function isUnset(variable: string, { usedBy }: Image, workloads: readonly Workload[]): boolean {
  const users = workloads.filter(({ id }) => usedBy.includes(id))
  const uses = users.map(({ openVariables = [] }) => openVariables.filter(({ name }) => name === variable))
  return uses.length > 0 && uses.every(own => own.length > 0 && own.every(({ source }) => source === 'default'))
}
