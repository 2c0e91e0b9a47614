import type { DockerfileImage } from '../../parse/dockerfile.js'
import { parseShell, programOf } from '../../parse/shell.js'
import { joinPath } from '../../paths.js'
import { knownValue, type Span } from '../../source.js'
import type { BuildContext } from './build-context.js'
import { commandsOf, copyOf, resolvedStage } from './build-steps.js'
import { readManifest, scriptRun } from './node-manifest.js'

/** A folder that is copied out of a stage, and another one that its build makes. */
export interface MissingOutput {
  readonly at: Span
  /** As it is written: `/app/build`. */
  readonly asked: string
  readonly stage: string
  /** What the build makes, and by what: `dist`, `vite build`. */
  readonly made: string
  readonly by: string
}

/**
 * Where build tools put what they make, as long as neither their options nor their settings say otherwise.
 * https://vite.dev/config/build-options.html#build-outdir, https://create-react-app.dev/docs/production-build/,
 * https://cli.vuejs.org/config/#outputdir, https://docs.astro.build/en/reference/configuration-reference/#outdir
 */
const TOOLS: readonly (readonly [command: RegExp, folder: string])[] = [
  [/^vite build$/, 'dist'],
  [/^react-scripts build$/, 'build'],
  [/^vue-cli-service build$/, 'dist'],
  [/^astro build$/, 'dist'],
]
/** The folders that people mean by the result of a build. */
const RESULTS = new Set(['dist', 'build', 'out', 'output', '.output'])
/** Programs that write no folder of that kind. */
const HARMLESS =
  /^(?:npm|yarn|pnpm|corepack|apk|apt-get|apt|tsc|vue-tsc|eslint|prettier|biome|rm|rimraf|echo|set|mkdir|vitest|jest)$/
/** Files at the root that neither make nor name the result of a build. */
const ASIDE =
  /(?:^|\/)(?:\.\w+ignore|Dockerfile[^/]*|[^/]*\.(?:md|conf|lock)|[^/]*-lock\.[^/]+|(?:docker-)?compose[^/]*)$/i
const LONGEST = 100_000

/** COPY --from a folder that the build of that stage does not make: it makes another one. */
export function missingOutputs(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): readonly MissingOutput[] {
  return stage.stage.instructions.flatMap(instruction => {
    const copy = copyOf(instruction)
    const from = copy?.from === undefined ? undefined : resolvedStage(copy.from, stages)
    const made = from && outputOf(from, context)
    if (!copy?.from || !made) return []
    return copy.sources.flatMap(({ text, at }) => {
      const folder = joinPath('.', text.replace(/^\/+/, ''))
      const inner = folder.startsWith(`${made.workdir}/`) ? folder.slice(made.workdir.length + 1) : undefined
      if (inner === undefined || !RESULTS.has(inner) || inner === made.folder) return []
      if (context.exists(inner) || isNamed(inner, from, context)) return []
      return [{ at, asked: text, stage: copy.from ?? '', made: made.folder, by: made.by }]
    })
  })
}

/** What the commands of a stage make in the folder where package.json is; undefined where that is not plain. */
function outputOf(from: DockerfileImage, context: BuildContext) {
  const workdir = joinPath('.', (knownValue(from.workdir) ?? '').replace(/^\/+/, ''))
  const manifest = workdir === '.' ? undefined : readManifest('package.json', context)
  if (!manifest || manifest.hasWorkspaces || !takesAll(from)) return undefined
  const commands = from.instructions.flatMap(one => commandsOf(one, from.shell))
  const found: { readonly folder: string; readonly by: string }[] = []
  for (const { words, conditional } of commands) {
    const script = scriptRun(words)
    const text = script === undefined ? undefined : manifest.scripts.get(script)
    const inner =
      text === undefined
        ? [words]
        : parseShell(text, { path: '', start: 0, end: text.length }).commands.map(one => one.words)
    for (const one of inner) {
      const plain = one.filter(word => !/^(?:npx|pnpm|exec|yarn)$/.test(word)).join(' ')
      const tool = TOOLS.find(([command]) => command.test(plain))
      if (tool) found.push({ folder: tool[1], by: plain })
      else if (!HARMLESS.test(programOf(one) ?? '')) return undefined
    }
    if (conditional) return undefined
  }
  const [only, other] = found
  return only && !other ? { ...only, workdir } : undefined
}

/** Whether the root of the context is copied into the folder that the stage works in. */
function takesAll({ instructions }: DockerfileImage): boolean {
  return instructions.some(instruction => {
    const copy = copyOf(instruction)
    return copy?.from === undefined && copy?.sources.some(({ text }) => /^\.\/?$/.test(text)) === true
  })
}

/** Whether anything that the stage runs or reads names the folder: then it may be made after all. */
function isNamed(folder: string, from: DockerfileImage, context: BuildContext): boolean {
  const name = new RegExp(`(?<![\\w.-])${folder.replace('.', '\\.')}(?![\\w:.-])`)
  // A script is called build, too.
  const without = (text: string) =>
    text.replace(/\b(?:run\s+|vite\s+|react-scripts\s+|yarn\s+|pnpm\s+|npm\s+)build\b|"build"\s*:/g, '')
  if (from.instructions.some(({ keyword, text }) => keyword !== 'FROM' && name.test(without(text)))) return true
  return context.find('.').some(path => {
    if (path.includes('/') || ASIDE.test(path)) return false
    const text = context.read(path)?.text ?? ''
    return text.length > LONGEST || /\boutDir\b|\boutputDir\b|\bBUILD_PATH\b/.test(text) || name.test(without(text))
  })
}
