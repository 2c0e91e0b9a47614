import { type Argument, commandText, option, orInFile, postgresSetting } from '../arguments.js'
import { argument, firstSet, type ServiceFacts, text, variable } from '../facts.js'
import type { Authentication, MemoryUse, Replication } from '../judgement.js'
import { MIB, postgresBytes } from '../sizes.js'
import { alone, claimed, FILE_DECIDES, guarded, hostsIn, open, unclear, undecided, wired } from '../verdicts.js'

/** Where the settings of memory are described. */
export const RESOURCES = 'https://www.postgresql.org/docs/current/runtime-config-resource.html'
/** One of these has to be set, or the server does not start. */
export const PASSWORDS = ['POSTGRES_PASSWORD', 'POSTGRES_PASSWORD_FILE']

/** Whether strangers get in: `POSTGRES_HOST_AUTH_METHOD=trust`, a `hba_file` of its own. */
export function authentication(facts: ServiceFacts): Authentication {
  const method = facts.environment('POSTGRES_HOST_AUTH_METHOD')
  const by = variable('POSTGRES_HOST_AUTH_METHOD')
  const fix = 'Remove POSTGRES_HOST_AUTH_METHOD and set POSTGRES_PASSWORD_FILE to a secret.'
  if (method === 'trust') {
    if (postgresSetting(facts.argv, 'hba_file').given !== 'no')
      return undecided('a file of its own (hba_file) decides', fix, by)
    return open('POSTGRES_HOST_AUTH_METHOD=trust lets everybody in without a password', fix, by)
  }
  if (method === null) return undecided('POSTGRES_HOST_AUTH_METHOD is set to something unknown', fix, by)
  const password = firstSet(facts, PASSWORDS)
  if (password) return guarded(`${password} is set`, variable(password))
  return guarded('the image does not start without a password')
}

/** https://www.postgresql.org/docs/current/warm-standby.html */
export function replication(facts: ServiceFacts): Replication {
  const line = commandText(facts.argv)
  if (/\bpg_basebackup\b|\bstandby\.signal\b/.test(line)) {
    const host = /(?:-h\s*|--host[= ]|\bhost=)([\w.-]+)/.exec(line)?.[1]
    return wired('replica', 'it copies its primary with pg_basebackup', host ? hostsIn(host) : [])
  }
  const source = postgresSetting(facts.argv, 'primary_conninfo')
  if (source.given === 'yes') {
    const host = /\bhost=([\w.-]+)/.exec(source.value ?? '')?.[1]
    return unclear(
      'primary_conninfo is set; standby.signal in its data directory decides',
      argument('primary_conninfo'),
      'replica',
      host ? hostsIn(host) : [],
    )
  }
  const fix =
    'Fill its data directory with pg_basebackup -R -h <primary>, which writes standby.signal and primary_conninfo, or use an image that replicates.'
  const asked = [
    'POSTGRES_REPLICATION_MODE',
    'POSTGRESQL_REPLICATION_MODE',
    'POSTGRES_MASTER_HOST',
    'POSTGRES_MASTER_SERVICE_HOST',
    'POSTGRES_PRIMARY_HOST',
  ]
  const found = firstSet(facts, asked)
  if (found) {
    if (facts.configMounted || facts.scriptsMounted)
      return unclear('a mounted script may read its replication variables', variable(found))
    const primary = /^(?:master|primary)$/i.test(text(facts, found) ?? '')
    return claimed(`${found} is not read by this image`, fix, variable(found), primary ? 'primary' : 'replica')
  }
  if (facts.configMounted) return unclear(FILE_DECIDES)
  const standby = postgresSetting(facts.argv, 'hot_standby')
  // Settings for those who follow it: it is the primary, and hot_standby is only carried along.
  const sends = [
    'max_wal_senders',
    'max_replication_slots',
    'wal_keep_size',
    'archive_mode',
    'synchronous_standby_names',
  ]
  if (sends.some(name => postgresSetting(facts.argv, name).given === 'yes'))
    return alone('nothing connects it to a second node')
  if (standby.given === 'yes' && /^(?:on|true|yes|1)$/i.test(standby.value ?? '')) {
    return claimed(
      'hot_standby=on alone follows no primary: there is neither standby.signal nor primary_conninfo',
      fix,
      argument('hot_standby'),
    )
  }
  return alone('nothing connects it to a second node')
}

/** https://www.postgresql.org/docs/current/runtime-config-resource.html#GUC-SHARED-BUFFERS */
export function memory(facts: ServiceFacts): MemoryUse | undefined {
  const set = postgresSetting(facts.argv, 'shared_buffers')
  if (set.given === 'unknown' || (set.given === 'no' && facts.configMounted)) return undefined
  const bytes = set.given === 'yes' ? (set.value === undefined ? undefined : postgresBytes(set.value)) : 128 * MIB
  return {
    what: 'shared_buffers',
    ...(bytes === undefined ? {} : { bytes }),
    ...(set.given === 'yes' ? { by: argument('shared_buffers') } : {}),
    share: 0.4,
    usualShare: 0.25,
    setting: wanted => `command: postgres -c shared_buffers=${Math.max(1, Math.floor(wanted / MIB))}MB`,
    source: RESOURCES,
  }
}

/** `-D` or PGDATA moves the data. Since 18 each major version has a directory of its own. */
export function dataPath(facts: ServiceFacts): string | null | undefined {
  const flag = option(facts.argv, '-D')
  if (flag.given === 'yes') return flag.value ?? null
  const moved = facts.environment('PGDATA')
  if (moved !== undefined && moved !== '') return moved
  const major = facts.version?.[0]
  return major !== undefined && major >= 18 && major < 1000 ? `/var/lib/postgresql/${major}/docker` : undefined
}

/** A setting of postgresql.conf, from the command. */
export function setting(facts: ServiceFacts, name: string): Argument {
  return orInFile(postgresSetting(facts.argv, name), facts.configMounted)
}
