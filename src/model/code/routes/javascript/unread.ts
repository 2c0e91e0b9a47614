import type { Program } from '../../../../code/program.js'
import { spanOf } from './path.js'
import type { TableBuilder } from './table.js'

/** Frameworks whose routes are not read: what uses them may answer any path. Names of packages, or of scopes. */
const UNREAD = new Set([
  '@adonisjs',
  '@feathersjs',
  '@foal',
  '@hapi',
  '@keystone-6',
  '@loopback',
  '@medusajs',
  '@midwayjs',
  '@marblejs',
  '@nuxt',
  '@payloadcms',
  '@redwoodjs',
  '@remix-run',
  '@strapi',
  '@sveltejs',
  '@tinyhttp',
  '@tsed',
  'actionhero',
  'astro',
  'connect',
  'egg',
  'elysia',
  'ghost',
  'h3',
  'hapi',
  'json-server',
  'micro',
  'moleculer-web',
  'nitropack',
  'nuxt',
  'parse-server',
  'polka',
  'restify',
  'routing-controllers',
  'sails',
  'strapi',
  'uWebSockets.js',
])

/** Parts of these scopes that answer nothing. */
const HARMLESS =
  /^@hapi\/(?:boom|hoek|joi|code|lab|bourne|topo|address)$|^@strapi\/(?:sdk|client|design)|^@remix-run\/(?:react|router)$/

/** Says where a service uses a framework that is not read. */
export function unreadFrameworks(program: Program, reached: Iterable<string>, table: TableBuilder): void {
  const seen = new Set<string>()
  for (const path of reached) {
    const file = program.files.get(path)
    for (const one of file?.imports ?? []) {
      if (one.from.startsWith('.')) continue
      const name = one.from.startsWith('@')
        ? one.from.slice(0, Math.max(0, one.from.indexOf('/')))
        : (one.from.split('/')[0] ?? '')
      if (one.typeOnly || !file || !UNREAD.has(name) || HARMLESS.test(one.from) || seen.has(name)) continue
      seen.add(name)
      table.openEnds.push(spanOf(file, one))
      table.fallbacks.push({ prefix: '/', at: spanOf(file, one) })
    }
  }
}
