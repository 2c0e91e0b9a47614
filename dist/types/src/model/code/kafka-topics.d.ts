import type { Program } from '../../code/program.js';
import type { Span } from '../../source.js';
import { type ServiceCode } from './services.js';
/** A topic of Kafka that a program creates, and the number of its copies that it asks for. */
export interface CreatedTopic {
    /** Undefined where the name is made while it runs. */
    readonly topic?: string;
    /** Undefined where it is not known. */
    readonly copies: number | undefined;
    readonly at: Span;
}
/**
 * The topics that a program creates with a number of copies of its own. Where it gives none, or -1, the broker decides.
 * https://kafka.js.org/docs/admin#create-topics
 * https://docs.confluent.io/platform/current/clients/confluent-kafka-python/html/index.html#confluent_kafka.admin.NewTopic
 * https://pkg.go.dev/github.com/IBM/sarama#TopicDetail https://pkg.go.dev/github.com/segmentio/kafka-go#TopicConfig
 */
export declare function createdTopics(program: Program, service: ServiceCode): readonly CreatedTopic[];
