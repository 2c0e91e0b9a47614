import type { Fact, Source, Span } from '../source.js';
import type { Comment } from './dockerfile/lines.js';
import type { ImageReference } from './image-reference.js';
import type { Problem } from './node.js';
import type { ShellScript } from './shell.js';
export { runScript } from './dockerfile/command.js';
export { readPairs } from './dockerfile/instruction.js';
export type { Comment } from './dockerfile/lines.js';
export { argumentsOf, parseDockerfile } from './dockerfile/read.js';
export { resolveDockerfile } from './dockerfile/resolve.js';
/** A Dockerfile as written: every stage, before a target and build arguments are chosen. */
export interface Dockerfile {
    readonly path: string;
    readonly source: Source;
    /** ARG before the first FROM. */
    readonly globalArguments: readonly Argument[];
    readonly stages: readonly Stage[];
    readonly problems: readonly Problem[];
    /** `# escape`, `# syntax` and `# check` directives, lower-case names. */
    readonly directives: ReadonlyMap<string, string>;
    /** Comments in order, those between continued lines included; directives and the bodies of heredocs are none. */
    readonly comments: readonly Comment[];
    /** The character that continues lines and escapes. */
    readonly escapeCharacter: '\\' | '`';
}
/** An `ARG`. */
export interface Argument {
    readonly name: string;
    readonly defaultValue?: string;
    readonly at: Span;
}
/** A stage: everything from one `FROM` to the next. */
export interface Stage {
    readonly index: number;
    readonly name?: string;
    /** The FROM argument as written. */
    readonly from: string;
    readonly fromAt: Span;
    readonly platform?: string;
    /** The FROM itself. */
    readonly instruction: Instruction;
    /** Everything behind FROM. */
    readonly instructions: readonly Instruction[];
    readonly at: Span;
}
/** An instruction of a stage. */
export interface Instruction {
    /** Upper case: RUN, COPY, ENV … For `ONBUILD X` this is ONBUILD. */
    readonly keyword: string;
    /** `--from=x` as ["from", "x"]. */
    readonly flags: readonly {
        readonly name: string;
        readonly value: string | null;
        readonly at: Span;
    }[];
    /** Words of the exec (JSON) form; undefined for the shell form. */
    readonly exec?: readonly string[];
    /** Everything behind keyword and flags, continued lines joined by a space where white space stands
     *  between them, comments taken out. */
    readonly text: string;
    /** Text of heredocs, in order. */
    readonly heredocs: readonly {
        readonly name: string;
        readonly text: string;
        readonly at: Span;
    }[];
    /** Positioned arguments (COPY sources and destination, ENV pairs, EXPOSE ports): the items of the exec form, else as
     *  written, quotes included. */
    readonly words: readonly {
        readonly text: string;
        readonly at: Span;
    }[];
    readonly at: Span;
}
/** What one image takes from a Dockerfile: the chosen stage with the stages it is built on, arguments expanded. */
export interface DockerfileImage {
    readonly file: Dockerfile;
    /** The stage that is shipped. */
    readonly stage: Stage;
    /** The shipped stage first, then the stages it is FROM, down to the base image. */
    readonly chain: readonly Stage[];
    /** The image at the root of the chain; unknown when an argument without default decides; `scratch` is known. */
    readonly base: Fact<ImageReference>;
    /** The instructions of the shipped image in order of execution: the base-most stage of `chain` first. */
    readonly instructions: readonly Instruction[];
    readonly environment: ReadonlyMap<string, {
        readonly value: Fact<string>;
        readonly at: Span;
    }>;
    /** Last USER of the shipped image. */
    readonly user?: Fact<string>;
    readonly workdir?: Fact<string>;
    /** What each WORKDIR, COPY and ADD of `instructions` names in the image, as written but with variables filled in. */
    readonly folders: ReadonlyMap<Instruction, Fact<string>>;
    /** The sources of each COPY and ADD of `instructions` that are written with variables, filled in; without those of which one is not known. */
    readonly filledSources: ReadonlyMap<Instruction, readonly string[]>;
    /** Ports of EXPOSE with their protocol, ranges spread out (at most 1,000). */
    readonly exposed: readonly {
        readonly port: Fact<number>;
        readonly protocol: string;
        readonly at: Span;
    }[];
    /** VOLUME paths. */
    readonly volumes: readonly {
        readonly path: string;
        readonly at: Span;
    }[];
    /** Absent: none here, the base image's own counts. `ENTRYPOINT []` takes the base image's away: empty `argv`. */
    readonly entrypoint?: DockerfileCommand;
    /** Absent: none here; the base image's own counts, unless `entrypoint` is set, which takes it away. A CMD of a parent stage
     *  is taken away by an ENTRYPOINT of the stage built on it. */
    readonly command?: DockerfileCommand;
    /** Absent: none here, the base image's own counts. */
    readonly healthcheck?: {
        readonly disabled: boolean;
        readonly command?: DockerfileCommand;
        readonly options: ReadonlyMap<string, string>;
        readonly at: Span;
    };
    readonly stopSignal?: string;
    /** `SHELL` in force at the end. */
    readonly shell: readonly string[];
    /** `.dockerignore` that applies (`<Dockerfile>.dockerignore` before the context's), if there is one. */
    readonly ignoreFile?: {
        readonly path: string;
        readonly patterns: readonly string[];
    };
}
/** A CMD, ENTRYPOINT or RUN. */
export interface DockerfileCommand {
    readonly form: 'exec' | 'shell';
    /** exec form only. */
    readonly argv?: readonly string[];
    /** shell form only; absent when SHELL names something else than a POSIX shell. */
    readonly script?: ShellScript;
    readonly text: string;
    readonly at: Span;
}
