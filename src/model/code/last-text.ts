import type { Expression } from '../../code/syntax.js'
import { walk } from '../../code/walk.js'

/** The last text in an expression, the end of a path: `.env` of `ROOT / ".env"` and of `os.path.join(ROOT, ".env")`. */
export function lastText(of: Expression): string | undefined {
  let last: string | undefined
  walk([of], node => {
    if (node.kind === 'literal' && typeof node.value === 'string') last = node.value
    return undefined
  })
  return last
}
