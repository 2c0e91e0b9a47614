/** The types of PromQL: https://prometheus.io/docs/prometheus/latest/querying/basics/#expression-language-data-types */
export type PromqlType = 'scalar' | 'vector' | 'matrix' | 'string'

/** A function of PromQL, by what it takes and gives. */
export interface PromqlFunction {
  /** The types of its arguments; the last one also of those that may follow. */
  readonly takes: readonly PromqlType[]
  readonly least: number
  readonly most: number
  readonly gives: PromqlType
  /** Only with `--enable-feature=promql-experimental-functions`. */
  readonly experimental: boolean
}

/**
 * `name(types of the arguments)`, a letter each: s scalar, v vector, m matrix, t text. The last one may be left out (`?`), or
 * also be repeated (`*`).
 */
const STABLE =
  'abs(v) absent(v) absent_over_time(m) acos(v) acosh(v) asin(v) asinh(v) atan(v) atanh(v) avg_over_time(m) ceil(v) ' +
  'changes(m) clamp(vss) clamp_max(vs) clamp_min(vs) cos(v) cosh(v) count_over_time(m) day_of_month(v?) ' +
  'day_of_week(v?) day_of_year(v?) days_in_month(v?) deg(v) delta(m) deriv(m) exp(v) first_over_time(m) floor(v) ' +
  'histogram_avg(v) histogram_count(v) histogram_fraction(ssv) histogram_quantile(sv) histogram_stddev(v) ' +
  'histogram_stdvar(v) histogram_sum(v) hour(v?) idelta(m) increase(m) irate(m) label_join(vttt*) label_replace(vtttt) ' +
  'last_over_time(m) ln(v) log10(v) log2(v) max_over_time(m) min_over_time(m) minute(v?) month(v?) predict_linear(ms) ' +
  'present_over_time(m) quantile_over_time(sm) rad(v) rate(m) resets(m) round(vs?) sgn(v) sin(v) sinh(v) sort(v) ' +
  'sort_desc(v) sqrt(v) stddev_over_time(m) stdvar_over_time(m) sum_over_time(m) tan(v) tanh(v) timestamp(v) vector(s) ' +
  'year(v?)'
const SCALARS = 'pi() scalar(v) time()'
const EXPERIMENTAL =
  'double_exponential_smoothing(mss) histogram_quantiles(vtss*) info(vv?) integral(ms?) mad_over_time(m) ' +
  'sort_by_label(vt*) sort_by_label_desc(vt*) start_timestamp(v) ts_of_first_over_time(m) ts_of_last_over_time(m) ' +
  'ts_of_max_over_time(m) ts_of_min_over_time(m)'
const EXPERIMENTAL_SCALARS = 'end() max_of(ss) min_of(ss) range() start() step()'
/** Of all arguments of `histogram_quantiles`. */
const MOST_QUANTILES = 12

const TYPES: Readonly<Record<string, PromqlType>> = { s: 'scalar', v: 'vector', m: 'matrix', t: 'string' }

/** https://prometheus.io/docs/prometheus/latest/querying/functions/ */
export const FUNCTIONS: ReadonlyMap<string, PromqlFunction> = new Map([
  ...functionsIn(STABLE, 'vector', false),
  ...functionsIn(SCALARS, 'scalar', false),
  ...functionsIn(EXPERIMENTAL, 'vector', true),
  ...functionsIn(EXPERIMENTAL_SCALARS, 'scalar', true),
])

function functionsIn(list: string, gives: PromqlType, experimental: boolean): [string, PromqlFunction][] {
  return list.split(' ').map(signature => {
    const [, name = '', letters = ''] = /^(\w+)\((.*)\)$/.exec(signature) ?? []
    const takes = [...letters.matchAll(/[svmt]/g)].map(([letter]) => TYPES[letter] ?? 'vector')
    const least = takes.length - (/[?*]$/.test(letters) ? 1 : 0)
    const repeated = name === 'histogram_quantiles' ? MOST_QUANTILES : Number.POSITIVE_INFINITY
    return [name, { takes, least, most: letters.endsWith('*') ? repeated : takes.length, gives, experimental }]
  })
}

/** Aggregations, and the type of the argument that some take before the vector. */
export const AGGREGATIONS: ReadonlyMap<string, { readonly parameter?: PromqlType; readonly experimental?: true }> =
  new Map([
    ...['avg', 'count', 'group', 'max', 'min', 'stddev', 'stdvar', 'sum'].map(name => [name, {}] as const),
    ...['bottomk', 'quantile', 'topk'].map(name => [name, { parameter: 'scalar' }] as const),
    ['count_values', { parameter: 'string' }],
    ['limitk', { parameter: 'scalar', experimental: true }],
    ['limit_ratio', { parameter: 'scalar', experimental: true }],
  ])
