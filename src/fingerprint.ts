import { digestOf } from './digest.js'
import type { Finding } from './finding.js'
import type { Deployment } from './model/system.js'

/** What a finding is named by. None of it depends on lines. */
export interface Identity {
  readonly rule: string
  readonly path: string
  /** Its subject: what lasts of its id. */
  readonly subject: string
  /** What tells findings of one rule on one subject apart: see `FailOptions.key`. */
  readonly key: string
  /** From 1: findings that are equal in all of that are counted in the order of their places. */
  readonly ordinal: number
}

/**
 * Names a finding independent of lines, `erpAudit/v1`: the first 32 hexadecimal digits of the SHA-256 of rule id, path,
 * subject id and key, each ended by a NUL. The second and later ones of equal findings have their number hashed behind the key.
 */
export function fingerprintOf({ rule, path, subject, key, ordinal }: Identity): string {
  return digestOf(ordinal > 1 ? [rule, path, subject, key, String(ordinal)] : [rule, path, subject, key]).slice(0, 32)
}

/** Findings with their fingerprints, which are worked out when they are read: a report for people has no use for them. */
export function withFingerprint<F extends Finding>(finding: F): F & { readonly fingerprint: string } {
  return {
    ...finding,
    get fingerprint() {
      return fingerprintOf(finding.identity)
    },
  }
}

/**
 * Gives the findings of one rule their identities. They have to come in the order in which equal ones are
 * counted: by subject, then by place.
 */
export function identifier(deployments: readonly Deployed[]): (finding: Finding) => Finding {
  const byLength = deployments.toSorted((one, other) => other.id.length - one.id.length)
  const counts = new Map<string, number>()
  return finding => {
    const subject = lastingSubject(finding.subject, byLength)
    const { key } = finding.identity
    const same = `${finding.place.path}\0${subject}\0${key}`
    const ordinal = (counts.get(same) ?? 0) + 1
    counts.set(same, ordinal)
    const identity = { rule: finding.rule, path: finding.place.path, subject, key, ordinal }
    return { ...finding, identity }
  }
}

type Deployed = Pick<Deployment, 'id' | 'platform'>

/**
 * The id of a subject without what changes while it stays the same thing: the files that it is deployed with (a
 * `compose.prod.yaml` that is added makes no finding another one), and the tag or digest of an image.
 */
function lastingSubject(id: string, deployments: readonly Deployed[]): string {
  if (id.startsWith('image:')) return withoutTag(id)
  for (const deployment of deployments) {
    const at = id.indexOf(deployment.id)
    const end = at + deployment.id.length
    if (at !== -1 && (end === id.length || id[end] === '/')) {
      return `${id.slice(0, at)}${deployment.platform}:${id.slice(end)}`
    }
  }
  return id
}

function withoutTag(id: string): string {
  const digest = id.lastIndexOf('@')
  const bare = digest > id.lastIndexOf('/') ? id.slice(0, digest) : id
  const tag = bare.lastIndexOf(':')
  return tag > Math.max('image:'.length, bare.lastIndexOf('/')) ? bare.slice(0, tag) : bare
}
