/** Indicator packs: touchpoints, indicators, cues. */
package org.vocstream.pack;
