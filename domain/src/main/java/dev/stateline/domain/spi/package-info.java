/** How adapters and scenarios are found: the service provider interfaces. */
package dev.stateline.domain.spi;
