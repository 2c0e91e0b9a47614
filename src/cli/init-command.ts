import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { findConfig } from '../config/find.js'
import { findRepository, realPath } from '../discover/git.js'
import { plain } from '../report/plain.js'
import type { AuditResult } from '../result.js'
import { TOOL } from '../tool.js'
import { UsageError } from '../usage.js'
import type { Arguments } from './arguments.js'
import { type Audit, startProgress } from './audit-command.js'
import { readBaseline } from './baseline-file.js'
import { configText } from './init/config-file.js'
import { hookPiece } from './init/hook.js'
import type { Piece, Repository } from './init/piece.js'
import { jobPiece, workflowPiece } from './init/workflow.js'
import { reasonOf } from './outputs.js'
import type { ExitCode, World } from './run.js'
import { directoryOf, optionsOf, readConfig } from './settings.js'

const LARGEST = 1024 * 1024

/**
 * `erp-audit init [path] [--yes]`: looks at a repository and writes what it takes to use erp-audit there. Asks first; where
 * nobody can be asked it shows what it would write, and `--yes` writes. What is there is never replaced.
 */
export async function runInit(given: Arguments, world: World, load: () => Promise<Audit>): Promise<ExitCode> {
  const root = realpathSync(directoryOf(given.operand ?? '.', world.cwd))
  const config = readConfig(given, root, world.cwd)
  const audit = await load()
  const progress = startProgress(given, world)
  const options = optionsOf(given, config, world.env, readBaseline(given, config, root, world.cwd))
  const result = await audit(root, { ...options, onStage: progress.stage })
  progress.end()
  const git = findRepository(root)
  const pieces = piecesOf(root, result, git)
  const toWrite = pieces.filter(piece => piece.kind === 'new' || piece.kind === 'longer')
  const say = (text: string) => world.stdout.write(`${text}\n`)
  const call = calledAs(world)
  say(`${overview(pieces)}\n`)
  if (toWrite.length === 0) say('Nothing to write.')
  else if (given.own.has('yes') || (await agreed(world, toWrite.length))) {
    for (const piece of toWrite) write(root, piece)
    say(`Written: ${toWrite.map(({ path }) => path).join(', ')}.`)
  } else if (world.ask) say('Nothing is written.')
  else say(`${contents(toWrite)}\nNothing is written. "${call} init --yes" writes it.`)
  for (const piece of pieces) if (piece.kind === 'by hand') say(`\nAdd to ${piece.path}:\n\n${indented(piece.added)}`)
  if (isBelow(git)) say(`\nWorkflow and hook belong to the top of the repository: "${call} init" there writes them.`)
  say(`\n${next(result, call)}`)
  return 0
}

/** What there is to set up. Pipelines and hooks belong to the top of the work tree; below it there is only a configuration. */
function piecesOf(root: string, result: AuditResult, git: Git): readonly Piece[] {
  const repository = repositoryAt(root, git?.config ?? '')
  const wide = isBelow(git) ? [] : [workflowPiece(repository), jobPiece(repository), hookPiece(repository)]
  return [configPiece(root, result), ...wide.flatMap(piece => piece ?? [])]
}

type Git = ReturnType<typeof findRepository>

function isBelow(git: Git): boolean {
  return git !== undefined && git.prefix !== ''
}

function configPiece(root: string, { deployments }: AuditResult): Piece {
  const what = 'the configuration'
  const [existing] = findConfig(root)
  if (existing !== undefined) return { kind: 'there', path: plain(relative(root, existing)), what }
  return { kind: 'new', path: 'erp-audit.yml', what, text: configText(deployments) }
}

function repositoryAt(root: string, gitConfig: string): Repository {
  return {
    gitConfig,
    read: path => {
      const file = join(root, path)
      const stat = realPath(file) === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
      return stat?.isFile() && stat.size <= LARGEST ? readFileSync(file, 'utf8') : undefined
    },
    list: path => {
      const directory = join(root, path)
      return statSync(directory, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(directory).sort() : []
    },
  }
}

const VERBS = { new: 'new', longer: 'gets longer', 'by hand': 'by hand', there: 'is there' } as const

function overview(pieces: readonly Piece[]): string {
  const width = Math.max(...pieces.map(({ path }) => path.length))
  return pieces.map(({ kind, path, what }) => `${path.padEnd(width)}  ${VERBS[kind].padEnd(11)}  ${what}`).join('\n')
}

async function agreed(world: World, count: number): Promise<boolean> {
  const answer = await world.ask?.(`Write ${count === 1 ? 'it' : `these ${count}`}? [Y/n] `)
  return answer !== undefined && /^(?:y(?:es)?)?$/i.test(answer.trim())
}

function contents(pieces: readonly (Piece & { readonly text: string })[]): string {
  return pieces
    .map(piece => `${piece.path}:\n\n${indented(piece.kind === 'longer' ? piece.added : piece.text.trimEnd())}\n`)
    .join('\n')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ')
}

/** Writes one file. A new one is only made where there is none, links that lead nowhere included. */
function write(root: string, { kind, path, text }: Piece & { readonly text: string }): void {
  const file = join(root, path)
  try {
    mkdirSync(dirname(file), { recursive: true })
    const isScript = path.startsWith('.husky/')
    if (kind === 'new') writeFileSync(file, text, { flag: 'wx', ...(isScript && { mode: 0o755 }) })
    else writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(`cannot write ${path}: ${reasonOf(error)}`)
  }
}

/** What somebody types to call this program: with npx it is on no path (https://docs.npmjs.com/cli/v11/commands/npm-exec). */
function calledAs({ env }: World): string {
  return env.npm_command === 'exec' ? `npx ${TOOL.name}` : TOOL.name
}

/** What to type next. */
function next({ findings, score }: AuditResult, call: string): string {
  if (!score) return `Next: ${call} says what it found, and why there is nothing to audit.`
  const open = findings.filter(({ suppressed, baselineState }) => !suppressed && baselineState !== 'unchanged').length
  if (open === 0) return `Next: ${call}. Nothing is open.`
  const found = open === 1 ? '1 finding is' : `${open} findings are`
  return `Next: ${call}. ${found} open; "${call} baseline" makes them known, so that only what comes fails the gate.`
}
