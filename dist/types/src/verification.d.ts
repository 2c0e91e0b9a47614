import type { System } from './model/system.js';
/** Something to see after a deployment, and the command that shows it. */
export interface Verification {
    /** What is seen then, without a full stop. */
    readonly what: string;
    /** For a shell at the root of the repository. */
    readonly command: string;
}
/** How to see that the system works, once it is deployed: for each platform in its own words. Nothing here is ever run. */
export declare function verificationOf(system: System): readonly Verification[];
