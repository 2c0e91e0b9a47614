import { expect, test } from 'vitest'
import type { Node } from '../../src/code/syntax.js'
import { childrenOf, walk } from '../../src/code/walk.js'
import { readJavaScript } from '../../src/parse/javascript/code.js'

const TEXT = `
@D(x) class A extends B { @C() f = g(1); constructor(@I() private p = q, ...r) { super(p) } }
const { a, b: [c = 2] } = await load({ [k]: v, ...rest }, [1, , 2])
for (const i of list) { if (i > 1 || !i) x += i?.y[z]; else throw new E(\`t\${i}\`) }
try { for (let n = 0; n < 3; n++) tag\`s\${n}\` } catch (e) { log(e) } finally { done() }
switch (a) { case 1: break; default: (b ? c : d) as T }
export default async x => ({ y: yield_(x), m() { return this.h } })
`

test('the walk comes to every node that is a child, outer ones first, in the order of childrenOf', () => {
  const { body, problems } = readJavaScript({ path: 'a.ts', text: TEXT })
  expect(problems).toEqual([])
  const plain: Node[] = []
  const visit = (node: Node) => {
    plain.push(node)
    for (const child of childrenOf(node)) visit(child)
  }
  for (const node of body) visit(node)
  const walked: Node[] = []
  walk(body, node => {
    walked.push(node)
    return undefined
  })
  expect(walked.length).toBeGreaterThan(80)
  expect(walked).toEqual(plain)
})
