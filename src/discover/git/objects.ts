import { readdirSync, readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { readSmall, realPath } from '../git.js'
import { type GitObject, type ObjectType, openPack, type Pack } from './pack.js'
import { BEGINNING, inflateStart, inflateTo, openParts } from './reader.js'

/**
 * The objects of a repository, read by their names: lone ones, those in packs, and those of the repositories that it
 * borrows from. Nothing is written, nothing is fetched, and no program runs.
 */
export interface GitObjects {
  /** Undefined when there is no such object, it is damaged, or has more than `limit` bytes (default 64 MiB). */
  readonly read: (name: string, limit?: number) => GitObject | undefined
  /** Bytes of an object; undefined when there is none. */
  readonly size: (name: string) => number | undefined
  /** Names that begin with these hexadecimal digits, at least two; at most two names, which is one too many. */
  readonly beginning: (digits: string) => readonly string[]
  readonly close: () => void
}

const OBJECT_LIMIT = 64 * 1024 * 1024
/** Git follows five as well. */
const DEEPEST_ALTERNATE = 5
const MOST_ALTERNATES = 32
const MOST_PACKS = 4_096

/** Opens the objects of the repository whose shared directory is `common`. */
export function openObjects(common: string, hashSize: 20 | 32): GitObjects {
  const folders = objectFolders(join(common, 'objects'))
  let opened: readonly Pack[] | undefined
  const packs = () => {
    opened ??= folders.flatMap(folder => packsIn(folder, hashSize))
    return opened
  }
  const inPack = <T>(name: string, take: (pack: Pack, offset: number) => T): T | undefined => {
    for (const pack of packs()) {
      const offset = pack.find(name)
      if (offset !== undefined) return take(pack, offset)
    }
    return undefined
  }
  const read = (name: string, depth = 0): GitObject | undefined => {
    const outside = (other: string) => (depth < DEEPEST_ALTERNATE ? read(other, depth + 1) : undefined)
    return inPack(name, (pack, offset) => pack.read(offset, OBJECT_LIMIT, outside)) ?? readLone(folders, name)
  }
  return {
    read: (name, limit = OBJECT_LIMIT) => {
      const found = read(name)
      return found && found.data.length <= limit ? found : undefined
    },
    size: name => inPack(name, (pack, offset) => pack.size(offset)) ?? loneHead(folders, name)?.size,
    beginning: digits => {
      const names = [...packs().flatMap(pack => pack.beginning(digits, 2)), ...loneBeginning(folders, digits)]
      return [...new Set(names)].slice(0, 2)
    },
    close: () => {
      for (const pack of opened ?? []) pack.close()
      opened = undefined
    },
  }
}

/** The folder itself and those that `info/alternates` names, each once. */
function objectFolders(own: string): readonly string[] {
  const found = new Set<string>([own])
  let level: readonly string[] = [own]
  for (let depth = 0; depth < DEEPEST_ALTERNATE && level.length > 0; depth++) {
    const next: string[] = []
    for (const folder of level) {
      for (const line of (readSmall(join(folder, 'info', 'alternates')) ?? '').split('\n')) {
        if (line === '' || line.startsWith('#')) continue
        const other = realPath(isAbsolute(line) ? line : join(folder, line))
        if (other === undefined || found.has(other) || found.size > MOST_ALTERNATES) continue
        found.add(other)
        next.push(other)
      }
    }
    level = next
  }
  return [...found]
}

function packsIn(folder: string, hashSize: 20 | 32): readonly Pack[] {
  const indexes = namesIn(join(folder, 'pack')).filter(name => name.endsWith('.idx'))
  return indexes.slice(0, MOST_PACKS).flatMap(name => openPack(join(folder, 'pack', name), hashSize) ?? [])
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function lonePath(folder: string, name: string): string {
  return join(folder, name.slice(0, 2), name.slice(2))
}

function loneBeginning(folders: readonly string[], digits: string): readonly string[] {
  const start = digits.slice(0, 2)
  return folders
    .flatMap(folder => namesIn(join(folder, start)).map(rest => start + rest))
    .filter(name => name.startsWith(digits) && /^[0-9a-f]+$/.test(name))
}

/** The header of a lone object: `blob 12` and a zero byte, then its content. */
function loneHead(folders: readonly string[], name: string) {
  for (const folder of folders) {
    const file = openParts(lonePath(folder, name))
    const start = file && inflateStart(file.read(0, BEGINNING))
    file?.close()
    const [whole = '', type, size] = /^(commit|tree|blob|tag) (\d{1,15})\0/.exec(start?.toString('latin1') ?? '') ?? []
    if (type) return { type: type as ObjectType, size: Number(size), length: whole.length, folder }
  }
  return undefined
}

function readLone(folders: readonly string[], name: string): GitObject | undefined {
  const head = loneHead(folders, name)
  if (head === undefined || head.size > OBJECT_LIMIT) return undefined
  const data = inflateTo(head.length + head.size, readFileSync(lonePath(head.folder, name)))
  return data && { type: head.type, data: data.subarray(head.length) }
}
