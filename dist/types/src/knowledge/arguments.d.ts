/** Command lines of servers, read the way the servers themselves read them. */
type Words = readonly (string | null)[] | undefined;
/** An argument of a command line. `unknown`: a word that cannot be known may be it. */
export type Argument = {
    readonly given: 'yes' /** Absent: not known, or an argument that takes none. */;
    readonly value?: string;
} | {
    readonly given: 'no';
} | {
    readonly given: 'unknown';
};
/**
 * The words of the program itself: `sh -c "exec redis-server --port 1"` gives `redis-server --port 1`, and entrypoint
 * scripts and init processes in front are left out. Of a script of several commands the last one counts, since that is
 * what keeps the container alive. A word of a script with a `$` or a backtick in it becomes null. Undefined when the
 * command is the image's own.
 */
export declare function programWords(argv: Words): readonly (string | null)[] | undefined;
/** Splits a line into words as a shell would, quotes taken off. Words that hold an expansion become null. */
export declare function splitWords(line: string): readonly (string | null)[];
/** The program that is run, without its directory; undefined when not known. */
export declare function programOf(argv: Words): string | undefined;
/** Whether one of the words stands in the command: subcommands (`start-dev`), switches (`-dev`). */
export declare function hasWord(argv: Words, words: readonly string[]): 'yes' | 'no' | 'unknown';
/**
 * `--name value`, `--name=value`, `-name=value` or `-n5`, under any of the names; the last one counts. Dash and
 * underscore, upper and lower case are the same, as redis, MySQL and mongod have it, but for the case of single letters.
 */
export declare function option(argv: Words, ...names: readonly string[]): Argument;
/**
 * A configuration setting on the command line of `postgres`: `-c key=value`, `--key=value`, and the letters `-N`, `-B`,
 * `-p` for max_connections, shared_buffers and port. The last one counts.
 * https://www.postgresql.org/docs/current/app-postgres.html
 */
export declare function postgresSetting(argv: Words, key: string): Argument;
/** Words that are neither options nor their values, the program left out: configuration files, directories, subcommands. */
export declare function operands(argv: Words): readonly string[];
/** The whole command line as one text, shell scripts included, for searching; unknown words are left out. */
export declare function commandText(argv: Words): string;
/** An argument as it stands in the environment: a known value, a value that is not known, or none. */
export declare function fromVariable(value: string | null | undefined): Argument;
/** What is not given on the command line may still stand in a file. */
export declare function orInFile(found: Argument, fileMounted: boolean): Argument;
export {};
