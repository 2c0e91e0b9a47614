/**
 * Splits a line into words as POSIX shlex does; undefined when a quote is open or a backslash ends the text. Operators
 * such as `&&` are ordinary text. Outside quotes a backslash takes the meaning of the next character away, inside double
 * quotes only that of `"` and `\`.
 */
export declare function splitWords(text: string): string[] | undefined;
/** The words of a one-string command of Compose, and where reading stopped. */
export interface ComposeCommand {
    readonly words: readonly string[];
    /** Offset of the first unquoted `;`, `&`, `|`, `<` or `>`: Compose drops it and all that follows. */
    readonly cut?: number;
}
/**
 * Splits a one-string `command` or `entrypoint` as Compose does (https://github.com/mattn/go-shellwords, v1.0.12): no shell
 * runs it, and everything from the first unquoted operator on is dropped without a word. Undefined where Compose refuses
 * the text: an open quote, a final backslash, or a bracket that is not part of `$(…)`.
 */
export declare function splitComposeCommand(text: string): ComposeCommand | undefined;
