import { httpDirectives } from './directives/http.js'
import { mailDirectives } from './directives/mail.js'
import { mainDirectives } from './directives/main.js'
import { passingDirectives } from './directives/passing.js'
import { streamDirectives } from './directives/stream.js'
import { tlsDirectives } from './directives/tls.js'
import { type DirectiveForm, directiveTable } from './table.js'

/**
 * The directives of nginx's own modules as of 1.31.5, written after its documentation (https://nginx.org/en/docs/dirindex.html)
 * and compared with the program itself (test/oracles/nginx.test.ts). What a version adds that is not in the table, and what
 * other modules bring, is unknown: nothing is said of it.
 */
const TABLES = [mainDirectives, httpDirectives, passingDirectives, tlsDirectives, streamDirectives, mailDirectives]

let forms: ReadonlyMap<string, readonly DirectiveForm[]> | undefined

/** Every way to use a directive; undefined when it is none of nginx's own. */
export function directiveForms(name: string): readonly DirectiveForm[] | undefined {
  forms ??= byName(allDirectiveForms())
  return forms.get(name)
}

/** The names of all directives. */
export function directiveNames(): readonly string[] {
  forms ??= byName(allDirectiveForms())
  return [...forms.keys()]
}

/** The whole table. */
export function allDirectiveForms(): readonly DirectiveForm[] {
  return TABLES.flatMap(directiveTable)
}

function byName(list: readonly DirectiveForm[]): ReadonlyMap<string, readonly DirectiveForm[]> {
  const found = new Map<string, DirectiveForm[]>()
  for (const form of list) {
    const same = found.get(form.name)
    if (same) same.push(form)
    else found.set(form.name, [form])
  }
  return found
}
