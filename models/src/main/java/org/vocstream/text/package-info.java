/** Text preparation: masking, folding with offsets, language. */
package org.vocstream.text;
