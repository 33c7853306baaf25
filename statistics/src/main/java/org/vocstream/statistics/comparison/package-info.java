/**
 * One brand against its competitors: all that an analyst may claim of them, reckoned once from
 * sums. Tables, pages and reports only show it.
 */
package org.vocstream.statistics.comparison;
