/** The front door: one feedback in, one scored feedback out. */
package org.vocstream.scoring;
