/** Fine-tunes the bundled encoder; needed by nobody who scores. */
package org.vocstream.tuning;
