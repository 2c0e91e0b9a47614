import { parseShellFile, programOf, type ShellCommand, type ShellScript } from '../parse/shell.js'
import type { Tree } from '../tree.js'
import { containerFilesOf } from './container-files.js'
import type { Workload } from './system.js'

/** Clients and dump tools that ship in the images of the servers. */
const CLIENTS =
  /^(psql|pg_dump|pg_dumpall|pg_basebackup|pg_restore|pg_isready|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|mariadb-backup|mongo|mongosh|mongodump|mongorestore|mongoexport|mongoimport|redis-cli|valkey-cli|kafka-(topics|configs|acls|console-\w+|consumer-groups|leader-election|reassign-partitions)(\.sh)?|rabbitmqadmin|influx|cqlsh|clickhouse-client|cockroach-sql|elasticdump|mc|etcdctl|nats)$/
const SERVERS =
  /^(postgres|postmaster|pg_ctl|pg_ctlcluster|mysqld(_safe)?|mariadbd(-safe)?|mongod|mongos|redis-server|valkey-server|redis-sentinel|docker-entrypoint\.sh|docker_entrypoint|entrypoint\.sh|rabbitmq-server|kafka-server-start(\.sh)?|elasticsearch|influxd|clickhouse-server|etcd|nats-server|minio|patroni)$/
/** Those that are no name of a user or a database as well: they are told from such wherever they stand in a command. */
const PLAIN_SERVERS =
  /(?:^|[\s/])(?:mysqld(?:_safe)?|mariadbd(?:-safe)?|mongod|mongos|redis-server|valkey-server|redis-sentinel|(?:docker-)?entrypoint\.sh|docker_entrypoint|rabbitmq-server|kafka-server-start(?:\.sh)?|clickhouse-server|nats-server|supervisord|s6-svscan)(?:\s|$)/
/** Programs that only start others by the clock: they stay in the foreground instead of a server. */
const SCHEDULERS = /^(?:crond?|supercronic|go-cron|devcron|yacron|dcron|ofelia)$/
const MOST_SCRIPTS = 10

/**
 * Whether a container runs only clients of the server that its image is made for: its command, or the scripts that the
 * command names and the repository holds, call clients and no server, or a scheduler is all that it starts.
 */
export function runsClient(container: Pick<Workload, 'start' | 'mounts' | 'image'>, tree: Tree): boolean {
  const { start } = container
  if (!start) return false
  const commands = start.script ? start.script.commands : [{ words: start.argv }]
  if (start.argv.some(word => word !== null && SERVERS.test(fileName(word)))) return false
  const all = [...commands, ...scriptsNamed(start.argv, container, tree).flatMap(script => script.commands)]
  if (all.some(startsServer)) return false
  const programs = all.map(({ words }) => programOf(words) ?? '')
  // What comes before a scheduler prepares it, and what it is told to run in the foreground comes last.
  const schedules = [commands[0], commands.at(-1)].some(one => SCHEDULERS.test(programOf(one?.words ?? []) ?? ''))
  return programs.some(program => CLIENTS.test(program)) || schedules
}

function startsServer({
  words,
}: Pick<ShellCommand, 'words'> | { readonly words: readonly (string | null)[] }): boolean {
  return SERVERS.test(programOf(words) ?? '') || words.some(word => word !== null && PLAIN_SERVERS.test(word))
}

function fileName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1)
}

/** The scripts that a command names by their whole path, and those that they name. */
function scriptsNamed(
  argv: readonly (string | null)[],
  container: Pick<Workload, 'mounts' | 'image'>,
  tree: Tree,
): readonly ShellScript[] {
  const files = containerFilesOf(container, tree)
  const seen = new Set<string>()
  const found: ShellScript[] = []
  const add = (word: string | null) => {
    if (word === null || !/^\/[\w./-]{1,300}$/.test(word) || seen.has(word) || seen.size >= MOST_SCRIPTS) return
    seen.add(word)
    const file = files.find(word)
    if (file.state !== 'file') return
    const { source } = file.file
    if (/\.(?:ba)?sh$/.test(word) || /^#!.*\b(?:ba|da|a|k|z)?sh\b/.test(source.text.slice(0, 200)))
      found.push(parseShellFile(source))
  }
  argv.forEach(add)
  // Grows while it is walked: each script may name others.
  for (const script of found) for (const { words } of script.commands) words.forEach(add)
  return found
}
