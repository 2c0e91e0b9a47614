import { filledFromTags } from './config.js'
import type { GoRun } from './run.js'
import {
  derived,
  type GoHost,
  type GoPlain,
  type GoResult,
  type GoSite,
  type GoValue,
  NIL,
  numberOf,
  plain,
  pointed,
  textOf,
  UNKNOWN,
} from './values.js'

/** What functions of the standard library and of the libraries of settings give; undefined for those that nobody asks about. */
export function libraryCall(run: GoRun, name: string, site: GoSite): GoValue | undefined {
  const known = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (known) return known(run, site)
  if (/^github\.com\/spf13\/(?:viper|pflag)\.|^flag\./.test(name)) return settings(run, name, site)
  return filledFromTags(run, name, site)
}

type LibraryFunction = (run: GoRun, site: GoSite) => GoValue

const text = (compute: (first: string, second: string) => string): LibraryFunction => {
  return (_, { arguments: given, at }) => {
    const [first, second] = [textOf(given[0]), textOf(given[1])]
    if (first === undefined || (given.length > 1 && second === undefined)) return UNKNOWN
    return derived(compute(first, second ?? ''), given, at)
  }
}

const FUNCTIONS: Readonly<Record<string, LibraryFunction>> = {
  'fmt.Sprintf': (_, { arguments: given, at }) => formatted(given, at),
  'fmt.Sprint': (_, { arguments: given, at }) => joined(given, '', at),
  'strings.TrimSuffix': text((one, other) => (other !== '' && one.endsWith(other) ? one.slice(0, -other.length) : one)),
  'strings.TrimPrefix': text((one, other) => (one.startsWith(other) ? one.slice(other.length) : one)),
  'strings.TrimRight': text((one, other) => trimmed(one, other)),
  'strings.TrimSpace': text(one => one.trim()),
  'strings.ToLower': text(one => one.toLowerCase()),
  'strings.ToUpper': text(one => one.toUpperCase()),
  'strings.HasPrefix': (_, { arguments: given, at }) => compared(given, at, (one, other) => one.startsWith(other)),
  'strings.HasSuffix': (_, { arguments: given, at }) => compared(given, at, (one, other) => one.endsWith(other)),
  'strings.Join': (_, { arguments: given, at }) => {
    const list = given[0] && pointed(given[0])
    const separator = textOf(given[1])
    if (list?.kind !== 'list' || !list.isWhole || separator === undefined) return UNKNOWN
    return joined(list.items, separator, at)
  },
  'path.Join': (_, { arguments: given, at }) => pathJoined(given, at),
  'net/url.JoinPath': (_, { arguments: given, at }) => ({ kind: 'tuple', items: [pathJoined(given, at), NIL] }),
  'net.JoinHostPort': text((host, port) => `${host.includes(':') ? `[${host}]` : host}:${port}`),
  'strconv.Itoa': (_, { arguments: given, at }) => {
    const number = numberOf(given[0])
    return number === undefined ? UNKNOWN : derived(String(number), given, at)
  },
  'strconv.Atoi': (_, { arguments: given, at }) => number(given, at),
  'strconv.ParseInt': (_, { arguments: given, at }) => number(given.slice(0, 1), at),
  'os.Getenv': (run, { arguments: given, at }) => environment(run, textOf(given[0]), at) ?? UNKNOWN,
  'os.LookupEnv': (run, { arguments: given, at }) => {
    const value = environment(run, textOf(given[0]), at)
    if (!value) return UNKNOWN
    const isSet = value.kind === 'plain' ? plain(value.isFallback !== true) : UNKNOWN
    return { kind: 'tuple', items: [value, isSet] }
  },
  'cmp.Or': (_, { arguments: given }) =>
    given.find(one => one.kind !== 'plain' || (one.value !== '' && one.value !== 0)) ?? given.at(-1) ?? UNKNOWN,
  'errors.New': () => ({ kind: 'unknown', because: 'it is an error' }),
  'context.Background': () => UNKNOWN,
}

/** The value of a variable of the environment; empty where it is not set. */
function environment(run: GoRun, name: string | undefined, at: GoSite['at']): GoValue | undefined {
  if (name === undefined) return undefined
  const fact = run.environment(name)
  if (fact && !fact.known) return { kind: 'unknown', because: fact.because }
  return { kind: 'plain', value: fact ? fact.value : '', at: fact ? fact.at : at, variables: [name], isFallback: !fact }
}

