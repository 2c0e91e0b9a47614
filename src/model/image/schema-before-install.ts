import type { DockerfileImage, Instruction } from '../../parse/dockerfile.js'
import { parseShell } from '../../parse/shell.js'
import type { BuildContext } from './build-context.js'
import { isCopiedBefore } from './copied-files.js'
import { type Manifest, readManifest } from './node-manifest.js'
import { installsOf, type PackageInstall } from './package-installs.js'

/** An installation whose own script generates the client of Prisma before the schema is there. */
export interface EarlyInstall {
  readonly instruction: Instruction
  /** As written. */
  readonly installedBy: string
  readonly script: string
}

/**
 * Installations that run `prisma generate` behind themselves (`postinstall`) where the schema is only copied later: without it
 * the command fails, and the installation with it. https://www.prisma.io/docs/orm/reference/prisma-cli-reference#generate
 */
export function installsBeforeSchema(stage: DockerfileImage, context: BuildContext): readonly EarlyInstall[] {
  const manifest = context.exists('prisma/schema.prisma') ? readManifest('package.json', context) : undefined
  if (!manifest || setsAside(stage, context)) return []
  return stage.stage.instructions.flatMap(instruction =>
    installsOf(instruction, stage.shell).flatMap(install => {
      const script = generatesBehind(install, manifest)
      const isEarly =
        script !== undefined &&
        isCopiedBefore(instruction, ['package.json'], stage, context) === true &&
        isCopiedBefore(instruction, ['schema.prisma'], stage, context) === false
      return isEarly ? [{ instruction, installedBy: install.command.words.slice(0, 2).join(' '), script }] : []
    }),
  )
}

function generatesBehind({ manager, packages, global, command }: PackageInstall, manifest: Manifest) {
  const { words, conditional } = command
  if (!/^(?:npm|yarn|pnpm)$/.test(manager) || packages.length > 0 || global || conditional) return undefined
  if (words.some(word => /^(?:--ignore-scripts|--prefix|-C|--dir|--cwd|--filter|-F)(?:=|$)/.test(word)))
    return undefined
  return ['postinstall', 'install'].find(name => generates(manifest.scripts.get(name) ?? ''))
}

/** Whether a script cannot end well without the schema that Prisma looks for where none is named. */
function generates(text: string): boolean {
  const { commands } = parseShell(text, { path: '', start: 0, end: text.length })
  return commands.some(
    ({ words, joined, followed, inside }) =>
      /^(?:npx )?prisma generate$/.test(words.filter(word => !/^--(?:no-engine|no-hints|yes)$/.test(word)).join(' ')) &&
      joined !== '||' &&
      followed !== '||' &&
      followed !== ';' &&
      inside.length === 0,
  )
}

/** Another place of the schema, changed scripts, and settings that keep scripts from being run. */
function setsAside({ instructions }: DockerfileImage, context: BuildContext): boolean {
  const isElsewhere = /"prisma"\s*:\s*\{|"schema"\s*:/.test(context.read('package.json')?.text ?? '')
  const isChanged = instructions.some(({ text }) => /ignore[-_]scripts|pkg (?:delete|set)|set-script/i.test(text))
  return isElsewhere || isChanged || context.read('.npmrc')?.text.includes('ignore-scripts') === true
}
