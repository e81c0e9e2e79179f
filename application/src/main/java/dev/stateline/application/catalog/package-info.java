/**
 * Finding simulations by what people call them, and deciding over their life.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.catalog;
