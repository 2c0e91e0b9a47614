import type { DockerfileImage } from '../../parse/dockerfile.js'
import { joinPath } from '../../paths.js'
import type { Span } from '../../source.js'
import { listOf } from '../../words.js'
import type { Image } from '../system.js'
import type { BuildContext } from './build-context.js'
import { missingOutputs } from './build-output.js'
import { copyOf, stageNamed } from './build-steps.js'
import { isCopiedBefore } from './copied-files.js'
import { type MissingPackage, missingPackage } from './node-build.js'
import { installsOf, LOCKFILES } from './package-installs.js'
import { installsBeforeSchema } from './schema-before-install.js'

/** Files that people write and commit: no build makes them. */
const WRITTEN =
  /^(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|pnpm-workspace\.yaml|requirements\.txt|Pipfile|Pipfile\.lock|pyproject\.toml|poetry\.lock|uv\.lock|go\.mod|go\.sum|Cargo\.toml|Cargo\.lock|Gemfile|Gemfile\.lock|composer\.json|composer\.lock|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?|gradlew|mvnw|tsconfig\.json|nest-cli\.json|nx\.json|turbo\.json|lerna\.json)$/
/** Names that people give to stages and that no official image bears. */
const STAGE_NAME =
  /^(?:build|builder|building|base|deps|dependencies|dev-deps|prod-deps|production-dependencies|production|prod|development|dev|runner|runtime|release|installer|install|compile|compiler|prepare|pruner|prune|frontend|frontend-builder|frontend-build|backend|backend-builder|web-builder|app-builder|assets|static|server|client|test|final|vendor|publish)$/

/** Something in a Dockerfile that no build gets past. */
export interface BuildObstacle {
  readonly at: Span
  /** A sentence without a full stop. */
  readonly what: string
  /** Tells several obstacles of one image apart, independent of lines. */
  readonly key: string
  /** What to do, in the imperative. */
  readonly fix: string
  readonly related?: readonly { readonly at: Span; readonly message: string }[]
}

/**
 * What stops the build of an image, as far as the repository proves it: stages and files that are not there, lockfiles
 * that an installation demands, packages that a script needs and the installation before it left out. What only a context
 * proves is left out where no deployment file names the context.
 */
export function buildObstacles(image: Image): readonly BuildObstacle[] {
  const { stages = [], context } = image
  const declared = context?.present && context.declared ? context : undefined
  return stages.flatMap(stage => [
    ...unknownStages(stage, context),
    ...(declared
      ? [
          ...missingSources(stage, declared),
          ...withoutOutput(stage, stages, declared),
          ...withoutLock(stage, declared),
          ...withoutPackages(stage, stages, declared),
          ...withoutSchema(stage, declared),
        ]
      : []),
  ])
}

/** COPY --from a stage that is not there, under a name that no image bears. */
function unknownStages({ stage, file }: DockerfileImage, context: BuildContext | undefined): readonly BuildObstacle[] {
  return stage.instructions.flatMap(instruction => {
    const flag = instruction.keyword === 'COPY' ? instruction.flags.find(one => one.name === 'from') : undefined
    const name = flag?.value
    if (!flag || !name || context?.named.has(name) || stageNamed(name, file.stages)) return []
    if (!STAGE_NAME.test(name.toLowerCase()) && !/^\d{1,3}$/.test(name)) return []
    const names = file.stages.flatMap(one => one.name ?? [])
    const fix = `Copy from a stage of this file${names.length > 0 ? `: ${listOf(names)}` : ''}.`
    return [{ at: flag.at, what: `there is no stage ${name} to copy from`, key: `stage ${name}`, fix }]
  })
}

function missingSources({ stage, ignoreFile }: DockerfileImage, context: BuildContext): readonly BuildObstacle[] {
  return stage.instructions.flatMap(instruction => {
    const copy = copyOf(instruction)
    if (!copy || copy.from) return []
    return copy.sources.flatMap((source): readonly BuildObstacle[] => {
      const path = joinPath('.', source.text.replace(/^(?:\.\.?\/)+/, ''))
      if (/[*?[\]\\]|:\/\/|^git@/.test(source.text) || path === '.') return []
      const key = `source ${path}`
      const ignored = context.leavesOut(path) && context.find(path).every(context.leavesOut)
      if (ignored && ignoreFile && !takesBack(path, ignoreFile.patterns))
        return [
          {
            at: source.at,
            what: `${path} is left out by ${ignoreFile.path}, so COPY does not find it`,
            key,
            fix: `Take ${path} out of the ignore file, or make it in a stage and copy it from there.`,
          },
        ]
      const name = path.slice(path.lastIndexOf('/') + 1)
      if (!WRITTEN.test(name) || context.exists(path)) return []
      return [
        {
          at: source.at,
          what: `${path} is not in the build context ${context.path}, so COPY does not find it`,
          key,
          fix: `Commit ${path}, correct the path, or take it out of the COPY.`,
        },
      ]
    })
  })
}

