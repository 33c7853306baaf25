/** The built-in page: a server over the queries by name, and what it serves. */
package org.vocstream.page;
