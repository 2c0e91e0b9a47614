import type { Argument } from '../../knowledge/arguments.js'
import type { ServiceFacts } from '../../knowledge/facts.js'
import type { Authentication } from '../../knowledge/judgement.js'
import type { Source } from '../../source.js'
import { serviceFactsOf } from '../service-facts.js'
import type { System, Workload } from '../system.js'

/** A server of the Redis family (Redis, Valkey, KeyDB) whose settings this image tells. */
export interface RedisServer {
  readonly workload: Workload
  readonly facts: ServiceFacts
}

/** The servers of the Redis family that hold data; sentinels and jobs that only join nodes are left out. */
export function redisServersOf(system: System): readonly RedisServer[] {
  const before = serversOf.get(system)
  if (before) return before
  const found = findServers(system)
  serversOf.set(system, found)
  return found
}

const serversOf = new WeakMap<System, readonly RedisServer[]>()

function findServers({ workloads }: System): readonly RedisServer[] {
  return workloads.flatMap(workload => {
    const { software, distribution } = workload
    if (software?.kind !== 'cache' || (software.id !== 'redis' && software.speaks !== 'redis')) return []
    const facts = serviceFactsOf(workload)
    if (!facts || !distribution?.setting || distribution.replication?.(facts).role === 'watcher') return []
    return [{ workload, facts }]
  })
}

/**
 * A setting of a server of the Redis family: from its command or variables, else from the configuration files of the
 * repository that it reads. `unknown` when a file that is not here, or a hidden word, may give it.
 */
export function redisSetting(server: RedisServer, name: string): Argument {
  const { facts } = server
  const told = facts.distribution.setting?.(facts, name) ?? { given: 'unknown' as const }
  if (told.given !== 'unknown') return told
  const files = configurationOf(server)
  if (files === undefined) return told
  // Were the file not there, would the command leave it open?
  const bare = facts.distribution.setting?.(withoutFile(facts), name)
  if (bare?.given !== 'no') return told
  const lines = files.flatMap(source => directives(source.text))
  if (lines.some(({ key }) => key === 'include')) return told
  const value = lines.findLast(({ key }) => key === name)?.value
  return value === undefined ? { given: 'no' } : { given: 'yes', value }
}

/**
 * Whether a server of the Redis family asks for a password: see `Distribution.authentication`; where that leaves it to the
 * configuration file and the repository holds it, by the file. Undefined for anything else than such a server.
 */
export function redisAuthentication(workload: Workload): Authentication | undefined {
  const { software } = workload
  const facts = serviceFactsOf(workload)
  if (!facts?.distribution.authentication || (software?.id !== 'redis' && software?.speaks !== 'redis'))
    return undefined
  const told = facts.distribution.authentication(facts)
  if (told.state !== 'unknown') return told
  const files = configurationOf({ workload, facts })
  const bare = facts.distribution.authentication(withoutFile(facts))
  if (files === undefined || bare.state !== 'off') return told
  return decided(files, bare) ?? told
}

/**
 * What the lines of a redis.conf decide (https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/): the
 * user `default` is the one that clients without a name are; others ask for their names. An image that follows the official
 * one has the protected mode off unless a line switches it on.
 */
function decided(files: readonly Source[], bare: Authentication): Authentication | undefined {
  if (files.length === 0) return { ...bare, because: `${bare.because}, and its command names no file that is mounted` }
  const lines = files.flatMap(source => directives(source.text))
  const last = (name: string) => lines.findLast(({ key }) => key === name)?.value
  const guard = (because: string): Authentication => ({ state: 'on', because, fix: '' })
  const [file] = files
  const path = file?.path ?? 'its configuration file'
  if (lines.some(({ key }) => key === 'include')) return undefined
  if (last('requirepass')) return guard(`${path} has requirepass`)
  if (last('aclfile')) return guard(`${path} names an aclfile`)
  const user = lines.findLast(({ key, value }) => key === 'user' && /^default(?:\s|$)/.test(value))?.value
  if (user !== undefined && !/\snopass(?:\s|$)/.test(user))
    return guard(`${path} has the user default ask for a password`)
  if (/^(?:-?(?:127\.[\d.]+|::1|localhost)\s*)+$/.test(last('bind') ?? '')) return guard(`${path} binds it to loopback`)
  if (last('protected-mode') === 'yes') return guard(`${path} switches the protected mode on`)
  const because =
    user === undefined ? 'has neither requirepass nor an ACL' : 'lets the user default in without a password'
  return { ...bare, because: `${path} ${because}` }
}

