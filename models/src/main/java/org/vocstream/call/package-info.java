/** What a call or chat is about, in which mood and with what outcome, and how long it took. */
package org.vocstream.call;
