import { discontinued } from '../../src/knowledge/discontinued.js'
import { isPlainlyOwn } from '../../src/model/image/images.js'
import type { ImageReference } from '../../src/parse/image-reference.js'
import { defineRule } from '../../src/rule.js'
import type { Fact } from '../../src/source.js'

export default defineRule({
  id: 'image/discontinued',
  title: 'An image is no longer published or maintained',
  category: 'infrastructure-stability',
  severity: 'high',
  confidence: 'A',
  since: '0.1.0',
  effort: 'hours',
  why: 'It gets no security updates, and the day the registry removes it no new host can start the system.',
  fix: 'Move to the image that takes its place.',
  refs: [
    'https://github.com/bitnami/containers/issues/83267',
    'https://hub.docker.com/search?q=&type=image&image_filter=official',
  ],
  reads: ['compose', 'kubernetes', 'dockerfile'],
  check({ system, pass, fail, unverified }) {
    for (const image of system.images) {
      const references: readonly (Fact<ImageReference> | undefined)[] =
        image.origin === 'pulled' ? [image.reference] : (image.stages ?? []).map(stage => stage.base).toReversed()
      for (const reference of references) {
        if (!reference) continue
        pass(image)
        if (!reference.known) {
          if (isPlainlyOwn(image, system.workloads)) continue
          unverified(image, reference, `the image is not known: ${reference.because}`)
          continue
        }
        const { repository, tag, text } = reference.value
        const gone = discontinued(repository, tag)
        if (!gone) continue
        const at = image.origin === 'pulled' ? (image.referenceAt ?? reference.at) : reference.at
        const name = image.origin === 'pulled' ? text : `${image.name} is built on ${text}`
        fail(image, at, `${name}: ${gone.because}`, { fix: `${gone.instead} (${gone.source}).`, key: repository })
      }
    }
  },
  examples: {
    bad: [
      {
        'compose.yaml': `
          services:
            broker: { image: "bitnami/kafka:3.7" } #! bitnami/kafka:3.7: versioned tags left
            workflow: { image: "temporalio/auto-setup:1.24" } #! its makers deprecated it
            tracing: { image: "jaegertracing/all-in-one:1.57" } #! Jaeger v1
            ui: { image: "provectuslabs/kafka-ui:v0.7.2" } #! provectuslabs/kafka-ui
            discovery: { image: "consul:1.15" } #! consul:1.15
            billing: { build: ./billing }
        `,
        'billing/Dockerfile': `
          #! is built on openjdk:17-slim
          FROM openjdk:17-slim
          COPY app.jar /app.jar
          CMD ["java", "-jar", "/app.jar"]
        `,
      },
    ],
    good: [
      {
        'compose.yaml': `
          services:
            broker: { image: "apache/kafka:4.1.0" }
            discovery: { image: "hashicorp/consul:1.21" }
            billing: { build: ./billing }
        `,
        'billing/Dockerfile': `
          FROM eclipse-temurin:21-jre
          COPY app.jar /app.jar
          CMD ["java", "-jar", "/app.jar"]
        `,
      },
    ],
  },
})
