import type { Span } from '../../source.js'
import { isDevelopmentPath } from '../purpose.js'
import type { Image, System, Workload } from '../system.js'
import { commandSecrets } from './commands.js'
import { dockerfileSecrets } from './dockerfiles.js'
import { isGenerated } from './judge.js'
import { mountedSecrets } from './mounted.js'
import { variableSecrets } from './variables.js'

/**
 * A secret that is written into a deployment file or a Dockerfile. Every literal is of exactly one kind, so that one rule
 * reports it. Provider tokens are not among them (`System.leaks` has them), nor is what a committed environment file gives.
 */
export interface WrittenSecret {
  /** `login`: a well-known password of the software's own account · `literal`: a variable · `default`: behind `:-` ·
   *  `url`: the password of a connection string · `argument`: in a command or health check. */
  readonly kind: 'login' | 'literal' | 'default' | 'url' | 'argument'
  readonly subject: Workload | Image
  /** The variable or option as written. */
  readonly name: string
  /** To compare, never to show. */
  readonly value: string
  /** Stands for a secret that somebody should have put there, and works as one. */
  readonly placeholder: boolean
  /** Signs or encrypts: whoever knows it forges sessions or reads data. */
  readonly signing: boolean
  readonly at: Span
}

/** One place with all that take the secret from it: an anchor that 18 services merge is one place. */
export interface SecretPlace extends WrittenSecret {
  /** By their ids, so that moving lines does not make the finding that of another; `subject` is the first. */
  readonly subjects: readonly (Workload | Image)[]
  /** Not deployed to production: shown, not scored. */
  readonly development: boolean
}

const placesOf = new WeakMap<System, readonly SecretPlace[]>()

/** The places of all written secrets, those of development files only where the value was generated, not made up. */
export function secretPlaces(system: System): readonly SecretPlace[] {
  const known = placesOf.get(system)
  if (known) return known
  const places = new Map<string, Place>()
  for (const secret of productionSecrets(system)) add(places, secret, false)
  for (const secret of developmentSecrets(system)) if (isGenerated(secret.value)) add(places, secret, true)
  const result = [...places.values()]
    .filter(({ secret }) => !holdsLeak(system, secret.at))
    .map(({ secret, subjects, development }) => {
      const byId = [...subjects.values()].sort((one, other) => (one.id < other.id ? -1 : 1))
      return { ...secret, subject: byId[0] ?? secret.subject, subjects: byId, development }
    })
  placesOf.set(system, result)
  return result
}

function productionSecrets(system: System): readonly WrittenSecret[] {
  return [
    ...system.workloads.flatMap(secretsOf),
    ...system.images.filter(image => !isForDevelopment(image)).flatMap(dockerfileSecrets),
  ]
}

function developmentSecrets(system: System): readonly WrittenSecret[] {
  return [
    ...system.deployments.flatMap(({ purpose, workloads, onRequest }) =>
      [...(purpose === 'development' ? workloads : []), ...onRequest].flatMap(secretsOf),
    ),
    ...system.images.filter(isForDevelopment).flatMap(dockerfileSecrets),
  ]
}

/** A Dockerfile that nothing of production builds, in a folder for development. */
function isForDevelopment(image: Image): boolean {
  return image.usedBy.length === 0 && isDevelopmentPath(image.id)
}

function secretsOf(workload: Workload): readonly WrittenSecret[] {
  return [...variableSecrets(workload), ...commandSecrets(workload), ...mountedSecrets(workload)]
}

interface Place {
  readonly secret: WrittenSecret
  readonly subjects: Map<string, Workload | Image>
  readonly development: boolean
}

function add(places: Map<string, Place>, secret: WrittenSecret, development: boolean): void {
  const { path, start, end } = secret.at
  const key = `${path}\n${start}\n${end}\n${secret.name}\n${secret.value}`
  const place = places.get(key) ?? { secret, subjects: new Map(), development }
  places.set(key, place)
  // What production holds is not for development, even if a development set has it too.
  if (place.development === development) place.subjects.set(secret.subject.id, secret.subject)
}

/** Whether a provider token stands there, which has a rule of its own. */
export function holdsLeak(system: System, at: Span): boolean {
  return leaksIn(system, at.path).some(leak => leak.start < at.end && at.start < leak.end)
}

const leaksByPath = new WeakMap<System, ReadonlyMap<string, readonly Span[]>>()

function leaksIn(system: System, path: string): readonly Span[] {
  const known = leaksByPath.get(system)
  if (known) return known.get(path) ?? []
  const found = new Map<string, Span[]>()
  for (const { at } of system.leaks) {
    const spans = found.get(at.path)
    if (spans) spans.push(at)
    else found.set(at.path, [at])
  }
  leaksByPath.set(system, found)
  return found.get(path) ?? []
}

/** The names of the subjects for a message: `auth`, `auth and api`, `auth and 17 others`. */
export function subjectNames(subjects: readonly { readonly name: string }[]): string {
  const [first, second] = subjects
  if (subjects.length > 2) return `${first?.name} and ${subjects.length - 1} others`
  return second ? `${first?.name} and ${second.name}` : (first?.name ?? '')
}
