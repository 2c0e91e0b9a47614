import { definitionOf, externalName } from '../../code/definitions.js'
import { indexOf, some } from '../../code/file-index.js'
import { keywordOf } from '../../code/given.js'
import type { Program } from '../../code/program.js'
import type { Call, CodeFile, Expression, FunctionNode } from '../../code/syntax.js'
import { holds, pathOf, peel, walk } from '../../code/walk.js'
import { lastText } from './last-text.js'
import type { ServiceCode } from './services.js'
import type { Upload } from './uploads.js'
import { djangoSetting, djangoSettingsFiles } from './web/django-settings.js'

/** Stores that files may go to, by package. */
const STORES =
  /^(?:boto3|aioboto3|botocore|minio|google\.cloud|azure\.storage|cloudinary\w*|storages|s3fs|fsspec|ftplib)(?:\.|$)/
/** The same, as settings name them. */
const STORAGE = /storages\.|cloudinary|minio|S3|GoogleCloud|Azure/
/** What takes files away again, or keeps them for the moment. */
const REMOVES = ['unlink', 'remove', 'rmtree', 'tempfile', 'NamedTemporaryFile', 'TemporaryDirectory', 'mkstemp']

/** Files of users that a service in Python writes to its disk: by fields of Django, uploads of FastAPI, files of Flask. */
export function pythonUploads(program: Program, service: ServiceCode): readonly Upload[] {
  if (!service.mayAnswer) return []
  const { code } = service
  const stays = !code.some(({ imports }) => imports.some(one => STORES.test(one.from)))
  const isFlask = code.some(receivesFiles)
  const fields = djangoFields(program, service)
  if (fields.length > 0) return fields.map(one => ({ ...one, stays }))
  return code.flatMap(file => {
    const writes = writesIn(program, file, isFlask)
    const isTaken = writes.length > 0 && removes(file)
    return writes.map(call => ({ stays: stays && !isTaken, at: spanOf(file, call) }))
  })
}

/** Whether a file takes away what it writes. What is there to delete a file on request does not. */
function removes(file: CodeFile): boolean {
  const { words } = indexOf(file)
  if (!REMOVES.some(name => words.has(name))) return false
  let isFound = false
  walk(file.body, node => {
    if (node.kind === 'function' && /delete|remove|destroy/i.test(node.name ?? '')) return false
    if (node.kind === 'call') isFound ||= REMOVES.some(name => pathOf(node.callee)?.includes(name))
    return !isFound
  })
  return isFound
}

/** https://docs.djangoproject.com/en/5.2/topics/files/: without another storage, below MEDIA_ROOT. */
function djangoFields(program: Program, service: ServiceCode): readonly Omit<Upload, 'stays'>[] {
  const settings = djangoSettingsFiles(program, service)
  const root = settings.length > 0 ? djangoSetting(program, service, 'MEDIA_ROOT') : undefined
  if (!root || root === 'absent' || settings.some(namesStorage)) return []
  const directory = root === 'open' ? undefined : lastText(root.node)?.replace(/(.)\/+$/, '$1')
  return service.code.flatMap(file =>
    indexOf(file).calls.flatMap(call => {
      if (!/^(?:File|Image)Field$/.test(pathOf(call.callee)?.at(-1) ?? '')) return []
      const name = externalName(definitionOf(program, { file, node: call.callee })) ?? ''
      if (!name.startsWith('django') || keywordOf(program, { file, node: call }, 'storage').kind !== 'absent') return []
      // Migrations say again what the models say.
      if (/(?:^|\/)migrations\//.test(file.path)) return []
      return [{ ...(directory !== undefined && { directory }), at: spanOf(file, call) }]
    }),
  )
}

/** Whether settings name another storage than the disk, be it a class of the project: the default is that of Django. */
function namesStorage(file: CodeFile): boolean {
  const { declared, texts } = indexOf(file)
  if (some(texts, text => STORAGE.test(text))) return true
  const isNamed = declared.has('DEFAULT_FILE_STORAGE') || declared.has('STORAGES')
  return isNamed && !some(texts, text => text.endsWith('.FileSystemStorage'))
}

/** Where a file writes what it is sent: `open(path, "wb")` beside an UploadFile, `file.save(path)` of what Flask received. */
function writesIn(program: Program, file: CodeFile, isFlask: boolean): readonly Call[] {
  const { calls } = indexOf(file)
  const isFastApi = file.imports.some(one => one.name === 'UploadFile' && /^(?:fastapi|starlette)/.test(one.from))
  if (!isFastApi && !isFlask) return []
  return calls.filter(call => {
    const path = pathOf(call.callee)?.join('.') ?? ''
    if (isFlask && /\.save$/.test(path) && call.arguments.length === 1) return isReceived(program, file, call)
    return isFastApi && /^(?:open|aiofiles\.open)$/.test(path) && call.arguments.some(isBinaryWrite)
  })
}

/** `request.files` of Flask. */
function receivesFiles(file: CodeFile): boolean {
  return file.imports.some(one => one.from === 'flask' && one.name === 'request') && indexOf(file).words.has('files')
}

/** `file = request.files["file"]`, `request.files.get("file")`. */
function isReceived(program: Program, file: CodeFile, { callee }: Call): boolean {
  if (callee.kind !== 'member') return false
  const found = definitionOf(program, { file, node: callee.object })
  if (found.kind === 'parameter') return asksForName(found.owner, callee.object)
  if (found.kind !== 'expression') return externalName(found)?.startsWith('flask.request.files') === true
  const made = peel(found.node)
  const from = made.kind === 'call' ? definitionOf(program, { file: found.file, node: made.callee }) : found
  return externalName(from)?.startsWith('flask.request.files') === true
}

/** What a function is given and asks for its `filename`, too, is a file that somebody sent. */
function asksForName({ body }: FunctionNode, given: Expression): boolean {
  if (given.kind !== 'name') return false
  const { name } = given
  return holds(
    body,
    node =>
      node.kind === 'member' &&
      node.property === 'filename' &&
      node.object.kind === 'name' &&
      node.object.name === name,
  )
}

function isBinaryWrite(node: Expression): boolean {
  const value = node.kind === 'keyword' ? node.value : node
  return value.kind === 'literal' && (value.value === 'wb' || value.value === 'wb+' || value.value === 'xb')
}

function spanOf(file: CodeFile, { start, end }: Call): Upload['at'] {
  return { path: file.path, start, end }
}
