/** A pointer has a few short lines; git-lfs reads none above this. */
const POINTER_LIMIT = 1024

const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-[^\n]*\n)*oid sha256:([0-9a-f]{64})\n/

/** Whether a text is only the pointer that Git LFS commits in place of a file (git-lfs 3.7, docs/spec.md). */
export function isStoredElsewhere(text: string): boolean {
  return largeFileObject(text) !== undefined
}

/** The SHA-256 by which Git LFS keeps the content behind a pointer; undefined when the text is none. */
export function largeFileObject(text: string): string | undefined {
  return text.length > POINTER_LIMIT ? undefined : POINTER.exec(text)?.[1]
}
