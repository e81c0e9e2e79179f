package dev.stateline.persistence.sql.schema;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The changelog inside the program, read without Liquibase, which takes longer to start than most
 * commands take in all.
 *
 * @param changes the ids of the changes for one database, from the first on
 * @param tables the tables that they make, in lower case
 * @param views the views that they make, in lower case
 */
record Changelog(List<String> changes, List<String> tables, List<String> views) {

  private static final Pattern TABLE =
      Pattern.compile("CREATE TABLE (?:\\$\\{schema}\\.)?(\\w+) \\(");
  private static final Pattern VIEW = Pattern.compile("CREATE VIEW (?:\\$\\{schema}\\.)?(\\w+) ");

  static Changelog read(String resource) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    Set<String> changes = new LinkedHashSet<>();
    Set<String> tables = new LinkedHashSet<>();
    Set<String> views = new LinkedHashSet<>();
    try (InputStream in = Changelog.class.getClassLoader().getResourceAsStream(resource)) {
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("changeSet")) {
          changes.add(xml.getAttributeValue(null, "id"));
        } else if (event == XMLStreamConstants.CHARACTERS) {
          tables.addAll(namesIn(TABLE, xml.getText()));
          views.addAll(namesIn(VIEW, xml.getText()));
        }
      }
    } catch (IOException | XMLStreamException e) {
      throw new IllegalStateException("the changelog inside the program is damaged", e);
    }
    return new Changelog(List.copyOf(changes), List.copyOf(tables), List.copyOf(views));
  }

  private static List<String> namesIn(Pattern made, String sql) {
    Matcher found = made.matcher(sql);
    return found.results().map(match -> match.group(1).toLowerCase(Locale.ROOT)).toList();
  }
}
