import type { Finding } from '../finding.js'

/** A text as a sentence: with a full stop where it ends without. */
export function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}

/** What is wrong, why it matters and what to do, as one line of text. */
export function whole({ message, why, fix }: Pick<Finding, 'message' | 'why' | 'fix'>): string {
  return `${sentence(message)} ${why} ${fix}`
}
