import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build, type Metafile, type Plugin, transform } from 'esbuild'
import type { Rule } from '../src/rule.js'
import { areaEntries, areas } from './bundle/areas.js'
import { checkOrder, commonJs, LOAD } from './bundle/common-js.js'
import { declarations } from './bundle/declarations.js'
import { withEagerFunctions } from './bundle/eager.js'
import { roomEntries, rooms } from './bundle/rooms.js'

/**
 * Bundles the program into `dist/` (or the directory behind `--out`): as CommonJS, split so that each part is loaded only
 * when it is needed, readable, with the licences of everything that is in it. The same sources give the same bytes.
 * `--check` writes nothing and fails when `dist/` is not what the sources give.
 */
const root = resolve(import.meta.dirname, '..')
const { values: options } = parseArgs({ options: { check: { type: 'boolean' }, out: { type: 'string' } } })
const dist = resolve(root, options.out ?? 'dist')

async function main(): Promise<void> {
  const files = await bundle()
  if (!options.check) return write(files)
  const stale = differences(files)
  for (const path of stale) console.log(`dist/${path} is not up to date (npm run bundle)`)
  if (stale.length > 0) process.exitCode = 1
}

/** Path below dist to content. */
async function bundle(): Promise<ReadonlyMap<string, string | Buffer>> {
  const entries = ['src/cli.ts', 'src/index.ts', 'src/action.ts']
    .filter(path => existsSync(join(root, path)))
    .map(path => ({ in: path, out: path.slice('src/'.length, -'.ts'.length) }))
  const { files: images } = (await load('src/knowledge/images/index.ts')) as { files: object }
  const result = await build({
    absWorkingDir: root,
    entryPoints: [...entries, ...roomEntries(Object.keys(images)), ...(await areaEntries(root))],
    outdir: dist,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    metafile: true,
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [rooms(root), areas(root), renderedPages, librariesApart, packages],
  })
  const libraries = await Promise.all(LIBRARIES.map(libraryBundle))
  const own = result.outputFiles.map(({ path, text }) => [pathInDist(path), commonJs(pathInDist(path), text)] as const)
  checkOrder(new Map(own))
  const others = libraries.flatMap(({ outputFiles }) => outputFiles)
  const files = new Map<string, string | Buffer>([
    ...own,
    ...others.map(({ path, text }) => [pathInDist(path), text] as const),
    ...WASM.map(path => [basename(path), readFileSync(join(root, 'node_modules', path))] as const),
    ['package.json', '{ "type": "commonjs" }\n'],
  ])
  // One of Python, one of TypeScript.
  const repositories = ['southern-apparels', 'crypto-erp'].map(name => join(root, 'fixtures', name))
  for (const [path, text] of withEagerFunctions(files, repositories)) files.set(path, text)
  for (const [path, text] of declarations(root)) files.set(path, text)
  const bare = Object.fromEntries(WASM.map(path => [`node_modules/${path}`, {}]))
  const inputs = Object.assign(bare, ...[result, ...libraries].map(({ metafile }) => metafile.inputs))
  files.set('LICENSES.txt', licences({ ...result.metafile, inputs }))
  return files
}

interface Library {
  /** What the source file asks for. */
  readonly name: string
  /** Which file that is, below `src/`. */
  readonly loadedBy: string
  /** The file below `chunks/`. */
  readonly file: string
  /** What of it is used. */
  readonly contents: string
  /** Names are shortened, too. */
  readonly minify?: boolean
}

/** Libraries that are loaded in the middle of a run, when a text needs them: each a CommonJS file beside the chunks. */
const LIBRARIES: readonly Library[] = [
  {
    name: 'yaml',
    loadedBy: 'parse/yaml-library.ts',
    file: 'yaml.cjs',
    // The build of ES modules: what is not used of it is left out.
    contents:
      "export { Composer, Lexer, Parser, isAlias, isMap, isScalar, isSeq } from './node_modules/yaml/browser/dist/index.js'",
  },
  {
    name: '@babel/parser',
    loadedBy: 'parse/javascript/parser-library.ts',
    file: 'javascript-parser.cjs',
    contents: "export { parse, parseExpression } from '@babel/parser'",
  },
  {
    name: 'web-tree-sitter',
    loadedBy: 'parse/grammar-library.ts',
    file: 'tree-sitter.cjs',
    contents: "const { Language, Parser } = require('web-tree-sitter')\nmodule.exports = { Language, Parser }",
  },
  {
    // The TypeScript compiler. Only --deep loads it; nobody steps through it.
    name: 'ts-morph',
    loadedBy: 'deep/compiler-library.ts',
    file: 'typescript.cjs',
    contents: "export { ts } from 'ts-morph'",
    minify: true,
  },
]

/** WebAssembly that is copied into `dist/` as it is. */
const WASM: readonly string[] = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-python/tree-sitter-python.wasm',
  'tree-sitter-go/tree-sitter-go.wasm',
]

function libraryBundle({ contents, file, minify = false }: Library) {
  return build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: root },
    outfile: join(dist, 'chunks', file),
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    metafile: true,
    write: false,
    legalComments: 'none',
    logLevel: 'warning',
    minify,
    plugins: [packages],
  })
}

