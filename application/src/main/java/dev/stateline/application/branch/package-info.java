/**
 * Going back in a simulation's history, and going another way from there.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.branch;
