/** Stanford CoreNLP as a reader of English. GPL-3.0-or-later, as CoreNLP is. */
package org.vocstream.corenlp;
