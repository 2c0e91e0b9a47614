import type { Source } from '../../source.js'
import { templateProblem } from '../go-template.js'
import { child, itemsOf, type MapNode, type Node, type Problem, textOf } from '../node.js'
import {
  isGiven,
  list,
  mapOf,
  number,
  record,
  refuse,
  type Shape,
  type ShapeLog,
  shapeProblems,
  text,
} from '../strict.js'
import { parsePrometheusDuration } from './duration.js'
import { duration } from './http-client.js'
import { checkPromql, type PromqlOptions } from './promql.js'

/**
 * What Prometheus refuses in a rule file: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/. One bad rule
 * makes it refuse the whole configuration.
 */
export function checkRuleFile(source: Source, root: Node | undefined, options: PromqlOptions = {}): readonly Problem[] {
  return shapeProblems(source, root, record({ groups: list(group(options)) }, checkGroups))
}

const labels = mapOf(text(), name => (name === '' || name === '__name__' ? `invalid label name: ${name}` : undefined))
const annotations = mapOf(text(), name => (name === '' ? 'invalid annotation name: ' : undefined))

function group(options: PromqlOptions): Shape {
  const rule = record(
    {
      record: text(),
      alert: text(),
      expr: text(),
      for: text(duration),
      keep_firing_for: text(duration),
      labels,
      annotations,
    },
    (node, log) => checkRule(node, log, options),
  )
  return record({
    name: text(),
    interval: text(duration),
    query_offset: text(duration),
    limit: number(),
    rules: list(rule),
    labels,
  })
}

function checkGroups(node: MapNode, log: ShapeLog): void {
  const seen = new Set<string>()
  for (const item of itemsOf(child(node, 'groups'))) {
    const name = textOf(child(item, 'name')) ?? ''
    if (name === '') refuse(log, item.at, 'Groupname must not be empty')
    if (seen.has(name)) refuse(log, item.at, `groupname: "${name}" is repeated in the same file`)
    seen.add(name)
  }
}

function checkRule(node: MapNode, log: ShapeLog, options: PromqlOptions): void {
  const [isRecord, isAlert] = [isGiven(node, 'record'), isGiven(node, 'alert')]
  if (isRecord && isAlert) refuse(log, node.at, "only one of 'record' and 'alert' must be set")
  if (!isRecord && !isAlert) refuse(log, node.at, "one of 'record' or 'alert' must be set")
  const expression = child(node, 'expr')
  const written = textOf(expression) ?? ''
  if (!expression || written === '') refuse(log, node.at, "field 'expr' must be set in rule")
  else {
    const problem = checkPromql(written, options)
    if (problem) refuse(log, expression.at, `could not parse expression: ${problem.message}`)
  }
  if (isRecord) checkRecord(node, log)
  if (isAlert) checkTemplates(node, log)
}

function checkRecord(node: MapNode, log: ShapeLog): void {
  const name = textOf(child(node, 'record')) ?? ''
  const notes = child(node, 'annotations')
  if (notes?.kind === 'map' && notes.entries.size > 0)
    refuse(log, node.at, "invalid field 'annotations' in recording rule")
  for (const key of ['for', 'keep_firing_for'])
    if (parsePrometheusDuration(textOf(child(node, key)) ?? '0') !== 0)
      refuse(log, node.at, `invalid field '${key}' in recording rule`)
  if (/[{}]/.test(name))
    refuse(log, node.at, `braces present in the recording rule name; should it be in expr?: ${name}`)
}

/** Names that rules may use in labels and annotations: https://prometheus.io/docs/prometheus/latest/configuration/template_reference/ */
const FUNCTIONS = new Set(
  'query first label value strvalue args reReplaceAll safeHtml match title toUpper toLower graphLink tableLink sortByLabel stripPort stripDomain humanize humanize1024 humanizeDuration humanizePercentage humanizeTimestamp toTime toDuration now pathPrefix externalURL parseDuration tmpl urlQueryEscape'.split(
    ' ',
  ),
)
const VARIABLES = ['labels', 'externalLabels', 'externalURL', 'value']

function checkTemplates(node: MapNode, log: ShapeLog): void {
  for (const section of ['labels', 'annotations']) {
    const texts = child(node, section)
    if (texts?.kind !== 'map') continue
    for (const [name, { node: value }] of texts.entries) {
      const problem = templateProblem(textOf(value) ?? '', { functions: FUNCTIONS, variables: VARIABLES })
      if (problem !== undefined) refuse(log, value.at, `${section.slice(0, -1)} "${name}": ${problem}`)
    }
  }
}
