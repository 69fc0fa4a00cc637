package org.coverscape.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A wire to a service on this computer that can be cut: connections break, new ones work. */
final class CutWire implements AutoCloseable {
  private final ServerSocket entry;
  private final int target;
  private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

  private CutWire(ServerSocket entry, int target) {
    this.entry = entry;
    this.target = target;
  }

  static CutWire to(RunningService service) throws IOException {
    CutWire wire =
        new CutWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), service.port());
    daemon(wire::accept);
    return wire;
  }

  String endpoint() {
    return "127.0.0.1:" + entry.getLocalPort();
  }

  /** Breaks every connection there is. */
  void cut() throws IOException {
    for (Socket socket = open.poll(); socket != null; socket = open.poll()) {
      socket.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket near = entry.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(near);
        open.add(far);
        daemon(() -> pump(near, far));
        daemon(() -> pump(far, near));
      }
    } catch (IOException e) {
      // closed, or the service is gone: nobody gets through any more
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException e) {
      // cut
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entry.close();
    cut();
  }
}
