import type { MapNode, Node } from '../../parse/node.js'

/** Apps that run the same script in the same way: instances that are written out one by one. */
export interface AppGroup {
  readonly apps: readonly MapNode[]
}

/** What tells instances apart: their names, addresses and files. */
const OF_INSTANCE = /^(?:name|port|env(?:_\w+)?|args)$/
const FILES = /^(?:(?:out|error|log|pid)(?:_file)?|err|err_file|output|log_date_format|(?:out|error|log|pid)File)$/

/**
 * Puts together the apps that differ in nothing but the numbers in their names, variables and arguments: a hundred apps that
 * `Array.from` makes are one workload that runs a hundred times.
 */
export function groupsOf(apps: readonly MapNode[]): readonly AppGroup[] {
  const groups = new Map<string, MapNode[]>()
  for (const app of apps) {
    const signature = JSON.stringify([...app.entries].flatMap(([key, { node }]) => signatureOf(key, node)).sort())
    const group = groups.get(signature)
    if (group) group.push(app)
    else groups.set(signature, [app])
  }
  return [...groups.values()].map(group => ({ apps: group }))
}

function signatureOf(key: string, node: Node): readonly string[] {
  if (FILES.test(key)) return []
  const text = textIn(node)
  return [`${key}=${OF_INSTANCE.test(key) ? text.replace(/\d+/g, '#') : text}`]
}

/** A tree as a text that is the same for equal trees. */
function textIn(node: Node): string {
  switch (node.kind) {
    case 'scalar':
      return JSON.stringify([node.text, node.interpolation?.raw, node.open])
    case 'list':
      return `[${node.items.map(textIn).join()}${node.open ?? ''}]`
    case 'map':
      return `{${[...node.entries].map(([key, { node: value }]) => `${key}:${textIn(value)}`).join()}${node.open ?? ''}}`
  }
}
