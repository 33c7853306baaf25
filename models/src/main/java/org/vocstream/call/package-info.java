/**
 * Calls and chats: transcripts read from files, who speaks in them, what they are about, in which
 * mood and with what outcome, and how long they took.
 */
package org.vocstream.call;
