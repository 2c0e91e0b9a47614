import { softwareOf } from '../../knowledge/index.js'
import type { ComposeProject } from '../../parse/compose/project.js'
import { parseImageReference } from '../../parse/image-reference.js'
import { child, type MapNode, type Node, textOf } from '../../parse/node.js'
import { isWithin, joinPath } from '../../paths.js'
import { knownValue } from '../../source.js'
import type { Tree } from '../../tree.js'
import { textAt } from '../read-node.js'

/**
 * Libraries that keep jobs or sessions in Redis and can keep them nowhere else, as the files name them that list what a
 * program needs. Celery and dramatiq also speak AMQP: they count with their extra for Redis only.
 */
const LIBRARIES: ReadonlyMap<string, RegExp> = new Map([
  ['package.json', /"(?:bullmq|bull|bee-queue|kue|@nestjs\/bull(?:mq)?|connect-redis)"\s*:/],
  [
    'requirements.txt',
    /^[ \t]*(?:rq|django-rq|arq|(?:celery|dramatiq|kombu)\[[\w,-]*redis[\w,-]*\])[ \t]*(?:[=<>~!;[#]|$)/m,
  ],
  ['pyproject.toml', /^[ \t]*["']?(?:rq|django-rq|arq|(?:celery|dramatiq|kombu)\[[\w,-]*redis[\w,-]*\])["' =<>~!;,[]/m],
  ['Gemfile', /^[ \t]*gem[ \t(]+["'](?:sidekiq|resque)["']/m],
  ['go.mod', /\bgithub\.com\/(?:hibiken\/asynq|gocraft\/work)\b/],
])

/**
 * The cache services that hold the jobs or sessions of a service: the only one that the environment of a service built
 * here points at, when its program needs such a library. With several caches the names of the variables must tell.
 */
export function hostsOfQueueClients(project: ComposeProject, tree: Tree): ReadonlySet<string> {
  const caches = [...project.services.values()].filter(service => isCache(service.node)).map(service => service.name)
  const found = new Set<string>()
  if (caches.length === 0) return found
  const needs = new Map<string, boolean>()
  for (const { node } of project.services.values()) {
    const build = child(node, 'build')
    const context = build && knownValue(textAt(build, 'context'))
    if (context === undefined) continue
    const needed = needs.get(context) ?? needsQueue(context, tree)
    needs.set(context, needed)
    const named = needed ? caches.filter(name => pointsAt(child(node, 'environment'), name)) : []
    if (named.length === 1 && named[0] !== undefined) found.add(named[0])
  }
  return found
}

function isCache(service: MapNode): boolean {
  const text = knownValue(textAt(service, 'image'))
  const reference = text === undefined ? undefined : parseImageReference(text)
  return reference !== undefined && softwareOf(reference.repository)?.software.kind === 'cache'
}

/** Whether the program in a folder keeps jobs or sessions in Redis: it has a library for them, or a queue of its own. */
export function needsQueue(context: string, tree: Tree): boolean {
  const manifest = (file: string) => tree.read(joinPath(context, file))?.text ?? ''
  if ([...LIBRARIES].some(([file, library]) => library.test(manifest(file)))) return true
  return [...CLIENTS].some(([file, client]) => client.test(manifest(file))) && takesJobs(context, tree)
}

/** Clients of Redis, by the files that list them. */
const CLIENTS: ReadonlyMap<string, RegExp> = new Map([
  ['package.json', /"(?:redis|ioredis|iovalkey|@redis\/client|@upstash\/redis)"\s*:/],
  ['requirements.txt', /^[ \t]*(?:redis|aioredis|valkey|coredis)[ \t]*(?:[=<>~!;[#]|$)/m],
  ['pyproject.toml', /^[ \t]*["']?(?:redis|aioredis|valkey|coredis)["' =<>~!;,[]/m],
  ['Pipfile', /^[ \t]*["']?(?:redis|aioredis|valkey)["']?[ \t]*=/m],
  ['go.mod', /\bgithub\.com\/(?:redis\/go-redis|go-redis\/redis|gomodule\/redigo|valkey-io\/valkey-go)\b/],
])

/**
 * Commands that take work from a list or a stream and wait for more: what nobody asks of a cache.
 * https://redis.io/docs/latest/commands/blpop/#pattern-queues
 */
const TAKES = /\.(?:b[lr]pop|brpoplpush|blmove|xreadgroup)\s*\(/i
const CODE = /\.(?:[cm]?[jt]s|py|go)$/
const NO_PROGRAM =
  /(?:^|\/)(?:node_modules|vendor|\.?venv|tests?|__tests__|spec)\/|\.(?:test|spec)\.\w+$|(?:^|\/)test_\w+\.py$/
const MOST_FILES = 2_000

function takesJobs(context: string, tree: Tree): boolean {
  return tree.files
    .filter(({ path }) => isWithin(context, path) && CODE.test(path) && !NO_PROGRAM.test(path))
    .slice(0, MOST_FILES)
    .some(({ path }) => TAKES.test(tree.read(path)?.text ?? ''))
}

function pointsAt(environment: Node | undefined, host: string): boolean {
  if (environment?.kind !== 'map') return false
  const wanted = new RegExp(`(?:^|[/@,])${host.replace(/[^\w-]/g, '\\$&')}(?:[:/,](?!//)|$)`)
  return [...environment.entries.values()].some(variable => wanted.test((textOf(variable.node) ?? '').slice(0, 2000)))
}
