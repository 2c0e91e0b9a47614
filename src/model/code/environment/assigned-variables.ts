import type { CodeFile } from '../../../code/syntax.js'
import { walk } from '../../../code/walk.js'
import { remembered } from '../../../remember.js'

/** Whether a name is spelled as variables of the environment are. */
export const isVariable = remembered(/^[A-Z][A-Z0-9_]*$/)

/** The variables that code sets itself: `process.env.X = …`, `os.environ["X"] = …`, `os.environ.setdefault("X", …)`, `os.Setenv("X", …)`. */
export function assignedIn(file: CodeFile): readonly string[] {
  const names: string[] = []
  walk(file.body, node => {
    if (node.kind === 'assign' && node.target.kind === 'member' && isVariable(node.target.property))
      names.push(node.target.property)
    if (
      node.kind === 'call' &&
      node.callee.kind === 'member' &&
      /^(?:setdefault|Setenv|putenv)$/.test(node.callee.property)
    ) {
      const [first] = node.arguments
      if (first?.kind === 'literal' && typeof first.value === 'string') names.push(first.value)
    }
    return undefined
  })
  return names
}
