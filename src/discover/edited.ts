import type { Storage } from './storage.js'

/** A file as an editor has it, which is not saved yet. */
export interface EditedFile {
  /** From the root, `/`-separated. */
  readonly path: string
  readonly text: string
}

/** The same files, but for one that has another text, or that is not there yet. Its folder has to be there. */
export function withEdited(storage: Storage, { path, text }: EditedFile): Storage {
  const bytes = Buffer.from(text)
  const { decoded } = storage
  const slash = path.lastIndexOf('/')
  const [folder, name] = [slash === -1 ? '' : path.slice(0, slash), path.slice(slash + 1)]
  return {
    ...storage,
    list: one => {
      const entries = storage.list(one)
      const isThere = one !== folder || entries.some(entry => entry.name === name)
      return isThere ? entries : [...entries, { name, kind: 'file' }]
    },
    size: one => (one === path ? bytes.length : storage.size(one)),
    bytes: one => (one === path ? bytes : storage.bytes(one)),
    ...(decoded && { decoded: one => (one === path ? bytes.toString() : decoded(one)) }),
  }
}
