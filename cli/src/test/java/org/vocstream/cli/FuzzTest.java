package org.vocstream.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes give a result or a reason that a person understands: no other failure, no endless loop,
 * no heap of memory, no endless message. Without {@code -Dfuzz.minutes} the same inputs each time;
 * with it others, for so long, and an input that fails is kept where the next build tries it first.
 */
class FuzzTest {
  private static final Path KEPT = Path.of("src/test/resources/fuzz");
  private static final long USUAL_SEED = 20261122;
  private static final int USUAL_TRIES = 400;

  /** Far beyond what any input of 64 KiB takes on a busy machine: it does not end. */
  private static final long ENDLESS_SECONDS = 120;

  private static final long MOST_BYTES = 512L << 20;
  private static final int LONGEST_REASON = 1 << 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @TempDir Path work;
  private ExecutorService thread = Executors.newSingleThreadExecutor(FuzzTest::daemon);

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "fuzz");
    thread.setDaemon(true);
    return thread;
  }

  @AfterEach
  void leaveNoThread() {
    thread.shutdownNow();
  }

  static List<FuzzTarget> targets() throws IOException {
    return FuzzTargets.all();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void soundInputsAreRead(FuzzTarget target) throws Exception {
    for (byte[] sample : target.samples()) {
      try {
        target.reader().read(sample, work);
      } catch (FuzzTarget.Told e) {
        // A transcript is of one form only, and the sample of answers is cut off.
        assertThat(target.name()).as(e.getMessage()).isIn("transcript", "answers");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void anyBytesGiveAResultOrAReason(FuzzTarget target) throws Exception {
    for (byte[] kept : kept(target)) {
      check(target, kept);
    }
    double minutes = Double.parseDouble(System.getProperty("fuzz.minutes", "0"));
    long seed = minutes > 0 ? Long.getLong("fuzz.seed", System.nanoTime()) : USUAL_SEED;
    Mutation mutation = new Mutation(seed, target.samples(), target.words());
    long share = (long) (minutes * 60e9 / FuzzTargets.all().size());
    long begun = System.nanoTime();
    int tries = 0;
    while (minutes > 0 ? System.nanoTime() - begun < share : tries < USUAL_TRIES) {
      byte[] input = mutation.next();
      try {
        check(target, input);
      } catch (AssertionError e) {
        throw new AssertionError(
            "%s, input %d of -Dfuzz.seed=%d, kept as %s: %s"
                .formatted(target, tries, seed, keep(target, input), e.getMessage()),
            e);
      }
      tries++;
    }
    if (minutes > 0) {
      System.out.printf("fuzz: %s, %,d inputs, -Dfuzz.seed=%d%n", target, tries, seed);
    }
  }

  private void check(FuzzTarget target, byte[] input) throws Exception {
    try {
      long used = thread.submit(() -> read(target, input)).get(ENDLESS_SECONDS, TimeUnit.SECONDS);
      assertThat(used).as("bytes of memory for %d bytes", input.length).isLessThan(MOST_BYTES);
    } catch (TimeoutException e) {
      thread.shutdownNow();
      fail("it does not end", e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause().toString(), e.getCause());
    }
  }

  private long read(FuzzTarget target, byte[] input) throws IOException {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      target.reader().read(input, work);
    } catch (FuzzTarget.Told e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception", "org.vocstream");
      assertThat(e.getMessage().length()).isLessThan(LONGEST_REASON);
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static List<byte[]> kept(FuzzTarget target) throws IOException {
    Path folder = KEPT.resolve(target.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(FuzzTest::bytes).toList();
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path keep(FuzzTarget target, byte[] input) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(input);
    String name = HexFormat.of().toHexDigits(ByteBuffer.wrap(digest).getLong());
    Path folder = Files.createDirectories(KEPT.resolve(target.name()));
    return Files.write(folder.resolve(name), input);
  }
}
