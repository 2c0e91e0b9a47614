import type { Deployment, Subject, Workload } from './system.js'

interface Words {
  readonly fix?: string
  readonly why?: string
}

/** What to do, or why it matters, where that is another thing on a platform; nothing where it is not. */
export function wordsFor(
  { platform }: Pick<Deployment, 'platform'>,
  words: Partial<Readonly<Record<Deployment['platform'], Words>>>,
): Words {
  return words[platform] ?? {}
}

/** Pods of the cluster itself and of its nodes: network plugins, storage drivers, device plugins. */
const NODE_IMAGES =
  /(?:^|\/)(?:calico|cilium|flannel|weave|antrea|multus|kube-proxy|kube-vip|metallb|falco|tetragon|sysdig|longhorn|rook|openebs|node-problem-detector|k8s-device-plugin|[\w-]*csi[\w-]*|aws-node|amazon-k8s-cni|node-local-dns|[\w-]*k8s-dns-node-cache)(?:[/:@-]|$)/

/** Whether a workload belongs to the nodes of its cluster and has to see or change them. */
export function servesTheNode({ pod, image }: Workload): boolean {
  if (!pod) return false
  return pod.namespace === 'kube-system' || (pod.kind === 'DaemonSet' && NODE_IMAGES.test(image?.name ?? ''))
}

/**
 * A text about settings of an image, which is written as Compose spells them, in the words of the platform of a subject: what
 * Compose calls `command` is `args` of a container on Kubernetes, and `$` is not doubled there.
 */
export function inWordsOf(subject: Subject, text: string): string {
  if (subject.kind !== 'workload' || (subject as Workload).platform !== 'kubernetes') return text
  return text
    .replace(/(?<!exec: \{ )\bcommand: /g, 'args: ')
    .replace(/\bin `environment:`/g, 'in `env`')
    .replace(
      /`environment: \{ (\w+): (?:\$\{\w+\}|[^`}]+?) \}`/g,
      (_, name: string) => `\`env: [{ name: ${name}, valueFrom: { secretKeyRef: … } }]\``,
    )
    .replaceAll('$$', '$')
}
