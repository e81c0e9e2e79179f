/**
 * The driven ports: what the domain needs of the world outside, by the role of the consumer.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.port;
