import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Software } from '../../src/knowledge/software.js'
import { LOAD } from './common-js.js'

/**
 * The bundle loads parts of the program when they are needed, though the sources import them like everything else. A room
 * is such a part: a module with all that nothing else uses. Whoever imports it gets a door instead, whose functions load
 * the room when the first of them is called. Loading is synchronous, as calling is. A caller must therefore not call
 * before it knows that there is something to do.
 */
const ROOMS: readonly string[] = [
  'src/action/run.ts',
  'src/capacity.ts',
  'src/changes.ts',
  'src/cli/baseline-command.ts',
  'src/cli/completion-command.ts',
  'src/cli/init-command.ts',
  'src/config/parse.ts',
  'src/config/rebase.ts',
  'src/deep/resolver.ts',
  'src/digest.ts',
  'src/discover/git/versions.ts',
  'src/discover/ignore-matcher.ts',
  'src/inventory.ts',
  'src/library.ts',
  'src/model/blind-waits.ts',
  'src/model/caddy.ts',
  'src/model/code.ts',
  'src/model/code/blocking-python.ts',
  'src/model/code/client-errors.ts',
  'src/model/code/queries/python.ts',
  'src/model/code/routes/go.ts',
  'src/model/code/routes/javascript.ts',
  'src/model/code/routes/python.ts',
  'src/model/code/schemas.ts',
  'src/model/code/shadowed-routes.ts',
  'src/model/compose/deployments.ts',
  'src/model/compose/stack-problems.ts',
  'src/model/datastore/database-uses.ts',
  'src/model/datastore/initialisation.ts',
  'src/model/entry.ts',
  'src/model/haproxy.ts',
  'src/model/image/build-obstacles.ts',
  'src/model/kubernetes.ts',
  'src/model/kubernetes/applied-placeholders.ts',
  'src/model/kubernetes/backups.ts',
  'src/model/kubernetes/matches.ts',
  'src/model/kubernetes/monitors.ts',
  'src/model/kubernetes/proxies.ts',
  'src/model/kubernetes/route-encryption.ts',
  'src/model/nginx.ts',
  'src/model/nginx/verdict.ts',
  'src/model/pm2.ts',
  'src/model/process/gunicorn-settings.ts',
  'src/model/secrets/script-commands.ts',
  'src/model/secrets/setting-secrets.ts',
  'src/model/telemetry/alert-routes.ts',
  'src/model/telemetry/rejected-configurations.ts',
  'src/model/traefik.ts',
  'src/model/traefik/plain-routers.ts',
  'src/parse/alertmanager.ts',
  'src/parse/dockerfile.ts',
  'src/parse/dotenv.ts',
  'src/parse/go.ts',
  'src/parse/grammars.ts',
  'src/parse/javascript/code.ts',
  'src/parse/javascript/evaluate.ts',
  'src/parse/javascript/syntax.ts',
  'src/parse/nginx.ts',
  'src/parse/prometheus/config.ts',
  'src/parse/prometheus/rules.ts',
  'src/parse/python.ts',
  'src/parse/toml.ts',
  'src/report/github.ts',
  'src/report/gitlab.ts',
  'src/report/html.ts',
  'src/report/json.ts',
  'src/report/junit.ts',
  'src/report/markdown.ts',
  'src/report/sarif.ts',
  'src/report/text/capacity.ts',
]

/** What every room may use without loading it once more. */
export const HOUSE = 'src/cli/commands.ts'
const IMAGES = 'src/knowledge/images'

/** The rooms as entry points of the bundle. `images` are the names of the files of `src/knowledge/images`. */
export function roomEntries(images: Iterable<string>): readonly { in: string; out: string }[] {
  const paths = [...ROOMS, ...[...images].map(name => `${IMAGES}/${name}.ts`)]
  return paths.map(path => ({ in: `room:${path}`, out: `chunks/${chunkOf(path)}` }))
}

/** Puts a door before each room, and the catalogue before the images. */
export function rooms(root: string): Plugin {
  return {
    name: 'rooms',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^room:/ }, ({ path }) => ({ path: path.slice('room:'.length), namespace: 'room' }))
      onResolve({ filter: /^\.{1,2}\// }, ({ path, importer, namespace, kind }) => {
        if (namespace === 'room') return undefined
        const target = relative(root, resolve(dirname(importer), path))
          .split(sep)
          .join('/')
          .replace(/\.js$/, '.ts')
        if (!ROOMS.includes(target)) return undefined
        return { path: target, namespace: kind === 'dynamic-import' ? 'room' : 'door' }
      })
      onLoad({ filter: /./, namespace: 'room' }, ({ path }) => ({
        contents: room(path),
        loader: 'js',
        resolveDir: root,
      }))
      onLoad({ filter: /./, namespace: 'door' }, ({ path }) => ({ contents: door(root, path), loader: 'js' }))
      onLoad({ filter: /[\\/]src[\\/]knowledge[\\/]catalogue\.ts$/ }, async () => {
        const module = await import(pathToFileURL(join(root, IMAGES, 'index.ts')).href)
        return { contents: catalogue(module.files), loader: 'js' }
      })
    },
  }
}

function chunkOf(path: string): string {
  return path.startsWith(IMAGES)
    ? `image-${path.slice(IMAGES.length + 1, -3)}`
    : path.slice('src/'.length, -3).replaceAll('/', '-')
}

/** A room names the house too, so that esbuild puts what both use where the house has it already. */
function room(path: string): string {
  const content = path.startsWith(IMAGES) ? `export { default } from './${path}'` : `export * from './${path}'`
  return `${content}\nexport { runAudit as house } from './${HOUSE}'\n`
}

function door(root: string, path: string): string {
  const text = readFileSync(join(root, path), 'utf8')
  const exported = [...text.matchAll(/^export (.*)$/gm)].map(match => match[1] ?? '')
  const names = exported.flatMap(line => {
    const [, declared, passedOn] = /^(?:(?:async )?function (\w+)|\{([\w, ]+)\} from )/.exec(line) ?? []
    return declared ?? passedOn?.split(',').map(name => name.trim()) ?? []
  })
  const other = exported.find(line => !/^(?:(?:async )?function|interface|type) |^\{[\w, ]+\} from /.test(line))
  if (other !== undefined) throw new Error(`${path} is a room of the bundle and exports more than functions: ${other}`)
  const functions = names.map(name => `export function ${name}(...given) {\n  return enter().${name}(...given)\n}\n`)
  return `let room\nfunction enter() {\n  return (room ??= ${LOAD}('./${chunkOf(path)}.js'))\n}\n${functions.join('')}`
}

/** `src/knowledge/catalogue.ts` with the names of the images, and the rest of each behind a door. */
function catalogue(files: Readonly<Record<string, Software | readonly Software[]>>): string {
  const entries: string[] = []
  const tools = new Map<string, string[]>()
  for (const [file, all] of Object.entries(files)) {
    for (const [index, software] of [all].flat().entries()) {
      for (const tool of software.backupTools) tools.set(tool, [...(tools.get(tool) ?? []), software.id])
      for (const [place, { images }] of software.distributions.entries()) {
        entries.push(`  entry(${JSON.stringify(file)}, ${index}, ${place}, ${JSON.stringify(images)}),\n`)
      }
    }
  }
  return `function entry(file, index, place, images) {
  const open = () => {
    const software = [${LOAD}(\`./image-\${file}.js\`).default].flat()[index]
    return { software, distribution: software.distributions[place] }
  }
  return { images, open }
}
export const catalogue = [
${entries.join('')}]
export const backupTools = new Map(${JSON.stringify([...tools], null, 2)})
`
}
