/** The one class that must see what Elasticsearch shows to its own package only. */
package org.elasticsearch.plugins;
