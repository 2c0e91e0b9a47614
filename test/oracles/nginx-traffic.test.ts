import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NginxConfiguration } from '../../src/model/nginx/configuration.js'
import { headersInForce, inForce, type NginxScope } from '../../src/model/nginx/scopes.js'
import { rewrittenPath } from '../../src/model/path-rewrite.js'
import type { ProxyRoute } from '../../src/model/system.js'
import { systemOf } from '../support/model.js'

/**
 * A real nginx under traffic on the loopback address: what it adds, sends on and refuses at each level is what the model
 * says, and the application sees the path that the model says.
 */
const PROGRAM = process.env.NGINX_PROGRAM ?? (existsSync('/usr/sbin/nginx') ? '/usr/sbin/nginx' : 'nginx')

interface Level {
  readonly added: readonly string[]
  readonly sent: readonly string[]
  readonly access: '' | 'allow all;' | 'deny all;' | 'allow 127.0.0.1; deny all;'
}

const level: fc.Arbitrary<Level> = fc.record({
  added: fc.subarray(['X-A', 'X-B', 'X-C']),
  sent: fc.subarray(['Y-A', 'Y-B', 'Y-C']),
  access: fc.constantFrom('', '', 'allow all;', 'deny all;', 'allow 127.0.0.1; deny all;'),
})

const CASES = fc.sample(fc.tuple(level, level, level), { numRuns: 150, seed: 20 })

/** The forms of `proxy_pass`: the location, what stands behind the host, what is asked for, and a rewrite. */
const FORMS: readonly (readonly [location: string, uri: string, asked: string, rewrite?: string])[] = [
  ['/a/', '', '/a/x'],
  ['/a/', '/', '/a/x'],
  ['/a', '/', '/a/x'],
  ['/a', '/b', '/a/x'],
  ['/a/', '/b', '/a/x'],
  ['/a/', '/b/', '/a/x?q=1'],
  ['/a/', '/b/c/', '/a/x/y'],
  ['= /a', '/b', '/a?q=1'],
  ['= /a', '', '/a'],
  ['~ ^/a/', '', '/a/x'],
  ['^~ /a/', '/b/', '/a/x'],
  ['/', '', '/a/x'],
  ['/', '/b/', '/a/x'],
  ['/a/', '$request_uri', '/a/x'],
  ['/a/', '/b$request_uri', '/a/x'],
  ['/a/', '/b$is_args$args', '/a/x?q=1'],
  ['~ ^/a/(.*)$', '/$1', '/a/x'],
  ['~ ^/a/(.*)$', '/b/$1$is_args$args', '/a/x?q=1'],
  ['~ ^/a(/.*)$', '$1', '/a/x'],
  ['/a/', '', '/a/x', 'rewrite ^/a/(.*)$ /$1 break;'],
  ['/a', '', '/a/x', 'rewrite ^/a/(.*)$ /$1 break;'],
  ['/a/', '/b/', '/a/x', 'rewrite ^/a/(.*)$ /c/$1 break;'],
  ['/a', '', '/a/x', 'rewrite ^/a(/.*)$ $1 break;'],
  ['/a', '', '/a/x', 'rewrite ^/a(.*)$ /$1 break;'],
  ['/a', '', '/a/x', 'rewrite ^/a/?(.*)$ /b/$1 break;'],
  ['/a', '', '/a', 'rewrite ^/a/?(.*)$ /$1 break;'],
  ['/a', '', '/a/x', 'rewrite ^/a(/|$)(.*)$ /b$2 break;'],
  ['/a/', '', '/a/x', 'rewrite ^/b/(.*)$ /$1 break;'],
  ['/a/', '', '/a/x', 'rewrite ^ /b break;'],
  ['/a/', '', '/a/x', 'rewrite ^/a/old$ /new permanent;'],
]

let upstream: Server
let nginx: ChildProcess
let configuration: NginxConfiguration
let routes: readonly ProxyRoute[]
let port: number
const directory = mkdtempSync(join(tmpdir(), 'nginx-traffic-'))

function lines({ added, sent, access }: Level): string {
  const headers = added.map(name => `add_header ${name} 1 always;`)
  return [...headers, ...sent.map(name => `proxy_set_header ${name} 1;`), access].join(' ')
}

