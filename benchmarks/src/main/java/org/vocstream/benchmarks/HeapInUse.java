package org.vocstream.benchmarks;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What another Java process of the same user really needs of its heap. */
final class HeapInUse {
  private HeapInUse() {}

  /**
   * Megabytes (2^20 bytes) that are left after a collection, which this asks for.
   *
   * @throws IOException where the process cannot be asked
   */
  @SuppressWarnings("BanJNDI") // The other side is a process that we have started ourselves.
  static double megabytes(long pid) throws IOException {
    VirtualMachine machine;
    try {
      machine = VirtualMachine.attach(String.valueOf(pid));
    } catch (AttachNotSupportedException e) {
      throw new IOException(
          "process " + pid + " cannot be asked for its heap: " + e.getMessage(), e);
    }
    try (JMXConnector connector =
        JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
      MemoryMXBean memory =
          ManagementFactory.newPlatformMXBeanProxy(
              connector.getMBeanServerConnection(),
              ManagementFactory.MEMORY_MXBEAN_NAME,
              MemoryMXBean.class);
      memory.gc();
      return memory.getHeapMemoryUsage().getUsed() >> 20;
    } finally {
      machine.detach();
    }
  }
}
