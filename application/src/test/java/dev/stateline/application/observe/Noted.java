package dev.stateline.application.observe;

import dev.stateline.domain.error.ErrorCode;
import dev.stateline.domain.measure.Amount;
import dev.stateline.domain.measure.Figure;
import dev.stateline.domain.measure.Operation;
import dev.stateline.domain.port.ObserverPort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An observer that notes what it is told. */
final class Noted implements ObserverPort {

  record Done(Operation operation, Duration took, Amount amount) {}

  record Failed(Operation operation, ErrorCode code) {}

  final List<Done> done = new ArrayList<>();
  final List<Failed> failed = new ArrayList<>();
  final List<Figure> figures = new ArrayList<>();

  @Override
  public void done(Operation operation, Duration took, Amount amount) {
    done.add(new Done(operation, took, amount));
  }

  @Override
  public void failed(Operation operation, Duration took, ErrorCode code) {
    failed.add(new Failed(operation, code));
  }

  @Override
  public void watch(List<Figure> watched) {
    figures.addAll(watched);
  }

  List<Operation> operations() {
    return done.stream().map(Done::operation).toList();
  }

  Done last() {
    return done.get(done.size() - 1);
  }
}
