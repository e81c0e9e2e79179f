/** Puts the parts together: {@code main}, wiring, the process and its terminal. */
package dev.stateline.bootstrap;
