/** Naming states. */
package dev.stateline.application.checkpoint;
