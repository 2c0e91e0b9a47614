import { type ComposeProject, type ComposeRequest, loadComposeProject } from '../../../src/parse/compose/project.js'
import type { Node } from '../../../src/parse/node.js'

export interface LoadOptions extends Partial<Omit<ComposeRequest, 'read' | 'environment'>> {
  readonly environment?: Readonly<Record<string, string>>
}

/** Loads a project from files in memory; the first file is the one to load unless `files` says otherwise. */
export function load(contents: string | Readonly<Record<string, string>>, options: LoadOptions = {}): ComposeProject {
  const files = typeof contents === 'string' ? { 'compose.yaml': contents } : contents
  const texts = new Map(Object.entries(files))
  return loadComposeProject({
    files: [texts.keys().next().value ?? ''],
    unset: 'empty',
    profiles: [],
    ...options,
    environment: new Map(Object.entries(options.environment ?? {})),
    read: path => {
      const text = texts.get(path)
      return text === undefined ? undefined : { path, text }
    },
  })
}

/** A node as plain values: numbers and booleans as such, unknown scalars as `?text`. */
export function plain(node: Node | undefined): unknown {
  if (!node) return undefined
  if (node.kind === 'list') return node.items.map(plain)
  if (node.kind === 'map') return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plain(entry.node)]))
  const open = node.interpolation?.state === 'unknown' || node.interpolation?.state === 'required'
  if (open) return `?${node.text}`
  return node.type === 'number' ? Number(node.text) : node.type === 'boolean' ? node.text === 'true' : node.text
}

/** One attribute of a service, as plain values. */
export function attribute(project: ComposeProject, service: string, key: string): unknown {
  return plain((project.services.get(service) ?? project.disabled.get(service))?.node.entries.get(key)?.node)
}

/** A project of the one service `a` with these attributes, written in flow style. */
export function service(attributes: string, rest = ''): string {
  return `services:\n  a: {image: x, ${attributes}}\n  b: {image: y}\n  off: {image: z, profiles: [dev]}\n${rest}`
}

/** The codes of all problems, sorted. */
export function codes(project: ComposeProject): readonly string[] {
  return project.problems.map(problem => problem.code ?? problem.kind).sort()
}