/** A line with `!` may bring something below the path back that git does not hold. */
function takesBack(path: string, patterns: readonly string[]): boolean {
  const first = path.split('/')[0] ?? path
  return patterns.some(pattern => pattern.startsWith('!') && (pattern.includes(first) || pattern.includes('*')))
}

function withoutOutput(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): readonly BuildObstacle[] {
  return missingOutputs(stage, stages, context).map(({ at, asked, stage: from, made, by }) => ({
    at,
    what: `nothing in the stage ${from} makes ${asked}: its \`${by}\` makes ${made}`,
    key: `output ${asked}`,
    fix: `Copy ${asked.replace(/[^/]+\/?$/, made)}.`,
  }))
}

/** Installations that refuse to run without a lockfile. */
function withoutLock(stage: DockerfileImage, context: BuildContext): readonly BuildObstacle[] {
  return stage.stage.instructions.flatMap(instruction =>
    installsOf(instruction, stage.shell).flatMap((install): readonly BuildObstacle[] => {
      if (!install.needsLock || install.command.conditional) return []
      const { words } = install.command
      if (words.some(word => /^(?:--prefix|-C|--dir|--cwd)(?:=|$)/.test(word))) return []
      const names = LOCKFILES[install.manager]
      if (isCopiedBefore(instruction, names, stage, context) !== false) return []
      const [lock = ''] = names
      const there = context.find('**').some(file => names.includes(file.slice(file.lastIndexOf('/') + 1)))
      const where = there ? 'it is not copied before' : `there is none in ${context.path}`
      const command = words.slice(0, 2).join(' ')
      return [
        {
          at: instruction.at,
          what: `${command} needs ${lock}, and ${where}`,
          key: `lock ${lock}`,
          fix: there
            ? `Copy ${lock} beside package.json before \`${command}\`.`
            : `Commit ${lock}, and copy it beside package.json.`,
        },
      ]
    }),
  )
}

function withoutPackages(
  stage: DockerfileImage,
  stages: readonly DockerfileImage[],
  context: BuildContext,
): readonly BuildObstacle[] {
  const found = missingPackage(stage, stages, context)
  if (!found) return []
  if (found.own !== undefined)
    return [
      {
        at: found.at,
        what: `${found.installedBy} runs the script ${found.script}, which needs ${found.program}, and leaves ${found.package} out with the other devDependencies`,
        key: `package ${found.package}`,
        fix: withoutScript(found),
      },
    ]
  const what = `${found.script} needs ${found.program}, and ${found.installedBy} leaves ${found.package} out with the other devDependencies`
  return [
    {
      at: found.at,
      what,
      key: `package ${found.package}`,
      fix: 'Install everything where it is built (`RUN npm ci`), and only what production needs in the last stage (`RUN npm ci --omit=dev`).',
      related: [{ at: found.neededAt, message: `${found.script} is run here` }],
    },
  ]
}

/** What only developers need may be missing; what the installation needs may not. */
function withoutScript({ script, own, package: owner }: MissingPackage): string {
  const hooks = /^(?:husky|lefthook|simple-git-hooks|lint-staged|pre-commit)$/.test(owner)
  const take = `take the script out before the installation (\`RUN npm pkg delete scripts.${script}\`)`
  return hooks
    ? `Let the script do without it (\`"${script}": "${own} || true"\`), or ${take}.`
    : `Move ${owner} to dependencies, or ${take} and run it where everything is installed.`
}

function withoutSchema(stage: DockerfileImage, context: BuildContext): readonly BuildObstacle[] {
  return installsBeforeSchema(stage, context).map(({ instruction, installedBy, script }) => ({
    at: instruction.at,
    what: `${installedBy} runs the script ${script} with \`prisma generate\`, and prisma/schema.prisma is not copied before`,
    key: 'schema prisma',
    fix: `Copy it beside package.json: \`COPY prisma ./prisma\` before \`${installedBy}\`.`,
  }))
}
