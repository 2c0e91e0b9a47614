import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { BASELINE_FILE, type Baseline, type BaselineEntry, parseBaseline, renderBaseline } from '../baseline.js'
import type { Config } from '../config/config.js'
import { plain } from '../report/plain.js'
import { UsageError } from '../usage.js'
import type { Arguments } from './arguments.js'
import { reasonOf } from './outputs.js'

/** Fingerprints of two hundred thousand findings. */
const LARGEST = 16 * 1024 * 1024

/** Where the baseline of an audit is, absolute, and whether somebody named the file. */
export interface BaselinePlace {
  readonly file: string
  readonly named: boolean
}

/** The file that the command line names, or the configuration, or the one of the audited folder. */
export function baselinePlace(given: Arguments, config: Config, root: string, cwd: string): BaselinePlace {
  const flag = given.values.get('baseline')?.[0]
  if (flag !== undefined) return { file: resolve(cwd, flag), named: true }
  if (config.baseline === undefined) return { file: join(root, BASELINE_FILE), named: false }
  return { file: resolve(root, dirname(config.path ?? '.'), config.baseline), named: true }
}

/** Reads the baseline; undefined without one. Throws a UsageError when it is named and missing, or damaged. */
export function readBaseline(given: Arguments, config: Config, root: string, cwd: string): Baseline | undefined {
  if (given.on.has('no-baseline')) return undefined
  const { file, named } = baselinePlace(given, config, root, cwd)
  const path = shown(file, cwd)
  if (!existsSync(file)) {
    if (!named) return undefined
    throw new UsageError(`there is no baseline ${path}; "erp-audit baseline" writes one`)
  }
  const entries = parseBaseline(textOf(file, path))
  if (typeof entries === 'string') throw new UsageError(`${path} cannot be used as a baseline: ${plain(entries)}`)
  return { path, entries }
}

function textOf(file: string, path: string): string {
  try {
    const status = statSync(file)
    if (!status.isFile()) throw new UsageError(`${path} cannot be used as a baseline: it is no file`)
    if (status.size > LARGEST) throw new UsageError(`${path} cannot be used as a baseline: it is larger than 16 MiB`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`the baseline ${path} cannot be read: ${reasonOf(error)}`)
  }
}

/** Writes a baseline. Throws a UsageError when that fails. */
export function writeBaseline(file: string, entries: readonly BaselineEntry[], cwd: string): void {
  try {
    writeFileSync(file, renderBaseline(entries))
  } catch (error) {
    throw new UsageError(`cannot write the baseline ${shown(file, cwd)}: ${reasonOf(error)}`)
  }
}

/** A file as people read it: from the working directory where it is below that. */
export function shown(file: string, cwd: string): string {
  const path = relative(cwd, file)
  return plain(path !== '' && path.length < file.length ? path : file)
}

/** What to say of entries that nothing was found for. */
export function staleSentence(count: number): string {
  const what = count === 1 ? '1 finding of the baseline is' : `${count} findings of the baseline are`
  return `${what} there no more; "erp-audit baseline --prune" drops what is fixed`
}
