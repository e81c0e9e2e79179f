/**
 * Errors: one base, a leaf type where a caller acts differently, stable codes.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.error;
