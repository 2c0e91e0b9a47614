import type { Program } from '../../../code/program.js';
import type { Route, RouteTable } from '../route.js';
import { type DepthFound } from './depth.js';
import { type HealthKind } from './match.js';
/** A route that tells whether the service works: by its name, or because a check asks for it. */
export interface HealthRoute {
    readonly route: Route;
    /** Undefined for a route whose name tells nothing, and which is asked all the same. */
    readonly kind?: HealthKind;
    readonly found: DepthFound;
}
/** The health routes of a service, with what their handlers do. `asked` says which other paths checks ask for. */
export declare function healthRoutesOf(program: Program, { routes }: RouteTable, name: string, asked: (route: Route) => boolean): readonly HealthRoute[];
