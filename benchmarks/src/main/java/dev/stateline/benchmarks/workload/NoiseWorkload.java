package dev.stateline.benchmarks.workload;

import dev.stateline.codec.JacksonStateCodec;
import dev.stateline.domain.port.StateCodec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * States of random text, all of it other each turn: nothing to compress, nothing to compare with.
 *
 * @param blocks how many texts a state has
 * @param blockBytes what stands in each, before it is written as text
 */
record NoiseWorkload(String name, String description, int blocks, int blockBytes, long seed)
    implements Workload<NoiseWorkload.Noise> {

  private static final StateCodec<Noise> CODEC = JacksonStateCodec.of(Noise.class);

  record Noise(int turn, List<String> blocks) {
    Noise {
      blocks = List.copyOf(blocks);
    }
  }

  @Override
  public StateCodec<Noise> codec() {
    return CODEC;
  }

  @Override
  public Class<Noise> stateType() {
    return Noise.class;
  }

  @Override
  public Iterator<WorkTurn<Noise>> turns() {
    Random random = new Random(seed);
    return IntStream.iterate(0, turn -> turn + 1).mapToObj(turn -> turn(turn, random)).iterator();
  }

  private WorkTurn<Noise> turn(int number, Random random) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < blocks; i++) {
      byte[] bytes = new byte[blockBytes];
      random.nextBytes(bytes);
      texts.add(Base64.getEncoder().encodeToString(bytes));
    }
    return new WorkTurn<>(number, new Noise(number, texts), List.of(), List.of());
  }
}
