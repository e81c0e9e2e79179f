/** Names for states. */
package dev.stateline.domain.checkpoint;
