import type { Route, RouteTable } from '../route.js';
/** Whether a service answers a path. `unknown`: something that could not be read may answer it. */
export type Served = {
    readonly state: 'yes';
    readonly route: Route;
} | {
    readonly state: 'no';
} | {
    readonly state: 'unknown';
    readonly because: string;
};
/** Who answers `GET path` (or another method) of a service. */
export declare function servedBy(table: RouteTable, path: string, method?: string): Served;
/** Whether a route answers `GET path`. */
export declare function answersPath(route: Route, path: string): boolean;
/** What a path is asked for, by its name: code-independent words that people and platforms use. */
export type HealthKind = 'live' | 'ready' | 'startup' | 'generic';
/** The kind of a health path; undefined for other paths. `name` is the service's own, which may stand in front. */
export declare function healthKindOf(path: string, name: string): HealthKind | undefined;
