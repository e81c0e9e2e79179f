package dev.stateline.persistence.memory;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.BranchPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.ImportPort;
import dev.stateline.domain.port.ImportSession;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.port.WriterSession;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Persistence;
import dev.stateline.testkit.PersistenceFixture;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A memory that is kept while openings of it come and go: durable and shared as a database on disk
 * is, so that those parts of the contract are tried too.
 */
final class KeptMemoryFixture implements PersistenceFixture {

  private final Persistence kept = MemoryFixture.open(AccessMode.READ_WRITE);
  private final Set<Capability> declared;
  private final boolean endsWriters;

  private KeptMemoryFixture(Set<Capability> declared, boolean endsWriters) {
    this.declared = declared;
    this.endsWriters = endsWriters;
  }

  static PersistenceFixture honest() {
    return new KeptMemoryFixture(EnumSet.allOf(Capability.class), true);
  }

  /** It is durable and shared, and says nothing of it. */
  static PersistenceFixture thatDeclaresNothing() {
    return new KeptMemoryFixture(Set.of(), true);
  }

  /** Its openings leave their writers behind when they are closed. */
  static PersistenceFixture thatLeavesWriters() {
    return new KeptMemoryFixture(EnumSet.allOf(Capability.class), false);
  }

  @Override
  public Set<Capability> capabilities() {
    return declared;
  }

  @Override
  public Persistence open() {
    return new Opening(AccessMode.READ_WRITE);
  }

  @Override
  public Persistence openForReading() {
    return new Opening(AccessMode.READ_ONLY);
  }

  @Override
  public void close() {
    kept.close();
  }

  private final class Opening extends HonestPersistence {

    private final List<Runnable> sessions = new CopyOnWriteArrayList<>();
    private final AccessMode mode;
    private volatile boolean closed;

    Opening(AccessMode mode) {
      super(kept);
      this.mode = mode;
    }

    @Override
    public SimulationPort simulations() {
      return guarded(SimulationPort.class, kept.simulations());
    }

    @Override
    public StatePersistencePort states() {
      return guarded(StatePersistencePort.class, kept.states());
    }

    @Override
    public CheckpointPort checkpoints() {
      return guarded(CheckpointPort.class, kept.checkpoints());
    }

    @Override
    public AuditPort audit() {
      return guarded(AuditPort.class, kept.audit());
    }

    @Override
    public WriterPort writers() {
      return guarded(WriterPort.class, kept.writers());
    }

    @Override
    public BranchPort branches() {
      return guarded(BranchPort.class, kept.branches());
    }

    @Override
    public ImportPort imports() {
      return guarded(ImportPort.class, kept.imports());
    }

    @Override
    public void close() {
      closed = true;
      if (endsWriters) {
        sessions.forEach(Runnable::run);
      }
    }

    private <T> T guarded(Class<T> port, T target) {
      return port.cast(
          Proxy.newProxyInstance(
              port.getClassLoader(),
              new Class<?>[] {port},
              (proxy, method, arguments) -> {
                if (closed) {
                  throw new UnavailableException(
                      ErrorCode.DATABASE_UNAVAILABLE, "this opening is closed; open another one");
                }
                if (mode == AccessMode.READ_ONLY && method.getReturnType() == WriterSession.class) {
                  throw new UnavailableException(
                      ErrorCode.DATABASE_UNUSABLE, "this opening is for reading only");
                }
                try {
                  return noted(method.invoke(target, arguments));
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              }));
    }

    private Object noted(Object result) {
      if (result instanceof WriterSession session) {
        sessions.add(session::close);
      } else if (result instanceof ImportSession session) {
        sessions.add(session::close);
      }
      return result;
    }
  }
}
