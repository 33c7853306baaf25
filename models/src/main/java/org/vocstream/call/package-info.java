/** Calls and chats: transcripts read from files, and who speaks in them. */
package org.vocstream.call;
