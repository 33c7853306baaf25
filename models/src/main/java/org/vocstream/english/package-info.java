/** What a reader of English knows of words and sentences; the reader stands in another module. */
package org.vocstream.english;
