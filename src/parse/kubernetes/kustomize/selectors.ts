import type { Span } from '../../../source.js'
import { child, type Node, textOf } from '../../node.js'
import { below, type Editable, scalarText } from './editable.js'
import { compilePattern, type Pattern } from './patterns.js'
import { allIds, currentId, effectiveNamespace, originalId, type Resource, type ResourceId } from './resources.js'

/** Which objects a `target` or `select` means; each part is absent where it is any. */
export interface Selector {
  readonly group?: Pattern
  readonly version?: Pattern
  readonly kind?: Pattern
  readonly name?: Pattern
  readonly namespace?: Pattern
  readonly labels: LabelTest
  readonly annotations: LabelTest
  /** Nothing but labels and annotations is asked. */
  readonly anyId: boolean
  /** Nothing is asked of labels and annotations. */
  readonly anyLabels: boolean
  readonly at: Span
}

type LabelTest = (value: (key: string) => string | undefined) => boolean

const PARTS = ['group', 'version', 'kind', 'name', 'namespace'] as const

/** Reads a selector; undefined where an expression in it is none, or is not known here. */
export function selectorOf(node: Node | undefined): Selector | undefined {
  if (node?.kind !== 'map') return undefined
  const patterns: Partial<Record<(typeof PARTS)[number], Pattern>> = {}
  for (const part of PARTS) {
    const text = textOf(child(node, part)) ?? ''
    if (text === '') continue
    const pattern = compilePattern(`^(?:${text})$`)
    if (!pattern) return undefined
    patterns[part] = pattern
  }
  const labelText = textOf(child(node, 'labelSelector')) ?? ''
  const annotationText = textOf(child(node, 'annotationSelector')) ?? ''
  const labels = labelTest(labelText)
  const annotations = labelTest(annotationText)
  if (!labels || !annotations) return undefined
  const anyId = Object.keys(patterns).length === 0
  return { ...patterns, labels, annotations, anyId, anyLabels: labelText === '' && annotationText === '', at: node.at }
}

/** Whether a `target` means an object: by the namespace and name that it has or had first. */
export function targets(selector: Selector, resource: Resource): boolean {
  const now = currentId(resource)
  const first = originalId(resource)
  const either = (pattern: Pattern | undefined, one: string, other: string) =>
    pattern === undefined || pattern(one) || pattern(other)
  return (
    either(selector.namespace, effectiveNamespace(first), effectiveNamespace(now)) &&
    either(selector.name, first.name, now.name) &&
    isOfKind(selector, now) &&
    hasLabels(selector, resource)
  )
}

/** Whether a `select` of a replacement means an object: by any id that it has or had. */
export function selects(selector: Selector, resource: Resource): boolean {
  return hasLabels(selector, resource) && hasId(selector, resource)
}

/** Whether a `reject` of a replacement means an object. */
export function rejects(selector: Selector, resource: Resource): boolean {
  return (!selector.anyId && hasId(selector, resource)) || (!selector.anyLabels && hasLabels(selector, resource))
}

function hasId(selector: Selector, resource: Resource): boolean {
  const { name, namespace } = selector
  return allIds(resource).some(
    id => isOfKind(selector, id) && (!name || name(id.name)) && (!namespace || namespace(id.namespace)),
  )
}

function isOfKind({ group, version, kind }: Selector, id: ResourceId): boolean {
  return (!group || group(id.group)) && (!version || version(id.version)) && (!kind || kind(id.kind))
}

function hasLabels({ labels, annotations }: Selector, { node }: Resource): boolean {
  const metadata = below(node, 'metadata')
  return labels(valuesOf(below(metadata, 'labels'))) && annotations(valuesOf(below(metadata, 'annotations')))
}

function valuesOf(map: Editable | undefined): (key: string) => string | undefined {
  return key => {
    const node = below(map, key)
    return node === undefined ? undefined : scalarText(node)
  }
}

/**
 * A label selector as kubectl takes it: `a=b, c!=d, e in (f, g), h notin (i), j, !k`
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#api). Undefined for what is none.
 */
function labelTest(text: string): LabelTest | undefined {
  const tests: LabelTest[] = []
  for (const part of text.split(/,(?![^(]*\))/).map(one => one.trim())) {
    if (part === '' && text.trim() === '') continue
    const test = requirement(part)
    if (!test) return undefined
    tests.push(test)
  }
  return value => tests.every(test => test(value))
}

function requirement(part: string): LabelTest | undefined {
  const [, key = '', operator = '', operand = ''] = /^([\w./-]+)\s*(==|=|!=|in\b|notin\b)\s*(.*)$/.exec(part) ?? []
  if (operator === '=' || operator === '==') return value => value(key) === operand
  if (operator === '!=') return value => value(key) !== operand
  if (operator !== '') {
    const listed = /^\(([^()]*)\)$/
      .exec(operand)?.[1]
      ?.split(',')
      .map(one => one.trim())
    if (!listed) return undefined
    const isIn = operator === 'in'
    return value => {
      const own = value(key)
      return own === undefined ? !isIn : listed.includes(own) === isIn
    }
  }
  const [, negated = '', name = ''] = /^(!?)\s*([\w./-]+)$/.exec(part) ?? []
  return name === '' ? undefined : value => (value(name) !== undefined) === (negated === '')
}
