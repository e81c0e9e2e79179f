package dev.stateline.benchmarks.store;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.StartWorkflowOptions;
import dev.dbos.transact.workflow.StepInfo;
import dev.dbos.transact.workflow.WorkflowHandle;
import dev.stateline.benchmarks.workload.WorkTurn;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Workflows that record turns: each time that it is opened, another goes on. */
final class DbosHistory<S> implements History<S> {

  private static final int STEPS_AT_A_TIME = 16;

  private final DBOS dbos;
  private final DbosContender.Loop loop;
  private final DbosContender.Turns turns;
  private final String name;

  /** The workflow that recorded a turn and those after it. */
  private final TreeMap<Integer, String> workflows = new TreeMap<>();

  private int recorded;
  private Optional<WorkflowHandle<Void, RuntimeException>> running = Optional.empty();

  DbosHistory(
      DBOS dbos,
      DbosContender.Loop loop,
      DbosContender.Turns turns,
      PostgresDatabase database,
      String name)
      throws SQLException {
    this.dbos = dbos;
    this.loop = loop;
    this.turns = turns;
    this.name = name;
    try (Connection connection = database.connect();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT workflow_uuid, count(*) FROM dbos.operation_outputs"
                    + " WHERE workflow_uuid LIKE ? GROUP BY 1 ORDER BY 1")) {
      select.setString(1, name + "/%");
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          workflows.put(recorded, rows.getString(1));
          recorded += rows.getInt(2);
        }
      }
    }
  }

  @Override
  public void append(WorkTurn<S> turn) {
    if (running.isEmpty()) {
      String workflow = String.format("%s/%06d", name, recorded);
      workflows.put(recorded, workflow);
      running =
          Optional.of(
              dbos.startWorkflow(() -> loop.run(workflow), new StartWorkflowOptions(workflow)));
    }
    turns.handover(workflows.lastEntry().getValue()).give(TurnText.of(turn));
    recorded++;
  }

  @Override
  public int read(int turn, Check check) {
    return StateText.checked(bytes(turn), check);
  }

  @Override
  public String text(int turn) {
    return TurnText.stateOf(bytes(turn));
  }

  private byte[] bytes(int turn) {
    var from = workflows.floorEntry(turn);
    return bytes(dbos.listWorkflowSteps(from.getValue(), 1, turn - from.getKey()).get(0));
  }

  private static byte[] bytes(StepInfo step) {
    return ((String) step.output()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long scan(Check check) {
    long bytes = 0;
    for (String workflow : workflows.values()) {
      List<StepInfo> steps;
      int offset = 0;
      do {
        steps = dbos.listWorkflowSteps(workflow, STEPS_AT_A_TIME, offset);
        bytes += steps.stream().mapToLong(step -> StateText.checked(bytes(step), check)).sum();
        offset += steps.size();
      } while (steps.size() == STEPS_AT_A_TIME);
    }
    return bytes;
  }

  @Override
  public void fork(int turn, String fork) {
    throw new UnsupportedOperationException("a workflow is forked by computing its steps again");
  }

  @Override
  public void close() {
    running.ifPresent(
        workflow -> {
          turns.handover(workflows.lastEntry().getValue()).end();
          workflow.getResult();
        });
    running = Optional.empty();
  }
}
