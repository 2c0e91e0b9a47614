import type { DirectiveForm } from './table.js'

/** The first version that may have directives and parameters which the table of directives lacks. */
export const BEYOND_TABLE: readonly number[] = [1, 31, 0]

/** Whether a version knows a form; undefined when the version does not tell: `1.25` and a form of 1.25.1. */
export function knows(
  { since, until }: Pick<DirectiveForm, 'since' | 'until'>,
  version: readonly number[] | undefined,
): boolean | undefined {
  if (!since && !until) return true
  if (!version) return undefined
  const isNew = since ? reaches(version, since) : true
  const isGone = until ? reaches(version, until) : false
  if (isNew === false || isGone === true) return false
  return isNew && isGone === false ? true : undefined
}

/** Whether a version is at least another, both most significant part first; undefined when it is too short to tell. */
export function reaches(version: readonly number[], least: readonly number[]): boolean | undefined {
  for (const [index, wanted] of least.entries()) {
    const part = version[index]
    if (part === undefined) return undefined
    if (part !== wanted) return part > wanted
  }
  return true
}

/** A version as people write it. */
export function versionWords(version: readonly number[]): string {
  return version.join('.')
}