/** A health command for a server that asks for a password, as Compose spells it, and what it needs beside it. */
export interface AuthenticatedPing {
  readonly command: string
  readonly needs?: string
}

/**
 * How to ask a server of the Redis family that wants a password whether it works: the client reads REDISCLI_AUTH
 * (https://redis.io/docs/latest/develop/tools/cli/), and only the answer PONG tells, as NOAUTH ends with 0 as well. Undefined
 * where no password is known to be asked for.
 */
export function authenticatedPing(workload: Workload): AuthenticatedPing | undefined {
  if (redisAuthentication(workload)?.state !== 'on') return undefined
  const cli = workload.software?.id === 'valkey' ? 'valkey-cli' : 'redis-cli'
  const ping = `${cli} ping | grep -q PONG`
  const has = (name: string) => workload.environment.has(name)
  if (has('REDISCLI_AUTH') || (cli === 'valkey-cli' && has('VALKEYCLI_AUTH'))) return { command: ping }
  const given = workload.start?.written?.map(word => word.text).join(' ') ?? workload.start?.text ?? ''
  const named = /--requirepass[= ]+["']?\$[({]?(\w+)/.exec(given)?.[1]
  const inside = [named, 'REDIS_PASSWORD', 'VALKEY_PASSWORD'].find(name => name !== undefined && has(name))
  if (inside !== undefined) return { command: `REDISCLI_AUTH="$$${inside}" ${ping}` }
  const file = ['REDIS_PASSWORD_FILE', 'VALKEY_PASSWORD_FILE'].find(has)
  if (file !== undefined) return { command: `REDISCLI_AUTH="$$(cat "$$${file}")" ${ping}` }
  return {
    command: ping,
    needs: `give the client the password: \`environment: { REDISCLI_AUTH: \${${named ?? 'REDIS_PASSWORD'}} }\``,
  }
}

function withoutFile(facts: ServiceFacts): ServiceFacts {
  const argv = facts.argv?.filter(word => word === null || !word.endsWith('.conf'))
  return { ...facts, argv, configMounted: false }
}

/**
 * The configuration files that a server reads, nothing when it reads none; undefined when one of them may not be here. The
 * official images read no file that their command does not name; those of Bitnami read what is mounted over theirs.
 */
function configurationOf({ workload, facts }: RedisServer): readonly Source[] | undefined {
  const files = workload.ownFiles
  const named = facts.argv?.some(word => word === null || /\.conf\b|[/$]/.test(word))
  const isOfficial = workload.software?.id !== 'keydb' && /^(?:official|modules)$/.test(facts.distribution.id)
  if (isOfficial && !named && (facts.argv === undefined || workload.start?.source !== 'image')) return []
  // The text of a ConfigMap stands in a manifest: what it is called is told by the mount.
  const mounted = workload.mounts.flatMap(mount => mount.files?.filter(({ path }) => path.endsWith('.conf')) ?? [])
  const lying = files?.texts.filter(source => source.path.endsWith('.conf')) ?? []
  const texts = [...new Set([...mounted.map(({ source }) => source), ...lying])]
  return files?.complete && texts.length > 0 ? texts : undefined
}

interface Directive {
  readonly key: string
  readonly value: string
}

/** The lines of a redis.conf: names in lower case, values without the quotes around them. */
function directives(text: string): readonly Directive[] {
  return text.split('\n').flatMap(line => {
    const [key = '', ...rest] = line.trim().split(/\s+/)
    if (key === '' || key.startsWith('#')) return []
    return [{ key: key.toLowerCase(), value: rest.join(' ').replace(/^(["'])(.*)\1$/, '$2') }]
  })
}
