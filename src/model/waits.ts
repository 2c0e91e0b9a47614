import type { HostAnswer, HostNames } from './host-names.js'
import type { Workload } from './system.js'

/** A pod whose init container waits until somebody answers, and who that is. */
export interface Wait {
  readonly from: Workload
  readonly host: string
  readonly port?: number
  readonly answer: HostAnswer & { readonly kind: 'workload' }
  readonly at: Workload['at']
}

/** `nc -z db 5432`, `pg_isready -h db -p 5432`, `mysqladmin ping -h db`, `nslookup db`, `wait-for-it db:5432`, `dockerize -wait tcp://db:5432`. */
const WAITS: readonly RegExp[] = [
  /\b(?:nc|ncat|netcat)\b(?:[ \t]+-[\w-]+(?:[ \t]+\d+(?=[ \t]))?)*[ \t]+(?<host>[\w.-]+)[ \t]+(?<port>\d{1,5})\b/g,
  /\b(?:pg_isready|mysqladmin|redis-cli|mysql|psql)\b[^\n;&|]{0,200}?[ \t](?:-h|--host)[ \t=]?(?<host>[\w.-]+)/g,
  /\b(?:nslookup|getent[ \t]+hosts)[ \t]+(?<host>[\w.-]+)/g,
  /\b(?:wait-for-it(?:\.sh)?|wait-for(?:\.sh)?|wait4x[ \t]+tcp|wait-port|dockerize)\b[^\n;&|]{0,200}?[ \t=](?:\w+:\/\/)?(?<host>[a-z][\w.-]*):(?<port>\d{1,5})\b/gi,
  /\b(?:curl|wget)\b[^\n;&|]{0,200}?https?:\/\/(?<host>[\w.-]+)(?::(?<port>\d{1,5}))?/g,
]
const LONGEST = 10_000
const MOST_WAITS = 50

/** What the init containers of pods wait for, as far as workloads of the repository answer. */
export function waitsOf(workloads: readonly Workload[], names: HostNames): readonly Wait[] {
  const waiting = workloads.filter(({ pod, start }) => pod?.part === 'init' && start)
  if (waiting.length === 0) return []
  const mains = new Map(workloads.flatMap(one => (one.pod?.part === 'main' ? [[podKey(one), one] as const] : [])))
  return waiting.flatMap(init => {
    const from = mains.get(podKey(init))
    return from ? waitsIn(init, from, names) : []
  })
}

function podKey({ deployment, pod }: Workload): string {
  return [deployment, pod?.kind, pod?.namespace, pod?.name].join('\n')
}

function waitsIn(init: Workload, from: Workload, names: HostNames): readonly Wait[] {
  const { start } = init
  if (!start) return []
  const text = (start.script?.text ?? start.argv.map(word => word ?? '$').join(' ')).slice(0, LONGEST)
  const found = new Map<string, Wait>()
  for (const pattern of WAITS) {
    for (const { groups = {} } of text.matchAll(pattern)) {
      const { host = '', port: written } = groups
      const port = written === undefined ? undefined : Number(written)
      const answer = names.answer(host, port, init)
      if (answer.kind !== 'workload' || answer.workload === from || found.size >= MOST_WAITS) continue
      found.set(host, { from, host, ...(port === undefined ? {} : { port }), answer, at: start.at })
    }
  }
  return [...found.values()]
}
