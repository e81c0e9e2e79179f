/**
 * The configuration: defaults, then the file, then the environment, then options.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.bootstrap.configuration;
