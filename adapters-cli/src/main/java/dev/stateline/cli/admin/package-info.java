/**
 * The installation, its configuration and the database.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.cli.admin;
