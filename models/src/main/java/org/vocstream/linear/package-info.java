/**
 * Linear models over hashed features, and patterns beside them: the small, fast learners behind
 * sentiment and mentions.
 */
package org.vocstream.linear;
