import type { Program } from '../../code/program.js';
import type { Span } from '../../source.js';
import { type ServiceCode } from './services.js';
/** A server for development that the program of a workload starts by itself, in its code. */
export interface DevelopmentServer {
    /** The id of the workload. */
    readonly workload: string;
    /** As people write it: `uvicorn.run(…, reload=True)`. */
    readonly call: string;
    readonly kind: 'flask' | 'reload';
    readonly at: Span;
}
/**
 * The servers for development that `python main.py` comes to, whatever its variables are. What a command of another server
 * imports, `gunicorn main:app`, does not get to them. https://flask.palletsprojects.com/en/stable/server/,
 * https://uvicorn.dev/settings/#development
 */
export declare function developmentServers(program: Program, service: ServiceCode): readonly DevelopmentServer[];
