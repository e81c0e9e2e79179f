package dev.stateline.examples.world.parameters;

import dev.stateline.codec.parameters.Parameter;

/** The coefficients of the tension between neighbours and between great powers. */
public record Tension(
    @Parameter(
            defaultValue = "0.2",
            min = 0,
            max = 1,
            meaning = "share of the way to its level that tension goes each year")
        double reversion,
    @Parameter(defaultValue = "0.12", min = 0, max = 1, meaning = "level between strangers, 0 to 1")
        double base,
    @Parameter(
            defaultValue = "0.1",
            min = 0,
            max = 1,
            meaning = "level for each unit of distance in UN votes")
        double distance,
    @Parameter(
            defaultValue = "0.35",
            min = 0,
            max = 1,
            meaning = "level for the two nations' memory of conflict")
        double memory,
    @Parameter(
            defaultValue = "0.1",
            min = 0,
            max = 1,
            meaning = "level while one has sanctions on the other")
        double sanctions,
    @Parameter(
            defaultValue = "2.0",
            min = 0,
            max = 10,
            meaning = "level for each point of GDP that the two add to their effort")
        double arms,
    @Parameter(
            defaultValue = "0.1",
            min = 0,
            max = 1,
            meaning = "level taken away by each treaty of the two")
        double treaty,
    @Parameter(
            defaultValue = "0.1",
            min = 0,
            max = 1,
            meaning = "tension taken away at once by a mediator")
        double mediation,
    @Parameter(
            defaultValue = "0.15",
            min = 0.01,
            max = 1,
            meaning = "share of the memory of conflict that is renewed each year")
        double fade) {}
