/** How fast feedback is scored, indexed and asked for, and what that takes: {@code voc bench}. */
package org.vocstream.benchmarks;
