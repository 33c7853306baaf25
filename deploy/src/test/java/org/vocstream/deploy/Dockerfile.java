package org.vocstream.deploy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The instructions of a Dockerfile.
 *
 * @param instructions in their order, lines that are carried on joined, comments left out
 */
record Dockerfile(List<Instruction> instructions) {
  /**
   * One of them.
   *
   * @param name such as COPY
   * @param arguments what stands behind it
   */
  record Instruction(String name, String arguments) {}

  static Dockerfile read(Path file) {
    StringBuilder joined = new StringBuilder();
    List<Instruction> instructions = new ArrayList<>();
    for (String line : DeployFiles.text(file).lines().toList()) {
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      boolean goesOn = line.endsWith("\\");
      joined.append(goesOn ? line.substring(0, line.length() - 1) : line).append(' ');
      if (!goesOn) {
        String[] parts = joined.toString().strip().split("\\s+", 2);
        instructions.add(new Instruction(parts[0], parts.length == 2 ? parts[1] : ""));
        joined.setLength(0);
      }
    }
    if (joined.length() > 0) {
      throw new AssertionError(file + " ends within an instruction");
    }
    return new Dockerfile(instructions);
  }

  /** The arguments of all instructions of this name. */
  List<String> all(String name) {
    return instructions.stream()
        .filter(i -> i.name().equals(name))
        .map(Instruction::arguments)
        .toList();
  }

  /** What is copied out of the project's folder. */
  List<String> copied() {
    List<String> copied = new ArrayList<>();
    for (String copy : all("COPY")) {
      List<String> words =
          Arrays.stream(copy.split("\\s+", -1)).filter(word -> !word.startsWith("--")).toList();
      copied.addAll(words.subList(0, words.size() - 1));
    }
    return copied;
  }
}