/** What loads a library ends up in a chunk, beside which the library lies. */
const librariesApart: Plugin = {
  name: 'libraries-apart',
  setup({ onLoad }) {
    for (const { name, loadedBy, file } of LIBRARIES) {
      const filter = new RegExp(`[\\\\/]src[\\\\/]${loadedBy.replaceAll('/', '[\\\\/]').replaceAll('.', '\\.')}$`)
      onLoad({ filter }, ({ path }) => {
        const text = readFileSync(path, 'utf8')
        const contents = text
          .replace("import { createRequire } from 'node:module'\n", '')
          .replace(`createRequire(import.meta.url)('${name}')`, `${LOAD}('./${file}')`)
          .replace(/createRequire\(import\.meta\.url\)\.resolve\('([^']+)'\)/g, (written, wasm: string) =>
            WASM.includes(wasm) ? `${LOAD}.resolve('../${basename(wasm)}')` : written,
          )
        if (!contents.includes(LOAD) || contents.includes('createRequire'))
          throw new Error(`${path} no longer loads the package as scripts/bundle.ts expects`)
        return { contents, loader: 'ts' }
      })
    }
  },
}

const LIBRARY_OF_TYPES = join('@ts-morph', 'common', 'dist', 'ts-morph-common.js')

/** ts-morph without the declarations of the language and of browsers, three megabytes; `src/deep/declarations.ts` has what is used. */
function withoutTypes(path: string): string {
  const text = readFileSync(path, 'utf8')
  const shorter = text.replace(/^const libFiles = \[\{[\s\S]*?^ {4}\}\];$/m, 'const libFiles = [];')
  if (shorter === text) throw new Error(`${path} no longer has its declarations where scripts/bundle.ts expects`)
  return shorter
}

/** Packages lose their comments and blanks, which cost a part of every start; our own files stay as they are written. */
const packages: Plugin = {
  name: 'packages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]node_modules[\\/].*\.c?js$/ }, async ({ path }) => {
      const text = path.endsWith(LIBRARY_OF_TYPES) ? withoutTypes(path) : readFileSync(path, 'utf8')
      const { code } = await transform(text, { minifyWhitespace: true, legalComments: 'none' })
      return { contents: code }
    })
  },
}

/**
 * Pages are rendered here and put into a chunk of their own, and rules lose their examples, which nothing else needs:
 * an audit then loads no word that it does not use.
 */
const renderedPages: Plugin = {
  name: 'rendered-pages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/]pages\.ts$/ }, async () => {
      const { rules } = (await load('rules/index.ts')) as { rules: readonly Rule[] }
      const { renderPage } = (await load('src/page.ts')) as { renderPage: (rule: Rule) => string }
      const pages = Object.fromEntries(rules.map(rule => [rule.id, renderPage(rule)]))
      const code = `const pages: Record<string, string> = ${JSON.stringify(pages, null, 2)}
export function pageOf(rule: { id: string }): string {
  return pages[rule.id] ?? ''
}
`
      return { contents: code, loader: 'ts', resolveDir: join(root, 'src') }
    })
    onLoad({ filter: /[\\/]rules[\\/][^\\/]+[\\/][^\\/]+\.ts$/ }, async ({ path }) => {
      return { contents: await withoutExamples(path), loader: 'ts', resolveDir: dirname(path) }
    })
  },
}

/**
 * The text of a rule with its `examples` emptied. They are the last property of the rule, at its own indentation; a file
 * that is laid out otherwise is left as it is.
 */
async function withoutExamples(path: string): Promise<string> {
  const text = readFileSync(path, 'utf8')
  const [before, after, ...more] = text.split(/^ {2}examples: \{\n/m)
  const end = after?.indexOf('\n  },\n})')
  if (before === undefined || after === undefined || end === undefined || end === -1 || more.length > 0) return text
  return `${before}  examples: { bad: [], good: [] },\n})${after.slice(end + '\n  },\n})'.length)}`
}

function load(path: string): Promise<unknown> {
  return import(pathToFileURL(join(root, path)).href)
}

function pathInDist(path: string): string {
  return relative(dist, path).split(sep).join('/')
}

/** The licence texts of all packages whose code is in the bundle. */
function licences(metafile: Metafile): string {
  const homes = new Set(
    Object.keys(metafile.inputs).flatMap(path => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  )
  const sections = [...homes].sort().map(home => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, home, 'package.json'), 'utf8'))
    const file = readdirSync(join(root, home)).find(entry => /^licen[cs]e/i.test(entry))
    if (!file) throw new Error(`${name} has no licence file`)
    const text = readFileSync(join(root, home, file), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim()
    return `${name} ${version} (${license})\n\n${text}\n`
  })
  const rule = `\n${'-'.repeat(80)}\n\n`
  return ['The files beside this one contain parts of these packages.\n', ...sections].join(rule)
}

function write(files: ReadonlyMap<string, string | Buffer>): void {
  rmSync(dist, { recursive: true, force: true })
  for (const [path, content] of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true })
    writeFileSync(join(dist, path), content)
  }
  chmodSync(join(dist, 'cli.js'), 0o755)
}

/** What differs between `dist/` and the bundle, missing and superfluous files included. */
function differences(files: ReadonlyMap<string, string | Buffer>): readonly string[] {
  const present = existsSync(dist)
    ? readdirSync(dist, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => pathInDist(join(entry.parentPath, entry.name)))
    : []
  const stale = [...files].filter(
    ([path, content]) => !present.includes(path) || !readFileSync(join(dist, path)).equals(Buffer.from(content)),
  )
  return [...stale.map(([path]) => path), ...present.filter(path => !files.has(path))].sort()
}

await main()
