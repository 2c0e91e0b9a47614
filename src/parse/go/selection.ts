import type { Selection } from '../concrete-tree.js'

/** Named nodes that have nothing inside that anybody asks for: going into them would cost a third of the time. */
const LEAVES = new Set([
  'identifier',
  'type_identifier',
  'field_identifier',
  'package_identifier',
  'label_name',
  'blank_identifier',
  'dot',
  'comment',
  'raw_string_literal',
  'interpreted_string_literal',
  'int_literal',
  'float_literal',
  'imaginary_literal',
  'rune_literal',
  'nil',
  'true',
  'false',
  'iota',
  'empty_statement',
])

/** Punctuation and keywords that no question is about; operators stay. */
const PUNCTUATION = /^[(){}[\],;.:\n\0"'`]$|^[a-z]+$|^\.\.\.$|^:=$/

/** What is copied of trees of Go's grammar. */
export const GO: Selection = {
  handling: (type, isNamed) => {
    if (isNamed) return LEAVES.has(type) ? 'leaf' : 'inner'
    return PUNCTUATION.test(type) ? 'skip' : 'leaf'
  },
  deepest: 400,
  cuts: { types: /_expression$|_statement$|^composite_literal$|^func_literal$/, atLatest: 200 },
}
