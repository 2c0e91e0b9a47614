import type { Program } from '../../code/program.js';
import type { Expression, Node } from '../../code/syntax.js';
import type { Span } from '../../source.js';
import type { ServiceCode } from './services.js';
/** What an application of Celery says of its queues: https://docs.celeryq.dev/en/stable/userguide/routing.html */
export interface CeleryQueues {
    /** Where routes, schedules and calls send tasks to, by name; the first place of each. */
    readonly sent: ReadonlyMap<string, Span>;
    /** What a worker takes that is not told; `unknown`: the code makes a list of queues, or adds some while it runs. */
    readonly taken: string | 'unknown';
}
/** Undefined where nothing of Celery is told. */
export declare function celeryQueues(program: Program, service: ServiceCode): CeleryQueues | undefined;
/** A setting of Celery: `app.conf.task_routes = …`, `conf.update(task_routes=…)`, `CELERY_TASK_ROUTES = …`, of a class, of a module. */
export declare function celerySetting(node: Node, isConfigured: boolean): {
    readonly name: string;
    readonly value: Expression;
} | undefined;
