package org.vocstream.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loads indicator packs, with what they extend merged in. The format and what an extending pack may
 * do stand in {@code docs/packs.md}. Has no state: safe for several threads.
 *
 * <p>All that is wrong with a file is reported at once, as a {@link PackException}.
 */
public final class PackLoader {
  private static final String ROOM = "/packs/";
  private static final String ENDING = ".yaml";

  /** A file that was found: its name for messages, and its bytes. */
  record Source(String file, ByteBuffer bytes) {}

  /** Names of the packs that come with the program, in order of name. */
  public static List<String> names() {
    try (InputStream in = PackLoader.class.getResourceAsStream(ROOM + "bundled.txt")) {
      if (in == null) {
        throw new IllegalStateException("the class path has no packs/bundled.txt; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bundled pack of this name.
   *
   * @throws PackException where there is none, or where it or what it extends is at fault
   */
  public Pack load(String name) {
    return read(name).pack();
  }

  /**
   * The pack that a user names: the file where it is one ({@code .yaml} or {@code .yml}), else the
   * bundled pack of this name.
   *
   * @throws PackException as {@link #load(String)}
   */
  public Pack find(String nameOrFile) {
    return isFile(nameOrFile) ? load(Path.of(nameOrFile)) : load(nameOrFile);
  }

  /**
   * True for what names a file ({@code .yaml} or {@code .yml}), false for the name of a bundled
   * pack.
   */
  public static boolean isFile(String nameOrFile) {
    return nameOrFile.endsWith(".yaml") || nameOrFile.endsWith(".yml");
  }

  /**
   * The pack in this file. What it extends is looked for beside it first, then among the bundled
   * packs.
   *
   * @throws PackException where it or what it extends is at fault
   */
  public Pack load(Path file) {
    return read(file).pack();
  }

  /**
   * The pack in this text, wherever it was written. What it extends is looked for among the other
   * texts first, then among the bundled packs.
   *
   * @param file name of its file, {@code cosmetics.yaml}; a bundled pack need not be among the
   *     texts
   * @param texts name of the file to what stands in it
   * @throws PackException where it or what it extends is at fault
   */
  public Pack load(String file, Map<String, String> texts) {
    return read(file, texts).pack();
  }

  /**
   * Name of the pack that the one in this text extends; empty where it extends none, or the text
   * cannot be read.
   *
   * @param file name of its file
   */
  public static Optional<String> base(String file, String text) {
    return new PackFileReader(file, new Findings())
        .read(source(file, text).bytes())
        .flatMap(PackFile::base)
        .map(Written::text);
  }

  PackTree read(String file, Map<String, String> texts) {
    Function<String, Optional<Source>> library =
        name ->
            Optional.ofNullable(texts.get(name + ENDING))
                .map(text -> source(name + ENDING, text))
                .or(() -> bundled(name));
    return assemble(
        Optional.ofNullable(texts.get(file))
            .map(text -> source(file, text))
            .or(() -> bundled(file.replaceFirst("\\.yaml$", "")))
            .orElseThrow(
                () ->
                    new PackException(
                        List.of(
                            Place.whole(file).finding("there is no such file; correct the path")))),
        library);
  }

  PackTree read(String name) {
    Source own =
        bundled(name)
            .orElseThrow(
                () ->
                    new PackException(
                        List.of(
                            Place.whole(name + ENDING)
                                .finding(
                                    "no pack \""
                                        + name
                                        + "\" is bundled"
                                        + NearestName.advice(name, names())))));
    return assemble(own, PackLoader::bundled);
  }

  PackTree read(Path file) {
    Source own =
        source(file)
            .orElseThrow(
                () ->
                    new PackException(
                        List.of(
                            Place.whole(file.toString())
                                .finding("there is no such file; correct the path"))));
    return assemble(
        own, name -> source(file.resolveSibling(name + ENDING)).or(() -> bundled(name)));
  }

  private static PackTree assemble(Source own, Function<String, Optional<Source>> library) {
    Findings findings = new Findings();
    Deque<PackFile> chain = chain(own, library, findings);
    PackTree tree = new PackTree(findings);
    // Without its base every addition would look like a new indicator with half its keys missing.
    if (!chain.isEmpty() && chain.getFirst().base().isEmpty()) {
      chain.forEach(tree::absorb);
    }
    findings.throwIfAny();
    return tree;
  }

  /** The file and all that it extends, the base of all first, as far as they can be read. */
  private static Deque<PackFile> chain(
      Source own, Function<String, Optional<Source>> library, Findings findings) {
    Deque<PackFile> chain = new ArrayDeque<>();
    Optional<Source> next = Optional.of(own);
    while (next.isPresent()) {
      Source source = next.get();
      Optional<PackFile> file = new PackFileReader(source.file(), findings).read(source.bytes());
      file.ifPresent(chain::addFirst);
      next = file.flatMap(PackFile::base).flatMap(base -> base(base, chain, library, findings));
    }
    return chain;
  }

  private static Optional<Source> base(
      Written base,
      Deque<PackFile> chain,
      Function<String, Optional<Source>> library,
      Findings findings) {
    String name = base.text();
    if (chain.stream().anyMatch(f -> f.code().equals(name))) {
      findings.add(
          base.at(), "the packs extend each other in a circle; remove \"extends\" in one of them");
      return Optional.empty();
    }
    Optional<Source> source = library.apply(name);
    if (source.isEmpty()) {
      findings.add(base.at(), "unknown pack \"" + name + "\"" + NearestName.advice(name, names()));
    }
    return source;
  }

  private static Optional<Source> bundled(String name) {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = PackLoader.class.getResourceAsStream(ROOM + name + ENDING)) {
      if (in == null) {
        throw new IllegalStateException("the class path has no packs/" + name + ENDING);
      }
      return Optional.of(new Source(name + ENDING, ByteBuffer.wrap(in.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A text as if it stood in a file. */
  static Source source(String file, String text) {
    return new Source(file, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** The file, or empty where there is none. */
  static Optional<Source> source(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Source(file.toString(), YamlDocument.bytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + "; check its rights", e);
    }
  }
}
