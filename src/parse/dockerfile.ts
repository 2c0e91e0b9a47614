import type { Source, Fact, Span } from '../source.js'
import type { ImageReference } from './image-reference.js'
import type { Problem } from './node.js'
import type { ShellScript } from './shell.js'

/** A Dockerfile as written: every stage, before a target and build arguments are chosen. */
export interface Dockerfile {
  readonly path: string
  readonly source: Source
  /** ARG before the first FROM. */
  readonly globalArguments: readonly Argument[]
  readonly stages: readonly Stage[]
  readonly problems: readonly Problem[]
  /** `# escape`, `# syntax` and `# check` directives, lower-case names. */
  readonly directives: ReadonlyMap<string, string>
}

export interface Argument {
  readonly name: string
  readonly defaultValue?: string
  readonly at: Span
}

export interface Stage {
  readonly index: number
  readonly name?: string
  /** The FROM argument as written. */
  readonly from: string
  readonly fromAt: Span
  readonly platform?: string
  readonly instructions: readonly Instruction[]
  readonly at: Span
}

export interface Instruction {
  /** Upper case: RUN, COPY, ENV … For `ONBUILD X` this is ONBUILD. */
  readonly keyword: string
  /** `--from=x` as ["from", "x"]. */
  readonly flags: readonly { readonly name: string; readonly value: string | null; readonly at: Span }[]
  /** Words of the exec (JSON) form; undefined for the shell form. */
  readonly exec?: readonly string[]
  /** Everything behind keyword and flags, continuations joined by a space, comments taken out. */
  readonly text: string
  /** Text of heredocs, in order. */
  readonly heredocs: readonly { readonly name: string; readonly text: string; readonly at: Span }[]
  /** Positioned arguments (COPY sources and destination, ENV pairs, EXPOSE ports). */
  readonly words: readonly { readonly text: string; readonly at: Span }[]
  readonly at: Span
}

/** What one image takes from a Dockerfile: the chosen stage with the stages it is built on, arguments expanded. */
export interface DockerfileImage {
  readonly file: Dockerfile
  /** The stage that is shipped. */
  readonly stage: Stage
  /** The shipped stage first, then the stages it is FROM, down to the base image. */
  readonly chain: readonly Stage[]
  /** The image at the root of the chain; unknown when an argument without default decides; `scratch` is known. */
  readonly base: Fact<ImageReference>
  /** The instructions of the shipped image in order of execution: the base-most stage of `chain` first. */
  readonly instructions: readonly Instruction[]
  readonly environment: ReadonlyMap<string, { readonly value: Fact<string>; readonly at: Span }>
  /** Last USER of the shipped image. */
  readonly user?: Fact<string>
  readonly workdir?: Fact<string>
  /** Ports of EXPOSE with their protocol, ranges spread out (at most 1,000). */
  readonly exposed: readonly { readonly port: Fact<number>; readonly protocol: string; readonly at: Span }[]
  /** VOLUME paths. */
  readonly volumes: readonly { readonly path: string; readonly at: Span }[]
  readonly entrypoint?: DockerfileCommand
  readonly command?: DockerfileCommand
  /** Absent: none here, the base image's own counts. */
  readonly healthcheck?: { readonly disabled: boolean; readonly command?: DockerfileCommand; readonly options: ReadonlyMap<string, string>; readonly at: Span }
  readonly stopSignal?: string
  /** `SHELL` in force at the end. */
  readonly shell: readonly string[]
  /** `.dockerignore` that applies (`<Dockerfile>.dockerignore` before the context's), if there is one. */
  readonly ignoreFile?: { readonly path: string; readonly patterns: readonly string[] }
}

export interface DockerfileCommand {
  readonly form: 'exec' | 'shell'
  /** exec form only. */
  readonly argv?: readonly string[]
  /** shell form only. */
  readonly script?: ShellScript
  readonly text: string
  readonly at: Span
}

/** Parses a Dockerfile. Never throws: what is wrong is in `problems`. */
export declare function parseDockerfile(source: Source): Dockerfile

/** Chooses the target stage (default: the last) and expands ARG and ENV with the build arguments given. Undefined when the
 *  file has no stage or no stage of that name. An argument given as null is "set, but not known". */
export declare function resolveDockerfile(
  file: Dockerfile,
  options: { readonly target?: string; readonly arguments: ReadonlyMap<string, string | null>; readonly ignoreFile?: DockerfileImage['ignoreFile'] },
): DockerfileImage | undefined
