import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildOracle } from '../compose-cases/oracle.js'

/** One text in one of the languages that `parsers-go` knows. */
export interface Question {
  readonly kind: 'bytes' | 'command' | 'dockerfile' | 'dotenv' | 'duration' | 'image'
  readonly text: string
  /** Build arguments of a Dockerfile. */
  readonly arguments?: Readonly<Record<string, string>>
}

/** What the library made of a text: a value, or why it refused it. */
export type Reply<T> =
  | { readonly value: T; readonly error?: never }
  | { readonly error: string; readonly value?: never }

/** Asks all questions in one process; throws when Go is missing, the oracle does not build, or a library panics. */
export function ask<T>(questions: readonly Question[]): readonly Reply<T>[] {
  const directory = mkdtempSync(join(tmpdir(), 'parsers-oracle-'))
  try {
    const binary = join(directory, 'parsers-go')
    buildOracle(fileURLToPath(new URL('../parsers-go', import.meta.url)), binary)
    const result = spawnSync(binary, [], {
      input: JSON.stringify(questions),
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {},
    })
    if (result.error) throw result.error
    if (result.status !== 0) throw new Error(`the oracle failed: ${result.stderr.slice(0, 2000)}`)
    const lines = result.stdout.split('\n').filter(line => line !== '')
    const replies = lines.map(line => JSON.parse(line) as Reply<T>)
    if (replies.length !== questions.length) throw new Error('the oracle did not answer every question')
    const panic = replies.findIndex(({ error }) => error?.startsWith('panic: '))
    if (panic !== -1) throw new Error(`${replies[panic]?.error} for ${JSON.stringify(questions[panic]?.text)}`)
    return replies
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}
