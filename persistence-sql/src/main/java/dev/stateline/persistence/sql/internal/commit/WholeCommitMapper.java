package dev.stateline.persistence.sql.internal.commit;

import dev.stateline.persistence.sql.internal.checkpoint.CheckpointMapper;
import dev.stateline.persistence.sql.internal.checkpoint.CheckpointRow;
import dev.stateline.persistence.sql.internal.simulation.HeadMapper;
import dev.stateline.persistence.sql.internal.turn.TurnMapper;
import dev.stateline.persistence.sql.internal.turn.TurnRow;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;

/**
 * Commits as texts that have their own transaction, where the database can change several tables in
 * one statement. A turn's row is made of the head that moved, so where none did, nothing is
 * written.
 */
public interface WholeCommitMapper {

  String HEAD_AND_TURN =
      "WITH advanced AS ("
          + HeadMapper.ADVANCE
          + " RETURNING segment, provenance), added AS ("
          + TurnMapper.INSERT
          + " SELECT segment, provenance, "
          + TurnMapper.VALUES
          + " FROM advanced RETURNING 1)";

  String CHECKPOINT =
      ", kept AS ("
          + CheckpointMapper.INSERT
          + " SELECT "
          + CheckpointMapper.VALUES
          + " FROM advanced"
          + CheckpointMapper.UNLESS_TAKEN
          + " RETURNING 1)";

  /** A head that moved without its turn divides by nothing, which undoes the whole text. */
  String RESULT =
      """
       SELECT CASE WHEN EXISTS (SELECT 1 FROM advanced)
         THEN 1 / (SELECT count(*) FROM added) ELSE 0 END AS added
      """;

  String RESULT_WITH_CHECKPOINT =
      """
       SELECT CASE WHEN EXISTS (SELECT 1 FROM advanced)
         THEN 1 / ((SELECT count(*) FROM added) * (SELECT count(*) FROM kept)) ELSE 0 END AS added
      """;

  String PLAIN = HEAD_AND_TURN + RESULT;
  String WITH_CHECKPOINT = HEAD_AND_TURN + CHECKPOINT + RESULT_WITH_CHECKPOINT;

  /** A turn without a checkpoint. */
  @Select("${begin}; " + PLAIN + "; COMMIT")
  Result add(WholeCommit commit);

  /** Any turns, in this order. */
  @SelectProvider(type = WholeCommitMapper.class, method = "text")
  List<Result> addAll(@Param("all") List<WholeCommit> all);

  /** The text for these commits. */
  static String text(@Param("all") List<WholeCommit> all) {
    StringBuilder text = new StringBuilder("${begin}; ");
    for (int i = 0; i < all.size(); i++) {
      String one = all.get(i).checkpoint() == null ? PLAIN : WITH_CHECKPOINT;
      text.append(one.replace("#{", "#{all[" + i + "].")).append("; ");
    }
    return text.append("COMMIT").toString();
  }

  /**
   * A commit as it is bound.
   *
   * @param checkpoint null for none
   */
  record WholeCommit(HeadMapper.Advance head, TurnRow row, CheckpointRow checkpoint) {}

  /**
   * What became of a commit.
   *
   * @param added 0 if the head did not move, and nothing was written
   */
  record Result(int added) {}
}
