import { isNone, type PyValue, textOf } from '../../../../code/python/values.js'

/** A part of a path. Where `isResolved` is false, `text` is what is known of its end. */
export interface PathText {
  readonly text: string
  readonly isResolved: boolean
}

/** A path that nothing was added to yet. */
export const EMPTY_PATH: PathText = { text: '', isResolved: true }

/** The text that a value gives; nothing for what is not given. */
export function pathText(value: PyValue | undefined): PathText {
  if (!value || isNone(value)) return EMPTY_PATH
  const text = textOf(value)
  if (text !== undefined) return { text, isResolved: true }
  return { text: value.kind === 'ending' ? value.text : '', isResolved: false }
}

/** One part behind another. What is in front of an end that is all that is known does not matter. */
export function joined(...parts: readonly PathText[]): PathText {
  let text = ''
  let isResolved = true
  for (const part of parts) {
    text = part.isResolved ? text + part.text : part.text
    isResolved &&= part.isResolved
  }
  return { text, isResolved }
}

/** With one slash in front, none behind. */
export function mounted({ text, isResolved }: PathText): PathText {
  const bare = text.replace(/\/+$/, '')
  return { text: bare === '' || bare.startsWith('/') || !isResolved ? bare : `/${bare}`, isResolved }
}

/** With a slash in front. */
export function rooted({ text, isResolved }: PathText): PathText {
  return { text: text.startsWith('/') || !isResolved ? text : `/${text}`, isResolved }
}

/**
 * The path in the spelling of all routes: `{id}`, `{id:int}`, `<id>` and `<int:id>` are `:id`; those that take several
 * segments `:id*`.
 */
export function routePath(text: string): string {
  const named = text
    .replace(/\{(\w+)(?::([^{}]*))?\}/g, (_, name: string, converter?: string) => parameter(name, converter))
    .replace(/<(?:(\w+)(?:\([^()]*\))?:)?(\w+)>/g, (_, converter: string | undefined, name: string) =>
      parameter(name, converter),
    )
  const path = `/${named}`.replace(/\/{2,}/g, '/')
  return path.length > 1 ? path.replace(/\/$/, '') : path
}

function parameter(name: string, converter: string | undefined): string {
  return converter === 'path' || converter === '.*' || converter === '.+' ? `:${name}*` : `:${name}`
}

/**
 * The path that a regular expression of Django takes, as far as it is one: named and unnamed groups are parameters. Anything
 * that may be one text or another makes it unresolved.
 */
export function patternPath(pattern: string): PathText {
  let text = pattern.replace(/^\^/, '').replace(/\$$|\\Z$/, '')
  let count = 0
  text = text.replace(
    /\((?!\?:)(?:\?P<(\w+)>)?((?:\\.|\[[^\]]*\]|[^()])*)\)\??/g,
    (_, name: string | undefined, inner: string) => {
      count++
      return `<${/^\.[*+]/.test(inner) ? 'path:' : ''}${name ?? `p${count}`}>`
    },
  )
  text = text.replace(/\/\?$/, '').replace(/\/\?\$?$/, '')
  text = text.replace(/\\([./\-_])/g, '$1')
  return /[\\^$*+?()[\]|]/.test(text) ? { text: '', isResolved: false } : { text, isResolved: true }
}
