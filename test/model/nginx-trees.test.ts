import { describe, expect, test } from 'vitest'
import { treeOf } from '../../src/examples.js'
import { nginxTreesOf } from '../../src/model/nginx/trees.js'
import { type NginxDirective, walkNginx } from '../../src/parse/nginx.js'
import { type Files, systemOf } from '../support/model.js'
import { millisecondsSince } from '../support/processor-time.js'

function treesOf(files: Files) {
  const found = nginxTreesOf(treeOf(new Map(Object.entries(files))), systemOf(files).workloads)
  return found.trees.map(({ id, mainFile, start, complete, workloads, directives, unresolved }) => ({
    id,
    mainFile,
    start,
    complete,
    workloads: workloads.map(workload => workload.name),
    tree: namesOf(directives),
    unresolved: unresolved.map(({ directive, because }) => `${directive.args[0]?.text}: ${because}`),
  }))
}

/** The names of all directives in order; blocks with their content in parentheses. */
function namesOf(directives: readonly NginxDirective[]): string {
  return directives.map(({ name, block }) => (block ? `${name}(${namesOf(block)})` : name)).join(' ')
}

function service(mounts: string, more = '', image = 'nginx:1.27') {
  return `services:\n  web:\n    image: ${image}\n    volumes: [${mounts}]\n${more}`
}

const MAIN = 'events {}\nhttp {\n  include mime.types;\n  include /etc/nginx/conf.d/*.conf;\n}\n'
const SITE = 'server {\n  listen 80;\n  location / { return 204; }\n}\n'

describe('what a workload runs', () => {
  test('a main file and what it includes, through mounts', () => {
    const files = {
      'compose.yaml': service('"./nginx/main.conf:/etc/nginx/nginx.conf:ro", "./nginx/sites:/etc/nginx/conf.d:ro"'),
      'nginx/main.conf': MAIN,
      'nginx/sites/b.conf': 'upstream b { server b:1; }',
      'nginx/sites/a.conf': 'server { include /etc/nginx/conf.d/part.inc; }',
      'nginx/sites/part.inc': 'location / { return 200; }',
    }
    expect(treesOf(files)).toEqual([
      {
        id: 'nginx/main.conf',
        mainFile: 'repository',
        start: 'main',
        complete: true,
        workloads: ['web'],
        tree: 'events() http(include server(location(return)) upstream(server))',
        unresolved: [],
      },
    ])
  })

  test('sites within the main file of the official image', () => {
    const files = { 'compose.yaml': service('"./site.conf:/etc/nginx/conf.d/default.conf"'), 'site.conf': SITE }
    expect(treesOf(files)).toMatchObject([{ id: 'site.conf', mainFile: 'image', start: 'http', complete: true }])
  })

  test('what an image copies', () => {
    const files = {
      'compose.yaml': 'services:\n  web: { build: web }\n',
      'web/Dockerfile': 'FROM nginx:1.27\nCOPY conf/ /etc/nginx/\n',
      'web/conf/nginx.conf': MAIN,
      'web/conf/conf.d/site.conf': SITE,
    }
    expect(treesOf(files)).toMatchObject([
      {
        id: 'web/conf/nginx.conf',
        mainFile: 'repository',
        tree: 'events() http(include server(listen location(return)))',
      },
    ])
  })

  test('templates of the official image, where its entrypoint runs', () => {
    const template = { 'default.conf.template': 'server {\n  listen ${PORT};\n}\n' }
    const mounts = '"./default.conf.template:/etc/nginx/templates/default.conf.template"'
    expect(treesOf({ 'compose.yaml': service(mounts), ...template })).toMatchObject([
      { mainFile: 'image', start: 'http', workloads: ['web'], tree: 'server(listen)' },
    ])
    const other = service(mounts, '    entrypoint: ["nginx"]\n')
    expect(treesOf({ 'compose.yaml': other, ...template })).toMatchObject([{ mainFile: 'unknown', workloads: [] }])
    const moved = service(
      '"./default.conf.template:/in/default.conf.template"',
      '    environment: { NGINX_ENVSUBST_TEMPLATE_DIR: /in }\n',
    )
    expect(treesOf({ 'compose.yaml': moved, ...template })).toMatchObject([{ mainFile: 'image', workloads: ['web'] }])
  })

  test('the file behind -c, and a nginx that is no image of its own', () => {
    const files = {
      'compose.yaml': service(
        '"./edge.conf:/conf/edge.conf"',
        '    command: nginx -c /conf/edge.conf\n',
        'acme/edge:1',
      ),
      'edge.conf': MAIN,
    }
    expect(treesOf(files)).toMatchObject([
      {
        id: 'edge.conf',
        mainFile: 'repository',
        complete: false,
        workloads: ['web'],
        unresolved: ['/etc/nginx/conf.d/*.conf: what the image has at /etc/nginx/conf.d/*.conf is not known'],
      },
    ])
  })

  test('a config of Compose that holds the text itself', () => {
    const text =
      'services:\n  web:\n    image: nginx:1.27\n    configs: [{ source: site, target: /etc/nginx/conf.d/site.conf }]\nconfigs:\n  site:\n    content: |\n      server {\n        listen 80;\n      }\n'
    expect(treesOf({ 'compose.yaml': text })).toMatchObject([
      { id: 'compose.yaml#/etc/nginx/conf.d/site.conf', start: 'http', tree: 'server(listen)' },
    ])
  })

  test('what is not in the repository makes it incomplete', () => {
    const sites = { 'site.conf': `${SITE}include /etc/nginx/conf.d/*.inc;\ninclude /etc/nginx/extra/tls.conf;` }
    const mounts = '"./site.conf:/etc/nginx/conf.d/site.conf", "certs:/etc/nginx/extra"'
    expect(treesOf({ 'compose.yaml': `${service(mounts)}volumes: { certs: }\n`, ...sites })).toMatchObject([
      { complete: false, unresolved: ['/etc/nginx/extra/tls.conf: the volume certs is not in the repository'] },
    ])
    const script = service('"./site.conf:/etc/nginx/conf.d/site.conf"', "    command: sh -c 'make-config && nginx'\n")
    expect(treesOf({ 'compose.yaml': script, 'site.conf': SITE })).toMatchObject([
      { mainFile: 'unknown', complete: false, workloads: ['web'] },
    ])
  })

  test('one configuration that several run is one', () => {
    const files = {
      'compose.yaml':
        'services:\n  a: { image: "nginx:1", volumes: ["./site.conf:/etc/nginx/conf.d/a.conf"] }\n  b: { image: "nginx:1", volumes: ["./site.conf:/etc/nginx/conf.d/b.conf"] }\n',
      'site.conf': SITE,
    }
    expect(treesOf(files)).toMatchObject([{ workloads: ['a', 'b'] }])
  })
})

