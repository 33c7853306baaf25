# Flink with the scoring job, for application mode: what docker-compose.yml and the Flink Kubernetes operator start.
#   mvn -q -DskipTests package
#   docker build -f deploy/docker/flink.Dockerfile -t voc-flink:0.1.0 .
FROM flink:2.2.1-java17

# Checkpoints and savepoints on s3://; the plug-in comes with Flink and is off by default.
RUN mkdir -p /opt/flink/plugins/s3-fs-presto \
    && cp /opt/flink/opt/flink-s3-fs-presto-2.2.1.jar /opt/flink/plugins/s3-fs-presto/ \
    && mkdir -p /state \
    && chown flink:flink /state

COPY --chown=flink:flink LICENSE NOTICE /opt/flink/usrlib/licenses/
# No secrets and no personal data in the log.
COPY --chown=flink:flink deploy/docker/log4j-console.properties /opt/flink/conf/log4j-console.properties
COPY --chown=flink:flink job-jar/target/voc-job.jar /opt/flink/usrlib/voc-job.jar

USER flink
