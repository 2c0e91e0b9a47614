import type { Source, Span } from '../source.js'
import { entriesOf, itemsOf, type MapNode, type Node, type Problem, type ScalarNode } from './node.js'

/** A check of one node; what is wrong goes into the log. */
export type Shape = (node: Node, log: ShapeLog) => void

/** What is known while a file is checked. */
export interface ShapeLog {
  /** Tells how a scalar is quoted. */
  readonly source: Source
  readonly problems: Problem[]
}

/** Why a text is not what it should be, as the end of a sentence; undefined when it is. */
type TextCheck = (text: string) => string | undefined

/**
 * The problems of a file that a Go program decodes strictly into its structures (go.yaml.in/yaml): unknown keys, values of
 * another type, and what the shapes add. Nothing at all (`null`) is the zero value everywhere.
 */
export function shapeProblems(source: Source, root: Node | undefined, shape: Shape): readonly Problem[] {
  const log: ShapeLog = { source, problems: [] }
  if (root && !isNothing(root)) shape(root, log)
  return log.problems
}

const MOST_PROBLEMS = 100

/** Notes a problem, up to a hundred of them. */
export function refuse({ problems }: ShapeLog, at: Span, message: string): void {
  if (problems.length < MOST_PROBLEMS) problems.push({ at, message, kind: 'structure' })
}

/** Whether nothing is written: such a setting has its default. */
export function isNothing(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.text === null)
}

const KINDS = { map: 'a mapping', list: 'a list', scalar: 'a single value' } as const

function scalar(check: (node: ScalarNode, log: ShapeLog) => string | undefined): Shape {
  return (node, log) => {
    if (isNothing(node)) return
    if (node.kind !== 'scalar') return refuse(log, node.at, `${KINDS[node.kind]} stands where a single value belongs`)
    const problem = check(node, log)
    if (problem !== undefined) refuse(log, node.at, problem)
  }
}

/** Anything. */
export const anything: Shape = () => {}

/** Any single value, as text. */
export function text(check?: TextCheck): Shape {
  return scalar(node => check?.(node.text ?? ''))
}

/** One of some words. */
export function oneOf(what: string, ...words: readonly string[]): Shape {
  return text(value => (words.includes(value) ? undefined : `unknown ${what} "${value}", expected ${words.join(', ')}`))
}

function isQuoted({ at }: ScalarNode, { source }: ShapeLog): boolean {
  return /["'|>]/.test(source.text.charAt(at.start))
}

/** As YAML 1.1 writes it. */
const BOOLEAN = /^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/

/** A boolean of YAML 1.1, not in quotes. */
export const flag: Shape = scalar((node, log) =>
  !isQuoted(node, log) && BOOLEAN.test(node.text ?? '') ? undefined : `"${node.text}" is no boolean`,
)

/** A number without or with a fraction; plain, since a quoted one is text. */
export function number(least = Number.NEGATIVE_INFINITY): Shape {
  return scalar((node, log) => {
    const value = Number((node.text ?? '').replaceAll('_', '').replace(/^([-+]?)0o?(?=[0-7]+$)/, '$10o'))
    if (isQuoted(node, log) || node.text?.trim() === '' || Number.isNaN(value)) return `"${node.text}" is no number`
    return value < least ? `${node.text} is too small` : undefined
  })
}

/** A list; `nothing` is the problem with an item that is empty, where there is one. */
export function list(item: Shape, nothing?: string): Shape {
  return (node, log) => {
    if (isNothing(node)) return
    if (node.kind !== 'list') return refuse(log, node.at, `${KINDS[node.kind]} stands where a list belongs`)
    for (const one of node.items) {
      if (nothing !== undefined && isNothing(one)) refuse(log, one.at, nothing)
      else item(one, log)
    }
  }
}

/** A mapping with keys of the user's own. */
export function mapOf(value: Shape, key?: TextCheck): Shape {
  return (node, log) => {
    if (isNothing(node)) return
    if (node.kind !== 'map') return refuse(log, node.at, `${KINDS[node.kind]} stands where a mapping belongs`)
    for (const [name, entry, at] of entriesOf(node)) {
      const problem = key?.(name)
      if (problem !== undefined) refuse(log, at, problem)
      value(entry, log)
    }
  }
}

/** The keys of a structure. */
export type Fields = Readonly<Record<string, Shape>>

/** A structure: these keys and no other; `check` sees it when it is a mapping, and also when nothing is written. */
export function record(fields: Fields | (() => Fields), check?: (node: MapNode, log: ShapeLog) => void): Shape {
  return (node, log) => {
    if (isNothing(node)) return
    if (node.kind !== 'map') return refuse(log, node.at, `${KINDS[node.kind]} stands where a mapping belongs`)
    const own = typeof fields === 'function' ? fields() : fields
    for (const [key, value, at] of entriesOf(node)) {
      const shape = Object.hasOwn(own, key) ? own[key] : undefined
      if (shape) shape(value, log)
      else refuse(log, at, `field ${key} not found`)
    }
    check?.(node, log)
  }
}

/** Whether a key has a value that is not empty. */
export function isGiven(node: MapNode, key: string): boolean {
  const value = node.entries.get(key)?.node
  if (value === undefined || isNothing(value)) return false
  return value.kind === 'scalar' ? value.text !== '' : true
}

/** Refuses when more than one of the keys is given. */
export function atMostOne(node: MapNode, log: ShapeLog, ...keys: readonly string[]): void {
  const given = keys.filter(key => isGiven(node, key))
  if (given.length > 1)
    refuse(
      log,
      node.entries.get(given[1] ?? '')?.keyAt ?? node.at,
      `at most one of ${given.join(' & ')} must be configured`,
    )
}

/** The items of a list below a key. */
export function itemsAt(node: MapNode, key: string): readonly Node[] {
  return itemsOf(node.entries.get(key)?.node)
}
