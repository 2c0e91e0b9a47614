import type { Problem } from '../../../src/parse/node.js'
import type { Category } from './cases.js'

/**
 * The category of a message of compose-go 2.16; the first pattern that matches decides. An unknown message has no
 * category, so that new words are looked at rather than guessed.
 */
export function oracleCategory(message: string): Category | undefined {
  return oraclePatterns.find(([pattern]) => pattern.test(message))?.[1]
}

const oraclePatterns: readonly (readonly [RegExp, Category])[] = [
  [/required variable .* is missing a value/, 'required'],
  [/no such file or directory|couldn't find env file/, 'missing-file'],
  [/failed to parse env_file/, 'dotenv'],
  [/failed to read .*: line \d+/, 'dotenv'],
  [/invalid interpolation format|Invalid template/, 'interpolation'],
  [/Circular reference|include cycle detected|dependency cycle detected/, 'cycle'],
  [/empty compose file|^yaml: |failed to parse .*: (yaml|line)|top-level object/, 'syntax'],
  [
    /refers to undefined|depends on undefined|cannot extend service|declares (unknown|non-buildable) service|not found for network_mode/,
    'undefined',
  ],
  [/neither an image nor a build|one of .* must be set|must declare either/, 'incomplete'],
  [
    /mutual?l?y exclusive|distinct values|container name must be unique|conflicting parameters|already mounted|MUST include/,
    'conflict',
  ],
  [
    /^validating |non-string key|unsupported env_file format|cannot override|decoding failed|failed to cast|unexpected type|invalid type|must be a (mapping|list)|is required|[Ii]nvalid (ip address|hostPort|containerPort|proto|ranges|spec|empty volume)|No port specified|missing a (target port|mount target)|confusing device|must start either|greater than or equal|expected volume/,
    'type',
  ],
]

/** The categories that a problem of the loader can stand for; none for an unknown code. */
export function loaderCategories(problem: Problem): readonly Category[] {
  const inEnvironmentFile = problem.at.path.endsWith('.env')
  if (problem.kind === 'syntax') return [inEnvironmentFile ? 'dotenv' : 'syntax']
  if (inEnvironmentFile && problem.code === 'wrong-type') return ['dotenv']
  return (problem.code === undefined ? undefined : loaderCodes.get(problem.code)) ?? []
}

const loaderCodes: ReadonlyMap<string, readonly Category[]> = new Map<string, readonly Category[]>([
  ['missing-file', ['missing-file']],
  ['required-variable', ['required']],
  ['interpolation', ['interpolation']],
  ['undefined-reference', ['undefined']],
  ['undefined-dependency', ['undefined']],
  ['disabled-reference', ['undefined']],
  ['duplicate-mount', ['conflict']],
  ['no-image', ['incomplete']],
  ['settings-conflict', ['conflict']],
  ['cycle', ['cycle']],
  ['empty', ['syntax']],
  ['duplicate-key', ['syntax']],
  ['complex-key', ['syntax']],
  ['merge', ['syntax']],
  ['alias', ['syntax']],
  ['not-a-mapping', ['syntax', 'type']],
  // A key that must be there: Compose calls it a wrong type where its schema says so.
  ['missing-key', ['incomplete', 'type']],
  ...[
    'wrong-type',
    'wrong-value',
    'duplicate-item',
    'unknown-key',
    'cannot-override',
    'invalid-port',
    'invalid-volume',
    'invalid-device',
    'invalid-command',
  ].map((code): [string, readonly Category[]] => [code, ['type']]),
])
