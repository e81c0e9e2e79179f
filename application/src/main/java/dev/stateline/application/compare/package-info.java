/** Where states differ, and where runs part. */
package dev.stateline.application.compare;
