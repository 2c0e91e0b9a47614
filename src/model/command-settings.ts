import type { Workload } from './system.js'

/** A command that would set something: its program, and the words behind it. */
const COMMAND = /^command: (\S+) (\S.*)$/

/**
 * What to type so that settings which an image takes from its command alone are set, all of them in one: each of `wanted` is
 * `command: postgres -c max_connections=200` or the like. `one` is the setting that is asked about. Undefined where it is no
 * command.
 */
export function settingByCommand(
  one: string,
  wanted: readonly string[],
  { start, name }: Workload,
): string | undefined {
  const [, program, words = ''] = COMMAND.exec(one) ?? []
  if (program === undefined) return undefined
  const own = start?.source === 'deployment' ? start.text : ''
  const key = keyOf(words)
  if (key !== '' && own.replaceAll('-', '_').includes(`${key.replaceAll('-', '_')}=`))
    return `Remove it: the command of ${name} sets ${key} already`
  const all = wanted.flatMap(each => {
    const [, other, more = ''] = COMMAND.exec(each) ?? []
    return other === program ? [more] : []
  })
  const together = [...new Set([words, ...all])].sort().join(' ')
  return own === '' ? `Use \`command: ${program} ${together}\` instead` : `Add \`${words}\` to its command instead`
}

/** `shared_buffers` of `-c shared_buffers=256MB`, `max-connections` of `--max-connections=200`. */
function keyOf(words: string): string {
  return /^(?:-c\s+|--)([\w-]+)=/.exec(words)?.[1] ?? ''
}
