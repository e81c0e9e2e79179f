/**
 * JSON documents in canonical form, their hashes, and how two of them differ.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.document;
