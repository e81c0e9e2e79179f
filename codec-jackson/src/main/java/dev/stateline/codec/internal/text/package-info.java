/**
 * The letters of a document: what is UTF-8, where a place is, and how numbers are written.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.codec.internal.text;
