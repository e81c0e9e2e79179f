/**
 * How adapters and scenarios are found: the service provider interfaces.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.domain.spi;
