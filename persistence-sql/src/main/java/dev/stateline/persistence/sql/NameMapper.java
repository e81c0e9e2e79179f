package dev.stateline.persistence.sql;

import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/** SQL for messages: touches as little as can be damaged. */
interface NameMapper {

  @Select("SELECT name FROM simulations WHERE id = #{id}")
  String nameOf(UUID id);
}
