/** Linear models over hashed features: the small, fast learner behind sentiment and mentions. */
package org.vocstream.linear;
