import type { VariableValue } from '../../parse/compose/interpolate.js'
import { child, entriesOf, itemsOf, type Node, textOf } from '../../parse/node.js'
import { parseShell, type ShellScript } from '../../parse/shell.js'
import { parseYaml } from '../../parse/yaml.js'
import type { Source } from '../../source.js'
import type { RepositoryFile } from '../../tree.js'
import { scriptTexts } from '../script-texts.js'

/** A piece of shell with what it is started with. */
export interface DeployText {
  readonly script: ShellScript
  /** What it stands in, from the inside out: step, job; target; script of package.json. */
  readonly names: readonly string[]
  /** What its shell has set from the start. */
  readonly variables: ReadonlyMap<string, VariableValue>
  /** The folder that it starts in, where that is written. */
  readonly directory?: string
}

/** The shell texts of a file, those of pipelines with the variables of their workflow, job and step. */
export function deployTexts(source: Source, file: RepositoryFile): readonly DeployText[] {
  if (file.format === 'ci') return pipelineTexts(source)
  const texts = scriptTexts(source, file)
  if (file.format !== 'makefile')
    return texts.map(({ script, name }) => ({ script, names: name === undefined ? [] : [name], variables: new Map() }))
  const everywhere = exportsOf(source, undefined)
  return texts.map(({ script, name }) => ({
    script,
    names: name === undefined ? [] : [name],
    variables: new Map([...everywhere, ...(name === undefined ? [] : exportsOf(source, name))]),
  }))
}

/** A value with a `$` in it is told by the run alone. */
export function writtenValue(text: string, at: VariableValue['at']): VariableValue {
  const known = !/[$`]/.test(text)
  return { text: known ? text : '', known, ...(at ? { at } : {}) }
}

/** `export NAME = value` of a Makefile, for all targets or for one (`deploy: export NAME = value`). */
function exportsOf(source: Source, target: string | undefined): ReadonlyMap<string, VariableValue> {
  const found = new Map<string, VariableValue>()
  for (const match of source.text.matchAll(
    /^(?:([\w.-]+)[ \t]*:[ \t]*)?export[ \t]+(\w+)[ \t]*[:?]{0,2}=[ \t]*(.*)$/gm,
  )) {
    const [whole, of, name = '', value = ''] = match
    if (of !== target) continue
    const at = { path: source.path, start: match.index, end: match.index + whole.length }
    found.set(name, writtenValue(value.replace(/\s+#.*$/, '').trim(), at))
  }
  return found
}

/** Where pipelines set variables: GitHub and its kin, GitLab, CircleCI. */
const VARIABLES = ['env', 'variables', 'environment'] as const
const STEP_KEYS = new Set(['run', 'script', 'before_script', 'bash', 'command', 'commands', 'sh'])
const DEEPEST = 12
const MOST_STEPS = 2_000

interface Around {
  readonly names: readonly string[]
  readonly variables: ReadonlyMap<string, VariableValue>
  readonly directory: string | undefined
}

function pipelineTexts(source: Source): readonly DeployText[] {
  const found: DeployText[] = []
  const visit = (node: Node | undefined, around: Around, depth: number): void => {
    if (!node || depth > DEEPEST || found.length > MOST_STEPS) return
    if (node.kind === 'list') for (const item of node.items) visit(item, around, depth + 1)
    if (node.kind !== 'map') return
    const here = entered(node, around)
    for (const [key, value] of entriesOf(node)) {
      if (!STEP_KEYS.has(key)) {
        // What an action does elsewhere with a script (over SSH) has the variables that it hands on.
        const inner = key === 'with' ? { ...here, variables: handedOn(value, here.variables) } : here
        visit(value, /^(?:jobs|steps|with)$/.test(key) ? inner : { ...inner, names: [key, ...inner.names] }, depth + 1)
        continue
      }
      const parts = value.kind === 'list' ? itemsOf(value) : [value]
      const text = parts.map(part => textOf(part) ?? '').join('\n')
      if (value.kind === 'map') visit(value, here, depth + 1)
      else if (text.trim() !== '') {
        const { directory, ...rest } = here
        const script = parseShell(text, value.at, { exitOnError: true })
        found.push({ script, ...rest, ...(directory === undefined ? {} : { directory }) })
      }
    }
  }
  for (const { root } of parseYaml(source).documents)
    visit(root, { names: [], variables: new Map(), directory: undefined }, 0)
  return found
}

function entered(node: Node, { names, variables, directory }: Around): Around {
  const added = VARIABLES.flatMap(key =>
    entriesOf(child(node, key)).flatMap(([name, value]) => {
      const text = textOf(value)
      return text === undefined ? [] : [[name, writtenValue(text, value.at)] as const]
    }),
  )
  const said = ['name', 'environment'].flatMap(key => textOf(child(node, key)) ?? [])
  return {
    names: [...said, ...names],
    variables: added.length > 0 ? new Map([...variables, ...added]) : variables,
    directory: textOf(child(node, 'working-directory')) ?? directory,
  }
}

/** `envs: A,B` of actions that run a script elsewhere. */
function handedOn(node: Node, variables: ReadonlyMap<string, VariableValue>): ReadonlyMap<string, VariableValue> {
  const names = new Set((textOf(child(node, 'envs')) ?? '').split(',').map(name => name.trim()))
  return new Map([...variables].filter(([name]) => names.has(name)))
}
