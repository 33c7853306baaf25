/** The Flink jobs: one job is one class; around them their sources, operators and sinks. */
package org.vocstream.jobs;
