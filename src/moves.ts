import type { Identity } from './fingerprint.js'

/** Says what a finding would be named by, had it been found where its files are now. */
export type Mover = (identity: Identity) => Identity

/**
 * Takes identities through renames (path before to path now). Ids of subjects and keys name files and folders too: a folder
 * is taken to be renamed when its files were, and `remains` says that nothing is left in it.
 */
export function moverOf(renames: ReadonlyMap<string, string>, remains: (folder: string) => boolean): Mover {
  const moves = [...renames, ...foldersOf(renames, remains)].toSorted(([a], [b]) => b.length - a.length)
  const inText = (text: string) => {
    for (const [from, to] of moves) {
      const moved = replaced(text, from, to)
      if (moved !== undefined) return moved
    }
    return text
  }
  return identity => ({
    ...identity,
    path: renames.get(identity.path) ?? identity.path,
    subject: inText(identity.subject),
    key: inText(identity.key),
  })
}

/** `a/b/x.ts` that became `a/c/x.ts` says that `a/b` became `a/c`. */
function foldersOf(
  renames: ReadonlyMap<string, string>,
  remains: (folder: string) => boolean,
): ReadonlyMap<string, string> {
  const folders = new Map<string, string>()
  for (const [from, to] of renames) {
    const [old, fresh] = [from.split('/'), to.split('/')]
    while (old.length > 1 && fresh.length > 1 && old.at(-1) === fresh.at(-1)) {
      old.pop()
      fresh.pop()
      const [before, now] = [old.join('/'), fresh.join('/')]
      if (before !== now && !folders.has(before) && !remains(before)) folders.set(before, now)
    }
  }
  return folders
}

/** The text with each whole occurrence of a path replaced; undefined when it has none. */
function replaced(text: string, from: string, to: string): string | undefined {
  let made = ''
  let start = 0
  for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + from.length)) {
    const end = at + from.length
    if (isPartOfName(text[at - 1]) || text[at - 1] === '/' || isPartOfName(text[end])) continue
    made += text.slice(start, at) + to
    start = end
  }
  return start === 0 ? undefined : made + text.slice(start)
}

function isPartOfName(letter: string | undefined): boolean {
  return letter !== undefined && /[\w.-]/.test(letter)
}
