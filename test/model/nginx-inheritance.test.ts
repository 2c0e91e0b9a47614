import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { NginxLocation } from '../../src/model/nginx/configuration.js'
import { headersInForce, inForce } from '../../src/model/nginx/scopes.js'
import { knownValue } from '../../src/source.js'
import { systemOf } from '../support/model.js'

/** The locations of an nginx whose `http` block, in the image's own main file, holds this text. */
function locationsIn(http: string, more: Readonly<Record<string, string>> = {}): readonly NginxLocation[] {
  const mounts = ['./site.conf:/etc/nginx/conf.d/site.conf', './parts:/etc/nginx/parts']
  const system = systemOf({
    'compose.yaml': `services:\n  proxy:\n    image: nginx:1.30.0\n    ports: ["80:80"]\n    volumes: ${JSON.stringify(mounts)}\n`,
    'site.conf': http,
    'parts/none.conf': '',
    ...more,
  })
  return system.proxies[0]?.nginx?.servers.flatMap(server => server.locations) ?? []
}

function settingAt(http: string, path: string, ...names: readonly string[]): readonly string[] {
  const location = locationsIn(http).find(one => one.path === path)
  if (!location) throw new Error(`no location ${path}`)
  return inForce(location.scope, ...names).directives.map(
    ({ name, args }) => `${name} ${args.map(({ text }) => text).join(' ')}`,
  )
}

describe('what applies in a location', () => {
  test.each([
    ['nothing', 'server { location /a { } }', ['proxy_read_timeout'], []],
    [
      'its own',
      'proxy_read_timeout 1s; server { location /a { proxy_read_timeout 3s; } }',
      ['proxy_read_timeout'],
      ['proxy_read_timeout 3s'],
    ],
    [
      'that of its server',
      'proxy_read_timeout 1s; server { proxy_read_timeout 2s; location /a { } }',
      ['proxy_read_timeout'],
      ['proxy_read_timeout 2s'],
    ],
    [
      'that of http',
      'proxy_read_timeout 1s; server { location /a { } }',
      ['proxy_read_timeout'],
      ['proxy_read_timeout 1s'],
    ],
    [
      'that of the main file of the image',
      'server { location /a { } }',
      ['keepalive_timeout'],
      ['keepalive_timeout 65'],
    ],
    [
      'all of an array of one level',
      'server { proxy_set_header A 1; proxy_set_header B 2; location /a { } }',
      ['proxy_set_header'],
      ['proxy_set_header A 1', 'proxy_set_header B 2'],
    ],
    [
      'nothing of an array further out when it has one of its own',
      'proxy_set_header A 1; server { proxy_set_header B 2; location /a { proxy_set_header C 3; } }',
      ['proxy_set_header'],
      ['proxy_set_header C 3'],
    ],
    [
      'limits in the same way',
      'limit_req zone=x; server { limit_req zone=y; location /a { } }',
      ['limit_req'],
      ['limit_req zone=y'],
    ],
    [
      'allow and deny as one array',
      'deny all; server { location /a { allow 10.0.0.0/8; } }',
      ['allow', 'deny'],
      ['allow 10.0.0.0/8'],
    ],
    [
      'that of the location around it',
      'server { location / { error_page 500 /x; location /a { } } }',
      ['error_page'],
      ['error_page 500 /x'],
    ],
  ])('is %s', (_, http, names, expected) => {
    expect(settingAt(http, '/a', ...names)).toEqual(expected)
  })

  it('takes what an included file sets in the place of the include', () => {
    const [location] = locationsIn('server { include parts/timeouts.conf; location /a { } }', {
      'parts/timeouts.conf': 'proxy_read_timeout 9s;',
    })
    const found = location && inForce(location.scope, 'proxy_read_timeout')
    expect(found?.directives[0]?.args[0]?.text).toBe('9s')
    expect(found?.directives[0]?.at.path).toBe('parts/timeouts.conf')
    expect(found?.level?.kind).toBe('server')
    expect(found?.certain).toBe(true)
  })

  test.each([
    ['a file that is not there', 'include /srv/secret.conf;', 'add_header', false],
    ['types', 'include mime.types;', 'add_header', true],
    [
      'what certbot writes, which is about TLS alone',
      'include /etc/letsencrypt/options-ssl-nginx.conf;',
      'add_header',
      true,
    ],
    ['what certbot writes, asked for TLS', 'include /etc/letsencrypt/options-ssl-nginx.conf;', 'ssl_protocols', false],
    ['what Debian has for request headers', 'include proxy_params;', 'proxy_set_header', false],
  ])('is as certain as %s allows', (_, include, name, certain) => {
    const [location] = locationsIn(`server { ${include} location /a { } }`)
    expect(location && inForce(location.scope, name).certain).toBe(certain)
  })

  it('is certain where the file that is not there stands further out than what is set', () => {
    const [location] = locationsIn('server { include /srv/secret.conf; location /a { add_header A 1; } }')
    expect(location && inForce(location.scope, 'add_header').certain).toBe(true)
  })
})

