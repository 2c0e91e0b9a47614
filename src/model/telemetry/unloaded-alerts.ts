import { directoryOf, fileName, isWithin, nameWords } from '../../paths.js'
import type { Span } from '../../source.js'
import type { System } from '../system.js'
import type { AlertFile } from './alerts.js'
import type { PrometheusServer } from './prometheus.js'

/** Rule files that a server was to evaluate and does not, all for one reason. */
export interface UnloadedAlerts {
  readonly files: readonly AlertFile[]
  /** As a sentence without a full stop. */
  readonly what: string
  readonly fix: string
  readonly at: Span
}

/** Words of paths that hold rules of other places and times. */
const ELSEWHERE = new Set([
  'test',
  'tests',
  'example',
  'examples',
  'sample',
  'samples',
  'docs',
  'doc',
  'old',
  'archive',
])
const LEFT_OVER = new Set(['backup', 'bak', 'copy', 'template', 'templates', 'dev', 'local', 'staging', 'vendor'])

/** What is not evaluated though it lies ready for a server whose configuration is known, by server. */
export function unloadedAlerts({ telemetry }: System): readonly UnloadedAlerts[] {
  const ready = telemetry.alertFiles.filter(
    ({ kind, loading }) => kind === 'rules' && (loading === 'unnamed' || loading === 'unmounted'),
  )
  const loaded = telemetry.alertFiles.filter(({ loading }) => loading === 'loaded')
  const servers = telemetry.prometheus.filter(({ forwardsOnly }) => !forwardsOnly)
  const [server] = servers
  if (!server || ready.length === 0) return []
  const places = servers.flatMap(({ configuration }) =>
    configuration.state === 'read' ? [directoryOf(configuration.config.path)] : [],
  )
  const near = ready.filter(file => isMeant(file, loaded.length > 0 ? places : ['.']))
  const meant = near.length > 0 || loaded.length > 0 ? near : ready
  return meant.length > 0 ? [unloadedBy(server, meant)] : []
}

/** With rules in force elsewhere, only those beside the configuration; copies and tests never. */
function isMeant({ at }: AlertFile, places: readonly string[]): boolean {
  const isElsewhere = nameWords(at.path).some(word => ELSEWHERE.has(word) || LEFT_OVER.has(word))
  return !isElsewhere && places.some(place => isWithin(place, at.path))
}

function unloadedBy({ workload, configuration }: PrometheusServer, files: readonly AlertFile[]): UnloadedAlerts {
  const names = listed(files.map(file => file.at.path))
  const alerts = files.length === 1 ? `the alerts in ${names} are` : `the alerts in ${names} are all`
  if (configuration.state !== 'read') {
    return {
      files,
      what: `${workload.name} runs the configuration of its image, so ${alerts} evaluated by nobody`,
      fix: `Mount a configuration of your own with \`rule_files:\` at ${'path' in configuration ? configuration.path : '/etc/prometheus/prometheus.yml'}, and the rule files beside it.`,
      at: workload.at,
    }
  }
  const { config, ruleFiles, at } = configuration
  const first = files[0]?.at.path ?? ''
  if (ruleFiles.length === 0) {
    return {
      files,
      what: `${config.path} has no \`rule_files\`, so ${alerts} not evaluated`,
      fix: `Mount ${listed(files.map(file => file.at.path))} into ${workload.name} and add \`rule_files: [/etc/prometheus/${fileName(first)}]\`.`,
      at: config.at,
    }
  }
  const patterns = listed(ruleFiles.map(({ pattern }) => pattern))
  const isMounted = files.some(({ loading }) => loading === 'unnamed')
  return {
    files,
    what: isMounted
      ? `\`rule_files\` of ${config.path} names ${patterns}, so ${alerts} not evaluated`
      : `${names} ${files.length === 1 ? 'is' : 'are'} not mounted into ${workload.name}, which looks for rules at ${patterns}`,
    fix: isMounted
      ? `Add the path of ${names} in the container to \`rule_files:\`.`
      : `Mount it: \`volumes: ["./${first}:${targetFor(ruleFiles[0]?.pattern ?? '', first)}:ro"]\`.`,
    at: isMounted ? (ruleFiles[0]?.written.at ?? config.at) : at,
  }
}

/** Where a file has to be so that a pattern finds it. */
function targetFor(pattern: string, path: string): string {
  return /[*?[]/.test(pattern) ? `${directoryOf(pattern)}/${fileName(path)}` : pattern
}

const MOST_NAMES = 3

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown
}
