import type { Program } from '../../code/program.js';
import type { Span } from '../../source.js';
import type { ServiceCode } from './services.js';
/**
 * A task that is sent by its name, by a schedule or a call, and whether anything of the repository has that name. A worker
 * drops what it does not know: https://docs.celeryq.dev/en/stable/userguide/tasks.html#names
 */
export interface SentTask {
    readonly name: string;
    readonly by: 'schedule' | 'call';
    readonly at: Span;
    /** `unknown`: something registers tasks under names that are not told. */
    readonly state: 'registered' | 'missing' | 'unknown';
    /** What the repository has instead. */
    readonly near?: Near;
}
/** A function that is no task, a task whose decorator gives it another name, or one of another module. */
export interface Near {
    readonly kind: 'function' | 'name' | 'module';
    readonly name: string;
    readonly at: Span;
}
/** What the code of a service sends by name; empty where it does not use Celery. */
export declare function sentTasks(program: Program, service: ServiceCode): readonly SentTask[];
