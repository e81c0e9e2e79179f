package dev.stateline.examples.world.parameters;

import dev.stateline.codec.parameters.Parameter;

/** The coefficients of the growth of GDP per head. */
public record Growth(
    @Parameter(
            defaultValue = "8",
            min = 1,
            max = 30,
            meaning = "years before the start from which a nation's momentum is measured")
        int history,
    @Parameter(
            defaultValue = "-0.054",
            min = -0.2,
            max = 0,
            meaning = "yearly growth below this counts as this in the measured past")
        double floor,
    @Parameter(
            defaultValue = "0.10",
            min = 0,
            max = 0.3,
            meaning = "yearly growth above this counts as this in the measured past")
        double ceiling,
    @Parameter(
            defaultValue = "0.6",
            min = 0,
            max = 1,
            meaning = "share of the past lead over the world's trend that a nation starts with")
        double momentumWeight,
    @Parameter(
            defaultValue = "0.06",
            min = 0,
            max = 1,
            meaning = "share of its momentum that fades each year")
        double momentumReversion,
    @Parameter(
            defaultValue = "0.013",
            min = -0.05,
            max = 0.05,
            meaning = "growth of the technology frontier; the world's trend returns to it")
        double frontier,
    @Parameter(
            defaultValue = "0.12",
            min = 0,
            max = 1,
            meaning = "share of the way back that the trend goes each year")
        double trendReversion,
    @Parameter(
            defaultValue = "0.003",
            min = 0,
            max = 0.05,
            meaning = "pull of the frontier: convergence * gap * (1 - gap / reach)")
        double convergence,
    @Parameter(
            defaultValue = "3.0",
            min = 0.1,
            max = 10,
            meaning = "the gap (ln frontier / income) beyond which a nation falls behind")
        double reach,
    @Parameter(
            defaultValue = "0.0004",
            min = 0,
            max = 0.01,
            meaning = "gain from trade treaties, weighted by the partners' size")
        double trade,
    @Parameter(
            defaultValue = "0.1",
            min = 0,
            max = 1,
            meaning = "growth for each point of GDP that invest adds")
        double investment,
    @Parameter(
            defaultValue = "0.03",
            min = 0,
            max = 1,
            meaning = "growth lost for each point of GDP of military effort above the base")
        double armsBurden,
    @Parameter(
            defaultValue = "0.01",
            min = 0,
            max = 0.2,
            meaning = "growth lost to sanctions by far larger economies")
        double sanctions,
    @Parameter(
            defaultValue = "0.015",
            min = 0,
            max = 0.3,
            meaning = "growth lost to a conflict of intensity 1 on the own soil")
        double conflict) {}
