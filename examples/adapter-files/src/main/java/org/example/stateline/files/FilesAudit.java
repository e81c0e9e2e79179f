package org.example.stateline.files;

import dev.stateline.domain.error.CorruptDataException;
import dev.stateline.domain.naming.SimulationId;
import dev.stateline.domain.port.AuditPort;
import dev.stateline.domain.time.TurnRange;
import dev.stateline.domain.turn.AuditedTurn;
import dev.stateline.domain.turn.Content;
import dev.stateline.domain.turn.Defect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What verification reads: everything as it stands in the journal. */
final class FilesAudit implements AuditPort {

  private final FilesPersistence files;

  FilesAudit(FilesPersistence files) {
    this.files = files;
  }

  /** Verification computes the hash of each document, and finds the ones that do not fit. */
  @Override
  public Stream<AuditedTurn> turns(SimulationId id, TurnRange range) {
    return TurnStream.of(
        files.read(() -> files.index().get(id).turns(range)),
        turn -> files.read(() -> audit(turn)));
  }

  private AuditedTurn audit(StoredTurn turn) throws IOException {
    return new AuditedTurn(
        turn.turn(),
        true,
        turn.simulatedTime(),
        Optional.of(content(turn.document())),
        Optional.of(turn.document().hash()),
        Optional.of(turn.ref().chainHash().value()),
        Optional.of(turn.provenance().hash()),
        turn.transition().isPresent()
            ? Optional.of(audit(turn.transition().get()))
            : Optional.empty(),
        List.of());
  }

  private AuditedTurn.AuditedTransition audit(StoredTransition transition) throws IOException {
    return new AuditedTurn.AuditedTransition(
        Optional.of(content(transition.actions())),
        Optional.of(content(transition.outcomes())),
        Optional.of(transition.actions().hash()),
        Optional.of(transition.outcomes().hash()));
  }

  private Content content(StoredDocument document) throws IOException {
    return Content.of(files.journal().unchecked(document));
  }

  @Override
  public List<Defect> bookkeeping(SimulationId id) {
    return files.read(
        () -> {
          StoredSimulation stored = files.index().get(id);
          List<Defect> defects = new ArrayList<>();
          files
              .journal()
              .damage()
              .ifPresent(damage -> defects.add(Defect.beside("journal", damage.problem())));
          check(defects, stored.config(), "simulations.config");
          check(defects, stored.metadata(), "simulations.metadata");
          for (StoredCheckpoint checkpoint : stored.checkpoints().values()) {
            check(defects, checkpoint.metadata(), "checkpoints.metadata");
          }
          return defects;
        });
  }

  private void check(List<Defect> defects, StoredDocument document, String column)
      throws IOException {
    try {
      files.journal().document(document, "bookkeeping", column);
    } catch (CorruptDataException e) {
      defects.add(Defect.beside(e.column(), e.problem()));
    }
  }
}
