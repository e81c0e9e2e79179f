package dev.stateline.application.compare;

import dev.stateline.domain.document.Difference;
import dev.stateline.domain.document.Document;
import dev.stateline.domain.error.NotFoundException;
import dev.stateline.domain.port.DocumentTools;
import java.util.List;
import java.util.Optional;

/** Where two documents differ. Thread-safe. */
public final class StateDiff {

  private final DocumentTools documents;

  public StateDiff(DocumentTools documents) {
    this.documents = documents;
  }

  /**
   * The places at or below a pointer where two documents differ, with their whole pointers.
   *
   * @param pointer empty for all of them
   * @throws NotFoundException PATH_NOT_FOUND if neither document has the place
   */
  public List<Difference> at(String pointer, Document before, Document after) {
    Optional<Document> then = documents.select(before, pointer);
    Optional<Document> now = documents.select(after, pointer);
    if (then.isPresent() && now.isPresent()) {
      return documents.differences(then.get(), now.get()).stream()
          .map(difference -> difference.under(pointer))
          .toList();
    }
    return then.map(value -> Difference.removed(pointer, value))
        .or(() -> now.map(value -> Difference.added(pointer, value)))
        .map(List::of)
        .orElseThrow(() -> nowhere(pointer));
  }

  private static NotFoundException nowhere(String pointer) {
    return NotFoundException.path("neither state has a place '" + pointer + "'", pointer);
  }
}