function textOf(listen: number, pass: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    name => `${name}_temp_path ${directory}/t;`,
  )
  const cases = CASES.map(
    ([server, outer, inner], index) => `server {
      listen 127.0.0.1:${listen}; server_name case-${index}; ${lines(server)}
      location /a/ { ${lines(outer)} proxy_pass ${pass}; location /a/b/ { ${lines(inner)} proxy_pass ${pass}; } }
    }`,
  )
  const forms = FORMS.map(
    ([location, uri, , rewrite = ''], index) =>
      `server { listen 127.0.0.1:${listen}; server_name form-${index}; location ${location} { ${rewrite} proxy_pass ${pass}${uri}; } }`,
  )
  return `daemon off; pid ${directory}/pid; error_log stderr;
    events { worker_connections 256; }
    http {
      access_log off; server_names_hash_bucket_size 128; ${temporary.join(' ')}
      add_header X-H 1 always; proxy_set_header Y-H 1;
      ${[...cases, ...forms].join('\n')}
    }`
}

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** What the application was asked; empty when it was not. */
  readonly seen: { readonly url?: string; readonly headers?: IncomingHttpHeaders }
}

function ask(host: string, path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false }, answer => {
      let body = ''
      answer.on('data', chunk => (body += chunk))
      answer.on('end', () => {
        const seen = answer.statusCode === 200 ? JSON.parse(body) : {}
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, seen })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

beforeAll(async () => {
  upstream = createServer(({ url, headers }, answer) => answer.end(JSON.stringify({ url, headers })))
  const pass = `http://127.0.0.1:${await listening(upstream)}`
  const free = createServer()
  port = await listening(free)
  await new Promise(resolve => free.close(resolve))
  const text = textOf(port, pass)
  const main = join(directory, 'nginx.conf')
  mkdirSync(join(directory, 'logs'))
  writeFileSync(main, text)
  nginx = spawn(PROGRAM, ['-p', directory, '-c', main, '-e', 'stderr'], { stdio: 'ignore' })
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await ask('case-0', '/a/').catch(() => undefined)) break
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  const [proxy] = systemOf({ 'nginx.conf': text }).proxies
  if (!proxy?.nginx) throw new Error('the model has no such proxy')
  configuration = proxy.nginx
  routes = proxy.routes
})

afterAll(() => {
  nginx.kill()
  upstream.close()
  rmSync(directory, { recursive: true })
})

function names(scope: NginxScope, directive: string): readonly string[] {
  return inForce(scope, directive).directives.map(({ args }) => args[0]?.text.toLowerCase() ?? '')
}

describe('nginx under traffic', () => {
  test.each(['/a/', '/a/b/'])('inherits at %s as the model says', async path => {
    for (const [index] of CASES.entries()) {
      const server = configuration.servers.find(one => one.names[0] === `case-${index}`)
      const location = server?.locations.find(one => one.path === path)
      if (!location) throw new Error(`no location ${path}`)
      const { status, headers, seen } = await ask(`case-${index}`, path)
      const added = headersInForce(location.scope).directives.map(({ args }) => args[0]?.text.toLowerCase() ?? '')
      expect(
        Object.keys(headers).filter(name => name.startsWith('x-')),
        `case ${index}`,
      ).toEqual(added)
      const [rule] = inForce(location.scope, 'allow', 'deny').directives
      expect(status, `case ${index}`).toBe(rule?.name === 'deny' ? 403 : 200)
      if (status !== 200) continue
      const sent = Object.keys(seen.headers ?? {}).filter(name => name.startsWith('y-'))
      expect(sent.sort(), `case ${index}`).toEqual([...names(location.scope, 'proxy_set_header')].sort())
    }
  })

  test.each(
    FORMS.map(([location, uri, asked, rewrite = ''], index) => [location, uri, asked, rewrite, index] as const),
  )('passes on what %s with "%s" makes of %s (%s)', async (location, _, asked, _rewrite, index) => {
    const { seen } = await ask(`form-${index}`, asked)
    const route = routes.find(one => one.hosts[0] === `form-${index}`)
    if (!route) throw new Error(`no route for ${location}`)
    const [path = ''] = asked.split('?')
    expect(seen.url?.split('?')[0]).toBe(rewrittenPath(route.rewrite, path))
  })
})
