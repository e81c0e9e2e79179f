package org.example.stateline.files;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.UnavailableException;
import java.util.Arrays;

/** What a record tells. The codes stand in files: they never change. */
enum RecordKind {
  CREATED(1),
  OPENED(2),
  CLOSED(3),
  STATUS(4),
  TURN(5),
  CHECKPOINT(6),
  CHECKPOINT_DELETED(7),
  DELETED(8);

  private final int code;

  RecordKind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static RecordKind of(long code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code == code)
        .findFirst()
        .orElseThrow(
            () ->
                new UnavailableException(
                    ErrorCode.SCHEMA_UNSUPPORTED,
                    "the journal has a record of kind "
                        + code
                        + ", which this version does not know; use the version that wrote it"));
  }
}
