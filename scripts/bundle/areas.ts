import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Rule } from '../../src/rule.js'
import { LOAD } from './common-js.js'
import { HOUSE } from './rooms.js'

/** The rules, and which areas are asked only where their technology occurs. */
interface Registry {
  readonly rules: readonly Rule[]
  readonly lazy: ReadonlySet<string>
}

async function registryOf(root: string): Promise<Registry> {
  const load = (path: string) => import(pathToFileURL(join(root, path)).href)
  const { rules } = (await load('rules/index.ts')) as { rules: readonly Rule[] }
  const { AREAS } = (await load('src/areas.ts')) as { AREAS: object }
  return { rules, lazy: new Set(Object.keys(AREAS)) }
}

/** The areas as entry points of the bundle. */
export async function areaEntries(root: string): Promise<readonly { in: string; out: string }[]> {
  const { rules, lazy } = await registryOf(root)
  const areas = new Set(rules.map(areaOf).filter(area => lazy.has(area)))
  return [...areas].map(area => ({ in: `area:${area}`, out: `chunks/rules-${area}` }))
}

/**
 * Rules of areas that are not always asked (`src/areas.ts`) stand in the registry with what sorts them; their check and the
 * words of their findings load the area when the first of its rules is asked.
 */
export function areas(root: string): Plugin {
  return {
    name: 'areas',
    setup({ onLoad, onResolve }) {
      const registry = registryOf(root)
      onResolve({ filter: /^area:/ }, ({ path }) => ({ path: path.slice('area:'.length), namespace: 'area' }))
      onLoad({ filter: /./, namespace: 'area' }, async ({ path: area }) => {
        const rules = (await registry).rules.filter(rule => areaOf(rule) === area)
        const imports = rules.map(({ id }, index) => `import rule${index} from './rules/${id}.ts'\n`)
        const entries = rules.map(({ id }, index) => `  '${id}': rule${index},\n`)
        const house = `export { runAudit as house } from './${HOUSE}'\n`
        return {
          contents: `${imports.join('')}export const rules = {\n${entries.join('')}}\n${house}`,
          resolveDir: root,
        }
      })
      onLoad({ filter: /[\\/]rules[\\/]index\.ts$/ }, async () => {
        return { contents: index(await registry), loader: 'js', resolveDir: join(root, 'rules') }
      })
    },
  }
}

function index({ rules, lazy }: Registry): string {
  const isLazy = (rule: Rule) => lazy.has(areaOf(rule))
  const imports = rules.flatMap((rule, at) => (isLazy(rule) ? [] : `import rule${at} from './${rule.id}.js'\n`))
  const list = rules.map((rule, at) => (isLazy(rule) ? `  { __proto__: lazy, ${said(rule)} },\n` : `  rule${at},\n`))
  return `${imports.join('')}
const areas = new Map()
function whole(id) {
  const area = id.slice(0, id.indexOf('/'))
  if (!areas.has(area)) areas.set(area, ${LOAD}(\`./rules-\${area}.js\`).rules)
  return areas.get(area)[id]
}
const lazy = {
  examples: { bad: [], good: [] },
  get why() {
    return whole(this.id).why
  },
  get fix() {
    return whole(this.id).fix
  },
  get refs() {
    return whole(this.id).refs
  },
  check(context) {
    whole(this.id).check(context)
  },
}
export const rules = [
${list.join('')}]
`
}

/** What sorts a rule, and names it. */
function said(rule: Rule): string {
  const { check: _, examples: __, why: ___, fix: ____, refs: _____, ...rest } = rule
  return JSON.stringify(rest).slice(1, -1)
}

function areaOf({ id }: Rule): string {
  return id.slice(0, id.indexOf('/'))
}
