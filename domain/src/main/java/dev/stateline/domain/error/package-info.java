/** Errors: one base, a leaf type where a caller acts differently, stable codes. */
package dev.stateline.domain.error;
