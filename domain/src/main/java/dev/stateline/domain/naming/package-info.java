/** Ids and names, and the rules that names keep. */
package dev.stateline.domain.naming;
