/**
 * What is told of the work with a database to whoever measures it.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.measure;
