# The command line: the page, reports by schedule, dashboards, rescoring, sending files to Kafka.
#   mvn -q -DskipTests package
#   docker build -f deploy/docker/voc.Dockerfile -t voc-stream:0.1.0 .
FROM eclipse-temurin:17-jre-jammy

RUN groupadd --gid 10001 voc \
    && useradd --uid 10001 --gid voc --no-create-home --shell /usr/sbin/nologin voc \
    && mkdir -p /var/lib/voc \
    && chown voc:voc /var/lib/voc

COPY LICENSE NOTICE /opt/voc/
COPY scripts/voc /opt/voc/scripts/voc
COPY cli/target/lib /opt/voc/cli/target/lib
# scripts/voc sees by this file that it has nothing to build.
RUN touch /opt/voc/cli/target/built

ENV VOC_WORK=/var/lib/voc
VOLUME /var/lib/voc
WORKDIR /var/lib/voc
USER 10001:10001
EXPOSE 8787
ENTRYPOINT ["/opt/voc/scripts/voc"]
CMD ["--help"]
