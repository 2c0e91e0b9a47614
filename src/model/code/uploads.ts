import { definitionOf, externalName } from '../../code/definitions.js'
import { callsSome, indexOf } from '../../code/file-index.js'
import type { Program } from '../../code/program.js'
import type { CodeFile, Expression } from '../../code/syntax.js'
import { type Environment, evaluateExpression } from '../../code/values.js'
import { wordsLike } from '../../code/vocabulary.js'
import { holds, peel, walk } from '../../code/walk.js'
import type { Span } from '../../source.js'

/** Files of users that a service writes to its disk. */
export interface Upload {
  /** As the code names it, relative to where the program starts; absent: not known. */
  readonly directory?: string
  /** False where other code may carry the files on to a store, or removes them. */
  readonly stays: boolean
  readonly at: Span
}

/** Stores that files may go to from there. */
const STORES =
  /aws-sdk|minio|@google-cloud\/storage|cloudinary|@azure\/storage|multer-s3|^(?:sharp-s3|ftp|ssh2|imagekit|backblaze|@supabase\/.*|@uploadthing\/.*|@vercel\/blob)/i

/** What multer writes to disk: https://github.com/expressjs/multer#multeropts */
export function uploadsOf(program: Program, code: readonly CodeFile[], environment: Environment): readonly Upload[] {
  const found = code.flatMap(file => {
    if (!file.imports.some(one => !one.typeOnly && /^(?:multer|@nestjs\/platform-express)$/.test(one.from))) return []
    return indexOf(file).calls.flatMap(call => {
      const name = externalName(definitionOf(program, { file, node: call.callee }))
      const key = name === 'multer.diskStorage' ? 'destination' : isUpload(name) ? 'dest' : undefined
      if (key === undefined) return []
      const options = call.arguments.map(one => peel(one)).find(one => one.kind === 'object')
      const entry =
        options?.kind === 'object' ? options.entries.find(one => one.kind === 'entry' && one.key === key) : undefined
      // Without a destination `diskStorage` writes where the system keeps what is temporary.
      if (entry?.kind !== 'entry') return []
      const directory = directoryIn(program, file, entry.value, environment)
      return isTemporary(entry.value, directory)
        ? []
        : [{ directory, at: { path: file.path, start: call.start, end: call.end } }]
    })
  })
  if (found.length === 0) return []
  const stays = !code.some(movesOn)
  return found.map(({ directory, at }) => ({ ...(directory !== undefined && { directory }), stays, at }))
}

function isUpload(name: string | undefined): boolean {
  return name === 'multer' || /^@nestjs\/platform-express\.(?:\w*Interceptor|MulterModule\.register)$/.test(name ?? '')
}

/** The text itself, or what `(req, file, done) => done(null, 'uploads/')` hands on. */
function directoryIn(program: Program, file: CodeFile, node: Expression, environment: Environment): string | undefined {
  const inner = peel(node)
  let written: Expression | undefined = inner
  if (inner.kind === 'function') {
    written = undefined
    walk(inner.body, one => {
      if (
        one.kind === 'call' &&
        one.arguments.length === 2 &&
        one.arguments[0]?.kind === 'literal' &&
        one.arguments[0].value === null
      )
        written ??= one.arguments[1]
      return undefined
    })
  }
  const value = written && evaluateExpression(program, { file, node: written }, environment)
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined
}

function isTemporary(node: Expression, directory: string | undefined): boolean {
  if (directory !== undefined) return /^\/(?:var\/)?tmp(?:\/|$)/.test(directory)
  return holds(
    [node],
    one => (one.kind === 'member' && one.property === 'tmpdir') || (one.kind === 'name' && /te?mp/i.test(one.name)),
  )
}

/** Whether a file sends what was written to another store, or deletes it when it is read. */
function movesOn(file: CodeFile): boolean {
  if (file.imports.some(one => STORES.test(one.from))) return true
  return callsSome(file, moves)
}

const moves = wordsLike(/^(?:unlink|unlinkSync|rm|rmSync|remove|removeSync|putObject|upload|uploadFile)$/)
