/**
 * What a person sees and answers: streams, colours, progress, confirmation.
 *
 * <p>Not API: for this project's own modules only, it may change at any time.
 */
package dev.stateline.cli.terminal;
