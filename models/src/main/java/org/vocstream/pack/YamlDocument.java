package org.vocstream.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.vocstream.text.BundledYaml;

/**
 * Reads the bytes of a file written by hand, a pack, a competitor set or alert rules, as a tree of
 * YAML nodes with places; builds no objects of them.
 */
public final class YamlDocument {
  /** Such a file is written by hand; what is larger is something else. */
  static final int MAX_BYTES = 1 << 20;

  private static final int MAX_DEPTH = 40;

  private YamlDocument() {}

  /**
   * The root of the document in this file, or empty after a finding that says why there is none.
   */
  public static Optional<Node> read(Path file, Findings findings) {
    Optional<PackLoader.Source> source = PackLoader.source(file);
    if (source.isEmpty()) {
      findings.add(Place.whole(file.toString()), "there is no such file; correct the path");
    }
    return source.flatMap(s -> read(s.file(), s.bytes(), findings));
  }

  /**
   * The bytes of a file; of one that is too large just so many that this is seen.
   *
   * @throws IOException where it cannot be read
   */
  public static ByteBuffer bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return ByteBuffer.wrap(in.readNBytes(MAX_BYTES + 1));
    }
  }

  /** The root of the document, or empty after a finding that says why there is none. */
  public static Optional<Node> read(String file, ByteBuffer bytes, Findings findings) {
    Place whole = Place.whole(file);
    if (bytes.remaining() > MAX_BYTES) {
      findings.add(whole, "the file is larger than " + MAX_BYTES + " bytes; split it into several");
      return Optional.empty();
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
      LoadSettings settings = BundledYaml.settings(file, text);
      if (!isPlain(file, text, settings, findings)) {
        return Optional.empty();
      }
      Optional<Node> root = new Compose(settings).composeString(text);
      if (root.isEmpty()) {
        findings.add(
            whole,
            "the file is empty; docs/packs.md, docs/competitors.md and docs/surveys.md say what stands in one");
      }
      return root;
    } catch (CharacterCodingException e) {
      findings.add(whole, "the file is not UTF-8; save it as UTF-8");
    } catch (MarkedYamlEngineException e) {
      Place at = e.getProblemMark().map(m -> place(file, m)).orElse(whole);
      findings.add(at, "not valid YAML: " + e.getProblem() + "; correct the text here");
    } catch (YamlEngineException e) {
      findings.add(whole, "not valid YAML: " + e.getMessage().lines().findFirst().orElse(""));
    }
    return Optional.empty();
  }

  static Place place(String file, Node node) {
    return node.getStartMark().map(m -> place(file, m)).orElse(Place.whole(file));
  }

  private static Place place(String file, Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /**
   * Goes over the events before any tree is built: an alias can make a tree endless, and deep
   * nesting overflows the stack of the composer.
   */
  private static boolean isPlain(
      String file, String text, LoadSettings settings, Findings findings) {
    int depth = 0;
    int documents = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      if (event instanceof DocumentStartEvent) {
        documents++;
      } else if (event instanceof CollectionStartEvent) {
        depth++;
      } else if (event instanceof CollectionEndEvent) {
        depth--;
      }
      String fault = null;
      if (event instanceof AliasEvent) {
        fault = "YAML aliases (*name) are not read; write the text out again";
      } else if (depth > MAX_DEPTH) {
        fault = "nested more than " + MAX_DEPTH + " deep; flatten the tree";
      } else if (documents > 1) {
        fault = "a second YAML document begins here; put it in a file of its own";
      }
      if (fault != null) {
        findings.add(
            event.getStartMark().map(m -> place(file, m)).orElse(Place.whole(file)), fault);
        return false;
      }
    }
    return true;
  }
}
