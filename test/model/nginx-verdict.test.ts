import { describe, expect, test } from 'vitest'
import { treeOf } from '../../src/examples.js'
import { nginxTreesOf } from '../../src/model/nginx/trees.js'
import { rejections } from '../../src/model/nginx/verdict.js'
import { lineOf } from '../../src/source.js'
import { type Files, systemOf } from '../support/model.js'
import { millisecondsSince } from '../support/processor-time.js'

/** What is said of the nginx of a repository: line and kind of each reason. */
function reasonsIn(files: Files, version?: readonly number[]) {
  const [one] = nginxTreesOf(treeOf(new Map(Object.entries(files))), systemOf(files).workloads).trees
  return (one ? rejections(one, version) : []).map(({ at, kind }) => {
    const line = lineOf({ path: at.path, text: files[at.path] ?? '' }, at.start)
    return `${at.path}:${line} ${kind}`
  })
}

/** The same of one main file that no workload is known to run. */
function reasons(text: string, version?: readonly number[]) {
  return reasonsIn({ 'nginx.conf': text }, version).map(reason => reason.replace('nginx.conf:', ''))
}

function http(content: string): string {
  return `events {}\nhttp {\n${content}\n}\n`
}

function server(content: string): string {
  return http(`server {\nlisten 80;\n${content}\n}`)
}

describe('what is put in before nginx reads a file', () => {
  test.each([
    ['client_max_body_size ${MAX_BODY};'],
    ['gzip $GZIP;'],
    ['gzip __GZIP__;'],
    ['listen @PORT@;'],
    ['listen %PORT%;'],
    ['listen <port>;'],
    ['${EXTRA_DIRECTIVES}\nlisten 81;'],
    ['location / { proxy_pass ${BACKEND}; }'],
    ['return ${CODE} text;'],
    ['if ($host = ${DOMAIN}) { return 301 https://${DOMAIN}; }'],
    ['limit_req zone=${ZONE};'],
    ['location / { ${LOCATION_EXTRA} }'],
  ])('%s is not judged', text => {
    expect(reasons(server(text))).toEqual([])
  })

  test('what is no placeholder is judged beside it', () => {
    expect(reasons(server('client_max_body_size ${MAX_BODY};\ngzip yes;'))).toEqual(['6 value'])
  })
})

describe('versions', () => {
  test.each([
    [[1, 25, 0], ['5 version']],
    [[1, 24], ['5 version']],
    [[1, 25], []],
    [[1], []],
    [undefined, []],
    [[1, 25, 1], []],
    [[1, 31], []],
  ])('http2 on with nginx %j', (version, expected) => {
    expect(reasons(server('http2 on;'), version)).toEqual(expected)
  })

  test('what went', () => {
    expect(reasons(server('ssl on;'), [1, 27, 0])).toEqual(['5 version'])
    expect(reasons(server('ssl on;'), [1, 24, 0])).toEqual([])
    expect(reasons(server('ssl on;'))).toEqual([])
  })
})

