import type { HealthCheck, Workload } from './system.js'

/**
 * Whether somebody has to ask a workload if it works. Not a loop of a client (dumps, housekeeping), which serves nobody:
 * what it does is seen in its results. Not under PM2, which has no checks. Of a pod, the container that it is for and those
 * that a Service sends requests to: a sidecar that ends is started again, and what it is needed for the main one shows.
 */
export function needsHealthCheck(workload: Workload): boolean {
  if (!workload.longRunning || workload.clientOf || workload.platform === 'pm2') return false
  const { pod } = workload
  // A load generator and its like: nobody asks it for anything.
  if (workload.role === 'tool' && workload.listens.length === 0 && !pod?.served) return false
  return !pod || pod.part === 'main' || pod.served || pod.routed
}

/** Others wait for an answer from it. A container without a port that no Service leads to is asked by nobody. */
export function isAsked(workload: Workload): boolean {
  if (workload.pod && workload.role === 'service' && !workload.pod.served && workload.listens.length === 0) return false
  return workload.userFacing || workload.stateful || workload.role === 'service' || workload.role === 'cache'
}

/** What people call a check: `the healthcheck of api`, `the liveness probe of api`. */
export function checkName(check: HealthCheck, workload: Workload): string {
  return `the ${check.kind === 'container' ? 'healthcheck' : `${check.kind} probe`} of ${workload.name}`
}

/** A command of a Compose healthcheck as the probe of a container: `$$` is Compose's alone. */
export function asProbe(command: string): string {
  return `exec: { command: [sh, -c, ${JSON.stringify(command.replaceAll('$$', '$'))}] }`
}

/** A fix that is written for Compose, in the words of the platform of a workload. */
export function testFix(fix: string, { platform }: Workload): string {
  if (platform !== 'kubernetes') return fix
  return fix
    .replace(
      /`test: \["CMD-SHELL", ("(?:[^"\\]|\\.)*")\]`/g,
      (_, text: string) => `\`exec: { command: [sh, -c, ${text.replaceAll('$$', '$')}] }\``,
    )
    .replace(/\["CMD-SHELL", /g, '["sh", "-c", ')
    .replace(/\["CMD", /g, '[')
    .replaceAll('$$', '$')
}

/** How to check a program that takes jobs out of a queue: nobody can ask it over HTTP. */
export function workerFix(workload: Workload): string {
  const ping = workload.commandPort?.ping
  const how = ping ? 'Ask it over its broker' : 'Let it touch a file in every round, and look at the age of that'
  const command = ping ?? 'test -n "$$(find /tmp/alive -mmin -5)"'
  return workload.pod
    ? `${how}: \`livenessProbe: { ${asProbe(command)}, periodSeconds: 60, timeoutSeconds: 30 }\` in the container ${workload.pod.container}.`
    : `${how}: \`healthcheck: { test: ["CMD-SHELL", ${JSON.stringify(command)}], interval: 60s, timeout: 30s, retries: 3 }\` in ${workload.name}.`
}
