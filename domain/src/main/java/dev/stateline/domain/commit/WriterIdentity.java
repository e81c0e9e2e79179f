package dev.stateline.domain.commit;

import dev.stateline.domain.naming.NameRules;

/**
 * How a writer describes itself to those who find it there, for example {@code process 4711 on
 * laptop}.
 */
public record WriterIdentity(String description) {

  /**
   * @throws dev.stateline.domain.error.InvalidInputException if it is empty, too long or not
   *     printable
   */
  public WriterIdentity {
    NameRules.checkLabel("writer's description", description);
  }

  @Override
  public String toString() {
    return description;
  }
}
