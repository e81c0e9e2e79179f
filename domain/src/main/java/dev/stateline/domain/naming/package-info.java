/**
 * Ids and names, and the rules that names keep.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.naming;
