import { cloud } from './provider-formats/cloud.js'
import { code } from './provider-formats/code.js'
import type { ProviderFormat } from './provider-formats/format.js'
import { services } from './provider-formats/services.js'

export type { ProviderFormat } from './provider-formats/format.js'

/** Token formats of providers. Test-mode keys (`sk_test_`, `EZTK`) open nothing and are not among them. */
export const PROVIDER_FORMATS: readonly ProviderFormat[] = [...cloud, ...code, ...services]
