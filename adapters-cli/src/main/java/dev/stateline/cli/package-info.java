/**
 * The program {@code stateline}. Commands live in rooms by what people do with them; {@link
 * dev.stateline.cli.StatelineCommand} stands on top and knows the rooms, no room knows it.
 *
 * <p>Not API: for this project's own modules only, it may change at any time.
 */
package dev.stateline.cli;
