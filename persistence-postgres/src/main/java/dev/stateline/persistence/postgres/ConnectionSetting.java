package dev.stateline.persistence.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stateline.domain.spi.SettingProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The settings that a connection may have. Everything that the driver could be told besides is left
 * out.
 */
enum ConnectionSetting {
  HOST("localhost", "[A-Za-z0-9._:\\-]{1,253}", "a host name or address"),
  PORT("5432", "[1-9][0-9]{0,4}", "a port from 1 to 65535, without zeros before it"),
  DATABASE("", ConnectionSetting.NAME, "the name of a database"),
  USERNAME("", ConnectionSetting.NAME, "the name of a role"),
  PASSWORD_FILE("", "[^\\x00-\\x1f]{1,4096}", "a file that holds the password"),
  SSLMODE(
      "prefer",
      "disable|prefer|require|verify-ca|verify-full",
      "disable, prefer, require, verify-ca or verify-full"),
  SSLROOTCERT("", "[^\\x00-\\x1f]{1,4096}", "a file with the root certificate"),
  PREPARED_STATEMENTS("on", "on|off", "on or off"),
  CONNECT_TIMEOUT_SECONDS("10", "[1-9][0-9]{0,3}", "1 to 9999"),
  SOCKET_TIMEOUT_SECONDS("60", "[1-9][0-9]{0,4}", "1 to 99999"),
  STATEMENT_TIMEOUT_SECONDS("30", "[1-9][0-9]{0,4}", "1 to 99999"),
  LEASE_SECONDS("10", "[1-9][0-9]{0,2}", "1 to 999"),
  SCHEMA(
      "",
      "(?!pg_|information_schema$)[A-Za-z_][A-Za-z0-9_]{0,62}",
      "the name of a schema: letters, digits and underscores, at most 63, and none of the"
          + " server's own (information_schema, pg_...)"),
  PARTITIONS("", "[1-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-6]", "1 to 256"),
  UNSAFE_SERVER("refuse", "refuse|accept", "refuse or accept");

  private static final int LAST_PORT = 65_535;

  /** Any character that can be seen; a server keeps no more bytes. */
  private static final String NAME = "[^\\p{Cntrl}\\p{Cf}]+";

  private static final int NAME_BYTES = 63;

  private final String byDefault;
  private final Pattern allowed;
  private final String range;

  ConnectionSetting(String byDefault, String allowed, String range) {
    this.byDefault = byDefault;
    this.allowed = Pattern.compile(allowed);
    this.range = range;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is set, or the default; empty if there is neither. */
  Optional<String> in(Map<String, String> connection) {
    return Optional.of(connection.getOrDefault(key(), byDefault)).filter(value -> !value.isEmpty());
  }

  /** The value of a setting that {@link #check} requires or that has a default. */
  String required(Map<String, String> connection) {
    return in(connection).orElseThrow();
  }

  int number(Map<String, String> connection) {
    return Integer.parseInt(required(connection));
  }

  static List<SettingProblem> check(Map<String, String> connection) {
    List<SettingProblem> problems = new ArrayList<>();
    connection.forEach((key, value) -> check(key, value).ifPresent(problems::add));
    for (ConnectionSetting needed : List.of(DATABASE, USERNAME)) {
      if (!connection.containsKey(needed.key())) {
        problems.add(
            new SettingProblem(
                "connection." + needed.key(), "it is missing; give " + needed.range));
      }
    }
    return problems;
  }

  private static Optional<SettingProblem> check(String key, String value) {
    Optional<ConnectionSetting> setting =
        Arrays.stream(values()).filter(s -> s.key().equals(key)).findFirst();
    if (setting.isEmpty()) {
      String known =
          Arrays.stream(values()).map(ConnectionSetting::key).collect(Collectors.joining(", "));
      return Optional.of(
          new SettingProblem(
              "connection." + key, "postgresql has no such setting; known: " + known));
    }
    ConnectionSetting found = setting.get();
    boolean fits =
        found.allowed.matcher(value).matches()
            && (found != PORT || Integer.parseInt(value) <= LAST_PORT)
            && (!found.isName() || value.getBytes(UTF_8).length <= NAME_BYTES);
    return fits ? Optional.empty() : Optional.of(found.problem(value));
  }

  private boolean isName() {
    return allowed.pattern().equals(NAME);
  }

  private SettingProblem problem(String value) {
    String rule = isName() ? nameProblem(value) : "'" + value + "' is not allowed";
    return new SettingProblem("connection." + key(), rule + "; give " + range);
  }

  /** Which character, and why; names go to the server as they are, whatever else is in them. */
  private static String nameProblem(String value) {
    OptionalInt hidden =
        value.codePoints().filter(c -> !Character.toString(c).matches(NAME)).findFirst();
    return hidden.isPresent()
        ? String.format(
            Locale.ROOT,
            "it has the character U+%04X, which cannot be seen; names have none of these",
            hidden.getAsInt())
        : "it has "
            + value.getBytes(UTF_8).length
            + " bytes in UTF-8; a server keeps "
            + NAME_BYTES
            + " of a name";
  }
}
