import { readRuleFile } from '../../parse/prometheus/rules.js'
import { parseYaml } from '../../parse/yaml.js'
import { isWithin, joinPath } from '../../paths.js'
import { knownValue, type Source, type Span } from '../../source.js'
import type { RepositoryFile, Tree } from '../../tree.js'
import { copyOf } from '../image/build-steps.js'
import type { Workload } from '../system.js'
import type { PrometheusServer } from './prometheus.js'

/** A file of the repository that defines alerts. */
export interface AlertFile {
  /** The first alert in it. */
  readonly at: Span
  /** `rules`: a rule file of Prometheus · `resource`: a PrometheusRule · `grafana`: provisioning · `monitor`: of a hosted service, as code. */
  readonly kind: 'rules' | 'resource' | 'grafana' | 'monitor'
  /**
   * Whether production evaluates it. `loaded`: it does · `unnamed`: Prometheus has the file, and `rule_files` does not name
   * it · `unmounted`: no container has it · `unknown`: something that the repository does not hold would tell.
   */
  readonly loading: 'loaded' | 'unnamed' | 'unmounted' | 'unknown'
}

/** An alert in a Prometheus rule file or a PrometheusRule: https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
const PROMETHEUS_ALERT = /^[ \t]*(?:-[ \t]+)?alert[ \t]*:[ \t]*\S/m
/** A rule of Grafana's provisioning: https://grafana.com/docs/grafana/latest/alerting/set-up/provision-alerting-resources/ */
const GRAFANA_ALERT = /^[ \t]*(?:-[ \t]+)?condition[ \t]*:[ \t]*\S/m
/** Monitors of hosted services as Terraform resources. */
const TERRAFORM_ALERT =
  /^resource[ \t]+"(?:datadog_monitor|grafana_rule_group|newrelic_nrql_alert_condition|aws_cloudwatch_metric_alarm|google_monitoring_alert_policy|azurerm_monitor_metric_alert)"/m

/** The files that define alerts, each at its first one, and whether the servers of production read them. */
export function alertFilesOf(
  tree: Tree,
  workloads: readonly Workload[],
  servers: readonly PrometheusServer[],
): readonly AlertFile[] {
  const loaded = loadedAlerts(servers)
  const paths = new Set(loadedSources(servers).map(source => source.path))
  const others = tree.files.flatMap((file): readonly AlertFile[] => {
    const at = paths.has(file.path) ? undefined : firstAlert(file, tree)
    if (!at) return []
    const kind = kindOf(file, tree)
    if (kind === 'grafana') return [{ at, kind, loading: grafanaLoading(file.path, workloads) }]
    return [{ at, kind, loading: kind === 'rules' ? ruleLoading(file.path, workloads, servers) : 'unknown' }]
  })
  return [...loaded, ...others]
}

/** The rule files that a server evaluates, each once. */
export function loadedSources(servers: readonly PrometheusServer[]): readonly Source[] {
  const found = servers.flatMap(({ configuration, forwardsOnly }) =>
    configuration.state === 'read' && !forwardsOnly
      ? configuration.ruleFiles.flatMap(pattern => pattern.found.files.map(file => file.source))
      : [],
  )
  return [...new Map(found.map(source => [`${source.path} ${source.text.length}`, source])).values()]
}

function loadedAlerts(servers: readonly PrometheusServer[]): readonly AlertFile[] {
  return loadedSources(servers).flatMap(source => {
    const first = readRuleFile(source)
      .groups.flatMap(group => group.rules)
      .find(rule => rule.alert)?.alert
    return first ? [{ at: first.at, kind: 'rules', loading: 'loaded' } satisfies AlertFile] : []
  })
}

function firstAlert({ path, format }: RepositoryFile, tree: Tree): Span | undefined {
  const pattern = patternFor(path, format)
  const source = pattern && tree.read(path)
  if (!source) return undefined
  const { text } = source
  const beside =
    pattern === PROMETHEUS_ALERT ? /^[ \t]*expr[ \t]*:/m : pattern === GRAFANA_ALERT ? /^[ \t]*folder[ \t]*:/m : /^/
  const match = beside.test(text) ? pattern.exec(text) : null
  const found = match ?? (pattern === PROMETHEUS_ALERT ? brokenGroups(source) : null)
  return found ? { path, start: found.index, end: found.index + found[0].length } : undefined
}

/** What a rule file that cannot be read holds is not known: it counts as one with alerts. */
function brokenGroups(source: Source): RegExpExecArray | null {
  const groups = /^groups[ \t]*:/m.exec(source.text)
  return groups && parseYaml(source).problems.length > 0 ? groups : null
}

function kindOf({ path, format }: RepositoryFile, tree: Tree): AlertFile['kind'] {
  const pattern = patternFor(path, format)
  if (pattern === TERRAFORM_ALERT) return 'monitor'
  if (pattern === GRAFANA_ALERT) return 'grafana'
  const isResource = format === 'helm' || /^kind[ \t]*:[ \t]*["']?PrometheusRule/m.test(tree.read(path)?.text ?? '')
  return isResource ? 'resource' : 'rules'
}

function patternFor(path: string, format: string): RegExp | undefined {
  if (path.endsWith('.tf')) return TERRAFORM_ALERT
  if (/\.rules$/.test(path)) return PROMETHEUS_ALERT
  if (format !== 'yaml' && format !== 'helm') return undefined
  return /(^|\/)provisioning\/alerting\//.test(path) ? GRAFANA_ALERT : PROMETHEUS_ALERT
}

function ruleLoading(
  path: string,
  workloads: readonly Workload[],
  servers: readonly PrometheusServer[],
): AlertFile['loading'] {
  const evaluating = servers.filter(server => !server.forwardsOnly)
  if (evaluating.length === 0) return 'unknown'
  let unclear = false
  for (const { configuration } of evaluating) {
    if (configuration.state === 'unknown') unclear = true
    if (configuration.state !== 'read') continue
    for (const { found } of configuration.ruleFiles) {
      if (found.hidden) unclear = true
    }
  }
  const holders = workloads.filter(workload => holds(workload, path))
  // Loki, Thanos, Mimir and vmalert evaluate rules of the same form.
  if (unclear || holders.some(holder => !evaluating.some(server => server.workload === holder))) return 'unknown'
  return holders.length > 0 ? 'unnamed' : 'unmounted'
}

function grafanaLoading(path: string, workloads: readonly Workload[]): AlertFile['loading'] {
  const grafanas = workloads.filter(({ software }) => software?.id === 'grafana')
  if (grafanas.some(grafana => holds(grafana, path))) return 'loaded'
  return grafanas.length > 0 ? 'unmounted' : 'unknown'
}

/** Whether a file of the repository is mounted into a container, or copied into its image. */
function holds({ mounts, image }: Workload, path: string): boolean {
  const isMounted = mounts.some(mount => {
    if (mount.files) return mount.files.some(file => file.source.path === path)
    const source = mount.type === 'bind' ? knownValue(mount.source) : undefined
    return source !== undefined && isWithin(source, path)
  })
  const context = image?.context
  if (isMounted || !context || !isWithin(context.path, path)) return isMounted
  const instructions = (image.stages ?? []).flatMap(stage => stage.instructions)
  return instructions.some(instruction => {
    const copy = copyOf(instruction)
    if (!copy || copy.from) return false
    return copy.sources.some(({ text }) => context.find(text).some(file => joinPath(context.path, file) === path))
  })
}
