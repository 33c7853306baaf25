/** What many pieces of feedback say together: indices with their intervals. */
package org.vocstream.statistics;
