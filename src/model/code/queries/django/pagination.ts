import { classMember, type Definition, definitionOf } from '../../../../code/definitions.js'
import type { ExpressionIn, In, Program } from '../../../../code/program.js'
import type { ClassNode, CodeFile } from '../../../../code/syntax.js'
import { evaluateExpression, numberOf } from '../../../../code/values.js'
import { peel } from '../../../../code/walk.js'
import type { Span } from '../../../../source.js'
import type { ServiceCode } from '../../services.js'
import { djangoSetting, djangoSettingsFiles } from '../../web/django-settings.js'
import { type Option, optionOf } from '../../web/options.js'
import { type Cap, unknownCap } from '../cap.js'

/**
 * What bounds a list of REST framework; undefined where every row is sent.
 * https://www.django-rest-framework.org/api-guide/pagination/
 */
export function paginationOf(program: Program, service: ServiceCode, view: In<ClassNode>): Cap | undefined {
  if (classMember(program, view, 'paginate_queryset') || classMember(program, view, 'paginator'))
    return unknownCap('the view splits its rows by itself')
  const own = classMember(program, view, 'pagination_class')
  if (own?.kind === 'field' && own.node.value) {
    const at: ExpressionIn = { file: own.file, node: own.node.value }
    if (isNone(at)) return undefined
    return ofClass(program, service, definitionOf(program, at), placeOf(at))
  }
  if (own) return unknownCap('which pages the view has is decided when it runs')
  return byDefault(program, service)
}

function byDefault(program: Program, service: ServiceCode): Cap | undefined {
  const option = restSetting(program, service, DEFAULT)
  if (option === 'open') return unknownCap('the settings of REST framework are not all known')
  if (option === 'absent' || isNone(option)) return undefined
  const name = evaluateExpression(program, option)
  if (name.kind !== 'known' || typeof name.value !== 'string')
    return unknownCap('the settings of REST framework are not all known')
  const at = placeOf(option)
  return ofClass(program, service, classNamed(program, option.file, name.value), at, { name: DEFAULT, at })
}

const DEFAULT = 'DEFAULT_PAGINATION_CLASS'

/** A setting of `REST_FRAMEWORK`. Where there are no settings of Django to be seen, all of them are open. */
function restSetting(program: Program, service: ServiceCode, key: string): Option {
  const settings = djangoSetting(program, service, 'REST_FRAMEWORK')
  if (settings === undefined) return djangoSettingsFiles(program, service).length > 0 ? 'absent' : 'open'
  return optionOf(program, settings, key)
}

/** `core.pagination.Pages`: a class of the repository or of a package. */
function classNamed(program: Program, from: CodeFile, name: string): Definition {
  const dot = name.lastIndexOf('.')
  const [module, last] = [name.slice(0, dot), name.slice(dot + 1)]
  const target = program.target(from, module)
  if (target.kind === 'package') return { kind: 'external', package: target.name, path: [last] }
  const files = target.kind === 'files' ? target.files : []
  for (const file of files) {
    const node = file.body.find(one => one.kind === 'class' && one.name === last)
    if (node?.kind === 'class') return { kind: 'class', file, node }
  }
  return { kind: 'unknown', because: `${name} is not here` }
}

const KINDS = /^(?:PageNumber|LimitOffset|Cursor)Pagination$/

/** What all lists have that name a class of pages, or that leave it to the settings. */
type Shared = { readonly name: string; readonly at: Span } | undefined

function ofClass(program: Program, service: ServiceCode, found: Definition, at: Span, from?: Shared): Cap | undefined {
  if (found.kind === 'external') {
    const kind = found.package === 'rest_framework' ? (found.path.at(-1) ?? '') : ''
    return KINDS.test(kind)
      ? pagesOf(program, service, kind, undefined, at, from)
      : unknownCap('the pages of a package')
  }
  if (found.kind !== 'class') return unknownCap('its pages are not known')
  const kind = kindOf(program, found)
  const isOwn = ['get_page_size', 'get_limit', 'paginate_queryset'].some(
    name => classMember(program, found, name)?.kind === 'function',
  )
  return kind === undefined || isOwn
    ? unknownCap('its pages are made by code of their own')
    : pagesOf(program, service, kind, found, at, from)
}

