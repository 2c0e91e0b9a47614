import type { Program } from '../../../code/program.js';
import type { Tree } from '../../../tree.js';
import type { ServiceCode } from '../services.js';
import { type Demand } from './demands.js';
import { type Misnamed } from './misnamed.js';
import { type VariableRead } from './variable-reads.js';
/** What the code of a service wants of its environment. */
export interface ServiceVariables {
    /** Without these it does not start, by name. */
    readonly demanded: readonly Demand[];
    /** What its workloads set under a name that is almost one that it reads. */
    readonly misnamed: readonly Misnamed[];
    /** Why variables may also come from elsewhere than its workloads say, as a sentence without a full stop. */
    readonly open?: string;
    /** Variables that a file in the container gives. */
    readonly given: ReadonlySet<string>;
    /** Where it takes a variable that ends in `_PORT` for a number; looked for only where it runs on Kubernetes. */
    readonly ports: readonly VariableRead[];
}
/** Asks the code of a service for the variables that it demands and reads. */
export declare function variablesOf(program: Program, service: ServiceCode, tree: Tree): ServiceVariables;
