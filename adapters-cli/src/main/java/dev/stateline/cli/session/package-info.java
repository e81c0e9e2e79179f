/**
 * What every command is given and shares: the session, common options, errors and exit codes.
 *
 * <p>Not API: for this project's own modules only, it may change at any time.
 */
package dev.stateline.cli.session;
