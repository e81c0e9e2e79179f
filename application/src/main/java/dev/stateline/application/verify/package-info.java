/** Proving that the stored history is the one that was run. */
package dev.stateline.application.verify;
