/** Calls and chats: how satisfied a customer is, turn by turn and on the whole. */
package org.vocstream.call;
