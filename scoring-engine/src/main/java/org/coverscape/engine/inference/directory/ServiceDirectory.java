package org.coverscape.engine.inference.directory;

import com.google.common.util.concurrent.ThreadFactoryBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.inference.ServiceFault;
import org.coverscape.engine.inference.ServiceList;
import org.coverscape.engine.inference.ServiceSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which services there are, and how that changes: a file is looked at every second, names are
 * resolved anew every thirty.
 *
 * <p>A change of the file counts when two looks in a row have seen the same content, so that a file
 * that is just being written is not taken for a shorter list. A file that cannot be understood
 * changes nothing; the listener hears why, once. Thread-safe; {@link #open} blocks for files and
 * name servers, {@link #services} does not.
 */
public final class ServiceDirectory implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceDirectory.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
  private static final Duration RESOLVE_EVERY = Duration.ofSeconds(30);

  private final Optional<ServicesFile> file;
  private final Resolution resolution;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          new ThreadFactoryBuilder().setNameFormat("service-directory").setDaemon(true).build());

  private volatile Map<ServiceEndpoint, ServiceSpec> services = Map.of();

  // touched by the directory's thread alone, once it watches
  private final Once fileTrouble = new Once();
  private final Once readTrouble = new Once();
  private final Once nameTrouble = new Once();
  private List<ServiceSpec> listed;
  private byte[] applied;
  private byte[] looked;
  private boolean unreadable;

  private ServiceDirectory(
      Optional<ServicesFile> file, List<ServiceSpec> listed, byte[] content, NameLookup lookup) {
    this.file = file;
    this.listed = listed;
    this.applied = content;
    this.looked = content;
    this.resolution = new Resolution(lookup);
  }

  /**
   * The services of a file, with keys from this process's environment.
   *
   * @throws IOException with one sentence when the file cannot be read
   * @throws IllegalArgumentException with one sentence when it is wrong
   * @throws ServiceFault when no name in it is known and it lists nothing else
   */
  public static ServiceDirectory open(Path file) throws IOException {
    return open(new ServicesFile(file, System.getenv()), NameLookup.system());
  }

  /** As {@link #open(Path)}, with other names. */
  static ServiceDirectory open(ServicesFile file, NameLookup lookup) throws IOException {
    byte[] content = file.bytes();
    return new ServiceDirectory(Optional.of(file), file.parse(content), content, lookup).begun();
  }

  /**
   * The services of a list such as {@code host:port,dns:///name:port}.
   *
   * @throws IllegalArgumentException with one sentence when it is wrong
   * @throws ServiceFault when no name in it is known and it lists nothing else
   */
  public static ServiceDirectory of(String list) {
    return of(
        ServiceList.addresses(list).stream().map(ServiceSpec::of).toList(), NameLookup.system());
  }

  /** As {@link #of(String)}, of whole specifications and with other names. */
  static ServiceDirectory of(List<ServiceSpec> specs, NameLookup lookup) {
    return new ServiceDirectory(Optional.empty(), specs, new byte[0], lookup).begun();
  }

  private ServiceDirectory begun() {
    resolution.refresh(listed);
    services = resolution.expand(listed);
    if (services.isEmpty()) {
      thread.shutdownNow();
      throw new ServiceFault(
          ServiceFault.Kind.UNREACHABLE,
          "No address is known for " + names() + "; check the name or the network.");
    }
    return this;
  }

  /** The services now, each with the address of one, in the order of the list. */
  public List<ServiceSpec> services() {
    return List.copyOf(services.values());
  }

  /**
   * Begins to look for changes, against what {@link #services} says now. Called once.
   *
   * @param listener hears them on the directory's thread
   */
  public void watch(DirectoryListener listener) {
    if (file.isPresent()) {
      every(LOOK_EVERY, () -> look(listener));
    }
    every(RESOLVE_EVERY, () -> resolve(listener));
  }

  private void every(Duration pause, Runnable task) {
    var unused =
        thread.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                // else the executor would stop looking without a word
                LOG.error("The list of services could not be looked at", e);
              }
            },
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Looks at the file once. */
  void look(DirectoryListener listener) {
    try {
      byte[] content = file.orElseThrow().bytes();
      unreadable = false;
      readTrouble.over();
      boolean settled = Arrays.equals(content, looked);
      looked = content;
      if (!settled || Arrays.equals(content, applied)) {
        return;
      }
      applied = content;
      listed = file.orElseThrow().parse(content);
      fileTrouble.over();
      resolve(listener);
    } catch (IllegalArgumentException e) {
      fileTrouble.say(listener, e.getMessage() + " The list before it still holds.");
    } catch (IOException e) {
      // a file that is replaced is gone for a moment: only the second look counts
      if (unreadable) {
        readTrouble.say(
            listener, "The list of services cannot be read now; the one before still holds.");
      }
      unreadable = true;
    }
  }

  /** Resolves the names anew and tells what has changed. */
  void resolve(DirectoryListener listener) {
    resolution.refresh(listed);
    if (resolution.unknown().isEmpty()) {
      nameTrouble.over();
    } else {
      nameTrouble.say(
          listener, "No address is known now for " + names() + "; check the name or the network.");
    }
    Map<ServiceEndpoint, ServiceSpec> now = resolution.expand(listed);
    Map<ServiceEndpoint, ServiceSpec> before = services;
    services = now;
    for (Map.Entry<ServiceEndpoint, ServiceSpec> old : before.entrySet()) {
      if (!old.getValue().equals(now.get(old.getKey()))) {
        tell(() -> listener.left(old.getKey()));
      }
    }
    now.forEach(
        (endpoint, spec) -> {
          if (!spec.equals(before.get(endpoint))) {
            tell(() -> listener.joined(spec));
          }
        });
  }

  /** What a listener throws is a bug of its own, and must not keep it from hearing the rest. */
  private static void tell(Runnable message) {
    try {
      message.run();
    } catch (RuntimeException e) {
      LOG.error("A change of the list of services was not taken", e);
    }
  }

  private String names() {
    return String.join(", ", resolution.unknown());
  }

  /** Stops looking; waits for nothing. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
