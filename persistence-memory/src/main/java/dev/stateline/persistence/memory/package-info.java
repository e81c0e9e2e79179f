/** Persistence in the memory of this process: atomic and thread-safe, gone when it is closed. */
package dev.stateline.persistence.memory;
