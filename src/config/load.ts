import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Rule } from '../rule.js'
import { type Config, NO_CONFIG } from './config.js'
import { findConfig, readConfigText } from './find.js'
import { parseConfig } from './parse.js'
import { rebase } from './rebase.js'

/** Something wrong in a configuration file; line and column count from 1 and are absent when it is the whole file. */
export interface ConfigProblem {
  /** Absolute path of the file. */
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** One sentence without a full stop. */
  readonly message: string
}

/** Either a configuration, or everything that is wrong with it. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly problems: readonly ConfigProblem[] }

/** What there is to know of the rules for reading a configuration. */
export type RuleNames = readonly Pick<Rule, 'id' | 'category' | 'aliases'>[]

/**
 * Reads the configuration for an audit of `root` (absolute): the file `explicit` (absolute), or else the nearest one from
 * `root` up to the git root, or else none. Never throws.
 */
export function loadConfig(root: string, explicit: string | undefined, rules: RuleNames): ConfigResult {
  const found = explicit === undefined ? findConfig(root) : [explicit]
  const [file, second] = found
  if (file === undefined) return { ok: true, config: NO_CONFIG }
  if (second !== undefined) {
    return failed(file, `there is a second configuration beside it, ${basename(second)}; keep one of them`)
  }
  const text = readConfigText(file)
  if (typeof text !== 'string') return failed(file, `the configuration cannot be read: ${text.because}`)
  const path = relative(root, file).split(sep).join('/')
  const prefix = relative(dirname(file), root).split(sep).join('/')
  const isAbove = !prefix.startsWith('..')
  const base = isAbove ? dirname(file) : root
  const result = parseConfig({ path, text }, rules, named => existsSync(join(base, named)))
  if (!result.ok) return { ok: false, problems: result.problems.map(problem => ({ ...problem, file })) }
  return { ok: true, config: isAbove && prefix !== '' ? rebase(result.config, prefix) : result.config }
}

function failed(file: string, message: string): ConfigResult {
  return { ok: false, problems: [{ file, message }] }
}
