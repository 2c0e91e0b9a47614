import { type GoValue, plain } from './values.js'

/** Constants of packages from outside that routes and servers are described with. */
const CONSTANTS: readonly (readonly [RegExp, (name: string) => string | number])[] = [
  [/^net\/http\.Method(\w+)$/, name => name.toUpperCase()],
  [/^github\.com\/gofiber\/fiber(?:\/v\d+)?\.Method(\w+)$/, name => name.toUpperCase()],
  [/^github\.com\/labstack\/echo(?:\/v\d+)?\.(CONNECT|DELETE|GET|HEAD|OPTIONS|PATCH|POST|PUT|TRACE)$/, name => name],
  // https://docs.gofiber.io/middleware/healthcheck (version 3)
  [
    /^github\.com\/gofiber\/fiber\/v3\/middleware\/healthcheck\.(?:Default)?(Liveness|Readiness|Startup)Endpoint$/,
    name => PROBES[name] ?? '',
  ],
]

const PROBES: Readonly<Record<string, string>> = { Liveness: '/livez', Readiness: '/readyz', Startup: '/startupz' }

/** The units of `time`, in nanoseconds. */
const DURATIONS: Readonly<Record<string, number>> = {
  'time.Nanosecond': 1,
  'time.Microsecond': 1e3,
  'time.Millisecond': 1e6,
  'time.Second': 1e9,
  'time.Minute': 6e10,
  'time.Hour': 3.6e12,
}

/** The value of a constant from outside: `http.MethodGet`, `time.Second`. */
export function constantOf(name: string): GoValue | undefined {
  const duration = Object.hasOwn(DURATIONS, name) ? DURATIONS[name] : undefined
  if (duration !== undefined) return plain(duration)
  for (const [pattern, value] of CONSTANTS) {
    const match = pattern.exec(name)
    if (match) return plain(value(match[1] ?? ''))
  }
  return undefined
}
