/**
 * What a competitor report says: asked from the index by {@link
 * org.vocstream.report.contents.CompetitorReport}, written chapter by chapter from templates.
 */
package org.vocstream.report.contents;
