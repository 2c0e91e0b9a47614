import { definitionOf } from '../../src/code/definitions.js'
import type { ExpressionIn, Program } from '../../src/code/program.js'
import { readProgram } from '../../src/code/read.js'
import type { Node } from '../../src/code/syntax.js'
import { childrenOf } from '../../src/code/walk.js'
import { treeOf } from '../../src/examples.js'
import type { Files } from './model.js'

/** The program code of a repository of these files. */
export function programOf(files: Files): Program {
  return readProgram(treeOf(new Map(Object.entries(files))))
}

/** The outermost expression of a file that is written as `text`: the last one that reads so. */
export function expressionIn(program: Program, path: string, text: string, source: string): ExpressionIn {
  const file = program.files.get(path)
  if (!file) throw new Error(`there is no ${path}`)
  let found: ExpressionIn | undefined
  const visit = (node: Node) => {
    if (source.slice(node.start, node.end) === text && node.kind !== 'expression' && node.kind !== 'declare')
      found = { file, node: node as ExpressionIn['node'] }
    else for (const child of childrenOf(node)) visit(child)
  }
  for (const statement of file.body) visit(statement)
  if (!found) throw new Error(`${path} holds no ${text}`)
  return found
}

/** What an expression stands for, as one line: `function list (src/a.ts)`, `express.Router`, `unknown: …`. */
export function definitionLine(program: Program, at: ExpressionIn): string {
  const found = definitionOf(program, at)
  switch (found.kind) {
    case 'external':
      return [found.package, ...found.path].join('.')
    case 'global':
      return `global ${found.path.join('.')}`
    case 'module':
      return `module ${found.files.map(file => file.path).join(', ')}`
    case 'unknown':
      return `unknown: ${found.because}`
    case 'item':
      return 'item'
    case 'parameter':
      return `parameter ${found.node.target.kind === 'name' ? found.node.target.name : '{}'}${found.path.map(part => `.${part}`).join('')}`
    case 'expression':
      return `${found.node.kind}${found.node.kind === 'literal' ? ` ${found.node.value}` : ''} (${found.file.path})`
    default:
      return `${found.kind} ${('name' in found.node && found.node.name) || ''} (${found.file.path})`
  }
}
