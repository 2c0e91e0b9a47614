import { postgresSetting } from '../../knowledge/arguments.js'
import type { ServiceFacts } from '../../knowledge/facts.js'
import { directoryOf } from '../../paths.js'
import { type Fact, known, knownValue, type Source, type Span, unknown } from '../../source.js'
import type { Tree } from '../../tree.js'
import { containerFilesOf } from '../container-files.js'
import type { Workload } from '../system.js'

/** A setting of a server as it is written. */
export interface Setting {
  readonly value: Fact<string>
  readonly at: Span
}

/** Files that a server takes in are followed this deep. */
const DEEPEST = 5
/** Files that are read for one setting, the same one more than once included. */
const MOST_FILES = 100

/** What is left to read, and how deep the file at hand is taken in. */
interface Reading {
  readonly left: { count: number }
  readonly depth: number
}

/**
 * A setting from the postgresql.conf that the server reads, or from an initialisation script (`ALTER SYSTEM`). Without
 * `config_file` it reads the one in its data directory, whatever else is mounted into the container.
 */
export function postgresFileSetting(
  workload: Workload,
  facts: ServiceFacts,
  name: string,
  tree: Tree,
): Setting | undefined {
  const { at } = workload
  const altered = alteredBy(workload, name)
  if (altered) return altered
  const named = postgresSetting(facts.argv, 'config_file')
  // Its script writes into the postgresql.conf of the data directory, which a file that the command names replaces.
  if (isTimescale(facts) && named.given === 'no')
    return { value: unknown(at, 'the image sets it by the memory of the container'), at }
  if (facts.distribution.id === 'spilo') return { value: unknown(at, 'Patroni sets it'), at }
  const files = containerFilesOf(workload, tree)
  for (const path of confPaths(named, facts)) {
    if (path === undefined) return { value: unknown(at, 'the name of its configuration file is not known'), at }
    const found = files.find(path)
    if (found.state === 'file')
      return inPostgresFile(found.file, name, files, { left: { count: MOST_FILES }, depth: 0 })
    if (named.given === 'yes') {
      const because = found.state === 'unknown' ? found.because : `${path} is not in the repository`
      return { value: unknown(at, because), at }
    }
  }
  return mayAlter(workload)
    ? { value: unknown(at, 'its initialisation scripts are not all in the repository'), at }
    : undefined
}

function isTimescale({ distribution: { id } }: ServiceFacts): boolean {
  return id === 'timescale' || id.startsWith('timescale-')
}

function confPaths(named: ReturnType<typeof postgresSetting>, facts: ServiceFacts): readonly (string | undefined)[] {
  if (named.given !== 'no') return [named.given === 'yes' ? named.value : undefined]
  if (facts.distribution.id === 'bitnami')
    return ['/bitnami/postgresql/conf/postgresql.conf', '/opt/bitnami/postgresql/conf/postgresql.conf']
  // initdb makes the file of a new data directory out of the sample.
  const samples = ['/usr/share/postgresql/postgresql.conf.sample', '/usr/local/share/postgresql/postgresql.conf.sample']
  const data = facts.distribution.dataPath?.(facts)
  return [`${data ?? '/var/lib/postgresql/data'}/postgresql.conf`, ...samples]
}

/** The last line of that name; unknown where the file takes in one that is not here. */
function inPostgresFile(
  { path, source, at }: { readonly path: string; readonly source: Source; readonly at: Span },
  name: string,
  files: ReturnType<typeof containerFilesOf>,
  reading: Reading,
): Setting | undefined {
  let last: Setting | undefined
  const line = /^[ \t]*([A-Za-z_]+)[ \t]*(?:=[ \t]*|[ \t])('[^'\n]*'|[^#\s]+)/gm
  for (const match of source.text.matchAll(line)) {
    const [whole, key = '', value = ''] = match
    const span = { path: source.path, start: match.index, end: match.index + whole.length }
    const bare = value.replace(/^'(.*)'$/, '$1')
    if (key.toLowerCase() === name) last = { value: known(bare, span), at: span }
    else if (/^include(?:_if_exists)?$/i.test(key)) {
      const inner = bare.startsWith('/') ? bare : `${directoryOf(path)}/${bare}`
      const found = mayGoOn(reading) ? files.find(inner) : undefined
      if (found?.state === 'file') last = inPostgresFile(found.file, name, files, deeper(reading)) ?? last
      else last = { value: unknown(span, `${inner} is not in the repository`), at: span }
    } else if (/^include_dir$/i.test(key)) last = inDirectory(bare, path, name, files, reading, span) ?? last
  }
  return last ?? (source.malformed ? { value: unknown(at, `${path} is not a text`), at } : undefined)
}