describe('response headers', () => {
  const headers = (http: string) => {
    const location = locationsIn(http).find(one => one.path === '/a')
    return location && headersInForce(location.scope).directives.map(({ args }) => args[0]?.text)
  }

  test.each([
    ['are those of the server', 'server { add_header A 1; location /a { } }', ['A']],
    ['are its own alone', 'server { add_header A 1; location /a { add_header B 2; } }', ['B']],
    [
      'are both where they are merged',
      'server { add_header A 1; location /a { add_header_inherit merge; add_header B 2; } }',
      ['B', 'A'],
    ],
    [
      'are merged by a line further out',
      'add_header_inherit merge; add_header X 0; server { add_header A 1; location /a { add_header B 2; } }',
      ['B', 'A', 'X'],
    ],
    ['are none where inheriting is off', 'server { add_header A 1; location /a { add_header_inherit off; } }', []],
    ['are kept by expires, which is no add_header', 'server { add_header A 1; location /a { expires 1y; } }', ['A']],
  ])('%s', (_, http, expected) => {
    expect(headers(http)).toEqual(expected)
  })

  it('never come from further out than the nearest level that has some, without merge', () => {
    const level = fc.subarray(['A', 'B', 'C'])
    fc.assert(
      fc.property(level, level, level, (http, server, location) => {
        const lines = (names: readonly string[]) => names.map(name => `add_header ${name} 1;`).join(' ')
        const found = headers(`${lines(http)} server { ${lines(server)} location /a { ${lines(location)} } }`)
        expect(found).toEqual([location, server, http].find(names => names.length > 0) ?? [])
      }),
      { numRuns: 40 },
    )
  })
})

describe('levels', () => {
  it('nest as they are written', () => {
    const locations = locationsIn('server { location / { location /a/ { location ~ \\.php$ { } } } location = /b { } }')
    expect(locations.map(({ match, path }) => `${match} ${path}`)).toEqual([
      'prefix /',
      'prefix /a/',
      'regex \\.php$',
      'exact /b',
    ])
  })

  test.each([
    ['/x', 'prefix /x'],
    ['= /x', 'exact /x'],
    ['=/x', 'exact /x'],
    ['^~ /x', 'prefix /x'],
    ['~ ^/x', 'regex ^/x'],
    ['~* \\.js$', 'regex \\.js$'],
    ['@x', 'named @x'],
  ])('match %s', (written, expected) => {
    const [location] = locationsIn(`server { location ${written} { } }`)
    expect(`${location?.match} ${location?.path}`).toBe(expected)
  })

  it('do not overflow in hostile depth and number', () => {
    const deep = `server { ${'location / { '.repeat(3_000)}${'} '.repeat(3_000)} }`
    expect(locationsIn(deep).length).toBeLessThan(60)
    const wide = `server { ${'location /x { proxy_pass http://a; } '.repeat(20_000)} }`
    expect(locationsIn(wide).length).toBeLessThanOrEqual(5_000)
    const names = `upstream u { ${'server a; '.repeat(20_000)} } server { location / { proxy_pass http://u; } }`
    expect(knownValue(locationsIn(names)[0]?.server.listeners[0]?.port)).toBe(80)
  })
})
