/**
 * `registry/repository:tag@digest`, taken apart by the rules of the distribution reference grammar
 * (https://github.com/distribution/reference, `reference.go` and `normalize.go`, v0.6.0).
 */
export interface ImageReference {
  /** As written, after interpolation. */
  readonly text: string
  /** Without registry `docker.io`, without `library/`, tag and digest; lower case as written: `postgres`, `bitnami/kafka`,
   *  `docker.elastic.co/elasticsearch/elasticsearch`. */
  readonly repository: string
  readonly tag?: string
  readonly digest?: string
}

const PATH_LIMIT = 255
const REFERENCE_LIMIT = 1024
const PATH_COMPONENT = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/
const HOST_COMPONENT = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?$/
const IPV6_HOST = /^\[[a-fA-F0-9:]+\]$/
const TAG = /^\w[\w.-]{0,127}$/
/** Hexadecimal digits of a digest. Docker knows no other algorithms. */
const DIGEST_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
])
const IDENTIFIER = /^[a-f0-9]{64}$/

/**
 * Reads an image reference. Undefined when Docker would refuse it: upper case in the repository, an empty part, white
 * space, a tag of more than 128 characters, or 64 hexadecimal digits, which name an image by its identifier.
 */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text.length === 0 || text.length > REFERENCE_LIMIT || IDENTIFIER.test(text)) return undefined
  const [named = '', digest, ...more] = text.split('@')
  if (more.length > 0 || (digest !== undefined && !isDigest(digest))) return undefined
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  const tag = colon === -1 ? undefined : named.slice(colon + 1)
  if (tag !== undefined && !TAG.test(tag)) return undefined
  const repository = repositoryOf(colon === -1 ? named : named.slice(0, colon))
  if (repository === undefined) return undefined
  return { text, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }
}

function repositoryOf(name: string): string | undefined {
  const slash = name.indexOf('/')
  const first = slash === -1 ? '' : name.slice(0, slash)
  const hasRegistry = /[.:]/.test(first) || first === 'localhost' || first !== first.toLowerCase()
  if (hasRegistry && first !== 'docker.io' && first !== 'index.docker.io') {
    // What looks like a registry, but can be none (`a_b.c/d`), is part of the path.
    return isPath(isRegistry(first) ? name.slice(slash + 1) : name) ? name : undefined
  }
  const path = hasRegistry ? name.slice(slash + 1) : name
  if (!isPath(path.includes('/') ? path : `library/${path}`)) return undefined
  const official = path.startsWith('library/') ? path.slice('library/'.length) : path
  return official.includes('/') ? path : official
}

function isPath(text: string): boolean {
  return text.length <= PATH_LIMIT && text.split('/').every(component => PATH_COMPONENT.test(component))
}

function isRegistry(text: string): boolean {
  const port = /:([0-9]+)$/.exec(text)
  const host = port ? text.slice(0, port.index) : text
  return IPV6_HOST.test(host) || host.split('.').every(component => HOST_COMPONENT.test(component))
}

function isDigest(text: string): boolean {
  const colon = text.indexOf(':')
  const length = DIGEST_LENGTHS.get(text.slice(0, colon))
  const hex = text.slice(colon + 1)
  return hex.length === length && /^[0-9a-f]+$/.test(hex)
}
