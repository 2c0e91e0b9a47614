import { defineRule } from '../../src/rule.js'

const INSTALL =
  /^(sudo\s+)?(npm\s+(\S+\s+)*(install|ci|i)|yarn(\s+(install|--\S+))?|pnpm\s+(install|i)|bun\s+install|pip3?\s+install|python3?\s+-m\s+pip\s+install|poetry\s+install|pipenv\s+(install|sync)|uv\s+(sync|pip\s+install)|apk\s+(\S+\s+)*add|apt(-get)?\s+(\S+\s+)*install|dnf\s+(\S+\s+)*install|yum\s+(\S+\s+)*install|bundle\s+install|composer\s+install|go\s+(mod\s+download|install)|gem\s+install)(\s|$)/
/** The first words of what it matches, which are looked for first. */
const INSTALLERS = new Set(
  'sudo npm yarn pnpm bun pip pip3 python python3 poetry pipenv uv apk apt apt-get dnf yum bundle composer go gem'.split(
    ' ',
  ),
)

export default defineRule({
  id: 'workload/installs-at-start',
  title: 'A container installs packages each time it starts',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'Every restart then depends on a package registry, takes minutes instead of seconds, and may install other versions than the ones that were tested.',
  fix: 'Move the installation into the Dockerfile (`RUN npm ci --omit=dev`, `RUN pip install --no-cache-dir -r requirements.txt`) and start the program alone.',
  refs: ['https://docs.docker.com/build/building/best-practices/', 'https://12factor.net/build-release-run'],
  reads: ['compose', 'kubernetes', 'pm2', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const workload of system.workloads) {
      if (!workload.longRunning) continue
      const { start, image } = workload
      if (!start) {
        if (image?.origin === 'built' && !image.dockerfile)
          unverified(
            workload,
            image.context?.at ?? workload.at,
            'its Dockerfile is not in the repository, so its command is not known',
          )
        else pass(workload)
        continue
      }
      const commands = start.script
        ? start.script.commands.map(command => command.words.join(' '))
        : [start.argv.map(word => word ?? '?').join(' ')]
      const found = commands.find(command => INSTALLERS.has(/^\S*/.exec(command)?.[0] ?? '') && INSTALL.test(command))
      if (found === undefined) pass(workload)
      else fail(workload, start, `${workload.name} runs "${found.slice(0, 80)}" at every start`)
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            web:
              image: node:24.1-slim
              command: sh -c "npm install && npm start" #! web runs "npm install" at every start
            backup:
              image: alpine:3.22
              entrypoint: ["/bin/sh", "-c", "apk add --no-cache aws-cli && crond -f"] #! backup runs "apk add --no-cache aws-cli"
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            web: { image: "ghcr.io/acme/web:1.4.0", command: ["npm", "run", "install-check"] }
            api: { build: ./api }
            seed: { image: "ghcr.io/acme/api:1.4.0", command: sh -c "npm ci && npm run seed" }
        `,
        'api/Dockerfile': `
          FROM node:24.1-slim
          COPY package.json package-lock.json ./
          RUN npm ci --omit=dev
          CMD ["node", "dist/main.js"]
        `,
      },
    ],
  },
})
