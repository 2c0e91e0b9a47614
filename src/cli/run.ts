import { TOOL } from '../tool.js'
import { UsageError } from '../usage.js'
import { type Arguments, parseArguments } from './arguments.js'
import type { Audit } from './audit-command.js'
import type { Environment, Terminal } from './color.js'
import { helpText } from './help.js'

/** Where text goes. */
export interface Stream extends Terminal {
  write(text: string): unknown
}

/** The world outside: all that the command line reads and writes beside files. */
export interface World {
  /** Without the program and the script. */
  readonly argv: readonly string[]
  readonly env: Environment
  readonly cwd: string
  readonly stdout: Stream
  readonly stderr: Stream
  /** Standard input to its end; absent where there is none. */
  readonly stdin?: () => Promise<string>
  /** Asks somebody who sits at the terminal, and gives the line that they type; absent where nobody does. */
  readonly ask?: ((question: string) => Promise<string>) | undefined
}

/** 0 the gate passed · 1 it failed · 2 usage, configuration or a mistake of ours · 3 nothing to audit. 2 outranks 1. */
export type ExitCode = 0 | 1 | 2 | 3

/** Runs the command line and says how to exit. Never throws, never exits. `audit` is loaded once it is needed. */
export async function run(world: World, audit: () => Promise<Audit> = loadAudit): Promise<ExitCode> {
  let verbose = false
  try {
    const given = parseArguments(world.argv, world.env)
    verbose = given.on.has('verbose')
    return await dispatch(given, world, audit)
  } catch (error) {
    if (error instanceof UsageError) world.stderr.write(`erp-audit: ${error.message}\n`)
    else reportCrash(error, world.stderr, verbose)
    return 2
  }
}

async function dispatch(given: Arguments, world: World, audit: () => Promise<Audit>): Promise<ExitCode> {
  if (given.on.has('help')) return print(world, helpText(TOOL.homepage))
  if (given.on.has('version')) return print(world, `${TOOL.name} ${TOOL.version}\n`)
  if (given.command === 'completion') return (await import('./completion-command.js')).runCompletion(given, world)
  if (given.command === 'init') return (await import('./init-command.js')).runInit(given, world, audit)
  // Loaded by need, so that the help does not wait for the rules.
  const { runAudit, runBaseline, runExplain, runRules } = await import('./commands.js')
  if (given.command === 'audit') return runAudit(given, world, audit)
  if (given.command === 'baseline') return runBaseline(given, world, audit)
  return given.command === 'rules' ? runRules(given, world) : runExplain(given, world)
}

function print(world: World, text: string): ExitCode {
  world.stdout.write(text)
  return 0
}

/** The audit, which is loaded with the rules once a command needs it. */
export async function loadAudit(): Promise<Audit> {
  return (await import('./commands.js')).audit
}

function reportCrash(error: unknown, stderr: Stream, verbose: boolean): void {
  const message = error instanceof Error ? error.message : String(error)
  stderr.write(`erp-audit: ${message.split('\n', 1)[0]}; this is a bug, please report it: ${TOOL.bugs}\n`)
  if (verbose && error instanceof Error && error.stack) stderr.write(`${error.stack}\n`)
}
