import { contextName, type NginxContext } from '../../../knowledge/nginx/contexts.js'
import { directiveForms, directiveNames } from '../../../knowledge/nginx/directives.js'
import type { DirectiveForm } from '../../../knowledge/nginx/table.js'
import { knows, versionWords } from '../../../knowledge/nginx/versions.js'
import type { NginxDirective } from '../../../parse/nginx.js'
import type { Span } from '../../../source.js'
import { didYouMean } from '../../../suggest.js'
import type { Judging } from './judging.js'
import { hasFilledIn, isFilledIn, type Level, type Reject, type Rejection, shown } from './level.js'
import { checkValue } from './values.js'

/**
 * Judges how a directive is used by what is known of it: where it stands, block or not, how many arguments, what kind of value.
 * Gives the form that it was judged by; undefined when nothing more can be said of it.
 */
export function checkUsage(
  directive: NginxDirective,
  level: Level,
  { version, tableIsAll, reject }: Judging,
): DirectiveForm | undefined {
  const { name, nameAt, at } = directive
  if (name === 'include') {
    const message = `include takes one argument, not ${directive.args.length}`
    if (directive.args.length !== 1) reject({ kind: 'arguments', at, message, ...missingEnd(directive) })
    return undefined
  }
  const forms = directiveForms(name)
  if (!forms) {
    checkName(directive, reject, tableIsAll ? version : undefined)
    return undefined
  }
  const here = forms.filter(form => form.contexts.includes(level.context))
  const count = directive.args.length
  const usable = here.filter(one => knows(one, version) !== false)
  const form = usable.find(({ least, most }) => count >= least && count <= most) ?? usable[0]
  const isKnown = forms.some(one => knows(one, version) !== false)
  if (!form) {
    if (isKnown && here.length === 0) reject(outOfPlace(directive, level, forms))
    else
      reject({
        kind: 'version',
        at: nameAt,
        message: unknownIn(name, isKnown ? here : forms, isKnown ? ' here' : '', version),
      })
    return undefined
  }
  if (form.block !== (directive.block !== undefined)) {
    const message = form.block
      ? `${name} needs a block: a "{" instead of the ";"`
      : `${name} has no block: it ends in ";"`
    reject({ kind: 'syntax', at, message })
    return undefined
  }
  if (hasFilledIn(directive)) return undefined
  if (count < form.least || count > form.most) {
    const message = `${name} takes ${countWords(form)}, not ${count}`
    reject({ kind: 'arguments', at, message, ...missingEnd(directive) })
    return undefined
  }
  if (form.value) checkValue(directive, form.value, reject)
  return form
}

/**
 * Names of directives are made of letters, digits and `_`, those of other modules, too. With a version given there are no
 * other modules, and every name has to be in the table.
 */
function checkName({ name, nameAt }: NginxDirective, reject: Reject, version: readonly number[] | undefined): void {
  if (isFilledIn(name)) return
  if (/^\w+$/.test(name) && !/^(?:includesubdomains|preload)$/i.test(name)) {
    if (!version) return
    const hint = didYouMean(name, directiveNames())
    reject({ kind: 'unknown', at: nameAt, message: `nginx ${versionWords(version)} has no directive ${name}${hint}` })
    return
  }
  const message = `"${shown({ text: name })}" is no directive`
  const fix = /^(?:\/[/*]|<!--|--|;)/.test(name)
    ? 'Begin comments with `#`, every line of them: nginx knows no others.'
    : /^[\w-]+(?:=\S+)?$/.test(name)
      ? 'Where it belongs to the value before it, quote the value: `add_header Strict-Transport-Security "max-age=31536000; includeSubDomains" always;`.'
      : undefined
  reject({ kind: 'unknown', at: nameAt, message, ...(fix !== undefined && { fix }) })
}

function outOfPlace({ name, nameAt }: NginxDirective, level: Level, forms: readonly DirectiveForm[]): Rejection {
  const contexts = [...new Set(forms.flatMap(form => form.contexts))]
  const related = contexts.filter(context => familyOf(context) === familyOf(level.context))
  const places = (related.length > 0 ? related : contexts).map(contextName)
  const message = `${name} is not allowed in ${contextName(level.context)}: it belongs in ${places.join(', ')}`
  if (places.length > 1 || places[0] !== 'http' || related.length === 0) return { kind: 'context', at: nameAt, message }
  const fix = `Move \`${name}\` out of the \`server\` into \`http\`: in a file of conf.d to the top, above \`server\`.`
  return { kind: 'context', at: nameAt, message, fix }
}

/** Which of the three kinds of servers a context is part of. */
function familyOf(context: NginxContext): 'http' | 'stream' | 'mail' | 'main' {
  if (context.startsWith('stream')) return 'stream'
  if (context.startsWith('mail')) return 'mail'
  return context === 'main' || context === 'events' ? 'main' : 'http'
}

function unknownIn(
  name: string,
  forms: readonly DirectiveForm[],
  where: string,
  version: readonly number[] | undefined,
): string {
  const until = forms.find(form => form.until)?.until ?? []
  const since = forms.find(form => form.since)?.since ?? []
  const change = until.length > 0 ? `it went with ${versionWords(until)}` : `it came with ${versionWords(since)}`
  return `nginx ${versionWords(version ?? [])} does not know ${name}${where}: ${change}`
}

function countWords({ least, most }: DirectiveForm): string {
  if (most === 0) return 'no arguments'
  if (most === Number.POSITIVE_INFINITY) return `at least ${argumentsOf(least)}`
  return least === most ? argumentsOf(least) : `${least} to ${argumentsOf(most)}`
}

function argumentsOf(count: number): string {
  return count === 1 ? 'one argument' : `${count} arguments`
}

/** A forgotten `;`: where it belongs, and what is wrong in words. */
export interface MissingEnd {
  readonly at: Span
  readonly message: string
}

/** A word that begins a line and is itself a directive: the end of the line before it was forgotten. */
export function missingEnd({ name, nameAt, args }: NginxDirective): MissingEnd | undefined {
  const index = args.findIndex(({ startsLine, quoted, text }) => startsLine && !quoted && directiveForms(text))
  const next = args[index]
  if (!next) return undefined
  const message = `the ";" behind ${name} is missing: nginx takes ${next.text}, on the next line, for one of its arguments`
  return { at: args[index - 1]?.at ?? nameAt, message }
}
