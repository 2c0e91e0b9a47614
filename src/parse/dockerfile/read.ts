import type { Source } from '../../source.js'
import type { Argument, Dockerfile, Instruction, Stage } from '../dockerfile.js'
import type { Problem } from '../node.js'
import { readInstruction, readPairs } from './instruction.js'
import { readLines } from './lines.js'
import { instructionProblem } from './validate.js'

type OpenStage = Omit<Stage, 'at' | 'instructions'> & { readonly instructions: Instruction[] }

/** Parses a Dockerfile. Never throws: what is wrong is in `problems`. */
export function parseDockerfile(source: Source): Dockerfile {
  const { instructions, comments, directives, escapeCharacter, problems: found } = readLines(source)
  const problems: Problem[] = [...found]
  const globalArguments: Argument[] = []
  const stages: OpenStage[] = []
  for (const line of instructions) {
    const instruction = readInstruction(line, escapeCharacter)
    const problem = instructionProblem(instruction)
    if (problem) problems.push(problem)
    const stage = stages.at(-1)
    if (instruction.keyword === 'FROM') stages.push(openStage(stages.length, instruction))
    else if (stage) stage.instructions.push(instruction)
    else if (instruction.keyword === 'ARG')
      for (const argument of argumentsOf(instruction)) globalArguments.push(argument)
    else if (problem?.kind !== 'syntax') problems.push(outsideStage(instruction))
  }
  if (stages.length === 0) problems.push(withoutStage(source))
  problems.sort((one, other) => one.at.start - other.at.start)
  return {
    path: source.path,
    source,
    globalArguments,
    stages: stages.map(closeStage),
    problems,
    directives,
    comments,
    escapeCharacter,
  }
}

/** The arguments that an ARG instruction declares, defaults as written. */
export function argumentsOf(instruction: Instruction): Argument[] {
  return readPairs(instruction).map(({ name, value, at }) => ({
    name,
    ...(value !== undefined && { defaultValue: value }),
    at,
  }))
}

function openStage(index: number, instruction: Instruction): OpenStage {
  const [image, as, name] = instruction.words
  const platform = instruction.flags.find(flag => flag.name === 'platform')?.value
  return {
    index,
    ...(as?.text.toUpperCase() === 'AS' && name && { name: name.text }),
    from: image?.text ?? '',
    fromAt: image?.at ?? instruction.at,
    ...(platform && { platform }),
    instructions: [],
    instruction,
  }
}

function closeStage(stage: OpenStage): Stage {
  const last = stage.instructions.at(-1) ?? stage.instruction
  return { ...stage, at: { ...stage.instruction.at, end: last.at.end } }
}

function outsideStage(instruction: Instruction): Problem {
  return { at: instruction.at, message: `${instruction.keyword} stands before the first FROM`, kind: 'structure' }
}

function withoutStage(source: Source): Problem {
  const end = source.text.indexOf('\n')
  const at = { path: source.path, start: 0, end: end === -1 ? source.text.length : end }
  return { at, message: 'there is no FROM, so there is nothing to build', kind: 'structure' }
}
