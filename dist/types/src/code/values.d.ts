import type { Fact, Span } from '../source.js';
import type { ExpressionIn, Program } from './program.js';
/** The values that are evaluated: `undefined` and `None` are null. */
export type Primitive = string | number | boolean | null;
/** What an expression gives when the program runs. */
export type Value = ({
    readonly kind: 'known';
    readonly value: Primitive;
} & Origin)
/** A number between two bounds, both included; infinite where there is none. */
 | ({
    readonly kind: 'interval';
    readonly low: number;
    readonly high: number;
    readonly because: string;
} & Origin) | ({
    readonly kind: 'unknown';
    readonly because: string;
} & Origin);
/** Where a value comes from. */
export interface Origin {
    /** Where the value is written: the literal, the line of the variable, else the expression that is not known. */
    readonly at: Span;
    /** The variables of the environment that it was looked for in, in order. */
    readonly variables: readonly string[];
    /** The fallback in the code counts because the variable is not set. */
    readonly isFallback: boolean;
}
/**
 * What the workload's environment gives a variable: a fact where it is set, undefined where it is not. What sets it (an
 * object of Kubernetes, Compose, `.env`) has been decided before.
 */
export type Environment = (variable: string) => Fact<string> | undefined;
/** An environment in which nothing is set. */
export declare const EMPTY_ENVIRONMENT: Environment;
/** Evaluates an expression without running it. What it cannot know is `unknown`, with the reason. */
export declare function evaluateExpression(program: Program, at: ExpressionIn, environment?: Environment): Value;
/** The number that an expression gives; numeric texts count, as programs convert what they read from the environment. */
export declare function numberOf(value: Value): number | undefined;
