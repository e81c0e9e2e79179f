/** Documents, states and the turns they belong to. */
package dev.stateline.domain.state;
