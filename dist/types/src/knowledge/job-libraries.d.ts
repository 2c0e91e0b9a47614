/** A library by which programs in Python leave work to others. */
export type JobLibrary = 'celery' | 'rq' | 'arq' | 'dramatiq';
/** How a library of jobs is recognised in code and in commands. */
export interface LibraryOfJobs {
    readonly library: JobLibrary;
    readonly packages: RegExp;
    /** Names of the calls that send. */
    readonly calls: readonly string[];
    /** What makes a job of a function; of those whose functions are called to send. */
    readonly makes?: RegExp;
    /** Commands of workers. */
    readonly worker: RegExp;
    /** What takes jobs in code. */
    readonly takes: RegExp;
    /** Settings by which nothing is sent at all: for tests and small installations. */
    readonly eager: readonly string[];
}
/**
 * The libraries of Python that are known. Sources: https://docs.celeryq.dev/en/stable/userguide/workers.html, https://python-rq.org/docs/workers/,
 * https://arq-docs.helpmanual.io, https://dramatiq.io/guide.html
 */
export declare const JOB_LIBRARIES: readonly LibraryOfJobs[];
/** Whether a command runs a worker of a library. */
export declare function runsWorker(library: JobLibrary, command: string): boolean;