describe('what is out of sight', () => {
  test('nothing is said to be missing when a file is not in the repository', () => {
    const text = server('limit_req zone=a;\nlisten 443 ssl;\naccess_log logs/a json;\nproxy_cache pages;')
    expect(reasons(text)).toEqual(['5 undefined', '6 certificate', '7 undefined', '8 undefined'])
    expect(reasons(text.replace('http {', 'http { include extra/*.conf;'))).toEqual([])
    expect(reasonsIn({ 'conf.d/a.conf': 'server {\n  limit_req zone=a;\n  listen 443 ssl;\n}\n' })).toEqual([])
  })

  test('directives of modules that are not known', () => {
    expect(
      reasons(server('vhost_traffic_status on;\nmore_set_headers "Server: a";\necho_block { gzip yes; }')),
    ).toEqual([])
  })

  test('a misspelt directive, where the image is known to have no others', () => {
    const files = (image: string, main = 'listen 80;') => ({
      'compose.yaml': `services:\n  web:\n    image: ${image}\n    volumes: ["./site.conf:/etc/nginx/conf.d/site.conf"]\n`,
      'site.conf': `server {\n  ${main}\n  proxy_pas http://a;\n  return 200 $hosst;\n}\n`,
    })
    const version = [1, 27, 3]
    expect(reasonsIn(files('nginx:1.27.3'), version)).toEqual(['site.conf:3 unknown'])
    expect(reasonsIn(files('openresty/openresty:1.27.3'), version)).toEqual([])
    expect(reasonsIn(files('nginx:latest'))).toEqual([])
    const spelt = { ...files('nginx:latest'), 'site.conf': 'server {\n  listen 80;\n  return 200 $hosst;\n}\n' }
    expect(reasonsIn(spelt)).toEqual(['site.conf:3 undefined'])
  })

  test('a file that may be included by a main file of the host needs no events', () => {
    expect(reasons('stream {\nserver {\nlisten 5432;\nproxy_pass db:5432;\n}\n}\n')).toEqual([])
  })

  test('where a brace is missing only that is said', () => {
    expect(
      reasons('events {}\nhttp {\nserver {\nlisten 80;\nlocation / {\nreturn 200;\n}\nserver {\ngzip yes;\n}\n}\n'),
    ).toEqual(['2 syntax'])
  })

  test('what is not read to the end is not judged', () => {
    expect(reasons(http(`gzip yes;\n${'server {'.repeat(60)}${'}'.repeat(60)}`))).toEqual([])
  })
})

describe('a fragment in the main file of the official image', () => {
  const site = (text: string) => ({
    'compose.yaml':
      'services:\n  web:\n    image: nginx:1.27.3\n    volumes: ["./site.conf:/etc/nginx/conf.d/site.conf"]\n',
    'site.conf': text,
  })

  test('what that file sets may not be set again beside it', () => {
    expect(
      reasonsIn(site('server_tokens off;\nsendfile on;\nlog_format main a;\nserver { listen 80; sendfile on; }')),
    ).toEqual(['site.conf:2 duplicate', 'site.conf:3 duplicate'])
  })

  test('it cannot open http again, and its log format is there', () => {
    expect(reasonsIn(site('events {}\nhttp { server { listen 80; } }\n'))).toEqual([
      'site.conf:1 context',
      'site.conf:2 context',
    ])
    expect(reasonsIn(site('server { listen 80; access_log /dev/stdout main; }'))).toEqual([])
  })

  test('one server cannot be the whole main file', () => {
    const files = site('server {\n listen 80;\n}\n')
    const compose = files['compose.yaml'].replace('conf.d/site.conf', 'nginx.conf')
    expect(reasonsIn({ ...files, 'compose.yaml': compose })).toEqual(['site.conf:1 context', 'site.conf:1 missing'])
  })
})

describe('hostile configurations take no time', () => {
  const many = (count: number, line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('\n')
  test.each([
    ['servers on one socket', http(many(20_000, () => 'server { listen 80 default_server reuseport; }'))],
    ['locations that are the same', server(many(20_000, () => 'location /a { return 200; }'))],
    ['locations that are not', server(many(20_000, index => `location /a${index} { proxy_pass http://u/; }`))],
    ['entries of a map', http(`map $a $b {\n${many(40_000, index => `k${index} v;`)}\n}`)],
    ['log formats and their use', http(many(20_000, index => `log_format f${index} a;\naccess_log logs/a f${index};`))],
    ['upstreams', http(many(20_000, index => `upstream u${index} { ip_hash; server a:1 backup; }`))],
    ['zones', http(many(20_000, index => `limit_req_zone $a zone=z${index}:1m rate=1r/s;\nlimit_req zone=z${index};`))],
    ['variables', http(many(20_000, index => `add_header X "$a${index} $b $c";`))],
    ['directives that stand there twice', http(many(40_000, () => 'gzip on;'))],
    ['one word of half a megabyte', http(`log_format a ${'$a'.repeat(250_000)};`)],
    ['one listen with many words', http(`server { listen ${many(50_000, () => 'ssl')}; }`)],
    ['blocks in blocks', http(`${'location / { if ($a) {'.repeat(20_000)}`)],
  ])('%s', (_, text) => {
    const started = process.cpuUsage()
    expect(reasons(text).length).toBeLessThanOrEqual(100)
    expect(millisecondsSince(started)).toBeLessThan(8_000)
  })
})
