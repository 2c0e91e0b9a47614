import { realpathSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { BASELINE_FILE } from '../baseline.js'
import { CONFIG_NAMES } from '../config/find.js'
import { FORMATS, type ReportFormat } from '../report/formats.js'
import { didYouMean } from '../suggest.js'
import { UsageError } from '../usage.js'

/** A report to make, and where it goes: a file (absolute), or standard output. */
export interface Output {
  readonly format: ReportFormat
  readonly file?: string
}

/** Reads `-f` and `-o`. Throws a UsageError when two reports go to one place, or to one that cannot be written. */
export function outputsOf(formats: readonly string[], output: string | undefined, cwd: string): readonly Output[] {
  const outputs = formats.map(text => outputOf(text, cwd))
  const loose = outputs.filter(({ file }) => file === undefined)
  if (loose.length > 1) {
    throw new UsageError(
      `only one report can go to one place; write the others to files: -f ${loose[1]?.format}=<file>`,
    )
  }
  if (output !== undefined && loose.length === 0)
    throw new UsageError('every format already has its file; -o has nothing to write')
  const placed = outputs.map(one =>
    one.file === undefined && output !== undefined ? { ...one, file: resolve(cwd, output) } : one,
  )
  const files = placed.flatMap(({ file }) => file ?? [])
  for (const file of files) checkWritable(file, cwd)
  const twice = files.find((file, index) => files.indexOf(file) !== index)
  if (twice !== undefined) throw new UsageError(`two reports cannot go to one file: ${shown(twice, cwd)}`)
  return placed
}

function outputOf(text: string, cwd: string): Output {
  const [, name = text, file] = /^([^=]*)=(.*)$/s.exec(text) ?? []
  const format = FORMATS.find(known => known === name)
  if (!format)
    throw new UsageError(`unknown format "${name}"${didYouMean(name, FORMATS) || `; there are ${FORMATS.join(', ')}`}`)
  if (file === '') throw new UsageError(`-f ${name}= needs a file name behind the =`)
  return file === undefined ? { format } : { format, file: resolve(cwd, file) }
}

function checkWritable(file: string, cwd: string): void {
  const name = basename(file)
  const taken = CONFIG_NAMES.includes(name) ? 'configuration' : name === BASELINE_FILE ? 'baseline' : undefined
  if (taken) {
    throw new UsageError(`a report called ${name} would be taken for the ${taken}; give it another name`)
  }
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: ${shown(file, cwd)} is a directory`)
  }
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`cannot write the report: there is no directory ${shown(dirname(file), cwd)}`)
  }
}

/** Throws a UsageError when a report would be written over a file that was audited (`audited`: paths from `root`). */
export function checkNotAudited(outputs: readonly Output[], root: string, audited: Iterable<string>): void {
  const files = new Set(audited)
  for (const { file } of outputs) {
    if (file === undefined) continue
    const path = relative(realpathSync(root), real(file)).split(sep).join('/')
    if (files.has(path)) throw new UsageError(`${path} is one of the audited files; write the report somewhere else`)
  }
}

function real(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return resolve(realpathSync(dirname(file)), file.slice(dirname(file).length + 1))
  }
}

/** Writes a report into its file. Throws a UsageError when that fails. */
export function writeReport(file: string, text: string, cwd: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(`cannot write the report to ${shown(file, cwd)}: ${reasonOf(error)}`)
  }
}

/** What the system says of a failed access, without its code and path. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replace(/^[A-Z0-9_]+: /, '').replace(/, \w+( '.*)?$/s, '')
}

function shown(file: string, cwd: string): string {
  const path = relative(cwd, file)
  return path === '' ? '.' : path.length < file.length ? path : file
}
