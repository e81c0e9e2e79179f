package dev.stateline.codec.yaml;

import dev.stateline.codec.internal.text.PrintableText;
import dev.stateline.codec.internal.text.TextPlace;
import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.error.InvalidInputException;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in one sentence what is wrong with a text, at the place of the fault itself. */
final class YamlFaults {

  private final String source;

  YamlFaults(String source) {
    this.source = source;
  }

  static TextPlace place(Mark mark) {
    return new TextPlace(mark.getLine() + 1, mark.getColumn() + 1);
  }

  InvalidInputException found(String what, TextPlace place, String instead) {
    return fault(what + " at " + place, instead, null);
  }

  InvalidInputException tooLong(int bytes) {
    return fault(
        bytes + " bytes, and YAML is read up to " + YamlText.MAX_BYTES,
        "leave out what is not needed",
        null);
  }

  /** The parser's words are written for those who know its insides; these are not. */
  InvalidInputException malformed(String text, MarkedYamlEngineException fault) {
    Mark at = fault.getProblemMark().orElseThrow();
    String problem = fault.getProblem();
    String here = what(text, at) + " at " + place(at);
    if (problem.contains("(TAB)")) {
      return fault("a tab at " + tab(text, at), "indent with spaces", fault);
    }
    if (problem.contains("cannot start any token")) {
      return fault(here + ", which begins no text", "put the text in quotes", fault);
    }
    if (problem.contains("end of stream") || problem.contains("document separator")) {
      return fault(here + ", inside a text" + begun(fault), "end it with its quote", fault);
    }
    if (problem.contains("could not find expected ':'")) {
      Mark name = fault.getContextMark().orElse(at);
      return fault(
          "no ':' after the name at " + place(name),
          "write name: value, or indent the line if it goes on from the one above",
          fault);
    }
    if (problem.contains("escape")) {
      return fault(
          here + ", which makes no escape with the backslash before it",
          "double the backslash, or put the text in single quotes",
          fault);
    }
    return structure(fault, problem, here);
  }

  private InvalidInputException structure(
      MarkedYamlEngineException fault, String problem, String here) {
    if (problem.startsWith("expected ',' or")) {
      String bracket = problem.contains("']'") ? "']'" : "'}'";
      return fault(
          here + ", where ',' or " + bracket + " belongs for what is open" + begun(fault),
          "close it there, or put the text in quotes",
          fault);
    }
    if (problem.contains("<block end>") || problem.contains("are not allowed here")) {
      return fault(
          here + ", which does not fit what stands before it",
          "indent it as the lines that it belongs to, or put the text in quotes",
          fault);
    }
    if (problem.contains("<document start>")) {
      return fault(here + ", after the end of the document", "give one document only", fault);
    }
    if (problem.contains("indentation indicator")) {
      return fault(here + ", after a '|' or '>'", "begin the text on the next line", fault);
    }
    if (problem.contains("leading empty lines")) {
      return fault(
          "an empty line with more spaces than the text after it at " + place(mark(fault)),
          "take the spaces away",
          fault);
    }
    return fault(here + ", where YAML does not allow it", "put the text in quotes", fault);
  }

  /** The tab itself: the parser notices it only where the text after it turns out to be a name. */
  private static TextPlace tab(String text, Mark at) {
    int lineStart = text.offsetByCodePoints(0, at.getIndex() - at.getColumn());
    int tab = text.indexOf('\t', lineStart);
    return tab < 0 || tab - lineStart >= at.getColumn()
        ? place(at)
        : new TextPlace(at.getLine() + 1, text.codePointCount(lineStart, tab) + 1);
  }

  private static Mark mark(MarkedYamlEngineException fault) {
    return fault.getProblemMark().orElseThrow();
  }

  private static String begun(MarkedYamlEngineException fault) {
    return fault.getContextMark().map(mark -> " since " + place(mark)).orElse("");
  }

  private static String what(String text, Mark mark) {
    if (mark.getIndex() >= text.codePointCount(0, text.length())) {
      return "the end of the file";
    }
    int c = text.codePointAt(text.offsetByCodePoints(0, mark.getIndex()));
    return c == '\n' || c == '\r'
        ? "the end of a line"
        : "'" + PrintableText.of(Character.toString(c)) + "'";
  }

  private InvalidInputException fault(String found, String instead, Exception cause) {
    return new InvalidInputException(
        ErrorCode.INVALID_DOCUMENT, source + ": found " + found + "; " + instead, cause);
  }
}
