/**
 * What stands in Elasticsearch and how it comes there: the embedded server, the connection, the
 * schema, documents, their indexing, and queries by name.
 */
package org.vocstream.elasticsearch;
