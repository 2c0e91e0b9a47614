import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { composeFile, composeFileOfSize, repository, writeFiles } from './inputs.js'
import { manifests } from './manifests.js'
import { type Command, type Measured, measure, NOTHING } from './measure.js'
import { stage } from './staged.js'
import { typescript } from './typescript.js'

/** What the program may cost; see README.md beside this file. `--check` makes it the exit code. */
const { values: options } = parseArgs({
  options: { check: { type: 'boolean' }, runs: { type: 'string' }, tolerance: { type: 'string' } },
})
const root = resolve(import.meta.dirname, '..')

interface Case extends Command {
  /** Times `node -e 0`, milliseconds and MB; absent where nothing is promised. */
  readonly limits: {
    readonly ratio?: number
    readonly milliseconds?: number
    readonly megabytes?: number
    /** Times another command of the same run. */
    readonly times?: { readonly factor: number; readonly of: string }
  }
  readonly slow?: boolean
}

/** Everything is made anew below a temporary directory: the bundle, the inputs, and a program that only loads a file. */
async function prepare(scratch: string): Promise<readonly Case[]> {
  const at = (...path: readonly string[]) => join(scratch, ...path)
  const tsx = join(root, 'node_modules/.bin/tsx')
  execFileSync(process.execPath, [tsx, 'scripts/bundle.ts', '--out', at('dist')], { cwd: root, stdio: 'pipe' })
  await bundleLoader(at('load.mjs'))
  writeFiles(at('forty'), new Map([['compose.yaml', composeFile(40)]]))
  writeFiles(at('large'), new Map([['compose.yaml', composeFileOfSize(5_000_000)]]))
  const below = Array.from({ length: 5 }, (_, index): [string, string] => [
    `system${index}/compose.yaml`,
    composeFileOfSize(1_000_000).replaceAll('service-', `service-${index}-`),
  ])
  writeFiles(at('several'), new Map(below))
  writeFiles(at('repository'), repository(2_000))
  stage(at('staged'), new Map([['compose.yaml', composeFile(40)], ...NAMES.map(name => [name, '\n'] as const)]))
  stage(at('application'), typescript(150))
  writeFiles(at('manifests'), manifests(300))
  await bundleParser(at('parse.cjs'))
  writeFiles(at('typescript'), typescript(1_000))
  await bundleBabel(at('babel.cjs'))
  const cli = (directory: string) => [at('dist/cli.js'), at(directory), '--no-progress']
  return [
    { name: '--version', argv: [at('dist/cli.js'), '--version'], limits: {} },
    { name: '40 services', argv: cli('forty'), limits: { ratio: 8 } },
    { name: '40 services, 3 files staged', argv: [...cli('staged'), '--staged'], limits: { ratio: 8 } },
    { name: FROM_DISK, argv: cli('application'), limits: {} },
    {
      name: '150 files of TypeScript, 3 staged',
      argv: [...cli('application'), '--staged'],
      limits: { times: { factor: 1.15, of: FROM_DISK } },
    },
    { name: READ_IN_REPOSITORY, argv: [at('babel.cjs'), at('repository')], limits: {} },
    {
      name: 'a repository of 2,000 files, audited',
      argv: cli('repository'),
      limits: { times: { factor: 2.5, of: READ_IN_REPOSITORY }, megabytes: 200 },
    },
    { name: PARSED, argv: [at('parse.cjs'), at('manifests')], limits: {} },
    { name: '300 manifests, audited', argv: cli('manifests'), limits: { times: { factor: 2, of: PARSED } } },
    { name: READ, argv: [at('babel.cjs'), at('typescript')], limits: {} },
    {
      name: '1,000 files of TypeScript, audited',
      argv: cli('typescript'),
      limits: { times: { factor: 2.5, of: READ }, megabytes: 200 },
    },
    {
      name: 'a compose file of 5 MB, loaded',
      argv: [at('load.mjs'), at('large/compose.yaml')],
      limits: { milliseconds: 3_000, megabytes: 600 },
      slow: true,
    },
    {
      name: '5 MB of compose files, audited',
      argv: cli('several'),
      limits: { milliseconds: 15_000, megabytes: 1_500 },
      slow: true,
    },
  ]
}

/** Two files beside the Compose file that are staged with it. */
const NAMES = ['.gitignore', '.env.example']
const FROM_DISK = '150 files of TypeScript, audited'
const PARSED = '300 manifests, parsed as YAML'
const READ = '1,000 files of TypeScript, parsed'
const READ_IN_REPOSITORY = 'the code of 2,000 files, parsed'