/** Which class of REST framework a class extends. */
function kindOf(program: Program, { file, node }: In<ClassNode>, steps = 8): string | undefined {
  for (const base of node.bases) {
    const found = definitionOf(program, { file, node: base })
    const name = found.kind === 'external' && found.package === 'rest_framework' ? (found.path.at(-1) ?? '') : ''
    if (KINDS.test(name)) return name
    const above =
      found.kind === 'class' && steps > 0 && found.node !== node ? kindOf(program, found, steps - 1) : undefined
    if (above) return above
  }
  return undefined
}

/** A number or text that a class sets; null where it sets none or None, undefined where that cannot be told. */
function attributeOf(
  program: Program,
  of: In<ClassNode> | undefined,
  name: string,
): { readonly value: number | string | null | undefined; readonly at?: Span } | undefined {
  const found = of && classMember(program, of, name)
  if (!found) return undefined
  if (found.kind !== 'field' || !found.node.value) return { value: undefined }
  const at: ExpressionIn = { file: found.file, node: found.node.value }
  if (isNone(at)) return { value: null }
  const value = evaluateExpression(program, at)
  const place: Span = { path: found.file.path, start: found.node.start, end: found.node.end }
  if (value.kind === 'known' && typeof value.value === 'string') return { value: value.value, at: place }
  return { value: numberOf(value), at: place }
}

function pagesOf(
  program: Program,
  service: ServiceCode,
  kind: string,
  of: In<ClassNode> | undefined,
  at: Span,
  from: Shared,
): Cap | undefined {
  const isOffset = kind === 'LimitOffsetPagination'
  const size = attributeOf(program, of, isOffset ? 'default_limit' : 'page_size') ?? pageSize(program, service)
  const most = attributeOf(program, of, isOffset ? 'max_limit' : 'max_page_size')
  const parameter = attributeOf(program, of, isOffset ? 'limit_query_param' : 'page_size_query_param')
  if (size.value === undefined || typeof size.value === 'string')
    return unknownCap('the size of its pages is not known')
  // Without a size, who asks for none gets all rows.
  if (size.value === null) return undefined
  const name = parameter ? parameter.value : isOffset ? 'limit' : null
  if (name === null) return { kind: 'fixed', value: size.value, at: size.at ?? at }
  if (typeof name !== 'string') return unknownCap('what a client may ask for is not known')
  const { value: fallback } = size
  if (!most || most.value === null) {
    const shared = of ? { name: of.node.name ?? kind, at: parameter?.at ?? nameOf(of) } : from
    return { kind: 'uncapped', parameter: name, fallback, ...(shared && { from: shared }), at: parameter?.at ?? at }
  }
  return { kind: 'capped', max: typeof most.value === 'number' ? most.value : undefined, fallback, at: most.at ?? at }
}

/** `PAGE_SIZE` of the settings. */
function pageSize(
  program: Program,
  service: ServiceCode,
): { readonly value: number | null | undefined; readonly at?: Span } {
  const option = restSetting(program, service, 'PAGE_SIZE')
  if (option === 'open') return { value: undefined }
  if (option === 'absent' || isNone(option)) return { value: null }
  return { value: numberOf(evaluateExpression(program, option)), at: placeOf(option) }
}

function nameOf({ file, node }: In<ClassNode>): Span {
  return { path: file.path, start: node.nameStart, end: node.nameStart + (node.name ?? '').length }
}

function isNone({ node }: ExpressionIn): boolean {
  const inner = peel(node)
  return inner.kind === 'literal' && inner.value === null
}

function placeOf({ file, node }: ExpressionIn): Span {
  return { path: file.path, start: node.start, end: node.end }
}
