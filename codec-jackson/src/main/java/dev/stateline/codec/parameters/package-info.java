/** A scenario's parameters as a record with defaults. */
package dev.stateline.codec.parameters;
