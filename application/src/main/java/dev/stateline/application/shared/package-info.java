/**
 * What everything that works on one open persistence shares.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.application.shared;
