/** The envelope: feedback taken in, or a dead letter with its reason. */
package org.vocstream.feedback;
