import type { Source, Span } from '../source.js'
import type { Problem } from './node.js'
import { readBlocks } from './prisma/blocks.js'
import { prismaTokens } from './prisma/tokens.js'

/** A file of a Prisma schema (https://www.prisma.io/docs/orm/reference/prisma-schema-reference). */
export interface PrismaFile {
  readonly path: string
  /** In the order written. */
  readonly blocks: readonly PrismaBlock[]
  readonly problems: readonly Problem[]
}

/** `model User { … }` and its kind. */
export interface PrismaBlock {
  /** `type` is a composite type of MongoDB. */
  readonly kind: 'model' | 'view' | 'type' | 'enum' | 'datasource' | 'generator'
  readonly name: string
  /** Of models, views and types; the values of an enum are fields without a type. */
  readonly fields: readonly PrismaField[]
  /** `@@index([…])`. */
  readonly attributes: readonly PrismaAttribute[]
  /** Of datasources and generators. */
  readonly settings: readonly PrismaSetting[]
  /** From the keyword to the closing brace. */
  readonly at: Span
  readonly nameAt: Span
}

/** `email String? @unique`. */
export interface PrismaField {
  readonly name: string
  /** As written without `?` and `[]`: `String`, `User`, `Unsupported`; absent for values of enums. */
  readonly type?: string
  /** What is in the brackets of `Unsupported("…")`. */
  readonly unsupported?: string
  readonly list: boolean
  readonly optional: boolean
  readonly attributes: readonly PrismaAttribute[]
  /** Name, type and attributes. */
  readonly at: Span
  readonly nameAt: Span
}

/** `@db.VarChar(20)`, `@@map("users")`. */
export interface PrismaAttribute {
  /** Without the `@`: `id`, `db.VarChar`. */
  readonly name: string
  readonly arguments: readonly PrismaArgument[]
  readonly at: Span
}

/** What an attribute is given. */
export interface PrismaArgument {
  readonly name?: string
  readonly value: PrismaValue
}

/** `url = env("DATABASE_URL")`. */
export interface PrismaSetting {
  readonly name: string
  readonly value: PrismaValue
  readonly at: Span
}

/** A value of the language of Prisma. */
export type PrismaValue =
  | { readonly kind: 'string'; readonly text: string; readonly at: Span }
  | { readonly kind: 'number'; readonly text: string; readonly at: Span }
  /** A name: `true`, `Cascade`, `address.city`. */
  | { readonly kind: 'name'; readonly text: string; readonly at: Span }
  | {
      readonly kind: 'call'
      readonly name: string
      readonly arguments: readonly PrismaArgument[]
      readonly at: Span
    }
  | { readonly kind: 'list'; readonly items: readonly PrismaValue[]; readonly at: Span }

/**
 * Reads one file of a Prisma schema. Never throws, takes time linear in the text. After an error it goes on with the next
 * field, and a block that is not closed ends where the next one begins.
 */
export function parsePrisma(source: Source): PrismaFile {
  const problems: Problem[] = []
  const tokens = prismaTokens(source, problems)
  return { path: source.path, blocks: readBlocks(tokens, source.path, problems), problems }
}

/** The argument of an attribute that has this name, or the first without a name where `orFirst` says so. */
export function argumentOf(
  { arguments: given }: Pick<PrismaAttribute, 'arguments'>,
  name: string,
  orFirst = false,
): PrismaValue | undefined {
  const named = given.find(argument => argument.name === name)
  return (named ?? (orFirst ? given.find(argument => argument.name === undefined) : undefined))?.value
}
