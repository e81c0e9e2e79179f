package dev.stateline.cli.session;

import dev.stateline.domain.error.Remedy;
import dev.stateline.domain.error.StatelineException;

/** What helps against an error, in commands of this program. */
public final class RemedyWords {

  private RemedyWords() {}

  /** What went wrong and what helps, on one line. */
  public static String message(StatelineException e) {
    return e.getMessage() + e.details().remedy().map(remedy -> "; " + of(remedy)).orElse("");
  }

  static String of(Remedy remedy) {
    return switch (remedy) {
      case LIST_SIMULATIONS -> "'stateline list' shows those there are";
      case LIST_CHECKPOINTS -> "'stateline checkpoint list' shows those it has";
      case SHOW_WHOLE -> "'stateline show' without --path prints all there is";
      case RESUME_OR_RENAME -> "choose another name, or run that one on with 'resume'";
      case RESUME -> "'stateline resume' goes on from its last turn";
      case WAIT_OR_TAKE_OVER -> "wait for it, or take over with 'resume --take-over'";
      case OPEN_AGAIN -> "'stateline resume' does that";
      case UNARCHIVE -> "'stateline archive --undo' takes it back";
      case FINISH_OR_DISCARD_IMPORT ->
          "choose another name, or finish or discard that one with 'transfer'";
      case MIGRATE -> "'stateline db migrate' brings it up to date";
      case RUN_FIRST -> "'stateline run' makes it";
      case VERIFY -> "'stateline verify' says more";
      case GIVE_RECEIPT -> "'run' and 'verify' print one";
    };
  }
}
