import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rules } from '../rules/index.js'
import { audit } from '../src/audit.js'
import { renderPage } from '../src/page.js'
import { renderJson } from '../src/report/json.js'
import { TOOL } from '../src/tool.js'

/** The bundle, made anew and moved away from every package that it was made of. */
let home = ''
const dist = () => join(home, 'dist')
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...env } = process.env

function bundle(directory: string): void {
  execFileSync(process.execPath, [join('node_modules', '.bin', 'tsx'), 'scripts/bundle.ts', '--out', directory], {
    stdio: 'pipe',
  })
}

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist(), 'cli.js'), ...args], {
    cwd: home,
    encoding: 'utf8',
    env,
  })
  return { status, stdout, stderr }
}

function contents(directory: string): readonly (readonly [string, string])[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [path.slice(directory.length), readFileSync(path, 'utf8')] as const)
    .sort()
}

const FIXTURES = join(import.meta.dirname, '..', 'fixtures')

/** What was loaded beside what every audit needs. */
const REPORT_LOADED = `import { writeFileSync } from 'node:fs'
import Module from 'node:module'
import { basename } from 'node:path'
process.on('exit', () => {
  const files = Object.keys(Module._cache).map(path => basename(path)).sort()
  writeFileSync(process.env.LOADED, JSON.stringify(files.filter(file => !/^(?:chunk-|commands-|cli\\.js)/.test(file))))
})
`

/** What WebAssembly in the bundle comes from. */
const WASM_PACKAGES = ['web-tree-sitter', 'tree-sitter-python', 'tree-sitter-go']

beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'erp-audit-dist-')))
  bundle(dist())
  mkdirSync(join(home, 'shop'))
  const services = Array.from(
    { length: 40 },
    (_, index) => `  app${index}:\n    image: registry.example/app${index}:1.2.0\n    ports: ["${8000 + index}:80"]\n`,
  )
  writeFileSync(join(home, 'shop', 'compose.yaml'), `services:\n${services.join('')}`)
}, 120_000)
afterAll(() => rmSync(home, { recursive: true }))

