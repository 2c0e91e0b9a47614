import { indexOf, some } from '../../../code/file-index.js'
import type { Program } from '../../../code/program.js'
import { mayShowMetrics } from '../../../knowledge/metrics-libraries.js'
import type { ServiceCode } from '../services.js'
import { djangoSettingsBeside } from './django-settings.js'

/** Longer texts are no names of modules. */
const LONGEST = 120

/**
 * Whether a text in an application of Django names what shows metrics, such as `django_prometheus` among `INSTALLED_APPS`,
 * however these are put together: https://docs.djangoproject.com/en/5.2/ref/settings/#installed-apps
 */
export function namesMetrics(program: Program, service: ServiceCode): boolean {
  if (service.runtime !== 'python' || !service.packages.has('django')) return false
  const files = new Set([...service.code, ...djangoSettingsBeside(program, service)])
  return [...files].some(file => some(indexOf(file).texts, text => text.length <= LONGEST && mayShowMetrics(text)))
}