/** What it takes to read the same files and to parse them with the YAML library, and nothing else. */
async function bundleParser(outfile: string): Promise<void> {
  const contents = `
    import { readdirSync, readFileSync } from 'node:fs'
    import { join } from 'node:path'
    import { parseAllDocuments } from 'yaml'
    let documents = 0
    for (const path of readdirSync(process.argv[2], { recursive: true })) {
      if (!path.endsWith('.yaml')) continue
      for (const document of parseAllDocuments(readFileSync(join(process.argv[2], path), 'utf8'))) if (document.toJS()) documents++
    }
    if (documents < 500) throw new Error('only ' + documents + ' documents')
  `
  await bundle(contents, outfile, 'cjs')
}

/** What it takes to read the same files and to parse them with Babel, and nothing else. */
async function bundleBabel(outfile: string): Promise<void> {
  const contents = `
    import { readdirSync, readFileSync } from 'node:fs'
    import { join } from 'node:path'
    import { parse } from '@babel/parser'
    let files = 0
    for (const path of readdirSync(process.argv[2], { recursive: true })) {
      if (!path.endsWith('.ts')) continue
      parse(readFileSync(join(process.argv[2], path), 'utf8'), { sourceType: 'module', plugins: ['typescript', 'decorators-legacy'] })
      files++
    }
    if (files < 1000) throw new Error('only ' + files + ' files')
  `
  await bundle(contents, outfile, 'cjs')
}

/** The command line does not read files above 1 MiB, so the loader alone gets the large one. */
async function bundleLoader(outfile: string): Promise<void> {
  const contents = `
    import { readFileSync } from 'node:fs'
    import { loadComposeProject } from './src/parse/compose/project.js'
    const source = { path: 'compose.yaml', text: readFileSync(process.argv[2], 'utf8') }
    const read = path => (path === source.path ? source : undefined)
    const project = loadComposeProject({ files: [source.path], environment: new Map(), unset: 'unknown', profiles: [], read })
    if (project.services.size < 9000) throw new Error('only ' + project.services.size + ' services')
  `
  await bundle(contents, outfile)
}

async function bundle(contents: string, outfile: string, format: 'esm' | 'cjs' = 'esm'): Promise<void> {
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    format,
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
  })
}

function isWithin({ limits }: Case, measured: Measured, all: readonly Measured[], tolerance: number): boolean {
  const other = all.find(one => one.name === limits.times?.of)
  if (other && measured.best > other.best * (limits.times?.factor ?? 1) * tolerance) return false
  const { ratio = Number.POSITIVE_INFINITY, milliseconds = ratio, megabytes = Number.POSITIVE_INFINITY } = limits
  const time = limits.milliseconds === undefined || measured.best <= milliseconds * tolerance
  return time && measured.bestRatio <= ratio * tolerance && measured.megabytes <= megabytes * tolerance
}

function limitText({ ratio, milliseconds, megabytes, times }: Case['limits']): string {
  const parts = [
    times === undefined ? [] : [`${times.factor} x ${times.of === FROM_DISK ? 'auditing' : 'parsing'}`],
    ratio === undefined ? [] : [`${ratio} x`],
    milliseconds === undefined ? [] : [`${milliseconds} ms`],
    megabytes === undefined ? [] : [`${megabytes} MB`],
  ]
  return parts.flat().join(', ')
}

function printRow(cells: readonly string[]): void {
  const widths = [36, 9, 9, 8, 8, 8, 9]
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(36) : cell.padStart(widths[index] ?? 0))).join(' '))
}

async function main(): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'erp-audit-bench-'))
  const runs = Number(options.runs ?? 15)
  const tolerance = Number(options.tolerance ?? 1.25)
  try {
    const cases = await prepare(scratch)
    const quick = measure([NOTHING, ...cases.filter(one => !one.slow)], runs, scratch)
    const slow = measure([NOTHING, ...cases.filter(one => one.slow)], Math.ceil(runs / 5), scratch)
    printRow(['', 'best ms', 'median ms', 'best x', 'median x', 'CPU x', 'peak MB', '  limit'])
    for (const measured of [...quick, ...slow.slice(1)]) {
      const found = cases.find(one => one.name === measured.name)
      const { best, median, bestRatio, medianRatio, processorRatio, megabytes } = measured
      const fine = !found || isWithin(found, measured, quick, tolerance)
      const numbers = [best, median, bestRatio, medianRatio, processorRatio, megabytes].map(number => number.toFixed(1))
      printRow([measured.name, ...numbers, `  ${limitText(found?.limits ?? {})}${fine ? '' : '  EXCEEDED'}`])
      if (!fine && options.check) process.exitCode = 1
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

await main()
