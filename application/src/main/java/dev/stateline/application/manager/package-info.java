/**
 * StateManager: the single source of truth of one open simulation.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.manager;
