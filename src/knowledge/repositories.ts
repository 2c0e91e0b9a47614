/** Names whose answer is kept; a bound for repositories that are made to be large. */
const MOST_REMEMBERED = 10_000

/**
 * A lookup by image repository. In a pattern, `*` stands for any run of characters within one path part; an exact name
 * goes before a pattern, a pattern with more fixed characters before one with fewer, an earlier entry before a later. The
 * entries are made when the first image is asked about.
 */
export function matchRepositories<T>(
  entries: () => readonly { readonly pattern: string; readonly value: T }[],
): (repository: string) => T | undefined {
  let exact: Map<string, T> | undefined
  const wild: { readonly pattern: string; readonly value: T }[] = []
  const read = () => {
    const named = new Map<string, T>()
    for (const entry of entries()) {
      if (entry.pattern.includes('*')) wild.push(entry)
      else if (!named.has(entry.pattern)) named.set(entry.pattern, entry.value)
    }
    return named
  }
  let patterns: ReadonlyMap<number, readonly Pattern<T>[]> | undefined
  const search = (name: string) => {
    patterns ??= byPartCount(wild)
    const parts = name.split('/')
    return patterns.get(parts.length)?.find(({ parts: wanted }) => matches(wanted, parts))?.value
  }
  // The same images are asked about by many rules.
  const searched = new Map<string, T | undefined>()
  return repository => {
    const name = repository.toLowerCase()
    exact ??= read()
    const direct = exact.get(name)
    if (direct !== undefined || name.length > 255) return direct
    if (searched.has(name)) return searched.get(name)
    if (searched.size >= MOST_REMEMBERED) searched.clear()
    const found = search(name)
    searched.set(name, found)
    return found
  }
}

interface Pattern<T> {
  /** The pieces around the `*` of each part. */
  readonly parts: readonly (readonly string[])[]
  readonly weight: number
  readonly value: T
}

/** The patterns by how many parts they have, those with more fixed characters first. */
function byPartCount<T>(
  entries: readonly { readonly pattern: string; readonly value: T }[],
): ReadonlyMap<number, readonly Pattern<T>[]> {
  const groups = new Map<number, Pattern<T>[]>()
  for (const { pattern, value } of entries) {
    const parts = pattern.split('/').map(part => part.split('*'))
    const entry = { parts, weight: pattern.replaceAll('*', '').length, value }
    const group = groups.get(parts.length)
    if (group) group.push(entry)
    else groups.set(parts.length, [entry])
  }
  for (const group of groups.values()) group.sort((one, other) => other.weight - one.weight)
  return groups
}

function matches(wanted: Pattern<unknown>['parts'], parts: readonly string[]): boolean {
  for (let at = 0; at < parts.length; at++) if (!matchesPart(wanted[at] ?? [], parts[at] ?? '')) return false
  return true
}

/** `*` within one part: first and last pieces are anchored, those between are looked for in order. */
function matchesPart(pieces: readonly string[], part: string): boolean {
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return first === part
  const last = pieces.at(-1) ?? ''
  if (!part.startsWith(first) || !part.endsWith(last) || part.length <= first.length + last.length) return false
  let at = first.length
  for (const piece of pieces.slice(1, -1)) {
    const found = part.indexOf(piece, at)
    if (found === -1) return false
    at = found + piece.length
  }
  return at <= part.length - last.length
}

/** Registries where anybody has a name space, so that a path there says nothing of the path on Docker Hub. */
const SHARED_REGISTRIES: ReadonlySet<string> = new Set([
  'ghcr.io',
  'quay.io',
  'gcr.io',
  'eu.gcr.io',
  'us.gcr.io',
  'asia.gcr.io',
  'lscr.io',
  'registry.gitlab.com',
  'registry.k8s.io',
  'k8s.gcr.io',
  'mcr.microsoft.com',
  'nvcr.io',
  'cgr.dev',
  'icr.io',
  'codeberg.org',
  'registry.access.redhat.com',
  'registry.redhat.io',
  'docker.elastic.co',
  'docker.redpanda.com',
])

/** Docker Hub under other names. */
const DOCKER_HUB: ReadonlySet<string> = new Set([
  'docker.io',
  'index.docker.io',
  'registry-1.docker.io',
  'registry.hub.docker.com',
  'mirror.gcr.io',
])

/**
 * The public names that a repository on a private registry can be the copy of, most certain first: Docker Hub's
 * `library/<name>` after any prefix, which no other name space is called (`public.ecr.aws/docker/library/postgres`,
 * `harbor.example.com/hub/library/postgres`); and all that follows the host (`registry.example.com/bitnami/kafka`), but
 * not on registries that give name spaces to anybody (`ghcr.io/someone/postgres`). Empty when there is no host, which is
 * a first part with a dot or a port.
 */
export function mirroredRepository(repository: string): readonly string[] {
  const name = repository.toLowerCase()
  const parts = name.split('/')
  const host = parts[0] ?? ''
  if (parts.length > 20 || parts.length < 2) return []
  if (!/[.:]/.test(host) && host !== 'localhost') return host === 'library' && parts.length === 2 ? parts.slice(1) : []
  const rest = parts.slice(1)
  const library = rest.indexOf('library')
  if (library !== -1 && library === rest.length - 2) return [rest[library + 1] ?? '']
  if (DOCKER_HUB.has(host)) return [rest.join('/')]
  if (SHARED_REGISTRIES.has(host) || host.endsWith('.pkg.dev') || host === 'public.ecr.aws') return []
  return rest.length > 2 ? [rest.join('/'), rest.slice(-2).join('/')] : [rest.join('/')]
}
