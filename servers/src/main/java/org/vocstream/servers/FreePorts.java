package org.vocstream.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;

/** Ports of the loopback address that nobody uses now. */
final class FreePorts {
  private FreePorts() {}

  /** Two of them. */
  static List<Integer> two() throws IOException {
    try (ServerSocket one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return List.of(one.getLocalPort(), other.getLocalPort());
    }
  }
}
