import { type Argument, option, orInFile } from '../arguments.js'
import { argument, firstSet, type ServiceFacts, text, variable } from '../facts.js'
import type { Authentication, DefaultCredential, MemoryUse, Replication } from '../judgement.js'
import { MIB, mysqlBytes, shortSize } from '../sizes.js'
import type { VariableFacts } from '../software.js'
import { alone, claimed, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

/** Server settings that people give as variables. */
const SERVER_SETTINGS = [
  'max_connections',
  'innodb_buffer_pool_size',
  'innodb_log_file_size',
  'innodb_flush_log_at_trx_commit',
  'innodb_buffer_pool_instances',
  'max_allowed_packet',
  'wait_timeout',
  'interactive_timeout',
  'query_cache_size',
  'slow_query_log',
  'long_query_time',
  'character_set_server',
  'collation_server',
  'server_id',
  'log_bin',
  'binlog_format',
  'sql_mode',
  'thread_cache_size',
  'table_open_cache',
  'default_authentication_plugin',
]

/** Names of server settings as variables, which no image of this family reads. */
export function ignoredSettings(image: string, prefixes: string): VariableFacts['ignored'] {
  return SERVER_SETTINGS.map(key => ({
    pattern: new RegExp(`^(?:${prefixes})_${key.toUpperCase()}$`),
    because: `${image} takes no server settings from variables`,
    instead: `command: --${key.replaceAll('_', '-')}=<value>`,
  }))
}

/** Variables that ask for replication, whether an image reads them or not. */
export const REPLICATION =
  /^(?:MYSQL|MARIADB)_(?:REPLICATION_(?:MODE|USER|PASSWORD)|MASTER_(?:HOST|PORT|PORT_NUMBER|ROOT_USER|ROOT_PASSWORD|USER|PASSWORD))$/

/** Each key behind each prefix: `MYSQL_DATABASE`, `MARIADB_DATABASE`. */
export function mysqlNames(prefixes: readonly string[], keys: readonly string[]): readonly string[] {
  return prefixes.flatMap(prefix => keys.map(key => `${prefix}_${key}`))
}

/** One of these has to be set, or the server does not start. */
export const ROOT_KEYS = [
  'ROOT_PASSWORD',
  'ROOT_PASSWORD_FILE',
  'RANDOM_ROOT_PASSWORD',
  'ALLOW_EMPTY_PASSWORD',
  'ALLOW_EMPTY_ROOT_PASSWORD',
  'ROOT_PASSWORD_HASH',
]

/** The root password of the official images: one of three variables, or the container exits. */
export function officialAuthentication(prefixes: readonly string[]): (facts: ServiceFacts) => Authentication {
  return facts => {
    const fix = `Remove it and set ${prefixes[0]}_ROOT_PASSWORD_FILE to a secret.`
    if (option(facts.argv, 'skip-grant-tables').given === 'yes') {
      return open(
        '--skip-grant-tables lets everybody in without a password',
        'Remove --skip-grant-tables.',
        argument('--skip-grant-tables'),
      )
    }
    const given = firstSet(
      facts,
      mysqlNames(prefixes, ['ROOT_PASSWORD', 'ROOT_PASSWORD_FILE', 'ROOT_PASSWORD_HASH', 'RANDOM_ROOT_PASSWORD']),
    )
    if (given) return guarded(`${given} is set`, variable(given))
    const empty = firstSet(facts, mysqlNames(prefixes, ['ALLOW_EMPTY_PASSWORD', 'ALLOW_EMPTY_ROOT_PASSWORD']))
    if (!empty) return guarded('the image does not start without a root password')
    if (facts.environment(empty) === null)
      return undecided(`${empty} is set to something unknown`, fix, variable(empty))
    return open(`${empty} gives root an empty password`, fix, variable(empty))
  }
}

/** The buffer pool: 128 MiB where nothing says otherwise; undefined where a file decides. */
export function memory(facts: ServiceFacts): MemoryUse | undefined {
  const set = option(facts.argv, 'innodb-buffer-pool-size')
  if (set.given === 'unknown' || (set.given === 'no' && facts.configMounted)) return undefined
  const bytes = set.given === 'yes' ? (set.value === undefined ? undefined : mysqlBytes(set.value)) : 128 * MIB
  return {
    what: 'innodb_buffer_pool_size',
    ...(bytes === undefined ? {} : { bytes }),
    ...(set.given === 'yes' ? { by: argument('--innodb-buffer-pool-size') } : {}),
    share: 0.8,
    usualShare: 0.5,
    setting: wanted => `command: --innodb-buffer-pool-size=${shortSize(wanted).toUpperCase()}`,
    source: 'https://dev.mysql.com/doc/refman/8.4/en/innodb-buffer-pool-resize.html',
  }
}

/** `--wsrep-cluster-address` and group replication work on any image; the variables only where `reads` says so. */
export function replication(honoursMasterHost: boolean): (facts: ServiceFacts) => Replication {
  return facts => {
    const galera = option(facts.argv, 'wsrep-cluster-address', 'wsrep_cluster_address')
    if (galera.given === 'yes') {
      return wired(
        'member',
        'Galera replicates between its nodes',
        hostsIn((galera.value ?? '').replace('gcomm://', '')),
        argument('--wsrep-cluster-address'),
      )
    }
    const group = option(facts.argv, 'loose-group-replication-group-seeds', 'group-replication-group-seeds')
    if (group.given === 'yes')
      return wired(
        'member',
        'group replication is configured',
        hostsIn(group.value ?? ''),
        argument('--group-replication-group-seeds'),
      )
    const host = firstSet(facts, ['MARIADB_MASTER_HOST', 'MYSQL_MASTER_HOST'])
    if (host === 'MARIADB_MASTER_HOST' && honoursMasterHost) {
      return wired(
        'replica',
        'it follows the node in MARIADB_MASTER_HOST',
        hostsIn(text(facts, host) ?? ''),
        variable(host),
      )
    }
    const asked = host ?? firstSet(facts, ['MYSQL_REPLICATION_MODE', 'MARIADB_REPLICATION_MODE'])
    if (facts.configMounted || (asked && facts.scriptsMounted))
      return unclear(asked ? 'a mounted script may read its replication variables' : FILE_DECIDES)
    if (asked) {
      const primary = /^(?:master|primary)$/i.test(text(facts, asked) ?? '')
      return claimed(
        `${asked} is not read by this image`,
        'Run CHANGE REPLICATION SOURCE TO … and START REPLICA on the second node, or use an image that does.',
        variable(asked),
        primary ? 'primary' : 'replica',
      )
    }
    return alone('nothing connects it to a second node')
  }
}

/** Who root is, and the passwords that everybody tries. */
export function login(prefix: string, source: string): DefaultCredential {
  return {
    user: { default: 'root' },
    password: {
      variable: `${prefix}_ROOT_PASSWORD`,
      wellKnown: ['root', 'password', 'mysql', 'mariadb', 'my-secret-pw', 'example', 'secret'],
    },
    source,
  }
}

/** The directory of `--datadir`; null where its value is not known, undefined where the image decides. */
export function dataPath(facts: ServiceFacts): string | null | undefined {
  const set = option(facts.argv, 'datadir')
  return set.given === 'yes' ? (set.value ?? null) : undefined
}

/** A setting of my.cnf, from the command. */
export function setting(facts: ServiceFacts, name: string): Argument {
  return orInFile(option(facts.argv, name), facts.configMounted)
}
