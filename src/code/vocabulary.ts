import type { CodeFile } from './syntax.js'

/** A question about a word: the same function each time, with the same answer to the same word. */
export type WordQuestion = (word: string) => boolean

/** Whether a pattern is found in a word. The pattern has no `g` or `y`. */
export function wordsLike(pattern: RegExp): WordQuestion {
  return word => pattern.test(word)
}

/**
 * The words of files that belong together. The same ones stand in file after file: a question is asked once for each, and
 * a file is then looked at for the few that it is about.
 */
interface Vocabulary {
  readonly words: Set<string>
  readonly answered: Map<WordQuestion, { readonly matching: Set<string>; asked: Iterator<string>; count: number }>
}

const vocabularies = new WeakMap<CodeFile, Vocabulary>()

/** Has files share their words. Files of which nobody said so have theirs for themselves. */
export function shareVocabulary(files: Iterable<CodeFile>): void {
  const shared: Vocabulary = { words: new Set(), answered: new Map() }
  for (const file of files) vocabularies.set(file, shared)
}

/** Adds the words of a file, before the first question about it. */
export function addWords(file: CodeFile, words: Iterable<string>): void {
  const known = vocabularyOf(file)
  for (const word of words) known.words.add(word)
}

/** The words that pass, of the file and of all files that share their words with it and were added. */
export function matchingWords(file: CodeFile, question: WordQuestion): ReadonlySet<string> {
  const { words, answered } = vocabularyOf(file)
  let found = answered.get(question)
  if (!found) {
    found = { matching: new Set(), asked: words.values(), count: 0 }
    answered.set(question, found)
  }
  // The iterator of a set goes on with what was added meanwhile, as long as it did not come to the end.
  for (; found.count < words.size; found.count++) {
    const word = found.asked.next().value as string
    if (question(word)) found.matching.add(word)
  }
  return found.matching
}

function vocabularyOf(file: CodeFile): Vocabulary {
  const found = vocabularies.get(file)
  if (found) return found
  const own: Vocabulary = { words: new Set(), answered: new Map() }
  vocabularies.set(file, own)
  return own
}
