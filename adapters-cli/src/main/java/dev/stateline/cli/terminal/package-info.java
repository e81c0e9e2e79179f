/** What a person sees and answers: streams, colours, progress, confirmation. */
package dev.stateline.cli.terminal;