function mayGoOn({ left, depth }: Reading): boolean {
  return depth < DEEPEST && left.count-- > 0
}

function deeper({ left, depth }: Reading): Reading {
  return { left, depth: depth + 1 }
}

function inDirectory(
  directory: string,
  from: string,
  name: string,
  files: ReturnType<typeof containerFilesOf>,
  reading: Reading,
  at: Span,
): Setting | undefined {
  const inner = directory.startsWith('/') ? directory : `${directoryOf(from)}/${directory}`
  const found = mayGoOn(reading) ? files.match(`${inner}/*.conf`) : undefined
  if (!found || found.hidden) return { value: unknown(at, `${inner} is not in the repository`), at }
  let last: Setting | undefined
  for (const file of found.files) last = inPostgresFile(file, name, files, deeper(reading)) ?? last
  return last
}

/** `ALTER SYSTEM SET name = value` in a script that runs at the first start. */
function alteredBy({ ownFiles }: Workload, name: string): Setting | undefined {
  const statement = new RegExp(
    `\\balter\\s{1,20}system\\s{1,20}set\\s{1,20}${name}\\s{0,20}(?:=|\\bto\\b)\\s{0,20}'?(\\w+)`,
    'i',
  )
  for (const source of ownFiles?.texts ?? []) {
    if (!/alter\s{1,20}system/i.test(source.text)) continue
    const found = statement.exec(source.text)
    if (!found) continue
    const at = { path: source.path, start: found.index, end: found.index + found[0].length }
    return { value: known(found[1] ?? '', at), at }
  }
  return undefined
}

/** Whether a script of the first start that is not here may do so. */
function mayAlter({ ownFiles, mounts }: Workload): boolean {
  if (ownFiles?.complete !== false) return false
  return mounts.some(mount => /docker-entrypoint-initdb\.d/.test(knownValue(mount.target) ?? ''))
}

/** Where the images of MySQL and MariaDB read options, later files over earlier ones. */
const MYSQL_FILES = [
  '/etc/my.cnf',
  '/etc/mysql/my.cnf',
  '/etc/mysql/conf.d/*.cnf',
  '/etc/mysql/mariadb.conf.d/*.cnf',
  '/etc/my.cnf.d/*.cnf',
]

/** A setting of the section of the server in the option files: https://dev.mysql.com/doc/refman/8.4/en/option-files.html */
export function mysqlFileSetting(workload: Workload, name: string, tree: Tree): Setting | undefined {
  const files = containerFilesOf(workload, tree)
  let last: Setting | undefined
  for (const pattern of MYSQL_FILES) {
    const found = files.match(pattern)
    for (const { source } of found.files) last = inOptionFile(source, name) ?? last
    if (found.hidden) last = { value: unknown(found.hidden.at, found.hidden.because), at: found.hidden.at }
  }
  return last
}

function inOptionFile(source: Source, name: string): Setting | undefined {
  let isServer = false
  let last: Setting | undefined
  const line = /^[ \t]*(?:\[([^\]\n]*)\]|([\w-]+)[ \t]*=[ \t]*([^#\s]+))/gm
  for (const match of source.text.matchAll(line)) {
    const [whole, section, key, value = ''] = match
    if (section !== undefined) isServer = /^(?:mysqld|mariadbd?|server)(?:[-.\d]*)$/i.test(section.trim())
    else if (isServer && key?.replaceAll('-', '_').toLowerCase() === name) {
      const at = { path: source.path, start: match.index, end: match.index + whole.trimEnd().length }
      last = { value: known(value, at), at }
    }
  }
  return last
}
