/** Adding turns: what is written at once, and who may write. */
package dev.stateline.domain.commit;
