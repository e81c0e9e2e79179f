package dev.stateline.persistence.sql.internal.payload;

import dev.stateline.domain.document.Document;
import java.util.function.Supplier;

/** Is shown what a document is made of. */
@FunctionalInterface
public interface MadeBases {

  /** Takes none. */
  MadeBases IGNORED = (row, document) -> {};

  /**
   * @param document makes a copy to keep; its hash has not been checked. To be called now or never
   */
  void made(StoredDocument row, Supplier<Document> document);
}
