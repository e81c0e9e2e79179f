package dev.stateline.examples.world.parameters;

/**
 * The model's coefficients. Names, defaults, meaning and units are in {@code world.yaml}; the
 * ranges are here. {@link ParameterTree} maps one to the other.
 */
public record WorldParameters(
    @Range(min = 1955, max = 2021) int startYear,
    Growth growth,
    Shocks shocks,
    Demography demography,
    Military military,
    Tension tension,
    Diplomacy diplomacy,
    War war,
    Unrest unrest) {

  public record Growth(
      @Range(min = 1, max = 30) int history,
      @Range(min = -0.2, max = 0) double floor,
      @Range(min = 0, max = 0.3) double ceiling,
      @Range(min = 0, max = 1) double momentumWeight,
      @Range(min = 0, max = 1) double momentumReversion,
      @Range(min = -0.05, max = 0.05) double frontier,
      @Range(min = 0, max = 1) double trendReversion,
      @Range(min = 0, max = 0.05) double convergence,
      @Range(min = 0.1, max = 10) double reach,
      @Range(min = 0, max = 0.01) double trade,
      @Range(min = 0, max = 1) double investment,
      @Range(min = 0, max = 1) double armsBurden,
      @Range(min = 0, max = 0.2) double sanctions,
      @Range(min = 0, max = 0.3) double conflict) {}

  public record Shocks(
      @Range(min = 0, max = 0.1) double world,
      @Range(min = 0, max = 0.1) double nation,
      @Range(min = 0, max = 0.02) double momentum) {}

  public record Demography(
      @Range(min = 0, max = 0.06) double level,
      @Range(min = 0, max = 0.03) double slope,
      @Range(min = 0, max = 0.002) double diffusion,
      @Range(min = -0.02, max = 0.02) double floor,
      @Range(min = 0, max = 0.06) double highest,
      @Range(min = 0, max = 1) double reversion,
      @Range(min = 0, max = 0.2) double ceiling,
      @Range(min = 0, max = 0.05) double conflict) {}

  public record Military(
      @Range(min = 0.001, max = 0.2) double base,
      @Range(min = 0, max = 0.5) double reaction,
      @Range(min = 0, max = 1) double speed,
      @Range(min = 0, max = 0.2) double wartime,
      @Range(min = 0.01, max = 1) double wear,
      @Range(min = 0, max = 12) int greatPowers) {}

  public record Tension(
      @Range(min = 0, max = 1) double reversion,
      @Range(min = 0, max = 1) double base,
      @Range(min = 0, max = 1) double distance,
      @Range(min = 0, max = 1) double memory,
      @Range(min = 0, max = 1) double sanctions,
      @Range(min = 0, max = 10) double arms,
      @Range(min = 0, max = 1) double treaty,
      @Range(min = 0, max = 1) double mediation,
      @Range(min = 0.01, max = 1) double fade) {}

  public record Diplomacy(
      @Range(min = 0, max = 1) double rate,
      @Range(min = 0, max = 3) double likeness,
      @Range(min = 0, max = 1) double sanctionAt,
      @Range(min = 0, max = 1) double drift,
      @Range(min = 0, max = 0.5) double noise,
      @Range(min = 1, max = 50) int peaceYears) {}

  public record War(
      @Range(min = 0, max = 1) double attack,
      @Range(min = 0, max = 1) double overseas,
      @Range(min = 0, max = 1) double mobiliseAt,
      @Range(min = 0, max = 1) double peace,
      @Range(min = 1, max = 100) double rout) {}

  public record Unrest(
      @Range(min = 0, max = 0.5) double onset,
      @Range(min = 0, max = 3) double poverty,
      @Range(min = 0, max = 20) double memory,
      @Range(min = 0, max = 50) double slump,
      @Range(min = 0, max = 1) double end) {}
}
