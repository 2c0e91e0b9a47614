import type { Source, Span } from '../../source.js'
import { child, entriesOf, itemsOf, type Node, textOf } from '../node.js'
import { parseYaml } from '../yaml.js'
import { type RelabelRule, relabelRulesOf } from './relabel.js'
import { type Written, writtenAt, writtenItems, writtenOf } from './written.js'

/** Where a scrape job, or Prometheus looking for its Alertmanagers, finds its targets. */
export interface TargetSources {
  /** Written in the configuration itself (`static_configs`), or asked of DNS by name (`dns_sd_configs`). */
  readonly targets: readonly WrittenTarget[]
  /** Patterns of `file_sd_configs`. */
  readonly files: readonly Written[]
  /** The other mechanisms in use: `kubernetes`, `docker`, `consul` …, with the section and its key. */
  readonly discovered: readonly Discovery[]
  readonly relabeling: readonly RelabelRule[]
}

/** Something that finds targets at run time: `dns_sd_configs`, `kubernetes_sd_configs`. */
export interface Discovery {
  readonly mechanism: string
  readonly node: Node
  readonly at: Span
}

/** A target before relabeling. */
export interface WrittenTarget {
  /** `host:port`, or a host alone. */
  readonly address: string
  /** Labels that the group gives it. */
  readonly labels: ReadonlyMap<string, string>
  readonly by: 'static' | 'file' | 'dns'
  readonly at: Span
}

/** Reads the `…_sd_configs`, `static_configs` and `relabel_configs` of a job or of one entry of `alertmanagers`. */
export function targetSourcesOf(node: Node | undefined): TargetSources {
  const discovered = entriesOf(node).flatMap(([key, section, at]) => {
    const mechanism = /^(\w+)_sd_configs$/.exec(key)?.[1]
    if (mechanism === undefined || mechanism === 'file' || mechanism === 'dns') return []
    return itemsOf(section).map(item => ({ mechanism, node: item, at }))
  })
  return {
    targets: [
      ...itemsOf(child(node, 'static_configs')).flatMap(group => groupTargets(group, 'static')),
      ...itemsOf(child(node, 'dns_sd_configs')).flatMap(dnsTargets),
    ],
    files: itemsOf(child(node, 'file_sd_configs')).flatMap(item => writtenItems(child(item, 'files'))),
    discovered,
    relabeling: relabelRulesOf(child(node, 'relabel_configs')),
  }
}

/** The targets of a file of `file_sd_configs`, JSON or YAML: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#file_sd_config */
export function targetsInFile(source: Source): readonly WrittenTarget[] {
  return itemsOf(parseYaml(source).documents[0]?.root).flatMap(group => groupTargets(group, 'file'))
}

function groupTargets(group: Node, by: WrittenTarget['by']): readonly WrittenTarget[] {
  const labels = new Map(entriesOf(child(group, 'labels')).map(([name, value]) => [name, textOf(value) ?? '']))
  return itemsOf(child(group, 'targets')).flatMap(item => {
    const target = writtenOf(item)
    return target ? [{ address: target.text, labels, by, at: target.at }] : []
  })
}

/** A and AAAA records are asked for by name with a port of the configuration's; SRV and the like bring their own. */
function dnsTargets(section: Node): readonly WrittenTarget[] {
  const type = (writtenAt(section, 'type')?.text ?? 'SRV').toUpperCase()
  const port = writtenAt(section, 'port')?.text
  return writtenItems(child(section, 'names')).map(name => ({
    address: type === 'A' || type === 'AAAA' ? (port === undefined ? name.text : `${name.text}:${port}`) : name.text,
    labels: new Map(),
    by: 'dns',
    at: name.at,
  }))
}
