package dev.stateline.persistence.sql.dialect;

/** What an error says of itself. */
public final class Reason {

  private Reason() {}

  /** Its message, or what kind it is where it has none. */
  public static String of(Throwable error) {
    String message = error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
  }
}
