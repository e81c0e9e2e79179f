/**
 * Adding turns: what is written at once, and who may write.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.commit;
