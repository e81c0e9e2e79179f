package org.example.epidemic;

import dev.stateline.codec.parameters.Parameter;

/** What may be set; {@code firstIll} is the member first_ill of a file. */
record TownParameters(
    @Parameter(defaultValue = "1000", min = 1, max = 1_000_000, meaning = "people in the town")
        int people,
    @Parameter(defaultValue = "5", min = 0, meaning = "people who are ill on day 0") int firstIll,
    @Parameter(
            defaultValue = "0.4",
            min = 0,
            max = 5,
            meaning = "people whom one who is ill infects on a day, among people who are all well")
        double infection,
    @Parameter(
            defaultValue = "0.1",
            min = 0,
            max = 1,
            meaning = "chance of one who is ill to recover on a day")
        double recovery,
    @Parameter(
            defaultValue = "0.1",
            min = 0,
            max = 1,
            meaning = "share of people who are ill from which the schools are closed")
        double schoolsCloseAt,
    @Parameter(
            defaultValue = "0.5",
            min = 0,
            max = 1,
            meaning = "share of infections that is left while they are closed")
        double leftWhileClosed) {

  TownParameters {
    if (firstIll > people) {
      throw new IllegalArgumentException("first_ill must not be more than people");
    }
  }
}
