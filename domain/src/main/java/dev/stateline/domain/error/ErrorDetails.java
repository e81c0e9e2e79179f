package dev.stateline.domain.error;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an error says beside its message: fields, and what helps. Immutable. */
public final class ErrorDetails implements Serializable {

  private static final long serialVersionUID = 1L;

  /** No fields, and nothing that helps. */
  public static final ErrorDetails NONE = new ErrorDetails(new EnumMap<>(ErrorField.class), null);

  private final EnumMap<ErrorField, String> fields;
  private final Remedy remedy;

  private ErrorDetails(EnumMap<ErrorField, String> fields, Remedy remedy) {
    this.fields = fields;
    this.remedy = remedy;
  }

  /** Details with one field; see {@link #with(ErrorField, Object)}. */
  public static ErrorDetails of(ErrorField field, Object value) {
    return NONE.with(field, value);
  }

  /**
   * These details with one field more.
   *
   * @param value kept as its text
   */
  public ErrorDetails with(ErrorField field, Object value) {
    EnumMap<ErrorField, String> more = new EnumMap<>(fields);
    more.put(field, Objects.requireNonNull(value, "value").toString());
    return new ErrorDetails(more, remedy);
  }

  /** These details with what helps. */
  public ErrorDetails with(Remedy what) {
    return new ErrorDetails(fields, Objects.requireNonNull(what, "what"));
  }

  public Optional<String> field(ErrorField field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** All fields, in the order in which {@link ErrorField} names them. */
  public Map<ErrorField, String> fields() {
    return Collections.unmodifiableMap(fields);
  }

  public Optional<Remedy> remedy() {
    return Optional.ofNullable(remedy);
  }

  @Override
  public String toString() {
    return fields + (remedy == null ? "" : " " + remedy);
  }
}
