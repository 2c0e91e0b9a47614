import type { Span } from '../../source.js';
import { type Node } from '../node.js';
/** One entry of `relabel_configs`: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config */
export interface RelabelRule {
    readonly action: string;
    readonly sourceLabels: readonly string[];
    readonly separator: string;
    readonly regex: string;
    readonly replacement: string;
    readonly targetLabel?: string;
    readonly at: Span;
}
/** Reads a list of relabel rules, with the defaults of Prometheus for what they leave out. */
export declare function relabelRulesOf(node: Node | undefined): readonly RelabelRule[];
/** Labels of one target, or what became of it: dropped, or it hangs on an expression that is not evaluated here. */
export type Relabeled = ReadonlyMap<string, string> | 'dropped' | 'unknown';
/**
 * Applies the rules to the labels of a target. Expressions that could take long to match are not evaluated: a rule with one
 * makes the target unknown where it decides about it.
 */
export declare function relabel(labels: ReadonlyMap<string, string>, rules: readonly RelabelRule[]): Relabeled;
