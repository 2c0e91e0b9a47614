import type { Span } from '../../source.js';
import type { Subject } from '../system.js';
import type { MigrationRace } from './migration-races.js';
/** A database schema as the repository declares it: the entities of one ORM, or the tables of one folder of SQL scripts. */
export interface Schema {
    /** Unique and stable: `schema:services/orders/prisma/schema.prisma`. */
    readonly id: string;
    readonly source: SchemaSource;
    /** What people call it: the file or folder that declares it. */
    readonly name: string;
    /** The folder of the package that it belongs to, from the repository root: a service or a shared library. */
    readonly folder: string;
    readonly dialect: Dialect;
    /** In the order of files and lines. */
    readonly entities: readonly Entity[];
    /** The scripts that bring a database to this schema; several folders where there are several. */
    readonly migrations: readonly Migrations[];
    /** Whether what deploys or starts production applies the migrations; absent where there are none. */
    readonly run?: MigrationRun;
    /** Several processes that apply the migrations at the same time when production starts. */
    readonly race?: MigrationRace;
    /** The line by which git ignores the migrations, where there are none in the repository. */
    readonly ignoredAt?: Span;
    /** What changes the tables to what the code declares when production starts, without a migration. */
    readonly synchronisations: readonly Synchronisation[];
    /** What makes the tables that are missing when production starts, where one process alone does it. */
    readonly made?: {
        readonly what: string;
        readonly workload: string;
        readonly at: Span;
    };
    /** Names of the production workloads whose program has it. */
    readonly programs: readonly string[];
    /** Why it cannot be told whether something else alters the schema at the start. */
    readonly undecided?: {
        readonly because: string;
        readonly at: Span;
    };
    /** 2 when production runs what is built from its folder; 0 for development and for a copy of another schema. */
    readonly weight: 0 | 2;
    /** Where it begins. */
    readonly at: Span;
    /** Every file that it is read from, migrations included. */
    readonly files: readonly string[];
}
/** What declares a schema: migrations in SQL, or an ORM. */
export type SchemaSource = 'prisma' | 'sql' | 'typeorm' | 'sequelize' | 'drizzle' | 'mongoose' | 'sqlalchemy' | 'django' | 'gorm';
/** The kind of server. `unknown`: nothing tells, or several things tell different ones. */
export type Dialect = 'postgresql' | 'mysql' | 'sqlite' | 'sqlserver' | 'cockroachdb' | 'mongodb' | 'oracle' | 'unknown';
/** A folder of migrations. */
export interface Migrations {
    readonly tool: MigrationTool;
    readonly folder: string;
    /** In the order in which they are applied. */
    readonly files: readonly string[];
    /** The first of them. */
    readonly at: Span;
}
/** What applies them. `sql`: scripts that do not tell. */
export type MigrationTool = 'prisma' | 'typeorm' | 'sequelize' | 'knex' | 'drizzle' | 'alembic' | 'django' | 'flyway' | 'goose' | 'dbmate' | 'golang-migrate' | 'sql';
/** `run`: something applies them · `not-run`: nothing does; `at` is where the program starts that needs them. */
export type MigrationRun = {
    readonly state: 'run';
} | {
    readonly state: 'not-run';
    readonly at: Span;
    readonly program?: string;
} | {
    readonly state: 'unknown';
    readonly at: Span;
    readonly because: string;
};
/** Something that alters the schema at the start of production. */
export interface Synchronisation {
    /** `push`: a command of the ORM · `synchronise`: an option or call that brings tables to what entities say, dropping
     *  what is gone · `create`: makes what is missing, together with ALTER statements of its own. */
    readonly kind: 'push' | 'synchronise' | 'create';
    /** As written: `prisma db push`, `synchronize: true`. */
    readonly what: string;
    /** What it is told to delete without asking: columns that the schema no longer has, or all tables each time. */
    readonly deletes?: 'columns' | 'tables';
    /** Why it is on in production, where that takes more than what is written. */
    readonly because?: string;
    /** The workload that runs it. */
    readonly workload?: string;
    readonly at: Span;
}
/** A table or collection. */
export interface Entity {
    /** The name in code: of the model or class; of a plain table its name. */
    readonly name: string;
    /** The name in the database. */
    readonly table: string;
    /** Columns, and the fields that stand for other entities. */
    readonly fields: readonly Field[];
    readonly foreignKeys: readonly ForeignKey[];
    /** Columns of the primary key, unique constraints and unique indexes, each in its order. */
    readonly uniqueKeys: readonly (readonly string[])[];
    /** Columns of every index, keys included, in their order; null for an expression. Those that migrations make as well. */
    readonly indexes: readonly (readonly (string | null)[])[];
    /** The name in the declaration. */
    readonly at: Span;
}
/** A column, or a field of an entity. */
export interface Field {
    /** In code. */
    readonly name: string;
    /** In the database; absent for fields that are no column of their own. */
    readonly column?: string;
    readonly type: FieldType;
    /** The type as written. */
    readonly written: string;
    readonly nullable: boolean;
    /** The entity that it stands for, by name. */
    readonly relation?: {
        readonly entity: string;
        readonly many: boolean;
    };
    readonly at: Span;
}
/** `float`: binary floating point · `decimal`: exact · `relation`: no column, stands for another entity. */
export type FieldType = 'integer' | 'float' | 'decimal' | 'text' | 'boolean' | 'date' | 'json' | 'uuid' | 'enum' | 'binary' | 'relation' | 'other';
/** What refers to another table. */
export interface ForeignKey {
    /** Columns in the database. */
    readonly columns: readonly string[];
    /** The entity or table that it refers to, by the name in code where it is known, else the table's. */
    readonly entity: string;
    /** Whether the framework or the server makes an index for it. */
    readonly indexed: boolean;
    /** Where an index would be added. */
    readonly at: Span;
}
/**
 * The entity of a name in code, or of a table; names of tables are compared without regard to case, and so are those in code
 * where no table is called so: the client of Prisma has `prisma.orderLine` for `model OrderLine { … @@map("order_lines") }`.
 */
export declare function entityOf(schema: Pick<Schema, 'entities'>, name: string): Entity | undefined;
/** Whether an index, key or constraint begins with a column of the foreign key, so that the server finds its rows by it. */
export declare function isIndexed(key: ForeignKey, entity: Entity): boolean;
/** The field in code that a column is, for messages; the column itself where the schema has no field for it. */
export declare function fieldNameOf(entity: Entity, column: string): string;
/** What the score counts of a schema. */
export declare function subjectOf({ id, name, weight, at, files }: Schema): Subject;
