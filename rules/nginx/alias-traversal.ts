import { nameOf, nginxOf } from '../../src/model/nginx/facts.js'
import { settingText } from '../../src/model/nginx/scopes.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'nginx/alias-traversal',
  title: 'nginx hands out files beside the folder that it is to serve',
  category: 'security',
  severity: 'high',
  confidence: 'A',
  security: 7.5,
  since: '0.1.0',
  effort: 'minutes',
  why: 'nginx puts the alias in the place of the path of the location and adds the rest. Where only the alias ends with a slash, a request for `/static../.env` becomes `/srv/app/static/../.env`: everything in the folder above can be read.',
  fix: 'End both with a slash: `location /static/ { alias /srv/app/static/; }`.',
  refs: [
    'https://nginx.org/en/docs/http/ngx_http_core_module.html#alias',
    'https://owasp.org/www-community/attacks/Path_Traversal',
  ],
  reads: ['nginx'],
  check({ system, pass, fail }) {
    for (const proxy of nginxOf(system)) {
      for (const { locations } of proxy.nginx.servers) {
        for (const location of locations) {
          const { scope, match, path } = location
          const alias = scope.byName.get('alias')?.[0]
          const folder = settingText(scope, 'alias')
          if (!alias || folder === undefined || match !== 'prefix') continue
          if (scope.byName.has('internal') || path.endsWith('/') || !folder.endsWith('/')) pass(proxy)
          else
            fail(proxy, alias, `${nameOf(location)} does not end with a slash, and its alias ${folder} does`, {
              key: nameOf(location),
              fix: `Write \`location ${path}/\`.`,
            })
        }
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
        `,
        'site.conf': `
          server {
            listen 80;
            location /static { alias /srv/app/static/; } #! location /static does not end with a slash, and its alias /srv/app/static/ does
            location ^~ /media {
              expires 30d;
              alias /srv/app/media/; #! location ^~ /media does not end with a slash
            }
          }
        `,
      },
    ],
    good: [
      {
        // Both end with a slash or neither does; exact names, patterns and what nobody asks for from outside.
        'compose.yaml': `
          services:
            proxy: { image: "nginx:1.30.0", ports: ["80:80"], volumes: ["./site.conf:/etc/nginx/conf.d/default.conf:ro"] }
        `,
        'site.conf': `
          server {
            listen 80;
            location /static/ { alias /srv/app/static/; }
            location /media { alias /srv/app/media; }
            location = /docs { alias /srv/docs/; }
            location ~ ^/files/(.+)$ { alias /srv/files/$1; }
            location /protected { internal; alias /srv/protected/; }
          }
        `,
      },
    ],
  },
})
