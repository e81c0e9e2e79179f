/**
 * What a scenario brings: its engine, its action source, and what they may know of a turn.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.engine;
