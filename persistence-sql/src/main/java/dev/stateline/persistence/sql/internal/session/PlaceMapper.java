package dev.stateline.persistence.sql.internal.session;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/** SQL for messages: touches as little as can be damaged. */
interface PlaceMapper {

  @Select("SELECT name FROM ${schema}.simulation_records WHERE id = #{id}")
  String nameOf(UUID id);
}
