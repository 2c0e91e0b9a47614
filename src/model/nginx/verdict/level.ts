import { contextWithin, type NginxContext } from '../../../knowledge/nginx/contexts.js'
import type { NginxArgument, NginxDirective } from '../../../parse/nginx.js'
import type { Span } from '../../../source.js'

/** One reason for which nginx would not start. */
export interface Rejection {
  readonly kind: RejectionKind
  readonly at: Span
  /** What is wrong, as a sentence without a full stop. */
  readonly message: string
  /** What to do instead, where the words of the reason do not already say it. */
  readonly fix?: string
  /** The other place that it collides with. */
  readonly other?: { readonly at: Span; readonly message: string }
}

/** Why nginx refuses a line. */
export type RejectionKind =
  | 'syntax'
  | 'context'
  | 'arguments'
  | 'value'
  | 'duplicate'
  | 'undefined'
  | 'certificate'
  | 'version'
  | 'unknown'
  | 'missing'

/** One level of the configuration: the content of a block whose context is known, or the outermost level. */
export interface Level {
  readonly context: NginxContext
  readonly directives: readonly NginxDirective[]
  readonly parent?: Level
  /** The block; absent for the outermost level. */
  readonly opening?: NginxDirective
}

/** Takes a reason down. */
export type Reject = (rejection: Rejection) => void

/** The level in a block; undefined when its content is no directives, or those of a module that is not known. */
export function levelWithin(level: Level, opening: NginxDirective): Level | undefined {
  const context = opening.block && contextWithin(level.context, opening.name)
  return context && { context, directives: opening.block ?? [], parent: level, opening }
}

/** Every level below one, that one first. */
export function levelsOf(level: Level): readonly Level[] {
  const found = [level]
  for (const each of found) {
    for (const directive of each.directives) {
      const within = levelWithin(each, directive)
      if (within) found.push(within)
    }
  }
  return found
}

/** Visits every directive in the order that nginx reads them, with its level. Blocks that hold no directives are not entered. */
export function inOrder(level: Level, visit: (directive: NginxDirective, level: Level) => void): void {
  for (const directive of level.directives) {
    visit(directive, level)
    const within = levelWithin(level, directive)
    if (within) inOrder(within, visit)
  }
}

const indexes = new WeakMap<readonly NginxDirective[], ReadonlyMap<string, readonly NginxDirective[]>>()

/** The directives of a name at this level, in order. */
function named({ directives }: Level, name: string): readonly NginxDirective[] {
  let index = indexes.get(directives)
  if (!index) {
    const found = new Map<string, NginxDirective[]>()
    for (const directive of directives) {
      const same = found.get(directive.name)
      if (same) same.push(directive)
      else found.set(directive.name, [directive])
    }
    index = found
    indexes.set(directives, index)
  }
  return index.get(name) ?? []
}

/** The directives of a name at this level, or at the nearest level around it that has any. */
export function inherited(level: Level, name: string): readonly NginxDirective[] {
  for (let each: Level | undefined = level; each; each = each.parent) {
    const own = named(each, name)
    if (own.length > 0) return own
  }
  return []
}

/** The argument at a position, when nginx sees it as it is written: see `isFilledIn`. */
export function plainArgument(directive: NginxDirective, index: number): string | undefined {
  const text = directive.args[index]?.text
  return text === undefined || isFilledIn(text) ? undefined : text
}

/**
 * Whether a word holds something that is put in before nginx reads it: `${PORT}` or `$HOST` of envsubst, which are in
 * capitals where variables of nginx are not, and the marks of other tools (`__PORT__`, `@PORT@`, `%PORT%`, `<port>`).
 */
export function isFilledIn(text: string): boolean {
  return /\$\{?[A-Z][A-Z0-9_]*\b|__[A-Za-z]\w*__|@[A-Z][A-Z0-9_]*@|%[A-Z][A-Z0-9_]*%|<[A-Za-z][\w-]*>/.test(text)
}

/** Whether anything in the head of a directive is filled in. */
export function hasFilledIn({ name, args }: NginxDirective): boolean {
  return isFilledIn(name) || args.some(({ text }) => isFilledIn(text))
}

/** Whether nginx takes a word for one with variables in it: every `$` makes it one. */
export function hasVariable(text: string): boolean {
  return text.includes('$')
}

/** An argument or name as messages show it. */
export function shown({ text }: Pick<NginxArgument, 'text'>): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
