package org.vocstream.report;

/** Something that stands in a chapter. Immutable, like all its kinds. */
public sealed interface Block permits Statement, Table, Chart, Quotation {}
