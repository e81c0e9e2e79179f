package org.example.stateline.files;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.ErrorDetails;
import dev.stateline.domain.error.ErrorField;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.UnavailableException;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.port.CheckpointPort;
import dev.stateline.domain.port.SimulationPort;
import dev.stateline.domain.port.StatePersistencePort;
import dev.stateline.domain.port.WriterPort;
import dev.stateline.domain.spi.AccessMode;
import dev.stateline.domain.spi.Finding;
import dev.stateline.domain.spi.Persistence;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One opening of a folder. */
final class FilesPersistence implements Persistence {

  private static final String JOURNAL = "journal-1";
  private static final String LOCKS = "writers";

  private final Path folder;
  private final Journal journal;
  // Nobody locks anything who only reads.
  private final Optional<LockFile> locks;
  private final Index index = new Index();
  private final FilesWriters writers = new FilesWriters(this);
  private boolean closed;

  private FilesPersistence(Path folder, Journal journal, Optional<LockFile> locks) {
    this.folder = folder;
    this.journal = journal;
    this.locks = locks;
  }

  static FilesPersistence open(Path folder, AccessMode mode) {
    Path file = folder.resolve(JOURNAL);
    if (!mode.isCreating() && !Files.exists(file)) {
      throw new NotFoundException(
          ErrorCode.DATABASE_NOT_FOUND,
          "there is no " + JOURNAL + " in " + folder,
          ErrorDetails.of(ErrorField.PATH, file).with(Remedy.RUN_FIRST),
          null);
    }
    try {
      return mode == AccessMode.READ_ONLY
          ? new FilesPersistence(folder, new Journal(file, false), Optional.empty())
          : openForWriting(folder, file);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static FilesPersistence openForWriting(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    boolean isNew = !Files.exists(file);
    Journal journal = new Journal(file, true);
    try {
      if (isNew) {
        // Else a power cut could take the name of a file whose content is on the disk.
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
          entries.force(true);
        }
      }
      return new FilesPersistence(
          folder, journal, Optional.of(LockFile.open(folder.resolve(LOCKS))));
    } catch (IOException e) {
      journal.close();
      throw e;
    }
  }

  /** Work on the journal and the index as they are now, alone in this opening. */
  synchronized <T> T read(LockFile.Work<T> work) {
    requireOpen();
    try {
      journal.follow(index::read);
      return work.run();
    } catch (NotFoundException e) {
      requireSound();
      throw e;
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /**
   * Work that may {@link #append}: no other thread and no other program writes until it is done. It
   * checks everything first and appends one record last; that is what makes it atomic.
   */
  synchronized <T> T write(LockFile.Work<T> work) {
    requireOpen();
    LockFile lock =
        locks.orElseThrow(
            () ->
                new UnavailableException(
                    ErrorCode.DATABASE_UNUSABLE,
                    folder + " is open for reading only; open it for writing"));
    try {
      return lock.exclusively(
          () -> {
            journal.follow(index::read);
            requireSound();
            return work.run();
          });
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** Within {@link #write}: puts a record on the disk and into the index. */
  void append(RecordWriter record) throws IOException {
    journal.append(record);
    journal.follow(index::read);
  }

  /**
   * What is not found may stand behind the damage: nobody is told that it does not exist.
   *
   * @throws CorruptDataException if a part of the journal cannot be read
   */
  void requireSound() {
    if (journal.damage().isPresent()) {
      throw journal.damage().get();
    }
  }

  Index index() {
    return index;
  }

  Journal journal() {
    return journal;
  }

  /** Within {@link #write}. */
  LockFile locks() {
    return locks.orElseThrow();
  }

  /** Whether a program that lives has a byte locked. */
  boolean isLocked(long position) throws IOException {
    return LockFile.isHeld(folder.resolve(LOCKS), position);
  }

  private void requireOpen() {
    if (closed) {
      throw new UnavailableException(
          ErrorCode.DATABASE_UNAVAILABLE, folder + " is closed; open it again");
    }
  }

  private static UnavailableException unusable(Path folder, IOException e) {
    return new UnavailableException(
        ErrorCode.DATABASE_UNUSABLE, "the files in " + folder + " cannot be used: " + e, e);
  }

  @Override
  public String description() {
    return "files in " + folder;
  }

  @Override
  public SimulationPort simulations() {
    return new FilesSimulations(this);
  }

  @Override
  public WriterPort writers() {
    return writers;
  }

  @Override
  public StatePersistencePort states() {
    return new FilesStates(this);
  }

  @Override
  public CheckpointPort checkpoints() {
    return new FilesCheckpoints(this);
  }

  @Override
  public AuditPort audit() {
    return new FilesAudit(this);
  }

  @Override
  public List<Finding> diagnose() {
    return read(
        () -> {
          List<Finding> findings = new ArrayList<>();
          findings.add(
              Finding.ok(
                  "journal", index.all().size() + " simulations in " + journal.end() + " bytes"));
          journal
              .damage()
              .ifPresent(damage -> findings.add(Finding.problem("journal", damage.getMessage())));
          if (journal.torn() > 0) {
            findings.add(
                Finding.warning(
                    "journal",
                    journal.torn()
                        + " bytes of a write that was cut short, or is under way; the next write"
                        + " removes them"));
          }
          return findings;
        });
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    writers.endSessions();
    closed = true;
    try (journal) {
      if (locks.isPresent()) {
        locks.get().close();
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }
}
