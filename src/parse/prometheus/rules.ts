import type { Source, Span } from '../../source.js'
import { child, itemsOf, type Node, type Problem } from '../node.js'
import { parseYaml } from '../yaml.js'
import { type Written, writtenAt } from './written.js'

/** A rule file: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/#configuring-rules */
export interface RuleFile {
  readonly path: string
  readonly root: Node | undefined
  readonly groups: readonly RuleGroup[]
  /** What is wrong with the YAML. */
  readonly problems: readonly Problem[]
}

/** A group of a rule file. */
export interface RuleGroup {
  readonly name?: Written
  readonly rules: readonly PrometheusRule[]
  readonly at: Span
}

/** A rule: one that alerts, or one that records. */
export interface PrometheusRule {
  readonly alert?: Written
  readonly record?: Written
  readonly expression?: Written
  readonly at: Span
}

/** Reads a rule file. Never throws: what is not as it should be is left out. */
export function readRuleFile(source: Source): RuleFile {
  const { documents, problems } = parseYaml(source)
  const root = documents[0]?.root
  return { path: source.path, root, groups: ruleGroupsOf(root), problems }
}

/** The groups below `groups`: of a rule file, or of the `spec` of a PrometheusRule. */
function ruleGroupsOf(node: Node | undefined): readonly RuleGroup[] {
  return itemsOf(child(node, 'groups')).map(group => ({
    ...optional('name', writtenAt(group, 'name')),
    rules: itemsOf(child(group, 'rules')).map(rule => ({
      ...optional('alert', writtenAt(rule, 'alert')),
      ...optional('record', writtenAt(rule, 'record')),
      ...optional('expression', writtenAt(rule, 'expr')),
      at: rule.at,
    })),
    at: group.at,
  }))
}

function optional<Key extends string>(key: Key, value: Written | undefined): { readonly [K in Key]?: Written } {
  return (value ? { [key]: value } : {}) as { readonly [K in Key]?: Written }
}
