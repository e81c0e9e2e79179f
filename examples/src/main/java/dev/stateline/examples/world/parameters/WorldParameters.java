package dev.stateline.examples.world.parameters;

import dev.stateline.codec.parameters.Parameter;

/**
 * The model's coefficients. Growth rates are log points a year (0.02 is about 2 %), money is 2011
 * international $. The coefficients of growth and demography were tuned on the years up to 1992
 * only ({@code docs/scenario-world.md} says how blindly); nothing here was fitted to a later year.
 */
public record WorldParameters(
    @Parameter(
            defaultValue = "1992",
            min = 1955,
            max = 2021,
            meaning = "the year of the initial state")
        int startYear,
    Growth growth,
    Shocks shocks,
    Demography demography,
    Military military,
    Tension tension,
    Diplomacy diplomacy,
    War war,
    Unrest unrest) {

  public record Shocks(
      @Parameter(
              defaultValue = "0.006",
              min = 0,
              max = 0.1,
              meaning = "standard deviation of growth, common to all nations")
          double world,
      @Parameter(
              defaultValue = "0.02",
              min = 0,
              max = 0.1,
              meaning = "standard deviation of growth, of one nation")
          double nation,
      @Parameter(
              defaultValue = "0.002",
              min = 0,
              max = 0.02,
              meaning = "standard deviation of momentum, of one nation")
          double momentum) {}

  public record Demography(
      @Parameter(
              defaultValue = "0.0438",
              min = 0,
              max = 0.06,
              meaning = "growth of a people of 1000 $ a head in 1960 returns to this")
          double level,
      @Parameter(
              defaultValue = "0.0137",
              min = 0,
              max = 0.03,
              meaning = "less growth for each unit of ln(income / 1000 $)")
          double slope,
      @Parameter(
              defaultValue = "0.0005",
              min = 0,
              max = 0.002,
              meaning =
                  "less growth each year since 1960, by what spreads without income: schools, vaccines, contraception")
          double diffusion,
      @Parameter(
              defaultValue = "-0.004",
              min = -0.02,
              max = 0.02,
              meaning = "the growth that it returns to is never below this")
          double floor,
      @Parameter(
              defaultValue = "0.03",
              min = 0,
              max = 0.06,
              meaning = "the growth that it returns to is never above this")
          double highest,
      @Parameter(
              defaultValue = "0.028",
              min = 0,
              max = 1,
              meaning = "share of the way back that growth goes each year")
          double reversion,
      @Parameter(
              defaultValue = "0.145",
              min = 0,
              max = 0.2,
              meaning = "the measured past is capped here")
          double ceiling,
      @Parameter(
              defaultValue = "0.003",
              min = 0,
              max = 0.05,
              meaning = "population lost (flight and death) to a conflict of intensity 1")
          double conflict) {}

  public record Military(
      @Parameter(
              defaultValue = "0.016",
              min = 0.001,
              max = 0.2,
              meaning = "share of GDP that a nation without enemies spends")
          double base,
      @Parameter(
              defaultValue = "0.05",
              min = 0,
              max = 0.5,
              meaning = "Richardson: effort for each unit of threat")
          double reaction,
      @Parameter(
              defaultValue = "0.3",
              min = 0,
              max = 1,
              meaning = "share of the way to the wanted effort each year")
          double speed,
      @Parameter(
              defaultValue = "0.03",
              min = 0,
              max = 0.2,
              meaning = "effort that a conflict of intensity 1 adds")
          double wartime,
      @Parameter(
              defaultValue = "0.08",
              min = 0.01,
              max = 1,
              meaning = "share of the arsenal that is scrapped each year")
          double wear,
      @Parameter(
              defaultValue = "6",
              min = 0,
              max = 12,
              meaning = "so many largest arsenals watch each other across the world")
          int greatPowers) {}

  public record Diplomacy(
      @Parameter(
              defaultValue = "0.35",
              min = 0,
              max = 1,
              meaning = "chance that a government seeks something abroad this year")
          double rate,
      @Parameter(
              defaultValue = "0.6",
              min = 0,
              max = 3,
              meaning = "allies are not further apart than this in UN votes")
          double likeness,
      @Parameter(
              defaultValue = "0.6",
              min = 0,
              max = 1,
              meaning = "tension from which sanctions are considered")
          double sanctionAt,
      @Parameter(
              defaultValue = "0.02",
              min = 0,
              max = 1,
              meaning = "share of the way to one's partners' votes each year")
          double drift,
      @Parameter(
              defaultValue = "0.03",
              min = 0,
              max = 0.5,
              meaning = "standard deviation of the yearly change of alignment")
          double noise,
      @Parameter(defaultValue = "15", min = 1, max = 50, meaning = "how long a peace treaty holds")
          int peaceYears) {}

  public record War(
      @Parameter(
              defaultValue = "0.08",
              min = 0,
              max = 1,
              meaning = "scale of the yearly hazard of an attack on a neighbour")
          double attack,
      @Parameter(
              defaultValue = "0.05",
              min = 0,
              max = 1,
              meaning =
                  "the hazard of an attack on a rival without a common border, relative to that on a neighbour")
          double overseas,
      @Parameter(
              defaultValue = "0.55",
              min = 0,
              max = 1,
              meaning = "tension from which armies mobilise")
          double mobiliseAt,
      @Parameter(
              defaultValue = "0.2",
              min = 0,
              max = 1,
              meaning = "yearly chance that a side seeks peace, before losses and years")
          double peace,
      @Parameter(
              defaultValue = "4.0",
              min = 1,
              max = 100,
              meaning = "ratio of forces from which the weaker side gives in")
          double rout) {}

  public record Unrest(
      @Parameter(
              defaultValue = "0.017",
              min = 0,
              max = 0.5,
              meaning = "yearly hazard at 5,000 $ a head and 10 million people")
          double onset,
      @Parameter(
              defaultValue = "0.5",
              min = 0,
              max = 3,
              meaning = "elasticity of the hazard to income, negative")
          double poverty,
      @Parameter(
              defaultValue = "6.0",
              min = 0,
              max = 20,
              meaning = "hazard added, relative, by a full memory of conflict")
          double memory,
      @Parameter(
              defaultValue = "8.0",
              min = 0,
              max = 50,
              meaning = "hazard added, relative, for each unit of negative growth")
          double slump,
      @Parameter(
              defaultValue = "0.10",
              min = 0,
              max = 1,
              meaning = "yearly chance that a civil conflict dies down")
          double end) {}
}
