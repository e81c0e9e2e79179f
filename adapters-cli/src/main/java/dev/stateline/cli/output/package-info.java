/** Data as tables, JSON and CSV. */
package dev.stateline.cli.output;
