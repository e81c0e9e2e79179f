/** What is known of the real world: the bundled series and borders. */
package dev.stateline.examples.world.data;
