package org.coverscape.cli.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process has used of the processors so far, all of its threads together. */
final class ProcessorTime {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Nanoseconds since the process began. */
  long nanos() {
    return system.getProcessCpuTime();
  }
}
