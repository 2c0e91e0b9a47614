import { spawnSync } from 'node:child_process'

/** What came of one script. */
export interface Outcome {
  readonly status: number
  readonly output: string
}

/** A shell, by its path, and the options before `-c`. */
export interface Shell {
  readonly path: '/bin/bash' | '/bin/sh'
  readonly options: readonly string[]
}

/**
 * Reads scripts that end in a NUL byte, runs each in a shell of its own, and prints the status and what it wrote, each with a
 * NUL byte behind it. Two seconds of processor time for each, no input, nothing on the path.
 */
const DRIVER = `
shell=$1
shift
while IFS= read -r -d '' script; do
  output=$(ulimit -t 2; exec "$shell" "$@" -c "$script" </dev/null 2>/dev/null)
  printf '%d\\n%s\\0' "$?" "$output"
done
`

/** Runs scripts that do no harm, each in a process of its own. Throws when the shell is missing or does not run all. */
export function runScripts({ path, options }: Shell, scripts: readonly string[]): readonly Outcome[] {
  const result = spawnSync('/bin/bash', ['--noprofile', '--norc', '-c', DRIVER, 'driver', path, ...options], {
    input: scripts.map(script => `${script}\0`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 120_000,
    env: { PATH: '/nonexistent' },
    cwd: '/',
  })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(`bash failed: ${result.stderr.slice(0, 2000)}`)
  const outcomes = result.stdout.split('\0').slice(0, -1).map(readOutcome)
  if (outcomes.length !== scripts.length) throw new Error(`${outcomes.length} of ${scripts.length} scripts were run`)
  return outcomes
}

function readOutcome(text: string): Outcome {
  const end = text.indexOf('\n')
  return { status: Number(text.slice(0, end)), output: text.slice(end + 1) }
}