describe('the bundle', () => {
  test('runs with nothing but Node', () => {
    expect(existsSync(join(home, 'node_modules'))).toBe(false)
    expect(run('--version')).toEqual({ status: 0, stdout: `erp-audit ${TOOL.version}\n`, stderr: '' })
    const audited = run('shop', '-f', 'text', '-f', 'json=out.json', '-f', 'sarif=out.sarif')
    expect(audited).toMatchObject({ status: 1, stderr: '' })
    expect(audited.stdout).toContain('Score')
    expect(JSON.parse(readFileSync(join(home, 'out.json'), 'utf8')).scope.workloads).toBe(40)
    expect(JSON.parse(readFileSync(join(home, 'out.sarif'), 'utf8')).runs[0].results.length).toBeGreaterThan(0)
  })

  test.each(readdirSync(FIXTURES).filter(name => existsSync(join(FIXTURES, name, 'expected.txt'))))(
    'says the same as the sources of fixtures/%s',
    async name => {
      expect(run(join(FIXTURES, name), '-f', 'json').stdout).toBe(renderJson(await audit(join(FIXTURES, name))))
    },
  )

  test('can be started by its name', () => {
    expect(readFileSync(join(dist(), 'cli.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
    expect(statSync(join(dist(), 'cli.js')).mode & 0o111).toBe(0o111)
  })

  test('has the page of every rule, though it left the examples out', () => {
    run('shop', '-f', 'sarif', '-o', 'pages.sarif')
    const [log] = JSON.parse(readFileSync(join(home, 'pages.sarif'), 'utf8')).runs
    const pages = log.tool.driver.rules.map((rule: { id: string; help: { markdown: string } }) => [
      rule.id,
      rule.help.markdown,
    ])
    const shown = rules.filter(({ confidence }) => confidence !== 'C')
    expect(pages).toEqual(shown.map(rule => [rule.id, renderPage(rule)]).sort())
    const hot = contents(dist()).filter(([path]) => /\.js$/.test(path) && !/[\\/]pages-/.test(path))
    expect(hot.length).toBeGreaterThan(10)
    for (const [, text] of hot) expect(text).not.toContain('#! ')
  })

  test('loads a part of itself when it is needed, and no sooner', () => {
    writeFileSync(join(home, 'loaded.mjs'), REPORT_LOADED)
    const loaded = (...args: readonly string[]) => {
      spawnSync(process.execPath, ['--import', join(home, 'loaded.mjs'), join(dist(), 'cli.js'), ...args], {
        cwd: home,
        env: { ...env, LOADED: join(home, 'loaded.json') },
      })
      return JSON.parse(readFileSync(join(home, 'loaded.json'), 'utf8'))
    }
    mkdirSync(join(home, 'nothing'))
    expect(loaded('nothing')).toEqual([])
    // The rules about what is run, whatever it is.
    const rules = ['datastore', 'health', 'image', 'kafka', 'process', 'workload'].map(area => `rules-${area}.js`)
    expect(loaded('shop', '--exit-zero')).toEqual(['model-compose-deployments.js', ...rules])
    execFileSync('git', ['init', '-q'], { cwd: join(home, 'shop') })
    execFileSync('git', ['add', '-A'], { cwd: join(home, 'shop') })
    expect(loaded('shop', '--staged', '--exit-zero')).toEqual([
      'discover-git-versions.js',
      'model-compose-deployments.js',
      ...rules,
    ])
    rmSync(join(home, 'shop', '.git'), { recursive: true })
    mkdirSync(join(home, 'store'))
    writeFileSync(join(home, 'store', 'compose.yaml'), 'services:\n  db:\n    image: docker.io/bitnami/postgresql:16\n')
    const ofPostgres = [...rules, 'rules-postgres.js'].sort()
    expect(loaded('store', '--exit-zero')).toEqual(['image-postgres.js', 'model-compose-deployments.js', ...ofPostgres])
    writeFileSync(join(home, 'store', 'erp-audit.yml'), 'exclude: [old/]\n')
    expect(loaded('store', '--exit-zero', '-f', 'json')).toEqual([
      'config-parse.js',
      'digest.js',
      'discover-ignore-matcher.js',
      'image-postgres.js',
      'model-compose-deployments.js',
      'report-json.js',
      ...ofPostgres,
    ])
    writeFileSync(join(home, 'nothing', 'main.py'), 'x = 1\n')
    expect(loaded('nothing')).toEqual(['parse-grammars.js', 'tree-sitter.cjs'])
  })

  test('does not load what reads code before there is code', () => {
    const reading = /^\/\/ src\/(?:code\/definitions|code\/file-index|parse\/javascript\/code)\.ts$/m
    const files = new Map(contents(dist()).map(([path, text]) => [basename(path), text]))
    const holders = [...files].flatMap(([name, text]) => (reading.test(text) ? [name] : []))
    expect(holders).toContain('parse-javascript-code.js')
    const [house] = [...files].find(([, text]) => /^\/\/ src\/audit\.ts$/m.test(text)) ?? []
    const first = new Set([house])
    for (const name of first) {
      for (const [, other] of files.get(name ?? '')?.matchAll(/^(?:\} = )?require\("\.\/([^"]+)"\);$/gm) ?? [])
        first.add(other)
    }
    expect(first.size).toBeGreaterThan(1)
    expect(holders.filter(name => first.has(name))).toEqual([])
  })

  test('names the licence of every package in it', () => {
    const licences = readFileSync(join(dist(), 'LICENSES.txt'), 'utf8')
    const packages = contents(dist()).flatMap(([, text]) =>
      [...text.matchAll(/^\/\/ (?:\S*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/gm)].map(match => match[1]),
    )
    expect(new Set(packages)).toContain('yaml')
    packages.push(...WASM_PACKAGES)
    for (const name of new Set(packages)) expect(licences).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(`, 'm'))
  })

  test('has the WebAssembly of the packages as it is published', () => {
    for (const name of WASM_PACKAGES) {
      const published = readFileSync(join('node_modules', name, `${name}.wasm`))
      expect(readFileSync(join(dist(), `${name}.wasm`)).equals(published)).toBe(true)
    }
  })

  test('is the same bytes each time, and tells no path of the machine', () => {
    bundle(join(home, 'again'))
    expect(contents(join(home, 'again'))).toEqual(contents(dist()))
    for (const [, text] of contents(dist())) expect(text).not.toContain(process.cwd())
  })

  test('--check finds what is not up to date', () => {
    writeFileSync(join(home, 'again', 'cli.js'), '')
    writeFileSync(join(home, 'again', 'chunks', 'old.js'), '')
    rmSync(join(home, 'again', 'LICENSES.txt'))
    const { status, stdout } = spawnSync(
      process.execPath,
      [join('node_modules', '.bin', 'tsx'), 'scripts/bundle.ts', '--check', '--out', join(home, 'again')],
      { encoding: 'utf8' },
    )
    expect(status).toBe(1)
    expect(stdout.match(/^dist\/\S+/gm)).toEqual(['dist/LICENSES.txt', 'dist/chunks/old.js', 'dist/cli.js'])
  }, 180_000)
})
