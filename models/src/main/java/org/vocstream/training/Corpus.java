package org.vocstream.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vocstream.linear.FeatureHash;

/**
 * The labelled data of a folder: {@code SET/train.jsonl} and {@code SET/dev.jsonl}. Dev rows are
 * held out; of a set without a dev file a fixed share of the texts is, chosen by a hash of the
 * text. A text that is held out anywhere is taken from the training rows of every set, and a text
 * stands once among the training rows of all sets read. Corrections join the training rows; a text
 * that was corrected is neither held out nor trained on as the data have it.
 */
final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path data;
  private final Corrections corrections;
  private final Set<String> corrected;

  /** Tells texts apart: letters and digits only, lower case. */
  private final Set<String> heldOut = new HashSet<>();

  Corpus(Path data) {
    this(data, Corrections.of(null));
  }

  Corpus(Path data, Corrections corrections) {
    this.data = data;
    this.corrections = corrections;
    this.corrected = corrections.keys();
    if (!Files.isDirectory(data)) {
      throw new IllegalArgumentException(
          "no folder " + data.toAbsolutePath() + " with labelled data; name another with --data");
    }
    for (String set : DataSets.ALL) {
      for (LabelledText row : rows(set)) {
        if (row.heldOut()) {
          heldOut.add(key(row.text()));
        }
      }
    }
  }

  /** Training rows of these sets, repeated and held-out texts left out. */
  List<LabelledText> training(List<String> sets) {
    Set<String> seen = new HashSet<>(heldOut);
    seen.addAll(corrected);
    List<LabelledText> training =
        new ArrayList<>(corrections.counted(DataSets.SENTIMENT_EN.containsAll(sets)));
    for (String set : sets) {
      for (LabelledText row : rows(set)) {
        if (seen.add(key(row.text()))) {
          training.add(row);
        }
      }
    }
    return training;
  }

  /** Held-out rows of a set, repeated texts included as they stand. */
  List<LabelledText> heldOut(String set) {
    return rows(set).stream()
        .filter(LabelledText::heldOut)
        .filter(row -> !corrected.contains(key(row.text())))
        .toList();
  }

  /** What each row of a set is about, by its id; rows that do not say are left out. */
  Map<String, String> products(String set) {
    Map<String, String> products = new HashMap<>();
    for (Path file : files(set)) {
      try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
        lines
            .filter(line -> !line.isBlank())
            .map(line -> parse(line, file, 0))
            .filter(row -> row.path("product").isTextual())
            .forEach(row -> products.put(row.path("id").asText(), row.path("product").asText()));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return products;
  }

  /** The files of a set that are there. */
  List<Path> files(String set) {
    if (set.equals(LabelledFile.SET)) {
      return List.of(corrections.file());
    }
    return List.of(data.resolve(set).resolve("train.jsonl"), data.resolve(set).resolve("dev.jsonl"))
        .stream()
        .filter(Files::exists)
        .toList();
  }

  /** SHA-256 of every file that is there, by {@code SET/FILE}. */
  Map<String, String> digests() {
    Map<String, String> digests = new TreeMap<>();
    for (String set : DataSets.ALL) {
      files(set).forEach(f -> digests.put(set + "/" + f.getFileName(), digest(f)));
    }
    return digests;
  }

  private List<LabelledText> rows(String set) {
    List<LabelledText> rows = new ArrayList<>();
    Path train = data.resolve(set).resolve("train.jsonl");
    Path dev = data.resolve(set).resolve("dev.jsonl");
    if (Files.exists(train)) {
      read(train, set, Files.exists(dev) ? 0 : DataSets.heldOutShare(set), rows);
    }
    if (Files.exists(dev)) {
      read(dev, set, 1, rows);
    }
    return rows;
  }

  private static void read(Path file, String set, double share, List<LabelledText> rows) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          JsonNode json = parse(line, file, number);
          if (set.equals(DataSets.DIALOGUES)) {
            addTurns(json, set, rows);
          } else {
            rows.add(row(json, set, share));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** The customer's turns of a dialogue, one row each; a dialogue is held out as a whole. */
  private static void addTurns(JsonNode dialogue, String set, List<LabelledText> rows) {
    String id = dialogue.path("id").asText();
    boolean heldOut = share(id) < DataSets.heldOutShare(set);
    for (JsonNode turn : dialogue.path("turns")) {
      if (turn.path("satisfaction").isInt()) {
        int label = turn.path("satisfaction").asInt();
        // To be satisfied with the service is not to say something positive: what teaches is
        // only that plain requests are neutral.
        Integer taught = heldOut || label == 0 ? Integer.valueOf(label) : null;
        rows.add(
            new LabelledText(
                set,
                id,
                DataSets.channel(set),
                turn.path("text").asText(),
                taught,
                Map.of(),
                List.of(),
                heldOut));
      }
    }
  }

  private static JsonNode parse(String line, Path file, int number) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file + ":" + number + ": not a JSON object; each line must be one labelled text", e);
    }
  }

  private static LabelledText row(JsonNode json, String set, double share) {
    String text = json.path("text").asText();
    Map<String, Integer> aspects = new LinkedHashMap<>();
    json.path("aspects")
        .fields()
        .forEachRemaining(e -> aspects.put(e.getKey(), e.getValue().asInt()));
    List<LabelledText.Opinion> opinions = new ArrayList<>();
    for (JsonNode quad : json.path("quads")) {
      opinions.add(
          new LabelledText.Opinion(
              Judged.said(quad.get(0)),
              Judged.said(quad.get(1)),
              quad.get(2).asText(),
              quad.get(3).asInt()));
    }
    for (JsonNode triplet : json.path("triplets")) {
      opinions.add(
          new LabelledText.Opinion(
              Judged.said(triplet.get(0)),
              Judged.said(triplet.get(1)),
              null,
              triplet.get(2).asInt()));
    }
    for (JsonNode term : json.path("terms")) {
      opinions.add(
          new LabelledText.Opinion(Judged.said(term.get(0)), null, null, term.get(1).asInt()));
    }
    json.path("sentiment_words")
        .fields()
        .forEachRemaining(
            e -> {
              String words = Judged.said(e.getValue());
              if (words != null && aspects.containsKey(e.getKey())) {
                opinions.add(
                    new LabelledText.Opinion(null, words, e.getKey(), aspects.get(e.getKey())));
              }
            });
    JsonNode label = json.path("label");
    return new LabelledText(
        set,
        json.path("id").asText(),
        DataSets.channel(set),
        text,
        label.isInt() ? label.asInt() : null,
        aspects,
        opinions,
        share(text) < share);
  }

  /** SHA-256 of a file, hexadecimal. */
  static String digest(Path file) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** A number in 0..1 that hangs on the text alone, so a repeated text falls on one side. */
  static double share(String text) {
    int hash = FeatureHash.finish(FeatureHash.add(FeatureHash.start(77), key(text)));
    return (hash >>> 1) / (double) Integer.MAX_VALUE;
  }

  /** Letters and digits of a text in lower case: two texts with one key count as the same. */
  static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(key::appendCodePoint);
    // A text of signs and emoji alone stands for itself.
    return key.isEmpty() ? text : key.toString();
  }
}
