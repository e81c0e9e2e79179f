/** Computing recorded turns again, and requiring that the same comes of it. */
package dev.stateline.application.replay;
