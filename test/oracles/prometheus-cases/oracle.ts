import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildOracle } from '../compose-cases/oracle.js'

/** One text in one of the languages that `prometheus-go` knows. */
export interface Question {
  readonly kind: 'alertmanager' | 'prometheus' | 'promql' | 'rules'
  readonly text: string
}

/** Why each text is refused; undefined for one that is taken. Throws when Go is missing, or the program does not build. */
export function askPrometheus(questions: readonly Question[]): readonly (string | undefined)[] {
  const directory = mkdtempSync(join(tmpdir(), 'prometheus-oracle-'))
  try {
    const binary = join(directory, 'prometheus-go')
    buildOracle(fileURLToPath(new URL('../prometheus-go', import.meta.url)), binary)
    const result = spawnSync(binary, [], {
      input: JSON.stringify(questions),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {},
    })
    if (result.error) throw result.error
    if (result.status !== 0) throw new Error(`the oracle failed: ${result.stderr.slice(0, 2000)}`)
    const answers = result.stdout.split('\n').filter(line => line !== '')
    if (answers.length !== questions.length) throw new Error('the oracle did not answer every question')
    return answers.map(line => (JSON.parse(line) as { readonly error?: string }).error)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** A text written by hand, and what is known of it. */
export interface Case {
  readonly name: string
  readonly text: string
  readonly refused: boolean
}

/** The expressions of `promql.cases`. */
export function readExpressions(): readonly Case[] {
  return read('promql.cases')
    .split('\n')
    .filter(line => /^[-+] /.test(line))
    .map(line => ({ name: line.slice(2), text: line.slice(2), refused: line.startsWith('-') }))
}

function read(file: string): string {
  return readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8')
}

/** The texts of a file: each stands behind `=== name`, and behind `=!= name` when it is refused. */
export function readCases(file: string): readonly Case[] {
  return read(file)
    .split(/^(?==[=!]= )/m)
    .map(block => {
      const end = block.indexOf('\n')
      return { name: block.slice(4, end), text: block.slice(end + 1), refused: block.startsWith('=!=') }
    })
}
