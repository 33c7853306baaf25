/** Packs and competitor sets that reach a job while it runs. */
package org.vocstream.jobs.settings;
