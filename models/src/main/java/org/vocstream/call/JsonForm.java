package org.vocstream.call;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One form of the JSON that recognisers write. Immutable, thread-safe. */
interface JsonForm {
  /** The stretches of speech; empty where the document is of another form. */
  List<Segment> segments(JsonNode root);
}
