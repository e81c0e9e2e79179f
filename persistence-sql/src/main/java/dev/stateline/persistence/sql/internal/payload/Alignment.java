package dev.stateline.persistence.sql.internal.payload;

import java.util.Arrays;

/**
 * Finds what two documents have in common, in one pass over both. Where they part, a value was most
 * likely replaced by another: both are followed to the ends of the next few tokens, until the same
 * bytes follow on each. Only where that fails, something was put in, taken out or moved: then the
 * base is searched for the bytes at the end of a token of the target.
 */
final class Alignment {

  /** Bytes that must be the same before the documents are taken to go on together. */
  private static final int SURE = 8;

  /** How many ends of tokens are tried on each side. */
  private static final int TRIED = 4;

  /** What is the same for fewer bytes may be so by chance: records of one shape have their keys. */
  private static final int BRIEF = 32;

  /** After so many brief ones, the records are taken for others, and their own are looked for. */
  private static final int DOUBTFUL = 4;

  /** How far they are looked for: a text may be as long as the document. */
  private static final int REACH = 4096;

  private final byte[] base;
  private final byte[] target;
  private final Delta.Steps steps;
  private Anchors anchors;
  private int brief;
  private int inBase;
  private int inTarget;

  Alignment(byte[] base, byte[] target, Delta.Steps steps) {
    this.base = base;
    this.target = target;
    this.steps = steps;
  }

  /**
   * Makes the steps from the base to the target.
   *
   * @return whether they have become no more than they may
   */
  boolean run() {
    boolean within = true;
    while (within && inTarget < target.length) {
      int common = common(inBase, inTarget);
      int base0 = inBase + common;
      int target0 = inTarget + common;
      inBase = base0;
      inTarget = target0;
      brief = common < BRIEF ? brief + 1 : 0;
      if (target0 < target.length && !goesOn(base0, target0)) {
        inBase = base.length;
        inTarget = target.length;
      }
      backUp(base0, target0);
      within = steps.add(common, target0, inTarget, inBase - base0);
    }
    return within;
  }

  private boolean goesOn(int base0, int target0) {
    if (brief >= DOUBTFUL
        && moved(base0, target0, target0 + REACH)
        && common(inBase, inTarget) >= 2 * BRIEF) {
      brief = 0;
      return true;
    }
    return replaced(base0, target0) || moved(base0, target0, target.length);
  }

  private int common(int b, int t) {
    int found = Arrays.mismatch(base, b, base.length, target, t, target.length);
    return found < 0 ? target.length - t : found;
  }

  /** Whether both go on together after some of the next tokens; leaves the places where they do. */
  private boolean replaced(int base0, int target0) {
    int t = target0;
    for (int i = 0; i < TRIED; i++) {
      t = endOfToken(target, t, target0 + REACH);
      int b = base0;
      for (int k = 0; k < TRIED; k++) {
        b = endOfToken(base, b, base0 + REACH);
        if (isSame(b, t)) {
          inBase = b;
          inTarget = t;
          return true;
        }
        b = Math.min(b + 1, base.length);
      }
      t = Math.min(t + 1, target.length);
    }
    return false;
  }

  private boolean isSame(int b, int t) {
    if (b >= base.length || t >= target.length) {
      return b == base.length && t == target.length;
    }
    int baseEnd = Math.min(b + SURE, base.length);
    int targetEnd = Math.min(t + SURE, target.length);
    return Arrays.equals(base, b, baseEnd, target, t, targetEnd);
  }

  /** The next comma or closing bracket; a text may have some in it, which does no harm. */
  private static int endOfToken(byte[] document, int from, int reach) {
    int end = Math.min(document.length, reach);
    int at = from;
    while (at < end) {
      byte character = document[at];
      if (character == ',' || character == '}' || character == ']') {
        return at;
      }
      at++;
    }
    return end;
  }

  /** Whether the base has, anywhere, what follows in the target soon; leaves the places. */
  private boolean moved(int base0, int target0, int reach) {
    if (anchors == null) {
      anchors = new Anchors(base);
    }
    int end = Math.min(target.length, reach);
    for (int t = endOfToken(target, target0, end); t < end; t = endOfToken(target, t + 1, end)) {
      int b = anchors.find(target, t, base0);
      if (b >= 0) {
        inBase = b;
        inTarget = t;
        return true;
      }
    }
    return false;
  }

  /** What both have in common before the places that were found need not be put in. */
  private void backUp(int base0, int target0) {
    while (inTarget > target0 && inBase > base0 && base[inBase - 1] == target[inTarget - 1]) {
      inBase--;
      inTarget--;
    }
  }
}
