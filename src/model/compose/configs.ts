import type { ComposeProject } from '../../parse/compose/project.js'
import { embeddedSource } from '../../parse/embedded.js'
import { child } from '../../parse/node.js'
import { knownValue, type Source } from '../../source.js'
import type { Tree } from '../../tree.js'
import { textAt, textFact } from '../read-node.js'

/** The text of each config of a project, by its name, where the repository tells it: of `file`, or of `content` without open variables. */
export function configTextsOf(project: ComposeProject, tree: Tree): ReadonlyMap<string, Source> {
  return new Map(
    [...project.configs.values()].flatMap(({ name, node }) => {
      const file = knownValue(textAt(node, 'file'))
      const source = file === undefined ? contentOf(child(node, 'content'), tree) : tree.read(file)
      return source ? [[name, source] as const] : []
    }),
  )
}

function contentOf(node: ReturnType<typeof child>, tree: Tree): Source | undefined {
  const outer = node && tree.read(node.at.path)
  return node?.kind === 'scalar' && textFact(node)?.known && outer ? embeddedSource(outer, node) : undefined
}
