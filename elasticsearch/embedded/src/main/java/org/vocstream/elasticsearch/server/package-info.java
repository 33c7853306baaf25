/** The embedded Elasticsearch: what runs inside the child JVM. */
package org.vocstream.elasticsearch.server;
