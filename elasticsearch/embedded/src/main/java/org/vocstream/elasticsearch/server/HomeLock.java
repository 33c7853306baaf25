package org.vocstream.elasticsearch.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Holds the folder of one server for one process. The operating system lets go of it when the
 * process ends, however it ends. The file tells the holder's process id.
 */
final class HomeLock implements AutoCloseable {
  private final Path home;
  // Not only for close: a channel that nobody holds is collected, and its lock with it.
  private final FileChannel channel;

  private HomeLock(Path home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @throws ServerFailure where another process holds it
   */
  static HomeLock take(Path home) throws IOException {
    Path file = home.resolve("server.pid");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new ServerFailure(
          ServerFailure.IN_USE,
          "process " + Files.readString(file, StandardCharsets.UTF_8).strip() + " uses " + home);
    }
    channel.truncate(0);
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
    return new HomeLock(home, channel);
  }

  Path home() {
    return home;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
