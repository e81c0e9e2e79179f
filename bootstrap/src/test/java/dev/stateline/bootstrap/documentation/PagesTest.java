package dev.stateline.bootstrap.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is run of the pages, and what is not. */
class PagesTest {

  @Test
  void only_these_blocks_of_commands_are_not_run() {
    assertThat(Pages.all().stream().flatMap(page -> page.notRun().stream()))
        .containsExactlyInAnyOrder(
            "README.md: $ ./stateline run",
            "docs/embed.md: $ java -cp 'target/classes:target/lib/*' org.example.bakery.BakeryDiary",
            "docs/embed.md: $ java -cp 'target/classes:target/lib/*' org.example.nim.NimReceipt",
            "docs/how-to/back-up.md: $ cp stateline.db plain.db",
            "docs/how-to/back-up.md: $ pg_dump --format=custom --host=127.0.0.1 --port=5455"
                + " --username=stateline --file=llm_sim.dump llm_sim",
            "docs/how-to/move-between-databases.md: $ ./stateline transfer --from laptop.yaml"
                + " --to server.yaml",
            "docs/how-to/move-between-databases.md: $ ./stateline transfer --from laptop.yaml"
                + " --to server.yaml",
            "docs/how-to/move-between-databases.md: $ ./stateline run --name second --config"
                + " server.yaml",
            "docs/how-to/move-between-databases.md: $ ./stateline transfer --from source.yaml"
                + " --to target.yaml --discard-unfinished",
            "docs/how-to/postgresql.md: $ psql -d llm_sim -c '\\password stateline_owner'"
                + " -c '\\password stateline_app'",
            "docs/how-to/postgresql.md: $ pg_dump -Fc -f llm_sim.dump llm_sim",
            "docs/reference/command-line.md: ./stateline COMMAND [OPTIONS]",
            "docs/reference/metrics.md: $ ./stateline stats -o prometheus > stateline.prom.part"
                + " && mv stateline.prom.part /var/lib/node_exporter/stateline.prom",
            "docs/reference/metrics.md: $ curl --data-binary @first.prom"
                + " http://localhost:9091/metrics/job/stateline/instance/first",
            "docs/reference/storage.md: $ wc -c stateline.db stateline.db-wal",
            "docs/write-a-scenario.md: $ mvn -q -DskipTests -pl stateline-bom,scenario-testkit -am install",
            "docs/write-a-scenario.md: $ stateline scenarios new epidemic",
            "docs/write-a-scenario.md: $ cd epidemic",
            "docs/write-a-scenario.md: $ export STATELINE_CLASSPATH=target/classes",
            "docs/write-a-scenario.md: $ stateline scenarios",
            "docs/write-a-scenario.md: $ stateline run --scenario epidemic --name first",
            "docs/write-a-scenario.md: $ echo 'infektion: 0.6' > wrong.yaml",
            "docs/write-a-scenario.md: $ echo '[{\"op\":\"replace\",\"path\":\"/ill\",\"value\":50}]' > ill.json",
            "docs/write-a-scenario.md: $ stateline verify ill",
            "docs/write-an-adapter.md: $ mvn -q -DskipTests install",
            "docs/write-an-adapter.md: $ mvn -q test",
            "docs/write-an-adapter.md: $ mvn -q package",
            "docs/write-an-adapter.md: $ STATELINE_CLASSPATH= stateline list");
  }

  @Test
  void every_command_stands_behind_a_prompt() {
    assertThat(Pages.all().stream().flatMap(page -> page.withoutPrompt().stream())).isEmpty();
  }

  @Test
  void the_pages_that_a_newcomer_walks_are_run() {
    assertThat(Pages.withCommands()).contains("README.md", "docs/tutorial.md");
    List<Page> pages = Pages.all();
    assertThat(pages.stream().mapToInt(page -> page.commands().size()).sum()).isGreaterThan(120);
  }
}
