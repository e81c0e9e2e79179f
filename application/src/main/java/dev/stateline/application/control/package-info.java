/**
 * Stopping a run, and measuring how long its parts take.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.control;
