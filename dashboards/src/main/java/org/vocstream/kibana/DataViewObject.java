package org.vocstream.kibana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vocstream.pack.Names;

/** The saved object of a data view. Codes are shown by their names, in both languages. */
final class DataViewObject {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private DataViewObject() {}

  /**
   * Makes it.
   *
   * @param fields the fields of its index, those below objects with a dot
   */
  static ObjectNode of(DataView view, Iterable<String> fields, CodeLabels codes) {
    ObjectNode labels = JSON.objectNode();
    ObjectNode formats = JSON.objectNode();
    for (String field : fields) {
      if (FieldLabels.all().containsKey(field)) {
        labels.putObject(field).put("customLabel", FieldLabels.text(FieldLabels.of(field)));
      }
      Map<String, Names> names = codes.of(view.index(), field);
      if (!names.isEmpty()) {
        formats.set(field, lookup(names));
      }
    }
    ObjectNode object =
        JSON.objectNode()
            .put("type", "index-pattern")
            .put("id", view.id())
            .put("coreMigrationVersion", SavedObjects.CORE_VERSION)
            .put("typeMigrationVersion", SavedObjects.DATA_VIEW_VERSION);
    object
        .putObject("attributes")
        .put("title", view.index().alias())
        .put("name", "VoC " + FieldLabels.text(view.label()))
        .put("timeFieldName", view.timeField())
        .put("allowHidden", false)
        .put("fields", "[]")
        .put("sourceFilters", "[]")
        .put("runtimeFieldMap", "{}")
        .put("fieldAttrs", StableJson.text(labels))
        .put("fieldFormatMap", StableJson.text(formats));
    object.putArray("references");
    return StableJson.object(object);
  }

  private static ObjectNode lookup(Map<String, Names> names) {
    ObjectNode format = JSON.objectNode().put("id", "static_lookup");
    ArrayNode entries = format.putObject("params").putArray("lookupEntries");
    names.forEach(
        (code, label) ->
            entries.addObject().put("key", code).put("value", FieldLabels.text(label)));
    return format;
  }
}
