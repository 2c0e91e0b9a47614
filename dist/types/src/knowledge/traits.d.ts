/** Who is let in by an image as it ships, before anything is configured. */
export interface Access {
    /**
     * `none`: whoever reaches the port · `login`: an account that exists from the start · `first-visitor`: whoever
     * comes first makes the administrator account · `target`: it asks for the account of what it administers.
     */
    readonly byDefault: 'none' | 'login' | 'first-visitor' | 'target';
    /** Variables that switch a login on or set it; each one alone does. Empty: not by variables. */
    readonly variables: readonly string[];
    /** The account that works when nothing is set, and what renames it. */
    readonly defaultLogin?: {
        readonly user: string;
        readonly userVariable?: string;
        readonly password: string;
    };
    /** Whether the configuration file that it otherwise reads has no say in this: only an argument switches a login on. */
    readonly byArgument?: true;
    /** Variables that together let everybody in as an administrator; the last one names the role. */
    readonly openedBy?: readonly {
        readonly variable: string;
        readonly value: RegExp;
    }[];
    readonly source: string;
}
/** What a backup image copies, when, and where to. */
export interface BackupImage {
    /** Ids of `Software` that it can dump, or `volume` for what copies whole directories. */
    readonly covers: readonly string[];
    /**
     * `built-in`: a schedule runs without any setting · `variable`: one of `scheduleVariables` starts it ·
     * `command`: it runs what it is told to once; something else has to repeat it.
     */
    readonly scheduled: 'built-in' | 'variable' | 'command';
    readonly scheduleVariables: readonly string[];
    /** Variables that send the copies off the host (see `sendsOffHost`). Empty: no variable does. */
    readonly offHost: readonly RegExp[];
    /** Name the host that it dumps. */
    readonly hostVariables: readonly string[];
    /** Name the databases that it dumps, set apart by commas or blanks; absent, or not set: all, or what is not known. */
    readonly databaseVariables?: readonly string[];
    readonly source: string;
}
/**
 * Whether the value of one of `BackupImage.offHost` sends copies off the host: not when it is empty, a local path
 * or a word for the local file system. Undefined when the value is not known.
 */
export declare function sendsOffHost(value: string | undefined): boolean | undefined;
