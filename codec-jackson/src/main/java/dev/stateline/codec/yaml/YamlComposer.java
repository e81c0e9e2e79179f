package dev.stateline.codec.yaml;

import dev.stateline.codec.internal.text.PrintableText;
import dev.stateline.codec.internal.text.TextPlace;
import dev.stateline.codec.yaml.YamlNode.Meaning;
import dev.stateline.domain.error.InvalidInputException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Puts together the values of one text, event by event. */
final class YamlComposer {

  private static final int MAX_DEPTH = 100;

  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(Integer.MAX_VALUE)
          // The version is judged here, where its place is known.
          .setVersionFunction(version -> version)
          .build();

  private final Iterator<Event> events;
  private final YamlFaults faults;

  YamlComposer(String text, YamlFaults faults) {
    this.events = new Parse(SETTINGS).parseString(text).iterator();
    this.faults = faults;
  }

  /**
   * @throws org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException if the text is no YAML
   */
  YamlNode root() {
    events.next();
    Event start = events.next();
    if (start.getEventId() == Event.ID.StreamEnd) {
      return new YamlNode.Mapping(Map.of(), 1, 1);
    }
    requireKnownVersion((DocumentStartEvent) start);
    Event content = events.next();
    YamlNode root = isNothing(content) ? emptyMapping(content) : node(content, 0);
    events.next();
    Event end = events.next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw found("a second document", end, "give one document only");
    }
    return root;
  }

  private void requireKnownVersion(DocumentStartEvent start) {
    Optional<SpecVersion> version = start.getSpecVersion();
    if (version.isPresent() && !(version.get().getMajor() == 1 && version.get().getMinor() == 2)) {
      throw found(
          "a text in YAML " + version.get().getMajor() + "." + version.get().getMinor(),
          start,
          "write %YAML 1.2, or nothing: the versions read numbers and words in other ways");
    }
  }

  private static boolean isNothing(Event content) {
    return content instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().isEmpty()
        && scalar.getTag().isEmpty();
  }

  private static YamlNode emptyMapping(Event content) {
    TextPlace place = place(content);
    return new YamlNode.Mapping(Map.of(), place.line(), place.column());
  }

  private YamlNode node(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw found("more than " + MAX_DEPTH + " levels", event, "flatten it");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar, scalar.getTag());
      return scalar(scalar);
    }
    if (event instanceof MappingStartEvent mapping) {
      refuseTag(mapping, mapping.getTag());
      return mapping(mapping, depth);
    }
    if (event instanceof SequenceStartEvent sequence) {
      refuseTag(sequence, sequence.getTag());
      return sequence(sequence, depth);
    }
    throw found("an alias", event, "write its value out, or quote it if it is text");
  }

  private static YamlNode scalar(ScalarEvent event) {
    String text = event.getValue();
    Meaning meaning = event.isPlain() ? PlainScalar.meaning(text) : Meaning.TEXT;
    TextPlace place = place(event);
    return new YamlNode.Scalar(text, meaning, place.line(), place.column());
  }

  private YamlNode sequence(Event begin, int depth) {
    List<YamlNode> elements = new ArrayList<>();
    for (Event next = events.next(); isNode(next); next = events.next()) {
      elements.add(node(next, depth + 1));
    }
    TextPlace place = place(begin);
    return new YamlNode.Sequence(elements, place.line(), place.column());
  }

  private YamlNode mapping(Event begin, int depth) {
    Map<String, YamlNode> members = new LinkedHashMap<>();
    for (Event next = events.next(); isNode(next); next = events.next()) {
      String name = name(next);
      if (members.containsKey(name)) {
        throw found(
            "the name \"" + PrintableText.of(name) + "\" a second time",
            next,
            "give each member a name of its own");
      }
      members.put(name, node(events.next(), depth + 1));
    }
    TextPlace place = place(begin);
    return new YamlNode.Mapping(members, place.line(), place.column());
  }

  private String name(Event event) {
    if (!(event instanceof ScalarEvent scalar)) {
      throw found("a name that is no text", event, "write a text, in quotes if need be");
    }
    refuseTag(scalar, scalar.getTag());
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      throw found("a merge key <<", event, "write its members out, or quote it if it is a name");
    }
    if (scalar.isPlain() && scalar.getValue().isEmpty()) {
      throw found("a value without a name", event, "write name: value");
    }
    return scalar.getValue();
  }

  private void refuseTag(NodeEvent event, Optional<String> tag) {
    if (tag.isPresent()) {
      throw found(
          "a tag (!)", event, "leave it out: quotes make a text, and their lack a number or truth");
    }
  }

  private static boolean isNode(Event event) {
    return event instanceof NodeEvent;
  }

  private InvalidInputException found(String what, Event where, String instead) {
    return faults.found(what, place(where), instead);
  }

  private static TextPlace place(Event event) {
    return YamlFaults.place(event.getStartMark().orElseThrow());
  }
}
