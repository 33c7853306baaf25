/**
 * Calls and chats: transcripts read from files, who speaks in them, how satisfied the customer is
 * turn by turn and on the whole, what they are about, with what outcome, and how long they took.
 */
package org.vocstream.call;
