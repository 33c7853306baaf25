/** What may be no customer's own voice: copies, and praise that a shop's system wrote. */
package org.vocstream.suspect;
