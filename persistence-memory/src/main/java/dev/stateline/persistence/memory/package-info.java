/**
 * Persistence in the memory of this process: atomic and thread-safe, gone when it is closed.
 *
 * <p>Not API: for this module only, it may change at any time.
 */
package dev.stateline.persistence.memory;
