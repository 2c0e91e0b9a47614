import type { HealthCheck, ReverseProxy, Workload } from '../system.js'
import { isOn, textAt } from './settings.js'

/** Why a health check of Traefik never gets an answer, and what to write instead. */
export interface Unanswered {
  readonly because: string
  readonly fix: string
}

const SWITCH_ON =
  'Add `--ping=true` to the command (in a file: `ping: {}`), and check with `traefik healthcheck --ping`.'
const ASKS_PING = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]):(\d{1,5})\/ping\b/

/**
 * What keeps `traefik healthcheck`, or a question for `/ping`, from being answered. Ping is off unless it is switched on, and
 * the command reads files, flags and variables for itself: the flags of the server are not its own
 * (https://doc.traefik.io/traefik/operations/ping/ and `cmd/healthcheck/healthcheck.go`, v3).
 */
export function unansweredPing(
  check: HealthCheck,
  workload: Workload,
  proxies: readonly ReverseProxy[],
): Unanswered | undefined {
  if (workload.software?.id !== 'traefik') return undefined
  const traefik = proxies.find(proxy => proxy.workloads.includes(workload))?.traefik
  if (!traefik?.static.complete) return undefined
  const { settings, source } = traefik.static
  const command = /\btraefik\s+healthcheck\b(.*)$/s.exec(check.text)?.[1]
  const asked = ASKS_PING.exec(check.text)?.[1]
  const entryPoint = (textAt(settings, 'ping', 'entrypoint') ?? 'traefik').toLowerCase()
  const answering = traefik.entryPoints.find(({ name }) => name === entryPoint)?.port
  const isPingOn = isOn(settings, 'ping')
  if (command === undefined) {
    const own = traefik.entryPoints.find(({ name }) => name === 'traefik')?.port
    const isOwnPort = asked !== undefined && (Number(asked) === 8080 || (own?.known && own.value === Number(asked)))
    return isOwnPort && !isPingOn
      ? { because: 'nothing answers /ping, which is off by default', fix: SWITCH_ON }
      : undefined
  }
  if (!isPingOn) return { because: 'nothing answers it: ping is off by default', fix: SWITCH_ON }
  if (!/--ping/i.test(command)) {
    if (source?.kind !== 'arguments' || /--/.test(command)) return undefined
    return {
      because: 'it does not know the flags of the server, and ends with "please enable ping"',
      fix: 'Check with `traefik healthcheck --ping`.',
    }
  }
  if (/--(?:ping\.entrypoint|entrypoints)/i.test(command) || source?.kind === 'file') return undefined
  if (!answering?.known || answering.value === 8080) return undefined
  return {
    because: `it asks port 8080, and ping answers on port ${answering.value}`,
    fix: `Give the check the same entry point: \`traefik healthcheck --ping --entrypoints.traefik.address=:${answering.value}\`.`,
  }
}
