import { child, descend, entriesOf, itemsOf, textOf } from '../../parse/node.js'
import { parseYaml } from '../../parse/yaml.js'
import type { Source } from '../../source.js'

/** A target of a Bake file, as far as it is written out. Paths are from the folder of the file. */
export interface BakeTarget {
  readonly tags: readonly string[]
  readonly context: string
  readonly dockerfile?: string
  readonly target?: string
}

const MOST_TARGETS = 200
const LONGEST = 20_000

/** Whether a file is one that `docker buildx bake` loads by itself. */
export function isBakeFile(name: string): boolean {
  return /^docker-bake(?:\.override)?\.(?:hcl|json)$/.test(name)
}

/**
 * The targets of a Bake file that name their tags themselves (https://docs.docker.com/build/bake/reference/#target). Of HCL only
 * plain texts and lists of them are read; what functions or other targets give is left out.
 */
export function bakeTargets(source: Source): readonly BakeTarget[] {
  if (source.path.endsWith('.json')) return jsonTargets(source)
  return [...source.text.matchAll(/^target[ \t]+"[^"\n]{1,200}"[ \t]*\{/gm)]
    .slice(0, MOST_TARGETS)
    .flatMap(({ 0: head, index }) => {
      const start = index + head.length
      const text = source.text.slice(start, start + LONGEST)
      const end = text.search(/^\}/m)
      const body = end === -1 ? text : text.slice(0, end)
      const value = (name: string) => new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*"([^"\\n]*)"`, 'm').exec(body)?.[1]
      const [, list = ''] = /^[ \t]*tags[ \t]*=[ \t]*\[([^\]]*)\]/m.exec(body) ?? []
      const tags = [...list.matchAll(/"([^"\n]*)"/g)].flatMap(([, tag]) => tag ?? [])
      return targetOf(tags, value('context'), value('dockerfile'), value('target'))
    })
}

function jsonTargets(source: Source): readonly BakeTarget[] {
  const root = parseYaml(source).documents[0]?.root
  return entriesOf(descend(root, 'target')).flatMap(([, target]) => {
    const text = (name: string) => textOf(child(target, name))
    const tags = itemsOf(child(target, 'tags')).flatMap(item => textOf(item) ?? [])
    return targetOf(tags, text('context'), text('dockerfile'), text('target'))
  })
}

function targetOf(tags: readonly string[], context = '.', dockerfile?: string, target?: string): readonly BakeTarget[] {
  if (tags.length === 0 || [context, dockerfile, target].some(one => one?.includes('$') || one?.includes('://')))
    return []
  return [{ tags, context, ...(dockerfile !== undefined && { dockerfile }), ...(target !== undefined && { target }) }]
}
