/**
 * Domains under which anybody can have a name of their own, mostly for nothing: hosting of web pages and applications,
 * tunnels, sandboxes. From the private section of https://publicsuffix.org/list/ and the documentation of the hosts, 2026-11.
 */
const SHARED = new Set([
  ...['vercel.app', 'now.sh', 'netlify.app', 'herokuapp.com', 'github.io', 'gitlab.io', 'pages.dev', 'workers.dev'],
  ...[
    'web.app',
    'firebaseapp.com',
    'appspot.com',
    'run.app',
    'onrender.com',
    'fly.dev',
    'up.railway.app',
    'railway.app',
  ],
  ...['azurewebsites.net', 'azurestaticapps.net', 'azurefd.net', 'cloudapp.azure.com', 'blob.core.windows.net'],
  ...[
    'cloudfront.net',
    's3.amazonaws.com',
    'amplifyapp.com',
    'elasticbeanstalk.com',
    'amazonaws.com',
    'awsapprunner.com',
  ],
  ...['ondigitalocean.app', 'digitaloceanspaces.com', 'surge.sh', 'glitch.me', 'replit.app', 'replit.dev', 'repl.co'],
  ...[
    'lovable.app',
    'lovableproject.com',
    'csb.app',
    'codesandbox.io',
    'stackblitz.io',
    'webcontainer.io',
    'gitpod.io',
  ],
  ...[
    'ngrok.io',
    'ngrok.app',
    'ngrok-free.app',
    'ngrok-free.dev',
    'trycloudflare.com',
    'loca.lt',
    'localtunnel.me',
    'deno.dev',
  ],
  ...[
    'blogspot.com',
    'wixsite.com',
    'weebly.com',
    'webflow.io',
    'framer.app',
    'bubbleapps.io',
    'myshopify.com',
    'expo.app',
  ],
])

/** Whether anybody can have a name directly under a domain: `vercel.app`. */
export function isSharedDomain(domain: string): boolean {
  return SHARED.has(domain.toLowerCase())
}
