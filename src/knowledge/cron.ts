/**
 * What a scheduler takes as the time of a job.
 * `kubernetes`: robfig/cron v3 `ParseStandard` (https://github.com/robfig/cron/blob/v3.0.1/parser.go), without a time zone, which
 * Kubernetes refuses since 1.29 · `seconds`: the same with an optional field for seconds in front (Ofelia 0.3) · `crontab`: cron of
 * Debian, https://manpages.debian.org/trixie/cron/crontab.5.en.html, and what busybox takes beside it.
 */
export type CronDialect = 'kubernetes' | 'seconds' | 'crontab'

interface Field {
  readonly name: string
  readonly least: number
  readonly most: number
  readonly names?: readonly string[]
}

const SECOND: Field = { name: 'second', least: 0, most: 59 }
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const FIELDS: readonly Field[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, names: MONTHS },
  { name: 'day of the week', least: 0, most: 6, names: DAYS },
]
const DESCRIPTORS = new Set(['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'])
/** https://pkg.go.dev/time#ParseDuration */
const DURATION = /^[-+]?(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/

/** What is wrong with a schedule, as a clause without a full stop; undefined where nothing is, and where it holds variables. */
export function scheduleProblem(schedule: string, dialect: CronDialect): string | undefined {
  const text = schedule.trim()
  if (/[${}%]/.test(text)) return undefined
  if (/^(?:CRON_)?TZ=/.test(text))
    return dialect === 'kubernetes' ? 'a time zone has no place in it, and goes to `timeZone`' : undefined
  if (text.startsWith('@')) return descriptorProblem(text, dialect)
  const words = text === '' ? [] : text.split(/\s+/)
  const fields = dialect === 'seconds' && words.length === 6 ? [SECOND, ...FIELDS] : FIELDS
  if (words.length !== fields.length)
    return `it has ${words.length} ${words.length === 1 ? 'field' : 'fields'}, and takes ${dialect === 'seconds' ? '5 or 6' : '5'}`
  for (const [index, field] of fields.entries()) {
    const problem = fieldProblem(words[index] ?? '', field, dialect)
    if (problem !== undefined) return problem
  }
  return neverComes(words.slice(-5))
}

function descriptorProblem(text: string, dialect: CronDialect): string | undefined {
  if (DESCRIPTORS.has(text)) return undefined
  if (dialect === 'crontab') return text === '@reboot' ? undefined : `${text} is no time that cron knows`
  const [, every] = /^@every (.*)$/.exec(text) ?? []
  if (every === undefined) return `${text} is no time that it knows`
  return DURATION.test(every) ? undefined : `${every} is no duration, as 90s or 1h30m are`
}

function fieldProblem(word: string, field: Field, dialect: CronDialect): string | undefined {
  for (const part of word.split(',')) {
    const [range = '', step, ...more] = part.split('/')
    const wrong = more.length > 0 || (step !== undefined && !/^\d+$/.test(step)) || range === ''
    if (wrong) return `${part} is no ${field.name}`
    if (step !== undefined && Number(step) === 0) return `the step 0 of the ${field.name} leads nowhere`
    if (range === '*' || (range === '?' && dialect !== 'crontab')) continue
    const bounds = range.split('-').map(bound => numberOf(bound, field))
    if (bounds.length > 2 || bounds.includes(undefined)) return `${part} is no ${field.name}`
    const [from = 0, to = from] = bounds
    // Both 0 and 7 are Sunday to cron.
    const most = field.names === DAYS && dialect === 'crontab' ? 7 : field.most
    const outside = [from, to].find(value => value < field.least || value > most)
    if (outside !== undefined) return `${outside} is no ${field.name}: these go from ${field.least} to ${most}`
    if (from > to && dialect !== 'crontab') return `${range} of the ${field.name} goes backwards`
  }
  return undefined
}

function numberOf(text: string, { names }: Field): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const index = names?.indexOf(text.toLowerCase()) ?? -1
  return index === -1 ? undefined : index + (names === MONTHS ? 1 : 0)
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A day that none of its months has; with a day of the week beside it that alone is enough. */
function neverComes([, , day = '*', month = '*', weekday = '*']: readonly string[]): string | undefined {
  if (!/^(?:\*|\?)/.test(weekday) || !/^[\d,]+$/.test(day) || !/^[\da-z,]+$/i.test(month)) return undefined
  const monthField = FIELDS[3]
  const months = month.split(',').map(one => (monthField ? numberOf(one, monthField) : undefined))
  const first = Math.min(...day.split(',').map(Number))
  const longest = Math.max(...months.map(one => LONGEST_MONTHS[(one ?? 1) - 1] ?? 31))
  return first > longest ? `no month that it names has a day ${first}` : undefined
}

/** Whether a name is one of a time zone; undefined where this runtime knows none. */
export function isTimeZone(name: string): boolean | undefined {
  const known = (zone: string) => {
    try {
      new Intl.DateTimeFormat('en', { timeZone: zone })
      return true
    } catch {
      return false
    }
  }
  return known('Europe/Berlin') ? known(name) : undefined
}