describe('what no workload is known to run', () => {
  test('a main file includes what lies beside it', () => {
    const files = {
      'deploy/nginx.conf': `${MAIN.replace('}\n', '} worker_processes 2;\n')}`,
      'deploy/conf.d/a.conf': `${SITE}include snippets/b.conf;`,
      'deploy/snippets/b.conf': 'gzip on;',
    }
    expect(treesOf(files)).toMatchObject([
      {
        id: 'deploy/nginx.conf',
        start: 'main',
        complete: true,
        tree: 'events() worker_processes http(include server(listen location(return)) gzip)',
      },
    ])
  })

  test('fragments are told by what they are, and those of conf.d are one', () => {
    const files = {
      'conf.d/b.conf': SITE,
      'conf.d/a.conf': 'upstream a {\n  server a:1;\n}\n',
      'sites-available/one': SITE,
      'sites-available/two': SITE,
      'stream.conf': 'server {\n  listen 1;\n  proxy_pass db:2;\n}\n',
      'locations.conf': 'location / {\n  return 200;\n}\n',
    }
    expect(treesOf(files).map(({ id, start, mainFile }) => `${id}: ${start} ${mainFile}`)).toEqual([
      'conf.d/a.conf conf.d/b.conf: http unknown',
      'sites-available/one: http unknown',
      'sites-available/two: http unknown',
      'stream.conf: stream unknown',
      'locations.conf: server unknown',
    ])
  })

  test('a file in a template language is not evaluated, and that is said', () => {
    const files = { 'nginx.conf.j2': 'http {\n  server {\n    listen {{ port }};\n  }\n}\n' }
    expect(treesOf(files)).toEqual([])
    expect(nginxTreesOf(treeOf(new Map(Object.entries(files))), []).notEvaluated).toEqual([
      { path: 'nginx.conf.j2', because: 'nginx configuration in a template language: not evaluated' },
    ])
  })
})

describe('includes end', () => {
  test('of itself, in a circle, and in a tree that doubles with each level', () => {
    const circle = {
      'nginx.conf': 'http { include a.conf; }',
      'a.conf': 'include b.conf;',
      'b.conf': 'include a.conf; gzip on;',
    }
    expect(treesOf(circle)).toMatchObject([{ tree: 'http(include gzip)', unresolved: ['a.conf: it includes itself'] }])
    const doubling: Record<string, string> = { 'nginx.conf': 'http { include 0.conf; }' }
    for (let level = 0; level < 40; level++) {
      doubling[`${level}.conf`] = `include ${level + 1}.conf;\n`.repeat(30)
    }
    const started = process.cpuUsage()
    const [found] = nginxTreesOf(treeOf(new Map(Object.entries(doubling))), []).trees
    let count = 0
    walkNginx(found?.directives ?? [], () => count++)
    expect(count).toBeLessThan(200_000)
    expect(found?.complete).toBe(false)
    expect(millisecondsSince(started)).toBeLessThan(4_000)
  })
})

test('a template that another program fills in is said not to be evaluated', () => {
  const text = 'server {\n  listen 80;\n  location /static/ { alias {{ path }}/static/; }\n}\n'
  const system = systemOf({ 'compose.yaml': 'services: {}\n', 'conf/nginx.conf.j2': text })
  expect(system.unreadable).toEqual([])
  expect(system.notEvaluated).toEqual([
    { path: 'conf/nginx.conf.j2', because: 'nginx configuration in a template language: not evaluated' },
  ])
})
