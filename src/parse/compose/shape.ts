/** What may stand at one place of a Compose file. A part that is absent is not allowed there. */
export interface Shape {
  readonly scalar?: ScalarShape
  readonly list?: ListShape
  readonly map?: MapShape
  /** Anything goes. */
  readonly any?: true
}

/** A single value. */
export interface ScalarShape {
  readonly types: readonly ScalarType[]
  /** For strings. */
  readonly oneOf?: readonly string[]
  readonly pattern?: RegExp
  /** For numbers. */
  readonly min?: number
  readonly max?: number
}

/** `integer` is a number without a fraction. */
export type ScalarType = 'string' | 'number' | 'integer' | 'boolean' | 'null'

/** A list whose items all have one shape. */
export interface ListShape {
  readonly item: Shape
  readonly unique: boolean
}

/** A mapping. */
export interface MapShape {
  readonly keys: ReadonlyMap<string, Shape>
  /** Keys that are not named: those that match are of the shape. */
  readonly others?: { readonly pattern: RegExp; readonly shape: Shape }
  /** Whether keys that are neither named nor matched are let through. */
  readonly open: boolean
  /** Whether `x-…` keys are let through. */
  readonly extensions: boolean
  readonly required: readonly string[]
}

/** A single value of one of some types. */
export function scalar(...types: readonly ScalarType[]): Shape {
  return { scalar: { types } }
}

/** A string that is one of some words. */
export function words(...oneOf: readonly string[]): Shape {
  return { scalar: { types: ['string'], oneOf } }
}

/** A list; `unique` when no item may be there twice. */
export function list(item: Shape, unique?: 'unique'): Shape {
  return { list: { item, unique: unique === 'unique' } }
}

/** Named keys and `x-…`; `required` ones must be there. */
export function map(keys: Readonly<Record<string, Shape>>, ...required: readonly string[]): Shape {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: true, required } }
}

/** Named keys and no others. */
export function strictMap(keys: Readonly<Record<string, Shape>>, ...required: readonly string[]): Shape {
  return { map: { keys: new Map(Object.entries(keys)), open: false, extensions: false, required } }
}

/** Free keys; `open` lets keys through that do not match. */
export function dictionary(shape: Shape, pattern = /./, open: 'open' | 'closed' = 'closed'): Shape {
  return {
    map: { keys: new Map(), others: { pattern, shape }, open: open === 'open', extensions: false, required: [] },
  }
}

/** The alternatives of several shapes that differ in kind. */
export function either(...shapes: readonly Shape[]): Shape {
  return Object.assign({}, ...shapes) as Shape
}
