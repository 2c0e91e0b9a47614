import { type DockerfileImage, type Instruction, runScript, type Stage } from '../../parse/dockerfile.js'
import { type ShellCommand, unwrapCommand } from '../../parse/shell.js'
import type { Span } from '../../source.js'

/** One command that a build runs. */
export interface BuildCommand {
  readonly instruction: Instruction
  readonly at: Span
  /** Without `sudo`, `env A=b` and the like in front. */
  readonly words: readonly string[]
  /** Absent for the exec form. */
  readonly command?: ShellCommand
  /** In a branch, a loop, a function, or behind `||`: it may not run, or may fail without harm. */
  readonly conditional: boolean
}

const commandsRead = new WeakMap<Instruction, Map<string, readonly BuildCommand[]>>()

/** The commands of a RUN, in order. Nothing when SHELL names something else than a POSIX shell. */
export function commandsOf(instruction: Instruction, shell?: readonly string[]): readonly BuildCommand[] {
  if (instruction.keyword !== 'RUN') return []
  // Several rules ask, and every stage built on this one.
  const byShell = commandsRead.get(instruction) ?? new Map<string, readonly BuildCommand[]>()
  const key = JSON.stringify(shell ?? null)
  const commands = byShell.get(key) ?? readCommands(instruction, shell)
  commandsRead.set(instruction, byShell.set(key, commands))
  return commands
}

function readCommands(instruction: Instruction, shell: readonly string[] | undefined): readonly BuildCommand[] {
  const { at } = instruction
  if (instruction.exec) return [{ instruction, at, words: unwrapCommand(instruction.exec), conditional: false }]
  return (runScript(instruction, shell)?.commands ?? []).map(command => ({
    instruction,
    at,
    words: unwrapCommand(command.words),
    command,
    conditional: command.joined === '||' || command.followed === '||' || command.inside.some(one => one !== 'subshell'),
  }))
}

/** One COPY or ADD. */
export interface BuildCopy {
  readonly instruction: Instruction
  /** `--from`: a stage, an image, a named context, or a number. */
  readonly from?: string
  /** Without quotes; words with variables that are not known are left out, and heredocs. */
  readonly sources: readonly { readonly text: string; readonly at: Span }[]
  readonly target: string
  /** At least one source could not be told. */
  readonly open: boolean
}

/** A COPY or ADD taken apart; undefined for anything else. `filled` is what its sources are where they have variables. */
export function copyOf(instruction: Instruction, filled?: readonly string[]): BuildCopy | undefined {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined
  const words = instruction.words.map(word => ({ text: word.text.replace(/^(["'])(.*)\1$/, '$2'), at: word.at }))
  const target = words.at(-1)
  if (!target || words.length < 2) return undefined
  const sources = words
    .slice(0, -1)
    .map((word, index) => ({ ...word, text: filled?.[index] ?? word.text }))
    .filter(word => !word.text.startsWith('<<'))
  const from = instruction.flags.find(flag => flag.name === 'from')?.value
  return {
    instruction,
    ...(from ? { from } : {}),
    sources: sources.filter(word => !word.text.includes('$')),
    target: target.text,
    open: sources.some(word => word.text.includes('$')),
  }
}

/** The stages that a stage takes files from: `COPY --from`, `RUN --mount=from=`. */
export function stagesUsedBy(stage: Stage, stages: readonly Stage[]): readonly Stage[] {
  return stage.instructions.flatMap(instruction =>
    instruction.flags.flatMap(flag => {
      const name =
        flag.name === 'from'
          ? flag.value
          : flag.name === 'mount'
            ? /(?:^|,)from=([^,]+)/.exec(flag.value ?? '')?.[1]
            : undefined
      const found = name ? stageNamed(name, stages) : undefined
      return found && found !== stage ? [found] : []
    }),
  )
}

const stageNames = new WeakMap<readonly Stage[], ReadonlyMap<string, Stage>>()

/** The stage of a name (any case) or number; of several with one name the last. */
export function stageNamed(name: string, stages: readonly Stage[]): Stage | undefined {
  let names = stageNames.get(stages)
  if (!names) {
    names = new Map(
      stages.flatMap(stage => (stage.name === undefined ? [] : [[stage.name.toLowerCase(), stage] as const])),
    )
    stageNames.set(stages, names)
  }
  return names.get(name.toLowerCase()) ?? (/^\d{1,4}$/.test(name) ? stages[Number(name)] : undefined)
}

/** The stage of a name among the resolved ones. */
export function resolvedStage(name: string, stages: readonly DockerfileImage[]): DockerfileImage | undefined {
  const found = stageNamed(name, stages[0]?.file.stages ?? [])
  return found && stages.find(one => one.stage === found)
}
