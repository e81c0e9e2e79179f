package dev.stateline.application.testworld;

import java.util.List;

/** The state of the smallest world: what it is worth, and the numbers that were drawn for it. */
public record Town(int year, double wealth, List<Integer> draws) {}
