import type { Instruction } from '../dockerfile.js'
import type { Problem } from '../node.js'
import { readPairs } from './instruction.js'

const KEYWORDS = new Set([
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
])
const ONE_ARGUMENT = new Set(['STOPSIGNAL', 'USER', 'WORKDIR', 'MAINTAINER'])
const SOME_ARGUMENTS = new Set(['ARG', 'ENV', 'EXPOSE', 'LABEL', 'VOLUME', 'HEALTHCHECK', 'ONBUILD'])

/**
 * What BuildKit refuses to build because of this instruction alone
 * (https://github.com/moby/buildkit, `frontend/dockerfile/instructions/parse.go`, v0.17); undefined when it is in order.
 */
export function instructionProblem(instruction: Instruction): Problem | undefined {
  const { keyword, at } = instruction
  const message = KEYWORDS.has(keyword) ? argumentProblem(instruction) : `unknown instruction ${shortened(keyword)}`
  if (message === undefined) return undefined
  return { at, message, kind: KEYWORDS.has(keyword) ? 'structure' : 'syntax' }
}

function shortened(keyword: string): string {
  return keyword.length > 40 ? `${keyword.slice(0, 40)}…` : keyword
}

function argumentProblem(instruction: Instruction): string | undefined {
  const { keyword, words } = instruction
  const count = words.length
  if (keyword === 'FROM') return fromProblem(instruction)
  if (keyword === 'COPY' || keyword === 'ADD') {
    return count < 2 ? `${keyword} requires at least two arguments` : undefined
  }
  if (keyword === 'SHELL')
    return instruction.exec?.length ? undefined : 'SHELL requires the arguments to be in JSON form'
  if (ONE_ARGUMENT.has(keyword) && count === 0) return `${keyword} requires exactly one argument`
  if (SOME_ARGUMENTS.has(keyword) && count === 0) return `${keyword} requires at least one argument`
  if (keyword === 'ENV' || keyword === 'LABEL') {
    const pair = readPairs(instruction).find(one => one.value === undefined || one.name === '')
    return pair && `${keyword} needs a name and a value`
  }
  if (keyword === 'HEALTHCHECK') {
    const type = words[0]?.text.toUpperCase()
    if (type !== 'CMD' && type !== 'NONE') return 'HEALTHCHECK takes CMD or NONE'
    return type === 'CMD' && count === 1 ? 'HEALTHCHECK CMD requires a command' : undefined
  }
  return undefined
}

function fromProblem({ words }: Instruction): string | undefined {
  if (words.length !== 1 && words.length !== 3) return 'FROM requires either one or three arguments'
  if (words.length === 1) return undefined
  if (words[1]?.text.toUpperCase() !== 'AS') return 'FROM takes AS between the image and the name of the stage'
  const name = words[2]?.text.toLowerCase() ?? ''
  return /^[a-z][a-z0-9-_.]*$/.test(name) ? undefined : 'the name of a stage is not valid'
}
