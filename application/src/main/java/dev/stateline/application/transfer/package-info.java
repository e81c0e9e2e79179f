/**
 * Moving simulations from one database to another, as they are.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.transfer;
