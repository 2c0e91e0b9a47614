import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { composeFile, composeFileOfSize, type Files, repository, writeFiles } from './inputs.js'
import { inTurn, least, median, peakOf, runNode } from './measure.js'

/**
 * Measures whole processes of the bundle against `node -e 0` in the same run. `--check` ends with 1 when a target is missed.
 * Targets are ratios of the least times, which a busy machine disturbs least; medians are printed beside them.
 */
const root = join(import.meta.dirname, '..')
const check = process.argv.includes('--check')
const RUNS = 15

interface Row {
  readonly name: string
  readonly value: string
  readonly target: string
  readonly met: boolean
}

function main(): void {
  const work = mkdtempSync(join(tmpdir(), 'erp-audit-bench-'))
  try {
    const cli = join(work, 'dist', 'cli.js')
    execFileSync(process.execPath, ['--import', 'tsx', join(root, 'scripts/bundle.ts'), '--out', join(work, 'dist')], {
      cwd: root,
      stdio: 'inherit',
    })
    const rows = [
      shortRun(cli, tree(work, 'forty', new Map([['docker-compose.yml', composeFile(40)]]))),
      ...largeYaml(work),
      largeTree(cli, tree(work, 'large', repository(2_000))),
    ]
    for (const { name, value, target, met } of rows)
      console.log(`${met ? '✓' : '✗'} ${name.padEnd(34)} ${value.padEnd(44)} target ${target}`)
    if (check && rows.some(row => !row.met)) process.exitCode = 1
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

function tree(work: string, name: string, files: Files): string {
  const directory = join(work, name)
  writeFiles(directory, files)
  return directory
}

function shortRun(cli: string, directory: string): Row {
  const { one, other } = inTurn(['-e', '0'], [cli, directory], RUNS)
  const ratio = least(other) / least(one)
  const value = `${ratio.toFixed(1)} × node -e 0 (medians ${(median(other) / median(one)).toFixed(1)} ×)`
  return { name: 'Compose file of 40 services, cold', value, target: 'at most 8 ×', met: ratio <= 8 }
}

/** 5 MB lie above the size of a file that an audit reads, so the loader is measured alone. */
function largeYaml(work: string): readonly Row[] {
  const directory = tree(work, 'yaml', new Map([['docker-compose.yml', composeFileOfSize(5_000_000)]]))
  const argv = ['--import', 'tsx', join(root, 'bench/load-yaml.ts'), join(directory, 'docker-compose.yml')]
  const empty = runNode(['--import', 'tsx', '-e', '0']).wall
  const seconds = (least([runNode(argv).wall, runNode(argv).wall]) - empty) / 1000
  const peak = peakOf(argv)
  return [
    { name: '5 MB of YAML, time', value: `${seconds.toFixed(2)} s`, target: 'under 3 s', met: seconds < 3 },
    { name: '5 MB of YAML, peak memory', value: `${peak.toFixed(0)} MiB`, target: 'under 600 MB', met: peak < 572 },
  ]
}

function largeTree(cli: string, directory: string): Row {
  const { one, other } = inTurn(['-e', '0'], [cli, directory], 5)
  const ratio = least(other) / least(one)
  return {
    name: 'repository of 2,000 files',
    value: `${ratio.toFixed(1)} × node -e 0`,
    target: 'at most 40 ×',
    met: ratio <= 40,
  }
}

main()
