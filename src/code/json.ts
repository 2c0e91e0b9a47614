import { readJavaScript } from '../parse/javascript/code.js'
import type { Source } from '../source.js'
import type { Expression } from './syntax.js'

/** What JSON can say. `undefined` is a key that is not there. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject
/** An object of JSON. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** What a JSON file says, comments and trailing commas allowed (`tsconfig.json`); undefined where it is no JSON object. */
export function readJsonObject(source: Source): JsonObject | undefined {
  let value: unknown
  try {
    value = JSON.parse(source.text.replace(/^\uFEFF/, ''))
  } catch {
    const [statement] = readJavaScript({ path: 'settings.js', text: `(${source.text}\n)` }).body
    value = statement?.kind === 'expression' ? plain(statement.value) : undefined
  }
  return isObject(value) ? value : undefined
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function plain(expression: Expression): Json {
  switch (expression.kind) {
    case 'literal':
      return expression.value
    case 'array':
      return expression.elements.map(plain)
    case 'object':
      return Object.fromEntries(
        expression.entries.flatMap(entry =>
          entry.kind === 'entry' && entry.key !== undefined ? [[entry.key, plain(entry.value)]] : [],
        ),
      )
    default:
      return null
  }
}
