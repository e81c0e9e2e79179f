/**
 * The one way into a stranger's code: every call of a scenario, its engine, action source and codec
 * goes through here, and whatever it does there is told with its place.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.guard;
