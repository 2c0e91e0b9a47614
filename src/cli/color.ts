/** Part of a terminal stream: what decides about colour and width. */
export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
}

/** The variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Whether to write colours: the flag, then `NO_COLOR` (https://no-color.org: when not empty), `FORCE_COLOR`, the terminal. */
export function usesColor(flag: string, env: Environment, stream: Terminal): boolean {
  if (flag !== 'auto') return flag === 'always'
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '')
    return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Whether to draw progress: only for somebody who is watching. */
export function showsProgress(env: Environment, stream: Terminal): boolean {
  return stream.isTTY === true && !env.CI && env.TERM !== 'dumb'
}
