package dev.stateline.codec;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;

/** Refuses aliases, which Jackson would hand out as strings that hold the anchor's name. */
final class AliasFreeParser extends JsonParserDelegate {

  private final YAMLParser yaml;

  AliasFreeParser(YAMLParser yaml) {
    super(yaml);
    this.yaml = yaml;
  }

  @Override
  public JsonToken nextToken() throws IOException {
    JsonToken token = yaml.nextToken();
    if (token != null && yaml.isCurrentAlias()) {
      throw Refusal.of("the alias *" + yaml.getText() + " is not read", "write its value out");
    }
    return token;
  }
}
