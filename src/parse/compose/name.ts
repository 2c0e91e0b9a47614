import { interpolateText, type VariableValue } from './interpolate.js'
import type { Loading } from './loading.js'

/** A project name as Compose makes it: lower case letters, digits, `-` and `_`, beginning with a letter or digit. */
export function normalProjectName(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '')
}

/** The `name` that the last of the files gives the project; empty when none does, null when it is not known. */
export function writtenName(
  files: readonly string[],
  variables: ReadonlyMap<string, VariableValue>,
  loading: Loading,
): string | null {
  let name = ''
  for (const path of files) {
    for (const { root } of loading.parse(path)?.documents ?? []) {
      const node = root?.kind === 'map' ? root.entries.get('name')?.node : undefined
      if (node?.kind === 'scalar' && node.text) name = node.text
    }
  }
  const result = interpolateText(
    name,
    { lookup: key => variables.get(key), unset: loading.unset, spend: loading.spend },
    () => ({
      path: '',
      start: 0,
      end: 0,
    }),
  )
  if (result.state === 'invalid' || result.state === 'unknown' || result.state === 'required') return null
  return normalProjectName(result.text)
}
