import { type Source, type Span } from '../../source.js';
import type { Tree } from '../../tree.js';
import type { Workload } from '../system.js';
import type { PrometheusServer } from './prometheus.js';
/** A file of the repository that defines alerts. */
export interface AlertFile {
    /** The first alert in it. */
    readonly at: Span;
    /** `rules`: a rule file of Prometheus · `resource`: a PrometheusRule · `grafana`: provisioning · `monitor`: of a hosted service, as code. */
    readonly kind: 'rules' | 'resource' | 'grafana' | 'monitor';
    /**
     * Whether production evaluates it. `loaded`: it does · `unnamed`: Prometheus has the file, and `rule_files` does not name
     * it · `unmounted`: no container has it · `unknown`: something that the repository does not hold would tell.
     */
    readonly loading: 'loaded' | 'unnamed' | 'unmounted' | 'unknown';
}
/** The files that define alerts, each at its first one, and whether the servers of production read them. */
export declare function alertFilesOf(tree: Tree, workloads: readonly Workload[], servers: readonly PrometheusServer[]): readonly AlertFile[];
/** The rule files that a server evaluates, each once. */
export declare function loadedSources(servers: readonly PrometheusServer[]): readonly Source[];
