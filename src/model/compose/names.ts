import { fileName } from '../../paths.js'
import { DEVELOPMENT, PLAINLY_PRODUCTION, PREPRODUCTION, PRODUCTION, wordsOf } from '../purpose.js'

/** What the name of a compose file says it is for. `part`: nothing. */
export type Variant = 'base' | 'override' | 'production' | 'preproduction' | 'development' | 'part'

/** The files that `docker compose` looks for, the first one found wins (https://docs.docker.com/compose/intro/compose-application-model/). */
const BASE_NAMES = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml']
const OVERRIDE_NAMES = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
]

/** Words that say nothing about the purpose of a compose file. */
const FILLERS = new Set(['docker', 'compose', 'yml', 'yaml'])
const COMMON = new Set(['base', 'common', 'core', 'main', 'shared', 'default'])

/** Whether `docker compose up` loads a file of this name by itself. */
export function isBase(path: string): boolean {
  return BASE_NAMES.includes(fileName(path))
}

/** The file of a folder that `docker compose` takes when none is named. */
export function baseOf(paths: readonly string[]): string | undefined {
  return firstNamed(paths, BASE_NAMES)
}

/** The override that `docker compose` adds to the base. */
export function overrideOf(paths: readonly string[]): string | undefined {
  return firstNamed(paths, OVERRIDE_NAMES)
}

function firstNamed(paths: readonly string[], names: readonly string[]): string | undefined {
  for (const name of names) {
    const path = paths.find(one => fileName(one) === name)
    if (path !== undefined) return path
  }
  return undefined
}

/** A file that others build on without being the one that is loaded by itself: `docker-compose.base.yml`. */
export function isCommon(path: string): boolean {
  const words = tellingWords(path)
  return words.length > 0 && words.every(word => COMMON.has(word))
}

function tellingWords(path: string): readonly string[] {
  return wordsOf(fileName(path)).filter(word => !FILLERS.has(word))
}

/** What the name of the file says, its folders left aside. */
export function variantOf(path: string): Variant {
  const name = fileName(path)
  if (BASE_NAMES.includes(name)) return 'base'
  if (OVERRIDE_NAMES.includes(name)) return 'override'
  const words = tellingWords(path)
  if (words.some(word => PRODUCTION.has(word)) && !words.some(word => isDevelopment(word))) return 'production'
  if (words.some(word => PLAINLY_PRODUCTION.includes(word))) return 'production'
  if (words.some(word => DEVELOPMENT.has(word))) return 'development'
  return words.some(word => PREPRODUCTION.has(word)) ? 'preproduction' : 'part'
}

/** `deploy.local` is not for production, whatever is deployed there. */
function isDevelopment(word: string): boolean {
  return DEVELOPMENT.has(word) || PREPRODUCTION.has(word)
}

/** Whether a file says `prod` itself, not only that something is deployed or runs on a server. */
export function isPlainlyProduction(path: string): boolean {
  return tellingWords(path).some(word => PLAINLY_PRODUCTION.includes(word))
}
