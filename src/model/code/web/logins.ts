import { indexOf } from '../../../code/file-index.js'
import type { FunctionIn } from '../../../code/program.js'
import { holds, pathOf } from '../../../code/walk.js'
import type { Route } from '../route.js'

/** Paths that a password is sent to, or the address that a link is mailed to. */
const PATH =
  /\/(?:(?:admin|user|staff|customer|employee|member|password|email)[_-]?)?(?:log-?in|sign-?in)(?:[_-]user)?$|\/authenticate$|\/(?:auth|oauth2?|login)\/(?:access-)?token$/i

/**
 * Views that take a password and give a session or a token. Sources: https://docs.djangoproject.com/en/5.2/topics/auth/default/,
 * https://www.django-rest-framework.org/api-guide/authentication/, https://django-rest-framework-simplejwt.readthedocs.io,
 * https://django-rest-knox.readthedocs.io, https://dj-rest-auth.readthedocs.io
 */
const VIEW = /^(?:LoginView|TokenObtain\w*View|ObtainAuthToken|ObtainJSONWebToken\w*)$/

/** The form that OAuth 2 sends a password in: https://fastapi.tiangolo.com/reference/dependencies/ */
const FORM = /^OAuth2PasswordRequestForm(?:Strict)?$/

/**
 * Whether a route is where somebody signs in with a password: by its path, by the view of a package that answers, by the form
 * that it takes, or because its handler asks Django who that is.
 */
export function signsIn({ method, path, framework, outside, handler, takesPasswordAt }: Route): boolean {
  if (takesPasswordAt !== undefined) return true
  // A file of Next.js below `pages/api` answers every method.
  if (method === '*' && framework === 'next') return PATH.test(path)
  if (method !== 'POST' && !(method === '*' && framework === 'django')) return false
  if (outside !== undefined && VIEW.test(outside)) return true
  if (handler && (takesForm(handler) || asksDjango(handler))) return true
  return method === 'POST' && PATH.test(path)
}

function takesForm({ node }: FunctionIn): boolean {
  // `Annotated[OAuth2PasswordRequestForm, Depends()]` as well.
  return node.parameters.some(
    ({ type }) =>
      type?.expression !== undefined &&
      holds([type.expression], one =>
        FORM.test(one.kind === 'name' || one.kind === 'member' ? (pathOf(one)?.at(-1) ?? '') : ''),
      ),
  )
}

/** `authenticate(request, username=…, password=…)` of `django.contrib.auth`. */
function asksDjango({ file, node }: FunctionIn): boolean {
  if (!indexOf(file).words.has('authenticate')) return false
  const isOfDjango = file.imports.some(
    ({ from, name, local }) =>
      (from === 'django.contrib.auth' && name === 'authenticate' && (local ?? name) === 'authenticate') ||
      (from === 'django.contrib' && name === 'auth'),
  )
  return (
    isOfDjango &&
    holds(
      node.body,
      one => one.kind === 'call' && /^(?:auth\.)?authenticate$/.test(pathOf(one.callee)?.join('.') ?? ''),
    )
  )
}
