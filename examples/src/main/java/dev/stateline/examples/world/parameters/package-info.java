/** The model's parameters, their ranges, and how they are written. */
package dev.stateline.examples.world.parameters;
