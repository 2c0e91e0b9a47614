import { knownValue, type Span } from '../../../source.js'
import type { HealthCheck, Workload } from '../../system.js'

/** What a check asks over HTTP. */
export interface AskedPath {
  readonly workload: Workload
  readonly check: HealthCheck
  /** With a leading `/`. */
  readonly path: string
  /** Undefined where it is not known. */
  readonly port?: number
  readonly at: Span
}

/**
 * An address of the container itself, with a port that may be put in: `:$PORT`, `:${process.env.PORT || 3000}`, `:{PORT}` and
 * `:' + port + '`.
 */
const LOCAL_URL =
  /\bhttps?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])(?::(\d+(?!\d)|\$\w+|\$?\{[^{}]{1,100}\}|\\?["']\s*\+[^+"'\\]{1,100}\+\s*\\?["']))?(\/[^\s"'`|&;)<>,\\]*)?/g
/** The rest of it is put together as well. */
const GOES_ON = /^(?::|\\?["'`]\s*[+%]|\$|\{)/

/** The paths that the checks of a workload ask of itself. A path that a variable decides is left out. */
export function askedPathsOf(workload: Workload): readonly AskedPath[] {
  return workload.health.checks.flatMap(check =>
    pathsAskedBy(check, workload.pod?.portNames).map(asked => ({ ...asked, workload, check })),
  )
}

/** The paths that one check asks of the container that it runs in. `portNames`: what the names of its ports mean. */
export function pathsAskedBy(
  check: HealthCheck,
  portNames?: ReadonlyMap<string, number>,
): readonly Pick<AskedPath, 'path' | 'port' | 'at'>[] {
  if (check.http) {
    const path = knownValue(check.http.path)
    const port = knownValue(check.http.port)
    const named = typeof port === 'string' ? portNames?.get(port) : port
    return path === undefined ? [] : [{ path, ...(named !== undefined && { port: named }), at: check.http.path.at }]
  }
  const text = check.script?.text ?? check.argv?.map(word => word ?? '').join(' ') ?? ''
  // A command asks; what it does with another host is no check of this workload.
  return [...text.matchAll(LOCAL_URL)].flatMap(({ 0: whole, 1: port, 2: path = '/', index }) => {
    if (/[$`{]/.test(path) || GOES_ON.test(text.slice(index + whole.length))) return []
    const number = port === undefined ? 80 : Number(port)
    return [{ path, ...(Number.isInteger(number) && { port: number }), at: check.at }]
  })
}
