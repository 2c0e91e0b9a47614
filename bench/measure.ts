import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A command for `node`, run as a whole process. */
export interface Command {
  readonly name: string
  readonly argv: readonly string[]
}

/** What one command took over all its runs. */
export interface Measured {
  readonly name: string
  /** Wall-clock milliseconds. */
  readonly best: number
  readonly median: number
  /** Against the first command, best to best and median to median. */
  readonly bestRatio: number
  readonly medianRatio: number
  /** The largest resident size of any run, in MB. */
  readonly megabytes: number
}

/** `node` without a program: what everything is compared with. */
export const NOTHING: Command = { name: 'node -e 0', argv: ['-e', '0'] }

/**
 * The environment of every run. Node 20 reads NODE_EXTRA_CA_CERTS at every start, which takes longer than starting;
 * NODE_OPTIONS would load what a test runner has put there.
 */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, NODE_COMPILE_CACHE: ___, ...rest } = process.env
  return { ...rest, ...more }
}

/** Runs the commands in turn, `runs` times each, so that what else the machine does falls on all of them. */
export function measure(commands: readonly Command[], runs: number, scratch: string): readonly Measured[] {
  const times = new Map<Command, number[]>(commands.map(command => [command, []]))
  for (let run = 0; run < runs; run++) for (const [command, taken] of times) taken.push(timeOf(command))
  const all = commands.map(command => ({ command, taken: (times.get(command) ?? []).toSorted((a, b) => a - b) }))
  const base = all[0]?.taken ?? []
  return all.map(({ command, taken }) => ({
    name: command.name,
    best: taken[0] ?? 0,
    median: middle(taken),
    bestRatio: (taken[0] ?? 0) / (base[0] ?? 1),
    medianRatio: middle(taken) / middle(base),
    megabytes: memoryOf(command, scratch),
  }))
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function timeOf({ name, argv }: Command): number {
  const started = process.hrtime.bigint()
  const { status, stderr } = spawnSync(process.execPath, argv, {
    env: environment({}),
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  })
  const taken = Number(process.hrtime.bigint() - started) / 1e6
  // 1 is the gate that failed, 3 that there is nothing to audit: the audit has run.
  if (status !== 0 && status !== 1 && status !== 3) throw new Error(`${name} ended with ${status}: ${stderr}`)
  return taken
}

const REPORT_MEMORY = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS)))",
)}`

/** A run of its own, which is not timed. */
function memoryOf({ argv }: Command, scratch: string): number {
  const file = join(scratch, 'memory.txt')
  spawnSync(process.execPath, ['--import', REPORT_MEMORY, ...argv], {
    env: environment({ BENCH_MEMORY: file }),
    stdio: 'ignore',
  })
  return Number(readFileSync(file, 'utf8')) / 1024
}
