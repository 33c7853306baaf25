/** Kafka: topics, settings, and sending feedback there. */
package org.vocstream.jobs.kafka;
