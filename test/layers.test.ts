import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, sep } from 'node:path'
import { expect, test } from 'vitest'

/**
 * The order of the house, lowest first. A module may use those on its own line and above, never those below. Types may
 * be named from anywhere: they vanish. A module is named by its file or its directory below `src/`; the longest name counts.
 */
const LAYERS: readonly (readonly string[])[] = [
  [
    'source',
    'paths',
    'suggest',
    'words',
    'mask',
    'tool',
    'exact',
    'remember',
    'usage',
    'digest',
    'fingerprint',
    'line-diff',
  ],
  ['finding', 'parse', 'code/patterns', 'code/walk'],
  ['code'],
  ['knowledge'],
  ['tree', 'discover', 'memory-tree', 'changes'],
  ['trees'],
  ['deep'],
  ['model'],
  ['capacity'],
  ['rule', 'weights', 'outcome', 'example', 'examples', 'page', 'pages'],
  ['../rules'],
  ['areas', 'check'],
  ['baseline', 'moves'],
  ['config'],
  ['compare'],
  ['suppress', 'suppress-comments', 'suppress-annotations', 'comments'],
  ['ledger', 'remedy', 'gain', 'score', 'roadmap', 'gate'],
  ['verification', 'inventory', 'result', 'conclude'],
  ['report'],
  ['audit'],
  ['library', 'index'],
  ['cli', 'action'],
]

/** The registry of rules: which rules there are is known above all layers, what a rule is below them. */
const REGISTRY = '../rules/index'

/** What of the file system each may use. Writing is left to the command line. */
const READS = ['existsSync', 'lstatSync', 'readdirSync', 'readFileSync', 'realpathSync', 'statSync', 'Dirent']
const FILE_SYSTEM = new Map([
  // Grammars, which are files of the installation.
  ['parse/grammar-library', ['readFileSync']],
  ['discover', [...READS, 'openSync', 'readSync', 'fstatSync', 'closeSync']],
  ['config', READS],
  ['cli', [...READS, 'accessSync', 'constants', 'mkdirSync', 'writeFileSync']],
  ['library', READS],
  ['action', [...READS, 'appendFileSync']],
])

interface Import {
  readonly from: string
  readonly to: string
  readonly names: readonly string[]
}

function modulesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(entry => join(entry.parentPath, entry.name).split(sep).join('/'))
    .sort()
}

/** Every import that is left once types are gone. */
function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8')
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\b)(?:([^;'"]*?)\s+from\s+)?'([^']+)'/gm)
  const written = [...statements].flatMap(([, clause = '*', to = '']) => {
    const names = clause
      .replace(/[{}]/g, ' ')
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== '' && !name.startsWith('type '))
    return names.length === 0 ? [] : [{ from: file, to, names }]
  })
  const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)].map(([, to = '']) => ({ from: file, to, names: ['*'] }))
  return [...written, ...dynamic]
}

/** The name of a module from `src/`, without its ending. */
function nameOf(file: string): string {
  return posix.relative('src', file).replace(/\.[jt]s$/, '')
}

function layerOf(name: string): number {
  const parts = name.split('/')
  for (let length = parts.length; length > 0; length--) {
    const found = LAYERS.findIndex(layer => layer.includes(parts.slice(0, length).join('/')))
    if (found !== -1) return found
  }
  return -1
}

const sources = modulesBelow('src')
const rules = modulesBelow('rules').filter(file => file !== 'rules/index.ts')
const imports = [...sources, ...rules].flatMap(importsOf)
const local = imports
  .filter(({ to }) => to.startsWith('.'))
  .map(({ from, to }) => ({ from: nameOf(from), to: nameOf(posix.join(posix.dirname(from), to)) }))

test('every module has its layer', () => {
  expect(sources.map(nameOf).filter(name => layerOf(name) === -1)).toEqual([])
})

test('no module uses one that comes after it', () => {
  const upward = local.filter(({ from, to }) => to !== REGISTRY && layerOf(from) < layerOf(to))
  expect(upward).toEqual([])
  expect(local.length).toBeGreaterThan(100)
})

test('only the pipeline, the command line and the library know which rules there are', () => {
  const users = local.filter(({ to }) => to === REGISTRY).map(({ from }) => from.split('/')[0])
  expect([...new Set(users)].sort()).toEqual(['audit', 'cli', 'library'])
})

test('files are read where they are found, and written by the command line alone', () => {
  const uses = imports.filter(({ to }) => to.replace('node:', '').startsWith('fs'))
  const strangers = uses.flatMap(({ from, names }) => {
    const allowed = FILE_SYSTEM.get(nameOf(from)) ?? FILE_SYSTEM.get(nameOf(from).split('/')[0] ?? '') ?? []
    return names.filter(name => !allowed.includes(name)).map(name => `${from}: ${name}`)
  })
  expect(uses.length).toBeGreaterThan(0)
  expect(strangers).toEqual([])
})

test('nothing starts processes, opens connections, or asks for the time or for chance', () => {
  const harmless = ['node:buffer', 'node:crypto', 'node:fs', 'node:path', 'node:util', 'node:zlib']
  // Packages by their own names: nothing of the audited repository can be loaded through it.
  const libraries = new Map([
    ['src/deep/compiler-library.ts', ["('ts-morph')"]],
    ['src/parse/yaml-library.ts', ["('yaml')"]],
    ['src/parse/javascript/parser-library.ts', ["('@babel/parser')"]],
    [
      'src/parse/grammar-library.ts',
      [
        "('web-tree-sitter')",
        ".resolve('web-tree-sitter/web-tree-sitter.wasm')",
        ".resolve('tree-sitter-python/tree-sitter-python.wasm')",
        ".resolve('tree-sitter-go/tree-sitter-go.wasm')",
      ],
    ],
  ])
  for (const [path, loaded] of libraries) {
    const loads = readFileSync(path, 'utf8').match(/\bcreateRequire\([^)]*\)[^(]*\([^)]*\)/g)
    expect(loads).toEqual(loaded.map(one => `createRequire(import.meta.url)${one}`))
  }
  const strangers = imports.filter(
    ({ from, to, names }) =>
      to.startsWith('node:') &&
      !harmless.includes(to) &&
      names.some(name => name !== 'isIP') &&
      !(libraries.has(from) && to === 'node:module') &&
      // V8 is told to optimise later, by programs of our own.
      !(from === 'src/cli/tier-up.ts' && to === 'node:v8' && names.join() === 'setFlagsFromString'),
  )
  const teller = [...imports].filter(({ to }) => to.endsWith('/tier-up.js')).map(({ from }) => from)
  expect(teller).toEqual(['src/action.ts', 'src/cli.ts'])
  expect(strangers).toEqual([])
  const restless = [...sources, ...rules].filter(file =>
    /\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)|\bfetch\(|\beval\(/.test(codeOf(file)),
  )
  expect(restless).toEqual([])
})

test('only the outermost edge touches the process', () => {
  const users = [...sources, ...rules].filter(file =>
    /(?<![\w.])process\.(?:env|argv|cwd|exit|stdout|stderr|stdin|platform|on)\b/.test(codeOf(file)),
  )
  expect(users).toEqual(['src/action.ts', 'src/cli.ts'])
})

/** The code of a module without its comments and texts. */
function codeOf(file: string): string {
  return readFileSync(file, 'utf8').replace(
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\.|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*(?=[\s,;.)\]])/g,
    '""',
  )
}
