import type { NginxDirective } from '../../parse/nginx.js'
import type { Judging } from './judging.js'
import { hasFilledIn, isFilledIn, type Reject, shown } from './level.js'
import { checkParameters } from './parameters.js'

const LEVELS = ['emerg', 'alert', 'crit', 'error', 'warn', 'notice', 'info', 'debug']

/** Judges `log_format`, `access_log` and `error_log`. */
export function checkLogs(judging: Judging): void {
  const { levels, reject } = judging
  for (const outer of ['http', 'stream'] as const) {
    const own = levels.filter(({ context }) => (context.startsWith('stream') ? 'stream' : 'http') === outer)
    const formats = formatsOf(
      own.flatMap(({ directives }) => directives.filter(one => one.name === 'log_format')),
      judging,
      outer,
    )
    for (const level of own) {
      for (const directive of level.directives) {
        if (directive.name === 'access_log') checkAccessLog(directive, formats, judging, outer)
      }
    }
  }
  for (const { directives } of levels) {
    for (const directive of directives) if (directive.name === 'error_log') checkErrorLog(directive, reject)
  }
}

/** The formats that are defined, nginx's own and those of the image's main file included. */
function formatsOf(
  written: readonly NginxDirective[],
  { reject, stockFormats = [] }: Judging,
  outer: 'http' | 'stream',
): ReadonlySet<string> {
  const before = outer === 'http' ? ['combined', ...stockFormats] : []
  const names = new Set(before)
  for (const directive of written) {
    const [name, second] = directive.args
    if (!name || directive.args.length < 2) continue
    if (names.has(name.text)) {
      const own = before.includes(name.text) ? `: ${ownFormat(name.text)}` : ''
      reject({ kind: 'duplicate', at: directive.at, message: `the log_format ${shown(name)} is defined twice${own}` })
    }
    names.add(name.text)
    if (
      second &&
      !second.text.includes('$') &&
      /^escape=/.test(second.text) &&
      !/^escape=(?:default|json|none)$/.test(second.text)
    ) {
      const message = `log_format has the escapes default, json and none, not "${shown(second)}"`
      reject({ kind: 'value', at: second.at, message })
    }
  }
  return names
}

function ownFormat(name: string): string {
  return name === 'combined' ? 'nginx has it built in' : 'the main file of the image has it'
}

function checkAccessLog(
  directive: NginxDirective,
  formats: ReadonlySet<string>,
  { reject, complete }: Judging,
  outer: 'http' | 'stream',
): void {
  const [path, format] = directive.args
  if (!path || hasFilledIn(directive)) return
  if (path.text === 'off') {
    if (format) reject({ kind: 'value', at: format.at, message: `access_log off has no "${shown(format)}" behind it` })
    return
  }
  if (!format) {
    if (outer === 'stream') reject({ kind: 'value', at: directive.at, message: 'access_log in stream needs a format' })
    return
  }
  // Names are compared without case here, and with it where they are defined.
  const isKnown = [...formats].some(name => name.toLowerCase() === format.text.toLowerCase())
  if (!isKnown && complete) {
    reject({ kind: 'undefined', at: format.at, message: `the log format ${shown(format)} is defined nowhere` })
  }
  checkParameters(directive, 2, { buffer: 'size', flush: 'time', gzip: 'flag', if: 'any' }, one => {
    if (!/^invalid parameter "gzip=[1-9]"/.test(one.message)) reject(one)
  })
}

function checkErrorLog(directive: NginxDirective, reject: Reject): void {
  for (const level of directive.args.slice(1)) {
    if (isFilledIn(level.text) || LEVELS.includes(level.text) || level.text.startsWith('debug_')) continue
    const message = `error_log has the levels ${LEVELS.join(', ')}, not "${shown(level)}"`
    reject({ kind: 'value', at: level.at, message })
    return
  }
}
