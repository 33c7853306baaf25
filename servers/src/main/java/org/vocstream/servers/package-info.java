/** Servers that tests start around themselves, each a process of its own. */
package org.vocstream.servers;
