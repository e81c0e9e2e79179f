/**
 * What is asked of JSON trees.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.codec.internal.tree;
