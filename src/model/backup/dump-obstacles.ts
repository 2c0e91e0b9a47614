import { knownValue } from '../../source.js'
import type { Backup, System, Workload } from '../system.js'

/**
 * The container that a script runs its dump in, when the store is called almost the same and nothing is called that: the
 * separators differ, or it is the name that Compose would have given a service which has a name of its own.
 */
export function misnamedContainer({ inside, workload }: Backup, store: Workload, system: System): string | undefined {
  const own = knownValue(store.fixedName)
  if (inside === undefined || workload || own === undefined || !/^[\w.-]+$/.test(inside) || inside === own)
    return undefined
  const isThere = system.workloads.some(
    other =>
      other.name === inside ||
      knownValue(other.fixedName) === inside ||
      other.networks.some(network => network.aliases.includes(inside)),
  )
  if (isThere) return undefined
  const generated = new RegExp(`^[\\w.-]+[-_]${store.name.replace(/\W/g, '.')}[-_]1$`)
  return bare(inside) === bare(own) || generated.test(inside) ? own : undefined
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Images whose tag begins with the version of the PostgreSQL whose programs they hold. */
const TAGGED_BY_VERSION =
  /^(?:(?:library|public\.ecr\.aws\/docker\/library)\/)?postgres$|^(?:bitnami|bitnamilegacy)\/postgresql$|^postgis\/postgis$|^prodrigestivill\/postgres-backup-local$/

/**
 * The major versions of a pg_dump and of the newer server that it is to copy, which it refuses: "pg_dump cannot dump from
 * PostgreSQL servers newer than its own major version" (https://www.postgresql.org/docs/current/app-pgdump.html).
 */
export function dumpTooOld(
  { tool, inside, workload }: Backup,
  store: Workload,
): { readonly client: number; readonly server: number } | undefined {
  const server = store.software?.id === 'postgres' ? store.version?.[0] : undefined
  if (server === undefined || inside !== undefined || !workload || !/^pg_dump|postgres-backup-local/.test(tool))
    return undefined
  const client = clientVersion(workload)
  return client !== undefined && client < server ? { client, server } : undefined
}

/** The major version of the clients of PostgreSQL in the image of a job; undefined when it is not told. */
function clientVersion({ image }: Workload): number | undefined {
  const texts = image?.dockerfile?.instructions.map(({ text }) => text) ?? []
  const installed = texts.flatMap(text => [
    ...text.matchAll(/\bpostgresql(?:-client)?-?(\d{1,2})?(?:-client)?(?![\w.-])/g),
  ])
  const packages = installed.map(([, version]) => version)
  if (packages.length > 0) {
    const [only, ...others] = new Set(packages)
    return only === undefined || others.length > 0 ? undefined : Number(only)
  }
  const reference = knownValue(image?.dockerfile ? image.dockerfile.base : image?.reference)
  if (!reference || !TAGGED_BY_VERSION.test(reference.repository)) return undefined
  const major = /^\d{1,2}(?![\dx])/.exec(reference.tag ?? '')?.[0]
  return major === undefined ? undefined : Number(major)
}
