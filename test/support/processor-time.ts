/**
 * Milliseconds of processor time since `started`, of all threads of this process. Those of the clock also count what other
 * processes of the machine do meanwhile, and a limit on them fails when nothing is wrong.
 */
export function millisecondsSince(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1_000
}
