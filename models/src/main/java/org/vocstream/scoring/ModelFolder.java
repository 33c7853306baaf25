package org.vocstream.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.vocstream.linear.LinearModel;
import org.vocstream.linear.LinearModelFile;

/**
 * Where trained models are read from: a folder of one's own, and for what it does not hold the
 * bundled ones. Immutable and safe for several threads.
 */
public final class ModelFolder {
  private static final String BUNDLED = "trained/";
  private static final String CARD = ".card.json";
  private static final ModelFolder NONE = new ModelFolder(null);

  private final Path folder;

  private ModelFolder(Path folder) {
    this.folder = folder;
  }

  /** The bundled models alone. */
  public static ModelFolder bundled() {
    return NONE;
  }

  /**
   * The models of a folder before the bundled ones.
   *
   * @param folder as {@code scripts/voc train} or {@code calibrate} wrote it; null for none
   * @throws IllegalArgumentException where there is no such folder or no model in it
   */
  public static ModelFolder of(Path folder) {
    if (folder == null) {
      return NONE;
    }
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(folder + ": no such directory");
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.noneMatch(f -> f.toString().endsWith(LinearModelFile.ENDING))) {
        throw new IllegalArgumentException(
            folder
                + " holds no model ("
                + LinearModelFile.ENDING
                + "); scripts/voc train and scripts/voc calibrate write such folders");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
    return new ModelFolder(folder);
  }

  /**
   * A model.
   *
   * @param name as its file is called without the ending
   * @throws IllegalArgumentException where it is missing, broken, or another model by this name
   */
  public LinearModel model(String name) {
    LinearModel model = read(name);
    if (!model.name().equals(name)) {
      throw new IllegalArgumentException(
          file(name) + " holds the model " + model.name() + "; give it that name again");
    }
    return model;
  }

  /** Whether there is a model of this name, in the folder or bundled. */
  public boolean has(String name) {
    Path own = file(name);
    return (own != null && Files.exists(own))
        || LinearModelFile.class.getResource("/" + BUNDLED + name + LinearModelFile.ENDING) != null;
  }

  private LinearModel read(String name) {
    Path own = file(name);
    if (own == null || !Files.exists(own)) {
      return LinearModelFile.readResource(BUNDLED + name + LinearModelFile.ENDING);
    }
    try {
      return LinearModelFile.read(Files.readAllBytes(own), own.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + own, e);
    }
  }

  /** The card of a model as JSON; empty where it has none. */
  public String card(String name) {
    Path own = file(name);
    try {
      if (own != null && Files.exists(own)) {
        Path card = own.resolveSibling(name + CARD);
        return Files.exists(card) ? Files.readString(card) : "";
      }
      try (InputStream in = ModelFolder.class.getResourceAsStream("/" + BUNDLED + name + CARD)) {
        return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the card of " + name, e);
    }
  }

  /**
   * Writes a model and its card into a folder, which is made where it is missing.
   *
   * @param card as JSON
   */
  public static void write(Path folder, LinearModel model, String card) {
    try {
      Files.createDirectories(folder);
      Files.write(
          folder.resolve(model.name() + LinearModelFile.ENDING), LinearModelFile.write(model));
      Files.writeString(folder.resolve(model.name() + CARD), card);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private Path file(String name) {
    return folder == null ? null : folder.resolve(name + LinearModelFile.ENDING);
  }

  /** The folder of one's own; empty where all models are the bundled ones. */
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  @Override
  public String toString() {
    return folder == null ? "bundled" : folder.toString();
  }
}
