/** The driven ports: what the domain needs of the world outside, by the role of the consumer. */
package dev.stateline.domain.port;
