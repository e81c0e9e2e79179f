/** The model's parameters, their defaults, ranges and meaning. */
package dev.stateline.examples.world.parameters;
