import type { Source } from '../../source.js';
import type { Argument, Dockerfile, Instruction } from '../dockerfile.js';
/** Parses a Dockerfile. Never throws: what is wrong is in `problems`. */
export declare function parseDockerfile(source: Source): Dockerfile;
/** The arguments that an ARG instruction declares, defaults as written. */
export declare function argumentsOf(instruction: Instruction): Argument[];
