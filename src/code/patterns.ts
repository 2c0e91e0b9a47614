import type { Expression, Name } from './syntax.js'

/** A name that a pattern binds, and which part of the value it holds. */
export interface BoundName {
  readonly node: Name
  /** Keys and positions from the outside in; `...` for the rest. Empty: the value itself. */
  readonly path: readonly (string | number)[]
  /** What it holds when the value has no such part. */
  readonly fallback?: Expression
}

const WHOLE: BoundName['path'] = []

/** Every name that a pattern binds: `{ a, b: [c = 1], ...d }` binds `a`, `c` and `d`. */
export function boundNames(pattern: Expression): readonly BoundName[] {
  return collect(pattern, WHOLE, undefined)
}

function collect(
  pattern: Expression,
  path: readonly (string | number)[],
  fallback: Expression | undefined,
): readonly BoundName[] {
  switch (pattern.kind) {
    case 'name':
      return [fallback ? { node: pattern, path, fallback } : { node: pattern, path }]
    case 'cast':
      return collect(pattern.value, path, fallback)
    case 'default':
      return collect(pattern.target, path, pattern.value)
    case 'spread':
      return collect(pattern.value, [...path, '...'], undefined)
    case 'object':
      return pattern.entries.flatMap(entry =>
        entry.kind === 'spread'
          ? collect(entry.value, [...path, '...'], undefined)
          : collect(entry.value, [...path, entry.key ?? '?'], undefined),
      )
    case 'array':
      return pattern.elements.flatMap((element, index) => collect(element, [...path, index], undefined))
    default:
      return []
  }
}
