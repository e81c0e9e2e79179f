/**
 * Computing recorded turns again, and requiring that the same comes of it.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.replay;
