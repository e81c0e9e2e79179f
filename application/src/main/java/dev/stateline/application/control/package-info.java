/** Stopping a run, and measuring how long its parts take. */
package dev.stateline.application.control;
