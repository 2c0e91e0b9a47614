import type { NginxContext } from '../../src/knowledge/nginx/contexts.js'
import { allDirectiveForms } from '../../src/knowledge/nginx/directives.js'
import type { DirectiveForm } from '../../src/knowledge/nginx/table.js'

/** A configuration with a place for directives in it. */
const AROUND: Readonly<Record<NginxContext, string>> = {
  main: 'events {} %',
  events: 'events { % }',
  http: 'events {} http { % }',
  server: 'events {} http { server { % } }',
  location: 'events {} http { server { location / { % } } }',
  'if-server': 'events {} http { server { if ($host) { % } } }',
  'if-location': 'events {} http { server { location / { if ($host) { % } } } }',
  limit_except: 'events {} http { server { location / { limit_except GET { % } } } }',
  upstream: 'events {} http { upstream u { server 127.0.0.1:1; % } }',
  stream: 'events {} stream { % }',
  'stream-server': 'events {} stream { server { listen 12345; proxy_pass 127.0.0.1:1; % } }',
  'stream-upstream': 'events {} stream { upstream u { server 127.0.0.1:1; % } }',
  mail: 'events {} mail { % }',
  'mail-server': 'events {} mail { server { listen 12346; protocol imap; auth_http 127.0.0.1:1; % } }',
}

const CONTEXTS = Object.keys(AROUND) as readonly NginxContext[]

/** The directives in a context, as a whole configuration. */
export function within(context: NginxContext, directives: string): string {
  return AROUND[context].replace('%', () => directives)
}

/** The head of a directive with so many arguments, and its end. */
function written({ name, block }: DirectiveForm, count: number, argument = 'x'): string {
  return `${[name, ...Array(count).fill(argument)].join(' ')}${block ? ' {}' : ';'}`
}

/** Contexts that a directive is tried in beside its own, by turns: all of them would be ten thousand runs. */
const FOREIGN = 4

/** Every directive of the table in each of its contexts and in some others, with as many arguments as it takes. */
export function placements(): readonly string[] {
  const forms = allDirectiveForms()
  const names = [...new Set(forms.map(form => form.name))]
  return names.flatMap((name, turn) => {
    const own = forms.filter(form => form.name === name)
    const allowed = new Set(own.flatMap(form => form.contexts))
    const others = CONTEXTS.filter(context => !allowed.has(context))
    const tried = others.filter((_, index) => (index + turn) % Math.ceil(others.length / FOREIGN) === 0)
    return [...allowed, ...tried].map(context => {
      const form = own.find(one => one.contexts.includes(context)) ?? own[0]
      return form ? within(context, written(form, form.least)) : ''
    })
  })
}

/** Every form of the table with too few, just enough, as many as it takes and too many arguments, and with a wrong end. */
export function counts(): readonly string[] {
  return allDirectiveForms().flatMap(form => {
    const [context = 'main'] = form.contexts
    const most = form.most === Number.POSITIVE_INFINITY ? form.least + 5 : form.most
    const numbers = new Set([form.least - 1, form.least, most, most + 1, 0].filter(count => count >= 0))
    const other = { ...form, block: !form.block }
    return [...[...numbers].map(count => written(form, count)), written(other, form.least)].map(text =>
      within(context, text),
    )
  })
}

const NUMBERS = [
  '0',
  '1',
  '9',
  '10',
  '007',
  '600',
  '4294967296',
  '9223372036854775807',
  '9223372036854775808',
  '1k',
  '-1',
  '1.5',
  'x',
  '""',
]
const SIZES = [
  '0',
  '8',
  '8k',
  '8K',
  '1m',
  '1M',
  '1g',
  '1G',
  '1kb',
  '1 m',
  '"1 m"',
  'k',
  '1.5m',
  '""',
  '9007199254740993',
  '99999999999m',
]
const TIMES = [
  '0',
  '5',
  '5s',
  '5ms',
  '500ms',
  '1m',
  '1h',
  '1h30m',
  '"1h 30m"',
  '1d',
  '1w',
  '1M',
  '1y',
  '30m1h',
  '5sec',
  '1.5s',
  's',
  '"5 5"',
  '"10 s"',
  '""',
  '-5',
]
const VALUES: Readonly<Record<NonNullable<DirectiveForm['value']>['kind'], readonly string[]>> = {
  flag: ['on', 'off', 'ON', 'Off', 'true', 'yes', '1', '""', '$x'],
  number: NUMBERS,
  size: SIZES,
  offset: SIZES,
  time: TIMES,
  seconds: TIMES,
  buffers: ['4 8k', '0 8k', '4 0', '4 x', 'x 4', '4 1g', '1 4k', '8 4k'],
  enum: ['x', '""'],
  set: ['x', '""'],
}

/** Words of later versions. */
const LATER = /^(?:denied|2)$/i
/** Directives of a kind that get every value; the others get some of them, by turns. */
const THOROUGH = 3
const SOME = 4

/** Every directive whose value nginx checks while it reads, with right and wrong values. */
export function values(): readonly string[] {
  const seen = new Map<string, number>()
  return allDirectiveForms().flatMap(form => {
    const { value } = form
    if (!value) return []
    const turn = seen.get(value.kind) ?? 0
    seen.set(value.kind, turn + 1)
    const [context = 'main'] = form.contexts
    const words = 'words' in value ? value.words.flatMap(word => [word, word.toUpperCase()]) : []
    const all = [...VALUES[value.kind], ...words].filter(word => !LATER.test(word) || value.kind === 'number')
    const step = turn < THOROUGH ? 1 : Math.ceil(all.length / SOME)
    return all.filter((_, index) => (index + turn) % step === 0).map(text => within(context, `${form.name} ${text};`))
  })
}

/** A right value for directives of each kind, so that nothing but standing there twice is wrong. */
const RIGHT: Readonly<Record<NonNullable<DirectiveForm['value']>['kind'], string>> = {
  flag: 'on',
  number: '500',
  size: '8k',
  offset: '8k',
  time: '5s',
  seconds: '5s',
  buffers: '8 8k',
  enum: '',
  set: '',
}

/** Directives that are checked by kind, twice in a block, and once in it and once around it. */
export function repetitions(): readonly string[] {
  return allDirectiveForms().flatMap(form => {
    const { value, name } = form
    if (!value) return []
    const [context = 'main'] = form.contexts
    const right =
      'words' in value
        ? (value.words[0] ?? '')
        : value.kind === 'number'
          ? `${Math.min(500, value.most)}`
          : RIGHT[value.kind]
    const one = `${name} ${right};`
    const inner =
      context === 'http' && form.contexts.includes('server') ? [within('http', `${one} server { ${one} }`)] : []
    return [within(context, `${one} ${one}`), ...inner]
  })
}
