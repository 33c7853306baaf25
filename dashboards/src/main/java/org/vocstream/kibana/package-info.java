/**
 * Dashboards for Kibana as code: the saved objects, made from short descriptions of panels, and how
 * they get into a Kibana and out of it again. Knows the names of indices and packs; asks nothing of
 * Elasticsearch.
 */
package org.vocstream.kibana;
