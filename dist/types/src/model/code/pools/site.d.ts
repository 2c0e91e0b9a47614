import type { Given } from '../../../code/given.js';
import type { ExpressionIn, In, Program } from '../../../code/program.js';
import type { Call, CodeFile } from '../../../code/syntax.js';
import type { Span } from '../../../source.js';
/** A place of the code that makes a pool of connections, whatever service runs it. */
export interface PoolSite extends PoolRecipe {
    readonly file: CodeFile;
    /** The constructor, or the name of the class that extends the client. */
    readonly at: Span;
    /** Where the constructor stands: run once with the module or the instance, or each time that a function is called. */
    readonly createdAt: 'module' | 'class' | 'function';
    /** Where it stands in a branch that may not run. */
    readonly branch?: Branch;
}
/** One way of a condition; pools in the others are not made together with it. */
export interface Branch {
    /** Offset of the condition. */
    readonly at: number;
    /** `case`: of a switch, which may have no case that holds. */
    readonly arm: 'then' | 'else' | 'case';
}
/** What a constructor tells of its pool. */
export interface PoolRecipe {
    /** An id of `POOL_LIBRARIES`. */
    readonly library: string;
    /** An option of the constructor, with dots where it is nested. */
    readonly option: (path: string) => Given;
    /** The URL, where one is given. */
    readonly url?: ExpressionIn;
    readonly host?: ExpressionIn;
    /** The variable that holds the URL or host where the library, or a schema, takes it from there by itself. */
    readonly variable?: string;
    /** By the name of a driver or dialect; absent: the scheme of the URL tells. */
    readonly engine?: Engine;
    /** It has a pool for each of several servers. */
    readonly several?: true;
    /** A DataSource of TypeORM, which connects when it is initialized. */
    readonly isDataSource?: true;
    /** Pooling is switched off: a connection for each request. */
    readonly unpooled?: true;
    /** Filled as it is needed, by threads that hold one connection at a time: never more than work at once. */
    readonly perThread?: true;
}
/** The kind of database that a pool is for. */
export type Engine = 'postgres' | 'mysql' | 'mongodb' | 'sqlite' | 'other';
/** Reads the constructor of a library; undefined where it makes no pool of its own. */
export type Reader = (program: Program, call: In<Call>) => PoolRecipe | undefined;
/** The engine behind the name of a driver, a dialect or the scheme of a URL. */
export declare function engineNamed(name: string): Engine;
