/** The door behind which the command line finds everything else; the wiring implements it. */
package dev.stateline.cli.workspace;
