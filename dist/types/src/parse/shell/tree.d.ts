import type { ShellCommand } from '../shell.js';
/** What a script runs, in the structure of the shell grammar. */
export type ShellNode = ShellList | ShellChain | ShellPipeline | ShellSimple | ShellCompound;
/** Commands one after the other: `a; b & c`. */
export interface ShellList {
    readonly kind: 'list';
    readonly items: readonly {
        readonly node: ShellNode;
        readonly background: boolean;
    }[];
}
/** `a && b || c`, evaluated from left to right. `operator` stands before the node; `start` before the first. */
export interface ShellChain {
    readonly kind: 'chain';
    readonly items: readonly {
        readonly operator: 'start' | '&&' | '||';
        readonly node: ShellNode;
    }[];
}
/** `! a | b`. */
export interface ShellPipeline {
    readonly kind: 'pipeline';
    readonly negated: boolean;
    readonly parts: readonly ShellNode[];
}
/** A command without a body. */
export interface ShellSimple {
    readonly kind: 'command';
    readonly command: ShellCommand;
}
type Redirects = ShellCommand['redirects'];
/** A command with a body of its own. `redirects` are those behind it, for the whole of it. */
export type ShellCompound = {
    readonly kind: 'group' | 'subshell';
    readonly body: ShellList;
    readonly redirects: Redirects;
} | {
    readonly kind: 'if';
    readonly branches: readonly {
        readonly condition: ShellList;
        readonly body: ShellList;
    }[];
    readonly otherwise?: ShellList;
    readonly redirects: Redirects;
} | {
    readonly kind: 'for' | 'case';
    readonly bodies: readonly ShellList[];
    readonly redirects: Redirects;
} | {
    readonly kind: 'while';
    readonly condition: ShellList;
    readonly body: ShellList;
    readonly redirects: Redirects;
} | {
    readonly kind: 'function';
    readonly name: string;
    readonly body: ShellNode;
    readonly redirects: Redirects;
} | {
    readonly kind: 'arithmetic';
    readonly redirects: Redirects;
};
export {};
