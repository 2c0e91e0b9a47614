import { child, type MapNode, textOf } from '../node.js'
import { readRe2 } from '../re2.js'
import { isGiven, isNothing, list, number, record, refuse, type ShapeLog, text } from '../strict.js'

const ACTIONS = [
  'replace',
  'keep',
  'drop',
  'hashmod',
  'labelmap',
  'labeldrop',
  'labelkeep',
  'lowercase',
  'uppercase',
  'keepequal',
  'dropequal',
]
const RELABEL = record(
  {
    source_labels: list(text(name => (name === '' ? '"" is not a valid label name' : undefined))),
    separator: text(),
    regex: text(value => {
      const regex = readRe2(`^(?s:${value})$`)
      return regex.valid ? undefined : `error parsing regexp: ${regex.problem}`
    }),
    modulus: number(0),
    target_label: text(),
    replacement: text(),
    action: text(value => (ACTIONS.includes(value.toLowerCase()) ? undefined : `unknown relabel action "${value}"`)),
  },
  checkRelabel,
)

/** Actions that write a label. */
const WRITING = new Set(['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal'])

function checkRelabel(node: MapNode, log: ShapeLog): void {
  const action = (textOf(child(node, 'action')) ?? 'replace').toLowerCase()
  const fail = (message: string) => refuse(log, node.at, message)
  const isWritten = (key: string, fallback: string) => {
    const value = child(node, key)
    return value !== undefined && !isNothing(value) && textOf(value) !== fallback
  }
  if (action === 'hashmod' && Number(textOf(child(node, 'modulus')) ?? 0) === 0)
    fail('relabel configuration for hashmod requires non-zero modulus')
  if (WRITING.has(action) && !isGiven(node, 'target_label'))
    fail(`relabel configuration for ${action} action requires 'target_label' value`)
  const replaces = isWritten('replacement', '$1')
  if (/^(?:lowercase|uppercase|keepequal|dropequal)$/.test(action) && replaces)
    fail(`'replacement' can not be set for ${action} action`)
  if (action === 'labelmap' && textOf(child(node, 'replacement')) === '')
    fail(`"" is invalid 'replacement' for labelmap action`)
  const others = isWritten('separator', ';') || replaces || Number(textOf(child(node, 'modulus')) ?? 0) !== 0
  if (/^(?:keepequal|dropequal)$/.test(action) && (others || child(node, 'regex') !== undefined))
    fail(`${action} action requires only 'source_labels' and \`target_label\`, and no other fields`)
  const sources = child(node, 'source_labels')
  const hasSources = sources !== undefined && !isNothing(sources)
  if (/^(?:labeldrop|labelkeep)$/.test(action) && (others || hasSources || isGiven(node, 'target_label')))
    fail(`${action} action requires only 'regex', and no other fields`)
}

/** `relabel_configs` and the like: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export const RELABELING = list(RELABEL, 'empty or null relabeling rule')
