import type { Program } from '../../code/program.js';
import type { CodeFile } from '../../code/syntax.js';
import type { Span } from '../../source.js';
/** Work that a service starts by the clock. */
export interface Schedule {
    /** `@nestjs/schedule`, `node-cron` … */
    readonly library: string;
    /**
     * What keeps the instances from doing it all at once: `lock`: code for that, wherever it stands · `unknown`: a variable of
     * the environment may choose the instance · `none`.
     */
    readonly guard: 'lock' | 'unknown' | 'none';
    readonly at: Span;
}
/** What a service in TypeScript, JavaScript or Python starts by the clock. */
export declare function schedulesOf(program: Program, code: readonly CodeFile[]): readonly Schedule[];
