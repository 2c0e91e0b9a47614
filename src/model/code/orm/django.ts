import type { Program } from '../../../code/program.js'
import type { Call, ClassNode, Field as CodeField, CodeFile, Expression } from '../../../code/syntax.js'
import { pathOf } from '../../../code/walk.js'
import { directoryOf, fileName } from '../../../paths.js'
import type { FieldType } from '../schema.js'
import { classesOf, membersOf } from './classes.js'
import { type DraftField, type DraftKey, finishEntity, type OrmEntities } from './draft.js'
import { callOf, elementsOf, isFalse, isTrue, keywordOf, lastName, positional, textOf } from './expressions.js'

/** The models of Django (https://docs.djangoproject.com/en/stable/ref/models/fields/). It makes an index for each foreign key. */
export function djangoEntities(program: Program, files: readonly CodeFile[]): readonly OrmEntities[] {
  return files.flatMap(file => classesOf(file).flatMap(node => entityOf(program, file, node)))
}

function entityOf(program: Program, file: CodeFile, node: ClassNode): readonly OrmEntities[] {
  const { name, nameStart } = node
  const meta = node.members.find(member => member.kind === 'class' && member.name === 'Meta')
  const options = meta?.kind === 'class' ? meta : undefined
  const own = fieldsOf(node.members.flatMap(member => (member.kind === 'field' ? [{ member, file }] : [])))
  if (name === undefined || isTrue(optionOf(options, 'abstract')) || isTrue(optionOf(options, 'proxy'))) return []
  // A class with columns of its own, or one that only takes those of a base.
  const isModel = own.length > 0 || node.bases.some(base => pathOf(base)?.join('.') === 'models.Model')
  const fields = isModel ? fieldsOf(membersOf(program, file, node)) : []
  if (fields.length === 0) return []
  const at = { path: file.path, start: nameStart, end: nameStart + name.length }
  const hasKey = fields.some(field => field.isUnique && field.name !== 'id' && field.written.endsWith('!'))
  const id: DraftField = {
    name: 'id',
    column: 'id',
    type: 'integer',
    written: 'AutoField',
    nullable: false,
    at,
    isUnique: true,
  }
  const all = hasKey || fields.some(field => field.name === 'id') ? fields : [id, ...fields]
  const table = textOf(optionOf(options, 'db_table')) ?? `${appOf(file.path)}_${name.toLowerCase()}`
  const entity = finishEntity({
    name,
    table,
    fields: all.map(field => finished(field, name)),
    keys: keysOf(options),
    at,
  })
  return [{ source: 'django', file, dialect: 'unknown', entity }]
}

function fieldsOf(members: readonly { readonly member: CodeField; readonly file: CodeFile }[]): readonly DraftField[] {
  return members.flatMap(({ member, file }) => fieldOf(member, file) ?? [])
}

/** A primary key is marked with `!` behind its type until the entity is whole; `self` is the entity. */
function finished(field: DraftField, name: string): DraftField {
  const references = field.references === 'self' ? { references: name } : {}
  return { ...field, ...references, written: field.written.replace(/!$/, '') }
}

function optionOf(meta: ClassNode | undefined, name: string): Expression | undefined {
  const found = meta?.members.find(member => member.kind === 'field' && member.name === name)
  return found?.kind === 'field' ? found.value : undefined
}

/** The app of a file of models: its folder, over one named models. */
function appOf(path: string): string {
  const folder = directoryOf(path)
  return fileName(fileName(folder) === 'models' ? directoryOf(folder) : folder)
}

const KINDS: readonly (readonly [RegExp, FieldType])[] = [
  [/^FloatField$/, 'float'],
  [/^(?:Decimal|Money)Field$/, 'decimal'],
  [/^(?:Big|Small|Positive|PositiveBig|PositiveSmall)?IntegerField$|^(?:Big|Small)?AutoField$/, 'integer'],
  [/^(?:DateTime|Date|Time)Field$/, 'date'],
  [/^(?:Null)?BooleanField$/, 'boolean'],
  [/^JSONField$/, 'json'],
  [/^UUIDField$/, 'uuid'],
  [/^BinaryField$/, 'binary'],
  [/^(?:Char|Text|Slug|URL|Email|File|FilePath|Image|GenericIPAddress)Field$/, 'text'],
]

function fieldOf({ name, value, start, end }: CodeField, file: CodeFile): DraftField | undefined {
  const call = callOf(value)
  const written = call && lastName(call)
  if (!call || written === undefined || !/(?:Field|^ForeignKey)$/.test(written)) return undefined
  const at = { path: file.path, start, end }
  const flag = (key: string) => isTrue(keywordOf(call, key))
  if (/^(?:ForeignKey|OneToOneField|ManyToManyField|ParentalKey|TreeForeignKey)$/.test(written)) {
    return relationOf(name, written, call, at)
  }
  const isPrimary = flag('primary_key')
  return {
    name,
    column: textOf(keywordOf(call, 'db_column')) ?? name,
    type: KINDS.find(([kind]) => kind.test(written))?.[1] ?? 'other',
    written: isPrimary ? `${written}!` : written,
    nullable: flag('null'),
    at,
    isUnique: isPrimary || flag('unique'),
    isIndexed: flag('db_index') || written === 'SlugField',
  }
}

function relationOf(name: string, kind: string, call: Call, at: DraftField['at']): DraftField {
  const target = positional(call)[0] ?? keywordOf(call, 'to')
  const entity = (textOf(target) ?? (target && pathOf(target)?.at(-1)) ?? '').split('.').at(-1) ?? ''
  const many = kind === 'ManyToManyField'
  const base = {
    name,
    type: 'relation',
    written: kind,
    nullable: isTrue(keywordOf(call, 'null')),
    relation: { entity, many },
    at,
  } as const
  if (many) return base
  return {
    ...base,
    column: textOf(keywordOf(call, 'db_column')) ?? `${name}_id`,
    references: entity,
    isUnique: kind === 'OneToOneField' || isTrue(keywordOf(call, 'unique')),
    isIndexed: !isFalse(keywordOf(call, 'db_index')),
  }
}

function keysOf(meta: ClassNode | undefined): readonly DraftKey[] {
  const listed = [...elementsOf(optionOf(meta, 'indexes')), ...elementsOf(optionOf(meta, 'constraints'))]
  const named = listed.flatMap(one => {
    const call = callOf(one)
    const kind = (call && lastName(call)) ?? ''
    const fields = call ? elementsOf(keywordOf(call, 'fields')) : []
    if (!/^(?:Index|BTreeIndex|HashIndex|UniqueConstraint)$/.test(kind) || fields.length === 0) return []
    const isUnique = kind === 'UniqueConstraint' && call !== undefined && keywordOf(call, 'condition') === undefined
    return [{ names: fields.map(nameOf), isUnique }]
  })
  const together = ['unique_together', 'index_together'].flatMap(option => {
    const elements = elementsOf(optionOf(meta, option))
    const lists =
      elements.every(one => textOf(one) !== undefined) && elements.length > 0 ? [elements] : elements.map(elementsOf)
    return lists.map(list => ({ names: list.map(nameOf), isUnique: option === 'unique_together' }))
  })
  return [...named, ...together.filter(({ names }) => names.length > 0)]
}

/** `-created_at` is the column in the other direction. */
function nameOf(expression: Expression): string | null {
  return textOf(expression)?.replace(/^-/, '') ?? null
}
