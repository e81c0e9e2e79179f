/** The command line: one class a command, and {@link dev.stateline.cli.StatelineCommand}. */
package dev.stateline.cli;
