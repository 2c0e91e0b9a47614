import type { Program } from '../../code/program.js';
import type { Route } from './route.js';
import type { ServiceCode } from './services.js';
/** A route that no request comes to, as one that is declared before it takes all of them. */
export interface ShadowedRoute {
    readonly route: Route;
    readonly by: Route;
}
/**
 * The routes with a written part where one before them has a parameter. Only those that one router or controller declares
 * in one file: of others it is not sure which comes first.
 */
export declare function shadowedRoutes(program: Program, service: ServiceCode, all: readonly Route[]): readonly ShadowedRoute[];
