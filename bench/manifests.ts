import type { Files } from './inputs.js'

/**
 * `count` files of Kubernetes manifests as they are written for real systems, with two objects in most of them: a base of
 * kustomize, and an overlay for production that renames, labels and patches all of it.
 */
export function manifests(count: number): Files {
  const files = new Map<string, string>()
  for (let index = 0; files.size < count; index++) {
    const name = `service-${index}`
    files.set(`k8s/base/${name}/deployment.yaml`, deployment(name, index))
    files.set(`k8s/base/${name}/service.yaml`, service(name, index))
    files.set(`k8s/base/${name}/config.yaml`, config(name))
  }
  const resources = [...files.keys()].map(path => `  - ${path.slice('k8s/base/'.length)}\n`).join('')
  return new Map([
    ...files,
    ['k8s/base/kustomization.yaml', `resources:\n${resources}`],
    ['k8s/overlays/prod/kustomization.yaml', OVERLAY],
    ['k8s/overlays/prod/replicas.yaml', PATCH],
  ])
}

const OVERLAY = `resources:
  - ../../base
namespace: shop
namePrefix: prod-
commonLabels:
  env: prod
images:
  - name: registry.example.com/erp/service-1
    newTag: "2.0"
patches:
  - path: replicas.yaml
    target: { kind: Deployment }
`

const PATCH = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: all
spec:
  replicas: 3
`

function deployment(name: string, index: number): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels:
    app: ${name}
spec:
  replicas: 2
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      serviceAccountName: ${name}
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
      containers:
        - name: ${name}
          image: registry.example.com/erp/${name}:1.${index % 30}.2
          ports:
            - name: http
              containerPort: 3000
          env:
            - name: NODE_ENV
              value: production
            - name: DATABASE_URL
              valueFrom:
                secretKeyRef:
                  name: database
                  key: url
          envFrom:
            - configMapRef:
                name: ${name}
          resources:
            requests:
              cpu: 100m
              memory: 256Mi
            limits:
              memory: 512Mi
          readinessProbe:
            httpGet:
              path: /health
              port: http
          livenessProbe:
            httpGet:
              path: /live
              port: http
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: ${name}
---
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
`
}

function service(name: string, index: number): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector:
    app: ${name}
  ports:
    - port: ${8000 + (index % 1000)}
      targetPort: http
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: ${name}
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: ${name}
`
}

function config(name: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  LOG_LEVEL: info
  REGION: eu-central-1
  settings.json: |
    {
      "name": "${name}",
      "retries": 3,
      "timeout": 2000
    }
`
}