function compared(
  given: readonly GoValue[],
  at: GoSite['at'],
  compare: (one: string, other: string) => boolean,
): GoValue {
  const [one, other] = [textOf(given[0]), textOf(given[1])]
  return one === undefined || other === undefined ? UNKNOWN : derived(compare(one, other), given, at)
}

function trimmed(one: string, cutset: string): string {
  let end = one.length
  while (end > 0 && cutset.includes(one[end - 1] ?? '')) end--
  return one.slice(0, end)
}

function number(given: readonly GoValue[], at: GoSite['at']): GoValue {
  const written = textOf(given[0])
  if (written === undefined) return UNKNOWN
  const isNumber = /^[+-]?\d+$/.test(written)
  return { kind: 'tuple', items: isNumber ? [derived(Number(written), given, at), NIL] : [plain(0), UNKNOWN] }
}

function joined(given: readonly GoValue[], separator: string, at: GoSite['at']): GoValue {
  const all = given.filter(one => one.kind === 'plain')
  return all.length === given.length ? derived(all.map(one => String(one.value)).join(separator), given, at) : UNKNOWN
}

function pathJoined(given: readonly GoValue[], at: GoSite['at']): GoValue {
  const whole = joined(given, '/', at)
  const written = textOf(whole)
  if (written === undefined) return UNKNOWN
  return derived(written.replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, ''), given, at)
}

/** `Sprintf` with the verbs that texts are put together with. */
function formatted([format, ...given]: readonly GoValue[], at: GoSite['at']): GoValue {
  const pattern = textOf(format)
  if (format === undefined || pattern === undefined) return UNKNOWN
  let next = 0
  let isKnown = true
  const result = pattern.replace(/%(?:%|[-+# 0]*\d*(?:\.\d+)?([a-zA-Z]))/g, (verb, letter: string | undefined) => {
    if (verb === '%%') return '%'
    const value = given[next++]
    const inner = value && pointed(value)
    if (inner?.kind !== 'plain' || !/^[sdvq]$/.test(letter ?? '')) {
      isKnown = false
      return ''
    }
    return letter === 'q' ? JSON.stringify(inner.value) : String(inner.value)
  })
  return isKnown ? derived(result, [format, ...given], at) : UNKNOWN
}

/** `flag.String("addr", ":8080", …)` and the like: the default; `viper.SetDefault`, `viper.GetString`. */
function settings(run: GoRun, name: string, { arguments: given, at }: GoSite): GoValue {
  const fn = name.slice(name.lastIndexOf('.') + 1)
  if (name.startsWith('github.com/spf13/viper.')) return viper(run, fn, given, at)
  if (/^(?:String|Int|Int64|Uint|Bool|Duration|Float64)P?$/.test(fn)) {
    const value = given[fn.endsWith('P') ? 2 : 1]
    return { kind: 'pointer', to: { value: value?.kind === 'plain' ? { ...value, isFallback: true } : UNKNOWN } }
  }
  if (/Var P?$|VarP?$/.test(fn)) {
    const [target] = given
    const value = given[fn.endsWith('P') ? 3 : 2]
    if (target?.kind === 'pointer') target.to.value = value?.kind === 'plain' ? { ...value, isFallback: true } : UNKNOWN
  }
  return UNKNOWN
}

function viper(run: GoRun, fn: string, given: readonly GoValue[], at: GoSite['at']): GoValue {
  const key = textOf(given[0])?.toLowerCase()
  if (fn === 'SetDefault' && key !== undefined && given[1]) {
    run.defaults.set(key, given[1])
    return NIL
  }
  if (!/^Get(?:String|Int|Int32|Int64|Bool|Duration|Float64)?$/.test(fn) || key === undefined) return UNKNOWN
  const fallback = run.defaults.get(key)
  // https://github.com/spf13/viper#working-with-environment-variables: `AutomaticEnv` with the usual replacer.
  const variable = key.toUpperCase().replaceAll(/[.-]/g, '_')
  const value = environment(run, variable, at)
  if (value?.kind === 'plain' && value.isFallback !== true) return value
  return fallback?.kind === 'plain'
    ? ({ ...fallback, variables: [variable], isFallback: true } satisfies GoPlain)
    : { kind: 'unknown', because: `the setting ${key} comes from outside` }
}

/** Methods of results from outside whose value is that of something else. */
export function libraryMethod(_run: GoRun, object: GoHost | GoResult, name: string, site: GoSite): GoValue | undefined {
  if (object.kind === 'result' && name === 'String') return site.arguments[0]
  return undefined
}
