/** Actions, outcomes, and the transition between two states that they make. */
package dev.stateline.domain.transition;
