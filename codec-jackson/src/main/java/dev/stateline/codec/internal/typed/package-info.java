/**
 * How typed values are mapped by Jackson.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.codec.internal.typed;
