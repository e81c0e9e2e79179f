package dev.stateline.persistence.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between the driver and the server, and cuts the connection at the next COMMIT. */
final class CuttingProxy implements AutoCloseable {

  /** Where the connection is cut. */
  enum Cut {
    /** The server never sees the COMMIT. */
    BEFORE,
    /** The server commits, and its answer is lost. */
    DURING,
    /** The answer arrives, and the connection is gone by the next statement. */
    AFTER
  }

  private final ServerSocket door;
  private final String host;
  private final int port;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private final AtomicReference<Cut> armed = new AtomicReference<>();
  private final AtomicLong trips = new AtomicLong();
  private volatile Runnable atCut = () -> {};

  CuttingProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Cuts the connection that sends the next COMMIT; others are left alone. */
  void arm(Cut cut) {
    arm(cut, () -> {});
  }

  /**
   * As {@link #arm(Cut)}.
   *
   * @param meanwhile what happens after the cut, before the client learns of it
   */
  void arm(Cut cut, Runnable meanwhile) {
    atCut = meanwhile;
    armed.set(cut);
  }

  /** How often a client has waited for a server's answer, on all connections. */
  long roundTrips() {
    return trips.get();
  }

  boolean hasCut() {
    return armed.get() == null;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = door.accept();
      Socket server = new Socket(host, port);
      Link link = new Link(client, server);
      links.add(link);
      start(link::toServer);
      start(link::toClient);
    }
  }

  private final class Link {

    private final Socket client;
    private final Socket server;
    private volatile Cut cut;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void toServer() throws IOException {
      byte[] buffer = new byte[1 << 16];
      InputStream in = client.getInputStream();
      OutputStream out = server.getOutputStream();
      ClientMessages messages = new ClientMessages(trips);
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (new String(buffer, 0, n, StandardCharsets.ISO_8859_1).contains("COMMIT")) {
          cut = armed.getAndSet(null);
        }
        if (cut == Cut.BEFORE) {
          cut();
          break;
        }
        messages.take(buffer, n);
        out.write(buffer, 0, n);
      }
      close();
    }

    void toClient() throws IOException {
      byte[] buffer = new byte[1 << 16];
      InputStream in = server.getInputStream();
      OutputStream out = client.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (cut == Cut.DURING) {
          cut();
          break;
        }
        out.write(buffer, 0, n);
        if (cut == Cut.AFTER) {
          break;
        }
      }
      close();
    }

    private void cut() throws IOException {
      server.close();
      try {
        atCut.run();
      } finally {
        client.close();
      }
    }

    private void close() throws IOException {
      client.close();
      server.close();
    }
  }

  @FunctionalInterface
  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException e) {
                // A socket was closed: this direction is done.
              }
            },
            "cutting-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** Cuts every connection, and lets no other through. */
  @Override
  public void close() throws IOException {
    door.close();
    for (Link link : links) {
      link.close();
    }
  }
}
