/** Segmentation into words. */
package org.vocstream.segment;
