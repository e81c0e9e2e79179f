/**
 * What every front end needs, be it a command line, a page or a server: a database opened from
 * settings, and what is shown of it. Nothing here knows how it is shown. It is for front ends;
 * whoever embeds Stateline begins at {@link dev.stateline.application.Stateline}.
 *
 * <p>Part of the published API: its public types change only as Semantic Versioning allows.
 */
package dev.stateline.application.workspace;
