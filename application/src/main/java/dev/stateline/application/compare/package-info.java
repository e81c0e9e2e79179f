/**
 * Where states differ, and where runs part.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.compare;
