import fc from 'fast-check'
import { expect, test } from 'vitest'
import { callsSome, hasWord, indexOf } from '../../src/code/file-index.js'
import { programOf } from '../support/code.js'

const WORDS = ['find', 'save', 'SECRET', 'env', 'readSync', 'total', 'constructor', '__proto__']
const file = fc.array(fc.record({ word: fc.constantFrom(...WORDS), isCall: fc.boolean() }), { maxLength: 6 })
const QUESTIONS = WORDS.map(one => (word: string) => word === one || word.length > 6)

test('a file has the words that it would have alone, whatever was asked of the others before', () => {
  fc.assert(
    fc.property(
      fc.array(file, { minLength: 1, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 30 }),
      (files, questions) => {
        const texts = files.map((uses, index): [string, string] => [
          `${index}.js`,
          uses.map(({ word, isCall }) => (isCall ? `x.${word}()\n` : `y.${word}\n`)).join(''),
        ])
        const program = programOf(Object.fromEntries(texts))
        const read = [...program.files.values()]
        for (const [which, what, isCall] of questions) {
          const one = read[which % read.length]
          const question = QUESTIONS[what % QUESTIONS.length]
          if (!one || !question) continue
          const { words, callsByName } = indexOf(one)
          if (isCall) expect(callsSome(one, question)).toBe([...callsByName.keys()].some(question))
          else expect(hasWord(one, question)).toBe([...words].some(question))
        }
      },
    ),
  )
})

test('a word is asked about once, in however many files it stands', () => {
  const names = Array.from({ length: 50 }, (_, index) => `${index}.js`)
  const program = programOf(Object.fromEntries(names.map(name => [name, 'repository.save(order)\n'])))
  const asked: string[] = []
  const question = (word: string) => asked.push(word) < 0
  for (const one of program.files.values()) expect(hasWord(one, question)).toBe(false)
  expect(asked).toEqual(['save', 'repository', 'order'])
})
