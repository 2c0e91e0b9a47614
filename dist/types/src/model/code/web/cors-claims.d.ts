/** What an origin is only asked to have in it, and the origin of somebody else that has it. */
export interface OriginClaim {
    /** The end of a sentence about an address: `ends with .vercel.app`. */
    readonly asked: string;
    /** An address that anybody may have. */
    readonly example: string;
}
/** `origin.endsWith(text)`: a name that others can put letters before, or under which anybody can have one. */
export declare function claimedByEnd(text: string): OriginClaim | undefined;
/** `origin.startsWith(text)`: a name that others can go on behind. */
export declare function claimedByBeginning(text: string): OriginClaim | undefined;
/** `origin.includes(text)`. */
export declare function claimedByPart(text: string): OriginClaim | undefined;
/** How much of an origin a pattern has to match. */
export interface Matching {
    /** From its beginning, as `re.match` of Python, and to its end, as `re.fullmatch`. */
    readonly beginning?: boolean;
    readonly end?: boolean;
}
/**
 * What a regular expression asks for, as far as it is a name with anything before or behind it: `/\.vercel\.app$/`,
 * `/example\.com$/`, `/^https:\/\/example\.com/`. Only looked at, never run. Undefined for all others.
 */
export declare function claimedByPattern(pattern: string, matching?: Matching): OriginClaim | undefined;
