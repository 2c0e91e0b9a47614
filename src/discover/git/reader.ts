import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { constants, inflateSync } from 'node:zlib'

/** A file of which parts are read: pack files have gigabytes. */
export interface PartReader {
  /** Up to `length` bytes from `start`; fewer at the end of the file. */
  readonly read: (start: number, length: number) => Buffer
  readonly close: () => void
}

/** Opens a regular file; undefined when that fails. One of up to `whole` bytes is read at once and closed. */
export function openParts(path: string, whole = 0): PartReader | undefined {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return undefined
  }
  const status = fstatSync(file)
  if (!status.isFile()) {
    closeSync(file)
    return undefined
  }
  const read = (start: number, length: number) => {
    const wanted = Math.max(0, Math.min(length, status.size - start))
    const data = Buffer.allocUnsafe(wanted)
    return data.subarray(0, wanted === 0 ? 0 : readSync(file, data, 0, wanted, start))
  }
  if (status.size > whole) return { read, close: () => closeSync(file) }
  const all = read(0, status.size)
  closeSync(file)
  return { read: (start, length) => all.subarray(start, start + length), close: () => {} }
}

/** Unpacks a zlib stream of `size` bytes when unpacked; what follows it is ignored. Undefined when it is another size. */
export function inflateTo(size: number, data: Buffer): Buffer | undefined {
  try {
    const result = inflateSync(data, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size, 64) })
    return result.length === size ? result : undefined
  } catch {
    return undefined
  }
}

/** Bytes of a zlib stream that surely give its first ones: the code tables that precede them take up to 600. */
export const BEGINNING = 1024

/** Deflate makes at most 1,032 bytes of one. */
const MOST_AT_START = 1_100 * BEGINNING

/** The first bytes of a zlib stream of which only the beginning is there; empty when it is too short. */
export function inflateStart(data: Buffer): Buffer | undefined {
  try {
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_AT_START })
  } catch {
    return undefined
  }
}
