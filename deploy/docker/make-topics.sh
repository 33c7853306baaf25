#!/usr/bin/env bash
# Makes the topics that are not there yet. Runs in Kafka's image.
set -euo pipefail

for topic in voc.reviews voc.social voc.calls voc.surveys; do
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:19092 --create --if-not-exists --topic "$topic" \
    --partitions 4 --config retention.ms=604800000
done
# A month, for people look at them.
/opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:19092 --create --if-not-exists --topic voc.dead-letters \
  --partitions 1 --config retention.ms=2592000000
# Of packs and competitor sets that take effect while the job runs the last of each is kept, in their order.
/opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:19092 --create --if-not-exists --topic voc.settings \
  --partitions 1 --config cleanup.policy=compact
