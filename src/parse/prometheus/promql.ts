import { TOO_DEEP } from './promql/durations.js'
import { expression } from './promql/expressions.js'
import { lexPromql } from './promql/lex.js'
import { current, type Parser, type PromqlOptions, type PromqlProblem } from './promql/parser.js'

export type { PromqlOptions, PromqlProblem } from './promql/parser.js'

/**
 * Checks an expression of PromQL as Prometheus does when it loads a rule: grammar, number and types of arguments, matchers
 * (https://prometheus.io/docs/prometheus/latest/querying/basics/). Undefined when it is one, or nested so deeply that
 * it is not read. Never throws; takes time linear in the text.
 */
export function checkPromql(text: string, options: PromqlOptions = {}): PromqlProblem | undefined {
  const { tokens, problem } = lexPromql(text)
  if (tokens.length === 0 || tokens[0]?.kind === 'end')
    return problem ?? { message: 'no expression found in input', start: 0 }
  const parser: Parser = { tokens, options, at: 0, depth: 0, problem: undefined }
  expression(parser, 1)
  if (parser.problem?.message === TOO_DEEP) return undefined
  const rest = current(parser)
  // What could not be split into tokens comes behind all that could be.
  const end = problem ?? (rest.kind === 'end' ? undefined : { message: `unexpected "${rest.text}"`, start: rest.start })
  return problem && parser.problem && parser.problem.start >= problem.start ? problem : (parser.problem ?? end)
}
