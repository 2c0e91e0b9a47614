import { descend } from '../parse/node.js'
import { parseShell, programOf, type ShellCommand, type ShellScript } from '../parse/shell.js'
import type { Tree } from '../tree.js'
import { scriptsRunBy } from './run-scripts.js'
import { holdsScripts, scriptTexts } from './script-texts.js'
import type { Cluster, Restore, Workload } from './system.js'

/** A command that loads a copy back: its program, words that it must have, and what it loads into. */
interface Loader {
  readonly program: RegExp
  readonly with?: RegExp
  readonly without?: RegExp
  readonly covers: readonly string[]
}

const LOADERS: readonly Loader[] = [
  // With --list it only shows what is in the copy.
  { program: /^pg_restore$/, without: /^(?:-l|--list)$/, covers: ['postgres'] },
  { program: /^pgbackrest$/, with: /^restore$/, covers: ['postgres'] },
  { program: /^barman$/, with: /^(?:recover|restore)$/, covers: ['postgres'] },
  { program: /^wal-g$/, with: /^(?:backup-fetch|.*restore)$/, covers: ['postgres', 'mysql', 'mariadb', 'mongodb'] },
  {
    program: /^(?:xtrabackup|mariabackup|mariadb-backup)$/,
    with: /^--(?:copy|move)-back$/,
    covers: ['mysql', 'mariadb'],
  },
  { program: /^myloader$/, covers: ['mysql', 'mariadb'] },
  { program: /^mongorestore$/, covers: ['mongodb'] },
  { program: /^pbm$/, with: /^restore$/, covers: ['mongodb'] },
  { program: /^clickhouse-backup$/, with: /^restore/, covers: ['clickhouse'] },
  { program: /^influxd?$/, with: /^restore$/, covers: ['influxdb'] },
  { program: /^neo4j-admin$/, with: /^(?:load|restore)$/, covers: ['neo4j'] },
  { program: /^(?:restic|duplicity|kopia|velero|rsnapshot)$/, with: /^restore$/, covers: ['volume'] },
  { program: /^borg$/, with: /^extract$/, covers: ['volume'] },
]

/** Clients that load what they are given: a copy, where the name of the script or of the file says so. */
const CLIENTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['psql', ['postgres']],
  ['mysql', ['mysql', 'mariadb']],
  ['mariadb', ['mysql', 'mariadb']],
  ['redis-cli', ['redis', 'valkey', 'keydb']],
  ['mc', ['minio']],
  ['tar', ['volume']],
  ['rsync', ['volume']],
])
const COPY_NAME = /backup|dump|restore|\.sql\.(?:gz|zst|xz|bz2)|\.(?:gz|zst|gpg|age)$/i
const MENTION =
  /restore|pgbackrest|barman|wal-g|xtrabackup|mariabackup|mariadb-backup|myloader|borg|neo4j-admin|psql|mysql|mariadb|clickhouse-backup/

/** Where the repository loads copies back: scripts, targets, pipelines, jobs, resources of operators. Documents are none. */
export function restoresOf(
  workloads: readonly Workload[],
  clusters: readonly Cluster[],
  tree: Tree,
): readonly Restore[] {
  return [
    ...workloads.flatMap(workload =>
      scriptsRunBy(workload, tree).flatMap(script => restoresIn(script, /restore/i.test(workload.name))),
    ),
    ...workloads.flatMap(ofArguments),
    ...clusters.flatMap(ofCluster),
    ...tree.files.flatMap(file => {
      const source = holdsScripts(file) ? tree.read(file.path) : undefined
      if (!source || !(MENTION.test(source.text) || /restore/i.test(file.path))) return []
      return scriptTexts(source, file).flatMap(({ script, name }) =>
        restoresIn(script, /restore/i.test(name ?? file.path.slice(file.path.lastIndexOf('/') + 1))),
      )
    }),
  ]
}

function ofArguments({ start }: Workload): readonly Restore[] {
  if (!start || start.script) return []
  const text = start.argv.map(word => `'${(word ?? '').replaceAll("'", '')}'`).join(' ')
  return restoresIn(parseShell(text, start.at), false)
}

/** Resources by which operators load a copy: `Restore` and its like, and a cluster that begins as a copy. */
function ofCluster({ objects }: Cluster): readonly Restore[] {
  return objects.flatMap(({ kind, node, at }) => {
    const recovers = kind === 'Cluster' && descend(node, 'spec', 'bootstrap', 'recovery') !== undefined
    return recovers || /Restore$/.test(kind) ? [{ covers: ['any'], at }] : []
  })
}

function restoresIn(script: ShellScript, isNamedSo: boolean): readonly Restore[] {
  const covers = new Set<string>()
  for (const command of script.commands) for (const id of loadedBy(command, isNamedSo, script)) covers.add(id)
  return covers.size === 0 ? [] : [{ covers: [...covers], at: script.at }]
}

const THROUGH = /^(?:docker|docker-compose|podman|nerdctl|kubectl|oc|ssh)$/

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/
const DEEPEST = 3

/** What `docker exec db sh -c "gunzip -c copy.sql.gz | psql"` gives to the shell. */
function textOf(words: readonly string[]): string | undefined {
  const at = words.findIndex((word, index) => SHELL.test(word) && /^-\w*c$/.test(words[index + 1] ?? ''))
  return at === -1 ? undefined : words[at + 2]
}

function loadedBy(command: ShellCommand, isNamedSo: boolean, script: ShellScript, depth = 0): readonly string[] {
  const { words } = command
  const program = programOf(words)
  const through = (program !== undefined && THROUGH.test(program)) || /^\$[({]/.test(words[0] ?? '')
  const names = through ? words.map(word => word.slice(word.lastIndexOf('/') + 1)) : [program ?? '']
  const inner = textOf(words)
  if (inner !== undefined && depth < DEEPEST) {
    const found = parseShell(inner, { path: '', start: 0, end: 0 })
    return found.commands.flatMap(one => loadedBy(one, isNamedSo, found, depth + 1))
  }
  const loader = LOADERS.find(
    one =>
      names.some(name => one.program.test(name)) &&
      (!one.with || words.some(word => one.with?.test(word))) &&
      !(one.without && words.some(word => one.without?.test(word))),
  )
  if (loader) return loader.covers
  const client = names.find(name => CLIENTS.has(name))
  if (client === undefined) return []
  return isNamedSo || takesCopy(command, script) ? (CLIENTS.get(client) ?? []) : []
}

/** `psql < backup.sql`, `gunzip -c dump.sql.gz | psql`. */
function takesCopy(command: ShellCommand, { commands }: ShellScript): boolean {
  if (!/^(?:psql|mysql|mariadb|docker|podman|kubectl)$/.test(programOf(command.words) ?? '')) return false
  if (command.redirects.some(({ operator, target }) => operator === '<' && COPY_NAME.test(target))) return true
  const before = commands[commands.indexOf(command) - 1]
  return (
    command.joined === '|' &&
    before !== undefined &&
    /^(?:gunzip|zcat|gzip|zstd|zstdcat|xzcat|bzcat|pigz|gpg|age|aws|rclone|mc|gsutil|openssl)$/.test(
      programOf(before.words) ?? '',
    )
  )
}
