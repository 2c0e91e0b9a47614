import { kubernetesDeployments } from '../../src/model/kubernetes/production.js'
import { defineRule } from '../../src/rule.js'

export default defineRule({
  id: 'kubernetes/image-unpullable',
  title: 'An image is pulled under a name that no registry has',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'B',
  since: '0.1.0',
  effort: 'minutes',
  why: 'A name without a registry and an owner is looked for among the images of Docker itself. With the policy Always the kubelet asks there at every start, though the node may have built or imported an image of that name: the pod stays in ImagePullBackOff.',
  fix: 'Push the image to a registry and write its whole name (`ghcr.io/acme/api:1.4.0`).',
  refs: [
    'https://kubernetes.io/docs/concepts/containers/images/#image-names',
    'https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting',
  ],
  reads: ['kubernetes'],
  check({ system, pass, fail, unverified }) {
    for (const { deployment, cluster } of kubernetesDeployments(system)) {
      if (cluster.controllers.length > 0) pass(deployment)
      for (const { by, image, because, at, unsure } of system.unpullableImages) {
        if (!cluster.controllers.some(({ object }) => `${object.kind} ${object.name}` === by)) continue
        if (unsure) {
          unverified(deployment, at, unsure)
          continue
        }
        const told =
          because === 'policy' ? 'imagePullPolicy: Always' : 'Always, which is the policy where no release is named'
        fail(
          deployment,
          at,
          `${by} pulls ${image} from Docker Hub at each start (${told}), and only Docker has such names there`,
          {
            key: `${by} ${image}`,
            fix: `Push the image to a registry and write its whole name (\`ghcr.io/<owner>/${image}\`). Where each node is given it by hand, name a release and write \`imagePullPolicy: IfNotPresent\`.`,
          },
        )
      }
    }
  },
  examples: {
    bad: [
      {
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                containers:
                  - name: api
                    image: erp-api:1.4.0 #! Deployment api pulls erp-api:1.4.0 from Docker Hub at each start (imagePullPolicy: Always)
                    imagePullPolicy: Always
          ---
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: web }
          spec:
            selector: { matchLabels: { app: web } }
            template:
              metadata: { labels: { app: web } }
              spec:
                containers:
                  - name: web
                    image: erp-web:latest #! Deployment web pulls erp-web:latest from Docker Hub at each start (Always, which is the policy where no release is named)
        `,
      },
    ],
    good: [
      {
        // Nodes are given it, a registry has it, Docker has it, the pipeline writes another name.
        'k8s/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template:
              metadata: { labels: { app: api } }
              spec:
                initContainers: [{ name: wait, image: busybox }, { name: library, image: "library/erp:latest" }]
                containers:
                  - { name: api, image: "erp-api:latest", imagePullPolicy: IfNotPresent }
                  - { name: side, image: "erp-side:1.4.0" }
                  - { name: cache, image: "redis:latest", imagePullPolicy: Always }
                  - { name: more, image: "registry.acme.com/more", imagePullPolicy: Always }
                  - { name: owned, image: "acme/owned:latest" }
                  - { name: set, image: "erp-set:latest" }
        `,
        'deploy.sh': 'kubectl set image deployment/api set=registry.acme.com/erp-set:$TAG\n',
      },
      {
        'k8s/base/kustomization.yaml':
          'resources: [all.yaml]\nimages: [{ name: erp-api, newName: registry.acme.com/erp-api, newTag: "1.4.0" }]\n',
        'k8s/base/all.yaml': `
          apiVersion: apps/v1
          kind: Deployment
          metadata: { name: api }
          spec:
            selector: { matchLabels: { app: api } }
            template: { metadata: { labels: { app: api } }, spec: { containers: [{ name: api, image: erp-api }] } }
        `,
      },
    ],
  },
})
