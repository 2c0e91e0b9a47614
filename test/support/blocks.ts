import { readFileSync } from 'node:fs'

/** A fenced block of a document. */
export interface Block {
  readonly document: string
  /** The nearest heading above it. */
  readonly heading: string
  /** `sh`, `yaml`, … */
  readonly language: string
  /** With the line break at its end. */
  readonly text: string
  /** The paragraph right above it. */
  readonly before: string
}

/** Every fenced block of a Markdown file, in order. */
export function blocksOf(document: string): readonly Block[] {
  const text = readFileSync(document, 'utf8').replaceAll(/<!--.*?-->\n*/g, '')
  const found = text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)
  return [...found].map(({ 1: language = '', 2: body = '', index }) => {
    const above = text.slice(0, index)
    const heading = [...above.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? ''
    return { document, heading, language, text: body, before: above.trimEnd().split('\n\n').at(-1) ?? '' }
  })
}

/** The commands of a block of shell, as somebody types them: one a line, continued by lines that begin with a blank. */
export function commandsOf({ text }: Block): readonly string[] {
  return text.trimEnd().split(/\n(?! )/)
}

/** The file that the text above a block says it is for: the first one that it names. */
export function fileOf({ document, heading, before }: Block): string {
  const [, name] = /`([\w./-]*\w\.\w+|\.[\w/-]+)`/.exec(before) ?? []
  if (name === undefined) throw new Error(`${document}, ${heading}: the text above the block names no file`)
  return name
}
