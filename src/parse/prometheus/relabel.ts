import type { Span } from '../../source.js'
import { child, itemsOf, type Node, textOf } from '../node.js'
import { writtenAt, writtenItems } from './written.js'

/** One entry of `relabel_configs`: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export interface RelabelRule {
  readonly action: string
  readonly sourceLabels: readonly string[]
  readonly separator: string
  readonly regex: string
  readonly replacement: string
  readonly targetLabel?: string
  readonly at: Span
}

/** Reads a list of relabel rules, with the defaults of Prometheus for what they leave out. */
export function relabelRulesOf(node: Node | undefined): readonly RelabelRule[] {
  return itemsOf(node).map(item => {
    const targetLabel = writtenAt(item, 'target_label')?.text
    return {
      action: (writtenAt(item, 'action')?.text ?? 'replace').toLowerCase(),
      sourceLabels: writtenItems(child(item, 'source_labels')).map(label => label.text),
      separator: scalar(item, 'separator') ?? ';',
      regex: scalar(item, 'regex') ?? '(.*)',
      replacement: scalar(item, 'replacement') ?? '$1',
      ...(targetLabel === undefined ? {} : { targetLabel }),
      at: item.at,
    }
  })
}

/** Empty text is a value of its own. */
function scalar(item: Node, key: string): string | undefined {
  const node = child(item, key)
  return node === undefined ? undefined : (textOf(node) ?? '')
}

/** Labels of one target, or what became of it: dropped, or it hangs on an expression that is not evaluated here. */
export type Relabeled = ReadonlyMap<string, string> | 'dropped' | 'unknown'

/** Labels that decide what is asked for. */
const DECISIVE = /^__(?:address__|scheme__|metrics_path__|param_)/

/**
 * Applies the rules to the labels of a target. Expressions that could take long to match are not evaluated: a rule with one
 * makes the target unknown where it decides about it.
 */
export function relabel(labels: ReadonlyMap<string, string>, rules: readonly RelabelRule[]): Relabeled {
  const current = new Map(labels)
  for (const rule of rules) {
    const value = rule.sourceLabels.map(label => current.get(label) ?? '').join(rule.separator)
    const match = matchWhole(rule.regex, value)
    if (rule.action === 'keep' || rule.action === 'drop') {
      if (match === undefined) return 'unknown'
      if ((match !== null) !== (rule.action === 'keep')) return 'dropped'
    } else if (rule.action === 'keepequal' || rule.action === 'dropequal') {
      const isEqual = value === (current.get(rule.targetLabel ?? '') ?? '')
      if (isEqual !== (rule.action === 'keepequal')) return 'dropped'
    } else if (rule.action === 'replace') {
      if (match === undefined && DECISIVE.test(rule.targetLabel ?? '')) return 'unknown'
      if (match) replaceLabel(rule, match, current)
    } else if (rule.action === 'labelmap' || rule.action === 'labeldrop' || rule.action === 'labelkeep') {
      const touches = [...current.keys()].some(name => DECISIVE.test(name) && matchWhole(rule.regex, name) !== null)
      if (touches !== (rule.action === 'labelkeep')) return 'unknown'
    }
  }
  return current
}

function replaceLabel(rule: RelabelRule, match: RegExpExecArray, labels: Map<string, string>): void {
  const name = expand(rule.targetLabel ?? '', match)
  const value = expand(rule.replacement, match)
  if (value === '') labels.delete(name)
  else labels.set(name, value)
}

/** `$1`, `${1}`, `$name`, `${name}`, `$$`: https://pkg.go.dev/regexp#Regexp.Expand */
function expand(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(?:(\$)|(\w+)|\{(\w+)\})/g, (_, dollar, bare, braced) => {
    if (dollar) return '$'
    const name = bare ?? braced
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? ''
  })
}

const LONGEST_EXPRESSION = 200
const LONGEST_VALUE = 500

/** The match of the whole value, null when there is none, undefined when the expression is not evaluated. */
function matchWhole(regex: string, value: string): RegExpExecArray | null | undefined {
  if (value.length > LONGEST_VALUE || !isTame(regex)) return undefined
  try {
    return new RegExp(`^(?:${regex.replace(/\(\?P</g, '(?<')})$`, 'su').exec(value)
  } catch {
    return undefined
  }
}

/** At most two repetitions, none within another, so that matching takes at most the square of the length. */
function isTame(regex: string): boolean {
  if (regex.length > LONGEST_EXPRESSION || /\\[^.\-/:_\d\wdws]|\(\?[^:P]/.test(regex)) return false
  const bare = regex.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  const repeated = bare.match(/[*+]|\{\d/g)?.length ?? 0
  const nested = /[*+{?][^()]*\)[*+{]/.test(bare)
  return repeated <= 2 && !nested
}
