/**
 * Measures the work with a database, and tells an observer.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.application.observe;
