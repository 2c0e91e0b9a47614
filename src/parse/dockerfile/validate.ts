import type { Instruction } from '../dockerfile.js'
import type { Problem } from '../node.js'
import { flagProblem } from './flags.js'
import { JSON_FORM, readExecForm, readJsonList, readPairs } from './instruction.js'

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
 * (https://github.com/moby/buildkit, `frontend/dockerfile/instructions/parse.go`, v0.34); undefined when it is in order.
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
  return flagProblem(instruction) ?? wordsProblem(instruction)
}

function wordsProblem(instruction: Instruction): string | undefined {
  const { keyword, words } = instruction
  const count = words.length
  if (keyword === 'FROM') return fromProblem(instruction)
  if (JSON_FORM.has(keyword) && isMixedList(instruction.text)) return MIXED_LIST
  if (keyword === 'COPY' || keyword === 'ADD') {
    if (count < 2) return `${keyword} requires at least two arguments`
    return isHeredoc(words.at(-1)?.text ?? '') ? `${keyword} cannot write to a heredoc` : undefined
  }
  if (keyword === 'SHELL')
    return instruction.exec?.length ? undefined : 'SHELL requires the arguments to be in JSON form'
  if (ONE_ARGUMENT.has(keyword) && count === 0) return `${keyword} requires exactly one argument`
  if (SOME_ARGUMENTS.has(keyword) && count === 0) return `${keyword} requires at least one argument`
  if (keyword === 'ENV' || keyword === 'LABEL') {
    const pair = readPairs(instruction).find(one => one.value === undefined || one.name === '')
    return pair && `${keyword} needs a name and a value`
  }
  if (keyword === 'ARG') return readPairs(instruction).some(({ name }) => name === '') ? 'ARG needs a name' : undefined
  if (keyword === 'VOLUME') return words.some(({ text }) => text.trim() === '') ? 'a VOLUME is empty' : undefined
  if (keyword === 'HEALTHCHECK') return healthcheckProblem(instruction)
  return keyword === 'ONBUILD' ? onbuildProblem(instruction) : undefined
}

function healthcheckProblem({ words, text }: Instruction): string | undefined {
  const type = words[0]?.text.toUpperCase()
  if (type !== 'CMD' && type !== 'NONE') return 'HEALTHCHECK takes CMD or NONE'
  if (type === 'NONE') return words.length > 1 ? 'HEALTHCHECK NONE takes no arguments' : undefined
  const command = text.trimStart().slice(type.length)
  if (isMixedList(command)) return MIXED_LIST
  return words.length === 1 || readExecForm(command)?.length === 0 ? 'HEALTHCHECK CMD requires a command' : undefined
}

function onbuildProblem({ words, text, at }: Instruction): string | undefined {
  const trigger = words[0]?.text.toUpperCase() ?? ''
  if (['ONBUILD', 'FROM', 'MAINTAINER'].includes(trigger)) return `ONBUILD ${trigger} is not allowed`
  // With quotes or escapes the words of the trigger cannot be told without reading it anew.
  if ((trigger === 'ENV' || trigger === 'LABEL') && !/["'\\`]/.test(text)) {
    const rest = text.trimStart().slice(trigger.length).trim()
    const pairs = readPairs({ keyword: trigger, flags: [], text: rest, heredocs: [], words: words.slice(1), at })
    return pairs.some(({ value }) => value === undefined) ? `${trigger} needs a name and a value` : undefined
  }
  return JSON_FORM.has(trigger) && isMixedList(text.trimStart().slice(trigger.length)) ? MIXED_LIST : undefined
}

const MIXED_LIST = 'a JSON list of arguments takes strings only'

/** Whether a text is a JSON list with something else than strings in it; what is no JSON is the shell form. */
function isMixedList(text: string): boolean {
  return readJsonList(text)?.some(item => typeof item !== 'string') ?? false
}

function isHeredoc(word: string): boolean {
  return /^[0-9]*<<-?[^<\s]/.test(word)
}

function fromProblem({ words }: Instruction): string | undefined {
  if (words.length !== 1 && words.length !== 3) return 'FROM requires either one or three arguments'
  if (words.length === 1) return undefined
  if (words[1]?.text.toUpperCase() !== 'AS') return 'FROM takes AS between the image and the name of the stage'
  const name = words[2]?.text.toLowerCase() ?? ''
  return /^[a-z][a-z0-9-_.]*$/.test(name) ? undefined : 'the name of a stage is not valid'
}
