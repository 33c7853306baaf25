package org.vocstream.encoder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vocstream.text.Language;

/**
 * The files of an encoder, read and checked.
 *
 * @param folder where they stand
 * @param tokenizer cuts texts into its pieces
 * @param labels polarity that each output of the model stands for
 * @param maxPieces how many pieces the model takes at once, the two marks around them included
 * @param lowerCase whether it reads lower case
 * @param languages languages it was made for
 * @param digest SHA-256 of all files, hexadecimal
 */
record EncoderFolder(
    Path folder,
    WordPieceTokenizer tokenizer,
    List<Integer> labels,
    int maxPieces,
    boolean lowerCase,
    Set<Language> languages,
    String digest) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MODEL = "model.onnx";
  private static final String VOCABULARY = "vocab.txt";
  private static final String CONFIG = "config.json";
  private static final String TOKENIZER_CONFIG = "tokenizer_config.json";
  private static final int USUAL_PIECES = 512;

  /**
   * Reads the files.
   *
   * @throws IllegalArgumentException where one is missing or says what cannot be used
   */
  static EncoderFolder read(Path folder) {
    for (String name : List.of(MODEL, VOCABULARY, CONFIG)) {
      if (!Files.isReadable(folder.resolve(name))) {
        throw new IllegalArgumentException(
            folder
                + ": no file "
                + name
                + "; an encoder is a folder with model.onnx, vocab.txt and config.json, as"
                + " optimum-cli export onnx writes it for a text classifier");
      }
    }
    try {
      JsonNode config = json(folder.resolve(CONFIG));
      Path tokenizerConfig = folder.resolve(TOKENIZER_CONFIG);
      boolean lowerCase =
          !Files.exists(tokenizerConfig)
              || json(tokenizerConfig).path("do_lower_case").asBoolean(true);
      return new EncoderFolder(
          folder,
          WordPieceTokenizer.read(folder.resolve(VOCABULARY)),
          OutputLabels.all(config.path("id2label"), folder.resolve(CONFIG)),
          config.path("max_position_embeddings").asInt(USUAL_PIECES),
          lowerCase,
          languages(config.path("languages"), folder.resolve(CONFIG)),
          digest(folder));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /** The model itself. */
  Path model() {
    return folder.resolve(MODEL);
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          file + " is no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
  }

  private static Set<Language> languages(JsonNode named, Path file) {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (JsonNode code : named) {
      switch (code.asText().toLowerCase(Locale.ROOT)) {
        case "zh" -> languages.addAll(EnumSet.of(Language.ZH, Language.MIXED));
        case "en" -> languages.add(Language.EN);
        default ->
            throw new IllegalArgumentException(
                file + ": \"languages\" names " + code.asText() + "; one of zh, en");
      }
    }
    return languages.isEmpty() ? EnumSet.complementOf(EnumSet.of(Language.OTHER)) : languages;
  }

  private static String digest(Path folder) throws IOException {
    List<byte[]> all = new ArrayList<>();
    for (String name : List.of(MODEL, VOCABULARY, CONFIG, TOKENIZER_CONFIG)) {
      if (Files.exists(folder.resolve(name))) {
        all.add(name.getBytes(StandardCharsets.UTF_8));
        all.add(Files.readAllBytes(folder.resolve(name)));
      }
    }
    return digest(all.toArray(byte[][]::new));
  }

  /** SHA-256 of all these bytes, hexadecimal. */
  static String digest(byte[]... all) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (byte[] some : all) {
        sha.update(some);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
