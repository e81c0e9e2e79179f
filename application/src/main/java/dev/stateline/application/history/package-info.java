/**
 * Reading a simulation's past, and naming turns.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.history;
