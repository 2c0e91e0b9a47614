import type { Replication } from '../../knowledge/judgement.js'
import { alone, FILE_DECIDES, hostsIn, unclear, wired } from '../../knowledge/verdicts.js'
import { serviceFactsOf } from '../service-facts.js'
import type { Workload } from '../system.js'

/** What the files of a service say of a second node, in the language of each server. */
interface Evidence {
  readonly wired: RegExp
  readonly role: 'replica' | 'member'
  /** Set for something else than a primary with replicas, that these files alone do not tell. */
  readonly open?: RegExp
}

const REDIS: Evidence = {
  wired: /^[ \t]*(?:replicaof|slaveof)[ \t]+\S/m,
  role: 'replica',
  open: /^[ \t]*(?:cluster-enabled[ \t]+yes|include[ \t]+\S|sentinel[ \t]+monitor)/m,
}
const MYSQL: Evidence = {
  wired: /\bCHANGE\s+(?:REPLICATION\s+SOURCE|MASTER)\s+TO\b|\bSTART\s+(?:REPLICA|SLAVE|GROUP_REPLICATION)\b/i,
  role: 'replica',
  open: /\b(?:group_replication|wsrep)_/i,
}
const FILES: ReadonlyMap<string, Evidence> = new Map([
  [
    'postgres',
    {
      wired: /\bpg_basebackup\b|\bstandby\.signal\b|^[ \t]*primary_conninfo[ \t]*=[ \t]*'[^']/m,
      role: 'replica',
      open: /\b(?:patroni|repmgr|stolon|pg_auto_failover|pg_autoctl)\b|^[ \t]*include(?:_dir|_if_exists)?[ \t]*=?[ \t]*'/im,
    },
  ],
  ['mysql', MYSQL],
  ['mariadb', MYSQL],
  ['redis', REDIS],
  ['valkey', REDIS],
  ['keydb', REDIS],
  ['rabbitmq', { wired: /^[ \t]*cluster_formation\.peer_discovery_backend\b|\bjoin_cluster\b/m, role: 'member' }],
  [
    'elasticsearch',
    { wired: /^[ \t]*discovery\.seed_(?:hosts|providers)[ \t]*:/m, role: 'member', open: /^discovery:/m },
  ],
])

/**
 * What the settings of a server, and the files of the repository that it reads, say of its partners. Undefined when its
 * image is not known.
 */
export function replicationOf(workload: Workload): Replication | undefined {
  if (workload.pod?.operator) return operatedReplication(workload, workload.pod.operator)
  const facts = serviceFactsOf(workload)
  const told = facts && workload.distribution?.replication?.(facts)
  if (!told || told.state === 'wired' || told.role === 'watcher') return told
  const evidence = FILES.get(workload.software?.id ?? '')
  const files = workload.ownFiles
  if (!evidence || !files) return told
  const texts = files.texts.map(source => withoutComments(source.text))
  if (texts.some(text => evidence.wired.test(text)))
    return wired(evidence.role, 'the files that it reads connect it to another node', namedHosts(workload, texts))
  // What only a file could have said, and the files do not say.
  if (told.state !== 'unknown' || told.because !== FILE_DECIDES || !files.complete || texts.length === 0) return told
  if (texts.some(text => evidence.open?.test(text))) return unclear(FILE_DECIDES)
  return alone('none of the files that it reads connects it to a second node')
}

/** An operator wires as many nodes as it is asked for. */
function operatedReplication({ id, replicas, software }: Workload, operator: string): Replication | undefined {
  if (!software || !replicas) return undefined
  if (!replicas.known) return unclear(replicas.because)
  const count = replicas.value
  return count > 1
    ? wired('member', `${operator} is asked for ${count} nodes`, [], undefined, id)
    : alone(`${operator} is asked for one node`)
}

function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#(?!!).*$/gm, '')
}

/** Hosts that its variables and files name: one of them is its partner. */
function namedHosts(workload: Workload, texts: readonly string[]): readonly string[] {
  const variables = [...workload.environment.values()].flatMap(({ value }) => (value.known ? [value.value] : []))
  const written = texts.flatMap(text =>
    [...text.matchAll(/(?:-h[ \t]+|\bhost=|_HOST='|(?:replicaof|slaveof)[ \t]+|rabbit@)"?([\w.-]{1,100})/g)].map(
      match => match[1] ?? '',
    ),
  )
  return hostsIn(
    [...variables, ...written]
      .filter(text => text.length < 200)
      .slice(0, 200)
      .join(' '),
  )
}
