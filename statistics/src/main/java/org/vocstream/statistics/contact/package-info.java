/** What many calls and chats say together: why customers make contact and how it ends. */
package org.vocstream.statistics.contact;
