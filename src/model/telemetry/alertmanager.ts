import { type AlertmanagerConfig, readAlertmanagerConfig } from '../../parse/alertmanager.js'
import type { Source, Span } from '../../source.js'
import type { Tree } from '../../tree.js'
import type { HostNames } from '../host-names.js'
import type { Workload } from '../system.js'
import { integrationsOf, type ResolvedIntegration } from './alert-routes.js'
import { type ConfigurationPlace, configurationOf, type FoundConfiguration } from './configuration.js'

/** A production workload that runs Alertmanager. */
export interface AlertmanagerServer {
  readonly workload: Workload
  /** Where alerts can go from here, when the configuration is read. */
  readonly integrations: readonly ResolvedIntegration[]
  readonly configuration:
    | { readonly state: 'read'; readonly config: AlertmanagerConfig; readonly source: Source; readonly at: Span }
    | Exclude<FoundConfiguration, { readonly state: 'read' }>
}

/** https://github.com/prometheus/alertmanager/blob/main/Dockerfile */
const ALERTMANAGER: ConfigurationPlace = {
  program: /^alertmanager$/,
  flag: 'config.file',
  defaults: { official: '/etc/alertmanager/alertmanager.yml', bitnami: '/opt/bitnami/alertmanager/conf/config.yml' },
  // `alertmanager.yml` in the working directory of the image.
  withoutFlag: '/alertmanager/alertmanager.yml',
}

/** The Alertmanagers among production workloads, each with its configuration. */
export function alertmanagersOf(
  workloads: readonly Workload[],
  tree: Tree,
  names: HostNames,
): readonly AlertmanagerServer[] {
  return workloads.flatMap((workload): readonly AlertmanagerServer[] => {
    if (workload.software?.id !== 'alertmanager') return []
    const found = configurationOf(workload, ALERTMANAGER, tree)
    if (found.state !== 'read') return [{ workload, integrations: [], configuration: found }]
    const { source, at } = found.file
    const config = readAlertmanagerConfig(source)
    const integrations = integrationsOf(config, workload, names)
    return [{ workload, integrations, configuration: { state: 'read', config, source, at } }]
  })
}
