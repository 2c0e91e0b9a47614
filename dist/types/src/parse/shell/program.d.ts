/**
 * The words from the program on that a command really runs, past `sudo`, `exec`, `env A=b`, `timeout 5`, `tini --` and the
 * like. Empty when there is none. `command -v x` asks where x is and runs nothing else, so it is kept.
 */
export declare function unwrapCommand<T extends string | null>(words: readonly T[]): readonly T[];
/** The name, without directory, of the program that a command runs; undefined when there is none or it cannot be told. */
export declare function programOf(words: readonly (string | null)[]): string | undefined;
